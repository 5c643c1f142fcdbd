/*
 * card_func.c
 *		report_card: a report on one page of a terminal.
 *
 * src/card_func.c
 */
#include "compat.h"

#include "mb/pg_wchar.h"

#include "core/card.h"

#include "report_type.h"

/* Only Unicode has the blocks that bars are made of; a database has one encoding all its life. */
static bool
encoding_lacks_blocks(void)
{
	return GetDatabaseEncoding() != PG_UTF8 && GetDatabaseEncoding() != PG_SQL_ASCII;
}

PG_FUNCTION_INFO_V1(report_card);

Datum
report_card(PG_FUNCTION_ARGS)
{
	CoreCall core;
	Report report;
	text *card;
	Str lines;

	core_begin(&core);
	report = PG_GETARG_REPORT(0);
	lines = card_write(&report, encoding_lacks_blocks(), &core.arena, &core.error);
	if (lines.at == NULL)
		core_raise(&core.error, NULL);
	card = text_from_core(lines);
	core_end(&core);
	PG_RETURN_TEXT_P(card);
}
