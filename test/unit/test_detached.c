/*
 * test_detached.c
 *		Values that stand as blocks behind several labels: of fields, and of the
 *		institution's observations.
 *
 * test/unit/test_detached.c
 */
#include "unit.h"

#include "tables.h"

#define CHECK_OBSERVATIONS(text, expected)                                                         \
	CHECK_COLUMNS(text, FIELD_OBSERVATION_SECTION, FIELD_OBSERVATION_COMMENT, expected)

/* ---- Fields ---- */

#define BUDGETS                                                                                    \
	TITLE "5. PRESUPUESTO\n"                                                                       \
	      "Presupuesto Inicial (Vigente al 4to trimestre año 2021) ($miles):\n"                   \
	      "Presupuesto Final (Vigente al 4to trimestre año 2021) ($miles):\n\n"

static void
each_label_has_a_block(void)
{
	check_field(BUDGETS "100\n\n200\n", FIELD_INITIAL_BUDGET, "~100");
	check_field(BUDGETS "100\n200\n", FIELD_FINAL_BUDGET, "~200");
	check_field(BUDGETS "El programa no presenta\n\ninformación.\n\n200\n", FIELD_INITIAL_BUDGET,
	            "@");
	check_field(BUDGETS "100\n\nPágina 1 de 2\n\n200\n\nPágina 2 de 2\n", FIELD_FINAL_BUDGET,
	            "~200");
}

/* One too few, one too many, or one that cannot be what its label asks for. */
static void
other_blocks_are_of_nobody(void)
{
	check_field(BUDGETS "100\n", FIELD_INITIAL_BUDGET, "?");
	check_field(BUDGETS "100\n", FIELD_FINAL_BUDGET, "?100");
	check_field(BUDGETS "100\n\n200\n\n300\n", FIELD_FINAL_BUDGET, "?100 200 300");
	check_field(BUDGETS "100\n\nFaros\n", FIELD_INITIAL_BUDGET, "?");
	check_field(BUDGETS "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n",
	            FIELD_INITIAL_BUDGET, "?");
}

#define PEOPLE                                                                                     \
	TITLE "1. ANTECEDENTES\n¿El programa cuenta con calificación ex ante?:\n"                    \
	      "Unidad responsable:\n\n"
#define MANAGER "Nombre del encargado:\nCargo:\n\nAna Faro\n\nDirectora (S)\n\n"

/* A value of a run with too few may stand behind another, which looks complete. */
static void
runs_of_a_section_are_all_even_or_none(void)
{
	check_field(PEOPLE "Si\n\nUnidad de Faros\n\n" MANAGER, FIELD_MANAGER_NAME, "~Ana Faro");
	check_field(PEOPLE "Si\n\nUnidad de Faros\n\n" MANAGER, FIELD_RESPONSIBLE_UNIT,
	            "~Unidad de Faros");
	check_field(PEOPLE "Si\n\n" MANAGER, FIELD_MANAGER_NAME, "?");
	check_field(PEOPLE "Si\n\nUnidad de\nFaros\n\n" MANAGER "2. DIAGNÓSTICO Y OBJETIVO\n",
	            FIELD_MANAGER_POSITION, "~Directora (S)");
}

/* Sentences may be of several blocks. */
static void
sentences_do_not_count(void)
{
	static const char text[] =
	    TITLE "2. DIAGNÓSTICO Y OBJETIVO\nProblema principal:\nPropósito del programa:\n\n"
	          "Los faros de la costa no\n\nalumbran.\n";

	check_field(text, FIELD_MAIN_PROBLEM, "?");
	check_field(text, FIELD_PURPOSE, "?Los faros de la costa no alumbran.");
}

/* ---- Observations ---- */

#define DESIGN                                                                                     \
	TITLE "8.1) Diseño\n¿El programa cuenta con observaciones sobre el apartado de Diseño?:"
#define CHANGES "Modificación o ajustes al diseño:"

static void
a_comment_may_stand_behind_a_page(void)
{
	CHECK_OBSERVATIONS(DESIGN " Si\n" CHANGES " Si\nInforme de Detalle de Programas Sociales\n"
	                          "Página 1 de 2\nObservación: Faros.\nOtro(s): No\n"
	                          "Informe de Detalle de Programas Sociales\nPágina 2 de 2\n",
	                   "0: design |  | Si | \n"
	                   "1: design | Modificación o ajustes al diseño | Si | Faros.\n"
	                   "2: design | Otro(s) | No | \n");
}

/* Labels and their answers are blocks of their own, which a page's end may part. */
static void
answers_and_comments_come_in_order(void)
{
	CHECK_OBSERVATIONS(DESIGN "\n" CHANGES "\nObservación:\n\nSi\n\nSi\n\nFaros\n\ny botes.\n"
	                          "Otro(s):\n\nEl programa no presenta\n\ninformación.\n",
	                   "0: design |  | ~Si | \n"
	                   "1: design | Modificación o ajustes al diseño | ~Si | ~Faros y botes.\n"
	                   "2: design | Otro(s) | @ | \n");
	CHECK_OBSERVATIONS(DESIGN "\n\nSi\n\n" CHANGES "\n\nSi\n\nPágina 1 de 2\n\nObservación:\n\n"
	                          "Faros.\n\nPágina 2 de 2\n",
	                   "0: design |  | ~Si | \n"
	                   "1: design | Modificación o ajustes al diseño | ~Si | ~Faros.\n");
}

/* An answer is missing, or a comment where an answer should be: nobody knows whose the others are.
 */
static void
other_answers_are_of_nobody(void)
{
	CHECK_OBSERVATIONS(DESIGN "\n" CHANGES "\nObservación:\n\nSi\n\nFaros.\n"
	                          "Otro(s):\n\nNo\n",
	                   "0: design |  | ? | \n"
	                   "1: design | Modificación o ajustes al diseño | ? | ?Si Faros.\n"
	                   "2: design | Otro(s) | ?No | \n");
	CHECK_OBSERVATIONS(DESIGN "\n" CHANGES "\n\nFaros.\n\nSi\n",
	                   "0: design |  | ? | \n"
	                   "1: design | Modificación o ajustes al diseño | ? | \n");
	CHECK_OBSERVATIONS(DESIGN "\n\nSi\nSi\nSi\nSi\nSi\nSi\nSi\nSi\nSi\nSi\nSi\nSi\nSi\nSi\nSi\nSi\n"
	                          "Si\nSi\n",
	                   "0: design |  | ? | \n");
}

/* Only what is affirmed has a comment. */
static void
comments_stand_behind_yes(void)
{
	CHECK_OBSERVATIONS(DESIGN " Si\n" CHANGES " No\nObservación: Faros.\n",
	                   "0: design |  | Si | \n"
	                   "1: design | Modificación o ajustes al diseño | No | ?Faros.\n");
}

int
main(void)
{
	RUN(each_label_has_a_block);
	RUN(other_blocks_are_of_nobody);
	RUN(runs_of_a_section_are_all_even_or_none);
	RUN(sentences_do_not_count);
	RUN(a_comment_may_stand_behind_a_page);
	RUN(answers_and_comments_come_in_order);
	RUN(other_answers_are_of_nobody);
	RUN(comments_stand_behind_yes);
	return unit_end();
}
