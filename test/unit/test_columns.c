/*
 * test_columns.c
 *		Tables of texts that keep columns by position.
 *
 * test/unit/test_columns.c
 */
#include "unit.h"

#include "columns.h"
#include "row_shares.h"
#include "tables.h"

#define STRATEGY "4. ESTRATEGIA\nEl programa presenta 2 componentes.\n"
#define SPENDING "5. PRESUPUESTO\n5.5) Gasto por Componente\n"
#define PURPOSE  "6. INDICADORES\n6.1) Indicadores de Propósito\n"
#define GOALS    "7. OTROS ATRIBUTOS\n7.2) Objetivos de Desarrollo Sostenible (ODS)\n"

/* What the methodology's label says, on lines that begin there. */
#define LABEL(indent)                                                                              \
	indent "Metodología y definiciones conceptuales\n" indent                                      \
	       "incorporadas en las fórmulas de cálculo del\n" indent                                  \
	       "indicador o de los indicadores, indicando\n" indent "fuente de información: "

#define INDENT "                    "
#define HEADS                                                                                      \
	"Nombre del          Fórmula de Cálculo                             2020       2021       "  \
	"2021\n"                                                                                       \
	"Indicador                                                          (efectivo  (estimado  "    \
	"(efectivo\n"                                                                                  \
	"                                                                   al 31 de   al 31 de   al " \
	"31 de\n"                                                                                      \
	"                                                                   Diciembre) Diciembre) "    \
	"Diciembre)\n"

/* ---- Reading ---- */

/* Row and column of a value; of a table's cell the column is 0. */
typedef struct Expected
{
	FieldId field;
	uint32_t row;
	Status status;
	const char *text; /* NULL: none, or none that is certain */
} Expected;

static void
check_cells(const char *text, const Expected *expected, size_t count)
{
	Arena arena;
	Report report;

	arena_init(&arena, &host_plain);
	if (report_of(text, &arena, &report))
		for (size_t i = 0; i < count; i++)
		{
			const Expected *e = &expected[i];
			Fact fact;
			bool has = report_cell(&report, e->field, e->row, &fact);

			CHECK_THAT(has, "%s row %u is not there", form_fields[e->field].key, e->row);
			if (!has)
				continue;
			CHECK_THAT(fact.status == e->status, "%s row %u is %s, not %s",
			           form_fields[e->field].key, e->row, status_name(fact.status),
			           status_name(e->status));
			if (e->text != NULL)
				CHECK_STR(fact.text, str_of(e->text));
		}
	arena_free(&arena);
}

#define CHECK_CELLS(text, ...)                                                                     \
	do                                                                                             \
	{                                                                                              \
		const Expected expected[] = {__VA_ARGS__};                                                 \
		check_cells(text, expected, sizeof(expected) / sizeof(expected[0]));                       \
	} while (0)

#define NAME(row, text)                                                                            \
	{                                                                                              \
		FIELD_PURPOSE_NAME, row, STATUS_REPORTED, text                                             \
	}
#define FORMULA(row, text)                                                                         \
	{                                                                                              \
		FIELD_PURPOSE_FORMULA, row, STATUS_REPORTED, text                                          \
	}
#define METHOD(row, text)                                                                          \
	{                                                                                              \
		FIELD_PURPOSE_METHODOLOGY, row, STATUS_REPORTED, text                                      \
	}
#define VALUE(row, column, status, text)                                                           \
	{                                                                                              \
		FIELD_PURPOSE_VALUE, 64 * (row) + (column), status, text                                   \
	}

/* ---- Components ---- */

static void
a_full_line_is_cut_where_the_lines_around_are(void)
{
	CHECK_CELLS(TITLE STRATEGY
	            "Nombre                    Descripción\n"
	            "Semillas de guarda        Reparte semillas de la zona a quienes las\n"
	            "Materiales/Insumos        siembran y guardan parte de la cosecha.\n"
	            "                          Producción al 4° trimestre 2021: 30 Bolsas\n"
	            "Herramientas para huertos Presta palas, rastrillos y carretillas por\n"
	            "Materiales/Insumos        una semana a cada huerto.\n"
	            "                          Producción al 4° trimestre 2021: 12 Juegos\n" SPENDING
	            "Componente                Gasto (M$)   Detalle\n"
	            "Semillas de guarda             1.200 Se compraron en la feria.\n"
	            "Herramientas para huertos      3.400 Hubo que reparar dos palas.\n"
	            "Total Gasto por Componentes al 4to trimestre 2021 ($miles): 4.600\n",
	            {FIELD_COMPONENT_NAME, 1, STATUS_REPORTED, "Herramientas para huertos"},
	            {FIELD_COMPONENT_BENEFIT_TYPE, 1, STATUS_REPORTED, "Materiales/Insumos"},
	            {FIELD_COMPONENT_DESCRIPTION, 1, STATUS_REPORTED,
	             "Presta palas, rastrillos y carretillas por una semana a cada huerto."},
	            {FIELD_SPENT_AMOUNT, 1, STATUS_REPORTED, "3.400"},
	            {FIELD_SPENT_DETAIL, 1, STATUS_REPORTED, "Hubo que reparar dos palas."});
}

#define TWO_COMPONENTS                                                                             \
	TITLE STRATEGY "Nombre                 Descripción\n"                                         \
	               "Semillas               Reparte semillas de la zona.\n"                         \
	               "Becas\n"                                                                       \
	               "Palas                  Presta palas por una semana.\n"                         \
	               "Becas\n" SPENDING
#define TWO_COSTS                                                                                  \
	"Semillas              1.200 Se compraron en la feria.\n"                                      \
	"Palas                 3.400 Hubo que reparar dos.\n"

static void
the_header_of_the_costs_may_be_wrapped(void)
{
	CHECK_CELLS(TWO_COMPONENTS "Componente            Gasto Detalle\n"
	                           "                      (M$)\n" TWO_COSTS,
	            {FIELD_SPENT_AMOUNT, 0, STATUS_REPORTED, "1.200"},
	            {FIELD_SPENT_DETAIL, 1, STATUS_REPORTED, "Hubo que reparar dos."});
	CHECK_CELLS(TWO_COMPONENTS "                      Gasto\n"
	                           "Componente                  Detalle\n"
	                           "                      (M$)\n" TWO_COSTS,
	            {FIELD_SPENT_AMOUNT, 0, STATUS_REPORTED, "1.200"},
	            {FIELD_SPENT_DETAIL, 1, STATUS_REPORTED, "Hubo que reparar dos."});
}

/* Without a detail there is no right column at all. */
static void
costs_may_have_no_details(void)
{
	CHECK_CELLS(TWO_COMPONENTS "Componente         Gasto (M$)   Detalle\n"
	                           "Semillas                1.200\n"
	                           "Palas                   3.400\n",
	            {FIELD_SPENT_COMPONENT, 0, STATUS_REPORTED, "Semillas"},
	            {FIELD_SPENT_AMOUNT, 0, STATUS_REPORTED, "1.200"},
	            {FIELD_SPENT_AMOUNT, 1, STATUS_REPORTED, "3.400"});
}

