/*
 * test_region.c
 *		Names of regions, however they are written.
 *
 * test/unit/test_region.c
 */
#include "unit.h"

#include "region.h"

static void
check_region(const char *name, const char *code)
{
	const char *got = region_code_of(str_of(name));

	CHECK_THAT(got == code || (got != NULL && code != NULL && strcmp(got, code) == 0),
	           "\"%s\" is %s, not %s", name, got == NULL ? "no region" : got,
	           code == NULL ? "no region" : code);
}

static void
regions_have_codes(void)
{
	static const char *const names[][2] = {
	    {"Arica y Parinacota", "CL-AP"},
	    {"Tarapacá", "CL-TA"},
	    {"Antofagasta", "CL-AN"},
	    {"Atacama", "CL-AT"},
	    {"Coquimbo", "CL-CO"},
	    {"Valparaíso", "CL-VS"},
	    {"Libertador General Bernardo O'Higgins", "CL-LI"},
	    {"Maule", "CL-ML"},
	    {"Ñuble", "CL-NB"},
	    {"Biobío", "CL-BI"},
	    {"La Araucanía", "CL-AR"},
	    {"Los Ríos", "CL-LR"},
	    {"Los Lagos", "CL-LL"},
	    {"Aysén del General Carlos Ibáñez del Campo", "CL-AI"},
	    {"Magallanes y de la Antártica Chilena", "CL-MA"},
	    {"Metropolitana de Santiago", "CL-RM"},
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
	{
		char longer[100];

		check_region(names[i][0], names[i][1]);
		snprintf(longer, sizeof(longer), "Región de %s", names[i][0]);
		check_region(longer, names[i][1]);
		snprintf(longer, sizeof(longer), "  REGION DEL\n%s. ", names[i][0]);
		check_region(longer, names[i][1]);
	}
}

static void
regions_have_variants(void)
{
	static const char *const names[][2] = {
	    {"ARICA Y PARINACOTA", "CL-AP"},
	    {"tarapaca", "CL-TA"},
	    {"Tarapaca\xCC\x81", "CL-TA"}, /* decomposed */
	    {"Región de la Araucanía", "CL-AR"},
	    {"Araucanía", "CL-AR"},
	    {"Región de Los Ríos", "CL-LR"},
	    {"Región de los Lagos", "CL-LL"},
	    {"Libertador General Bernardo OHiggins", "CL-LI"},
	    {"Libertador Bernardo O’Higgins", "CL-LI"},
	    {"Lib. Gral. Bernardo O´Higgins", "CL-LI"},
	    {"Región del Libertador Gral. B. O`Higgins", "CL-LI"},
	    {"General Bernardo O'Higgins", "CL-LI"},
	    {"O'Higgins", "CL-LI"},
	    {"OHIGGINS", "CL-LI"},
	    {"Nuble", "CL-NB"},
	    {"Región de Ñuble", "CL-NB"},
	    {"N\xCC\x83uble", "CL-NB"},
	    {"Bío-Bío", "CL-BI"},
	    {"Bío Bío", "CL-BI"},
	    {"del Bio Bio", "CL-BI"},
	    {"Aysén", "CL-AI"},
	    {"Aisén", "CL-AI"},
	    {"Aysen del Gral. Carlos Ibañez del Campo", "CL-AI"},
	    {"Magallanes", "CL-MA"},
	    {"Magallanes y Antártica Chilena", "CL-MA"},
	    {"Magallanes y la Antártica Chilena", "CL-MA"},
	    {"Metropolitana", "CL-RM"},
	    {"Región Metropolitana", "CL-RM"},
	    {"Región Metropolitana (RM)", "CL-RM"},
	    {"RM", "CL-RM"},
	    {"R.M.", "CL-RM"},
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		check_region(names[i][0], names[i][1]);
}

static void
regions_have_numbers(void)
{
	check_region("I", "CL-TA");
	check_region("VIII", "CL-BI");
	check_region("VIII Región", "CL-BI");
	check_region("Región XIV", "CL-LR");
	check_region("xv", "CL-AP");
	check_region("XVI Región de Ñuble", "CL-NB");
	check_region("VIII Región del Biobío", "CL-BI");
	check_region("XIII Región Metropolitana", "CL-RM");
	check_region("IX Región del Maule", NULL); /* the number is another region's */
	check_region("IIII", NULL);
	check_region("XVII", NULL);
	check_region("8", NULL);
}

static void
other_names_are_no_regions(void)
{
	static const char *const names[] = {
	    "",
	    " ",
	    "Región",
	    "Región de la",
	    "de",
	    "Nivel central",
	    "Nivel Central",
	    "Total",
	    "Chile",
	    "Santiago",
	    "Arica",
	    "Región Región del Maule",
	    "Los beneficiarios del Maule",
	    "Maule y Ñuble",
	    "Biobío Maule",
	    "Mauleón",
	    "General",
	    "Libertador",
	    "Metropolitana de Concepción",
	    "Ingreso de beneficiarios en la Región de Los Lagos durante el año, según el convenio "
	    "vigente "
	    "con el municipio de la comuna",
	    "\xFF\xFE",
	    "Mau\xFFle",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		check_region(names[i], NULL);
	CHECK(region_code_of(NO_STR) == NULL);
	CHECK(region_code_of(
	          STR("uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece")) == NULL);
}

static void
the_central_level_is_told(void)
{
	CHECK(region_is_central(STR("Nivel central")));
	CHECK(region_is_central(STR("NIVEL\nCENTRAL.")));
	CHECK(!region_is_central(STR("Nivel central y regional")));
	CHECK(!region_is_central(STR("Central")));
	CHECK(!region_is_central(NO_STR));
}

int
main(void)
{
	RUN(regions_have_codes);
	RUN(regions_have_variants);
	RUN(regions_have_numbers);
	RUN(other_names_are_no_regions);
	RUN(the_central_level_is_told);
	return unit_end();
}
