/*
 * indicator_columns.c
 *		The tables of indicators where columns are kept by position.
 *
 * Names stand on the left, formulas with their methodology beside them, values
 * behind.  Each row holds the methodology's label once, by which the rows are
 * known.  Values stand in the columns that lines with all of them show; else
 * below their years, on pages that have a header.
 *
 * src/core/indicator_columns.c
 */
#include "columns.h"
#include "indicators.h"
#include "row_shares.h"

#include <stdlib.h>
#include <string.h>

#define LEAD_MIN     5 /* letters of a word that leads to no number */
#define ROWS_MAX     64
#define PAGES_MAX    64
#define FULL_MAX     8
#define FLUSH_MAX    32 /* values of a page by which it is told whether they are flush right */
#define START_LINES  3
#define NEAR_HEAD    2 /* characters that a value may stand aside from its year */
#define LABEL_LINES  4
#define SCALE_MARGIN 1 /* characters by which lines of one scale differ, */
#define SCALE_WIDE   3 /* and those that may be of one */

/* By what values may be aligned. */
enum
{
	EDGE_RIGHT,
	EDGE_LEFT,
	EDGE_MIDDLE,
	EDGE_KINDS
};

/* The lines of a page, below a header or, where page breaks do not repeat it, below none. */
typedef struct Page
{
	uint32_t first; /* of its lines */
	bool headed;
	int formula_left;                /* where the head of the formulas stands */
	Extent heads[TABLE_COLUMNS_MAX]; /* where the years stand */
	uint32_t full[FULL_MAX];         /* lines that have a value for each column */
	uint32_t full_count;
	bool common[EDGE_KINDS]; /* all these have that edge in common */
} Page;

/* A figure at the end of a line's text */
typedef enum Touch
{
	TOUCH_NONE,     /* is of the text, or surely a value, and cut off */
	TOUCH_INFERRED, /* is a value, as far as it shows, and cut off */
	TOUCH_HIDES     /* may be a value */
} Touch;

/* The lines of the table without its header rows, which page breaks repeat. */
typedef struct Body
{
	SplitLine *lines;
	const Split **splits; /* of each line */
	Touch *touches;       /* of each line */
	uint32_t count;
	uint32_t capacity;
	uint32_t splits_capacity;
	uint32_t touches_capacity;
	IndicatorHead head;
	Page *pages;
	uint32_t page_count;
	uint32_t page_capacity;
	bool based[TABLE_COLUMNS_MAX]; /* the head of this column has its basis */
	int name_left;                 /* where the head of the names stands on this page */
	bool paged;                    /* the text shows where pages end */
	bool flush_right;              /* values are set so */
} Body;

static int
edge_of(Extent e, int kind)
{
	return kind == EDGE_RIGHT ? e.right : kind == EDGE_LEFT ? e.left : (e.left + e.right) / 2;
}

/* The year that a place across the page is nearest to, of the edges of one kind. */
static uint32_t
nearest_head(const Body *b, const Page *p, int edge, int kind)
{
	uint32_t nearest = 0;

	for (uint32_t c = 1; c < b->head.year_count; c++)
		if (abs(edge_of(p->heads[c], kind) - edge) < abs(edge_of(p->heads[nearest], kind) - edge))
			nearest = c;
	return nearest;
}

/* Where the next page is to be noted, for which page_count stays; NULL: there are too many. */
static Page *
next_page(Reader *r, Body *b)
{
	if (b->page_count == PAGES_MAX || !arena_grow(r->scratch, (void **) &b->pages, b->page_count,
	                                              &b->page_capacity, sizeof(Page)))
		return NULL;
	b->pages[b->page_count] = (Page){.first = b->count};
	return &b->pages[b->page_count];
}

/* The years of a header, whatever their lines, from left to right; false: it has none, or others.
 */
static bool
place_years(Body *b, Page *p, const Words *w, const Extent *extents)
{
	Str years[TABLE_COLUMNS_MAX];
	uint32_t count = 0;

	for (uint32_t i = 0; i < w->count; i++)
	{
		uint32_t at = count;

		if (!is_year(w->words[i].text) || count == TABLE_COLUMNS_MAX)
			continue;
		for (; at > 0 && p->heads[at - 1].left > extents[i].left; at--)
		{
			p->heads[at] = p->heads[at - 1];
			years[at] = years[at - 1];
		}
		p->heads[at] = extents[i];
		years[at] = w->words[i].text;
		count++;
	}
	if (b->head.year_count == 0)
		for (uint32_t c = 0; c < count; c++)
			indicator_head_year(&b->head, years[c]);
	return count > 0 && count == b->head.year_count;
}

