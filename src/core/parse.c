/*
 * parse.c
 *		From a report's text to its facts: text, outline, fields, tables, and the
 *		account of what was read.
 *
 * src/core/parse.c
 */
#include "parse.h"
#include "reader.h"
#include "table.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#define lengthof(array) (sizeof(array) / sizeof((array)[0]))

#define QUOTED_MAX    200 /* bytes between quotation marks */
#define LABELS_NEEDED 4   /* so many of the form's labels make a report without its title */

#define PLACES_ASK 4096
#define HEAD_MAX   24         /* squeezed characters of a column's head, and as many tell it */
#define LONG_PIECE (1u << 18) /* bytes, to look at which takes time */

const char *
trace_kind_name(TraceKind kind)
{
	static const char *const names[] = {"label", "heading",  "furniture",
	                                    "value", "unmapped", "space"};

	return names[kind];
}

/* ---- The report's year ---- */

static int
closing_year(Reader *r, const Entry *entry)
{
	Str value = unwrap(r, entry->label_end, entry->label_end.line + 1);
	Date date;

	if (value.len > 0 && value.at[value.len - 1] == ')')
		value.len--;
	return date_parse(value, &date) ? date.year : YEAR_UNKNOWN;
}

/* The year that most labels speak of; unknown on a tie. */
static int
year_by_labels(const Outline *o)
{
	uint32_t votes[2101] = {0};
	int best = 0;
	bool tie = true;

	for (uint32_t i = 0; i < o->count; i++)
	{
		const Entry *e = &o->entries[i];
		int year;

		if (e->field == FIELD_NONE || e->year == 0 || form_fields[e->field].year_offset == NO_YEAR)
			continue;
		year = e->year - form_fields[e->field].year_offset;
		if (year < 1900 || year > 2100)
			continue;
		votes[year]++;
		if (year == best)
			tie = false;
		else if (votes[year] == votes[best])
			tie = true;
		else if (votes[year] > votes[best])
		{
			best = year;
			tie = false;
		}
	}
	return best == 0 || tie ? YEAR_UNKNOWN : best;
}

static void
find_report_year(Reader *r)
{
	const Entry *closing = outline_find(r->outline, FIELD_CLOSING_DATE);

	r->report_year = closing ? closing_year(r, closing) : YEAR_UNKNOWN;
	if (r->report_year == YEAR_UNKNOWN)
		r->report_year = year_by_labels(r->outline);
	r->draft->report_year = r->report_year;
}

/* ---- Tables ---- */

typedef struct TableReader
{
	FieldId table;
	void (*read)(Reader *r, const Area *area);
	FieldId heading;
} TableReader;

/* Where a text comes in blocks, these may stand behind the label of a total or a narrative: they
 * are read first. */
static const TableReader early_readers[] = {
    {FIELD_REGIONAL_SPENDING, read_regions, FIELD_HEADING_5_6},
    {FIELD_ADMIN_LINES, read_budget_lines, FIELD_HEADING_5_7},
    {FIELD_SDGS, read_sdgs, FIELD_HEADING_7_2},
};

/*
 * Each table with its reader; those that others lean on come first.  A table
 * whose header row is not found as it should be, because its cells are wrapped
 * beside one another, lies in the body of its section's heading.
 */
static const TableReader table_readers[] = {
    {FIELD_COVERAGE, read_matrix, FIELD_NONE},
    {FIELD_POPULATION_FLOW, read_matrix, FIELD_NONE},
    {FIELD_COSTS, read_matrix, FIELD_NONE},
    {FIELD_REGIONS, read_regions, FIELD_NONE},
    {FIELD_BUDGET_LAW, read_budget_lines, FIELD_NONE},
    {FIELD_SPENDING_LINES, read_budget_lines, FIELD_HEADING_5_2},
    {FIELD_EXTRA_LINES, read_budget_lines, FIELD_NONE},
    {FIELD_COMPONENT_SPENDING_LINES, read_component_spending, FIELD_HEADING_5_5},
    {FIELD_COMPONENTS, read_components, FIELD_COMPONENT_COUNT},
    {FIELD_PURPOSE_INDICATORS, read_indicators, FIELD_HEADING_6_1},
    {FIELD_COMPLEMENTARY_INDICATORS, read_indicators, FIELD_HEADING_6_2},
    {FIELD_EXECUTORS, read_executors, FIELD_NONE},
};

