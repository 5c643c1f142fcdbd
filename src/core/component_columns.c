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
#include "row_shares.h"

#include <stdlib.h>
#include <string.h>

#define LINES_MAX     128 /* of a left column */
#define NAME_LINES    8
#define BENEFIT_LINES 3
#define NAME_MAX      256
#define NAME_LEAST    12
#define BENEFIT_MAX   64 /* bytes of a line that holds a kind of benefit */

/* The lines of a split table that have something in the left column. */
typedef struct Left
{
	const Split *split;
	uint16_t at[LINES_MAX]; /* split lines */
	uint32_t count;
	char *squeezed;               /* their texts, one after the other, */
	uint32_t ends[LINES_MAX + 1]; /* and where each begins, and the last ends */
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
	return piece_text(r->text, left->split->lines[left->at[i]].left);
}

/* Each line is compared with many: all are squeezed once. */
static bool
squeeze_left(Reader *r, Left *left)
{
	uint32_t size = 0;
	uint32_t len = 0;

	for (uint32_t i = 0; i < left->count; i++)
		size += left_text(r, left, i).len;
	left->squeezed = arena_alloc(r->scratch, size);
	for (uint32_t i = 0; left->squeezed && i < left->count; i++)
	{
		left->ends[i] = len;
		len += squeeze(left_text(r, left, i), left->squeezed + len, size - len);
	}
	left->ends[left->count] = len;
	return left->squeezed != NULL;
}

static bool
read_left(Reader *r, const Split *split, Left *left)
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

/* The squeezed text of `count` lines. */
static Str
squeezed_lines(const Left *left, uint32_t from, uint32_t count)
{
	uint32_t start = left->ends[from];

	return (Str){left->squeezed + start, left->ends[from + count] - start};
}

/* The lines in section 4 of the name that takes k lines in 5.5; 0: they differ. */
static uint32_t
name_lines(const Reader *r, const Left *four, uint32_t f, const Left *five, uint32_t g, uint32_t k)
{
	Str name;

	if (is_name_rest(left_text(r, four, f)) ||
	    (g + k < five->count && is_name_rest(left_text(r, five, g + k))))
		return 0;
	name = squeezed_lines(five, g, k);
	for (uint32_t j = 1; j <= NAME_LINES && f + j <= four->count && name.len < NAME_MAX; j++)
		if (str_equal(squeezed_lines(four, f, j), name))
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
	return (PairedRow){0, 0, 0, 0}; /* not reached: there is a way from here on */
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

/* ---- Names that touch the text beside them ---- */

/* The left column of a table, squeezed into one text. */
static Str
join_left(Reader *r, const Split *split)
{
	uint32_t size = 0;
	uint32_t len = 0;
	char *out;

	for (uint32_t i = 0; i < split->count; i++)
		size += split->lines[i].left.end - split->lines[i].left.start;
	out = arena_alloc(r->scratch, size + 1);
	for (uint32_t i = 0; out && i < split->count; i++)
		len += squeeze(piece_text(r->text, split->lines[i].left), out + len, size - len);
	return out ? (Str){out, len} : NO_STR;
}

/* Where the longest run of a line's first words ends that stands among the names; its start: none.
 */
static uint32_t
find_name_end(const Reader *r, const SplitLine *line, Str names)
{
	const char *s = r->text->clean.at;
	uint32_t end = line->right.end > line->left.end ? line->right.end : line->left.end;
	uint32_t found = line->left.start;
	char part[NAME_MAX];

	for (uint32_t at = line->left.start + 1; at <= end; at++)
	{
		uint32_t len;

		if (at < end && s[at] != ' ')
			continue;
		len = squeeze((Str){s + line->left.start, at - line->left.start}, part, NAME_MAX);
		if (len > NAME_MAX || !memmem(names.at, names.len, part, len))
			break;
		if (len >= NAME_LEAST) /* less may be part of a word */
			found = at;
	}
	return found;
}

/* A line of section 4 that may be cut in several ways has what 5.5 has of a name on its left. */
static void
settle_names(Reader *r, Split *four, const Split *five)
{
	Str names = join_left(r, five);

	for (uint32_t i = 0; i < four->count; i++)
	{
		SplitLine *line = &four->lines[i];
		uint32_t end;

		if (!line->doubtful || line->left.start == line->left.end)
			continue;
		end = find_name_end(r, line, names);
		if (end == line->left.start)
			continue;
		line->right.start = line->right.end > end ? end : line->right.end;
		line->left.end = end;
		while (line->right.start < line->right.end && r->text->clean.at[line->right.start] == ' ')
			line->right.start++;
		line->doubtful = false;
	}
}

/* ---- Grids ---- */

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
	return piece_text(r->text, s->lines[i].right);
}

