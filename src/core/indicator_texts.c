/*
 * indicator_texts.c
 *		The names, formulas and methodologies of indicators in texts that give a
 *		page in blocks of their own order.
 *
 * Names, formulas and methodologies come each in the order of their rows, and a
 * formula before its methodology, whatever the order of the columns.  So blocks
 * that divide or multiply are formulas, those with the label methodologies, and
 * what is left are names, if there are as many of each.
 *
 * Where there are not, texts of a row are read as far as they are whole, if one
 * formula stands before each methodology up to there: a text of one row that is
 * not seen shifts those behind it.
 *
 * src/core/indicator_texts.c
 */
#include "indicator_blocks.h"

#include <string.h>

/* A line of a cell, without a value that strayed to its end. */
typedef struct CellLine
{
	uint32_t line;
	Str text;
} CellLine;

/* Lines of one cell, as far as blank lines show; values that stand between them are left out. */
typedef struct Block
{
	bool label; /* a methodology's, which begins with its label */
	const CellLine *lines;
	uint32_t count;
	bool parted;   /* values stand within */
	bool doubtful; /* one of them may be the text's own */
} Block;

typedef struct Blocks
{
	Block *blocks;
	uint32_t count;
	uint32_t labels;
	bool has_values; /* one for each cell of the table */
} Blocks;

typedef struct RowTexts
{
	const Block *name;
	const Block *formula;
	const Block *methodology;
	const Block *first; /* behind the row before: what stands there up to the methodology */
	bool method_known;
} RowTexts;

/* The text of blocks that follow one another. */
static Str
text_of_blocks(Reader *r, const Block *first, const Block *last)
{
	uint32_t lines = 0;
	uint32_t count = 0;
	Piece *pieces;

	for (const Block *block = first; block <= last; block++)
		lines += block->count;
	pieces = arena_alloc(r->scratch, lines * sizeof(Piece));
	for (const Block *block = first; pieces && block <= last; block++)
		for (uint32_t i = 0; i < block->count; i++)
		{
			uint32_t start = (uint32_t) (block->lines[i].text.at - r->text->clean.at);

			pieces[count++] = (Piece){start, start + block->lines[i].text.len};
		}
	return pieces ? unwrap_pieces(r, pieces, count) : NO_STR;
}

static Str
block_text(Reader *r, const Block *block)
{
	return text_of_blocks(r, block, block);
}

/* ---- Blocks ---- */

/* Does a block go on with this item, behind values that stand beside its lines? */
static bool
goes_on(const Text *t, const IndicatorBlocks *b, uint32_t item)
{
	uint32_t i = item;

	if (b->items[item].kind != ITEM_TEXT)
		return false;
	while (is_attached(t, b, i))
		if (b->items[--i].kind != ITEM_VALUES)
			return b->items[i].kind >= ITEM_LABEL && i + 1 < item;
	return false;
}

/* False: out of memory. */
static bool
find_blocks(Reader *r, const IndicatorBlocks *b, Blocks *blocks)
{
	CellLine *lines;
	uint32_t count = 0;

	for (uint32_t i = 0; i < b->item_count; i++)
		count += b->items[i].end - b->items[i].first;
	lines = arena_alloc(r->scratch, (count + 1) * sizeof(CellLine));
	/* each label may turn out to end with a name */
	blocks->blocks = arena_alloc(r->scratch, (b->item_count + b->rows + 1) * sizeof(Block));
	if (!lines || !blocks->blocks)
		return false;
	for (uint32_t i = 0; i < b->item_count; i++)
	{
		const Item *item = &b->items[i];

		if (item->kind < ITEM_LABEL)
			continue;
		if (blocks->count == 0 || !goes_on(r->text, b, i))
			blocks->blocks[blocks->count++] =
			    (Block){item->kind == ITEM_LABEL, lines, 0, false, false};
		else
		{
			blocks->blocks[blocks->count - 1].parted = true;
			blocks->blocks[blocks->count - 1].doubtful |= may_be_of_text(r->text, b, i - 1);
		}
		blocks->labels += item->kind == ITEM_LABEL;
		for (uint32_t line = item->first; line < item->end; line++)
			if (!r->text->lines[line].furniture)
			{
				*lines++ = (CellLine){line, text_beside_value(r->text, b, line)};
				blocks->blocks[blocks->count - 1].count++;
			}
	}
	return true;
}