/* "efectivo" or "estimado" belongs to the year that it stands under, whatever its line. */
static void
place_basis(Body *b, const Page *p, Extent extent, bool expected)
{
	uint32_t nearest = nearest_head(b, p, edge_of(extent, EDGE_MIDDLE), EDGE_MIDDLE);

	if (nearest < b->head.year_count && !b->based[nearest])
	{
		b->based[nearest] = true;
		b->head.expected[nearest] = expected;
		b->head.basis_count++;
	}
}

/* The lines [from, to) of a header; a page may repeat it. */
static void
read_head_lines(Reader *r, Body *b, uint32_t from, const Area *area, uint32_t to)
{
	Place start = from == area->from.line ? area->from : line_place(r->text, from);
	Words w = words_read(r, &(Area){area->table, start, to});
	Extent *extents = arena_alloc(r->scratch, (w.count + 1) * sizeof(Extent));
	Page *p = next_page(r, b);
	bool repeated = b->page_count > 0;
	bool expected;

	if (!extents || !p)
		return;
	for (uint32_t i = 0; i < w.count; i++)
	{
		extents[i] = word_extent(r->text, &w.words[i], &w.words[i] + 1);
		if (squeezed_equal(w.words[i].text, "nombre"))
			b->name_left = extents[i].left;
		if (squeezed_equal(w.words[i].text, "formula"))
			p->formula_left = extents[i].left;
		word_claim(r, &w.words[i], TRACE_LABEL, area->table);
	}
	if (!place_years(b, p, &w, extents))
		return;
	p->headed = true;
	b->page_count++;
	for (uint32_t i = 0; i < w.count && !repeated; i++)
		if (indicator_basis(w.words[i].text, &expected))
			place_basis(b, p, extents[i], expected);
}

/* Does a page end between these two lines? */
static bool
ends_page(const Text *t, uint32_t line, uint32_t to)
{
	return next_page_line(t, line + 1, to + 1) <= to;
}

/* "Metodología", or "((Total" */
static bool
begins_paragraph(Str word)
{
	return squeezed_equal(word, "metodologia") ||
	       (word.len > 1 && word.at[0] == '(' && word.at[1] == '(');
}

static bool
add_lines(Reader *r, Body *b, const Area *area)
{
	const Columns columns = {.left = b->name_left,
	                         .figures = 1,
	                         .is_figure_word = is_value_word,
	                         .begins_right = begins_paragraph};
	Split *split = arena_alloc(r->scratch, sizeof(Split));
	uint32_t last = area->from.line > 0 ? area->from.line - 1 : 0;

	if (area->from.line >= area->end_line)
		return true;
	if (!split || !split_columns(r, area, &columns, split))
		return split && split->words.count == 0;
	for (uint32_t i = 0; i < split->count; i++)
	{
		if (ends_page(r->text, last, split->lines[i].line) && b->page_count > 0)
		{
			if (!next_page(r, b))
				return false;
			b->page_count++;
		}
		last = split->lines[i].line;
		if (arena_grow(r->scratch, (void **) &b->lines, b->count, &b->capacity,
		               sizeof(SplitLine)) &&
		    arena_grow(r->scratch, (void **) &b->splits, b->count, &b->splits_capacity,
		               sizeof(Split *)) &&
		    arena_grow(r->scratch, (void **) &b->touches, b->count, &b->touches_capacity,
		               sizeof(Touch)))
		{
			b->lines[b->count] = split->lines[i];
			b->splits[b->count] = split;
			b->touches[b->count++] = TOUCH_NONE;
		}
	}
	return !r->arena->failed;
}

/* Does a header begin here, on a page of its own?  The rest of one has no years. */
static bool
begins_header(Reader *r, uint32_t line)
{
	Words w = words_of_line(r, line);

	for (uint32_t i = 0; i < w.count && r->text->lines[line].after_page; i++)
		if (is_year(w.words[i].text) || squeezed_equal(w.words[i].text, "nombre"))
			return true;
	return false;
}

/* Do these lines repeat the header?  Cells may have lines of single words that it has too. */
static bool
is_repeated(Reader *r, const Body *b, uint32_t from, uint32_t to)
{
	Words w = words_read(r, &(Area){FIELD_NONE, line_place(r->text, from), to});
	uint32_t years = 0;

	for (uint32_t i = 0; i < w.count; i++)
		years += is_year(w.words[i].text);
	return years == b->head.year_count;
}

/* Reads headers and the lines between them. */
static bool
read_body(Reader *r, Body *b, const Area *area)
{
	Area chunk = *area;
	bool split = true;

	memset(b, 0, sizeof(Body));
	b->name_left = INT32_MAX;
	b->paged = ends_page(r->text, 0, r->text->line_count - 1);
	for (uint32_t i = area->from.line; i < area->end_line; i++)
	{
		uint32_t end = i;

		for (uint32_t k = i; k < area->end_line && !r->text->lines[i].furniture; k++)
			if (!r->text->lines[k].furniture)
			{
				Place from = k == area->from.line ? area->from : line_place(r->text, k);

				if (!is_indicator_head_line(r, from) || (end > i && begins_header(r, k)))
					break;
				end = k + 1;
			}
		if (end == i || (b->page_count > 0 && !is_repeated(r, b, i, end)))
			continue;
		chunk.end_line = i;
		split = add_lines(r, b, &chunk) && split;
		read_head_lines(r, b, i, area, end);
		chunk = (Area){area->table, line_place(r->text, end), area->end_line};
		i = end - 1;
	}
	return add_lines(r, b, &chunk) && split && b->head.year_count == b->head.basis_count &&
	       b->head.year_count > 0;
}

