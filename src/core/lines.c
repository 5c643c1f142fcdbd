/*
 * lines.c
 *		Budget lines: the programmes of the budget law (5), spending (5.2), extra
 *		budget (5.3) and administration (5.7).
 *
 * src/core/lines.c
 */
#include "columns.h"
#include "lines.h"

#include <stdlib.h>
#include <string.h>

#define LAW_COLUMNS 3

FieldId
line_column(FieldId table)
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

FieldId
line_total(FieldId table)
{
	return table == FIELD_SPENDING_LINES ? FIELD_SPENDING
	       : table == FIELD_EXTRA_LINES  ? FIELD_SUMMARY_EXTRA_BUDGET
	                                     : FIELD_ADMIN_SPENDING;
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
			add_cell(r, (FieldId) (line_column(area->table) + c), line, grid_text(g, row, c));
			grid_claim(r, g, row, c, TRACE_VALUE, area->table);
		}
		line++;
	}
}

/* ---- From words: the budget law ---- */

bool
is_line_code(Str word)
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

/* Are the codes of a programme lines of one block, which may be in an order of its own? */
static bool
are_one_block(const Text *t, const Word *const *codes)
{
	for (uint32_t i = 1; i < LAW_COLUMNS; i++)
		if (codes[i]->line != codes[0]->line + i || t->lines[codes[i]->line].after_blank)
			return false;
	return t->blocks || t->positioned;
}

/*
 * Codes come line by line or column by column.  The programmes of a report are
 * of one partida, which tells which; where it does not, they are ambiguous.
 */
static void
add_law_codes(Reader *r, const Word *const *codes, uint32_t count, bool whole)
{
	uint32_t lines = count / LAW_COLUMNS;
	bool by_line = all_same(codes, 0, LAW_COLUMNS, lines);
	bool one_column = all_same(codes, 0, 1, count); /* as it seems */
	bool may_be_column = lines > 1 && all_same(codes, 0, 1, lines);
	bool by_column = !by_line && may_be_column;
	bool on_lines = codes[0]->line == codes[LAW_COLUMNS - 1]->line;
	bool doubtful = lines == 1 && are_one_block(r->text, codes);
	/* where a partida has the number of its capítulo, both may be */
	bool either = by_line && may_be_column && !on_lines && (r->text->blocks || r->text->positioned);

	for (uint32_t i = 0; i < count; i++)
	{
		uint32_t line = by_column ? i % lines : i / LAW_COLUMNS;
		uint32_t column = by_column ? i / lines : i % LAW_COLUMNS;
		Status doubt = !whole || one_column || either ? STATUS_AMBIGUOUS
		               : by_column || doubtful        ? STATUS_INFERRED
		               : by_line || on_lines          ? STATUS_REPORTED
		                                              : STATUS_AMBIGUOUS;

		add_doubtful(r, (FieldId) (FIELD_LAW_PARTIDA + column), line, codes[i]->text, doubt);
	}
}

/* The column that a word of the header is of; NO_HEAD: it is none. */
static int
law_head(Str word)
{
	int column = squeezed_equal(word, "presupuestaria") ? 0 : line_head_column(word);

	return column < LAW_COLUMNS ? column : NO_HEAD;
}

/* Heads and codes alone, on lines behind the table up to the next heading: the words of those. */
static Words
law_strays(Reader *r, uint32_t line)
{
	Words strays = {0};
	uint32_t capacity = 0;
	uint32_t end = stray_end(r, line);

	for (uint32_t i = 0; i < r->outline->count; i++)
		if (r->outline->entries[i].heading && r->outline->entries[i].start.line >= line &&
		    r->outline->entries[i].start.line < end)
			end = r->outline->entries[i].start.line;
	for (; line < end; line++)
	{
		Words w = words_of_line(r, line);
		bool all = w.count > 0;

		for (uint32_t i = 0; i < w.count; i++)
			all &= law_head(w.words[i].text) != NO_HEAD ||
			       (is_line_code(w.words[i].text) && w.words[i].text.len <= CODE_MAX);
		if (all)
			words_append(r, &strays, &capacity, &w);
	}
	return strays;
}

