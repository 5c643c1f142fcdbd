/*
 * test_audit.c
 *		What the audit finds: a report without findings, changed figure by
 *		figure; the sample reports; two reports of one programme.
 *
 * test/unit/test_audit.c
 */
#include "unit.h"

#include "audit.h"
#include "audit_reports.h"
#include "counted.h"
#include "drafts.h"
#include "parse.h"

/* ---- Reports ---- */

#define BOOK_MAX    512
#define CHANGES_MAX 16

/* The facts of a report, to be changed. */
typedef struct Book
{
	Entry entries[BOOK_MAX];
	int count;
	int year;
} Book;

#define COUNT(array) ((int) (sizeof(array) / sizeof((array)[0])))

static void
book_set(Book *book, Entry entry)
{
	bool scalar = form_is_scalar(entry.field);
	int at = 0;

	while (at < book->count && (book->entries[at].field != entry.field ||
	                            (!scalar && book->entries[at].row != entry.row)))
		at++;
	if (entry.status == GONE)
	{
		CHECK_THAT(at < book->count, "%s[%u] is there to be taken out",
		           form_fields[entry.field].key, entry.row);
		book->entries[at] = book->entries[--book->count];
		return;
	}
	if (at == book->count)
		book->count++;
	else if (scalar)
		entry.row = book->entries[at].row;
	book->entries[at] = entry;
}

static void
book_of(Book *book, int year, const Entry *entries, int count)
{
	book->year = year;
	book->count = 0;
	for (int i = 0; i < count; i++)
		book_set(book, entries[i]);
}

/* Applies changes; the last one is all zeros. */
static void
book_change(Book *book, const Entry *changes)
{
	for (; changes->text != NULL || changes->status != STATUS_REPORTED; changes++)
		book_set(book, *changes);
}

static bool
book_open(const Book *book, Arena *arena, Report *report, Error *error)
{
	Draft draft;
	uint8_t *bytes;
	size_t size;

	draft_init(&draft, arena);
	draft.report_year = book->year;
	for (int i = 0; i < book->count; i++)
	{
		const Entry *entry = &book->entries[i];

		draft_add(&draft, entry->field, entry->row, entry->status,
		          entry->text == NULL ? NO_STR : str_of(entry->text));
	}
	bytes = draft_pack(&draft, &size, error);
	return bytes != NULL && report_open(report, bytes, size, error);
}

static void
clean_book(Book *book)
{
	book_of(book, CLEAN_YEAR, clean_report, COUNT(clean_report));
}

static void
earlier_book(Book *book)
{
	clean_book(book);
	book->year = CLEAN_YEAR - 1;
	for (int i = 0; i < COUNT(earlier_report); i++)
		book_set(book, earlier_report[i]);
}

/* ---- Findings ---- */

#define LINES_MAX 20000

/* Which checks some test found, and which some test nearly did */
static bool was_found[CHECK_COUNT];
static bool was_near[CHECK_COUNT];

/* What each check said first in a case of its own: the reference's examples */
static char first_message[CHECK_COUNT][700];
static bool keep_messages;

/* " 0.0654", or " -" */
static void
print_figure(char *out, size_t size, bool known, Decimal figure)
{
	char text[32];
	uint32_t len = number_print(figure, text);
	size_t at = strlen(out);

	if (!known)
	{
		snprintf(out + at, size - at, " -");
		return;
	}
	snprintf(out + at, size - at, " ");
	for (uint32_t i = 0; i < len && at + 2 < size; i++)
	{
		if (text[i] != '.')
		{
			out[++at] = text[i] == ',' ? '.' : text[i];
			out[at + 1] = '\0';
		}
	}
}

/* A line for each finding: severity, code, subject, reported, expected. */
static void
print_findings(const Findings *findings, char *out, size_t size)
{
	out[0] = '\0';
	for (uint32_t i = 0; i < findings->count; i++)
	{
		const Finding *finding = &findings->list[i];
		size_t at = strlen(out);

		snprintf(out + at, size - at, "%s %s %.*s", severity_name(finding->severity),
		         audit_checks[finding->check].code, (int) finding->subject.len,
		         finding->subject.at);
		print_figure(out, size, finding->has_reported, finding->reported);
		print_figure(out, size, finding->has_expected, finding->expected);
		at = strlen(out);
		snprintf(out + at, size - at, "\n");
		if (keep_messages && first_message[finding->check][0] == '\0')
			snprintf(first_message[finding->check], sizeof(first_message[0]), "%.*s",
			         (int) finding->message.len, finding->message.at);
		was_found[finding->check] = true;
	}
}

/* What holds of every finding of these tests, whose texts have no braces. */
static void
check_messages(const Findings *findings)
{
	for (uint32_t i = 0; i < findings->count; i++)
	{
		const Finding *finding = &findings->list[i];
		Str message = finding->message;

		CHECK(finding->subject.len > 0);
		CHECK(message.len > 20 && message.at[message.len - 1] == '.');
		CHECK_THAT(memchr(message.at, '{', message.len) == NULL &&
		               memmem(message.at, message.len, "  ", 2) == NULL,
		           "\"%.*s\" is filled in", (int) message.len, message.at);
	}
}

static void
check_found(const Findings *findings, const char *about, const char *expected)
{
	static char lines[LINES_MAX];

	print_findings(findings, lines, sizeof(lines));
	CHECK_THAT(strcmp(lines, expected) == 0, "%s: found\n%snot\n%s", about, lines, expected);
	check_messages(findings);
}

static void
check_audit(const Book *book, const char *about, const char *expected)
{
	Arena arena;
	Error error = {.code = ERROR_NONE};
	Report report;
	Findings findings;

	arena_init(&arena, &host_plain);
	if (book_open(book, &arena, &report, &error) &&
	    audit_report(&report, &arena, &findings, &error))
		check_found(&findings, about, expected);
	else
		CHECK_THAT(false, "%s: %s %s", about, error.message, error.detail);
	arena_free(&arena);
}

static void
check_between(const Book *earlier, const Book *later, const char *about, const char *expected)
{
	Arena arena;
	Error error = {.code = ERROR_NONE};
	Report reports[2];
	Findings findings;

	arena_init(&arena, &host_plain);
	if (book_open(earlier, &arena, &reports[0], &error) &&
	    book_open(later, &arena, &reports[1], &error) &&
	    audit_between(&reports[0], &reports[1], &arena, &findings, &error))
		check_found(&findings, about, expected);
	else
		CHECK_THAT(false, "%s: %s %s", about, error.message, error.detail);
	arena_free(&arena);
}

/* ---- One report ---- */

/* Changes to the clean report, and all that the audit then finds */
typedef struct Case
{
	const char *about;
	Entry changes[CHANGES_MAX];
	const char *found;
} Case;

static void
check_cases(const Case *cases, int count)
{
	for (int i = 0; i < count; i++)
	{
		Book book;

		clean_book(&book);
		book_change(&book, cases[i].changes);
		keep_messages = true;
		check_audit(&book, cases[i].about, cases[i].found);
		keep_messages = false;
	}
}

/* The same where a check nearly finds something, and does not. */
typedef struct NearCase
{
	CheckId check;
	Entry changes[CHANGES_MAX];
	const char *found;
} NearCase;

static void
check_near(const NearCase *cases, int count)
{
	for (int i = 0; i < count; i++)
	{
		const char *code = audit_checks[cases[i].check].code;
		Book book;

		clean_book(&book);
		book_change(&book, cases[i].changes);
		check_audit(&book, code, cases[i].found);
		CHECK_THAT(strstr(cases[i].found, code) == NULL, "%s is near only", code);
		was_near[cases[i].check] = true;
	}
}

#define SET(field, row, text)                                                                      \
	{                                                                                              \
		FIELD_##field, row, STATUS_REPORTED, text                                                  \
	}
#define ABSENT(field, row)                                                                         \
	{                                                                                              \
		FIELD_##field, row, STATUS_ABSENT, NULL                                                    \
	}
#define BLANK(field, row)                                                                          \
	{                                                                                              \
		FIELD_##field, row, STATUS_BLANK, NULL                                                     \
	}
#define TAKE_OUT(field, row)                                                                       \
	{                                                                                              \
		FIELD_##field, row, GONE, NULL                                                             \
	}
#define UNSURE(field, row, text)                                                                   \
	{                                                                                              \
		FIELD_##field, row, STATUS_AMBIGUOUS, text                                                 \
	}

static void
a_consistent_report_has_no_findings(void)
{
	Book book;

	clean_book(&book);
	check_audit(&book, "clean", "");
}

