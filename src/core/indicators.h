/*
 * indicators.h
 *		What the readers of the indicators' tables share.
 *
 * src/core/indicators.h
 */
#ifndef PROGSOC_INDICATORS_H
#define PROGSOC_INDICATORS_H

#include "table.h"
#include "wrap.h"

/* How the methodology's label begins and ends, squeezed: its middle varies. */
#define METHODOLOGY       "metodologiaydefinicionesconceptuales"
#define METHODOLOGY_BEGIN "metodologiaydefiniciones"
#define LABEL_TAIL        "informacion"

/* The fields of one of the two tables. */
typedef struct IndicatorKind
{
	FieldId year;
	FieldId basis;
	FieldId name;
	FieldId formula;
	FieldId methodology;
	FieldId value;
} IndicatorKind;

/* The year columns of the header. */
typedef struct IndicatorHead
{
	Str years[TABLE_COLUMNS_MAX];
	bool expected[TABLE_COLUMNS_MAX];
	bool based[TABLE_COLUMNS_MAX]; /* known is what is expected */
	uint32_t year_count;
	uint32_t basis_count;
} IndicatorHead;

extern void indicator_head_year(IndicatorHead *h, Str year);

/*
 * "efectivo" or "estimado" is of the year just before it on its line, else of
 * the first year that has none yet: heads may be printed line by line.
 */
extern void indicator_head_basis(IndicatorHead *h, bool beside, bool expected);

/* "efectivo" or "estimado", which the line of a narrow column may break. */
extern bool indicator_basis(Str word, bool *expected);

/* Where not each year has its basis, none is known. */
extern void indicator_head_emit(Reader *r, const IndicatorKind *k, const IndicatorHead *h);

/* A row as lines: [first, label) name and formula, then methodology, then values. */
typedef struct IndicatorLines
{
	uint32_t first;
	Place label; /* of the methodology */
	Place label_end;
	uint32_t values;     /* lines [values, values_end) hold nothing but values */
	uint32_t values_end; /* equal: there are none */
	uint32_t end;        /* of the methodology: the next row begins, or the table ends */
	bool sure_end;       /* something marks that end */
	bool cut;            /* a page break separates the row's values from the rest of its text */
	bool doubtful;       /* so that of this row, or the one before, it is not sure what is whose */
	bool label_cut;      /* a page's end, with the row's values before it, stands in the label */
	/* behind a page's end, before the label: 0: no page ends there */
	uint32_t formula;      /* the formula begins here, before that page, */
	uint32_t page;         /* the name's rest here, */
	uint32_t formula_rest; /* and the formula's here */
	/* behind a page's end, behind the values */
	uint32_t rest;        /* the name's rest begins here; 0: no page ends there */
	uint32_t method_rest; /* and the methodology's here */
} IndicatorLines;

/*
 * Finds the rest of a row behind a page's end, or the end of one without
 * values, among the lines [from, label) before the next row's label.  False: it
 * could be more than one thing.
 */
extern bool find_row_rest(Reader *r, IndicatorLines *row, uint32_t from, uint32_t label, bool last);

/* The same of a row whose values, and a page's end, stand before its label, or within it. */
extern bool find_row_parts(Reader *r, IndicatorLines *row);

/* The line that a row's formula begins with, if no page ends before its label; 0: nothing tells. */
extern uint32_t find_formula(const Text *t, const IndicatorLines *row);

/* May a formula begin with this line?  Names go on in lower case. */
extern bool begins_formula(Str s);

/* A word of the header: "Nombre", "Fórmula", "2020", "(efectivo", ... */
extern bool is_indicator_head_word(Str w);

/* Is what stands from here on its line of the header, and nothing else? */
extern bool is_indicator_head_line(Reader *r, Place from);

/* Does a methodology's label begin in a text?  On a line, the end of the name may stand before it.
 */
extern bool holds_label(Str s);

/* A figure, "N/A", or the sign of a percentage. */
extern bool is_value_word(Str w);

/* A word of a sentence before which no cell ends: "un 60 %", "con 22.056", "M$ 32.950". */
extern bool leads_to_number(Str word);

/* Does a line of text end with a number, or "N/A", that is no year?  What stands before that? */
extern bool ends_with_number(Str line);
extern Str text_before_number(Str line);

/* Is that number the text's own, as "menos de 25" and "* 100" lead to it? */
extern bool leads_to_end(Str line);

/* Words as values: a lone "%" belongs to the figure before it. */
extern uint32_t join_value_words(const Word *words, uint32_t count, Str *values);

/* The values that end a line of text, behind other words; 0: none do. */
extern uint32_t last_values(Reader *r, uint32_t line, Str *values);

/*
 * Adds the values of a row: at[i] is the column of value i.  Without at, they
 * are in their columns if there is one for each column; else they have no place.
 */
extern void add_indicator_values(Reader *r, const IndicatorKind *k, const IndicatorHead *h,
                                 uint32_t indicator, const Str *values, uint32_t count,
                                 const int *at);

/* Adds the values of a row of which it is not sure whose or where they are. */
extern void add_unplaced_values(Reader *r, const IndicatorKind *k, const IndicatorHead *h,
                                uint32_t indicator, const Str *values, uint32_t count);

/* The place in a cell of the methodology's label; *end: past its colon.  Its length: none. */
extern uint32_t methodology_in(Str cell, uint32_t *end);

/* A line of nothing but values, no more than a table has columns. */
extern bool is_value_line(Reader *r, uint32_t line);

/* The table in blocks of an order of their own. */
extern void read_indicator_blocks(Reader *r, const IndicatorKind *k, const Area *area);

/* The table where columns are kept by position. */
extern void read_indicator_columns(Reader *r, const IndicatorKind *k, const Area *area);

#endif /* PROGSOC_INDICATORS_H */
