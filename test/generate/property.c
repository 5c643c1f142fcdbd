/*
 * property.c
 *		Facts in = facts out: random reports are printed in every layout and read
 *		back.
 *
 *		property [--count 2000] [--seed 1] [--layout tsv] [--plain] [--verbose] [--dump N]
 *
 * Prints TAP.  --plain leaves out page furniture and unusual spelling, --verbose
 * tells all differences of each report, --dump N writes the first N texts that
 * fail to property-<layout>-<seed>.txt.
 *
 * test/generate/property.c
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compare.h"
#include "json.h"
#include "parse.h"
#include "sample.h"
#include "selftest.h"

/* The share of a report's values that must be found, in a thousand. */
static const uint32_t floors[LAYOUT_COUNT] = {1000, 1000, 920, 920, 910};

/*
 * The values that may be read as others than were printed, in a hundred
 * thousand.  There should be none; where there are, it is no more than this,
 * and less with every improvement of the parser.
 */
static const uint32_t ceilings[LAYOUT_COUNT] = {0, 0, 8, 30, 45};

#define FAILURES_TOLD    5 /* per layout */
#define FINDINGS_TOLD    5 /* per report */
#define SELFTEST_REPORTS 40

typedef struct Options
{
	uint64_t seed;
	uint32_t count;
	LayoutId first;
	LayoutId last;
	bool plain;
	bool verbose;
	uint32_t dump;
} Options;

typedef struct Run
{
	const Options *options;
	LayoutId layout;
	uint64_t seed; /* of the report at hand */
	Tally tally;
	uint32_t failed;
	uint32_t broken; /* not by values: not read, not traced, not the same from JSON */
	uint32_t tests;  /* of all layouts */
	uint32_t failed_tests;
} Run;

/* ---- Failures ---- */

static void
dump_text(Run *run, const Sample *sample)
{
	char name[80];
	FILE *file;

	snprintf(name, sizeof(name), "property-%s-%llu.txt", layout_names[run->layout],
	         (unsigned long long) run->seed);
	file = fopen(name, "w");
	if (file == NULL)
		return;
	fwrite(sample->text.at, 1, sample->text.len, file);
	fclose(file);
	printf("# text in %s\n", name);
}

static void
tell_failure(Run *run, const Sample *sample, const Buffer *findings)
{
	Str rest = buffer_str(findings);
	Str line;
	uint32_t told = 0;

	if (++run->failed > FAILURES_TOLD && !run->options->verbose)
		return;
	printf("# property --layout %s --seed %llu --count 1 --verbose%s\n", layout_names[run->layout],
	       (unsigned long long) run->seed, run->options->plain ? " --plain" : "");
	while (split_line(&rest, &line))
	{
		if (++told > FINDINGS_TOLD && !run->options->verbose)
			continue;
		printf("#   %.*s\n", (int) line.len, line.at);
	}
	if (told > FINDINGS_TOLD && !run->options->verbose)
		printf("#   and %u more\n", (unsigned) (told - FINDINGS_TOLD));
	if (run->failed <= run->options->dump)
		dump_text(run, sample);
}

static void
tell(Buffer *findings, const char *what, const Error *error)
{
	buffer_add_text(findings, what);
	if (error->message[0] != '\0')
	{
		buffer_add_text(findings, ": ");
		buffer_add_text(findings, error->message);
		buffer_add_text(findings, " ");
		buffer_add_text(findings, error->detail);
	}
	buffer_add_text(findings, "\n");
}

/* ---- What must hold for one text ---- */

/* The trace tiles the text. */
static void
check_trace(Str text, Arena *arena, Buffer *findings)
{
	Error error = {.code = ERROR_NONE};
	Trace trace;
	uint32_t at = 0;

	if (!parse_trace(text, arena, &trace, &error))
	{
		tell(findings, "trace", &error);
		return;
	}
	for (uint32_t i = 0; i < trace.count; i++)
	{
		if (trace.spans[i].start != at || trace.spans[i].length == 0)
		{
			tell(findings, "trace: a gap, an overlap or an empty span", &error);
			return;
		}
		at += trace.spans[i].length;
	}
	if (at != text.len)
		tell(findings, "trace: it does not end where the text does", &error);
}

/* A text that breaks off anywhere is read or refused, and traced. */
static void
check_cut(const Sample *sample, Random *random, Arena *arena, Buffer *findings)
{
	Str text = {sample->text.at, random_below(random, (uint32_t) sample->text.len)};
	Draft draft;
	Error error = {.code = ERROR_NONE};

	while (text.len > 0 && ((unsigned char) text.at[text.len] & 0xC0) == 0x80)
		text.len--;
	draft_init(&draft, arena);
	if (!parse_report_text(text, &draft, &error) && error.code != ERROR_NOT_A_REPORT)
		tell(findings, "cut off", &error);
	check_trace(text, arena, findings);
}

/* JSON gives the same bytes back. */
static void
check_json(const Report *report, Arena *arena, Buffer *findings)
{
	Error error = {.code = ERROR_NONE};
	Draft draft;
	uint8_t *bytes;
	size_t size;
	Str json = json_write(report, false, arena, &error);

	draft_init(&draft, arena);
	if (json.at == NULL || !json_read(json, &draft, &error))
		tell(findings, "json", &error);
	else if ((bytes = draft_pack(&draft, &size, &error)) == NULL)
		tell(findings, "json, packed", &error);
	else if (size != report->size || memcmp(bytes, report->bytes, size) != 0)
		tell(findings, "json: other bytes come back", &error);
}