/* ---- Rows ---- */

static bool
has_left(const Body *b, uint32_t i)
{
	return b->lines[i].left.start < b->lines[i].left.end;
}

static bool
has_right(const Body *b, uint32_t i)
{
	return b->lines[i].right.start < b->lines[i].right.end;
}

static Str
column_text(Reader *r, const Body *b, uint32_t from, uint32_t to, bool right)
{
	Piece *pieces = arena_alloc(r->scratch, (to - from + 1) * sizeof(Piece));
	uint32_t count = 0;

	for (uint32_t i = from; pieces && i < to; i++)
		if (right ? has_right(b, i) : has_left(b, i))
			pieces[count++] = right ? b->lines[i].right : b->lines[i].left;
	return pieces ? unwrap_pieces(r, pieces, count) : NO_STR;
}

static Str
right_text(const Reader *r, const Body *b, uint32_t i)
{
	return piece_text(r->text, b->lines[i].right);
}

/* The page that a line stands on; NULL: no header stands above it. */
static const Page *
page_of(const Body *b, uint32_t line)
{
	const Page *page = NULL;

	for (uint32_t i = 0; i < b->page_count && b->pages[i].first <= line; i++)
		page = &b->pages[i];
	return page;
}

/* Does the methodology's label begin on this line?  It may be wrapped, and a page's end may cut it.
 */
static bool
begins_label(Reader *r, const Body *b, uint32_t i)
{
	Str line = right_text(r, b, i);
	uint32_t end = i + LABEL_LINES < b->count ? i + LABEL_LINES : b->count;
	Str text = NO_STR;

	for (uint32_t at = 0; at < line.len; at++)
	{
		if (line.at[at] != 'M' || (at > 0 && line.at[at - 1] != ' '))
			continue;
		if (text.len == 0)
			text = column_text(r, b, i, end, true);
		if (at < text.len &&
		    squeezed_prefix((Str){text.at + at, text.len - at}, METHODOLOGY_BEGIN, NULL))
			return true;
	}
	return false;
}

/* Marks the lines between which a formula may begin: a sentence ends, and none goes on. */
static void
mark_begins(const Reader *r, const Body *b, RowLine *lines)
{
	Str before = NO_STR;
	bool begins = false;

	for (uint32_t i = b->count; i-- > 0;)
	{
		if (has_right(b, i))
			begins = !begins_lower(right_text(r, b, i));
		lines[i].begin = begins;
	}
	for (uint32_t i = 0; i < b->count; i++)
	{
		lines[i].begin &= before.len == 0 || ends_sentence(before);
		if (has_right(b, i))
			before = right_text(r, b, i);
	}
}

/* Shares the lines out among rows, each of which has the methodology's label once. */
static uint32_t
find_rows(Reader *r, const Body *b, RowShare *rows)
{
	RowLine *lines = arena_alloc(r->scratch, (b->count + 1) * sizeof(RowLine));
	uint32_t count = 0;

	for (uint32_t i = 0; lines && i < b->count; i++)
	{
		const SplitLine *s = &b->lines[i];

		lines[i] = (RowLine){.left = has_left(b, i),
		                     .right = has_right(b, i),
		                     .value = s->end_word > s->first_word,
		                     .unsure = s->doubtful,
		                     .page = i != 0 && page_of(b, i) != page_of(b, i - 1)};
		if (!begins_label(r, b, i))
			continue;
		if (count == ROWS_MAX)
			return 0;
		rows[count++] = (RowShare){.mark = i, .mark_end = i + 1};
	}
	if (!lines || count == 0)
		return 0;
	mark_begins(r, b, lines);
	return share_rows(r->scratch, lines, b->count, rows, count) ? count : 0;
}

static Extent
piece_extent(const Text *t, uint32_t line, Piece p)
{
	Word w = {.text = piece_text(t, p), .start = p.start, .line = line};

	return word_extent(t, &w, &w + 1);
}

static uint32_t
count_values(const Body *b, uint32_t from, uint32_t to)
{
	uint32_t count = 0;

	for (uint32_t i = from; i < to; i++)
		count += b->lines[i].end_word - b->lines[i].first_word;
	return count;
}

