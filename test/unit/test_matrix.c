/*
 * test_matrix.c
 *		Coverage and population flow in texts that give a page in blocks of their
 *		own order.
 *
 * test/unit/test_matrix.c
 */
#include "unit.h"

#include "tables.h"

/* A table behind them, whose header shows that the text comes in blocks. */
#define BLOCKS "5.6) Detalle regional - Gasto componente\nRegión\n\nTotal ejecutado\n\nMaule 9\n"

#define COVERAGE TITLE "Cobertura del Programa:\n\n"
#define ROWS     "Población Objetivo\n\nBeneficiarios efectivos\n\nCobertura\n\n"
#define YEARS    "2020\n\n50\n\n40\n\n80%\n\n2021\n\n60\n\n45\n\n75%\n\n"

#define CHECK_COVERAGE(text, expected)                                                             \
	CHECK_COLUMNS(text BLOCKS, FIELD_COVERAGE_YEAR, FIELD_COVERAGE_REPORTED, expected)

#define PLACED                                                                                     \
	"0: 2020 | ~50 | ~40 | ~80%\n"                                                                 \
	"1: 2021 | ~60 | ~45 | ~75%\n"

/* ---- Coverage ---- */

/* A row whose figures follow its label is read as it stands; those of two rows are placed. */
static void
rows_come_as_blocks(void)
{
	CHECK_COVERAGE(COVERAGE "2020\n\n2021\n\nPoblación Objetivo\n\n50\n\n60\n\n"
	                        "Beneficiarios efectivos\n\n40\n\n45\n\nCobertura\n\n80%\n\n75%\n\n",
	               "0: 2020 | 50 | 40 | 80%\n"
	               "1: 2021 | 60 | 45 | 75%\n");
	CHECK_COVERAGE(COVERAGE
	               "2020\n\n2021\n\nPoblación Objetivo\n\nBeneficiarios efectivos\n\n50\n\n"
	               "60\n\n40\n\n45\n\nCobertura\n\n80%\n\n75%\n\n",
	               PLACED);
}

static void
columns_come_as_blocks(void)
{
	CHECK_COVERAGE(COVERAGE ROWS YEARS, PLACED);
	CHECK_COVERAGE(COVERAGE ROWS "2020\n\n2021\n\n50\n\n40\n\n80%\n\n60\n\n45\n\n75%\n\n", PLACED);
}

/* All of the table may stand behind the next heading, from the first year with figures on. */
static void
a_table_may_stand_behind_its_area(void)
{
	CHECK_COVERAGE(COVERAGE ROWS "4. ESTRATEGIA\n\n" YEARS "El programa presenta 2 componentes.\n",
	               PLACED);
	CHECK_COVERAGE(COVERAGE ROWS "4. ESTRATEGIA\n\n2019\n\nFaros\n\n" YEARS "Botes\n\n", PLACED);
	CHECK_COVERAGE(COVERAGE ROWS "4. ESTRATEGIA\n\n" YEARS "2017\n\n9\n\n", PLACED);
	CHECK_COVERAGE(COVERAGE ROWS "4. ESTRATEGIA\n\nPágina 1 de 2\n\n" YEARS "Página 2 de 2\n",
	               PLACED);
}

/* Nothing tells whose the figures of an incomplete table are; but none is a percentage. */
static void
figures_without_a_ratio_have_no_place(void)
{
	CHECK_COVERAGE(COVERAGE "2020\n\n2021\n\n" ROWS "50\n\n45\n\n", "0: 2020 | ? | ? | _\n"
	                                                                "1: 2021 | ? | ? | _\n"
	                                                                "2:  | ?50 |  | \n"
	                                                                "3:  | ?45 |  | \n");
}

#define REPORT                                                                                     \
	TITLE "cierre al 31 - diciembre - 2021\n3. POBLACIÓN\n"                                       \
	      "Cuantificación Población efectivamente beneficiada: 999\n"
#define CONTRADICTED REPORT "Cobertura del Programa:\n\n2020\n\n2021\n\n"

