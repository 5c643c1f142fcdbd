/*
 * replay.c
 *		A target without libFuzzer: gives it the files named, as TAP, and texts made
 *		from them by the target's own mutator, the same in each run.
 *
 *		replay-TARGET [--mutate N] file ...
 *
 * test/fuzz/replay.c
 */
#include "fuzz.h"

/* Mutations made one from the other before the file itself is taken again */
#define GENERATIONS 8

static uint64_t chance = 1;

/* Mutators call it for what libFuzzer would do: here, it changes a byte. */
size_t
LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size)
{
	(void) max_size;
	chance = chance * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	if (size > 0)
		data[(chance >> 33) % size] = (uint8_t) (chance >> 24);
	return size;
}

/* Gives the target some bytes; in a block of their size, so that its end is watched. */
static void
give(const uint8_t *bytes, size_t size)
{
	uint8_t *copy = malloc(size > 0 ? size : 1);

	MUST(copy != NULL);
	if (size > 0)
		memcpy(copy, bytes, size);
	LLVMFuzzerTestOneInput(copy, size);
	free(copy);
}

static void
give_mutations(const uint8_t *bytes, size_t size, unsigned int count)
{
	size_t room = 2 * size + 4096;
	uint8_t *mutated = malloc(room);
	size_t length = 0;

	MUST(mutated != NULL);
	for (unsigned int seed = 1; seed <= count; seed++)
	{
		if (seed % GENERATIONS == 1)
		{
			memcpy(mutated, bytes, size);
			length = size;
		}
		length = LLVMFuzzerCustomMutator(mutated, length, room, seed);
		give(mutated, length);
	}
	free(mutated);
}

static bool
replay(const char *path, unsigned int mutations)
{
	FILE *file = fopen(path, "rb");
	uint8_t *bytes = NULL;
	long size = -1;
	bool read = false;

	if (file == NULL)
		return false;
	if (fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0)
		bytes = malloc(size > 0 ? (size_t) size : 1);
	rewind(file);
	if (bytes != NULL)
		read = fread(bytes, 1, (size_t) size, file) == (size_t) size;
	fclose(file);
	if (read)
	{
		give(bytes, (size_t) size);
		give_mutations(bytes, (size_t) size, mutations);
	}
	free(bytes);
	return read;
}

int
main(int argc, char **argv)
{
	int first = argc > 2 && strcmp(argv[1], "--mutate") == 0 ? 3 : 1;
	unsigned int mutations = first == 3 ? (unsigned int) atoi(argv[2]) : 0;
	bool all = true;

	printf("1..%d\n", argc - first);
	for (int i = first; i < argc; i++)
	{
		bool done;

		fflush(stdout); /* should the target end the run */
		done = replay(argv[i], mutations);
		printf("%sok %d - %s", done ? "" : "not ", i - first + 1, argv[i]);
		if (mutations > 0)
			printf(", and %u inputs made from it", mutations);
		printf("\n");
		all = all && done;
	}
	return all ? EXIT_SUCCESS : EXIT_FAILURE;
}
