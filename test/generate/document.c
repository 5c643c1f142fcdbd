/*
 * document.c
 *		A report's facts laid out as the form.
 *
 * test/generate/document.c
 */
#include <stdarg.h>
#include <string.h>

#include "document.h"
#include "perturb.h"
#include "rows.h"
#include "words.h"

#define ABSENT_PHRASE   "El programa no presenta información."
#define NO_EVALUATIONS  "El programa no presenta evaluaciones"
#define NO_BENEFIT_TYPE "Sin información (tipo de beneficio)"

typedef struct Document
{
	const Report *report;
	const Layout *layout;
	const Style *style;
	Page page;
	Arena *arena;
	int year;
} Document;

/* ---- Texts ---- */

static Str
format(Document *doc, const char *pattern, ...)
{
	Buffer buffer = {NULL, 0, 0};
	va_list arguments;
	Str text;

	va_start(arguments, pattern);
	buffer_add_format(&buffer, pattern, arguments);
	va_end(arguments);
	text = arena_str(doc->arena, buffer.at, buffer.len);
	buffer_free(&buffer);
	return text;
}

static Str
words(const char *text)
{
	return (Str){text, (uint32_t) strlen(text)};
}

/* What stands in the text for a fact. */
static Str
printed(const Fact *fact)
{
	switch (fact->status)
	{
		case STATUS_ABSENT:
			if (fact->field == FIELD_COMPONENT_BENEFIT_TYPE)
				return STR(NO_BENEFIT_TYPE);
			return fact->field == FIELD_PREVIOUS_EVALUATIONS ? STR(NO_EVALUATIONS)
			                                                 : STR(ABSENT_PHRASE);
		case STATUS_BLANK:
			return STR("");
		default:
			return fact->text;
	}
}

static Str
cell(const Document *doc, FieldId column, uint32_t row)
{
	Fact fact;

	return report_cell(doc->report, column, row, &fact) ? printed(&fact) : STR("");
}

/* ---- Tables ---- */

static void
add_cell(Document *doc, Table *table, Str text)
{
	if (arena_grow(doc->arena, (void **) &table->cells, table->cell_count, &table->cell_capacity,
	               sizeof(Str)))
		table->cells[table->cell_count++] = text;
}

/* A table with its header row, one string per column. */
static Table
start_table(Document *doc, const TableColumn *columns, uint32_t count, ...)
{
	Table table = {.columns = columns, .column_count = count};
	va_list headers;

	va_start(headers, count);
	for (uint32_t i = 0; i < count; i++)
		add_cell(doc, &table, words(va_arg(headers, const char *)));
	va_end(headers);
	return table;
}

/* A row whose cells are facts. */
static void
add_fact_row(Document *doc, Table *table, const Rows *rows)
{
	for (int i = 0; i < rows->count; i++)
		add_cell(doc, table, printed(&rows->cells[i]));
}

/* All rows of these columns of the form. */
static void
add_fact_rows(Document *doc, Table *table, const FieldId *columns, int count)
{
	Rows rows;

	rows_start(&rows, doc->report, columns, count);
	while (rows_next(&rows))
		add_fact_row(doc, table, &rows);
}

/* A last row: a name, blank cells, and the total. */
static void
add_total_row(Document *doc, Table *table, const char *name, Str total)
{
	table->total = true;
	add_cell(doc, table, words(name));
	for (uint32_t i = 2; i < table->column_count; i++)
		add_cell(doc, table, STR(""));
	add_cell(doc, table, total);
}

static void
print_table(Document *doc, const Table *table)
{
	doc->layout->table(&doc->page, table);
}

/* A table's caption is printed like a field without a value. */
static void
print_caption(Document *doc, FieldId field)
{
	Field caption = {report_label(doc->report, field, doc->arena), ":", STR(""), false};

	doc->layout->field(&doc->page, &caption);
}

/* ---- 3.3 ---- */

