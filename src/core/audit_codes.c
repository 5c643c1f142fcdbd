/*
 * audit_codes.c
 *		Budget codes: that they agree, whose they are, and how long they may be.
 *
 * Codes are compared as numbers: "07" is "7".
 *
 * src/core/audit_codes.c
 */
#include <stdlib.h>
#include <string.h>

#include "audit_rules.h"
#include "fold.h"

#define CODE_DIGITS_MAX 9 /* what has more is no code, and fits no number */

/* The digits of a code, without leading zeros. */
static Str
code_digits(Str text)
{
	Str digits = str_trim(text);
	uint32_t len = 0;

	while (digits.len > 1 && digits.at[0] == '0')
	{
		digits.at++;
		digits.len--;
	}
	while (len < digits.len && digits.at[len] >= '0' && digits.at[len] <= '9')
		len++;
	return (Str){digits.at, len};
}

/* The number of a code that is nothing but digits. */
static bool
code_number(const Fact *fact, int64_t *number)
{
	Str digits = code_digits(fact->text);

	if (!status_is_sure(fact->status) || digits.len == 0 || digits.len > CODE_DIGITS_MAX ||
	    digits.at + digits.len != str_trim(fact->text).at + str_trim(fact->text).len)
		return false;
	return integer_parse(digits, number);
}

/* ---- Budget programmes ---- */

#define LEVELS 3 /* partida, capítulo, programa */

typedef struct Programme
{
	int64_t code[LEVELS];
	uint32_t row;
} Programme;

typedef struct Programmes
{
	Programme *list; /* in the order of their codes */
	uint32_t count;
	bool complete; /* every row has all its codes */
} Programmes;

static const FieldId law_columns[LEVELS] = {FIELD_LAW_PARTIDA, FIELD_LAW_CAPITULO,
                                            FIELD_LAW_PROGRAMA};

static int
compare_programmes(const void *a, const void *b)
{
	const Programme *one = a;
	const Programme *other = b;

	for (int i = 0; i < LEVELS; i++)
	{
		if (one->code[i] != other->code[i])
			return one->code[i] < other->code[i] ? -1 : 1;
	}
	return (one->row > other->row) - (one->row < other->row);
}

static bool
read_programme(const Rows *rows, Programme *programme)
{
	programme->row = rows->row;
	for (int i = 0; i < LEVELS; i++)
	{
		if (!code_number(&rows->cells[i], &programme->code[i]))
			return false;
	}
	return true;
}

/* The budget programmes of 5. */
static bool
read_programmes(const Report *report, Arena *arena, Programmes *all)
{
	uint32_t capacity = 0;
	Rows rows;

	*all = (Programmes){NULL, 0, true};
	rows_start(&rows, report, law_columns, LEVELS);
	while (rows_next(&rows))
	{
		Programme programme;

		if (!read_programme(&rows, &programme))
			all->complete = false;
		else if (arena_grow(arena, (void **) &all->list, all->count, &capacity, sizeof(Programme)))
			all->list[all->count++] = programme;
	}
	if (all->count > 1)
		qsort(all->list, all->count, sizeof(Programme), compare_programmes);
	return !arena->failed;
}

/* How many codes, from the partida on, a programme shares with this one. */
static int
shared_levels(const Programme *one, const Programme *other)
{
	int levels = 0;

	while (levels < LEVELS && one->code[levels] == other->code[levels])
		levels++;
	return levels;
}

