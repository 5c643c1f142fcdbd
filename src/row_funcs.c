/*
 * row_funcs.c
 *		The row functions: a report's fields and tables as rows.
 *
 *		What the columns mean is said in doc/progsoc.md; each function is the
 *		list of its columns.
 *
 * src/row_funcs.c
 */
#include "compat.h"

#include "core/pair.h"
#include "core/path.h"
#include "core/region.h"
#include "core/rows.h"

#include "decimal.h"
#include "report_type.h"
#include "row_sink.h"

/* ---- What all row functions have in common ---- */

/* A call of a row function: the report, the rows to come, and memory that lasts as long as the
 * call. */
typedef struct RowCall
{
	CoreCall core;
	Report report;
	RowSink sink;
} RowCall;

static void
row_call_begin(RowCall *call, FunctionCallInfo fcinfo)
{
	core_begin(&call->core);
	call->report = PG_GETARG_REPORT(0);
	row_sink_begin(&call->sink, fcinfo);
}

/* For rows in which nothing but the summary's fields stands. */
static void
summary_call_begin(RowCall *call, FunctionCallInfo fcinfo)
{
	core_begin(&call->core);
	call->report = PG_GETARG_REPORT_SUMMARY(0);
	row_sink_begin(&call->sink, fcinfo);
}

static Datum
row_call_end(RowCall *call)
{
	row_sink_end(&call->sink);
	core_end(&call->core);
	return (Datum) 0;
}

static bool
has_value(Status status)
{
	return status != STATUS_ABSENT && status != STATUS_BLANK && status != STATUS_NOT_APPLICABLE;
}

/* The next row that holds anything. */
static bool
next_row(Rows *rows)
{
	while (rows_next(rows))
	{
		for (int i = 0; i < rows->count; i++)
		{
			if (has_value(rows->cells[i].status))
				return true;
		}
	}
	return false;
}

/*
 * A row's cells are a key, which says what the others are about, and figures.
 * A row whose key is not known is all that tells of a value without a place, so
 * that it shows what is ambiguous elsewhere.
 */
static void
put_figure(RowSink *sink, const Fact *key, const Fact *figure)
{
	Fact shown = *figure;

	if (shown.status == STATUS_AMBIGUOUS && !status_is_sure(key->status))
		shown.status = STATUS_REPORTED;
	put_fact(sink, &shown);
}

/* A printed share: "6,54%" is 0.0654; without the sign it is as printed. */
static void
put_share(RowSink *sink, const Fact *key, const Fact *figure)
{
	Decimal share;
	Str unit;

	if (figure->status == STATUS_AMBIGUOUS && status_is_sure(key->status))
		put_null(sink);
	else if (has_value(figure->status) && rate_parse(figure->text, &share, &unit))
	{
		if (unit.len > 0)
			share.scale += 2;
		put_datum(sink, decimal_to_numeric(share));
	}
	else
		put_null(sink);
}

/* What is doubtful about a cell is so about the row. */
static Status
status_with_doubt(Status status, const Fact *cell)
{
	bool doubtful = has_value(cell->status) && cell->status != STATUS_REPORTED;

	return doubtful ? status_weakest(status, cell->status) : status;
}

static Status
status_with_key(Status status, const Fact *key)
{
	if (status_is_sure(status) && !has_value(key->status))
		return STATUS_AMBIGUOUS;
	return status_with_doubt(status, key);
}

static Status
status_of_figures(const Fact *figures, int count)
{
	Status status = figures[0].status;

	for (int i = 1; i < count; i++)
		status = status_weakest(status, figures[i].status);
	return status;
}

static void
put_quotient(RowSink *sink, const Fact *number, const Fact *divisor)
{
	Decimal a;
	Decimal b;
	Datum quotient;

	if (fact_number(number, &a) && fact_number(divisor, &b) && decimal_divide(a, b, &quotient))
		put_datum(sink, quotient);
	else
		put_null(sink);
}

