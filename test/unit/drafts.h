/*
 * drafts.h
 *		Random drafts, the same for the same seed: every status, type and table,
 *		values without a place, gaps, and text of all kinds.
 *
 * test/unit/drafts.h
 */
#ifndef PROGSOC_DRAFTS_H
#define PROGSOC_DRAFTS_H

#include "packed.h"
#include "rows.h"

typedef struct Random
{
	uint64_t state; /* not 0 */
} Random;

/* xorshift64* */
static inline uint64_t
random_next(Random *random)
{
	random->state ^= random->state >> 12;
	random->state ^= random->state << 25;
	random->state ^= random->state >> 27;
	return random->state * UINT64_C(2685821657736338717);
}

static inline uint32_t
random_below(Random *random, uint32_t limit)
{
	return (uint32_t) ((random_next(random) >> 32) * limit >> 32);
}

static inline bool
random_chance(Random *random, uint32_t percent)
{
	return random_below(random, 100) < percent;
}

/* ---- Texts ---- */

static inline Str
random_pick(Random *random, const char *const *texts, size_t count)
{
	const char *text = texts[random_below(random, (uint32_t) count)];

	return (Str){text, (uint32_t) strlen(text)};
}

#define RANDOM_PICK(random, texts) random_pick(random, texts, sizeof(texts) / sizeof((texts)[0]))

static const char *const text_pieces[] = {
    "a",
    "Z",
    "0",
    " ",
    "\n",
    "\t",
    "\r",
    "\"",
    "\\",
    "/",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "ñ",
    "É",
    "e\xCC\x81",
    "€",
    "日",
    "😀",
    "\x01",
    "\x1F",
    "\x7F",
    "\xC2\x80",
    "\xC2\xA0",
    "\xE2\x80\xA8",
    "\uFFFF",
    "\uFEFF",
    "\\u0041",
    "</script>",
    "\xF4\x8F\xBF\xBF",
    "null",
    "1.234",
    "programa ",
    "de los ",
    "niños ",
    "73%",
};

/* Of a long text; who has no use for one may say less. */
static uint32_t text_pieces_max = 5000;

static inline Str
random_text(Random *random, Arena *arena)
{
	uint32_t pieces = random_chance(random, 2) ? text_pieces_max : 1 + random_below(random, 12);
	char *text = arena_alloc(arena, (size_t) pieces * 12);
	uint32_t len = 0;

	for (uint32_t i = 0; i < pieces; i++)
	{
		Str piece = RANDOM_PICK(random, text_pieces);

		memcpy(text + len, piece.at, piece.len);
		len += piece.len;
	}
	return (Str){text, len};
}

static const char *const odd_values[] = {
    "N/A",        "No aplica", "El programa no presenta información",
    "-",          " ",         "true",
    "null",       "12a",       "Si\n",
    "[]",         "{}",        "\"",
    "2021-12-31", "no",        "0",
    "false",      "2.021",     " 5 ",
};

static const char *const number_values[] = {
    "0",
    "7",
    "327",
    "5.000",
    "5000",
    "007",
    "1.105.072",
    "-12",
    "-1.234",
    " 12 ",
    "-0",
    "999.999.999.999.999.999",
    "999999999999999999",
    "-999.999.999.999.999.999",
};

static const char *const decimal_values[] = {
    "0,61",
    "71,0",
    "71,00",
    "-0,5",
    "-0,0",
    "1.234,5",
    "1234,5",
    "0,0001",
    "0,00001",
    "123.456.789.012,345",
    "1.234.567.890.123,456",
    "0,123456789012345",
    "0,1234567890123456",
    "0,000000000000000001",
    "99.999.999.999.999,9",
    "0.61",
    "12.5",
};

static const char *const year_values[] = {"1900", "2021", "2100", " 2020 "};
static const char *const permanent_values[] = {"Permanente", "PERMANENTE", "2042"};
static const char *const date_values[] = {
    "31 - diciembre - 2021",   "1 - enero - 1999", "01 - enero - 1999", "29/02/2020",
    "31 de diciembre de 2021",
};
static const char *const yesno_values[] = {"Si", "No", "Sí", "NO", "Si.", " No"};
static const char *const list_values[] = {"una", "una\ndos", "una\n\ntres\n", "\n", "a\r\nb"};
static const char *const rate_values[] = {"6,54%", "73 %", "0.065", "0,0654", "12", "-3%"};
static const char *const code_values[] = {"01", "24", "24.03.001", "007", "5"};
static const char *const name_values[] = {"actual", "expected", "design", "3.3"};

