/*
 * test_limits.c
 *		Texts beyond reason: nothing, much of one thing, labels without end, and
 *		tables and figures that no report has.
 *
 *		Each is read, or refused with a reason; the time and the memory that it
 *		takes grow as its length does.
 *
 *		PROGSOC_LIMIT_KB is the length in kilobytes of the long ones.  Where it is
 *		given, each part of the example reports is repeated that much too, and
 *		what it takes is printed.
 *
 * test/unit/test_limits.c
 */
#include "unit.h"

#include <time.h>

#include "audit.h"
#include "fixture.h"
#include "json.h"
#include "parse.h"
#include "path.h"

#define TITLE  "Informe de Detalle de Programas Sociales\n(cierre al 31 - diciembre - 2021)\n"
#define GROWTH 8  /* a long text is so many times as long as a short one, */
#define SLOWER 24 /* and takes at most so many times as long: 64 times if time were quadratic */

/* ---- Texts ---- */

/* A text: its beginning, then a piece again and again, then its end. */
typedef struct Recipe
{
	const char *name;
	const char *begin;
	const char *piece; /* a "#" becomes a number, another one each time */
	const char *end;
} Recipe;

static size_t
long_size(void)
{
	const char *kilobytes = getenv("PROGSOC_LIMIT_KB");

	return (size_t) 1024 * (size_t) (kilobytes == NULL ? 256 : atol(kilobytes));
}

static size_t
put_piece(char *at, const char *piece, unsigned number)
{
	size_t len = 0;

	for (; *piece != '\0'; piece++)
	{
		if (*piece == '#')
			len += (size_t) sprintf(at + len, "%u", number);
		else
			at[len++] = *piece;
	}
	return len;
}

/* A text of about this size, to be freed. */
static Str
cook(const Recipe *recipe, size_t size)
{
	size_t room = strlen(recipe->piece) + 16 * 12;
	char *text = malloc(size + strlen(recipe->begin) + strlen(recipe->end) + room + 1);
	size_t len = (size_t) sprintf(text, "%s", recipe->begin);

	for (unsigned number = 1; len < size; number++)
		len += put_piece(text + len, recipe->piece, number);
	len += (size_t) sprintf(text + len, "%s", recipe->end);
	return (Str){text, (uint32_t) len};
}

/* ---- What is done with them ---- */

typedef struct Outcome
{
	bool is_report;
	size_t memory; /* of all steps */
	double seconds;
} Outcome;

static double
processor_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
check_tiles(Str text, const Trace *trace, const char *name)
{
	uint32_t at = 0;

	for (uint32_t i = 0; i < trace->count; i++)
	{
		if (trace->spans[i].start != at || trace->spans[i].length == 0)
			break;
		at += trace->spans[i].length;
	}
	CHECK_THAT(at == text.len, "%s: the trace ends at byte %u of %u", name, at, text.len);
}

/* Everything that can be done with a report. */
static void
use_report(const Report *report, Arena *arena, const char *name)
{
	Error error = {.code = ERROR_NONE};
	Findings findings;
	Paths *paths;
	Draft draft;
	size_t size;
	uint8_t *bytes;
	Str json = json_write(report, false, arena, &error);

	draft_init(&draft, arena);
	CHECK_THAT(json.len > 0 && json_read(json, &draft, &error), "%s: %s %s", name, error.message,
	           error.detail);
	bytes = draft_pack(&draft, &size, &error);
	CHECK_THAT(bytes != NULL && size == report->size && memcmp(bytes, report->bytes, size) == 0,
	           "%s: JSON gives another report", name);
	CHECK_THAT(audit_report(report, arena, &findings, &error), "%s: the audit: %s", name,
	           error.message);
	paths = paths_make(report, arena);
	for (uint32_t i = 0; paths != NULL && i < report->head.fact_count; i++)
		paths_of(paths, i);
	CHECK_THAT(paths != NULL && !arena->failed, "%s: no paths", name);
}

