/*
 * test_memory.c
 *		No memory: every allocation fails in turn, the core's own, Jansson's and
 *		ICU's, in all that the core does with a report.  No leave to go on: every
 *		question for it is answered with no in turn.
 *
 *		Each time there is a clean error, and AddressSanitizer sees no leak.
 *
 * test/unit/test_memory.c
 */
#include "unit.h"

/* Each piece of an arena is a block of its own here, so that each can fail. */
#define LARGE ((size_t) 1)

/* Numbers that are sorted ask for leave to go on often. */
#define SORT_ASK 4096

#include "core.c"

#include <jansson.h>
#include <limits.h>
#include <unicode/uclean.h>

#include "audit.h"
#include "card.h"
#include "fixture.h"
#include "json.h"
#include "parse.h"
#include "path.h"

/* ---- Memory that runs out ---- */

static struct
{
	long left; /* allocations that succeed; below 0: all do */
	long taken;
	long released;
	bool failed;
	long questions; /* that are answered with yes; below 0: all are */
	bool stopped;
} memory;

static bool
memory_left(void)
{
	memory.failed = memory.failed || memory.left == 0;
	if (memory.left > 0)
		memory.left--;
	return memory.left < 0 || !memory.failed;
}

static void *
take(size_t size)
{
	void *block = memory_left() ? malloc(size) : NULL;

	memory.taken += block != NULL;
	return block;
}

static void
release(void *block)
{
	memory.released += block != NULL;
	free(block);
}

static void *
host_take(void *context, size_t size)
{
	(void) context;
	return take(size);
}

static void *
host_resize(void *context, void *block, size_t size)
{
	(void) context;
	return memory_left() ? realloc(block, size) : NULL;
}

static void
host_release(void *context, void *block)
{
	(void) context;
	release(block);
}

static bool
host_may_go_on(void *context)
{
	(void) context;
	memory.stopped = memory.stopped || memory.questions == 0;
	if (memory.questions > 0)
		memory.questions--;
	return !memory.stopped;
}

static const Host scarce_host = {host_take, host_resize, host_release, host_may_go_on, NULL};

/* ICU keeps what it has once loaded, so its blocks are not counted. */
static void *U_CALLCONV
icu_take(const void *context, size_t size)
{
	(void) context;
	return memory_left() ? malloc(size) : NULL;
}

static void *U_CALLCONV
icu_grow(const void *context, void *block, size_t size)
{
	(void) context;
	return memory_left() ? realloc(block, size) : NULL;
}

static void U_CALLCONV
icu_release(const void *context, void *block)
{
	(void) context;
	free(block);
}

/* ---- Texts ---- */

#define TITLE "Informe de Detalle de Programas Sociales\n(cierre al 31 - diciembre - 2021)\n"

static const char blocks[] =
    TITLE "Cobertura del Programa:\n\n2020\n\n2021\n\nPoblación Objetivo\n\n50\n\n60\n\n"
          "Beneficiarios efectivos\n\n40\n\n45\n\nCobertura\n\n80%\n\n75%\n\n"
          "4. ESTRATEGIA\nEl programa presenta 2 componentes.\nNombre\n\nDescripción\n\n"
          "Faros de la costa\nBonos\n\nBotes de rescate\nSubsidios\n\nEnciende faros.\n"
          "Producción al 4° trimestre 2021: 8 Faros\n\nRepara botes.\n"
          "Producción al 4° trimestre 2021: 9 Botes\n\n"
          "5.2) Presupuesto Total\nPartida Capítulo Programa Item Asignación Subtítulo\n\n"
          "Gastos ($miles)\n\n07\n07\n\n02\n02\n\n01\n01\n\n33 (Transferencias de Capital)\n\n"
          "29 (Adquisición de Activos)\n\n1.500\n\n700\n\n"
          "Total Gasto al 4to trimestre 2021 ($miles): 2.200\n"
          "5.5) Gasto por Componente\nComponente\n\nGasto (M$)\n\nDetalle\n\n"
          "Faros de la costa\n\nBotes de rescate\n\n1.500 Ampolletas.\n\n700 Madera.\n\n"
          "Total Gasto por Componentes al 4to trimestre 2021 ($miles): 2.200\n"
          "6.1) Indicadores de propósito\nNombre del Indicador\n\nFórmula de Cálculo\n\n"
          "2021 (efectivo al 31 de Diciembre)\n\nFaros encendidos\n\n(Faros encendidos / faros)\n\n"
          "Metodología y definiciones conceptuales incorporadas en las fórmulas de cálculo del "
          "indicador, indicando fuente de información: Cuenta faros.\n\n1,5\n\n"
          "7.2) ODS\nObjetivos de Desarrollo Sostenible (ODS)\n\nMeta/s\n\n"
          "14. Vida submarina\n\n14.2 Gestionar la costa\n";

