/*
 * columns.c
 *		Cells of texts that keep columns by position.
 *
 * src/core/columns.c
 */
#include "columns.h"
#include "wrap.h"

#include <stdlib.h>
#include <string.h>

#define SHORT_WORD     3   /* characters of it and the space behind it */
#define NEAR_LINES     4   /* within which lines are of one cell, or of the one beside it */
#define GAP            2   /* spaces that part two columns */
#define PLACES_MAX     8   /* columns that cells are placed in */
#define CLEAR_MARGIN   4   /* characters by which the best way must be better than the next */
#define WIDTH_MAX      400 /* characters of a page across */
#define LEFT_TOLERANCE 3   /* characters that the left column's lines may be indented */

/* ---- Across the page ---- */

static int
count_characters(const Text *t, uint32_t from, uint32_t to)
{
	return from >= to ? 0 : (int) utf8_count((Str){t->clean.at + from, to - from});
}

/* The character of its line that an offset is. */
static int
across(const Text *t, uint32_t line, uint32_t offset)
{
	return t->lines[line].indent + count_characters(t, t->lines[line].start, offset);
}

Extent
word_extent(const Text *text, const Word *from, const Word *to)
{
	const Word *last = to - 1;
	int left = across(text, from->line, from->start);
	int right = across(text, last->line, last->start + last->text.len);

	return (Extent){left, right};
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

/* The cost of one way to place cells, at the shift that suits it best, which *best_shift is. */
static int
cost_of(const Extent *heads, const Extent *cells, int count, Shift shift, const int *at,
        int *best_shift)
{
	int best = INT32_MAX;

	for (int by = -shift.right; by <= shift.left; by++)
	{
		int cost = abs(by) / 2;

		for (int i = 0; i < count; i++)
			cost += distance(cells[i], heads[at[i]], by);
		if (cost < best)
		{
			best = cost;
			*best_shift = by;
		}
	}
	return best;
}

/* Does each cell, as it is placed, stand nearer to its head than the next head does? */
static bool
all_near(const Extent *heads, int head_count, const Extent *cells, int count, const int *at,
         int shift)
{
	int pitch = INT32_MAX;

	for (int c = 1; c < head_count; c++)
		pitch = least(pitch, abs(heads[c].left - heads[c - 1].left));
	for (int i = 0; i < count; i++)
		if (distance(cells[i], heads[at[i]], shift) >= pitch)
			return false;
	return true;
}

bool
place_by_heads(const Extent *heads, int head_count, const Extent *cells, int count, Shift shift,
               int *at)
{
	int way[PLACES_MAX];
	int best = INT32_MAX;
	int second = INT32_MAX;
	int best_by = 0;
	int by = 0;

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
		cost = cost_of(heads, cells, count, shift, way, &by);
		if (cost < best)
		{
			second = best;
			best = cost;
			best_by = by;
			memcpy(at, way, (size_t) count * sizeof(int));
		}
		else
			second = least(second, cost);
	}
	return second >= best + CLEAR_MARGIN && all_near(heads, head_count, cells, count, at, best_by);
}

/* ---- Two columns of text ---- */

/*
 * Where the right column begins differs by some characters from row to row, and
 * a line that is full shows no gap.  So the lines of a table are cut together:
 * of all ways to do so, the one that costs least.  It costs to cut where no gap
 * is, to leave a gap inside a cell, and to let the column begin elsewhere than
 * on the line before.
 */
#define TOUCH_COST   3  /* a cut without a gap */
#define GAP_COST     4  /* a gap inside a cell, or a left column's line far from the margin */
#define SHIFT_COST   6  /* the column begins elsewhere than on the line before, */
#define PAGE_COST    1  /* or on the page before */
#define NUDGE_COST   1  /* a character or two aside */
#define OVER_COST    4  /* the left column's text reaches beyond where the right one begins, */
#define OVER_STEP    2  /* and more for every so many characters, */
#define OVER_MAX     16 /* up to so many */
#define NEVER_COST   40
#define KNOWN_GAIN   5  /* the right column begins with a word that its cells begin with */
#define SETTLE_COST  6  /* by which a way that fits the lines around may be dearer */
#define CLEAR_COST   3  /* by which the best way must be cheaper than others */
#define NUDGE        2  /* characters */
#define DRIFT        3  /* characters by which one line may stand aside */
#define STARTS_MAX   64 /* places where the right column may begin */
#define FILL_SLACK   ((Width){.printed = 20, .characters = 2})
#define FONT_PERCENT 5 /* by which the widths of letters differ from font to font */
#define WIDEST       (UINT32_MAX / 200)
#define LINES_MAX    2000
#define CUTS_MAX     128 /* ways to cut a line */

