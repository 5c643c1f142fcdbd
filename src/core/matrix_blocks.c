/*
 * matrix_blocks.c
 *		Tables of figures in texts that give a page in blocks of their own order.
 *
 * A block is a column of the table, a row, or part of either.  So two cells of
 * one row or one column mostly follow each other in the text as they do on
 * the page, and stand behind the label of their row; but not always.  Of all
 * the ways to place the cells in which the figures fit one another, those that
 * break this order least are kept.  What they agree on is inferred.
 *
 * src/core/matrix_blocks.c
 */
#include "matrix.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define STEPS_MAX  40000 /* cells tried before giving up */
#define ORDER_COST 4     /* of two cells in the wrong order, or of one line in two rows */
#define COST_MAX   32    /* beyond which a way is no evidence */
#define LABEL_COST 1     /* of a cell that does not come behind its row's label */

_Static_assert(CELLS_MAX < 32, "a set of cells is a number's bits");

typedef struct Search
{
	const Reader *r;
	Matrix *m;
	const MatrixCell *cells; /* of the whole table, in reading order */
	int count;
	uint32_t rows[ROWS_MAX];       /* the cells that each row has in the way being tried, as bits */
	uint32_t columns[COLUMNS_MAX]; /* those that each column has */
	uint32_t lines[CELLS_MAX];     /* those that stand on a line with a cell */
	uint32_t unused;               /* those that have no place yet */
	int left;                      /* so many */
	int places;                    /* of the table, in the order in which they are filled */
	uint8_t row_of[CELLS_MAX];     /* each place */
	uint8_t column_of[CELLS_MAX];
	int least; /* the cost of the best ways found */
	int steps;
	bool absent_known; /* see knows_absent */
} Search;

static int
compare_cells(const void *a, const void *b)
{
	const MatrixCell *x = a;
	const MatrixCell *y = b;

	return x->word->start < y->word->start ? -1 : x->word->start > y->word->start;
}

/* A label with more cells behind it than its row has tells nothing about them. */
static void
doubt_labels(const Matrix *m, MatrixCell *cells, int count)
{
	for (int row = 0; row < m->form->row_count; row++)
	{
		int behind = 0;

		for (int i = 0; i < count; i++)
			behind += cells[i].beside == row;
		for (int i = 0; i < count && behind > m->column_count; i++)
			if (cells[i].beside == row)
				cells[i].beside = NO_ROW;
	}
}

/* Puts the cells of all rows into the first. */
static void
gather_cells(Matrix *m)
{
	MatrixRow *first = &m->rows[0];

	for (int row = 1; row < m->form->row_count; row++)
	{
		for (int i = 0; i < m->rows[row].count && first->count < CELLS_MAX; i++)
			first->cells[first->count++] = m->rows[row].cells[i];
		m->rows[row].count = 0;
	}
	qsort(first->cells, (size_t) first->count, sizeof(MatrixCell), compare_cells);
	doubt_labels(m, first->cells, first->count);
}

/* Do two cells hold the same?  NO_CELL holds nothing. */
static bool
same_content(const Search *s, int a, int b)
{
	if (a == NO_CELL || b == NO_CELL)
		return a == b;
	return s->cells[a].absent == s->cells[b].absent &&
	       str_equal(s->cells[a].text, s->cells[b].text);
}

/*
 * What the place of a cell costs, by those placed in its row or column, and
 * those in the rows above.
 */
static int
place_cost(const Search *s, int row, int cell, uint32_t aligned, uint32_t above)
{
	uint32_t later = ~UINT32_C(0) << cell;
	int beside = s->cells[cell].beside;

	return (beside == row || beside == NO_ROW ? 0 : LABEL_COST) +
	       ORDER_COST * (int) count_bits(aligned & later) +
	       ORDER_COST * (int) count_bits(above & s->lines[cell]);
}

/* The cells behind all but `most` of those in a row or column: no others have so few behind them.
 */
static uint32_t
cells_behind(uint32_t aligned, int most)
{
	for (; most > 0 && aligned; most--)
		aligned ^= UINT32_C(1) << (31 - __builtin_clz(aligned));
	return aligned ? ~UINT32_C(0) << (31 - __builtin_clz(aligned)) : ~UINT32_C(0);
}