/* Names of goals word by word, two targets on a line, a methodology that goes on in another block.
 */
static const char torn[] =
    TITLE "6.1) Indicadores de propósito\nNombre del Indicador\n\nFórmula de Cálculo\n\n"
          "2021 (efectivo al 31 de Diciembre)\n\nFaros encendidos\n\n(Faros encendidos / faros)\n\n"
          "Metodología y definiciones conceptuales incorporadas en las fórmulas de cálculo del "
          "indicador, indicando fuente de información: Cuenta los\n\n"
          "faros de la costa. Los anota cada mes.\n\n1,5\n\n"
          "7.2) ODS\nObjetivos de Desarrollo Sostenible (ODS)\n\nMeta/s\n\n12. Producción\ny\n"
          "consumo\nresponsables:\nGarantizar\nmodalidades\nde\nconsumo\ny\nproducción\n"
          "sostenibles\n12.5 Reducir los desechos 12.6 Alentar a las empresas\n";

static const char decomposed[] = TITLE "Programa Rio\xCC\x81\nAn\xCC\x83o de inicio: 2015\n";

static const char tags[] = TITLE "<table><tr><td>An&amp;o<br></td><td>x</td></tr></table>\n";

static const char bars[] = TITLE "| **Región** | x |\n| --- | --- |\n| a<br>b | c |\n";

/* As much as is looked at between two questions, and some more. */
#define LONG ((1u << 18) + (1u << 14))
/* A topic that takes two lines, whose words are put together in memory of their own. */
static const char topics[] =
    TITLE "8.2) Población\n"
          "¿El programa cuenta con observaciones sobre el apartado de Población?: Si\n"
          "Variación significativa de la población\nbeneficiada: Si\nHubo más faros.\n";

/* ---- What is done with a report ---- */

typedef struct Subject
{
	Str text;
	Report report;
	Str json;
} Subject;

typedef bool (*Work)(const Subject *subject, Arena *arena, Error *error);

static bool
pack(Draft *draft, Report *report, Error *error)
{
	size_t size;
	uint8_t *bytes = draft_pack(draft, &size, error);

	return bytes != NULL && report_open(report, bytes, size, error);
}

static bool
parse(const Subject *subject, Arena *arena, Error *error)
{
	Draft draft;
	Report report;

	draft_init(&draft, arena);
	return parse_report_text(subject->text, &draft, error) && pack(&draft, &report, error);
}

static bool
trace(const Subject *subject, Arena *arena, Error *error)
{
	Trace trace;

	return parse_trace(subject->text, arena, &trace, error);
}

static bool
write_json(const Subject *subject, Arena *arena, Error *error)
{
	return json_write(&subject->report, true, arena, error).at != NULL;
}

static bool
read_json(const Subject *subject, Arena *arena, Error *error)
{
	Draft draft;
	Report report;

	draft_init(&draft, arena);
	return json_read(subject->json, &draft, error) && pack(&draft, &report, error);
}

static bool
audit(const Subject *subject, Arena *arena, Error *error)
{
	Findings findings;

	return audit_report(&subject->report, arena, &findings, error) &&
	       audit_between(&subject->report, &subject->report, arena, &findings, error);
}

static bool
reopen(const Subject *subject, Arena *arena, Error *error)
{
	Report report;

	return report_open_asking(&report, subject->report.bytes, subject->report.size, arena->host,
	                          error);
}

static bool
name_facts(const Subject *subject, Arena *arena, Error *error)
{
	Paths *paths = paths_make(&subject->report, arena);

	if (paths == NULL)
		return error_no_memory(error);
	for (uint32_t i = 0; i < subject->report.head.fact_count; i++)
	{
		if (paths_of(paths, i).at == NULL)
			return error_no_memory(error);
	}
	return true;
}

