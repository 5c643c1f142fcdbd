/*
 * test_texts.c
 *		What the readers make of texts such as the examples do not have.
 *
 * test/unit/test_texts.c
 */
#include "unit.h"

#include "tables.h"

/* A field, or a table's cell, that a text has. */
static void
check_fact(const char *text, FieldId field, uint32_t row, Status status, const char *value)
{
	Arena arena;
	Report report;
	Fact fact;

	arena_init(&arena, &host_plain);
	if (report_of(text, &arena, &report))
	{
		bool has = form_is_scalar(field) ? report_scalar(&report, field, &fact)
		                                 : report_cell(&report, field, row, &fact);

		CHECK_THAT(has, "%s row %u is not there", form_fields[field].key, row);
		if (has)
		{
			CHECK_INT(fact.status, status);
			CHECK_STR(fact.text, value == NULL ? NO_STR : str_of(value));
		}
	}
	arena_free(&arena);
}

static void
a_closing_date_may_be_a_label_alone(void)
{
	static const char start[] = "Informe de Detalle de Programas Sociales\n";
	char text[200];

	sprintf(text, "%s(cierre al)\nAño de inicio: 2015\n", start);
	check_fact(text, FIELD_CLOSING_DATE, 0, STATUS_BLANK, NULL);
	sprintf(text, "%s(cierre al\nAño de inicio: 2015\n", start);
	check_fact(text, FIELD_CLOSING_DATE, 0, STATUS_BLANK, NULL);
	sprintf(text, "%s(cierre al 31 - diciembre - 2021\nAño de inicio: 2015\n", start);
	check_fact(text, FIELD_CLOSING_DATE, 0, STATUS_REPORTED, "31 - diciembre - 2021");
}

static void
names_go_on_where_a_line_breaks_off(void)
{
	static const char text[] = TITLE "Programa Faro\nMinisterio de\nSalud\nServicio de la Costa\n"
	                                 "Año de inicio: 2015\n";

	check_fact(text, FIELD_PROGRAM_NAME, 0, STATUS_REPORTED, "Programa Faro");
	check_fact(text, FIELD_MINISTRY, 0, STATUS_REPORTED, "Ministerio de Salud");
	check_fact(text, FIELD_SERVICE, 0, STATUS_REPORTED, "Servicio de la Costa");
}

static void
a_question_without_an_answer_is_blank(void)
{
	static const char question[] =
	    "¿El programa experimentó modificaciones o reprogramaciones en su ejecución a partir de la "
	    "crisis sanitaria por el Covid 19?:";
	char text[600];

	sprintf(text, TITLE "Año de inicio: 2015\n4. ESTRATEGIA\n%s\n\n", question);
	check_fact(text, FIELD_COVID_CHANGES, 0, STATUS_BLANK, NULL);
	sprintf(text, TITLE "Año de inicio: 2015\n4. ESTRATEGIA\n%s Si\n- Modalidad\n- Plazos\n",
	        question);
	check_fact(text, FIELD_COVID_CHANGES, 0, STATUS_REPORTED, "Si");
	check_fact(text, FIELD_COVID_CHANGE_TYPES, 0, STATUS_REPORTED, "- Modalidad\n- Plazos");
}

/* Which of two columns of one name a figure belongs to, nobody can say. */
static void
columns_of_one_name_are_ambiguous(void)
{
	static const char text[] = TITLE "Desagregación de población beneficiada durante 2021:\n"
	                                 "\tEgreso durante 2021\tTotal\tTotal\n"
	                                 "Ingreso previo a 2021 (arrastre)\t3\t14\t17\n"
	                                 "Ingreso durante a 2021 (nuevo)\t5\t\t9\n"
	                                 "Total\t8\t14\t26\n";

	check_fact(text, FIELD_FLOW_PERSONS, 0, STATUS_REPORTED, "3");
	check_fact(text, FIELD_FLOW_PERSONS, 3, STATUS_AMBIGUOUS, NULL);
	check_fact(text, FIELD_FLOW_PERSONS, 4, STATUS_REPORTED, "5");
	check_fact(text, FIELD_FLOW_PERSONS, 7, STATUS_AMBIGUOUS, NULL);
	check_fact(text, FIELD_FLOW_PERSONS, 12, STATUS_AMBIGUOUS, "14");
	check_fact(text, FIELD_FLOW_PERSONS, 13, STATUS_AMBIGUOUS, "17");
	check_fact(text, FIELD_FLOW_PERSONS, 14, STATUS_AMBIGUOUS, "9");
	check_fact(text, FIELD_FLOW_PERSONS, 16, STATUS_AMBIGUOUS, "26");
}