static bool
read_text(Str text, Arena *arena, Report *report, const char *name)
{
	Error error = {.code = ERROR_NONE};
	uint8_t *bytes = NULL;
	Draft draft;
	size_t size;

	draft_init(&draft, arena);
	if (!parse_report_text(text, &draft, &error))
	{
		CHECK_THAT(error.code == ERROR_NOT_A_REPORT && error.detail[0] != '\0', "%s: %s %s", name,
		           error.message, error.detail);
		return false;
	}
	bytes = draft_pack(&draft, &size, &error);
	if (bytes != NULL && report_open(report, bytes, size, &error))
		return true;
	CHECK_THAT(false, "%s: %s %s", name, error.message, error.detail);
	return false;
}

static Outcome
handle(Str text, const char *name)
{
	double start = processor_seconds();
	Outcome outcome;
	Arena arena;
	Report report;
	Trace trace;
	Error error;

	arena_init(&arena, &host_plain);
	outcome.is_report = read_text(text, &arena, &report, name);
	if (outcome.is_report)
		use_report(&report, &arena, name);
	if (parse_trace(text, &arena, &trace, &error))
		check_tiles(text, &trace, name);
	else
		CHECK_THAT(false, "%s: no trace: %s", name, error.message);
	outcome.memory = arena.total;
	arena_free(&arena);
	outcome.seconds = processor_seconds() - start;
	return outcome;
}

/* ---- Much of one thing ---- */

#define REGIONS                                                                                    \
	TITLE "3.3) Población beneficiada\nComplete cómo se distribuyen los beneficiarios "          \
	      "efectivos a nivel regional al 4to trimestre del año 2021\nRegión\tTotal\n"
#define CODES                                                                                      \
	TITLE "5.2) Presupuesto Total\nPartida\tCapítulo\tPrograma\tItem\tAsignación\t"              \
	      "Subtítulo\tGastos ($miles)\n"