/* A kind of benefit with words of the column beside it leaves both in doubt. */
static void
a_kind_of_benefit_may_be_mixed(void)
{
	static const char *const mixed[] = {"Asesoría técnica dura  y", "Asesoría todo técnica  y"};
	char text[1024];

	for (size_t i = 0; i < sizeof(mixed) / sizeof(mixed[0]); i++)
	{
		snprintf(text, sizeof(text), "%s%s%s%s%s",
		         TITLE STRATEGY "Nombre                 Descripción\n"
		                        "Semillas               Reparte semillas de la zona.\n"
		                        "Becas\n"
		                        "Palas                  Presta palas por una semana\n",
		         mixed[i], " las repara.\n", SPENDING "Componente         Gasto (M$)   Detalle\n",
		         "Semillas                1.200\nPalas                   3.400\n");
		CHECK_CELLS(text, {FIELD_COMPONENT_BENEFIT_TYPE, 0, STATUS_REPORTED, "Becas"},
		            {FIELD_COMPONENT_NAME, 1, STATUS_REPORTED, "Palas"},
		            {FIELD_COMPONENT_DESCRIPTION, 1, STATUS_AMBIGUOUS,
		             "Presta palas por una semana y las repara."});
	}
}

/* Rows stand around their middles, so that only their ends tell them apart. */
static void
production_ends_a_row(void)
{
	CHECK_CELLS(
	    TITLE STRATEGY
	    "Nombre                 Descripción\n"
	    "                       Reparte semillas de la zona a quienes las siembran y\n"
	    "Semillas               guardan parte de la cosecha.\n"
	    "Becas                  Producción al 4° trimestre 2021: 30\n"
	    "                       Bolsas de semillas\n"
	    "                       Presta palas por una semana a quien las pida, y las\n"
	    "Palas                  repara cuando vuelven rotas.\n"
	    "Becas                  Producción al 4° trimestre 2021: 12 Palas prestadas\n" SPENDING
	    "Componente         Gasto (M$)   Detalle\n"
	    "Semillas                1.200\n"
	    "Palas                   3.400\n",
	    {FIELD_COMPONENT_DESCRIPTION, 0, STATUS_REPORTED,
	     "Reparte semillas de la zona a quienes las siembran y guardan parte de la cosecha."},
	    {FIELD_COMPONENT_PRODUCTION_UNIT, 0, STATUS_REPORTED, "Bolsas de semillas"},
	    {FIELD_COMPONENT_DESCRIPTION, 1, STATUS_REPORTED,
	     "Presta palas por una semana a quien las pida, y las repara cuando vuelven rotas."});
}

/* Production may have its figure on the next line. */
static void
production_may_be_wrapped(void)
{
	CHECK_CELLS(TITLE STRATEGY "Nombre                 Descripción\n"
	                           "Semillas               Reparte semillas de la zona a\n"
	                           "Becas                  quienes las siembran.\n"
	                           "                       Producción al 4° trimestre 2021:\n"
	                           "                       30 Bolsas de semillas\n"
	                           "Palas                  Presta palas por una semana.\n"
	                           "Becas                  Producción al 4° trimestre 2021:\n"
	                           "                       12 Palas\n" SPENDING
	                           "Componente         Gasto (M$)   Detalle\n"
	                           "Semillas                1.200\n"
	                           "Palas                   3.400\n",
	            {FIELD_COMPONENT_PRODUCTION, 0, STATUS_REPORTED, "30"},
	            {FIELD_COMPONENT_DESCRIPTION, 1, STATUS_REPORTED, "Presta palas por una semana."},
	            {FIELD_COMPONENT_PRODUCTION, 1, STATUS_REPORTED, "12"});
}

/* A unit that breaks off goes on where the next row seems to begin. */
static void
a_unit_may_go_on_behind_a_border(void)
{
	CHECK_CELLS(TITLE STRATEGY
	            "Nombre                 Descripción\n"
	            "Semillas               Reparte semillas de la zona.\n"
	            "Becas                  Producción al 4° trimestre 2021: 30 Convenios de las\n"
	            "Palas                  16 regiones Presta palas por una semana.\n"
	            "Becas\n" SPENDING "Componente         Gasto (M$)   Detalle\n"
	            "Semillas                1.200\n"
	            "Palas                   3.400\n",
	            {FIELD_COMPONENT_NAME, 1, STATUS_REPORTED, "Palas"},
	            {FIELD_COMPONENT_DESCRIPTION, 0, STATUS_AMBIGUOUS, "Reparte semillas de la zona."},
	            {FIELD_COMPONENT_DESCRIPTION, 1, STATUS_AMBIGUOUS,
	             "16 regiones Presta palas por una semana."});
}

/* ---- Indicators ---- */

static void
values_stand_on_the_first_line_of_a_row(void)
{
	CHECK_CELLS(TITLE PURPOSE HEADS
	            "Huertos activos     Huertos con cosecha en el año t                40%        45% "
	            "       N/A\n"
	            "por comuna de la    Metodología y definiciones conceptuales\n"
	            "costa               incorporadas en las fórmulas de cálculo del\n"
	            "                    indicador o de los indicadores, indicando\n"
	            "                    fuente de información:\n"
	            "Cosecha media       kilos de la cosecha entre huertos activos      3,5            "
	            "       4,1\n" LABEL(INDENT) "Balanza\n" INDENT "de cada huerto.\n",
	            NAME(0, "Huertos activos por comuna de la costa"),
	            FORMULA(0, "Huertos con cosecha en el año t"), NAME(1, "Cosecha media"),
	            FORMULA(1, "kilos de la cosecha entre huertos activos"),
	            METHOD(1, "Balanza de cada huerto."), VALUE(0, 2, STATUS_NOT_APPLICABLE, NULL),
	            VALUE(1, 0, STATUS_REPORTED, "3,5"), VALUE(1, 1, STATUS_BLANK, NULL),
	            VALUE(1, 2, STATUS_REPORTED, "4,1"));
}

/* Some of a label is no formula, nor are values in a column of their own that end one. */
static void
formulas_with_other_cells_are_in_doubt(void)
{
	CHECK_CELLS(
	    TITLE PURPOSE HEADS
	    "Huertos activos     Huertos con cosecha en el año t                40%        45% "
	    "       N/A\n"
	    "por comuna de la    Metodología y definiciones conceptuales\n"
	    "costa               incorporadas en las fórmulas de cálculo del\n",
	    NAME(0, "Huertos activos por comuna de la costa"),
	    {FIELD_PURPOSE_FORMULA, 0, STATUS_AMBIGUOUS,
	     "Huertos con cosecha en el año t Metodología y definiciones conceptuales incorporadas "
	     "en las fórmulas de cálculo del"});
	CHECK_CELLS(TITLE PURPOSE HEADS
	            "Huertos activos     Huertos con cosecha 4 5 6                      40%        45% "
	            "       N/A\n"
	            "                    Metodología y definiciones conceptuales\n"
	            "                    incorporadas en las fórmulas de cálculo del\n"
	            "                    indicador o de los indicadores, indicando\n"
	            "                    fuente de información:\n",
	            {FIELD_PURPOSE_FORMULA, 0, STATUS_AMBIGUOUS, "Huertos con cosecha 4 5 6"},
	            VALUE(0, 0, STATUS_REPORTED, "40%"));
	/* which may be the values that are missing */
	CHECK_CELLS(TITLE PURPOSE HEADS
	            "Huertos activos     Huertos con cosecha 4 5 6                                     "
	            "       N/A\n"
	            "                    Metodología y definiciones conceptuales\n"
	            "                    incorporadas en las fórmulas de cálculo del\n"
	            "                    indicador o de los indicadores, indicando\n"
	            "                    fuente de información:\n",
	            VALUE(0, 0, STATUS_AMBIGUOUS, NULL), VALUE(0, 2, STATUS_AMBIGUOUS, "N/A"));
}

