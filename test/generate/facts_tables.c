/*
 * facts_tables.c
 *		A random report: its tables.
 *
 * test/generate/facts_tables.c
 */
#include "rows.h"
#include "sketch.h"
#include "words.h"

#define LENGTH(array) ((uint32_t) (sizeof(array) / sizeof((array)[0])))

/* The next column of the same table. */
static FieldId
after(FieldId column, int columns)
{
	return (FieldId) ((int) column + columns);
}

static void
blank(Sketch *sketch, FieldId column, uint32_t row)
{
	sketch_cell(sketch, column, row, STATUS_BLANK, NO_STR);
}

static void
absent(Sketch *sketch, FieldId column, uint32_t row)
{
	sketch_cell(sketch, column, row, STATUS_ABSENT, NO_STR);
}

/* ---- 3.3: population flow ---- */

/* A row whose persons are not told: every cell says so, or the first one does for all. */
static void
draw_empty_flow_row(Sketch *sketch, uint32_t row)
{
	bool first_only = random_chance(sketch->random, 30);

	for (uint32_t exit = 0; exit < 4; exit++)
	{
		if (exit > 0 && first_only)
			blank(sketch, FIELD_FLOW_PERSONS, row + exit);
		else
			absent(sketch, FIELD_FLOW_PERSONS, row + exit);
	}
}

/* A row of three cells and their sum; a cell below 0 is absent. */
static void
draw_flow_row(Sketch *sketch, uint32_t row, const int64_t *cells)
{
	int64_t sum = 0;

	for (uint32_t exit = 0; exit < 3; exit++)
	{
		if (cells[exit] < 0)
			absent(sketch, FIELD_FLOW_PERSONS, row + exit);
		else
		{
			sketch_number(sketch, FIELD_FLOW_PERSONS, row + exit, cells[exit]);
			sum += cells[exit];
		}
	}
	sketch_number(sketch, FIELD_FLOW_PERSONS, row + 3, sum);
}

/* The beneficiaries spread over six cells, of which some are absent. */
static void
plan_flow(Sketch *sketch, int64_t cells[6])
{
	bool used[6];
	uint32_t count = 0;
	int64_t part[6];

	for (int i = 0; i < 6; i++)
		count += used[i] = random_chance(sketch->random, 60);
	if (count == 0)
		count = used[random_below(sketch->random, 6)] = true;

	sketch_split(sketch, sketch->beneficiaries, count, part);
	for (int i = 0; i < 6; i++)
		cells[i] = used[i] ? part[--count] : -1;
}

/* A sum in which an absent cell counts nothing; two absent ones give another. */
static int64_t
flow_sum(int64_t a, int64_t b)
{
	return a < 0 ? b : b < 0 ? a : a + b;
}

static bool
flow_row_empty(const int64_t *cells)
{
	return cells[0] < 0 && cells[1] < 0 && cells[2] < 0;
}

void
draw_population_flow(Sketch *sketch)
{
	int64_t cells[9];

	if (random_chance(sketch->random, 4))
		return;
	if (sketch->beneficiaries == 0)
		cells[0] = cells[1] = cells[2] = cells[3] = cells[4] = cells[5] = -1;
	else
		plan_flow(sketch, cells);
	for (int exit = 0; exit < 3; exit++)
		cells[6 + exit] = flow_sum(cells[exit], cells[3 + exit]);

	for (uint32_t entry = 0; entry < 3; entry++)
	{
		if (flow_row_empty(&cells[3 * entry]))
			draw_empty_flow_row(sketch, 4 * entry);
		else
			draw_flow_row(sketch, 4 * entry, &cells[3 * entry]);
	}
}

/* ---- 3.3 and 5.6: regions ---- */