/* clang-format off */
static void
sums_add_up(void)
{
	static const Case cases[] = {
		{"a cell of the flow", {SET(FLOW_PERSONS, 2, "11")},
		 "error population_flow_column_sum population_flow[total,other].persons 20 21\n"
		 "error population_flow_row_sum population_flow[before,total].persons 260 261\n"},
		{"a missing cell of the flow", {ABSENT(FLOW_PERSONS, 2)},
		 "warning population_flow_column_sum population_flow[total,other].persons 20 10\n"
		 "warning population_flow_row_sum population_flow[before,total].persons 260 250\n"},
		{"regions above the beneficiaries", {SET(REGIONS_BENEFICIARIES, 2, "601")},
		 "error regional_beneficiaries_sum beneficiaries 1250 1251\n"},
		{"regions below the beneficiaries", {SET(REGIONS_BENEFICIARIES, 2, "599")},
		 "warning regional_beneficiaries_sum beneficiaries 1250 1249\n"},
		{"the regions' own total", {SET(REGIONS_TOTAL, 0, "1.251")},
		 "error regional_beneficiaries_sum regions.total 1251 1250\n"},
		{"budget lines", {SET(SPENDING_AMOUNT, 0, "60.003")},
		 "error spending_lines_sum spending 300000 300003\n"},
		{"components", {SET(SPENT_AMOUNT, 0, "100.003")},
		 "error component_spending_sum component_spending 270000 270003\n"},
		{"a component without an amount", {BLANK(SPENT_AMOUNT, 2)},
		 "warning component_spending_sum component_spending 270000 220500\n"
		 "warning component_without_spending component_spending_lines[3].spending_kclp - -\n"},
		{"too much in spite of one without an amount",
		 {BLANK(SPENT_AMOUNT, 2), SET(SPENT_AMOUNT, 0, "200.000")},
		 "error component_spending_sum component_spending 270000 320500\n"
		 "warning component_without_spending component_spending_lines[3].spending_kclp - -\n"},
		{"regional spending", {SET(REGIONAL_AMOUNT, 2, "120.003")},
		 "error regional_spending_sum regional_spending.total 270000 270003\n"},
		{"administrative lines", {SET(ADMIN_AMOUNT, 0, "45.002")},
		 "error admin_lines_sum admin_lines_total 50000 50002\n"},
		{"a single line is its total, exactly",
		 {SET(ADMIN_AMOUNT, 0, "50.001"), TAKE_OUT(ADMIN_AMOUNT, 1), TAKE_OUT(ADMIN_SUBTITULO, 1),
		  TAKE_OUT(ADMIN_PARTIDA, 1), TAKE_OUT(ADMIN_CAPITULO, 1), TAKE_OUT(ADMIN_PROGRAMA, 1)},
		 "error admin_lines_sum admin_lines_total 50000 50001\n"
		 "error item_exceeds_total admin_lines[1].amount_kclp 50001 50000\n"},
		{"total by source", {SET(SUMMARY_EXTRA_BUDGET, 0, "20.002")},
		 "error total_spending_sum total_spending 320000 320002\n"},
		{"total by source without (b)", {ABSENT(SUMMARY_EXTRA_BUDGET, 0)},
		 "warning extra_budget_flag summary_extra_budget - -\n"
		 "warning total_spending_sum total_spending 320000 300000\n"},
		{"total by use",
		 {SET(COMPONENT_SPENDING, 0, "270.002"), SET(REGIONAL_TOTAL, 0, "270.002"),
		  SET(SUMMARY_COMPONENT_SPENDING, 0, "270.002")},
		 "error total_by_use_sum total_spending_by_use 320000 320002\n"},
	};
	static const NearCase near[] = {
		{CHECK_POPULATION_FLOW_ROW_SUM,
		 {ABSENT(FLOW_PERSONS, 2), SET(FLOW_PERSONS, 0, "210"), SET(FLOW_PERSONS, 8, "810"),
		  SET(FLOW_PERSONS, 10, "10")}, ""},
		{CHECK_POPULATION_FLOW_COLUMN_SUM,
		 {BLANK(FLOW_PERSONS, 6), SET(FLOW_PERSONS, 5, "390"), SET(FLOW_PERSONS, 9, "440"),
		  SET(FLOW_PERSONS, 10, "10")}, ""},
		{CHECK_POPULATION_FLOW_ROW_SUM, {UNSURE(FLOW_PERSONS, 2, "11")},
		 "info ambiguous_cells population_flow - -\n"},
		{CHECK_REGIONAL_BENEFICIARIES_SUM, {SET(REGIONS_TOTAL, 0, "1.250")}, ""},
		{CHECK_SPENDING_LINES_SUM, {SET(SPENDING_AMOUNT, 0, "60.002")}, ""},
		{CHECK_COMPONENT_SPENDING_SUM, {SET(SPENT_AMOUNT, 0, "99.998")}, ""},
		{CHECK_REGIONAL_SPENDING_SUM, {SET(REGIONAL_AMOUNT, 2, "120.002")}, ""},
		{CHECK_REGIONAL_SPENDING_SUM,
		 {TAKE_OUT(REGIONAL_TOTAL, 0), SET(REGIONAL_AMOUNT, 2, "1")}, ""},
		{CHECK_ADMIN_LINES_SUM, {SET(ADMIN_AMOUNT, 0, "45.001")}, ""},
		{CHECK_ADMIN_LINES_SUM, {UNSURE(ADMIN_ITEM, 0, "1"), SET(ADMIN_AMOUNT, 0, "1")},
		 "info ambiguous_cells admin_lines - -\n"},
		{CHECK_ADMIN_LINES_SUM, {UNSURE(ADMIN_AMOUNT, 0, "1")},
		 "info ambiguous_cells admin_lines - -\n"},
		{CHECK_TOTAL_SPENDING_SUM, {SET(SUMMARY_EXTRA_BUDGET, 0, "20.001")}, ""},
		{CHECK_TOTAL_BY_USE_SUM,
		 {SET(COMPONENT_SPENDING, 0, "270.001"), SET(REGIONAL_TOTAL, 0, "270.001"),
		  SET(SUMMARY_COMPONENT_SPENDING, 0, "270.001")}, ""},
	};

	check_cases(cases, COUNT(cases));
	check_near(near, COUNT(near));
}

static void
figures_in_another_unit_are_one_finding(void)
{
	static const Case cases[] = {
		{"a table in millions",
		 {SET(REGIONAL_AMOUNT, 0, "90"), SET(REGIONAL_AMOUNT, 1, "40"),
		  SET(REGIONAL_AMOUNT, 2, "120"), SET(REGIONAL_AMOUNT, 3, "20")},
		 "error unit_slip regional_spending 270 270000\n"},
		{"a table in pesos, which hides what is above the total",
		 {SET(SPENT_AMOUNT, 0, "100.000.400"), SET(SPENT_AMOUNT, 1, "120.500.000"),
		  SET(SPENT_AMOUNT, 2, "49.500.000")},
		 "error unit_slip component_spending_lines 270000400 270000\n"},
		{"a copy in millions, which leaves its sum alone", {SET(SUMMARY_SPENDING, 0, "300")},
		 "error unit_slip summary_spending 300 300000\n"},
		{"one of three copies in pesos", {SET(SUMMARY_ADMIN_SPENDING, 0, "50.000.000")},
		 "error unit_slip summary_admin_spending 50000000 50000\n"},
		{"a total in millions", {SET(TOTAL_SPENDING, 0, "320")},
		 "error unit_slip total_spending 320 320000\n"},
		{"the same total, by use, in millions", {SET(TOTAL_SPENDING_BY_USE, 0, "320")},
		 "error unit_slip total_spending_by_use 320 320000\n"},
		{"a cost in pesos", {SET(COSTS_AMOUNT, 2, "256.000")},
		 "error unit_slip costs[2022].reported_kclp 256000 256\n"},
		{"a cost in millions", {SET(COSTS_AMOUNT, 2, "0,27")},
		 "error unit_slip costs[2022].reported_kclp 0.27 256\n"},
	};
	static const NearCase near[] = {
		/* the largest miss that rounding to millions explains: 4 * 500 + 1/2 */
		{CHECK_REGIONAL_SPENDING_SUM,
		 {SET(REGIONAL_AMOUNT, 0, "90"), SET(REGIONAL_AMOUNT, 1, "40"),
		  SET(REGIONAL_AMOUNT, 2, "122"), SET(REGIONAL_AMOUNT, 3, "20")},
		 "error unit_slip regional_spending 272 270000\n"},
		{CHECK_UNIT_SLIP,
		 {SET(REGIONAL_AMOUNT, 0, "90"), SET(REGIONAL_AMOUNT, 1, "40"),
		  SET(REGIONAL_AMOUNT, 2, "123"), SET(REGIONAL_AMOUNT, 3, "20")},
		 "error regional_spending_sum regional_spending.total 270000 273\n"},
		{CHECK_UNIT_SLIP, {SET(SUMMARY_SPENDING, 0, "300.000,00000000")}, ""},
		{CHECK_UNIT_SLIP, {SET(SUMMARY_SPENDING, 0, "0")},
		 "error spending_mismatch summary_spending 0 300000\n"
		 "error total_spending_sum total_spending 320000 20000\n"},
		/* persons are no amounts */
		{CHECK_UNIT_SLIP, {SET(COVERAGE_TARGET, 2, "5")},
		 "warning beneficiaries_exceed_target coverage[2022].beneficiaries 1250 5\n"
		 "warning coverage_mismatch coverage[2022].reported_coverage 0.25 250\n"
		 "error target_population_mismatch coverage[2022].target_population 5 5000\n"},
	};

	check_cases(cases, COUNT(cases));
	check_near(near, COUNT(near));
}

