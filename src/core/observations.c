/*
 * observations.c
 *		The institution's observations (section 8): of each section of the
 *		report, a question, topics with an answer, and comments.
 *
 * src/core/observations.c
 */
#include "number.h"
#include "table.h"

#include <string.h>

#define SECTIONS        6
#define TOPIC_LINES_MAX 4
#define LINES_ASK       1024 /* one of so many lines asks for leave to go on */

/* The question of a section, a topic, or "Observación:" behind one, with the value of each. */
typedef struct Label
{
	Place start;
	Place end; /* behind the colon */
	bool is_comment;
	Place from;  /* the value stands from here on, */
	uint32_t to; /* before this line */
	Status doubt;
} Label;

typedef struct Labels
{
	Label *labels;
	uint32_t count;
	uint32_t capacity;
	uint32_t end_line; /* of the section */
} Labels;

/* The lines of an answer, or of a comment. */
typedef struct Value
{
	uint32_t from;
	uint32_t to;
	bool is_comment;
} Value;

static const char *const sections[SECTIONS] = {"design",     "population", "strategy",
                                               "indicators", "budget",     "general"};

static const struct
{
	int section; /* 8.n */
	const char *text;
} topics[] = {
#define TOPIC(section, text) {section, text},
#include "topic_data.h"
#undef TOPIC
};

#define RUN_MAX 16 /* labels whose values stand behind the last of them */

/* A topic found in a body: its label and its answer. */
typedef struct Topic
{
	Place label_end;     /* behind the colon */
	uint32_t answer_end; /* the line behind the answer */
} Topic;

/* Where s ends at this place, followed by a colon; false: it does not stand here. */
static bool
words_at(const Text *t, Place place, const char *s, Place *end)
{
	uint32_t at = 0;
	uint32_t size = (uint32_t) strlen(s);
	unsigned char c;

	while ((c = squeeze_next(s, &at, size)) != 0)
		if (place_squeeze(t, &place) != c)
			return false;
	while (place.at < t->lines[place.line].end && strchr(" ).", t->clean.at[place.at]))
		place.at++;
	if (place.at >= t->lines[place.line].end || t->clean.at[place.at] != ':')
		return false;
	*end = (Place){place.line, place.at + 1};
	return true;
}

static bool
known_topic(const Text *t, Place place, int section, Place *end)
{
	for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++)
		if (topics[i].section == section && words_at(t, place, topics[i].text, end))
			return true;
	return false;
}

/* What stands beside its label is its own; what follows in a block may be another's. */
static bool
is_detached(const Text *t, Place from, uint32_t end_line)
{
	return !t->cells_kept && at_line_end(t, from) && from.line + 1 < end_line &&
	       t->lines[from.line + 1].after_blank;
}

/*
 * The lines that the answer behind a label takes: "Si", "No" or the absent
 * phrase, alone; 0: what follows is no answer.
 */
static uint32_t
answer_lines(Reader *r, Place from, uint32_t end_line)
{
	if (is_detached(r->text, from, end_line))
		return 0;
	for (uint32_t last = from.line + 1, lines = 0; last <= end_line && lines < 3; last++)
	{
		Status status = value_status(unwrap(r, from, last), TYPE_YESNO);

		lines += !r->text->lines[last - 1].furniture;

		if (status == STATUS_REPORTED || status == STATUS_ABSENT || status == STATUS_NOT_APPLICABLE)
			return last - from.line;
	}
	return 0;
}

/* "Something else: Si": a topic that the form does not list, on up to three lines. */
static bool
unlisted_topic(Reader *r, Place place, uint32_t end_line, int section, Topic *topic)
{
	Place ignored;
	const Text *t = r->text;
	unsigned char first = (unsigned char) t->clean.at[place.at];
	uint32_t answer;

	if ((!(first >= 'A' && first <= 'Z') && first != 0xC3) ||
	    words_at(t, place, "Observación", &ignored))
		return false;
	for (uint32_t i = place.line; i < end_line && i < place.line + TOPIC_LINES_MAX; i++)
	{
		Str s = line_text(t, i);
		const char *colon = memchr(s.at, ':', s.len);

		if (!colon)
		{
			if (memchr(s.at, '.', s.len) || memmem(s.at, s.len, "…", strlen("…")) ||
			    (i + 1 < end_line && known_topic(t, line_place(t, i + 1), section, &ignored)))
				return false;
			continue;
		}
		topic->label_end = (Place){i, (uint32_t) (colon - t->clean.at) + 1};
		answer = answer_lines(r, topic->label_end, end_line);
		topic->answer_end = i + answer;
		return answer > 0;
	}
	return false;
}

