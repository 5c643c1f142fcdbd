/*
 * form_data.h
 *		The form, one line per field: the only place where its words stand.
 *
 *		FIELD(id, section, key, type, year offset, label)
 *		COLUMN(id, table, key, type)
 *
 * A label's "{year}" stands for any year; the offset is that year minus the
 * report's (NO_YEAR where the label prints none).  Other spellings of a label
 * stand in label_data.h.  Lines may be added only at the end: their order is
 * part of the stored format.  The first three fields are the identity that the
 * packed value keeps within easy reach (see packed.h).
 *
 * src/core/form_data.h
 */

/* clang-format off */

/* Header */
FIELD(PROGRAM_NAME, "0", "program_name", TYPE_TEXT, NO_YEAR, "")
FIELD(MINISTRY, "0", "ministry", TYPE_TEXT, NO_YEAR, "")
FIELD(SERVICE, "0", "service", TYPE_TEXT, NO_YEAR, "")
FIELD(REPORT_TITLE, "0", "report_title", TYPE_TEXT, NO_YEAR, "Informe de Detalle de Programas Sociales")
FIELD(CLOSING_DATE, "0", "closing_date", TYPE_DATE, NO_YEAR, "(cierre al {day} - {month} - {year})")
FIELD(START_YEAR, "0", "start_year", TYPE_YEAR, NO_YEAR, "Año de inicio")
FIELD(END_YEAR, "0", "end_year", TYPE_YEAR_OR_PERMANENT, NO_YEAR, "Año de término")

/* 1. Antecedentes */
FIELD(HEADING_1, "1", "", TYPE_HEADING, NO_YEAR, "1. ANTECEDENTES")
FIELD(FORM_TYPE, "1", "form_type", TYPE_TEXT, NO_YEAR, "Tipo de formulario")
FIELD(COMPARABLE_YEARS, "1", "comparable_years", TYPE_INTEGER, NO_YEAR, "Años comparables de la información")
FIELD(EX_ANTE_RATING, "1", "ex_ante_rating", TYPE_YESNO, NO_YEAR, "¿El programa cuenta con calificación ex ante?")
FIELD(RESPONSIBLE_UNIT, "1", "responsible_unit", TYPE_TEXT, NO_YEAR, "Unidad responsable")
FIELD(WEBSITE, "1", "website", TYPE_TEXT, NO_YEAR, "Página web")
FIELD(MANAGER_NAME, "1", "manager_name", TYPE_TEXT, NO_YEAR, "Nombre del encargado")
FIELD(MANAGER_POSITION, "1", "manager_position", TYPE_TEXT, NO_YEAR, "Cargo")
FIELD(MONITORING_CONTACT_NAME, "1", "monitoring_contact_name", TYPE_TEXT, NO_YEAR, "Nombre contraparte monitoreo")
FIELD(MONITORING_CONTACT_POSITION, "1", "monitoring_contact_position", TYPE_TEXT, NO_YEAR, "Cargo")
FIELD(STRATEGIC_OBJECTIVE, "1", "strategic_objective", TYPE_TEXT, NO_YEAR, "Señale el objetivo estratégico de la institución responsable que más se vincula al programa (acorde al Formulario A-1 Dirección de Presupuestos)")
FIELD(PARENT_SYSTEM, "1", "parent_system", TYPE_TEXT, NO_YEAR, "El Programa monitoreado, forma parte de un Sistema o Subsistema")

/* 2. Diagnóstico */
FIELD(HEADING_2, "2", "", TYPE_HEADING, NO_YEAR, "2. DIAGNÓSTICO Y OBJETIVO")
FIELD(MAIN_PROBLEM, "2", "main_problem", TYPE_TEXT, NO_YEAR, "Problema principal")
FIELD(PURPOSE, "2", "purpose", TYPE_TEXT, NO_YEAR, "Propósito del programa")
FIELD(HEADING_2_1, "2.1", "", TYPE_HEADING, NO_YEAR, "2.1) Evaluaciones anteriores")
FIELD(PREVIOUS_EVALUATIONS, "2.1", "previous_evaluations", TYPE_TEXT, NO_YEAR, "")

