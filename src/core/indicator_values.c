/*
 * indicator_values.c
 *		The values of indicators in texts that give a page in blocks of their own
 *		order.
 *
 * What such a text keeps of a row: its values follow one another, and rows
 * come in their order.  So values are placed if there is one for each cell, or
 * if they come in as many runs as there are rows, each behind texts of its own.
 *
 * The first column's value may stand within the text of its row, at the end of
 * a line or between two: no other column is beside that text.  Then the row's
 * run lacks it.  If runs and such values do not make up the rows, none is
 * placed.
 *
 * src/core/indicator_values.c
 */
#include "indicator_blocks.h"

#include <string.h>

/* A line of a cell is not as much wider than all others seen. */
#define BEYOND_COLUMN ((Width){.printed = 30, .characters = 3})

/* ---- Values within texts ---- */

static bool
is_little_number(Str s)
{
	for (uint32_t i = 0; i < s.len; i++)
		if (s.at[i] < '0' || s.at[i] > '9')
			return false;
	return s.len < 4;
}

bool
ends_with_count(Str line, Str next)
{
	Str before;

	return is_little_number(last_word(line, &before)) && begins_lower(next);
}

/* Does a line of text end with a value, rather than with a number of its own? */
static bool
ends_with_value(Str line, Str next)
{
	return ends_with_number(line) && !leads_to_end(line) && !ends_with_count(line, next);
}

/* The widest line of the formulas' and methodologies' column, as far as no value may end it. */
static Width
column_width(Reader *r, const IndicatorBlocks *b)
{
	Width width = {0, 0};

	for (uint32_t i = 0; i < b->item_count; i++)
		for (uint32_t line = b->items[i].first;
		     b->items[i].kind == ITEM_LABEL && line < b->items[i].end; line++)
			if (!r->text->lines[line].furniture && !ends_with_number(line_text(r->text, line)))
				width = wrap_wider(width, wrap_width(line_text(r->text, line)));
	return width;
}

/* A number that a text may hold as well: it has no sign of a value. */
static bool
is_bare(Str value)
{
	for (uint32_t i = 0; i < value.len; i++)
		if (!(value.at[i] >= '0' && value.at[i] <= '9') && value.at[i] != '.')
			return false;
	return true;
}

/* The only value at the end of a line; NO_STR: there are more. */
static Str
value_at_end(Reader *r, uint32_t line)
{
	Str values[TABLE_COLUMNS_MAX];

	return last_values(r, line, values) == 1 && value_status(values[0], TYPE_RATE) != STATUS_INVALID
	           ? values[0]
	           : NO_STR;
}

static void
add_stray(IndicatorBlocks *b, Str value, uint32_t line, uint32_t row)
{
	if (b->stray_count < ROWS_MAX)
		b->strays[b->stray_count++] = (Stray){value, line, row};
}

static Words
item_words(Reader *r, const Item *item)
{
	return words_read(r, &(Area){FIELD_NONE, line_place(r->text, item->first), item->end});
}

/* The only value of an item that text goes on behind; NO_STR: it is a run's. */
static Str
value_within(Reader *r, const IndicatorBlocks *b, uint32_t item)
{
	Words w = item_words(r, &b->items[item]);
	Str values[TABLE_COLUMNS_MAX];

	return item > 0 && b->items[item - 1].kind != ITEM_VALUES && item + 1 < b->item_count &&
	               b->items[item + 1].kind == ITEM_TEXT && is_attached(r->text, b, item + 1) &&
	               join_value_words(w.words, w.count, values) == 1
	           ? values[0]
	           : NO_STR;
}

/* The next word has no room behind it then. */
bool
may_be_of_text(const Text *t, const IndicatorBlocks *b, uint32_t item)
{
	const Item *before = &b->items[item - 1];
	const Item *behind = &b->items[item + 1];
	Width width = wrap_wider(wrap_widest(t, before->first, before->end),
	                         wrap_widest(t, behind->first, behind->end));

	return before->kind >= ITEM_LABEL && is_attached(t, b, item) &&
	       !wrap_is_early(wrap_measure(line_text(t, b->items[item].first)),
	                      wrap_measure(line_text(t, behind->first)), width);
}

static void
find_value_within(Reader *r, IndicatorBlocks *b, uint32_t item, uint32_t row)
{
	Str value = value_within(r, b, item);

	if (value.len == 0)
		return;
	b->strayed |= may_be_of_text(r->text, b, item);
	add_stray(b, value, b->items[item].first, row);
}

