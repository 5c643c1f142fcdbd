/*
 * scalars.c
 *		From the bodies of labels to the fields with one value.
 *
 * src/core/scalars.c
 */
#include "table.h"

#include <string.h>

/* ---- Labels ---- */

/*
 * A label is kept where report_label could not make it from the form: where
 * its year is not the one that is due.  One that stands for no field has no place.
 */
static void
keep_label(Reader *r, const Entry *entry)
{
	const FormField *f = &form_fields[entry->field];
	Str label;

	if (!form_has_key(entry->field) || f->year_offset == NO_YEAR || entry->year == 0 ||
	    (r->report_year != YEAR_UNKNOWN && entry->year == r->report_year + f->year_offset))
		return;
	label = unwrap_between(r, entry->start, entry->label_end);
	while (label.len > 0 && (label.at[label.len - 1] == ':' || label.at[label.len - 1] == ' '))
		label.len--;
	draft_add(r->draft, FIELD_LABEL_PRINTED, entry->field, STATUS_REPORTED, label);
}

void
claim_label(Reader *r, const Entry *entry)
{
	TraceKind kind = entry->heading ? TRACE_HEADING : TRACE_LABEL;

	claim(r, entry->start, entry->label_end, kind, entry->field);
	if (entry->field != FIELD_NONE && !entry->heading)
		keep_label(r, entry);
}

/* ---- Values ---- */

static void
add_scalar(Reader *r, FieldId field, Status status, Str text)
{
	if (status == STATUS_ABSENT || status == STATUS_BLANK)
		text = NO_STR;
	draft_add(r->draft, field, r->position++, status, text);
}

static void
note_tags(Reader *r, FieldId field, Place from, Place to)
{
	uint32_t tags = r->text->tag_count ? tags_between(r->text, from.at, to.at) : 0;
	char *digits;

	if (tags == 0)
		return;
	digits = arena_alloc(r->arena, 32);
	if (digits)
		draft_add(r->draft, FIELD_MARKUP_TAGS, field, STATUS_REPORTED,
		          (Str){digits, number_print((Decimal){tags, 0}, digits)});
}

/* The value that all of a body is. */
static void
read_whole(Reader *r, FieldId field, Place from, uint32_t end_line)
{
	bool doubtful;
	Status status;
	Str value;
	Place to;

	end_line = narrative_end(r, from, end_line, &doubtful);
	doubtful |= outline_is_broken(r->outline, from.line + 1, end_line);
	value = unwrap(r, from, end_line);
	doubtful |= goes_on_behind_absent(value);
	status = value_status(value, form_fields[field].type);
	add_scalar(r, field, doubtful && status == STATUS_REPORTED ? STATUS_AMBIGUOUS : status, value);
	if (value.len == 0)
		return;
	to = line_end_place(r->text, end_line - 1);
	claim(r, from, to, TRACE_VALUE, field);
	note_tags(r, field, from, to);
}

/*
 * A short value: as many lines as make a valid one.  What is left of the body
 * is nobody's and stays unmapped.
 */
static void
read_short(Reader *r, FieldId field, Place from, uint32_t end_line)
{
	FieldType type = form_fields[field].type;
	Status doubt = STATUS_REPORTED;

	if (!skip_to_visible(r->text, &from, end_line))
	{
		/* an amount may have strayed from among blocks */
		add_scalar(r, field,
		           r->text->blocks && type == TYPE_AMOUNT ? STATUS_AMBIGUOUS : STATUS_BLANK,
		           NO_STR);
		return;
	}
	/* a block behind the label's is likely its value, but not surely */
	if (r->text->blocks && from.at == r->text->lines[from.line].start &&
	    r->text->lines[from.line].after_blank)
		doubt = STATUS_INFERRED;
	for (uint32_t last = from.line + 1, lines = 0; last <= end_line && lines < 4; last++)
	{
		Str value = unwrap(r, from, last);
		Status status = value_status(value, type);

		lines += !r->text->lines[last - 1].furniture;

		if (status == STATUS_INVALID || status == STATUS_BLANK)
			continue;
		add_scalar(r, field, status == STATUS_REPORTED ? doubt : status, value);
		claim(r, from, line_end_place(r->text, last - 1), TRACE_VALUE, field);
		return;
	}
	read_whole(r, field, from, end_line);
}

