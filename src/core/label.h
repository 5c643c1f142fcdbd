/*
 * label.h
 *		The labels of the form, ready to be recognised at the start of a line.
 *
 * src/core/label.h
 */
#ifndef PROGSOC_LABEL_H
#define PROGSOC_LABEL_H

#include "outline.h"

#define LABEL_MAX 320 /* squeezed characters of the longest label */

typedef struct Label
{
	FieldId field;
	uint8_t nth;
	uint16_t length;
	const char *text;                  /* as printed */
	unsigned char squeezed[LABEL_MAX]; /* LABEL_YEAR and LABEL_NUMBER stand for digits */
} Label;

#define LABEL_YEAR   1 /* four digits */
#define LABEL_NUMBER 2 /* one to nine digits */

/* Labels in the order of their squeezed text; equal ones follow one another. */
extern const Label *labels_sorted(uint32_t *count);

/* A label recognised at a place: labels first to last of labels_sorted fit equally. */
typedef struct LabelMatch
{
	uint32_t first;
	uint32_t last;
	Place end;  /* past the label and what closes it (")", "?", ".", ":") */
	bool colon; /* closed by a colon */
	int year;
	Str number;
} LabelMatch;

/* The longest label that the text at this place begins with. */
extern bool label_match(const Text *text, Place place, LabelMatch *match);

/* Is all of s the head of year columns, or a part of it: "2022 (efectivo al 31 de Diciembre)"? */
extern bool is_column_head(Str s);

#endif /* PROGSOC_LABEL_H */
