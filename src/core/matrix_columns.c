/*
 * matrix_columns.c
 *		Tables of figures in texts that keep columns by position: a cell belongs
 *		to the row whose label it stands beside and to the column whose head it
 *		stands under.
 *
 * src/core/matrix_columns.c
 */
#include "matrix.h"

#include <stdlib.h>
#include <string.h>

#define ALIGNED  3 /* characters by which what is aligned may stand aside */
#define TOUCHING 6 /* the same of what ends where the next column begins */

static bool
overlap(Extent a, Extent b)
{
	return a.left <= b.right + 1 && b.left <= a.right + 1;
}

/* Adds an extent to those that it touches, which become one. */
static void
unite(Extent *heads, int *count, Extent e)
{
	int kept = 0;

	for (int i = 0; i < *count; i++)
		if (overlap(heads[i], e))
		{
			e.left = heads[i].left < e.left ? heads[i].left : e.left;
			e.right = heads[i].right > e.right ? heads[i].right : e.right;
		}
		else
			heads[kept++] = heads[i];
	if (kept < COLUMNS_MAX)
		heads[kept++] = e;
	*count = kept;
}

/*
 * Where the heads of the flow's columns stand: the words before the first row,
 * those of one head standing together.  "Total", the last, may touch the head
 * before it.
 */
static void
find_heads(Reader *r, Matrix *m, const Words *w)
{
	Extent total = {0, -1};
	uint32_t past;

	for (uint32_t i = 0; i < w->count && matrix_row_at(m->form, w, i, &past) != 0; i++)
	{
		Extent e = word_extent(r->text, &w->words[i], &w->words[i] + 1);

		if (squeezed_equal(w->words[i].text, "total"))
			total = e;
		else
			unite(m->heads, &m->head_count, e);
	}
	if (total.right >= 0 && m->head_count < COLUMNS_MAX)
		m->heads[m->head_count++] = total;
}

/* Where a cell stands: its figure, or the line of the phrase that "programa" is on. */
static Extent
cell_extent(const Text *t, const Words *w, const MatrixCell *cell)
{
	const Word *from = cell->word;
	const Word *to = cell->word + 1;

	if (cell->end)
		return word_extent(t, from, cell->end);
	while (cell->absent && from > w->words && from[-1].line == cell->word->line &&
	       squeezed_equal(from[-1].text, "el"))
		from--;
	while (cell->absent && to < w->words + w->count && to->line == cell->word->line &&
	       (squeezed_equal(to->text, "no") || squeezed_equal(to->text, "presenta")))
		to++;
	return word_extent(t, from, to);
}

static int
compare_extents(const void *a, const void *b)
{
	return ((const Extent *) a)->left - ((const Extent *) b)->left;
}

/* Twice the line in whose middle a cell stands; the absent phrase mostly takes two lines. */
static uint32_t
twice_middle(const Words *w, const MatrixCell *cell)
{
	const Word *last = cell->word;

	for (const Word *next = cell->word; cell->absent && !cell->end && next < w->words + w->count;
	     next++)
		if (squeezed_equal(next->text, "informacion") && next->line <= cell->word->line + 2)
		{
			last = next;
			break;
		}
	return cell->word->line + last->line;
}

/* The row whose label a cell stands beside; -1: it is as near to another. */
static int
row_beside(const Matrix *m, uint32_t twice)
{
	uint32_t best = UINT32_MAX;
	int row = -1;

	for (int i = 0; i < m->form->row_count; i++)
	{
		const MatrixRow *mr = &m->rows[i];
		uint32_t middle = mr->first_line + mr->last_line;
		uint32_t distance = twice > middle ? twice - middle : middle - twice;

		if (!mr->found)
			continue;
		if (distance == best)
			row = -1;
		else if (distance < best)
		{
			best = distance;
			row = i;
		}
	}
	return row;
}

/* Puts the cells of a row in order across the page. */
static void
order_cells(Reader *r, const Words *w, MatrixRow *mr)
{
	for (int i = 1; i < mr->count; i++)
	{
		MatrixCell cell = mr->cells[i];
		int left = cell_extent(r->text, w, &cell).left;
		int k = i;

		for (; k > 0 && cell_extent(r->text, w, &mr->cells[k - 1]).left > left; k--)
			mr->cells[k] = mr->cells[k - 1];
		mr->cells[k] = cell;
	}
}

/* Does a page begin between the years and a row?  Columns are kept within a page only. */
static bool
is_cut_off(const Text *t, const Matrix *m, const MatrixRow *mr)
{
	return !m->form->columns[0] &&
	       next_page_line(t, m->head_line + 1, mr->last_line + 1) <= mr->last_line;
}

