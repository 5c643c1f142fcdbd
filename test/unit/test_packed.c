/*
 * test_packed.c
 *		The packed value: its bytes, its checks, its readers.
 *
 * test/unit/test_packed.c
 */
#include "unit.h"

#include "counted.h"
#include "drafts.h"
#include "packed.h"
#include "version_1.h"

/* ---- Help ---- */

/* A draft, its arena, and the report it becomes. */
typedef struct Packing
{
	Arena arena;
	Draft draft;
	uint8_t *bytes;
	size_t size;
	Report report;
	Error error;
} Packing;

static void
start(Packing *packing)
{
	arena_init(&packing->arena, &host_plain);
	draft_init(&packing->draft, &packing->arena);
}

static void
add(Packing *packing, FieldId field, uint32_t row, Status status, const char *text)
{
	draft_add(&packing->draft, field, row, status, str_of(text));
}

static bool
pack(Packing *packing)
{
	packing->error.code = ERROR_NONE;
	packing->bytes = draft_pack(&packing->draft, &packing->size, &packing->error);
	return packing->bytes != NULL;
}

static bool
pack_and_open(Packing *packing)
{
	if (pack(packing) &&
	    report_open(&packing->report, packing->bytes, packing->size, &packing->error))
		return true;
	CHECK_THAT(false, "%s %s", packing->error.message, packing->error.detail);
	return false;
}

static void
finish(Packing *packing)
{
	arena_free(&packing->arena);
}

/* Opens a copy of the bytes whose ends are watched. */
static bool
opens(const uint8_t *bytes, size_t size, Error *error)
{
	uint8_t *copy = malloc(size > 0 ? size : 1);
	Report report;
	bool opened;

	memcpy(copy, bytes, size);
	opened = report_open(&report, copy, size, error);
	free(copy);
	return opened;
}

/* ---- The bytes ---- */

static void
an_empty_draft_is_a_header(void)
{
	static const uint8_t expected[PACKED_HEADER_SIZE] = {
	    2, 0, 0, 0,    0, 0, 0, 0x80,                /* versions, year */
	    0, 0, 0, 0,    0, 0, 0, 0x80,                /* target population */
	    0, 0, 0, 0,    0, 0, 0, 0x80,                /* beneficiaries */
	    0, 0, 0, 0,    0, 0, 0, 0x80, 0, 0, 0, 0,    /* total spending */
	    0, 0, 0, 0x80, 0, 0, 0, 0x80, 0, 0, 0, 0x80, /* names */
	};
	Packing packing;

	start(&packing);
	if (pack_and_open(&packing))
	{
		CHECK_INT((long long) packing.size, PACKED_HEADER_SIZE);
		CHECK(memcmp(packing.bytes, expected, sizeof(expected)) == 0);
		CHECK_INT(packing.report.head.fact_count, 0);
		CHECK_INT(packing.report.head.report_year, YEAR_UNKNOWN);
		CHECK(packing.report.head.name_len == UINT32_MAX);
	}
	finish(&packing);
}

/* clang-format off */
#define DOCUMENTED_HEADER                                                                          \
	100, 0, 0xE5, 7, 0, 0,                                  /* parser 1.0, 2021 */                \
	0xD2, 4, 0, 0, 0, 0, 0, 0,                              /* target population: 1234 */         \
	0, 0, 0, 0, 0, 0, 0, 0x80,                              /* beneficiaries: unknown */          \
	0xFB, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,         /* total spending: -0.5 */            \
	1, 0, 0, 0,                                                                                   \
	2, 0, 0, 0, 1, 0, 0, 0x80, 0, 0, 0, 0x80,               /* names: 2; not known, 1; none */    \
	13, 0, 0, 0, 6, 0, 0, 0                                 /* strings, facts */

static const uint8_t documented[] = {
	2, 5, DOCUMENTED_HEADER,
	/* facts of the summary: rows 1, 0, 2, 3, 4 */
	1, 0, 2, 3, 4,
	0, 0, 0, 0, 0,
	0, 0, 0, 0, 0,
	FIELD_PROGRAM_NAME, FIELD_MINISTRY, FIELD_TARGET_POPULATION, FIELD_BENEFICIARIES, FIELD_TOTAL_SPENDING,
	2, 3, 8, 8, 12,
	0, 0, 0, 0, 0,
	0, 0, 0, 0, 0,
	0, STATUS_AMBIGUOUS << 5, STATUS_INFERRED << 5, STATUS_ABSENT << 5, 0,
	'A', 'B', 'M', '1', '.', '2', '3', '4', '-', '0', ',', '5', 'x',
	0x56, 0x34, 0x12, FIELD_COMPONENT_NAME, 13, 0, 0, 0,
};

static const uint8_t documented_in_version_1[] = {
	1, 0, DOCUMENTED_HEADER,
	'A', 'B', 'M', '1', '.', '2', '3', '4', '-', '0', ',', '5', 'x',
	/* facts: rows 1, 0, 2, 3, 4, 0x123456 */
	1, 0, 2, 3, 4, 0x56,
	0, 0, 0, 0, 0, 0x34,
	0, 0, 0, 0, 0, 0x12,
	FIELD_PROGRAM_NAME, FIELD_MINISTRY, FIELD_TARGET_POPULATION, FIELD_BENEFICIARIES, FIELD_TOTAL_SPENDING,
	FIELD_COMPONENT_NAME,
	2, 3, 8, 8, 12, 13,
	0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0,
	0, STATUS_AMBIGUOUS << 5, STATUS_INFERRED << 5, STATUS_ABSENT << 5, 0, 0,
};
/* clang-format on */

static void
check_bytes(const uint8_t *bytes, const uint8_t *expected, size_t size)
{
	for (size_t i = 0; i < size; i++)
		CHECK_THAT(bytes[i] == expected[i], "byte %d is %02x, not %02x", (int) i, bytes[i],
		           expected[i]);
}

