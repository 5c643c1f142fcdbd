/*
 * test_core.c
 *		Statuses, errors, the arena, strings, the form.
 *
 * test/unit/test_core.c
 */
#include "unit.h"

#include "counted.h"
#include "form.h"

/* ---- Statuses ---- */

static void
statuses_have_names(void)
{
	static const char *const names[] = {"reported", "inferred", "ambiguous",     "invalid",
	                                    "absent",   "blank",    "not_applicable"};
	Status status;

	for (int i = 0; i < STATUS_COUNT; i++)
	{
		CHECK_STR(str_of(status_name((Status) i)), str_of(names[i]));
		CHECK(status_from_name(str_of(names[i]), &status) && (int) status == i);
	}
	CHECK(!status_from_name(STR("report"), &status));
	CHECK(!status_from_name(STR("Reported"), &status));
	CHECK(!status_from_name(STR(""), &status));
}

static void
the_weakest_cell_is_the_status_of_its_row(void)
{
	/* from the strongest claim on the row to the weakest */
	static const Status order[] = {STATUS_AMBIGUOUS, STATUS_INVALID, STATUS_INFERRED,
	                               STATUS_REPORTED,  STATUS_ABSENT,  STATUS_NOT_APPLICABLE,
	                               STATUS_BLANK};

	for (int i = 0; i < STATUS_COUNT; i++)
	{
		for (int j = 0; j < STATUS_COUNT; j++)
			CHECK_INT(status_weakest(order[i], order[j]), order[i < j ? i : j]);
	}
}

/* ---- Errors ---- */

static void
errors_say_why(void)
{
	Error error;

	CHECK(!error_set(&error, ERROR_RANGE, "%d is too much", 7));
	CHECK_INT(error.code, ERROR_RANGE);
	CHECK_STR(str_of(error.message), STR("7 is too much"));
	CHECK_INT(error.detail[0], 0);
	CHECK_INT(error.hint[0], 0);
	CHECK(!error_detail(&error, "It is %s.", "seven"));
	CHECK(!error_hint(&error, "Take %d.", 6));
	CHECK_STR(str_of(error.detail), STR("It is seven."));
	CHECK_STR(str_of(error.hint), STR("Take 6."));
}

static void
errors_are_cut_between_characters(void)
{
	Error error;
	char text[1001];

	for (int i = 0; i < 1000; i += 2)
		memcpy(text + i, "ñ", 2);
	text[1000] = '\0';
	error_set(&error, ERROR_SYNTAX, "%s", text);
	error_detail(&error, "a%s", text);
	CHECK_INT((long long) strlen(error.message), 158);
	CHECK_INT((long long) strlen(error.detail), 399);
	CHECK_INT(utf8_prefix(str_of(error.message)), 158);
}

/* ---- The arena ---- */

static void
the_arena_gives_room_of_its_own(void)
{
	Counted counted = {.left = 1000};
	Host host = counted_host(&counted);
	Arena arena;
	char *previous = NULL;

	arena_init(&arena, &host);
	for (size_t size = 0; size < 3000; size++)
	{
		char *at = arena_alloc(&arena, size);

		CHECK(at != NULL && (uintptr_t) at % _Alignof(uint64_t) == 0);
		memset(at, (int) (size & 0x7F), size);
		if (previous != NULL && size > 1)
			CHECK_INT(previous[size - 2], (int) ((size - 1) & 0x7F));
		previous = at;
	}
	CHECK(arena.total >= 3000 * 2999 / 2);
	CHECK_THAT(counted.taken < 30, "%d blocks were taken", counted.taken);
	arena_free(&arena);
	CHECK_INT(counted.released, counted.taken);
	CHECK_INT((long long) arena.total, 0);
	CHECK(arena_alloc(&arena, 1) != NULL);
	arena_free(&arena);
}

static void
the_arena_remembers_failure(void)
{
	Counted counted = {.left = 1};
	Host host = counted_host(&counted);
	Arena arena;

	arena_init(&arena, &host);
	CHECK(arena_alloc(&arena, 8) != NULL);
	CHECK(!arena.failed);
	CHECK(arena_alloc(&arena, 1 << 20) == NULL);
	CHECK(arena.failed);
	CHECK(arena_alloc(&arena, 8) == NULL);
	CHECK(arena_str(&arena, "x", 1).at == NULL);
	CHECK(arena_str(&arena, "x", SIZE_MAX).at == NULL);
	arena_free(&arena);
	CHECK_INT(counted.released, 1);
	CHECK(!arena.failed);

	counted.left = 1;
	CHECK(arena_alloc(&arena, SIZE_MAX - 4) == NULL);
	CHECK(arena.failed);
	CHECK_INT(counted.left, 1);
	arena_free(&arena);
}

