/*
 * pair.c
 *		Rows of two tables that name the same thing, by sorting the names.
 *
 * src/core/pair.c
 */
#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "pair.h"
#include "region.h"
#include "rows.h"

/* A name in one of the two tables */
typedef struct Name
{
	Str key;
	PairedRows *table;
	uint32_t at; /* in its table */
} Name;

typedef struct Names
{
	Name *list;
	uint32_t count;
	uint32_t capacity;
} Names;

Str
key_of_words(Str name, Arena *arena)
{
	return fold_text(name, arena);
}

Str
key_of_region(Str name, Arena *arena)
{
	const char *code = region_code_of(name);

	return code == NULL ? fold_text(name, arena) : (Str){code, (uint32_t) strlen(code)};
}

static int
compare_names(const void *a, const void *b)
{
	return str_compare(((const Name *) a)->key, ((const Name *) b)->key);
}

static bool
grow(PairedRows *table, uint32_t *capacity, Arena *arena)
{
	uint32_t partners = *capacity;

	return arena_grow(arena, (void **) &table->partners, table->count, &partners,
	                  sizeof(uint32_t)) &&
	       arena_grow(arena, (void **) &table->rows, table->count, capacity, sizeof(uint32_t));
}

static bool
collect(const Report *report, const FieldId *columns, int count, NameKey key, Arena *arena,
        PairedRows *table, Names *names)
{
	uint32_t capacity = 0;
	Rows rows;

	*table = (PairedRows){.count = 0};
	rows_start(&rows, report, columns, count);
	while (rows_next(&rows))
	{
		Name name = {.key = NO_STR, .table = table, .at = table->count};

		if (!grow(table, &capacity, arena))
			return false;
		table->rows[table->count] = rows.row;
		table->partners[table->count++] = NO_ROW;
		if (status_is_sure(rows.cells[0].status))
			name.key = key(rows.cells[0].text, arena);
		if (name.key.len == 0)
			continue;
		if (!arena_grow(arena, (void **) &names->list, names->count, &names->capacity,
		                sizeof(Name)))
			return false;
		names->list[names->count++] = name;
	}
	return true;
}

static void
pair(const Name *a, const Name *b)
{
	a->table->partners[a->at] = b->table->rows[b->at];
	b->table->partners[b->at] = a->table->rows[a->at];
}

bool
pair_rows(const Report *report, const FieldId *left_columns, int left_count,
          const FieldId *right_columns, int right_count, NameKey key, Arena *arena,
          PairedRows *left, PairedRows *right)
{
	Names names = {.count = 0};
	uint32_t same;

	if (!collect(report, left_columns, left_count, key, arena, left, &names) ||
	    !collect(report, right_columns, right_count, key, arena, right, &names))
		return false;
	if (names.count > 0)
		qsort(names.list, names.count, sizeof(Name), compare_names);
	for (uint32_t i = 0; i < names.count; i += same)
	{
		same = 1;
		while (i + same < names.count && compare_names(&names.list[i], &names.list[i + same]) == 0)
			same++;
		if (same == 2 && names.list[i].table != names.list[i + 1].table)
			pair(&names.list[i], &names.list[i + 1]);
	}
	return !arena->failed;
}