/* Draws some regions or all, in the form's order; their number. */
static uint32_t
pick_regions(Sketch *sketch, Str *names)
{
	uint32_t percent =
	    random_chance(sketch->random, 30) ? 100 : (uint32_t) random_between(sketch->random, 5, 60);
	uint32_t count = 0;

	for (uint32_t i = 0; i < LENGTH(words_regions); i++)
		if (random_chance(sketch->random, percent))
			names[count++] = sketch_words(words_regions[i]);
	return count;
}

void
draw_regions(Sketch *sketch)
{
	Str names[LENGTH(words_regions)];
	int64_t part[LENGTH(words_regions)];
	uint32_t count = pick_regions(sketch, names);

	if (count == 0 || sketch->beneficiaries == 0)
		return;
	sketch_split(sketch, sketch->beneficiaries, count, part);
	for (uint32_t row = 0; row < count; row++)
	{
		sketch_reported(sketch, FIELD_REGIONS_REGION, row, names[row]);
		sketch_number(sketch, FIELD_REGIONS_BENEFICIARIES, row, part[row]);
	}
	if (random_chance(sketch->random, 30))
		sketch_number(sketch, FIELD_REGIONS_TOTAL, count, sketch->beneficiaries);
}

void
draw_regional_spending(Sketch *sketch)
{
	Str names[LENGTH(words_regions) + 1];
	int64_t part[LENGTH(words_regions) + 1];
	uint32_t count = pick_regions(sketch, names);

	if (count == 0 || random_chance(sketch->random, 40))
		names[count++] = STR("Nivel central");
	sketch_split(sketch, sketch->component_spending, count, part);
	for (uint32_t row = 0; row < count; row++)
	{
		sketch_reported(sketch, FIELD_REGIONAL_REGION, row, names[row]);
		sketch_number(sketch, FIELD_REGIONAL_AMOUNT, row, part[row]);
	}
	sketch_number(sketch, FIELD_REGIONAL_TOTAL, count, sketch->component_spending);
}

/* ---- 3.3: coverage ---- */

typedef enum RateStyle
{
	RATE_PERCENT,  /* 6,54% */
	RATE_FRACTION, /* 0,07 */
	RATE_WHOLE,    /* 0 */
	RATE_STYLES
} RateStyle;

static Str
format_rate(Sketch *sketch, RateStyle style, int64_t part, int64_t whole)
{
	long hundredths;

	if (style == RATE_PERCENT)
	{
		hundredths = (long) ((part * 10000 + whole / 2) / whole);
		return sketch_format(sketch, "%ld,%02ld%%", hundredths / 100, hundredths % 100);
	}
	hundredths = (long) ((part * 100 + whole / 2) / whole);
	if (style == RATE_FRACTION)
		return sketch_format(sketch, "%ld,%02ld", hundredths / 100, hundredths % 100);
	return sketch_format(sketch, "%ld", (hundredths + 50) / 100);
}

static void
draw_coverage_year(Sketch *sketch, uint32_t row, uint32_t back, RateStyle style)
{
	Random *random = sketch->random;
	int64_t target = back == 0 ? sketch->target : random_size(random, 7);

	sketch_reported(sketch, FIELD_COVERAGE_YEAR, row,
	                sketch_format(sketch, "%d", sketch->year - (int) back));
	if (back > 0 && random_chance(random, 10))
	{
		sketch->served[back] = -1;
		absent(sketch, FIELD_COVERAGE_TARGET, row);
		absent(sketch, FIELD_COVERAGE_BENEFICIARIES, row);
		absent(sketch, FIELD_COVERAGE_REPORTED, row);
		return;
	}
	sketch_number(sketch, FIELD_COVERAGE_TARGET, row, target);
	sketch_number(sketch, FIELD_COVERAGE_BENEFICIARIES, row, sketch->served[back]);
	sketch_reported(sketch, FIELD_COVERAGE_REPORTED, row,
	                format_rate(sketch, style, sketch->served[back], target));
}