/* Does a word begin where the first column of values does, and no text reach it? */
static bool
begins_under(const Body *b, uint32_t line, Extent word, int edge)
{
	const Page *page = page_of(b, line);

	return page && page->headed && abs(word.left - page->heads[0].left) <= 1 && edge < word.left;
}

/* The last word of a line's text, if it may be a value that touches it; NULL: it is none. */
static const Word *
touching_value(const Body *b, uint32_t i)
{
	const SplitLine *s = &b->lines[i];
	const Word *last = &b->splits[i]->words.words[s->first_word];

	/* "(...) * 100" ends a formula */
	if (!has_right(b, i) || s->first_word == 0 || last[-1].line != s->line ||
	    last[-1].start <= s->right.start || !is_value_word(last[-1].text) ||
	    last[-2].text.at[0] == '*')
		return NULL;
	return last - 1;
}

/* Where the lines of a row's text end, but for what may be a value. */
static int
text_edge(const Reader *r, const Body *b, uint32_t from, uint32_t to)
{
	int edge = 0;

	for (uint32_t i = from; i < to; i++)
		if (has_right(b, i) && !touching_value(b, i))
		{
			int right = piece_extent(r->text, b->lines[i].line, b->lines[i].right).right;

			edge = right > edge ? right : edge;
		}
	return edge;
}

/* Is the word before its line's end needed there, lest the next line's first word had room? */
static bool
is_text(const Reader *r, const Body *b, uint32_t i, uint32_t to, Piece rest)
{
	uint32_t next = i + 1;

	while (next < to && !has_right(b, next))
		next++;
	return next < to &&
	       column_leaves_room(r->text, rest, b->lines[next].right, &b->splits[i]->right);
}

/*
 * "personas 83%", with values beside it: a formula to whose number no word
 * leads has none there.  Short words may, as "el 83%".
 */
static bool
is_no_formula(const Body *b, uint32_t i, const RowShare *row, const Word *value)
{
	static const char *const leads[] = {"menos", "mayor", "menor", "igual", "sobre"};
	Str before = value[-1].text;

	for (size_t k = 0; k < sizeof(leads) / sizeof(leads[0]); k++)
		if (squeezed_equal(before, leads[k]))
			return false;
	return i < row->mark && b->lines[i].first_word < b->lines[i].end_word &&
	       before.len >= LEAD_MIN && !leads_to_number(before) &&
	       (memchr(value->text.at, '%', value->text.len) ||
	        memchr(value->text.at, ',', value->text.len));
}

/*
 * A value may touch the text beside it.  It gives itself away by standing past
 * the edge at which all other lines of the row are wrapped, or where the first
 * column of values begins; else it is inferred, if it would be nothing in a
 * formula.
 */
static void
cut_value(const Reader *r, Body *b, uint32_t i, const RowShare *row, int edge)
{
	SplitLine *s = &b->lines[i];
	const Word *value = touching_value(b, i);
	Piece rest = {s->right.start, value[-1].start + value[-1].text.len};
	Extent extent = word_extent(r->text, value, value + 1);

	if (is_text(r, b, i, row[1].first, rest))
		return;
	if (extent.right > edge + 1 || begins_under(b, i, extent, edge) ||
	    column_exceeded(r->text, s->right, &b->splits[i]->right) ||
	    (column_filled(r->text, rest, &b->splits[i]->right) &&
	     column_widest(r->text, s->right, &b->splits[i]->right)))
		b->touches[i] = TOUCH_NONE;
	else if (is_no_formula(b, i, row, value))
		b->touches[i] = TOUCH_INFERRED;
	else
	{
		b->touches[i] = TOUCH_HIDES;
		return;
	}
	s->right = rest;
	s->first_word--;
}

/*
 * Two values or more that touch a text, one behind the other: no text ends with figures
 * alone.  False: there are not so many, or more than columns without a value.
 */
static bool
cut_run(Body *b, uint32_t i, uint32_t most)
{
	SplitLine *s = &b->lines[i];
	const Word *first = touching_value(b, i);
	uint32_t count = 1;

	while (first[-1].line == s->line && first[-1].start > s->right.start &&
	       is_value_word(first[-1].text))
	{
		first--;
		count++;
	}
	if (count < 2 || count > most || leads_to_number(first[-1].text))
		return false;
	s->right.end = first[-1].start + first[-1].text.len;
	s->first_word -= count;
	b->touches[i] = TOUCH_INFERRED;
	return true;
}

/* "o1.8": does a line's text end with a word that a value may be glued to? */
static bool
ends_glued(const Reader *r, const SplitLine *s)
{
	Str before;
	Str word = last_word(piece_text(r->text, s->right), &before);
	uint32_t at = word.len;

	while (at > 0 && (memchr(".,%", word.at[at - 1], 3) ||
	                  (word.at[at - 1] >= '0' && word.at[at - 1] <= '9')))
		at--;
	return at > 0 && word.at[at - 1] >= 'a' && word.at[at - 1] <= 'z' &&
	       is_value_word((Str){word.at + at, word.len - at});
}

