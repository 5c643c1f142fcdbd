/*
 * test_rows.c
 *		Tables row by row, rows of two tables that go together, and the names of
 *		facts.
 *
 * test/unit/test_rows.c
 */
#include "unit.h"

#include "json.h"
#include "pair.h"
#include "path.h"
#include "rows.h"

#define LENGTH(array) ((int) (sizeof(array) / sizeof((array)[0])))

/* A report from a draft, in the draft's arena. */
static bool
open_draft(Draft *draft, Report *report)
{
	Error error;
	size_t size;
	uint8_t *bytes = draft_pack(draft, &size, &error);

	return bytes != NULL && report_open(report, bytes, size, &error);
}

static Report
report_of(const char *json, Arena *arena)
{
	Report report = {.size = 0};
	Draft draft;
	Error error = {.code = ERROR_NONE};

	draft_init(&draft, arena);
	CHECK_THAT(json_read(str_of(json), &draft, &error) && open_draft(&draft, &report), "%s: %s",
	           error.message, error.detail);
	return report;
}

/* ---- Rows ---- */

static void
rows_come_in_order_with_holes(void)
{
	static const FieldId columns[] = {FIELD_COSTS_AMOUNT, FIELD_COSTS_YEAR};
	static const char *const expected[][2] = {{"1", "2019"}, {"", "2020"}, {"3", ""}};
	Arena arena;
	Report report;
	Rows rows;
	int count = 0;

	arena_init(&arena, &host_plain);
	report = report_of("{\"costs\": [{\"year\": 2019, \"reported_kclp\": 1}, {\"year\": 2020},"
	                   " {\"reported_kclp\": 3}]}",
	                   &arena);
	for (rows_start(&rows, &report, columns, 2); rows_next(&rows) && count < 3; count++)
	{
		CHECK_INT(rows.row, count);
		for (int i = 0; i < 2; i++)
		{
			bool hole = expected[count][i][0] == '\0';

			CHECK_STR(rows.cells[i].text, str_of(expected[count][i]));
			CHECK_INT(rows.cells[i].field, columns[i]);
			CHECK_INT(rows.cells[i].status, hole ? STATUS_BLANK : STATUS_REPORTED);
			CHECK_INT(rows.facts[i] == ROWS_NO_FACT, hole);
		}
	}
	CHECK_INT(count, 3);
	CHECK(!rows_next(&rows));
	rows_start(&rows, &report, &(const FieldId){FIELD_SDG_GOAL}, 1);
	CHECK(!rows_next(&rows));
	CHECK_INT(row_cell(&report, FIELD_COSTS_YEAR, NO_ROW).status, STATUS_BLANK);
	arena_free(&arena);
}

/* A report of a few bytes can have a row of any number. */
static void
rows_far_apart_take_no_time(void)
{
	static const FieldId columns[] = {FIELD_SDG_GOAL, FIELD_SDG_TARGET};
	Arena arena;
	Draft draft;
	Report report;
	Rows rows;

	arena_init(&arena, &host_plain);
	draft_init(&draft, &arena);
	draft_add(&draft, FIELD_SDG_GOAL, PACKED_ROW_MAX, STATUS_REPORTED, STR("4"));
	draft_add(&draft, FIELD_SDG_TARGET, 0, STATUS_REPORTED, STR("4.7"));
	CHECK(open_draft(&draft, &report));
	rows_start(&rows, &report, columns, 2);
	CHECK(rows_next(&rows) && rows.row == 0);
	CHECK(rows_next(&rows) && rows.row == PACKED_ROW_MAX);
	CHECK(!rows_next(&rows));
	arena_free(&arena);
}

/* ---- Pairs ---- */

static void
check_partners(const PairedRows *rows, const uint32_t *expected, uint32_t count)
{
	CHECK_INT(rows->count, count);
	for (uint32_t i = 0; i < rows->count && i < count; i++)
		CHECK_INT(rows->partners[i], expected[i]);
}

