/*
 * component_blocks.c
 *		Components (4) and what was spent on each (5.5), in texts that give a page
 *		in blocks of their own order.
 *
 * Names are the same in both tables, and come in one order.  They fill lines,
 * or begin lines of descriptions where both columns are read line by line.
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
#define BETWEEN_MAX    2 /* lines of a description between two of a name */
#define LINES_MAX      1200
#define NAME_WORDS_MAX 40
#define TEXT_MAX       1000 /* bytes of a line, or a word, of a name */
#define SQUEEZED_MAX   512
#define CANDIDATES_MAX 12 /* figures that may be amounts */
#define REST_LINES     10 /* behind a name, among which its rest may stand */
#define WORDS_MIN      3  /* words, and */
#define REST_MIN       6  /* squeezed characters, that two lines do not share by chance */

/* What a line, or a piece of one, is of. */
typedef enum Part
{
	PART_TEXT,
	PART_HEAD,
	PART_NAME,
	PART_BENEFIT
} Part;

typedef struct BlockLine
{
	uint32_t line;
	Part part;
	uint32_t row; /* of a name or a kind of benefit */
	Str amount;   /* that the line begins with, or that a name's ends with */
	Str text;     /* without it */
	char initial; /* its first letter or digit, squeezed; 0: it has none */
} BlockLine;

typedef struct BlockLines
{
	BlockLine *lines; /* a line in which a name ends is two */
	uint32_t count;
	uint32_t capacity;
	bool mixed; /* lines of two columns are one, or alternate */
} BlockLines;

/* Lines, or what they begin with, that spell a name or a kind of benefit. */
typedef struct Spelling
{
	uint32_t at[NAME_LINES_MAX];
	uint32_t len[NAME_LINES_MAX]; /* of the line's text */
	uint32_t count;
} Spelling;

static char
initial_of(Str s)
{
	char initial = 0;

	squeeze(s, &initial, 1);
	return initial;
}

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

	*b = (BlockLines){.count = 0};
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
		b->lines[b->count++] =
		    (BlockLine){i, is_head(s) ? PART_HEAD : PART_TEXT, 0, NO_STR, s, initial_of(s)};
	}
	return true;
}

/* ---- Names ---- */

/* How much of a text its words, squeezed, begin a name with; *used: squeezed characters of it. */
static uint32_t
words_spelling(Str s, const char *name, uint32_t len, uint32_t *used)
{
	uint32_t end = 0;

	*used = 0;
	for (uint32_t at = 0; at < s.len && *used < len;)
	{
		char word[SQUEEZED_MAX];
		uint32_t from = at;
		uint32_t n;

		while (at < s.len && s.at[at] != ' ' && at - from <= TEXT_MAX)
			at++;
		n = squeeze((Str){s.at + from, at - from}, word, SQUEEZED_MAX);
		if (at - from > TEXT_MAX || n > len - *used || memcmp(word, name + *used, n) != 0)
			break;
		*used += n;
		end = at;
		while (at < s.len && s.at[at] == ' ')
			at++;
	}
	return *used > 0 ? end : 0;
}

/* May lines between others go on with a name: all of a line, or two words before another cell's? */
static bool
is_piece(Str text, uint32_t len, bool last)
{
	return len == text.len || last || memchr(text.at, ' ', len);
}

/*
 * Do lines from line `at` on spell a name?  Words of another cell may stand
 * behind it in its lines, and lines of that between them.
 */
static bool
spells(const BlockLines *b, uint32_t at, const char *name, uint32_t len, Spelling *sp)
{
	uint32_t between = 0;

	sp->count = 0;
	for (uint32_t i = at, done = 0; i < b->count && b->lines[i].part == PART_TEXT; i++)
	{
		Str text = b->lines[i].text;
		uint32_t used;
		uint32_t piece = words_spelling(text, name + done, len - done, &used);

		if (piece == 0 || !is_piece(text, piece, done + used == len) ||
		    (between > 0 && !is_name_rest(text)))
		{
			if (i == at || ++between > BETWEEN_MAX)
				return false;
			continue;
		}
		sp->at[sp->count] = i;
		sp->len[sp->count++] = piece;
		done += used;
		if (done == len)
			return true;
		if (sp->count == NAME_LINES_MAX)
			return false;
	}
	return false;
}

