/*
 * audit_doubts.c
 *		What the reading of the text left in doubt.
 *
 * src/core/audit_doubts.c
 */
#include <string.h>

#include "audit_rules.h"

/* The doubts about one scalar or table */
typedef struct Doubts
{
	uint32_t values; /* of the check's status, with a text */
	uint32_t places; /* of that status, without one */
	Str first;       /* of the values */
} Doubts;

static Status
doubtful_status(CheckId check)
{
	switch (check)
	{
		case CHECK_AMBIGUOUS_CELLS:
			return STATUS_AMBIGUOUS;
		case CHECK_INFERRED_CELLS:
			return STATUS_INFERRED;
		default:
			return STATUS_INVALID;
	}
}

static Str
say_values(Audit *audit, uint32_t count)
{
	return say(audit, "%u %s", (unsigned) count, count == 1 ? "value" : "values");
}

static void
add_doubts(Audit *audit, CheckId check, FieldId field, const Doubts *doubts)
{
	Found found = found_at(check, field, 0);

	if (doubts->values + doubts->places == 0)
		return;
	found_word(&found, "values", say_values(audit, doubts->values));
	found_word(&found, "doubt",
	           doubts->places == 0
	               ? STR("whose place is in doubt")
	               : say(audit, "for %u %s, and nothing ties one to the other",
	                     (unsigned) doubts->places, doubts->places == 1 ? "cell" : "cells"));
	found_word(&found, "first", say_name(audit, doubts->first));
	audit_add(audit, &found);
}

/* One finding for each scalar or table of the form that has a value of the status. */
void
rule_doubts(Audit *audit, CheckId check)
{
	Doubts doubts[FIELD_COUNT];

	memset(doubts, 0, sizeof(doubts));
	for (uint32_t i = 0; i < audit->report->head.fact_count; i++)
	{
		Fact fact = report_fact(audit->report, i);
		FieldId table = form_fields[fact.field].table;
		Doubts *one = &doubts[table == FIELD_NONE ? fact.field : table];

		if (fact.status != doubtful_status(check))
			continue;
		if (fact.text.len == 0)
			one->places++;
		else if (one->values++ == 0)
			one->first = fact.text;
	}
	for (int field = 0; field < FIELD_COUNT; field++)
		add_doubts(audit, check, (FieldId) field, &doubts[field]);
}

/* ---- Markup ---- */

void
rule_markup(Audit *audit, CheckId check)
{
	FieldId column = FIELD_MARKUP_TAGS;
	Rows rows;

	rows_start(&rows, audit->report, &column, 1);
	while (rows_next(&rows))
	{
		Figure tags = figure_of(&rows.cells[0]);
		Found found = found_figure(check, tags, (Figure){.state = FIGURE_MISSING});

		if (figure_above_zero(tags))
			audit_add(audit, &found);
	}
}
