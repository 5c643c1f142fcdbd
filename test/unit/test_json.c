/*
 * test_json.c
 *		A report as JSON and back.
 *
 * test/unit/test_json.c
 */
#include "unit.h"

#include <jansson.h>

#include "counted.h"
#include "drafts.h"
#include "json.h"

/* ---- Help ---- */

/* Packed bytes and the report in them, in an arena. */
typedef struct Packed
{
	uint8_t *bytes;
	size_t size;
	Report report;
} Packed;

static bool
pack(Draft *draft, Packed *packed, Error *error)
{
	packed->bytes = draft_pack(draft, &packed->size, error);
	return packed->bytes != NULL &&
	       report_open(&packed->report, packed->bytes, packed->size, error);
}

static bool
read_and_pack(Str text, Arena *arena, Packed *packed, Error *error)
{
	Draft draft;

	draft_init(&draft, arena);
	return json_read(text, &draft, error) && pack(&draft, packed, error);
}

static bool
same_bytes(const Packed *a, const Packed *b)
{
	return a->size == b->size && memcmp(a->bytes, b->bytes, a->size) == 0;
}

/* Whether a report survives both forms of JSON. */
static void
check_round_trip(const Packed *packed, const char *what)
{
	for (int pretty = 0; pretty <= 1; pretty++)
	{
		Arena arena;
		Error error = {.code = ERROR_NONE};
		Packed again;
		Str text;

		arena_init(&arena, &host_plain);
		text = json_write(&packed->report, pretty, &arena, &error);
		if (!read_and_pack(text, &arena, &again, &error))
			CHECK_THAT(false, "%s: %s %s\n%.*s", what, error.message, error.detail, (int) text.len,
			           text.at);
		else
			CHECK_THAT(same_bytes(packed, &again), "%s: other bytes from\n%.*s", what,
			           (int) text.len, text.at);
		arena_free(&arena);
	}
}

/* Checks that text is read and written as expected. */
static void
check_json(const char *text, const char *expected)
{
	Arena arena;
	Error error;
	Packed packed;

	arena_init(&arena, &host_plain);
	if (!read_and_pack(str_of(text), &arena, &packed, &error))
		CHECK_THAT(false, "%s: %s %s", text, error.message, error.detail);
	else
		CHECK_STR(json_write(&packed.report, false, &arena, &error), str_of(expected));
	arena_free(&arena);
}

static void
check_same(const char *text)
{
	check_json(text, text);
}

/* ---- Cells ---- */

typedef struct CellCase
{
	FieldId field;
	Status status;
	const char *text;
	const char *json;
} CellCase;

static void
check_cell(const CellCase *cell)
{
	Arena arena;
	Error error;
	Draft draft;
	Packed packed;
	char expected[300];

	arena_init(&arena, &host_plain);
	draft_init(&draft, &arena);
	draft_add(&draft, cell->field, 0, cell->status, str_of(cell->text));
	snprintf(expected, sizeof(expected), "{\"%s\": %s}", form_fields[cell->field].key, cell->json);
	CHECK(pack(&draft, &packed, &error));
	CHECK_STR(json_write(&packed.report, false, &arena, &error), str_of(expected));
	check_round_trip(&packed, expected);
	arena_free(&arena);
}