/* How many codes, from the partida on, any of the programmes has in common with this one. */
static int
known_levels(const Programmes *all, const Programme *programme)
{
	uint32_t low = 0;
	uint32_t high = all->count;
	int levels = 0;

	while (low < high)
	{
		uint32_t middle = low + (high - low) / 2;

		if (compare_programmes(&all->list[middle], programme) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < all->count)
		levels = shared_levels(&all->list[low], programme);
	if (low > 0 && shared_levels(&all->list[low - 1], programme) > levels)
		levels = shared_levels(&all->list[low - 1], programme);
	return levels;
}

static Str
say_codes(Audit *audit, const Rows *rows)
{
	const Fact *cells = rows->cells;

	return say(audit, "%.*s/%.*s/%.*s", (int) cells[0].text.len, cells[0].text.at,
	           (int) cells[1].text.len, cells[1].text.at, (int) cells[2].text.len,
	           cells[2].text.at);
}

/* Checks the lines of a table against the programmes; the first code that none has is the place. */
static void
check_lines(Audit *audit, CheckId check, const FieldId columns[LEVELS], const Programmes *all)
{
	Rows rows;

	rows_start(&rows, audit->report, columns, LEVELS);
	while (rows_next(&rows))
	{
		Programme line;
		Found found;
		int levels;

		if (!read_programme(&rows, &line))
			continue;
		line.row = 0; /* before any programme of the same codes */
		levels = known_levels(all, &line);
		if (levels == LEVELS)
			continue;
		found = found_at(check, columns[levels], rows.row);
		found.reported = value_plain(line.code[levels]);
		if (all->count == 1)
			found.expected = value_plain(all->list[0].code[levels]);
		found_word(&found, "printed", say_name(audit, rows.cells[levels].text));
		found_word(&found, "codes", say_codes(audit, &rows));
		audit_add(audit, &found);
	}
}

void
rule_budget_codes(Audit *audit, CheckId check)
{
	static const FieldId spending[] = {FIELD_SPENDING_PARTIDA, FIELD_SPENDING_CAPITULO,
	                                   FIELD_SPENDING_PROGRAMA};
	static const FieldId admin[] = {FIELD_ADMIN_PARTIDA, FIELD_ADMIN_CAPITULO,
	                                FIELD_ADMIN_PROGRAMA};
	Programmes all;

	if (!read_programmes(audit->report, audit->arena, &all) || all.count == 0 || !all.complete ||
	    audit->ambiguous[FIELD_BUDGET_LAW])
		return;
	if (!audit->ambiguous[FIELD_SPENDING_LINES])
		check_lines(audit, check, spending, &all);
	if (!audit->ambiguous[FIELD_ADMIN_LINES])
		check_lines(audit, check, admin, &all);
}

/* ---- Two reports ---- */

static void
add_code_change(Audit *audit, CheckId check, FieldId field, uint32_t row, const char *change,
                const Programme *programme)
{
	Found found = found_at(check, field, row);

	found_word(&found, "change", (Str){change, (uint32_t) strlen(change)});
	found_word(&found, "codes",
	           say(audit, "%02d/%02d/%02d", (int) programme->code[0], (int) programme->code[1],
	               (int) programme->code[2]));
	found_word(&found, "year", say_earlier_year(audit));
	audit_add(audit, &found);
}

void
rule_codes_changed(Audit *audit, CheckId check)
{
	Programmes before;
	Programmes now;

	if (!read_programmes(audit->earlier, audit->arena, &before) ||
	    !read_programmes(audit->report, audit->arena, &now) || before.count == 0 ||
	    now.count == 0 || !before.complete || !now.complete)
		return;
	for (uint32_t i = 0; i < now.count; i++)
	{
		Programme programme = now.list[i];

		programme.row = 0;
		if (known_levels(&before, &programme) < LEVELS)
			add_code_change(audit, check, FIELD_LAW_PROGRAMA, now.list[i].row, "adds",
			                &now.list[i]);
	}
	for (uint32_t i = 0; i < before.count; i++)
	{
		Programme programme = before.list[i];

		programme.row = 0;
		if (known_levels(&now, &programme) < LEVELS)
			add_code_change(audit, check, FIELD_BUDGET_LAW, 0, "lacks", &before.list[i]);
	}
}

/* ---- Partidas and ministries ---- */

/*
 * The partidas of the budget law, from the first year on in which a ministry
 * had its own one all year; words: what its name has, folded.  Those without
 * words head no report of the form.
 */
static const struct
{
	int number;
	int since;
	const char *name;
	const char *words;
} partidas[] = {
    {1, 0, "Presidencia de la República", NULL},
    {2, 0, "Congreso Nacional", NULL},
    {3, 0, "Poder Judicial", NULL},
    {4, 0, "Contraloría General de la República", NULL},
    {5, 0, "Interior", "ministerio del interior"},
    {6, 0, "Relaciones Exteriores", "relaciones exteriores"},
    {7, 0, "Economía", "economia"},
    {8, 0, "Hacienda", "hacienda"},
    {9, 0, "Educación", "educacion"},
    {10, 0, "Justicia", "justicia"},
    {11, 0, "Defensa Nacional", "defensa"},
    {12, 0, "Obras Públicas", "obras publicas"},
    {13, 0, "Agricultura", "agricultura"},
    {14, 0, "Bienes Nacionales", "bienes nacionales"},
    {15, 0, "Trabajo y Previsión Social", "trabajo"},
    {16, 0, "Salud", "salud"},
    {17, 0, "Minería", "mineria"},
    {18, 0, "Vivienda y Urbanismo", "vivienda"},
    {19, 0, "Transportes y Telecomunicaciones", "transportes"},
    {20, 0, "Secretaría General de Gobierno", "secretaria general de gobierno"},
    {21, 0, "Desarrollo Social", "desarrollo social"},
    {22, 0, "Secretaría General de la Presidencia", "secretaria general de la presidencia"},
    {23, 0, "Ministerio Público", NULL},
    {24, 0, "Energía", "energia"},
    {25, 0, "Medio Ambiente", "medio ambiente"},
    {26, 2014, "Deporte", "deporte"},
    {27, 2017, "Mujer y Equidad de Género", "mujer"},
    {28, 2017, "Servicio Electoral", NULL},
    {29, 2019, "Culturas, Artes y Patrimonio", "culturas"},
    {30, 2020, "Ciencia", "ciencia"},
    {50, 0, "Tesoro Público", NULL},
};

#define PARTIDAS      ((int) (sizeof(partidas) / sizeof(partidas[0])))
#define NO_PARTIDA    (-1)
#define PARTIDA_COUNT 100 /* of two digits */

/* The partida of this number, by its index; NO_PARTIDA: not known, or not yet in that year. */
static int
partida_of_number(int64_t number, int year)
{
	for (int i = 0; i < PARTIDAS; i++)
	{
		if (partidas[i].number == number)
			return year >= partidas[i].since ? i : NO_PARTIDA;
	}
	return NO_PARTIDA;
}

/* The partida of a ministry, by its index; NO_PARTIDA: unknown, not yet, or the name fits two. */
static int
partida_of_ministry(Str folded, int year)
{
	int only = NO_PARTIDA;

	for (int i = 0; i < PARTIDAS; i++)
	{
		if (partidas[i].words == NULL || !folded_has(folded, partidas[i].words))
			continue;
		if (only != NO_PARTIDA || year < partidas[i].since)
			return NO_PARTIDA;
		only = i;
	}
	return only;
}

/* A programa of three digits is an asignación, so the codes stand one group too far left. */
static bool
is_shifted(const Fact *programa)
{
	int64_t number;

	return code_number(programa, &number) && number >= 100;
}

static void
check_partida(Audit *audit, CheckId check, const Rows *rows, int due, Str ministry)
{
	Found found = found_at(check, FIELD_LAW_PARTIDA, rows->row);
	int64_t number;
	int owner;
	bool shifted = is_shifted(&rows->cells[2]);
	Str codes;

	if (!code_number(&rows->cells[0], &number) || number == partidas[due].number)
		return;
	owner = partida_of_number(number, audit->year);
	if (owner == NO_PARTIDA)
		return;
	codes = say_codes(audit, rows);
	found.reported = value_plain(number);
	found.expected = value_plain(partidas[due].number);
	found_word(&found, "printed", say_name(audit, rows->cells[0].text));
	found_word(&found, "owner", say(audit, "%s", partidas[owner].name));
	found_word(&found, "due", say(audit, "%02d", partidas[due].number));
	found_word(&found, "ministry", say_name(audit, ministry));
	found_word(&found, "hint",
	           shifted ? say(audit, "; %.*s looks like subtítulo, ítem and asignación",
	                         (int) codes.len, codes.at)
	                   : STR(""));
	audit_add(audit, &found);
}

/* Each wrong partida is found once. */
void
rule_ministry(Audit *audit, CheckId check)
{
	bool seen[PARTIDA_COUNT] = {false};
	Fact ministry;
	Rows rows;
	int due;

	if (audit->year == YEAR_UNKNOWN || !report_scalar(audit->report, FIELD_MINISTRY, &ministry) ||
	    !status_is_sure(ministry.status))
		return;
	due = partida_of_ministry(fold_text(ministry.text, audit->arena), audit->year);
	if (due == NO_PARTIDA)
		return;
	rows_start(&rows, audit->report, law_columns, LEVELS);
	while (rows_next(&rows))
	{
		int64_t number;

		if (!code_number(&rows.cells[0], &number) || number >= PARTIDA_COUNT || seen[number])
			continue;
		seen[number] = true;
		check_partida(audit, check, &rows, due, ministry.text);
	}
}

/* ---- Shapes ---- */

typedef enum CodeKind
{
	KIND_PARTIDA,
	KIND_CAPITULO,
	KIND_PROGRAMA,
	KIND_ITEM,
	KIND_ASIGNACION,
	KIND_SUBTITULO,
} CodeKind;

static const struct
{
	FieldId column;
	CodeKind kind;
} code_columns[] = {
    {FIELD_LAW_PARTIDA, KIND_PARTIDA},
    {FIELD_LAW_CAPITULO, KIND_CAPITULO},
    {FIELD_LAW_PROGRAMA, KIND_PROGRAMA},
    {FIELD_SPENDING_PARTIDA, KIND_PARTIDA},
    {FIELD_SPENDING_CAPITULO, KIND_CAPITULO},
    {FIELD_SPENDING_PROGRAMA, KIND_PROGRAMA},
    {FIELD_SPENDING_ITEM, KIND_ITEM},
    {FIELD_SPENDING_ASIGNACION, KIND_ASIGNACION},
    {FIELD_SPENDING_SUBTITULO, KIND_SUBTITULO},
    {FIELD_EXTRA_PARTIDA, KIND_PARTIDA},
    {FIELD_EXTRA_CAPITULO, KIND_CAPITULO},
    {FIELD_EXTRA_PROGRAMA, KIND_PROGRAMA},
    {FIELD_EXTRA_ITEM, KIND_ITEM},
    {FIELD_EXTRA_ASIGNACION, KIND_ASIGNACION},
    {FIELD_EXTRA_SUBTITULO, KIND_SUBTITULO},
    {FIELD_ADMIN_PARTIDA, KIND_PARTIDA},
    {FIELD_ADMIN_CAPITULO, KIND_CAPITULO},
    {FIELD_ADMIN_PROGRAMA, KIND_PROGRAMA},
    {FIELD_ADMIN_ITEM, KIND_ITEM},
    {FIELD_ADMIN_ASIGNACION, KIND_ASIGNACION},
    {FIELD_ADMIN_SUBTITULO, KIND_SUBTITULO},
};

static const uint32_t digits_max[] = {
    [KIND_PARTIDA] = 2, [KIND_CAPITULO] = 2,   [KIND_PROGRAMA] = 2,
    [KIND_ITEM] = 2,    [KIND_ASIGNACION] = 3, [KIND_SUBTITULO] = 2,
};

/* A code with too many digits */
typedef struct LongCode
{
	CodeKind kind;
	Str digits;
	FieldId column;
	uint32_t row;
} LongCode;

typedef struct LongCodes
{
	LongCode *list;
	uint32_t count;
	uint32_t capacity;
} LongCodes;

static void
gather_long_codes(Audit *audit, FieldId column, CodeKind kind, LongCodes *codes)
{
	Rows rows;

	rows_start(&rows, audit->report, &column, 1);
	while (rows_next(&rows))
	{
		LongCode code = {kind, code_digits(rows.cells[0].text), column, rows.row};

		if (status_is_sure(rows.cells[0].status) && code.digits.len > digits_max[kind] &&
		    arena_grow(audit->arena, (void **) &codes->list, codes->count, &codes->capacity,
		               sizeof(LongCode)))
			codes->list[codes->count++] = code;
	}
}

static int
compare_places(const LongCode *one, const LongCode *other)
{
	if (one->column != other->column)
		return one->column < other->column ? -1 : 1;
	return (one->row > other->row) - (one->row < other->row);
}

static int
compare_codes(const void *a, const void *b)
{
	const LongCode *one = a;
	const LongCode *other = b;
	int order = (int) one->kind - (int) other->kind;

	if (order == 0)
		order = str_compare(one->digits, other->digits);
	return order != 0 ? order : compare_places(one, other);
}

static int
compare_code_places(const void *a, const void *b)
{
	return compare_places(a, b);
}

/* Keeps the first place of each code. */
static void
keep_first(LongCodes *codes)
{
	uint32_t kept = 0;

	if (codes->count > 1)
		qsort(codes->list, codes->count, sizeof(LongCode), compare_codes);
	for (uint32_t i = 0; i < codes->count; i++)
	{
		if (kept == 0 || codes->list[kept - 1].kind != codes->list[i].kind ||
		    !str_equal(codes->list[kept - 1].digits, codes->list[i].digits))
			codes->list[kept++] = codes->list[i];
	}
	codes->count = kept;
	if (codes->count > 1)
		qsort(codes->list, codes->count, sizeof(LongCode), compare_code_places);
}

void
rule_code_shapes(Audit *audit, CheckId check)
{
	LongCodes codes = {NULL, 0, 0};

	for (size_t i = 0; i < sizeof(code_columns) / sizeof(code_columns[0]); i++)
		gather_long_codes(audit, code_columns[i].column, code_columns[i].kind, &codes);
	keep_first(&codes);
	for (uint32_t i = 0; i < codes.count; i++)
	{
		const LongCode *code = &codes.list[i];
		Found found = found_at(check, code->column, code->row);
		int64_t number;

		if (code->digits.len <= CODE_DIGITS_MAX && integer_parse(code->digits, &number))
			found.reported = value_plain(number);
		found_word(&found, "printed", say_name(audit, code->digits));
		found_word(&found, "digits", say(audit, "%u", (unsigned) digits_max[code->kind]));
		audit_add(audit, &found);
	}
}
