/*
 * version_1.h
 *		A packed value as version 1 of its format had it, for tests.
 *
 * test/unit/version_1.h
 */
#ifndef PROGSOC_VERSION_1_H
#define PROGSOC_VERSION_1_H

#include <string.h>

#include "packed.h"

/* Writes the bytes of version 1, which are as many as those of the report. */
static inline void
put_version_1(const Report *report, uint8_t *bytes)
{
	uint32_t count = report->head.fact_count;
	uint8_t *strings = bytes + PACKED_HEADER_SIZE;
	uint8_t *facts = strings + report->head.strings_len;
	uint32_t end = 0;

	memcpy(bytes, report->bytes, PACKED_HEADER_SIZE);
	bytes[0] = 1;
	bytes[1] = 0;
	for (int i = 0; i < FIELD_COUNT; i++)
	{
		uint32_t last = report_seek_end(report, (FieldId) i);

		for (uint32_t index = report_seek(report, (FieldId) i, 0); index < last; index++, facts++)
		{
			Fact fact = report_fact(report, index);
			uint32_t key = (uint32_t) fact.field << 24 | fact.row;
			uint32_t tail;

			if (fact.text.len > 0)
				memcpy(strings + end, fact.text.at, fact.text.len);
			end += fact.text.len;
			tail = (uint32_t) fact.status << 29 | end;
			for (int byte = 0; byte < 4; byte++)
			{
				facts[byte * count] = (uint8_t) (key >> (8 * byte));
				facts[(4 + byte) * count] = (uint8_t) (tail >> (8 * byte));
			}
		}
	}
}

#endif /* PROGSOC_VERSION_1_H */
