/*
 * test_number.c
 *		Figures, dates and words as reports print them, and the statuses of values.
 *
 * test/unit/test_number.c
 */
#include "unit.h"

#include "number.h"

/* ---- Numbers ---- */

typedef struct NumberCase
{
	const char *text;
	int64_t mantissa;
	int scale;
} NumberCase;

static void
check_number(const NumberCase *number, bool dot_decimals)
{
	Decimal got;

	if (!number_parse(str_of(number->text), dot_decimals, &got))
		CHECK_THAT(false, "\"%s\" is refused", number->text);
	else
		CHECK_THAT(got.mantissa == number->mantissa && got.scale == number->scale,
		           "\"%s\" is %lld / 10^%d", number->text, (long long) got.mantissa, got.scale);
}

static void
numbers_are_read(void)
{
	static const NumberCase cases[] = {
	    {"0", 0, 0},
	    {"7", 7, 0},
	    {"327", 327, 0},
	    {"5000", 5000, 0},
	    {"5.000", 5000, 0},
	    {"007", 7, 0},
	    {"1.105.072", 1105072, 0},
	    {"12.345.678,90", 1234567890, 2},
	    {"6,54", 654, 2},
	    {"0,0654", 654, 4},
	    {"-12", -12, 0},
	    {"-1.234,5", -12345, 1},
	    {" 12 ", 12, 0},
	    {"\t12\n", 12, 0},
	    {"1,234", 1234, 3}, /* a comma separates decimals, always */
	    {"123456789012345678", INT64_C(123456789012345678), 0},
	    {"-999.999.999.999.999.999", INT64_C(-999999999999999999), 0},
	    {"000000000000000000000000001", 1, 0},
	    {"0,000000000000000001", 1, 18},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		check_number(&cases[i], false);
		check_number(&cases[i], true);
	}
}

static void
a_dot_separates_decimals_where_it_cannot_group(void)
{
	static const NumberCase cases[] = {
	    {"0.61", 61, 2},          {"73.5", 735, 1},     {"0.065", 65, 3}, {"0.500", 500, 3},
	    {"1234.567", 1234567, 3}, {"1.2345", 12345, 4}, {"-0.5", -5, 1},  {"12.34", 1234, 2},
	};
	Decimal got;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		check_number(&cases[i], true);
		CHECK_THAT(!number_parse(str_of(cases[i].text), false, &got), "\"%s\"", cases[i].text);
	}
	check_number(&(NumberCase){"1.234", 1234, 0}, true);
	check_number(&(NumberCase){"12.345", 12345, 0}, true);
}

static void
other_text_is_no_number(void)
{
	static const char *const cases[] = {
	    "",
	    " ",
	    "-",
	    "a",
	    "12a",
	    "a12",
	    "1 2",
	    "- 5",
	    "+5",
	    "5,",
	    ",5",
	    "5.",
	    ".5",
	    "1,2,3",
	    "1.2.3",
	    "1..2",
	    "1.23.456",
	    "1.234.5",
	    "1234.567.890",
	    "1.234.56",
	    "1.5,3",
	    "0.123.456",
	    "5%",
	    "$5",
	    "1e5",
	    "0x1",
	    "--5",
	    "5-",
	    "1,234.5",
	    "1.234,",
	    "1234567890123456789",       /* 19 digits */
	    "1.000.000.000.000.000.000", /* 19 digits */
	    "0,0000000000000000001",     /* scale 19 */
	    "1234567890,1234567890",     /* 20 digits */
	    "99999999999999999999999999",
	    "\xC2\xA0",
	    "\xC3",
	    "１２",
	};
	Decimal got;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		CHECK_THAT(!number_parse(str_of(cases[i]), false, &got), "\"%s\" is read", cases[i]);
		CHECK_THAT(!number_parse(str_of(cases[i]), true, &got), "\"%s\" is read", cases[i]);
	}
	CHECK(!number_parse(NO_STR, true, &got));
	CHECK(!number_parse((Str){"1\0", 2}, true, &got));
}

static void
integers_are_whole(void)
{
	int64_t got;

	CHECK(integer_parse(STR("1.105.072"), &got) && got == 1105072);
	CHECK(integer_parse(STR("-3"), &got) && got == -3);
	CHECK(!integer_parse(STR("5,0"), &got));
	CHECK(!integer_parse(STR("5.0"), &got));
	CHECK(!integer_parse(STR("cinco"), &got));
}

