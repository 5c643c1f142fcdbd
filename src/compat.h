/*
 * compat.h
 *		What differs between the PostgreSQL versions, 14 to 18: nothing else in
 *		the shell asks for the version.  It is the first header of each of its files.
 *
 * src/compat.h
 */
#ifndef PROGSOC_COMPAT_H
#define PROGSOC_COMPAT_H

#include "postgres.h"

#include "fmgr.h"
#include "funcapi.h"
#include "nodes/memnodes.h"
#include "utils/memutils.h"

/* The server's version; a test says another, so that what is for that is compiled too. */
#ifndef PROGSOC_PG_VERSION
#define PROGSOC_PG_VERSION PG_VERSION_NUM
#endif

#if PG_VERSION_NUM < 140000
#error "progsoc needs PostgreSQL 14 or later"
#endif

/*
 * Up to 15, PostgreSQL leaves the visibility of functions to the compiler's
 * default.  Ours is hidden, so those that it looks up by name say otherwise.
 */
#if PROGSOC_PG_VERSION < 160000 && defined(__GNUC__) && !defined(WIN32)
#undef PGDLLEXPORT
#define PGDLLEXPORT __attribute__((visibility("default")))
#undef PG_FUNCTION_INFO_V1
#define PG_FUNCTION_INFO_V1(function)                                                              \
	extern PGDLLEXPORT Datum function(PG_FUNCTION_ARGS);                                           \
	extern PGDLLEXPORT const Pg_finfo_record *pg_finfo_##function(void);                           \
	const Pg_finfo_record *pg_finfo_##function(void)                                               \
	{                                                                                              \
		static const Pg_finfo_record info = {1};                                                   \
                                                                                                   \
		return &info;                                                                              \
	}                                                                                              \
	extern PGDLLEXPORT Datum function(PG_FUNCTION_ARGS)
#endif

/* From 16 on, a caller may ask for errors in bad input to be noted, not raised. */
#if PROGSOC_PG_VERSION >= 160000
#include "nodes/miscnodes.h"
#include "varatt.h"
#else
#define errsave(context, ...)                                                                      \
	do                                                                                             \
	{                                                                                              \
		(void) (context);                                                                          \
		ereport(ERROR, __VA_ARGS__);                                                               \
	} while (0)
#define ereturn(context, value, ...)                                                               \
	do                                                                                             \
	{                                                                                              \
		errsave(context, __VA_ARGS__);                                                             \
		return value;                                                                              \
	} while (0)
#endif

/* Calls an input function; false: it noted an error in escontext. */
static inline bool
call_input(PGFunction input, char *text, struct Node *escontext, Datum *result)
{
#if PROGSOC_PG_VERSION >= 160000
	return DirectInputFunctionCallSafe(input, text, InvalidOid, -1, escontext, result);
#else
	(void) escontext;
	*result = DirectFunctionCall3(input, CStringGetDatum(text), ObjectIdGetDatum(InvalidOid),
	                              Int32GetDatum(-1));
	return true;
#endif
}

/*
 * Room of another size, where a chunk may be larger than 1 GB.  NULL: there is
 * no memory.  Up to 15, not all releases have repalloc_extended.
 */
static inline void *
repalloc_softly(void *chunk, Size size)
{
#if PG_VERSION_NUM >= 160000
	return repalloc_extended(chunk, size, MCXT_ALLOC_HUGE | MCXT_ALLOC_NO_OOM);
#else
	MemoryContext context = GetMemoryChunkContext(chunk);

	return context->methods->realloc(context, chunk, size);
#endif
}

/* Up to 14, a set-returning function makes its own tuple store. */
#if PROGSOC_PG_VERSION < 150000
#define MAT_SRF_USE_EXPECTED_DESC 0x01
extern void InitMaterializedSRF(FunctionCallInfo fcinfo, bits32 flags);
#endif

/* From 18 on, a module says its name and version. */
#if PROGSOC_PG_VERSION < 180000
#define PG_MODULE_MAGIC_EXT(...) PG_MODULE_MAGIC
#endif

#endif /* PROGSOC_COMPAT_H */
