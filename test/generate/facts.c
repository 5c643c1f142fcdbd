/*
 * facts.c
 *		A random report: its scalars, in the form's order.  The tables are
 *		drawn in facts_tables.c.
 *
 * test/generate/facts.c
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "facts.h"
#include "buffer.h"
#include "sketch.h"
#include "words.h"

/* ---- Adding facts ---- */

void
sketch_cell(Sketch *sketch, FieldId column, uint32_t row, Status status, Str text)
{
	draft_add(sketch->draft, column, row, status, text);
}

void
sketch_reported(Sketch *sketch, FieldId column, uint32_t row, Str text)
{
	sketch_cell(sketch, column, row, STATUS_REPORTED, text);
}

void
sketch_number(Sketch *sketch, FieldId column, uint32_t row, int64_t number)
{
	char digits[32];
	uint32_t len = number_print((Decimal){number, 0}, digits);

	sketch_reported(sketch, column, row, arena_str(sketch->tell.arena, digits, len));
}

Str
sketch_format(Sketch *sketch, const char *format, ...)
{
	Buffer buffer = {NULL, 0, 0};
	va_list arguments;
	Str text;

	va_start(arguments, format);
	buffer_add_format(&buffer, format, arguments);
	va_end(arguments);
	text = arena_str(sketch->tell.arena, buffer.at, buffer.len);
	buffer_free(&buffer);
	return text;
}

Str
sketch_words(const char *text)
{
	return (Str){text, (uint32_t) strlen(text)};
}

void
sketch_split(Sketch *sketch, int64_t total, uint32_t parts, int64_t *part)
{
	for (uint32_t i = 0; i + 1 < parts; i++)
	{
		part[i] = random_between(sketch->random, 0, 2 * total / (parts - i));
		if (part[i] > total)
			part[i] = total;
		total -= part[i];
	}
	part[parts - 1] = total;
}

/* ---- Scalars ---- */

static void
scalar(Sketch *sketch, FieldId field, Status status, Str text)
{
	draft_add(sketch->draft, field, sketch->position++, status, text);
}

static void
scalar_number(Sketch *sketch, FieldId field, int64_t number)
{
	sketch_number(sketch, field, sketch->position++, number);
}

/* One report in so many does not answer; true: the field is done with. */
static bool
scalar_unanswered(Sketch *sketch, FieldId field, uint32_t absent, uint32_t blank)
{
	uint32_t draw = random_below(sketch->random, 100);

	if (draw < absent)
		scalar(sketch, field, STATUS_ABSENT, NO_STR);
	else if (draw < absent + blank)
		scalar(sketch, field, STATUS_BLANK, NO_STR);
	else
		return false;
	return true;
}

static void
draw_figure(Sketch *sketch, FieldId field, int64_t number)
{
	if (scalar_unanswered(sketch, field, 4, 2))
		return;
	if (form_fields[field].type == TYPE_INTEGER && random_chance(sketch->random, 2))
		scalar(sketch, field, STATUS_INVALID,
		       sketch_words(RANDOM_PICK(sketch->random, words_no_number)));
	else
		scalar_number(sketch, field, number);
}

static void
draw_answer(Sketch *sketch, FieldId field, bool yes)
{
	if (yes)
		scalar(sketch, field, STATUS_REPORTED,
		       random_chance(sketch->random, 80) ? STR("Si") : STR("Sí"));
	else
		scalar(sketch, field, STATUS_REPORTED, STR("No"));
}

static void
draw_yesno(Sketch *sketch, FieldId field)
{
	if (!scalar_unanswered(sketch, field, 6, 3))
		draw_answer(sketch, field, random_chance(sketch->random, 50));
}

static void
draw_not_applicable(Sketch *sketch, FieldId field)
{
	scalar(sketch, field, STATUS_NOT_APPLICABLE,
	       random_chance(sketch->random, 70) ? STR("N/A") : STR("No aplica"));
}

static void
draw_narrative(Sketch *sketch, FieldId field)
{
	if (scalar_unanswered(sketch, field, 20, 5))
		return;
	if (random_chance(sketch->random, 5))
		draw_not_applicable(sketch, field);
	else
		scalar(sketch, field, STATUS_REPORTED, narrate_field(&sketch->tell));
}

