/*
 * audit_figures.c
 *		What the audit's rules read: figures, answers, years, names.
 *
 * src/core/audit_figures.c
 */
#include <stdlib.h>
#include <string.h>

#include "audit_rules.h"
#include "fold.h"

bool
status_is_missing(Status status)
{
	return status == STATUS_ABSENT || status == STATUS_BLANK || status == STATUS_NOT_APPLICABLE;
}

/* ---- Figures ---- */

#define SCALE_MAX 6

/* The number in millionths; false: it does not fit. */
static bool
count_micro(Decimal number, int64_t *micro, int64_t *unit)
{
	Wide value;

	while (number.scale > SCALE_MAX && number.mantissa % 10 == 0)
	{
		number.mantissa /= 10;
		number.scale--;
	}
	if (number.scale > SCALE_MAX)
		return false;
	*unit = 1;
	for (int i = number.scale; i < SCALE_MAX; i++)
		*unit *= 10;
	value = (Wide) number.mantissa * *unit;
	if (value <= -MICRO_MAX || value >= MICRO_MAX)
		return false;
	*micro = (int64_t) value;
	return true;
}

Figure
figure_of(const Fact *fact)
{
	Figure figure = {.state = FIGURE_DOUBTFUL, .field = fact->field, .row = fact->row};
	Decimal number;

	if (status_is_missing(fact->status))
		figure.state = FIGURE_MISSING;
	else if (fact_number(fact, &number) && count_micro(number, &figure.micro, &figure.unit))
		figure.state = FIGURE_KNOWN;
	return figure;
}

Figure
figure_scalar(const Report *report, FieldId field)
{
	Fact fact;

	if (!report_scalar(report, field, &fact))
		return (Figure){.state = FIGURE_MISSING, .field = field};
	return figure_of(&fact);
}

Figure
figure_cell(const Report *report, FieldId column, uint32_t row)
{
	Fact fact;

	if (!report_cell(report, column, row, &fact))
		return (Figure){.state = FIGURE_MISSING, .field = column, .row = row};
	return figure_of(&fact);
}

Figure
figure_first(const Report *report, FieldId column)
{
	uint32_t index = report_seek(report, column, 0);
	Fact fact;

	if (index < report->head.fact_count)
	{
		fact = report_fact(report, index);
		if (fact.field == column)
			return figure_of(&fact);
	}
	return (Figure){.state = FIGURE_MISSING, .field = column};
}

bool
figure_known(Figure figure)
{
	return figure.state == FIGURE_KNOWN;
}

bool
figure_above_zero(Figure figure)
{
	return figure_known(figure) && figure.micro > 0;
}

bool
figure_is_zero(Figure figure)
{
	return figure_known(figure) && figure.micro == 0;
}

Figure
audit_coverage(const Audit *audit, FieldId column, int year)
{
	uint32_t row = year_row(&audit->coverage, year);

	if (row == NO_ROW)
		return (Figure){.state = FIGURE_MISSING, .field = column};
	return figure_cell(audit->report, column, row);
}

Figure
audit_figure(const Audit *audit, FieldId field)
{
	if (form_is_scalar(field))
		return figure_scalar(audit->report, field);
	if (field == FIELD_FLOW_PERSONS)
		return figure_cell(audit->report, field, FLOW_TOTAL);
	if (form_fields[field].table == FIELD_COVERAGE)
		return audit_coverage(audit, field, audit->year);
	return figure_first(audit->report, field);
}

/* ---- Values ---- */

static Style
style_of(FieldId field)
{
	switch (form_fields[field].type)
	{
		case TYPE_AMOUNT:
			return STYLE_AMOUNT;
		case TYPE_YEAR:
		case TYPE_YEAR_OR_PERMANENT:
		case TYPE_DATE:
		case TYPE_CODE:
		case TYPE_TEXT:
			return STYLE_PLAIN;
		default:
			return STYLE_COUNT;
	}
}

Decimal
without_zeros(Decimal number)
{
	while (number.scale > 0 && number.mantissa % 10 == 0)
	{
		number.mantissa /= 10;
		number.scale--;
	}
	return number;
}

Value
value_micro(int64_t micro, FieldId like)
{
	return (Value){true, without_zeros((Decimal){micro, SCALE_MAX}), style_of(like)};
}

Value
value_of(Figure figure)
{
	if (!figure_known(figure))
		return (Value){.known = false};
	return value_micro(figure.micro, figure.field);
}

Value
value_plain(int64_t number)
{
	return (Value){true, {number, 0}, STYLE_PLAIN};
}

Value
value_count(int64_t number)
{
	return (Value){true, {number, 0}, STYLE_COUNT};
}

Decimal
quotient(Wide a, Wide b, int decimals)
{
	int64_t whole = 0;

	for (int i = 0; i < decimals; i++)
		a *= 10;
	for (int bit = 62; bit >= 0; bit--)
	{
		if (a >> bit < b)
			continue;
		a -= b << bit;
		whole |= INT64_C(1) << bit;
	}
	if (2 * a >= b)
		whole++;
	return without_zeros((Decimal){whole, (uint8_t) decimals});
}

/* ---- Years ---- */

