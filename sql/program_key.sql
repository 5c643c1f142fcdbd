--
-- program_key: one programme's reports over the years have one key, and no two programmes do
--
CREATE FUNCTION pg_temp.key(name text, service text DEFAULT 'Servicio Nacional de la Mujer') RETURNS text LANGUAGE sql AS $$
  SELECT program_key(jsonb_build_object('program_name', name, 'service', service)::text::program_report)
$$;
\pset null '(null)'

-- Case, accents, punctuation, spacing, line breaks, and a leading "Programa" with what links it to the name
SELECT pg_temp.key(name), count(*) AS spellings FROM (VALUES
  ('Niñez y Educación, 4 a 7'), ('NIÑEZ Y EDUCACIÓN, 4 A 7'), ('Ninez y educacion 4 a 7'), (U&'Nin\0303ez y Educacio\0301n, 4 a 7'),
  ('  Niñez  y Educación - 4 a 7. '), (E'Niñez y\nEducación, 4 a 7'), (U&'Niñez\00A0y Educa\00ADción, 4 a 7'), ('"Niñez y Educación: 4 a 7"'), ('«Niñez» y Educación (4 a 7)'),
  ('Programa Niñez y Educación, 4 a 7'), ('PROGRAMA DE NIÑEZ Y EDUCACIÓN, 4 A 7'), ('Programa: Niñez y Educación, 4 a 7'), ('Programa de la Niñez y Educación, 4 a 7'),
  ('Programa “de la Niñez y Educación”, 4 a 7')) v (name) GROUP BY 1;
SELECT pg_temp.key('Programa del Buen Vivir') = pg_temp.key('Buen vivir') AS del, pg_temp.key('Programa de los Barrios') = pg_temp.key('BARRIOS') AS los,
  pg_temp.key('Programa de las Ferias') = pg_temp.key('Ferias') AS las;

-- The service's spelling does not matter either, but the service does.
SELECT pg_temp.key('Redes', service) COLLATE "C" AS key, count(*) AS spellings FROM (VALUES
  ('Subsecretaría de Economía y EMT'), ('SUBSECRETARIA DE ECONOMIA Y  EMT'), ('Subsecretaría de Economía, y EMT.'), ('Subsecretaría de Hacienda')) v (service)
GROUP BY 1 ORDER BY 1;

-- Programmes of one service whose names are alike
SELECT count(*) AS programmes, count(DISTINCT pg_temp.key(name)) AS keys FROM (VALUES
  ('Huertos Escolares'), ('Huertos Escolares II'), ('Huertos Escolares 2'), ('Huertos'), ('Escolares Huertos'), ('Huerto Escolar'), ('Subprograma Huertos'),
  ('Programación de Huertos'), ('Huertos, programa piloto'), ('Programa Nacional de Huertos'), ('Programa Piloto de Huertos'), ('De Huertos'), ('Los Huertos'), ('Huertosescolares')) v (name);

-- Neither part is taken for the other; without a name there is no key.
SELECT pg_temp.key('Vida', 'Salud/Norte'), pg_temp.key('Norte/Vida', 'Salud'), pg_temp.key('Programa'), pg_temp.key('Vida', NULL), pg_temp.key(NULL), pg_temp.key(' - ');

-- The ministry and the year are no part of it; the example reports have one programme with two years.
SELECT program_key('{"program_name": "Vida", "service": "Salud", "ministry": "A", "report_year": 2020}')
     = program_key('{"program_name": "Vida", "service": "Salud", "ministry": "B", "report_year": 2021}') AS same;
CREATE TEMP TABLE examples (name text, body text);
\copy examples FROM PROGRAM '"${PG_ABS_SRCDIR:-.}"/test/fixtures.sh' (FORMAT csv)
SELECT program_key(r) COLLATE "C" AS key, array_agg(report_year(r) ORDER BY report_year(r)) AS years FROM examples, parse_report(body) r GROUP BY 1 ORDER BY 1;