/* One way to cut a line: the numbers of the words that begin what stands there. */
typedef struct Cut
{
	uint32_t figure; /* between the columns; == right: there is none */
	uint32_t right;
	uint32_t tail; /* the figures behind the right column */
	int start;     /* where the right column begins; -1: it is blank */
	int end;       /* where the left column ends */
	int tail_start;
	bool touching; /* no gap parts the columns */
	int cost;      /* whatever the place where the column begins */
} Cut;

/* The lines of an area, and what it costs to read those before and behind each. */
typedef struct Cutter
{
	const Text *text;
	Arena *arena; /* for what goes when the lines are cut */
	const Words *words;
	int margin;
	int figures;
	WordTest is_figure_word;
	WordTest begins_right;
	WordTest is_left;
	int starts[STARTS_MAX]; /* ascending */
	uint32_t start_count;
	uint32_t *lines; /* the first word of each, and the end */
	uint32_t line_count;
	int *left; /* where each word stands across the page */
	int *right;
	uint32_t *gaps; /* as many parts of lines that a gap parts begin up to each word */
	int *before;    /* [line * start_count + start] */
	int *behind;
} Cutter;

/* Does a gap that parts columns stand before this word of its line? */
static bool
behind_gap(const Text *t, const Words *w, uint32_t i)
{
	const Word *word = &w->words[i];

	if (word->first)
		return t->lines[word->line].indent >= GAP;
	return word->start - (w->words[i - 1].start + w->words[i - 1].text.len) >= GAP;
}

static int
left_margin(const Cutter *c)
{
	int margin = INT32_MAX;

	for (uint32_t i = 0; i < c->words->count; i++)
		if (c->words->words[i].first)
			margin = least(margin, c->left[i]);
	return margin;
}

/* A figure such as only amounts are: "603.902". */
static bool
is_grouped(Str word)
{
	return memchr(word.at, '.', word.len) != NULL;
}

static bool
begins_right(const Cutter *c, const Word *w)
{
	return c->begins_right && c->begins_right(w->text);
}

/* May the right column begin with this word: behind a gap, or behind a figure beside it? */
static bool
may_begin(const Cutter *c, uint32_t i)
{
	const Word *w = &c->words->words[i];

	if (c->figures && c->is_figure_word(w->text))
		return false;
	return behind_gap(c->text, c->words, i) || (!w->first && begins_right(c, w)) ||
	       (c->figures < 0 && !w->first && is_grouped(w[-1].text) && c->is_figure_word(w[-1].text));
}

/* The places where text of the right column may begin; false: too many for a table. */
static bool
find_starts(Cutter *c)
{
	bool seen[WIDTH_MAX] = {false};

	for (uint32_t i = 0; i < c->words->count; i++)
	{
		int x = c->left[i];

		if (x > c->margin + 2 * LEFT_TOLERANCE && x < WIDTH_MAX && may_begin(c, i))
			seen[x] = true;
	}
	c->start_count = 0;
	for (int x = 0; x < WIDTH_MAX; x++)
		if (seen[x])
		{
			if (c->start_count == STARTS_MAX)
				return false;
			c->starts[c->start_count++] = x;
		}
	if (c->start_count == 0) /* it is blank all the way */
		c->starts[c->start_count++] = WIDTH_MAX;
	return true;
}

/* The gaps inside the words [from, to) of a line. */
static int
gaps_inside(const Cutter *c, uint32_t from, uint32_t to)
{
	return from < to ? (int) (c->gaps[to - 1] - c->gaps[from]) : 0;
}

