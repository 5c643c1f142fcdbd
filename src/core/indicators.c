/*
 * indicators.c
 *		Indicators of purpose (6.1) and complementary ones (6.2).
 *
 * A row is a name, a formula with the methodology behind it, and a value for
 * each year column of the header.  Where cells are not kept, a row is known by
 * the methodology's label in its middle: its values are the lines of nothing
 * but values behind the methodology, its name and formula stand before the
 * label.
 *
 * src/core/indicators.c
 */
#include "indicators.h"

#include <string.h>

#define CELL_LINES_MAX 96  /* of a name and a formula */
#define LABEL_MIDDLE   200 /* characters between the ends of the methodology's label */
#define LABEL_LETTERS  132 /* of that label, and a few for words that vary */
#define NOTE_MAX       12  /* characters of a note in brackets: "(nota 1 a 7)" */
#define VALUES_LEN_MAX (32 * TABLE_COLUMNS_MAX) /* bytes of a line of values */
#define SHORT_WORD     4 /* bytes of a word like "de", "los", and the space behind it */
#define BASIS_LEN      8 /* letters of "efectivo", and of "estimado" */
#define BASIS_MIN      4 /* those of it that a narrow column's line has at least */

static const IndicatorKind purpose = {FIELD_PURPOSE_YEAR,        FIELD_PURPOSE_BASIS,
                                      FIELD_PURPOSE_NAME,        FIELD_PURPOSE_FORMULA,
                                      FIELD_PURPOSE_METHODOLOGY, FIELD_PURPOSE_VALUE};
static const IndicatorKind complementary = {
    FIELD_COMPLEMENTARY_YEAR,    FIELD_COMPLEMENTARY_BASIS,       FIELD_COMPLEMENTARY_NAME,
    FIELD_COMPLEMENTARY_FORMULA, FIELD_COMPLEMENTARY_METHODOLOGY, FIELD_COMPLEMENTARY_VALUE};

void
indicator_head_year(IndicatorHead *h, Str year)
{
	if (h->year_count < TABLE_COLUMNS_MAX)
		h->years[h->year_count++] = year;
}

void
indicator_head_basis(IndicatorHead *h, bool beside, bool expected)
{
	uint32_t column = 0;

	if (beside)
		column = h->year_count - 1;
	else
		while (column < h->year_count && h->based[column])
			column++;
	if (column >= h->year_count || h->based[column])
		return;
	h->based[column] = true;
	h->expected[column] = expected;
	h->basis_count++;
}

bool
indicator_basis(Str word, bool *expected)
{
	char s[BASIS_LEN + 1];
	uint32_t len = squeeze(word, s, sizeof(s));

	if (len < BASIS_MIN || len > BASIS_LEN)
		return false;
	*expected = memcmp(s, "estimado", len) == 0;
	return *expected || memcmp(s, "efectivo", len) == 0;
}

void
indicator_head_emit(Reader *r, const IndicatorKind *k, const IndicatorHead *h)
{
	for (uint32_t c = 0; c < h->year_count; c++)
	{
		draft_add(r->draft, k->year, c, STATUS_REPORTED, h->years[c]);
		if (h->basis_count == h->year_count)
			draft_add(r->draft, k->basis, c, STATUS_REPORTED,
			          h->expected[c] ? STR("expected") : STR("actual"));
		else
			draft_add(r->draft, k->basis, c, STATUS_AMBIGUOUS, NO_STR);
	}
}

static uint32_t
value_row(uint32_t indicator, uint32_t column)
{
	return TABLE_COLUMNS_MAX * indicator + column;
}

/* ---- From a grid ---- */

/* "2020 (efectivo al 31 de Diciembre)" */
static bool
read_column_head(IndicatorHead *h, Str text)
{
	bool expected;

	if (text.len < 6 || !is_year((Str){text.at, 4}))
		return false;
	expected = squeezed_prefix((Str){text.at + 4, text.len - 4}, "estimado", NULL);
	if (!expected && !squeezed_prefix((Str){text.at + 4, text.len - 4}, "efectivo", NULL))
		return false;
	indicator_head_year(h, (Str){text.at, 4});
	indicator_head_basis(h, true, expected);
	return true;
}

uint32_t
methodology_in(Str cell, uint32_t *end)
{
	for (uint32_t at = 0; at < cell.len; at++)
	{
		Str rest = {cell.at + at, cell.len - at};
		uint32_t past;

		if (rest.at[0] != 'M' || (at > 0 && cell.at[at - 1] != ' ') ||
		    !squeezed_prefix(rest, METHODOLOGY, &past))
			continue;
		for (; past < rest.len; past++)
			if (rest.at[past] == ':')
			{
				*end = at + past + 1;
				return at;
			}
	}
	*end = cell.len;
	return cell.len;
}

