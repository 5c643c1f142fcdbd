/*
 * label.c
 *		The labels of the form, ready to be recognised at the start of a line.
 *
 * The squeezed labels are kept in order, and form a tree by their beginnings: a
 * node is the labels that begin alike.  A text is followed through it, so that
 * each character is compared once, whatever the number of labels; a line of
 * narrative falls out after a few characters.
 *
 * src/core/label.c
 */
#include "label.h"
#include "number.h"

#include <stdlib.h>
#include <string.h>

static const struct
{
	FieldId field;
	uint8_t nth;
	const char *text;
} variants[] = {
#define LABEL(field, nth, text) {FIELD_##field, nth, text},
#include "label_data.h"
#undef LABEL
};

#define VARIANT_COUNT (sizeof(variants) / sizeof(variants[0]))
#define LABELS_MAX    (FIELD_COUNT + VARIANT_COUNT)
#define NODES_MAX     (8 * LABELS_MAX) /* a label adds at most two, and two for each wildcard */

/* The labels [first, end), which agree in their first `depth` characters. */
typedef struct Node
{
	uint16_t first;
	uint16_t end;
	uint16_t depth;
	uint16_t children; /* the first of them, neighbours in the order of their characters */
	uint16_t child_count;
	Str run; /* what the form prints from its own first character to its depth, without either */
} Node;

/*
 * Made once per process from constant data by labels_prepare, and constant
 * ever after.
 */
static struct
{
	bool ready;
	uint32_t count;
	Label labels[LABELS_MAX];
	uint32_t node_count;
	Node nodes[NODES_MAX]; /* the first holds all labels */
	uint16_t starts[256];  /* by first character: a node; 0: no label begins so */
} known;

/* The next squeezed character or wildcard of a label as printed; 0: it ends. */
static unsigned char
next_of_label(const char *text, uint32_t *at)
{
	/* stop at the next wildcard: squeeze_next would read its name */
	uint32_t end = *at + (uint32_t) strcspn(text + *at, "{");
	unsigned char c = squeeze_next(text, at, end);

	if (c || text[end] == '\0')
		return c;
	c = text[end + 1] == 'y' ? LABEL_YEAR : LABEL_NUMBER;
	*at = end + (uint32_t) strcspn(text + end, "}") + 1;
	return c;
}

static void
squeeze_label(const char *text, Label *label)
{
	uint32_t at = 0;
	uint32_t len = 0;

	label->text = text;
	while (len < LABEL_MAX - 1 && (label->squeezed[len] = next_of_label(text, &at)) != 0)
		len++;
	label->squeezed[len] = 0;
	label->length = (uint16_t) len;
}

static void
add_label(FieldId field, uint8_t nth, const char *text)
{
	Label *label = &known.labels[known.count];

	label->field = field;
	label->nth = nth;
	squeeze_label(text, label);
	if (label->length > 0)
		known.count++;
}

static int
compare_labels(const void *a, const void *b)
{
	const Label *x = a;
	const Label *y = b;
	int order = strcmp((const char *) x->squeezed, (const char *) y->squeezed);

	return order != 0 ? order : (int) x->field - (int) y->field;
}

/*
 * A label that stands in the text by itself.  Tables with header rows are among
 * the variants; the label inside the indicators' cells is their reader's.
 */
static bool
is_printed(const FormField *field)
{
	return field->label != NULL && field->type != TYPE_DATE && !strchr(field->label, '|') &&
	       strcmp(field->key, "observations") != 0 && strncmp(field->label, "Metodolog", 9) != 0;
}

/* ---- The tree ---- */

static bool
is_wildcard(unsigned char c)
{
	return c == LABEL_YEAR || c == LABEL_NUMBER;
}

/*
 * How many characters two labels have in common that agree in the first
 * `depth` and in the next one; wildcards stand alone.
 */
