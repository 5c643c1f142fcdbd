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

typedef bool (*GetRow)(FunctionCallInfo fcinfo, RatioRow *row);

/* (state, program_report) */
static bool
coverage_of_report(FunctionCallInfo fcinfo, RatioRow *row)
{
	ReportHead head = PG_GETARG_REPORT_HEAD(1);

	*row = (RatioRow){.numerator = head.beneficiaries, .denominator = head.target_population};
	return head.beneficiaries != FIGURE_UNKNOWN && head.target_population != FIGURE_UNKNOWN;
}

/* (state, program_report) */
static bool
cost_of_report(FunctionCallInfo fcinfo, RatioRow *row)
{
	ReportHead head = PG_GETARG_REPORT_HEAD(1);

	*row = (RatioRow){.numerator = head.total_spending.mantissa,
	                  .decimals = head.total_spending.scale,
	                  .denominator = head.beneficiaries};
	return head.total_spending.mantissa != FIGURE_UNKNOWN && head.beneficiaries != FIGURE_UNKNOWN;
}

/* (state, beneficiaries bigint, target bigint) */
static pg_attribute_always_inline bool
coverage_of_figures(FunctionCallInfo fcinfo, RatioRow *row)
{
	*row = (RatioRow){.numerator = PG_GETARG_INT64(1), .denominator = PG_GETARG_INT64(2)};
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
static pg_attribute_always_inline bool
cost_of_figures(FunctionCallInfo fcinfo, RatioRow *row)
{
	*row = (RatioRow){.denominator = PG_GETARG_INT64(2)};
	if (!int64_from_numeric(PG_GETARG_VARLENA_PP(1), &row->numerator, &row->decimals))
		row->wide = finite_numeric(PG_GETARG_NUMERIC(1));
	return true;
}

/* ---- The two things that can happen to a row ---- */

/* The state, if it is the aggregate's own and lies as the last call left it; else NULL. */
static inline RatioState *
own_state(FunctionCallInfo fcinfo)
{
	RatioState *state = (RatioState *) PG_GETARG_POINTER(0);

	return VARATT_IS_4B_U(state) && AggCheckCallContext(fcinfo, NULL) ? state : NULL;
}

static pg_noinline RatioState *
merge_carefully(FunctionCallInfo fcinfo, RatioRow row, bool remove)
{
	RatioState *state = ratio_state_arg_to_change(fcinfo, 0);
	RatioPart part = ratio_part_of_row(row);

	return remove ? ratio_state_remove(state, &part) : ratio_state_add(state, &part);
}

static pg_attribute_always_inline Datum
merge_row(FunctionCallInfo fcinfo, GetRow get_row, bool remove)
{
	RatioState *state = own_state(fcinfo);
	RatioRow row;

	if (!get_row(fcinfo, &row))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	if (state == NULL || !ratio_state_merge_quickly(state, row, remove))
		state = merge_carefully(fcinfo, row, remove);
	if (state == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(coverage_add_report);

Datum
coverage_add_report(PG_FUNCTION_ARGS)
{
	return merge_row(fcinfo, coverage_of_report, false);
}

PG_FUNCTION_INFO_V1(coverage_remove_report);

Datum
coverage_remove_report(PG_FUNCTION_ARGS)
{
	return merge_row(fcinfo, coverage_of_report, true);
}

PG_FUNCTION_INFO_V1(coverage_add_figures);

Datum
coverage_add_figures(PG_FUNCTION_ARGS)
{
	return merge_row(fcinfo, coverage_of_figures, false);
}

PG_FUNCTION_INFO_V1(coverage_remove_figures);

Datum
coverage_remove_figures(PG_FUNCTION_ARGS)
{
	return merge_row(fcinfo, coverage_of_figures, true);
}

PG_FUNCTION_INFO_V1(cost_add_report);

Datum
cost_add_report(PG_FUNCTION_ARGS)
{
	return merge_row(fcinfo, cost_of_report, false);
}

PG_FUNCTION_INFO_V1(cost_remove_report);

Datum
cost_remove_report(PG_FUNCTION_ARGS)
{
	return merge_row(fcinfo, cost_of_report, true);
}

PG_FUNCTION_INFO_V1(cost_add_figures);

Datum
cost_add_figures(PG_FUNCTION_ARGS)
{
	return merge_row(fcinfo, cost_of_figures, false);
}

PG_FUNCTION_INFO_V1(cost_remove_figures);

Datum
cost_remove_figures(PG_FUNCTION_ARGS)
{
	return merge_row(fcinfo, cost_of_figures, true);
}

/* ---- The same for all ---- */

PG_FUNCTION_INFO_V1(ratio_state_combine);

Datum
ratio_state_combine(PG_FUNCTION_ARGS)
{
	RatioState *state = ratio_state_arg_to_change(fcinfo, 0);
	RatioPart part = ratio_part_of_state(ratio_state_arg(fcinfo, 1));

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
