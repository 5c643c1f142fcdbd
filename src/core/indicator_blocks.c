/*
 * indicator_blocks.c
 *		The tables of indicators in texts that give a page in blocks of their own
 *		order.
 *
 * What such a text keeps of a row: its values follow one another, and rows
 * come in their order.  So values that come in as many runs as there are rows,
 * or in one run that fills all rows, are placed.  Blocks of text are names and
 * formulas if they alternate, or if all names come before the first formula.
 *
 * src/core/indicator_blocks.c
 */
#include "indicators.h"
#include "label.h"

#include <string.h>

#define ITEMS_MAX  4096
#define ROWS_MAX   128
#define VALUES_MAX 512

typedef enum ItemKind
{
	ITEM_HEAD,   /* a line of the header */
	ITEM_VALUES, /* a line of nothing but values */
	ITEM_LABEL,  /* the methodology's label, with the lines of its block */
	ITEM_TEXT    /* a block of other lines */
} ItemKind;

typedef struct Item
{
	ItemKind kind;
	uint32_t first; /* its lines */
	uint32_t end;
} Item;

/* What stands up to the label of a row. */
typedef struct RowBlocks
{
	uint32_t count; /* of blocks of text */
	uint32_t first; /* of them */
	uint32_t label;
} RowBlocks;

/* Values that follow one another. */
typedef struct Run
{
	uint32_t first; /* in values */
	uint32_t count;
	const int *at; /* their columns; NULL: in reading order */
} Run;

typedef struct IndicatorBlocks
{
	Item *items;
	uint32_t item_count;
	uint32_t item_capacity;
	uint32_t rows;         /* as many as labels of methodologies */
	RowBlocks *row_blocks; /* and what stands behind the last label */
	IndicatorHead head;
	Str values[VALUES_MAX];
	uint32_t value_count;
	Run runs[ROWS_MAX];
	uint32_t run_count;
	int beside_heads[TABLE_COLUMNS_MAX]; /* columns of values that stand behind their heads */
} IndicatorBlocks;

/* ---- The lines ---- */

static ItemKind
kind_of(Reader *r, uint32_t line)
{
	if (is_indicator_head_line(r, line_place(r->text, line)))
		return ITEM_HEAD;
	if (is_value_line(r, line, TABLE_COLUMNS_MAX))
		return ITEM_VALUES;
	return squeezed_prefix(line_text(r->text, line), METHODOLOGY_BEGIN, NULL) ? ITEM_LABEL
	                                                                          : ITEM_TEXT;
}

/* Does a line go on what the item before it holds? */
static bool
joins(const Text *t, const Item *last, ItemKind kind, uint32_t line)
{
	return kind == ITEM_TEXT && last->end == line && !t->lines[line].after_blank &&
	       (last->kind == ITEM_TEXT || last->kind == ITEM_LABEL);
}

static void
add_line(Reader *r, IndicatorBlocks *b, uint32_t line)
{
	ItemKind kind = kind_of(r, line);
	Item *last = b->item_count > 0 ? &b->items[b->item_count - 1] : NULL;

	if (last && joins(r->text, last, kind, line))
		last->end = line + 1;
	else if (b->item_count < ITEMS_MAX && arena_grow(r->scratch, (void **) &b->items, b->item_count,
	                                                 &b->item_capacity, sizeof(Item)))
	{
		b->items[b->item_count++] = (Item){kind, line, line + 1};
		b->rows += kind == ITEM_LABEL;
	}
}

/*
 * The header of the second table, with values, may stand at the end of what
 * is said about the first.
 */
static void
add_strayed(Reader *r, IndicatorBlocks *b, const Area *area)
{
	const Entry *before = outline_find(r->outline, FIELD_PURPOSE_EVIDENCE);
	bool heads = false;

	if (area->table != FIELD_COMPLEMENTARY_INDICATORS || !before)
		return;
	for (uint32_t i = before->label_end.line + 1; i < before->end_line; i++)
	{
		if (r->text->lines[i].furniture)
			continue;
		heads |= r->text->lines[i].after_blank && is_column_head(line_text(r->text, i));
		if (heads && kind_of(r, i) <= ITEM_VALUES)
			add_line(r, b, i);
	}
}

static void
add_lines(Reader *r, IndicatorBlocks *b, const Area *area)
{
	Place from = area->from;

	add_strayed(r, b, area);
	if (!skip_to_visible(r->text, &from, area->end_line))
		return;
	for (uint32_t i = from.line; i < area->end_line; i++)
		if (!r->text->lines[i].furniture &&
		    (i > area->from.line || from.at == r->text->lines[i].start))
			add_line(r, b, i);
}

/* ---- The header ---- */

