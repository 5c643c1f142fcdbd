--
-- The type program_report: text and binary form, casts, comparison, storage
--
\pset null '(null)'

-- The text form is canonical JSON: keys in the order of the document.
SELECT '{}'::program_report;
SELECT ' { "beneficiaries" : 12 , "program_name" : "Casa Abierta" } '::program_report;
SELECT '{"report_year": 2021, "program_name": "A \"B\" \\ \u00f1", "ex_ante_rating": true, "has_fet": false,
         "spending": 1105072.5, "end_year": "Permanente", "closing_date": "2021-12-31", "purpose": null,
         "website": {"status": "blank"}, "main_problem": {"status": "not_applicable", "text": "N/A"},
         "start_year": {"status": "invalid", "text": "hace mucho"}, "final_budget": {"status": "ambiguous", "text": "12"},
         "covid_change_types": ["Otros", "Cupos"], "other_fields": [{"section": "3.2", "label": "Glosa", "text": "05"}],
         "costs": [{"year": 2021, "reported_kclp": {"status": "inferred", "text": "855"}}]}'::program_report;

--
-- Bad literals: what is wrong, and where
--
SELECT ''::program_report;
\echo :LAST_ERROR_SQLSTATE
SELECT 'Casa Abierta'::program_report;
\echo :LAST_ERROR_SQLSTATE
SELECT '[]'::program_report;
SELECT '{"beneficiaries": 12'::program_report;
SELECT '{"beneficiaries": 12} x'::program_report;
SELECT '{"beneficiaries": 12,
  "purpose" "educar"}'::program_report;
SELECT '{"beneficiaries": 12, "beneficiaries": 13}'::program_report;
\echo :LAST_ERROR_SQLSTATE
SELECT '{"beneficiares": 12}'::program_report;
\echo :LAST_ERROR_SQLSTATE
SELECT '{"costs": [{"year": 2021, "cost": 12}]}'::program_report;
SELECT '{"beneficiaries": "12"}'::program_report;
\echo :LAST_ERROR_SQLSTATE
SELECT '{"beneficiaries": 12.5}'::program_report;
SELECT '{"program_name": 7}'::program_report;
SELECT '{"ex_ante_rating": "Si"}'::program_report;
SELECT '{"closing_date": "2021-02-30"}'::program_report;
SELECT '{"costs": 12}'::program_report;
SELECT '{"costs": [12]}'::program_report;
SELECT '{"purpose": {"status": "lost", "text": "x"}}'::program_report;
SELECT '{"purpose": {"status": "absent", "text": "x"}}'::program_report;
SELECT '{"purpose": "a\u0000b"}'::program_report;
SELECT '{"beneficiaries": 99999999999999999999}'::program_report;
\echo :LAST_ERROR_SQLSTATE
SELECT '{"beneficiaries": 1234567890123456789}'::program_report;
\echo :LAST_ERROR_SQLSTATE
SELECT '{"spending": 1e400}'::program_report;
\echo :LAST_ERROR_SQLSTATE
SELECT '{"start_year": 99999}'::program_report;
\echo :LAST_ERROR_SQLSTATE
SELECT '{"report_year": 1}'::program_report;
\echo :LAST_ERROR_SQLSTATE
SELECT repeat('[', 100000)::program_report;
\echo :LAST_ERROR_SQLSTATE

--
-- Round trips
--
CREATE TABLE reports (id int, report program_report);
INSERT INTO reports VALUES
  (1, '{}'),
  (2, '{"report_year": 2021, "program_name": "Casa Abierta", "ministry": "Ministerio de Salud",
        "service": "Servicio Norte", "target_population": 1200, "beneficiaries": 300, "total_spending": 4500.5,
        "purpose": null, "website": {"status": "blank"}, "end_year": {"status": "invalid", "text": "nunca"},
        "other_fields": [{"label": "Glosa", "text": "05"}],
        "coverage": [{"year": 2021, "target_population": 1200, "beneficiaries": 300, "reported_coverage": "25%"}]}'),
  (3, '{"parser_version": "1.0", "report_year": 2020, "program_name": "Ñandú", "ministry": "Ministerio de Salud",
        "purpose": "línea 1\nlínea 2"}'),
  (4, NULL);

SELECT id, report::text::program_report = report AS same FROM reports ORDER BY id;
\copy reports TO 'results/reports.binary' (FORMAT binary)
CREATE TABLE received (LIKE reports);
\copy received FROM 'results/reports.binary' (FORMAT binary)
SELECT id, reports.report::text IS NOT DISTINCT FROM received.report::text AS same
FROM reports FULL JOIN received USING (id) ORDER BY id;