static void
print_population_flow(Document *doc)
{
	static const TableColumn columns[] = {
	    {24, false}, {19, true}, {19, true}, {19, true}, {19, true}};
	Table table = {.columns = columns, .column_count = 5};
	Str entries[3];

	if (report_rows(doc->report, FIELD_FLOW_PERSONS) == 0)
		return;
	print_caption(doc, FIELD_POPULATION_FLOW);
	add_cell(doc, &table, STR(""));
	add_cell(doc, &table, format(doc, "Egreso durante %d", doc->year));
	add_cell(doc, &table, format(doc, "Egreso posterior a %d", doc->year));
	add_cell(doc, &table, STR("Otros (desertores, fallecidos, etc.)"));
	add_cell(doc, &table, STR("Total"));
	entries[0] = format(doc, "Ingreso previo a %d (arrastre)", doc->year);
	entries[1] = format(doc, "Ingreso durante a %d (nuevo)", doc->year);
	entries[2] = STR("Total");
	for (uint32_t row = 0; row < FLOW_ROWS; row++)
	{
		if (row % 4 == 0)
			add_cell(doc, &table, entries[row / 4]);
		add_cell(doc, &table, cell(doc, FIELD_FLOW_PERSONS, row));
	}
	print_table(doc, &table);
}

static const TableColumn region_columns[] = {{60, false}, {40, true}};

static void
print_regions(Document *doc)
{
	static const FieldId columns[] = {FIELD_REGIONS_REGION, FIELD_REGIONS_BENEFICIARIES};
	Table table = {.columns = region_columns, .column_count = 2};
	uint32_t total = report_rows(doc->report, FIELD_REGIONS_TOTAL);

	print_caption(doc, FIELD_REGIONS);
	add_cell(doc, &table, STR("Región"));
	add_cell(doc, &table, format(doc, "Beneficiarios efectivos %d", doc->year));
	add_fact_rows(doc, &table, columns, 2);
	if (total > 0)
		add_total_row(doc, &table, "Total", cell(doc, FIELD_REGIONS_TOTAL, total - 1));
	print_table(doc, &table);
	doc->layout->paragraph(&doc->page, report_label(doc->report, FIELD_REGIONS_NOTE, doc->arena));
}

/* A table whose columns are years: one row per column of the form. */
static void
print_years(Document *doc, FieldId year, const char *const *names, const FieldId *rows, int count)
{
	static const TableColumn columns[] = {{30, false}, {14, true}, {14, true},
	                                      {14, true},  {14, true}, {14, true}};
	uint32_t years = report_rows(doc->report, year);
	Table table = {.columns = columns, .column_count = 1 + years};

	add_cell(doc, &table, STR(""));
	for (uint32_t i = 0; i < years; i++)
		add_cell(doc, &table, cell(doc, year, i));
	for (int row = 0; row < count; row++)
	{
		add_cell(doc, &table, words(names[row]));
		for (uint32_t i = 0; i < years; i++)
			add_cell(doc, &table, rows[row] == FIELD_NONE ? STR("") : cell(doc, rows[row], i));
	}
	print_table(doc, &table);
}

static void
print_coverage(Document *doc)
{
	static const char *const names[] = {"Población Objetivo", "Beneficiarios Efectivos",
	                                    "Cobertura"};
	static const FieldId rows[] = {FIELD_COVERAGE_TARGET, FIELD_COVERAGE_BENEFICIARIES,
	                               FIELD_COVERAGE_REPORTED};

	if (report_rows(doc->report, FIELD_COVERAGE_YEAR) == 0)
		return;
	print_caption(doc, FIELD_COVERAGE);
	print_years(doc, FIELD_COVERAGE_YEAR, names, rows, 3);
}

static void
print_costs(Document *doc)
{
	static const char *const names[] = {"Gasto por Beneficiario", "Presupuesto Ejecutado"};
	static const FieldId rows[] = {FIELD_COSTS_AMOUNT, FIELD_NONE};

	if (report_rows(doc->report, FIELD_COSTS_YEAR) == 0)
		return;
	print_caption(doc, FIELD_COSTS);
	print_years(doc, FIELD_COSTS_YEAR, names, rows, 2);
}

/* ---- 4 ---- */

/* The description's cell ends with what was produced, if the report says it. */
static Str
describe(Document *doc, const Fact *description, const Fact *production, const Fact *unit)
{
	Str text = printed(description);
	Str made = printed(production);
	Str of = printed(unit);

	if (production->status == STATUS_BLANK)
		return text;
	return format(doc, "%.*s\nProducción al 4° trimestre %d: %.*s%s%.*s", (int) text.len, text.at,
	              doc->year, (int) made.len, made.at, of.len ? " " : "", (int) of.len, of.at);
}

