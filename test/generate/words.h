/*
 * words.h
 *		The words of the generated reports.  Institutions, programmes and
 *		sentences are invented; the form's own vocabulary (regions, budget
 *		headings, observation topics) is as the form prints it.
 *
 * In sentences: {n} a number, {s} a small one, {p} a percentage, {m} an amount,
 * {y} the report's year, {v} the year before, {who}, {what}, {where}, {web}.
 *
 * test/generate/words.h
 */
#ifndef PROGSOC_WORDS_H
#define PROGSOC_WORDS_H

static const char *const words_ministries[] = {
    "Ministerio de Aguas y Riberas",
    "Ministerio del Litoral",
    "Ministerio de Oficios, Talleres y Aprendizaje",
    "Ministerio de la Vida Rural y las Semillas",
    "Ministerio de Bosques y Cordillera",
    "Ministerio de Barrios",
    "Ministerio de Lectura, Memoria y Archivos",
};

static const char *const words_services[] = {
    "Servicio Nacional de Huertos Urbanos",   "Subsecretaría de Caletas y Puertos Menores",
    "Instituto de Oficios Tradicionales",     "Servicio de Caminos Interiores",
    "Dirección de Bibliotecas Viajeras",      "Corporación de Riego Comunitario",
    "Fondo de Viviendas Patrimoniales (FVP)", "Agencia de Cuidado de Humedales",
};

static const char *const words_programmes[] = {
    "Huertos Escolares",
    "Caleta Viva",
    "Manos que Enseñan - Oficios Tradicionales",
    "BIBLIOBÚS",
    "Riego para la Pequeña Agricultura",
    "Programa de Acompañamiento a Cuidadoras y Cuidadores del Secano",
    "Ruta de la Lana 2.0",
    "Barrios con Memoria (ex Fondo de Fachadas)",
    "Escuela Abierta",
    "1.000 Viveros",
    ("Fondo de Apoyo a Ferias Campesinas, Cooperativas de Recolección y Talleres Familiares de "
     "Transformación de Alimentos - Segunda Etapa"),
};

static const char *const words_units[] = {
    "Departamento de Redes Locales",
    "Unidad de Seguimiento y Estudios",
    "División de Territorio",
    "Coordinación de Oficios (CO)",
};

static const char *const words_websites[] = {
    "www.huertos.example",
    "https://caletas.example/programas?linea=3",
    "http://oficios.example",
    "riego.example",
};

static const char *const words_people[] = {
    "Amaya Quilodrán Ferrer", "Tomás Iturra O'Brien", "Josefa del Río Lonko",
    "Benicio Ñanculef Peña",  "Marta-Inés Vergara",   "Güido Haase",
};

static const char *const words_positions[] = {
    "Encargada de programa",
    "jefe de unidad (S)",
    "Analista de seguimiento, grado 11",
    "Coordinación zona sur",
};

static const char *const words_systems[] = {
    "Red Territorial de Cuidados",
    "Sistema de Oficios y Saberes",
    "Subsistema Chile Riega",
};

static const char *const words_sources[] = {
    "Catastro de hogares rurales {v}",
    "Registro Social de Hogares (RSH), junio de {y}",
    "https://datos.{web}/catastro?anio={y}",
    "Encuesta de ferias y caletas, {n} casos",
};

static const char *const words_measures[] = {
    "Personas",
    "Hogares",
    "Organizaciones de la sociedad civil",
    "Número de beneficiarios",
    "Hectáreas de secano",
};

static const char *const words_form_types[] = {"Programa", "Iniciativa"};

static const char *const words_executions[] = {
    "El programa es ejecutado por terceros.",
    "El programa es ejecutado por la institución.",
    "El programa es ejecutado por la institución y por terceros.",
};

static const char *const words_executors[] = {
    "Municipios",
    "Gobiernos Regionales",
    "Organismo privado con fines de lucro (Bancos/OTEC/otros)",
    "Organismo privado sin fines de lucro (Fundaciones/ONG/otros)",
    "Universidades y centros de formación",
    "Organismo público centralizado (Ministerio/Servicio/otros)",
};

static const char *const words_covid_changes[] = {
    "- Ejecución presupuestaria",
    "- Modalidades de producción",
    "- Modificación de plazos",
    "- Modificación de beneficiarios o cupos",
    "- Otros",
};

