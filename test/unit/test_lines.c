/*
 * test_lines.c
 *		Budget lines in texts that give a page in blocks of their own order, or that
 *		keep columns by position.
 *
 * test/unit/test_lines.c
 */
#include "unit.h"

#include "tables.h"

#define SPENDING                                                                                   \
	TITLE "5.2) Presupuesto Total\nPartida Capítulo Programa Item Asignación Subtítulo\n\n"     \
	      "Gastos ($miles)\n\n"
#define TOTAL "Total Gasto al 4to trimestre 2021 ($miles): 2.200\n"
#define ADMIN                                                                                      \
	TITLE "5.7) Gasto Administrativo\nPartida Capítulo Programa Item Asignación Subtítulo\n\n"  \
	      "Gastos ($miles)\n\n"

/* What shows that a text comes in blocks */
#define ADMIN_TABLE                                                                                \
	"5.7) Gasto Administrativo\nPartida Capítulo Programa Item Asignación Subtítulo\n\n"        \
	"Gastos ($miles)\n\n"

/* Lines of a table of spending, or of administration. */
#define CHECK_SPENDING(text, expected)                                                             \
	CHECK_COLUMNS(text, FIELD_SPENDING_PARTIDA, FIELD_SPENDING_AMOUNT, expected)
#define CHECK_ADMIN(text, expected)                                                                \
	CHECK_COLUMNS(text, FIELD_ADMIN_PARTIDA, FIELD_ADMIN_AMOUNT, expected)

static void
codes_come_line_by_line(void)
{
	CHECK_SPENDING(SPENDING "07\n\n02\n\n01\n\n24\n\n110\n\n07\n\n02\n\n01\n\n24\n\n112\n\n"
	                        "33 (Transferencias de Capital)\n\n29 (Adquisición de Activos)\n\n"
	                        "1.500\n\n700\n\n" TOTAL,
	               "0: ~07 | ~02 | ~01 | ~24 | ~110 | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | ~24 | ~112 | ~29 (Adquisición de Activos) | ~700\n");
}

/* Of two lines whose first three codes are 07, 02 and 01, as a column each. */
#define THREE_COLUMNS "07\n07\n\n02\n02\n\n01\n01\n\n"
#define TWO_NAMES     "33 (Transferencias de Capital)\n\n29 (Adquisición de Activos)\n\n"
#define TWO_AMOUNTS   "1.500\n\n700\n\n"

static void
codes_come_column_by_column(void)
{
	CHECK_SPENDING(SPENDING THREE_COLUMNS "24\n24\n\n110\n112\n\n" TWO_NAMES TWO_AMOUNTS TOTAL,
	               "0: ~07 | ~02 | ~01 | ~24 | ~110 | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | ~24 | ~112 | ~29 (Adquisición de Activos) | ~700\n");
}

/* Where there are but three columns of codes, the others are blank. */
static void
lines_may_have_neither_item_nor_asignacion(void)
{
	CHECK_SPENDING(SPENDING THREE_COLUMNS TWO_NAMES TWO_AMOUNTS TOTAL,
	               "0: ~07 | ~02 | ~01 | _ | _ | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | _ | _ | ~29 (Adquisición de Activos) | ~700\n");
}

/* A fourth column is of the head before it, if the last head stands behind all codes. */
static void
a_head_behind_the_codes_has_none_of_them(void)
{
	CHECK_SPENDING(SPENDING THREE_COLUMNS "24\n25\n\nAsignación\n\n" TWO_NAMES TWO_AMOUNTS TOTAL,
	               "0: ~07 | ~02 | ~01 | ~24 | _ | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | ~25 | _ | ~29 (Adquisición de Activos) | ~700\n");
}

/* A column is whole where as many codes as lines follow its head; what is left has no place. */
static void
codes_that_fill_no_column_have_no_place(void)
{
	CHECK_SPENDING(SPENDING THREE_COLUMNS
	               "Item\n\n24\n25\n\nAsignación\n\n110\n\n" TWO_NAMES TWO_AMOUNTS TOTAL,
	               "0: ~07 | ~02 | ~01 | ~24 | ? | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | ~25 | ? | ~29 (Adquisición de Activos) | ~700\n"
	               "2:  |  |  | ?110 |  |  | \n");
	CHECK_SPENDING(SPENDING THREE_COLUMNS "110\n\n" TWO_NAMES TWO_AMOUNTS TOTAL,
	               "0: ~07 | ~02 | ~01 | ? | ? | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | ? | ? | ~29 (Adquisición de Activos) | ~700\n"
	               "2:  |  |  | ?110 |  |  | \n");
	CHECK_SPENDING(
	    SPENDING
	    "07\n\n02\n\n01\n\n24\n\n07\n\n02\n\n01\n\n24\n\n112\n\n" TWO_NAMES TWO_AMOUNTS TOTAL,
	    "0: ~07 | ~02 | ~01 | ? | ? | ~33 (Transferencias de Capital) | ~1.500\n"
	    "1: ~07 | ~02 | ~01 | ~24 | ~112 | ~29 (Adquisición de Activos) | ~700\n"
	    "2:  |  |  | ?24 |  |  | \n");
}

