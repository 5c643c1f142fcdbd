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
	bool strayed;                        /* a value stands at the end of a line of text */
	int beside_heads[TABLE_COLUMNS_MAX]; /* columns of values that stand behind their heads */
} IndicatorBlocks;

/*
 * Does a line of a name or a formula end with a number that is not the text's
 * own?  And any line, sentences among them, which may lead to their numbers?
 */
extern bool ends_with_strayed_value(Reader *r, uint32_t line, Str next);
extern bool ends_with_value(Reader *r, uint32_t line, Str next);

/* Adds the names, formulas and methodologies. */
extern void add_block_texts(Reader *r, const IndicatorKind *k, const IndicatorBlocks *b);

#endif /* PROGSOC_INDICATOR_BLOCKS_H */
