/*
 * card.c
 *		A report on one page: header, key figures, its tables with bars, the
 *		audit's findings.
 *
 * A figure never shows surer than it is: what is inferred, without a place or
 * invalid has a mark behind it and no solid bar, and the last line explains
 * the marks.  A figure is never cut either: rather a line grows beyond the page.
 *
 * src/core/card.c
 */
#include <stdio.h>
#include <string.h>

#include "audit.h"
#include "audit_rules.h"
#include "card.h"
#include "display.h"
#include "pair.h"

/* ---- What cards are drawn with ---- */

#define EIGHTHS 8

typedef struct Drawing
{
	Str part[EIGHTHS + 1]; /* of a bar: so many eighths of a column */
	Str inferred;          /* a column of a bar whose figure is inferred */
	Str rule;
	Str nothing;
	Str ellipsis;
} Drawing;

static const Drawing unicode_drawing = {
    {NO_STR, STR("▏"), STR("▎"), STR("▍"), STR("▌"), STR("▋"), STR("▊"), STR("▉"), STR("█")},
    STR("░"),
    STR("─"),
    STR("–"),
    STR("…"),
};

static const Drawing ascii_drawing = {
    {NO_STR, STR("#"), STR("#"), STR("#"), STR("#"), STR("#"), STR("#"), STR("#"), STR("#")},
    STR(":"),
    STR("-"),
    STR("-"),
    STR("..."),
};

typedef struct Card
{
	const Report *report;
	Arena *arena;
	const Drawing *drawing;
	bool used[STATUS_COUNT]; /* the doubts that the card shows */
	bool stopped;            /* the host said not to go on */
	char *text;
	uint32_t len;
	uint32_t capacity;
	uint32_t width; /* of the line so far */
} Card;

/* ---- Writing ---- */

static void
put(Card *card, Str text)
{
	for (uint32_t i = 0; i < text.len; i++)
	{
		if (!arena_grow(card->arena, (void **) &card->text, card->len, &card->capacity, 1))
			return;
		card->text[card->len++] = text.at[i];
	}
	card->width += display_width(text);
}

static void
put_times(Card *card, Str text, uint32_t times)
{
	while (times-- > 0)
		put(card, text);
}

/* Goes on in this column of the line, or after a space where that is past. */
static void
put_up_to(Card *card, uint32_t column)
{
	put_times(card, STR(" "), card->width < column ? column - card->width : card->width > 0);
}

/* Puts text so that it ends before this column. */
static void
put_right(Card *card, Str text, uint32_t column)
{
	uint32_t width = display_width(text);

	put_up_to(card, column > width ? column - width : 0);
	put(card, text);
}

static void
end_line(Card *card)
{
	while (card->len > 0 && card->text[card->len - 1] == ' ')
		card->len--;
	put(card, STR("\n"));
	card->width = 0;
}

static Str
name_str(const char *name)
{
	return (Str){name, (uint32_t) strlen(name)};
}

static Str
line_of(Card *card, Str text, uint32_t columns)
{
	return display_line(text, columns, card->drawing->ellipsis, card->arena);
}

static void
put_number(Card *card, uint32_t number)
{
	char digits[32];

	put(card, (Str){digits, number_print((Decimal){number, 0}, digits)});
}

/* ---- Cells ---- */

typedef struct Cell
{
	Str text;
	Status status;
	bool is_number;
	double size; /* of the number: what its bar shows */
} Cell;

/* The columns that a text takes in place of a figure */
#define INVALID_MAX 16

static double
size_of(Decimal number)
{
	double size = (double) number.mantissa;

	for (int i = 0; i < number.scale; i++)
		size /= 10;
	return size;
}

static Cell
number_cell(Card *card, Decimal number, Status status)
{
	char digits[32];

	return (Cell){arena_str(card->arena, digits, number_print(number, digits)), status, true,
	              size_of(number)};
}

static Cell
word_cell(Str word, Status status)
{
	return (Cell){word, status, false, 0};
}