/* ---- The end of a cell within a block ---- */

static Width
block_width(const Block *block)
{
	Width widest = {0, 0};

	for (uint32_t i = 0; i < block->count; i++)
		widest = wrap_wider(widest, wrap_width(block->lines[i].text));
	return widest;
}

/* Did the line before this one have room for its first word? */
static bool
is_early(const Block *block, uint32_t i, Width width)
{
	return wrap_is_early(wrap_measure(block->lines[i - 1].text), wrap_measure(block->lines[i].text),
	                     width);
}

/*
 * Can the lines be of one cell of a column in which others are this wide?  Words
 * of its neighbour may make a line wider.
 */
static bool
fits_column(const Block *block, Width width)
{
	if (wrap_exceeds(block_width(block), width, (Width){width.printed / 4, width.characters / 4}))
		return false;
	for (uint32_t i = 1; i < block->count; i++)
		if (is_early(block, i, width))
			return false;
	return true;
}

/* Are the lines of a cell in a column narrower than this? */
static bool
is_narrower(const Block *block, Width width)
{
	return !fits_column(block, width) && fits_column(block, block_width(block));
}

static bool
lacks_end(const Block *block)
{
	Str last = block->lines[block->count - 1].text;

	return last.len > 0 && !strchr(".:!?", last.at[last.len - 1]);
}

/* The lines of a block from one on. */
static Block
block_behind(const Block *block, uint32_t from)
{
	Block behind = *block;

	behind.label = false;
	behind.lines += from;
	behind.count -= from;
	return behind;
}

/*
 * The lines of a methodology's block from which on it is the next row's name: the
 * methodology's last sentence ended early, or what follows is wrapped in a
 * narrower column, and a name is no sentence.  0: none.
 */
static uint32_t
name_behind(const Block *block)
{
	Width width = block_width(block);

	if (!lacks_end(block))
		return 0;
	for (uint32_t i = block->count - 1; i > 0; i--)
	{
		Block name = block_behind(block, i);

		if (lacks_end(&(Block){.lines = block->lines, .count = i}))
			continue;
		return is_early(block, i, width) || is_narrower(&name, width) ? i : 0;
	}
	return 0;
}

/* Parts the names that stand behind methodologies without a blank line. */
static void
part_names(Blocks *blocks)
{
	for (uint32_t i = 0; i < blocks->count; i++)
	{
		Block *block = &blocks->blocks[i];
		uint32_t at = block->label ? name_behind(block) : 0;

		if (at == 0)
			continue;
		memmove(block + 2, block + 1, (blocks->count - i - 1) * sizeof(Block));
		block[1] = block_behind(block, at);
		block->count = at;
		blocks->count++;
	}
}

/* A sentence that goes on with another: neither a name nor a formula, but a methodology's rest */
static bool
has_sentences(Str s)
{
	for (uint32_t i = 1; i + 2 < s.len; i++)
		if (s.at[i] == '.' && s.at[i - 1] >= 'a' && s.at[i - 1] <= 'z' && s.at[i + 1] == ' ' &&
		    ((s.at[i + 2] >= 'A' && s.at[i + 2] <= 'Z') || s.at[i + 2] == '('))
			return true;
	return s.len > 0 && s.at[s.len - 1] == '.';
}

/* Adds the lines of a block to another's. */
static bool
join_blocks(Reader *r, Block *to, const Block *block)
{
	CellLine *lines = arena_alloc(r->scratch, (to->count + block->count) * sizeof(CellLine));

	if (!lines)
		return false;
	memcpy(lines, to->lines, to->count * sizeof(CellLine));
	memcpy(lines + to->count, block->lines, block->count * sizeof(CellLine));
	to->lines = lines;
	to->count += block->count;
	to->parted |= block->parted;
	to->doubtful |= block->doubtful;
	return true;
}

