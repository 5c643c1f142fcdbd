/*
 * test_strays.c
 *		Cells of tables among the blocks of a narrative.
 *
 * test/unit/test_strays.c
 */
#include "unit.h"

#include "tables.h"

/* A table whose header shows that the text comes in blocks. */
#define BLOCKS "5.6) Detalle regional - Gasto componente\nRegión\n\nTotal ejecutado\n\nMaule 9\n"

#define PURPOSE TITLE "Propósito del programa:"
#define FAROS   " Encender faros."
#define END     "Población potencial del programa: Botes\n" BLOCKS

static void
check_purpose(const char *body, const char *expected)
{
	char text[1024];

	snprintf(text, sizeof(text), "%s%s%s", PURPOSE, body, END);
	check_field(text, FIELD_PURPOSE, expected);
}

/* Figures, and heads with what stands under them, end a narrative. */
static void
cells_end_a_narrative(void)
{
	check_purpose(FAROS "\n\n12\n\n3,5%\n\n", "Encender faros.");
	check_purpose(FAROS "\n\nGastos ($miles)\n\n12\n\n", "Encender faros.");
	check_purpose(FAROS "\n\nSubtítulo\n24 (Transferencias Corrientes)\n29 (Adquisición de\n"
	                    "Activos) 700\n\n",
	              "Encender faros.");
	check_purpose(FAROS "\n\nTotal ejecutado\n\n7\n\n", "Encender faros.");
	check_purpose(FAROS "\n\nBeneficiarios efectivos 2021\n\n", "Encender faros.");
	check_purpose(FAROS "\n\nMeta/s\n\n", "Encender faros.");
	check_purpose(FAROS "\n\n2021\n(efectivo al\n31 de\nDiciembr\ne)\nN/A\n\n", "Encender faros.");
}

/* What looks like a cell, and may be a text's own. */
static void
other_blocks_are_the_narrative(void)
{
	check_purpose(FAROS "\n\nPrograma\n\n", "Encender faros. Programa");
	check_purpose(FAROS "\n\n24 (veinticuatro) botes.\n\n",
	              "Encender faros. 24 (veinticuatro) botes.");
	check_purpose(FAROS "\n\nBeneficiarios efectivos de 2021\n\n",
	              "Encender faros. Beneficiarios efectivos de 2021");
	check_purpose(FAROS "\n\nDice:\n12\n\n", "Encender faros. Dice: 12");
	check_purpose(FAROS "\n\n12\nDice\n\n", "Encender faros. 12 Dice");
	check_purpose(" Encender más de\n\n33,9%.\n\n", "Encender más de 33,9%.");
}

/* A sentence may end with the figure, or go on behind the cells. */
static void
a_narrative_may_lack_what_follows_cells(void)
{
	check_purpose(" Encender más de\n\n12\n\n", "?Encender más de");
	check_purpose(FAROS "\n\n12\n\nPágina 1 de 2\n\nY botes.\n\n", "?Encender faros. 12 Y botes.");
	check_purpose(FAROS "\n\nGastos ($miles)\n\n12\n\nPágina 1 de 2\n\nY botes.\n\n",
	              "?Encender faros.");
	check_purpose(FAROS "\n\n4.4 Aumentar los faros\n\n",
	              "?Encender faros. 4.4 Aumentar los faros");
}

/* Behind the label nothing but cells may stand, or a figure that is the value. */
static void
a_narrative_may_be_blank(void)
{
	check_purpose("\n\nGastos ($miles)\n\n12\n\n", "_");
	check_purpose("\n\n12\n\n", "?12");
	check_purpose(" El programa no presenta\n\ninformación.\n\n12\n\nFaros\n\n", "@");
}

/* ---- Targets behind the text on the development goals ---- */

#define GOALS                                                                                      \
	TITLE BLOCKS "7.2) Objetivos de Desarrollo Sostenible (ODS)\n\n"                               \
	             "Objetivos de Desarrollo Sostenible (ODS)\n\n"
#define CONTRIBUTION                                                                               \
	"Indique de manera concreta qué elementos del programa permite contribuir a los ODS "         \
	"identificados:" FAROS "\n\n"
#define TARGET "Meta/s\n14.2 Gestionar la costa\n\n"

#define CHECK_GOALS(text, expected)                                                                \
	CHECK_COLUMNS(text, FIELD_SDG_GOAL, FIELD_SDG_TARGET_NAME, expected)

static void
a_target_may_stand_behind_the_text(void)
{
	static const char text[] = GOALS "14. Vida submarina\n\n" CONTRIBUTION TARGET;

	CHECK_GOALS(text, "0: 14 | ~Vida submarina | 14.2 | ~Gestionar la costa\n");
	check_field(text, FIELD_SDG_CONTRIBUTION, "Encender faros.");
}

/* The names of the goals are known, so that lines of both columns may stand beside one another. */
static void
a_named_goal_finds_its_target_there(void)
{
	static const char text[] = GOALS
	    "1. Fin de la pobreza: Poner fin a la pobreza en todas sus formas en todo el "
	    "mundo\n\n" CONTRIBUTION "1.3 Cuidar a todos 1.4 Y también\na otros\n\nPágina 1 de 2\n\n"
	    "Y botes.\n\n";

	CHECK_GOALS(text,
	            "0: 1 | ~Fin de la pobreza: Poner fin a la pobreza en todas sus formas en todo "
	            "el mundo | 1.3 | ~Cuidar a todos\n"
	            "1: 1 | ~Fin de la pobreza: Poner fin a la pobreza en todas sus formas en todo "
	            "el mundo | 1.4 | ~Y también a otros\n");
	check_field(text, FIELD_SDG_CONTRIBUTION, "Encender faros. Y botes.");
}

/* A text may speak of targets: those of a goal that has one, or that is not there. */
static void
a_text_may_speak_of_targets(void)
{
	check_field(GOALS "14. Vida submarina\n\n14.1 Limpiar el mar\n\n" CONTRIBUTION TARGET,
	            FIELD_SDG_CONTRIBUTION, "?Encender faros. Meta/s 14.2 Gestionar la costa");
	check_field(GOALS "15. Vida de ecosistemas\n\n" CONTRIBUTION TARGET, FIELD_SDG_CONTRIBUTION,
	            "?Encender faros. Meta/s 14.2 Gestionar la costa");
}

int
main(void)
{
	RUN(cells_end_a_narrative);
	RUN(other_blocks_are_the_narrative);
	RUN(a_narrative_may_lack_what_follows_cells);
	RUN(a_narrative_may_be_blank);
	RUN(a_target_may_stand_behind_the_text);
	RUN(a_named_goal_finds_its_target_there);
	RUN(a_text_may_speak_of_targets);
	return unit_end();
}