static const char *const words_rights[] = {
    "Pertinencia territorial",
    "Enfoque de género",
    "Participación",
    "Interculturalidad",
    "Inclusión de personas con discapacidad",
};

static const char *const words_regions[] = {
    "Arica y Parinacota",
    "Tarapacá",
    "Antofagasta",
    "Atacama",
    "Coquimbo",
    "Valparaíso",
    "Libertador General Bernardo OHiggins",
    "Maule",
    "Ñuble",
    "Biobío",
    "La Araucanía",
    "Los Ríos",
    "Los Lagos",
    "Aysén del General Carlos Ibáñez del Campo",
    "Magallanes y de la Antártica Chilena",
    "Metropolitana de Santiago",
};

static const char *const words_components[] = {
    "Semillas y herramientas",
    "Talleres de oficio",
    "Talleres de oficio avanzados",
    "Acompañamiento en terreno a familias que cuidan a personas mayores del secano costero",
    "Fondo de obras menores",
    "Línea 3: compra conjunta (LCC)",
    "Visitas",
    "Difusión y encuentros de cierre",
    "Becas de pasaje y estadía",
    "Mesa local",
};

static const char *const words_benefit_types[] = {
    "Capacitaciones/Cursos/Charlas/Pasantías",
    "Materiales/Insumos",
    "Bono/Subsidio/Transferencia monetaria",
    "Asesoría técnica",
    "Becas",
    "Fondos concursables",
    "Campañas de difusión",
};

static const char *const words_products[] = {
    "Huertos instalados",
    "Número de beneficiarios",
    "Personas que terminan un taller",
    "Obras recibidas conforme (acta firmada)",
    "Horas de visita",
};

static const char *const words_subtitulos[] = {
    "21 (Gastos en Personal)",        "22 (Bienes y Servicios de Consumo)",
    "24 (Transferencias Corrientes)", "29 (Adquisición de Activos No Financieros)",
    "31 (Iniciativas de Inversión)",  "33 (Transferencias de Capital)",
};

static const char *const words_indicators[] = {
    "Porcentaje de {who} que conservan {what} al cabo de {s} meses",
    "Huertos activos por comuna",
    "Tasa de permanencia",
    "Variación anual de las ventas de {who}",
    "N° de {what} por participante",
    "Nota media de satisfacción (escala de 1 a 7)",
};

static const char *const words_formulas[] = {
    "(Número de {who} con {what} en el año t / Número de {who} inscritos en el año t-1)*100",
    "Suma de {what} al cierre del año t/Comunas con convenio vigente en el año t",
    "((Ventas del año t - Ventas del año t-1)/Ventas del año t-1) * 100",
    "(Total de casos con acta / Total de casos) x 100",
    "Suma de notas de {who} / N° de encuestas válidas",
};

/* Goals and targets of the 2030 Agenda, told in short. */
typedef struct WordsTarget
{
	const char *number;
	const char *name;
} WordsTarget;

typedef struct WordsGoal
{
	const char *number;
	const char *name;
	WordsTarget targets[3];
} WordsGoal;

static const WordsGoal words_goals[] = {
    {"2",
     "Hambre cero: Acabar con el hambre y cuidar los suelos que dan de comer",
     {{"2.3", "Doblar lo que producen y ganan las familias que cultivan a pequeña escala"},
      {"2.4", "Cultivar de modo que el suelo y el agua alcancen para quienes vienen"},
      {"2.5", "Conservar la variedad de semillas, plantas y animales de crianza"}}},
    {"4",
     "Educación de calidad: Aprender durante toda la vida, sin que nadie quede fuera",
     {{"4.3", "Abrir la formación técnica y superior a mujeres y hombres por igual"},
      {"4.4", "Lograr que más jóvenes y adultos tengan un oficio con que ganarse la vida"},
      {"4.6", "Que toda persona joven sepa leer, escribir y calcular"}}},
    {"6",
     "Agua limpia y saneamiento: Agua para todos, bien cuidada",
     {{"6.1", "Agua potable segura y al alcance de cada hogar"},
      {"6.4", "Usar el agua con más provecho en todos los oficios"},
      {"6.6", "Proteger humedales, ríos y lagos"}}},
    {"11",
     "Ciudades y comunidades sostenibles: Ciudades seguras, abiertas y durables",
     {{"11.3", "Planificar los barrios con la gente que los habita"},
      {"11.4", "Cuidar el patrimonio de la cultura y de la naturaleza"},
      {"11.7", "Plazas y áreas verdes para todas las edades"}}},
    {"12",
     "Producción y consumo responsables",
     {{"12.3", "Botar la mitad de la comida que hoy se bota"},
      {"12.5", "Reducir, reparar y reciclar"},
      {"12.8", "Saber de dónde viene lo que se compra"}}},
};