/* 3. Población */
FIELD(HEADING_3, "3", "", TYPE_HEADING, NO_YEAR, "3. POBLACIÓN")
FIELD(HEADING_3_1, "3.1", "", TYPE_HEADING, NO_YEAR, "3.1) Población potencial")
FIELD(POTENTIAL_POPULATION_DESCRIPTION, "3.1", "potential_population_description", TYPE_TEXT, NO_YEAR, "Población potencial del programa")
FIELD(POTENTIAL_POPULATION, "3.1", "potential_population", TYPE_INTEGER, NO_YEAR, "Cuantificación Población potencial")
FIELD(POTENTIAL_POPULATION_SOURCE, "3.1", "potential_population_source", TYPE_TEXT, NO_YEAR, "Fuente de información")
FIELD(POTENTIAL_POPULATION_UNIT, "3.1", "potential_population_unit", TYPE_TEXT, NO_YEAR, "Unidad de medida")
FIELD(HEADING_3_2, "3.2", "", TYPE_HEADING, NO_YEAR, "3.2) Población objetivo")
FIELD(TARGETING_CRITERIA, "3.2", "targeting_criteria", TYPE_TEXT, NO_YEAR, "Criterios de focalización del programa")
FIELD(TARGET_POPULATION, "3.2", "target_population", TYPE_INTEGER, NO_YEAR, "Cuantificación Población objetivo")
FIELD(HEADING_3_3, "3.3", "", TYPE_HEADING, NO_YEAR, "3.3) Población beneficiada")
FIELD(PRIORITIZATION_CRITERIA, "3.3", "prioritization_criteria", TYPE_TEXT, NO_YEAR, "Criterios utilizados para priorizar o identificar a los beneficiarios atendidos durante el año por el programa. Además, si corresponde, el mecanismo utilizado para ordenarlos")
FIELD(TARGETING_GUARANTEE, "3.3", "targeting_guarantee", TYPE_TEXT, 0, "Señale cuál o cuáles de los criterios de focalización aplicados por el programa le permiten garantizar que la población beneficiada {year} presenta en forma significativa el problema que da origen al programa")
FIELD(PRIORITIZATION_USED, "3.3", "prioritization_used", TYPE_TEXT, 0, "¿Cuál o cuáles son los criterios que se utilizaron para priorizar a la población beneficiada {year}, independiente de si éstos han sido o no declarados en el diseño ex ante del programa?")
FIELD(USES_HOUSEHOLD_REGISTRY, "3.3", "uses_household_registry", TYPE_YESNO, NO_YEAR, "¿Se utiliza el Registro Social de Hogares (RSH) para seleccionar a los beneficiarios?")
FIELD(BENEFICIARIES, "3.3", "beneficiaries", TYPE_INTEGER, NO_YEAR, "Cuantificación Población efectivamente beneficiada")
FIELD(POPULATION_FLOW, "3.3", "population_flow", TYPE_TABLE, 0, "Desagregación de población beneficiada durante {year}")
FIELD(REGIONS, "3.3", "regions", TYPE_TABLE, 0, "Complete cómo se distribuyen los beneficiarios efectivos a nivel regional al 4to trimestre del año {year}")
FIELD(REGIONS_NOTE, "3.3", "", TYPE_LABEL, 0, "Nota: En la tabla se despliegan sólo aquellas regiones para las que se cuenta con información de beneficiarios atendidos al 31 de diciembre de {year}. Los totales nacionales de beneficiarios se encuentran detallados en las secciones respectivas de este informe.")
FIELD(REGIONAL_GAP_JUSTIFICATION, "3.3", "regional_gap_justification", TYPE_TEXT, NO_YEAR, "Si no se cuenta con la desagregación regional, o bien, se realiza una desagregación de beneficiarios en una unidad territorial distinta, se solicita informar y justificar. (La justificación será considerada en el informe final)")
FIELD(HAS_TERRITORIAL_BREAKDOWN, "3.3", "has_territorial_breakdown", TYPE_YESNO, NO_YEAR, "¿El programa cuenta con la desagregación del número de beneficiarios por aspectos territoriales (urbana, rural, otros)?")
FIELD(COVERAGE, "3.3", "coverage", TYPE_TABLE, NO_YEAR, "Cobertura del Programa")