/* A figure; placed: of a row that is known, so that an ambiguous one is another row's. */
static Cell
fact_cell(Card *card, const Fact *fact, bool placed)
{
	Decimal number;

	if (fact_number(fact, &number))
		return number_cell(card, number, placed ? fact->status : STATUS_AMBIGUOUS);
	switch (fact->status)
	{
		case STATUS_ABSENT:
			return word_cell(STR("absent"), fact->status);
		case STATUS_NOT_APPLICABLE:
			return word_cell(STR("n/a"), fact->status);
		case STATUS_BLANK:
			return word_cell(card->drawing->nothing, fact->status);
		case STATUS_AMBIGUOUS:
			if (placed)
				return word_cell(NO_STR, fact->status);
			break;
		default:
			break;
	}
	return word_cell(line_of(card, fact->text, INVALID_MAX), fact->status);
}

static Cell
name_cell(Card *card, const Fact *name, uint32_t columns)
{
	if (!status_is_sure(name->status))
		return word_cell(NO_STR, STATUS_AMBIGUOUS);
	return word_cell(line_of(card, name->text, columns), name->status);
}

/* Quotients from here on are not worth showing. */
#define QUOTIENT_MAX 1000000000

/* So many times a over b; as sure as both. */
static Cell
quotient_cell(Card *card, const Fact *a, const Fact *b, int times, int decimals)
{
	Figure over = figure_of(a);
	Figure under = figure_of(b);
	Status status = status_weakest(a->status, b->status);
	Decimal number;

	if (status == STATUS_AMBIGUOUS || status == STATUS_INVALID)
		return word_cell(NO_STR, STATUS_AMBIGUOUS);
	if (!figure_known(over) || !figure_above_zero(under) || over.micro < 0 ||
	    over.micro / under.micro >= QUOTIENT_MAX)
		return word_cell(card->drawing->nothing, STATUS_BLANK);
	number = quotient((Wide) over.micro * times, under.micro, decimals);
	for (; number.scale < decimals; number.scale++)
		number.mantissa *= 10;
	return number_cell(card, number, status);
}

static bool
status_is_doubt(Status status)
{
	return status == STATUS_INFERRED || status == STATUS_AMBIGUOUS || status == STATUS_INVALID;
}

static Str
mark_of(Status status)
{
	switch (status)
	{
		case STATUS_INFERRED:
			return STR("*");
		case STATUS_AMBIGUOUS:
			return STR("?");
		case STATUS_INVALID:
			return STR("!");
		default:
			return STR(" ");
	}
}

static void
put_mark(Card *card, Status status)
{
	put(card, mark_of(status));
	card->used[status] = true;
}

/* The same where text goes on behind it. */
static void
put_doubt(Card *card, Status status)
{
	if (status_is_doubt(status))
		put_mark(card, status);
}

/* ---- Header ---- */

static Fact
scalar(const Card *card, FieldId field)
{
	Fact fact = {field, 0, STATUS_BLANK, NO_STR};

	report_scalar(card->report, field, &fact);
	return fact;
}

static void
put_name(Card *card, FieldId field, uint32_t columns)
{
	Fact fact = scalar(card, field);
	Cell name = name_cell(card, &fact, columns);

	if (name.text.len > 0 || status_is_doubt(fact.status))
		put(card, name.text);
	else
		put(card, card->drawing->nothing);
	put_doubt(card, fact.status);
}

static void
put_year(Card *card, const char *before, const Fact *year)
{
	Cell cell = fact_cell(card, year, true);

	put(card, name_str(before));
	put(card, cell.is_number ? line_of(card, year->text, INVALID_MAX) : cell.text);
	put_doubt(card, cell.status);
}

static void
put_years(Card *card)
{
	Fact start = scalar(card, FIELD_START_YEAR);
	Fact end = scalar(card, FIELD_END_YEAR);

	put_year(card, "From ", &start);
	if (status_is_sure(end.status) && permanent_parse(end.text))
	{
		put(card, STR(", permanent"));
		put_doubt(card, end.status);
	}
	else
		put_year(card, " to ", &end);
}

