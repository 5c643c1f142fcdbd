/*
 * outline.c
 *		Where the form's labels and headings stand in a text.
 *
 * Every line that begins with a label is a candidate; narratives give false
 * ones.  The form has an order, so the true labels are the heaviest chain of
 * candidates that keeps it.  Labels that were moved are taken up afterwards,
 * where they stand in their own section; what still looks like a label in a
 * place where no narrative can be is one that the form does not know.
 *
 * src/core/outline.c
 */
#include "outline.h"
#include "label.h"
#include "near.h"
#include "number.h"

#include <stdlib.h>
#include <string.h>

#define HEADING_CAPITALS 4 /* letters of a heading "6. EVALUACIÓN" */
#define PLACES_ASK       1024
#define RANKS            (2 * FIELD_COUNT + 2)
#define HEADING_WEIGHT   20
#define LONG_LABEL       25 /* squeezed characters that no narrative repeats by chance */

typedef struct Candidate
{
	LabelMatch match;
	uint32_t line;
	bool chosen;
	bool reworded; /* found in other words than the form's */
} Candidate;

/* A candidate read as one of its labels, at the end of the best chain to it. */
typedef struct Node
{
	uint32_t candidate;
	uint32_t label;
	uint32_t weight; /* of the whole chain */
	uint32_t before; /* 1 + its node; 0: none */
} Node;

typedef struct Chooser
{
	const Text *text;
	Arena *arena;
	Candidate *candidates;
	uint32_t count;
	uint32_t capacity;
	Node *nodes;
	uint32_t node_count;
	uint32_t node_capacity;
	uint32_t best[RANKS + 1]; /* Fenwick tree of prefix maxima: 1 + node */
	const Label *labels;
	uint32_t label_count;
	bool has_bold;
} Chooser;

static bool
is_heading(FieldId field)
{
	return form_fields[field].type == TYPE_HEADING;
}

/* The place of a label in the form; the questions of section 8 follow their headings. */
static uint32_t
rank_of(FieldId field, uint8_t nth)
{
	if (field == FIELD_OBSERVATIONS && nth > 0)
		return 2 * (FIELD_HEADING_8_1 + nth - 1u) + 1;
	return 2 * field;
}

static bool
at_cell_end(const Text *text, Place place)
{
	return place.at >= text->lines[place.line].end || text->clean.at[place.at] == '\t';
}

static bool
digit_follows(const Text *text, Place place)
{
	const char *s = text->clean.at;
	uint32_t at = place.at;

	while (at < text->lines[place.line].end && is_gap(s[at]))
		at++;
	return at < text->lines[place.line].end && s[at] >= '0' && s[at] <= '9';
}

/* Asks for leave to go on at one of so many places. */
static inline bool
may_go_on(Arena *arena, uint32_t place)
{
	return arena_may_go_on_at(arena, place, PLACES_ASK);
}

/* May what was recognised be a label here, by what follows it? */
static bool
is_plausible(const Chooser *c, const Candidate *candidate)
{
	const LabelMatch *m = &candidate->match;
	const Label *label = &c->labels[m->first];
	FieldType type = form_fields[label->field].type;
	bool ends = at_cell_end(c->text, m->end);

	if (c->has_bold && m->colon && type != TYPE_LABEL && !c->text->lines[candidate->line].bold)
		return false;
	switch (type)
	{
		case TYPE_HEADING:
			return ends || m->colon;
		case TYPE_DATE:
		case TYPE_LABEL:
			return true;
		case TYPE_TABLE:
			/* a row of a table may be labelled as the table is */
			return m->colon || (ends && !digit_follows(c->text, m->end)) ||
			       label->length >= LONG_LABEL;
		default:
			if (label->field == FIELD_COMPONENT_COUNT || label->field == FIELD_REPORT_TITLE)
				return ends;
			return m->colon || (ends && label->length >= 12) || label->length >= LONG_LABEL ||
			       (type == TYPE_AMOUNT && digit_follows(c->text, m->end));
	}
}

