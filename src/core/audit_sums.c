/*
 * audit_sums.c
 *		Figures that add up to a total, and figures in another unit.
 *
 * Printed figures are rounded: n of them, each off by at most half a unit, may
 * miss their total by n + 1 halves.  A single figure is a copy of the total and
 * has to equal it.  Persons are counted, so they are exact.
 *
 * src/core/audit_sums.c
 */
#include <string.h>

#include "audit_rules.h"

/* ---- Units ---- */

const UnitScale unit_scales[UNIT_SCALES] = {
    {1000, 1, "in millions of pesos"},
    {1, 1000, "in pesos"},
    {1000000, 1, "in millions of pesos and the other side in pesos"},
    {1, 1000000, "in pesos and the other side in millions of pesos"},
};

static Wide
distance(Wide a, Wide b)
{
	return a < b ? b - a : a - b;
}

bool
figures_fit(Wide sum, uint32_t count, int64_t expected, int64_t unit, const UnitScale *scale)
{
	if (scale == NULL && count == 1)
		return sum == expected;
	if (scale == NULL)
		return 2 * distance(sum, expected) <= ((Wide) count + 1) * unit;
	if (sum == 0 || expected == 0)
		return false;
	return 2 * distance(sum * scale->times, (Wide) expected * scale->over) <=
	       ((Wide) count * scale->times + scale->over) * unit;
}

void
audit_add_slip(Audit *audit, const UnitSlip *slip, const UnitScale *scale)
{
	Found found = found_at(CHECK_UNIT_SLIP, slip->field, slip->row);
	bool many = form_fields[slip->field].type == TYPE_TABLE;

	audit->slipped[slip->field] = true;
	found.reported = slip->reported;
	found.expected = slip->expected;
	found_word(&found, "says", many ? STR("adds up to") : STR("says"));
	found_word(&found, "other", slip->other);
	found_word(&found, "fit",
	           say(audit, "%s %s", many ? "the figures fit if they are" : "it fits if it is",
	               scale->unit));
	audit_add(audit, &found);
}

/* ---- Sums ---- */

#define MISSING_NAMED 3

/* A sum, and what it could not count in */
typedef struct Sum
{
	Wide total;
	int64_t unit; /* the coarsest of the figures' last digits */
	uint32_t known;
	Figure last; /* of the known ones */
	uint32_t missing;
	Str missing_names[MISSING_NAMED];
	bool doubtful;
} Sum;

static void
sum_add(Sum *sum, Figure figure, Str name)
{
	if (figure.state == FIGURE_DOUBTFUL)
		sum->doubtful = true;
	else if (figure.state == FIGURE_MISSING)
	{
		if (sum->missing < MISSING_NAMED)
			sum->missing_names[sum->missing] = name;
		sum->missing++;
	}
	else
	{
		sum->total += figure.micro;
		sum->unit = figure.unit > sum->unit ? figure.unit : sum->unit;
		sum->known++;
		sum->last = figure;
	}
}

/* The items without a figure, for the message */
static Str
say_missing(Audit *audit, const Sum *sum)
{
	Str text = STR("");

	if (sum->missing == 0)
		return text;
	for (uint32_t i = 0; i < sum->missing && i < MISSING_NAMED; i++)
	{
		Str name = sum->missing_names[i].len > 0 ? say_name(audit, sum->missing_names[i])
		                                         : STR("one without a name");

		text = say(audit, "%.*s%s%.*s", (int) text.len, text.at, i > 0 ? ", " : "", (int) name.len,
		           name.at);
	}
	return say(audit, "; no figure is given for %.*s%s", (int) text.len, text.at,
	           sum->missing > MISSING_NAMED ? " and others" : "");
}

static Str
say_rounding(Audit *audit, const Sum *sum)
{
	Str allowed;

	if (sum->known < 2)
		return STR("");
	allowed =
	    say_value(audit, value_micro((int64_t) ((sum->known + 1) / 2) * sum->unit, FIELD_SPENDING));
	return say(audit, " (rounding explains %.*s)", (int) allowed.len, allowed.at);
}