/* Does a list begin with this line? */
static bool
begins_list(const Text *t, uint32_t line)
{
	Str s = line_text(t, line);

	return !t->lines[line].furniture && s.len > 3 &&
	       (memcmp(s.at, "- ", 2) == 0 || memcmp(s.at, "\xE2\x80\xA2", 3) == 0);
}

/* A Sí/No question, whose body may hold a list behind the answer. */
static void
read_answer_and_items(Reader *r, FieldId answer, FieldId items, Place from, uint32_t end_line)
{
	uint32_t line;

	if (!skip_to_visible(r->text, &from, end_line))
	{
		add_scalar(r, answer, STATUS_BLANK, NO_STR);
		return;
	}
	for (line = from.line + 1; line < end_line && !begins_list(r->text, line); line++)
		;
	read_short(r, answer, from, line);
	if (line < end_line)
		read_whole(r, items, line_place(r->text, line), end_line);
}

/* Approaches stand one to a line, wrapped where they are long. */
static void
read_lines(Reader *r, FieldId field, Place from, uint32_t end_line)
{
	char *out;
	uint32_t len = 0;
	Place start = from;

	if (!skip_to_visible(r->text, &start, end_line) || start.line + 1 >= end_line)
	{
		read_whole(r, field, from, end_line);
		return;
	}
	out = arena_alloc(r->arena, r->text->lines[end_line - 1].end - start.at + 1);
	if (!out)
		return;
	for (uint32_t i = start.line; i < end_line; i++)
	{
		Str s = unwrap(r, i == start.line ? start : line_place(r->text, i), i + 1);
		bool starts =
		    s.len > 0 && ((s.at[0] >= 'A' && s.at[0] <= 'Z') ||
		                  (s.len > 1 && s.at[0] == (char) 0xC3 && (unsigned char) s.at[1] < 0x9F));

		if (s.len == 0)
			continue;
		if (len > 0)
			out[len++] = starts ? '\n' : ' ';
		memcpy(out + len, s.at, s.len);
		len += s.len;
	}
	add_scalar(r, field, value_status((Str){out, len}, TYPE_TEXT), (Str){out, len});
	claim(r, start, line_end_place(r->text, end_line - 1), TRACE_VALUE, field);
}

/* "El programa presenta 2 componentes.": the value stands inside the label. */
static void
read_component_count(Reader *r, const Entry *entry)
{
	uint32_t start = (uint32_t) (entry->number.at - r->text->clean.at);

	claim(r, entry->start, (Place){entry->label_end.line, start}, TRACE_LABEL, entry->field);
	claim_stretch(r, start, start + entry->number.len, TRACE_VALUE, entry->field);
	claim(r, (Place){entry->label_end.line, start + entry->number.len}, entry->label_end,
	      TRACE_LABEL, entry->field);
	add_scalar(r, entry->field, STATUS_REPORTED, entry->number);
}

/*
 * Who executes the programme is said in one sentence.  Among blocks the first
 * institutions may stand behind it, before the head that is centred over them.
 */
static void
read_execution(Reader *r, Place from, uint32_t end_line)
{
	uint32_t end = end_line;

	if (r->text->blocks && skip_to_visible(r->text, &from, end_line))
		end = block_end(r->text, from.line, end_line);
	if (end < end_line && !ends_sentence(unwrap(r, from, end)))
		end = end_line;
	read_whole(r, FIELD_EXECUTION, from, end);
	read_institutions(r, end, end_line, STATUS_INFERRED);
}

/* A label whose value stands with those of others: all that follows is kept where none is known. */
static void
read_detached(Reader *r, const Entry *entry)
{
	Place from = entry->label_end;
	Str values = unwrap(r, from, entry->end_line);
	bool known;
	Str value = detached_value(r, entry, &known);
	Status status = known ? value_status(value, form_fields[entry->field].type) : STATUS_AMBIGUOUS;

	if (status == STATUS_REPORTED)
		status = STATUS_INFERRED;
	add_scalar(r, entry->field, status, known ? value : values);
	if (values.len > 0)
		claim(r, from, line_end_place(r->text, entry->end_line - 1), TRACE_VALUE, entry->field);
}