static void
the_bytes_are_as_documented(void)
{
	uint8_t old[sizeof(documented)];
	Packing packing;

	start(&packing);
	packing.draft.report_year = 2021;
	packing.draft.parser_version = 100;
	add(&packing, FIELD_COMPONENT_NAME, 0x123456, STATUS_REPORTED, "x");
	add(&packing, FIELD_MINISTRY, 0, STATUS_AMBIGUOUS, "M");
	add(&packing, FIELD_PROGRAM_NAME, 1, STATUS_REPORTED, "AB");
	add(&packing, FIELD_TOTAL_SPENDING, 4, STATUS_REPORTED, "-0,5");
	add(&packing, FIELD_TARGET_POPULATION, 2, STATUS_INFERRED, "1.234");
	add(&packing, FIELD_BENEFICIARIES, 3, STATUS_ABSENT, "El programa no presenta información");
	if (pack_and_open(&packing))
	{
		CHECK_INT((long long) packing.size, sizeof(documented));
		check_bytes(packing.bytes, documented, sizeof(documented));
		put_version_1(&packing.report, old);
		check_bytes(old, documented_in_version_1, sizeof(documented));
	}
	finish(&packing);
}

static void
the_order_of_adding_does_not_matter(void)
{
	for (uint64_t seed = 1; seed <= 20; seed++)
	{
		Random random = {seed};
		Packing first;
		Packing second;

		start(&first);
		random_draft(&random, &first.draft);
		start(&second);
		second.draft.report_year = first.draft.report_year;
		second.draft.parser_version = first.draft.parser_version;
		for (uint32_t i = first.draft.count; i > 0; i--)
		{
			Fact *fact = &first.draft.facts[i - 1];

			draft_add(&second.draft, fact->field, fact->row, fact->status, fact->text);
		}
		if (pack_and_open(&first) && pack_and_open(&second))
		{
			CHECK(first.size == second.size && memcmp(first.bytes, second.bytes, first.size) == 0);
			CHECK(pack(&first)); /* once more, as it is settled */
			CHECK(first.size == second.size && memcmp(first.bytes, second.bytes, first.size) == 0);
		}
		finish(&first);
		finish(&second);
	}
}

static void
a_packed_draft_gives_its_facts_back(void)
{
	for (uint64_t seed = 100; seed < 120; seed++)
	{
		Random random = {seed};
		Packing packing;

		start(&packing);
		random_draft(&random, &packing.draft);
		if (pack_and_open(&packing))
		{
			CHECK_INT(packing.report.head.fact_count, packing.draft.count);
			for (uint32_t i = 0; i < packing.draft.count; i++)
			{
				Fact given = packing.draft.facts[i];
				uint32_t at = report_seek(&packing.report, given.field, given.row);
				Fact got = report_fact(&packing.report, at);

				CHECK(got.field == given.field && got.row == given.row);
				CHECK_INT(got.status, given.status);
				CHECK_STR(got.text, given.text);
				CHECK((got.text.at == NULL) == (got.text.len == 0));
			}
		}
		finish(&packing);
	}
}

/* ---- What a draft makes of its facts ---- */

static void
check_settled(FieldId field, Status given, const char *text, Status expected)
{
	Packing packing;
	Fact fact;

	start(&packing);
	add(&packing, field, 0, given, text);
	if (pack_and_open(&packing))
	{
		bool kept = expected != STATUS_ABSENT && expected != STATUS_BLANK;

		fact = report_fact(&packing.report, 0);
		CHECK_INT(fact.status, expected);
		CHECK_STR(fact.text, kept ? str_of(text) : NO_STR);
	}
	finish(&packing);
}

static void
values_are_of_their_type(void)
{
	check_settled(FIELD_BENEFICIARIES, STATUS_REPORTED, "327", STATUS_REPORTED);
	check_settled(FIELD_BENEFICIARIES, STATUS_REPORTED, "muchos", STATUS_INVALID);
	check_settled(FIELD_BENEFICIARIES, STATUS_INFERRED, "muchos", STATUS_INVALID);
	check_settled(FIELD_BENEFICIARIES, STATUS_AMBIGUOUS, "muchos", STATUS_AMBIGUOUS);
	check_settled(FIELD_BENEFICIARIES, STATUS_REPORTED, "", STATUS_BLANK);
	check_settled(FIELD_BENEFICIARIES, STATUS_AMBIGUOUS, "", STATUS_AMBIGUOUS);
	check_settled(FIELD_BENEFICIARIES, STATUS_INVALID, "327", STATUS_INVALID);
	check_settled(FIELD_BENEFICIARIES, STATUS_ABSENT, "327", STATUS_ABSENT);
	check_settled(FIELD_BENEFICIARIES, STATUS_NOT_APPLICABLE, "N/A", STATUS_NOT_APPLICABLE);
	check_settled(FIELD_PURPOSE, STATUS_REPORTED, "", STATUS_BLANK);
	check_settled(FIELD_PURPOSE, STATUS_BLANK, "x", STATUS_BLANK);
	check_settled(FIELD_COVERAGE_YEAR, STATUS_REPORTED, "21", STATUS_INVALID);
}

static void
check_position(Packing *packing, FieldId field, uint32_t row)
{
	Fact fact;

	CHECK(report_scalar(&packing->report, field, &fact));
	CHECK_INT(fact.row, row);
}

static void
positions_are_counted_without_gaps(void)
{
	Packing packing;
	Fact fact;

	start(&packing);
	add(&packing, FIELD_PURPOSE, 70, STATUS_REPORTED, "d");
	add(&packing, FIELD_MINISTRY, 9, STATUS_REPORTED, "c"); /* where another stands: after it */
	add(&packing, FIELD_PROGRAM_NAME, 9, STATUS_REPORTED, "b");
	add(&packing, FIELD_OTHER_TEXT, 9, STATUS_REPORTED, "after both");
	add(&packing, FIELD_OTHER_LABEL, 9, STATUS_REPORTED, "the same row");
	add(&packing, FIELD_OTHER_TEXT, 3, STATUS_REPORTED, "a");
	add(&packing, FIELD_OTHER_SECTION, PACKED_ROW_MAX, STATUS_REPORTED, "3.3");
	if (pack_and_open(&packing))
	{
		check_position(&packing, FIELD_PROGRAM_NAME, 1);
		check_position(&packing, FIELD_MINISTRY, 2);
		check_position(&packing, FIELD_PURPOSE, 4);
		CHECK(report_cell(&packing.report, FIELD_OTHER_TEXT, 0, &fact));
		CHECK(report_cell(&packing.report, FIELD_OTHER_TEXT, 3, &fact));
		CHECK(report_cell(&packing.report, FIELD_OTHER_LABEL, 3, &fact));
		CHECK(report_cell(&packing.report, FIELD_OTHER_SECTION, 5, &fact));
	}
	finish(&packing);
}