static bool
collect_candidates(Chooser *c, Error *error)
{
	const Text *t = c->text;

	for (uint32_t i = 0; i < t->line_count; i++)
	{
		Candidate candidate = {.line = i};

		c->has_bold |= t->lines[i].bold;
		if (!may_go_on(c->arena, i))
			break;
		if (t->lines[i].furniture ||
		    !label_match(t, (Place){i, t->lines[i].start}, &candidate.match))
			continue;
		if (label_goes_on(t, &candidate.match) || !is_plausible(c, &candidate))
			continue;
		if (arena_grow(c->arena, (void **) &c->candidates, c->count, &c->capacity,
		               sizeof(Candidate)))
			c->candidates[c->count++] = candidate;
	}
	return !c->arena->failed || arena_error(c->arena, error);
}

/* ---- The heaviest chain ---- */

/* The node at the end of the best chain below a rank; 0: none. */
static uint32_t
best_below(const Chooser *c, uint32_t rank)
{
	uint32_t best = 0;

	for (uint32_t i = rank; i > 0; i &= i - 1)
		if (c->best[i] && (!best || c->nodes[c->best[i] - 1].weight > c->nodes[best - 1].weight))
			best = c->best[i];
	return best;
}

/* The first of equally good chains stays: repeated header rows come later. */
static void
offer(Chooser *c, uint32_t rank, uint32_t node)
{
	for (uint32_t i = rank + 1; i <= RANKS; i += i & -i)
		if (!c->best[i] || c->nodes[c->best[i] - 1].weight < c->nodes[node - 1].weight)
			c->best[i] = node;
}

/*
 * Of labels of the same words, that weighs more which the form has next to the
 * label above, or at least in its section.
 */
static uint32_t
nearness(const Chooser *c, uint32_t label, uint32_t before)
{
	FieldId field = c->labels[label].field;
	FieldId above = c->labels[c->nodes[before - 1].label].field;

	if (field == above + 1)
		return 2;
	return strcmp(form_fields[field].section, form_fields[above].section) == 0;
}

/* A table's header right behind another table's, with the same words, may be that one's repeated.
 */
static bool
may_be_repeated(const Chooser *c, const LabelMatch *m, uint32_t label, uint32_t before)
{
	uint32_t above = before ? c->nodes[before - 1].label : UINT32_MAX;

	return above >= m->first && above <= m->last && above != label &&
	       form_fields[c->labels[label].field].type == TYPE_TABLE;
}

static void
extend_chains(Chooser *c, uint32_t candidate)
{
	const LabelMatch *m = &c->candidates[candidate].match;
	uint32_t first = c->node_count;

	for (uint32_t l = m->first; l <= m->last; l++)
	{
		uint32_t before = best_below(c, rank_of(c->labels[l].field, c->labels[l].nth));
		Node node = {candidate, l, c->labels[l].length, before};

		if (is_heading(c->labels[l].field))
			node.weight += HEADING_WEIGHT;
		if (may_be_repeated(c, m, l, before))
			node.weight = c->nodes[before - 1].weight;
		else if (before)
			node.weight += c->nodes[before - 1].weight + nearness(c, l, before);
		if (arena_grow(c->arena, (void **) &c->nodes, c->node_count, &c->node_capacity,
		               sizeof(Node)))
			c->nodes[c->node_count++] = node;
	}
	for (uint32_t n = first; n < c->node_count; n++)
	{
		const Label *label = &c->labels[c->nodes[n].label];

		offer(c, rank_of(label->field, label->nth), n + 1);
	}
}

/* ---- Entries ---- */

static void
add_entry(Outline *o, Entry entry)
{
	if (arena_grow(o->arena, (void **) &o->entries, o->count, &o->capacity, sizeof(Entry)))
		o->entries[o->count++] = entry;
}

static void
add_known(Outline *o, const Candidate *from, const Label *label)
{
	add_entry(o, (Entry){
	                 .field = label->field,
	                 .nth = label->nth,
	                 .heading = is_heading(label->field),
	                 .reworded = from->reworded,
	                 .start = {from->line, o->text->lines[from->line].start},
	                 .label_end = from->match.end,
	                 .year = from->match.year,
	                 .number = from->match.number,
	             });
}

static int
compare_entries(const void *a, const void *b)
{
	const Entry *x = a;
	const Entry *y = b;

	return x->start.line < y->start.line ? -1 : x->start.line > y->start.line;
}