void
draw_coverage(Sketch *sketch)
{
	uint32_t years = (uint32_t) random_between(sketch->random, 2, COVERAGE_YEARS);
	RateStyle style = (RateStyle) random_below(sketch->random, RATE_STYLES);
	bool told = random_chance(sketch->random, 96);

	for (uint32_t back = years; back < COVERAGE_YEARS; back++)
		sketch->served[back] = -1;
	for (uint32_t row = 0; told && row < years; row++)
		draw_coverage_year(sketch, row, years - 1 - row, style);
}

/* ---- 5.8: costs ---- */

/* A year without beneficiaries has no cost; others lack one now and then. */
static bool
cost_missing(Sketch *sketch, uint32_t back)
{
	if (back < COVERAGE_YEARS && sketch->served[back] == 0)
		return true;
	return random_chance(sketch->random, back == 0 ? 3 : 15);
}

void
draw_costs(Sketch *sketch)
{
	uint32_t years =
	    random_chance(sketch->random, 70) ? 3 : (uint32_t) random_between(sketch->random, 2, 5);

	if (random_chance(sketch->random, 4))
		return;
	for (uint32_t row = 0; row < years; row++)
	{
		uint32_t back = years - 1 - row;

		sketch_reported(sketch, FIELD_COSTS_YEAR, row,
		                sketch_format(sketch, "%d", sketch->year - (int) back));
		if (cost_missing(sketch, back))
			blank(sketch, FIELD_COSTS_AMOUNT, row);
		else
			sketch_number(sketch, FIELD_COSTS_AMOUNT, row, random_size(sketch->random, 6));
	}
}

/* ---- 4 and 5.5: components ---- */

static void
draw_production(Sketch *sketch, uint32_t row)
{
	Random *random = sketch->random;

	if (random_chance(random, 10))
		return; /* no such line */
	if (random_chance(random, 10))
	{
		absent(sketch, FIELD_COMPONENT_PRODUCTION, row);
		return;
	}
	if (random_chance(random, 15))
		sketch_reported(sketch, FIELD_COMPONENT_PRODUCTION, row,
		                sketch_format(sketch, "%d,%d", (int) random_between(random, 0, 99),
		                              (int) random_below(random, 10)));
	else
		sketch_number(sketch, FIELD_COMPONENT_PRODUCTION, row, random_size(random, 7));
	sketch_reported(sketch, FIELD_COMPONENT_PRODUCTION_UNIT, row,
	                SKETCH_TELL(sketch, words_products));
}

void
draw_components(Sketch *sketch)
{
	for (uint32_t row = 0; row < sketch->components; row++)
	{
		sketch_reported(sketch, FIELD_COMPONENT_NAME, row, sketch->component_names[row]);
		if (random_chance(sketch->random, 15))
			absent(sketch, FIELD_COMPONENT_BENEFIT_TYPE, row);
		else
			sketch_reported(sketch, FIELD_COMPONENT_BENEFIT_TYPE, row,
			                SKETCH_TELL(sketch, words_benefit_types));
		sketch_reported(
		    sketch, FIELD_COMPONENT_DESCRIPTION, row,
		    narrate_paragraph(&sketch->tell, (uint32_t) random_between(sketch->random, 1, 4)));
		draw_production(sketch, row);
	}
}

void
draw_component_spending(Sketch *sketch)
{
	for (uint32_t row = 0; row < sketch->components; row++)
	{
		int64_t amount = sketch->component_amounts[row];

		sketch_reported(sketch, FIELD_SPENT_COMPONENT, row, sketch->component_names[row]);
		if (amount < 0)
			blank(sketch, FIELD_SPENT_AMOUNT, row);
		else
			sketch_number(sketch, FIELD_SPENT_AMOUNT, row, amount);
		if (random_chance(sketch->random, amount < 0 ? 80 : 20))
			blank(sketch, FIELD_SPENT_DETAIL, row);
		else
			sketch_reported(
			    sketch, FIELD_SPENT_DETAIL, row,
			    narrate_paragraph(&sketch->tell, (uint32_t) random_between(sketch->random, 1, 3)));
	}
}

/* ---- 4.2: executors ---- */