static void
copies_are_equal(void)
{
	static const Case cases[] = {
		{"beneficiaries of coverage", {SET(COVERAGE_BENEFICIARIES, 2, "1.251")},
		 "error beneficiaries_mismatch coverage[2022].beneficiaries 1251 1250\n"},
		{"two against the first one", {SET(BENEFICIARIES, 0, "1.249")},
		 "error beneficiaries_mismatch beneficiaries 1249 1250\n"
		 "error regional_beneficiaries_sum beneficiaries 1249 1250\n"
		 "warning production_beneficiaries_mismatch components[1].production 1250 1249\n"},
		{"target of coverage", {SET(COVERAGE_TARGET, 2, "5.001")},
		 "error target_population_mismatch coverage[2022].target_population 5001 5000\n"},
		{"target in words", {SET(TARGETING_CRITERIA, 0, "5.001 personas")},
		 "warning target_population_text targeting_criteria 5001 5000\n"},
		{"spending", {SET(SUMMARY_SPENDING, 0, "299.999")},
		 "error spending_mismatch summary_spending 299999 300000\n"},
		{"component spending", {SET(SUMMARY_COMPONENT_SPENDING, 0, "269.999")},
		 "error component_spending_mismatch summary_component_spending 269999 270000\n"},
		{"administrative spending", {SET(ADMIN_SPENDING, 0, "50.001")},
		 "error admin_spending_mismatch admin_spending 50001 50000\n"},
		{"three that differ", {SET(ADMIN_SPENDING, 0, "50.001"), SET(SUMMARY_ADMIN_SPENDING, 0, "50.002")},
		 "error admin_spending_mismatch admin_spending 50001 50000\n"
		 "error admin_spending_mismatch summary_admin_spending 50002 50000\n"
		 "error total_by_use_sum total_spending_by_use 320000 320002\n"},
		{"total spending", {SET(TOTAL_SPENDING_BY_USE, 0, "320.001")},
		 "error total_spending_mismatch total_spending_by_use 320001 320000\n"},
		{"a programa that the law lacks", {SET(ADMIN_PROGRAMA, 1, "03")},
		 "warning budget_code_mismatch admin_lines[2].programa 3 2\n"},
		{"a partida that the law lacks", {SET(SPENDING_PARTIDA, 0, "24")},
		 "warning budget_code_mismatch spending_lines[1].partida 24 16\n"},
		{"a capítulo of two programmes",
		 {SET(LAW_PARTIDA, 1, "16"), SET(LAW_CAPITULO, 1, "09"), SET(LAW_PROGRAMA, 1, "01"),
		  SET(SPENDING_CAPITULO, 1, "9")},
		 "warning budget_code_mismatch spending_lines[2].programa 2 -\n"},
		{"another name in 5.5", {SET(SPENT_COMPONENT, 1, "Talleres")},
		 "warning component_name_mismatch component_spending_lines[2].name - -\n"},
		{"a component that 5.5 lacks",
		 {TAKE_OUT(SPENT_COMPONENT, 2), TAKE_OUT(SPENT_AMOUNT, 2), SET(SPENT_AMOUNT, 0, "149.500")},
		 "warning component_name_mismatch components[3].name - -\n"},
		{"number of components", {SET(COMPONENT_COUNT, 0, "4")},
		 "error component_count component_count 4 3\n"},
		{"production", {SET(COMPONENT_PRODUCTION, 0, "1.249")},
		 "warning production_beneficiaries_mismatch components[1].production 1249 1250\n"},
	};
	static const NearCase near[] = {
		{CHECK_BENEFICIARIES_MISMATCH, {ABSENT(COVERAGE_BENEFICIARIES, 2)}, ""},
		{CHECK_BENEFICIARIES_MISMATCH, {SET(FLOW_PERSONS, 11, "muchos")},
		 "info invalid_cells population_flow - -\n"},
		{CHECK_TARGET_POPULATION_MISMATCH, {BLANK(COVERAGE_TARGET, 2)}, ""},
		{CHECK_TARGET_POPULATION_TEXT, {SET(TARGETING_CRITERIA, 0, "5.000 personas y más")}, ""},
		{CHECK_TARGET_POPULATION_TEXT, {SET(TARGETING_CRITERIA, 0, "65 años o más")}, ""},
		{CHECK_TARGET_POPULATION_TEXT, {SET(TARGETING_CRITERIA, 0, "60% más vulnerable")}, ""},
		{CHECK_TARGET_POPULATION_TEXT, {SET(TARGETING_CRITERIA, 0, "1. Personas de la costa")}, ""},
		{CHECK_TARGET_POPULATION_TEXT, {SET(TARGETING_CRITERIA, 0, "Son 7.000 personas")}, ""},
		{CHECK_SPENDING_MISMATCH, {SET(SUMMARY_SPENDING, 0, "300.000,0")}, ""},
		{CHECK_COMPONENT_SPENDING_MISMATCH, {ABSENT(SUMMARY_COMPONENT_SPENDING, 0)},
		 "warning total_by_use_sum total_spending_by_use 320000 50000\n"},
		{CHECK_ADMIN_SPENDING_MISMATCH, {BLANK(ADMIN_LINES_TOTAL, 0)}, ""},
		{CHECK_TOTAL_SPENDING_MISMATCH, {ABSENT(TOTAL_SPENDING_BY_USE, 0)}, ""},
		{CHECK_BUDGET_CODE_MISMATCH, {SET(SPENDING_PROGRAMA, 0, "0002")}, ""},
		{CHECK_BUDGET_CODE_MISMATCH, {BLANK(SPENDING_PROGRAMA, 0)}, ""},
		{CHECK_BUDGET_CODE_MISMATCH, {BLANK(LAW_PROGRAMA, 0)}, ""},
		{CHECK_COMPONENT_NAME_MISMATCH, {SET(SPENT_COMPONENT, 1, "TALLERES  DE NAVEGACION")}, ""},
		{CHECK_COMPONENT_COUNT, {ABSENT(COMPONENT_COUNT, 0)}, ""},
		{CHECK_PRODUCTION_BENEFICIARIES_MISMATCH,
		 {SET(COMPONENT_PRODUCTION, 0, "1.249"), SET(COMPONENT_PRODUCTION_UNIT, 0, "Número de botes")}, ""},
	};

	check_cases(cases, COUNT(cases));
	check_near(near, COUNT(near));
}

static void
ratios_are_those_of_their_figures(void)
{
	static const Case cases[] = {
		{"a percentage", {SET(COVERAGE_REPORTED, 1, "24,4%")},
		 "warning coverage_mismatch coverage[2021].reported_coverage 0.244 0.244898\n"},
		{"a fraction", {SET(COVERAGE_REPORTED, 1, "0,25")},
		 "warning coverage_mismatch coverage[2021].reported_coverage 0.25 0.244898\n"},
		{"an integer that is a fraction", {SET(COVERAGE_REPORTED, 1, "0")},
		 "warning coverage_mismatch coverage[2021].reported_coverage 0 0.244898\n"},
		{"a coverage rounded to zero", {SET(COVERAGE_TARGET, 1, "480.000"), SET(COVERAGE_REPORTED, 1, "0")},
		 "info coverage_rounded_to_zero coverage[2021].reported_coverage 0 0.0025\n"},
		{"a cost above what prices explain", {SET(COSTS_AMOUNT, 2, "385")},
		 "warning cost_mismatch costs[2022].reported_kclp 385 256\n"},
		{"a cost below what prices explain", {SET(COSTS_AMOUNT, 2, "204")},
		 "warning cost_mismatch costs[2022].reported_kclp 204 256\n"},
		{"a cost at other prices", {SET(COSTS_AMOUNT, 2, "257")},
		 "info cost_in_constant_pesos costs[2022].reported_kclp 257 256\n"},
		{"a cost just beyond rounding", {SET(COSTS_AMOUNT, 2, "256,0005")},
		 "info cost_in_constant_pesos costs[2022].reported_kclp 256.0005 256\n"},
		{"a cost without beneficiaries", {SET(COVERAGE_BENEFICIARIES, 0, "0"), SET(COVERAGE_REPORTED, 0, "0")},
		 "error cost_without_beneficiaries costs[2020].reported_kclp 240 -\n"},
		{"no cost", {BLANK(COSTS_AMOUNT, 2)},
		 "info cost_missing costs[2022].reported_kclp - 256\n"},
	};
	static const NearCase near[] = {
		/* 1176 / 4800 is 24.5 %, which rounds to either */
		{CHECK_COVERAGE_MISMATCH,
		 {SET(COVERAGE_TARGET, 1, "4.800"), SET(COVERAGE_BENEFICIARIES, 1, "1.176"),
		  SET(COVERAGE_REPORTED, 1, "24")}, ""},
		{CHECK_COVERAGE_MISMATCH,
		 {SET(COVERAGE_TARGET, 1, "4.800"), SET(COVERAGE_BENEFICIARIES, 1, "1.176"),
		  SET(COVERAGE_REPORTED, 1, "25%")}, ""},
		{CHECK_COVERAGE_MISMATCH, {SET(COVERAGE_REPORTED, 1, "0,245")}, ""},
		{CHECK_COVERAGE_MISMATCH, {SET(COVERAGE_REPORTED, 1, "0.24")}, ""},
		{CHECK_COVERAGE_MISMATCH, {SET(COVERAGE_REPORTED, 1, "24,49")}, ""},
		{CHECK_COVERAGE_MISMATCH, {ABSENT(COVERAGE_REPORTED, 1)}, ""},
		{CHECK_COVERAGE_ROUNDED_TO_ZERO,
		 {SET(COVERAGE_TARGET, 1, "480.000"), SET(COVERAGE_REPORTED, 1, "0,3%")}, ""},
		{CHECK_COST_MISMATCH, {SET(COSTS_AMOUNT, 2, "384")},
		 "info cost_in_constant_pesos costs[2022].reported_kclp 384 256\n"},
		{CHECK_COST_MISMATCH, {SET(COSTS_AMOUNT, 2, "204,8")},
		 "info cost_in_constant_pesos costs[2022].reported_kclp 204.8 256\n"},
		{CHECK_COST_MISMATCH, {ABSENT(TOTAL_SPENDING, 0), SET(COSTS_AMOUNT, 2, "400")}, ""},
		{CHECK_COST_IN_CONSTANT_PESOS, {SET(COSTS_AMOUNT, 2, "256,0004")}, ""},
		{CHECK_COST_WITHOUT_BENEFICIARIES,
		 {SET(COVERAGE_BENEFICIARIES, 0, "0"), SET(COVERAGE_REPORTED, 0, "0"), SET(COSTS_AMOUNT, 0, "0")},
		 "info cost_change_unexplained costs[2021].reported_kclp 250 0\n"},
		{CHECK_COST_MISSING, {BLANK(COSTS_AMOUNT, 1)}, ""},
		{CHECK_COST_MISSING, {UNSURE(COSTS_AMOUNT, 2, NULL)},
		 "info ambiguous_cells costs - -\n"},
	};

	check_cases(cases, COUNT(cases));
	check_near(near, COUNT(near));
}