/* A line whose amount strayed does not take the next line's first code for it. */
static void
a_next_line_is_no_amount(void)
{
	CHECK_SPENDING(SPENDING
	               "07\n\n02\n\n01\n\n3\n\n110\n\n33 (Transferencias de Capital)\n\n"
	               "07\n\n02\n\n01\n\n24\n\n112\n\n29 (Adquisición de Activos)\n\n700\n\n" TOTAL,
	               "0: ~07 | ~02 | ~01 | ~24 | ~112 | ~29 (Adquisición de Activos) | ?700\n");
}

/* Where both codes stand on lines of two, their digits tell lines from columns. */
static void
lines_of_two_codes_are_lines_or_columns(void)
{
	CHECK_SPENDING(SPENDING THREE_COLUMNS "24 110\n25 112\n\n" TWO_NAMES TWO_AMOUNTS TOTAL,
	               "0: ~07 | ~02 | ~01 | ~24 | ~110 | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | ~25 | ~112 | ~29 (Adquisición de Activos) | ~700\n");
	CHECK_SPENDING(SPENDING THREE_COLUMNS "24 25\n110 112\n\n" TWO_NAMES TWO_AMOUNTS TOTAL,
	               "0: ~07 | ~02 | ~01 | ? | ? | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | ? | ? | ~29 (Adquisición de Activos) | ~700\n"
	               "2:  |  |  | ?24 |  |  | \n"
	               "3:  |  |  | ?25 |  |  | \n"
	               "4:  |  |  | ?110 |  |  | \n"
	               "5:  |  |  | ?112 |  |  | \n");
}

/* Digits tell all of one column from some of the other. */
static void
a_column_may_have_all_its_codes(void)
{
	CHECK_SPENDING(SPENDING THREE_COLUMNS "24\n25\n112\n\n" TWO_NAMES TWO_AMOUNTS TOTAL,
	               "0: ~07 | ~02 | ~01 | ~24 | ? | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | ~25 | ? | ~29 (Adquisición de Activos) | ~700\n"
	               "2:  |  |  | ?112 |  |  | \n");
	CHECK_SPENDING(SPENDING THREE_COLUMNS "24\n110\n112\n\n" TWO_NAMES TWO_AMOUNTS TOTAL,
	               "0: ~07 | ~02 | ~01 | ? | ~110 | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | ? | ~112 | ~29 (Adquisición de Activos) | ~700\n"
	               "2:  |  |  | ?24 |  |  | \n");
	CHECK_SPENDING(SPENDING THREE_COLUMNS "3\n25\n1\n\n" TWO_NAMES TWO_AMOUNTS TOTAL,
	               "0: ~07 | ~02 | ~01 | ~3 | ? | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | ~25 | ? | ~29 (Adquisición de Activos) | ~700\n"
	               "2:  |  |  | ?1 |  |  | \n");
	CHECK_SPENDING(SPENDING THREE_COLUMNS "24\n3\n112\n\n" TWO_NAMES TWO_AMOUNTS TOTAL,
	               "0: ~07 | ~02 | ~01 | ? | ? | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | ? | ? | ~29 (Adquisición de Activos) | ~700\n"
	               "2:  |  |  | ?24 |  |  | \n"
	               "3:  |  |  | ?3 |  |  | \n"
	               "4:  |  |  | ?112 |  |  | \n");
}

