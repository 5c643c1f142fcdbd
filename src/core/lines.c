/*
 * lines.c
 *		Budget lines: the programmes of the budget law (5), spending (5.2), extra
 *		budget (5.3) and administration (5.7).
 *
 * src/core/lines.c
 */
#include "table.h"

#include <string.h>

#define LAW_COLUMNS  3
#define LINE_COLUMNS 7
#define CODE_COLUMNS 5 /* partida, capítulo, programa, ítem, asignación */
#define CODES_KEPT   3 /* of which no line lacks the first three */
#define SUBTITULO    5
#define AMOUNT       6

static FieldId
first_column(FieldId table)
{
	switch (table)
	{
		case FIELD_BUDGET_LAW:
			return FIELD_LAW_PARTIDA;
		case FIELD_SPENDING_LINES:
			return FIELD_SPENDING_PARTIDA;
		case FIELD_EXTRA_LINES:
			return FIELD_EXTRA_PARTIDA;
		default:
			return FIELD_ADMIN_PARTIDA;
	}
}

/* ---- From a grid ---- */

static void
read_from_grid(Reader *r, const Area *area, const Grid *g)
{
	uint32_t columns = area->table == FIELD_BUDGET_LAW ? LAW_COLUMNS : LINE_COLUMNS;
	uint32_t line = 0;

	for (uint32_t row = 0; row < g->row_count; row++)
	{
		if (squeezed_prefix(grid_text(g, row, 0), "partida", NULL))
		{
			grid_claim_row(r, g, row, TRACE_LABEL, area->table);
			continue;
		}
		if (g->rows[row].cell_count < 2)
			continue;
		for (uint32_t c = 0; c < columns; c++)
		{
			add_cell(r, (FieldId) (first_column(area->table) + c), line, grid_text(g, row, c));
			grid_claim(r, g, row, c, TRACE_VALUE, area->table);
		}
		line++;
	}
}

/* ---- From words: the budget law ---- */

static bool
is_code(Str word)
{
	for (uint32_t i = 0; i < word.len; i++)
		if (word.at[i] < '0' || word.at[i] > '9')
			return false;
	return word.len > 0;
}

/* Are the words first, first + step, ... all the same? */
static bool
all_same(const Word *const *codes, uint32_t first, uint32_t step, uint32_t count)
{
	for (uint32_t i = 1; i < count; i++)
		if (!str_equal(codes[first]->text, codes[first + i * step]->text))
			return false;
	return true;
}

/*
 * Codes come line by line or column by column.  The programmes of a report are
 * of one partida, which tells which; where it does not, they are ambiguous.
 */
static void
add_law_codes(Reader *r, const Word *const *codes, uint32_t count)
{
	uint32_t lines = count / LAW_COLUMNS;
	bool by_line = all_same(codes, 0, LAW_COLUMNS, lines);
	bool by_column = !by_line && all_same(codes, 0, 1, lines);
	bool on_lines = codes[0]->line == codes[LAW_COLUMNS - 1]->line;

	for (uint32_t i = 0; i < count; i++)
	{
		uint32_t line = by_column ? i % lines : i / LAW_COLUMNS;
		uint32_t column = by_column ? i / lines : i % LAW_COLUMNS;
		Status doubt = by_column             ? STATUS_INFERRED
		               : by_line || on_lines ? STATUS_REPORTED
		                                     : STATUS_AMBIGUOUS;

		add_doubtful(r, (FieldId) (FIELD_LAW_PARTIDA + column), line, codes[i]->text, doubt);
	}
}

static void
read_law_words(Reader *r, const Words *w)
{
	const Word **codes = arena_alloc(r->arena, (w->count + 1) * sizeof(Word *));
	uint32_t count = 0;

	for (uint32_t i = 0; codes && i < w->count; i++)
	{
		word_claim(r, &w->words[i], is_code(w->words[i].text) ? TRACE_VALUE : TRACE_LABEL,
		           FIELD_BUDGET_LAW);
		if (is_code(w->words[i].text))
			codes[count++] = &w->words[i];
	}
	if (!codes || count == 0)
		return;
	if (count % LAW_COLUMNS == 0)
		add_law_codes(r, codes, count);
	else
		for (uint32_t i = 0; i < count; i++)
			add_doubtful(r, FIELD_LAW_PROGRAMA, i, codes[i]->text, STATUS_AMBIGUOUS);
}

/* ---- From words: lines with amounts ---- */