/* The rows of a table that has neither key nor status. */
static Datum
plain_rows(FunctionCallInfo fcinfo, const FieldId *columns, int count)
{
	RowCall call;
	Rows rows;

	row_call_begin(&call, fcinfo);
	rows_start(&rows, &call.report, columns, count);
	while (next_row(&rows))
	{
		for (int i = 0; i < count; i++)
			put_fact(&call.sink, &rows.cells[i]);
		row_sink_row(&call.sink);
	}
	return row_call_end(&call);
}

/* ---- report_summary ---- */

static Fact
scalar(const Report *report, FieldId field)
{
	Fact fact = {field, 0, STATUS_BLANK, NO_STR};

	Assert(is_of_summary(field));
	report_scalar(report, field, &fact);
	return fact;
}

static void
put_scalars(RowCall *call, const FieldId *fields, int count)
{
	for (int i = 0; i < count; i++)
	{
		Fact fact = scalar(&call->report, fields[i]);

		put_fact(&call->sink, &fact);
	}
}

static void
put_report_year(RowCall *call)
{
	if (call->report.head.report_year == YEAR_UNKNOWN)
		put_null(&call->sink);
	else
		put_int(&call->sink, call->report.head.report_year);
}

static void
put_permanent(RowCall *call)
{
	Fact end_year = scalar(&call->report, FIELD_END_YEAR);
	Decimal year;

	if (!status_is_sure(end_year.status))
		put_null(&call->sink);
	else
		put_bool(&call->sink, !fact_number(&end_year, &year));
}

static void
put_scalar_quotient(RowCall *call, FieldId number, FieldId divisor)
{
	Fact a = scalar(&call->report, number);
	Fact b = scalar(&call->report, divisor);

	put_quotient(&call->sink, &a, &b);
}

PG_FUNCTION_INFO_V1(report_summary);

Datum
report_summary(PG_FUNCTION_ARGS)
{
	static const FieldId names[] = {FIELD_PROGRAM_NAME, FIELD_MINISTRY, FIELD_SERVICE};
	static const FieldId dates[] = {FIELD_CLOSING_DATE, FIELD_START_YEAR, FIELD_END_YEAR};
	static const FieldId texts[] = {
	    FIELD_FORM_TYPE,
	    FIELD_COMPARABLE_YEARS,
	    FIELD_EX_ANTE_RATING,
	    FIELD_RESPONSIBLE_UNIT,
	    FIELD_WEBSITE,
	    FIELD_MANAGER_NAME,
	    FIELD_MANAGER_POSITION,
	    FIELD_MONITORING_CONTACT_NAME,
	    FIELD_MONITORING_CONTACT_POSITION,
	    FIELD_STRATEGIC_OBJECTIVE,
	    FIELD_PARENT_SYSTEM,
	    FIELD_MAIN_PROBLEM,
	    FIELD_PURPOSE,
	    FIELD_POTENTIAL_POPULATION,
	    FIELD_POTENTIAL_POPULATION_UNIT,
	    FIELD_TARGET_POPULATION,
	    FIELD_BENEFICIARIES,
	};
	static const FieldId amounts[] = {
	    FIELD_INITIAL_BUDGET,     FIELD_FINAL_BUDGET,         FIELD_NEXT_INITIAL_BUDGET,
	    FIELD_SPENDING,           FIELD_SUMMARY_EXTRA_BUDGET, FIELD_TOTAL_SPENDING,
	    FIELD_COMPONENT_SPENDING, FIELD_ADMIN_SPENDING,
	};
	RowCall call;

	summary_call_begin(&call, fcinfo);
	put_scalars(&call, names, lengthof(names));
	put_report_year(&call);
	put_scalars(&call, dates, lengthof(dates));
	put_permanent(&call);
	put_scalars(&call, texts, lengthof(texts));
	put_scalar_quotient(&call, FIELD_BENEFICIARIES, FIELD_TARGET_POPULATION);
	put_scalars(&call, amounts, lengthof(amounts));
	put_scalar_quotient(&call, FIELD_TOTAL_SPENDING, FIELD_BENEFICIARIES);
	row_sink_row(&call.sink);
	return row_call_end(&call);
}

/* ---- report_fields ---- */

static const FieldId other_columns[] = {FIELD_OTHER_TEXT, FIELD_OTHER_SECTION, FIELD_OTHER_LABEL};

