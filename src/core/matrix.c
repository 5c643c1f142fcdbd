/*
 * matrix.c
 *		The tables with row labels and figures: population flow (3.3), coverage
 *		(3.3), cost per beneficiary (5.8).
 *
 * A row that has as many cells as there are columns has them in their places.
 * Where a row has fewer, because blank cells vanish in some texts, every way
 * to place them is tried against what the figures must satisfy.  A cell that
 * has one and the same content in all ways that pass is inferred; any other
 * is ambiguous.  The figures that are in their places are never questioned.
 *
 * src/core/matrix.c
 */
#include "columns.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ROWS_MAX     3
#define COLUMNS_MAX  8
#define CELLS_MAX    (ROWS_MAX * COLUMNS_MAX)
#define FLOW_CELLS   12   /* of the population flow; what has no place follows them */
#define WAYS_MAX     4096 /* placements tried before giving up */
#define NO_CELL      (-1)
#define COST_LOWEST  0.8 /* printed cost over nominal cost: prices of another year */
#define COST_HIGHEST 1.5

typedef struct Matrix Matrix;

typedef struct MatrixForm
{
	FieldId table;
	int row_count;
	const char *rows[ROWS_MAX];       /* their labels, squeezed; all of what they begin with */
	const char *columns[COLUMNS_MAX]; /* the same; NULL: the columns are years */
	bool (*holds)(const Reader *r, const Matrix *m);
} MatrixForm;

typedef struct MatrixCell
{
	Str text; /* NO_STR: "El programa no presenta información" */
	bool absent;
	const Word *word;
} MatrixCell;

typedef struct MatrixRow
{
	bool found;
	uint32_t first_line; /* of its label */
	uint32_t last_line;
	int count;
	MatrixCell cells[CELLS_MAX];
	int at[COLUMNS_MAX]; /* the cell in each column, in the way being tried */
	int agreed[COLUMNS_MAX];
	bool disputed[COLUMNS_MAX];
} MatrixRow;

struct Matrix
{
	const MatrixForm *form;
	int column_count;
	int years[COLUMNS_MAX];
	Str year_texts[COLUMNS_MAX];
	MatrixRow rows[ROWS_MAX];
	Extent heads[COLUMNS_MAX]; /* where the columns' heads stand, if they do */
	int head_count;
	bool mixed; /* the cells of a row are in no order */
	int ways;   /* tried */
	int passed; /* that hold */
};

/* ---- What the figures must satisfy ---- */

static bool
cell_number(const Matrix *m, int row, int column, double *number)
{
	int at = m->rows[row].at[column];
	Decimal d;
	Str unit;

	if (at == NO_CELL || m->rows[row].cells[at].absent ||
	    !rate_parse(m->rows[row].cells[at].text, &d, &unit))
		return false;
	*number = (double) d.mantissa / pow(10, d.scale);
	return true;
}

/* A figure that counts as zero where there is none. */
static double
cell_or_zero(const Matrix *m, int row, int column)
{
	double number = 0;

	cell_number(m, row, column, &number);
	return number;
}

static bool
flow_holds(const Reader *r, const Matrix *m)
{
	double total;
	Decimal beneficiaries;

	for (int row = 0; row < ROWS_MAX; row++)
		if (cell_number(m, row, 3, &total) &&
		    cell_or_zero(m, row, 0) + cell_or_zero(m, row, 1) + cell_or_zero(m, row, 2) != total)
			return false;
	for (int column = 0; column < 4; column++)
		if (cell_number(m, 2, column, &total) &&
		    cell_or_zero(m, 0, column) + cell_or_zero(m, 1, column) != total)
			return false;
	return !cell_number(m, 2, 3, &total) || !known_number(r, FIELD_BENEFICIARIES, &beneficiaries) ||
	       beneficiaries.mantissa == (int64_t) total;
}

/* Is a printed coverage what these figures give, as a fraction or in per cent? */
static bool
coverage_fits(double beneficiaries, double target, double printed)
{
	double ratio = beneficiaries / target;
	double tolerance = 0.0051;

	if (printed == floor(printed))
		tolerance = 0.51;
	return fabs(ratio - printed) <= tolerance || fabs(100 * ratio - printed) <= tolerance;
}