static inline Str
random_value(Random *random, FieldType type, Arena *arena)
{
	if (random_chance(random, 10))
		return RANDOM_PICK(random, odd_values);
	switch (type)
	{
		case TYPE_INTEGER:
			return RANDOM_PICK(random, number_values);
		case TYPE_AMOUNT:
		case TYPE_NUMBER:
			if (random_chance(random, 50))
				return RANDOM_PICK(random, number_values);
			return RANDOM_PICK(random, decimal_values);
		case TYPE_YEAR:
			return RANDOM_PICK(random, year_values);
		case TYPE_YEAR_OR_PERMANENT:
			return RANDOM_PICK(random, permanent_values);
		case TYPE_DATE:
			return RANDOM_PICK(random, date_values);
		case TYPE_YESNO:
			return RANDOM_PICK(random, yesno_values);
		case TYPE_LIST:
			return RANDOM_PICK(random, list_values);
		case TYPE_RATE:
			return RANDOM_PICK(random, rate_values);
		case TYPE_CODE:
			return RANDOM_PICK(random, code_values);
		case TYPE_NAME:
			return RANDOM_PICK(random, name_values);
		default:
			return random_text(random, arena);
	}
}

/* ---- Facts ---- */

static inline void
random_fact(Random *random, Draft *draft, FieldId field, uint32_t row)
{
	Status status = STATUS_REPORTED;
	Str text = random_value(random, form_fields[field].type, draft->arena);

	if (random_chance(random, 30))
		status = (Status) random_below(random, STATUS_COUNT);
	if (random_chance(random, 5))
		text = NO_STR;
	draft_add(draft, field, row, status, text);
}

/* The rows of an ordinary table: few, seldom far apart. */
static inline void
random_column(Random *random, Draft *draft, FieldId column, uint32_t rows, uint32_t percent)
{
	for (uint32_t row = 0; row < rows; row++)
	{
		if (random_chance(random, percent))
			random_fact(random, draft, column, row);
	}
	if (random_chance(random, 3))
		random_fact(random, draft, column, 1000 + random_below(random, 3));
	if (random_chance(random, 1))
		random_fact(random, draft, column, PACKED_ROW_MAX);
}

static inline void
random_keyed(Random *random, Draft *draft, FieldId column)
{
	for (int field = 0; field < FIELD_COUNT; field++)
	{
		if (form_has_key((FieldId) field) && random_chance(random, 5))
			random_fact(random, draft, column, (uint32_t) field);
	}
}

static inline bool
is_indicator_value(FieldId column)
{
	return column == FIELD_PURPOSE_VALUE || column == FIELD_COMPLEMENTARY_VALUE;
}

static inline void
random_table_column(Random *random, Draft *draft, FieldId column, uint32_t rows)
{
	FieldId table = form_fields[column].table;

	if (form_is_keyed(table))
		random_keyed(random, draft, column);
	else if (table == FIELD_POPULATION_FLOW)
		random_column(random, draft, column, rows * 4, 60);
	else if (is_indicator_value(column))
	{
		for (uint32_t row = 0; row < rows; row++)
		{
			for (uint32_t value = 0; value < 8; value++)
			{
				if (random_chance(random, 60))
					random_fact(random, draft, column, row * INDICATOR_COLUMNS + value);
			}
		}
		random_column(random, draft, column, 0, 0);
	}
	else
		random_column(random, draft, column, rows, 85);
}

/* A draft whose facts are in random order; its texts live in its arena. */
static inline void
random_draft(Random *random, Draft *draft)
{
	uint32_t fill = random_below(random, 100);
	uint32_t rows = random_below(random, 6);

	draft->report_year =
	    random_chance(random, 20) ? YEAR_UNKNOWN : 2012 + (int) random_below(random, 20);
	draft->parser_version = random_chance(random, 20) ? 0 : (int) random_below(random, 65536);
	for (int i = 0; i < FIELD_COUNT; i++)
	{
		FieldId field = (FieldId) i;

		if (form_is_scalar(field) && random_chance(random, fill))
			random_fact(random, draft, field, random_below(random, 200));
		else if (form_fields[field].table == FIELD_OTHER)
			random_column(random, draft, field, 20, 15);
		else if (form_fields[field].table != FIELD_NONE && random_chance(random, fill))
			random_table_column(random, draft, field, rows);
	}
	for (uint32_t i = draft->count; i > 1; i--)
	{
		uint32_t other = random_below(random, i);
		Fact fact = draft->facts[other];

		draft->facts[other] = draft->facts[i - 1];
		draft->facts[i - 1] = fact;
	}
}

#endif /* PROGSOC_DRAFTS_H */
