/*
 * component_blocks.c
 *		Components (4) and what was spent on each (5.5), in texts that give a page
 *		in blocks of their own order.
 *
 * Names fill whole lines, the same in both tables, and come in one order.
 * Amounts begin lines; they are placed if there is one for each name, or if
 * each follows its name, and if they add up.  Each description ends with its
 * production, and each detail with the next amount.
 *
 * src/core/component_blocks.c
 */
#include "component_tables.h"

#include <string.h>

#define NAMES_MAX      64
#define NAME_LINES_MAX 5
#define LINES_MAX      1200
#define SQUEEZED_MAX   512
#define BEGIN_MAX      8 /* squeezed characters that tell most names apart */

/* What a line is of. */
typedef enum Part
{
	PART_TEXT,
	PART_HEAD,
	PART_NAME,
	PART_BENEFIT,
	PART_PRODUCTION /* its first line */
} Part;

typedef struct BlockLine
{
	uint32_t line;
	Part part;
	uint32_t row;           /* of a name or a kind of benefit */
	Str amount;             /* that the line begins with, or that a name's ends with */
	Str text;               /* without it */
	char begins[BEGIN_MAX]; /* squeezed; shorter ones end with zeros */
} BlockLine;

typedef struct BlockLines
{
	BlockLine *lines;
	uint32_t count;
	uint32_t capacity;
} BlockLines;

static bool
is_head(Str s)
{
	return squeezed_equal(s, "nombre") || squeezed_equal(s, "descripcion") ||
	       squeezed_equal(s, "componente") || squeezed_equal(s, "gastom") ||
	       squeezed_equal(s, "detalle") || squeezed_equal(s, "componentegastomdetalle") ||
	       squeezed_equal(s, "nombredescripcion");
}

/* False: there are too many lines. */
static bool
read_block_lines(Reader *r, const Area *area, BlockLines *b)
{
	Place from = area->from;

	*b = (BlockLines){NULL, 0, 0};
	if (!skip_to_visible(r->text, &from, area->end_line))
		return true;
	for (uint32_t i = from.line; i < area->end_line; i++)
	{
		Str s = line_text(r->text, i);

		if (r->text->lines[i].furniture)
			continue;
		if (b->count == LINES_MAX ||
		    !arena_grow(r->scratch, (void **) &b->lines, b->count, &b->capacity, sizeof(BlockLine)))
			return false;
		b->lines[b->count] = (BlockLine){i, is_head(s) ? PART_HEAD : PART_TEXT, 0, NO_STR, s, {0}};
		squeeze(s, b->lines[b->count].begins, BEGIN_MAX);
		b->count++;
	}
	return true;
}

/* ---- Names ---- */

/* The figure that ends a line, behind a name; NO_STR: there is none. */
static Str
amount_behind(Str s)
{
	uint32_t at = s.len;

	while (at > 0 && s.at[at - 1] != ' ')
		at--;
	return at > 0 && is_figure((Str){s.at + at, s.len - at}) ? (Str){s.at + at, s.len - at}
	                                                         : NO_STR;
}

/*
 * The lines [from, from + count) squeezed, the amount behind the last left out
 * if so asked; 0: they are too long for a name.
 */
static uint32_t
squeeze_lines(const BlockLines *b, uint32_t from, uint32_t count, bool cut, char *out)
{
	uint32_t len = 0;

	for (uint32_t i = from; i < from + count; i++)
	{
		Str s = b->lines[i].text;

		if (cut && i + 1 == from + count)
			s.len -= amount_behind(s).len;
		len += squeeze(s, out + len, SQUEEZED_MAX - len);
		if (len > SQUEEZED_MAX)
			return 0;
	}
	return len;
}

static bool
are_text(const BlockLines *b, uint32_t from, uint32_t count)
{
	if (from + count > b->count)
		return false;
	for (uint32_t i = from; i < from + count; i++)
		if (b->lines[i].part != PART_TEXT)
			return false;
	return true;
}

