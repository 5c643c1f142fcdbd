/*
 * components.c
 *		Components (4) and what was spent on each (5.5).
 *
 * The two tables list the same names.  Where cells are not kept, that is what
 * tells a name from the text around it: a name stands at the start of a line
 * in both tables, ends its line in section 4, and is followed by a figure in
 * section 5.5.  The count that section 4 prints says whether all were found.
 *
 * src/core/components.c
 */
#include "component_tables.h"

#include <stdlib.h>
#include <string.h>

#define ROWS_MAX          64
#define NAME_MAX          256 /* squeezed characters of a name */
#define BENEFIT_MAX       96  /* and of a kind of benefit */
#define NAME_LINES_MAX    8
#define DESCRIPTION_LINES 2   /* with a kind of benefit above it */
#define BORDER            '|' /* between columns, as OCR gives it */
#define BENEFIT_LINES                                                                              \
	4 /* of a description, among which the kind of benefit beside it may stand                     \
	   */
#define AREA_LINES_MAX 4000

const Str benefit_names[] = {
#define BENEFIT(name) {name, sizeof(name) - 1},
#include "benefit_data.h"
#undef BENEFIT
};
const uint32_t benefit_count = sizeof(benefit_names) / sizeof(benefit_names[0]);

/* ---- One component's cells ---- */

/* Are two texts the same once they are squeezed? */
static bool
squeezed_same(Str a, Str b)
{
	uint32_t i = 0;
	uint32_t k = 0;
	unsigned char c;

	do
	{
		c = squeeze_next(a.at, &i, a.len);
		if (c != squeeze_next(b.at, &k, b.len))
			return false;
	} while (c);
	return true;
}

bool
is_benefit(Str s)
{
	uint32_t at = 0;
	char first = (char) squeeze_next(s.at, &at, s.len);

	for (size_t i = 0; i < benefit_count; i++)
		if ((benefit_names[i].at[0] | 0x20) == first && squeezed_same(benefit_names[i], s))
			return true;
	return false;
}

static bool
is_no_benefit(Str s)
{
	return squeezed_prefix(s, "sininformacion", NULL);
}

void
add_benefit(Reader *r, uint32_t row, Str benefit, Status doubt)
{
	if (is_no_benefit(benefit))
		draft_add(r->draft, FIELD_COMPONENT_BENEFIT_TYPE, row, STATUS_ABSENT, NO_STR);
	else
		add_doubtful(r, FIELD_COMPONENT_BENEFIT_TYPE, row, benefit, doubt);
}

/* "8 Empresas y cooperativas": a figure and its unit. */
static void
add_production(Reader *r, uint32_t row, Str value, Status doubt)
{
	uint32_t end = 0;
	Decimal number;

	if (value_status(value, TYPE_TEXT) != STATUS_REPORTED)
	{
		add_doubtful(r, FIELD_COMPONENT_PRODUCTION, row, value, doubt);
		return;
	}
	while (end < value.len && value.at[end] != ' ')
		end++;
	if (!number_parse((Str){value.at, end}, false, &number))
	{
		add_doubtful(r, FIELD_COMPONENT_PRODUCTION, row, value, doubt);
		return;
	}
	add_doubtful(r, FIELD_COMPONENT_PRODUCTION, row, (Str){value.at, end}, doubt);
	if (end < value.len)
		add_doubtful(r, FIELD_COMPONENT_PRODUCTION_UNIT, row,
		             str_trim((Str){value.at + end, value.len - end}), doubt);
}

bool
is_production_line(Str s)
{
	return squeezed_prefix(s, "produccional", NULL);
}

/*
 * The label "Producción al 4° trimestre 2021:" at the start of s; its length
 * with the colon, or 0.
 */
static uint32_t
production_label(Str s)
{
	uint32_t end = 0;

	if (!squeezed_prefix(s, "produccional", &end))
		return 0;
	for (; end < s.len && end < 60; end++)
		if (s.at[end] == ':')
			return end + 1;
	return 0;
}

static void
keep_production_label(Reader *r, uint32_t row, Str label)
{
	Str year = text_of_number(r, r->report_year);
	char due[64];
	char printed[64];
	Str whole = {due, 0};

	label.len--; /* the colon */
	memcpy(due, "produccional4trimestre", 22);
	for (uint32_t i = 0; i < year.len; i++)
		if (year.at[i] != '.')
			due[22 + whole.len++] = year.at[i];
	whole.len += 22;
	if (squeeze(label, printed, sizeof(printed)) != whole.len ||
	    memcmp(printed, due, whole.len) != 0)
		draft_add(r->draft, FIELD_COMPONENT_PRODUCTION_LABEL, row, STATUS_REPORTED,
		          str_trim(label));
}

void
add_description(Reader *r, uint32_t row, Str text, Status doubt)
{
	Str description = text;
	uint32_t label = 0;
	uint32_t at;

	for (at = text.len; at-- > 0 && !label;)
		if (text.at[at] == 'P' && (at == 0 || text.at[at - 1] == ' '))
			label = production_label((Str){text.at + at, text.len - at});
	if (label)
	{
		at++;
		description = str_trim((Str){text.at, at});
		keep_production_label(r, row, (Str){text.at + at, label});
		add_production(r, row, str_trim((Str){text.at + at + label, text.len - at - label}), doubt);
	}
	add_doubtful(r, FIELD_COMPONENT_DESCRIPTION, row, description, doubt);
}

