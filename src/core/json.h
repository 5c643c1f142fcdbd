/*
 * json.h
 *		A report as JSON and back, without loss.  doc/json-schema.json describes
 *		the form; Jansson reads and writes it.
 *
 * src/core/json.h
 */
#ifndef PROGSOC_JSON_H
#define PROGSOC_JSON_H

#include "core.h"
#include "packed.h"

/* The JSON text of a report, in arena; NO_STR on failure.  pretty: one key per line. */
extern Str json_write(const Report *report, bool pretty, Arena *arena, Error *error);

/*
 * Reads JSON text into draft.  ERROR_SYNTAX or ERROR_RANGE say where: line and
 * column for malformed JSON, the path of the key for all else.
 */
extern bool json_read(Str text, Draft *draft, Error *error);

#endif /* PROGSOC_JSON_H */
