/*
 * json_read.c
 *		A report from JSON.
 *
 * Jansson makes a tree of the text; the tree becomes facts.  Every error says
 * where: in the text for what is no JSON, else the path of the key.
 *
 * src/core/json_read.c
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "json.h"
#include "json_layout.h"
#include "rows.h"

#define GO_ON_EVERY   1024                         /* rows between two questions to the host */
#define GO_ON_BYTES   (1024 * 1024)                /* of text, the same */
#define PLACES_MAX    8                            /* how deep a key can lie */
#define KEY_SHOWN_MAX 60                           /* bytes of a key that an error shows */
#define INTEGER_LIMIT INT64_C(1000000000000000000) /* 18 digits */

/* Where in the tree a value stands. */
typedef struct Place
{
	const struct Place *parent;
	const char *key; /* NULL: an element of an array */
	size_t index;
} Place;

typedef struct Reader
{
	Draft *draft;
	Error *error;
	uint32_t rows; /* read so far */
} Reader;

/* ---- Errors ---- */

static const char syntax_message[] = "invalid input syntax for type program_report";
static const char range_message[] = "value out of range for type program_report";

/* "coverage[2].year"; elements are counted from 1, as in report_facts. */
static void
print_place(const Place *place, char *out, size_t size)
{
	const Place *places[PLACES_MAX];
	int count = 0;
	size_t len = 0;

	out[0] = '\0';
	for (; place != NULL && count < PLACES_MAX; place = place->parent)
		places[count++] = place;
	while (count-- > 0 && len < size)
	{
		const char *key = places[count]->key;
		Str shown = {key, key == NULL ? 0 : (uint32_t) strnlen(key, KEY_SHOWN_MAX)};

		if (key == NULL)
			len += (size_t) snprintf(out + len, size - len, "[%zu]", places[count]->index + 1);
		else
			len += (size_t) snprintf(out + len, size - len, "%s%.*s", len > 0 ? "." : "",
			                         (int) utf8_prefix(shown), key);
	}
}

__attribute__((format(printf, 4, 5))) static bool
fail(Reader *reader, const Place *place, ErrorCode code, const char *reason, ...)
{
	char path[160];
	char text[200];
	va_list args;

	print_place(place, path, sizeof(path));
	va_start(args, reason);
	vsnprintf(text, sizeof(text), reason, args);
	va_end(args);
	error_set(reader->error, code, "%s", code == ERROR_RANGE ? range_message : syntax_message);
	if (path[0] == '\0')
		return error_detail(reader->error, "%s", text);
	return error_detail(reader->error, "At %s: %s", path, text);
}

static bool
unknown_key(Reader *reader, const Place *place)
{
	return fail(reader, place, ERROR_SYNTAX, "There is no such key here.");
}

static bool
goes_on(Reader *reader)
{
	const Host *host = reader->draft->arena->host;

	if (reader->rows++ % GO_ON_EVERY != 0 || host->may_go_on(host->context))
		return true;
	return error_set(reader->error, ERROR_INTERRUPTED, "interrupted");
}

/* ---- Plain values ---- */

/* What a plain value of each type is, for who gave something else. */
static const char *const expectations[] = {
    [TYPE_TEXT] = "a string that is not empty",
    [TYPE_INTEGER] = "an integer",
    [TYPE_AMOUNT] = "a number",
    [TYPE_NUMBER] = "a number",
    [TYPE_YEAR] = "a year, as an integer",
    [TYPE_YEAR_OR_PERMANENT] = "a year, as an integer, or \"Permanente\"",
    [TYPE_DATE] = "a date such as \"2021-12-31\"",
    [TYPE_YESNO] = "true or false",
    [TYPE_LIST] = "an array of strings",
    [TYPE_RATE] = "a string such as \"6,54%\"",
    [TYPE_CODE] = "a string of digits",
    [TYPE_NAME] = "a string that is not empty",
};

static bool
unexpected(Reader *reader, const Place *place, FieldType type)
{
	return fail(reader, place, ERROR_SYNTAX,
	            "It must be %s, or null, or an object with \"status\" and \"text\".",
	            expectations[type]);
}

