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

	static const char wrapped[] = TITLE
	    "Programa Faro para caletas\ncon menos de cien botes\nPresidencia\nAño de inicio: 2015\n";

	check_fact(text, FIELD_PROGRAM_NAME, 0, STATUS_REPORTED, "Programa Faro");
	check_fact(text, FIELD_MINISTRY, 0, STATUS_REPORTED, "Ministerio de Salud");
	check_fact(text, FIELD_SERVICE, 0, STATUS_REPORTED, "Servicio de la Costa");
	/* no line says that it is a ministry */
	check_fact(wrapped, FIELD_PROGRAM_NAME, 0, STATUS_REPORTED,
	           "Programa Faro para caletas con menos de cien botes");
	check_fact(wrapped, FIELD_MINISTRY, 0, STATUS_REPORTED, "Presidencia");
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

/* What rises above the edge of the next page is printed at the end of this one, too. */
static void
tops_of_letters_are_furniture(void)
{
#define NAMED TITLE "Año de inicio: 2015\nPropósito del programa: Encender faros en la\n"
	check_fact(NAMED "ó\n\né á\n\fregión. Después más\n", FIELD_PURPOSE, 0, STATUS_REPORTED,
	           "Encender faros en la región. Después más");
	check_fact(NAMED "ó\nPágina 1 de 2\né\n\fregión. Después\n", FIELD_PURPOSE, 0, STATUS_REPORTED,
	           "Encender faros en la región. Después");
	/* a text without pages */
	check_fact(NAMED "Ó\nREGIÓN.\n", FIELD_PURPOSE, 0, STATUS_REPORTED,
	           "Encender faros en la REGIÓN.");
	/* beside the page's mark, and a sign that is as tall */
	check_fact(NAMED "file:///faro.html  ó é 7/8\n\fregión. Después\n", FIELD_PURPOSE, 0,
	           STATUS_REPORTED, "Encender faros en la región. Después");
	check_fact(NAMED "$\n\fzona por $ 5\n", FIELD_PURPOSE, 0, STATUS_REPORTED,
	           "Encender faros en la zona por $ 5");
	/* letters that the next page does not begin with, and those that stand elsewhere */
	check_fact(NAMED "é\n\fregión.\n", FIELD_PURPOSE, 0, STATUS_REPORTED,
	           "Encender faros en la é región.");
	check_fact(NAMED "é\nregión de\nhé\n\fla costa\n", FIELD_PURPOSE, 0, STATUS_REPORTED,
	           "Encender faros en la é región de hé la costa");
	check_fact(NAMED "ó\n", FIELD_PURPOSE, 0, STATUS_REPORTED, "Encender faros en la ó");
}

