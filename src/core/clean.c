/*
 * clean.c
 *		From the characters an extractor printed to the ones it meant.
 *
 * Most text needs nothing of this and is used where it is.  Otherwise it is
 * copied once, and each place where the copy and the source drift apart is
 * noted, so that the trace can speak of the source.
 *
 * src/core/clean.c
 */
#include "clean.h"

#include <string.h>
#include <unicode/unorm2.h>

#define LEAVE_INTERVAL 65536 /* bytes between two questions whether to go on */

/* What stands for what, decided once for the whole text. */
typedef struct Dialect
{
	bool word_tabs; /* TABs separate words, as wkhtmltopdf's PDFs give them */
	bool pipes;     /* Markdown: pipe tables, "#" headings, "**" labels */
	bool html;      /* HTML tables: tags give lines and cells */
} Dialect;

typedef struct Cleaner
{
	Text *text;
	Arena *arena;
	Dialect dialect;
	const char *in;
	uint32_t at; /* next byte of the source */
	uint32_t size;
	char *out;
	uint32_t len;
	uint32_t shift_capacity;
	uint32_t tag_capacity;
	uint32_t line_start; /* in the source */
	bool in_pipes;       /* this line is a row of a pipe table */
	bool in_bold;        /* "**" has opened on this line */
	bool in_cell;        /* of an HTML table */
	const UNormalizer2 *nfc;
} Cleaner;

/* Bytes at which the loop must look; all others are copied as they are. */
static const bool is_odd[256] = {
    ['\n'] = true, ['\\'] = true, ['<'] = true,  ['|'] = true,  ['*'] = true,
    ['#'] = true,  ['&'] = true,  ['\t'] = true, [0xC2] = true, [0xCC] = true,
    [0xCD] = true, [0xE2] = true, [0xEF] = true,
};

static bool
looking_at(const Cleaner *c, const char *what)
{
	size_t len = strlen(what);

	return c->size - c->at >= len && memcmp(c->in + c->at, what, len) == 0;
}

static bool
is_word_byte(unsigned char c)
{
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Does a TAB stand between words more often than a space does? */
static bool
tabs_separate_words(Str s)
{
	uint32_t tabs = 0;
	uint32_t spaces = 0;

	if (!memchr(s.at, '\t', s.len))
		return false;
	for (uint32_t i = 1; i + 1 < s.len; i++)
		if ((s.at[i] == '\t' || s.at[i] == ' ') && is_word_byte((unsigned char) s.at[i - 1]) &&
		    is_word_byte((unsigned char) s.at[i + 1]))
			*(s.at[i] == '\t' ? &tabs : &spaces) += 1;
	return tabs > spaces;
}

static bool
contains(Str s, const char *what)
{
	return s.len > 0 && memmem(s.at, s.len, what, strlen(what)) != NULL;
}

static Dialect
recognise_dialect(Str source)
{
	return (Dialect){
	    .word_tabs = tabs_separate_words(source),
	    .pipes = contains(source, "| ---") || contains(source, "|---"),
	    .html = contains(source, "<td") || contains(source, "<TD"),
	};
}

/* The source goes on here at another distance from the copy than before. */
static void
note_shift(Cleaner *c)
{
	Text *t = c->text;

	while (t->shift_count > 0 && t->shifts[t->shift_count - 1].clean >= c->len)
		t->shift_count--;
	if (arena_grow(c->arena, (void **) &t->shifts, t->shift_count, &c->shift_capacity,
	               sizeof(TextShift)))
		t->shifts[t->shift_count++] = (TextShift){c->len, c->at};
}

static void
put(Cleaner *c, const char *bytes, uint32_t len)
{
	memcpy(c->out + c->len, bytes, len);
	c->len += len;
}

/* Replaces the next `width` bytes of the source. */
static void
replace(Cleaner *c, uint32_t width, const char *with)
{
	put(c, with, (uint32_t) strlen(with));
	c->at += width;
	note_shift(c);
}

static void
keep(Cleaner *c, uint32_t width)
{
	if (width > c->size - c->at)
		width = c->size - c->at;
	put(c, c->in + c->at, width);
	c->at += width;
}

/* A combining mark joins the letter before it where Unicode has the pair. */
static void
compose_mark(Cleaner *c)
{
	unsigned char first = (unsigned char) c->in[c->at];
	UChar32 mark, pair, base;
	uint32_t start = c->len;

	if (c->size - c->at < 2)
	{
		keep(c, 1);
		return;
	}
	mark = ((first & 0x1F) << 6) | ((unsigned char) c->in[c->at + 1] & 0x3F);
	while (start > 0 && ((unsigned char) c->out[--start] & 0xC0) == 0x80)
		;
	if (c->len == 0 || c->len - start > 2)
	{
		keep(c, 2);
		return;
	}
	base = c->len - start == 1
	           ? (unsigned char) c->out[start]
	           : (((unsigned char) c->out[start] & 0x1F) << 6) | (c->out[start + 1] & 0x3F);
	pair = unorm2_composePair(c->nfc, base, mark);
	if (pair < 0x80 || pair > 0x7FF)
	{
		keep(c, 2);
		return;
	}
	c->out[start] = (char) (0xC0 | (pair >> 6));
	c->out[start + 1] = (char) (0x80 | (pair & 0x3F));
	c->len = start + 2;
	c->at += 2;
	note_shift(c);
}

/* U+00A0 is a space; U+00AD, the soft hyphen, is nothing (and joins what it cut). */
static void
clean_c2(Cleaner *c)
{
	if (looking_at(c, "\xC2\xA0"))
		replace(c, 2, " ");
	else if (looking_at(c, "\xC2\xAD"))
		replace(c, 2, "");
	else
		keep(c, 2);
}

static void
clean_wide(Cleaner *c)
{
	static const struct
	{
		const char *from;
		const char *to;
	} wide[] = {
	    {"\xEF\xAC\x80", "ff"},  {"\xEF\xAC\x81", "fi"},  {"\xEF\xAC\x82", "fl"},
	    {"\xEF\xAC\x83", "ffi"}, {"\xEF\xAC\x84", "ffl"}, {"\xEF\xBB\xBF", ""},
	    {"\xE2\x80\x8B", ""},    {"\xE2\x80\x89", " "},   {"\xE2\x80\xAF", " "},
	    {"\xE2\x80\x83", " "},   {"\xE2\x80\x82", " "},   {"\xE2\x80\x90", "-"},
	    {"\xE2\x80\x91", "-"},
	};

	for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++)
		if (looking_at(c, wide[i].from))
		{
			replace(c, 3, wide[i].to);
			return;
		}
	keep(c, 3);
}