/* Has a row a cell for each column, which shows where these are? */
static bool
shows_columns(const Text *t, const Matrix *m, const MatrixRow *mr)
{
	return mr->count == m->column_count && !is_cut_off(t, m, mr);
}

/* The columns are as wide as their heads and the cells of the rows that have all. */
static void
widen_heads(Reader *r, Matrix *m, const Words *w)
{
	bool known = m->head_count == m->column_count;

	for (int row = 0; row < m->form->row_count; row++)
		for (int c = 0; shows_columns(r->text, m, &m->rows[row]) && c < m->column_count; c++)
		{
			Extent e = cell_extent(r->text, w, &m->rows[row].cells[c]);

			if (known)
			{
				e.left = m->heads[c].left < e.left ? m->heads[c].left : e.left;
				e.right = m->heads[c].right > e.right ? m->heads[c].right : e.right;
			}
			m->heads[c] = e;
			if (c == m->column_count - 1)
			{
				known = true;
				m->head_count = m->column_count;
			}
		}
}

static Extent
middle_of(Extent e)
{
	return (Extent){(e.left + e.right) / 2, (e.left + e.right) / 2};
}

/*
 * What the rows that have all cells show: these are aligned as their heads are, or end
 * behind them, as narrower figures then do.
 */
static void
note_alignment(Reader *r, const Matrix *m, const Words *w)
{
	bool left = true, right = true, middle = true, behind = true;
	bool full = false;

	for (int row = 0; row < m->form->row_count; row++)
		for (int c = 0; shows_columns(r->text, m, &m->rows[row]) && c < m->column_count; c++)
		{
			Extent cell = cell_extent(r->text, w, &m->rows[row].cells[c]);

			full = true;
			left &= abs(cell.left - m->heads[c].left) <= ALIGNED;
			right &= abs(cell.right - m->heads[c].right) <= ALIGNED;
			middle &= abs(middle_of(cell).left - middle_of(m->heads[c]).left) <= ALIGNED;
			behind &= cell.right > m->heads[c].right && cell.left >= m->heads[c].left - ALIGNED;
		}
	r->under_heads |= full && (left || right || middle);
	r->behind_heads |= full && behind;
}

/*
 * A figure that ends where a head begins may be of the column before, whose head
 * stands at its left and whose figures at its right.
 */
static bool
may_be_of_column_before(const Extent *heads, Extent cell, int column)
{
	return column > 0 && cell.left < heads[column].left - ALIGNED &&
	       abs(cell.right - heads[column].left) <= TOUCHING;
}

/* Does a cell stand under half of a head, or half of it under the head? */
static bool
is_under(Extent cell, Extent head)
{
	int left = cell.left > head.left ? cell.left : head.left;
	int right = cell.right < head.right ? cell.right : head.right;

	return 2 * (right - left) >= head.right - head.left ||
	       2 * (right - left) >= cell.right - cell.left;
}

/* The only column that a cell stands in, by half its head or more; -1: none, or more than one. */
static int
column_under(const Matrix *m, Extent cell)
{
	int column = -1;

	for (int c = 0; c < m->head_count; c++)
		if (cell.left <= m->heads[c].right && m->heads[c].left <= cell.right)
		{
			if (column >= 0 || !is_under(cell, m->heads[c]))
				return -1;
			column = c;
		}
	return column;
}

/* Is a cell of the year that it is placed under, as the cells before it are placed? */
static bool
is_sure_year(const Reader *r, const Matrix *m, const Extent *cells, const int *at, int i)
{
	/* between two heads, it is of the first one where other figures show that */
	if (!overlap(cells[i], m->heads[at[i]]) &&
	    (cells[i].left < m->heads[at[i]].left || !r->behind_heads))
		return false;
	return r->under_heads || !may_be_of_column_before(m->heads, cells[i], at[i]) ||
	       (i > 0 && at[i - 1] >= at[i] - 1 &&
	        !may_be_of_column_before(m->heads, cells[i - 1], at[i - 1]));
}

