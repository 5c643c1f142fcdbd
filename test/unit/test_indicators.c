/*
 * test_indicators.c
 *		Indicators in texts that give a page in blocks of their own order, in
 *		reading order, or in columns by position.
 *
 * test/unit/test_indicators.c
 */
#include "unit.h"

#include "tables.h"

#define TABLE        "Nombre del Indicador\n\nFórmula de Cálculo\n\n"
#define YEAR(y)      y " (efectivo al 31 de Diciembre)\n\n"
#define HEADS        YEAR("2020") YEAR("2021")
#define LAST_YEAR(y) y " (efectivo al 31 de Diciembre)\n" /* what follows is of its block */
#define PURPOSE      TITLE "6.1) Indicadores de propósito\n" TABLE
#define METHOD(text)                                                                               \
	"Metodología y definiciones conceptuales incorporadas en las fórmulas de cálculo del "      \
	"indicador, indicando fuente de\ninformación: " text "\n\n"
#define LABEL                                                                                      \
	"Metodología y definiciones conceptuales incorporadas en las fórmulas de cálculo del "      \
	"indicador, indicando fuente de información: "
#define EVIDENCE                                                                                    \
	"Señale la evidencia que le permitió definir la situación proyectada de los indicadores, "   \
	"detallando la forma en que se determinaron los valores entregados (información histórica o " \
	"de programas existentes, metas institucionales, etc.): "

#define FAROS "Faros encendidos\n\n(Faros encendidos / faros)\n\n" METHOD("Cuenta faros.")
#define BOTES "Botes reparados\n\n(Botes reparados / botes)\n\n" METHOD("Cuenta botes.")

#define CHECK_INDICATORS(text, expected)                                                           \
	CHECK_COLUMNS(text, FIELD_PURPOSE_YEAR, FIELD_PURPOSE_VALUE, expected)

/* ---- Texts ---- */

static void
names_and_formulas_alternate(void)
{
	CHECK_INDICATORS(
	    PURPOSE HEADS FAROS "1,5\n\n1,7\n\n" BOTES "2,5\n2,7\n",
	    "0: 2020 | actual | ~Faros encendidos | ~(Faros encendidos / faros) | ~Cuenta faros. | "
	    "~1,5\n"
	    "1: 2021 | actual | ~Botes reparados | ~(Botes reparados / botes) | ~Cuenta botes. | ~1,7\n"
	    "64:  |  |  |  |  | ~2,5\n"
	    "65:  |  |  |  |  | ~2,7\n");
}

static void
names_may_come_before_all_formulas(void)
{
	CHECK_INDICATORS(
	    PURPOSE HEADS "Faros encendidos\n\nBotes reparados\n\n(Faros encendidos / "
	                  "faros)\n\n" METHOD("Cuenta faros.") "(Botes reparados / botes)\n\n" METHOD(
	                      "Cuenta botes.") "1,5 1,7\n2,5 2,7\n",
	    "0: 2020 | actual | ~Faros encendidos | ~(Faros encendidos / faros) | ~Cuenta faros. | "
	    "~1,5\n"
	    "1: 2021 | actual | ~Botes reparados | ~(Botes reparados / botes) | ~Cuenta botes. | ~1,7\n"
	    "64:  |  |  |  |  | ~2,5\n"
	    "65:  |  |  |  |  | ~2,7\n");
}

/* Which block is a name and which a formula is not known; nothing of them is lost. */
static void
other_blocks_have_no_place(void)
{
	/* no formula, a name like a formula; a figure ends a name if there is a value for each cell */
	CHECK_INDICATORS(PURPOSE YEAR("2021") "Faros encendidos\n\nFaros por mil\n\n" METHOD(
	                     "Cuenta faros.") "1,5\n",
	                 "0: 2021 | actual | ?Faros encendidos Faros por mil | ? | ?" LABEL
	                 "Cuenta faros. | ~1,5\n");
	CHECK_INDICATORS(PURPOSE YEAR("2021") "Faros encendidos 7\n\n(Faros / faros)\n\n" METHOD(
	                     "Cuenta faros.") "1,5\n",
	                 "0: 2021 | actual | ~Faros encendidos 7 | ~(Faros / faros) | ~Cuenta faros. | "
	                 "~1,5\n");
	CHECK_INDICATORS(
	    PURPOSE YEAR("2021") "Faros / mes\n\n(Faros / faros)\n\n" METHOD("Cuenta faros.") "1,5\n",
	    "0: 2021 | actual | ?Faros / mes (Faros / faros) | ? | ?" LABEL "Cuenta faros. | ~1,5\n");
	/* a sentence that goes on elsewhere, and its end behind the last label */
	CHECK_INDICATORS(PURPOSE YEAR("2021") "Faros encendidos\n\n(Faros / faros)\n\n" METHOD(
	                     "Cuenta los") "faros de la costa.\n\n1,5\n",
	                 "0: 2021 | actual | ~Faros encendidos | ~(Faros / faros) | "
	                 "~Cuenta los faros de la costa. | ~1,5\n");
	/* one block where two should be, and none */
	CHECK_INDICATORS(PURPOSE YEAR("2021") "Faros encendidos\n\n" METHOD("Cuenta faros.") "1,5\n",
	                 "0: 2021 | actual | ?Faros encendidos | ? | ?" LABEL "Cuenta faros. | ~1,5\n");
	CHECK_INDICATORS(PURPOSE YEAR("2021") METHOD("Cuenta faros.") "1,5\n",
	                 "0: 2021 | actual | ? | ? | ?" LABEL "Cuenta faros. | ~1,5\n");
	/* no label: then there are no rows, but texts and values */
	CHECK_INDICATORS(PURPOSE YEAR("2021") "Faros encendidos\n\nFaros por mil\n\n1,5\n",
	                 "0: 2021 | actual | ?Faros encendidos Faros por mil |  |  | ?\n"
	                 "1:  |  |  |  |  | ?1,5\n");
}

