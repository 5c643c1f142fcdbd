/*
 * narrative.c
 *		Invented prose.
 *
 * test/generate/narrative.c
 */
#include <stdio.h>
#include <string.h>

#include "narrative.h"
#include "buffer.h"
#include "number.h"
#include "words.h"

static void
add_number(Buffer *out, int64_t number)
{
	char digits[32];
	uint32_t len = number_print((Decimal){number, 0}, digits);

	buffer_add(out, digits, len);
}

/* "12%", "12,5%", "12 %" */
static void
add_percentage(Random *random, Buffer *out)
{
	char text[16];
	int whole = (int) random_between(random, 2, 99);

	switch (random_below(random, 3))
	{
		case 0:
			snprintf(text, sizeof(text), "%d%%", whole);
			break;
		case 1:
			snprintf(text, sizeof(text), "%d,%d%%", whole, (int) random_below(random, 10));
			break;
		default:
			snprintf(text, sizeof(text), "%d %%", whole);
	}
	buffer_add_text(out, text);
}

static void
add_year(Buffer *out, int year)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", year);
	buffer_add_text(out, text);
}

static void
fill_slot(const Narrator *narrator, const char *slot, size_t len, Buffer *out)
{
	Random *random = narrator->random;

	if (len == 1)
		switch (slot[0])
		{
			case 'n':
				add_number(out, random_size(random, 7));
				return;
			case 's':
				add_number(out, random_between(random, 2, 30));
				return;
			case 'p':
				add_percentage(random, out);
				return;
			case 'm':
				buffer_add_text(out, "$ ");
				add_number(out, 1000 * random_size(random, 6));
				return;
			case 'y':
				add_year(out, narrator->year);
				return;
			case 'v':
				add_year(out, narrator->year - 1);
				return;
		}
	if (strncmp(slot, "who", len) == 0)
		buffer_add_text(out, RANDOM_PICK(random, words_who));
	else if (strncmp(slot, "what", len) == 0)
		buffer_add_text(out, RANDOM_PICK(random, words_what));
	else if (strncmp(slot, "where", len) == 0)
		buffer_add_text(out, RANDOM_PICK(random, words_where));
	else
		buffer_add_text(out, RANDOM_PICK(random, words_web));
}

static void
add_pattern(const Narrator *narrator, const char *pattern, Buffer *out)
{
	const char *open;

	while ((open = strchr(pattern, '{')) != NULL)
	{
		const char *close = strchr(open, '}');

		buffer_add(out, pattern, (size_t) (open - pattern));
		fill_slot(narrator, open + 1, (size_t) (close - open - 1), out);
		pattern = close + 1;
	}
	buffer_add_text(out, pattern);
}

/* The buffer's text moves to the narrator's arena. */
static Str
finish(const Narrator *narrator, Buffer *out)
{
	Str text = arena_str(narrator->arena, out->at, out->len);

	buffer_free(out);
	return text;
}

Str
narrate(const Narrator *narrator, const char *pattern)
{
	Buffer out = {NULL, 0, 0};

	add_pattern(narrator, pattern, &out);
	return finish(narrator, &out);
}

static void
add_sentences(const Narrator *narrator, uint32_t sentences, Buffer *out)
{
	for (uint32_t i = 0; i < sentences; i++)
	{
		if (i > 0)
			buffer_add_text(out, " ");
		add_pattern(narrator, RANDOM_PICK(narrator->random, words_sentences), out);
	}
}

Str
narrate_paragraph(const Narrator *narrator, uint32_t sentences)
{
	Buffer out = {NULL, 0, 0};

	add_sentences(narrator, sentences, &out);
	return finish(narrator, &out);
}

static void
add_list(const Narrator *narrator, Buffer *out)
{
	uint32_t style = random_below(narrator->random, 4);
	uint32_t items = (uint32_t) random_between(narrator->random, 2, 4);

	add_pattern(narrator, RANDOM_PICK(narrator->random, words_list_openings), out);
	for (uint32_t i = 0; i < items; i++)
	{
		char mark[8];

		switch (style)
		{
			case 0:
				snprintf(mark, sizeof(mark), "- ");
				break;
			case 1:
				snprintf(mark, sizeof(mark), "• ");
				break;
			case 2:
				snprintf(mark, sizeof(mark), "%c) ", (char) ('a' + (char) i));
				break;
			default:
				snprintf(mark, sizeof(mark), "%u. ", (unsigned) (i + 1) % 10);
		}
		buffer_add_text(out, "\n\n");
		buffer_add_text(out, mark);
		add_pattern(narrator, RANDOM_PICK(narrator->random, words_list_items), out);
		buffer_add_text(out, i + 1 < items ? ";" : ".");
	}
}

static void
add_trap(const Narrator *narrator, Buffer *out)
{
	add_pattern(narrator, RANDOM_PICK(narrator->random, words_traps), out);
	if (random_chance(narrator->random, 50))
	{
		buffer_add_text(out, " ");
		add_sentences(narrator, 1, out);
	}
}

Str
narrate_field(const Narrator *narrator)
{
	Random *random = narrator->random;
	Buffer out = {NULL, 0, 0};

	add_sentences(narrator, (uint32_t) random_between(random, 1, 5), &out);
	while (random_chance(random, 25))
	{
		buffer_add_text(&out, "\n\n");
		switch (random_below(random, 3))
		{
			case 0:
				add_list(narrator, &out);
				break;
			case 1:
				add_trap(narrator, &out);
				break;
			default:
				add_sentences(narrator, (uint32_t) random_between(random, 1, 3), &out);
		}
	}
	return finish(narrator, &out);
}
