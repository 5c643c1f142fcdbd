/*
 * audit_names.c
 *		Names of components, regions and goals that have to agree.
 *
 * src/core/audit_names.c
 */
#include <stdlib.h>
#include <string.h>

#include "audit_rules.h"
#include "fold.h"
#include "region.h"

/* ---- Components ---- */

typedef struct ComponentNames
{
	Names described; /* in 4 */
	Names spent;     /* in 5.5 */
} ComponentNames;

/* Both lists of names; false: one is empty or in doubt, so they cannot be compared. */
static bool
read_component_names(Audit *audit, ComponentNames *names)
{
	return names_of_column(audit->report, FIELD_COMPONENT_NAME, audit->arena, &names->described) &&
	       names_of_column(audit->report, FIELD_SPENT_COMPONENT, audit->arena, &names->spent) &&
	       names->described.count > 0 && names->spent.count > 0 && !names->described.doubtful &&
	       !names->spent.doubtful;
}

static void
add_name(Audit *audit, CheckId check, FieldId field, uint32_t row, Str name, Str other)
{
	Found found = found_at(check, field, row);

	found_word(&found, "name", say_name(audit, name));
	found_word(&found, "other", other);
	audit_add(audit, &found);
}

/*
 * Of a component that is called otherwise in 5.5 than in 4, at the same place of
 * both tables, the name in 5.5 is found and not that in 4.
 */
void
rule_component_names(Audit *audit, CheckId check)
{
	ComponentNames names;

	if (!read_component_names(audit, &names))
		return;
	for (uint32_t i = 0; i < names.spent.count; i++)
	{
		const Name *name = &names.spent.list[i];

		if (names_find(&names.described, name->folded) == NULL)
			add_name(audit, check, FIELD_SPENT_COMPONENT, name->row, name->printed,
			         STR("section 4"));
	}
	for (uint32_t i = 0; i < names.described.count; i++)
	{
		const Name *name = &names.described.list[i];
		Fact beside;

		if (names_find(&names.spent, name->folded) != NULL)
			continue;
		if (report_cell(audit->report, FIELD_SPENT_COMPONENT, name->row, &beside) &&
		    status_is_sure(beside.status) &&
		    names_find(&names.described, fold_text(beside.text, audit->arena)) == NULL)
			continue;
		add_name(audit, check, FIELD_COMPONENT_NAME, name->row, name->printed, STR("5.5"));
	}
}

void
rule_component_spending(Audit *audit, CheckId check)
{
	static const FieldId columns[] = {FIELD_COMPONENT_PRODUCTION, FIELD_COMPONENT_NAME};
	ComponentNames names;
	Rows rows;

	if (!read_component_names(audit, &names))
		return;
	rows_start(&rows, audit->report, columns, 2);
	while (rows_next(&rows))
	{
		Figure production = figure_of(&rows.cells[0]);
		const Name *spent = names_find(&names.spent, fold_text(rows.cells[1].text, audit->arena));
		Fact fact;
		bool cell;
		Found found;

		if (!figure_above_zero(production) || spent == NULL)
			continue;
		cell = report_cell(audit->report, FIELD_SPENT_AMOUNT, spent->row, &fact);
		if (cell && !status_is_missing(fact.status))
			continue;
		found = found_at(check, cell ? FIELD_SPENT_AMOUNT : FIELD_SPENT_COMPONENT, spent->row);
		found_word(&found, "name", say_name(audit, rows.cells[1].text));
		found_word(&found, "production", say_figure(audit, production));
		audit_add(audit, &found);
	}
}

/* ---- Regions ---- */

#define REGIONS_MAX 17 /* sixteen, and "Nivel central" */

#define NUBLE_CODE  "CL-NB"
#define NUBLE_SINCE 2018

typedef struct RegionTable
{
	FieldId regions;
	FieldId figures;
	bool central; /* "Nivel central" is one of its rows */
} RegionTable;

static const RegionTable region_tables[] = {
    {FIELD_REGIONS_REGION, FIELD_REGIONS_BENEFICIARIES, false},
    {FIELD_REGIONAL_REGION, FIELD_REGIONAL_AMOUNT, true},
};