static bool
print_labels(const Subject *subject, Arena *arena, Error *error)
{
	for (int field = 0; field < FIELD_COUNT; field++)
	{
		if (form_fields[field].table == FIELD_NONE)
			report_label(&subject->report, (FieldId) field, arena);
	}
	return !arena->failed || error_no_memory(error);
}

static bool
write_card(const Subject *subject, Arena *arena, Error *error)
{
	return card_write(&subject->report, false, arena, error).at != NULL;
}

/* ---- The tests ---- */

/* The report of a text, and its JSON; they live in the arena. */
static bool
make_subject(Subject *subject, Arena *arena)
{
	Error error;
	Draft draft;

	draft_init(&draft, arena);
	if (!parse_report_text(subject->text, &draft, &error) ||
	    !pack(&draft, &subject->report, &error))
		return false;
	subject->json = json_write(&subject->report, true, arena, &error);
	return subject->json.at != NULL;
}

/* Jansson takes some failures of its own for malformed text. */
static bool
is_clean(Work work, const Error *error)
{
	return error->code == ERROR_NO_MEMORY || (work == read_json && error->code == ERROR_SYNTAX &&
	                                          strncmp(error->detail, "Line ", 5) == 0);
}

/* Does the work with so many allocations; whether it got to the end. */
static bool
work_with(Work work, const Subject *subject, long allocations)
{
	Error error = {.code = ERROR_NONE};
	Arena arena;
	bool done;

	arena_init(&arena, &scarce_host);
	memory.left = allocations;
	memory.taken = 0;
	memory.released = 0;
	memory.failed = false;
	memory.questions = -1;
	done = work(subject, &arena, &error);
	arena_free(&arena);
	memory.left = -1;
	CHECK_THAT(memory.taken == memory.released, "%ld blocks taken, %ld released", memory.taken,
	           memory.released);
	CHECK_THAT(done != memory.failed, "allocation %ld: done %d, failed %d", allocations, done,
	           memory.failed);
	CHECK_THAT(done || is_clean(work, &error), "allocation %ld: %s %s", allocations, error.message,
	           error.detail);
	return done;
}

/* Lets each allocation of the work fail, until there are enough for it. */
static void
exhaust_on(Work work, const char *name, Str text)
{
	Arena arena;
	Subject subject = {.text = text};
	long allocations = 0;

	arena_init(&arena, &host_plain);
	if (make_subject(&subject, &arena))
	{
		while (!work_with(work, &subject, allocations))
			allocations++;
		CHECK_THAT(allocations > 0, "%s takes no memory", name);
		printf("# %s: %ld allocations\n", name, allocations);
	}
	else
		CHECK_THAT(false, "%s is no report", name);
	arena_free(&arena);
}

/* The example reports, and texts of layouts that none of them has. */
static void
exhaust(Work work)
{
	static const char *const fixtures[] = {
	    "biblioteca-viajera-2023.txt", "caleta-segura-2019.txt",     "cuidado-en-red-2024.txt",
	    "huertos-escolares-2021.txt",  "huertos-escolares-2022.txt", "oficios-vivos-2020.txt",
	    "riego-comunitario-2014.txt",
	};

	for (size_t i = 0; i < sizeof(fixtures) / sizeof(fixtures[0]); i++)
	{
		Str text = read_fixture(fixtures[i]);

		exhaust_on(work, fixtures[i], text);
		free((char *) text.at);
	}
	exhaust_on(work, "blocks", STR(blocks));
	exhaust_on(work, "torn texts", STR(torn));
	exhaust_on(work, "decomposed letters", STR(decomposed));
	exhaust_on(work, "tags", STR(tags));
	exhaust_on(work, "bars", STR(bars));
	exhaust_on(work, "topics", STR(topics));
}

static void
parsing_fails_cleanly(void)
{
	exhaust(parse);
}

static void
tracing_fails_cleanly(void)
{
	exhaust(trace);
}

/* What is no report has a trace too. */
static void
tracing_prose_fails_cleanly(void)
{
	Subject subject = {.text = STR("Faros de la costa.")};
	long allocations = 0;

	while (!work_with(trace, &subject, allocations))
		allocations++;
	CHECK(allocations > 0);
}

static void
writing_json_fails_cleanly(void)
{
	exhaust(write_json);
}

