/*
 * line_blocks.c
 *		Budget lines in texts that give a page in blocks of their own order.
 *
 * Codes, subtítulos and amounts may come column by column, and the last
 * columns behind what follows the table.  There are as many lines as
 * subtítulos.  The first three codes of all lines are the same, which shows how
 * the codes come; what is left of the codes is placed where it fills a column.
 *
 * src/core/line_blocks.c
 */
#include "lines.h"

#include <string.h>

/* A code or an amount. */
typedef struct Number
{
	uint32_t word;
	int head;    /* the column whose head was read last before it */
	bool behind; /* a subtítulo stands before it, */
	bool beside; /* right before it */
} Number;

/* Which numbers are amounts: those with points; with them those beside a subtítulo, all behind the
 * last one, or all behind any. */
typedef enum AmountTest
{
	WITH_POINTS,
	BESIDE_SUBTITULO,
	BEHIND_LAST,
	BEHIND_SUBTITULO
} AmountTest;

/* What amounts must add up to. */
typedef enum Sum
{
	SUM_OWN,    /* the table's own total */
	SUM_REPORT, /* that, or the report's */
	SUM_NONE    /* anything: codes fill their columns */
} Sum;

typedef struct Subtitulo
{
	uint32_t from; /* its words */
	uint32_t to;
	uint32_t amount; /* among them, as cells wrap; 0: none */
} Subtitulo;

typedef struct LineBlocks
{
	Words w;      /* of the table, and of the lines that strayed from it */
	uint32_t own; /* of them stand in the table's area */
	Subtitulo *subtitulos;
	uint32_t count; /* of lines */
	Number *numbers;
	uint32_t number_count;
	Number *codes;
	uint32_t code_count;
	uint32_t *amounts; /* words, line by line; NULL: they stand elsewhere */
	uint32_t total;    /* the word that sums them up; 0: none */
	bool head_behind;  /* the head of the last codes comes behind all codes */
} LineBlocks;

/* ---- The words ---- */

/* "24 (Transferencias"; "(M$)" ends a head. */
static bool
begins_subtitulo(const Words *w, uint32_t i)
{
	Str next = i + 1 < w->count ? w->words[i + 1].text : STR(" ");

	return is_line_code(w->words[i].text) && next.at[0] == '(' &&
	       !(next.at[next.len - 1] == ')' && line_head_column(next) != NO_HEAD);
}

/* Can a line be part of the table: figures, a subtítulo or the end of one, heads? */
static bool
is_line_of_table(const Words *w)
{
	bool heads = w->count > 0;

	for (uint32_t i = 0; i < w->count; i++)
		heads &= line_head_column(w->words[i].text) != NO_HEAD;
	if (heads || w->count < 2)
		return heads || (w->count == 1 && (is_figure(w->words[0].text) ||
		                                   w->words[0].text.at[w->words[0].text.len - 1] == ')'));
	if (begins_subtitulo(w, 0))
		return true;
	for (uint32_t i = 0; i < w->count; i++)
		if (!is_figure(w->words[i].text))
			return false;
	return true;
}

/* The end of the bodies behind the table, of its total and of headings. */
static uint32_t
end_of_strays(const Reader *r, uint32_t line)
{
	const Outline *o = r->outline;
	uint32_t end = line;

	for (uint32_t i = 0; i < o->count; i++)
	{
		const Entry *e = &o->entries[i];

		if (e->start.line < line)
			continue;
		if (!e->heading && e->field != FIELD_ADMIN_LINES_TOTAL && e->field != FIELD_SPENDING)
			break;
		end = e->end_line;
	}
	return end < stray_end(r, line) ? end : stray_end(r, line);
}

/* The head of the regions' figures may come behind the next heading. */
static void
drop_regions_heads(const Text *t, Words *w)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < w->count; i++)
		if (!is_regions_head(line_text(t, w->words[i].line)))
			w->words[kept++] = w->words[i];
	w->count = kept;
}

static void
gather_words(Reader *r, LineBlocks *b, const Words *w, uint32_t line)
{
	uint32_t end = end_of_strays(r, line);
	uint32_t capacity = 0;

	words_append(r, &b->w, &capacity, w);
	drop_regions_heads(r->text, &b->w);
	b->own = b->w.count;
	for (; line < end; line++)
	{
		Words here = words_of_line(r, line);

		if (is_line_of_table(&here))
			words_append(r, &b->w, &capacity, &here);
	}
}