/* The first of the figures at the end of a line that a gap parts from its text. */
static uint32_t
find_tail(const Cutter *c, uint32_t from, uint32_t to)
{
	uint32_t tail = to;

	for (uint32_t i = to; i-- > from && c->is_figure_word(c->words->words[i].text);)
		if (behind_gap(c->text, c->words, i))
			tail = i;
	return tail;
}

/* What it costs that a figure stands between the columns, or that one ends the left one. */
static int
figure_cost(const Cutter *c, uint32_t from, const Cut *cut)
{
	const Word *w = c->words->words;

	if (cut->figure < cut->right)
		return cut->figure == from || behind_gap(c->text, c->words, cut->figure) ? 0
		       : is_grouped(w[cut->figure].text)                                 ? 1
		                                                                         : TOUCH_COST;
	return cut->right > from && c->is_figure_word(w[cut->right - 1].text) &&
	               is_grouped(w[cut->right - 1].text)
	           ? 2 * TOUCH_COST
	           : 0;
}

static Str
text_of_words(const Words *w, uint32_t from, uint32_t to)
{
	Str first = w->words[from].text;
	Str last = w->words[to - 1].text;

	return (Str){first.at, (uint32_t) (last.at + last.len - first.at)};
}

static void
price_cut(const Cutter *c, uint32_t from, Cut *cut)
{
	const Word *w = c->words->words;

	cut->start = cut->right < cut->tail ? c->left[cut->right] : -1;
	cut->end = cut->figure > from ? c->right[cut->figure - 1] : 0;
	cut->cost =
	    GAP_COST * (gaps_inside(c, from, cut->figure) + gaps_inside(c, cut->right, cut->tail));
	if (cut->figure > from && c->left[from] > c->margin + 2 * LEFT_TOLERANCE)
		cut->cost += GAP_COST;
	cut->touching = cut->start >= 0 && cut->right > from && cut->figure == cut->right &&
	                !behind_gap(c->text, c->words, cut->right);
	if (cut->touching)
		cut->cost += TOUCH_COST;
	if (c->figures < 0)
		cut->cost += figure_cost(c, from, cut);
	if (cut->start >= 0 && begins_right(c, &w[cut->right]))
		cut->cost -= KNOWN_GAIN;
	if (cut->touching && c->is_left && c->is_left(text_of_words(c->words, from, cut->figure)))
		cut->cost -= KNOWN_GAIN;
}

/* The ways to cut a line. */
static uint32_t
find_cuts(const Cutter *c, uint32_t from, uint32_t to, Cut *cuts)
{
	const Word *w = c->words->words;
	uint32_t tail = c->figures > 0 ? find_tail(c, from, to) : to;
	uint32_t count = 0;

	for (uint32_t end = tail; end <= to; end += to - tail ? to - tail : 1)
		for (uint32_t right = from; right <= end && count + 2 <= CUTS_MAX; right++)
		{
			bool figure = c->figures < 0 && right > from && c->is_figure_word(w[right - 1].text);

			for (uint32_t between = right - figure; between <= right; between++)
			{
				cuts[count] = (Cut){.figure = between, .right = right, .tail = end};
				cuts[count].tail_start = end < to ? c->left[end] : INT32_MAX;
				price_cut(c, from, &cuts[count++]);
			}
		}
	return count;
}

/* The cost of text that takes more characters than its column has. */
static int
over_cost(int over)
{
	return over > OVER_MAX ? NEVER_COST : over / OVER_STEP;
}

/* The cost of a cut where the right column begins at `start`. */
static int
cut_cost(const Cut *cut, int start)
{
	int aside = cut->start - start;

	if (cut->tail_start <= start + DRIFT)
		return cut->cost + NEVER_COST;
	if (cut->start < 0)
		return cut->cost + (cut->end < start ? 0 : OVER_COST + over_cost(cut->end - start));
	if (cut->touching) /* the left column's text fills it, in fewer or more characters */
		return cut->cost + over_cost(abs(aside));
	return cut->cost + (abs(aside) <= DRIFT ? abs(aside) : NEVER_COST);
}

/* The least cost of all cuts of a line, if the column begins there. */
static int
line_cost(const Cut *cuts, uint32_t count, int start)
{
	int best = INT32_MAX;

	for (uint32_t i = 0; i < count; i++)
		best = least(best, cut_cost(&cuts[i], start));
	return best;
}