/* A formula behind the sentence of a methodology is of the next row. */
static void
borders_that_stand_wrong_leave_doubt(void)
{
	CHECK_CELLS(TITLE PURPOSE HEADS
	            "Huertos activos     Huertos con cosecha                            40%        45% "
	            "       N/A\n" LABEL(INDENT) "Cuenta huertos.\n"
	                                         "Lluvia              (Milímetros del año / 12)*100    "
	                                         "                            \n"
	                                         "del año             por huerto                       "
	                                         "              800        7%  "
	                                         "       650\n" LABEL(INDENT) "Pluviómetro.\n",
	            {FIELD_PURPOSE_NAME, 0, STATUS_AMBIGUOUS, "Huertos activos Lluvia"},
	            {FIELD_PURPOSE_NAME, 1, STATUS_AMBIGUOUS, "del año"},
	            VALUE(1, 0, STATUS_REPORTED, "800"));
	CHECK_CELLS(
	    TITLE PURPOSE HEADS
	    "Huertos activos     Huertos con cosecha                            40%        45% "
	    "       N/A\n" LABEL(INDENT) "Cuenta huertos. (Milímetros / 12)*100\n"
	                                 "Lluvia del año      por huerto                               "
	                                 "      800        7%  "
	                                 "       650\n" LABEL(INDENT) "Pluviómetro.\n",
	    {FIELD_PURPOSE_METHODOLOGY, 0, STATUS_AMBIGUOUS, "Cuenta huertos. (Milímetros / 12)*100"},
	    {FIELD_PURPOSE_FORMULA, 1, STATUS_AMBIGUOUS, "por huerto"});
}

static void
values_stand_in_the_middle_of_a_row(void)
{
	CHECK_CELLS(
	    TITLE PURPOSE HEADS "                    Huertos con cosecha en el año t\n"
	                        "Huertos             Metodología y definiciones conceptuales\n"
	                        "activos             incorporadas en las fórmulas de cálculo del    "
	                        "40%        45%        N/A\n"
	                        "                    indicador o de los indicadores, indicando\n"
	                        "                    fuente de información: Registro.\n"
	                        "                    Kilos de la cosecha entre huertos activos\n"
	                        "Cosecha             Metodología y definiciones conceptuales\n"
	                        "media por           incorporadas en las fórmulas de cálculo del    "
	                        "3,5        4,0        4,1\n"
	                        "huerto              indicador o de los indicadores, indicando\n"
	                        "                    fuente de información: Balanza.\n",
	    NAME(0, "Huertos activos"), METHOD(0, "Registro."), NAME(1, "Cosecha media por huerto"),
	    FORMULA(1, "Kilos de la cosecha entre huertos activos"),
	    VALUE(1, 2, STATUS_REPORTED, "4,1"));
}

#define FULL_ROW                                                                                   \
	"Huertos activos     Huertos con cosecha en el año t                40%        45%        "   \
	"N/A\n" LABEL(INDENT) "Registro.\n"

#define PARTIAL_ROW                                                                                \
	"\fCosecha media       Kilos de la cosecha entre huertos activos   3,5   4,1\n" LABEL(         \
	    INDENT) "Balanza.\n"

/* A page without the header shows columns by rows that have all their values, or not at all. */
static void
a_page_without_header_has_no_places(void)
{
	CHECK_CELLS(TITLE PURPOSE HEADS FULL_ROW PARTIAL_ROW, VALUE(0, 1, STATUS_REPORTED, "45%"),
	            VALUE(1, 0, STATUS_AMBIGUOUS, NULL), VALUE(1, 2, STATUS_AMBIGUOUS, NULL),
	            NAME(1, "Cosecha media"));
	CHECK_CELLS(
	    TITLE PURPOSE HEADS FULL_ROW PARTIAL_ROW
	    "Lluvia del año      Milímetros que cayeron en el año t          800   7%    650\n" LABEL(
	        INDENT) "Pluviómetro.\n",
	    VALUE(1, 0, STATUS_REPORTED, "3,5"), VALUE(1, 1, STATUS_REPORTED, "4,1"),
	    VALUE(1, 2, STATUS_BLANK, NULL), VALUE(2, 2, STATUS_REPORTED, "650"));
}

/* The text fills its column without the figure at its end, so that this is none of its words. */
static void
a_value_may_touch_its_text(void)
{
	CHECK_CELLS(
	    TITLE PURPOSE HEADS FULL_ROW
	    "Cosecha media       Kilos de cada cosecha menos kilos perdidos 3,5     4,0        4,1\n"
	    "                    entre todos los huertos activos\n" LABEL(INDENT) "Balanza.\n",
	    FORMULA(1, "Kilos de cada cosecha menos kilos perdidos entre todos los huertos activos"),
	    VALUE(1, 0, STATUS_REPORTED, "3,5"), VALUE(1, 1, STATUS_REPORTED, "4,0"));
	/* here the next word would have had room: the figure is one of the text's */
	CHECK_CELLS(TITLE PURPOSE HEADS FULL_ROW
	            "Cosecha media       Huertos con nota 4,5                                      4,0 "
	            "       4,1\n"
	            "                    o más al cierre\n" LABEL(INDENT) "Balanza.\n",
	            FORMULA(1, "Huertos con nota 4,5 o más al cierre"), VALUE(1, 0, STATUS_BLANK, NULL),
	            VALUE(1, 1, STATUS_REPORTED, "4,0"));
	/* the next line of the text is not the next one of the name */
	CHECK_CELLS(
	    TITLE PURPOSE HEADS FULL_ROW
	    "Cosecha media       Kilos de cada cosecha menos kilos perdidos 3,5     4,0        4,1\n"
	    "por huerto\n"
	    "                    entre todos los huertos activos\n" LABEL(INDENT) "Balanza.\n",
	    NAME(1, "Cosecha media por huerto"),
	    FORMULA(1, "Kilos de cada cosecha menos kilos perdidos entre todos los huertos activos"),
	    VALUE(1, 0, STATUS_REPORTED, "3,5"), VALUE(1, 2, STATUS_REPORTED, "4,1"));
}

/*
 * Of text set to the full width the last word stands behind a gap and touches the next
 * column: where this begins before its place, and a word just there, that may be one.
 */