/* Codes of which each column stands behind its head.  False, and nothing added: they do not. */
static bool
read_law_by_heads(Reader *r, const Words *w)
{
	uint32_t counts[LAW_COLUMNS] = {0};
	int head = NO_HEAD;

	for (uint32_t i = 0; i < w->count; i++)
		if (law_head(w->words[i].text) != NO_HEAD)
			head = law_head(w->words[i].text);
		else if (head == NO_HEAD || !is_line_code(w->words[i].text))
			return false;
		else
			counts[head]++;
	if (counts[0] == 0 || counts[0] != counts[1] || counts[0] != counts[2])
		return false;
	memset(counts, 0, sizeof(counts));
	for (uint32_t i = 0; i < w->count; i++)
		if (law_head(w->words[i].text) != NO_HEAD)
			head = law_head(w->words[i].text);
		else
			add_doubtful(r, (FieldId) (FIELD_LAW_PARTIDA + head), counts[head]++, w->words[i].text,
			             STATUS_INFERRED);
	return true;
}

/* Reads own words and strays together; false: they are in no clear order. */
static bool
read_law_strays(Reader *r, const Words *own, const Words *strays)
{
	Words all = {0};
	uint32_t capacity = 0;

	words_append(r, &all, &capacity, own);
	words_append(r, &all, &capacity, strays);
	if (!read_law_by_heads(r, &all))
		return false;
	for (uint32_t i = 0; i < strays->count; i++)
		stray_take(r, FIELD_BUDGET_LAW, strays->words[i].line);
	return true;
}

static void
read_law_words(Reader *r, const Area *area, const Words *w)
{
	const Word **codes = arena_alloc(r->scratch, (w->count + 1) * sizeof(Word *));
	Words strays = r->text->blocks ? law_strays(r, area->end_line) : (Words){0};
	uint32_t count = 0;

	for (uint32_t i = 0; codes && i < w->count; i++)
	{
		word_claim(r, &w->words[i], is_line_code(w->words[i].text) ? TRACE_VALUE : TRACE_LABEL,
		           FIELD_BUDGET_LAW);
		if (is_line_code(w->words[i].text))
			codes[count++] = &w->words[i];
	}
	if (!codes || (strays.count > 0 && read_law_strays(r, w, &strays)) || count == 0)
		return;
	if (count % LAW_COLUMNS == 0)
		add_law_codes(r, codes, count, strays.count == 0);
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
	uint32_t amount;
	uint32_t end; /* past its words */
} LineWords;

/*
 * Do the codes of the next line begin with a word: the same that this one begins with,
 * as far as there are words?
 */
static bool
begins_next(const Words *w, const LineWords *line, uint32_t word)
{
	for (uint32_t i = 0; i < LAW_COLUMNS && word + i < w->count; i++)
		if (i >= line->codes || !str_equal(w->words[line->first + i].text, w->words[word + i].text))
			return false;
	return true;
}

/* Fills in what follows the bracket of a line; false: there is no amount. */
static bool
close_line(const Words *w, LineWords *line)
{
	uint32_t inside = 0;
	uint32_t figures = 0;

	for (; line->close < w->count; line->close++)
	{
		Str text = w->words[line->close].text;

		if (text.at[text.len - 1] == ')')
			break;
		if (is_figure(text))
		{
			inside = line->close;
			figures++;
		}
	}
	if (line->close == w->count || figures > 1)
		return false;
	line->end = line->close + 1;
	line->amount = inside;
	if (figures == 1) /* the amount stood beside the first line of a wrapped subtítulo */
		return true;
	line->amount = line->end++;
	return line->amount < w->count && is_figure(w->words[line->amount].text) &&
	       (w->words[line->amount].text.at[0] != '0' || w->words[line->amount].text.len == 1) &&
	       !begins_next(w, line, line->amount) &&
	       /* before a bracket, it is the next subtítulo's number */
	       (line->end == w->count || w->words[line->end].text.at[0] != '(');
}