/* 4. Estrategia */
FIELD(HEADING_4, "4", "", TYPE_HEADING, NO_YEAR, "4. ESTRATEGIA")
FIELD(COMPONENT_COUNT, "4", "component_count", TYPE_INTEGER, NO_YEAR, "El programa presenta {n} componentes.")
FIELD(COMPONENTS, "4", "components", TYPE_TABLE, NO_YEAR, "Nombre | Descripción")
FIELD(STRATEGY, "4", "strategy", TYPE_TEXT, NO_YEAR, "Explique brevemente en qué consiste la estrategia de intervención del programa, describiendo de qué manera se combinan los componentes (bienes y servicios) que entrega el programa para alcanzar su propósito.")
FIELD(COVID_CHANGES, "4", "covid_changes", TYPE_YESNO, NO_YEAR, "¿El programa experimentó modificaciones o reprogramaciones en su ejecución a partir de la crisis sanitaria por el Covid 19?")
FIELD(COVID_CHANGE_TYPES, "4", "covid_change_types", TYPE_LIST, NO_YEAR, "")
FIELD(COVID_CHANGE_DETAIL, "4", "covid_change_detail", TYPE_TEXT, NO_YEAR, "Indique los cambios en la estrategia de intervención que se efectuaron a raíz del actual contexto sanitario (cambio de modalidades de producción, modificaciones de plazos, modificaciones de beneficiarios o cupos, u otros)")
FIELD(COVID_CHANGES_KEPT, "4", "covid_changes_kept", TYPE_YESNO, 1, "¿Estos cambios se mantendrán para la ejecución {year} del programa?")
FIELD(HEADING_4_2, "4.2", "", TYPE_HEADING, NO_YEAR, "4.2) Ejecutores")
FIELD(EXECUTION, "4.2", "execution", TYPE_TEXT, NO_YEAR, "Ejecución")
FIELD(EXECUTORS, "4.2", "executors", TYPE_TABLE, NO_YEAR, "Tipo de institución")