/* Each page of a table has its own columns. */
static void
columns_may_be_cut_by_pages(void)
{
#define SUM "Total Gasto al 4to trimestre 2021 ($miles): 4.100\n"
#define PAGE_OF_TWO                                                                                \
	"07\n07\n\n02\n02\n\n01\n01\n\n24\n25\n\n110\n112\n\n24 (Faros)\n\n25 "                        \
	"(Botes)\n\n1.500\n\n1.600\n\n"
	CHECK_SPENDING(SPENDING "07\n\n02\n\n01\n\n24\n\n7\n\n33 (Redes)\n\n1.000\n\n" PAGE_OF_TWO SUM,
	               "0: ~07 | ~02 | ~01 | ~24 | ~7 | ~33 (Redes) | ~1.000\n"
	               "1: ~07 | ~02 | ~01 | ~24 | ~110 | ~24 (Faros) | ~1.500\n"
	               "2: ~07 | ~02 | ~01 | ~25 | ~112 | ~25 (Botes) | ~1.600\n");
	/* the name of the first line stands behind columns of the next page */
	CHECK_SPENDING(
	    SPENDING "07\n\n02\n\n01\n\n24\n\n7\n\n" PAGE_OF_TWO "33 (Redes)\n\n1.000\n\n" SUM, "");
	/* columns of the last page are missing */
	CHECK_SPENDING(SPENDING
	               "07\n\n02\n\n01\n\n33 (Redes)\n\n1.000\n\n07\n07\n\n02\n\n24 (Faros)\n\n"
	               "25 (Botes)\n\n1.500\n\n1.600\n\n" SUM,
	               "0: ~07 | ~02 | ~01 | _ | _ | ~33 (Redes) | ?1.000\n");
	/* a code of the first columns stands behind a name */
	CHECK_SPENDING(
	    SPENDING
	    "07\n\n02\n\n01\n\n33 (Redes)\n\n1.000\n\n"
	    "07\n07\n\n02\n02\n\n01\n\n24 (Faros)\n\n01\n\n25 (Botes)\n\n1.500\n\n1.600\n\n" SUM,
	    "0: ~07 | ~02 | ~01 | _ | _ | ~33 (Redes) | ?1.000\n"
	    "1: ? | ? | ? | ? | ? | ~25 (Botes) | ?1.500\n"
	    "2:  |  |  | ?01 |  |  | \n");
}

/* A cell wraps beside its amount, which then stands inside its brackets. */
static void
an_amount_may_stand_inside_a_name(void)
{
	CHECK_SPENDING(SPENDING THREE_COLUMNS "24\n24\n\n110\n112\n\n"
	                                      "33 (Transferencias de 1.500\nCapital)\n\n"
	                                      "29 (Adquisición de Activos)\n\n700\n\n" TOTAL,
	               "0: ~07 | ~02 | ~01 | ~24 | ~110 | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | ~24 | ~112 | ~29 (Adquisición de Activos) | ~700\n");
}

/* Amounts that add up to a figure behind them are told from codes by it. */
static void
a_total_may_stand_behind_the_table(void)
{
	CHECK_ADMIN(ADMIN "07\n07\n\n02\n02\n\n01\n01\n\n24\n24\n\n110\n112\n\n"
	                  "33 (Transferencias de Capital)\n\n29 (Adquisición de Activos)\n\n"
	                  "Gasto Total por Subtítulo (M$)\n\n150\n\n70\n\n220\n\n",
	            "0: ~07 | ~02 | ~01 | ~24 | ~110 | ~33 (Transferencias de Capital) | ~150\n"
	            "1: ~07 | ~02 | ~01 | ~24 | ~112 | ~29 (Adquisición de Activos) | ~70\n");
}

/* The end of the last column, wrapped or on common lines, up to the next label. */
static void
columns_may_end_behind_the_table(void)
{
	CHECK_ADMIN(ADMIN THREE_COLUMNS
	            "24\n24\n\n110\n112\n\n33 (Transferencias de Capital)\n\n"
	            "Gasto Total por Subtítulo (M$)\n\n29 (Adquisición de\n"
	            "Activos)\n\n150 70\n\nGastos ($miles)\n\nFaros de mar\n\n220\n\n"
	            "Gastos administrativos provenientes de recursos "
	            "extrapresupuestarios: 4\n\n9\n",
	            "0: ~07 | ~02 | ~01 | ~24 | ~110 | ~33 (Transferencias de Capital) | ~150\n"
	            "1: ~07 | ~02 | ~01 | ~24 | ~112 | ~29 (Adquisición de Activos) | ~70\n");
	CHECK_SPENDING(SPENDING THREE_COLUMNS TWO_NAMES TOTAL "\n1.500\n\n700\n",
	               "0: ~07 | ~02 | ~01 | _ | _ | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | _ | _ | ~29 (Adquisición de Activos) | ~700\n");
	/* behind the label of a total, a figure must be it */
	CHECK_ADMIN(
	    ADMIN THREE_COLUMNS TWO_NAMES "Gasto Total por Subtítulo (M$)\n\n150\n\n80\n\n220\n", "");
}

