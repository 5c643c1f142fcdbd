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
	uint32_t longest;  /* bytes, about */
	uint32_t initials; /* a bit for each letter that one begins with */
} Wanted;

/*
 * The form's label that the words from the beginning of a line on mean, though
 * a word more, another article, a plural or a slip make them differ.  False:
 * none is near, or more than one.  Nothing is compared with others unless one of the
 * wanted labels is near.
 */
extern bool label_near(const Text *text, uint32_t line, const Wanted *wanted, LabelMatch *match);

/* Does a line begin as one of the wanted labels does, but for headings, and go on otherwise? */
extern bool label_begins(const Text *text, uint32_t line, const Wanted *wanted);

/*
 * Does a word more stand between a label that was recognised and a colon, as in
 * "Unidad responsable actual:"?  Then it may be this label or another one.
 */
extern bool label_goes_on(const Text *text, const LabelMatch *match);

#endif /* PROGSOC_NEAR_H */