/* How many facts of the report are in doubt, in words that the marks' legend has too. */
static void
put_doubts(Card *card)
{
	static const Status doubts[] = {STATUS_INFERRED, STATUS_AMBIGUOUS, STATUS_INVALID};
	uint32_t counts[STATUS_COUNT] = {0};
	char text[80];
	int len = 0;

	for (uint32_t i = 0; i < card->report->head.fact_count; i++)
		counts[report_fact(card->report, i).status]++;
	for (int i = 0; i < 3; i++)
	{
		if (counts[doubts[i]] > 0)
			len += snprintf(text + len, sizeof(text) - (size_t) len, "%s%u %s", len > 0 ? ", " : "",
			                counts[doubts[i]], status_name(doubts[i]));
	}
	if (len > 0)
		put_right(card, (Str){text, (uint32_t) len}, CARD_WIDTH);
}

#define PURPOSE_LINES 2

static void
put_purpose(Card *card)
{
	Fact purpose = scalar(card, FIELD_PURPOSE);
	Str text;

	if (!status_is_sure(purpose.status))
		return;
	text = line_of(card, purpose.text, PURPOSE_LINES * (CARD_WIDTH - 8));
	while (text.len > 0)
	{
		put(card, display_take_line(&text, CARD_WIDTH - 1));
		if (text.len == 0)
			put_doubt(card, purpose.status);
		end_line(card);
	}
}

static void
put_header(Card *card)
{
	char digits[16];
	int year = card->report->head.report_year;

	put_name(card, FIELD_PROGRAM_NAME, CARD_WIDTH - 6);
	if (year != YEAR_UNKNOWN)
		put_right(card, (Str){digits, (uint32_t) snprintf(digits, sizeof(digits), "%d", year)},
		          CARD_WIDTH);
	end_line(card);
	put_name(card, FIELD_MINISTRY, CARD_WIDTH - 1);
	end_line(card);
	put_name(card, FIELD_SERVICE, CARD_WIDTH - 1);
	end_line(card);
	put_years(card);
	put_doubts(card);
	end_line(card);
	put_purpose(card);
	put_times(card, card->drawing->rule, CARD_WIDTH);
	end_line(card);
}

/* ---- Key figures ---- */

typedef struct KeyFigure
{
	const char *label;
	const char *unit;
	FieldId field;
	FieldId over; /* FIELD_NONE: the field as it is; else this many times, over this */
	int times;
	int decimals;
} KeyFigure;

static const KeyFigure key_figures[][2] = {
    {{"Potential population", "", FIELD_POTENTIAL_POPULATION, FIELD_NONE, 0, 0},
     {"Initial budget", " M$", FIELD_INITIAL_BUDGET, FIELD_NONE, 0, 0}},
    {{"Target population", "", FIELD_TARGET_POPULATION, FIELD_NONE, 0, 0},
     {"Final budget", " M$", FIELD_FINAL_BUDGET, FIELD_NONE, 0, 0}},
    {{"Beneficiaries", "", FIELD_BENEFICIARIES, FIELD_NONE, 0, 0},
     {"Spending of the budget", " M$", FIELD_SPENDING, FIELD_NONE, 0, 0}},
    {{"Coverage", " %", FIELD_BENEFICIARIES, FIELD_TARGET_POPULATION, 100, 2},
     {"Budget execution", " %", FIELD_SPENDING, FIELD_FINAL_BUDGET, 100, 1}},
    {{"Cost per beneficiary", " M$", FIELD_TOTAL_SPENDING, FIELD_BENEFICIARIES, 1, 2},
     {"Extra budget", " M$", FIELD_SUMMARY_EXTRA_BUDGET, FIELD_NONE, 0, 0}},
    {{"Administration", " %", FIELD_ADMIN_SPENDING, FIELD_TOTAL_SPENDING, 100, 1},
     {"Total spending", " M$", FIELD_TOTAL_SPENDING, FIELD_NONE, 0, 0}},
};

#define HALF (CARD_WIDTH / 2)

/* In a half of the page that ends before this column; the last one before is the mark's. */
static void
put_key_figure(Card *card, const KeyFigure *figure, uint32_t column)
{
	Fact fact = scalar(card, figure->field);
	Fact under;
	Cell cell;
	Str unit;

	if (figure->over == FIELD_NONE)
		cell = fact_cell(card, &fact, true);
	else
	{
		under = scalar(card, figure->over);
		cell = quotient_cell(card, &fact, &under, figure->times, figure->decimals);
	}
	unit = name_str(cell.is_number ? figure->unit : "");
	put(card, name_str(figure->label));
	put_up_to(card, column - 1 - display_width(cell.text) - unit.len);
	put(card, cell.text);
	put(card, unit);
	put_mark(card, cell.status);
}