/*
 * Of a row that is not a name, a formula and a methodology, what is whole is
 * read, up to a row before whose methodology two formulas stand, or none.  The name
 * before one that has no block of its own may hold it.
 */
static void
rows_are_read_as_far_as_they_are_whole(void)
{
	CHECK_INDICATORS(PURPOSE YEAR("2021") FAROS
	                 "Redes\ntejidas (Redes / mar)\n\n" METHOD("Cuenta redes.") BOTES
	                 "1,5\n2,5\n3,5\n",
	                 "0: 2021 | actual | ?Faros encendidos | ~(Faros encendidos / faros) | "
	                 "~Cuenta faros. | ~1,5\n"
	                 "1:  |  | ?Redes tejidas (Redes / mar) | ? | ~Cuenta redes. | \n"
	                 "2:  |  | ~Botes reparados | ~(Botes reparados / botes) | ~Cuenta botes. | \n"
	                 "64:  |  |  |  |  | ~2,5\n"
	                 "128:  |  |  |  |  | ~3,5\n");
	CHECK_INDICATORS(
	    PURPOSE YEAR("2021") FAROS
	    "(Redes / mar)\n\nBotes reparados\n\n(Botes reparados / botes)\n\n" METHOD("Cuenta botes.")
	        METHOD("Cuenta redes.") "1,5\n2,5\n3,5\n",
	    "0: 2021 | actual | ~Faros encendidos | ~(Faros encendidos / faros) | "
	    "~Cuenta faros. | ~1,5\n"
	    "1:  |  | ?(Redes / mar) Botes reparados (Botes reparados / botes) | ? | ?" LABEL
	    "Cuenta botes. | \n"
	    "2:  |  | ? | ? | ?" LABEL "Cuenta redes. | \n"
	    "64:  |  |  |  |  | ~2,5\n"
	    "128:  |  |  |  |  | ~3,5\n");
	/* a label within a line is a row's as well */
	CHECK_INDICATORS(
	    PURPOSE YEAR("2021") "(Redes / mar)\n\nRedes " METHOD("Cuenta redes.") BOTES "1,5\n2,5\n",
	    "0: 2021 | actual | ?(Redes / mar) | ? | ?Redes " LABEL "Cuenta redes. | ~1,5\n"
	    "1:  |  | ~Botes reparados | ~(Botes reparados / botes) | ~Cuenta botes. | \n"
	    "64:  |  |  |  |  | ~2,5\n");
}

/* A page's end between rows changes nothing; the rest of a name behind it has no place. */
static void
a_page_may_end_between_rows(void)
{
	CHECK_INDICATORS(PURPOSE YEAR("2021") "Faros encendidos\n\n(Faros / faros)\n\n" METHOD(
	                     "Cuenta faros.") "1,5\n\nPágina 1 de 2\n\n" BOTES "2,5\n\nPágina 2 de 2\n",
	                 "0: 2021 | actual | ~Faros encendidos | ~(Faros / faros) | ~Cuenta faros. | "
	                 "~1,5\n"
	                 "1:  |  | ~Botes reparados | ~(Botes reparados / botes) | ~Cuenta botes. | \n"
	                 "64:  |  |  |  |  | ~2,5\n");
	CHECK_INDICATORS(
	    PURPOSE YEAR("2021") "Faros de toda la\n\n(Faros / faros)\n\n" METHOD(
	        "Cuenta faros.") "1,5\n\nPágina 1 de 2\n\ncosta austral\n\nPágina 2 de 2\n",
	    "0: 2021 | actual | ?Faros de toda la | ~(Faros / faros) | ?" LABEL
	    "Cuenta faros. costa austral | ~1,5\n");
}

/* The form prints the label alone where there is no indicator. */
static void
a_label_alone_is_no_indicator(void)
{
	CHECK_INDICATORS(PURPOSE HEADS METHOD(""), "0: 2020 | actual |  |  |  | \n"
	                                           "1: 2021 | actual |  |  |  | \n");
}

/* ---- Values ---- */

#define ONE "~Faros encendidos | ~(Faros encendidos / faros) | ~Cuenta faros."

/* Heads that a page repeats are the same columns. */
static void
heads_may_be_repeated(void)
{
	CHECK_INDICATORS(
	    PURPOSE HEADS FAROS "1,5\n\n1,7\n\n" HEADS BOTES "2,5\n\n2,7\n",
	    "0: 2020 | actual | ~Faros encendidos | ~(Faros encendidos / faros) | ~Cuenta faros. | "
	    "~1,5\n"
	    "1: 2021 | actual | ~Botes reparados | ~(Botes reparados / botes) | ~Cuenta botes. | ~1,7\n"
	    "64:  |  |  |  |  | ~2,5\n"
	    "65:  |  |  |  |  | ~2,7\n");
}

/* A run as long as a row may be of two, unless texts of its own stand before it. */
static void
runs_without_texts_between_have_no_place(void)
{
	CHECK_INDICATORS(
	    PURPOSE HEADS "Faros encendidos\n\nBotes reparados\n\n(Faros encendidos / faros)\n\n"
	                  "(Botes reparados / botes)\n\n1,5 1,7\n\n" METHOD(
	                      "Cuenta faros.") "2,5\n\n" METHOD("Cuenta botes."),
	    "0: 2020 | actual | ~Faros encendidos | ~(Faros encendidos / faros) | ~Cuenta faros. | ?\n"
	    "1: 2021 | actual | ~Botes reparados | ~(Botes reparados / botes) | ~Cuenta botes. | ?\n"
	    "2:  |  |  |  |  | ?1,5\n"
	    "3:  |  |  |  |  | ?1,7\n"
	    "4:  |  |  |  |  | ?2,5\n"
	    "64:  |  |  |  |  | ?\n"
	    "65:  |  |  |  |  | ?\n");
}

