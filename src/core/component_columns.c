/*
 * component_columns.c
 *		The tables of components (4) and of their costs (5.5) where columns are
 *		kept by position.
 *
 * The left columns of the two tables are the names, one after the other, in
 * section 4 each with its kind of benefit below.  Read side by side they tell
 * where a name ends.  What stands in the other columns is shared out among the
 * rows by where it stands beside the names.
 *
 * src/core/component_columns.c
 */
#include "component_tables.h"
#include "columns.h"

#include <stdlib.h>
#include <string.h>

#define LINES_MAX     128 /* of a left column */
#define NAME_LINES    8
#define BENEFIT_LINES 3
#define NAME_MAX      256

/* The lines of a split table that have something in the left column. */
typedef struct Left
{
	const Split *split;
	uint16_t at[LINES_MAX]; /* split lines */
	uint32_t count;
	char *squeezed;                /* all of them, squeezed, one after the other, and a NUL */
	uint32_t start[LINES_MAX + 1]; /* where each begins there */
} Left;

/* A component by its lines in the two left columns. */
typedef struct PairedRow
{
	uint32_t name;  /* first line in section 4's column */
	uint32_t end;   /* past its kind of benefit */
	uint32_t spent; /* first line in 5.5's column */
	uint32_t spent_end;
} PairedRow;

static Str
left_text(const Reader *r, const Left *left, uint32_t i)
{
	Piece p = left->split->lines[left->at[i]].left;

	return (Str){r->text->clean.at + p.start, p.end - p.start};
}

static bool
squeeze_left(const Reader *r, Left *left)
{
	uint32_t room = 1;

	for (uint32_t i = 0; i < left->count; i++)
		room += left_text(r, left, i).len;
	left->squeezed = arena_alloc(r->scratch, room);
	left->start[0] = 0;
	for (uint32_t i = 0; left->squeezed && i < left->count; i++)
	{
		uint32_t at = left->start[i];

		left->start[i + 1] = at + squeeze(left_text(r, left, i), left->squeezed + at, room - at);
	}
	if (left->squeezed)
		left->squeezed[left->start[left->count]] = '\0';
	return left->squeezed != NULL;
}

static bool
read_left(const Reader *r, const Split *split, Left *left)
{
	left->split = split;
	left->count = 0;
	for (uint32_t i = 0; i < split->count; i++)
		if (split->lines[i].left.start < split->lines[i].left.end)
		{
			if (left->count == LINES_MAX || i > UINT16_MAX)
				return false;
			left->at[left->count++] = (uint16_t) i;
		}
	return left->count > 0 && squeeze_left(r, left);
}

static bool
same_name(const Left *four, uint32_t f, uint32_t j, const Left *five, uint32_t g, uint32_t k)
{
	uint32_t len = four->start[f + j] - four->start[f];

	return len < NAME_MAX && five->start[g + k] - five->start[g] == len &&
	       memcmp(four->squeezed + four->start[f], five->squeezed + five->start[g], len) == 0;
}

/* May a name begin at both lines?  Not where line g has a letter, and f goes on with another. */
static bool
begin_alike(const Left *four, uint32_t f, const Left *five, uint32_t g)
{
	return five->start[g + 1] == five->start[g] ||
	       four->squeezed[four->start[f]] == five->squeezed[five->start[g]];
}

/* A line that begins in lower case goes on with the one before. */
static bool
goes_on(Str s)
{
	return (s.at[0] >= 'a' && s.at[0] <= 'z') || s.at[0] == '(';
}

/* The lines in section 4 of the name that takes k lines in 5.5; 0: they differ. */
static uint32_t
name_lines(const Reader *r, const Left *four, uint32_t f, const Left *five, uint32_t g, uint32_t k)
{
	if (goes_on(left_text(r, four, f)) ||
	    (g + k < five->count && goes_on(left_text(r, five, g + k))))
		return 0;
	for (uint32_t j = 1; j <= NAME_LINES && f + j <= four->count; j++)
		if (same_name(four, f, j, five, g, k))
			return j;
	return 0;
}

/*
 * Walks both columns from their ends: bit n of ways_at(f, g) says that what stands
 * from line f in section 4 and line g in 5.5 on can be read as n components.
 */