/* From the costs of one line by its start to those of its neighbour. */
static void
step(const Cutter *c, const int *from, int shift_cost, int *to)
{
	int best = from[0];

	for (uint32_t s = 1; s < c->start_count; s++)
		best = least(best, from[s]);
	for (uint32_t s = 0; s < c->start_count; s++)
	{
		to[s] = least(from[s], best + shift_cost);
		for (uint32_t k = s; k-- > 0 && c->starts[s] - c->starts[k] <= NUDGE;)
			to[s] = least(to[s], from[k] + NUDGE_COST);
		for (uint32_t k = s + 1; k < c->start_count && c->starts[k] - c->starts[s] <= NUDGE; k++)
			to[s] = least(to[s], from[k] + NUDGE_COST);
	}
}

/* The cost of a column that begins elsewhere on this line than on the one before. */
static int
shift_cost(const Cutter *c, uint32_t line)
{
	uint32_t before = c->words->words[c->lines[line - 1]].line;
	uint32_t here = c->words->words[c->lines[line]].line;

	return next_page_line(c->text, before + 1, here + 1) <= here ? PAGE_COST : SHIFT_COST;
}

/*
 * What the lines before each line, and behind it, cost.  On the way down, each
 * line's own costs are left where those of the lines behind it will be.
 */
static void
price_lines(Cutter *c, Cut *cuts)
{
	int sum[STARTS_MAX];
	int behind[STARTS_MAX] = {0};
	uint32_t width = c->start_count;

	memset(c->before, 0, width * sizeof(int));
	for (uint32_t i = 0; i < c->line_count; i++)
	{
		uint32_t count = find_cuts(c, c->lines[i], c->lines[i + 1], cuts);
		int *own = &c->behind[i * width];

		for (uint32_t s = 0; s < width; s++)
		{
			own[s] = line_cost(cuts, count, c->starts[s]);
			sum[s] = c->before[i * width + s] + own[s];
		}
		if (i + 1 < c->line_count)
			step(c, sum, shift_cost(c, i + 1), &c->before[(i + 1) * width]);
	}
	for (uint32_t i = c->line_count; i-- > 0;)
	{
		int *own = &c->behind[i * width];

		for (uint32_t s = 0; s < width; s++)
		{
			sum[s] = behind[s] + own[s];
			own[s] = behind[s];
		}
		if (i > 0)
			step(c, sum, shift_cost(c, i), behind);
	}
}

static Piece
piece_of(const Words *w, uint32_t from, uint32_t to)
{
	if (from >= to)
		return (Piece){0, 0};
	return (Piece){w->words[from].start, w->words[to - 1].start + w->words[to - 1].text.len};
}

/* The cost of all lines if this one is cut so; *start: where the right column begins then. */
static int
whole_cost(const Cutter *c, uint32_t line, const Cut *cut, int *start)
{
	const int *before = &c->before[line * c->start_count];
	const int *behind = &c->behind[line * c->start_count];
	int best = INT32_MAX;

	for (uint32_t s = 0; s < c->start_count; s++)
	{
		int cost = before[s] + cut_cost(cut, c->starts[s]) + behind[s];

		if (cost < best)
			*start = c->starts[s];
		best = least(best, cost);
	}
	return best;
}

static SplitLine
line_of_cut(const Cutter *c, uint32_t line, const Cut *cut)
{
	uint32_t from = c->lines[line];
	uint32_t to = c->lines[line + 1];

	return (SplitLine){.line = c->words->words[from].line,
	                   .left = piece_of(c->words, from, cut->figure),
	                   .right = piece_of(c->words, cut->right, cut->tail),
	                   .first_word = c->figures < 0 ? cut->figure : cut->tail,
	                   .end_word = c->figures < 0 ? cut->right : to};
}

