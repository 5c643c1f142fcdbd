/*
 * test_fold.c
 *		Folding of text, and the key of a programme.
 *
 * test/unit/test_fold.c
 */
#include "unit.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>

#include "fold.h"

static void
check_fold(const char *text, const char *folded)
{
	char out[200];
	uint32_t len = fold_key(str_of(text), out, sizeof(out));

	CHECK_STR(((Str){out, len}), str_of(folded));
}

static void
text_is_folded(void)
{
	check_fold("", "");
	check_fold("Hola", "hola");
	check_fold("  Hola,  MUNDO! ", "hola mundo");
	check_fold("Año 2021", "ano 2021");
	check_fold("ÁÉÍÓÚÜÑ áéíóúüñ", "aeiouun aeiouun");
	check_fold("O'Higgins", "o higgins");
	check_fold("línea\r\n\totra", "linea otra");
	check_fold("...", "");
	check_fold("a\xC2\xA0z", "a z");        /* no-break space */
	check_fold("cor\xC2\xADto", "corto");   /* soft hyphen */
	check_fold("o\xE2\x80\x8By", "oy");     /* zero width space */
	check_fold("cafe\xCC\x81", "cafe");     /* decomposed */
	check_fold("n\xCC\x83u\xCC\x88", "nu"); /* decomposed */
	check_fold("oﬁcina", "oficina");        /* a ligature */
	check_fold("ŠŽ Łódź", "sz łodz");       /* no accent: a letter of its own */
	check_fold("Nº 5, 2ª", "no 5 2a");
	check_fold("ΑΒΓ ά", "αβγ α");
	check_fold("１２", "12");
	check_fold("“Hola” – sí", "hola si");
	check_fold("日本", "日本");
	check_fold("a\xFFz", "a z"); /* not UTF-8 */
	check_fold("ab\xC3", "ab");
}

/* The same by ICU's own means: decomposed, without marks, case folded. */
static uint32_t
fold_by_icu(UChar32 c, char *out)
{
	UErrorCode error = U_ZERO_ERROR;
	const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&error);
	UChar parts[32];
	int32_t count = unorm2_getDecomposition(nfkd, c, parts, 32, &error);
	uint32_t len = 0;

	if (count < 0)
	{
		parts[0] = (UChar) c;
		count = 1;
	}
	for (int32_t i = 0; i < count; i++)
	{
		if (u_charType(parts[i]) != U_NON_SPACING_MARK && u_isalnum(parts[i]))
		{
			UChar32 folded = u_foldCase(parts[i], U_FOLD_CASE_DEFAULT);

			U8_APPEND_UNSAFE(out, len, folded);
		}
	}
	return len;
}

static void
the_table_agrees_with_icu(void)
{
	for (UChar32 c = 0xA0; c <= 0x24F; c++)
	{
		char text[4];
		char got[32];
		char expected[32];
		uint32_t len = 0;

		if (c == 0xBC || c == 0xBD || c == 0xBE) /* fractions: letters with a gap */
			continue;
		U8_APPEND_UNSAFE(text, len, c);
		CHECK_STR(((Str){got, fold_key((Str){text, len}, got, sizeof(got))}),
		          ((Str){expected, fold_by_icu(c, expected)}));
	}
}

static void
folding_stops_where_room_ends(void)
{
	char out[4] = "####";

	CHECK_INT(fold_key(STR("abc"), out, 3), 3);
	CHECK_STR(((Str){out, 4}), STR("abc#"));
	CHECK(fold_key(STR("abcd"), out, 3) > 3);
	CHECK(fold_key(STR("ab c"), out, 3) > 3);
	CHECK(fold_key(STR("ab\xE6\x97\xA5"), out, 3) > 3);
	CHECK_INT(out[3], '#');
	CHECK_INT(fold_key(STR(" -- "), out, 0), 0);
	CHECK(fold_key(STR("a"), NULL, 0) > 0);
	CHECK_INT(fold_key(NO_STR, NULL, 0), 0);
}

static void
text_is_compared_with_a_phrase(void)
{
	char longer[400];

	memset(longer, 'a', sizeof(longer));
	CHECK(fold_equals(STR("¡Sí!"), "si"));
	CHECK(!fold_equals(STR("sin"), "si"));
	CHECK(!fold_equals(STR("s"), "si"));
	CHECK(!fold_equals((Str){longer, sizeof(longer)}, "a"));
	CHECK(fold_equals(NO_STR, ""));
}

static void
check_key(const char *service, const char *name, const char *expected)
{
	Arena arena;

	arena_init(&arena, &host_plain);
	CHECK_STR(program_key(str_of(service), str_of(name), &arena), str_of(expected));
	arena_free(&arena);
}

static void
programmes_have_keys(void)
{
	check_key("Servicio de Salud", "Redes de Apoyo", "servicio de salud/redes de apoyo");
	check_key("SERVICIO  DE SALUD.", "redes de apóyo", "servicio de salud/redes de apoyo");
	check_key("S", "Programa Redes", "s/redes");
	check_key("S", "Programa de Redes", "s/redes");
	check_key("S", "PROGRAMA DE LAS REDES", "s/redes");
	check_key("S", "Programa de los Niños", "s/ninos");
	check_key("S", "Programa de la Niña", "s/nina");
	check_key("S", "Programa del Niño", "s/nino");
	check_key("S", "Programación de redes", "s/programacion de redes");
	check_key("S", "Redes, programa piloto", "s/redes programa piloto");
	check_key("S", "Programa", "s/programa");
	check_key("S", "Programa Programa", "s/programa");
	check_key("", "Redes", "/redes");
	check_key("S", "", "");
	check_key("S", " - ", "");
}

static void
a_key_needs_a_name_and_memory(void)
{
	static const char growing[] = "\xEF\xB7\xBA\xEF\xB7\xBA"; /* 18 letters in each of them */
	Arena arena;

	arena_init(&arena, &host_plain);
	CHECK(program_key(STR("S"), NO_STR, &arena).at == NULL);
	CHECK_STR(program_key(NO_STR, STR("Redes"), &arena), STR("/redes"));
	CHECK(program_key(NO_STR, str_of(growing), &arena).len > 2 * 18);
	arena.failed = true;
	CHECK(program_key(STR("S"), STR("Redes"), &arena).at == NULL);
	arena_free(&arena);
}

int
main(void)
{
	RUN(text_is_folded);
	RUN(the_table_agrees_with_icu);
	RUN(folding_stops_where_room_ends);
	RUN(text_is_compared_with_a_phrase);
	RUN(programmes_have_keys);
	RUN(a_key_needs_a_name_and_memory);
	return unit_end();
}