static Str
str_of_json(const json_t *string)
{
	return (Str){json_string_value(string), (uint32_t) json_string_length(string)};
}

static Str
keep(Reader *reader, Str text)
{
	return arena_str(reader->draft->arena, text.at, text.len);
}

static bool
is_year_type(FieldType type)
{
	return type == TYPE_YEAR || type == TYPE_YEAR_OR_PERMANENT;
}

static bool
read_integer(Reader *reader, const Place *place, FieldType type, json_int_t value, Str *text)
{
	char printed[32];
	uint32_t len;

	if (is_year_type(type))
	{
		if (value < YEAR_FIRST || value > YEAR_LAST)
			return fail(reader, place, ERROR_RANGE, "A year is from %d to %d.", YEAR_FIRST,
			            YEAR_LAST);
		len = (uint32_t) snprintf(printed, sizeof(printed), "%d", (int) value);
	}
	else
	{
		if (value >= INTEGER_LIMIT || value <= -INTEGER_LIMIT)
			return fail(reader, place, ERROR_RANGE, "An integer has at most 18 digits.");
		len = number_print((Decimal){value, 0}, printed);
	}
	*text = keep(reader, (Str){printed, len});
	return true;
}

/*
 * The decimal number that a double was written as.  check_reals has seen that
 * it had no more digits than a double keeps.  "%.14e" gives "d.dddde±dd", the
 * point being whatever the locale has.
 */
static bool
decimal_of_double(double value, Decimal *number)
{
	char printed[64];
	const char *at = printed;
	int exponent;
	int digits = 0;
	Decimal result = {0, 0};

	snprintf(printed, sizeof(printed), "%.*e", JSON_DIGITS_MAX - 1, value);
	for (; *at != 'e' && *at != '\0'; at++)
	{
		if (*at >= '0' && *at <= '9')
		{
			result.mantissa = result.mantissa * 10 + (*at - '0');
			digits++;
		}
	}
	exponent = (*at == 'e' ? atoi(at + 1) : 0) - (digits - 1);
	while (exponent < -1 && result.mantissa % 10 == 0)
	{
		result.mantissa /= 10;
		exponent++;
	}
	for (; exponent > -1 && result.mantissa < INTEGER_LIMIT / 10; exponent--)
		result.mantissa *= 10;
	if (exponent > -1 || exponent < -DECIMAL_SCALE_MAX)
		return false;
	result.scale = (uint8_t) -exponent;
	if (printed[0] == '-')
		result.mantissa = -result.mantissa;
	*number = result;
	return true;
}

static bool
read_real(Reader *reader, const Place *place, double value, Str *text)
{
	char printed[32];
	Decimal number;

	if (!decimal_of_double(value, &number))
		return fail(reader, place, ERROR_RANGE, "A number has at most 18 digits.");
	*text = keep(reader, (Str){printed, number_print(number, printed)});
	return true;
}

static bool
two_digits(const char *at, int *number)
{
	if (at[0] < '0' || at[0] > '9' || at[1] < '0' || at[1] > '9')
		return false;
	*number = (at[0] - '0') * 10 + (at[1] - '0');
	return true;
}

/* "2021-12-31", as the text that the form prints for it. */
static bool
read_date(Reader *reader, Str iso, Str *text)
{
	char printed[32];
	int century;
	Date date;
	Date real;

	if (iso.len != 10 || iso.at[4] != '-' || iso.at[7] != '-' || !two_digits(iso.at, &century) ||
	    !two_digits(iso.at + 2, &date.year) || !two_digits(iso.at + 5, &date.month) ||
	    !two_digits(iso.at + 8, &date.day) || date.month < 1 || date.month > 12)
		return false;
	date.year += century * 100;
	*text = keep(reader, (Str){printed, date_print(date, printed)});
	return text->len == 0 || date_parse(*text, &real);
}

