/*
 * selftest.c
 *		The property's own test.
 *
 * test/generate/selftest.c
 */
#include <string.h>

#include "selftest.h"
#include "compare.h"
#include "facts.h"
#include "random.h"

#define CHANGES 20 /* per report */

typedef enum Change
{
	CHANGE_LEAVE_OUT,
	CHANGE_DENY, /* absent instead of reported */
	CHANGES_KINDS,
} Change;

/* The draft as it is, but for one fact. */
static bool
open_changed(const Draft *draft, uint32_t changed, Change change, Arena *arena, Report *report)
{
	Draft other = *draft;
	Error error;
	uint8_t *bytes;
	size_t size;

	other.facts = arena_alloc(arena, draft->count * sizeof(Fact));
	memcpy(other.facts, draft->facts, draft->count * sizeof(Fact));
	if (change == CHANGE_LEAVE_OUT)
		other.facts[changed] = other.facts[--other.count];
	else
	{
		other.facts[changed].status = STATUS_ABSENT;
		other.facts[changed].text = NO_STR;
	}
	bytes = draft_pack(&other, &size, &error);
	return bytes != NULL && report_open(report, bytes, size, &error);
}

/* Differences that the comparison finds. */
static uint64_t
differences(const Report *truth, const Report *read, bool exact, Arena *arena)
{
	Tally tally = {0, 0, 0};
	Buffer findings = {NULL, 0, 0};

	compare_reports(truth, read, exact, arena, &tally, &findings);
	buffer_free(&findings);
	return tally.wrong;
}

/*
 * A fact left out is seen where every place is kept, and is no fault elsewhere;
 * a scalar denied is seen everywhere.
 */
static bool
change_is_seen(const Draft *draft, const Report *truth, uint32_t changed, Change change,
               Arena *arena)
{
	Report read;

	/* What the bytes refuse to hold, no reader can give. */
	if (!open_changed(draft, changed, change, arena, &read))
		return true;
	if (differences(truth, &read, true, arena) == 0)
		return false;
	if (!form_is_scalar(draft->facts[changed].field))
		return true;
	return (differences(truth, &read, false, arena) > 0) == (change == CHANGE_DENY);
}

static bool
changes_are_seen(uint64_t seed, Arena *arena)
{
	Random random = {seed};
	Draft draft;
	Report truth;
	Error error;
	uint8_t *bytes;
	size_t size;

	draft_init(&draft, arena);
	facts_draw(seed, arena, &draft);
	bytes = draft_pack(&draft, &size, &error);
	if (bytes == NULL || !report_open(&truth, bytes, size, &error) ||
	    differences(&truth, &truth, true, arena) + differences(&truth, &truth, false, arena) > 0)
		return false;
	for (int i = 0; i < CHANGES; i++)
	{
		uint32_t changed = random_below(&random, draft.count);
		Change change = (Change) random_below(&random, CHANGES_KINDS);

		if (draft.facts[changed].status == STATUS_REPORTED &&
		    !change_is_seen(&draft, &truth, changed, change, arena))
			return false;
	}
	return true;
}

bool
selftest_comparison(uint64_t seed, uint32_t reports)
{
	bool seen = true;

	for (uint32_t i = 0; i < reports && seen; i++)
	{
		Arena arena;

		arena_init(&arena, &host_plain);
		seen = changes_are_seen(seed + i, &arena);
		arena_free(&arena);
	}
	return seen;
}
