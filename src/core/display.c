/*
 * display.c
 *		Columns of a terminal, by what ICU knows of each character.
 *
 * src/core/display.c
 */
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "display.h"

/* ---- Characters ---- */

static bool
is_space(UChar32 c)
{
	return c <= ' ' || u_charType(c) == U_CONTROL_CHAR || u_isUWhiteSpace(c);
}

static bool
is_unseen(UChar32 c)
{
	return c > 0x7F && u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/* Vowels and final consonants of Korean join the consonant before them. */
static bool
joins_syllable(UChar32 c)
{
	int32_t type = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);

	return type == U_HST_VOWEL_JAMO || type == U_HST_TRAILING_JAMO;
}

static uint32_t
character_width(UChar32 c)
{
	int32_t width;

	if (c < 0x300) /* the first mark */
		return 1;
	if ((U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0 || is_unseen(c) ||
	    joins_syllable(c))
		return 0;
	width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
	return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/* The character at *at, which is moved past it. */
static UChar32
next_character(Str text, uint32_t *at)
{
	UChar32 c;

	U8_NEXT_OR_FFFD((const uint8_t *) text.at, *at, text.len, c);
	return c;
}

uint32_t
display_width(Str text)
{
	uint32_t width = 0;

	for (uint32_t at = 0; at < text.len;)
		width += character_width(next_character(text, &at));
	return width;
}

/* ---- One line ---- */

/* Of a longer text, more than this many bytes for each column are not looked at. */
#define BYTES_PER_COLUMN 16

typedef struct Line
{
	char *at;
	uint32_t len;
	uint32_t width;
	bool gap;      /* a space is due before the next character */
	uint32_t kept; /* the length up to which an ellipsis still fits */
} Line;

/* False: there is no room for it. */
static bool
append(Line *line, Str character, uint32_t width, uint32_t columns)
{
	uint32_t gap = line->gap && line->len > 0;

	if (line->width + gap + width > columns)
		return false;
	if (gap)
		line->at[line->len++] = ' ';
	line->gap = false;
	memcpy(line->at + line->len, character.at, character.len);
	line->len += character.len;
	line->width += gap + width;
	return true;
}

Str
display_line(Str text, uint32_t columns, Str ellipsis, Arena *arena)
{
	uint32_t room = columns - display_width(ellipsis);
	Line line = {.len = 0};
	bool cut;

	text = str_trim(text);
	cut = text.len / BYTES_PER_COLUMN > columns;
	if (cut)
		text.len = utf8_prefix((Str){text.at, columns * BYTES_PER_COLUMN});
	line.at = arena_alloc(arena, text.len + ellipsis.len + 1);
	if (line.at == NULL)
		return NO_STR;
	for (uint32_t at = 0, start = 0; at < text.len; start = at)
	{
		UChar32 c = next_character(text, &at);

		if (is_unseen(c))
			continue;
		if (is_space(c))
			line.gap = true;
		else if (!append(&line, (Str){text.at + start, at - start}, character_width(c), columns))
		{
			cut = true;
			break;
		}
		else if (line.width <= room)
			line.kept = line.len;
	}
	if (cut)
	{
		memcpy(line.at + line.kept, ellipsis.at, ellipsis.len);
		line.len = line.kept + ellipsis.len;
	}
	return (Str){line.at, line.len};
}

/* ---- Several lines ---- */

Str
display_take_line(Str *text, uint32_t columns)
{
	Str line = {text->at, 0};
	uint32_t width = 0;
	uint32_t at = 0;

	while (at < text->len)
	{
		uint32_t start = at;
		UChar32 c = next_character(*text, &at);

		width += character_width(c);
		if (c == ' ')
			line.len = start;
		if (width <= columns || start == 0)
			continue;
		if (line.len == 0)
			line.len = start;
		text->at += line.len;
		text->len -= line.len;
		*text = str_trim(*text);
		return line;
	}
	line.len = text->len;
	*text = NO_STR;
	return line;
}