/* ---- From grids ---- */

static void
read_spending_grid(Reader *r, const Area *area, const Grid *g)
{
	uint32_t line = 0;

	for (uint32_t row = 0; row < g->row_count; row++)
	{
		if (squeezed_equal(grid_text(g, row, 0), "componente"))
		{
			grid_claim_row(r, g, row, TRACE_LABEL, area->table);
			continue;
		}
		if (g->rows[row].cell_count < 2 && grid_text(g, row, 0).len == 0)
			continue;
		add_doubtful(r, FIELD_SPENT_COMPONENT, line, grid_text(g, row, 0), grid_status(g, row, 0));
		add_cell(r, FIELD_SPENT_AMOUNT, line, grid_text(g, row, 1));
		add_doubtful(r, FIELD_SPENT_DETAIL, line, grid_text(g, row, 2), grid_status(g, row, 2));
		for (uint32_t c = 0; c < 3; c++)
			grid_claim(r, g, row, c, TRACE_VALUE, area->table);
		line++;
	}
}

/* Past the punctuation that closes a word, and the space behind it. */
static uint32_t
past_word(Str s, uint32_t at)
{
	while (at < s.len && s.at[at] != ' ')
		at++;
	return at;
}

/* How much of "name and kind of benefit" is the name, by the names of 5.5; 0: none fits. */
static uint32_t
name_by_spending(const Reader *r, Str cell)
{
	const Draft *d = r->draft;
	uint32_t longest = 0;

	for (uint32_t i = draft_first(d, FIELD_SPENT_COMPONENT);
	     i < d->count && d->facts[i].field < FIELD_COUNT &&
	     form_fields[d->facts[i].field].table == FIELD_COMPONENT_SPENDING_LINES;
	     i++)
	{
		const Fact *f = &d->facts[i];
		uint32_t in_cell = 0;
		uint32_t in_name = 0;
		unsigned char c;

		if (f->field != FIELD_SPENT_COMPONENT || f->text.len == 0)
			continue;
		while ((c = squeeze_next(f->text.at, &in_name, f->text.len)) != 0 &&
		       squeeze_next(cell.at, &in_cell, cell.len) == c)
			;
		if (c == 0 && past_word(cell, in_cell) > longest)
			longest = past_word(cell, in_cell);
	}
	return longest;
}

/* The same by the kinds of benefit that the form offers. */
static uint32_t
name_by_benefit(Str cell)
{
	for (uint32_t i = 0; i < benefit_count; i++)
	{
		uint32_t len = benefit_names[i].len;

		if (cell.len > len + 1 && cell.at[cell.len - len - 1] == ' ' &&
		    memcmp(cell.at + cell.len - len, benefit_names[i].at, len) == 0)
			return cell.len - len - 1;
	}
	return 0;
}

#define SURE_LETTERS 12 /* so many of a kind of benefit begin no other kind */
#define HALF_LETTERS 5  /* so many may, if the rest of it ends the text */

/* A kind of benefit with other words in it or behind it: those are of the column beside it. */
static bool
is_mixed_benefit(Str s)
{
	char text[BENEFIT_MAX];
	char kind[BENEFIT_MAX];
	uint32_t len = squeeze(s, text, BENEFIT_MAX);

	if (len > BENEFIT_MAX || is_benefit(s))
		return false;
	for (size_t i = 0; i < benefit_count; i++)
	{
		uint32_t of_kind = squeeze(benefit_names[i], kind, BENEFIT_MAX);
		uint32_t same = 0;

		if (of_kind < SURE_LETTERS || of_kind >= len)
			continue;
		while (same < of_kind && text[same] == kind[same])
			same++;
		if (same == of_kind || (same >= HALF_LETTERS && memcmp(text + len - (of_kind - same),
		                                                       kind + same, of_kind - same) == 0))
			return true;
	}
	return false;
}

/* A row of section 4: name and kind of benefit, and the description. */
static void
add_grid_row(Reader *r, const Grid *g, uint32_t row, uint32_t component)
{
	Str cell = grid_text(g, row, 0);
	Status doubt = grid_status(g, row, 0);
	Status description = grid_status(g, row, 1);
	uint32_t name = name_by_spending(r, cell);
	Str benefit;

	if (name == 0 && doubt != STATUS_AMBIGUOUS)
		name = name_by_benefit(cell);
	if (name == 0)
		add_doubtful(r, FIELD_COMPONENT_NAME, component, cell, STATUS_AMBIGUOUS);
	else
	{
		benefit = str_trim((Str){cell.at + name, cell.len - name});
		if (r->text->positioned && is_mixed_benefit(benefit))
			doubt = description = STATUS_AMBIGUOUS;
		add_cell(r, FIELD_COMPONENT_NAME, component, (Str){cell.at, name});
		add_benefit(r, component, benefit, doubt);
	}
	add_description(r, component, grid_text(g, row, 1), description);
}

