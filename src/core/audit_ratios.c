/*
 * audit_ratios.c
 *		Coverage and cost per beneficiary.
 *
 * A printed figure stands for all that round to it, so a ratio is compared as
 * an interval: its operands, each off by half of its last digit.
 *
 * src/core/audit_ratios.c
 */
#include "audit_rules.h"

/* ---- Coverage ---- */

#define SHARE_DECIMALS 6
#define RATE_SCALE_MAX 12

typedef struct Coverage
{
	Figure target;
	Figure beneficiaries;
	Decimal rate; /* as printed */
	bool percent; /* printed with %, or as an integer */
	Fact fact;
} Coverage;

/* Whether beneficiaries over target round to the rate, taken as a percentage or as a fraction. */
static bool
rate_fits(const Coverage *coverage, bool percent)
{
	Wide target = coverage->target.micro / MICRO;
	Wide exact = 2 * (Wide) (coverage->beneficiaries.micro / MICRO) * (percent ? 100 : 1);

	for (int i = 0; i < coverage->rate.scale; i++)
		exact *= 10;
	return (2 * (Wide) coverage->rate.mantissa - 1) * target <= exact &&
	       exact <= (2 * (Wide) coverage->rate.mantissa + 1) * target;
}

/* The printed rate as a fraction */
static Value
printed_share(const Coverage *coverage)
{
	Decimal rate = coverage->rate;
	bool fraction = !coverage->percent && decimal_compare(rate, (Decimal){1, 0}) <= 0;

	if (!fraction)
		rate.scale += 2;
	return (Value){true, without_zeros(rate), STYLE_SHARE};
}

static Decimal
computed_share(const Coverage *coverage)
{
	return quotient(coverage->beneficiaries.micro, coverage->target.micro, SHARE_DECIMALS);
}

static void
add_coverage(Audit *audit, CheckId check, const Coverage *coverage, Str hint)
{
	Found found = found_at(check, coverage->fact.field, coverage->fact.row);

	found.reported = printed_share(coverage);
	found.expected = (Value){true, computed_share(coverage), STYLE_SHARE};
	found_word(&found, "printed", say_name(audit, coverage->fact.text));
	found_word(&found, "beneficiaries", say_figure(audit, coverage->beneficiaries));
	found_word(&found, "target", say_figure(audit, coverage->target));
	found_word(&found, "hint", hint);
	audit_add(audit, &found);
}

/* Reads the printed rate of a year; false: it has none to be compared. */
static bool
read_coverage(const Rows *rows, Coverage *coverage)
{
	Str unit;

	coverage->target = figure_of(&rows->cells[0]);
	coverage->beneficiaries = figure_of(&rows->cells[1]);
	coverage->fact = rows->cells[2];
	if (!figure_above_zero(coverage->target) || !figure_known(coverage->beneficiaries) ||
	    coverage->beneficiaries.micro < 0 || !status_is_sure(coverage->fact.status) ||
	    !rate_parse(coverage->fact.text, &coverage->rate, &unit) ||
	    coverage->rate.scale > RATE_SCALE_MAX)
		return false;
	coverage->percent = unit.len > 0 || coverage->rate.scale == 0;
	return true;
}

/* That an integer is the coverage all the same, as a fraction. */
static Str
say_fraction(Audit *audit, const Coverage *coverage)
{
	Str fraction = say_value(audit, (Value){true, computed_share(coverage), STYLE_COUNT});

	return say(audit, "; what is printed fits only the fraction %.*s rounded to an integer",
	           (int) fraction.len, fraction.at);
}

static void
check_coverage(Audit *audit, CheckId check, const Coverage *coverage)
{
	bool fraction = rate_fits(coverage, false);

	if (rate_fits(coverage, true) || (!coverage->percent && fraction))
	{
		if (coverage->rate.mantissa == 0 && coverage->beneficiaries.micro > 0)
			add_coverage(audit, CHECK_COVERAGE_ROUNDED_TO_ZERO, coverage, NO_STR);
		return;
	}
	add_coverage(audit, check, coverage,
	             fraction && coverage->rate.scale == 0 ? say_fraction(audit, coverage) : STR(""));
}

void
rule_coverage(Audit *audit, CheckId check)
{
	static const FieldId columns[] = {FIELD_COVERAGE_TARGET, FIELD_COVERAGE_BENEFICIARIES,
	                                  FIELD_COVERAGE_REPORTED};
	Coverage coverage;
	Rows rows;

	rows_start(&rows, audit->report, columns, 3);
	while (rows_next(&rows))
	{
		if (read_coverage(&rows, &coverage))
			check_coverage(audit, check, &coverage);
	}
}

/* ---- Cost per beneficiary ---- */

#define COST_DECIMALS   2
#define FACTOR_DECIMALS 4

/* The factors, in tenths, between which a cost may be in pesos of another year */
#define FACTOR_LOW  8
#define FACTOR_HIGH 15

typedef struct Cost
{
	Figure printed;
	Figure total;
	Figure beneficiaries;
	Wide persons;
} Cost;