static void
print_components(Document *doc)
{
	static const TableColumn columns[] = {{34, false}, {66, false}};
	static const FieldId facts[] = {FIELD_COMPONENT_NAME, FIELD_COMPONENT_BENEFIT_TYPE,
	                                FIELD_COMPONENT_DESCRIPTION, FIELD_COMPONENT_PRODUCTION,
	                                FIELD_COMPONENT_PRODUCTION_UNIT};
	Table table = start_table(doc, columns, 2, "Nombre", "Descripción");
	Rows rows;

	rows_start(&rows, doc->report, facts, 5);
	while (rows_next(&rows))
	{
		Str name = printed(&rows.cells[0]);
		Str type = printed(&rows.cells[1]);

		add_cell(doc, &table,
		         format(doc, "%.*s\n%.*s", (int) name.len, name.at, (int) type.len, type.at));
		add_cell(doc, &table, describe(doc, &rows.cells[2], &rows.cells[3], &rows.cells[4]));
	}
	print_table(doc, &table);
}

static void
print_executors(Document *doc)
{
	static const TableColumn columns[] = {{100, false}};
	static const FieldId facts[] = {FIELD_EXECUTOR_TYPE};
	Table table = start_table(doc, columns, 1, "Tipo de institución");

	add_fact_rows(doc, &table, facts, 1);
	print_table(doc, &table);
}

/* ---- 5 ---- */

static void
print_budget_law(Document *doc)
{
	static const TableColumn columns[] = {{40, false}, {30, false}, {30, false}};
	static const FieldId facts[] = {FIELD_LAW_PARTIDA, FIELD_LAW_CAPITULO, FIELD_LAW_PROGRAMA};
	Table table = start_table(doc, columns, 3, "Partida presupuestaria", "Capítulo", "Programa");

	print_caption(doc, FIELD_BUDGET_LAW);
	add_fact_rows(doc, &table, facts, 3);
	print_table(doc, &table);
}

/* The three tables of lines have the same columns, in the same order. */
static void
print_budget_lines(Document *doc, FieldId partida)
{
	static const TableColumn columns[] = {{10, false}, {10, false}, {11, false}, {9, false},
	                                      {13, false}, {32, false}, {15, true}};
	FieldId facts[7];
	Table table = start_table(doc, columns, 7, "Partida", "Capítulo", "Programa", "Item",
	                          "Asignación", "Subtítulo", "Gastos ($miles)");

	for (int i = 0; i < 7; i++)
		facts[i] = (FieldId) ((int) partida + i);
	add_fact_rows(doc, &table, facts, 7);
	if (partida == FIELD_ADMIN_PARTIDA)
	{
		Fact total;

		if (report_scalar(doc->report, FIELD_ADMIN_LINES_TOTAL, &total))
			add_total_row(doc, &table, form_fields[FIELD_ADMIN_LINES_TOTAL].label, printed(&total));
	}
	print_table(doc, &table);
}

static void
print_component_spending(Document *doc)
{
	static const TableColumn columns[] = {{34, false}, {14, true}, {52, false}};
	static const FieldId facts[] = {FIELD_SPENT_COMPONENT, FIELD_SPENT_AMOUNT, FIELD_SPENT_DETAIL};
	Table table = start_table(doc, columns, 3, "Componente", "Gasto (M$)", "Detalle");

	add_fact_rows(doc, &table, facts, 3);
	print_table(doc, &table);
}

static void
print_regional_spending(Document *doc)
{
	static const FieldId facts[] = {FIELD_REGIONAL_REGION, FIELD_REGIONAL_AMOUNT};
	Table table = start_table(doc, region_columns, 2, "Región", "Total ejecutado");
	uint32_t total = report_rows(doc->report, FIELD_REGIONAL_TOTAL);

	add_fact_rows(doc, &table, facts, 2);
	if (total > 0)
		add_total_row(doc, &table, "Total", cell(doc, FIELD_REGIONAL_TOTAL, total - 1));
	print_table(doc, &table);
}

/* ---- 6 ---- */

