/*
 * number.c
 *		Figures as Chilean reports print them.
 *
 * src/core/number.c
 */
#include <stdio.h>
#include <string.h>

#include "fold.h"
#include "number.h"

#define DIGITS_MAX DECIMAL_SCALE_MAX

static const int64_t power10[DIGITS_MAX + 1] = {
    INT64_C(1),
    INT64_C(10),
    INT64_C(100),
    INT64_C(1000),
    INT64_C(10000),
    INT64_C(100000),
    INT64_C(1000000),
    INT64_C(10000000),
    INT64_C(100000000),
    INT64_C(1000000000),
    INT64_C(10000000000),
    INT64_C(100000000000),
    INT64_C(1000000000000),
    INT64_C(10000000000000),
    INT64_C(100000000000000),
    INT64_C(1000000000000000),
    INT64_C(10000000000000000),
    INT64_C(100000000000000000),
    INT64_C(1000000000000000000),
};

/* Takes the digits at the start of text. */
static Str
take_digits(Str *text)
{
	Str digits = {text->at, 0};

	while (text->len > 0 && is_digit(text->at[0]))
	{
		digits.len++;
		text->at++;
		text->len--;
	}
	return digits;
}

/* Takes a byte off the start of text, where it stands there. */
static bool
take_byte(Str *text, char byte)
{
	if (text->len == 0 || text->at[0] != byte)
		return false;
	text->at++;
	text->len--;
	return true;
}

/* ---- Numbers ---- */

/* Appends digits to number; false when they are more than fit. */
static bool
append_digits(int64_t *mantissa, Str digits)
{
	for (uint32_t i = 0; i < digits.len; i++)
	{
		if (*mantissa >= power10[DIGITS_MAX - 1])
			return false;
		*mantissa = *mantissa * 10 + (digits.at[i] - '0');
	}
	return true;
}

/* Takes ".072" and the like, as often as it stands there; the first group is given. */
static bool
take_groups(Str *text, Str first, int64_t *mantissa)
{
	Str rest = *text;

	if (first.len > 3 || first.at[0] == '0')
		return false;
	while (take_byte(&rest, '.'))
	{
		Str group = take_digits(&rest);

		if (group.len != 3 || !append_digits(mantissa, group))
			return false;
	}
	*text = rest;
	return true;
}

/* Takes the digits behind a decimal separator. */
static bool
take_decimals(Str *text, Decimal *number)
{
	Str digits = take_digits(text);

	if (digits.len == 0 || digits.len > DIGITS_MAX)
		return false;
	number->scale = (uint8_t) digits.len;
	return append_digits(&number->mantissa, digits);
}

/* Takes a number off the start of text. */
static bool
take_number(Str *text, bool dot_decimals, Decimal *number)
{
	Decimal result = {0, 0};
	bool negative = take_byte(text, '-');
	Str first = take_digits(text);

	if (first.len == 0 || !append_digits(&result.mantissa, first))
		return false;
	if (text->len > 0 && text->at[0] == '.')
	{
		int64_t grouped = result.mantissa;

		if (take_groups(text, first, &grouped))
			result.mantissa = grouped;
		else if (!dot_decimals || !take_byte(text, '.') || !take_decimals(text, &result))
			return false;
	}
	if (result.scale == 0 && take_byte(text, ',') && !take_decimals(text, &result))
		return false;
	if (negative)
		result.mantissa = -result.mantissa;
	*number = result;
	return true;
}

bool
number_parse(Str text, bool dot_decimals, Decimal *number)
{
	text = str_trim(text);
	return take_number(&text, dot_decimals, number) && text.len == 0;
}

bool
integer_parse(Str text, int64_t *number)
{
	Decimal decimal;

	if (!number_parse(text, false, &decimal) || decimal.scale > 0)
		return false;
	*number = decimal.mantissa;
	return true;
}