static void
a_name_may_be_set_to_the_full_width(void)
{
#define JUSTIFIED(first, line)                                                                     \
	TITLE PURPOSE HEADS FULL_ROW first                                                             \
	    "Kilos que se cosechan en un año                3,5        4,0        4,1\n" line "\n"     \
	    "cosechan           \n" LABEL(INDENT) "Balanza.\n"
	CHECK_CELLS(JUSTIFIED("Huertos    de   la  ", "costa            que en cada huerto"),
	            {FIELD_PURPOSE_NAME, 1, STATUS_AMBIGUOUS, "Huertos de la costa cosechan"},
	            {FIELD_PURPOSE_FORMULA, 1, STATUS_AMBIGUOUS,
	             "Kilos que se cosechan en un año que en cada huerto"});
	CHECK_CELLS(JUSTIFIED("Huertos de la       ", "costa            que en cada huerto"),
	            NAME(1, "Huertos de la costa cosechan"));
	CHECK_CELLS(JUSTIFIED("Huertos    de   la  ", "costa               que en cada huerto"),
	            NAME(1, "Huertos de la costa cosechan"));
}

/* A name does not leave a bracket open, nor does a formula begin with a word before one. */
static void
words_of_a_name_may_be_in_its_formula(void)
{
#define ROW_OF(name, formula)                                                                      \
	TITLE PURPOSE HEADS FULL_ROW name formula                                                      \
	    "                       3,5        4,0        4,1\n" LABEL(INDENT) "Balanza.\n"
	CHECK_CELLS(ROW_OF("Nota (de 1 a        ", "7) Suma de notas en un año"),
	            {FIELD_PURPOSE_NAME, 1, STATUS_AMBIGUOUS, "Nota (de 1 a"},
	            {FIELD_PURPOSE_FORMULA, 1, STATUS_AMBIGUOUS, "7) Suma de notas en un año"},
	            NAME(0, "Huertos activos"));
	CHECK_CELLS(ROW_OF("Tasa egreso         ", "de (Huertos / Cosechas)*10"),
	            {FIELD_PURPOSE_NAME, 1, STATUS_AMBIGUOUS, "Tasa egreso"},
	            {FIELD_PURPOSE_FORMULA, 1, STATUS_AMBIGUOUS, "de (Huertos / Cosechas)*10"});
	CHECK_CELLS(ROW_OF("Tasa egreso         ", "de Sumatoria de huertos   "),
	            {FIELD_PURPOSE_NAME, 1, STATUS_AMBIGUOUS, "Tasa egreso"},
	            {FIELD_PURPOSE_FORMULA, 1, STATUS_AMBIGUOUS, "de Sumatoria de huertos"});
	CHECK_CELLS(ROW_OF("Tasa de egreso      ", "del indicador o de los indicadores"),
	            {FIELD_PURPOSE_FORMULA, 1, STATUS_AMBIGUOUS, "del indicador o de los indicadores"});
	CHECK_CELLS(ROW_OF("Nota (de 1 a 7)     ", "(Huertos / Cosechas)*10   "),
	            NAME(1, "Nota (de 1 a 7)"), FORMULA(1, "(Huertos / Cosechas)*10"));
}

/* No text ends with figures alone. */
static void
values_may_touch_a_text_one_behind_the_other(void)
{
	CHECK_CELLS(
	    TITLE PURPOSE HEADS FULL_ROW
	    "Cosecha media       Kilos de cada cosecha menos kilos perdidos 3,5 4,0        4,1\n"
	    "                    entre todos los huertos activos\n" LABEL(INDENT) "Balanza.\n",
	    {FIELD_PURPOSE_FORMULA, 1, STATUS_INFERRED,
	     "Kilos de cada cosecha menos kilos perdidos entre todos los huertos activos"},
	    VALUE(1, 0, STATUS_INFERRED, "3,5"), VALUE(1, 1, STATUS_INFERRED, "4,0"),
	    VALUE(1, 2, STATUS_INFERRED, "4,1"));
}

/* A first value that is glued to a word of the text leaves its cell in doubt. */
static void
a_value_may_be_glued_to_its_text(void)
{
	CHECK_CELLS(
	    TITLE PURPOSE HEADS FULL_ROW
	    "Cosecha media       Kilos de cada cosecha en el huerto1.8                     4,0        "
	    "4,1\n"
	    "                    entre todos los huertos activos\n" LABEL(INDENT) "Balanza.\n",
	    VALUE(1, 0, STATUS_AMBIGUOUS, NULL), VALUE(1, 1, STATUS_REPORTED, "4,0"),
	    VALUE(1, 2, STATUS_REPORTED, "4,1"));
}

static void
figures_set_flush_right_have_no_places_under_years(void)
{
	CHECK_CELLS(
	    TITLE PURPOSE HEADS
	    "Huertos activos     Huertos con cosecha en el año t                   12.400              "
	    " 9\n" LABEL(INDENT) "Registro.\n"
	                         "Cosecha media       Kilos de la cosecha                              "
	                         "     7%             800\n" LABEL(INDENT) "Balanza.\n",
	    VALUE(0, 0, STATUS_AMBIGUOUS, NULL), VALUE(1, 0, STATUS_AMBIGUOUS, NULL),
	    VALUE(1, 2, STATUS_AMBIGUOUS, NULL));
}

/* Where the values of a page stand in all columns, these are as far apart as the years. */
static void
figures_set_flush_right_may_show_all_columns(void)
{
	CHECK_CELLS(
	    TITLE PURPOSE HEADS
	    "Huertos activos     Huertos con cosecha en el año t                   12.400          "
	    "9\n" LABEL(INDENT) "Registro.\n"
	                        "Cosecha media       Kilos de la cosecha                               "
	                        "    7%                  80%\n" LABEL(INDENT) "Balanza.\n",
	    VALUE(0, 0, STATUS_REPORTED, "12.400"), VALUE(0, 1, STATUS_REPORTED, "9"),
	    VALUE(0, 2, STATUS_BLANK, NULL), VALUE(1, 1, STATUS_BLANK, NULL),
	    VALUE(1, 2, STATUS_REPORTED, "80%"));
}

#define FLUSH_ROWS                                                                                 \
	"Huertos activos     Huertos con cosecha en el año t                   12.400          "      \
	"9\n" LABEL(                                                                                   \
	    INDENT) "Registro.\n"                                                                      \
	            "Cosecha media       Kilos de la cosecha                                   7%"

/* More ends of values than columns, ends that are not as far apart, two values at one end. */
static void
figures_set_flush_right_without_order_have_no_places(void)
{
	CHECK_CELLS(TITLE PURPOSE HEADS FLUSH_ROWS "                  80%\n" LABEL(
	                INDENT) "Balanza.\n"
	                        "Lluvia del año      Milímetros del año                                "
	                        "       650\n" LABEL(INDENT) "Pluviómetro.\n",
	            VALUE(0, 0, STATUS_AMBIGUOUS, NULL), VALUE(2, 3, STATUS_AMBIGUOUS, "650"));
	CHECK_CELLS(TITLE PURPOSE HEADS FLUSH_ROWS
	            "                        80%\n" LABEL(INDENT) "Balanza.\n",
	            VALUE(0, 0, STATUS_AMBIGUOUS, NULL), VALUE(1, 4, STATUS_AMBIGUOUS, "80%"));
	CHECK_CELLS(TITLE PURPOSE HEADS FLUSH_ROWS "                  80%\n" LABEL(
	                INDENT) "Balanza.\n"
	                        "Lluvia del año      Milímetros del año                                "
	                        "    5 6\n" LABEL(INDENT) "Pluviómetro.\n",
	            VALUE(1, 2, STATUS_REPORTED, "80%"), VALUE(2, 0, STATUS_AMBIGUOUS, NULL),
	            VALUE(2, 4, STATUS_AMBIGUOUS, "6"));
}

