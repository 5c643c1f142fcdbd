/*
 * render_columns.c
 *		Columns kept by position, as pdftotext -layout gives them: the lines of a
 *		row's cells stand side by side, a blank cell is a hole.
 *
 * test/generate/render_columns.c
 */
#include "flow.h"

#define COLUMN_GAP 2

/* Where a table's columns lie on the line. */
typedef struct Columns
{
	uint32_t start[TABLE_COLUMNS_MAX];
	uint32_t width[TABLE_COLUMNS_MAX];
} Columns;

static uint32_t
longest_word(Str text)
{
	uint32_t longest = 0;
	uint32_t start = 0;

	for (uint32_t i = 0; i <= text.len; i++)
		if (i == text.len || text.at[i] == ' ' || text.at[i] == '\n')
		{
			uint32_t columns = text_columns((Str){text.at + start, i - start});

			longest = columns > longest ? columns : longest;
			start = i + 1;
		}
	return longest;
}

/* Each column has its share of the line, or what its longest word needs. */
static void
place_columns(const Page *page, const Table *table, Columns *columns)
{
	uint32_t start = page->style->margin;

	flow_column_widths(page, table, columns->width);
	for (uint32_t at = 0; at < table->cell_count; at++)
	{
		uint32_t need = longest_word(table->cells[at]);

		if (!flow_cell_spans(table, at) && columns->width[at % table->column_count] < need)
			columns->width[at % table->column_count] = need;
	}
	for (uint32_t i = 0; i < table->column_count; i++)
	{
		columns->start[i] = start;
		start += columns->width[i] + COLUMN_GAP;
	}
}

/* The line of a cell that stands on this line of its row; NO_STR: none. */
static Str
line_of(const CellLines *cell, uint32_t line, uint32_t height, bool centred)
{
	uint32_t above = centred ? (height - cell->count) / 2 : 0;

	return line >= above && line - above < cell->count ? cell->lines[line - above] : NO_STR;
}

/* One line of a row: the cells' lines, each where its column begins or ends. */
static void
columns_line(const Page *page, const Table *table, const Columns *columns, const CellLines *cells,
             uint32_t line, uint32_t height, Buffer *text)
{
	uint32_t at = 0; /* columns filled so far */

	buffer_clear(text);
	for (uint32_t i = 0; i < table->column_count; i++)
	{
		Str part = line_of(&cells[i], line, height, page->style->centred_rows);
		uint32_t size = text_columns(part);
		uint32_t start = columns->start[i];

		if (part.len == 0)
			continue;
		if (table->columns[i].number && page->style->right_numbers)
			start += columns->width[i] - size;
		buffer_fill(text, ' ', start - at);
		buffer_add_str(text, part);
		at = start + size;
	}
}

static void
columns_row(Page *page, const Table *table, const CellLines *cells, const void *context)
{
	const Columns *columns = context;
	Buffer text = {NULL, 0, 0};
	uint32_t height = 0;

	for (uint32_t i = 0; i < table->column_count; i++)
		height = cells[i].count > height ? cells[i].count : height;
	for (uint32_t line = 0; line < height; line++)
	{
		columns_line(page, table, columns, cells, line, height, &text);
		page_line(page, buffer_str(&text));
	}
	buffer_free(&text);
}

static void
columns_table(Page *page, const Table *table)
{
	Columns columns;

	place_columns(page, table, &columns);
	flow_table(page, table, columns.width, columns_row, &columns);
}

const Layout layout_columns = {flow_title, flow_heading, flow_paragraph, flow_field, columns_table};