static bool
read_string(Reader *reader, const Place *place, FieldType type, Str string, Str *text)
{
	switch (type)
	{
		case TYPE_TEXT:
		case TYPE_RATE:
		case TYPE_CODE:
		case TYPE_NAME:
			*text = keep(reader, string);
			if (value_fits(string, type))
				return true;
			break;
		case TYPE_YEAR_OR_PERMANENT:
			*text = STR("Permanente");
			if (str_equal(string, *text))
				return true;
			break;
		case TYPE_DATE:
			if (read_date(reader, string, text))
				return true;
			break;
		default:
			break;
	}
	return unexpected(reader, place, type);
}

/* An array of lines, as lines joined by line feeds. */
static bool
read_list(Reader *reader, const Place *place, const json_t *array, Str *text)
{
	size_t size = 0;
	size_t i;
	json_t *line;
	char *at;

	json_array_foreach(array, i, line)
	{
		Place element = {place, NULL, i};

		if (!json_is_string(line) ||
		    memchr(json_string_value(line), '\n', json_string_length(line)) != NULL)
			return fail(reader, &element, ERROR_SYNTAX, "It must be a string of one line.");
		size += json_string_length(line) + 1;
	}
	if (size <= 1)
		return unexpected(reader, place, TYPE_LIST);
	at = arena_alloc(reader->draft->arena, size);
	*text = (Str){at, at == NULL ? 0 : (uint32_t) (size - 1)};
	json_array_foreach(array, i, line)
	{
		if (at == NULL)
			break;
		memcpy(at, json_string_value(line), json_string_length(line));
		at += json_string_length(line);
		if (at < text->at + text->len)
			*at++ = '\n';
	}
	return true;
}

static bool
read_plain(Reader *reader, const Place *place, FieldType type, const json_t *value, Str *text)
{
	bool number = type == TYPE_AMOUNT || type == TYPE_NUMBER;

	switch (json_typeof(value))
	{
		case JSON_STRING:
			return read_string(reader, place, type, str_of_json(value), text);
		case JSON_INTEGER:
			if (number || type == TYPE_INTEGER || is_year_type(type))
				return read_integer(reader, place, type, json_integer_value(value), text);
			break;
		case JSON_REAL:
			if (number)
				return read_real(reader, place, json_real_value(value), text);
			break;
		case JSON_TRUE:
		case JSON_FALSE:
			*text = json_is_true(value) ? STR("Si") : STR("No");
			if (type == TYPE_YESNO)
				return true;
			break;
		case JSON_ARRAY:
			if (type == TYPE_LIST)
				return read_list(reader, place, value, text);
			break;
		default:   /* not reached: null and objects are read elsewhere */
			break; /* not reached */
	}
	return unexpected(reader, place, type);
}

/* ---- Cells ---- */

/* {"status": "ambiguous", "text": "N/A"} */
static bool
read_doubt(Reader *reader, const Place *place, FieldType type, json_t *object, Fact *fact)
{
	const char *key;
	json_t *value;

	json_object_foreach(object, key, value)
	{
		Place member = {place, key, 0};

		if (strcmp(key, "status") == 0)
		{
			if (!json_is_string(value) || !status_from_name(str_of_json(value), &fact->status))
				return fail(reader, &member, ERROR_SYNTAX, "There is no such status.");
		}
		else if (strcmp(key, "text") == 0)
		{
			if (!json_is_string(value) || json_string_length(value) == 0)
				return fail(reader, &member, ERROR_SYNTAX,
				            "It must be a string that is not empty.");
			fact->text = keep(reader, str_of_json(value));
		}
		else
			return unknown_key(reader, &member);
	}
	if (status_is_sure(fact->status) && !value_fits(fact->text, type) &&
	    !reader->draft->arena->failed)
		return fail(reader, place, ERROR_SYNTAX, "What is %s must have a text of the type %s.",
		            status_name(fact->status), form_type_name(type));
	if (fact->text.len > 0 && (fact->status == STATUS_ABSENT || fact->status == STATUS_BLANK))
		return fail(reader, place, ERROR_SYNTAX, "What is %s has no text.",
		            status_name(fact->status));
	return true;
}

static bool
read_cell(Reader *reader, const Place *place, FieldId field, uint32_t row, json_t *value)
{
	FieldType type = form_fields[field].type;
	Fact fact = {field, row, STATUS_REPORTED, NO_STR};

	if (json_is_null(value))
		fact.status = STATUS_ABSENT;
	else if (!(json_is_object(value) ? read_doubt(reader, place, type, value, &fact)
	                                 : read_plain(reader, place, type, value, &fact.text)))
		return false;
	draft_add(reader->draft, field, row, fact.status, fact.text);
	return true;
}