static const Recipe recipes[] = {
    {"letters", "", "a", ""},
    {"line feeds", "", "\n", ""},
    {"tabs", TITLE, "\t", ""},
    {"spaces in a line", TITLE "Cargo", " ", "x\n"},
    {"carriage returns", TITLE, "\r\n", ""},
    {"page breaks", TITLE, "\f", ""},
    {"page numbers", TITLE, "\fPágina 7 de 9\n", ""},
    {"page numbers beyond all pages", TITLE, "\fPágina 9999# de 9\n", ""},
    {"bare page numbers", TITLE, "#\n", ""},
    {"accents on a letter", TITLE "e", "\xCC\x81", "\n"},
    {"soft hyphens", TITLE "Propósito del programa a", "\xC2\xAD", "b\n"},
    {"no-break spaces", TITLE "Cargo", "\xC2\xA0", "x\n"},
    {"backslashes", TITLE "Cargo: ", "\\", "\n"},
    {"pipes", TITLE "|---|\n", "|", "\n"},
    {"rows of pipes", TITLE "| --- |\n", "| a | b |\n", ""},
    {"open tags", TITLE, "<td>", ""},
    {"tags that end nowhere", TITLE "<td>", "<", ""},
    {"entities", TITLE "<td>", "&amp;", ""},
    {"numbered entities", TITLE "<td>", "&#225;&#xF3;&#;", ""},
    {"comments that end nowhere", TITLE "<td>", "<!--", ""},
    {"styles that end nowhere", TITLE "<td>", "<style>", ""},
    {"stars", TITLE "| --- |\n", "**", ""},
    {"questions", TITLE, "¿", ""},
    {"titles", "", TITLE, ""},
    {"label beginnings", TITLE, "Cuantificación Población ", "\n"},
    {"label beginnings, a line each", TITLE, "Cuantificación Población\n", ""},
    {"long label beginnings", TITLE,
     "¿Dentro de los gastos ejecutados según Ley de Presupuestos 2021, informados anteriormente, "
     "se ejecutaron recursos provenientes de\n",
     ""},
    {"labels that never end", TITLE,
     "Señale cuál o cuáles de los criterios de focalización aplicados por el programa le permiten ",
     ""},
    {"labels", TITLE, "Cargo: #\n", ""},
    {"labels in a line", TITLE, "Cargo: # ", ""},
    {"headings", TITLE, "5. PRESUPUESTO\n", ""},
    {"headings of tables", TITLE, "Partida Capítulo Programa Item Asignación Subtítulo Gastos\n",
     ""},
    {"unknown labels", TITLE, "Etiqueta # desconocida: valor #\n", ""},
    {"section numbers", TITLE, "#.#) a\n", ""},
    {"digits", TITLE "3.2) Población objetivo\nCuantificación Población objetivo\t", "9", "\n"},
    {"thousands", TITLE "3.2) Población objetivo\nCuantificación Población objetivo\t1", ".000",
     "\n"},
    {"dates", TITLE, "(cierre al 31 - diciembre - 2021)\n", ""},
    {"regions", REGIONS, "La Araucanía\t#\n", "Total\t9\n"},
    {"unknown regions", REGIONS, "Región #\t#\n", "Total\t9\n"},
    {"totals", REGIONS, "Total\t#\n", ""},
    {"regions, a cell each line", REGIONS, "Aysén\n#\n", "Total\n9\n"},
    {"budget lines", CODES, "21\t01\t01\t33\t03\t24\t#\n", ""},
    {"budget lines of spaces",
     TITLE "5.2) Presupuesto Total\n"
           "Partida Capítulo Programa Item Asignación Subtítulo Gastos ($miles)\n",
     "21 01 01 33 03 24 #\n", ""},
    {"budget columns of pages",
     TITLE "5.2) Presupuesto Total\nPartida Capítulo Programa Item Asignación Subtítulo\n\n"
           "Gastos ($miles)\n\n",
     "07\n\n02\n\n01\n\n33 (Faros)\n\n1.000\n\n",
     "5.6) Detalle regional - Gasto componente\nRegión\n\nTotal ejecutado\n\nMaule 9\n"},
    {"components",
     TITLE "4. ESTRATEGIA\nEl programa presenta 3 componentes.\nNombre\tDescripción\n",
     "Componente #\t(Tipo) Descripción #\n", ""},
    {"names of components in blocks",
     TITLE "4. ESTRATEGIA\nEl programa presenta 3 componentes.\nNombre\n\nDescripción\n\n",
     "Faros de la costa\n\nde las islas\n\n",
     "5.5) Gasto por Componente\nComponente\n\nGasto (M$)\n\nDetalle\n\n"
     "Faros de la costa\n\n1\n\nde las islas\n\n2\n\n"},
    {"a name of a component in blocks",
     TITLE "4. ESTRATEGIA\nEl programa presenta 1 componentes.\nNombre\n\nDescripción\n\n"
           "Faros de la costa\n\nBonos\n\n5.5) Gasto por Componente\nComponente\n\n"
           "Gasto (M$)\n\nDetalle\n\nFaros de",
     " la costa", "\n\n1\n\n"},
    {"observations in blocks",
     TITLE "8.1) Diseño\n¿El programa cuenta con observaciones sobre el apartado de Diseño?:\n",
     "Modificación o ajustes al diseño:\nObservación:\n\nSi\n\nFaros.\n\n", ""},
    {"component spending", TITLE "5.5) Gasto por Componente\nComponente\tGasto (M$)\tDetalle\n",
     "Componente #\t#\tDetalle #\n", ""},
    {"indicators",
     TITLE "6.1) Indicadores de propósito\n"
           "Nombre del Indicador\tFórmula de Cálculo\t2021 (Efectivo)\t2022 (Esperado)\n",
     "Indicador #\tA / B\t#%\t#%\n", ""},
    {"columns of indicators",
     TITLE "6.1) Indicadores de propósito\n"
           "Nombre del Indicador\tFórmula de Cálculo",
     "\t2021 (Efectivo)", "\nA\tB\t1%\n"},
    {"values of indicators",
     TITLE "6.1) Indicadores de propósito\n"
           "Nombre del Indicador Fórmula de Cálculo 2021 (Efectivo)\n",
     "N/A\n#%\n", ""},
    {"years of coverage", TITLE "Cobertura del Programa\n\t2019\t2020\t2021\n",
     "Población objetivo\t#\t#\t#\nBeneficiarios efectivos\t#\t#\t#\n", ""},
    {"years in a row", TITLE "Cobertura del Programa\n", "\t2021", "\nPoblación objetivo\t1\n"},
    {"figures without a place", TITLE "Cobertura del Programa\n2019 2020 2021\n", "#\n", ""},
    {"flow",
     TITLE "Desagregación de población beneficiada durante 2021\n"
           "\tEgreso durante\tEgreso posterior\tOtros\tTotal\n",
     "Ingreso previo\t#\t#\t#\t#\n", ""},
    {"goals", TITLE "7.2) ODS\nObjetivos de Desarrollo Sostenible (ODS)\tMeta/s\n",
     "#. Objetivo\t#.# Meta\n", ""},
    {"observations", TITLE "8. OBSERVACIONES\n",
     "¿El programa cuenta con observaciones sobre el apartado de Diseño? Si\nTema #\nDetalle\n",
     ""},
    {"positioned columns", TITLE, "Población objetivo          #               #\n", ""},
    {"nothing in columns", TITLE "                              x\n",
     "                                                              \n", ""},
};