static void
add_indicator_header(Document *doc, Table *table, FieldId year)
{
	uint32_t columns = report_rows(doc->report, year);

	add_cell(doc, table, STR("Nombre del Indicador"));
	add_cell(doc, table, STR("Fórmula de Cálculo"));
	for (uint32_t i = 0; i < columns; i++)
	{
		Str printed_year = cell(doc, year, i);
		bool actual = str_equal(cell(doc, (FieldId) (year + 1), i), STR("actual"));

		add_cell(doc, table,
		         format(doc, "%.*s\n(%s al 31 de Diciembre)", (int) printed_year.len,
		                printed_year.at, actual ? "efectivo" : "estimado"));
	}
}

/* The formula's cell holds the methodology too, after a label. */
static Str
explain(Document *doc, FieldId year, Str formula, Str methodology)
{
	FieldId label = year == FIELD_PURPOSE_YEAR ? FIELD_PURPOSE_METHODOLOGY_LABEL
	                                           : FIELD_COMPLEMENTARY_METHODOLOGY_LABEL;

	return format(doc, "%.*s%s%s: %.*s", (int) formula.len, formula.at, formula.len ? "\n" : "",
	              form_fields[label].label, (int) methodology.len, methodology.at);
}

static void
print_indicators(Document *doc, FieldId year)
{
	static const TableColumn columns[] = {{20, false}, {40, false}, {10, true},
	                                      {10, true},  {10, true},  {10, true}};
	uint32_t years = report_rows(doc->report, year);
	uint32_t rows = report_rows(doc->report, (FieldId) (year + 2));
	Table table = {.columns = columns, .column_count = 2 + years, .paragraphs = true};

	add_indicator_header(doc, &table, year);
	for (uint32_t row = 0; row < rows; row++)
	{
		add_cell(doc, &table, cell(doc, (FieldId) (year + 2), row));
		add_cell(doc, &table,
		         explain(doc, year, cell(doc, (FieldId) (year + 3), row),
		                 cell(doc, (FieldId) (year + 4), row)));
		for (uint32_t i = 0; i < years; i++)
			add_cell(doc, &table, cell(doc, (FieldId) (year + 5), INDICATOR_COLUMNS * row + i));
	}
	if (rows == 0 && doc->style->empty_indicator)
	{
		add_cell(doc, &table, STR(""));
		add_cell(doc, &table, explain(doc, year, STR(""), STR("")));
		for (uint32_t i = 0; i < years; i++)
			add_cell(doc, &table, STR(""));
	}
	print_table(doc, &table);
}

/* ---- 7.2 ---- */

/* Targets of one goal that follow each other share its row. */
static void
print_sdgs(Document *doc)
{
	static const TableColumn columns[] = {{45, false}, {55, false}};
	static const FieldId facts[] = {FIELD_SDG_GOAL, FIELD_SDG_GOAL_NAME, FIELD_SDG_TARGET,
	                                FIELD_SDG_TARGET_NAME};
	Table table =
	    start_table(doc, columns, 2, "Objetivos de Desarrollo Sostenible (ODS)", "Meta/s");
	Rows rows;
	Str last = NO_STR;

	rows_start(&rows, doc->report, facts, 4);
	while (rows_next(&rows))
	{
		Str goal = printed(&rows.cells[0]);
		Str name = printed(&rows.cells[1]);
		Str target = printed(&rows.cells[2]);
		Str target_name = printed(&rows.cells[3]);
		Str all = format(doc, "%.*s %.*s", (int) target.len, target.at, (int) target_name.len,
		                 target_name.at);

		if (str_equal(goal, last))
		{
			Str *cell_before = &table.cells[table.cell_count - 1];

			*cell_before = format(doc, "%.*s\n%.*s", (int) cell_before->len, cell_before->at,
			                      (int) all.len, all.at);
			continue;
		}
		add_cell(doc, &table,
		         format(doc, "%.*s. %.*s", (int) goal.len, goal.at, (int) name.len, name.at));
		add_cell(doc, &table, all);
		last = goal;
	}
	print_table(doc, &table);
}

/* ---- 8 ---- */

static void
print_observation(Document *doc, Str label, const Fact *raised, const Fact *comment)
{
	Field field = {label, ":", printed(raised), false};

	doc->layout->field(&doc->page, &field);
	if (comment->status == STATUS_BLANK)
		return;
	field = (Field){STR("Observación"), ":", printed(comment), false};
	doc->layout->field(&doc->page, &field);
}

