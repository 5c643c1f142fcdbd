/*
 * near.c
 *		Labels that a text prints in nearly the form's words.
 *
 * Words are set against words.  Articles come and go at little cost, a word more
 * costs more than that, and a word less is a different label unless it is a long
 * one.  A word in another's place, a number, "no" or another unit makes it mean
 * something else, at any length.
 *
 * src/core/near.c
 */
#include "near.h"

#include <stdlib.h>
#include <string.h>

#define WORDS_MAX   64
#define FIRST_WORDS 4 /* among which that is which a label begins with */
#define LETTERS_MAX 512
#define LABELS_MAX  256
#define LINES_MAX   6   /* that a label is wrapped over */
#define ENDS_MAX    2   /* "Nota: …:" has a colon within */
#define BYTES_MAX   640 /* of a label */
#define SPARE_MAX   48  /* by which a label is longer than the form's */
#define TAIL_MAX    40  /* bytes that may follow one before its colon */

#define BEGIN_LETTERS 24 /* so many that a label begins with are no other words' by chance */

#define COST_LITTLE 1 /* an article, or a word spelt a little differently */
#define COST_MORE   4 /* a word that the form does not print */
#define COST_LESS   6 /* one that it prints and the text does not */
#define COST_NEVER  1000
#define MARGIN      2 /* by which the nearest label is nearer than any other */

typedef enum WordKind
{
	WORD_TELLING,
	WORD_LITTLE,  /* an article, a preposition, or a way to write thousands of pesos */
	WORD_DECISIVE /* one with which a label means something else */
} WordKind;

typedef struct Words
{
	uint32_t count;
	uint32_t telling; /* those that are no articles and the like */
	uint32_t decisive;
	uint32_t initials; /* a bit for each letter that a telling one begins with */
	uint8_t kinds[WORDS_MAX];
	uint16_t starts[WORDS_MAX + 1];
	char letters[LETTERS_MAX + 1]; /* squeezed, without spaces */
} Words;

/* The form's labels as words; made once per process from constant data. */
static struct
{
	bool ready;
	Words labels[LABELS_MAX];
	uint32_t tolerances[LABELS_MAX];
} known;

static Str
word_at(const Words *w, uint32_t i)
{
	return (Str){w->letters + w->starts[i], w->starts[i + 1] - (uint32_t) w->starts[i]};
}

static bool
is_one_of(Str word, const Str *list)
{
	for (; list->len > 0; list++)
		if (word.at[0] == list->at[0] && str_equal(word, *list))
			return true;
	return false;
}

static bool
is_number(Str word)
{
	return word.at[0] >= '0' && word.at[0] <= '9';
}

static WordKind
kind_of(Str word)
{
	static const Str little[] = {
	    STR("a"),    STR("al"),  STR("con"), STR("de"),    STR("del"), STR("e"),   STR("el"),
	    STR("en"),   STR("la"),  STR("las"), STR("lo"),    STR("los"), STR("m"),   STR("o"),
	    STR("para"), STR("por"), STR("que"), STR("se"),    STR("su"),  STR("sus"), STR("u"),
	    STR("un"),   STR("una"), STR("y"),   STR("miles"), {NULL, 0}};
	static const Str decisive[] = {
	    STR("no"),        STR("ni"),       STR("sin"),      STR("excepto"),  STR("salvo"),
	    STR("menos"),     STR("previo"),   STR("anterior"), STR("proximo"),  STR("proxima"),
	    STR("siguiente"), STR("millones"), STR("mm"),       STR("dolares"),  STR("us"),
	    STR("usd"),       STR("uf"),       STR("utm"),      STR("promedio"), STR("porcentaje"),
	    {NULL, 0}};

	if (is_number(word) || word.at[0] == LABEL_YEAR || word.at[0] == LABEL_NUMBER ||
	    is_one_of(word, decisive))
		return WORD_DECISIVE;
	return word.len <= 5 && is_one_of(word, little) ? WORD_LITTLE : WORD_TELLING;
}