/* The least of three, for others use the machine too. */
static Outcome
handle_again(Str text, const char *name)
{
	Outcome best = handle(text, name);

	for (int i = 0; i < 2; i++)
	{
		Outcome other = handle(text, name);

		if (other.seconds < best.seconds)
			best = other;
	}
	return best;
}

static void
check_growth(const Recipe *recipe)
{
	Str small_text = cook(recipe, long_size() / GROWTH);
	Str large_text = cook(recipe, long_size());
	Outcome little = handle_again(small_text, recipe->name);
	Outcome much = handle(large_text, recipe->name);
	double limit = SLOWER * little.seconds + 0.02;
	size_t budget = 2 * GROWTH * little.memory + 64 * 1024;

	if (much.seconds > limit)
		much = handle_again(large_text, recipe->name);
	CHECK_THAT(much.seconds <= limit, "%s: %u bytes take %.3f s, %u bytes %.3f s", recipe->name,
	           small_text.len, little.seconds, large_text.len, much.seconds);
	CHECK_THAT(much.memory <= budget, "%s: %u bytes take %zu bytes of memory, %u bytes %zu",
	           recipe->name, small_text.len, little.memory, large_text.len, much.memory);
	if (getenv("PROGSOC_LIMIT_KB") != NULL)
		printf("# %-40s %9u bytes %8.3f s %8.1f bytes of memory per byte%s\n", recipe->name,
		       large_text.len, much.seconds, (double) much.memory / large_text.len,
		       much.is_report ? "" : ", no report");
	free((char *) small_text.at);
	free((char *) large_text.at);
}

static void
time_and_memory_grow_as_the_text_does(void)
{
	for (size_t i = 0; i < sizeof(recipes) / sizeof(recipes[0]); i++)
		check_growth(&recipes[i]);
}

#define PART_LINES 8

/* Past the next lines of a text. */
static char *
skip_lines(char *at, int count)
{
	while (count-- > 0 && *at != '\0')
	{
		at += strcspn(at, "\n");
		at += *at == '\n';
	}
	return at;
}

static char *
copy_of(const char *from, const char *to)
{
	char *copy = malloc((size_t) (to - from) + 1);

	memcpy(copy, from, (size_t) (to - from));
	copy[to - from] = '\0';
	return copy;
}

/* Repeats each part of a report, while what stands around it stays. */
static void
repeat_parts(const char *fixture)
{
	Str text = read_fixture(fixture);
	char *report = copy_of(text.at, text.at + text.len);
	char *part = report;

	while (*part != '\0')
	{
		char *end = skip_lines(part, PART_LINES);
		char *begin = copy_of(report, part);
		char *piece = copy_of(part, end);
		char name[64];

		snprintf(name, sizeof(name), "%s, byte %zu", fixture, (size_t) (part - report));
		check_growth(&(Recipe){name, begin, piece, end});
		free(begin);
		free(piece);
		part = end;
	}
	free(report);
	free((char *) text.at);
}

