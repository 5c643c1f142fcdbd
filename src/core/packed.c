/*
 * packed.c
 *		The packed value: writing it, checking it, reading it.
 *
 * src/core/packed.c
 */
#include <stdio.h>
#include <string.h>

#include "packed.h"

#define KEY(field, row) ((uint32_t) (field) << 24 | (row))
#define FACT_SIZE       8
#define TAIL            ((size_t) 4) /* the column in which status and end of text begin */
#define AFTER_VERSIONS  4            /* equality sees the bytes from here on */
#define NOT_KNOWN       0x80000000u  /* the top bit of a name's length */
#define GO_ON_EVERY     4096         /* facts between two questions to the host */
#define LONG_TEXT       (1u << 18)   /* bytes of text, the same */

_Static_assert(FIELD_PROGRAM_NAME == 0 && FIELD_MINISTRY == 1 && FIELD_SERVICE == 2,
               "the identity's texts are the first strings");
_Static_assert(STATUS_COUNT <= 8, "a status fits in three bits");

/* Part of the format: another field of report_summary needs another version. */
static const bool of_summary[FIELD_COUNT] = {
    [FIELD_PROGRAM_NAME] = true,
    [FIELD_MINISTRY] = true,
    [FIELD_SERVICE] = true,
    [FIELD_CLOSING_DATE] = true,
    [FIELD_START_YEAR] = true,
    [FIELD_END_YEAR] = true,
    [FIELD_FORM_TYPE] = true,
    [FIELD_COMPARABLE_YEARS] = true,
    [FIELD_EX_ANTE_RATING] = true,
    [FIELD_RESPONSIBLE_UNIT] = true,
    [FIELD_WEBSITE] = true,
    [FIELD_MANAGER_NAME] = true,
    [FIELD_MANAGER_POSITION] = true,
    [FIELD_MONITORING_CONTACT_NAME] = true,
    [FIELD_MONITORING_CONTACT_POSITION] = true,
    [FIELD_STRATEGIC_OBJECTIVE] = true,
    [FIELD_PARENT_SYSTEM] = true,
    [FIELD_MAIN_PROBLEM] = true,
    [FIELD_PURPOSE] = true,
    [FIELD_POTENTIAL_POPULATION] = true,
    [FIELD_POTENTIAL_POPULATION_UNIT] = true,
    [FIELD_TARGET_POPULATION] = true,
    [FIELD_BENEFICIARIES] = true,
    [FIELD_INITIAL_BUDGET] = true,
    [FIELD_FINAL_BUDGET] = true,
    [FIELD_NEXT_INITIAL_BUDGET] = true,
    [FIELD_SPENDING] = true,
    [FIELD_COMPONENT_SPENDING] = true,
    [FIELD_ADMIN_SPENDING] = true,
    [FIELD_SUMMARY_EXTRA_BUDGET] = true,
    [FIELD_TOTAL_SPENDING] = true,
};

bool
is_of_summary(FieldId field)
{
	return field < FIELD_COUNT && of_summary[field];
}

/* ---- Bytes ---- */

/* Four bytes that stand `apart` from one another, as in the facts' columns */
static void
put_apart(uint8_t *at, size_t apart, uint32_t number)
{
	at[0] = (uint8_t) number;
	at[apart] = (uint8_t) (number >> 8);
	at[2 * apart] = (uint8_t) (number >> 16);
	at[3 * apart] = (uint8_t) (number >> 24);
}

static uint32_t
get_apart(const uint8_t *at, size_t apart)
{
	return (uint32_t) at[0] | (uint32_t) at[apart] << 8 | (uint32_t) at[2 * apart] << 16 |
	       (uint32_t) at[3 * apart] << 24;
}

static void
put_number(uint8_t *at, uint64_t number, int bytes)
{
	for (int i = 0; i < bytes; i++)
		at[i] = (uint8_t) (number >> (8 * i));
}

static uint64_t
get_number(const uint8_t *at, int bytes)
{
	uint64_t number = 0;

	for (int i = 0; i < bytes; i++)
		number |= (uint64_t) at[i] << (8 * i);
	return number;
}

static uint32_t
get_u32(const uint8_t *at)
{
	return get_apart(at, 1);
}

/* A fact among some that stand in columns */
static void
put_fact(uint8_t *facts, uint32_t count, uint32_t index, uint32_t key, uint32_t tail)
{
	put_apart(facts + index, count, key);
	put_apart(facts + TAIL * count + index, count, tail);
}

/* ---- What holds for every fact ---- */

/* Whether facts of this field and row are part of the format. */
static bool
is_place(uint32_t field, uint32_t row)
{
	if (field >= FIELD_COUNT || row > PACKED_ROW_MAX)
		return false;
	if (form_is_keyed(form_fields[field].table))
		return row < FIELD_COUNT && form_has_key((FieldId) row);
	return form_fields[field].table != FIELD_NONE || form_is_scalar((FieldId) field);
}

/* The status that a fact can have, given its text. */
static Status
true_status(const Fact *fact)
{
	if (!status_is_sure(fact->status) || value_fits(fact->text, form_fields[fact->field].type))
		return fact->status;
	return fact->text.len > 0 ? STATUS_INVALID : STATUS_BLANK;
}

static bool
has_text(Status status)
{
	return status != STATUS_ABSENT && status != STATUS_BLANK;
}

