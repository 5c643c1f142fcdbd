/*
 * indicator_columns.c
 *		The tables of indicators where columns are kept by position.
 *
 * Names stand on the left, formulas with their methodology beside them, values
 * behind.  Each row holds the methodology's label once, which shows whether
 * the lines were shared out among the rows as they are printed.
 *
 * src/core/indicator_columns.c
 */
#include "columns.h"
#include "indicators.h"

#include <stdlib.h>
#include <string.h>

#define ROWS_MAX       64
#define PAGES_MAX      16
#define NAME_LINES_MAX 100

enum
{
	EDGE_NONE,
	EDGE_RIGHT,
	EDGE_LEFT,
	EDGE_MIDDLE,
	EDGE_KINDS
};

/* A header, and the lines below it. */
typedef struct Page
{
	uint32_t first;                  /* of its lines */
	Extent heads[TABLE_COLUMNS_MAX]; /* where the years stand */
	int edges[TABLE_COLUMNS_MAX];    /* where the values of each column end, begin, or have
	                                    their middle */
	int edge_kind;                   /* which of these; EDGE_NONE: no such line shows all columns */
	bool drifts;                     /* values stand under other years' heads than their own */
} Page;

/* The lines of the table without its header rows, which page breaks repeat. */
typedef struct Body
{
	SplitLine *lines;
	const Words **words; /* of each line */
	uint32_t count;
	uint32_t capacity;
	uint32_t words_capacity;
	IndicatorHead head;
	Page pages[PAGES_MAX];
	uint32_t page_count;
	bool based[TABLE_COLUMNS_MAX]; /* the head of this column has its basis */
	int name_left;                 /* where the head of the names stands on this page */
} Body;

static int
middle(Extent e)
{
	return (e.left + e.right) / 2;
}

/* The head that a value stands nearest to. */
static uint32_t
nearest_head(const Body *b, const Page *p, Extent value)
{
	uint32_t nearest = 0;

	for (uint32_t c = 1; c < b->head.year_count; c++)
		if (abs(middle(p->heads[c]) - middle(value)) <
		    abs(middle(p->heads[nearest]) - middle(value)))
			nearest = c;
	return nearest;
}

/* The years of a header, whatever their lines, from left to right; false: it has none, or others.
 */
static bool
place_years(Body *b, const Words *w, const Extent *extents)
{
	Page *p = &b->pages[b->page_count];
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
	uint32_t nearest = nearest_head(b, p, extent);

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
	Page *p = &b->pages[b->page_count];
	bool repeated = b->page_count > 0;

	if (!extents || b->page_count == PAGES_MAX)
		return;
	for (uint32_t i = 0; i < w.count; i++)
	{
		extents[i] = word_extent(r->text, &w.words[i], &w.words[i] + 1);
		if (squeezed_equal(w.words[i].text, "nombre"))
			b->name_left = extents[i].left;
		word_claim(r, &w.words[i], TRACE_LABEL, area->table);
	}
	if (!place_years(b, &w, extents))
		return;
	p->first = b->count;
	b->page_count++;
	for (uint32_t i = 0; i < w.count && !repeated; i++)
		if (squeezed_equal(w.words[i].text, "estimado") ||
		    squeezed_equal(w.words[i].text, "efectivo"))
			place_basis(b, p, extents[i], squeezed_equal(w.words[i].text, "estimado"));
}

static bool
add_lines(Reader *r, Body *b, const Area *area)
{
	Split *split = arena_alloc(r->scratch, sizeof(Split));

	if (area->from.line >= area->end_line)
		return true;
	if (!split || !split_columns(r, area, b->name_left, 1, is_value_word, split))
		return split && split->words.count == 0;
	for (uint32_t i = 0; i < split->count; i++)
		if (arena_grow(r->scratch, (void **) &b->lines, b->count, &b->capacity,
		               sizeof(SplitLine)) &&
		    arena_grow(r->scratch, (void **) &b->words, b->count, &b->words_capacity,
		               sizeof(Words *)))
		{
			b->lines[b->count] = split->lines[i];
			b->words[b->count++] = &split->words;
		}
	return !r->arena->failed;
}

