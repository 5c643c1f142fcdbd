/*
 * furniture.c
 *		Telling what of a text is no report but its pages' furniture: their
 *		numbers, and the lines that run at their heads and feet.
 *
 * src/core/furniture.c
 */
#include "furniture.h"

#include <string.h>

#define HEADER_LINES 12   /* among which the title stands */
#define LINES_ASK    4096 /* one of so many lines asks for leave to go on */
#define NO_LINE      UINT32_MAX
#define TITLE        "informededetalledeprogramassociales"
#define CLOSING      "cierreal"
#define TITLE_REST   "deprogramassociales"
#define PAGE_TITLE   "informededetalle" /* as a browser prints it on each page */

/* ---- Page marks: lines that are furniture by their own words ---- */

static uint32_t
skip_digits(Str s, uint32_t at)
{
	while (at < s.len && is_digit(s.at[at]))
		at++;
	return at;
}

static uint32_t
skip_spaces(Str s, uint32_t at)
{
	while (at < s.len && s.at[at] == ' ')
		at++;
	return at;
}

/* "3/10", "3 de 10", "3": all of s from at on. */
static bool
is_page_count(Str s, uint32_t at, bool needs_total)
{
	uint32_t end = skip_digits(s, at);

	if (end == at || end - at > 4)
		return false;
	at = skip_spaces(s, end);
	if (at == s.len)
		return !needs_total;
	if (s.at[at] == '/')
		at++;
	else if (s.len - at > 3 && memcmp(s.at + at, "de ", 3) == 0)
		at += 3;
	else
		return false;
	at = skip_spaces(s, at);
	end = skip_digits(s, at);
	return end > at && end - at <= 4 && end == s.len;
}

/* "Página 3 de 10", "Pág. 3", "3/10" */
static bool
is_page_number(Str s)
{
	uint32_t at;

	if (s.len > 40)
		return false;
	if (is_digit(s.at[0]))
		return is_page_count(s, 0, true);
	if (!squeezed_prefix(s, "pagina", &at) && !squeezed_prefix(s, "pag", &at))
		return false;
	while (at < s.len && (s.at[at] == ' ' || s.at[at] == '.' || s.at[at] == ':'))
		at++;
	return is_page_count(s, at, false);
}

/* "11/21/26, 10:57 AM": how browsers head a printed page, perhaps with its title behind. */
static bool
is_print_time(Str s)
{
	uint32_t at = 0;

	for (int part = 0; part < 3; part++)
	{
		uint32_t end = skip_digits(s, at);

		if (end == at || end - at > 4 || end >= s.len)
			return false;
		if (part < 2 && s.at[end] != '/' && s.at[end] != '-')
			return false;
		at = part < 2 ? end + 1 : end;
	}
	if (s.at[at] == ',')
		at++;
	at = skip_spaces(s, at);
	return skip_digits(s, at) > at && skip_digits(s, at) < s.len && s.at[skip_digits(s, at)] == ':';
}

static bool
is_url(Str s)
{
	return (s.len > 7 && memcmp(s.at, "file://", 7) == 0) ||
	       (s.len > 7 && memcmp(s.at, "http://", 7) == 0) ||
	       (s.len > 8 && memcmp(s.at, "https://", 8) == 0);
}

/* Does a letter begin with this byte that rises above others: one with an accent, or "$"? */
static bool
is_tall(unsigned char c)
{
	return c == 0xC3 || c == '$';
}

/* The length of such a letter by itself at a place of s; 0: none stands there. */
static uint32_t
tall_letter(Str s, uint32_t at)
{
	uint32_t len = s.at[at] == '$' ? 1 : 2;

	return is_tall((unsigned char) s.at[at]) && s.len - at >= len &&
	               (s.len - at == len || s.at[at + len] == ' ')
	           ? len
	           : 0;
}

/* "ñ á á ó" */
static bool
are_lone_letters(Str s)
{
	uint32_t len;

	for (uint32_t at = 0; at < s.len; at = skip_spaces(s, at + len))
		if ((len = tall_letter(s, at)) == 0)
			return false;
	return true;
}

/*
 * "file:///…/report.html 3/10": a page's address and its number behind it, perhaps with
 * letters of the next page between them (see mark_letter_tops).  What is on somebody's
 * disk is the page's own, without a number too.
 */
