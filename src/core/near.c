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
#define LETTERS_MAX 512
#define LABELS_MAX  256
#define LINES_MAX   6   /* that a label is wrapped over */
#define ENDS_MAX    2   /* "Nota: …:" has a colon within */
#define BYTES_MAX   640 /* of a label */
#define TAIL_MAX    40  /* bytes that may follow one before its colon */

#define COST_LITTLE 1 /* an article, or a word spelt a little differently */
#define COST_MORE   4 /* a word that the form does not print */
#define COST_LESS   6 /* one that it prints and the text does not */
#define COST_NEVER  1000
#define MARGIN      2 /* by which the nearest label is nearer than any other */

typedef struct Words
{
	uint32_t count;
	uint32_t telling;  /* those that are no articles and the like */
	uint32_t initials; /* a bit for each letter that a telling one begins with */
	uint16_t starts[WORDS_MAX + 1];
	char letters[LETTERS_MAX + 1]; /* squeezed, without spaces */
} Words;

/* What tells at a glance that a label is far off; made once per process from the form. */
static struct
{
	bool ready;
	struct
	{
		uint16_t count;
		uint32_t initials;
	} labels[LABELS_MAX];
} outlines;

static Str
word_at(const Words *w, uint32_t i)
{
	return (Str){w->letters + w->starts[i], w->starts[i + 1] - (uint32_t) w->starts[i]};
}

static bool
is_one_of(Str word, const char *const *list)
{
	for (; *list; list++)
		if (word.len == strlen(*list) && memcmp(word.at, *list, word.len) == 0)
			return true;
	return false;
}

/* Articles, prepositions, and the ways to write thousands of pesos */
static bool
is_little(Str word)
{
	static const char *const words[] = {
	    "a",     "al", "con",  "de",  "del", "e",  "el", "en",  "la", "las", "lo",  "los", "m",
	    "miles", "o",  "para", "por", "que", "se", "su", "sus", "u",  "un",  "una", "y",   NULL};

	return is_one_of(word, words);
}

static bool
is_number(Str word)
{
	return word.at[0] >= '0' && word.at[0] <= '9';
}

/* Words with which a label means something else */
static bool
is_decisive(Str word)
{
	static const char *const words[] = {
	    "no",      "ni",      "sin",       "excepto", "salvo",    "menos",      "anterior",
	    "proximo", "proxima", "siguiente", "previo",  "millones", "mm",         "dolares",
	    "us",      "usd",     "uf",        "utm",     "promedio", "porcentaje", NULL};

	return is_number(word) || word.at[0] == LABEL_YEAR || word.at[0] == LABEL_NUMBER ||
	       is_one_of(word, words);
}