static void
read_grid_row(Reader *r, const IndicatorKind *k, const Grid *g, uint32_t row, uint32_t columns,
              uint32_t indicator)
{
	Str formula = grid_text(g, row, 1);
	uint32_t end;
	uint32_t label = methodology_in(formula, &end);

	add_cell(r, k->name, indicator, grid_text(g, row, 0));
	add_cell(r, k->formula, indicator, str_trim((Str){formula.at, label}));
	if (end > label)
		add_cell(r, k->methodology, indicator,
		         str_trim((Str){formula.at + end, formula.len - end}));
	for (uint32_t c = 0; c < columns; c++)
		add_cell(r, k->value, value_row(indicator, c), grid_text(g, row, 2 + c));
}

/* The form prints a row of nothing but the label where there is no indicator. */
static bool
is_empty_row(const Grid *g, uint32_t row)
{
	uint32_t end;

	for (uint32_t c = 0; c < g->rows[row].cell_count; c++)
		if (c != 1 && grid_text(g, row, c).len > 0)
			return false;
	return grid_text(g, row, 1).len == 0 ||
	       (methodology_in(grid_text(g, row, 1), &end) == 0 && end == grid_text(g, row, 1).len);
}

static void
read_from_grid(Reader *r, const IndicatorKind *k, FieldId table, const Grid *g)
{
	IndicatorHead h = {.year_count = 0};
	uint32_t indicator = 0;

	for (uint32_t row = 0; row < g->row_count; row++)
	{
		bool is_header = squeezed_equal(grid_text(g, row, 0), "nombredelindicador");

		if (h.year_count == 0)
			for (uint32_t c = 0; c < g->rows[row].cell_count; c++)
				is_header |= read_column_head(&h, grid_text(g, row, c));
		if (is_header || is_empty_row(g, row))
		{
			grid_claim_row(r, g, row, TRACE_LABEL, table);
			continue;
		}
		read_grid_row(r, k, g, row, h.year_count, indicator++);
		grid_claim_row(r, g, row, TRACE_VALUE, table);
	}
	indicator_head_emit(r, k, &h);
}

/* ---- From lines ---- */

/* A piece of a word of the header that narrow columns break: "Diciemb", "re)", "(estimad", "o". */
static bool
is_head_piece(Str w)
{
	static const char *const words[] = {"diciembre", "efectivo", "estimado"};
	char s[BASIS_LEN + 2];
	uint32_t len = squeeze(w, s, sizeof(s));

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
	{
		uint32_t all = (uint32_t) strlen(words[i]);
		bool ends = i > 0 || w.at[w.len - 1] == ')';

		if (len > 0 && len < all &&
		    ((len >= BASIS_MIN && memcmp(s, words[i], len) == 0) ||
		     (ends && len <= all - BASIS_MIN && memcmp(s, words[i] + all - len, len) == 0)))
			return true;
	}
	return false;
}

static bool
is_head_word(Str w)
{
	return squeezed_equal(w, "nombre") || squeezed_equal(w, "del") ||
	       squeezed_equal(w, "indicador") || squeezed_equal(w, "formula") ||
	       squeezed_equal(w, "de") || squeezed_equal(w, "calculo") ||
	       squeezed_equal(w, "efectivo") || squeezed_equal(w, "estimado") ||
	       squeezed_equal(w, "al") || str_equal(w, STR("31")) || squeezed_equal(w, "diciembre") ||
	       str_equal(w, STR("|")) || is_year(w) || is_head_piece(w);
}

/* Heads that touch are one word: "Diciembre)Diciembre)". */
bool
is_indicator_head_word(Str w)
{
	const char *close = w.len > 0 ? memchr(w.at, ')', w.len - 1) : NULL;

	for (; close; close = memchr(w.at, ')', w.len - 1))
	{
		uint32_t len = (uint32_t) (close + 1 - w.at);

		if (!is_head_word((Str){w.at, len}))
			return false;
		w = (Str){w.at + len, w.len - len};
	}
	return is_head_word(w);
}

/* "31" alone on a line: of the header if the line before says "al", else a value. */
static bool
is_lone_day(const Text *t, uint32_t line)
{
	Str before = line > 0 ? line_text(t, line - 1) : NO_STR;

	return str_equal(line_text(t, line), STR("31")) &&
	       !(before.len >= 2 && memcmp(before.at + before.len - 2, "al", 2) == 0);
}

bool
is_indicator_head_line(Reader *r, Place from)
{
	uint32_t count = 0;
	Str word;

	if (is_lone_day(r->text, from.line))
		return false;
	for (; !r->text->lines[from.line].furniture && next_word(r->text, from.line, &from.at, &word);
	     count++)
		if (!is_indicator_head_word(word))
			return false;
	return count > 0;
}