/* Would the first word of the next line have had room in the place of a line's number? */
static bool
is_room_for(Str line, Str next, Width column)
{
	return next.len > 0 &&
	       wrap_is_early(wrap_measure(text_before_number(line)), wrap_measure(next), column);
}

/*
 * The values at the ends of an item's lines; they are of row `row`.  One is none
 * of the text's if it reaches beyond the column, or if it is no bare number in a
 * name or a formula.
 */
static void
find_values_beside(Reader *r, IndicatorBlocks *b, const Item *item, uint32_t row, Width column)
{
	for (uint32_t line = item->first; line < item->end; line++)
	{
		Str text = line_text(r->text, line);
		Str next = line + 1 < item->end ? line_text(r->text, line + 1) : NO_STR;
		bool beyond = wrap_exceeds(wrap_width(text), column, BEYOND_COLUMN);
		Str value;

		if (r->text->lines[line].furniture || !ends_with_number(text) ||
		    (!beyond && (!ends_with_value(text, next) || is_room_for(text, next, column))))
			continue;
		value = value_at_end(r, line);
		b->strayed |= value.len == 0 || (!beyond && (item->kind == ITEM_LABEL || is_bare(value)));
		add_stray(b, value, line, row);
	}
}

/* Finds the values within texts.  A row's label stands behind its name and its formula. */
static void
find_strays(Reader *r, IndicatorBlocks *b)
{
	Width column = column_width(r, b);
	uint32_t labels = 0;
	bool behind_label = false; /* its text goes on */

	for (uint32_t i = 0; i < b->item_count; i++)
	{
		const Item *item = &b->items[i];
		uint32_t row;

		behind_label = item->kind == ITEM_LABEL ||
		               (behind_label && item->kind != ITEM_HEAD && is_attached(r->text, b, i));
		labels += item->kind == ITEM_LABEL;
		row = labels - behind_label;
		if (item->kind >= ITEM_LABEL)
			find_values_beside(r, b, item, row, column);
		else if (item->kind == ITEM_VALUES)
			find_value_within(r, b, i, row);
	}
}

/* Each row has one, or they are in rows that follow one another. */
static bool
place_strays(IndicatorBlocks *b)
{
	for (uint32_t i = 0; i < b->stray_count; i++)
	{
		if (b->stray_count == b->rows)
			b->strays[i].row = i;
		if (b->strays[i].row >= b->rows || (i > 0 && b->strays[i].row <= b->strays[i - 1].row))
			return false;
	}
	return true;
}

static const Stray *
stray_of(const IndicatorBlocks *b, uint32_t row)
{
	for (uint32_t i = 0; i < b->stray_count; i++)
		if (b->strays[i].row == row)
			return &b->strays[i];
	return NULL;
}

static bool
is_stray(const IndicatorBlocks *b, uint32_t line)
{
	for (uint32_t i = 0; i < b->stray_count; i++)
		if (b->strays[i].line == line)
			return true;
	return false;
}

Str
text_beside_value(const Text *t, const IndicatorBlocks *b, uint32_t line)
{
	Str text = line_text(t, line);

	for (uint32_t i = 0; i < b->stray_count; i++)
		if (b->strays[i].line == line)
			text.len = (uint32_t) (b->strays[i].value.at - text.at);
	return str_trim(text);
}

/* ---- Runs ---- */

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
		if (item->kind != ITEM_VALUES || is_stray(b, item->first))
			continue;
		w = item_words(r, item);
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
	Words w = item_words(r, item);
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
		if (years == (int) b->head.year_count && !is_attached(r->text, b, i))
			return; /* behind the last head, it may be of any column before */
		last = i;
		b->beside_heads[count++] = years - 1;
	}
	if (count > 1 && count == b->runs[0].count)
		b->runs[0].at = b->beside_heads;
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
		if (item->kind != ITEM_VALUES || open || is_stray(b, item->first))
			continue;
		if (!text)
			return false;
		open = true;
		text = false;
	}
	return true;
}

/* How many values of a row are in its run, if no cell is blank. */
static uint32_t
room_in(const IndicatorBlocks *b, uint32_t row)
{
	return b->head.year_count - (stray_of(b, row) ? 1 : 0);
}

/*
 * The rows from `first` on that a run fills if it leaves no cell blank, and the
 * next if it does; *room: their values then.
 */