/* Cuts a line in the way that costs least; it stays open where others may be right. */
static void
cut_line(const Cutter *c, uint32_t line, Cut *cuts, SplitLine *out)
{
	uint32_t count = find_cuts(c, c->lines[line], c->lines[line + 1], cuts);
	int best = INT32_MAX;
	int second = INT32_MAX;
	uint32_t chosen = 0;
	int start;

	for (uint32_t i = 0; i < count; i++)
	{
		int cost = whole_cost(c, line, &cuts[i], &start);

		second = least(second, cost < best ? best : cost);
		if (cost < best)
			chosen = i;
		best = least(best, cost);
	}
	*out = line_of_cut(c, line, &cuts[chosen]);
	out->doubtful = second < best + CLEAR_COST || cuts[chosen].touching;
}

/* ---- Lines that may be cut in several ways ---- */

static Width
narrower(Width a, Width b)
{
	return (Width){a.printed < b.printed ? a.printed : b.printed,
	               a.characters < b.characters ? a.characters : b.characters};
}

/* Does the text of one line go on in the next, and not in a paragraph of its own? */
static bool
runs_on(Str a, Str b)
{
	return a.len > 0 && begins_lower(b) && !ends_sentence(a);
}

static void
measure_line(const Text *t, Piece line, Piece next, Bounds *bounds)
{
	Str a = piece_text(t, line);
	Str b = piece_text(t, next);

	bounds->least = wrap_wider(bounds->least, wrap_width(a));
	if (runs_on(a, b))
	{
		LineWidth x = wrap_measure(a);
		LineWidth y = wrap_measure(b);

		bounds->most = narrower(bounds->most, (Width){x.whole.printed + WRAP_SPACE + y.word.printed,
		                                              x.whole.characters + 1 + y.word.characters});
	}
}

/* Does a line of the right column end with what may be one of the figures behind it? */
static bool
ends_with_figure(const Cutter *c, const SplitLine *s)
{
	return c->figures > 0 && s->right.start < s->right.end &&
	       c->is_figure_word(c->words->words[s->first_word - 1].text);
}

/* The bounds of both columns, by the lines that are surely cut. */
static void
measure(const Cutter *c, Split *split)
{
	const Text *t = c->text;
	static const SplitLine none;

	split->left = split->right = (Bounds){{0, 0}, {WIDEST, WIDEST}};
	for (uint32_t i = 0; i < split->count; i++)
	{
		const SplitLine *s = &split->lines[i];
		const SplitLine *next = i + 1 < split->count ? s + 1 : &none;

		if (s->doubtful)
			continue;
		measure_line(t, s->left, next->doubtful ? none.left : next->left, &split->left);
		if (!ends_with_figure(c, s))
			measure_line(t, s->right, next->doubtful ? none.right : next->right, &split->right);
	}
}

static Width
percent(Width w, uint32_t share)
{
	return (Width){w.printed * share / 100, w.characters * share / 100};
}

bool
column_leaves_room(const Text *t, Piece line, Piece below, const Bounds *bounds)
{
	Str a = piece_text(t, line);
	Str b = piece_text(t, below);

	return runs_on(a, b) && wrap_is_early(wrap_measure(a), wrap_measure(b), bounds->least);
}

bool
column_exceeded(const Text *t, Piece line, const Bounds *bounds)
{
	return wrap_exceeds(wrap_width(piece_text(t, line)), percent(bounds->most, 100 + FONT_PERCENT),
	                    WRAP_SLACK);
}

/* The text of the right column without a figure at its end that may stand behind it. */
static Piece
without_figure(const Cutter *c, const SplitLine *s)
{
	const Word *w = c->words->words;

	if (!ends_with_figure(c, s) || w[s->first_word - 1].start == s->right.start)
		return s->right;
	return (Piece){s->right.start, w[s->first_word - 2].start + w[s->first_word - 2].text.len};
}

/* Is a line, so cut, as wide as its columns, and wrapped as the lines around it are? */
static bool
fits(const Cutter *c, const Split *split, uint32_t i, const SplitLine *s)
{
	const Text *t = c->text;
	const Bounds *left = &split->left;
	const Bounds *right = &split->right;
	const SplitLine *above = i > 0 ? &split->lines[i - 1] : NULL;
	const SplitLine *below = i + 1 < split->count ? &split->lines[i + 1] : NULL;

	if (column_exceeded(t, s->left, left) || column_exceeded(t, without_figure(c, s), right))
		return false;
	if (above && !above->doubtful &&
	    (column_leaves_room(t, above->left, s->left, left) ||
	     column_leaves_room(t, above->right, s->right, right)))
		return false;
	return !below || below->doubtful ||
	       !(column_leaves_room(t, s->left, below->left, left) ||
	         column_leaves_room(t, s->right, below->right, right));
}

