/*
 * outline.h
 *		Where the form's labels and headings stand in a text, and so which
 *		stretch of it belongs to which field.
 *
 * src/core/outline.h
 */
#ifndef PROGSOC_OUTLINE_H
#define PROGSOC_OUTLINE_H

#include "core.h"
#include "form.h"
#include "text.h"

/* A place in the clean text: an offset, and the line that it lies in. */
typedef struct Place
{
	uint32_t line;
	uint32_t at;
} Place;

/* A label found in the text; what follows it, up to the next one, is its body. */
typedef struct Entry
{
	FieldId field;     /* FIELD_NONE: a label or heading that the form does not know */
	uint8_t nth;       /* of the labels of one field: see label_data.h */
	bool heading;      /* of a section */
	bool detached;     /* the values of several labels stand behind the last of them */
	bool reworded;     /* the label is in other words than the form's */
	Place start;       /* the label's first character */
	Place label_end;   /* past its last one, colon included */
	uint32_t end_line; /* the body ends before this line */
	int year;          /* printed in the label; 0: none */
	Str number;        /* printed in the label for "{n}"; of an unknown heading, its section's */
} Entry;

typedef struct Outline
{
	const Text *text;
	Arena *arena;
	Entry *entries; /* in the text's order */
	uint32_t count;
	uint32_t capacity;
	uint32_t *broken; /* lines that begin as a label does that was not found, ascending */
	uint32_t broken_count;
	uint32_t broken_capacity;
} Outline;

/*
 * Finds the labels, and marks the header rows that page breaks repeat as
 * furniture; no entry at all is no error.
 */
extern bool outline_read(Text *text, Arena *arena, Outline *outline, Error *error);

/* The first entry of a field; NULL: the text does not have it. */
extern const Entry *outline_find(const Outline *outline, FieldId field);

/* Does a label begin, but is not whole, on one of the lines [first, end)? */
extern bool outline_is_broken(const Outline *outline, uint32_t first, uint32_t end);

/* The next squeezed character from a place on, over line ends and furniture; 0: the text ends. */
extern unsigned char place_squeeze(const Text *text, Place *place);

#endif /* PROGSOC_OUTLINE_H */