/* Reads header words from a line on; the first line that is not wholly of them. */
static uint32_t
read_header_lines(Reader *r, FieldId table, IndicatorHead *h, Place from, uint32_t end_line)
{
	uint32_t line = from.line;
	bool expected;

	for (; line < end_line; line++)
	{
		Words w = words_read(
		    r, &(Area){table, line == from.line ? from : line_place(r->text, line), line + 1});

		for (uint32_t i = 0; i < w.count; i++)
			if (!is_indicator_head_word(w.words[i].text))
				return line;
		for (uint32_t i = 0; i < w.count; i++)
		{
			if (is_year(w.words[i].text))
				indicator_head_year(h, w.words[i].text);
			else if (indicator_basis(w.words[i].text, &expected))
				indicator_head_basis(h, i > 0 && is_year(w.words[i - 1].text), expected);
			word_claim(r, &w.words[i], TRACE_LABEL, table);
		}
	}
	return line;
}

bool
leads_to_number(Str word)
{
	static const char *const words[] = {"un",    "una", "con", "de",    "del", "al",
	                                    "a",     "en",  "los", "las",   "por", "hasta",
	                                    "entre", "y",   "es",  "desde", "cada"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_equal(word, (Str){words[i], (uint32_t) strlen(words[i])}))
			return true;
	return word.at[word.len - 1] == '$' || squeezed_equal(word, "n");
}

bool
is_value_word(Str w)
{
	unsigned char letter = (unsigned char) w.at[0] | 0x20;

	/* of the words only "N/A", "No" and "aplica": most say at once that they are others */
	if (letter >= 'a' && letter <= 'z' && letter != 'a' && letter != 'n')
		return false;
	return is_figure(w) || value_status(w, TYPE_RATE) == STATUS_NOT_APPLICABLE ||
	       (w.len == 1 && w.at[0] == '%') || squeezed_equal(w, "no") || squeezed_equal(w, "aplica");
}

/* Nothing but values, or what looks like them. */
static bool
holds_values(Reader *r, uint32_t line)
{
	uint32_t at = r->text->lines[line].start;
	uint32_t values = 0;
	uint32_t count = 0;
	bool begins_within = false; /* with the second word of "No aplica" */
	Str word;

	if (r->text->lines[line].furniture ||
	    r->text->lines[line].end - r->text->lines[line].start > VALUES_LEN_MAX)
		return false;
	for (; next_word(r->text, line, &at, &word); count++)
	{
		bool second;

		if (!is_value_word(word))
			return false;
		second = squeezed_equal(word, "aplica");
		values += word.at[0] != '%' && !second;
		begins_within |= second && count == 0;
	}
	return (values > 0 || begins_within) && values <= TABLE_COLUMNS_MAX;
}

/*
 * "… * ", or "… x", and "100" on the next line, or behind values that stand
 * beside these lines: the number is of the formula.
 */
static bool
is_factor(Reader *r, uint32_t line)
{
	uint32_t before = line;
	Str text;

	if (line == 0 || !str_equal(line_text(r->text, line), STR("100")))
		return false;
	do
		text = line_text(r->text, --before);
	while (before > 0 && line - before < TABLE_COLUMNS_MAX && holds_values(r, before));
	return text.len > 1 && (text.at[text.len - 1] == '*' ||
	                        (text.at[text.len - 1] == 'x' && strchr(" )", text.at[text.len - 2])));
}

bool
is_value_line(Reader *r, uint32_t line)
{
	return holds_values(r, line) && !is_factor(r, line);
}

/*
 * The next squeezed character, from a place on, of a label that a page break
 * may cut: the row's values may then stand between its lines.
 */
static unsigned char
next_of_label(Reader *r, Place *place)
{
	const Text *t = r->text;
	unsigned char c = squeeze_next(t->clean.at, &place->at, t->lines[place->line].end);

	while (c == 0 && place->line + 1 < t->line_count)
	{
		*place = line_place(t, place->line + 1);
		if (!t->lines[place->line].furniture && !is_value_line(r, place->line))
			c = squeeze_next(t->clean.at, &place->at, t->lines[place->line].end);
	}
	return c;
}

/* Does the methodology's label begin this line?  Its end is behind the colon. */
static bool
methodology_at(Reader *r, uint32_t line, Place *end)
{
	const Text *t = r->text;
	const char *label = METHODOLOGY;
	Place place = line_place(t, line);
	uint32_t matched = 0;
	uint32_t passed = 0;

	if (t->lines[line].furniture || t->clean.at[place.at] != 'M')
		return false;
	for (; *label; label++)
		if (next_of_label(r, &place) != (unsigned char) *label)
			return false;
	while (matched < sizeof(LABEL_TAIL) - 1 && passed++ < LABEL_MIDDLE)
	{
		unsigned char c = next_of_label(r, &place);

		matched = c == (unsigned char) LABEL_TAIL[matched] ? matched + 1
		          : c == (unsigned char) LABEL_TAIL[0]     ? 1
		                                                   : 0;
	}
	if (matched < sizeof(LABEL_TAIL) - 1)
		return false;
	while (place.at < t->lines[place.line].end && t->clean.at[place.at] == ' ')
		place.at++;
	if (place.at < t->lines[place.line].end && t->clean.at[place.at] == ':')
		place.at++;
	*end = place;
	return true;
}

