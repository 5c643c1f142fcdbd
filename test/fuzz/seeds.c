/*
 * seeds.c
 *		Makes seeds for the targets that take no text, from texts and at random.
 *
 *		seeds folder text ...
 *
 *		Writes folder/json/NAME and folder/packed/NAME.
 *
 * test/fuzz/seeds.c
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/drafts.h"

#include "json.h"
#include "parse.h"

#define RANDOM_SEEDS 40

static bool
write_file(const char *folder, const char *kind, const char *name, const void *bytes, size_t size)
{
	char path[1024];
	FILE *file;
	bool written;

	snprintf(path, sizeof(path), "%s/%s/%s", folder, kind, name);
	file = fopen(path, "wb");
	if (file == NULL)
		return false;
	written = fwrite(bytes, 1, size, file) == size;
	return fclose(file) == 0 && written;
}

static bool
write_seeds(const char *folder, const char *name, Draft *draft)
{
	Error error;
	Report report;
	size_t size;
	uint8_t *bytes = draft_pack(draft, &size, &error);
	Str json;

	if (bytes == NULL || !report_open(&report, bytes, size, &error))
		return false;
	json = json_write(&report, false, draft->arena, &error);
	return json.len > 0 && write_file(folder, "packed", name, bytes, size) &&
	       write_file(folder, "json", name, json.at, json.len);
}

static bool
read_text(const char *path, Arena *arena, Str *text)
{
	static char buffer[1024 * 1024];
	FILE *file = fopen(path, "rb");
	size_t size;

	if (file == NULL)
		return false;
	size = fread(buffer, 1, sizeof(buffer), file);
	fclose(file);
	*text = arena_str(arena, buffer, size);
	return text->at != NULL;
}

static bool
seed_of_text(const char *folder, const char *path)
{
	const char *slash = strrchr(path, '/');
	Arena arena;
	Draft draft;
	Error error;
	Str text;
	bool done;

	arena_init(&arena, &host_plain);
	draft_init(&draft, &arena);
	done = read_text(path, &arena, &text) && parse_report_text(text, &draft, &error) &&
	       write_seeds(folder, slash == NULL ? path : slash + 1, &draft);
	arena_free(&arena);
	return done;
}

static bool
seed_at_random(const char *folder, int number)
{
	Random random = {(uint64_t) number + 1};
	char name[32];
	Arena arena;
	Draft draft;
	bool done;

	arena_init(&arena, &host_plain);
	draft_init(&draft, &arena);
	random_draft(&random, &draft);
	snprintf(name, sizeof(name), "random-%d", number);
	done = write_seeds(folder, name, &draft);
	arena_free(&arena);
	return done;
}

int
main(int argc, char **argv)
{
	bool done = argc > 1;

	for (int i = 2; i < argc && done; i++)
		done = seed_of_text(argv[1], argv[i]);
	for (int i = 0; i < RANDOM_SEEDS && done; i++)
		done = seed_at_random(argv[1], i);
	if (!done)
		fputs("usage: seeds folder text ...; the texts must be reports\n", stderr);
	return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
