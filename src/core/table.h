/*
 * table.h
 *		What the readers of the form's tables share.
 *
 * A table reaches its reader in one of two ways.  Where the text keeps cells
 * (tabs, pipes, columns by position) a Grid has each cell in its place, blank
 * ones too.  Elsewhere there are only Words in reading order, and the reader
 * finds the cells by what it knows of the table: its columns, their types, its
 * row labels.  Either way the cells of a row that are as many as its columns
 * are in their places; fewer are placed by what else the report says, which
 * makes them inferred, or not at all, which makes them ambiguous.
 *
 * src/core/table.h
 */
#ifndef PROGSOC_TABLE_H
#define PROGSOC_TABLE_H

#include "reader.h"

#define TABLE_COLUMNS_MAX 64

/* The stretch of the text that a table lies in. */
typedef struct Area
{
	FieldId table;
	Place from;
	uint32_t end_line;
} Area;

/* ---- Cells in their places ---- */

typedef struct Cell
{
	Str text;             /* unwrapped; NO_STR: blank */
	uint32_t first_piece; /* in grid->pieces: where it stands in the text */
	uint32_t piece_count;
	bool doubtful; /* it may hold words of the cell beside it */
} Cell;

typedef struct Row
{
	uint32_t first_cell; /* in grid->cells */
	uint32_t cell_count;
} Row;

typedef struct Grid
{
	Row *rows;
	uint32_t row_count;
	uint32_t row_capacity;
	Cell *cells;
	uint32_t cell_count;
	uint32_t cell_capacity;
	Piece *pieces;
	uint32_t piece_count;
	uint32_t piece_capacity;
} Grid;

/* The cells of an area in their places; false: the text does not keep them there. */
extern bool grid_read(Reader *r, const Area *area, Grid *grid);

/* Makes a grid cell by cell; a cell may stand in several pieces. */
extern void grid_add_row(Reader *r, Grid *g);
extern void grid_add_cell(Reader *r, Grid *g, const Piece *pieces, uint32_t count);

extern void grid_doubt_cell(Grid *g); /* the last one */

extern Str grid_text(const Grid *grid, uint32_t row, uint32_t column); /* NO_STR: blank or none */
extern Status grid_status(const Grid *grid, uint32_t row, uint32_t column); /* or ambiguous */
extern void grid_claim(Reader *r, const Grid *grid, uint32_t row, uint32_t column, TraceKind kind,
                       FieldId field);
extern void grid_claim_row(Reader *r, const Grid *grid, uint32_t row, TraceKind kind,
                           FieldId field);

/* ---- Words in reading order ---- */

typedef struct Word
{
	Str text;
	uint32_t start;
	uint32_t line : 30;       /* in one number with what follows, for there are many words */
	uint32_t first : 1;       /* of its line */
	uint32_t after_blank : 1; /* and an empty line stands before it */
} Word;

typedef struct Words
{
	Word *words;
	uint32_t count;
} Words;

/* The next word of a line from *at on, which is moved behind it; false: none. */
extern bool next_word(const Text *t, uint32_t line, uint32_t *at, Str *word);

extern Words words_read(Reader *r, const Area *area);
extern bool has_borders(const Reader *r, const Area *area); /* taken for characters by OCR */
extern Words words_of_line(Reader *r, uint32_t line);

/* Adds words to those of an array that has room for *capacity. */
extern void words_append(Reader *r, Words *to, uint32_t *capacity, const Words *words);
/* Takes borders off words of which none begins with such a character. */
extern void words_take_borders(Reader *r, Words *w);

extern void word_claim(Reader *r, const Word *word, TraceKind kind, FieldId field);

extern bool is_figure(Str word); /* digits with ".", ",", a sign, "%" */
extern bool is_year(Str word);   /* four digits from 1900 to 2100 */
extern bool is_phrase(Str word); /* a word of "El programa no presenta información." */

/* ---- Cells that strayed from their table ---- */

/*
 * Where a text gives a page in blocks, a column may come behind what follows
 * its table.  The lines of it are looked for up to stray_end, and once taken no
 * other reader sees them.
 */
extern uint32_t stray_end(const Reader *r, uint32_t line);

/* The words of a line that holds nothing but figures; none: it holds others. */
extern Words stray_figures(Reader *r, uint32_t line);

/* A head of the regions' columns: "Región", "Total ejecutado", "Beneficiarios efectivos 2021" */
extern bool is_regions_head(Str line);

/* Takes a line, but for furniture, as values of a table. */
extern void stray_take(Reader *r, FieldId table, uint32_t line);

/*
 * Where a narrative that begins at a place ends, before end_line: blocks of cells
 * may follow it.  *doubtful: they may be its own, or it may go on behind them.
 */
extern uint32_t narrative_end(Reader *r, Place from, uint32_t end_line, bool *doubtful);

/* ---- Facts ---- */

/* Adds a cell with the status that its text has as a value of its column's type. */
extern void add_cell(Reader *r, FieldId column, uint32_t row, Str text);

/* Adds a cell whose place is not certain: a reported value takes this status instead. */
extern void add_doubtful(Reader *r, FieldId column, uint32_t row, Str text, Status status);

/* What is reported of the facts from one on is inferred. */
extern void infer_facts(Draft *draft, uint32_t from);

#define AMOUNT_MAX INT64_C(1000000000000) /* sums leave out what is above, and cannot overflow */

/* The number of a fact that was read already (a scalar's row is 0); false: none. */
extern bool known_number(const Reader *r, FieldId field, Decimal *number);

/* A number as text in the arena. */
extern Str text_of_number(Reader *r, int64_t number);

/* ---- The tables ---- */

extern void read_matrix(Reader *r, const Area *area); /* 3.3 flow and coverage, 5.8 costs */
extern void read_budget_lines(Reader *r, const Area *area);
extern void read_regions(Reader *r, const Area *area);
extern void read_component_spending(Reader *r, const Area *area);
extern void read_components(Reader *r, const Area *area);
extern void read_indicators(Reader *r, const Area *area);
extern void read_sdgs(Reader *r, const Area *area);
extern void read_executors(Reader *r, const Area *area);

/* Lines of that table, one institution to each. */
extern void read_institutions(Reader *r, uint32_t line, uint32_t end_line, Status doubt);

#endif /* PROGSOC_TABLE_H */
