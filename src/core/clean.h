/*
 * clean.h
 *		From the characters an extractor printed to the ones it meant.
 *
 * src/core/clean.h
 */
#ifndef PROGSOC_CLEAN_H
#define PROGSOC_CLEAN_H

#include "text.h"

/* Clean offsets, ascending, of what the source marks as bold at the start of a line. */
typedef struct BoldMarks
{
	uint32_t *at;
	uint32_t count;
} BoldMarks;

/* Fills clean, cells_kept, shifts and tags of text from its source; lines are left alone. */
extern bool clean_text(Text *text, BoldMarks *bold, Arena *arena, Arena *work, Error *error);

#endif /* PROGSOC_CLEAN_H */
