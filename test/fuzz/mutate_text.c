/*
 * mutate_text.c
 *		Texts made from other texts as extractors, years and typists would make
 *		them: by lines, cells, labels and digits.
 *
 * test/fuzz/mutate_text.c
 */
#include "fuzz.h"

#include "../unit/drafts.h"

#include "form.h"

/* A text that is being changed, where it lies. */
typedef struct Edit
{
	Random random;
	char *at;
	size_t len;
	size_t max;
} Edit;

/* A stretch of the text */
typedef struct Range
{
	size_t start;
	size_t end;
} Range;

/* ---- Primitives ---- */

/* Puts a text in place of a stretch, unless it would grow too long; the text is not of the edit. */
static void
replace(Edit *edit, Range range, Str with)
{
	size_t removed = range.end - range.start;

	if (edit->len - removed + with.len > edit->max)
		return;
	memmove(edit->at + range.start + with.len, edit->at + range.end, edit->len - range.end);
	if (with.len > 0)
		memcpy(edit->at + range.start, with.at, with.len);
	edit->len = edit->len - removed + with.len;
}

static size_t
any_offset(Edit *edit)
{
	return random_below(&edit->random, (uint32_t) edit->len + 1);
}

static bool
ends_cell(char c)
{
	return c == '\t' || c == '|' || c == '\n';
}

static bool
ends_line(char c)
{
	return c == '\n';
}

/* What stands around an offset between the characters that end it. */
static Range
piece_at(const Edit *edit, size_t offset, bool (*ends)(char))
{
	Range range = {offset, offset};

	while (range.start > 0 && !ends(edit->at[range.start - 1]))
		range.start--;
	while (range.end < edit->len && !ends(edit->at[range.end]))
		range.end++;
	return range;
}

static Range
any_piece(Edit *edit, bool (*ends)(char))
{
	return piece_at(edit, any_offset(edit), ends);
}

/* Some lines from a random one on, with their line feeds. */
static Range
any_lines(Edit *edit)
{
	Range range = any_piece(edit, ends_line);

	for (uint32_t more = random_below(&edit->random, 6); more > 0 && range.end < edit->len; more--)
		range.end = piece_at(edit, range.end + 1, ends_line).end;
	if (range.end < edit->len)
		range.end++;
	return range;
}

static Str
copy_of(const Edit *edit, Range range)
{
	size_t len = range.end - range.start;
	char *copy = malloc(len > 0 ? len : 1);

	MUST(copy != NULL);
	memcpy(copy, edit->at + range.start, len);
	return (Str){copy, (uint32_t) len};
}

static void
free_copy(Str copy)
{
	free((char *) copy.at);
}

/* ---- Lines and cells ---- */

static void
drop_lines(Edit *edit)
{
	replace(edit, any_lines(edit), NO_STR);
}

static void
duplicate_lines(Edit *edit)
{
	Range lines = any_lines(edit);
	Str copy = copy_of(edit, lines);

	replace(edit, (Range){lines.end, lines.end}, copy);
	free_copy(copy);
}

static void
move_lines(Edit *edit)
{
	Range lines = any_lines(edit);
	Str copy = copy_of(edit, lines);
	size_t to;

	replace(edit, lines, NO_STR);
	to = any_piece(edit, ends_line).start;
	replace(edit, (Range){to, to}, copy);
	free_copy(copy);
}

/* Exchanges two pieces that do not overlap. */
static void
swap_pieces(Edit *edit, Range first, Range second)
{
	Str left;
	Str right;

	if (first.start > second.start)
	{
		Range later = first;

		first = second;
		second = later;
	}
	if (first.end > second.start)
		return;
	left = copy_of(edit, first);
	right = copy_of(edit, second);
	replace(edit, second, left);
	replace(edit, first, right);
	free_copy(left);
	free_copy(right);
}

static void
swap_lines(Edit *edit)
{
	Range first = any_piece(edit, ends_line);

	swap_pieces(edit, first, any_piece(edit, ends_line));
}

/* Cells of one line, or of two. */
static void
swap_cells(Edit *edit)
{
	Range first = any_piece(edit, ends_cell);
	Range second = piece_at(edit, first.end < edit->len ? first.end + 1 : 0, ends_cell);

	swap_pieces(edit, first,
	            random_chance(&edit->random, 50) ? any_piece(edit, ends_cell) : second);
}

static void
drop_cell(Edit *edit)
{
	Range cell = any_piece(edit, ends_cell);

	if (random_chance(&edit->random, 50) && cell.end < edit->len)
		cell.end++; /* with its border */
	replace(edit, cell, NO_STR);
}

static const char *const borders[] = {"\n",   "\n\n", " ",    "",     "\t",
                                      "\t\t", " | ",  "    ", "\r\n", "\f"};

/* Puts another border in place of a line's end, or of a cell's. */
static void
change_border(Edit *edit)
{
	bool (*ends)(char) = random_chance(&edit->random, 50) ? ends_line : ends_cell;
	size_t end = any_piece(edit, ends).end;

	if (end < edit->len)
		replace(edit, (Range){end, end + 1}, RANDOM_PICK(&edit->random, borders));
}

