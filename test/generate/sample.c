/*
 * sample.c
 *		A random report.
 *
 * test/generate/sample.c
 */
#include <string.h>

#include "sample.h"
#include "facts.h"

bool
layout_by_name(const char *name, LayoutId *layout)
{
	for (int i = 0; i < LAYOUT_COUNT; i++)
		if (strcmp(name, layout_names[i]) == 0)
		{
			*layout = (LayoutId) i;
			return true;
		}
	return false;
}

bool
sample_make(Sample *sample, uint64_t seed, LayoutId layout, bool plain, Arena *arena, Error *error)
{
	Random random = {~seed * (2 + (uint64_t) layout)};
	Draft draft;
	uint8_t *bytes;
	size_t size;

	*sample = (Sample){.text = {NULL, 0, 0}};
	draft_init(&draft, arena);
	facts_draw(seed, arena, &draft);
	bytes = draft_pack(&draft, &size, error);
	if (bytes == NULL || !report_open(&sample->report, bytes, size, error))
		return false;
	style_draw(&sample->style, layout, &random, plain);
	document_print(&sample->report, layout, &sample->style, &random, arena, &sample->text);
	return true;
}

void
sample_free(Sample *sample)
{
	buffer_free(&sample->text);
}