/* Values stand on one line of a row. */
static void
cut_values(const Reader *r, Body *b, const RowShare *row)
{
	uint32_t from = row->first;
	uint32_t to = row[1].first;
	uint32_t count = count_values(b, from, to);
	int edge = text_edge(r, b, from, to);

	if (count >= b->head.year_count)
		return;
	for (uint32_t i = from; i < to; i++)
	{
		bool valued = b->lines[i].first_word < b->lines[i].end_word;

		if (touching_value(b, i) && (count == 0 || valued))
		{
			if (!valued || !cut_run(b, i, b->head.year_count - count))
				cut_value(r, b, i, row, edge);
		}
		else if (has_right(b, i) && valued && ends_glued(r, &b->lines[i]))
			b->touches[i] = TOUCH_HIDES;
	}
}

/* ---- Facts ---- */

/* The values that stand on a line, and where. */
static uint32_t
values_of_line(const Reader *r, const Body *b, uint32_t line, Str *values, Extent *extents)
{
	const SplitLine *s = &b->lines[line];
	uint32_t count = join_value_words(&b->splits[line]->words.words[s->first_word],
	                                  s->end_word - s->first_word, values);

	for (uint32_t i = 0; i < count; i++)
	{
		Word w = {.text = values[i],
		          .start = (uint32_t) (values[i].at - r->text->clean.at),
		          .line = s->line};

		extents[i] = word_extent(r->text, &w, &w + 1);
	}
	return count;
}

/* The line behind the last of a page. */
static uint32_t
page_end(const Body *b, const Page *p)
{
	return p + 1 < b->pages + b->page_count ? p[1].first : b->count;
}

/* Values that stand on one line. */
typedef struct LineValues
{
	uint32_t line;
	Str values[TABLE_COLUMNS_MAX];
	Extent extents[TABLE_COLUMNS_MAX];
	uint32_t count;
	bool pushed; /* the first stands just behind text, which may have pushed it aside */
	int start;   /* where the right column begins about there; -1: unknown */
} LineValues;

/* Where the right column begins about a line. */
static int
start_about(const Reader *r, const Body *b, uint32_t line)
{
	for (uint32_t d = 0; d <= 2 * START_LINES; d++)
	{
		uint32_t i = d % 2 ? line + (d + 1) / 2 : line - d / 2;

		if (i < b->count && has_right(b, i) && !b->lines[i].doubtful)
			return piece_extent(r->text, b->lines[i].line, b->lines[i].right).left;
	}
	return -1;
}

static void
read_values(const Reader *r, const Body *b, uint32_t line, LineValues *v)
{
	const SplitLine *s = &b->lines[line];

	v->line = line;
	v->count = values_of_line(r, b, line, v->values, v->extents);
	v->pushed = v->count > 0 && has_right(b, line) &&
	            v->extents[0].left <= piece_extent(r->text, s->line, s->right).right + 2;
	v->start = start_about(r, b, line);
}

/* Do two places where the right column begins show that what stands there is of one scale? */
static bool
same_scale(const Body *b, int start, int other, int margin)
{
	return b->paged || (start >= 0 && abs(start - other) <= margin);
}

/*
 * The columns of values by the edges of a line that has all: each value stands
 * at one of these, but that of the first column may stand aside, for the text
 * before it.
 */
static bool
place_by_edges(const Body *b, const Extent *full, int kind, const LineValues *v, int *at)
{
	for (uint32_t i = 0; i < v->count; i++)
	{
		int edge = edge_of(v->extents[i], kind);
		uint32_t c = 0;

		while (c < b->head.year_count && abs(edge_of(full[c], kind) - edge) > 1)
			c++;
		if (c == b->head.year_count && i == 0 && (c == 1 || v->extents[0].right <= full[1].left))
			c = 0;
		if (c == b->head.year_count || (i == 0 && c == 1 && v->pushed) ||
		    (i > 0 && (int) c <= at[i - 1]))
			return false;
		at[i] = (int) c;
	}
	return true;
}

/* Does a first value stand nearer to the second column's edge than to the first one's? */
static bool
stands_by_second(const Body *b, const Extent *full, int kind, Extent value)
{
	int edge = edge_of(value, kind);

	return b->head.year_count > 1 &&
	       abs(edge_of(full[1], kind) - edge) < abs(edge_of(full[0], kind) - edge);
}

/* The lines of a page that have a value for each column, and the edges that these have in common.
 */
