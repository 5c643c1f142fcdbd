/*
 * test_furniture.c
 *		Which lines of a text are its pages' furniture.
 *
 * test/unit/test_furniture.c
 */
#include "unit.h"

#include "text.h"

typedef struct Lines
{
	char text[8192];
	size_t len;
} Lines;

static void
add(Lines *lines, Str line)
{
	if (line.len + 1 > sizeof(lines->text) - lines->len)
		return;
	memcpy(lines->text + lines->len, line.at, line.len);
	lines->len += line.len;
	lines->text[lines->len++] = '\n';
}

/* The lines of furniture are these, each with its end. */
static void
check_furniture(const char *source, const char *wanted)
{
	Arena arena, work;
	Error error = {.code = ERROR_NONE};
	Lines found = {.len = 0};
	Text text;

	arena_init(&arena, &host_plain);
	arena_init_within(&work, &arena);
	if (text_read(str_of(source), false, &arena, &work, &text, &error))
		for (uint32_t i = 0; i < text.line_count; i++)
			if (text.lines[i].furniture)
				add(&found, line_text(&text, i));
	CHECK_INT(error.code, ERROR_NONE);
	CHECK_STR(((Str){found.text, (uint32_t) found.len}), str_of(wanted));
	arena_free(&work);
	arena_free(&arena);
}

/* A page: its head, so many lines of its own, its foot. */
static void
add_page(Lines *lines, const char *head, int page, int body, const char *foot)
{
	char line[200];

	if (*head)
	{
		sprintf(line, head, page);
		add(lines, str_of(line));
	}
	for (int i = 0; i < body; i++)
	{
		sprintf(line, "Los faros de la costa %c%c", 'a' + page, 'a' + i);
		add(lines, str_of(line));
	}
	if (*foot)
	{
		sprintf(line, foot, page);
		add(lines, str_of(line));
	}
}

/* Pages 1 to `pages`, and what stands between two of them. */
static const char *
pages_of(Lines *lines, int pages, int body, const char *head, const char *foot, const char *between)
{
	lines->len = 0;
	for (int page = 1; page <= pages; page++)
	{
		add_page(lines, head, page, body, foot);
		if (page < pages && *between)
		{
			memcpy(lines->text + lines->len, between, strlen(between));
			lines->len += strlen(between);
		}
	}
	lines->text[lines->len] = '\0';
	return lines->text;
}

static void
heads_and_feet_of_all_pages_are_furniture(void)
{
	static Lines lines;

	check_furniture(pages_of(&lines, 4, 5, "Dirección de Faros", "Hoja %d del informe", "\f"),
	                "Dirección de Faros\nHoja 1 del informe\nDirección de Faros\n"
	                "Hoja 2 del informe\nDirección de Faros\nHoja 3 del informe\n"
	                "Dirección de Faros\nHoja 4 del informe\n");
	/* both at the head, as in a page's own order, and on two pages alone */
	check_furniture(pages_of(&lines, 2, 5, "Dirección de Faros\n%d", "", "\f"),
	                "Dirección de Faros\n1\nDirección de Faros\n2\n");
	/* a page may have nothing else */
	check_furniture("Faro a\n\fPágina 1 de 3\n\fPágina 2 de 3\n\fFaro b\nPágina 3 de 3\n",
	                "Página 1 de 3\nPágina 2 de 3\nPágina 3 de 3\n");
	/* without form feeds, beside a page's mark */
	check_furniture(pages_of(&lines, 3, 5, "Dirección de Faros", "Página %d de 3", ""),
	                "Dirección de Faros\nPágina 1 de 3\nDirección de Faros\nPágina 2 de 3\n"
	                "Dirección de Faros\nPágina 3 de 3\n");
}

/* Only one of a page is: the ministry may have the words of its pages' heads. */
static void
the_reports_own_lines_are_text(void)
{
	static const char title[] = "Ministerio de Salud\nInforme de Detalle de Programas Sociales\n"
	                            "Faros\nMinisterio de Salud\n";
	static Lines pages;
	static Lines all;

	pages_of(&pages, 4, 12, "Ministerio de Salud", "- %d -", "");
	all.len = 0;
	add(&all, (Str){title, sizeof(title) - 2});
	add(&all, (Str){pages.text + strlen("Ministerio de Salud") + 1,
	                (uint32_t) (pages.len - strlen("Ministerio de Salud") - 1)});
	all.text[all.len] = '\0';
	check_furniture(all.text, "Ministerio de Salud\n- 1 -\nMinisterio de Salud\n- 2 -\n"
	                          "Ministerio de Salud\n- 3 -\nMinisterio de Salud\n- 4 -\n");
}