/* The lines from line `at` on that spell a name; 0: none do. */
static uint32_t
lines_spelling(const BlockLines *b, uint32_t at, const char *name, uint32_t len)
{
	char here[SQUEEZED_MAX];

	for (uint32_t count = 1; count <= NAME_LINES_MAX && are_text(b, at, count); count++)
	{
		uint32_t n = squeeze_lines(b, at, count, false, here);

		if (n == 0 || n > len || memcmp(here, name, n) != 0)
			return 0;
		if (n == len)
			return count;
	}
	return 0;
}

static bool
may_begin_name(Str s)
{
	return s.len > 0 && !is_name_rest(s) && s.at[s.len - 1] != '.' && s.at[s.len - 1] != ':' &&
	       s.at[s.len - 1] != ',';
}

static void
mark(BlockLines *b, uint32_t from, uint32_t count, Part part, uint32_t row)
{
	for (uint32_t i = from; i < from + count; i++)
	{
		b->lines[i].part = part;
		b->lines[i].row = row;
	}
}

/* Can a line be the first of a name, by what both begin with? */
static bool
may_begin_with(const BlockLine *l, const char *name, uint32_t len)
{
	for (uint32_t i = 0; i < BEGIN_MAX && i < len && l->begins[i]; i++)
		if (l->begins[i] != name[i])
			return false;
	return l->begins[0] && may_begin_name(l->text);
}

/* Finds the longest name that line `at` of 5.5 begins and a line of 4, from *next on, spells. */
static bool
find_name(BlockLines *four, BlockLines *five, uint32_t at, uint32_t *next, uint32_t row)
{
	for (uint32_t count = NAME_LINES_MAX; count > 0; count--)
	{
		char name[SQUEEZED_MAX];
		bool cut =
		    are_text(five, at, count) && amount_behind(five->lines[at + count - 1].text).len > 0;
		uint32_t len;

		if (!are_text(five, at, count))
			continue;
		len = squeeze_lines(five, at, count, cut, name);
		for (uint32_t i = *next; i < four->count && len > 2; i++)
		{
			uint32_t lines =
			    may_begin_with(&four->lines[i], name, len) ? lines_spelling(four, i, name, len) : 0;
			BlockLine *last = &five->lines[at + count - 1];

			if (lines == 0)
				continue;
			if (cut)
			{
				last->amount = amount_behind(last->text);
				last->text = str_trim((Str){last->text.at, last->text.len - last->amount.len});
			}
			mark(four, i, lines, PART_NAME, row);
			mark(five, at, count, PART_NAME, row);
			*next = i + lines;
			return true;
		}
	}
	return false;
}

/* Marks the names in both tables; false: they are not as many as section 4 announces. */
static bool
mark_names(const Reader *r, BlockLines *four, BlockLines *five)
{
	uint32_t rows = 0;
	uint32_t next = 0;
	Decimal count;

	for (uint32_t i = 0; i < five->count && rows < NAMES_MAX; i++)
		if (five->lines[i].part == PART_TEXT && may_begin_name(five->lines[i].text) &&
		    find_name(four, five, i, &next, rows))
			rows++;
	return rows > 0 && known_number(r, FIELD_COMPONENT_COUNT, &count) && count.mantissa == rows;
}

static uint32_t
count_names(const BlockLines *b)
{
	uint32_t rows = 0;

	for (uint32_t i = 0; i < b->count; i++)
		if (b->lines[i].part == PART_NAME && b->lines[i].row >= rows)
			rows = b->lines[i].row + 1;
	return rows;
}

/* The lines of a part of one row as text. */
static Str
row_text(Reader *r, const BlockLines *b, Part part, uint32_t row)
{
	Piece *pieces = arena_alloc(r->scratch, (b->count + 1) * sizeof(Piece));
	uint32_t count = 0;

	for (uint32_t i = 0; pieces && i < b->count; i++)
		if (b->lines[i].part == part && b->lines[i].row == row)
		{
			uint32_t start = (uint32_t) (b->lines[i].text.at - r->text->clean.at);

			pieces[count++] = (Piece){start, start + b->lines[i].text.len};
		}
	return pieces ? unwrap_pieces(r, pieces, count) : NO_STR;
}