/* A row in columns of words, whose formula and methodology values may stand beside. */
#define NARROW(formula, method)                                                                    \
	"Faros encendidos\n\n" formula                                                                 \
	"\n\nMetodología y definiciones\nconceptuales incorporadas en\n"                              \
	"las fórmulas de cálculo del\nindicador o de los indicadores,\nindicando fuente de\n"        \
	"información: " method "\n\n"
#define NARROW_ROW "~Faros encendidos | ~(Faros encendidos / faros que hay) | ~Cuenta faros."
#define NARROW_LABEL                                                                               \
	"Metodología y definiciones conceptuales incorporadas en las fórmulas de cálculo del "      \
	"indicador o de los indicadores, indicando fuente de información: "

/* "un 60 %" is of a sentence; a figure that nothing leads to is another cell's. */
static void
a_value_at_the_end_of_a_text_may_have_strayed(void)
{
	CHECK_INDICATORS(
	    PURPOSE YEAR("2021") "Faros encendidos\n\n(Faros encendidos / faros)\n\n" METHOD(
	        "Cuenta al menos un 60%\nde los faros.") "1,5\n",
	    "0: 2021 | actual | ~Faros encendidos | ~(Faros encendidos / faros) | "
	    "~Cuenta al menos un 60% de los faros. | ~1,5\n");
	CHECK_INDICATORS(
	    PURPOSE HEADS NARROW("(Faros encendidos / faros\nque hay)",
	                         "Cuenta todos ya 2,5\nencendidos.") "1,5\n",
	    "0: 2020 | actual | ?Faros encendidos (Faros encendidos / faros que hay) | ? | "
	    "?" NARROW_LABEL "Cuenta todos ya 2,5 encendidos. | ?\n"
	    "1: 2021 | actual |  |  |  | ?\n"
	    "2:  |  |  |  |  | ?1,5\n");
	/* there is a value for each cell without it */
	CHECK_INDICATORS(
	    PURPOSE YEAR("2021") "Faros encendidos\n\n(Faros encendidos / faros)\n\n" METHOD(
	        "Cuenta todos 2,5\nlos faros.") "1,5\n",
	    "0: 2021 | actual | ~Faros encendidos | ~(Faros encendidos / faros) | "
	    "~Cuenta todos 2,5 los faros. | ~1,5\n");
}

/* It is the first column's: no other is beside the text. */
static void
a_value_may_stand_within_the_text_of_its_row(void)
{
	static const char row[] = "0: 2020 | actual | " NARROW_ROW " | ~4%\n"
	                          "1: 2021 | actual |  |  |  | ~1,7\n";

	CHECK_INDICATORS(
	    PURPOSE HEADS NARROW("(Faros encendidos /\n4%\nfaros que hay)", "Cuenta faros.") "1,7\n",
	    "0: 2020 | actual | ?Faros encendidos (Faros encendidos / faros que hay) | ? | ~Cuenta "
	    "faros. | ~4%\n"
	    "1: 2021 | actual |  |  |  | ~1,7\n");
	CHECK_INDICATORS(
	    PURPOSE HEADS NARROW("(Faros encendidos / faros\n4%\nque hay)", "Cuenta faros.") "1,7\n",
	    row);
	CHECK_INDICATORS(
	    PURPOSE HEADS NARROW("(Faros encendidos / faros 4%\nque hay)", "Cuenta faros.") "1,7\n",
	    row);
	/* a bare number beyond the column, behind a word that may lead to one */
	CHECK_INDICATORS(PURPOSE HEADS NARROW("(Faros encendidos / faros\nque hay)",
	                                      "Registro por las 1.250\nluces de la costa.") "1,7\n",
	                 "0: 2020 | actual | ~Faros encendidos | "
	                 "~(Faros encendidos / faros que hay) | ~Registro por las luces de la costa. | "
	                 "~1.250\n"
	                 "1: 2021 | actual |  |  |  | ~1,7\n");
	/* each row has one, so that each run lacks one */
	CHECK_INDICATORS(
	    PURPOSE HEADS
	        NARROW("(Faros encendidos / faros 4%\nque hay)", "Cuenta faros.") "1,7\n\n" NARROW(
	            "(Faros apagados hoy / faros 5%\nque hay)", "Cuenta faros.") "1,8\n",
	    "0: 2020 | actual | " NARROW_ROW " | ~4%\n"
	    "1: 2021 | actual | ~Faros encendidos | ~(Faros apagados hoy / faros que hay) | "
	    "~Cuenta faros. | ~1,7\n"
	    "64:  |  |  |  |  | ~5%\n"
	    "65:  |  |  |  |  | ~1,8\n");
}

/* A number that fills a line of a narrow column is the text's own, if the next word has no room. */
static void
a_number_may_fill_a_line_of_a_name(void)
{
	CHECK_INDICATORS(PURPOSE HEADS "Faros con\n3.000\nhabitantes\n\n(Faros / faros)\n\n" METHOD(
	                     "Cuenta faros.") "1,7\n",
	                 "0: 2020 | actual | ?Faros con habitantes | ~(Faros / faros) | ~"
	                 "Cuenta faros. | ?\n"
	                 "1: 2021 | actual |  |  |  | ?\n"
	                 "2:  |  |  |  |  | ?3.000\n"
	                 "3:  |  |  |  |  | ?1,7\n");
}