/* Does a header begin here, on a page of its own?  The rest of one has no years. */
static bool
begins_header(Reader *r, uint32_t line)
{
	Words w = words_read(r, &(Area){FIELD_NONE, line_place(r->text, line), line + 1});

	for (uint32_t i = 0; i < w.count && r->text->lines[line].after_page; i++)
		if (is_year(w.words[i].text) || squeezed_equal(w.words[i].text, "nombre"))
			return true;
	return false;
}

/* Reads headers and the lines between them. */
static bool
read_body(Reader *r, Body *b, const Area *area)
{
	Area chunk = *area;
	bool split = true;

	memset(b, 0, sizeof(Body));
	b->name_left = INT32_MAX;
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
		if (end == i)
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

/* The labels of methodologies that begin in a text: a page's end may cut one. */
static uint32_t
count_labels(Str text)
{
	uint32_t count = 0;

	for (uint32_t at = 0; at < text.len; at++)
		count += text.at[at] == 'M' && (at == 0 || text.at[at - 1] == ' ') &&
		         squeezed_prefix((Str){text.at + at, text.len - at}, METHODOLOGY_BEGIN, NULL);
	return count;
}

static bool
has_any_right(const Body *b, uint32_t from, uint32_t to)
{
	while (from < to && !has_right(b, from))
		from++;
	return from < to;
}

static Str
right_text(const Reader *r, const Body *b, uint32_t i)
{
	Piece p = b->lines[i].right;

	return (Str){r->text->clean.at + p.start, p.end - p.start};
}

/* May a row end before line i: does a sentence end there, and a formula begin? */
static bool
is_border(const Reader *r, const Body *b, uint32_t from, uint32_t i)
{
	Str before = NO_STR;
	Str after = NO_STR;

	for (uint32_t k = i; k-- > from && before.len == 0;)
		before = right_text(r, b, k);
	if (before.len == 0)
		return true;
	for (uint32_t k = i; k < b->count && after.len == 0; k++)
		after = right_text(r, b, k);
	return after.len > 0 && !(after.at[0] >= 'a' && after.at[0] <= 'z') && ends_sentence(before);
}

/* Would the row that ends before line i end with the methodology's label, and its text be blank? */
static bool
ends_with_label(const Reader *r, const Body *b, uint32_t from, uint32_t i)
{
	Str before = NO_STR;

	while (i-- > from && before.len == 0)
		before = right_text(r, b, i);
	return before.len > 0 && before.at[before.len - 1] == ':';
}

static uint32_t
labels_between(Reader *r, const Body *b, uint32_t from, uint32_t to)
{
	return count_labels(column_text(r, b, from, to, true));
}

/* Does a name begin at line i beside a formula, though no line stands between it and the last? */
static bool
begins_row(Reader *r, const Body *b, uint32_t from, uint32_t i)
{
	char c = r->text->clean.at[b->lines[i].left.start];

	return i > from && i < from + NAME_LINES_MAX && has_right(b, i) && !(c >= 'a' && c <= 'z') &&
	       is_border(r, b, from, i) && labels_between(r, b, from, i) > 0;
}

/* The line behind those of the page that line i stands on. */
static uint32_t
lines_of_page(const Reader *r, const Body *b, uint32_t i)
{
	uint32_t line = b->lines[i].line;

	for (i++; i < b->count; i++)
		for (; line < b->lines[i].line; line++)
			if (r->text->lines[line + 1].after_page)
				return i;
	return i;
}

/*
 * The names: runs of lines with something on the left.  A name and a formula
 * whose lines do not stand level alternate; that does not end a run.
 */
static uint32_t
find_names(Reader *r, const Body *b, RowKey *keys)
{
	uint32_t count = 0;
	uint32_t beside = 0; /* lines with something on the right alone, since the last name line */
	uint32_t page_start = 0;
	uint32_t page_end = 0;

	for (uint32_t i = 0; i < b->count; i++)
	{
		bool goes_on;

		if (i == page_end)
		{
			page_start = i;
			page_end = lines_of_page(r, b, i);
		}

		if (!has_left(b, i))
		{
			beside += has_right(b, i);
			continue;
		}
		goes_on = count > 0 && keys[count - 1].first >= page_start &&
		          !begins_row(r, b, keys[count - 1].first, i) &&
		          (beside == 0 ||
		           (beside == 1 && (!has_right(b, i) || !has_right(b, keys[count - 1].last))));
		if (!goes_on && count == ROWS_MAX)
			return 0;
		if (!goes_on)
			keys[count++].first = i;
		keys[count - 1].last = i;
		beside = 0;
	}
	return count;
}

/*
 * How the cells of a page's rows stand beside one another: at the top, or in
 * the middle.  One that the page's end cuts may stand below the latter, or the
 * rest of one that the page before has begun above them.
 */
typedef enum Sharing
{
	FROM_TOP,
	AROUND_MIDDLE,
	ABOVE_CUT,
	BELOW_REST,
	SHARING_KINDS
} Sharing;

/* The lines of a table in parts: rows, or what a page has of one. */
typedef struct Parts
{
	uint32_t first[2 * ROWS_MAX + 1]; /* of their lines; behind the last, the end */
	bool named[2 * ROWS_MAX];         /* a name stands beside it */
	uint32_t count;
} Parts;

/* The lines of a page, and the names that stand on them. */
typedef struct PageLines
{
	uint32_t from;
	uint32_t to;
	const RowKey *keys;
	uint32_t key_count;
} PageLines;

/* The line with something on the right that has `above` others between it and line i; or from. */
static uint32_t
line_above(const Body *b, uint32_t from, uint32_t i, int above)
{
	while (i > from && above > 0)
		above -= has_right(b, --i);
	return i;
}

/*
 * The first line of a row whose last is before `to`, by its name's place in
 * its middle, give or take a line, best one by which the methodology before it
 * is not blank; UINT32_MAX: the row does not stand so.
 */
static uint32_t
start_around_middle(const Reader *r, const Body *b, uint32_t from, const RowKey *key, uint32_t to)
{
	static const int slack[] = {0, 1, -1};
	uint32_t twice = key->first + key->last;
	uint32_t middle = (twice + 1) / 2; /* no line from here on stands above the middle */
	uint32_t blank = UINT32_MAX;
	int below = 0;

	for (uint32_t i = twice / 2 + 1; i < to; i++)
		below += has_right(b, i);
	for (size_t i = 0; i < sizeof(slack) / sizeof(slack[0]); i++)
	{
		uint32_t start = line_above(b, from, middle, below + slack[i]);

		if (start > key->first)
			start = key->first;
		if (start != from && !is_border(r, b, from, start))
			continue;
		if (start == from || !ends_with_label(r, b, from, start))
			return start;
		if (blank == UINT32_MAX)
			blank = start;
	}
	return blank;
}

/* The same of the line behind a row whose first line is `from`. */
static uint32_t
end_around_middle(const Reader *r, const Body *b, uint32_t from, const RowKey *key, uint32_t to)
{
	static const int slack[] = {0, 1, -1};
	uint32_t twice = key->first + key->last;
	int above = 0;

	for (uint32_t i = from; 2 * i < twice; i++)
		above += has_right(b, i);
	for (size_t i = 0; i < sizeof(slack) / sizeof(slack[0]); i++)
	{
		int below = above + slack[i];
		uint32_t end = twice / 2 + 1;

		for (; end < to && below > 0; end++)
			below -= has_right(b, end);
		if (end <= key->last)
			end = key->last + 1;
		if (end < to && is_border(r, b, from, end))
			return end;
	}
	return UINT32_MAX;
}

static void
add_part(Parts *parts, uint32_t first, bool named)
{
	parts->first[parts->count] = first;
	parts->named[parts->count++] = named;
}

static bool
share_page_from_top(const Body *b, const PageLines *p, Parts *parts)
{
	if (p->key_count == 0 || has_any_right(b, p->from, p->keys[0].first))
		add_part(parts, p->from, false);
	for (uint32_t i = 0; i < p->key_count; i++)
	{
		uint32_t end = i + 1 < p->key_count ? p->keys[i + 1].first : p->to;

		if (!has_right(b, p->keys[i].first) && has_any_right(b, p->keys[i].first, end))
			return false;
		add_part(parts, p->keys[i].first, true);
	}
	return true;
}

/* Rows from the page's end upwards; what stands above them is the rest of another. */
static bool
share_page_upwards(const Reader *r, const Body *b, const PageLines *p, bool rest, Parts *parts)
{
	uint32_t starts[ROWS_MAX];
	uint32_t to = p->to;

	for (uint32_t i = p->key_count; i-- > 0;)
	{
		if (to <= p->keys[i].last)
			return false;
		to = starts[i] = start_around_middle(r, b, p->from, &p->keys[i], to);
		if (to == UINT32_MAX)
			return false;
	}
	if (has_any_right(b, p->from, to) != rest)
		return false;
	if (rest)
		add_part(parts, p->from, false);
	for (uint32_t i = 0; i < p->key_count; i++)
		add_part(parts, i == 0 && !rest ? p->from : starts[i], true);
	return true;
}

/* Rows from the page's top downwards; the last is cut. */
static bool
share_page_downwards(const Reader *r, const Body *b, const PageLines *p, Parts *parts)
{
	uint32_t from = p->from;

	for (uint32_t i = 0; i < p->key_count; i++)
	{
		add_part(parts, from, true);
		if (i + 1 == p->key_count)
			break;
		from = end_around_middle(r, b, from, &p->keys[i], p->to);
		if (from > p->keys[i + 1].first)
			return false;
	}
	return p->key_count > 0;
}

/* Has each whole row of a page's parts the label once, and one that is cut no more than that? */
static bool
are_rows(Reader *r, const Body *b, const Parts *parts, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < parts->count; i++)
	{
		uint32_t end = i + 1 < parts->count ? parts->first[i + 1] : to;
		uint32_t labels = labels_between(r, b, parts->first[i], end);
		bool may_lack = (i == from && to > 0 && parts->first[i] > 0) ||
		                (i + 1 == parts->count && to < b->count);

		if (labels > 1 || (labels == 0 && !may_lack))
			return false;
	}
	return true;
}