/* A byte of UTF-8 with which no text begins */
static bool
is_inside_character(char byte)
{
	return (byte & 0xC0) == 0x80;
}

/* ---- The header ---- */

static void
head_init(ReportHead *head, int parser_version, int report_year, uint32_t summary_count)
{
	uint32_t strings_at = PACKED_HEADER_SIZE + summary_count * FACT_SIZE;

	*head = (ReportHead){
	    .format_version = PACKED_VERSION,
	    .parser_version = parser_version,
	    .report_year = report_year,
	    .target_population = FIGURE_UNKNOWN,
	    .beneficiaries = FIGURE_UNKNOWN,
	    .total_spending = {FIGURE_UNKNOWN, 0},
	    .name_len = UINT32_MAX,
	    .ministry_len = UINT32_MAX,
	    .service_len = UINT32_MAX,
	    .strings_at = strings_at,
	    .ministry_at = strings_at,
	    .service_at = strings_at,
	    .identity_end = strings_at,
	    .summary_count = summary_count,
	};
}

static uint32_t
known_length(const Fact *fact)
{
	return status_is_sure(fact->status) ? fact->text.len : UINT32_MAX;
}

/* Takes from a fact what the header repeats of it; the facts come in order. */
static void
head_add(ReportHead *head, const Fact *fact)
{
	switch (fact->field)
	{
		case FIELD_PROGRAM_NAME:
			head->name_len = known_length(fact);
			head->identity_end += fact->text.len;
			head->service_at = head->ministry_at = head->identity_end;
			break;
		case FIELD_MINISTRY:
			head->ministry_len = known_length(fact);
			head->identity_end += fact->text.len;
			head->service_at = head->identity_end;
			break;
		case FIELD_SERVICE:
			head->service_len = known_length(fact);
			head->identity_end += fact->text.len;
			break;
		case FIELD_TARGET_POPULATION:
			fact_integer(fact, &head->target_population);
			break;
		case FIELD_BENEFICIARIES:
			fact_integer(fact, &head->beneficiaries);
			break;
		case FIELD_TOTAL_SPENDING:
			fact_number(fact, &head->total_spending);
			break;
		default:
			break;
	}
}

static void
put_length(uint8_t *at, uint32_t known, uint32_t start, uint32_t end)
{
	put_number(at, known == UINT32_MAX ? NOT_KNOWN | (end - start) : known, 4);
}

static void
head_put(const ReportHead *head, uint8_t *bytes)
{
	bytes[0] = PACKED_VERSION;
	bytes[1] = (uint8_t) head->summary_count;
	put_number(bytes + 2, (uint64_t) head->parser_version, 2);
	put_number(bytes + 4, (uint64_t) head->report_year, 4);
	put_number(bytes + 8, (uint64_t) head->target_population, 8);
	put_number(bytes + 16, (uint64_t) head->beneficiaries, 8);
	put_number(bytes + 24, (uint64_t) head->total_spending.mantissa, 8);
	put_number(bytes + 32, head->total_spending.scale, 4);
	put_length(bytes + 36, head->name_len, head->strings_at, head->ministry_at);
	put_length(bytes + 40, head->ministry_len, head->ministry_at, head->service_at);
	put_length(bytes + 44, head->service_len, head->service_at, head->identity_end);
	put_number(bytes + 48, head->strings_len, 4);
	put_number(bytes + 52, head->fact_count, 4);
}

static bool
corrupt(Error *error, const char *what)
{
	error_set(error, ERROR_CORRUPT, "invalid program_report value");
	return error_detail(error, "%s", what);
}

/* Reads a name's length; false: it runs past the end of the strings. */
static bool
get_length(const uint8_t *at, uint32_t start, uint64_t limit, uint32_t *known, uint32_t *end)
{
	uint32_t stored = get_u32(at);
	uint32_t length = stored & ~NOT_KNOWN;

	if (length > limit - start)
		return false;
	*known = (stored & NOT_KNOWN) != 0 ? UINT32_MAX : length;
	*end = start + length;
	return true;
}

/* Reads the version; false: one that is not known. */
static bool
get_version(const uint8_t *bytes, ReportHead *head, Error *error)
{
	uint32_t summary_max = bytes[0] == 1 ? 0 : PACKED_SUMMARY_MAX;

	if (bytes[0] < 1 || bytes[0] > PACKED_VERSION)
	{
		error_set(error, ERROR_CORRUPT, "unsupported program_report format version %d", bytes[0]);
		return error_detail(error, "This version of the extension reads versions 1 to %d.",
		                    PACKED_VERSION);
	}
	if (bytes[1] > summary_max)
		return corrupt(error, "A number of its header is out of range.");
	head_init(head, (int) get_number(bytes + 2, 2), (int32_t) get_u32(bytes + 4), bytes[1]);
	head->format_version = bytes[0];
	return true;
}