static void
read_components_grid(Reader *r, const Area *area, const Grid *g)
{
	uint32_t line = 0;

	for (uint32_t row = 0; row < g->row_count; row++)
	{
		if (squeezed_equal(grid_text(g, row, 0), "nombre"))
		{
			grid_claim_row(r, g, row, TRACE_LABEL, area->table);
			continue;
		}
		if (grid_text(g, row, 0).len == 0 && grid_text(g, row, 1).len == 0)
			continue;
		add_grid_row(r, g, row, line);
		for (uint32_t c = 0; c < 2; c++)
			grid_claim(r, g, row, c, TRACE_VALUE, area->table);
		line++;
	}
}

/* ---- From lines ---- */

/* A name found in both tables. */
typedef struct Named
{
	uint32_t first;      /* its line in section 4 */
	Place behind;        /* past it there */
	uint32_t spent_line; /* its line in 5.5 */
	Place name_end;      /* past it there */
	Place amount_end;    /* past its figure; equal to name_end: it has none */
	Piece more;          /* the rest of the name in section 4, below the first column's line, */
	Piece spent_more;    /* and in 5.5, behind the figure */
	bool cut;            /* the name goes on, but it is not sure where it ends */
} Named;

typedef struct Pairing
{
	Named named[ROWS_MAX];
	uint32_t count;
} Pairing;

/* A wrapped name goes on in lower case, or in brackets. */
static bool
begins_name(Str word)
{
	return !begins_lower(word) && !strchr("(.,;:)%", word.at[0]);
}

/* Does the squeezed name stand at the start of line i?  *behind: past it and its punctuation. */
static bool
name_on_line(const Text *t, uint32_t i, const char *name, uint32_t len, uint32_t end_line,
             Place *behind)
{
	Place at = line_place(t, i);
	uint32_t next;

	if (t->lines[i].furniture)
		return false;
	for (uint32_t k = 0; k < len; k++)
		if (place_squeeze(t, &at) != (unsigned char) name[k])
			return false;
	if (at.line >= end_line || at.line >= i + NAME_LINES_MAX)
		return false;
	/* a longer name begins here if its next line goes on */
	next = skip_furniture(t, at.line + 1, end_line);
	if (at.at >= t->lines[at.line].end && next < end_line && !begins_name(line_text(t, next)))
		return false;
	*behind = at;
	while (behind->at < t->lines[at.line].end && t->clean.at[behind->at] != ' ')
		behind->at++;
	return squeezed_equal((Str){t->clean.at + at.at, behind->at - at.at}, ""); /* no word goes on */
}

/* May a component's row begin at this line?  It is the first, or production ends before it. */
static bool
begins_row(const Text *t, const Area *area, uint32_t line)
{
	for (uint32_t i = line, seen = 0; i-- > area->from.line && seen < 3;)
	{
		if (t->lines[i].furniture)
			continue;
		if (production_label(line_text(t, i)) > 0)
			return true;
		seen++;
	}
	return line <= area->from.line + 1;
}

/* What stands behind a place on its line; nothing: the line ends. */
static Str
behind_place(const Text *t, Place place)
{
	return str_trim((Str){t->clean.at + place.at, t->lines[place.line].end - place.at});
}

/* May a cell beside it begin right behind a place, as where OCR reads across cells? */
static bool
begins_beside(const Text *t, Place place)
{
	Str s = behind_place(t, place);
	unsigned char c = s.len > 0 ? (unsigned char) s.at[0] : 0;

	return (c >= 'A' && c <= 'Z') || c >= 0x80 || c == '"' || c == BORDER;
}

/*
 * The first line of section 4 that begins with a name; best one where a row may begin, and
 * where no longer name does.
 */
static uint32_t
find_name(const Reader *r, const Area *area, const char *name, uint32_t len, Place *behind)
{
	uint32_t found = UINT32_MAX;
	uint32_t longer = UINT32_MAX;
	Place longer_behind = {0, 0};
	Place end;

	for (uint32_t i = area->from.line; i < area->end_line; i++)
	{
		if ((i == area->from.line && area->from.at >= r->text->lines[i].end) ||
		    !name_on_line(r->text, i, name, len, area->end_line, &end))
			continue;
		if (begins_lower(behind_place(r->text, end)))
		{
			if (longer == UINT32_MAX || !begins_row(r->text, area, longer))
			{
				longer = i;
				longer_behind = end;
			}
			continue;
		}
		if (found != UINT32_MAX && !begins_row(r->text, area, i))
			continue;
		found = i;
		*behind = end;
		if (begins_row(r->text, area, i))
			break;
	}
	if (found == UINT32_MAX)
		*behind = longer_behind;
	return found == UINT32_MAX ? longer : found;
}

/* An amount ends its line, or a detail begins behind it, or OCR saw the border; no sentence goes
 * on. */
static bool
is_amount(const Words *w, uint32_t i)
{
	unsigned char next;

	if (!is_figure(w->words[i].text))
		return false;
	if (i + 1 == w->count || w->words[i + 1].first)
		return true;
	next = (unsigned char) w->words[i + 1].text.at[0];
	return (next >= 'A' && next <= 'Z') || next >= 0x80 || next == '"' || next == BORDER;
}

