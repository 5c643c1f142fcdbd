/*
 * fixture.h
 *		The example reports of test/fixtures, for tests that run in the tree's root.
 *
 * test/unit/fixture.h
 */
#ifndef PROGSOC_FIXTURE_H
#define PROGSOC_FIXTURE_H

#include <stdio.h>
#include <stdlib.h>

#include "core.h"

/* The text of test/fixtures/NAME, to be freed; NO_STR: it cannot be read. */
static inline Str
read_fixture(const char *name)
{
	char path[256];
	FILE *file;
	char *text = NULL;
	size_t len = 0;

	snprintf(path, sizeof(path), "test/fixtures/%s", name);
	file = fopen(path, "rb");
	if (file == NULL)
		return NO_STR;
	if (fseek(file, 0, SEEK_END) == 0)
	{
		long size = ftell(file);

		rewind(file);
		text = size > 0 ? malloc((size_t) size) : NULL;
		if (text != NULL)
			len = fread(text, 1, (size_t) size, file);
	}
	fclose(file);
	return (Str){text, (uint32_t) len};
}

#endif /* PROGSOC_FIXTURE_H */
