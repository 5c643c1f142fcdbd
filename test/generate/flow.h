/*
 * flow.h
 *		Running text as PDF extractors give it: wrapped lines, perhaps with
 *		blank lines between fields.  Shared by the layouts without cell borders.
 *
 * test/generate/flow.h
 */
#ifndef PROGSOC_FLOW_H
#define PROGSOC_FLOW_H

#include "document.h"

extern void flow_title(Page *page, Str line);
extern void flow_heading(Page *page, Str heading);
extern void flow_paragraph(Page *page, Str text);
extern void flow_field(Page *page, const Field *field);

/* One paragraph, wrapped to the style's width. */
extern void flow_wrapped(Page *page, Str text);

/* A gap where the style has blank lines between fields. */
extern void flow_gap(Page *page);

/* ---- Tables ---- */

#define CELL_LINES_MAX 200

/* A cell of a row that is being printed, or what of it stands on one page. */
typedef struct CellLines
{
	Str lines[CELL_LINES_MAX];
	uint32_t count;
} CellLines;

/* Prints a row's cells, one per column of the table. */
typedef void (*PrintRow)(Page *page, const Table *table, const CellLines *cells,
                         const void *context);

/* The width in characters that a table's columns have a share of the line for. */
extern void flow_column_widths(const Page *page, const Table *table,
                               uint32_t widths[TABLE_COLUMNS_MAX]);

/* Does this cell, the name of a total, reach over the columns to its right? */
extern bool flow_cell_spans(const Table *table, uint32_t at);

/*
 * Prints a table row by row.  Where a row of several lines does not fit on the
 * page, each of its cells goes on after the break.
 */
extern void flow_table(Page *page, const Table *table, const uint32_t *widths, PrintRow print,
                       const void *context);

#endif /* PROGSOC_FLOW_H */
