/*
 * perturb.h
 *		A text in the spelling of its extractor: NBSP, CRLF, decomposed accents,
 *		soft hyphens, ligatures, escaped dollars, tabs for word spaces.
 *
 * test/generate/perturb.h
 */
#ifndef PROGSOC_PERTURB_H
#define PROGSOC_PERTURB_H

#include "buffer.h"
#include "page.h"
#include "random.h"

extern void perturb(const Buffer *text, const Style *style, Random *random, Buffer *out);

#endif /* PROGSOC_PERTURB_H */
