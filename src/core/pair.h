/*
 * pair.h
 *		Rows of two tables that name the same thing: the regions of 3.3 and 5.6,
 *		the components of 4 and 5.5.
 *
 * src/core/pair.h
 */
#ifndef PROGSOC_PAIR_H
#define PROGSOC_PAIR_H

#include "core.h"
#include "packed.h"

#define NO_ROW UINT32_MAX

/* What all names of one thing have in common; NO_STR: nothing can be said. */
typedef Str (*NameKey)(Str name, Arena *arena);

extern Str key_of_words(Str name, Arena *arena);  /* without regard to case, accents and signs */
extern Str key_of_region(Str name, Arena *arena); /* the region's code, else its words */

/* A table's rows, and with which rows of the other table they go. */
typedef struct PairedRows
{
	uint32_t count;
	uint32_t *rows;     /* their numbers */
	uint32_t *partners; /* the other table's row, or NO_ROW */
} PairedRows;

/*
 * Pairs the rows of two tables, of which the first column holds the name.  A
 * name that a table has twice goes with nothing: which of them is meant would
 * be a guess.  False: no memory.
 */
extern bool pair_rows(const Report *report, const FieldId *left_columns, int left_count,
                      const FieldId *right_columns, int right_count, NameKey key, Arena *arena,
                      PairedRows *left, PairedRows *right);

#endif /* PROGSOC_PAIR_H */