/* ---- What a draft refuses ---- */

static void
check_refused(Packing *packing, ErrorCode code, const char *message)
{
	CHECK(!pack(packing));
	CHECK_INT(packing->error.code, code);
	CHECK_THAT(strstr(packing->error.message, message) != NULL, "the message is \"%s\"",
	           packing->error.message);
	finish(packing);
}

static void
nothing_is_given_twice(void)
{
	Packing packing;

	start(&packing);
	add(&packing, FIELD_COVERAGE_TARGET, 1, STATUS_REPORTED, "1");
	add(&packing, FIELD_COVERAGE_YEAR, 1, STATUS_REPORTED, "2021");
	add(&packing, FIELD_COVERAGE_TARGET, 1, STATUS_REPORTED, "1");
	check_refused(&packing, ERROR_SYNTAX, "\"target_population\" is given twice");
	start(&packing);
	add(&packing, FIELD_PURPOSE, 1, STATUS_REPORTED, "uno");
	add(&packing, FIELD_PURPOSE, 5, STATUS_REPORTED, "dos");
	check_refused(&packing, ERROR_SYNTAX, "\"purpose\" is given twice");
}

static void
facts_have_places(void)
{
	static const struct
	{
		FieldId field;
		uint32_t row;
	} cases[] = {
	    {FIELD_COUNT, 0},
	    {FIELD_NONE, 0},
	    {FIELD_HEADING_3, 0},
	    {FIELD_REGIONS_NOTE, 0},
	    {FIELD_COVERAGE, 0}, /* a table */
	    {FIELD_COVERAGE_YEAR, PACKED_ROW_MAX + 1},
	    {FIELD_LABEL_PRINTED, FIELD_HEADING_3},
	    {FIELD_LABEL_PRINTED, FIELD_COVERAGE_YEAR},
	    {FIELD_LABEL_PRINTED, FIELD_COUNT},
	    {FIELD_MARKUP_TAGS, FIELD_REGIONS_NOTE},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		Packing packing;

		start(&packing);
		add(&packing, cases[i].field, cases[i].row, STATUS_REPORTED, "2021");
		check_refused(&packing, ERROR_LIMIT, "no fact of a program_report");
	}
}

static void
texts_are_utf8_without_nul(void)
{
	Packing packing;

	start(&packing);
	add(&packing, FIELD_PURPOSE, 0, STATUS_REPORTED, "a\xC3");
	check_refused(&packing, ERROR_SYNTAX, "\"purpose\" is not valid UTF-8");
	start(&packing);
	draft_add(&packing.draft, FIELD_PURPOSE, 0, STATUS_REPORTED, (Str){"a\0b", 3});
	check_refused(&packing, ERROR_SYNTAX, "\"purpose\" is not valid UTF-8");
}

static void
years_and_versions_have_a_range(void)
{
	static const int years[] = {0, -1, 1899, 2101, INT32_MAX};
	Packing packing;

	for (size_t i = 0; i < sizeof(years) / sizeof(years[0]); i++)
	{
		start(&packing);
		packing.draft.report_year = years[i];
		check_refused(&packing, ERROR_RANGE, "report year");
	}
	start(&packing);
	packing.draft.parser_version = 65536;
	check_refused(&packing, ERROR_RANGE, "parser version");
	start(&packing);
	packing.draft.parser_version = -1;
	check_refused(&packing, ERROR_RANGE, "parser version");
}

static void
strings_have_a_limit(void)
{
	uint32_t len = 16 * 1024 * 1024;
	char *text = malloc(len);
	Packing packing;

	memset(text, 'x', len);
	start(&packing);
	for (uint32_t row = 0; row < 32; row++)
		draft_add(&packing.draft, FIELD_COMPONENT_NAME, row, STATUS_REPORTED, (Str){text, len});
	check_refused(&packing, ERROR_LIMIT, "too large");
	free(text);
}

static void
the_host_may_stop_it(void)
{
	Counted counted = {.left = 100, .questions = 0};
	Host host = counted_host(&counted);
	Packing packing;

	start(&packing);
	packing.arena.host = &host;
	add(&packing, FIELD_PURPOSE, 0, STATUS_REPORTED, "x");
	check_refused(&packing, ERROR_INTERRUPTED, "interrupted");
}

static void
no_memory_is_an_error(void)
{
	Packing packing;

	start(&packing);
	add(&packing, FIELD_PURPOSE, 0, STATUS_REPORTED, "x");
	packing.arena.failed = true;
	add(&packing, FIELD_MAIN_PROBLEM, 1, STATUS_REPORTED, "x");
	check_refused(&packing, ERROR_NO_MEMORY, "out of memory");
}

/* ---- Checking ---- */

#define SMALL_FACTS   15
#define SMALL_SUMMARY 7