/* Long texts are written piece by piece. */
static void
writing_long_json_fails_cleanly(void)
{
	static char text[LONG + 200];
	char *end = text + sprintf(text, "%s2.1) Diagnóstico\n", TITLE);

	memset(end, 'a', LONG);
	exhaust_on(write_json, "a long text", (Str){text, (uint32_t) (end - text) + LONG});
}

static void
reading_json_fails_cleanly(void)
{
	exhaust(read_json);
}

static void
the_audit_fails_cleanly(void)
{
	exhaust(audit);
}

static void
naming_facts_fails_cleanly(void)
{
	exhaust(name_facts);
}

static void
printing_labels_fails_cleanly(void)
{
	exhaust(print_labels);
}

static void
writing_a_card_fails_cleanly(void)
{
	exhaust(write_card);
}

/* ---- No leave to go on ---- */

/* Does the work with leave so often; whether it got to the end. */
static bool
work_until(Work work, const Subject *subject, long questions)
{
	Error error = {.code = ERROR_NONE};
	Arena arena;
	bool done;

	arena_init(&arena, &scarce_host);
	memory.taken = 0;
	memory.released = 0;
	memory.questions = questions;
	memory.stopped = false;
	done = work(subject, &arena, &error);
	arena_free(&arena);
	CHECK_THAT(memory.taken == memory.released, "%ld blocks taken, %ld released", memory.taken,
	           memory.released);
	CHECK_THAT(done != memory.stopped, "question %ld: done %d, stopped %d", questions, done,
	           memory.stopped);
	CHECK_THAT(done || error.code == ERROR_INTERRUPTED, "question %ld: %s %s", questions,
	           error.message, error.detail);
	return done;
}

/* Refuses each question of the work; of those past the first `all`, less and less. */
static void
stop_on_some(Work work, Str text, long all)
{
	Subject subject = {.text = text};
	long questions = 0;
	Arena arena;

	arena_init(&arena, &host_plain);
	if (make_subject(&subject, &arena))
	{
		while (!work_until(work, &subject, questions))
			questions += 1 + questions / all;
		CHECK_THAT(questions > 0, "nobody asks for leave");
		printf("# %ld questions\n", questions);
	}
	else
		CHECK_THAT(false, "it is no report");
	arena_free(&arena);
}

static void
stop_on(Work work, Str text)
{
	stop_on_some(work, text, LONG_MAX);
}

/* The same, with an example report repeated so often that there are some. */
static void
stop(Work work, uint32_t times)
{
	Str fixture = read_fixture("biblioteca-viajera-2023.txt");
	char *text = malloc(times * (size_t) fixture.len + 1);

	for (size_t i = 0; i < times; i++)
		memcpy(text + i * fixture.len, fixture.at, fixture.len);
	stop_on(work, (Str){text, times * fixture.len});
	free((char *) fixture.at);
	free(text);
}

#define ROWS 5000

/* Many rows of one table have many facts, and as many stretches in the trace. */
static void
many_rows_stop_cleanly(void)
{
	static char text[sizeof(TITLE) + 100 + ROWS * 20];
	char *end = text + sprintf(text,
	                           "%s5.6) Detalle regional - Gasto componente\nRegión\t"
	                           "Total ejecutado\n",
	                           TITLE);

	for (int i = 0; i < ROWS; i++)
		end += sprintf(end, "Maule\t%d\n", i);
	stop_on(parse, (Str){text, (uint32_t) (end - text)});
	stop_on(trace, (Str){text, (uint32_t) (end - text)});
	stop_on(reopen, (Str){text, (uint32_t) (end - text)});
}

/* The same of labels that the form does not know. */
static void
many_labels_stop_cleanly(void)
{
	static char text[sizeof(TITLE) + 100 + ROWS * 20];
	char *end = text + sprintf(text, "%sAño de inicio: 2015\n", TITLE);

	for (int i = 0; i < ROWS; i++)
		end += sprintf(end, "Etiqueta: %d\n", i);
	stop_on_some(parse, (Str){text, (uint32_t) (end - text)}, 64);
}

/* A report with a piece repeated so often that it takes several looks; most questions are refused.
 */
static void
stop_on_long(Work work, const char *before, const char *piece, const char *after)
{
	static char text[LONG + 4000];
	char *end = text + sprintf(text, "%s", before);

	while (end - text < (ptrdiff_t) LONG)
		end += sprintf(end, "%s", piece);
	end += sprintf(end, "%s", after);
	stop_on_some(work, (Str){text, (uint32_t) (end - text)}, 64);
}

