/*
 * exercise.c
 *		Every reader of a packed report, and what must hold of what they give.
 *
 * test/fuzz/exercise.c
 */
#include "fuzz.h"

#include "audit.h"
#include "card.h"
#include "fold.h"
#include "json.h"
#include "pair.h"
#include "path.h"
#include "region.h"
#include "rows.h"

/* ---- Memory and errors ---- */

static void *
filled_alloc(void *context, size_t size)
{
	void *block = malloc(size);

	if (block != NULL)
		memset(block, *(const unsigned char *) context, size);
	return block;
}

static void
filled_release(void *context, void *block)
{
	(void) context;
	free(block);
}

static bool
always(void *context)
{
	(void) context;
	return true;
}

void
fuzz_arena(Arena *arena, int fill)
{
	static const unsigned char fills[2] = {0xA5, 0x5A};
	static const Host hosts[2] = {
	    {filled_alloc, NULL, filled_release, always, (void *) &fills[0]},
	    {filled_alloc, NULL, filled_release, always, (void *) &fills[1]},
	};

	arena_init(arena, &hosts[fill]);
}

static bool
is_utf8(Str text)
{
	return utf8_prefix(text) == text.len;
}

static bool
is_shown(const char *text)
{
	return text[0] != '\0' && is_utf8((Str){text, (uint32_t) strlen(text)});
}

void
check_error(const Error *error)
{
	MUST(error->code != ERROR_NONE && error->code != ERROR_INTERRUPTED);
	MUST(is_shown(error->message));
	MUST(error->detail[0] == '\0' || is_shown(error->detail));
	MUST(error->hint[0] == '\0' || is_shown(error->hint));
}

bool
pack_and_open(Draft *draft, Report *report, Error *error)
{
	size_t size;
	uint8_t *bytes = draft_pack(draft, &size, error);
	uint8_t *copy;

	if (bytes == NULL)
		return false;
	copy = arena_alloc(draft->arena, size); /* by itself, so that its ends are watched */
	MUST(copy != NULL);
	memcpy(copy, bytes, size);
	MUST(report_open(report, copy, size, error));
	return true;
}

/* ---- Facts ---- */

static void
exercise_text(const Fact *fact)
{
	FieldType type = form_fields[fact->field].type;
	Status status = value_status(fact->text, type);
	char printed[32];
	Decimal number;
	Date date;
	bool yes;

	MUST(is_utf8(fact->text));
	MUST(status_name(fact->status) != NULL && status_name(status) != NULL);
	MUST(!status_is_sure(fact->status) || value_fits(fact->text, type));
	yesno_parse(fact->text, &yes);
	region_is_central(fact->text);
	if (date_parse(fact->text, &date))
	{
		Date again;

		MUST(date_parse((Str){printed, date_print(date, printed)}, &again));
		MUST(again.year == date.year && again.month == date.month && again.day == date.day);
	}
	if (fact_number(fact, &number))
	{
		Decimal again;

		MUST(number_parse((Str){printed, number_print(number, printed)}, false, &again));
		MUST(decimal_compare(number, again) == 0);
	}
}

static void
exercise_fact(const Report *report, uint32_t index)
{
	Fact fact = report_fact(report, index);
	Fact same;
	int64_t integer;

	exercise_text(&fact);
	fact_integer(&fact, &integer);
	MUST(report_seek(report, fact.field, fact.row) == index);
	MUST(report_cell(report, fact.field, fact.row, &same) && same.status == fact.status &&
	     str_equal(same.text, fact.text));
	if (form_is_scalar(fact.field))
		MUST(report_scalar(report, fact.field, &same) && same.row == fact.row);
	else
		MUST(report_rows(report, fact.field) > fact.row);
}

/* ---- Tables ---- */