void
read_scalar(Reader *r, const Entry *entry)
{
	FieldId field = entry->field;

	if (field == FIELD_COMPONENT_COUNT)
	{
		read_component_count(r, entry);
		return;
	}
	claim_label(r, entry);
	if (entry->detached)
	{
		read_detached(r, entry);
		return;
	}
	switch (field)
	{
		case FIELD_COVID_CHANGES:
			read_answer_and_items(r, field, FIELD_COVID_CHANGE_TYPES, entry->label_end,
			                      entry->end_line);
			break;
		case FIELD_HUMAN_RIGHTS_APPROACHES:
			read_lines(r, field, entry->label_end, entry->end_line);
			break;
		case FIELD_EXECUTION:
			read_execution(r, entry->label_end, entry->end_line);
			break;
		case FIELD_HEADING_2_1:
			read_whole(r, FIELD_PREVIOUS_EVALUATIONS, entry->label_end, entry->end_line);
			break;
		case FIELD_HEADING_7_3:
			read_whole(r, FIELD_MULTIDIMENSIONAL_POVERTY, entry->label_end, entry->end_line);
			break;
		default:
			if (!form_is_scalar(field))
				break;
			if (form_fields[field].type == TYPE_TEXT)
				read_whole(r, field, entry->label_end, entry->end_line);
			else
				read_short(r, field, entry->label_end, entry->end_line);
	}
}

/* A label that the form does not know, with what follows it. */
void
read_unknown(Reader *r, const Entry *entry)
{
	Str label = unwrap_between(r, entry->start, entry->label_end);
	Str value = unwrap(r, entry->label_end, entry->end_line);

	claim_label(r, entry);
	if (entry->heading)
		return;
	while (label.len > 0 && (label.at[label.len - 1] == ':' || label.at[label.len - 1] == ' '))
		label.len--;
	draft_add(r->draft, FIELD_OTHER_SECTION, r->position, STATUS_REPORTED, r->section);
	draft_add(r->draft, FIELD_OTHER_LABEL, r->position, STATUS_REPORTED, label);
	draft_add(r->draft, FIELD_OTHER_TEXT, r->position, value_status(value, TYPE_TEXT),
	          value_status(value, TYPE_TEXT) == STATUS_REPORTED ? value : NO_STR);
	r->position++;
	claim(r, entry->label_end, line_end_place(r->text, entry->end_line - 1), TRACE_VALUE,
	      FIELD_NONE);
}

/* ---- The head of the report ---- */

#define HEAD_LINES 12 /* at most */

/* "(cierre al 31 - diciembre - 2021)" */
static void
read_closing_date(Reader *r, const Entry *entry)
{
	Str line = line_text(r->text, entry->label_end.line);
	uint32_t end = r->text->lines[entry->label_end.line].end;
	Str value = unwrap(r, entry->label_end, entry->label_end.line + 1);

	claim(r, entry->start, entry->label_end, TRACE_LABEL, FIELD_CLOSING_DATE);
	if (value.len > 0 && line.at[line.len - 1] == ')')
	{
		claim_stretch(r, end - 1, end, TRACE_LABEL, FIELD_CLOSING_DATE);
		value.len--;
		end--;
	}
	claim_stretch(r, entry->label_end.at, end, TRACE_VALUE, FIELD_CLOSING_DATE);
	add_scalar(r, FIELD_CLOSING_DATE, value_status(value, TYPE_DATE), value);
}

/* Is a line of the header the rest of the one before it? */
static bool
is_rest(const Text *t, uint32_t line)
{
	return begins_lower(line_text(t, line)) || breaks_off(line_text(t, line - 1));
}

static void
read_name_part(Reader *r, FieldId field, uint32_t first, uint32_t end)
{
	if (first < end)
		read_whole(r, field, line_place(r->text, first), end);
}

/* The line that says that it is a ministry's name; `end`: none. */
static uint32_t
find_ministry(const Text *t, uint32_t line, uint32_t end)
{
	while (line < end &&
	       (t->lines[line].furniture || !squeezed_prefix(line_text(t, line), "ministerio", NULL)))
		line++;
	return line;
}

