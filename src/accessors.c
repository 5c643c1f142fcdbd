/*
 * accessors.c
 *		Single values of a report, for WHERE, GROUP BY and expression indexes.
 *
 *		They read the first bytes of a stored report and no more.
 *
 * src/accessors.c
 */
#include "compat.h"

#include "core/fold.h"

#include "decimal.h"
#include "report_type.h"

/* ---- Names ---- */

static Datum
name_datum(FunctionCallInfo fcinfo, Str name)
{
	if (name.at == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(text_from_core(name));
}

PG_FUNCTION_INFO_V1(program_report_program_name);

Datum
program_report_program_name(PG_FUNCTION_ARGS)
{
	return name_datum(fcinfo, PG_GETARG_REPORT_IDENTITY(0).name);
}

PG_FUNCTION_INFO_V1(program_report_ministry);

Datum
program_report_ministry(PG_FUNCTION_ARGS)
{
	return name_datum(fcinfo, PG_GETARG_REPORT_IDENTITY(0).ministry);
}

PG_FUNCTION_INFO_V1(program_report_service);

Datum
program_report_service(PG_FUNCTION_ARGS)
{
	return name_datum(fcinfo, PG_GETARG_REPORT_IDENTITY(0).service);
}

PG_FUNCTION_INFO_V1(program_report_key);

Datum
program_report_key(PG_FUNCTION_ARGS)
{
	ReportIdentity identity = PG_GETARG_REPORT_IDENTITY(0);
	CoreCall call;
	Str key;

	core_begin(&call);
	key = program_key(identity.service, identity.name, &call.arena);
	core_check_memory(&call);
	return name_datum(fcinfo, key);
}

/* ---- Figures ---- */

PG_FUNCTION_INFO_V1(program_report_year);

Datum
program_report_year(PG_FUNCTION_ARGS)
{
	ReportHead head = PG_GETARG_REPORT_HEAD(0);

	if (head.report_year == YEAR_UNKNOWN)
		PG_RETURN_NULL();
	PG_RETURN_INT32(head.report_year);
}

PG_FUNCTION_INFO_V1(program_report_target_population);

Datum
program_report_target_population(PG_FUNCTION_ARGS)
{
	ReportHead head = PG_GETARG_REPORT_HEAD(0);

	if (head.target_population == FIGURE_UNKNOWN)
		PG_RETURN_NULL();
	PG_RETURN_INT64(head.target_population);
}

PG_FUNCTION_INFO_V1(program_report_beneficiaries);

Datum
program_report_beneficiaries(PG_FUNCTION_ARGS)
{
	ReportHead head = PG_GETARG_REPORT_HEAD(0);

	if (head.beneficiaries == FIGURE_UNKNOWN)
		PG_RETURN_NULL();
	PG_RETURN_INT64(head.beneficiaries);
}

PG_FUNCTION_INFO_V1(program_report_total_spending);

Datum
program_report_total_spending(PG_FUNCTION_ARGS)
{
	ReportHead head = PG_GETARG_REPORT_HEAD(0);

	if (head.total_spending.mantissa == FIGURE_UNKNOWN)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(decimal_to_numeric(head.total_spending));
}

PG_FUNCTION_INFO_V1(program_report_parser_version);

Datum
program_report_parser_version(PG_FUNCTION_ARGS)
{
	ReportHead head = PG_GETARG_REPORT_HEAD(0);

	if (head.parser_version == 0)
		PG_RETURN_NULL();
	PG_RETURN_INT32(head.parser_version);
}

/* ---- Ratios of amounts that the header does not hold ---- */

static Datum
ratio_datum(FunctionCallInfo fcinfo, FieldId amount, FieldId of)
{
	Report report = PG_GETARG_REPORT_SUMMARY(0);
	Decimal a;
	Decimal b;
	Fact fact;
	Datum ratio;

	if (!report_scalar(&report, amount, &fact) || !fact_number(&fact, &a) ||
	    !report_scalar(&report, of, &fact) || !fact_number(&fact, &b) ||
	    !decimal_divide(a, b, &ratio))
		PG_RETURN_NULL();
	PG_RETURN_DATUM(ratio);
}

PG_FUNCTION_INFO_V1(program_report_budget_execution);

Datum
program_report_budget_execution(PG_FUNCTION_ARGS)
{
	return ratio_datum(fcinfo, FIELD_SPENDING, FIELD_FINAL_BUDGET);
}

PG_FUNCTION_INFO_V1(program_report_admin_share);

Datum
program_report_admin_share(PG_FUNCTION_ARGS)
{
	return ratio_datum(fcinfo, FIELD_ADMIN_SPENDING, FIELD_TOTAL_SPENDING);
}

PG_FUNCTION_INFO_V1(program_report_component_share);

Datum
program_report_component_share(PG_FUNCTION_ARGS)
{
	return ratio_datum(fcinfo, FIELD_COMPONENT_SPENDING, FIELD_TOTAL_SPENDING);
}
