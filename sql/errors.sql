--
-- Text that is no report, and reports that break off
--
CREATE TEMP TABLE examples (name text, body text);
\copy examples FROM PROGRAM '"${PG_ABS_SRCDIR:-.}"/test/fixtures.sh' (FORMAT csv)

\pset null '(null)'

CREATE FUNCTION pg_temp.outcome(body text, OUT state text, OUT message text, OUT detail text, OUT hint text)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM parse_report(body);
  state := '00000';
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT,
    detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
END $$;

CREATE TEMP TABLE others (name text, body text);
INSERT INTO others VALUES
  ('empty', ''),
  ('spaces', repeat(E' \t\n', 500)),
  ('one letter', 'x'),
  ('prose', 'El programa social llega a todas las regiones del país. Su cobertura creció.'),
  ('long prose', repeat('Se informa que el presupuesto del servicio aumentó durante el año. ', 3000)),
  ('another document', E'Ley de Presupuestos\nPartida 21\nMinisterio de Desarrollo Social\nArtículo 1. Apruébase.'),
  ('a table', E'Región\tBeneficiarios\nMaule\t12\nÑuble\t7\n'),
  ('XML', '<?xml version="1.0"?><report><title>Programas</title><year>2021</year></report>'),
  ('JSON', '{"program_name": "Casa Abierta", "beneficiaries": 12}'),
  ('binary-looking', E'%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n\u0001\u0002\u007f\u0080 obj\nstream \u0003\u0004'),
  ('a label alone', 'Cuantificación Población objetivo: 5.000'),
  ('labels without end', repeat('Cuantificación Población ', 2000)),
  ('digits', repeat('0123456789', 1000));

-- What is wrong is said once, with what was looked for and what helps.
SELECT DISTINCT (o).state, (o).message FROM (SELECT pg_temp.outcome(body) AS o FROM others) o ORDER BY 1, 2;
SELECT name, (o).detail, (o).hint FROM (SELECT name, pg_temp.outcome(body) AS o FROM others) o ORDER BY name COLLATE "C";

-- The plain call
SELECT parse_report('');
\echo :SQLSTATE

-- try_parse_report gives NULL for every one of them.
SELECT name FROM others WHERE try_parse_report(body) IS NOT NULL;

-- One line of text is not echoed as a whole.
SELECT max(length((o).message || (o).detail || (o).hint)) < 700 AS short
FROM (SELECT pg_temp.outcome(body) AS o FROM others) o;

-- Every beginning of a report is either read as far as it goes or is no report yet;
-- and from the length on at which it is one, it stays one.
SELECT e.name
FROM examples e, LATERAL (
  SELECT n, try_parse_report(left(body, n)) IS NOT NULL AS is_report FROM generate_series(0, 1500) n) cut
GROUP BY e.name
HAVING max(n) FILTER (WHERE NOT is_report) > min(n) FILTER (WHERE is_report)
    OR bool_and(NOT is_report);

-- All readers read what was broken off anywhere, and text and JSON bring it back.
SELECT e.name, n
FROM examples e, generate_series(0, length(body), 211) n, try_parse_report(left(body, n)) r
WHERE r IS NOT NULL
  AND (r::text::program_report IS DISTINCT FROM r
       OR (SELECT count(*) FROM report_summary(r)) <> 1
       OR (SELECT count(*) FROM report_fields(r), report_facts(r)) = 0
       OR (SELECT count(*) FROM report_coverage(r)) + (SELECT count(*) FROM report_costs(r))
        + (SELECT count(*) FROM report_population_flow(r)) + (SELECT count(*) FROM report_regions(r))
        + (SELECT count(*) FROM report_components(r)) + (SELECT count(*) FROM report_budget_lines(r))
        + (SELECT count(*) FROM report_indicators(r)) + (SELECT count(*) FROM report_sdgs(r))
        + (SELECT count(*) FROM report_executors(r)) + (SELECT count(*) FROM report_observations(r))
        + (SELECT count(*) FROM report_unmapped(r)) IS NULL);

-- A report without its beginning, and one with something else around it, are read too.
SELECT e.name,
       total_spending_kclp(tail) = total_spending_kclp(whole) AS tail,
       total_spending_kclp(framed) = total_spending_kclp(whole) AS framed
FROM examples e, parse_report(body) whole, parse_report(substr(body, length(body) / 3)) tail,
     parse_report(E'Correo reenviado\n\n' || body || E'\nSaludos') framed
ORDER BY e.name COLLATE "C";