/* A page's end within a label that has more letters than the form's: a name goes on there. */
static bool
holds_name(const Text *t, Place label, Place end)
{
	uint32_t letters = 0;
	bool page = false;

	for (uint32_t line = label.line; line <= end.line; line++)
	{
		uint32_t at = line == label.line ? label.at : t->lines[line].start;
		uint32_t stop = line == end.line ? end.at : t->lines[line].end;

		page |= line > label.line && t->lines[line].after_page;
		while (!t->lines[line].furniture && squeeze_next(t->clean.at, &at, stop) != 0)
			letters++;
	}
	return page && letters > LABEL_LETTERS;
}

static bool
has_value_line(Reader *r, uint32_t from, uint32_t to)
{
	for (; from < to; from++)
		if (is_value_line(r, from))
			return true;
	return false;
}

/* Does a cell go on at this line, from the page before or from a line before? */
static bool
goes_on(const Text *t, uint32_t line)
{
	return t->lines[line].after_page || begins_lower(line_text(t, line));
}

/*
 * Fills in where the values of a row stand and where the row ends, before
 * `next`.  Values end a row, unless a page ends there: then what follows may
 * be the rest of its texts, or the values may be the next row's.
 */
static void
find_values(Reader *r, IndicatorLines *row, uint32_t next, bool last)
{
	uint32_t line = row->label_end.line + 1;

	row->values = row->values_end = row->end = next;
	row->sure_end = last;
	for (; line < next; line++)
		if (is_value_line(r, line))
			break;
	if (line == next)
		return;
	row->values = line;
	while (line < next && (is_value_line(r, line) || r->text->lines[line].furniture))
		line++;
	row->values_end = row->end = line;
	row->sure_end = true;
	row->cut = line < next && (goes_on(r->text, line) || has_value_line(r, line, next));
	if (row->cut && last)
		row->end = next;
	else if (row->cut)
		row->doubtful = true;
}

/* The first line of nothing but values among [from, to); to: there is none. */
static uint32_t
value_line(Reader *r, uint32_t from, uint32_t to)
{
	while (from < to && !is_value_line(r, from))
		from++;
	return from;
}

/* Finds the rest of a row that a page's end cuts, and the end of one without values. */
static void
find_rest(Reader *r, IndicatorLines *row, uint32_t next, bool last)
{
	if (row->cut)
	{
		uint32_t limit = value_line(r, row->values_end, next);

		if (!find_row_rest(r, row, row->values_end, limit, last && limit == next))
			return;
		row->cut = row->doubtful = false;
		row->sure_end = true;
	}
	else if (row->values == row->values_end && !last)
	{
		uint32_t from = row->label_end.line + 1;
		uint32_t limit = value_line(r, from, next);

		if (!find_row_rest(r, row, from, limit, false))
			return;
		row->values = row->values_end = row->end;
		row->rest = 0;
		row->sure_end = true;
	}
}

/* The end of the paragraph, as blank lines make it, that a line begins. */
static uint32_t
paragraph_end(const Text *t, uint32_t line, uint32_t end_line)
{
	do
		line++;
	while (line < end_line && !t->lines[line].after_blank);
	return line;
}

/* "(Total de ...": the bracket that a formula opens with holds more than a note. */
static bool
opens_formula(Str s)
{
	const char *close = memchr(s.at, ')', s.len);

	return s.at[0] == '(' && (!close || close - s.at > NOTE_MAX) &&
	       !(close && close + 1 == s.at + s.len && !memchr(s.at, '/', s.len));
}

bool
begins_formula(Str s)
{
	unsigned char c = (unsigned char) s.at[0];

	return (c == '(' && opens_formula(s)) || (c >= 'A' && c <= 'Z') ||
	       (c == 0xC3 && s.len > 1 && (unsigned char) s.at[1] < 0x9F);
}

/*
 * The line that the formula begins with, among those before the label.  A blank
 * line may mark it; else it is a line that may begin a formula: the only one
 * that was not wrapped there for want of room, or the only one at all, or the
 * only one with a formula's bracket.  0: nothing tells.
 */
static uint32_t
formula_line(const Text *t, uint32_t first, uint32_t label)
{
	uint32_t paragraph = paragraph_end(t, first, label);
	uint32_t any = 0, early = 0, bracket = 0;
	uint32_t found = 0, found_early = 0, found_bracket = 0;
	Width width = {0, 0};

	if (paragraph < label && paragraph_end(t, paragraph, label) == label)
		return paragraph;
	for (uint32_t i = first + 1; i < label; i++)
	{
		width = wrap_wider(width, wrap_width(line_text(t, i - 1)));
		if (t->lines[i].furniture || !begins_formula(line_text(t, i)))
			continue;
		found = i;
		any++;
		if (wrap_is_early(wrap_measure(line_text(t, i - 1)), wrap_measure(line_text(t, i)), width))
		{
			found_early = i;
			early++;
		}
		if (opens_formula(line_text(t, i)))
		{
			found_bracket = i;
			bracket++;
		}
	}
	return early == 1 ? found_early : any == 1 ? found : bracket == 1 ? found_bracket : 0;
}

