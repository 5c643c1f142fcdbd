/*
 * wrap.c
 *		Where a cell's lines were wrapped.
 *
 * src/core/wrap.c
 */
#include "wrap.h"

#include <string.h>

uint32_t
wrap_width(Str s)
{
	uint32_t width = 0;

	for (uint32_t i = 0; i < s.len; i++)
	{
		unsigned char c = (unsigned char) s.at[i];

		if ((c & 0xC0) == 0x80)
			continue; /* the rest of a character */
		width += strchr(" .,:;'!|()[]/-ijltfrI", c) ? 5
		         : strchr("mwMW%@", c)              ? 15
		         : c >= 'A' && c <= 'Z'             ? 13
		                                            : 10;
	}
	return width;
}

bool
wrap_is_early(Str before, Str line, uint32_t width)
{
	const char *space = line.len > 0 ? memchr(line.at, ' ', line.len) : NULL;
	Str word = {line.at, space ? (uint32_t) (space - line.at) : line.len};

	return wrap_width(before) + wrap_width(STR(" ")) + wrap_width(word) + WRAP_SLACK <= width;
}

static Str
line_at(const Text *t, uint32_t line)
{
	return (Str){t->clean.at + t->lines[line].start, t->lines[line].end - t->lines[line].start};
}

uint32_t
wrap_widest(const Text *t, uint32_t from, uint32_t to)
{
	uint32_t widest = 0;

	for (; from < to; from++)
	{
		uint32_t width = t->lines[from].furniture ? 0 : wrap_width(line_at(t, from));

		if (width > widest)
			widest = width;
	}
	return widest;
}

bool
wrap_is_cell(const Text *t, uint32_t from, uint32_t to, uint32_t width)
{
	for (uint32_t i = from + 1; i < to; i++)
		if (wrap_is_early(line_at(t, i - 1), line_at(t, i), width))
			return false;
	return true;
}
