/*
 * ratio_state.c
 *		The type ratio_state: arithmetic, input and output.
 *
 * src/ratio_state.c
 */
#include "compat.h"

#include "common/int.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/numeric.h"

#include "ratio_state.h"

#define RATIO_STATE_VERSION  1
#define NUMERIC_DECIMALS_MAX 16383

StaticAssertDecl(RATIO_STATE_NARROW == 48, "the fields of a ratio_state leave no gaps");

static bool
is_wide(const RatioState *state)
{
	return VARSIZE(state) > RATIO_STATE_NARROW;
}

/* ---- Making and checking ---- */

static bool
count_fits_decimals(int64 count, int decimals)
{
	return decimals == 0 ? count == 0 : count > 0;
}

/* Anyone can call the support functions, but only with states that in and recv have made. */
static void
check_state(const RatioState *state)
{
	Size size = VARSIZE(state);
	bool valid = size >= RATIO_STATE_NARROW && state->version == RATIO_STATE_VERSION &&
	             state->decimals <= NUMERIC_DECIMALS_MAX &&
	             count_fits_decimals(state->count, state->decimals);

	if (valid && size > RATIO_STATE_NARROW)
		valid = size > RATIO_STATE_NARROW + VARHDRSZ && VARATT_IS_4B_U(state->wide) &&
		        VARSIZE(state->wide) == size - RATIO_STATE_NARROW;
	if (!valid)
		ereport(ERROR, errcode(ERRCODE_DATA_CORRUPTED), errmsg("invalid ratio_state value"));
}

static RatioState *
make_state(const RatioPart *part)
{
	Size size = RATIO_STATE_NARROW + (part->wide == NULL ? 0 : VARSIZE(part->wide));
	RatioState *state = palloc(size);

	SET_VARSIZE(state, size);
	state->version = RATIO_STATE_VERSION;
	state->decimals = part->decimals;
	state->count = part->count;
	state->denominator = part->denominator;
	state->numerator = part->wide == NULL ? part->numerator : sum128_from_int64(0);
	if (part->wide != NULL)
		memcpy(state->wide, part->wide, VARSIZE(part->wide));
	return state;
}

const RatioState *
ratio_state_arg(FunctionCallInfo fcinfo, int arg)
{
	const RatioState *state = (const RatioState *) PG_GETARG_VARLENA_P(arg);

	check_state(state);
	return state;
}

RatioState *
ratio_state_arg_to_change(FunctionCallInfo fcinfo, int arg)
{
	RatioState *state = (RatioState *) PG_GETARG_VARLENA_P(arg);
	RatioPart part;

	check_state(state);
	if (AggCheckCallContext(fcinfo, NULL))
		return state;
	part = ratio_part_of_state(state);
	return make_state(&part);
}

/* ---- Arithmetic ---- */

/* Makes a numerator what it is in a state: 128 bits if they hold it. */
static void
set_numerator(RatioPart *part, const struct varlena *number)
{
	part->wide = number;
	if (sum128_from_numeric(number, &part->numerator, &part->decimals))
		part->wide = NULL;
}

RatioPart
ratio_part_of_state(const RatioState *state)
{
	return (RatioPart){.denominator = state->denominator,
	                   .numerator = state->numerator,
	                   .wide = is_wide(state) ? (const struct varlena *) state->wide : NULL,
	                   .decimals = state->decimals,
	                   .count = state->count};
}

RatioPart
ratio_part_of_row(RatioRow row)
{
	RatioPart part = {.denominator = sum128_from_int64(row.denominator)};

	if (row.wide != NULL)
		set_numerator(&part, row.wide);
	else
	{
		part.numerator = sum128_from_int64(row.numerator);
		part.decimals = row.decimals;
	}
	part.count = part.decimals > 0 ? 1 : 0;
	return part;
}

static void
raise_out_of_range(const char *what)
{
	ereport(ERROR, errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("%s out of range", what));
}

/* The sum of two numerators of 128 bits; false: it needs more. */
static bool
add_narrow(const RatioState *state, Sum128 numerator, int decimals, Sum128 *sum)
{
	*sum = state->numerator;
	if (decimals < state->decimals && !sum128_scale(&numerator, state->decimals - decimals))
		return false;
	if (decimals > state->decimals && !sum128_scale(sum, decimals - state->decimals))
		return false;
	return sum128_add(sum, numerator);
}