static void
put_key_figures(Card *card)
{
	for (size_t i = 0; i < sizeof(key_figures) / sizeof(key_figures[0]); i++)
	{
		put_key_figure(card, &key_figures[i][0], HALF - 2);
		put_up_to(card, HALF + 1);
		put_key_figure(card, &key_figures[i][1], CARD_WIDTH);
		end_line(card);
	}
}

/* ---- Tables ---- */

/* A table's first column names its rows; the others are figures, perhaps with bars. */
typedef struct Column
{
	const char *heading;
	bool has_bar;
} Column;

#define TABLE_COLUMNS 5
#define TABLE_ROWS    20

typedef struct Table
{
	const Column *columns;
	int column_count;
	Cell cells[TABLE_ROWS][TABLE_COLUMNS];
	uint32_t row_count;
	uint32_t more;          /* rows that the page has no room for */
	uint32_t more_doubtful; /* of these */

	/* Set by lay_out */
	uint32_t widths[TABLE_COLUMNS]; /* without the marks of figures */
	double largest[TABLE_COLUMNS];  /* figure, whose bar is the longest */
	uint32_t bar;                   /* its width; 0: there is no room for bars */
} Table;

/* A name's mark stands within its column, a figure's behind it. */
static uint32_t
mark_of_name(const Cell *cell)
{
	return status_is_doubt(cell->status);
}

static void
measure_column(Table *table, int column)
{
	uint32_t width = display_width(name_str(table->columns[column].heading));
	double largest = 0;

	for (uint32_t i = 0; i < table->row_count; i++)
	{
		const Cell *cell = &table->cells[i][column];
		uint32_t cell_width = display_width(cell->text) + (column == 0 ? mark_of_name(cell) : 0);

		if (cell_width > width)
			width = cell_width;
		if (status_is_sure(cell->status) && cell->size > largest)
			largest = cell->size;
	}
	table->widths[column] = width;
	table->largest[column] = largest;
}

#define NAME_MIN 12
#define BAR_MIN  10
#define BAR_MAX  20

/* Bars have a space before and behind them. */
#define BAR_GAPS 2

static uint32_t
no_less(uint32_t number, uint32_t least)
{
	return number > least ? number : least;
}

static uint32_t
no_more(uint32_t number, uint32_t most)
{
	return number < most ? number : most;
}

static uint32_t
without(uint32_t number, uint32_t part)
{
	return number > part ? number - part : 0;
}

/* Figures take what they need, names what they may, and bars share the rest. */
static void
lay_out(Table *table)
{
	uint32_t left = CARD_WIDTH - 1; /* a further space after the name */
	uint32_t bars = 0;

	for (int i = 0; i < table->column_count; i++)
	{
		measure_column(table, i);
		left = without(left, i == 0 ? 0 : table->widths[i] + 2);
		bars += table->columns[i].has_bar;
	}
	table->widths[0] =
	    no_more(table->widths[0], no_less(without(left, bars * (BAR_MIN + BAR_GAPS)), NAME_MIN));
	left = without(left, table->widths[0]);
	table->bar = bars == 0 ? 0 : no_more(without(left / bars, BAR_GAPS), BAR_MAX);
}

/* A bar is as sure as its figure and its row. */
static void
put_bar(Card *card, const Cell *name, const Cell *cell, double largest, uint32_t width)
{
	bool inferred = cell->status == STATUS_INFERRED || name->status == STATUS_INFERRED;
	uint32_t eighths;

	if (!status_is_sure(cell->status) || cell->size <= 0)
		return;
	eighths = (uint32_t) (cell->size / largest * width * EIGHTHS + 0.5);
	if (eighths == 0)
		eighths = 1; /* more than nothing */
	if (inferred)
		put_times(card, card->drawing->inferred, (eighths + EIGHTHS - 1) / EIGHTHS);
	else
	{
		put_times(card, card->drawing->part[EIGHTHS], eighths / EIGHTHS);
		put(card, card->drawing->part[eighths % EIGHTHS]);
	}
}