static bool
year_of_digits(Str digits, int *year)
{
	int result = 0;

	if (digits.len != 4)
		return false;
	for (int i = 0; i < 4; i++)
		result = result * 10 + (digits.at[i] - '0');
	*year = result;
	return result >= YEAR_FIRST && result <= YEAR_LAST;
}

bool
year_parse(Str text, int *year)
{
	Str digits;

	text = str_trim(text);
	digits = take_digits(&text);
	return text.len == 0 && year_of_digits(digits, year);
}

bool
rate_parse(Str text, Decimal *number, Str *unit)
{
	text = str_trim(text);
	*unit = NO_STR;
	if (!take_number(&text, true, number))
		return false;
	text = str_trim(text);
	if (text.len == 1 && text.at[0] == '%')
		*unit = text;
	return text.len == unit->len;
}

uint32_t
number_print(Decimal number, char out[32])
{
	uint64_t left =
	    number.mantissa < 0 ? 0 - (uint64_t) number.mantissa : (uint64_t) number.mantissa;
	char reversed[32];
	uint32_t count = 0;
	uint32_t whole = 0; /* digits of the whole part so far */
	uint8_t scale = number.scale <= DIGITS_MAX ? number.scale : DIGITS_MAX;

	for (uint8_t i = 0; i < scale; i++, left /= 10)
		reversed[count++] = (char) ('0' + left % 10);
	if (scale > 0)
		reversed[count++] = ',';
	do
	{
		if (whole > 0 && whole % 3 == 0)
			reversed[count++] = '.';
		reversed[count++] = (char) ('0' + left % 10);
		left /= 10;
		whole++;
	} while (left > 0);
	if (number.mantissa < 0)
		reversed[count++] = '-';
	for (uint32_t i = 0; i < count; i++)
		out[i] = reversed[count - 1 - i];
	return count;
}

int
decimal_compare(Decimal a, Decimal b)
{
	int64_t whole_a = a.mantissa / power10[a.scale];
	int64_t whole_b = b.mantissa / power10[b.scale];
	int64_t part_a = a.mantissa % power10[a.scale] * power10[DIGITS_MAX - a.scale];
	int64_t part_b = b.mantissa % power10[b.scale] * power10[DIGITS_MAX - b.scale];

	if (whole_a != whole_b)
		return whole_a < whole_b ? -1 : 1;
	return (part_a > part_b) - (part_a < part_b);
}

/* ---- Dates ---- */

static const char *const months[] = {
    "enero", "febrero", "marzo",      "abril",   "mayo",      "junio",
    "julio", "agosto",  "septiembre", "octubre", "noviembre", "diciembre",
};

static int
month_of_name(Str name)
{
	for (int i = 0; i < 12; i++)
	{
		if (fold_equals(name, months[i]))
			return i + 1;
	}
	return fold_equals(name, "setiembre") ? 9 : 0;
}

static int
days_in_month(int year, int month)
{
	static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return month == 2 && leap ? 29 : days[month - 1];
}

/* Takes one or two digits. */
static bool
take_small(Str *text, int *number)
{
	Str digits = take_digits(text);
	int64_t value = 0;

	if (digits.len == 0 || digits.len > 2 || !append_digits(&value, digits))
		return false;
	*number = (int) value;
	return true;
}

/* Takes a lower-case word of ASCII, whatever its case in text. */
static bool
take_word(Str *text, Str word)
{
	if (text->len < word.len)
		return false;
	for (uint32_t i = 0; i < word.len; i++)
	{
		char c = text->at[i];

		if ((c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c) != word.at[i])
			return false;
	}
	text->at += word.len;
	text->len -= word.len;
	return true;
}

/* Takes what stands between the parts of a date and tells which it is; '\0': nothing of the kind.
 */