static void
find_full_lines(const Reader *r, const Body *b, Page *p)
{
	LineValues first, v;
	int at[TABLE_COLUMNS_MAX];

	for (int kind = 0; kind < EDGE_KINDS; kind++)
		p->common[kind] = true;
	for (uint32_t i = p->first; i < page_end(b, p) && p->full_count < FULL_MAX; i++)
	{
		read_values(r, b, i, &v);
		if (v.count != b->head.year_count)
			continue;
		if (p->full_count == 0)
			first = v;
		for (int kind = 0; kind < EDGE_KINDS; kind++)
			if (same_scale(b, v.start, first.start, SCALE_MARGIN))
				p->common[kind] &= place_by_edges(b, first.extents, kind, &v, at);
		p->full[p->full_count++] = i;
	}
}

/*
 * The columns of values by the lines of their page that have all; false: these
 * disagree, or there is none of the same scale to compare them with.
 */
static bool
place_by_lines(const Reader *r, const Body *b, const Page *p, const LineValues *v, int *at,
               bool *compared)
{
	LineValues full;
	int way[TABLE_COLUMNS_MAX];
	bool any = p->common[EDGE_RIGHT] || p->common[EDGE_LEFT] || p->common[EDGE_MIDDLE];
	bool found = false;

	*compared = false;
	for (uint32_t i = 0; i < p->full_count; i++)
	{
		read_values(r, b, p->full[i], &full);
		if (!same_scale(b, v->start, full.start, SCALE_MARGIN))
			continue;
		*compared = true;
		for (int kind = 0; kind < EDGE_KINDS; kind++)
		{
			if ((any && !p->common[kind]) || !place_by_edges(b, full.extents, kind, v, way))
				continue;
			if ((found && memcmp(at, way, v->count * sizeof(int)) != 0) ||
			    (way[0] == 0 && stands_by_second(b, full.extents, kind, v->extents[0])))
				return false;
			memcpy(at, way, v->count * sizeof(int));
			found = true;
		}
	}
	return found;
}

/*
 * Are the values of the table set flush right, which their places under the
 * heads do not show?  Then values of other lengths end where others do.
 */
static bool
are_flush_right(const Reader *r, const Body *b)
{
	Extent seen[FLUSH_MAX];
	uint32_t count = 0;
	int balance = 0;
	const Page *page = NULL;
	LineValues v;

	for (uint32_t i = 0; i < b->count; i++)
	{
		if (page_of(b, i) != page)
			count = 0;
		page = page_of(b, i);
		read_values(r, b, i, &v);
		for (uint32_t k = v.pushed; k < v.count; k++)
		{
			for (uint32_t s = 0; s < count; s++)
				balance += (abs(seen[s].right - v.extents[k].right) <= 1) -
				           (abs(seen[s].left - v.extents[k].left) <= 1);
			if (count < FLUSH_MAX)
				seen[count++] = v.extents[k];
		}
	}
	return balance > 0;
}

/* Adds an edge to those in order, unless it is one of them; false: there are more than columns. */
static bool
add_edge(const Body *b, int *edges, uint32_t *count, int edge)
{
	uint32_t at = *count;

	for (uint32_t i = 0; i < *count; i++)
		if (abs(edges[i] - edge) <= 1)
			return true;
	if (*count == b->head.year_count)
		return false;
	for (; at > 0 && edges[at - 1] > edge; at--)
		edges[at] = edges[at - 1];
	edges[at] = edge;
	(*count)++;
	return true;
}

/*
 * The right edges of the columns where values are flush right: those of a page
 * are as many as there are columns, and stand as far from one another as the
 * years do.
 */
static bool
find_right_edges(const Reader *r, const Body *b, const Page *p, int *edges)
{
	uint32_t count = 0;
	LineValues v;

	for (uint32_t i = p->first; i < page_end(b, p); i++)
	{
		read_values(r, b, i, &v);
		for (uint32_t k = 0; k < v.count; k++)
			if (!add_edge(b, edges, &count, v.extents[k].right))
				return false;
	}
	if (count != b->head.year_count)
		return false;
	for (uint32_t c = 1; c < count; c++)
		if (abs((edges[c] - edges[0]) - (p->heads[c].left - p->heads[0].left)) > NEAR_HEAD)
			return false;
	return edges[0] >= p->heads[0].left && (count == 1 || edges[0] < p->heads[1].left);
}

static bool
place_flush_right(const Reader *r, const Body *b, const Page *p, const LineValues *v, int *at)
{
	int edges[TABLE_COLUMNS_MAX];

	if (!find_right_edges(r, b, p, edges))
		return false;
	for (uint32_t i = 0; i < v->count; i++)
	{
		at[i] = 0;
		while (abs(edges[at[i]] - v->extents[i].right) > 1)
			at[i]++;
		if (i > 0 && at[i] <= at[i - 1])
			return false;
	}
	return true;
}