/*
 * Where the report's figures are others than the table's, ratios tell those of a year;
 * where ratios do not hold either, whole rows have their order.
 */
static void
a_report_may_contradict_its_coverage(void)
{
	CHECK_COVERAGE(CONTRADICTED ROWS "50\n\n60\n\n40\n\n45\n\n80%\n\n75%\n\n", PLACED);
	CHECK_COVERAGE(CONTRADICTED ROWS "50\n\n60\n\n40\n\n45\n\n80%\n\n",
	               "0: 2020 | ~50 | ~40 | ~80%\n"
	               "1: 2021 | ? | ? | ?\n"
	               "2:  | ?60 |  | \n"
	               "3:  | ?45 |  | \n");
	CHECK_COVERAGE(CONTRADICTED
	               "Población Objetivo\n\n50\n\n60\n\n"
	               "Beneficiarios efectivos\n\n40\n\n45\n\nCobertura\n\n33%\n\n44%\n\n",
	               "0: 2020 | ~50 | ~40 | ~33%\n"
	               "1: 2021 | ~60 | ~45 | ~44%\n");
	CHECK_COVERAGE(CONTRADICTED ROWS "50\n\n60\n\n40\n\n45\n\n33%\n\n44%\n\n",
	               "0: 2020 | ? | ? | ?\n"
	               "1: 2021 | ? | ? | ?\n"
	               "2:  | ?50 |  | \n"
	               "3:  | ?60 |  | \n"
	               "4:  | ?40 |  | \n"
	               "5:  | ?45 |  | \n"
	               "6:  | !33% |  | \n"
	               "7:  | !44% |  | \n");
	/* a row with a hole, of a text that keeps its order */
	CHECK_COLUMNS(REPORT "Cobertura del Programa:\n2020 2021\nPoblación Objetivo 50 60\n"
	                     "Beneficiarios efectivos 40 45\nCobertura 75%\n",
	              FIELD_COVERAGE_YEAR, FIELD_COVERAGE_REPORTED,
	              "0: 2020 | 50 | 40 | ?\n"
	              "1: 2021 | 60 | 45 | ~75%\n");
}

static void
a_report_may_contradict_its_costs(void)
{
#define COSTS(figures)                                                                             \
	REPORT BLOCKS "5.8) Resumen Presupuestario\nTotal Ejecutado del programa ($miles) Considera "  \
	              "recursos ejecutados y gastos extrapresupuestarios (a+b): 999.000\n"             \
	              "Gasto por Beneficiario:\n\n2020\n\n2021\n\nGasto por Beneficiario\n\n" figures  \
	              "Presupuesto Ejecutado\n\n"
	CHECK_COLUMNS(COSTS("40\n\n50\n\n"), FIELD_COSTS_YEAR, FIELD_COSTS_AMOUNT,
	              "0: 2020 | ~40\n1: 2021 | ~50\n");
	CHECK_COLUMNS(COSTS("40\n\n"), FIELD_COSTS_YEAR, FIELD_COSTS_AMOUNT,
	              "0: 2020 | ?\n1: 2021 | ?\n2:  | ?40\n");
}

/* A page's end within a table repeats its years, which are no more columns. */
static void
a_page_may_repeat_the_years(void)
{
	CHECK_COLUMNS(COVERAGE "2020 2021\nPoblación Objetivo 50 60\nBeneficiarios efectivos 40 45\n"
	                       "Informe de Detalle de Programas Sociales\nPágina 1 de 2\n2020 2021\n"
	                       "Cobertura 80% 75%\nInforme de Detalle de Programas Sociales\n"
	                       "Página 2 de 2\n",
	              FIELD_COVERAGE_YEAR, FIELD_COVERAGE_REPORTED,
	              "0: 2020 | 50 | 40 | 80%\n"
	              "1: 2021 | 60 | 45 | 75%\n");
}

