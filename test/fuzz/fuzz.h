/*
 * fuzz.h
 *		What the fuzz targets have in common.
 *
 * A target is a file fuzz_*.c: it gives the bytes it is handed to one entrance
 * of the core and ends the run when something that must hold does not.
 *
 * test/fuzz/fuzz.h
 */
#ifndef PROGSOC_FUZZ_H
#define PROGSOC_FUZZ_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core.h"
#include "packed.h"

/* The target, and how inputs are made from others: what libFuzzer calls. */
extern int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
extern size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
                                      unsigned int seed);
extern size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);

#define MUST(holds)                                                                                \
	do                                                                                             \
	{                                                                                              \
		if (!(holds))                                                                              \
			must_fail(__FILE__, __LINE__, #holds);                                                 \
	} while (0)

static inline void
must_fail(const char *file, int line, const char *what)
{
	fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
	abort();
}

/* An arena of memory filled in one of two ways, 0 or 1, which shows who reads what nobody wrote. */
extern void fuzz_arena(Arena *arena, int fill);

/* Packs a draft and opens it; false: error says why it cannot be packed. */
extern bool pack_and_open(Draft *draft, Report *report, Error *error);

/* An error that its caller can show. */
extern void check_error(const Error *error);

/* Reads all that can be read of a report, and sees to it that its readers agree. */
extern void exercise(const Report *report);

#endif /* PROGSOC_FUZZ_H */
