/*
 * fuzz_packed.c
 *		Stored or received bytes: they are refused, or every reader can read them.
 *
 * test/fuzz/fuzz_packed.c
 */
#include "fuzz.h"

#include "../unit/drafts.h"

#include "form.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Error error = {.code = ERROR_NONE};
	ReportHead head;
	Report report;
	bool has_head = report_head(data, size, &head, &error);

	if (report_open(&report, data, size, &error))
	{
		MUST(has_head);
		exercise(&report);
	}
	else
		check_error(&error);
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
	}
	else
		size = LLVMFuzzerMutate(data, size, max_size);
	arena_free(&arena);
	return size;
}