static void
two_values_under_one_year_have_no_places(void)
{
	CHECK_CELLS(TITLE PURPOSE HEADS
	            "Huertos activos     Huertos con cosecha en el año t                4 3\n" LABEL(
	                INDENT) "Registro.\n",
	            VALUE(0, 0, STATUS_AMBIGUOUS, NULL), VALUE(0, 3, STATUS_AMBIGUOUS, "4"),
	            VALUE(0, 4, STATUS_AMBIGUOUS, "3"));
}

/* Under one full line, 9,5 is of the second column; under the other, of the first. */
static void
full_lines_that_disagree_place_nothing(void)
{
	CHECK_CELLS(
	    TITLE PURPOSE HEADS FULL_ROW
	    "Cosecha media       Kilos de la cosecha                            1                2     "
	    "     3\n" LABEL(INDENT) "Balanza.\n"
	                             "Lluvia del año      Milímetros del año                           "
	                             "             9,5\n" LABEL(INDENT) "Pluviómetro.\n",
	    VALUE(0, 1, STATUS_REPORTED, "45%"), VALUE(1, 1, STATUS_REPORTED, "2"),
	    VALUE(2, 0, STATUS_AMBIGUOUS, NULL), VALUE(2, 1, STATUS_AMBIGUOUS, NULL),
	    VALUE(2, 3, STATUS_AMBIGUOUS, "9,5"));
}

/* Both figures stand where the first column of values begins, each behind text. */
static void
values_that_touch_two_lines_have_no_places(void)
{
	CHECK_CELLS(TITLE PURPOSE HEADS FULL_ROW
	            "Cosecha media       Kilos de cada cosecha menos los kilos perdidos 3,5\n"
	            "                    antes de pesar los restantes en la balanza del 4,1\n"
	            "                    huertos activos\n" LABEL(INDENT) "Balanza.\n",
	            VALUE(1, 0, STATUS_AMBIGUOUS, NULL), VALUE(1, 3, STATUS_AMBIGUOUS, "3,5"),
	            VALUE(1, 4, STATUS_AMBIGUOUS, "4,1"));
}

/* As much text as no table has is not cut into columns: it stays as it is. */
static void
too_many_places_or_lines_are_no_table(void)
{
	static char text[100000];
	char *end;

	/* more places where the right column may begin than are kept */
	end = text + sprintf(text, "%s", TITLE PURPOSE HEADS FULL_ROW);
	for (int i = 0; i < 70; i++)
		end += sprintf(end, "lluvia%*s\n", 20 + i, "del");
	CHECK_COLUMNS(text, FIELD_PURPOSE_NAME, FIELD_PURPOSE_VALUE, "");
	/* more lines, and more pages */
	end = text + sprintf(text, "%s", TITLE PURPOSE HEADS FULL_ROW);
	for (int i = 0; i < 2000; i++)
		end += sprintf(end, "lluvia    del año\n");
	CHECK_COLUMNS(text, FIELD_PURPOSE_NAME, FIELD_PURPOSE_VALUE, "");
	end = text + sprintf(text, "%s", TITLE PURPOSE HEADS FULL_ROW);
	for (int i = 0; i < 70; i++)
		end += sprintf(end, "\flluvia%c%c            del año\n", 'a' + i % 7, 'a' + i / 7);
	CHECK_COLUMNS(text, FIELD_PURPOSE_NAME, FIELD_PURPOSE_VALUE, "");
}

/* A line of a name that is a year alone is no header. */
static void
a_header_is_repeated_with_all_its_years(void)
{
	CHECK_CELLS(
	    TITLE PURPOSE HEADS
	    "Huertos activos en  Huertos con cosecha en el año t                40%        45%        "
	    "N/A\n"
	    "2021\n" LABEL(INDENT) "Registro.\n" HEADS
	                           "Cosecha media       Kilos de la cosecha                            "
	                           "3,5        4,0        4,1\n" LABEL(INDENT) "Balanza.\n",
	    NAME(0, "Huertos activos en 2021"), NAME(1, "Cosecha media"),
	    VALUE(1, 1, STATUS_REPORTED, "4,0"));
}

static void
heads_that_touch_are_heads(void)
{
	CHECK_CELLS(TITLE PURPOSE "Nombre del          Fórmula de Cálculo                             "
	                          "2020       2021       2021\n"
	                          "Indicador                                                          "
	                          "(efectivo  (estimado  (efectivo\n"
	                          "                                                                   "
	                          "al 31 de   al 31 de   al 31 de\n"
	                          "                                                                   "
	                          "Diciembre)Diciembre)Diciembre)\n" FULL_ROW,
	            FORMULA(0, "Huertos con cosecha en el año t"), VALUE(0, 0, STATUS_REPORTED, "40%"));
}

/* ---- Goals ---- */

static void
goals_may_stand_below_a_wrapped_header(void)
{
	CHECK_CELLS(
	    TITLE GOALS
	    "Objetivos de Desarrollo     Meta/s\n"
	    "Sostenible (ODS)\n"
	    "2. Hambre cero: Comer       2.4 Cultivar de modo que el suelo alcance 2.5 Guardar\n"
	    "todos y bien                semillas de la zona\n"
	    "\fObjetivos de Desarrollo     Meta/s\n"
	    "Sostenible (ODS)\n"
	    "6. Agua limpia: Agua para   6.4 Usar el agua con más provecho\n"
	    "todos\n",
	    {FIELD_SDG_GOAL_NAME, 0, STATUS_REPORTED, "Hambre cero: Comer todos y bien"},
	    {FIELD_SDG_TARGET_NAME, 0, STATUS_REPORTED, "Cultivar de modo que el suelo alcance"},
	    {FIELD_SDG_TARGET, 1, STATUS_REPORTED, "2.5"},
	    {FIELD_SDG_TARGET_NAME, 1, STATUS_REPORTED, "Guardar semillas de la zona"},
	    {FIELD_SDG_GOAL_NAME, 2, STATUS_REPORTED, "Agua limpia: Agua para todos"});
}

static void
a_target_may_touch_its_goal(void)
{
	CHECK_CELLS(TITLE GOALS
	            "Objetivos de Desarrollo Sostenible (ODS)    Meta/s\n"
	            "2. Hambre cero: Que todos coman bien 2.4 Cultivar de modo que el agua\n"
	            "y cuidar los suelos que dan de comer alcance para quienes vienen\n",
	            {FIELD_SDG_GOAL_NAME, 0, STATUS_REPORTED,
	             "Hambre cero: Que todos coman bien y cuidar los suelos que dan de comer"},
	            {FIELD_SDG_TARGET, 0, STATUS_REPORTED, "2.4"});
}