static bool
is_amount(FieldId field)
{
	return form_fields[field].type == TYPE_AMOUNT;
}

/*
 * Finds a sum's figures in another unit.  What slipped are the rows of a table,
 * the only figure of several, or else the total.
 */
static bool
find_sum_slip(Audit *audit, Figure total, const Sum *sum)
{
	bool table = form_fields[sum->last.field].table != FIELD_NONE;
	bool whole = !table && sum->known > 1;
	Value added = value_micro((int64_t) sum->total, total.field);
	UnitSlip slip = {table ? form_fields[sum->last.field].table : sum->last.field, 0, added,
	                 value_of(total), STR("its total says")};

	if (whole)
		slip = (UnitSlip){total.field, 0, value_of(total), added, STR("its parts add up to")};
	for (int i = 0; i < UNIT_SCALES; i++)
	{
		const UnitScale *scale = &unit_scales[i];

		if (figures_fit(sum->total, sum->known, total.micro, sum->unit, scale))
		{
			/* The scales come in pairs, each one followed by its inverse. */
			audit_add_slip(audit, &slip, whole ? &unit_scales[i ^ 1] : scale);
			return true;
		}
	}
	return false;
}

/* shortfall: how severe it is that a sum without missing items falls short. */
static void
sum_compare(Audit *audit, CheckId check, Figure total, const Sum *counted, Severity shortfall)
{
	Sum sum = *counted;
	bool amount = is_amount(total.field);
	Found found;

	if (!figure_known(total) || sum.doubtful || sum.known == 0 || sum.total <= -MICRO_MAX ||
	    sum.total >= MICRO_MAX)
		return;
	sum.unit = total.unit > sum.unit ? total.unit : sum.unit;
	if (amount ? figures_fit(sum.total, sum.known, total.micro, sum.unit, NULL)
	           : sum.total == total.micro)
		return;
	if (amount && find_sum_slip(audit, total, &sum))
		return;
	found = found_at(check, total.field, total.row);
	found.reported = value_of(total);
	found.expected = value_micro((int64_t) sum.total, total.field);
	if (sum.total < total.micro)
	{
		found.severity = sum.missing > 0 ? SEVERITY_WARNING : shortfall;
		found_word(&found, "missing", say_missing(audit, &sum));
	}
	found_word(&found, "rounding", amount ? say_rounding(audit, &sum) : STR(""));
	audit_add(audit, &found);
}

/* Adds up a column; names: the column that names its rows. */
static void
sum_column(Audit *audit, FieldId items, FieldId names, Sum *sum)
{
	FieldId columns[] = {items, names};
	Rows rows;

	*sum = (Sum){.doubtful = audit->ambiguous[form_fields[items].table]};
	rows_start(&rows, audit->report, columns, 2);
	while (rows_next(&rows))
		sum_add(sum, figure_of(&rows.cells[0]), rows.cells[1].text);
}

static const struct
{
	CheckId check;
	FieldId total;
	FieldId items;
	FieldId names;
} column_sums[] = {
    {CHECK_SPENDING_LINES_SUM, FIELD_SPENDING, FIELD_SPENDING_AMOUNT, FIELD_SPENDING_SUBTITULO},
    {CHECK_COMPONENT_SPENDING_SUM, FIELD_COMPONENT_SPENDING, FIELD_SPENT_AMOUNT,
     FIELD_SPENT_COMPONENT},
    {CHECK_REGIONAL_SPENDING_SUM, FIELD_REGIONAL_TOTAL, FIELD_REGIONAL_AMOUNT,
     FIELD_REGIONAL_REGION},
    {CHECK_ADMIN_LINES_SUM, FIELD_ADMIN_LINES_TOTAL, FIELD_ADMIN_AMOUNT, FIELD_ADMIN_SUBTITULO},
};