static bool
coverage_holds(const Reader *r, const Matrix *m)
{
	Decimal known;
	double target, beneficiaries, printed;

	for (int c = 0; c < m->column_count; c++)
	{
		bool has_target = cell_number(m, 0, c, &target);
		bool has_beneficiaries = cell_number(m, 1, c, &beneficiaries);

		if (m->years[c] == r->report_year &&
		    ((has_target && known_number(r, FIELD_TARGET_POPULATION, &known) &&
		      (double) known.mantissa != target) ||
		     (has_beneficiaries && known_number(r, FIELD_BENEFICIARIES, &known) &&
		      (double) known.mantissa != beneficiaries)))
			return false;
		if (!cell_number(m, 2, c, &printed))
			continue;
		if (!has_target || !has_beneficiaries || target == 0)
			return false;
		if (!coverage_fits(beneficiaries, target, printed))
			return false;
	}
	return true;
}

/* The beneficiaries of a year by the coverage table; false: it does not say. */
static bool
beneficiaries_of(const Reader *r, int year, int64_t *beneficiaries)
{
	const Draft *d = r->draft;
	int64_t number;

	for (uint32_t i = 0; i < d->count; i++)
		if (d->facts[i].field == FIELD_COVERAGE_YEAR && fact_integer(&d->facts[i], &number) &&
		    number == year)
			for (uint32_t k = 0; k < d->count; k++)
				if (d->facts[k].field == FIELD_COVERAGE_BENEFICIARIES &&
				    d->facts[k].row == d->facts[i].row)
					return fact_integer(&d->facts[k], beneficiaries);
	return false;
}

/* A year without beneficiaries has no cost; the report's year has the one that its totals give. */
static bool
costs_hold(const Reader *r, const Matrix *m)
{
	Decimal spending, beneficiaries;

	for (int c = 0; c < m->column_count; c++)
	{
		int64_t persons;
		double cost;
		double nominal;
		bool has_cost = cell_number(m, 0, c, &cost);

		if (has_cost && cost > 0 && beneficiaries_of(r, m->years[c], &persons) && persons == 0)
			return false;
		if (m->years[c] != r->report_year || !known_number(r, FIELD_TOTAL_SPENDING, &spending) ||
		    !known_number(r, FIELD_BENEFICIARIES, &beneficiaries) || beneficiaries.mantissa <= 0 ||
		    spending.mantissa <= 0)
			continue;
		nominal =
		    (double) spending.mantissa / pow(10, spending.scale) / (double) beneficiaries.mantissa;
		if (nominal >= 1 && (!has_cost || cost < floor(COST_LOWEST * nominal) ||
		                     cost > ceil(COST_HIGHEST * nominal)))
			return false;
	}
	return true;
}

static const MatrixForm forms[] = {
    {FIELD_POPULATION_FLOW,
     3,
     {"ingresoprevio", "ingresodurante", "total"},
     {"egresodurante", "egresoposterior", "otros", "total"},
     flow_holds},
    {FIELD_COVERAGE,
     3,
     {"poblacionobjetivo", "beneficiariosefectivos", "cobertura"},
     {NULL},
     coverage_holds},
    {FIELD_COSTS, 1, {"gastoporbeneficiario"}, {NULL}, costs_hold},
};

/* ---- From a grid ---- */

static void
add_year(Matrix *m, int column, Str text)
{
	if (column < COLUMNS_MAX && year_parse(text, &m->years[column]))
	{
		m->year_texts[column] = text;
		if (column >= m->column_count)
			m->column_count = column + 1;
	}
}

static int
row_labelled(const MatrixForm *form, Str label)
{
	for (int i = 0; i < form->row_count; i++)
		if (label.len > 0 && squeezed_prefix(label, form->rows[i], NULL))
			return i;
	return -1;
}

static int
column_labelled(const MatrixForm *form, Str label)
{
	for (int i = 0; i < COLUMNS_MAX && form->columns[i]; i++)
		if (label.len > 0 && squeezed_prefix(label, form->columns[i], NULL))
			return i;
	return -1;
}