static bool
is_page_address(Str s)
{
	const char *space = memchr(s.at, ' ', s.len);
	uint32_t at = space ? (uint32_t) (space - s.at) : s.len;
	uint32_t len;

	if (!is_url(s))
		return false;
	for (at = skip_spaces(s, at); at < s.len && (len = tall_letter(s, at)) > 0;)
		at = skip_spaces(s, at + len);
	return at < s.len ? is_page_count(s, at, true) : s.at[0] == 'f';
}

/* May a line beginning with this byte be furniture?  Nearly none may. */
static bool
may_be_furniture(char c)
{
	return is_digit(c) || c == 'P' || c == 'p' || c == 'I' || c == 'i' || c == 'f' || c == 'h';
}

static bool
is_page_mark(Str s)
{
	return is_page_number(s) || is_print_time(s) || is_page_address(s);
}

/* A title is furniture beside a page's mark; alone it may be the report's. */
static void
mark_companion(Text *t, uint32_t i)
{
	Str s = line_text(t, i);

	t->lines[i].furniture |= squeezed_equal(s, TITLE) || squeezed_equal(s, PAGE_TITLE);
}

/* The report's own title is the one that the closing date follows, or the last one above the name.
 */
static void
keep_title(Text *t)
{
	uint32_t limit = t->line_count < HEADER_LINES ? t->line_count : HEADER_LINES;
	uint32_t title = limit;

	for (uint32_t i = limit; i-- > 0;)
	{
		if (!squeezed_equal(line_text(t, i), TITLE))
			continue;
		t->lines[i].furniture = true;
		if (title == limit ||
		    (i + 1 < t->line_count && squeezed_prefix(line_text(t, i + 1), CLOSING, NULL)))
			title = i;
	}
	if (title < limit)
		t->lines[title].furniture = false;
}

/* A bare number of up to four digits; -1: the line is none. */
static int
bare_number(Str s)
{
	int number = 0;

	if (s.len == 0 || s.len > 4 || skip_digits(s, 0) != s.len)
		return -1;
	for (uint32_t i = 0; i < s.len; i++)
		number = 10 * number + (s.at[i] - '0');
	return number;
}

/* Marks what is furniture by its own words: page marks, and titles on top of later pages. */
static void
mark_lines(Text *t, Arena *work)
{
	for (uint32_t i = 0; i < t->line_count && arena_may_go_on_at(work, i, LINES_ASK); i++)
	{
		Str s = line_text(t, i);

		if (!may_be_furniture(s.at[0]))
			continue;
		t->lines[i].furniture = is_page_mark(s) || (i > 0 && squeezed_equal(s, TITLE));
	}
}

/* Is a line a browser's title, rather than the beginning of the report's? */
static bool
is_page_title(const Text *t, uint32_t i)
{
	return t->clean.at[t->lines[i].start] == 'I' && squeezed_equal(line_text(t, i), PAGE_TITLE) &&
	       (i + 1 == t->line_count || !squeezed_equal(line_text(t, i + 1), TITLE_REST));
}

/* Blocks may part a title from the mark beside which it is printed; but it is on all pages. */
static void
mark_titles(Text *t, Arena *work)
{
	uint32_t first = NO_LINE;

	for (uint32_t i = 0; i < t->line_count && arena_may_go_on_at(work, i, LINES_ASK); i++)
	{
		if (!is_page_title(t, i))
			continue;
		if (first == NO_LINE)
			first = i;
		else
			t->lines[first].furniture = t->lines[i].furniture = true;
	}
}

static void
mark_companions(Text *t, Arena *work)
{
	for (uint32_t i = 0; i < t->line_count && arena_may_go_on_at(work, i, LINES_ASK); i++)
	{
		if (!t->lines[i].furniture || !is_page_mark(line_text(t, i)))
			continue;
		for (uint32_t near = i >= 2 ? i - 2 : 0; near <= i + 2 && near < t->line_count; near++)
			mark_companion(t, near);
	}
}

/* ---- Running lines: those that stand on every page ---- */