static void
amounts_with_points_need_no_total(void)
{
	CHECK_SPENDING(SPENDING THREE_COLUMNS TWO_NAMES "1.500\n\n1.700\n\n",
	               "0: ~07 | ~02 | ~01 | _ | _ | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | _ | _ | ~29 (Adquisición de Activos) | ~1.700\n");
}

/* Codes among the names may be of any line. */
static void
codes_behind_a_name_have_no_place(void)
{
	static const char expected[] =
	    "0: ~07 | ~02 | ~01 | ? | ? | ~33 (Transferencias de Capital) | ~1.500\n"
	    "1: ~07 | ~02 | ~01 | ? | ? | ~29 (Adquisición de Activos) | ~1.700\n"
	    "2:  |  |  | ?24 |  |  | \n"
	    "3:  |  |  | ?25 |  |  | \n";

	CHECK_SPENDING(SPENDING THREE_COLUMNS "33 (Transferencias de Capital)\n\n24\n25\n\n"
	                                      "29 (Adquisición de Activos)\n\n1.500\n1.700\n",
	               expected);
	CHECK_SPENDING(SPENDING THREE_COLUMNS
	               "Asignación\n\n33 (Transferencias de Capital)\n\n24\n25\n\n"
	               "29 (Adquisición de Activos)\n\n1.500\n1.700\n",
	               expected);
}

/* What a line begins with may come again inside of it, as far as it is not whole. */
static void
items_may_be_numbered_as_partidas(void)
{
	CHECK_SPENDING(
	    SPENDING
	    "07\n\n02\n\n01\n\n07\n\n02\n\n07\n\n02\n\n01\n\n07\n\n112\n\n" TWO_NAMES TWO_AMOUNTS TOTAL,
	    "0: ~07 | ~02 | ~01 | ~07 | ~02 | ~33 (Transferencias de Capital) | ~1.500\n"
	    "1: ~07 | ~02 | ~01 | ~07 | ~112 | ~29 (Adquisición de Activos) | ~700\n");
}

static void
the_last_column_may_be_whole(void)
{
	CHECK_SPENDING(SPENDING THREE_COLUMNS
	               "Item\n\n24\n\nAsignación\n\n110\n112\n\n" TWO_NAMES TWO_AMOUNTS TOTAL,
	               "0: ~07 | ~02 | ~01 | ? | ~110 | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | ? | ~112 | ~29 (Adquisición de Activos) | ~700\n"
	               "2:  |  |  | ?24 |  |  | \n");
}

static void
a_line_alone_is_a_column_of_each(void)
{
	CHECK_SPENDING(SPENDING "07 02 01 24 110\n\n1.500\n\n33 (Transferencias de Capital)\n\n",
	               "0: ~07 | ~02 | ~01 | ~24 | ~110 | ~33 (Transferencias de Capital) | ~1.500\n");
}

/* No line lacks its first three codes: less of them are of another line as well. */
static void
a_line_with_one_code_has_none_for_sure(void)
{
	CHECK_SPENDING(SPENDING "07\n07\n\n02\n02\n\n01\n\n33 (Transferencias de Capital)\n\n01\n\n"
	                        "29 (Adquisición de Activos)\n\n1.500\n\n1.700\n\n",
	               "0: ? | ? | ? | ? | ? | ~29 (Adquisición de Activos) | ~1.500\n"
	               "1:  |  |  | ?01 |  |  | \n");
}

/* What cannot be sorted so is read line by line, where nothing is a line. */
static void
other_blocks_are_no_lines(void)
{
	static const char *const texts[] = {
	    /* amounts that do not add up, too few, too many, or no amounts */
	    THREE_COLUMNS TWO_NAMES "1.500\n\n800\n\n",
	    THREE_COLUMNS TWO_NAMES "1.500\n\n",
	    THREE_COLUMNS TWO_NAMES "1.500\n\n700\n\n1.000\n\n1.200\n\n",
	    THREE_COLUMNS TWO_NAMES "1,5\n\n700\n\n",
	    /* brackets that do not close, or hold two amounts or a head */
	    THREE_COLUMNS "33 (Transferencias de Capital\n\n",
	    THREE_COLUMNS "33 (Transferencias 1.500 de 700 Capital)\n\n",
	    THREE_COLUMNS "33 (Transferencias\n\nPartida\n\nde Capital)\n\n1.500\n\n",
	    /* a word that is neither name nor number */
	    THREE_COLUMNS "Faro\n\n" TWO_NAMES TWO_AMOUNTS,
	    /* three lines' codes for two names, other first codes, too few codes */
	    "07\n\n02\n\n01\n\n07\n\n02\n\n01\n\n07\n\n02\n\n01\n\n" TWO_NAMES TWO_AMOUNTS,
	    "07\n\n02\n\n01\n\n08\n\n02\n\n01\n\n" TWO_NAMES TWO_AMOUNTS,
	    "07\n\n02\n\n" TWO_NAMES TWO_AMOUNTS,
	    "07\n07\n\n02\n03\n\n01\n01\n\n" TWO_NAMES TWO_AMOUNTS,
	    "07\n07\n\n02\n02\n\n01\n04\n\n" TWO_NAMES TWO_AMOUNTS,
	    /* no names, no codes */
	    THREE_COLUMNS TWO_AMOUNTS,
	    "33 (Transferencias 1.500 de Capital)\n\n29 (Adquisición 700 de Activos)\n\n",
	};
	char text[2000];

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
	{
		snprintf(text, sizeof(text), "%s%s%s", SPENDING, texts[i], TOTAL);
		CHECK_SPENDING(text, "");
	}
}

