/*
 * goal_names.c
 *		Development goals by the words of their names.
 *
 * The goals' names are the same in all reports.  So a line that goes on with a
 * goal's name is of the goal, and what else stands on it, or on other lines, is of
 * the target beside it, in whatever order an extractor gives the two columns.
 *
 * src/core/goal_names.c
 */
#include "goals.h"

#include <stdio.h>
#include <string.h>

#define WORDINGS_MAX 2
#define ITEMS_MAX    128
#define SURE_WORDS   3 /* so many words of a name are none of a target by chance */

static const struct
{
	int number;
	const char *text;
} goals[] = {
#define GOAL(number, text) {number, text},
#include "goal_data.h"
#undef GOAL
};

#define GOAL_COUNT (sizeof(goals) / sizeof(goals[0]))

/* A goal's name, as far as it was found, by each wording that it may have. */
typedef struct Name
{
	const char *wordings[WORDINGS_MAX]; /* what is left of them; NULL: the words were others */
} Name;

typedef struct Item
{
	int number; /* of the goal */
	bool target;
	bool doubtful; /* words may be of the item beside it */
	Str digits;
	Name name; /* of a goal */
	Piece *pieces;
	uint32_t count;
	uint32_t capacity;
} Item;

typedef struct Items
{
	Item list[ITEMS_MAX];
	uint32_t count;
	const Item *last; /* that words were added to */
	bool mixed;       /* a goal's name goes on behind words of another item */
} Items;

/* ---- Names ---- */

static Name
name_of(int number)
{
	Name name = {{NULL}};
	int count = 0;

	for (size_t i = 0; i < GOAL_COUNT; i++)
		if (goals[i].number == number && count < WORDINGS_MAX)
			name.wordings[count++] = goals[i].text;
	return name;
}

/* What is left of a wording behind a word; NULL: another word comes next. */
static const char *
past_word(const char *wording, Str word)
{
	uint32_t len = wording ? (uint32_t) strlen(wording) : 0;
	uint32_t at = 0;
	uint32_t in_word = 0;
	unsigned char c;

	while ((c = squeeze_next(word.at, &in_word, word.len)) != 0)
		if (squeeze_next(wording, &at, len) != c)
			return NULL;
	return wording + at;
}

/* How many words go on with a name, which moves behind them. */
static uint32_t
follow_name(Name *name, const Word *words, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
	{
		Name next;
		bool alive = false;

		for (int k = 0; k < WORDINGS_MAX; k++)
		{
			next.wordings[k] =
			    name->wordings[k] ? past_word(name->wordings[k], words[i].text) : NULL;
			alive |= next.wordings[k] != NULL;
		}
		if (!alive)
			return i;
		*name = next;
	}
	return count;
}

/* Is the name there, up to where it, or a shorter form of it, ends? */
static bool
is_complete(const Name *name)
{
	for (int k = 0; k < WORDINGS_MAX; k++)
		if (name->wordings[k] && (*name->wordings[k] == '\0' || *name->wordings[k] == '|'))
			return true;
	return false;
}

/* Is it there up to its colon?  Titles are printed without their aims, too. */
static bool
is_title(const Name *name)
{
	for (int k = 0; k < WORDINGS_MAX; k++)
		if (name->wordings[k] && *name->wordings[k] == ':')
			return true;
	return false;
}

bool
goal_is_torn(int number, Str name)
{
	Name known = name_of(number);
	bool colon = name.len > 0 && name.at[name.len - 1] == ':'; /* an aim would follow it */
	uint32_t followed = 0; /* words, since one that is another's */
	bool other = false;
	uint32_t end = 0;
	Word word;

	for (uint32_t start = 0; start < name.len; start = end + 1)
	{
		for (end = start; end < name.len && name.at[end] != ' ';)
			end++;
		word = (Word){.text = {name.at + start, end - start}};
		if (follow_name(&known, &word, 1) == 0)
		{
			other = true;
			followed = 0;
		}
		else if (++followed >= SURE_WORDS && other)
			return true;
	}
	return is_complete(&known) ? other : !other && (colon || !is_title(&known));
}

/* ---- Items ---- */