static void
arrays_grow_in_the_arena(void)
{
	Arena arena;
	void *array = NULL;
	uint32_t capacity = 0;

	arena_init(&arena, &host_plain);
	for (uint32_t i = 0; i < 1000; i++)
	{
		CHECK(arena_grow(&arena, &array, i, &capacity, sizeof(uint32_t)));
		((uint32_t *) array)[i] = i * i;
	}
	CHECK(capacity >= 1000 && capacity < 2000);
	for (uint32_t i = 0; i < 1000; i++)
		CHECK_INT(((uint32_t *) array)[i], i * i);
	capacity = UINT32_MAX;
	CHECK(!arena_grow(&arena, &array, UINT32_MAX, &capacity, 1));
	CHECK(arena.failed);
	arena_free(&arena);
}

/* Fills an array up to `end` and sees to what it has held before. */
static uint32_t *
fill(Arena *arena, uint32_t *numbers, uint32_t from, uint32_t end, uint32_t *capacity)
{
	void *array = numbers;

	for (uint32_t i = from; i < end; i++)
	{
		CHECK(arena_grow(arena, &array, i, capacity, sizeof(uint32_t)));
		((uint32_t *) array)[i] = i * i;
	}
	for (uint32_t i = 0; i < end; i++)
		CHECK_INT(((uint32_t *) array)[i], i * i);
	return array;
}

static void
the_last_array_grows_in_place(void)
{
	Arena arena;
	uint32_t capacity = 0;
	uint32_t *first;
	uint32_t *moved;
	uint64_t *other;

	arena_init(&arena, &host_plain);
	first = fill(&arena, NULL, 0, 1, &capacity);
	CHECK(fill(&arena, first, 1, 20, &capacity) == first);
	other = arena_alloc(&arena, sizeof(uint64_t));
	*other = 7;
	moved = fill(&arena, first, 20, 41, &capacity);
	CHECK(moved != first && *other == 7);
	CHECK(fill(&arena, moved, 41, 70, &capacity) == moved);
	arena_free(&arena);
}

static void
what_an_array_leaves_is_given_back(void)
{
	Arena arena;
	uint32_t capacity = 0;
	uint32_t *array;
	uint64_t *other;
	uint64_t *next;

	arena_init(&arena, &host_plain);
	array = fill(&arena, NULL, 0, 61, &capacity);
	arena_trim(&arena, array, 61, capacity, sizeof(uint32_t));
	other = arena_alloc(&arena, sizeof(uint64_t));
	*other = 7;
	CHECK((uint32_t *) other >= array + 61 && (uint32_t *) other < array + capacity);
	CHECK_INT(array[60], 3600);
	arena_trim(&arena, array, 10, 61, sizeof(uint32_t)); /* not the last piece any more */
	next = arena_alloc(&arena, sizeof(uint64_t));
	*next = 8;
	CHECK(next > other && *other == 7 && array[60] == 3600);
	arena_trim(&arena, NULL, 0, 0, sizeof(uint32_t));
	arena_free(&arena);
}

static void
strings_are_copied_to_the_arena(void)
{
	Arena arena;
	char text[] = "dato";
	Str copy;

	arena_init(&arena, &host_plain);
	copy = arena_str(&arena, text, 4);
	text[0] = 'g';
	CHECK_STR(copy, STR("dato"));
	CHECK(arena_str(&arena, NULL, 0).at != NULL);
	arena_free(&arena);
}

/* ---- Strings ---- */

static void
strings_compare_by_bytes(void)
{
	CHECK(str_equal(STR("a"), STR("a")) && str_equal(NO_STR, STR("")));
	CHECK(!str_equal(STR("a"), STR("b")) && !str_equal(STR("a"), STR("aa")));
	CHECK_INT(str_compare(STR("a"), STR("b")), -1);
	CHECK_INT(str_compare(STR("\xC3"), STR("b")), 1);
	CHECK_INT(str_compare(STR("a"), STR("ab")), -1);
	CHECK_INT(str_compare(STR("ab"), STR("a")), 1);
	CHECK_INT(str_compare(NO_STR, STR("")), 0);
}

static void
strings_are_trimmed(void)
{
	CHECK_STR(str_trim(STR(" \t\r\n a b \f\v")), STR("a b"));
	CHECK_STR(str_trim(STR(" \n ")), NO_STR);
	CHECK_STR(str_trim(NO_STR), NO_STR);
}