bool
column_filled(const Text *t, Piece line, const Bounds *bounds)
{
	return !wrap_exceeds(bounds->least, wrap_width(piece_text(t, line)), FILL_SLACK);
}

bool
column_widest(const Text *t, Piece line, const Bounds *bounds)
{
	return wrap_exceeds(wrap_width(piece_text(t, line)), bounds->least, (Width){0, 0});
}

/* Where the right column begins on the nearest line, up or down, that is surely cut; -1: on none.
 */
static int
right_edge_near(const Cutter *c, const Split *split, uint32_t line, int step)
{
	for (int64_t i = (int64_t) line + step;
	     i >= 0 && i < split->count && i - line < NEAR_LINES && line - i < NEAR_LINES; i += step)
	{
		const SplitLine *s = &split->lines[i];

		if (!s->doubtful && s->right.start < s->right.end)
			return across(c->text, s->line, s->right.start);
	}
	return -1;
}

static int
right_edge(const Cutter *c, const SplitLine *s)
{
	return s->right.start < s->right.end ? across(c->text, s->line, s->right.start) : -1;
}

/*
 * Does the right column begin on this line just where it does above and below?
 * The rival begins elsewhere, by more than a short word, which may stand at an
 * edge by chance.
 */
static bool
is_aligned(const Cutter *c, const Split *split, uint32_t line, const SplitLine *s,
           const SplitLine *rival)
{
	int edge = right_edge(c, s);

	return edge >= 0 && abs(right_edge(c, rival) - edge) > SHORT_WORD &&
	       right_edge_near(c, split, line, -1) == edge &&
	       right_edge_near(c, split, line, 1) == edge;
}

/* Of the ways to cut a line that are about as cheap, takes the cheapest that fits. */
static void
settle_line(const Cutter *c, Split *split, uint32_t line, Cut *cuts)
{
	uint32_t count = find_cuts(c, c->lines[line], c->lines[line + 1], cuts);
	SplitLine *out = &split->lines[line];
	SplitLine rival = *out;
	int costs[CUTS_MAX];
	int cheapest = INT32_MAX;
	int best = INT32_MAX;
	int second = INT32_MAX;
	int start;

	for (uint32_t i = 0; i < count; i++)
	{
		costs[i] = whole_cost(c, line, &cuts[i], &start);
		cheapest = least(cheapest, costs[i]);
	}
	for (uint32_t i = 0; i < count; i++)
	{
		SplitLine s = line_of_cut(c, line, &cuts[i]);
		int cost = costs[i];

		if (cost > cheapest + SETTLE_COST || !fits(c, split, line, &s) ||
		    (cuts[i].touching && !column_filled(c->text, s.left, &split->left)))
			continue;
		if (cost < best)
		{
			second = best;
			rival = *out;
			best = cost;
			*out = s;
		}
		else if (cost < second)
		{
			second = cost;
			rival = s;
		}
	}
	out->doubtful = best == INT32_MAX ||
	                (second < best + CLEAR_COST && !is_aligned(c, split, line, out, &rival));
}

/* Does a line of the left column have a gap inside, as text set to the full width has? */
static bool
is_left_justified(const Cutter *c, const Split *split)
{
	for (uint32_t i = 0; i < split->count; i++)
	{
		Str left = piece_text(c->text, split->lines[i].left);

		if (left.len > 0 && memmem(left.at, left.len, "  ", GAP))
			return true;
	}
	return false;
}

/*
 * "artesanales         que de": behind a gap, the last word of such text touches the right
 * column.  Does this begin before its place, and another word just there?
 */