/* Adds the parts of a page, in the first of the ways that gives rows. */
static bool
add_page_parts(Reader *r, const Body *b, const PageLines *p, Parts *parts)
{
	uint32_t count = parts->count;

	for (Sharing how = FROM_TOP; how < SHARING_KINDS; how++)
	{
		parts->count = count;
		if ((how == ABOVE_CUT && p->to == b->count) || (how == BELOW_REST && p->from == 0))
			continue;
		if ((how == FROM_TOP    ? share_page_from_top(b, p, parts)
		     : how == ABOVE_CUT ? share_page_downwards(r, b, p, parts)
		                        : share_page_upwards(r, b, p, how == BELOW_REST, parts)) &&
		    are_rows(r, b, parts, count, p->to))
			return true;
	}
	return false;
}

/* Does the part that begins at a line go on with a name that the page before has begun? */
static bool
name_goes_on(const Reader *r, const Body *b, uint32_t from, uint32_t to)
{
	while (from < to && !has_left(b, from))
		from++;
	return from < to && r->text->clean.at[b->lines[from].left.start] >= 'a' &&
	       r->text->clean.at[b->lines[from].left.start] <= 'z';
}

/* Joins the parts of rows that page ends cut: each row holds the label once. */
static uint32_t
join_parts(Reader *r, const Body *b, const Parts *parts, uint32_t *first)
{
	uint32_t rows = 0;
	uint32_t labels = 1;

	for (uint32_t i = 0; i < parts->count; i++)
	{
		uint32_t from = parts->first[i];
		uint32_t to = parts->first[i + 1];
		uint32_t here = labels_between(r, b, from, to);

		if (rows > 0 && (labels == 0 || !parts->named[i] || name_goes_on(r, b, from, to)))
			labels += here;
		else
		{
			if (labels != 1 || !parts->named[i] || rows == ROWS_MAX)
				return 0;
			first[rows++] = from;
			labels = here;
		}
	}
	first[rows] = b->count;
	return labels == 1 ? rows : 0;
}