/* Amounts as long as numbers may be add up to one that nothing can hold: to no total. */
static void
sums_beyond_all_bounds_prove_nothing(void)
{
	static const char *const columns[] = {"07\n", "02\n", "01\n", "33 (Transferencias)\n",
	                                      "999999999999999999\n"};
	char text[2000];
	char *end = text + sprintf(text, "%s", SPENDING);

	for (int i = 0; i < 5 * 12; i++)
		end += sprintf(end, "%s", columns[i / 12]);
	sprintf(end, "%s", TOTAL);
	CHECK_SPENDING(text, "");
}

/* ---- Columns by position ---- */

#define WIDE                                                                                        \
	TITLE "5.2) Presupuesto Total\n"                                                                \
	      "Partida   Capítulo   Programa   Item   Asignación   Subtítulo                       " \
	      "Gastos ($miles)\n"                                                                       \
	      "07        02         01         24     110          33 (Transferencias de Capital)  "    \
	      "1.500\n"

static void
heads_show_which_code_is_missing(void)
{
	CHECK_SPENDING(
	    WIDE "07        02         01                112          29 (Adquisición de Activos)     "
	         "700\n",
	    "0: 07 | 02 | 01 | 24 | 110 | 33 (Transferencias de Capital) | 1.500\n"
	    "1: 07 | 02 | 01 | _ | 112 | 29 (Adquisición de Activos) | 700\n");
}

/* A line with more codes than columns is none; without it, nothing is sure of the others. */
static void
a_line_of_seven_codes_is_none(void)
{
	CHECK_SPENDING(
	    WIDE
	    "07        02         01         24     112   110   44    29 (Adquisición de Activos)  "
	    "700\n",
	    "0: ~07 | ~02 | ~01 | ~24 | ~110 | ~33 (Transferencias de Capital) | ~1.500\n");
}

/* A line without an amount has none of the next one's codes for it. */
static void
a_line_without_an_amount_is_none(void)
{
	CHECK_SPENDING(TITLE "5.2) Presupuesto Total\nPartida Capítulo Programa Item Asignación "
	                     "Subtítulo Gastos ($miles)\n13 07 01 24 21 (Gastos en Personal)\n"
	                     "13 07 01 22 (Bienes) 9.500\n",
	               "0: ~13 | ~07 | ~01 | _ | _ | ~22 (Bienes) | ~9.500\n");
}

/* Digits that allow ítems before asignaciones allow pairs as well, but the columns are whole. */
static void
columns_that_could_be_pairs_are_columns(void)
{
	CHECK_SPENDING(SPENDING THREE_COLUMNS "24\n5\n\n6\n110\n\n" TWO_NAMES TWO_AMOUNTS TOTAL,
	               "0: ~07 | ~02 | ~01 | ~24 | ~6 | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | ~5 | ~110 | ~29 (Adquisición de Activos) | ~700\n");
}

/* Four million words are no table: they stay as they are. */
static void
a_table_of_all_words_is_none(void)
{
	enum
	{
		WORDS = 1 << 22
	};
	char *text = malloc(sizeof(SPENDING) + 2 * WORDS + 100);
	char *end = text + sprintf(text, "%s", SPENDING);
	Arena arena;
	Report report;
	Fact fact;

	for (int i = 0; i <= WORDS; i++)
		end += sprintf(end, "7%c", i % 100 == 99 ? '\n' : ' ');
	arena_init(&arena, &host_plain);
	if (report_of(text, &arena, &report))
	{
		CHECK_INT(report_rows(&report, FIELD_SPENDING_ITEM), 0);
		CHECK(report_cell(&report, FIELD_UNMAPPED_CONTENT, 0, &fact) && fact.text.len > 2 * WORDS);
	}
	arena_free(&arena);
	free(text);
}

