/*
 * unit.h
 *		Named tests with checks, counted and printed as TAP.
 *
 * A test program runs its tests and ends with unit_end():
 *
 *		static void
 *		adds_up(void)
 *		{
 *			CHECK_INT(1 + 1, 2);
 *		}
 *
 *		int
 *		main(void)
 *		{
 *			RUN(adds_up);
 *			return unit_end();
 *		}
 *
 * A check that fails says so and lets its test go on.  Include this file before
 * the core's headers, which hide what is declared after them.
 *
 * test/unit/unit.h
 */
#ifndef PROGSOC_UNIT_H
#define PROGSOC_UNIT_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core.h"

static struct
{
	int tests;
	int failed;
	int checks; /* of the test that runs */
	int faults;
} unit_counts;

#define UNIT_FAULTS_SHOWN 20

__attribute__((format(printf, 4, 5))) static inline void
unit_check(bool holds, const char *file, int line, const char *what, ...)
{
	va_list args;

	unit_counts.checks++;
	if (holds)
		return;
	if (++unit_counts.faults > UNIT_FAULTS_SHOWN)
		return;
	printf("# %s:%d: ", file, line);
	va_start(args, what);
	vprintf(what, args);
	va_end(args);
	printf("\n");
}

static inline void
unit_check_int(long long got, long long expected, const char *file, int line, const char *what)
{
	unit_check(got == expected, file, line, "%s is %lld, not %lld", what, got, expected);
}

static inline void
unit_check_str(Str got, Str expected, const char *file, int line, const char *what)
{
	unit_check(str_equal(got, expected), file, line, "%s is \"%.*s\", not \"%.*s\"", what,
	           (int) got.len, got.len > 0 ? got.at : "", (int) expected.len,
	           expected.len > 0 ? expected.at : "");
}

static inline void
unit_run(void (*test)(void), const char *name)
{
	unit_counts.checks = 0;
	unit_counts.faults = 0;
	test();
	unit_check(unit_counts.checks > 0, __FILE__, __LINE__, "the test checks nothing");
	if (unit_counts.faults > UNIT_FAULTS_SHOWN)
		printf("# and %d more\n", unit_counts.faults - UNIT_FAULTS_SHOWN);
	unit_counts.tests++;
	unit_counts.failed += unit_counts.faults > 0;
	printf("%sok %d - %s\n", unit_counts.faults > 0 ? "not " : "", unit_counts.tests, name);
	fflush(stdout);
}

/* Prints the plan; gives the status to exit with. */
static inline int
unit_end(void)
{
	printf("1..%d\n", unit_counts.tests);
	return unit_counts.failed > 0;
}

static inline Str
str_of(const char *text)
{
	return (Str){text, (uint32_t) strlen(text)};
}

#define RUN(test)                unit_run(test, #test)
#define CHECK(condition)         unit_check(condition, __FILE__, __LINE__, "%s", #condition)
#define CHECK_THAT(holds, ...)   unit_check(holds, __FILE__, __LINE__, __VA_ARGS__)
#define CHECK_INT(got, expected) unit_check_int(got, expected, __FILE__, __LINE__, #got)
#define CHECK_STR(got, expected) unit_check_str(got, expected, __FILE__, __LINE__, #got)

#endif /* PROGSOC_UNIT_H */
