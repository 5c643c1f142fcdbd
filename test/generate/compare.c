/*
 * compare.c
 *		The facts of a generated report against those read from its text.
 *
 * test/generate/compare.c
 */
#include <stdio.h>
#include <string.h>

#include "compare.h"
#include "path.h"
#include "rows.h"

#define POSITIONS_MAX 256 /* more than the form has scalars */

typedef struct Comparison
{
	const Report *truth;
	const Report *read;
	bool exact;
	Arena *arena;
	Tally *tally;
	Buffer *findings;
} Comparison;

/* Facts that are the reader's own notes, or that a layout may or may not print. */
static bool
outside_comparison(FieldId field)
{
	return field == FIELD_MARKUP_TAGS || field == FIELD_COMPONENT_PRODUCTION_LABEL;
}

/* Whether a table's rows are known by what stands in one of its columns. */
static FieldId
key_column(FieldId column)
{
	switch (form_fields[column].table)
	{
		case FIELD_REGIONS:
			return FIELD_REGIONS_REGION;
		case FIELD_REGIONAL_SPENDING:
			return FIELD_REGIONAL_REGION;
		case FIELD_COVERAGE:
			return FIELD_COVERAGE_YEAR;
		case FIELD_COSTS:
			return FIELD_COSTS_YEAR;
		case FIELD_COMPONENT_SPENDING_LINES:
			return FIELD_SPENT_COMPONENT;
		case FIELD_OTHER:
			return FIELD_OTHER_LABEL;
		default:
			return FIELD_NONE;
	}
}

/* ---- Texts ---- */

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/*
 * Takes the next character of a folded text: white space counts as one space,
 * or as nothing where lines were wrapped, as do hyphens there.  0: the end.
 */
static char
next_folded(Str *rest, bool wrapped)
{
	bool space = false;

	while (rest->len > 0 && (is_space(*rest->at) || (wrapped && *rest->at == '-')))
	{
		space = true;
		rest->at++;
		rest->len--;
	}
	if (rest->len == 0)
		return '\0';
	if (space && !wrapped)
		return ' ';
	rest->len--;
	return *rest->at++;
}

static bool
same_text(Str a, Str b, bool wrapped)
{
	char next;

	a = str_trim(a);
	b = str_trim(b);
	do
	{
		next = next_folded(&a, wrapped);
		if (next != next_folded(&b, wrapped))
			return false;
	} while (next != '\0');
	return true;
}

static Str
join(Comparison *c, Str a, Str b)
{
	Buffer buffer = {NULL, 0, 0};
	Str joined;

	buffer_add_str(&buffer, a);
	buffer_add_str(&buffer, b);
	joined = arena_str(c->arena, buffer.at, buffer.len);
	buffer_free(&buffer);
	return joined;
}

/* ---- Counterparts ---- */

/* The first row of a column with this text; UINT32_MAX: none. */
static uint32_t
row_with(const Report *report, FieldId column, Str text)
{
	uint32_t rows = report_rows(report, column);
	Fact fact;

	for (uint32_t row = 0; row < rows; row++)
		if (report_cell(report, column, row, &fact) && same_text(fact.text, text, true))
			return row;
	return UINT32_MAX;
}

/* The fact of one report that says what a fact of another one does; false: there is none. */
static bool
counterpart(const Comparison *c, const Report *from, const Fact *fact, const Report *to,
            Fact *other)
{
	FieldId key;
	uint32_t row = fact->row;
	Fact name;

	if (form_is_scalar(fact->field))
		return report_scalar(to, fact->field, other);
	if (fact->field == FIELD_REGIONS_TOTAL || fact->field == FIELD_REGIONAL_TOTAL)
		row = report_rows(to, fact->field) - 1;
	key = key_column(fact->field);
	if (key != FIELD_NONE && report_cell(from, key, fact->row, &name) &&
	    (!c->exact || key == FIELD_OTHER_LABEL))
		row = row_with(to, key, name.text);
	return row != UINT32_MAX && report_cell(to, fact->field, row, other);
}