/* ---- What they are ---- */

/* Reads the subtítulo that begins at word i; false: its bracket is not closed. */
static bool
read_subtitulo(const Words *w, uint32_t i, Subtitulo *s)
{
	*s = (Subtitulo){.from = i};
	for (i++; i < w->count; i++)
	{
		Str text = w->words[i].text;

		if (is_figure(text) && s->amount > 0)
			return false;
		if (is_figure(text))
			s->amount = i;
		else if (text.at[0] != '(' && line_head_column(text) != NO_HEAD)
			return false;
		else if (text.at[text.len - 1] == ')')
		{
			s->to = i + 1;
			return true;
		}
	}
	return false;
}

/* "Gasto Total por", of the total's label, whose end may stand behind the total. */
static bool
begins_total(const Words *w, uint32_t i)
{
	return i + 2 < w->count && squeezed_equal(w->words[i].text, "gasto") &&
	       squeezed_equal(w->words[i + 1].text, "total") &&
	       squeezed_equal(w->words[i + 2].text, "por");
}

/* Sorts the words into subtítulos and numbers; false: something is neither. */
static bool
sort_words(Reader *r, LineBlocks *b)
{
	const Words *w = &b->w;
	int head = NO_HEAD;

	b->subtitulos = arena_alloc(r->scratch, (w->count + 1) * sizeof(Subtitulo));
	b->numbers = arena_alloc(r->scratch, (w->count + 1) * sizeof(Number));
	b->codes = arena_alloc(r->scratch, (w->count + 1) * sizeof(Number));
	b->amounts = arena_alloc(r->scratch, (w->count + 1) * sizeof(uint32_t));
	if (!b->subtitulos || !b->numbers || !b->codes || !b->amounts)
		return false;
	for (uint32_t i = 0; i < w->count; i++)
	{
		Str text = w->words[i].text;

		if (line_head_column(text) != NO_HEAD)
		{
			head = line_head_column(text);
			b->head_behind |= head == ASIGNACION && b->number_count > 0;
		}
		else if (begins_total(w, i))
			i += 2;
		else if (begins_subtitulo(w, i))
		{
			if (!read_subtitulo(w, i, &b->subtitulos[b->count]))
				return false;
			i = b->subtitulos[b->count++].to - 1;
		}
		else if (is_figure(text))
			b->numbers[b->number_count++] = (Number){
			    i, head, b->count > 0, b->count > 0 && b->subtitulos[b->count - 1].to == i};
		else
			return false;
	}
	return b->count > 0;
}

static int64_t
amount_at(const LineBlocks *b, uint32_t word)
{
	Decimal d;

	return value_number(b->w.words[word].text, TYPE_AMOUNT, &d) && d.scale == 0 ? d.mantissa : -1;
}

static bool
is_amount(const LineBlocks *b, const Number *n, AmountTest test)
{
	if (!is_line_code(b->w.words[n->word].text))
		return true;
	switch (test)
	{
		case BESIDE_SUBTITULO:
			return n->beside;
		case BEHIND_LAST:
			return n->word >= b->subtitulos[b->count - 1].to;
		case BEHIND_SUBTITULO:
			return n->behind;
		default:
			return false;
	}
}

/*
 * Takes the amounts that no subtítulo has from the numbers.  They are as many
 * as lines, and add up to the total, which may follow them.  False: these do not.
 */
static bool
take_amounts(const Reader *r, LineBlocks *b, FieldId table, AmountTest test, Sum proof)
{
	uint32_t line = 0;
	int64_t sum = 0;
	Decimal total;

	b->code_count = b->total = 0;
	for (uint32_t i = 0; i < b->number_count; i++)
	{
		const Number *n = &b->numbers[i];

		if (!is_amount(b, n, test))
		{
			b->codes[b->code_count++] = *n;
			continue;
		}
		while (line < b->count && b->subtitulos[line].amount > 0)
			line++;
		if (line < b->count)
			b->amounts[line++] = n->word;
		else if (b->total > 0)
			return false;
		else
			b->total = n->word;
	}
	while (line < b->count && b->subtitulos[line].amount > 0)
		line++;
	if (line < b->count)
		return false;
	for (line = 0; line < b->count; line++)
	{
		if (b->subtitulos[line].amount > 0)
			b->amounts[line] = b->subtitulos[line].amount;
		if (amount_at(b, b->amounts[line]) < 0)
			return false;
		sum += amount_at(b, b->amounts[line]) % AMOUNT_MAX;
	}
	if (proof == SUM_NONE)
		return b->code_count == CODES_KEPT * b->count || b->code_count == CODE_COLUMNS * b->count;
	if (proof == SUM_OWN || b->total > 0)
		return b->total > 0 && amount_at(b, b->total) == sum;
	return !known_number(r, line_total(table), &total) || total.mantissa == sum;
}

