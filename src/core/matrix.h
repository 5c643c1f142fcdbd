/*
 * matrix.h
 *		What the readers of the tables with row labels and figures share.
 *
 * src/core/matrix.h
 */
#ifndef PROGSOC_MATRIX_H
#define PROGSOC_MATRIX_H

#include "columns.h"

#define ROWS_MAX    3
#define COLUMNS_MAX 8
#define CELLS_MAX   (ROWS_MAX * COLUMNS_MAX)
#define NO_CELL     (-1)
#define NO_ROW      (-1)

typedef struct Matrix Matrix;

/* What the figures of a way must fit: a report may contradict itself. */
typedef enum Evidence
{
	EVIDENCE_ALL,  /* one another, and the report's */
	EVIDENCE_OWN,  /* one another */
	EVIDENCE_ORDER /* nothing: rows are whole, and in reading order */
} Evidence;

typedef struct MatrixForm
{
	FieldId table;
	int row_count;
	const char *rows[ROWS_MAX];       /* their labels, squeezed; all of what they begin with */
	const char *columns[COLUMNS_MAX]; /* the same; NULL: the columns are years */

	/* Is the cell in its place all right by those above it and those before it? */
	bool (*fits)(const Reader *r, const Matrix *m, int row, int column);
} MatrixForm;

typedef struct MatrixCell
{
	Str text; /* NO_STR: "El programa no presenta información" */
	bool absent;
	const Word *end; /* behind the phrase, if it stands in one piece; else NULL */
	double number;   /* NAN: none */
	int beside;      /* the row whose label was read last before it; NO_ROW: none was */
	const Word *word;
} MatrixCell;

typedef struct MatrixRow
{
	bool found;
	bool placed;         /* by where its cells stand */
	bool doubtful;       /* words that are no cell's stand among its cells */
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
	uint32_t head_line;  /* of the first year */
	double nominal_cost; /* of a beneficiary in the report's year; NAN: not known */
	Evidence evidence;
	bool mixed; /* the cells of a row are in no order */
	int ways;   /* tried */
	int passed; /* that hold */
};

/* The number of the cell in a place; false: there is none. */
extern bool matrix_number(const Matrix *m, int row, int column, double *number);

/* The figures of a sum: those that have none count as zero. */
extern double matrix_sum(const Matrix *m, int from_row, int to_row, int from_column, int to_column);

/* The words of a cell. */
extern Str matrix_words(const MatrixCell *cell);

/* Adds the fact of a place, and those of the cells of a row that have none, from row *loose on. */
extern void matrix_emit(Reader *r, const Matrix *m, int row, int column, Str text, Status doubt);
extern void matrix_emit_ambiguous(Reader *r, const Matrix *m, int row, int column);
extern void matrix_emit_loose(Reader *r, const Matrix *m, int row, const bool placed[CELLS_MAX],
                              uint32_t *loose);

/* Tries all ways to place the cells of rows that are not placed yet, in their order. */
extern void matrix_try_ways(Reader *r, Matrix *m);

/* A row whose cells are in reading order, and as far as all ways to place them agree. */
extern void matrix_emit_row(Reader *r, const Matrix *m, int row, uint32_t *loose);

/* The row of the first value that has no place, behind the table's own rows. */
extern uint32_t matrix_first_loose(const Matrix *m);

/* The row whose label begins at word i, or NO_ROW; *past: the first word behind it. */
extern int matrix_row_at(const MatrixForm *form, const Words *w, uint32_t i, uint32_t *past);

/*
 * Adds a column's year, or a cell; what does not fit in is left out.  absent: the
 * word is of the phrase that says so, up to `end` or, if that is NULL, in pieces.
 */
extern void matrix_add_year(Matrix *m, Str text);
extern void matrix_add_cell(Matrix *m, int row, const Word *word, bool absent, const Word *end);

/* A year that does not follow the last one heads a column of another table, whose block this is. */
extern bool matrix_is_other_year(const Matrix *m, Str text);

extern void matrix_read_positions(Reader *r, Matrix *m, const Words *w);

/* Reads what was found before end_line, and what strayed behind it. */
extern void matrix_read_blocks(Reader *r, Matrix *m, uint32_t end_line);

#endif /* PROGSOC_MATRIX_H */
