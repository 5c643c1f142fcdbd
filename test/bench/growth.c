/*
 * growth.c
 *		How the time and the memory of a parse grow with its text.
 *
 *		growth report.txt ...
 *
 * Each report is made longer 10, 100 and 1000 times, in each of the ways below,
 * and read.  What is printed is the time per byte as a multiple of that of the
 * report itself, and the memory at its highest as a multiple of the text; of
 * several reports, the worst.  The last lines are for the table of bench.sql:
 * the worst of all ways, the middle one, and the memory of the reports themselves.
 *
 * test/bench/growth.c
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../generate/buffer.h"
#include "file.h"
#include "parse.h"

#define STEPS        3
#define TIME_AT_MOST 10.0 /* seconds that one parse may take */
#define TIME_WANTED  0.1  /* seconds to measure for, unless one parse takes longer */
#define HOPELESS     50.0 /* times the report's own time per byte: not tried on longer texts */
#define RUNS_MAX     200

static const uint32_t factors[STEPS] = {10, 100, 1000};

/* A way to make a report longer: by a text, or by its own lines, again and again. */
typedef struct Growth
{
	const char *name;
	const char *after;  /* in the line behind which the report grows */
	const char *before; /* in the line before which its own lines end; NULL: the text */
	const char *text;
} Growth;

#define NARRATIVE "Problema principal"
#define TABLE     "Población Objetivo "

static const Growth growths[] = {
    {"rows of regions", "Complete cómo se distribuyen", "Nota:", NULL},
    {"rows of regional spending", "5.6)", "5.7)", NULL},
    {"rows of coverage", "Cobertura del Programa", "4. ESTRATEGIA", NULL},
    {"rows of components", "El programa presenta", "Explique brevemente", NULL},
    {"rows of budget lines", "5.2)", "Total Gasto al", NULL},
    {"rows of component spending", "5.5)", "Total Gasto por Componentes", NULL},
    {"rows of costs", "Gasto por Beneficiario:", "Indicadores de Prop", NULL},
    {"rows of indicators", "6.1)", "Señale la evidencia", NULL},
    {"rows of goals", "7.2)", "Indique de manera concreta", NULL},
    {"answers of section 8", "8.5)", "8.6)", NULL},
    {"narrative, by lines", NARRATIVE, NULL, "La red siembra, cosecha y comparte, año tras año.\n"},
    {"narrative, by paragraphs", NARRATIVE, NULL, "La red siembra y cosecha, desde 2019.\n\n"},
    {"narrative, on one line", NARRATIVE, NULL, "La red siembra, cosecha y comparte. "},
    {"narrative of capitals", NARRATIVE, NULL, "Se siembra en la Región de Los Lagos\n"},
    {"lists", NARRATIVE, NULL, "- semillas limpias\n"},
    {"unknown labels", "Página web", NULL, "Correo de contacto: red@huertos.example\n"},
    {"unknown questions", NARRATIVE, NULL, "¿Desde cuándo?: Desde siempre\n"},
    {"unknown headings", NARRATIVE, NULL, "2.2) Otras evaluaciones\n"},
    {"headings of sections", NARRATIVE, NULL, "3. POBLACIÓN\n"},
    {"headings of tables", NARRATIVE, NULL, "5.6) Detalle regional - Gasto componente\n"},
    {"labels", NARRATIVE, NULL, "Unidad de medida: Estudiantes\n"},
    {"labels of one word", "Página web", NULL, "Cargo: Jefa\n"},
    {"labels with years", NARRATIVE, NULL,
     "Presupuesto Inicial (Ley de Presupuesto 2022) ($miles): 1\n"},
    {"beginnings of labels", NARRATIVE, NULL, "Señale la evidencia que le permitió definir la\n"},
    {"beginnings, one word a line", NARRATIVE, NULL, "Señale\nel\nobjetivo\n"},
    {"beginnings, on one line", NARRATIVE, NULL, "Total Ejecutado del programa ($miles) "},
    {"beginnings of topics", "8.5)", NULL, "Variación significativa de los valores\n"},
    {"topics without answers", "8.5)", NULL, "Otro(s):\n"},
    {"spaces", NARRATIVE, NULL, "        "},
    {"spaces in a table", TABLE, NULL, "        "},
    {"lines of spaces", NARRATIVE, NULL, "        \n"},
    {"empty lines", NARRATIVE, NULL, "\n\n\n\n"},
    {"wide gaps", NARRATIVE, NULL, "uno          dos          tres\n"},
    {"tabs", NARRATIVE, NULL, "\t\t\t\t"},
    {"tabs in a table", TABLE, NULL, "\t\t\t\t"},
    {"digits", NARRATIVE, NULL, "1234567890"},
    {"digits in a table", TABLE, NULL, "1234567890"},
    {"figures", NARRATIVE, NULL, "1.234 5.678 90\n"},
    {"figures in a table", TABLE, NULL, "1.234 5.678 90\n"},
    {"figures on one line", TABLE, NULL, "1.234 5,6% "},
    {"figures of regions", "Región", NULL, "1.234\n"},
    {"names of regions", "Región", NULL, "Los Lagos\n"},
    {"figures of costs", "Gasto por Beneficiario:", NULL, "118\n"},
    {"years", "Gasto por Beneficiario:", NULL, "2019 2020 2021\n"},
    {"absent phrases", TABLE, NULL, "El programa no presenta información.\n"},
    {"halves of phrases", TABLE, NULL, "El programa no\n"},
    {"open tables: regions", NARRATIVE, NULL, "Región Total ejecutado\n"},
    {"open tables: indicators", "6.1)", NULL, "Nombre del Indicador Fórmula de Cálculo\n"},
    {"open tables: budget lines", "5.2)", NULL, "13 07 01 03 409 24 (Gastos\n"},
    {"open tables: components", "El programa presenta", NULL, "Materiales/Insumos\n"},
    {"open tables: spending", "5.5)", NULL, "Kit de huerto escolar 12\n"},
    {"open tables: pipes", NARRATIVE, NULL, "| Región |\n| --- |\n"},
    {"open tables: HTML", NARRATIVE, NULL, "<table><tr><td>uno"},
    {"bars", NARRATIVE, NULL, "||||||||"},
    {"tags", NARRATIVE, NULL, "<p>Uno</p><br>"},
    {"open tags", NARRATIVE, NULL, "<p <p <p "},
    {"entities", NARRATIVE, NULL, "&amp;&nbsp&&lt;"},
    {"escapes", NARRATIVE, NULL, "\\$\\\\"},
    {"stars", NARRATIVE, NULL, "** uno **\n"},
    {"parentheses", TABLE, NULL, "(((((((("},
    {"colons", NARRATIVE, NULL, "A: B: C: D:\n"},
    {"page numbers", NARRATIVE, NULL, "Página 3 de 10\n"},
    {"page counts", NARRATIVE, NULL, "3/10\n"},
    {"form feeds", NARRATIVE, NULL, "\fUno\n"},
    {"titles", NARRATIVE, NULL, "Informe de Detalle de Programas Sociales\n"},
    {"hyphens at line ends", NARRATIVE, NULL, "siem-\n"},
    {"NBSP", NARRATIVE, NULL, "uno\u00A0dos "},
    {"soft hyphens", NARRATIVE, NULL, "siem\u00ADbra "},
    {"combining marks", NARRATIVE, NULL, "a\u0301\u0301\u0301"},
    {"letters beyond Latin", NARRATIVE, NULL, "ﬁ Ω я "},
};

