/*
 * test_goals.c
 *		Development goals in texts that give a page in blocks of their own order, or
 *		that keep columns by position.
 *
 * test/unit/test_goals.c
 */
#include "unit.h"

#include "tables.h"

#define GOALS TITLE "7.2) ODS\nObjetivos de Desarrollo Sostenible (ODS)\n\nMeta/s\n\n"

#define CHECK_GOALS(text, expected)                                                                \
	CHECK_COLUMNS(text, FIELD_SDG_GOAL, FIELD_SDG_TARGET_NAME, expected)

/* A target's number says which goal is its, in whatever order they come. */
static void
targets_find_their_goals(void)
{
	CHECK_GOALS(GOALS "14.2 Gestionar la costa\n\n14. Vida submarina\n\n15. Vida de ecosistemas\n\n"
	                  "15.1 Cuidar bosques\n\n14.a Investigar el mar\n",
	            "0: 14 | ~Vida submarina | 14.2 | ~Gestionar la costa\n"
	            "1: 14 | ~Vida submarina | 14.a | ~Investigar el mar\n"
	            "2: 15 | ~Vida de ecosistemas | 15.1 | ~Cuidar bosques\n");
}

/* A number may touch its name; a figure before small letters is neither's. */
static void
numbers_may_touch_names(void)
{
	static const char lines[] =
	    TITLE "7.2) ODS\nObjetivos de Desarrollo Sostenible (ODS) Meta/s\n14. Vida submarina\n"
	          "14.2Gestionar la costa\n15.Áreas de bosques\n15.1 Cuidar\n2.5x bosques\n";

	CHECK_GOALS(lines, "0: 14 | Vida submarina | 14.2 | Gestionar la costa\n"
	                   "1: 15 | Áreas de bosques | 15.1 | Cuidar 2.5x bosques\n");
}

/* Words of a line set to its full width may stand on lines of their own. */
static void
numbers_may_stand_alone(void)
{
#define LINES TITLE "7.2) ODS\nObjetivos de Desarrollo Sostenible (ODS)\nMeta/s\n"
	CHECK_GOALS(LINES "14.\nVida\nsubmarina\n14.2\nGestionar la costa\n",
	            "0: 14 | Vida submarina | 14.2 | Gestionar la costa\n");
	/* a sentence may end with one */
	CHECK_GOALS(LINES "14. Vida submarina\n14.2 Gestionar las costas de las\n16.\nregiones\n",
	            "0: 14 | Vida submarina | 14.2 | Gestionar las costas de las 16. regiones\n");
}

static void
a_goal_may_have_no_target(void)
{
	CHECK_GOALS(GOALS "14. Vida submarina\n\n1. Fin de la pobreza\n\n1.2 Reducirla\n",
	            "0: 14 | ~Vida submarina |  | \n"
	            "1: 1 | ~Fin de la pobreza | 1.2 | ~Reducirla\n");
}

/* Behind a goal that is missing, other rows may be too. */
static void
targets_need_their_goals(void)
{
	CHECK_GOALS(GOALS "14.2 Gestionar la costa\n\n1. Fin de la pobreza\n\n1.2 Reducirla\n",
	            "0: ?1 | ~Fin de la pobreza | ?1.2 | ~Reducirla\n");
}

/* Lines that wrap at one width are one name; a line that ends early has lost its end. */
static void
names_wrap_at_one_width(void)
{
	CHECK_GOALS(
	    GOALS "14. Vida submarina y de\nla costa\n\n14.2 Gestionar las costas y\nlas bahías\n",
	    "0: 14 | ~Vida submarina y de la costa | 14.2 | ~Gestionar las costas y las bahías\n");
	CHECK_GOALS(GOALS "14. Vida submarina y de la costa\n\n15. Vida de\nlos bosques\n\n"
	                  "14.2 Gestionar la costa\n",
	            "0: 14 | ~Vida submarina y de la costa | 14.2 | ~Gestionar la costa\n"
	            "1: 15 | ?Vida de los bosques |  | \n");
}

