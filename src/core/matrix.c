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
#include "matrix.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FLOW_CELLS   12   /* of the population flow; what has no place follows them */
#define WAYS_MAX     4096 /* placements tried before giving up */
#define COST_LOWEST  0.8  /* printed cost over nominal cost: prices of another year */
#define COST_HIGHEST 1.5

/* ---- What the figures must satisfy ---- */

bool
matrix_number(const Matrix *m, int row, int column, double *number)
{
	int at = m->rows[row].at[column];

	if (at == NO_CELL || isnan(m->rows[row].cells[at].number))
		return false;
	*number = m->rows[row].cells[at].number;
	return true;
}

double
matrix_sum(const Matrix *m, int from_row, int to_row, int from_column, int to_column)
{
	double sum = 0;
	double number;

	for (int row = from_row; row < to_row; row++)
		for (int c = from_column; c < to_column; c++)
			if (matrix_number(m, row, c, &number))
				sum += number;
	return sum;
}

/* Rows and columns add up to their totals, and all of it to the beneficiaries. */
static bool
flow_fits(const Reader *r, const Matrix *m, int row, int column)
{
	double number;
	Decimal beneficiaries;

	if (m->evidence == EVIDENCE_ORDER)
		return true;
	if (!matrix_number(m, row, column, &number))
		return !(column == 3 && matrix_sum(m, row, row + 1, 0, 3) != 0) &&
		       !(row == 2 && matrix_sum(m, 0, 2, column, column + 1) != 0);
	if (column == 3 && matrix_sum(m, row, row + 1, 0, 3) != number)
		return false;
	if (row == 2 && matrix_sum(m, 0, 2, column, column + 1) != number)
		return false;
	return row < 2 || column < 3 || m->evidence == EVIDENCE_OWN ||
	       !known_number(r, FIELD_BENEFICIARIES, &beneficiaries) ||
	       (double) beneficiaries.mantissa == number;
}

/* Is a printed coverage what these figures give, as a fraction or in per cent? */
static bool
is_ratio(double beneficiaries, double target, double printed)
{
	double ratio = beneficiaries / target;
	double unit = printed == floor(printed) ? 1 : 0.01; /* of the last digit: may be cut off */

	return fabs(ratio - printed) < unit || fabs(100 * ratio - printed) < unit;
}

/* Is a number other than one that the report gives elsewhere? */
static bool
contradicts(const Reader *r, FieldId field, double number)
{
	Decimal known;

	return known_number(r, field, &known) && (double) known.mantissa != number;
}

static bool
is_percentage(const Matrix *m, int row, int column)
{
	const MatrixCell *cell = &m->rows[row].cells[m->rows[row].at[column]];

	return cell->number != floor(cell->number) || cell->text.at[cell->text.len - 1] == '%';
}

/* The report's year has the report's figures, and each year's coverage is that of its figures. */
static bool
coverage_fits(const Reader *r, const Matrix *m, int row, int column)
{
	static const FieldId fields[] = {FIELD_TARGET_POPULATION, FIELD_BENEFICIARIES};
	double number, target, beneficiaries;

	if (!matrix_number(m, row, column, &number))
		return true;
	if (row < 2 && is_percentage(m, row, column))
		return false;
	if (row < 2)
		return m->evidence != EVIDENCE_ALL || m->years[column] != r->report_year ||
		       !contradicts(r, fields[row], number);
	if (m->evidence == EVIDENCE_ORDER)
		return true;
	return matrix_number(m, 0, column, &target) && target != 0 &&
	       matrix_number(m, 1, column, &beneficiaries) && is_ratio(beneficiaries, target, number);
}

