/*
 * core.c
 *		Statuses, errors, the arena and strings.
 *
 * src/core/core.c
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core.h"

/* ---- Statuses ---- */

static const char *const status_names[STATUS_COUNT] = {
    [STATUS_REPORTED] = "reported",
    [STATUS_INFERRED] = "inferred",
    [STATUS_AMBIGUOUS] = "ambiguous",
    [STATUS_INVALID] = "invalid",
    [STATUS_ABSENT] = "absent",
    [STATUS_BLANK] = "blank",
    [STATUS_NOT_APPLICABLE] = "not_applicable",
};

/* The higher of two ranks is the status of a row that holds both. */
static const uint8_t status_rank[STATUS_COUNT] = {
    [STATUS_BLANK] = 0,     [STATUS_NOT_APPLICABLE] = 1, [STATUS_ABSENT] = 2,
    [STATUS_REPORTED] = 3,  [STATUS_INFERRED] = 4,       [STATUS_INVALID] = 5,
    [STATUS_AMBIGUOUS] = 6,
};

const char *
status_name(Status status)
{
	return status_names[status];
}

bool
status_from_name(Str name, Status *status)
{
	for (int i = 0; i < STATUS_COUNT; i++)
	{
		if (name.len == strlen(status_names[i]) && memcmp(name.at, status_names[i], name.len) == 0)
		{
			*status = (Status) i;
			return true;
		}
	}
	return false;
}

bool
status_is_sure(Status status)
{
	return status == STATUS_REPORTED || status == STATUS_INFERRED;
}

Status
status_weakest(Status a, Status b)
{
	return status_rank[a] >= status_rank[b] ? a : b;
}

/* ---- Errors ---- */

/* Formats into a buffer; what does not fit is cut between characters. */
static void format_cut(char *out, size_t size, const char *format, va_list args)
    __attribute__((format(printf, 3, 0)));

static void
format_cut(char *out, size_t size, const char *format, va_list args)
{
	vsnprintf(out, size, format, args);
	out[utf8_prefix((Str){out, (uint32_t) strlen(out)})] = '\0';
}

bool
error_set(Error *error, ErrorCode code, const char *message, ...)
{
	va_list args;

	error->code = code;
	error->detail[0] = '\0';
	error->hint[0] = '\0';
	va_start(args, message);
	format_cut(error->message, sizeof(error->message), message, args);
	va_end(args);
	return false;
}

bool
error_detail(Error *error, const char *detail, ...)
{
	va_list args;

	va_start(args, detail);
	format_cut(error->detail, sizeof(error->detail), detail, args);
	va_end(args);
	return false;
}

bool
error_hint(Error *error, const char *hint, ...)
{
	va_list args;

	va_start(args, hint);
	format_cut(error->hint, sizeof(error->hint), hint, args);
	va_end(args);
	return false;
}

bool
error_no_memory(Error *error)
{
	return error_set(error, ERROR_NO_MEMORY, "out of memory");
}

/* ---- Host ---- */

static void *
plain_alloc(void *context, size_t size)
{
	(void) context;
	return malloc(size);
}

static void *
plain_resize(void *context, void *block, size_t size)
{
	(void) context;
	return realloc(block, size);
}

static void
plain_release(void *context, void *block)
{
	(void) context;
	free(block);
}

static bool
plain_may_go_on(void *context)
{
	(void) context;
	return true;
}

const Host host_plain = {plain_alloc, plain_resize, plain_release, plain_may_go_on, NULL};

/* ---- Arena ---- */

/*
 * Under AddressSanitizer, what nobody asked for of a block may not be touched,
 * and a guard stands behind each piece.
 */
#ifndef __has_feature
#define __has_feature(feature) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>
#define GUARD          ((size_t) 8)
#define HIDE(at, size) __asan_poison_memory_region(at, size)
#define SHOW(at, size) __asan_unpoison_memory_region(at, size)
#else
#define GUARD          ((size_t) 0)
#define HIDE(at, size) ((void) 0)
#define SHOW(at, size) ((void) 0)
#endif

struct ArenaBlock
{
	ArenaBlock *previous; /* taken before it */
	ArenaBlock *next;
	size_t room;
	uint64_t data[]; /* aligned for any number or pointer */
};

