/*
 * wrap.h
 *		Where a cell's lines were wrapped: a line of a cell ends where the next
 *		word has no room.  One that ends earlier is the last of its cell.
 *
 * Fonts differ, and some texts are wrapped by counting characters: a line ends
 * early if it does by both measures.
 *
 * src/core/wrap.h
 */
#ifndef PROGSOC_WRAP_H
#define PROGSOC_WRAP_H

#include "text.h"

typedef struct Width
{
	uint32_t printed; /* in tenths of a digit, about as most fonts have them */
	uint32_t characters;
} Width;

#define WRAP_SPACE 5 /* printed width of the space between two words */
#define WRAP_SLACK ((Width){.printed = 20, .characters = 1}) /* by which fonts differ */

extern Width wrap_width(Str s);

/* The wider of two, by either measure; is one wider than another by more than some margin? */
extern Width wrap_wider(Width a, Width b);
extern bool wrap_exceeds(Width a, Width b, Width margin);

/* What is to be known of a line. */
typedef struct LineWidth
{
	Width whole;
	Width word; /* the first */
} LineWidth;

extern LineWidth wrap_measure(Str line);

/* Would the first word of a line have fit behind the line before it, in a column this wide? */
extern bool wrap_is_early(LineWidth before, LineWidth line, Width width);

/* The width of the widest of the lines [from, to), furniture left out. */
extern Width wrap_widest(const Text *text, uint32_t from, uint32_t to);

/* Can the lines [from, to) be of one cell this wide? */
extern bool wrap_is_cell(const Text *text, uint32_t from, uint32_t to, Width width);

#endif /* PROGSOC_WRAP_H */