#define GROWTHS (sizeof(growths) / sizeof(growths[0]))

/* ---- A host that counts ---- */

typedef struct Meter
{
	size_t now;
	size_t peak;
	clock_t stop_at;
} Meter;

static void
take_note(Meter *meter, size_t more)
{
	meter->now += more;
	if (meter->now > meter->peak)
		meter->peak = meter->now;
}

static void *
meter_alloc(void *context, size_t size)
{
	Meter *meter = context;
	size_t *block = malloc(sizeof(max_align_t) + size);

	if (block == NULL)
		return NULL;
	*block = size;
	take_note(meter, size);
	return (char *) block + sizeof(max_align_t);
}

static void *
meter_resize(void *context, void *block, size_t size)
{
	Meter *meter = context;
	size_t *start = (size_t *) ((char *) block - sizeof(max_align_t));
	size_t before = *start;

	start = realloc(start, sizeof(max_align_t) + size);
	if (start == NULL)
		return NULL;
	*start = size;
	take_note(meter, size - before);
	return (char *) start + sizeof(max_align_t);
}

static void
meter_release(void *context, void *block)
{
	Meter *meter = context;
	size_t *start = (size_t *) ((char *) block - sizeof(max_align_t));

	meter->now -= *start;
	free(start);
}

static bool
meter_may_go_on(void *context)
{
	Meter *meter = context;

	return clock() < meter->stop_at;
}

/* ---- One text ---- */

typedef struct Cost
{
	double time;   /* nanoseconds per byte */
	double memory; /* bytes per byte */
} Cost;

/* Parses once; gives the seconds. */
static double
parse_once(Str text, size_t *peak)
{
	clock_t start = clock();
	Meter meter = {.stop_at = start + (clock_t) (TIME_AT_MOST * CLOCKS_PER_SEC)};
	Host host = {meter_alloc, meter_resize, meter_release, meter_may_go_on, &meter};
	Arena arena;
	Draft draft;
	Error error = {.code = ERROR_NONE};
	size_t size;

	arena_init(&arena, &host);
	draft_init(&draft, &arena);
	if ((!parse_report_text(text, &draft, &error) || !draft_pack(&draft, &size, &error)) &&
	    error.code != ERROR_INTERRUPTED && error.code != ERROR_LIMIT)
	{
		fprintf(stderr, "growth: %s\n", error.message);
		exit(1);
	}
	arena_free(&arena);
	*peak = meter.peak;
	return (double) (clock() - start) / CLOCKS_PER_SEC;
}