/* Sentences behind a methodology that breaks off, or that a page ends, are its rest. */
static bool
join_rests(Reader *r, Blocks *blocks)
{
	Block *open = NULL;
	uint32_t count = 0;

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		Block block = blocks->blocks[i];

		if (!block.label && open &&
		    (lacks_end(open) || r->text->lines[block.lines[0].line].after_page) &&
		    has_sentences(block_text(r, &block)))
		{
			if (!join_blocks(r, open, &block))
				return false;
			continue;
		}
		blocks->blocks[count] = block;
		if (block.label)
			open = &blocks->blocks[count];
		else if (open && !lacks_end(open))
			open = NULL;
		count++;
	}
	blocks->count = count;
	return true;
}

/* ---- Whose they are ---- */

/* A formula divides or multiplies; "niños/as" does neither. */
static bool
is_formula(Str s)
{
	for (uint32_t i = 1; i + 1 < s.len; i++)
		if (s.at[i] == '*' || (s.at[i] == '/' && (s.at[i - 1] == ' ' || s.at[i - 1] == ')' ||
		                                          s.at[i + 1] < 'a' || s.at[i + 1] > 'z')))
			return true;
	return false;
}

/* The column of the formulas and methodologies is as wide as the widest of these. */
static Width
formula_width(const Blocks *blocks)
{
	Width width = {0, 0};

	for (uint32_t i = 0; i < blocks->count; i++)
		if (blocks->blocks[i].label)
			width = wrap_wider(width, block_width(&blocks->blocks[i]));
	return width;
}

/* As many names, and formulas before their labels, as labels; false: not so. */
static bool
share_out(Reader *r, const Blocks *blocks, RowTexts *rows)
{
	Width width = formula_width(blocks);
	uint32_t labels = 0;
	uint32_t formulas = 0;
	uint32_t names = 0;

	for (uint32_t i = 0; i < blocks->count; i++)
	{
		const Block *block = &blocks->blocks[i];

		if (block->label)
		{
			if (formulas <= labels)
				return false;
			rows[labels++].methodology = block;
		}
		else if (is_formula(block_text(r, block)) && fits_column(block, width))
		{
			if (formulas == blocks->labels)
				return false;
			rows[formulas++].formula = block;
		}
		else if (names < blocks->labels)
			rows[names++].name = block;
		else
			return false;
	}
	return names == labels && formulas == labels;
}

/* ---- Whether they are whole ---- */

/* The widest of the lines that end with no number. */
static Width
width_but_numbers(const Block *block)
{
	Width width = {0, 0};

	for (uint32_t i = 0; i < block->count; i++)
		if (!ends_with_number(block->lines[i].text))
			width = wrap_wider(width, wrap_width(block->lines[i].text));
	return width;
}

/*
 * May the number at the end of a line be a value of the next cell?  A value
 * makes the line wider than the column, and stands where the next word has no
 * room; "menos de 6" and "tiene 60" with "años" on the next line are the text's.
 */
static bool
ends_in_next_cell(const Block *block, uint32_t line, Width width)
{
	Str text = block->lines[line].text;
	bool last = line + 1 == block->count;
	Str next = last ? NO_STR : block->lines[line + 1].text;
	bool led = leads_to_end(text);
	Width here = wrap_width(text);

	if (!ends_with_number(text))
		return false;
	if (led)
		return wrap_exceeds(here, width, WRAP_SLACK);
	if (here.printed > width.printed || here.characters > width.characters)
		return true;
	return !ends_with_count(text, next) &&
	       (last ||
	        !wrap_is_early(wrap_measure(text_before_number(text)), wrap_measure(next), width));
}

/* May a value of another cell end a line of these?  Not if all are found. */
static bool
holds_value(const Blocks *blocks, const Block *block)
{
	Width width = width_but_numbers(block);

	for (uint32_t i = 0; !blocks->has_values && i < block->count; i++)
		if (ends_in_next_cell(block, i, width))
			return true;
	return false;
}