/* Puts entries that were added past the first `ordered` in their places. */
static void
sort_entries(Outline *o, uint32_t ordered)
{
	if (o->count > ordered)
		qsort(o->entries, o->count, sizeof(Entry), compare_entries);
}

static void
add_chain(Outline *o, Chooser *c)
{
	for (uint32_t n = best_below(c, RANKS); n; n = c->nodes[n - 1].before)
	{
		c->candidates[c->nodes[n - 1].candidate].chosen = true;
		add_known(o, &c->candidates[c->nodes[n - 1].candidate], &c->labels[c->nodes[n - 1].label]);
	}
	for (uint32_t i = 0; i < o->count / 2; i++)
	{
		Entry swap = o->entries[i];

		o->entries[i] = o->entries[o->count - 1 - i];
		o->entries[o->count - 1 - i] = swap;
	}
}

const Entry *
outline_find(const Outline *outline, FieldId field)
{
	for (uint32_t i = 0; i < outline->count; i++)
		if (outline->entries[i].field == field)
			return &outline->entries[i];
	return NULL;
}

/* The form's section that a line lies in, by the headings of the first `count` entries. */
static const char *
section_at(const Outline *o, uint32_t count, uint32_t line)
{
	const char *section = "0";

	for (uint32_t i = 0; i < count && o->entries[i].start.line <= line; i++)
		if (o->entries[i].heading && o->entries[i].field != FIELD_NONE)
			section = form_fields[o->entries[i].field].section;
	return section;
}

/* ---- Labels in other words ---- */

/* Of the labels that fit equally, the first that the form has between two ranks; NULL: none. */
static const Label *
label_between(const Chooser *c, const LabelMatch *match, uint32_t above, uint32_t below)
{
	for (uint32_t l = match->first; l <= match->last; l++)
	{
		uint32_t rank = rank_of(c->labels[l].field, c->labels[l].nth);

		if (rank >= above && rank < below)
			return &c->labels[l];
	}
	return NULL;
}

/* The labels that the form has between two ranks. */
static void
want_between(const Chooser *c, uint32_t above, uint32_t below, Wanted *wanted)
{
	wanted->count = wanted->longest = wanted->initials = 0;
	for (uint32_t l = 0; l < c->label_count && above + 1 < below; l++)
	{
		uint32_t rank = rank_of(c->labels[l].field, c->labels[l].nth);
		uint32_t len = c->labels[l].length + c->labels[l].length / 2u; /* with spaces */

		if (rank < above || rank >= below || wanted->count == WANTED_MAX)
			continue;
		wanted->labels[wanted->count++] = (uint16_t) l;
		wanted->initials |= 1u << (c->labels[l].squeezed[0] & 0x1F);
		if (len > wanted->longest)
			wanted->longest = len;
	}
}

static void
add_broken(Outline *o, uint32_t line)
{
	if (arena_grow(o->arena, (void **) &o->broken, o->broken_count, &o->broken_capacity,
	               sizeof(uint32_t)))
		o->broken[o->broken_count++] = line;
}

bool
outline_is_broken(const Outline *o, uint32_t first, uint32_t end)
{
	for (uint32_t i = 0; i < o->broken_count && o->broken[i] < end; i++)
		if (o->broken[i] >= first)
			return true;
	return false;
}

/* The label that the line of a candidate begins with in other words; NULL: none. */
static const Label *
label_near_line(const Outline *o, const Chooser *c, Candidate *near, uint32_t end,
                const Wanted *wanted, uint32_t above, uint32_t below)
{
	if (!label_near(o->text, near->line, wanted, &near->match) || near->match.end.line >= end ||
	    !is_plausible(c, near))
		return NULL;
	return label_between(c, &near->match, above, below);
}

/*
 * Labels that stand in other words among the lines [first, end), between two labels
 * of the chain where the form has those of ranks from `above` up to `below`.
 */
