/*
 * row_shares.h
 *		Which lines belong to which row of a table whose columns are kept by
 *		position.
 *
 * The cells of a row stand beside one another, all at its top or all around
 * its middle.  Nothing is printed between rows, but a row is known by lines
 * that it has once, such as its name's; the border between two rows lies
 * somewhere between theirs.
 *
 * src/core/row_shares.h
 */
#ifndef PROGSOC_ROW_SHARES_H
#define PROGSOC_ROW_SHARES_H

#include "core.h"

/* What stands on a line. */
typedef struct RowLine
{
	bool left;   /* something of the first column */
	bool right;  /* something of the column that is wrapped most */
	bool value;  /* something of columns that have one line in each row */
	bool begin;  /* a cell of the right column may begin here, and one end before */
	bool must;   /* and one does end before */
	bool page;   /* a page begins here */
	bool unsure; /* what is of which column is not sure */
} RowLine;

/* A row holds the lines [mark, mark_end), and which others is to be found. */
typedef struct RowShare
{
	uint32_t mark;
	uint32_t mark_end;
	uint32_t first;
	bool doubtful;     /* it may begin elsewhere as well: */
	uint32_t earliest; /* the lines [earliest, latest) may be of this row or of the one before */
	uint32_t latest;
} RowShare;

/* Finds where each row begins.  False: the lines do not stand as those of rows do. */
extern bool share_rows(Arena *scratch, const RowLine *lines, uint32_t count, RowShare *rows,
                       uint32_t row_count);

#endif /* PROGSOC_ROW_SHARES_H */