/* One line as words: codes, a subtítulo "21 (Gastos en Personal)", an amount. */
typedef struct LineWords
{
	uint32_t first; /* of its words */
	uint32_t codes; /* before the subtítulo */
	uint32_t open;  /* the word that begins with "(" */
	uint32_t close; /* the word that ends with ")" */
} LineWords;

/* Finds the next line at or after a word; false: there is none. */
static bool
next_line(const Words *w, uint32_t at, LineWords *line)
{
	uint32_t codes = 0;

	for (; at < w->count; at++)
	{
		Str text = w->words[at].text;

		if (is_code(text))
			codes++;
		else if (text.at[0] == '(' && codes >= 2 && codes <= CODE_COLUMNS + 1)
		{
			*line = (LineWords){at - codes, codes - 1, at, at};
			while (line->close < w->count &&
			       w->words[line->close].text.at[w->words[line->close].text.len - 1] != ')')
				line->close++;
			if (line->close + 1 < w->count && is_figure(w->words[line->close + 1].text))
				return true;
			codes = 0;
		}
		else
			codes = 0;
	}
	return false;
}

static void
claim_words(Reader *r, const Words *w, uint32_t from, uint32_t to, TraceKind kind, FieldId field)
{
	for (uint32_t i = from; i < to; i++)
		word_claim(r, &w->words[i], kind, field);
}

/*
 * A line with all its codes has them in their places.  Where some are missing
 * the first three are still what they are; what is left may be the ítem or the
 * asignación.
 */
static void
add_line(Reader *r, const Words *w, const LineWords *line, FieldId first, uint32_t row,
         uint32_t *loose)
{
	uint32_t kept = line->codes == CODE_COLUMNS ? CODE_COLUMNS
	                : line->codes < CODES_KEPT  ? line->codes
	                                            : CODES_KEPT;
	const Word *code = &w->words[line->first];
	Place from = {w->words[line->open - 1].line, w->words[line->open - 1].start};
	Place to = {w->words[line->close].line,
	            w->words[line->close].start + w->words[line->close].text.len};

	for (uint32_t c = 0; c < CODE_COLUMNS; c++)
		if (c < kept)
			add_cell(r, (FieldId) (first + c), row, code[c].text);
		else
			draft_add(r->draft, (FieldId) (first + c), row,
			          line->codes == kept ? STATUS_BLANK : STATUS_AMBIGUOUS, NO_STR);
	for (uint32_t c = kept; c < line->codes; c++)
		add_doubtful(r, (FieldId) (first + CODES_KEPT), (*loose)++, code[c].text, STATUS_AMBIGUOUS);
	add_cell(r, (FieldId) (first + SUBTITULO), row, unwrap_between(r, from, to));
	add_cell(r, (FieldId) (first + AMOUNT), row, w->words[line->close + 1].text);
}

static uint32_t
count_lines(const Words *w)
{
	LineWords line = {0};
	uint32_t count = 0;

	for (uint32_t at = 0; next_line(w, at, &line); at = line.close + 2)
		count++;
	return count;
}

static void
read_line_words(Reader *r, const Area *area, const Words *w)
{
	FieldId first = first_column(area->table);
	LineWords line;
	uint32_t at = 0;
	uint32_t row = 0;
	uint32_t loose = count_lines(w);

	for (; next_line(w, at, &line); at = line.close + 2)
	{
		add_line(r, w, &line, first, row++, &loose);
		claim_words(r, w, line.first, line.close + 2, TRACE_VALUE, area->table);
	}
	for (uint32_t i = 0; i < w->count; i++)
		if (!is_figure(w->words[i].text) && (i < 10 || squeezed_equal(w->words[i].text, "partida")))
		{
			static const char *const header[] = {"partida", "capitulo",   "programa",
			                                     "item",    "asignacion", "subtitulo",
			                                     "gastos",  "miles",      "m"};

			for (size_t h = 0; h < sizeof(header) / sizeof(header[0]); h++)
				if (squeezed_equal(w->words[i].text, header[h]))
					word_claim(r, &w->words[i], TRACE_LABEL, area->table);
		}
}

void
read_budget_lines(Reader *r, const Area *area)
{
	Grid g;
	Words w;

	if (grid_read(r, area, &g))
	{
		read_from_grid(r, area, &g);
		return;
	}
	w = words_read(r, area);
	if (area->table == FIELD_BUDGET_LAW)
		read_law_words(r, &w);
	else
		read_line_words(r, area, &w);
}
