/*
 * replay.c
 *		A target without libFuzzer: gives it the files named, as TAP.
 *
 *		replay-TARGET file ...
 *
 * test/fuzz/replay.c
 */
#include "fuzz.h"

/* Mutators call it, replaying does not. */
size_t
LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size)
{
	(void) data;
	(void) max_size;
	return size;
}

static bool
replay(const char *path)
{
	FILE *file = fopen(path, "rb");
	uint8_t *bytes = NULL;
	long size = -1;
	bool read = false;

	if (file == NULL)
		return false;
	if (fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0)
		bytes = malloc(size > 0 ? (size_t) size : 1); /* of this size, so that its end is watched */
	rewind(file);
	if (bytes != NULL)
		read = fread(bytes, 1, (size_t) size, file) == (size_t) size;
	fclose(file);
	if (read)
		LLVMFuzzerTestOneInput(bytes, (size_t) size);
	free(bytes);
	return read;
}

int
main(int argc, char **argv)
{
	bool all = true;

	printf("1..%d\n", argc - 1);
	for (int i = 1; i < argc; i++)
	{
		bool done;

		fflush(stdout); /* should the target end the run */
		done = replay(argv[i]);
		printf("%sok %d - %s\n", done ? "" : "not ", i, argv[i]);
		all = all && done;
	}
	return all ? EXIT_SUCCESS : EXIT_FAILURE;
}
