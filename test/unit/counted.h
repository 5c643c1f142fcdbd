/*
 * counted.h
 *		A host that counts what it is asked for, and that fails on demand.
 *
 * test/unit/counted.h
 */
#ifndef PROGSOC_COUNTED_H
#define PROGSOC_COUNTED_H

#include <stdlib.h>

#include "core.h"

typedef struct Counted
{
	int left; /* blocks that may still be taken */
	int taken;
	int released;
	int questions; /* how often it may still be said to go on */
} Counted;

static inline void *
counted_alloc(void *context, size_t size)
{
	Counted *counted = context;

	if (counted->left == 0)
		return NULL;
	counted->left--;
	counted->taken++;
	return malloc(size);
}

static inline void *
counted_resize(void *context, void *block, size_t size)
{
	Counted *counted = context;

	if (counted->left == 0)
		return NULL;
	counted->left--;
	return realloc(block, size);
}

static inline void
counted_release(void *context, void *block)
{
	Counted *counted = context;

	counted->released++;
	free(block);
}

static inline bool
counted_may_go_on(void *context)
{
	Counted *counted = context;

	return counted->questions-- > 0;
}

static inline Host
counted_host(Counted *counted)
{
	return (Host){counted_alloc, counted_resize, counted_release, counted_may_go_on, counted};
}

#endif /* PROGSOC_COUNTED_H */