/* Among blocks, values stand within the first header, so that it is the next page's that is found.
 */
static void
lines_begin_at_a_torn_header(void)
{
	CHECK_ADMIN(TITLE
	            "5.7) Gasto Administrativo\nPartida\n\nCapítulo Programa Item\n\n07\n\n02\n\n01\n\n"
	            "24\n\nAsignación Subtítulo\n110\n\n33 (Transferencias de Capital)\n\nGastos\n"
	            "($miles)\n1.500\n\nPágina 1 de 2\n\nPartida Capítulo Programa Item Asignación\n\n"
	            "Subtítulo\n\nGastos ($miles)\n\n07\n\n02\n\n01\n\n24\n\n112\n\n29 (Adquisición de "
	            "Activos)\n\n700\n\nGasto Total por Subtítulo (M$) 2.200\n",
	            "0: ~07 | ~02 | ~01 | ~24 | ~110 | ~33 (Transferencias de Capital) | ~1.500\n"
	            "1: ~07 | ~02 | ~01 | ~24 | ~112 | ~29 (Adquisición de Activos) | ~700\n");
}

/* Where a line is lost among blocks, amounts that do not make up the total are in doubt. */
static void
a_lost_line_leaves_amounts_in_doubt(void)
{
	CHECK_SPENDING(SPENDING
	               "07\n\n02\n\n1.500\n\n07 02 01 24 112 29 (Adquisición de Activos) 700\n\n" TOTAL,
	               "0: ~07 | ~02 | ~01 | ~24 | ~112 | ~29 (Adquisición de Activos) | ?700\n");
}

/* Codes of many digits are of cells that touch. */
static void
codes_that_touch_are_in_doubt(void)
{
	CHECK_SPENDING(TITLE
	               "5.2) Presupuesto Total\nPartida Capítulo Programa Item Asignación Subtítulo "
	               "Gastos ($miles)\n07 02 0124 110 24033 (Transferencias) 1.500\n" TOTAL,
	               "0: 07 | 02 | ?0124 | ? | ? | ?24033 (Transferencias) | 1.500\n"
	               "1:  |  |  | ?110 |  |  | \n");
}

#define LAW TITLE "5. PRESUPUESTO\nProgramas presupuestarios según Ley de Presupuestos:\n\n"
#define CHECK_LAW(text, expected)                                                                  \
	CHECK_COLUMNS(text, FIELD_LAW_PARTIDA, FIELD_LAW_PROGRAMA, expected)

/* Columns of the budget law may stand behind what follows it, each with its head. */
static void
programmes_may_stand_behind_the_budgets(void)
{
	CHECK_LAW(LAW "Partida presupuestaria\n\n07\n07\n\n"
	              "Presupuesto Inicial (Ley de Presupuesto 2022) ($miles): 5\n\n"
	              "Capítulo\n\n02\n02\n\nPrograma\n\n01\n03\n\n" ADMIN_TABLE,
	          "0: ~07 | ~02 | ~01\n1: ~07 | ~02 | ~03\n");
	CHECK_LAW(LAW "Partida presupuestaria\n\nCapítulo\n\nPrograma\n\n07\n\n02\n\n01\n\n"
	              "Presupuesto Inicial (Ley de Presupuesto 2022) ($miles): 5\n\n"
	              "07\n\n02\n\n03\n\n" ADMIN_TABLE,
	          "0: ?07 | ?02 | ?01\n");
	CHECK_LAW(LAW "Partida presupuestaria Capítulo Programa\n07\n02\n01\n\n"
	              "Presupuesto Inicial (Ley de Presupuesto 2022) ($miles): 5\n\n08\n\n" ADMIN_TABLE,
	          "0: ?07 | ?02 | ?01\n");
	CHECK_LAW(LAW "Partida presupuestaria\n\n07\n\n07\n\n07\n\n"
	              "Presupuesto Inicial (Ley de Presupuesto 2022) ($miles): 5\n\n" ADMIN_TABLE,
	          "0: ?07 | ?07 | ?07\n");
	/* a partida of the number of its capítulo may be either */
	CHECK_LAW(LAW "Partida presupuestaria\n\nCapítulo\n\nPrograma\n\n05\n\n05\n\n05\n\n05\n\n01\n\n"
	              "05\n\nPresupuesto Inicial (Ley de Presupuesto 2022) ($miles): 5\n\n" ADMIN_TABLE,
	          "0: ?05 | ?05 | ?05\n1: ?05 | ?01 | ?05\n");
	/* lines of a block may be in an order of its own */
	CHECK_LAW(LAW "Partida presupuestaria Capítulo Programa\n07\n02\n01\n"
	              "Presupuesto Inicial (Ley de Presupuesto 2022) ($miles): 5\n\n" ADMIN_TABLE,
	          "0: ~07 | ~02 | ~01\n");
	CHECK_LAW(LAW "Partida presupuestaria\n\nCapítulo\n\nPrograma\n\n07\n\n02\n\n01\n\n"
	              "Presupuesto Inicial (Ley de Presupuesto 2022) ($miles): 5\n\n" ADMIN_TABLE,
	          "0: 07 | 02 | 01\n");
	/* a code above all heads is behind none */
	CHECK_LAW(LAW "07\n\nPartida presupuestaria\n\n"
	              "Presupuesto Inicial (Ley de Presupuesto 2022) ($miles): 5\n\n"
	              "Capítulo\n\n02\n\nPrograma\n\n01\n\n" ADMIN_TABLE,
	          "0:  |  | ?07\n");
}

