/*
 * facts.h
 *		A random report, as facts: plausible, and consistent where the form's
 *		figures depend on each other.
 *
 * test/generate/facts.h
 */
#ifndef PROGSOC_FACTS_H
#define PROGSOC_FACTS_H

#include "packed.h"

/* Draws the facts of a report; the same seed draws the same ones.  The texts lie in the arena. */
extern void facts_draw(uint64_t seed, Arena *arena, Draft *draft);

#endif /* PROGSOC_FACTS_H */
