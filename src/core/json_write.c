/*
 * json_write.c
 *		A report as JSON.
 *
 * A report becomes a tree of Jansson's, and the tree becomes text in the arena.
 * Jansson's functions take NULL for what could not be made and say so, so that
 * a tree is built without asking at each step; Writer.failed remembers.
 *
 * src/core/json_write.c
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "json.h"
#include "json_layout.h"
#include "rows.h"

#define GO_ON_EVERY 1024 /* rows between two questions to the host */

typedef struct Writer
{
	const Report *report;
	Arena *arena;
	json_t *root;
	uint32_t rows;    /* written so far */
	bool failed;      /* no memory */
	bool interrupted; /* the host said not to go on */
} Writer;

/* Not json_object: a PostgreSQL server has a function of that name, which would be called instead.
 */
static json_t *
new_object(void)
{
	return json_pack("{}");
}

static void
put(Writer *writer, json_t *object, const char *key, json_t *value)
{
	if (json_object_set_new_nocheck(object, key, value) != 0)
		writer->failed = true;
}

static void
append(Writer *writer, json_t *array, json_t *value)
{
	if (json_array_append_new(array, value) != 0)
		writer->failed = true;
}

static bool
goes_on(Writer *writer)
{
	const Host *host = writer->arena->host;

	if (writer->rows++ % GO_ON_EVERY == 0 && !host->may_go_on(host->context))
		writer->interrupted = true;
	return !writer->failed && !writer->interrupted;
}

/* ---- Cells ---- */

/* report_open has seen that texts are UTF-8 without NUL */
static json_t *
json_of_text(Str text)
{
	return json_stringn_nocheck(text.len > 0 ? text.at : "", text.len);
}

static json_t *
json_of_list(Writer *writer, Str text)
{
	json_t *list = json_array();

	for (;;)
	{
		const char *end = text.len == 0 ? NULL : memchr(text.at, '\n', text.len);
		Str line = {text.at, end == NULL ? text.len : (uint32_t) (end - text.at)};

		append(writer, list, json_of_text(line));
		if (end == NULL)
			return list;
		text.at += line.len + 1;
		text.len -= line.len + 1;
	}
}

/* Whether a number that is not whole is read back from "%.15g" with the digits that it has. */
static bool
survives_as_real(Decimal number)
{
	int64_t limit = 1;
	int64_t size = number.mantissa < 0 ? -number.mantissa : number.mantissa;

	if (number.mantissa % 10 == 0 && (number.scale > 1 || number.mantissa == 0))
		return number.scale == 1;
	for (int i = 0; i < JSON_DIGITS_MAX; i++)
		limit *= 10;
	if (size >= limit)
		return false;
	/* below 0.0001 it would be printed with an exponent */
	for (int i = number.scale; i > 4; i--)
		size /= 10;
	return size > 0;
}

static json_t *
json_of_decimal(Decimal number)
{
	double divisor = 1;

	if (number.scale == 0)
		return json_integer(number.mantissa);
	/* both are exact, so that the quotient is the double nearest to the decimal number */
	for (uint8_t i = 0; i < number.scale; i++)
		divisor *= 10;
	return json_real((double) number.mantissa / divisor);
}

/* A number whose text is what reading the JSON number would give. */
static bool
is_plain_number(const Fact *fact, Decimal *number)
{
	FieldType type = form_fields[fact->field].type;
	char printed[32];

	if (!value_number(fact->text, type, number))
		return false;
	if (type == TYPE_YEAR || type == TYPE_YEAR_OR_PERMANENT)
		return fact->text.len == 4;
	if (number->scale > 0 && !survives_as_real(*number))
		return false;
	return str_equal(fact->text, (Str){printed, number_print(*number, printed)});
}

static bool
is_plain_date(Str text, Date *date)
{
	char printed[32];

	return date_parse(text, date) && str_equal(text, (Str){printed, date_print(*date, printed)});
}

static json_t *
json_of_date(Date date)
{
	char iso[32];

	snprintf(iso, sizeof(iso), "%04d-%02d-%02d", date.year, date.month, date.day);
	return json_string_nocheck(iso);
}