static void
utf8_is_told_from_other_bytes(void)
{
	static const struct
	{
		const char *text;
		int prefix;
	} cases[] = {
	    {"", 0},
	    {"abcdefghi", 9},
	    {"abcdefgñ", 9},
	    {"\xC2\x80\u07FF\u0800\uFFFF", 10},
	    {"\xED\x9F\xBF\xEE\x80\x80", 6},         /* around the surrogates */
	    {"\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", 8}, /* U+10000, U+10FFFF */
	    {"ab\x80", 2},                           /* a stray continuation */
	    {"ab\xC1\x81", 2},                       /* overlong */
	    {"ab\xE0\x9F\xBF", 2},                   /* overlong */
	    {"ab\xF0\x8F\xBF\xBF", 2},               /* overlong */
	    {"ab\xED\xA0\x80", 2},                   /* a surrogate */
	    {"ab\xF4\x90\x80\x80", 2},               /* past U+10FFFF */
	    {"ab\xF5\x80\x80\x80", 2},
	    {"ab\xC3", 2}, /* cut off */
	    {"ab\xE2\x80", 2},
	    {"ab\xF0\x9F\x98", 2},
	    {"ab\xE2\x80z", 2},
	    {"ab\xC3\xC3", 2},
	    {"abcdefgh\xFFijklmno", 8},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		Str text = str_of(cases[i].text);
		char *copy = malloc(text.len + 1); /* its end is watched */
		uint32_t prefix;

		copy = realloc(copy, text.len > 0 ? text.len : 1);
		memcpy(copy, text.at, text.len);
		prefix = utf8_prefix((Str){copy, text.len});
		CHECK_THAT(prefix == (uint32_t) cases[i].prefix, "case %d: %u", (int) i, prefix);
		free(copy);
	}
}

static void
characters_are_counted(void)
{
	CHECK_INT(utf8_count(NO_STR), 0);
	CHECK_INT(utf8_count(STR("año")), 3);
	CHECK_INT(utf8_count(STR("12345678")), 8);
	CHECK_INT(utf8_count(STR("ññññññññ")), 8);
	CHECK_INT(utf8_count(STR("«Región de Ñuble» – año 2021…")), 29);
}

/* ---- The form ---- */

static void
fields_are_found_by_key(void)
{
	CHECK_INT(form_field_by_key(STR("beneficiaries")), FIELD_BENEFICIARIES);
	CHECK_INT(form_field_by_key(STR("coverage")), FIELD_COVERAGE);
	CHECK_INT(form_field_by_key(STR("persons")), FIELD_NONE); /* a column */
	CHECK_INT(form_field_by_key(STR("Beneficiaries")), FIELD_NONE);
	CHECK_INT(form_field_by_key(STR("")), FIELD_NONE); /* headings have no key */
	CHECK_INT(form_column_by_key(FIELD_COVERAGE, STR("beneficiaries")),
	          FIELD_COVERAGE_BENEFICIARIES);
	CHECK_INT(form_column_by_key(FIELD_REGIONS, STR("beneficiaries")), FIELD_REGIONS_BENEFICIARIES);
	CHECK_INT(form_column_by_key(FIELD_COSTS, STR("beneficiaries")), FIELD_NONE);
	CHECK_INT(form_column_by_key(FIELD_NONE, STR("beneficiaries")), FIELD_NONE);
}

static void
every_key_finds_its_own_field(void)
{
	for (int i = 0; i < FIELD_COUNT; i++)
	{
		const FormField *field = &form_fields[i];

		if (field->table != FIELD_NONE)
			CHECK_INT(form_column_by_key(field->table, str_of(field->key)), i);
		else if (field->key[0] != '\0')
			CHECK_INT(form_field_by_key(str_of(field->key)), i);
	}
}

static void
the_form_is_sound(void)
{
	for (int i = 0; i < FIELD_COUNT; i++)
	{
		const FormField *field = &form_fields[i];
		bool column = field->table != FIELD_NONE;

		CHECK(form_type_name(field->type) != NULL);
		CHECK((field->label == NULL) == column);
		CHECK(!column || form_fields[field->table].type == TYPE_TABLE);
		CHECK(!column || field->type < TYPE_TABLE);
		CHECK(form_is_scalar((FieldId) i) == (!column && field->type < TYPE_TABLE));
		CHECK(form_has_key((FieldId) i) == (!column && field->type <= TYPE_TABLE));
		if (!column && field->type <= TYPE_TABLE)
			CHECK(field->key[0] != '\0');
		if (!column && field->type != TYPE_DATE)
			CHECK((strstr(field->label, "{year}") != NULL) == (field->year_offset != NO_YEAR));
	}
	CHECK_STR(str_of(form_type_name(TYPE_YEAR_OR_PERMANENT)), STR("year_or_permanent"));
	CHECK(form_is_keyed(FIELD_LABELS) && !form_is_keyed(FIELD_COVERAGE));
}