static void
weigh_words(Words *w)
{
	w->telling = 0;
	w->initials = 0;
	for (uint32_t i = 0; i < w->count; i++)
	{
		Str word = word_at(w, i);

		if (is_little(word))
			continue;
		w->telling++;
		w->initials |= 1u << (word.at[0] & 0x1F);
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
			return false;
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
cost_of_word(Str word, uint32_t cost)
{
	return is_decisive(word) ? COST_NEVER : is_little(word) ? COST_LITTLE : cost;
}

static uint32_t
cost_of_pair(Str word, Str of_label)
{
	if (word.len == of_label.len && memcmp(word.at, of_label.at, word.len) == 0)
		return 0;
	if (of_label.at[0] == LABEL_NUMBER || (of_label.at[0] == LABEL_YEAR && word.len == 4))
		return strspn(word.at, "0123456789") >= word.len ? 0 : COST_NEVER;
	if (is_decisive(word) || is_decisive(of_label) || is_little(word) != is_little(of_label))
		return COST_NEVER;
	return is_little(word) || is_slip(word, of_label) ? COST_LITTLE : COST_NEVER;
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
		costs[l + 1] = costs[l] + cost_of_word(word_at(label, l), COST_LESS);
	for (uint32_t t = first; t < text->count; t++)
	{
		uint32_t more = cost_of_word(word_at(text, t), COST_MORE);
		uint32_t diagonal = costs[first];

		costs[first] += more;
		for (uint32_t l = first; l < label->count; l++)
		{
			Str of_label = word_at(label, l);
			uint32_t cost =
			    least(costs[l + 1] + more, costs[l] + cost_of_word(of_label, COST_LESS));

			cost = least(cost, diagonal + cost_of_pair(word_at(text, t), of_label));
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
	if (text->count < 2 || label->count < 2 || cost_of_pair(word_at(text, 0), word_at(label, 0)))
		return COST_NEVER;
	if (!is_number(word_at(text, 1)) || !is_number(word_at(label, 1)))
		return distance(text, label, 1);
	return distance(text, label, 2) + (cost_of_pair(word_at(text, 1), word_at(label, 1)) ? 1 : 0);
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
	Words words;

	for (uint32_t i = 0; i < count && i < LABELS_MAX; i++)
	{
		split_words((Str){labels[i].text, (uint32_t) strlen(labels[i].text)}, &words);
		outlines.labels[i].count = (uint16_t) words.count;
		outlines.labels[i].initials = words.initials;
	}
	outlines.ready = true;
}

/* Bits that one has and the other has not */
static uint32_t
initials_apart(uint32_t a, uint32_t b)
{
	uint32_t bits = a & ~b;
	uint32_t count = 0;

	for (; bits; bits &= bits - 1)
		count++;
	return count;
}

static bool
may_be_near(const Words *words, uint32_t label)
{
	uint32_t count = outlines.labels[label].count;
	uint32_t initials = outlines.labels[label].initials;
	uint32_t longer = words->count > count ? words->count : count;

	return longer <= words->count + 4 && longer <= count + 6 &&
	       initials_apart(initials, words->initials) <= 3 &&
	       initials_apart(words->initials, initials) <= 4;
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

/* Finds the label nearest to a text; false: none is near, or not one alone. */
static bool
find_nearest(Str s, bool whole_line, LabelMatch *match)
{
	uint32_t count;
	const Label *labels = labels_sorted(&count);
	Nearest nearest = {.cost = COST_NEVER, .next = COST_NEVER};
	Words words;
	Words of_label;

	if (!outlines.ready)
		prepare(labels, count);
	if (!split_words(s, &words))
		return false;
	for (uint32_t i = 0; i < count && i < LABELS_MAX; i++)
	{
		FieldType type = form_fields[labels[i].field].type;
		bool heading = type == TYPE_HEADING;

		if (type == TYPE_DATE || heading != (whole_line && is_number(word_at(&words, 0))) ||
		    !may_be_near(&words, i) ||
		    !split_words((Str){labels[i].text, (uint32_t) strlen(labels[i].text)}, &of_label))
			continue;
		offer(&nearest, labels, i,
		      heading ? distance_of_headings(&words, &of_label) : distance(&words, &of_label, 0),
		      tolerance(labels[i].field, &of_label));
	}
	match->first = nearest.first;
	match->last = nearest.last;
	return nearest.cost <= nearest.tolerance && nearest.cost + MARGIN <= nearest.next;
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
	uint32_t at = match->end.at;

	for (uint32_t i = match->end.line; i < line + LINES_MAX && i < text->line_count; i++)
	{
		const Line *l = &text->lines[i];

		if (l->furniture || (i > line && l->after_blank && !text->positioned))
			return false;
		for (at = at > l->start ? at : l->start; at < l->end; at++)
		{
			if (s[at] == '\t')
				return false;
			if (s[at] != ':' && (s[at] != '?' || at + 1 < l->end))
				continue;
			match->colon = s[at] == ':';
			match->end = (Place){i, at + 1};
			return true;
		}
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
begins_on_line(const Text *text, uint32_t line, uint32_t label_end, const Label *label)
{
	const Line *l = &text->lines[line];
	uint32_t end = least(l->end, label_end);
	Words of_line;
	Words of_label;
	uint32_t first = 0;

	if (!split_words((Str){text->clean.at + l->start, end - l->start}, &of_line) ||
	    !split_words((Str){label->text, (uint32_t) strlen(label->text)}, &of_label))
		return false;
	while (is_little(word_at(&of_label, first)))
		first++;
	for (uint32_t i = 0; i < of_line.count; i++)
		if (cost_of_pair(word_at(&of_line, i), word_at(&of_label, first)) < COST_NEVER)
			return true;
	return false;
}

/* Are the words from a line's beginning to the match's end nearly a label's? */
static bool
is_near(const Text *text, uint32_t line, bool whole_line, LabelMatch *match)
{
	uint32_t start = text->lines[line].start;
	Str s = {text->clean.at + start, match->end.at - start};
	uint32_t count;

	if (s.len > BYTES_MAX || !find_nearest(s, whole_line, match) ||
	    !begins_on_line(text, line, match->end.at, &labels_sorted(&count)[match->first]))
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

bool
label_near(const Text *text, uint32_t line, LabelMatch *match)
{
	*match = (LabelMatch){.end = {line, text->lines[line].start}, .number = NO_STR};
	for (int i = 0; i < ENDS_MAX && next_end(text, line, match); i++)
		if (is_near(text, line, false, match))
			return true;
	match->colon = false;
	match->end = first_cell_end(text, line);
	if (match->end.at < text->lines[line].end && is_near(text, line, true, match))
		return true;
	match->end = (Place){line, text->lines[line].end};
	return is_near(text, line, true, match);
}

bool
label_extend(const Text *text, LabelMatch *match)
{
	const char *s = text->clean.at + match->end.at;
	uint32_t left = text->lines[match->end.line].end - match->end.at;
	const char *colon = memchr(s, ':', left < TAIL_MAX ? left : TAIL_MAX);
	Words tail;

	/* a value would begin with a capital letter */
	if (match->colon || left < 2 || s[0] != ' ' || s[1] < '0' || s[1] > 'z' ||
	    (s[1] > '9' && s[1] < 'a') || !colon ||
	    !split_words((Str){s, (uint32_t) (colon - s)}, &tail))
		return true;
	for (uint32_t i = 0; i < tail.count; i++)
		if (is_decisive(word_at(&tail, i)))
			return false;
	if (tail.telling > 1)
		return true;
	match->end.at += (uint32_t) (colon - s) + 1;
	match->colon = true;
	return true;
}
