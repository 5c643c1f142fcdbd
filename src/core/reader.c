/*
 * reader.c
 *		What the readers of fields and tables share.
 *
 * src/core/reader.c
 */
#include "reader.h"

#include <string.h>

#define LONG_PIECE (1u << 18) /* bytes, to look at which takes time */
#define PLACES_ASK 4096       /* one of so many lines or claims asks for leave to go on */

void
claim_stretch(Reader *r, uint32_t start, uint32_t end, TraceKind kind, FieldId field)
{
	if (!arena_may_go_on_at(r->work, r->claim_count, PLACES_ASK))
		return;
	if (start < end && arena_grow(r->work, (void **) &r->claims, r->claim_count, &r->claim_capacity,
	                              sizeof(Claim)))
		r->claims[r->claim_count++] = (Claim){start, end, kind, field};
}

void
claim(Reader *r, Place from, Place to, TraceKind kind, FieldId field)
{
	for (uint32_t i = from.line;
	     i <= to.line && i < r->text->line_count && arena_may_go_on_at(r->work, i, PLACES_ASK); i++)
	{
		const Line *line = &r->text->lines[i];
		uint32_t start = i == from.line && from.at > line->start ? from.at : line->start;
		uint32_t end = i == to.line && to.at < line->end ? to.at : line->end;

		if (!line->furniture)
			claim_stretch(r, start, end, kind, field);
	}
}

Place
line_place(const Text *text, uint32_t line)
{
	if (line >= text->line_count)
		return (Place){text->line_count, text->clean.len};
	return (Place){line, text->lines[line].start};
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\v' || c == '\r' || c == '\f';
}

bool
skip_to_visible(const Text *text, Place *place, uint32_t end_line)
{
	for (; place->line < end_line; *place = line_place(text, place->line + 1))
	{
		const Line *line = &text->lines[place->line];

		if (line->furniture)
			continue;
		while (place->at < line->end && is_space(text->clean.at[place->at]))
			place->at++;
		if (place->at < line->end)
			return true;
	}
	return false;
}

Str
last_word(Str s, Str *before)
{
	uint32_t at;

	s = str_trim(s);
	for (at = s.len; at > 0 && s.at[at - 1] != ' '; at--)
		;
	*before = str_trim((Str){s.at, at});
	return (Str){s.at + at, s.len - at};
}

bool
ends_sentence(Str s)
{
	return s.len > 0 && (strchr(".:!?)", s.at[s.len - 1]) ||
	                     (s.len >= 3 && memcmp(s.at + s.len - 3, "…", 3) == 0));
}

bool
breaks_off(Str s)
{
	static const char *const tails[] = {" de", " del", " la",   " las", " los", " y",
	                                    " e",  " el",  " para", " en",  ","};

	for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++)
	{
		size_t len = strlen(tails[i]);

		if (s.len >= len && memcmp(s.at + s.len - len, tails[i], len) == 0)
			return true;
	}
	return false;
}

/* "- ", "• ", "a) ", "1) ": an item of a list begins here. */
static bool
is_bullet(Str s)
{
	if (s.len > 4 && memcmp(s.at, "• ", 4) == 0)
		return true;
	return s.len > 3 && ((s.at[0] == '-' && s.at[1] == ' ') || (s.at[1] == ')' && s.at[2] == ' '));
}

static bool
is_lower(unsigned char c, unsigned char after)
{
	return (c >= 'a' && c <= 'z') || (c == 0xC3 && after >= 0x9F);
}

/* What stands between two lines that are joined. */
static const char *
joint(Str before, Str after)
{
	bool cut = before.len > 1 && before.at[before.len - 1] == '-' &&
	           before.at[before.len - 2] != ' ' && after.len > 1 &&
	           is_lower((unsigned char) after.at[0], (unsigned char) after.at[1]);

	if (is_bullet(after))
		return "\n";
	return cut ? "" : " ";
}

/* Two spaces in a row, or white space of another kind. */
static inline bool
is_untidy(const char *s)
{
	return ((unsigned char) (s[0] - '\t') <= '\r' - '\t') | ((s[0] == ' ') & (s[1] == ' '));
}

static bool
any_untidy(const char *s)
{
	unsigned char untidy[STRIDE];

	for (int i = 0; i < STRIDE; i++)
		untidy[i] = is_untidy(s + i);
	return any_flag(untidy);
}