/* 5. Presupuesto */
FIELD(HEADING_5, "5", "", TYPE_HEADING, NO_YEAR, "5. PRESUPUESTO")
FIELD(BUDGET_LAW, "5", "budget_law", TYPE_TABLE, NO_YEAR, "Programas presupuestarios según Ley de Presupuestos")
FIELD(INITIAL_BUDGET, "5", "initial_budget", TYPE_AMOUNT, 0, "Presupuesto Inicial (Vigente al 4to trimestre año {year}) ($miles)")
FIELD(FINAL_BUDGET, "5", "final_budget", TYPE_AMOUNT, 0, "Presupuesto Final (Vigente al 4to trimestre año {year}) ($miles)")
FIELD(NEXT_INITIAL_BUDGET, "5", "next_initial_budget", TYPE_AMOUNT, 1, "Presupuesto Inicial (Ley de Presupuesto {year}) ($miles)")
FIELD(HEADING_5_2, "5.2", "", TYPE_HEADING, NO_YEAR, "5.2) Presupuesto Total")
FIELD(SPENDING_LINES, "5.2", "spending_lines", TYPE_TABLE, NO_YEAR, "Partida | Capítulo | Programa | Item | Asignación | Subtítulo | Gastos ($miles)")
FIELD(SPENDING, "5.2", "spending", TYPE_AMOUNT, 0, "Total Gasto al 4to trimestre {year} ($miles)")
FIELD(HEADING_5_3, "5.3", "", TYPE_HEADING, NO_YEAR, "5.3) Gasto Extrapresupuestario")
FIELD(HAS_EXTRA_BUDGET, "5.3", "has_extra_budget", TYPE_YESNO, NO_YEAR, "¿El Programa recibió recursos adicionales a los entregados por la Ley de Presupuestos de la institución, o que no son identificados en los programas presupuestarios mencionados anteriormente?")
FIELD(EXTRA_LINES, "5.3", "extra_lines", TYPE_TABLE, NO_YEAR, "Partida | Capítulo | Programa | Item | Asignación | Subtítulo | Gastos ($miles)")
FIELD(HEADING_5_4, "5.4", "", TYPE_HEADING, NO_YEAR, "5.4) Gastos FET y Fondos especiales")
FIELD(HAS_FET, "5.4", "has_fet", TYPE_YESNO, 0, "¿Dentro de los gastos ejecutados según Ley de Presupuestos {year}, informados anteriormente, se ejecutaron recursos provenientes del Fondo de Emergencia Transitorio (FET)?")
FIELD(HAS_SPECIAL_FUNDS, "5.4", "has_special_funds", TYPE_YESNO, 0, "¿Dentro de los gastos ejecutados según Ley de Presupuestos {year}, informados anteriormente, se ejecutaron recursos provenientes de Fondos Especiales del Tesoro Público (Fondo para Pymes e Innovación)?")
FIELD(HEADING_5_5, "5.5", "", TYPE_HEADING, NO_YEAR, "5.5) Gasto por Componente")
FIELD(COMPONENT_SPENDING_LINES, "5.5", "component_spending_lines", TYPE_TABLE, NO_YEAR, "Componente | Gasto (M$) | Detalle")
FIELD(COMPONENT_SPENDING, "5.5", "component_spending", TYPE_AMOUNT, 0, "Total Gasto por Componentes al 4to trimestre {year} ($miles)")
FIELD(HEADING_5_6, "5.6", "", TYPE_HEADING, NO_YEAR, "5.6) Detalle regional - Gasto componente")
FIELD(REGIONAL_SPENDING, "5.6", "regional_spending", TYPE_TABLE, NO_YEAR, "Región | Total ejecutado")
FIELD(HEADING_5_7, "5.7", "", TYPE_HEADING, NO_YEAR, "5.7) Gasto Administrativo")
FIELD(ADMIN_LINES, "5.7", "admin_lines", TYPE_TABLE, NO_YEAR, "Partida | Capítulo | Programa | Item | Asignación | Subtítulo | Gastos ($miles)")
FIELD(ADMIN_LINES_TOTAL, "5.7", "admin_lines_total", TYPE_AMOUNT, NO_YEAR, "Gasto Total por Subtítulo (M$)")
FIELD(ADMIN_EXTRA_BUDGET, "5.7", "admin_extra_budget", TYPE_TEXT, NO_YEAR, "Gastos administrativos provenientes de recursos extrapresupuestarios")
FIELD(ADMIN_SPENDING, "5.7", "admin_spending", TYPE_AMOUNT, 0, "Total Gasto Administrativo al 4to trimestre {year} ($miles)")
FIELD(ADMIN_DETAIL, "5.7", "admin_detail", TYPE_TEXT, NO_YEAR, "Detalle qué incluyen los gastos administrativos del Programa, especificando si se establecen por glosa presupuestaria u otro tipo de normativa")
FIELD(HEADING_5_8, "5.8", "", TYPE_HEADING, NO_YEAR, "5.8) Resumen Presupuestario")
FIELD(SUMMARY_SPENDING, "5.8", "summary_spending", TYPE_AMOUNT, NO_YEAR, "Recursos ejecutados ($miles) (a)")
FIELD(SUMMARY_EXTRA_BUDGET, "5.8", "summary_extra_budget", TYPE_AMOUNT, NO_YEAR, "Gastos extrapresupuestarios ($miles) (b)")
FIELD(TOTAL_SPENDING, "5.8", "total_spending", TYPE_AMOUNT, NO_YEAR, "Total Ejecutado del programa ($miles) Considera recursos ejecutados y gastos extrapresupuestarios (a+b)")
FIELD(SUMMARY_COMPONENT_SPENDING, "5.8", "summary_component_spending", TYPE_AMOUNT, NO_YEAR, "Gastos componentes ($miles) (c)")
FIELD(SUMMARY_ADMIN_SPENDING, "5.8", "summary_admin_spending", TYPE_AMOUNT, NO_YEAR, "Gastos administrativos ($miles) (d)")
FIELD(TOTAL_SPENDING_BY_USE, "5.8", "total_spending_by_use", TYPE_AMOUNT, NO_YEAR, "Total Ejecutado del programa ($miles) Considera gastos componentes y administrativos ($miles) (c+d)")
FIELD(COSTS, "5.8", "costs", TYPE_TABLE, NO_YEAR, "Gasto por Beneficiario")
FIELD(COSTS_BUDGET_LABEL, "5.8", "", TYPE_LABEL, NO_YEAR, "Presupuesto Ejecutado")

