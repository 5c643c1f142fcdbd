/*
 * columns.c
 *		Cells of texts that keep columns by position.
 *
 * src/core/columns.c
 */
#include "columns.h"

#include <stdlib.h>
#include <string.h>

#define GAP            2   /* spaces that part two columns */
#define PLACES_MAX     8   /* columns that cells are placed in */
#define CLEAR_MARGIN   4   /* characters by which the best way must be better than the next */
#define WIDTH_MAX      400 /* characters of a page across */
#define START_DRIFT    6   /* characters that text may begin aside from where it mostly does */
#define MANY_STARTS    2   /* lines, near enough, that show where a column begins */
#define LEFT_TOLERANCE 3   /* characters that the left column's lines may be indented */

/* ---- Across the page ---- */

/* How many of eight bytes begin a character: all but those whose first bits are 10. */
static int
beginnings(const char *s)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t bytes;

	memcpy(&bytes, s, sizeof(bytes));
	return (int) (((~bytes >> 7 | bytes >> 6) & ones) * ones >> 56);
}

/* The character of its line that an offset is. */
static int
across(const Text *t, uint32_t line, uint32_t offset)
{
	const char *s = t->clean.at;
	uint32_t i = t->lines[line].start;
	int x = t->lines[line].indent;

	for (; i + 8 <= offset; i += 8)
		x += beginnings(s + i);
	for (; i < offset; i++)
		x += ((unsigned char) s[i] & 0xC0) != 0x80;
	return x;
}

