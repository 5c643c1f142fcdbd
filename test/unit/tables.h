/*
 * tables.h
 *		What a text's tables say, in a notation to compare with.
 *
 * A table is shown line by line, each line as the row's number and its cells:
 *
 *		0: Tarapacá | ~120 | ?
 *
 * A mark before a cell's text tells its status: none, it is reported; "~",
 * inferred; "?", ambiguous; "!", invalid; "_", blank; "@", absent; "%", not
 * applicable.  Nothing at all: there is no such cell.
 *
 * test/unit/tables.h
 */
#ifndef PROGSOC_TABLES_H
#define PROGSOC_TABLES_H

#include "packed.h"
#include "parse.h"
#include "rows.h"

#define TITLE "Informe de Detalle de Programas Sociales\n(cierre al 31 - diciembre - 2021)\n"

/* The report of a text; false, and a fault: there is none. */
static inline bool
report_of(const char *text, Arena *arena, Report *report)
{
	Draft draft;
	Error error = {.code = ERROR_NONE};
	uint8_t *bytes = NULL;
	size_t size;

	draft_init(&draft, arena);
	if (parse_report_text(str_of(text), &draft, &error))
		bytes = draft_pack(&draft, &size, &error);
	if (bytes != NULL && report_open(report, bytes, size, &error))
		return true;
	CHECK_THAT(false, "%s %s", error.message, error.detail);
	return false;
}

/* ---- Showing ---- */

typedef struct Shown
{
	char text[16384];
	size_t len;
} Shown;

static inline void
show(Shown *shown, Str text)
{
	if (text.len < sizeof(shown->text) - shown->len)
	{
		if (text.len > 0)
			memcpy(shown->text + shown->len, text.at, text.len);
		shown->len += text.len;
	}
}

static inline void
show_cell(Shown *shown, const Fact *cell)
{
	static const char *const marks[STATUS_COUNT] = {
	    [STATUS_REPORTED] = "",        [STATUS_INFERRED] = "~", [STATUS_AMBIGUOUS] = "?",
	    [STATUS_INVALID] = "!",        [STATUS_BLANK] = "_",    [STATUS_ABSENT] = "@",
	    [STATUS_NOT_APPLICABLE] = "%",
	};

	show(shown, str_of(marks[cell->status]));
	show(shown, cell->text);
}

static inline void
show_row(Shown *shown, const Rows *rows, int count)
{
	char number[16];

	snprintf(number, sizeof(number), "%u:", rows->row);
	show(shown, str_of(number));
	for (int i = 0; i < count; i++)
	{
		show(shown, str_of(i > 0 ? " | " : " "));
		if (rows->facts[i] != ROWS_NO_FACT)
			show_cell(shown, &rows->cells[i]);
	}
	show(shown, STR("\n"));
}

/* ---- Comparing ---- */

/* The columns first to last of a table must be shown like this. */
static inline void
check_columns(const char *file, int line, const char *text, FieldId first, FieldId last,
              const char *expected)
{
	FieldId columns[ROWS_COLUMNS_MAX];
	Shown shown = {.len = 0};
	int count = 0;
	Arena arena;
	Report report;
	Rows rows;

	for (FieldId field = first; field <= last; field++)
		columns[count++] = field;
	arena_init(&arena, &host_plain);
	if (report_of(text, &arena, &report))
	{
		rows_start(&rows, &report, columns, count);
		while (rows_next(&rows))
			show_row(&shown, &rows, count);
		unit_check(str_equal((Str){shown.text, (uint32_t) shown.len}, str_of(expected)), file, line,
		           "is\n%.*snot\n%s", (int) shown.len, shown.text, expected);
	}
	arena_free(&arena);
}

#define CHECK_COLUMNS(...) check_columns(__FILE__, __LINE__, __VA_ARGS__)

/* What a field says, with its status as tables show it; nothing: there is no such field. */
static inline void
check_field(const char *text, FieldId field, const char *expected)
{
	Shown shown = {"", 0};
	Arena arena;
	Report report;
	Fact fact;

	arena_init(&arena, &host_plain);
	if (report_of(text, &arena, &report) && report_scalar(&report, field, &fact))
		show_cell(&shown, &fact);
	CHECK_STR(((Str){shown.text, (uint32_t) shown.len}), str_of(expected));
	arena_free(&arena);
}

#endif /* PROGSOC_TABLES_H */
