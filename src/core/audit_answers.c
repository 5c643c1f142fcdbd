/*
 * audit_answers.c
 *		Answers that require others, and changes that require an explanation.
 *
 * A label that the report does not print asks nothing, so it misses no answer.
 *
 * src/core/audit_answers.c
 */
#include <string.h>

#include "audit_rules.h"
#include "fold.h"

/* ---- Required answers ---- */

typedef enum Condition
{
	IF_YES,
	IF_NO,
	IF_ABOVE_ZERO,
	IF_ANY_ROW,
	IF_THIRD_PARTIES,
} Condition;

static const struct
{
	CheckId check;
	FieldId asked;
	Condition condition;
	FieldId answer;
	bool wanted; /* else there has to be none */
	const char *words;
} required[] = {
    {CHECK_EXECUTORS_MISSING, FIELD_EXECUTION, IF_THIRD_PARTIES, FIELD_EXECUTORS, true,
     "third parties execute the programme"},
    {CHECK_RIGHTS_ANSWER_INCOMPLETE, FIELD_HAS_HUMAN_RIGHTS_APPROACH, IF_YES,
     FIELD_HUMAN_RIGHTS_APPROACHES, true, "the programme has a human-rights approach"},
    {CHECK_RIGHTS_ANSWER_INCOMPLETE, FIELD_HAS_HUMAN_RIGHTS_APPROACH, IF_NO,
     FIELD_HUMAN_RIGHTS_JUSTIFICATION, true, "the programme has no human-rights approach"},
    {CHECK_ADMIN_DETAIL_MISSING, FIELD_ADMIN_SPENDING, IF_ABOVE_ZERO, FIELD_ADMIN_DETAIL, true,
     "there is administrative spending"},
    {CHECK_SDG_CONTRIBUTION_MISSING, FIELD_SDGS, IF_ANY_ROW, FIELD_SDG_CONTRIBUTION, true,
     "the programme names a Sustainable Development Goal"},
    {CHECK_COVID_DETAIL, FIELD_COVID_CHANGES, IF_YES, FIELD_COVID_CHANGE_TYPES, true,
     "there were changes for Covid-19"},
    {CHECK_COVID_DETAIL, FIELD_COVID_CHANGES, IF_YES, FIELD_COVID_CHANGE_DETAIL, true,
     "there were changes for Covid-19"},
    {CHECK_COVID_DETAIL, FIELD_COVID_CHANGES, IF_NO, FIELD_COVID_CHANGE_TYPES, false,
     "there were no changes for Covid-19"},
    {CHECK_COVID_DETAIL, FIELD_COVID_CHANGES, IF_NO, FIELD_COVID_CHANGE_DETAIL, false,
     "there were no changes for Covid-19"},
};

/* Whether a table has a cell with content. */
static bool
has_content(const Report *report, FieldId table)
{
	for (int column = 0; column < FIELD_COUNT; column++)
	{
		FieldId columns[] = {(FieldId) column};
		Rows rows;

		if (form_fields[column].table != table)
			continue;
		rows_start(&rows, report, columns, 1);
		while (rows_next(&rows))
		{
			if (!status_is_missing(rows.cells[0].status))
				return true;
		}
	}
	return false;
}

static bool
condition_holds(Audit *audit, FieldId asked, Condition condition)
{
	Fact fact;

	switch (condition)
	{
		case IF_YES:
			return answer_scalar(audit->report, asked) == ANSWER_YES;
		case IF_NO:
			return answer_scalar(audit->report, asked) == ANSWER_NO;
		case IF_ABOVE_ZERO:
			return figure_above_zero(figure_scalar(audit->report, asked));
		case IF_ANY_ROW:
			return has_content(audit->report, asked);
		case IF_THIRD_PARTIES:
			return report_scalar(audit->report, asked, &fact) && status_is_sure(fact.status) &&
			       folded_has(fold_text(fact.text, audit->arena), "por terceros");
	}
	return false; /* not reached */
}

/* Whether an answer is asked for and not given; without a label, the other answer asks for it. */
static bool
is_unanswered(const Report *report, FieldId field)
{
	Fact fact;

	if (form_fields[field].type == TYPE_TABLE)
		return !has_content(report, field);
	if (!report_scalar(report, field, &fact))
		return form_fields[field].label[0] == '\0';
	return status_is_missing(fact.status);
}

