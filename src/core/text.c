/*
 * text.c
 *		Cutting the clean text into lines, and telling what of it is page
 *		furniture.
 *
 * src/core/text.c
 */
#include "text.h"
#include "clean.h"

#include <string.h>

#define HEADER_LINES 12   /* among which the title stands */
#define LINES_ASK    4096 /* one of so many lines asks for leave to go on */
#define BYTES_ASK    (1u << 18)
#define TITLE        "informededetalledeprogramassociales"
#define CLOSING      "cierreal"
#define PAGE_TITLE   "informededetalle" /* as a browser prints it on each page */

typedef struct LineCutter
{
	Text *text;
	Arena *arena;
	uint32_t capacity;
	uint32_t gaps; /* lines with a wide gap inside */
	bool blank;    /* an empty line was just passed */
	bool page;     /* a form feed was just passed */
} LineCutter;

static bool
is_blank(char c)
{
	return c == ' ' || c == '\r' || c == '\f' || c == '\v';
}

static inline bool
begins_gap(const char *s)
{
	return (s[0] == ' ') & (s[1] == ' ') & (s[2] == ' ') & (s[3] == ' ');
}

static bool
any_gap(const char *s)
{
	unsigned char gaps[STRIDE];

	for (int i = 0; i < STRIDE; i++)
		gaps[i] = begins_gap(s + i);
	return any_flag(gaps);
}

/* Do four spaces stand in a row? */
static bool
has_gap(const char *s, uint32_t len)
{
	uint32_t places = len > 3 ? len - 3 : 0;
	uint32_t at = 0;

	for (; places - at >= STRIDE; at += STRIDE)
		if (any_gap(s + at))
			return true;
	if (places >= STRIDE) /* some of them once more */
		return any_gap(s + places - STRIDE);
	for (; at < places; at++)
		if (begins_gap(s + at))
			return true;
	return false;
}

/* Adds the line between start and end, which hold no line feed. */
static void
add_line(LineCutter *cutter, uint32_t start, uint32_t end)
{
	Text *t = cutter->text;
	const char *s = t->clean.at;
	uint32_t from = start;
	Line line = {0};

	while (from < end && (is_blank(s[from]) || (s[from] == '\t' && !t->cells_kept)))
		if (s[from++] == '\f')
		{
			cutter->page = true;
			start = from;
		}
	while (end > from && (is_blank(s[end - 1]) || s[end - 1] == '\t'))
		end--;
	if (from == end)
	{
		cutter->blank = true;
		return;
	}
	line.start = from;
	line.end = end;
	line.indent = (uint16_t) (from - start < UINT16_MAX ? from - start : UINT16_MAX);
	line.after_blank = cutter->blank || t->line_count == 0;
	line.after_page = cutter->page;
	cutter->blank = cutter->page = false;
	cutter->gaps += !t->cells_kept && has_gap(s + from, end - from);
	if (arena_grow(cutter->arena, (void **) &t->lines, t->line_count, &cutter->capacity,
	               sizeof(Line)))
		t->lines[t->line_count++] = line;
}

/* ---- Furniture ---- */