/* The columns of values by the years above them, under which they begin. */
static bool
place_by_years(const Body *b, const Page *p, const LineValues *v, int *at)
{
	for (uint32_t i = 0; i < v->count; i++)
	{
		uint32_t c = nearest_head(b, p, v->extents[i].left, EDGE_LEFT);

		at[i] = (int) c;
		if (abs(v->extents[i].left - p->heads[c].left) > NEAR_HEAD &&
		    !(c == 0 && (v->pushed || v->extents[i].left < p->heads[0].left)))
			return false;
		if ((i > 0 && at[i] <= at[i - 1]) || (i == 0 && c == 1 && v->pushed))
			return false;
	}
	return true;
}

/* The columns of the values of a row; false: they are not clear. */
static bool
find_columns(const Reader *r, const Body *b, const LineValues *v, int *at)
{
	const Page *p = page_of(b, v->line);

	bool placed, compared;

	if (v->count == 0 || !p)
		return false;
	placed = place_by_lines(r, b, p, v, at, &compared);
	if (compared)
		return placed;
	if (!p->headed)
		return false;
	/* that several values stand under heads helps to show the scale */
	if (!same_scale(b, v->start, p->formula_left, SCALE_MARGIN))
		return v->count > 1 && !b->flush_right &&
		       same_scale(b, v->start, p->formula_left, SCALE_WIDE) && place_by_years(b, p, v, at);
	return b->flush_right ? place_flush_right(r, b, p, v, at) : place_by_years(b, p, v, at);
}

/* The values of a row; false: they stand on several lines. */
static bool
values_of_row(const Reader *r, const Body *b, const RowShare *row, LineValues *v)
{
	bool one = true;

	v->count = 0;
	for (uint32_t i = row->first; i < row[1].first; i++)
	{
		LineValues here;

		if (b->lines[i].first_word == b->lines[i].end_word)
			continue;
		read_values(r, b, i, &here);
		one = one && v->count == 0;
		if (v->count == 0)
			*v = here;
		else
			for (uint32_t k = 0; k < here.count && v->count < TABLE_COLUMNS_MAX; k++)
				v->values[v->count++] = here.values[k];
	}
	return one;
}

static bool
touches(const Body *b, const RowShare *row, Touch touch)
{
	uint32_t i = row->first;

	while (i < row[1].first && b->touches[i] != touch)
		i++;
	return i < row[1].first;
}

/* mixed: some values may stand in the row's formula */
static void
add_values(Reader *r, const IndicatorKind *k, const Body *b, const RowShare *row,
           uint32_t indicator, bool mixed)
{
	LineValues v;
	int at[TABLE_COLUMNS_MAX];
	bool one = values_of_row(r, b, row, &v);
	bool placed = one && find_columns(r, b, &v, at);
	bool hidden = touches(b, row, TOUCH_HIDES);
	uint32_t fact = r->draft->count;

	if (v.count > 0 && (!one || (hidden && !placed)))
		add_unplaced_values(r, k, &b->head, indicator, v.values, v.count);
	else
		add_indicator_values(r, k, &b->head, indicator, v.values, v.count, placed ? at : NULL);
	if (touches(b, row, TOUCH_INFERRED))
		infer_facts(r->draft, fact);
	for (uint32_t i = fact; mixed && v.count < b->head.year_count && i < r->draft->count; i++)
		r->draft->facts[i].status = STATUS_AMBIGUOUS;
	/* what touches the text would stand before the others */
	for (uint32_t c = 0; hidden && fact + c < r->draft->count && (!placed || (int) c < at[0]); c++)
		r->draft->facts[fact + c].status = STATUS_AMBIGUOUS;
}

/* What touches the text before a value of the first column is no value. */
static void
show_text(const Reader *r, Body *b, const RowShare *row)
{
	LineValues v;
	int at[TABLE_COLUMNS_MAX];

	if (values_of_row(r, b, row, &v) && find_columns(r, b, &v, at) && at[0] == 0)
		for (uint32_t i = row->first; i < row[1].first; i++)
			b->touches[i] = b->touches[i] == TOUCH_HIDES ? TOUCH_NONE : b->touches[i];
}

/* The doubt about text of the lines [from, to). */
static Status
doubt_of(const Body *b, uint32_t from, uint32_t to, bool named)
{
	Status doubt = STATUS_REPORTED;

	for (uint32_t i = from; i < to; i++)
	{
		if (b->lines[i].doubtful && (!named || has_left(b, i)))
			return STATUS_AMBIGUOUS;
		if (!named && b->touches[i] == TOUCH_HIDES)
			return STATUS_AMBIGUOUS;
		if (!named && b->touches[i] == TOUCH_INFERRED)
			doubt = STATUS_INFERRED;
	}
	return doubt;
}

/* Does a sentence end, and a formula follow it, as the next row's would? */
static bool
holds_next_formula(Str s)
{
	/* the first such place is enough: what stands behind another stands behind it */
	for (uint32_t i = 2; i < s.len; i++)
		if (s.at[i] == '(' && s.at[i - 1] == ' ' && s.at[i - 2] == '.')
			return memchr(s.at + i, '/', s.len - i) && memchr(s.at + i, '*', s.len - i);
	return false;
}