-- An array's binary form is made of its reports', each of which array_send frees.
SELECT array_agg(report ORDER BY id) AS list INTO lists FROM reports;
\copy lists TO 'results/lists.binary' (FORMAT binary)
CREATE TABLE received_lists (LIKE lists);
\copy received_lists FROM 'results/lists.binary' (FORMAT binary)
SELECT count(*), bool_and(lists.list = received_lists.list) AS same FROM lists, received_lists;
DROP TABLE lists, received_lists;

-- What is sent begins with the version of the format; the parser's version goes with it.
SELECT id, substr(program_report_send(report), 1, 4) FROM reports ORDER BY id;

-- Bad binary values: nothing at all, an unknown version, a year of 0, a header that lies.
-- A binary file is a header, the number of columns, and each column with its length before it.
COPY received FROM PROGRAM 'printf "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0\0\002\0\0\0\004\0\0\0\001\0\0\0\0"; printf "\377\377"' (FORMAT binary);
\echo :LAST_ERROR_SQLSTATE
COPY received FROM PROGRAM 'printf "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0\0\002\0\0\0\004\0\0\0\001\0\0\0\070\011"; printf "\0%.0s" $(seq 55); printf "\377\377"' (FORMAT binary);
\echo :LAST_ERROR_SQLSTATE
COPY received FROM PROGRAM 'printf "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0\0\002\0\0\0\004\0\0\0\001\0\0\0\070\001"; printf "\0%.0s" $(seq 55); printf "\377\377"' (FORMAT binary);
\echo :LAST_ERROR_SQLSTATE
COPY received FROM PROGRAM 'printf "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0\0\002\0\0\0\004\0\0\0\001\0\0\0\070\001\0"; printf "\377%.0s" $(seq 54); printf "\377\377"' (FORMAT binary);
\echo :LAST_ERROR_SQLSTATE
SELECT count(*) FROM received;

--
-- jsonb
--
SELECT id, report::jsonb -> 'coverage' -> 0 -> 'year' AS year, report::jsonb ->> 'program_name' AS name,
       report::jsonb -> 'purpose' AS purpose
FROM reports ORDER BY id;
CREATE TABLE documents (document jsonb);
INSERT INTO documents SELECT report FROM reports WHERE id = 3;
SELECT jsonb_pretty(document) FROM documents;

--
-- Comparison: by ministry, service, programme and year, then by the facts
--
CREATE TABLE ordered (place int, report program_report);
INSERT INTO ordered VALUES
  (1, '{}'),
  (2, '{"report_year": 2020}'),
  (3, '{"program_name": "B"}'),
  (4, '{"service": "S", "program_name": "A"}'),
  (5, '{"ministry": "M", "program_name": "Z"}'),
  (6, '{"ministry": "M", "service": "S", "program_name": "A", "report_year": 2020}'),
  (7, '{"ministry": "M", "service": "S", "program_name": "A", "report_year": 2021}'),
  (8, '{"ministry": "M", "service": "S", "program_name": "B", "report_year": 2019}'),
  (9, '{"ministry": "N"}');
SELECT string_agg(place::text, ' ' ORDER BY report) FROM ordered;
SELECT count(*) AS pairs,
       count(*) FILTER (WHERE (a.report < b.report) = (a.place < b.place)
                          AND (a.report <= b.report) = (a.place <= b.place)
                          AND (a.report = b.report) = (a.place = b.place)
                          AND (a.report <> b.report) = (a.place <> b.place)
                          AND (a.report >= b.report) = (a.place >= b.place)
                          AND (a.report > b.report) = (a.place > b.place)
                          AND program_report_cmp(a.report, b.report) = sign(a.place - b.place)) AS as_placed
FROM ordered a, ordered b;

-- Which parser read a report is not what it says; a status is.
SELECT a = b AS equal, a < b OR a > b AS ordered, program_report_hash(a) = program_report_hash(b) AS same_hash,
       program_report_hash_extended(a, 7) = program_report_hash_extended(b, 7) AS same_seeded_hash
FROM (VALUES ('{"parser_version": "1.0", "beneficiaries": 12}'::program_report,
              '{"parser_version": "2.7", "beneficiaries": 12}'::program_report)) v (a, b);
SELECT '{"purpose": null}'::program_report = '{}'::program_report AS absent_is_none,
       '{"purpose": null}'::program_report = '{"purpose": {"status": "blank"}}'::program_report AS absent_is_blank;