/* ---- Rows ---- */

static bool
is_one_of(const char *key, const char *const *keys)
{
	for (; *keys != NULL; keys++)
	{
		if (strcmp(key, *keys) == 0)
			return true;
	}
	return false;
}

static FieldId
column_of_key(const JsonColumns *columns, const char *key)
{
	for (int i = 0; i < columns->count; i++)
	{
		if (strcmp(form_fields[columns->ids[i]].key, key) == 0)
			return columns->ids[i];
	}
	return FIELD_NONE;
}

/* The cells of a row; `others` are the keys that are not cells, which the caller reads. */
static bool
read_cells(Reader *reader, const Place *place, json_t *object, const JsonColumns *columns,
           uint32_t row, const char *const *others)
{
	const char *key;
	json_t *value;

	json_object_foreach(object, key, value)
	{
		Place member = {place, key, 0};
		FieldId column = column_of_key(columns, key);

		if (column == FIELD_NONE)
		{
			if (!is_one_of(key, others))
				return unknown_key(reader, &member);
		}
		else if (!read_cell(reader, &member, column, row, value))
			return false;
	}
	return true;
}

/* Checks that a row is an object with more than what says its place. */
static bool
check_row(Reader *reader, const Place *place, const json_t *object, size_t place_keys)
{
	if (!goes_on(reader))
		return false;
	if (!json_is_object(object))
		return fail(reader, place, ERROR_SYNTAX, "It must be an object.");
	if (json_object_size(object) <= place_keys)
		return fail(reader, place, ERROR_SYNTAX, "It is empty.");
	return true;
}

static bool
check_array(Reader *reader, const Place *place, const json_t *array)
{
	return json_is_array(array) || fail(reader, place, ERROR_SYNTAX, "It must be an array.");
}

/*
 * A number of a row or column, counted from 1; without one it is the next.
 * `first` to `last` are counted from 0, as *number is.
 */
static bool
read_number(Reader *reader, const Place *place, const json_t *object, const char *key,
            uint32_t first, uint32_t last, uint32_t *number)
{
	const json_t *value = json_object_get(object, key);
	Place member = {place, key, 0};
	json_int_t given = value == NULL ? (json_int_t) *number + 1 : json_integer_value(value);

	if (value != NULL && !json_is_integer(value))
		return fail(reader, &member, ERROR_SYNTAX, "It must be an integer.");
	if (given <= (json_int_t) first || given > (json_int_t) last + 1)
		return fail(reader, &member, ERROR_RANGE, "It must be from %u to %u here.", first + 1,
		            last + 1);
	*number = (uint32_t) (given - 1);
	return true;
}

/* An array of rows, each perhaps with its number, which ascend. */
static bool
read_rows(Reader *reader, const Place *place, const json_t *array, const JsonColumns *columns,
          const char *number_key)
{
	const char *const others[] = {number_key, NULL};
	uint32_t row = 0;
	size_t i;
	json_t *object;

	if (!check_array(reader, place, array))
		return false;
	json_array_foreach(array, i, object)
	{
		Place element = {place, NULL, i};

		if (!check_row(reader, &element, object, json_object_get(object, number_key) != NULL) ||
		    !read_number(reader, &element, object, number_key, row, PACKED_ROW_MAX, &row) ||
		    !read_cells(reader, &element, object, columns, row, others))
			return false;
		row++;
	}
	return true;
}

/* ---- Tables of their own kind ---- */

static bool
read_name(Reader *reader, const Place *place, const json_t *object, const char *key,
          const char *const *names, int count, uint32_t *number)
{
	const json_t *value = json_object_get(object, key);
	Place member = {place, key, 0};

	for (int i = 0; i < count; i++)
	{
		if (json_is_string(value) && strcmp(json_string_value(value), names[i]) == 0)
		{
			*number = (uint32_t) i;
			return true;
		}
	}
	return fail(reader, &member, ERROR_SYNTAX, "There is no such %s.", key);
}

