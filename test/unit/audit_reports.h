/*
 * audit_reports.h
 *		Reports for the audit's tests: one without a finding, the one of the year
 *		before, and the figures of the two sample reports.
 *
 * test/unit/audit_reports.h
 */
#ifndef PROGSOC_AUDIT_REPORTS_H
#define PROGSOC_AUDIT_REPORTS_H

#include "packed.h"

typedef struct Entry
{
	FieldId field;
	uint32_t row;
	Status status;
	const char *text; /* NULL: none */
} Entry;

/* Instead of a status: the report lacks the fact. */
#define GONE ((Status) STATUS_COUNT)

/* Short for the statuses, so that a fact is a line */
#define R  STATUS_REPORTED
#define I  STATUS_INFERRED
#define AM STATUS_AMBIGUOUS
#define X  STATUS_INVALID
#define N  STATUS_ABSENT
#define B  STATUS_BLANK
#define NA STATUS_NOT_APPLICABLE

#define F(field) FIELD_##field

/* ---- A report without a finding: every check applies to it, and holds ---- */

#define CLEAN_YEAR 2022

/* clang-format off */
static const Entry clean_report[] = {
	{F(PROGRAM_NAME), 0, R, "Programa Faro"},
	{F(MINISTRY), 1, R, "Ministerio de Salud"},
	{F(SERVICE), 2, R, "Servicio de Faros"},
	{F(CLOSING_DATE), 3, R, "31 - diciembre - 2022"},
	{F(START_YEAR), 4, R, "2015"},
	{F(END_YEAR), 5, R, "Permanente"},
	{F(COMPARABLE_YEARS), 6, R, "3"},
	{F(POTENTIAL_POPULATION_DESCRIPTION), 7, R, "Personas de la costa"},
	{F(POTENTIAL_POPULATION), 8, R, "20.000"},
	{F(POTENTIAL_POPULATION_UNIT), 9, R, "Personas"},
	{F(TARGETING_CRITERIA), 10, R, "5.000 personas de la costa"},
	{F(TARGET_POPULATION), 11, R, "5.000"},
	{F(TARGETING_GUARANTEE), 12, R, "La edad"},
	{F(BENEFICIARIES), 13, R, "1.250"},
	{F(COMPONENT_COUNT), 14, R, "3"},
	{F(COVID_CHANGES), 15, R, "Si"},
	{F(COVID_CHANGE_TYPES), 16, R, "- Ejecución presupuestaria\n- Modalidad"},
	{F(COVID_CHANGE_DETAIL), 17, R, "Menos talleres"},
	{F(EXECUTION), 18, R, "El programa es ejecutado por terceros."},
	{F(INITIAL_BUDGET), 19, R, "300.000"},
	{F(FINAL_BUDGET), 20, R, "310.000"},
	{F(NEXT_INITIAL_BUDGET), 21, R, "320.000"},
	{F(SPENDING), 22, R, "300.000"},
	{F(HAS_EXTRA_BUDGET), 23, R, "Si"},
	{F(COMPONENT_SPENDING), 24, R, "270.000"},
	{F(ADMIN_LINES_TOTAL), 25, R, "50.000"},
	{F(ADMIN_SPENDING), 26, R, "50.000"},
	{F(ADMIN_DETAIL), 27, R, "Oficina"},
	{F(SUMMARY_SPENDING), 28, R, "300.000"},
	{F(SUMMARY_EXTRA_BUDGET), 29, R, "20.000"},
	{F(TOTAL_SPENDING), 30, R, "320.000"},
	{F(SUMMARY_COMPONENT_SPENDING), 31, R, "270.000"},
	{F(SUMMARY_ADMIN_SPENDING), 32, R, "50.000"},
	{F(TOTAL_SPENDING_BY_USE), 33, R, "320.000"},
	{F(HAS_HUMAN_RIGHTS_APPROACH), 34, R, "Si"},
	{F(HUMAN_RIGHTS_APPROACHES), 35, R, "Género"},
	{F(SDG_CONTRIBUTION), 36, R, "Salud de la costa"},

	{F(FLOW_PERSONS), 0, R, "200"}, {F(FLOW_PERSONS), 1, R, "50"},
	{F(FLOW_PERSONS), 2, R, "10"}, {F(FLOW_PERSONS), 3, R, "260"},
	{F(FLOW_PERSONS), 4, R, "600"}, {F(FLOW_PERSONS), 5, R, "380"},
	{F(FLOW_PERSONS), 6, R, "10"}, {F(FLOW_PERSONS), 7, R, "990"},
	{F(FLOW_PERSONS), 8, R, "800"}, {F(FLOW_PERSONS), 9, R, "430"},
	{F(FLOW_PERSONS), 10, R, "20"}, {F(FLOW_PERSONS), 11, R, "1.250"},

	{F(REGIONS_REGION), 0, R, "Valparaíso"}, {F(REGIONS_BENEFICIARIES), 0, R, "500"},
	{F(REGIONS_REGION), 1, R, "Ñuble"}, {F(REGIONS_BENEFICIARIES), 1, R, "150"},
	{F(REGIONS_REGION), 2, R, "Metropolitana de Santiago"}, {F(REGIONS_BENEFICIARIES), 2, R, "600"},

	{F(COVERAGE_YEAR), 0, R, "2020"}, {F(COVERAGE_TARGET), 0, R, "4.800"},
	{F(COVERAGE_BENEFICIARIES), 0, R, "1.150"}, {F(COVERAGE_REPORTED), 0, R, "24%"},
	{F(COVERAGE_YEAR), 1, R, "2021"}, {F(COVERAGE_TARGET), 1, R, "4.900"},
	{F(COVERAGE_BENEFICIARIES), 1, R, "1.200"}, {F(COVERAGE_REPORTED), 1, R, "24,5%"},
	{F(COVERAGE_YEAR), 2, R, "2022"}, {F(COVERAGE_TARGET), 2, R, "5.000"},
	{F(COVERAGE_BENEFICIARIES), 2, R, "1.250"}, {F(COVERAGE_REPORTED), 2, R, "25"},

	{F(COMPONENT_NAME), 0, R, "Luz"}, {F(COMPONENT_PRODUCTION), 0, R, "1.250"},
	{F(COMPONENT_PRODUCTION_UNIT), 0, R, "Número de beneficiarios"},
	{F(COMPONENT_NAME), 1, R, "Talleres de navegación"}, {F(COMPONENT_PRODUCTION), 1, R, "40"},
	{F(COMPONENT_PRODUCTION_UNIT), 1, R, "Talleres"},
	{F(COMPONENT_NAME), 2, R, "Ferias"}, {F(COMPONENT_PRODUCTION), 2, R, "12"},
	{F(COMPONENT_PRODUCTION_UNIT), 2, R, "Ferias"},

	{F(EXECUTOR_TYPE), 0, R, "Fundación"},

	{F(LAW_PARTIDA), 0, R, "16"}, {F(LAW_CAPITULO), 0, R, "10"}, {F(LAW_PROGRAMA), 0, R, "02"},

	{F(SPENDING_PARTIDA), 0, R, "16"}, {F(SPENDING_CAPITULO), 0, R, "10"},
	{F(SPENDING_PROGRAMA), 0, R, "02"}, {F(SPENDING_ITEM), 0, R, "01"},
	{F(SPENDING_SUBTITULO), 0, R, "21 (Gastos en Personal)"}, {F(SPENDING_AMOUNT), 0, R, "60.000"},
	{F(SPENDING_PARTIDA), 1, R, "16"}, {F(SPENDING_CAPITULO), 1, R, "10"},
	{F(SPENDING_PROGRAMA), 1, R, "02"}, {F(SPENDING_ASIGNACION), 1, R, "131"},
	{F(SPENDING_SUBTITULO), 1, R, "24"}, {F(SPENDING_AMOUNT), 1, R, "200.000"},
	{F(SPENDING_PARTIDA), 2, R, "16"}, {F(SPENDING_CAPITULO), 2, R, "10"},
	{F(SPENDING_PROGRAMA), 2, R, "02"},
	{F(SPENDING_SUBTITULO), 2, R, "22"}, {F(SPENDING_AMOUNT), 2, R, "40.000"},

	{F(EXTRA_SUBTITULO), 0, R, "24"}, {F(EXTRA_AMOUNT), 0, R, "20.000"},

	{F(SPENT_COMPONENT), 0, R, "Luz"}, {F(SPENT_AMOUNT), 0, R, "100.000"},
	{F(SPENT_COMPONENT), 1, R, "Talleres de navegación"}, {F(SPENT_AMOUNT), 1, R, "120.500"},
	{F(SPENT_COMPONENT), 2, R, "Ferias"}, {F(SPENT_AMOUNT), 2, R, "49.500"},

	{F(REGIONAL_REGION), 0, R, "Región de Valparaíso"}, {F(REGIONAL_AMOUNT), 0, R, "90.000"},
	{F(REGIONAL_REGION), 1, R, "Ñuble"}, {F(REGIONAL_AMOUNT), 1, R, "40.000"},
	{F(REGIONAL_REGION), 2, R, "Metropolitana de Santiago"}, {F(REGIONAL_AMOUNT), 2, R, "120.000"},
	{F(REGIONAL_REGION), 3, R, "Nivel central"}, {F(REGIONAL_AMOUNT), 3, R, "20.000"},
	{F(REGIONAL_TOTAL), 0, R, "270.000"},

	{F(ADMIN_PARTIDA), 0, R, "16"}, {F(ADMIN_CAPITULO), 0, R, "10"}, {F(ADMIN_PROGRAMA), 0, R, "02"},
	{F(ADMIN_SUBTITULO), 0, R, "21 (Gastos en Personal)"}, {F(ADMIN_AMOUNT), 0, R, "45.000"},
	{F(ADMIN_PARTIDA), 1, R, "16"}, {F(ADMIN_CAPITULO), 1, R, "10"}, {F(ADMIN_PROGRAMA), 1, R, "2"},
	{F(ADMIN_SUBTITULO), 1, R, "22"}, {F(ADMIN_AMOUNT), 1, R, "5.000"},

	{F(COSTS_YEAR), 0, R, "2020"}, {F(COSTS_AMOUNT), 0, R, "240"},
	{F(COSTS_YEAR), 1, R, "2021"}, {F(COSTS_AMOUNT), 1, R, "250"},
	{F(COSTS_YEAR), 2, R, "2022"}, {F(COSTS_AMOUNT), 2, R, "256"},

	{F(PURPOSE_YEAR), 0, R, "2021"}, {F(PURPOSE_BASIS), 0, R, "actual"},
	{F(PURPOSE_YEAR), 1, R, "2022"}, {F(PURPOSE_BASIS), 1, R, "expected"},
	{F(PURPOSE_YEAR), 2, R, "2022"}, {F(PURPOSE_BASIS), 2, R, "actual"},
	{F(PURPOSE_YEAR), 3, R, "2023"}, {F(PURPOSE_BASIS), 3, R, "expected"},
	{F(PURPOSE_NAME), 0, R, "Personas que navegan"}, {F(PURPOSE_FORMULA), 0, R, "(a/b)*100"},
	{F(PURPOSE_VALUE), 0, R, "70%"}, {F(PURPOSE_VALUE), 1, R, "75%"},
	{F(PURPOSE_VALUE), 2, R, "74%"}, {F(PURPOSE_VALUE), 3, R, "80%"},

	{F(COMPLEMENTARY_YEAR), 0, R, "2021"}, {F(COMPLEMENTARY_BASIS), 0, R, "actual"},
	{F(COMPLEMENTARY_YEAR), 1, R, "2022"}, {F(COMPLEMENTARY_BASIS), 1, R, "expected"},
	{F(COMPLEMENTARY_YEAR), 2, R, "2022"}, {F(COMPLEMENTARY_BASIS), 2, R, "actual"},
	{F(COMPLEMENTARY_YEAR), 3, R, "2023"}, {F(COMPLEMENTARY_BASIS), 3, R, "expected"},
	{F(COMPLEMENTARY_NAME), 0, R, "Variación del ingreso"},
	{F(COMPLEMENTARY_FORMULA), 0, R, "((a/b)-1)*100"},
	{F(COMPLEMENTARY_VALUE), 0, R, "120%"}, {F(COMPLEMENTARY_VALUE), 1, R, "110%"},
	{F(COMPLEMENTARY_VALUE), 2, N, NULL}, {F(COMPLEMENTARY_VALUE), 3, R, "1,5"},

	{F(SDG_GOAL), 0, R, "3"}, {F(SDG_TARGET), 0, R, "3.8"},
	{F(SDG_GOAL), 1, R, "4"}, {F(SDG_TARGET), 1, R, "4.a"},

	{F(OBSERVATION_SECTION), 0, R, "design"}, {F(OBSERVATION_RAISED), 0, R, "No"},
	{F(OBSERVATION_SECTION), 1, R, "population"}, {F(OBSERVATION_RAISED), 1, R, "No"},
	{F(OBSERVATION_SECTION), 2, R, "strategy"}, {F(OBSERVATION_RAISED), 2, N, NULL},
	{F(OBSERVATION_SECTION), 3, R, "indicators"}, {F(OBSERVATION_RAISED), 3, R, "Si"},
	{F(OBSERVATION_SECTION), 4, R, "indicators"},
	{F(OBSERVATION_TOPIC), 4, R, "No reporte o hay información incompleta en indicadores complementarios"},
	{F(OBSERVATION_RAISED), 4, R, "Si"}, {F(OBSERVATION_COMMENT), 4, R, "Se mide cada dos años"},
	{F(OBSERVATION_SECTION), 5, R, "indicators"}, {F(OBSERVATION_TOPIC), 5, R, "Otro(s)"},
	{F(OBSERVATION_RAISED), 5, N, NULL},
	{F(OBSERVATION_SECTION), 6, R, "budget"}, {F(OBSERVATION_RAISED), 6, R, "No"},
	{F(OBSERVATION_SECTION), 7, R, "general"}, {F(OBSERVATION_RAISED), 7, N, NULL},
};

