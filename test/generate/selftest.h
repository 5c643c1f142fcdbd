/*
 * selftest.h
 *		The property's own test: a comparison that could not fail proves nothing.
 *
 * test/generate/selftest.h
 */
#ifndef PROGSOC_SELFTEST_H
#define PROGSOC_SELFTEST_H

#include "core.h"

/* Does the comparison see each change that is made to random reports? */
extern bool selftest_comparison(uint64_t seed, uint32_t reports);

#endif /* PROGSOC_SELFTEST_H */