static void
put_known_field(RowCall *call, const Fact *fact)
{
	const FormField *field = &form_fields[fact->field];
	Str label = report_label(&call->report, fact->field, &call->core.arena);

	core_check_memory(&call->core);
	put_name(&call->sink, field->section);
	put_name(&call->sink, field->key);
	put_text(&call->sink, label.len == 0 ? NO_STR : label);
}

static void
put_other_field(RowCall *call, uint32_t row)
{
	Fact section = row_cell(&call->report, FIELD_OTHER_SECTION, row);
	Fact label = row_cell(&call->report, FIELD_OTHER_LABEL, row);

	put_text(&call->sink, section.text);
	put_null(&call->sink);
	put_text(&call->sink, label.text);
}

/* The facts that stand at each position of the document: scalars, and the texts of other fields. */
static uint32_t
facts_by_position(RowCall *call, Fact *facts)
{
	uint32_t count = 0;
	Rows others;

	for (int field = 0; field < FIELD_COUNT; field++)
	{
		Fact fact;

		if (!form_is_scalar(field) || !report_scalar(&call->report, field, &fact))
			continue;
		facts[fact.row] = fact;
		count++;
	}
	rows_start(&others, &call->report, other_columns, lengthof(other_columns));
	for (; rows_next(&others); count++)
		facts[others.row] = others.cells[0];
	return count;
}

PG_FUNCTION_INFO_V1(report_fields);

Datum
report_fields(PG_FUNCTION_ARGS)
{
	RowCall call;
	Fact *facts;
	uint32_t count;

	row_call_begin(&call, fcinfo);
	facts = arena_alloc(&call.core.arena, call.report.head.fact_count * sizeof(Fact));
	core_check_memory(&call.core);
	count = facts_by_position(&call, facts);
	for (uint32_t i = 0; i < count; i++)
	{
		put_int(&call.sink, i + 1);
		if (facts[i].field == FIELD_OTHER_TEXT)
			put_other_field(&call, facts[i].row);
		else
			put_known_field(&call, &facts[i]);
		put_status(&call.sink, facts[i].status);
		put_printed(&call.sink, &facts[i]);
		put_number(&call.sink, &facts[i]);
		row_sink_row(&call.sink);
	}
	return row_call_end(&call);
}

/* ---- Tables with a key ---- */

PG_FUNCTION_INFO_V1(report_coverage);

Datum
report_coverage(PG_FUNCTION_ARGS)
{
	static const FieldId columns[] = {FIELD_COVERAGE_YEAR, FIELD_COVERAGE_TARGET,
	                                  FIELD_COVERAGE_BENEFICIARIES, FIELD_COVERAGE_REPORTED};
	RowCall call;
	Rows rows;

	row_call_begin(&call, fcinfo);
	rows_start(&rows, &call.report, columns, lengthof(columns));
	while (next_row(&rows))
	{
		const Fact *year = &rows.cells[0];
		const Fact *target = &rows.cells[1];
		const Fact *beneficiaries = &rows.cells[2];
		const Fact *reported = &rows.cells[3];

		put_fact(&call.sink, year);
		put_figure(&call.sink, year, target);
		put_figure(&call.sink, year, beneficiaries);
		put_quotient(&call.sink, beneficiaries, target);
		put_share(&call.sink, year, reported);
		put_status(&call.sink, status_with_key(status_of_figures(target, 3), year));
		row_sink_row(&call.sink);
	}
	return row_call_end(&call);
}

PG_FUNCTION_INFO_V1(report_costs);

Datum
report_costs(PG_FUNCTION_ARGS)
{
	static const FieldId columns[] = {FIELD_COSTS_YEAR, FIELD_COSTS_AMOUNT};
	RowCall call;
	Rows rows;

	row_call_begin(&call, fcinfo);
	rows_start(&rows, &call.report, columns, lengthof(columns));
	while (next_row(&rows))
	{
		const Fact *year = &rows.cells[0];
		const Fact *amount = &rows.cells[1];

		put_fact(&call.sink, year);
		put_figure(&call.sink, year, amount);
		put_status(&call.sink, status_with_key(amount->status, year));
		row_sink_row(&call.sink);
	}
	return row_call_end(&call);
}

