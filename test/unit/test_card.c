/*
 * test_card.c
 *		Columns of a terminal, and the card that is laid out in them.
 *
 * test/unit/test_card.c
 */
#include "unit.h"

#include "card.h"
#include "display.h"
#include "drafts.h"
#include "fixture.h"
#include "parse.h"

/* ---- Columns ---- */

static void
characters_take_their_columns(void)
{
	CHECK_INT(display_width(STR("")), 0);
	CHECK_INT(display_width(STR("Maule 12")), 8);
	CHECK_INT(display_width(STR("Ñuble, Aysén")), 12);
	CHECK_INT(display_width(STR("n\u0303")), 1); /* n, tilde */
	CHECK_INT(display_width(STR("e\u0301\u0323")), 1);
	CHECK_INT(display_width(STR("教育部")), 6);
	CHECK_INT(display_width(STR("ＡＢ")), 4); /* full width */
	CHECK_INT(display_width(STR("ｱ")), 1);    /* half width */
	CHECK_INT(display_width(STR("👩")), 2);
	CHECK_INT(display_width(STR("\u1112\u1161\u11AB")), 2); /* one syllable in three letters */
	CHECK_INT(display_width(STR("한")), 2);
	CHECK_INT(display_width(STR("█▏░─…–")), 6);
}

static void
check_line(const char *text, uint32_t columns, const char *expected)
{
	Arena arena;
	Str line;

	arena_init(&arena, &host_plain);
	line = display_line(str_of(text), columns, STR("…"), &arena);
	CHECK_STR(line, str_of(expected));
	CHECK_THAT(display_width(line) <= columns, "\"%s\" takes %u columns", text,
	           display_width(line));
	arena_free(&arena);
}

static void
lines_are_cut_between_characters(void)
{
	check_line("", 5, "");
	check_line("   ", 5, "");
	check_line("Maule", 5, "Maule");
	check_line("Maules", 5, "Maul…");
	check_line("Maule sur", 7, "Maule…");
	check_line("Maule sur", 8, "Maule s…");
	check_line("教育部", 6, "教育部");
	check_line("教育部", 5, "教育…");
	check_line("教育部", 4, "教…");
	check_line("教育部", 1, "…");
	check_line("n\u0303n\u0303n\u0303", 3, "n\u0303n\u0303n\u0303");
	check_line("n\u0303n\u0303n\u0303", 2, "n\u0303…");
	check_line("nn\u0303n", 2, "n…"); /* no letter without its mark */
	check_line("a\u0301", 1, "a\u0301");
}

static void
lines_cannot_move_the_cursor(void)
{
	check_line("a\n\n b\t\rc", 9, "a b c");
	check_line("\x1b[2Ja\ab\b", 9, "[2Ja b");
	check_line("a\xc2\x9b"
	           "2Jb",
	           9, "a 2Jb");                       /* a control character beyond ASCII */
	check_line("a\u00a0\u2028\u3000b", 9, "a b"); /* spaces of all widths */
	check_line("a\u202eb\u00adc\u200bd\u200de\ufe0f", 9, "abcde");
	check_line("a\x7f"
	           "b",
	           9, "a b");
}

/* Whatever its length, a text costs what its columns do. */
static void
long_texts_are_cut_early(void)
{
	uint32_t len = 10000000;
	char *text = malloc(len);
	Arena arena;
	Str line;

	arena_init(&arena, &host_plain);
	memset(text, 'x', len);
	line = display_line((Str){text, len}, 10, STR("…"), &arena);
	CHECK_STR(line, STR("xxxxxxxxx…"));
	CHECK_THAT(arena.total < 100000, "%zu bytes", arena.total);
	memset(text + 1, ' ', len - 2);
	line = display_line((Str){text, len}, 10, STR("…"), &arena);
	CHECK_STR(line, STR("x…"));
	arena_free(&arena);
	free(text);
}

static void
lines_break_between_words(void)
{
	Str text = STR("uno dos tres abcdefghijkl 教育部教 x");

	CHECK_STR(display_take_line(&text, 7), STR("uno dos"));
	CHECK_STR(display_take_line(&text, 7), STR("tres"));
	CHECK_STR(display_take_line(&text, 7), STR("abcdefg"));
	CHECK_STR(display_take_line(&text, 7), STR("hijkl"));
	CHECK_STR(display_take_line(&text, 7), STR("教育部"));
	CHECK_STR(display_take_line(&text, 1), STR("教")); /* there is no narrower beginning */
	CHECK_STR(display_take_line(&text, 7), STR("x"));
	CHECK_INT(text.len, 0);
}

/* ---- Cards ---- */

static bool
pack(Draft *draft, Report *report)
{
	Error error;
	size_t size;
	uint8_t *bytes = draft_pack(draft, &size, &error);

	return bytes != NULL && report_open(report, bytes, size, &error);
}

