/*
 * indicator_rest.c
 *		Rows of indicators that a page's end cuts, in texts that keep the cells'
 *		order.
 *
 * Such a text gives what the page has of each cell of the row, its values
 * among these, and then, from the next page, the rest of each cell.  Where one
 * rest ends and the next begins is told by the width that cells are wrapped
 * at, and by sentences.  It is taken only if it can be one thing alone.
 *
 * src/core/indicator_rest.c
 */
#include "indicators.h"

#include <string.h>

#define LINES_MAX 96 /* of a rest, and the next row's name and formula */

/* The methodology's label between its beginning and its end, squeezed; the form has two spellings.
 */
#define LABEL_MIDDLE "incorporadasenlasformulasdecalculodelindicadorodelosindicadores"
#define LABEL_END    "fuentedeinformacion"
#define LABEL_MAX    200

/* By which one part of a name may be wider than another. */
#define NAME_MARGIN ((Width){.printed = 15, .characters = 2})

/* The lines of a stretch that hold text of cells. */
typedef struct TextLines
{
	Str lines[LINES_MAX];
	LineWidth widths[LINES_MAX];
	uint32_t at[LINES_MAX]; /* their numbers */
	uint32_t count;
} TextLines;

/* False: there are too many, or a label that was not known as such begins among them. */
static bool
read_lines(Reader *r, uint32_t from, uint32_t to, TextLines *l)
{
	l->count = 0;
	for (; from < to; from++)
	{
		if (r->text->lines[from].furniture || is_value_line(r, from))
			continue;
		if (l->count == LINES_MAX ||
		    squeezed_prefix(line_text(r->text, from), METHODOLOGY_BEGIN, NULL))
			return false;
		l->lines[l->count] = line_text(r->text, from);
		l->widths[l->count] = wrap_measure(l->lines[l->count]);
		l->at[l->count++] = from;
	}
	return true;
}

/* The number of line i; of the one past the last, `end`. */
static uint32_t
number_of(const TextLines *l, uint32_t i, uint32_t end)
{
	return i < l->count ? l->at[i] : end;
}

static Width
widest(const TextLines *l, uint32_t from, uint32_t to)
{
	Width width = {0, 0};

	for (; from < to; from++)
		width = wrap_wider(width, l->widths[from].whole);
	return width;
}

/* Can these lines be of one cell this wide? */
static bool
is_cell(const TextLines *l, uint32_t from, uint32_t to, Width width)
{
	if (wrap_exceeds(widest(l, from, to), width, WRAP_SLACK))
		return false;
	for (uint32_t i = from + 1; i < to; i++)
		if (wrap_is_early(l->widths[i - 1], l->widths[i], width))
			return false;
	return true;
}

/* Can the lines [from, count) be a row's name and its formula? */
static bool
are_name_and_formula(const TextLines *l, uint32_t from, Width formula_width)
{
	if (from + 1 >= l->count || is_name_rest(l->lines[from]))
		return false;
	for (uint32_t formula = from + 1; formula < l->count; formula++)
		if (begins_formula(l->lines[formula]) &&
		    is_cell(l, from, formula, widest(l, from, formula)) &&
		    is_cell(l, formula, l->count, formula_width))
			return true;
	return false;
}

/* What a row's end can be made of: its name's rest, its methodology's, then another row. */
typedef struct Rest
{
	uint32_t name; /* lines before these are the name's rest */
	uint32_t end;  /* and lines before these the methodology's */
	uint32_t ways; /* found */
} Rest;

static void
try_rest(const TextLines *l, const Rest *way, Width width, bool ended, bool last, Rest *found)
{
	uint32_t name = way->name;
	uint32_t end = way->end;

	if (end == name ? !ended : !ends_sentence(l->lines[end - 1]) || !is_cell(l, name, end, width))
		return;
	if (last ? end < l->count : !are_name_and_formula(l, end, width))
		return;
	*found = (Rest){name, end, found->ways + 1};
}

/* The part of a name that stands before the page's end. */
typedef struct NameBegin
{
	bool known; /* where it ends */
	LineWidth last;
	Width width;
} NameBegin;

static NameBegin
find_name_begin(const Text *t, const IndicatorLines *row)
{
	uint32_t formula = next_page_line(t, row->first + 1, row->label.line + 1) > row->label.line
	                       ? find_formula(t, row)
	                       : 0;

	if (!formula)
		return (NameBegin){.known = false};
	return (NameBegin){true, wrap_measure(line_text(t, formula - 1)),
	                   wrap_widest(t, row->first, formula)};
}

