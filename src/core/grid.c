/*
 * grid.c
 *		Cells in their places, and words in reading order.
 *
 * src/core/grid.c
 */
#include "table.h"

#include <string.h>

#define WORDS_MAX (1u << 22) /* no table has so many; what does stays unmapped */
#define WORDS_ASK 4096       /* one of so many words asks for leave to go on */

/* ---- Grids ---- */

void
grid_add_row(Reader *r, Grid *g)
{
	if (arena_grow(r->scratch, (void **) &g->rows, g->row_count, &g->row_capacity, sizeof(Row)))
		g->rows[g->row_count++] = (Row){g->cell_count, 0};
}

void
grid_add_cell(Reader *r, Grid *g, const Piece *pieces, uint32_t count)
{
	Cell cell = {.text = unwrap_pieces(r, pieces, count), .first_piece = g->piece_count};

	for (uint32_t i = 0; i < count; i++)
		if (pieces[i].start < pieces[i].end &&
		    arena_grow(r->scratch, (void **) &g->pieces, g->piece_count, &g->piece_capacity,
		               sizeof(Piece)))
		{
			g->pieces[g->piece_count++] = pieces[i];
			cell.piece_count++;
		}
	if (arena_grow(r->scratch, (void **) &g->cells, g->cell_count, &g->cell_capacity, sizeof(Cell)))
	{
		g->cells[g->cell_count++] = cell;
		g->rows[g->row_count - 1].cell_count++;
	}
}

/* A line of TAB-separated cells is a row. */
static void
add_tabbed_row(Reader *r, Grid *g, uint32_t line, uint32_t start)
{
	const char *s = r->text->clean.at;
	uint32_t end = r->text->lines[line].end;

	grid_add_row(r, g);
	while (start <= end && !r->arena->failed)
	{
		const char *tab = memchr(s + start, '\t', end - start);
		uint32_t stop = tab ? (uint32_t) (tab - s) : end;

		grid_add_cell(r, g, &(Piece){start, stop}, 1);
		start = stop + 1;
	}
}

/* A line without cells that a blank one parts from a table's rows is a text behind it. */
static bool
is_behind_grid(const Text *t, const Grid *g, uint32_t line)
{
	return t->lines[line].after_blank && !t->lines[line].after_page && g->row_count > 1 &&
	       g->cell_count > g->row_count && !has_cells(t, line);
}

bool
grid_read(Reader *r, const Area *area, Grid *grid)
{
	memset(grid, 0, sizeof(Grid));
	if (!r->text->cells_kept)
		return false;
	for (uint32_t i = area->from.line; i < area->end_line && !r->arena->failed; i++)
	{
		uint32_t start = i == area->from.line ? area->from.at : r->text->lines[i].start;

		if (r->text->lines[i].furniture || start == r->text->lines[i].end)
			continue;
		if (is_behind_grid(r->text, grid, i))
			break;
		add_tabbed_row(r, grid, i, start);
	}
	return true;
}

static const Cell *
grid_cell(const Grid *grid, uint32_t row, uint32_t column)
{
	if (row >= grid->row_count || column >= grid->rows[row].cell_count)
		return NULL;
	return &grid->cells[grid->rows[row].first_cell + column];
}

void
grid_doubt_cell(Grid *g)
{
	if (g->cell_count > 0)
		g->cells[g->cell_count - 1].doubtful = true;
}

Status
grid_status(const Grid *g, uint32_t row, uint32_t column)
{
	return column < g->rows[row].cell_count && g->cells[g->rows[row].first_cell + column].doubtful
	           ? STATUS_AMBIGUOUS
	           : STATUS_REPORTED;
}

Str
grid_text(const Grid *grid, uint32_t row, uint32_t column)
{
	const Cell *cell = grid_cell(grid, row, column);

	return cell ? cell->text : NO_STR;
}

void
grid_claim(Reader *r, const Grid *grid, uint32_t row, uint32_t column, TraceKind kind,
           FieldId field)
{
	const Cell *cell = grid_cell(grid, row, column);

	for (uint32_t p = 0; cell && p < cell->piece_count; p++)
		claim_stretch(r, grid->pieces[cell->first_piece + p].start,
		              grid->pieces[cell->first_piece + p].end, kind, field);
}

void
grid_claim_row(Reader *r, const Grid *grid, uint32_t row, TraceKind kind, FieldId field)
{
	for (uint32_t c = 0; c < grid->rows[row].cell_count; c++)
		grid_claim(r, grid, row, c, kind, field);
}

/* ---- Words ---- */

/*
 * Where a word ends, given where the space behind it is: an amount that touches
 * the text of the next cell ("12.698Mediante") is a word of its own.
 */
static uint32_t
word_end(const char *s, uint32_t start, uint32_t end)
{
	uint32_t at = start;
	bool grouped = false;

	while (at < end && (is_digit(s[at]) || s[at] == '.'))
		grouped |= s[at++] == '.';
	return grouped && at < end && s[at] >= 'A' && s[at] <= 'Z' && s[at - 1] != '.' ? at : end;
}

bool
next_word(const Text *t, uint32_t line, uint32_t *at, Str *word)
{
	const char *s = t->clean.at;
	uint32_t end = t->lines[line].end;
	uint32_t start = *at;
	uint32_t stop;

	while (start < end && is_gap(s[start]))
		start++;
	for (stop = start; stop < end && !is_gap(s[stop]); stop++)
		;
	*at = word_end(s, start, stop);
	*word = (Str){s + start, *at - start};
	return start < end;
}