PG_FUNCTION_INFO_V1(report_population_flow);

Datum
report_population_flow(PG_FUNCTION_ARGS)
{
	static const FieldId columns[] = {FIELD_FLOW_PERSONS};
	RowCall call;
	Rows rows;

	row_call_begin(&call, fcinfo);
	rows_start(&rows, &call.report, columns, lengthof(columns));
	while (rows_next(&rows))
	{
		bool placed = rows.row < FLOW_ROWS;
		Fact place = {FIELD_POPULATION_FLOW, rows.row, placed ? STATUS_REPORTED : STATUS_BLANK,
		              NO_STR};

		put_name(&call.sink, placed ? flow_entries[rows.row / 4] : NULL);
		put_name(&call.sink, placed ? flow_exits[rows.row % 4] : NULL);
		put_figure(&call.sink, &place, &rows.cells[0]);
		put_status(&call.sink, status_with_key(rows.cells[0].status, &place));
		row_sink_row(&call.sink);
	}
	return row_call_end(&call);
}

/* ---- report_regions: 3.3 beside 5.6 ---- */

static void
put_region(RowCall *call, const Fact *region, const Fact *beneficiaries, const Fact *spending)
{
	Fact figures[] = {*beneficiaries, *spending};
	Status status = status_of_figures(figures, 2);

	if (!has_value(region->status) && !has_value(status))
		return;
	put_fact(&call->sink, region);
	put_name(&call->sink, status_is_sure(region->status) ? region_code_of(region->text) : NULL);
	put_figure(&call->sink, region, beneficiaries);
	put_figure(&call->sink, region, spending);
	put_status(&call->sink, status_with_key(status, region));
	row_sink_row(&call->sink);
}

PG_FUNCTION_INFO_V1(report_regions);

Datum
report_regions(PG_FUNCTION_ARGS)
{
	static const FieldId columns[] = {FIELD_REGIONS_REGION, FIELD_REGIONS_BENEFICIARIES};
	static const FieldId spending_columns[] = {FIELD_REGIONAL_REGION, FIELD_REGIONAL_AMOUNT};
	RowCall call;
	PairedRows regions;
	PairedRows spending;
	Fact name;
	Fact beneficiaries;
	Fact amount;

	row_call_begin(&call, fcinfo);
	if (!pair_rows(&call.report, columns, 2, spending_columns, 2, key_of_region, &call.core.arena,
	               &regions, &spending))
		core_check_memory(&call.core);
	for (uint32_t i = 0; i < regions.count; i++)
	{
		name = row_cell(&call.report, FIELD_REGIONS_REGION, regions.rows[i]);
		beneficiaries = row_cell(&call.report, FIELD_REGIONS_BENEFICIARIES, regions.rows[i]);
		amount = row_cell(&call.report, FIELD_REGIONAL_AMOUNT, regions.partners[i]);
		put_region(&call, &name, &beneficiaries, &amount);
	}
	beneficiaries = (Fact){FIELD_REGIONS_BENEFICIARIES, 0, STATUS_BLANK, NO_STR};
	for (uint32_t i = 0; i < spending.count; i++)
	{
		if (spending.partners[i] != NO_ROW)
			continue;
		name = row_cell(&call.report, FIELD_REGIONAL_REGION, spending.rows[i]);
		amount = row_cell(&call.report, FIELD_REGIONAL_AMOUNT, spending.rows[i]);
		put_region(&call, &name, &beneficiaries, &amount);
	}
	return row_call_end(&call);
}

/* ---- report_components: 4 beside 5.5 ---- */

enum
{
	COMPONENT_BENEFIT_TYPE,
	COMPONENT_DESCRIPTION,
	COMPONENT_PRODUCTION,
	COMPONENT_PRODUCTION_UNIT,
	COMPONENT_SPENDING,
	COMPONENT_SPENDING_DETAIL,
	COMPONENT_FIGURES,
};

