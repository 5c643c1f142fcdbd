/*
 * clean.c
 *		From the characters an extractor printed to the ones it meant.
 *
 * Text that needs nothing of this is used where it is.  Otherwise it is copied,
 * from the first change on stretch by stretch, and each place where the copy and
 * the source drift apart is noted, so that the trace can speak of the source.
 *
 * src/core/clean.c
 */
#include "clean.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>

#define TAG_NAME_MAX   10    /* bytes of the longest name of a tag, and more */
#define NUMBER_MAX     8     /* digits of an entity's number, and more */
#define LEAVE_INTERVAL 65536 /* bytes between two questions whether to go on */

/* What stands for what, decided once for the whole text. */
typedef struct Dialect
{
	bool word_tabs; /* TABs separate words, as wkhtmltopdf's PDFs give them */
	bool pipes;     /* Markdown: pipe tables, "#" headings, "**" labels */
	bool html;      /* HTML tables: tags give lines and cells */
	bool tabs;      /* there are TABs at all */
} Dialect;

typedef struct Cleaner
{
	Text *text;
	Arena *arena; /* for the copy */
	Arena *work;  /* for the notes */
	BoldMarks *bold;
	Dialect dialect;
	bool odd[256]; /* bytes at which the loop must look; all others are kept as they are */
	bool marked;   /* more of them than those that are always odd */
	const char *in;
	uint32_t at; /* next byte of the source */
	uint32_t size;
	char *out;       /* NULL: nothing was changed yet */
	uint32_t len;    /* what is in out */
	uint32_t copied; /* of the source, that much is in out, or left out of it */
	uint32_t shift_capacity;
	uint32_t tag_capacity;
	uint32_t bold_capacity;
	uint32_t line_start; /* in the source */
	bool in_pipes;       /* this line is a row of a pipe table */
	bool in_bold;        /* "**" has opened on this line */
	bool in_cell;        /* of an HTML table */
	bool unclosed;       /* a comment, style or script of HTML has no end */
	const UNormalizer2 *nfc;
} Cleaner;

/* Bytes that are odd in any dialect, and in those that mark lines or cells. */
static const unsigned char odd_always[] = {'\\', '<', '&', 0xC2, 0xCC, 0xCD, 0xE2, 0xEF};
static const unsigned char odd_in_pipes[] = {'\n', '\t', '|', '*', '#'};
static const unsigned char odd_in_html[] = {'\n', '\t'};

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

/* The next place of a byte at or after a place, before end; end: none. */
static uint32_t
find_byte(Str s, uint32_t at, uint32_t end, char byte)
{
	const char *found = at < end ? memchr(s.at + at, byte, end - at) : NULL;

	return found ? (uint32_t) (found - s.at) : end;
}

/* How often a byte stands between words from a place up to end; no more than `most` are counted. */
static uint32_t
count_between_words(Str s, uint32_t from, uint32_t end, char byte, uint32_t most)
{
	uint32_t count = 0;

	for (uint32_t at = find_byte(s, from, end, byte); at < end && count < most;
	     at = find_byte(s, at + 1, end, byte))
	{
		count += at > 0 && at + 1 < s.len && is_word_byte((unsigned char) s.at[at - 1]) &&
		         is_word_byte((unsigned char) s.at[at + 1]);
		while (at + 1 < end && s.at[at + 1] == byte)
			at++; /* of several, none stands between words */
	}
	return count;
}

static bool
begins_with(Str s, const char *what)
{
	size_t len = strlen(what);

	return s.len >= len && memcmp(s.at, what, len) == 0;
}

/* Does one of two strings begin from a place up to end?  Both begin with this byte. */
static bool
contains(Str s, uint32_t from, uint32_t end, char byte, const char *one, const char *other)
{
	for (uint32_t at = find_byte(s, from, end, byte); at < end;
	     at = find_byte(s, at + 1, end, byte))
	{
		Str rest = {s.at + at, s.len - at};

		if (begins_with(rest, one) || begins_with(rest, other))
			return true;
	}
	return false;
}