static bool
read_flow_place(Reader *reader, const Place *place, const json_t *object, uint32_t *unplaced,
                uint32_t *row)
{
	uint32_t from = 0;
	uint32_t to = 0;

	if (json_object_get(object, "entry") == NULL && json_object_get(object, "exit") == NULL)
	{
		if (!read_number(reader, place, object, "row", *unplaced, PACKED_ROW_MAX, unplaced))
			return false;
		*row = (*unplaced)++;
		return true;
	}
	if (json_object_get(object, "row") != NULL)
		return fail(reader, place, ERROR_SYNTAX, "It has a \"row\" and an \"entry\" or \"exit\".");
	if (!read_name(reader, place, object, "entry", flow_entries, 3, &from) ||
	    !read_name(reader, place, object, "exit", flow_exits, 4, &to))
		return false;
	*row = from * 4 + to;
	return true;
}

static bool
read_flow(Reader *reader, const Place *place, const json_t *array, const JsonColumns *columns)
{
	static const char *const others[] = {"entry", "exit", "row", NULL};
	uint32_t unplaced = FLOW_ROWS;
	uint32_t row = 0;
	size_t i;
	json_t *object;

	if (!check_array(reader, place, array))
		return false;
	json_array_foreach(array, i, object)
	{
		Place element = {place, NULL, i};

		if (!check_row(reader, &element, object, 0) ||
		    !read_flow_place(reader, &element, object, &unplaced, &row) ||
		    !read_cells(reader, &element, object, columns, row, others))
			return false;
		if (json_object_get(object, form_fields[columns->ids[0]].key) == NULL)
			return fail(reader, &element, ERROR_SYNTAX, "It is empty.");
	}
	return true;
}

/* An object whose keys are those of scalars and tables. */
static bool
read_keyed(Reader *reader, const Place *place, json_t *object, const JsonColumns *columns)
{
	const char *key;
	json_t *value;

	if (!json_is_object(object))
		return fail(reader, place, ERROR_SYNTAX, "It must be an object.");
	json_object_foreach(object, key, value)
	{
		Place member = {place, key, 0};
		FieldId field = form_field_by_key((Str){key, (uint32_t) strlen(key)});

		if (field == FIELD_NONE)
			return unknown_key(reader, &member);
		if (!read_cell(reader, &member, columns->ids[0], (uint32_t) field, value))
			return false;
	}
	return true;
}

/* ---- Indicators ---- */

static uint32_t
header_length(Draft *draft, const JsonColumns *header, uint32_t first_fact)
{
	uint32_t length = 0;

	for (uint32_t i = first_fact; i < draft->count; i++)
	{
		const Fact *fact = &draft->facts[i];

		if ((fact->field == header->ids[0] || fact->field == header->ids[1]) && fact->row >= length)
			length = fact->row + 1;
	}
	return length;
}

static bool
read_values(Reader *reader, const Place *place, const json_t *array, const JsonColumns *columns,
            uint32_t indicator, uint32_t header)
{
	static const char *const others[] = {"column", NULL};
	uint32_t unplaced = header;
	size_t i;
	json_t *object;

	if (array == NULL)
		return true;
	if (!check_array(reader, place, array))
		return false;
	if (json_array_size(array) == 0)
		return fail(reader, place, ERROR_SYNTAX, "It is empty.");
	json_array_foreach(array, i, object)
	{
		Place element = {place, NULL, i};
		uint32_t column = unplaced;

		if (!check_row(reader, &element, object, json_object_get(object, "column") != NULL) ||
		    !read_number(reader, &element, object, "column", 0, INDICATOR_COLUMNS - 1, &column) ||
		    !read_cells(reader, &element, object, columns, indicator * INDICATOR_COLUMNS + column,
		                others))
			return false;
		if (column >= unplaced)
			unplaced = column + 1;
	}
	return true;
}