/* The value alone, where that says all; false: it takes an object. */
static bool
plain_value(Writer *writer, const Fact *fact, json_t **value)
{
	Decimal number;
	Date date;

	switch (form_fields[fact->field].type)
	{
		case TYPE_YESNO:
			if (!str_equal(fact->text, STR("Si")) && !str_equal(fact->text, STR("No")))
				return false;
			*value = json_boolean(fact->text.at[0] == 'S');
			return true;
		case TYPE_DATE:
			if (!is_plain_date(fact->text, &date))
				return false;
			*value = json_of_date(date);
			return true;
		case TYPE_LIST:
			*value = json_of_list(writer, fact->text);
			return true;
		case TYPE_YEAR_OR_PERMANENT:
			if (str_equal(fact->text, STR("Permanente")))
				break;
			/* FALLTHROUGH */
		case TYPE_INTEGER:
		case TYPE_AMOUNT:
		case TYPE_NUMBER:
		case TYPE_YEAR:
			if (!is_plain_number(fact, &number))
				return false;
			*value = json_of_decimal(number);
			return true;
		default:
			break;
	}
	*value = json_of_text(fact->text);
	return true;
}

static json_t *
json_of_cell(Writer *writer, const Fact *fact)
{
	json_t *value;

	if (fact->status == STATUS_ABSENT)
		return json_null();
	if (fact->status == STATUS_REPORTED && plain_value(writer, fact, &value))
		return value;
	value = new_object();
	if (fact->status != STATUS_REPORTED)
		put(writer, value, "status", json_string_nocheck(status_name(fact->status)));
	if (fact->text.len > 0)
		put(writer, value, "text", json_of_text(fact->text));
	return value;
}

/* ---- Rows ---- */

static void
put_cells(Writer *writer, json_t *object, const Rows *rows)
{
	for (int i = 0; i < rows->count; i++)
	{
		const Fact *cell = &rows->cells[i];

		if (rows->facts[i] != ROWS_NO_FACT)
			put(writer, object, form_fields[cell->field].key, json_of_cell(writer, cell));
	}
}

/* A number, counted from 1, that is only said where it is not the next one. */
static void
put_number(Writer *writer, json_t *object, const char *key, uint32_t number, uint32_t *next)
{
	if (number != *next)
		put(writer, object, key, json_integer((json_int_t) number + 1));
	*next = number + 1;
}

static json_t *
json_of_rows(Writer *writer, const JsonColumns *columns, const char *number_key)
{
	json_t *array = json_array();
	uint32_t next = 0;
	Rows rows;

	rows_start(&rows, writer->report, columns->ids, columns->count);
	while (goes_on(writer) && rows_next(&rows))
	{
		json_t *object = new_object();

		put_number(writer, object, number_key, rows.row, &next);
		put_cells(writer, object, &rows);
		append(writer, array, object);
	}
	return array;
}

static json_t *
json_of_flow(Writer *writer, const JsonColumns *columns)
{
	json_t *array = json_array();
	uint32_t next = FLOW_ROWS;
	Rows rows;

	rows_start(&rows, writer->report, columns->ids, columns->count);
	while (goes_on(writer) && rows_next(&rows))
	{
		json_t *object = new_object();

		if (rows.row >= FLOW_ROWS)
			put_number(writer, object, "row", rows.row, &next);
		else
		{
			put(writer, object, "entry", json_string_nocheck(flow_entries[rows.row / 4]));
			put(writer, object, "exit", json_string_nocheck(flow_exits[rows.row % 4]));
		}
		put_cells(writer, object, &rows);
		append(writer, array, object);
	}
	return array;
}

/* Rows are FieldIds: their keys become the object's. */
static json_t *
json_of_keyed(Writer *writer, const JsonColumns *columns)
{
	json_t *object = new_object();
	Rows rows;

	rows_start(&rows, writer->report, columns->ids, columns->count);
	while (goes_on(writer) && rows_next(&rows))
		put(writer, object, form_fields[rows.row].key, json_of_cell(writer, &rows.cells[0]));
	return object;
}

/* ---- Indicators ---- */

static uint32_t
header_length(const Report *report, const JsonColumns *header)
{
	uint32_t length = 0;

	for (int i = 0; i < header->count; i++)
	{
		uint32_t rows = report_rows(report, header->ids[i]);

		if (rows > length)
			length = rows;
	}
	return length;
}

