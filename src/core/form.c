/*
 * form.c
 *		form_data.h as a table, and lookups in it.
 *
 * src/core/form.c
 */
#include <string.h>

#include "form.h"

const FormField form_fields[FIELD_COUNT] = {
#define FIELD(id, section, key, type, offset, label)                                               \
	{section, key, label, type, FIELD_NONE, offset},
#define COLUMN(id, table, key, type) {"", key, NULL, type, FIELD_##table, NO_YEAR},
#include "form_data.h"
#undef FIELD
#undef COLUMN
};

/* The keys' lengths, so that a lookup compares few strings. */
static const uint8_t key_lengths[FIELD_COUNT] = {
#define FIELD(id, section, key, type, offset, label) sizeof(key) - 1,
#define COLUMN(id, table, key, type)                 sizeof(key) - 1,
#include "form_data.h"
#undef FIELD
#undef COLUMN
};

_Static_assert(FIELD_COUNT < FIELD_NONE, "a field's number fits in a byte");

static FieldId
find_key(Str key, FieldId table)
{
	if (key.len == 0)
		return FIELD_NONE;
	for (int i = 0; i < FIELD_COUNT; i++)
	{
		if (key_lengths[i] == key.len && form_fields[i].table == table &&
		    memcmp(form_fields[i].key, key.at, key.len) == 0)
			return (FieldId) i;
	}
	return FIELD_NONE;
}

FieldId
form_field_by_key(Str key)
{
	return find_key(key, FIELD_NONE);
}

FieldId
form_column_by_key(FieldId table, Str key)
{
	return table == FIELD_NONE ? FIELD_NONE : find_key(key, table);
}

bool
form_is_scalar(FieldId field)
{
	return form_fields[field].table == FIELD_NONE && form_fields[field].type < TYPE_TABLE;
}

bool
form_has_key(FieldId field)
{
	return form_fields[field].table == FIELD_NONE && form_fields[field].key[0] != '\0';
}

bool
form_is_keyed(FieldId table)
{
	return table == FIELD_LABELS || table == FIELD_MARKUP;
}

const char *
form_type_name(FieldType type)
{
	static const char *const names[] = {
	    [TYPE_TEXT] = "text",     [TYPE_INTEGER] = "integer",
	    [TYPE_AMOUNT] = "amount", [TYPE_NUMBER] = "number",
	    [TYPE_YEAR] = "year",     [TYPE_YEAR_OR_PERMANENT] = "year_or_permanent",
	    [TYPE_DATE] = "date",     [TYPE_YESNO] = "yesno",
	    [TYPE_LIST] = "list",     [TYPE_RATE] = "rate",
	    [TYPE_CODE] = "code",     [TYPE_NAME] = "name",
	    [TYPE_TABLE] = "table",   [TYPE_HEADING] = "heading",
	    [TYPE_LABEL] = "label",
	};

	return names[type];
}