static void
long_lines_stop_cleanly(void)
{
	const char *before = TITLE "Antecedentes\n2. DIAGNÓSTICO\n2.1) Diagnóstico\nfaros,\n";

	stop_on_long(parse, before, "faros de la costa ", "\n2.2) Objetivo\n");
	stop_on_long(trace, before, "faros de la costa ", "\n2.2) Objetivo\n");
	stop_on_long(parse, before, "faros  de la costa ", "\n2.2) Objetivo\n");
	stop_on_long(reopen, before, "faros de la costa ", "\n2.2) Objetivo\n");
	stop_on_long(write_json, before, "faros\t de la \\ ñ costa ", "\n2.2) Objetivo\n");
}

/* Space that nobody sees, and markup, both long and in what is no report. */
static void
long_space_stops_cleanly(void)
{
	static char space[3 * LONG];
	Subject prose = {.text = {space, sizeof(space)}};
	long questions = 0;

	stop_on_long(trace, TITLE "Antecedentes\n", "\n\xC2\xA0", "2.1) Diagnóstico\nfaros\n");
	stop_on_long(trace, TITLE "Antecedentes\n", "<br>", "\n2.1) Diagnóstico\nfaros\n");
	memset(space, '\n', sizeof(space));
	memcpy(space + (1u << 18) - 1, "\xC2\xA0", 2); /* where a piece would end */
	memcpy(space + sizeof(space) - 2, "\xC3\xB1", 2);
	while (!work_until(trace, &prose, questions))
		questions++;
	CHECK_THAT(questions > (long) (2 * sizeof(space) / LONG), "%ld questions", questions);
}

/* Lost quotation marks, many lines without a claim, many tabs: whatever the core goes through. */
static void
many_places_stop_cleanly(void)
{
	stop_on_long(parse, TITLE "2.1) Diagnóstico\nfaros,\n", "< \"", "\n");
	stop_on_long(trace, TITLE "a <b= c\nPágina 1 de 2\n5.2) x\n", "y\n", "Página 2 de 2\n");
	stop_on_long(parse, TITLE "8.1) Observaciones\nfaros,\n", "a\tb\n", "\n");
	stop_on_long(parse,
	             TITLE "5.2) Presupuesto Total\nPartida Capítulo Programa Item Asignación "
	                   "Subtítulo Gastos ($miles)\n",
	             "07 02 01 24 33 (Transferencias) 7\n", "\n");
}

static void
parsing_stops_cleanly(void)
{
	stop(parse, 16);
}

static void
tracing_stops_cleanly(void)
{
	stop(trace, 16);
}

static void
writing_json_stops_cleanly(void)
{
	stop(write_json, 4);
}

static void
reading_json_stops_cleanly(void)
{
	stop(read_json, 4);
}

static void
the_audit_stops_cleanly(void)
{
	stop(audit, 4);
}

static void
writing_a_card_stops_cleanly(void)
{
	stop(write_card, 4);
}

int
main(void)
{
	UErrorCode status = U_ZERO_ERROR;

	memory.left = -1;
	json_set_alloc_funcs(take, release);
	u_setMemoryFunctions(NULL, icu_take, icu_grow, icu_release, &status);
	u_init(&status);
	RUN(parsing_fails_cleanly);
	RUN(tracing_fails_cleanly);
	RUN(tracing_prose_fails_cleanly);
	RUN(writing_json_fails_cleanly);
	RUN(writing_long_json_fails_cleanly);
	RUN(reading_json_fails_cleanly);
	RUN(the_audit_fails_cleanly);
	RUN(naming_facts_fails_cleanly);
	RUN(printing_labels_fails_cleanly);
	RUN(writing_a_card_fails_cleanly);
	RUN(parsing_stops_cleanly);
	RUN(tracing_stops_cleanly);
	RUN(many_rows_stop_cleanly);
	RUN(many_labels_stop_cleanly);
	RUN(long_lines_stop_cleanly);
	RUN(long_space_stops_cleanly);
	RUN(many_places_stop_cleanly);
	RUN(writing_json_stops_cleanly);
	RUN(reading_json_stops_cleanly);
	RUN(the_audit_stops_cleanly);
	RUN(writing_a_card_stops_cleanly);
	return unit_end();
}