Extent
word_extent(const Text *text, const Word *from, const Word *to)
{
	const Word *last = to - 1;

	return (Extent){across(text, from->line, from->start),
	                across(text, last->line, last->start + last->text.len)};
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/* How far a cell, moved aside by shift, is from standing under a head. */
static int
distance(Extent cell, Extent head, int shift)
{
	int left = abs(cell.left + shift - head.left);
	int right = abs(cell.right + shift - head.right);
	int middle = abs(cell.left + cell.right + 2 * shift - head.left - head.right) / 2;

	return least(least(left, right), middle);
}

/* The cost of one way to place cells, at the shift that suits it best. */
static int
cost_of(const Extent *heads, const Extent *cells, int count, Shift shift, const int *at)
{
	int best = INT32_MAX;

	for (int by = -shift.right; by <= shift.left; by++)
	{
		int cost = abs(by) / 2;

		for (int i = 0; i < count; i++)
			cost += distance(cells[i], heads[at[i]], by);
		best = least(best, cost);
	}
	return best;
}

bool
place_by_heads(const Extent *heads, int head_count, const Extent *cells, int count, Shift shift,
               int *at)
{
	int way[PLACES_MAX];
	int best = INT32_MAX;
	int second = INT32_MAX;

	if (count > head_count || head_count > PLACES_MAX || count == 0)
		return false;
	/* every choice of count columns out of head_count is a set of bits */
	for (unsigned bits = 0; bits < 1u << head_count; bits++)
	{
		int cost;
		int chosen = 0;

		for (int c = 0; c < head_count; c++)
			if (bits & 1u << c)
			{
				if (chosen < count)
					way[chosen] = c;
				chosen++;
			}
		if (chosen != count)
			continue;
		cost = cost_of(heads, cells, count, shift, way);
		if (cost < best)
		{
			second = best;
			best = cost;
			memcpy(at, way, (size_t) count * sizeof(int));
		}
		else
			second = least(second, cost);
	}
	return second >= best + CLEAR_MARGIN;
}

/* ---- Two columns of text ---- */

/* The columns of a page at which text begins behind a gap, and how often. */
typedef struct Starts
{
	uint16_t count[WIDTH_MAX];
	int first; /* the leftmost place at which text of the right column begins on several lines */
	int most;  /* where it begins most often */
} Starts;

static int
word_left(const Text *t, const Word *w)
{
	return across(t, w->line, w->start);
}

/* Does a gap that parts columns stand before this word of its line? */
static bool
behind_gap(const Text *t, const Words *w, uint32_t i)
{
	const Word *word = &w->words[i];

	if (word->first)
		return t->lines[word->line].indent >= GAP;
	return word->start - (w->words[i - 1].start + w->words[i - 1].text.len) >= GAP;
}

static uint32_t
line_words_end(const Words *w, uint32_t i)
{
	uint32_t line = w->words[i].line;

	while (i < w->count && w->words[i].line == line)
		i++;
	return i;
}

static int
left_margin(const Text *t, const Words *w)
{
	int margin = INT32_MAX;

	for (uint32_t i = 0; i < w->count; i++)
		if (w->words[i].first)
			margin = least(margin, word_left(t, &w->words[i]));
	return margin;
}

/* How often text begins at about x, and foremost at x, on lines where a gap shows it. */
static unsigned
starts_near(const Starts *starts, int x)
{
	unsigned count = x >= 0 && x < WIDTH_MAX ? 7u * starts->count[x] : 0;

	for (int i = x - 2; i <= x + 2; i++)
		if (i >= 0 && i < WIDTH_MAX)
			count += starts->count[i];
	return count;
}

/* Finds the places that are asked for with each line. */
static void
find_starts(Starts *starts, int end)
{
	unsigned most = 0;

	starts->first = WIDTH_MAX;
	starts->most = 0;
	for (int x = 0; x < end; x++)
	{
		unsigned near = starts_near(starts, x);

		if (starts->first == WIDTH_MAX && starts->count[x] > 0 && near >= 8)
			starts->first = x;
		if (near > most)
		{
			most = near;
			starts->most = x;
		}
	}
}

static void
count_starts(const Text *t, const Words *w, int margin, WordTest is_figure_word, Starts *starts)
{
	int end = 0;

	memset(starts, 0, sizeof(Starts));
	for (uint32_t i = 0; i < w->count; i++)
	{
		int x;

		if (!behind_gap(t, w, i) || (is_figure_word && is_figure_word(w->words[i].text)))
			continue;
		x = word_left(t, &w->words[i]);
		if (x <= margin + 2 * LEFT_TOLERANCE || x >= WIDTH_MAX)
			continue;
		starts->count[x]++;
		if (x >= end)
			end = x + 1;
	}
	find_starts(starts, end);
}

/* The word of a line nearest to where the right column begins most often; to: none is near. */
static uint32_t
nearest_start(const Text *t, const Words *w, uint32_t from, uint32_t to, int margin,
              const Starts *starts)
{
	int least_distance = START_DRIFT + 1;
	uint32_t nearest = to;

	for (uint32_t i = from; i < to; i++)
	{
		int x = word_left(t, &w->words[i]);

		if (x > margin + 2 * LEFT_TOLERANCE && abs(x - starts->most) < least_distance)
		{
			least_distance = abs(x - starts->most);
			nearest = i;
		}
	}
	return nearest;
}

/*
 * The word of a line that the right column begins with: the first one behind a
 * gap; or, where the left column fills its width, one that stands where the
 * right column begins on other lines.  to: there is none.
 */
static uint32_t
right_start(const Text *t, const Words *w, uint32_t from, uint32_t to, int margin,
            const Starts *starts)
{
	uint32_t best = to;
	unsigned most = MANY_STARTS - 1;

	for (uint32_t i = from; i < to; i++)
	{
		int x = word_left(t, &w->words[i]);

		if (x <= margin + 2 * LEFT_TOLERANCE)
			continue;
		if (behind_gap(t, w, i))
			return i;
		if (starts_near(starts, x) > most)
		{
			most = starts_near(starts, x);
			best = i;
		}
	}
	return best;
}

static Piece
piece_of(const Words *w, uint32_t from, uint32_t to)
{
	if (from >= to)
		return (Piece){0, 0};
	return (Piece){w->words[from].start, w->words[to - 1].start + w->words[to - 1].text.len};
}

/*
 * The words at the end of [from, to) that are figures and stand behind a gap,
 * where no text of the right column begins.
 */
static uint32_t
tail_start(const Text *t, const Words *w, uint32_t from, uint32_t to, WordTest is_figure_word,
           const Starts *starts)
{
	uint32_t tail = to;

	for (uint32_t i = to; i-- > from && is_figure_word(w->words[i].text);)
		if (behind_gap(t, w, i) && starts_near(starts, word_left(t, &w->words[i])) < MANY_STARTS)
			tail = i;
	return tail;
}

/*
 * The figure between the columns: it stands where no text of the right column
 * begins, or touches the end of the left column.  to: there is none.
 */
static uint32_t
figure_between(const Text *t, const Words *w, uint32_t from, uint32_t right, uint32_t to,
               WordTest is_figure_word, const Starts *starts)
{
	if (right < to && is_figure_word(w->words[right].text))
	{
		unsigned next =
		    right + 1 < to ? starts_near(starts, word_left(t, &w->words[right + 1])) : MANY_STARTS;

		return starts_near(starts, word_left(t, &w->words[right])) < next ? right : to;
	}
	if (right > from + 1 && is_figure_word(w->words[right - 1].text) &&
	    memchr(w->words[right - 1].text.at, '.', w->words[right - 1].text.len))
		return right - 1;
	return to;
}

/* False: the line's text goes on where the right column should begin. */
static bool
split_line(const Text *t, const Words *w, uint32_t from, uint32_t to, int margin, int figures,
           WordTest is_figure_word, const Starts *starts, SplitLine *s)
{
	uint32_t tail = figures > 0 ? tail_start(t, w, from, to, is_figure_word, starts) : to;
	uint32_t right = right_start(t, w, from, tail, margin, starts);

	*s = (SplitLine){.line = w->words[from].line, .first_word = tail, .end_word = to};
	s->left = piece_of(w, from, right);
	if (figures < 0)
	{
		uint32_t figure = figure_between(t, w, from, right, to, is_figure_word, starts);

		if (figure < to)
		{
			s->left = piece_of(w, from, figure);
			s->first_word = figure;
			s->end_word = right = figure + 1;
		}
	}
	s->right = piece_of(w, right, tail);
	s->touching = right > from && right < tail && !behind_gap(t, w, right);
	if (right < tail || s->left.start == s->left.end ||
	    across(t, s->line, s->left.end) <= starts->first + 2)
		return true;
	right = nearest_start(t, w, from, tail, margin, starts);
	s->left = piece_of(w, from, right);
	s->right = piece_of(w, right, tail);
	s->touching = s->doubtful = true;
	return right < tail;
}

bool
split_columns(Reader *r, const Area *area, int left, int figures, WordTest is_figure_word,
              Split *split)
{
	Starts *starts = arena_alloc(r->scratch, sizeof(Starts));
	uint32_t capacity = 0;
	int margin;

	*split = (Split){.words = words_read(r, area)};
	if (!starts || split->words.count == 0)
		return false;
	margin = least(left, left_margin(r->text, &split->words));
	count_starts(r->text, &split->words, margin, figures ? is_figure_word : NULL, starts);
	for (uint32_t i = 0; i < split->words.count;)
	{
		uint32_t to = line_words_end(&split->words, i);

		if (!arena_grow(r->scratch, (void **) &split->lines, split->count, &capacity,
		                sizeof(SplitLine)) ||
		    !split_line(r->text, &split->words, i, to, margin, figures, is_figure_word, starts,
		                &split->lines[split->count++]))
			return false;
		i = to;
	}
	return true;
}

/* ---- Rows ---- */

static uint32_t
next_line(const bool *has, uint32_t from, uint32_t end)
{
	while (from < end && !has[from])
		from++;
	return from;
}

/* Rows whose cells begin on the same line. */
bool
share_from_top(const RowKey *keys, uint32_t key_count, const bool *has, uint32_t count,
               uint32_t *first)
{
	for (uint32_t i = 0; i < key_count; i++)
	{
		uint32_t end = i + 1 < key_count ? keys[i + 1].first : count;

		first[i] = keys[i].first;
		if (next_line(has, first[i], end) != first[i] && next_line(has, first[i], end) != end)
			return false;
	}
	first[key_count] = count;
	return next_line(has, 0, count) >= (key_count ? keys[0].first : 0);
}

/* Rows whose cells have their middles on one line. */
bool
share_around_middle(const RowKey *keys, uint32_t key_count, const bool *has, uint32_t count,
                    uint32_t *first)
{
	uint32_t line = 0;

	for (uint32_t i = 0; i < key_count; i++)
	{
		uint32_t middle = keys[i].first + keys[i].last; /* twice the middle */
		uint32_t start = next_line(has, line, count);
		uint32_t above = 0;
		uint32_t beside = 0;

		first[i] = line;
		for (line = start; line < count && 2 * line < middle; line++)
			above += has[line];
		beside = 2 * line == middle && line < count && has[line];
		/* as many lines below the middle as above it */
		for (line += beside; above > 0 && line < count; line++)
			above -= has[line];
		if (above > 0 || line <= keys[i].last)
			line = keys[i].last + 1;
		if (above > 0 || (i + 1 < key_count && line > keys[i + 1].first + keys[i + 1].last))
			return false;
	}
	first[key_count] = count;
	return next_line(has, line, count) == count;
}

bool
share_lines(const RowKey *keys, uint32_t key_count, const bool *has, uint32_t count,
            uint32_t *first)
{
	return share_from_top(keys, key_count, has, count, first) ||
	       share_around_middle(keys, key_count, has, count, first);
}