/* Finds the next line at or after a word; false: there is none. */
static bool
next_line(const Words *w, uint32_t at, LineWords *line)
{
	uint32_t codes = 0;

	for (; at < w->count; at++)
	{
		Str text = w->words[at].text;

		if (is_line_code(text))
			codes++;
		else if (text.at[0] == '(' && codes >= 2 && codes <= CODE_COLUMNS + 1)
		{
			*line = (LineWords){.first = at - codes, .codes = codes - 1, .open = at, .close = at};
			if (close_line(w, line))
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

Str
line_words_but(Reader *r, const Words *w, uint32_t from, uint32_t to, uint32_t but)
{
	Piece *pieces = arena_alloc(r->scratch, (to - from) * sizeof(Piece));
	uint32_t count = 0;

	for (uint32_t i = from; pieces && i < to; i++)
		if (i != but)
			pieces[count++] = (Piece){w->words[i].start, w->words[i].start + w->words[i].text.len};
	return pieces ? unwrap_pieces(r, pieces, count) : NO_STR;
}

/* A code of more digits than codes have is not sure to be what it was. */
static Status
code_status(Str code)
{
	return code.len > CODE_MAX ? STATUS_AMBIGUOUS : STATUS_REPORTED;
}

/*
 * Adds the codes of a line: at[i] is the column of code i.  Without at, a line
 * with all its codes has them in their places; where some are missing the
 * first three are still what they are, and what is left may be the ítem or the
 * asignación.  Less than three codes are not all of a line's.
 */
static void
add_codes(Reader *r, FieldId first, uint32_t row, const Word *codes, uint32_t count, const int *at,
          uint32_t *loose)
{
	uint32_t kept = count == CODE_COLUMNS || at ? count : count < CODES_KEPT ? 0 : CODES_KEPT;
	uint32_t next = 0;

	for (uint32_t c = 0; c < CODE_COLUMNS; c++)
		if (next < kept && (at ? (uint32_t) at[next] : next) == c)
		{
			Str code = codes[next++].text;

			add_doubtful(r, (FieldId) (first + c), row, code,
			             c < CODES_KEPT ? code_status(code) : STATUS_REPORTED);
		}
		else
			draft_add(r->draft, (FieldId) (first + c), row,
			          count == kept ? STATUS_BLANK : STATUS_AMBIGUOUS, NO_STR);
	for (uint32_t c = kept; c < count; c++)
		add_doubtful(r, (FieldId) (first + CODES_KEPT), (*loose)++, codes[c].text,
		             STATUS_AMBIGUOUS);
}

static void
add_line(Reader *r, const Words *w, const LineWords *line, FieldId first, uint32_t row,
         uint32_t *loose)
{
	add_codes(r, first, row, &w->words[line->first], line->codes, NULL, loose);
	add_doubtful(r, (FieldId) (first + SUBTITULO), row,
	             line_words_but(r, w, line->open - 1, line->close + 1, line->amount),
	             code_status(w->words[line->open - 1].text));
	add_cell(r, (FieldId) (first + AMOUNT), row, w->words[line->amount].text);
}

/* Figures that no line has taken: then a line was not recognised as one. */
static bool
figures_left(const Words *w)
{
	LineWords line;
	uint32_t at = 0;

	for (bool more = true; more; at = line.end)
	{
		more = next_line(w, at, &line);
		for (; at < (more ? line.first : w->count); at++)
			if (is_figure(w->words[at].text))
				return true;
	}
	return false;
}

static uint32_t
count_lines(const Words *w)
{
	LineWords line = {0};
	uint32_t count = 0;

	for (uint32_t at = 0; next_line(w, at, &line); at = line.end)
		count++;
	return count;
}

int
line_head_column(Str word)
{
	static const struct
	{
		const char *word;
		int column;
	} heads[] = {{"partida", 0},
	             {"capitulo", 1},
	             {"programa", 2},
	             {"item", ITEM},
	             {"asignacion", ASIGNACION},
	             {"subtitulo", SUBTITULO},
	             {"gastos", AMOUNT},
	             {"miles", AMOUNT},
	             {"m", AMOUNT}};

	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]) && !is_figure(word); i++)
		if (squeezed_equal(word, heads[i].word))
			return heads[i].column;
	return NO_HEAD;
}

