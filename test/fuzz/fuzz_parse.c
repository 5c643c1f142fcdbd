/*
 * fuzz_parse.c
 *		Texts: what the parser makes of them, and the account it gives.
 *
 * test/fuzz/fuzz_parse.c
 */
#include "fuzz.h"

#include "parse.h"

/* The shell hands valid UTF-8 to the core, so other bytes become question marks. */
static Str
text_of_bytes(const uint8_t *data, size_t size)
{
	char *text = malloc(size > 0 ? size : 1);
	Str rest = {text, (uint32_t) size};

	MUST(text != NULL);
	if (size > 0)
		memcpy(text, data, size);
	while (rest.len > 0)
	{
		uint32_t good = utf8_prefix(rest);

		rest.at += good;
		rest.len -= good;
		if (rest.len > 0)
			text[rest.at - text] = '?';
	}
	return (Str){text, (uint32_t) size};
}

/* The trace tiles the text, at the borders of characters. */
static void
check_trace(Str text, const Trace *trace)
{
	uint32_t at = 0;

	for (uint32_t i = 0; i < trace->count; i++)
	{
		const TraceSpan *span = &trace->spans[i];

		MUST(span->start == at && span->length > 0);
		MUST(span->length <= text.len - at);
		MUST((text.at[at] & 0xC0) != 0x80);
		MUST(trace_kind_name(span->kind) != NULL);
		MUST(span->field < FIELD_COUNT || span->field == FIELD_NONE);
		at += span->length;
	}
	MUST(at == text.len);
}

/* Packed, a text's facts are the same whatever the memory held before. */
static bool
parse(Str text, Arena *arena, Report *report)
{
	Error error = {.code = ERROR_NONE};
	Draft draft;

	draft_init(&draft, arena);
	if (!parse_report_text(text, &draft, &error))
	{
		check_error(&error);
		MUST(error.code == ERROR_NOT_A_REPORT);
		return false;
	}
	if (pack_and_open(&draft, report, &error))
		return true;
	check_error(&error);
	if (memchr(text.at, '\0', text.len) == NULL) /* which texts of the server do not have */
		must_fail(__FILE__, __LINE__, error.message);
	return false;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Str text = text_of_bytes(data, size);
	Arena arenas[2];
	Report reports[2];
	bool parsed[2];
	Trace trace;
	Error error;

	for (int i = 0; i < 2; i++)
	{
		fuzz_arena(&arenas[i], i);
		parsed[i] = parse(text, &arenas[i], &reports[i]);
	}
	MUST(parsed[0] == parsed[1]);
	if (parsed[0])
	{
		MUST(reports[0].size == reports[1].size);
		MUST(memcmp(reports[0].bytes, reports[1].bytes, reports[0].size) == 0);
		exercise(&reports[0]);
	}
	MUST(parse_trace(text, &arenas[0], &trace, &error));
	check_trace(text, &trace);
	arena_free(&arenas[0]);
	arena_free(&arenas[1]);
	free((char *) text.at);
	return 0;
}
