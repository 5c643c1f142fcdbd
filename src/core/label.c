/*
 * label.c
 *		The labels of the form, ready to be recognised at the start of a line.
 *
 * The squeezed labels are kept in order, and a text is followed through them
 * character by character: the labels that still fit are always neighbours.  A
 * line of narrative falls out after a few characters.
 *
 * src/core/label.c
 */
#include "label.h"

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

/*
 * Made once per process from constant data by labels_prepare, and constant
 * ever after.
 */
static struct
{
	bool ready;
	uint32_t count;
	Label labels[FIELD_COUNT + VARIANT_COUNT];
	uint32_t first[257]; /* by first character: labels [first[c], first[c + 1]) */
} known;

static void
squeeze_label(const char *text, Label *label)
{
	uint32_t size = (uint32_t) strlen(text);
	uint32_t at = 0;
	uint32_t len = 0;

	while (at < size && len < LABEL_MAX - 1)
	{
		if (text[at] == '{')
		{
			label->squeezed[len++] = text[at + 1] == 'y' ? LABEL_YEAR : LABEL_NUMBER;
			at = (uint32_t) (strchr(text + at, '}') - text) + 1;
			continue;
		}
		/* stop at the next wildcard: squeeze_next would read its name */
		label->squeezed[len] =
		    squeeze_next(text, &at, (uint32_t) (strchrnul(text + at, '{') - text));
		if (label->squeezed[len])
			len++;
	}
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

static void
labels_prepare(void)
{
	for (uint32_t f = 0; f < FIELD_COUNT; f++)
		if (form_fields[f].table == FIELD_NONE && is_printed(&form_fields[f]))
			add_label((FieldId) f, 0, form_fields[f].label);
	for (size_t v = 0; v < VARIANT_COUNT; v++)
		add_label(variants[v].field, variants[v].nth, variants[v].text);
	qsort(known.labels, known.count, sizeof(Label), compare_labels);
	for (uint32_t c = 0, i = 0; c <= 256; c++)
	{
		while (i < known.count && known.labels[i].squeezed[0] < c)
			i++;
		known.first[c] = i;
	}
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
		while (next < text->line_count && text->lines[next].furniture)
			next++;
		if (next >= text->line_count)
			return 0;
		place->line = next;
		place->at = text->lines[next].start;
	}
}

/* Consumes `least` to `most` digits, of which c is the first; false: there are fewer. */
static bool
take_digits(const Text *text, Place *place, unsigned char c, int least, int most, Str *digits)
{
	uint32_t start = place->at - 1;
	int count = 0;

	while (c >= '0' && c <= '9')
	{
		count++;
		if (count == most || place->at >= text->lines[place->line].end)
			break;
		c = (unsigned char) text->clean.at[place->at];
		if (c >= '0' && c <= '9')
			place->at++;
	}
	*digits = (Str){text->clean.at + start, (uint32_t) count};
	return count >= least;
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

/* Moves past what closes a label; true: a colon was there. */
static bool
close_label(const Text *text, Place *place)
{
	const char *s = text->clean.at;
	uint32_t end = text->lines[place->line].end;
	uint32_t at = place->at;

	while (at < end && strchr("$)]?.\"*'", s[at]))
		at++;
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

static void
note_match(const Text *text, Place place, uint32_t first, uint32_t depth, LabelMatch *match)
{
	if (in_word(text, place))
		return;
	match->first = match->last = first;
	while (match->last + 1 < known.count && known.labels[match->last + 1].length == depth &&
	       compare_labels(&known.labels[match->last + 1], &known.labels[first]) >= 0 &&
	       strcmp((const char *) known.labels[match->last + 1].squeezed,
	              (const char *) known.labels[first].squeezed) == 0)
		match->last++;
	match->end = place;
	match->colon = close_label(text, &match->end);
}

/* Keeps of the labels [*low, *high) those that go on with c at this depth. */
static void
narrow(uint32_t *low, uint32_t *high, uint32_t depth, unsigned char c)
{
	while (*low < *high && known.labels[*low].squeezed[depth] < c)
		(*low)++;
	for (uint32_t i = *low; i < *high; i++)
		if (known.labels[i].squeezed[depth] != c)
		{
			*high = i;
			return;
		}
}

bool
label_match(const Text *text, Place place, LabelMatch *match)
{
	unsigned char c = place_squeeze(text, &place);
	uint32_t low, high;
	uint32_t depth = 0;
	int year = 0;
	Str number = NO_STR;

	labels_sorted(&low);
	low = known.first[c];
	high = known.first[c + 1];
	match->first = FIELD_NONE;
	while (c && low < high)
	{
		unsigned char next = known.labels[low].squeezed[depth];
		Str digits;

		if (next == 0)
			next = low + 1 < high ? known.labels[low + 1].squeezed[depth] : 0;
		if (next == LABEL_YEAR && take_digits(text, &place, c, 4, 4, &digits))
		{
			year = atoi((char[]){digits.at[0], digits.at[1], digits.at[2], digits.at[3], 0});
			c = LABEL_YEAR;
		}
		else if (next == LABEL_NUMBER && take_digits(text, &place, c, 1, 9, &digits))
		{
			number = digits;
			c = LABEL_NUMBER;
		}
		narrow(&low, &high, depth, c);
		depth++;
		if (low < high && known.labels[low].squeezed[depth] == 0)
		{
			note_match(text, place, low, depth, match);
			if (match->first != FIELD_NONE)
			{
				match->year = year;
				match->number = number;
			}
		}
		c = place_squeeze(text, &place);
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

	while (at < len && len <= sizeof(squeezed))
	{
		uint32_t step = 0;

		for (size_t i = 0; i < sizeof(words) / sizeof(words[0]) && !step; i++)
			if (len - at >= strlen(words[i]) &&
			    memcmp(squeezed + at, words[i], strlen(words[i])) == 0)
				step = (uint32_t) strlen(words[i]);
		if (!step && len - at >= 4 && (squeezed[at] == '1' || squeezed[at] == '2') &&
		    strspn((char[]){squeezed[at], squeezed[at + 1], squeezed[at + 2], squeezed[at + 3], 0},
		           "0123456789") == 4)
			step = 4;
		if (!step)
			return false;
		at += step;
	}
	return len > 0 && len <= sizeof(squeezed);
}
