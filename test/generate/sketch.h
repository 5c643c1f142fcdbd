/*
 * sketch.h
 *		A report while its facts are being drawn: what facts.c and the drawers
 *		of its tables share.
 *
 * test/generate/sketch.h
 */
#ifndef PROGSOC_SKETCH_H
#define PROGSOC_SKETCH_H

#include "narrative.h"
#include "packed.h"
#include "random.h"

#define COMPONENTS_MAX 8
#define COVERAGE_YEARS 4

/* Figures that several places of a report repeat or depend on. */
typedef struct Sketch
{
	Narrator tell;
	Random *random;
	Draft *draft;
	uint32_t position; /* of the next scalar */
	int year;

	int partida; /* of the institution, in the budget law */
	int capitulo;

	int64_t target;
	int64_t beneficiaries;
	int64_t served[COVERAGE_YEARS]; /* beneficiaries of year, year - 1, ...; -1: not told */
	int64_t component_spending;
	int64_t admin_spending;
	int64_t extra_budget; /* 0: none */

	uint32_t components;
	Str component_names[COMPONENTS_MAX];
	int64_t component_amounts[COMPONENTS_MAX]; /* -1: blank */
} Sketch;

/* ---- Adding facts (facts.c) ---- */

extern void sketch_cell(Sketch *sketch, FieldId column, uint32_t row, Status status, Str text);
extern void sketch_reported(Sketch *sketch, FieldId column, uint32_t row, Str text);
extern void sketch_number(Sketch *sketch, FieldId column, uint32_t row, int64_t number);
extern Str sketch_format(Sketch *sketch, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
extern Str sketch_words(const char *text);

/* A pattern of words.h, filled: for cells. */
#define SKETCH_TELL(sketch, array) narrate(&(sketch)->tell, RANDOM_PICK((sketch)->random, (array)))

/* total in this many parts, none below 0 */
extern void sketch_split(Sketch *sketch, int64_t total, uint32_t parts, int64_t *part);

/* ---- Drawing tables (facts_tables.c) ---- */

extern void draw_population_flow(Sketch *sketch);
extern void draw_regions(Sketch *sketch);
extern void draw_coverage(Sketch *sketch);
extern void draw_components(Sketch *sketch);
extern void draw_executors(Sketch *sketch);
extern void draw_budget_law(Sketch *sketch);
extern void draw_component_spending(Sketch *sketch);
extern void draw_regional_spending(Sketch *sketch);
extern void draw_costs(Sketch *sketch);
extern void draw_sdgs(Sketch *sketch);
extern void draw_observations(Sketch *sketch);

/* Budget lines: partida is the first of the seven columns. */
extern void draw_budget_lines(Sketch *sketch, FieldId partida, int64_t total);

/* Indicators: year is the first of the table's columns. */
extern void draw_indicators(Sketch *sketch, FieldId year);

#endif /* PROGSOC_SKETCH_H */
