/*
 * number.h
 *		Figures as Chilean reports print them: "1.105.072", "6,54%", "Si",
 *		"31 - diciembre - 2021".  Nothing is guessed: what is not exactly of
 *		the type is refused, and the caller keeps the text.
 *
 * src/core/number.h
 */
#ifndef PROGSOC_NUMBER_H
#define PROGSOC_NUMBER_H

#include "core.h"
#include "form.h"

#define YEAR_FIRST 1900
#define YEAR_LAST  2100

#define DECIMAL_SCALE_MAX 18

/* mantissa / 10^scale; up to 18 digits, so that no operation on one overflows */
typedef struct Decimal
{
	int64_t mantissa;
	uint8_t scale;
} Decimal;

/*
 * "." groups thousands and "," separates decimals.  A dot that cannot group
 * thousands ("0.61", "73.5") separates decimals where dot_decimals allows it.
 */
extern bool number_parse(Str text, bool dot_decimals, Decimal *number);
extern bool integer_parse(Str text, int64_t *number);
extern bool year_parse(Str text, int *year); /* four digits, YEAR_FIRST to YEAR_LAST */

/* A rate: a number, then perhaps a unit ("%"); unit is NO_STR without one. */
extern bool rate_parse(Str text, Decimal *number, Str *unit);

typedef struct Date
{
	int year;
	int month; /* 1 to 12 */
	int day;
} Date;

extern bool date_parse(Str text, Date *date);        /* "31 - diciembre - 2021"; a real day */
extern uint32_t date_print(Date date, char out[32]); /* as the form prints it; no NUL */
extern bool yesno_parse(Str text, bool *yes); /* Si, Sí, No; any case, perhaps a full stop */
extern bool permanent_parse(Str text);        /* "Permanente" */

/*
 * The status that text has as a value of this type: reported, invalid, absent,
 * blank, not applicable or, of an amount such as "50,259", ambiguous.  The absent
 * phrases are recognised here and only here.
 */
extern Status value_status(Str text, FieldType type);

/* Does text say that there is nothing, and then go on?  What goes on is of a label that is missing.
 */
extern bool goes_on_behind_absent(Str text);

/* Whether text is a value of this type: what may be reported, or inferred, of it. */
extern bool value_fits(Str text, FieldType type);

/* The number of a reported value of this type; false for types without one. */
extern bool value_number(Str text, FieldType type, Decimal *number);

/* A number as the form prints it ("1.105.072", "6,54"); at most 32 bytes, no NUL. */
extern uint32_t number_print(Decimal number, char out[32]);

/* a - b, a + b as comparisons need them: -1, 0, 1 */
extern int decimal_compare(Decimal a, Decimal b);

#endif /* PROGSOC_NUMBER_H */
