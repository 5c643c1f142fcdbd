/*
 * sample.h
 *		A random report: its facts, packed, and its text.
 *
 * test/generate/sample.h
 */
#ifndef PROGSOC_SAMPLE_H
#define PROGSOC_SAMPLE_H

#include "document.h"

typedef struct Sample
{
	Report report; /* the facts, in the arena */
	Buffer text;
	Style style;
} Sample;

/* False: no such layout. */
extern bool layout_by_name(const char *name, LayoutId *layout);

/*
 * Draws the report of this seed and prints it.  The facts depend on the seed
 * alone; plain leaves out furniture and unusual spelling.
 */
extern bool sample_make(Sample *sample, uint64_t seed, LayoutId layout, bool plain, Arena *arena,
                        Error *error);
extern void sample_free(Sample *sample);

#endif /* PROGSOC_SAMPLE_H */
