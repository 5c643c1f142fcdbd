/*
 * audit_between.c
 *		What two reports of one programme say about each other.
 *
 * The audit's report is the later one.
 *
 * src/core/audit_between.c
 */
#include <stdlib.h>
#include <string.h>

#include "audit_rules.h"
#include "fold.h"

Str
say_earlier_year(Audit *audit)
{
	int year = audit->earlier->head.report_year;

	return year == YEAR_UNKNOWN ? STR("an unknown year") : say(audit, "%d", year);
}

/* Finds a figure that is not what the earlier report says it is. */
static void
compare_figures(Audit *audit, CheckId check, Figure now, Figure before)
{
	Found found;

	if (!figure_known(now) || !figure_known(before) || now.micro == before.micro)
		return;
	found = found_figure(check, now, before);
	found_word(&found, "year", say_earlier_year(audit));
	found_word(&found, "factor", say_ratio(audit, now.micro, before.micro, 4));
	audit_add(audit, &found);
}

/* Compares columns of a table by year, over the years that both reports print. */
static void
compare_by_year(Audit *audit, CheckId check, FieldId years, const FieldId *columns, int count)
{
	YearRows before;
	Rows rows;

	year_rows(audit->earlier, years, &before);
	rows_start(&rows, audit->report, &years, 1);
	while (rows_next(&rows))
	{
		uint32_t row = NO_ROW;
		int64_t year;

		if (fact_integer(&rows.cells[0], &year))
			row = year_row(&before, (int) year);
		for (int i = 0; i < count && row != NO_ROW; i++)
			compare_figures(audit, check, figure_cell(audit->report, columns[i], rows.row),
			                figure_cell(audit->earlier, columns[i], row));
	}
}

void
rule_restated_coverage(Audit *audit, CheckId check)
{
	static const FieldId columns[] = {FIELD_COVERAGE_TARGET, FIELD_COVERAGE_BENEFICIARIES};

	compare_by_year(audit, check, FIELD_COVERAGE_YEAR, columns, 2);
}

void
rule_rebased_costs(Audit *audit, CheckId check)
{
	static const FieldId columns[] = {FIELD_COSTS_AMOUNT};

	compare_by_year(audit, check, FIELD_COSTS_YEAR, columns, 1);
}

/* ---- From one year to the next ---- */

void
rule_next_year_figures(Audit *audit, CheckId check)
{
	if (audit->year == YEAR_UNKNOWN || audit->earlier->head.report_year == YEAR_UNKNOWN ||
	    audit->year != audit->earlier->head.report_year + 1)
		return;
	if (check == CHECK_BUDGET_LAW_MISMATCH)
		compare_figures(audit, check, figure_scalar(audit->report, FIELD_INITIAL_BUDGET),
		                figure_scalar(audit->earlier, FIELD_NEXT_INITIAL_BUDGET));
	else
		compare_figures(audit, check,
		                figure_cell(audit->report, FIELD_FLOW_PERSONS, FLOW_CARRIED_OVER),
		                figure_cell(audit->earlier, FIELD_FLOW_PERSONS, FLOW_GOING_ON));
}

/* ---- What a programme keeps ---- */

void
rule_start_year(Audit *audit, CheckId check)
{
	compare_figures(audit, check, figure_scalar(audit->report, FIELD_START_YEAR),
	                figure_scalar(audit->earlier, FIELD_START_YEAR));
}

/* What a name is compared by; of a programme, as program_key has it. */
static Str
name_key(Audit *audit, const Fact *name)
{
	return name->field == FIELD_PROGRAM_NAME ? program_key(STR(""), name->text, audit->arena)
	                                         : fold_text(name->text, audit->arena);
}

void
rule_identity(Audit *audit, CheckId check)
{
	static const FieldId fields[] = {FIELD_PROGRAM_NAME, FIELD_MINISTRY, FIELD_SERVICE};

	for (int i = 0; i < 3; i++)
	{
		Fact now;
		Fact before;
		Found found;

		if (!report_scalar(audit->report, fields[i], &now) || !status_is_sure(now.status) ||
		    !report_scalar(audit->earlier, fields[i], &before) || !status_is_sure(before.status) ||
		    str_equal(name_key(audit, &now), name_key(audit, &before)))
			continue;
		found = found_at(check, now.field, now.row);
		found_word(&found, "name", say_name(audit, now.text));
		found_word(&found, "before", say_name(audit, before.text));
		found_word(&found, "year", say_earlier_year(audit));
		audit_add(audit, &found);
	}
}

