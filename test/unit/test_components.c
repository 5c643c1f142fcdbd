/*
 * test_components.c
 *		Components, and what was spent on each, in texts that give a page in blocks
 *		of their own order, or that keep columns by position.
 *
 * test/unit/test_components.c
 */
#include "unit.h"

#include "tables.h"

#define COUNT(n) TITLE "4. ESTRATEGIA\nEl programa presenta " n " componentes.\n"
#define FOUR     "Nombre\n\nDescripción\n\n"
#define FIVE     "5.5) Gasto por Componente\nComponente\n\nGasto (M$)\n\nDetalle\n\n"
#define TOTAL    "Total Gasto por Componentes al 4to trimestre 2021 ($miles): 2.200\n"

/* Two components in section 4: names with their kinds of benefit, then descriptions. */
#define TWO                                                                                        \
	COUNT("2")                                                                                     \
	FOUR "Faros de la costa\nBonos\n\nBotes de rescate\nSubsidios\n\nEnciende faros.\n"            \
	     "Producción al 4° trimestre 2021: 8 Faros\n\nRepara botes.\n"                           \
	     "Producción al 4° trimestre 2021: 9 Botes\n\n"
#define THREE                                                                                      \
	COUNT("3")                                                                                     \
	FOUR "Faros de la costa\nBonos\n\nBotes de rescate\nSubsidios\n\nRedes\nBecas\n\n"             \
	     "Enciende faros.\nProducción al 4° trimestre 2021: 8 Faros\n\n"                         \
	     "Repara botes.\nProducción al 4° trimestre 2021: 9 Botes\n\n"                           \
	     "Teje redes.\nProducción al 4° trimestre 2021: 7 Redes\n\n"

#define CHECK_SPENT(text, expected)                                                                \
	CHECK_COLUMNS(text, FIELD_SPENT_COMPONENT, FIELD_SPENT_DETAIL, expected)
#define CHECK_COMPONENTS(text, expected)                                                           \
	CHECK_COLUMNS(text, FIELD_COMPONENT_NAME, FIELD_COMPONENT_PRODUCTION_UNIT, expected)

/* ---- What was spent ---- */

static void
amounts_come_behind_all_names(void)
{
	CHECK_SPENT(TWO FIVE "Faros de la costa\n\nBotes de rescate\n\n1.500 Ampolletas y pintura.\n\n"
	                     "700 Madera y\nclavos.\n\n" TOTAL,
	            "0: ~Faros de la costa | ~1.500 | ~Ampolletas y pintura.\n"
	            "1: ~Botes de rescate | ~700 | ~Madera y clavos.\n");
}

/* An amount may stand on the name's line, too. */
static void
amounts_end_the_lines_of_names(void)
{
	CHECK_SPENT(TWO FIVE "Faros de la costa 1.500\nAmpolletas y pintura.\n\nBotes de rescate\n\n"
	                     "700 Madera y clavos.\n\n" TOTAL,
	            "0: Faros de la costa | 1.500 | ~Ampolletas y pintura.\n"
	            "1: Botes de rescate | 700 | ~Madera y clavos.\n");
	/* a page may end there */
	CHECK_SPENT(TWO FIVE "Faros de la costa\f 1.500\nAmpolletas y pintura.\n\nBotes de rescate\n\n"
	                     "700 Madera y clavos.\n\n" TOTAL,
	            "0: Faros de la costa | 1.500 | ~Ampolletas y pintura.\n"
	            "1: Botes de rescate | 700 | ~Madera y clavos.\n");
	/* a name between an amount and a text may be of either */
	CHECK_SPENT(TWO FIVE "Faros de la costa 1.500\n\nBotes de rescate\n\nAmpolletas y pintura.\n\n"
	                     "700 Madera y clavos.\n\n" TOTAL,
	            "0: ~Faros de la costa | ~1.500 | ?Ampolletas y pintura. Madera y clavos.\n"
	            "1: ~Botes de rescate | ~700 | ?\n");
}