/* Where the block of the ministry and the service stands behind the header's labels. */
static uint32_t
find_ministry_block(const Reader *r, uint32_t line, uint32_t *end)
{
	const Entry *heading = outline_find(r->outline, FIELD_HEADING_1);

	*end = heading && r->text->blocks ? heading->start.line : line;
	line = find_ministry(r->text, line, *end);
	return line < *end && r->text->lines[line].after_blank ? line : *end;
}

/* Lines that blocks put above the title or the closing date: the name begins with them. */
typedef struct Early
{
	Piece pieces[HEAD_LINES];
	uint32_t count;
} Early;

static void
add_early(const Reader *r, Early *early, uint32_t first, uint32_t end)
{
	for (; first < end && r->text->blocks; first++)
		if (!r->text->lines[first].furniture && early->count < HEAD_LINES)
			early->pieces[early->count++] =
			    (Piece){r->text->lines[first].start, r->text->lines[first].end};
}

/* The name that begins with early lines and goes on, if it does, with others. */
static void
read_early_name(Reader *r, Early *early, uint32_t first, uint32_t end, Status doubt)
{
	Str name;

	add_early(r, early, first, end);
	name = unwrap_pieces(r, early->pieces, early->count);
	add_scalar(r, FIELD_PROGRAM_NAME, doubt, name);
	for (uint32_t i = 0; i < early->count; i++)
		claim_stretch(r, early->pieces[i].start, early->pieces[i].end, TRACE_VALUE,
		              FIELD_PROGRAM_NAME);
}

/*
 * The free lines before the first label: the name, which may take several; the
 * ministry, which says that it is one; the service.
 */
static void
read_names(Reader *r, uint32_t first, uint32_t end, Early *early)
{
	uint32_t ministry;
	uint32_t service;
	uint32_t block_end;
	uint32_t block = find_ministry_block(r, end, &block_end);
	Status doubt = STATUS_INFERRED;

	first = skip_furniture(r->text, first, end);
	ministry = first < end ? find_ministry(r->text, first + (early->count == 0), end) : end;
	if (ministry == end && block < block_end)
	{
		read_name_part(r, FIELD_PROGRAM_NAME, first, end);
		first = ministry = block;
		end = block_end;
	}
	else if (ministry == end && end - first >= 2)
	{
		doubt = STATUS_AMBIGUOUS;
		for (ministry = first + 1; ministry < end && is_rest(r->text, ministry);)
			ministry++;
	}
	service = ministry < end ? ministry + 1 : end;
	while (service < end && is_rest(r->text, service))
		service++;
	if (early->count > 0)
		read_early_name(r, early, first, ministry, doubt);
	else
		read_name_part(r, FIELD_PROGRAM_NAME, first, ministry);
	read_name_part(r, FIELD_MINISTRY, ministry, service);
	read_name_part(r, FIELD_SERVICE, service, end);
}

void
read_header(Reader *r)
{
	const Outline *o = r->outline;
	uint32_t first = 0;
	uint32_t end = r->text->line_count;
	Early early = {.count = 0};

	for (uint32_t i = 0; i < o->count; i++)
	{
		const Entry *entry = &o->entries[i];

		if (entry->field == FIELD_REPORT_TITLE || entry->field == FIELD_CLOSING_DATE)
			add_early(r, &early, first, entry->start.line);
		if (entry->field == FIELD_REPORT_TITLE)
		{
			claim(r, entry->start, entry->label_end, TRACE_HEADING, FIELD_REPORT_TITLE);
			add_scalar(r, FIELD_REPORT_TITLE, STATUS_REPORTED,
			           unwrap_between(r, entry->start, entry->label_end));
		}
		else if (entry->field == FIELD_CLOSING_DATE)
			read_closing_date(r, entry);
		else
		{
			end = entry->start.line;
			break;
		}
		first = entry->label_end.line + 1;
	}
	/* a text that begins in the middle of a report has no head */
	if (first > 0 || outline_find(o, FIELD_START_YEAR) || outline_find(o, FIELD_HEADING_1))
		if (end - first <= HEAD_LINES)
			read_names(r, first, end, &early);
}