/* ---- HTML ---- */

typedef enum TagEffect
{
	TAG_NONE, /* not a tag of HTML */
	TAG_INLINE,
	TAG_BREAK, /* begins another line */
	TAG_CELL,
	TAG_ROW,
} TagEffect;

static TagEffect
tag_effect(const char *name, uint32_t len)
{
	static const struct
	{
		const char *name;
		TagEffect effect;
	} tags[] = {
	    {"p", TAG_BREAK},       {"br", TAG_BREAK},    {"div", TAG_BREAK},   {"li", TAG_BREAK},
	    {"ul", TAG_BREAK},      {"ol", TAG_BREAK},    {"h1", TAG_BREAK},    {"h2", TAG_BREAK},
	    {"h3", TAG_BREAK},      {"h4", TAG_BREAK},    {"table", TAG_BREAK}, {"thead", TAG_INLINE},
	    {"tbody", TAG_INLINE},  {"tr", TAG_ROW},      {"td", TAG_CELL},     {"th", TAG_CELL},
	    {"b", TAG_INLINE},      {"i", TAG_INLINE},    {"u", TAG_INLINE},    {"em", TAG_INLINE},
	    {"strong", TAG_INLINE}, {"span", TAG_INLINE}, {"sup", TAG_INLINE},  {"sub", TAG_INLINE},
	    {"a", TAG_INLINE},      {"font", TAG_INLINE}, {"html", TAG_BREAK},  {"head", TAG_BREAK},
	    {"body", TAG_BREAK},    {"meta", TAG_BREAK},  {"title", TAG_BREAK}, {"hr", TAG_BREAK},
	};

	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
		if (strlen(tags[i].name) == len && strncasecmp(tags[i].name, name, len) == 0)
			return tags[i].effect;
	return TAG_NONE;
}

/* The length of the HTML tag at the cursor; 0: there is none. */
static uint32_t
tag_at(const Cleaner *c, TagEffect *effect, bool *closing)
{
	const char *s = c->in + c->at;
	uint32_t left = c->size - c->at;
	uint32_t name = 1;
	uint32_t end;

	*closing = left > 1 && s[1] == '/';
	if (*closing)
		name = 2;
	for (end = name; end < left && end < name + 8 && is_word_byte((unsigned char) s[end]); end++)
		;
	*effect = tag_effect(s + name, end - name);
	if (*effect == TAG_NONE)
		return 0;
	for (; end < left && end < 200 && s[end] != '<' && s[end] != '\n'; end++)
		if (s[end] == '>')
			return end + 1;
	return 0;
}