/* The values of one indicator, which it takes off the values to come. */
static json_t *
json_of_values(Writer *writer, Rows *values, bool *more, uint32_t header)
{
	json_t *array = json_array();
	uint32_t indicator = values->row / INDICATOR_COLUMNS;
	uint32_t unplaced = header;

	while (*more && values->row / INDICATOR_COLUMNS == indicator && goes_on(writer))
	{
		uint32_t column = values->row % INDICATOR_COLUMNS;
		json_t *object = new_object();

		if (column < header)
			put(writer, object, "column", json_integer((json_int_t) column + 1));
		else
			put_number(writer, object, "column", column, &unplaced);
		put_cells(writer, object, values);
		append(writer, array, object);
		*more = rows_next(values);
	}
	return array;
}

static json_t *
json_of_indicator_rows(Writer *writer, const JsonIndicators *kind)
{
	json_t *array = json_array();
	uint32_t header = header_length(writer->report, &kind->header);
	uint32_t next = 0;
	Rows texts;
	Rows values;
	bool more_texts;
	bool more_values;

	rows_start(&texts, writer->report, kind->texts.ids, kind->texts.count);
	rows_start(&values, writer->report, kind->values.ids, kind->values.count);
	more_texts = rows_next(&texts);
	more_values = rows_next(&values);
	while ((more_texts || more_values) && goes_on(writer))
	{
		json_t *object = new_object();
		uint32_t valued = values.row / INDICATOR_COLUMNS;
		uint32_t row = !more_values || (more_texts && texts.row < valued) ? texts.row : valued;

		put_number(writer, object, "row", row, &next);
		if (more_texts && texts.row == row)
		{
			put_cells(writer, object, &texts);
			more_texts = rows_next(&texts);
		}
		if (more_values && valued == row)
			put(writer, object, "values", json_of_values(writer, &values, &more_values, header));
		append(writer, array, object);
	}
	return array;
}

/* Puts an array unless it is empty. */
static void
put_some(Writer *writer, json_t *object, const char *key, json_t *array)
{
	if (json_array_size(array) > 0 || array == NULL)
		put(writer, object, key, array);
	else
		json_decref(array);
}

static json_t *
json_of_indicators(Writer *writer, const JsonIndicators *kind)
{
	json_t *object = new_object();

	put_some(writer, object, "columns", json_of_rows(writer, &kind->header, "column"));
	put_some(writer, object, "rows", json_of_indicator_rows(writer, kind));
	return object;
}

/* ---- Fields ---- */

/* The scalars in the order of their positions. */
typedef struct Scalars
{
	Fact facts[FIELD_COUNT];
	uint32_t count;
} Scalars;

static int
compare_positions(const void *a, const void *b)
{
	const Fact *left = a;
	const Fact *right = b;

	return (left->row > right->row) - (left->row < right->row);
}

static void
collect_scalars(const Report *report, Scalars *scalars)
{
	scalars->count = 0;
	for (int field = 0; field < FIELD_COUNT; field++)
	{
		if (form_is_scalar((FieldId) field) &&
		    report_scalar(report, (FieldId) field, &scalars->facts[scalars->count]))
			scalars->count++;
	}
	qsort(scalars->facts, scalars->count, sizeof(Fact), compare_positions);
}

/* A row of other fields says after which scalar it stands. */
static json_t *
json_of_others(Writer *writer, const Scalars *scalars, const JsonColumns *columns)
{
	json_t *array = json_array();
	uint32_t passed = 0;
	Rows rows;

	rows_start(&rows, writer->report, columns->ids, columns->count);
	while (goes_on(writer) && rows_next(&rows))
	{
		json_t *object = new_object();

		while (passed < scalars->count && scalars->facts[passed].row < rows.row)
			passed++;
		if (passed > 0)
			put(writer, object, "after",
			    json_string_nocheck(form_fields[scalars->facts[passed - 1].field].key));
		put_cells(writer, object, &rows);
		append(writer, array, object);
	}
	return array;
}

