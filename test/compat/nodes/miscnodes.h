/*
 * miscnodes.h
 *		What compat.h expects of PostgreSQL 16 and later, for a server that is older:
 *		enough to compile with, and nothing to link.
 *
 * test/compat/nodes/miscnodes.h
 */
#ifndef PROGSOC_TEST_MISCNODES_H
#define PROGSOC_TEST_MISCNODES_H

struct Node;

extern bool errsave_start(struct Node *context, const char *domain);
extern void errsave_finish(struct Node *context, const char *file, int line, const char *function);

#define errsave(context, ...)                                                                      \
	do                                                                                             \
	{                                                                                              \
		struct Node *errsave_context = (context);                                                  \
                                                                                                   \
		if (errsave_start(errsave_context, TEXTDOMAIN))                                            \
			__VA_ARGS__, errsave_finish(errsave_context, __FILE__, __LINE__, __func__);            \
	} while (0)

#define ereturn(context, value, ...)                                                               \
	do                                                                                             \
	{                                                                                              \
		errsave(context, __VA_ARGS__);                                                             \
		return value;                                                                              \
	} while (0)

extern bool DirectInputFunctionCallSafe(PGFunction function, char *text, Oid type_parameter,
                                        int32 modifier, fmNodePtr context, Datum *result);

/* 18 */
#define PG_MODULE_MAGIC_EXT(...) PG_MODULE_MAGIC

#endif /* PROGSOC_TEST_MISCNODES_H */
