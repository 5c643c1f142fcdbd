/*
 * path.c
 *		The names of a report's facts.
 *
 *		Rows that are named by a key (a year, a region, ...) are numbered among
 *		the rows of the same key once for the whole report, so that naming all
 *		facts takes no longer than sorting the keys.
 *
 * src/core/path.c
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "path.h"
#include "region.h"
#include "rows.h"

/* How a row stands in brackets */
typedef enum NameKind
{
	NAME_KEY,      /* [key], and [key#2] for the second one of that key */
	NAME_TOPIC,    /* [key,1] */
	NAME_UNPLACED, /* [?1] */
	NAME_NUMBER,   /* [1] */
} NameKind;

typedef struct RowName
{
	uint32_t row;
	uint32_t number; /* from 1, among those of the same kind and key */
	NameKind kind;
	Str key;
} RowName;

typedef struct RowNames
{
	RowName *rows; /* in the order of their rows */
	uint32_t count;
	uint32_t capacity;
} RowNames;

/* The longest key that can be a name; longer ones, and those with marks of the grammar, cannot. */
#define KEY_MAX        120
#define PATH_MAX_BYTES 320

/* ---- Keys ---- */

/* Gives the kind of a row's name and its key, from the cells of the table's columns. */
typedef NameKind (*RowKey)(const Rows *rows, Arena *arena, Str *key);

static Str
format_key(Arena *arena, const char *format, int year, Str rest)
{
	char text[KEY_MAX + 16];
	int len = snprintf(text, sizeof(text), format, year, (int) rest.len, rest.at);

	return arena_str(arena, text, (size_t) len);
}

static bool
usable_as_key(const Fact *fact)
{
	if (!status_is_sure(fact->status) || fact->text.len == 0 || fact->text.len > KEY_MAX)
		return false;
	for (uint32_t i = 0; i < fact->text.len; i++)
	{
		if ((unsigned char) fact->text.at[i] < ' ' || strchr("[]#?,", fact->text.at[i]) != NULL)
			return false;
	}
	return true;
}

static NameKind
year_key(const Rows *rows, Arena *arena, Str *key)
{
	int64_t year;

	if (!fact_integer(&rows->cells[0], &year))
		return NAME_UNPLACED;
	*key = format_key(arena, "%d%.*s", (int) year, STR(""));
	return NAME_KEY;
}

static NameKind
year_and_basis_key(const Rows *rows, Arena *arena, Str *key)
{
	int64_t year;

	if (!fact_integer(&rows->cells[0], &year))
		return NAME_UNPLACED;
	if (usable_as_key(&rows->cells[1]))
		*key = format_key(arena, "%d,%.*s", (int) year, rows->cells[1].text);
	else
		*key = format_key(arena, "%d%.*s", (int) year, STR(""));
	return NAME_KEY;
}

static NameKind
region_key(const Rows *rows, Arena *arena, Str *key)
{
	const Fact *region = &rows->cells[0];
	const char *code;

	(void) arena;
	if (!status_is_sure(region->status))
		return NAME_UNPLACED;
	code = region_code_of(region->text);
	if (code != NULL)
		*key = (Str){code, (uint32_t) strlen(code)};
	else if (region_is_central(region->text))
		*key = STR("Nivel central");
	else if (usable_as_key(region))
		*key = region->text;
	else
		return NAME_UNPLACED;
	return NAME_KEY;
}

static NameKind
observation_key(const Rows *rows, Arena *arena, Str *key)
{
	(void) arena;
	if (!usable_as_key(&rows->cells[0]))
		return NAME_UNPLACED;
	*key = rows->cells[0].text;
	return rows->cells[1].text.len > 0 ? NAME_TOPIC : NAME_KEY;
}

static NameKind
no_key(const Rows *rows, Arena *arena, Str *key)
{
	(void) rows;
	(void) arena;
	(void) key;
	return NAME_NUMBER;
}

/* ---- Tables whose rows are more than numbered ---- */

typedef struct KeyedTable
{
	FieldId table;
	RowKey key;
	int count;
	FieldId columns[ROWS_COLUMNS_MAX];
} KeyedTable;