/* Where goals and targets share a block, words of one may be among the other's. */
static void
mixed_blocks_leave_doubt(void)
{
	CHECK_GOALS(GOALS "14. Vida submarina\n14.2 Gestionar la costa\n\n1. Fin de la pobreza\n",
	            "0: 14 | ?Vida submarina | 14.2 | ?Gestionar la costa\n"
	            "1: 1 | ~Fin de la pobreza |  | \n");
	CHECK_GOALS(GOALS "14. Vida submarina\n\n14.2 Gestionar la costa\n\nde Chile\n",
	            "0: 14 | ?Vida submarina | 14.2 | ?Gestionar la costa\n");
	CHECK_GOALS(GOALS "Vida de\n\n14. Vida submarina\n", "0: 14 | ?Vida submarina |  | \n");
}

/* The words of a goal's name go on beside its target's, which has one of them too. */
static void
words_that_may_be_of_name_or_target_leave_doubt(void)
{
	CHECK_GOALS(
	    GOALS "12. Producción y 12.5 Reducir los desechos del\nconsumo y los envases\n"
	          "consumo responsables: Garantizar modalidades de consumo y producción "
	          "sostenibles\n",
	    "0: 12 | ?Producción y consumo responsables: Garantizar modalidades de consumo y "
	    "producción sostenibles | 12.5 | ?Reducir los desechos del consumo y los envases\n");
}

static void
touching_columns_are_not_read(void)
{
	CHECK_GOALS(GOALS "14. Vida submarina 14.2 Gestionar la costa\n", "");
	CHECK_GOALS(GOALS "14. Vida submarina\n\n14.1 Limpiar el mar y 14.2\n\nGestionar la costa\n",
	            "");
}

/* In a text that does not come in blocks, too, lines of both columns may alternate. */
static void
names_may_be_mixed_in_lines(void)
{
#define ENDED "Poner fin a la pobreza en todas sus formas en todo el mundo"
	CHECK_GOALS(TITLE "7.2) ODS\nObjetivos de Desarrollo Sostenible (ODS) Meta/s\n"
	                  "1. Fin de la pobreza: Poner fin\n1.3 Cuidar a quienes\n"
	                  "a la pobreza en todas sus formas en todo el mundo\nno tienen bote\n",
	            "0: 1 | ~Fin de la pobreza: " ENDED " | 1.3 | ~Cuidar a quienes no tienen bote\n");
	CHECK_GOALS(TITLE "7.2) ODS\nObjetivos de Desarrollo Sostenible (ODS) Meta/s\n"
	                  "1. Fin de la pobreza: Poner fin\n"
	                  "a la pobreza en todas sus formas en todo el mundo\n"
	                  "1.3 Cuidar a quienes\nno tienen bote\n",
	            "0: 1 | Fin de la pobreza: " ENDED " | 1.3 | Cuidar a quienes no tienen bote\n");
}

/* A name in other words than it is known, but for its beginning or words between, is as printed. */
static void
a_name_may_have_other_words(void)
{
	CHECK_GOALS(TITLE "7.2) ODS\nObjetivos de Desarrollo Sostenible (ODS) Meta/s\n"
	                  "5. Igualdad de género: Cuidar de todas\n5.2 Eliminar la violencia\n"
	                  "Objetivos de Desarrollo Sostenible\nMeta/s\n"
	                  "1. Fin de la pobreza: Menos gente sin fin a la pobreza en el mar\n",
	            "0: 5 | Igualdad de género: Cuidar de todas | 5.2 | Eliminar la violencia\n"
	            "1: 1 | Fin de la pobreza: Menos gente sin fin a la pobreza en el mar |  | \n");
	CHECK_GOALS(TITLE "7.2) ODS\nObjetivos de Desarrollo Sostenible (ODS) Meta/s\n"
	                  "1. Fin de la pobreza: Poner fin 7 a la pobreza\n",
	            "0: 1 | ?Fin de la pobreza: Poner fin 7 a la pobreza |  | \n");
}

/* A name that goes on otherwise than it is known, or breaks off, has words of another cell, or
 * lacks some. */