/* ---- Findings ---- */

static void
add_fact(Buffer *out, const Fact *fact)
{
	if (fact == NULL)
	{
		buffer_add_text(out, "nothing");
		return;
	}
	buffer_add_text(out, status_name(fact->status));
	if (fact->text.at == NULL)
		return;
	buffer_add_text(out, " \"");
	for (uint32_t i = 0; i < fact->text.len; i++)
	{
		if (fact->text.at[i] == '\n')
			buffer_add_text(out, "\\n");
		else
			buffer_add(out, &fact->text.at[i], 1);
	}
	buffer_add_text(out, "\"");
}

/* One line: the path of the fact, what the report has, what was read. */
static void
finding(Comparison *c, const Report *report, uint32_t index, const Fact *truth, const Fact *read)
{
	c->tally->wrong++;
	buffer_add_str(c->findings, fact_path(report, index, c->arena));
	buffer_add_text(c->findings, ": printed ");
	add_fact(c->findings, truth);
	buffer_add_text(c->findings, ", read ");
	add_fact(c->findings, read);
	buffer_add_text(c->findings, "\n");
}

/* ---- Exact ---- */

static bool
same_fact(const Fact *truth, const Fact *read, bool wrapped)
{
	if (truth->status != read->status)
		return false;
	return truth->status == STATUS_ABSENT || truth->status == STATUS_BLANK ||
	       same_text(truth->text, read->text, wrapped);
}

/* A cell that a row lacks is a blank one. */
static bool
says_nothing(const Fact *fact)
{
	return fact->status == STATUS_BLANK && !form_is_scalar(fact->field);
}

static void
compare_exactly(Comparison *c)
{
	Fact truth;
	Fact read;

	for (uint32_t i = 0; i < c->truth->head.fact_count; i++)
	{
		truth = report_fact(c->truth, i);
		if (outside_comparison(truth.field))
			continue;
		c->tally->expected++;
		if (!counterpart(c, c->truth, &truth, c->read, &read))
		{
			if (says_nothing(&truth))
				c->tally->found++;
			else
				finding(c, c->truth, i, &truth, NULL);
		}
		else if (same_fact(&truth, &read, false))
			c->tally->found++;
		else
			finding(c, c->truth, i, &truth, &read);
	}
	for (uint32_t i = 0; i < c->read->head.fact_count; i++)
	{
		read = report_fact(c->read, i);
		if (!outside_comparison(read.field) && !says_nothing(&read) &&
		    !counterpart(c, c->read, &read, c->truth, &truth))
			finding(c, c->read, i, NULL, &read);
	}
}

/* The facts of scalars and unknown labels by their position in the document. */
static void
order_by_position(const Report *report, uint32_t order[POSITIONS_MAX])
{
	for (uint32_t position = 0; position < POSITIONS_MAX; position++)
		order[position] = UINT32_MAX;
	for (uint32_t i = 0; i < report->head.fact_count; i++)
	{
		Fact fact = report_fact(report, i);

		if ((form_is_scalar(fact.field) || fact.field == FIELD_OTHER_LABEL) &&
		    fact.row < POSITIONS_MAX)
			order[fact.row] = i;
	}
}

/* They were read in the order in which they stand in the document. */
static void
compare_order(Comparison *c)
{
	uint32_t order[POSITIONS_MAX];
	int64_t before = -1;

	order_by_position(c->truth, order);
	for (uint32_t position = 0; position < POSITIONS_MAX; position++)
	{
		Fact truth;
		Fact read;

		if (order[position] == UINT32_MAX)
			continue;
		truth = report_fact(c->truth, order[position]);
		if (!counterpart(c, c->truth, &truth, c->read, &read))
			continue;
		if (read.row <= before)
			finding(c, c->truth, order[position], &truth, &read);
		before = read.row;
	}
}

/* ---- Where places were lost ---- */

