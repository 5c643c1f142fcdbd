/*
 * rows.h
 *		A table's facts row by row, as whoever shows a table reads them.
 *
 * src/core/rows.h
 */
#ifndef PROGSOC_ROWS_H
#define PROGSOC_ROWS_H

#include "core.h"
#include "form.h"
#include "packed.h"

#define ROWS_COLUMNS_MAX 8
#define ROWS_NO_FACT     UINT32_MAX

/* The rows of some columns of a table, in their order; only rows that have a cell in one of them.
 */
typedef struct Rows
{
	const Report *report;
	const FieldId *columns;
	int count;
	uint32_t next[ROWS_COLUMNS_MAX]; /* each column's facts that are still to come */
	uint32_t end[ROWS_COLUMNS_MAX];

	/* The row at hand */
	uint32_t row;
	Fact cells[ROWS_COLUMNS_MAX];     /* a cell that the row lacks is blank */
	uint32_t facts[ROWS_COLUMNS_MAX]; /* the cells' indexes in the report, or ROWS_NO_FACT */
} Rows;

/* columns must live as long as rows; at most ROWS_COLUMNS_MAX. */
extern void rows_start(Rows *rows, const Report *report, const FieldId *columns, int count);
extern bool rows_next(Rows *rows); /* false: no further row */

/* A cell of any row; blank if the report has none such. */
extern Fact row_cell(const Report *report, FieldId column, uint32_t row);

/* Rows of the population flow: row = 4 * entry + exit; FLOW_ROWS and above have no place. */
#define FLOW_ROWS 12

extern const char *const flow_entries[3];
extern const char *const flow_exits[4];

/* Values of an indicator: row = INDICATOR_COLUMNS * indicator + column of the header. */
#define INDICATOR_COLUMNS 64

#endif /* PROGSOC_ROWS_H */