static void
claim_lines(Reader *r, const BlockLines *b, FieldId table)
{
	for (uint32_t i = 0; i < b->count; i++)
	{
		const Line *l = &r->text->lines[b->lines[i].line];

		claim_stretch(r, l->start, l->end,
		              b->lines[i].part == PART_HEAD ? TRACE_LABEL : TRACE_VALUE, table);
	}
}

/* The two tables with their names marked; NULL: they are not found. */
static bool
read_tables(Reader *r, const Area *components, const Area *spending, BlockLines **four,
            BlockLines **five)
{
	*four = arena_alloc(r->scratch, sizeof(BlockLines));
	*five = arena_alloc(r->scratch, sizeof(BlockLines));
	return *four && *five && read_block_lines(r, components, *four) &&
	       read_block_lines(r, spending, *five) && mark_names(r, *four, *five);
}

/* ---- 5.5 ---- */

/* Cuts the amounts off the lines that begin with one: alone, or with a sentence behind it. */
static void
cut_amounts(BlockLines *b)
{
	for (uint32_t i = 0; i < b->count; i++)
	{
		BlockLine *l = &b->lines[i];
		const char *space = memchr(l->text.at, ' ', l->text.len);
		Str first = {l->text.at, space ? (uint32_t) (space - l->text.at) : l->text.len};
		Str rest = str_trim((Str){l->text.at + first.len, l->text.len - first.len});

		if (l->part != PART_TEXT || value_status(first, TYPE_AMOUNT) != STATUS_REPORTED ||
		    !is_figure(first) || begins_lower(rest))
			continue;
		l->amount = first;
		l->text = rest;
	}
}

/* Do the amounts add up to the table's total? */
static bool
amounts_add_up(const Reader *r, const BlockLines *b)
{
	int64_t sum = 0;
	Decimal total;

	for (uint32_t i = 0; i < b->count; i++)
	{
		int64_t amount;

		if (b->lines[i].amount.len > 0 && integer_parse(b->lines[i].amount, &amount))
			sum += amount % AMOUNT_MAX;
	}
	return known_number(r, FIELD_COMPONENT_SPENDING, &total) && total.mantissa == sum;
}

/*
 * The amount of each name, as line numbers, b->count for none: the next one, if
 * there is one for each; else the one that follows right behind it.
 */
static bool
pair_amounts(const BlockLines *b, uint32_t rows, uint32_t *at)
{
	uint32_t amounts = 0;
	uint32_t name = UINT32_MAX; /* row of the name right before this line */

	for (uint32_t row = 0; row < rows; row++)
		at[row] = b->count;
	for (uint32_t i = 0; i < b->count; i++)
		amounts += b->lines[i].amount.len > 0;
	if (amounts > rows)
		return false;
	for (uint32_t i = 0, next = 0; i < b->count; i++)
	{
		const BlockLine *l = &b->lines[i];

		if (l->part == PART_NAME)
			name = l->row;
		if (l->amount.len > 0)
		{
			if (amounts == rows)
				at[next++] = i;
			else if (name == UINT32_MAX || at[name] < b->count)
				return false;
			else
				at[name] = i;
		}
		if (l->part == PART_TEXT)
			name = UINT32_MAX;
	}
	return true;
}

/* Does text stand behind each amount before the next, and nowhere else?  It shows whose it is. */
static bool
details_follow(const BlockLines *b)
{
	bool text = true;
	bool amounts = false;

	for (uint32_t i = 0; i < b->count; i++)
	{
		const BlockLine *l = &b->lines[i];

		if (l->amount.len > 0)
		{
			if (!text)
				return false;
			text = false;
			amounts = true;
		}
		if (l->part == PART_TEXT && l->text.len > 0)
		{
			if (!amounts)
				return false;
			text = true;
		}
	}
	return true;
}

/* Marks the lines of text behind each amount as its row's, if they follow; else as no row's. */
static void
share_details(BlockLines *b, uint32_t rows, const uint32_t *at, bool follow)
{
	uint32_t row = rows;

	for (uint32_t i = 0; i < b->count; i++)
	{
		for (uint32_t k = 0; follow && k < rows; k++)
			if (at[k] == i)
				row = k;
		if (b->lines[i].part == PART_TEXT)
			b->lines[i].row = row;
	}
}