static bool
read_indicator_rows(Reader *reader, const Place *place, const json_t *array,
                    const JsonIndicators *kind, uint32_t header)
{
	static const char *const others[] = {"row", "values", NULL};
	uint32_t row = 0;
	size_t i;
	json_t *object;

	if (!check_array(reader, place, array))
		return false;
	json_array_foreach(array, i, object)
	{
		Place element = {place, NULL, i};
		Place member = {&element, "values", 0};
		const json_t *values = json_object_get(object, "values");
		uint32_t last = values == NULL ? PACKED_ROW_MAX : PACKED_ROW_MAX / INDICATOR_COLUMNS;

		if (!check_row(reader, &element, object, json_object_get(object, "row") != NULL) ||
		    !read_number(reader, &element, object, "row", row, last, &row) ||
		    !read_cells(reader, &element, object, &kind->texts, row, others) ||
		    !read_values(reader, &member, values, &kind->values, row, header))
			return false;
		row++;
	}
	return true;
}

static bool
read_indicators(Reader *reader, const Place *place, json_t *object, const JsonIndicators *kind)
{
	uint32_t first_fact = reader->draft->count;
	const char *key;
	json_t *value;
	Place columns = {place, "columns", 0};
	Place rows = {place, "rows", 0};
	json_t *header = json_object_get(object, "columns");

	if (!json_is_object(object))
		return fail(reader, place, ERROR_SYNTAX, "It must be an object.");
	json_object_foreach(object, key, value)
	{
		Place member = {place, key, 0};

		if (strcmp(key, "columns") != 0 && strcmp(key, "rows") != 0)
			return unknown_key(reader, &member);
	}
	if (header != NULL && !read_rows(reader, &columns, header, &kind->header, "column"))
		return false;
	value = json_object_get(object, "rows");
	return value == NULL ||
	       read_indicator_rows(reader, &rows, value, kind,
	                           header_length(reader->draft, &kind->header, first_fact));
}

static bool
read_table(Reader *reader, const Place *place, FieldId table, json_t *value)
{
	const JsonIndicators *kind = json_indicators(table);
	JsonColumns columns = json_columns(table);

	if (kind != NULL)
		return read_indicators(reader, place, value, kind);
	if (form_is_keyed(table))
		return read_keyed(reader, place, value, &columns);
	if (table == FIELD_POPULATION_FLOW)
		return read_flow(reader, place, value, &columns);
	return read_rows(reader, place, value, &columns, "row");
}

/* ---- Positions ---- */

/*
 * The document's order: the scalars as they come, and after each of them the
 * other fields that say so.  Slot 0 is before the first scalar.
 */
typedef struct Order
{
	uint32_t slot[FIELD_COUNT];           /* of each scalar that is there, from 1; 0: it is not */
	uint32_t next_other[FIELD_COUNT + 1]; /* the position of a slot's next other field */
	uint32_t scalars;
} Order;

static void
order_scalars(Order *order, json_t *root)
{
	const char *key;
	json_t *value;

	memset(order, 0, sizeof(*order));
	json_object_foreach(root, key, value)
	{
		FieldId field = form_field_by_key((Str){key, (uint32_t) strlen(key)});

		if (field != FIELD_NONE && form_is_scalar(field))
			order->slot[field] = ++order->scalars;
	}
}

/* The slot of a row of other fields. */
static bool
find_slot(Reader *reader, const Place *place, const json_t *object, const Order *order,
          uint32_t *slot)
{
	const json_t *after = json_object_get(object, "after");
	Place member = {place, "after", 0};
	FieldId field;

	*slot = 0;
	if (!check_row(reader, place, object, after != NULL))
		return false;
	if (after == NULL)
		return true;
	field = json_is_string(after) ? form_field_by_key(str_of_json(after)) : FIELD_NONE;
	if (field == FIELD_NONE || order->slot[field] == 0)
		return fail(reader, &member, ERROR_SYNTAX, "It must be the key of a field of this report.");
	*slot = order->slot[field];
	return true;
}

/* Counts the other fields of each slot, and makes positions of the counts. */
static bool
order_others(Reader *reader, const Place *place, const json_t *array, Order *order)
{
	uint32_t position = 0;
	uint32_t slot;
	size_t i;
	json_t *object;

	json_array_foreach(array, i, object)
	{
		Place element = {place, NULL, i};

		if (!find_slot(reader, &element, object, order, &slot))
			return false;
		order->next_other[slot]++;
	}
	for (slot = 0; slot <= order->scalars; slot++)
	{
		uint32_t others = order->next_other[slot];

		order->next_other[slot] = position;
		position += others + 1;
	}
	return true;
}

