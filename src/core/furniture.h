/*
 * furniture.h
 *		What of a text is no report but its pages' furniture.
 *
 * src/core/furniture.h
 */
#ifndef PROGSOC_FURNITURE_H
#define PROGSOC_FURNITURE_H

#include "text.h"

/*
 * Marks the lines of furniture, and those at which a page begins.  Page numbers,
 * browsers' titles and addresses are known by their words; of other lines, those are
 * furniture that stand at the same edge of the pages all through the text, or that
 * count the pages where nothing else parts them.
 */
extern void mark_furniture(Text *t, Arena *work);

#endif /* PROGSOC_FURNITURE_H */
