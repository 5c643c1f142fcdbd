/*
 * detached.c
 *		Values that stand as blocks behind several labels.
 *
 * Labels come in their order, and so do their blocks: where there are as many
 * of these as labels, and each can be the value of its label, they are taken
 * as such.  Where a section has runs of other counts, a value of one may stand
 * behind another, and none of them is known.
 *
 * src/core/detached.c
 */
#include "number.h"
#include "table.h"

#include <string.h>

#define RUN_MAX 16

typedef struct Block
{
	uint32_t from;
	uint32_t end;
} Block;

/* The labels of a run: entries [first, last]; the blocks stand in the last one's body. */
typedef struct Run
{
	uint32_t first;
	uint32_t last;
	Block blocks[RUN_MAX];
	uint32_t block_count; /* may be more than fit */
} Run;

static bool
has_body(const Entry *e)
{
	return e->end_line > e->label_end.line + 1;
}

/* Does a block that is not whole, as the absent phrase over two, go on with these lines? */
static bool
is_absent(Reader *r, uint32_t from, uint32_t end)
{
	return value_status(unwrap(r, line_place(r->text, from), end), TYPE_TEXT) == STATUS_ABSENT;
}

/* Does a line go on with the block before it?  A figure is a value of its own. */
static bool
joins(Reader *r, const Block *last, uint32_t line)
{
	if (r->text->lines[line].after_blank)
		return is_absent(r, last->from, line + 1);
	return !is_figure(line_text(r->text, line));
}

static void
add_line(Reader *r, Run *run, uint32_t line)
{
	Block *last = &run->blocks[run->block_count > 0 ? run->block_count - 1 : 0];

	if (run->block_count > RUN_MAX)
		return;
	if (run->block_count > 0 && joins(r, last, line))
		last->end = line + 1;
	else if (++run->block_count <= RUN_MAX)
		run->blocks[run->block_count - 1] = (Block){line, line + 1};
}

static void
find_blocks(Reader *r, Run *run)
{
	const Entry *e = &r->outline->entries[run->last];

	for (uint32_t i = e->label_end.line + 1; i < e->end_line; i++)
		if (!r->text->lines[i].furniture)
			add_line(r, run, i);
}

/* Sentences may be of several blocks, which do not count as one. */
static bool
can_be(Reader *r, FieldId field, const Block *block)
{
	Str text = unwrap(r, line_place(r->text, block->from), block->end);
	Status status = value_status(text, form_fields[field].type);

	return status == STATUS_ABSENT || status == STATUS_NOT_APPLICABLE ||
	       (status == STATUS_REPORTED && !begins_lower(text) &&
	        !strchr(".,:;", text.at[text.len - 1]));
}

static bool
is_even(Reader *r, const Run *run)
{
	if (run->block_count != run->last - run->first + 1 || run->block_count > RUN_MAX)
		return false;
	for (uint32_t i = 0; i < run->block_count; i++)
		if (!can_be(r, r->outline->entries[run->first + i].field, &run->blocks[i]))
			return false;
	return true;
}

/* The run that begins with an entry. */
static Run
read_run(Reader *r, uint32_t first)
{
	const Outline *o = r->outline;
	Run run = {.first = first, .last = first};

	while (!has_body(&o->entries[run.last]) && run.last + 1 < o->count &&
	       o->entries[run.last + 1].detached)
		run.last++;
	find_blocks(r, &run);
	return run;
}

Str
detached_value(Reader *r, const Entry *entry, bool *known)
{
	const Outline *o = r->outline;
	uint32_t at = (uint32_t) (entry - o->entries);
	uint32_t first = at;
	Str value = NO_STR;

	*known = true;
	while (first > 0 && !o->entries[first - 1].heading)
		first--;
	for (uint32_t i = first; *known && i < o->count && !o->entries[i].heading;)
	{
		Run run = {.last = i};

		if (o->entries[i].detached)
		{
			run = read_run(r, i);
			*known = is_even(r, &run);
			if (*known && at >= run.first && at <= run.last)
				value = unwrap(r, line_place(r->text, run.blocks[at - run.first].from),
				               run.blocks[at - run.first].end);
		}
		i = run.last + 1;
	}
	return *known ? value : NO_STR;
}