#define BLOCK_FIRST ((size_t) 2 * 1024)
#define BLOCK_MAX   ((size_t) 1024 * 1024)
#define ALIGN8(n)   (((n) + 7) & ~(size_t) 7)

/* Pieces from this size on have blocks of their own; a test gives one to all. */
#ifndef LARGE
#define LARGE ((size_t) 4 * 1024)
#endif

/* Arrays leave theirs when they grow, so they get them sooner. */
#define LARGE_ARRAY (LARGE < 512 ? LARGE : 512)

void
arena_init(Arena *arena, const Host *host)
{
	*arena = (Arena){.host = host};
}

void
arena_init_within(Arena *arena, Arena *parent)
{
	*arena = (Arena){.host = parent->host,
	                 .parent = parent,
	                 .failed = parent->failed,
	                 .stopped = parent->stopped};
}

static void
fail(Arena *arena)
{
	for (; arena != NULL; arena = arena->parent)
		arena->failed = true;
}

bool
arena_may_go_on(Arena *arena)
{
	if (arena->failed)
		return false;
	if (arena->host->may_go_on(arena->host->context))
		return true;
	for (Arena *a = arena; a != NULL; a = a->parent)
		a->stopped = true;
	fail(arena);
	return false;
}

bool
arena_error(const Arena *arena, Error *error)
{
	if (arena->stopped)
		return error_set(error, ERROR_INTERRUPTED, "interrupted");
	return error_no_memory(error);
}

static ArenaBlock *
add_block(Arena *arena, size_t room)
{
	size_t size = offsetof(ArenaBlock, data) + room;
	ArenaBlock *block = arena->host->alloc(arena->host->context, size);

	if (block == NULL)
	{
		fail(arena);
		return NULL;
	}
	*block = (ArenaBlock){.previous = arena->blocks, .room = room};
	if (arena->blocks != NULL)
		arena->blocks->next = block;
	arena->blocks = block;
	arena->total += size;
	HIDE(block->data, room);
	return block;
}

static void
drop_block(Arena *arena, ArenaBlock *block)
{
	if (block->previous != NULL)
		block->previous->next = block->next;
	if (block->next != NULL)
		block->next->previous = block->previous;
	else
		arena->blocks = block->previous;
	arena->total -= offsetof(ArenaBlock, data) + block->room;
	SHOW(block->data, block->room);
	arena->host->release(arena->host->context, block);
}

/* Each block is half as large again as the last one, until BLOCK_MAX, so that their number stays
 * small. */
static bool
add_room(Arena *arena, size_t size)
{
	size_t room = arena->room == 0 ? BLOCK_FIRST : arena->room + arena->room / 2;
	ArenaBlock *block;

	if (room > BLOCK_MAX)
		room = BLOCK_MAX;
	if (room < size)
		room = size;
	block = add_block(arena, room);
	if (block == NULL)
		return false;
	arena->next = (char *) block->data;
	arena->left = arena->room = room;
	return true;
}

/* A block for one piece. */
static void *
take_block(Arena *arena, size_t size)
{
	ArenaBlock *block = add_block(arena, size);

	return block == NULL ? NULL : block->data;
}

static void *
take_piece(Arena *arena, size_t size)
{
	void *at;

	if (size > arena->left && !add_room(arena, size))
		return NULL;
	at = arena->next;
	arena->next += size;
	arena->left -= size;
	return at;
}

static void *
arena_take(Arena *arena, size_t size, size_t large)
{
	size_t whole = ALIGN8(size == 0 ? 1 : size) + GUARD;
	void *at;

	if (arena->failed || size > SIZE_MAX / 2)
	{
		fail(arena);
		return NULL;
	}
	at = size >= large ? take_block(arena, whole) : take_piece(arena, whole);
	if (at != NULL)
		SHOW(at, size);
	return at;
}

void *
arena_alloc(Arena *arena, size_t size)
{
	return arena_take(arena, size, LARGE);
}

/*
 * The oldest block goes first.  In the other order, malloc would find each to
 * be the last of the heap, and might return it to the system one by one.
 */
void
arena_free(Arena *arena)
{
	ArenaBlock *block = arena->blocks;

	while (block != NULL && block->previous != NULL)
		block = block->previous;
	while (block != NULL)
	{
		ArenaBlock *next = block->next;

		drop_block(arena, block);
		block = next;
	}
	*arena = (Arena){.host = arena->host, .parent = arena->parent};
}