/* A small report that has something of everything. */
static void
pack_small(Packing *packing)
{
	start(packing);
	packing->draft.report_year = 2021;
	packing->draft.parser_version = 100;
	add(packing, FIELD_PROGRAM_NAME, 0, STATUS_REPORTED, "Ñandú");
	add(packing, FIELD_MINISTRY, 1, STATUS_REPORTED, "Ministerio");
	add(packing, FIELD_SERVICE, 2, STATUS_AMBIGUOUS, "S");
	add(packing, FIELD_OTHER_LABEL, 3, STATUS_REPORTED, "Nuevo");
	add(packing, FIELD_OTHER_TEXT, 3, STATUS_REPORTED, "sí");
	add(packing, FIELD_TARGET_POPULATION, 4, STATUS_REPORTED, "5.000");
	add(packing, FIELD_BENEFICIARIES, 5, STATUS_INFERRED, "327");
	add(packing, FIELD_TOTAL_SPENDING, 6, STATUS_REPORTED, "1,5");
	add(packing, FIELD_EX_ANTE_RATING, 7, STATUS_BLANK, "");
	add(packing, FIELD_COVERAGE_YEAR, 0, STATUS_REPORTED, "2020");
	add(packing, FIELD_COVERAGE_YEAR, 1, STATUS_REPORTED, "2021");
	add(packing, FIELD_COVERAGE_TARGET, 1, STATUS_NOT_APPLICABLE, "N/A");
	add(packing, FIELD_FLOW_PERSONS, 12, STATUS_AMBIGUOUS, "4");
	add(packing, FIELD_PURPOSE_VALUE, 65, STATUS_REPORTED, "7%");
	add(packing, FIELD_LABEL_PRINTED, FIELD_SPENDING, STATUS_REPORTED, "Total");
	CHECK(pack(packing));
}

/* Reads all there is to read; what matters is that the sanitizers stay silent. */
static void
read_all(const Report *report)
{
	Arena arena;
	Fact fact;
	Decimal number;
	int64_t integer;
	const uint8_t *input;
	size_t size;

	arena_init(&arena, &host_plain);
	for (uint32_t i = 0; i < report->head.fact_count; i++)
	{
		fact = report_fact(report, i);
		fact_number(&fact, &number);
		fact_integer(&fact, &integer);
	}
	for (int i = 0; i < FIELD_COUNT; i++)
	{
		Str label = report_label(report, (FieldId) i, &arena);

		CHECK(utf8_prefix(label) == label.len);
		report_scalar(report, (FieldId) i, &fact);
		report_cell(report, (FieldId) i, 1, &fact);
		report_rows(report, (FieldId) i);
	}
	CHECK_INT(report_compare(report, report), 0);
	report_hash_input(report, &input, &size);
	CHECK(input + size == report->bytes + report->size);
	arena_free(&arena);
}

static void
every_changed_byte_is_refused_or_read(void)
{
	Packing packing;
	int opened = 0;

	pack_small(&packing);
	for (size_t i = 0; i < packing.size; i++)
	{
		uint8_t original = packing.bytes[i];

		for (int change = 1; change < 256; change++)
		{
			Report report;
			Error error;

			packing.bytes[i] = (uint8_t) (original ^ change);
			if (!report_open(&report, packing.bytes, packing.size, &error))
			{
				CHECK_INT(error.code, ERROR_CORRUPT);
				CHECK(error.detail[0] != '\0');
				continue;
			}
			read_all(&report);
			opened++;
		}
		packing.bytes[i] = original;
	}
	CHECK_THAT(opened > 1000, "%d changed values were opened", opened); /* letters, the year */
	finish(&packing);
}

static void
every_truncation_is_refused(void)
{
	Packing packing;
	Error error;

	pack_small(&packing);
	for (size_t size = 0; size < packing.size; size++)
	{
		CHECK(!opens(packing.bytes, size, &error));
		CHECK_INT(error.code, ERROR_CORRUPT);
	}
	CHECK(opens(packing.bytes, packing.size, &error));
	finish(&packing);
}

static void
random_damage_is_refused_or_read(void)
{
	Random random = {4711};
	Packing packing;

	for (int round = 0; round < 20; round++)
	{
		start(&packing);
		random_draft(&random, &packing.draft);
		CHECK(pack(&packing));
		for (int i = 0; i < 200; i++)
		{
			uint8_t *copy = malloc(packing.size);
			uint32_t changes = 1 + random_below(&random, 4);
			Report report;

			memcpy(copy, packing.bytes, packing.size);
			for (uint32_t change = 0; change < changes; change++)
				copy[random_below(&random, (uint32_t) packing.size)] ^=
				    (uint8_t) (1 << random_below(&random, 8));
			if (report_open(&report, copy, packing.size, &packing.error))
				read_all(&report);
			free(copy);
		}
		finish(&packing);
	}
}

/* One of the eight bytes of a fact of the small report. */
static uint8_t *
fact_byte(Packing *packing, uint32_t index, size_t byte)
{
	uint8_t *facts = packing->bytes + PACKED_HEADER_SIZE;
	uint32_t count = SMALL_SUMMARY;
	ReportHead head;

	CHECK(report_head(packing->bytes, packing->size, &head, &packing->error));
	if (index >= SMALL_SUMMARY)
	{
		facts = packing->bytes + head.strings_at + head.strings_len;
		count = SMALL_FACTS - SMALL_SUMMARY;
		index -= SMALL_SUMMARY;
	}
	return facts + byte * count + index;
}

static uint8_t *
string_byte(Packing *packing, uint32_t index)
{
	return packing->bytes + PACKED_HEADER_SIZE + 8 * SMALL_SUMMARY + index;
}

static void
check_damage(Packing *packing, const char *detail)
{
	CHECK(!opens(packing->bytes, packing->size, &packing->error));
	CHECK_STR(str_of(packing->error.detail), str_of(detail));
	finish(packing);
}

static void
damage_of_the_header_is_named(void)
{
	Packing packing;

	pack_small(&packing);
	packing.bytes[0] = 3;
	check_damage(&packing, "This version of the extension reads versions 1 to 2.");
	pack_small(&packing);
	packing.bytes[0] = 0;
	check_damage(&packing, "This version of the extension reads versions 1 to 2.");
	pack_small(&packing);
	packing.bytes[1] = PACKED_SUMMARY_MAX + 1;
	check_damage(&packing, "A number of its header is out of range.");
	pack_small(&packing);
	packing.bytes[1] = SMALL_FACTS + 1;
	check_damage(&packing, "A number of its header is out of range.");
	pack_small(&packing);
	packing.size--;
	check_damage(&packing, "Its size is not what its header says.");
	pack_small(&packing);
	packing.bytes[5] = 0;
	check_damage(&packing, "Its report year is out of range.");
	pack_small(&packing);
	packing.bytes[8]++;
	check_damage(&packing, "Its header contradicts its facts.");
	pack_small(&packing);
	packing.bytes[33] = 1; /* a scale of 257 */
	check_damage(&packing, "A number of its header is out of range.");
	pack_small(&packing);
	packing.bytes[46] = 0x7F;
	check_damage(&packing, "A name of its header is longer than its strings.");
}