static void
figures_stay_within_limits(void)
{
	static const Case cases[] = {
		{"spending above the budget", {SET(FINAL_BUDGET, 0, "299.999")},
		 "warning execution_above_budget spending 300000 299999\n"},
		{"a component above the total", {SET(SPENT_AMOUNT, 0, "270.001")},
		 "error component_spending_sum component_spending 270000 440001\n"
		 "error item_exceeds_total component_spending_lines[1].spending_kclp 270001 270000\n"},
		{"a region above the total", {SET(REGIONAL_AMOUNT, 0, "300.000")},
		 "error item_exceeds_total regions[CL-VS].spending_kclp 300000 270000\n"
		 "error regional_spending_sum regional_spending.total 270000 480000\n"},
		{"administration above its subtítulo", {SET(ADMIN_SUBTITULO, 0, "22 (Bienes y Servicios)")},
		 "warning item_exceeds_total admin_lines[1].amount_kclp 50000 40000\n"},
		{"a negative amount", {SET(ADMIN_AMOUNT, 0, "55.000"), SET(ADMIN_AMOUNT, 1, "-5.000")},
		 "error item_exceeds_total admin_lines[1].amount_kclp 55000 50000\n"
		 "error item_exceeds_total admin_lines[2].amount_kclp -5000 -\n"},
		{"more than all", {SET(PURPOSE_VALUE, 2, "101%")},
		 "warning percentage_out_of_range purpose_indicators[1][2022,actual].reported 101 100\n"},
		{"less than none", {SET(PURPOSE_VALUE, 0, "-1%")},
		 "warning percentage_out_of_range purpose_indicators[1][2021,actual].reported -1 0\n"},
		{"spending for nobody", {SET(BENEFICIARIES, 0, "0")},
		 "error beneficiaries_mismatch beneficiaries 0 1250\n"
		 "error regional_beneficiaries_sum beneficiaries 0 1250\n"
		 "warning spending_without_beneficiaries beneficiaries 0 -\n"
		 "warning production_beneficiaries_mismatch components[1].production 1250 0\n"},
		{"no potential population",
		 {SET(POTENTIAL_POPULATION, 0, "0"), ABSENT(POTENTIAL_POPULATION_DESCRIPTION, 0),
		  TAKE_OUT(POTENTIAL_POPULATION_UNIT, 0)},
		 "info potential_population_placeholder potential_population 0 -\n"},
		{"target above potential", {SET(POTENTIAL_POPULATION, 0, "4.999")},
		 "warning target_exceeds_potential target_population 5000 4999\n"},
		{"a described potential population of none", {SET(POTENTIAL_POPULATION, 0, "0")},
		 "warning target_exceeds_potential target_population 5000 0\n"},
		{"more beneficiaries than the target", {SET(COVERAGE_TARGET, 0, "1.149"), SET(COVERAGE_REPORTED, 0, "100%")},
		 "warning beneficiaries_exceed_target coverage[2020].beneficiaries 1150 1149\n"},
		{"more carried over than there were",
		 {SET(COVERAGE_BENEFICIARIES, 1, "259"), SET(COVERAGE_REPORTED, 1, "5,3%")},
		 "info beneficiaries_change_unexplained coverage[2022].beneficiaries 1250 259\n"
		 "warning carryover_exceeds_prior_year population_flow[before,total].persons 260 259\n"},
	};
	static const NearCase near[] = {
		{CHECK_EXECUTION_ABOVE_BUDGET, {SET(FINAL_BUDGET, 0, "300.000"), SET(INITIAL_BUDGET, 0, "299.000")}, ""},
		{CHECK_ITEM_EXCEEDS_TOTAL,
		 {SET(SPENT_AMOUNT, 0, "270.000"), SET(SPENT_AMOUNT, 1, "0"), SET(SPENT_AMOUNT, 2, "0")}, ""},
		{CHECK_ITEM_EXCEEDS_TOTAL,
		 {SET(ADMIN_SUBTITULO, 0, "22"), SET(SPENDING_AMOUNT, 2, "49.999"), SET(SPENDING_AMOUNT, 1, "190.001")}, ""},
		{CHECK_ITEM_EXCEEDS_TOTAL, {SET(ADMIN_SUBTITULO, 0, "29")}, ""},
		{CHECK_PERCENTAGE_OUT_OF_RANGE, {SET(PURPOSE_VALUE, 2, "100%"), SET(PURPOSE_VALUE, 0, "0%")}, ""},
		{CHECK_PERCENTAGE_OUT_OF_RANGE, {SET(PURPOSE_VALUE, 2, "120")}, ""},
		{CHECK_PERCENTAGE_OUT_OF_RANGE,
		 {SET(PURPOSE_VALUE, 2, "120%"), SET(PURPOSE_FORMULA, 0, "Tasa de variación anual")}, ""},
		{CHECK_SPENDING_WITHOUT_BENEFICIARIES, {ABSENT(BENEFICIARIES, 0)}, ""},
		{CHECK_POTENTIAL_POPULATION_PLACEHOLDER,
		 {SET(POTENTIAL_POPULATION, 0, "5.000"), ABSENT(POTENTIAL_POPULATION_DESCRIPTION, 0),
		  ABSENT(POTENTIAL_POPULATION_UNIT, 0)}, ""},
		{CHECK_TARGET_EXCEEDS_POTENTIAL, {SET(POTENTIAL_POPULATION, 0, "5.000")}, ""},
		{CHECK_BENEFICIARIES_EXCEED_TARGET, {SET(COVERAGE_TARGET, 0, "1.150"), SET(COVERAGE_REPORTED, 0, "100%")}, ""},
		{CHECK_CARRYOVER_EXCEEDS_PRIOR_YEAR,
		 {SET(COVERAGE_BENEFICIARIES, 1, "260"), SET(COVERAGE_REPORTED, 1, "5,3%")},
		 "info beneficiaries_change_unexplained coverage[2022].beneficiaries 1250 260\n"},
	};

	check_cases(cases, COUNT(cases));
	check_near(near, COUNT(near));
}

static void
years_are_those_of_the_report(void)
{
	static const Case cases[] = {
		{"labels of another year",
		 {SET(LABEL_PRINTED, FIELD_SPENDING, "Total Gasto 2021"),
		  SET(LABEL_PRINTED, FIELD_NEXT_INITIAL_BUDGET, "Presupuesto 2022 (2023)"),
		  SET(LABEL_PRINTED, FIELD_REGIONS, "Regiones 2020"),
		  SET(COMPONENT_PRODUCTION_LABEL, 1, "Producción 2021")},
		 "info label_year label:regions 2020 2022\n"
		 "info label_year components[2].production_label 2021 2022\n"
		 "info label_year label:next_initial_budget 2022 2023\n"
		 "info label_year label:spending 2021 2022\n"},
		{"headers of another year", {SET(PURPOSE_YEAR, 3, "2022"), SET(COVERAGE_YEAR, 0, "2019")},
		 "info label_year coverage[2019].year 2019 2020\n"
		 "info label_year purpose_indicators.columns[4].year 2022 2023\n"},
		{"a closing date of another year", {SET(CLOSING_DATE, 0, "31 - diciembre - 2021")},
		 "error closing_year closing_date 2021 2022\n"},
		{"no closing date", {TAKE_OUT(CLOSING_DATE, 0)},
		 "info report_year_inferred closing_date - 2022\n"},
		{"an end before the report", {SET(END_YEAR, 0, "2021")},
		 "error program_dates end_year 2021 2022\n"},
		{"an end before the start", {SET(END_YEAR, 0, "2022"), SET(START_YEAR, 0, "2023")},
		 "error program_dates start_year 2023 2022\n"
		 "warning activity_before_start coverage[2020].beneficiaries 1150 -\n"
		 "warning activity_before_start coverage[2021].beneficiaries 1200 -\n"
		 "warning activity_before_start coverage[2022].beneficiaries 1250 -\n"
		 "warning activity_before_start costs[2020].reported_kclp 240 -\n"
		 "warning activity_before_start costs[2021].reported_kclp 250 -\n"
		 "warning activity_before_start costs[2022].reported_kclp 256 -\n"},
		{"a start after the first figures", {SET(START_YEAR, 0, "2021")},
		 "info comparable_years comparable_years 3 2\n"
		 "warning activity_before_start coverage[2020].beneficiaries 1150 -\n"
		 "warning activity_before_start costs[2020].reported_kclp 240 -\n"},
		{"comparable years", {SET(COMPARABLE_YEARS, 0, "2")},
		 "info comparable_years comparable_years 2 3\n"},
	};
	static const NearCase near[] = {
		{CHECK_LABEL_YEAR, {SET(LABEL_PRINTED, FIELD_SPENDING, "Gasto total a diciembre de 2022")}, ""},
		{CHECK_LABEL_YEAR, {SET(LABEL_PRINTED, FIELD_SPENDING, "Gasto total 20210")}, ""},
		{CHECK_LABEL_YEAR, {SET(LABEL_PRINTED, FIELD_NEXT_INITIAL_BUDGET, "Ley 2023")}, ""},
		{CHECK_LABEL_YEAR, {SET(LABEL_PRINTED, FIELD_SERVICE, "Servicio 1990")}, ""},
		{CHECK_LABEL_YEAR, {SET(PURPOSE_YEAR, 3, "2024"), SET(PURPOSE_BASIS, 3, "actual")}, ""},
		{CHECK_CLOSING_YEAR, {SET(CLOSING_DATE, 0, "1 - enero - 2022")}, ""},
		{CHECK_REPORT_YEAR_INFERRED, {SET(CLOSING_DATE, 0, "31/12/2022")}, ""},
		{CHECK_PROGRAM_DATES, {SET(END_YEAR, 0, "2022")}, ""},
		{CHECK_PROGRAM_DATES, {SET(END_YEAR, 0, "nunca")}, "info invalid_cells end_year - -\n"},
		{CHECK_ACTIVITY_BEFORE_START, {SET(START_YEAR, 0, "2020")}, ""},
		{CHECK_ACTIVITY_BEFORE_START,
		 {SET(START_YEAR, 0, "2021"), SET(COVERAGE_BENEFICIARIES, 0, "0"), SET(COVERAGE_REPORTED, 0, "0"),
		  BLANK(COSTS_AMOUNT, 0)},
		 "info comparable_years comparable_years 3 2\n"},
		{CHECK_COMPARABLE_YEARS, {SET(START_YEAR, 0, "2020")}, ""},
	};

	check_cases(cases, COUNT(cases));
	check_near(near, COUNT(near));
}