/* What OCR gives for a border of a table, at the start of s; 0: none. */
static uint32_t
border_length(Str s)
{
	if (s.len >= 2 && memcmp(s.at, "¡", 2) == 0)
		return 2;
	return s.len > 0 && (s.at[0] == '|' || s.at[0] == '[') ? 1 : 0;
}

bool
has_borders(const Reader *r, const Area *area)
{
	const Entry *entry = outline_find(r->outline, area->table);
	uint32_t from = entry ? entry->start.at : area->from.at;
	uint32_t to = area->end_line > 0 ? r->text->lines[area->end_line - 1].end : from;

	return to > from && (memchr(r->text->clean.at + from, '|', to - from) ||
	                     memchr(r->text->clean.at + from, '[', to - from));
}

/* Takes borders off a word: all of it, or what stands before a figure, or before a name.  False:
 * nothing is left. */
static bool
take_border(Reader *r, Str *word, bool from_names)
{
	uint32_t len = border_length(*word);
	bool figure = len < word->len && is_digit(word->at[len]);
	uint32_t start = (uint32_t) (word->at - r->text->clean.at);

	if (len == 0 || (len < word->len && !figure && !from_names))
		return true;
	claim_stretch(r, start, start + len, TRACE_FURNITURE, FIELD_NONE);
	*word = (Str){word->at + len, word->len - len};
	return word->len > 0;
}

void
words_take_borders(Reader *r, Words *w)
{
	for (uint32_t i = 0; i < w->count; i++)
	{
		Str text = w->words[i].text;

		take_border(r, &w->words[i].text, true);
		w->words[i].start += text.len - w->words[i].text.len;
	}
}

Words
words_read(Reader *r, const Area *area)
{
	const Text *t = r->text;
	Words words = {0};
	uint32_t capacity = 0;

	for (uint32_t i = area->from.line; i < area->end_line && !r->arena->failed; i++)
	{
		uint32_t at = i == area->from.line ? area->from.at : t->lines[i].start;
		bool first = true;
		Str word;

		while (!t->lines[i].furniture && next_word(t, i, &at, &word) &&
		       arena_grow(r->scratch, (void **) &words.words, words.count, &capacity, sizeof(Word)))
		{
			if (words.count == WORDS_MAX)
				return (Words){0};
			if (!arena_may_go_on_at(r->scratch, words.count, WORDS_ASK))
				break;
			if (!take_border(r, &word, false))
				continue;
			words.words[words.count++] =
			    (Word){word, at - word.len, i, first, first && t->lines[i].after_blank};
			first = false;
		}
	}
	arena_trim(r->scratch, words.words, words.count, capacity, sizeof(Word));
	return words;
}

Words
words_of_line(Reader *r, uint32_t line)
{
	return words_read(r, &(Area){FIELD_NONE, line_place(r->text, line), line + 1});
}

void
words_append(Reader *r, Words *to, uint32_t *capacity, const Words *words)
{
	for (uint32_t i = 0; i < words->count; i++)
		if (arena_grow(r->scratch, (void **) &to->words, to->count, capacity, sizeof(Word)))
			to->words[to->count++] = words->words[i];
}

void
word_claim(Reader *r, const Word *word, TraceKind kind, FieldId field)
{
	claim_stretch(r, word->start, word->start + word->text.len, kind, field);
}

bool
is_figure(Str word)
{
	bool digit = false;

	for (uint32_t i = 0; i < word.len; i++)
	{
		char c = word.at[i];

		if (c >= '0' && c <= '9')
			digit = true;
		else if (c != '.' && c != ',' && !(c == '-' && i == 0) && !(c == '%' && i + 1 == word.len))
			return false;
	}
	return digit && (is_digit(word.at[word.len - 1]) || word.at[word.len - 1] == '%') &&
	       (is_digit(word.at[0]) || word.at[0] == '-');
}

bool
is_year(Str word)
{
	int year;

	return word.len == 4 && year_parse(word, &year);
}

bool
is_phrase(Str word)
{
	return squeezed_equal(word, "el") || squeezed_equal(word, "programa") ||
	       squeezed_equal(word, "no") || squeezed_equal(word, "presenta") ||
	       squeezed_equal(word, "informacion");
}

/* ---- Facts ---- */

void
add_doubtful(Reader *r, FieldId column, uint32_t row, Str text, Status doubt)
{
	Status status = value_status(text, form_fields[column].type);

	if (status == STATUS_ABSENT || status == STATUS_BLANK)
		text = NO_STR;
	if (status == STATUS_REPORTED)
		status = doubt;
	draft_add(r->draft, column, row, status, text);
}

void
add_cell(Reader *r, FieldId column, uint32_t row, Str text)
{
	add_doubtful(r, column, row, text, STATUS_REPORTED);
}

void
infer_facts(Draft *draft, uint32_t from)
{
	for (; from < draft->count; from++)
		if (draft->facts[from].status == STATUS_REPORTED)
			draft->facts[from].status = STATUS_INFERRED;
}

bool
known_number(const Reader *r, FieldId field, Decimal *number)
{
	uint32_t first = draft_first(r->draft, field);

	return first < r->draft->count && fact_number(&r->draft->facts[first], number);
}

Str
text_of_number(Reader *r, int64_t number)
{
	char *out = arena_alloc(r->arena, 32);

	return out ? (Str){out, number_print((Decimal){number, 0}, out)} : NO_STR;
}