static void
print_observations(Document *doc, const WordsObservations *section)
{
	static const FieldId facts[] = {FIELD_OBSERVATION_SECTION, FIELD_OBSERVATION_TOPIC,
	                                FIELD_OBSERVATION_RAISED, FIELD_OBSERVATION_COMMENT};
	Rows rows;

	rows_start(&rows, doc->report, facts, 4);
	while (rows_next(&rows))
	{
		Str label = rows.cells[1].text;

		if (!str_equal(rows.cells[0].text, words(section->name)))
			continue;
		if (label.at == NULL)
			label =
			    format(doc, "¿El programa cuenta con observaciones sobre %s?", section->question);
		print_observation(doc, label, &rows.cells[2], &rows.cells[3]);
	}
}

/* ---- Scalars ---- */

static void
print_lines(Document *doc, Str text)
{
	Str line;

	while (split_line(&text, &line))
		doc->layout->paragraph(&doc->page, line);
}

static void
print_header_line(Document *doc, FieldId field, Str value)
{
	if (field == FIELD_CLOSING_DATE)
		value = format(doc, "(cierre al %.*s)", (int) value.len, value.at);
	doc->layout->title(&doc->page, value);
}

static void
print_labelled(Document *doc, const Fact *fact)
{
	Field field = {report_label(doc->report, fact->field, doc->arena), ":", printed(fact), false};

	if (fact->field == FIELD_INCOME_POVERTY)
		field.close = "";
	field.below =
	    fact->field == FIELD_PARENT_SYSTEM || fact->field == FIELD_HUMAN_RIGHTS_APPROACHES;
	doc->layout->field(&doc->page, &field);
}

static void
print_scalar(Document *doc, const Fact *fact)
{
	Str value = printed(fact);

	switch (fact->field)
	{
		case FIELD_REPORT_TITLE:
		case FIELD_CLOSING_DATE:
		case FIELD_PROGRAM_NAME:
		case FIELD_MINISTRY:
		case FIELD_SERVICE:
			print_header_line(doc, fact->field, value);
			break;
		case FIELD_COMPONENT_COUNT:
			doc->layout->paragraph(&doc->page, format(doc, "El programa presenta %.*s componentes.",
			                                          (int) value.len, value.at));
			break;
		case FIELD_PREVIOUS_EVALUATIONS:
		case FIELD_MULTIDIMENSIONAL_POVERTY:
		case FIELD_COVID_CHANGE_TYPES:
			print_lines(doc, value);
			break;
		case FIELD_ADMIN_LINES_TOTAL:
			break; /* a row of its table */
		default:
			print_labelled(doc, fact);
	}
}

/* A label that the form does not know stands behind a scalar, perhaps in a section of its own. */
static void
print_other(Document *doc, const Fact *scalar)
{
	uint32_t position = scalar->row + 1;
	Fact section;
	Fact label;
	Fact text;
	Field field;

	if (!report_cell(doc->report, FIELD_OTHER_SECTION, position, &section) ||
	    !report_cell(doc->report, FIELD_OTHER_LABEL, position, &label) ||
	    !report_cell(doc->report, FIELD_OTHER_TEXT, position, &text))
		return;
	if (!str_equal(section.text, words(form_fields[scalar->field].section)))
		doc->layout->heading(&doc->page, STR(WORDS_UNKNOWN_HEADING));
	field = (Field){label.text, ":", printed(&text), false};
	doc->layout->field(&doc->page, &field);
}

/* ---- The form's order ---- */

static bool
section_has_scalar(const Document *doc, const char *section)
{
	Fact fact;

	for (int field = 0; field < FIELD_COUNT; field++)
		if (form_is_scalar((FieldId) field) && strcmp(form_fields[field].section, section) == 0 &&
		    report_scalar(doc->report, (FieldId) field, &fact))
			return true;
	return false;
}

/* The observations' section that a heading opens; NULL: none. */
static const WordsObservations *
observations_of(FieldId heading)
{
	static const FieldId headings[] = {FIELD_HEADING_8_1, FIELD_HEADING_8_2, FIELD_HEADING_8_3,
	                                   FIELD_HEADING_8_4, FIELD_HEADING_8_5, FIELD_HEADING_8_6};

	for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++)
		if (headings[i] == heading)
			return &words_observations[i];
	return NULL;
}