/* ---- Section 8: its questions and topics, as the form prints them ---- */

typedef struct WordsObservations
{
	const char *name;     /* as report_observations gives it */
	const char *question; /* what the section's own question ends with */
	const char *topics[9];
} WordsObservations;

static const WordsObservations words_observations[] = {
    {"design", "el apartado de Diseño", {"Modificación o ajustes al diseño", "Otro(s)"}},
    {"population",
     "el apartado de Población",
     {"Variación significativa de la población beneficiada",
      "No reporte o hay información incompleta sobre la población beneficiada o de sus "
      "desagregaciones",
      "Modificación o ajustes en la definición de una(s) de la(s) poblaciones", "Otro(s)"}},
    {"strategy",
     "el apartado de Estrategia",
     {"Modificación o ajustes en la estrategia", "Modificación o ajustes en los componentes",
      "Otro(s)"}},
    {"indicators",
     "el apartado de Indicadores",
     {"Variación significativa de los valores reportados para indicadores de propósito",
      "No reporte o hay información incompleta en indicadores de propósito",
      "Variación significativa de los valores reportados para indicadores complementarios",
      "No reporte o hay información incompleta en indicadores complementarios", "Otro(s)"}},
    {"budget",
     "el apartado de Presupuesto",
     {"Presupuesto inicial / final", "Ejecución presupuestaria", "Gastos administrativos",
      "Gastos producción (componentes)", "Gasto por beneficiario", "Gastos por subtítulos",
      "Gastos extrapresupuestarios", "Otro(s)"}},
    {"general",
     "otros apartados",
     {"Duración del programa", "Contexto socio sanitario COVID-19", "Otro(s)"}},
};

/* Labels that the form does not know. */
static const char *const words_unknown_labels[] = {
    "Correo electrónico del equipo",
    "Teléfono de contacto",
    "Código interno del convenio",
};

static const char *const words_unknown_values[] = {
    "equipo@huertos.example",
    "+56 2 2555 0101",
    "HU-2031/7",
};

/* A section that the form does not know, with its question. */
#define WORDS_UNKNOWN_SECTION  "7.4"
#define WORDS_UNKNOWN_HEADING  "7.4) Enfoque de Género"
#define WORDS_UNKNOWN_QUESTION "¿El programa mide sus resultados por sexo?"

/* Where an integer is due and the report has words. */
static const char *const words_no_number[] = {"Por definir", "Sin catastro a la fecha"};

/* ---- Sentences ---- */

static const char *const words_who[] = {
    "familias del secano",   "personas mayores",      "recolectoras de orilla",
    "jóvenes sin oficio",    "cooperativas de riego", "niñas y niños de escuelas rurales",
    "artesanas y artesanos",
};

static const char *const words_what[] = {
    "semillas de guarda",
    "talleres de tejido",
    "estanques de agua lluvia",
    "cursos de contabilidad básica",
    "redes de frío",
    "fachadas restauradas",
    "visitas guiadas",
};

static const char *const words_where[] = {
    "las islas del sur",        "la cordillera de la costa",
    "los cerros de Valparaíso", "las comunas con menos de 8.000 habitantes",
    "la Región del Maule",      "el borde costero",
};

static const char *const words_web[] = {"huertos.example", "caletas.example", "riego.example"};