/* The width of the widest line; lines hold no control character and end in no space. */
static uint32_t
check_lines(Str card)
{
	uint32_t widest = 0;

	CHECK(card.len > 0 && utf8_is_text(card));
	while (card.len > 0)
	{
		const char *end = memchr(card.at, '\n', card.len);
		Str line = {card.at, end == NULL ? card.len : (uint32_t) (end - card.at)};
		uint32_t width = display_width(line);

		for (uint32_t i = 0; i < line.len; i++)
			CHECK((unsigned char) line.at[i] >= ' ' && line.at[i] != 0x7F);
		CHECK(line.len == 0 || line.at[line.len - 1] != ' ');
		if (width > widest)
			widest = width;
		card.at += line.len + (end != NULL);
		card.len -= line.len + (end != NULL);
	}
	return widest;
}

static void
examples_fit_on_the_page(void)
{
	static const char *const names[] = {"biblioteca-viajera-2023.txt", "caleta-segura-2019.txt",
	                                    "cuidado-en-red-2024.txt", "huertos-escolares-2021.txt"};

	for (int i = 0; i < 4; i++)
	{
		Str text = read_fixture(names[i]);
		Error error;
		Arena arena;
		Draft draft;
		Report report;

		arena_init(&arena, &host_plain);
		draft_init(&draft, &arena);
		CHECK(parse_report_text(text, &draft, &error) && pack(&draft, &report));
		for (int ascii = 0; ascii <= 1; ascii++)
			CHECK_INT(check_lines(card_write(&report, ascii, &arena, &error)), CARD_WIDTH);
		arena_free(&arena);
		free((char *) text.at);
	}
}

/* Absurd figures are longer than a column; there are two to a line of key figures, five to a
 * year's. */
#define WIDEST (5 * 32)

static void
random_reports_have_cards(void)
{
	Random random = {.state = 20};

	for (int i = 0; i < 2000; i++)
	{
		Error error;
		Arena arena;
		Draft draft;
		Report report;

		arena_init(&arena, &host_plain);
		draft_init(&draft, &arena);
		random_draft(&random, &draft);
		CHECK(pack(&draft, &report));
		CHECK(check_lines(card_write(&report, false, &arena, &error)) < WIDEST);
		arena_free(&arena);
	}
}

static bool
has(Str text, Str part)
{
	return memmem(text.at, text.len, part.at, part.len) != NULL;
}

/* In ASCII, nothing but the report's own texts is beyond it. */
static void
ascii_suffices(void)
{
	Error error;
	Arena arena;
	Draft draft;
	Report report;
	Str card;

	arena_init(&arena, &host_plain);
	draft_init(&draft, &arena);
	draft_add(&draft, FIELD_PROGRAM_NAME, 0, STATUS_REPORTED, STR("Luz"));
	draft_add(&draft, FIELD_MINISTRY, 1, STATUS_REPORTED,
	          STR("Un ministerio de nombre tan largo que no cabe en ninguna de las lineas de la "
	              "tarjeta"));
	draft_add(&draft, FIELD_TOTAL_SPENDING, 2, STATUS_REPORTED, STR("100"));
	draft_add(&draft, FIELD_COMPONENT_NAME, 0, STATUS_REPORTED, STR("Faro"));
	draft_add(&draft, FIELD_SPENT_COMPONENT, 0, STATUS_REPORTED, STR("Faro"));
	draft_add(&draft, FIELD_SPENT_AMOUNT, 0, STATUS_INFERRED, STR("60"));
	draft_add(&draft, FIELD_REGIONS_REGION, 0, STATUS_REPORTED, STR("Maule"));
	draft_add(&draft, FIELD_REGIONS_BENEFICIARIES, 0, STATUS_REPORTED, STR("7"));
	CHECK(pack(&draft, &report));
	card = card_write(&report, true, &arena, &error);
	for (uint32_t i = 0; i < card.len; i++)
		CHECK((unsigned char) card.at[i] < 0x80);
	CHECK(has(card, STR("\n-\n"))); /* the service */
	CHECK(has(card, STR(" lineas de la...\n")));
	CHECK(has(card, STR(" 60*       60,0* ::::")));
	CHECK(has(card, STR(" 7  ####")));
	arena_free(&arena);
}

int
main(void)
{
	RUN(characters_take_their_columns);
	RUN(lines_are_cut_between_characters);
	RUN(lines_cannot_move_the_cursor);
	RUN(long_texts_are_cut_early);
	RUN(lines_break_between_words);
	RUN(examples_fit_on_the_page);
	RUN(random_reports_have_cards);
	RUN(ascii_suffices);
	return unit_end();
}