/* Could name and formula be two cells that are parted before this line? */
static bool
parts_cells(const Text *t, const IndicatorLines *row, uint32_t formula)
{
	return wrap_is_cell(t, row->first, formula, wrap_widest(t, row->first, formula)) &&
	       wrap_is_cell(t, formula, row->label.line, wrap_widest(t, formula, row->values));
}

/* The only line that the formula may begin with; 0: none, or more than one. */
static uint32_t
only_formula_line(const Text *t, const IndicatorLines *row)
{
	uint32_t found = 0;

	if (row->label.line - row->first > CELL_LINES_MAX)
		return 0;

	for (uint32_t i = row->first + 1; i < row->label.line; i++)
		if (begins_formula(line_text(t, i)) && parts_cells(t, row, i))
		{
			if (found)
				return 0;
			found = i;
		}
	return found;
}

static bool
has_two_brackets(Str s)
{
	return memmem(s.at, s.len, "((", 2) != NULL;
}

/* Does a bracket stay open at the end of lines?  A name closes those it opens. */
static bool
opens_bracket(const Text *t, uint32_t from, uint32_t to)
{
	uint32_t open = 0;

	for (; from < to; from++)
	{
		Str line = t->lines[from].furniture ? NO_STR : line_text(t, from);

		for (uint32_t i = 0; i < line.len; i++)
			if (line.at[i] == '(')
				open++;
			else if (line.at[i] == ')' && open > 0)
				open--;
	}
	return open > 0;
}

bool
holds_label(Str s)
{
	for (const char *at = s.at; s.len > 0 && (at = memchr(at, 'M', (size_t) (s.at + s.len - at)));
	     at++)
		if ((at == s.at || at[-1] == ' ') &&
		    squeezed_prefix((Str){at, (uint32_t) (s.at + s.len - at)}, METHODOLOGY_BEGIN, NULL))
			return true;
	return false;
}

uint32_t
find_formula(const Text *t, const IndicatorLines *row)
{
	uint32_t formula = only_formula_line(t, row);

	if (!formula)
		formula = formula_line(t, row->first, row->label.line);
	if (!formula || !parts_cells(t, row, formula) || opens_bracket(t, row->first, formula))
		return 0;
	/* one that begins with its bracket does not end before that; a name has no "((" */
	for (uint32_t i = row->first; i < formula; i++)
		if (!t->lines[i].furniture && ((i > row->first && opens_formula(line_text(t, i))) ||
		                               has_two_brackets(line_text(t, i))))
			return 0;
	return formula;
}

static void
add_stretch(Reader *r, uint32_t from, uint32_t to, Piece *pieces, uint32_t *count)
{
	for (; from < to; from++)
		if (!r->text->lines[from].furniture && !is_value_line(r, from))
			pieces[(*count)++] = (Piece){r->text->lines[from].start, r->text->lines[from].end};
}

/* The text from a place up to line `to`, and of the lines [rest, rest_end), values left out. */
static Str
joined_lines(Reader *r, Place from, uint32_t to, uint32_t rest, uint32_t rest_end)
{
	uint32_t most = to - from.line + (rest_end > rest ? rest_end - rest : 0) + 1;
	Piece *pieces = arena_alloc(r->scratch, most * sizeof(Piece));
	uint32_t count = 0;

	if (!pieces)
		return NO_STR;
	if (from.at < r->text->lines[from.line].end)
		pieces[count++] = (Piece){from.at, r->text->lines[from.line].end};
	add_stretch(r, from.line + 1, to, pieces, &count);
	add_stretch(r, rest, rest_end, pieces, &count);
	return unwrap_pieces(r, pieces, count);
}

static void
add_name_and_formula(Reader *r, const IndicatorKind *k, const IndicatorLines *row,
                     uint32_t indicator, bool sure)
{
	uint32_t first = row->first;
	uint32_t formula = 0;

	for (uint32_t i = first + 1; i <= row->label.line && !row->formula; i++)
		sure &= !r->text->lines[i].after_page; /* the rest of the name would stand behind it */
	if (sure && first < row->label.line)
		formula = find_formula(r->text, row);
	if (row->formula)
	{
		add_cell(r, k->name, indicator,
		         joined_lines(r, line_place(r->text, first), row->formula, row->page,
		                      row->formula_rest));
		add_cell(r, k->formula, indicator,
		         joined_lines(r, line_place(r->text, row->formula), row->page, row->formula_rest,
		                      row->label.line));
	}
	else if (formula)
	{
		add_cell(r, k->name, indicator,
		         joined_lines(r, line_place(r->text, first), formula, row->rest,
		                      row->rest ? row->method_rest : 0));
		add_cell(r, k->formula, indicator,
		         unwrap(r, line_place(r->text, formula), row->label.line));
	}
	else if (first < row->label.line)
	{
		add_doubtful(r, k->name, indicator, unwrap(r, line_place(r->text, first), row->label.line),
		             STATUS_AMBIGUOUS);
		draft_add(r->draft, k->formula, indicator, STATUS_AMBIGUOUS, NO_STR);
	}
}

