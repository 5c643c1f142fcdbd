/*
 * goals.c
 *		Development goals and their targets (7.2), and executing institutions
 *		(4.2): tables of text in one or two columns.
 *
 * src/core/goals.c
 */
#include "goals.h"
#include "columns.h"
#include "wrap.h"

#include <string.h>

/* ---- Goals ---- */

#define NUMBER_LEN 4 /* of the longest: "16.a" */

/* Does a name begin here?  It may touch its number: "6.Agua", "10.4Adoptar". */
static bool
begins_name(Str s, uint32_t at)
{
	return at < s.len && (s.at[at] == ' ' || s.at[at] == '\n' || is_capital(s, at));
}

int
goal_number(Str s, uint32_t *len, bool *target)
{
	uint32_t at = 0;
	int number = 0;

	while (at < s.len && at < 2 && s.at[at] >= '0' && s.at[at] <= '9')
		number = 10 * number + (s.at[at++] - '0');
	*len = 0;
	*target = false;
	if (number < 1 || number > 17 || at + 1 >= s.len || s.at[at] != '.')
		return 0;
	at++;
	*target = !begins_name(s, at);
	if (*target)
		while (at < s.len && ((s.at[at] >= '0' && s.at[at] <= '9') ||
		                      (s.at[at] >= 'a' && s.at[at] <= 'z' && s.at[at - 1] == '.')))
			at++;
	if (!begins_name(s, at) || (*target && s.at[at - 1] == '.'))
		return 0;
	*len = at;
	return number;
}

/* The goal that the targets that follow belong to, and how many rows there are. */
typedef struct Goals
{
	int number;
	Str digits;
	Str name;
	bool has_target;
	uint32_t rows;
	Status doubt;  /* of the names from here on */
	bool in_lines; /* whose order may not be the columns' */
} Goals;

static void
add_goal_row(Reader *r, Goals *g)
{
	draft_add(r->draft, FIELD_SDG_GOAL, g->rows, STATUS_REPORTED, g->digits);
	add_doubtful(r, FIELD_SDG_GOAL_NAME, g->rows, g->name, g->doubt);
	g->rows++;
}

/* A goal without targets is a row too. */
static void
finish_goal(Reader *r, Goals *g)
{
	if (g->number && !g->has_target)
		add_goal_row(r, g);
	g->number = 0;
}

static Str
rest_of(Str s, uint32_t from)
{
	return str_trim((Str){s.at + from, s.len - from});
}

static void
begin_goal(Reader *r, Goals *g, Str text, uint32_t len, int number)
{
	finish_goal(r, g);
	g->number = number;
	g->digits = (Str){text.at, len - 1};
	g->name = rest_of(text, len);
	g->has_target = false;
	if (g->in_lines && goal_is_torn(number, g->name))
		g->doubt = STATUS_AMBIGUOUS;
}

static void
add_target(Reader *r, Goals *g, Str text, uint32_t len)
{
	add_goal_row(r, g);
	g->has_target = true;
	draft_add(r->draft, FIELD_SDG_TARGET, g->rows - 1, STATUS_REPORTED, (Str){text.at, len});
	add_doubtful(r, FIELD_SDG_TARGET_NAME, g->rows - 1, rest_of(text, len), g->doubt);
}

/* A goal's or a target's text: what stands from its number to the next one's. */
static void
add_item(Reader *r, Goals *g, Str text)
{
	uint32_t len;
	bool target;
	int number = goal_number(text, &len, &target);

	if (target)
		add_target(r, g, text, len);
	else if (number != 0)
		begin_goal(r, g, text, len, number);
}

/* A line from which an item may begin; with the next one, if all that it holds may be a number. */
static Str
number_text(const Text *t, uint32_t line)
{
	Str s = line_text(t, line);

	if (s.len <= NUMBER_LEN && s.at[0] >= '1' && s.at[0] <= '9' && line + 1 < t->line_count &&
	    !t->lines[line + 1].furniture && is_capital(line_text(t, line + 1), 0))
		s.len = t->lines[line + 1].end - t->lines[line].start;
	return s;
}