/* The matrix column of each grid column, from a header row; false: it is none. */
static bool
read_grid_header(Matrix *m, const Grid *g, uint32_t row, int columns[TABLE_COLUMNS_MAX])
{
	bool found = false;

	for (uint32_t c = 0; c < TABLE_COLUMNS_MAX; c++)
	{
		Str text = grid_text(g, row, c);

		columns[c] = -1;
		if (m->form->columns[0])
			columns[c] = column_labelled(m->form, text);
		else if (is_year(text) && c > 0 && m->column_count < COLUMNS_MAX)
		{
			columns[c] = m->column_count;
			add_year(m, m->column_count, text);
		}
		found |= columns[c] >= 0;
	}
	return found;
}

static void
emit_cell(Reader *r, const Matrix *m, int row, int column, Str text, Status doubt)
{
	static const FieldId coverage[] = {FIELD_COVERAGE_TARGET, FIELD_COVERAGE_BENEFICIARIES,
	                                   FIELD_COVERAGE_REPORTED};

	switch (m->form->table)
	{
		case FIELD_POPULATION_FLOW:
			add_doubtful(r, FIELD_FLOW_PERSONS, (uint32_t) (4 * row + column), text, doubt);
			break;
		case FIELD_COVERAGE:
			add_doubtful(r, coverage[row], (uint32_t) column, text, doubt);
			break;
		default:
			add_doubtful(r, FIELD_COSTS_AMOUNT, (uint32_t) column, text, doubt);
			break;
	}
}

/* Whether another column has the same head, and one before it. */
static bool
has_twin(const int columns[TABLE_COLUMNS_MAX], uint32_t column, bool *before)
{
	bool twin = false;

	*before = false;
	for (uint32_t c = 0; c < TABLE_COLUMNS_MAX; c++)
	{
		if (c == column || columns[c] != columns[column])
			continue;
		twin = true;
		*before |= c < column;
	}
	return twin;
}

/* The cells of a row; which of the columns under the same head is meant, nobody can say. */
static void
emit_grid_row(Reader *r, const Matrix *m, const Grid *g, uint32_t grid_row,
              const int columns[TABLE_COLUMNS_MAX], int row, int *loose)
{
	for (uint32_t c = 1; c < TABLE_COLUMNS_MAX; c++)
	{
		Str text = grid_text(g, grid_row, c);
		bool before;

		if (columns[c] < 0)
			continue;
		if (!has_twin(columns, c, &before))
			emit_cell(r, m, row, columns[c], text, STATUS_REPORTED);
		else
		{
			if (!before)
				draft_add(r->draft, FIELD_FLOW_PERSONS, (uint32_t) (4 * row + columns[c]),
				          STATUS_AMBIGUOUS, NO_STR);
			if (text.len > 0)
				emit_cell(r, m, 0, (*loose)++, text, STATUS_AMBIGUOUS);
		}
		grid_claim(r, g, grid_row, c, TRACE_VALUE, m->form->table);
	}
}

static void
emit_years(Reader *r, const Matrix *m)
{
	FieldId field = m->form->table == FIELD_COVERAGE ? FIELD_COVERAGE_YEAR : FIELD_COSTS_YEAR;

	if (m->form->columns[0])
		return;
	for (int c = 0; c < m->column_count; c++)
		draft_add(r->draft, field, (uint32_t) c, STATUS_REPORTED, m->year_texts[c]);
}

static void
read_from_grid(Reader *r, Matrix *m, const Grid *g)
{
	int columns[TABLE_COLUMNS_MAX];
	bool has_header = false;
	int loose = FLOW_CELLS;

	for (uint32_t row = 0; row < g->row_count; row++)
	{
		int labelled = row_labelled(m->form, grid_text(g, row, 0));

		if (!has_header)
		{
			has_header = read_grid_header(m, g, row, columns);
			if (has_header)
				grid_claim_row(r, g, row, TRACE_LABEL, m->form->table);
			continue;
		}
		if (labelled < 0 || m->rows[labelled].found)
			continue;
		m->rows[labelled].found = true;
		grid_claim(r, g, row, 0, TRACE_LABEL, m->form->table);
		emit_grid_row(r, m, g, row, columns, labelled, &loose);
	}
	emit_years(r, m);
}

/* ---- From words ---- */

