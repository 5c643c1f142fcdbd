/*
 * fold.c
 *		Text reduced to what comparing names and phrases needs.
 *
 * Each character is folded by itself: decomposed (NFKD), its marks dropped,
 * its letters and digits lower-cased.  The table below holds the outcome for
 * the letters that nearly all text consists of; ICU knows the others.
 *
 * src/core/fold.c
 */
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "fold.h"

/* U+00C0 to U+017F; a space where it takes ICU to tell. */
#define TABLE_FIRST 0xC0
#define TABLE_LAST  0x17F
static const char latin_letters[] = "aaaaaa ceeeeiiii"  /* C0 */
                                    " nooooo  uuuuy  "  /* D0 */
                                    "aaaaaa ceeeeiiii"  /* E0 */
                                    " nooooo  uuuuy y"  /* F0 */
                                    "aaaaaaccccccccdd"  /* 100 */
                                    "  eeeeeeeeeegggg"  /* 110 */
                                    "gggghh  iiiiiiii"  /* 120 */
                                    "i   jjkk llllll "  /* 130 */
                                    "   nnnnnn   oooo"  /* 140 */
                                    "oo  rrrrrrssssss"  /* 150 */
                                    "sstttt  uuuuuuuu"  /* 160 */
                                    "uuuuwwyyyzzzzzz "; /* 170 */

_Static_assert(sizeof(latin_letters) - 1 == TABLE_LAST - TABLE_FIRST + 1, "a letter per character");

typedef struct Folder
{
	char *out;
	uint32_t capacity;
	uint32_t len;
	bool gap; /* something that is no letter stands before the next one */
} Folder;

/* Appends bytes of one letter or digit; what does not fit is only counted. */
static void
put(Folder *folder, const char *bytes, uint32_t count)
{
	if (folder->gap && folder->len > 0)
	{
		if (folder->len < folder->capacity)
			folder->out[folder->len] = ' ';
		folder->len++;
	}
	folder->gap = false;
	if (folder->len + count <= folder->capacity)
		memcpy(folder->out + folder->len, bytes, count);
	folder->len += count;
}

static void
put_character(Folder *folder, UChar32 c)
{
	char bytes[U8_MAX_LENGTH];
	int32_t count = 0;

	if ((U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 ||
	    u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
		return;
	if (!u_isalnum(c))
	{
		folder->gap = true;
		return;
	}
	c = u_foldCase(c, U_FOLD_CASE_DEFAULT);
	U8_APPEND_UNSAFE(bytes, count, c);
	put(folder, bytes, (uint32_t) count);
}

/* A character that the table does not know; c < 0: a byte that is not UTF-8. */
static void
fold_character(Folder *folder, UChar32 c)
{
	UErrorCode error = U_ZERO_ERROR;
	const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&error);
	UChar parts[32]; /* the longest decomposition has 18 */
	int32_t count = -1;

	if (c < 0)
	{
		folder->gap = true;
		return;
	}
	if (U_SUCCESS(error))
		count = unorm2_getDecomposition(nfkd, c, parts, 32, &error);
	if (U_FAILURE(error) || count < 0)
	{
		put_character(folder, c);
		return;
	}
	for (int32_t i = 0; i < count;)
	{
		U16_NEXT(parts, i, count, c);
		put_character(folder, c);
	}
}

static inline void
fold_ascii(Folder *folder, char c)
{
	if (c >= 'A' && c <= 'Z')
		c = (char) (c + 'a' - 'A');
	if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9'))
		folder->gap = true;
	else if (folder->gap || folder->len >= folder->capacity)
		put(folder, &c, 1);
	else
		folder->out[folder->len++] = c;
}

uint32_t
fold_key(Str text, char *out, uint32_t capacity)
{
	Folder folder = {.out = out, .capacity = capacity};
	uint32_t i = 0;

	while (i < text.len && folder.len <= capacity)
	{
		UChar32 c;

		if ((unsigned char) text.at[i] < 0x80)
		{
			fold_ascii(&folder, text.at[i++]);
			continue;
		}
		U8_NEXT(text.at, i, text.len, c);
		if (c >= TABLE_FIRST && c <= TABLE_LAST && latin_letters[c - TABLE_FIRST] != ' ')
			put(&folder, &latin_letters[c - TABLE_FIRST], 1);
		else
			fold_character(&folder, c);
	}
	return folder.len;
}

bool
fold_equals(Str text, const char *phrase)
{
	char folded[128];
	size_t len = strlen(phrase);

	return len <= sizeof(folded) && fold_key(text, folded, (uint32_t) len) == len &&
	       memcmp(folded, phrase, len) == 0;
}

/* ---- Programmes ---- */

/* Few characters take more room folded than not. */
Str
fold_text(Str text, Arena *arena)
{
	for (uint64_t capacity = text.len; capacity <= UINT32_MAX; capacity *= 2)
	{
		char *out = arena_alloc(arena, (size_t) capacity);
		uint32_t len;

		if (out == NULL)
			return NO_STR;
		len = fold_key(text, out, (uint32_t) capacity);
		if (len <= capacity)
			return (Str){out, len};
	}
	return NO_STR; /* not reached: no text is so long */
}

/* Takes one of the words off the start of folded text; false: none stands there. */
static bool
take_word(Str *text, const char *const *words)
{
	for (; *words != NULL; words++)
	{
		uint32_t len = (uint32_t) strlen(*words);

		if (text->len > len && memcmp(text->at, *words, len) == 0 && text->at[len] == ' ')
		{
			text->at += len + 1;
			text->len -= len + 1;
			return true;
		}
	}
	return false;
}

Str
program_key(Str service, Str name, Arena *arena)
{
	static const char *const programme[] = {"programa", NULL};
	static const char *const links[] = {"de la", "de los", "de las", "del", "de", NULL};
	Str owner = fold_text(service, arena);
	Str rest = fold_text(name, arena);
	char *key;

	if (rest.len == 0)
		return NO_STR;
	if (take_word(&rest, programme))
		take_word(&rest, links);
	key = arena_alloc(arena, (size_t) owner.len + 1 + rest.len);
	if (key == NULL || owner.len > UINT32_MAX - 1 - rest.len)
		return NO_STR;
	if (owner.len > 0)
		memcpy(key, owner.at, owner.len);
	key[owner.len] = '/';
	memcpy(key + owner.len + 1, rest.at, rest.len);
	return (Str){key, owner.len + 1 + rest.len};
}