static void
numbers_are_printed_as_the_form_does(void)
{
	static const NumberCase cases[] = {
	    {"0", 0, 0},
	    {"7", 7, 0},
	    {"999", 999, 0},
	    {"1.000", 1000, 0},
	    {"1.105.072", 1105072, 0},
	    {"-1.105.072", -1105072, 0},
	    {"6,54", 654, 2},
	    {"0,0654", 654, 4},
	    {"-0,5", -5, 1},
	    {"71,0", 710, 1},
	    {"1.234,5", 12345, 1},
	    {"0,000000000000000001", 1, 18},
	    {"-999.999.999.999.999.999", INT64_C(-999999999999999999), 0},
	    {"-0,999999999999999999", INT64_C(-999999999999999999), 18},
	};
	char out[32];

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		Decimal number = {cases[i].mantissa, (uint8_t) cases[i].scale};
		Str printed = {out, number_print(number, out)};

		CHECK_STR(printed, str_of(cases[i].text));
		check_number(&cases[i], false);
	}
}

static void
decimals_are_compared_by_value(void)
{
	static const Decimal order[] = {
	    {INT64_C(-999999999999999999), 0},
	    {-12, 0},
	    {-115, 1},
	    {-11, 0},
	    {-5, 1},
	    {INT64_C(-1), 18},
	    {0, 0},
	    {1, 18},
	    {5, 1},
	    {1, 0},
	    {INT64_C(1000000000000000001), 18},
	    {11, 1},
	    {INT64_C(999999999999999999), 0},
	};
	int count = sizeof(order) / sizeof(order[0]);

	for (int i = 0; i < count; i++)
	{
		for (int j = 0; j < count; j++)
			CHECK_INT(decimal_compare(order[i], order[j]), (i > j) - (i < j));
	}
	CHECK_INT(decimal_compare((Decimal){5, 0}, (Decimal){500, 2}), 0);
	CHECK_INT(decimal_compare((Decimal){0, 0}, (Decimal){0, 9}), 0);
}

static void
years_have_four_digits(void)
{
	int year;

	CHECK(year_parse(STR("2021"), &year) && year == 2021);
	CHECK(year_parse(STR(" 1900 "), &year) && year == 1900);
	CHECK(year_parse(STR("2100"), &year) && year == 2100);
	CHECK(!year_parse(STR("1899"), &year));
	CHECK(!year_parse(STR("2101"), &year));
	CHECK(!year_parse(STR("2.021"), &year));
	CHECK(!year_parse(STR("21"), &year));
	CHECK(!year_parse(STR("20210"), &year));
	CHECK(!year_parse(STR("-2021"), &year));
	CHECK(!year_parse(STR("2021 a"), &year));
	CHECK(!year_parse(NO_STR, &year));
}

static void
rates_have_perhaps_a_unit(void)
{
	Decimal rate;
	Str unit;

	CHECK(rate_parse(STR("6,54%"), &rate, &unit) && rate.mantissa == 654 && rate.scale == 2);
	CHECK_STR(unit, STR("%"));
	CHECK(rate_parse(STR("73 %"), &rate, &unit) && rate.mantissa == 73 && rate.scale == 0);
	CHECK_STR(unit, STR("%"));
	CHECK(rate_parse(STR(" 0.065 "), &rate, &unit) && rate.mantissa == 65 && rate.scale == 3);
	CHECK(unit.at == NULL);
	CHECK(rate_parse(STR("1.250"), &rate, &unit) && rate.mantissa == 1250 && unit.len == 0);
	CHECK(rate_parse(STR("-3,5%"), &rate, &unit) && rate.mantissa == -35);
	CHECK(!rate_parse(STR("%"), &rate, &unit));
	CHECK(!rate_parse(STR("5 puntos"), &rate, &unit));
	CHECK(!rate_parse(STR("5%%"), &rate, &unit));
	CHECK(!rate_parse(STR("5% 6%"), &rate, &unit));
	CHECK(!rate_parse(STR("N/A"), &rate, &unit));
	CHECK(!rate_parse(STR("aprox. 5%"), &rate, &unit));
}

