/*
 * flow.c
 *		Running text as PDF extractors give it.
 *
 * test/generate/flow.c
 */
#include "flow.h"

void
flow_gap(Page *page)
{
	if (page->style->blank_lines)
		page_gap(page);
}

void
flow_wrapped(Page *page, Str text)
{
	Buffer line = {NULL, 0, 0};
	Str part;

	while (wrap_line(&text, page->style->width, &part))
	{
		buffer_clear(&line);
		buffer_fill(&line, ' ', page->style->margin);
		buffer_add_str(&line, part);
		page_line(page, buffer_str(&line));
	}
	buffer_free(&line);
}

void
flow_title(Page *page, Str line)
{
	flow_wrapped(page, line);
}

void
flow_heading(Page *page, Str heading)
{
	flow_gap(page);
	flow_wrapped(page, heading);
	flow_gap(page);
}

void
flow_paragraph(Page *page, Str text)
{
	flow_heading(page, text);
}

static void
flow_paragraphs(Page *page, Str text)
{
	Str paragraph;

	while (split_line(&text, &paragraph))
		flow_paragraph(page, paragraph);
}

void
flow_field(Page *page, const Field *field)
{
	Buffer line = {NULL, 0, 0};
	Str rest = field->value;
	Str first;

	buffer_add_str(&line, field->label);
	buffer_add_text(&line, field->close);
	if (!field->below && split_line(&rest, &first))
	{
		buffer_add_text(&line, page->style->gap);
		buffer_add_str(&line, first);
	}
	flow_paragraph(page, buffer_str(&line));
	flow_paragraphs(page, rest);
	buffer_free(&line);
}

/* ---- Tables ---- */

#define PART_LINES_MIN 3 /* fewer lines of a row do not stay on the page */

void
flow_column_widths(const Page *page, const Table *table, uint32_t widths[TABLE_COLUMNS_MAX])
{
	for (uint32_t i = 0; i < table->column_count; i++)
		widths[i] = page->style->width * table->columns[i].share / 100 - 2;
}

bool
flow_cell_spans(const Table *table, uint32_t at)
{
	return table->total && at == table->cell_count - table->column_count;
}

static void
wrap_cell(Str text, uint32_t width, CellLines *cell)
{
	Str paragraph;

	cell->count = 0;
	while (split_line(&text, &paragraph))
		while (cell->count < CELL_LINES_MAX &&
		       wrap_line(&paragraph, width, &cell->lines[cell->count]))
			cell->count++;
}

/* The cells of the row that begins at this cell; the height of the tallest one. */
static uint32_t
wrap_row(const Page *page, const Table *table, uint32_t at, const uint32_t *widths,
         CellLines *cells)
{
	uint32_t height = 0;

	for (uint32_t i = 0; i < table->column_count; i++)
	{
		uint32_t width = flow_cell_spans(table, at + i) ? page->style->width : widths[i];

		wrap_cell(table->cells[at + i], width, &cells[i]);
		height = cells[i].count > height ? cells[i].count : height;
	}
	return height;
}

/* Takes the first lines of each cell. */
static void
take_part(const Table *table, CellLines *cells, uint32_t lines, CellLines *part)
{
	for (uint32_t i = 0; i < table->column_count; i++)
	{
		uint32_t count = cells[i].count < lines ? cells[i].count : lines;

		part[i].count = count;
		for (uint32_t line = 0; line < count; line++)
			part[i].lines[line] = cells[i].lines[line];
		cells[i].count -= count;
		for (uint32_t line = 0; line < cells[i].count; line++)
			cells[i].lines[line] = cells[i].lines[line + count];
	}
}

void
flow_table(Page *page, const Table *table, const uint32_t *widths, PrintRow print,
           const void *context)
{
	static CellLines cells[TABLE_COLUMNS_MAX];
	static CellLines part[TABLE_COLUMNS_MAX];

	flow_gap(page);
	page_table_start(page);
	page->held = true;
	for (uint32_t at = 0; at < table->cell_count; at += table->column_count)
	{
		uint32_t height = wrap_row(page, table, at, widths, cells);
		uint32_t room = page_room(page);

		if (height > room)
		{
			if (at > 0 && room >= PART_LINES_MIN)
			{
				take_part(table, cells, room, part);
				print(page, table, part, context);
			}
			page_break(page);
		}
		print(page, table, cells, context);
		if (at == 0)
			page_table_header_end(page);
		if (page->style->row_gaps)
			page_gap(page);
	}
	page->held = false;
	page_table_end(page);
	flow_gap(page);
}
