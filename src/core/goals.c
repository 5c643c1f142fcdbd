/*
 * goals.c
 *		Development goals and their targets (7.2), and executing institutions
 *		(4.2): tables of text in one or two columns.
 *
 * src/core/goals.c
 */
#include "table.h"

#include <string.h>

/* ---- Goals ---- */

/*
 * The number at the start of s: "8." begins a goal, "8.3" or "5.a" a target.
 * *len is its length, the full stop of a goal included; 0: neither.
 */
static int
goal_number(Str s, uint32_t *len, bool *target)
{
	uint32_t at = 0;
	int number = 0;

	while (at < s.len && at < 2 && s.at[at] >= '0' && s.at[at] <= '9')
		number = 10 * number + (s.at[at++] - '0');
	*len = 0;
	if (number < 1 || number > 17 || at + 1 >= s.len || s.at[at] != '.')
		return 0;
	*target = s.at[at + 1] != ' ';
	at++;
	if (*target)
		while (at < s.len && ((s.at[at] >= '0' && s.at[at] <= '9') ||
		                      (s.at[at] >= 'a' && s.at[at] <= 'z' && s.at[at - 1] == '.')))
			at++;
	if (at >= s.len || s.at[at] != ' ' || s.at[at - 1] == (*target ? '.' : ' '))
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
} Goals;

static void
add_goal_row(Reader *r, Goals *g)
{
	draft_add(r->draft, FIELD_SDG_GOAL, g->rows, STATUS_REPORTED, g->digits);
	add_cell(r, FIELD_SDG_GOAL_NAME, g->rows, g->name);
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
	*g = (Goals){number, {text.at, len - 1}, rest_of(text, len), false, g->rows};
}

static void
add_target(Reader *r, Goals *g, Str text, uint32_t len)
{
	add_goal_row(r, g);
	g->has_target = true;
	draft_add(r->draft, FIELD_SDG_TARGET, g->rows - 1, STATUS_REPORTED, (Str){text.at, len});
	add_cell(r, FIELD_SDG_TARGET_NAME, g->rows - 1, rest_of(text, len));
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
	else
		begin_goal(r, g, text, len, number);
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

/* All of one cell: a goal, or targets one after the other. */
static void
read_cell(Reader *r, Goals *g, Str cell)
{
	uint32_t start = 0;

	if (!begins_item(g, cell))
		return;
	for (uint32_t at = 1; at <= cell.len; at++)
	{
		uint32_t len;
		bool target;
		bool next = at < cell.len && cell.at[at - 1] == ' ' &&
		            goal_number((Str){cell.at + at, cell.len - at}, &len, &target) == g->number &&
		            g->number > 0 && target;

		if (!next && at < cell.len)
			continue;
		add_item(r, g, str_trim((Str){cell.at + start, at - start}));
		start = at;
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

static void
read_goals_lines(Reader *r, const Area *area)
{
	const Text *t = r->text;
	Goals g = {0};
	uint32_t line = area->from.line + (area->from.at >= t->lines[area->from.line].end);

	while (line < area->end_line)
	{
		uint32_t end = line + 1;
		Place from = line_place(t, line);

		if (!begins_item(&g, line_text(t, line)))
		{
			line++;
			continue;
		}
		add_item(r, &g, line_text(t, line)); /* the number, so that begins_item knows it */
		while (end < area->end_line && !begins_item(&g, line_text(t, end)))
			end++;
		if (g.has_target)
			r->draft->facts[r->draft->count - 1].text =
			    rest_of(unwrap(r, from, end), r->draft->facts[r->draft->count - 2].text.len);
		else
			g.name = rest_of(unwrap(r, from, end), g.digits.len + 1);
		claim(r, from, (Place){end - 1, t->lines[end - 1].end}, TRACE_VALUE, area->table);
		line = end;
	}
	finish_goal(r, &g);
}

void
read_sdgs(Reader *r, const Area *area)
{
	Grid grid;

	if (grid_read(r, area, &grid))
		read_goals_grid(r, area, &grid);
	else
		read_goals_lines(r, area);
}

/* ---- Executors ---- */

/* One institution to a line; a line that goes on begins in lower case or inside a parenthesis. */
void
read_executors(Reader *r, const Area *area)
{
	const Text *t = r->text;
	uint32_t row = 0;
	uint32_t line = area->from.line + 1;

	while (line < area->end_line)
	{
		uint32_t end = line + 1;
		int depth = 0;
		Str text;

		for (uint32_t i = line; i < end && i < area->end_line; i++)
		{
			Str s = line_text(t, i);

			for (uint32_t k = 0; k < s.len; k++)
				depth += (s.at[k] == '(') - (s.at[k] == ')');
			if (i + 1 < area->end_line && (depth > 0 ||
			                               (t->clean.at[t->lines[i + 1].start] >= 'a' &&
			                                t->clean.at[t->lines[i + 1].start] <= 'z') ||
			                               t->clean.at[t->lines[i + 1].start] == '('))
				end = i + 2;
		}
		text = unwrap(r, line_place(t, line), end);
		if (text.len > 0)
			add_cell(r, FIELD_EXECUTOR_TYPE, row++, text);
		claim(r, line_place(t, line), (Place){end - 1, t->lines[end - 1].end}, TRACE_VALUE,
		      area->table);
		line = end;
	}
}