static void
weigh_words(Words *w)
{
	w->telling = w->decisive = w->initials = 0;
	for (uint32_t i = 0; i < w->count; i++)
	{
		w->kinds[i] = kind_of(word_at(w, i));
		if (w->kinds[i] == WORD_LITTLE)
			continue;
		w->telling++;
		w->decisive += w->kinds[i] == WORD_DECISIVE;
		w->initials |= 1u << (w->letters[w->starts[i]] & 0x1F);
	}
}

/* Cuts s into words, a label's wildcards being one each; false: it has none, or too many. */
static bool
split_words(Str s, Words *w)
{
	uint32_t at = 0;
	uint32_t len = 0;
	uint32_t last = 0; /* where the letter before ended */
	unsigned char c;

	w->count = 0;
	while ((c = squeeze_next(s.at, &at, s.len)) != 0)
	{
		uint32_t start = at - ((unsigned char) s.at[at - 1] >= 0x80 ? 2 : 1);

		if (len == LETTERS_MAX)
			return false; /* not reached: no label, nor what may be one, is so long */
		if (len == 0 || start > last)
		{
			if (w->count == WORDS_MAX)
				return false;
			w->starts[w->count++] = (uint16_t) len;
			if (start > 0 && s.at[start - 1] == '{')
			{
				c = s.at[start] == 'y' ? LABEL_YEAR : LABEL_NUMBER;
				while (at < s.len && s.at[at] != '}')
					at++;
			}
		}
		w->letters[len++] = (char) c;
		last = at;
	}
	w->starts[w->count] = (uint16_t) len;
	w->letters[len] = '\0';
	weigh_words(w);
	return w->telling > 0;
}

/* ---- Distance ---- */

/* Are the words the same but for a letter, or two that are swapped, in a long word or at its end?
 */
static bool
is_slip(Str a, Str b)
{
	uint32_t shorter = a.len < b.len ? a.len : b.len;
	uint32_t longer = a.len < b.len ? b.len : a.len;
	uint32_t front = 0;
	uint32_t back = 0;

	if (shorter < 4)
		return false;
	while (front < shorter && a.at[front] == b.at[front])
		front++;
	while (back < shorter - front && a.at[a.len - 1 - back] == b.at[b.len - 1 - back])
		back++;
	if (longer - front - back == 2 && a.len == b.len && a.at[front] == b.at[front + 1] &&
	    a.at[front + 1] == b.at[front])
		return true;
	return longer - front - back <= (longer >= 7 || front == shorter ? 2 : 1);
}

/* What it costs that only the text, or only the label, has a word. */
static uint32_t
cost_of_word(const Words *w, uint32_t i, uint32_t cost)
{
	return w->kinds[i] == WORD_DECISIVE ? COST_NEVER
	       : w->kinds[i] == WORD_LITTLE ? COST_LITTLE
	                                    : cost;
}

static uint32_t
cost_of_pair(const Words *text, uint32_t t, const Words *label, uint32_t l)
{
	Str word = word_at(text, t);
	Str of_label = word_at(label, l);

	if (str_equal(word, of_label))
		return 0;
	if (of_label.at[0] == LABEL_NUMBER || (of_label.at[0] == LABEL_YEAR && word.len == 4))
		return strspn(word.at, "0123456789") >= word.len ? 0 : COST_NEVER;
	if (text->kinds[t] != label->kinds[l] || text->kinds[t] == WORD_DECISIVE)
		return COST_NEVER;
	return text->kinds[t] == WORD_LITTLE || is_slip(word, of_label) ? COST_LITTLE : COST_NEVER;
}

static uint32_t
least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

