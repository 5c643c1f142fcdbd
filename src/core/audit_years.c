/*
 * audit_years.c
 *		The years that labels and headers print, and the programme's dates.
 *
 * A report keeps a label's words only where they are not the form's with the
 * year that is due, so a label without words of its own prints the right year.
 *
 * src/core/audit_years.c
 */
#include <string.h>

#include "audit_rules.h"

/* ---- Label years ---- */

/* A year printed in a label or header, and what it is due to be: that of the report plus offset */
typedef struct LabelYear
{
	FieldId field;
	uint32_t row;
	int printed;
	int offset;
} LabelYear;

typedef void (*LabelVisit)(Audit *audit, const LabelYear *label, void *state);

/* The first year in text; false: none. */
static bool
find_year(Str text, int *year)
{
	uint32_t start = 0;

	for (uint32_t i = 0; i <= text.len; i++)
	{
		if (i < text.len && is_digit(text.at[i]))
			continue;
		if (i - start == 4 && year_parse((Str){text.at + start, 4}, year))
			return true;
		start = i + 1;
	}
	return false;
}

/* Whether the report has a scalar, or a row of a table. */
static bool
has_field(const Report *report, FieldId field)
{
	Fact fact;

	if (form_is_scalar(field))
		return report_scalar(report, field, &fact);
	for (int column = 0; column < FIELD_COUNT; column++)
	{
		if (form_fields[column].table == field && report_rows(report, (FieldId) column) > 0)
			return true;
	}
	return false;
}

static void
visit_labels(Audit *audit, LabelVisit visit, void *state)
{
	for (int field = 0; field < FIELD_COUNT; field++)
	{
		LabelYear label = {FIELD_LABEL_PRINTED, (uint32_t) field,
		                   audit->year + form_fields[field].year_offset,
		                   form_fields[field].year_offset};
		Fact words;

		if (label.offset == NO_YEAR)
			continue;
		if (report_cell(audit->report, FIELD_LABEL_PRINTED, label.row, &words)
		        ? find_year(words.text, &label.printed)
		        : has_field(audit->report, (FieldId) field))
			visit(audit, &label, state);
	}
}

static void
visit_productions(Audit *audit, LabelVisit visit, void *state)
{
	static const FieldId columns[] = {FIELD_COMPONENT_PRODUCTION_LABEL, FIELD_COMPONENT_PRODUCTION};
	Rows rows;

	rows_start(&rows, audit->report, columns, 2);
	while (rows_next(&rows))
	{
		LabelYear label = {columns[0], rows.row, audit->year, 0};

		if (rows.cells[0].text.len == 0 || find_year(rows.cells[0].text, &label.printed))
			visit(audit, &label, state);
	}
}

/* The year columns of coverage and costs: the report's year is the last one. */
static void
visit_year_columns(Audit *audit, FieldId years, LabelVisit visit, void *state)
{
	int offset = 1;
	Rows rows;

	rows_start(&rows, audit->report, &years, 1);
	while (rows_next(&rows))
		offset -= status_is_sure(rows.cells[0].status);
	rows_start(&rows, audit->report, &years, 1);
	while (rows_next(&rows))
	{
		LabelYear label = {years, rows.row, 0, offset};
		int64_t year;

		if (!fact_integer(&rows.cells[0], &year))
			continue;
		label.printed = (int) year;
		visit(audit, &label, state);
		offset++;
	}
}

/* The year columns of indicators, where the header is the form's */
static void
visit_indicator_columns(Audit *audit, const IndicatorTable *table, LabelVisit visit, void *state)
{
	HeaderColumn header[HEADER_MAX];
	Rows rows;

	indicator_header(audit->report, table, header);
	rows_start(&rows, audit->report, &table->years, 1);
	while (rows_next(&rows) && rows.row < HEADER_MAX)
	{
		LabelYear label = {table->years, rows.row, 0, 0};
		int64_t year;

		if (!fact_integer(&rows.cells[0], &year) || !header[rows.row].of_form)
			continue;
		label.printed = (int) year;
		label.offset = header[rows.row].year - audit->year;
		visit(audit, &label, state);
	}
}