/* Heads of the regions and of the total's row are none of the lines'. */
static void
heads_of_other_tables_are_left_out(void)
{
	CHECK_ADMIN(TITLE
	            "5.7) Gasto Administrativo\n\nTotal ejecutado\n\nPartida\n\nCapítulo Programa "
	            "Item Asignación Subtítulo\n\n07\n\n02\n\n01\n\n24\n\n110\n\n"
	            "33 (Transferencias de Capital)\n\nGasto Total por\nSubtítulo (M$)\n\n"
	            "Gastos ($miles)\n\n1.500\n\n1.500\n",
	            "0: ~07 | ~02 | ~01 | ~24 | ~110 | ~33 (Transferencias de Capital) | ~1.500\n");
	CHECK_ADMIN(TITLE "5.7) Gasto Administrativo\n\nPartida\n\nCapítulo Programa Item Asignación "
	                  "Subtítulo\n\n07\n\n02\n\n01\n\n24\n\nGasto Total por Subtítulo\n(M$)\n\n"
	                  "110\n\n33 (Transferencias de Capital)\n\n1.500\n\n1.500\n",
	            "0: ~07 | ~02 | ~01 | ~24 | ~110 | ~33 (Transferencias de Capital) | ~1.500\n");
}

/* Amounts without points are those behind the last subtítulo. */
static void
amounts_may_be_all_behind_the_last_name(void)
{
	CHECK_SPENDING(SPENDING THREE_COLUMNS
	               "24\n25\n\n110\n\n33 (Transferencias de Capital)\n\n112\n\n"
	               "29 (Adquisición de Activos)\n\n9\n\n0\n\n"
	               "Total Gasto al 4to trimestre 2021 ($miles): 9\n",
	               "0: ~07 | ~02 | ~01 | ? | ? | ~33 (Transferencias de Capital) | ~9\n"
	               "1: ~07 | ~02 | ~01 | ? | ? | ~29 (Adquisición de Activos) | ~0\n"
	               "2:  |  |  | ?24 |  |  | \n"
	               "3:  |  |  | ?25 |  |  | \n"
	               "4:  |  |  | ?110 |  |  | \n"
	               "5:  |  |  | ?112 |  |  | \n");
}

/* Before the heading of the next table, a header is the last one's repeated. */
static void
a_repeated_header_begins_no_table(void)
{
#define HEADS "Partida Capítulo Programa Item Asignación Subtítulo Gastos ($miles)\n"
	CHECK_SPENDING(TITLE "5.2) Presupuesto Total\n" HEADS
	                     "07 02 01 24 110 33 (Transferencias) 1.500\n" HEADS
	                     "07 02 01 24 112 29 (Activos) 700\nTotal Gasto 4to trimestre 2021: 2.200\n"
	                     "5.3) Gasto Extrapresupuestario\n5.5) Gasto por Componente\n",
	               "0: 07 | 02 | 01 | 24 | 110 | 33 (Transferencias) | 1.500\n"
	               "1: 07 | 02 | 01 | 24 | 112 | 29 (Activos) | 700\n");
}

