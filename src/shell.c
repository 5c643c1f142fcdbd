/*
 * shell.c
 *		Memory, interrupts, errors and encodings between the server and the core.
 *
 * src/shell.c
 */
#include "compat.h"

#include "catalog/namespace.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "shell.h"

/* ---- The core's host ---- */

/*
 * Whether the server would end the query if it were asked now.  An error must
 * not pass through the core, so that it can free what is not ours: core_raise
 * asks the server.
 */
static bool
must_stop(void)
{
	return (QueryCancelPending || ProcDiePending) && INTERRUPTS_CAN_BE_PROCESSED();
}

/* Where the core asks for much memory between two questions, this stops it too. */
static void *
host_alloc(void *context, size_t size)
{
	if (!AllocHugeSizeIsValid(size) || must_stop())
		return NULL;
	return MemoryContextAllocExtended(context, size, MCXT_ALLOC_HUGE | MCXT_ALLOC_NO_OOM);
}

static void *
host_resize(void *context, void *block, size_t size)
{
	(void) context;
	if (!AllocHugeSizeIsValid(size) || must_stop())
		return NULL;
	return repalloc_softly(block, size);
}

static void
host_release(void *context, void *block)
{
	(void) context;
	pfree(block);
}

static bool
host_may_go_on(void *context)
{
	(void) context;
	return !must_stop();
}

const Host asking_host = {.may_go_on = host_may_go_on};

void
core_begin(CoreCall *call)
{
	call->host =
	    (Host){host_alloc, host_resize, host_release, host_may_go_on, CurrentMemoryContext};
	arena_init(&call->arena, &call->host);
	call->error = (Error){.code = ERROR_NONE};
}

void
core_end(CoreCall *call)
{
	arena_free(&call->arena);
}

#define COPY_STRETCH ((size_t) 1 << 20)

void
copy_bytes(void *to, const void *from, size_t size)
{
	for (size_t at = 0; at < size; at += COPY_STRETCH)
	{
		CHECK_FOR_INTERRUPTS();
		memcpy((char *) to + at, (const char *) from + at, Min(size - at, COPY_STRETCH));
	}
}

static text *
text_of(Str utf8)
{
	text *result = palloc((Size) utf8.len + VARHDRSZ);

	SET_VARSIZE(result, (Size) utf8.len + VARHDRSZ);
	copy_bytes(VARDATA(result), utf8.at, utf8.len);
	return result;
}

/* ---- Texts that may have characters that the server's encoding lacks ---- */

typedef void (*AppendCharacter)(StringInfo text, pg_wchar character);

static void
append_question_mark(StringInfo text, pg_wchar character)
{
	(void) character;
	appendStringInfoChar(text, '?');
}

static void
append_json_escape(StringInfo text, pg_wchar character)
{
	if (character > 0xFFFF)
	{
		appendStringInfo(text, "\\u%04x", 0xD800 + ((character - 0x10000) >> 10));
		character = 0xDC00 + (character & 0x3FF);
	}
	appendStringInfo(text, "\\u%04x", character);
}

/* UTF-8 in the server's encoding, with something else in place of what that lacks. */
static char *
convert_leniently(Str utf8, AppendCharacter append_character)
{
	int encoding = GetDatabaseEncoding();
	Size size = (Size) utf8.len * MAX_CONVERSION_GROWTH + 1;
	unsigned char *source = (unsigned char *) utf8.at;
	unsigned char *end = source + utf8.len;
	unsigned char *converted;
	StringInfoData text;
	Oid conversion;

	if (encoding == PG_UTF8 || encoding == PG_SQL_ASCII)
	{
		char *copy = palloc((Size) utf8.len + 1);

		copy_bytes(copy, utf8.at, utf8.len);
		copy[utf8.len] = '\0';
		return copy;
	}
	conversion = FindDefaultConversionProc(PG_UTF8, encoding);
	if (!OidIsValid(conversion))
		return pg_any_to_server(utf8.at, utf8.len, PG_UTF8); /* says what is missing */
	converted = MemoryContextAllocHuge(CurrentMemoryContext, size);
	initStringInfo(&text);
	while (source < end)
	{
		source += pg_do_encoding_conversion_buf(conversion, PG_UTF8, encoding, source, end - source,
		                                        converted, size, true);
		appendStringInfoString(&text, (char *) converted);
		if (source == end)
			break;
		append_character(&text, utf8_to_unicode(source));
		source += pg_utf_mblen(source);
	}
	pfree(converted);
	return text.data;
}