/* Tells amounts from codes; the ways that a total proves come first. */
static bool
find_amounts(const Reader *r, LineBlocks *b, FieldId table)
{
	bool strayed = b->number_count > 0 && b->numbers[b->number_count - 1].word >= b->own;

	for (AmountTest test = WITH_POINTS; test <= BEHIND_SUBTITULO; test++)
		if (take_amounts(r, b, table, test, SUM_OWN))
			return true;
	/* what strayed behind the label of a total holds it */
	if (table == FIELD_ADMIN_LINES && strayed)
		return false;
	for (AmountTest test = WITH_POINTS; test <= BEHIND_SUBTITULO; test++)
		if (take_amounts(r, b, table, test, SUM_REPORT))
			return true;
	/* in a report that contradicts itself, points tell: no code has them */
	return take_amounts(r, b, table, WITH_POINTS, SUM_NONE);
}

/*
 * Do the amounts stand elsewhere, where nothing tells them from others?  All numbers are
 * codes then, and stand before the subtítulos, as the columns do.
 */
static bool
lacks_amounts(LineBlocks *b)
{
	for (uint32_t i = 0; i < b->number_count; i++)
	{
		if (b->numbers[i].behind || !is_line_code(b->w.words[b->numbers[i].word].text))
			return false;
		b->codes[i] = b->numbers[i];
	}
	for (uint32_t line = 0; line < b->count; line++)
		if (b->subtitulos[line].amount > 0)
			return false;
	b->code_count = b->number_count;
	b->total = 0;
	b->amounts = NULL;
	return b->code_count <= CODE_COLUMNS * b->count;
}

/* ---- The codes ---- */

static bool
same_code(const LineBlocks *b, uint32_t x, uint32_t y)
{
	return str_equal(b->w.words[b->codes[x].word].text, b->w.words[b->codes[y].word].text);
}

/* Are the codes [first, first + count of lines) all one? */
static bool
is_uniform(const LineBlocks *b, uint32_t first)
{
	for (uint32_t i = 1; i < b->count; i++)
		if (!same_code(b, first, first + i))
			return false;
	return true;
}

/* Do the first three columns come as columns, before the first subtítulo? */
static bool
comes_by_column(const LineBlocks *b)
{
	return b->code_count >= CODES_KEPT * b->count && is_uniform(b, 0) && is_uniform(b, b->count) &&
	       is_uniform(b, 2 * b->count) && !b->codes[CODES_KEPT * b->count - 1].behind;
}

/* Finds the codes that each line begins with, first[i]; false: these are not the same. */
static bool
comes_by_line(const LineBlocks *b, uint32_t *first)
{
	uint32_t lines = 0;

	for (uint32_t i = 0; i + CODES_KEPT <= b->code_count; i++)
		if (same_code(b, i, 0) && same_code(b, i + 1, 1) && same_code(b, i + 2, 2))
		{
			if (lines == b->count)
				return false;
			first[lines++] = i;
			i += CODES_KEPT - 1;
		}
	first[lines] = b->code_count;
	return lines == b->count && first[0] == 0;
}

/* So many codes from one on are the first one again. */
static uint32_t
same_from(const LineBlocks *b, uint32_t at)
{
	uint32_t count = 0;

	while (at + count < b->code_count && same_code(b, at + count, 0))
		count++;
	return count;
}

/* Do the columns of a page's lines begin there: the first three, as on a first page of `top` lines?
 */
static bool
begins_columns(const LineBlocks *b, uint32_t at, uint32_t lines, uint32_t top)
{
	if (at + CODES_KEPT * lines > b->code_count)
		return false;
	for (uint32_t i = 0; i < CODES_KEPT * lines; i++)
		if (!same_code(b, at + i, i / lines * top))
			return false;
	return true;
}

/* How many subtítulos stand before a code, of which `from` are known to. */
static uint32_t
subtitulos_before(const LineBlocks *b, uint32_t code, uint32_t from)
{
	while (from < b->count && b->subtitulos[from].from < b->codes[code].word)
		from++;
	return from;
}

