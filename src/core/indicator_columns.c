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

#define ROWS_MAX 64

enum
{
	EDGE_NONE,
	EDGE_RIGHT,
	EDGE_LEFT,
	EDGE_MIDDLE,
	EDGE_KINDS
};

/* The lines of the table without its header rows, which page breaks repeat. */
typedef struct Body
{
	SplitLine *lines;
	const Words **words; /* of each line */
	uint32_t count;
	uint32_t capacity;
	uint32_t words_capacity;
	IndicatorHead head;
	Extent heads[TABLE_COLUMNS_MAX]; /* where the years stand */
	uint32_t head_count;
	uint32_t pages;               /* header rows seen */
	int edges[TABLE_COLUMNS_MAX]; /* where the values of each column end, begin or have their middle
	                               */
	int edge_kind;                /* which of these; EDGE_NONE: no such line shows all columns */
	bool drifts;                  /* values stand under other years' heads than their own */
	bool based[TABLE_COLUMNS_MAX]; /* the head of this column has its basis */
} Body;

static bool
is_head_line(Reader *r, const Area *area, uint32_t line)
{
	Place start = line == area->from.line ? area->from : line_place(r->text, line);
	Words w = words_read(r, &(Area){area->table, start, line + 1});

	for (uint32_t i = 0; i < w.count; i++)
		if (!is_indicator_head_word(w.words[i].text))
			return false;
	return w.count > 0;
}

static int
middle(Extent e)
{
	return (e.left + e.right) / 2;
}

/* The head that a value stands nearest to. */
static uint32_t
nearest_head(const Body *b, Extent value)
{
	uint32_t nearest = 0;

	for (uint32_t c = 1; c < b->head_count; c++)
		if (abs(middle(b->heads[c]) - middle(value)) <
		    abs(middle(b->heads[nearest]) - middle(value)))
			nearest = c;
	return nearest;
}

/* The years of a header, whatever their lines, from left to right. */
static void
place_years(Body *b, const Word *const *words, const Extent *extents, uint32_t count, bool repeated)
{
	Str years[TABLE_COLUMNS_MAX];
	uint32_t year_count = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		uint32_t at = year_count;

		if (!is_year(words[i]->text) || year_count == TABLE_COLUMNS_MAX)
			continue;
		for (; at > 0 && b->heads[at - 1].left > extents[i].left; at--)
		{
			b->heads[at] = b->heads[at - 1];
			years[at] = years[at - 1];
		}
		b->heads[at] = extents[i];
		years[at] = words[i]->text;
		year_count++;
	}
	for (uint32_t c = 0; c < year_count && !repeated; c++)
		indicator_head_year(&b->head, years[c]);
	b->head_count = b->head.year_count;
	b->pages += year_count > 0;
}

/* "efectivo" or "estimado" belongs to the year that it stands under, whatever its line. */
static void
place_basis(Body *b, Extent extent, bool expected)
{
	uint32_t nearest = nearest_head(b, extent);

	if (nearest < b->head_count && !b->based[nearest])
	{
		b->based[nearest] = true;
		b->head.expected[nearest] = expected;
		b->head.basis_count++;
	}
}

/* The lines [from, to) of a header; of a repeated one only the places of the years matter. */
static void
read_head_lines(Reader *r, Body *b, uint32_t from, const Area *area, uint32_t to)
{
	Place start = from == area->from.line ? area->from : line_place(r->text, from);
	Words w = words_read(r, &(Area){area->table, start, to});
	const Word **words = arena_alloc(r->scratch, (w.count + 1) * sizeof(Word *));
	Extent *extents = arena_alloc(r->scratch, (w.count + 1) * sizeof(Extent));
	bool repeated = b->count > 0;

	if (!words || !extents)
		return;
	for (uint32_t i = 0; i < w.count; i++)
	{
		words[i] = &w.words[i];
		extents[i] = word_extent(r->text, words[i], words[i] + 1);
		word_claim(r, words[i], TRACE_LABEL, area->table);
	}
	place_years(b, words, extents, w.count, repeated);
	for (uint32_t i = 0; i < w.count && !repeated; i++)
		if (squeezed_equal(words[i]->text, "estimado") ||
		    squeezed_equal(words[i]->text, "efectivo"))
			place_basis(b, extents[i], squeezed_equal(words[i]->text, "estimado"));
}