static Item *
add_item(Items *items, const Word *word, int number, bool target, uint32_t len)
{
	Item *item = &items->list[items->count];

	if (items->count == ITEMS_MAX)
		return NULL;
	items->count++;
	*item = (Item){.number = number,
	               .target = target,
	               .digits = {word->text.at, target ? len : len - 1},
	               .name = name_of(number)};
	return item;
}

/* Words that follow one another on a line are a piece of an item. */
static bool
add_words(Reader *r, Items *items, Item *item, const Word *words, uint32_t count)
{
	if (!item || count == 0)
		return item != NULL;
	if (!arena_grow(r->scratch, (void **) &item->pieces, item->count, &item->capacity,
	                sizeof(Piece)))
		return false;
	item->pieces[item->count++] =
	    (Piece){words[0].start, words[count - 1].start + words[count - 1].text.len};
	items->last = item;
	return true;
}

/* The last goal whose name goes on, or the last target; NULL: none. */
static Item *
last_item(Items *items, bool target)
{
	for (uint32_t i = items->count; i-- > 0;)
		if (items->list[i].target == target &&
		    (target || !is_complete(&items->list[i].name) || items->list[i].count == 0))
			return &items->list[i];
	return NULL;
}

/* The number that an item begins with at a word; 0: none begins there. */
static int
number_at(const Reader *r, const Word *word, bool *target, uint32_t *len)
{
	uint32_t end = r->text->lines[word->line].end;

	return item_number((Str){word->text.at, end - word->start}, len, target);
}

/* "11.7", "5.a" as the last word of a line: the text of this goal's target is on the next one. */
static bool
is_bare_target(Str word, int number)
{
	char target[8];
	int len = snprintf(target, sizeof(target), "%d.", number);

	return word.len > (uint32_t) len && word.len <= (uint32_t) len + 2 &&
	       memcmp(word.at, target, (size_t) len) == 0 &&
	       ((word.at[len] >= '1' && word.at[len] <= '9') ||
	        (word.at[len] >= 'a' && word.at[len] <= 'd' && word.len == (uint32_t) len + 1));
}

/* Words of a target, among which the next of its goal's targets may begin. */
static bool
add_target_words(Reader *r, Items *items, Item *item, const Word *words, uint32_t count)
{
	uint32_t first = 0;

	for (uint32_t i = 1; i < count && item; i++)
	{
		bool target;
		uint32_t len;
		bool next = number_at(r, &words[i], &target, &len) == item->number && target;

		if (!next && i + 1 == count && is_bare_target(words[i].text, item->number))
		{
			next = true;
			len = words[i].text.len;
		}
		if (!next)
			continue;
		if (!add_words(r, items, item, words + first, i - first))
			return false;
		item = add_item(items, &words[i], item->number, true, len);
		first = i + 1;
	}
	return add_words(r, items, item, words + first, count - first);
}

/* A target from its number on, to the end of the line. */
static bool
begin_target(Reader *r, Items *items, const Word *words, uint32_t count)
{
	bool target;
	uint32_t len;
	int number = count > 0 ? number_at(r, words, &target, &len) : 0;

	return number > 0 && target &&
	       add_target_words(r, items, add_item(items, words, number, true, len), words + 1,
	                        count - 1);
}

/* A goal from its number on, and perhaps a target beside it. */
static bool
begin_goal(Reader *r, Items *items, const Word *words, uint32_t count, int number, uint32_t len)
{
	Item *goal = add_item(items, words, number, false, len);
	uint32_t named;

	if (!goal)
		return false;
	named = follow_name(&goal->name, words + 1, count - 1);
	return named > 0 && add_words(r, items, goal, words + 1, named) &&
	       (named + 1 == count || begin_target(r, items, words + 1 + named, count - 1 - named));
}

/* A line that begins no item: of a name, of a target, or of both. */
static bool
go_on(Reader *r, Items *items, const Word *words, uint32_t count)
{
	Item *goal = last_item(items, false);
	Item *target = last_item(items, true);
	Name name = goal ? goal->name : (Name){{NULL}};
	uint32_t named = goal ? follow_name(&name, words, count) : 0;
	bool begins;
	uint32_t len;

	if (named > 0 && named < count && number_at(r, &words[named], &begins, &len) == 0 &&
	    !is_complete(&name) && named < SURE_WORDS)
	{
		goal->doubtful = true;
		if (target)
			target->doubtful = true;
		named = 0;
	}
	if (named > 0)
	{
		goal->name = name;
		items->mixed |= items->last != goal;
		if (!add_words(r, items, goal, words, named))
			return false;
	}
	if (named == count || begin_target(r, items, words + named, count - named))
		return true;
	return add_target_words(r, items, target, words + named, count - named);
}

