/*
 * row_sink.h
 *		Rows on their way to the caller of a set-returning function.
 *
 *		A function begins, puts a value into each column of a row from left to
 *		right, ends the row, and so on.  What it allocates between row_sink_begin
 *		and row_sink_end lasts as long as the row.
 *
 * src/row_sink.h
 */
#ifndef PROGSOC_ROW_SINK_H
#define PROGSOC_ROW_SINK_H

#include "compat.h"

#include "core/packed.h"

#define ROW_SINK_COLUMNS 48

typedef struct RowSink
{
	Tuplestorestate *store;
	TupleDesc row_type;
	MemoryContext caller;
	MemoryContext row_memory;
	int column;
	Datum values[ROW_SINK_COLUMNS];
	bool nulls[ROW_SINK_COLUMNS];
} RowSink;

extern void row_sink_begin(RowSink *sink, FunctionCallInfo fcinfo);
extern void row_sink_row(RowSink *sink); /* all columns are put */
extern void row_sink_end(RowSink *sink);

extern void put_null(RowSink *sink);
extern void put_datum(RowSink *sink, Datum value);
extern void put_int(RowSink *sink, int number);
extern void put_bool(RowSink *sink, bool value);
extern void put_text(RowSink *sink, Str utf8);         /* NO_STR: NULL */
extern void put_name(RowSink *sink, const char *name); /* ASCII; NULL or empty: NULL */
extern void put_status(RowSink *sink, Status status);

/*
 * A fact's value in the SQL type of the column: text, int, bigint, numeric,
 * date or boolean.  NULL unless it is reported or inferred.
 */
extern void put_fact(RowSink *sink, const Fact *fact);

/* The number of a fact as numeric; NULL for types without one, or if it is not sure. */
extern void put_number(RowSink *sink, const Fact *fact);

/* What the report prints, as it prints it; NULL where that is no value. */
extern void put_printed(RowSink *sink, const Fact *fact);

#endif /* PROGSOC_ROW_SINK_H */