/* Does this line begin an item that fits where the table is? */
static bool
begins_item(const Goals *g, Str s)
{
	uint32_t len;
	bool target;
	int number = goal_number(s, &len, &target);

	return number > 0 && (target ? number == g->number : number != g->number);
}

/* Where, behind `from`, another target of a goal begins in a text; its length: nowhere. */
static uint32_t
next_target(Str s, uint32_t from, int goal)
{
	uint32_t len;
	bool target;

	for (uint32_t at = from + 1; at < s.len; at++)
		if (s.at[at - 1] == ' ' && s.at[at] >= '1' && s.at[at] <= '9' &&
		    goal_number((Str){s.at + at, s.len - at}, &len, &target) == goal && goal > 0 && target)
			return at;
	return s.len;
}

/* All of one cell: a goal, perhaps with targets behind it, or targets one after the other. */
static void
read_cell(Reader *r, Goals *g, Str cell)
{
	uint32_t len;
	bool target;
	int number = goal_number(cell, &len, &target);
	uint32_t end;

	for (uint32_t start = 0; start < cell.len; start = end)
	{
		end = next_target(cell, start, number);
		add_item(r, g, str_trim((Str){cell.at + start, end - start}));
	}
}

static void
read_goals_grid(Reader *r, const Area *area, const Grid *grid)
{
	Goals g = {0};

	for (uint32_t row = 0; row < grid->row_count; row++)
		for (uint32_t c = 0; c < 2; c++)
		{
			Str text = grid_text(grid, row, c);

			if (text.len == 0 || !begins_item(&g, text))
				continue;
			read_cell(r, &g, text);
			grid_claim(r, grid, row, c, TRACE_VALUE, area->table);
		}
	finish_goal(r, &g);
}

/*
 * The line behind the item that begins at `line`.  *broken: a page ends inside
 * it, so that what follows may, for a target, be the rest of the goal beside it.
 */
static uint32_t
item_end(const Text *t, const Goals *g, uint32_t line, uint32_t end_line, bool *broken)
{
	Goals after = *g;
	uint32_t len;
	bool target;

	after.number = goal_number(number_text(t, line), &len, &target);
	*broken = false;
	for (line++; line < end_line; line++)
	{
		if (t->lines[line].furniture)
			continue;
		if (begins_item(&after, number_text(t, line)) || is_goals_head(line_text(t, line)))
			break;
		*broken |= t->lines[line].after_page;
	}
	return line;
}

static void
read_goals_lines(Reader *r, const Area *area)
{
	const Text *t = r->text;
	Goals g = {.in_lines = true};
	uint32_t line = area->from.line + (area->from.at >= t->lines[area->from.line].end);

	while (line < area->end_line && !r->arena->failed)
	{
		Place from = line_place(t, line);
		uint32_t end, len;
		bool broken, target;

		if (t->lines[line].furniture || !begins_item(&g, number_text(t, line)))
		{
			line++;
			continue;
		}
		end = item_end(t, &g, line, area->end_line, &broken);
		goal_number(number_text(t, line), &len, &target);
		if (!target)
			finish_goal(r, &g);
		if (!target || broken)
			g.doubt = target ? STATUS_AMBIGUOUS : STATUS_REPORTED;
		read_cell(r, &g, unwrap(r, from, end));
		claim(r, from, line_end_place(t, end - 1), TRACE_VALUE, area->table);
		line = end;
	}
	finish_goal(r, &g);
}

/* ---- From blocks ---- */

#define ITEMS_MAX 128

/* A goal or a target: its lines [first, end). */
typedef struct Item
{
	int number; /* of the goal */
	uint32_t first;
	uint32_t end;
	bool target;
	bool mixed; /* its block has items of the other kind too */
} Item;

typedef struct Items
{
	Item list[ITEMS_MAX];
	uint32_t count;
	bool stray;     /* a block begins in the middle of an item */
	Status numbers; /* in doubt: a goal is missing, and so may be other rows */
} Items;

bool
is_goals_head(Str s)
{
	static const char *const heads[] = {"metas",
	                                    "ods",
	                                    "odsmetas",
	                                    "objetivosdedesarrollo",
	                                    "sostenibleods",
	                                    "objetivosdedesarrollosostenible",
	                                    "objetivosdedesarrollosostenibleods",
	                                    "objetivosdedesarrollosostenibleodsmetas"};

	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		if (squeezed_equal(s, heads[i]))
			return true;
	return false;
}

