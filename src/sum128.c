/*
 * sum128.c
 *		Sums of 128 bits from and to numeric, and their quotients.
 *
 * src/sum128.c
 */
#include "compat.h"

#include "common/int.h"
#include "utils/fmgrprotos.h"
#include "utils/numeric.h"

#include "sum128.h"

/*
 * The bytes of a numeric as numeric.c stores them.  Nothing that the server
 * exports tells a numeric's digits fast, and the bytes have been the same since
 * 9.1: data directories depend on them.
 */
#define FORM_MASK           0xC000
#define FORM_NEGATIVE       0x4000
#define FORM_SHORT          0x8000
#define FORM_SPECIAL        0xC000 /* NaN and infinities */
#define SHORT_SIGN          0x2000
#define SHORT_DECIMALS      0x1F80
#define SHORT_DECIMALS_UNIT 0x0080
#define SHORT_WEIGHT        0x007F /* two's complement */
#define SHORT_WEIGHT_SIGN   0x0040
#define LONG_DECIMALS       0x3FFF

#define GROUP        10000 /* a digit of numeric is four decimal ones */
#define GROUP_DIGITS 4

typedef struct NumericParts
{
	bool negative;
	int decimals;
	int weight; /* of the first group, as a power of GROUP */
	int groups;
	const char *group; /* 16 bits each, unaligned */
} NumericParts;

/* As many groups as 64 bits surely hold */
#define INT64_GROUPS 4

static const int32 powers_of_ten[] = {1,      10,      100,      1000,      10000,
                                      100000, 1000000, 10000000, 100000000, 1000000000};

static inline uint16
read_uint16(const char *at)
{
	uint16 number;

	memcpy(&number, at, sizeof(number));
	return number;
}

/* False: not finite. */
static inline bool
numeric_parts(const struct varlena *number, NumericParts *parts)
{
	const char *data = VARDATA_ANY(number);
	uint16 header = read_uint16(data);
	int header_size = sizeof(uint16);

	if ((header & FORM_MASK) == FORM_SPECIAL)
		return false;
	if ((header & FORM_MASK) == FORM_SHORT)
	{
		int weight = header & SHORT_WEIGHT;

		parts->negative = (header & SHORT_SIGN) != 0;
		parts->decimals = (header & SHORT_DECIMALS) / SHORT_DECIMALS_UNIT;
		parts->weight = weight >= SHORT_WEIGHT_SIGN ? weight - 2 * SHORT_WEIGHT_SIGN : weight;
	}
	else
	{
		parts->negative = (header & FORM_MASK) == FORM_NEGATIVE;
		parts->decimals = header & LONG_DECIMALS;
		parts->weight = (int16) read_uint16(data + sizeof(uint16));
		header_size = 2 * sizeof(uint16);
	}
	parts->group = data + header_size;
	parts->groups = ((int) VARSIZE_ANY_EXHDR(number) - header_size) / (int) sizeof(uint16);
	return true;
}

static inline uint16
group_at(const NumericParts *parts, int i)
{
	return read_uint16(parts->group + i * sizeof(uint16));
}

/*
 * The zeros that follow the groups in the number without its decimal point;
 * below 0, down to -3, the digits of the last group beyond the decimals.
 */
static inline int
missing_zeros(const NumericParts *parts)
{
	int zeros = GROUP_DIGITS * (parts->weight - parts->groups + 1) + parts->decimals;

	return Max(zeros, 1 - GROUP_DIGITS);
}

/* ---- Magnitudes: sums taken as unsigned ---- */

/* Times factor, plus term; false: out of range. */
static bool
multiply_add(Sum128 *sum, uint32 factor, uint32 term)
{
	uint32 limbs[4] = {(uint32) sum->low, (uint32) (sum->low >> 32), (uint32) sum->high,
	                   (uint32) ((uint64) sum->high >> 32)};
	uint64 carry = term;

	for (int i = 0; i < 4; i++)
	{
		carry += (uint64) limbs[i] * factor;
		limbs[i] = (uint32) carry;
		carry >>= 32;
	}
	sum->low = (uint64) limbs[1] << 32 | limbs[0];
	sum->high = (int64) ((uint64) limbs[3] << 32 | limbs[2]);
	return carry == 0;
}