static const KeyedTable keyed_tables[] = {
    {FIELD_COVERAGE,
     year_key,
     4,
     {FIELD_COVERAGE_YEAR, FIELD_COVERAGE_TARGET, FIELD_COVERAGE_BENEFICIARIES,
      FIELD_COVERAGE_REPORTED}},
    {FIELD_COSTS, year_key, 2, {FIELD_COSTS_YEAR, FIELD_COSTS_AMOUNT}},
    {FIELD_REGIONS, region_key, 2, {FIELD_REGIONS_REGION, FIELD_REGIONS_BENEFICIARIES}},
    {FIELD_REGIONAL_SPENDING, region_key, 2, {FIELD_REGIONAL_REGION, FIELD_REGIONAL_AMOUNT}},
    {FIELD_PURPOSE_INDICATORS, year_and_basis_key, 2, {FIELD_PURPOSE_YEAR, FIELD_PURPOSE_BASIS}},
    {FIELD_COMPLEMENTARY_INDICATORS,
     year_and_basis_key,
     2,
     {FIELD_COMPLEMENTARY_YEAR, FIELD_COMPLEMENTARY_BASIS}},
    {FIELD_OBSERVATIONS,
     observation_key,
     4,
     {FIELD_OBSERVATION_SECTION, FIELD_OBSERVATION_TOPIC, FIELD_OBSERVATION_RAISED,
      FIELD_OBSERVATION_COMMENT}},
    {FIELD_OTHER, no_key, 3, {FIELD_OTHER_SECTION, FIELD_OTHER_LABEL, FIELD_OTHER_TEXT}},
};

#define KEYED_COUNT ((int) (sizeof(keyed_tables) / sizeof(keyed_tables[0])))

struct Paths
{
	const Report *report;
	Arena *arena;
	RowNames names[KEYED_COUNT];
};

static int
compare_keys(const void *a, const void *b)
{
	const RowName *one = *(const RowName *const *) a;
	const RowName *other = *(const RowName *const *) b;
	int order = (int) one->kind - (int) other->kind;

	if (order == 0)
		order = str_compare(one->key, other->key);
	return order != 0 ? order : (one->row > other->row) - (one->row < other->row);
}

/* Numbers the rows of each kind and key. */
static bool
number_rows(RowNames *names, Arena *arena)
{
	RowName **sorted = arena_alloc(arena, names->count * sizeof(RowName *));

	if (sorted == NULL)
		return false;
	for (uint32_t i = 0; i < names->count; i++)
		sorted[i] = &names->rows[i];
	qsort(sorted, names->count, sizeof(RowName *), compare_keys);
	for (uint32_t i = 0; i < names->count; i++)
	{
		bool same = i > 0 && sorted[i]->kind == sorted[i - 1]->kind &&
		            str_equal(sorted[i]->key, sorted[i - 1]->key);

		sorted[i]->number = same ? sorted[i - 1]->number + 1 : 1;
	}
	return true;
}

static bool
name_rows(RowNames *names, const KeyedTable *table, const Report *report, Arena *arena)
{
	Rows rows;

	rows_start(&rows, report, table->columns, table->count);
	while (rows_next(&rows))
	{
		RowName name = {.row = rows.row, .key = NO_STR};

		name.kind = table->key(&rows, arena, &name.key);
		if (!arena_grow(arena, (void **) &names->rows, names->count, &names->capacity,
		                sizeof(RowName)))
			return false;
		names->rows[names->count++] = name;
	}
	return names->count == 0 || number_rows(names, arena);
}

Paths *
paths_make(const Report *report, Arena *arena)
{
	Paths *paths = arena_alloc(arena, sizeof(Paths));

	if (paths == NULL)
		return NULL;
	*paths = (Paths){.report = report, .arena = arena};
	for (int i = 0; i < KEYED_COUNT; i++)
	{
		if (!name_rows(&paths->names[i], &keyed_tables[i], report, arena))
			return NULL;
	}
	return arena->failed ? NULL : paths;
}

/* ---- Names ---- */

/* What stands in brackets for a row of a keyed table; column: its number in the header of
 * indicators. */
typedef struct Bracket
{
	char text[KEY_MAX + 32];
} Bracket;

static void
write_bracket(Bracket *out, NameKind kind, Str key, uint32_t number)
{
	char *text = out->text;
	int size = sizeof(out->text);
	int len = (int) key.len;

	if (kind == NAME_KEY && number == 1)
		snprintf(text, size, "[%.*s]", len, key.at);
	else if (kind == NAME_KEY)
		snprintf(text, size, "[%.*s#%u]", len, key.at, number);
	else if (kind == NAME_TOPIC)
		snprintf(text, size, "[%.*s,%u]", len, key.at, number);
	else
		snprintf(text, size, kind == NAME_UNPLACED ? "[?%u]" : "[%u]", number);
}

static const RowNames *
names_of(const Paths *paths, FieldId table)
{
	for (int i = 0; i < KEYED_COUNT; i++)
	{
		if (keyed_tables[i].table == table)
			return &paths->names[i];
	}
	return NULL;
}