static const FieldId component_columns[] = {FIELD_COMPONENT_NAME, FIELD_COMPONENT_BENEFIT_TYPE,
                                            FIELD_COMPONENT_DESCRIPTION, FIELD_COMPONENT_PRODUCTION,
                                            FIELD_COMPONENT_PRODUCTION_UNIT};
static const FieldId spent_columns[] = {FIELD_SPENT_COMPONENT, FIELD_SPENT_AMOUNT,
                                        FIELD_SPENT_DETAIL};

/* Is there a component in 4 of which it is not sure what its name is? */
static bool
has_nameless_component(const Report *report, const PairedRows *components)
{
	for (uint32_t i = 0; i < components->count; i++)
		if (!status_is_sure(row_cell(report, FIELD_COMPONENT_NAME, components->rows[i]).status))
			return true;
	return false;
}

/*
 * component: a row of 4, or NO_ROW; spent: a row of 5.5, or NO_ROW; alone:
 * where one of 5.5 has none in 4, it is surely a component that 4 lacks
 */
static void
put_component(RowCall *call, uint32_t ordinal, uint32_t component, uint32_t spent, bool alone)
{
	const Report *report = &call->report;
	Fact figures[COMPONENT_FIGURES];
	Fact name = component != NO_ROW ? row_cell(report, FIELD_COMPONENT_NAME, component)
	                                : row_cell(report, FIELD_SPENT_COMPONENT, spent);
	Status status;

	for (int i = 0; i < COMPONENT_SPENDING; i++)
		figures[i] = row_cell(report, component_columns[i + 1], component);
	figures[COMPONENT_SPENDING] = row_cell(report, FIELD_SPENT_AMOUNT, spent);
	figures[COMPONENT_SPENDING_DETAIL] = row_cell(report, FIELD_SPENT_DETAIL, spent);
	status = status_of_figures(figures, COMPONENT_FIGURES);
	if (!has_value(name.status) && !has_value(status))
		return;
	put_int(&call->sink, (int) ordinal);
	put_fact(&call->sink, &name);
	for (int i = 0; i < COMPONENT_FIGURES; i++)
		put_figure(&call->sink, &name, &figures[i]);
	put_status(&call->sink,
	           component == NO_ROW && !alone ? STATUS_AMBIGUOUS : status_with_key(status, &name));
	row_sink_row(&call->sink);
}

PG_FUNCTION_INFO_V1(report_components);

Datum
report_components(PG_FUNCTION_ARGS)
{
	RowCall call;
	PairedRows components;
	PairedRows spent;
	uint32_t ordinal = 0;
	bool alone;

	row_call_begin(&call, fcinfo);
	if (!pair_rows(&call.report, component_columns, lengthof(component_columns), spent_columns,
	               lengthof(spent_columns), key_of_words, &call.core.arena, &components, &spent))
		core_check_memory(&call.core);
	for (uint32_t i = 0; i < components.count; i++)
	{
		ordinal = components.rows[i] + 1;
		put_component(&call, ordinal, components.rows[i], components.partners[i], true);
	}
	alone = !has_nameless_component(&call.report, &components);
	for (uint32_t i = 0; i < spent.count; i++)
	{
		if (spent.partners[i] == NO_ROW)
			put_component(&call, ++ordinal, NO_ROW, spent.rows[i], alone);
	}
	return row_call_end(&call);
}

/* ---- report_budget_lines ---- */

/* One of the four tables: its columns in the order of the row's. */
typedef struct BudgetTable
{
	const char *kind;
	int count;
	FieldId columns[7];
} BudgetTable;

#define BUDGET_COLUMNS 7