static void
names_go_together_once(void)
{
	static const FieldId left_columns[] = {FIELD_COMPONENT_NAME, FIELD_COMPONENT_DESCRIPTION};
	static const FieldId right_columns[] = {FIELD_SPENT_COMPONENT, FIELD_SPENT_AMOUNT};
	static const uint32_t left_expected[] = {2, NO_ROW, NO_ROW, NO_ROW, NO_ROW};
	static const uint32_t right_expected[] = {NO_ROW, NO_ROW, 0, NO_ROW};
	Arena arena;
	Report report;
	PairedRows left;
	PairedRows right;

	arena_init(&arena, &host_plain);
	report =
	    report_of("{\"components\": [{\"name\": \"Asesoría\"}, {\"name\": \"Becas\"},"
	              " {\"name\": \"BECAS\"}, {\"name\": \"Viajes\"}, {\"description\": \"x\"}],"
	              " \"component_spending_lines\": [{\"name\": \"Becas\"}, {\"name\": \"Otro\"},"
	              " {\"name\": \"ASESORIA\"}, {\"spending_kclp\": 1}]}",
	              &arena);
	CHECK(
	    pair_rows(&report, left_columns, 2, right_columns, 2, key_of_words, &arena, &left, &right));
	check_partners(&left, left_expected, LENGTH(left_expected));
	check_partners(&right, right_expected, LENGTH(right_expected));
	arena_free(&arena);
}

static void
regions_go_together_by_code(void)
{
	static const FieldId left_columns[] = {FIELD_REGIONS_REGION};
	static const FieldId right_columns[] = {FIELD_REGIONAL_REGION};
	static const uint32_t left_expected[] = {2, 0, NO_ROW};
	static const uint32_t right_expected[] = {1, NO_ROW, 0};
	Arena arena;
	Report report;
	PairedRows left;
	PairedRows right;

	arena_init(&arena, &host_plain);
	report = report_of("{\"regions\": [{\"region\": \"RM\"}, {\"region\": \"Nivel central\"},"
	                   " {\"region\": \"Maule\"}], \"regional_spending\": [{\"region\":"
	                   " \"NIVEL CENTRAL\"}, {\"region\": {\"status\": \"ambiguous\", \"text\":"
	                   " \"Maule\"}}, {\"region\": \"Metropolitana de Santiago\"}]}",
	                   &arena);
	CHECK(pair_rows(&report, left_columns, 1, right_columns, 1, key_of_region, &arena, &left,
	                &right));
	check_partners(&left, left_expected, LENGTH(left_expected));
	check_partners(&right, right_expected, LENGTH(right_expected));
	arena_free(&arena);
}

/* ---- Names of facts ---- */

static void
facts_have_the_names_of_the_grammar(void)
{
	static const struct
	{
		const char *json;
		const char *path; /* of its last fact */
	} cases[] = {
	    {"{\"beneficiaries\": 1}", "beneficiaries"},
	    {"{\"coverage\": [{\"year\": 2021, \"beneficiaries\": 1}]}",
	     "coverage[2021].beneficiaries"},
	    {"{\"costs\": [{\"reported_kclp\": 1}]}", "costs[?1].reported_kclp"},
	    {"{\"regions\": [{\"region\": \"Araucanía\", \"beneficiaries\": 1}]}",
	     "regions[CL-AR].beneficiaries"},
	    {"{\"regional_spending\": [{\"region\": \"Nivel Central\", \"spending_kclp\": 1}]}",
	     "regions[Nivel central].spending_kclp"},
	    {"{\"regional_spending\": [{\"total\": 1}]}", "regional_spending.total"},
	    {"{\"population_flow\": [{\"entry\": \"total\", \"exit\": \"other\", \"persons\": 1}]}",
	     "population_flow[total,other].persons"},
	    {"{\"components\": [{\"name\": \"A\"}, {\"name\": \"B\"}]}", "components[2].name"},
	    {"{\"observations\": [{\"section\": \"design\", \"topic\": \"A\"}, {\"section\": "
	     "\"design\","
	     " \"topic\": \"B\", \"comment\": \"C\"}]}",
	     "observations[design,2].comment"},
	    {"{\"purpose_indicators\": {\"columns\": [{\"year\": 2021, \"basis\": \"actual\"}],"
	     " \"rows\": [{\"values\": [{\"column\": 1, \"reported\": \"1\"}]}]}}",
	     "purpose_indicators[1][2021,actual].reported"},
	    {"{\"purpose_indicators\": {\"columns\": [{\"year\": 2021, \"basis\": \"actual\"}]}}",
	     "purpose_indicators.columns[1].basis"},
	    {"{\"labels\": {\"spending\": \"Gasto\"}}", "label:spending"},
	    {"{\"other_fields\": [{\"label\": \"A\", \"text\": \"B\"}]}", "other_fields[1].text"},
	};

	for (int i = 0; i < LENGTH(cases); i++)
	{
		Arena arena;
		Report report;

		arena_init(&arena, &host_plain);
		report = report_of(cases[i].json, &arena);
		if (report.size > 0)
			CHECK_STR(fact_path(&report, report.head.fact_count - 1, &arena),
			          str_of(cases[i].path));
		arena_free(&arena);
	}
}