int
item_number(Str s, uint32_t *len, bool *target)
{
	int number = goal_number(s, len, target);
	Str rest = number > 0 ? rest_of(s, *len) : NO_STR;

	return rest.len > 0 && !begins_lower(rest) ? number : 0;
}

/* "10.2" */
static bool
is_target_number(Str word)
{
	uint32_t at = 0;

	while (at < word.len && at < 2 && word.at[at] >= '0' && word.at[at] <= '9')
		at++;
	return at > 0 && at + 2 <= word.len && at + 3 >= word.len && word.at[at] == '.';
}

/* Does a target begin inside a line, or at its end?  Then the columns touch there. */
static bool
holds_item(Str s)
{
	Str before;
	uint32_t len;
	bool target;

	if (is_target_number(last_word(s, &before)))
		return true;
	for (uint32_t at = 1; at < s.len; at++)
		if (s.at[at - 1] == ' ' && s.at[at] >= '1' && s.at[at] <= '9' &&
		    item_number((Str){s.at + at, s.len - at}, &len, &target) > 0 && target)
			return true;
	return false;
}

static void
add_block_line(const Text *t, Items *items, uint32_t line)
{
	Item *last = items->count > 0 ? &items->list[items->count - 1] : NULL;
	uint32_t len;
	bool target;
	int number = item_number(line_text(t, line), &len, &target);
	bool goes_on = last && last->end == line && !t->lines[line].after_blank;

	if (number == 0)
	{
		if (goes_on)
			last->end = line + 1;
		else
			items->stray = true;
		return;
	}
	if (items->count == ITEMS_MAX)
	{
		items->stray = true;
		return;
	}
	items->list[items->count++] = (Item){number, line, line + 1, target, false};
	for (uint32_t i = items->count - 1; goes_on && i-- > 0;)
	{
		Item *other = &items->list[i];

		if (other->target != target)
			other->mixed = items->list[items->count - 1].mixed = true;
		goes_on = !t->lines[other->first].after_blank;
	}
}

/*
 * Adds an item's name, if no words of the column beside it stand in it: its
 * block is of one column, and its lines are wrapped as those of one cell.
 */
static void
add_block_name(Reader *r, const Items *items, const Item *item, FieldId field, uint32_t row)
{
	const Text *t = r->text;
	Str text = unwrap(r, line_place(t, item->first), item->end);
	Width width = {0, 0};
	uint32_t len;
	bool target;

	for (uint32_t i = 0; i < items->count; i++)
		if (items->list[i].target == item->target)
			width = wrap_wider(width, wrap_widest(t, items->list[i].first, items->list[i].end));
	goal_number(text, &len, &target);
	add_doubtful(r, field, row, rest_of(text, len),
	             items->stray || item->mixed || !wrap_is_cell(t, item->first, item->end, width)
	                 ? STATUS_AMBIGUOUS
	                 : STATUS_INFERRED);
}

static void
add_block_row(Reader *r, const Items *items, const Item *goal, const Item *target, uint32_t row)
{
	uint32_t len;
	bool ignored;
	Str digits = line_text(r->text, goal->first);

	goal_number(digits, &len, &ignored);
	draft_add(r->draft, FIELD_SDG_GOAL, row, items->numbers, (Str){digits.at, len - 1});
	add_block_name(r, items, goal, FIELD_SDG_GOAL_NAME, row);
	if (!target)
		return;
	digits = line_text(r->text, target->first);
	goal_number(digits, &len, &ignored);
	draft_add(r->draft, FIELD_SDG_TARGET, row, items->numbers, (Str){digits.at, len});
	add_block_name(r, items, target, FIELD_SDG_TARGET_NAME, row);
}

/* Sorts the lines into items; false: one holds words of both columns. */
static bool
sort_block_lines(const Text *t, Items *items, Place from, const Area *area, const Strays *strays)
{
	for (uint32_t i = from.line; i < area->end_line + strays->count; i++)
	{
		uint32_t line = i < area->end_line ? i : strays->lines[i - area->end_line];

		if (t->lines[line].furniture || is_goals_head(line_text(t, line)))
			continue;
		if (holds_item(line_text(t, line)))
			return false;
		add_block_line(t, items, line);
	}
	return true;
}