static void
visit_label_years(Audit *audit, LabelVisit visit, void *state)
{
	if (audit->year == YEAR_UNKNOWN)
		return;
	visit_labels(audit, visit, state);
	visit_productions(audit, visit, state);
	visit_year_columns(audit, FIELD_COVERAGE_YEAR, visit, state);
	visit_year_columns(audit, FIELD_COSTS_YEAR, visit, state);
	for (int i = 0; i < INDICATOR_TABLES; i++)
		visit_indicator_columns(audit, &indicator_tables[i], visit, state);
}

/* ---- Votes for the report's year ---- */

typedef struct Votes
{
	uint32_t of[YEAR_COUNT];
	uint32_t all;
} Votes;

static void
vote(Audit *audit, const LabelYear *label, void *state)
{
	Votes *votes = state;
	int year = label->printed - label->offset;

	(void) audit;
	if (year < YEAR_FIRST || year > YEAR_LAST)
		return;
	votes->of[year - YEAR_FIRST]++;
	votes->all++;
}

/* The year with most votes; YEAR_UNKNOWN: two have as many, or none has any. */
static int
elected_year(const Votes *votes)
{
	int best = 0;
	bool tie = true;

	for (int i = 0; i < YEAR_COUNT; i++)
	{
		if (votes->of[i] > votes->of[best] || (i == 0 && votes->of[0] > 0))
		{
			best = i;
			tie = false;
		}
		else if (i != best && votes->of[i] == votes->of[best])
			tie = true;
	}
	return tie ? YEAR_UNKNOWN : best + YEAR_FIRST;
}

static bool
closing_year(const Report *report, Fact *fact, int *year)
{
	Date date;

	if (!report_scalar(report, FIELD_CLOSING_DATE, fact) || !status_is_sure(fact->status) ||
	    !date_parse(fact->text, &date))
		return false;
	*year = date.year;
	return true;
}

void
rule_closing_year(Audit *audit, CheckId check)
{
	Votes votes = {.all = 0};
	int elected;
	int year;
	Fact fact;
	Found found;

	audit->label_year = audit->year;
	if (!closing_year(audit->report, &fact, &year))
		return;
	visit_label_years(audit, vote, &votes);
	elected = elected_year(&votes);
	if (elected == YEAR_UNKNOWN || elected == year)
		return;
	audit->label_year = elected;
	found = found_at(check, fact.field, fact.row);
	found.reported = value_plain(year);
	found.expected = value_plain(elected);
	found_word(&found, "votes", say(audit, "%u", (unsigned) votes.of[year - YEAR_FIRST]));
	found_word(&found, "all", say(audit, "%u", (unsigned) votes.all));
	audit_add(audit, &found);
}

static void
check_label(Audit *audit, const LabelYear *label, void *state)
{
	CheckId check = *(const CheckId *) state;
	int due = audit->label_year + label->offset;
	Found found;

	if (label->printed == due)
		return;
	found = found_at(check, label->field, label->row);
	found.reported = value_plain(label->printed);
	found.expected = value_plain(due);
	found_word(&found, "year", say(audit, "%d", audit->label_year));
	audit_add(audit, &found);
}

/* Runs after rule_closing_year, which knows the year that labels go by. */
void
rule_label_years(Audit *audit, CheckId check)
{
	visit_label_years(audit, check_label, &check);
}

void
rule_inferred_year(Audit *audit, CheckId check)
{
	Found found = found_at(check, FIELD_CLOSING_DATE, 0);
	Votes votes = {.all = 0};
	Fact fact;
	int year;

	if (closing_year(audit->report, &fact, &year))
		return;
	if (audit->year == YEAR_UNKNOWN)
		found_word(&found, "conclusion", STR("the labels do not agree on a year either"));
	else
	{
		visit_label_years(audit, vote, &votes);
		found.expected = value_plain(audit->year);
		found_word(&found, "conclusion",
		           say(audit, "%u of %u years in labels and headers make it a report of %d",
		               (unsigned) votes.of[audit->year - YEAR_FIRST], (unsigned) votes.all,
		               audit->year));
	}
	audit_add(audit, &found);
}

