/*
 * audit_rules.h
 *		What the audit's rules stand on: figures, answers, and findings.
 *
 * A rule is a function of the audit and the check that it is run for, so that
 * checks of one family share a rule and differ in its parameters.  Rules run in
 * the order of audit_data.h.
 *
 * src/core/audit_rules.h
 */
#ifndef PROGSOC_AUDIT_RULES_H
#define PROGSOC_AUDIT_RULES_H

#include "audit.h"
#include "form.h"
#include "number.h"
#include "packed.h"
#include "path.h"
#include "rows.h"

/*
 * Products of two figures; the sides of a comparison of ratios.  Where compilers
 * have no such type, as for 32-bit machines, they have C23's.  Neither is to be
 * divided: that would take functions that not all of them bring with them.
 */
#ifdef __SIZEOF_INT128__
__extension__ typedef __int128 Wide;
#else
__extension__ typedef _BitInt(128) Wide;
#endif

/* ---- Figures ---- */

#define MICRO     INT64_C(1000000)                 /* figures are counted in millionths */
#define MICRO_MAX (INT64_C(1000000000000) * MICRO) /* and lie below 10^12 */

typedef enum FigureState
{
	FIGURE_MISSING,  /* absent, blank, not applicable, or not printed at all */
	FIGURE_KNOWN,    /* reported or inferred */
	FIGURE_DOUBTFUL, /* ambiguous, invalid, or beyond what the audit counts in */
} FigureState;

typedef struct Figure
{
	FigureState state;
	int64_t micro;
	int64_t unit; /* one of its last printed digit, in millionths */
	FieldId field;
	uint32_t row;
} Figure;

extern Figure figure_of(const Fact *fact);
extern Figure figure_scalar(const Report *report, FieldId field);
extern Figure figure_cell(const Report *report, FieldId column, uint32_t row);
extern Figure figure_first(const Report *report, FieldId column); /* the column's first cell */
extern bool figure_known(Figure figure);
extern bool figure_above_zero(Figure figure); /* known, and so */
extern bool figure_is_zero(Figure figure);    /* known, and so */

/* Rows of the population flow: who came before the year, who goes on after it, and all */
#define FLOW_CARRIED_OVER 3
#define FLOW_GOING_ON     9
#define FLOW_TOTAL        11

/* Whether a fact's status stands for no value: absent, blank or not applicable. */
extern bool status_is_missing(Status status);

/* Tables by year: the row of each year, or NO_ROW. */
#define NO_ROW     UINT32_MAX
#define YEAR_COUNT (YEAR_LAST - YEAR_FIRST + 1)

typedef struct YearRows
{
	uint32_t row[YEAR_COUNT];
} YearRows;

extern void year_rows(const Report *report, FieldId years, YearRows *rows);
extern uint32_t year_row(const YearRows *rows, int year);

/* Names of a table's rows, folded and in order, to be looked up. */
typedef struct Name
{
	Str folded;
	Str printed;
	uint32_t row;
} Name;

typedef struct Names
{
	Name *list;
	uint32_t count;
	bool doubtful; /* a name is ambiguous or invalid */
} Names;

extern bool names_of_column(const Report *report, FieldId column, Arena *arena, Names *names);
extern const Name *names_find(const Names *names, Str folded);

/* ---- Findings ---- */

/* How a number is written in a message. */
typedef enum Style
{
	STYLE_COUNT,  /* 11.184 */
	STYLE_AMOUNT, /* 250.000 M$ */
	STYLE_PLAIN,  /* 2021: years and codes */
	STYLE_SHARE,  /* 6,54 %; the number is the fraction */
} Style;

typedef struct Value
{
	bool known;
	Decimal number;
	Style style;
} Value;

extern Value value_of(Figure figure);
extern Value value_micro(int64_t micro, FieldId like); /* in the unit of another field */
extern Value value_plain(int64_t number);
extern Value value_count(int64_t number);

/* The same number without zeros at the end of its decimals */
extern Decimal without_zeros(Decimal number);

/* a / b to so many decimals, rounded half up; b > 0, and a < 10^18. */
extern Decimal quotient(Wide a, Wide b, int decimals); /* a not below 0, b above 0 */

#define FOUND_WORDS 6

/* A finding on its way. */
typedef struct Found
{
	CheckId check;
	Severity severity;
	FieldId field; /* the subject: a cell or scalar, or what it is a part of where it has no fact */
	uint32_t row;
	Value reported; /* {reported} and {expected} in the message */
	Value expected;
	const char *names[FOUND_WORDS]; /* further names in braces, and what they stand for */
	Str words[FOUND_WORDS];
	int count;
} Found;