/* ---- Dates and words ---- */

static void
dates_are_read(void)
{
	static const struct
	{
		const char *text;
		Date date;
	} cases[] = {
	    {"31 - diciembre - 2021", {2021, 12, 31}},
	    {"1 - enero - 2020", {2020, 1, 1}},
	    {"01-Enero-2020", {2020, 1, 1}},
	    {" 31 -diciembre-  2021\n", {2021, 12, 31}},
	    {"31 de diciembre de 2021", {2021, 12, 31}},
	    {"5 DE MARZO DEL 2019", {2019, 3, 5}},
	    {"31/12/2021", {2021, 12, 31}},
	    {"9-9-1999", {1999, 9, 9}},
	    {"29/02/2020", {2020, 2, 29}},
	    {"29/02/2000", {2000, 2, 29}},
	    {"30 de setiembre de 2018", {2018, 9, 30}},
	    {"15 - SEPTIEMBRE - 2018", {2018, 9, 15}},
	    {"30/04/2022", {2022, 4, 30}},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		Date got;

		if (!date_parse(str_of(cases[i].text), &got))
			CHECK_THAT(false, "\"%s\" is refused", cases[i].text);
		else
			CHECK_THAT(got.year == cases[i].date.year && got.month == cases[i].date.month &&
			               got.day == cases[i].date.day,
			           "\"%s\" is %d-%d-%d", cases[i].text, got.year, got.month, got.day);
	}
}

static void
other_text_is_no_date(void)
{
	static const char *const cases[] = {
	    "",
	    "31",
	    "31 -",
	    "31 - diciembre",
	    "31 - diciembre -",
	    "29/02/2021",
	    "29/02/1900",
	    "31/04/2021",
	    "0/1/2021",
	    "1/0/2021",
	    "1/13/2021",
	    "32/1/2021",
	    "1/1/21",
	    "1/1/1899",
	    "31 - dic - 2021",
	    "31-12/2021",
	    "31/12-2021",
	    "31 12 2021",
	    "2021-12-31",
	    "31 de 12 de 2021",
	    "31dediciembrede2021",
	    "31 - diciembre - 2021 (cierre)",
	    "el 31/12/2021",
	    "100/1/2021",
	    "31 - diciembre de 2021",
	    "1//2021",
	    "31 de de 2021",
	    "diciembre 2021",
	};
	Date got;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		CHECK_THAT(!date_parse(str_of(cases[i]), &got), "\"%s\" is read", cases[i]);
}

static void
dates_are_printed_as_they_are_read(void)
{
	char out[32];

	CHECK_STR(((Str){out, date_print((Date){2021, 12, 31}, out)}), STR("31 - diciembre - 2021"));
	CHECK_STR(((Str){out, date_print((Date){2020, 9, 1}, out)}), STR("1 - septiembre - 2020"));
	for (int month = 1; month <= 12; month++)
	{
		Date date = {2019, month, 28};
		Date got = {0, 0, 0};

		CHECK(date_parse((Str){out, date_print(date, out)}, &got));
		CHECK_INT(got.month, month);
	}
}

static void
yes_and_no_are_told(void)
{
	bool yes;

	CHECK(yesno_parse(STR("Si"), &yes) && yes);
	CHECK(yesno_parse(STR("Sí"), &yes) && yes);
	CHECK(yesno_parse(STR("SI."), &yes) && yes);
	CHECK(yesno_parse(STR("si\xCC\x81"), &yes) && yes); /* decomposed */
	CHECK(yesno_parse(STR(" No "), &yes) && !yes);
	CHECK(yesno_parse(STR("NO."), &yes) && !yes);
	CHECK(!yesno_parse(STR(""), &yes));
	CHECK(!yesno_parse(STR("No aplica"), &yes));
	CHECK(!yesno_parse(STR("Si, en parte"), &yes));
	CHECK(!yesno_parse(STR("S"), &yes));
	CHECK(!yesno_parse(STR("1"), &yes));
}

static void
permanent_is_told(void)
{
	CHECK(permanent_parse(STR("Permanente")));
	CHECK(permanent_parse(STR(" PERMANENTE. ")));
	CHECK(!permanent_parse(STR("Permanente hasta 2030")));
	CHECK(!permanent_parse(STR("2030")));
	CHECK(!permanent_parse(NO_STR));
}