static bool
add_lines(Reader *r, Body *b, const Area *area)
{
	Split *split = arena_alloc(r->scratch, sizeof(Split));

	if (area->from.line >= area->end_line)
		return true;
	if (!split || !split_columns(r, area, 1, is_value_word, split))
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

/* Reads headers and the lines between them. */
static bool
read_body(Reader *r, Body *b, const Area *area)
{
	Area chunk = *area;
	bool split = true;

	memset(b, 0, sizeof(Body));
	for (uint32_t i = area->from.line; i < area->end_line; i++)
	{
		uint32_t end = i;

		while (end < area->end_line && (r->text->lines[end].furniture || is_head_line(r, area, end)))
			end++;
		if (end == i)
			continue;
		chunk.end_line = i;
		split = add_lines(r, b, &chunk) && split;
		read_head_lines(r, b, i, area, end);
		chunk = (Area){area->table, line_place(r->text, end), area->end_line};
		i = end;
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

/*
 * The names: runs of lines with something on the left.  A name and a formula
 * whose lines do not stand level alternate; that does not end a run.
 */
static uint32_t
find_names(const Body *b, RowKey *keys)
{
	uint32_t count = 0;
	uint32_t beside = 0; /* lines with something on the right alone, since the last name line */

	for (uint32_t i = 0; i < b->count; i++)
	{
		bool goes_on;

		if (!has_left(b, i))
		{
			beside += has_right(b, i);
			continue;
		}
		goes_on = count > 0 &&
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

static uint32_t
count_labels(Str text)
{
	uint32_t count = 0;
	uint32_t end;

	while (methodology_in(text, &end) < text.len)
	{
		count++;
		text = (Str){text.at + end, text.len - end};
	}
	return count;
}

/* Rows that a page break cut are joined again; then each must hold the label once. */
static uint32_t
join_rows(Reader *r, const Body *b, uint32_t *first, uint32_t count)
{
	uint32_t kept = 0;
	uint32_t labels = 1;

	for (uint32_t i = 0; i < count; i++)
	{
		uint32_t here = count_labels(column_text(r, b, first[i], first[i + 1], true));

		if (kept > 0 && (labels == 0 || here == 0))
			labels += here;
		else
		{
			if (labels != 1)
				return 0;
			first[kept++] = first[i];
			labels = here;
		}
	}
	first[kept] = b->count;
	return labels == 1 ? kept : 0;
}

static uint32_t
find_rows(Reader *r, const Body *b, uint32_t *first)
{
	RowKey keys[ROWS_MAX];
	uint32_t count = find_names(b, keys);
	uint32_t rows;
	bool *has = arena_alloc(r->scratch, b->count + 1);

	if (!has || count == 0)
		return 0;
	for (uint32_t i = 0; i < b->count; i++)
		has[i] = has_right(b, i);
	if (share_from_top(keys, count, has, b->count, first))
	{
		rows = join_rows(r, b, first, count);
		if (rows > 0)
			return rows;
	}
	if (!share_around_middle(keys, count, has, b->count, first))
		return 0;
	rows = join_rows(r, b, first, count);
	return rows == count ? rows : 0;
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
			else if (pass == 1 && is_value_word(w->words[last].text) && extent.right > edge + 1 &&
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
add_edge(Body *b, uint32_t *count, int edge)
{
	uint32_t at = *count;

	for (uint32_t i = 0; i < *count; i++)
		if (abs(b->edges[i] - edge) <= 1)
			return true;
	if (*count == b->head.year_count)
		return false;
	for (; at > 0 && b->edges[at - 1] > edge; at--)
		b->edges[at] = b->edges[at - 1];
	b->edges[at] = edge;
	(*count)++;
	return true;
}

/*
 * Values are set flush left or right, or in the middle, of their columns.  If
 * all values of a page have as many edges of one kind as there are columns,
 * these are the columns.
 */
static void
find_edges(const Reader *r, Body *b)
{
	Str values[TABLE_COLUMNS_MAX];
	Extent extents[TABLE_COLUMNS_MAX];

	for (int kind = EDGE_NONE + 1; kind < EDGE_KINDS && b->pages == 1; kind++)
	{
		uint32_t count = 0;
		bool fits = true;

		for (uint32_t i = 0; i < b->count && fits; i++)
		{
			uint32_t n = values_of_line(r, b, i, values, extents);

			for (uint32_t v = 0; v < n && fits; v++)
				fits = add_edge(b, &count, edge_of(extents[v], kind));
		}
		if (fits && count == b->head.year_count)
		{
			b->edge_kind = kind;
			return;
		}
	}
}

/* Rows that have all their values show whether places under the heads can be trusted. */
static void
find_drift(const Reader *r, Body *b)
{
	Str values[TABLE_COLUMNS_MAX];
	Extent extents[TABLE_COLUMNS_MAX];

	for (uint32_t i = 0; i < b->count && !b->drifts; i++)
		if (values_of_line(r, b, i, values, extents) == b->head_count)
			for (uint32_t c = 0; c < b->head_count; c++)
				b->drifts |= nearest_head(b, extents[c]) != c;
}

/* The columns of the values of a row; false: they are not clear. */
static bool
find_columns(const Body *b, const Extent *extents, uint32_t count, int *at)
{
	if (b->edge_kind == EDGE_NONE)
		return !b->drifts && place_by_heads(b->heads, (int) b->head.year_count, extents,
		                                    (int) count, NEAR_SHIFT, at);
	for (uint32_t i = 0; i < count; i++)
	{
		uint32_t c = 0;

		while (c < b->head.year_count && abs(b->edges[c] - edge_of(extents[i], b->edge_kind)) > 1)
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
	uint32_t count = 0;

	for (uint32_t i = from; i < to && count < TABLE_COLUMNS_MAX; i++)
		count += values_of_line(r, b, i, values + count, extents + count);
	if (hidden)
		add_unplaced_values(r, k, &b->head, indicator, values, count);
	else
		add_indicator_values(r, k, &b->head, indicator, values, count,
		                     find_columns(b, extents, count, at) ? at : NULL);
}

static Extent
piece_extent(const Text *t, uint32_t line, Piece p)
{
	Word w = {.text = {t->clean.at + p.start, p.end - p.start}, .start = p.start, .line = line};

	return word_extent(t, &w, &w + 1);
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
	return name >= formula;
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
	add_doubtful(r, k->methodology, indicator, str_trim(text), doubt);
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
	find_edges(r, b);
	find_drift(r, b);
	for (uint32_t i = 0; i < rows; i++)
		add_row(r, k, b, first[i], first[i + 1], i);
	/* what could not be shared out stays unmapped */
	for (uint32_t i = 0; rows > 0 && i < b->count; i++)
		claim(r, line_place(r->text, b->lines[i].line),
		      (Place){b->lines[i].line, r->text->lines[b->lines[i].line].end}, TRACE_VALUE,
		      area->table);
}