#define NUMBERS 1000

/* By the high half; the low half, a number's place before, tells that equal ones keep their order.
 */
static void
numbers_are_sorted_by_their_high_bits(void)
{
	static uint64_t numbers[NUMBERS];
	static uint64_t scratch[NUMBERS];
	static bool seen[NUMBERS];
	uint64_t random = 1;
	Arena arena;

	arena_init(&arena, &host_plain);
	for (uint32_t i = 0; i < NUMBERS; i++)
	{
		random = random * UINT64_C(6364136223846793005) + 1;
		numbers[i] = (random >> 33 & UINT64_C(0xF00F003F)) << 32 | i;
	}
	CHECK(sort_numbers(numbers, scratch, NUMBERS, 32, &arena));
	for (uint32_t i = 0; i < NUMBERS; i++)
	{
		CHECK(i == 0 || numbers[i - 1] < numbers[i]);
		CHECK(!seen[(uint32_t) numbers[i]]);
		seen[(uint32_t) numbers[i]] = true;
	}
}

static void
few_numbers_are_sorted(void)
{
	uint64_t numbers[3] = {UINT64_MAX, 0, UINT64_C(1) << 63};
	uint64_t scratch[3];
	Arena arena;

	arena_init(&arena, &host_plain);
	CHECK(sort_numbers(numbers, scratch, 0, 0, &arena));
	CHECK(numbers[0] == UINT64_MAX);
	CHECK(sort_numbers(numbers, scratch, 3, 0, &arena));
	CHECK(numbers[0] == 0 && numbers[1] == UINT64_C(1) << 63 && numbers[2] == UINT64_MAX);
}

/* Whoever sorts many numbers is asked to stop at each place, and at none for good. */
static void
the_host_may_stop_sorting(void)
{
	enum
	{
		MANY = 600000
	};
	uint64_t *numbers = malloc(MANY * sizeof(uint64_t));
	uint64_t *scratch = malloc(MANY * sizeof(uint64_t));
	int questions = 0;
	bool done = false;

	for (; !done; questions++)
	{
		Counted counted = {.left = 10, .questions = questions};
		Host host = counted_host(&counted);
		Arena outer;
		Arena arena;
		Error error = {.code = ERROR_NONE};

		arena_init(&outer, &host);
		arena_init_within(&arena, &outer);
		for (uint32_t i = 0; i < MANY; i++)
			numbers[i] = (uint64_t) (i * 2654435761u) << 32 | i;
		done = sort_numbers(numbers, scratch, MANY, 32, &arena);
		CHECK(done == !arena.failed && outer.failed == arena.failed);
		if (done)
			break;
		CHECK(!arena_error(&outer, &error) && error.code == ERROR_INTERRUPTED);
		CHECK(!arena_may_go_on(&arena) && arena_alloc(&outer, 8) == NULL);
		arena_free(&arena);
		arena_free(&outer);
	}
	CHECK_THAT(questions > 8, "there were %d questions", questions);
	for (uint32_t i = 1; i < MANY; i++)
		CHECK(numbers[i - 1] >> 32 <= numbers[i] >> 32);
	free(numbers);
	free(scratch);
}

int
main(void)
{
	RUN(statuses_have_names);
	RUN(the_weakest_cell_is_the_status_of_its_row);
	RUN(errors_say_why);
	RUN(errors_are_cut_between_characters);
	RUN(the_arena_gives_room_of_its_own);
	RUN(the_arena_remembers_failure);
	RUN(arrays_grow_in_the_arena);
	RUN(the_last_array_grows_in_place);
	RUN(what_an_array_leaves_is_given_back);
	RUN(strings_are_copied_to_the_arena);
	RUN(strings_compare_by_bytes);
	RUN(strings_are_trimmed);
	RUN(utf8_is_told_from_other_bytes);
	RUN(characters_are_counted);
	RUN(fields_are_found_by_key);
	RUN(every_key_finds_its_own_field);
	RUN(the_form_is_sound);
	RUN(numbers_are_sorted_by_their_high_bits);
	RUN(few_numbers_are_sorted);
	RUN(the_host_may_stop_sorting);
	return unit_end();
}
