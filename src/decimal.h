/*
 * decimal.h
 *		The core's numbers as numeric, exactly.
 *
 * src/decimal.h
 */
#ifndef PROGSOC_DECIMAL_H
#define PROGSOC_DECIMAL_H

#include "compat.h"

#include "utils/fmgrprotos.h"
#include "utils/numeric.h"

#include "core/number.h"

static inline Datum
decimal_to_numeric(Decimal number)
{
	return NumericGetDatum(int64_div_fast_to_numeric(number.mantissa, number.scale));
}

/* As numeric divides; false: the divisor is 0. */
static inline bool
decimal_divide(Decimal number, Decimal divisor, Datum *quotient)
{
	if (divisor.mantissa == 0)
		return false;
	*quotient =
	    DirectFunctionCall2(numeric_div, decimal_to_numeric(number), decimal_to_numeric(divisor));
	return true;
}

#endif /* PROGSOC_DECIMAL_H */