static void
put_headings(Card *card, const Table *table)
{
	uint32_t column = table->widths[0] + 1;

	put(card, name_str(table->columns[0].heading));
	for (int i = 1; i < table->column_count; i++)
	{
		column += table->widths[i] + 1;
		put_right(card, name_str(table->columns[i].heading), column);
		column += 1 + (table->columns[i].has_bar ? table->bar + BAR_GAPS : 0);
	}
	end_line(card);
}

static void
put_row(Card *card, const Table *table, const Cell *cells)
{
	uint32_t column = table->widths[0] + 1;

	put(card, line_of(card, cells[0].text, table->widths[0] - mark_of_name(&cells[0])));
	put_doubt(card, cells[0].status);
	for (int i = 1; i < table->column_count; i++)
	{
		column += table->widths[i] + 1;
		put_right(card, cells[i].text, column);
		put_mark(card, cells[i].status);
		column++;
		if (!table->columns[i].has_bar || table->bar == 0)
			continue;
		put_up_to(card, column + 1);
		put_bar(card, &cells[0], &cells[i], table->largest[i], table->bar);
		column += table->bar + BAR_GAPS;
	}
	end_line(card);
}

static void
put_table(Card *card, Table *table, const char *function)
{
	if (table->row_count == 0)
		return;
	end_line(card);
	lay_out(table);
	put_headings(card, table);
	for (uint32_t i = 0; i < table->row_count; i++)
		put_row(card, table, table->cells[i]);
	if (table->more == 0)
		return;
	put(card, STR("and "));
	put_number(card, table->more);
	put(card, STR(" more"));
	if (table->more_doubtful > 0)
	{
		put(card, STR(", "));
		put_number(card, table->more_doubtful);
		put(card, STR(" in doubt"));
	}
	put(card, STR(": "));
	put(card, name_str(function));
	end_line(card);
}

/* ---- Years, components, regions: each of two tables of the form, by name ---- */

/* Facts of a row: its name, the left table's figures, the right table's one. */
#define PAIR_FACTS 4

typedef struct Pair
{
	Column columns[TABLE_COLUMNS];
	int column_count;
	uint32_t rows_max;
	const char *functions; /* that give all rows */
	NameKey key;
	FieldId left[PAIR_FACTS - 1];
	int left_count;
	FieldId right[2];
	void (*fill)(Card *card, const Fact *facts, bool placed, Cell *cells);
} Pair;

static void
fill_year(Card *card, const Fact *facts, bool placed, Cell *cells)
{
	cells[0].size = placed ? fact_cell(card, &facts[0], true).size : YEAR_LAST + 1;
	cells[1] = fact_cell(card, &facts[1], placed);
	cells[2] = fact_cell(card, &facts[2], placed);
	cells[3] = quotient_cell(card, &facts[2], &facts[1], 100, 2);
	cells[4] = fact_cell(card, &facts[3], placed);
}

static void
fill_component(Card *card, const Fact *facts, bool placed, Cell *cells)
{
	Fact total = scalar(card, FIELD_TOTAL_SPENDING);

	cells[1] = fact_cell(card, &facts[1], placed);
	cells[2] = quotient_cell(card, &facts[1], &total, 100, 1);
}

static void
fill_region(Card *card, const Fact *facts, bool placed, Cell *cells)
{
	cells[1] = fact_cell(card, &facts[1], placed);
	cells[2] = fact_cell(card, &facts[2], placed);
}

static const Pair years = {
    .columns = {{"Year", false},
                {"target", false},
                {"beneficiaries", false},
                {"coverage %", true},
                {"M$ each", true}},
    .column_count = 5,
    .rows_max = 8,
    .functions = "report_coverage, report_costs",
    .key = key_of_words,
    .left = {FIELD_COVERAGE_YEAR, FIELD_COVERAGE_TARGET, FIELD_COVERAGE_BENEFICIARIES},
    .left_count = 3,
    .right = {FIELD_COSTS_YEAR, FIELD_COSTS_AMOUNT},
    .fill = fill_year,
};