static void
answers_go_together(void)
{
	static const Case cases[] = {
		{"a component without spending", {BLANK(SPENT_AMOUNT, 2), SET(SPENT_AMOUNT, 0, "149.500")},
		 "warning component_without_spending component_spending_lines[3].spending_kclp - -\n"},
		{"no executors", {TAKE_OUT(EXECUTOR_TYPE, 0)}, "info executors_missing executors - -\n"},
		{"no approach", {ABSENT(HUMAN_RIGHTS_APPROACHES, 0)},
		 "info rights_answer_incomplete human_rights_approaches - -\n"},
		{"no justification",
		 {SET(HAS_HUMAN_RIGHTS_APPROACH, 0, "No"), TAKE_OUT(HUMAN_RIGHTS_APPROACHES, 0),
		  BLANK(HUMAN_RIGHTS_JUSTIFICATION, 35)},
		 "info rights_answer_incomplete human_rights_justification - -\n"},
		{"no detail of administration", {ABSENT(ADMIN_DETAIL, 0)},
		 "info admin_detail_missing admin_detail - -\n"},
		{"no contribution", {{FIELD_SDG_CONTRIBUTION, 0, STATUS_NOT_APPLICABLE, "N/A"}},
		 "info sdg_contribution_missing sdg_contribution - -\n"},
		{"an extra budget that was denied", {SET(HAS_EXTRA_BUDGET, 0, "No")},
		 "warning extra_budget_flag summary_extra_budget 20000 -\n"},
		{"no type of change for Covid-19", {TAKE_OUT(COVID_CHANGE_TYPES, 0)},
		 "info covid_detail covid_change_types - -\n"},
		{"details of no change for Covid-19", {SET(COVID_CHANGES, 0, "No")},
		 "info covid_detail covid_change_types - -\n"
		 "info covid_detail covid_change_detail - -\n"},
		{"a section without a topic", {SET(OBSERVATION_RAISED, 0, "Si")},
		 "warning observation_flag observations[design].raised - -\n"},
		{"a topic without its section", {SET(OBSERVATION_RAISED, 3, "No")},
		 "warning observation_flag observations[indicators].raised - -\n"},
		{"a topic without a comment", {ABSENT(OBSERVATION_COMMENT, 4)},
		 "warning observation_flag observations[indicators,1].raised - -\n"},
		{"a comment without a topic", {SET(OBSERVATION_COMMENT, 5, "Más")},
		 "warning observation_flag observations[indicators,2].comment - -\n"},
		{"a budget that Covid-19 did not change",
		 {SET(INITIAL_BUDGET, 0, "300.000"), SET(FINAL_BUDGET, 0, "300.000")},
		 "info covid_budget_change_not_visible covid_change_types - -\n"},
		{"an indicator of nobody",
		 {SET(COVERAGE_BENEFICIARIES, 1, "0"), SET(COVERAGE_REPORTED, 1, "0"), SET(COSTS_AMOUNT, 1, "0"),
		  SET(OBSERVATION_SECTION, 8, "population"),
		  SET(OBSERVATION_TOPIC, 8, "Variación significativa de la población beneficiada"),
		  SET(OBSERVATION_RAISED, 8, "Si"), SET(OBSERVATION_COMMENT, 8, "Recién abre"),
		  SET(OBSERVATION_RAISED, 1, "Si"), SET(FLOW_PERSONS, 3, "0"),
		  SET(OBSERVATION_RAISED, 6, "Si"), SET(OBSERVATION_SECTION, 9, "budget"),
		  SET(OBSERVATION_TOPIC, 9, "Gasto por beneficiario"), SET(OBSERVATION_RAISED, 9, "Si"),
		  SET(OBSERVATION_COMMENT, 9, "Recién abre")},
		 "error population_flow_column_sum population_flow[total,total].persons 1250 990\n"
		 "error population_flow_row_sum population_flow[before,total].persons 0 260\n"
		 "info indicator_without_activity purpose_indicators[1][2021,actual].reported 70 -\n"
		 "info indicator_without_activity complementary_indicators[1][2021,actual].reported 120 -\n"},
		{"an indicator without a target", {SET(PURPOSE_VALUE, 3, "0%")},
		 "info indicator_zero_target purpose_indicators[1][2023,expected].reported 0 -\n"},
		{"no budget for the next year", {ABSENT(NEXT_INITIAL_BUDGET, 0)},
		 "info next_budget_missing next_initial_budget - -\n"},
		{"no budget for the next of many years", {ABSENT(NEXT_INITIAL_BUDGET, 0), SET(END_YEAR, 0, "2023")},
		 "info next_budget_missing next_initial_budget - -\n"},
		{"complete indicators that are said not to be", {SET(COMPLEMENTARY_VALUE, 2, "3")},
		 "info indicator_incomplete_flag observations[indicators,1].raised - -\n"},
	};
	static const NearCase near[] = {
		{CHECK_COMPONENT_WITHOUT_SPENDING,
		 {BLANK(SPENT_AMOUNT, 2), SET(SPENT_AMOUNT, 0, "149.500"), SET(COMPONENT_PRODUCTION, 2, "0")}, ""},
		{CHECK_COMPONENT_WITHOUT_SPENDING, {SET(SPENT_AMOUNT, 2, "0"), SET(SPENT_AMOUNT, 0, "149.500")}, ""},
		{CHECK_EXECUTORS_MISSING,
		 {TAKE_OUT(EXECUTOR_TYPE, 0), SET(EXECUTION, 0, "El programa es ejecutado por la institución.")}, ""},
		{CHECK_RIGHTS_ANSWER_INCOMPLETE,
		 {SET(HAS_HUMAN_RIGHTS_APPROACH, 0, "No"), ABSENT(HUMAN_RIGHTS_APPROACHES, 0),
		  SET(HUMAN_RIGHTS_JUSTIFICATION, 35, "No corresponde")}, ""},
		{CHECK_RIGHTS_ANSWER_INCOMPLETE, {TAKE_OUT(HUMAN_RIGHTS_APPROACHES, 0)}, ""},
		{CHECK_ADMIN_DETAIL_MISSING,
		 {ABSENT(ADMIN_DETAIL, 0), ABSENT(ADMIN_SPENDING, 0)}, ""},
		{CHECK_SDG_CONTRIBUTION_MISSING,
		 {ABSENT(SDG_CONTRIBUTION, 0), TAKE_OUT(SDG_GOAL, 0), TAKE_OUT(SDG_GOAL, 1),
		  TAKE_OUT(SDG_TARGET, 0), ABSENT(SDG_TARGET, 1)}, ""},
		{CHECK_EXTRA_BUDGET_FLAG, {TAKE_OUT(HAS_EXTRA_BUDGET, 0)}, ""},
		{CHECK_EXTRA_BUDGET_FLAG,
		 {SET(HAS_EXTRA_BUDGET, 0, "No"), SET(SUMMARY_EXTRA_BUDGET, 0, "0")},
		 "error total_spending_sum total_spending 320000 300000\n"},
		{CHECK_COVID_DETAIL,
		 {SET(COVID_CHANGES, 0, "No"), TAKE_OUT(COVID_CHANGE_TYPES, 0), ABSENT(COVID_CHANGE_DETAIL, 0)}, ""},
		{CHECK_COVID_DETAIL, {ABSENT(COVID_CHANGES, 0)}, ""},
		{CHECK_OBSERVATION_FLAG, {SET(OBSERVATION_RAISED, 0, "Si"), SET(OBSERVATION_COMMENT, 0, "Nada")}, ""},
		{CHECK_OBSERVATION_FLAG, {SET(OBSERVATION_RAISED, 3, "quizás")},
		 "info invalid_cells observations - -\n"},
		{CHECK_COVID_BUDGET_CHANGE_NOT_VISIBLE,
		 {SET(INITIAL_BUDGET, 0, "300.001"), SET(FINAL_BUDGET, 0, "300.000")}, ""},
		{CHECK_COVID_BUDGET_CHANGE_NOT_VISIBLE,
		 {SET(INITIAL_BUDGET, 0, "300.000"), SET(FINAL_BUDGET, 0, "300.000"),
		  SET(COVID_CHANGE_TYPES, 0, "- Modalidad")}, ""},
		{CHECK_INDICATOR_WITHOUT_ACTIVITY,
		 {SET(COVERAGE_BENEFICIARIES, 1, "260"), SET(COVERAGE_REPORTED, 1, "5")},
		 "info beneficiaries_change_unexplained coverage[2022].beneficiaries 1250 260\n"},
		{CHECK_INDICATOR_ZERO_TARGET, {SET(PURPOSE_VALUE, 3, "0,1%")}, ""},
		{CHECK_INDICATOR_ZERO_TARGET, {SET(PURPOSE_VALUE, 1, "0%")}, ""},
		{CHECK_INDICATOR_ZERO_TARGET, {SET(PURPOSE_VALUE, 3, "0%"), SET(NEXT_INITIAL_BUDGET, 0, "0")}, ""},
		{CHECK_NEXT_BUDGET_MISSING, {ABSENT(NEXT_INITIAL_BUDGET, 0), SET(END_YEAR, 0, "2022")}, ""},
		{CHECK_NEXT_BUDGET_MISSING, {TAKE_OUT(NEXT_INITIAL_BUDGET, 0)}, ""},
		{CHECK_INDICATOR_INCOMPLETE_FLAG, {SET(COMPLEMENTARY_VALUE, 2, "poco")},
		 "info invalid_cells complementary_indicators - -\n"},
	};

	check_cases(cases, COUNT(cases));
	check_near(near, COUNT(near));
}

static void
large_changes_are_explained(void)
{
	static const Case cases[] = {
		{"a budget", {SET(FINAL_BUDGET, 0, "375.000")},
		 "info budget_change_unexplained final_budget 375000 300000\n"},
		{"a smaller budget", {SET(INITIAL_BUDGET, 0, "420.000")},
		 "info budget_change_unexplained final_budget 310000 420000\n"},
		{"beneficiaries", {SET(COVERAGE_BENEFICIARIES, 1, "1.000"), SET(COVERAGE_REPORTED, 1, "20,4")},
		 "info beneficiaries_change_unexplained coverage[2022].beneficiaries 1250 1000\n"},
		{"a cost", {SET(COSTS_AMOUNT, 1, "128"), SET(COSTS_AMOUNT, 0, "129")},
		 "info cost_change_unexplained costs[2022].reported_kclp 256 128\n"},
		{"a smaller cost, two years before", {BLANK(COSTS_AMOUNT, 1), SET(COSTS_AMOUNT, 0, "512")},
		 "info cost_change_unexplained costs[2022].reported_kclp 256 512\n"},
	};
	static const NearCase near[] = {
		{CHECK_BUDGET_CHANGE_UNEXPLAINED, {SET(FINAL_BUDGET, 0, "374.999")}, ""},
		{CHECK_BUDGET_CHANGE_UNEXPLAINED,
		 {SET(FINAL_BUDGET, 0, "375.000"), SET(OBSERVATION_RAISED, 6, "Si"),
		  SET(OBSERVATION_SECTION, 8, "budget"), SET(OBSERVATION_TOPIC, 8, "Presupuesto inicial / final"),
		  SET(OBSERVATION_RAISED, 8, "Sí"), SET(OBSERVATION_COMMENT, 8, "Reajuste")}, ""},
		{CHECK_BUDGET_CHANGE_UNEXPLAINED,
		 {SET(FINAL_BUDGET, 0, "375.000"), TAKE_OUT(OBSERVATION_SECTION, 6), TAKE_OUT(OBSERVATION_RAISED, 6)}, ""},
		{CHECK_BENEFICIARIES_CHANGE_UNEXPLAINED,
		 {SET(COVERAGE_BENEFICIARIES, 1, "1.001"), SET(COVERAGE_REPORTED, 1, "20,4")}, ""},
		{CHECK_COST_CHANGE_UNEXPLAINED, {SET(COSTS_AMOUNT, 1, "129"), SET(COSTS_AMOUNT, 0, "129")}, ""},
		{CHECK_COST_CHANGE_UNEXPLAINED, {SET(COSTS_AMOUNT, 1, "511"), SET(COSTS_AMOUNT, 0, "511")}, ""},
	};

	check_cases(cases, COUNT(cases));
	check_near(near, COUNT(near));
}