static void
read_head_line(Reader *r, IndicatorHead *h, const Item *item)
{
	Words w = words_read(r, &(Area){FIELD_NONE, line_place(r->text, item->first), item->end});

	for (uint32_t i = 0; i < w.count; i++)
		if (is_year(w.words[i].text))
			indicator_head_year(h, w.words[i].text);
		else if (squeezed_equal(w.words[i].text, "efectivo") ||
		         squeezed_equal(w.words[i].text, "estimado"))
			indicator_head_basis(h, squeezed_equal(w.words[i].text, "estimado"));
}

/* Do the heads repeat after `period` columns, as pages repeat the header? */
static bool
repeats(const IndicatorHead *h, uint32_t period)
{
	for (uint32_t c = period; c < h->year_count; c++)
		if (!str_equal(h->years[c], h->years[c - period]) ||
		    h->expected[c] != h->expected[c - period])
			return false;
	return h->year_count % period == 0;
}

static void
read_head(Reader *r, IndicatorBlocks *b)
{
	IndicatorHead *h = &b->head;
	uint32_t period = 1;

	for (uint32_t i = 0; i < b->item_count; i++)
		if (b->items[i].kind == ITEM_HEAD)
			read_head_line(r, h, &b->items[i]);
	if (h->year_count != h->basis_count)
		h->year_count = 0;
	while (period < h->year_count && !repeats(h, period))
		period++;
	if (h->year_count > 0)
		h->year_count = period;
}

/* ---- The values ---- */

static void
read_runs(Reader *r, IndicatorBlocks *b)
{
	bool open = false;

	for (uint32_t i = 0; i < b->item_count; i++)
	{
		const Item *item = &b->items[i];
		Str values[TABLE_COLUMNS_MAX];
		Words w;
		uint32_t count;

		open &= item->kind <= ITEM_VALUES;
		if (item->kind != ITEM_VALUES)
			continue;
		w = words_read(r, &(Area){FIELD_NONE, line_place(r->text, item->first), item->end});
		count = join_value_words(w.words, w.count, values);
		if (!open && b->run_count < ROWS_MAX)
			b->runs[b->run_count++] = (Run){b->value_count, 0, NULL};
		open = true;
		for (uint32_t v = 0; v < count && b->value_count < VALUES_MAX; v++)
		{
			b->values[b->value_count++] = values[v];
			b->runs[b->run_count - 1].count++;
		}
	}
}

static int
count_years(Reader *r, const Item *item)
{
	Words w = words_read(r, &(Area){FIELD_NONE, line_place(r->text, item->first), item->end});
	int years = 0;

	for (uint32_t i = 0; i < w.count; i++)
		years += is_year(w.words[i].text);
	return years;
}

/*
 * The first row's values may stand behind the heads of their columns, one
 * each: then the columns that have none show.
 */
static void
place_beside_heads(Reader *r, IndicatorBlocks *b)
{
	uint32_t last = b->item_count;
	uint32_t count = 0;
	int column = -1;

	if (b->run_count == 0)
		return;
	for (uint32_t i = 0; i < b->item_count && count < b->runs[0].count; i++)
	{
		const Item *item = &b->items[i];
		int years = item->kind == ITEM_HEAD ? count_years(r, item) : 0;

		column += years;
		if (years > 1 || (count > 0 && item->kind > ITEM_VALUES))
			return;
		if (item->kind != ITEM_VALUES)
			continue;
		if (last + 1 == i || column < 0 || column >= (int) b->head.year_count)
			return; /* two values behind one head */
		last = i;
		b->beside_heads[count++] = column;
	}
	if (count > 1 && count == b->runs[0].count)
		b->runs[0].at = b->beside_heads;
}

/* The rows that a run fills if it leaves no cell blank, and the next if it does. */
static uint32_t
rows_of(const IndicatorBlocks *b, const Run *run)
{
	return (run->count + b->head.year_count - 1) / b->head.year_count;
}

/* Figures are inferred; "N/A" cannot be, and is left in doubt unless all cells are there. */
static void
infer_from(Reader *r, const IndicatorBlocks *b, uint32_t fact)
{
	bool all = b->value_count == b->rows * b->head.year_count;

	for (; fact < r->draft->count; fact++)
	{
		Fact *f = &r->draft->facts[fact];

		if (f->status == STATUS_REPORTED)
			f->status = STATUS_INFERRED;
		else if (f->status == STATUS_NOT_APPLICABLE && !all)
			f->status = STATUS_AMBIGUOUS;
	}
}