/* The least that it costs to make a text's words a label's, both from a word on. */
static uint32_t
distance(const Words *text, const Words *label, uint32_t first)
{
	uint32_t costs[WORDS_MAX + 1] = {0};

	for (uint32_t l = first; l < label->count; l++)
		costs[l + 1] = costs[l] + cost_of_word(label, l, COST_LESS);
	for (uint32_t t = first; t < text->count; t++)
	{
		uint32_t more = cost_of_word(text, t, COST_MORE);
		uint32_t diagonal = costs[first];

		costs[first] += more;
		for (uint32_t l = first; l < label->count; l++)
		{
			uint32_t cost =
			    least(costs[l + 1] + more, costs[l] + cost_of_word(label, l, COST_LESS));

			cost = least(cost, diagonal + cost_of_pair(text, t, label, l));
			diagonal = costs[l + 1];
			costs[l + 1] = cost;
		}
	}
	return costs[label->count];
}

/* "5.3) …" for "5.5) …": where the form gained or lost a heading, others' numbers moved within
 * their section. */
static uint32_t
distance_of_headings(const Words *text, const Words *label)
{
	if (text->count < 2 || label->count < 2 || cost_of_pair(text, 0, label, 0) > 0)
		return COST_NEVER;
	if (!is_number(word_at(text, 1)) || !is_number(word_at(label, 1)))
		return distance(text, label, 1);
	return distance(text, label, 2) + (cost_of_pair(text, 1, label, 1) > 0 ? COST_LITTLE : 0);
}

/*
 * How far off a label may be: one word hardly at all, a long sentence by two words.
 * A header row that lacks a word may have lost it to another line.
 */
static uint32_t
tolerance(FieldId field, const Words *label)
{
	if (label->telling == 1 || strchr(form_fields[field].label, '|'))
		return 2 * COST_LITTLE;
	if (label->telling < 4)
		return COST_MORE + COST_LITTLE;
	return label->telling < 12 ? COST_LESS + COST_LITTLE : 2 * COST_LESS;
}

/* ---- All labels ---- */

static void
prepare(const Label *labels, uint32_t count)
{
	for (uint32_t i = 0; i < count && i < LABELS_MAX; i++)
	{
		split_words((Str){labels[i].text, (uint32_t) strlen(labels[i].text)}, &known.labels[i]);
		known.tolerances[i] = tolerance(labels[i].field, &known.labels[i]);
	}
	known.ready = true;
}

/* Is the first telling word of a label among the first words of a text? */
static bool
begins_alike(const Words *text, const Words *label)
{
	uint32_t first = 0;

	while (label->kinds[first] == WORD_LITTLE)
		first++;
	for (uint32_t t = 0; t < text->count && t < first + FIRST_WORDS; t++)
		if (cost_of_pair(text, t, label, first) < COST_NEVER)
			return true;
	return false;
}

/* Rules out, at a glance, nearly all labels that are far off. */
static bool
may_be_near(const Words *text, const Words *label, uint32_t most)
{
	return text->decisive == label->decisive && text->count <= label->count + most &&
	       label->count <= text->count + most &&
	       count_bits(label->initials & ~text->initials) <= 1 + most / COST_LESS &&
	       count_bits(text->initials & ~label->initials) <= 1 + most / COST_MORE &&
	       begins_alike(text, label);
}

/* What the labels seen so far have come to. */
typedef struct Nearest
{
	uint32_t first; /* of labels_sorted, equal ones up to `last` */
	uint32_t last;
	uint32_t cost;
	uint32_t tolerance;
	uint32_t next; /* what the nearest label of other words costs */
} Nearest;

static void
offer(Nearest *n, const Label *labels, uint32_t i, uint32_t cost, uint32_t most)
{
	if (n->cost < COST_NEVER && n->last + 1 == i &&
	    strcmp((const char *) labels[i].squeezed, (const char *) labels[n->last].squeezed) == 0)
		n->last = i;
	else if (cost < n->cost)
		*n = (Nearest){i, i, cost, most, n->cost};
	else
		n->next = least(n->next, cost);
}