static bool
add_reworded_between(Outline *o, const Chooser *c, uint32_t first, uint32_t end, uint32_t above,
                     uint32_t below)
{
	Wanted wanted;

	if (first >= end)
		return true;
	want_between(c, above, below, &wanted);
	for (uint32_t i = first; i < end && wanted.count > 0; i++)
	{
		Candidate near = {.line = i, .reworded = true};
		const Label *label;

		if (!may_go_on(c->arena, i))
			return false;
		if (o->text->lines[i].furniture)
			continue;
		label = label_near_line(o, c, &near, end, &wanted, above, below);
		if (!label)
		{
			if (label_begins(o->text, i, &wanted))
				add_broken(o, i);
			continue;
		}
		add_known(o, &near, label);
		i = near.match.end.line;
		above = rank_of(label->field, label->nth) + 1;
		want_between(c, above, below, &wanted);
	}
	return true;
}

/*
 * Where the chain leaves out labels of the form, a line between its neighbours
 * may begin with one of them in other words.
 */
static bool
add_reworded(Outline *o, const Chooser *c)
{
	uint32_t chain = o->count;
	uint32_t first = 0;
	uint32_t above = 0;

	for (uint32_t e = 0; e <= chain; e++)
	{
		Entry next = e < chain ? o->entries[e] : (Entry){.start = {o->text->line_count, 0}};
		uint32_t rank = e < chain ? rank_of(next.field, next.nth) : RANKS;

		if (!add_reworded_between(o, c, first, next.start.line, above, rank))
			return false;
		first = next.label_end.line + 1;
		above = rank + 1;
	}
	sort_entries(o, chain);
	return true;
}

/* Labels out of the form's order, each in its own section and not found elsewhere. */
static void
add_moved(Outline *o, const Chooser *c)
{
	uint32_t chain = o->count;

	for (uint32_t i = 0; i < c->count && may_go_on(c->arena, i); i++)
	{
		const LabelMatch *m = &c->candidates[i].match;

		if (c->candidates[i].chosen || !m->colon)
			continue;
		for (uint32_t l = m->first; l <= m->last; l++)
		{
			FieldId field = c->labels[l].field;

			if (is_heading(field) || outline_find(o, field) ||
			    strcmp(section_at(o, chain, c->candidates[i].line), form_fields[field].section) !=
			        0)
				continue;
			add_known(o, &c->candidates[i], &c->labels[l]);
			break;
		}
	}
	sort_entries(o, chain);
}

static void
close_bodies(Outline *o)
{
	for (uint32_t i = 0; i < o->count; i++)
		o->entries[i].end_line =
		    i + 1 < o->count ? o->entries[i + 1].start.line : o->text->line_count;
}

/* ---- Blocks ---- */

/* Headings with a table below them whose header row was not found. */
static int
tables_missed(const Outline *o)
{
	static const struct
	{
		FieldId heading;
		FieldId table;
	} tables[] = {
	    {FIELD_HEADING_5_2, FIELD_SPENDING_LINES},
	    {FIELD_HEADING_5_5, FIELD_COMPONENT_SPENDING_LINES},
	    {FIELD_HEADING_5_6, FIELD_REGIONAL_SPENDING},
	    {FIELD_HEADING_5_7, FIELD_ADMIN_LINES},
	    {FIELD_HEADING_6_1, FIELD_PURPOSE_INDICATORS},
	    {FIELD_HEADING_6_2, FIELD_COMPLEMENTARY_INDICATORS},
	};
	int missed = 0;

	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		missed += outline_find(o, tables[i].heading) && !outline_find(o, tables[i].table);
	return missed;
}

/*
 * Some extractors (pdftotext by default, pdfminer) give each cell as a block,
 * and blocks in an order of their own.  The header rows of tables show it:
 * blank lines stand between their cells, where others print them on one line,
 * or they are torn apart altogether.
 */
static bool
has_blocks(const Outline *o)
{
	int blocks = 0;
	int rows = 0;

	for (uint32_t i = 0; i < o->count; i++)
	{
		const Entry *e = &o->entries[i];
		bool blank = false;

		if (e->field == FIELD_NONE || !strchr(form_fields[e->field].label, '|'))
			continue;
		for (uint32_t line = e->start.line + 1; line <= e->label_end.line; line++)
			blank |= o->text->lines[line].after_blank && !o->text->lines[line].after_page;
		*(blank ? &blocks : &rows) += 1;
	}
	return blocks + tables_missed(o) > rows;
}