static Datum
numerator_as_numeric(const RatioPart *part)
{
	if (part->wide != NULL)
		return PointerGetDatum(part->wide);
	return sum128_to_numeric(part->numerator, part->decimals);
}

/* The sum, or the difference, of two numerators of which one is, or becomes, wide. */
static RatioState *
merge_wide(const RatioState *state, const RatioPart *part, const RatioPart *merged,
           PGFunction operation)
{
	RatioPart before = ratio_part_of_state(state);
	RatioPart after = *merged;

	Datum number =
	    DirectFunctionCall2(operation, numerator_as_numeric(&before), numerator_as_numeric(part));

	set_numerator(&after, (const struct varlena *) DatumGetPointer(number));
	return make_state(&after);
}

/* merged: the denominator and count that the state will have. */
static RatioState *
merge_numerators(RatioState *state, const RatioPart *part, const RatioPart *merged, bool remove)
{
	Sum128 numerator = remove ? sum128_negate(part->numerator) : part->numerator;
	Sum128 sum;

	if (is_wide(state) || part->wide != NULL || !add_narrow(state, numerator, part->decimals, &sum))
		return merge_wide(state, part, merged, remove ? numeric_sub : numeric_add);
	state->denominator = merged->denominator;
	state->numerator = sum;
	state->decimals = Max(state->decimals, part->decimals);
	state->count = merged->count;
	return state;
}

RatioState *
ratio_state_add(RatioState *state, const RatioPart *part)
{
	RatioPart merged = {.denominator = state->denominator, .count = state->count};

	if (!sum128_add(&merged.denominator, part->denominator))
		raise_out_of_range("denominator");
	if (part->decimals > state->decimals)
		merged.count = part->count;
	else if (part->decimals == state->decimals &&
	         pg_add_s64_overflow(state->count, part->count, &merged.count))
		raise_out_of_range("count of values");
	return merge_numerators(state, part, &merged, false);
}

RatioState *
ratio_state_remove(RatioState *state, const RatioPart *part)
{
	RatioPart merged = {.denominator = state->denominator, .count = state->count};

	if (part->decimals == state->decimals)
		merged.count -= part->count;
	if (part->decimals > state->decimals || !count_fits_decimals(merged.count, state->decimals))
		return NULL;
	if (!sum128_add(&merged.denominator, sum128_negate(part->denominator)))
		raise_out_of_range("denominator");
	return merge_numerators(state, part, &merged, true);
}

bool
ratio_state_quotient(const RatioState *state, Datum *quotient)
{
	RatioPart part = ratio_part_of_state(state);

	if (sum128_is_zero(part.denominator))
		return false;
	if (part.wide == NULL && part.decimals == 0 &&
	    sum128_divide_quickly(part.numerator, part.denominator, quotient))
		return true;
	*quotient = DirectFunctionCall2(numeric_div, numerator_as_numeric(&part),
	                                sum128_to_numeric(part.denominator, 0));
	return true;
}

/* ---- Text form ---- */

static char *
numeric_text(Datum number)
{
	return DatumGetCString(DirectFunctionCall1(numeric_out, number));
}

PG_FUNCTION_INFO_V1(ratio_state_out);

Datum
ratio_state_out(PG_FUNCTION_ARGS)
{
	RatioPart part = ratio_part_of_state(ratio_state_arg(fcinfo, 0));

	PG_RETURN_CSTRING(psprintf("(%s,%s," INT64_FORMAT ")",
	                           numeric_text(numerator_as_numeric(&part)),
	                           numeric_text(sum128_to_numeric(part.denominator, 0)), part.count));
}

/* Cuts "(a,b,c)", perhaps between spaces, into three; false: it is not of that form. */
static bool
split_text(char *text, char *pieces[3])
{
	char *end;

	text += strspn(text, " \t\r\n");
	end = strchr(text, ')');
	if (*text != '(' || end == NULL || end[1 + strspn(end + 1, " \t\r\n")] != '\0')
		return false;
	*end = '\0';
	for (int i = 0; i < 3; i++)
	{
		pieces[i] = text + 1;
		text = strchr(pieces[i], ',');
		if ((text == NULL) != (i == 2))
			return false;
		if (text != NULL)
			*text = '\0';
	}
	return true;
}