/* Does production go on behind a line of it, which lacks its unit, or its figure too? */
static bool
lacks_unit(Str s)
{
	char last = s.len > 0 ? s.at[s.len - 1] : ' ';

	return (last >= '0' && last <= '9') || last == ':';
}

/*
 * Marks the lines that a row may begin with: a cell ends before them, by a
 * sentence or by production, behind whose line only the rest of its unit may
 * stand.
 */
static void
mark_begins(const Reader *r, const Split *s, RowLine *lines)
{
	Str before = NO_STR;
	Str after = NO_STR;
	bool produced = false;

	for (uint32_t i = s->count; i-- > 0;)
	{
		if (lines[i].right)
			after = right_text(r, s, i);
		lines[i].begin = after.len == 0 || !(is_name_rest(after) || is_production_line(after));
	}
	for (uint32_t i = 0; i < s->count; i++)
	{
		bool unit = produced && (lacks_unit(before) || is_name_rest(right_text(r, s, i)));

		lines[i].begin &= before.len == 0 || (produced && !unit) || ends_sentence(before);
		if (!lines[i].right)
			continue;
		lines[i].must = produced && !unit && !begins_with_digit(right_text(r, s, i));
		before = right_text(r, s, i);
		produced = is_production_line(before) || unit;
	}
}

/* Shares the lines out among rows, whose keys stand at rows[i].mark. */
static bool
share_split(Reader *r, const Split *s, RowShare *rows, uint32_t count)
{
	RowLine *lines = arena_alloc(r->scratch, (s->count + 1) * sizeof(RowLine));

	if (!lines)
		return false;
	for (uint32_t i = 0; i < s->count; i++)
	{
		const SplitLine *line = &s->lines[i];

		lines[i] = (RowLine){.left = line->left.start < line->left.end,
		                     .right = line->right.start < line->right.end,
		                     .value = line->first_word < line->end_word,
		                     .unsure = line->doubtful};
		lines[i].page =
		    i > 0 && next_page_line(r->text, line[-1].line + 1, line->line + 1) <= line->line;
	}
	mark_begins(r, s, lines);
	rows[count] = (RowShare){.first = s->count};
	return share_rows(r->scratch, lines, s->count, rows, count);
}