/* "31 de Diciembre" is of the header, "3,1", "31%" and a lone "31" are values. */
static void
values_may_look_like_days(void)
{
	CHECK_INDICATORS(PURPOSE HEADS FAROS "3,1\n31%\n", "0: 2020 | actual | " ONE " | ~3,1\n"
	                                                   "1: 2021 | actual |  |  |  | ~31%\n");
	CHECK_INDICATORS(PURPOSE HEADS FAROS "31\n1,5\n", "0: 2020 | actual | " ONE " | ~31\n"
	                                                  "1: 2021 | actual |  |  |  | ~1,5\n");
	CHECK_INDICATORS(PURPOSE "2020\n(efectivo al\n31\nde Diciembre)\n\n" FAROS "1,5\n",
	                 "0: 2020 | actual | " ONE " | ~1,5\n");
}

/* "100" behind values that stand beside a formula is its factor. */
static void
a_factor_may_stand_behind_values(void)
{
	CHECK_INDICATORS(
	    PURPOSE HEADS NARROW("(Faros encendidos / faros) *\n1,5\n1,7\n100", "Cuenta faros.") "",
	    "0: 2020 | actual | ~Faros encendidos | ~(Faros encendidos / faros) * 100 | "
	    "~Cuenta faros. | ~1,5\n"
	    "1: 2021 | actual |  |  |  | ~1,7\n");
}

/* The first column's head may stand above the label; heads in no order of the form are not known.
 */
static void
heads_are_in_the_order_of_the_form(void)
{
	CHECK_INDICATORS(TITLE "6.1) Indicadores de Propósito\n" YEAR("2020") TABLE
	                 "2021\n(estimado al 31 de\nDiciembre)\n\n" FAROS "1,5\n\n1,7\n",
	                 "0: 2020 | actual | " ONE " | ~1,5\n"
	                 "1: 2021 | expected |  |  |  | ~1,7\n");
	CHECK_INDICATORS(PURPOSE YEAR("2021") YEAR("2020") FAROS "1,5\n\n1,7\n",
	                 "0:  |  | " ONE " | ?1,5\n"
	                 "1:  |  |  |  |  | ?1,7\n");
	CHECK_INDICATORS(PURPOSE "2020\n(estimado al 31 de\nDiciembre)\n\n" YEAR("2021") FAROS
	                 "1,5\n\n1,7\n",
	                 "0:  |  | " ONE " | ?1,5\n"
	                 "1:  |  |  |  |  | ?1,7\n");
}

/*
 * Blocks of two columns: what stands on a year's line is of that year, and the
 * form's order tells the rest.
 */
static void
heads_may_be_read_line_by_line(void)
{
	static const char values[] = "0: 2020 | actual | " ONE " | ~1\n"
	                             "1: 2021 | expected |  |  |  | ~2\n"
	                             "2: 2021 | actual |  |  |  | ~3\n"
	                             "3: 2022 | expected |  |  |  | ~4\n";

	CHECK_INDICATORS(PURPOSE "2021\n2020 (efectivo\n(estimado al\nal 31 de\n31 de\nDiciembre)\n"
	                         "Diciembre)\n\n2022\n2021 (efectivo\n(estimado al\nal 31 de\n31 de\n"
	                         "Diciembre)\nDiciembre)\n\n" FAROS "1\n2\n3\n4\n",
	                 values);
	CHECK_INDICATORS(PURPOSE "2020\n\n2021\n\n(efectivo al\n\n(estimado al (efectivo al\n\n2021\n\n"
	                         "2022\n(estimado al\n\n31 de Diciembre)\n\n" FAROS "1\n2\n3\n4\n",
	                 values);
	/* a page repeats the header in another order */
	CHECK_INDICATORS(PURPOSE "2020 (efectivo\n2021\n(estimado\n\n2022 (estimado\n2021 (efectivo\n\n"
	                         "2021 (efectivo\n2022\n(estimado\n\n2021 (estimado\n2020 "
	                         "(efectivo\n\n" FAROS "1\n2\n3\n4\n",
	                 values);
	/* the first year stands on the label's line */
	CHECK_INDICATORS(TITLE
	                 "6.1) Indicadores de propósito\nNombre del Indicador\n\nFórmula de Cálculo "
	                 "2020\n2021\n(efectivo (estimado\n\n" FAROS "1\n2\n",
	                 "0: 2020 | actual | " ONE " | ~1\n"
	                 "1: 2021 | expected |  |  |  | ~2\n");
}

/* A value behind its head is of that column, and columns without one are blank. */
static void
values_may_stand_behind_their_heads(void)
{
	CHECK_INDICATORS(PURPOSE YEAR("2019") "1,5\n\n" YEAR("2020") LAST_YEAR("2021") "1,7\n\n" FAROS,
	                 "0: 2019 | actual | " ONE " | ~1,5\n"
	                 "1: 2020 | actual |  |  |  | _\n"
	                 "2: 2021 | actual |  |  |  | ~1,7\n");
	/* a block behind the last head may be of any column */
	CHECK_INDICATORS(PURPOSE YEAR("2019") "1,5\n\n" YEAR("2020") YEAR("2021") "1,7\n\n" FAROS,
	                 "0: 2019 | actual | " ONE " | ?\n"
	                 "1: 2020 | actual |  |  |  | ?\n"
	                 "2: 2021 | actual |  |  |  | ?\n"
	                 "3:  |  |  |  |  | ?1,5\n"
	                 "4:  |  |  |  |  | ?1,7\n");
	/* two behind one head, two heads on a line, a text between them: nothing shows whose they are
	 */
	CHECK_INDICATORS(PURPOSE YEAR("2019") YEAR("2020") "1,5\n\n1,7\n\n" YEAR("2021") FAROS,
	                 "0: 2019 | actual | " ONE " | ?\n"
	                 "1: 2020 | actual |  |  |  | ?\n"
	                 "2: 2021 | actual |  |  |  | ?\n"
	                 "3:  |  |  |  |  | ?1,5\n"
	                 "4:  |  |  |  |  | ?1,7\n");
	CHECK_INDICATORS(PURPOSE
	                 "2019 (efectivo al 31 de Diciembre) 2020 (efectivo al 31 de Diciembre)\n\n"
	                 "1,5\n\n" YEAR("2021") "1,7\n\n" FAROS,
	                 "0: 2019 | actual | " ONE " | ?\n"
	                 "1: 2020 | actual |  |  |  | ?\n"
	                 "2: 2021 | actual |  |  |  | ?\n"
	                 "3:  |  |  |  |  | ?1,5\n"
	                 "4:  |  |  |  |  | ?1,7\n");
	CHECK_INDICATORS(PURPOSE "1,5\n\n" YEAR("2019") YEAR("2020") "1,7\n\n" YEAR("2021") FAROS,
	                 "0: 2019 | actual | " ONE " | ?\n"
	                 "1: 2020 | actual |  |  |  | ?\n"
	                 "2: 2021 | actual |  |  |  | ?\n"
	                 "3:  |  |  |  |  | ?1,5\n"
	                 "4:  |  |  |  |  | ?1,7\n");
}