/* Nobody can say where a goal ends whose last word a target's number is glued to. */
static void
glued_columns_of_goals_are_not_read(void)
{
	static const char text[] =
	    TITLE GOALS "Objetivos de Desarrollo Sostenible (ODS)    Meta/s\n"
	                "2. Hambre cero: Que todos coman       2.4 Cultivar de modo que el agua\n"
	                "y cuidar los suelos que dan de comer2.5 Guardar semillas de la zona\n";
	Arena arena;
	Report report;
	Fact fact;

	arena_init(&arena, &host_plain);
	if (report_of(text, &arena, &report))
		CHECK(!report_cell(&report, FIELD_SDG_GOAL, 0, &fact));
	arena_free(&arena);
}

/* ---- Budget lines ---- */

#define LINE_HEADS                                                                                 \
	"5. PRESUPUESTO\n5.7) Gasto Administrativo\n"                                                  \
	"Partida  Capítulo  Programa  Item    Asignación  Subtítulo                     Gastos "    \
	"($miles)\n"

static void
a_fourth_code_is_placed_by_lines_that_have_all(void)
{
	CHECK_CELLS(TITLE LINE_HEADS "     05        02        01    24         131  21 (Gastos en "
	                             "Personal)                 1.200\n"
	                             "     05        02        01  2295              21 (Gastos en "
	                             "Personal)                   300\n"
	                             "     05        02        01                 7  21 (Gastos en "
	                             "Personal)                    50\n",
	            {FIELD_ADMIN_ITEM, 1, STATUS_REPORTED, "2295"},
	            {FIELD_ADMIN_ASIGNACION, 1, STATUS_BLANK, NULL},
	            {FIELD_ADMIN_ITEM, 2, STATUS_BLANK, NULL},
	            {FIELD_ADMIN_ASIGNACION, 2, STATUS_REPORTED, "7"});
}

/* Words of the header, or of another column, are no subtítulo. */
static void
a_subtitulo_is_a_code_and_a_bracket(void)
{
	CHECK_CELLS(TITLE LINE_HEADS "     05        02        01    24         131  21 (Gastos en "
	                             "Personal)                 1.200\n"
	                             "                                               24\n"
	                             "     05        02        01    24           1  (Transferencias"
	                             "                   300\n"
	                             "                                               Corrientes)\n",
	            {FIELD_ADMIN_SUBTITULO, 0, STATUS_REPORTED, "21 (Gastos en Personal)"},
	            {FIELD_ADMIN_SUBTITULO, 1, STATUS_AMBIGUOUS, "24 1 (Transferencias Corrientes)"});
}

/* The words of a header may stand closer than the columns below them. */
static void
a_fourth_code_is_placed_between_its_neighbours(void)
{
	CHECK_CELLS(TITLE
	            "5. PRESUPUESTO\n5.7) Gasto Administrativo\n"
	            "Partida Capítulo Programa Item Asignación Subtítulo                Gastos\n"
	            "                                                                   ($miles)\n"
	            "05          02            01         24               21 (Gastos en    1.200\n"
	            "                                                      Personal)\n",
	            {FIELD_ADMIN_ITEM, 0, STATUS_REPORTED, "24"},
	            {FIELD_ADMIN_ASIGNACION, 0, STATUS_BLANK, NULL},
	            {FIELD_ADMIN_SUBTITULO, 0, STATUS_REPORTED, "21 (Gastos en Personal)"});
	/* nothing says where these begin */
	CHECK_CELLS(TITLE LINE_HEADS "     05        02        01         7          21 (Gastos en "
	                             "Personal)                    50\n",
	            {FIELD_ADMIN_ITEM, 0, STATUS_AMBIGUOUS, NULL},
	            {FIELD_ADMIN_ASIGNACION, 0, STATUS_AMBIGUOUS, NULL});
}

/* Without heads and other lines, nothing says whose the code is. */
static void
a_fourth_code_without_heads_has_no_place(void)
{
	CHECK_CELLS(TITLE "5.2) Presupuesto Total\nSubtítulo Gastos ($miles)\n"
	                  "02 07 13 33          21 (Gastos)    39\n",
	            {FIELD_SPENDING_PROGRAMA, 0, STATUS_REPORTED, "13"},
	            {FIELD_SPENDING_ITEM, 0, STATUS_AMBIGUOUS, NULL},
	            {FIELD_SPENDING_ASIGNACION, 0, STATUS_AMBIGUOUS, NULL},
	            {FIELD_SPENDING_ITEM, 1, STATUS_AMBIGUOUS, "33"});
}

/* ---- Heads ---- */

/* The percentage stands under the last column's figures alone, but beside the end of others. */
static void
a_cell_under_one_head_and_near_another_has_no_place(void)
{
	CHECK_CELLS(TITLE "Cobertura del Programa:\n"
	                  "                                2019          2020          2021\n"
	                  "Población Objetivo              1.234.567.890.123    1.234.567.890.123"
	                  "             1.234.567.890.123\n"
	                  "Beneficiarios efectivos        5            1.234.567.890.123    60\n"
	                  "Cobertura                                                              7%\n",
	            {FIELD_COVERAGE_BENEFICIARIES, 2, STATUS_REPORTED, "60"},
	            {FIELD_COVERAGE_REPORTED, 1, STATUS_AMBIGUOUS, NULL},
	            {FIELD_COVERAGE_REPORTED, 2, STATUS_AMBIGUOUS, NULL},
	            {FIELD_COVERAGE_REPORTED, 3, STATUS_AMBIGUOUS, "7%"});
}

#define FLOW_HEAD                                                                                  \
	"                          Egreso durante 2021    Egreso posterior a 2021    Otros "           \
	"(desertores)    Total\n"

/* A page that repeats the header ends no label: the years are the heads'. */
static void
a_header_may_be_repeated_between_rows(void)
{
	CHECK_CELLS(TITLE
	            "Desagregación de población beneficiada durante 2021:\n" FLOW_HEAD
	            "Ingreso previo a 2021     9                      4                          1"
	            "                     14\n"
	            "Ingreso durante a 2021    6                      2                          3"
	            "                     11\n"
	            "Página 1 de 2\n" FLOW_HEAD
	            "Total                     15                     6                          4"
	            "                     25\n",
	            {FIELD_FLOW_PERSONS, 0, STATUS_REPORTED, "9"},
	            {FIELD_FLOW_PERSONS, 3, STATUS_REPORTED, "14"},
	            {FIELD_FLOW_PERSONS, 4, STATUS_REPORTED, "6"},
	            {FIELD_FLOW_PERSONS, 11, STATUS_REPORTED, "25"});
}

