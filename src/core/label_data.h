/*
 * label_data.h
 *		What may stand for a field in the text besides its label in form_data.h:
 *		other spellings, the tables' header rows, and the questions of section 8.
 *
 *		LABEL(field, nth, text)
 *
 * "{year}" is four digits, "{n}" any digits; case, accents, spacing and
 * punctuation do not matter.  nth tells the labels of one field apart
 * where that matters (the section of an observation); else it is 0.  A new
 * year's wording is one more line here.
 *
 * src/core/label_data.h
 */

/* clang-format off */
LABEL(CLOSING_DATE, 0, "(cierre al")
LABEL(CLOSING_DATE, 0, "(cierre a")

LABEL(COMPONENTS, 0, "Nombre Descripción")
LABEL(SPENDING_LINES, 0, "Partida Capítulo Programa Item Asignación Subtítulo Gastos ($miles)")
LABEL(EXTRA_LINES, 0, "Partida Capítulo Programa Item Asignación Subtítulo Gastos ($miles)")
LABEL(ADMIN_LINES, 0, "Partida Capítulo Programa Item Asignación Subtítulo Gastos ($miles)")
LABEL(COMPONENT_SPENDING_LINES, 0, "Componente Gasto (M$) Detalle")
LABEL(COMPONENT_SPENDING_LINES, 0, "Componente Gasto Detalle (M$)")
LABEL(COMPONENT_SPENDING_LINES, 0, "Gasto Componente Detalle (M$)")
LABEL(REGIONAL_SPENDING, 0, "Región Total ejecutado")
LABEL(PURPOSE_INDICATORS, 0, "Nombre del Indicador Fórmula de Cálculo")
LABEL(COMPLEMENTARY_INDICATORS, 0, "Nombre del Indicador Fórmula de Cálculo")
LABEL(SDGS, 0, "Objetivos de Desarrollo Sostenible (ODS) Meta/s")

LABEL(OBSERVATIONS, 1, "¿El programa cuenta con observaciones sobre el apartado de Diseño?")
LABEL(OBSERVATIONS, 2, "¿El programa cuenta con observaciones sobre el apartado de Población?")
LABEL(OBSERVATIONS, 3, "¿El programa cuenta con observaciones sobre el apartado de Estrategia?")
LABEL(OBSERVATIONS, 4, "¿El programa cuenta con observaciones sobre el apartado de Indicadores?")
LABEL(OBSERVATIONS, 5, "¿El programa cuenta con observaciones sobre el apartado de Presupuesto?")
LABEL(OBSERVATIONS, 6, "¿El programa cuenta con observaciones sobre otros apartados?")
/* clang-format on */
