/*
 * test_regions.c
 *		Regions and their figures, in reading order and where the figures stray.
 *
 * test/unit/test_regions.c
 */
#include "unit.h"

#include "tables.h"

/* A blank line inside the header: the text comes in blocks. */
#define SPENDING TITLE "5.6) Detalle regional - Gasto componente\nRegión\n\nTotal ejecutado\n\n"
#define BEHIND   "5.7) Gasto Administrativo\n\n"

#define CHECK_REGIONS(text, expected)                                                              \
	CHECK_COLUMNS(text, FIELD_REGIONAL_REGION, FIELD_REGIONAL_TOTAL, expected)

#define PLACED                                                                                     \
	"0: Tarapacá | ~120 | \n"                                                                     \
	"1: Maule | ~80 | \n"                                                                          \
	"2:  |  | ~200\n"
#define NAMES_ONLY                                                                                 \
	"0: Tarapacá | ? | \n"                                                                        \
	"1: Maule | ? | \n"                                                                            \
	"2:  |  | ?\n"

static void
names_and_figures_alternate(void)
{
	CHECK_REGIONS(SPENDING "Tarapacá 120\nMaule 80\nTotal 200\n", "0: Tarapacá | 120 | \n"
	                                                              "1: Maule | 80 | \n"
	                                                              "2:  |  | 200\n");
}

/* A name may go on behind the line's end, where a shorter one is a region too. */
static void
names_wrap(void)
{
	CHECK_REGIONS(SPENDING "Aysén del General Carlos\nIbáñez del Campo\n120\nNivel central 80\n"
	                       "Total 200\n",
	              "0: Aysén del General Carlos Ibáñez del Campo | 120 | \n"
	              "1: Nivel central | 80 | \n"
	              "2:  |  | 200\n");
}

static void
columns_come_one_after_the_other(void)
{
	CHECK_REGIONS(SPENDING "Tarapacá\nMaule\nTotal\n\n120\n80\n200\n", PLACED);
}

/* Words of another table's header, on the line before, are of no name; nor is a torn header. */
static void
heads_are_of_no_name(void)
{
	CHECK_REGIONS(SPENDING "Detalle\nTarapacá 120\nDe la costa 80\nTotal 200\n",
	              "0: Tarapacá | 120 | \n"
	              "1: De la costa | 80 | \n"
	              "2:  |  | 200\n");
	CHECK_COLUMNS(
	    TITLE "Complete cómo se distribuyen los beneficiarios efectivos a nivel regional al 4to "
	          "trimestre del año 2021:\nRegión\n\nBeneficiarios ef ectivos 2021\n\nTarapacá 120\n",
	    FIELD_REGIONS_REGION, FIELD_REGIONS_TOTAL, "0: Tarapacá | 120 | \n");
}

/* Among blocks, values stand within the first header, so that it is the next page's that is found.
 */
static void
a_table_begins_at_a_torn_header(void)
{
	CHECK_REGIONS(TITLE "5.6) Detalle regional - Gasto componente\nRegión\n\nTarapacá\n\nTotal\n"
	                    "ejecutado\n120\n\nPágina 1 de 2\n\nRegión\n\nTotal ejecutado\n\nMaule 80\n"
	                    "Total 200\n",
	              "0: Tarapacá | 120 | \n"
	              "1: Maule | 80 | \n"
	              "2:  |  | 200\n");
}

/* A total tells where the figures end that stand behind the table, ... */
static void
figures_stray_behind_the_table(void)
{
	CHECK_REGIONS(SPENDING "Tarapacá\nMaule\nTotal\n\n" BEHIND "120\n\n80\n\n200\n\n9\n", PLACED);
	CHECK_REGIONS(SPENDING "Tarapacá\nMaule\nTotal\n\n" BEHIND "7\n\nFaros\n\n120 80\n\n200\n\n9\n",
	              PLACED);
	CHECK_REGIONS(SPENDING "Tarapacá\nMaule\nTotal\n\n" BEHIND
	                       "120\n\nPágina 1 de 2\n\n80\n\n200\n\nPágina 2 de 2\n",
	              PLACED);
}

