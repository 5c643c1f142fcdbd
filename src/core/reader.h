/*
 * reader.h
 *		What the readers of fields and tables share: the text with its outline,
 *		the draft that their facts go to, and the account of what has been read.
 *
 * src/core/reader.h
 */
#ifndef PROGSOC_READER_H
#define PROGSOC_READER_H

#include "outline.h"
#include "packed.h"
#include "parse.h"
#include "text.h"

/* A stretch of the clean text, on one line, that a reader has taken. */
typedef struct Claim
{
	uint32_t start;
	uint32_t end;
	TraceKind kind : 8;
	FieldId field : 16;
} Claim;

/* A stretch of the clean text within one line. */
typedef struct Piece
{
	uint32_t start;
	uint32_t end;
} Piece;

typedef struct Reader
{
	const Text *text;
	const Outline *outline;
	Draft *draft;
	Arena *arena;   /* for what the facts hold */
	Arena *work;    /* for what the account of the text needs */
	Arena *scratch; /* for what a table's reader needs, and no other */
	Claim *claims;
	uint32_t claim_count;
	uint32_t claim_capacity;
	bool traced;       /* the claims are asked for, in order */
	uint32_t position; /* of the next scalar in the document */
	int report_year;
	Str section; /* of the entry being read */

	/* of components.c: the names that its two tables have in common; NULL: not found yet */
	struct Named *named;
	uint32_t named_count;

	struct PairedColumns *paired; /* of component_columns.c, to the same end */

	uint32_t executors; /* rows of that table so far */

	/* of matrix_columns.c: figures in columns by position are aligned as their heads are, */
	bool under_heads;
	bool behind_heads; /* or end to the right of them */
} Reader;

static inline Str
piece_text(const Text *text, Piece p)
{
	return (Str){text->clean.at + p.start, p.end - p.start};
}

/* The last word of a text, and what stands before it. */
extern Str last_word(Str s, Str *before);

/* Takes what is visible between two places, line by line. */
extern void claim(Reader *r, Place from, Place to, TraceKind kind, FieldId field);

/* Takes the stretch [start, end) of one line. */
extern void claim_stretch(Reader *r, uint32_t start, uint32_t end, TraceKind kind, FieldId field);

/* The place where a line begins; for the line after the last, the text's end. */
extern Place line_place(const Text *text, uint32_t line);

/* The place where a line ends. */
static inline Place
line_end_place(const Text *text, uint32_t line)
{
	return (Place){line, text->lines[line].end};
}

/* Does no letter or digit stand behind a place on its line? */
static inline bool
at_line_end(const Text *text, Place place)
{
	return squeezed_equal((Str){text->clean.at + place.at, text->lines[place.line].end - place.at},
	                      "");
}

/* The place of the first visible character from here on and before end_line; false: none. */
extern bool skip_to_visible(const Text *text, Place *place, uint32_t end_line);

/*
 * The text from a place to the end of line end_line - 1 (or to `to`), unwrapped: lines joined by
 * spaces, words cut by a hyphen joined, list items kept on lines of their own,
 * furniture left out.
 */
extern Str unwrap(Reader *r, Place from, uint32_t end_line);
extern Str unwrap_between(Reader *r, Place from, Place to);

/* The same of pieces of lines, one after the other. */
extern Str unwrap_pieces(Reader *r, const Piece *pieces, uint32_t count);

/* Does s begin in lower case, accents aside, as what goes on with something does? */
static inline bool
begins_lower(Str s)
{
	return s.len > 0 && s.at[0] >= 'a' && s.at[0] <= 'z';
}

/* Does a capital stand there, with an accent perhaps: À to ß? */
static inline bool
is_capital(Str s, uint32_t at)
{
	return at < s.len && ((s.at[at] >= 'A' && s.at[at] <= 'Z') ||
	                      (at + 1 < s.len && (unsigned char) s.at[at] == 0xC3 &&
	                       (unsigned char) s.at[at + 1] < 0xA0));
}

static inline bool
begins_with_digit(Str s)
{
	return s.len > 0 && s.at[0] >= '0' && s.at[0] <= '9';
}

/* In lower case, or in a bracket: the rest of a name that is wrapped. */
static inline bool
is_name_rest(Str s)
{
	return begins_lower(s) || (s.len > 0 && s.at[0] == '(');
}

/* Does a sentence, or a label, end with this text? */
extern bool ends_sentence(Str s);

/* Does a line break off in the middle of a name? */
extern bool breaks_off(Str s);

/* The number of HTML tags that stood in a stretch of the clean text, first to last. */
extern uint32_t tags_between(const Text *text, uint32_t start, uint32_t end);

/* Takes an entry's label, and keeps its words where the form's would not do. */
extern void claim_label(Reader *r, const Entry *entry);

/* The value of a detached label among those of its neighbours; known: whether it shows which. */
extern Str detached_value(Reader *r, const Entry *entry, bool *known);

/* ---- The readers ---- */

extern void read_header(Reader *r); /* name, ministry, service, closing date */
extern void read_scalar(Reader *r, const Entry *entry);
extern void read_unknown(Reader *r, const Entry *entry);
extern void read_observations(Reader *r); /* section 8 */

#endif /* PROGSOC_READER_H */