/* What it costs to make a text a label; COST_NEVER: far more than that tolerates. */
static uint32_t
cost_of_label(const Words *words, const Label *labels, uint32_t i, bool whole_line)
{
	const Words *of_label = &known.labels[i];
	FieldType type = form_fields[labels[i].field].type;
	bool heading = type == TYPE_HEADING;

	if (type == TYPE_DATE || heading != (whole_line && is_number(word_at(words, 0))) ||
	    !may_be_near(words, of_label, known.tolerances[i] + MARGIN))
		return COST_NEVER;
	return heading ? distance_of_headings(words, of_label) : distance(words, of_label, 0);
}

/* Is any of the labels that may stand here near? */
static bool
is_wanted(const Words *words, const Label *labels, const Wanted *wanted, bool whole_line)
{
	for (uint32_t i = 0; i < wanted->count; i++)
		if (cost_of_label(words, labels, wanted->labels[i], whole_line) <=
		    known.tolerances[wanted->labels[i]])
			return true;
	return false;
}

/* Does a text end with the last word of a label, a slip aside? */
static bool
ends_alike(const Words *text, const Words *label)
{
	uint32_t last = label->count - 1;

	return cost_of_pair(text, text->count - 1, label, last) <=
	       (label->kinds[last] == WORD_TELLING ? COST_LITTLE : 0);
}

/* Finds the label nearest to a text; false: none is near, or not one alone. */
static bool
find_nearest(Str s, bool whole_line, const Wanted *wanted, LabelMatch *match)
{
	uint32_t count;
	const Label *labels = labels_sorted(&count);
	Nearest nearest = {.cost = COST_NEVER, .next = COST_NEVER};
	Words words;

	if (!known.ready)
		prepare(labels, count);
	if (!split_words(s, &words) || !is_wanted(&words, labels, wanted, whole_line))
		return false;
	for (uint32_t i = 0; i < count && i < LABELS_MAX; i++)
		offer(&nearest, labels, i, cost_of_label(&words, labels, i, whole_line),
		      known.tolerances[i]);
	match->first = nearest.first;
	match->last = nearest.last;
	return nearest.cost <= nearest.tolerance && nearest.cost + MARGIN <= nearest.next &&
	       (!whole_line || ends_alike(&words, &known.labels[nearest.first]));
}

/* ---- Where a label may end ---- */

/*
 * The next colon, or question mark at the end of a line, that may close a label which
 * begins with a line; the end of the match is where to look on from.
 */
static bool
next_end(const Text *text, uint32_t line, LabelMatch *match)
{
	const char *s = text->clean.at;
	uint32_t start = text->lines[line].start;
	uint32_t at = match->end.at;
	const char *colon;
	const char *tab;

	for (uint32_t i = match->end.line; i < line + LINES_MAX && i < text->line_count; i++)
	{
		const Line *l = &text->lines[i];

		if (l->furniture || (i > line && l->after_blank && !text->positioned))
			return false;
		if (l->start > start + BYTES_MAX)
			return false;
		at = at > l->start ? at : l->start;
		colon = memchr(s + at, ':', l->end - at);
		tab = memchr(s + at, '\t', l->end - at);
		if (tab && (!colon || tab < colon))
			return false;
		match->colon = colon != NULL;
		match->end = (Place){i, colon ? (uint32_t) (colon + 1 - s) : l->end};
		if (colon || (at < l->end && s[l->end - 1] == '?'))
			return true;
	}
	return false;
}

/* The digits that stand for the label's wildcard: a year's four, or the first of any length. */
static void
take_wildcard(Str s, LabelMatch *match)
{
	uint32_t count;
	const char *label = (const char *) labels_sorted(&count)[match->first].squeezed;
	bool year = strchr(label, LABEL_YEAR) != NULL;
	uint32_t len;

	if (!year && !strchr(label, LABEL_NUMBER))
		return;
	for (uint32_t at = 0; at < s.len; at += len + 1)
	{
		for (len = 0; at + len < s.len && s.at[at + len] >= '0' && s.at[at + len] <= '9';)
			len++;
		if (year && len == 4)
			match->year = atoi((char[]){s.at[at], s.at[at + 1], s.at[at + 2], s.at[at + 3], 0});
		else if (!year && len > 0 && len <= 9 && match->number.len == 0)
			match->number = (Str){s.at + at, len};
	}
}