static uint32_t
common_depth(const Label *a, const Label *b, uint32_t depth)
{
	if (is_wildcard(a->squeezed[depth++]))
		return depth;
	while (a->squeezed[depth] && a->squeezed[depth] == b->squeezed[depth] &&
	       !is_wildcard(a->squeezed[depth]))
		depth++;
	return depth;
}

/* What a label prints between two of its characters. */
static Str
printed_run(const Label *label, uint32_t from, uint32_t to)
{
	uint32_t start = 0;
	uint32_t end;

	for (uint32_t i = 0; i < from; i++)
		next_of_label(label->text, &start);
	end = start;
	for (uint32_t i = from; i < to; i++)
		next_of_label(label->text, &end);
	return (Str){label->text + start, end - start};
}

static void
add_children(Node *node)
{
	const Label *labels = known.labels;
	uint32_t i = node->first;

	while (i < node->end && labels[i].length == node->depth)
		i++;
	node->children = (uint16_t) known.node_count;
	while (i < node->end && known.node_count < NODES_MAX)
	{
		uint32_t end = i + 1;
		uint32_t depth;

		while (end < node->end &&
		       labels[end].squeezed[node->depth] == labels[i].squeezed[node->depth])
			end++;
		depth = common_depth(&labels[i], &labels[end - 1], node->depth);
		known.nodes[known.node_count++] =
		    (Node){.first = (uint16_t) i,
		           .end = (uint16_t) end,
		           .depth = (uint16_t) depth,
		           .run = printed_run(&labels[i], node->depth + 1u, depth)};
		node->child_count++;
		i = end;
	}
}

static void
grow_tree(void)
{
	known.nodes[0] = (Node){.first = 0, .end = (uint16_t) known.count};
	known.node_count = 1;
	for (uint32_t n = 0; n < known.node_count; n++)
		add_children(&known.nodes[n]);
	for (uint32_t n = 1; n <= known.nodes[0].child_count; n++)
		known.starts[known.labels[known.nodes[n].first].squeezed[0]] = (uint16_t) n;
}

static void
labels_prepare(void)
{
	for (uint32_t f = 0; f < FIELD_COUNT; f++)
		if (form_fields[f].table == FIELD_NONE && is_printed(&form_fields[f]))
			add_label((FieldId) f, 0, form_fields[f].label);
	for (size_t v = 0; v < VARIANT_COUNT; v++)
		add_label(variants[v].field, variants[v].nth, variants[v].text);
	qsort(known.labels, known.count, sizeof(Label), compare_labels);
	grow_tree();
	known.ready = true;
}

const Label *
labels_sorted(uint32_t *count)
{
	if (!known.ready)
		labels_prepare();
	*count = known.count;
	return known.labels;
}

unsigned char
place_squeeze(const Text *text, Place *place)
{
	for (;;)
	{
		const Line *line = &text->lines[place->line];
		unsigned char c = squeeze_next(text->clean.at, &place->at, line->end);
		uint32_t next = place->line + 1;

		if (c)
			return c;
		next = skip_furniture(text, next, text->line_count);
		if (next >= text->line_count)
			return 0;
		place->line = next;
		place->at = text->lines[next].start;
	}
}

/* The same, without a call where it stands on the line. */
static inline unsigned char
next_squeezed(const Text *text, Place *place)
{
	unsigned char c = squeeze_next(text->clean.at, &place->at, text->lines[place->line].end);

	return c ? c : place_squeeze(text, place);
}

/* Consumes `least` to `most` digits that follow one another; false: there are fewer. */
static bool
take_digits(const Text *text, Place *place, uint32_t least, uint32_t most, Str *digits)
{
	Place at = *place;
	unsigned char c = place_squeeze(text, &at);
	uint32_t start = at.at - 1;
	uint32_t end = text->lines[at.line].end;

	if (c < '0' || c > '9')
		return false;
	while (at.at < end && at.at - start < most && text->clean.at[at.at] >= '0' &&
	       text->clean.at[at.at] <= '9')
		at.at++;
	*digits = (Str){text->clean.at + start, at.at - start};
	*place = at;
	return digits->len >= least;
}