#define EDGE_LINES 5  /* so many lines from a page's edge a running one may stand */
#define PAGE_LINES 10 /* the fewest lines of a page */
#define FOLIOS_MAX 8  /* lines tried that may count the pages */
#define RUN_BYTES  2  /* that are no digits, in a running line that is no number */

/* Are two lines one, but for their spaces and the numbers that they hold? */
static bool
are_same(Str a, Str b)
{
	uint32_t i = 0;
	uint32_t k = 0;

	while (i < a.len && k < b.len)
	{
		uint32_t end = skip_digits(a, i);
		uint32_t other = skip_digits(b, k);

		if (end > i && other > k)
		{
			i = end;
			k = other;
		}
		else if (a.at[i++] != b.at[k++])
			return false;
		i = skip_spaces(a, i);
		k = skip_spaces(b, k);
	}
	return i == a.len && k == b.len;
}

/* The same, of which nearly all lines are told by their first byte. */
static inline bool
same_but_numbers(const Text *t, uint32_t line, Str like)
{
	char first = t->clean.at[t->lines[line].start];

	return (first == like.at[0] || (is_digit(first) && is_digit(like.at[0]))) &&
	       are_same(line_text(t, line), like);
}

/* A text's last number; its length is 0: it holds none. */
static Str
last_number(Str s)
{
	uint32_t start;

	while (s.len > 0 && !is_digit(s.at[s.len - 1]))
		s.len--;
	for (start = s.len; start > 0 && is_digit(s.at[start - 1]);)
		start--;
	return (Str){s.at + start, s.len - start};
}

/* "3 de 10", "3/10": what stands before how many pages there are; else NO_STR. */
static Str
before_total(Str s, Str total)
{
	Str before = str_trim((Str){s.at, (uint32_t) (total.at - s.at)});
	uint32_t len = before.len > 0 && before.at[before.len - 1] == '/'                   ? 1
	               : before.len > 1 && memcmp(before.at + before.len - 2, "de", 2) == 0 ? 2
	                                                                                    : 0;

	before = str_trim((Str){before.at, before.len - len});
	return len > 0 && before.len > 0 && is_digit(before.at[before.len - 1]) ? before : NO_STR;
}

/* The first number, or the last that is no total, of up to four digits, in a line; -1: none. */
static int
number_in(Str s, bool last)
{
	uint32_t start = 0;
	Str number = last_number(s);
	Str before = before_total(s, number);

	if (last)
		return bare_number(before.len > 0 ? last_number(before) : number);
	while (start < s.len && !is_digit(s.at[start]))
		start++;
	return bare_number((Str){s.at + start, skip_digits(s, start) - start});
}

static bool
has_words(Str s)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < s.len && count < RUN_BYTES; i++)
		count += s.at[i] != ' ' && !is_digit(s.at[i]);
	return count == RUN_BYTES;
}

/* Is a line another page's: the same but for the page's number, if it is not all number? */
static inline bool
runs_as(const Text *t, uint32_t line, Str like)
{
	return same_but_numbers(t, line, like) &&
	       (has_words(like) || str_equal(line_text(t, line), like));
}

/*
 * Lines that are like one of the text's first (or of its last, going back), each one's
 * number that of the one before and `by` more.
 */
typedef struct Run
{
	uint32_t *lines; /* NO_LINE: two have that number */
	uint32_t count;
	uint32_t span; /* lines from the first to the last */
	int number;    /* of the last */
} Run;

static Run
run_from(const Text *t, Arena *work, uint32_t first, bool back, bool last, int by)
{
	uint32_t lines = back ? first : t->line_count - 1 - first; /* behind it */
	Str like = line_text(t, first);
	Run run = {.lines = arena_alloc(work, (t->line_count / PAGE_LINES + 2) * sizeof(uint32_t)),
	           .count = 1,
	           .number = number_in(like, last)};

	if (!run.lines)
		return (Run){0};
	run.lines[0] = first;
	for (uint32_t i = 1; i <= lines && arena_may_go_on_at(work, i, LINES_ASK); i++)
	{
		uint32_t line = back ? first - i : first + i;
		int number;

		if (!same_but_numbers(t, line, like))
			continue;
		number = number_in(line_text(t, line), last);
		/* the last page may be a short one */
		if (number == run.number + by && i - run.span >= (back && run.count == 1 ? 1 : PAGE_LINES))
		{
			run.lines[run.count++] = line;
			run.span = i;
			run.number = number;
		}
		else if (number == run.number && run.count > 1)
			run.lines[run.count - 1] = NO_LINE;
	}
	return run;
}