static bool
read_back(Str text, Report *report, Arena *arena, Buffer *findings)
{
	Error error = {.code = ERROR_NONE};
	Draft draft;
	uint8_t *bytes;
	size_t size;

	draft_init(&draft, arena);
	if (!parse_report_text(text, &draft, &error))
		tell(findings, "not read", &error);
	else if ((bytes = draft_pack(&draft, &size, &error)) == NULL)
		tell(findings, "not packed", &error);
	else if (!report_open(report, bytes, size, &error))
		tell(findings, "not opened", &error);
	else
		return true;
	return false;
}

static void
check_report(Run *run, Arena *arena, Buffer *findings)
{
	Error error = {.code = ERROR_NONE};
	Random random = {run->seed};
	Sample sample;
	Report read;
	size_t values = 0;

	if (!sample_make(&sample, run->seed, run->layout, run->options->plain, arena, &error))
		tell(findings, "no sample", &error);
	else
	{
		if (read_back(buffer_str(&sample.text), &read, arena, findings))
		{
			compare_reports(&sample.report, &read, layout_keeps_places(run->layout), arena,
			                &run->tally, findings);
			values = findings->len;
			check_json(&read, arena, findings);
		}
		check_trace(buffer_str(&sample.text), arena, findings);
		check_cut(&sample, &random, arena, findings);
	}
	run->broken += findings->len > values;
	if (findings->len > 0)
		tell_failure(run, &sample, findings);
	sample_free(&sample);
}

/* ---- Layouts ---- */

static void
tell_test(Run *run, bool holds, const char *subject, const char *what)
{
	run->tests++;
	run->failed_tests += !holds;
	printf("%sok %u - %s: %s\n", holds ? "" : "not ", (unsigned) run->tests, subject, what);
	fflush(stdout);
}

static void
run_layout(Run *run)
{
	Buffer findings = {NULL, 0, 0};
	Tally *tally = &run->tally;
	char what[120];
	uint64_t share;

	run->tally = (Tally){0, 0, 0};
	run->failed = run->broken = 0;
	for (uint32_t i = 0; i < run->options->count; i++)
	{
		Arena arena;

		arena_init(&arena, &host_plain);
		run->seed = run->options->seed + i;
		buffer_clear(&findings);
		check_report(run, &arena, &findings);
		arena_free(&arena);
	}
	buffer_free(&findings);

	share = tally->expected == 0 ? 0 : tally->found * 1000 / tally->expected;
	if (run->failed > FAILURES_TOLD)
		printf("# %u reports with differences\n", (unsigned) run->failed);
	printf("# %u reports, %llu values, %llu found, %llu differences\n",
	       (unsigned) run->options->count, (unsigned long long) tally->expected,
	       (unsigned long long) tally->found, (unsigned long long) tally->wrong);
	tell_test(run, run->broken == 0, layout_names[run->layout],
	          "every text is read, traced and the same from JSON");
	snprintf(what, sizeof(what), "at most %u of 100000 values are read as others than printed",
	         (unsigned) ceilings[run->layout]);
	tell_test(run, tally->wrong * 100000 <= ceilings[run->layout] * tally->expected,
	          layout_names[run->layout], what);
	snprintf(what, sizeof(what), "at least %u of 1000 values are found",
	         (unsigned) floors[run->layout]);
	tell_test(run, share >= floors[run->layout], layout_names[run->layout], what);
}

/* ---- Options ---- */

static bool
read_number(int argc, char **argv, int *i, const char *name, uint64_t *number)
{
	if (strcmp(argv[*i], name) != 0 || *i + 1 >= argc)
		return false;
	*number = strtoull(argv[++*i], NULL, 10);
	return true;
}

static bool
read_options(int argc, char **argv, Options *options)
{
	uint64_t seed = 1;
	uint64_t count = 2000;
	uint64_t dump = 0;
	bool one_layout = false;

	*options = (Options){.first = 0, .last = LAYOUT_COUNT - 1};
	for (int i = 1; i < argc; i++)
	{
		if (strcmp(argv[i], "--verbose") == 0)
			options->verbose = true;
		else if (strcmp(argv[i], "--plain") == 0)
			options->plain = true;
		else if (strcmp(argv[i], "--layout") == 0 && i + 1 < argc)
		{
			if (!layout_by_name(argv[++i], &options->first))
				return false;
			options->last = options->first;
			one_layout = true;
		}
		else if (!read_number(argc, argv, &i, "--seed", &seed) &&
		         !read_number(argc, argv, &i, "--count", &count) &&
		         !read_number(argc, argv, &i, "--dump", &dump))
			return false;
	}
	options->seed = seed;
	options->count = (uint32_t) (one_layout ? count : (count + LAYOUT_COUNT - 1) / LAYOUT_COUNT);
	options->dump = (uint32_t) dump;
	return true;
}

int
main(int argc, char **argv)
{
	Options options;
	Run run = {.options = &options};

	if (!read_options(argc, argv, &options))
	{
		fputs("usage: property [--count N] [--seed N] [--layout NAME] [--plain] [--verbose] "
		      "[--dump N]\n",
		      stderr);
		return 2;
	}
	tell_test(&run, selftest_comparison(options.seed, SELFTEST_REPORTS), "comparison",
	          "it sees a changed fact");
	for (int layout = options.first; layout <= (int) options.last; layout++)
	{
		run.layout = (LayoutId) layout;
		run_layout(&run);
	}
	printf("1..%u\n", (unsigned) run.tests);
	return run.failed_tests > 0;
}