/* The first and the last fact of the summary are 0 and 6, those of the rest 7 and 14. */
static void
damage_of_the_facts_is_named(void)
{
	Packing packing;

	pack_small(&packing);
	*string_byte(&packing, 0) = 0xFF;
	check_damage(&packing, "Its strings are not valid UTF-8.");
	pack_small(&packing);
	*string_byte(&packing, 2) = 0;
	check_damage(&packing, "Its strings are not valid UTF-8.");
	pack_small(&packing);
	fact_byte(&packing, 7, 0)[-1] = 0xFF; /* the last byte of the strings */
	check_damage(&packing, "Its strings are not valid UTF-8.");
	pack_small(&packing);
	*fact_byte(&packing, 1, 3) = 0;
	*fact_byte(&packing, 1, 0) = 0;
	check_damage(&packing, "Its facts are out of order.");
	pack_small(&packing);
	*fact_byte(&packing, 8, 0) = 2;
	check_damage(&packing, "Its facts are out of order.");
	pack_small(&packing);
	*fact_byte(&packing, 6, 3) = FIELD_TOTAL_SPENDING_BY_USE; /* not of the summary */
	check_damage(&packing, "Its facts are out of order.");
	pack_small(&packing);
	*fact_byte(&packing, 7, 3) = FIELD_PURPOSE; /* of the summary */
	check_damage(&packing, "Its facts are out of order.");
	pack_small(&packing);
	*fact_byte(&packing, 14, 3) = FIELD_COUNT;
	check_damage(&packing, "It has a fact of no field.");
	pack_small(&packing);
	*fact_byte(&packing, 0, 7) |= 7 << 5;
	check_damage(&packing, "It has a fact of no status.");
	pack_small(&packing);
	*fact_byte(&packing, 14, 4) += 1;
	check_damage(&packing, "A text of it runs past its strings.");
	pack_small(&packing);
	*fact_byte(&packing, 6, 5) = 1; /* the summary's strings, by 256 */
	check_damage(&packing, "A text of it runs past its strings.");
	pack_small(&packing);
	*fact_byte(&packing, 5, 4) += 4; /* past the summary's, not past all */
	check_damage(&packing, "A text of it runs past its strings.");
	pack_small(&packing);
	*fact_byte(&packing, 14, 4) -= 1;
	check_damage(&packing, "Its strings hold more than its texts.");
	pack_small(&packing);
	*fact_byte(&packing, 0, 4) = 1;
	check_damage(&packing, "A text of it begins within a character.");
	pack_small(&packing);
	*fact_byte(&packing, 0, 7) |= STATUS_BLANK << 5;
	check_damage(&packing, "A status of it contradicts its text.");
	pack_small(&packing);
	*fact_byte(&packing, 1, 3) = FIELD_PROGRAM_NAME;
	check_damage(&packing, "It has a field twice.");
	pack_small(&packing);
	*fact_byte(&packing, 1, 0) = 0; /* two at the same position */
	check_damage(&packing, "Its fields are not numbered in order.");
	pack_small(&packing);
	*fact_byte(&packing, 1, 0) = 3; /* where another field stands */
	check_damage(&packing, "Its fields are not numbered in order.");
	pack_small(&packing);
	*fact_byte(&packing, 1, 1) = 1; /* far away */
	check_damage(&packing, "Its fields are not numbered in order.");
}

static void
sizes_do_not_overflow(void)
{
	Packing packing;
	Error error;

	start(&packing);
	CHECK(pack(&packing));
	memset(packing.bytes + 52, 0xFF, 4);
	CHECK(!opens(packing.bytes, packing.size, &error));
	memset(packing.bytes + 48, 0xFF, 3);
	packing.bytes[51] = 0x1F;
	CHECK(!opens(packing.bytes, packing.size, &error));
	memset(packing.bytes + 36, 0xFF, 12);
	CHECK(!opens(packing.bytes, packing.size, &error));
	finish(&packing);
}

/* ---- The summary alone ---- */

static void
the_summary_has_its_fields(void)
{
	int count = 0;

	for (int i = 0; i < FIELD_COUNT; i++)
		count += is_of_summary((FieldId) i);
	CHECK_INT(count, PACKED_SUMMARY_MAX);
	CHECK(is_of_summary(FIELD_TOTAL_SPENDING) && !is_of_summary(FIELD_TOTAL_SPENDING_BY_USE));
	CHECK(!is_of_summary(FIELD_COUNT) && !is_of_summary(FIELD_NONE));
}

/* Opens a copy of the first bytes, whose end is watched. */
static bool
opens_summary(const uint8_t *bytes, size_t size, Arena *arena, Report *report, Error *error)
{
	uint8_t *copy = arena_alloc(arena, size);

	memcpy(copy, bytes, size);
	return report_open_summary(report, copy, size, error);
}

static void
check_same_facts(const Report *summary, const Report *whole)
{
	CHECK_INT(summary->head.fact_count, whole->head.summary_count);
	for (int i = 0; i < FIELD_COUNT; i++)
	{
		FieldId field = (FieldId) i;
		Fact fact;
		Fact expected;
		bool found = report_scalar(summary, field, &fact);

		if (!is_of_summary(field))
		{
			CHECK(!found && report_rows(summary, field) == 0);
			continue;
		}
		CHECK(found == report_scalar(whole, field, &expected));
		if (found)
		{
			CHECK(fact.row == expected.row && fact.status == expected.status);
			CHECK_STR(fact.text, expected.text);
		}
	}
}