static bool
is_sure(Status status)
{
	return status == STATUS_REPORTED || status == STATUS_INFERRED;
}

/* The texts of these columns in all rows, one after the other. */
static Str
all_texts(Comparison *c, const Report *report, const FieldId *columns, int count)
{
	Str all = STR("");
	Rows rows;

	rows_start(&rows, report, columns, count);
	while (rows_next(&rows))
		for (int i = 0; i < count; i++)
			all = join(c, all, rows.cells[i].text);
	return all;
}

/*
 * Cells of running text that stand one after the other without a border that
 * the text shows: where one ends and the next begins is not for a reader to
 * know, as long as nothing is lost between them.
 */
static bool
borders_unknown(Comparison *c, FieldId field)
{
	static const FieldId components[] = {FIELD_COMPONENT_NAME, FIELD_COMPONENT_BENEFIT_TYPE,
	                                     FIELD_COMPONENT_DESCRIPTION};
	static const FieldId purpose[] = {FIELD_PURPOSE_NAME, FIELD_PURPOSE_FORMULA,
	                                  FIELD_PURPOSE_METHODOLOGY};
	static const FieldId complementary[] = {FIELD_COMPLEMENTARY_NAME, FIELD_COMPLEMENTARY_FORMULA,
	                                        FIELD_COMPLEMENTARY_METHODOLOGY};
	static const FieldId *const groups[] = {components, purpose, complementary};

	for (int group = 0; group < 3; group++)
		for (int i = 0; i < 3; i++)
			if (groups[group][i] == field)
				return same_text(all_texts(c, c->truth, groups[group], 3),
				                 all_texts(c, c->read, groups[group], 3), true);
	return false;
}

/* Does what was read hold, as far as it claims anything? */
static bool
claim_holds(Comparison *c, const Fact *read)
{
	Fact truth;

	if (read->status == STATUS_AMBIGUOUS || outside_comparison(read->field) ||
	    form_fields[read->field].table == FIELD_UNMAPPED)
		return true;
	if (!counterpart(c, c->read, read, c->truth, &truth))
		return says_nothing(read) || borders_unknown(c, read->field);
	if (is_sure(read->status))
		return (is_sure(truth.status) && same_text(truth.text, read->text, true)) ||
		       borders_unknown(c, read->field);
	return same_fact(&truth, read, true) || borders_unknown(c, read->field);
}

static void
compare_claims(Comparison *c)
{
	for (uint32_t i = 0; i < c->read->head.fact_count; i++)
	{
		Fact read = report_fact(c->read, i);
		Fact truth;

		if (!claim_holds(c, &read))
			finding(c, c->read, i, counterpart(c, c->read, &read, c->truth, &truth) ? &truth : NULL,
			        &read);
	}
}

static void
count_found(Comparison *c)
{
	for (uint32_t i = 0; i < c->truth->head.fact_count; i++)
	{
		Fact truth = report_fact(c->truth, i);
		Fact read;

		if (!is_sure(truth.status) || outside_comparison(truth.field))
			continue;
		c->tally->expected++;
		if (counterpart(c, c->truth, &truth, c->read, &read) && is_sure(read.status) &&
		    same_text(truth.text, read.text, true))
			c->tally->found++;
	}
}

static void
compare_years(Comparison *c)
{
	char line[80];

	if (c->truth->head.report_year == c->read->head.report_year)
		return;
	c->tally->wrong++;
	snprintf(line, sizeof(line), "report year: printed %d, read %d\n", c->truth->head.report_year,
	         c->read->head.report_year);
	buffer_add_text(c->findings, line);
}

void
compare_reports(const Report *truth, const Report *read, bool exact, Arena *arena, Tally *tally,
                Buffer *findings)
{
	Comparison c = {truth, read, exact, arena, tally, findings};

	compare_years(&c);
	compare_order(&c);
	if (exact)
		compare_exactly(&c);
	else
	{
		compare_claims(&c);
		count_found(&c);
	}
}