/* Divides, and gives the remainder. */
static uint32
divide(Sum128 *sum, uint32 divisor)
{
	uint32 limbs[4] = {(uint32) ((uint64) sum->high >> 32), (uint32) sum->high,
	                   (uint32) (sum->low >> 32), (uint32) sum->low};
	uint64 rest = 0;

	for (int i = 0; i < 4; i++)
	{
		rest = rest << 32 | limbs[i];
		limbs[i] = (uint32) (rest / divisor);
		rest %= divisor;
	}
	sum->high = (int64) ((uint64) limbs[0] << 32 | limbs[1]);
	sum->low = (uint64) limbs[2] << 32 | limbs[3];
	return (uint32) rest;
}

static bool
add_zeros(Sum128 *sum, int zeros)
{
	bool fits = true;

	for (; zeros > 0 && fits && !sum128_is_zero(*sum); zeros -= GROUP_DIGITS)
		fits = multiply_add(sum, powers_of_ten[Min(zeros, GROUP_DIGITS)], 0);
	return fits;
}

/* Makes a magnitude a sum; false: out of range. */
static bool
set_sign(Sum128 *sum, bool negative)
{
	bool lowest = sum->high == PG_INT64_MIN && sum->low == 0;

	if (sum->high < 0 && !(negative && lowest))
		return false;
	if (negative)
		*sum = sum128_negate(*sum);
	return true;
}

/* ---- Sums ---- */

bool
sum128_scale(Sum128 *sum, int zeros)
{
	bool negative = sum->high < 0;

	if (negative)
		*sum = sum128_negate(*sum);
	return add_zeros(sum, zeros) && set_sign(sum, negative);
}

bool
sum128_from_numeric(const struct varlena *number, Sum128 *sum, int *decimals)
{
	NumericParts parts;
	int zeros;

	*sum = sum128_from_int64(0);
	if (!numeric_parts(number, &parts))
		return false;
	*decimals = parts.decimals;
	zeros = missing_zeros(&parts);
	for (int i = 0; i < parts.groups; i++)
	{
		int surplus = i == parts.groups - 1 ? Max(-zeros, 0) : 0;

		if (!multiply_add(sum, powers_of_ten[GROUP_DIGITS - surplus],
		                  group_at(&parts, i) / powers_of_ten[surplus]))
			return false;
	}
	return add_zeros(sum, zeros) && set_sign(sum, parts.negative);
}

bool
int64_from_numeric(const struct varlena *number, int64 *sum, int *decimals)
{
	NumericParts parts;
	int64 groups = 0;
	int zeros;

	if (!numeric_parts(number, &parts) || parts.groups > INT64_GROUPS)
		return false;
	zeros = missing_zeros(&parts);
	for (int i = 0; i < parts.groups; i++)
		groups = groups * GROUP + group_at(&parts, i);
	if (zeros < 0)
		groups /= powers_of_ten[-zeros];
	else if (groups != 0 && (zeros >= (int) lengthof(powers_of_ten) ||
	                         pg_mul_s64_overflow(groups, powers_of_ten[zeros], &groups)))
		return false;
	*sum = parts.negative ? -groups : groups;
	*decimals = parts.decimals;
	return true;
}

/* Writes the digits of a sum; gives where they begin in out. */
static char *
print_digits(Sum128 sum, char out[SUM128_DIGITS + 1])
{
	char *at = out + SUM128_DIGITS;
	bool negative = sum.high < 0;

	*at = '\0';
	if (negative)
		sum = sum128_negate(sum);
	do
		*--at = (char) ('0' + divide(&sum, 10));
	while (!sum128_is_zero(sum));
	if (negative)
		*--at = '-';
	return at;
}