static void
the_summary_is_read_from_the_first_bytes(void)
{
	for (uint64_t seed = 200; seed < 230; seed++)
	{
		Random random = {seed};
		Packing packing;
		Report summary;
		ReportHead head;
		size_t end;

		start(&packing);
		random_draft(&random, &packing.draft);
		CHECK(pack_and_open(&packing));
		CHECK(report_head(packing.bytes, packing.size, &head, &packing.error));
		end = report_summary_end(packing.bytes, packing.size, &head);
		CHECK(end <= packing.size);
		CHECK(opens_summary(packing.bytes, end, &packing.arena, &summary, &packing.error));
		check_same_facts(&summary, &packing.report);
		CHECK(!opens_summary(packing.bytes, end - 1, &packing.arena, &summary, &packing.error));
		CHECK_INT(packing.error.code, ERROR_CORRUPT);
		finish(&packing);
	}
}

/* What opens as a whole has a summary that opens; what is changed in a summary, does so alike. */
static void
the_summary_is_checked_as_the_whole_is(void)
{
	Packing packing;
	Report report;
	ReportHead head;
	size_t end;
	int refused = 0;

	pack_small(&packing);
	CHECK(report_head(packing.bytes, packing.size, &head, &packing.error));
	end = report_summary_end(packing.bytes, packing.size, &head);
	for (size_t i = 0; i < packing.size; i++)
	{
		bool whole;
		bool alone;

		packing.bytes[i] ^= 0x81;
		whole = report_open(&report, packing.bytes, packing.size, &packing.error);
		alone = opens_summary(packing.bytes, end, &packing.arena, &report, &packing.error);
		CHECK(alone || !whole);
		if (!alone)
			CHECK(i < end && packing.error.code == ERROR_CORRUPT);
		refused += !alone;
		packing.bytes[i] ^= 0x81;
	}
	CHECK_THAT(refused > (int) end / 2, "%d changes were refused", refused);
	finish(&packing);
}

/* ---- Version 1 ---- */

static uint8_t *
version_1_of(Packing *packing)
{
	uint8_t *old = arena_alloc(&packing->arena, packing->size);

	put_version_1(&packing->report, old);
	return old;
}

/* Renews a copy whose end is watched; NULL: it is refused. */
static uint8_t *
renewed(const uint8_t *old, size_t size, Arena *arena, Error *error)
{
	uint8_t *copy = arena_alloc(arena, size);
	uint8_t *bytes = arena_alloc(arena, size);

	memcpy(copy, old, size);
	return packed_renew(copy, size, bytes, error) ? bytes : NULL;
}

static void
version_1_becomes_what_is_stored_today(void)
{
	for (uint64_t seed = 300; seed < 330; seed++)
	{
		Random random = {seed};
		Packing packing;
		uint8_t *old;
		uint8_t *bytes;
		ReportHead head;

		start(&packing);
		random_draft(&random, &packing.draft);
		CHECK(pack_and_open(&packing));
		old = version_1_of(&packing);
		CHECK(!opens(old, packing.size, &packing.error));
		CHECK(report_head(old, packing.size, &head, &packing.error));
		CHECK_INT(head.format_version, 1);
		CHECK_INT(head.identity_end - head.strings_at,
		          packing.report.head.identity_end - packing.report.head.strings_at);
		bytes = renewed(old, packing.size, &packing.arena, &packing.error);
		CHECK(bytes != NULL && memcmp(bytes, packing.bytes, packing.size) == 0);
		finish(&packing);
	}
}

static void
damage_of_version_1_is_refused_or_read(void)
{
	Packing packing;
	uint8_t *old;
	int refused = 0;

	pack_small(&packing);
	CHECK(report_open(&packing.report, packing.bytes, packing.size, &packing.error));
	old = version_1_of(&packing);
	for (size_t size = 0; size < packing.size; size++)
		CHECK(renewed(old, size, &packing.arena, &packing.error) == NULL);
	for (size_t i = 0; i < packing.size; i++)
	{
		for (int change = 1; change < 256; change++)
		{
			uint8_t *bytes;
			Arena arena;
			Report report;

			arena_init(&arena, &host_plain);
			old[i] ^= (uint8_t) change;
			bytes = renewed(old, packing.size, &arena, &packing.error);
			old[i] ^= (uint8_t) change;
			if (bytes != NULL && report_open(&report, bytes, packing.size, &packing.error))
				read_all(&report);
			else
			{
				CHECK_INT(packing.error.code, ERROR_CORRUPT);
				refused++;
			}
			arena_free(&arena);
		}
	}
	CHECK_THAT(refused > 1000, "%d changes were refused", refused);
	finish(&packing);
}

static void
check_old_damage(Packing *packing, size_t at, uint8_t byte, const char *detail)
{
	uint8_t *old = version_1_of(packing);

	old[at] = byte;
	CHECK(renewed(old, packing->size, &packing->arena, &packing->error) == NULL);
	CHECK_STR(str_of(packing->error.detail), str_of(detail));
}

static void
damage_of_version_1_is_named(void)
{
	Packing packing;
	size_t facts;

	pack_small(&packing);
	CHECK(report_open(&packing.report, packing.bytes, packing.size, &packing.error));
	facts = PACKED_HEADER_SIZE + packing.report.head.strings_len;
	check_old_damage(&packing, 1, 1, "A number of its header is out of range.");
	check_old_damage(&packing, 52, SMALL_FACTS + 1, "Its size is not what its header says.");
	check_old_damage(&packing, facts + 3 * SMALL_FACTS, FIELD_COUNT, "Its facts are out of order.");
	check_old_damage(&packing, facts + 4 * SMALL_FACTS, 0xFF,
	                 "A text of it runs past its strings.");
	check_old_damage(&packing, facts + 5 * SMALL_FACTS - 1,
	                 (uint8_t) (packing.report.head.strings_len - 1),
	                 "Its strings hold more than its texts.");
	finish(&packing);
}

/* More facts of the summary than it has fields: what version 2 has no room to count. */
static void
version_1_with_a_field_too_often_is_refused(void)
{
	Packing packing;
	uint8_t *old;

	start(&packing);
	for (uint32_t i = 0; i <= PACKED_SUMMARY_MAX; i++)
		add(&packing, FIELD_LAW_PARTIDA, i, STATUS_BLANK, "");
	CHECK(pack_and_open(&packing));
	old = version_1_of(&packing);
	for (uint32_t i = 0; i <= PACKED_SUMMARY_MAX; i++) /* the keys' first byte */
		old[PACKED_HEADER_SIZE + 3 * (PACKED_SUMMARY_MAX + 1) + i] = FIELD_PROGRAM_NAME;
	CHECK(renewed(old, packing.size, &packing.arena, &packing.error) == NULL);
	CHECK_STR(str_of(packing.error.detail), STR("It has a field twice."));
	finish(&packing);
}