static void
codes_and_names_are_known(void)
{
	static const Case cases[] = {
		{"the partida of another ministry", {SET(MINISTRY, 0, "Ministerio de Educación")},
		 "warning budget_ministry_mismatch budget_law[1].partida 16 9\n"},
		{"codes of too many digits",
		 {SET(SPENDING_ITEM, 0, "2295"), SET(ADMIN_ITEM, 0, "2295"), SET(ADMIN_ITEM, 1, "123"),
		  SET(SPENDING_ASIGNACION, 0, "1234"), SET(ADMIN_SUBTITULO, 1, "220 (Bienes)")},
		 "info budget_code_shape spending_lines[1].item 2295 -\n"
		 "info budget_code_shape spending_lines[1].asignacion 1234 -\n"
		 "info budget_code_shape admin_lines[2].item 123 -\n"
		 "info budget_code_shape admin_lines[2].subtitulo 220 -\n"},
		{"no region", {SET(REGIONS_REGION, 1, "Patagonia")},
		 "warning region_unknown regions[Patagonia].region - -\n"},
		{"central beneficiaries", {SET(REGIONS_REGION, 1, "Nivel central")},
		 "warning region_unknown regions[Nivel central].region - -\n"
		 "info regions_differ regional_spending 40000 -\n"},
		{"a region twice", {SET(REGIONS_REGION, 1, "RM")},
		 "error region_repeated regions[CL-RM#2].region - -\n"
		 "info regions_differ regional_spending 40000 -\n"},
		{"the central level twice", {SET(REGIONAL_REGION, 1, "NIVEL CENTRAL")},
		 "info regions_differ regions 150 -\n"
		 "error region_repeated regional_spending[Nivel central#2].region - -\n"},
		{"regions of one table only", {SET(REGIONAL_AMOUNT, 1, "0"), SET(REGIONAL_AMOUNT, 3, "60.000")},
		 "info regions_differ regions 150 -\n"},
		{"a target of another goal", {SET(SDG_TARGET, 0, "4.8")},
		 "error sdg_target_mismatch sdgs[1].target 4 3\n"},
		{"no goal", {SET(SDG_GOAL, 1, "18"), SET(SDG_TARGET, 1, "18.1")},
		 "error sdg_target_mismatch sdgs[2].goal 18 -\n"},
		{"a target of no goal", {TAKE_OUT(SDG_GOAL, 1), SET(SDG_TARGET, 1, "18.1")},
		 "error sdg_target_mismatch sdgs[2].target 18 -\n"},
		{"markup", {SET(MARKUP_TAGS, FIELD_STRATEGY, "2")},
		 "info markup_in_text markup:strategy 2 -\n"},
	};
	static const NearCase near[] = {
		{CHECK_BUDGET_MINISTRY_MISMATCH, {SET(MINISTRY, 0, "MINISTERIO DE  SALUD")}, ""},
		{CHECK_BUDGET_MINISTRY_MISMATCH, {SET(MINISTRY, 0, "Ministerio de Faros")}, ""},
		{CHECK_BUDGET_MINISTRY_MISMATCH, {SET(MINISTRY, 0, "Ministerio de Salud y de Educación")}, ""},
		{CHECK_BUDGET_MINISTRY_MISMATCH,
		 {SET(MINISTRY, 0, "Ministerio de Educación"), SET(LAW_PARTIDA, 0, "49")},
		 "warning budget_code_mismatch spending_lines[1].partida 16 49\n"
		 "warning budget_code_mismatch spending_lines[2].partida 16 49\n"
		 "warning budget_code_mismatch spending_lines[3].partida 16 49\n"
		 "warning budget_code_mismatch admin_lines[1].partida 16 49\n"
		 "warning budget_code_mismatch admin_lines[2].partida 16 49\n"},
		{CHECK_BUDGET_CODE_SHAPE, {SET(SPENDING_ITEM, 0, "0099"), SET(SPENDING_ASIGNACION, 0, "999")}, ""},
		{CHECK_REGION_UNKNOWN, {SET(REGIONS_REGION, 1, "XVI Región de Ñuble")}, ""},
		{CHECK_REGION_REPEATED, {SET(REGIONAL_REGION, 1, "Biobío"), SET(REGIONS_REGION, 1, "Bío-Bío")}, ""},
		{CHECK_REGIONS_DIFFER, {SET(REGIONAL_AMOUNT, 1, "0"), SET(REGIONAL_AMOUNT, 3, "60.000"),
								SET(REGIONS_BENEFICIARIES, 1, "0"), SET(REGIONS_BENEFICIARIES, 0, "650")}, ""},
		{CHECK_REGIONS_DIFFER, {UNSURE(REGIONAL_AMOUNT, 1, NULL)},
		 "info ambiguous_cells regional_spending - -\n"},
		{CHECK_SDG_TARGET_MISMATCH, {SET(SDG_TARGET, 0, "Meta 8"), SET(SDG_GOAL, 0, "17")}, ""},
		{CHECK_MARKUP_IN_TEXT, {SET(MARKUP_TAGS, FIELD_STRATEGY, "0")}, ""},
	};

	check_cases(cases, COUNT(cases));
	check_near(near, COUNT(near));
}

static void
doubts_are_told_once_for_a_table(void)
{
	static const Case cases[] = {
		{"ambiguous", {UNSURE(COMPLEMENTARY_VALUE, 0, NULL), UNSURE(COMPLEMENTARY_VALUE, 1, NULL),
					   UNSURE(COMPLEMENTARY_VALUE, 4, "7")},
		 "info ambiguous_cells complementary_indicators - -\n"},
		{"an ambiguous field", {UNSURE(STRATEGY, 90, "algo")}, "info ambiguous_cells strategy - -\n"},
		{"inferred", {{FIELD_COSTS_AMOUNT, 0, STATUS_INFERRED, "240"}, {FIELD_COSTS_AMOUNT, 1, STATUS_INFERRED, "250"}},
		 "info inferred_cells costs - -\n"},
		{"invalid", {SET(TARGET_POPULATION, 0, "unas 5.000")},
		 "info invalid_cells target_population - -\n"},
	};
	static const NearCase near[] = {
		{CHECK_AMBIGUOUS_CELLS, {{FIELD_COMPLEMENTARY_VALUE, 1, STATUS_NOT_APPLICABLE, "N/A"}}, ""},
		{CHECK_INFERRED_CELLS, {SET(COSTS_AMOUNT, 1, "251")}, ""},
		{CHECK_INVALID_CELLS, {BLANK(COMPLEMENTARY_VALUE, 1)}, ""},
	};

	check_cases(cases, COUNT(cases));
	check_near(near, COUNT(near));
}
/* clang-format on */

/* ---- Other years ---- */

static bool
has_line(const Book *book, const char *line)
{
	static char lines[LINES_MAX];
	Arena arena;
	Error error;
	Report report;
	Findings findings;
	bool found = false;

	arena_init(&arena, &host_plain);
	if (book_open(book, &arena, &report, &error) &&
	    audit_report(&report, &arena, &findings, &error))
	{
		print_findings(&findings, lines, sizeof(lines));
		found = strstr(lines, line) != NULL;
	}
	arena_free(&arena);
	return found;
}

static void
lists_are_those_of_the_year(void)
{
	static const char *const nuble = "warning region_unknown regions[CL-NB].region";
	static const char *const partida = "warning budget_ministry_mismatch budget_law[1].partida 16 ";
	Book book;

	clean_book(&book);
	book.year = 2018;
	CHECK(!has_line(&book, nuble));
	book.year = 2017;
	CHECK(has_line(&book, nuble));
	book.year = YEAR_UNKNOWN;
	CHECK(!has_line(&book, nuble));

	book_set(&book, (Entry) SET(MINISTRY, 0, "Ministerio de Ciencia, Tecnología e Innovación"));
	book.year = 2020;
	CHECK(has_line(&book, partida));
	book.year = 2019;
	CHECK(!has_line(&book, partida));
	book.year = YEAR_UNKNOWN;
	CHECK(!has_line(&book, partida));
}

/* The labels' year counts where the closing date is the only one that disagrees. */
static void
labels_are_compared_with_the_year_that_most_of_them_have(void)
{
	Book book;

	clean_book(&book);
	book_set(&book, (Entry) SET(CLOSING_DATE, 0, "31 - diciembre - 2021"));
	book_set(&book, (Entry) SET(LABEL_PRINTED, FIELD_SPENDING, "Gasto 2021"));
	check_audit(&book, "2022 but for one",
	            "error closing_year closing_date 2021 2022\n"
	            "info label_year label:spending 2021 2022\n");
}

static void
a_report_of_no_year_is_compared_with_none(void)
{
	Book book;

	clean_book(&book);
	book.year = YEAR_UNKNOWN;
	book_set(&book, (Entry) TAKE_OUT(CLOSING_DATE, 0));
	book_set(&book, (Entry) SET(LABEL_PRINTED, FIELD_SPENDING, "Gasto 2021"));
	check_audit(&book, "no year", "info report_year_inferred closing_date - -\n");
}

/* Labels alone make a report too. */
static void
a_report_may_have_no_facts(void)
{
	Book book;

	book_of(&book, YEAR_UNKNOWN, NULL, 0);
	check_audit(&book, "no facts", "info report_year_inferred closing_date - -\n");
}

/* ---- The samples ---- */

/* clang-format off */
static const char *const sample_one_found =
	"info report_year_inferred closing_date - 2021\n"
	"info potential_population_placeholder potential_population 0 -\n"
	"info coverage_rounded_to_zero coverage[2021].reported_coverage 0 0.000715\n"
	"info label_year label:regions 2020 2021\n"
	"info covid_budget_change_not_visible covid_change_types - -\n"
	"info executors_missing executors - -\n"
	"info budget_code_shape budget_law[1].programa 132 -\n"
	"warning budget_ministry_mismatch budget_law[1].partida 24 7\n"
	"warning component_without_spending component_spending_lines[1].spending_kclp - -\n"
	"info label_year label:component_spending 2020 2021\n"
	"info admin_detail_missing admin_detail - -\n"
	"info budget_code_shape admin_lines[1].item 2295 -\n"
	"info label_year label:admin_spending 2020 2021\n"
	"info cost_change_unexplained costs[2021].reported_kclp 33293 5894\n"
	"info cost_in_constant_pesos costs[2021].reported_kclp 33293 31250\n"
	"info indicator_without_activity purpose_indicators[1][2020,actual].reported 0 -\n"
	"info indicator_zero_target purpose_indicators[1][2022,expected].reported 0 -\n"
	"info markup_in_text markup:purpose_indicators 6 -\n"
	"info label_year complementary_indicators.columns[2].year 2020 2021\n"
	"info rights_answer_incomplete human_rights_justification - -\n"
	"info sdg_contribution_missing sdg_contribution - -\n";

static const char *const sample_two_found =
	"info potential_population_placeholder potential_population 0 -\n"
	"info beneficiaries_change_unexplained coverage[2021].beneficiaries 327 0\n"
	"warning carryover_exceeds_prior_year population_flow[before,total].persons 327 0\n"
	"warning coverage_mismatch coverage[2021].reported_coverage 0 0.0654\n"
	"info label_year label:regions 2020 2021\n"
	"info regions_differ regions 23 -\n"
	"info budget_change_unexplained final_budget 262482 680559\n"
	"info next_budget_missing next_initial_budget - -\n"
	"info label_year label:component_spending 2020 2021\n"
	"error unit_slip regional_spending 249 249075\n"
	"info budget_code_shape admin_lines[1].item 2295 -\n"
	"info label_year label:admin_spending 2020 2021\n"
	"info cost_change_unexplained costs[2021].reported_kclp 855 251\n"
	"info cost_in_constant_pesos costs[2021].reported_kclp 855 802.7\n"
	"info inferred_cells costs - -\n"
	"info ambiguous_cells purpose_indicators - -\n"
	"info label_year complementary_indicators.columns[2].year 2020 2021\n"
	"info sdg_contribution_missing sdg_contribution - -\n";
