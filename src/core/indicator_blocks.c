/*
 * indicator_blocks.c
 *		The tables of indicators in texts that give a page in blocks of their own
 *		order.
 *
 * What such a text keeps of a row: its values follow one another, and rows
 * come in their order.  So values are placed if there is one for each cell, or
 * if they come in as many runs as there are rows, each behind texts of its own;
 * but where one stands at the end of a line of text, none is.
 *
 * src/core/indicator_blocks.c
 */
#include "indicator_blocks.h"
#include "label.h"

#include <string.h>

/* ---- The lines ---- */

/* Does a methodology's label begin on a line?  A line of the name may stand before it. */
static bool
holds_label(Str s)
{
	for (const char *at = s.at; (at = memchr(at, 'M', (size_t) (s.at + s.len - at))); at++)
		if ((at == s.at || at[-1] == ' ') &&
		    squeezed_prefix((Str){at, (uint32_t) (s.at + s.len - at)}, METHODOLOGY_BEGIN, NULL))
			return true;
	return false;
}

static ItemKind
kind_of(Reader *r, uint32_t line)
{
	if (is_indicator_head_line(r, line_place(r->text, line)))
		return ITEM_HEAD;
	if (is_value_line(r, line, TABLE_COLUMNS_MAX))
		return ITEM_VALUES;
	return holds_label(line_text(r->text, line)) ? ITEM_LABEL : ITEM_TEXT;
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

/* Blocks of the header may stand before the one that is its label. */
static void
add_before_label(Reader *r, IndicatorBlocks *b, const Area *area)
{
	const Entry *label = outline_find(r->outline, area->table);
	const Entry *heading =
	    outline_find(r->outline, area->table == FIELD_PURPOSE_INDICATORS ? FIELD_HEADING_6_1
	                                                                     : FIELD_HEADING_6_2);

	for (uint32_t i = heading ? heading->label_end.line + 1 : UINT32_MAX;
	     label && i < label->start.line; i++)
		if (!r->text->lines[i].furniture)
			add_line(r, b, i);
}

static void
add_lines(Reader *r, IndicatorBlocks *b, const Area *area)
{
	Place from = area->from;

	add_strayed(r, b, area);
	add_before_label(r, b, area);
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
	bool expected;

	for (uint32_t i = 0; i < w.count; i++)
		if (is_year(w.words[i].text))
			indicator_head_year(h, w.words[i].text);
		else if (indicator_basis(w.words[i].text, &expected))
			indicator_head_basis(h, expected);
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

/*
 * The form's columns: what was and what was expected in turn, or what was
 * alone, and no year behind a later one.
 */
static bool
is_in_order(const IndicatorHead *h)
{
	uint32_t expected = 0;
	bool in_turn = true;

	for (uint32_t c = 0; c < h->year_count; c++)
	{
		expected += h->expected[c];
		in_turn &= h->expected[c] == (c % 2 == 1);
		if (c > 0 && memcmp(h->years[c - 1].at, h->years[c].at, h->years[c].len) > 0)
			return false;
	}
	return in_turn || expected == 0;
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
		h->year_count = h->basis_count = period;
	if (!is_in_order(h))
		h->year_count = 0;
}

/* ---- The values ---- */

/* A value of the last run; "aplica" goes on with the "No" of a line before. */
static void
add_value(IndicatorBlocks *b, Str value)
{
	Run *run = &b->runs[b->run_count - 1];
	Str *before = &b->values[b->value_count > 0 ? b->value_count - 1 : 0];

	if (run->count > 0 && squeezed_equal(value, "aplica") && squeezed_equal(*before, "no"))
		*before = STR("No aplica");
	else if (b->value_count < VALUES_MAX)
	{
		b->values[b->value_count++] = value;
		run->count++;
	}
}

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
		for (uint32_t v = 0; v < count; v++)
			add_value(b, values[v]);
	}
}

/* Counts the heads of columns: years, and "efectivo" or "estimado".  The years of this line. */
static int
count_heads(Reader *r, const Item *item, int *years, int *bases)
{
	Words w = words_read(r, &(Area){FIELD_NONE, line_place(r->text, item->first), item->end});
	int here = 0;
	bool expected;

	for (uint32_t i = 0; i < w.count; i++)
	{
		here += is_year(w.words[i].text);
		*bases += indicator_basis(w.words[i].text, &expected);
	}
	*years += here;
	return here;
}

/*
 * The first row's values may stand behind the heads of their columns, one
 * each: then the columns that have none show, unless two heads are one block.
 */
