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

/* Does a line begin with production's label, behind which a description ends? */
extern bool is_production_line(Str s);

/* The kinds of benefit that the form offers, and its way to say that there is none. */
extern const Str benefit_names[];
extern const uint32_t benefit_count;

/* Is it one of the kinds of benefit that the form offers, or its way to say that there is none? */
extern bool is_benefit(Str s);

/*
 * Do lines of section 4 and of 5.5 that stand behind a name, [four, four_end) and [five, five_end),
 * say the same?  Then the name goes on there.
 */
extern bool name_goes_on(const Text *t, uint32_t four, uint32_t four_end, uint32_t five,
                         uint32_t five_end);

/*
 * The two tables in blocks of an order of their own; false: the names are not found, or, if so
 * asked, nothing of a row stands among lines of another column.
 */
extern bool read_components_blocks(Reader *r, const Area *components, const Area *spending,
                                   bool only_mixed);
extern bool read_spending_blocks(Reader *r, const Area *components, const Area *spending);

#endif /* PROGSOC_COMPONENT_TABLES_H */