/* Does a run go on to the text's other end, as far as its pages are of one length? */
static bool
runs_through(const Text *t, const Run *run)
{
	return run->count > 1 &&
	       t->line_count - run->span <= 3 * (run->span / (run->count - 1)) + PAGE_LINES;
}

static void
mark_run(Text *t, const Run *run)
{
	for (uint32_t i = 0; i < run->count; i++)
		if (run->lines[i] != NO_LINE)
			t->lines[run->lines[i]].furniture = true;
}

/* Does a line begin or end with a number, in dashes perhaps? */
static bool
is_counter(Str s)
{
	char first = s.at[0];
	char last = s.at[s.len - 1];

	return is_digit(first) || is_digit(last) || first == '-' || last == '-';
}

/*
 * Marks what counts the pages from a line of the first one on, or from one of the last
 * back; bare numbers only where nothing else parts the pages.
 */
static void
mark_count(Text *t, Arena *work, bool paged, uint32_t line, bool back, bool last)
{
	int number = number_in(line_text(t, line), last);
	Run run;

	if ((back ? number < 3 : number != 1) || (paged && !has_words(line_text(t, line))) ||
	    !is_counter(line_text(t, line)) || t->lines[line].furniture)
		return;
	run = run_from(t, work, line, back, last, back ? -1 : 1);
	if ((!back || run.number == 1) && runs_through(t, &run))
		mark_run(t, &run);
}

/* "1", "Hoja 1", "1 de 7" among the first lines; the like among the last ones. */
static void
mark_counts(Text *t, Arena *work, bool paged)
{
	for (uint32_t k = 0; k < EDGE_LINES && k < t->line_count; k++)
		for (int last = 0; last < 2; last++)
		{
			mark_count(t, work, paged, k, false, last);
			mark_count(t, work, paged, t->line_count - 1 - k, true, last);
		}
}

/* Is there one line of a run on each page, with the page's number? */
static bool
counts_pages(const Text *t, const Run *run)
{
	uint32_t page = 0;
	uint32_t next = 0;

	for (uint32_t i = 0; i < t->line_count; i++)
	{
		page += i > 0 && t->lines[i].after_page;
		if (next < run->count && run->lines[next] == i && next++ != page)
			return false;
	}
	return page > 1 && next == page + 1;
}

/* "Folio N° 1" on the first of some pages: blocks may put what counts them anywhere. */
static void
mark_folios(Text *t, Arena *work)
{
	uint32_t end = next_page_line(t, 1, t->line_count);
	uint32_t tried = 0;

	for (uint32_t i = 0; i < end && tried < FOLIOS_MAX; i++)
	{
		Str s = line_text(t, i);
		Run run;

		if (t->lines[i].furniture || number_in(s, true) != 1 || !has_words(s) || !is_counter(s))
			continue;
		tried++;
		run = run_from(t, work, i, false, true, 1);
		if (counts_pages(t, &run))
			mark_run(t, &run);
	}
}

/* The text's first line, if it stands on pages that nothing else parts. */
static void
mark_heads(Text *t, Arena *work)
{
	Run heads = run_from(t, work, 0, false, true, 0);

	if (heads.count > 2 && has_words(line_text(t, 0)) && runs_through(t, &heads))
		mark_run(t, &heads);
}

/* Where a page ends and the next one begins: the lines [end, start) are furniture. */
typedef struct Edge
{
	uint32_t end;
	uint32_t start;
} Edge;

typedef struct Edges
{
	Edge *list;     /* the text's two ends among them, */
	uint32_t count; /* unless there is no line, or no leave to go on */
} Edges;