static bool
is_answered(const Report *report, FieldId field)
{
	Fact fact;

	return report_scalar(report, field, &fact) && status_is_sure(fact.status);
}

void
rule_required(Audit *audit, CheckId check)
{
	for (size_t i = 0; i < sizeof(required) / sizeof(required[0]); i++)
	{
		Found found = found_at(check, required[i].answer, 0);
		const char *words = required[i].words;

		if (required[i].check != check ||
		    !condition_holds(audit, required[i].asked, required[i].condition))
			continue;
		if (required[i].wanted ? !is_unanswered(audit->report, required[i].answer)
		                       : !is_answered(audit->report, required[i].answer))
			continue;
		found_word(&found, "condition", (Str){words, (uint32_t) strlen(words)});
		found_word(&found, "gives",
		           required[i].wanted ? STR("gives no answer") : STR("gives an answer"));
		audit_add(audit, &found);
	}
}

void
rule_extra_budget(Audit *audit, CheckId check)
{
	Answer answer = answer_scalar(audit->report, FIELD_HAS_EXTRA_BUDGET);
	Figure amount = figure_scalar(audit->report, FIELD_SUMMARY_EXTRA_BUDGET);
	Found found = found_figure(check, amount, (Figure){.state = FIGURE_MISSING});
	Fact fact;

	if (answer == ANSWER_YES ? amount.state == FIGURE_DOUBTFUL || figure_above_zero(amount)
	                         : answer != ANSWER_NO || !figure_above_zero(amount))
		return;
	if (!report_scalar(audit->report, FIELD_SUMMARY_EXTRA_BUDGET, &fact))
		return;
	found_word(&found, "printed",
	           figure_known(amount) ? say_figure(audit, amount) : STR("nothing"));
	found_word(&found, "answer", answer == ANSWER_YES ? STR("Si") : STR("No"));
	audit_add(audit, &found);
}

void
rule_next_budget(Audit *audit, CheckId check)
{
	Found found = found_at(check, FIELD_NEXT_INITIAL_BUDGET, 0);
	Figure end = figure_scalar(audit->report, FIELD_END_YEAR);
	Fact fact;

	if (!report_scalar(audit->report, FIELD_NEXT_INITIAL_BUDGET, &fact) ||
	    !status_is_missing(fact.status) || !report_scalar(audit->report, FIELD_END_YEAR, &fact))
		return;
	if (status_is_sure(fact.status) && permanent_parse(fact.text))
		found_word(&found, "end", STR("is permanent"));
	else if (figure_known(end) && audit->year != YEAR_UNKNOWN && end.micro > audit->year * MICRO)
		found_word(&found, "end", say(audit, "ends in %d", (int) (end.micro / MICRO)));
	else
		return;
	audit_add(audit, &found);
}

void
rule_covid_budget(Audit *audit, CheckId check)
{
	Figure initial = figure_scalar(audit->report, FIELD_INITIAL_BUDGET);
	Figure final = figure_scalar(audit->report, FIELD_FINAL_BUDGET);
	Figure spending = figure_scalar(audit->report, FIELD_SPENDING);
	Fact types;
	Found found;

	if (answer_scalar(audit->report, FIELD_COVID_CHANGES) != ANSWER_YES ||
	    !report_scalar(audit->report, FIELD_COVID_CHANGE_TYPES, &types) ||
	    !status_is_sure(types.status) ||
	    !folded_has(fold_text(types.text, audit->arena), "ejecucion presupuestaria"))
		return;
	if (!figure_known(initial) || !figure_known(final) || !figure_known(spending) ||
	    initial.micro != final.micro || final.micro != spending.micro)
		return;
	found = found_at(check, types.field, types.row);
	found_word(&found, "amount", say_figure(audit, spending));
	audit_add(audit, &found);
}

/* ---- Observations ---- */

#define SECTIONS 6

static const char *const section_names[SECTIONS] = {"design",     "population", "strategy",
                                                    "indicators", "budget",     "general"};