static bool
has_goal(const Items *items, int number)
{
	for (uint32_t i = 0; i < items->count; i++)
		if (!items->list[i].target && items->list[i].number == number)
			return true;
	return false;
}

static bool
has_all_goals(const Items *items)
{
	for (uint32_t i = 0; i < items->count; i++)
		if (!has_goal(items, items->list[i].number))
			return false;
	return true;
}

/*
 * Goals and targets come as blocks in any order: a target's number says which goal
 * is its.  False, and nothing added: the columns touch.
 */
static bool
read_goals_blocks(Reader *r, const Area *area, const Strays *strays)
{
	const Text *t = r->text;
	Items *items = arena_alloc(r->scratch, sizeof(Items));
	Place from = area->from;
	uint32_t row = 0;

	if (!items || !skip_to_visible(t, &from, area->end_line))
		return false;
	items->count = 0;
	items->stray = false;
	if (!sort_block_lines(t, items, from, area, strays))
		return false;
	items->numbers = has_all_goals(items) ? STATUS_REPORTED : STATUS_AMBIGUOUS;
	for (uint32_t i = 0; i < items->count; i++)
	{
		const Item *goal = &items->list[i];
		bool alone = true;

		for (uint32_t k = 0; k < items->count && !goal->target; k++)
			if (items->list[k].target && items->list[k].number == goal->number)
			{
				add_block_row(r, items, goal, &items->list[k], row++);
				alone = false;
			}
		if (alone && !goal->target)
			add_block_row(r, items, goal, NULL, row++);
		claim(r, line_place(t, goal->first), line_end_place(t, goal->end - 1), TRACE_VALUE,
		      area->table);
	}
	return true;
}

/* ---- Targets that strayed ---- */

/* Does a line of the table's area begin an item of this number? */
static bool
area_has(const Text *t, const Area *area, int number, bool target)
{
	for (uint32_t i = area->from.line; i < area->end_line; i++)
	{
		uint32_t len;
		bool is_target;

		if (!t->lines[i].furniture && item_number(line_text(t, i), &len, &is_target) == number &&
		    is_target == target)
			return true;
	}
	return false;
}

/*
 * Does a block of a narrative begin, on this line, with a target of a goal that has
 * none yet?  A text may speak of targets too.
 */
static bool
is_stray_target(const Text *t, const Area *area, uint32_t line)
{
	uint32_t len;
	bool target;
	int number;

	if (is_goals_head(line_text(t, line)))
		line++;
	number = line < t->line_count ? item_number(line_text(t, line), &len, &target) : 0;
	return number > 0 && target && area_has(t, area, number, false) &&
	       !area_has(t, area, number, true);
}

/* Where a text gives a page in blocks, targets may stand behind what follows the table. */
static Strays
find_strays(Reader *r, const Area *area)
{
	const Text *t = r->text;
	const Entry *next = outline_find(r->outline, FIELD_SDG_CONTRIBUTION);
	Strays strays = {0};
	uint32_t end, last;

	if (!t->blocks || !next || next->start.line != area->end_line)
		return strays;
	last = stray_end(r, next->label_end.line);
	last = next->end_line < last ? next->end_line : last;
	for (uint32_t i = next->label_end.line + 1; i < last; i = end)
	{
		end = block_end(t, i, last);
		if (!t->lines[i].after_blank || !is_stray_target(t, area, i))
			continue;
		for (; i < end; i++)
			if (!t->lines[i].furniture &&
			    arena_grow(r->scratch, (void **) &strays.lines, strays.count, &strays.capacity,
			               sizeof(uint32_t)))
				strays.lines[strays.count++] = i;
	}
	return strays;
}

/* ---- Columns kept by position ---- */

static Str
side_text(const Reader *r, const SplitLine *line, bool right)
{
	return piece_text(r->text, right ? line->right : line->left);
}

#define HEAD_LINES 6
#define NUMBER_MAX 6 /* characters of a target's number, and one more */