/* The parts of 5.4 came later than the rest of the form. */
static bool
heading_printed(const Document *doc, FieldId heading)
{
	if (heading == FIELD_HEADING_6)
		return !doc->style->no_heading_6;
	if (heading == FIELD_HEADING_5_4)
		return section_has_scalar(doc, form_fields[heading].section);
	return true;
}

static void
print_heading(Document *doc, FieldId heading)
{
	const WordsObservations *section = observations_of(heading);

	if (!heading_printed(doc, heading))
		return;
	doc->layout->heading(&doc->page, words(form_fields[heading].label));
	if (section != NULL)
		print_observations(doc, section);
}

static void
print_form_table(Document *doc, FieldId table)
{
	switch (table)
	{
		case FIELD_POPULATION_FLOW:
			print_population_flow(doc);
			break;
		case FIELD_REGIONS:
			print_regions(doc);
			break;
		case FIELD_COVERAGE:
			print_coverage(doc);
			break;
		case FIELD_COMPONENTS:
			print_components(doc);
			break;
		case FIELD_EXECUTORS:
			print_executors(doc);
			break;
		case FIELD_BUDGET_LAW:
			print_budget_law(doc);
			break;
		case FIELD_SPENDING_LINES:
			print_budget_lines(doc, FIELD_SPENDING_PARTIDA);
			break;
		case FIELD_EXTRA_LINES:
			if (report_rows(doc->report, FIELD_EXTRA_PARTIDA) > 0)
				print_budget_lines(doc, FIELD_EXTRA_PARTIDA);
			break;
		case FIELD_COMPONENT_SPENDING_LINES:
			print_component_spending(doc);
			break;
		case FIELD_REGIONAL_SPENDING:
			print_regional_spending(doc);
			break;
		case FIELD_ADMIN_LINES:
			print_budget_lines(doc, FIELD_ADMIN_PARTIDA);
			break;
		case FIELD_COSTS:
			print_costs(doc);
			break;
		case FIELD_PURPOSE_INDICATORS:
			print_indicators(doc, FIELD_PURPOSE_YEAR);
			break;
		case FIELD_COMPLEMENTARY_INDICATORS:
			print_indicators(doc, FIELD_COMPLEMENTARY_YEAR);
			break;
		case FIELD_SDGS:
			print_sdgs(doc);
			break;
		default:
			break; /* printed with the headings, or among the scalars */
	}
}

static void
print_part(Document *doc, FieldId field)
{
	Fact fact;

	if (form_fields[field].type == TYPE_HEADING)
		print_heading(doc, field);
	else if (form_fields[field].type == TYPE_TABLE)
		print_form_table(doc, field);
	else if (form_is_scalar(field) && report_scalar(doc->report, field, &fact))
	{
		print_scalar(doc, &fact);
		print_other(doc, &fact);
	}
}

/* The title stands above the identity, which the form lists first. */
static void
print_form(Document *doc)
{
	static const FieldId first[] = {FIELD_REPORT_TITLE, FIELD_CLOSING_DATE, FIELD_PROGRAM_NAME,
	                                FIELD_MINISTRY, FIELD_SERVICE};

	for (size_t i = 0; i < sizeof(first) / sizeof(first[0]); i++)
		print_part(doc, first[i]);
	for (int field = FIELD_START_YEAR; field < FIELD_COUNT; field++)
		print_part(doc, (FieldId) field);
}

void
document_print(const Report *report, LayoutId layout, const Style *style, Random *random,
               Arena *arena, Buffer *out)
{
	static const Layout *const layouts[LAYOUT_COUNT] = {&layout_tsv, &layout_markdown, &layout_raw,
	                                                    &layout_mutool, &layout_columns};
	Document doc = {.report = report,
	                .layout = layouts[layout],
	                .style = style,
	                .arena = arena,
	                .year = report->head.report_year};

	page_start(&doc.page, style);
	print_form(&doc);
	page_finish(&doc.page);
	perturb(&doc.page.text, style, random, out);
	buffer_free(&doc.page.text);
}
