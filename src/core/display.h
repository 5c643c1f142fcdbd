/*
 * display.h
 *		Text as a terminal shows it, in columns: letters with their marks take
 *		one, East Asian characters and emoji two.
 *
 * src/core/display.h
 */
#ifndef PROGSOC_DISPLAY_H
#define PROGSOC_DISPLAY_H

#include "core.h"

extern uint32_t display_width(Str text);

/*
 * Text on one line of at most so many columns.  White space and control
 * characters become single spaces, and characters that show nothing, or that
 * turn the direction of others, are left out: no text can move a terminal's
 * cursor.  What is too long ends in the ellipsis, which fits.  NO_STR: no memory.
 */
extern Str display_line(Str text, uint32_t columns, Str ellipsis, Arena *arena);

/* Takes the next line of at most so many columns off such a text, between words where it can. */
extern Str display_take_line(Str *text, uint32_t columns);

#endif /* PROGSOC_DISPLAY_H */