static char
take_separator(Str *text)
{
	Str rest = str_trim(*text);
	char kind = rest.len > 0 ? rest.at[0] : '\0';

	if (!take_byte(&rest, '-') && !take_byte(&rest, '/'))
	{
		kind = 'd';
		if (rest.at == text->at ||
		    (!take_word(&rest, STR("de ")) && !take_word(&rest, STR("del "))))
			return '\0';
	}
	*text = str_trim(rest);
	return text->len > 0 ? kind : '\0';
}

static bool
take_month(Str *text, char separator, int *month)
{
	Str name = {text->at, 0};

	if (is_digit(text->at[0]))
		return separator != 'd' && take_small(text, month);
	while (name.len < text->len && text->at[name.len] != ' ' && text->at[name.len] != '-' &&
	       text->at[name.len] != '/')
		name.len++;
	text->at += name.len;
	text->len -= name.len;
	*month = month_of_name(name);
	return true;
}

bool
date_parse(Str text, Date *date)
{
	Date result;
	char separator;

	text = str_trim(text);
	if (!take_small(&text, &result.day))
		return false;
	separator = take_separator(&text);
	if (separator == '\0' || !take_month(&text, separator, &result.month) ||
	    take_separator(&text) != separator || !year_parse(text, &result.year))
		return false;
	if (result.month < 1 || result.month > 12 || result.day < 1 ||
	    result.day > days_in_month(result.year, result.month))
		return false;
	*date = result;
	return true;
}

uint32_t
date_print(Date date, char out[32])
{
	return (uint32_t) snprintf(out, 32, "%d - %s - %d", date.day, months[date.month - 1],
	                           date.year);
}

/* ---- Words ---- */

bool
yesno_parse(Str text, bool *yes)
{
	char folded[2];

	text = str_trim(text);
	if (text.len > 0 && text.at[text.len - 1] == '.')
		text.len--;
	if (fold_key(text, folded, sizeof(folded)) != sizeof(folded))
		return false;
	*yes = memcmp(folded, "si", 2) == 0;
	return *yes || memcmp(folded, "no", 2) == 0;
}

bool
permanent_parse(Str text)
{
	return fold_equals(text, "permanente");
}

static bool
is_code(Str text)
{
	text = str_trim(text);
	if (text.len == 0 || !is_digit(text.at[0]))
		return false;
	for (uint32_t i = 0; i < text.len; i++)
	{
		if (!is_digit(text.at[i]) && text.at[i] != '.')
			return false;
	}
	return true;
}

/* ---- Values ---- */

bool
value_fits(Str text, FieldType type)
{
	Decimal number;
	Str unit;
	Date date;
	bool yes;

	switch (type)
	{
		case TYPE_INTEGER:
		case TYPE_AMOUNT:
		case TYPE_NUMBER:
		case TYPE_YEAR:
			return value_number(text, type, &number);
		case TYPE_YEAR_OR_PERMANENT:
			return value_number(text, type, &number) || permanent_parse(text);
		case TYPE_DATE:
			return date_parse(text, &date);
		case TYPE_YESNO:
			return yesno_parse(text, &yes);
		case TYPE_RATE:
			return rate_parse(text, &number, &unit);
		case TYPE_CODE:
			return is_code(text);
		default:
			return text.len > 0;
	}
}

bool
value_number(Str text, FieldType type, Decimal *number)
{
	int64_t integer;
	int year;
	Str unit;

	switch (type)
	{
		case TYPE_INTEGER:
			if (!integer_parse(text, &integer))
				return false;
			*number = (Decimal){integer, 0};
			return true;
		case TYPE_AMOUNT:
			return number_parse(text, false, number);
		case TYPE_NUMBER:
			return number_parse(text, true, number);
		case TYPE_YEAR:
		case TYPE_YEAR_OR_PERMANENT:
			if (!year_parse(text, &year))
				return false;
			*number = (Decimal){year, 0};
			return true;
		case TYPE_RATE:
			return rate_parse(text, number, &unit);
		default:
			return false;
	}
}