/* Does s, which is trimmed and on one line, need no more than being pointed at? */
static bool
is_tidy(Str s)
{
	uint32_t pairs = s.len - 1;
	uint32_t i = 0;

	for (; pairs - i >= STRIDE; i += STRIDE)
		if (any_untidy(s.at + i))
			return false;
	if (pairs >= STRIDE) /* some of them once more */
		return !any_untidy(s.at + pairs - STRIDE);
	for (; i < pairs; i++)
		if (is_untidy(s.at + i))
			return false;
	return true;
}

/* Appends s to out with each run of white space as one space. */
static uint32_t
append_tidy(Reader *r, char *out, uint32_t len, Str s)
{
	bool space = false;

	if (s.len > 0 && is_tidy(s))
	{
		for (; s.len > LONG_PIECE && arena_may_go_on(r->work); len += LONG_PIECE)
		{
			memcpy(out + len, s.at, LONG_PIECE);
			s = (Str){s.at + LONG_PIECE, s.len - LONG_PIECE};
		}
		if (r->work->failed)
			return len;
		memcpy(out + len, s.at, s.len);
		return len + s.len;
	}
	for (uint32_t i = 0; i < s.len; i++)
	{
		if (!arena_may_go_on_at(r->work, i, LONG_PIECE))
			break;
		if (is_space(s.at[i]))
		{
			space = true;
			continue;
		}
		if (space)
			out[len++] = ' ';
		space = false;
		out[len++] = s.at[i];
	}
	return len;
}

/* The piece of a line between two places, trimmed. */
static Str
piece(const Text *t, uint32_t line, Place from, Place to)
{
	uint32_t start = line == from.line ? from.at : t->lines[line].start;
	uint32_t end = line == to.line && to.at < t->lines[line].end ? to.at : t->lines[line].end;

	while (start < end && is_space(t->clean.at[start]))
		start++;
	while (end > start && is_space(t->clean.at[end - 1]))
		end--;
	return (Str){t->clean.at + start, end - start};
}

/* Text that is put together from pieces, copied only where there is more than one. */
typedef struct Joiner
{
	Str before; /* the last piece */
	char *out;
	uint32_t len;
} Joiner;

/* room: what all the pieces together may take */
static bool
join_piece(Reader *r, Joiner *j, Str s, uint32_t room)
{
	if (s.len == 0)
		return true;
	if (s.len >= LONG_PIECE && !arena_may_go_on(r->work))
		return false;
	if (j->before.len == 0 && is_tidy(s))
	{
		j->before = s;
		return true;
	}
	if (!j->out)
	{
		j->out = arena_alloc(r->arena, (size_t) room + 1);
		if (!j->out)
			return false;
		j->len = append_tidy(r, j->out, 0, j->before);
	}
	if (j->before.len > 0)
		for (const char *c = joint(j->before, s); *c; c++)
			j->out[j->len++] = *c;
	j->len = append_tidy(r, j->out, j->len, s);
	j->before = s;
	return true;
}

static Str
joined(const Joiner *j)
{
	return j->out ? (Str){j->out, j->len} : j->before;
}

Str
unwrap_between(Reader *r, Place from, Place to)
{
	const Text *t = r->text;
	uint32_t last = to.line < t->line_count ? to.line : t->line_count - 1;
	Joiner j = {.out = NULL};

	for (uint32_t i = from.line; i <= last && from.line < t->line_count; i++)
		if (!arena_may_go_on_at(r->work, i, PLACES_ASK) ||
		    (!t->lines[i].furniture &&
		     !join_piece(r, &j, piece(t, i, from, to), t->lines[last].end - from.at)))
			return NO_STR;
	return joined(&j);
}

Str
unwrap_pieces(Reader *r, const Piece *pieces, uint32_t count)
{
	Joiner j = {.out = NULL};
	uint32_t room = 0;

	for (uint32_t i = 0; i < count; i++)
		room += pieces[i].end - pieces[i].start + 1;
	for (uint32_t i = 0; i < count; i++)
		if (!join_piece(r, &j, str_trim(piece_text(r->text, pieces[i])), room))
			return NO_STR;
	return joined(&j);
}

Str
unwrap(Reader *r, Place from, uint32_t end_line)
{
	if (from.line >= end_line)
		return NO_STR;
	return unwrap_between(r, from, line_end_place(r->text, end_line - 1));
}

/* The number of tags before an offset. */
static uint32_t
tags_before(const Text *text, uint32_t offset)
{
	uint32_t low = 0;
	uint32_t high = text->tag_count;

	while (low < high)
	{
		uint32_t middle = low + (high - low) / 2;

		if (text->tags[middle] < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint32_t
tags_between(const Text *text, uint32_t start, uint32_t end)
{
	return tags_before(text, end + 1) - tags_before(text, start);
}
