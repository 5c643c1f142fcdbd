/*
 * test_format.c
 *		Values stored by each version of the format are read for ever.
 *
 * test/unit/test_format.c
 */
#include "unit.h"

#include "fixture.h"
#include "json.h"

#define SIZE_MAX_BYTES 65536

static int
hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The bytes that a file of hexadecimal digits holds; gives their number. */
static size_t
bytes_of_hex(Str hex, uint8_t *bytes)
{
	size_t digits = 0;

	for (uint32_t i = 0; i < hex.len && digits < (size_t) 2 * SIZE_MAX_BYTES; i++)
	{
		int digit = hex_digit(hex.at[i]);

		if (digit < 0)
			continue;
		if (digits % 2 == 0)
			bytes[digits / 2] = (uint8_t) (digit << 4);
		else
			bytes[digits / 2] |= (uint8_t) digit;
		digits++;
	}
	return digits / 2;
}

/* Opens bytes of any version, renewed in the arena where they are older. */
static bool
open_any(Report *report, const uint8_t *bytes, size_t size, Arena *arena, Error *error)
{
	uint8_t *renewed;

	if (bytes[0] == PACKED_VERSION)
		return report_open(report, bytes, size, error);
	renewed = arena_alloc(arena, size);
	return packed_renew(bytes, size, renewed, error) && report_open(report, renewed, size, error);
}

/* What the text of a file says, packed as the version at hand does. */
static uint8_t *
pack_json(Str json, Arena *arena, size_t *size, Error *error)
{
	Draft draft;

	draft_init(&draft, arena);
	return json_read(json, &draft, error) ? draft_pack(&draft, size, error) : NULL;
}

static void
check_version(const char *hex_file, const char *json_file)
{
	static uint8_t bytes[SIZE_MAX_BYTES];
	Str hex = read_file(hex_file);
	Str json = read_file(json_file);
	Error error = {.code = ERROR_NONE};
	size_t size = bytes_of_hex(hex, bytes);
	size_t packed_size;
	uint8_t *packed;
	Arena arena;
	Report report;

	arena_init(&arena, &host_plain);
	CHECK_THAT(size > PACKED_HEADER_SIZE && json.len > 0, "%s cannot be read", hex_file);
	if (open_any(&report, bytes, size, &arena, &error))
	{
		CHECK_STR(json_write(&report, true, &arena, &error), str_trim(json));
		packed = pack_json(json, &arena, &packed_size, &error);
		CHECK_THAT(packed != NULL, "%s %s", error.message, error.detail);
		if (packed != NULL)
			CHECK_THAT(packed_size == size && memcmp(packed, report.bytes, size) == 0,
			           "%s is not what is stored today", hex_file);
	}
	else
		CHECK_THAT(false, "%s: %s %s", hex_file, error.message, error.detail);
	arena_free(&arena);
	free((char *) hex.at);
	free((char *) json.at);
}

static void
version_1_is_read(void)
{
	check_version("test/format/version-1.hex", "test/format/version-1.json");
}

static void
version_2_is_read(void)
{
	check_version("test/format/version-2.hex", "test/format/version-2.json");
}

int
main(void)
{
	RUN(version_1_is_read);
	RUN(version_2_is_read);
	return unit_end();
}
