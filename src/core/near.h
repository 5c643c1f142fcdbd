/*
 * near.h
 *		Labels that a text prints in nearly the form's words.
 *
 * src/core/near.h
 */
#ifndef PROGSOC_NEAR_H
#define PROGSOC_NEAR_H

#include "label.h"

#define WANTED_MAX 256

/* The labels that may stand where one is looked for. */
typedef struct Wanted
{
	uint16_t labels[WANTED_MAX]; /* of labels_sorted */
	uint32_t count;
	uint32_t longest; /* bytes */
} Wanted;

/*
 * The form's label that the words from the beginning of a line on mean, though
 * a word more, another article, a plural or a slip make them differ.  False:
 * none is near, or more than one.  Nothing is compared with others unless one of the
 * wanted labels is near.
 */
extern bool label_near(const Text *text, uint32_t line, const Wanted *wanted, LabelMatch *match);

/*
 * What stands between a label that was recognised and its colon: a word more than
 * the form prints, "Unidad responsable actual:", moves the end of the match past
 * it.  False: the words make it another label, "Presupuesto Final anterior:".
 */
extern bool label_extend(const Text *text, LabelMatch *match);

#endif /* PROGSOC_NEAR_H */