void
draw_executors(Sketch *sketch)
{
	uint32_t row = 0;

	if (random_chance(sketch->random, 20))
		return;
	for (uint32_t i = 0; i < LENGTH(words_executors); i++)
		if (random_chance(sketch->random, 30))
			sketch_reported(sketch, FIELD_EXECUTOR_TYPE, row++, sketch_words(words_executors[i]));
}

/* ---- 5: budget lines ---- */

static void
draw_code(Sketch *sketch, FieldId column, uint32_t row, int digits, int code)
{
	sketch_reported(sketch, column, row, sketch_format(sketch, "%0*d", digits, code));
}

/* Partida, capítulo and programa: the first columns of every table of the budget. */
static void
draw_programme_codes(Sketch *sketch, FieldId partida, uint32_t row)
{
	draw_code(sketch, partida, row, 2, sketch->partida);
	draw_code(sketch, after(partida, 1), row, 2, sketch->capitulo);
	draw_code(sketch, after(partida, 2), row, 2, (int) random_between(sketch->random, 1, 12));
}

void
draw_budget_law(Sketch *sketch)
{
	uint32_t rows = (uint32_t) random_between(sketch->random, 0, 3);

	for (uint32_t row = 0; row < rows; row++)
		draw_programme_codes(sketch, FIELD_LAW_PARTIDA, row);
}

/* The columns of the three tables of lines follow the same order. */
void
draw_budget_lines(Sketch *sketch, FieldId partida, int64_t total)
{
	uint32_t rows = (uint32_t) random_between(sketch->random, total > 0 ? 1 : 0, 6);
	int64_t part[6];

	if (rows > 0)
		sketch_split(sketch, total, rows, part);
	for (uint32_t row = 0; row < rows; row++)
	{
		draw_programme_codes(sketch, partida, row);
		draw_code(sketch, after(partida, 3), row, 2, (int) random_between(sketch->random, 1, 60));
		if (random_chance(sketch->random, 12))
			blank(sketch, after(partida, 4), row);
		else
			draw_code(sketch, after(partida, 4), row, 3,
			          (int) random_between(sketch->random, 1, 700));
		sketch_reported(sketch, after(partida, 5), row, SKETCH_TELL(sketch, words_subtitulos));
		sketch_number(sketch, after(partida, 6), row, part[row]);
	}
}

/* ---- 6: indicators ---- */

#define HEADER_COLUMNS 4

static void
draw_indicator_header(Sketch *sketch, FieldId year)
{
	static const int offset[HEADER_COLUMNS] = {-1, 0, 0, 1};
	static const char *const basis[HEADER_COLUMNS] = {"actual", "expected", "actual", "expected"};
	bool stale = year == FIELD_COMPLEMENTARY_YEAR && random_chance(sketch->random, 30);

	for (uint32_t column = 0; column < HEADER_COLUMNS; column++)
	{
		int printed = sketch->year + offset[column] - (stale && column == 1);

		sketch_reported(sketch, year, column, sketch_format(sketch, "%d", printed));
		sketch_reported(sketch, after(year, 1), column, sketch_words(basis[column]));
	}
}

static void
draw_indicator_value(Sketch *sketch, FieldId value, uint32_t row)
{
	Random *random = sketch->random;
	int whole = (int) random_below(random, 101);
	int tenths = (int) random_below(random, 10);

	switch (random_below(random, 9))
	{
		case 0:
			blank(sketch, value, row);
			break;
		case 1:
			sketch_cell(sketch, value, row, STATUS_NOT_APPLICABLE,
			            random_chance(random, 80) ? STR("N/A") : STR("No aplica"));
			break;
		case 2:
			sketch_number(sketch, value, row, random_size(random, 7));
			break;
		case 3:
			sketch_reported(sketch, value, row, sketch_format(sketch, "%d,%d", whole, tenths));
			break;
		case 4:
			sketch_reported(sketch, value, row, sketch_format(sketch, "%d,%d5%%", whole, tenths));
			break;
		case 5:
			sketch_reported(sketch, value, row, STR("0%"));
			break;
		case 6:
			sketch_reported(sketch, value, row, sketch_format(sketch, "%d,%d%%", whole, tenths));
			break;
		default:
			sketch_reported(sketch, value, row, sketch_format(sketch, "%d%%", whole));
	}
}