static bool
is_head_word(Str word)
{
	return line_head_column(word) != NO_HEAD;
}

static void
read_line_words(Reader *r, const Area *area, const Words *w)
{
	FieldId first = line_column(area->table);
	LineWords line;
	uint32_t at = 0;
	uint32_t row = 0;
	uint32_t loose = count_lines(w);
	uint32_t fact = r->draft->count;

	for (; next_line(w, at, &line); at = line.end)
	{
		add_line(r, w, &line, first, row++, &loose);
		claim_words(r, w, line.first, line.end, TRACE_VALUE, area->table);
	}
	if (figures_left(w))
		infer_facts(r->draft, fact);
	for (uint32_t i = 0; i < w->count; i++)
		if ((i < 10 || squeezed_equal(w->words[i].text, "partida")) &&
		    is_head_word(w->words[i].text))
			word_claim(r, &w->words[i], TRACE_LABEL, area->table);
}

/* ---- Columns kept by position ---- */

#define ROWS_MAX  256
#define CODES_MAX (CODE_COLUMNS + 1)
#define HEADS     (CODE_COLUMNS + 1) /* with the subtítulo's */
/* Characters by which a code must be nearer to one column than to another */
#define CODE_MARGIN 3

/* A line of the table: codes and an amount on one line of the text. */
typedef struct LineRow
{
	uint32_t first; /* of its codes */
	uint32_t codes;
	uint32_t amount; /* UINT32_MAX: none */
	uint32_t text;   /* words of the subtítulo, in Subtitulos.words */
	uint32_t text_end;
} LineRow;

/* The table as rows, and the words of all subtítulos one after the other. */
typedef struct LineRows
{
	LineRow rows[ROWS_MAX];
	uint32_t count;
	Piece *pieces;
	uint32_t piece_count;
} LineRows;

/*
 * Sorts the words [from, to) of one line of the text: codes and an amount make
 * a row; all else is of a subtítulo.
 */
static bool
sort_line(const Words *w, uint32_t from, uint32_t to, LineRows *rows)
{
	uint32_t codes = 0;
	LineRow row = {.first = from, .amount = UINT32_MAX};

	while (from + codes < to && is_line_code(w->words[from + codes].text))
		codes++;
	if (codes > CODES_KEPT - 1 && is_figure(w->words[to - 1].text))
		row.amount = --to;
	if (from + codes > to)
		codes = to - from;
	else if (from + codes < to && codes > 0 && w->words[from + codes].text.at[0] == '(')
		codes--; /* "21 (Gastos en Personal)" */
	if (codes >= CODES_KEPT)
	{
		if (rows->count == ROWS_MAX || codes > CODES_MAX)
			return false;
		row.codes = codes;
		rows->rows[rows->count++] = row;
		from += codes;
	}
	else if (row.amount != UINT32_MAX)
		to++;
	for (; from < to; from++)
		rows->pieces[rows->piece_count++] =
		    (Piece){w->words[from].start, w->words[from].start + w->words[from].text.len};
	return true;
}

/* Is this line of the text one of the header, which may be wrapped? */
static bool
is_head_line(const Words *w, uint32_t from, uint32_t to)
{
	while (from < to && is_head_word(w->words[from].text))
		from++;
	return from == to;
}

/* Shares the subtítulos out: each ends with its bracket.  False: they are not as many as rows. */
static bool
share_subtitulos(const Text *t, LineRows *rows)
{
	uint32_t row = 0;
	uint32_t start = 0;

	for (uint32_t i = 0; i < rows->piece_count; i++)
	{
		if (t->clean.at[rows->pieces[i].end - 1] != ')')
			continue;
		if (row == rows->count)
			return false;
		rows->rows[row].text = start;
		rows->rows[row++].text_end = i + 1;
		start = i + 1;
	}
	return row == rows->count && start == rows->piece_count;
}

