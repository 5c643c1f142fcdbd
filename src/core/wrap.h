/*
 * wrap.h
 *		Where a cell's lines were wrapped: a line of a cell ends where the next
 *		word has no room.  One that ends earlier is the last of its cell.
 *
 * Widths are tenths of a digit's, about as most fonts have them.
 *
 * src/core/wrap.h
 */
#ifndef PROGSOC_WRAP_H
#define PROGSOC_WRAP_H

#include "text.h"

#define WRAP_SLACK 20 /* by which fonts differ */

/* How wide text is printed. */
extern uint32_t wrap_width(Str s);

/* Would the first word of a line have fit behind the line before it, in a column this wide? */
extern bool wrap_is_early(Str before, Str line, uint32_t width);

/* The width of the widest of the lines [from, to), furniture left out. */
extern uint32_t wrap_widest(const Text *text, uint32_t from, uint32_t to);

/* Can the lines [from, to) be of one cell this wide? */
extern bool wrap_is_cell(const Text *text, uint32_t from, uint32_t to, uint32_t width);

#endif /* PROGSOC_WRAP_H */