static bool
read_others(Reader *reader, const Place *place, const json_t *array, Order *order)
{
	static const char *const others[] = {"after", NULL};
	JsonColumns columns = json_columns(FIELD_OTHER);
	uint32_t slot;
	size_t i;
	json_t *object;

	json_array_foreach(array, i, object)
	{
		Place element = {place, NULL, i};

		if (!find_slot(reader, &element, object, order, &slot) ||
		    !read_cells(reader, &element, object, &columns, order->next_other[slot]++, others))
			return false;
	}
	return true;
}

/* ---- The report ---- */

static bool
read_year(Reader *reader, const Place *place, const json_t *value)
{
	json_int_t year = json_integer_value(value);

	if (!json_is_integer(value))
		return fail(reader, place, ERROR_SYNTAX, "It must be an integer.");
	if (year < YEAR_FIRST || year > YEAR_LAST)
		return fail(reader, place, ERROR_RANGE, "A year is from %d to %d.", YEAR_FIRST, YEAR_LAST);
	reader->draft->report_year = (int) year;
	return true;
}

static bool
read_version(Reader *reader, const Place *place, const json_t *value)
{
	const char *text = json_is_string(value) ? json_string_value(value) : "";
	char canonical[16] = "";
	int major = 0;
	int minor = 0;

	if (strlen(text) <= 6 && sscanf(text, "%3d.%2d", &major, &minor) == 2 && major >= 0 &&
	    minor >= 0)
		json_print_version(major * 100 + minor, canonical);
	if (strcmp(text, canonical) != 0 || major * 100 + minor == 0 ||
	    major * 100 + minor > UINT16_MAX)
		return fail(reader, place, ERROR_SYNTAX, "It must be a version such as \"1.0\".");
	reader->draft->parser_version = major * 100 + minor;
	return true;
}

static bool
read_member(Reader *reader, const Place *place, json_t *value, const Order *order)
{
	FieldId field = form_field_by_key((Str){place->key, (uint32_t) strlen(place->key)});

	if (strcmp(place->key, "report_year") == 0)
		return read_year(reader, place, value);
	if (strcmp(place->key, "parser_version") == 0)
		return read_version(reader, place, value);
	if (field == FIELD_NONE)
		return unknown_key(reader, place);
	if (field == FIELD_OTHER)
		return true; /* read_report reads them last */
	if (!form_is_scalar(field))
		return read_table(reader, place, field, value);
	/* a scalar stands before the other fields of its slot */
	return read_cell(reader, place, field, order->next_other[order->slot[field]] - 1, value);
}

static bool
read_report(Reader *reader, json_t *root)
{
	const char *others_key = form_fields[FIELD_OTHER].key;
	const json_t *others = json_object_get(root, others_key);
	Place others_place = {NULL, others_key, 0};
	Order order;
	const char *key;
	json_t *value;

	if (!json_is_object(root))
		return fail(reader, NULL, ERROR_SYNTAX, "The report must be an object.");
	order_scalars(&order, root);
	if ((others != NULL && !check_array(reader, &others_place, others)) ||
	    !order_others(reader, &others_place, others, &order))
		return false;
	json_object_foreach(root, key, value)
	{
		Place place = {NULL, key, 0};

		if (!read_member(reader, &place, value, &order))
			return false;
	}
	return read_others(reader, &others_place, others, &order);
}

/* ---- Text ---- */

/* Text on its way to Jansson, in pieces, so that the host can stop it. */
typedef struct Input
{
	const Host *host;
	Str left;
	bool stopped;
} Input;

/* Jansson's callback: gives the next piece of the text. */
static size_t
give_piece(void *buffer, size_t size, void *data)
{
	Input *input = data;

	if (!input->host->may_go_on(input->host->context))
	{
		input->stopped = true;
		return (size_t) -1;
	}
	if (size > input->left.len)
		size = input->left.len;
	if (size > 0)
		memcpy(buffer, input->left.at, size);
	input->left.at += size;
	input->left.len -= (uint32_t) size;
	return size;
}