bool
report_head(const uint8_t *bytes, size_t size, ReportHead *head, Error *error)
{
	uint64_t limit;
	uint32_t scale;

	if (size < PACKED_HEADER_SIZE)
		return corrupt(error, "It is shorter than its header.");
	if (!get_version(bytes, head, error))
		return false;
	head->target_population = (int64_t) get_number(bytes + 8, 8);
	head->beneficiaries = (int64_t) get_number(bytes + 16, 8);
	head->total_spending.mantissa = (int64_t) get_number(bytes + 24, 8);
	scale = get_u32(bytes + 32);
	head->total_spending.scale = (uint8_t) scale;
	head->strings_len = get_u32(bytes + 48);
	head->fact_count = get_u32(bytes + 52);
	if (head->strings_len > PACKED_TEXT_MAX || scale > DECIMAL_SCALE_MAX ||
	    head->summary_count > head->fact_count)
		return corrupt(error, "A number of its header is out of range.");
	limit = (uint64_t) head->strings_at + head->strings_len;
	if (!get_length(bytes + 36, head->strings_at, limit, &head->name_len, &head->ministry_at) ||
	    !get_length(bytes + 40, head->ministry_at, limit, &head->ministry_len, &head->service_at) ||
	    !get_length(bytes + 44, head->service_at, limit, &head->service_len, &head->identity_end))
		return corrupt(error, "A name of its header is longer than its strings.");
	return true;
}

/* Whether a value has the size that its header says. */
static bool
check_size(const ReportHead *head, size_t size, Error *error)
{
	uint64_t others = (uint64_t) (head->fact_count - head->summary_count) * FACT_SIZE;

	return size == head->strings_at + (uint64_t) head->strings_len + others ||
	       corrupt(error, "Its size is not what its header says.");
}

/* ---- Writing ---- */

void
draft_init(Draft *draft, Arena *arena)
{
	*draft = (Draft){.arena = arena, .report_year = YEAR_UNKNOWN};
}

void
draft_add(Draft *draft, FieldId field, uint32_t row, Status status, Str text)
{
	void *facts = draft->facts;

	if (!arena_may_go_on_at(draft->arena, draft->count, GO_ON_EVERY))
		return;
	if (!arena_grow(draft->arena, &facts, draft->count, &draft->capacity, sizeof(Fact)))
		return;
	draft->facts = facts;
	if (row > PACKED_ROW_MAX) /* a fact has no room for it; settle_fact says so */
		field = FIELD_NONE;
	draft->facts[draft->count++] = (Fact){field, row & PACKED_ROW_MAX, status, text};
	if (field < FIELD_COUNT && draft->first[field] == 0)
		draft->first[field] = draft->count;
}

static bool
ask_host(const Host *host, Error *error)
{
	return host->may_go_on(host->context) || error_set(error, ERROR_INTERRUPTED, "interrupted");
}

static inline bool
may_go_on(const Draft *draft, uint32_t index, Error *error)
{
	return index % GO_ON_EVERY != 0 || ask_host(draft->arena->host, error);
}

/* The same before a fact's text is looked at, which may be long. */
static inline bool
may_read(const Draft *draft, uint32_t index, Error *error)
{
	return (index % GO_ON_EVERY != 0 && draft->facts[index].text.len < LONG_TEXT) ||
	       ask_host(draft->arena->host, error);
}

/* Whether s is UTF-8 without NUL; no: error says so if the host is the reason. */
static bool
are_texts(Str s, const Host *host, Error *error)
{
	while (s.len > LONG_TEXT)
	{
		Str first = {s.at, LONG_TEXT};
		uint32_t valid = utf8_prefix(first);

		/* its end may cut a character */
		first.len = valid;
		if (LONG_TEXT - valid > 3 || !utf8_is_text(first))
			return false;
		s.at += valid;
		s.len -= valid;
		if (host != NULL && !ask_host(host, error))
			return false;
	}
	return utf8_is_text(s);
}

/* Checks one fact and makes its status agree with its text. */
static bool
settle_fact(Fact *fact, Error *error)
{
	if (fact->field == FIELD_NONE)
		return error_set(error, ERROR_LIMIT,
		                 "no fact of a program_report can be of no field, or past row %u",
		                 PACKED_ROW_MAX);
	if (!is_place(fact->field, fact->row))
		return error_set(error, ERROR_LIMIT, "no fact of a program_report can be field %d, row %u",
		                 (int) fact->field, (unsigned) fact->row);
	fact->status = true_status(fact);
	if (!has_text(fact->status))
		fact->text = NO_STR;
	return true;
}

static bool
settle_facts(Draft *draft, uint64_t *strings_len, Error *error)
{
	*strings_len = 0;
	for (uint32_t i = 0; i < draft->count; i++)
	{
		Fact *fact = &draft->facts[i];

		if (!may_read(draft, i, error) || !settle_fact(fact, error))
			return false;
		*strings_len += fact->text.len;
	}
	if (*strings_len > PACKED_TEXT_MAX || draft->count > PACKED_TEXT_MAX)
		return error_set(error, ERROR_LIMIT, "report is too large for a program_report");
	return true;
}

/* Room for numbers to sort, for sorting them, and for the order that is found. */
typedef struct Sorter
{
	uint64_t *numbers;
	uint64_t *scratch;
	uint32_t *order; /* the facts by key, the summary's first */
} Sorter;

static Fact *
fact_at(const Draft *draft, Sorter sorter, uint32_t index)
{
	return &draft->facts[sorter.order[index]];
}

