/*
 * core.h
 *		What every part of the core stands on: strings, statuses, errors, and
 *		the two things it asks of its host (memory, and leave to go on).
 *
 * The core is C11 without a PostgreSQL header.  It never throws: a function
 * that can fail returns false (or NULL) and leaves the reason in an Error.
 * All that it allocates lives in an Arena, so that a host that unwinds, by a
 * return or by a longjmp, frees everything by freeing the arena's blocks.
 *
 * src/core/core.h
 */
#ifndef PROGSOC_CORE_H
#define PROGSOC_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Text in UTF-8, not NUL-terminated.  {NULL, 0} is no text. */
typedef struct Str
{
	const char *at;
	uint32_t len;
} Str;

#define STR(literal) ((Str){(literal), sizeof(literal) - 1})
#define NO_STR       ((Str){NULL, 0})

/* How sure a value is.  The order is part of the stored format. */
typedef enum Status
{
	STATUS_REPORTED,       /* the text gives the value in this place */
	STATUS_INFERRED,       /* its place follows from other figures too */
	STATUS_AMBIGUOUS,      /* its place cannot be fixed */
	STATUS_INVALID,        /* not of the field's type; the text is kept */
	STATUS_ABSENT,         /* "El programa no presenta información" */
	STATUS_BLANK,          /* a label or cell without content */
	STATUS_NOT_APPLICABLE, /* "N/A", "No aplica" */
} Status;

#define STATUS_COUNT 7

extern const char *status_name(Status status);
extern bool status_from_name(Str name, Status *status);

/* Whether a status lets a value count: reported or inferred. */
extern bool status_is_sure(Status status);

/* The status of a row from those of its cells: see DESIGN in doc/architecture.md. */
extern Status status_weakest(Status a, Status b);

typedef enum ErrorCode
{
	ERROR_NONE,
	ERROR_NO_MEMORY,
	ERROR_INTERRUPTED,  /* the host said not to go on */
	ERROR_NOT_A_REPORT, /* the text is no such report */
	ERROR_SYNTAX,       /* malformed JSON, unknown keys, wrong types */
	ERROR_RANGE,        /* a number out of range */
	ERROR_LIMIT,        /* more than the format can hold */
	ERROR_CORRUPT,      /* stored or received bytes that are not ours */
} ErrorCode;

/* Why something failed, in PostgreSQL's style; the host adds the SQLSTATE. */
typedef struct Error
{
	ErrorCode code;
	char message[160];
	char detail[400]; /* empty: none */
	char hint[240];   /* empty: none */
} Error;

/* Sets *error and returns false, so that "return error_set(...)" reads well. */
extern bool error_set(Error *error, ErrorCode code, const char *message, ...)
    __attribute__((format(printf, 3, 4)));
extern bool error_detail(Error *error, const char *detail, ...)
    __attribute__((format(printf, 2, 3)));
extern bool error_hint(Error *error, const char *hint, ...) __attribute__((format(printf, 2, 3)));
extern bool error_no_memory(Error *error);

/* What the core asks of its host. */
typedef struct Host
{
	void *(*alloc)(void *context, size_t size); /* NULL: no memory left */

	/* The block, moved perhaps; NULL: no memory left, and it is as it was.  May be absent. */
	void *(*resize)(void *context, void *block, size_t size);
	void (*release)(void *context, void *block);
	bool (*may_go_on)(void *context); /* false: stop as soon as possible */
	void *context;
} Host;

/* malloc, free, and always leave to go on: for tests and tools. */
extern const Host host_plain;

typedef struct ArenaBlock ArenaBlock;

/* Memory that is freed all at once.  Failure is sticky: see failed. */
typedef struct Arena
{
	const Host *host;
	struct Arena *parent; /* fails when this one does; NULL: none */
	ArenaBlock *blocks;
	char *next;
	size_t left;
	size_t room;  /* of the last block of pieces */
	size_t total; /* bytes taken from the host */
	bool failed;
	bool stopped; /* it failed, for the host gave no leave to go on */
} Arena;

extern void arena_init(Arena *arena, const Host *host);

/* One for what is to go before the rest: the parent's host, and one failure to ask for. */
extern void arena_init_within(Arena *arena, Arena *parent);
extern void *arena_alloc(Arena *arena,
                         size_t size); /* for any number or pointer; NULL on failure */
extern void arena_free(Arena *arena);
extern Str arena_str(Arena *arena, const char *at, size_t len); /* a copy; NO_STR on failure */

/*
 * Asks the host for leave to go on.  Without it the arena fails as it does without
 * memory, so that nobody in between has to say why.
 */
extern bool arena_may_go_on(Arena *arena);

/* The same at the last of so many places, a power of two, and not before. */
static inline bool
arena_may_go_on_at(Arena *arena, uint32_t place, uint32_t every)
{
	return (place & (every - 1)) != every - 1 || arena_may_go_on(arena);
}

/* How many bits are set. */
static inline uint32_t
count_bits(uint32_t bits)
{
	uint32_t count = 0;

	for (; bits; bits &= bits - 1)
		count++;
	return count;
}

/* Says why the arena failed, and returns false. */
extern bool arena_error(const Arena *arena, Error *error);

/* What arena_grow does where there is no room. */
extern bool arena_grow_array(Arena *arena, void **array, uint32_t *capacity, size_t element);

/*
 * Makes room for one more element in an array that has `count` of them and
 * grows in the arena, from NULL and a capacity of 0 on; false on failure.  The
 * array may move, and then pointers into it are no longer good.
 */
static inline bool
arena_grow(Arena *arena, void **array, uint32_t count, uint32_t *capacity, size_t element)
{
	return count < *capacity || arena_grow_array(arena, array, capacity, element);
}

/* Gives back the room that an array which will not grow any more has left, where that is simple. */
extern void arena_trim(Arena *arena, void *array, uint32_t count, uint32_t capacity,
                       size_t element);

/*
 * Sorts numbers by their bits from first_bit on; what is alike in these keeps
 * its order.  Takes time in proportion to count.  scratch: room for as many.  False:
 * there was no leave to go on, and the arena, which is asked for it, has failed.
 */
extern bool sort_numbers(uint64_t *numbers, uint64_t *scratch, uint32_t count, int first_bit,
                         Arena *arena);

/* Strings */
static inline bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

extern bool str_equal(Str a, Str b);
extern int str_compare(Str a, Str b); /* by bytes, then by length */
extern Str str_trim(Str s);           /* without spaces, tabs and line ends around it */

/* The length of the longest prefix that is UTF-8; s.len when all of it is. */
extern uint32_t utf8_prefix(Str s);

/* The number of characters of UTF-8. */
extern uint32_t utf8_count(Str s);

/* Whether s is UTF-8 without NUL, as PostgreSQL's texts are. */
extern bool utf8_is_text(Str s);

#endif /* PROGSOC_CORE_H */