/* Where the heads of the code columns stand: in the header, at or above this line. */
static bool
find_heads(Reader *r, const Area *area, Extent heads[HEADS])
{
	static const char *const names[HEADS] = {"partida", "capitulo",   "programa",
	                                         "item",    "asignacion", "subtitulo"};
	uint32_t line = area->from.line;
	int found = 0;
	Words w;

	while (line > 0 && line + 4 > area->from.line &&
	       !squeezed_prefix(line_text(r->text, line), names[0], NULL))
		line--;
	w = words_read(r, &(Area){area->table, line_place(r->text, line), area->from.line + 1});
	for (uint32_t i = 0; i < w.count && found < HEADS; i++)
		if (squeezed_equal(w.words[i].text, names[found]))
			heads[found++] = word_extent(r->text, &w.words[i], &w.words[i] + 1);
	return found == HEADS;
}

static Extent
code_extent(const Reader *r, const Words *w, const LineRow *row, uint32_t code)
{
	return word_extent(r->text, &w->words[row->first + code], &w->words[row->first + code] + 1);
}

/* Do two codes have an edge, or their middles, in common? */
static bool
are_aligned(Extent a, Extent b)
{
	return abs(a.left - b.left) <= 1 || abs(a.right - b.right) <= 1 ||
	       abs(a.left + a.right - b.left - b.right) <= 2;
}

/* Is a code of this column, by the rows that have all their codes?  *any: there are some. */
static bool
stands_in(const Reader *r, const Words *w, const LineRows *rows, Extent code, uint32_t column,
          bool *any)
{
	for (uint32_t i = 0; i < rows->count; i++)
		if (rows->rows[i].codes == CODE_COLUMNS)
		{
			*any = true;
			if (are_aligned(code, code_extent(r, w, &rows->rows[i], column)))
				return true;
		}
	return false;
}

/*
 * The column of a fourth code by the header alone, whose words may stand closer
 * than their columns: it is nearer to where the head of one stands in
 * proportion, between the columns that are known.
 */
static int
nearest_code_column(const Reader *r, const Words *w, const LineRows *rows, const LineRow *row,
                    const Extent *heads)
{
	const Extent *known = &heads[CODES_KEPT - 1];
	const Extent *subtitulo = &heads[CODE_COLUMNS];
	int left = code_extent(r, w, row, CODES_KEPT - 1).left;
	int code = code_extent(r, w, row, CODES_KEPT).left;
	Word text = {.text = {r->text->clean.at + rows->pieces[row->text].start, 1},
	             .start = rows->pieces[row->text].start};
	int asides[2];
	int right;

	text.line = w->words[row->first].line;
	if (subtitulo->left <= known->left || row->text == row->text_end ||
	    text.start < r->text->lines[text.line].start ||
	    text.start >= r->text->lines[text.line].end ||
	    abs(code_extent(r, w, row, 0).left - heads[0].left) > 1)
		return CODE_COLUMNS;
	right = word_extent(r->text, &text, &text + 1).left;
	for (int c = 0; c < 2; c++)
		asides[c] = abs(code - left -
		                (heads[CODES_KEPT + c].left - known->left) * (right - left) /
		                    (subtitulo->left - known->left));
	for (int c = 0; c < 2; c++) /* a head right above another column than that says no */
		if (asides[c] <= asides[1 - c] && abs(code - heads[CODES_KEPT + 1 - c].left) <= 1)
			return CODE_COLUMNS;
	if (abs(asides[0] - asides[1]) < CODE_MARGIN)
		return CODE_COLUMNS;
	return asides[0] < asides[1] ? CODES_KEPT : CODES_KEPT + 1;
}

/*
 * The column of the code behind the first three, which every line has: the
 * ítem's, or the asignación's.  CODE_COLUMNS: it is not clear.
 */
static int
fourth_column(const Reader *r, const Words *w, const LineRows *rows, const LineRow *row,
              const Extent *heads)
{
	Extent code = code_extent(r, w, row, CODES_KEPT);
	bool any = false;
	bool item = stands_in(r, w, rows, code, CODES_KEPT, &any);
	bool asignacion = stands_in(r, w, rows, code, CODES_KEPT + 1, &any);

	if (item != asignacion)
		return item ? CODES_KEPT : CODES_KEPT + 1;
	if (any || !heads)
		return CODE_COLUMNS;
	return nearest_code_column(r, w, rows, row, heads);
}