static void
note_tags(Reader *r, const Area *area)
{
	const Line *last = &r->text->lines[area->end_line - 1];
	uint32_t tags = tags_between(r->text, area->from.at, last->end);

	if (tags > 0)
		draft_add(r->draft, FIELD_MARKUP_TAGS, area->table, STATUS_REPORTED,
		          text_of_number(r, tags));
}

/*
 * Among blocks, the first header may be torn, and one that a page repeats be
 * found: does the form's first column head stand between the heading and that?
 */
static bool
is_header_torn(const Reader *r, const Entry *above, const Entry *entry)
{
	const char *label = form_fields[entry->field].label;
	char head[HEAD_MAX + 1];
	uint32_t len = squeeze((Str){label, (uint32_t) strcspn(label, " |")}, head, HEAD_MAX);

	head[len < HEAD_MAX ? len : HEAD_MAX] = '\0';
	for (uint32_t i = above->label_end.line + 1; i < entry->start.line; i++)
		if (!r->text->lines[i].furniture && squeezed_prefix(line_text(r->text, i), head, NULL))
			return true;
	return false;
}

/* Where a table lies; false: the text does not have it. */
static bool
find_area(Reader *r, FieldId table, FieldId heading, Area *area)
{
	const Entry *entry = outline_find(r->outline, table);
	const Entry *end = r->outline->entries + r->outline->count;
	const Entry *above = heading == FIELD_NONE ? NULL : outline_find(r->outline, heading);

	if (entry)
	{
		claim_label(r, entry);
		*area = (Area){table, entry->label_end, entry->end_line};
		/* the table's second row has a label of its own; among blocks, it may stand anywhere */
		if (r->text->blocks && table == FIELD_COSTS && entry + 1 < end &&
		    entry[1].field == FIELD_COSTS_BUDGET_LABEL)
			area->end_line = entry[1].end_line;
		if (r->text->blocks && above && above + 1 == entry && is_header_torn(r, above, entry))
			area->from = above->label_end;
		/* beside one another, the header's cells may begin above its first words */
		if (r->text->positioned && above && above + 1 == entry &&
		    (table == FIELD_PURPOSE_INDICATORS || table == FIELD_COMPLEMENTARY_INDICATORS))
			area->from = above->label_end;
		return true;
	}
	if (!above || above->end_line == above->label_end.line + 1)
		return false;
	*area = (Area){table, above->label_end, above->end_line};
	return true;
}

static void
read_table(Reader *r, const TableReader *reader)
{
	Arena scratch;
	Area area;

	if (!find_area(r, reader->table, reader->heading, &area))
		return;
	arena_init_within(&scratch, r->arena);
	r->scratch = &scratch;
	reader->read(r, &area);
	r->scratch = NULL;
	arena_free(&scratch);
	if (r->text->tag_count > 0)
		note_tags(r, &area);
}

static void
read_tables(Reader *r, const TableReader *readers, size_t count)
{
	for (size_t i = 0; i < count; i++)
		read_table(r, &readers[i]);
}

/* ---- Fields ---- */

static void
read_entries(Reader *r)
{
	const Outline *o = r->outline;

	for (uint32_t i = 0; i < o->count; i++)
	{
		const Entry *e = &o->entries[i];

		if (e->field == FIELD_NONE)
		{
			if (e->heading)
				r->section = e->number;
			read_unknown(r, e);
			continue;
		}
		r->section =
		    (Str){form_fields[e->field].section, (uint32_t) strlen(form_fields[e->field].section)};
		if (e->field != FIELD_REPORT_TITLE && e->field != FIELD_CLOSING_DATE &&
		    form_fields[e->field].type != TYPE_TABLE)
			read_scalar(r, e);
	}
}

