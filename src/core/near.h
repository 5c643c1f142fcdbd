/*
 * near.h
 *		Labels that a text prints in nearly the form's words.
 *
 * src/core/near.h
 */
#ifndef PROGSOC_NEAR_H
#define PROGSOC_NEAR_H

#include "label.h"

/*
 * The form's label that the words from the beginning of a line on mean, though
 * a word more, another article, a plural or a slip make them differ.  False:
 * none is near, or more than one.
 */
extern bool label_near(const Text *text, uint32_t line, LabelMatch *match);

/*
 * What stands between a label that was recognised and its colon: a word more than
 * the form prints, "Unidad responsable actual:", moves the end of the match past
 * it.  False: the words make it another label, "Presupuesto Final anterior:".
 */
extern bool label_extend(const Text *text, LabelMatch *match);

#endif /* PROGSOC_NEAR_H */
