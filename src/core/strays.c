/*
 * strays.c
 *		Cells that stand away from their table.
 *
 * Where a text gives a page in blocks, some of a table may come behind what
 * follows it: a reader that knows them by their sum or their words takes them.
 * Those that none can tell from one another must not pass for the narrative that
 * they stand in.
 *
 * src/core/strays.c
 */
#include "goals.h"
#include "label.h"
#include "lines.h"

#include <string.h>

#define STRAY_LINES  80 /* behind a table, among which its cells may stand */
#define ABSENT_LINES 4  /* that the absent phrase may take, furniture with them */

uint32_t
stray_end(const Reader *r, uint32_t line)
{
	return line + STRAY_LINES < r->text->line_count ? line + STRAY_LINES : r->text->line_count;
}

Words
stray_figures(Reader *r, uint32_t line)
{
	Words w = words_of_line(r, line);

	for (uint32_t i = 0; i < w.count; i++)
		if (!is_figure(w.words[i].text))
			w.count = 0;
	return w;
}

void
stray_take(Reader *r, FieldId table, uint32_t line)
{
	Line *l = &r->text->lines[line];

	if (l->furniture)
		return;
	claim_stretch(r, l->start, l->end, TRACE_VALUE, table);
	l->furniture = l->taken = true;
}

/* ---- Among the blocks of a narrative ---- */

typedef enum BlockKind
{
	BLOCK_TEXT,
	BLOCK_FIGURES, /* of a table, or of a sentence that they end */
	BLOCK_CELLS,   /* of a table: no text has such words alone */
	BLOCK_TARGETS  /* of the development goals, which a text may speak of */
} BlockKind;

/* "4,3", "1.250 60%"; no cell ends as a sentence does */
static bool
is_figures_line(Str s)
{
	bool digit = false;

	for (uint32_t i = 0; i < s.len; i++)
		if (s.at[i] >= '0' && s.at[i] <= '9')
			digit = true;
		else if (!memchr(".,% ", s.at[i], 4))
			return false;
	return digit && s.at[s.len - 1] != '.';
}

bool
is_regions_head(Str s)
{
	uint32_t at;

	return squeezed_equal(s, "region") || squeezed_equal(s, "totalejecutado") ||
	       (squeezed_prefix(s, "beneficiariosefectivos", &at) &&
	        is_year(str_trim((Str){s.at + at, s.len - at})));
}

/*
 * Are lines nothing but heads of budget lines, their subtítulos, as "24 (Transferencias
 * Corrientes)", and figures?  "Programa" and figures alone may be a text's own.
 */
static bool
are_line_cells(const Text *t, uint32_t line, uint32_t end)
{
	bool open = false; /* a bracket */
	bool code = false; /* the last word is one */
	bool sure = false;
	Str word;

	for (uint32_t i = line; i < end; i++)
		for (uint32_t at = t->lines[i].start;
		     !t->lines[i].furniture && next_word(t, i, &at, &word);)
		{
			int head = open ? NO_HEAD : line_head_column(word);
			bool opens = code && word.at[0] == '(';

			if (!open && !opens && head == NO_HEAD && !is_figure(word))
				return false;
			sure |= opens || (head != NO_HEAD && !squeezed_equal(word, "programa"));
			open = (open || opens) && word.at[word.len - 1] != ')';
			code = !open && is_line_code(word);
		}
	return sure && !open;
}

static BlockKind
line_kind(Str s)
{
	uint32_t len;
	bool target;

	if (is_column_head(s) || is_goals_head(s) || is_regions_head(s))
		return BLOCK_CELLS;
	if (is_figures_line(s) || value_status(s, TYPE_TEXT) == STATUS_NOT_APPLICABLE)
		return BLOCK_FIGURES;
	return item_number(s, &len, &target) > 0 && target ? BLOCK_TARGETS : BLOCK_TEXT;
}

/* Are lines the head of a column, whose words they may break, perhaps with values under it? */
static bool
is_broken_head(const Text *t, uint32_t line, uint32_t end)
{
	uint32_t start = t->lines[line].start;

	while (end > line + 1 && line_kind(line_text(t, end - 1)) == BLOCK_FIGURES)
		end--;
	return is_column_head((Str){t->clean.at + start, t->lines[end - 1].end - start});
}

/* The lines [line, end). */
static BlockKind
block_kind(const Text *t, uint32_t line, uint32_t end)
{
	BlockKind kind = line_kind(line_text(t, line));

	for (uint32_t i = skip_furniture(t, line + 1, end);
	     i < end && kind != BLOCK_TEXT && kind != BLOCK_TARGETS; i = skip_furniture(t, i + 1, end))
	{
		BlockKind next = line_kind(line_text(t, i));

		kind = next == BLOCK_TEXT || next > kind ? next : kind;
	}
	if (kind == BLOCK_TEXT && (are_line_cells(t, line, end) || is_broken_head(t, line, end)))
		return BLOCK_CELLS;
	return kind;
}

static bool
is_absent(Reader *r, Place from, uint32_t end)
{
	return end < from.line + ABSENT_LINES &&
	       value_status(unwrap(r, from, end), TYPE_TEXT) == STATUS_ABSENT;
}

/* Where rows of a table begin whose label is missing; *doubtful: text goes on behind them. */
static uint32_t
first_row(const Text *t, uint32_t line, uint32_t end_line, bool *doubtful)
{
	uint32_t row = end_line;

	for (; line < end_line; line++)
		if (row == end_line && has_cells(t, line))
			row = line;
		else if (row < end_line && !has_cells(t, line))
			*doubtful = true;
	return row;
}

uint32_t
narrative_end(Reader *r, Place from, uint32_t end_line, bool *doubtful)
{
	const Text *t = r->text;
	uint32_t cut = end_line;
	bool sure = false;
	uint32_t first, next;

	*doubtful = false;
	if (t->cells_kept)
		return first_row(t, from.line + 1, end_line, doubtful);
	if (!t->blocks)
		return end_line;
	first = block_end(t, from.line, end_line);
	for (uint32_t i = first; i < end_line; i = next)
	{
		BlockKind kind;

		if (is_absent(r, from, i))
			return i;
		next = block_end(t, i, end_line);
		kind = block_kind(t, i, next);
		*doubtful |= kind == BLOCK_TARGETS;
		if (kind == BLOCK_TEXT && cut < end_line)
		{
			*doubtful = true;
			if (sure)
				return cut;
			cut = end_line;
		}
		else if (kind != BLOCK_TEXT && cut == end_line)
			cut = i;
		sure |= kind == BLOCK_CELLS;
	}
	if (cut == end_line || sure)
		return cut;
	/* a narrative may consist of a figure, or end with one */
	*doubtful |= cut == first && at_line_end(t, from);
	if (*doubtful)
		return end_line;
	*doubtful = !ends_sentence(unwrap(r, from, cut));
	return cut;
}