static Edges
find_edges(const Text *t, Arena *work, bool paged)
{
	Edges edges = {0};
	uint32_t capacity = 0;
	uint32_t start = 0;

	for (uint32_t i = 0; i <= t->line_count && arena_may_go_on_at(work, i, LINES_ASK); i++)
	{
		uint32_t end = i;

		if (i > 0 && i < start) /* a page of nothing but furniture */
			continue;
		if (i > 0 && i < t->line_count &&
		    !(paged ? t->lines[i].after_page : t->lines[i].furniture && !t->lines[i - 1].furniture))
			continue;
		while (end > start && t->lines[end - 1].furniture)
			end--;
		start = skip_furniture(t, i, t->line_count);
		if (!arena_grow(work, (void **) &edges.list, edges.count, &capacity, sizeof(Edge)))
			return (Edges){0};
		edges.list[edges.count++] = (Edge){end, start};
	}
	return work->failed ? (Edges){0} : edges;
}

/* The page below an edge, or above it: from the first Edge's start to the second one's end. */
static const Edge *
page_at(const Edges *edges, uint32_t edge, bool below)
{
	return &edges->list[below ? edge : edge - 1];
}

/* The line of that page that is so far from the edge; NO_LINE: none. */
static uint32_t
edge_line(const Edges *edges, uint32_t edge, bool below, uint32_t distance)
{
	const Edge *page = page_at(edges, edge, below);

	if (distance >= page[1].end - page[0].start)
		return NO_LINE;
	return below ? page[0].start + distance : page[1].end - 1 - distance;
}

/*
 * So many lines from an edge a running line may stand: nearer to it than to the page's
 * other.  Two pages may end with the same words by chance.
 */
static uint32_t
edge_reach(const Edges *edges, uint32_t edge, bool below)
{
	const Edge *page = page_at(edges, edge, below);
	uint32_t half = (page[1].end - page[0].start + 1) / 2;
	uint32_t most = edges->count > 3 ? EDGE_LINES : 1;

	return half < most ? half : most;
}

/* The line like one that is within so many of an edge; NO_LINE: none. */
static uint32_t
line_at_edge(const Text *t, const Edges *edges, uint32_t edge, bool below, uint32_t reach, Str like)
{
	for (uint32_t k = 0; k < reach; k++)
	{
		uint32_t line = edge_line(edges, edge, below, k);

		if (line == NO_LINE || runs_as(t, line, like))
			return line;
	}
	return NO_LINE;
}

static bool
is_running(const Text *t, Arena *work, const Edges *edges, uint32_t edge, bool below, Str like)
{
	uint32_t sides = edges->count - 1;
	uint32_t misses = 0;
	uint32_t hits;
	uint32_t lines = 0;

	for (uint32_t i = !below; i < sides + !below && misses * 3 <= sides; i++)
		if (line_at_edge(t, edges, i, below, edge_reach(edges, i, below), like) == NO_LINE)
			misses++;
	hits = sides - misses;
	if (hits < 2 || misses * 3 > sides)
		return false;
	/* a title page may lack it, but then few others do, as they lack the head of a table */
	if (edge != (below ? 0 : sides) && (hits < 3 || (misses > 1 && misses * 5 > sides)))
		return false;
	for (uint32_t i = 0; i < t->line_count && arena_may_go_on_at(work, i, LINES_ASK); i++)
		lines += runs_as(t, i, like);
	return lines <= hits + hits / 2;
}

/*
 * Marks the lines beside an edge that stand there on nearly all pages, and hardly
 * elsewhere; blocks may put them farther from it.  True: there were some.
 */
static bool
mark_running(Text *t, Arena *work, const Edges *edges, uint32_t edge, bool below)
{
	bool marked = false;

	for (uint32_t k = 0; k < edge_reach(edges, edge, below); k++)
	{
		uint32_t line = edge_line(edges, edge, below, k);
		Str like = line_text(t, line);

		/* one of a page is enough */
		if (t->lines[line].furniture || line_at_edge(t, edges, edge, below, k, like) != NO_LINE ||
		    !is_running(t, work, edges, edge, below, like))
			continue;
		marked = t->lines[line].furniture = true;
		for (uint32_t i = !below; i + below < edges->count; i++)
		{
			uint32_t same = line_at_edge(t, edges, i, below, UINT32_MAX, like);

			if (same != NO_LINE)
				t->lines[same].furniture = true;
		}
	}
	return marked;
}

