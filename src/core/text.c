/*
 * text.c
 *		Cutting the clean text into lines.
 *
 * src/core/text.c
 */
#include "text.h"
#include "clean.h"
#include "furniture.h"

#include <string.h>

#define LINES_ASK 4096 /* one of so many lines asks for leave to go on */
#define BYTES_ASK (1u << 18)

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

Str
line_text(const Text *t, uint32_t i)
{
	return (Str){t->clean.at + t->lines[i].start, t->lines[i].end - t->lines[i].start};
}

uint32_t
next_page_line(const Text *text, uint32_t line, uint32_t end)
{
	while (line < end && !text->lines[line].after_page)
		line++;
	return line;
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
