/*
 * component_columns.h
 *		The tables of components and of their costs where columns are kept by
 *		position.
 *
 * src/core/component_columns.h
 */
#ifndef PROGSOC_COMPONENT_COLUMNS_H
#define PROGSOC_COMPONENT_COLUMNS_H

#include "table.h"

/*
 * Makes a grid of one of the two tables, by what both say: name (with its kind
 * of benefit, in section 4), amount (in 5.5), text.  False: the rows cannot be
 * told apart.
 */
extern bool component_grid(Reader *r, const Area *components, const Area *spending,
                           bool want_spending, Grid *grid);

#endif /* PROGSOC_COMPONENT_COLUMNS_H */