bool
read_spending_blocks(Reader *r, const Area *components, const Area *spending)
{
	BlockLines *four, *five;
	uint32_t at[NAMES_MAX];
	uint32_t rows;
	bool follow;

	if (!read_tables(r, components, spending, &four, &five))
		return false;
	rows = count_names(five);
	cut_amounts(five);
	if (!amounts_add_up(r, five) || !pair_amounts(five, rows, at))
		return false;
	follow = details_follow(five);
	share_details(five, rows, at, follow);
	for (uint32_t row = 0; row < rows; row++)
	{
		add_doubtful(r, FIELD_SPENT_COMPONENT, row, row_text(r, five, PART_NAME, row),
		             STATUS_INFERRED);
		add_doubtful(r, FIELD_SPENT_AMOUNT, row,
		             at[row] < five->count ? five->lines[at[row]].amount : NO_STR, STATUS_INFERRED);
		if (follow && at[row] < five->count)
			add_doubtful(r, FIELD_SPENT_DETAIL, row, row_text(r, five, PART_TEXT, row),
			             STATUS_INFERRED);
		else
			draft_add(r->draft, FIELD_SPENT_DETAIL, row, STATUS_AMBIGUOUS,
			          row == 0 ? row_text(r, five, PART_TEXT, rows) : NO_STR);
	}
	claim_lines(r, five, spending->table);
	return true;
}

/* ---- 4 ---- */

/* Marks kinds of benefit that the form offers, each of the name before it. */
static void
mark_benefits(BlockLines *b)
{
	uint32_t row = UINT32_MAX;
	bool has = false;

	for (uint32_t i = 0; i < b->count; i++)
	{
		uint32_t lines = 0;

		if (b->lines[i].part == PART_NAME)
		{
			has &= b->lines[i].row == row;
			row = b->lines[i].row;
		}
		if (b->lines[i].part != PART_TEXT || row == UINT32_MAX || has)
			continue;
		for (uint32_t count = 1; count <= 3 && are_text(b, i, count); count++)
		{
			char squeezed[SQUEEZED_MAX];
			uint32_t len = squeeze_lines(b, i, count, false, squeezed);

			if (is_benefit((Str){squeezed, len}))
				lines = count;
		}
		mark(b, i, lines, PART_BENEFIT, row);
		has |= lines > 0;
	}
}

/* Shares the lines of descriptions: each ends with its production.  False: not each has one. */
static bool
share_descriptions(const Text *t, BlockLines *b, uint32_t rows)
{
	uint32_t row = 0;
	bool ended = false;

	for (uint32_t i = 0; i < b->count; i++)
	{
		BlockLine *l = &b->lines[i];

		if (l->part != PART_TEXT)
		{
			row += ended;
			ended = false;
			continue;
		}
		if (ended && (t->lines[l->line].after_blank || !is_name_rest(l->text)))
		{
			row++;
			ended = false;
		}
		if (row == rows)
			return false;
		l->row = row;
		ended |= squeezed_prefix(l->text, "produccional", NULL);
	}
	return row + ended == rows;
}

bool
read_components_blocks(Reader *r, const Area *components, const Area *spending)
{
	BlockLines *four, *five;
	uint32_t rows;
	bool shared;

	if (!read_tables(r, components, spending, &four, &five))
		return false;
	rows = count_names(four);
	mark_benefits(four);
	shared = share_descriptions(r->text, four, rows);
	for (uint32_t row = 0; row < rows; row++)
	{
		Str benefit = row_text(r, four, PART_BENEFIT, row);

		add_doubtful(r, FIELD_COMPONENT_NAME, row, row_text(r, four, PART_NAME, row),
		             STATUS_INFERRED);
		if (benefit.len > 0)
			add_benefit(r, row, benefit, STATUS_INFERRED);
		if (shared)
			add_description(r, row, row_text(r, four, PART_TEXT, row), STATUS_INFERRED);
		else
			draft_add(r->draft, FIELD_COMPONENT_DESCRIPTION, row, STATUS_AMBIGUOUS,
			          row_text(r, four, PART_TEXT, row));
	}
	claim_lines(r, four, components->table);
	return true;
}