/* Of the lines that begin with figures, those make up the total that are amounts. */
static void
amounts_are_those_that_make_up_the_total(void)
{
	CHECK_SPENT(TWO FIVE "Faros de la costa\n\nBotes de rescate\n\n1.500 Ampolletas y\n"
	                     "40 Pinceles.\n\n700 de madera y clavos.\n\n" TOTAL,
	            "0: ~Faros de la costa | ~1.500 | ~Ampolletas y 40 Pinceles.\n"
	            "1: ~Botes de rescate | ~700 | ~de madera y clavos.\n");
	/* of so many that begin with figures, none is chosen */
	CHECK_SPENT(
	    TWO FIVE "Faros de la costa\n\nBotes de rescate\n\n1.500 Ampolletas\n"
	             "1 a\n2 b\n3 c\n4 d\n5 e\n6 f\n7 g\n8 h\n9 i\n10 j\n11 k\n12 l\n\n" TOTAL,
	    "0:  |  | ?Faros de la costa Botes de rescate 1.500 Ampolletas 1 a 2 b 3 c 4 d 5 e 6 f "
	    "7 g 8 h 9 i 10 j 11 k 12 l\n");
	/* each may be behind its name as well, whatever the total */
	CHECK_SPENT(TWO FIVE "Faros de la costa\n\n1.501\n\nBotes de rescate\n\n700\n\n" TOTAL,
	            "0: ~Faros de la costa | ~1.501 | ?\n"
	            "1: ~Botes de rescate | ~700 | ?\n");
}

static void
a_component_may_cost_nothing(void)
{
	CHECK_SPENT(THREE FIVE "Faros de la costa\n\n1.500 (Ampolletas)\n\nBotes de rescate\n\n"
	                       "Redes\n\n700 (Mallas)\n\n" TOTAL,
	            "0: ~Faros de la costa | ~1.500 | ~(Ampolletas)\n"
	            "1: ~Botes de rescate | _ | ?\n"
	            "2: ~Redes | ~700 | ~(Mallas)\n");
}

/* Texts that do not follow their amounts are kept, and nobody knows whose they are. */
static void
details_may_be_anybodys(void)
{
	CHECK_SPENT(TWO FIVE "Faros de la costa\n\nBotes de rescate\n\n1.500\n\n700\n\nAmpolletas.\n\n"
	                     "Madera.\n\n" TOTAL,
	            "0: ~Faros de la costa | ~1.500 | ?Ampolletas. Madera.\n"
	            "1: ~Botes de rescate | ~700 | ?\n");
	CHECK_SPENT(TWO FIVE "Nota al margen.\n\nFaros de la costa\n\nBotes de rescate\n\n"
	                     "1.500 Ampolletas.\n\n700 Madera.\n\n" TOTAL,
	            "0: ~Faros de la costa | ~1.500 | ?Nota al margen. Ampolletas. Madera.\n"
	            "1: ~Botes de rescate | ~700 | ?\n");
}