/* What the report of the year before has otherwise */
static const Entry earlier_report[] = {
	{F(CLOSING_DATE), 3, R, "31 - diciembre - 2021"},
	{F(NEXT_INITIAL_BUDGET), 21, R, "300.000"},
	{F(PROGRAM_NAME), 0, R, "PROGRAMA FARO"},
	{F(BENEFICIARIES), 13, R, "1.200"},
	{F(FLOW_PERSONS), 9, R, "260"},
	{F(COVERAGE_YEAR), 0, R, "2019"}, {F(COVERAGE_TARGET), 0, R, "4.700"},
	{F(COVERAGE_BENEFICIARIES), 0, R, "1.100"},
	{F(COVERAGE_YEAR), 1, R, "2020"}, {F(COVERAGE_TARGET), 1, R, "4.800"},
	{F(COVERAGE_BENEFICIARIES), 1, R, "1.150"},
	{F(COVERAGE_YEAR), 2, R, "2021"}, {F(COVERAGE_TARGET), 2, R, "4.900"},
	{F(COVERAGE_BENEFICIARIES), 2, R, "1.200"},
	{F(COSTS_YEAR), 0, R, "2019"}, {F(COSTS_AMOUNT), 0, R, "230"},
	{F(COSTS_YEAR), 1, R, "2020"}, {F(COSTS_AMOUNT), 1, R, "240"},
	{F(COSTS_YEAR), 2, R, "2021"}, {F(COSTS_AMOUNT), 2, R, "250"},
	{F(PURPOSE_YEAR), 0, R, "2020"}, {F(PURPOSE_YEAR), 1, R, "2021"},
	{F(PURPOSE_YEAR), 2, R, "2021"}, {F(PURPOSE_YEAR), 3, R, "2022"},
	{F(PURPOSE_VALUE), 0, R, "68%"}, {F(PURPOSE_VALUE), 1, R, "75%"},
	{F(PURPOSE_VALUE), 2, R, "70%"}, {F(PURPOSE_VALUE), 3, R, "90%"},
	{F(COMPLEMENTARY_YEAR), 0, R, "2020"}, {F(COMPLEMENTARY_YEAR), 1, R, "2021"},
	{F(COMPLEMENTARY_YEAR), 2, R, "2021"}, {F(COMPLEMENTARY_YEAR), 3, R, "2022"},
	{F(COMPLEMENTARY_VALUE), 0, R, "90%"}, {F(COMPLEMENTARY_VALUE), 2, R, "120%"},
};