/* In reading order, a sign by itself belongs to the figure before it. */
static void
a_percent_sign_may_stand_apart(void)
{
	CHECK_COLUMNS(COVERAGE "2020 2021\nPoblación Objetivo 50 60\nBeneficiarios efectivos 40 45\n"
	                       "Cobertura 80 % 75 %\n",
	              FIELD_COVERAGE_YEAR, FIELD_COVERAGE_REPORTED,
	              "0: 2020 | 50 | 40 | 80 %\n"
	              "1: 2021 | 60 | 45 | 75 %\n");
}

/* ---- The population flow ---- */

#define FLOW                                                                                       \
	TITLE "Cuantificación Población efectivamente beneficiada: 26\n"                             \
	      "Desagregación de población beneficiada durante 2021:\n\nEgreso durante 2021\n\n"      \
	      "Egreso posterior a 2021\n\nOtros (desertores, fallecidos, etc.)\n\nTotal\n\n"           \
	      "Ingreso previo a 2021 (arrastre)\n\nIngreso durante a 2021 (nuevo)\n\nTotal\n\n"
#define PARTS "3\n\n5\n\n8\n\n4\n\n6\n\n10\n\n2\n\n6\n\n8\n\n"

#define CHECK_FLOW(text, expected)                                                                 \
	CHECK_COLUMNS(text BLOCKS, FIELD_FLOW_PERSONS, FIELD_FLOW_PERSONS, expected)

#define FLOW_PLACED                                                                                \
	"0: ~3\n1: ~4\n2: ~2\n3: ~9\n4: ~5\n5: ~6\n6: ~6\n7: ~17\n8: ~8\n9: ~10\n10: ~8\n11: ~26\n"

static void
sums_place_a_flow(void)
{
	CHECK_FLOW(FLOW PARTS "9\n\n17\n\n26\n\n", FLOW_PLACED);
	CHECK_FLOW(FLOW "3\n\n4\n\n2\n\n9\n\n5\n\n6\n\n6\n\n17\n\n8\n\n10\n\n8\n\n26\n\n", FLOW_PLACED);
}

/* Sums tell, whatever the report says elsewhere, or whole rows if sums do not hold. */
static void
a_report_may_contradict_its_flow(void)
{
#define LESS                                                                                       \
	"Ingreso previo a 2021 (arrastre)\n\n3\n\n4\n\n2\n\n9\n\n"                                     \
	"Ingreso durante a 2021 (nuevo)\n\n5\n\n6\n\n6\n\n17\n\nTotal\n\n8\n\n10\n\n8\n\n"
#define OTHER                                                                                      \
	TITLE "Cuantificación Población efectivamente beneficiada: 77\n"                             \
	      "Desagregación de población beneficiada durante 2021:\n\nEgreso durante 2021\n\n"      \
	      "Egreso posterior a 2021\n\nOtros (desertores, fallecidos, etc.)\n\nTotal\n\n"
	CHECK_FLOW(OTHER LESS "26\n\n", FLOW_PLACED);
	CHECK_FLOW(OTHER LESS "25\n\n",
	           "0: ~3\n1: ~4\n2: ~2\n3: ~9\n4: ~5\n5: ~6\n6: ~6\n7: ~17\n8: ~8\n9: ~10\n10: ~8\n"
	           "11: ~25\n");
}

/* The totals may be the first figures behind the table, up to the beneficiaries. */
static void
totals_may_stand_behind_a_flow(void)
{
	static const char next[] = "Complete cómo se distribuyen los beneficiarios efectivos a nivel "
	                           "regional al 4to trimestre del año 2021:\n\n";
	char text[2000];

	sprintf(text, "%s%s%s9\n\n17\n\n26\n\n%s", FLOW, PARTS, next, BLOCKS);
	CHECK_COLUMNS(text, FIELD_FLOW_PERSONS, FIELD_FLOW_PERSONS, FLOW_PLACED);
}

#define ABSENT "El programa no presenta información.\n\n"