/* Most pages have it, and it hardly stands elsewhere; a title page may lack it. */
static void
lines_of_some_pages_are_text(void)
{
	static Lines lines;
	static Lines all;

	check_furniture(pages_of(&lines, 2, 5, "", "", "\fCuadro\n"), "");
	check_furniture(pages_of(&lines, 3, 5, "", "", "\fCuadro\n"), "");
	check_furniture(pages_of(&lines, 4, 5, "", "", "\fCuadro\n"), "Cuadro\nCuadro\nCuadro\n");
	check_furniture(pages_of(&lines, 4, 5, "", "", "\f12\n"), "12\n12\n12\n");
	pages_of(&lines, 3, 5, "", "Sin información de faros", "\f");
	all.len = 0;
	add(&all, str_of("Sin información de faros\nFaro\nFaro\nFaro\nSin información de faros"));
	add(&all, (Str){lines.text, (uint32_t) lines.len});
	all.text[all.len] = '\0';
	check_furniture(all.text, "");
}

/* Where nothing else parts the pages, their numbers do: at their heads, or at their feet. */
static void
numbers_that_count_the_pages_are_furniture(void)
{
	static Lines lines;

	check_furniture(pages_of(&lines, 3, 12, "%d", "", ""), "1\n2\n3\n");
	check_furniture(pages_of(&lines, 12, 12, "", "Faros - %d", ""),
	                "Faros - 1\nFaros - 2\nFaros - 3\nFaros - 4\nFaros - 5\nFaros - 6\n"
	                "Faros - 7\nFaros - 8\nFaros - 9\nFaros - 10\nFaros - 11\nFaros - 12\n");
	check_furniture(pages_of(&lines, 3, 12, "Faros\n- %d de 9 -\nCosta", "", ""),
	                "Faros\n- 1 de 9 -\nCosta\nFaros\n- 2 de 9 -\nCosta\n"
	                "Faros\n- 3 de 9 -\nCosta\n");
	/* words with a number of their own before it, and how many pages there are behind */
	check_furniture(pages_of(&lines, 3, 12, "", "4 A 7 %d de 3", ""),
	                "4 A 7 1 de 3\n4 A 7 2 de 3\n4 A 7 3 de 3\n");
	/* the last page may be short */
	pages_of(&lines, 3, 12, "", "%d", "");
	add_page(&lines, "", 4, 2, "%d");
	lines.text[lines.len] = '\0';
	check_furniture(lines.text, "1\n2\n3\n4\n");
	/* a line of words, without a number */
	check_furniture(pages_of(&lines, 3, 12, "Dirección de Faros", "", ""),
	                "Dirección de Faros\nDirección de Faros\nDirección de Faros\n");
}

/* Blocks may put what counts the pages far from their edges, but on each of them. */
static void
lines_that_count_the_pages_may_stand_anywhere(void)
{
	static const char folio[] = "Folio N° %d\n";
	static Lines lines;
	char between[64];

	for (int number = 1; number < 3; number++) /* the second time they begin with two */
	{
		lines.len = 0;
		for (int page = 1; page <= 3; page++)
		{
			add_page(&lines, "", page, 14, "");
			sprintf(between, folio, number + page - 1);
			add(&lines, (Str){between, (uint32_t) strlen(between) - 1});
			add_page(&lines, "", page + 4, 14, "");
			if (page < 3)
				lines.text[lines.len++] = '\f';
		}
		lines.text[lines.len] = '\0';
		check_furniture(lines.text, number == 1 ? "Folio N° 1\nFolio N° 2\nFolio N° 3\n" : "");
	}
}

/* Two on a page count something else. */
static void
lines_that_count_more_than_pages_are_text(void)
{
	static Lines lines;

	pages_of(&lines, 2, 14, "", "", "Folio N° 1\n");
	add(&lines, str_of("Folio N° 2"));
	lines.text[lines.len++] = '\f';
	add_page(&lines, "", 5, 14, "Folio N° 3");
	add_page(&lines, "", 6, 14, "");
	lines.text[lines.len] = '\0';
	check_furniture(lines.text, "");
}

static void
numbers_that_do_not_are_figures(void)
{
	static Lines lines;

	/* they stand too close */
	check_furniture(pages_of(&lines, 4, 5, "%d", "", ""), "");
	/* they may be the text's last figures */
	check_furniture("Faros\n1\n2\n", "");
	/* they do not go on to the end, or to the first page */
	pages_of(&lines, 3, 12, "%d", "", "");
	for (int page = 4; page < 9; page++)
		add_page(&lines, "", page, 12, "");
	lines.text[lines.len] = '\0';
	check_furniture(lines.text, "");
	pages_of(&lines, 3, 12, "", "1%d", "");
	check_furniture(lines.text, "");
	/* one of two that are the same is a figure, nobody knows which */
	pages_of(&lines, 2, 12, "%d", "", "");
	add_page(&lines, "%d", 2, 12, "");
	add_page(&lines, "%d", 3, 12, "");
	lines.text[lines.len] = '\0';
	check_furniture(lines.text, "1\n3\n");
}

int
main(void)
{
	RUN(heads_and_feet_of_all_pages_are_furniture);
	RUN(the_reports_own_lines_are_text);
	RUN(lines_of_some_pages_are_text);
	RUN(numbers_that_count_the_pages_are_furniture);
	RUN(lines_that_count_the_pages_may_stand_anywhere);
	RUN(lines_that_count_more_than_pages_are_text);
	RUN(numbers_that_do_not_are_figures);
	return unit_end();
}
