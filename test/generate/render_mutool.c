/*
 * render_mutool.c
 *		Reading order, as mutool and PyMuPDF give it: each line of a cell is a
 *		line; mutool sets blank lines between rows and around wrapped cells,
 *		PyMuPDF none; blank cells vanish.
 *
 * test/generate/render_mutool.c
 */
#include "flow.h"

static void
mutool_gap(Page *page)
{
	if (page->style->row_gaps)
		page_gap(page);
}

static uint32_t
count_lines(Str cell, uint32_t width)
{
	uint32_t count = 0;
	Str paragraph;
	Str line;

	while (split_line(&cell, &paragraph))
		while (wrap_line(&paragraph, width, &line))
			count++;
	return count;
}

static void
mutool_cell(Page *page, Str cell, uint32_t width)
{
	bool wrapped = count_lines(cell, width) > 1;
	Str paragraph;
	Str line;

	if (wrapped)
		mutool_gap(page);
	while (split_line(&cell, &paragraph))
		while (wrap_line(&paragraph, width, &line))
			page_line(page, line);
	if (wrapped)
		mutool_gap(page);
}

static void
mutool_table(Page *page, const Table *table)
{
	mutool_gap(page);
	page_table_start(page);
	for (uint32_t at = 0; at < table->cell_count; at++)
	{
		uint32_t column = at % table->column_count;

		mutool_cell(page, table->cells[at], flow_cell_width(page, table, at));
		if (column + 1 < table->column_count)
			continue;
		mutool_gap(page);
		if (at + 1 == table->column_count)
			page_table_header_end(page);
	}
	page_table_end(page);
}

const Layout layout_mutool = {flow_title, flow_heading, flow_paragraph, flow_field, mutool_table};
