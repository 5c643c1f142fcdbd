/*
 * parse_funcs.c
 *		Reading texts: parse_report and its relatives, and what they know.
 *
 * src/parse_funcs.c
 */
#include "compat.h"

#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "core/parse.h"
#include "core/region.h"

#include "report_type.h"
#include "row_sink.h"

/* ---- parse_report, try_parse_report ---- */

/* The report that a text of the core's encoding holds; NULL: call->error says why there is none. */
static struct varlena *
read_report(CoreCall *call, Str text)
{
	Draft draft;

	draft_init(&draft, &call->arena);
	draft.parser_version = PARSER_VERSION;
	if (!parse_report_text(text, &draft, &call->error))
		return NULL;
	return report_from_draft(call, &draft);
}

PG_FUNCTION_INFO_V1(parse_report);

Datum
parse_report(PG_FUNCTION_ARGS)
{
	text *input = PG_GETARG_TEXT_PP(0);
	struct varlena *report;
	CoreCall call;
	Str text;

	if (!text_to_core(VARDATA_ANY(input), VARSIZE_ANY_EXHDR(input), &text))
		raise_not_utf8(VARDATA_ANY(input), VARSIZE_ANY_EXHDR(input), NULL);
	core_begin(&call);
	report = read_report(&call, text);
	if (report == NULL)
		core_raise(&call.error, NULL);
	core_end(&call);
	PG_RETURN_POINTER(report);
}

PG_FUNCTION_INFO_V1(try_parse_report);

Datum
try_parse_report(PG_FUNCTION_ARGS)
{
	text *input = PG_GETARG_TEXT_PP(0);
	struct varlena *report;
	CoreCall call;
	Str text;

	if (!text_to_core(VARDATA_ANY(input), VARSIZE_ANY_EXHDR(input), &text))
		PG_RETURN_NULL();
	core_begin(&call);
	report = read_report(&call, text);
	if (report == NULL && call.error.code != ERROR_NOT_A_REPORT)
		core_raise(&call.error, NULL);
	core_end(&call);
	if (report == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(report);
}

PG_FUNCTION_INFO_V1(parser_version);

Datum
parser_version(PG_FUNCTION_ARGS)
{
	(void) fcinfo;
	PG_RETURN_INT32(PARSER_VERSION);
}

/* ---- trace_report ---- */

/* The characters that the server counts in a piece of the text. */
static int
count_characters(Str piece)
{
	int count = 0;

	if (GetDatabaseEncoding() == PG_SQL_ASCII)
		return piece.len;
	for (uint32_t i = 0; i < piece.len; i++)
		count += (piece.at[i] & 0xC0) != 0x80;
	return count;
}

/* The key of the scalar or table that a field is, or belongs to */
static const char *
key_of_field(FieldId field)
{
	if (field == FIELD_NONE)
		return NULL;
	return form_fields[form_fields[field].table == FIELD_NONE ? field : form_fields[field].table]
	    .key;
}

PG_FUNCTION_INFO_V1(trace_report);

Datum
trace_report(PG_FUNCTION_ARGS)
{
	text *input = PG_GETARG_TEXT_PP(0);
	int start = 1;
	CoreCall call;
	RowSink sink;
	Trace trace;
	Str text;

	if (!text_to_core(VARDATA_ANY(input), VARSIZE_ANY_EXHDR(input), &text))
		raise_not_utf8(VARDATA_ANY(input), VARSIZE_ANY_EXHDR(input), NULL);
	core_begin(&call);
	if (!parse_trace(text, &call.arena, &trace, &call.error))
		core_raise(&call.error, NULL);
	row_sink_begin(&sink, fcinfo);
	for (uint32_t i = 0; i < trace.count; i++)
	{
		const TraceSpan *span = &trace.spans[i];
		int length = count_characters((Str){text.at + span->start, span->length});

		put_int(&sink, start);
		put_int(&sink, length);
		put_name(&sink, trace_kind_name(span->kind));
		put_name(&sink, key_of_field(span->field));
		row_sink_row(&sink);
		start += length;
	}
	row_sink_end(&sink);
	core_end(&call);
	return (Datum) 0;
}

/* ---- report_form, region_code ---- */

PG_FUNCTION_INFO_V1(report_form);

Datum
report_form(PG_FUNCTION_ARGS)
{
	RowSink sink;

	row_sink_begin(&sink, fcinfo);
	for (int i = 0; i < FIELD_COUNT; i++)
	{
		const FormField *field = &form_fields[i];

		if (field->table != FIELD_NONE || field->section[0] == '\0')
			continue;
		put_name(&sink, field->section);
		put_name(&sink, field->key);
		put_name(&sink, form_type_name(field->type));
		put_text(&sink,
		         field->label[0] == '\0' ? NO_STR : (Str){field->label, strlen(field->label)});
		row_sink_row(&sink);
	}
	row_sink_end(&sink);
	return (Datum) 0;
}

PG_FUNCTION_INFO_V1(region_code);

Datum
region_code(PG_FUNCTION_ARGS)
{
	text *input = PG_GETARG_TEXT_PP(0);
	const char *code = NULL;
	Str name;

	if (text_to_core(VARDATA_ANY(input), VARSIZE_ANY_EXHDR(input), &name))
		code = region_code_of(name);
	if (code == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(code));
}