/*
 * Finds the pages that a table is cut into, each with columns of its own: their codes
 * begin at first[i], their lines at lines[i].  How many they are; 0: it is not cut so.
 */
static uint32_t
comes_by_page(const LineBlocks *b, uint32_t *first, uint32_t *lines)
{
	uint32_t top = same_from(b, 0);
	uint32_t pages = 0;
	uint32_t line = 0;
	uint32_t passed = 0;
	uint32_t here;

	for (uint32_t i = 0; i<b->code_count; i += here> 0 ? here : 1)
	{
		here = same_from(b, i);
		if (here == 0 || !begins_columns(b, i, here, top))
			continue;
		passed = subtitulos_before(b, i, passed);
		if (passed != line || subtitulos_before(b, i + CODES_KEPT * here - 1, passed) != line)
			return 0;
		first[pages] = i;
		lines[pages++] = line;
		line += here;
	}
	first[pages] = b->code_count;
	lines[pages] = line;
	return line == b->count && pages > 1 ? pages : 0;
}

/* ---- Ítem and asignación ---- */

/* The classifier has ítems of two digits; reports print one, two or four. */
static bool
is_item_like(Str code)
{
	return code.len != 3;
}

/* Asignaciones have three digits; zeros in front may be left out, of all but both at once. */
static bool
is_asignacion_like(Str code)
{
	return code.len == 1 || code.len == 3;
}

static Str
code_text(const LineBlocks *b, uint32_t code)
{
	return b->w.words[b->codes[code].word].text;
}

static bool
on_one_line(const LineBlocks *b, uint32_t x, uint32_t y)
{
	return b->w.words[b->codes[x].word].line == b->w.words[b->codes[y].word].line;
}

/* Are the codes [first, first + count) ítems, and those behind asignaciones, as far as digits tell?
 */
static bool
are_columns(const LineBlocks *b, uint32_t items, uint32_t asignaciones, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (!is_item_like(code_text(b, items + i)) ||
		    !is_asignacion_like(code_text(b, asignaciones + i)))
			return false;
	return true;
}

/* The same if each ítem is followed by its asignación. */
static bool
are_pairs(const LineBlocks *b, uint32_t first, uint32_t count)
{
	for (uint32_t i = first; i < first + 2 * count; i += 2)
		if (!is_item_like(code_text(b, i)) || !is_asignacion_like(code_text(b, i + 1)))
			return false;
	return true;
}

/*
 * Codes of some lines one below the other: ítems and asignaciones, in the order that
 * their digits allow.  False: they allow more than one, or none.
 */
static bool
share_group(const LineBlocks *b, uint32_t first, uint32_t end, uint32_t *pairs)
{
	uint32_t count = (end - first) / 2;
	bool forward = are_columns(b, first, first + count, count);
	bool backward = are_columns(b, first + count, first, count);

	bool mixed = count > 1 && are_pairs(b, first, count);

	if ((end - first) % 2 != 0 || forward + backward + mixed != 1)
		return false;
	for (uint32_t i = 0; i < count; i++)
	{
		pairs[2 * i] = first + (mixed ? 2 * i : i + (forward ? 0 : count));
		pairs[2 * i + 1] = first + (mixed ? 2 * i + 1 : i + (forward ? count : 0));
	}
	return true;
}

/*
 * The end of the codes that are shared out together: two on one line of the text, or
 * those up to such a pair or a subtítulo.
 */
static uint32_t
group_end(const LineBlocks *b, uint32_t first)
{
	uint32_t end = first + 1;

	if (end < b->code_count && on_one_line(b, first, end))
	{
		while (end < b->code_count && on_one_line(b, first, end))
			end++;
		return end;
	}
	while (end < b->code_count && b->codes[end].behind == b->codes[first].behind &&
	       !(end + 1 < b->code_count && on_one_line(b, end, end + 1)))
		end++;
	return end;
}

/* Ítem and asignación of each line, where all lines have both; false: that is not sure. */
static bool
share_pairs(const LineBlocks *b, uint32_t *pairs)
{
	uint32_t end;

	if (b->code_count != (CODES_KEPT + 2) * b->count)
		return false;
	for (uint32_t i = CODES_KEPT * b->count; i < b->code_count; pairs += end - i, i = end)
	{
		end = group_end(b, i);
		if ((end > i + 2 && on_one_line(b, i, i + 1)) || !share_group(b, i, end, pairs))
			return false;
	}
	return true;
}