/* ---- The programme's years ---- */

static void
add_date(Audit *audit, CheckId check, Figure year, int64_t bound, const char *relation, Str other)
{
	Found found = found_at(check, year.field, year.row);

	found.reported = value_of(year);
	found.expected = value_plain(bound);
	found_word(&found, "relation", (Str){relation, (uint32_t) strlen(relation)});
	found_word(&found, "other", other);
	audit_add(audit, &found);
}

void
rule_program_dates(Audit *audit, CheckId check)
{
	Figure start = figure_scalar(audit->report, FIELD_START_YEAR);
	Figure end = figure_scalar(audit->report, FIELD_END_YEAR);
	bool late =
	    figure_known(start) && audit->year != YEAR_UNKNOWN && start.micro > audit->year * MICRO;

	if (late)
		add_date(audit, check, start, audit->year, "after", STR("the report's year"));
	/* "Permanente" is no number, so such an end is doubtful and not compared. */
	if (!figure_known(end))
		return;
	if (audit->year != YEAR_UNKNOWN && end.micro < audit->year * MICRO)
		add_date(audit, check, end, audit->year, "before", STR("the report's year"));
	else if (figure_known(start) && !late && end.micro < start.micro)
		add_date(audit, check, end, start.micro / MICRO, "before", STR("the year of its start"));
}

static void
check_early(Audit *audit, CheckId check, FieldId years, FieldId column, Figure start)
{
	FieldId columns[] = {column, years};
	Rows rows;

	rows_start(&rows, audit->report, columns, 2);
	while (rows_next(&rows))
	{
		Figure figure = figure_of(&rows.cells[0]);
		Figure year = figure_of(&rows.cells[1]);
		Found found;

		if (!figure_above_zero(figure) || !figure_known(year) || year.micro >= start.micro)
			continue;
		found = found_figure(check, figure, (Figure){.state = FIGURE_MISSING});
		found_word(&found, "start", say_figure(audit, start));
		audit_add(audit, &found);
	}
}

void
rule_early_activity(Audit *audit, CheckId check)
{
	Figure start = figure_scalar(audit->report, FIELD_START_YEAR);

	if (!figure_known(start))
		return;
	check_early(audit, check, FIELD_COVERAGE_YEAR, FIELD_COVERAGE_BENEFICIARIES, start);
	check_early(audit, check, FIELD_COSTS_YEAR, FIELD_COSTS_AMOUNT, start);
}

static void
add_comparable(Audit *audit, CheckId check, Figure years, int64_t expected, const char *other)
{
	Found found = found_at(check, years.field, years.row);

	found.reported = value_of(years);
	found.expected = value_count(expected);
	found_word(&found, "other", (Str){other, (uint32_t) strlen(other)});
	audit_add(audit, &found);
}

void
rule_comparable_years(Audit *audit, CheckId check)
{
	Figure years = figure_scalar(audit->report, FIELD_COMPARABLE_YEARS);
	Figure start = figure_scalar(audit->report, FIELD_START_YEAR);
	FieldId column = FIELD_COSTS_YEAR;
	int64_t columns = 0;
	Rows rows;

	rows_start(&rows, audit->report, &column, 1);
	while (rows_next(&rows))
		columns += status_is_sure(rows.cells[0].status);
	if (!figure_known(years))
		return;
	if (columns > 0 && years.micro != columns * MICRO)
		add_comparable(audit, check, years, columns, "the year columns of 5.8 are");
	else if (figure_known(start) && audit->year != YEAR_UNKNOWN &&
	         start.micro <= audit->year * MICRO &&
	         years.micro > (audit->year + 1) * MICRO - start.micro)
		add_comparable(audit, check, years, audit->year + 1 - start.micro / MICRO,
		               "the years that the programme has run are");
}
