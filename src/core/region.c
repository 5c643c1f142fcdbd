/*
 * region.c
 *		The sixteen regions of Chile and their ISO 3166-2 codes.
 *
 * src/core/region.c
 */
#include <string.h>

#include "fold.h"
#include "region.h"

#define WORDS_MAX   12
#define ARTICLE_MAX 3 /* letters */
#define NUMERAL_MAX 4

/*
 * How each region is written, folded and without articles.  A word may have
 * alternatives, between bars, which begin alike; behind a "?" stands one that
 * may be missing.  The numeral is the region's old number.
 */
static const struct
{
	const char *code;
	const char *numeral;
	const char *name;
} regions[] = {
    {"CL-AP", "xv", "arica parinacota"},
    {"CL-TA", "i", "tarapaca"},
    {"CL-AN", "ii", "antofagasta"},
    {"CL-AT", "iii", "atacama"},
    {"CL-CO", "iv", "coquimbo"},
    {"CL-VS", "v", "valparaiso"},
    {"CL-LI", "vi", "?libertador|lib ?general|gral|gen|g ?bernardo|bdo|b ohiggins"},
    {"CL-LI", "vi", "?libertador|lib ?general|gral|gen|g ?bernardo|bdo|b o higgins"},
    {"CL-ML", "vii", "maule"},
    {"CL-NB", "xvi", "nuble"},
    {"CL-BI", "viii", "biobio"},
    {"CL-BI", "viii", "bio bio"},
    {"CL-AR", "ix", "araucania"},
    {"CL-LR", "xiv", "rios"},
    {"CL-LL", "x", "lagos"},
    {"CL-AI", "xi", "aysen|aisen ?general|gral|gen|g ?carlos|c ?ibanez ?campo"},
    {"CL-MA", "xii", "magallanes ?antartica|antartida ?chilena"},
    {"CL-RM", "xiii", "metropolitana ?santiago ?rm"},
    {"CL-RM", "rm", "rm"},
    {"CL-RM", "rm", "r m"},
};

#define REGION_COUNT (sizeof(regions) / sizeof(regions[0]))

/* The words of a name that tell regions apart. */
typedef struct Words
{
	char folded[96];
	Str word[WORDS_MAX];
	uint32_t count;
} Words;

static bool
ends_alternative(char c)
{
	return c == '|' || c == ' ' || c == '\0';
}

static bool
is_one_of(Str word, const char *alternatives)
{
	for (;; alternatives++)
	{
		uint32_t same = 0;

		while (same < word.len && alternatives[same] == word.at[same])
			same++;
		alternatives += same;
		if (same == word.len && ends_alternative(*alternatives))
			return true;
		while (!ends_alternative(*alternatives))
			alternatives++;
		if (*alternatives != '|')
			return false;
	}
}

/* Splits a name, without its articles and one "región"; false: too long, or two of these. */
static bool
split_words(Str name, Words *words)
{
	uint32_t len = fold_key(name, words->folded, sizeof(words->folded));
	uint32_t start = 0;
	bool region = false;

	words->count = 0;
	if (len == 0 || len > sizeof(words->folded))
		return false;
	for (uint32_t i = 0; i <= len; i++)
	{
		Str word = {words->folded + start, i - start};

		if (i < len && words->folded[i] != ' ')
			continue;
		start = i + 1;
		if (word.len <= ARTICLE_MAX && is_one_of(word, "de|del|la|las|los|el|y"))
			continue;
		if (!region && (region = str_equal(word, STR("region"))))
			continue;
		if (words->count == WORDS_MAX)
			return false;
		words->word[words->count++] = word;
	}
	return words->count > 0;
}

static bool
matches(const Words *words, uint32_t first, const char *pattern)
{
	uint32_t i = first;

	while (*pattern != '\0')
	{
		bool optional = *pattern == '?';
		bool given;

		pattern += optional;
		given = i < words->count && words->word[i].at[0] == *pattern &&
		        is_one_of(words->word[i], pattern);
		if (!given && !optional)
			return false;
		i += given;
		while (*pattern != ' ' && *pattern != '\0')
			pattern++;
		pattern += *pattern == ' ';
	}
	return i == words->count;
}

static const char *
code_of_numeral(Str word)
{
	for (size_t i = 0; i < REGION_COUNT && word.len <= NUMERAL_MAX; i++)
	{
		if (is_one_of(word, regions[i].numeral))
			return regions[i].code;
	}
	return NULL;
}

static const char *
code_of_words(const Words *words, uint32_t first)
{
	for (size_t i = 0; i < REGION_COUNT; i++)
	{
		if (matches(words, first, regions[i].name))
			return regions[i].code;
	}
	return NULL;
}

/* "VIII Región del Biobío": a number before a name must be that of the name. */
const char *
region_code_of(Str name)
{
	Words words;
	const char *numbered;
	const char *named;

	if (!split_words(name, &words))
		return NULL;
	numbered = code_of_numeral(words.word[0]);
	if (numbered != NULL && words.count == 1)
		return numbered;
	named = code_of_words(&words, numbered == NULL ? 0 : 1);
	if (numbered != NULL && named != NULL && strcmp(named, numbered) != 0)
		return NULL;
	return named;
}

bool
region_is_central(Str name)
{
	return fold_equals(name, "nivel central");
}