Datum
sum128_to_numeric(Sum128 sum, int decimals)
{
	char digits[SUM128_DIGITS + 1];
	Datum whole;

	if (sum128_is_int64(sum))
		return NumericGetDatum(int64_div_fast_to_numeric((int64) sum.low, decimals));
	whole = DirectFunctionCall3(numeric_in, CStringGetDatum(print_digits(sum, digits)),
	                            ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
	if (decimals == 0)
		return whole;
	return DirectFunctionCall2(numeric_mul, whole,
	                           NumericGetDatum(int64_div_fast_to_numeric(1, decimals)));
}

/* ---- Quotients ---- */

/* The digits of a numeric that is being made: the first is worth GROUP^weight. */
typedef struct Groups
{
	uint16 group[16];
	int count;
	int weight;
} Groups;

#define QUOTIENT_DIGITS 16                           /* that are significant, at least */
#define QUICK_MAX       INT64CONST(1000000000000000) /* of which GROUP times fits into 64 bits */

static void
whole_groups(uint64 number, Groups *out)
{
	uint16 reversed[5];
	int count = 0;

	do
		reversed[count++] = number % GROUP;
	while ((number /= GROUP) > 0);
	for (int i = 0; i < count; i++)
		out->group[i] = reversed[count - 1 - i];
	out->count = count;
	out->weight = count - 1;
}

/* How many groups numeric gives to the fraction of a quotient. */
static int
fraction_groups(uint64 number, uint64 divisor)
{
	Groups a;
	Groups b;
	int weight;

	whole_groups(number, &a);
	whole_groups(divisor, &b);
	weight = a.weight - b.weight - (a.group[0] <= b.group[0]);
	return Max(QUOTIENT_DIGITS / GROUP_DIGITS - weight, 0);
}

static void
round_up(Groups *groups)
{
	int i = groups->count - 1;

	while (i >= 0 && groups->group[i] == GROUP - 1)
		groups->group[i--] = 0;
	if (i >= 0)
		groups->group[i]++;
	else
	{
		groups->group[0] = 1; /* and zeros after it: all were nines */
		groups->weight++;
	}
}

/* numeric keeps no zeros around its digits, and no sign of a zero. */
static Datum
numeric_from_groups(const Groups *groups, bool negative, int decimals)
{
	int first = 0;
	int end = groups->count;
	uint16 header = FORM_SHORT | decimals * SHORT_DECIMALS_UNIT;
	struct varlena *number;
	Size size;

	while (first < end && groups->group[first] == 0)
		first++;
	while (first < end && groups->group[end - 1] == 0)
		end--;
	if (first < end)
		header |= (negative ? SHORT_SIGN : 0) | ((groups->weight - first) & SHORT_WEIGHT);
	size = VARHDRSZ + sizeof(uint16) * (1 + end - first);
	number = palloc(size);
	SET_VARSIZE(number, size);
	memcpy(VARDATA(number), &header, sizeof(uint16));
	memcpy(VARDATA(number) + sizeof(uint16), groups->group + first, sizeof(uint16) * (end - first));
	return PointerGetDatum(number);
}

/* As at school, with digits of GROUP */
bool
sum128_divide_quickly(Sum128 number, Sum128 divisor, Datum *quotient)
{
	bool negative = (number.high < 0) != (divisor.high < 0);
	Groups groups;
	uint64 rest;
	int fraction;

	if (number.high < 0)
		number = sum128_negate(number);
	if (divisor.high < 0)
		divisor = sum128_negate(divisor);
	if (number.high != 0 || divisor.high != 0 || divisor.low > QUICK_MAX)
		return false;
	fraction = fraction_groups(number.low, divisor.low);
	whole_groups(number.low / divisor.low, &groups);
	rest = number.low % divisor.low;
	for (int i = 0; i < fraction; i++)
	{
		groups.group[groups.count++] = rest * GROUP / divisor.low;
		rest = rest * GROUP % divisor.low;
	}
	if (rest * 2 >= divisor.low)
		round_up(&groups);
	*quotient = numeric_from_groups(&groups, negative, fraction * GROUP_DIGITS);
	return true;
}