/* ... or a text does. */
static void
a_text_ends_the_figures(void)
{
	CHECK_REGIONS(SPENDING "Tarapacá\nMaule\n\n" BEHIND "120\n\n80\n\nFaros\n",
	              "0: Tarapacá | ~120 | \n"
	              "1: Maule | ~80 | \n");
	CHECK_REGIONS(SPENDING "Tarapacá\nMaule\n\n" BEHIND "120\n\n80\n", "0: Tarapacá | ~120 | \n"
	                                                                   "1: Maule | ~80 | \n");
}

static void
other_figures_have_no_place(void)
{
	/* more of them, which do not add up; a decimal; pieces; too few */
	CHECK_REGIONS(SPENDING "Tarapacá\nMaule\nTotal\n\n" BEHIND "120\n\n80\n\n201\n\n9\n",
	              NAMES_ONLY);
	CHECK_REGIONS(SPENDING "Tarapacá\nMaule\nTotal\n\n" BEHIND "1,5\n\n80\n\n81,5\n\n9\n",
	              NAMES_ONLY);
	CHECK_REGIONS(SPENDING "Tarapacá\nMaule\nTotal\n\n" BEHIND "120\n\nFaros\n\n80\n\n200\n",
	              NAMES_ONLY);
	CHECK_REGIONS(SPENDING "Tarapacá\nMaule\nTotal\n\n" BEHIND "120\n\n80\n", NAMES_ONLY);
	CHECK_REGIONS(SPENDING "Tarapacá\nMaule\nAtacama\n\n" BEHIND "120\n\n80\n\n200\n\n9\n",
	              "0: Tarapacá | ? | \n"
	              "1: Maule | ? | \n"
	              "2: Atacama | ? | \n");
	/* more figures than names */
	CHECK_REGIONS(SPENDING "Tarapacá\nMaule\n\n120\n80\n9\n", "0: Tarapacá | ? | \n"
	                                                          "1: Maule | ? | \n"
	                                                          "2:  | ?120 | \n"
	                                                          "3:  | ?80 | \n"
	                                                          "4:  | ?9 | \n");
}

/* Figures as long as numbers may be add up to one that nothing can hold: they do not add up. */
static void
sums_beyond_all_bounds_prove_nothing(void)
{
	static const char *const names[] = {"Tarapacá", "Antofagasta", "Atacama",   "Coquimbo",
	                                    "Maule",    "Valparaíso",  "Ñuble",     "Biobío",
	                                    "Los Ríos", "Los Lagos",   "Magallanes"};
	char text[2000];
	char *end = text + sprintf(text, "%s", SPENDING);
	Arena arena;
	Report report;
	Fact fact;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		end += sprintf(end, "%s\n", names[i]);
	end += sprintf(end, "Total\n\n%s", BEHIND);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]) + 1; i++)
		end += sprintf(end, "999999999999999999\n");
	sprintf(end, "9\n");
	arena_init(&arena, &host_plain);
	if (report_of(text, &arena, &report))
		CHECK(report_cell(&report, FIELD_REGIONAL_AMOUNT, 0, &fact) &&
		      fact.status == STATUS_AMBIGUOUS && fact.text.len == 0);
	arena_free(&arena);
}

/* Borders that OCR took for characters are none of a region's name. */
static void
borders_are_taken_off_names(void)
{
	CHECK_REGIONS(SPENDING "¡Maule 7\n[Ñuble |9\n", "0: Maule | 7 | \n1: Ñuble | 9 | \n");
}

int
main(void)
{
	RUN(names_and_figures_alternate);
	RUN(names_wrap);
	RUN(columns_come_one_after_the_other);
	RUN(heads_are_of_no_name);
	RUN(a_table_begins_at_a_torn_header);
	RUN(figures_stray_behind_the_table);
	RUN(a_text_ends_the_figures);
	RUN(other_figures_have_no_place);
	RUN(sums_beyond_all_bounds_prove_nothing);
	RUN(borders_are_taken_off_names);
	return unit_end();
}