static const BudgetTable budget_tables[] = {
    {"law", 3, {FIELD_LAW_PARTIDA, FIELD_LAW_CAPITULO, FIELD_LAW_PROGRAMA}},
    {"spending",
     BUDGET_COLUMNS,
     {FIELD_SPENDING_PARTIDA, FIELD_SPENDING_CAPITULO, FIELD_SPENDING_PROGRAMA, FIELD_SPENDING_ITEM,
      FIELD_SPENDING_ASIGNACION, FIELD_SPENDING_SUBTITULO, FIELD_SPENDING_AMOUNT}},
    {"extra",
     BUDGET_COLUMNS,
     {FIELD_EXTRA_PARTIDA, FIELD_EXTRA_CAPITULO, FIELD_EXTRA_PROGRAMA, FIELD_EXTRA_ITEM,
      FIELD_EXTRA_ASIGNACION, FIELD_EXTRA_SUBTITULO, FIELD_EXTRA_AMOUNT}},
    {"admin",
     BUDGET_COLUMNS,
     {FIELD_ADMIN_PARTIDA, FIELD_ADMIN_CAPITULO, FIELD_ADMIN_PROGRAMA, FIELD_ADMIN_ITEM,
      FIELD_ADMIN_ASIGNACION, FIELD_ADMIN_SUBTITULO, FIELD_ADMIN_AMOUNT}},
};

/* These rows have no key: one in which nothing is sure holds values without a place. */
static Fact
key_of_line(const Rows *rows)
{
	for (int i = 0; i < rows->count; i++)
	{
		if (status_is_sure(rows->cells[i].status))
			return rows->cells[i];
	}
	return (Fact){rows->columns[0], rows->row, STATUS_BLANK, NO_STR};
}

static void
put_budget_table(RowCall *call, const BudgetTable *table)
{
	Rows rows;

	rows_start(&rows, &call->report, table->columns, table->count);
	while (next_row(&rows))
	{
		Fact key = key_of_line(&rows);

		put_name(&call->sink, table->kind);
		for (int i = 0; i < table->count; i++)
			put_figure(&call->sink, &key, &rows.cells[i]);
		for (int i = table->count; i < BUDGET_COLUMNS; i++)
			put_null(&call->sink);
		put_status(&call->sink, status_of_figures(rows.cells, table->count));
		row_sink_row(&call->sink);
	}
}

PG_FUNCTION_INFO_V1(report_budget_lines);

Datum
report_budget_lines(PG_FUNCTION_ARGS)
{
	RowCall call;

	row_call_begin(&call, fcinfo);
	for (int i = 0; i < (int) lengthof(budget_tables); i++)
		put_budget_table(&call, &budget_tables[i]);
	return row_call_end(&call);
}

/* ---- report_indicators ---- */

typedef struct IndicatorTable
{
	const char *kind;
	FieldId header[2]; /* year and basis, a row for each column of values */
	FieldId texts[3];  /* name, formula and methodology, a row for each indicator */
	FieldId value;     /* rows as INDICATOR_COLUMNS says */
} IndicatorTable;

static const IndicatorTable indicator_tables[] = {
    {"purpose",
     {FIELD_PURPOSE_YEAR, FIELD_PURPOSE_BASIS},
     {FIELD_PURPOSE_NAME, FIELD_PURPOSE_FORMULA, FIELD_PURPOSE_METHODOLOGY},
     FIELD_PURPOSE_VALUE},
    {"complementary",
     {FIELD_COMPLEMENTARY_YEAR, FIELD_COMPLEMENTARY_BASIS},
     {FIELD_COMPLEMENTARY_NAME, FIELD_COMPLEMENTARY_FORMULA, FIELD_COMPLEMENTARY_METHODOLOGY},
     FIELD_COMPLEMENTARY_VALUE},
};

/* The number that is printed, its unit, and what is printed. */
static void
put_rate(RowSink *sink, const Fact *fact, bool placed)
{
	bool shown = fact->status != STATUS_AMBIGUOUS || !placed;
	Decimal number;
	Str unit;

	if (shown && has_value(fact->status) && rate_parse(fact->text, &number, &unit))
	{
		put_datum(sink, decimal_to_numeric(number));
		put_text(sink, unit);
	}
	else
	{
		put_null(sink);
		put_null(sink);
	}
	put_text(sink, shown ? fact->text : NO_STR);
}