/* The beneficiaries of a year, as printed, by the coverage table; false: it does not say. */
static bool
beneficiaries_of(const Reader *r, Str year, int64_t *beneficiaries)
{
	const Draft *d = r->draft;

	for (uint32_t i = draft_first(d, FIELD_COVERAGE_YEAR); i < d->count; i++)
		if (d->facts[i].field == FIELD_COVERAGE_YEAR && status_is_sure(d->facts[i].status) &&
		    str_equal(d->facts[i].text, year))
			for (uint32_t k = draft_first(d, FIELD_COVERAGE_BENEFICIARIES); k < d->count; k++)
				if (d->facts[k].field == FIELD_COVERAGE_BENEFICIARIES &&
				    d->facts[k].row == d->facts[i].row)
					return fact_integer(&d->facts[k], beneficiaries);
	return false;
}

/* What the report's totals give as the cost of a beneficiary; NAN: they are not known. */
static double
nominal_cost(const Reader *r)
{
	Decimal spending, beneficiaries;

	if (!known_number(r, FIELD_TOTAL_SPENDING, &spending) ||
	    !known_number(r, FIELD_BENEFICIARIES, &beneficiaries) || beneficiaries.mantissa <= 0 ||
	    spending.mantissa <= 0)
		return NAN;
	return (double) spending.mantissa / pow(10, spending.scale) / (double) beneficiaries.mantissa;
}

/* A year without beneficiaries has no cost; the report's year has the one that its totals give. */
static bool
cost_fits(const Reader *r, const Matrix *m, int row, int column)
{
	int64_t persons;
	double nominal = m->nominal_cost;
	double cost = 0;
	bool has_cost = matrix_number(m, row, column, &cost);

	if (has_cost && cost > 0 && beneficiaries_of(r, m->year_texts[column], &persons) &&
	    persons == 0)
		return false;
	if (m->years[column] != r->report_year || isnan(nominal) || m->evidence != EVIDENCE_ALL)
		return true;
	return nominal < 1 || (has_cost && cost >= floor(COST_LOWEST * nominal) &&
	                       cost <= ceil(COST_HIGHEST * nominal));
}

static const MatrixForm forms[] = {
    {FIELD_POPULATION_FLOW,
     3,
     {"ingresoprevio", "ingresodurante", "total"},
     {"egresodurante", "egresoposterior", "otros", "total"},
     flow_fits},
    {FIELD_COVERAGE,
     3,
     {"poblacionobjetivo", "beneficiariosefectivos", "cobertura"},
     {NULL},
     coverage_fits},
    {FIELD_COSTS, 1, {"gastoporbeneficiario"}, {NULL}, cost_fits},
};

/* ---- From a grid ---- */

