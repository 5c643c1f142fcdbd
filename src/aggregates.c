/*
 * aggregates.c
 *		The aggregates coverage and cost_per_beneficiary: a sum over a sum of the
 *		rows of which both figures are known.
 *
 *		Each of the four has a function that adds a row to its ratio_state and one
 *		that takes it out again; combining and dividing are the same for all.
 *
 * src/aggregates.c
 */
#include "compat.h"

#include "utils/numeric.h"

#include "ratio_state.h"
#include "report_type.h"

/* ---- What a row adds; false: nothing, because a figure is not known ---- */

typedef bool (*PartOfRow)(FunctionCallInfo fcinfo, RatioPart *part);

/* (state, program_report) */
static bool
coverage_of_report(FunctionCallInfo fcinfo, RatioPart *part)
{
	ReportHead head = PG_GETARG_REPORT_HEAD(1);

	*part = ratio_part(head.beneficiaries, head.target_population);
	return head.beneficiaries != FIGURE_UNKNOWN && head.target_population != FIGURE_UNKNOWN;
}

/* (state, program_report) */
static bool
cost_of_report(FunctionCallInfo fcinfo, RatioPart *part)
{
	ReportHead head = PG_GETARG_REPORT_HEAD(1);

	*part = ratio_part(head.total_spending.mantissa, head.beneficiaries);
	part->decimals = head.total_spending.scale;
	part->count = part->decimals > 0 ? 1 : 0;
	return head.total_spending.mantissa != FIGURE_UNKNOWN && head.beneficiaries != FIGURE_UNKNOWN;
}

/* (state, beneficiaries bigint, target bigint) */
static bool
coverage_of_figures(FunctionCallInfo fcinfo, RatioPart *part)
{
	*part = ratio_part(PG_GETARG_INT64(1), PG_GETARG_INT64(2));
	return true;
}

static const struct varlena *
finite_numeric(Numeric number)
{
	if (numeric_is_nan(number) || numeric_is_inf(number))
		ereport(ERROR, errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
		        errmsg("spending must be a finite number"));
	return (const struct varlena *) number;
}

/* (state, spending numeric, beneficiaries bigint) */
static bool
cost_of_figures(FunctionCallInfo fcinfo, RatioPart *part)
{
	const struct varlena *spending = PG_GETARG_VARLENA_PP(1);

	*part = ratio_part(0, PG_GETARG_INT64(2));
	if (!sum128_from_numeric(spending, &part->numerator, &part->decimals))
		part->wide = finite_numeric(PG_GETARG_NUMERIC(1));
	part->count = part->decimals > 0 ? 1 : 0;
	return true;
}

/* ---- The two things that can happen to a row ---- */

static inline Datum
add_row(FunctionCallInfo fcinfo, PartOfRow part_of_row)
{
	RatioState *state = ratio_state_arg_to_change(fcinfo, 0);
	RatioPart part;

	if (part_of_row(fcinfo, &part))
		state = ratio_state_add(state, &part);
	PG_RETURN_POINTER(state);
}

static inline Datum
remove_row(FunctionCallInfo fcinfo, PartOfRow part_of_row)
{
	RatioState *state = ratio_state_arg_to_change(fcinfo, 0);
	RatioPart part;

	if (part_of_row(fcinfo, &part))
		state = ratio_state_remove(state, &part);
	if (state == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(coverage_add_report);

Datum
coverage_add_report(PG_FUNCTION_ARGS)
{
	return add_row(fcinfo, coverage_of_report);
}

PG_FUNCTION_INFO_V1(coverage_remove_report);

Datum
coverage_remove_report(PG_FUNCTION_ARGS)
{
	return remove_row(fcinfo, coverage_of_report);
}

PG_FUNCTION_INFO_V1(coverage_add_figures);

Datum
coverage_add_figures(PG_FUNCTION_ARGS)
{
	return add_row(fcinfo, coverage_of_figures);
}

PG_FUNCTION_INFO_V1(coverage_remove_figures);

Datum
coverage_remove_figures(PG_FUNCTION_ARGS)
{
	return remove_row(fcinfo, coverage_of_figures);
}

PG_FUNCTION_INFO_V1(cost_add_report);

Datum
cost_add_report(PG_FUNCTION_ARGS)
{
	return add_row(fcinfo, cost_of_report);
}

PG_FUNCTION_INFO_V1(cost_remove_report);

Datum
cost_remove_report(PG_FUNCTION_ARGS)
{
	return remove_row(fcinfo, cost_of_report);
}

PG_FUNCTION_INFO_V1(cost_add_figures);

Datum
cost_add_figures(PG_FUNCTION_ARGS)
{
	return add_row(fcinfo, cost_of_figures);
}

PG_FUNCTION_INFO_V1(cost_remove_figures);

Datum
cost_remove_figures(PG_FUNCTION_ARGS)
{
	return remove_row(fcinfo, cost_of_figures);
}

/* ---- The same for all ---- */

PG_FUNCTION_INFO_V1(ratio_state_combine);

Datum
ratio_state_combine(PG_FUNCTION_ARGS)
{
	RatioState *state = ratio_state_arg_to_change(fcinfo, 0);
	RatioPart part = ratio_state_part(ratio_state_arg(fcinfo, 1));

	PG_RETURN_POINTER(ratio_state_add(state, &part));
}

PG_FUNCTION_INFO_V1(ratio_state_final);

Datum
ratio_state_final(PG_FUNCTION_ARGS)
{
	Datum quotient;

	if (!ratio_state_quotient(ratio_state_arg(fcinfo, 0), &quotient))
		PG_RETURN_NULL();
	PG_RETURN_DATUM(quotient);
}
