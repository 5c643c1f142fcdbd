/*
 * fixture.h
 *		Files of the tree, such as the example reports, for tests that run in its root.
 *
 * test/unit/fixture.h
 */
#ifndef PROGSOC_FIXTURE_H
#define PROGSOC_FIXTURE_H

#include <stdio.h>
#include <stdlib.h>

#include "core.h"

/* What a file holds, to be freed; NO_STR: it cannot be read. */
static inline Str
read_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	char *text = NULL;
	size_t len = 0;

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

/* The text of test/fixtures/NAME, the same way. */
static inline Str
read_fixture(const char *name)
{
	char path[256];

	snprintf(path, sizeof(path), "test/fixtures/%s", name);
	return read_file(path);
}

#endif /* PROGSOC_FIXTURE_H */