/* Does the header of the left column end with this line: "(ODS)"? */
static bool
ends_head(Str s)
{
	char squeezed[64];
	uint32_t len = squeeze(s, squeezed, sizeof(squeezed));

	return len >= 3 && len <= sizeof(squeezed) && memcmp(squeezed + len - 3, "ods", 3) == 0;
}

/* Takes out headers, which may be wrapped, and which page breaks may repeat. */
static void
drop_heads(const Reader *r, Split *split)
{
	for (uint32_t i = 0; i < split->count; i++)
	{
		uint32_t end = i;

		if (!squeezed_prefix(side_text(r, &split->lines[i], false), "objetivosde", NULL))
			continue;
		while (end < split->count && end < i + HEAD_LINES &&
		       !ends_head(side_text(r, &split->lines[end], false)))
			end++;
		if (end == split->count || end == i + HEAD_LINES)
			continue;
		for (; i <= end; i++)
		{
			split->lines[i].left = (Piece){0, 0};
			if (squeezed_equal(side_text(r, &split->lines[i], true), "metas"))
				split->lines[i].right = (Piece){0, 0};
		}
	}
}

/* The items of one column, in order; UINT32_MAX: a line belongs to none. */
static uint32_t
column_items(const Reader *r, const Split *split, bool right, Item *items)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < split->count; i++)
	{
		Str s = side_text(r, &split->lines[i], right);
		uint32_t len;
		bool target;
		int number;

		if (s.len == 0)
			continue;
		number = goal_number(s, &len, &target);
		if (number > 0 && target == right && count < ITEMS_MAX)
			items[count++] = (Item){.number = number, .first = i, .end = i + 1, .target = right};
		else if (count == 0)
			return UINT32_MAX;
		items[count - 1].end = i + 1;
	}
	return count;
}

static Str
item_text(Reader *r, const Split *split, const Item *item, bool right)
{
	Piece *pieces = arena_alloc(r->scratch, (item->end - item->first) * sizeof(Piece));
	uint32_t count = 0;

	for (uint32_t i = item->first; pieces && i < item->end; i++)
		if (side_text(r, &split->lines[i], right).len > 0)
			pieces[count++] = right ? split->lines[i].right : split->lines[i].left;
	return pieces ? unwrap_pieces(r, pieces, count) : NO_STR;
}

/* Words of a line in doubt may be an item's that it seems to have none of, or to stand behind. */
static Status
doubt_of(const Split *split, const Item *item)
{
	for (uint32_t i = item->first; i < item->end || (i == item->end && i < split->count); i++)
		if (split->lines[i].doubtful)
			return STATUS_AMBIGUOUS;
	return STATUS_REPORTED;
}

static void
add_column_goals(Reader *r, const Split *split, const Item *goals, uint32_t goal_count,
                 const Item *targets, uint32_t target_count)
{
	Goals g = {0};
	uint32_t target = 0;

	for (uint32_t i = 0; i < goal_count; i++)
	{
		Status doubt = doubt_of(split, &goals[i]);

		finish_goal(r, &g);
		g.doubt = doubt;
		read_cell(r, &g, item_text(r, split, &goals[i], false));
		for (; target < target_count && targets[target].number == goals[i].number; target++)
		{
			Status own = doubt_of(split, &targets[target]);

			/* one row gives both names */
			g.doubt = own != STATUS_REPORTED ? own : doubt;
			read_cell(r, &g, item_text(r, split, &targets[target], true));
		}
	}
	finish_goal(r, &g);
}

/* Does a target's number stand inside a goal's text, if only glued to a word?  The columns touch.
 */
static bool
holds_target(Str text, int goal)
{
	for (uint32_t at = 1; at < text.len; at++)
	{
		uint32_t rest = text.len - at;
		Str word = {text.at + at, rest < NUMBER_MAX ? rest : NUMBER_MAX};
		const char *space = memchr(word.at, ' ', word.len);
		char before = text.at[at - 1];
		int number = 0;

		if (before == '.' || (before >= '0' && before <= '9'))
			continue;
		if (space)
			word.len = (uint32_t) (space - word.at);
		for (uint32_t i = 0; i < word.len && word.at[i] >= '0' && word.at[i] <= '9'; i++)
			number = 10 * number % 1000 + (word.at[i] - '0');
		if (number == goal && is_target_number(word))
			return true;
	}
	return false;
}

