/*
 * fuzz_json.c
 *		JSON as input: it is refused with reasons, or becomes a report that is
 *		written as JSON and read again without loss.
 *
 * test/fuzz/fuzz_json.c
 */
#include "fuzz.h"

#include "json.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Error error = {.code = ERROR_NONE};
	Arena arena;
	Draft draft;
	Report report;

	fuzz_arena(&arena, 1);
	draft_init(&draft, &arena);
	if (json_read((Str){(const char *) data, (uint32_t) size}, &draft, &error) &&
	    pack_and_open(&draft, &report, &error))
		exercise(&report);
	else
		check_error(&error);
	arena_free(&arena);
	return 0;
}