/* Breaks a line at a space. */
static void
wrap_line(Edit *edit)
{
	size_t offset = any_offset(edit);
	const char *space = memchr(edit->at + offset, ' ', edit->len - offset);

	if (space != NULL)
	{
		size_t at = (size_t) (space - edit->at);

		replace(edit, (Range){at, at + 1}, RANDOM_PICK(&edit->random, borders));
	}
}

/* ---- Words of the form ---- */

static const char *const form_labels[] = {
#define FIELD(id, section, key, type, offset, label) label,
#define COLUMN(id, table, key, type)
#include "form_data.h"
#undef FIELD
#undef COLUMN
#define LABEL(id, nth, label) label,
#include "label_data.h"
#undef LABEL
};

/* A label, perhaps with a year or number where the form has a placeholder, perhaps cut. */
static void
insert_label(Edit *edit)
{
	static const char *const numbers[] = {"2021", "2020", "2019", "3", "{year}", "0000", "99999"};
	Str label = RANDOM_PICK(&edit->random, form_labels);
	size_t at = any_piece(edit, random_chance(&edit->random, 80) ? ends_line : ends_cell).start;
	const char *open = label.len == 0 ? NULL : memchr(label.at, '{', label.len);

	if (random_chance(&edit->random, 10))
		label.len = utf8_prefix((Str){label.at, random_below(&edit->random, label.len + 1)});
	if (random_chance(&edit->random, 70))
		replace(edit, (Range){at, at}, RANDOM_PICK(&edit->random, borders));
	replace(edit, (Range){at, at}, label);
	if (open != NULL && open < label.at + label.len && edit->len > at + label.len)
	{
		size_t start = at + (size_t) (open - label.at);
		const char *close = memchr(open, '}', (size_t) (label.at + label.len - open));
		size_t width = close == NULL ? 1 : (size_t) (close - open) + 1;

		replace(edit, (Range){start, start + width}, RANDOM_PICK(&edit->random, numbers));
	}
}

static const char *const cells[] = {
    "El programa no presenta información",
    "El programa no presenta evaluaciones",
    "N/A",
    "No aplica",
    "-",
    "0",
    "7",
    "1.234",
    "1.105.072",
    "999.999.999.999.999.999",
    "9999999999999999999999999",
    "0,61",
    "6,54%",
    "73 %",
    "2021",
    "2020",
    "99999",
    "Si",
    "No",
    "Permanente",
    "31 - diciembre - 2021",
    "31 - febrero - 2021",
    "Total",
    "Nivel central",
    "Metropolitana de Santiago",
    "La Araucanía",
    "Componente",
    "Bonos",
    "01",
    "24",
    "2021 (Efectivo)",
    "2022 (Esperado)",
    "Página 3 de 10",
    "3/10",
    "1. Fin de la pobreza",
    "8.3 Promover",
    "|---|---|",
    "<td>",
    "</td>",
    "<br>",
    "<p>",
    "&nbsp;",
    "**",
    "\xC2\xA0",
    "\xC2\xAD",
    "\xEF\xAC\x81",
    "\xCC\x81",
    "\xE2\x80\x8B",
    "\xEF\xBB\xBF",
    "\\$",
    "\f",
    "\v",
    "\x01",
    "                    ",
};

static void
insert_cell(Edit *edit)
{
	size_t at = any_offset(edit);

	if (random_chance(&edit->random, 70))
		at = piece_at(edit, at, ends_cell).end;
	replace(edit, (Range){at, at}, RANDOM_PICK(&edit->random, cells));
	if (random_chance(&edit->random, 50))
		replace(edit, (Range){at, at}, RANDOM_PICK(&edit->random, borders));
}

static void
replace_cell(Edit *edit)
{
	replace(edit, any_piece(edit, ends_cell), RANDOM_PICK(&edit->random, cells));
}

/* ---- Digits ---- */

static void
change_digit(Edit *edit)
{
	static const char *const others[] = {"0", "1", "9", "", ".", ",", "00", "-"};

	for (size_t i = any_offset(edit); i < edit->len; i++)
	{
		if (edit->at[i] >= '0' && edit->at[i] <= '9')
		{
			replace(edit, (Range){i, i + 1}, RANDOM_PICK(&edit->random, others));
			return;
		}
	}
}

/* ---- All of it ---- */

static void (*const changes[])(Edit *edit) = {
    drop_lines,    duplicate_lines, move_lines,   swap_lines,  swap_cells,   drop_cell,
    change_border, wrap_line,       insert_label, insert_cell, replace_cell, change_digit,
};

#define CHANGE_COUNT ((uint32_t) (sizeof(changes) / sizeof(changes[0])))

size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed)
{
	Edit edit = {{seed | UINT64_C(1) << 32}, (char *) data, size, max_size};

	if (random_chance(&edit.random, 20))
		return LLVMFuzzerMutate(data, size, max_size);
	for (uint32_t count = 1 + random_below(&edit.random, 5); count > 0; count--)
		changes[random_below(&edit.random, CHANGE_COUNT)](&edit);
	return edit.len;
}