/* Adds the facts to the order that are of the summary, or those that are not, by key. */
static uint32_t
take_in_order(const Draft *draft, Sorter sorter, bool summary, uint32_t taken)
{
	for (uint32_t i = 0; i < draft->count; i++)
		if (of_summary[sorter.numbers[i] >> 56] == summary)
			sorter.order[taken++] = (uint32_t) sorter.numbers[i];
	return taken;
}

/*
 * Finds the order of the facts, which stay where they are: there may be millions.  No key,
 * and no scalar, may be given twice.
 */
static bool
order_facts(const Draft *draft, Sorter sorter, uint32_t *summary_count, Error *error)
{
	for (uint32_t i = 0; i < draft->count; i++)
		sorter.numbers[i] = (uint64_t) KEY(draft->facts[i].field, draft->facts[i].row) << 32 | i;
	if (!sort_numbers(sorter.numbers, sorter.scratch, draft->count, 32, draft->arena))
	{
		arena_error(draft->arena, error);
		return false;
	}
	*summary_count = take_in_order(draft, sorter, true, 0);
	take_in_order(draft, sorter, false, *summary_count);
	for (uint32_t i = 1; i < draft->count; i++)
	{
		const Fact *before = fact_at(draft, sorter, i - 1);
		const Fact *fact = fact_at(draft, sorter, i);

		if (!may_go_on(draft, i, error))
			return false;
		if (fact->field == before->field &&
		    (fact->row == before->row || form_is_scalar(fact->field)))
			return error_set(error, ERROR_SYNTAX, "field \"%s\" is given twice",
			                 form_fields[fact->field].key);
	}
	return true;
}

static bool
is_other(FieldId field)
{
	return form_fields[field].table == FIELD_OTHER;
}

/* Numbers the positions of scalars and other fields from 0, without gaps, in their order. */
static bool
number_positions(Draft *draft, Sorter sorter, Error *error)
{
	uint64_t *places = sorter.numbers;
	uint32_t count = 0;
	uint32_t position = 0;

	for (uint32_t i = 0; i < draft->count; i++)
	{
		const Fact *fact = fact_at(draft, sorter, i);

		if (is_other(fact->field) || form_is_scalar(fact->field))
			places[count++] = (uint64_t) fact->row << 33 | (uint64_t) is_other(fact->field) << 32 |
			                  sorter.order[i];
	}
	if (!sort_numbers(places, sorter.scratch, count, 32, draft->arena))
	{
		arena_error(draft->arena, error);
		return false;
	}
	for (uint32_t i = 0; i < count; i++)
	{
		bool same_place = i > 0 && places[i] >> 32 == places[i - 1] >> 32;
		Fact *fact = &draft->facts[(uint32_t) places[i]];

		if (!may_go_on(draft, i, error))
			return false;
		if (i > 0 && !(same_place && is_other(fact->field)))
			position++;
		fact->row = position;
	}
	return true;
}

/* Copies a text, stretch by stretch. */
static bool
copy_text(uint8_t *to, Str text, const Host *host, Error *error)
{
	for (; text.len > LONG_TEXT; text.at += LONG_TEXT, text.len -= LONG_TEXT, to += LONG_TEXT)
	{
		memcpy(to, text.at, LONG_TEXT);
		if (!ask_host(host, error))
			return false;
	}
	memcpy(to, text.at, text.len);
	return true;
}

static bool
put_facts(const Draft *draft, Sorter sorter, uint8_t *bytes, ReportHead *head, Error *error)
{
	uint8_t *strings = bytes + head->strings_at;
	uint8_t *facts = bytes + PACKED_HEADER_SIZE;
	uint32_t count = head->summary_count;
	uint32_t first = 0;
	uint32_t end = 0;

	for (uint32_t i = 0; i < draft->count; i++)
	{
		const Fact *fact = fact_at(draft, sorter, i);

		if (!may_go_on(draft, i, error))
			return false;
		if (i == head->summary_count)
		{
			facts = strings + head->strings_len;
			count = draft->count - i;
			first = i;
		}
		if (fact->text.len > 0 && !copy_text(strings + end, fact->text, draft->arena->host, error))
			return false;
		end += fact->text.len;
		put_fact(facts, count, i - first, KEY(fact->field, fact->row),
		         (uint32_t) fact->status << 29 | end);
		head_add(head, fact);
	}
	return true;
}

/* All strings are looked at in one go; only where they are not UTF-8 it matters whose. */
static bool
check_strings(const Draft *draft, Sorter sorter, Str strings, Error *error)
{
	bool valid;

	error->code = ERROR_NONE;
	valid = are_texts(strings, draft->arena->host, error);
	if (error->code != ERROR_NONE)
		return false;
	for (uint32_t i = 0; i < draft->count; i++)
	{
		const Fact *fact = fact_at(draft, sorter, i);
		Str text = fact->text;

		if (!may_go_on(draft, i, error))
			return false;
		if (text.len > 0 && (is_inside_character(text.at[0]) || (!valid && !utf8_is_text(text))))
			return error_set(error, ERROR_SYNTAX, "text of field \"%s\" is not valid UTF-8",
			                 form_fields[fact->field].key);
	}
	return true;
}

static bool
check_years(const Draft *draft, Error *error)
{
	bool known = draft->report_year != YEAR_UNKNOWN;

	if (known && (draft->report_year < YEAR_FIRST || draft->report_year > YEAR_LAST))
		return error_set(error, ERROR_RANGE, "report year %d is out of range", draft->report_year);
	if (draft->parser_version < 0 || draft->parser_version > UINT16_MAX)
		return error_set(error, ERROR_RANGE, "parser version %d is out of range",
		                 draft->parser_version);
	return true;
}

