/*
 * form.h
 *		The form as data: its sections, fields, tables and labels.
 *
 * form_data.h holds the form, one line per field.  It is expanded here into
 * FieldId and in form.c into the table that parsing, rows, JSON, report_form()
 * and the documentation read.
 *
 * src/core/form.h
 */
#ifndef PROGSOC_FORM_H
#define PROGSOC_FORM_H

#include "core.h"

/* The type of a field of the form, or of a column of one of its tables. */
typedef enum FieldType
{
	TYPE_TEXT,
	TYPE_INTEGER,           /* persons, counts */
	TYPE_AMOUNT,            /* thousands of Chilean pesos */
	TYPE_NUMBER,            /* any decimal number */
	TYPE_YEAR,              /* 1900 to 2100 */
	TYPE_YEAR_OR_PERMANENT, /* a year, or "Permanente" */
	TYPE_DATE,              /* "31 - diciembre - 2021" */
	TYPE_YESNO,
	TYPE_LIST,    /* lines, joined by line feeds */
	TYPE_RATE,    /* a share as printed: "6,54%", "0,0654" */
	TYPE_CODE,    /* budget codes: digits with leading zeros, kept as text */
	TYPE_NAME,    /* one of ours, such as "before" or "actual" */
	TYPE_TABLE,   /* a table of the form; it carries a label and no value */
	TYPE_HEADING, /* a section's heading */
	TYPE_LABEL,   /* printed text without a value of its own */
} FieldType;

/*
 * Fields come in three groups: scalars (one value each), tables (a label
 * each), and columns (a value per row).  The numbers are part of the stored
 * format: new ones are added at the end of form_data.h, never in between.
 */
typedef enum FieldId
{
#define FIELD(id, section, key, type, offset, label) FIELD_##id,
#define COLUMN(id, table, key, type)                 FIELD_##id,
#include "form_data.h"
#undef FIELD
#undef COLUMN
	FIELD_COUNT,
	FIELD_NONE = 255,
} FieldId;

/* No year in the label, as the offset of a field. */
#define NO_YEAR (-99)

typedef struct FormField
{
	const char *section; /* "3.3" */
	const char *key;     /* "beneficiaries"; for a column, its name in the rows */
	const char *label;   /* as the form prints it, "{year}" standing for a year; NULL for columns */
	FieldType type;
	FieldId table;      /* for a column, its table; else FIELD_NONE */
	int8_t year_offset; /* year printed in the label minus the report's; NO_YEAR: none */
} FormField;

extern const FormField form_fields[FIELD_COUNT];

extern FieldId form_field_by_key(Str key); /* a scalar or table; FIELD_NONE: unknown */
extern FieldId form_column_by_key(FieldId table, Str key); /* FIELD_NONE: unknown */
extern bool form_is_scalar(FieldId field); /* has one value: no table, column, heading, label */
extern bool form_has_key(FieldId field);   /* is a scalar or a table */
extern bool form_is_keyed(FieldId table);  /* its rows are the FieldIds of scalars and tables */
extern const char *form_type_name(FieldType type); /* as report_form() gives it */

#endif /* PROGSOC_FORM_H */