/* clang-format on */

static void
the_samples_figures_have_their_findings(void)
{
	static char expected[LINES_MAX];
	Book book;

	/* The topic's number is that among the topics that the report at hand prints. */
	snprintf(expected, sizeof(expected), "%s%s", sample_one_found,
	         "info indicator_incomplete_flag observations[indicators,1].raised - -\n");
	book_of(&book, SAMPLE_YEAR, sample_one, COUNT(sample_one));
	check_audit(&book, "sample one", expected);
	book_of(&book, SAMPLE_YEAR, sample_two, COUNT(sample_two));
	check_audit(&book, "sample two", sample_two_found);
}

/* Reads a whole file; NO_STR: there is none. */
static Str
read_file(const char *path, Arena *arena)
{
	FILE *file = fopen(path, "rb");
	size_t size = 1 << 20;
	char *text = arena_alloc(arena, size);
	size_t len;

	if (file == NULL || text == NULL)
		return NO_STR;
	len = fread(text, 1, size, file);
	fclose(file);
	return (Str){text, (uint32_t) len};
}

static void
check_text(const char *path, const char *expected)
{
	Arena arena;
	Error error = {.code = ERROR_NONE};
	Draft draft;
	Report report;
	Findings findings;
	uint8_t *bytes;
	size_t size;
	Str text;

	arena_init(&arena, &host_plain);
	draft_init(&draft, &arena);
	text = read_file(path, &arena);
	if (text.len == 0)
		CHECK_THAT(true, "%s is not at hand", path);
	else if (parse_report_text(text, &draft, &error) &&
	         (bytes = draft_pack(&draft, &size, &error)) != NULL &&
	         report_open(&report, bytes, size, &error) &&
	         audit_report(&report, &arena, &findings, &error))
		check_found(&findings, path, expected);
	else
		CHECK_THAT(false, "%s: %s", path, error.message);
	arena_free(&arena);
}

static void
the_samples_texts_have_the_same_findings(void)
{
	static char expected[LINES_MAX];

	snprintf(expected, sizeof(expected), "%s%s", sample_one_found,
	         "info indicator_incomplete_flag observations[indicators,2].raised - -\n");
	check_text("../shared/samples/juntos-2021.txt", expected);
	check_text("../shared/samples/redes-2021.txt", sample_two_found);
}

/* ---- Two reports ---- */

typedef struct PairCase
{
	const char *about;
	Entry changes[CHANGES_MAX]; /* of the later report */
	const char *found;
} PairCase;

/* clang-format off */
static void
reports_of_two_years_agree(void)
{
	static const PairCase cases[] = {
		{"as it is", {{0}}, ""},
		{"another past", {SET(COVERAGE_BENEFICIARIES, 1, "1.210"), SET(COVERAGE_TARGET, 0, "4.900")},
		 "warning restated_prior_year coverage[2020].target_population 4900 4800\n"
		 "warning restated_prior_year coverage[2021].beneficiaries 1210 1200\n"},
		{"another budget than the law's", {SET(INITIAL_BUDGET, 0, "300.001")},
		 "warning budget_law_mismatch initial_budget 300001 300000\n"},
		{"others carried over than left", {SET(FLOW_PERSONS, 3, "261")},
		 "warning carryover_continuity population_flow[before,total].persons 261 260\n"},
		{"another start", {SET(START_YEAR, 0, "2016")},
		 "warning start_year_changed start_year 2016 2015\n"},
		{"another name", {SET(PROGRAM_NAME, 0, "Programa Faros"), SET(MINISTRY, 0, "MINISTERIO DE SALUD")},
		 "info name_changed program_name - -\n"},
		{"other codes", {SET(LAW_PROGRAMA, 0, "03")},
		 "info budget_codes_changed budget_law[1].programa - -\n"
		 "info budget_codes_changed budget_law - -\n"},
		{"another value of an indicator", {SET(PURPOSE_VALUE, 0, "71%")},
		 "warning indicator_restated purpose_indicators[1][2021,actual].reported 71 70\n"},
		{"the same in another unit", {SET(COMPLEMENTARY_VALUE, 0, "120")},
		 "warning indicator_restated complementary_indicators[1][2021,actual].reported 120 120\n"},
		{"other targets", {SET(SDG_TARGET, 1, "4.7")},
		 "info sdg_changed sdgs[2].target - -\n"
		 "info sdg_changed sdgs - -\n"},
		{"other prices", {SET(COSTS_AMOUNT, 0, "252"), SET(COSTS_AMOUNT, 1, "262,5")},
		 "info cost_rebased costs[2020].reported_kclp 252 240\n"
		 "info cost_rebased costs[2021].reported_kclp 262.5 250\n"},
	};
	static const NearCase near[] = {
		{CHECK_RESTATED_PRIOR_YEAR, {BLANK(COVERAGE_BENEFICIARIES, 1), SET(COVERAGE_BENEFICIARIES, 2, "9")}, ""},
		{CHECK_BUDGET_LAW_MISMATCH, {ABSENT(INITIAL_BUDGET, 0)}, ""},
		{CHECK_CARRYOVER_CONTINUITY, {UNSURE(FLOW_PERSONS, 3, "261")}, ""},
		{CHECK_START_YEAR_CHANGED, {SET(START_YEAR, 0, "hace tiempo")}, ""},
		{CHECK_NAME_CHANGED, {SET(PROGRAM_NAME, 0, "Faro"), ABSENT(SERVICE, 0)}, ""},
		{CHECK_BUDGET_CODES_CHANGED, {SET(LAW_PROGRAMA, 0, "2")}, ""},
		{CHECK_INDICATOR_RESTATED, {SET(PURPOSE_VALUE, 0, "70,0%"), SET(PURPOSE_VALUE, 1, "1%")}, ""},
		{CHECK_INDICATOR_RESTATED, {SET(PURPOSE_VALUE, 0, "1%"), SET(PURPOSE_NAME, 0, "Otro")}, ""},
		{CHECK_SDG_CHANGED, {SET(SDG_TARGET, 1, "3.8"), SET(SDG_TARGET, 0, "4.a")}, ""},
		{CHECK_COST_REBASED, {SET(COSTS_AMOUNT, 0, "240,0"), SET(COSTS_AMOUNT, 2, "1")}, ""},
	};
	Book earlier;
	Book later;

	earlier_book(&earlier);
	for (int i = 0; i < COUNT(cases); i++)
	{
		clean_book(&later);
		if (i > 0)
			book_change(&later, cases[i].changes);
		keep_messages = true;
		check_between(&earlier, &later, cases[i].about, cases[i].found);
		keep_messages = false;
	}
	for (int i = 0; i < COUNT(near); i++)
	{
		clean_book(&later);
		book_change(&later, near[i].changes);
		check_between(&earlier, &later, audit_checks[near[i].check].code, near[i].found);
		was_near[near[i].check] = true;
	}
}
/* clang-format on */

/* What goes from one year to the next is compared between these only. */
static void
reports_with_a_year_between_them_share_less(void)
{
	Book earlier;
	Book later;

	earlier_book(&earlier);
	clean_book(&later);
	later.year = CLEAN_YEAR + 1;
	book_set(&later, (Entry) SET(INITIAL_BUDGET, 0, "1"));
	book_set(&later, (Entry) SET(FLOW_PERSONS, 3, "1"));
	check_between(&earlier, &later, "two years later", "");
	later.year = YEAR_UNKNOWN;
	check_between(&earlier, &later, "no year", "");
}

static void
a_report_agrees_with_itself(void)
{
	Book book;

	book_of(&book, SAMPLE_YEAR, sample_one, COUNT(sample_one));
	check_between(&book, &book, "sample one", "");
	book_of(&book, SAMPLE_YEAR, sample_two, COUNT(sample_two));
	check_between(&book, &book, "sample two", "");
}

/* ---- Properties ---- */

/* The figures that sums and copies cover */
static bool
is_covered(FieldId field)
{
	static const FieldId covered[] = {
	    FIELD_BENEFICIARIES,         FIELD_TARGET_POPULATION,    FIELD_SPENDING,
	    FIELD_COMPONENT_SPENDING,    FIELD_ADMIN_LINES_TOTAL,    FIELD_ADMIN_SPENDING,
	    FIELD_SUMMARY_SPENDING,      FIELD_SUMMARY_EXTRA_BUDGET, FIELD_TOTAL_SPENDING,
	    FIELD_TOTAL_SPENDING_BY_USE, FIELD_FLOW_PERSONS,         FIELD_REGIONS_BENEFICIARIES,
	    FIELD_SPENDING_AMOUNT,       FIELD_SPENT_AMOUNT,         FIELD_REGIONAL_AMOUNT,
	    FIELD_REGIONAL_TOTAL,        FIELD_ADMIN_AMOUNT,         FIELD_SUMMARY_COMPONENT_SPENDING,
	    FIELD_SUMMARY_ADMIN_SPENDING};

	for (int i = 0; i < COUNT(covered); i++)
	{
		if (covered[i] == field)
			return true;
	}
	return false;
}

/* Whether an error or a warning says of figures of the audit's first families that they differ. */
static bool
is_contradicted(const Book *book)
{
	Arena arena;
	Error error;
	Report report;
	Findings findings;
	bool found = false;

	arena_init(&arena, &host_plain);
	if (book_open(book, &arena, &report, &error) &&
	    audit_report(&report, &arena, &findings, &error))
	{
		for (uint32_t i = 0; i < findings.count; i++)
			found |= findings.list[i].check <= CHECK_TOTAL_SPENDING_MISMATCH;
	}
	arena_free(&arena);
	return found;
}

static void
no_covered_figure_changes_unseen(void)
{
	Random random = {20220101};

	for (int i = 0; i < COUNT(clean_report); i++)
	{
		const Entry *entry = &clean_report[i];
		int64_t figure;

		if (!is_covered(entry->field) || !integer_parse(str_of(entry->text), &figure))
			continue;
		for (int j = 0; j < 20; j++)
		{
			int64_t changed = figure;
			char text[32] = {0};
			Book book;

			/* three thousand pesos are more than rounding explains anywhere */
			while (changed - figure < 3 && figure - changed < 3)
				changed = random_below(&random, (uint32_t) figure * 3 + 10);
			number_print((Decimal){changed, 0}, text);
			clean_book(&book);
			book_set(&book, (Entry){entry->field, entry->row, STATUS_REPORTED, text});
			CHECK_THAT(is_contradicted(&book), "%s[%u] = %s is found",
			           form_fields[entry->field].key, entry->row, text);
		}
	}
}