uint8_t *
draft_pack(Draft *draft, size_t *size, Error *error)
{
	ReportHead head;
	Sorter sorter;
	uint64_t strings_len;
	uint32_t summary_count;
	uint8_t *bytes;

	if (!check_years(draft, error) || !settle_facts(draft, &strings_len, error))
		return NULL;
	*size = (size_t) PACKED_HEADER_SIZE + strings_len + (size_t) draft->count * FACT_SIZE;
	sorter.numbers = arena_alloc(draft->arena, draft->count * sizeof(uint64_t));
	sorter.scratch = arena_alloc(draft->arena, draft->count * sizeof(uint64_t));
	sorter.order = arena_alloc(draft->arena, draft->count * sizeof(uint32_t));
	bytes = arena_alloc(draft->arena, *size);
	if (bytes == NULL)
	{
		arena_error(draft->arena, error);
		return NULL;
	}
	if (!order_facts(draft, sorter, &summary_count, error) ||
	    !number_positions(draft, sorter, error))
		return NULL;
	head_init(&head, draft->parser_version, draft->report_year, summary_count);
	head.strings_len = (uint32_t) strings_len;
	head.fact_count = draft->count;
	if (!put_facts(draft, sorter, bytes, &head, error))
		return NULL;
	head_put(&head, bytes);
	if (!check_strings(draft, sorter, (Str){(char *) bytes + head.strings_at, head.strings_len},
	                   error))
		return NULL;
	return bytes;
}

/* ---- Checking ---- */

/* A column's four bytes of a fact */
static uint32_t
column_at(const Report *report, size_t column, uint32_t index)
{
	uint32_t summary = report->head.summary_count;
	uint32_t others = report->head.fact_count - summary;

	if (index < summary)
		return get_apart(report->bytes + PACKED_HEADER_SIZE + column * summary + index, summary);
	return get_apart(report->rest + column * others + (index - summary), others);
}

static uint32_t
key_at(const Report *report, uint32_t index)
{
	return column_at(report, 0, index);
}

/* The status of a fact and where its text ends in the strings */
static uint32_t
tail_at(const Report *report, uint32_t index)
{
	return column_at(report, TAIL, index);
}

static uint32_t
end_at(const Report *report, uint32_t index)
{
	return tail_at(report, index) & PACKED_TEXT_MAX;
}

/* A fact from its stored numbers, and from where its predecessor's text ends. */
static Fact
fact_of(const Report *report, uint32_t key, uint32_t tail, uint32_t start)
{
	uint32_t end = tail & PACKED_TEXT_MAX;
	Fact fact = {.field = (FieldId) (key >> 24), .row = key & PACKED_ROW_MAX};

	fact.status = (Status) (tail >> 29);
	fact.text = end > start ? (Str){report->strings + start, end - start} : NO_STR;
	return fact;
}

/* What the check of a report's facts, in their order, has found so far. */
typedef struct Check
{
	const Report *report;
	const Host *host;     /* to ask for leave to go on; NULL: nobody */
	ReportHead head;      /* what the header must be */
	uint32_t start;       /* where the next text begins in the strings */
	uint32_t strings_end; /* where the strings end that belong to the facts being checked */
	uint32_t scalars;     /* the number of scalars, and their positions */
	uint32_t positions[FIELD_COUNT];
} Check;

/* Checks a fact's place and bounds, before anything reads it. */
static bool
check_bounds(const Check *check, uint32_t key, uint32_t tail, Error *error)
{
	uint32_t end = tail & PACKED_TEXT_MAX;

	if (!is_place(key >> 24, key & PACKED_ROW_MAX))
		return corrupt(error, "It has a fact of no field.");
	if (tail >> 29 >= STATUS_COUNT)
		return corrupt(error, "It has a fact of no status.");
	if (end < check->start || end > check->strings_end)
		return corrupt(error, "A text of it runs past its strings.");
	return true;
}

/* Checks a fact, and takes from it what the header repeats and where a scalar stands. */
static bool
check_fact(Check *check, uint32_t key, uint32_t tail, Error *error)
{
	Fact fact;

	if (!check_bounds(check, key, tail, error))
		return false;
	fact = fact_of(check->report, key, tail, check->start);
	if (fact.text.len > 0 && is_inside_character(fact.text.at[0]))
		return corrupt(error, "A text of it begins within a character.");
	if (fact.status != true_status(&fact) || (fact.text.len > 0 && !has_text(fact.status)))
		return corrupt(error, "A status of it contradicts its text.");
	if (form_is_scalar(fact.field))
		check->positions[check->scalars++] = fact.row;
	check->start = tail & PACKED_TEXT_MAX;
	head_add(&check->head, &fact);
	return true;
}