/* "24 (Transferencias Corrientes)", and nothing before or within the code */
static Status
subtitulo_status(Str text)
{
	uint32_t at = 0;

	while (at < text.len && text.at[at] >= '0' && text.at[at] <= '9')
		at++;
	return text.len == 0 || (at > 0 && at + 1 < text.len && text.at[at] == ' ' &&
	                         text.at[at + 1] == '(' && text.at[text.len - 1] == ')')
	           ? code_status((Str){text.at, at})
	           : STATUS_AMBIGUOUS;
}

static void
add_line_rows(Reader *r, const Area *area, const Words *w, const LineRows *rows)
{
	FieldId first = line_column(area->table);
	uint32_t loose = rows->count;
	Extent heads[HEADS];
	bool has_heads = find_heads(r, area, heads);

	for (uint32_t i = 0; i < rows->count; i++)
	{
		const LineRow *row = &rows->rows[i];
		Str text = unwrap_pieces(r, &rows->pieces[row->text], row->text_end - row->text);
		int at[CODES_MAX] = {0, 1, 2, CODE_COLUMNS};

		if (row->codes == CODES_KEPT + 1)
			at[CODES_KEPT] = fourth_column(r, w, rows, row, has_heads ? heads : NULL);
		add_codes(r, first, i, &w->words[row->first], row->codes,
		          at[CODES_KEPT] < CODE_COLUMNS ? at : NULL, &loose);
		add_doubtful(r, (FieldId) (first + SUBTITULO), i, text, subtitulo_status(text));
		add_cell(r, (FieldId) (first + AMOUNT), i,
		         row->amount == UINT32_MAX ? NO_STR : w->words[row->amount].text);
	}
}

static bool
read_line_columns(Reader *r, const Area *area, const Words *w)
{
	LineRows *rows = arena_alloc(r->scratch, sizeof(LineRows));

	if (!rows)
		return false;
	rows->count = rows->piece_count = 0;
	rows->pieces = arena_alloc(r->scratch, (w->count + 1) * sizeof(Piece));
	for (uint32_t i = 0; rows->pieces && i < w->count;)
	{
		uint32_t to = i + 1;

		while (to < w->count && !w->words[to].first)
			to++;
		if (!is_head_line(w, i, to) && !sort_line(w, i, to, rows))
			return false;
		i = to;
	}
	if (!rows->pieces || rows->count == 0 || !share_subtitulos(r->text, rows))
		return false;
	add_line_rows(r, area, w, rows);
	claim_words(r, w, 0, w->count, TRACE_VALUE, area->table);
	return true;
}

/* ---- What OCR may have misread ---- */

/*
 * A border may have become a digit, and among blocks a line be lost: there, the
 * amounts of a table (facts from `fact` on) that do not make up its total are in
 * doubt.
 */
static void
doubt_amounts(Reader *r, FieldId table, uint32_t fact)
{
	FieldId amount = (FieldId) (line_column(table) + AMOUNT);
	Decimal total, number;
	int64_t sum = 0;

	for (uint32_t i = fact; i < r->draft->count; i++)
		if (r->draft->facts[i].field == amount &&
		    value_number(r->draft->facts[i].text, TYPE_AMOUNT, &number))
			sum += number.mantissa % AMOUNT_MAX;
	if (known_number(r, line_total(table), &total) && total.mantissa == sum)
		return;
	for (uint32_t i = fact; i < r->draft->count; i++)
		if (r->draft->facts[i].field == amount && (r->draft->facts[i].status == STATUS_REPORTED ||
		                                           r->draft->facts[i].status == STATUS_INFERRED))
			r->draft->facts[i].status = STATUS_AMBIGUOUS;
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
		read_law_words(r, area, &w);
	else if (r->text->blocks && figures_left(&w) && read_line_blocks(r, area, &w))
		return;
	else if (!r->text->positioned || !read_line_columns(r, area, &w))
	{
		uint32_t fact = r->draft->count;
		Decimal total;

		read_line_words(r, area, &w);
		if (has_borders(r, area) || (r->text->blocks && figures_left(&w) &&
		                             known_number(r, line_total(area->table), &total)))
			doubt_amounts(r, area->table, fact);
	}
}
