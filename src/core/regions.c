/*
 * regions.c
 *		The tables by region: beneficiaries (3.3) and spending (5.6).
 *
 * src/core/regions.c
 */
#include "region.h"
#include "table.h"

#include <string.h>

#define NAME_WORDS_MAX 12

typedef struct RegionTable
{
	FieldId table;
	FieldId region;
	FieldId figure;
	FieldId total;
} RegionTable;

static const RegionTable tables[] = {
    {FIELD_REGIONS, FIELD_REGIONS_REGION, FIELD_REGIONS_BENEFICIARIES, FIELD_REGIONS_TOTAL},
    {FIELD_REGIONAL_SPENDING, FIELD_REGIONAL_REGION, FIELD_REGIONAL_AMOUNT, FIELD_REGIONAL_TOTAL},
};

static bool
is_total(Str name)
{
	return squeezed_equal(name, "total") || squeezed_equal(name, "totalnacional") ||
	       squeezed_equal(name, "totalgeneral");
}

static void
add_region(Reader *r, const RegionTable *t, uint32_t row, Str name, Str figure, Status doubt)
{
	if (is_total(name))
	{
		add_doubtful(r, t->total, row, figure, doubt);
		return;
	}
	add_cell(r, t->region, row, name);
	add_doubtful(r, t->figure, row, figure, doubt);
}

static void
read_from_grid(Reader *r, const RegionTable *t, const Grid *g)
{
	uint32_t line = 0;

	for (uint32_t row = 0; row < g->row_count; row++)
	{
		Str name = grid_text(g, row, 0);

		if (squeezed_equal(name, "region"))
			grid_claim_row(r, g, row, TRACE_LABEL, t->table);
		else if (name.len > 0 && g->rows[row].cell_count >= 2)
		{
			add_region(r, t, line++, name, grid_text(g, row, 1), STATUS_REPORTED);
			grid_claim(r, g, row, 0, TRACE_VALUE, t->table);
			grid_claim(r, g, row, 1, TRACE_VALUE, t->table);
		}
	}
}

/* ---- From words ---- */

static bool
is_header_word(Str text)
{
	return squeezed_equal(text, "region") || squeezed_equal(text, "beneficiarios") ||
	       squeezed_equal(text, "efectivos") || squeezed_equal(text, "ejecutado");
}

/* A name that the closed list of regions knows, or a row that is none. */
static bool
is_known_name(Str name)
{
	return region_code_of(name) != NULL || region_is_central(name) || is_total(name);
}

/* Names and figures that wait for each other: the text may give them in columns. */
typedef struct Pending
{
	Str *names;
	Str *figures;
	uint32_t name_count;
	uint32_t figure_count;
} Pending;

static Str
words_between(const Words *w, uint32_t from, uint32_t to)
{
	Str last = w->words[to - 1].text;

	return (Str){w->words[from].text.at, (uint32_t) (last.at + last.len - w->words[from].text.at)};
}

/* "Total ejecutado" and "Beneficiarios efectivos 2021" head the column of figures. */
static bool
is_header_at(const Words *w, uint32_t i)
{
	Str text = w->words[i].text;

	return is_header_word(text) ||
	       (is_year(text) && i > 0 && squeezed_equal(w->words[i - 1].text, "efectivos")) ||
	       (squeezed_equal(text, "total") && i + 1 < w->count &&
	        squeezed_equal(w->words[i + 1].text, "ejecutado"));
}

static uint32_t
next_line(const Words *w, uint32_t i)
{
	uint32_t line = w->words[i].line;

	while (i < w->count && w->words[i].line == line)
		i++;
	return i;
}

/* Where the name that begins at word i ends: at a figure, or with a whole known name. */
static uint32_t
name_end(const Words *w, uint32_t i)
{
	uint32_t end;

	for (end = i; end < w->count && end < i + NAME_WORDS_MAX; end++)
	{
		if (is_figure(w->words[end].text) || is_header_at(w, end))
			break;
		/* a name may go on behind the line's end, where a shorter one is known too */
		if (end > i && w->words[end].first && is_known_name(words_between(w, i, end)) &&
		    !begins_lower(w->words[end].text) &&
		    !is_known_name(words_between(w, i, next_line(w, end))))
			break;
	}
	return end;
}

/*
 * Where the name among the words from i on begins: a word of another table's
 * header may stand on a line before it, and what a font tore of this one's
 * before its year.
 */
static uint32_t
name_begin(const Words *w, uint32_t i, uint32_t end, bool first)
{
	bool before_year = first && end < w->count && is_year(w->words[end].text);

	for (uint32_t word = i + 1; word < end; word++)
		if (w->words[word].first && is_known_name(words_between(w, word, end)) &&
		    !is_known_name(words_between(w, i, end)))
			return word;
	return before_year && !is_known_name(words_between(w, i, end)) ? end + 1 : i;
}