/* 6. Indicadores */
FIELD(HEADING_6, "6", "", TYPE_HEADING, NO_YEAR, "6. INDICADORES")
FIELD(HEADING_6_1, "6.1", "", TYPE_HEADING, NO_YEAR, "6.1) Indicadores de Propósito")
FIELD(PURPOSE_INDICATORS, "6.1", "purpose_indicators", TYPE_TABLE, NO_YEAR, "Nombre del Indicador | Fórmula de Cálculo")
FIELD(PURPOSE_METHODOLOGY_LABEL, "6.1", "", TYPE_LABEL, NO_YEAR, "Metodología y definiciones conceptuales incorporadas en las fórmulas de cálculo del indicador o de los indicadores, indicando fuente de información")
FIELD(PURPOSE_EVIDENCE, "6.1", "purpose_evidence", TYPE_TEXT, NO_YEAR, "Señale la evidencia que le permitió definir la situación proyectada de los indicadores, detallando la forma en que se determinaron los valores entregados (información histórica o de programas existentes, metas institucionales, etc.)")
FIELD(HEADING_6_2, "6.2", "", TYPE_HEADING, NO_YEAR, "6.2) Indicadores Complementarios")
FIELD(COMPLEMENTARY_INDICATORS, "6.2", "complementary_indicators", TYPE_TABLE, NO_YEAR, "Nombre del Indicador | Fórmula de Cálculo")
FIELD(COMPLEMENTARY_METHODOLOGY_LABEL, "6.2", "", TYPE_LABEL, NO_YEAR, "Metodología y definiciones conceptuales incorporadas en las fórmulas de cálculo del indicador o de los indicadores, indicado fuente de información")
FIELD(COMPLEMENTARY_EVIDENCE, "6.2", "complementary_evidence", TYPE_TEXT, NO_YEAR, "Señale la evidencia que le permitió definir la situación proyectada de los indicadores, detallando la forma en que se determinaron los valores entregados (información histórica o de programas existentes, metas institucionales, etc.)")

