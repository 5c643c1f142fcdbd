/*
 * buffer.c
 *		Text that grows.
 *
 * test/generate/buffer.c
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"

static void
buffer_make_room(Buffer *buffer, size_t len)
{
	size_t room = buffer->room ? buffer->room : 256;

	while (room <= buffer->len + len)
		room *= 2;
	if (room == buffer->room)
		return;

	buffer->at = realloc(buffer->at, room);
	buffer->room = room;
	if (buffer->at == NULL)
	{
		fputs("out of memory\n", stderr);
		exit(2);
	}
}

void
buffer_add(Buffer *buffer, const char *at, size_t len)
{
	buffer_make_room(buffer, len);
	if (len > 0)
		memcpy(buffer->at + buffer->len, at, len);
	buffer->len += len;
	buffer->at[buffer->len] = '\0';
}

void
buffer_add_str(Buffer *buffer, Str s)
{
	buffer_add(buffer, s.at, s.len);
}

void
buffer_add_text(Buffer *buffer, const char *text)
{
	buffer_add(buffer, text, strlen(text));
}

void
buffer_add_format(Buffer *buffer, const char *format, va_list arguments)
{
	va_list again;
	int len;

	va_copy(again, arguments);
	len = vsnprintf(NULL, 0, format, again);
	va_end(again);
	buffer_make_room(buffer, (size_t) len);
	vsnprintf(buffer->at + buffer->len, (size_t) len + 1, format, arguments);
	buffer->len += (size_t) len;
}

void
buffer_fill(Buffer *buffer, char c, size_t count)
{
	buffer_make_room(buffer, count);
	memset(buffer->at + buffer->len, c, count);
	buffer->len += count;
	buffer->at[buffer->len] = '\0';
}

void
buffer_clear(Buffer *buffer)
{
	buffer->len = 0;
	if (buffer->at != NULL)
		buffer->at[0] = '\0';
}

void
buffer_free(Buffer *buffer)
{
	free(buffer->at);
	*buffer = (Buffer){NULL, 0, 0};
}

Str
buffer_str(const Buffer *buffer)
{
	return buffer->at ? (Str){buffer->at, (uint32_t) buffer->len} : STR("");
}

uint32_t
text_columns(Str s)
{
	uint32_t columns = 0;

	for (uint32_t i = 0; i < s.len; i++)
		columns += ((unsigned char) s.at[i] & 0xC0) != 0x80;
	return columns;
}