/* Turns the rows of some columns around. */
static void
turn_around(Book *book, const FieldId *columns, int count, uint32_t last)
{
	for (int i = 0; i < book->count; i++)
	{
		for (int j = 0; j < count; j++)
		{
			if (book->entries[i].field == columns[j])
				book->entries[i].row = last - book->entries[i].row;
		}
	}
}

static void
the_order_of_rows_does_not_matter(void)
{
	static const FieldId regions[] = {FIELD_REGIONS_REGION, FIELD_REGIONS_BENEFICIARIES};
	static const FieldId spending[] = {FIELD_REGIONAL_REGION, FIELD_REGIONAL_AMOUNT};
	Book book;

	book_of(&book, SAMPLE_YEAR, sample_two, COUNT(sample_two));
	turn_around(&book, regions, 2, 9);
	turn_around(&book, spending, 2, 1);
	check_audit(&book, "regions turned around", sample_two_found);
}

/* Whether a section is one of a list such as "5.5, 5.6". */
static bool
is_listed(const char *section, const char *list)
{
	size_t len = strlen(section);
	const char *at = list;

	while ((at = strstr(at, section)) != NULL)
	{
		if ((at == list || at[-1] == ' ') && (at[len] == '\0' || at[len] == ','))
			return true;
		at += len;
	}
	return list[0] == '\0';
}

/* The section that a message begins with; "0" where it begins with none. */
static void
message_section(const Finding *finding, char out[8])
{
	uint32_t len = 0;

	while (len < 7 && len < finding->message.len &&
	       ((finding->message.at[len] >= '0' && finding->message.at[len] <= '9') ||
	        finding->message.at[len] == '.'))
	{
		out[len] = finding->message.at[len];
		len++;
	}
	out[len] = '\0';
	if (len == 0)
		snprintf(out, 8, "0");
}

/* What holds of any finding, in any report. */
static void
check_findings(const Findings *findings)
{
	char before[8] = "";

	for (uint32_t i = 0; i < findings->count; i++)
	{
		const Finding *finding = &findings->list[i];
		const Check *check = &audit_checks[finding->check];
		char section[8];

		message_section(finding, section);
		CHECK(finding->subject.len > 0 && finding->message.len > 0);
		CHECK(utf8_prefix(finding->message) == finding->message.len);
		CHECK(finding->severity >= check->severity);
		CHECK_THAT(is_listed(section, check->section), "%s is of %s, not of %s", check->code,
		           check->section, section);
		CHECK_THAT(strcmp(before, section) <= 0, "section %s comes after %s", section, before);
		snprintf(before, sizeof(before), "%s", section);
	}
}

static bool
open_random(Random *random, Arena *arena, Report *report)
{
	Draft draft;
	Error error;
	uint8_t *bytes;
	size_t size;

	draft_init(&draft, arena);
	random_draft(random, &draft);
	bytes = draft_pack(&draft, &size, &error);
	return bytes != NULL && report_open(report, bytes, size, &error);
}

/* Whatever a report holds, the audit ends with findings and not with an error. */
static void
no_report_is_an_error(void)
{
	Random random = {4};
	int audited = 0;

	for (int i = 0; i < 1500; i++)
	{
		Arena arena;
		Error error;
		Report reports[2];
		Findings findings;

		arena_init(&arena, &host_plain);
		if (open_random(&random, &arena, &reports[0]) && open_random(&random, &arena, &reports[1]))
		{
			CHECK(audit_report(&reports[0], &arena, &findings, &error));
			check_findings(&findings);
			CHECK(audit_between(&reports[0], &reports[1], &arena, &findings, &error));
			check_findings(&findings);
			audited++;
		}
		arena_free(&arena);
	}
	CHECK(audited > 1000);
}

/* Figures at the ends of what numbers can be */
static void
no_figure_is_too_large(void)
{
	static const char *const figures[] = {
	    "999999999999999999", "-999999999999999999",  "999999999999",  "-999999999999",
	    "0,000001",           "0,000000000000000001", "1000000000000", "0"};

	for (int i = 0; i < COUNT(figures) * COUNT(figures); i++)
	{
		const char *even = figures[i % COUNT(figures)];
		const char *odd = figures[i / COUNT(figures)];
		Arena arena;
		Error error;
		Report report;
		Findings findings;
		Book book;

		clean_book(&book);
		for (int j = 0; j < book.count; j++)
		{
			FieldType type = form_fields[book.entries[j].field].type;

			if (type == TYPE_INTEGER || type == TYPE_AMOUNT || type == TYPE_NUMBER ||
			    type == TYPE_RATE)
				book.entries[j].text = j % 2 == 0 ? even : odd;
		}
		arena_init(&arena, &host_plain);
		CHECK(book_open(&book, &arena, &report, &error));
		CHECK(audit_report(&report, &arena, &findings, &error));
		check_messages(&findings);
		CHECK(audit_between(&report, &report, &arena, &findings, &error));
		CHECK_INT(findings.count, 0);
		arena_free(&arena);
	}
}

/* ---- Memory and leave to go on ---- */

static void
lack_of_memory_is_an_error(void)
{
	Book book;
	bool done = false;

	book_of(&book, SAMPLE_YEAR, sample_two, COUNT(sample_two));
	for (int blocks = 0; blocks < 100 && !done; blocks++)
	{
		Counted counted = {.left = blocks, .questions = 1000};
		Host host = counted_host(&counted);
		Arena packing;
		Arena arena;
		Error error = {.code = ERROR_NONE};
		Report report;
		Findings findings;

		arena_init(&packing, &host_plain);
		arena_init(&arena, &host);
		CHECK(book_open(&book, &packing, &report, &error));
		done = audit_report(&report, &arena, &findings, &error);
		CHECK(done || error.code == ERROR_NO_MEMORY);
		arena_free(&arena);
		arena_free(&packing);
		CHECK_INT(counted.taken, counted.released);
	}
	CHECK(done);
}

static void
an_audit_can_be_interrupted(void)
{
	for (int questions = 0; questions < 3; questions++)
	{
		Counted counted = {.left = 1000, .questions = questions};
		Host host = counted_host(&counted);
		Arena packing;
		Arena arena;
		Error error = {.code = ERROR_NONE};
		Report report;
		Findings findings;
		Book book;

		clean_book(&book);
		arena_init(&packing, &host_plain);
		arena_init(&arena, &host);
		CHECK(book_open(&book, &packing, &report, &error));
		CHECK(!audit_report(&report, &arena, &findings, &error));
		CHECK_INT(error.code, ERROR_INTERRUPTED);
		CHECK(!audit_between(&report, &report, &arena, &findings, &error));
		arena_free(&arena);
		arena_free(&packing);
	}
}

/* ---- The catalogue ---- */

static void
codes_are_names_of_one_check_each(void)
{
	for (int i = 0; i < CHECK_COUNT; i++)
	{
		const Check *check = &audit_checks[i];

		CHECK_THAT(strspn(check->code, "abcdefghijklmnopqrstuvwxyz_") == strlen(check->code),
		           "%s is in snake case", check->code);
		CHECK_THAT(check->words[strlen(check->words) - 1] == '.', "%s has a sentence", check->code);
		CHECK_THAT(strncmp(check->message, "{place} ", 8) == 0, "%s begins with the place",
		           check->code);
		for (int j = 0; j < i; j++)
			CHECK(strcmp(check->code, audit_checks[j].code) != 0);
	}
}

/* Runs last: every check has found something, and nearly done so. */
static void
every_check_is_tested(void)
{
	for (int i = 0; i < CHECK_COUNT; i++)
	{
		CHECK_THAT(was_found[i], "a test finds %s", audit_checks[i].code);
		CHECK_THAT(was_near[i], "a test nearly finds %s", audit_checks[i].code);
	}
}

/*
 * The reference has an entry for each check: its code, severity, sections and
 * rule, and as an example what it said first in these tests.
 */
static void
the_reference_is_true(void)
{
	static char entry[3000];
	Arena arena;
	Str reference;
	int entries = 0;

	arena_init(&arena, &host_plain);
	reference = read_file("doc/audit.md", &arena);
	CHECK(reference.len > 0);
	for (int i = 0; i < CHECK_COUNT && reference.len > 0; i++)
	{
		const Check *check = &audit_checks[i];

		snprintf(entry, sizeof(entry), "\n### `%s`\n\n%s, %s. %s\n\n> %s\n", check->code,
		         severity_name(check->severity),
		         check->section[0] == '\0' ? "any section" : check->section, check->words,
		         first_message[i]);
		CHECK_THAT(memmem(reference.at, reference.len, entry, strlen(entry)) != NULL,
		           "doc/audit.md has%s", entry);
	}
	for (uint32_t i = 0; i + 6 < reference.len; i++)
		entries += memcmp(reference.at + i, "\n### `", 6) == 0;
	CHECK_INT(entries, CHECK_COUNT);
	arena_free(&arena);
}

int
main(void)
{
	RUN(a_consistent_report_has_no_findings);
	RUN(sums_add_up);
	RUN(figures_in_another_unit_are_one_finding);
	RUN(copies_are_equal);
	RUN(ratios_are_those_of_their_figures);
	RUN(figures_stay_within_limits);
	RUN(years_are_those_of_the_report);
	RUN(answers_go_together);
	RUN(large_changes_are_explained);
	RUN(codes_and_names_are_known);
	RUN(doubts_are_told_once_for_a_table);
	RUN(lists_are_those_of_the_year);
	RUN(labels_are_compared_with_the_year_that_most_of_them_have);
	RUN(a_report_of_no_year_is_compared_with_none);
	RUN(a_report_may_have_no_facts);
	RUN(the_samples_figures_have_their_findings);
	RUN(the_samples_texts_have_the_same_findings);
	RUN(reports_of_two_years_agree);
	RUN(reports_with_a_year_between_them_share_less);
	RUN(a_report_agrees_with_itself);
	RUN(no_covered_figure_changes_unseen);
	RUN(the_order_of_rows_does_not_matter);
	RUN(no_report_is_an_error);
	RUN(no_figure_is_too_large);
	RUN(lack_of_memory_is_an_error);
	RUN(an_audit_can_be_interrupted);
	RUN(codes_are_names_of_one_check_each);
	RUN(every_check_is_tested);
	RUN(the_reference_is_true);
	return unit_end();
}
