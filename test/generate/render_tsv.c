/*
 * render_tsv.c
 *		Tab-separated text: a row of a table per line, blank cells kept, fields
 *		and paragraphs separated by blank lines.
 *
 * test/generate/render_tsv.c
 */
#include "document.h"

static void
tsv_title(Page *page, Str line)
{
	page_line(page, line);
}

static void
tsv_paragraph(Page *page, Str text)
{
	page_gap(page);
	page_line(page, text);
	page_gap(page);
}

static void
tsv_paragraphs(Page *page, Str text)
{
	Str paragraph;

	while (split_line(&text, &paragraph))
		tsv_paragraph(page, paragraph);
}

static void
tsv_field(Page *page, const Field *field)
{
	Buffer line = {NULL, 0, 0};
	Str rest = field->value;
	Str first = STR("");

	buffer_add_str(&line, field->label);
	buffer_add_text(&line, field->close);
	if (!field->below && split_line(&rest, &first))
	{
		buffer_add_text(&line, page->style->gap);
		buffer_add_str(&line, first);
	}
	tsv_paragraph(page, buffer_str(&line));
	tsv_paragraphs(page, rest);
	buffer_free(&line);
}

/* A cell's lines are joined by spaces; prose may keep its paragraphs as tags. */
static void
add_cell(Buffer *line, Str cell, bool tags)
{
	Str part;
	bool first = true;

	while (split_line(&cell, &part))
	{
		if (!first)
			buffer_add_text(line, " ");
		if (tags)
			buffer_add_text(line, "<p>");
		buffer_add_str(line, part);
		if (tags)
			buffer_add_text(line, "</p>");
		first = false;
	}
}

static void
tsv_table(Page *page, const Table *table)
{
	Buffer line = {NULL, 0, 0};

	page_gap(page);
	for (uint32_t at = 0; at < table->cell_count; at++)
	{
		uint32_t column = at % table->column_count;
		bool prose = table->paragraphs && at >= table->column_count && column < 2;

		if (column > 0)
			buffer_add_text(&line, "\t");
		add_cell(&line, table->cells[at], prose && page->style->paragraph_tags);
		if (column + 1 < table->column_count)
			continue;
		page_line(page, buffer_str(&line));
		buffer_clear(&line);
	}
	page_gap(page);
	buffer_free(&line);
}

const Layout layout_tsv = {tsv_title, tsv_paragraph, tsv_paragraph, tsv_field, tsv_table};