/* Gives a cell its place, or takes it away. */
static void
move_cell(Search *s, int row, int column, int cell)
{
	uint32_t bit = UINT32_C(1) << cell;

	s->rows[row] ^= bit;
	s->columns[column] ^= bit;
	s->unused ^= bit;
	s->left += s->unused & bit ? 1 : -1;
}

/* All cells are placed: is it one of the best ways, and what do these agree on? */
static void
keep_way(Search *s, int cost)
{
	Matrix *m = s->m;

	if (cost < s->least)
		m->passed = 0;
	s->least = cost;
	for (int row = 0; row < m->form->row_count; row++)
		for (int c = 0; c < m->column_count; c++)
		{
			MatrixRow *mr = &m->rows[row];

			if (m->passed == 0)
			{
				mr->agreed[c] = mr->at[c];
				mr->disputed[c] = false;
			}
			else if (!same_content(s, mr->agreed[c], mr->at[c]))
				mr->disputed[c] = true;
		}
	m->passed++;
}

/* Fills the places from number `place` on in every way that costs no more than the best. */
static void
search(Search *s, int place, int cost)
{
	Matrix *m = s->m;
	uint32_t above = 0;
	uint32_t aligned;
	int row, column;

	if (cost > s->least || s->left > s->places - place || s->steps++ > STEPS_MAX)
		return;
	if (place == s->places)
	{
		keep_way(s, cost);
		return;
	}
	row = s->row_of[place];
	column = s->column_of[place];
	aligned = s->rows[row] | s->columns[column];
	for (int i = 0; i < row; i++)
		above |= s->rows[i];
	for (uint32_t cells = s->unused & cells_behind(aligned, (s->least - cost) / ORDER_COST); cells;
	     cells &= cells - 1)
	{
		int i = __builtin_ctz(cells);
		int with = cost + place_cost(s, row, i, aligned, above);

		if (with > s->least)
			continue;
		m->rows[row].at[column] = i;
		if (m->form->fits(s->r, m, row, column))
		{
			move_cell(s, row, column, i);
			search(s, place + 1, with);
			move_cell(s, row, column, i);
		}
	}
	m->rows[row].at[column] = NO_CELL;
	if (s->left < s->places - place && m->form->fits(s->r, m, row, column))
		search(s, place + 1, cost);
}

/*
 * Can it be told what a place without a figure holds?  The phrase, if there is
 * one for each such place; nothing, if there is none.  Sums do not tell a
 * printed zero from either.
 */
static bool
knows_absent(const Search *s)
{
	int absent = 0;
	bool zero = false;

	for (int i = 0; i < s->count; i++)
	{
		absent += s->cells[i].absent;
		zero |= s->cells[i].number == 0;
	}
	return s->m->evidence == EVIDENCE_ALL &&
	       (absent == 0 || s->count == s->m->form->row_count * s->m->column_count) &&
	       !(absent > 0 && zero);
}

/*
 * Do phrases of a flow's row stand before its label, or within it, and figures
 * behind them beside the label?  Then the label and the first column are a
 * block, and nothing tells which columns the phrases are of.
 */
static bool
is_label_apart(const Search *s, int row)
{
	const MatrixRow *mr = &s->m->rows[row];
	uint32_t phrase = UINT32_MAX;
	bool apart = false;

	for (int c = 0; c < s->m->column_count; c++)
		if (mr->agreed[c] != NO_CELL && s->cells[mr->agreed[c]].absent &&
		    s->cells[mr->agreed[c]].word->line < phrase)
			phrase = s->cells[mr->agreed[c]].word->line;
	for (int i = 0; i < s->count; i++)
	{
		uint32_t line = s->cells[i].word->line;

		apart |= !s->cells[i].absent && s->cells[i].beside == row && line > phrase &&
		         (phrase < mr->first_line || line < mr->last_line);
	}
	return apart && s->m->form->columns[0];
}

/* Where the report's figures contradict a table, only a ratio tells a year's from another's. */
static bool
lacks_ratio(const Search *s, int column)
{
	const Matrix *m = s->m;
	bool lacks = false;

	for (int row = 0; row < m->form->row_count; row++)
	{
		const MatrixRow *mr = &m->rows[row];

		lacks |= mr->disputed[column] || mr->agreed[column] == NO_CELL ||
		         !(s->cells[mr->agreed[column]].number > 0);
	}
	return lacks && m->evidence == EVIDENCE_OWN && m->form->table == FIELD_COVERAGE;
}