/* The text of a field whose answers are short; NO_STR: a narrative one. */
static Str
short_answer(Sketch *sketch, FieldId field)
{
	switch (field)
	{
		case FIELD_FORM_TYPE:
			return SKETCH_TELL(sketch, words_form_types);
		case FIELD_RESPONSIBLE_UNIT:
			return SKETCH_TELL(sketch, words_units);
		case FIELD_WEBSITE:
			return SKETCH_TELL(sketch, words_websites);
		case FIELD_MANAGER_NAME:
		case FIELD_MONITORING_CONTACT_NAME:
			return SKETCH_TELL(sketch, words_people);
		case FIELD_MANAGER_POSITION:
		case FIELD_MONITORING_CONTACT_POSITION:
			return SKETCH_TELL(sketch, words_positions);
		case FIELD_PARENT_SYSTEM:
			return SKETCH_TELL(sketch, words_systems);
		case FIELD_POTENTIAL_POPULATION_SOURCE:
			return SKETCH_TELL(sketch, words_sources);
		case FIELD_POTENTIAL_POPULATION_UNIT:
			return SKETCH_TELL(sketch, words_measures);
		case FIELD_EXECUTION:
			return SKETCH_TELL(sketch, words_executions);
		default:
			return NO_STR;
	}
}

static void
draw_text(Sketch *sketch, FieldId field)
{
	Str answer = short_answer(sketch, field);

	if (answer.at == NULL)
		draw_narrative(sketch, field);
	else if (!scalar_unanswered(sketch, field, 6, 3))
		scalar(sketch, field, STATUS_REPORTED, answer);
}

/* Lines taken from a list, in its order, at least one. */
static Str
some_lines(Sketch *sketch, const char *const *lines, uint32_t count, const char *between)
{
	uint32_t always = random_below(sketch->random, count);
	char text[400] = "";
	size_t len = 0;

	for (uint32_t i = 0; i < count; i++)
		if (i == always || random_chance(sketch->random, 30))
			len += (size_t) snprintf(text + len, sizeof(text) - len, "%s%s", len ? between : "",
			                         lines[i]);
	return arena_str(sketch->tell.arena, text, len);
}

#define SOME_LINES(sketch, array, between)                                                         \
	some_lines((sketch), (array), sizeof(array) / sizeof((array)[0]), (between))

/* ---- Parts of the form that hang together ---- */

/* The document begins with its title, though the form lists the identity first. */
static void
draw_header(Sketch *sketch)
{
	Random *random = sketch->random;

	if (random_chance(random, 85))
		scalar(sketch, FIELD_REPORT_TITLE, STATUS_REPORTED,
		       sketch_words(form_fields[FIELD_REPORT_TITLE].label));
	if (random_chance(random, 75))
		scalar(sketch, FIELD_CLOSING_DATE, STATUS_REPORTED,
		       random_chance(random, 80)
		           ? sketch_format(sketch, "31 - diciembre - %d", sketch->year)
		           : sketch_format(sketch, "%d - junio - %d", (int) random_between(random, 1, 30),
		                           sketch->year));
	scalar(sketch, FIELD_PROGRAM_NAME, STATUS_REPORTED, SKETCH_TELL(sketch, words_programmes));
	scalar(sketch, FIELD_MINISTRY, STATUS_REPORTED, SKETCH_TELL(sketch, words_ministries));
	scalar(sketch, FIELD_SERVICE, STATUS_REPORTED, SKETCH_TELL(sketch, words_services));
}

static void
draw_years(Sketch *sketch)
{
	int start = (int) random_between(sketch->random, 1990, sketch->year);

	scalar(sketch, FIELD_START_YEAR, STATUS_REPORTED, sketch_format(sketch, "%d", start));
	if (random_chance(sketch->random, 60))
		scalar(sketch, FIELD_END_YEAR, STATUS_REPORTED, STR("Permanente"));
	else if (random_chance(sketch->random, 80))
		scalar(sketch, FIELD_END_YEAR, STATUS_REPORTED,
		       sketch_format(sketch, "%d", sketch->year + (int) random_below(sketch->random, 25)));
	else
		scalar(sketch, FIELD_END_YEAR, STATUS_ABSENT, NO_STR);
}

static void
draw_other(Sketch *sketch, const char *section, const char *label, const char *text)
{
	uint32_t position = sketch->position++;

	sketch_reported(sketch, FIELD_OTHER_SECTION, position, sketch_words(section));
	sketch_reported(sketch, FIELD_OTHER_LABEL, position, sketch_words(label));
	sketch_reported(sketch, FIELD_OTHER_TEXT, position, sketch_words(text));
}

/* Now and then a label that the form does not know stands behind this field. */
static void
draw_unknown_label(Sketch *sketch, FieldId field)
{
	uint32_t which = random_below(sketch->random, 3);

	if (!random_chance(sketch->random, 15))
		return;
	if (field == FIELD_MONITORING_CONTACT_POSITION)
		draw_other(sketch, "1", words_unknown_labels[which], words_unknown_values[which]);
	else
		draw_other(sketch, WORDS_UNKNOWN_SECTION, WORDS_UNKNOWN_QUESTION, "No");
}