-- Hashes spread, with and without a seed.
CREATE TABLE many AS
  SELECT i, format('{"beneficiaries": %s}', i)::program_report AS report FROM generate_series(1, 1000) i;
SELECT count(DISTINCT program_report_hash(report)) > 990 AS spread,
       count(DISTINCT program_report_hash(report) & 15) AS of_16,
       count(DISTINCT program_report_hash_extended(report, 1)) > 990 AS spread_extended,
       count(*) FILTER (WHERE program_report_hash_extended(report, 0)::bit(32)
                              = program_report_hash(report)::bit(32)) AS seed_0_as_plain
FROM many;

--
-- DISTINCT, GROUP BY, joins, UNIQUE, indexes
--
INSERT INTO ordered SELECT place + 100, report FROM ordered;
SELECT count(DISTINCT report) FROM ordered;
ANALYZE ordered;
SET enable_sort = off;
EXPLAIN (COSTS OFF) SELECT report, count(*) FROM ordered GROUP BY report;
SELECT min(place), count(*) FROM ordered GROUP BY report ORDER BY 1;
SET enable_sort = on;
SET enable_hashagg = off;
SELECT min(place), count(*) FROM ordered GROUP BY report ORDER BY 1;
RESET enable_hashagg;
SET enable_mergejoin = off;
SET enable_nestloop = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM ordered a JOIN ordered b USING (report);
SELECT count(*) FROM ordered a JOIN ordered b USING (report);
SET enable_mergejoin = on;
SET enable_hashjoin = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM ordered a JOIN ordered b USING (report);
SELECT count(*) FROM ordered a JOIN ordered b USING (report);
RESET enable_hashjoin;
RESET enable_nestloop;

CREATE TABLE single (report program_report UNIQUE);
INSERT INTO single SELECT report FROM ordered WHERE place < 100;
INSERT INTO single VALUES ('{"report_year": 2020, "parser_version": "1.0"}');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO single VALUES ('{"report_year": 2020, "parser_version": "1.0"}') ON CONFLICT DO NOTHING;
SELECT count(*) FROM single;

-- A hash index holds reports of any length, and can keep them apart.
CREATE TABLE apart (report program_report, EXCLUDE USING hash (report WITH =));
INSERT INTO apart SELECT jsonb_build_object('purpose', string_agg(md5(i::text), ' '))::text::program_report
FROM generate_series(1, 1000) i;
\set VERBOSITY sqlstate
INSERT INTO apart SELECT report FROM apart;
\set VERBOSITY default
SET enable_seqscan = off;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM apart WHERE report = '{}';
SELECT count(*) FROM apart a WHERE report = (SELECT report FROM apart);
RESET enable_bitmapscan;
RESET enable_seqscan;

--
-- Storage: plain, short, compressed, outside of the row
--
CREATE TABLE stored (how text, report program_report);
INSERT INTO stored SELECT 'compressed', jsonb_build_object('program_name', 'Uno', 'beneficiaries', 7, 'target_population', 9,
  'total_spending', 11, 'purpose', repeat('social ', 2000))::text::program_report;
INSERT INTO stored VALUES ('short', '{"program_name": "Uno", "beneficiaries": 7, "target_population": 9, "total_spending": 11}');
ALTER TABLE stored ALTER report SET STORAGE EXTERNAL;
INSERT INTO stored SELECT 'outside', jsonb_build_object('program_name', 'Uno', 'beneficiaries', 7, 'target_population', 9,
  'total_spending', 11, 'purpose', repeat('social ', 2000))::text::program_report;
INSERT INTO stored SELECT 'outside, a long name', jsonb_build_object('program_name', repeat('Uno', 300), 'ministry', 'M',
  'service', repeat('S', 600), 'beneficiaries', 7, 'target_population', 9, 'total_spending', 11,
  'purpose', repeat('social ', 2000))::text::program_report;
ALTER TABLE stored ALTER report SET STORAGE PLAIN;
INSERT INTO stored VALUES ('plain', '{"program_name": "Uno", "beneficiaries": 7, "target_population": 9, "total_spending": 11}');
SELECT how, pg_column_size(report) < 1000 AS small, left(program_name(report), 6) AS name, length(program_name(report)) AS length,
       ministry(report), length(service(report)) AS service, beneficiaries(report), target_population(report) AS target,
       total_spending_kclp(report) AS spending, (SELECT length(purpose) FROM report_summary(report)) AS purpose
FROM stored;
SELECT coverage(report), cost_per_beneficiary(report) FROM stored;
SELECT count(DISTINCT report) FROM stored;
SELECT a.how, b.how FROM stored a, stored b WHERE a.report = b.report AND a.how < b.how ORDER BY 1, 2;