/* Where nobody knows which amount is whose, the table is one text. */
static void
other_orders_are_one_text(void)
{
	/* an amount more than names */
	CHECK_SPENT(TWO FIVE "Faros de la costa\n\nBotes de rescate\n\n1.500\n\n600\n\n100\n\n" TOTAL,
	            "0:  |  | ?Faros de la costa Botes de rescate 1.500 600 100\n");
	/* one less, behind a text, behind no name, or behind a name that has one */
	CHECK_SPENT(
	    THREE FIVE "Faros de la costa\n\n1.500 (Ampolletas)\n\nBotes de rescate\n\n"
	               "Redes\n\nMallas\n\n700\n\n" TOTAL,
	    "0:  |  | ?Faros de la costa 1.500 (Ampolletas) Botes de rescate Redes Mallas 700\n");
	CHECK_SPENT(
	    THREE FIVE "1.500 (Ampolletas)\n\nFaros de la costa\n\nBotes de rescate\n\n"
	               "Redes\n\n700 (Mallas)\n\n" TOTAL,
	    "0:  |  | ?1.500 (Ampolletas) Faros de la costa Botes de rescate Redes 700 (Mallas)\n");
	/* amounts that do not add up */
	CHECK_SPENT(TWO FIVE "Faros de la costa\n\nBotes de rescate\n\n1.500 Ampolletas.\n\n"
	                     "800 Madera.\n\n" TOTAL,
	            "0:  |  | ?Faros de la costa Botes de rescate 1.500 Ampolletas. 800 Madera.\n");
	/* fewer names than section 4 announces */
	CHECK_SPENT(COUNT("3") FOUR "Faros de la costa\nBonos\n\nBotes de rescate\nSubsidios\n\n" FIVE
	                            "Faros de la costa\n\nBotes de rescate\n\n1.500 (Ampolletas)\n\n"
	                            "700 (Madera)\n\n" TOTAL,
	            "0:  |  | ?Faros de la costa Botes de rescate 1.500 (Ampolletas) 700 (Madera)\n");
	/* no names at all */
	CHECK_SPENT(TWO FIVE "2.200 (Todo)\n\n" TOTAL, "0:  |  | ?2.200 (Todo)\n");
}

/* ---- What the components are ---- */

#define SPENT                                                                                      \
	FIVE "Faros de la costa\n\nBotes de rescate\n\n1.500 Ampolletas.\n\n700 Madera.\n\n" TOTAL

static void
names_come_before_all_descriptions(void)
{
	CHECK_COMPONENTS(TWO SPENT,
	                 "0: ~Faros de la costa | ~Bonos | ~Enciende faros. |  | ~8 | ~Faros\n"
	                 "1: ~Botes de rescate | ~Subsidios | ~Repara botes. |  | ~9 | ~Botes\n");
}

/* A name, and a kind of benefit, may take several lines. */
static void
names_wrap(void)
{
	CHECK_COMPONENTS(COUNT("2") FOUR
	                 "Faros de\nla costa\nBono/Subsidio/Transferencia\nmonetaria\n\n"
	                 "Botes de rescate\nSin información (tipo de\nbeneficio)\n\n"
	                 "Enciende faros.\nProducción al 4° trimestre 2021: 8 Faros\n\n"
	                 "Repara botes.\nProducción al 4° trimestre 2021: 9 Botes\n"
	                 "de madera\n\n" SPENT,
	                 "0: ~Faros de la costa | ~Bono/Subsidio/Transferencia monetaria | ~Enciende "
	                 "faros. |  | ~8 | "
	                 "~Faros\n"
	                 "1: ~Botes de rescate | @ | ~Repara botes. |  | ~9 | ~Botes de madera\n");
}

#define ISLANDS                                                                                    \
	FIVE "Faros de la costa y de 1.500\nlas islas\n\nAmpolletas.\n\nBotes de rescate\n\n"          \
	     "700 Madera.\n\n" TOTAL

/* Both columns may be read line by line: names begin lines, or stand between those of the other. */
static void
names_stand_beside_descriptions(void)
{
	static const char expected[] =
	    "0: ~Faros de la costa y de las islas | ~Bono/Subsidio/Transferencia monetaria | "
	    "~Enciende faros del norte y del sur. |  | ~8 | ~Faros\n"
	    "1: ~Botes de rescate | ~Campañas de difusión | ~Repara botes. |  | ~9 | ~Botes\n";

	CHECK_COMPONENTS(COUNT("2") FOUR
	                 "Faros de la costa y Enciende faros\nde las islas\ndel norte y\n"
	                 "Bono/Subsidio/Transferencia monetaria del sur.\n"
	                 "Producción al 4° trimestre 2021: 8 Faros\n"
	                 "Botes de rescate\nRepara botes.\nCampañas de difusión\n"
	                 "Producción al 4° trimestre 2021: 9 Botes\n" ISLANDS,
	                 expected);
	CHECK_COMPONENTS(COUNT("2") FOUR
	                 "Enciende faros\nFaros de la costa\ndel norte y\ny de las islas\n"
	                 "Bono/Subsidio/Transferencia\ndel sur.\nmonetaria\n"
	                 "Producción al 4° trimestre 2021: 8 Faros\n"
	                 "Botes de rescate\nRepara botes.\nCampañas de difusión\n"
	                 "Producción al 4° trimestre 2021: 9 Botes\n" ISLANDS,
	                 expected);
}

