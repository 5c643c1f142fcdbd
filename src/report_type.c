/*
 * report_type.c
 *		The type program_report: input and output, casts, comparison, hashing,
 *		and the ways in which a stored value is opened.
 *
 * src/report_type.c
 */
#include "compat.h"

#include "access/detoast.h"
#include "access/heaptoast.h"
#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"
#include "utils/memutils.h"

#include "core/json.h"

#include "report_type.h"

/* Enough of a value for the header and, nearly always, the three names. */
#define IDENTITY_SLICE 640

/* What one chunk of a compressed value surely gives: more often than not, all of the summary. */
#define SUMMARY_SLICE ((TOAST_MAX_CHUNK_SIZE - 2) * 8 / 9)

/* ---- Stored values ---- */

static ReportHead
head_of(struct varlena *first)
{
	ReportHead head;
	Error error;

	if (!report_head((const uint8_t *) VARDATA_ANY(first), VARSIZE_ANY_EXHDR(first), &head, &error))
		core_raise(&error, NULL);
	return head;
}

/* A whole value in the format of today, which what an older version stored is copied to. */
static struct varlena *
whole_value(Datum value)
{
	struct varlena *whole = PG_DETOAST_DATUM_PACKED(value);
	struct varlena *copy;
	Error error;

	if (head_of(whole).format_version == PACKED_VERSION)
		return whole;
	copy = palloc(VARHDRSZ + VARSIZE_ANY_EXHDR(whole));
	SET_VARSIZE(copy, VARHDRSZ + VARSIZE_ANY_EXHDR(whole));
	if (!packed_renew((const uint8_t *) VARDATA_ANY(whole), VARSIZE_ANY_EXHDR(whole),
	                  (uint8_t *) VARDATA(copy), &error))
		core_raise(&error, NULL);
	if ((Pointer) whole != DatumGetPointer(value))
		pfree(whole);
	return copy;
}

static void
open_bytes(Report *report, struct varlena *value)
{
	Error error;

	if (!report_open_asking(report, (const uint8_t *) VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value),
	                        &asking_host, &error))
		core_raise(&error, NULL);
}

Report
DatumGetReport(Datum value)
{
	Report report;

	open_bytes(&report, whole_value(value));
	return report;
}

/* The first bytes of a value, or all of it where that takes no copy. */
static struct varlena *
first_bytes(Datum value, int32 size)
{
	struct varlena *stored = (struct varlena *) DatumGetPointer(value);

	if (VARATT_IS_EXTERNAL(stored) || VARATT_IS_COMPRESSED(stored))
		return PG_DETOAST_DATUM_SLICE(value, 0, size);
	return stored;
}

ReportHead
DatumGetReportHead(Datum value)
{
	return head_of(first_bytes(value, PACKED_HEADER_SIZE));
}

Report
DatumGetReportSummary(Datum value)
{
	struct varlena *first = first_bytes(value, SUMMARY_SLICE);
	ReportHead head = head_of(first);
	Report report;
	Error error;
	size_t end;

	if (head.format_version != PACKED_VERSION)
		return DatumGetReport(value);
	end = report_summary_end((const uint8_t *) VARDATA_ANY(first), VARSIZE_ANY_EXHDR(first), &head);
	if (end > VARSIZE_ANY_EXHDR(first))
		first = first_bytes(value, end);
	if (!report_open_summary(&report, (const uint8_t *) VARDATA_ANY(first),
	                         VARSIZE_ANY_EXHDR(first), &error))
		core_raise(&error, NULL);
	return report;
}

static void
raise_corrupt(const char *detail)
{
	ereport(ERROR, errcode(ERRCODE_DATA_CORRUPTED), errmsg("invalid program_report value"),
	        errdetail_internal("%s", detail));
}

static Str
name_at(struct varlena *first, uint32_t at, uint32_t len)
{
	Str name = {VARDATA_ANY(first) + at, len};

	if (len == UINT32_MAX)
		return NO_STR;
	if (!utf8_is_text(name))
		raise_corrupt("A text of it is not valid UTF-8.");
	return name;
}

