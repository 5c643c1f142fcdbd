/*
 * fuzz_packed.c
 *		Stored or received bytes: they are refused, or every reader can read them.
 *
 * test/fuzz/fuzz_packed.c
 */
#include "fuzz.h"

#include "../unit/drafts.h"
#include "../unit/version_1.h"

#include "form.h"

/* The first bytes alone, their end watched: what they hold is what the whole holds. */
static void
exercise_summary(const uint8_t *data, size_t size, const Report *whole)
{
	Error error = {.code = ERROR_NONE};
	ReportHead head;
	Report summary;
	size_t end;
	uint8_t *copy;

	if (!report_head(data, size, &head, &error))
		return;
	end = report_summary_end(data, size, &head);
	if (end > size)
		end = size;
	copy = malloc(end);
	MUST(copy != NULL);
	memcpy(copy, data, end);
	if (!report_open_summary(&summary, copy, end, &error))
	{
		MUST(whole == NULL);
		check_error(&error);
	}
	for (uint32_t i = 0; whole != NULL && i < whole->head.summary_count; i++)
	{
		Fact fact = report_fact(whole, i);
		Fact same;

		MUST(is_of_summary(fact.field) && report_scalar(&summary, fact.field, &same));
		MUST(same.row == fact.row && same.status == fact.status && str_equal(same.text, fact.text));
	}
	free(copy);
}

/* What version 1 made of the same facts is read as what is stored today. */
static void
exercise_version_1(const Report *report)
{
	uint8_t *old = malloc(report->size);
	uint8_t *renewed = malloc(report->size);
	Error error;

	MUST(old != NULL && renewed != NULL);
	put_version_1(report, old);
	MUST(packed_renew(old, report->size, renewed, &error));
	MUST(memcmp(renewed, report->bytes, report->size) == 0);
	free(old);
	free(renewed);
}

/* Bytes of today's format */
static void
exercise_bytes(const uint8_t *data, size_t size)
{
	Error error = {.code = ERROR_NONE};
	Report report;

	if (report_open(&report, data, size, &error))
	{
		exercise_summary(data, size, &report);
		exercise_version_1(&report);
		exercise(&report);
	}
	else
	{
		exercise_summary(data, size, NULL);
		check_error(&error);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Error error = {.code = ERROR_NONE};
	ReportHead head;
	uint8_t *renewed;

	if (!report_head(data, size, &head, &error) || head.format_version == PACKED_VERSION)
	{
		exercise_bytes(data, size);
		return 0;
	}
	renewed = malloc(size);
	MUST(renewed != NULL);
	if (packed_renew(data, size, renewed, &error))
		exercise_bytes(renewed, size);
	else
		check_error(&error);
	free(renewed);
	return 0;
}

/* ---- Mutation: other facts, packed as they must be; bytes alone would hardly ever open ---- */

static Draft *
draft_of(const Report *report, Arena *arena, Draft *draft)
{
	draft_init(draft, arena);
	draft->report_year = report->head.report_year;
	draft->parser_version = report->head.parser_version;
	for (uint32_t i = 0; i < report->head.fact_count; i++)
	{
		Fact fact = report_fact(report, i);

		draft_add(draft, fact.field, fact.row, fact.status, fact.text);
	}
	return draft;
}

static void
drop_fact(Draft *draft, uint32_t index)
{
	draft->facts[index] = draft->facts[--draft->count];
}

/* A text of another fact: of another type, or the same name twice. */
static Str
other_text(Random *random, const Draft *draft)
{
	return draft->facts[random_below(random, draft->count)].text;
}

static void
change_fact(Random *random, Draft *draft)
{
	uint32_t index = random_below(random, draft->count);
	Fact *fact = &draft->facts[index];

	switch (random_below(random, 6))
	{
		case 0:
			fact->text = random_value(random, form_fields[fact->field].type, draft->arena);
			break;
		case 1:
			fact->text = other_text(random, draft);
			break;
		case 2:
			fact->status = (Status) random_below(random, STATUS_COUNT);
			break;
		case 3:
			fact->row = random_below(random, random_chance(random, 10) ? PACKED_ROW_MAX + 1 : 70);
			break;
		case 4:
			fact->field = (FieldId) random_below(random, FIELD_COUNT);
			break;
		default:
			drop_fact(draft, index);
			break;
	}
}

static void
change_draft(Random *random, Draft *draft)
{
	for (uint32_t changes = 1 + random_below(random, 4); changes > 0; changes--)
	{
		if (draft->count == 0 || random_chance(random, 25))
			random_fact(random, draft, (FieldId) random_below(random, FIELD_COUNT),
			            random_below(random, 20));
		else if (random_chance(random, 5))
			draft->report_year = 1899 + (int) random_below(random, 204);
		else
			change_fact(random, draft);
	}
}

size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed)
{
	Random random = {seed | UINT64_C(1) << 32};
	uint8_t *bytes = NULL;
	Arena arena;
	Draft draft;
	Report report;
	Error error;
	size_t packed;

	if (random_chance(&random, 20))
		return LLVMFuzzerMutate(data, size, max_size);
	if (max_size / 2 < text_pieces_max)
		text_pieces_max = (uint32_t) max_size / 2 + 1;
	fuzz_arena(&arena, 0);
	if (report_open(&report, data, size, &error))
		change_draft(&random, draft_of(&report, &arena, &draft));
	else
	{
		draft_init(&draft, &arena);
		random_draft(&random, &draft);
	}
	bytes = draft_pack(&draft, &packed, &error);
	if (bytes != NULL && packed <= max_size)
	{
		memcpy(data, bytes, packed);
		size = packed;
		if (random_chance(&random, 10) && report_open(&report, bytes, packed, &error))
			put_version_1(&report, data);
	}
	else
		size = LLVMFuzzerMutate(data, size, max_size);
	arena_free(&arena);
	return size;
}
