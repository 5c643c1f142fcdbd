/*
 * text.h
 *		A report's text made ready for reading: one spelling of every
 *		character, one way of marking cells, cut into lines.
 *
 * Extractors spell the same page in many ways: NBSP, soft hyphens, ligatures,
 * decomposed accents, "\$", HTML tags, Markdown, tabs for word spaces.  After
 * text_read none of that is left: words are separated by spaces, a TAB is a
 * cell's border and nothing else, and lines know whether they are page
 * furniture.  Nothing else in the parser deals with spelling.
 *
 * src/core/text.h
 */
#ifndef PROGSOC_TEXT_H
#define PROGSOC_TEXT_H

#include <string.h>

#include "core.h"

typedef struct Line
{
	uint32_t start;   /* of its first visible character in the clean text */
	uint32_t end;     /* past its last one; start == end: an empty line */
	uint16_t indent;  /* columns before the first visible character */
	bool after_blank; /* an empty line, or the text's beginning, stands before it */
	bool after_page;  /* a page begins here, or furniture stood before it */
	bool furniture;   /* page number, running header or footer; or taken */
	bool taken;       /* it strayed from another table, which has read it */
	bool bold;        /* the source marks its beginning as bold (Markdown) */
} Line;

/* A stretch of the clean text that stands for a stretch of another length in the source. */
typedef struct TextShift
{
	uint32_t clean;  /* from this offset of the clean text on, */
	uint32_t source; /* the source continues at this offset */
} TextShift;

typedef struct Text
{
	Str clean;
	Str source;
	bool cells_kept; /* TABs mark cells, blank ones too (tab-separated, Markdown, HTML) */
	bool positioned; /* columns are kept by position (pdftotext -layout, txtwrite) */
	bool
	    blocks; /* the cells of a row are blocks of their own, in an order that may not be theirs */
	Line *lines; /* visible lines only, in order */
	uint32_t line_count;
	bool mapped;       /* shifts are wanted */
	TextShift *shifts; /* ascending */
	uint32_t shift_count;
	uint32_t *tags; /* clean offsets at which an HTML tag was taken out */
	uint32_t tag_count;
} Text;

/*
 * The clean text is kept in the arena, all else in its child `work`.  mapped:
 * text_source_offset will be asked.
 */
extern bool text_read(Str source, bool mapped, Arena *arena, Arena *work, Text *text, Error *error);

/* One line's text. */
extern Str line_text(const Text *text, uint32_t line);

/* The first line from here on that is no furniture; `end`: none before that. */
static inline uint32_t
skip_furniture(const Text *text, uint32_t line, uint32_t end)
{
	while (line < end && text->lines[line].furniture)
		line++;
	return line;
}

/* The line behind the block that a line is of: the next one that a blank line parts from it. */
static inline uint32_t
block_end(const Text *text, uint32_t line, uint32_t end)
{
	for (line++; line < end && (text->lines[line].furniture || !text->lines[line].after_blank);)
		line++;
	return line;
}

/* Does a line hold a cell's border? */
static inline bool
has_cells(const Text *text, uint32_t line)
{
	const Line *l = &text->lines[line];

	return memchr(text->clean.at + l->start, '\t', l->end - l->start) != NULL;
}

/* The first line from here on that begins a page; `end`: none before that. */
extern uint32_t next_page_line(const Text *text, uint32_t line, uint32_t end);

/* The offset in the source of an offset in the clean text. */
extern uint32_t text_source_offset(const Text *text, uint32_t clean);

/* ---- Bytes ---- */

/*
 * So many bytes are looked at together: a loop over them that sets a flag for
 * each, without a branch, is a few instructions to a compiler.
 */
#define STRIDE 16

static inline bool
any_flag(const unsigned char flags[STRIDE])
{
	uint64_t halves[2];

	memcpy(halves, flags, STRIDE);
	return (halves[0] | halves[1]) != 0;
}

/* What parts the words of a line. */
static inline bool
is_gap(char c)
{
	return c == ' ' || c == '\t' || c == '\v';
}

/* ---- Letters ---- */

/*
 * Words are compared squeezed: only their letters and digits, lower case and
 * without accents.  Spacing, punctuation, hyphens and line breaks do not count.
 */

/* What a byte is squeezed to; 0: nothing. */
extern const unsigned char squeezed_bytes[256];

/* The same for U+00C0 to U+00FF, by the second byte of their UTF-8 less 0x80. */
extern const unsigned char squeezed_latin[65];

#define SQUEEZED_LATIN 1 /* the first byte of those */

/* The next squeezed character at or after *at, before end, which is moved past it; 0: none. */
static inline unsigned char
squeeze_next(const char *text, uint32_t *at, uint32_t end)
{
	while (*at < end)
	{
		unsigned char c = squeezed_bytes[(unsigned char) text[(*at)++]];

		if (c == SQUEEZED_LATIN)
			c = *at < end ? squeezed_latin[(unsigned char) text[(*at)++] & 0x3F] : 0;
		if (c)
			return c;
	}
	return 0;
}

/* Squeezes all of s into out (at most capacity bytes, no NUL); the length it needs. */
extern uint32_t squeeze(Str s, char *out, uint32_t capacity);

/* Does s, squeezed, equal (or begin with) a squeezed word? */
extern bool squeezed_equal(Str s, const char *squeezed);
extern bool squeezed_prefix(Str s, const char *squeezed, uint32_t *end);

#endif /* PROGSOC_TEXT_H */