static bool
topic_at(Reader *r, uint32_t line, uint32_t end_line, int section, Topic *topic)
{
	Place place = line_place(r->text, line);

	if (r->text->lines[line].furniture)
		return false;
	if (!known_topic(r->text, place, section, &topic->label_end))
		return unlisted_topic(r, place, end_line, section, topic);
	topic->answer_end = topic->label_end.line + answer_lines(r, topic->label_end, end_line);
	/* a listed topic may have no answer; then nothing follows its colon */
	if (topic->answer_end == topic->label_end.line)
	{
		topic->answer_end++;
		return unwrap(r, topic->label_end, topic->answer_end).len == 0;
	}
	return true;
}

/* The next line at or after `line` that begins a topic; end_line: there is none. */
static uint32_t
next_topic(Reader *r, uint32_t line, uint32_t end_line, int section, Topic *topic)
{
	while (line < end_line && !topic_at(r, line, end_line, section, topic))
		if (!arena_may_go_on_at(r->work, ++line, LINES_ASK))
			return end_line;
	return line;
}

/* ---- The labels of a section ---- */

/* The line behind an answer that begins with this one; 0: it begins none. */
static uint32_t
answer_from(Reader *r, uint32_t line, uint32_t end_line)
{
	for (uint32_t to = line + 1; to <= end_line && to <= line + 3; to++)
	{
		Status status = value_status(unwrap(r, line_place(r->text, line), to), TYPE_YESNO);

		if (status == STATUS_ABSENT || (status == STATUS_REPORTED && to == line + 1))
			return to;
	}
	return 0;
}

static void
add_label(Reader *r, Labels *l, Label label)
{
	label.from = label.end;
	label.doubt = STATUS_REPORTED;
	if (arena_grow(r->work, (void **) &l->labels, l->count, &l->capacity, sizeof(Label)))
		l->labels[l->count++] = label;
}

/* The comment that stands behind a topic's answer, and before the next topic. */
static void
add_comment_label(Reader *r, Labels *l, const Topic *topic, uint32_t end_line)
{
	uint32_t line = skip_furniture(r->text, topic->answer_end, end_line);
	uint32_t answer = 0;
	Place end;

	if (line < end_line && is_detached(r->text, topic->label_end, end_line))
		answer = answer_from(r, line, end_line);
	if (answer)
		line = skip_furniture(r->text, answer, end_line);
	if (line < end_line && words_at(r->text, line_place(r->text, line), "Observación", &end))
		add_label(r, l, (Label){line_place(r->text, line), end, true, .to = end_line});
}

static void
find_labels(Reader *r, const Entry *entry, Labels *l)
{
	uint32_t answer = answer_lines(r, entry->label_end, entry->end_line);
	uint32_t line = entry->label_end.line + (answer ? answer : 1);
	Topic topic;

	l->end_line = entry->end_line;
	add_label(r, l, (Label){entry->start, entry->label_end, false, .to = line});
	line = next_topic(r, line, entry->end_line, entry->nth, &topic);
	while (line < entry->end_line && !r->arena->failed)
	{
		Place start = line_place(r->text, line);
		Topic current = topic;

		add_label(r, l, (Label){start, current.label_end, false, .to = current.answer_end});
		line = next_topic(r, current.answer_end, entry->end_line, entry->nth, &topic);
		add_comment_label(r, l, &current, line);
	}
}

/* ---- Values away from their labels ---- */

static uint32_t
body_end(const Labels *l, uint32_t i)
{
	return i + 1 < l->count ? l->labels[i + 1].start.line : l->end_line;
}

/* Does the next label follow this one, which has no value beside it? */
static bool
is_followed(const Text *t, const Labels *l, uint32_t i)
{
	uint32_t next = body_end(l, i);

	return i + 1 < l->count && at_line_end(t, l->labels[i].end) &&
	       skip_furniture(t, l->labels[i].end.line + 1, next) == next;
}

/* The values among the lines [line, end_line); more than RUN_MAX: there are too many. */
static uint32_t
find_detached(Reader *r, uint32_t line, uint32_t end_line, Value *values)
{
	uint32_t count = 0;

	while (line < end_line)
	{
		uint32_t to = r->text->lines[line].furniture ? 0 : answer_from(r, line, end_line);
		bool goes_on = !to && count > 0 && values[count - 1].is_comment;

		if (goes_on)
			values[count - 1].to = line + 1;
		else if (to || !r->text->lines[line].furniture)
		{
			if (count == RUN_MAX)
				return RUN_MAX + 1;
			values[count++] = (Value){line, to ? to : line + 1, !to};
		}
		line = to ? to : line + 1;
	}
	return count;
}

