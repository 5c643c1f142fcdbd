/*
 * file.h
 *		Reading a whole file.
 *
 * test/bench/file.h
 */
#ifndef PROGSOC_BENCH_FILE_H
#define PROGSOC_BENCH_FILE_H

#include <stdio.h>

#include "../generate/buffer.h"

/* Adds a file's bytes to text; false, after saying why, where it cannot be read. */
static inline bool
file_read(const char *path, Buffer *text)
{
	char piece[4096];
	size_t got;
	FILE *file = fopen(path, "rb");

	if (file == NULL)
	{
		perror(path);
		return false;
	}
	while ((got = fread(piece, 1, sizeof(piece), file)) > 0)
		buffer_add(text, piece, got);
	fclose(file);
	return true;
}

#endif /* PROGSOC_BENCH_FILE_H */