/* Row by row, a table has all of its facts, each once. */
static void
exercise_table(const Report *report, FieldId table)
{
	FieldId columns[ROWS_COLUMNS_MAX];
	uint32_t expected = 0;
	uint32_t met = 0;
	int count = 0;
	Rows rows;

	for (int i = 0; i < FIELD_COUNT; i++)
	{
		FieldId field = (FieldId) i;

		if (form_fields[i].table != table || count == ROWS_COLUMNS_MAX)
			continue;
		columns[count++] = field;
		expected += report_seek_end(report, field) - report_seek(report, field, 0);
	}
	rows_start(&rows, report, columns, count);
	while (rows_next(&rows))
	{
		for (int i = 0; i < count; i++)
		{
			Fact cell = row_cell(report, columns[i], rows.row);

			MUST(cell.status == rows.cells[i].status && str_equal(cell.text, rows.cells[i].text));
			met += rows.facts[i] != ROWS_NO_FACT;
		}
	}
	MUST(met == expected);
}

static void
check_partners(const PairedRows *left, const PairedRows *right)
{
	for (uint32_t i = 0; i < left->count; i++)
	{
		uint32_t j = 0;

		if (left->partners[i] == NO_ROW)
			continue;
		while (j < right->count && right->rows[j] != left->partners[i])
			j++;
		MUST(j < right->count && right->partners[j] == left->rows[i]);
	}
}

static void
exercise_pairs(const Report *report, Arena *arena)
{
	static const FieldId regions[] = {FIELD_REGIONS_REGION, FIELD_REGIONS_BENEFICIARIES};
	static const FieldId amounts[] = {FIELD_REGIONAL_REGION, FIELD_REGIONAL_AMOUNT};
	static const FieldId components[] = {FIELD_COMPONENT_NAME};
	static const FieldId spending[] = {FIELD_SPENT_COMPONENT};
	PairedRows left;
	PairedRows right;

	MUST(pair_rows(report, regions, 2, amounts, 2, key_of_region, arena, &left, &right));
	check_partners(&left, &right);
	MUST(pair_rows(report, components, 1, spending, 1, key_of_words, arena, &left, &right));
	check_partners(&left, &right);
}

/* ---- Names ---- */

static int
compare_strs(const void *a, const void *b)
{
	return str_compare(*(const Str *) a, *(const Str *) b);
}

/* No two facts have the same name. */
static void
exercise_paths(const Report *report, Arena *arena)
{
	uint32_t count = report->head.fact_count;
	Paths *paths = paths_make(report, arena);
	Str *names = arena_alloc(arena, count * sizeof(Str));

	MUST(paths != NULL && names != NULL);
	for (uint32_t i = 0; i < count; i++)
	{
		names[i] = paths_of(paths, i);
		MUST(names[i].len > 0 && is_utf8(names[i]));
	}
	if (count > 0)
		MUST(str_equal(fact_path(report, count - 1, arena), names[count - 1]));
	qsort(names, count, sizeof(Str), compare_strs);
	for (uint32_t i = 1; i < count; i++)
		MUST(!str_equal(names[i - 1], names[i]));
}

static void
exercise_labels(const Report *report, Arena *arena)
{
	for (int field = 0; field < FIELD_COUNT; field++)
	{
		if (form_fields[field].table == FIELD_NONE)
			MUST(is_utf8(report_label(report, (FieldId) field, arena)));
	}
	MUST(!arena->failed);
}

static Str
sure_text(const Report *report, FieldId field)
{
	Fact fact;

	return report_scalar(report, field, &fact) && status_is_sure(fact.status) ? fact.text : NO_STR;
}

/* The header tells the same as the facts. */
static void
exercise_head(const Report *report, Arena *arena)
{
	const ReportHead *head = &report->head;
	Str name = sure_text(report, FIELD_PROGRAM_NAME);
	Str service = sure_text(report, FIELD_SERVICE);
	ReportHead alone;
	Error error;

	MUST(report_head(report->bytes, PACKED_HEADER_SIZE, &alone, &error));
	MUST(alone.identity_end == head->identity_end && alone.name_len == head->name_len);
	MUST(head->name_len == (name.len == 0 ? UINT32_MAX : name.len));
	MUST(head->service_len == (service.len == 0 ? UINT32_MAX : service.len));
	MUST(head->identity_end <= report->size);
	MUST(is_utf8(program_key(service, name, arena)));
}

