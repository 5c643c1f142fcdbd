/*
 * rows.c
 *		A table's rows, by merging the facts of its columns.
 *
 * src/core/rows.c
 */
#include "rows.h"

const char *const flow_entries[3] = {"before", "during", "total"};
const char *const flow_exits[4] = {"during", "after", "other", "total"};

void
rows_start(Rows *rows, const Report *report, const FieldId *columns, int count)
{
	rows->report = report;
	rows->columns = columns;
	rows->count = count;
	for (int i = 0; i < count; i++)
	{
		rows->next[i] = report_seek(report, columns[i], 0);
		rows->end[i] = report_seek_end(report, columns[i]);
	}
}

bool
rows_next(Rows *rows)
{
	bool found = false;

	rows->row = 0;
	for (int i = 0; i < rows->count; i++)
	{
		rows->cells[i] = (Fact){.field = FIELD_NONE};
		if (rows->next[i] == rows->end[i])
			continue;
		rows->cells[i] = report_fact(rows->report, rows->next[i]);
		if (!found || rows->cells[i].row < rows->row)
			rows->row = rows->cells[i].row;
		found = true;
	}
	for (int i = 0; i < rows->count; i++)
	{
		if (rows->cells[i].field != FIELD_NONE && rows->cells[i].row == rows->row)
			rows->facts[i] = rows->next[i]++;
		else
		{
			rows->facts[i] = ROWS_NO_FACT;
			rows->cells[i] = (Fact){rows->columns[i], rows->row, STATUS_BLANK, NO_STR};
		}
	}
	return found;
}

Fact
row_cell(const Report *report, FieldId column, uint32_t row)
{
	Fact cell = {column, row, STATUS_BLANK, NO_STR};

	if (row <= PACKED_ROW_MAX)
		report_cell(report, column, row, &cell);
	return cell;
}