void
add_indicator_values(Reader *r, const IndicatorKind *k, const IndicatorHead *h, uint32_t indicator,
                     const Str *values, uint32_t count, const int *at)
{
	uint32_t next = 0;

	for (uint32_t c = 0; c < h->year_count; c++)
	{
		uint32_t row = value_row(indicator, c);

		if (count == h->year_count)
			add_cell(r, k->value, row, values[c]);
		else if (count > 0 && !at)
			draft_add(r->draft, k->value, row, STATUS_AMBIGUOUS, NO_STR);
		else if (next < count && (uint32_t) at[next] == c)
			add_cell(r, k->value, row, values[next++]);
		else
			draft_add(r->draft, k->value, row, STATUS_BLANK, NO_STR);
	}
	if (count != h->year_count && !at)
		for (uint32_t i = 0; i < count && h->year_count + i < TABLE_COLUMNS_MAX; i++)
			draft_add(r->draft, k->value, value_row(indicator, h->year_count + i), STATUS_AMBIGUOUS,
			          values[i]);
}

uint32_t
join_value_words(const Word *words, uint32_t count, Str *values)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		Str text = words[i].text;

		/* a lone sign, and the second word of "No aplica" */
		if (n > 0 && (text.at[0] == '%' || squeezed_equal(text, "aplica")))
			values[n - 1].len = (uint32_t) (text.at + text.len - values[n - 1].at);
		else if (n < TABLE_COLUMNS_MAX)
			values[n++] = text;
	}
	return n;
}

void
add_unplaced_values(Reader *r, const IndicatorKind *k, const IndicatorHead *h, uint32_t indicator,
                    const Str *values, uint32_t count)
{
	for (uint32_t c = 0; c < h->year_count; c++)
		draft_add(r->draft, k->value, value_row(indicator, c), STATUS_AMBIGUOUS, NO_STR);
	for (uint32_t i = 0; i < count && h->year_count + i < TABLE_COLUMNS_MAX; i++)
		draft_add(r->draft, k->value, value_row(indicator, h->year_count + i), STATUS_AMBIGUOUS,
		          values[i]);
}

/* The values that stand on lines of their own among [from, to). */
static uint32_t
values_on_lines(Reader *r, uint32_t from, uint32_t to, Str *values)
{
	uint32_t count = 0;

	for (; from < to && count < TABLE_COLUMNS_MAX; from++)
		if (is_value_line(r, from))
		{
			Words w = words_of_line(r, from);
			Str here[TABLE_COLUMNS_MAX];
			uint32_t n = join_value_words(w.words, w.count, here);

			for (uint32_t i = 0; i < n && count < TABLE_COLUMNS_MAX; i++)
				if (count > 0 && squeezed_equal(here[i], "aplica")) /* "No" ended its line */
					values[count - 1] = STR("No aplica");
				else
					values[count++] = here[i];
		}
	return count;
}

Str
text_before_number(Str line)
{
	Str before;

	last_word(line, &before);
	return before;
}

bool
ends_with_number(Str line)
{
	Str before;
	Str last = last_word(line, &before);

	return before.len > 0 && is_value_word(last) && !is_year(last);
}

bool
leads_to_end(Str line)
{
	Str rest = text_before_number(line);
	Str before = last_word(rest, &rest);

	return before.len > 0 && (str_equal(before, STR("*")) || leads_to_number(before));
}

/* Does a line of a row's texts end with what may be its only value?  How many it is: 0 or 1. */
static uint32_t
hidden_value(Reader *r, const IndicatorLines *row, Str *values)
{
	for (uint32_t i = row->first; i < row->values; i++)
		if (!r->text->lines[i].furniture && ends_with_number(line_text(r->text, i)) &&
		    !leads_to_end(line_text(r->text, i)))
			return last_values(r, i, values) == 1;
	return 0;
}

/* The values of a row in reading order: in their columns if there is one for each. */
static void
add_values(Reader *r, const IndicatorKind *k, const IndicatorHead *h, const IndicatorLines *row,
           uint32_t indicator)
{
	Str values[TABLE_COLUMNS_MAX];
	uint32_t count = values_on_lines(r, row->first, row->label_end.line, values);
	bool placed = count == 0 || row->formula || row->label_cut;

	if (count == 0)
		count = values_on_lines(r, row->values, row->values_end, values);
	if (count == 0)
	{
		count = hidden_value(r, row, values);
		placed = count == 0;
	}
	if (placed && !row->doubtful)
		add_indicator_values(r, k, h, indicator, values, count, NULL);
	else
		add_unplaced_values(r, k, h, indicator, values, count);
}

