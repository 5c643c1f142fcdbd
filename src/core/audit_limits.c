/*
 * audit_limits.c
 *		Figures that cannot be above others, and populations.
 *
 * src/core/audit_limits.c
 */
#include <string.h>

#include "audit_rules.h"
#include "fold.h"

/* ---- One figure against another ---- */

/* The potential population is 0 and nothing is said about it. */
static bool
potential_is_placeholder(const Report *report)
{
	Fact fact;

	return figure_is_zero(figure_scalar(report, FIELD_POTENTIAL_POPULATION)) &&
	       (!report_scalar(report, FIELD_POTENTIAL_POPULATION_DESCRIPTION, &fact) ||
	        status_is_missing(fact.status)) &&
	       (!report_scalar(report, FIELD_POTENTIAL_POPULATION_UNIT, &fact) ||
	        status_is_missing(fact.status));
}

void
rule_potential(Audit *audit, CheckId check)
{
	Figure potential = figure_scalar(audit->report, FIELD_POTENTIAL_POPULATION);
	Found found = found_figure(check, potential, (Figure){.state = FIGURE_MISSING});

	if (potential_is_placeholder(audit->report))
		audit_add(audit, &found);
}

static void
compare_limit(Audit *audit, CheckId check, Figure figure, Figure limit)
{
	Found found;

	if (!figure_known(figure) || !figure_known(limit) || figure.micro <= limit.micro ||
	    audit->slipped[figure.field] || audit->slipped[limit.field])
		return;
	found = found_figure(check, figure, limit);
	found_word(&found, "other", say_place(audit, limit.field, limit.row));
	audit_add(audit, &found);
}

void
rule_limit(Audit *audit, CheckId check)
{
	const Report *report = audit->report;

	if (check == CHECK_EXECUTION_ABOVE_BUDGET)
		compare_limit(audit, check, figure_scalar(report, FIELD_SPENDING),
		              figure_scalar(report, FIELD_FINAL_BUDGET));
	else if (check == CHECK_TARGET_EXCEEDS_POTENTIAL && !potential_is_placeholder(report))
		compare_limit(audit, check, figure_scalar(report, FIELD_TARGET_POPULATION),
		              figure_scalar(report, FIELD_POTENTIAL_POPULATION));
	else if (check == CHECK_CARRYOVER_EXCEEDS_PRIOR_YEAR && audit->year != YEAR_UNKNOWN)
		compare_limit(audit, check, figure_cell(report, FIELD_FLOW_PERSONS, FLOW_CARRIED_OVER),
		              audit_coverage(audit, FIELD_COVERAGE_BENEFICIARIES, audit->year - 1));
}

void
rule_beneficiaries_by_year(Audit *audit, CheckId check)
{
	static const FieldId columns[] = {FIELD_COVERAGE_BENEFICIARIES, FIELD_COVERAGE_TARGET};
	Rows rows;

	rows_start(&rows, audit->report, columns, 2);
	while (rows_next(&rows))
		compare_limit(audit, check, figure_of(&rows.cells[0]), figure_of(&rows.cells[1]));
}

void
rule_spending_without(Audit *audit, CheckId check)
{
	Figure total = figure_scalar(audit->report, FIELD_TOTAL_SPENDING);
	Figure beneficiaries = figure_scalar(audit->report, FIELD_BENEFICIARIES);
	Found found = found_figure(check, beneficiaries, (Figure){.state = FIGURE_MISSING});

	if (!figure_above_zero(total) || !figure_is_zero(beneficiaries))
		return;
	found_word(&found, "other", say_place(audit, total.field, total.row));
	found_word(&found, "total", say_figure(audit, total));
	audit_add(audit, &found);
}

/* ---- Parts and their totals ---- */

static void
add_item(Audit *audit, Found *found, const char *says, Str problem)
{
	found_word(found, "says", (Str){says, (uint32_t) strlen(says)});
	found_word(found, "problem", problem);
	audit_add(audit, found);
}

static void
compare_item(Audit *audit, CheckId check, Figure item, Figure total)
{
	Found found = found_figure(check, item, total);
	Str place;
	Str amount;

	if (!figure_known(item) || !figure_known(total) || item.micro < 0 || item.micro <= total.micro)
		return;
	place = say_place(audit, total.field, total.row);
	amount = say_figure(audit, total);
	add_item(audit, &found, "says",
	         say(audit, "more than the %.*s of %.*s", (int) amount.len, amount.at, (int) place.len,
	             place.at));
}