typedef struct Audit Audit;
typedef void (*Rule)(Audit *audit, CheckId check);

extern Found found_at(CheckId check, FieldId field, uint32_t row);
extern Found found_figure(CheckId check, Figure reported,
                          Figure expected); /* at the reported one */
extern void found_word(Found *found, const char *name, Str word);
extern void audit_add(Audit *audit, const Found *found);

/* Text for messages, in the audit's arena */
extern Str say(Audit *audit, const char *format, ...) __attribute__((format(printf, 2, 3)));
extern Str say_earlier_year(Audit *audit); /* of the earlier report */
extern Str say_value(Audit *audit, Value value);
extern Str say_figure(Audit *audit, Figure figure);
extern Str say_place(Audit *audit, FieldId field, uint32_t row);  /* "5.2 spending" */
extern Str say_ratio(Audit *audit, Wide a, Wide b, int decimals); /* 5,65; both above 0 */
extern Str say_name(Audit *audit, Str name); /* quoted, and cut where it is long */

/* ---- What the rules see ---- */

#define HEADER_MAX INDICATOR_COLUMNS

/* A column of an indicator table's header */
typedef struct HeaderColumn
{
	int year;    /* YEAR_UNKNOWN */
	bool actual; /* else expected */
	bool known;
	bool of_form; /* the header is the form's, so the year is due whatever is printed */
} HeaderColumn;

typedef struct IndicatorTable
{
	FieldId table;
	FieldId years, bases, names, formulas, values;
} IndicatorTable;

#define INDICATOR_TABLES 2
extern const IndicatorTable indicator_tables[INDICATOR_TABLES];

/* Fills in HEADER_MAX columns. */
extern void indicator_header(const Report *report, const IndicatorTable *table,
                             HeaderColumn header[HEADER_MAX]);

struct Audit
{
	const Report *report;
	const Report *earlier; /* NULL: one report is audited alone */
	Arena *arena;
	int year; /* of the report; YEAR_UNKNOWN */
	YearRows coverage;
	int label_year;              /* what labels are compared with: see rule_closing_year */
	bool slipped[FIELD_COUNT];   /* scalars, columns and tables that are in another unit */
	bool ambiguous[FIELD_COUNT]; /* tables with a cell whose place is in doubt */

	/* Findings so far */
	Paths *paths;
	struct PlacedFinding *findings;
	uint32_t count;
	uint32_t capacity;
};

/* A field's figure for the whole report: by year, that of its own; of the flow, the total. */
extern Figure audit_figure(const Audit *audit, FieldId field);
extern Figure audit_coverage(const Audit *audit, FieldId column, int year);

/* ---- Units ---- */

/* A unit that figures may be in instead of thousands of pesos, and what makes these of them */
typedef struct UnitScale
{
	int64_t times;
	int64_t over;
	const char *unit;
} UnitScale;

#define UNIT_SCALES 4
extern const UnitScale unit_scales[UNIT_SCALES];

/*
 * Whether so many figures, of this sum, give the expected one when rescaled and
 * each was rounded to its unit; a scale of NULL: as they are.
 */
extern bool figures_fit(Wide sum, uint32_t count, int64_t expected, int64_t unit,
                        const UnitScale *scale);

/* Figures that fit when rescaled: of a scalar or cell, or all of a table. */
typedef struct UnitSlip
{
	FieldId field;
	uint32_t row;
	Value reported;
	Value expected;
	Str other; /* who says what is expected: "its total says" */
} UnitSlip;

/* Finds it, once for each subject; what else such figures contradict is no finding. */
extern void audit_add_slip(Audit *audit, const UnitSlip *slip, const UnitScale *scale);

/* Answers to questions */
typedef enum Answer
{
	ANSWER_NONE, /* absent, blank, not applicable */
	ANSWER_YES,
	ANSWER_NO,
	ANSWER_UNKNOWN, /* ambiguous, invalid, or not printed */
} Answer;

extern Answer answer_of(const Fact *fact);
extern Answer answer_scalar(const Report *report, FieldId field);

/* Whether folded text has this phrase as whole words. */
extern bool folded_has(Str folded, const char *phrase);

/* ---- Rules ---- */

#define AUDIT_CHECK(id, code, severity, scope, section, rule, words, message)                      \
	extern void rule(Audit *audit, CheckId check);
#include "audit_data.h"
#undef AUDIT_CHECK

#endif /* PROGSOC_AUDIT_RULES_H */
