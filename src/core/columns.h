/*
 * columns.h
 *		Cells of texts that keep columns by position (pdftotext -layout,
 *		txtwrite), made into grids.
 *
 * Such texts print what stands side by side on one line, at about its place
 * across the page.  Columns shift by some characters from row to row, cells
 * wrap over lines, and a cell may be centred beside a taller one.
 *
 * src/core/columns.h
 */
#ifndef PROGSOC_COLUMNS_H
#define PROGSOC_COLUMNS_H

#include "table.h"
#include "wrap.h"

/* A stretch across the page, in characters. */
typedef struct Extent
{
	int left;
	int right;
} Extent;

/* The place of the words [from, to) of one line across the page. */
extern Extent word_extent(const Text *text, const Word *from, const Word *to);

/* How far a row of cells may stand aside from its heads, in characters. */
typedef struct Shift
{
	int left;
	int right;
} Shift;

/* Figures aligned right or centred, under heads that begin where their columns do. */
#define FIGURES_SHIFT ((Shift){.left = 2, .right = 18})

/*
 * Places `count` cells, in order, in the columns that their heads stand over:
 * at[i] is the column of cell i.  False: two ways are about as good.
 */
extern bool place_by_heads(const Extent *heads, int head_count, const Extent *cells, int count,
                           Shift shift, int *at);

/* A line of a table of text in two columns, with figures behind or between them. */
typedef struct SplitLine
{
	uint32_t line;
	Piece left; /* start == end: blank */
	Piece right;
	uint32_t first_word; /* words [first_word, end_word) are the figures behind or between */
	uint32_t end_word;
	bool doubtful; /* it may be cut elsewhere as well */
} SplitLine;

typedef bool (*WordTest)(Str word);

/* What is known of the two columns. */
typedef struct Columns
{
	int left;                /* where the left one begins, if a head tells, else INT32_MAX */
	int figures;             /* stand between the two: -1, behind them: +1, nowhere: 0 */
	WordTest is_figure_word; /* NULL: there are none */
	WordTest begins_right;   /* words that cells of the right column begin with; NULL: unknown */
	WordTest is_left;        /* whole lines of the left column; NULL: unknown */
} Columns;

/*
 * How wide a column is: at least as its widest line, at most as no line is that
 * lacks the word behind it.
 */
typedef struct Bounds
{
	Width least;
	Width most;
} Bounds;

typedef struct Split
{
	Words words; /* of the area */
	SplitLine *lines;
	uint32_t count;
	Bounds left;
	Bounds right;
} Split;

/*
 * Splits the lines of an area into two columns of text, and figures that stand
 * apart from these.  False: the columns cannot be told apart.
 */
extern bool split_columns(Reader *r, const Area *area, const Columns *columns, Split *split);

/* Does text of a column leave room for the first word of the line below it? */
extern bool column_leaves_room(const Text *text, Piece line, Piece below, const Bounds *bounds);

/* Is text nearly as wide as its column, as it is where it touches what stands beside it? */
extern bool column_filled(const Text *text, Piece line, const Bounds *bounds);

/* Is text wider than any other of its column? */
extern bool column_widest(const Text *text, Piece line, const Bounds *bounds);

/* Is text wider than its column? */
extern bool column_exceeded(const Text *text, Piece line, const Bounds *bounds);

#endif /* PROGSOC_COLUMNS_H */