/* Checks the facts of the summary, or the others, and their strings, which are all there. */
static bool
check_facts(Check *check, uint32_t from, uint32_t to, uint32_t strings_end, Error *error)
{
	Str strings = {check->report->strings + check->start, strings_end - check->start};
	uint32_t before = 0;

	error->code = ERROR_NONE;
	if (!are_texts(strings, check->host, error))
		return error->code != ERROR_NONE ? false
		                                 : corrupt(error, "Its strings are not valid UTF-8.");
	check->strings_end = strings_end;
	for (uint32_t i = from; i < to; i++)
	{
		uint32_t key = key_at(check->report, i);

		if (i > from && key <= before)
			return corrupt(error, "Its facts are out of order.");
		if (i > from && key >> 24 == before >> 24 && form_is_scalar((FieldId) (key >> 24)))
			return corrupt(error, "It has a field twice.");
		if (is_of_summary((FieldId) (key >> 24)) != (from < check->head.summary_count))
			return corrupt(error, "Its facts are out of order.");
		if (!check_fact(check, key, tail_at(check->report, i), error))
			return false;
		if (check->host != NULL && i % GO_ON_EVERY == GO_ON_EVERY - 1 &&
		    !ask_host(check->host, error))
			return false;
		before = key;
	}
	if (check->start != strings_end)
		return corrupt(error, "Its strings hold more than its texts.");
	return true;
}

/* The facts of other fields, a run of them for each column. */
typedef struct OtherRuns
{
	uint32_t next[3];
	uint32_t end[3];
} OtherRuns;

static void
find_others(const Report *report, OtherRuns *runs)
{
	static const FieldId columns[] = {FIELD_OTHER_SECTION, FIELD_OTHER_LABEL, FIELD_OTHER_TEXT};

	for (int i = 0; i < 3; i++)
	{
		runs->next[i] = report_seek(report, columns[i], 0);
		runs->end[i] = report_seek_end(report, columns[i]);
	}
}

/* Takes the cells of the row at this position; false: there are none. */
static bool
take_others(const Report *report, OtherRuns *runs, uint32_t position)
{
	bool taken = false;

	for (int i = 0; i < 3; i++)
	{
		if (runs->next[i] < runs->end[i] &&
		    (key_at(report, runs->next[i]) & PACKED_ROW_MAX) == position)
		{
			runs->next[i]++;
			taken = true;
		}
	}
	return taken;
}

/* Sorts numbers of which there are few, nearly always in order. */
static void
sort_few(uint32_t *numbers, uint32_t count)
{
	for (uint32_t i = 1; i < count; i++)
	{
		uint32_t number = numbers[i];
		uint32_t at = i;

		for (; at > 0 && numbers[at - 1] > number; at--)
			numbers[at] = numbers[at - 1];
		numbers[at] = number;
	}
}

/* Each position from 0 on is that of one scalar, or of one row of other fields. */
static bool
check_positions(Check *check, Error *error)
{
	OtherRuns others;
	const uint32_t *positions = check->positions;
	uint32_t scalar = 0;
	bool is_scalar = true;
	bool is_row = false;

	find_others(check->report, &others);
	sort_few(check->positions, check->scalars);
	for (uint32_t position = 0; is_scalar != is_row; position++)
	{
		is_scalar = scalar < check->scalars && positions[scalar] == position;
		is_row = take_others(check->report, &others, position);
		scalar += is_scalar;
	}
	if (is_scalar || scalar < check->scalars ||
	    memcmp(others.next, others.end, sizeof(others.next)) != 0)
		return corrupt(error, "Its fields are not numbered in order.");
	return true;
}

/* Checks the header, which is read, and the facts of the summary, whose bytes alone need to be
 * there. */
static bool
check_summary(Check *check, Report *report, const uint8_t *bytes, size_t size, Error *error)
{
	ReportHead *head = &report->head;
	uint8_t header[PACKED_HEADER_SIZE];
	size_t end;

	if (head->format_version != PACKED_VERSION)
		return corrupt(error, "It is of an older format.");
	if (head->report_year != YEAR_UNKNOWN &&
	    (head->report_year < YEAR_FIRST || head->report_year > YEAR_LAST))
		return corrupt(error, "Its report year is out of range.");
	end = report_summary_end(bytes, size, head);
	if (end > size || end - head->strings_at > head->strings_len)
		return corrupt(error, "A text of it runs past its strings.");
	report->bytes = bytes;
	report->size = size;
	report->strings = (const char *) bytes + head->strings_at;
	check->report = report;
	check->start = 0;
	check->scalars = 0;
	head_init(&check->head, head->parser_version, head->report_year, head->summary_count);
	check->head.strings_len = head->strings_len;
	check->head.fact_count = head->fact_count;
	if (!check_facts(check, 0, head->summary_count, (uint32_t) (end - head->strings_at), error))
		return false;
	head_put(&check->head, header);
	return memcmp(header, bytes, PACKED_HEADER_SIZE) == 0 ||
	       corrupt(error, "Its header contradicts its facts.");
}

size_t
report_summary_end(const uint8_t *bytes, size_t size, const ReportHead *head)
{
	uint32_t count = head->summary_count;
	const uint8_t *tails = bytes + PACKED_HEADER_SIZE + TAIL * count;

	if (count == 0 || size < head->strings_at)
		return head->strings_at;
	return head->strings_at + (get_apart(tails + count - 1, count) & PACKED_TEXT_MAX);
}

bool
report_open_summary(Report *report, const uint8_t *bytes, size_t size, Error *error)
{
	Check check = {.host = NULL};

	if (!report_head(bytes, size, &report->head, error) ||
	    !check_summary(&check, report, bytes, size, error))
		return false;
	report->head.fact_count = report->head.summary_count;
	return true;
}