/* ---- Header rows that a page break repeats ---- */

static void
hide_lines(Text *t, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
		t->lines[i].furniture = true;
	if (end < t->line_count)
		t->lines[end].after_page = true;
}

/*
 * A table's header row within the table itself stands at the top of a new page.
 * Where columns are kept by position it is still of use.
 */
static void
hide_repeated_headers(Outline *o, Text *t, const Chooser *c)
{
	uint32_t e = 0;

	for (uint32_t i = 0; i < c->count && may_go_on(c->arena, i); i++)
	{
		const LabelMatch *m = &c->candidates[i].match;
		uint32_t line = c->candidates[i].line;
		uint32_t end = m->end.line + 1;

		while (e + 1 < o->count && o->entries[e + 1].start.line <= line)
			e++;
		if (c->candidates[i].chosen || e >= o->count || o->entries[e].field == FIELD_NONE ||
		    form_fields[o->entries[e].field].type != TYPE_TABLE || m->colon)
			continue;
		for (uint32_t l = m->first; l <= m->last; l++)
		{
			FieldId field = c->labels[l].field;

			if (field != o->entries[e].field || line <= o->entries[e].start.line ||
			    (!strchr(form_fields[field].label, '|') && field != FIELD_EXECUTORS) ||
			    (t->positioned &&
			     (field == FIELD_PURPOSE_INDICATORS || field == FIELD_COMPLEMENTARY_INDICATORS)))
				continue;
			while (end < t->line_count &&
			       is_column_head((Str){t->clean.at + t->lines[end].start,
			                            t->lines[end].end - t->lines[end].start}))
				end++;
			hide_lines(t, line, end);
		}
	}
}

/* ---- What the form does not know ---- */

/* "EVALUACIÓN": no letter is small, and some are not. */
static bool
in_capitals(Str s)
{
	uint32_t capitals = 0;

	for (uint32_t i = 0; i < s.len; i++)
	{
		unsigned char c = (unsigned char) s.at[i];

		if ((c >= 'a' && c <= 'z') || (i > 0 && (unsigned char) s.at[i - 1] == 0xC3 && c >= 0x9F))
			return false;
		capitals += c >= 'A' && c <= 'Z';
	}
	return capitals >= HEADING_CAPITALS;
}

/* "7.4) Enfoque de Género": major and minor number of a heading; false: no heading. */
static bool
heading_number(Str s, int *major, int *minor, uint32_t *len)
{
	char *end;
	char number[8] = {0};

	if (s.len < 5 || s.len > 90 || s.at[0] < '1' || s.at[0] > '9')
		return false;
	if (s.at[1] == '.' && s.at[2] == ' ')
	{
		*major = s.at[0] - '0';
		*minor = 0;
		*len = 1;
		return in_capitals((Str){s.at + 3, s.len - 3});
	}
	memcpy(number, s.at, s.len < 7 ? s.len : 7);
	if (!strchr(number, ')'))
		return false; /* as nearly all figures */
	*major = (int) strtol(number, &end, 10);
	if (*end != '.')
		return false;
	*minor = (int) strtol(end + 1, &end, 10);
	*len = (uint32_t) (end - number);
	return *end == ')' && s.at[s.len - 1] != '.' && s.at[s.len - 1] != ',' && *len + 1 < s.len &&
	       s.at[*len + 1] == ' ';
}

/* "5.8": 508 */
static int
heading_value(const Entry *entry)
{
	const char *section = form_fields[entry->field].section;
	int value = 100 * (section[0] - '0');

	return section[1] == '.' ? value + (section[2] - '0') : value;
}

