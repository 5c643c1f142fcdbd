/*
 * row_shares.c
 *		Which lines belong to which row of a table whose columns are kept by
 *		position.
 *
 * Of all ways to put borders between the rows, takes the one that costs least:
 * it costs if cells are not level, or a sentence goes on over a border.
 *
 * src/core/row_shares.c
 */
#include "row_shares.h"

#include <stdlib.h>
#include <string.h>

/* hundreds are faults; units tell among ways without */
#define BEGIN_COST  500 /* a row begins in the middle of a sentence, or goes on behind its end */
#define LEVEL_COST  600 /* cells that should begin on one line do not */
#define AFTER_COST  400 /* nothing parts a name from the one above it */
#define BLANK_COST  100 /* no value shows where the row is */
#define UNEVEN_COST 1   /* one line more above the middle than below it, or less */
#define SKEWED_COST 400 /* and each further line, */
#define UNEVEN_MAX  3   /* up to so many */
#define PAGE_COST   200 /* a page ends inside, so that nothing shows the middle */
#define CLEAR_COST  150 /* by which the best way must be cheaper than others */
#define NEVER_COST  100000
#define LINES_MAX   2000

/* Counts of the lines before each line, and what is found for each border. */
typedef struct Shares
{
	const RowLine *lines;
	uint32_t count;
	uint32_t *lefts;
	uint32_t *rights;
	uint32_t *values;
	uint32_t *pages;
	uint32_t *unsures;
	uint32_t *musts;
	uint32_t *last_left;  /* before this line; count: none */
	uint32_t *next_left;  /* from this line on */
	uint32_t *next_value; /* the same */
	bool middle;          /* the cells stand around the middle of their row */
} Shares;

