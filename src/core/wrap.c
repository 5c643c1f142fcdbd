/*
 * wrap.c
 *		Where a cell's lines were wrapped.
 *
 * src/core/wrap.c
 */
#include "wrap.h"
#include "reader.h"

#include <string.h>

/* The printed widths of characters; 0: as most are. */
static const uint8_t printed_widths[256] = {
    [' '] = 5,  ['.'] = 5,  [','] = 5,  [':'] = 5,  [';'] = 5,  ['\''] = 5, ['!'] = 5,
    ['|'] = 5,  ['('] = 6,  [')'] = 6,  ['['] = 6,  [']'] = 6,  ['/'] = 5,  ['-'] = 6,
    ['i'] = 5,  ['j'] = 5,  ['l'] = 5,  ['t'] = 6,  ['f'] = 6,  ['r'] = 6,  ['I'] = 6,
    ['c'] = 9,  ['k'] = 9,  ['s'] = 8,  ['v'] = 9,  ['x'] = 9,  ['y'] = 9,  ['z'] = 9,
    ['m'] = 15, ['w'] = 13, ['M'] = 15, ['W'] = 16, ['%'] = 15, ['@'] = 15,
};

Width
wrap_width(Str s)
{
	Width width = {0, 0};

	for (uint32_t i = 0; i < s.len; i++)
	{
		unsigned char c = (unsigned char) s.at[i];

		if ((c & 0xC0) == 0x80)
			continue; /* the rest of a character */
		width.characters++;
		width.printed += printed_widths[c] ? printed_widths[c] : c >= 'A' && c <= 'Z' ? 12 : 10;
	}
	return width;
}

Width
wrap_wider(Width a, Width b)
{
	return (Width){a.printed > b.printed ? a.printed : b.printed,
	               a.characters > b.characters ? a.characters : b.characters};
}

bool
wrap_exceeds(Width a, Width b, Width margin)
{
	return a.printed > b.printed + margin.printed &&
	       a.characters > b.characters + margin.characters;
}

LineWidth
wrap_measure(Str line)
{
	const char *space = line.len > 0 ? memchr(line.at, ' ', line.len) : NULL;
	Str word = {line.at, space ? (uint32_t) (space - line.at) : line.len};

	return (LineWidth){wrap_width(line), wrap_width(word)};
}

bool
wrap_is_early(LineWidth before, LineWidth line, Width width)
{
	return before.whole.printed + printed_widths[' '] + line.word.printed + WRAP_SLACK.printed <=
	           width.printed &&
	       before.whole.characters + 1 + line.word.characters + WRAP_SLACK.characters <=
	           width.characters;
}

Width
wrap_widest(const Text *t, uint32_t from, uint32_t to)
{
	Width widest = {0, 0};

	for (; from < to; from++)
		if (!t->lines[from].furniture)
			widest = wrap_wider(widest, wrap_width(line_text(t, from)));
	return widest;
}

bool
wrap_is_cell(const Text *t, uint32_t from, uint32_t to, Width width)
{
	LineWidth before = {{0, 0}, {0, 0}};

	for (uint32_t i = from; i < to; i++)
	{
		LineWidth line = wrap_measure(line_text(t, i));

		if (i > from && wrap_is_early(before, line, width))
			return false;
		before = line;
	}
	return true;
}