/*
 * Totals that the form prints more than once.  Among blocks, what stands behind a
 * label may be another's: an amount that was inferred, and that a copy says to be
 * another, is in doubt.
 */
static void
doubt_copies(Reader *r)
{
	static const FieldId copies[][2] = {
	    {FIELD_SPENDING, FIELD_SUMMARY_SPENDING},
	    {FIELD_COMPONENT_SPENDING, FIELD_SUMMARY_COMPONENT_SPENDING},
	    {FIELD_ADMIN_LINES_TOTAL, FIELD_ADMIN_SPENDING},
	    {FIELD_ADMIN_SPENDING, FIELD_SUMMARY_ADMIN_SPENDING},
	    {FIELD_TOTAL_SPENDING, FIELD_TOTAL_SPENDING_BY_USE},
	};

	for (size_t i = 0; i < 2 * lengthof(copies); i++)
	{
		uint32_t fact = draft_first(r->draft, copies[i / 2][i % 2]);
		Decimal number, copy;

		if (fact < r->draft->count && r->draft->facts[fact].status == STATUS_INFERRED &&
		    known_number(r, copies[i / 2][i % 2], &number) &&
		    known_number(r, copies[i / 2][1 - i % 2], &copy) && number.mantissa != copy.mantissa)
			r->draft->facts[fact].status = STATUS_AMBIGUOUS;
	}
}

/* ---- Lost characters ---- */

/* Asks for leave to go on at one of so many places. */
static inline bool
may_go_on(Reader *r, uint32_t place)
{
	return arena_may_go_on_at(r->work, place, PLACES_ASK);
}

static bool
is_word_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80);
}

/* "<Panorama 2021=": a font that does not name its characters gives these for quotation marks. */
static bool
has_lost_quotes(Reader *r, Str s)
{
	const char *end = s.at + s.len;
	uint32_t met = 0;

	for (const char *open = s.at;
	     (open = memchr(open, '<', (size_t) (end - open))) && may_go_on(r, met++); open++)
	{
		size_t most = (size_t) (end - open) < QUOTED_MAX ? (size_t) (end - open) : QUOTED_MAX;
		const char *close = memchr(open, '=', most);

		if (close && is_word_char(open[1]) && is_word_char(close[-1]) &&
		    (close + 1 == end || !is_word_char(close[1])))
			return true;
	}
	return false;
}

/* Dots are an ampersand then, dashes a digit, and bullets a mark that neither opens nor closes. */
static bool
may_have_lost(Str s)
{
	return memchr(s.at, '<', s.len) || memchr(s.at, '&', s.len) || memmem(s.at, s.len, " 3 ", 3) ||
	       memmem(s.at, s.len, " \" ", 3);
}

/* A quotation mark by itself, perhaps at the beginning of a line */
static bool
has_lone_quote(Reader *r, Str s)
{
	const char *end = s.at + s.len;
	uint32_t met = 0;

	for (const char *at = s.at; (at = memchr(at, '"', (size_t) (end - at))) && may_go_on(r, met++);
	     at++)
		if (at > s.at && (at[-1] == ' ' || at[-1] == '\n') && at + 1 < end && at[1] == ' ')
			return true;
	return false;
}

/* Where such a font was used, a text with one of these may not be as printed. */
static void
doubt_lost_characters(Reader *r)
{
	if (!has_lost_quotes(r, r->text->clean) && !has_lone_quote(r, r->text->clean))
		return;
	for (uint32_t i = 0; i < r->draft->count && may_go_on(r, i); i++)
	{
		Fact *f = &r->draft->facts[i];

		if ((f->status == STATUS_REPORTED || f->status == STATUS_INFERRED) && f->text.len > 0 &&
		    form_fields[f->field].type == TYPE_TEXT && may_have_lost(f->text))
			f->status = STATUS_AMBIGUOUS;
	}
}