void
year_rows(const Report *report, FieldId years, YearRows *rows)
{
	Rows facts;

	for (int i = 0; i < YEAR_COUNT; i++)
		rows->row[i] = NO_ROW;
	rows_start(&facts, report, &years, 1);
	while (rows_next(&facts))
	{
		int64_t year;

		if (fact_integer(&facts.cells[0], &year) && rows->row[year - YEAR_FIRST] == NO_ROW)
			rows->row[year - YEAR_FIRST] = facts.row;
	}
}

uint32_t
year_row(const YearRows *rows, int year)
{
	return year < YEAR_FIRST || year > YEAR_LAST ? NO_ROW : rows->row[year - YEAR_FIRST];
}

/* ---- Names ---- */

static int
compare_names(const void *a, const void *b)
{
	const Name *one = a;
	const Name *other = b;
	int order = str_compare(one->folded, other->folded);

	return order != 0 ? order : (one->row > other->row) - (one->row < other->row);
}

bool
names_of_column(const Report *report, FieldId column, Arena *arena, Names *names)
{
	uint32_t capacity = 0;
	Rows rows;

	*names = (Names){NULL, 0, false};
	rows_start(&rows, report, &column, 1);
	while (rows_next(&rows))
	{
		const Fact *fact = &rows.cells[0];

		if (status_is_sure(fact->status))
		{
			if (!arena_grow(arena, (void **) &names->list, names->count, &capacity, sizeof(Name)))
				return false;
			names->list[names->count++] =
			    (Name){fold_text(fact->text, arena), fact->text, fact->row};
		}
		else if (!status_is_missing(fact->status))
			names->doubtful = true;
	}
	if (names->count > 1)
		qsort(names->list, names->count, sizeof(Name), compare_names);
	return !arena->failed;
}

/* The first of several rows of one name */
const Name *
names_find(const Names *names, Str folded)
{
	uint32_t low = 0;
	uint32_t high = names->count;

	while (low < high)
	{
		uint32_t middle = low + (high - low) / 2;

		if (str_compare(names->list[middle].folded, folded) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < names->count && str_equal(names->list[low].folded, folded))
		return &names->list[low];
	return NULL;
}

/* ---- Answers ---- */

Answer
answer_of(const Fact *fact)
{
	bool yes;

	if (status_is_missing(fact->status))
		return ANSWER_NONE;
	if (!status_is_sure(fact->status) || !yesno_parse(fact->text, &yes))
		return ANSWER_UNKNOWN;
	return yes ? ANSWER_YES : ANSWER_NO;
}

Answer
answer_scalar(const Report *report, FieldId field)
{
	Fact fact;

	return report_scalar(report, field, &fact) ? answer_of(&fact) : ANSWER_UNKNOWN;
}

bool
folded_has(Str folded, const char *phrase)
{
	uint32_t len = (uint32_t) strlen(phrase);

	for (uint32_t i = 0; i + len <= folded.len; i++)
	{
		if ((i == 0 || folded.at[i - 1] == ' ') &&
		    (i + len == folded.len || folded.at[i + len] == ' ') &&
		    memcmp(folded.at + i, phrase, len) == 0)
			return true;
	}
	return false;
}

/* ---- Indicators ---- */

const IndicatorTable indicator_tables[INDICATOR_TABLES] = {
    {FIELD_PURPOSE_INDICATORS, FIELD_PURPOSE_YEAR, FIELD_PURPOSE_BASIS, FIELD_PURPOSE_NAME,
     FIELD_PURPOSE_FORMULA, FIELD_PURPOSE_VALUE},
    {FIELD_COMPLEMENTARY_INDICATORS, FIELD_COMPLEMENTARY_YEAR, FIELD_COMPLEMENTARY_BASIS,
     FIELD_COMPLEMENTARY_NAME, FIELD_COMPLEMENTARY_FORMULA, FIELD_COMPLEMENTARY_VALUE},
};

/* The form's columns: actual (year before), expected and actual (the year), expected (next one). */
static const int form_offsets[] = {-1, 0, 0, 1};
#define FORM_COLUMNS 4

/* Whether the bases are those of the form's header. */
static bool
is_form_header(const HeaderColumn *header, int columns)
{
	for (int i = 0; i < columns && columns == FORM_COLUMNS; i++)
	{
		if (header[i].actual != (i % 2 == 0))
			return false;
	}
	return columns == FORM_COLUMNS;
}

void
indicator_header(const Report *report, const IndicatorTable *table, HeaderColumn header[HEADER_MAX])
{
	FieldId columns[] = {table->years, table->bases};
	Rows rows;
	int count = 0;

	memset(header, 0, HEADER_MAX * sizeof(HeaderColumn));
	rows_start(&rows, report, columns, 2);
	while (rows_next(&rows) && rows.row < HEADER_MAX)
	{
		HeaderColumn *column = &header[rows.row];
		int64_t year = YEAR_UNKNOWN;

		column->known = status_is_sure(rows.cells[1].status);
		column->actual = str_equal(rows.cells[1].text, STR("actual"));
		column->year = fact_integer(&rows.cells[0], &year) ? (int) year : YEAR_UNKNOWN;
		count = (int) rows.row + 1;
	}
	if (report->head.report_year == YEAR_UNKNOWN || !is_form_header(header, count))
		return;
	for (int i = 0; i < count; i++)
	{
		header[i].year = report->head.report_year + form_offsets[i];
		header[i].of_form = true;
	}
}
