/*
 * json_write.c
 *		A report as JSON.
 *
 * Each field, and each row of a table, becomes a tree of Jansson's, which becomes
 * text in the arena and goes; so a large report takes no large tree.  Jansson's
 * functions take NULL for what could not be made and say so, so that a tree is
 * built without asking at each step; Writer.failed remembers.
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

#define GO_ON_EVERY 1024                   /* rows between two questions to the host */
#define GO_ON_BYTES ((size_t) 1024 * 1024) /* of text, the same */
#define INDENT      2

#define LONG_TEXT   (1u << 18)   /* bytes; Jansson would write it in one go */
#define STRETCH_MAX (64 * 1024u) /* of it, at most so many at once */
#define ESCAPED_MAX (6 * STRETCH_MAX + 2)

typedef struct LongText
{
	const json_t *string;
	Str text;
} LongText;

typedef struct Writer
{
	const Report *report;
	Arena *arena;
	bool pretty;

	/* The text so far, in the arena */
	char *at;
	size_t len;
	size_t capacity;
	size_t ask_at; /* the length at which to ask the host */

	int depth;        /* brackets that are open */
	bool empty;       /* nothing stands in the innermost of them yet */
	uint32_t rows;    /* written so far */
	bool failed;      /* no memory */
	bool interrupted; /* the host said not to go on */

	/* Long texts of the value to write next, which stand as empty strings in its tree */
	LongText *longs;
	uint32_t long_count;
	uint32_t long_capacity;
	char *escaped; /* room for a stretch of one; NULL: there is none yet */
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

/* ---- Text ---- */

static bool
grow(Writer *writer, size_t wanted)
{
	size_t capacity = writer->capacity * 2 > wanted ? writer->capacity * 2 : wanted;
	char *grown = arena_alloc(writer->arena, capacity);

	if (grown == NULL)
	{
		writer->failed = true;
		return false;
	}
	if (writer->len > 0)
		memcpy(grown, writer->at, writer->len);
	writer->at = grown;
	writer->capacity = capacity;
	return true;
}

static void
write_bytes(Writer *writer, const char *bytes, size_t size)
{
	const Host *host = writer->arena->host;

	if (writer->len >= writer->ask_at)
	{
		writer->ask_at = writer->len + GO_ON_BYTES;
		writer->interrupted = writer->interrupted || !host->may_go_on(host->context);
	}
	if (size > writer->capacity - writer->len && !grow(writer, writer->len + size))
		return;
	memcpy(writer->at + writer->len, bytes, size);
	writer->len += size;
}

/* Begins a line of pretty text below the brackets that are open. */
static void
write_line_end(Writer *writer)
{
	write_bytes(writer, "\n", 1);
	for (int i = 0; i < writer->depth * INDENT; i++)
		write_bytes(writer, " ", 1);
}

/* Jansson's callback: takes a piece of text; not 0: stop.  Jansson ends lines by themselves. */
static int
take_piece(const char *piece, size_t size, void *data)
{
	Writer *writer = data;

	if (size == 1 && piece[0] == '\n')
		write_line_end(writer);
	else
		write_bytes(writer, piece, size);
	return writer->failed || writer->interrupted ? -1 : 0;
}

/* What stands before the next thing in a bracket; key: in an object, else NULL. */
static void
write_key(Writer *writer, const char *key)
{
	if (!writer->empty)
		write_bytes(writer, ",", 1);
	if (writer->pretty && writer->depth > 0)
		write_line_end(writer);
	else if (!writer->empty)
		write_bytes(writer, " ", 1);
	writer->empty = false;
	if (key == NULL)
		return;
	write_bytes(writer, "\"", 1);
	write_bytes(writer, key, strlen(key));
	write_bytes(writer, "\": ", 3);
}

static void
open_bracket(Writer *writer, const char *key, char bracket)
{
	write_key(writer, key);
	write_bytes(writer, &bracket, 1);
	writer->depth++;
	writer->empty = true;
}

static void
close_bracket(Writer *writer, char bracket)
{
	writer->depth--;
	if (writer->pretty && !writer->empty)
		write_line_end(writer);
	write_bytes(writer, &bracket, 1);
	writer->empty = false;
}

static void
dump_value(Writer *writer, const char *key, json_t *value)
{
	size_t flags = JSON_REAL_PRECISION(JSON_DIGITS_MAX) | JSON_ENCODE_ANY |
	               (writer->pretty ? JSON_INDENT(INDENT) : 0);

	write_key(writer, key);
	if (json_dump_callback(value, take_piece, writer, flags) != 0 && !writer->interrupted)
		writer->failed = true;
}

/* Writes a stretch of a string, without its quotation marks. */
static void
write_stretch(Writer *writer, Str text)
{
	json_t *stretch = json_stringn_nocheck(text.at, text.len);
	size_t len = 0;

	if (writer->escaped == NULL)
		writer->escaped = arena_alloc(writer->arena, ESCAPED_MAX);
	if (writer->escaped != NULL)
		len = json_dumpb(stretch, writer->escaped, ESCAPED_MAX, JSON_ENCODE_ANY);
	if (len == 0)
		writer->failed = true;
	else
		write_bytes(writer, writer->escaped + 1, len - 2);
	json_decref(stretch);
}

/* A long string is written stretch by stretch, each of whole characters. */
static void
write_long_text(Writer *writer, const char *key, Str text)
{
	write_key(writer, key);
	write_bytes(writer, "\"", 1);
	while (text.len > 0 && !writer->failed && !writer->interrupted)
	{
		uint32_t size = text.len < STRETCH_MAX ? text.len : STRETCH_MAX;

		while (size < text.len && (text.at[size] & 0xC0) == 0x80)
			size--;
		write_stretch(writer, (Str){text.at, size});
		text.at += size;
		text.len -= size;
	}
	write_bytes(writer, "\"", 1);
}

/* The long text that an empty string of the tree stands for; NO_STR: it is no such string. */
static Str
long_text_of(const Writer *writer, const json_t *value)
{
	for (uint32_t i = 0; i < writer->long_count; i++)
		if (writer->longs[i].string == value)
			return writer->longs[i].text;
	return NO_STR;
}

/* Writes as Jansson does what has long texts in it. */
static void
write_long_value(Writer *writer, const char *key, json_t *value)
{
	Str text = long_text_of(writer, value);
	const char *name;
	json_t *part;
	size_t i;

	if (json_is_object(value))
	{
		open_bracket(writer, key, '{');
		json_object_foreach(value, name, part) write_long_value(writer, name, part);
		close_bracket(writer, '}');
	}
	else if (json_is_array(value))
	{
		open_bracket(writer, key, '[');
		json_array_foreach(value, i, part) write_long_value(writer, NULL, part);
		close_bracket(writer, ']');
	}
	else if (text.len > 0)
		write_long_text(writer, key, text);
	else
		dump_value(writer, key, value);
}

/* Writes a value, which goes. */
static void
write_value(Writer *writer, const char *key, json_t *value)
{
	if (writer->long_count > 0)
		write_long_value(writer, key, value);
	else
		dump_value(writer, key, value);
	writer->long_count = 0;
	json_decref(value);
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
json_of_text(Writer *writer, Str text)
{
	void *longs = writer->longs;
	json_t *string;

	if (text.len < LONG_TEXT)
		return json_stringn_nocheck(text.len > 0 ? text.at : "", text.len);
	string = json_stringn_nocheck("", 0);
	if (!arena_grow(writer->arena, &longs, writer->long_count, &writer->long_capacity,
	                sizeof(LongText)))
		writer->failed = true;
	else
		((LongText *) longs)[writer->long_count++] = (LongText){string, text};
	writer->longs = longs;
	return string;
}

static json_t *
json_of_list(Writer *writer, Str text)
{
	json_t *list = json_array();

	for (;;)
	{
		const char *end = text.len == 0 ? NULL : memchr(text.at, '\n', text.len);
		Str line = {text.at, end == NULL ? text.len : (uint32_t) (end - text.at)};

		append(writer, list, json_of_text(writer, line));
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
	*value = json_of_text(writer, fact->text);
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
		put(writer, value, "text", json_of_text(writer, fact->text));
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

static void
write_rows(Writer *writer, const char *key, const JsonColumns *columns, const char *number_key)
{
	uint32_t next = 0;
	Rows rows;

	open_bracket(writer, key, '[');
	rows_start(&rows, writer->report, columns->ids, columns->count);
	while (goes_on(writer) && rows_next(&rows))
	{
		json_t *object = new_object();

		put_number(writer, object, number_key, rows.row, &next);
		put_cells(writer, object, &rows);
		write_value(writer, NULL, object);
	}
	close_bracket(writer, ']');
}

static void
write_flow(Writer *writer, const char *key, const JsonColumns *columns)
{
	uint32_t next = FLOW_ROWS;
	Rows rows;

	open_bracket(writer, key, '[');
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
		write_value(writer, NULL, object);
	}
	close_bracket(writer, ']');
}

/* Rows are FieldIds: their keys become the object's. */
static void
write_keyed(Writer *writer, const char *key, const JsonColumns *columns)
{
	Rows rows;

	open_bracket(writer, key, '{');
	rows_start(&rows, writer->report, columns->ids, columns->count);
	while (goes_on(writer) && rows_next(&rows))
		write_value(writer, form_fields[rows.row].key, json_of_cell(writer, &rows.cells[0]));
	close_bracket(writer, '}');
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

static void
write_indicator_rows(Writer *writer, const JsonIndicators *kind)
{
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
	if (!more_texts && !more_values)
		return;
	open_bracket(writer, "rows", '[');
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
		write_value(writer, NULL, object);
	}
	close_bracket(writer, ']');
}

static bool
has_facts(const Report *report, const JsonColumns *columns)
{
	for (int i = 0; i < columns->count; i++)
	{
		if (report_rows(report, columns->ids[i]) > 0)
			return true;
	}
	return false;
}

static void
write_indicators(Writer *writer, const char *key, const JsonIndicators *kind)
{
	open_bracket(writer, key, '{');
	if (has_facts(writer->report, &kind->header))
		write_rows(writer, "columns", &kind->header, "column");
	write_indicator_rows(writer, kind);
	close_bracket(writer, '}');
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
static void
write_others(Writer *writer, const char *key, const Scalars *scalars, const JsonColumns *columns)
{
	uint32_t passed = 0;
	Rows rows;

	open_bracket(writer, key, '[');
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
		write_value(writer, NULL, object);
	}
	close_bracket(writer, ']');
}

static void
write_table(Writer *writer, FieldId table, const Scalars *scalars)
{
	const char *key = form_fields[table].key;
	const JsonIndicators *indicators = json_indicators(table);
	JsonColumns columns = json_columns(table);

	if (!has_facts(writer->report, &columns))
		return;
	if (indicators != NULL)
		write_indicators(writer, key, indicators);
	else if (form_is_keyed(table))
		write_keyed(writer, key, &columns);
	else if (table == FIELD_POPULATION_FLOW)
		write_flow(writer, key, &columns);
	else if (table == FIELD_OTHER)
		write_others(writer, key, scalars, &columns);
	else
		write_rows(writer, key, &columns, "row");
}

static void
write_head(Writer *writer)
{
	const ReportHead *head = &writer->report->head;
	char version[16];

	if (head->report_year != YEAR_UNKNOWN)
		write_value(writer, "report_year", json_integer(head->report_year));
	if (head->parser_version != 0)
	{
		json_print_version(head->parser_version, version);
		write_value(writer, "parser_version", json_string_nocheck(version));
	}
}

static void
write_report(Writer *writer)
{
	Scalars scalars;

	open_bracket(writer, NULL, '{');
	write_head(writer);
	collect_scalars(writer->report, &scalars);
	for (uint32_t i = 0; i < scalars.count && goes_on(writer); i++)
		write_value(writer, form_fields[scalars.facts[i].field].key,
		            json_of_cell(writer, &scalars.facts[i]));
	for (int field = 0; field < FIELD_COUNT && goes_on(writer); field++)
	{
		if (form_fields[field].type == TYPE_TABLE)
			write_table(writer, (FieldId) field, &scalars);
	}
	close_bracket(writer, '}');
}

Str
json_write(const Report *report, bool pretty, Arena *arena, Error *error)
{
	Writer writer = {.report = report, .arena = arena, .pretty = pretty, .empty = true};

	/* room for what most reports take */
	if (grow(&writer, report->size * 2))
		write_report(&writer);
	if (writer.interrupted)
		error_set(error, ERROR_INTERRUPTED, "interrupted");
	else if (writer.failed || writer.len > UINT32_MAX)
		error_no_memory(error);
	else
		return (Str){writer.at, (uint32_t) writer.len};
	return NO_STR;
}
