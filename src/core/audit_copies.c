/*
 * audit_copies.c
 *		One figure that the form prints in several places.
 *
 * src/core/audit_copies.c
 */
#include <string.h>

#include "audit_rules.h"
#include "fold.h"

#define COPIES_MAX 3

/* What prints the figure, in the form's order; see audit_figure for fields of tables. */
static const struct
{
	CheckId check;
	int count;
	FieldId fields[COPIES_MAX];
} copies[] = {
    {CHECK_BENEFICIARIES_MISMATCH,
     3,
     {FIELD_BENEFICIARIES, FIELD_FLOW_PERSONS, FIELD_COVERAGE_BENEFICIARIES}},
    {CHECK_TARGET_POPULATION_MISMATCH, 2, {FIELD_TARGET_POPULATION, FIELD_COVERAGE_TARGET}},
    {CHECK_SPENDING_MISMATCH, 2, {FIELD_SPENDING, FIELD_SUMMARY_SPENDING}},
    {CHECK_COMPONENT_SPENDING_MISMATCH,
     3,
     {FIELD_COMPONENT_SPENDING, FIELD_REGIONAL_TOTAL, FIELD_SUMMARY_COMPONENT_SPENDING}},
    {CHECK_ADMIN_SPENDING_MISMATCH,
     3,
     {FIELD_ADMIN_LINES_TOTAL, FIELD_ADMIN_SPENDING, FIELD_SUMMARY_ADMIN_SPENDING}},
    {CHECK_TOTAL_SPENDING_MISMATCH, 2, {FIELD_TOTAL_SPENDING, FIELD_TOTAL_SPENDING_BY_USE}},
};

static Str
say_who(Audit *audit, Figure figure, const char *verb)
{
	Str place = say_place(audit, figure.field, figure.row);

	return say(audit, "%.*s%s", (int) place.len, place.at, verb);
}

/* Whether a copy is the original in another unit. */
static bool
find_copy_slip(Audit *audit, Figure copy, Figure original)
{
	int64_t unit = copy.unit > original.unit ? copy.unit : original.unit;
	UnitSlip slip = {copy.field, copy.row, value_of(copy), value_of(original), NO_STR};

	if (form_fields[copy.field].type != TYPE_AMOUNT)
		return false;
	for (int i = 0; i < UNIT_SCALES; i++)
	{
		if (figures_fit(copy.micro, 1, original.micro, unit, &unit_scales[i]))
		{
			slip.other = say_who(audit, original, " says");
			audit_add_slip(audit, &slip, &unit_scales[i]);
			return true;
		}
	}
	return false;
}

/* The first figure, unless two others agree against it. */
static Figure
most_likely(const Figure *figures, int count)
{
	bool outvoted = count == 3 && figures[1].micro == figures[2].micro;

	return figures[outvoted ? 1 : 0];
}

static void
compare_copies(Audit *audit, CheckId check, const FieldId *fields, int count)
{
	Figure figures[COPIES_MAX];
	Figure original;
	int known = 0;

	for (int i = 0; i < count; i++)
	{
		figures[known] = audit_figure(audit, fields[i]);
		known += figure_known(figures[known]) && !audit->slipped[fields[i]];
	}
	if (known < 2)
		return;
	original = most_likely(figures, known);
	for (int i = 0; i < known; i++)
	{
		Found found;

		if (figures[i].micro == original.micro || find_copy_slip(audit, figures[i], original))
			continue;
		found = found_figure(check, figures[i], original);
		found_word(&found, "other", say_who(audit, original, ""));
		audit_add(audit, &found);
	}
}

void
rule_copies(Audit *audit, CheckId check)
{
	for (size_t i = 0; i < sizeof(copies) / sizeof(copies[0]); i++)
	{
		if (copies[i].check == check)
			compare_copies(audit, check, copies[i].fields, copies[i].count);
	}
}

/* ---- Figures in words ---- */

/* Takes the first word off text. */
static Str
take_word(Str *text)
{
	Str word = str_trim(*text);

	*text = word;
	word.len = 0;
	while (word.len < text->len && text->at[word.len] != ' ' && text->at[word.len] != '\n')
		word.len++;
	text->at += word.len;
	text->len -= word.len;
	return word;
}

/* Whether a number is of persons, as far as the word behind it tells. */
static bool
counts_persons(Str next)
{
	static const char *const others[] = {"ano", "anos", "mes", "meses", "por", "uf", "utm", "o"};

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
	{
		if (fold_equals(next, others[i]))
			return false;
	}
	return next.len > 0;
}

/* The number of persons that text begins with; a list's numeral, an age or a share is none. */
static bool
leading_persons(Str text, int64_t *persons)
{
	Str number = take_word(&text);

	return integer_parse(number, persons) && counts_persons(take_word(&text));
}

void
rule_target_text(Audit *audit, CheckId check)
{
	Figure target = figure_scalar(audit->report, FIELD_TARGET_POPULATION);
	Fact criteria;
	int64_t persons;
	Found found;

	if (!figure_known(target) ||
	    !report_scalar(audit->report, FIELD_TARGETING_CRITERIA, &criteria) ||
	    !status_is_sure(criteria.status) || !leading_persons(criteria.text, &persons) ||
	    (Wide) persons * MICRO == target.micro)
		return;
	found = found_at(check, criteria.field, criteria.row);
	found.reported = value_count(persons);
	found.expected = value_of(target);
	audit_add(audit, &found);
}

/* ---- Components ---- */

void
rule_component_count(Audit *audit, CheckId check)
{
	Figure announced = figure_scalar(audit->report, FIELD_COMPONENT_COUNT);
	Names names;
	Found found;

	if (!figure_known(announced) ||
	    !names_of_column(audit->report, FIELD_COMPONENT_NAME, audit->arena, &names) ||
	    names.doubtful || names.count == 0 || announced.micro == names.count * MICRO)
		return;
	found = found_at(check, announced.field, announced.row);
	found.reported = value_of(announced);
	found.expected = value_count(names.count);
	audit_add(audit, &found);
}

void
rule_production(Audit *audit, CheckId check)
{
	static const FieldId columns[] = {FIELD_COMPONENT_PRODUCTION, FIELD_COMPONENT_PRODUCTION_UNIT};
	Figure beneficiaries = figure_scalar(audit->report, FIELD_BENEFICIARIES);
	Rows rows;

	rows_start(&rows, audit->report, columns, 2);
	while (figure_known(beneficiaries) && rows_next(&rows))
	{
		Figure production = figure_of(&rows.cells[0]);
		Found found;

		if (!figure_known(production) || production.micro == beneficiaries.micro ||
		    !fold_equals(rows.cells[1].text, "numero de beneficiarios"))
			continue;
		found = found_figure(check, production, beneficiaries);
		audit_add(audit, &found);
	}
}