#define BOTH                                                                                       \
	"Enciende faros.\nProducción al 4° trimestre 2021: 8 Faros\n\nRepara botes.\n"               \
	"Producción al 4° trimestre 2021: 9 Botes\n\n"

/* A kind of benefit is no longer than five lines. */
static void
kinds_of_benefit_wrap(void)
{
	CHECK_COMPONENTS(
	    COUNT("2") FOUR "Faros de la costa\nCam\npa\nñas\nde\ndifusión\n\n"
	                    "Botes de rescate\nSubsidios\n\n" BOTH SPENT,
	    "0: ~Faros de la costa | ~Cam pa ñas de difusión | ~Enciende faros. |  | ~8 | ~Faros\n"
	    "1: ~Botes de rescate | ~Subsidios | ~Repara botes. |  | ~9 | ~Botes\n");
	CHECK_COMPONENTS(
	    COUNT("2") FOUR "Faros de la costa\nCam\npa\nñas\nde\ndifu\nsión\n\n"
	                    "Botes de rescate\nSubsidios\n\n" BOTH SPENT,
	    "0: ~Faros de la costa |  | ~Cam pa ñas de difu sión Enciende faros. |  | ~8 | ~Faros\n"
	    "1: ~Botes de rescate | ~Subsidios | ~Repara botes. |  | ~9 | ~Botes\n");
}

/* A line that stands behind a name in both tables is of it; too far from it, the name is not read.
 */
static void
names_go_on_among_other_lines(void)
{
	CHECK_COMPONENTS(
	    COUNT("1") FOUR "Faros de la\n\nEnciende faros\n\ncosta austral\n\ndel norte.\n"
	                    "Producción al 4° trimestre 2021: 8 Faros\n\n" FIVE
	                    "Faros de la\n\n2.200 Ampolletas\n\ncosta austral\n\ny pintura.\n\n" TOTAL,
	    "0: ~Faros de la costa austral |  | ~Enciende faros del norte. |  | ~8 | ~Faros\n");
	CHECK_SPENT(COUNT("1") FOUR "Faros\n\nEnciende faros\n\ndel norte\n\ny del sur\n\n"
	                            "de la costa austral\n\nchileno.\n"
	                            "Producción al 4° trimestre 2021: 8 Faros\n\n" FIVE
	                            "Faros\n\n2.200 Ampolletas\n\nde la costa austral\n\n" TOTAL,
	            "0:  |  | ?Faros 2.200 Ampolletas de la costa austral\n");
	/* lines between that are alike are another name */
	CHECK_SPENT(COUNT("2") FOUR "Faros de mar\n\nBotes\n\nde rescate\n\nEnciende faros.\n"
	                            "Producción al 4° trimestre 2021: 8 Faros\n\nRepara botes.\n"
	                            "Producción al 4° trimestre 2021: 9 Botes\n\n" FIVE
	                            "Faros de mar\n\nBotes\n\nde rescate\n\n1.500\n\n700\n\n" TOTAL,
	            "0: ~Faros de mar | ~1.500 | ?\n"
	            "1: ~Botes de rescate | ~700 | ?\n");
}

/* A word of more letters than a name could have is none. */
static void
long_words_are_no_names(void)
{
	static char text[8000];
	char word[1200];
	Arena arena;
	Report report;
	Fact fact;

	memset(word, 'a', sizeof(word) - 1);
	word[0] = 'A';
	word[sizeof(word) - 1] = '\0';
	sprintf(text, "%s%s%s\nBonos\n\nEnciende.\n%s%s\n\n2.200\n\n%s", COUNT("1"), FOUR, word, FIVE,
	        word, TOTAL);
	arena_init(&arena, &host_plain);
	if (report_of(text, &arena, &report))
		CHECK(!report_cell(&report, FIELD_SPENT_AMOUNT, 0, &fact) ||
		      fact.status != STATUS_INFERRED);
	arena_free(&arena);
}