/* The phrase stands in places without a figure; but sums tell it from no printed zero. */
static void
absent_figures_are_placed_unless_there_is_a_zero(void)
{
	CHECK_FLOW(
	    FLOW "3\n\n5\n\n8\n\n6\n\n12\n\n18\n\n" ABSENT ABSENT ABSENT "9\n\n17\n\n26\n\n",
	    "0: ~3\n1: ~6\n2: @\n3: ~9\n4: ~5\n5: ~12\n6: @\n7: ~17\n8: ~8\n9: ~18\n10: @\n11: ~26\n");
	CHECK_FLOW(
	    FLOW "3\n\n0\n\n3\n\n6\n\n17\n\n23\n\n" ABSENT ABSENT ABSENT "9\n\n17\n\n26\n\n",
	    "0: ~3\n1: ~6\n2: ?\n3: ~9\n4: ?\n5: ~17\n6: ?\n7: ~17\n8: ~3\n9: ~23\n10: ?\n11: ~26\n"
	    "12: ?0\n");
}

/*
 * Where the phrases of all rows stand before their labels, with the first
 * column beside these, nothing tells which columns the phrases are of.
 */
static void
phrases_before_labels_have_no_place(void)
{
	CHECK_FLOW(
	    TITLE
	    "Desagregación de población beneficiada durante 2021:\n\nEgreso durante 2021\n\n"
	    "Egreso posterior a 2021\n\nOtros (desertores, fallecidos, etc.)\n\nTotal\n\n" ABSENT ABSENT
	        ABSENT ABSENT ABSENT ABSENT
	    "Ingreso previo a 2021\n\n9\n\n(arrastre)\n\nIngreso durante a 2021\n\n17\n\n"
	    "(nuevo)\n\nTotal\n\n26\n\n9\n\n17\n\n26\n\n",
	    "0: ?\n1: ?\n2: ?\n3: ?\n4: ?\n5: ?\n6: ~17\n7: ?\n8: ?\n9: ?\n10: ?\n11: ~26\n"
	    "12: ?9\n13: ?26\n14: ?9\n15: ?17\n");
}

/* Without a total that fits, the figures are kept behind the table's places. */
static void
figures_that_fit_no_sum_have_no_place(void)
{
	CHECK_FLOW(FLOW "3\n\n5\n\n7\n\n",
	           "0: ?\n1: ?\n2: ?\n3: ?\n4: ?\n5: ?\n6: ?\n7: ?\n8: ?\n9: ?\n10: ?\n11: ?\n"
	           "12: ?3\n13: ?5\n14: ?7\n");
	CHECK_FLOW(FLOW "26\n\n40\n\n38\n\n", /* four times the total together */
	           "0: ?\n1: ?\n2: ?\n3: ?\n4: ?\n5: ?\n6: ?\n7: ?\n8: ?\n9: ?\n10: ?\n11: ?\n"
	           "12: ?26\n13: ?40\n14: ?38\n");
	CHECK_FLOW(FLOW "26\n\n2,5\n\n",
	           "0: ?\n1: ?\n2: ?\n3: ?\n4: ?\n5: ?\n6: ?\n7: ?\n8: ?\n9: ?\n10: ?\n11: ?\n"
	           "12: ?26\n13: !2,5\n");
}

/* ---- In reading order ---- */

#define ORDERED                                                                                    \
	TITLE "Desagregación de población beneficiada durante 2021:\n"                               \
	      "Egreso durante 2021 Egreso posterior a 2021 Otros (desertores) Total\n"
#define PHRASE "El programa no presenta información. "

/* The phrase alone is the first cell's; a total that sums up nothing has lost figures. */
static void
a_phrase_alone_is_of_the_first_column(void)
{
	CHECK_COLUMNS(ORDERED "Ingreso previo a 2021 (arrastre) " PHRASE
	                      "\nIngreso durante a 2021 (nuevo) 6 2 3 11\nTotal " PHRASE "\n",
	              FIELD_FLOW_PERSONS, FIELD_FLOW_PERSONS,
	              "0: @\n1: _\n2: _\n3: _\n4: 6\n5: 2\n6: 3\n7: 11\n8: ?\n9: ?\n10: ?\n11: ?\n");
	CHECK_COLUMNS(ORDERED "Ingreso previo a 2021 (arrastre) " PHRASE PHRASE "\n",
	              FIELD_FLOW_PERSONS, FIELD_FLOW_PERSONS, "0: ?\n1: ?\n2: ?\n3: ?\n");
}