static void
clean_tag(Cleaner *c)
{
	Text *t = c->text;
	TagEffect effect;
	bool closing;
	uint32_t width = tag_at(c, &effect, &closing);

	if (width == 0)
	{
		keep(c, 1);
		return;
	}
	/* where tags are the text's own way to make lines and cells they are no part of its values */
	if (!c->dialect.html && !(c->dialect.pipes && effect == TAG_BREAK) &&
	    arena_grow(c->arena, (void **) &t->tags, t->tag_count, &c->tag_capacity, sizeof(uint32_t)))
		t->tags[t->tag_count++] = c->len;
	if (c->dialect.html && effect == TAG_CELL)
	{
		c->in_cell = !closing;
		replace(c, width, closing ? "\t" : "");
	}
	else if (c->dialect.html && (effect == TAG_ROW || (effect == TAG_BREAK && !c->in_cell)))
		replace(c, width, "\n");
	else
		replace(c, width, effect == TAG_BREAK && width > 3 && !closing ? " " : "");
}

static void
clean_entity(Cleaner *c)
{
	static const char *const entities[][2] = {
	    {"&nbsp;", " "}, {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""},
	};

	for (size_t i = 0; i < sizeof(entities) / sizeof(entities[0]); i++)
		if (looking_at(c, entities[i][0]))
		{
			replace(c, (uint32_t) strlen(entities[i][0]), entities[i][1]);
			return;
		}
	keep(c, 1);
}

/* ---- Markdown ---- */

static bool
at_line_start(const Cleaner *c)
{
	return c->at == c->line_start;
}

/* The end of the source's line that the cursor is on. */
static uint32_t
line_end(const Cleaner *c)
{
	const char *nl = memchr(c->in + c->at, '\n', c->size - c->at);

	return nl ? (uint32_t) (nl - c->in) : c->size;
}

/* "| --- | :---: |": only bars, dashes, colons and spaces. */
static bool
at_ruler(const Cleaner *c, uint32_t end)
{
	for (uint32_t i = c->at; i < end; i++)
		if (!strchr("|-: \r\t", c->in[i]))
			return false;
	return true;
}

/* A bar of a pipe table is a cell's border; the outer ones are only decoration. */
static void
clean_bar(Cleaner *c)
{
	uint32_t end = line_end(c);
	uint32_t width = 1;

	if (at_line_start(c))
	{
		if (at_ruler(c, end))
		{
			replace(c, end - c->at, "");
			return;
		}
		c->in_pipes = true;
		width += looking_at(c, "| ");
		replace(c, width, "");
		return;
	}
	if (!c->in_pipes)
	{
		keep(c, 1);
		return;
	}
	while (c->len > 0 && c->out[c->len - 1] == ' ')
		c->len--;
	while (c->at + width < end && strchr(" \r", c->in[c->at + width]))
		width++;
	replace(c, width, c->at + width == end ? "" : "\t");
}

/* "**" around a label, "#" before a heading. */
static bool
clean_emphasis(Cleaner *c, bool *bold)
{
	uint32_t width = 0;

	if (c->in[c->at] == '*' && looking_at(c, "**") && (at_line_start(c) || c->in_bold))
	{
		*bold = at_line_start(c);
		c->in_bold = at_line_start(c);
		replace(c, 2, "");
		return true;
	}
	if (c->in[c->at] != '#' || !at_line_start(c))
		return false;
	while (c->at + width < c->size && c->in[c->at + width] == '#')
		width++;
	if (c->at + width >= c->size || c->in[c->at + width] != ' ')
		return false;
	*bold = true;
	replace(c, width + 1, "");
	return true;
}

/* ---- The loop ---- */

static void
clean_escape(Cleaner *c)
{
	unsigned char next = c->at + 1 < c->size ? (unsigned char) c->in[c->at + 1] : 0;

	if (next && strchr("$*_|#[]()<>-", next))
	{
		c->at++;
		note_shift(c);
	}
	keep(c, 1);
}

static void
clean_newline(Cleaner *c)
{
	c->line_start = c->at + 1;
	c->in_pipes = c->in_bold = false;
	if (c->in_cell)
		replace(c, 1, " ");
	else
		keep(c, 1);
}