static const struct
{
	FieldId item; /* a column of a table, or a scalar */
	FieldId total;
} parts[] = {
    {FIELD_SPENT_AMOUNT, FIELD_COMPONENT_SPENDING},
    {FIELD_REGIONAL_AMOUNT, FIELD_REGIONAL_TOTAL},
    {FIELD_ADMIN_AMOUNT, FIELD_ADMIN_LINES_TOTAL},
    {FIELD_ADMIN_SPENDING, FIELD_TOTAL_SPENDING},
};

static void
compare_parts(Audit *audit, CheckId check, FieldId item, FieldId total_field)
{
	FieldId table = form_fields[item].table;
	Figure total = audit_figure(audit, total_field);
	Rows rows;

	if (audit->slipped[table == FIELD_NONE ? item : table] || audit->slipped[total_field] ||
	    (table != FIELD_NONE && audit->ambiguous[table]))
		return;
	rows_start(&rows, audit->report, &item, 1);
	while (rows_next(&rows))
		compare_item(audit, check, figure_of(&rows.cells[0]), total);
}

static void
check_sign(Audit *audit, CheckId check, Figure figure)
{
	Found found;

	if (!figure_known(figure) || figure.micro >= 0)
		return;
	found = found_figure(check, figure, (Figure){.state = FIGURE_MISSING});
	add_item(audit, &found, "says", STR("which no amount can be"));
}

static void
find_negative(Audit *audit, CheckId check)
{
	for (int i = 0; i < FIELD_COUNT; i++)
	{
		FieldId field = (FieldId) i;
		Rows rows;

		if (form_fields[field].type != TYPE_AMOUNT)
			continue;
		rows_start(&rows, audit->report, &field, 1);
		while (rows_next(&rows))
			check_sign(audit, check, figure_of(&rows.cells[0]));
	}
}

/* ---- Subtítulos ---- */

#define SUBTITULOS 100 /* of two digits; what has more is a finding of its own */

/* What the lines of one subtítulo add up to */
typedef struct Subtitulo
{
	Wide spent;
	Wide admin;
	int64_t unit;
	uint32_t spent_lines;
	uint32_t admin_lines;
	uint32_t row; /* of the first administrative line */
} Subtitulo;

typedef struct Subtitulos
{
	Subtitulo of[SUBTITULOS];
	bool doubtful;
} Subtitulos;

/* The digits that a subtítulo begins with; false: none, or more than two. */
static bool
subtitulo_number(const Fact *fact, int *number)
{
	uint32_t i = 0;

	if (!status_is_sure(fact->status))
		return false;
	for (*number = 0; i < fact->text.len && fact->text.at[i] >= '0' && fact->text.at[i] <= '9'; i++)
	{
		*number = *number * 10 + (fact->text.at[i] - '0');
		if (*number >= SUBTITULOS)
			return false;
	}
	return i > 0;
}

static void
add_line(Subtitulos *all, const Fact *amount_fact, const Fact *code, bool admin)
{
	Figure amount = figure_of(amount_fact);
	Subtitulo *one;
	int number;

	if (amount.state == FIGURE_MISSING)
		return;
	if (!figure_known(amount) || amount.micro < 0 || !subtitulo_number(code, &number))
	{
		all->doubtful = true;
		return;
	}
	one = &all->of[number];
	one->unit = amount.unit > one->unit ? amount.unit : one->unit;
	if (admin && one->admin_lines++ == 0)
		one->row = amount.row;
	one->spent_lines += !admin;
	*(admin ? &one->admin : &one->spent) += amount.micro;
}

static void
add_lines(Subtitulos *all, const Report *report, FieldId amounts, FieldId codes, bool admin)
{
	FieldId columns[] = {amounts, codes};
	Rows rows;

	rows_start(&rows, report, columns, 2);
	while (rows_next(&rows))
		add_line(all, &rows.cells[0], &rows.cells[1], admin);
}

