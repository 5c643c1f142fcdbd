/*
 * wrap.c
 *		Where a cell's lines were wrapped.
 *
 * src/core/wrap.c
 */
#include "wrap.h"
#include "reader.h"

#include <string.h>

#define MOST_WIDTHS 10

/* By how much the printed width of a character differs from most. */
static const int8_t printed_widths[256] = {
    [' '] = -5, ['.'] = -5, [','] = -5, [':'] = -5, [';'] = -5, ['\''] = -5, ['!'] = -5, ['|'] = -5,
    ['('] = -4, [')'] = -4, ['['] = -4, [']'] = -4, ['/'] = -5, ['-'] = -4,  ['i'] = -5, ['j'] = -5,
    ['l'] = -5, ['t'] = -4, ['f'] = -4, ['r'] = -4, ['I'] = -4, ['c'] = -1,  ['k'] = -1, ['s'] = -2,
    ['v'] = -1, ['x'] = -1, ['y'] = -1, ['z'] = -1, ['m'] = 5,  ['w'] = 3,   ['M'] = 5,  ['W'] = 6,
    ['%'] = 5,  ['@'] = 5,  ['A'] = 2,  ['B'] = 2,  ['C'] = 2,  ['D'] = 2,   ['E'] = 2,  ['F'] = 2,
    ['G'] = 2,  ['H'] = 2,  ['J'] = 2,  ['K'] = 2,  ['L'] = 2,  ['N'] = 2,   ['O'] = 2,  ['P'] = 2,
    ['Q'] = 2,  ['R'] = 2,  ['S'] = 2,  ['T'] = 2,  ['U'] = 2,  ['V'] = 2,   ['X'] = 2,  ['Y'] = 2,
    ['Z'] = 2,
};
_Static_assert(WRAP_SPACE == MOST_WIDTHS - 5, "as the table has it");

Width
wrap_width(Str s)
{
	uint32_t characters = utf8_count(s);
	int64_t wider = 0;

	for (uint32_t i = 0; i < s.len; i++)
		wider += printed_widths[(unsigned char) s.at[i]];
	return (Width){(uint32_t) (MOST_WIDTHS * (int64_t) characters + wider), characters};
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
	return before.whole.printed + WRAP_SPACE + line.word.printed + WRAP_SLACK.printed <=
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