/*
 * Where the asignaciones begin, if the codes from one on are a column of ítems and one of
 * asignaciones, one of which lacks some; 0: digits do not tell.
 */
static uint32_t
mark_between(const LineBlocks *b, uint32_t first)
{
	uint32_t items = 0;        /* at most */
	uint32_t asignaciones = 0; /* at most */

	while (items < b->count && is_item_like(code_text(b, first + items)))
		items++;
	while (asignaciones < b->count &&
	       is_asignacion_like(code_text(b, b->code_count - 1 - asignaciones)))
		asignaciones++;
	return first + items == b->code_count - asignaciones ? first + items : 0;
}

/* Where the codes of ítem or asignación begin that come as a whole column; 0: they do not. */
static uint32_t
whole_column(const LineBlocks *b, int column)
{
	uint32_t first = CODES_KEPT * b->count;
	uint32_t left = b->code_count - first;
	uint32_t under = 0;
	bool on_lines = false;

	for (uint32_t i = first; i < b->code_count; i++)
	{
		if (b->codes[i].behind)
			return 0;
		on_lines |=
		    i > first && b->w.words[b->codes[i].word].line == b->w.words[b->codes[i - 1].word].line;
	}
	if (left == 2 * b->count && (b->count == 1 || !on_lines))
		return !are_columns(b, first, first + b->count, b->count) ? 0
		       : column == ITEM                                   ? first
		                                                          : first + b->count;
	if (left == b->count && b->head_behind)
		return column == ITEM ? first : 0;
	if (left > b->count && left < 2 * b->count && !on_lines)
	{
		uint32_t mark = mark_between(b, first);

		if (column == ITEM && mark == first + b->count)
			return first;
		if (column == ASIGNACION && mark > 0 && mark == b->code_count - b->count)
			return mark;
	}
	for (uint32_t i = first; i < b->code_count; i++)
		under += b->codes[i].head == column;
	for (uint32_t i = first; under == b->count && i < b->code_count; i++)
		if (b->codes[i].head == column)
			return i;
	return 0;
}

/* ---- The facts ---- */

static void
add_code(Reader *r, const LineBlocks *b, FieldId field, uint32_t line, uint32_t code)
{
	add_doubtful(r, field, line, b->w.words[b->codes[code].word].text, STATUS_INFERRED);
}

/* Adds codes without a place behind the lines. */
static void
add_loose(Reader *r, const LineBlocks *b, FieldId first, uint32_t code, uint32_t *loose)
{
	add_doubtful(r, (FieldId) (first + ITEM), (*loose)++, b->w.words[b->codes[code].word].text,
	             STATUS_AMBIGUOUS);
}

/* Adds the codes of lines from one on; *loose: the row of the next code without a place. */
static void
add_codes_by_column(Reader *r, const LineBlocks *b, FieldId first, uint32_t row, uint32_t *loose)
{
	uint32_t starts[CODE_COLUMNS] = {0, b->count, 2 * b->count, whole_column(b, ITEM),
	                                 whole_column(b, ASIGNACION)};
	uint32_t rest = CODES_KEPT * b->count;
	bool blank = b->code_count == rest ||
	             (b->code_count == rest + b->count && b->head_behind && starts[ITEM] > 0);
	uint32_t *pairs = arena_alloc(r->scratch, 2 * (size_t) b->count * sizeof(uint32_t));
	bool paired = pairs && share_pairs(b, pairs);

	for (int c = 0; c < CODE_COLUMNS; c++)
		for (uint32_t line = 0; line < b->count; line++)
			if (paired && c >= CODES_KEPT)
				add_code(r, b, (FieldId) (first + c), row + line,
				         pairs[2 * line + (c == ASIGNACION)]);
			else if (c < CODES_KEPT || starts[c] > 0)
				add_code(r, b, (FieldId) (first + c), row + line, starts[c] + line);
			else
				draft_add(r->draft, (FieldId) (first + c), row + line,
				          blank ? STATUS_BLANK : STATUS_AMBIGUOUS, NO_STR);
	for (uint32_t i = rest; i < b->code_count && !paired; i++)
	{
		bool placed = false;

		for (int c = ITEM; c <= ASIGNACION; c++)
			placed |= starts[c] > 0 && i >= starts[c] && i < starts[c] + b->count;
		if (!placed)
			add_loose(r, b, first, i, loose);
	}
}

