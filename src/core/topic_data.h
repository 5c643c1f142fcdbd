/*
 * topic_data.h
 *		The topics of the institution's observations (section 8), by the section
 *		that they speak of.  A topic that is not here is read where its answer
 *		shows that it is one.
 *
 *		TOPIC(section 8.n, text)
 *
 * src/core/topic_data.h
 */

/* clang-format off */
TOPIC(1, "Modificación o ajustes al diseño")
TOPIC(1, "Otro(s)")
TOPIC(2, "Variación significativa de la población beneficiada")
TOPIC(2, "No reporte o hay información incompleta sobre la población beneficiada o de sus desagregaciones")
TOPIC(2, "Modificación o ajustes en la definición de una(s) de la(s) poblaciones")
TOPIC(2, "Otro(s)")
TOPIC(3, "Modificación o ajustes en la estrategia")
TOPIC(3, "Modificación o ajustes en los componentes")
TOPIC(3, "Otro(s)")
TOPIC(4, "Variación significativa de los valores reportados para indicadores de propósito")
TOPIC(4, "No reporte o hay información incompleta en indicadores de propósito")
TOPIC(4, "Variación significativa de los valores reportados para indicadores complementarios")
TOPIC(4, "No reporte o hay información incompleta en indicadores complementarios")
TOPIC(4, "Otro(s)")
TOPIC(5, "Presupuesto inicial / final")
TOPIC(5, "Ejecución presupuestaria")
TOPIC(5, "Gastos administrativos")
TOPIC(5, "Gastos producción (componentes)")
TOPIC(5, "Gasto por beneficiario")
TOPIC(5, "Gastos por subtítulos")
TOPIC(5, "Gastos extrapresupuestarios")
TOPIC(5, "Otro(s)")
TOPIC(6, "Duración del programa")
TOPIC(6, "Contexto socio sanitario COVID-19")
TOPIC(6, "Otro(s)")
/* clang-format on */
