/*
 * generate.c
 *		Prints a random report, or its facts.
 *
 *		generate --layout tsv --seed 7 > report.txt
 *		generate --seed 7 --facts
 *
 * test/generate/generate.c
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document.h"
#include "facts.h"
#include "json.h"
#include "sample.h"

typedef struct Options
{
	uint64_t seed;
	LayoutId layout;
	bool facts;
	bool plain;
} Options;

static int
usage(void)
{
	fputs("usage: generate [--layout tsv|markdown|raw|mutool|layout] [--seed N] [--plain]\n"
	      "       generate [--seed N] --facts\n",
	      stderr);
	return 2;
}

static bool
read_options(int argc, char **argv, Options *options)
{
	*options = (Options){.seed = 1, .layout = LAYOUT_TSV};
	for (int i = 1; i < argc; i++)
	{
		if (strcmp(argv[i], "--facts") == 0)
			options->facts = true;
		else if (strcmp(argv[i], "--plain") == 0)
			options->plain = true;
		else if (i + 1 < argc && strcmp(argv[i], "--seed") == 0)
			options->seed = strtoull(argv[++i], NULL, 10);
		else if (i + 1 < argc && strcmp(argv[i], "--layout") == 0)
		{
			if (!layout_by_name(argv[++i], &options->layout))
				return false;
		}
		else
			return false;
	}
	return true;
}

static bool
print_facts(const Sample *sample, Arena *arena, Error *error)
{
	Str json = json_write(&sample->report, true, arena, error);

	if (json.at == NULL)
		return false;
	printf("%.*s\n", (int) json.len, json.at);
	return true;
}

int
main(int argc, char **argv)
{
	Options options;
	Arena arena;
	Sample sample;
	Error error = {.code = ERROR_NONE};
	bool done;

	if (!read_options(argc, argv, &options))
		return usage();

	arena_init(&arena, &host_plain);
	done = sample_make(&sample, options.seed, options.layout, options.plain, &arena, &error);
	if (done && options.facts)
		done = print_facts(&sample, &arena, &error);
	else if (done)
		fwrite(sample.text.at, 1, sample.text.len, stdout);
	if (!done)
		fprintf(stderr, "%s %s\n", error.message, error.detail);
	sample_free(&sample);
	arena_free(&arena);
	return done ? 0 : 1;
}