typedef struct Pairs
{
	uint64_t *ways;
	uint32_t width;
} Pairs;

static uint64_t *
ways_at(const Pairs *p, uint32_t f, uint32_t g)
{
	return &p->ways[f * p->width + g];
}

static void
count_ways(const Reader *r, Pairs *p, const Left *four, uint32_t f, const Left *five, uint32_t g)
{
	if (!begin_alike(four, f, five, g))
		return;
	for (uint32_t k = 1; k <= NAME_LINES && g + k <= five->count; k++)
	{
		uint32_t j = name_lines(r, four, f, five, g, k);

		for (uint32_t b = 0; j && b <= BENEFIT_LINES && f + j + b <= four->count; b++)
			*ways_at(p, f, g) |= *ways_at(p, f + j + b, g + k) << 1;
	}
}

/* The row that begins at (f, g), with `left` components to be read from there on. */
static PairedRow
row_at(const Reader *r, const Pairs *p, const Left *four, uint32_t f, const Left *five, uint32_t g,
       uint32_t left)
{
	for (uint32_t k = 1; k <= NAME_LINES && g + k <= five->count; k++)
	{
		uint32_t j = name_lines(r, four, f, five, g, k);

		for (uint32_t b = 0; j && b <= BENEFIT_LINES && f + j + b <= four->count; b++)
			if (*ways_at(p, f + j + b, g + k) >> (left - 1) & 1)
				return (PairedRow){f, f + j + b, g, g + k};
	}
	return (PairedRow){0, 0, 0, 0};
}

/* Reads the two columns as `count` components; 0: as many as they need at the least. */
static uint32_t
pair_names(Reader *r, const Left *four, const Left *five, uint32_t count, PairedRow *rows)
{
	Pairs pairs = {.width = five->count + 1};
	Pairs *p = &pairs;
	size_t size = (size_t) (four->count + 1) * p->width * sizeof(uint64_t);
	uint32_t f = 0;
	uint32_t g = 0;

	p->ways = arena_alloc(r->scratch, size);
	if (!p->ways || count >= 64)
		return 0;
	memset(p->ways, 0, size);
	*ways_at(p, four->count, five->count) = 1;
	for (uint32_t i = four->count; i-- > 0;)
		for (uint32_t k = five->count; k-- > 0;)
			count_ways(r, p, four, i, five, k);
	if (count == 0)
		while (count < 64 && !(*ways_at(p, 0, 0) >> count & 1))
			count++;
	if (count >= 64 || !(*ways_at(p, 0, 0) >> count & 1))
		return 0;
	for (uint32_t i = 0; i < count; i++)
	{
		rows[i] = row_at(r, p, four, f, five, g, count - i);
		f = rows[i].end;
		g = rows[i].spent_end;
	}
	return count;
}

/* ---- Grids ---- */

static bool
share_right(Reader *r, const Split *s, const RowKey *keys, uint32_t count, uint32_t *first)
{
	bool *has = arena_alloc(r->scratch, s->count + 1);

	if (!has)
		return false;
	for (uint32_t i = 0; i < s->count; i++)
		has[i] = s->lines[i].right.start < s->lines[i].right.end;
	return share_lines(keys, count, has, s->count, first);
}

static void
add_left_cell(Reader *r, Grid *g, const Left *left, uint32_t from, uint32_t to)
{
	Piece pieces[LINES_MAX] = {{0, 0}};

	bool doubtful = false;

	for (uint32_t i = from; i < to; i++)
	{
		pieces[i - from] = left->split->lines[left->at[i]].left;
		doubtful |= left->split->lines[left->at[i]].doubtful;
	}
	grid_add_cell(r, g, pieces, to - from);
	if (doubtful)
		grid_doubt_cell(g);
}

static Str
right_text(const Reader *r, const Split *s, uint32_t i)
{
	return (Str){r->text->clean.at + s->lines[i].right.start,
	             s->lines[i].right.end - s->lines[i].right.start};
}

/* Does a sentence go on from the rows before line `at` to those from it on? */
static bool
cuts_sentence(const Reader *r, const Split *s, uint32_t at)
{
	uint32_t before = at;
	Str end = NO_STR;
	Str start = NO_STR;

	while (before > 0 && end.len == 0)
		end = right_text(r, s, --before);
	for (; at < s->count && start.len == 0; at++)
		start = right_text(r, s, at);
	return end.len > 0 && start.len > 0 &&
	       ((start.at[0] >= 'a' && start.at[0] <= 'z') || !ends_sentence(end));
}

