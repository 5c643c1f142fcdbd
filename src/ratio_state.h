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

#define RATIO_STATE_NARROW offsetof(RatioState, wide)

/* What a state is made of, and what is added to it or taken out again */
typedef struct RatioPart
{
	Sum128 denominator;
	Sum128 numerator;           /* times 10^decimals; without meaning if wide is not NULL */
	const struct varlena *wide; /* the numerator as numeric */
	int decimals;
	int64 count;
} RatioPart;

/* What one row adds */
typedef struct RatioRow
{
	int64 numerator; /* times 10^decimals; without meaning if wide is not NULL */
	int decimals;
	const struct varlena *wide; /* the numerator as numeric, where 64 bits do not hold it */
	int64 denominator;
} RatioRow;

/* A state that somebody handed in, checked; perhaps a copy. */
extern const RatioState *ratio_state_arg(FunctionCallInfo fcinfo, int arg);

/* One that may be changed: the aggregate's own, or else a copy. */
extern RatioState *ratio_state_arg_to_change(FunctionCallInfo fcinfo, int arg);

extern RatioPart ratio_part_of_state(const RatioState *state);
extern RatioPart ratio_part_of_row(RatioRow row);

/* Gives the changed state, which may be another one; an error where a sum is out of range. */
extern RatioState *ratio_state_add(RatioState *state, const RatioPart *part);

/* The same; NULL: how many decimals the remaining values show is not known. */
extern RatioState *ratio_state_remove(RatioState *state, const RatioPart *part);

/* False: the denominator is 0. */
extern bool ratio_state_quotient(const RatioState *state, Datum *quotient);

/*
 * Adding or removing the usual row, without a call: state and row are narrow
 * and show as many decimals.  False, and nothing done: they are not, or there
 * is something that the functions above have to say.
 */
static inline bool
ratio_state_merge_quickly(RatioState *state, RatioRow row, bool remove)
{
	Sum128 denominator = sum128_from_int64(row.denominator);
	Sum128 numerator = sum128_from_int64(row.numerator);
	int64 count = state->count;

	if (VARSIZE(state) != RATIO_STATE_NARROW || row.wide != NULL || row.decimals != state->decimals)
		return false;
	if (row.decimals > 0)
	{
		count += remove ? -1 : 1;
		if (count <= 0)
			return false;
	}
	if (remove)
	{
		denominator = sum128_negate(denominator);
		numerator = sum128_negate(numerator);
	}
	if (!sum128_add(&denominator, state->denominator) || !sum128_add(&numerator, state->numerator))
		return false;
	state->denominator = denominator;
	state->numerator = numerator;
	state->count = count;
	return true;
}

#endif /* PROGSOC_RATIO_STATE_H */