static void
so_they_do_for_parts_of_reports(void)
{
	static const char *const fixtures[] = {
	    "biblioteca-viajera-2023.txt", "caleta-segura-2019.txt",     "cuidado-en-red-2024.txt",
	    "huertos-escolares-2021.txt",  "huertos-escolares-2022.txt", "oficios-vivos-2020.txt",
	    "riego-comunitario-2014.txt",
	};

	for (size_t i = 0; i < sizeof(fixtures) / sizeof(fixtures[0]); i++)
		repeat_parts(fixtures[i]);
}

/* ---- Hardly anything ---- */

static void
texts_of_a_byte_are_no_reports(void)
{
	for (int byte = 0; byte < 0x80; byte++)
	{
		char text[1] = {(char) byte};

		CHECK_THAT(!handle((Str){text, 1}, "a byte").is_report, "byte %d is a report", byte);
	}
	CHECK(!handle(STR(""), "nothing").is_report);
}

/* Each beginning of a short report, as if it had been cut off there. */
static void
a_report_may_end_anywhere(void)
{
	static const char text[] = REGIONS "La Araucanía\t5\nTotal\t5\n4. ESTRATEGIA\n"
	                                   "El programa presenta 1 componentes.\n";

	for (uint32_t len = 0; len < sizeof(text); len++)
	{
		if (utf8_prefix((Str){text, len}) == len)
			handle((Str){text, len}, "a beginning");
	}
	CHECK(handle(STR(text), "the whole").is_report);
}

/* ---- Tables and figures ---- */

/* A report of the text, in the arena; false: there is none. */
static bool
report_of(const char *text, Arena *arena, Report *report)
{
	return read_text(str_of(text), arena, report, "a text");
}

static void
a_hundred_thousand_rows_are_all_read(void)
{
	Recipe recipe = {"rows", REGIONS, "Región #\t#\n", "Total\t9\n"};
	Str text = cook(&recipe, 100000 * (sizeof("Región 12345\t12345\n") - 1));
	Arena arena;
	Report report;
	uint32_t rows = 0;
	uint32_t first;
	Fact fact;
	int64_t number;

	for (uint32_t i = 0; i < text.len; i++)
		rows += text.at[i] == '\n';
	rows -= 6; /* of the beginning, and the total */
	arena_init(&arena, &host_plain);
	if (read_text(text, &arena, &report, recipe.name))
	{
		CHECK(rows >= 100000);
		first = report_seek(&report, FIELD_REGIONS_BENEFICIARIES, 0);
		CHECK_INT(report_seek(&report, FIELD_REGIONS_TOTAL, 0) - first, rows);
		CHECK(report_cell(&report, FIELD_REGIONS_BENEFICIARIES, 99999, &fact) &&
		      fact_integer(&fact, &number) && number == 100000);
	}
	else
		CHECK_THAT(false, "no report");
	arena_free(&arena);
	free((char *) text.at);
}

/*
 * Of a table in blocks, 4096 are kept: the header's line, and four of each row
 * for 1023 rows, and all of one more but its value.  What stands behind belongs
 * to no row.
 */
static void
rows_behind_the_last_block_kept_are_unmapped(void)
{
	Recipe recipe = {"blocks of indicators",
	                 TITLE "6.1) Indicadores de propósito\n\nNombre del Indicador\n\n"
	                       "Fórmula de Cálculo\n\n2021 (efectivo al 31 de Diciembre)\n\n",
	                 "Faro # encendido\n\n(Faros encendidos / faros)\n\n"
	                 "Metodología y definiciones conceptuales necesarias para comprender la "
	                 "fórmula de cálculo e información: Cuenta el faro.\n\n7,5\n\n",
	                 ""};
	Str text = cook(&recipe, 1100 * (strlen(recipe.piece) + 3));
	Arena arena;
	Report report;
	Fact fact;

	arena_init(&arena, &host_plain);
	if (read_text(text, &arena, &report, recipe.name))
	{
		CHECK_INT(report_rows(&report, FIELD_PURPOSE_NAME), 1024);
		CHECK(report_cell(&report, FIELD_PURPOSE_NAME, 1023, &fact) &&
		      fact.status == STATUS_INFERRED && str_equal(fact.text, STR("Faro 1024 encendido")));
		CHECK(report_cell(&report, FIELD_PURPOSE_METHODOLOGY, 1023, &fact) &&
		      fact.status == STATUS_INFERRED && str_equal(fact.text, STR("Cuenta el faro.")));
		CHECK(report_cell(&report, FIELD_UNMAPPED_CONTENT, 0, &fact) &&
		      memmem(fact.text.at, fact.text.len, "Faro 1025 encendido", 19) != NULL);
	}
	else
		CHECK_THAT(false, "no report");
	arena_free(&arena);
	free((char *) text.at);
}