ReportIdentity
DatumGetReportIdentity(Datum value)
{
	struct varlena *first = first_bytes(value, IDENTITY_SLICE);
	ReportIdentity identity = {.head = head_of(first)};

	if (identity.head.identity_end > VARSIZE_ANY_EXHDR(first))
		first = first_bytes(value, identity.head.identity_end);
	if (identity.head.identity_end > VARSIZE_ANY_EXHDR(first))
		raise_corrupt("It is shorter than its header says.");
	identity.name = name_at(first, identity.head.strings_at, identity.head.name_len);
	identity.ministry = name_at(first, identity.head.ministry_at, identity.head.ministry_len);
	identity.service = name_at(first, identity.head.service_at, identity.head.service_len);
	return identity;
}

struct varlena *
report_from_draft(CoreCall *call, Draft *draft)
{
	struct varlena *value;
	size_t size;
	uint8_t *bytes = draft_pack(draft, &size, &call->error);

	if (bytes == NULL)
		return NULL;
	if (size > MaxAllocSize - VARHDRSZ)
	{
		error_set(&call->error, ERROR_LIMIT, "report is too large for a program_report");
		return NULL;
	}
	value = palloc(VARHDRSZ + size);
	SET_VARSIZE(value, VARHDRSZ + size);
	copy_bytes(VARDATA(value), bytes, size);
	return value;
}

/* ---- Text and binary form ---- */

PG_FUNCTION_INFO_V1(program_report_in);

Datum
program_report_in(PG_FUNCTION_ARGS)
{
	char *input = PG_GETARG_CSTRING(0);
	int len = strlen(input);
	struct varlena *value = NULL;
	CoreCall call;
	Draft draft;
	Str text;

	if (!text_to_core(input, len, &text))
	{
		raise_not_utf8(input, len, fcinfo->context);
		PG_RETURN_NULL();
	}
	core_begin(&call);
	draft_init(&draft, &call.arena);
	if (json_read(text, &draft, &call.error))
		value = report_from_draft(&call, &draft);
	if (value == NULL)
	{
		core_raise(&call.error, fcinfo->context);
		PG_RETURN_NULL();
	}
	core_end(&call);
	PG_RETURN_POINTER(value);
}

/* A report as JSON, in the server's encoding. */
static char *
report_to_json(const Report *report)
{
	CoreCall call;
	char *json;
	Str text;

	core_begin(&call);
	text = json_write(report, false, &call.arena, &call.error);
	if (text.at == NULL)
		core_raise(&call.error, NULL);
	json = json_from_core(text);
	core_end(&call);
	return json;
}

PG_FUNCTION_INFO_V1(program_report_out);

Datum
program_report_out(PG_FUNCTION_ARGS)
{
	Report report = PG_GETARG_REPORT(0);

	PG_RETURN_CSTRING(report_to_json(&report));
}

PG_FUNCTION_INFO_V1(program_report_to_jsonb);

Datum
program_report_to_jsonb(PG_FUNCTION_ARGS)
{
	Report report = PG_GETARG_REPORT(0);

	PG_RETURN_DATUM(DirectFunctionCall1(jsonb_in, CStringGetDatum(report_to_json(&report))));
}

/* What is sent is what is stored, in the format of today, whose version comes first. */
PG_FUNCTION_INFO_V1(program_report_recv);

Datum
program_report_recv(PG_FUNCTION_ARGS)
{
	StringInfo message = (StringInfo) PG_GETARG_POINTER(0);
	int size = message->len - message->cursor;
	const uint8_t *received = (const uint8_t *) pq_getmsgbytes(message, size);
	struct varlena *value = palloc(VARHDRSZ + size);
	uint8_t *bytes = (uint8_t *) VARDATA(value);
	Report report;
	ReportHead head;
	Error error;
	bool opened = report_head(received, size, &head, &error);

	SET_VARSIZE(value, VARHDRSZ + size);
	if (opened && head.format_version == PACKED_VERSION)
		memcpy(bytes, received, size);
	else if (opened)
		opened = packed_renew(received, size, bytes, &error);
	if (!opened || !report_open_asking(&report, bytes, size, &asking_host, &error))
		core_raise_received(&error);
	PG_RETURN_POINTER(value);
}