/* What does not fill all rows has no place. */
static void
values_that_fill_no_rows_have_no_place(void)
{
	CHECK_INDICATORS(
	    PURPOSE HEADS FAROS BOTES "1,5\n\n1,7\n\n2,5\n",
	    "0: 2020 | actual | ~Faros encendidos | ~(Faros encendidos / faros) | ~Cuenta faros. | ?\n"
	    "1: 2021 | actual | ~Botes reparados | ~(Botes reparados / botes) | ~Cuenta botes. | ?\n"
	    "2:  |  |  |  |  | ?1,5\n"
	    "3:  |  |  |  |  | ?1,7\n"
	    "4:  |  |  |  |  | ?2,5\n"
	    "64:  |  |  |  |  | ?\n"
	    "65:  |  |  |  |  | ?\n");
	CHECK_INDICATORS(
	    PURPOSE HEADS FAROS BOTES "1,5\n\n1,7\n",
	    "0: 2020 | actual | ~Faros encendidos | ~(Faros encendidos / faros) | ~Cuenta faros. | ?\n"
	    "1: 2021 | actual | ~Botes reparados | ~(Botes reparados / botes) | ~Cuenta botes. | ?\n"
	    "2:  |  |  |  |  | ?1,5\n"
	    "3:  |  |  |  |  | ?1,7\n"
	    "64:  |  |  |  |  | ?\n"
	    "65:  |  |  |  |  | ?\n");
	CHECK_INDICATORS(PURPOSE HEADS FAROS, "0: 2020 | actual | " ONE " | ?\n"
	                                      "1: 2021 | actual |  |  |  | ?\n");
}

/* "N/A" stands in a cell, but which one the order of blocks does not say for sure. */
static void
not_applicable_is_in_doubt_among_blocks(void)
{
	CHECK_INDICATORS(PURPOSE HEADS FAROS "N/A\n\n1,7\n", "0: 2020 | actual | " ONE " | ?N/A\n"
	                                                     "1: 2021 | actual |  |  |  | ~1,7\n");
	CHECK_INDICATORS(PURPOSE YEAR("2019") "No aplica\n\n" YEAR("2020")
	                     LAST_YEAR("2021") "1,7\n\n" FAROS,
	                 "0: 2019 | actual | " ONE " | ?No aplica\n"
	                 "1: 2020 | actual |  |  |  | _\n"
	                 "2: 2021 | actual |  |  |  | ~1,7\n");
	/* where heads are on one line, blocks may be of two columns */
	CHECK_INDICATORS(
	    PURPOSE "2020 (efectivo al 31 de Diciembre) 2021 (efectivo al 31 de Diciembre)\n\n" FAROS
	            "N/A\n\n1,7\n",
	    "0: 2020 | actual | " ONE " | ?N/A\n"
	    "1: 2021 | actual |  |  |  | ~1,7\n");
}

/* Years and what they are must be as many. */
static void
heads_in_pieces_are_no_columns(void)
{
	CHECK_INDICATORS(PURPOSE "2020\n\n2021 (efectivo al 31 de Diciembre)\n\n" FAROS "1,5\n\n1,7\n",
	                 "0:  |  | " ONE " | ?1,5\n"
	                 "1:  |  |  |  |  | ?1,7\n");
}

/* The second table's header, and its values, may stand above its title. */
static void
heads_may_stand_before_the_table(void)
{
	CHECK_COLUMNS(
	    PURPOSE YEAR("2021") FAROS
	    "1,5\n\n" EVIDENCE
	    "Bitácora de faros.\n\n" YEAR("2021") "2,5\n\n"
	                                          "6.2) Indicadores complementarios\n" TABLE BOTES,
	    FIELD_COMPLEMENTARY_YEAR, FIELD_COMPLEMENTARY_VALUE,
	    "0: 2021 | actual | ~Botes reparados | ~(Botes reparados / botes) | ~Cuenta botes. | "
	    "~2,5\n");
}

/* ---- In reading order ---- */

#define LINES                                                                                      \
	TITLE "6.1) Indicadores de propósito\nNombre del Indicador Fórmula de Cálculo 2021 "        \
	      "(efectivo al 31 de Diciembre)\n"

/* A formula begins with a capital letter, also with one that has an accent. */
static void
a_formula_begins_with_a_capital(void)
{
	CHECK_INDICATORS(LINES
	                 "Porcentaje de faros\nÓptimo de faros / faros\n" METHOD("Cuenta.") "1,5\n",
	                 "0: 2021 | actual | Porcentaje de faros | Óptimo de faros / faros | Cuenta. | "
	                 "1,5\n");
}

