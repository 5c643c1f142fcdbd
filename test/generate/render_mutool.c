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
mutool_row(Page *page, const Table *table, const CellLines *cells, const void *context)
{
	(void) context;
	for (uint32_t i = 0; i < table->column_count; i++)
	{
		bool apart = cells[i].count > 1 && page->style->row_gaps;

		if (apart)
			page_gap(page);
		for (uint32_t line = 0; line < cells[i].count; line++)
			page_line(page, cells[i].lines[line]);
		if (apart)
			page_gap(page);
	}
}

static void
mutool_table(Page *page, const Table *table)
{
	uint32_t widths[TABLE_COLUMNS_MAX];

	flow_column_widths(page, table, widths);
	flow_table(page, table, widths, mutool_row, NULL);
}

const Layout layout_mutool = {flow_title, flow_heading, flow_paragraph, flow_field, mutool_table};