static uint32_t
next_random(uint32_t *state, uint32_t below)
{
	*state = *state * 1664525 + 1013904223;
	return (uint32_t) (((uint64_t) *state * below) >> 32);
}

/* Facts of any columns and rows, of texts that are keys, numbers, and marks of the grammar */
static void
draft_anything(Draft *draft, uint32_t *state)
{
	static const char *const texts[] = {
	    "2020",
	    "2021",
	    "Maule",
	    "MAULE",
	    "Región del Maule",
	    "Nivel central",
	    "design",
	    "actual",
	    "a#2",
	    "[?1]",
	    "1,5",
	    "5",
	    "línea\nlínea",
	    "?1",
	    "#",
	    "Si",
	};
	bool used[FIELD_COUNT] = {false};

	for (uint32_t i = 0; i < 60; i++)
	{
		FieldId field = (FieldId) next_random(state, FIELD_COUNT);
		FieldId table = form_fields[field].table;
		bool far_away = next_random(state, 8) == 0;
		uint32_t row = next_random(state, far_away ? PACKED_ROW_MAX : 70);
		Status status = (Status) next_random(state, STATUS_COUNT);
		Str text = str_of(texts[next_random(state, (uint32_t) LENGTH(texts))]);

		if (table == FIELD_NONE && (!form_is_scalar(field) || used[field]))
			continue;
		used[field] = true;
		draft_add(draft, field, form_is_keyed(table) ? FIELD_SPENDING : row, status, text);
	}
}

static int
compare_paths(const void *a, const void *b)
{
	return str_compare(*(const Str *) a, *(const Str *) b);
}

static void
no_two_facts_have_one_name(void)
{
	uint32_t state = 42;
	uint32_t reports = 0;

	for (int round = 0; round < 3000; round++)
	{
		Arena arena;
		Draft draft;
		Report report;
		Paths *paths;
		Str *names;

		arena_init(&arena, &host_plain);
		draft_init(&draft, &arena);
		draft_anything(&draft, &state);
		if (open_draft(&draft, &report))
		{
			uint32_t count = report.head.fact_count;

			reports++;
			paths = paths_make(&report, &arena);
			names = arena_alloc(&arena, count * sizeof(Str));
			for (uint32_t i = 0; i < count; i++)
				names[i] = paths_of(paths, i);
			qsort(names, count, sizeof(Str), compare_paths);
			for (uint32_t i = 1; i < count; i++)
				CHECK_THAT(!str_equal(names[i], names[i - 1]), "round %d: \"%.*s\" twice", round,
				           (int) names[i].len, names[i].at);
		}
		arena_free(&arena);
	}
	CHECK_THAT(reports > 300, "only %u reports", reports);
}

int
main(void)
{
	RUN(rows_come_in_order_with_holes);
	RUN(rows_far_apart_take_no_time);
	RUN(names_go_together_once);
	RUN(regions_go_together_by_code);
	RUN(facts_have_the_names_of_the_grammar);
	RUN(no_two_facts_have_one_name);
	return unit_end();
}