static uint32_t
stretch_end(Str s, uint32_t at)
{
	return s.len - at < LEAVE_INTERVAL ? s.len : at + LEAVE_INTERVAL;
}

/* Looks at the text stretch by stretch; what it says is of no use if the arena fails. */
static Dialect
recognise_dialect(Str source, Arena *arena)
{
	Dialect dialect = {.pipes = false};
	uint32_t tabs = 0;
	uint32_t spaces = 0;
	uint32_t end;

	for (uint32_t at = 0; at < source.len && arena_may_go_on(arena); at = end)
	{
		end = stretch_end(source, at);
		dialect.tabs = dialect.tabs || find_byte(source, at, end, '\t') < end;
		tabs += count_between_words(source, at, end, '\t', UINT32_MAX);
		dialect.pipes = dialect.pipes || contains(source, at, end, '|', "| ---", "|---");
		dialect.html = dialect.html || contains(source, at, end, '<', "<td", "<TD");
	}
	/* does a TAB stand between words more often than a space does? */
	for (uint32_t at = 0; at < source.len && spaces < tabs && arena_may_go_on(arena); at = end)
	{
		end = stretch_end(source, at);
		spaces += count_between_words(source, at, end, ' ', tabs - spaces);
	}
	dialect.word_tabs = spaces < tabs;
	return dialect;
}

static void
make_odd(Cleaner *c, const unsigned char *bytes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		c->odd[bytes[i]] = true;
}

/* The source goes on here at another distance from the copy than before. */
static void
note_shift(Cleaner *c)
{
	Text *t = c->text;

	if (!t->mapped)
		return;
	while (t->shift_count > 0 && t->shifts[t->shift_count - 1].clean >= c->len)
		t->shift_count--;
	if (arena_grow(c->work, (void **) &t->shifts, t->shift_count, &c->shift_capacity,
	               sizeof(TextShift)))
		t->shifts[t->shift_count++] = (TextShift){c->len, c->at};
}

/* Copies what was kept up to the cursor; false: no memory. */
static bool
catch_up(Cleaner *c)
{
	if (!c->out)
		c->out = arena_alloc(c->arena, (size_t) c->size + 1);
	if (!c->out)
		return false;
	memcpy(c->out + c->len, c->in + c->copied, c->at - c->copied);
	c->len += c->at - c->copied;
	c->copied = c->at;
	return true;
}

/* Replaces the next `width` bytes of the source by no more. */
static void
replace(Cleaner *c, uint32_t width, const char *with)
{
	uint32_t len = (uint32_t) strlen(with);

	if (!catch_up(c))
		return;
	memcpy(c->out + c->len, with, len);
	c->len += len;
	c->at += width;
	c->copied = c->at;
	note_shift(c);
}

static void
keep(Cleaner *c, uint32_t width)
{
	c->at += width < c->size - c->at ? width : c->size - c->at;
}

/* A combining mark joins the letter before it where Unicode has the pair. */
static void
compose_mark(Cleaner *c)
{
	unsigned char first = (unsigned char) c->in[c->at];
	UChar32 mark, pair, base;
	uint32_t start;

	if (!catch_up(c))
		return;
	mark = ((first & 0x1F) << 6) | ((unsigned char) c->in[c->at + 1] & 0x3F);
	start = c->len;
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
	c->copied = c->at;
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
	TAG_HIDDEN /* what stands up to its end is not shown */
} TagEffect;