--
-- Stored bytes are never trusted.  Whoever may make a cast can store any: the header of an empty report is
-- versions, year, three figures with a scale, the lengths of three names, of the strings, and the facts.
--
CREATE CAST (bytea AS program_report) WITHOUT FUNCTION;
CREATE CAST (program_report AS bytea) WITHOUT FUNCTION;
CREATE FUNCTION pg_temp.empty(head text DEFAULT '02000000', names text DEFAULT repeat('00000080', 3)) RETURNS program_report
LANGUAGE sql AS $$
  SELECT decode(head || '00000080' || repeat('0000000000000080', 3) || '00000000' || names || repeat('00', 8), 'hex')::program_report
$$;
SELECT pg_temp.empty(), pg_temp.empty() = '{}' AS same, pg_temp.empty('01000000') = '{}' AS same_by_version_1;
SELECT ''::bytea::program_report;
\echo :LAST_ERROR_SQLSTATE
SELECT pg_temp.empty('03000000');
\echo :LAST_ERROR_SQLSTATE
SELECT beneficiaries(pg_temp.empty('03000000'));
\echo :LAST_ERROR_SQLSTATE
SELECT coverage(pg_temp.empty('03000000'));
\echo :LAST_ERROR_SQLSTATE
SELECT program_name(pg_temp.empty(names => 'ffffff7f' || repeat('00000080', 2)));
\echo :LAST_ERROR_SQLSTATE
SELECT service(pg_temp.empty(names => repeat('00000080', 2) || '01000000'));
\echo :LAST_ERROR_SQLSTATE
SELECT pg_temp.empty() < 'x'::bytea::program_report;
\echo :LAST_ERROR_SQLSTATE
SELECT program_report_hash('x'::bytea::program_report);
\echo :LAST_ERROR_SQLSTATE

-- Any byte of a report changed to any value: every reader finds it wrong or reads it, and none fails otherwise.
CREATE FUNCTION pg_temp.outcome(stored bytea) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  r program_report := stored::program_report;
BEGIN
  PERFORM r::text, r::jsonb, program_report_hash(r), r = '{}', r < '{}', program_name(r), ministry(r), service(r), program_key(r),
          beneficiaries(r), total_spending_kclp(r), budget_execution(r);
  PERFORM FROM report_summary(r), report_facts(r);
  PERFORM FROM report_fields(r), report_coverage(r), report_costs(r), report_regions(r);
  RETURN 'read';
EXCEPTION WHEN data_corrupted THEN
  RETURN 'data_corrupted';
END $$;
CREATE TEMP VIEW changed_reports AS
WITH report AS (SELECT report::bytea AS stored FROM reports WHERE id = 2)
SELECT set_byte(stored, place, value) AS stored, place < 56 AS in_header
FROM report, generate_series(0, length(stored) - 1) place, unnest('{0,1,2,127,128,129,254,255}'::int[]) value
WHERE get_byte(stored, place) <> value;
WITH outcomes AS (SELECT in_header, pg_temp.outcome(stored) AS outcome FROM changed_reports)
SELECT in_header, outcome, count(*) > 0 AS some FROM outcomes GROUP BY 1, 2 ORDER BY 1, 2;
-- The same for a report that breaks off after any byte.
SELECT pg_temp.outcome(substr(report::bytea, 1, length)) AS outcome, count(*)
FROM reports, generate_series(0, length(report::bytea) - 1) length WHERE id = 2 GROUP BY 1;
-- And for who reads the first bytes alone.
CREATE FUNCTION pg_temp.outcome_of_first(stored bytea) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  r program_report := stored::program_report;
BEGIN
  PERFORM FROM report_summary(r);
  RETURN 'read';
EXCEPTION WHEN data_corrupted THEN
  RETURN 'data_corrupted';
END $$;
WITH outcomes AS (SELECT in_header, pg_temp.outcome_of_first(stored) AS outcome FROM changed_reports)
SELECT in_header, outcome, count(*) > 0 AS some FROM outcomes GROUP BY 1, 2 ORDER BY 1, 2;
SELECT pg_temp.outcome_of_first(substr(report::bytea, 1, length)) AS outcome, count(*) > 0 AS some
FROM reports, generate_series(0, length(report::bytea) - 1) length WHERE id = 2 GROUP BY 1 ORDER BY 1;
DROP VIEW changed_reports;
DROP CAST (bytea AS program_report);
DROP CAST (program_report AS bytea);

DROP TABLE reports, received, documents, ordered, many, single, apart, stored;