/* Does the line have the word that the label begins with? */
static bool
begins_on_line(const Text *text, uint32_t line, uint32_t label_end, const Words *label)
{
	const Line *l = &text->lines[line];
	Words words;

	return split_words((Str){text->clean.at + l->start, least(l->end, label_end) - l->start},
	                   &words) &&
	       begins_alike(&words, label);
}

/* Are the words from a line's beginning to the match's end nearly a label's? */
static bool
is_near(const Text *text, uint32_t line, bool whole_line, const Wanted *wanted, LabelMatch *match)
{
	uint32_t start = text->lines[line].start;
	Str s = {text->clean.at + start, match->end.at - start};

	if (s.len > BYTES_MAX || s.len > wanted->longest + SPARE_MAX ||
	    !find_nearest(s, whole_line, wanted, match) ||
	    !begins_on_line(text, line, match->end.at, &known.labels[match->first]))
		return false;
	take_wildcard(s, match);
	return true;
}

static Place
first_cell_end(const Text *text, uint32_t line)
{
	const Line *l = &text->lines[line];
	const char *start = text->clean.at + l->start;
	const char *tab = memchr(start, '\t', l->end - l->start);

	return (Place){line, tab ? l->start + (uint32_t) (tab - start) : l->end};
}

/* No label begins in lower case, or with a sign but the question's. */
static bool
goes_on(char c)
{
	return (c >= 'a' && c <= 'z') || (c > ' ' && c < '0' && c != '(');
}

bool
label_near(const Text *text, uint32_t line, const Wanted *wanted, LabelMatch *match)
{
	if (goes_on(text->clean.at[text->lines[line].start]))
		return false;
	*match = (LabelMatch){.end = {line, text->lines[line].start}, .number = NO_STR};
	for (int i = 0; i < ENDS_MAX && next_end(text, line, match); i++)
		if (is_near(text, line, false, wanted, match))
			return true;
	match->colon = false;
	match->end = first_cell_end(text, line);
	if (match->end.at < text->lines[line].end && is_near(text, line, true, wanted, match))
		return true;
	match->end = (Place){line, text->lines[line].end};
	return is_near(text, line, true, wanted, match);
}

bool
label_begins(const Text *text, uint32_t line, const Wanted *wanted)
{
	uint32_t count;
	const Label *labels = labels_sorted(&count);
	Str s = {text->clean.at + text->lines[line].start,
	         text->lines[line].end - text->lines[line].start};
	char begin[BEGIN_LETTERS];
	uint32_t at = 0;

	if (s.len < BEGIN_LETTERS ||
	    !(wanted->initials & 1u << (squeeze_next(s.at, &at, s.len) & 0x1F)) ||
	    squeeze(s, begin, BEGIN_LETTERS) < BEGIN_LETTERS)
		return false;
	for (uint32_t i = 0; i < wanted->count; i++)
	{
		const Label *label = &labels[wanted->labels[i]];

		if (label->length >= BEGIN_LETTERS && form_fields[label->field].type != TYPE_HEADING &&
		    memcmp(label->squeezed, begin, BEGIN_LETTERS) == 0)
			return true;
	}
	return false;
}

bool
label_goes_on(const Text *text, const LabelMatch *match)
{
	const char *s = text->clean.at + match->end.at;
	uint32_t left = text->lines[match->end.line].end - match->end.at;
	const char *colon = memchr(s, ':', left < TAIL_MAX ? left : TAIL_MAX);
	Words tail;

	/* a value would begin with a capital letter */
	if (match->colon || left < 2 || s[0] != ' ' || s[1] < '0' || s[1] > 'z' ||
	    (s[1] > '9' && s[1] < 'a') || !colon ||
	    !split_words((Str){s, (uint32_t) (colon - s)}, &tail))
		return false;
	for (uint32_t i = 0; i < tail.count; i++)
		if (tail.kinds[i] == WORD_DECISIVE)
			return true;
	return tail.telling == 1;
}
