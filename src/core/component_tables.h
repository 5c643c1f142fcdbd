/*
 * component_tables.h
 *		What the readers of the tables of components and of their costs share.
 *
 * src/core/component_tables.h
 */
#ifndef PROGSOC_COMPONENT_TABLES_H
#define PROGSOC_COMPONENT_TABLES_H

#include "table.h"

/*
 * Where columns are kept by position, makes a grid of one of the two tables, by what both say: name
 * (with its kind of benefit, in section 4), amount (in 5.5), text.  False: the rows cannot be told
 * apart.
 */
extern bool component_grid(Reader *r, const Area *components, const Area *spending,
                           bool want_spending, Grid *grid);

/* A component's kind of benefit; its description, with the production at its end. */
extern void add_benefit(Reader *r, uint32_t row, Str benefit, Status doubt);
extern void add_description(Reader *r, uint32_t row, Str text, Status doubt);

/* Is it one of the kinds of benefit that the form offers, or its way to say that there is none? */
extern bool is_benefit(Str s);

/* The two tables in blocks of an order of their own; false: the names are not found. */
extern bool read_components_blocks(Reader *r, const Area *components, const Area *spending);
extern bool read_spending_blocks(Reader *r, const Area *components, const Area *spending);

#endif /* PROGSOC_COMPONENT_TABLES_H */