static bool
may_begin_name(Str s)
{
	return s.len > 0 && !is_name_rest(s) && s.at[s.len - 1] != '.' && s.at[s.len - 1] != ':' &&
	       s.at[s.len - 1] != ',';
}

/* Makes two of a line whose first `len` characters are of another cell than the rest. */
static void
split_line(Reader *r, BlockLines *b, uint32_t at, uint32_t len)
{
	Str text = b->lines[at].text;
	Str rest = str_trim((Str){text.at + len, text.len - len});

	if (rest.len == 0 ||
	    !arena_grow(r->scratch, (void **) &b->lines, b->count, &b->capacity, sizeof(BlockLine)))
		return;
	memmove(&b->lines[at + 1], &b->lines[at], (b->count - at) * sizeof(BlockLine));
	b->count++;
	b->lines[at].text.len = len;
	b->lines[at + 1] = (BlockLine){b->lines[at].line, PART_TEXT, 0, NO_STR, rest, initial_of(rest)};
}

/* From the last line, since lines that are split move those behind them. */
static void
mark_spelling(Reader *r, BlockLines *b, const Spelling *sp, Part part, uint32_t row)
{
	for (uint32_t i = sp->count; i > 0; i--)
	{
		b->mixed |=
		    sp->len[i - 1] < b->lines[sp->at[i - 1]].text.len || sp->at[i - 1] != sp->at[0] + i - 1;
		split_line(r, b, sp->at[i - 1], sp->len[i - 1]);
		b->lines[sp->at[i - 1]].part = part;
		b->lines[sp->at[i - 1]].row = row;
	}
}

/* ---- A name in both tables ---- */

/* How far a name was followed in one of the tables. */
typedef struct Follower
{
	const BlockLines *b;
	Spelling seen; /* the last piece is of the line being read */
} Follower;

static Follower
follow_from(const BlockLines *b, uint32_t line)
{
	return (Follower){b, {{line}, {0}, 1}};
}

static uint32_t
current_line(const Follower *f)
{
	return f->seen.at[f->seen.count - 1];
}

/* What was not taken yet of the line being read. */
static Str
rest_of(const Follower *f)
{
	Str text = f->b->lines[current_line(f)].text;
	uint32_t used = f->seen.len[f->seen.count - 1];

	return str_trim((Str){text.at + used, text.len - used});
}

static Str
first_word(Str s)
{
	const char *space = memchr(s.at, ' ', s.len);

	/* white space other than spaces may end it too, behind which an amount is cut off */
	return str_trim((Str){s.at, space ? (uint32_t) (space - s.at) : s.len});
}

static bool
squeezed_alike(Str a, Str b)
{
	char x[SQUEEZED_MAX], y[SQUEEZED_MAX];
	uint32_t len;

	if (a.len > TEXT_MAX || b.len > TEXT_MAX)
		return false;
	len = squeeze(a, x, SQUEEZED_MAX);
	return len <= SQUEEZED_MAX && squeeze(b, y, SQUEEZED_MAX) == len && memcmp(x, y, len) == 0;
}

/* Takes the words that both go on with; how many they are. */
static uint32_t
take_words(Follower *a, Follower *b)
{
	uint32_t taken = 0;

	for (;;)
	{
		Str x = rest_of(a);
		Str y = rest_of(b);

		if (x.len == 0 || y.len == 0 || taken == NAME_WORDS_MAX ||
		    !squeezed_alike(first_word(x), first_word(y)))
			return taken;
		x = first_word(x);
		y = first_word(y);
		a->seen.len[a->seen.count - 1] =
		    (uint32_t) (x.at + x.len - a->b->lines[current_line(a)].text.at);
		b->seen.len[b->seen.count - 1] =
		    (uint32_t) (y.at + y.len - b->b->lines[current_line(b)].text.at);
		taken++;
	}
}