/* ---- Errors ---- */

static int
sqlstate(ErrorCode code)
{
	switch (code)
	{
		case ERROR_NO_MEMORY:
			return ERRCODE_OUT_OF_MEMORY;
		case ERROR_INTERRUPTED:
			return ERRCODE_QUERY_CANCELED;
		case ERROR_NOT_A_REPORT:
		case ERROR_SYNTAX:
			return ERRCODE_INVALID_TEXT_REPRESENTATION;
		case ERROR_RANGE:
			return ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE;
		case ERROR_LIMIT:
			return ERRCODE_PROGRAM_LIMIT_EXCEEDED;
		case ERROR_CORRUPT:
			return ERRCODE_DATA_CORRUPTED;
		case ERROR_NONE:
			break;
	}
	return ERRCODE_INTERNAL_ERROR;
}

/* In an error, a character that the server's encoding lacks must not become another error. */
static char *
message_from_core(const char *utf8)
{
	return convert_leniently((Str){utf8, strlen(utf8)}, append_question_mark);
}

static void
raise_as(int state, const Error *error, struct Node *escontext)
{
	errsave(escontext, errcode(state), errmsg_internal("%s", message_from_core(error->message)),
	        error->detail[0] == '\0' ? 0
	                                 : errdetail_internal("%s", message_from_core(error->detail)),
	        error->hint[0] == '\0' ? 0 : errhint("%s", message_from_core(error->hint)));
}

void
core_raise(const Error *error, struct Node *escontext)
{
	bool of_input = error->code == ERROR_NOT_A_REPORT || error->code == ERROR_SYNTAX ||
	                error->code == ERROR_RANGE || error->code == ERROR_LIMIT;

	CHECK_FOR_INTERRUPTS();
	raise_as(sqlstate(error->code), error, of_input ? escontext : NULL);
}

void
core_raise_received(const Error *error)
{
	CHECK_FOR_INTERRUPTS();
	raise_as(error->code == ERROR_CORRUPT ? ERRCODE_INVALID_BINARY_REPRESENTATION
	                                      : sqlstate(error->code),
	         error, NULL);
}

void
core_check_memory(const CoreCall *call)
{
	Error error;

	if (call->arena.failed)
	{
		error_no_memory(&error);
		core_raise(&error, NULL);
	}
}

/* ---- Texts ---- */

bool
text_to_core(const char *text, int len, Str *utf8)
{
	char *converted;

	*utf8 = (Str){text, len};
	if (GetDatabaseEncoding() == PG_UTF8)
		return true;
	if (GetDatabaseEncoding() == PG_SQL_ASCII)
		return pg_verify_mbstr(PG_UTF8, text, len, true);
	converted = pg_server_to_any(text, len, PG_UTF8);
	if (converted != text)
		*utf8 = (Str){converted, strlen(converted)};
	return true;
}

void
raise_not_utf8(const char *text, int len, struct Node *escontext)
{
	errsave(escontext, errcode(ERRCODE_CHARACTER_NOT_IN_REPERTOIRE),
	        errmsg("text is not valid UTF-8 from byte %u on", utf8_prefix((Str){text, len}) + 1),
	        errdetail("The encoding of the database is SQL_ASCII, and reports are read as UTF-8."));
}

text *
text_from_core(Str utf8)
{
	char *converted;

	if (GetDatabaseEncoding() == PG_UTF8 || GetDatabaseEncoding() == PG_SQL_ASCII)
		return text_of(utf8);
	converted = pg_any_to_server(utf8.at, utf8.len, PG_UTF8);
	if (converted == utf8.at)
		return text_of(utf8);
	return cstring_to_text(converted);
}

char *
json_from_core(Str utf8)
{
	return convert_leniently(utf8, append_json_escape);
}
