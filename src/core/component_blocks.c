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
#define SQUEEZED_MAX   512
#define BEGIN_MAX      8  /* squeezed characters that tell most names apart */
#define CANDIDATES_MAX 12 /* figures that may be amounts */

/* What a line, or a piece of one, is of. */
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

/* The lines [from, from + count) squeezed, without the amount behind line `cut`; 0: they are too
 * long for a name.
 */
static uint32_t
squeeze_lines(const BlockLines *b, uint32_t from, uint32_t count, uint32_t cut, char *out)
{
	uint32_t len = 0;

	for (uint32_t i = from; i < from + count; i++)
	{
		Str s = b->lines[i].text;

		if (i == cut)
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

		while (at < s.len && s.at[at] != ' ')
			at++;
		n = squeeze((Str){s.at + from, at - from}, word, SQUEEZED_MAX);
		if (n > len - *used || memcmp(word, name + *used, n) != 0)
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
is_piece(Str text, uint32_t len, bool beside, bool last)
{
	return len == text.len || (beside && (last || memchr(text.at, ' ', len)));
}

/*
 * Do lines from line `at` on spell a name?  Beside: words of another cell may
 * stand behind it in its lines, and lines of that between them.
 */
static bool
spells(const BlockLines *b, uint32_t at, const char *name, uint32_t len, bool beside, Spelling *sp)
{
	uint32_t between = 0;

	sp->count = 0;
	for (uint32_t i = at, done = 0; i < b->count && b->lines[i].part == PART_TEXT; i++)
	{
		Str text = b->lines[i].text;
		uint32_t used;
		uint32_t piece = words_spelling(text, name + done, len - done, &used);

		if (piece == 0 || !is_piece(text, piece, beside, done + used == len) ||
		    (between > 0 && !is_name_rest(text)))
		{
			if (i == at || !beside || ++between > BETWEEN_MAX)
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

static void
mark(BlockLines *b, uint32_t from, uint32_t count, Part part, uint32_t row)
{
	for (uint32_t i = from; i < from + count; i++)
	{
		b->lines[i].part = part;
		b->lines[i].row = row;
	}
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
	b->lines[at + 1] = (BlockLine){b->lines[at].line, PART_TEXT, 0, NO_STR, rest, {0}};
	squeeze(rest, b->lines[at + 1].begins, BEGIN_MAX);
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
		mark(b, sp->at[i - 1], 1, part, row);
	}
}

/* Can a line be the first of a name, by what both begin with? */
static bool
may_begin_with(const BlockLine *l, const char *name, uint32_t len, bool beside)
{
	for (uint32_t i = 0; i < BEGIN_MAX && i < len && l->begins[i]; i++)
		if (l->begins[i] != name[i])
			return false;
	return l->begins[0] && (beside ? !is_name_rest(l->text) : may_begin_name(l->text));
}

static bool
begins_with_figure(Str s)
{
	const char *space = memchr(s.at, ' ', s.len);

	return is_figure((Str){s.at, space ? (uint32_t) (space - s.at) : s.len});
}

/* Are lines of 5.5 a cell of their own: with an amount behind them, or a block that is no sentence?
 */
static bool
is_own_cell(const Text *t, const BlockLines *five, uint32_t at, uint32_t count, uint32_t cut)
{
	const BlockLine *l = five->lines;
	uint32_t end = at + count;
	Str last = l[end - 1].text;

	if (cut < end || (end < five->count && begins_with_figure(l[end].text)))
		return true;
	return t->lines[l[at].line].after_blank && !ends_sentence(last) &&
	       (end == five->count || t->lines[l[end].line].after_blank);
}

/* Do two lines begin with the same two words, in lower case as the rest of a name does? */
static bool
begin_alike(Str a, Str b)
{
	uint32_t len = a.len < b.len ? a.len : b.len;
	uint32_t spaces = 0;

	if (!begins_lower(a))
		return false;
	for (uint32_t i = 0; i < len && spaces < 2; i++)
	{
		if (a.at[i] != b.at[i])
			return false;
		spaces += a.at[i] == ' ';
	}
	return true;
}

/* May a name go on, in both tables, past the lines that were found of it? */
static bool
may_go_on(const BlockLines *four, const BlockLines *five, const Spelling *sp, uint32_t behind)
{
	uint32_t last = sp->at[sp->count - 1];
	Str text = four->lines[last].text;
	Str rest = str_trim((Str){text.at + sp->len[sp->count - 1], text.len - sp->len[sp->count - 1]});

	for (uint32_t k = behind; k < five->count && k <= behind + 2 * BETWEEN_MAX; k++)
	{
		if (rest.len > 0 && begin_alike(rest, five->lines[k].text))
			return true;
		for (uint32_t i = last + 1; i < four->count && i <= last + 1 + BETWEEN_MAX; i++)
			if (begin_alike(four->lines[i].text, five->lines[k].text))
				return true;
	}
	return false;
}

/* Lines [at, at + count) of 5.5 that may be a name; `cut` is one that ends with its amount. */
typedef struct NameLines
{
	uint32_t at;
	uint32_t count;
	uint32_t cut; /* UINT32_MAX: none */
	bool beside;  /* in section 4, words of descriptions may stand beside it */
} NameLines;

static void
mark_name(Reader *r, BlockLines *four, BlockLines *five, const NameLines *n, const Spelling *sp,
          uint32_t row)
{
	if (n->cut != UINT32_MAX)
	{
		BlockLine *l = &five->lines[n->cut];

		l->amount = amount_behind(l->text);
		l->text = str_trim((Str){l->text.at, l->text.len - l->amount.len});
	}
	mark(five, n->at, n->count, PART_NAME, row);
	mark_spelling(r, four, sp, PART_NAME, row);
}

/* Finds a name in section 4 from line *next on. */
static bool
find_lines(Reader *r, BlockLines *four, BlockLines *five, const NameLines *n, uint32_t *next,
           uint32_t row)
{
	char name[SQUEEZED_MAX];
	uint32_t len = squeeze_lines(five, n->at, n->count, n->cut, name);
	Spelling sp;

	if (n->beside && !is_own_cell(r->text, five, n->at, n->count, n->cut))
		return false;
	for (uint32_t i = *next; i < four->count && len > 2; i++)
	{
		if (!may_begin_with(&four->lines[i], name, len, n->beside) ||
		    !spells(four, i, name, len, n->beside, &sp) ||
		    may_go_on(four, five, &sp, n->at + n->count))
			continue;
		mark_name(r, four, five, n, &sp, row);
		*next = sp.at[0] + 1;
		return true;
	}
	return false;
}

/* Finds the longest name that line `at` of 5.5 begins; an amount may end one of its lines. */
static bool
find_longest(Reader *r, BlockLines *four, BlockLines *five, NameLines n, uint32_t *next,
             uint32_t row)
{
	for (n.count = NAME_LINES_MAX; n.count > 0; n.count--)
	{
		if (!are_text(five, n.at, n.count))
			continue;
		n.cut = UINT32_MAX;
		if (!breaks_off(five->lines[n.at + n.count - 1].text) &&
		    find_lines(r, four, five, &n, next, row))
			return true;
		for (n.cut = n.at; n.cut < n.at + n.count; n.cut++)
			if (amount_behind(five->lines[n.cut].text).len > 0 &&
			    find_lines(r, four, five, &n, next, row))
				return true;
	}
	return false;
}

/* A name that fills lines of section 4; if there is none, one beside words of descriptions. */
static bool
find_name(Reader *r, BlockLines *four, BlockLines *five, uint32_t at, uint32_t *next, uint32_t row)
{
	return find_longest(r, four, five, (NameLines){.at = at}, next, row) ||
	       find_longest(r, four, five, (NameLines){.at = at, .beside = true}, next, row);
}

/* Marks the names in both tables; false: they are not as many as section 4 announces. */
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
	const char *space = memchr(l->text.at, ' ', l->text.len);
	Str first = {l->text.at, space ? (uint32_t) (space - l->text.at) : l->text.len};

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
		uint32_t len = squeeze((Str){benefit_names[i], (uint32_t) strlen(benefit_names[i])}, name,
		                       SQUEEZED_MAX);
		Str text = b->lines[at].text;
		Spelling sp;

		if (len <= longest || !spells(b, at, name, len, true, &sp) ||
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
		if (has)
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
		ended |= squeezed_prefix(l->text, "produccional", NULL);
	}
	return row + ended == rows;
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