static void
emit_place(Reader *r, const Search *s, int row, int column, bool sure, bool placed[CELLS_MAX])
{
	const MatrixRow *mr = &s->m->rows[row];
	int cell = mr->agreed[column];
	bool figure;

	if (!sure || mr->disputed[column] || lacks_ratio(s, column))
	{
		matrix_emit_ambiguous(r, s->m, row, column);
		return;
	}
	figure = cell != NO_CELL && !s->cells[cell].absent;
	if ((!s->absent_known && (!figure || s->cells[cell].number == 0)) ||
	    (!figure && is_label_apart(s, row)))
	{
		matrix_emit_ambiguous(r, s->m, row, column);
		return;
	}
	if (figure)
		placed[cell] = true;
	matrix_emit(r, s->m, row, column, cell == NO_CELL ? NO_STR : matrix_words(&s->cells[cell]),
	            STATUS_INFERRED);
}

/* Has the table's last total no figure for sure? */
static bool
lacks_grand_total(const Search *s)
{
	const MatrixRow *last = &s->m->rows[s->m->form->row_count - 1];
	int column = s->m->column_count - 1;

	return s->m->form->columns[0] && (last->disputed[column] || last->agreed[column] == NO_CELL ||
	                                  isnan(s->cells[last->agreed[column]].number));
}

/*
 * All figures of a flow add up to four times its last total: each of the others stands in
 * one of a row too, and in one of a column.  Is there a figure that may be it?
 */
static bool
may_have_grand_total(const Search *s)
{
	double sum = 0;

	for (int i = 0; i < s->count; i++)
	{
		double number = s->cells[i].number;

		if (isnan(number))
			continue;
		if (number != floor(number) || fabs(number) > (double) AMOUNT_MAX)
			return true; /* sums of these are not exact */
		sum += number;
	}
	for (int i = 0; i < s->count; i++)
		if (4 * s->cells[i].number == sum)
			return true;
	return false;
}

/* Rows are filled one after the other where sums tell, and years where ratios do. */
static void
order_places(Search *s)
{
	const Matrix *m = s->m;
	bool by_year = m->form->columns[0] == NULL;

	s->places = m->form->row_count * m->column_count;
	for (int i = 0; i < s->places; i++)
	{
		s->row_of[i] = (uint8_t) (by_year ? i % m->form->row_count : i / m->column_count);
		s->column_of[i] = (uint8_t) (by_year ? i / m->form->row_count : i % m->column_count);
	}
}

/*
 * Finds the best ways to place the cells of the first row in the whole table,
 * those that break order least first; false: there are none, or too many.
 */
static bool
find_ways(Search *s)
{
	Matrix *m = s->m;

	for (int row = 0; row < m->form->row_count; row++)
	{
		if (row > 0)
			memcpy(m->rows[row].cells, m->rows[0].cells, sizeof(m->rows[0].cells));
		for (int c = 0; c < m->column_count; c++)
			m->rows[row].at[c] = NO_CELL;
	}
	s->cells = m->rows[0].cells;
	s->count = s->left = m->rows[0].count;
	s->unused = (UINT32_C(1) << s->count) - 1;
	for (int i = 0; i < s->count; i++)
	{
		s->lines[i] = 0;
		for (int k = 0; k < s->count; k++)
			s->lines[i] |= (uint32_t) (s->cells[k].word->line == s->cells[i].word->line) << k;
	}
	order_places(s);
	s->steps = 0;
	m->passed = 0;
	if (m->form->columns[0] && m->evidence != EVIDENCE_ORDER && !may_have_grand_total(s))
		return false;
	for (int most = 1; most <= COST_MAX && m->passed == 0; most *= 2)
	{
		s->least = most;
		search(s, 0, 0);
	}
	return s->count > 0 && m->passed > 0 && s->steps <= STEPS_MAX && !lacks_grand_total(s);
}