static const Pair components = {
    .columns = {{"Component", false}, {"M$", false}, {"% of total", true}},
    .column_count = 3,
    .rows_max = 8,
    .functions = "report_components",
    .key = key_of_words,
    .left = {FIELD_COMPONENT_NAME},
    .left_count = 1,
    .right = {FIELD_SPENT_COMPONENT, FIELD_SPENT_AMOUNT},
    .fill = fill_component,
};

static const Pair regions = {
    .columns = {{"Region", false}, {"beneficiaries", true}, {"M$", true}},
    .column_count = 3,
    .rows_max = 18,
    .functions = "report_regions",
    .key = key_of_region,
    .left = {FIELD_REGIONS_REGION, FIELD_REGIONS_BENEFICIARIES},
    .left_count = 2,
    .right = {FIELD_REGIONAL_REGION, FIELD_REGIONAL_AMOUNT},
    .fill = fill_region,
};

static void
add_facts(Card *card, Table *table, const Pair *pair, const Fact *facts)
{
	bool placed = status_is_sure(facts[0].status);
	bool doubtful = !placed;
	bool any = false;
	Cell *cells;

	for (int i = 0; i <= pair->left_count; i++)
	{
		any = any || !status_is_missing(facts[i].status);
		doubtful = doubtful || status_is_doubt(facts[i].status);
	}
	if (!any)
		return;
	if (table->row_count == pair->rows_max)
	{
		table->more++;
		table->more_doubtful += doubtful;
		return;
	}
	cells = table->cells[table->row_count++];
	cells[0] = name_cell(card, &facts[0], CARD_WIDTH);
	pair->fill(card, facts, placed, cells);
	for (int i = 1; i < pair->column_count && !placed; i++)
	{
		if (cells[i].is_number)
			cells[i].status = STATUS_AMBIGUOUS;
	}
}

/* A row of the left table, with its partner if it has one, or a row of the right one alone. */
static void
add_pair(Card *card, Table *table, const Pair *pair, uint32_t left, uint32_t right)
{
	Fact facts[PAIR_FACTS];

	for (int i = 0; i < pair->left_count; i++)
		facts[i] = row_cell(card->report, pair->left[i], left);
	facts[pair->left_count] = row_cell(card->report, pair->right[1], right);
	if (left == NO_ROW)
		facts[0] = row_cell(card->report, pair->right[0], right);
	add_facts(card, table, pair, facts);
}

static bool
may_go_on(Card *card)
{
	const Host *host = card->arena->host;

	card->stopped = card->stopped || !host->may_go_on(host->context);
	return !card->stopped;
}

static void
add_pairs(Card *card, Table *table, const Pair *pair)
{
	PairedRows left;
	PairedRows right;

	*table = (Table){.columns = pair->columns, .column_count = pair->column_count};
	if (!pair_rows(card->report, pair->left, pair->left_count, pair->right, 2, pair->key,
	               card->arena, &left, &right))
		return;
	for (uint32_t i = 0; i < left.count && may_go_on(card); i++)
		add_pair(card, table, pair, left.rows[i], left.partners[i]);
	for (uint32_t i = 0; i < right.count && may_go_on(card); i++)
	{
		if (right.partners[i] == NO_ROW)
			add_pair(card, table, pair, NO_ROW, right.rows[i]);
	}
}

/* A year that only the right table has goes where it belongs. */
static void
sort_years(Table *table)
{
	for (uint32_t i = 1; i < table->row_count; i++)
	{
		Cell row[TABLE_COLUMNS];
		uint32_t at = i;

		memcpy(row, table->cells[i], sizeof(row));
		for (; at > 0 && table->cells[at - 1][0].size > row[0].size; at--)
			memcpy(table->cells[at], table->cells[at - 1], sizeof(row));
		memcpy(table->cells[at], row, sizeof(row));
	}
}

/* What is not spent on components, so that the shares add up; there is always room for it. */
static void
add_administration(Card *card, Table *table)
{
	Fact spending = scalar(card, FIELD_ADMIN_SPENDING);
	Fact facts[2] = {{.status = STATUS_REPORTED, .text = STR("Administration")}, spending};
	Cell *cells = table->cells[table->row_count];

	if (table->row_count == 0)
		return;
	table->row_count++;
	cells[0] = word_cell(facts[0].text, facts[0].status);
	fill_component(card, facts, true, cells);
}