/* The quickest of several runs. */
static Cost
measure(Str text)
{
	double best = 0;
	double spent = 0;
	size_t peak = 0;

	for (int run = 0; run < RUNS_MAX && spent < TIME_WANTED; run++)
	{
		double seconds = parse_once(text, &peak);

		spent += seconds;
		if (run == 0 || seconds < best)
			best = seconds;
	}
	return (Cost){best * 1e9 / text.len, (double) peak / text.len};
}

/* ---- Longer texts ---- */

static const char *
find(const char *at, const char *end, const char *what)
{
	return memmem(at, (size_t) (end - at), what, strlen(what));
}

/* Where the line behind a place begins. */
static const char *
next_line(const char *at, const char *end)
{
	const char *nl = memchr(at, '\n', (size_t) (end - at));

	return nl == NULL ? end : nl + 1;
}

/* Makes a report `factor` times as long; false: it cannot grow this way. */
static bool
grow(Str report, const Growth *growth, uint32_t factor, Buffer *out)
{
	const char *end = report.at + report.len;
	const char *place = find(report.at, end, growth->after);
	const char *until;
	Str more;

	if (place == NULL)
		return false;
	place = next_line(place, end);
	if (growth->before != NULL)
	{
		until = find(place, end, growth->before);
		if (until == NULL)
			return false;
		while (until > place && until[-1] != '\n')
			until--;
		more = (Str){place, (uint32_t) (until - place)};
	}
	else
		more = (Str){growth->text, (uint32_t) strlen(growth->text)};
	if (more.len == 0)
		return false;
	buffer_clear(out);
	buffer_add(out, report.at, (size_t) (place - report.at));
	while (out->len + (size_t) (end - place) < (size_t) report.len * factor)
		buffer_add_str(out, more);
	if (more.at[more.len - 1] != '\n')
		buffer_add_text(out, "\n");
	buffer_add(out, place, (size_t) (end - place));
	return true;
}

/* ---- All reports, all ways ---- */

static void
take_worst(Cost *worst, Cost cost)
{
	if (cost.time > worst->time)
		worst->time = cost.time;
	if (cost.memory > worst->memory)
		worst->memory = cost.memory;
}

/* Measures one way for one report, with times as multiples of the report's own. */
static void
measure_growth(Str report, Cost own, const Growth *growth, Buffer *text, Cost worst[STEPS])
{
	for (int step = 0; step < STEPS; step++)
	{
		Cost cost;

		if (!grow(report, growth, factors[step], text))
			return;
		cost = measure(buffer_str(text));
		cost.time /= own.time;
		take_worst(&worst[step], cost);
		if (cost.time > HOPELESS)
			return;
	}
}

static void
print_costs(const char *name, const Cost costs[STEPS])
{
	printf("%-30s", name);
	for (int step = 0; step < STEPS; step++)
		printf(" %7.2f", costs[step].time);
	printf("  ");
	for (int step = 0; step < STEPS; step++)
		printf(" %7.2f", costs[step].memory);
	printf("\n");
	fflush(stdout);
}

static int
compare_times(const void *a, const void *b)
{
	double x = *(const double *) a;
	double y = *(const double *) b;

	return (x > y) - (x < y);
}

int
main(int argc, char **argv)
{
	Buffer text = {NULL, 0, 0};
	Cost all = {0, 0};
	double own_memory = 0;
	double times[GROWTHS] = {0};
	Buffer *reports = calloc((size_t) argc, sizeof(Buffer));
	Cost *own = calloc((size_t) argc, sizeof(Cost));

	for (int i = 1; i < argc; i++)
	{
		if (!file_read(argv[i], &reports[i]))
			return 1;
		own[i] = measure(buffer_str(&reports[i]));
		own_memory = own[i].memory > own_memory ? own[i].memory : own_memory;
		printf("%s: %u bytes, %.2f ns per byte, memory %.2f times the text\n", argv[i],
		       (unsigned) reports[i].len, own[i].time, own[i].memory);
	}
	printf("\n%-30s %23s   %23s\n%-30s %7s %7s %7s   %7s %7s %7s\n", "", "time per byte, at",
	       "memory, at", "longer by", "10x", "100x", "1000x", "10x", "100x", "1000x");
	for (size_t g = 0; g < GROWTHS; g++)
	{
		Cost worst[STEPS] = {{0, 0}};

		for (int i = 1; i < argc; i++)
			measure_growth(buffer_str(&reports[i]), own[i], &growths[g], &text, worst);
		print_costs(growths[g].name, worst);
		for (int step = 0; step < STEPS; step++)
		{
			take_worst(&all, worst[step]);
			times[g] = worst[step].time > times[g] ? worst[step].time : times[g];
		}
	}
	qsort(times, GROWTHS, sizeof(double), compare_times);
	printf("\ntime %.3f\nmiddle %.3f\nmemory %.3f\ngrown %.3f\n", all.time, times[GROWTHS / 2],
	       own_memory, all.memory);
	buffer_free(&text);
	for (int i = 1; i < argc; i++)
		buffer_free(&reports[i]);
	free(reports);
	free(own);
	return 0;
}
