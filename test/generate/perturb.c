/*
 * perturb.c
 *		A text in the spelling of its extractor.
 *
 * test/generate/perturb.c
 */
#include <string.h>

#include "perturb.h"

#define NBSP        "\xC2\xA0"
#define SOFT_HYPHEN "\xC2\xAD"

typedef struct Spelling
{
	const char *from;
	const char *to;
} Spelling;

/* The accented letters of the reports, and the same with a combining mark. */
static const Spelling decompositions[] = {
    {"á", "a\xCC\x81"}, {"é", "e\xCC\x81"}, {"í", "i\xCC\x81"}, {"ó", "o\xCC\x81"},
    {"ú", "u\xCC\x81"}, {"ü", "u\xCC\x88"}, {"ñ", "n\xCC\x83"}, {"Á", "A\xCC\x81"},
    {"É", "E\xCC\x81"}, {"Í", "I\xCC\x81"}, {"Ó", "O\xCC\x81"}, {"Ú", "U\xCC\x81"},
    {"Ñ", "N\xCC\x83"},
};

static const Spelling ligatures[] = {{"fi", "ﬁ"}, {"fl", "ﬂ"}};

/* Puts one of the spellings in place of what stands at text; the bytes replaced, 0: none. */
static size_t
respell(const char *text, const Spelling *spellings, size_t count, Buffer *out)
{
	for (size_t i = 0; i < count; i++)
	{
		size_t len = strlen(spellings[i].from);

		if (strncmp(text, spellings[i].from, len) != 0)
			continue;
		buffer_add_text(out, spellings[i].to);
		return len;
	}
	return 0;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Between the letters of a word, some way from both its ends? */
static bool
inside_word(const char *start, const char *at)
{
	if (at - start < 3)
		return false;
	for (int i = -3; i < 3; i++)
		if (!is_letter(at[i]))
			return false;
	return true;
}

/* A single space between words, not a part of a wider gap nor of Markdown's signs. */
static bool
word_space(const char *start, const char *at)
{
	return *at == ' ' && at > start && strchr(" \n|#*-", at[-1]) == NULL &&
	       strchr(" |-", at[1]) == NULL;
}

/* One character of text, spelled; the bytes that it had. */
static size_t
spell(const char *start, const char *at, const Style *style, Random *random, Buffer *out)
{
	size_t done = 0;

	if (style->soft_hyphens && inside_word(start, at) && random_chance(random, 2))
		buffer_add_text(out, SOFT_HYPHEN);
	if (*at == CELL_SPACE[0])
		buffer_add_text(out, " ");
	else if (*at == ' ' && style->tab_words)
		buffer_add_text(out, "\t");
	else if (style->nbsp && word_space(start, at) && random_chance(random, 15))
		buffer_add_text(out, NBSP);
	else if (*at == '\n' && style->crlf)
		buffer_add_text(out, "\r\n");
	else if (*at == '$' && style->escape_dollars)
		buffer_add_text(out, "\\$");
	else if (style->ligatures && (done = respell(at, ligatures, 2, out)) > 0)
		return done;
	else if (style->decomposed &&
	         (done = respell(at, decompositions, sizeof(decompositions) / sizeof(decompositions[0]),
	                         out)) > 0)
		return done;
	else
		buffer_add(out, at, 1);
	return 1;
}

void
perturb(const Buffer *text, const Style *style, Random *random, Buffer *out)
{
	const char *at = text->at;

	while (at < text->at + text->len)
		at += spell(text->at, at, style, random, out);
}
