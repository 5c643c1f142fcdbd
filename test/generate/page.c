/*
 * page.c
 *		What a layout prints on.
 *
 * test/generate/page.c
 */
#include <stdio.h>
#include <string.h>

#include "page.h"

#define TOTAL_PAGES '\001' /* stands for their number until it is known */

const char *const layout_names[LAYOUT_COUNT] = {"tsv", "markdown", "raw", "mutool", "layout"};

bool
layout_keeps_places(LayoutId layout)
{
	return layout == LAYOUT_TSV || layout == LAYOUT_MARKDOWN;
}

/* ---- Style ---- */

static void
style_draw_pages(Style *style, Random *random)
{
	if (random_chance(random, 40))
		return;
	style->page_lines = (uint32_t) random_between(random, 38, 70);
	style->form_feeds = random_chance(random, 60);
	/* A bare page number could be anything where no page ends. */
	style->footer = (Footer) random_below(random, style->form_feeds ? FOOTERS : FOOTER_NUMBER);
	style->running_header = random_chance(random, 50);
	style->repeat_headers = random_chance(random, 40);
}

static void
style_draw_spelling(Style *style, LayoutId layout, Random *random)
{
	style->nbsp = random_chance(random, 15);
	style->crlf = random_chance(random, 15);
	style->decomposed = random_chance(random, 12);
	style->soft_hyphens = random_chance(random, 12);
	style->ligatures = random_chance(random, 12);
	style->tab_words =
	    (layout == LAYOUT_RAW || layout == LAYOUT_MUTOOL) && random_chance(random, 6);
}

void
style_draw(Style *style, LayoutId layout, Random *random, bool plain)
{
	static const char *const gaps[] = {" ", " ", "  ", "\xC2\xA0 "};

	*style = (Style){
	    .width = (uint32_t) random_between(random, 70, 150),
	    .margin = layout == LAYOUT_COLUMNS ? 2 * random_below(random, 3) : 0,
	    .gap = RANDOM_PICK(random, gaps),
	    .blank_lines = random_chance(random, 50),
	    .row_gaps = random_chance(random, 50),
	    .cell_gaps = random_chance(random, 50),
	    .glue_wrapped = random_chance(random, 15),
	    .centred_rows = random_chance(random, 40),
	    .right_numbers = random_chance(random, 40),
	    .paragraph_tags = random_chance(random, 50),
	    .line_break_tags = random_chance(random, 50),
	    .empty_indicator = random_chance(random, 80),
	    .no_heading_6 = layout == LAYOUT_TSV && random_chance(random, 30),
	    .escape_dollars = layout == LAYOUT_TSV && random_chance(random, 70),
	};
	if (layout == LAYOUT_RAW && !style->blank_lines)
		style->row_gaps = style->cell_gaps = false;
	if (!plain && !layout_keeps_places(layout))
		style_draw_pages(style, random);
	if (!plain)
		style_draw_spelling(style, layout, random);
}

/* ---- Pages ---- */

void
page_start(Page *page, const Style *style)
{
	*page = (Page){.style = style};
}

static void
put_line(Page *page, const char *line)
{
	buffer_add_text(&page->text, line);
	buffer_add_text(&page->text, "\n");
}

static void
page_end(Page *page)
{
	char line[80];

	page->pages++;
	page->lines = 0;
	switch (page->style->footer)
	{
		case FOOTER_PAGE_OF:
			snprintf(line, sizeof(line), "Página %u de %c", (unsigned) page->pages, TOTAL_PAGES);
			put_line(page, line);
			break;
		case FOOTER_NUMBER:
			snprintf(line, sizeof(line), "%u", (unsigned) page->pages);
			put_line(page, line);
			break;
		case FOOTER_BROWSER:
			put_line(page, "3/4/31, 9:05 AM Informe de Detalle");
			snprintf(line, sizeof(line), "file:///informes/detalle.html %u/%c",
			         (unsigned) page->pages, TOTAL_PAGES);
			put_line(page, line);
			break;
		default:
			break;
	}
	if (page->style->form_feeds)
		buffer_add_text(&page->text, "\f");
}

static void
page_begin(Page *page)
{
	if (page->style->running_header)
		put_line(page, "Informe de Detalle de Programas Sociales");
	if (page->style->repeat_headers && page->in_table && !page->recording)
		buffer_add(&page->text, page->table_header.at, page->table_header.len);
}

void
page_break(Page *page)
{
	page_end(page);
	page_begin(page);
	page->gap = false;
}

uint32_t
page_room(const Page *page)
{
	if (page->style->page_lines == 0)
		return UINT32_MAX;
	return page->lines < page->style->page_lines ? page->style->page_lines - page->lines : 0;
}

void
page_line(Page *page, Str line)
{
	if (page_room(page) == 0 && !page->held)
		page_break(page);
	else if (page->gap && page->text.len > 0)
		buffer_add_text(&page->text, "\n");
	page->gap = false;
	page->lines++;

	buffer_add_str(&page->text, line);
	buffer_add_text(&page->text, "\n");
	if (page->recording)
	{
		buffer_add_str(&page->table_header, line);
		buffer_add_text(&page->table_header, "\n");
	}
}

void
page_gap(Page *page)
{
	page->gap = true;
}

void
page_table_start(Page *page)
{
	buffer_clear(&page->table_header);
	page->recording = page->in_table = true;
}

void
page_table_header_end(Page *page)
{
	page->recording = false;
}

void
page_table_end(Page *page)
{
	page->in_table = false;
}

/* The number of pages takes the places that were kept for it. */
static void
put_total_pages(Page *page)
{
	Buffer text = {NULL, 0, 0};
	char total[16];

	snprintf(total, sizeof(total), "%u", (unsigned) page->pages);
	for (size_t i = 0; i < page->text.len; i++)
	{
		if (page->text.at[i] == TOTAL_PAGES)
			buffer_add_text(&text, total);
		else
			buffer_add(&text, &page->text.at[i], 1);
	}
	buffer_free(&page->text);
	page->text = text;
}

void
page_finish(Page *page)
{
	if (page->style->page_lines > 0)
	{
		page_end(page);
		put_total_pages(page);
	}
	buffer_free(&page->table_header);
}

/* ---- Lines ---- */

static Str
take(Str *rest, uint32_t len)
{
	Str taken = {rest->at, len};

	while (len < rest->len && rest->at[len] == ' ')
		len++;
	rest->at += len;
	rest->len -= len;
	return taken;
}

bool
wrap_line(Str *rest, uint32_t width, Str *line)
{
	uint32_t columns = 0;
	uint32_t fits = 0; /* bytes up to the last space within width */
	uint32_t i;

	if (rest->len == 0)
		return false;
	for (i = 0; i < rest->len; i++)
	{
		if (rest->at[i] == ' ')
			fits = i;
		if (((unsigned char) rest->at[i] & 0xC0) != 0x80 && ++columns > width && fits > 0)
			break;
	}
	*line = take(rest, i < rest->len ? fits : i);
	return true;
}

bool
split_line(Str *rest, Str *line)
{
	const char *end;

	if (rest->at == NULL || rest->len == 0)
		return false;
	end = memchr(rest->at, '\n', rest->len);
	*line = (Str){rest->at, end ? (uint32_t) (end - rest->at) : rest->len};
	while (end != NULL && end < rest->at + rest->len && *end == '\n')
		end++;
	rest->len -= end ? (uint32_t) (end - rest->at) : rest->len;
	rest->at = end;
	return true;
}