/*
 * A name at the start of words [i, ...): the longest words before a figure that
 * begin a line of section 4.  (Names have figures too: "Componente 2".)
 */
static bool
name_at(const Reader *r, const Area *components, const Words *w, uint32_t i, Named *named)
{
	char name[NAME_MAX];
	uint32_t len = 0;
	bool found = false;

	for (uint32_t k = i; k < w->count && w->words[k].line < w->words[i].line + NAME_LINES_MAX; k++)
	{
		const Word *word = &w->words[k];

		if (k > i && len > 2 && is_amount(w, k))
		{
			Place behind;
			uint32_t first = find_name(r, components, name, len, &behind);

			if (first != UINT32_MAX)
			{
				found = true;
				named->first = first;
				named->behind = behind;
				named->spent_line = w->words[i].line;
				named->name_end =
				    (Place){w->words[k - 1].line, w->words[k - 1].start + w->words[k - 1].text.len};
				named->amount_end = (Place){word->line, word->start + word->text.len};
			}
		}
		if (len + word->text.len > NAME_MAX)
			break;
		len += squeeze(word->text, name + len, NAME_MAX - len);
	}
	return found;
}

/* Past a kind of benefit that the form offers, at line i; false: there is none. */
static bool
benefit_at(const Text *t, uint32_t i, uint32_t end_line, Place *behind)
{
	char name[NAME_MAX];

	for (size_t b = 0; b < benefit_count && i < end_line; b++)
		if (name_on_line(t, i, name, squeeze(benefit_names[b], name, NAME_MAX), end_line, behind) &&
		    at_line_end(t, *behind))
			return true;
	return false;
}

/*
 * A component without a cost: its name is alone on its lines in 5.5, and in
 * section 4 a row may begin with it.
 */
static bool
costless_name_at(const Reader *r, const Area *components, const Words *w, uint32_t i, Named *named)
{
	char name[NAME_MAX];
	uint32_t len = 0;
	Place ignored;

	for (uint32_t k = i; k < w->count && w->words[k].line < w->words[i].line + NAME_LINES_MAX; k++)
	{
		const Word *word = &w->words[k];

		if (len + word->text.len > NAME_MAX)
			return false;
		len += squeeze(word->text, name + len, NAME_MAX - len);
		if (word->text.at[word->text.len - 1] == '.')
			return false;
		if (k + 1 < w->count && !w->words[k + 1].first)
			continue;
		named->first = find_name(r, components, name, len, &named->behind);
		if (named->first == UINT32_MAX ||
		    !(begins_row(r->text, components, named->first)
		          ? at_line_end(r->text, named->behind) || begins_beside(r->text, named->behind)
		          : at_line_end(r->text, named->behind) &&
		                benefit_at(r->text, named->behind.line + 1, components->end_line,
		                           &ignored)))
			continue;
		named->spent_line = w->words[i].line;
		named->name_end = named->amount_end = (Place){word->line, word->start + word->text.len};
		return true;
	}
	return false;
}

static void
find_pairs(const Reader *r, const Area *components, const Words *w, Pairing *p)
{
	uint32_t i = 0;

	p->count = 0;
	while (i < w->count && p->count < ROWS_MAX)
	{
		Named named = {.cut = false};
		bool known = false;

		if (!w->words[i].first || !begins_name(w->words[i].text) ||
		    !(name_at(r, components, w, i, &named) ||
		      costless_name_at(r, components, w, i, &named)))
		{
			i++;
			continue;
		}
		for (uint32_t k = 0; k < p->count; k++)
			known |= p->named[k].first == named.first;
		if (!known)
			p->named[p->count++] = named;
		while (i < w->count && (w->words[i].line < named.amount_end.line ||
		                        (w->words[i].line == named.amount_end.line &&
		                         w->words[i].start < named.amount_end.at)))
			i++;
	}
}

/* The words that two places have in common up to the end of either line, as pieces. */
static bool
common_words(const Text *t, Place a, Place b, Piece *of_a, Piece *of_b)
{
	uint32_t at_a = a.at;
	uint32_t at_b = b.at;
	Str word_a, word_b;

	*of_a = (Piece){a.at, a.at};
	*of_b = (Piece){b.at, b.at};
	while (next_word(t, a.line, &at_a, &word_a) && next_word(t, b.line, &at_b, &word_b) &&
	       str_equal(word_a, word_b))
	{
		of_a->end = (uint32_t) (word_a.at - t->clean.at) + word_a.len;
		of_b->end = (uint32_t) (word_b.at - t->clean.at) + word_b.len;
	}
	return of_a->end > of_a->start;
}

/*
 * Where lines are read across columns, a name may go on below its figure in 5.5, and
 * in section 4 behind it or below: with the same words.  A description begins with a
 * capital letter, so that what follows a name in lower case is of the name in any case.
 */
