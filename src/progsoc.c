/*
 * progsoc.c
 *		The module.
 *
 * src/progsoc.c
 */
#include "compat.h"

PG_MODULE_MAGIC_EXT(.name = "progsoc", .version = PROGSOC_VERSION);