static bool
is_whole(Reader *r, const Block *block)
{
	return !block->doubtful && !begins_lower(block_text(r, block)) &&
	       fits_column(block, block_width(block)) && !has_sentences(block_text(r, block));
}

/* A bracket, or a colon, may end a name that follows. */
static bool
ends_fully(Str s)
{
	return s.len > 0 && strchr(".!?\"", s.at[s.len - 1]);
}

/* Beside a name stands a formula, and no value. */
static bool
is_whole_name(Reader *r, const Block *block)
{
	return !block->parted && is_whole(r, block);
}

static bool
is_whole_formula(Reader *r, const Blocks *blocks, const Block *block)
{
	return is_whole(r, block) && !holds_value(blocks, block);
}

static bool
is_whole_methodology(Reader *r, const Blocks *blocks, const Block *block)
{
	Str text = block_text(r, block);
	uint32_t end;

	return !block->doubtful && !holds_value(blocks, block) && methodology_in(text, &end) == 0 &&
	       (end == text.len || ends_fully(text));
}

/* ---- Facts ---- */

static void
add_methodology(Reader *r, const IndicatorKind *k, uint32_t row, const Block *block)
{
	Str text = block_text(r, block);
	uint32_t end;

	if (text.len == 0)
		return; /* no memory */
	methodology_in(text, &end);
	add_doubtful(r, k->methodology, row, str_trim((Str){text.at + end, text.len - end}),
	             STATUS_INFERRED);
}

static void
add_row(Reader *r, const IndicatorKind *k, uint32_t row, const RowTexts *texts)
{
	add_doubtful(r, k->name, row, block_text(r, texts->name), STATUS_INFERRED);
	add_doubtful(r, k->formula, row, block_text(r, texts->formula), STATUS_INFERRED);
	add_methodology(r, k, row, texts->methodology);
}

/* All texts, if there are as many of each. */
static bool
add_texts(Reader *r, const IndicatorKind *k, const Blocks *blocks, RowTexts *rows)
{
	if (!share_out(r, blocks, rows))
		return false;
	for (uint32_t row = 0; row < blocks->labels; row++)
		if (!is_whole_name(r, rows[row].name) || !is_whole_formula(r, blocks, rows[row].formula) ||
		    !is_whole_methodology(r, blocks, rows[row].methodology))
			return false;
	for (uint32_t row = 0; row < blocks->labels; row++)
		add_row(r, k, row, &rows[row]);
	return true;
}

/* ---- Rows by themselves ---- */

/* What stands before each methodology. */
static void
find_rows(const Blocks *blocks, RowTexts *rows)
{
	const Block *first = blocks->blocks;
	uint32_t row = 0;

	for (const Block *block = first; block < blocks->blocks + blocks->count; block++)
		if (block->label)
		{
			rows[row++] = (RowTexts){.methodology = block, .first = first};
			first = block + 1;
		}
}

/* Does a page end within a row?  The rest of its name may then stand anywhere behind it. */
static bool
is_cut(const Text *t, const RowTexts *row)
{
	uint32_t last = row->methodology->lines[row->methodology->count - 1].line;

	return next_page_line(t, row->first->lines[0].line + 1, last + 1) <= last;
}

/* The only formula before a row's methodology, which one more block may stand before or behind. */
static const Block *
only_formula(Reader *r, const RowTexts *row)
{
	const Block *formula = NULL;

	for (const Block *block = row->first; block < row->methodology; block++)
		if (is_formula(block_text(r, block)))
		{
			if (formula)
				return NULL;
			formula = block;
		}
	return row->methodology - row->first <= 2 ? formula : NULL;
}

/*
 * May a text of this row go on among those of the next, up to `end`, as behind a
 * page's end?  Not if these are a name and a formula.
 */
static bool
may_go_on(const Text *t, const RowTexts *row, const RowTexts *next, const Block *end)
{
	const Block *behind = row->methodology + 1;

	if (!next)
		return behind < end;
	return t->lines[behind->lines[0].line].after_page && next->methodology != behind + 2;
}