static void
extend_name(const Text *t, Named *n, uint32_t end_line, uint32_t spent_end)
{
	uint32_t below = skip_furniture(t, n->behind.line + 1, end_line);
	uint32_t spent = skip_furniture(t, n->amount_end.line + 1, spent_end);

	if (at_line_end(t, n->behind) || n->amount_end.at == n->name_end.at)
		return;
	n->cut = begins_lower(behind_place(t, n->behind));
	if (spent >= spent_end || !begins_lower(behind_place(t, line_place(t, spent))))
		return;
	if (n->cut)
		n->cut = !common_words(t, n->behind, line_place(t, spent), &n->more, &n->spent_more);
	else if (below < end_line)
		common_words(t, line_place(t, below), line_place(t, spent), &n->more, &n->spent_more);
}

static void
extend_names(const Reader *r, const Area *components, const Area *spending, Pairing *p)
{
	for (uint32_t i = 0; i < p->count; i++)
		extend_name(r->text, &p->named[i], components->end_line,
		            i + 1 < p->count ? p->named[i + 1].spent_line : spending->end_line);
}

/* Where a table lies: behind its header, or, if that is not found, behind what stands above it. */
static Area
area_of(const Reader *r, FieldId table, FieldId above)
{
	const Entry *entry = outline_find(r->outline, table);

	if (!entry)
		entry = outline_find(r->outline, above);
	if (!entry)
		return (Area){table, line_place(r->text, 0), 0};
	return (Area){table, entry->label_end, entry->end_line};
}

/*
 * The names that two areas have in common, in the order of 5.5, in a copy that their reader
 * may change; NULL: no memory.  They are looked for once, for the first of the two tables.
 */
static Pairing *
pair_areas(Reader *r, const Area *components, const Area *spending)
{
	Pairing *p = arena_alloc(r->scratch, sizeof(Pairing));
	Words w;

	if (!p)
		return NULL;
	if (r->named)
	{
		p->count = r->named_count;
		memcpy(p->named, r->named, p->count * sizeof(Named));
		return p;
	}
	p->count = 0;
	w = words_read(r, spending);
	if (spending->end_line - spending->from.line < AREA_LINES_MAX &&
	    components->end_line - components->from.line < AREA_LINES_MAX)
		find_pairs(r, components, &w, p);
	extend_names(r, components, spending, p);
	r->named = arena_alloc(r->work, (p->count + 1) * sizeof(Named));
	r->named_count = p->count;
	if (!r->named)
		return NULL;
	memcpy(r->named, p->named, p->count * sizeof(Named));
	return p;
}

/* Does more than its place at the start of lines speak for a name? */
static bool
is_strong(const Reader *r, const Area *components, const Named *n)
{
	Place ignored;

	return begins_row(r->text, components, n->first) ||
	       benefit_at(r->text, n->behind.line + 1, components->end_line, &ignored);
}

/* Do the amounts behind the names make up what 5.5 adds up to? */
static bool
adds_up(const Reader *r, const Pairing *p)
{
	Decimal total;
	int64_t sum = 0;

	for (uint32_t i = 0; i < p->count; i++)
	{
		const Named *n = &p->named[i];
		Str amount = str_trim(
		    (Str){r->text->clean.at + n->name_end.at,
		          n->amount_end.at > n->name_end.at ? n->amount_end.at - n->name_end.at : 0});
		int64_t number;

		if (integer_parse(amount, &number))
			sum += number % AMOUNT_MAX;
	}
	return !known_number(r, FIELD_COMPONENT_SPENDING, &total) || total.mantissa == sum;
}

/*
 * Are all components that section 4 announces among the pairs?  Where there
 * are more, sentences that both tables begin a line with are taken for names;
 * those that nothing else speaks for go.  A name that only its place speaks
 * for is trusted if the amounts add up.
 */
static bool
is_complete(const Reader *r, const Area *components, Pairing *p)
{
	Decimal count;
	uint32_t kept = 0;
	bool strong = true;

	if (p->count == 0 || !known_number(r, FIELD_COMPONENT_COUNT, &count))
		return p->count > 0;
	if ((int64_t) p->count > count.mantissa)
	{
		for (uint32_t i = 0; i < p->count; i++)
			if (is_strong(r, components, &p->named[i]))
				p->named[kept++] = p->named[i];
		p->count = kept;
	}
	for (uint32_t i = 0; i < p->count; i++)
		strong &= is_strong(r, components, &p->named[i]);
	return (int64_t) p->count == count.mantissa && (strong || adds_up(r, p));
}

/* The lines of both tables in which the next name behind this one begins. */
static void
find_next(const Pairing *p, const Named *n, uint32_t *four_end, uint32_t *five_end)
{
	for (uint32_t i = 0; i < p->count; i++)
	{
		if (p->named[i].first > n->first && p->named[i].first < *four_end)
			*four_end = p->named[i].first;
		if (p->named[i].spent_line > n->spent_line && p->named[i].spent_line < *five_end)
			*five_end = p->named[i].spent_line;
	}
}

static uint32_t
line_behind(const Text *t, Place end, Piece more)
{
	uint32_t line = end.line + 1;

	while (more.start < more.end && line < t->line_count && t->lines[line].start <= more.start)
		line++;
	return line;
}

/* Do lines behind a name say the same in both tables?  They are its rest. */
static bool
goes_on(const Reader *r, const Area *components, const Area *spending, const Pairing *p,
        const Named *n)
{
	uint32_t four_end = components->end_line;
	uint32_t five_end = spending->end_line;

	find_next(p, n, &four_end, &five_end);
	return name_goes_on(r->text, line_behind(r->text, n->behind, n->more), four_end,
	                    line_behind(r->text, n->amount_end, n->spent_more), five_end);
}