static void
draw_covid(Sketch *sketch)
{
	bool changed = random_chance(sketch->random, 50);

	draw_answer(sketch, FIELD_COVID_CHANGES, changed);
	if (!changed)
		return;
	scalar(sketch, FIELD_COVID_CHANGE_TYPES, STATUS_REPORTED,
	       SOME_LINES(sketch, words_covid_changes, "\n"));
	draw_narrative(sketch, FIELD_COVID_CHANGE_DETAIL);
	draw_yesno(sketch, FIELD_COVID_CHANGES_KEPT);
}

static void
draw_rights(Sketch *sketch)
{
	bool yes = random_chance(sketch->random, 50);

	draw_answer(sketch, FIELD_HAS_HUMAN_RIGHTS_APPROACH, yes);
	if (yes)
		scalar(sketch, FIELD_HUMAN_RIGHTS_APPROACHES, STATUS_REPORTED,
		       SOME_LINES(sketch, words_rights, "\n"));
	else
		draw_narrative(sketch, FIELD_HUMAN_RIGHTS_JUSTIFICATION);
}

/* The template prints last year's number in some labels. */
static void
draw_stale_label(Sketch *sketch, FieldId field)
{
	const char *label = form_fields[field].label;
	const char *slot = strstr(label, "{year}");
	int before = (int) (slot - label);

	if (random_chance(sketch->random, 30))
		sketch_reported(sketch, FIELD_LABEL_PRINTED, (uint32_t) field,
		                sketch_format(sketch, "%.*s%d%s", before, label, sketch->year - 1,
		                              slot + strlen("{year}")));
}

/* ---- The report's figures ---- */

static void
plan_population(Sketch *sketch)
{
	Random *random = sketch->random;

	sketch->target = random_size(random, 7);
	sketch->beneficiaries =
	    random_chance(random, 7) ? 0 : random_between(random, 1, sketch->target + 5);
	sketch->served[0] = sketch->beneficiaries;
	for (uint32_t i = 1; i < COVERAGE_YEARS; i++)
		sketch->served[i] = random_chance(random, 20) ? 0 : random_size(random, 6);
}

static void
plan_components(Sketch *sketch)
{
	Random *random = sketch->random;
	uint32_t known = sizeof(words_components) / sizeof(words_components[0]);
	uint32_t first = random_below(random, known);

	sketch->components = random_below(random, COMPONENTS_MAX + 1);
	for (uint32_t i = 0; i < sketch->components; i++)
	{
		sketch->component_names[i] = sketch_words(words_components[(first + 3 * i) % known]);
		sketch->component_amounts[i] = random_chance(random, 12) ? -1 : random_size(random, 7);
		if (sketch->component_amounts[i] > 0)
			sketch->component_spending += sketch->component_amounts[i];
	}
	sketch->admin_spending = random_chance(random, 15) ? 0 : random_size(random, 6);
	if (random_chance(random, 25))
		sketch->extra_budget =
		    random_between(random, 0, sketch->component_spending + sketch->admin_spending);
}

static int64_t
total_spending(const Sketch *sketch)
{
	return sketch->component_spending + sketch->admin_spending;
}

static int64_t
spending(const Sketch *sketch)
{
	return total_spending(sketch) - sketch->extra_budget;
}

/* What the report's plan says of a figure; -1: the plan does not know it. */
static int64_t
planned_figure(Sketch *sketch, FieldId field)
{
	switch (field)
	{
		case FIELD_COMPARABLE_YEARS:
			return random_between(sketch->random, 1, 5);
		case FIELD_POTENTIAL_POPULATION:
			return random_chance(sketch->random, 20) ? 0 : 3 * sketch->target;
		case FIELD_TARGET_POPULATION:
			return sketch->target;
		case FIELD_BENEFICIARIES:
			return sketch->beneficiaries;
		case FIELD_INITIAL_BUDGET:
		case FIELD_FINAL_BUDGET:
		case FIELD_NEXT_INITIAL_BUDGET:
			return spending(sketch) + random_below(sketch->random, 5000);
		case FIELD_SPENDING:
		case FIELD_SUMMARY_SPENDING:
			return spending(sketch);
		case FIELD_SUMMARY_EXTRA_BUDGET:
			return sketch->extra_budget;
		case FIELD_TOTAL_SPENDING:
		case FIELD_TOTAL_SPENDING_BY_USE:
			return total_spending(sketch);
		case FIELD_COMPONENT_SPENDING:
		case FIELD_SUMMARY_COMPONENT_SPENDING:
			return sketch->component_spending;
		case FIELD_ADMIN_LINES_TOTAL:
		case FIELD_ADMIN_SPENDING:
		case FIELD_SUMMARY_ADMIN_SPENDING:
			return sketch->admin_spending;
		default:
			return -1;
	}
}

/* ---- The form's order ---- */