/* Where a row has no block for its name, this may stand with the name before it. */
static bool
lacks_name(const RowTexts *row)
{
	return row && row->methodology < row->first + 2;
}

/*
 * Finds the texts of a row that are whole.  False: nothing tells that what
 * stands before its methodology is of this row.
 */
static bool
find_texts(Reader *r, const Blocks *blocks, RowTexts *row, const RowTexts *next, Width width)
{
	const Block *end = blocks->blocks + blocks->count;
	const Block *formula = only_formula(r, row);

	if (!formula || is_cut(r->text, row))
		return false;
	if (row->methodology == row->first + 2 && fits_column(formula, width) &&
	    is_whole_formula(r, blocks, formula))
		row->formula = formula;
	row->method_known = !may_go_on(r->text, row, next, end) &&
	                    is_whole_methodology(r, blocks, row->methodology) &&
	                    fits_column(row->methodology, block_width(row->methodology));
	/* a line of the name may stand within the others if they are not whole */
	if (row->formula && row->method_known && formula == row->first + 1 && !lacks_name(next) &&
	    is_whole_name(r, row->first))
		row->name = row->first;
	return true;
}

/* A row's texts, as far as they are known, and as they stand where they are not. */
static void
add_known_row(Reader *r, const IndicatorKind *k, uint32_t row, const RowTexts *texts,
              const Block *end)
{
	const Block *first = texts->first;
	const Block *last = texts->methodology - 1;

	/* a formula that is known is none of the text that is not */
	if (texts->formula == first)
		first++;
	else if (texts->formula == last)
		last--;
	if (texts->name)
		add_doubtful(r, k->name, row, block_text(r, texts->name), STATUS_INFERRED);
	else
		draft_add(r->draft, k->name, row, STATUS_AMBIGUOUS,
		          first <= last ? text_of_blocks(r, first, last) : NO_STR);
	if (texts->formula)
		add_doubtful(r, k->formula, row, block_text(r, texts->formula), STATUS_INFERRED);
	else
		draft_add(r->draft, k->formula, row, STATUS_AMBIGUOUS, NO_STR);
	if (texts->method_known)
		add_methodology(r, k, row, texts->methodology);
	else
		draft_add(r->draft, k->methodology, row, STATUS_AMBIGUOUS,
		          text_of_blocks(r, texts->methodology, end - 1));
}

/*
 * Rows by themselves, up to the first of which it is not sure that its texts
 * are its own, or of which nothing that tells rows apart is known.
 */
static void
add_rows(Reader *r, const IndicatorKind *k, const IndicatorBlocks *b, const Blocks *blocks,
         RowTexts *rows)
{
	const Block *first = blocks->blocks;
	const Block *end = first + blocks->count;
	Width width = formula_width(blocks);
	bool known = true;

	if (blocks->labels == 0 && first < end)
		draft_add(r->draft, k->name, 0, STATUS_AMBIGUOUS, text_of_blocks(r, first, end - 1));
	find_rows(blocks, rows);
	for (uint32_t row = 0; row < blocks->labels; row++)
	{
		bool last = row + 1 == blocks->labels;

		known = known && find_texts(r, blocks, &rows[row], last ? NULL : &rows[row + 1], width);
		add_known_row(r, k, row, &rows[row], last ? end : rows[row].methodology + 1);
		known &= rows[row].name || rows[row].formula || b->placed;
	}
}

void
add_block_texts(Reader *r, const IndicatorKind *k, const IndicatorBlocks *b)
{
	Blocks blocks = {.has_values = has_all_values(b)};
	RowTexts *rows = arena_alloc(r->scratch, (b->rows + 1) * sizeof(RowTexts));

	if (!rows || !find_blocks(r, b, &blocks))
		return;
	if (!join_rests(r, &blocks) || (!b->strayed && add_texts(r, k, &blocks, rows)))
		return;
	part_names(&blocks);
	if (b->strayed || !add_texts(r, k, &blocks, rows))
		add_rows(r, k, b, &blocks, rows);
}