static void
put_indicator_value(RowCall *call, const IndicatorTable *table, const Fact *texts,
                    uint32_t indicator, uint32_t column)
{
	RowSink *sink = &call->sink;
	Fact year = row_cell(&call->report, table->header[0], column);
	Fact basis = row_cell(&call->report, table->header[1], column);
	Fact value = row_cell(&call->report, table->value, indicator * INDICATOR_COLUMNS + column);
	Status status = status_with_doubt(status_with_key(value.status, &year), &basis);

	put_int(sink, (int) indicator + 1);
	put_name(sink, table->kind);
	for (int i = 0; i < 3; i++)
	{
		put_fact(sink, &texts[i]);
		status = status_with_doubt(status, &texts[i]);
	}
	put_fact(sink, &year);
	put_fact(sink, &basis);
	put_rate(sink, &value, status_is_sure(year.status));
	put_status(sink, status);
	row_sink_row(sink);
}

/* The columns of the header, then the values that stand in none of them. */
static void
put_indicator(RowCall *call, const IndicatorTable *table, const Fact *texts, uint32_t indicator)
{
	const Report *report = &call->report;
	uint32_t years = report_rows(report, table->header[0]);
	uint32_t bases = report_rows(report, table->header[1]);
	uint32_t columns = Min(Max(years, bases), INDICATOR_COLUMNS);
	uint32_t put = 0;
	Fact value;

	for (; put < columns; put++)
		put_indicator_value(call, table, texts, indicator, put);
	for (uint32_t column = columns; column < INDICATOR_COLUMNS; column++)
	{
		value = row_cell(report, table->value, indicator * INDICATOR_COLUMNS + column);
		if (!has_value(value.status))
			continue;
		put_indicator_value(call, table, texts, indicator, column);
		put++;
	}
	if (put == 0)
		put_indicator_value(call, table, texts, indicator, 0);
}

/* The first indicator, not below this one, that has values; NO_ROW: none. */
static uint32_t
indicator_with_values(const Report *report, FieldId value, uint32_t indicator)
{
	uint32_t index;
	Fact fact;

	if (indicator > PACKED_ROW_MAX / INDICATOR_COLUMNS)
		return NO_ROW;
	index = report_seek(report, value, indicator * INDICATOR_COLUMNS);
	if (index == report->head.fact_count)
		return NO_ROW;
	fact = report_fact(report, index);
	return fact.field == value ? fact.row / INDICATOR_COLUMNS : NO_ROW;
}

static void
put_indicator_table(RowCall *call, const IndicatorTable *table)
{
	uint32_t values = indicator_with_values(&call->report, table->value, 0);
	Rows texts;
	bool more;

	rows_start(&texts, &call->report, table->texts, 3);
	more = rows_next(&texts);
	while (more || values != NO_ROW)
	{
		static const Fact no_texts[3] = {
		    {.status = STATUS_BLANK}, {.status = STATUS_BLANK}, {.status = STATUS_BLANK}};
		bool has_texts = more && texts.row <= values;
		uint32_t indicator = has_texts ? texts.row : values;

		put_indicator(call, table, has_texts ? texts.cells : no_texts, indicator);
		values = indicator_with_values(&call->report, table->value, indicator + 1);
		if (has_texts)
			more = rows_next(&texts);
	}
}

PG_FUNCTION_INFO_V1(report_indicators);

Datum
report_indicators(PG_FUNCTION_ARGS)
{
	RowCall call;

	row_call_begin(&call, fcinfo);
	for (int i = 0; i < (int) lengthof(indicator_tables); i++)
		put_indicator_table(&call, &indicator_tables[i]);
	return row_call_end(&call);
}

/* ---- Tables without key and status ---- */

PG_FUNCTION_INFO_V1(report_sdgs);

Datum
report_sdgs(PG_FUNCTION_ARGS)
{
	static const FieldId columns[] = {FIELD_SDG_GOAL, FIELD_SDG_GOAL_NAME, FIELD_SDG_TARGET,
	                                  FIELD_SDG_TARGET_NAME};

	return plain_rows(fcinfo, columns, lengthof(columns));
}

PG_FUNCTION_INFO_V1(report_executors);

Datum
report_executors(PG_FUNCTION_ARGS)
{
	static const FieldId columns[] = {FIELD_EXECUTOR_TYPE};

	return plain_rows(fcinfo, columns, lengthof(columns));
}