/* What names a region: its code, or that of "Nivel central"; NULL: no region. */
static const char *
region_key(Str name)
{
	return region_is_central(name) ? "" : region_code_of(name);
}

static bool
is_early_nuble(const Audit *audit, const char *key)
{
	return strcmp(key, NUBLE_CODE) == 0 && audit->year != YEAR_UNKNOWN && audit->year < NUBLE_SINCE;
}

static void
add_region(Audit *audit, CheckId check, const Fact *region, Str when)
{
	Found found = found_at(check, region->field, region->row);

	found_word(&found, "name", say_name(audit, region->text));
	found_word(&found, "when", when);
	audit_add(audit, &found);
}

static void
check_known(Audit *audit, CheckId check, const RegionTable *table, const Fact *region)
{
	const char *key = region_key(region->text);

	if (key == NULL)
		add_region(audit, check, region, STR(" of Chile"));
	else if (key[0] == '\0' && !table->central)
		add_region(audit, check, region, STR(" and stands in 5.6 only"));
	else if (is_early_nuble(audit, key))
		add_region(audit, check, region, say(audit, " before %d", NUBLE_SINCE));
}

static void
check_repeated(Audit *audit, CheckId check, const Fact *region, const char **seen, int *count)
{
	const char *key = region_key(region->text);

	if (key == NULL)
		return;
	for (int i = 0; i < *count; i++)
	{
		if (strcmp(seen[i], key) == 0)
		{
			add_region(audit, check, region, NO_STR);
			return;
		}
	}
	if (*count < REGIONS_MAX)
		seen[(*count)++] = key;
}

void
rule_region_names(Audit *audit, CheckId check)
{
	for (size_t i = 0; i < sizeof(region_tables) / sizeof(region_tables[0]); i++)
	{
		const char *seen[REGIONS_MAX];
		int count = 0;
		Rows rows;

		rows_start(&rows, audit->report, &region_tables[i].regions, 1);
		while (rows_next(&rows))
		{
			if (!status_is_sure(rows.cells[0].status))
				continue;
			if (check == CHECK_REGION_UNKNOWN)
				check_known(audit, check, &region_tables[i], &rows.cells[0]);
			else
				check_repeated(audit, check, &rows.cells[0], seen, &count);
		}
	}
}

/* The regions of a table with a figure above zero */
typedef struct RegionFigures
{
	const char *key[REGIONS_MAX];
	Str name[REGIONS_MAX];
	int64_t micro[REGIONS_MAX];
	int count;
	bool any_row;
	bool doubtful;
} RegionFigures;

static void
add_region_figure(RegionFigures *all, const char *key, const Fact *region, Figure figure)
{
	for (int i = 0; i < all->count; i++)
	{
		if (strcmp(all->key[i], key) == 0)
			return;
	}
	if (all->count == REGIONS_MAX)
		return; /* not reached: there are not so many codes */
	all->key[all->count] = key;
	all->name[all->count] = region->text;
	all->micro[all->count++] = figure.micro;
}

static void
read_region_figures(Audit *audit, const RegionTable *table, RegionFigures *all)
{
	FieldId columns[] = {table->regions, table->figures};
	Rows rows;

	memset(all, 0, sizeof(*all));
	rows_start(&rows, audit->report, columns, 2);
	while (rows_next(&rows))
	{
		Figure figure = figure_of(&rows.cells[1]);
		const char *key =
		    status_is_sure(rows.cells[0].status) ? region_key(rows.cells[0].text) : NULL;

		all->any_row = true;
		if (figure.state == FIGURE_DOUBTFUL || key == NULL)
			all->doubtful = true;
		else if (key[0] != '\0' && figure_above_zero(figure))
			add_region_figure(all, key, &rows.cells[0], figure);
	}
}

static bool
has_region(const RegionFigures *all, const char *key)
{
	for (int i = 0; i < all->count; i++)
	{
		if (strcmp(all->key[i], key) == 0)
			return true;
	}
	return false;
}