bool
report_open(Report *report, const uint8_t *bytes, size_t size, Error *error)
{
	return report_open_asking(report, bytes, size, NULL, error);
}

bool
report_open_asking(Report *report, const uint8_t *bytes, size_t size, const Host *host,
                   Error *error)
{
	const ReportHead *head = &report->head;
	Check check = {.host = host};

	if (!report_head(bytes, size, &report->head, error) || !check_size(head, size, error) ||
	    !check_summary(&check, report, bytes, size, error))
		return false;
	report->rest = bytes + head->strings_at + head->strings_len;
	return check_facts(&check, head->summary_count, head->fact_count, head->strings_len, error) &&
	       check_positions(&check, error);
}

/* ---- Version 1 ---- */

/* Checks what has to hold for facts of version 1 to be taken from it; the rest is report_open's. */
static bool
check_old(const Report *old, uint32_t *summary_count, Error *error)
{
	uint32_t before = 0;
	uint32_t start = 0;

	*summary_count = 0;
	for (uint32_t i = 0; i < old->head.fact_count; i++)
	{
		uint32_t key = key_at(old, i);

		if (i > 0 && key <= before)
			return corrupt(error, "Its facts are out of order.");
		if (end_at(old, i) < start || end_at(old, i) > old->head.strings_len)
			return corrupt(error, "A text of it runs past its strings.");
		*summary_count += is_of_summary((FieldId) (key >> 24));
		before = key;
		start = end_at(old, i);
	}
	if (*summary_count > PACKED_SUMMARY_MAX)
		return corrupt(error, "It has a field twice.");
	if (start != old->head.strings_len)
		return corrupt(error, "Its strings hold more than its texts.");
	return true;
}

/* Takes the facts of the summary, or the others, and gives where their texts end. */
static uint32_t
renew_facts(const Report *old, bool summary, uint8_t *facts, uint32_t count, uint8_t *strings,
            uint32_t end)
{
	uint32_t start = 0;
	uint32_t taken = 0;

	for (uint32_t i = 0; i < old->head.fact_count; i++)
	{
		uint32_t key = key_at(old, i);
		uint32_t tail = tail_at(old, i);
		uint32_t len = (tail & PACKED_TEXT_MAX) - start;

		if (is_of_summary((FieldId) (key >> 24)) == summary)
		{
			memcpy(strings + end, old->strings + start, len);
			end += len;
			put_fact(facts, count, taken++, key, (tail & ~PACKED_TEXT_MAX) | end);
		}
		start += len;
	}
	return end;
}

bool
packed_renew(const uint8_t *old, size_t size, uint8_t *bytes, Error *error)
{
	Report report = {.bytes = old, .size = size};
	const ReportHead *head = &report.head;
	uint32_t count;
	uint32_t end;
	uint8_t *strings;

	if (!report_head(old, size, &report.head, error) || !check_size(head, size, error))
		return false;
	report.strings = (const char *) old + head->strings_at;
	report.rest = old + head->strings_at + head->strings_len;
	if (!check_old(&report, &count, error))
		return false;
	memcpy(bytes, old, PACKED_HEADER_SIZE);
	bytes[0] = PACKED_VERSION;
	bytes[1] = (uint8_t) count;
	strings = bytes + PACKED_HEADER_SIZE + count * FACT_SIZE;
	end = renew_facts(&report, true, bytes + PACKED_HEADER_SIZE, count, strings, 0);
	renew_facts(&report, false, strings + head->strings_len, head->fact_count - count, strings,
	            end);
	return true;
}

/* ---- Reading ---- */

Fact
report_fact(const Report *report, uint32_t index)
{
	return fact_of(report, key_at(report, index), tail_at(report, index),
	               index == 0 ? 0 : end_at(report, index - 1));
}

