/*
 * json_layout.c
 *		What reading and writing a report's JSON share.
 *
 * src/core/json_layout.c
 */
#include <stdio.h>

#include "json_layout.h"

JsonColumns
json_columns(FieldId table)
{
	JsonColumns columns = {.count = 0};

	for (int i = 0; i < FIELD_COUNT && columns.count < ROWS_COLUMNS_MAX; i++)
	{
		if (form_fields[i].table == table)
			columns.ids[columns.count++] = (FieldId) i;
	}
	return columns;
}

const JsonIndicators *
json_indicators(FieldId table)
{
	static const JsonIndicators kinds[] = {
	    {FIELD_PURPOSE_INDICATORS,
	     {{FIELD_PURPOSE_YEAR, FIELD_PURPOSE_BASIS}, 2},
	     {{FIELD_PURPOSE_NAME, FIELD_PURPOSE_FORMULA, FIELD_PURPOSE_METHODOLOGY}, 3},
	     {{FIELD_PURPOSE_VALUE}, 1}},
	    {FIELD_COMPLEMENTARY_INDICATORS,
	     {{FIELD_COMPLEMENTARY_YEAR, FIELD_COMPLEMENTARY_BASIS}, 2},
	     {{FIELD_COMPLEMENTARY_NAME, FIELD_COMPLEMENTARY_FORMULA, FIELD_COMPLEMENTARY_METHODOLOGY},
	      3},
	     {{FIELD_COMPLEMENTARY_VALUE}, 1}},
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
	{
		if (kinds[i].table == table)
			return &kinds[i];
	}
	return NULL;
}

void
json_print_version(int version, char out[16])
{
	snprintf(out, 16, "%d.%d", version / 100, version % 100);
}
