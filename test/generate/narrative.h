/*
 * narrative.h
 *		Invented prose: the words of words.h put into sentences.
 *
 * test/generate/narrative.h
 */
#ifndef PROGSOC_NARRATIVE_H
#define PROGSOC_NARRATIVE_H

#include "core.h"
#include "random.h"

typedef struct Narrator
{
	Arena *arena;
	Random *random;
	int year; /* the report's */
} Narrator;

/* A pattern of words.h with its slots filled. */
extern Str narrate(const Narrator *narrator, const char *pattern);

/* One paragraph of this many sentences. */
extern Str narrate_paragraph(const Narrator *narrator, uint32_t sentences);

/*
 * Prose as a narrative field holds it: paragraphs and list items, separated by
 * empty lines; paragraphs after the first may begin like a label of the form.
 */
extern Str narrate_field(const Narrator *narrator);

#endif /* PROGSOC_NARRATIVE_H */