/* A row that seems to have no value may have its only one at the end of its text. */
static void
an_only_value_may_end_a_text(void)
{
	CHECK_INDICATORS(
	    LINES "Faros 516\n(%) de la costa\n(Faros / faros)\n" METHOD("Cuenta."),
	    "0: 2021 | actual | Faros 516 (%) de la costa | (Faros / faros) | Cuenta. | ?\n"
	    "1:  |  |  |  |  | ?516\n");
	CHECK_INDICATORS(LINES "Faros\n(Faros / faros) * 100\n" METHOD("Cuenta."),
	                 "0: 2021 | actual | Faros | (Faros / faros) * 100 | Cuenta. | _\n");
}

/* Values end a page: what goes on behind it in lower case is of the name, as the method has ended.
 */
static void
a_name_may_end_behind_its_page(void)
{
	CHECK_INDICATORS(
	    LINES "Porcentaje de faros\n(Faros / faros)\n" METHOD(
	        "Cuenta faros.") "Página 1 de 2\n1,5\nde la costa\nPágina 2 de 2\n",
	    "0: 2021 | actual | Porcentaje de faros de la costa | (Faros / faros) | Cuenta "
	    "faros. | 1,5\n");
}

/* What is too wide for the name's column is not of it, and "* 100" is no value. */
static void
a_methodology_may_end_behind_its_page(void)
{
	CHECK_INDICATORS(
	    LINES "Porcentaje\nde faros\n(Faros encendidos en el año t / faros de toda la costa) *\n"
	          "100\nMetodología y definiciones conceptuales incorporadas en\n"
	          "las fórmulas de cálculo del indicador, indicando fuente\n"
	          "de información: Cuenta todos los que hay encendidos en\n1,5\n"
	          "Página 1 de 2\nfaros de toda la costa.\nPágina 2 de 2\n",
	    "0: 2021 | actual | Porcentaje de faros | (Faros encendidos en el año t / faros "
	    "de toda la costa) * 100 | Cuenta todos los que hay encendidos en faros de toda "
	    "la costa. | 1,5\n");
}

/* Of a label that a page's end cuts, with the values before that, all else is known. */
static void
a_page_may_end_within_a_label(void)
{
	CHECK_INDICATORS(
	    LINES "Porcentaje de faros\n(Faros / faros)\nMetodología y definiciones "
	          "conceptuales\nincorporadas en las fórmulas de cálculo del indicador o de los\n1,5\n"
	          "Página 1 de 2\nindicadores, indicando fuente de\ninformación: Cuenta faros.\n"
	          "Página 2 de 2\n",
	    "0: 2021 | actual | Porcentaje de faros | (Faros / faros) | Cuenta faros. | 1,5\n");
	/* where other words stand in it, they may be the rest of the name */
	CHECK_INDICATORS(LINES
	                 "Porcentaje de faros\n(Faros / faros) x\n100\nMetodología y definiciones "
	                 "conceptuales\nincorporadas en las fórmulas de cálculo del indicador o de "
	                 "los\n1,5\nPágina 1 de 2\nde la costa\nindicadores, indicando fuente de\n"
	                 "información: Cuenta faros.\nPágina 2 de 2\n",
	                 "0: 2021 | actual | ?Porcentaje de faros (Faros / faros) x 100 | ? | ?Cuenta "
	                 "faros. | ?\n"
	                 "1:  |  |  |  |  | ?1,5\n");
	CHECK_INDICATORS(
	    LINES "Porcentaje de faros\n(Faros / faros)\nMetodología y definiciones "
	          "conceptuales\nincorporadas en las fórmulas de cálculo del indicador o de "
	          "los\n1,5\nPágina 1 de 2\nde la costa de las islas y de los canales del "
	          "sur y del extremo sur de las\naguas y de la tierra del fuego y del "
	          "mar\nindicadores, indicando fuente de\ninformación: Cuenta faros.\n"
	          "Página 2 de 2\n",
	    "0: 2021 | actual | ?Porcentaje de faros (Faros / faros) | ? | ?Cuenta faros. | ?\n"
	    "1:  |  |  |  |  | ?1,5\n");
}

/* The same without values before the page's end: where more stands there than the label. */
static void
a_name_may_go_on_within_a_label(void)
{
#define CUT_LABEL(rest)                                                                            \
	LINES "Porcentaje de faros\n(Faros / faros)\nMetodología y definiciones conceptuales\n"       \
	      "incorporadas en las fórmulas de cálculo del indicador o de los\nPágina 1 de 2\n" rest   \
	      "indicadores, indicando fuente de\ninformación: Cuenta faros.\n1,5\nPágina 2 de 2\n"
	CHECK_INDICATORS(
	    CUT_LABEL(""),
	    "0: 2021 | actual | Porcentaje de faros | (Faros / faros) | Cuenta faros. | 1,5\n");
	CHECK_INDICATORS(CUT_LABEL("de la costa\n"),
	                 "0: 2021 | actual | ?Porcentaje de faros (Faros / faros) | ? | ?Cuenta "
	                 "faros. | ?\n"
	                 "1:  |  |  |  |  | ?1,5\n");
}

/* Values stand on lines of their own, as many as they are, where the header is not known. */
static void
more_values_than_columns_have_no_place(void)
{
	CHECK_INDICATORS(
	    TITLE "6.1) Indicadores de propósito\nNombre del Indicador Fórmula de "
	          "Cálculo\n"
	          "2021 (efecti vo\nPorcentaje de faros\n(Faros / faros)\n" METHOD(
	              "Cuenta faros.") "1,5 1,7\nPorcentaje de botes\n(Botes / "
	                               "botes)\n" METHOD("Cuenta botes.") "2,5 2,7\n",
	    "0: 2021 | actual | Porcentaje de faros | (Faros / faros) | Cuenta faros. | ?\n"
	    "1:  |  | Porcentaje de botes | (Botes / botes) | Cuenta botes. | ?1,5\n"
	    "2:  |  |  |  |  | ?1,7\n"
	    "64:  |  |  |  |  | ?\n"
	    "65:  |  |  |  |  | ?2,5\n"
	    "66:  |  |  |  |  | ?2,7\n");
}