/* ---- The account ---- */

/*
 * Numbers whose low halves are the claims in order.  Of those that begin at the
 * same place, the one that was made first comes first.  NULL: no memory.
 */
static const uint64_t *
order_claims(Reader *r)
{
	uint32_t count = r->claim_count;
	uint64_t *order = arena_alloc(r->work, 2 * (size_t) count * sizeof(uint64_t));

	if (!order)
		return NULL;
	for (uint32_t i = 0; i < count && may_go_on(r, i); i++)
		order[i] = (uint64_t) r->claims[i].start << 32 | i;
	return sort_numbers(order, order + count, count, 32, r->work) ? order : NULL;
}

static void
claim_furniture(Reader *r)
{
	for (uint32_t i = 0; i < r->text->line_count && may_go_on(r, i); i++)
		if (r->text->lines[i].furniture && !r->text->lines[i].taken)
			claim_stretch(r, r->text->lines[i].start, r->text->lines[i].end, TRACE_FURNITURE,
			              FIELD_NONE);
}

/* The visible part of a gap between claims, from line `*line` on; false: there is none. */
static bool
visible_part(Reader *r, uint32_t start, uint32_t end, uint32_t *line, uint32_t *from, uint32_t *to)
{
	const Text *t = r->text;

	*to = 0;
	while (*line > 0 && t->lines[*line - 1].end > start)
		(*line)--;
	for (; *line < t->line_count && t->lines[*line].start < end && may_go_on(r, *line); (*line)++)
	{
		uint32_t a = t->lines[*line].start > start ? t->lines[*line].start : start;
		uint32_t b = t->lines[*line].end < end ? t->lines[*line].end : end;

		while (a < b && is_gap(t->clean.at[a]))
			a++;
		while (b > a && is_gap(t->clean.at[b - 1]))
			b--;
		if (a >= b)
			continue;
		if (*to == 0)
			*from = a;
		*to = b;
	}
	return *to > 0;
}

/* The section of the last entry that begins before an offset; *entry moves along. */
static Str
section_at(const Reader *r, uint32_t offset, uint32_t *entry, Str section)
{
	const Outline *o = r->outline;

	for (; *entry < o->count && o->entries[*entry].start.at <= offset; (*entry)++)
	{
		const Entry *e = &o->entries[*entry];

		if (e->field != FIELD_NONE)
			section = (Str){form_fields[e->field].section,
			                (uint32_t) strlen(form_fields[e->field].section)};
		else if (e->heading)
			section = e->number;
	}
	return section;
}

/* How far the account has come. */
typedef struct Account
{
	uint32_t at; /* in the clean text */
	uint32_t line;
	uint32_t entry;
	uint32_t unmapped; /* rows */
	Str section;
} Account;

/* What nobody has taken, up to a place, becomes unmapped text, and a claim of its own. */
static void
add_unmapped(Reader *r, Account *a, uint32_t end)
{
	uint32_t from, to;

	/* mostly there is a space or a line feed, and no more */
	while (a->at < end && end - a->at <= 2 &&
	       (is_gap(r->text->clean.at[a->at]) || r->text->clean.at[a->at] == '\n'))
		a->at++;
	if (a->at >= end || !visible_part(r, a->at, end, &a->line, &from, &to))
		return;
	a->section = section_at(r, from, &a->entry, a->section);
	draft_add(r->draft, FIELD_UNMAPPED_SECTION, a->unmapped, STATUS_REPORTED, a->section);
	draft_add(r->draft, FIELD_UNMAPPED_CONTENT, a->unmapped++, STATUS_REPORTED,
	          (Str){r->text->clean.at + from, to - from});
	if (r->traced)
		claim_stretch(r, from, to, TRACE_UNMAPPED, FIELD_NONE);
}

