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

/* The width in characters of a table's column, and that of one of its cells. */
extern uint32_t flow_column_width(const Page *page, const Table *table, uint32_t column);
extern uint32_t flow_cell_width(const Page *page, const Table *table, uint32_t at);

/* Does this cell, the name of a total, reach over the columns to its right? */
extern bool flow_cell_spans(const Table *table, uint32_t at);

#endif /* PROGSOC_FLOW_H */
