/*
 * fold.h
 *		Text reduced to what comparing names and phrases needs.
 *
 * src/core/fold.h
 */
#ifndef PROGSOC_FOLD_H
#define PROGSOC_FOLD_H

#include "core.h"

/*
 * Writes text to out as lower-case letters without accents and digits, with
 * one space for each run of anything else between them.  Gives the length; a
 * length above capacity says that it does not fit, and out is of no use.
 */
extern uint32_t fold_key(Str text, char *out, uint32_t capacity);

/* The same into arena, whatever the length; NO_STR: nothing is left, or no memory. */
extern Str fold_text(Str text, Arena *arena);

/* Whether text folds to phrase, which is folded already. */
extern bool fold_equals(Str text, const char *phrase);

/*
 * What links one programme's reports over the years: folded service and name,
 * "/" between them, without a leading "Programa (de, del, ...)" of the name.
 * NO_STR: the name is missing, or no memory.
 */
extern Str program_key(Str service, Str name, Arena *arena);

#endif /* PROGSOC_FOLD_H */