static void
add_right_cell(Reader *r, Grid *g, const Split *s, uint32_t from, uint32_t to)
{
	Piece *pieces = arena_alloc(r->scratch, (to - from + 1) * sizeof(Piece));
	uint32_t count = 0;
	bool doubtful = false;

	for (uint32_t i = from; pieces && i < to; i++)
	{
		if (s->lines[i].right.start < s->lines[i].right.end)
			pieces[count++] = s->lines[i].right;
		doubtful |= s->lines[i].doubtful;
	}
	if (pieces)
		grid_add_cell(r, g, pieces, count);
	if (doubtful)
		grid_doubt_cell(g);
}

/* The figure of each row: the one whose line is nearest to the middle of its name. */
static bool
find_amounts(const Split *s, const RowKey *keys, uint32_t count, uint32_t *amounts)
{
	uint32_t row = 0;

	for (uint32_t i = 0; i < count; i++)
		amounts[i] = UINT32_MAX;
	for (uint32_t i = 0; i < s->count; i++)
	{
		if (s->lines[i].first_word == s->lines[i].end_word)
			continue;
		while (row + 1 < count &&
		       4 * i > keys[row].first + keys[row].last + keys[row + 1].first + keys[row + 1].last)
			row++;
		if (amounts[row] != UINT32_MAX || s->lines[i].end_word - s->lines[i].first_word != 1)
			return false;
		amounts[row] = s->lines[i].first_word;
	}
	return true;
}

/*
 * An amount that touches its detail ("603.902 Pago a ejecutores") is cut off
 * the first line of it.
 */
static bool
cut_amount(const Reader *r, Piece *line, Piece *amount)
{
	const char *s = r->text->clean.at;
	uint32_t at = line->start;
	Str word;

	while (at < line->end && ((s[at] >= '0' && s[at] <= '9') || s[at] == '.'))
		at++;
	word = (Str){s + line->start, at - line->start};
	while (at < line->end && s[at] == ' ')
		at++;
	if (value_status(word, TYPE_AMOUNT) != STATUS_REPORTED ||
	    (at < line->end && !(s[at] >= 'A' && s[at] <= 'Z')))
		return false;
	*amount = (Piece){line->start, line->start + word.len};
	line->start = at;
	return true;
}

/* The amounts as pieces; start == end: none. */
static void
take_amounts(Reader *r, const Split *s, const uint32_t *words, const uint32_t *first,
             uint32_t count, Piece *amounts)
{
	for (uint32_t i = 0; i < count; i++)
	{
		amounts[i] = (Piece){0, 0};
		if (words[i] != UINT32_MAX)
		{
			const Word *w = &s->words.words[words[i]];

			amounts[i] = (Piece){w->start, w->start + w->text.len};
			continue;
		}
		for (uint32_t line = first[i]; line < first[i + 1]; line++)
			if (s->lines[line].right.start < s->lines[line].right.end)
			{
				cut_amount(r, &s->lines[line].right, &amounts[i]);
				break;
			}
	}
}

/*
 * Where a component has no amount, one may have been taken for text: then the
 * others do not add up.
 */
static bool
amounts_add_up(const Reader *r, const Piece *amounts, uint32_t count)
{
	int64_t sum = 0;
	int64_t amount;
	bool all = true;
	Decimal total;

	for (uint32_t i = 0; i < count; i++)
		if (amounts[i].start == amounts[i].end)
			all = false;
		else if (integer_parse(
		             (Str){r->text->clean.at + amounts[i].start, amounts[i].end - amounts[i].start},
		             &amount))
			sum += amount % INT64_C(1000000000000);
	return all || (known_number(r, FIELD_COMPONENT_SPENDING, &total) && total.mantissa == sum);
}