/* Moves on to line `ahead` behind the current one, if a name may go on there. */
static bool
move(Follower *f, uint32_t ahead)
{
	uint32_t line = current_line(f) + ahead;

	if (f->seen.count == NAME_LINES_MAX || line >= f->b->count ||
	    f->b->lines[line].part != PART_TEXT || !is_name_rest(f->b->lines[line].text))
		return false;
	f->seen.at[f->seen.count] = line;
	f->seen.len[f->seen.count++] = 0;
	return true;
}

/* Moves one on to a line that goes on as the other does. */
static bool
catch_up(Follower *f, Follower *other)
{
	for (uint32_t ahead = 1; ahead <= BETWEEN_MAX + 1; ahead++)
	{
		Follower next = *f;

		if (move(&next, ahead) && take_words(&next, other))
		{
			*f = next;
			return true;
		}
	}
	return false;
}

/* Does a line that both left out say the same?  Then it is another name. */
static bool
left_out_alike(const Follower *a, const Follower *b, uint32_t a_ahead, uint32_t b_ahead)
{
	for (uint32_t i = 1; i < a_ahead; i++)
		for (uint32_t k = 1; k < b_ahead; k++)
			if (squeezed_alike(a->b->lines[current_line(a) + i].text,
			                   b->b->lines[current_line(b) + k].text))
				return true;
	return false;
}

/* Moves both on to lines that begin alike, with some words or with one of them wholly. */
static bool
move_both(Follower *a, Follower *b)
{
	for (uint32_t i = 0; i < (BETWEEN_MAX + 1) * (BETWEEN_MAX + 1); i++)
	{
		uint32_t a_ahead = 1 + i / (BETWEEN_MAX + 1);
		uint32_t b_ahead = 1 + i % (BETWEEN_MAX + 1);
		Follower x = *a;
		Follower y = *b;

		uint32_t words = move(&x, a_ahead) && move(&y, b_ahead) ? take_words(&x, &y) : 0;

		if (words == 0 || (words < WORDS_MIN && rest_of(&x).len > 0 && rest_of(&y).len > 0) ||
		    left_out_alike(a, b, a_ahead, b_ahead))
			continue;
		*a = x;
		*b = y;
		return true;
	}
	return false;
}

static bool
begins_with_figure(Str s)
{
	return s.len > 0 && is_figure(first_word(s));
}

/* Are lines of 5.5 a cell of their own: with an amount behind them, or a block that is no sentence?
 */
static bool
is_own_cell(const Text *t, const Follower *five)
{
	const BlockLine *l = five->b->lines;
	uint32_t end = current_line(five) + 1;

	for (uint32_t i = five->seen.at[0] + 1; i <= end && i < five->b->count; i++)
		if (begins_with_figure(l[i].text))
			return true;
	return t->lines[l[five->seen.at[0]].line].after_blank && !ends_sentence(l[end - 1].text) &&
	       (end == five->b->count || t->lines[l[end].line].after_blank);
}

/* The amount that ends a line of a name in 5.5. */
typedef struct Glued
{
	Str amount; /* NO_STR: none does */
	uint32_t line;
} Glued;

/* Follows a name in both tables, each of which may break it into other lines; false: they differ.
 */
static bool
follow_name(const Text *t, Follower *four, Follower *five, Glued *glued)
{
	bool mixed = false; /* words of a description stand behind the name's */

	*glued = (Glued){NO_STR, 0};
	if (!take_words(four, five))
		return false;
	for (;;)
	{
		Str beside = rest_of(four);
		Str rest = rest_of(five);

		if (glued->amount.len == 0 && rest.len > 0 && is_figure(rest))
			*glued = (Glued){rest, current_line(five)};
		if (rest.at == glued->amount.at)
			rest = NO_STR;
		if (rest.len == 0 && beside.len > 0 && catch_up(five, four))
			continue;
		if (rest.len > 0 ? !catch_up(four, five) : !move_both(four, five))
			return rest.len == 0 &&
			       ((!mixed && beside.len == 0) || glued->amount.len > 0 || is_own_cell(t, five));
		mixed |= beside.len > 0;
	}
}

static void
mark_name(Reader *r, BlockLines *four, BlockLines *five, const Follower *in_four,
          const Follower *in_five, uint32_t row)
{
	mark_spelling(r, five, &in_five->seen, PART_NAME, row);
	mark_spelling(r, four, &in_four->seen, PART_NAME, row);
}