#define ACROSS                                                                                     \
	TITLE "6.1) Indicadores de propósito\nNombre del Indicador Fórmula de Cálculo\n"            \
	      "2020 (efectivo al 31 de Diciembre)\n2021 (estimado al 31 de Diciembre)\n"

/* Narrow columns break the header's words; a name that does not close its bracket has none. */
static void
heads_and_names_in_reading_order(void)
{
	CHECK_INDICATORS(TITLE "6.1) Indicadores de propósito\nNombre del Indicador Fórmula de Cálculo "
	                       "2020\n(efectiv\no al 31\nde\nDiciembr\ne)\n2021\n(estimad\no al 31 de\n"
	                       "Diciemb\nre)\nPorcentaje de faros\n(Faros / faros)\n" METHOD(
	                           "Cuenta faros.") "1,5 1,7\nBotes (Botes\nde mar /\nBotes de "
	                                            "río)\n" METHOD("Cuenta botes.") "2,5 2,7\n",
	                 "0: 2020 | actual | Porcentaje de faros | (Faros / faros) | Cuenta faros. | "
	                 "1,5\n"
	                 "1: 2021 | expected | ?Botes (Botes de mar / Botes de río) | ? | Cuenta "
	                 "botes. | "
	                 "1,7\n"
	                 "64:  |  |  |  |  | 2,5\n"
	                 "65:  |  |  |  |  | 2,7\n");
}

/* OCR reads across cells: texts are in doubt, and lines with all values are of the next label. */
static void
values_may_end_lines_of_texts(void)
{
	CHECK_INDICATORS(
	    ACROSS "Porcentaje (Faros / 1,5 1,7\nde faros costa)\n" METHOD(
	        "Cuenta faros.") "Porcentaje (Botes / |2,5 2,7\nde botes mar)\n" METHOD("Cuenta "
	                                                                                "botes."),
	    "0: 2020 | actual | ?Porcentaje (Faros / 1,5 1,7 de faros costa) | ? | ?Cuenta "
	    "faros. Porcentaje (Botes / |2,5 2,7 de botes mar) | ~1,5\n"
	    "1: 2021 | expected |  |  | ?Cuenta botes. | ~1,7\n"
	    "64:  |  |  |  |  | ~2,5\n"
	    "65:  |  |  |  |  | ~2,7\n");
	/* not all values, and values behind the label */
	CHECK_INDICATORS(ACROSS
	                 "Porcentaje (Faros / 1,5 1,7 1,9\nde faros costa)\n" METHOD("Cuenta faros."),
	                 "0: 2020 | actual | ?Porcentaje (Faros / 1,5 1,7 1,9 de faros costa) | ? | "
	                 "?Cuenta faros. | ?\n"
	                 "1: 2021 | expected |  |  |  | ?\n");
	CHECK_INDICATORS(
	    ACROSS "Porcentaje\n(Faros / costa)\n" METHOD("Cuenta los 1,5 1,7\nfaros."),
	    "0: 2020 | actual | ?Porcentaje | ?(Faros / costa) | ?Cuenta los 1,5 1,7 faros. | ?\n"
	    "1: 2021 | expected |  |  |  | ?\n");
}

/* Where a name and its formula have more lines than are tried, nobody knows where they part. */
static void
long_names_are_not_parted(void)
{
	char text[8000];
	char *end = text + sprintf(text, "%s", LINES);
	Arena arena;
	Report report;
	Fact fact;

	for (int i = 0; i < 100; i++)
		end += sprintf(end, "Faros de la costa sin luz ni guarda\n");
	sprintf(end, "%s1,5\n", METHOD("Cuenta."));
	arena_init(&arena, &host_plain);
	if (report_of(text, &arena, &report))
		CHECK(report_cell(&report, FIELD_PURPOSE_NAME, 0, &fact) &&
		      fact.status == STATUS_AMBIGUOUS && fact.text.len > 3000);
	arena_free(&arena);
}

/* ---- Columns by position ---- */

#define WIDE                                                                                       \
	TITLE "6.1) Indicadores de propósito\n"                                                       \
	      "Nombre del Indicador     Fórmula de Cálculo                             2021\n"       \
	      "                                                                   (efectivo\n"         \
	      "                                                                    al 31 de\n"         \
	      "                                                                  Diciembre)\n"
#define WIDE_ROW                                                                                   \
	"                         (Faros encendidos / faros)*100\n"                                    \
	"Porcentaje de faros      Metodología y definiciones conceptuales          1,5\n"             \
	"                         incorporadas en las fórmulas de cálculo, indicando\n"              \
	"                         fuente de información: Cuenta faros.\n"

static void
names_stand_beside_the_middle_of_their_rows(void)
{
	CHECK_INDICATORS(WIDE WIDE_ROW,
	                 "0: 2021 | actual | Porcentaje de faros | (Faros encendidos / faros)*100 | "
	                 "Cuenta faros. | 1,5\n");
}

#define TWO_YEARS                                                                                  \
	TITLE "6.1) Indicadores de propósito\n"                                                       \
	      "Nombre del Indicador     Fórmula de Cálculo                             2020       "  \
	      "2021\n"                                                                                 \
	      "                                                                   (efectivo  "         \
	      "(efectivo\n"                                                                            \
	      "                                                                    al 31 de   al 31 "  \
	      "de\n"                                                                                   \
	      "                                                                  Diciembre) "          \
	      "Diciembre)\n"