/* Finds the regions that one table has and the other has not: one finding for all. */
static void
find_lacking(Audit *audit, CheckId check, const RegionTable *table, const RegionFigures *all,
             const RegionFigures *other, const char *lack)
{
	Found found = found_at(check, form_fields[table->regions].table, 0);
	Str names = STR("");
	Str amount;
	Wide figures = 0;
	int regions = 0;

	for (int i = 0; i < all->count; i++)
	{
		if (has_region(other, all->key[i]))
			continue;
		names = say(audit, "%.*s%s%.*s", (int) names.len, names.at, regions > 0 ? ", " : "",
		            (int) all->name[i].len, all->name[i].at);
		figures += all->micro[i];
		regions++;
	}
	if (regions == 0 || figures >= MICRO_MAX)
		return;
	found.reported = value_micro((int64_t) figures, table->figures);
	found_word(&found, "regions",
	           say(audit, "%d %s", regions, regions == 1 ? "region" : "regions"));
	amount = say_value(audit, found.reported);
	found_word(
	    &found, "figures",
	    say(audit, "%.*s%s", (int) amount.len, amount.at, table->central ? "" : " beneficiaries"));
	found_word(&found, "lack", (Str){lack, (uint32_t) strlen(lack)});
	found_word(&found, "names", names);
	audit_add(audit, &found);
}

void
rule_regions_differ(Audit *audit, CheckId check)
{
	RegionFigures beneficiaries;
	RegionFigures spending;

	read_region_figures(audit, &region_tables[0], &beneficiaries);
	read_region_figures(audit, &region_tables[1], &spending);
	if (!beneficiaries.any_row || !spending.any_row || beneficiaries.doubtful || spending.doubtful)
		return;
	find_lacking(audit, check, &region_tables[0], &beneficiaries, &spending, "spending in 5.6");
	find_lacking(audit, check, &region_tables[1], &spending, &beneficiaries,
	             "beneficiaries in 3.3");
}

/* ---- Goals ---- */

#define GOALS 17

/* The goal of a target such as "8.3" or "8.a"; false: it is written otherwise. */
static bool
goal_of_target(const Fact *target, int64_t *goal)
{
	Str digits = {target->text.at, 0};

	if (!status_is_sure(target->status))
		return false;
	while (digits.len < target->text.len && digits.len < 3 && digits.at[digits.len] >= '0' &&
	       digits.at[digits.len] <= '9')
		digits.len++;
	return digits.len > 0 && digits.len < target->text.len && digits.at[digits.len] == '.' &&
	       integer_parse(digits, goal);
}

static void
add_goal(Audit *audit, CheckId check, const Fact *fact, int64_t reported, Value expected,
         Str problem)
{
	Found found = found_at(check, fact->field, fact->row);

	found.reported = value_plain(reported);
	found.expected = expected;
	found_word(&found, "printed", say_name(audit, fact->text));
	found_word(&found, "problem", problem);
	audit_add(audit, &found);
}

void
rule_sdgs(Audit *audit, CheckId check)
{
	static const FieldId columns[] = {FIELD_SDG_GOAL, FIELD_SDG_TARGET};
	Rows rows;

	rows_start(&rows, audit->report, columns, 2);
	while (rows_next(&rows))
	{
		int64_t goal;
		int64_t target;
		bool goal_known = fact_integer(&rows.cells[0], &goal);
		bool target_known = goal_of_target(&rows.cells[1], &target);

		if (goal_known && (goal < 1 || goal > GOALS))
			add_goal(audit, check, &rows.cells[0], goal, (Value){.known = false},
			         say(audit, "but the goals are 1 to %d", GOALS));
		else if (goal_known && target_known && goal != target)
			add_goal(audit, check, &rows.cells[1], target, value_plain(goal),
			         say(audit, "but stands beside goal %d", (int) goal));
		else if (!goal_known && target_known && (target < 1 || target > GOALS))
			add_goal(audit, check, &rows.cells[1], target, (Value){.known = false},
			         say(audit, "but the goals are 1 to %d", GOALS));
	}
}