/* Do the words from i on spell a label?  The first word behind it; 0: they do not. */
static uint32_t
spelled(const Words *w, uint32_t i, const char *label)
{
	for (; i < w->count && *label; i++)
	{
		uint32_t at = 0;
		unsigned char c;

		while ((c = squeeze_next(w->words[i].text.at, &at, w->words[i].text.len)) != 0)
			if (c != (unsigned char) *label++)
				return 0;
	}
	return *label ? 0 : i;
}

/* The row whose label begins at word i, or -1; *past: the first word behind it. */
static int
row_at(const MatrixForm *form, const Words *w, uint32_t i, uint32_t *past)
{
	for (int row = 0; row < form->row_count; row++)
	{
		*past = spelled(w, i, form->rows[row]);
		if (*past > i)
			return row;
	}
	return -1;
}

static void
add_word_cell(Matrix *m, int row, const Word *word, bool absent)
{
	MatrixRow *mr = &m->rows[row];

	if (mr->count < CELLS_MAX)
		mr->cells[mr->count++] = (MatrixCell){absent ? NO_STR : word->text, absent, word};
}

/* "6,54 %": the sign belongs to the figure before it. */
static void
add_percent(Matrix *m, int row, const Word *sign)
{
	MatrixRow *mr = &m->rows[row];

	if (mr->count > 0 && !mr->cells[mr->count - 1].absent)
		mr->cells[mr->count - 1].text.len =
		    (uint32_t) (sign->text.at + sign->text.len - mr->cells[mr->count - 1].text.at);
}

static bool
is_cell_word(Str text)
{
	return is_figure(text) || value_status(text, TYPE_INTEGER) == STATUS_NOT_APPLICABLE ||
	       value_status(text, TYPE_INTEGER) == STATUS_BLANK;
}

static void
add_head_year(Reader *r, Matrix *m, const Word *word)
{
	if (m->head_count < COLUMNS_MAX)
		m->heads[m->head_count++] = word_extent(r->text, word, word + 1);
	add_year(m, m->column_count, word->text);
}

/* In a row, a figure like a year that heads no column is a cell; blocks may come before heads. */
static bool
is_cell_year(const Reader *r, const Matrix *m, int row, Str text)
{
	if (row < 0 || m->form->columns[0] || r->text->blocks || m->column_count == 0)
		return false;
	for (int c = 0; c < m->column_count; c++)
		if (str_equal(m->year_texts[c], text))
			return false;
	return true;
}

/* Sorts the words into years, row labels and cells; all others are the header's. */
static void
read_words(Reader *r, Matrix *m, const Words *w)
{
	FieldId table = m->form->table;
	int row = -1;
	bool in_header = m->form->columns[0] != NULL;

	for (uint32_t i = 0; i < w->count; i++)
	{
		const Word *word = &w->words[i];
		uint32_t past;
		int labelled = row_at(m->form, w, i, &past);

		/* the header of the flow, which a new page repeats, ends with a "Total" of its own */
		if (m->form->columns[0] && squeezed_equal(word->text, "egreso"))
			in_header = true;
		if (labelled == 2 && in_header)
		{
			in_header = false;
			labelled = -1;
		}
		if (labelled >= 0 && !m->rows[labelled].found)
		{
			row = labelled;
			m->rows[row].found = true;
			m->rows[row].first_line = word->line;
			m->rows[row].last_line = w->words[past - 1].line;
			for (; i < past; i++)
				word_claim(r, &w->words[i], TRACE_LABEL, table);
			i--;
		}
		else if (is_year(word->text) && !is_cell_year(r, m, row, word->text))
		{
			if (!m->form->columns[0])
				add_head_year(r, m, word);
			else if (row >= 0)
				m->rows[row].last_line = word->line;
			word_claim(r, word, TRACE_LABEL, table);
		}
		else if ((row >= 0 || !in_header) && is_cell_word(word->text))
		{
			add_word_cell(m, row < 0 ? 0 : row, word, false);
			word_claim(r, word, TRACE_VALUE, table);
		}
		else if (row >= 0 && squeezed_equal(word->text, "") && word->text.at[0] == '%')
		{
			add_percent(m, row, word);
			word_claim(r, word, TRACE_VALUE, table);
		}
		else if ((row >= 0 || !in_header) && is_phrase(word->text))
		{
			if (squeezed_equal(word->text, "programa"))
				add_word_cell(m, row < 0 ? 0 : row, word, true);
			word_claim(r, word, TRACE_VALUE, table);
		}
		else if (!is_figure(word->text))
		{
			/* "(arrastre)", "(nuevo)": the end of a label */
			if (row >= 0 && word->text.at[0] == '(')
				m->rows[row].last_line = word->line;
			word_claim(r, word, TRACE_LABEL, table);
		}
	}
}