/* Are the names of blocks whole?  Lines of theirs may stand among those of other cells. */
static bool
names_are_whole(const Reader *r, const Area *components, const Area *spending, const Pairing *p)
{
	for (uint32_t i = 0; r->text->blocks && i < p->count; i++)
		if (goes_on(r, components, spending, p, &p->named[i]))
			return false;
	return true;
}

/* In reading order, a page's end or an amount may stand within a name. */
static void
mark_cut_names(const Reader *r, const Area *components, const Area *spending, Pairing *p)
{
	for (uint32_t i = 0; !r->text->blocks && i < p->count; i++)
		p->named[i].cut |= goes_on(r, components, spending, p, &p->named[i]);
}

/* All that an area holds, as one value whose parts could not be told apart. */
static void
add_unread(Reader *r, const Area *area, FieldId column)
{
	Place from = area->from;

	if (area->from.line >= area->end_line || !skip_to_visible(r->text, &from, area->end_line))
		return;
	draft_add(r->draft, column, 0, STATUS_AMBIGUOUS, unwrap(r, from, area->end_line));
	claim(r, from, line_end_place(r->text, area->end_line - 1), TRACE_VALUE, area->table);
}

static Str
between(Reader *r, Place from, Place to)
{
	if (from.line > to.line || (from.line == to.line && from.at >= to.at))
		return NO_STR;
	return unwrap_between(r, from, to);
}

/* Where a piece begins that is not a whole line, past the border that OCR may have seen there. */
static uint32_t
past_border(const Text *t, Piece p)
{
	const char *s = t->clean.at;
	uint32_t at = p.start;

	while (at < p.end && s[at] == ' ')
		at++;
	return at + 1 < p.end && s[at] == BORDER && s[at + 1] == ' ' ? at + 1 : p.start;
}

/* The text from a place to the end of line end_line - 1, without some pieces that begin lines. */
static Str
text_without(Reader *r, Place from, uint32_t end_line, const Piece *left_out, uint32_t count)
{
	const Text *t = r->text;
	uint32_t lines = end_line > from.line ? end_line - from.line : 0;
	Piece *pieces = arena_alloc(r->scratch, (lines + 1) * sizeof(Piece));
	uint32_t used = 0;

	for (uint32_t i = from.line; pieces && i < end_line; i++)
	{
		Piece p = {i == from.line ? from.at : t->lines[i].start, t->lines[i].end};

		for (uint32_t k = 0; k < count; k++)
			if (left_out[k].start >= t->lines[i].start && left_out[k].end > p.start &&
			    left_out[k].end <= p.end)
				p.start = left_out[k].end;
		p.start = past_border(t, p);
		if (!t->lines[i].furniture && p.start < p.end)
			pieces[used++] = p;
	}
	return pieces ? unwrap_pieces(r, pieces, used) : NO_STR;
}

/* A name and its rest; what is sure of neither is in doubt. */
static void
add_name(Reader *r, FieldId column, uint32_t row, Place from, Place to, Piece more, bool cut)
{
	Str name = between(r, from, to);

	if (more.start < more.end)
		name = unwrap_pieces(r, (Piece[]){{from.at, to.at}, more}, 2);
	add_doubtful(r, column, row, name,
	             cut                     ? STATUS_AMBIGUOUS
	             : more.start < more.end ? STATUS_INFERRED
	                                     : STATUS_REPORTED);
}

static void
add_spent(Reader *r, const Pairing *p, const Area *area)
{
	const Text *t = r->text;
	Str before = NO_STR;
	uint32_t fact = 0; /* of that detail */

	for (uint32_t i = 0; i < p->count; i++)
	{
		const Named *n = &p->named[i];
		Place start = line_place(t, n->spent_line);
		uint32_t end = i + 1 < p->count ? p->named[i + 1].spent_line : area->end_line;

		Str amount = between(r, n->name_end, n->amount_end);
		Str detail = text_without(r, n->amount_end, end, &n->spent_more, 1);
		bool amount_lost = amount.len == 0 && begins_with_digit(detail);
		/* a name beside the middle of its detail stands among its lines */
		bool parted = before.len > 0 && !ends_sentence(before) && begins_lower(detail);

		add_name(r, FIELD_SPENT_COMPONENT, i, start, n->name_end, n->spent_more, n->cut);
		if (parted && fact < r->draft->count)
			r->draft->facts[fact].status = STATUS_AMBIGUOUS;
		before = detail;
		fact = r->draft->count;
		add_doubtful(r, FIELD_SPENT_DETAIL, i, detail,
		             n->cut || amount_lost || parted ? STATUS_AMBIGUOUS : STATUS_REPORTED);
		if (amount_lost)
			draft_add(r->draft, FIELD_SPENT_AMOUNT, i, STATUS_AMBIGUOUS, NO_STR);
		else
			add_cell(r, FIELD_SPENT_AMOUNT, i, amount);
		claim(r, start, line_end_place(t, end - 1), TRACE_VALUE, area->table);
	}
}