static uint32_t
rows_of(const IndicatorBlocks *b, const Run *run, uint32_t first, uint32_t *room)
{
	uint32_t rows = 0;

	for (*room = 0; *room < run->count; rows++)
		*room += room_in(b, first + rows);
	return rows;
}

bool
has_all_values(const IndicatorBlocks *b)
{
	return b->head.year_count > 0 &&
	       b->value_count + b->stray_count == b->rows * b->head.year_count;
}

/* Figures are inferred; "N/A" cannot be, and is left in doubt. */
static void
infer_from(Reader *r, uint32_t fact)
{
	for (; fact < r->draft->count; fact++)
	{
		Fact *f = &r->draft->facts[fact];

		if (f->status == STATUS_REPORTED)
			f->status = STATUS_INFERRED;
		else if (f->status == STATUS_NOT_APPLICABLE)
			f->status = STATUS_AMBIGUOUS;
	}
}

/* A row's values, of which `count` are in a run, with the one within its text before them. */
static uint32_t
whole_row(const IndicatorBlocks *b, uint32_t row, const Str *run, uint32_t count, Str *values)
{
	const Stray *stray = stray_of(b, row);
	uint32_t before = stray ? 1 : 0;

	if (stray)
		values[0] = stray->value;
	memcpy(values + before, run, count * sizeof(Str));
	return before + count;
}

/* A row of which values are missing. */
static void
add_partial_row(Reader *r, const IndicatorKind *k, const IndicatorBlocks *b, const Run *run,
                uint32_t row)
{
	Str values[TABLE_COLUMNS_MAX + 1];
	uint32_t count = whole_row(b, row, &b->values[run->first], run->count, values);
	uint32_t before = count - run->count;
	int at[TABLE_COLUMNS_MAX + 1] = {0};

	if (!run->at || (before > 0 && run->at[0] == 0))
	{
		add_unplaced_values(r, k, &b->head, row, values, count);
		return;
	}
	memcpy(at + before, run->at, run->count * sizeof(int));
	add_indicator_values(r, k, &b->head, row, values, count, at);
}

/* The rows of a run, from row `first` on; how many they are. */
static uint32_t
add_run(Reader *r, const IndicatorKind *k, const IndicatorBlocks *b, const Run *run, uint32_t first)
{
	const Str *next = &b->values[run->first];
	uint32_t fact = r->draft->count;
	uint32_t room;
	uint32_t rows = rows_of(b, run, first, &room);

	if (run->count < room)
		add_partial_row(r, k, b, run, first);
	else
		for (uint32_t row = first; row < first + rows; row++)
		{
			Str values[TABLE_COLUMNS_MAX + 1];

			add_indicator_values(r, k, &b->head, row, values,
			                     whole_row(b, row, next, room_in(b, row), values), NULL);
			next += room_in(b, row);
		}
	infer_from(r, fact);
	return rows;
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
		uint32_t room;
		uint32_t here = rows_of(b, &b->runs[i], rows, &room);

		if (here > 1 && b->runs[i].count != room)
			return false;
		rows += here;
	}
	return rows == b->rows && rows > 0 && (has_all_values(b) || texts_between_runs(b));
}

/* Finds the runs, and where they are placed; values within texts are left out. */
static bool
arrange(Reader *r, IndicatorBlocks *b)
{
	b->value_count = b->run_count = 0;
	read_runs(r, b);
	place_beside_heads(r, b);
	return runs_are_rows(b);
}

void
find_block_values(Reader *r, IndicatorBlocks *b)
{
	bool sure;

	find_strays(r, b);
	sure = !b->strayed;
	for (uint32_t i = 0; i < b->stray_count; i++)
		b->strayed |= !is_value_line(r, b->strays[i].line);
	b->placed = sure && place_strays(b) && arrange(r, b);
	if (b->placed)
	{
		b->strayed = false;
		return;
	}
	b->stray_count = 0;
	b->placed = arrange(r, b) && (!b->strayed || has_all_values(b));
}

void
add_block_values(Reader *r, const IndicatorKind *k, const IndicatorBlocks *b)
{
	uint32_t row = 0;

	if (b->placed)
		for (uint32_t i = 0; i < b->run_count; i++)
			row += add_run(r, k, b, &b->runs[i], row);
	else
		for (; row < b->rows || (row == 0 && b->value_count > 0); row++)
			add_unplaced_values(r, k, &b->head, row, b->values, row == 0 ? b->value_count : 0);
}