static void
clean_odd(Cleaner *c, bool *bold)
{
	switch ((unsigned char) c->in[c->at])
	{
		case '\n':
			clean_newline(c);
			break;
		case '\t':
			if (c->dialect.word_tabs || c->dialect.pipes || c->in_cell)
				replace(c, 1, " ");
			else
				keep(c, 1);
			break;
		case '\\':
			clean_escape(c);
			break;
		case '<':
			clean_tag(c);
			break;
		case '&':
			clean_entity(c);
			break;
		case '|':
			if (c->dialect.pipes)
				clean_bar(c);
			else
				keep(c, 1);
			break;
		case '*':
		case '#':
			if (!c->dialect.pipes || !clean_emphasis(c, bold))
				keep(c, 1);
			break;
		case 0xC2:
			clean_c2(c);
			break;
		case 0xCC:
		case 0xCD:
			compose_mark(c);
			break;
		default:
			clean_wide(c);
			break;
	}
}

/* Does any byte need more than copying?  (Line ends alone do not.) */
static bool
is_clean(Str s, Dialect dialect)
{
	if (dialect.pipes || dialect.html || dialect.word_tabs)
		return false;
	for (uint32_t i = 0; i < s.len; i++)
	{
		unsigned char c = (unsigned char) s.at[i];

		if (!is_odd[c] || c == '\n' || c == '\t' || c == '|' || c == '*' || c == '#')
			continue;
		if (c == 0xC2 && i + 1 < s.len && (unsigned char) s.at[i + 1] != 0xA0 &&
		    (unsigned char) s.at[i + 1] != 0xAD)
			continue;
		if (c == 0xE2 && i + 2 < s.len &&
		    ((unsigned char) s.at[i + 1] != 0x80 || (unsigned char) s.at[i + 2] > 0x91) &&
		    ((unsigned char) s.at[i + 2] != 0xAF))
			continue;
		return false;
	}
	return true;
}

static bool
clean_all(Cleaner *c, bool **bold_lines, Error *error)
{
	uint32_t ask_at = LEAVE_INTERVAL;
	bool *bold = *bold_lines;

	while (c->at < c->size && !c->arena->failed)
	{
		uint32_t start = c->at;
		bool is_bold = false;

		while (c->at < c->size && !is_odd[(unsigned char) c->in[c->at]])
			c->at++;
		put(c, c->in + start, c->at - start);
		if (c->at >= c->size)
			break;
		clean_odd(c, &is_bold);
		if (is_bold)
			bold[c->len] = true;
		if (c->at >= ask_at)
		{
			if (!c->arena->host->may_go_on(c->arena->host->context))
				return error_set(error, ERROR_INTERRUPTED, "interrupted");
			ask_at = c->at + LEAVE_INTERVAL;
		}
	}
	c->text->clean = (Str){c->out, c->len};
	return !c->arena->failed || error_set(error, ERROR_NO_MEMORY, "out of memory");
}

bool
clean_text(Text *text, bool **bold, Arena *arena, Error *error)
{
	Str source = text->source;
	Dialect dialect = recognise_dialect(source);
	Cleaner c = {.text = text, .arena = arena, .dialect = dialect};
	UErrorCode status = U_ZERO_ERROR;

	*bold = NULL;
	text->cells_kept =
	    dialect.pipes || dialect.html || (!dialect.word_tabs && contains(source, "\t"));
	text->clean = source;
	if (is_clean(source, dialect))
		return true;
	c.in = source.at;
	c.size = source.len;
	c.nfc = unorm2_getNFCInstance(&status);
	if (U_FAILURE(status))
		return error_set(error, ERROR_NO_MEMORY, "ICU has no data for Unicode normalization");
	c.out = arena_alloc(arena, (size_t) source.len + 1);
	if (dialect.pipes)
	{
		*bold = arena_alloc(arena, (size_t) source.len + 1);
		if (*bold)
			memset(*bold, 0, (size_t) source.len + 1);
	}
	if (arena->failed)
		return error_set(error, ERROR_NO_MEMORY, "out of memory");
	return clean_all(&c, bold, error);
}

uint32_t
text_source_offset(const Text *text, uint32_t clean)
{
	uint32_t low = 0;
	uint32_t high = text->shift_count;

	while (low < high)
	{
		uint32_t middle = low + (high - low) / 2;

		if (text->shifts[middle].clean <= clean)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0)
		return clean;
	return text->shifts[low - 1].source + (clean - text->shifts[low - 1].clean);
}
