/*
 * render_markdown.c
 *		Markdown: headings with "#", bold labels, pipe tables with a ruler.
 *
 * test/generate/render_markdown.c
 */
#include "document.h"

static void
markdown_paragraph(Page *page, Str text)
{
	page_gap(page);
	page_line(page, text);
	page_gap(page);
}

static void
add_and_print(Page *page, const char *before, Str text, const char *behind)
{
	Buffer line = {NULL, 0, 0};

	buffer_add_text(&line, before);
	buffer_add_str(&line, text);
	buffer_add_text(&line, behind);
	markdown_paragraph(page, buffer_str(&line));
	buffer_free(&line);
}

static void
markdown_title(Page *page, Str line)
{
	markdown_paragraph(page, line);
}

/* "5.2) …" is one level below "5. …". */
static void
markdown_heading(Page *page, Str heading)
{
	bool section = heading.len > 1 && heading.at[1] == '.' && heading.at[2] == ' ';

	add_and_print(page, section ? "## " : "### ", heading, "");
}

static void
markdown_field(Page *page, const Field *field)
{
	Buffer line = {NULL, 0, 0};
	Str rest = field->value;
	Str part;

	buffer_add_text(&line, "**");
	buffer_add_str(&line, field->label);
	buffer_add_text(&line, field->close);
	buffer_add_text(&line, "**");
	if (!field->below && split_line(&rest, &part))
	{
		buffer_add_text(&line, " ");
		buffer_add_str(&line, part);
	}
	markdown_paragraph(page, buffer_str(&line));
	while (split_line(&rest, &part))
		markdown_paragraph(page, part);
	buffer_free(&line);
}

static void
add_cell(Buffer *line, Str cell, const char *line_break)
{
	Str part;
	bool first = true;

	buffer_add_text(line, " ");
	while (split_line(&cell, &part))
	{
		if (!first)
			buffer_add_text(line, line_break);
		buffer_add_str(line, part);
		first = false;
	}
	buffer_add_text(line, " |");
}

static void
print_ruler(Page *page, uint32_t columns)
{
	Buffer line = {NULL, 0, 0};

	buffer_add_text(&line, "|");
	for (uint32_t i = 0; i < columns; i++)
		buffer_add_text(&line, " --- |");
	page_line(page, buffer_str(&line));
	buffer_free(&line);
}

static void
markdown_table(Page *page, const Table *table)
{
	const char *line_break = page->style->line_break_tags ? "<br>" : " ";
	Buffer line = {NULL, 0, 0};

	page_gap(page);
	for (uint32_t at = 0; at < table->cell_count; at++)
	{
		uint32_t column = at % table->column_count;

		if (column == 0)
			buffer_add_text(&line, "|");
		add_cell(&line, table->cells[at], at < table->column_count ? " " : line_break);
		if (column + 1 < table->column_count)
			continue;
		page_line(page, buffer_str(&line));
		buffer_clear(&line);
		if (at + 1 == table->column_count)
			print_ruler(page, table->column_count);
	}
	page_gap(page);
	buffer_free(&line);
}

const Layout layout_markdown = {markdown_title, markdown_heading, markdown_paragraph,
                                markdown_field, markdown_table};
