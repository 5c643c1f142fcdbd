/*
 * card.h
 *		A report on one page of a terminal.
 *
 * src/core/card.h
 */
#ifndef PROGSOC_CARD_H
#define PROGSOC_CARD_H

#include "core.h"
#include "packed.h"

#define CARD_WIDTH 80

/*
 * The lines of the card, without a line end after the last one; NO_STR on
 * failure (memory, or interrupted).  What the card draws is of Unicode, or of
 * ASCII alone; the report's own texts are as they are.
 */
extern Str card_write(const Report *report, bool ascii, Arena *arena, Error *error);

#endif /* PROGSOC_CARD_H */
