/*
 * indicator_blocks.c
 *		The tables of indicators in texts that give a page in blocks of their own
 *		order.
 *
 * src/core/indicator_blocks.c
 */
#include "indicator_blocks.h"
#include "label.h"

#include <string.h>

/* ---- The lines ---- */

static ItemKind
kind_of(Reader *r, uint32_t line)
{
	if (is_indicator_head_line(r, line_place(r->text, line)))
		return ITEM_HEAD;
	if (is_value_line(r, line))
		return ITEM_VALUES;
	return holds_label(line_text(r->text, line)) ? ITEM_LABEL : ITEM_TEXT;
}

bool
is_attached(const Text *t, const IndicatorBlocks *b, uint32_t item)
{
	return item > 0 && b->items[item - 1].end == b->items[item].first &&
	       !t->lines[b->items[item].first].after_blank;
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

/* The heads on a line.  What is beside no year waits for the years that may stand behind it. */
static void
read_head_line(Reader *r, IndicatorHead *h, IndicatorHead *waiting, Place from)
{
	Words w = words_read(r, &(Area){FIELD_NONE, from, from.line + 1});
	bool expected;

	for (uint32_t i = 0; i < w.count; i++)
		if (is_year(w.words[i].text))
			indicator_head_year(h, w.words[i].text);
		else if (!indicator_basis(w.words[i].text, &expected))
			continue;
		else if (i > 0 && is_year(w.words[i - 1].text))
			indicator_head_basis(h, true, expected);
		else if (waiting->basis_count < TABLE_COLUMNS_MAX)
			waiting->expected[waiting->basis_count++] = expected;
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

/* Puts columns from one on into the form's order, if they can be: what was, by years, in turn. */
static void
put_in_turn(IndicatorHead *h, uint32_t from, uint32_t count)
{
	uint32_t order[TABLE_COLUMNS_MAX];
	IndicatorHead read = *h;

	for (uint32_t i = 0; i < count; i++)
	{
		/* among those of its kind, how many are before it? */
		uint32_t before = 0;
		const Str *year = &read.years[from + i];

		for (uint32_t k = 0; k < count; k++)
		{
			int later = memcmp(read.years[from + k].at, year->at, year->len);

			before += read.expected[from + k] == read.expected[from + i] &&
			          (later < 0 || (later == 0 && k < i));
		}
		order[i] = 2 * before + read.expected[from + i];
		if (order[i] >= count)
			return;
	}
	for (uint32_t i = 0; i < count; i++)
	{
		h->years[from + order[i]] = read.years[from + i];
		h->expected[from + order[i]] = read.expected[from + i];
	}
}

static void
read_head(Reader *r, IndicatorBlocks *b, const Area *area)
{
	IndicatorHead *h = &b->head;
	IndicatorHead waiting = {.basis_count = 0};
	IndicatorHead read;
	uint32_t period;

	/* the first may stand on the line of the label */
	if (area->from.at > r->text->lines[area->from.line].start &&
	    is_indicator_head_line(r, area->from))
	{
		read_head_line(r, h, &waiting, area->from);
		claim(r, area->from, line_end_place(r->text, area->from.line), TRACE_LABEL, area->table);
	}
	for (uint32_t i = 0; i < b->item_count; i++)
		if (b->items[i].kind == ITEM_HEAD)
			read_head_line(r, h, &waiting, line_place(r->text, b->items[i].first));
	for (uint32_t i = 0; i < waiting.basis_count; i++)
		indicator_head_basis(h, false, waiting.expected[i]);
	if (h->year_count != h->basis_count)
		h->year_count = 0;
	read = *h;
	for (period = 1; period <= read.year_count; period++)
	{
		*h = read;
		for (uint32_t c = 0; c + period <= h->year_count; c += period)
			put_in_turn(h, c, period);
		if (!repeats(h, period))
			continue;
		h->year_count = h->basis_count = period;
		if (is_in_order(h))
			return;
	}
	h->year_count = 0;
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
	read_head(r, b, area);
	find_block_values(r, b);
	claim_items(r, b, area->table);
	indicator_head_emit(r, k, &b->head);
	if (is_empty(r, b))
		return;
	add_block_texts(r, k, b);
	add_block_values(r, k, b);
}