/* ---- JSON ---- */

/* JSON says all that the report does. */
static void
exercise_json(const Report *report, bool pretty, Arena *arena)
{
	Error error = {.code = ERROR_NONE};
	Str json = json_write(report, pretty, arena, &error);
	Report again;
	Draft draft;

	MUST(json.len > 0 && is_utf8(json));
	draft_init(&draft, arena);
	MUST(json_read(json, &draft, &error));
	MUST(pack_and_open(&draft, &again, &error));
	MUST(again.size == report->size && memcmp(again.bytes, report->bytes, again.size) == 0);
	MUST(report_compare(report, &again) == 0);
}

/* ---- The audit ---- */

static void
check_findings(const Findings *findings)
{
	for (uint32_t i = 0; i < findings->count; i++)
	{
		const Finding *finding = &findings->list[i];

		MUST(finding->check < CHECK_COUNT && severity_name(finding->severity) != NULL);
		MUST(finding->subject.len > 0 && is_utf8(finding->subject));
		MUST(finding->message.len > 0 && is_utf8(finding->message));
		MUST(finding->reported.scale <= DECIMAL_SCALE_MAX);
		MUST(finding->expected.scale <= DECIMAL_SCALE_MAX);
	}
}

/* The same report, said to be of another year. */
static bool
report_of_year(const Report *report, int year, Arena *arena, Report *other)
{
	uint8_t *bytes = arena_alloc(arena, report->size);
	Error error;

	MUST(bytes != NULL);
	memcpy(bytes, report->bytes, report->size);
	for (int i = 0; i < 4; i++)
		bytes[4 + i] = (uint8_t) ((uint32_t) year >> (8 * i));
	return report_open(other, bytes, report->size, &error);
}

static void
exercise_audit(const Report *report, Arena *arena)
{
	Findings findings;
	Report earlier;
	Error error;

	MUST(audit_report(report, arena, &findings, &error));
	check_findings(&findings);
	MUST(audit_between(report, report, arena, &findings, &error));
	check_findings(&findings);
	if (report->head.report_year == YEAR_UNKNOWN ||
	    !report_of_year(report, report->head.report_year - 1, arena, &earlier))
		return;
	MUST(report_compare(&earlier, report) == -report_compare(report, &earlier));
	MUST(audit_between(&earlier, report, arena, &findings, &error));
	check_findings(&findings);
}

/* ---- The card ---- */

/* A terminal gets text and line ends, whatever the report holds. */
static void
exercise_card(const Report *report, Arena *arena)
{
	Error error;
	Str card = card_write(report, false, arena, &error);

	MUST(card.len > 0 && is_utf8(card));
	for (uint32_t i = 0; i < card.len; i++)
	{
		unsigned char byte = (unsigned char) card.at[i];

		MUST(byte == '\n' || (byte >= ' ' && byte != 0x7F));
	}
}

void
exercise(const Report *report)
{
	Arena arena;

	fuzz_arena(&arena, 0);
	for (uint32_t i = 0; i < report->head.fact_count; i++)
		exercise_fact(report, i);
	for (int table = 0; table < FIELD_COUNT; table++)
	{
		if (form_fields[table].type == TYPE_TABLE)
			exercise_table(report, (FieldId) table);
	}
	exercise_head(report, &arena);
	exercise_pairs(report, &arena);
	exercise_paths(report, &arena);
	exercise_labels(report, &arena);
	exercise_json(report, false, &arena);
	exercise_json(report, true, &arena);
	exercise_audit(report, &arena);
	exercise_card(report, &arena);
	arena_free(&arena);
}