static void
a_torn_name_is_in_doubt(void)
{
	CHECK_GOALS(TITLE "7.2) ODS\nObjetivos de Desarrollo Sostenible (ODS) Meta/s\n"
	                  "1. Fin de la pobreza: " ENDED " 1,3 Cuidar\n"
	                  "14. Vida submarina y costera\n14.2 Gestionar la costa\n"
	                  "5. Igualdad de género: Lograr la igualdad\n5.2 Eliminar la violencia\n",
	            "0: 1 | ?Fin de la pobreza: " ENDED " 1,3 Cuidar |  | \n"
	            "1: 14 | Vida submarina y costera | 14.2 | Gestionar la costa\n"
	            "2: 5 | ?Igualdad de género: Lograr la igualdad | 5.2 | ?Eliminar la violencia\n");
}

/* What is behind the last item that is kept may be the end of any. */
static void
more_items_than_are_kept_leave_doubt(void)
{
	char text[8000];
	char *end = text + sprintf(text, "%s14. Vida submarina\n\n", GOALS);
	Arena arena;
	Report report;
	Fact fact;

	for (int i = 1; i < 140; i++)
		end += sprintf(end, "14.%d Gestionar la costa\n\n", i);
	arena_init(&arena, &host_plain);
	if (report_of(text, &arena, &report))
	{
		CHECK_INT(report_rows(&report, FIELD_SDG_TARGET), 127);
		CHECK(report_cell(&report, FIELD_SDG_TARGET, 126, &fact) &&
		      str_equal(fact.text, STR("14.127")));
		CHECK(report_cell(&report, FIELD_SDG_TARGET_NAME, 126, &fact) &&
		      fact.status == STATUS_AMBIGUOUS);
	}
	arena_free(&arena);
	/* beside one another, as many lines have no place at all */
	end = text + sprintf(text, "%s", GOALS);
	for (int i = 1; i < 140; i++)
		end += sprintf(end, "14. Vida submarina 14.%d Cuidar la costa\n", i);
	CHECK_GOALS(text, "");
}

/* ---- Columns by position ---- */

#define WIDE TITLE "7.2) ODS\nObjetivos de Desarrollo Sostenible (ODS)          Meta/s\n"

static void
goals_stand_beside_their_targets(void)
{
	CHECK_GOALS(WIDE "14. Vida submarina                                14.2 Gestionar la costa\n"
	                 "15. Vida de ecosistemas                           15.1 Cuidar bosques\n",
	            "0: 14 | Vida submarina | 14.2 | Gestionar la costa\n"
	            "1: 15 | Vida de ecosistemas | 15.1 | Cuidar bosques\n");
}

/* A target inside a goal shows that the columns touch, one under another goal that they do not fit.
 */
static void
columns_that_do_not_fit_are_not_read(void)
{
	CHECK_GOALS(WIDE "14. Vida submarina 14.1 Limpiar                   14.2 Gestionar la costa\n"
	                 "15. Vida de ecosistemas                           15.1 Cuidar bosques\n",
	            "");
	CHECK_GOALS(WIDE "14. Vida submarina                                13.2 Gestionar la costa\n"
	                 "15. Vida de ecosistemas                           15.1 Cuidar bosques\n",
	            "");
}

int
main(void)
{
	RUN(targets_find_their_goals);
	RUN(numbers_may_touch_names);
	RUN(numbers_may_stand_alone);
	RUN(a_goal_may_have_no_target);
	RUN(targets_need_their_goals);
	RUN(names_wrap_at_one_width);
	RUN(mixed_blocks_leave_doubt);
	RUN(words_that_may_be_of_name_or_target_leave_doubt);
	RUN(touching_columns_are_not_read);
	RUN(names_may_be_mixed_in_lines);
	RUN(a_name_may_have_other_words);
	RUN(a_torn_name_is_in_doubt);
	RUN(more_items_than_are_kept_leave_doubt);
	RUN(goals_stand_beside_their_targets);
	RUN(columns_that_do_not_fit_are_not_read);
	return unit_end();
}