static bool
hides_last_word(const Cutter *c, uint32_t line, const SplitLine *s, Cut *cuts)
{
	uint32_t count = find_cuts(c, c->lines[line], c->lines[line + 1], cuts);
	int start = INT32_MAX;

	for (uint32_t i = 0; i < count; i++)
		if (s->left.start < s->left.end && s->right.start < s->right.end && cuts[i].start >= 0 &&
		    c->words->words[cuts[i].right].start == s->right.start &&
		    cuts[i].figure == cuts[i].right)
			whole_cost(c, line, &cuts[i], &start);
	if (start == INT32_MAX || right_edge(c, s) > start - NUDGE)
		return false;
	for (uint32_t i = 0; i < count; i++)
		if (cuts[i].touching && abs(cuts[i].start - start) <= 1)
			return true;
	return false;
}

static bool
find_lines(Cutter *c)
{
	const Words *w = c->words;
	uint32_t count = 0;

	for (uint32_t i = 0; i < w->count; i++)
		count += i == 0 || w->words[i].line != w->words[i - 1].line;
	if (count > LINES_MAX)
		return false;
	c->lines = arena_alloc(c->arena, (count + 1) * sizeof(uint32_t));
	for (uint32_t i = 0; c->lines && i < w->count; i++)
		if (i == 0 || w->words[i].line != w->words[i - 1].line)
			c->lines[c->line_count++] = i;
	if (!c->lines)
		return false;
	c->lines[c->line_count] = w->count;
	return true;
}

static bool
place_words(Cutter *c)
{
	uint32_t count = c->words->count;

	c->left = arena_alloc(c->arena, count * sizeof(int));
	c->right = arena_alloc(c->arena, count * sizeof(int));
	c->gaps = arena_alloc(c->arena, count * sizeof(uint32_t));
	if (!c->left || !c->right || !c->gaps)
		return false;
	for (uint32_t i = 0; i < count; i++)
	{
		const Word *w = &c->words->words[i];

		c->left[i] = w->first
		                 ? across(c->text, w->line, w->start)
		                 : c->right[i - 1] +
		                       count_characters(c->text, w[-1].start + w[-1].text.len, w->start);
		c->right[i] = c->left[i] + count_characters(c->text, w->start, w->start + w->text.len);
		c->gaps[i] = (i > 0 ? c->gaps[i - 1] : 0) + behind_gap(c->text, c->words, i);
	}
	return true;
}

/* Makes ready what the lines of an area are cut by; false: they are those of no table. */
static bool
prepare_cutter(Cutter *c, const Columns *columns)
{
	size_t cells;

	if (!find_lines(c) || !place_words(c))
		return false;
	c->margin = least(columns->left, left_margin(c));
	if (!find_starts(c))
		return false;
	cells = (size_t) c->line_count * c->start_count;
	c->before = arena_alloc(c->arena, cells * sizeof(int));
	c->behind = arena_alloc(c->arena, cells * sizeof(int));
	return c->before && c->behind;
}

static bool
cut_lines(Reader *r, Cutter *c, const Columns *columns, Split *split)
{
	Cut *cuts = arena_alloc(c->arena, CUTS_MAX * sizeof(Cut));

	if (!cuts || !prepare_cutter(c, columns))
		return false;
	split->lines = arena_alloc(r->scratch, c->line_count * sizeof(SplitLine));
	if (!split->lines)
		return false;
	price_lines(c, cuts);
	for (uint32_t i = 0; i < c->line_count; i++)
		cut_line(c, i, cuts, &split->lines[split->count++]);
	measure(c, split);
	for (uint32_t i = 0; i < split->count; i++)
		if (split->lines[i].doubtful)
			settle_line(c, split, i, cuts);
	if (is_left_justified(c, split))
		for (uint32_t i = 0; i < split->count; i++)
			split->lines[i].doubtful |= hides_last_word(c, i, &split->lines[i], cuts);
	return true;
}

bool
split_columns(Reader *r, const Area *area, const Columns *columns, Split *split)
{
	Arena cutting;
	Cutter c = {.text = r->text,
	            .arena = &cutting,
	            .words = &split->words,
	            .figures = columns->figures,
	            .is_figure_word = columns->is_figure_word,
	            .begins_right = columns->begins_right,
	            .is_left = columns->is_left};
	bool done;

	*split = (Split){.words = words_read(r, area)};
	if (split->words.count == 0)
		return false;
	arena_init_within(&cutting, r->scratch);
	done = cut_lines(r, &c, columns, split);
	arena_free(&cutting);
	return done;
}