/* May these lines be the rest of a name, as its first part is wrapped? */
static bool
may_end_name(const NameBegin *name, const TextLines *l, uint32_t count)
{
	Width width = widest(l, 0, count);

	if (!is_name_rest(l->lines[0]) || !is_cell(l, 0, count, width))
		return false;
	return !name->known ||
	       (!wrap_exceeds(width, name->width, NAME_MARGIN) &&
	        !wrap_is_early(name->last, l->widths[0], wrap_wider(width, name->width)));
}

bool
find_row_rest(Reader *r, IndicatorLines *row, uint32_t from, uint32_t label, bool last)
{
	const Text *t = r->text;
	TextLines *l = arena_alloc(r->scratch, sizeof(TextLines));
	Width width = wrap_widest(t, row->label.line, row->values);
	bool behind_page = from > row->label_end.line + 1;
	uint32_t before = behind_page ? row->values - 1 : row->label_end.line;
	NameBegin begin = {.known = false};
	bool ended;
	Rest found = {.ways = 0};

	while (before > row->label.line && t->lines[before].furniture)
		before--;
	ended = ends_sentence(line_text(t, before));
	if (!l || !read_lines(r, from, label, l))
		return false;
	if (behind_page)
		begin = find_name_begin(t, row);
	for (uint32_t name = 0; name <= l->count; name++)
	{
		if (name > 0 && (!behind_page || !may_end_name(&begin, l, name)))
			break;
		for (uint32_t end = name; end <= l->count; end++)
			try_rest(l, &(Rest){name, end, 0}, width, ended, last, &found);
	}
	if (found.ways != 1)
		return false;
	row->rest = from;
	row->method_rest = number_of(l, found.name, label);
	row->end = number_of(l, found.end, label);
	return true;
}

/* The lines of two stretches as those of one cell. */
static bool
joins(const TextLines *a, uint32_t a_from, uint32_t a_to, const TextLines *b, uint32_t b_from,
      uint32_t b_to, Width width)
{
	return is_cell(a, a_from, a_to, width) && is_cell(b, b_from, b_to, width) &&
	       (b_from == b_to || a_from == a_to ||
	        !wrap_is_early(a->widths[a_to - 1], b->widths[b_from], width));
}

/*
 * Is a label that a page's end cuts the form's?  The rest of a name may stand
 * in its middle.
 */
static bool
is_form_label(Reader *r, const IndicatorLines *row)
{
	static const char *const labels[] = {METHODOLOGY LABEL_MIDDLE "indicando" LABEL_END,
	                                     METHODOLOGY LABEL_MIDDLE "indicado" LABEL_END};
	char squeezed[LABEL_MAX];
	uint32_t len = 0;

	for (uint32_t i = row->label.line; i <= row->label_end.line; i++)
	{
		uint32_t end = i < row->label_end.line ? r->text->lines[i].end : row->label_end.at;
		uint32_t start = r->text->lines[i].start;

		if (r->text->lines[i].furniture || is_value_line(r, i))
			continue;
		len +=
		    squeeze((Str){r->text->clean.at + start, end - start}, squeezed + len, LABEL_MAX - len);
		if (len > LABEL_MAX)
			return false;
	}
	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (strlen(labels[i]) == len && memcmp(labels[i], squeezed, len) == 0)
			return true;
	return false;
}

bool
find_row_parts(Reader *r, IndicatorLines *row)
{
	TextLines *a = arena_alloc(r->scratch, sizeof(TextLines));
	TextLines *b = arena_alloc(r->scratch, sizeof(TextLines));
	uint32_t page = next_page_line(r->text, row->first + 1, row->label_end.line + 1);
	Width width = wrap_widest(r->text, row->label.line, row->values);
	uint32_t ways = 0;

	row->label_cut = page > row->label.line && page <= row->label_end.line;
	if (row->label_cut)
		return is_form_label(r, row);
	if (!a || !b || page > row->label.line || !read_lines(r, row->first, page, a) ||
	    !read_lines(r, page, row->label.line, b))
		return false;
	for (uint32_t formula = 1; formula < a->count; formula++)
		for (uint32_t rest = 0; rest <= b->count && begins_formula(a->lines[formula]); rest++)
		{
			Width name_width = wrap_wider(widest(a, 0, formula), widest(b, 0, rest));

			if (wrap_exceeds(name_width, widest(a, 0, formula), NAME_MARGIN) ||
			    !joins(a, 0, formula, b, 0, rest, name_width) ||
			    !joins(a, formula, a->count, b, rest, b->count, width))
				continue;
			ways++;
			row->formula = a->at[formula];
			row->page = page;
			row->formula_rest = number_of(b, rest, row->label.line);
		}
	if (ways != 1)
		row->formula = 0;
	return ways == 1;
}