/* The number of rows with names below this one. */
static uint32_t
names_below(const RowNames *names, uint32_t row)
{
	uint32_t low = 0;
	uint32_t high = names->count;

	while (low < high)
	{
		uint32_t middle = low + (high - low) / 2;

		if (names->rows[middle].row < row)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
keyed_bracket(Bracket *out, const RowNames *names, uint32_t row)
{
	uint32_t at = names_below(names, row);
	const RowName *name = &names->rows[at];

	if (at < names->count && name->row == row)
		write_bracket(out, name->kind, name->key, name->number);
	else
		write_bracket(out, NAME_NUMBER, NO_STR, row + 1); /* not reached: all rows are named */
}

/* The column of an indicator's value; columns that the header lacks are numbered without a place.
 */
static void
column_bracket(Bracket *out, const RowNames *header, uint32_t column)
{
	uint32_t below = names_below(header, column);
	uint32_t placed = 0;

	if (below < header->count && header->rows[below].row == column &&
	    header->rows[below].kind == NAME_KEY)
	{
		keyed_bracket(out, header, column);
		return;
	}
	for (uint32_t i = 0; i < below; i++)
		placed += header->rows[i].kind == NAME_KEY;
	write_bracket(out, NAME_UNPLACED, NO_STR, column - placed + 1);
}

static int
indicator_path(char *out, const Paths *paths, const Fact *fact)
{
	const FormField *field = &form_fields[fact->field];
	const char *table = form_fields[field->table].key;
	Bracket column;

	if (fact->field == FIELD_PURPOSE_VALUE || fact->field == FIELD_COMPLEMENTARY_VALUE)
	{
		column_bracket(&column, names_of(paths, field->table), fact->row % INDICATOR_COLUMNS);
		return snprintf(out, PATH_MAX_BYTES, "%s[%u]%s.%s", table,
		                fact->row / INDICATOR_COLUMNS + 1, column.text, field->key);
	}
	if (field->type == TYPE_YEAR || field->type == TYPE_NAME)
		return snprintf(out, PATH_MAX_BYTES, "%s.columns[%u].%s", table, fact->row + 1, field->key);
	return snprintf(out, PATH_MAX_BYTES, "%s[%u].%s", table, fact->row + 1, field->key);
}

static int
flow_path(char *out, const Fact *fact)
{
	if (fact->row >= FLOW_ROWS)
		return snprintf(out, PATH_MAX_BYTES, "population_flow[?%u].persons",
		                fact->row - FLOW_ROWS + 1);
	return snprintf(out, PATH_MAX_BYTES, "population_flow[%s,%s].persons",
	                flow_entries[fact->row / 4], flow_exits[fact->row % 4]);
}

/* The words or the markup of another field. */
static int
remark_path(char *out, const Fact *fact)
{
	const char *remark = fact->field == FIELD_LABEL_PRINTED ? "label" : "markup";

	return snprintf(out, PATH_MAX_BYTES, "%s:%s", remark, form_fields[fact->row].key);
}

/* A fact that the form has once: its key, and a number from the second one on. */
static int
single_path(char *out, const Paths *paths, const char *table, const Fact *fact, uint32_t index)
{
	uint32_t before = index - report_seek(paths->report, fact->field, 0);
	int len = snprintf(out, PATH_MAX_BYTES, "%s%s%s", table, table[0] == '\0' ? "" : ".",
	                   form_fields[fact->field].key);

	if (before > 0)
		len += snprintf(out + len, PATH_MAX_BYTES - len, "#%u", before + 1);
	return len;
}

static int
row_path(char *out, const Paths *paths, const Fact *fact)
{
	const FormField *field = &form_fields[fact->field];
	const RowNames *names = names_of(paths, field->table);
	const char *table = form_fields[field->table].key;
	Bracket row;

	/* A region's spending stands beside its beneficiaries. */
	if (fact->field == FIELD_REGIONAL_AMOUNT)
		table = form_fields[FIELD_REGIONS].key;
	if (names != NULL)
		keyed_bracket(&row, names, fact->row);
	else
		write_bracket(&row, NAME_NUMBER, NO_STR, fact->row + 1);
	return snprintf(out, PATH_MAX_BYTES, "%s%s.%s", table, row.text, field->key);
}

Str
paths_of(const Paths *paths, uint32_t index)
{
	Fact fact = report_fact(paths->report, index);
	FieldId table = form_fields[fact.field].table;
	char path[PATH_MAX_BYTES];
	int len;

	switch (table)
	{
		case FIELD_NONE:
			len = single_path(path, paths, "", &fact, index);
			break;
		case FIELD_POPULATION_FLOW:
			len = flow_path(path, &fact);
			break;
		case FIELD_PURPOSE_INDICATORS:
		case FIELD_COMPLEMENTARY_INDICATORS:
			len = indicator_path(path, paths, &fact);
			break;
		case FIELD_LABELS:
		case FIELD_MARKUP:
			len = remark_path(path, &fact);
			break;
		default:
			if (fact.field == FIELD_REGIONS_TOTAL || fact.field == FIELD_REGIONAL_TOTAL)
				len = single_path(path, paths, form_fields[table].key, &fact, index);
			else
				len = row_path(path, paths, &fact);
			break;
	}
	return arena_str(paths->arena, path, (size_t) len);
}

Str
fact_path(const Report *report, uint32_t index, Arena *arena)
{
	Paths *paths = paths_make(report, arena);

	return paths == NULL ? NO_STR : paths_of(paths, index);
}
