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

uint32_t
flow_column_width(const Page *page, const Table *table, uint32_t column)
{
	return page->style->width * table->columns[column].share / 100 - 2;
}

bool
flow_cell_spans(const Table *table, uint32_t at)
{
	return table->total && at == table->cell_count - table->column_count;
}

uint32_t
flow_cell_width(const Page *page, const Table *table, uint32_t at)
{
	return flow_cell_spans(table, at) ? page->style->width
	                                  : flow_column_width(page, table, at % table->column_count);
}
