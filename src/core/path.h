/*
 * path.h
 *		The names of a report's facts.  report_facts gives them, and the audit's
 *		subjects use them.
 *
 *		beneficiaries						a scalar, by its key
 *		coverage[2021].beneficiaries		a row of a table, by its year
 *		regions[CL-AR].spending_kclp		by its region: the code, else the name;
 *											both 3.3 and 5.6
 *		population_flow[before,total].persons
 *		observations[design].raised			a section's own question
 *		observations[design,2].comment		its second topic
 *		components[1].name					by its number, in all other tables
 *		purpose_indicators[1].name
 *		purpose_indicators[1][2021,actual].reported
 *		purpose_indicators.columns[1].year	a column of the header
 *		regions.total						the Total row of 3.3, or of 5.6
 *		other_fields[1].text				the first label that the form does not know
 *		label:spending						other words for a label than the form's
 *		markup:purpose						the tags taken out of a field's or table's values
 *
 *		A value without a place is numbered within its table: costs[?1].reported_kclp.
 *		What would have the name of an earlier fact says so: regions[CL-AR#2].beneficiaries.
 *		So no two facts of a report have the same name.
 *
 * src/core/path.h
 */
#ifndef PROGSOC_PATH_H
#define PROGSOC_PATH_H

#include "core.h"
#include "packed.h"

/* What naming facts needs to know of a report, gathered once. */
typedef struct Paths Paths;

/* NULL: no memory.  The paths live in arena; the report must live as long. */
extern Paths *paths_make(const Report *report, Arena *arena);

/* The name of the report's fact at index, in the arena of paths; NO_STR: no memory. */
extern Str paths_of(const Paths *paths, uint32_t index);

/* The same for a single fact; for many, make the paths once. */
extern Str fact_path(const Report *report, uint32_t index, Arena *arena);

#endif /* PROGSOC_PATH_H */