/* The three pieces as a part; false: an error was noted. */
static bool
read_pieces(char *pieces[3], RatioPart *part, struct Node *escontext)
{
	Datum numerator;
	Datum denominator;
	Datum count;
	int decimals;

	if (!call_input(numeric_in, pieces[0], escontext, &numerator) ||
	    !call_input(numeric_in, pieces[1], escontext, &denominator) ||
	    !call_input(int8in, pieces[2], escontext, &count))
		return false;
	if (numeric_is_nan(DatumGetNumeric(numerator)) || numeric_is_inf(DatumGetNumeric(numerator)))
		ereturn(escontext, false, errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
		        errmsg("numerator of a ratio_state must be finite"));
	set_numerator(part, (const struct varlena *) DatumGetPointer(numerator));
	part->count = DatumGetInt64(count);
	if (!count_fits_decimals(part->count, part->decimals))
		ereturn(escontext, false, errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
		        errmsg("invalid input syntax for type %s", "ratio_state"),
		        errdetail("The count is positive if the numerator shows decimals, and 0 if not."));
	if (!sum128_from_numeric((struct varlena *) DatumGetPointer(denominator), &part->denominator,
	                         &decimals) ||
	    decimals > 0)
		ereturn(escontext, false, errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
		        errmsg("denominator of a ratio_state must be a whole number of 128 bits"));
	return true;
}

PG_FUNCTION_INFO_V1(ratio_state_in);

Datum
ratio_state_in(PG_FUNCTION_ARGS)
{
	char *pieces[3];
	RatioPart part = {.wide = NULL};

	if (!split_text(pstrdup(PG_GETARG_CSTRING(0)), pieces))
		ereturn(fcinfo->context, (Datum) 0, errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
		        errmsg("invalid input syntax for type %s", "ratio_state"),
		        errdetail("It is written (numerator,denominator,count)."));
	if (!read_pieces(pieces, &part, fcinfo->context))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(make_state(&part));
}

/* ---- Binary form: version, decimals, count, denominator, whether wide, numerator ---- */

static void
send_sum(StringInfo message, Sum128 sum)
{
	pq_sendint64(message, (uint64) sum.high);
	pq_sendint64(message, sum.low);
}

static Sum128
receive_sum(StringInfo message)
{
	int64 high = pq_getmsgint64(message);

	return (Sum128){(uint64) pq_getmsgint64(message), high};
}

PG_FUNCTION_INFO_V1(ratio_state_send);

Datum
ratio_state_send(PG_FUNCTION_ARGS)
{
	const RatioState *state = ratio_state_arg(fcinfo, 0);
	StringInfoData message;

	pq_begintypsend(&message);
	pq_sendint16(&message, state->version);
	pq_sendint16(&message, state->decimals);
	pq_sendint64(&message, state->count);
	send_sum(&message, state->denominator);
	pq_sendbyte(&message, is_wide(state));
	if (is_wide(state))
	{
		bytea *number =
		    DatumGetByteaPP(DirectFunctionCall1(numeric_send, PointerGetDatum(state->wide)));

		pq_sendbytes(&message, VARDATA_ANY(number), VARSIZE_ANY_EXHDR(number));
	}
	else
		send_sum(&message, state->numerator);
	PG_RETURN_BYTEA_P(pq_endtypsend(&message));
}

static void
receive_wide(StringInfo message, RatioPart *part)
{
	Datum number = DirectFunctionCall3(numeric_recv, PointerGetDatum(message),
	                                   ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
	int decimals = part->decimals;

	part->decimals = -1;
	set_numerator(part, (const struct varlena *) DatumGetPointer(number));
	if (part->wide == NULL || part->decimals != decimals)
		ereport(ERROR, errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
		        errmsg("invalid numerator in external ratio_state"));
}

PG_FUNCTION_INFO_V1(ratio_state_recv);

Datum
ratio_state_recv(PG_FUNCTION_ARGS)
{
	StringInfo message = (StringInfo) PG_GETARG_POINTER(0);
	RatioPart part = {.wide = NULL};
	int version = pq_getmsgint(message, 2);

	if (version != RATIO_STATE_VERSION)
		ereport(ERROR, errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
		        errmsg("unsupported ratio_state version number %d", version));
	part.decimals = pq_getmsgint(message, 2);
	part.count = pq_getmsgint64(message);
	part.denominator = receive_sum(message);
	if (part.decimals > NUMERIC_DECIMALS_MAX || !count_fits_decimals(part.count, part.decimals))
		ereport(ERROR, errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
		        errmsg("invalid decimals in external ratio_state"));
	if (pq_getmsgbyte(message) == 0)
		part.numerator = receive_sum(message);
	else
		receive_wide(message, &part);
	PG_RETURN_POINTER(make_state(&part));
}
