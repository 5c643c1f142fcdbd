/*
 * audit.c
 *		The catalogue of checks, running them, and what they find.
 *
 * src/core/audit.c
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit_rules.h"

typedef enum Scope
{
	SCOPE_ALONE,
	SCOPE_BETWEEN,
} Scope;

const Check audit_checks[CHECK_COUNT] = {
#define AUDIT_CHECK(id, code, severity, scope, section, rule, words, message)                      \
	{code, SEVERITY_##severity, section, words, message},
#include "audit_data.h"
#undef AUDIT_CHECK
};

static const struct
{
	Scope scope;
	Rule rule;
} rules[CHECK_COUNT] = {
#define AUDIT_CHECK(id, code, severity, scope, section, rule, words, message) {SCOPE_##scope, rule},
#include "audit_data.h"
#undef AUDIT_CHECK
};

const char *
severity_name(Severity severity)
{
	static const char *const names[] = {"error", "warning", "info"};

	return names[severity];
}

/* The check is found by the rule of another one. */
void
rule_with_other(Audit *audit, CheckId check)
{
	(void) audit;
	(void) check;
}

/* ---- Text for messages ---- */

Str
say(Audit *audit, const char *format, ...)
{
	va_list args;
	char *text;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	text = len < 0 ? NULL : arena_alloc(audit->arena, (size_t) len + 1);
	if (text == NULL)
		return NO_STR;
	va_start(args, format);
	vsnprintf(text, (size_t) len + 1, format, args);
	va_end(args);
	return (Str){text, (uint32_t) len};
}

/* The number without what grouping and units add to it. */
static Str
say_plain(Audit *audit, Decimal number)
{
	char text[32];
	uint32_t len = number_print(number, text);
	uint32_t kept = 0;

	for (uint32_t i = 0; i < len; i++)
	{
		if (text[i] != '.')
			text[kept++] = text[i];
	}
	return arena_str(audit->arena, text, kept);
}

/* A fraction as a percentage */
static Decimal
hundredfold(Decimal share)
{
	for (int i = 0; i < 2; i++)
	{
		if (share.scale > 0)
			share.scale--;
		else
			share.mantissa *= 10;
	}
	return share;
}

Str
say_value(Audit *audit, Value value)
{
	char text[32];
	uint32_t len;

	if (value.style == STYLE_PLAIN)
		return say_plain(audit, value.number);
	len = number_print(value.style == STYLE_SHARE ? hundredfold(value.number) : value.number, text);
	return say(audit, "%.*s%s", (int) len, text,
	           value.style == STYLE_AMOUNT  ? " M$"
	           : value.style == STYLE_SHARE ? " %"
	                                        : "");
}

Str
say_figure(Audit *audit, Figure figure)
{
	return say_value(audit, value_of(figure));
}

/* Ratios above this one are not worth printing, and might not fit. */
#define RATIO_MAX 1000000

Str
say_ratio(Audit *audit, Wide a, Wide b, int decimals)
{
	if (b == 0 || a >= b * RATIO_MAX)
		return STR("a million or more");
	return say_value(audit, (Value){true, quotient(a, b, decimals), STYLE_COUNT});
}

#define NAME_MAX_BYTES 80

Str
say_name(Audit *audit, Str name)
{
	bool cut = name.len > NAME_MAX_BYTES;

	if (cut)
		name.len = utf8_prefix((Str){name.at, NAME_MAX_BYTES});
	return say(audit, "\"%.*s%s\"", (int) name.len, name.at, cut ? "..." : "");
}

/* ---- Subjects ---- */

/* The fact of a subject, by its index; false: it has none. */
static bool
subject_fact(const Report *report, FieldId field, uint32_t row, uint32_t *index)
{
	Fact fact;

	*index = report_seek(report, field, form_is_scalar(field) ? 0 : row);
	if (*index == report->head.fact_count)
		return false;
	fact = report_fact(report, *index);
	return fact.field == field && (form_is_scalar(field) || fact.row == row);
}

static Str
subject_path(Audit *audit, FieldId field, uint32_t row)
{
	const char *key;
	uint32_t index;

	if (subject_fact(audit->report, field, row, &index))
	{
		if (audit->paths == NULL)
			audit->paths = paths_make(audit->report, audit->arena);
		return audit->paths == NULL ? NO_STR : paths_of(audit->paths, index);
	}
	if (form_fields[field].table != FIELD_NONE)
		field = form_fields[field].table;
	key = form_fields[field].key;
	return (Str){key, (uint32_t) strlen(key)};
}

/* The section of a subject; a remark about another field stands in that field's. */
static const char *
subject_section(FieldId field, uint32_t row)
{
	FieldId table = form_fields[field].table;

	if ((table == FIELD_LABELS || table == FIELD_MARKUP) && row < FIELD_COUNT)
		return form_fields[row].section;
	return form_fields[table == FIELD_NONE ? field : table].section;
}

Str
say_place(Audit *audit, FieldId field, uint32_t row)
{
	Str path = subject_path(audit, field, row);
	const char *section = subject_section(field, row);

	if (section[0] == '0' || section[0] == '\0') /* the header, or what the form does not know */
		return path;
	return say(audit, "%s %.*s", section, (int) path.len, path.at);
}

/* ---- Findings ---- */

/* A finding, and what orders it among the others */
typedef struct PlacedFinding
{
	Finding finding;
	const char *section;
	uint32_t number;
} PlacedFinding;

Found
found_at(CheckId check, FieldId field, uint32_t row)
{
	return (Found){
	    .check = check, .severity = audit_checks[check].severity, .field = field, .row = row};
}