static void
add_target(Audit *audit, CheckId check, FieldId field, uint32_t row, const char *change, Str target)
{
	Found found = found_at(check, field, row);

	found_word(&found, "change", (Str){change, (uint32_t) strlen(change)});
	found_word(&found, "target", say_name(audit, target));
	found_word(&found, "year", say_earlier_year(audit));
	audit_add(audit, &found);
}

void
rule_sdgs_changed(Audit *audit, CheckId check)
{
	Names before;
	Names now;

	if (!names_of_column(audit->earlier, FIELD_SDG_TARGET, audit->arena, &before) ||
	    !names_of_column(audit->report, FIELD_SDG_TARGET, audit->arena, &now) ||
	    before.count == 0 || now.count == 0 || before.doubtful || now.doubtful)
		return;
	for (uint32_t i = 0; i < now.count; i++)
	{
		if (names_find(&before, now.list[i].folded) == NULL)
			add_target(audit, check, FIELD_SDG_TARGET, now.list[i].row, "adds",
			           now.list[i].printed);
	}
	for (uint32_t i = 0; i < before.count; i++)
	{
		if (names_find(&now, before.list[i].folded) == NULL)
			add_target(audit, check, FIELD_SDGS, 0, "lacks", before.list[i].printed);
	}
}

/* ---- Indicators ---- */

#define NO_COLUMN (-1)

/* For each column of the later header, the earlier one's that has actual values of its year. */
static void
match_columns(Audit *audit, const IndicatorTable *table, int match[HEADER_MAX])
{
	HeaderColumn now[HEADER_MAX];
	HeaderColumn before[HEADER_MAX];

	indicator_header(audit->report, table, now);
	indicator_header(audit->earlier, table, before);
	for (int i = 0; i < HEADER_MAX; i++)
	{
		match[i] = NO_COLUMN;
		for (int j = 0; j < HEADER_MAX && now[i].known && now[i].actual; j++)
		{
			if (before[j].known && before[j].actual && before[j].year == now[i].year &&
			    now[i].year != YEAR_UNKNOWN)
				match[i] = j;
		}
	}
}

/* Reads a rate; false: none is given. */
static bool
read_rate(const Report *report, FieldId column, uint32_t row, Fact *fact, Decimal *number,
          Str *unit)
{
	return report_cell(report, column, row, fact) && status_is_sure(fact->status) &&
	       rate_parse(fact->text, number, unit);
}

static void
compare_values(Audit *audit, CheckId check, FieldId column, uint32_t row, uint32_t row_before)
{
	Fact now, before;
	Decimal number, number_before;
	Str unit, unit_before;
	Found found;

	if (!read_rate(audit->report, column, row, &now, &number, &unit) ||
	    !read_rate(audit->earlier, column, row_before, &before, &number_before, &unit_before) ||
	    (decimal_compare(number, number_before) == 0 && str_equal(unit, unit_before)))
		return;
	found = found_at(check, now.field, now.row);
	found.reported = (Value){true, number, STYLE_COUNT};
	found.expected = (Value){true, number_before, STYLE_COUNT};
	found_word(&found, "printed", say_name(audit, now.text));
	found_word(&found, "before", say_name(audit, before.text));
	found_word(&found, "year", say_earlier_year(audit));
	audit_add(audit, &found);
}

void
rule_restated_indicators(Audit *audit, CheckId check)
{
	for (int i = 0; i < INDICATOR_TABLES; i++)
	{
		const IndicatorTable *table = &indicator_tables[i];
		int match[HEADER_MAX];
		Names before;
		Rows rows;

		if (!names_of_column(audit->earlier, table->names, audit->arena, &before))
			return;
		match_columns(audit, table, match);
		rows_start(&rows, audit->report, &table->names, 1);
		while (rows_next(&rows))
		{
			Str folded = fold_text(rows.cells[0].text, audit->arena);
			const Name *name = names_find(&before, folded);

			for (int j = 0; j < HEADER_MAX && name != NULL; j++)
			{
				if (match[j] != NO_COLUMN)
					compare_values(audit, check, table->values,
					               rows.row * INDICATOR_COLUMNS + (uint32_t) j,
					               name->row * INDICATOR_COLUMNS + (uint32_t) match[j]);
			}
		}
	}
}