/* ---- Reading ---- */

static void
the_head_is_read_from_the_first_bytes(void)
{
	Packing packing;
	ReportHead head;
	uint8_t first[PACKED_HEADER_SIZE];

	pack_small(&packing);
	memcpy(first, packing.bytes, sizeof(first));
	CHECK(!report_head(first, sizeof(first) - 1, &head, &packing.error));
	CHECK(report_head(first, sizeof(first), &head, &packing.error));
	CHECK_INT(head.parser_version, 100);
	CHECK_INT(head.report_year, 2021);
	CHECK_INT(head.target_population, 5000);
	CHECK_INT(head.beneficiaries, 327);
	CHECK_INT(head.total_spending.mantissa, 15);
	CHECK_INT(head.total_spending.scale, 1);
	CHECK_INT(head.name_len, 7);
	CHECK_INT(head.format_version, 2);
	CHECK_INT(head.summary_count, SMALL_SUMMARY);
	CHECK_INT(head.strings_at, 56 + 8 * SMALL_SUMMARY);
	CHECK_INT(head.ministry_at, head.strings_at + 7);
	CHECK_INT(head.ministry_len, 10);
	CHECK_INT(head.service_at, head.strings_at + 17);
	CHECK(head.service_len == UINT32_MAX); /* ambiguous */
	CHECK_INT(head.identity_end, head.strings_at + 18);
	CHECK_INT(head.fact_count, SMALL_FACTS);
	CHECK_STR(((Str){(char *) packing.bytes + head.ministry_at, head.ministry_len}),
	          STR("Ministerio"));
	finish(&packing);
}

static void
only_sure_figures_are_in_the_head(void)
{
	Packing packing;

	start(&packing);
	add(&packing, FIELD_TARGET_POPULATION, 0, STATUS_AMBIGUOUS, "5");
	add(&packing, FIELD_BENEFICIARIES, 1, STATUS_REPORTED, "5,5");
	add(&packing, FIELD_TOTAL_SPENDING, 2, STATUS_INVALID, "5");
	if (pack_and_open(&packing))
	{
		CHECK(packing.report.head.target_population == FIGURE_UNKNOWN);
		CHECK(packing.report.head.beneficiaries == FIGURE_UNKNOWN);
		CHECK(packing.report.head.total_spending.mantissa == FIGURE_UNKNOWN);
	}
	finish(&packing);
}

static void
facts_are_found(void)
{
	Packing packing;
	Fact fact;

	pack_small(&packing);
	CHECK(report_open(&packing.report, packing.bytes, packing.size, &packing.error));
	CHECK(report_scalar(&packing.report, FIELD_BENEFICIARIES, &fact));
	CHECK_STR(fact.text, STR("327"));
	CHECK(!report_scalar(&packing.report, FIELD_PURPOSE, &fact));
	CHECK(!report_scalar(&packing.report, FIELD_MARKUP_TAGS, &fact));
	CHECK(report_cell(&packing.report, FIELD_COVERAGE_YEAR, 1, &fact));
	CHECK_STR(fact.text, STR("2021"));
	CHECK(!report_cell(&packing.report, FIELD_COVERAGE_YEAR, 2, &fact));
	CHECK(!report_cell(&packing.report, FIELD_MARKUP_TAGS, 0, &fact));
	CHECK_INT(report_rows(&packing.report, FIELD_COVERAGE_YEAR), 2);
	CHECK_INT(report_rows(&packing.report, FIELD_COVERAGE_BENEFICIARIES), 0);
	CHECK_INT(report_rows(&packing.report, FIELD_PURPOSE_VALUE), 66);
	CHECK_INT(report_rows(&packing.report, FIELD_MARKUP_TAGS), 0);
	CHECK_INT(report_seek(&packing.report, FIELD_MARKUP_TAGS, 0), 15);
	CHECK_INT(report_seek(&packing.report, FIELD_PROGRAM_NAME, 0), 0);
	finish(&packing);
}

static void
facts_have_numbers(void)
{
	Decimal number;
	int64_t integer;
	Fact fact = {FIELD_COMPONENT_PRODUCTION, 0, STATUS_REPORTED, STR("5,00")};

	CHECK(fact_number(&fact, &number) && number.mantissa == 500 && number.scale == 2);
	CHECK(fact_integer(&fact, &integer) && integer == 5);
	fact.text = STR("5,01");
	CHECK(fact_number(&fact, &number) && !fact_integer(&fact, &integer));
	fact.text = STR("-7");
	CHECK(fact_integer(&fact, &integer) && integer == -7);
	fact.status = STATUS_INFERRED;
	CHECK(fact_integer(&fact, &integer));
	fact.status = STATUS_AMBIGUOUS;
	CHECK(!fact_number(&fact, &number) && !fact_integer(&fact, &integer));
	fact = (Fact){FIELD_PURPOSE, 0, STATUS_REPORTED, STR("5")};
	CHECK(!fact_number(&fact, &number));
}

/* ---- Labels ---- */

static void
check_label(Packing *packing, FieldId field, const char *label)
{
	CHECK_STR(report_label(&packing->report, field, &packing->arena), str_of(label));
}