/* The first fact whose key is not below this one, among those of the summary or the others. */
static uint32_t
seek_key(const Report *report, bool summary, uint32_t key)
{
	const ReportHead *head = &report->head;
	uint32_t low = summary ? 0 : head->summary_count;
	uint32_t high = summary ? head->summary_count : head->fact_count;

	while (low < high)
	{
		uint32_t middle = low + (high - low) / 2;

		if (key_at(report, middle) < key)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint32_t
report_seek(const Report *report, FieldId field, uint32_t row)
{
	return seek_key(report, is_of_summary(field), KEY(field, row));
}

uint32_t
report_seek_end(const Report *report, FieldId field)
{
	return seek_key(report, is_of_summary(field), KEY(field + 1, 0));
}

bool
report_cell(const Report *report, FieldId column, uint32_t row, Fact *fact)
{
	uint32_t index = report_seek(report, column, row);

	if (index == report->head.fact_count || key_at(report, index) != KEY(column, row))
		return false;
	*fact = report_fact(report, index);
	return true;
}

bool
report_scalar(const Report *report, FieldId field, Fact *fact)
{
	uint32_t index = report_seek(report, field, 0);

	if (index == report->head.fact_count || key_at(report, index) >> 24 != (uint32_t) field)
		return false;
	*fact = report_fact(report, index);
	return true;
}

uint32_t
report_rows(const Report *report, FieldId column)
{
	uint32_t index = report_seek_end(report, column);

	if (index == 0 || key_at(report, index - 1) >> 24 != (uint32_t) column)
		return 0;
	return (key_at(report, index - 1) & PACKED_ROW_MAX) + 1;
}

bool
fact_number(const Fact *fact, Decimal *number)
{
	return status_is_sure(fact->status) &&
	       value_number(fact->text, form_fields[fact->field].type, number);
}

bool
fact_integer(const Fact *fact, int64_t *number)
{
	Decimal decimal;
	Decimal whole;

	if (!fact_number(fact, &decimal))
		return false;
	whole.mantissa = decimal.mantissa;
	whole.scale = 0;
	for (uint8_t i = 0; i < decimal.scale; i++)
		whole.mantissa /= 10;
	if (decimal_compare(whole, decimal) != 0)
		return false;
	*number = whole.mantissa;
	return true;
}

/* ---- Labels ---- */

/* Appends text to a label being printed, which has room for it. */
static void
append(char *label, uint32_t *len, Str text)
{
	if (text.len > 0)
		memcpy(label + *len, text.at, text.len);
	*len += text.len;
}

/* What a label says in place of the placeholder at the start of rest, which it takes off. */
static Str
take_placeholder(Str *rest, Str value, Str year)
{
	static const Str year_only = {"{year}", 6};
	bool is_year = rest->len >= year_only.len && memcmp(rest->at, year_only.at, 6) == 0;

	/* the others, "{n}" and "{day} - {month} - {year}", stand for the field's own value */
	do
	{
		const char *close = memchr(rest->at, '}', rest->len);

		rest->len -= (uint32_t) (close + 1 - rest->at);
		rest->at = close + 1;
	} while (rest->len > 3 && memcmp(rest->at, " - {", 4) == 0);
	return is_year ? year : value;
}

/* A label of the form with its placeholders filled in; an unknown one goes with the space before
 * it. */
static Str
fill_label(Str rest, Str value, Str year, Arena *arena)
{
	char *label = arena_alloc(arena, (size_t) rest.len + value.len + year.len);
	uint32_t len = 0;

	if (label == NULL)
		return NO_STR;
	while (rest.len > 0)
	{
		const char *open = memchr(rest.at, '{', rest.len);
		Str plain = {rest.at, open == NULL ? rest.len : (uint32_t) (open - rest.at)};
		Str filled;

		append(label, &len, plain);
		rest.at += plain.len;
		rest.len -= plain.len;
		if (open == NULL)
			break;
		filled = take_placeholder(&rest, value, year);
		while (filled.len == 0 && len > 0 && label[len - 1] == ' ')
			len--;
		append(label, &len, filled);
	}
	return (Str){label, len};
}

Str
report_label(const Report *report, FieldId field, Arena *arena)
{
	const FormField *form = &form_fields[field];
	Str label = {form->label, form->label == NULL ? 0 : (uint32_t) strlen(form->label)};
	Str value = NO_STR;
	Str year = NO_STR;
	char digits[12];
	Fact fact;

	if (report_cell(report, FIELD_LABEL_PRINTED, (uint32_t) field, &fact) && fact.text.len > 0)
		return fact.text;
	if (label.len == 0 || memchr(label.at, '{', label.len) == NULL)
		return label;
	if (form->year_offset != NO_YEAR && report->head.report_year != YEAR_UNKNOWN)
	{
		year.len = (uint32_t) snprintf(digits, sizeof(digits), "%d",
		                               report->head.report_year + form->year_offset);
		year.at = digits;
	}
	if (report_scalar(report, field, &fact) && status_is_sure(fact.status))
		value = fact.text;
	return fill_label(label, value, year, arena);
}

/* ---- Order and equality ---- */

static int
compare_names(const Report *a, uint32_t a_at, uint32_t a_len, const Report *b, uint32_t b_at,
              uint32_t b_len)
{
	Str left = {(const char *) a->bytes + a_at, a_len == UINT32_MAX ? 0 : a_len};
	Str right = {(const char *) b->bytes + b_at, b_len == UINT32_MAX ? 0 : b_len};

	return str_compare(left, right);
}

int
report_compare(const Report *a, const Report *b)
{
	const ReportHead *l = &a->head;
	const ReportHead *r = &b->head;
	int order =
	    compare_names(a, l->ministry_at, l->ministry_len, b, r->ministry_at, r->ministry_len);

	if (order == 0)
		order = compare_names(a, l->service_at, l->service_len, b, r->service_at, r->service_len);
	if (order == 0)
		order = compare_names(a, l->strings_at, l->name_len, b, r->strings_at, r->name_len);
	if (order == 0)
		order = (l->report_year > r->report_year) - (l->report_year < r->report_year);
	if (order != 0)
		return order;
	order = memcmp(a->bytes + AFTER_VERSIONS, b->bytes + AFTER_VERSIONS,
	               (a->size < b->size ? a->size : b->size) - AFTER_VERSIONS);
	if (order == 0)
		order = (a->size > b->size) - (a->size < b->size);
	return (order > 0) - (order < 0);
}

void
report_hash_input(const Report *report, const uint8_t **bytes, size_t *size)
{
	*bytes = report->bytes + AFTER_VERSIONS;
	*size = report->size - AFTER_VERSIONS;
}