#define TWO_NAMES COUNT("2") FOUR "Faros de la costa\nBonos\n\nBotes de rescate\nSubsidios\n\n"

/* Each description ends with its production; where one lacks it, as many blocks are theirs. */
static void
a_production_may_be_missing(void)
{
	CHECK_COMPONENTS(TWO_NAMES "Enciende faros.\n\nRepara botes.\n"
	                           "Producción al 4° trimestre 2021: 9 Botes\n\n" SPENT,
	                 "0: ~Faros de la costa | ~Bonos | ~Enciende faros. |  |  | \n"
	                 "1: ~Botes de rescate | ~Subsidios | ~Repara botes. |  | ~9 | ~Botes\n");
}

/* Else it may be of two components. */
static void
descriptions_without_production_are_anybodys(void)
{
	CHECK_COMPONENTS(
	    TWO_NAMES "Enciende faros.\n\nCuida lámparas.\n\nRepara botes.\n"
	              "Producción al 4° trimestre 2021: 9 Botes\n\n" SPENT,
	    "0: ~Faros de la costa | ~Bonos | ?Enciende faros. Cuida lámparas. Repara botes. "
	    "Producción al 4° trimestre 2021: 9 Botes |  |  | \n"
	    "1: ~Botes de rescate | ~Subsidios | ? |  |  | \n");
	CHECK_COMPONENTS(
	    TWO_NAMES "Enciende faros.\n\nCuida lámparas.\n"
	              "Producción al 4° trimestre 2021: 9 Botes\nRepara botes.\n\n" SPENT,
	    "0: ~Faros de la costa | ~Bonos | ?Enciende faros. Cuida lámparas. Producción al "
	    "4° trimestre 2021: 9 Botes |  |  | \n"
	    "1: ~Botes de rescate | ~Subsidios | ?Repara botes. |  |  | \n");
	CHECK_COMPONENTS(
	    COUNT("2") FOUR "Faros de la costa\nBonos\n\nBotes de rescate\nSubsidios\n\n"
	                    "Producción al 4° trimestre 2021: 8 Faros\n\n"
	                    "Producción al 4° trimestre 2021: 9 Botes\n\n"
	                    "Y algo más.\n\n" SPENT,
	    "0: ~Faros de la costa | ~Bonos | ?Producción al 4° trimestre 2021: 8 Faros Y algo "
	    "más. |  |  | \n"
	    "1: ~Botes de rescate | ~Subsidios | ?Producción al 4° trimestre 2021: 9 Botes |  |  | \n");
}

/* Tables of more lines than are looked at are one text as well. */
static void
long_tables_are_one_text(void)
{
	static char text[40000];
	char *end =
	    text + sprintf(text, "%s%sFaros de la costa\n\nBotes de rescate\n\n1.500\n\n", TWO, FIVE);
	Arena arena;
	Report report;
	Fact fact;

	for (int i = 0; i < 1300; i++)
		end += sprintf(end, "Ampolletas de faro.\n");
	sprintf(end, "\n700 Madera.\n\n%s", TOTAL);
	arena_init(&arena, &host_plain);
	if (report_of(text, &arena, &report))
	{
		CHECK(!report_cell(&report, FIELD_SPENT_COMPONENT, 0, &fact));
		CHECK(report_cell(&report, FIELD_SPENT_DETAIL, 0, &fact) &&
		      fact.status == STATUS_AMBIGUOUS && fact.text.len > 1300 * 20);
	}
	arena_free(&arena);
}

/* ---- Lines and columns ---- */

