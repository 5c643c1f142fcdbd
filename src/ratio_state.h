/*
 * ratio_state.h
 *		The type ratio_state: the state of the aggregates coverage and
 *		cost_per_beneficiary, a sum over a sum, both exact.
 *
 *		Its text is (numerator,denominator,count).  The count tells how many of the
 *		values that were added show as many decimals as the numerator, and is 0
 *		where that shows none: so it is known whether the others still show as many
 *		when a value leaves a moving frame, and a result looks as sum(...) / sum(...)
 *		does.  Text and bytes are canonical: equal states have equal ones.
 *
 * src/ratio_state.h
 */
#ifndef PROGSOC_RATIO_STATE_H
#define PROGSOC_RATIO_STATE_H

#include "compat.h"

#include "sum128.h"

typedef struct RatioState
{
	int32 vl_len_; /* varlena header (do not touch directly!) */
	uint16 version;
	uint16 decimals; /* that the numerator shows */
	int64 count;     /* of the values that show so many; 0 where decimals is 0 */
	Sum128 denominator;
	Sum128 numerator;                 /* times 10^decimals; 0 in a wide state */
	char wide[FLEXIBLE_ARRAY_MEMBER]; /* the numerator as numeric, where 128 bits do not hold it */
} RatioState;

/* What a state is made of, and what one row adds to it. */
typedef struct RatioPart
{
	Sum128 denominator;
	Sum128 numerator;           /* times 10^decimals; without meaning if wide is not NULL */
	const struct varlena *wide; /* the numerator as numeric */
	int decimals;
	int64 count;
} RatioPart;

/* A part of which decimals is 0, as for one row of whole numbers */
static inline RatioPart
ratio_part(int64 numerator, int64 denominator)
{
	return (RatioPart){.denominator = sum128_from_int64(denominator),
	                   .numerator = sum128_from_int64(numerator)};
}

/* A state that somebody handed in, checked; perhaps a copy. */
extern const RatioState *ratio_state_arg(FunctionCallInfo fcinfo, int arg);

/* One that may be changed: the aggregate's own, or else a copy. */
extern RatioState *ratio_state_arg_to_change(FunctionCallInfo fcinfo, int arg);

extern RatioPart ratio_state_part(const RatioState *state);

/* Gives the changed state, which may be another one; an error where a sum is out of range. */
extern RatioState *ratio_state_add(RatioState *state, const RatioPart *part);

/* The same; NULL: how many decimals the remaining values show is not known. */
extern RatioState *ratio_state_remove(RatioState *state, const RatioPart *part);

/* False: the denominator is 0. */
extern bool ratio_state_quotient(const RatioState *state, Datum *quotient);

#endif /* PROGSOC_RATIO_STATE_H */