static const char *const words_sentences[] = {
    "Las visitas a terreno llegaron a {n} en {y}, un {p} más que el año anterior.",
    "El equipo técnico recorre {where} al menos {s} veces por temporada.",
    "La convocatoria se dirige a {who} con domicilio en {where}.",
    "Quien postula adjunta una carta y un presupuesto de hasta {m}.",
    "Los cupos se reparten en partes iguales entre {who} y {who}.",
    "El aporte no se devuelve y cubre hasta un {p} de lo que cuestan {what}.",
    "La pauta asigna {s} puntos a la ruralidad y {s} a la jefatura de hogar femenina.",
    "Se llama \"{what}\" al conjunto de ayudas que describe la guía {s} del servicio.",
    "Según el catastro “Territorios {v}”, {n} hogares – uno de cada {s} – no tienen {what}…",
    "Cada comuna firma un acuerdo por {s} meses; para renovarlo debe rendir sus gastos.",
    "La espera es más larga en {where}, donde {who} aguardan {s} semanas.",
    "Los antecedentes están en https://www.{web}/informes?anio={y}&tipo={s}.",
    "La escala va de 1 a 7 y deja fuera a quienes abandonan antes del mes {s}.",
    "El costo medio subió de {m} a {m} (M$ {n} en total).",
    "Se distinguen: a) inscripción y diagnóstico; b) plan con {s} hitos, y c) cierre.",
    "¿Qué pasa con los cupos libres? Se ofrecen a {who} en lista de espera.",
    "El artículo {s} del reglamento (resolución N° {n}) fija los plazos.",
    "La nota media fue 6,4 y lo esperado para {y} era 6,5.",
    "Los datos salen del Registro Social de Hogares (RSH), con corte al 30 de junio de {y}.",
    "La Población objetivo se revisó en {v} y el Presupuesto Final quedó en {m}.",
    "Como dice la sección 5.8, el Gasto por Beneficiario depende de {what}.",
    "Región, provincia y comuna se anotan por separado; Total general: {n}.",
    "Un {p} de {who} pidió {what}, pero la oferta alcanzó para {n}.",
    "La dupla profesional (trabajo social / agronomía) atiende hasta {s} casos por mes.",
    "No pueden participar quienes deban rendiciones de {v} ni quienes reciban {what}.",
    "En {where} faltan caminos, luz trifásica y señal de teléfono.",
    "Con menos lluvia y precios más altos, {who} venden antes de tiempo.",
    "El programa acerca {what} a {who} para que puedan quedarse donde viven.",
    "Al cierre de {y} quedaban {n} solicitudes sin respuesta en {where}.",
};

/* Sentences whose first words are those of a label, a heading or a row of a table. */
static const char *const words_traps[] = {
    "Total de jornadas: {n}, con una asistencia media de {p}.",
    "Observación: las cifras de {y} pueden cambiar al cerrar el ejercicio.",
    "Región con más inscripciones: {where}.",
    "Unidad de medida usada en el catastro: personas con residencia estable.",
    "Fuente de información es el catastro {v} del propio servicio.",
    "Cargo a la glosa {s}: el traspaso se pagó con fondos de {v}.",
    "Nombre de la línea de trabajo: {what}.",
    "Ejecución directa en {where}: {s} talleres por mes.",
    "Cobertura estimada por el equipo: {p} de {who}.",
    "Gasto por beneficiario bajo lo previsto, pues {what} se compraron en conjunto.",
    "Presupuesto Inicial y Final coinciden, salvo por {m}.",
    "Componente de difusión: {n} afiches.",
    "3. Población visitada en la segunda ronda: {n} personas.",
    "5. Presupuesto participativo con juntas de vecinos de {where}.",
    "Indicadores Complementarios de {v}: no se midieron.",
    "Nota: no se cuenta a quienes participaron menos de {s} días.",
    "Año de inicio de la marcha blanca: {v}.",
    "Tipo de institución invitada: clubes y juntas de vecinos.",
    "El programa presenta {s} líneas de trabajo.",
    "Producción de viveros locales: {n} plantas.",
    "Propósito del programa piloto: {what} para {who}.",
    "Población potencial del valle: {n} personas, de las que {n} son {who}.",
};

/* Lists: an opening line, then items. */
static const char *const words_list_openings[] = {
    "Para participar se pide:",
    "El trabajo sigue este orden:",
    "Se entregan:",
};

static const char *const words_list_items[] = {
    "vivir en {where}",
    "no haber recibido {what} en {v}",
    "{what}, por un máximo de {m}",
    "Diagnóstico con {who}: dura {s} semanas",
    "Evaluación: pesa un {p}",
    "firma de un acta",
};

#endif /* PROGSOC_WORDS_H */