/* What a field says, with its status before it. */
static void
check_field(const char *text, FieldId field, Status status, Str value)
{
	Arena arena;
	Report report;
	Fact fact;

	arena_init(&arena, &host_plain);
	if (report_of(text, &arena, &report) && report_scalar(&report, field, &fact))
	{
		CHECK_INT(fact.status, status);
		CHECK_STR(fact.text, value);
	}
	else
		CHECK_THAT(false, "there is no field in %s", text);
	arena_free(&arena);
}

static void
figures_beyond_all_bounds_are_kept_as_text(void)
{
	static const char start[] =
	    TITLE "3.2) Población objetivo\nCuantificación Población objetivo\t";
	char digits[1001];
	char text[sizeof(start) + sizeof(digits)];
	int lengths[] = {18, 19, 20, 1000};

	for (int i = 0; i < 4; i++)
	{
		memset(digits, '9', (size_t) lengths[i]);
		digits[lengths[i]] = '\0';
		sprintf(text, "%s%s\n", start, digits);
		check_field(text, FIELD_TARGET_POPULATION,
		            lengths[i] <= 18 ? STATUS_REPORTED : STATUS_INVALID, str_of(digits));
	}
}

static void
years_beyond_all_bounds_are_kept_as_text(void)
{
	static const char *const years[] = {"0", "0000", "1899", "2101", "9999", "99999", "-2021"};
	char text[400];

	for (size_t i = 0; i < sizeof(years) / sizeof(years[0]); i++)
	{
		sprintf(text, TITLE "Año de inicio: %s\nAño de término: 2021\n", years[i]);
		check_field(text, FIELD_START_YEAR, STATUS_INVALID, str_of(years[i]));
	}
	check_field(TITLE "Año de inicio: 1900\n", FIELD_START_YEAR, STATUS_REPORTED, STR("1900"));
	check_field(TITLE "Año de inicio: 2100\n", FIELD_START_YEAR, STATUS_REPORTED, STR("2100"));
}

static void
a_report_year_beyond_all_bounds_is_not_known(void)
{
	static const char *const years[] = {"0", "0000", "1899", "2101", "99999"};
	char text[400];

	for (size_t i = 0; i < sizeof(years) / sizeof(years[0]); i++)
	{
		Arena arena;
		Report report;

		arena_init(&arena, &host_plain);
		sprintf(text,
		        "Informe de Detalle de Programas Sociales\n(cierre al 31 - diciembre - %s)\n"
		        "Año de inicio: 2015\n",
		        years[i]);
		CHECK_THAT(report_of(text, &arena, &report) && report.head.report_year == YEAR_UNKNOWN,
		           "a report of the year %s", years[i]);
		arena_free(&arena);
	}
}

int
main(void)
{
	RUN(texts_of_a_byte_are_no_reports);
	RUN(a_report_may_end_anywhere);
	RUN(a_hundred_thousand_rows_are_all_read);
	RUN(rows_behind_the_last_block_kept_are_unmapped);
	RUN(figures_beyond_all_bounds_are_kept_as_text);
	RUN(years_beyond_all_bounds_are_kept_as_text);
	RUN(a_report_year_beyond_all_bounds_is_not_known);
	RUN(time_and_memory_grow_as_the_text_does);
	if (getenv("PROGSOC_LIMIT_KB") != NULL)
		RUN(so_they_do_for_parts_of_reports);
	return unit_end();
}