/* ---- Values ---- */

typedef struct StatusCase
{
	const char *text;
	FieldType type;
	Status status;
} StatusCase;

static void
values_have_statuses(void)
{
	static const StatusCase cases[] = {
	    {"327", TYPE_INTEGER, STATUS_REPORTED},
	    {"327,5", TYPE_INTEGER, STATUS_INVALID},
	    {"muchos", TYPE_INTEGER, STATUS_INVALID},
	    {"1.234,5", TYPE_AMOUNT, STATUS_REPORTED},
	    {"12.5", TYPE_AMOUNT, STATUS_INVALID},
	    {"12.5", TYPE_NUMBER, STATUS_REPORTED},
	    {"M$ 5", TYPE_AMOUNT, STATUS_INVALID},
	    {"2021", TYPE_YEAR, STATUS_REPORTED},
	    {"Permanente", TYPE_YEAR, STATUS_INVALID},
	    {"Permanente", TYPE_YEAR_OR_PERMANENT, STATUS_REPORTED},
	    {"2042", TYPE_YEAR_OR_PERMANENT, STATUS_REPORTED},
	    {"Indefinido", TYPE_YEAR_OR_PERMANENT, STATUS_INVALID},
	    {"31 - diciembre - 2021", TYPE_DATE, STATUS_REPORTED},
	    {"diciembre", TYPE_DATE, STATUS_INVALID},
	    {"Sí", TYPE_YESNO, STATUS_REPORTED},
	    {"Tal vez", TYPE_YESNO, STATUS_INVALID},
	    {"No aplica", TYPE_YESNO, STATUS_NOT_APPLICABLE},
	    {"Otros", TYPE_LIST, STATUS_REPORTED},
	    {"6,54%", TYPE_RATE, STATUS_REPORTED},
	    {"alto", TYPE_RATE, STATUS_INVALID},
	    {"01", TYPE_CODE, STATUS_REPORTED},
	    {"24.03.001", TYPE_CODE, STATUS_REPORTED},
	    {"24-03", TYPE_CODE, STATUS_INVALID},
	    {".", TYPE_CODE, STATUS_INVALID},
	    {"before", TYPE_NAME, STATUS_REPORTED},
	    {"Cualquier texto", TYPE_TEXT, STATUS_REPORTED},
	    {"", TYPE_TEXT, STATUS_BLANK},
	    {" \n\t", TYPE_TEXT, STATUS_BLANK},
	    {"-", TYPE_TEXT, STATUS_REPORTED},
	    {"-", TYPE_INTEGER, STATUS_BLANK},
	    {" – ", TYPE_RATE, STATUS_BLANK},
	    {"—", TYPE_LIST, STATUS_BLANK},
	    {"--", TYPE_INTEGER, STATUS_INVALID},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		Status got = value_status(str_of(cases[i].text), cases[i].type);

		CHECK_THAT(got == cases[i].status, "\"%s\" as %s is %s", cases[i].text,
		           form_type_name(cases[i].type), status_name(got));
	}
	CHECK_INT(value_status(NO_STR, TYPE_AMOUNT), STATUS_BLANK);
	CHECK_INT(value_status(STR("50,259"), TYPE_AMOUNT), STATUS_AMBIGUOUS);
	CHECK_INT(value_status(STR("0,259"), TYPE_AMOUNT), STATUS_REPORTED);
	CHECK_INT(value_status(STR("50,25"), TYPE_AMOUNT), STATUS_REPORTED);
}

