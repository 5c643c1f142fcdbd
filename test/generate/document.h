/*
 * document.h
 *		A report's facts laid out as the form: headings, fields and tables in
 *		their order, handed to a layout that prints them.
 *
 * test/generate/document.h
 */
#ifndef PROGSOC_DOCUMENT_H
#define PROGSOC_DOCUMENT_H

#include "packed.h"
#include "page.h"

#define TABLE_COLUMNS_MAX 8

/* How a column of a table is printed. */
typedef struct TableColumn
{
	uint8_t share; /* of the line's width, in percent */
	bool number;
} TableColumn;

/* A table, its header row first; lines of a cell are separated by line feeds. */
typedef struct Table
{
	const TableColumn *columns;
	uint32_t column_count;
	Str *cells;
	uint32_t cell_count;
	uint32_t cell_capacity;
	bool paragraphs; /* cells' lines are paragraphs of prose */
	bool total;      /* the last row's name spans all columns but the last */
} Table;

/* A label with its value, as a field is printed. */
typedef struct Field
{
	Str label;
	const char *close; /* what ends the label: ":" or nothing */
	Str value;         /* paragraphs are separated by line feeds */
	bool below;        /* the value begins on a line of its own */
} Field;

/* What prints: one of these per layout. */
typedef struct Layout
{
	void (*title)(Page *page, Str line);
	void (*heading)(Page *page, Str heading);
	void (*paragraph)(Page *page, Str text);
	void (*field)(Page *page, const Field *field);
	void (*table)(Page *page, const Table *table);
} Layout;

extern const Layout layout_tsv;
extern const Layout layout_markdown;
extern const Layout layout_raw;
extern const Layout layout_mutool;
extern const Layout layout_columns;

/* Prints a report; the text, with its spelling as the style says, is in out. */
extern void document_print(const Report *report, LayoutId layout, const Style *style,
                           Random *random, Arena *arena, Buffer *out);

#endif /* PROGSOC_DOCUMENT_H */