/* The same for each page; what stands behind a subtítulo of its own is so for the page too. */
static void
add_codes_by_page(Reader *r, const LineBlocks *b, FieldId first, const uint32_t *starts,
                  const uint32_t *lines, uint32_t pages)
{
	uint32_t loose = b->count;
	uint32_t passed = 0;

	for (uint32_t i = 0; i < pages; i++)
	{
		LineBlocks page = *b;

		page.codes = &b->codes[starts[i]];
		page.code_count = starts[i + 1] - starts[i];
		page.count = lines[i + 1] - lines[i];
		page.head_behind = false;
		for (uint32_t c = 0; c < page.code_count; c++)
		{
			passed = subtitulos_before(b, starts[i] + c, passed);
			page.codes[c].behind = passed > lines[i];
		}
		add_codes_by_column(r, &page, first, lines[i], &loose);
	}
}

static void
add_codes_by_line(Reader *r, const LineBlocks *b, FieldId first, const uint32_t *starts)
{
	uint32_t loose = b->count;

	for (uint32_t line = 0; line < b->count; line++)
	{
		uint32_t left = starts[line + 1] - starts[line] - CODES_KEPT;
		uint32_t kept = left == CODE_COLUMNS - CODES_KEPT ? CODE_COLUMNS : CODES_KEPT;

		for (uint32_t c = 0; c < CODE_COLUMNS; c++)
			if (c < kept)
				add_code(r, b, (FieldId) (first + c), line, starts[line] + c);
			else
				draft_add(r->draft, (FieldId) (first + c), line, STATUS_AMBIGUOUS, NO_STR);
		for (uint32_t i = starts[line] + kept; i < starts[line + 1]; i++)
			add_loose(r, b, first, i, &loose);
	}
}

/* Takes the words of the area, and the lines that strayed, but for the total. */
static void
claim_blocks(Reader *r, const LineBlocks *b, FieldId table)
{
	for (uint32_t i = 0; i < b->w.count; i++)
	{
		const Word *word = &b->w.words[i];

		if (i < b->own)
			word_claim(r, word, line_head_column(word->text) == NO_HEAD ? TRACE_VALUE : TRACE_LABEL,
			           table);
		else if (b->total == 0 || word->line != b->w.words[b->total].line)
			stray_take(r, table, word->line);
	}
}

bool
read_line_blocks(Reader *r, const Area *area, const Words *w)
{
	FieldId first = line_column(area->table);
	LineBlocks b = {.count = 0};
	uint32_t *starts;
	uint32_t *lines;
	uint32_t loose;
	uint32_t pages;
	bool by_column;
	bool by_line;

	gather_words(r, &b, w, area->end_line);
	if (!sort_words(r, &b) || (!find_amounts(r, &b, area->table) && !lacks_amounts(&b)))
		return false;
	starts = arena_alloc(r->scratch, (b.code_count + 2) * sizeof(uint32_t));
	lines = arena_alloc(r->scratch, (b.code_count + 2) * sizeof(uint32_t));
	if (!starts || !lines || b.code_count < CODES_KEPT)
		return false;
	by_column = comes_by_column(&b);
	by_line = !by_column && comes_by_line(&b, starts);
	pages = by_column || by_line ? 0 : comes_by_page(&b, starts, lines);
	if (!by_column && !by_line && pages == 0)
		return false;
	loose = b.count;
	if (by_column)
		add_codes_by_column(r, &b, first, 0, &loose);
	else if (by_line)
		add_codes_by_line(r, &b, first, starts);
	else
		add_codes_by_page(r, &b, first, starts, lines, pages);
	for (uint32_t line = 0; line < b.count; line++)
	{
		const Subtitulo *s = &b.subtitulos[line];

		add_doubtful(r, (FieldId) (first + SUBTITULO), line,
		             line_words_but(r, &b.w, s->from, s->to, s->amount), STATUS_INFERRED);
		if (b.amounts)
			add_doubtful(r, (FieldId) (first + AMOUNT), line, b.w.words[b.amounts[line]].text,
			             STATUS_INFERRED);
		else
			draft_add(r->draft, (FieldId) (first + AMOUNT), line, STATUS_AMBIGUOUS, NO_STR);
	}
	claim_blocks(r, &b, area->table);
	return true;
}