PG_FUNCTION_INFO_V1(report_observations);

Datum
report_observations(PG_FUNCTION_ARGS)
{
	static const FieldId columns[] = {FIELD_OBSERVATION_SECTION, FIELD_OBSERVATION_TOPIC,
	                                  FIELD_OBSERVATION_RAISED, FIELD_OBSERVATION_COMMENT};

	return plain_rows(fcinfo, columns, lengthof(columns));
}

PG_FUNCTION_INFO_V1(report_unmapped);

Datum
report_unmapped(PG_FUNCTION_ARGS)
{
	static const FieldId columns[] = {FIELD_UNMAPPED_SECTION, FIELD_UNMAPPED_CONTENT};

	return plain_rows(fcinfo, columns, lengthof(columns));
}

/* ---- report_facts ---- */

/* The scalar or table that a fact is about */
static FieldId
subject_of(const Fact *fact)
{
	FieldId table = form_fields[fact->field].table;

	if (table == FIELD_NONE)
		return fact->field;
	return form_is_keyed(table) ? (FieldId) fact->row : table;
}

/* Its section: where the form knows none, the row says it. */
static void
put_section(RowCall *call, const Fact *fact)
{
	FieldId subject = subject_of(fact);

	if (subject == FIELD_OTHER)
		put_text(&call->sink, row_cell(&call->report, FIELD_OTHER_SECTION, fact->row).text);
	else if (subject == FIELD_UNMAPPED)
		put_text(&call->sink, row_cell(&call->report, FIELD_UNMAPPED_SECTION, fact->row).text);
	else
		put_name(&call->sink, form_fields[subject].section);
}

static void
put_fact_row(RowCall *call, const Paths *paths, uint32_t index)
{
	Fact fact = report_fact(&call->report, index);

	put_text(&call->sink, paths_of(paths, index));
	core_check_memory(&call->core);
	put_section(call, &fact);
	put_name(&call->sink, form_fields[subject_of(&fact)].key);
	put_status(&call->sink, fact.status);
	put_printed(&call->sink, &fact);
	put_number(&call->sink, &fact);
	row_sink_row(&call->sink);
}

/* The rows of some columns of a table, which have their numbers one after the other. */
static void
put_fact_rows(RowCall *call, const Paths *paths, const FieldId *columns, int count)
{
	Rows rows;

	rows_start(&rows, &call->report, columns, count);
	while (rows_next(&rows))
	{
		for (int i = 0; i < count; i++)
		{
			if (rows.facts[i] != ROWS_NO_FACT)
				put_fact_row(call, paths, rows.facts[i]);
		}
	}
}

static void
put_table_facts(RowCall *call, const Paths *paths, FieldId table)
{
	FieldId columns[ROWS_COLUMNS_MAX];
	int count = 0;

	for (int i = 0; i < (int) lengthof(indicator_tables); i++)
	{
		const IndicatorTable *indicators = &indicator_tables[i];

		if (form_fields[indicators->value].table != table)
			continue;
		put_fact_rows(call, paths, indicators->header, 2);
		put_fact_rows(call, paths, indicators->texts, 3);
		put_fact_rows(call, paths, &indicators->value, 1);
		return;
	}
	for (int field = 0; field < FIELD_COUNT; field++)
	{
		if (form_fields[field].table != table)
			continue;
		Assert(count < ROWS_COLUMNS_MAX);
		columns[count++] = field;
	}
	put_fact_rows(call, paths, columns, count);
}

PG_FUNCTION_INFO_V1(report_facts);

Datum
report_facts(PG_FUNCTION_ARGS)
{
	RowCall call;
	Paths *paths;

	row_call_begin(&call, fcinfo);
	paths = paths_make(&call.report, &call.core.arena);
	core_check_memory(&call.core);
	for (int field = 0; field < FIELD_COUNT; field++)
	{
		FieldId single = field;

		if (form_fields[field].type == TYPE_TABLE)
			put_table_facts(&call, paths, field);
		else if (form_is_scalar(field))
			put_fact_rows(&call, paths, &single, 1);
	}
	return row_call_end(&call);
}