static void
cut_behind(BlockLine *l, Str amount)
{
	l->amount = amount;
	l->text = str_trim((Str){l->text.at, (uint32_t) (amount.at - l->text.at)});
}

/* Finds the name that line `at` of 5.5 begins in section 4 from line *next on. */
static bool
find_name(Reader *r, BlockLines *four, BlockLines *five, uint32_t at, uint32_t *next, uint32_t row)
{
	for (uint32_t i = *next; i < four->count; i++)
	{
		Follower upper = follow_from(four, i);
		Follower lower = follow_from(five, at);
		Glued glued;

		if (four->lines[i].part != PART_TEXT || is_name_rest(four->lines[i].text) ||
		    four->lines[i].initial != five->lines[at].initial ||
		    !follow_name(r->text, &upper, &lower, &glued) ||
		    breaks_off(five->lines[current_line(&lower)].text))
			continue;
		if (glued.amount.len > 0)
			cut_behind(&five->lines[glued.line], glued.amount);
		mark_name(r, four, five, &upper, &lower, row);
		*next = upper.seen.at[0] + 1;
		return true;
	}
	return false;
}

/* May two lines be the same rest of a name?  It is wrapped elsewhere in each table. */
static bool
are_same_rest(Str a, Str b)
{
	char x[SQUEEZED_MAX], y[SQUEEZED_MAX];
	uint32_t m, n;

	if (!is_name_rest(a) || !is_name_rest(b) || ends_sentence(a) || ends_sentence(b) ||
	    a.len > TEXT_MAX || b.len > TEXT_MAX)
		return false;
	m = squeeze(a, x, SQUEEZED_MAX);
	n = squeeze(b, y, SQUEEZED_MAX);
	return m >= REST_MIN && n >= REST_MIN && m <= SQUEEZED_MAX && n <= SQUEEZED_MAX &&
	       memcmp(x, y, m < n ? m : n) == 0;
}

bool
name_goes_on(const Text *t, uint32_t four, uint32_t four_end, uint32_t five, uint32_t five_end)
{
	for (uint32_t i = four; i < four_end && i < four + REST_LINES; i++)
		for (uint32_t k = five; k < five_end && k < five + REST_LINES; k++)
			if (!t->lines[i].furniture && !t->lines[k].furniture &&
			    are_same_rest(line_text(t, i), line_text(t, k)))
				return true;
	return false;
}

/* The line behind a row's name, and the one that the next row's name begins with. */
static void
lines_behind(const BlockLines *b, uint32_t row, uint32_t *from, uint32_t *to)
{
	*to = b->lines[b->count - 1].line + 1;
	for (uint32_t i = b->count; i-- > 0;)
	{
		if (b->lines[i].part != PART_NAME)
			continue;
		if (b->lines[i].row == row + 1)
			*to = b->lines[i].line;
		else if (b->lines[i].row == row)
		{
			*from = b->lines[i].line + 1;
			return;
		}
	}
}

/* Are the names whole, as far as the lines behind them show? */
static bool
are_whole(const Text *t, const BlockLines *four, const BlockLines *five, uint32_t rows)
{
	for (uint32_t row = 0; row < rows; row++)
	{
		uint32_t i, i_end, k, k_end;

		lines_behind(four, row, &i, &i_end);
		lines_behind(five, row, &k, &k_end);
		if (name_goes_on(t, i, i_end, k, k_end))
			return false;
	}
	return true;
}

/* Marks the names in both tables; false: they are not as many as section 4 announces,
 * or not whole. */
static bool
mark_names(Reader *r, BlockLines *four, BlockLines *five)
{
	uint32_t rows = 0;
	uint32_t next = 0;
	Decimal count;

	for (uint32_t i = 0; i < five->count && rows < NAMES_MAX; i++)
		if (five->lines[i].part == PART_TEXT && may_begin_name(five->lines[i].text) &&
		    find_name(r, four, five, i, &next, rows))
			rows++;
	return rows > 0 && known_number(r, FIELD_COMPONENT_COUNT, &count) && count.mantissa == rows &&
	       are_whole(r->text, four, five, rows);
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

		if (i > 0 && b->lines[i].line == b->lines[i - 1].line)
			continue;
		claim_stretch(r, l->start, l->end,
		              b->lines[i].part == PART_HEAD ? TRACE_LABEL : TRACE_VALUE, table);
	}
}