/*
 * Goes through the claims in order and adds what lies between them.  Of two that
 * overlap, the one that begins first keeps the text.  For a trace the claims
 * are left in order, without overlaps.
 */
static void
settle_claims(Reader *r)
{
	Account a = {.section = STR("0")};
	const uint64_t *order;
	const Claim *claims;
	uint32_t count;

	claim_furniture(r);
	order = order_claims(r);
	claims = r->claims;
	count = r->claim_count;
	r->claims = NULL;
	r->claim_count = r->claim_capacity = 0;
	for (uint32_t i = 0; i < count && !r->arena->failed && may_go_on(r, i); i++)
	{
		Claim c = claims[(uint32_t) order[i]];

		if (c.start < a.at)
			c.start = a.at;
		if (c.end <= c.start)
			continue;
		add_unmapped(r, &a, c.start);
		if (r->traced)
			claim_stretch(r, c.start, c.end, c.kind, c.field);
		a.at = c.end;
	}
	add_unmapped(r, &a, r->text->clean.len);
}

/* ---- The whole ---- */

/*
 * The title makes a report, or some labels, in the form's own words: the end of a text
 * that breaks off may be near them.
 */
static bool
is_report(const Outline *o)
{
	const Entry *title = outline_find(o, FIELD_REPORT_TITLE);
	uint32_t labels = 0;

	for (uint32_t i = 0; i < o->count; i++)
		labels += !o->entries[i].reworded;
	return (title && !title->reworded) || labels >= LABELS_NEEDED;
}

/* Whether a letter or digit stands in a text that may be long. */
static bool
says_anything(Str text, Arena *work)
{
	uint32_t end;

	for (uint32_t at = 0; at < text.len && arena_may_go_on(work); at = end)
	{
		end = text.len - at > LONG_PIECE ? at + LONG_PIECE : text.len;
		while (end < text.len && (text.at[end] & 0xC0) == 0x80) /* not within a character */
			end--;
		if (squeeze_next(text.at, &at, end) != 0)
			return true;
	}
	return false;
}

static bool
refuse(Str text, Arena *work, Error *error)
{
	bool empty = !says_anything(text, work);

	if (work->failed)
		return arena_error(work, error);
	error_set(error, ERROR_NOT_A_REPORT, "text is not a report of a social programme");
	if (empty)
		error_detail(error, "The text is empty.");
	else
		error_detail(error, "Neither the title \"%s\" nor %d of the form's labels stand in it.",
		             form_fields[FIELD_REPORT_TITLE].label, LABELS_NEEDED);
	error_hint(error, "Give the whole text that an extractor such as pdftotext makes of the "
	                  "report's PDF.");
	return false;
}

/* Reads all that there is in the text; false: it is no report, or something failed. */
static bool
read_report(Str source, Reader *r, Arena *work, Text *text, Outline *outline, Error *error)
{
	r->text = text;
	r->outline = outline;
	r->arena = r->draft->arena;
	r->work = work;
	if (!text_read(source, r->traced, r->arena, work, text, error) ||
	    !outline_read(text, work, outline, error))
		return false;
	if (!is_report(outline))
		return refuse(source, work, error);
	find_report_year(r);
	read_header(r);
	read_tables(r, early_readers, lengthof(early_readers));
	read_entries(r);
	doubt_copies(r);
	read_tables(r, table_readers, lengthof(table_readers));
	read_observations(r);
	doubt_lost_characters(r);
	if (!r->arena->failed)
		settle_claims(r);
	return !r->arena->failed || arena_error(r->arena, error);
}

bool
parse_report_text(Str source, Draft *draft, Error *error)
{
	Reader r = {.draft = draft};
	Arena work;
	Text text;
	Outline outline;
	bool done;

	draft->parser_version = PARSER_VERSION;
	arena_init_within(&work, draft->arena);
	done = read_report(source, &r, &work, &text, &outline, error);
	arena_free(&work);
	return done;
}