void
rule_column_sum(Audit *audit, CheckId check)
{
	Sum sum;

	for (size_t i = 0; i < sizeof(column_sums) / sizeof(column_sums[0]); i++)
	{
		if (column_sums[i].check != check)
			continue;
		sum_column(audit, column_sums[i].items, column_sums[i].names, &sum);
		sum_compare(audit, check, audit_figure(audit, column_sums[i].total), &sum, SEVERITY_ERROR);
	}
}

void
rule_regional_beneficiaries_sum(Audit *audit, CheckId check)
{
	Sum sum;

	sum_column(audit, FIELD_REGIONS_BENEFICIARIES, FIELD_REGIONS_REGION, &sum);
	sum_compare(audit, check, audit_figure(audit, FIELD_REGIONS_TOTAL), &sum, SEVERITY_ERROR);
	sum_compare(audit, check, audit_figure(audit, FIELD_BENEFICIARIES), &sum, SEVERITY_WARNING);
}

static const struct
{
	CheckId check;
	FieldId total;
	FieldId items[2];
} scalar_sums[] = {
    {CHECK_TOTAL_SPENDING_SUM,
     FIELD_TOTAL_SPENDING,
     {FIELD_SUMMARY_SPENDING, FIELD_SUMMARY_EXTRA_BUDGET}},
    {CHECK_TOTAL_BY_USE_SUM,
     FIELD_TOTAL_SPENDING_BY_USE,
     {FIELD_SUMMARY_COMPONENT_SPENDING, FIELD_SUMMARY_ADMIN_SPENDING}},
};

void
rule_scalar_sum(Audit *audit, CheckId check)
{
	for (size_t i = 0; i < sizeof(scalar_sums) / sizeof(scalar_sums[0]); i++)
	{
		Sum sum = {.total = 0};

		if (scalar_sums[i].check != check)
			continue;
		for (int j = 0; j < 2; j++)
		{
			FieldId item = scalar_sums[i].items[j];
			const char *key = form_fields[item].key;

			sum.doubtful |= audit->slipped[item];
			sum_add(&sum, figure_scalar(audit->report, item), (Str){key, (uint32_t) strlen(key)});
		}
		sum_compare(audit, check, figure_scalar(audit->report, scalar_sums[i].total), &sum,
		            SEVERITY_ERROR);
	}
}

/* ---- The population flow ---- */

#define FLOW_EXITS   4
#define FLOW_ENTRIES 3

/* Adds up cells that lie `step` apart from the first one; the last one is their total. */
static void
flow_sum(Audit *audit, CheckId check, uint32_t first, uint32_t step, uint32_t parts)
{
	Sum sum = {.total = 0};

	for (uint32_t i = 0; i < parts; i++)
	{
		uint32_t row = first + i * step;
		const char *name =
		    step == 1 ? flow_exits[row % FLOW_EXITS] : flow_entries[row / FLOW_EXITS];

		sum_add(&sum, figure_cell(audit->report, FIELD_FLOW_PERSONS, row),
		        (Str){name, (uint32_t) strlen(name)});
	}
	sum_compare(audit, check, figure_cell(audit->report, FIELD_FLOW_PERSONS, first + parts * step),
	            &sum, SEVERITY_ERROR);
}

void
rule_flow_sum(Audit *audit, CheckId check)
{
	if (check == CHECK_POPULATION_FLOW_ROW_SUM)
	{
		for (uint32_t entry = 0; entry < FLOW_ENTRIES; entry++)
			flow_sum(audit, check, entry * FLOW_EXITS, 1, FLOW_EXITS - 1);
		return;
	}
	for (uint32_t exit = 0; exit < FLOW_EXITS; exit++)
		flow_sum(audit, check, exit, FLOW_EXITS, FLOW_ENTRIES - 1);
}