/* Without a header, nothing tells a table of blank cells from one that was not read. */
static void
a_flow_without_header_and_figures_is_in_doubt(void)
{
#define BARE TITLE "Desagregación de población beneficiada durante 2021:\n"
	CHECK_COLUMNS(BARE "Ingreso previo a 2021 (arrastre)\nIngreso durante a 2021 (nuevo)\nTotal\n",
	              FIELD_FLOW_PERSONS, FIELD_FLOW_PERSONS,
	              "0: ?\n1: ?\n2: ?\n3: ?\n4: ?\n5: ?\n6: ?\n7: ?\n");
	CHECK_COLUMNS(ORDERED "Ingreso previo a 2021 (arrastre)\nTotal\n", FIELD_FLOW_PERSONS,
	              FIELD_FLOW_PERSONS, "0: _\n1: _\n2: _\n3: _\n8: _\n9: _\n10: _\n11: _\n");
}

/* The end of a phrase stands behind a figure that was read after its beginning. */
static void
a_phrase_may_end_behind_a_figure(void)
{
	CHECK_COLUMNS(ORDERED "Ingreso durante a 2021\nEl programa no presenta\n"
	                      "El programa no presenta\n(nuevo) 7 información. información. 7\n",
	              FIELD_FLOW_PERSONS, FIELD_FLOW_PERSONS, "4: ?\n5: ?\n6: ?7\n7: ?7\n");
	/* behind two */
	CHECK_COLUMNS(ORDERED "Ingreso durante a 2021 El programa no presenta\n"
	                      "(nuevo) 1 681 información. 682\n",
	              FIELD_FLOW_PERSONS, FIELD_FLOW_PERSONS, "4: ?\n5: ?1\n6: ?681\n7: ?682\n");
}

/* Where OCR took borders for characters, a dash may be one too. */
static void
a_dash_among_borders_is_no_cell(void)
{
	CHECK_COLUMNS(ORDERED "Ingreso previo a 2021 (arrastre) 1 — 2 3\n", FIELD_FLOW_PERSONS,
	              FIELD_FLOW_PERSONS, "0: 1\n1: _\n2: 2\n3: 3\n");
	CHECK_COLUMNS(ORDERED "Ingreso previo a 2021 (arrastre) [1 — [2 3\n", FIELD_FLOW_PERSONS,
	              FIELD_FLOW_PERSONS, "0: ?\n1: ?\n2: ?\n3: ?\n12: ?1\n13: ?2\n14: ?3\n");
}

int
main(void)
{
	RUN(rows_come_as_blocks);
	RUN(columns_come_as_blocks);
	RUN(a_table_may_stand_behind_its_area);
	RUN(figures_without_a_ratio_have_no_place);
	RUN(a_report_may_contradict_its_coverage);
	RUN(a_report_may_contradict_its_costs);
	RUN(a_page_may_repeat_the_years);
	RUN(a_percent_sign_may_stand_apart);
	RUN(sums_place_a_flow);
	RUN(a_report_may_contradict_its_flow);
	RUN(totals_may_stand_behind_a_flow);
	RUN(absent_figures_are_placed_unless_there_is_a_zero);
	RUN(phrases_before_labels_have_no_place);
	RUN(figures_that_fit_no_sum_have_no_place);
	RUN(a_phrase_alone_is_of_the_first_column);
	RUN(a_flow_without_header_and_figures_is_in_doubt);
	RUN(a_phrase_may_end_behind_a_figure);
	RUN(a_dash_among_borders_is_no_cell);
	return unit_end();
}