#define TOUCHED(end, value)                                                                        \
	"                         (Faros encendidos / todos los faros) " end "      " value "\n"       \
	"Porcentaje de faros      Metodología y definiciones conceptuales\n"                          \
	"                         incorporadas en las fórmulas de cálculo, indicando\n"              \
	"                         fuente de información: Cuenta faros de la costa.\n"

/* What touches a formula with another value beside it is one where no word leads to a number. */
static void
values_may_touch_a_formula(void)
{
	CHECK_INDICATORS(TWO_YEARS TOUCHED("personas 83%", "84%"),
	                 "0: 2020 | actual | Porcentaje de faros | ~(Faros encendidos / todos los "
	                 "faros) personas | Cuenta faros de la costa. | ~83%\n"
	                 "1: 2021 | actual |  |  |  | ~84%\n");
	CHECK_INDICATORS(TWO_YEARS TOUCHED("personas 8,3", "8,4"),
	                 "0: 2020 | actual | Porcentaje de faros | ~(Faros encendidos / todos los "
	                 "faros) personas | Cuenta faros de la costa. | ~8,3\n"
	                 "1: 2021 | actual |  |  |  | ~8,4\n");
	CHECK_INDICATORS(TWO_YEARS TOUCHED("personas 83", "84"),
	                 "0: 2020 | actual | Porcentaje de faros | ?(Faros encendidos / todos los "
	                 "faros) personas 83 | Cuenta faros de la costa. | ?\n"
	                 "1: 2021 | actual |  |  |  | ?\n"
	                 "2:  |  |  |  |  | ?84\n");
	CHECK_INDICATORS(TWO_YEARS TOUCHED("menos 83%", "84%"),
	                 "0: 2020 | actual | Porcentaje de faros | ?(Faros encendidos / todos los "
	                 "faros) menos 83% | Cuenta faros de la costa. | ?\n"
	                 "1: 2021 | actual |  |  |  | ?\n"
	                 "2:  |  |  |  |  | ?84%\n");
}

/*
 * Two lines of five may stand a line above the middle: no methodology is blank for that,
 * though where the first row ends is in doubt.
 */
static void
names_may_stand_above_the_middle(void)
{
	CHECK_INDICATORS(
	    WIDE "                         (Faros encendidos / faros)*100\n"
	         "Porcentaje de faros      Metodología y definiciones conceptuales\n"
	         "encendidos               incorporadas en las fórmulas de cálculo,          1,5\n"
	         "                         indicando fuente de información:\n"
	         "                         Cuenta los faros.\n"
	         "                         (Botes reparados / botes)*100\n"
	         "Porcentaje de botes      Metodología y definiciones conceptuales\n"
	         "reparados                incorporadas en las fórmulas de cálculo,          2,5\n"
	         "                         indicando fuente de información:\n"
	         "                         Cuenta los botes.\n",
	    "0: 2021 | actual | Porcentaje de faros encendidos | (Faros encendidos / faros)*100 | "
	    "?Cuenta los faros. | 1,5\n"
	    "1:  |  | Porcentaje de botes reparados | ?(Botes reparados / botes)*100 | Cuenta los "
	    "botes. | \n"
	    "64:  |  |  |  |  | 2,5\n");
}

/* More rows than are kept are not read, and none of their text is lost. */
static void
many_rows_by_position_are_unmapped(void)
{
	static char text[70 * sizeof(WIDE_ROW) + sizeof(WIDE)];
	char *end = text + sprintf(text, "%s", WIDE);
	Arena arena;
	Report report;
	Fact fact;

	for (int i = 0; i < 70; i++)
		end += sprintf(end, "%s", WIDE_ROW);
	arena_init(&arena, &host_plain);
	if (report_of(text, &arena, &report))
	{
		CHECK(!report_cell(&report, FIELD_PURPOSE_NAME, 0, &fact));
		CHECK(report_cell(&report, FIELD_UNMAPPED_CONTENT, 0, &fact) &&
		      fact.text.len > 70 * strlen("Porcentaje de faros"));
	}
	arena_free(&arena);
}

int
main(void)
{
	RUN(names_and_formulas_alternate);
	RUN(names_may_come_before_all_formulas);
	RUN(other_blocks_have_no_place);
	RUN(rows_are_read_as_far_as_they_are_whole);
	RUN(a_page_may_end_between_rows);
	RUN(a_label_alone_is_no_indicator);
	RUN(heads_may_be_repeated);
	RUN(runs_without_texts_between_have_no_place);
	RUN(a_value_at_the_end_of_a_text_may_have_strayed);
	RUN(a_value_may_stand_within_the_text_of_its_row);
	RUN(a_number_may_fill_a_line_of_a_name);
	RUN(values_may_look_like_days);
	RUN(a_factor_may_stand_behind_values);
	RUN(heads_are_in_the_order_of_the_form);
	RUN(heads_may_be_read_line_by_line);
	RUN(values_may_stand_behind_their_heads);
	RUN(values_that_fill_no_rows_have_no_place);
	RUN(not_applicable_is_in_doubt_among_blocks);
	RUN(heads_in_pieces_are_no_columns);
	RUN(heads_may_stand_before_the_table);
	RUN(a_formula_begins_with_a_capital);
	RUN(an_only_value_may_end_a_text);
	RUN(a_name_may_end_behind_its_page);
	RUN(a_methodology_may_end_behind_its_page);
	RUN(a_page_may_end_within_a_label);
	RUN(a_name_may_go_on_within_a_label);
	RUN(more_values_than_columns_have_no_place);
	RUN(heads_and_names_in_reading_order);
	RUN(values_may_end_lines_of_texts);
	RUN(long_names_are_not_parted);
	RUN(names_stand_beside_the_middle_of_their_rows);
	RUN(values_may_touch_a_formula);
	RUN(names_may_stand_above_the_middle);
	RUN(many_rows_by_position_are_unmapped);
	return unit_end();
}