/* 7. Otros atributos */
FIELD(HEADING_7, "7", "", TYPE_HEADING, NO_YEAR, "7. OTROS ATRIBUTOS")
FIELD(HEADING_7_1, "7.1", "", TYPE_HEADING, NO_YEAR, "7.1) Enfoque de Derechos Humanos")
FIELD(HAS_HUMAN_RIGHTS_APPROACH, "7.1", "has_human_rights_approach", TYPE_YESNO, NO_YEAR, "De acuerdo con el proceso de implementación, ¿el programa incorporó algún(os) Enfoque(s) y/o perspectiva(s) de Derechos Humanos?")
FIELD(HUMAN_RIGHTS_APPROACHES, "7.1", "human_rights_approaches", TYPE_TEXT, NO_YEAR, "¿Cuál o cuáles?")
FIELD(HUMAN_RIGHTS_JUSTIFICATION, "7.1", "human_rights_justification", TYPE_TEXT, NO_YEAR, "Justifique por qué no se incorpora algún Enfoque y/o perspectiva de Derechos Humanos")
FIELD(HEADING_7_2, "7.2", "", TYPE_HEADING, NO_YEAR, "7.2) Objetivos de Desarrollo Sostenible (ODS)")
FIELD(SDGS, "7.2", "sdgs", TYPE_TABLE, NO_YEAR, "Objetivos de Desarrollo Sostenible (ODS) | Meta/s")
FIELD(SDG_CONTRIBUTION, "7.2", "sdg_contribution", TYPE_TEXT, NO_YEAR, "Indique de manera concreta qué elementos del programa permite contribuir a los ODS identificados")
FIELD(HEADING_7_3, "7.3", "", TYPE_HEADING, NO_YEAR, "7.3) Pobreza Multidimensional")
FIELD(MULTIDIMENSIONAL_POVERTY, "7.3", "multidimensional_poverty", TYPE_TEXT, NO_YEAR, "")
FIELD(INCOME_POVERTY, "7.3", "income_poverty", TYPE_TEXT, NO_YEAR, "Contribución a disminuir la pobreza por ingresos.")

/* 8. Observaciones: the sections' own questions and their topics are rows of the observations table */
FIELD(HEADING_8, "8", "", TYPE_HEADING, NO_YEAR, "8. OBSERVACIONES DE LA INSTITUCIÓN")
FIELD(OBSERVATIONS, "8", "observations", TYPE_TABLE, NO_YEAR, "Observación")
FIELD(HEADING_8_1, "8.1", "", TYPE_HEADING, NO_YEAR, "8.1) Diseño")
FIELD(HEADING_8_2, "8.2", "", TYPE_HEADING, NO_YEAR, "8.2) Población")
FIELD(HEADING_8_3, "8.3", "", TYPE_HEADING, NO_YEAR, "8.3) Estrategia")
FIELD(HEADING_8_4, "8.4", "", TYPE_HEADING, NO_YEAR, "8.4) Indicadores")
FIELD(HEADING_8_5, "8.5", "", TYPE_HEADING, NO_YEAR, "8.5) Presupuesto")
FIELD(HEADING_8_6, "8.6", "", TYPE_HEADING, NO_YEAR, "8.6) Observaciones Generales")

/* What the form does not know.  Rows of OTHER are positions in the document, shared with the scalars. */
FIELD(OTHER, "", "other_fields", TYPE_TABLE, NO_YEAR, "")
FIELD(UNMAPPED, "", "unmapped", TYPE_TABLE, NO_YEAR, "")
/* A label printed in other words or with another year than the form's; its row is the field's number. */
FIELD(LABELS, "", "labels", TYPE_TABLE, NO_YEAR, "")
/* HTML tags that stood in the values of a scalar or table and were taken out; rows as in LABELS. */
FIELD(MARKUP, "", "markup", TYPE_TABLE, NO_YEAR, "")

/*
 * Columns.  A table's rows are numbered from 0 in document order, but for:
 *   population_flow   row = 4 * entry + exit; entry: before, during, total;
 *                     exit: during, after, other, total; from 12 on: values without a place
 *   *_indicators      values: row = 64 * indicator + column of the header;
 *                     columns past the header's: values without a place
 *   other_fields      row = position in the document
 *   labels, markup    row = FieldId of the scalar or table
 * In the other tables a value without a place has a row of its own that lacks the key column.
 */