static void
cells_are_written_as_simply_as_they_allow(void)
{
	static const CellCase cases[] = {
	    {FIELD_PURPOSE, STATUS_REPORTED, "Apoyar", "\"Apoyar\""},
	    {FIELD_PURPOSE, STATUS_REPORTED, "a\"b\\c\n\té€😀\x01", "\"a\\\"b\\\\c\\n\\té€😀\\u0001\""},
	    {FIELD_PURPOSE, STATUS_REPORTED, "N/A", "\"N/A\""},
	    {FIELD_PURPOSE, STATUS_ABSENT, "", "null"},
	    {FIELD_PURPOSE, STATUS_BLANK, "", "{\"status\": \"blank\"}"},
	    {FIELD_PURPOSE, STATUS_NOT_APPLICABLE, "N/A",
	     "{\"status\": \"not_applicable\", \"text\": \"N/A\"}"},
	    {FIELD_PURPOSE, STATUS_AMBIGUOUS, "", "{\"status\": \"ambiguous\"}"},
	    {FIELD_BENEFICIARIES, STATUS_REPORTED, "327", "327"},
	    {FIELD_BENEFICIARIES, STATUS_REPORTED, "-1.234", "-1234"},
	    {FIELD_BENEFICIARIES, STATUS_REPORTED, "999.999.999.999.999.999", "999999999999999999"},
	    {FIELD_BENEFICIARIES, STATUS_REPORTED, "5000", "{\"text\": \"5000\"}"},
	    {FIELD_BENEFICIARIES, STATUS_REPORTED, "-0", "{\"text\": \"-0\"}"},
	    {FIELD_BENEFICIARIES, STATUS_REPORTED, " 5", "{\"text\": \" 5\"}"},
	    {FIELD_BENEFICIARIES, STATUS_INFERRED, "251",
	     "{\"status\": \"inferred\", \"text\": \"251\"}"},
	    {FIELD_BENEFICIARIES, STATUS_INVALID, "muchos",
	     "{\"status\": \"invalid\", \"text\": \"muchos\"}"},
	    {FIELD_COMPONENT_COUNT, STATUS_REPORTED, "3", "3"},
	    {FIELD_SPENDING, STATUS_REPORTED, "262.482", "262482"},
	    {FIELD_SPENDING, STATUS_REPORTED, "0,61", "0.61"},
	    {FIELD_SPENDING, STATUS_REPORTED, "71,0", "71.0"},
	    {FIELD_SPENDING, STATUS_REPORTED, "0,0", "0.0"},
	    {FIELD_SPENDING, STATUS_REPORTED, "-0,0", "{\"text\": \"-0,0\"}"},
	    {FIELD_SPENDING, STATUS_REPORTED, "71,00", "{\"text\": \"71,00\"}"},
	    {FIELD_SPENDING, STATUS_REPORTED, "-1.234,5", "-1234.5"},
	    {FIELD_SPENDING, STATUS_REPORTED, "1234,5", "{\"text\": \"1234,5\"}"},
	    {FIELD_SPENDING, STATUS_REPORTED, "0,0001", "0.0001"},
	    {FIELD_SPENDING, STATUS_REPORTED, "0,00012345", "0.00012345"},
	    {FIELD_SPENDING, STATUS_REPORTED, "0,00001", "{\"text\": \"0,00001\"}"},
	    {FIELD_SPENDING, STATUS_REPORTED, "0,123456789012345", "0.123456789012345"},
	    {FIELD_SPENDING, STATUS_REPORTED, "0,1234567890123456",
	     "{\"text\": \"0,1234567890123456\"}"},
	    {FIELD_SPENDING, STATUS_REPORTED, "99.999.999.999.999,9", "99999999999999.9"},
	    {FIELD_SPENDING, STATUS_REPORTED, "999.999.999.999.999,9",
	     "{\"text\": \"999.999.999.999.999,9\"}"},
	    {FIELD_START_YEAR, STATUS_REPORTED, "2009", "2009"},
	    {FIELD_START_YEAR, STATUS_REPORTED, "2009 ", "{\"text\": \"2009 \"}"},
	    {FIELD_END_YEAR, STATUS_REPORTED, "2042", "2042"},
	    {FIELD_END_YEAR, STATUS_REPORTED, "Permanente", "\"Permanente\""},
	    {FIELD_END_YEAR, STATUS_REPORTED, "PERMANENTE", "{\"text\": \"PERMANENTE\"}"},
	    {FIELD_EX_ANTE_RATING, STATUS_REPORTED, "Si", "true"},
	    {FIELD_EX_ANTE_RATING, STATUS_REPORTED, "No", "false"},
	    {FIELD_EX_ANTE_RATING, STATUS_REPORTED, "Sí", "{\"text\": \"Sí\"}"},
	    {FIELD_CLOSING_DATE, STATUS_REPORTED, "31 - diciembre - 2021", "\"2021-12-31\""},
	    {FIELD_CLOSING_DATE, STATUS_REPORTED, "1 - enero - 1999", "\"1999-01-01\""},
	    {FIELD_CLOSING_DATE, STATUS_REPORTED, "31/12/2021", "{\"text\": \"31/12/2021\"}"},
	    {FIELD_COVID_CHANGE_TYPES, STATUS_REPORTED, "una", "[\"una\"]"},
	    {FIELD_COVID_CHANGE_TYPES, STATUS_REPORTED, "una\n\ndos\n",
	     "[\"una\", \"\", \"dos\", \"\"]"},
	    {FIELD_COVID_CHANGE_TYPES, STATUS_REPORTED, "\n", "[\"\", \"\"]"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check_cell(&cases[i]);
}

/* ---- Tables ---- */

static void
ordinary_tables_are_arrays_of_objects(void)
{
	check_same(
	    "{\"coverage\": [{\"year\": 2020, \"target_population\": 5000, \"beneficiaries\": 0, "
	    "\"reported_coverage\": \"0,00%\"}, {\"year\": 2021, \"beneficiaries\": null}]}");
	check_same("{\"budget_law\": [{\"partida\": \"07\", \"capitulo\": \"16\", \"programa\": "
	           "{\"status\": \"blank\"}}]}");
	check_same("{\"observations\": [{\"section\": \"design\", \"raised\": false}]}");
	check_same("{\"unmapped\": [{\"section\": \"3.3\", \"content\": \"Texto\"}]}");
	check_same("{\"components\": [{\"name\": \"Taller\", \"production\": 12.5}]}");
}

static void
rows_say_their_number_after_a_gap(void)
{
	check_same("{\"costs\": [{\"row\": 3, \"year\": 2019}, {\"year\": 2020}, "
	           "{\"row\": 16777216, \"year\": 2021}]}");
	check_json("{\"costs\": [{\"row\": 1, \"year\": 2019}, {\"row\": 2, \"year\": 2020}]}",
	           "{\"costs\": [{\"year\": 2019}, {\"year\": 2020}]}");
}

static void
the_flow_names_entries_and_exits(void)
{
	check_same(
	    "{\"population_flow\": [{\"entry\": \"before\", \"exit\": \"during\", \"persons\": 1}, "
	    "{\"entry\": \"during\", \"exit\": \"other\", \"persons\": {\"status\": \"blank\"}}, "
	    "{\"entry\": \"total\", \"exit\": \"total\", \"persons\": 3}, "
	    "{\"persons\": {\"status\": \"ambiguous\", \"text\": \"4\"}}, "
	    "{\"row\": 17, \"persons\": 5}, {\"persons\": 6}]}");
	check_json(
	    "{\"population_flow\": [{\"persons\": 9}, {\"exit\": \"after\", \"persons\": 1, "
	    "\"entry\": \"before\"}]}",
	    "{\"population_flow\": [{\"entry\": \"before\", \"exit\": \"after\", \"persons\": 1}, "
	    "{\"persons\": 9}]}");
}

static void
indicators_have_columns_and_rows(void)
{
	check_same(
	    "{\"purpose_indicators\": {\"columns\": [{\"year\": 2020, \"basis\": \"actual\"}, "
	    "{\"year\": 2021, \"basis\": \"expected\"}], \"rows\": [{\"name\": \"Tasa\", \"formula\": "
	    "\"a/b\", \"methodology\": \"m\", \"values\": [{\"column\": 1, \"reported\": \"73%\"}, "
	    "{\"reported\": {\"status\": \"ambiguous\", \"text\": \"N/A\"}}, {\"reported\": \"5\"}, "
	    "{\"column\": 9, \"reported\": \"6\"}]}, {\"row\": 4, \"values\": [{\"column\": 2, "
	    "\"reported\": null}]}]}}");
	check_same("{\"complementary_indicators\": {\"columns\": [{\"column\": 2, \"year\": 2020}, "
	           "{\"column\": 100, \"year\": 2021}], \"rows\": [{\"values\": [{\"column\": 64, "
	           "\"reported\": \"1\"}]}]}}");
	check_same("{\"purpose_indicators\": {\"rows\": [{\"row\": 262144, \"values\": [{\"reported\": "
	           "\"1\"}]}, {\"name\": \"sin valores\"}]}}");
	check_same("{\"purpose_indicators\": {\"columns\": [{\"year\": 2020}]}}");
}

static void
labels_and_markup_are_objects(void)
{
	/* in the form's order, whatever the order they came in */
	check_json("{\"labels\": {\"spending\": \"Total Gasto 2020\", \"coverage\": {\"status\": "
	           "\"inferred\", \"text\": \"Cobertura\"}}, \"markup\": {\"purpose\": 3}}",
	           "{\"labels\": {\"coverage\": {\"status\": \"inferred\", \"text\": \"Cobertura\"}, "
	           "\"spending\": \"Total Gasto 2020\"}, \"markup\": {\"purpose\": 3}}");
}

static void
other_fields_keep_their_positions(void)
{
	check_same(
	    "{\"purpose\": \"p\", \"ministry\": \"m\", \"other_fields\": [{\"label\": \"first\"}, "
	    "{\"section\": \"2\", \"text\": \"second\"}, {\"after\": \"purpose\", \"label\": "
	    "\"third\"}, {\"after\": \"ministry\", \"text\": \"last\"}]}");
	check_json("{\"other_fields\": [{\"text\": \"z\", \"after\": \"ministry\"}, {\"after\": "
	           "\"purpose\", \"text\": \"x\"}, {\"text\": \"w\"}, {\"after\": \"purpose\", "
	           "\"text\": \"y\"}], \"purpose\": \"p\", \"ministry\": \"m\"}",
	           "{\"purpose\": \"p\", \"ministry\": \"m\", \"other_fields\": [{\"text\": \"w\"}, "
	           "{\"after\": \"purpose\", \"text\": \"x\"}, {\"after\": \"purpose\", \"text\": "
	           "\"y\"}, {\"after\": \"ministry\", \"text\": \"z\"}]}");
	check_same("{\"other_fields\": [{\"text\": \"only\"}, {\"text\": \"others\"}]}");
}

static void
reports_have_a_year_and_a_version(void)
{
	check_same("{}");
	check_same("{\"report_year\": 2021, \"parser_version\": \"1.0\", \"purpose\": \"p\"}");
	check_same("{\"parser_version\": \"655.35\"}");
	check_same("{\"parser_version\": \"0.1\"}");
	check_json("{\"purpose\": \"p\", \"report_year\": 2021}",
	           "{\"report_year\": 2021, \"purpose\": \"p\"}");
}

static void
scalars_come_in_the_documents_order(void)
{
	check_same("{\"purpose\": \"1\", \"program_name\": \"2\", \"main_problem\": null}");
}

static void
pretty_json_has_a_key_per_line(void)
{
	Arena arena;
	Error error;
	Packed packed;

	arena_init(&arena, &host_plain);
	CHECK(read_and_pack(STR("{\"report_year\": 2021, \"costs\": [{\"year\": 2020}]}"), &arena,
	                    &packed, &error));
	CHECK_STR(
	    json_write(&packed.report, true, &arena, &error),
	    STR("{\n  \"report_year\": 2021,\n  \"costs\": [\n    {\n      \"year\": 2020\n    }\n  "
	        "]\n}"));
	arena_free(&arena);
}

/* ---- What is accepted beside ---- */

static void
other_spellings_of_json_are_read(void)
{
	check_json(" {\"purpose\" : \"\\u0041\\u00f1\\ud83d\\ude00\\/\" }\n",
	           "{\"purpose\": \"Añ😀/\"}");
	check_json("{\"purpose\": {\"text\": \"x\", \"status\": \"reported\"}}",
	           "{\"purpose\": \"x\"}");
	check_json("{\"purpose\": {\"status\": \"absent\"}}", "{\"purpose\": null}");
	check_json("{\"spending\": 12.50}", "{\"spending\": 12.5}");
	check_json("{\"spending\": 1.25e2}", "{\"spending\": 125.0}");
	check_json("{\"spending\": 1e-5}", "{\"spending\": {\"text\": \"0,00001\"}}");
	check_json("{\"spending\": -0.0}", "{\"spending\": 0.0}");
	check_json("{\"spending\": 0.100000000000000000000}", "{\"spending\": 0.1}");
	check_json("{\"spending\": {\"text\": \"1.234\"}}", "{\"spending\": 1234}");
	check_json("{\"costs\": [], \"labels\": {}, \"purpose_indicators\": {}, \"other_fields\": []}",
	           "{}");
}

/* ---- What is refused ---- */

typedef struct BadCase
{
	const char *json;
	ErrorCode code;
	const char *detail;
} BadCase;

static void
check_bad(const BadCase *bad)
{
	Arena arena;
	Draft draft;
	Error error = {.code = ERROR_NONE};

	arena_init(&arena, &host_plain);
	draft_init(&draft, &arena);
	CHECK_THAT(!json_read(str_of(bad->json), &draft, &error), "%s is read", bad->json);
	CHECK_THAT(error.code == bad->code, "%s: code %d", bad->json, error.code);
	CHECK_THAT(strstr(error.detail, bad->detail) == error.detail, "%s: %s", bad->json,
	           error.detail);
	CHECK(utf8_prefix(str_of(error.detail)) == strlen(error.detail));
	CHECK_STR(str_of(error.message), error.code == ERROR_RANGE
	                                     ? STR("value out of range for type program_report")
	                                     : STR("invalid input syntax for type program_report"));
	arena_free(&arena);
}

static void
malformed_json_is_refused(void)
{
	static const BadCase cases[] = {
	    {"", ERROR_SYNTAX, "Line 1, column 0: '[' or '{' expected near end of file."},
	    {"{", ERROR_SYNTAX, "Line 1, column 1: "},
	    {"{}x", ERROR_SYNTAX, "Line 1, column 3: "},
	    {"{\n \"purpose\": \"a\",\n}", ERROR_SYNTAX, "Line 3, column 1: "},
	    {"{\"purpose\": \"a\nb\"}", ERROR_SYNTAX, "Line 1, column 14: "},
	    {"{\"purpose\": \"a\", \"purpose\": \"b\"}", ERROR_SYNTAX, "Line 1, column 26: duplicate"},
	    {"{\"purpose\": \"\\u0000\"}", ERROR_SYNTAX, "Line 1, column 20: \\u0000 is not allowed"},
	    {"{\"purpose\\u0000\": 1}", ERROR_SYNTAX, "Line 1, column 16: "},
	    {"{\"purpose\": \"\xFF\"}", ERROR_SYNTAX, "Line 1, column 13: "},
	    {"{\"purpose\": \"\\ud800\"}", ERROR_SYNTAX, "Line 1, column 20: "},
	    {"{\"spending\": 99999999999999999999}", ERROR_RANGE, "Line 1, column 33: "},
	    {"{\"spending\": 1e999}", ERROR_RANGE, "Line 1, column 18: "},
	    {"{\"spending\": 01}", ERROR_SYNTAX, "Line 1, column "},
	    {"{\"spending\": 1.}", ERROR_SYNTAX, "Line 1, column "},
	    {"nope", ERROR_SYNTAX, "Line 1, column "},
	    {"\"text\"", ERROR_SYNTAX, "Line 1, column "},
	    {"[]", ERROR_SYNTAX, "The report must be an object."},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check_bad(&cases[i]);
}

static void
inexact_numbers_are_refused(void)
{
	static const BadCase cases[] = {
	    {"{\"spending\": 0.1234567890123456}", ERROR_RANGE, "Line 1, column 14: a number that"},
	    {"{\"spending\":\n  {\"ñ\": 1000000.0000000001}}", ERROR_RANGE,
	     "Line 2, column 9: a number"},
	    {"{\"spending\": 1e-400}", ERROR_RANGE, "Line 1, column 14: a number that"},
	    {"{\"spending\": 0.60999999999999999}", ERROR_RANGE, "Line 1, column 14: a number that"},
	    {"{\"spending\": 1e18}", ERROR_RANGE, "At spending: A number has at most 18 digits."},
	    {"{\"spending\": 1e17}", ERROR_RANGE, "At spending: A number has at most 18 digits."},
	    {"{\"spending\": 1e-19}", ERROR_RANGE, "At spending: A number has at most 18 digits."},
	    {"{\"spending\": 1000000000000000000}", ERROR_RANGE, "At spending: An integer has at most"},
	    {"{\"spending\": -9223372036854775808}", ERROR_RANGE,
	     "At spending: An integer has at most"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check_bad(&cases[i]);
	check_same("{\"purpose\": \"0.1234567890123456 \\\" 1e-400\"}"); /* a text is not a number */
	check_json("{\"spending\": 1e16}", "{\"spending\": {\"text\": \"10.000.000.000.000.000,0\"}}");
}

static void
wrong_values_are_refused(void)
{
	static const BadCase cases[] = {
	    {"{\"purpose\": 1}", ERROR_SYNTAX, "At purpose: It must be a string that is not empty, or"},
	    {"{\"purpose\": \"\"}", ERROR_SYNTAX, "At purpose: It must be a string that is not empty"},
	    {"{\"purpose\": []}", ERROR_SYNTAX, "At purpose: It must be a string"},
	    {"{\"beneficiaries\": \"5\"}", ERROR_SYNTAX, "At beneficiaries: It must be an integer, or"},
	    {"{\"beneficiaries\": 5.0}", ERROR_SYNTAX, "At beneficiaries: It must be an integer"},
	    {"{\"beneficiaries\": true}", ERROR_SYNTAX, "At beneficiaries: It must be an integer"},
	    {"{\"beneficiaries\": []}", ERROR_SYNTAX, "At beneficiaries: It must be an integer"},
	    {"{\"spending\": \"5\"}", ERROR_SYNTAX, "At spending: It must be a number"},
	    {"{\"start_year\": 1899}", ERROR_RANGE, "At start_year: A year is from 1900 to 2100."},
	    {"{\"start_year\": 2101}", ERROR_RANGE, "At start_year: A year is from 1900 to 2100."},
	    {"{\"start_year\": 2020.0}", ERROR_SYNTAX, "At start_year: It must be a year"},
	    {"{\"start_year\": \"Permanente\"}", ERROR_SYNTAX, "At start_year: It must be a year"},
	    {"{\"end_year\": \"permanente\"}", ERROR_SYNTAX, "At end_year: It must be a year, as an"},
	    {"{\"end_year\": \"2042\"}", ERROR_SYNTAX, "At end_year: It must be a year"},
	    {"{\"ex_ante_rating\": \"Si\"}", ERROR_SYNTAX,
	     "At ex_ante_rating: It must be true or false"},
	    {"{\"ex_ante_rating\": 1}", ERROR_SYNTAX, "At ex_ante_rating: It must be true or false"},
	    {"{\"closing_date\": \"31 - diciembre - 2021\"}", ERROR_SYNTAX,
	     "At closing_date: It must be a date such as \"2021-12-31\""},
	    {"{\"closing_date\": \"2021-02-29\"}", ERROR_SYNTAX, "At closing_date: It must be a date"},
	    {"{\"closing_date\": \"2021-00-01\"}", ERROR_SYNTAX, "At closing_date: It must be a date"},
	    {"{\"closing_date\": \"2021-13-01\"}", ERROR_SYNTAX, "At closing_date: It must be a date"},
	    {"{\"closing_date\": \"2021-01-00\"}", ERROR_SYNTAX, "At closing_date: It must be a date"},
	    {"{\"closing_date\": \"1821-01-01\"}", ERROR_SYNTAX, "At closing_date: It must be a date"},
	    {"{\"closing_date\": \"2021-1-1\"}", ERROR_SYNTAX, "At closing_date: It must be a date"},
	    {"{\"covid_change_types\": \"a\"}", ERROR_SYNTAX,
	     "At covid_change_types: It must be an array"},
	    {"{\"covid_change_types\": []}", ERROR_SYNTAX,
	     "At covid_change_types: It must be an array"},
	    {"{\"covid_change_types\": [\"\"]}", ERROR_SYNTAX, "At covid_change_types: It must be an"},
	    {"{\"covid_change_types\": [\"a\", 1]}", ERROR_SYNTAX,
	     "At covid_change_types[2]: It must be"},
	    {"{\"covid_change_types\": [\"a\\nb\"]}", ERROR_SYNTAX,
	     "At covid_change_types[1]: It must"},
	    {"{\"coverage\": [{\"reported_coverage\": \"alta\"}]}", ERROR_SYNTAX,
	     "At coverage[1].reported_coverage: It must be a string such as \"6,54%\""},
	    {"{\"coverage\": [{\"reported_coverage\": 6.54}]}", ERROR_SYNTAX,
	     "At coverage[1].reported_coverage: It must be a string such as"},
	    {"{\"budget_law\": [{\"partida\": \"A\"}]}", ERROR_SYNTAX,
	     "At budget_law[1].partida: It must"},
	    {"{\"budget_law\": [{\"partida\": 7}]}", ERROR_SYNTAX,
	     "At budget_law[1].partida: It must be"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check_bad(&cases[i]);
}

static void
wrong_objects_are_refused(void)
{
	static const BadCase cases[] = {
	    {"{\"beneficiaries\": {}}", ERROR_SYNTAX,
	     "At beneficiaries: What is reported must have a text of the type integer."},
	    {"{\"purpose\": {}}", ERROR_SYNTAX,
	     "At purpose: What is reported must have a text of the type text."},
	    {"{\"beneficiaries\": {\"text\": \"muchos\"}}", ERROR_SYNTAX,
	     "At beneficiaries: What is reported must"},
	    {"{\"beneficiaries\": {\"status\": \"inferred\", \"text\": \"x\"}}", ERROR_SYNTAX,
	     "At beneficiaries: What is inferred must have a text of the type integer."},
	    {"{\"beneficiaries\": {\"status\": \"inferred\"}}", ERROR_SYNTAX,
	     "At beneficiaries: What is inferred must"},
	    {"{\"beneficiaries\": {\"status\": \"unknown\"}}", ERROR_SYNTAX,
	     "At beneficiaries.status: There is no such status."},
	    {"{\"beneficiaries\": {\"status\": null}}", ERROR_SYNTAX, "At beneficiaries.status: There"},
	    {"{\"beneficiaries\": {\"status\": \"invalid\", \"text\": 5}}", ERROR_SYNTAX,
	     "At beneficiaries.text: It must be a string that is not empty."},
	    {"{\"beneficiaries\": {\"status\": \"invalid\", \"text\": \"\"}}", ERROR_SYNTAX,
	     "At beneficiaries.text: It must be a string that is not empty."},
	    {"{\"beneficiaries\": {\"status\": \"absent\", \"text\": \"x\"}}", ERROR_SYNTAX,
	     "At beneficiaries: What is absent has no text."},
	    {"{\"beneficiaries\": {\"status\": \"blank\", \"text\": \"x\"}}", ERROR_SYNTAX,
	     "At beneficiaries: What is blank has no text."},
	    {"{\"beneficiaries\": {\"status\": \"invalid\", \"note\": \"x\"}}", ERROR_SYNTAX,
	     "At beneficiaries.note: There is no such key here."},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check_bad(&cases[i]);
}

static void
wrong_structure_is_refused(void)
{
	static const BadCase cases[] = {
	    {"{\"nothing\": 1}", ERROR_SYNTAX, "At nothing: There is no such key here."},
	    {"{\"\": 1}", ERROR_SYNTAX, ""},
	    {"{\"persons\": 1}", ERROR_SYNTAX, "At persons: There is no such key here."},
	    {"{\"ñandú\": 1}", ERROR_SYNTAX, "At ñandú: There is no such key here."},
	    {"{\"report_year\": \"2021\"}", ERROR_SYNTAX, "At report_year: It must be an integer."},
	    {"{\"report_year\": null}", ERROR_SYNTAX, "At report_year: It must be an integer."},
	    {"{\"report_year\": 3000}", ERROR_RANGE, "At report_year: A year is from 1900 to 2100."},
	    {"{\"parser_version\": 1.0}", ERROR_SYNTAX, "At parser_version: It must be a version"},
	    {"{\"parser_version\": \"1\"}", ERROR_SYNTAX, "At parser_version: It must be a version"},
	    {"{\"parser_version\": \"0.0\"}", ERROR_SYNTAX, "At parser_version: It must be a version"},
	    {"{\"parser_version\": \"1.00\"}", ERROR_SYNTAX, "At parser_version: It must be a version"},
	    {"{\"parser_version\": \"01.0\"}", ERROR_SYNTAX, "At parser_version: It must be a version"},
	    {"{\"parser_version\": \"1.-1\"}", ERROR_SYNTAX, "At parser_version: It must be a version"},
	    {"{\"parser_version\": \"1.100\"}", ERROR_SYNTAX,
	     "At parser_version: It must be a version"},
	    {"{\"parser_version\": \"655.36\"}", ERROR_SYNTAX,
	     "At parser_version: It must be a version"},
	    {"{\"parser_version\": \"\"}", ERROR_SYNTAX, "At parser_version: It must be a version"},
	    {"{\"costs\": {}}", ERROR_SYNTAX, "At costs: It must be an array."},
	    {"{\"costs\": null}", ERROR_SYNTAX, "At costs: It must be an array."},
	    {"{\"costs\": [1]}", ERROR_SYNTAX, "At costs[1]: It must be an object."},
	    {"{\"costs\": [{\"year\": 2020}, {}]}", ERROR_SYNTAX, "At costs[2]: It is empty."},
	    {"{\"costs\": [{\"row\": 2}]}", ERROR_SYNTAX, "At costs[1]: It is empty."},
	    {"{\"costs\": [{\"amount\": 2}]}", ERROR_SYNTAX,
	     "At costs[1].amount: There is no such key"},
	    {"{\"costs\": [{\"year\": 2020}, {\"row\": 1, \"year\": 2021}]}", ERROR_RANGE,
	     "At costs[2].row: It must be from 2 to 16777216 here."},
	    {"{\"costs\": [{\"row\": 0, \"year\": 2021}]}", ERROR_RANGE, "At costs[1].row: It must be"},
	    {"{\"costs\": [{\"row\": 16777217, \"year\": 2021}]}", ERROR_RANGE,
	     "At costs[1].row: It must"},
	    {"{\"costs\": [{\"row\": 16777216, \"year\": 2021}, {\"year\": 2022}]}", ERROR_RANGE,
	     "At costs[2].row: It must be"},
	    {"{\"costs\": [{\"row\": \"2\", \"year\": 2021}]}", ERROR_SYNTAX,
	     "At costs[1].row: It must be"},
	    {"{\"population_flow\": [{\"entry\": \"before\", \"exit\": \"total\"}]}", ERROR_SYNTAX,
	     "At population_flow[1]: It is empty."},
	    {"{\"population_flow\": [{\"entry\": \"before\", \"persons\": 1}]}", ERROR_SYNTAX,
	     "At population_flow[1].exit: There is no such exit."},
	    {"{\"population_flow\": [{\"entry\": \"x\", \"exit\": \"total\", \"persons\": 1}]}",
	     ERROR_SYNTAX, "At population_flow[1].entry: There is no such entry."},
	    {"{\"population_flow\": [{\"entry\": \"other\", \"exit\": \"total\", \"persons\": 1}]}",
	     ERROR_SYNTAX, "At population_flow[1].entry: There is no such entry."},
	    {"{\"population_flow\": [{\"row\": 12, \"persons\": 1}]}", ERROR_RANGE,
	     "At population_flow[1].row: It must be from 13 to 16777216 here."},
	    {"{\"population_flow\": [{\"entry\": \"before\", \"exit\": \"total\", \"row\": 14, "
	     "\"persons\": 1}]}",
	     ERROR_SYNTAX, "At population_flow[1]: It has a \"row\" and"},
	    {"{\"labels\": []}", ERROR_SYNTAX, "At labels: It must be an object."},
	    {"{\"labels\": {\"x\": \"y\"}}", ERROR_SYNTAX, "At labels.x: There is no such key here."},
	    {"{\"labels\": {\"persons\": \"y\"}}", ERROR_SYNTAX,
	     "At labels.persons: There is no such key"},
	    {"{\"markup\": {\"purpose\": \"y\"}}", ERROR_SYNTAX,
	     "At markup.purpose: It must be an integer"},
	    {"{\"purpose_indicators\": []}", ERROR_SYNTAX,
	     "At purpose_indicators: It must be an object."},
	    {"{\"purpose_indicators\": {\"cells\": []}}", ERROR_SYNTAX,
	     "At purpose_indicators.cells: There is no such key here."},
	    {"{\"purpose_indicators\": {\"columns\": {}}}", ERROR_SYNTAX,
	     "At purpose_indicators.columns: It must be an array."},
	    {"{\"purpose_indicators\": {\"columns\": [{\"name\": \"x\"}]}}", ERROR_SYNTAX,
	     "At purpose_indicators.columns[1].name: There is no such key here."},
	    {"{\"purpose_indicators\": {\"rows\": [{\"year\": 2020}]}}", ERROR_SYNTAX,
	     "At purpose_indicators.rows[1].year: There is no such key here."},
	    {"{\"purpose_indicators\": {\"rows\": [{\"values\": []}]}}", ERROR_SYNTAX,
	     "At purpose_indicators.rows[1].values: It is empty."},
	    {"{\"purpose_indicators\": {\"rows\": [{\"values\": [{\"column\": 1}]}]}}", ERROR_SYNTAX,
	     "At purpose_indicators.rows[1].values[1]: It is empty."},
	    {"{\"purpose_indicators\": {\"rows\": [{\"values\": [{\"column\": 65, \"reported\": "
	     "\"1\"}]}]}}",
	     ERROR_RANGE,
	     "At purpose_indicators.rows[1].values[1].column: It must be from 1 to 64 here."},
	    {"{\"purpose_indicators\": {\"rows\": [{\"values\": [{\"column\": 64, \"reported\": "
	     "\"1\"}, "
	     "{\"reported\": \"1\"}]}]}}",
	     ERROR_RANGE,
	     "At purpose_indicators.rows[1].values[2].column: It must be from 1 to 64 here."},
	    {"{\"purpose_indicators\": {\"rows\": [{\"row\": 262145, \"values\": [{\"reported\": "
	     "\"1\"}]}]}}",
	     ERROR_RANGE, "At purpose_indicators.rows[1].row: It must be from 1 to 262144 here."},
	    {"{\"other_fields\": {}}", ERROR_SYNTAX, "At other_fields: It must be an array."},
	    {"{\"other_fields\": [{\"text\": 5}]}", ERROR_SYNTAX,
	     "At other_fields[1].text: It must be a string that is not empty, or null, or an object "
	     "with "
	     "\"status\" and \"text\"."},
	    {"{\"other_fields\": [{\"after\": \"purpose\", \"text\": \"x\"}]}", ERROR_SYNTAX,
	     "At other_fields[1].after: It must be the key of a field of this report."},
	    {"{\"coverage\": [], \"other_fields\": [{\"after\": \"coverage\", \"text\": \"x\"}]}",
	     ERROR_SYNTAX, "At other_fields[1].after: It must be the key of a field of this report."},
	    {"{\"other_fields\": [{\"after\": null, \"text\": \"x\"}]}", ERROR_SYNTAX,
	     "At other_fields[1].after: It must be"},
	    {"{\"other_fields\": [{}]}", ERROR_SYNTAX, "At other_fields[1]: It is empty."},
	    {"{\"other_fields\": [{\"text\": \"x\"}, 5]}", ERROR_SYNTAX,
	     "At other_fields[2]: It must be an object."},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check_bad(&cases[i]);
}

static void
long_keys_are_cut_in_errors(void)
{
	char json[1000] = "{\"x";

	for (int i = 3; i < 900; i += 2)
		memcpy(json + i, "ñ", 2);
	memcpy(json + 901, "\": 1}", 6);
	check_bad(&(BadCase){json, ERROR_SYNTAX,
	                     "At xñññññññññññññññññññññññññññññ: There is no such key here."});
}

static void
deep_nesting_is_refused(void)
{
	size_t depth = 200000;
	char *json = malloc(depth + 13);
	Arena arena;
	Draft draft;
	Error error;

	memcpy(json, "{\"purpose\": ", 12);
	memset(json + 12, '[', depth);
	arena_init(&arena, &host_plain);
	draft_init(&draft, &arena);
	CHECK(!json_read((Str){json, (uint32_t) depth + 12}, &draft, &error));
	CHECK_INT(error.code, ERROR_SYNTAX);
	CHECK(strstr(error.detail, "maximum parsing depth reached") != NULL);
	arena_free(&arena);
	free(json);
}

static void
a_cell_given_twice_is_refused(void)
{
	Arena arena;
	Error error;
	Packed packed;

	arena_init(&arena, &host_plain);
	CHECK(!read_and_pack(STR("{\"population_flow\": [{\"entry\": \"before\", \"exit\": \"total\", "
	                         "\"persons\": 1}, {\"entry\": \"before\", \"exit\": \"total\", "
	                         "\"persons\": 1}]}"),
	                     &arena, &packed, &error));
	CHECK_INT(error.code, ERROR_SYNTAX);
	arena_free(&arena);
}

/* ---- Random reports ---- */

static void
random_reports_survive(void)
{
	for (uint64_t seed = 1; seed <= 400; seed++)
	{
		Random random = {seed * 7919};
		Arena arena;
		Draft draft;
		Error error;
		Packed packed;
		char what[40];

		arena_init(&arena, &host_plain);
		draft_init(&draft, &arena);
		random_draft(&random, &draft);
		snprintf(what, sizeof(what), "seed %d", (int) seed);
		if (pack(&draft, &packed, &error))
			check_round_trip(&packed, what);
		else
			CHECK_THAT(false, "%s: %s %s", what, error.message, error.detail);
		arena_free(&arena);
	}
}

/* Whatever report_open accepts survives, however it came to be. */
static void
damaged_reports_survive_where_they_open(void)
{
	static const char json[] =
	    "{\"report_year\": 2021, \"program_name\": \"Ñandú\", \"ministry\": {\"status\": "
	    "\"ambiguous\"}, \"beneficiaries\": 327, \"spending\": 0.5, \"coverage\": [{\"year\": "
	    "2020}, "
	    "{\"year\": 2021}], \"population_flow\": [{\"persons\": 4}], \"purpose_indicators\": "
	    "{\"columns\": [{\"year\": 2020}], \"rows\": [{\"values\": [{\"column\": 1, \"reported\": "
	    "\"7%\"}]}]}, \"other_fields\": [{\"text\": \"x\"}], \"labels\": {\"spending\": \"S\"}}";
	Arena arena;
	Error error;
	Packed packed;
	int opened = 0;

	arena_init(&arena, &host_plain);
	CHECK(read_and_pack(STR(json), &arena, &packed, &error));
	for (size_t i = 0; i < packed.size; i++)
	{
		uint8_t original = packed.bytes[i];

		for (int change = 1; change < 256; change++)
		{
			packed.bytes[i] = (uint8_t) (original ^ change);
			if (!report_open(&packed.report, packed.bytes, packed.size, &error))
				continue;
			check_round_trip(&packed, "damaged");
			opened++;
		}
		packed.bytes[i] = original;
	}
	CHECK_THAT(opened > 500, "%d opened", opened);
	arena_free(&arena);
}

static void
large_reports_survive(void)
{
	uint32_t len = 3 * 1024 * 1024;
	char *text = malloc(len);
	Arena arena;
	Draft draft;
	Error error;
	Packed packed;

	memset(text, 'x', len);
	arena_init(&arena, &host_plain);
	draft_init(&draft, &arena);
	draft_add(&draft, FIELD_PURPOSE, 0, STATUS_REPORTED, (Str){text, len});
	for (uint32_t row = 0; row < 20000; row++)
	{
		draft_add(&draft, FIELD_COSTS_AMOUNT, row, STATUS_REPORTED, STR("12"));
		draft_add(&draft, FIELD_OTHER_TEXT, row + 1, STATUS_REPORTED, STR("t"));
	}
	CHECK(pack(&draft, &packed, &error));
	check_round_trip(&packed, "large");
	arena_free(&arena);
	free(text);
}

/* ---- No memory, no leave to go on ---- */

/* A report with texts and rows of a size: of each size other allocations need a new block. */
static Str
sized_json(Arena *arena, uint32_t size)
{
	char *text = arena_alloc(arena, size);
	Error error;
	Draft draft;
	Packed packed;

	memset(text, 'x', size);
	draft_init(&draft, arena);
	for (int field = 0; field < FIELD_COUNT; field++)
	{
		FieldType type = form_fields[field].type;

		if (form_has_key((FieldId) field) && (type == TYPE_TEXT || type == TYPE_LIST))
			draft_add(&draft, (FieldId) field, (uint32_t) field, STATUS_REPORTED,
			          (Str){text, size});
	}
	for (uint32_t row = 0; row < size / 10; row++)
	{
		draft_add(&draft, FIELD_COSTS_AMOUNT, row, STATUS_REPORTED, STR("12,5"));
		draft_add(&draft, FIELD_OTHER_TEXT, row, STATUS_REPORTED, STR("t"));
		draft_add(&draft, FIELD_PURPOSE_VALUE, row * 64, STATUS_REPORTED, STR("7%"));
	}
	CHECK(pack(&draft, &packed, &error));
	return json_write(&packed.report, false, arena, &error);
}

/* All the way from JSON to JSON. */
static bool
there_and_back(Str json, const Host *host, Error *error)
{
	Arena arena;
	Packed packed;
	bool done;

	arena_init(&arena, host);
	done = read_and_pack(json, &arena, &packed, error) &&
	       json_write(&packed.report, false, &arena, error).at != NULL;
	arena_free(&arena);
	return done;
}

/* Gives the number of blocks it takes when none of them fails. */
static int
fail_each_block(Str json)
{
	int blocks = 0;
	bool done = false;

	for (; !done && blocks < 1000; blocks++)
	{
		Counted counted = {.left = blocks, .questions = 1000000};
		Host host = counted_host(&counted);
		Error error = {.code = ERROR_NONE};

		done = there_and_back(json, &host, &error);
		CHECK_INT(counted.released, counted.taken);
		if (!done)
			CHECK_INT(error.code, ERROR_NO_MEMORY);
	}
	CHECK(done);
	return blocks;
}

static void
every_allocation_may_fail(void)
{
	int blocks = 0;

	for (uint32_t size = 1; size < 8000; size += size / 4 + 1)
	{
		Arena arena;

		arena_init(&arena, &host_plain);
		blocks += fail_each_block(sized_json(&arena, size));
		arena_free(&arena);
	}
	CHECK_THAT(blocks > 150, "%d blocks failed", blocks);
}

static const char rich_json[] =
    "{\"report_year\": 2021, \"program_name\": \"P\", \"beneficiaries\": 327, \"spending\": 1.5, "
    "\"closing_date\": \"2021-12-31\", \"covid_change_types\": [\"a\", \"b\"], \"end_year\": "
    "{\"status\": \"invalid\", \"text\": \"x\"}, \"population_flow\": [{\"entry\": \"total\", "
    "\"exit\": \"total\", \"persons\": 1}], \"coverage\": [{\"year\": 2020}], "
    "\"purpose_indicators\": {\"columns\": [{\"year\": 2020}], \"rows\": [{\"name\": \"n\", "
    "\"values\": [{\"reported\": \"7%\"}]}]}, \"other_fields\": [{\"text\": \"x\"}], \"labels\": "
    "{\"spending\": \"S\"}}";

/* Jansson's own memory, which no host of the core's gives. */
static int jansson_left;
static int jansson_held;

static void *
jansson_alloc(size_t size)
{
	if (jansson_left-- <= 0)
		return NULL;
	jansson_held++;
	return malloc(size);
}

static void
jansson_free(void *block)
{
	jansson_held -= block != NULL;
	free(block);
}

static void
janssons_memory_may_fail_too(void)
{
	int blocks = 0;
	bool done = false;

	json_set_alloc_funcs(jansson_alloc, jansson_free);
	for (; !done && blocks < 10000; blocks++)
	{
		Error error = {.code = ERROR_NONE};

		jansson_left = blocks;
		jansson_held = 0;
		done = there_and_back(STR(rich_json), &host_plain, &error) && jansson_left >= 0;
		CHECK_INT(jansson_held, 0);
		if (!done)
			CHECK_THAT(error.code == ERROR_NO_MEMORY || error.code == ERROR_SYNTAX ||
			               error.code == ERROR_NONE,
			           "code %d with %d blocks", error.code, blocks);
	}
	json_set_alloc_funcs(malloc, free);
	CHECK_THAT(done && blocks > 50, "done after %d blocks", blocks);
}

static void
the_host_may_stop_it(void)
{
	Arena arena;
	Str json;
	int questions = 0;
	bool done = false;

	arena_init(&arena, &host_plain);
	json = sized_json(&arena, 3000);
	for (; !done && questions < 100000; questions += questions < 50 ? 1 : 97)
	{
		Counted counted = {.left = 100000, .questions = questions};
		Host host = counted_host(&counted);
		Error error = {.code = ERROR_NONE};

		done = there_and_back(json, &host, &error);
		if (!done)
			CHECK_INT(error.code, ERROR_INTERRUPTED);
	}
	CHECK_THAT(done && questions > 100, "done after %d questions", questions);
	arena_free(&arena);
}

/* ---- The schema ---- */

static json_t *
load_schema(void)
{
	json_error_t error;
	json_t *schema = json_load_file("doc/json-schema.json", JSON_REJECT_DUPLICATES, &error);

	CHECK_THAT(schema != NULL, "doc/json-schema.json, line %d: %s", error.line, error.text);
	return schema;
}

/* Every scalar and table is a property of a report, with the definition of its type. */
static void
the_schema_knows_the_form(void)
{
	json_t *schema = load_schema();
	json_t *properties = json_object_get(schema, "properties");
	size_t known = 0;

	for (int i = 0; i < FIELD_COUNT; i++)
	{
		const FormField *field = &form_fields[i];
		json_t *property = json_object_get(properties, field->key);
		const char *reference = json_string_value(json_object_get(property, "$ref"));
		char expected[60];

		if (!form_has_key((FieldId) i))
			continue;
		known++;
		snprintf(expected, sizeof(expected), "#/$defs/%s", form_type_name(field->type));
		if (form_is_scalar((FieldId) i))
			CHECK_THAT(reference != NULL && strcmp(reference, expected) == 0, "%s is no %s",
			           field->key, expected);
		else
			CHECK_THAT(property != NULL, "%s is missing", field->key);
	}
	CHECK_INT((long long) json_object_size(properties), (long long) known + 2);
	json_decref(schema);
}

/* Checks that a list of keys holds those of all scalars, or of all tables. */
static void
check_keys(const json_t *keys, bool scalars)
{
	size_t i;
	json_t *key;
	size_t wanted = 0;

	for (int field = 0; field < FIELD_COUNT; field++)
		wanted += form_has_key((FieldId) field) && form_is_scalar((FieldId) field) == scalars;
	CHECK_INT((long long) json_array_size(keys), (long long) wanted);
	json_array_foreach(keys, i, key)
	{
		FieldId field = form_field_by_key(str_of(json_string_value(key)));

		CHECK_THAT(field != FIELD_NONE && form_is_scalar(field) == scalars,
		           "%s is in the wrong list", json_string_value(key));
	}
}

static void
the_schema_knows_the_keys(void)
{
	json_t *schema = load_schema();
	json_t *definitions = json_object_get(schema, "$defs");
	json_t *key = json_object_get(json_object_get(definitions, "key"), "anyOf");

	check_keys(json_object_get(json_object_get(definitions, "scalar_key"), "enum"), true);
	check_keys(json_object_get(json_array_get(key, 1), "enum"), false);
	json_decref(schema);
}

/* The column's property, wherever in the table's part of the schema it is. */
static json_t *
find_property(json_t *part, const char *name)
{
	json_t *found = json_object_get(json_object_get(part, "properties"), name);
	const char *key;
	json_t *value;

	json_object_foreach(part, key, value)
	{
		if (found == NULL && json_is_object(value))
			found = find_property(value, name);
	}
	return found;
}

static void
the_schema_knows_the_columns(void)
{
	json_t *schema = load_schema();
	json_t *properties = json_object_get(schema, "properties");

	for (int i = 0; i < FIELD_COUNT; i++)
	{
		const FormField *column = &form_fields[i];
		json_t *table;
		json_t *property;
		const char *reference;
		char expected[60];

		if (column->table == FIELD_NONE || form_is_keyed(column->table))
			continue;
		table = json_object_get(properties, form_fields[column->table].key);
		reference = json_string_value(json_object_get(table, "$ref"));
		if (reference != NULL)
			table =
			    json_object_get(json_object_get(schema, "$defs"), reference + strlen("#/$defs/"));
		property = find_property(table, column->key);
		reference = json_string_value(json_object_get(property, "$ref"));
		snprintf(expected, sizeof(expected), "#/$defs/%s", form_type_name(column->type));
		CHECK_THAT(reference != NULL && strcmp(reference, expected) == 0, "%s.%s is no %s",
		           form_fields[column->table].key, column->key, expected);
	}
	json_decref(schema);
}

/* What Jansson would write in one go is written piece by piece, and is the same. */
static void
long_texts_are_written_as_others(void)
{
	enum
	{
		LONG = 300000
	};
	static char text[LONG + 16] = "bb";
	static char written[2 * LONG + 64];
	uint32_t len = 2; /* a piece ends within a letter then */
	char *end = written;
	Arena arena;
	Draft draft;
	Packed packed;
	Error error;
	Str json;

	/* letters of three bytes, so that one lies across the end of a piece, and what is escaped */
	for (; len < LONG; len += 4)
		memcpy(text + len, len % 100 == 0 ? "\"abc" : "€a", 4);
	arena_init(&arena, &host_plain);
	draft_init(&draft, &arena);
	draft_add(&draft, FIELD_PURPOSE, 0, STATUS_AMBIGUOUS, (Str){text, len});
	draft_add(&draft, FIELD_COVID_CHANGE_TYPES, 1, STATUS_REPORTED, (Str){text, len});
	CHECK(pack(&draft, &packed, &error));
	check_round_trip(&packed, "long texts");
	json = json_write(&packed.report, false, &arena, &error);
	end += sprintf(end, "{\"purpose\": {\"status\": \"ambiguous\", \"text\": \"");
	for (uint32_t i = 0; i < len; i++)
	{
		if (text[i] == '"')
			*end++ = '\\';
		*end++ = text[i];
	}
	end += sprintf(end, "\"}, \"covid_change_types\": [\"");
	CHECK(json.len > (uint32_t) (end - written) &&
	      memcmp(json.at, written, (size_t) (end - written)) == 0);
	CHECK(json.len > 4 && memcmp(json.at + json.len - 3, "\"]}", 3) == 0);
	arena_free(&arena);
}

int
main(void)
{
	RUN(cells_are_written_as_simply_as_they_allow);
	RUN(ordinary_tables_are_arrays_of_objects);
	RUN(rows_say_their_number_after_a_gap);
	RUN(the_flow_names_entries_and_exits);
	RUN(indicators_have_columns_and_rows);
	RUN(labels_and_markup_are_objects);
	RUN(other_fields_keep_their_positions);
	RUN(reports_have_a_year_and_a_version);
	RUN(scalars_come_in_the_documents_order);
	RUN(pretty_json_has_a_key_per_line);
	RUN(other_spellings_of_json_are_read);
	RUN(malformed_json_is_refused);
	RUN(inexact_numbers_are_refused);
	RUN(wrong_values_are_refused);
	RUN(wrong_objects_are_refused);
	RUN(wrong_structure_is_refused);
	RUN(long_keys_are_cut_in_errors);
	RUN(deep_nesting_is_refused);
	RUN(a_cell_given_twice_is_refused);
	RUN(random_reports_survive);
	RUN(damaged_reports_survive_where_they_open);
	RUN(large_reports_survive);
	RUN(every_allocation_may_fail);
	RUN(janssons_memory_may_fail_too);
	RUN(the_host_may_stop_it);
	RUN(the_schema_knows_the_form);
	RUN(the_schema_knows_the_keys);
	RUN(the_schema_knows_the_columns);
	RUN(long_texts_are_written_as_others);
	return unit_end();
}