/* Headings whose numbers fit between their neighbours'. */
static void
add_unknown_headings(Outline *o)
{
	const Text *t = o->text;
	uint32_t known = o->count;
	uint32_t next = 0;
	int before = 0;

	for (uint32_t i = 0; i < t->line_count && may_go_on(o->arena, i); i++)
	{
		Str s = line_text(t, i);
		int major, minor;
		uint32_t len;
		uint32_t after;

		while (next < known && o->entries[next].start.line <= i)
		{
			if (o->entries[next].heading)
				before = heading_value(&o->entries[next]);
			next++;
		}
		if (t->lines[i].furniture || !heading_number(s, &major, &minor, &len) ||
		    (next > 0 && o->entries[next - 1].start.line == i))
			continue;
		for (after = next; after < known && !o->entries[after].heading; after++)
			;
		if (100 * major + minor <= before ||
		    (after < known && 100 * major + minor >= heading_value(&o->entries[after])))
			continue;
		add_entry(o, (Entry){.field = FIELD_NONE,
		                     .heading = true,
		                     .start = {i, t->lines[i].start},
		                     .label_end = {i, t->lines[i].end},
		                     .number = {s.at, len}});
		before = 100 * major + minor;
	}
	sort_entries(o, known);
}

/* The length of "Correo electrónico:" or "¿…?:" at the start of s; 0: it is no label. */
static uint32_t
label_length(Str s)
{
	bool question = s.len > 2 && memcmp(s.at, "¿", 2) == 0;
	uint32_t at;

	if (!question && !(s.at[0] >= 'A' && s.at[0] <= 'Z') && (unsigned char) s.at[0] != 0xC3)
		return 0;
	if (!memchr(s.at, ':', s.len < 301 ? s.len : 301))
		return 0;
	for (at = 0; at < s.len && at < 300; at++)
	{
		if (s.at[at] == ':' && (at + 1 == s.len || s.at[at + 1] == ' '))
			break;
		if (!question && (s.at[at] == '.' || s.at[at] == ';' || s.at[at] == '\t') &&
		    (at + 1 == s.len || s.at[at + 1] == ' ' || s.at[at] == '\t'))
			return 0;
	}
	if (at < 4 || at >= s.len || s.at[at] != ':' || (question && s.at[at - 1] != '?'))
		return 0;
	return question || at <= 80 ? at + 1 : 0;
}

/* Can the body of this entry hold no narrative, once its first line is over? */
static bool
body_is_short(const Text *t, const Entry *entry)
{
	Str first = {t->clean.at + entry->label_end.at,
	             t->lines[entry->label_end.line].end - entry->label_end.at};

	if (entry->field == FIELD_REPORT_TITLE || entry->field == FIELD_CLOSING_DATE)
		return true;
	/* two headings have a narrative of their own; tables of texts follow others */
	if (entry->heading)
		return entry->field != FIELD_HEADING_2_1 && entry->field != FIELD_HEADING_7_3 &&
		       entry->field != FIELD_HEADING_4 && entry->field != FIELD_HEADING_5_5 &&
		       entry->field != FIELD_HEADING_6_1 && entry->field != FIELD_HEADING_6_2 &&
		       entry->field != FIELD_HEADING_7_2;
	if (entry->field == FIELD_NONE || entry->field == FIELD_COMPONENT_COUNT)
		return false;
	switch (form_fields[entry->field].type)
	{
		case TYPE_TEXT:
			return value_status(first, TYPE_TEXT) == STATUS_ABSENT ||
			       (strcmp(form_fields[entry->field].section, "1") == 0 &&
			        entry->field != FIELD_STRATEGIC_OBJECTIVE &&
			        entry->field != FIELD_PARENT_SYSTEM);
		case TYPE_TABLE:
			return entry->field != FIELD_OBSERVATIONS && entry->field != FIELD_COMPONENTS &&
			       entry->field != FIELD_COMPONENT_SPENDING_LINES &&
			       entry->field != FIELD_PURPOSE_INDICATORS &&
			       entry->field != FIELD_COMPLEMENTARY_INDICATORS && entry->field != FIELD_SDGS;
		case TYPE_LABEL:
			return false;
		default:
			return true;
	}
}

static bool
is_unknown_label(const Text *t, const Entry *entry, uint32_t line, bool short_body, bool has_bold,
                 uint32_t *len)
{
	Str s = line_text(t, line);

	if (t->lines[line].furniture || (line == entry->start.line))
		return false;
	*len = label_length(s);
	if (*len == 0)
		return false;
	if (has_bold)
		return t->lines[line].bold;
	return short_body || s.at[0] == (char) 0xC2;
}