static bool
read_line(Reader *r, Items *items, const Word *words, uint32_t count)
{
	bool target;
	uint32_t len;
	int number = number_at(r, words, &target, &len);

	if (number > 0 && target)
		return begin_target(r, items, words, count);
	if (number > 0)
		return begin_goal(r, items, words, count, number, len);
	return go_on(r, items, words, count);
}

static bool
read_lines(Reader *r, Items *items, const Words *w)
{
	uint32_t end;

	for (uint32_t i = 0; i < w->count; i = end)
	{
		for (end = i + 1; end < w->count && w->words[end].line == w->words[i].line; end++)
			;
		if (!is_goals_head(line_text(r->text, w->words[i].line)) &&
		    !read_line(r, items, &w->words[i], end - i))
			return false;
	}
	return true;
}

/* Is each goal there once and whole, and the goal of each target? */
static bool
are_whole(const Items *items)
{
	for (uint32_t i = 0; i < items->count; i++)
	{
		const Item *item = &items->list[i];
		uint32_t of_number = 0;

		for (uint32_t k = 0; k < items->count; k++)
			of_number += !items->list[k].target && items->list[k].number == item->number;
		if (of_number != 1 || item->count == 0 || (!item->target && !is_complete(&item->name)))
			return false;
	}
	return items->count > 0;
}

/* ---- Rows ---- */

static void
add_name(Reader *r, FieldId field, uint32_t row, const Item *item)
{
	add_doubtful(r, field, row, unwrap_pieces(r, item->pieces, item->count),
	             item->doubtful ? STATUS_AMBIGUOUS : STATUS_INFERRED);
}

static void
add_row(Reader *r, uint32_t row, const Item *goal, const Item *target)
{
	draft_add(r->draft, FIELD_SDG_GOAL, row, STATUS_REPORTED, goal->digits);
	add_name(r, FIELD_SDG_GOAL_NAME, row, goal);
	if (!target)
		return;
	draft_add(r->draft, FIELD_SDG_TARGET, row, STATUS_REPORTED, target->digits);
	add_name(r, FIELD_SDG_TARGET_NAME, row, target);
}

static void
add_rows(Reader *r, const Items *items)
{
	uint32_t row = 0;

	for (uint32_t i = 0; i < items->count; i++)
	{
		const Item *goal = &items->list[i];
		uint32_t first = row;

		for (uint32_t k = 0; k < items->count && !goal->target; k++)
			if (items->list[k].target && items->list[k].number == goal->number)
				add_row(r, row++, goal, &items->list[k]);
		if (row == first && !goal->target)
			add_row(r, row++, goal, NULL);
	}
}

/* The words of the area, and behind them those of the lines that strayed from it. */
static Words
all_words(Reader *r, const Area *area, const Strays *strays)
{
	Words w = words_read(r, area);
	Words all = {0};
	uint32_t capacity = 0;

	if (strays->count == 0)
		return w;
	words_append(r, &all, &capacity, &w);
	for (uint32_t i = 0; i < strays->count; i++)
	{
		w = words_of_line(r, strays->lines[i]);
		words_append(r, &all, &capacity, &w);
	}
	return all;
}

bool
read_named_goals(Reader *r, const Area *area, const Strays *strays, bool only_mixed)
{
	Items *items = arena_alloc(r->scratch, sizeof(Items));
	Words w = all_words(r, area, strays);

	if (!items)
		return false;
	*items = (Items){.count = 0};
	if (!read_lines(r, items, &w) || !are_whole(items) || (only_mixed && !items->mixed))
		return false;
	add_rows(r, items);
	for (uint32_t i = 0; i < w.count; i++)
		word_claim(r, &w.words[i],
		           is_goals_head(line_text(r->text, w.words[i].line)) ? TRACE_LABEL : TRACE_VALUE,
		           area->table);
	return true;
}