/* The label of the total may have the total within it. */
static void
the_total_may_stand_within_its_label(void)
{
	CHECK_ADMIN(ADMIN THREE_COLUMNS TWO_NAMES "1.500\n\n700\n\nGasto Total por\n\n2.200\n\n"
	                                          "Subtítulo (M$)\n\n",
	            "0: ~07 | ~02 | ~01 | _ | _ | ~33 (Transferencias de Capital) | ~1.500\n"
	            "1: ~07 | ~02 | ~01 | _ | _ | ~29 (Adquisición de Activos) | ~700\n");
}

/* Where only an ítem and its asignación can follow each other, they do. */
static void
items_may_come_with_their_asignaciones(void)
{
	CHECK_SPENDING(SPENDING THREE_COLUMNS "24\n110\n22\n112\n\n" TWO_NAMES TWO_AMOUNTS TOTAL,
	               "0: ~07 | ~02 | ~01 | ~24 | ~110 | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | ~22 | ~112 | ~29 (Adquisición de Activos) | ~700\n");
}

/* Points tell amounts from codes that fill their columns, whatever the report's total is. */
static void
amounts_may_contradict_the_total(void)
{
	CHECK_SPENDING(SPENDING THREE_COLUMNS TWO_NAMES "1.500\n\n2.700\n\n" TOTAL,
	               "0: ~07 | ~02 | ~01 | _ | _ | ~33 (Transferencias de Capital) | ~1.500\n"
	               "1: ~07 | ~02 | ~01 | _ | _ | ~29 (Adquisición de Activos) | ~2.700\n");
	CHECK_SPENDING(SPENDING THREE_COLUMNS "24\n\n" TWO_NAMES "1.500\n\n2.700\n\n" TOTAL, "");
}

/* Where no number can be an amount, these stand elsewhere. */
static void
amounts_may_be_missing(void)
{
	CHECK_SPENDING(SPENDING THREE_COLUMNS "24\n24\n\n110\n112\n\n" TWO_NAMES TOTAL,
	               "0: ~07 | ~02 | ~01 | ~24 | ~110 | ~33 (Transferencias de Capital) | ?\n"
	               "1: ~07 | ~02 | ~01 | ~24 | ~112 | ~29 (Adquisición de Activos) | ?\n");
	CHECK_SPENDING(SPENDING THREE_COLUMNS "24\n24\n\n110\n112\n\n9\n\n" TWO_NAMES TOTAL, "");
	CHECK_SPENDING(SPENDING THREE_COLUMNS "33 (Transferencias 1.500 de Capital)\n\n"
	                                      "29 (Adquisición de Activos)\n\n" TOTAL,
	               "");
}

int
main(void)
{
	RUN(codes_come_line_by_line);
	RUN(codes_come_column_by_column);
	RUN(lines_may_have_neither_item_nor_asignacion);
	RUN(a_head_behind_the_codes_has_none_of_them);
	RUN(codes_that_fill_no_column_have_no_place);
	RUN(a_next_line_is_no_amount);
	RUN(lines_of_two_codes_are_lines_or_columns);
	RUN(a_column_may_have_all_its_codes);
	RUN(columns_may_be_cut_by_pages);
	RUN(an_amount_may_stand_inside_a_name);
	RUN(a_total_may_stand_behind_the_table);
	RUN(columns_may_end_behind_the_table);
	RUN(amounts_with_points_need_no_total);
	RUN(codes_behind_a_name_have_no_place);
	RUN(items_may_be_numbered_as_partidas);
	RUN(the_last_column_may_be_whole);
	RUN(a_line_alone_is_a_column_of_each);
	RUN(a_line_with_one_code_has_none_for_sure);
	RUN(other_blocks_are_no_lines);
	RUN(sums_beyond_all_bounds_prove_nothing);
	RUN(heads_show_which_code_is_missing);
	RUN(a_line_of_seven_codes_is_none);
	RUN(a_line_without_an_amount_is_none);
	RUN(columns_that_could_be_pairs_are_columns);
	RUN(a_table_of_all_words_is_none);
	RUN(lines_begin_at_a_torn_header);
	RUN(a_lost_line_leaves_amounts_in_doubt);
	RUN(codes_that_touch_are_in_doubt);
	RUN(programmes_may_stand_behind_the_budgets);
	RUN(heads_of_other_tables_are_left_out);
	RUN(amounts_may_be_all_behind_the_last_name);
	RUN(a_repeated_header_begins_no_table);
	RUN(the_total_may_stand_within_its_label);
	RUN(items_may_come_with_their_asignaciones);
	RUN(amounts_may_contradict_the_total);
	RUN(amounts_may_be_missing);
	return unit_end();
}
