/*
 * region.h
 *		The sixteen regions of Chile and their ISO 3166-2 codes.
 *
 * src/core/region.h
 */
#ifndef PROGSOC_REGION_H
#define PROGSOC_REGION_H

#include "core.h"

/* "CL-AR" for "La Araucanía", whatever the case, accents and usual variants; else NULL. */
extern const char *region_code_of(Str name);

/* "Nivel central": a row of the regional tables that is no region. */
extern bool region_is_central(Str name);

#endif /* PROGSOC_REGION_H */