/* Figures that fit no sum where they stand, but would elsewhere, are in doubt there. */
static void
places_that_fit_no_sum_are_in_doubt(void)
{
	CHECK_CELLS(TITLE
	            "Desagregación de población beneficiada durante 2021:\n" FLOW_HEAD
	            "Ingreso previo a 2021     9                      4                          1"
	            "                     14\n"
	            "Ingreso durante a 2021                           6                           "
	            "                     6\n"
	            "Total                     15                     4                          1"
	            "                     20\n",
	            {FIELD_FLOW_PERSONS, 0, STATUS_REPORTED, "9"},
	            {FIELD_FLOW_PERSONS, 4, STATUS_AMBIGUOUS, NULL},
	            {FIELD_FLOW_PERSONS, 5, STATUS_AMBIGUOUS, NULL},
	            {FIELD_FLOW_PERSONS, 7, STATUS_INFERRED, "6"});
	/* nowhere: the report contradicts itself */
	CHECK_CELLS(
	    TITLE "Desagregación de población beneficiada durante 2021:\n" FLOW_HEAD
	          "Ingreso previo a 2021     9                      4                          1"
	          "                     14\n"
	          "Ingreso durante a 2021                           6                           "
	          "                     6\n"
	          "Total                     15                     4                          1"
	          "                     21\n",
	    {FIELD_FLOW_PERSONS, 4, STATUS_BLANK, NULL}, {FIELD_FLOW_PERSONS, 5, STATUS_REPORTED, "6"});
}

#define COVERAGE_OF(figures)                                                                       \
	"3.3) Población beneficiada\nCobertura del Programa:\n"                                       \
	"                                   2019             2020                      2021\n" figures
#define COSTS(figures)                                                                             \
	"5.8) Resumen Presupuestario\nGasto por Beneficiario:\n"                                       \
	"                                   2019             2020                      2021\n"         \
	"Gasto por Beneficiario" figures "\nPresupuesto Ejecutado\n"

/* Heads may stand at the left of their columns, and figures at the right. */
static void
figures_may_end_where_the_next_head_begins(void)
{
	CHECK_CELLS(TITLE COSTS("                                               63.817.147"),
	            {FIELD_COSTS_AMOUNT, 1, STATUS_AMBIGUOUS, NULL},
	            {FIELD_COSTS_AMOUNT, 2, STATUS_AMBIGUOUS, NULL});
	CHECK_CELLS(TITLE COSTS("                     16.146.819                     71.016"),
	            {FIELD_COSTS_AMOUNT, 0, STATUS_AMBIGUOUS, NULL},
	            {FIELD_COSTS_AMOUNT, 1, STATUS_AMBIGUOUS, NULL});
	CHECK_CELLS(TITLE COSTS("              900                              63.817.147"),
	            {FIELD_COSTS_AMOUNT, 2, STATUS_AMBIGUOUS, NULL});
	/* the column before has a figure of its own */
	CHECK_CELLS(TITLE COSTS("             9000    16.146.819"),
	            {FIELD_COSTS_AMOUNT, 0, STATUS_REPORTED, "9000"},
	            {FIELD_COSTS_AMOUNT, 1, STATUS_REPORTED, "16.146.819"},
	            {FIELD_COSTS_AMOUNT, 2, STATUS_BLANK, NULL});
	/* where the coverage has them end with their heads, these do too */
	CHECK_CELLS(
	    TITLE COVERAGE_OF(
	        "Población Objetivo                1.100            1.200                     1.300\n"
	        "Beneficiarios Efectivos              50               60                        70\n"
	        "Cobertura                            5%               5%                        5%\n")
	        COSTS("                                                  63.817.147"),
	    {FIELD_COSTS_AMOUNT, 1, STATUS_BLANK, NULL},
	    {FIELD_COSTS_AMOUNT, 2, STATUS_REPORTED, "63.817.147"});
}

/* Where figures are set right and their heads are not, full rows show it. */
static void
figures_may_stand_between_heads(void)
{
#define BETWEEN COSTS("                    900")
	static const char behind[] = TITLE COVERAGE_OF(
	    "Población Objetivo                     1.100           1.200                      1.300\n"
	    "Beneficiarios Efectivos                   50              60                         70\n"
	    "Cobertura                                 5%              5%                         5%\n")
	    BETWEEN;

	CHECK_CELLS(TITLE BETWEEN, {FIELD_COSTS_AMOUNT, 0, STATUS_AMBIGUOUS, NULL},
	            {FIELD_COSTS_AMOUNT, 1, STATUS_AMBIGUOUS, NULL});
	CHECK_CELLS(behind, {FIELD_COSTS_AMOUNT, 0, STATUS_REPORTED, "900"},
	            {FIELD_COSTS_AMOUNT, 1, STATUS_BLANK, NULL});
}

/* Columns are a page's own: a row with holes behind its end has no places. */
static void
columns_are_kept_within_a_page(void)
{
#define CUT_COSTS(page)                                                                            \
	TITLE "5.8) Resumen Presupuestario\nGasto por Beneficiario:\n"                                 \
	      "                                   2019             2020                      "         \
	      "2021\n" page "Gasto por Beneficiario              900\nPresupuesto Ejecutado\n"
	CHECK_CELLS(CUT_COSTS(""), {FIELD_COSTS_AMOUNT, 0, STATUS_REPORTED, "900"});
	CHECK_CELLS(CUT_COSTS("\f"), {FIELD_COSTS_AMOUNT, 0, STATUS_AMBIGUOUS, NULL});
}

/* Fonts may print the words of the phrase apart; other words leave a row in doubt. */
static void
words_among_cells_leave_doubt(void)
{
	CHECK_CELLS(
	    TITLE "Desagregación de población beneficiada durante 2021:\n" FLOW_HEAD
	          "Ingreso previo a 2021     9                      El program a no presenta "
	          "inf orm ación.          9\n"
	          "Ingreso durante a 2021    6                      s/d                        3"
	          "                     9\n"
	          "Total                     15                                                3"
	          "                     18\n",
	    {FIELD_FLOW_PERSONS, 0, STATUS_REPORTED, "9"}, {FIELD_FLOW_PERSONS, 1, STATUS_ABSENT, NULL},
	    {FIELD_FLOW_PERSONS, 4, STATUS_AMBIGUOUS, "6"},
	    {FIELD_FLOW_PERSONS, 5, STATUS_AMBIGUOUS, NULL},
	    {FIELD_FLOW_PERSONS, 6, STATUS_AMBIGUOUS, "3"},
	    {FIELD_FLOW_PERSONS, 9, STATUS_BLANK, NULL});
}

static void
a_figure_may_touch_the_phrase_beside_it(void)
{
	CHECK_CELLS(TITLE
	            "Desagregación de población beneficiada durante 2021:\n" FLOW_HEAD
	            "Ingreso previo a 2021                     634El programa no presenta información."
	            "   1                       635\n"
	            "Ingreso durante a 2021    6                      2                          3"
	            "                     11\n"
	            "Total                     640                    2                          4"
	            "                     646\n",
	            {FIELD_FLOW_PERSONS, 0, STATUS_REPORTED, "634"},
	            {FIELD_FLOW_PERSONS, 1, STATUS_ABSENT, NULL},
	            {FIELD_FLOW_PERSONS, 2, STATUS_REPORTED, "1"});
}

static void
cells_need_a_head_each(void)
{
	const Extent heads[] = {{0, 4}, {20, 24}, {40, 44}};
	const Extent cells[] = {{1, 4}, {39, 44}};
	const Shift none = {0, 0};
	int at[3] = {9, 9, 9};

	CHECK(place_by_heads(heads, 3, cells, 2, none, at) && at[0] == 0 && at[1] == 2);
	CHECK(!place_by_heads(heads, 1, cells, 2, none, at));
	CHECK(!place_by_heads(heads, 3, cells, 0, none, at));
}