static void
labels_say_what_the_report_printed(void)
{
	Packing packing;

	start(&packing);
	packing.draft.report_year = 2021;
	add(&packing, FIELD_CLOSING_DATE, 0, STATUS_REPORTED, "31 - diciembre - 2021");
	add(&packing, FIELD_COMPONENT_COUNT, 1, STATUS_REPORTED, "3");
	add(&packing, FIELD_SPENDING, 2, STATUS_REPORTED, "5");
	add(&packing, FIELD_LABEL_PRINTED, FIELD_SPENDING, STATUS_REPORTED, "Gasto {year} total");
	if (pack_and_open(&packing))
	{
		check_label(&packing, FIELD_START_YEAR, "Año de inicio");
		check_label(&packing, FIELD_NEXT_INITIAL_BUDGET,
		            "Presupuesto Inicial (Ley de Presupuesto 2022) ($miles)");
		check_label(&packing, FIELD_FINAL_BUDGET,
		            "Presupuesto Final (Vigente al 4to trimestre año 2021) ($miles)");
		check_label(&packing, FIELD_COMPONENT_COUNT, "El programa presenta 3 componentes.");
		check_label(&packing, FIELD_CLOSING_DATE, "(cierre al 31 - diciembre - 2021)");
		check_label(&packing, FIELD_SPENDING, "Gasto {year} total");
		check_label(&packing, FIELD_PROGRAM_NAME, "");
		check_label(&packing, FIELD_COVERAGE_YEAR, "");
	}
	finish(&packing);
}

static void
labels_leave_out_what_is_not_known(void)
{
	Packing packing;

	start(&packing);
	add(&packing, FIELD_COMPONENT_COUNT, 1, STATUS_AMBIGUOUS, "3");
	if (pack_and_open(&packing))
	{
		check_label(&packing, FIELD_NEXT_INITIAL_BUDGET,
		            "Presupuesto Inicial (Ley de Presupuesto) ($miles)");
		check_label(&packing, FIELD_POPULATION_FLOW,
		            "Desagregación de población beneficiada durante");
		check_label(&packing, FIELD_COMPONENT_COUNT, "El programa presenta componentes.");
		check_label(&packing, FIELD_CLOSING_DATE, "(cierre al)");
		packing.arena.failed = true;
		CHECK(report_label(&packing.report, FIELD_CLOSING_DATE, &packing.arena).at == NULL);
	}
	finish(&packing);
}

/* ---- Order ---- */

typedef struct Identity
{
	const char *ministry; /* NULL: none */
	const char *service;
	const char *name;
	int year;
	const char *purpose;
} Identity;

static void
pack_identity(Packing *packing, const Identity *identity, int parser_version)
{
	start(packing);
	packing->draft.report_year = identity->year;
	packing->draft.parser_version = parser_version;
	if (identity->name != NULL)
		add(packing, FIELD_PROGRAM_NAME, 0, STATUS_REPORTED, identity->name);
	if (identity->ministry != NULL)
		add(packing, FIELD_MINISTRY, 1, STATUS_REPORTED, identity->ministry);
	if (identity->service != NULL)
		add(packing, FIELD_SERVICE, 2, STATUS_REPORTED, identity->service);
	add(packing, FIELD_PURPOSE, 3, STATUS_REPORTED, identity->purpose);
	pack_and_open(packing);
}

static void
reports_are_ordered_by_identity_then_facts(void)
{
	static const Identity order[] = {
	    {NULL, NULL, NULL, YEAR_UNKNOWN, "x"},
	    {NULL, NULL, NULL, 2020, "x"},
	    {NULL, NULL, "b", 2020, "x"},
	    {NULL, "a", "a", 2020, "x"},
	    {"a", NULL, "z", 2020, "x"},
	    {"a", "a", "a", 2020, "x"},
	    {"a", "a", "a", 2020, "y"},
	    {"a", "a", "a", 2021, "a"},
	    {"a", "a", "aa", 2019, "a"},
	    {"a", "b", "a", 2020, "x"},
	    {"b", "a", "a", 2020, "x"},
	};
	int count = sizeof(order) / sizeof(order[0]);

	for (int i = 0; i < count; i++)
	{
		for (int j = 0; j < count; j++)
		{
			Packing left;
			Packing right;

			pack_identity(&left, &order[i], 100);
			pack_identity(&right, &order[j], 101);
			CHECK_THAT(report_compare(&left.report, &right.report) == (i > j) - (i < j),
			           "%d and %d are in another order", i, j);
			finish(&left);
			finish(&right);
		}
	}
}

static void
equal_reports_have_equal_hash_input(void)
{
	static const Identity identity = {"M", "S", "P", 2021, "x"};
	Packing packings[2];
	const uint8_t *input[2];
	size_t size[2];

	for (int i = 0; i < 2; i++)
	{
		pack_identity(&packings[i], &identity, i);
		report_hash_input(&packings[i].report, &input[i], &size[i]);
	}
	CHECK(size[0] == size[1] && memcmp(input[0], input[1], size[0]) == 0);
	finish(&packings[0]);
	finish(&packings[1]);
}

int
main(void)
{
	RUN(an_empty_draft_is_a_header);
	RUN(the_bytes_are_as_documented);
	RUN(the_order_of_adding_does_not_matter);
	RUN(a_packed_draft_gives_its_facts_back);
	RUN(values_are_of_their_type);
	RUN(positions_are_counted_without_gaps);
	RUN(nothing_is_given_twice);
	RUN(facts_have_places);
	RUN(texts_are_utf8_without_nul);
	RUN(years_and_versions_have_a_range);
	RUN(strings_have_a_limit);
	RUN(the_host_may_stop_it);
	RUN(no_memory_is_an_error);
	RUN(every_changed_byte_is_refused_or_read);
	RUN(every_truncation_is_refused);
	RUN(random_damage_is_refused_or_read);
	RUN(damage_of_the_header_is_named);
	RUN(damage_of_the_facts_is_named);
	RUN(sizes_do_not_overflow);
	RUN(the_summary_has_its_fields);
	RUN(the_summary_is_read_from_the_first_bytes);
	RUN(the_summary_is_checked_as_the_whole_is);
	RUN(version_1_becomes_what_is_stored_today);
	RUN(damage_of_version_1_is_refused_or_read);
	RUN(damage_of_version_1_is_named);
	RUN(version_1_with_a_field_too_often_is_refused);
	RUN(the_head_is_read_from_the_first_bytes);
	RUN(only_sure_figures_are_in_the_head);
	RUN(facts_are_found);
	RUN(facts_have_numbers);
	RUN(labels_say_what_the_report_printed);
	RUN(labels_leave_out_what_is_not_known);
	RUN(reports_are_ordered_by_identity_then_facts);
	RUN(equal_reports_have_equal_hash_input);
	return unit_end();
}