static void
add_right_cell(Reader *r, Grid *g, const Split *s, const RowShare *row)
{
	Piece *pieces = arena_alloc(r->scratch, (row[1].first - row->first + 1) * sizeof(Piece));
	uint32_t count = 0;
	bool doubtful = row->doubtful || row[1].doubtful;

	for (uint32_t i = row->first; pieces && i < row[1].first; i++)
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

/* The figure that stands between the columns of a row, else one that begins its text. */
static Piece
find_amount(const Reader *r, const Split *s, const RowShare *row)
{
	Piece amount = {0, 0};

	for (uint32_t i = row->first; i < row[1].first; i++)
		if (s->lines[i].first_word < s->lines[i].end_word)
		{
			const Word *w = &s->words.words[s->lines[i].first_word];

			return (Piece){w->start, w->start + w->text.len};
		}
	for (uint32_t i = row->first; i < row[1].first; i++)
		if (s->lines[i].right.start < s->lines[i].right.end)
		{
			cut_amount(r, &s->lines[i].right, &amount);
			break;
		}
	return amount;
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
		else if (integer_parse(piece_text(r->text, amounts[i]), &amount))
			sum += amount % AMOUNT_MAX;
	return all || (known_number(r, FIELD_COMPONENT_SPENDING, &total) && total.mantissa == sum);
}

static bool
make_spending(Reader *r, const Left *five, const PairedRow *paired, uint32_t count, Grid *grid)
{
	const Split *s = five->split;
	RowShare *rows = arena_alloc(r->scratch, (count + 1) * sizeof(RowShare));
	Piece *amounts = arena_alloc(r->scratch, count * sizeof(Piece));

	if (!rows || !amounts)
		return false;
	for (uint32_t i = 0; i < count; i++)
		rows[i] = (RowShare){.mark = five->at[paired[i].spent],
		                     .mark_end = five->at[paired[i].spent_end - 1] + 1u};
	if (!share_split(r, s, rows, count))
		return false;
	for (uint32_t i = 0; i < count; i++)
		amounts[i] = find_amount(r, s, &rows[i]);
	if (!amounts_add_up(r, amounts, count))
		return false;
	for (uint32_t i = 0; i < count; i++)
	{
		grid_add_row(r, grid);
		add_left_cell(r, grid, five, paired[i].spent, paired[i].spent_end);
		grid_add_cell(r, grid, &amounts[i], 1);
		add_right_cell(r, grid, s, &rows[i]);
	}
	return true;
}

/*
 * Production ends a description: only the rest of its unit may stand below its line, and
 * that does not break off.
 */
static bool
production_ends(const Reader *r, const Split *s, uint32_t from, uint32_t to)
{
	Str before = NO_STR;
	bool ended = false;

	for (; from < to; from++)
	{
		Str text = right_text(r, s, from);

		if (text.len == 0)
			continue;
		if (ended && !lacks_unit(before) && !is_name_rest(text) && !begins_with_digit(text))
			return false;
		before = text;
		ended |= is_production_line(text);
	}
	return !ended || !(breaks_off(before) || before.at[before.len - 1] == ':');
}

static bool
make_components(Reader *r, const Left *four, const PairedRow *paired, uint32_t count, Grid *grid)
{
	const Split *s = four->split;
	RowShare *rows = arena_alloc(r->scratch, (count + 1) * sizeof(RowShare));

	if (!rows)
		return false;
	for (uint32_t i = 0; i < count; i++)
		rows[i] = (RowShare){.mark = four->at[paired[i].name],
		                     .mark_end = four->at[paired[i].end - 1] + 1u};
	if (!share_split(r, s, rows, count))
		return false;
	for (uint32_t i = 0; i < count; i++)
	{
		grid_add_row(r, grid);
		add_left_cell(r, grid, four, paired[i].name, paired[i].end);
		add_right_cell(r, grid, s, &rows[i]);
		/* a border that stands wrong is wrong for both rows */
		if (!production_ends(r, s, rows[i].first, rows[i + 1].first) ||
		    (i > 0 && !production_ends(r, s, rows[i - 1].first, rows[i].first)) ||
		    (i + 1 < count && !production_ends(r, s, rows[i + 1].first, rows[i + 2].first)))
			grid_doubt_cell(grid);
	}
	return true;
}

static bool
is_production(Str word)
{
	return squeezed_equal(word, "produccion");
}

static bool
is_benefit_line(Str line)
{
	/* "Sin información (tipo de beneficio)" goes on */
	return line.len < BENEFIT_MAX && is_benefit(line) && !squeezed_equal(line, "sininformacion");
}

/* What the two left columns say, found for the first of the two tables and kept for the other. */
struct PairedColumns
{
	Split four; /* without its words */
	Left left;
	PairedRow rows[LINES_MAX];
	uint32_t count; /* 0: the rows cannot be told apart */
};

/* Puts the lines of section 4 where they outlive the table. */
static bool
keep_lines(Reader *r, Split *split)
{
	SplitLine *lines = arena_alloc(r->work, split->count * sizeof(SplitLine));

	if (!lines)
		return false;
	memcpy(lines, split->lines, split->count * sizeof(SplitLine));
	*split = (Split){.lines = lines, .count = split->count};
	return true;
}

static bool
pair_columns(Reader *r, const Area *components, const Area *spending, struct PairedColumns *p,
             Split *five, Left *left)
{
	static const Columns described = {
	    .left = INT32_MAX, .begins_right = is_production, .is_left = is_benefit_line};
	static const Columns spent = {.left = INT32_MAX, .figures = -1, .is_figure_word = is_figure};
	Decimal announced;
	uint32_t count = 0;

	if (!split_columns(r, components, &described, &p->four) ||
	    !split_columns(r, spending, &spent, five))
		return false;
	settle_names(r, &p->four, five);
	if (!keep_lines(r, &p->four) || !read_left(r, &p->four, &p->left) || !read_left(r, five, left))
		return false;
	if (known_number(r, FIELD_COMPONENT_COUNT, &announced) && announced.mantissa < LINES_MAX)
		count = (uint32_t) announced.mantissa;
	p->count = pair_names(r, &p->left, left, count, p->rows);
	return p->count > 0;
}

bool
component_grid(Reader *r, const Area *components, const Area *spending, bool want_spending,
               Grid *grid)
{
	struct PairedColumns *p = r->paired;
	Split five;
	Left *left;

	memset(grid, 0, sizeof(Grid));
	if (p && !want_spending)
		return p->count > 0 && make_components(r, &p->left, p->rows, p->count, grid);
	p = r->paired = arena_alloc(r->work, sizeof(struct PairedColumns));
	left = arena_alloc(r->scratch, sizeof(Left));
	if (!p || !left)
		return false;
	p->count = 0;
	if (!pair_columns(r, components, spending, p, &five, left))
		return false;
	return want_spending ? make_spending(r, left, p->rows, p->count, grid)
	                     : make_components(r, &p->left, p->rows, p->count, grid);
}
