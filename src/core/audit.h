/*
 * audit.h
 *		What the figures of a report say about each other.
 *
 * audit_data.h lists the checks, one entry each; the rules are small functions
 * in audit_*.c.  They read facts, are pure, and find something rather than
 * fail: no stored value makes a check raise an error.  A figure that is
 * missing, ambiguous or invalid is never part of a finding about arithmetic,
 * nor is one of 10^12 and above or with more than six decimals.
 *
 * src/core/audit.h
 */
#ifndef PROGSOC_AUDIT_H
#define PROGSOC_AUDIT_H

#include "core.h"
#include "packed.h"

typedef enum Severity
{
	SEVERITY_ERROR,   /* the printed figures cannot all be true */
	SEVERITY_WARNING, /* they seem to contradict; another reading or a missing item may explain it
	                   */
	SEVERITY_INFO,    /* a placeholder, a defect of the template, a missing explanation, a doubt */
} Severity;

extern const char *severity_name(Severity severity);

typedef enum CheckId
{
#define AUDIT_CHECK(id, code, severity, scope, section, rule, words, message) CHECK_##id,
#include "audit_data.h"
#undef AUDIT_CHECK
	CHECK_COUNT,
} CheckId;

typedef struct Check
{
	const char *code;
	Severity severity;   /* a finding may have a lower one: see the words */
	const char *section; /* where its subjects stand; NULL: in several sections */
	const char *words;   /* the rule */
	const char *message; /* what a finding says: {place}, {reported} and the like are filled in */
} Check;

extern const Check audit_checks[CHECK_COUNT];

typedef struct Finding
{
	CheckId check;
	Severity severity;
	Str subject; /* the path of a fact, or the key of a field or table */
	bool has_reported;
	bool has_expected;
	Decimal reported; /* in the unit of the subject; a coverage is a fraction */
	Decimal expected;
	Str message;
} Finding;

/* In the order of the document's sections, then of the codes. */
typedef struct Findings
{
	Finding *list;
	uint32_t count;
} Findings;

/* What one report says; false: no memory, or interrupted. */
extern bool audit_report(const Report *report, Arena *arena, Findings *findings, Error *error);

/*
 * What two reports of one programme say about each other.  Subjects are of the
 * later one; reported is its figure and expected that of the earlier one.
 */
extern bool audit_between(const Report *earlier, const Report *later, Arena *arena,
                          Findings *findings, Error *error);

#endif /* PROGSOC_AUDIT_H */