static bool
fail_in_text(Error *error, ErrorCode code, int line, int column, const char *reason)
{
	error_set(error, code, "%s", code == ERROR_RANGE ? range_message : syntax_message);
	return error_detail(error, "Line %d, column %d: %s.", line, column, reason);
}

static bool
malformed(const Input *input, const json_error_t *why, Error *error)
{
	enum json_error_code code = json_error_code(why);

	if (input->stopped)
		return error_set(error, ERROR_INTERRUPTED, "interrupted");
	if (code == json_error_out_of_memory || why->text[0] == '\0')
		return error_no_memory(error);
	return fail_in_text(error, code == json_error_numeric_overflow ? ERROR_RANGE : ERROR_SYNTAX,
	                    why->line, why->column, why->text);
}

/* Whether a JSON number comes out of a double as it went in. */
static bool
is_exact(Str number)
{
	uint32_t digits = 0;   /* from the first that is not 0 */
	uint32_t zeros = 0;    /* at their end */
	uint32_t exponent = 0; /* digits of it, once there is one */
	bool real = false;
	bool in_exponent = false;

	for (uint32_t i = 0; i < number.len; i++)
	{
		char c = number.at[i];

		real = real || c == '.' || c == 'e' || c == 'E';
		in_exponent = in_exponent || c == 'e' || c == 'E';
		if (c < '0' || c > '9')
			continue;
		if (in_exponent)
			exponent++;
		else if (c != '0' || digits > 0)
			digits++;
		if (!in_exponent)
			zeros = c == '0' ? zeros + 1 : 0;
	}
	return !real || (digits <= JSON_DIGITS_MAX + zeros && exponent <= 2);
}

/* The end of the string that begins at i. */
static uint32_t
string_end(Str text, uint32_t i)
{
	for (i++; i < text.len && text.at[i] != '"'; i++)
		i += text.at[i] == '\\';
	return i + 1;
}

static uint32_t
number_end(Str text, uint32_t i)
{
	while (i < text.len && text.at[i] != '\0' && strchr("+-.0123456789eE", text.at[i]) != NULL)
		i++;
	return i;
}

static bool
inexact(Str text, uint32_t at, Error *error)
{
	int line = 1;
	int column = 1;

	for (uint32_t i = 0; i < at; i++)
	{
		if (text.at[i] == '\n')
		{
			line++;
			column = 1;
		}
		else if ((text.at[i] & 0xC0) != 0x80)
			column++;
	}
	return fail_in_text(error, ERROR_RANGE, line, column,
	                    "a number that is not whole has at most 15 significant digits");
}

/* Jansson makes doubles of numbers that are not whole: refuses those that a double does not keep.
 */
static bool
check_reals(Str text, const Host *host, Error *error)
{
	uint32_t ask_at = 0;
	uint32_t i = 0;

	while (i < text.len)
	{
		char c = text.at[i];
		uint32_t end = i + 1;

		if (i >= ask_at)
		{
			ask_at = i + GO_ON_BYTES;
			if (!host->may_go_on(host->context))
				return error_set(error, ERROR_INTERRUPTED, "interrupted");
		}
		if (c == '"')
			end = string_end(text, i);
		else if (c == '-' || (c >= '0' && c <= '9'))
		{
			end = number_end(text, i);
			if (!is_exact((Str){text.at + i, end - i}))
				return inexact(text, i, error);
		}
		i = end;
	}
	return true;
}

bool
json_read(Str text, Draft *draft, Error *error)
{
	Input input = {.host = draft->arena->host, .left = text};
	Reader reader = {.draft = draft, .error = error};
	json_error_t why;
	json_t *root = json_load_callback(give_piece, &input, JSON_REJECT_DUPLICATES, &why);
	bool read;

	if (root == NULL)
		return malformed(&input, &why, error);
	read = check_reals(text, input.host, error) && read_report(&reader, root);
	json_decref(root);
	if (read && draft->arena->failed)
		return arena_error(draft->arena, error);
	return read;
}
