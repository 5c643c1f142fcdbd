/*
 * lines.h
 *		What the readers of budget lines share.
 *
 * src/core/lines.h
 */
#ifndef PROGSOC_LINES_H
#define PROGSOC_LINES_H

#include "table.h"

#define LINE_COLUMNS 7
#define CODE_COLUMNS 5 /* partida, capítulo, programa, ítem, asignación */
#define CODES_KEPT   3 /* of which no line lacks the first three */
#define CODE_MAX     3 /* digits of those, and of a subtítulo; more are of two cells that touch */
#define ITEM         3
#define ASIGNACION   4
#define SUBTITULO    5
#define AMOUNT       6

/* The first column of a table of lines; the others follow it. */
extern FieldId line_column(FieldId table);

/* The scalar that sums up a table's amounts. */
extern FieldId line_total(FieldId table);

#define NO_HEAD (-1)

/* The column that a word of the header is of, or NO_HEAD. */
extern int line_head_column(Str word);

/* Nothing but digits. */
extern bool is_line_code(Str word);

/* The words [from, to) but one, joined. */
extern Str line_words_but(Reader *r, const Words *w, uint32_t from, uint32_t to, uint32_t but);

/* The lines where codes, subtítulos and amounts come column by column; false: they do not. */
extern bool read_line_blocks(Reader *r, const Area *area, const Words *w);

#endif /* PROGSOC_LINES_H */