static const FieldId observation_columns[] = {FIELD_OBSERVATION_SECTION, FIELD_OBSERVATION_TOPIC,
                                              FIELD_OBSERVATION_RAISED, FIELD_OBSERVATION_COMMENT};

/* What a section of 8 answers, by itself and in its topics */
typedef struct SectionAnswer
{
	bool asked;
	uint32_t row;
	Answer own;
	bool own_comment;
	bool topic_yes;
	bool topic_unknown;
} SectionAnswer;

static void
add_problem(Audit *audit, CheckId check, FieldId field, uint32_t row, Str problem)
{
	Found found = found_at(check, field, row);

	found_word(&found, "problem", problem);
	audit_add(audit, &found);
}

static void
check_topic(Audit *audit, CheckId check, const Rows *rows, SectionAnswer *section)
{
	Answer raised = answer_of(&rows->cells[2]);
	bool comment = status_is_sure(rows->cells[3].status);

	section->topic_yes |= raised == ANSWER_YES;
	section->topic_unknown |= raised == ANSWER_UNKNOWN;
	if (raised == ANSWER_YES && status_is_missing(rows->cells[3].status))
		add_problem(audit, check, FIELD_OBSERVATION_RAISED, rows->row,
		            STR("says Si without a comment"));
	else if (comment && (raised == ANSWER_NO || raised == ANSWER_NONE))
		add_problem(audit, check, FIELD_OBSERVATION_COMMENT, rows->row,
		            raised == ANSWER_NO ? STR("is a comment on a topic that says No")
		                                : STR("is a comment on a topic without an answer"));
}

static void
check_section(Audit *audit, CheckId check, const SectionAnswer *section)
{
	if (!section->asked || section->own == ANSWER_UNKNOWN)
		return;
	if (section->own == ANSWER_YES && !section->topic_yes && !section->topic_unknown &&
	    !section->own_comment)
		add_problem(audit, check, FIELD_OBSERVATION_RAISED, section->row,
		            STR("says Si, but none of its topics does"));
	else if (section->own != ANSWER_YES && section->topic_yes)
		add_problem(audit, check, FIELD_OBSERVATION_RAISED, section->row,
		            section->own == ANSWER_NO
		                ? STR("says No, but one of its topics says Si")
		                : STR("gives no answer, but one of its topics says Si"));
}

static int
section_of(Str name)
{
	for (int i = 0; i < SECTIONS; i++)
	{
		if (name.len == strlen(section_names[i]) &&
		    memcmp(name.at, section_names[i], name.len) == 0)
			return i;
	}
	return -1;
}

void
rule_observations(Audit *audit, CheckId check)
{
	SectionAnswer sections[SECTIONS];
	Rows rows;

	memset(sections, 0, sizeof(sections));
	rows_start(&rows, audit->report, observation_columns, 4);
	while (rows_next(&rows))
	{
		int i = section_of(rows.cells[0].text);

		if (i < 0)
			continue;
		if (rows.cells[1].text.len > 0)
			check_topic(audit, check, &rows, &sections[i]);
		else if (!sections[i].asked)
		{
			sections[i].asked = true;
			sections[i].row = rows.row;
			sections[i].own = answer_of(&rows.cells[2]);
			sections[i].own_comment = status_is_sure(rows.cells[3].status);
		}
	}
	for (int i = 0; i < SECTIONS; i++)
		check_section(audit, check, &sections[i]);
}

/* What section 8 says of a topic, by how that begins, folded; UNKNOWN: it has no such section. */
static Answer
topic_answer(Audit *audit, const char *section, const char *topic, uint32_t *row)
{
	Answer answer = ANSWER_UNKNOWN;
	size_t len = strlen(topic);
	Rows rows;

	rows_start(&rows, audit->report, observation_columns, 4);
	while (rows_next(&rows))
	{
		int i = section_of(rows.cells[0].text);
		Str folded;

		if (i < 0 || strcmp(section_names[i], section) != 0)
			continue;
		if (answer == ANSWER_UNKNOWN)
			answer = ANSWER_NONE;
		folded = fold_text(rows.cells[1].text, audit->arena);
		if (folded.len < len || memcmp(folded.at, topic, len) != 0)
			continue;
		*row = rows.row;
		return answer_of(&rows.cells[2]);
	}
	return answer;
}