/* A mark joins the letter before it where there is such a letter; else it stays. */
static void
accents_in_pieces_are_joined(void)
{
	check_fact(TITLE "Programa Rio\xCC\x81\nAño de inicio: 2015\n", FIELD_PROGRAM_NAME, 0,
	           STATUS_REPORTED, "Programa Rió");
	check_fact(TITLE "Programa Rio\xCC\x8B\xCC\xA7\nAño de inicio: 2015\n", FIELD_PROGRAM_NAME, 0,
	           STATUS_REPORTED, "Programa Ri\xC5\x91\xCC\xA7");
	check_fact(TITLE "Programa \xF0\x9F\x8C\x8A\xCC\x81\nAño de inicio: 2015\n", FIELD_PROGRAM_NAME,
	           0, STATUS_REPORTED, "Programa \xF0\x9F\x8C\x8A\xCC\x81");
}

/* Markup is markup where the text is made of it, and characters elsewhere. */
static void
bars_and_brackets_are_text_in_texts_without_markup(void)
{
	check_fact(TITLE "Programa a | b < c & d\nAño de inicio: 2015\n", FIELD_PROGRAM_NAME, 0,
	           STATUS_REPORTED, "Programa a | b < c & d");
	check_fact(TITLE "Programa * # \\ x\nAño de inicio: 2015\n", FIELD_PROGRAM_NAME, 0,
	           STATUS_REPORTED, "Programa * # \\ x");
}

/* A label begins where its first letter stands, not with a stroke on a line before. */
static void
a_line_without_a_letter_begins_no_label(void)
{
	static const char label[] =
	    "Señale la evidencia que le permitió definir la situación proyectada de los indicadores, "
	    "detallando la forma en que se determinaron los valores entregados (información histórica "
	    "o "
	    "de programas existentes, metas institucionales, etc.)";
	char text[600];

	sprintf(text, TITLE "-\n%s: Bitácora de faros\n", label);
	check_fact(text, FIELD_PURPOSE_EVIDENCE, 0, STATUS_REPORTED, "Bitácora de faros");
}

/* Labels line upon line: the values behind the last one are of nobody for sure. */
static void
values_away_from_their_labels_have_no_place(void)
{
	static const char text[] =
	    TITLE "Presupuesto Inicial (Vigente al 4to trimestre año 2021) ($miles):\n"
	          "Presupuesto Final (Vigente al 4to trimestre año 2021) ($miles):\n\n"
	          "100\n200\n";

	check_fact(text, FIELD_INITIAL_BUDGET, 0, STATUS_AMBIGUOUS, NULL);
	check_fact(text, FIELD_FINAL_BUDGET, 0, STATUS_AMBIGUOUS, "100 200");
}

/*
 * A font that does not name its characters gives "<" and "=" for quotation
 * marks, and then dashes may be the digit 3.
 */
static void
where_quotes_are_lost_other_characters_may_be(void)
{
	static const char lost[] = TITLE "Problema principal: El <Faro azul= no alumbra\n"
	                                 "Propósito del programa: Faros 3 de mar\n";
	static const char kept[] = TITLE "Problema principal: El <Faro azul no alumbra\n"
	                                 "Propósito del programa: Faros 3 de mar\n";
	static const char inside[] = TITLE "Problema principal: El <Faro azul=2 no alumbra\n"
	                                   "Propósito del programa: Faros 3 de mar\n";

	check_fact(lost, FIELD_PURPOSE, 0, STATUS_AMBIGUOUS, "Faros 3 de mar");
	check_fact(kept, FIELD_PURPOSE, 0, STATUS_REPORTED, "Faros 3 de mar");
	check_fact(inside, FIELD_PURPOSE, 0, STATUS_REPORTED, "Faros 3 de mar");
}

/* The second line of one label may be the first of another: then the first has no answer. */
static void
labels_may_overlap(void)
{
	static const char text[] = TITLE "4. ESTRATEGIA\n¿Estos cambios se mantendrán para la\n"
	                                 "Ejecución: 2022 del programa?: Si\n";

	static const char question[] = TITLE
	    "Señale\n¿Cuál o cuáles?: de los criterios de focalización aplicados por el programa le "
	    "permiten garantizar que la población beneficiada 2021 presenta en forma significativa "
	    "el problema que da origen al programa: Faros\n";

	check_fact(question, FIELD_TARGETING_GUARANTEE, 0, STATUS_BLANK, NULL);
	check_fact(text, FIELD_COVID_CHANGES_KEPT, 0, STATUS_BLANK, NULL);
	check_fact(text, FIELD_EXECUTION, 0, STATUS_REPORTED, "2022 del programa?: Si");
}

int
main(void)
{
	RUN(a_closing_date_may_be_a_label_alone);
	RUN(names_go_on_where_a_line_breaks_off);
	RUN(a_question_without_an_answer_is_blank);
	RUN(columns_of_one_name_are_ambiguous);
	RUN(accents_in_pieces_are_joined);
	RUN(bars_and_brackets_are_text_in_texts_without_markup);
	RUN(a_line_without_a_letter_begins_no_label);
	RUN(values_away_from_their_labels_have_no_place);
	RUN(where_quotes_are_lost_other_characters_may_be);
	RUN(labels_may_overlap);
	return unit_end();
}
