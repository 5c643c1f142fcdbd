/*
 * parse.h
 *		From a report's text to its facts.
 *
 * src/core/parse.h
 */
#ifndef PROGSOC_PARSE_H
#define PROGSOC_PARSE_H

#include "core.h"
#include "form.h"
#include "packed.h"

#define PARSER_VERSION 100

/* How a stretch of the text was read. */
typedef enum TraceKind
{
	TRACE_LABEL,
	TRACE_HEADING,
	TRACE_FURNITURE, /* page headers and footers, page numbers, table rulers, markup */
	TRACE_VALUE,
	TRACE_UNMAPPED,
	TRACE_SPACE,
} TraceKind;

extern const char *trace_kind_name(TraceKind kind);

typedef struct TraceSpan
{
	uint32_t start;  /* byte offset in the text given */
	uint32_t length; /* bytes */
	TraceKind kind;
	FieldId field; /* FIELD_NONE: no field of the form */
} TraceSpan;

typedef struct Trace
{
	TraceSpan *spans; /* contiguous, in order, covering the whole text */
	uint32_t count;
} Trace;

/*
 * Reads text (valid UTF-8) into draft, which the caller has initialised.
 * False: no such report (ERROR_NOT_A_REPORT), no memory, or interrupted.
 */
extern bool parse_report_text(Str text, Draft *draft, Error *error);

/* How each character of any text was read; text that is no report is unmapped. */
extern bool parse_trace(Str text, Arena *arena, Trace *trace, Error *error);

#endif /* PROGSOC_PARSE_H */