/* Has each row a cell for each column, behind its label if there are others? */
static bool
is_whole(const Matrix *m)
{
	const MatrixRow *all = &m->rows[0];
	bool whole = all->count == m->form->row_count * m->column_count;

	for (int row = 0; row < m->form->row_count && m->form->row_count > 1; row++)
	{
		int behind = 0;

		for (int i = 0; i < all->count; i++)
			behind += all->cells[i].beside == row;
		whole &= behind == m->column_count;
	}
	return whole;
}

/*
 * In a report that contradicts itself, figures of the table may still fit one another,
 * and whole rows have their order.
 */
static bool
find_ways_despite(Search *s)
{
	Matrix *m = s->m;
	bool sure = false;

	if (m->form->row_count > 1)
	{
		m->evidence = EVIDENCE_OWN;
		sure = find_ways(s);
	}
	if (m->passed == 0 && is_whole(m))
	{
		m->evidence = EVIDENCE_ORDER;
		sure = find_ways(s);
	}
	return sure;
}

/* ---- Figures that stand behind the table's area ---- */

/* Adds the figures of lines that hold nothing else, from *line on up to another line. */
static void
read_run(Reader *r, Matrix *m, uint32_t *line, uint32_t end_line)
{
	for (; *line < end_line; (*line)++)
	{
		Words w = stray_figures(r, *line);

		if (w.count == 0 && !r->text->lines[*line].furniture)
			return;
		for (uint32_t i = 0; i < w.count; i++)
		{
			if (matrix_is_other_year(m, w.words[i].text))
				return;
			if (is_year(w.words[i].text))
				matrix_add_year(m, w.words[i].text);
			else
				matrix_add_cell(m, NO_ROW, &w.words[i], false, NULL);
		}
	}
}

/*
 * A table without any figure: years with figures among them, on lines of
 * nothing else, may stand not far behind it.
 */
static void
find_strayed_table(Reader *r, Matrix *m, uint32_t line)
{
	uint32_t end_line = stray_end(r, line);

	for (; line < end_line; line++)
	{
		Words w = stray_figures(r, line);
		uint32_t end = line;

		if (w.count == 0 || !is_year(w.words[0].text))
			continue;
		read_run(r, m, &end, end_line);
		if (m->rows[0].count > 0)
		{
			for (; line < end; line++)
				stray_take(r, m->form->table, line);
			return;
		}
		m->column_count = 0;
	}
}

/*
 * The totals of a flow may be the first figures behind it, the beneficiaries
 * their last.  Finds the ways with them; false: there are none.
 */
static bool
find_ways_with_strayed(Reader *r, Search *s, uint32_t line)
{
	MatrixRow *cells = &s->m->rows[0];
	uint32_t end_line = stray_end(r, line);
	uint32_t first = line;
	int count = cells->count;
	Decimal beneficiaries;
	bool found = false;

	if (!known_number(r, FIELD_BENEFICIARIES, &beneficiaries))
		return false;
	for (; !found && line < end_line && cells->count < s->m->form->row_count * s->m->column_count;
	     line++)
	{
		Words w = stray_figures(r, line);

		for (uint32_t i = 0; i < w.count; i++)
			matrix_add_cell(s->m, NO_ROW, &w.words[i], false, NULL);
		found =
		    w.count > 0 && cells->cells[cells->count - 1].number == (double) beneficiaries.mantissa;
	}
	found = found && find_ways(s);
	for (; found && first < line; first++)
		if (stray_figures(r, first).count > 0)
			stray_take(r, s->m->form->table, first);
	if (!found)
		cells->count = count;
	return found;
}

void
matrix_read_blocks(Reader *r, Matrix *m, uint32_t end_line)
{
	Search s = {.r = r, .m = m};
	bool placed[CELLS_MAX] = {false};
	uint32_t loose;
	bool sure;

	gather_cells(m);
	if (!m->form->columns[0] && m->column_count == 0)
		find_strayed_table(r, m, end_line);
	sure = find_ways(&s) || (m->form->columns[0] && find_ways_with_strayed(r, &s, end_line));
	if (m->passed == 0)
		sure = find_ways_despite(&s);
	s.absent_known = knows_absent(&s);
	for (int row = 0; row < m->form->row_count; row++)
		for (int c = 0; c < m->column_count; c++)
			emit_place(r, &s, row, c, sure, placed);
	loose = matrix_first_loose(m);
	matrix_emit_loose(r, m, 0, placed, &loose);
}