/*
 * A name that begins in lower case, or a formula behind a methodology's sentence,
 * shows that the border before the row after it is not where it stands.
 */
static void
doubt_borders(Reader *r, const Body *b, RowShare *rows, uint32_t count)
{
	for (uint32_t i = 0; i + 1 < count; i++)
	{
		RowShare *next = &rows[i + 1];

		if (!begins_lower(column_text(r, b, next->first, next[1].first, false)) &&
		    !holds_next_formula(column_text(r, b, rows[i].mark_end, next->first, true)))
			continue;
		next->doubtful = true;
		next->earliest = rows[i].mark;
		next->latest = next->mark;
	}
}

/* Does a name stand on the lines that may be of this row or of the one before? */
static bool
may_gain_name(const Body *b, const RowShare *row)
{
	for (uint32_t i = row->earliest; row->doubtful && i < row->latest; i++)
		if (has_left(b, i))
			return true;
	return false;
}

/* Do figures end a formula, so many that some may be values? */
static bool
ends_with_values(Str s)
{
	uint32_t values = 0;

	for (Str rest = s, before; rest.len > 0; rest = before, values++)
		if (!is_figure(last_word(rest, &before)))
			break;
	return values > 2;
}

static void
add_row(Reader *r, const IndicatorKind *k, const Body *b, const RowShare *row, uint32_t indicator)
{
	uint32_t from = row->first;
	uint32_t to = row[1].first;
	Str text = column_text(r, b, from, to, true);
	Status begin = row->doubtful ? STATUS_AMBIGUOUS : STATUS_REPORTED;
	Status finish = row[1].doubtful ? STATUS_AMBIGUOUS : STATUS_REPORTED;
	Status doubt = doubt_of(b, from, row->mark_end, false);
	uint32_t end;
	uint32_t label = methodology_in(text, &end);
	Str formula = str_trim((Str){text.at, label});
	bool mixed = ends_with_values(formula);

	if (mixed || holds_label(formula))
		begin = STATUS_AMBIGUOUS;
	add_doubtful(r, k->name, indicator, column_text(r, b, from, to, false),
	             may_gain_name(b, row) || may_gain_name(b, row + 1) ? STATUS_AMBIGUOUS
	                                                                : doubt_of(b, from, to, true));
	add_doubtful(r, k->formula, indicator, formula, begin != STATUS_REPORTED ? begin : doubt);
	if (text.len > 0)
		text = (Str){text.at + end, text.len - end};
	add_doubtful(r, k->methodology, indicator, str_trim(text),
	             finish != STATUS_REPORTED ? finish : doubt_of(b, row->mark, to, false));
	add_values(r, k, b, row, indicator, mixed);
}

/* The label alone: there is no indicator. */
static bool
is_empty(Reader *r, const Body *b)
{
	uint32_t end;
	Str text = column_text(r, b, 0, b->count, true);

	for (uint32_t i = 0; i < b->count; i++)
		if (b->lines[i].first_word < b->lines[i].end_word)
			return false;
	if (text.len == 0)
		text = column_text(r, b, 0, b->count, false);
	return text.len == 0 || (methodology_in(text, &end) == 0 && end == text.len);
}

void
read_indicator_columns(Reader *r, const IndicatorKind *k, const Area *area)
{
	Body *b = arena_alloc(r->scratch, sizeof(Body));
	RowShare *rows = arena_alloc(r->scratch, (ROWS_MAX + 1) * sizeof(RowShare));
	uint32_t count = 0;
	bool sure;

	if (!b || !rows)
		return;
	sure = read_body(r, b, area);
	indicator_head_emit(r, k, &b->head);
	if (is_empty(r, b))
	{
		for (uint32_t i = 0; i < b->count; i++)
			claim(r, line_place(r->text, b->lines[i].line),
			      line_end_place(r->text, b->lines[i].line), TRACE_LABEL, area->table);
		return;
	}
	if (sure)
		count = find_rows(r, b, rows);
	rows[count] = (RowShare){.first = b->count};
	for (uint32_t i = 0; i < count; i++)
		cut_values(r, b, &rows[i]);
	for (uint32_t i = 0; i < b->page_count; i++)
		find_full_lines(r, b, &b->pages[i]);
	b->flush_right = are_flush_right(r, b);
	for (uint32_t i = 0; i < count; i++)
		show_text(r, b, &rows[i]);
	doubt_borders(r, b, rows, count);
	for (uint32_t i = 0; i < count; i++)
		add_row(r, k, b, &rows[i], i);
	/* what could not be shared out stays unmapped */
	for (uint32_t i = 0; count > 0 && i < b->count; i++)
		claim(r, line_place(r->text, b->lines[i].line), line_end_place(r->text, b->lines[i].line),
		      TRACE_VALUE, area->table);
}