static void
phrases_mean_the_same_for_every_type(void)
{
	static const struct
	{
		const char *text;
		Status status;
	} cases[] = {
	    {"El programa no presenta información", STATUS_ABSENT},
	    {"El programa no presenta información.", STATUS_ABSENT},
	    {"EL PROGRAMA NO PRESENTA INFORMACIÓN", STATUS_ABSENT},
	    {"El programa no\npresenta  informacion.", STATUS_ABSENT},
	    {"El programa no presenta informacio\xCC\x81n", STATUS_ABSENT},
	    {"El programa no presenta\r\nevaluaciones.", STATUS_ABSENT},
	    {"N/A", STATUS_NOT_APPLICABLE},
	    {"n/a", STATUS_NOT_APPLICABLE},
	    {"NA", STATUS_NOT_APPLICABLE},
	    {"No aplica", STATUS_NOT_APPLICABLE},
	    {"No Aplica.", STATUS_NOT_APPLICABLE},
	    {"NO\nAPLICA", STATUS_NOT_APPLICABLE},
	    {"no-aplica", STATUS_NOT_APPLICABLE},
	    {"«El» programa no presenta información", STATUS_ABSENT},
	    {"El  Programa no presenta información", STATUS_ABSENT},
	    {"El\u00A0programa no presenta información", STATUS_ABSENT},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		for (int type = TYPE_TEXT; type < TYPE_TABLE; type++)
			CHECK_INT(value_status(str_of(cases[i].text), (FieldType) type), cases[i].status);
	}
}

static void
a_phrase_within_a_text_is_text(void)
{
	CHECK_INT(value_status(STR("El programa no presenta información sobre 2019"), TYPE_TEXT),
	          STATUS_REPORTED);
	CHECK_INT(value_status(STR("El programa no presenta"), TYPE_TEXT), STATUS_REPORTED);
	CHECK_INT(value_status(STR("El"), TYPE_TEXT), STATUS_REPORTED);
	CHECK_INT(value_status(STR("El "), TYPE_TEXT), STATUS_REPORTED);
	CHECK_INT(value_status(STR("El equipo"), TYPE_TEXT), STATUS_REPORTED);
	CHECK_INT(value_status(STR("Ella"), TYPE_TEXT), STATUS_REPORTED);
	CHECK_INT(value_status(STR("No"), TYPE_YESNO), STATUS_REPORTED);
	CHECK_INT(value_status(STR("No."), TYPE_YESNO), STATUS_REPORTED);
	CHECK_INT(value_status(STR("No aplica a las regiones del norte"), TYPE_TEXT), STATUS_REPORTED);
	CHECK_INT(value_status(STR("N/A 73%"), TYPE_RATE), STATUS_INVALID);
}

static void
values_have_numbers(void)
{
	static const struct
	{
		const char *text;
		FieldType type;
		int64_t mantissa;
		int scale;
	} cases[] = {
	    {"1.234", TYPE_INTEGER, 1234, 0},
	    {"1.234,5", TYPE_AMOUNT, 12345, 1},
	    {"0.5", TYPE_NUMBER, 5, 1},
	    {"2021", TYPE_YEAR, 2021, 0},
	    {"2042", TYPE_YEAR_OR_PERMANENT, 2042, 0},
	    {"6,54%", TYPE_RATE, 654, 2},
	};
	Decimal got;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		CHECK(value_number(str_of(cases[i].text), cases[i].type, &got));
		CHECK_INT(got.mantissa, cases[i].mantissa);
		CHECK_INT(got.scale, cases[i].scale);
	}
	CHECK(!value_number(STR("1,5"), TYPE_INTEGER, &got));
	CHECK(!value_number(STR("Permanente"), TYPE_YEAR_OR_PERMANENT, &got));
	CHECK(!value_number(STR("12"), TYPE_TEXT, &got));
	CHECK(!value_number(STR("12"), TYPE_CODE, &got));
	CHECK(!value_number(STR("12"), TYPE_TABLE, &got));
}

int
main(void)
{
	RUN(numbers_are_read);
	RUN(a_dot_separates_decimals_where_it_cannot_group);
	RUN(other_text_is_no_number);
	RUN(integers_are_whole);
	RUN(numbers_are_printed_as_the_form_does);
	RUN(decimals_are_compared_by_value);
	RUN(years_have_four_digits);
	RUN(rates_have_perhaps_a_unit);
	RUN(dates_are_read);
	RUN(other_text_is_no_date);
	RUN(dates_are_printed_as_they_are_read);
	RUN(yes_and_no_are_told);
	RUN(permanent_is_told);
	RUN(values_have_statuses);
	RUN(phrases_mean_the_same_for_every_type);
	RUN(a_phrase_within_a_text_is_text);
	RUN(values_have_numbers);
	return unit_end();
}
