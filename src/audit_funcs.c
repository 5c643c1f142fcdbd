/*
 * audit_funcs.c
 *		report_audit, report_audit_between and report_checks.
 *
 * src/audit_funcs.c
 */
#include "compat.h"

#include "core/audit.h"

#include "decimal.h"
#include "report_type.h"
#include "row_sink.h"

static void
put_figure(RowSink *sink, bool known, Decimal figure)
{
	if (known)
		put_datum(sink, decimal_to_numeric(figure));
	else
		put_null(sink);
}

static void
put_finding(RowSink *sink, const Finding *finding)
{
	put_name(sink, audit_checks[finding->check].code);
	put_name(sink, severity_name(finding->severity));
	put_text(sink, finding->subject);
	put_figure(sink, finding->has_reported, finding->reported);
	put_figure(sink, finding->has_expected, finding->expected);
	put_text(sink, finding->message);
	row_sink_row(sink);
}

/* Gives the findings as rows, unless the audit failed. */
static Datum
give_findings(FunctionCallInfo fcinfo, CoreCall *core, bool done, const Findings *findings)
{
	RowSink sink;

	if (!done)
		core_raise(&core->error, NULL);
	row_sink_begin(&sink, fcinfo);
	for (uint32_t i = 0; i < findings->count; i++)
		put_finding(&sink, &findings->list[i]);
	row_sink_end(&sink);
	core_end(core);
	return (Datum) 0;
}

PG_FUNCTION_INFO_V1(report_audit);

Datum
report_audit(PG_FUNCTION_ARGS)
{
	CoreCall core;
	Report report;
	Findings findings;
	bool done;

	core_begin(&core);
	report = PG_GETARG_REPORT(0);
	done = audit_report(&report, &core.arena, &findings, &core.error);
	return give_findings(fcinfo, &core, done, &findings);
}

PG_FUNCTION_INFO_V1(report_audit_between);

Datum
report_audit_between(PG_FUNCTION_ARGS)
{
	CoreCall core;
	Report earlier;
	Report later;
	Findings findings;
	bool done;

	core_begin(&core);
	earlier = PG_GETARG_REPORT(0);
	later = PG_GETARG_REPORT(1);
	done = audit_between(&earlier, &later, &core.arena, &findings, &core.error);
	return give_findings(fcinfo, &core, done, &findings);
}

PG_FUNCTION_INFO_V1(report_checks);

Datum
report_checks(PG_FUNCTION_ARGS)
{
	RowSink sink;

	row_sink_begin(&sink, fcinfo);
	for (int i = 0; i < CHECK_COUNT; i++)
	{
		const Check *check = &audit_checks[i];

		put_name(&sink, check->code);
		put_name(&sink, severity_name(check->severity));
		put_name(&sink, check->section);
		put_text(&sink, (Str){check->words, strlen(check->words)});
		put_text(&sink, (Str){check->message, strlen(check->message)});
		row_sink_row(&sink);
	}
	row_sink_end(&sink);
	return (Datum) 0;
}