/* A word goes on at this place. */
static bool
in_word(const Text *text, Place place)
{
	unsigned char c;

	if (place.at >= text->lines[place.line].end)
		return false;
	c = (unsigned char) text->clean.at[place.at];
	return c == 0xC3 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* What closes a label, or OCR made of that, at the start of s; 0: nothing. */
static uint32_t
closing_length(const char *s, uint32_t len)
{
	if (len > 0 && strchr("$)]?.\"*'", s[0]))
		return 1;
	if (len > 1 && s[0] == ' ' && s[1] == '?')
		return 2;
	return len > 2 && memcmp(s, "”", 3) == 0 ? 3 : 0;
}

/* "Covid 197:": a question mark that OCR took for a figure. */
static bool
is_misread_question(const Text *text, Place place, const Label *label)
{
	const char *s = text->clean.at + place.at;
	size_t len = strlen(label->text);

	return label->text[len - 1] == '?' && text->lines[place.line].end - place.at > 1 &&
	       s[0] == '7' && s[1] == ':';
}

/* "¿…ex ante", "?: Si": from a line's end to what closes its label on the next one. */
static void
pass_line_end(const Text *text, Place *place)
{
	uint32_t next = place->line + 1;

	if (place->at < text->lines[place->line].end || next == text->line_count ||
	    text->lines[next].furniture)
		return;
	if (text->lines[next].end - text->lines[next].start > 1 &&
	    memcmp(text->clean.at + text->lines[next].start, "?:", 2) == 0)
		*place = (Place){next, text->lines[next].start};
}

/* Moves past what closes a label; true: a colon was there. */
static bool
close_label(const Text *text, Place *place)
{
	const char *s = text->clean.at;
	uint32_t end, at;

	pass_line_end(text, place);
	end = text->lines[place->line].end;
	at = place->at;
	for (uint32_t len; (len = closing_length(s + at, end - at)) > 0;)
		at += len;
	place->at = at;
	while (at < end && s[at] == ' ')
		at++;
	if (at < end && s[at] == ':')
	{
		place->at = at + 1;
		return true;
	}
	return false;
}

/* The labels of this node that end with it are recognised, if the text's word does too. */
static void
note_match(const Text *text, Place place, const Node *node, LabelMatch *match)
{
	if (is_misread_question(text, place, &known.labels[node->first]))
		place.at++;
	else if (in_word(text, place))
		return;
	match->first = match->last = node->first;
	while (match->last + 1u < node->end && known.labels[match->last + 1].length == node->depth)
		match->last++;
	match->end = place;
	match->colon = close_label(text, &match->end);
}

/* Follows the text as long as it is `length` squeezed characters; false: it is not. */
static bool
follow(const Text *text, Place *place, const unsigned char *squeezed, uint32_t length)
{
	const char *s = text->clean.at;
	uint32_t end = text->lines[place->line].end;
	uint32_t at = place->at;

	for (uint32_t i = 0; i < length; i++)
	{
		unsigned char c = squeeze_next(s, &at, end);

		if (c == 0)
		{
			place->at = at;
			c = place_squeeze(text, place);
			at = place->at;
			end = text->lines[place->line].end;
		}
		if (c != squeezed[i])
			return false;
	}
	place->at = at;
	return true;
}

/* How many bytes from the start on are the same. */
static uint32_t
common_length(const char *a, const char *b, uint32_t most)
{
	uint32_t i = 0;

	while (most - i >= 8 && memcmp(a + i, b + i, 8) == 0)
		i += 8;
	while (i < most && a[i] == b[i])
		i++;
	return i;
}

/* Moves on from the end of a line; false: the text ends. */
static bool
next_line(const Text *text, Place *place)
{
	place->line = skip_furniture(text, place->line + 1, text->line_count);
	if (place->line >= text->line_count)
		return false;
	place->at = text->lines[place->line].start;
	return true;
}

/*
 * Follows the text as long as it is a label just as the form prints it, but for
 * line ends in place of spaces: nearly all of them are.  False: it is not.
 */
static bool
follow_printed(const Text *text, Place *place, Str run)
{
	Place at = *place;

	for (;;)
	{
		uint32_t left = text->lines[at.line].end - at.at;
		uint32_t same =
		    common_length(text->clean.at + at.at, run.at, left < run.len ? left : run.len);

		at.at += same;
		if (same == run.len)
			break;
		if (same < left || run.at[same] != ' ' || !next_line(text, &at))
			return false;
		run.at += same + 1;
		run.len -= same + 1;
	}
	*place = at;
	return true;
}

/* Takes what a wildcard stands for. */
static bool
take_wildcard(const Text *text, Place *place, unsigned char wildcard, int *year, Str *number)
{
	Place at = *place;
	Str digits;

	if (wildcard == LABEL_YEAR)
	{
		if (!take_digits(text, &at, 4, 4, &digits))
			return false;
		*year = atoi((char[]){digits.at[0], digits.at[1], digits.at[2], digits.at[3], 0});
	}
	else if (take_digits(text, &at, 1, 9, &digits))
		*number = digits;
	else
		return false;
	*place = at;
	return true;
}

/* The child by which the text goes on, of which it takes one character; NULL: none. */
static const Node *
next_node(const Text *text, Place *place, const Node *node, int *year, Str *number)
{
	const Node *child = &known.nodes[node->children];
	const Node *end = child + node->child_count;
	unsigned char c;

	for (; child < end && is_wildcard(known.labels[child->first].squeezed[node->depth]); child++)
		if (take_wildcard(text, place, known.labels[child->first].squeezed[node->depth], year,
		                  number))
			return child;
	c = child < end ? next_squeezed(text, place) : 0;
	for (; c && child < end; child++)
		if (known.labels[child->first].squeezed[node->depth] == c)
			return child;
	return NULL;
}

bool
label_match(const Text *text, Place place, LabelMatch *match)
{
	uint32_t line = place.line;
	unsigned char c = next_squeezed(text, &place);
	const Node *node;
	uint32_t depth = 1;
	int year = 0;
	Str number = NO_STR;

	match->first = FIELD_NONE;
	if (!known.ready)
		labels_prepare(); /* not reached: the outline asks for all labels first */
	if (known.starts[c] == 0 || place.line != line) /* a line without a letter begins none */
		return false;
	node = &known.nodes[known.starts[c]];
	while (node &&
	       (follow_printed(text, &place, node->run) ||
	        follow(text, &place, known.labels[node->first].squeezed + depth, node->depth - depth)))
	{
		if (known.labels[node->first].length == node->depth)
		{
			note_match(text, place, node, match);
			if (match->first != FIELD_NONE)
			{
				match->year = year;
				match->number = number;
			}
		}
		depth = node->depth + 1u;
		node = next_node(text, &place, node, &year, &number);
	}
	return match->first != FIELD_NONE;
}

bool
is_column_head(Str s)
{
	static const char *const words[] = {"efectivo", "estimado", "diciembre", "al", "de", "31"};
	char squeezed[160];
	uint32_t len = squeeze(s, squeezed, sizeof(squeezed));
	uint32_t at = 0;
	int year;

	/* "3,1" and "2.020" are values */
	if (memchr(s.at, '.', s.len) || memchr(s.at, ',', s.len) || memchr(s.at, '%', s.len))
		return false;
	while (at < len && len <= sizeof(squeezed))
	{
		uint32_t step = 0;

		for (size_t i = 0; i < sizeof(words) / sizeof(words[0]) && !step; i++)
			if (len - at >= strlen(words[i]) &&
			    memcmp(squeezed + at, words[i], strlen(words[i])) == 0)
				step = (uint32_t) strlen(words[i]);
		if (!step && len - at >= 4 && year_parse((Str){squeezed + at, 4}, &year))
			step = 4;
		if (!step)
			return false;
		at += step;
	}
	return len > 0 && len <= sizeof(squeezed);
}