/* Finds the columns of a row's cells; false: they are not clear. */
static bool
arrange_cells(Reader *r, Matrix *m, const Words *w, MatrixRow *mr)
{
	Extent extents[COLUMNS_MAX];
	int at[COLUMNS_MAX];
	int by_heads[COLUMNS_MAX];
	bool under = true;
	bool clear;

	for (int c = 0; c < m->column_count; c++)
		mr->at[c] = mr->count == m->column_count ? c : NO_CELL;
	if (mr->count == m->column_count || mr->count == 0)
		return true;
	if (mr->count > m->column_count || m->head_count != m->column_count ||
	    is_cut_off(r->text, m, mr))
		return false;
	for (int i = 0; i < mr->count; i++)
	{
		extents[i] = cell_extent(r->text, w, &mr->cells[i]);
		at[i] = column_under(m, extents[i]);
		under &= at[i] >= 0 && (i == 0 || at[i] > at[i - 1]);
	}
	clear = place_by_heads(m->heads, m->head_count, extents, mr->count, FIGURES_SHIFT, by_heads);
	if (!under && !clear)
		return false;
	/* where the two ways to tell disagree, neither is sure */
	for (int i = 0; i < mr->count && clear; i++)
	{
		if (under && at[i] != by_heads[i])
			return false;
		at[i] = by_heads[i];
	}
	for (int i = 0; i < mr->count && !m->form->columns[0]; i++)
		if (!is_sure_year(r, m, extents, at, i))
			return false;
	for (int i = 0; i < mr->count; i++)
		mr->at[at[i]] = i;
	return true;
}

/* Shares the cells out among the rows by where they stand.  False: one has no clear row. */
static bool
arrange_rows(Matrix *m, const Words *w)
{
	MatrixRow rows[ROWS_MAX];

	memcpy(rows, m->rows, sizeof(rows));
	for (int i = 0; i < m->form->row_count; i++)
		m->rows[i].count = 0;
	for (int i = 0; i < m->form->row_count; i++)
		for (int c = 0; c < rows[i].count; c++)
		{
			int row = row_beside(m, twice_middle(w, &rows[i].cells[c]));

			if (row < 0 || m->rows[row].count == CELLS_MAX)
			{
				memcpy(m->rows, rows, sizeof(rows));
				return false;
			}
			m->rows[row].cells[m->rows[row].count++] = rows[i].cells[c];
		}
	return true;
}

/* The row as its cells stand across the page. */
static void
emit_placed(Reader *r, const Matrix *m, int row)
{
	const MatrixRow *mr = &m->rows[row];

	for (int c = 0; c < m->column_count; c++)
		matrix_emit(r, m, row, c,
		            mr->at[c] == NO_CELL ? NO_STR : matrix_words(&mr->cells[mr->at[c]]),
		            STATUS_REPORTED);
}

/*
 * The figures do not fit where they stand.  Where they would fit in other
 * places of rows with holes, the cells that differ are in doubt; else the
 * report contradicts itself.
 */
static void
doubt_places(Reader *r, Matrix *m)
{
	MatrixRow rows[ROWS_MAX];
	int ways = m->ways;
	bool holes = false;

	memcpy(rows, m->rows, sizeof(rows));
	for (int row = 0; row < m->form->row_count; row++)
		if (m->rows[row].count > 0 && m->rows[row].count < m->column_count)
		{
			holes |= m->rows[row].placed;
			m->rows[row].placed = false;
		}
	if (holes)
		matrix_try_ways(r, m);
	if (m->passed == 0)
	{
		memcpy(m->rows, rows, sizeof(rows));
		m->ways = ways;
		return;
	}
	for (int row = 0; row < m->form->row_count; row++)
		for (int c = 0; c < m->column_count && rows[row].placed; c++)
			m->rows[row].disputed[c] |= m->rows[row].agreed[c] != rows[row].at[c];
}

/*
 * Reads the rows by position.  Those whose cells have no clear place are read
 * by what the figures must satisfy, since their order is known.
 */
void
matrix_read_positions(Reader *r, Matrix *m, const Words *w)
{
	uint32_t loose = matrix_first_loose(m);

	if (m->form->columns[0])
		find_heads(r, m, w);
	qsort(m->heads, (size_t) m->head_count, sizeof(Extent), compare_extents);
	m->mixed = true;
	if (!arrange_rows(m, w))
		m->head_count = 0;
	for (int row = 0; row < m->form->row_count; row++)
		order_cells(r, w, &m->rows[row]);
	if (m->head_count == m->column_count && !m->form->columns[0])
		note_alignment(r, m, w);
	if (m->head_count > 0)
		widen_heads(r, m, w);
	for (int row = 0; row < m->form->row_count && m->head_count > 0; row++)
		m->rows[row].placed = arrange_cells(r, m, w, &m->rows[row]);
	if (m->head_count > 0)
	{
		m->mixed = false;
		matrix_try_ways(r, m);
		if (m->passed == 0)
			doubt_places(r, m);
	}
	for (int row = 0; row < m->form->row_count; row++)
		if (m->rows[row].placed && m->rows[row].found)
			emit_placed(r, m, row);
		else if (m->rows[row].found)
			matrix_emit_row(r, m, row, &loose);
}
