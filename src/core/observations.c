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

static bool
at_line_end(const Text *t, Place place)
{
	return squeezed_equal((Str){t->clean.at + place.at, t->lines[place.line].end - place.at}, "");
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

static Place
line_end(const Text *t, uint32_t line)
{
	return (Place){line, t->lines[line].end};
}

static void
add_comment(Reader *r, uint32_t row, uint32_t first, uint32_t end_line)
{
	Place start = line_place(r->text, first);
	Place end;

	if (first >= end_line || !words_at(r->text, start, "Observación", &end))
		return;
	claim(r, start, end, TRACE_LABEL, FIELD_OBSERVATIONS);
	claim(r, end, line_end(r->text, end_line - 1), TRACE_VALUE, FIELD_OBSERVATIONS);
	add_doubtful(r, FIELD_OBSERVATION_COMMENT, row, unwrap(r, end, end_line),
	             is_detached(r->text, end, end_line) ? STATUS_AMBIGUOUS : STATUS_REPORTED);
}

/* The next line at or after `line` that begins a topic; end_line: there is none. */
static uint32_t
next_topic(Reader *r, uint32_t line, uint32_t end_line, int section, Topic *topic)
{
	while (line < end_line && !topic_at(r, line, end_line, section, topic))
		line++;
	return line;
}

static void
add_answer(Reader *r, int section, uint32_t row, Place from, uint32_t end_line)
{
	draft_add(r->draft, FIELD_OBSERVATION_SECTION, row, STATUS_REPORTED,
	          (Str){sections[section - 1], (uint32_t) strlen(sections[section - 1])});
	add_cell(r, FIELD_OBSERVATION_RAISED, row, unwrap(r, from, end_line));
	if (end_line > from.line)
		claim(r, from, line_end(r->text, end_line - 1), TRACE_VALUE, FIELD_OBSERVATIONS);
}

static uint32_t
read_section(Reader *r, const Entry *entry, uint32_t row)
{
	int section = entry->nth;
	uint32_t answer = answer_lines(r, entry->label_end, entry->end_line);
	uint32_t line = entry->label_end.line + (answer ? answer : 1);
	Topic topic;

	claim_label(r, entry);
	add_answer(r, section, row++, entry->label_end, line);
	line = next_topic(r, line, entry->end_line, section, &topic);
	while (line < entry->end_line && !r->arena->failed)
	{
		Place start = line_place(r->text, line);
		Topic current = topic;
		Str label = unwrap_between(r, start, current.label_end);
		uint32_t next = next_topic(r, current.answer_end, entry->end_line, section, &topic);

		if (label.len > 0) /* else there was no memory for it */
			label.len--;   /* the colon */
		claim(r, start, current.label_end, TRACE_LABEL, FIELD_OBSERVATIONS);
		add_answer(r, section, row, current.label_end, current.answer_end);
		draft_add(r->draft, FIELD_OBSERVATION_TOPIC, row, STATUS_REPORTED, str_trim(label));
		add_comment(r, row, current.answer_end, next);
		row++;
		line = next;
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