/* The keys of the names that begin before a line, from key `from` on. */
static uint32_t
keys_before(const RowKey *keys, uint32_t from, uint32_t count, uint32_t line)
{
	uint32_t n = 0;

	while (from + n < count && keys[from + n].first < line)
		n++;
	return n;
}

static uint32_t
find_rows(Reader *r, const Body *b, uint32_t *first)
{
	RowKey keys[ROWS_MAX];
	Parts *parts = arena_alloc(r->scratch, sizeof(Parts));
	uint32_t key_count = find_names(r, b, keys);
	uint32_t key = 0;
	uint32_t to;

	if (!parts || key_count == 0)
		return 0;
	parts->count = 0;
	for (uint32_t from = 0; from < b->count; from = to)
	{
		PageLines p = {.from = from, .keys = &keys[key]};

		to = p.to = lines_of_page(r, b, from);
		p.key_count = keys_before(keys, key, key_count, to);
		key += p.key_count;
		if (parts->count + p.key_count + 1 > 2 * ROWS_MAX || !add_page_parts(r, b, &p, parts))
			return 0;
	}
	parts->first[parts->count] = b->count;
	return join_parts(r, b, parts, first);
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

/* Does a word begin where the first column of values does, and no text reach it? */
static bool
begins_under(const Body *b, uint32_t line, Extent word, int edge)
{
	const Page *page = page_of(b, line);

	return page && abs(word.left - page->heads[0].left) <= 1 && edge < word.left;
}

/*
 * A value may touch the formula beside it.  It gives itself away by standing
 * past the edge at which all other lines of the row are wrapped.
 */
static void
cut_values(Reader *r, Body *b, uint32_t from, uint32_t to)
{
	int edge = 0;

	for (int pass = 0; pass < 2; pass++)
		for (uint32_t i = from; i < to; i++)
		{
			SplitLine *s = &b->lines[i];
			const Words *w = b->words[i];
			uint32_t last = s->first_word;
			Extent extent;

			if (last == 0 || s->right.start == s->right.end || w->words[last - 1].line != s->line)
				continue;
			last--;
			extent = word_extent(r->text, &w->words[last], &w->words[last] + 1);
			if (pass == 0 && !is_value_word(w->words[last].text))
				edge = extent.right > edge ? extent.right : edge;
			else if (pass == 1 && is_value_word(w->words[last].text) &&
			         (extent.right > edge + 1 || begins_under(b, i, extent, edge)) &&
			         w->words[last].start > s->right.start && w->words[last - 1].text.at[0] != '*')
			{
				s->right.end = w->words[last - 1].start + w->words[last - 1].text.len;
				s->first_word = last;
			}
		}
}

/* ---- Facts ---- */

static int
edge_of(Extent e, int kind)
{
	return kind == EDGE_RIGHT ? e.right : kind == EDGE_LEFT ? e.left : (e.left + e.right) / 2;
}

/* The values that stand on a line, and where. */
static uint32_t
values_of_line(const Reader *r, const Body *b, uint32_t line, Str *values, Extent *extents)
{
	const SplitLine *s = &b->lines[line];
	uint32_t count = join_value_words(&b->words[line]->words[s->first_word],
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

/* Adds an edge to those in order, unless it is one of them; false: there are more than columns. */
static bool
add_edge(const Body *b, Page *p, uint32_t *count, int edge)
{
	uint32_t at = *count;

	for (uint32_t i = 0; i < *count; i++)
		if (abs(p->edges[i] - edge) <= 1)
			return true;
	if (*count == b->head.year_count)
		return false;
	for (; at > 0 && p->edges[at - 1] > edge; at--)
		p->edges[at] = p->edges[at - 1];
	p->edges[at] = edge;
	(*count)++;
	return true;
}

/* The line behind the last of a page. */
static uint32_t
page_end(const Body *b, const Page *p)
{
	return p + 1 < b->pages + b->page_count ? p[1].first : b->count;
}

/*
 * Values are set flush left or right, or in the middle, of their columns.  If
 * all values of a page have as many edges of one kind as there are columns,
 * these are the columns.
 */
static void
find_edges(const Reader *r, const Body *b, Page *p)
{
	Str values[TABLE_COLUMNS_MAX];
	Extent extents[TABLE_COLUMNS_MAX];

	for (int kind = EDGE_NONE + 1; kind < EDGE_KINDS; kind++)
	{
		uint32_t count = 0;
		bool fits = true;

		for (uint32_t i = p->first; i < page_end(b, p) && fits; i++)
		{
			uint32_t n = values_of_line(r, b, i, values, extents);

			for (uint32_t v = 0; v < n && fits; v++)
				fits = add_edge(b, p, &count, edge_of(extents[v], kind));
		}
		if (fits && count == b->head.year_count)
		{
			p->edge_kind = kind;
			return;
		}
	}
}

/* Rows that have all their values show whether places under the heads can be trusted. */
static void
find_drift(const Reader *r, const Body *b, Page *p)
{
	Str values[TABLE_COLUMNS_MAX];
	Extent extents[TABLE_COLUMNS_MAX];

	for (uint32_t i = p->first; i < page_end(b, p) && !p->drifts; i++)
		if (values_of_line(r, b, i, values, extents) == b->head.year_count)
			for (uint32_t c = 0; c < b->head.year_count; c++)
				p->drifts |= nearest_head(b, p, extents[c]) != c;
}

/* The columns of the values of a row on a page; false: they are not clear. */
static bool
find_columns(const Body *b, const Page *p, const Extent *extents, uint32_t count, int *at)
{
	if (p->edge_kind == EDGE_NONE)
		return !p->drifts && place_by_heads(p->heads, (int) b->head.year_count, extents,
		                                    (int) count, NEAR_SHIFT, at);
	for (uint32_t i = 0; i < count; i++)
	{
		uint32_t c = 0;

		while (c < b->head.year_count && abs(p->edges[c] - edge_of(extents[i], p->edge_kind)) > 1)
			c++;
		at[i] = (int) c;
		if (c == b->head.year_count || (i > 0 && at[i] <= at[i - 1]))
			return false;
	}
	return true;
}

/* The values of the lines of a row, which stand on one of them. */
static void
add_values(Reader *r, const IndicatorKind *k, const Body *b, uint32_t from, uint32_t to,
           uint32_t indicator, bool hidden)
{
	Str values[2 * TABLE_COLUMNS_MAX];
	Extent extents[2 * TABLE_COLUMNS_MAX];
	int at[2 * TABLE_COLUMNS_MAX];
	const Page *page = NULL;
	uint32_t count = 0;
	bool one_page = true;

	for (uint32_t i = from; i < to && count < TABLE_COLUMNS_MAX; i++)
	{
		uint32_t here = values_of_line(r, b, i, values + count, extents + count);

		if (here > 0 && page && page_of(b, i) != page)
			one_page = false;
		if (here > 0)
			page = page_of(b, i);
		count += here;
	}
	if (hidden || !one_page)
		add_unplaced_values(r, k, &b->head, indicator, values, count);
	else
		add_indicator_values(r, k, &b->head, indicator, values, count,
		                     page && find_columns(b, page, extents, count, at) ? at : NULL);
}

static Extent
piece_extent(const Text *t, uint32_t line, Piece p)
{
	Word w = {.text = {t->clean.at + p.start, p.end - p.start}, .start = p.start, .line = line};

	return word_extent(t, &w, &w + 1);
}

/* Is there a line of which it is not sure which words are of the name? */
static bool
is_doubtful(const Body *b, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (b->lines[i].touching)
			return true;
	return false;
}

/* Does a name reach into the column beside it?  Then a line of the two was not parted. */
static bool
names_overlap(const Reader *r, const Body *b, uint32_t from, uint32_t to)
{
	int name = 0;
	int formula = INT32_MAX;

	for (uint32_t i = from; i < to; i++)
	{
		const SplitLine *s = &b->lines[i];

		if (has_left(b, i))
		{
			int right = piece_extent(r->text, s->line, s->left).right;

			name = right > name ? right : name;
		}
		if (has_right(b, i))
		{
			int left = piece_extent(r->text, s->line, s->right).left;

			formula = left < formula ? left : formula;
		}
	}
	return name >= formula || is_doubtful(b, from, to);
}

/* Does a line of text end with what may be a value, where a value may be missing? */
static bool
value_in_text(const Body *b, uint32_t from, uint32_t to)
{
	bool any = false;
	bool beside = false;
	bool alone = false;
	uint32_t count = 0;

	for (uint32_t i = from; i < to; i++)
	{
		const SplitLine *s = &b->lines[i];
		const Word *last = &b->words[i]->words[s->first_word];
		/* "(...) * 100" ends a formula */
		bool ends = has_right(b, i) && s->first_word > 1 && is_value_word(last[-1].text) &&
		            last[-2].text.at[0] != '*';

		count += s->end_word - s->first_word;
		any |= s->first_word < s->end_word;
		alone |= ends;
		beside |= ends && s->first_word < s->end_word;
	}
	return count < b->head.year_count && (any ? beside : alone);
}

static void
add_row(Reader *r, const IndicatorKind *k, const Body *b, uint32_t from, uint32_t to,
        uint32_t indicator)
{
	Str text = column_text(r, b, from, to, true);
	bool hidden = value_in_text(b, from, to);
	Status doubt = hidden ? STATUS_AMBIGUOUS : STATUS_REPORTED;
	uint32_t end;
	uint32_t label = methodology_in(text, &end);

	add_doubtful(r, k->name, indicator, column_text(r, b, from, to, false),
	             names_overlap(r, b, from, to) ? STATUS_AMBIGUOUS : STATUS_REPORTED);
	add_doubtful(r, k->formula, indicator, str_trim((Str){text.at, label}),
	             names_overlap(r, b, from, to) ? STATUS_AMBIGUOUS : doubt);
	if (text.len > 0)
		text = (Str){text.at + end, text.len - end};
	add_doubtful(r, k->methodology, indicator, str_trim(text),
	             is_doubtful(b, from, to) ? STATUS_AMBIGUOUS : doubt);
	add_values(r, k, b, from, to, indicator, hidden);
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
	uint32_t first[ROWS_MAX + 1];
	uint32_t rows = 0;
	bool sure;

	if (!b)
		return;
	sure = read_body(r, b, area);
	indicator_head_emit(r, k, &b->head);
	if (is_empty(r, b))
	{
		for (uint32_t i = 0; i < b->count; i++)
			claim(r, line_place(r->text, b->lines[i].line),
			      (Place){b->lines[i].line, r->text->lines[b->lines[i].line].end}, TRACE_LABEL,
			      area->table);
		return;
	}
	if (sure)
		rows = find_rows(r, b, first);
	for (uint32_t i = 0; i < rows; i++)
		cut_values(r, b, first[i], first[i + 1]);
	for (uint32_t i = 0; i < b->page_count; i++)
	{
		find_edges(r, b, &b->pages[i]);
		find_drift(r, b, &b->pages[i]);
	}
	for (uint32_t i = 0; i < rows; i++)
		add_row(r, k, b, first[i], first[i + 1], i);
	/* what could not be shared out stays unmapped */
	for (uint32_t i = 0; rows > 0 && i < b->count; i++)
		claim(r, line_place(r->text, b->lines[i].line),
		      (Place){b->lines[i].line, r->text->lines[b->lines[i].line].end}, TRACE_VALUE,
		      area->table);
}