Found
found_figure(CheckId check, Figure reported, Figure expected)
{
	Found found = found_at(check, reported.field, reported.row);

	found.reported = value_of(reported);
	found.expected = value_of(expected);
	return found;
}

void
found_word(Found *found, const char *name, Str word)
{
	if (found->count == FOUND_WORDS)
		return; /* not reached: no check has so many */
	found->names[found->count] = name;
	found->words[found->count++] = word;
}

/* What a name in braces stands for; NO_STR: nothing that the finding has. */
static Str
found_text(Audit *audit, const Found *found, Str name)
{
	if (str_equal(name, STR("place")))
		return say_place(audit, found->field, found->row);
	if (str_equal(name, STR("reported")))
		return say_value(audit, found->reported);
	if (str_equal(name, STR("expected")))
		return say_value(audit, found->expected);
	for (int i = 0; i < found->count; i++)
	{
		if (name.len == strlen(found->names[i]) && memcmp(name.at, found->names[i], name.len) == 0)
			return found->words[i];
	}
	return NO_STR;
}

/* The stretches of a message: plain text, and what names in braces stand for, by turns */
#define PARTS_MAX (4 * FOUND_WORDS)

static Str
join(Arena *arena, const Str *parts, int count)
{
	uint64_t len = 0;
	char *text;
	char *end;

	for (int i = 0; i < count; i++)
		len += parts[i].len;
	text = end = len > UINT32_MAX ? NULL : arena_alloc(arena, (size_t) len);
	if (text == NULL)
		return NO_STR;
	for (int i = 0; i < count; i++)
	{
		if (parts[i].len > 0)
			memcpy(end, parts[i].at, parts[i].len);
		end += parts[i].len;
	}
	return (Str){text, (uint32_t) len};
}

/* Fills in the names in braces. */
static Str
found_message(Audit *audit, const Found *found)
{
	const char *at = audit_checks[found->check].message;
	Str parts[PARTS_MAX];
	int count = 0;

	while (*at != '\0' && count + 2 <= PARTS_MAX)
	{
		uint32_t plain = (uint32_t) strcspn(at, "{");
		uint32_t named = (uint32_t) strcspn(at + plain, "}");

		parts[count++] = (Str){at, plain};
		at += plain;
		if (*at == '\0')
			break;
		parts[count++] = found_text(audit, found, (Str){at + 1, named - 1});
		at += named + 1;
	}
	return join(audit->arena, parts, count);
}

void
audit_add(Audit *audit, const Found *found)
{
	PlacedFinding placed = {
	    .finding = {.check = found->check,
	                .severity = found->severity,
	                .subject = subject_path(audit, found->field, found->row),
	                .has_reported = found->reported.known,
	                .has_expected = found->expected.known,
	                .reported = found->reported.number,
	                .expected = found->expected.number,
	                .message = found_message(audit, found)},
	    .section = subject_section(found->field, found->row),
	    .number = audit->count,
	};

	if (arena_grow(audit->arena, (void **) &audit->findings, audit->count, &audit->capacity,
	               sizeof(PlacedFinding)))
		audit->findings[audit->count++] = placed;
}

/* By section, then by code, then in the order in which they were found. */
static int
compare_placed(const void *a, const void *b)
{
	const PlacedFinding *one = a;
	const PlacedFinding *other = b;
	int order = strcmp(one->section, other->section);

	if (order == 0)
		order =
		    strcmp(audit_checks[one->finding.check].code, audit_checks[other->finding.check].code);
	return order != 0 ? order : (one->number > other->number) - (one->number < other->number);
}

static bool
gather(Audit *audit, Findings *findings, Error *error)
{
	*findings = (Findings){arena_alloc(audit->arena, audit->count * sizeof(Finding)), audit->count};
	if (audit->arena->failed)
		return error_set(error, ERROR_NO_MEMORY, "out of memory");
	if (audit->count > 1)
		qsort(audit->findings, audit->count, sizeof(PlacedFinding), compare_placed);
	for (uint32_t i = 0; i < audit->count; i++)
		findings->list[i] = audit->findings[i].finding;
	return true;
}

/* ---- Running ---- */

static void
note_ambiguous(Audit *audit)
{
	for (uint32_t i = 0; i < audit->report->head.fact_count; i++)
	{
		Fact fact = report_fact(audit->report, i);
		FieldId table = form_fields[fact.field].table;

		if (fact.status == STATUS_AMBIGUOUS && table != FIELD_NONE)
			audit->ambiguous[table] = true;
	}
}

/* Each rule is linear in the report, so the host is asked between them. */
static bool
run(const Report *report, const Report *earlier, Arena *arena, Findings *findings, Error *error)
{
	Scope scope = earlier == NULL ? SCOPE_ALONE : SCOPE_BETWEEN;
	const Host *host = arena->host;
	Audit audit = {
	    .report = report, .earlier = earlier, .arena = arena, .year = report->head.report_year};

	year_rows(report, FIELD_COVERAGE_YEAR, &audit.coverage);
	note_ambiguous(&audit);
	for (int check = 0; check < CHECK_COUNT; check++)
	{
		if (rules[check].scope != scope)
			continue;
		if (!host->may_go_on(host->context))
			return error_set(error, ERROR_INTERRUPTED, "interrupted");
		rules[check].rule(&audit, (CheckId) check);
	}
	return gather(&audit, findings, error);
}

bool
audit_report(const Report *report, Arena *arena, Findings *findings, Error *error)
{
	return run(report, NULL, arena, findings, error);
}

bool
audit_between(const Report *earlier, const Report *later, Arena *arena, Findings *findings,
              Error *error)
{
	return run(later, earlier, arena, findings, error);
}