static bool
mark_all_running(Text *t, Arena *work, const Edges *edges)
{
	bool marked = mark_running(t, work, edges, 0, true);

	marked |= mark_running(t, work, edges, 1, true);
	marked |= mark_running(t, work, edges, 1, false);
	return mark_running(t, work, edges, edges->count - 1, false) || marked;
}

#define OFFSETS 9 /* page numbers may begin some pages before or after the text's first */

/*
 * Bare numbers at a side of the edges are page numbers where they count the pages:
 * a figure of a table may stand there too.
 */
static void
mark_page_numbers(Text *t, const Edges *edges, bool below)
{
	uint32_t votes[2 * OFFSETS + 1] = {0};
	int best = 0;

	for (int pass = 0; pass < 2; pass++)
	{
		for (uint32_t i = !below; i + below < edges->count; i++)
		{
			uint32_t line = edge_line(edges, i, below, 0);
			int number = line != NO_LINE ? bare_number(line_text(t, line)) : -1;
			int offset = number - (int) (i + below) + OFFSETS;

			if (number < 0 || offset < 0 || offset > 2 * OFFSETS)
				continue;
			if (pass == 0)
				votes[offset]++;
			else if (offset == best)
				t->lines[line].furniture = true;
		}
		for (int o = 0; o <= 2 * OFFSETS; o++)
			if (votes[o] > votes[best])
				best = o;
		if (votes[best] < 2)
			return;
	}
}

/* ---- Tops of letters ---- */

/* Does a line hold these letters, in their order, from *at on, which is moved behind them? */
static bool
holds_letters(Str line, Str letters, uint32_t *at)
{
	uint32_t len;

	for (uint32_t i = 0; i < letters.len; i = skip_spaces(letters, i + len))
	{
		const char *found;

		len = tall_letter(letters, i);
		found = memmem(line.at + *at, line.len - *at, letters.at + i, len);
		if (!found)
			return false;
		*at = (uint32_t) (found - line.at) + len;
	}
	return true;
}

/*
 * Accents, and "$", rise above a page's edge where a page begins close to it: they
 * are printed once more, with their letters, at the end of the page before.  Marks
 * the lines [line, end) if all that is not furniture among them is such letters of
 * line `end`.
 */
static void
mark_letter_tops(Text *t, uint32_t line, uint32_t end)
{
	uint32_t at = 0;

	for (uint32_t i = line; i < end; i++)
		if (!t->lines[i].furniture && !holds_letters(line_text(t, end), line_text(t, i), &at))
			return;
	for (uint32_t i = line; i < end; i++)
		t->lines[i].furniture = true;
}

static void
mark_all_letter_tops(Text *t, Arena *work, bool paged)
{
	uint32_t end;

	for (uint32_t i = 0; i < t->line_count && arena_may_go_on_at(work, i, LINES_ASK); i = end)
	{
		end = i + 1;
		if (!is_tall((unsigned char) t->clean.at[t->lines[i].start]) || t->lines[i].furniture ||
		    !are_lone_letters(line_text(t, i)))
			continue;
		while (end < t->line_count &&
		       (t->lines[end].furniture || are_lone_letters(line_text(t, end))))
			end++;
		if (end < t->line_count && (t->lines[end].after_page || !paged))
			mark_letter_tops(t, i, end);
	}
}

void
mark_furniture(Text *t, Arena *work)
{
	bool paged = next_page_line(t, 1, t->line_count) < t->line_count;
	Edges edges;

	mark_lines(t, work);
	mark_companions(t, work);
	mark_titles(t, work);
	keep_title(t);
	mark_counts(t, work, paged);
	if (paged)
		mark_folios(t, work);
	edges = find_edges(t, work, paged);
	if (edges.count == 2)
		mark_heads(t, work);
	for (int k = 0; k < EDGE_LINES && edges.count > 2 && mark_all_running(t, work, &edges); k++)
		edges = find_edges(t, work, paged); /* others stand behind them */
	mark_page_numbers(t, &edges, true);
	mark_page_numbers(t, &edges, false);
	keep_title(t); /* which may stand on all pages too */
	for (uint32_t i = 1; i < t->line_count && arena_may_go_on_at(work, i, LINES_ASK); i++)
		if (t->lines[i - 1].furniture)
			t->lines[i].after_page = true;
	mark_all_letter_tops(t, work, paged);
}
