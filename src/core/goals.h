/*
 * goals.h
 *		What the readers of the development goals share.
 *
 * src/core/goals.h
 */
#ifndef PROGSOC_GOALS_H
#define PROGSOC_GOALS_H

#include "table.h"

/*
 * The number at the start of s: "8." begins a goal, "8.3" or "5.a" a target.
 * *len is its length, the full stop of a goal included; 0: neither.
 */
extern int goal_number(Str s, uint32_t *len, bool *target);

/* The same where no small letter follows it, as behind the number of an item. */
extern int item_number(Str s, uint32_t *len, bool *target);

extern bool is_goals_head(Str s); /* or a part of it, as pages repeat it among blocks */

/* Lines of targets that stand behind the table's area. */
typedef struct Strays
{
	uint32_t *lines;
	uint32_t count;
	uint32_t capacity;
} Strays;

/*
 * Are there other words in a goal's name, or behind it, or does it break off?  One
 * that only begins as it is known is another wording.
 */
extern bool goal_is_torn(int number, Str name);

/*
 * Reads goals whose names are known, wherever their lines stand among those of the
 * targets.  False, and nothing added: a name is not as it should be, or only_mixed
 * is asked for, and each name stands in one piece.
 */
extern bool read_named_goals(Reader *r, const Area *area, const Strays *strays, bool only_mixed);

#endif /* PROGSOC_GOALS_H */