static void
put_tables(Card *card)
{
	Table table;

	add_pairs(card, &table, &years);
	sort_years(&table);
	put_table(card, &table, years.functions);
	add_pairs(card, &table, &components);
	add_administration(card, &table);
	put_table(card, &table, components.functions);
	add_pairs(card, &table, &regions);
	put_table(card, &table, regions.functions);
}

/* ---- The audit ---- */

#define SEVERITIES   3
#define FINDINGS_MAX 7
#define SEVERITY_END 9 /* the column in which messages begin */
#define MESSAGE_MAX  400

static void
put_finding(Card *card, const Finding *finding)
{
	Str message = line_of(card, finding->message, MESSAGE_MAX);

	put(card, name_str(severity_name(finding->severity)));
	while (message.len > 0)
	{
		put_up_to(card, SEVERITY_END);
		put(card, display_take_line(&message, CARD_WIDTH - SEVERITY_END));
		end_line(card);
	}
}

static void
put_counts(Card *card, const Findings *findings)
{
	static const char *const plurals[SEVERITIES] = {"errors", "warnings", "info"};
	uint32_t counts[SEVERITIES] = {0};
	const char *before = " ";

	for (uint32_t i = 0; i < findings->count; i++)
		counts[findings->list[i].severity]++;
	put(card, STR("Audit:"));
	for (int i = 0; i < SEVERITIES; i++)
	{
		if (counts[i] == 0)
			continue;
		put(card, name_str(before));
		put_number(card, counts[i]);
		put(card, STR(" "));
		put(card, name_str(counts[i] == 1 ? severity_name((Severity) i) : plurals[i]));
		before = ", ";
	}
	put(card, findings->count == 0 ? STR(" nothing found") : NO_STR);
	end_line(card);
}

/* The gravest findings, as many as there is room for. */
static bool
put_audit(Card *card, Error *error)
{
	Findings findings;
	uint32_t shown = 0;

	if (!audit_report(card->report, card->arena, &findings, error))
		return false;
	end_line(card);
	put_counts(card, &findings);
	for (int severity = 0; severity < SEVERITIES; severity++)
	{
		for (uint32_t i = 0; i < findings.count && shown < FINDINGS_MAX; i++)
		{
			if (findings.list[i].severity == (Severity) severity)
			{
				put_finding(card, &findings.list[i]);
				shown++;
			}
		}
	}
	if (findings.count > shown)
	{
		put(card, STR("and "));
		put_number(card, findings.count - shown);
		put(card, STR(" more: report_audit"));
		end_line(card);
	}
	return true;
}

/* ---- The card ---- */

static void
put_legend(Card *card)
{
	static const struct
	{
		Status status;
		Str words;
	} marks[] = {
	    {STATUS_INFERRED, STR(" inferred from other figures   ")},
	    {STATUS_AMBIGUOUS, STR(" ambiguous   ")},
	    {STATUS_INVALID, STR(" invalid   ")},
	};

	end_line(card);
	put(card, STR("M$ thousands of pesos   "));
	for (int i = 0; i < 3; i++)
	{
		if (!card->used[marks[i].status])
			continue;
		put(card, mark_of(marks[i].status));
		put(card, marks[i].words);
	}
	end_line(card);
}

Str
card_write(const Report *report, bool ascii, Arena *arena, Error *error)
{
	Card card = {
	    .report = report,
	    .arena = arena,
	    .drawing = ascii ? &ascii_drawing : &unicode_drawing,
	};

	put_header(&card);
	put_key_figures(&card);
	put_tables(&card);
	if (card.stopped)
	{
		error_set(error, ERROR_INTERRUPTED, "interrupted");
		return NO_STR;
	}
	if (!put_audit(&card, error))
		return NO_STR;
	put_legend(&card);
	if (arena->failed)
	{
		error_no_memory(error);
		return NO_STR;
	}
	return (Str){card.text, card.len - 1};
}