Str
arena_str(Arena *arena, const char *at, size_t len)
{
	char *copy;

	if (len > UINT32_MAX)
	{
		fail(arena);
		return NO_STR;
	}
	copy = arena_alloc(arena, len);
	if (copy == NULL)
		return NO_STR;
	if (len > 0)
		memcpy(copy, at, len);
	return (Str){copy, (uint32_t) len};
}

static ArenaBlock *
block_of(void *array)
{
	return (ArenaBlock *) ((char *) array - offsetof(ArenaBlock, data));
}

/* Larger room for an array that has a block of its own, which may move.  NULL: no memory. */
static void *
resize_array(Arena *arena, void *array, size_t size)
{
	ArenaBlock *block = block_of(array);
	size_t room = ALIGN8(size) + GUARD;

	SHOW(block->data, block->room);
	block = arena->host->resize(arena->host->context, block, offsetof(ArenaBlock, data) + room);
	if (block == NULL)
	{
		fail(arena);
		return NULL;
	}
	arena->total += room - block->room;
	block->room = room;
	if (block->previous != NULL)
		block->previous->next = block;
	if (block->next != NULL)
		block->next->previous = block;
	else
		arena->blocks = block;
	HIDE((char *) block->data + size, room - size);
	return block->data;
}

/* Gives back the last piece that was taken; false: this one is not. */
static bool
give_back(Arena *arena, void *piece, size_t size)
{
	size_t whole = ALIGN8(size) + GUARD;

	if ((char *) piece + whole != arena->next)
		return false;
	arena->next -= whole;
	arena->left += whole;
	return true;
}

/* The array's content in larger room.  NULL: no memory. */
static void *
move_array(Arena *arena, void *array, size_t old_size, size_t size)
{
	bool given_back;
	void *moved;

	if (old_size >= LARGE_ARRAY && arena->host->resize != NULL)
		return resize_array(arena, array, size);
	given_back = old_size > 0 && old_size < LARGE_ARRAY && give_back(arena, array, old_size);
	moved = arena_take(arena, size, LARGE_ARRAY);
	if (moved == NULL || moved == array || old_size == 0)
		return moved;
	memcpy(moved, array, old_size);
	if (given_back)
		HIDE(array, old_size);
	if (old_size >= LARGE_ARRAY)
		drop_block(arena, block_of(array));
	return moved;
}

void
arena_trim(Arena *arena, void *array, uint32_t count, uint32_t capacity, size_t element)
{
	size_t old_size = capacity * element;

	if (array == NULL || old_size >= LARGE_ARRAY || !give_back(arena, array, old_size))
		return;
	HIDE(array, old_size);
	arena_take(arena, count * element, LARGE_ARRAY);
}

bool
arena_grow_array(Arena *arena, void **array, uint32_t *capacity, size_t element)
{
	uint32_t wanted = *capacity < 8 ? 8 : *capacity + *capacity / 2;
	void *grown;

	if (arena->failed || *capacity > UINT32_MAX / 2 || wanted > SIZE_MAX / 2 / element)
	{
		fail(arena);
		return false;
	}
	grown = move_array(arena, *array, *capacity * element, wanted * element);
	if (grown == NULL)
		return false;
	*array = grown;
	*capacity = wanted;
	return true;
}

/* ---- Sorting ---- */

#ifndef SORT_ASK
#define SORT_ASK (1u << 18) /* one of so many numbers asks for leave to go on */
#endif

static bool
sort_by_byte(const uint64_t *from, uint64_t *to, uint32_t count, int shift, Arena *arena)
{
	uint32_t starts[256] = {0};
	uint32_t start = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		if (!arena_may_go_on_at(arena, i, SORT_ASK))
			return false;
		starts[from[i] >> shift & 0xFF]++;
	}
	for (int byte = 0; byte < 256; byte++)
	{
		uint32_t size = starts[byte];

		starts[byte] = start;
		start += size;
	}
	for (uint32_t i = 0; i < count; i++)
	{
		if (!arena_may_go_on_at(arena, i, SORT_ASK))
			return false;
		to[starts[from[i] >> shift & 0xFF]++] = from[i];
	}
	return true;
}