/* The rows of a run, from row `first` on. */
static void
add_run(Reader *r, const IndicatorKind *k, const IndicatorBlocks *b, const Run *run, uint32_t first)
{
	const IndicatorHead *h = &b->head;
	uint32_t rows = rows_of(b, run);
	uint32_t fact = r->draft->count;

	if (run->count == rows * h->year_count)
		for (uint32_t i = 0; i < rows; i++)
			add_indicator_values(r, k, h, first + i, &b->values[run->first + i * h->year_count],
			                     h->year_count, NULL);
	else if (rows == 1 && run->at)
		add_indicator_values(r, k, h, first, &b->values[run->first], run->count, run->at);
	else
		for (uint32_t i = 0; i < rows; i++)
			add_unplaced_values(r, k, h, first + i, &b->values[run->first],
			                    i == 0 ? run->count : 0);
	infer_from(r, b, fact);
}

static void
add_values(Reader *r, const IndicatorKind *k, const IndicatorBlocks *b)
{
	uint32_t rows = 0;
	uint32_t row = 0;

	for (uint32_t i = 0; i < b->run_count && b->head.year_count > 0; i++)
		rows += rows_of(b, &b->runs[i]);
	if (rows == b->rows && rows > 0)
	{
		for (uint32_t i = 0; i < b->run_count; i++)
		{
			add_run(r, k, b, &b->runs[i], row);
			row += rows_of(b, &b->runs[i]);
		}
		return;
	}
	for (row = 0; row < b->rows || (row == 0 && b->value_count > 0); row++)
		add_unplaced_values(r, k, &b->head, row, b->values, row == 0 ? b->value_count : 0);
}

/* ---- The texts ---- */

/* The label of each row, and the blocks of text before it; false: out of memory. */
static bool
find_rows(Reader *r, IndicatorBlocks *b)
{
	uint32_t row = 0;

	b->row_blocks = arena_alloc(r->scratch, (b->rows + 1) * sizeof(RowBlocks));
	if (!b->row_blocks)
		return false;
	memset(b->row_blocks, 0, (b->rows + 1) * sizeof(RowBlocks));
	for (uint32_t i = 0; i < b->item_count; i++)
	{
		RowBlocks *blocks = &b->row_blocks[row];

		if (b->items[i].kind == ITEM_TEXT && blocks->count++ == 0)
			blocks->first = i;
		if (b->items[i].kind == ITEM_LABEL)
		{
			blocks->label = i;
			row++;
		}
	}
	return true;
}

/* The n-th block of text from an item on. */
static const Item *
nth_block(const IndicatorBlocks *b, uint32_t item, uint32_t n)
{
	for (; item < b->item_count; item++)
		if (b->items[item].kind == ITEM_TEXT && n-- == 0)
			return &b->items[item];
	return NULL; /* not reached: the blocks are counted */
}

/* Do all names stand before the first formula, and one formula before each label? */
static bool
names_come_first(const IndicatorBlocks *b)
{
	if (b->rows < 2 || b->row_blocks[0].count != b->rows + 1)
		return false;
	for (uint32_t row = 1; row < b->rows; row++)
		if (b->row_blocks[row].count != 1)
			return false;
	return true;
}

static Str
item_text(Reader *r, const Item *item)
{
	return unwrap(r, line_place(r->text, item->first), item->end);
}

/* A formula divides or multiplies; a name does neither. */
static bool
is_formula(Str s)
{
	return memchr(s.at, '/', s.len) || memchr(s.at, '*', s.len);
}

/* May a value of another cell end a line of these? */
static bool
ends_with_value(Reader *r, const Item *item)
{
	for (uint32_t i = item->first; i < item->end; i++)
	{
		Words w = words_read(r, &(Area){FIELD_NONE, line_place(r->text, i), i + 1});

		if (w.count > 0 && is_value_word(w.words[w.count - 1].text))
			return true;
	}
	return false;
}

/* A name, a formula and a methodology behind its label, each whole in its block. */
typedef struct RowTexts
{
	const Item *name;
	const Item *formula;
	const Item *label;
} RowTexts;

/* Finds the texts of a row; false: they are not as they should be. */
static bool
find_texts(Reader *r, const IndicatorBlocks *b, uint32_t row, bool names_first, RowTexts *texts)
{
	const RowBlocks *blocks = &b->row_blocks[row];
	uint32_t names = b->row_blocks[0].first;
	uint32_t end;
	Str methodology;

	if (names_first)
	{
		texts->name = nth_block(b, names, row);
		texts->formula = row == 0 ? nth_block(b, names, b->rows) : nth_block(b, blocks->first, 0);
	}
	else if (blocks->count == 2)
	{
		texts->name = nth_block(b, blocks->first, 0);
		texts->formula = nth_block(b, blocks->first, 1);
	}
	else
		return false;
	texts->label = &b->items[blocks->label];
	methodology = item_text(r, texts->label);
	return is_formula(item_text(r, texts->formula)) && !is_formula(item_text(r, texts->name)) &&
	       !ends_with_value(r, texts->name) && !ends_with_value(r, texts->formula) &&
	       !ends_with_value(r, texts->label) && methodology_in(methodology, &end) == 0 &&
	       (end == methodology.len || strchr(".!?:", methodology.at[methodology.len - 1]));
}