/* A name is no longer than eight lines, so that this one is not found. */
static void
names_of_many_lines_are_not_found(void)
{
	CHECK_SPENT(COUNT("1") "Nombre Descripción\nF\na\nr\no\ns\nd\ne\nmar\nBonos\nEnciende faros.\n"
	                       "Producción al 4° trimestre 2021: 8 Faros\n"
	                       "5.5) Gasto por Componente\nComponente Gasto (M$) Detalle\n"
	                       "Faros de mar 2.200\n" TOTAL,
	            "0: Faros de mar | 2.200 | _\n");
	CHECK_SPENT(
	    COUNT("1") "Nombre Descripción\nF\na\nr\no\ns\nd\ne\nma\nr\nBonos\nEnciende faros.\n"
	               "Producción al 4° trimestre 2021: 8 Faros\n"
	               "5.5) Gasto por Componente\nComponente Gasto (M$) Detalle\n"
	               "Faros de mar 2.200\n" TOTAL,
	    "0:  |  | ?Faros de mar 2.200\n");
}

/* A page's end, or an amount, may stand within a name, the rest of which is not placed. */
static void
names_may_be_cut(void)
{
	CHECK_SPENT(
	    COUNT("1") "Nombre Descripción\nFaros de la costa\naustral\nBonos\nEnciende faros.\n"
	               "Producción al 4° trimestre 2021: 8 Faros\n"
	               "5.5) Gasto por Componente\nComponente Gasto (M$) Detalle\n"
	               "Faros de la\n2.200\ncosta\naustral\n" TOTAL,
	    "0: ?Faros de la costa | 2.200 | ?austral\n");
}

#define WIDE                                                                                       \
	COUNT("2")                                                                                     \
	"Nombre                              Descripción\n"                                           \
	"Faros de la costa                   Enciende faros de la costa.\n"                            \
	"Bonos                               Producción al 4° trimestre 2021: 8 Faros\n"             \
	"Botes de rescate y de salvamentos   Repara botes de la bahía.\n"                             \
	"Subsidios                           Producción al 4° trimestre 2021: 9 Botes\n"             \
	"5.5) Gasto por Componente\n"
#define WIDE_TOTAL "Total Gasto por Componentes al 4to trimestre 2021 ($miles): 3.200\n"

static void
columns_stand_side_by_side(void)
{
	CHECK_COMPONENTS(
	    WIDE "Componente                         Gasto (M$)    Detalle\n"
	         "Faros de la costa                       1.500    Ampolletas y pintura.\n"
	         "Botes de rescate y de salvamentos       1.700    Madera y clavos.\n" WIDE_TOTAL,
	    "0: Faros de la costa | Bonos | Enciende faros de la costa. |  | 8 | Faros\n"
	    "1: Botes de rescate y de salvamentos | Subsidios | Repara botes de la bahía. | "
	    " | 9 | Botes\n");
}

/* An amount may touch the name, or the detail; a line between two rows may be of either. */
static void
amounts_may_touch_a_column(void)
{
	static const char expected[] =
	    "0: Faros de la costa | 1.500 | ?Ampolletas y pintura. Y cables.\n"
	    "1: Botes de rescate y de salvamentos | 1.700 | ?Madera y clavos. Y brea.\n";

	CHECK_SPENT(WIDE "Componente                    Gasto (M$)    Detalle\n"
	                 "Faros de la costa                  1.500    Ampolletas y pintura.\n"
	                 "                                            Y cables.\n"
	                 "Botes de rescate y de salvamentos 1.700     Madera y clavos.\n"
	                 "                                            Y brea.\n" WIDE_TOTAL,
	            expected);
	CHECK_SPENT(WIDE "Componente                         Gasto (M$)    Detalle\n"
	                 "Faros de la costa                  1.500 Ampolletas y pintura.\n"
	                 "                                   Y cables.\n"
	                 "Botes de rescate y de salvamentos  1.700 Madera y clavos.\n"
	                 "                                   Y brea.\n" WIDE_TOTAL,
	            expected);
}

