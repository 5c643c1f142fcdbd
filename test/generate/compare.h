/*
 * compare.h
 *		The facts of a report that was generated against those that were read
 *		from its text.
 *
 * test/generate/compare.h
 */
#ifndef PROGSOC_COMPARE_H
#define PROGSOC_COMPARE_H

#include "buffer.h"
#include "packed.h"

typedef struct Tally
{
	uint64_t expected; /* values that the report has */
	uint64_t found;    /* those of them that were read */
	uint64_t wrong;    /* values, statuses or rows that the report does not have */
} Tally;

/*
 * Adds to the tally, and to findings one line per difference.
 *
 * exact: the text keeps every place, so every fact must be read as it is.
 * Otherwise what was read must be true, and values may be missing: left out,
 * or ambiguous.
 */
extern void compare_reports(const Report *truth, const Report *read, bool exact, Arena *arena,
                            Tally *tally, Buffer *findings);

#endif /* PROGSOC_COMPARE_H */