/* Whether administration is above all that the subtítulo's lines spent, but for rounding. */
static bool
exceeds_subtitulo(const Subtitulo *one)
{
	uint32_t lines = one->spent_lines + one->admin_lines;
	Wide rounding = lines > 2 ? (Wide) lines * one->unit : 0;

	return one->spent_lines > 0 && one->admin_lines > 0 &&
	       2 * (one->admin - one->spent) > rounding && one->admin < MICRO_MAX;
}

static void
compare_subtitulos(Audit *audit, CheckId check)
{
	Subtitulos all; /* wider than the arena aligns */

	if (audit->slipped[FIELD_SPENDING_LINES] || audit->slipped[FIELD_ADMIN_LINES])
		return;
	memset(&all, 0, sizeof(all));
	all.doubtful = audit->ambiguous[FIELD_SPENDING_LINES] || audit->ambiguous[FIELD_EXTRA_LINES] ||
	               audit->ambiguous[FIELD_ADMIN_LINES];
	add_lines(&all, audit->report, FIELD_SPENDING_AMOUNT, FIELD_SPENDING_SUBTITULO, false);
	add_lines(&all, audit->report, FIELD_EXTRA_AMOUNT, FIELD_EXTRA_SUBTITULO, false);
	add_lines(&all, audit->report, FIELD_ADMIN_AMOUNT, FIELD_ADMIN_SUBTITULO, true);
	for (int i = 0; i < SUBTITULOS && !all.doubtful; i++)
	{
		const Subtitulo *one = &all.of[i];
		Found found = found_at(check, FIELD_ADMIN_AMOUNT, one->row);
		Str spent;

		if (!exceeds_subtitulo(one))
			continue;
		/* 5.2 may print the subtítulo that the money came from, and 5.7 the one it went to. */
		found.severity = SEVERITY_WARNING;
		found.reported = value_micro((int64_t) one->admin, FIELD_ADMIN_AMOUNT);
		found.expected = value_micro((int64_t) one->spent, FIELD_ADMIN_AMOUNT);
		spent = say_value(audit, found.expected);
		add_item(audit, &found,
		         one->admin_lines == 1 ? "says" : "and the other lines of its subtítulo say",
		         say(audit, "more than the %.*s spent under subtítulo %d", (int) spent.len,
		             spent.at, i));
	}
}

void
rule_items(Audit *audit, CheckId check)
{
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		compare_parts(audit, check, parts[i].item, parts[i].total);
	compare_subtitulos(audit, check);
	find_negative(audit, check);
}

/* ---- Percentages ---- */

/* Whether an indicator's name or formula says that it measures a change. */
static bool
measures_variation(Audit *audit, const IndicatorTable *table, uint32_t indicator)
{
	static const char *const words[] = {"variacion",  "variaciones", "crecimiento", "aumento",
	                                    "incremento", "disminucion", "reduccion",   "cambio"};
	FieldId columns[] = {table->names, table->formulas};
	Fact fact;

	for (int i = 0; i < 2; i++)
	{
		Str folded;

		if (!report_cell(audit->report, columns[i], indicator, &fact))
			continue;
		folded = fold_text(fact.text, audit->arena);
		for (size_t j = 0; j < sizeof(words) / sizeof(words[0]); j++)
		{
			if (folded_has(folded, words[j]))
				return true;
		}
	}
	return false;
}

static void
check_percentage(Audit *audit, CheckId check, const IndicatorTable *table, const Fact *fact)
{
	Decimal number;
	Str unit;
	Found found;

	if (!status_is_sure(fact->status) || !rate_parse(fact->text, &number, &unit) || unit.len == 0 ||
	    (number.mantissa >= 0 && decimal_compare(number, (Decimal){100, 0}) <= 0) ||
	    measures_variation(audit, table, fact->row / INDICATOR_COLUMNS))
		return;
	found = found_at(check, fact->field, fact->row);
	found.reported = (Value){true, number, STYLE_COUNT};
	found.expected = value_count(number.mantissa < 0 ? 0 : 100);
	found_word(&found, "printed", say_name(audit, fact->text));
	audit_add(audit, &found);
}

void
rule_percentages(Audit *audit, CheckId check)
{
	for (int i = 0; i < INDICATOR_TABLES; i++)
	{
		Rows rows;

		rows_start(&rows, audit->report, &indicator_tables[i].values, 1);
		while (rows_next(&rows))
			check_percentage(audit, check, &indicator_tables[i], &rows.cells[0]);
	}
}