/* Where cells are blocks, a text may hold a piece of the cell beside it. */
static void
doubt_texts(Reader *r, uint32_t from, FieldId column)
{
	for (; r->text->blocks && from < r->draft->count; from++)
		if (r->draft->facts[from].field == column &&
		    r->draft->facts[from].status == STATUS_REPORTED)
			r->draft->facts[from].status = STATUS_INFERRED;
}

void
read_component_spending(Reader *r, const Area *area)
{
	Area components = area_of(r, FIELD_COMPONENTS, FIELD_COMPONENT_COUNT);
	Pairing *p;
	Grid g;

	if (grid_read(r, area, &g))
	{
		read_spending_grid(r, area, &g);
		return;
	}
	if (r->text->positioned)
	{
		if (component_grid(r, &components, area, true, &g))
			read_spending_grid(r, area, &g);
		else
			add_unread(r, area, FIELD_SPENT_DETAIL);
		return;
	}
	p = pair_areas(r, &components, area);
	if (!p)
		return;
	mark_cut_names(r, &components, area, p);
	if (is_complete(r, &components, p) && names_are_whole(r, &components, area, p) &&
	    (!r->text->blocks || adds_up(r, p)))
	{
		uint32_t fact = r->draft->count;

		add_spent(r, p, area);
		doubt_texts(r, fact, FIELD_SPENT_DETAIL);
	}
	else if (!r->text->blocks || !read_spending_blocks(r, &components, area))
		add_unread(r, area, FIELD_SPENT_DETAIL);
}

static int
compare_named(const void *a, const void *b)
{
	const Named *x = a;
	const Named *y = b;

	return x->first < y->first ? -1 : x->first > y->first;
}

/*
 * A kind of benefit that the form does not offer: a short line without a full
 * stop, behind which a sentence begins.
 */
static bool
unlisted_benefit(const Text *t, uint32_t line, uint32_t end_line)
{
	Str s = line_text(t, line);
	unsigned char next;

	if (line + 1 >= end_line || s.len > 60 || s.at[s.len - 1] == '.' || memchr(s.at, ',', s.len))
		return false;
	next = (unsigned char) t->clean.at[t->lines[line + 1].start];
	return s.len * 3 < (t->lines[line + 1].end - t->lines[line + 1].start) * 2 &&
	       ((next >= 'A' && next <= 'Z') || next == 0xC3);
}

/* Does a page end among these lines?  The rest of the first cell may then stand in the second. */
static Status
doubt_of_page(const Text *t, uint32_t first, uint32_t end)
{
	for (uint32_t i = first + 1; i < end; i++)
		if (t->lines[i].after_page && !t->lines[i].furniture)
			return STATUS_AMBIGUOUS;
	return STATUS_REPORTED;
}

/* How many words of a line, from its start, go on with a text; *rest: what is left of that. */
static uint32_t
words_on_line(const Text *t, uint32_t line, Str *rest, uint32_t *end)
{
	uint32_t at = t->lines[line].start;
	uint32_t count = 0;
	Str word;

	while (rest->len > 0 && next_word(t, line, &at, &word))
	{
		if (rest->len < word.len || memcmp(rest->at, word.at, word.len) != 0 ||
		    (rest->len > word.len && rest->at[word.len] != ' '))
			break;
		*rest = str_trim((Str){rest->at + word.len, rest->len - word.len});
		*end = (uint32_t) (word.at - t->clean.at) + word.len;
		count++;
	}
	return count;
}

/*
 * The pieces, one to a line, of a kind of benefit that the form offers and a line
 * begins with, beside the words of a description; 0: none is there.
 */
static uint32_t
benefit_beside(const Text *t, uint32_t line, uint32_t end_line, Piece *pieces)
{
	uint32_t longest = 0;
	uint32_t used = 0;

	for (uint32_t i = 0; i < benefit_count; i++)
	{
		Str rest = benefit_names[i];
		uint32_t len = rest.len;
		Piece found[BENEFIT_LINES];
		uint32_t count = 0;

		for (uint32_t k = line; k < end_line && count < BENEFIT_LINES && rest.len > 0; k++)
		{
			found[count].start = t->lines[k].start;
			if (!t->lines[k].furniture && words_on_line(t, k, &rest, &found[count].end) == 0)
				break;
			count += !t->lines[k].furniture;
		}
		if (rest.len > 0 || len <= longest)
			continue;
		longest = len;
		used = count;
		memcpy(pieces, found, count * sizeof(Piece));
	}
	return used;
}

/*
 * A kind of benefit among the first lines of a description that is read across both
 * columns.  Past the first line, only one that no sentence has; 0: there is none.
 */
static uint32_t
find_benefit(const Text *t, uint32_t line, uint32_t end_line, Piece *pieces)
{
	for (uint32_t i = line; i < end_line && i < line + BENEFIT_LINES; i++)
	{
		uint32_t count = t->lines[i].furniture ? 0 : benefit_beside(t, i, end_line, pieces);
		Str first = count > 0 ? piece_text(t, pieces[0]) : NO_STR;

		if (count > 0 && (i == line || memchr(first.at, '/', first.len) ||
		                  pieces[count - 1].end == t->lines[i].end))
			return count;
	}
	return 0;
}