COLUMN(FLOW_PERSONS, POPULATION_FLOW, "persons", TYPE_INTEGER)
COLUMN(REGIONS_REGION, REGIONS, "region", TYPE_TEXT)
COLUMN(REGIONS_BENEFICIARIES, REGIONS, "beneficiaries", TYPE_INTEGER)
COLUMN(REGIONS_TOTAL, REGIONS, "total", TYPE_INTEGER)
COLUMN(COVERAGE_YEAR, COVERAGE, "year", TYPE_YEAR)
COLUMN(COVERAGE_TARGET, COVERAGE, "target_population", TYPE_INTEGER)
COLUMN(COVERAGE_BENEFICIARIES, COVERAGE, "beneficiaries", TYPE_INTEGER)
COLUMN(COVERAGE_REPORTED, COVERAGE, "reported_coverage", TYPE_RATE)
COLUMN(COMPONENT_NAME, COMPONENTS, "name", TYPE_TEXT)
COLUMN(COMPONENT_BENEFIT_TYPE, COMPONENTS, "benefit_type", TYPE_TEXT)
COLUMN(COMPONENT_DESCRIPTION, COMPONENTS, "description", TYPE_TEXT)
COLUMN(COMPONENT_PRODUCTION_LABEL, COMPONENTS, "production_label", TYPE_TEXT)
COLUMN(COMPONENT_PRODUCTION, COMPONENTS, "production", TYPE_NUMBER)
COLUMN(COMPONENT_PRODUCTION_UNIT, COMPONENTS, "production_unit", TYPE_TEXT)
COLUMN(EXECUTOR_TYPE, EXECUTORS, "institution_type", TYPE_TEXT)
COLUMN(LAW_PARTIDA, BUDGET_LAW, "partida", TYPE_CODE)
COLUMN(LAW_CAPITULO, BUDGET_LAW, "capitulo", TYPE_CODE)
COLUMN(LAW_PROGRAMA, BUDGET_LAW, "programa", TYPE_CODE)
COLUMN(SPENDING_PARTIDA, SPENDING_LINES, "partida", TYPE_CODE)
COLUMN(SPENDING_CAPITULO, SPENDING_LINES, "capitulo", TYPE_CODE)
COLUMN(SPENDING_PROGRAMA, SPENDING_LINES, "programa", TYPE_CODE)
COLUMN(SPENDING_ITEM, SPENDING_LINES, "item", TYPE_CODE)
COLUMN(SPENDING_ASIGNACION, SPENDING_LINES, "asignacion", TYPE_CODE)
COLUMN(SPENDING_SUBTITULO, SPENDING_LINES, "subtitulo", TYPE_TEXT)
COLUMN(SPENDING_AMOUNT, SPENDING_LINES, "amount_kclp", TYPE_AMOUNT)
COLUMN(EXTRA_PARTIDA, EXTRA_LINES, "partida", TYPE_CODE)
COLUMN(EXTRA_CAPITULO, EXTRA_LINES, "capitulo", TYPE_CODE)
COLUMN(EXTRA_PROGRAMA, EXTRA_LINES, "programa", TYPE_CODE)
COLUMN(EXTRA_ITEM, EXTRA_LINES, "item", TYPE_CODE)
COLUMN(EXTRA_ASIGNACION, EXTRA_LINES, "asignacion", TYPE_CODE)
COLUMN(EXTRA_SUBTITULO, EXTRA_LINES, "subtitulo", TYPE_TEXT)
COLUMN(EXTRA_AMOUNT, EXTRA_LINES, "amount_kclp", TYPE_AMOUNT)
COLUMN(SPENT_COMPONENT, COMPONENT_SPENDING_LINES, "name", TYPE_TEXT)
COLUMN(SPENT_AMOUNT, COMPONENT_SPENDING_LINES, "spending_kclp", TYPE_AMOUNT)
COLUMN(SPENT_DETAIL, COMPONENT_SPENDING_LINES, "spending_detail", TYPE_TEXT)
COLUMN(REGIONAL_REGION, REGIONAL_SPENDING, "region", TYPE_TEXT)
COLUMN(REGIONAL_AMOUNT, REGIONAL_SPENDING, "spending_kclp", TYPE_AMOUNT)
COLUMN(REGIONAL_TOTAL, REGIONAL_SPENDING, "total", TYPE_AMOUNT)
COLUMN(ADMIN_PARTIDA, ADMIN_LINES, "partida", TYPE_CODE)
COLUMN(ADMIN_CAPITULO, ADMIN_LINES, "capitulo", TYPE_CODE)
COLUMN(ADMIN_PROGRAMA, ADMIN_LINES, "programa", TYPE_CODE)
COLUMN(ADMIN_ITEM, ADMIN_LINES, "item", TYPE_CODE)
COLUMN(ADMIN_ASIGNACION, ADMIN_LINES, "asignacion", TYPE_CODE)
COLUMN(ADMIN_SUBTITULO, ADMIN_LINES, "subtitulo", TYPE_TEXT)
COLUMN(ADMIN_AMOUNT, ADMIN_LINES, "amount_kclp", TYPE_AMOUNT)
COLUMN(COSTS_YEAR, COSTS, "year", TYPE_YEAR)
COLUMN(COSTS_AMOUNT, COSTS, "reported_kclp", TYPE_AMOUNT)
COLUMN(PURPOSE_YEAR, PURPOSE_INDICATORS, "year", TYPE_YEAR)
COLUMN(PURPOSE_BASIS, PURPOSE_INDICATORS, "basis", TYPE_NAME)
COLUMN(PURPOSE_NAME, PURPOSE_INDICATORS, "name", TYPE_TEXT)
COLUMN(PURPOSE_FORMULA, PURPOSE_INDICATORS, "formula", TYPE_TEXT)
COLUMN(PURPOSE_METHODOLOGY, PURPOSE_INDICATORS, "methodology", TYPE_TEXT)
COLUMN(PURPOSE_VALUE, PURPOSE_INDICATORS, "reported", TYPE_RATE)
COLUMN(COMPLEMENTARY_YEAR, COMPLEMENTARY_INDICATORS, "year", TYPE_YEAR)
COLUMN(COMPLEMENTARY_BASIS, COMPLEMENTARY_INDICATORS, "basis", TYPE_NAME)
COLUMN(COMPLEMENTARY_NAME, COMPLEMENTARY_INDICATORS, "name", TYPE_TEXT)
COLUMN(COMPLEMENTARY_FORMULA, COMPLEMENTARY_INDICATORS, "formula", TYPE_TEXT)
COLUMN(COMPLEMENTARY_METHODOLOGY, COMPLEMENTARY_INDICATORS, "methodology", TYPE_TEXT)
COLUMN(COMPLEMENTARY_VALUE, COMPLEMENTARY_INDICATORS, "reported", TYPE_RATE)
COLUMN(SDG_GOAL, SDGS, "goal", TYPE_INTEGER)
COLUMN(SDG_GOAL_NAME, SDGS, "goal_name", TYPE_TEXT)
COLUMN(SDG_TARGET, SDGS, "target", TYPE_TEXT)
COLUMN(SDG_TARGET_NAME, SDGS, "target_name", TYPE_TEXT)
COLUMN(OBSERVATION_SECTION, OBSERVATIONS, "section", TYPE_NAME)
COLUMN(OBSERVATION_TOPIC, OBSERVATIONS, "topic", TYPE_TEXT)
COLUMN(OBSERVATION_RAISED, OBSERVATIONS, "raised", TYPE_YESNO)
COLUMN(OBSERVATION_COMMENT, OBSERVATIONS, "comment", TYPE_TEXT)
COLUMN(OTHER_SECTION, OTHER, "section", TYPE_NAME)
COLUMN(OTHER_LABEL, OTHER, "label", TYPE_TEXT)
COLUMN(OTHER_TEXT, OTHER, "text", TYPE_TEXT)
COLUMN(UNMAPPED_SECTION, UNMAPPED, "section", TYPE_NAME)
COLUMN(UNMAPPED_CONTENT, UNMAPPED, "content", TYPE_TEXT)
COLUMN(LABEL_PRINTED, LABELS, "label", TYPE_TEXT)
COLUMN(MARKUP_TAGS, MARKUP, "tags", TYPE_INTEGER)
/* clang-format on */