/* Of two, the title is the one above the closing date. */
static void
a_page_may_be_headed_by_the_title(void)
{
	static const char text[] = TITLE "Programa Faro\nMinisterio de Salud\nServicio de la Costa\n"
	                                 "Informe de Detalle de Programas Sociales\n"
	                                 "Año de inicio: 2015\n";

	check_fact(text, FIELD_SERVICE, 0, STATUS_REPORTED, "Servicio de la Costa");
	check_fact("Informe de Detalle de Programas Sociales\n" TITLE
	           "Programa Faro\nMinisterio de Salud\nServicio de la Costa\nAño de inicio: 2015\n",
	           FIELD_PROGRAM_NAME, 0, STATUS_REPORTED, "Programa Faro");
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

#define SECTION_3 TITLE "Año de inicio: 2015\n3. POBLACIÓN\n3.1) Población potencial\n"

/* Labels that mean one of the form's, and where the form has it */
static void
labels_are_found_in_other_words(void)
{
	static const struct
	{
		const char *text;
		FieldId field;
		const char *value;
	} texts[] = {
	    /* a word more, before its colon or within */
	    {SECTION_3 "Cuantificación Población potencial vigente: 7\n", FIELD_POTENTIAL_POPULATION,
	     "7"},
	    {SECTION_3 "Cuantificación total Población potencial: 7\n", FIELD_POTENTIAL_POPULATION,
	     "7"},
	    /* an article, singular for plural, slips */
	    {SECTION_3 "Cuantificación de la Población potencial: 7\n", FIELD_POTENTIAL_POPULATION,
	     "7"},
	    {SECTION_3 "Fuentes de información: Censo\n", FIELD_POTENTIAL_POPULATION_SOURCE, "Censo"},
	    {SECTION_3 "Fuente de infromación: Censo\n", FIELD_POTENTIAL_POPULATION_SOURCE, "Censo"},
	    {SECTION_3 "Uniad de medida: Personas\n", FIELD_POTENTIAL_POPULATION_UNIT, "Personas"},
	    /* over lines, behind a value that is none of it */
	    {TITLE
	     "Página web: N/A\nSeñale el objetivo estratégico de la institución\nresponsable que más "
	     "se vincule al programa (acorde al\nFormulario A-1 Dirección de Presupuestos): Crecer\n"
	     "2. DIAGNÓSTICO Y OBJETIVO\n",
	     FIELD_STRATEGIC_OBJECTIVE, "Crecer"},
	    /* headings, with another number too */
	    {TITLE
	     "Año de inicio: 2015\n5. PRESUPUESTO\n5.3) Gastos por Componentes\nComponente\tGasto "
	     "(M$)\tDetalle\nBecas\t12\tCuotas\nTotal Gasto por Componente al 4to trimestre 2021 "
	     "($miles): 12\n",
	     FIELD_COMPONENT_SPENDING, "12"},
	    {TITLE "Año de inicio: 2015\n4. ESTRATEGIA\nEl programa presenta 1 componente.\n",
	     FIELD_COMPONENT_COUNT, "1"},
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		check_fact(texts[i].text, texts[i].field, 0, STATUS_REPORTED, texts[i].value);
}

/* The nearest label is one that the form has elsewhere. */
static void
labels_in_other_words_stand_in_their_place(void)
{
	check_fact(
	    TITLE "5.7) Gasto Administrativo\nTotal Gasto al 4to trimestre 2021 en ($miles): 5\n",
	    FIELD_OTHER_LABEL, 2, STATUS_REPORTED, "Total Gasto al 4to trimestre 2021 en ($miles)");
}

/* Labels that mean something else, or more than one: the form does not know them. */
static void
other_labels_stay_unknown(void)
{
	static const char *const labels[] = {
	    "Cuantificación Población regional",           /* a word in another's place */
	    "Cuantificación Población",                    /* two labels are as near */
	    "Cuantificación Población no potencial",       /* the contrary */
	    "Cuantificación Población potencial anterior", /* another year's */
	    "Cuantificación Población potencial 2",        /* a number */
	    "Unidad",                                      /* a word less in a short label */
	    "Unidad territorial de medida presupuestaria", /* two words more */
	};
	char text[400];

	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
	{
		sprintf(text, SECTION_3 "%s: 7\n3.2) Población objetivo\n", labels[i]);
		check_fact(text, FIELD_OTHER_LABEL, 3, STATUS_REPORTED, labels[i]);
	}
}

/* Around a table of indicators whose cells are blocks, names in one column */
#define BLOCKS_HEAD                                                                                \
	TITLE                                                                                          \
	"Año de inicio: 2015\n\n6. INDICADORES\n\n6.1) Indicadores de Propósito\n\n"                 \
	"Nombre del\nIndicador\n\nFórmula de Cálculo\n\n2020\n(efectivo al\n31 de\nDiciembre)\n\n"   \
	"2021\n(estimado al\n31 de\nDiciembre)\n\n"
#define BLOCKS_LABEL                                                                               \
	"Metodología y definiciones\nconceptuales incorporadas en las\nfórmulas de cálculo del "    \
	"indicador\no de los indicadores, indicando\nfuente de información: "
#define BLOCKS_END "\n7. OTROS ATRIBUTOS\n"

static void
check_indicator(const char *text, uint32_t row, const char *name, const char *formula,
                const char *methodology)
{
	Status status = formula == NULL ? STATUS_AMBIGUOUS : STATUS_INFERRED;

	check_fact(text, FIELD_PURPOSE_NAME, row, status, name);
	check_fact(text, FIELD_PURPOSE_FORMULA, row, status, formula);
	if (formula != NULL)
		check_fact(text, FIELD_PURPOSE_METHODOLOGY, row, status, methodology);
}

static void
texts_of_indicators_come_in_blocks(void)
{
	/* all names first; a value beside a formula's lines */
	static const char columns[] = BLOCKS_HEAD
	    "Tasa de egreso\nde aprendices\n\nCosto por taller\n\n(Aprendices que egresan en t /\n4%\n"
	    "aprendices en t) * 100\n\n" BLOCKS_LABEL "Se\ncuentan los del año.\n\n"
	    "Gasto en talleres / talleres\nimpartidos a quienes aprenden\n\n" BLOCKS_LABEL
	    "Lo\ninforma la unidad.\n" BLOCKS_END;
	/* a name behind a methodology, and a methodology that a page's end cuts */
	static const char rows[] = BLOCKS_HEAD
	    "Tasa de egreso\nde aprendices\n\n(Aprendices que egresan en t /\naprendices en t) * "
	    "100\n\n" BLOCKS_LABEL "Se\ncuentan los del año.\nCosto por\ntaller\n\n"
	    "Gasto en talleres / talleres\nimpartidos a quienes aprenden\n\n" BLOCKS_LABEL
	    "Lo\ninforma la unidad, que revisa el\n\n2/3\n\n\fgasto de cada taller al "
	    "cierre.\n" BLOCKS_END;
	/* the rest of a name by itself */
	static const char parts[] =
	    BLOCKS_HEAD "Tasa de egreso\n\nde aprendices\n\n(Aprendices que egresan en t /\naprendices "
	                "en t) * 100\n\n" BLOCKS_LABEL
	                "Se\ncuentan los del año.\n\nGasto / talleres\n\n" BLOCKS_LABEL
	                "Lo\ninforma la unidad.\n" BLOCKS_END;

	check_indicator(columns, 0, "Tasa de egreso de aprendices",
	                "(Aprendices que egresan en t / aprendices en t) * 100",
	                "Se cuentan los del año.");
	check_indicator(columns, 1, "Costo por taller",
	                "Gasto en talleres / talleres impartidos a quienes aprenden",
	                "Lo informa la unidad.");
	check_indicator(rows, 0, "Tasa de egreso de aprendices",
	                "(Aprendices que egresan en t / aprendices en t) * 100",
	                "Se cuentan los del año.");
	check_indicator(rows, 1, "Costo por taller",
	                "Gasto en talleres / talleres impartidos a quienes aprenden",
	                "Lo informa la unidad, que revisa el gasto de cada taller al cierre.");
	check_indicator(
	    parts, 0,
	    "Tasa de egreso de aprendices (Aprendices que egresan en t / aprendices en t) * 100", NULL,
	    NULL);
}

/* Labels of the same words are told apart by what stands above, though others are missing. */
static void
labels_belong_to_what_stands_above(void)
{
	static const char manager[] = TITLE "Año de inicio: 2015\n1. ANTECEDENTES\nPágina web: N/A\n"
	                                    "Nombre del encargado: Rosa\nCargo: Jefa\n";
	static const char contact[] = TITLE "Año de inicio: 2015\n1. ANTECEDENTES\nPágina web: N/A\n"
	                                    "Nombre contraparte monitoreo: Ema\nCargo: Analista\n";
	static const char admin[] =
	    TITLE "Año de inicio: 2015\n5. PRESUPUESTO\n5.7) Gasto Administrativo\n"
	          "Partida Capítulo Programa Item Asignación Subtítulo Gastos "
	          "($miles)\n05 02 01 01 001 21 (Gastos en Personal) 814\n";

	check_fact(manager, FIELD_MANAGER_POSITION, 0, STATUS_REPORTED, "Jefa");
	check_fact(contact, FIELD_MONITORING_CONTACT_POSITION, 0, STATUS_REPORTED, "Analista");
	check_fact(admin, FIELD_ADMIN_AMOUNT, 0, STATUS_REPORTED, "814");
	check_fact(BLOCKS_HEAD BLOCKS_END, FIELD_PURPOSE_YEAR, 0, STATUS_REPORTED, "2020");
}

#define GOALS_HEAD                                                                                 \
	TITLE "Año de inicio: 2015\n\n7.2) Objetivos de Desarrollo Sostenible (ODS)\n\n"              \
	      "Objetivos de Desarrollo Sostenible (ODS)\n\nMeta/s\n\n"
#define GOALS_END "\n\n7.3) Pobreza Multidimensional\n"

/* Two columns of text, mixed line by line and cut by a page: the goals' names tell them apart. */
static void
goals_are_known_by_their_names(void)
{
	static const char mixed[] = GOALS_HEAD
	    "1. Fin de la pobreza: Poner fin a la\n\n1.4 Garantizar que hombres y\n\npobreza en todas "
	    "sus "
	    "formas en todo el mundo\n\nmujeres tengan los mismos derechos\n\n"
	    "16. Paz, justicia e instituciones sólidas: 16.6 Crear instituciones eficaces\nPromover "
	    "sociedades pacíficas e inclusivas y transparentes que rindan\n\fpara el desarrollo "
	    "sostenible\ncuentas" GOALS_END;
	/* two targets in a cell, the second one's number at the end of a line; a torn first header */
	static const char cells[] = TITLE
	    "Año de inicio: 2015\n\n7.2) Objetivos de Desarrollo Sostenible (ODS)\n\n"
	    "Objetivos de Desarrollo Sostenible (ODS)\n\n5. Igualdad de género: Lograr la igualdad de "
	    "género y empoderar a todas las mujeres y las niñas\n\nMeta/s\n\n5.1 Poner fin a la "
	    "discriminación 5.2 Eliminar la violencia 5.5\nAsegurar la participación 5.a\nReformar\n\n"
	    "Objetivos de Desarrollo Sostenible (ODS)\n\nMeta/s\n\n1. Fin de la pobreza: Poner fin a "
	    "la "
	    "pobreza en todas sus formas en todo el mundo" GOALS_END;
	/* not the name that the goal has */
	static const char other[] = GOALS_HEAD
	    "1. Fin de la pobreza: Acabar con la\n\n1.4 Garantizar que hombres y\n\npobreza en "
	    "el mundo\n\nmujeres tengan los mismos derechos" GOALS_END;

	check_fact(mixed, FIELD_SDG_GOAL_NAME, 0, STATUS_INFERRED,
	           "Fin de la pobreza: Poner fin a la pobreza en todas sus formas en todo el mundo");
	check_fact(mixed, FIELD_SDG_TARGET_NAME, 0, STATUS_INFERRED,
	           "Garantizar que hombres y mujeres tengan los mismos derechos");
	check_fact(mixed, FIELD_SDG_GOAL_NAME, 1, STATUS_INFERRED,
	           "Paz, justicia e instituciones sólidas: Promover sociedades pacíficas e inclusivas "
	           "para el desarrollo sostenible");
	check_fact(mixed, FIELD_SDG_TARGET_NAME, 1, STATUS_INFERRED,
	           "Crear instituciones eficaces y transparentes que rindan cuentas");
	check_fact(cells, FIELD_SDG_TARGET_NAME, 0, STATUS_INFERRED, "Poner fin a la discriminación");
	check_fact(cells, FIELD_SDG_TARGET_NAME, 1, STATUS_INFERRED, "Eliminar la violencia");
	check_fact(cells, FIELD_SDG_TARGET_NAME, 2, STATUS_INFERRED, "Asegurar la participación");
	check_fact(cells, FIELD_SDG_TARGET_NAME, 3, STATUS_INFERRED, "Reformar");
	check_fact(cells, FIELD_SDG_GOAL, 4, STATUS_REPORTED, "1");
	check_fact(other, FIELD_SDG_GOAL, 0, STATUS_REPORTED, "1");
	check_fact(other, FIELD_SDG_GOAL_NAME, 0, STATUS_AMBIGUOUS, "Fin de la pobreza: Acabar con la");
}

/* As OCR reads them, two columns to a line: the first holds a name and a kind of benefit. */
static void
components_are_read_across_columns(void)
{
	static const char text[] = TITLE
	    "Año de inicio: 2015\n4. ESTRATEGIA\nEl programa presenta 3 componentes.\nNombre "
	    "Descripción\n"
	    "Talleres del puerto | Se dictan a quienes pescan en la bahía, y en\n"
	    "Capacitaciones/Cursos/Charlas/Pasantías | las caletas del sur.\n"
	    "Producción al 4° trimestre 2021: 8 Talleres\n"
	    "Fondo para la Se entregan cuotas a\ncomunidad cada junta de vecinos.\nFondos "
	    "concursables\n"
	    "Producción al 4° trimestre 2021: 9 Cuotas\n"
	    "Vivero municipal Produce árboles nativos.\nProducción al 4° trimestre 2021: 4 Especies\n"
	    "5. PRESUPUESTO\n5.5) Gasto por Componente\nComponente Gasto (M$) Detalle\n"
	    "Talleres del puerto 1.200 | Incluye materiales.\nFondo para la 300 Comprende todas las\n"
	    "comunidad juntas de la comuna.\nVivero municipal\n"
	    "Total Gasto por Componentes al 4to trimestre 2021 ($miles): 1.500\n";
	/* a name that goes on in section 4, and elsewhere in 5.5 */
	static const char cut[] =
	    TITLE "Año de inicio: 2015\n4. ESTRATEGIA\nEl programa presenta 1 componentes.\nNombre "
	          "Descripción\n"
	          "Apoyo a la crianza Se visita a cada familia.\n"
	          "Producción al 4° trimestre 2021: 8 Visitas\n"
	          "5. PRESUPUESTO\n5.5) Gasto por Componente\nComponente Gasto (M$) Detalle\n"
	          "crianza\nApoyo a la 1.200\n"
	          "Total Gasto por Componentes al 4to trimestre 2021 ($miles): 1.200\n";

	check_fact(text, FIELD_COMPONENT_NAME, 0, STATUS_REPORTED, "Talleres del puerto");
	check_fact(text, FIELD_COMPONENT_BENEFIT_TYPE, 0, STATUS_INFERRED,
	           "Capacitaciones/Cursos/Charlas/Pasantías");
	check_fact(text, FIELD_COMPONENT_DESCRIPTION, 0, STATUS_INFERRED,
	           "Se dictan a quienes pescan en la bahía, y en las caletas del sur.");
	check_fact(text, FIELD_COMPONENT_PRODUCTION, 0, STATUS_INFERRED, "8");
	check_fact(text, FIELD_SPENT_DETAIL, 0, STATUS_REPORTED, "Incluye materiales.");
	check_fact(text, FIELD_COMPONENT_NAME, 1, STATUS_INFERRED, "Fondo para la comunidad");
	check_fact(text, FIELD_COMPONENT_BENEFIT_TYPE, 1, STATUS_INFERRED, "Fondos concursables");
	check_fact(text, FIELD_COMPONENT_DESCRIPTION, 1, STATUS_INFERRED,
	           "Se entregan cuotas a cada junta de vecinos.");
	check_fact(text, FIELD_SPENT_COMPONENT, 1, STATUS_INFERRED, "Fondo para la comunidad");
	check_fact(text, FIELD_SPENT_DETAIL, 1, STATUS_REPORTED,
	           "Comprende todas las juntas de la comuna.");
	check_fact(text, FIELD_COMPONENT_NAME, 2, STATUS_REPORTED, "Vivero municipal");
	check_fact(cut, FIELD_COMPONENT_NAME, 0, STATUS_AMBIGUOUS, "Apoyo a la");
	check_fact(cut, FIELD_COMPONENT_DESCRIPTION, 0, STATUS_AMBIGUOUS,
	           "crianza Se visita a cada familia.");
}

/* A question mark may become a 7, or a quotation mark; a 7 behind other labels is their value. */
static void
misread_question_marks_end_labels(void)
{
#define COVID                                                                                      \
	TITLE "Año de inicio: 2015\n4. ESTRATEGIA\n¿El programa experimentó modificaciones o "      \
	      "reprogramaciones en su\nejecución a partir de la crisis sanitaria por el Covid 19"
	check_fact(COVID "7: Si\n", FIELD_COVID_CHANGES, 0, STATUS_REPORTED, "Si");
	check_fact(COVID "”: Si\n", FIELD_COVID_CHANGES, 0, STATUS_REPORTED, "Si");
	check_fact(COVID " ?: Si\n", FIELD_COVID_CHANGES, 0, STATUS_REPORTED, "Si");
	check_fact(COVID "\n?: Si\n", FIELD_COVID_CHANGES, 0, STATUS_REPORTED, "Si");
	check_fact(SECTION_3 "Cuantificación Población potencial 7\n", FIELD_POTENTIAL_POPULATION, 0,
	           STATUS_REPORTED, "7");
}

/* What begins as a label that was not found may be one, misread, and its value. */
static void
a_broken_label_leaves_doubt(void)
{
#define CRITERIA                                                                                   \
	TITLE "Año de inicio: 2015\n3. POBLACIÓN\n3.2) Población objetivo\n"                        \
	      "Criterios de focalización del programa: Ser faro.\n"
	check_fact(CRITERIA "Señale cuál o cuáles de los criterios de fo!\n\n¡ón: Ninguno\n",
	           FIELD_TARGETING_CRITERIA, 0, STATUS_AMBIGUOUS,
	           "Ser faro. Señale cuál o cuáles de los criterios de fo! ¡ón: Ninguno");
	check_fact(CRITERIA "Señale cuál es.\n", FIELD_TARGETING_CRITERIA, 0, STATUS_REPORTED,
	           "Ser faro. Señale cuál es.");
}

/* Borders that OCR saw are no characters, unless it took one for a digit. */
static void
borders_are_taken_off_budget_lines(void)
{
	static const char start[] =
	    TITLE "Año de inicio: 2015\n5. PRESUPUESTO\n5.2) Presupuesto Total\n"
	          "Partida |Capítulo Programa Item [Asignación ¡Subtítulo Gastos ($miles)\n"
	          "05 02 01 33 |131 21 (Gastos en Personal) | 800\n05 02 01 2295 [602 22 (Bienes y "
	          "Servicios) ";
	char text[600];

	sprintf(text, "%s|40\nTotal Gasto al 4to trimestre 2021 ($miles): 840\n", start);
	check_fact(text, FIELD_SPENDING_ASIGNACION, 0, STATUS_REPORTED, "131");
	check_fact(text, FIELD_SPENDING_AMOUNT, 0, STATUS_REPORTED, "800");
	check_fact(text, FIELD_SPENDING_ITEM, 1, STATUS_REPORTED, "2295");
	check_fact(text, FIELD_SPENDING_ASIGNACION, 1, STATUS_REPORTED, "602");
	check_fact(text, FIELD_SPENDING_AMOUNT, 1, STATUS_REPORTED, "40");
	sprintf(text, "%s140\nTotal Gasto al 4to trimestre 2021 ($miles): 840\n", start);
	check_fact(text, FIELD_SPENDING_AMOUNT, 1, STATUS_AMBIGUOUS, "140");
}

#define CODES_HEAD                                                                                 \
	TITLE "Año de inicio: 2015\n\n5.2) Presupuesto "                                              \
	      "Total\n\nPartida\n\nCapítulo\n\nPrograma\n\nItem\n\n"                                  \
	      "Asignación\n\nSubtítulo\n\nGastos "                                                   \
	      "($miles)\n\n05\n\n05\n\n05\n\n02\n\n02\n\n02\n\n01\n\n01\n\n01\n\n"
#define CODES_END                                                                                  \
	"\n\n21 (Gastos en Personal)\n\n22 (Bienes y Servicios)\n\n29 (Activos)\n\n1.000\n\n2.000\n\n" \
	"3.000\n\nTotal Gasto al 4to trimestre 2021 ($miles): 6.000\n"

/* Ítems and asignaciones of three lines in blocks: their digits show which are which. */
static void
codes_in_blocks_are_told_by_their_digits(void)
{
	/* two lines column by column, and one with both codes on a line */
	check_fact(CODES_HEAD "3\n\n33\n\n131\n\n602\n\n2295 1" CODES_END, FIELD_SPENDING_ITEM, 1,
	           STATUS_INFERRED, "33");
	check_fact(CODES_HEAD "3\n\n33\n\n131\n\n602\n\n2295 1" CODES_END, FIELD_SPENDING_ASIGNACION, 0,
	           STATUS_INFERRED, "131");
	check_fact(CODES_HEAD "3\n\n33\n\n131\n\n602\n\n2295 1" CODES_END, FIELD_SPENDING_ASIGNACION, 2,
	           STATUS_INFERRED, "1");
	/* asignaciones first */
	check_fact(CODES_HEAD "131\n\n602\n\n039\n\n3\n\n33\n\n24" CODES_END, FIELD_SPENDING_ITEM, 2,
	           STATUS_INFERRED, "24");
	/* could be in either order */
	check_fact(CODES_HEAD "3\n\n1\n\n1\n\n4\n\n2295 1" CODES_END, FIELD_SPENDING_ITEM, 0,
	           STATUS_AMBIGUOUS, NULL);
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

/* A table whose header shows that the text comes in blocks. */
#define BLOCKS "5.6) Detalle regional - Gasto componente\nRegión\n\nTotal ejecutado\n\nMaule 9\n"

/* The ministry may stand behind the labels of the head; the name then takes all lines before. */
static void
a_ministry_may_stand_behind_the_first_labels(void)
{
	static const char text[] = TITLE "Programa Faro para las caletas de la Costa\n"
	                                 "Sustentable y Segura\nAño de inicio: 2015\n"
	                                 "Año de término: 2030\n\nMinisterio de Obras\n"
	                                 "Servicio de la Costa\n\n1. ANTECEDENTES\n" BLOCKS;

	check_fact(text, FIELD_PROGRAM_NAME, 0, STATUS_REPORTED,
	           "Programa Faro para las caletas de la Costa Sustentable y Segura");
	check_fact(text, FIELD_MINISTRY, 0, STATUS_REPORTED, "Ministerio de Obras");
	check_fact(text, FIELD_SERVICE, 0, STATUS_REPORTED, "Servicio de la Costa");
	check_fact(text, FIELD_END_YEAR, 0, STATUS_REPORTED, "2030");
}

/* Figures that are blocks behind a narrative are cells; one that goes on the text is not. */
static void
cells_may_stand_behind_a_narrative(void)
{
	static const char cells[] =
	    TITLE "Problema principal: Faltan faros.\n\n4,3\n\nPágina 1 de 2\n\n0% 1.250\n\n" BLOCKS;
	static const char own[] = TITLE "Problema principal: Faltan faros, unos\n4.300\n\n" BLOCKS;

	check_fact(cells, FIELD_MAIN_PROBLEM, 0, STATUS_REPORTED, "Faltan faros.");
	check_fact(own, FIELD_MAIN_PROBLEM, 0, STATUS_REPORTED, "Faltan faros, unos 4.300");
}

/* A browser prints its title on each page, among blocks anywhere near the page's top. */
static void
page_titles_may_stand_apart(void)
{
	static const char text[] = TITLE
	    "Problema principal: Faltan\n\n1/3\n\n11/21/26, 5:32 PM\n\nInforme de Detalle\n\n"
	    "faros en\n\n2/3\n\n11/21/26, 5:32 PM\n\nla costa\n\nInforme de Detalle\n\ny en el mar.\n";

	check_fact(text, FIELD_MAIN_PROBLEM, 0, STATUS_REPORTED,
	           "Faltan faros en la costa y en el mar.");
}

/* Among blocks, a figure behind a total's label may be another's: the total's copy tells. */
static void
a_copy_may_contradict_a_block(void)
{
	static const char other[] =
	    TITLE "5.7) Gasto Administrativo\nGasto Total por Subtítulo (M$)\n\n132\n\n"
	          "Total Gasto Administrativo al 4to trimestre 2021 ($miles): 2.523\n" BLOCKS;
	static const char same[] =
	    TITLE "5.7) Gasto Administrativo\nGasto Total por Subtítulo (M$)\n\n2.523\n\n"
	          "Total Gasto Administrativo al 4to trimestre 2021 ($miles): 2.523\n" BLOCKS;

	check_fact(other, FIELD_ADMIN_LINES_TOTAL, 0, STATUS_AMBIGUOUS, "132");
	check_fact(other, FIELD_ADMIN_SPENDING, 0, STATUS_REPORTED, "2.523");
	check_fact(same, FIELD_ADMIN_LINES_TOTAL, 0, STATUS_INFERRED, "2.523");
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

/* Another form of the same bank has labels in its head, and sections, that this one does not. */
static void
other_forms_have_labels_of_their_own(void)
{
	static const char text[] = TITLE "Programa Faro\nMinisterio de Obras\nServicio de la Costa\n"
	                                 "Calificación: Recomendado\nAño de inicio: 2015\n"
	                                 "Presupuesto Inicial (Ley de Presupuesto 2022) ($miles): 7\n"
	                                 "6. EVALUACIÓN\nAtingencia: Suficiente\n";

	check_fact(text, FIELD_PROGRAM_NAME, 0, STATUS_REPORTED, "Programa Faro");
	check_fact(text, FIELD_SERVICE, 0, STATUS_REPORTED, "Servicio de la Costa");
	check_fact(text, FIELD_OTHER_LABEL, 5, STATUS_REPORTED, "Calificación");
	check_fact(text, FIELD_OTHER_TEXT, 5, STATUS_REPORTED, "Recomendado");
	check_fact(text, FIELD_OTHER_LABEL, 8, STATUS_REPORTED, "Atingencia");
	check_fact(text, FIELD_OTHER_SECTION, 8, STATUS_REPORTED, "6");
	/* a list's item is no heading, and a name may have a colon */
	check_fact(TITLE "Programa Faro: Luz\nMinisterio de Obras\nAño de inicio: 2015\n",
	           FIELD_PROGRAM_NAME, 0, STATUS_REPORTED, "Programa Faro: Luz");
	check_fact(TITLE
	           "Problema principal: Faltan faros.\n1. Faros: pocos.\n2. ABC\nAño de inicio: 2015\n",
	           FIELD_MAIN_PROBLEM, 0, STATUS_REPORTED, "Faltan faros. 1. Faros: pocos. 2. ABC");
}

/* What a page of HTML does not show is not of the report, and its characters may have names. */
static void
pages_of_html_are_read(void)
{
	static const char text[] =
	    "<!DOCTYPE html><html><head><title>Faros</title><style>p{margin:0}</style>"
	    "<script>if (a<b) c();</script></head><body><h1>Informe de Detalle de Programas Sociales"
	    "</h1><p>(cierre al 31 - diciembre - 2021)</p><!-- <p>Nada</p> --><p>Programa Faro</p>"
	    "<p>A&ntilde;o de inicio: 2015</p><p>Unidad responsable: Luz &amp; "
	    "Mar&#xED;a&#160;&#173;O&#39;Faro"
	    " &#7; &#x;</p><table><tr><td>a</td></tr></table></body></html>";

	check_fact(text, FIELD_PROGRAM_NAME, 0, STATUS_REPORTED, "Programa Faro");
	check_fact(text, FIELD_START_YEAR, 0, STATUS_REPORTED, "2015");
	check_fact(text, FIELD_RESPONSIBLE_UNIT, 0, STATUS_REPORTED, "Luz & María O'Faro &#7; &#x; a");
}

/* What stands behind a text that is whole, or a table, is of a label that is missing. */
static void
a_missing_label_leaves_no_text_above(void)
{
#define COSTS                                                                                      \
	TITLE "## 5. PRESUPUESTO\n\n**Gastos administrativos ($miles) (d):** 7\n\n"                    \
	      "**Gasto por Beneficiarios:**\n\n|  | 2020 | 2021 |\n| --- | --- | --- |\n"              \
	      "| Gasto por Beneficiario | 5 | 6 |\n"
	static const char narrative[] =
	    TITLE "**Problema principal:** Faltan faros.\n\n| Faro | 1 |\n| --- | --- |\n";

	check_field(SECTION_3 "Unidad de medida: El programa no presenta información.\nFaros\n",
	            FIELD_POTENTIAL_POPULATION_UNIT, "?El programa no presenta información. Faros");
	check_field(narrative, FIELD_MAIN_PROBLEM, "Faltan faros.");
	check_field(TITLE
	            "**Problema principal:** Faltan faros.\n\n| Faro | 1 |\n| --- | --- |\n\nBotes\n",
	            FIELD_MAIN_PROBLEM, "?Faltan faros.");
	/* a row labelled as its table begins no table; nor does a text behind it go on */
	CHECK_COLUMNS(COSTS, FIELD_COSTS_YEAR, FIELD_COSTS_AMOUNT, "0: 2020 | 5\n1: 2021 | 6\n");
	CHECK_COLUMNS(COSTS "\n2019\n", FIELD_COSTS_YEAR, FIELD_COSTS_AMOUNT,
	              "0: 2020 | 5\n1: 2021 | 6\n");
}

/* Blocks may put the name, or where it begins, above the title or the closing date. */
static void
a_name_may_begin_above_the_title(void)
{
#define HEAD_TITLE "Informe de Detalle de Programas Sociales\n\n"
#define CLOSED     "(cierre al 31 - diciembre - 2021)\n\n"
#define MINISTRY   "Ministerio de Salud\n\nServicio de la Costa\n\n"
#define BEGINS     "Año de inicio: 2015\n\n1. ANTECEDENTES\n\n"
	static const char apart[] =
	    "Faros de la\n\n" HEAD_TITLE CLOSED "costa\n\n" MINISTRY BEGINS BLOCKS;

	check_field(apart, FIELD_PROGRAM_NAME, "~Faros de la costa");
	check_field(apart, FIELD_SERVICE, "Servicio de la Costa");
	check_field(HEAD_TITLE "Faros\n\n" CLOSED MINISTRY BEGINS BLOCKS, FIELD_PROGRAM_NAME, "~Faros");
	check_field(HEAD_TITLE "Faros\n\n" CLOSED MINISTRY BEGINS BLOCKS, FIELD_MINISTRY,
	            "Ministerio de Salud");
	/* a line may be the name's or the ministry's */
	check_field(HEAD_TITLE "Faros\n\n" CLOSED "Presidencia\n\nServicio\n\n" BEGINS BLOCKS,
	            FIELD_PROGRAM_NAME, "?Faros Presidencia");
}

/* Heads centred over their column may come behind its first cells; a page's number is none. */
static void
institutions_may_stand_before_their_head(void)
{
#define EXECUTION TITLE "4.2) Ejecutores\n\nEjecución: El programa es ejecutado por terceros.\n\n"
	static const char text[] = EXECUTION "Municipios\n\nTipo de institución\n\n2\n\n"
	                                     "Universidades (públicas\ny privadas)\n\n" BLOCKS;

	check_field(text, FIELD_EXECUTION, "El programa es ejecutado por terceros.");
	CHECK_COLUMNS(text, FIELD_EXECUTOR_TYPE, FIELD_EXECUTOR_TYPE,
	              "0: ~Municipios\n1: Universidades (públicas y privadas)\n");
	/* the sentence is not whole */
	check_field(
	    TITLE "4.2) Ejecutores\n\nEjecución: El programa es ejecutado por\n\nterceros.\n\n" BLOCKS,
	    FIELD_EXECUTION, "El programa es ejecutado por terceros.");
}

int
main(void)
{
	RUN(a_closing_date_may_be_a_label_alone);
	RUN(names_go_on_where_a_line_breaks_off);
	RUN(a_question_without_an_answer_is_blank);
	RUN(columns_of_one_name_are_ambiguous);
	RUN(accents_in_pieces_are_joined);
	RUN(tops_of_letters_are_furniture);
	RUN(a_page_may_be_headed_by_the_title);
	RUN(bars_and_brackets_are_text_in_texts_without_markup);
	RUN(labels_are_found_in_other_words);
	RUN(labels_in_other_words_stand_in_their_place);
	RUN(other_labels_stay_unknown);
	RUN(texts_of_indicators_come_in_blocks);
	RUN(labels_belong_to_what_stands_above);
	RUN(goals_are_known_by_their_names);
	RUN(components_are_read_across_columns);
	RUN(misread_question_marks_end_labels);
	RUN(a_broken_label_leaves_doubt);
	RUN(borders_are_taken_off_budget_lines);
	RUN(codes_in_blocks_are_told_by_their_digits);
	RUN(a_line_without_a_letter_begins_no_label);
	RUN(where_quotes_are_lost_other_characters_may_be);
	RUN(a_ministry_may_stand_behind_the_first_labels);
	RUN(cells_may_stand_behind_a_narrative);
	RUN(page_titles_may_stand_apart);
	RUN(a_copy_may_contradict_a_block);
	RUN(labels_may_overlap);
	RUN(other_forms_have_labels_of_their_own);
	RUN(pages_of_html_are_read);
	RUN(a_missing_label_leaves_no_text_above);
	RUN(institutions_may_stand_before_their_head);
	RUN(a_name_may_begin_above_the_title);
	return unit_end();
}