/* Are there as many values as labels, each of its label's kind? */
static bool
is_even(const Label *labels, uint32_t count, const Value *values, uint32_t value_count)
{
	for (uint32_t i = 0; i < count && i < value_count; i++)
		if (labels[i].is_comment != values[i].is_comment)
			return false;
	return count == value_count;
}

/* Gives the labels [first, last] what stands behind the last of them; false: it does not fit. */
static bool
settle_run(Reader *r, Labels *l, uint32_t first, uint32_t last)
{
	Value values[RUN_MAX];
	uint32_t end_line = body_end(l, last);
	uint32_t count = find_detached(r, l->labels[last].end.line + 1, end_line, values);
	bool even = is_even(&l->labels[first], last - first + 1, values, count);

	for (uint32_t i = first; i <= last; i++)
	{
		Label *label = &l->labels[i];

		label->doubt = even ? STATUS_INFERRED : STATUS_AMBIGUOUS;
		if (!even)
			continue;
		label->from = line_place(r->text, values[i - first].from);
		label->to = values[i - first].to;
	}
	return even;
}

/* Where a run of the section has other values than labels, one of another may be among them. */
static void
settle(Reader *r, Labels *l)
{
	bool even = true;

	for (uint32_t first = 0, i = 0; i < l->count; i++)
	{
		if (is_followed(r->text, l, i))
			continue;
		if (is_detached(r->text, l->labels[i].end, body_end(l, i)))
			even &= settle_run(r, l, first, i);
		first = i + 1;
	}
	for (uint32_t i = 0; i < l->count && !even; i++)
		if (l->labels[i].doubt == STATUS_INFERRED)
			l->labels[i].doubt = STATUS_AMBIGUOUS;
}

/* ---- Facts ---- */

static void
claim_value(Reader *r, const Label *label)
{
	if (label->to > label->from.line)
		claim(r, label->from, line_end_place(r->text, label->to - 1), TRACE_VALUE,
		      FIELD_OBSERVATIONS);
}

/* A value that is not known is in doubt, whatever stands where it should be. */
static void
add_value(Reader *r, FieldId field, uint32_t row, const Label *label)
{
	Str value = unwrap(r, label->from, label->to);

	if (label->doubt == STATUS_AMBIGUOUS)
		draft_add(r->draft, field, row, STATUS_AMBIGUOUS, value);
	else
		add_doubtful(r, field, row, value, label->doubt);
	claim_value(r, label);
}

static void
add_topic(Reader *r, uint32_t row, const Label *topic)
{
	Str words = unwrap_between(r, topic->start, topic->end);

	if (words.len == 0)
		return;  /* no memory */
	words.len--; /* the colon */
	claim(r, topic->start, topic->end, TRACE_LABEL, FIELD_OBSERVATIONS);
	draft_add(r->draft, FIELD_OBSERVATION_TOPIC, row, STATUS_REPORTED, str_trim(words));
}

/* The form has comments only behind "Si": behind another answer their own topic is missing. */
static void
doubt_comment(Reader *r, const Label *topic, Label *comment)
{
	Str answer = unwrap(r, topic->from, topic->to);

	if (answer.len > 0 && !squeezed_equal(answer, "si"))
		comment->doubt = STATUS_AMBIGUOUS;
}

static uint32_t
read_section(Reader *r, const Entry *entry, uint32_t row)
{
	Str section = {sections[entry->nth - 1], (uint32_t) strlen(sections[entry->nth - 1])};
	Labels l = {.count = 0};

	claim_label(r, entry);
	find_labels(r, entry, &l);
	settle(r, &l);
	for (uint32_t i = 0; i < l.count; i++)
	{
		Label *label = &l.labels[i];

		if (label->is_comment)
		{
			doubt_comment(r, label - 1, label);
			claim(r, label->start, label->end, TRACE_LABEL, FIELD_OBSERVATIONS);
			add_value(r, FIELD_OBSERVATION_COMMENT, row - 1, label);
			continue;
		}
		draft_add(r->draft, FIELD_OBSERVATION_SECTION, row, STATUS_REPORTED, section);
		if (i > 0)
			add_topic(r, row, label);
		add_value(r, FIELD_OBSERVATION_RAISED, row, label);
		row++;
	}
	return row;
}

void
read_observations(Reader *r)
{
	uint32_t row = 0;

	for (uint32_t i = 0; i < r->outline->count; i++)
		if (r->outline->entries[i].field == FIELD_OBSERVATIONS && r->outline->entries[i].nth > 0)
			row = read_section(r, &r->outline->entries[i], row);
}