/* Of a description that is read across both columns, its parts; false: it is not seen to be. */
static bool
add_mixed_description(Reader *r, uint32_t row, const Named *n, uint32_t end_line)
{
	const Text *t = r->text;
	Piece left_out[BENEFIT_LINES + 1];
	bool more = n->more.start < n->more.end;
	uint32_t below = line_behind(t, n->behind, n->more);
	uint32_t count = find_benefit(t, below, end_line, left_out);

	if (count == 0 && !more)
		return false;
	if (count > 0)
		add_benefit(r, row, unwrap_pieces(r, left_out, count), STATUS_INFERRED);
	left_out[count] = n->more;
	add_description(r, row, text_without(r, n->behind, end_line, left_out, count + more),
	                n->cut ? STATUS_AMBIGUOUS : STATUS_INFERRED);
	return true;
}

/* Does a text begin with a kind of benefit, which may be the cell before it, or its own word? */
static bool
begins_with_benefit(Str s)
{
	char squeezed[NAME_MAX];
	uint32_t len;

	for (size_t i = 0; i < benefit_count; i++)
	{
		len = squeeze(benefit_names[i], squeezed, NAME_MAX - 1);
		squeezed[len] = '\0';
		if (squeezed_prefix(s, squeezed, NULL))
			return true;
	}
	return false;
}

static void
add_component(Reader *r, uint32_t row, const Named *n, uint32_t end_line)
{
	const Text *t = r->text;
	uint32_t next = n->behind.line + 1;
	Place rest = n->behind;
	Place behind;
	Str description;
	Status doubt = STATUS_REPORTED;

	add_name(r, FIELD_COMPONENT_NAME, row, line_place(t, n->first), n->behind, n->more, n->cut);
	if (at_line_end(t, n->behind) && benefit_at(t, next, end_line, &behind))
	{
		add_benefit(r, row, unwrap_between(r, line_place(t, next), behind), doubt);
		rest = behind;
	}
	else if (at_line_end(t, n->behind) && unlisted_benefit(t, next, end_line))
	{
		doubt = STATUS_INFERRED;
		add_benefit(r, row, unwrap(r, line_place(t, next), next + 1), doubt);
		rest = line_place(t, next + 1);
	}
	else
		doubt = doubt_of_page(t, n->first, end_line);
	claim(r, line_place(t, n->first), line_end_place(t, end_line - 1), TRACE_VALUE,
	      FIELD_COMPONENTS);
	if (rest.line == n->behind.line && (t->blocks || !at_line_end(t, n->behind)) &&
	    doubt == STATUS_REPORTED && add_mixed_description(r, row, n, end_line))
		return;
	description = between(r, rest, line_end_place(t, end_line - 1));
	if (rest.at == n->behind.at && begins_with_benefit(description))
	{
		draft_add(r->draft, FIELD_COMPONENT_BENEFIT_TYPE, row, STATUS_AMBIGUOUS, NO_STR);
		doubt = STATUS_AMBIGUOUS;
	}
	if (n->cut)
		doubt = STATUS_AMBIGUOUS;
	add_description(r, row, description, doubt);
}

/* Does a description stand between each name, with its kind of benefit, and the next? */
static bool
names_alternate(const Text *t, const Pairing *p, uint32_t end_line)
{
	for (uint32_t i = 0; i < p->count; i++)
	{
		uint32_t next = i + 1 < p->count ? p->named[i + 1].first : end_line;
		uint32_t line = p->named[i].behind.line + 1;
		Place behind;

		if (benefit_at(t, line, next, &behind)) /* which may take more than one line */
			line = behind.line;
		if (next < line + DESCRIPTION_LINES)
			return false;
	}
	return p->count > 0;
}

void
read_components(Reader *r, const Area *area)
{
	Area spending = area_of(r, FIELD_COMPONENT_SPENDING_LINES, FIELD_HEADING_5_5);
	Pairing *p;
	uint32_t fact;
	bool complete;
	Grid g;

	if (grid_read(r, area, &g))
	{
		read_components_grid(r, area, &g);
		return;
	}
	if (r->text->positioned)
	{
		if (component_grid(r, area, &spending, false, &g))
			read_components_grid(r, area, &g);
		else
			add_unread(r, area, FIELD_COMPONENT_DESCRIPTION);
		return;
	}
	p = pair_areas(r, area, &spending);
	if (!p)
		return;
	qsort(p->named, p->count, sizeof(Named), compare_named);
	mark_cut_names(r, area, &spending, p);
	complete = is_complete(r, area, p) && names_are_whole(r, area, &spending, p);
	if (r->text->blocks &&
	    read_components_blocks(r, area, &spending,
	                           complete && names_alternate(r->text, p, area->end_line)))
		return;
	if (!complete)
	{
		add_unread(r, area, FIELD_COMPONENT_DESCRIPTION);
		return;
	}
	fact = r->draft->count;
	for (uint32_t i = 0; i < p->count; i++)
		add_component(r, i, &p->named[i],
		              i + 1 < p->count ? p->named[i + 1].first : area->end_line);
	doubt_texts(r, fact, FIELD_COMPONENT_DESCRIPTION);
}