void
matrix_add_year(Matrix *m, Str text)
{
	if (m->column_count < COLUMNS_MAX && year_parse(text, &m->years[m->column_count]))
		m->year_texts[m->column_count++] = text;
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

/* The grid columns that a row has, as far as a table may have columns. */
static uint32_t
grid_columns(const Grid *g, uint32_t row)
{
	uint32_t count = g->rows[row].cell_count;

	return count < TABLE_COLUMNS_MAX ? count : TABLE_COLUMNS_MAX;
}

/* The matrix column of each grid column, from a header row; their number, 0: it is none. */
static uint32_t
read_grid_header(Matrix *m, const Grid *g, uint32_t row, int columns[TABLE_COLUMNS_MAX])
{
	uint32_t count = grid_columns(g, row);
	bool found = false;

	for (uint32_t c = 0; c < count; c++)
	{
		Str text = grid_text(g, row, c);

		columns[c] = -1;
		if (m->form->columns[0])
			columns[c] = column_labelled(m->form, text);
		else if (is_year(text) && c > 0 && m->column_count < COLUMNS_MAX)
		{
			columns[c] = m->column_count;
			matrix_add_year(m, text);
		}
		found |= columns[c] >= 0;
	}
	return found ? count : 0;
}

/* The field of a place, and the row of its fact. */
static FieldId
fact_of(const Matrix *m, int row, int column, uint32_t *fact_row)
{
	static const FieldId coverage[] = {FIELD_COVERAGE_TARGET, FIELD_COVERAGE_BENEFICIARIES,
	                                   FIELD_COVERAGE_REPORTED};

	*fact_row = (uint32_t) (m->form->columns[0] ? 4 * row + column : column);
	return m->form->table == FIELD_POPULATION_FLOW ? FIELD_FLOW_PERSONS
	       : m->form->table == FIELD_COVERAGE      ? coverage[row]
	                                               : FIELD_COSTS_AMOUNT;
}

void
matrix_emit(Reader *r, const Matrix *m, int row, int column, Str text, Status doubt)
{
	uint32_t fact_row;
	FieldId field = fact_of(m, row, column, &fact_row);

	if (!m->rows[row].doubtful || column >= m->column_count)
		add_doubtful(r, field, fact_row, text, doubt);
	else if (value_status(text, form_fields[field].type) == STATUS_REPORTED)
		add_doubtful(r, field, fact_row, text, STATUS_AMBIGUOUS);
	else
		draft_add(r->draft, field, fact_row, STATUS_AMBIGUOUS, NO_STR);
}

void
matrix_emit_ambiguous(Reader *r, const Matrix *m, int row, int column)
{
	uint32_t fact_row;
	FieldId field = fact_of(m, row, column, &fact_row);

	draft_add(r->draft, field, fact_row, STATUS_AMBIGUOUS, NO_STR);
}

/* Whether another column has the same head, and one before it. */
static bool
has_twin(const int *columns, uint32_t count, uint32_t column, bool *before)
{
	bool twin = false;

	*before = false;
	for (uint32_t c = 0; c < count; c++)
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
emit_grid_row(Reader *r, const Matrix *m, const Grid *g, uint32_t grid_row, const int *columns,
              uint32_t count, int row, int *loose)
{
	for (uint32_t c = 1; c < count; c++)
	{
		Str text = grid_text(g, grid_row, c);
		bool before;

		if (columns[c] < 0)
			continue;
		if (!has_twin(columns, count, c, &before))
			matrix_emit(r, m, row, columns[c], text, STATUS_REPORTED);
		else
		{
			if (!before)
				matrix_emit_ambiguous(r, m, row, columns[c]);
			if (text.len > 0)
				matrix_emit(r, m, 0, (*loose)++, text, STATUS_AMBIGUOUS);
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
	uint32_t column_count = 0; /* of the header; 0: not read yet */
	int loose = FLOW_CELLS;

	for (uint32_t row = 0; row < g->row_count; row++)
	{
		int labelled = row_labelled(m->form, grid_text(g, row, 0));

		if (column_count == 0)
		{
			column_count = read_grid_header(m, g, row, columns);
			if (column_count > 0)
				grid_claim_row(r, g, row, TRACE_LABEL, m->form->table);
			continue;
		}
		if (labelled < 0 || m->rows[labelled].found)
			continue;
		m->rows[labelled].found = true;
		grid_claim(r, g, row, 0, TRACE_LABEL, m->form->table);
		emit_grid_row(r, m, g, row, columns, column_count, labelled, &loose);
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
int
matrix_row_at(const MatrixForm *form, const Words *w, uint32_t i, uint32_t *past)
{
	for (int row = 0; row < form->row_count; row++)
	{
		*past = spelled(w, i, form->rows[row]);
		if (*past > i)
			return row;
	}
	return -1;
}

/* NAN: it is none. */
static double
number_of(Str text)
{
	Decimal d;
	Str unit;

	return rate_parse(text, &d, &unit) ? (double) d.mantissa / pow(10, d.scale) : NAN;
}

void
matrix_add_cell(Matrix *m, int row, const Word *word, bool absent, const Word *end)
{
	MatrixRow *mr = &m->rows[row == NO_ROW ? 0 : row];

	if (mr->count < CELLS_MAX)
		mr->cells[mr->count++] = (MatrixCell){.text = absent ? NO_STR : word->text,
		                                      .absent = absent,
		                                      .end = end,
		                                      .number = absent ? NAN : number_of(word->text),
		                                      .beside = row,
		                                      .word = word};
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
	if (m->head_count == 0)
		m->head_line = word->line;
	if (m->head_count < COLUMNS_MAX)
		m->heads[m->head_count++] = word_extent(r->text, word, word + 1);
	matrix_add_year(m, word->text);
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

bool
matrix_is_other_year(const Matrix *m, Str text)
{
	int year;

	return !m->form->columns[0] && m->column_count > 0 && is_year(text) &&
	       year_parse(text, &year) && year <= m->years[m->column_count - 1];
}

/* The years of the header again, as a new page repeats them; how many words they are. */
static uint32_t
repeated_years(const Reader *r, const Matrix *m, const Words *w, uint32_t from)
{
	uint32_t count = (uint32_t) m->column_count;

	if (m->form->columns[0] || count == 0 || from + count > w->count ||
	    !r->text->lines[w->words[from].line].after_page)
		return 0;
	for (uint32_t i = 0; i < count; i++)
		if (!str_equal(w->words[from + i].text, m->year_texts[i]))
			return 0;
	return count;
}

/* Where the words are being read. */
typedef struct Sorter
{
	Matrix *m;
	const Words *w;
	int row;        /* whose label was read last */
	bool in_header; /* of the flow */
	uint32_t cell;  /* word behind the last one of a cell */
	bool bordered;  /* a dash may be a border */
} Sorter;

/* Takes the words [from, to). */
static uint32_t
take(Reader *r, Sorter *s, uint32_t from, uint32_t to, TraceKind kind)
{
	for (uint32_t i = from; i < to; i++)
		word_claim(r, &s->w->words[i], kind, s->m->form->table);
	if (kind == TRACE_VALUE)
		s->cell = to;
	return to;
}

/* The label of a row, which is not found yet, over the words [from, to). */
static uint32_t
begin_row(Reader *r, Sorter *s, int row, uint32_t from, uint32_t to)
{
	MatrixRow *mr = &s->m->rows[row];

	s->row = row;
	mr->found = true;
	mr->first_line = s->w->words[from].line;
	mr->last_line = s->w->words[to - 1].line;
	return take(r, s, from, to, TRACE_LABEL);
}

/* The absent phrase in one piece from word i on, whatever spaces a font puts into it. */
static uint32_t
read_phrase(Reader *r, Sorter *s, uint32_t i)
{
	const Word *word = &s->w->words[i];
	uint32_t end = spelled(s->w, i, "elprogramanopresentainformacion");

	if (end == 0 || s->w->words[end - 1].line != word->line)
		return 0;
	matrix_add_cell(s->m, s->row, word, true, word + (end - i));
	return take(r, s, i, end, TRACE_VALUE);
}

/*
 * The end of a phrase that began on a line above shows where its cell stands: behind
 * figures of its own line, which were read after it.
 */
static bool
is_behind_figures(const Sorter *s, const Word *word)
{
	const MatrixRow *mr = &s->m->rows[s->row < 0 ? 0 : s->row];
	int i = mr->count;

	while (i > 0 && !mr->cells[i - 1].absent && mr->cells[i - 1].word->line == word->line)
		i--;
	return i > 0 && i < mr->count && mr->cells[i - 1].absent &&
	       mr->cells[i - 1].word->line < word->line && squeezed_equal(word->text, "informacion");
}

/* A cell, or a part of one, from word i on, and what follows it; 0: the word is none. */
static uint32_t
read_cell(Reader *r, Sorter *s, uint32_t i)
{
	const Word *word = &s->w->words[i];
	uint32_t phrase;

	if (s->row < 0 && s->in_header)
		return 0;
	phrase = read_phrase(r, s, i);
	if (phrase > 0)
		return phrase;
	if (s->bordered && s->row >= 0 && value_status(word->text, TYPE_INTEGER) == STATUS_BLANK)
		s->m->rows[s->row].doubtful = true;
	else if (is_cell_word(word->text))
		matrix_add_cell(s->m, s->row, word, false, NULL);
	else if (s->row >= 0 && squeezed_equal(word->text, "") && word->text.at[0] == '%')
		add_percent(s->m, s->row, word);
	else if (!is_phrase(word->text))
		return 0;
	else if (squeezed_equal(word->text, "programa"))
		matrix_add_cell(s->m, s->row, word, true, NULL);
	else if (s->row >= 0 && !r->text->blocks && !r->text->positioned && is_behind_figures(s, word))
		s->m->rows[s->row].doubtful = true;
	return take(r, s, i, i + 1, TRACE_VALUE);
}

/* A word of a label, or one that is none behind a cell on its line. */
static uint32_t
read_other(Reader *r, Sorter *s, uint32_t i, bool in_label)
{
	const Word *word = &s->w->words[i];
	bool behind_cell = i > 0 && s->cell == i && word[-1].line == word->line;

	if (is_figure(word->text))
		return i + 1;
	if (s->row >= 0 && behind_cell && !s->in_header && !r->text->blocks)
	{
		s->m->rows[s->row].doubtful = true;
		s->cell = i + 1;
		return i + 1;
	}
	/* "(arrastre)", "(nuevo)": the end of a label */
	if (s->row >= 0 && in_label && word->text.at[0] == '(')
		s->m->rows[s->row].last_line = word->line;
	return take(r, s, i, i + 1, TRACE_LABEL);
}

/* A year, which heads a column or ends a row's label. */
static uint32_t
read_year(Reader *r, Sorter *s, uint32_t i, bool in_label)
{
	const Word *word = &s->w->words[i];

	if (!s->m->form->columns[0])
		add_head_year(r, s->m, word);
	else if (s->row >= 0 && in_label)
		s->m->rows[s->row].last_line = word->line;
	return take(r, s, i, i + 1, TRACE_LABEL);
}

/* Reads from word i on; the word behind what was read. */
static uint32_t
read_word(Reader *r, Sorter *s, uint32_t i)
{
	const Matrix *m = s->m;
	Str text = s->w->words[i].text;
	uint32_t past = i;
	int labelled = matrix_row_at(m->form, s->w, i, &past);
	uint32_t repeated = repeated_years(r, m, s->w, i);
	/* a header that a page repeats is no end of a label; among blocks it may stand within */
	bool in_label = !s->in_header || r->text->blocks;

	if (repeated > 0)
		return take(r, s, i, i + repeated, TRACE_LABEL);
	if (r->text->blocks && matrix_is_other_year(m, text))
		return s->w->count;
	/* the header of the flow, which a new page repeats, ends with a "Total" of its own */
	if (m->form->columns[0] && squeezed_equal(text, "egreso"))
		s->in_header = true;
	if (labelled == 2 && s->in_header)
	{
		s->in_header = false;
		labelled = -1;
	}
	if (labelled >= 0 && !m->rows[labelled].found)
		return begin_row(r, s, labelled, i, past);
	if (is_year(text) && !is_cell_year(r, m, s->row, text))
		return read_year(r, s, i, in_label);
	past = read_cell(r, s, i);
	return past > 0 ? past : read_other(r, s, i, in_label);
}

/* Sorts the words into years, row labels and cells; all others are the header's. */
static void
read_words(Reader *r, Matrix *m, const Words *w, bool bordered)
{
	Sorter s = {m, w, NO_ROW, m->form->columns[0] != NULL, 0, bordered};

	for (uint32_t i = 0; i < w->count;)
		i = read_word(r, &s, i);
	/* a flow whose only "Total" stands for its header's has lost this, or its figures */
	for (int row = 0; row < m->form->row_count && m->form->columns[0]; row++)
		m->rows[row].doubtful |= s.cell == 0 && !m->rows[m->form->row_count - 1].found;
}

/* ---- Placing ---- */

/* Do the cells of a row, as they are placed, fit one another and those above? */
static bool
row_fits(const Reader *r, const Matrix *m, int row)
{
	for (int c = 0; c < m->column_count; c++)
		if (!m->form->fits(r, m, row, c))
			return false;
	return true;
}

static bool
all_fit(const Reader *r, const Matrix *m)
{
	for (int row = 0; row < m->form->row_count; row++)
		if (!row_fits(r, m, row))
			return false;
	return true;
}

/* In how many ways the cells of the rows from one on can be placed */
static int
ways_from(const Matrix *m, int row)
{
	int ways = 1;

	for (; row < m->form->row_count; row++)
		for (int i = 0; i < m->rows[row].count && !m->rows[row].placed; i++)
			ways = ways * (m->column_count - i) / (i + 1);
	return ways;
}

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
		agree(m);
		return;
	}
	if (mr->placed || column == m->column_count)
	{
		if (row_fits(r, m, row))
			try_ways(r, m, row + 1, 0, 0);
		else
			m->ways += ways_from(m, row + 1);
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

void
matrix_try_ways(Reader *r, Matrix *m)
{
	m->ways = m->passed = 0;
	for (int row = 0; row < m->form->row_count; row++)
		if (m->rows[row].count > m->column_count)
			m->ways = WAYS_MAX + 1;
	try_ways(r, m, 0, 0, 0);
}

/*
 * Is a row without figures one that has none?  The form prints the absent phrase in all
 * cells, or in the first alone; of the total, which sums up figures, some are lost then.
 */
static bool
is_without_figures(const Matrix *m, int row)
{
	const MatrixRow *mr = &m->rows[row];
	bool figures = false;

	for (int i = 0; i < row; i++)
		for (int c = 0; c < m->rows[i].count; c++)
			figures |= !m->rows[i].cells[c].absent;
	if (mr->count == 0)
		return m->passed > 0 && m->evidence == EVIDENCE_ALL;
	return mr->count == 1 && mr->cells[0].absent && !(figures && row + 1 == m->form->row_count);
}

Str
matrix_words(const MatrixCell *cell)
{
	return cell->absent ? STR("El programa no presenta información") : cell->text;
}

/* The cells of a row that could not be placed follow as rows without keys. */
void
matrix_emit_loose(Reader *r, const Matrix *m, int row, const bool placed[CELLS_MAX],
                  uint32_t *loose)
{
	for (int i = 0; i < m->rows[row].count; i++)
		if (!placed[i] && !m->rows[row].cells[i].absent)
			matrix_emit(r, m, m->form->columns[0] ? 0 : row, (int) (*loose)++,
			            m->rows[row].cells[i].text, STATUS_AMBIGUOUS);
}

/* The row of the first value that has no place, behind the table's own rows. */
uint32_t
matrix_first_loose(const Matrix *m)
{
	return m->form->columns[0] ? FLOW_CELLS : (uint32_t) m->column_count;
}

void
matrix_emit_row(Reader *r, const Matrix *m, int row, uint32_t *loose)
{
	const MatrixRow *mr = &m->rows[row];
	bool placed[CELLS_MAX] = {false};

	for (int c = 0; c < m->column_count; c++)
	{
		if (mr->count == m->column_count && !m->mixed)
		{
			placed[c] = true;
			matrix_emit(r, m, row, c, matrix_words(&mr->cells[c]), STATUS_REPORTED);
		}
		else if (is_without_figures(m, row) && !m->mixed)
			matrix_emit(r, m, row, c, c < mr->count ? matrix_words(&mr->cells[c]) : NO_STR,
			            STATUS_REPORTED);
		else if (m->passed == 0 || m->ways > WAYS_MAX || mr->disputed[c] || m->mixed ||
		         (m->evidence != EVIDENCE_ALL && mr->agreed[c] == NO_CELL))
			matrix_emit_ambiguous(r, m, row, c);
		else if (mr->agreed[c] == NO_CELL)
			matrix_emit(r, m, row, c, NO_STR, STATUS_REPORTED);
		else
		{
			placed[mr->agreed[c]] = true;
			matrix_emit(r, m, row, c, matrix_words(&mr->cells[mr->agreed[c]]), STATUS_INFERRED);
		}
	}
	matrix_emit_loose(r, m, row, placed, loose);
}

/* Has every row that was found a cell for each column, and do they fit one another? */
static bool
is_full(const Reader *r, Matrix *m)
{
	for (int row = 0; row < m->form->row_count; row++)
	{
		if (m->rows[row].found && m->rows[row].count != m->column_count)
			return false;
		for (int c = 0; c < m->column_count; c++)
			m->rows[row].at[c] = m->rows[row].found ? c : NO_CELL;
	}
	return m->column_count > 0 && all_fit(r, m);
}

/* Reads the rows in reading order, and by what the figures must satisfy. */
static void
read_by_order(Reader *r, Matrix *m)
{
	uint32_t loose = matrix_first_loose(m);

	matrix_try_ways(r, m);
	if (m->passed == 0 && m->form->row_count > 1)
	{
		m->evidence = EVIDENCE_OWN;
		matrix_try_ways(r, m);
	}
	for (int row = 0; row < m->form->row_count; row++)
		if (m->rows[row].found)
			matrix_emit_row(r, m, row, &loose);
}

/* "634El programa no presenta": where a word is a figure and, behind it, the phrase's first word.
 */
static uint32_t
glued_at(const Words *w, uint32_t i)
{
	Str text = w->words[i].text;

	if (text.len < 3 || memcmp(text.at + text.len - 2, "El", 2) != 0 ||
	    !is_figure((Str){text.at, text.len - 2}) || i + 1 == w->count ||
	    !squeezed_equal(w->words[i + 1].text, "programa"))
		return 0;
	return text.len - 2;
}

/* A figure aligned right and a phrase aligned left may touch. */
static Words
part_figures(Reader *r, Words w)
{
	Words parted = {arena_alloc(r->scratch, (2 * (size_t) w.count + 1) * sizeof(Word)), 0};

	for (uint32_t i = 0; parted.words && i < w.count; i++)
	{
		uint32_t at = glued_at(&w, i);
		Word word = w.words[i];

		if (at > 0)
		{
			parted.words[parted.count] = word;
			parted.words[parted.count++].text.len = at;
			word.text = (Str){word.text.at + at, word.text.len - at};
			word.start += at;
			word.first = word.after_blank = false;
		}
		parted.words[parted.count++] = word;
	}
	return parted;
}

static void
read_from_words(Reader *r, Matrix *m, const Area *area)
{
	Words w = part_figures(r, words_read(r, area));

	if (m->form->columns[0])
		m->column_count = 4;
	read_words(r, m, &w, has_borders(r, area));
	if (r->text->positioned)
		matrix_read_positions(r, m, &w);
	else if (r->text->blocks && !is_full(r, m))
		matrix_read_blocks(r, m, area->end_line);
	else
		read_by_order(r, m);
	emit_years(r, m);
}

void
read_matrix(Reader *r, const Area *area)
{
	Matrix *m = arena_alloc(r->scratch, sizeof(Matrix));
	Grid g;

	if (!m)
		return;
	memset(m, 0, sizeof(Matrix));
	m->nominal_cost = nominal_cost(r);
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		if (forms[i].table == area->table)
			m->form = &forms[i];
	if (grid_read(r, area, &g))
		read_from_grid(r, m, &g);
	else
		read_from_words(r, m, area);
}