static void
add_row(Reader *r, const IndicatorKind *k, const IndicatorHead *h, const IndicatorLines *row,
        uint32_t indicator, FieldId table, bool sure_start)
{
	const Text *t = r->text;
	Place end = line_end_place(t, row->values - 1);

	add_name_and_formula(r, k, row, indicator, sure_start && !row->cut && !row->doubtful);
	if (row->sure_end && !row->cut && !row->doubtful)
		add_cell(r, k->methodology, indicator,
		         row->rest
		             ? joined_lines(r, row->label_end, row->values, row->method_rest, row->end)
		             : unwrap_between(r, row->label_end, end));
	else
		add_doubtful(r, k->methodology, indicator, unwrap_between(r, row->label_end, end),
		             STATUS_AMBIGUOUS);
	add_values(r, k, h, row, indicator);
	claim(r, line_place(t, row->first), row->label, TRACE_VALUE, table);
	claim(r, row->label, row->label_end, TRACE_LABEL, table);
	claim(r, row->label_end, line_end_place(t, row->end - 1), TRACE_VALUE, table);
}

/* A row of nothing but the label: the form's way to print no indicator. */
static bool
is_empty_lines(Reader *r, const IndicatorLines *row)
{
	return row->first == row->label.line && row->values == row->values_end &&
	       unwrap(r, row->label_end, row->end).len == 0;
}

static void
read_from_lines(Reader *r, const IndicatorKind *k, const Area *area)
{
	IndicatorHead h = {.year_count = 0};
	uint32_t line = read_header_lines(r, area->table, &h, area->from, area->end_line);
	uint32_t indicator = 0;
	bool sure; /* that a row begins where it seems to */
	bool doubtful = false;

	if (h.year_count != h.basis_count)
		h.year_count = 0;
	sure = h.year_count > 0;
	while (line < area->end_line && !r->arena->failed)
	{
		IndicatorLines row = {.first = line};
		Place ignored;
		uint32_t next;

		while (line < area->end_line && !methodology_at(r, line, &row.label_end))
			line++;
		if (line == area->end_line)
			break;
		row.label = line_place(r->text, line);
		for (next = row.label_end.line + 1;
		     next < area->end_line && !methodology_at(r, next, &ignored); next++)
			;
		find_values(r, &row, next, next == area->end_line);
		find_rest(r, &row, next, next == area->end_line);
		row.doubtful |= doubtful;
		if (has_value_line(r, row.first, row.label_end.line))
			row.doubtful |= row.values < row.values_end || !find_row_parts(r, &row);
		row.doubtful |= !row.label_cut && holds_name(r->text, row.label, row.label_end);
		if (is_empty_lines(r, &row))
			claim(r, row.label, row.label_end, TRACE_LABEL, area->table);
		else
			add_row(r, k, &h, &row, indicator++, area->table, sure && !doubtful);
		sure = row.sure_end;
		doubtful = row.cut;
		line = row.end;
	}
	indicator_head_emit(r, k, &h);
}

/* Leaves of the facts from one on what order cannot have changed: the header's. */
static void
forget_rows(Reader *r, const IndicatorKind *k, uint32_t from)
{
	for (; from < r->draft->count; from++)
	{
		Fact *f = &r->draft->facts[from];

		if (f->field != k->year && f->field != k->basis)
			f->status = STATUS_AMBIGUOUS;
	}
}

/* By its last letter: "N/A", "No" and "aplica" are all the words that are values. */
static bool
may_end_with_value(Str line)
{
	unsigned char letter = (unsigned char) line.at[line.len - 1] | 0x20;

	return !(letter >= 'b' && letter <= 'z') || letter == 'o';
}

static bool
ends_with_value_word(const Text *t, uint32_t line)
{
	uint32_t at = t->lines[line].start;
	Str last = NO_STR;
	Str word;

	if (t->lines[line].furniture || !may_end_with_value(line_text(t, line)))
		return false;
	while (next_word(t, line, &at, &word))
		last = word;
	return is_value_word(last);
}

uint32_t
last_values(Reader *r, uint32_t line, Str *values)
{
	Words w = words_of_line(r, line);
	uint32_t first = w.count;

	while (first > 0 && is_value_word(w.words[first - 1].text))
		first--;
	return first > 0 ? join_value_words(&w.words[first], w.count - first, values) : 0;
}

/* The same, of the lines that a glance shows to end with one. */
static uint32_t
glued_values(Reader *r, uint32_t line, Str *values)
{
	return ends_with_value_word(r->text, line) ? last_values(r, line, values) : 0;
}

/*
 * Does a line of text end with several values?  Where rows are read cell by
 * cell the values have lines of their own; OCR reads across the cells.
 */
static bool
has_glued_values(Reader *r, const Area *area)
{
	Str values[TABLE_COLUMNS_MAX];

	for (uint32_t i = area->from.line + 1; i < area->end_line; i++)
		if (glued_values(r, i, values) > 1)
			return true;
	return false;
}

static bool
are_years(const Str *values, uint32_t count)
{
	while (count > 0 && is_year(values[count - 1]))
		count--;
	return count == 0;
}

