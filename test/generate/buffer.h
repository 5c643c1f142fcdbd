/*
 * buffer.h
 *		Text that grows, for the tools of the tests: out of memory ends them.
 *
 * test/generate/buffer.h
 */
#ifndef PROGSOC_BUFFER_H
#define PROGSOC_BUFFER_H

#include <stdarg.h>
#include <stddef.h>

#include "core.h"

typedef struct Buffer
{
	char *at; /* followed by a NUL; NULL while nothing was added */
	size_t len;
	size_t room;
} Buffer;

extern void buffer_add(Buffer *buffer, const char *at, size_t len);
extern void buffer_add_str(Buffer *buffer, Str s);
extern void buffer_add_text(Buffer *buffer, const char *text);
extern void buffer_add_format(Buffer *buffer, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));
extern void buffer_fill(Buffer *buffer, char c, size_t count);
extern void buffer_clear(Buffer *buffer); /* empties it, keeps its room */
extern void buffer_free(Buffer *buffer);

extern Str buffer_str(const Buffer *buffer); /* valid until the buffer changes */

/* The number of characters of UTF-8 text, each one column wide. */
extern uint32_t text_columns(Str s);

#endif /* PROGSOC_BUFFER_H */