static json_t *
json_of_table(Writer *writer, FieldId table, const Scalars *scalars)
{
	const JsonIndicators *kind = json_indicators(table);
	JsonColumns columns = json_columns(table);

	if (kind != NULL)
		return json_of_indicators(writer, kind);
	if (form_is_keyed(table))
		return json_of_keyed(writer, &columns);
	if (table == FIELD_POPULATION_FLOW)
		return json_of_flow(writer, &columns);
	if (table == FIELD_OTHER)
		return json_of_others(writer, scalars, &columns);
	return json_of_rows(writer, &columns, "row");
}

static bool
has_facts(const Report *report, FieldId table)
{
	JsonColumns columns = json_columns(table);

	for (int i = 0; i < columns.count; i++)
	{
		if (report_rows(report, columns.ids[i]) > 0)
			return true;
	}
	return false;
}

static void
put_report(Writer *writer)
{
	const ReportHead *head = &writer->report->head;
	Scalars scalars;
	char version[16];

	if (head->report_year != YEAR_UNKNOWN)
		put(writer, writer->root, "report_year", json_integer(head->report_year));
	if (head->parser_version != 0)
	{
		json_print_version(head->parser_version, version);
		put(writer, writer->root, "parser_version", json_string_nocheck(version));
	}
	collect_scalars(writer->report, &scalars);
	for (uint32_t i = 0; i < scalars.count; i++)
		put(writer, writer->root, form_fields[scalars.facts[i].field].key,
		    json_of_cell(writer, &scalars.facts[i]));
	for (int field = 0; field < FIELD_COUNT; field++)
	{
		if (form_fields[field].type == TYPE_TABLE && has_facts(writer->report, (FieldId) field))
			put(writer, writer->root, form_fields[field].key,
			    json_of_table(writer, (FieldId) field, &scalars));
	}
}

/* ---- Text ---- */

#define GO_ON_BYTES ((size_t) 1024 * 1024) /* of text, between two questions to the host */

/* The text so far, in the arena. */
typedef struct Output
{
	Writer *writer;
	char *at;
	size_t len;
	size_t capacity;
	size_t ask_at; /* the length at which to ask the host */
} Output;

static bool
output_grow(Output *output, size_t wanted)
{
	size_t capacity = output->capacity * 2 > wanted ? output->capacity * 2 : wanted;
	char *grown = arena_alloc(output->writer->arena, capacity);

	if (grown == NULL)
		return false;
	if (output->len > 0)
		memcpy(grown, output->at, output->len);
	output->at = grown;
	output->capacity = capacity;
	return true;
}

/* Jansson's callback: takes a piece of text; not 0: stop. */
static int
output_take(const char *piece, size_t size, void *data)
{
	Output *output = data;
	const Host *host = output->writer->arena->host;

	if (output->len >= output->ask_at)
	{
		output->ask_at = output->len + GO_ON_BYTES;
		output->writer->interrupted = !host->may_go_on(host->context);
		if (output->writer->interrupted)
			return -1;
	}
	if (size > output->capacity - output->len && !output_grow(output, output->len + size))
		return -1;
	memcpy(output->at + output->len, piece, size);
	output->len += size;
	return 0;
}

static Str
write_text(Writer *writer, bool pretty)
{
	Output output = {.writer = writer};
	size_t flags = JSON_REAL_PRECISION(JSON_DIGITS_MAX) | (pretty ? JSON_INDENT(2) : 0);

	/* room for what most reports take */
	if (!output_grow(&output, writer->report->size * 2) ||
	    json_dump_callback(writer->root, output_take, &output, flags) != 0 ||
	    output.len > UINT32_MAX)
	{
		writer->failed = true;
		return NO_STR;
	}
	return (Str){output.at, (uint32_t) output.len};
}

Str
json_write(const Report *report, bool pretty, Arena *arena, Error *error)
{
	Writer writer = {.report = report, .arena = arena, .root = new_object()};
	Str text = NO_STR;

	writer.failed = writer.root == NULL;
	if (!writer.failed)
		put_report(&writer);
	if (!writer.failed && !writer.interrupted)
		text = write_text(&writer, pretty);
	json_decref(writer.root);
	if (writer.interrupted)
		error_set(error, ERROR_INTERRUPTED, "interrupted");
	else if (writer.failed)
		error_no_memory(error);
	return text;
}