/* A header among blocks may stand behind the table's first cells. */
static Area
widened(const Reader *r, const Area *area, FieldId before)
{
	const Entry *e = outline_find(r->outline, before);
	Area wide = *area;

	if (e && e->label_end.line < area->from.line)
		wide.from = e->label_end;
	return wide;
}

/* The two tables with their names marked; NULL: they are not found. */
static bool
read_tables(Reader *r, const Area *components, const Area *spending, BlockLines **four,
            BlockLines **five)
{
	Area upper = widened(r, components, FIELD_COMPONENT_COUNT);
	Area lower = widened(r, spending, FIELD_HEADING_5_5);

	*four = arena_alloc(r->scratch, sizeof(BlockLines));
	*five = arena_alloc(r->scratch, sizeof(BlockLines));
	return *four && *five && read_block_lines(r, &upper, *four) &&
	       read_block_lines(r, &lower, *five) && mark_names(r, *four, *five);
}

/* ---- 5.5 ---- */

/* The amount that a line of text begins with; NO_STR: none. */
static Str
amount_before(const BlockLine *l)
{
	Str first = first_word(l->text);

	return l->part == PART_TEXT && is_figure(first) &&
	               value_status(first, TYPE_AMOUNT) == STATUS_REPORTED
	           ? first
	           : NO_STR;
}

static Str
behind_amount(const BlockLine *l, Str amount)
{
	return str_trim((Str){l->text.at + amount.len, l->text.len - amount.len});
}

static void
cut_amount(BlockLine *l)
{
	l->amount = amount_before(l);
	l->text = behind_amount(l, l->amount);
}

static int64_t
amount_of(Str amount)
{
	int64_t number = 0;

	return amount.len > 0 && integer_parse(amount, &number) ? number % AMOUNT_MAX : 0;
}

/*
 * Cuts off the amounts that make up the table's total: those that stand alone,
 * and those of lines that begin with a figure that are needed for it.  False:
 * none make it up, or more than one choice does.
 */
static bool
choose_amounts(const Reader *r, BlockLines *b)
{
	uint32_t candidates[CANDIDATES_MAX];
	uint32_t count = 0;
	uint32_t chosen = 0;
	int fits = 0;
	int64_t sum = 0;
	Decimal total;

	if (!known_number(r, FIELD_COMPONENT_SPENDING, &total))
		return false;
	for (uint32_t i = 0; i < b->count; i++)
	{
		BlockLine *l = &b->lines[i];
		Str amount = amount_before(l);

		if (amount.len > 0 && amount.len < l->text.len && count == CANDIDATES_MAX)
			return false;
		if (amount.len > 0 && amount.len < l->text.len)
			candidates[count++] = i;
		else if (amount.len > 0)
			cut_amount(l);
		sum += amount_of(l->amount);
	}
	for (uint32_t set = 0; set < UINT32_C(1) << count; set++)
	{
		int64_t with = sum;

		for (uint32_t i = 0; i < count; i++)
			if (set >> i & 1)
				with += amount_of(amount_before(&b->lines[candidates[i]]));
		if (with != total.mantissa)
			continue;
		chosen = set;
		fits++;
	}
	for (uint32_t i = 0; i < count; i++)
		if (chosen >> i & 1)
			cut_amount(&b->lines[candidates[i]]);
	return fits == 1;
}

/*
 * The amount of each name, as line numbers, b->count for none: the next one, if
 * there is one for each and they add up; else the one right behind it.
 */