/* Does a page end among the blocks?  The rest of a cell may then stand anywhere behind. */
static bool
is_cut(const Text *t, const IndicatorBlocks *b)
{
	for (uint32_t i = 0; i < b->item_count; i++)
		for (uint32_t line = b->items[i].first; line < b->items[i].end; line++)
			if (t->lines[line].after_page && i > 0)
				return true;
	return false;
}

/* All texts of the table, or none: a row that is not seen shifts those of the others. */
static bool
add_texts(Reader *r, const IndicatorKind *k, const IndicatorBlocks *b)
{
	bool names_first = names_come_first(b);
	RowTexts texts;

	if (is_cut(r->text, b) || b->row_blocks[b->rows].count > 0)
		return false;
	for (uint32_t row = 0; row < b->rows; row++)
		if (!find_texts(r, b, row, names_first, &texts))
			return false;
	for (uint32_t row = 0; row < b->rows; row++)
	{
		Str methodology;
		uint32_t end;

		find_texts(r, b, row, names_first, &texts);
		methodology = item_text(r, texts.label);
		methodology_in(methodology, &end);
		add_doubtful(r, k->name, row, item_text(r, texts.name), STATUS_INFERRED);
		add_doubtful(r, k->formula, row, item_text(r, texts.formula), STATUS_INFERRED);
		add_doubtful(r, k->methodology, row,
		             str_trim((Str){methodology.at + end, methodology.len - end}), STATUS_INFERRED);
	}
	return true;
}

/* The text from a place up to the last block of text behind the last label. */
static Str
text_behind(Reader *r, const IndicatorBlocks *b, Place from)
{
	const RowBlocks *rest = &b->row_blocks[b->rows];

	return unwrap(r, from, nth_block(b, rest->first, rest->count - 1)->end);
}

/* The texts of each row up to its label, and from there on, as they stand. */
static void
add_unread_texts(Reader *r, const IndicatorKind *k, const IndicatorBlocks *b)
{
	const RowBlocks *rest = &b->row_blocks[b->rows];

	if (b->rows == 0 && rest->count > 0)
		draft_add(r->draft, k->name, 0, STATUS_AMBIGUOUS,
		          text_behind(r, b, line_place(r->text, b->items[rest->first].first)));
	for (uint32_t row = 0; row < b->rows; row++)
	{
		const RowBlocks *blocks = &b->row_blocks[row];
		const Item *label = &b->items[blocks->label];
		Place from = line_place(r->text, b->items[blocks->first].first);

		draft_add(r->draft, k->name, row, STATUS_AMBIGUOUS,
		          blocks->count > 0 ? unwrap(r, from, label->first) : NO_STR);
		draft_add(r->draft, k->formula, row, STATUS_AMBIGUOUS, NO_STR);
		draft_add(r->draft, k->methodology, row, STATUS_AMBIGUOUS,
		          row + 1 == b->rows && rest->count > 0
		              ? text_behind(r, b, line_place(r->text, label->first))
		              : item_text(r, label));
	}
}

/* ---- The whole ---- */

static void
claim_items(Reader *r, const IndicatorBlocks *b, FieldId table)
{
	for (uint32_t i = 0; i < b->item_count; i++)
	{
		const Item *item = &b->items[i];
		TraceKind kind = item->kind == ITEM_HEAD ? TRACE_LABEL : TRACE_VALUE;

		claim(r, line_place(r->text, item->first),
		      (Place){item->end - 1, r->text->lines[item->end - 1].end}, kind, table);
	}
}

/* The form prints nothing but the label where there is no indicator. */
static bool
is_empty(Reader *r, const IndicatorBlocks *b)
{
	uint32_t end;

	for (uint32_t i = 0; i < b->item_count; i++)
	{
		Str text;

		if (b->items[i].kind == ITEM_HEAD)
			continue;
		text = item_text(r, &b->items[i]);
		if (b->items[i].kind != ITEM_LABEL || methodology_in(text, &end) != 0 || end < text.len)
			return false;
	}
	return true;
}

void
read_indicator_blocks(Reader *r, const IndicatorKind *k, const Area *area)
{
	IndicatorBlocks *b = arena_alloc(r->scratch, sizeof(IndicatorBlocks));

	if (!b)
		return;
	memset(b, 0, sizeof(*b));
	add_lines(r, b, area);
	read_head(r, b);
	read_runs(r, b);
	place_beside_heads(r, b);
	claim_items(r, b, area->table);
	indicator_head_emit(r, k, &b->head);
	if (is_empty(r, b) || !find_rows(r, b))
		return;
	if (!add_texts(r, k, b))
		add_unread_texts(r, k, b);
	add_values(r, k, b);
}
