/*
 * page.h
 *		What a layout prints on: lines, pages with their furniture, and the
 *		habits of the extractor that the text seems to come from.
 *
 * test/generate/page.h
 */
#ifndef PROGSOC_PAGE_H
#define PROGSOC_PAGE_H

#include "buffer.h"
#include "core.h"
#include "random.h"

typedef enum LayoutId
{
	LAYOUT_TSV,
	LAYOUT_MARKDOWN,
	LAYOUT_RAW,
	LAYOUT_MUTOOL,
	LAYOUT_COLUMNS, /* pdftotext -layout */
	LAYOUT_COUNT,
} LayoutId;

typedef enum Footer
{
	FOOTER_NONE,
	FOOTER_PAGE_OF, /* Página 3 de 10 */
	FOOTER_BROWSER, /* the date and the address of a printed web page */
	FOOTER_NUMBER,
	FOOTERS,
} Footer;

extern const char *const layout_names[LAYOUT_COUNT];

/* Whether a text of this layout still tells where its blank cells were. */
extern bool layout_keeps_places(LayoutId layout);

/* How one text is printed; drawn from the seed, apart from the facts. */
typedef struct Style
{
	uint32_t width;      /* characters of a line, where lines are wrapped */
	uint32_t margin;     /* spaces before each line (columns) */
	uint32_t page_lines; /* lines of a page; 0: no pages */
	Footer footer;       /* of each page */
	const char *gap;     /* between a label and its value */
	bool form_feeds;
	bool running_header;  /* the title on top of each page */
	bool repeat_headers;  /* a table's header row, on each page */
	bool blank_lines;     /* between fields and paragraphs (raw, columns) */
	bool row_gaps;        /* a blank line between the rows of a table */
	bool cell_gaps;       /* blank lines around a wrapped cell */
	bool glue_wrapped;    /* a wrapped cell's first line joins the cell before it (PDFBox) */
	bool centred_rows;    /* cells stand in the middle of their row (columns) */
	bool right_numbers;   /* numbers end where their column ends (columns) */
	bool paragraph_tags;  /* <p>…</p> in indicators (tsv) */
	bool line_break_tags; /* <br> in cells (markdown) */
	bool empty_indicator; /* a table without indicators has one empty row */
	bool no_heading_6;

	/* Spelling: see perturb.h */
	bool escape_dollars;
	bool tab_words;
	bool nbsp;
	bool crlf;
	bool decomposed;
	bool soft_hyphens;
	bool ligatures;
} Style;

/* plain: without furniture and unusual spelling */
extern void style_draw(Style *style, LayoutId layout, Random *random, bool plain);

typedef struct Page
{
	const Style *style;
	Buffer text;
	Buffer table_header; /* lines to repeat on the next page */
	bool recording;      /* lines printed now belong to the table's header */
	bool in_table;
	bool held;      /* the page does not end now, however long it gets */
	bool gap;       /* a blank line is due before the next line */
	uint32_t lines; /* on this page */
	uint32_t pages; /* ended so far */
} Page;

/* Stands for the space between two cells on one line, until the text is spelled. */
#define CELL_SPACE "\002"

extern void page_start(Page *page, const Style *style);
extern void page_line(Page *page, Str line);
extern void page_gap(Page *page); /* one blank line before the next line, not two */

/* Around a table's rows: what is printed between start and header_end is its header. */
extern void page_table_start(Page *page);
extern void page_table_header_end(Page *page);
extern void page_table_end(Page *page);

/* Lines that the page has room for; UINT32_MAX where there are no pages. */
extern uint32_t page_room(const Page *page);
extern void page_break(Page *page);

/* Ends the last page; the text is in page->text. */
extern void page_finish(Page *page);

/*
 * Takes the next line of at most this many columns off a paragraph; a longer
 * word has a line of its own.  False: nothing is left.
 */
extern bool wrap_line(Str *rest, uint32_t width, Str *line);

/* Takes the next line off a text; false: nothing is left. */
extern bool split_line(Str *rest, Str *line);

#endif /* PROGSOC_PAGE_H */