static void
place_beside_heads(Reader *r, IndicatorBlocks *b)
{
	uint32_t last = b->item_count;
	uint32_t count = 0;
	int years = 0;
	int bases = 0;

	if (b->run_count == 0)
		return;
	for (uint32_t i = 0; i < b->item_count && count < b->runs[0].count; i++)
	{
		const Item *item = &b->items[i];

		if (item->kind == ITEM_HEAD && count_heads(r, item, &years, &bases) > 1)
			return;
		if (years > bases + 1 || (count > 0 && item->kind > ITEM_VALUES))
			return;
		if (item->kind != ITEM_VALUES)
			continue;
		if (last + 1 == i || years == 0 || years != bases || years > (int) b->head.year_count)
			return; /* two values behind one head */
		last = i;
		b->beside_heads[count++] = years - 1;
	}
	if (count > 1 && count == b->runs[0].count)
		b->runs[0].at = b->beside_heads;
}

/* ---- Values within texts ---- */

static bool
is_little_number(Str s)
{
	for (uint32_t i = 0; i < s.len; i++)
		if (s.at[i] < '0' || s.at[i] > '9')
			return false;
	return s.len < 4;
}

/* "* 100", or "menores de 6" with "años" on the next line: a number of the text itself. */
static bool
is_counted(Str before, Str number, Str next)
{
	return is_little_number(number) && (str_equal(before, STR("*")) || begins_lower(next));
}

static bool
is_strayed(const Words *w, Str next)
{
	Str last = w->count > 0 ? w->words[w->count - 1].text : NO_STR;

	return w->count > 0 && is_value_word(last) &&
	       (w->count == 1 || !is_counted(w->words[w->count - 2].text, last, next));
}

bool
ends_with_strayed_value(Reader *r, uint32_t line, Str next)
{
	Words w = words_read(r, &(Area){FIELD_NONE, line_place(r->text, line), line + 1});

	return is_strayed(&w, next);
}

bool
ends_with_value(Reader *r, uint32_t line, Str next)
{
	Words w = words_read(r, &(Area){FIELD_NONE, line_place(r->text, line), line + 1});

	return w.count > 1 && !is_year(w.words[w.count - 1].text) &&
	       !leads_to_number(w.words[w.count - 2].text) && is_strayed(&w, next);
}

/* Does a value stand at the end of a line of text?  Then others may have strayed as well. */
static bool
has_strayed_value(Reader *r, const IndicatorBlocks *b)
{
	for (uint32_t i = 0; i < b->item_count; i++)
	{
		const Item *item = &b->items[i];

		for (uint32_t line = item->first; item->kind >= ITEM_LABEL && line < item->end; line++)
			if (ends_with_value(r, line,
			                    line + 1 < item->end ? line_text(r->text, line + 1) : NO_STR))
				return true;
	}
	return false;
}

/* Do texts that are no methodology stand between each run of values and the next? */
static bool
texts_between_runs(const IndicatorBlocks *b)
{
	bool open = false;
	bool text = true;

	for (uint32_t i = 0; i < b->item_count; i++)
	{
		const Item *item = &b->items[i];

		open &= item->kind <= ITEM_VALUES;
		text |= item->kind == ITEM_TEXT;
		if (item->kind != ITEM_VALUES || open)
			continue;
		if (!text)
			return false;
		open = true;
		text = false;
	}
	return true;
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
		add_unplaced_values(r, k, h, first, &b->values[run->first], run->count);
	infer_from(r, b, fact);
}

/*
 * Is each run of a row, or of several full ones, all rows together?  A run of
 * several rows with blanks among them may be of one more.
 */
static bool
runs_are_rows(const IndicatorBlocks *b)
{
	uint32_t rows = 0;

	for (uint32_t i = 0; i < b->run_count && b->head.year_count > 0; i++)
	{
		uint32_t here = rows_of(b, &b->runs[i]);

		if (here > 1 && b->runs[i].count != here * b->head.year_count)
			return false;
		rows += here;
	}
	return rows == b->rows && rows > 0 &&
	       (b->value_count == rows * b->head.year_count || texts_between_runs(b));
}

static void
add_values(Reader *r, const IndicatorKind *k, const IndicatorBlocks *b)
{
	uint32_t row = 0;

	if (runs_are_rows(b) && !b->strayed)
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

/* ---- The whole ---- */

static void
claim_items(Reader *r, const IndicatorBlocks *b, FieldId table)
{
	for (uint32_t i = 0; i < b->item_count; i++)
	{
		const Item *item = &b->items[i];
		TraceKind kind = item->kind == ITEM_HEAD ? TRACE_LABEL : TRACE_VALUE;

		claim(r, line_place(r->text, item->first), line_end_place(r->text, item->end - 1), kind,
		      table);
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
		text = unwrap(r, line_place(r->text, b->items[i].first), b->items[i].end);
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
	b->strayed = has_strayed_value(r, b);
	claim_items(r, b, area->table);
	indicator_head_emit(r, k, &b->head);
	if (is_empty(r, b))
		return;
	add_block_texts(r, k, b);
	add_values(r, k, b);
}
