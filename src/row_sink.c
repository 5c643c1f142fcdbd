/*
 * row_sink.c
 *		Rows on their way to the caller of a set-returning function.
 *
 * src/row_sink.c
 */
#include "compat.h"

#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/memutils.h"

#include "core/number.h"
#include "core/rows.h"

#include "decimal.h"
#include "row_sink.h"
#include "shell.h"

void
row_sink_begin(RowSink *sink, FunctionCallInfo fcinfo)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	bool described = result != NULL && IsA(result, ReturnSetInfo) && result->expectedDesc != NULL;

	/* To ask the catalogs for what the caller knows takes longer than many a report's rows. */
	InitMaterializedSRF(fcinfo, described ? MAT_SRF_USE_EXPECTED_DESC : 0);
	sink->store = result->setResult;
	sink->row_type = result->setDesc;
	sink->column = 0;
	if (sink->row_type->natts > ROW_SINK_COLUMNS)
		elog(ERROR, "row type has %d columns", sink->row_type->natts);
	sink->row_memory =
	    AllocSetContextCreate(CurrentMemoryContext, "progsoc row", ALLOCSET_SMALL_SIZES);
	sink->caller = MemoryContextSwitchTo(sink->row_memory);
}

void
row_sink_row(RowSink *sink)
{
	Assert(sink->column == sink->row_type->natts);
	tuplestore_putvalues(sink->store, sink->row_type, sink->values, sink->nulls);
	sink->column = 0;
	MemoryContextReset(sink->row_memory);
	CHECK_FOR_INTERRUPTS();
}

void
row_sink_end(RowSink *sink)
{
	MemoryContextSwitchTo(sink->caller);
	MemoryContextDelete(sink->row_memory);
}

/* The SQL type of the column that comes next */
static Oid
column_type(const RowSink *sink)
{
	if (sink->column >= sink->row_type->natts)
		elog(ERROR, "row type has only %d columns", sink->row_type->natts);
	return TupleDescAttr(sink->row_type, sink->column)->atttypid;
}

static void
put(RowSink *sink, Datum value, bool isnull)
{
	(void) column_type(sink);
	sink->values[sink->column] = value;
	sink->nulls[sink->column++] = isnull;
}

void
put_null(RowSink *sink)
{
	put(sink, (Datum) 0, true);
}

void
put_datum(RowSink *sink, Datum value)
{
	put(sink, value, false);
}

void
put_int(RowSink *sink, int number)
{
	put_datum(sink, Int32GetDatum(number));
}

void
put_bool(RowSink *sink, bool value)
{
	put_datum(sink, BoolGetDatum(value));
}

void
put_text(RowSink *sink, Str utf8)
{
	if (utf8.at == NULL)
		put_null(sink);
	else
		put_datum(sink, PointerGetDatum(text_from_core(utf8)));
}

void
put_name(RowSink *sink, const char *name)
{
	if (name == NULL || name[0] == '\0')
		put_null(sink);
	else
		put_datum(sink, PointerGetDatum(cstring_to_text(name)));
}

void
put_status(RowSink *sink, Status status)
{
	put_name(sink, status_name(status));
}

/* ---- Facts ---- */

static void
put_date(RowSink *sink, const Fact *fact)
{
	Date date;

	if (date_parse(fact->text, &date))
		put_datum(sink,
		          DateADTGetDatum(date2j(date.year, date.month, date.day) - POSTGRES_EPOCH_JDATE));
	else
		put_null(sink);
}

static void
put_yesno(RowSink *sink, const Fact *fact)
{
	bool yes;

	if (yesno_parse(fact->text, &yes))
		put_bool(sink, yes);
	else
		put_null(sink);
}

static void
put_whole(RowSink *sink, const Fact *fact, Oid type)
{
	int64_t number;

	if (!fact_integer(fact, &number))
		put_null(sink);
	else if (type == INT8OID)
		put_datum(sink, Int64GetDatum(number));
	else if (number >= PG_INT32_MIN && number <= PG_INT32_MAX)
		put_int(sink, (int) number);
	else
		put_null(sink);
}

void
put_number(RowSink *sink, const Fact *fact)
{
	Decimal number;

	if (fact_number(fact, &number))
		put_datum(sink, decimal_to_numeric(number));
	else
		put_null(sink);
}

void
put_fact(RowSink *sink, const Fact *fact)
{
	Oid type = column_type(sink);

	if (!status_is_sure(fact->status))
		put_null(sink);
	else if (type == TEXTOID)
		put_text(sink, fact->text);
	else if (type == NUMERICOID)
		put_number(sink, fact);
	else if (type == DATEOID)
		put_date(sink, fact);
	else if (type == BOOLOID)
		put_yesno(sink, fact);
	else
		put_whole(sink, fact, type);
}

void
put_printed(RowSink *sink, const Fact *fact)
{
	if (fact->status == STATUS_NOT_APPLICABLE)
		put_null(sink);
	else
		put_text(sink, fact->text);
}