/* ---- The trace ---- */

static void
add_span(Trace *trace, uint32_t start, uint32_t end, TraceKind kind, FieldId field)
{
	if (start < end)
		trace->spans[trace->count++] = (TraceSpan){start, end - start, kind, field};
}

/* Asks for leave to go on where a place is far behind the last one that it was asked for at. */
static inline bool
may_go_behind(Arena *arena, uint32_t at, uint32_t *asked)
{
	if (at - *asked < LONG_PIECE)
		return true;
	*asked = at;
	return arena_may_go_on(arena);
}

/* The first place from `at` on, before end, where anything can be seen; end: nowhere. */
static uint32_t
skip_invisible(Arena *arena, Str source, uint32_t at, uint32_t end)
{
	uint32_t asked = at;
	uint32_t next = at;

	for (; at < end && may_go_behind(arena, at, &asked); at = next)
	{
		UChar32 c = source.at[next];

		if (c == ' ' || (c >= '\t' && c <= '\r'))
		{
			next++;
			continue;
		}
		U8_NEXT(source.at, next, end, c);
		if (!u_isUWhiteSpace(c) && !u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
			break;
	}
	return at;
}

/* What no reader claims and cleaning did not keep: space, and markup within it. */
static void
add_gap(Arena *arena, Trace *trace, Str source, uint32_t start, uint32_t end)
{
	uint32_t visible = skip_invisible(arena, source, start, end);
	uint32_t last = visible;
	uint32_t asked = visible;

	for (uint32_t at = visible; at < end && may_go_behind(arena, at, &asked);
	     at = skip_invisible(arena, source, last, end))
	{
		last = at;
		U8_FWD_1(source.at, last, end);
	}
	add_span(trace, start, visible, TRACE_SPACE, FIELD_NONE);
	add_span(trace, visible, last, TRACE_FURNITURE, FIELD_NONE);
	add_span(trace, last, end, TRACE_SPACE, FIELD_NONE);
}

bool
parse_trace(Str source, Arena *arena, Trace *trace, Error *error)
{
	Draft draft;
	Text text;
	Outline outline;
	Reader r = {.draft = &draft, .traced = true};
	uint32_t at = 0;

	draft_init(&draft, arena);
	*trace = (Trace){NULL, 0};
	if (!read_report(source, &r, arena, &text, &outline, error))
	{
		uint32_t visible;

		if (error->code != ERROR_NOT_A_REPORT)
			return false;
		error->code = ERROR_NONE;
		visible = skip_invisible(arena, source, 0, source.len);
		trace->spans = arena_alloc(arena, 2 * sizeof(TraceSpan));
		if (!trace->spans)
			return arena_error(arena, error);
		add_span(trace, 0, visible, TRACE_SPACE, FIELD_NONE);
		add_span(trace, visible, source.len, TRACE_UNMAPPED, FIELD_NONE);
		return true;
	}
	trace->spans = arena_alloc(arena, (4 * (size_t) r.claim_count + 3) * sizeof(TraceSpan));
	if (!trace->spans)
		return error_set(error, ERROR_NO_MEMORY, "out of memory");
	for (uint32_t i = 0; i < r.claim_count; i++)
	{
		uint32_t end = text_source_offset(&text, r.claims[i].end);
		uint32_t start;

		if (!may_go_on(&r, i))
			return arena_error(arena, error);
		start = skip_invisible(arena, source, text_source_offset(&text, r.claims[i].start), end);

		add_gap(arena, trace, source, at, start);
		add_span(trace, start, end, r.claims[i].kind, r.claims[i].field);
		at = end;
	}
	add_gap(arena, trace, source, at, source.len);
	return !arena->failed || arena_error(arena, error);
}