static uint32_t
skip_digits(Str s, uint32_t at)
{
	while (at < s.len && s.at[at] >= '0' && s.at[at] <= '9')
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
	if (s.at[0] >= '0' && s.at[0] <= '9')
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

Str
line_text(const Text *t, uint32_t i)
{
	return (Str){t->clean.at + t->lines[i].start, t->lines[i].end - t->lines[i].start};
}

/* May a line beginning with this byte be furniture?  Nearly none may. */
static bool
may_be_furniture(unsigned char c)
{
	return (c >= '0' && c <= '9') || c == 'P' || c == 'p' || c == 'I' || c == 'i' || c == 'f' ||
	       c == 'h';
}

static bool
is_page_mark(Str s)
{
	return is_page_number(s) || is_print_time(s) || is_page_address(s);
}

/*
 * A title or an address is furniture only beside a page's mark: alone it may
 * be the report's title, or a website.  Is it the browser's title?
 */
static bool
mark_companion(Text *t, uint32_t mark, uint32_t i)
{
	Str s = line_text(t, i);

	if (i != mark && !t->lines[i].furniture &&
	    (squeezed_equal(s, TITLE) || squeezed_equal(s, PAGE_TITLE) ||
	     (is_url(s) && !memchr(s.at, ' ', s.len) && is_page_count(line_text(t, mark), 0, true))))
		t->lines[i].furniture = true;
	return i != mark && t->lines[i].furniture && squeezed_equal(s, PAGE_TITLE);
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

static bool
ends_page(const Text *t, uint32_t line)
{
	return line + 1 == t->line_count || t->lines[line + 1].after_page ||
	       t->lines[line + 1].furniture;
}

#define OFFSETS 9 /* page numbers may begin some pages before or after the text's first */

/*
 * Bare numbers at the end of pages are page numbers where they count the
 * pages: a figure of a table may stand there too.
 */
static void
mark_page_numbers(Text *t, Arena *work)
{
	uint32_t votes[2 * OFFSETS + 1] = {0};
	int best = 0;

	for (int pass = 0; pass < 2; pass++)
	{
		int page = 1;

		for (uint32_t i = 0; i < t->line_count && arena_may_go_on_at(work, i, LINES_ASK); i++)
		{
			int number, offset;

			if (t->lines[i].furniture || !ends_page(t, i))
				continue;
			number = bare_number(line_text(t, i));
			offset = number - page++ + OFFSETS;
			if (number < 0 || offset < 0 || offset > 2 * OFFSETS)
				continue;
			if (pass == 0)
				votes[offset]++;
			else if (offset == best)
				t->lines[i].furniture = true;
		}
		for (int o = 0; o <= 2 * OFFSETS; o++)
			if (votes[o] > votes[best])
				best = o;
		if (votes[best] < 2)
			return;
	}
}

/* Marks what is furniture by its own words: page marks, and titles on top of later pages. */
static void
mark_lines(Text *t, Arena *work)
{
	for (uint32_t i = 0; i < t->line_count && arena_may_go_on_at(work, i, LINES_ASK); i++)
	{
		Str s = line_text(t, i);

		if (!may_be_furniture((unsigned char) s.at[0]))
			continue;
		t->lines[i].furniture = is_page_mark(s) || (i > 0 && squeezed_equal(s, TITLE));
	}
}

/* Blocks may part a title from the mark beside which it is printed on other pages. */
static void
mark_titles(Text *t, Arena *work)
{
	for (uint32_t i = 1; i < t->line_count && arena_may_go_on_at(work, i, LINES_ASK); i++)
		if (t->clean.at[t->lines[i].start] == 'I')
			t->lines[i].furniture |= squeezed_equal(line_text(t, i), PAGE_TITLE);
}

static void
mark_companions(Text *t, Arena *work)
{
	bool titled = false;

	for (uint32_t i = 0; i < t->line_count && arena_may_go_on_at(work, i, LINES_ASK); i++)
	{
		if (!t->lines[i].furniture || !is_page_mark(line_text(t, i)))
			continue;
		for (uint32_t near = i >= 2 ? i - 2 : 0; near <= i + 2 && near < t->line_count; near++)
			titled |= mark_companion(t, i, near);
	}
	if (titled)
		mark_titles(t, work);
}

uint32_t
next_page_line(const Text *text, uint32_t line, uint32_t end)
{
	while (line < end && !text->lines[line].after_page)
		line++;
	return line;
}

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
mark_all_letter_tops(Text *t, Arena *work)
{
	bool paged = next_page_line(t, 1, t->line_count) < t->line_count;
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

static void
mark_furniture(Text *t, Arena *work)
{
	mark_lines(t, work);
	mark_companions(t, work);
	keep_title(t);
	mark_page_numbers(t, work);
	for (uint32_t i = 1; i < t->line_count && arena_may_go_on_at(work, i, LINES_ASK); i++)
		if (t->lines[i - 1].furniture)
			t->lines[i].after_page = true;
	mark_all_letter_tops(t, work);
}

bool
text_read(Str source, bool mapped, Arena *arena, Arena *work, Text *text, Error *error)
{
	LineCutter cutter = {.text = text, .arena = work, .blank = true};
	BoldMarks bold;
	uint32_t marked = 0; /* of the bold marks, those before the line */
	uint32_t lines = 0;  /* since leave to go on was asked for, */
	uint32_t asked = 0;  /* here */
	uint32_t at = 0;

	memset(text, 0, sizeof(Text));
	text->source = source;
	text->mapped = mapped;
	if (!clean_text(text, &bold, arena, work, error))
		return false;
	while (at < text->clean.len && !work->failed)
	{
		const char *nl = memchr(text->clean.at + at, '\n', text->clean.len - at);
		uint32_t end = nl ? (uint32_t) (nl - text->clean.at) : text->clean.len;
		uint32_t before = text->line_count;

		add_line(&cutter, at, end);
		if (text->line_count > before)
		{
			while (marked < bold.count && bold.at[marked] < text->lines[before].start)
				marked++;
			text->lines[before].bold =
			    marked < bold.count && bold.at[marked] == text->lines[before].start;
		}
		at = end + 1;
		if (++lines < LINES_ASK && at - asked < BYTES_ASK)
			continue;
		if (!arena_may_go_on(work))
			break;
		lines = 0;
		asked = at;
	}
	if (work->failed)
		return arena_error(work, error);
	text->positioned = !text->cells_kept && cutter.gaps * 20 > text->line_count;
	mark_furniture(text, work);
	return !work->failed || arena_error(work, error);
}
