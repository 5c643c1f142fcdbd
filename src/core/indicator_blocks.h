/*
 * indicator_blocks.h
 *		What the readers of the indicators' tables in blocks share.
 *
 * src/core/indicator_blocks.h
 */
#ifndef PROGSOC_INDICATOR_BLOCKS_H
#define PROGSOC_INDICATOR_BLOCKS_H

#include "indicators.h"

#define ITEMS_MAX  4096
#define ROWS_MAX   128
#define VALUES_MAX 512

typedef enum ItemKind
{
	ITEM_HEAD,   /* a line of the header */
	ITEM_VALUES, /* a line of nothing but values */
	ITEM_LABEL,  /* the methodology's label, with the lines of its block */
	ITEM_TEXT    /* a block of other lines */
} ItemKind;

typedef struct Item
{
	ItemKind kind;
	uint32_t first; /* its lines */
	uint32_t end;
} Item;

/* Values that follow one another. */
typedef struct Run
{
	uint32_t first; /* in values */
	uint32_t count;
	const int *at; /* their columns; NULL: in reading order */
} Run;

/* A value within the text of its row: the first column's. */
typedef struct Stray
{
	Str value;
	uint32_t line;
	uint32_t row;
} Stray;

typedef struct IndicatorBlocks
{
	Item *items;
	uint32_t item_count;
	uint32_t item_capacity;
	uint32_t rows; /* as many as labels of methodologies */
	IndicatorHead head;
	Str values[VALUES_MAX];
	uint32_t value_count;
	Run runs[ROWS_MAX];
	uint32_t run_count;
	Stray strays[ROWS_MAX];
	uint32_t stray_count;
	bool strayed; /* a value ends a line of text, and may be the text's own */
	bool placed;  /* it is known whose the values are */
	int beside_heads[TABLE_COLUMNS_MAX]; /* columns of values that stand behind their heads */
} IndicatorBlocks;

/* Does a line's last number count what the next one begins with: "tiene 60", "años"? */
extern bool ends_with_count(Str line, Str next);

/* Does an item follow the one before it without a blank line? */
extern bool is_attached(const Text *t, const IndicatorBlocks *b, uint32_t item);

/* A line's text, without the value that strayed to its end. */
extern Str text_beside_value(const Text *t, const IndicatorBlocks *b, uint32_t line);

/* May a number that has a line for itself, between lines of text, be the text's own? */
extern bool may_be_of_text(const Text *t, const IndicatorBlocks *b, uint32_t item);

/* Is there a value for each cell? */
extern bool has_all_values(const IndicatorBlocks *b);

/* Finds the values, and adds them. */
extern void find_block_values(Reader *r, IndicatorBlocks *b);
extern void add_block_values(Reader *r, const IndicatorKind *k, const IndicatorBlocks *b);

/* Adds the names, formulas and methodologies. */
extern void add_block_texts(Reader *r, const IndicatorKind *k, const IndicatorBlocks *b);

#endif /* PROGSOC_INDICATOR_BLOCKS_H */