/* Cells on another scale than the heads stand under none of them. */
static void
cells_far_from_all_heads_have_no_place(void)
{
	const Extent heads[] = {{102, 106}, {128, 132}, {153, 157}};
	const Extent cells[] = {{136, 141}, {200, 207}};
	int at[3];

	CHECK(!place_by_heads(heads, 3, cells, 2, FIGURES_SHIFT, at));
}

/* ---- Rows ---- */

/* Each letter is a line: what stands on it is L(eft), R(ight), V(alue), B(egin), M(ust), ?
 * (unsure).
 */
static bool
share(const char *const *lines, uint32_t count, RowShare *rows, uint32_t row_count)
{
	RowLine shared[32];
	Arena arena;
	bool done;

	for (uint32_t i = 0; i < count; i++)
		shared[i] = (RowLine){.left = strchr(lines[i], 'L') != NULL,
		                      .right = strchr(lines[i], 'R') != NULL,
		                      .value = strchr(lines[i], 'V') != NULL,
		                      .begin = strchr(lines[i], 'B') != NULL,
		                      .must = strchr(lines[i], 'M') != NULL,
		                      .unsure = strchr(lines[i], '?') != NULL};
	arena_init(&arena, &host_plain);
	done = share_rows(&arena, shared, count, rows, row_count);
	arena_free(&arena);
	return done;
}

#define SHARE(rows, row_count, ...)                                                                \
	share((const char *const[]){__VA_ARGS__},                                                      \
	      sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *), rows, row_count)

static void
rows_may_be_aligned_at_the_top(void)
{
	RowShare rows[] = {{.mark = 0, .mark_end = 1}, {.mark = 5, .mark_end = 6}};

	/* the sentence that goes on over the border does not matter */
	CHECK(SHARE(rows, 2, "LRVB", "LR", "R", "R", "R", "LRV", "R"));
	CHECK_INT(rows[1].first, 5);
	CHECK(!rows[1].doubtful);
}

static void
rows_may_be_aligned_around_the_middle(void)
{
	RowShare rows[] = {{.mark = 1, .mark_end = 2}, {.mark = 5, .mark_end = 6}};

	/* four lines and three: the first has its values beside one of its two middle lines */
	CHECK(SHARE(rows, 2, "RB", "LRV", "R", "R", "RB", "LRV", "R"));
	CHECK_INT(rows[1].first, 4);
	CHECK(!rows[1].doubtful);
}

static void
what_may_begin_in_two_places_is_doubtful(void)
{
	RowShare rows[] = {{.mark = 1, .mark_end = 2}, {.mark = 5, .mark_end = 6}};

	CHECK(SHARE(rows, 2, "RB", "LRV", "RB", "RB", "RB", "LRV", "R"));
	CHECK(rows[1].doubtful);
	CHECK(rows[1].earliest <= 3 && rows[1].latest >= 4);
}

/* A line that may be cut elsewhere does not show whether a sentence goes on. */
static void
a_line_that_is_not_sure_may_begin_a_row(void)
{
	RowShare rows[] = {{.mark = 1, .mark_end = 2}, {.mark = 4, .mark_end = 5}};

	CHECK(SHARE(rows, 2, "LRVB", "R", "R", "LRV?", "R", "R"));
	CHECK_INT(rows[1].first, 3);
	CHECK(!rows[1].doubtful);
}

static void
a_row_ends_where_it_must(void)
{
	RowShare rows[] = {{.mark = 1, .mark_end = 2}, {.mark = 5, .mark_end = 6}};

	CHECK(SHARE(rows, 2, "RB", "LRV", "RB", "RBM", "RB", "LRV", "R"));
	CHECK_INT(rows[1].first, 3);
	CHECK(!rows[1].doubtful);
}

static void
lines_without_order_are_no_rows(void)
{
	RowShare rows[] = {{.mark = 0, .mark_end = 1}, {.mark = 1, .mark_end = 2}};

	CHECK(!SHARE(rows, 2, "LRV", "LR", "RV", "RV", "RV"));
}

int
main(void)
{
	RUN(a_full_line_is_cut_where_the_lines_around_are);
	RUN(the_header_of_the_costs_may_be_wrapped);
	RUN(costs_may_have_no_details);
	RUN(a_kind_of_benefit_may_be_mixed);
	RUN(production_ends_a_row);
	RUN(production_may_be_wrapped);
	RUN(a_unit_may_go_on_behind_a_border);
	RUN(values_stand_on_the_first_line_of_a_row);
	RUN(formulas_with_other_cells_are_in_doubt);
	RUN(borders_that_stand_wrong_leave_doubt);
	RUN(values_stand_in_the_middle_of_a_row);
	RUN(a_page_without_header_has_no_places);
	RUN(a_value_may_touch_its_text);
	RUN(a_name_may_be_set_to_the_full_width);
	RUN(words_of_a_name_may_be_in_its_formula);
	RUN(values_may_touch_a_text_one_behind_the_other);
	RUN(a_value_may_be_glued_to_its_text);
	RUN(figures_set_flush_right_have_no_places_under_years);
	RUN(figures_set_flush_right_may_show_all_columns);
	RUN(figures_set_flush_right_without_order_have_no_places);
	RUN(two_values_under_one_year_have_no_places);
	RUN(full_lines_that_disagree_place_nothing);
	RUN(values_that_touch_two_lines_have_no_places);
	RUN(too_many_places_or_lines_are_no_table);
	RUN(a_header_is_repeated_with_all_its_years);
	RUN(heads_that_touch_are_heads);
	RUN(goals_may_stand_below_a_wrapped_header);
	RUN(a_target_may_touch_its_goal);
	RUN(glued_columns_of_goals_are_not_read);
	RUN(a_fourth_code_is_placed_by_lines_that_have_all);
	RUN(a_subtitulo_is_a_code_and_a_bracket);
	RUN(a_fourth_code_is_placed_between_its_neighbours);
	RUN(a_fourth_code_without_heads_has_no_place);
	RUN(a_cell_under_one_head_and_near_another_has_no_place);
	RUN(a_header_may_be_repeated_between_rows);
	RUN(places_that_fit_no_sum_are_in_doubt);
	RUN(figures_may_end_where_the_next_head_begins);
	RUN(figures_may_stand_between_heads);
	RUN(columns_are_kept_within_a_page);
	RUN(words_among_cells_leave_doubt);
	RUN(a_figure_may_touch_the_phrase_beside_it);
	RUN(cells_need_a_head_each);
	RUN(cells_far_from_all_heads_have_no_place);
	RUN(rows_may_be_aligned_at_the_top);
	RUN(rows_may_be_aligned_around_the_middle);
	RUN(what_may_begin_in_two_places_is_doubtful);
	RUN(a_line_that_is_not_sure_may_begin_a_row);
	RUN(a_row_ends_where_it_must);
	RUN(lines_without_order_are_no_rows);
	return unit_end();
}