/* More lines of names than are tried are one text. */
static void
many_names_by_position_are_one_text(void)
{
	static char text[20000];
	char *end = text + sprintf(text, "%s%-36s%-14sDetalle\n", WIDE, "Componente", "Gasto (M$)");
	Arena arena;
	Report report;
	Fact fact;

	for (int i = 0; i < 140; i++)
		end += sprintf(end, "%-36s%-14s%s\n", "Faros de la costa", "1.500", "Ampolletas.");
	sprintf(end, "%s", WIDE_TOTAL);
	arena_init(&arena, &host_plain);
	if (report_of(text, &arena, &report))
	{
		CHECK(!report_cell(&report, FIELD_SPENT_COMPONENT, 0, &fact));
		CHECK(report_cell(&report, FIELD_SPENT_DETAIL, 0, &fact) &&
		      fact.status == STATUS_AMBIGUOUS && fact.text.len > 140 * 17);
	}
	arena_free(&arena);
}

/* ---- In reading order ---- */

#define ROWS(benefit)                                                                              \
	COUNT("2")                                                                                     \
	"Nombre Descripción\nFaros de la costa\nBonos\nEnciende faros.\n"                             \
	"Producción al 4° trimestre 2021: 8 Faros\nBotes de rescate\n" benefit                         \
	"Repara botes.\nProducción al 4° trimestre 2021: 9 Botes\n"
#define FIVE_LINES "5.5) Gasto por Componente\nComponente Gasto (M$) Detalle\n"

/* What begins like an amount where none is found, or goes on behind a name, is in doubt. */
static void
details_may_begin_with_amounts(void)
{
	CHECK_SPENT(ROWS("Subsidios\n") FIVE_LINES "Faros de la costa 1.500\nAmpolletas.\n"
	                                           "Botes de rescate\n700 maderas y clavos.\n" TOTAL,
	            "0: Faros de la costa | 1.500 | Ampolletas.\n"
	            "1: Botes de rescate | ? | ?700 maderas y clavos.\n");
	CHECK_SPENT(ROWS("Subsidios\n") FIVE_LINES "Faros de la costa 1.500\nMadera con\n"
	                                           "Botes de rescate 700\nsus clavos.\n" TOTAL,
	            "0: Faros de la costa | 1.500 | ?Madera con\n"
	            "1: Botes de rescate | 700 | ?sus clavos.\n");
}

/* A description that begins like a kind of benefit may begin with that cell. */
static void
descriptions_may_begin_with_benefits(void)
{
	CHECK_COMPONENTS(ROWS("Becas / ") FIVE_LINES
	                 "Faros de la costa 1.500\nAmpolletas.\nBotes de rescate 700\nClavos.\n" TOTAL,
	                 "0: Faros de la costa | Bonos | Enciende faros. |  | 8 | Faros\n"
	                 "1: Botes de rescate | ? | ?Becas / Repara botes. |  | ?9 | ?Botes\n");
}

int
main(void)
{
	RUN(amounts_come_behind_all_names);
	RUN(amounts_end_the_lines_of_names);
	RUN(amounts_are_those_that_make_up_the_total);
	RUN(a_component_may_cost_nothing);
	RUN(details_may_be_anybodys);
	RUN(other_orders_are_one_text);
	RUN(names_come_before_all_descriptions);
	RUN(names_wrap);
	RUN(names_stand_beside_descriptions);
	RUN(kinds_of_benefit_wrap);
	RUN(names_go_on_among_other_lines);
	RUN(long_words_are_no_names);
	RUN(a_production_may_be_missing);
	RUN(descriptions_without_production_are_anybodys);
	RUN(long_tables_are_one_text);
	RUN(names_of_many_lines_are_not_found);
	RUN(names_may_be_cut);
	RUN(columns_stand_side_by_side);
	RUN(amounts_may_touch_a_column);
	RUN(many_names_by_position_are_one_text);
	RUN(details_may_begin_with_amounts);
	RUN(descriptions_may_begin_with_benefits);
	return unit_end();
}