/* Gives a row the values of a line, in the facts from one on. */
static void
set_values(Reader *r, const IndicatorKind *k, uint32_t from, uint32_t indicator, const Str *values,
           uint32_t count)
{
	for (; from < r->draft->count; from++)
	{
		Fact *f = &r->draft->facts[from];
		uint32_t column = f->row - value_row(indicator, 0);

		if (f->field != k->value || f->row < value_row(indicator, 0) || column >= count)
			continue;
		f->text = values[column];
		f->status = value_status(f->text, form_fields[k->value].type);
		if (f->status == STATUS_REPORTED)
			f->status = STATUS_INFERRED;
	}
}

/*
 * Where values stand at the top of their rows, a line that ends with one for
 * each column has those of the row whose label is the next.  The first row
 * shows that they do, and rows are read up to one that has not all.
 */
static void
place_glued_values(Reader *r, const IndicatorKind *k, const Area *area, uint32_t fact)
{
	uint32_t columns = 0;
	uint32_t labels = 0;
	uint32_t rows = 0; /* that have values so far */
	Place ignored;

	for (uint32_t i = fact; i < r->draft->count; i++)
		columns += r->draft->facts[i].field == k->year;
	for (uint32_t i = area->from.line + 1; columns > 1 && i < area->end_line; i++)
	{
		Str values[TABLE_COLUMNS_MAX];
		uint32_t count = glued_values(r, i, values);

		if (methodology_at(r, i, &ignored))
			labels++;
		if (count < 2 || are_years(values, count))
			continue;
		if (labels != rows || count != columns)
			return;
		set_values(r, k, fact, rows++, values, columns);
	}
}

/*
 * Does a line begin a methodology's label that is not whole?  A page's end may
 * put the rest of a name into it; then the rows behind it are others than they
 * seem.
 */
static bool
has_broken_label(Reader *r, const Area *area)
{
	Place ignored;

	for (uint32_t i = area->from.line + 1; i < area->end_line; i++)
		if (squeezed_prefix(line_text(r->text, i), METHODOLOGY_BEGIN, NULL) &&
		    !methodology_at(r, i, &ignored))
			return true;
	return false;
}

static bool
leaves_bracket_open(Str s)
{
	int open = 0;

	for (uint32_t i = 0; i < s.len; i++)
		open += s.at[i] == '(' ? 1 : s.at[i] == ')' && open > 0 ? -1 : 0;
	return open > 0;
}

/*
 * "de ((Total año t", "de Sumatoria": a word of the name before the bracket, or the
 * capital, that a formula begins with.  Words of the label are none of either.
 */
static bool
begins_astray(Str s)
{
	static const char label[] = "del indicador o de los indicadores";
	const char *space = s.len > 0 ? memchr(s.at, ' ', s.len) : NULL;
	uint32_t next = space ? (uint32_t) (space - s.at) + 1 : s.len;

	if (s.len > 0 && memmem(s.at, s.len, label, sizeof(label) - 1))
		return true;
	return begins_lower(s) && next < s.len &&
	       (s.at[next] == '(' || (next <= SHORT_WORD && is_capital(s, next)));
}

/*
 * "Satisfacción usuaria (nota 1 a": the end of such a name, and so the formula, may
 * stand elsewhere; a formula may hold a name's words.  Of the facts from one on.
 */
static void
doubt_names(Reader *r, const IndicatorKind *k, uint32_t from)
{
	uint32_t rows = r->draft->count - from; /* at most */
	bool *doubtful = arena_alloc(r->scratch, rows + 1);

	if (!doubtful)
		return;
	memset(doubtful, false, rows + 1);
	for (uint32_t i = from; i < r->draft->count; i++)
	{
		const Fact *f = &r->draft->facts[i];

		if (f->row <= rows)
			doubtful[f->row] |= (f->field == k->name && leaves_bracket_open(f->text)) ||
			                    (f->field == k->formula && begins_astray(f->text));
	}
	for (uint32_t i = from; i < r->draft->count; i++)
	{
		Fact *f = &r->draft->facts[i];

		if ((f->field == k->name || f->field == k->formula) && f->row <= rows && doubtful[f->row] &&
		    status_is_sure(f->status))
			f->status = STATUS_AMBIGUOUS;
	}
}

void
read_indicators(Reader *r, const Area *area)
{
	const IndicatorKind *k = area->table == FIELD_PURPOSE_INDICATORS ? &purpose : &complementary;
	uint32_t fact = r->draft->count;
	Grid g;

	if (grid_read(r, area, &g))
	{
		read_from_grid(r, k, area->table, &g);
		return;
	}
	if (r->text->positioned)
		read_indicator_columns(r, k, area);
	else if (r->text->blocks)
		read_indicator_blocks(r, k, area);
	else
	{
		bool broken;

		read_from_lines(r, k, area);
		broken = has_broken_label(r, area);
		/* names, formulas and values of such rows are read line by line across them */
		if (broken || has_glued_values(r, area))
			forget_rows(r, k, fact);
		if (!broken)
			place_glued_values(r, k, area, fact);
	}
	doubt_names(r, k, fact);
}
