/*
 * stages.c
 *		Parses each report given, once, for an instruction counter to watch.
 *
 *		stages report.txt ...
 *
 * test/bench/stages.c
 */
#include <stdio.h>

#include "../generate/buffer.h"
#include "file.h"
#include "label.h"
#include "parse.h"

static bool
parse(Str text, Error *error)
{
	Arena arena;
	Draft draft;
	size_t size;
	bool done;

	arena_init(&arena, &host_plain);
	draft_init(&draft, &arena);
	done = parse_report_text(text, &draft, error) && draft_pack(&draft, &size, error) != NULL;
	arena_free(&arena);
	return done;
}

int
main(int argc, char **argv)
{
	uint32_t count;

	labels_sorted(&count); /* what is made once per process is no part of a parse */
	for (int i = 1; i < argc; i++)
	{
		Buffer text = {NULL, 0, 0};
		Error error;

		if (!file_read(argv[i], &text))
			return 1;
		if (!parse(buffer_str(&text), &error))
		{
			fprintf(stderr, "%s: %s\n", argv[i], error.message);
			return 1;
		}
		buffer_free(&text);
	}
	return 0;
}