PG_FUNCTION_INFO_V1(program_report_send);

Datum
program_report_send(PG_FUNCTION_ARGS)
{
	Datum stored = PG_GETARG_DATUM(0);
	struct varlena *value = whole_value(stored);
	Report report;

	/* the caller may free what it gets, as array_send does, and reads a long header */
	if ((Pointer) value == DatumGetPointer(stored))
		value = PG_DETOAST_DATUM_COPY(stored);
	open_bytes(&report, value);
	PG_RETURN_BYTEA_P(value);
}

/* ---- Comparison and hashing: they look at bytes, so they do without the full check ---- */

static void
peek_bytes(Report *report, struct varlena *value)
{
	report->bytes = (const uint8_t *) VARDATA_ANY(value);
	report->size = VARSIZE_ANY_EXHDR(value);
	report->head = head_of(value);
	if (report->head.identity_end > report->size)
		raise_corrupt("It is shorter than its header says.");
}

/* Index builds and sorts compare very often, so the copies go at once. */
static int
compare_arguments(FunctionCallInfo fcinfo)
{
	struct varlena *left = whole_value(PG_GETARG_DATUM(0));
	struct varlena *right = whole_value(PG_GETARG_DATUM(1));
	Report a;
	Report b;
	int order;

	peek_bytes(&a, left);
	peek_bytes(&b, right);
	order = report_compare(&a, &b);
	PG_FREE_IF_COPY(left, 0);
	PG_FREE_IF_COPY(right, 1);
	return order;
}

/* Values of different sizes differ: no need to fetch them. */
static bool
arguments_equal(FunctionCallInfo fcinfo)
{
	if (toast_raw_datum_size(PG_GETARG_DATUM(0)) != toast_raw_datum_size(PG_GETARG_DATUM(1)))
		return false;
	return compare_arguments(fcinfo) == 0;
}

PG_FUNCTION_INFO_V1(program_report_eq);

Datum
program_report_eq(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(arguments_equal(fcinfo));
}

PG_FUNCTION_INFO_V1(program_report_ne);

Datum
program_report_ne(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(!arguments_equal(fcinfo));
}

PG_FUNCTION_INFO_V1(program_report_lt);

Datum
program_report_lt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare_arguments(fcinfo) < 0);
}

PG_FUNCTION_INFO_V1(program_report_le);

Datum
program_report_le(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare_arguments(fcinfo) <= 0);
}

PG_FUNCTION_INFO_V1(program_report_ge);

Datum
program_report_ge(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare_arguments(fcinfo) >= 0);
}

PG_FUNCTION_INFO_V1(program_report_gt);

Datum
program_report_gt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare_arguments(fcinfo) > 0);
}

PG_FUNCTION_INFO_V1(program_report_cmp);

Datum
program_report_cmp(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(compare_arguments(fcinfo));
}

PG_FUNCTION_INFO_V1(program_report_hash);

Datum
program_report_hash(PG_FUNCTION_ARGS)
{
	struct varlena *value = whole_value(PG_GETARG_DATUM(0));
	Report report;
	const uint8_t *bytes;
	size_t size;
	Datum hash;

	peek_bytes(&report, value);
	report_hash_input(&report, &bytes, &size);
	hash = hash_any(bytes, size);
	PG_FREE_IF_COPY(value, 0);
	PG_RETURN_DATUM(hash);
}

PG_FUNCTION_INFO_V1(program_report_hash_extended);

Datum
program_report_hash_extended(PG_FUNCTION_ARGS)
{
	struct varlena *value = whole_value(PG_GETARG_DATUM(0));
	Report report;
	const uint8_t *bytes;
	size_t size;
	Datum hash;

	peek_bytes(&report, value);
	report_hash_input(&report, &bytes, &size);
	hash = hash_any_extended(bytes, size, PG_GETARG_INT64(1));
	PG_FREE_IF_COPY(value, 0);
	PG_RETURN_DATUM(hash);
}