/* Where labels may begin in a body: in the report's head, behind the ministry and the service. */
static uint32_t
first_label_line(const Text *t, const Entry *entry)
{
	uint32_t line = entry->label_end.line + 1;

	if (entry->field != FIELD_REPORT_TITLE && entry->field != FIELD_CLOSING_DATE)
		return line;
	while (line < entry->end_line && !squeezed_prefix(line_text(t, line), "ministerio", NULL))
		line++;
	return line + 2;
}

static void
add_unknown_labels(Outline *o, bool has_bold)
{
	uint32_t known = o->count;

	for (uint32_t e = 0; e < known && may_go_on(o->arena, e); e++)
	{
		Entry entry = o->entries[e];
		bool short_body = body_is_short(o->text, &entry);

		/* section 8 has labels of its own, whatever their words */
		if (entry.field == FIELD_OBSERVATIONS ||
		    (entry.field >= FIELD_HEADING_8 && entry.field <= FIELD_HEADING_8_6))
			continue;
		for (uint32_t i = first_label_line(o->text, &entry);
		     i < entry.end_line && may_go_on(o->arena, i); i++)
		{
			uint32_t len;
			uint32_t start = o->text->lines[i].start;

			if (!is_unknown_label(o->text, &entry, i, short_body, has_bold, &len))
				continue;
			add_entry(
			    o,
			    (Entry){.field = FIELD_NONE, .start = {i, start}, .label_end = {i, start + len}});
		}
	}
	sort_entries(o, known);
}

/* ---- Values away from their labels ---- */

static bool
is_bare(const Outline *o, const Entry *e)
{
	return !e->heading && e->field != FIELD_NONE && form_is_scalar(e->field) &&
	       at_cell_end(o->text, e->label_end);
}

/*
 * Labels line upon line, none with a value beside it, and a blank line behind
 * the last: the values follow as blocks, and which is whose is not to be known.
 */
static void
mark_detached(Outline *o)
{
	for (uint32_t first = 0, i = 0; i < o->count; i++)
	{
		const Entry *e = &o->entries[i];
		bool alone = e->end_line <= e->label_end.line + 1; /* the next may begin inside of it */

		if (!is_bare(o, e))
			first = i + 1;
		else if (alone && i + 1 < o->count && !o->text->lines[e->end_line].after_blank)
			continue;
		else
		{
			bool blank = !alone && o->text->lines[e->label_end.line + 1].after_blank;

			for (uint32_t k = first; blank && i > first && k <= i; k++)
				o->entries[k].detached = true;
			first = i + 1;
		}
	}
}

static bool
choose_entries(Chooser *c, Text *text, Outline *outline, Error *error)
{
	c->text = text;
	c->labels = labels_sorted(&c->label_count);
	if (!collect_candidates(c, error))
		return false;
	for (uint32_t i = 0; i < c->count && !c->arena->failed && may_go_on(c->arena, i); i++)
		extend_chains(c, i);
	if (!c->arena->failed)
	{
		add_chain(outline, c);
		if (!add_reworded(outline, c))
			return arena_error(c->arena, error);
		add_moved(outline, c);
		text->blocks = !text->cells_kept && !text->positioned && has_blocks(outline);
		hide_repeated_headers(outline, text, c);
		add_unknown_headings(outline);
		close_bodies(outline);
		add_unknown_labels(outline, c->has_bold);
		close_bodies(outline);
		if (!text->cells_kept)
			mark_detached(outline);
	}
	return !outline->arena->failed || arena_error(outline->arena, error);
}

bool
outline_read(Text *text, Arena *arena, Outline *outline, Error *error)
{
	Arena choosing;
	Chooser *c;
	bool done = false;

	*outline = (Outline){.text = text, .arena = arena};
	arena_init_within(&choosing, arena);
	c = arena_alloc(&choosing, sizeof(Chooser));
	if (!c)
		error_set(error, ERROR_NO_MEMORY, "out of memory");
	else
	{
		memset(c, 0, sizeof(Chooser));
		c->arena = &choosing;
		done = choose_entries(c, text, outline, error);
	}
	arena_free(&choosing);
	return done;
}