static bool
pair_amounts(const BlockLines *b, uint32_t rows, bool add_up, uint32_t *at)
{
	uint32_t amounts = 0;
	uint32_t name = UINT32_MAX; /* row of the name right before this line */

	for (uint32_t row = 0; row < rows; row++)
		at[row] = b->count;
	for (uint32_t i = 0; i < b->count; i++)
		amounts += b->lines[i].amount.len > 0;
	if (amounts > rows || (!add_up && amounts < rows))
		return false;
	for (uint32_t i = 0, next = 0; i < b->count; i++)
	{
		const BlockLine *l = &b->lines[i];

		if (l->part == PART_NAME)
			name = l->row;
		if (l->amount.len > 0)
		{
			if (add_up && amounts == rows)
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

/*
 * Does text stand behind each amount before the next, and nowhere else?  It
 * shows whose it is, unless the next name stands between them.
 */
static bool
details_follow(const BlockLines *b)
{
	bool text = true;
	bool amounts = false;
	bool named = false;

	for (uint32_t i = 0; i < b->count; i++)
	{
		const BlockLine *l = &b->lines[i];

		if (l->amount.len > 0)
		{
			if (!text)
				return false;
			text = named = false;
			amounts = true;
		}
		else
			named |= l->part == PART_NAME;
		if (l->part == PART_TEXT && l->text.len > 0)
		{
			if (!amounts || named)
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
	if (!pair_amounts(five, rows, choose_amounts(r, five), at))
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

/*
 * The kind of benefit that lines from line `at` on spell.  Beside words of a
 * description only one whose words no sentence has is known.
 */
static bool
spelled_benefit(const BlockLines *b, uint32_t at, Spelling *found)
{
	uint32_t longest = 0;

	for (uint32_t i = 0; i < benefit_count; i++)
	{
		char name[SQUEEZED_MAX];
		uint32_t len = squeeze(benefit_names[i], name, SQUEEZED_MAX);
		Str text = b->lines[at].text;
		Spelling sp;

		if (len <= longest || !spells(b, at, name, len, &sp) ||
		    (sp.len[0] < text.len && !memchr(text.at, '/', sp.len[0])))
			continue;
		longest = len;
		*found = sp;
	}
	return longest > 0;
}

/* Marks kinds of benefit that the form offers, each of the name before it. */
static void
mark_benefits(Reader *r, BlockLines *b)
{
	uint32_t row = UINT32_MAX;
	bool has = false;
	Spelling found;

	for (uint32_t i = 0; i < b->count; i++)
	{
		if (b->lines[i].part == PART_NAME)
		{
			has &= b->lines[i].row == row;
			row = b->lines[i].row;
		}
		if (b->lines[i].part != PART_TEXT || row == UINT32_MAX || has)
			continue;
		has = spelled_benefit(b, i, &found);
		if (!has)
			continue;
		b->mixed |= b->lines[i - 1].part != PART_NAME;
		mark_spelling(r, b, &found, PART_BENEFIT, row);
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
		ended |= is_production_line(l->text);
	}
	return row + ended == rows;
}

/* The blocks of descriptions, of which `take` makes a row each; UINT32_MAX: one is of two. */
static uint32_t
description_blocks(const Text *t, BlockLines *b, bool take)
{
	uint32_t blocks = 0;
	bool open = false;
	bool ended = false;

	for (uint32_t i = 0; i < b->count; i++)
	{
		BlockLine *l = &b->lines[i];

		if (l->part != PART_TEXT)
		{
			open = false;
			continue;
		}
		if (!open || t->lines[l->line].after_blank)
		{
			blocks++;
			ended = false;
		}
		else if (ended && !is_name_rest(l->text))
			return UINT32_MAX;
		if (take)
			l->row = blocks - 1;
		open = true;
		ended |= is_production_line(l->text);
	}
	return blocks;
}

/* Where a production is missing, as many blocks as components are a description each. */
static bool
share_by_blocks(const Text *t, BlockLines *b, uint32_t rows)
{
	return description_blocks(t, b, false) == rows && description_blocks(t, b, true) == rows;
}

bool
read_components_blocks(Reader *r, const Area *components, const Area *spending, bool only_mixed)
{
	BlockLines *four, *five;
	uint32_t rows;
	bool shared;

	if (!read_tables(r, components, spending, &four, &five))
		return false;
	rows = count_names(four);
	mark_benefits(r, four);
	if (only_mixed && !four->mixed)
		return false;
	shared = share_descriptions(r->text, four, rows) || share_by_blocks(r->text, four, rows);
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