/* ---- Columns kept by position ---- */

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

	for (uint32_t i = 0; i < w->count && row_at(m->form, w, i, &past) != 0; i++)
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

	for (const Word *next = cell->word; cell->absent && next < w->words + w->count; next++)
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

/* The columns are as wide as their heads and the cells of the rows that have all. */
static void
widen_heads(Reader *r, Matrix *m, const Words *w)
{
	bool known = m->head_count == m->column_count;

	for (int row = 0; row < m->form->row_count; row++)
		for (int c = 0; m->rows[row].count == m->column_count && c < m->column_count; c++)
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
	if (mr->count > m->column_count || m->head_count != m->column_count)
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

/* ---- Placing ---- */

/* One more way holds: which cells do all such ways agree on? */
static void
agree(Matrix *m)
{
	for (int row = 0; row < m->form->row_count; row++)
		for (int c = 0; c < m->column_count; c++)
		{
			MatrixRow *mr = &m->rows[row];

			if (m->passed == 0)
				mr->agreed[c] = mr->at[c];
			else if (mr->agreed[c] != mr->at[c])
				mr->disputed[c] = true;
		}
	m->passed++;
}

/* Places the cells of a row from `cell` on into the columns from `column` on, in every way. */
static void
try_ways(Reader *r, Matrix *m, int row, int cell, int column)
{
	MatrixRow *mr = &m->rows[row];

	if (m->ways > WAYS_MAX)
		return;
	if (row == m->form->row_count)
	{
		m->ways++;
		if (m->form->holds(r, m))
			agree(m);
		return;
	}
	if (column == m->column_count)
	{
		if (cell == mr->count)
			try_ways(r, m, row + 1, 0, 0);
		return;
	}
	if (cell < mr->count)
	{
		mr->at[column] = cell;
		try_ways(r, m, row, cell + 1, column + 1);
	}
	if (mr->count - cell <= m->column_count - column - 1)
	{
		mr->at[column] = NO_CELL;
		try_ways(r, m, row, cell, column + 1);
	}
}

static bool
all_absent(const MatrixRow *mr)
{
	for (int i = 0; i < mr->count; i++)
		if (!mr->cells[i].absent)
			return false;
	return true;
}

static Str
cell_words(const MatrixCell *cell)
{
	return cell->absent ? STR("El programa no presenta información") : cell->text;
}

/* The cells of a row that could not be placed follow as rows without keys. */
static void
emit_unplaced(Reader *r, const Matrix *m, int row, const bool placed[CELLS_MAX], uint32_t *loose)
{
	for (int i = 0; i < m->rows[row].count; i++)
		if (!placed[i] && !m->rows[row].cells[i].absent)
			emit_cell(r, m, m->form->columns[0] ? 0 : row, (int) (*loose)++,
			          m->rows[row].cells[i].text, STATUS_AMBIGUOUS);
}

/* The row of the first value that has no place, behind the table's own rows. */
static uint32_t
first_loose(const Matrix *m)
{
	return m->form->columns[0] ? FLOW_CELLS : (uint32_t) m->column_count;
}

static void
emit_row(Reader *r, const Matrix *m, int row, uint32_t *loose)
{
	const MatrixRow *mr = &m->rows[row];
	bool placed[CELLS_MAX] = {false};

	for (int c = 0; c < m->column_count; c++)
	{
		if (mr->count == m->column_count && !m->mixed)
		{
			placed[c] = true;
			emit_cell(r, m, row, c, cell_words(&mr->cells[c]), STATUS_REPORTED);
		}
		else if (all_absent(mr) && !m->mixed && (mr->count > 0 || m->passed > 0))
			emit_cell(r, m, row, c, c < mr->count ? cell_words(&mr->cells[c]) : NO_STR,
			          STATUS_REPORTED);
		else if (m->passed == 0 || m->ways > WAYS_MAX || mr->disputed[c] || m->mixed)
			draft_add(r->draft,
			          m->form->table == FIELD_POPULATION_FLOW ? FIELD_FLOW_PERSONS
			          : m->form->table == FIELD_COSTS         ? FIELD_COSTS_AMOUNT
			          : row == 0                              ? FIELD_COVERAGE_TARGET
			          : row == 1                              ? FIELD_COVERAGE_BENEFICIARIES
			                                                  : FIELD_COVERAGE_REPORTED,
			          (uint32_t) (m->form->columns[0] ? 4 * row + c : c), STATUS_AMBIGUOUS, NO_STR);
		else if (mr->agreed[c] == NO_CELL)
			emit_cell(r, m, row, c, NO_STR, STATUS_REPORTED);
		else
		{
			placed[mr->agreed[c]] = true;
			emit_cell(r, m, row, c, cell_words(&mr->cells[mr->agreed[c]]), STATUS_INFERRED);
		}
	}
	emit_unplaced(r, m, row, placed, loose);
}

/* The row as its cells stand across the page. */
static void
emit_placed(Reader *r, const Matrix *m, int row)
{
	const MatrixRow *mr = &m->rows[row];

	for (int c = 0; c < m->column_count; c++)
		emit_cell(r, m, row, c, mr->at[c] == NO_CELL ? NO_STR : cell_words(&mr->cells[mr->at[c]]),
		          STATUS_REPORTED);
}

/* Reads the rows by position; those whose cells have no clear place are ambiguous. */
static void
read_by_position(Reader *r, Matrix *m, const Words *w)
{
	uint32_t loose = first_loose(m);

	if (m->form->columns[0])
		find_heads(r, m, w);
	qsort(m->heads, (size_t) m->head_count, sizeof(Extent), compare_extents);
	m->mixed = true;
	if (!arrange_rows(m, w))
		m->head_count = 0;
	for (int row = 0; row < m->form->row_count; row++)
		order_cells(r, w, &m->rows[row]);
	if (m->head_count > 0)
		widen_heads(r, m, w);
	for (int row = 0; row < m->form->row_count; row++)
	{
		if (!m->rows[row].found)
			continue;
		if (m->head_count > 0 && arrange_cells(r, m, w, &m->rows[row]))
			emit_placed(r, m, row);
		else
			emit_row(r, m, row, &loose);
	}
}

/* Has every row that was found a cell for each column? */
static bool
is_full(const Matrix *m)
{
	for (int row = 0; row < m->form->row_count; row++)
		if (m->rows[row].found && m->rows[row].count != m->column_count)
			return false;
	return true;
}

/* Reads the rows in reading order, and by what the figures must satisfy. */
static void
read_by_order(Reader *r, Matrix *m)
{
	uint32_t loose = first_loose(m);

	for (int row = 0; row < m->form->row_count; row++)
		if (m->rows[row].count > m->column_count)
			m->ways = WAYS_MAX + 1;
	try_ways(r, m, 0, 0, 0);
	/* blocks may come in any order: only figures that fit together are in theirs */
	m->mixed = r->text->blocks && (m->passed == 0 || !is_full(m));
	for (int row = 0; row < m->form->row_count; row++)
		if (m->rows[row].found)
			emit_row(r, m, row, &loose);
}

static void
read_from_words(Reader *r, Matrix *m, const Area *area)
{
	Words w = words_read(r, area);

	if (m->form->columns[0])
		m->column_count = 4;
	read_words(r, m, &w);
	if (r->text->positioned)
		read_by_position(r, m, &w);
	else
		read_by_order(r, m);
	emit_years(r, m);
}

void
read_matrix(Reader *r, const Area *area)
{
	Matrix *m = arena_alloc(r->arena, sizeof(Matrix));
	Grid g;

	if (!m)
		return;
	memset(m, 0, sizeof(Matrix));
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		if (forms[i].table == area->table)
			m->form = &forms[i];
	if (grid_read(r, area, &g))
		read_from_grid(r, m, &g);
	else
		read_from_words(r, m, area);
}