/* ---- The figures of the two sample reports, in words of ours ---- */

#define SAMPLE_YEAR 2021

/* Without a closing date; the program began again in the year of the report. */
static const Entry sample_one[] = {
	{F(PROGRAM_NAME), 0, R, "Uno"},
	{F(MINISTRY), 1, R, "Ministerio de Economía, Fomento y Turismo"},
	{F(START_YEAR), 2, R, "2015"},
	{F(END_YEAR), 3, R, "Permanente"},
	{F(COMPARABLE_YEARS), 4, R, "3"},
	{F(POTENTIAL_POPULATION_DESCRIPTION), 5, N, NULL},
	{F(POTENTIAL_POPULATION), 6, R, "0"},
	{F(POTENTIAL_POPULATION_UNIT), 7, N, NULL},
	{F(TARGETING_CRITERIA), 8, R, "11.184 empresas"},
	{F(TARGET_POPULATION), 9, R, "11.184"},
	{F(TARGETING_GUARANTEE), 10, R, "El sector"},
	{F(PRIORITIZATION_USED), 11, R, "La evaluación"},
	{F(BENEFICIARIES), 12, R, "8"},
	{F(COMPONENT_COUNT), 13, R, "2"},
	{F(COVID_CHANGES), 14, R, "Si"},
	{F(COVID_CHANGE_TYPES), 15, R, "- Ejecución presupuestaria"},
	{F(COVID_CHANGE_DETAIL), 16, R, "Una región"},
	{F(COVID_CHANGES_KEPT), 17, R, "No"},
	{F(EXECUTION), 18, R, "El programa es ejecutado por terceros."},
	{F(INITIAL_BUDGET), 19, R, "250.000"},
	{F(FINAL_BUDGET), 20, R, "250.000"},
	{F(NEXT_INITIAL_BUDGET), 21, R, "1.105.072"},
	{F(SPENDING), 22, R, "250.000"},
	{F(HAS_EXTRA_BUDGET), 23, R, "No"},
	{F(HAS_FET), 24, R, "No"},
	{F(HAS_SPECIAL_FUNDS), 25, R, "No"},
	{F(COMPONENT_SPENDING), 26, R, "233.001"},
	{F(ADMIN_LINES_TOTAL), 27, R, "16.999"},
	{F(ADMIN_SPENDING), 28, R, "16.999"},
	{F(ADMIN_DETAIL), 29, N, NULL},
	{F(SUMMARY_SPENDING), 30, R, "250.000"},
	{F(SUMMARY_EXTRA_BUDGET), 31, N, NULL},
	{F(TOTAL_SPENDING), 32, R, "250.000"},
	{F(SUMMARY_COMPONENT_SPENDING), 33, R, "233.001"},
	{F(SUMMARY_ADMIN_SPENDING), 34, R, "16.999"},
	{F(TOTAL_SPENDING_BY_USE), 35, R, "250.000"},
	{F(HAS_HUMAN_RIGHTS_APPROACH), 36, R, "No"},
	{F(HUMAN_RIGHTS_JUSTIFICATION), 37, N, NULL},
	{F(SDG_CONTRIBUTION), 38, N, NULL},

	{F(FLOW_PERSONS), 0, N, NULL}, {F(FLOW_PERSONS), 1, B, NULL},
	{F(FLOW_PERSONS), 2, B, NULL}, {F(FLOW_PERSONS), 3, B, NULL},
	{F(FLOW_PERSONS), 4, R, "8"}, {F(FLOW_PERSONS), 5, N, NULL},
	{F(FLOW_PERSONS), 6, N, NULL}, {F(FLOW_PERSONS), 7, R, "8"},
	{F(FLOW_PERSONS), 8, R, "8"}, {F(FLOW_PERSONS), 9, N, NULL},
	{F(FLOW_PERSONS), 10, N, NULL}, {F(FLOW_PERSONS), 11, R, "8"},

	{F(REGIONS_REGION), 0, R, "La Araucanía"}, {F(REGIONS_BENEFICIARIES), 0, R, "8"},

	{F(COVERAGE_YEAR), 0, R, "2020"}, {F(COVERAGE_TARGET), 0, R, "11.184"},
	{F(COVERAGE_BENEFICIARIES), 0, R, "0"}, {F(COVERAGE_REPORTED), 0, R, "0"},
	{F(COVERAGE_YEAR), 1, R, "2021"}, {F(COVERAGE_TARGET), 1, R, "11.184"},
	{F(COVERAGE_BENEFICIARIES), 1, R, "8"}, {F(COVERAGE_REPORTED), 1, R, "0"},

	{F(COMPONENT_NAME), 0, R, "Estudio"}, {F(COMPONENT_PRODUCTION), 0, R, "8"},
	{F(COMPONENT_PRODUCTION_UNIT), 0, R, "Empresas con estudio"},
	{F(COMPONENT_NAME), 1, R, "Desarrollo"}, {F(COMPONENT_PRODUCTION), 1, R, "8"},
	{F(COMPONENT_PRODUCTION_UNIT), 1, R, "Empresas en desarrollo"},

	{F(LAW_PARTIDA), 0, R, "24"}, {F(LAW_CAPITULO), 0, R, "01"}, {F(LAW_PROGRAMA), 0, R, "132"},
	{F(SPENDING_PARTIDA), 0, R, "24"}, {F(SPENDING_CAPITULO), 0, R, "01"},
	{F(SPENDING_PROGRAMA), 0, R, "132"}, {F(SPENDING_ITEM), 0, R, "24"},
	{F(SPENDING_ASIGNACION), 0, R, "1"},
	{F(SPENDING_SUBTITULO), 0, R, "24 (Transferencias Corrientes)"},
	{F(SPENDING_AMOUNT), 0, R, "250.000"},
	{F(SPENT_COMPONENT), 0, R, "Estudio"}, {F(SPENT_AMOUNT), 0, B, NULL},
	{F(SPENT_COMPONENT), 1, R, "Desarrollo"}, {F(SPENT_AMOUNT), 1, R, "233.001"},
	{F(REGIONAL_REGION), 0, R, "La Araucanía"}, {F(REGIONAL_AMOUNT), 0, R, "233.001"},
	{F(REGIONAL_TOTAL), 0, R, "233.001"},
	{F(ADMIN_PARTIDA), 0, R, "24"}, {F(ADMIN_CAPITULO), 0, R, "01"},
	{F(ADMIN_PROGRAMA), 0, R, "132"}, {F(ADMIN_ITEM), 0, R, "2295"}, {F(ADMIN_ASIGNACION), 0, R, "1"},
	{F(ADMIN_SUBTITULO), 0, R, "24 (Transferencias Corrientes)"}, {F(ADMIN_AMOUNT), 0, R, "16.999"},

	{F(COSTS_YEAR), 0, R, "2019"}, {F(COSTS_AMOUNT), 0, R, "5.894"},
	{F(COSTS_YEAR), 1, R, "2020"}, {F(COSTS_AMOUNT), 1, B, NULL},
	{F(COSTS_YEAR), 2, R, "2021"}, {F(COSTS_AMOUNT), 2, R, "33.293"},

	{F(PURPOSE_YEAR), 0, R, "2020"}, {F(PURPOSE_BASIS), 0, R, "actual"},
	{F(PURPOSE_YEAR), 1, R, "2021"}, {F(PURPOSE_BASIS), 1, R, "expected"},
	{F(PURPOSE_YEAR), 2, R, "2021"}, {F(PURPOSE_BASIS), 2, R, "actual"},
	{F(PURPOSE_YEAR), 3, R, "2022"}, {F(PURPOSE_BASIS), 3, R, "expected"},
	{F(PURPOSE_NAME), 0, R, "Proyectos con mercado"}, {F(PURPOSE_FORMULA), 0, R, "(a/b)*100"},
	{F(PURPOSE_VALUE), 0, R, "0%"}, {F(PURPOSE_VALUE), 1, B, NULL},
	{F(PURPOSE_VALUE), 2, R, "0%"}, {F(PURPOSE_VALUE), 3, R, "0%"},
	{F(COMPLEMENTARY_YEAR), 0, R, "2020"}, {F(COMPLEMENTARY_BASIS), 0, R, "actual"},
	{F(COMPLEMENTARY_YEAR), 1, R, "2020"}, {F(COMPLEMENTARY_BASIS), 1, R, "expected"},
	{F(COMPLEMENTARY_YEAR), 2, R, "2021"}, {F(COMPLEMENTARY_BASIS), 2, R, "actual"},
	{F(COMPLEMENTARY_YEAR), 3, R, "2022"}, {F(COMPLEMENTARY_BASIS), 3, R, "expected"},

	{F(SDG_GOAL), 0, R, "8"}, {F(SDG_TARGET), 0, R, "8.3"},

	{F(OBSERVATION_SECTION), 0, R, "design"}, {F(OBSERVATION_RAISED), 0, R, "Si"},
	{F(OBSERVATION_SECTION), 1, R, "design"},
	{F(OBSERVATION_TOPIC), 1, R, "Modificación o ajustes al diseño"},
	{F(OBSERVATION_RAISED), 1, R, "Si"}, {F(OBSERVATION_COMMENT), 1, R, "Es permanente"},
	{F(OBSERVATION_SECTION), 2, R, "population"}, {F(OBSERVATION_RAISED), 2, R, "Si"},
	{F(OBSERVATION_SECTION), 3, R, "population"},
	{F(OBSERVATION_TOPIC), 3, R, "Variación significativa de la población beneficiada"},
	{F(OBSERVATION_RAISED), 3, R, "Si"}, {F(OBSERVATION_COMMENT), 3, R, "Una región"},
	{F(OBSERVATION_SECTION), 4, R, "strategy"}, {F(OBSERVATION_RAISED), 4, R, "No"},
	{F(OBSERVATION_SECTION), 5, R, "indicators"}, {F(OBSERVATION_RAISED), 5, R, "Si"},
	{F(OBSERVATION_SECTION), 6, R, "indicators"},
	{F(OBSERVATION_TOPIC), 6, R, "No reporte o hay información incompleta en indicadores de propósito"},
	{F(OBSERVATION_RAISED), 6, R, "Si"}, {F(OBSERVATION_COMMENT), 6, R, "Más tarde"},
	{F(OBSERVATION_SECTION), 7, R, "budget"}, {F(OBSERVATION_RAISED), 7, R, "Si"},
	{F(OBSERVATION_SECTION), 8, R, "budget"}, {F(OBSERVATION_TOPIC), 8, R, "Gasto por beneficiario"},
	{F(OBSERVATION_RAISED), 8, N, NULL},
	{F(OBSERVATION_SECTION), 9, R, "budget"}, {F(OBSERVATION_TOPIC), 9, R, "Otro(s)"},
	{F(OBSERVATION_RAISED), 9, R, "Si"}, {F(OBSERVATION_COMMENT), 9, R, "Una región"},
	{F(OBSERVATION_SECTION), 10, R, "general"}, {F(OBSERVATION_RAISED), 10, R, "Si"},
	{F(OBSERVATION_SECTION), 11, R, "general"},
	{F(OBSERVATION_TOPIC), 11, R, "Contexto socio sanitario COVID-19"},
	{F(OBSERVATION_RAISED), 11, R, "Si"}, {F(OBSERVATION_COMMENT), 11, R, "Menos dinero"},

	{F(LABEL_PRINTED), F(REGIONS), R, "Beneficiarios por región del año 2020"},
	{F(LABEL_PRINTED), F(COMPONENT_SPENDING), R, "Total de componentes 2020"},
	{F(LABEL_PRINTED), F(ADMIN_SPENDING), R, "Total administrativo 2020"},
	{F(MARKUP_TAGS), F(PURPOSE_INDICATORS), R, "6"},
};