bool
sort_numbers(uint64_t *numbers, uint64_t *scratch, uint32_t count, int first_bit, Arena *arena)
{
	uint64_t *from = numbers;
	uint64_t *to = scratch;
	uint64_t differing = 0;
	bool sorted = true;

	for (uint32_t i = 1; i < count; i++)
	{
		if (!arena_may_go_on_at(arena, i, SORT_ASK))
			return false;
		differing |= numbers[i] ^ numbers[0];
		sorted &= numbers[i - 1] >> first_bit <= numbers[i] >> first_bit;
	}
	for (int shift = first_bit; shift < 64 && !sorted; shift += 8)
	{
		uint64_t *swap = from;

		if ((differing >> shift & 0xFF) == 0)
			continue;
		if (!sort_by_byte(from, to, count, shift, arena))
			return false;
		from = to;
		to = swap;
	}
	if (from != numbers)
		memcpy(numbers, from, count * sizeof(uint64_t));
	return true;
}

/* ---- Strings ---- */

bool
str_equal(Str a, Str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

int
str_compare(Str a, Str b)
{
	uint32_t common = a.len < b.len ? a.len : b.len;
	int order = common == 0 ? 0 : memcmp(a.at, b.at, common);

	if (order != 0)
		return order < 0 ? -1 : 1;
	return (a.len > b.len) - (a.len < b.len);
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

Str
str_trim(Str s)
{
	while (s.len > 0 && is_space(s.at[0]))
	{
		s.at++;
		s.len--;
	}
	while (s.len > 0 && is_space(s.at[s.len - 1]))
		s.len--;
	return s;
}

/* The length of the UTF-8 character beyond ASCII at the start of s; 0: there is none. */
static uint32_t
utf8_length(const unsigned char *s, uint32_t left)
{
	unsigned char low = 0x80;
	unsigned char high = 0xBF;
	uint32_t length;

	if (s[0] < 0xC2 || s[0] > 0xF4)
		return 0;
	length = s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
	if (left < length)
		return 0;
	if (s[0] == 0xE0)
		low = 0xA0; /* no overlong forms */
	else if (s[0] == 0xED)
		high = 0x9F; /* no surrogates */
	else if (s[0] == 0xF0)
		low = 0x90;
	else if (s[0] == 0xF4)
		high = 0x8F; /* U+10FFFF is the last */
	if (s[1] < low || s[1] > high)
		return 0;
	for (uint32_t i = 2; i < length; i++)
	{
		if ((s[i] & 0xC0) != 0x80)
			return 0;
	}
	return length;
}

/* The end of the ASCII characters that stand at i. */
static uint32_t
skip_ascii(const unsigned char *s, uint32_t i, uint32_t len)
{
	for (; len - i >= 8; i += 8)
	{
		uint64_t word;

		memcpy(&word, s + i, 8);
		if ((word & 0x8080808080808080u) != 0)
			break;
	}
	while (i < len && s[i] < 0x80)
		i++;
	return i;
}

uint32_t
utf8_prefix(Str s)
{
	const unsigned char *at = (const unsigned char *) s.at;
	uint32_t i = 0;

	for (;;)
	{
		uint32_t length;

		i = skip_ascii(at, i, s.len);
		length = i < s.len ? utf8_length(at + i, s.len - i) : 0;
		if (length == 0)
			return i;
		i += length;
	}
}

/* Bytes that do not begin a character are 10xxxxxx; they are counted eight at a time. */
uint32_t
utf8_count(Str s)
{
	uint32_t inside = 0;
	uint32_t i = 0;

	for (; s.len - i >= 8; i += 8)
	{
		uint64_t word;

		memcpy(&word, s.at + i, 8);
		word = word >> 7 & ~word >> 6 & 0x0101010101010101u;
		inside += (uint32_t) (word * 0x0101010101010101u >> 56);
	}
	for (; i < s.len; i++)
		inside += ((unsigned char) s.at[i] & 0xC0) == 0x80;
	return s.len - inside;
}

bool
utf8_is_text(Str s)
{
	return utf8_prefix(s) == s.len && (s.len == 0 || memchr(s.at, 0, s.len) == NULL);
}
