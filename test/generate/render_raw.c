/*
 * render_raw.c
 *		Reading order, as pdftotext -raw and PDFBox give it: the cells of a row
 *		that have one line each share a line; a wrapped cell has lines of its
 *		own; blank cells vanish.
 *
 * test/generate/render_raw.c
 */
#include "flow.h"

static void
raw_flush(Page *page, Buffer *line)
{
	if (line->len > 0)
		page_line(page, buffer_str(line));
	buffer_clear(line);
}

static void
raw_glue(Buffer *line, Str text)
{
	if (line->len > 0)
		buffer_add_text(line, CELL_SPACE);
	buffer_add_str(line, text);
}

static void
raw_cell_gap(Page *page)
{
	if (page->style->cell_gaps)
		page_gap(page);
}

/* line holds the cells of one line that have gathered so far. */
static void
raw_cell(Page *page, const CellLines *cell, Buffer *line)
{
	if (cell->count > 1 && !page->style->glue_wrapped)
	{
		raw_flush(page, line);
		raw_cell_gap(page);
	}
	if (cell->count > 0)
		raw_glue(line, cell->lines[0]);
	if (cell->count <= 1)
		return;
	raw_flush(page, line);
	for (uint32_t i = 1; i < cell->count; i++)
		page_line(page, cell->lines[i]);
	raw_cell_gap(page);
}

static void
raw_row(Page *page, const Table *table, const CellLines *cells, const void *context)
{
	Buffer line = {NULL, 0, 0};

	(void) context;
	for (uint32_t i = 0; i < table->column_count; i++)
		raw_cell(page, &cells[i], &line);
	raw_flush(page, &line);
	buffer_free(&line);
}

static void
raw_table(Page *page, const Table *table)
{
	uint32_t widths[TABLE_COLUMNS_MAX];

	flow_column_widths(page, table, widths);
	flow_table(page, table, widths, raw_row, NULL);
}

const Layout layout_raw = {flow_title, flow_heading, flow_paragraph, flow_field, raw_table};
