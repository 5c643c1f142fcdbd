/*
 * packed.h
 *		The packed value: a report's facts as bytes, written once by a Draft and
 *		read in place by a Report.  Stored values, binary send and receive, and
 *		every reader use these bytes and no other form.
 *
 * Version 2, little-endian on every machine, no alignment assumed:
 *
 *	  0  u8   format version, 2
 *	  1  u8   number of facts of the summary
 *	  2  u16  version of the parser that read the text: 100 * major + minor; 0: none
 *	  4  i32  report year; INT32_MIN: unknown
 *	  8  i64  target population; INT64_MIN: unknown
 *	 16  i64  beneficiaries; INT64_MIN: unknown
 *	 24  i64  total spending, mantissa; INT64_MIN: unknown
 *	 32  u32  total spending, scale
 *	 36  u32  length of the programme's name; top bit: not known, whatever its text
 *	 40  u32  length of the ministry's name; the same
 *	 44  u32  length of the service's name; the same
 *	 48  u32  length of the strings
 *	 52  u32  number of facts
 *	 56  facts of the summary, 8 bytes each, in the order of their keys:
 *			u32  key: field << 24 | row
 *			u32  status << 29 | end of its text in the strings
 *		 in columns: the first bytes of all facts, then their second bytes, ...
 *	  …  strings: the facts' texts, one after the other, in the facts' order
 *	  …  all other facts, in the same way
 *
 * Why so: the aggregates and accessors read the header alone (the figures) or
 * what it is followed by (the identity, whose fields have the lowest numbers;
 * the summary, which is what report_summary shows), so one slice of a
 * compressed value serves them.  A fact's text begins where its predecessor's
 * ends, so a fact needs eight bytes, and looking one up is a binary search over
 * keys, which are unique.  In columns, bytes that are alike stand together, and
 * nearly all high ones are zero: a stored value compresses to a sixth less.  The
 * figures in the header repeat facts of the summary; whoever opens these checks
 * that they agree, so no reader needs to wonder.  Two reports are equal when their
 * bytes are, the parser's version aside.
 *
 * Version 1 had no summary: byte 1 was zero, and the strings were followed by all
 * facts in the order of their keys.  packed_renew makes version 2 of it, which
 * has the same size; nothing but the header is read of version 1 itself.
 *
 * A scalar's row is its position in the document, shared with other_fields and
 * counted from 0 without gaps; form_data.h says what the rows of the tables
 * are.  A reported or inferred text is of its field's type, and an absent or
 * blank fact has none: draft_pack sees to it and report_open insists on it.
 *
 * src/core/packed.h
 */
#ifndef PROGSOC_PACKED_H
#define PROGSOC_PACKED_H

#include "core.h"
#include "form.h"
#include "number.h"

#define PACKED_VERSION      2
#define PACKED_HEADER_SIZE  56
#define PACKED_SUMMARY_MAX  31 /* facts of the summary, one for each of its fields */
#define PACKED_SUMMARY_SIZE (PACKED_HEADER_SIZE + 8 * PACKED_SUMMARY_MAX)
#define PACKED_ROW_MAX      0xFFFFFFu
#define PACKED_TEXT_MAX     0x1FFFFFFFu
#define YEAR_UNKNOWN        INT32_MIN
#define FIGURE_UNKNOWN      INT64_MIN

typedef struct Fact
{
	FieldId field : 8; /* packed as its key is, for there are many facts */
	uint32_t row : 24;
	Status status;
	Str text; /* NO_STR where absent or blank */
} Fact;

/* ---- Writing ---- */

/* Facts on their way into a packed value, in any order. */
typedef struct Draft
{
	Arena *arena;
	Fact *facts;
	uint32_t count;
	uint32_t capacity;
	uint32_t first[FIELD_COUNT]; /* 1 + the first fact of each field, as long as none is moved */
	int report_year;             /* YEAR_UNKNOWN */
	int parser_version;          /* 0: none */
} Draft;

extern void draft_init(Draft *draft, Arena *arena);

/* The index of the first fact of a field that was added; draft->count: there is none. */
static inline uint32_t
draft_first(const Draft *draft, FieldId field)
{
	return draft->first[field] > 0 ? draft->first[field] - 1 : draft->count;
}

/* The text is not copied: it must live as long as the draft. */
extern void draft_add(Draft *draft, FieldId field, uint32_t row, Status status, Str text);