static bool
count_lines(Arena *scratch, Shares *s)
{
	uint32_t n = s->count;
	uint32_t *at = arena_alloc(scratch, 9 * (size_t) (n + 1) * sizeof(uint32_t));

	if (!at)
		return false;
	memset(at, 0, 9 * (size_t) (n + 1) * sizeof(uint32_t));
	s->lefts = at;
	s->rights = at + (n + 1);
	s->values = at + 2 * (n + 1);
	s->pages = at + 3 * (n + 1);
	s->last_left = at + 4 * (n + 1);
	s->next_left = at + 5 * (n + 1);
	s->next_value = at + 6 * (n + 1);
	s->unsures = at + 7 * (n + 1);
	s->musts = at + 8 * (n + 1);
	s->last_left[0] = s->next_left[n] = s->next_value[n] = n;
	for (uint32_t i = 0; i < n; i++)
	{
		s->lefts[i + 1] = s->lefts[i] + s->lines[i].left;
		s->rights[i + 1] = s->rights[i] + s->lines[i].right;
		s->values[i + 1] = s->values[i] + s->lines[i].value;
		s->pages[i + 1] = s->pages[i] + s->lines[i].page;
		s->unsures[i + 1] = s->unsures[i] + s->lines[i].unsure;
		s->musts[i + 1] = s->musts[i] + s->lines[i].must;
		s->last_left[i + 1] = s->lines[i].left ? i : s->last_left[i];
	}
	for (uint32_t i = n; i-- > 0;)
	{
		s->next_left[i] = s->lines[i].left ? i : s->next_left[i + 1];
		s->next_value[i] = s->lines[i].value ? i : s->next_value[i + 1];
	}
	return true;
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/* The cost of a row whose cells begin on its first line. */
static int
top_cost(const Shares *s, uint32_t first, uint32_t end)
{
	const RowLine *line = &s->lines[first];
	int cost = 0;

	if (s->values[end] > s->values[first] && !line->value)
		return NEVER_COST;
	if (!line->left)
		cost += LEVEL_COST;
	if (!line->right && s->rights[end] > s->rights[first])
		cost += LEVEL_COST;
	if (!line->value)
		cost += BLANK_COST;
	if (!line->value && first > 0 && line->left && line[-1].left && !line->page)
		cost += AFTER_COST;
	return cost;
}

/* The cost of lines above and below the middle, counted in `before`. */
static int
balance(const Shares *s, const uint32_t *before, uint32_t first, uint32_t end, uint32_t twice)
{
	int above = (int) (before[(twice + 1) / 2] - before[first]);
	int below = (int) (before[end] - before[twice / 2 + 1]);
	int uneven = abs(above - below);

	if (uneven > 1) /* lines that may be of either column may make it even */
		uneven -= least(uneven - 1, 2 * (int) (s->unsures[end] - s->unsures[first]));
	if (uneven <= 1)
		return uneven * UNEVEN_COST;
	return uneven <= UNEVEN_MAX ? (uneven - 1) * SKEWED_COST : NEVER_COST;
}

/* The cost of a row whose cells have their middles on one line. */
static int
middle_cost(const Shares *s, uint32_t first, uint32_t end)
{
	bool valued = s->next_value[first] < end;
	uint32_t twice = valued ? 2 * s->next_value[first] : s->next_left[first] + s->last_left[end];
	int cost = valued ? 0 : BLANK_COST;

	if (s->pages[end] > s->pages[first + 1])
		return cost + PAGE_COST;
	if (!valued && s->next_left[first] >= end)
		return cost + LEVEL_COST;
	return cost + balance(s, s->rights, first, end, twice) +
	       balance(s, s->lefts, first, end, twice);
}

static int
row_cost(const Shares *s, uint32_t first, uint32_t end)
{
	int cost = BEGIN_COST * (int) (s->musts[end] - s->musts[first + 1]);

	if (first > 0 && !s->lines[first].begin && !s->lines[first].unsure)
		cost += BEGIN_COST;
	if (s->values[end] - s->values[first] > 1)
		return NEVER_COST;
	return cost + (s->middle ? middle_cost(s, first, end) : top_cost(s, first, end));
}

/* The first line on which row i may begin, and the last. */
static uint32_t
earliest(const RowShare *rows, uint32_t i)
{
	return i == 0 ? 0 : rows[i - 1].mark_end;
}

static uint32_t
latest(const RowShare *rows, uint32_t i)
{
	return i == 0 ? 0 : rows[i].mark;
}

/*
 * before[line] is the least cost of the rows before the one that begins there,
 * behind[line] that of this row and those behind it.
 */
static void
price_borders(const Shares *s, const RowShare *rows, uint32_t row_count, int *before, int *behind)
{
	for (uint32_t i = 0; i <= s->count; i++)
		before[i] = behind[i] = NEVER_COST;
	before[0] = 0;
	for (uint32_t i = 1; i < row_count; i++)
		for (uint32_t end = earliest(rows, i); end <= latest(rows, i); end++)
			for (uint32_t at = earliest(rows, i - 1); at <= latest(rows, i - 1); at++)
				if (before[at] < NEVER_COST)
					before[end] = least(before[end], before[at] + row_cost(s, at, end));
	for (uint32_t i = row_count; i-- > 0;)
		for (uint32_t at = earliest(rows, i); at <= latest(rows, i); at++)
		{
			if (i + 1 == row_count)
				behind[at] = row_cost(s, at, s->count);
			else
				for (uint32_t end = earliest(rows, i + 1); end <= latest(rows, i + 1); end++)
					if (behind[end] < NEVER_COST)
						behind[at] = least(behind[at], behind[end] + row_cost(s, at, end));
		}
}

static void
doubt_row(RowShare *row, uint32_t first)
{
	if (!row->doubtful)
		row->earliest = row->latest = row->first;
	row->doubtful = true;
	row->earliest = first < row->earliest ? first : row->earliest;
	row->latest = first > row->latest ? first : row->latest;
}

/* Doubts a row if other borders before it cost about the same. */
static void
doubt_border(RowShare *rows, uint32_t i, const int *before, const int *behind)
{
	for (uint32_t at = earliest(rows, i); at <= latest(rows, i); at++)
		if (at != rows[i].first && before[at] + behind[at] < behind[0] + CLEAR_COST)
			doubt_row(&rows[i], at);
}

/* Puts each row where it begins in the best way; the cost. */
static int
place_rows(const Shares *s, RowShare *rows, uint32_t row_count, int *before, int *behind)
{
	price_borders(s, rows, row_count, before, behind);
	rows[0].first = 0;
	for (uint32_t i = 1; i < row_count && behind[0] < NEVER_COST; i++)
	{
		int best = INT32_MAX;

		for (uint32_t at = earliest(rows, i); at <= latest(rows, i); at++)
		{
			int cost = row_cost(s, rows[i - 1].first, at) + behind[at];

			if (cost < best)
				rows[i].first = at;
			best = least(best, cost);
		}
		doubt_border(rows, i, before, behind);
	}
	return behind[0];
}

/* Doubts the rows that begin elsewhere in another way that costs about the same. */
static void
doubt_rows(RowShare *rows, const RowShare *others, uint32_t row_count)
{
	for (uint32_t i = 0; i < row_count; i++)
		if (rows[i].first != others[i].first)
			doubt_row(&rows[i], others[i].first);
}

bool
share_rows(Arena *scratch, const RowLine *lines, uint32_t count, RowShare *rows, uint32_t row_count)
{
	Shares s = {.lines = lines, .count = count};
	int *before = arena_alloc(scratch, (count + 1) * sizeof(int));
	int *behind = arena_alloc(scratch, (count + 1) * sizeof(int));
	RowShare *others = arena_alloc(scratch, (row_count + 1) * sizeof(RowShare));
	int top, middle;

	if (count > LINES_MAX || row_count == 0 || !before || !behind || !others ||
	    !count_lines(scratch, &s))
		return false;
	memcpy(others, rows, row_count * sizeof(RowShare));
	top = place_rows(&s, rows, row_count, before, behind);
	s.middle = true;
	middle = place_rows(&s, others, row_count, before, behind);
	if (abs(top - middle) < CLEAR_COST)
		doubt_rows(rows, others, row_count);
	else if (middle < top)
		memcpy(rows, others, row_count * sizeof(RowShare));
	return top < NEVER_COST || middle < NEVER_COST;
}
