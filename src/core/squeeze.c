/*
 * squeeze.c
 *		Comparing words without regard to case, accents, spacing and
 *		punctuation.
 *
 * src/core/squeeze.c
 */
#include "text.h"

const unsigned char squeezed_bytes[256] = {
    ['0'] = '0', ['1'] = '1', ['2'] = '2',
    ['3'] = '3', ['4'] = '4', ['5'] = '5',
    ['6'] = '6', ['7'] = '7', ['8'] = '8',
    ['9'] = '9', ['a'] = 'a', ['b'] = 'b',
    ['c'] = 'c', ['d'] = 'd', ['e'] = 'e',
    ['f'] = 'f', ['g'] = 'g', ['h'] = 'h',
    ['i'] = 'i', ['j'] = 'j', ['k'] = 'k',
    ['l'] = 'l', ['m'] = 'm', ['n'] = 'n',
    ['o'] = 'o', ['p'] = 'p', ['q'] = 'q',
    ['r'] = 'r', ['s'] = 's', ['t'] = 't',
    ['u'] = 'u', ['v'] = 'v', ['w'] = 'w',
    ['x'] = 'x', ['y'] = 'y', ['z'] = 'z',
    ['A'] = 'a', ['B'] = 'b', ['C'] = 'c',
    ['D'] = 'd', ['E'] = 'e', ['F'] = 'f',
    ['G'] = 'g', ['H'] = 'h', ['I'] = 'i',
    ['J'] = 'j', ['K'] = 'k', ['L'] = 'l',
    ['M'] = 'm', ['N'] = 'n', ['O'] = 'o',
    ['P'] = 'p', ['Q'] = 'q', ['R'] = 'r',
    ['S'] = 's', ['T'] = 't', ['U'] = 'u',
    ['V'] = 'v', ['W'] = 'w', ['X'] = 'x',
    ['Y'] = 'y', ['Z'] = 'z', [0xC3] = SQUEEZED_LATIN,
};

const unsigned char squeezed_latin[65] = "aaaaaaaceeeeiiiidnooooo\0ouuuuyts"
                                         "aaaaaaaceeeeiiiidnooooo\0ouuuuyty";

uint32_t
squeeze(Str s, char *out, uint32_t capacity)
{
	uint32_t at = 0;
	uint32_t len = 0;
	unsigned char c;

	while ((c = squeeze_next(s.at, &at, s.len)) != 0)
	{
		if (len < capacity)
			out[len] = (char) c;
		len++;
	}
	return len;
}

bool
squeezed_prefix(Str s, const char *squeezed, uint32_t *end)
{
	uint32_t at = 0;

	for (; *squeezed; squeezed++)
		if (squeeze_next(s.at, &at, s.len) != (unsigned char) *squeezed)
			return false;
	if (end)
		*end = at;
	return true;
}

bool
squeezed_equal(Str s, const char *squeezed)
{
	uint32_t end;

	return squeezed_prefix(s, squeezed, &end) && squeeze_next(s.at, &end, s.len) == 0;
}