/* The names and figures of the table, in the order of the text; by_row: they alternate. */
static Pending
read_pending(Reader *r, const RegionTable *t, const Words *w, bool *by_row)
{
	Pending p = {arena_alloc(r->scratch, (w->count + 1) * sizeof(Str)),
	             arena_alloc(r->scratch, (w->count + 1) * sizeof(Str)), 0, 0};
	uint32_t i = 0;

	*by_row = true;
	while (p.names && p.figures && i < w->count)
	{
		uint32_t end, begin;

		if (is_header_at(w, i))
		{
			word_claim(r, &w->words[i++], TRACE_LABEL, t->table);
			continue;
		}
		if (is_figure(w->words[i].text))
		{
			*by_row &= p.name_count == p.figure_count + 1;
			p.figures[p.figure_count++] = w->words[i].text;
			word_claim(r, &w->words[i++], TRACE_VALUE, t->table);
			continue;
		}
		end = name_end(w, i);
		if (end == i || (!(end < w->count && is_figure(w->words[end].text)) &&
		                 !is_known_name(words_between(w, i, end))))
		{
			i = end > i ? end : i + 1; /* neither a name nor a figure: it stays unmapped */
			continue;
		}
		begin = name_begin(w, i, end, p.name_count == 0);
		if (begin > i)
		{
			i = begin;
			continue;
		}
		*by_row &= p.name_count == p.figure_count;
		p.names[p.name_count++] = unwrap_between(
		    r, (Place){w->words[i].line, w->words[i].start},
		    (Place){w->words[end - 1].line, w->words[end - 1].start + w->words[end - 1].text.len});
		for (; i < end; i++)
			word_claim(r, &w->words[i], TRACE_VALUE, t->table);
	}
	return p;
}

/* Do the figures add up to that of the row of the total, the last name? */
static bool
adds_up(const Pending *p)
{
	Decimal d = {0, 0};
	int64_t sum = 0;

	for (uint32_t i = 0; i < p->name_count; i++)
	{
		if (!value_number(p->figures[i], TYPE_AMOUNT, &d) || d.scale != 0)
			return false;
		if (i + 1 < p->name_count)
			sum += d.mantissa % AMOUNT_MAX;
	}
	return is_total(p->names[p->name_count - 1]) && d.mantissa == sum;
}

/*
 * The figures of names without any may stand behind the table, one run of as
 * many as are missing; a total tells where such a run ends.
 */
static void
find_strayed(Reader *r, const RegionTable *t, Pending *p, uint32_t line)
{
	uint32_t end_line = stray_end(r, line);
	uint32_t own = p->figure_count;
	uint32_t first = 0;

	for (; line < end_line && p->figure_count < p->name_count; line++)
	{
		Words w = stray_figures(r, line);

		if (r->text->lines[line].furniture)
			continue;
		if (w.count == 0 || p->figure_count + w.count > p->name_count)
			p->figure_count = own;
		else if (p->figure_count == own)
			first = line;
		for (uint32_t i = 0; i < w.count && p->figure_count < p->name_count; i++)
			p->figures[p->figure_count++] = w.words[i].text;
	}
	if (p->figure_count == p->name_count &&
	    (adds_up(p) || line == end_line || stray_figures(r, line).count == 0))
		for (; first < line; first++)
			stray_take(r, t->table, first);
	else
		p->figure_count = own;
}

static void
read_from_words(Reader *r, const RegionTable *t, const Words *w, uint32_t end_line)
{
	bool by_row;
	Pending p = read_pending(r, t, w, &by_row);
	bool paired = p.name_count == p.figure_count;
	uint32_t loose = p.name_count;

	if (r->text->blocks && p.figure_count < p.name_count)
	{
		find_strayed(r, t, &p, end_line);
		paired = p.name_count == p.figure_count;
		by_row = false;
	}
	for (uint32_t i = 0; i < p.name_count; i++)
		if (paired)
			add_region(r, t, i, p.names[i], p.figures[i],
			           by_row ? STATUS_REPORTED : STATUS_INFERRED);
		else
		{
			if (!is_total(p.names[i]))
				add_cell(r, t->region, i, p.names[i]);
			draft_add(r->draft, is_total(p.names[i]) ? t->total : t->figure, i, STATUS_AMBIGUOUS,
			          NO_STR);
		}
	for (uint32_t i = 0; !paired && i < p.figure_count; i++)
		add_doubtful(r, t->figure, loose++, p.figures[i], STATUS_AMBIGUOUS);
}

void
read_regions(Reader *r, const Area *area)
{
	const RegionTable *t = &tables[area->table == FIELD_REGIONAL_SPENDING];
	Grid g;
	Words w;

	if (grid_read(r, area, &g))
	{
		read_from_grid(r, t, &g);
		return;
	}
	w = words_read(r, area);
	words_take_borders(r, &w);
	if (w.count > 0)
		read_from_words(r, t, &w, area->end_line);
}
