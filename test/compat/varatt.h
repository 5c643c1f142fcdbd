/*
 * varatt.h
 *		PostgreSQL 16 moved these macros here; an older one has them in postgres.h.
 *
 * test/compat/varatt.h
 */
