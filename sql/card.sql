--
-- report_card: a report on one page of a terminal
--
CREATE TABLE cards (name text, body text, report program_report GENERATED ALWAYS AS (parse_report(body)) STORED);
\copy cards (name, body) FROM PROGRAM '"${PG_ABS_SRCDIR:-.}"/test/fixtures.sh' (FORMAT csv)

\pset format unaligned
\pset tuples_only on

-- The examples: all figures sure; some inferred, and an error; one that is no figure
SELECT report_card(report) FROM cards WHERE name = 'biblioteca-viajera-2023';
SELECT report_card(report) FROM cards WHERE name = 'caleta-segura-2019';
SELECT report_card(report) FROM cards WHERE name = 'oficios-vivos-2020';

-- All fit on a page, and no line ends in a space.
SELECT name FROM cards, LATERAL (SELECT count(*) AS lines, max(length(line)) AS width, bool_or(line ~ '\s$') AS ragged
  FROM string_to_table(report_card(report), E'\n') AS line) AS card
WHERE lines > 66 OR width > 80 OR ragged;

-- Doubts of every kind: each is marked, has no solid bar, and makes what is computed from it doubtful.
SELECT report_card('{
  "report_year": 2022, "program_name": {"status": "inferred", "text": "Faro"}, "ministry": {"status": "ambiguous", "text": "Ministerio"},
  "service": null, "start_year": {"status": "inferred", "text": "2015"}, "end_year": {"status": "invalid", "text": "pronto"},
  "potential_population": {"status": "not_applicable", "text": "N/A"}, "target_population": {"status": "inferred", "text": "5.000"},
  "beneficiaries": 1250, "initial_budget": {"status": "ambiguous", "text": "900"}, "final_budget": {"status": "invalid", "text": "mil pesos, o algo menos"},
  "spending": 800, "summary_extra_budget": {"status": "blank"}, "total_spending": 850.5, "admin_spending": {"status": "inferred", "text": "100"},
  "coverage": [
    {"year": {"status": "inferred", "text": "2021"}, "target_population": 4000, "beneficiaries": 1000},
    {"year": 2022, "target_population": {"status": "inferred", "text": "5.000"}, "beneficiaries": 1250},
    {"year": 2023, "target_population": {"status": "ambiguous"}, "beneficiaries": {"status": "invalid", "text": "muchas"}},
    {"beneficiaries": {"status": "ambiguous", "text": "77"}}],
  "costs": [{"year": 2022, "reported_kclp": {"status": "inferred", "text": "0,68"}}, {"reported_kclp": 3}],
  "components": [{"name": "Luz"}, {"name": {"status": "inferred", "text": "Sombra"}}],
  "component_spending_lines": [{"name": "Luz", "spending_kclp": {"status": "inferred", "text": "600"}}, {"name": "Sombra", "spending_kclp": null},
    {"spending_kclp": {"status": "ambiguous", "text": "150"}}],
  "regions": [{"region": "Maule", "beneficiaries": 650}, {"region": "Ñuble", "beneficiaries": {"status": "ambiguous"}},
    {"region": {"status": "ambiguous", "text": "Biobío"}, "beneficiaries": 600}],
  "regional_spending": [{"region": "Maule", "spending_kclp": {"status": "inferred", "text": "300"}}, {"region": "Ñuble", "spending_kclp": 0}]
}');

-- Nothing at all
SELECT report_card('{}');

-- Names too long, in letters of two columns, with marks, and with what would move the cursor or turn the text
SELECT report_card(json_build_object(
  'program_name', repeat('Programa de nombre larguísimo ', 5),
  'ministry', repeat('教育部', 20), 'service', repeat(E'n\u0303', 90),
  'purpose', E'Uno\n\n dos\t\u001b[2Jtres\u202ecuatro\u00adcinco \u200bseis ' || repeat('palabra ', 60),
  'total_spending', 100,
  'components', json_build_array(json_build_object('name', repeat('光', 50)), json_build_object('name', E'👩‍🏫 escuela')),
  'component_spending_lines', json_build_array(
    json_build_object('name', repeat('光', 50), 'spending_kclp', 99.5), json_build_object('name', E'👩‍🏫 escuela', 'spending_kclp', 0.5))
  )::text::program_report);

-- Figures are never cut; what cannot be counted on has no ratio.
SELECT report_card('{"target_population": 999999999999999999, "beneficiaries": 999999999999999998, "total_spending": -5, "spending": 123456789012345,
  "final_budget": 0, "coverage": [{"year": 2020, "target_population": 0, "beneficiaries": 3}, {"year": 2021, "target_population": 999999999999999999, "beneficiaries": 1}],
  "costs": [{"year": 2021, "reported_kclp": -12.25}, {"year": 2020, "reported_kclp": 0.000001}, {"year": 2019, "reported_kclp": 1000000}]}');

-- More rows and findings than a page holds
SELECT report_card(json_build_object('report_year', 2022, 'total_spending', 10000, 'admin_spending', 100,
  'components', (SELECT json_agg(json_build_object('name', 'Componente ' || n)) FROM generate_series(1, 30) n),
  'regions', (SELECT json_agg(json_build_object('region', 'Lugar ' || n, 'beneficiaries', 10 * n)) FROM generate_series(1, 17) n),
  'regional_spending', (SELECT json_agg(CASE WHEN n < 19 THEN json_build_object('region', 'Lugar ' || n, 'spending_kclp', n)
      ELSE json_build_object('spending_kclp', json_build_object('status', 'ambiguous', 'text', n::text)) END)
    FROM generate_series(1, 21) n))::text::program_report);

-- NULL gives NULL, and the rest is what it should be.
\pset format aligned
\pset tuples_only off
SELECT report_card(NULL) IS NULL AS no_card;
SELECT provolatile, proisstrict, proparallel FROM pg_proc WHERE proname = 'report_card';

DROP TABLE cards;