/* The cost of the report's year, as far as figures are given. */
static Cost
read_cost(const Audit *audit)
{
	YearRows years;
	uint32_t row;
	Cost cost = {.printed = {.state = FIGURE_DOUBTFUL}};

	year_rows(audit->report, FIELD_COSTS_YEAR, &years);
	row = year_row(&years, audit->year);
	if (row != NO_ROW)
		cost.printed = figure_cell(audit->report, FIELD_COSTS_AMOUNT, row);
	cost.total = figure_scalar(audit->report, FIELD_TOTAL_SPENDING);
	cost.beneficiaries = figure_scalar(audit->report, FIELD_BENEFICIARIES);
	if (!figure_known(cost.beneficiaries))
		cost.beneficiaries = audit_coverage(audit, FIELD_COVERAGE_BENEFICIARIES, audit->year);
	cost.persons = cost.beneficiaries.micro / MICRO;
	return cost;
}

/* Whether total over beneficiaries rounds to the printed cost. */
static bool
cost_fits(const Cost *cost)
{
	Wide total = 2 * (Wide) cost->total.micro;
	Wide printed = 2 * (Wide) cost->printed.micro;

	return (printed - cost->printed.unit) * cost->persons <= total + cost->total.unit &&
	       (printed + cost->printed.unit) * cost->persons >= total - cost->total.unit;
}

/* Whether the printed cost, rescaled, is near enough to be in pesos of another year. */
static bool
cost_is_near(const Cost *cost, int64_t times, int64_t over)
{
	Wide tenths = 10 * (Wide) cost->printed.micro * times * cost->persons;
	Wide total = (Wide) cost->total.micro * over;

	return tenths >= FACTOR_LOW * total && tenths <= FACTOR_HIGH * total;
}

static Value
nominal_cost(const Cost *cost)
{
	Decimal nominal = quotient(cost->total.micro, (Wide) MICRO * cost->persons, COST_DECIMALS);

	return (Value){true, nominal, STYLE_AMOUNT};
}

static void
add_cost(Audit *audit, CheckId check, const Cost *cost)
{
	Found found = found_at(check, cost->printed.field, cost->printed.row);

	found.reported = value_of(cost->printed);
	found.expected = nominal_cost(cost);
	found_word(&found, "total", say_figure(audit, cost->total));
	found_word(&found, "beneficiaries", say_figure(audit, cost->beneficiaries));
	found_word(&found, "factor",
	           say_ratio(audit, (Wide) cost->printed.micro * cost->persons, cost->total.micro,
	                     FACTOR_DECIMALS));
	audit_add(audit, &found);
}

static bool
find_cost_slip(Audit *audit, const Cost *cost)
{
	UnitSlip slip = {cost->printed.field, cost->printed.row, value_of(cost->printed),
	                 nominal_cost(cost), STR("total spending over beneficiaries is")};

	for (int i = 0; i < UNIT_SCALES && cost->printed.micro > 0 && cost->total.micro > 0; i++)
	{
		if (cost_is_near(cost, unit_scales[i].times, unit_scales[i].over))
		{
			audit_add_slip(audit, &slip, &unit_scales[i]);
			return true;
		}
	}
	return false;
}

void
rule_cost(Audit *audit, CheckId check)
{
	Cost cost = read_cost(audit);

	if (!figure_known(cost.printed) || !figure_known(cost.total) || cost.total.micro < 0 ||
	    cost.persons <= 0 || audit->slipped[FIELD_TOTAL_SPENDING] || cost_fits(&cost))
		return;
	if (cost_is_near(&cost, 1, 1))
		add_cost(audit, CHECK_COST_IN_CONSTANT_PESOS, &cost);
	else if (!find_cost_slip(audit, &cost))
		add_cost(audit, check, &cost);
}

static void
check_missing_cost(Audit *audit, CheckId check)
{
	Cost cost = read_cost(audit);

	if (cost.printed.state == FIGURE_MISSING && figure_above_zero(cost.total) && cost.persons > 0 &&
	    figure_known(cost.beneficiaries))
		add_cost(audit, check, &cost);
}

void
rule_cost_by_year(Audit *audit, CheckId check)
{
	static const FieldId columns[] = {FIELD_COSTS_AMOUNT, FIELD_COSTS_YEAR};
	Rows rows;

	if (check == CHECK_COST_MISSING)
	{
		check_missing_cost(audit, check);
		return;
	}
	rows_start(&rows, audit->report, columns, 2);
	while (rows_next(&rows))
	{
		Figure cost = figure_of(&rows.cells[0]);
		Figure beneficiaries;
		int64_t year;
		Found found;

		if (!figure_above_zero(cost) || !fact_integer(&rows.cells[1], &year))
			continue;
		beneficiaries = audit_coverage(audit, FIELD_COVERAGE_BENEFICIARIES, (int) year);
		if (!figure_is_zero(beneficiaries))
			continue;
		found = found_figure(check, cost, (Figure){.state = FIGURE_MISSING});
		found_word(&found, "other", say_place(audit, beneficiaries.field, beneficiaries.row));
		audit_add(audit, &found);
	}
}