static TagEffect
tag_effect(const char *name, uint32_t len)
{
	static const struct
	{
		const char *name;
		TagEffect effect;
	} tags[] = {
	    {"p", TAG_BREAK},      {"br", TAG_BREAK},      {"div", TAG_BREAK},
	    {"li", TAG_BREAK},     {"ul", TAG_BREAK},      {"ol", TAG_BREAK},
	    {"dl", TAG_BREAK},     {"dt", TAG_BREAK},      {"dd", TAG_BREAK},
	    {"h1", TAG_BREAK},     {"h2", TAG_BREAK},      {"h3", TAG_BREAK},
	    {"h4", TAG_BREAK},     {"h5", TAG_BREAK},      {"h6", TAG_BREAK},
	    {"table", TAG_BREAK},  {"caption", TAG_BREAK}, {"colgroup", TAG_INLINE},
	    {"col", TAG_INLINE},   {"thead", TAG_INLINE},  {"tbody", TAG_INLINE},
	    {"tfoot", TAG_INLINE}, {"tr", TAG_ROW},        {"td", TAG_CELL},
	    {"th", TAG_CELL},      {"b", TAG_INLINE},      {"i", TAG_INLINE},
	    {"u", TAG_INLINE},     {"em", TAG_INLINE},     {"strong", TAG_INLINE},
	    {"span", TAG_INLINE},  {"small", TAG_INLINE},  {"mark", TAG_INLINE},
	    {"sup", TAG_INLINE},   {"sub", TAG_INLINE},    {"a", TAG_INLINE},
	    {"img", TAG_INLINE},   {"label", TAG_INLINE},  {"font", TAG_INLINE},
	    {"center", TAG_BREAK}, {"section", TAG_BREAK}, {"article", TAG_BREAK},
	    {"header", TAG_BREAK}, {"footer", TAG_BREAK},  {"main", TAG_BREAK},
	    {"nav", TAG_BREAK},    {"html", TAG_BREAK},    {"head", TAG_BREAK},
	    {"body", TAG_BREAK},   {"meta", TAG_BREAK},    {"link", TAG_BREAK},
	    {"title", TAG_HIDDEN}, {"hr", TAG_BREAK},      {"!doctype", TAG_BREAK},
	    {"style", TAG_HIDDEN}, {"script", TAG_HIDDEN},
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
	end = name;
	while (end < left && end < name + TAG_NAME_MAX &&
	       (is_word_byte((unsigned char) s[end]) || s[end] == '!'))
		end++;
	*effect = tag_effect(s + name, end - name);
	if (*effect == TAG_NONE)
		return 0;
	for (; end < left && end < 200 && s[end] != '<' && s[end] != '\n'; end++)
		if (s[end] == '>')
			return end + 1;
	return 0;
}

/* What stands from the cursor up to an end, and that; where there is none, no other is looked for.
 */
static uint32_t
hidden_length(Cleaner *c, const char *end)
{
	const char *from = c->in + c->at;
	const char *found = c->unclosed ? NULL : memmem(from, c->size - c->at, end, strlen(end));

	c->unclosed = !found;
	return found ? (uint32_t) (found - from) + (uint32_t) strlen(end) : 0;
}

/* "<!-- ... -->", or what a page does not show; false: the cursor is at none that ends. */
static bool
clean_hidden(Cleaner *c)
{
	static const char *const ends[] = {"</style>", "</script>", "</title>"};
	TagEffect effect = TAG_NONE;
	bool closing = false;
	uint32_t len = 0;

	if (looking_at(c, "<!--"))
		len = hidden_length(c, "-->");
	else if (tag_at(c, &effect, &closing) > 0 && effect == TAG_HIDDEN && !closing)
		for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
			if (strncasecmp(c->in + c->at + 1, ends[i] + 2, strlen(ends[i]) - 3) == 0)
				len = hidden_length(c, ends[i]);
	if (len > 0)
		replace(c, len, "");
	return len > 0;
}

static void
clean_tag(Cleaner *c)
{
	Text *t = c->text;
	TagEffect effect;
	bool closing;
	uint32_t width;

	if (c->dialect.html && clean_hidden(c))
		return;
	width = tag_at(c, &effect, &closing);
	if (width == 0)
	{
		keep(c, 1);
		return;
	}
	if (!catch_up(c))
		return;
	/* where tags are the text's own way to make lines and cells they are no part of its values */
	if (!c->dialect.html && !(c->dialect.pipes && effect == TAG_BREAK) &&
	    arena_grow(c->work, (void **) &t->tags, t->tag_count, &c->tag_capacity, sizeof(uint32_t)))
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

/* A character that is shown, as UTF-8; false: it is not. */
static bool
show_character(unsigned long number, char out[5])
{
	UBool failed = false;
	int32_t len = 0;

	if (number < ' ' || (number > '~' && number < 0xA0) || number > 0xFFFF)
		return false;
	if (number == 0xA0)
		number = ' ';
	if (number != 0xAD) /* the soft hyphen is nothing */
		U8_APPEND((uint8_t *) out, len, 4, (UChar32) number, failed);
	out[failed ? 0 : len] = '\0';
	return !failed;
}

/* "&#243;" or "&#xF3;": its length, and its character; 0: there is none, or one that is not shown.
 */
static uint32_t
numbered_entity(const Cleaner *c, char out[5])
{
	char digits[NUMBER_MAX + 1] = {0};
	uint32_t left = c->size - c->at;
	bool hex = left > 3 && (c->in[c->at + 2] | 0x20) == 'x';
	uint32_t from = hex ? 3 : 2;
	char *end;
	unsigned long number;

	if (left <= from || c->in[c->at + 1] != '#' || !isxdigit((unsigned char) c->in[c->at + from]))
		return 0;
	memcpy(digits, c->in + c->at + from, left - from < NUMBER_MAX ? left - from : NUMBER_MAX);
	number = strtoul(digits, &end, hex ? 16 : 10);
	return *end == ';' && show_character(number, out) ? from + (uint32_t) (end - digits) + 1 : 0;
}

static void
clean_entity(Cleaner *c)
{
	static const char *const entities[][2] = {
	    {"&nbsp;", " "},   {"&amp;", "&"},    {"&lt;", "<"},     {"&gt;", ">"},
	    {"&quot;", "\""},  {"&apos;", "'"},   {"&aacute;", "á"}, {"&eacute;", "é"},
	    {"&iacute;", "í"}, {"&oacute;", "ó"}, {"&uacute;", "ú"}, {"&Aacute;", "Á"},
	    {"&Eacute;", "É"}, {"&Iacute;", "Í"}, {"&Oacute;", "Ó"}, {"&Uacute;", "Ú"},
	    {"&ntilde;", "ñ"}, {"&Ntilde;", "Ñ"}, {"&uuml;", "ü"},   {"&Uuml;", "Ü"},
	    {"&iquest;", "¿"}, {"&iexcl;", "¡"},  {"&deg;", "°"},    {"&ordm;", "º"},
	    {"&ordf;", "ª"},   {"&ndash;", "–"},  {"&mdash;", "—"},  {"&hellip;", "…"},
	    {"&bull;", "•"},   {"&ldquo;", "“"},  {"&rdquo;", "”"},  {"&lsquo;", "‘"},
	    {"&rsquo;", "’"},  {"&laquo;", "«"},  {"&raquo;", "»"},
	};
	char character[5];
	uint32_t width = numbered_entity(c, character);

	if (width > 0)
	{
		replace(c, width, character);
		return;
	}
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
	if (!catch_up(c))
		return; /* not reached: the line's first bar made the copy */
	while (c->len > 0 && c->out[c->len - 1] == ' ')
		c->len--;
	while (c->at + width < end && strchr(" \r", c->in[c->at + width]))
		width++;
	replace(c, width, c->at + width == end ? "" : "\t");
}

static void
note_bold(Cleaner *c)
{
	BoldMarks *bold = c->bold;

	if (arena_grow(c->work, (void **) &bold->at, bold->count, &c->bold_capacity, sizeof(uint32_t)))
		bold->at[bold->count++] = c->len;
}

/* "**" around a label, "#" before a heading. */
static bool
clean_emphasis(Cleaner *c)
{
	uint32_t width = 0;

	if (c->in[c->at] == '*' && looking_at(c, "**") && (at_line_start(c) || c->in_bold))
	{
		c->in_bold = at_line_start(c);
		replace(c, 2, "");
		if (c->in_bold)
			note_bold(c);
		return true;
	}
	if (c->in[c->at] != '#' || !at_line_start(c))
		return false;
	while (c->at + width < c->size && c->in[c->at + width] == '#')
		width++;
	if (c->at + width >= c->size || c->in[c->at + width] != ' ')
		return false;
	replace(c, width + 1, "");
	note_bold(c);
	return true;
}

/* ---- The loop ---- */

static void
clean_escape(Cleaner *c)
{
	unsigned char next = c->at + 1 < c->size ? (unsigned char) c->in[c->at + 1] : 0;

	if (next && strchr("$*_|#[]()<>-", next))
		replace(c, 1, "");
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
clean_odd(Cleaner *c)
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
		case '|': /* this one and the next two are odd in pipes only */
			clean_bar(c);
			break;
		case '*':
		case '#':
			if (!clean_emphasis(c))
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

/* Is one of the next bytes odd in any dialect? */
static bool
any_odd(const unsigned char *in)
{
	unsigned char odd[STRIDE];

	for (int i = 0; i < STRIDE; i++)
		odd[i] = (in[i] == '\\') | (in[i] == '<') | (in[i] == '&') | (in[i] == 0xC2) |
		         ((in[i] & 0xFE) == 0xCC) | (in[i] == 0xE2) | (in[i] == 0xEF);
	return any_flag(odd);
}

/* Moves the cursor to the next odd byte, or to the end. */
static void
find_odd(Cleaner *c, uint32_t end)
{
	const unsigned char *in = (const unsigned char *) c->in;
	uint32_t at = c->at;

	if (!c->marked)
		while (end - at >= STRIDE && !any_odd(in + at))
			at += STRIDE;
	while (at < end && !c->odd[in[at]])
		at++;
	c->at = at;
}

static bool
clean_all(Cleaner *c, Error *error)
{
	while (c->at < c->size && !c->arena->failed)
	{
		uint32_t end = stretch_end((Str){c->in, c->size}, c->at);

		if (!arena_may_go_on(c->arena))
			break;
		while (c->at < end && !c->arena->failed)
		{
			find_odd(c, end);
			if (c->at < end)
				clean_odd(c);
		}
	}
	if (c->out && catch_up(c))
		c->text->clean = (Str){c->out, c->len};
	return !c->arena->failed || arena_error(c->arena, error);
}

bool
clean_text(Text *text, BoldMarks *bold, Arena *arena, Arena *work, Error *error)
{
	Str source = text->source;
	Dialect dialect = recognise_dialect(source, arena);
	UErrorCode status = U_ZERO_ERROR;
	Cleaner c = {.text = text,
	             .arena = arena,
	             .work = work,
	             .dialect = dialect,
	             .marked = dialect.pipes || dialect.html || dialect.word_tabs,
	             .in = source.at,
	             .size = source.len,
	             .bold = bold,
	             .nfc = unorm2_getNFCInstance(&status)};

	if (U_FAILURE(status))
		return error_no_memory(error); /* not reached: ICU has the data built in */
	make_odd(&c, odd_always, sizeof(odd_always));
	if (dialect.pipes)
		make_odd(&c, odd_in_pipes, sizeof(odd_in_pipes));
	if (dialect.html)
		make_odd(&c, odd_in_html, sizeof(odd_in_html));
	c.odd['\t'] |= dialect.word_tabs;
	*bold = (BoldMarks){NULL, 0};
	text->clean = source;
	text->cells_kept = dialect.pipes || dialect.html || (!dialect.word_tabs && dialect.tabs);
	return clean_all(&c, error);
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
