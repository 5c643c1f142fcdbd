/*
 * shell.h
 *		How functions of the server call the core: with memory, leave to go on,
 *		errors and texts.
 *
 * src/shell.h
 */
#ifndef PROGSOC_SHELL_H
#define PROGSOC_SHELL_H

#include "compat.h"

#include "core/core.h"

/*
 * What a call of the core works with.  Its memory is that of the memory
 * context that was current at core_begin, so an error that the server raises
 * in between leaks nothing; core_end frees it earlier.
 */
typedef struct CoreCall
{
	Host host;
	Arena arena;
	Error error;
} CoreCall;

/* What the core asks for leave to go on where it needs no memory. */
extern const Host asking_host;

extern void core_begin(CoreCall *call);
extern void core_end(CoreCall *call);

/*
 * Raises an error of the core.  One that is the input's fault is only noted if
 * escontext says so, and then the function returns.
 */
extern void core_raise(const Error *error, struct Node *escontext);

/* The same for bytes that a client sent. */
extern void core_raise_received(const Error *error);

/* memcpy that the server may interrupt. */
extern void copy_bytes(void *to, const void *from, size_t size);

/* Raises "out of memory" if the arena could not grow. */
extern void core_check_memory(const CoreCall *call);

/*
 * Text of the server's encoding as UTF-8, perhaps a copy.  False: the encoding
 * is SQL_ASCII and the text is not UTF-8.
 */
extern bool text_to_core(const char *text, int len, Str *utf8);

/* The error for that: raised, or only noted if escontext says so. */
extern void raise_not_utf8(const char *text, int len, struct Node *escontext);

/* UTF-8 as text of the server's encoding; an error if that lacks a character. */
extern text *text_from_core(Str utf8);

/* JSON, which can say in ASCII what the server's encoding lacks: nothing is lost. */
extern char *json_from_core(Str utf8);

#endif /* PROGSOC_SHELL_H */