/* Do the targets follow their goals' order, each with its goal there? */
static bool
targets_fit(const Item *goals, uint32_t goal_count, const Item *targets, uint32_t target_count)
{
	uint32_t target = 0;

	for (uint32_t i = 0; i < goal_count; i++)
		while (target < target_count && targets[target].number == goals[i].number)
			target++;
	return target == target_count;
}

static bool
read_goals_columns(Reader *r, const Area *area)
{
	static const Columns columns = {.left = INT32_MAX, .begins_right = is_target_number};
	Item *items = arena_alloc(r->scratch, ITEMS_MAX * sizeof(Item));
	Item *targets = arena_alloc(r->scratch, ITEMS_MAX * sizeof(Item));
	Split split;
	uint32_t goal_count, target_count;

	if (!items || !targets || !split_columns(r, area, &columns, &split))
		return false;
	drop_heads(r, &split);
	goal_count = column_items(r, &split, false, items);
	target_count = column_items(r, &split, true, targets);
	if (goal_count == UINT32_MAX || target_count == UINT32_MAX ||
	    !targets_fit(items, goal_count, targets, target_count))
		return false;
	for (uint32_t i = 0; i < goal_count; i++)
		if (holds_target(item_text(r, &split, &items[i], false), items[i].number))
			return false;
	add_column_goals(r, &split, items, goal_count, targets, target_count);
	for (uint32_t i = 0; i < split.words.count; i++)
		word_claim(r, &split.words.words[i], TRACE_VALUE, area->table);
	return true;
}

/* Does a page end in the table?  The rest of a goal may then stand behind its target. */
static bool
is_cut(const Text *t, const Area *area)
{
	return next_page_line(t, area->from.line + 1, area->end_line) < area->end_line;
}

void
read_sdgs(Reader *r, const Area *area)
{
	Strays strays = find_strays(r, area);
	Grid grid;

	/* where columns stand side by side, lines would mix them: what cannot be told apart stays
	 * unmapped */
	if (r->text->positioned)
	{
		if (!read_goals_columns(r, area))
			read_named_goals(r, area, &strays, false);
	}
	else if (grid_read(r, area, &grid))
		read_goals_grid(r, area, &grid);
	else if (r->text->blocks)
	{
		if (read_named_goals(r, area, &strays, false) || read_goals_blocks(r, area, &strays))
			for (uint32_t i = 0; i < strays.count; i++)
				stray_take(r, area->table, strays.lines[i]);
	}
	else if (!read_named_goals(r, area, &strays, !is_cut(r->text, area)))
		read_goals_lines(r, area);
}

/* ---- Executors ---- */

static bool
has_letters(Str s)
{
	uint32_t at = 0;
	unsigned char c;

	while ((c = squeeze_next(s.at, &at, s.len)) >= '0' && c <= '9')
		;
	return c != 0;
}

/* The line behind an institution, which goes on in lower case or inside a parenthesis. */
static uint32_t
institution_end(const Text *t, uint32_t line, uint32_t end_line)
{
	uint32_t end = line + 1;
	int depth = 0;

	for (uint32_t i = line; i < end; i++)
	{
		Str s = line_text(t, i);

		for (uint32_t k = 0; k < s.len; k++)
			depth += (s.at[k] == '(') - (s.at[k] == ')');
		if (i + 1 < end_line && (depth > 0 || is_name_rest(line_text(t, i + 1))))
			end = i + 2;
	}
	return end;
}

void
read_institutions(Reader *r, uint32_t line, uint32_t end_line, Status doubt)
{
	while (line < end_line)
	{
		uint32_t end = institution_end(r->text, line, end_line);
		Str text = unwrap(r, line_place(r->text, line), end);

		if (has_letters(text)) /* a page's number may stand among them */
		{
			add_doubtful(r, FIELD_EXECUTOR_TYPE, r->executors++, text, doubt);
			claim(r, line_place(r->text, line), line_end_place(r->text, end - 1), TRACE_VALUE,
			      FIELD_EXECUTORS);
		}
		line = end;
	}
}

void
read_executors(Reader *r, const Area *area)
{
	read_institutions(r, area->from.line + 1, area->end_line, STATUS_REPORTED);
}