static bool
make_spending(Reader *r, const Left *five, const PairedRow *rows, uint32_t count, Grid *grid)
{
	const Split *s = five->split;
	RowKey *keys = arena_alloc(r->scratch, count * sizeof(RowKey));
	uint32_t *amounts = arena_alloc(r->scratch, count * sizeof(uint32_t));
	uint32_t *first = arena_alloc(r->scratch, (count + 1) * sizeof(uint32_t));
	Piece *pieces = arena_alloc(r->scratch, count * sizeof(Piece));

	if (!keys || !amounts || !first)
		return false;
	for (uint32_t i = 0; i < count; i++)
		keys[i] = (RowKey){five->at[rows[i].spent], five->at[rows[i].spent_end - 1]};
	if (!pieces || !find_amounts(s, keys, count, amounts) || !share_right(r, s, keys, count, first))
		return false;
	take_amounts(r, s, amounts, first, count, pieces);
	if (!amounts_add_up(r, pieces, count))
		return false;
	for (uint32_t i = 0; i < count; i++)
	{
		grid_add_row(r, grid);
		add_left_cell(r, grid, five, rows[i].spent, rows[i].spent_end);
		grid_add_cell(r, grid, &pieces[i], 1);
		add_right_cell(r, grid, s, first[i], first[i + 1]);
		if ((i > 0 && cuts_sentence(r, s, first[i])) ||
		    (i + 1 < count && cuts_sentence(r, s, first[i + 1])))
			grid_doubt_cell(grid);
	}
	return true;
}

/* Production ends a description: only the rest of its unit may stand below its line. */
static bool
production_ends(const Reader *r, const Split *s, uint32_t from, uint32_t to)
{
	bool ended = false;

	for (; from < to; from++)
	{
		Piece p = s->lines[from].right;
		Str text = {r->text->clean.at + p.start, p.end - p.start};

		if (text.len == 0)
			continue;
		if (ended && !(text.at[0] >= 'a' && text.at[0] <= 'z') && text.at[0] != '(')
			return false;
		ended |= squeezed_prefix(text, "produccional", NULL);
	}
	return true;
}

static bool
make_components(Reader *r, const Left *four, const PairedRow *rows, uint32_t count, Grid *grid)
{
	const Split *s = four->split;
	RowKey *keys = arena_alloc(r->scratch, count * sizeof(RowKey));
	uint32_t *first = arena_alloc(r->scratch, (count + 1) * sizeof(uint32_t));

	if (!keys || !first)
		return false;
	for (uint32_t i = 0; i < count; i++)
		keys[i] = (RowKey){four->at[rows[i].name], four->at[rows[i].end - 1]};
	if (!share_right(r, s, keys, count, first))
		return false;
	for (uint32_t i = 0; i < count; i++)
	{
		grid_add_row(r, grid);
		add_left_cell(r, grid, four, rows[i].name, rows[i].end);
		add_right_cell(r, grid, s, first[i], first[i + 1]);
		/* a border that stands wrong is wrong for both rows */
		if (!production_ends(r, s, first[i], first[i + 1]) ||
		    (i > 0 && !production_ends(r, s, first[i - 1], first[i])) ||
		    (i + 1 < count && !production_ends(r, s, first[i + 1], first[i + 2])))
			grid_doubt_cell(grid);
	}
	return true;
}

bool
component_grid(Reader *r, const Area *components, const Area *spending, bool want_spending,
               Grid *grid)
{
	Split four, five;
	Left *lefts = arena_alloc(r->scratch, 2 * sizeof(Left));
	PairedRow *rows = arena_alloc(r->scratch, LINES_MAX * sizeof(PairedRow));
	uint32_t count;
	Decimal announced;

	memset(grid, 0, sizeof(Grid));
	if (!lefts || !rows || !split_columns(r, components, INT32_MAX, 0, NULL, &four) ||
	    !split_columns(r, spending, INT32_MAX, -1, is_figure, &five) ||
	    !read_left(r, &four, &lefts[0]) || !read_left(r, &five, &lefts[1]))
		return false;
	count = 0;
	if (known_number(r, FIELD_COMPONENT_COUNT, &announced) && announced.mantissa < LINES_MAX)
		count = (uint32_t) announced.mantissa;
	count = pair_names(r, &lefts[0], &lefts[1], count, rows);
	if (count == 0)
		return false;
	return want_spending ? make_spending(r, &lefts[1], rows, count, grid)
	                     : make_components(r, &lefts[0], rows, count, grid);
}