static bool
is_dash(Str text)
{
	return str_equal(text, STR("-")) || str_equal(text, STR("\u2013")) ||
	       str_equal(text, STR("\u2014"));
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* May a phrase go on like this behind its first word, with a word that begins with this letter? */
static bool
may_go_on_with(Str rest, char letter)
{
	if (rest.len == 0 || is_letter(rest.at[0]))
		return false;
	return rest.at[0] != ' ' || rest.len == 1 || !is_letter(rest.at[1]) ||
	       (rest.at[1] | 0x20) == letter;
}

/* Do the first letters let text be one of the phrases below?  Nearly always not. */
static bool
may_be_phrase(Str text)
{
	uint32_t i = 0;
	Str rest;
	char next;

	while (i < text.len && (unsigned char) text.at[i] < 0x80 && !is_digit(text.at[i]) &&
	       !is_letter(text.at[i]))
		i++;
	if (i + 1 >= text.len)
		return false;
	next = text.at[i + 1];
	rest = (Str){text.at + i + 2, text.len - i - 2};
	switch (text.at[i])
	{
		case 'e':
		case 'E':
			return ((next | 0x20) == 'l' && may_go_on_with(rest, 'p')) ||
			       (unsigned char) next >= 0x80;
		case 'n':
		case 'N':
			return !(is_digit(next) || is_letter(next)) || (next | 0x20) == 'a' ||
			       ((next | 0x20) == 'o' && may_go_on_with(rest, 'a'));
		default:
			return (unsigned char) text.at[i] >= 0x80;
	}
}

/* What text says in place of a value; reported: it says nothing of the kind. */
static Status
phrase_status(Str text)
{
	static const Str printed = {"El programa no presenta informaci\u00F3n", 36};
	static const struct
	{
		const char *words;
		Status status;
	} phrases[] = {
	    {"el programa no presenta informacion", STATUS_ABSENT},
	    {"el programa no presenta evaluaciones", STATUS_ABSENT},
	    {"n a", STATUS_NOT_APPLICABLE},
	    {"na", STATUS_NOT_APPLICABLE},
	    {"no aplica", STATUS_NOT_APPLICABLE},
	};
	Str words = {text.at, text.len - (text.len > 0 && text.at[text.len - 1] == '.')};
	char folded[48];
	uint32_t len;

	if (!may_be_phrase(text))
		return STATUS_REPORTED;
	if (str_equal(words, printed))
		return STATUS_ABSENT;
	len = fold_key(text, folded, sizeof(folded) - 1);
	if (len >= sizeof(folded))
		return STATUS_REPORTED;
	folded[len] = '\0';
	for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++)
	{
		if (strcmp(folded, phrases[i].words) == 0)
			return phrases[i].status;
	}
	return STATUS_REPORTED;
}

bool
goes_on_behind_absent(Str text)
{
	const char *stop = may_be_phrase(text) ? memchr(text.at, '.', text.len) : NULL;
	uint32_t len = stop ? (uint32_t) (stop + 1 - text.at) : text.len;

	return len < text.len && phrase_status((Str){text.at, len}) == STATUS_ABSENT;
}

/* "50,259": three decimals, which no amount has, or thousands whose point is misread. */
static bool
may_be_thousands(Str text)
{
	const char *comma = text.at[0] != '0' ? memchr(text.at, ',', text.len) : NULL;

	return comma && text.at + text.len - comma == 4;
}

Status
value_status(Str text, FieldType type)
{
	Status status;

	text = str_trim(text);
	if (text.len == 0 || (type != TYPE_TEXT && is_dash(text)))
		return STATUS_BLANK;
	status = phrase_status(text);
	if (status == STATUS_REPORTED && !value_fits(text, type))
		return STATUS_INVALID;
	if (status == STATUS_REPORTED && type == TYPE_AMOUNT && may_be_thousands(text))
		return STATUS_AMBIGUOUS;
	return status;
}
