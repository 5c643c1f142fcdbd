/*
 * json_layout.h
 *		What reading and writing a report's JSON share: which columns make up
 *		which objects.
 *
 * src/core/json_layout.h
 */
#ifndef PROGSOC_JSON_LAYOUT_H
#define PROGSOC_JSON_LAYOUT_H

#include "form.h"
#include "rows.h"

/* JSON numbers that are not whole have at most these many digits: as many as a double keeps. */
#define JSON_DIGITS_MAX 15

/* The columns whose cells are keys of one kind of object. */
typedef struct JsonColumns
{
	FieldId ids[ROWS_COLUMNS_MAX];
	int count;
} JsonColumns;

/* An indicator table's header, its indicators, and their values. */
typedef struct JsonIndicators
{
	FieldId table;
	JsonColumns header;
	JsonColumns texts;
	JsonColumns values;
} JsonIndicators;

extern JsonColumns json_columns(FieldId table);
extern const JsonIndicators *json_indicators(FieldId table); /* NULL: another kind of table */

/* "1.0" for 100, with a NUL */
extern void json_print_version(int version, char out[16]);

#endif /* PROGSOC_JSON_LAYOUT_H */
