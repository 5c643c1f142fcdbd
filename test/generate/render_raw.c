/*
 * render_raw.c
 *		Reading order, as pdftotext -raw and PDFBox give it: the cells of a row
 *		that have one line each share a line; a wrapped cell has lines of its
 *		own; blank cells vanish.
 *
 * test/generate/render_raw.c
 */
#include "flow.h"

/* A row while it is printed: the line on which one-line cells gather. */
typedef struct RawRow
{
	Page *page;
	Buffer line;
} RawRow;

static void
raw_flush(RawRow *row)
{
	if (row->line.len == 0)
		return;
	page_line(row->page, buffer_str(&row->line));
	buffer_clear(&row->line);
}

static void
raw_glue(RawRow *row, Str text)
{
	if (row->line.len > 0)
		buffer_add_text(&row->line, CELL_SPACE);
	buffer_add_str(&row->line, text);
}

static void
raw_cell_gap(RawRow *row)
{
	if (row->page->style->cell_gaps && row->page->style->blank_lines)
		page_gap(row->page);
}

/* The lines of a cell's paragraph; count is that of the cell so far. */
static void
raw_paragraph(RawRow *row, Str paragraph, uint32_t width, uint32_t *count, Str *first)
{
	Str line;

	while (wrap_line(&paragraph, width, &line))
	{
		if (++*count == 1)
		{
			*first = line;
			continue;
		}
		if (*count == 2)
		{
			if (!row->page->style->glue_wrapped)
			{
				raw_flush(row);
				raw_cell_gap(row);
			}
			raw_glue(row, *first);
			raw_flush(row);
		}
		page_line(row->page, line);
	}
}

static void
raw_cell(RawRow *row, Str cell, uint32_t width)
{
	uint32_t count = 0;
	Str first = NO_STR;
	Str paragraph;

	while (split_line(&cell, &paragraph))
		raw_paragraph(row, paragraph, width, &count, &first);
	if (count == 1)
		raw_glue(row, first);
	else if (count > 1)
		raw_cell_gap(row);
}

static void
raw_table(Page *page, const Table *table)
{
	RawRow row = {.page = page};

	flow_gap(page);
	page_table_start(page);
	for (uint32_t at = 0; at < table->cell_count; at++)
	{
		uint32_t column = at % table->column_count;

		raw_cell(&row, table->cells[at], flow_cell_width(page, table, at));
		if (column + 1 < table->column_count)
			continue;
		raw_flush(&row);
		if (at + 1 == table->column_count)
			page_table_header_end(page);
		if (page->style->row_gaps)
			flow_gap(page);
	}
	page_table_end(page);
	flow_gap(page);
	buffer_free(&row.line);
}

const Layout layout_raw = {flow_title, flow_heading, flow_paragraph, flow_field, raw_table};
