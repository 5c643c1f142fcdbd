/*
 * sum128.h
 *		Whole numbers of 128 bits, for sums, on any machine.
 *
 *		PostgreSQL also runs where the compiler has no 128-bit integer, so these
 *		are two of 64 bits; adding one takes hardly more than adding its halves.
 *
 * src/sum128.h
 */
#ifndef PROGSOC_SUM128_H
#define PROGSOC_SUM128_H

#include "compat.h"

/* Two's complement */
typedef struct Sum128
{
	uint64 low;
	int64 high;
} Sum128;

#define SUM128_DIGITS 40 /* of the longest number, with its sign */

static inline Sum128
sum128_from_int64(int64 number)
{
	return (Sum128){(uint64) number, number < 0 ? -1 : 0};
}

static inline bool
sum128_is_int64(Sum128 sum)
{
	return sum.high == ((int64) sum.low < 0 ? -1 : 0);
}

static inline bool
sum128_is_zero(Sum128 sum)
{
	return sum.low == 0 && sum.high == 0;
}

static inline Sum128
sum128_negate(Sum128 sum)
{
	return (Sum128){~sum.low + 1, (int64) (~(uint64) sum.high + (sum.low == 0))};
}

/* False, and *sum as it was: the result is out of range. */
static inline bool
sum128_add(Sum128 *sum, Sum128 term)
{
	uint64 low = sum->low + term.low;
	int64 high = (int64) ((uint64) sum->high + (uint64) term.high + (low < term.low));

	if (((sum->high ^ high) & (term.high ^ high)) < 0)
		return false;
	*sum = (Sum128){low, high};
	return true;
}

/* Times 10^zeros.  False, and *sum of no use: the result is out of range. */
extern bool sum128_scale(Sum128 *sum, int zeros);

/*
 * A numeric without its decimal point, and how many decimals that has.  False:
 * it is not finite, or out of range.
 */
extern bool sum128_from_numeric(const struct varlena *number, Sum128 *sum, int *decimals);

/* The same for 64 bits, which hold nearly all that is money. */
extern bool int64_from_numeric(const struct varlena *number, int64 *sum, int *decimals);

/* The numeric sum / 10^decimals, which shows so many decimals. */
extern Datum sum128_to_numeric(Sum128 sum, int decimals);

/*
 * The quotient of two whole numbers, as numeric's own division gives it to the
 * last digit, but sooner.  False: they are too large for that.  The divisor is
 * not 0.
 */
extern bool sum128_divide_quickly(Sum128 number, Sum128 divisor, Datum *quotient);

#endif /* PROGSOC_SUM128_H */