/* ---- Indicators ---- */

/* An indicator's value with its number, and the column that it stands in */
typedef struct IndicatorValue
{
	const Fact *fact;
	Decimal number;
	HeaderColumn column;
} IndicatorValue;

typedef void (*ValueVisit)(Audit *audit, CheckId check, const IndicatorValue *value);

static void
visit_values(Audit *audit, CheckId check, ValueVisit visit)
{
	for (int i = 0; i < INDICATOR_TABLES; i++)
	{
		HeaderColumn header[HEADER_MAX];
		Rows rows;

		indicator_header(audit->report, &indicator_tables[i], header);
		rows_start(&rows, audit->report, &indicator_tables[i].values, 1);
		while (rows_next(&rows))
		{
			IndicatorValue value = {&rows.cells[0], {0, 0}, header[rows.row % HEADER_MAX]};

			if (value.column.known && fact_number(value.fact, &value.number))
				visit(audit, check, &value);
		}
	}
}

static Found
found_value(Audit *audit, CheckId check, const IndicatorValue *value)
{
	Found found = found_at(check, value->fact->field, value->fact->row);

	found.reported = (Value){true, value->number, STYLE_COUNT};
	found_word(&found, "printed", say_name(audit, value->fact->text));
	found_word(&found, "year", say(audit, "%d", value->column.year));
	return found;
}

static void
check_idle(Audit *audit, CheckId check, const IndicatorValue *value)
{
	Found found;

	if (!value->column.actual ||
	    !figure_is_zero(audit_coverage(audit, FIELD_COVERAGE_BENEFICIARIES, value->column.year)))
		return;
	found = found_value(audit, check, value);
	audit_add(audit, &found);
}

void
rule_idle_indicators(Audit *audit, CheckId check)
{
	visit_values(audit, check, check_idle);
}

static void
check_zero_target(Audit *audit, CheckId check, const IndicatorValue *value)
{
	Figure budget = figure_scalar(audit->report, FIELD_NEXT_INITIAL_BUDGET);
	Found found;

	if (value->column.actual || value->number.mantissa != 0 || audit->year == YEAR_UNKNOWN ||
	    value->column.year != audit->year + 1 || !figure_above_zero(budget))
		return;
	found = found_value(audit, check, value);
	found_word(&found, "budget", say_figure(audit, budget));
	audit_add(audit, &found);
}

void
rule_zero_targets(Audit *audit, CheckId check)
{
	visit_values(audit, check, check_zero_target);
}

/* The actual values of a table's indicators: how many, and how many of them are given. */
static void
count_actual(const Report *report, const IndicatorTable *table, uint32_t *cells, uint32_t *given)
{
	HeaderColumn header[HEADER_MAX];
	Rows rows;

	*cells = *given = 0;
	indicator_header(report, table, header);
	rows_start(&rows, report, &table->names, 1);
	while (rows_next(&rows))
	{
		for (uint32_t i = 0; i < HEADER_MAX; i++)
		{
			Fact fact;
			Decimal number;

			if (!header[i].known || !header[i].actual)
				continue;
			(*cells)++;
			*given += report_cell(report, table->values, rows.row * INDICATOR_COLUMNS + i, &fact) &&
			          fact_number(&fact, &number);
		}
	}
}

void
rule_incomplete_indicators(Audit *audit, CheckId check)
{
	static const char *const topics[INDICATOR_TABLES] = {
	    "no reporte o hay informacion incompleta en indicadores de proposito",
	    "no reporte o hay informacion incompleta en indicadores complementarios"};

	for (int i = 0; i < INDICATOR_TABLES; i++)
	{
		const char *table = form_fields[indicator_tables[i].table].key;
		uint32_t cells;
		uint32_t given;
		uint32_t row;
		Found found;

		if (topic_answer(audit, "indicators", topics[i], &row) != ANSWER_YES)
			continue;
		count_actual(audit->report, &indicator_tables[i], &cells, &given);
		if (cells == 0 || given < cells)
			continue;
		found = found_at(check, FIELD_OBSERVATION_RAISED, row);
		found_word(&found, "cells", say(audit, "%u", (unsigned) cells));
		found_word(&found, "table", (Str){table, (uint32_t) strlen(table)});
		audit_add(audit, &found);
	}
}