/*
 * The packed bytes, in the draft's arena; NULL on failure (memory, limits, a
 * key or a scalar given twice).  The draft's positions are renumbered without gaps, and what is
 * said to be a value but is not of its field's type becomes invalid, or blank without text.
 */
extern uint8_t *draft_pack(Draft *draft, size_t *size, Error *error);

/* ---- Reading ---- */

/* The part of a report that its first bytes tell: what accessors and aggregates need. */
typedef struct ReportHead
{
	int format_version;
	int parser_version;
	int report_year;
	int64_t target_population;
	int64_t beneficiaries;
	Decimal total_spending; /* mantissa FIGURE_UNKNOWN: unknown */
	uint32_t name_len;      /* UINT32_MAX: unknown */
	uint32_t ministry_len;
	uint32_t service_len;
	uint32_t strings_at; /* where the strings stand in the bytes, and first the name */
	uint32_t ministry_at;
	uint32_t service_at;
	uint32_t identity_end; /* the first bytes that tell name, ministry and service */
	uint32_t strings_len;
	uint32_t summary_count;
	uint32_t fact_count;
} ReportHead;

/*
 * Reads and checks the header of a packed value of which the first `size`
 * bytes are at hand (at least PACKED_HEADER_SIZE of them).
 */
extern bool report_head(const uint8_t *bytes, size_t size, ReportHead *head, Error *error);

/* A packed value, checked and ready to be read; it points into the bytes. */
typedef struct Report
{
	const uint8_t *bytes;
	size_t size;
	ReportHead head;
	const char *strings;
	const uint8_t *rest; /* the facts that are not of the summary */
} Report;

/* Checks everything: version, bounds, order, statuses, UTF-8, figures of the header. */
extern bool report_open(Report *report, const uint8_t *bytes, size_t size, Error *error);

/* The same, asking a host for leave to go on; it is asked for nothing else. */
extern bool report_open_asking(Report *report, const uint8_t *bytes, size_t size, const Host *host,
                               Error *error);

/* Whether report_summary shows the field, so that its fact stands among the first. */
extern bool is_of_summary(FieldId field);

/*
 * How many of the first bytes of a report hold its summary, as the first `size`
 * tell: where these are fewer than PACKED_SUMMARY_SIZE, it may be more yet.
 */
extern size_t report_summary_end(const uint8_t *bytes, size_t size, const ReportHead *head);

/*
 * Opens the summary alone, of which all bytes are at hand, and checks it as
 * report_open does: what comes out is a report that has no other facts.
 */
extern bool report_open_summary(Report *report, const uint8_t *bytes, size_t size, Error *error);

/* Makes today's bytes, as many, of those of an older version, to be opened; false: they are
 * damaged. */
extern bool packed_renew(const uint8_t *old, size_t size, uint8_t *bytes, Error *error);

extern Fact report_fact(const Report *report, uint32_t index); /* index < head.fact_count */

/* The index of the first fact of a field whose row is not below this one; none: where it would be.
 */
extern uint32_t report_seek(const Report *report, FieldId field, uint32_t row);

/* The index after the last fact of a field. */
extern uint32_t report_seek_end(const Report *report, FieldId field);

/* A cell of a table; false: the report has none such. */
extern bool report_cell(const Report *report, FieldId column, uint32_t row, Fact *fact);

/* A scalar, whatever its position; false: the report does not have it. */
extern bool report_scalar(const Report *report, FieldId field, Fact *fact);

/* The number of rows of a table column: 1 + its highest row; 0: none. */
extern uint32_t report_rows(const Report *report, FieldId column);

/* The number of a fact whose status is reported or inferred; false: none. */
extern bool fact_number(const Fact *fact, Decimal *number);

/* The integer of such a fact; false where it has none or it is not whole. */
extern bool fact_integer(const Fact *fact, int64_t *number);

/* A label as the report prints it: its own words if kept, else the form's with the year put in. */
extern Str report_label(const Report *report, FieldId field, Arena *arena);

/*
 * The order of two reports: ministry, service, programme, year, then the
 * facts; 0 when they are equal, the parser's version aside.
 */
extern int report_compare(const Report *a, const Report *b);

/* The bytes that equality sees, for hashing: all but the parser's version. */
extern void report_hash_input(const Report *report, const uint8_t **bytes, size_t *size);

#endif /* PROGSOC_PACKED_H */