void
draw_indicators(Sketch *sketch, FieldId year)
{
	uint32_t rows =
	    random_chance(sketch->random, 25) ? 0 : (uint32_t) random_between(sketch->random, 1, 5);

	draw_indicator_header(sketch, year);
	for (uint32_t row = 0; row < rows; row++)
	{
		sketch_reported(sketch, after(year, 2), row, SKETCH_TELL(sketch, words_indicators));
		sketch_reported(sketch, after(year, 3), row, SKETCH_TELL(sketch, words_formulas));
		sketch_reported(
		    sketch, after(year, 4), row,
		    narrate_paragraph(&sketch->tell, (uint32_t) random_between(sketch->random, 1, 3)));
		for (uint32_t column = 0; column < HEADER_COLUMNS; column++)
			draw_indicator_value(sketch, after(year, 5), INDICATOR_COLUMNS * row + column);
	}
}

/* ---- 7.2: goals ---- */

static void
draw_target(Sketch *sketch, uint32_t row, const WordsGoal *goal, const WordsTarget *target)
{
	sketch_reported(sketch, FIELD_SDG_GOAL, row, sketch_words(goal->number));
	sketch_reported(sketch, FIELD_SDG_GOAL_NAME, row, sketch_words(goal->name));
	sketch_reported(sketch, FIELD_SDG_TARGET, row, sketch_words(target->number));
	sketch_reported(sketch, FIELD_SDG_TARGET_NAME, row, sketch_words(target->name));
}

void
draw_sdgs(Sketch *sketch)
{
	uint32_t row = 0;

	for (uint32_t i = 0; i < LENGTH(words_goals); i++)
	{
		uint32_t first = random_below(sketch->random, 3);

		if (!random_chance(sketch->random, 30))
			continue;
		draw_target(sketch, row++, &words_goals[i], &words_goals[i].targets[first]);
		for (uint32_t next = first + 1; next < 3; next++)
			if (random_chance(sketch->random, 30))
				draw_target(sketch, row++, &words_goals[i], &words_goals[i].targets[next]);
	}
}

/* ---- 8: observations ---- */

/* Si, No or no answer; true: Si. */
static bool
draw_raised(Sketch *sketch, uint32_t row, uint32_t yes)
{
	uint32_t draw = random_below(sketch->random, 100);

	if (draw < yes)
		sketch_reported(sketch, FIELD_OBSERVATION_RAISED, row, STR("Si"));
	else if (draw < yes + 20)
		sketch_reported(sketch, FIELD_OBSERVATION_RAISED, row, STR("No"));
	else
		absent(sketch, FIELD_OBSERVATION_RAISED, row);
	return draw < yes;
}

void
draw_observations(Sketch *sketch)
{
	uint32_t row = 0;

	for (uint32_t i = 0; i < LENGTH(words_observations); i++)
	{
		const WordsObservations *section = &words_observations[i];
		bool raised = draw_raised(sketch, row, 45);

		sketch_reported(sketch, FIELD_OBSERVATION_SECTION, row++, sketch_words(section->name));
		for (uint32_t topic = 0; raised && section->topics[topic] != NULL; topic++, row++)
		{
			sketch_reported(sketch, FIELD_OBSERVATION_SECTION, row, sketch_words(section->name));
			sketch_reported(sketch, FIELD_OBSERVATION_TOPIC, row,
			                sketch_words(section->topics[topic]));
			if (draw_raised(sketch, row, 30))
				sketch_reported(sketch, FIELD_OBSERVATION_COMMENT, row,
				                narrate_field(&sketch->tell));
		}
	}
}