/* ---- Changes ---- */

/* From which change on the form asks for an observation */
#define CHANGE_PERCENT 25
#define COST_FACTOR    2

/* Whether section 8 is there and does not say Si to a topic. */
static bool
is_unexplained(Audit *audit, const char *section, const char *topic)
{
	uint32_t row;
	Answer answer = topic_answer(audit, section, topic, &row);

	return answer == ANSWER_NO || answer == ANSWER_NONE;
}

static Wide
change_of(Figure now, Figure before)
{
	return now.micro < before.micro ? (Wide) before.micro - now.micro
	                                : (Wide) now.micro - before.micro;
}

/* Whether a figure changed by so much that it wants an explanation. */
static bool
is_large_change(Figure now, Figure before)
{
	return figure_known(now) && figure_known(before) && before.micro >= 0 &&
	       now.micro != before.micro &&
	       change_of(now, before) * 100 >= (Wide) before.micro * CHANGE_PERCENT;
}

static Str
say_change(Audit *audit, Figure now, Figure before)
{
	Str percent;

	if (before.micro == 0)
		return STR("up");
	percent = say_ratio(audit, change_of(now, before) * 100, before.micro, 1);
	return say(audit, "%.*s %% %s", (int) percent.len, percent.at,
	           now.micro < before.micro ? "down" : "up");
}

static void
compare_change(Audit *audit, CheckId check, Figure now, Figure before)
{
	Found found;

	if (!is_large_change(now, before))
		return;
	found = found_figure(check, now, before);
	found_word(&found, "change", say_change(audit, now, before));
	found_word(&found, "other", say_place(audit, before.field, before.row));
	audit_add(audit, &found);
}

void
rule_budget_change(Audit *audit, CheckId check)
{
	if (is_unexplained(audit, "budget", "presupuesto inicial final"))
		compare_change(audit, check, figure_scalar(audit->report, FIELD_FINAL_BUDGET),
		               figure_scalar(audit->report, FIELD_INITIAL_BUDGET));
}

void
rule_beneficiaries_change(Audit *audit, CheckId check)
{
	if (audit->year != YEAR_UNKNOWN &&
	    is_unexplained(audit, "population", "variacion significativa de la poblacion"))
		compare_change(audit, check, audit_figure(audit, FIELD_COVERAGE_BENEFICIARIES),
		               audit_coverage(audit, FIELD_COVERAGE_BENEFICIARIES, audit->year - 1));
}

static void
compare_costs(Audit *audit, CheckId check, Figure now, Figure before, int64_t year)
{
	Found found = found_figure(check, now, before);
	Wide times = (Wide) before.micro * COST_FACTOR;
	Str factor;

	if (now.micro == before.micro ||
	    (now.micro < times && (Wide) now.micro * COST_FACTOR > before.micro))
		return;
	factor = say_ratio(audit, now.micro, before.micro, 2);
	found_word(&found, "change",
	           before.micro == 0 ? STR("up")
	                             : say(audit, "a factor of %.*s", (int) factor.len, factor.at));
	found_word(&found, "year", say(audit, "%d", (int) year));
	audit_add(audit, &found);
}

/* Compares each cost with the one before it that is known. */
void
rule_cost_change(Audit *audit, CheckId check)
{
	static const FieldId columns[] = {FIELD_COSTS_AMOUNT, FIELD_COSTS_YEAR};
	Figure before = {.state = FIGURE_MISSING};
	int64_t year_before = 0;
	Rows rows;

	if (audit->slipped[FIELD_COSTS_AMOUNT] ||
	    !is_unexplained(audit, "budget", "gasto por beneficiario"))
		return;
	rows_start(&rows, audit->report, columns, 2);
	while (rows_next(&rows))
	{
		Figure cost = figure_of(&rows.cells[0]);
		int64_t year;

		if (!figure_known(cost) || cost.micro < 0 || !fact_integer(&rows.cells[1], &year))
			continue;
		if (figure_known(before))
			compare_costs(audit, check, cost, before, year_before);
		before = cost;
		year_before = year;
	}
}