/* Fields that are drawn together with another one, or before all others. */
static bool
drawn_elsewhere(FieldId field)
{
	switch (field)
	{
		case FIELD_PROGRAM_NAME:
		case FIELD_MINISTRY:
		case FIELD_SERVICE:
		case FIELD_REPORT_TITLE:
		case FIELD_CLOSING_DATE:
		case FIELD_END_YEAR:
		case FIELD_COVID_CHANGE_TYPES:
		case FIELD_COVID_CHANGE_DETAIL:
		case FIELD_COVID_CHANGES_KEPT:
		case FIELD_HUMAN_RIGHTS_APPROACHES:
		case FIELD_HUMAN_RIGHTS_JUSTIFICATION:
		case FIELD_HAS_SPECIAL_FUNDS:
			return true;
		default:
			return !form_is_scalar(field);
	}
}

/* Text under a heading, without a label of its own: it is there or said to be absent. */
static void
draw_body(Sketch *sketch, FieldId field)
{
	if (random_chance(sketch->random, 60))
		scalar(sketch, field, STATUS_ABSENT, NO_STR);
	else
		scalar(sketch, field, STATUS_REPORTED, narrate_field(&sketch->tell));
}

static void
draw_fet(Sketch *sketch)
{
	if (random_chance(sketch->random, 30))
		return;
	draw_yesno(sketch, FIELD_HAS_FET);
	draw_yesno(sketch, FIELD_HAS_SPECIAL_FUNDS);
}

static void
draw_by_type(Sketch *sketch, FieldId field)
{
	switch (form_fields[field].type)
	{
		case TYPE_INTEGER:
		case TYPE_AMOUNT:
			draw_figure(sketch, field, planned_figure(sketch, field));
			break;
		case TYPE_YESNO:
			draw_yesno(sketch, field);
			break;
		default:
			draw_text(sketch, field);
	}
}

static void
draw_scalar(Sketch *sketch, FieldId field)
{
	switch (field)
	{
		case FIELD_START_YEAR:
			draw_years(sketch);
			break;
		case FIELD_PREVIOUS_EVALUATIONS:
		case FIELD_MULTIDIMENSIONAL_POVERTY:
			draw_body(sketch, field);
			break;
		case FIELD_COMPONENT_COUNT:
			scalar_number(sketch, field, sketch->components);
			break;
		case FIELD_COVID_CHANGES:
			if (random_chance(sketch->random, 60))
				draw_covid(sketch);
			break;
		case FIELD_HAS_EXTRA_BUDGET:
			draw_answer(sketch, field, sketch->extra_budget > 0);
			break;
		case FIELD_HAS_FET:
			draw_fet(sketch);
			break;
		case FIELD_HAS_HUMAN_RIGHTS_APPROACH:
			draw_rights(sketch);
			break;
		default:
			draw_by_type(sketch, field);
	}
	if (field == FIELD_MONITORING_CONTACT_POSITION || field == FIELD_INCOME_POVERTY)
		draw_unknown_label(sketch, field);
}

static void
draw_tables(Sketch *sketch)
{
	draw_population_flow(sketch);
	draw_regions(sketch);
	draw_coverage(sketch);
	draw_components(sketch);
	draw_executors(sketch);
	draw_budget_law(sketch);
	draw_budget_lines(sketch, FIELD_SPENDING_PARTIDA, spending(sketch));
	if (sketch->extra_budget > 0)
		draw_budget_lines(sketch, FIELD_EXTRA_PARTIDA, sketch->extra_budget);
	draw_component_spending(sketch);
	draw_regional_spending(sketch);
	draw_budget_lines(sketch, FIELD_ADMIN_PARTIDA, sketch->admin_spending);
	draw_costs(sketch);
	draw_indicators(sketch, FIELD_PURPOSE_YEAR);
	draw_indicators(sketch, FIELD_COMPLEMENTARY_YEAR);
	draw_sdgs(sketch);
	draw_observations(sketch);
}

void
facts_draw(uint64_t seed, Arena *arena, Draft *draft)
{
	Random random = {seed};
	Sketch sketch = {.random = &random, .draft = draft};

	sketch.year = (int) random_between(&random, 2012, 2030);
	sketch.tell = (Narrator){arena, &random, sketch.year};
	sketch.partida = (int) random_between(&random, 1, 31);
	sketch.capitulo = (int) random_between(&random, 1, 40);
	draft->report_year = sketch.year;

	plan_population(&sketch);
	plan_components(&sketch);
	draw_header(&sketch);
	for (int field = 0; field < FIELD_COUNT; field++)
		if (!drawn_elsewhere((FieldId) field))
			draw_scalar(&sketch, (FieldId) field);
	draw_stale_label(&sketch, FIELD_REGIONS);
	draw_stale_label(&sketch, FIELD_COMPONENT_SPENDING);
	draw_stale_label(&sketch, FIELD_ADMIN_SPENDING);
	draw_tables(&sketch);
}