/* Costs and indicators lost their blank cells, and the regions' spending is in millions. */
static const Entry sample_two[] = {
	{F(PROGRAM_NAME), 0, R, "Dos"},
	{F(MINISTRY), 1, R, "Ministerio de Economía, Fomento y Turismo"},
	{F(CLOSING_DATE), 2, R, "31 - diciembre - 2021"},
	{F(START_YEAR), 3, R, "2009"},
	{F(END_YEAR), 4, R, "2042"},
	{F(COMPARABLE_YEARS), 5, R, "3"},
	{F(POTENTIAL_POPULATION_DESCRIPTION), 6, N, NULL},
	{F(POTENTIAL_POPULATION), 7, R, "0"},
	{F(POTENTIAL_POPULATION_UNIT), 8, N, NULL},
	{F(TARGETING_CRITERIA), 9, R, "5.000 empresas."},
	{F(TARGET_POPULATION), 10, R, "5.000"},
	{F(TARGETING_GUARANTEE), 11, R, "El sector"},
	{F(PRIORITIZATION_USED), 12, NA, "N/A"},
	{F(BENEFICIARIES), 13, R, "327"},
	{F(COMPONENT_COUNT), 14, R, "1"},
	{F(COVID_CHANGES), 15, R, "No"},
	{F(EXECUTION), 16, R, "El programa es ejecutado por terceros."},
	{F(INITIAL_BUDGET), 17, R, "680.559"},
	{F(FINAL_BUDGET), 18, R, "262.482"},
	{F(NEXT_INITIAL_BUDGET), 19, N, NULL},
	{F(SPENDING), 20, R, "262.482"},
	{F(HAS_EXTRA_BUDGET), 21, R, "No"},
	{F(HAS_FET), 22, R, "No"},
	{F(HAS_SPECIAL_FUNDS), 23, R, "No"},
	{F(COMPONENT_SPENDING), 24, R, "249.075"},
	{F(ADMIN_LINES_TOTAL), 25, R, "13.407"},
	{F(ADMIN_SPENDING), 26, R, "13.407"},
	{F(ADMIN_DETAIL), 27, R, "Seguimiento"},
	{F(SUMMARY_SPENDING), 28, R, "262.482"},
	{F(SUMMARY_EXTRA_BUDGET), 29, N, NULL},
	{F(TOTAL_SPENDING), 30, R, "262.482"},
	{F(SUMMARY_COMPONENT_SPENDING), 31, R, "249.075"},
	{F(SUMMARY_ADMIN_SPENDING), 32, R, "13.407"},
	{F(TOTAL_SPENDING_BY_USE), 33, R, "262.482"},
	{F(HAS_HUMAN_RIGHTS_APPROACH), 34, R, "Si"},
	{F(HUMAN_RIGHTS_APPROACHES), 35, R, "Pertinencia territorial"},
	{F(SDG_CONTRIBUTION), 36, N, NULL},

	{F(FLOW_PERSONS), 0, R, "287"}, {F(FLOW_PERSONS), 1, R, "40"},
	{F(FLOW_PERSONS), 2, N, NULL}, {F(FLOW_PERSONS), 3, R, "327"},
	{F(FLOW_PERSONS), 4, N, NULL}, {F(FLOW_PERSONS), 5, N, NULL},
	{F(FLOW_PERSONS), 6, N, NULL}, {F(FLOW_PERSONS), 7, N, NULL},
	{F(FLOW_PERSONS), 8, R, "287"}, {F(FLOW_PERSONS), 9, R, "40"},
	{F(FLOW_PERSONS), 10, N, NULL}, {F(FLOW_PERSONS), 11, R, "327"},

	{F(REGIONS_REGION), 0, R, "Arica y Parinacota"}, {F(REGIONS_BENEFICIARIES), 0, R, "3"},
	{F(REGIONS_REGION), 1, R, "Coquimbo"}, {F(REGIONS_BENEFICIARIES), 1, R, "3"},
	{F(REGIONS_REGION), 2, R, "Valparaíso"}, {F(REGIONS_BENEFICIARIES), 2, R, "6"},
	{F(REGIONS_REGION), 3, R, "Libertador General Bernardo OHiggins"},
	{F(REGIONS_BENEFICIARIES), 3, R, "2"},
	{F(REGIONS_REGION), 4, R, "Maule"}, {F(REGIONS_BENEFICIARIES), 4, R, "2"},
	{F(REGIONS_REGION), 5, R, "Ñuble"}, {F(REGIONS_BENEFICIARIES), 5, R, "1"},
	{F(REGIONS_REGION), 6, R, "La Araucanía"}, {F(REGIONS_BENEFICIARIES), 6, R, "3"},
	{F(REGIONS_REGION), 7, R, "Los Ríos"}, {F(REGIONS_BENEFICIARIES), 7, R, "2"},
	{F(REGIONS_REGION), 8, R, "Los Lagos"}, {F(REGIONS_BENEFICIARIES), 8, R, "1"},
	{F(REGIONS_REGION), 9, R, "Metropolitana de Santiago"},
	{F(REGIONS_BENEFICIARIES), 9, R, "304"},

	{F(COVERAGE_YEAR), 0, R, "2020"}, {F(COVERAGE_TARGET), 0, R, "5.000"},
	{F(COVERAGE_BENEFICIARIES), 0, R, "0"}, {F(COVERAGE_REPORTED), 0, R, "0"},
	{F(COVERAGE_YEAR), 1, R, "2021"}, {F(COVERAGE_TARGET), 1, R, "5.000"},
	{F(COVERAGE_BENEFICIARIES), 1, R, "327"}, {F(COVERAGE_REPORTED), 1, R, "0"},

	{F(COMPONENT_NAME), 0, R, "Encuentros"}, {F(COMPONENT_PRODUCTION), 0, R, "327"},
	{F(COMPONENT_PRODUCTION_UNIT), 0, R, "Número de beneficiarios"},

	{F(EXECUTOR_TYPE), 0, R, "Organismo privado"},

	{F(LAW_PARTIDA), 0, R, "07"}, {F(LAW_CAPITULO), 0, R, "16"}, {F(LAW_PROGRAMA), 0, R, "01"},
	{F(SPENDING_PARTIDA), 0, R, "07"}, {F(SPENDING_CAPITULO), 0, R, "16"},
	{F(SPENDING_PROGRAMA), 0, R, "01"}, {F(SPENDING_ITEM), 0, R, "1"},
	{F(SPENDING_ASIGNACION), 0, R, "131"},
	{F(SPENDING_SUBTITULO), 0, R, "24 (Transferencias Corrientes)"},
	{F(SPENDING_AMOUNT), 0, R, "262.482"},
	{F(SPENT_COMPONENT), 0, R, "Encuentros"}, {F(SPENT_AMOUNT), 0, R, "249.075"},
	{F(REGIONAL_REGION), 0, R, "Metropolitana de Santiago"}, {F(REGIONAL_AMOUNT), 0, R, "16"},
	{F(REGIONAL_REGION), 1, R, "Nivel central"}, {F(REGIONAL_AMOUNT), 1, R, "233"},
	{F(REGIONAL_TOTAL), 0, R, "249.075"},
	{F(ADMIN_PARTIDA), 0, R, "07"}, {F(ADMIN_CAPITULO), 0, R, "16"}, {F(ADMIN_PROGRAMA), 0, R, "01"},
	{F(ADMIN_ITEM), 0, R, "2295"}, {F(ADMIN_ASIGNACION), 0, R, "131"},
	{F(ADMIN_SUBTITULO), 0, R, "24 (Transferencias Corrientes)"}, {F(ADMIN_AMOUNT), 0, R, "13.407"},

	{F(COSTS_YEAR), 0, R, "2019"}, {F(COSTS_AMOUNT), 0, I, "251"},
	{F(COSTS_YEAR), 1, R, "2020"}, {F(COSTS_AMOUNT), 1, B, NULL},
	{F(COSTS_YEAR), 2, R, "2021"}, {F(COSTS_AMOUNT), 2, I, "855"},

	{F(PURPOSE_YEAR), 0, R, "2020"}, {F(PURPOSE_BASIS), 0, R, "actual"},
	{F(PURPOSE_YEAR), 1, R, "2021"}, {F(PURPOSE_BASIS), 1, R, "expected"},
	{F(PURPOSE_YEAR), 2, R, "2021"}, {F(PURPOSE_BASIS), 2, R, "actual"},
	{F(PURPOSE_YEAR), 3, R, "2022"}, {F(PURPOSE_BASIS), 3, R, "expected"},
	{F(PURPOSE_NAME), 0, R, "Empresas en redes"}, {F(PURPOSE_FORMULA), 0, R, "(a/b)*100"},
	{F(PURPOSE_VALUE), 0, AM, NULL}, {F(PURPOSE_VALUE), 1, AM, NULL},
	{F(PURPOSE_VALUE), 2, AM, NULL}, {F(PURPOSE_VALUE), 3, AM, NULL},
	{F(PURPOSE_VALUE), 4, AM, "N/A"}, {F(PURPOSE_VALUE), 5, AM, "73%"},
	{F(COMPLEMENTARY_YEAR), 0, R, "2020"}, {F(COMPLEMENTARY_BASIS), 0, R, "actual"},
	{F(COMPLEMENTARY_YEAR), 1, R, "2020"}, {F(COMPLEMENTARY_BASIS), 1, R, "expected"},
	{F(COMPLEMENTARY_YEAR), 2, R, "2021"}, {F(COMPLEMENTARY_BASIS), 2, R, "actual"},
	{F(COMPLEMENTARY_YEAR), 3, R, "2022"}, {F(COMPLEMENTARY_BASIS), 3, R, "expected"},

	{F(SDG_GOAL), 0, R, "8"}, {F(SDG_TARGET), 0, R, "8.3"},

	{F(OBSERVATION_SECTION), 0, R, "design"}, {F(OBSERVATION_RAISED), 0, N, NULL},
	{F(OBSERVATION_SECTION), 1, R, "population"}, {F(OBSERVATION_RAISED), 1, N, NULL},
	{F(OBSERVATION_SECTION), 2, R, "strategy"}, {F(OBSERVATION_RAISED), 2, R, "No"},
	{F(OBSERVATION_SECTION), 3, R, "indicators"}, {F(OBSERVATION_RAISED), 3, R, "No"},
	{F(OBSERVATION_SECTION), 4, R, "budget"}, {F(OBSERVATION_RAISED), 4, R, "No"},
	{F(OBSERVATION_SECTION), 5, R, "general"}, {F(OBSERVATION_RAISED), 5, N, NULL},

	{F(LABEL_PRINTED), F(REGIONS), R, "Beneficiarios por región del año 2020"},
	{F(LABEL_PRINTED), F(COMPONENT_SPENDING), R, "Total de componentes 2020"},
	{F(LABEL_PRINTED), F(ADMIN_SPENDING), R, "Total administrativo 2020"},
};
/* clang-format on */

#endif /* PROGSOC_AUDIT_REPORTS_H */
