--
-- create_report_views: what the views hold, of which tables, for whom, and how they go
--
\pset null '-'
\set SHOW_CONTEXT never
SET client_min_messages = warning;

CREATE TABLE reports (id int PRIMARY KEY, body text, report program_report);
INSERT INTO reports (id, report) VALUES
(1, '{"report_year": 2021, "program_name": "Programa de Huertos", "ministry": "Ministerio de Agricultura", "service": "Servicio Agrícola",
  "start_year": 2015, "target_population": 1000, "beneficiaries": 250, "next_initial_budget": 600, "total_spending": 500,
  "coverage": [{"year": 2020, "target_population": 900, "beneficiaries": 90}, {"year": 2021, "target_population": 1000, "beneficiaries": 250}],
  "costs": [{"year": 2021, "reported_kclp": 2}],
  "population_flow": [{"entry": "total", "exit": "total", "persons": 250}],
  "regions": [{"region": "Maule", "beneficiaries": 200}, {"region": "Ñuble", "beneficiaries": 50}],
  "regional_spending": [{"region": "Maule", "spending_kclp": 300}, {"region": "Ñuble", "spending_kclp": 100},
                        {"region": "Nivel central", "spending_kclp": 20}, {"total": 420}],
  "components": [{"name": "Semillas", "production": 250, "production_unit": "kilos"}],
  "component_spending_lines": [{"name": "Semillas", "spending_kclp": 420}],
  "budget_law": [{"partida": "13", "capitulo": "01", "programa": "01"}],
  "purpose_indicators": {"columns": [{"year": 2021, "basis": "actual"}], "rows": [{"name": "Cosecha", "values": [{"column": 1, "reported": "73%"}]}]},
  "sdgs": [{"goal": 2, "goal_name": "Hambre cero", "target": "2.4", "target_name": "Agricultura sostenible"}],
  "executors": [{"institution_type": "Municipios"}],
  "observations": [{"section": "design", "raised": false}],
  "unmapped": [{"section": "4", "content": "Página 3 de 9"}]}'),
(2, '{"report_year": 2022, "program_name": "HUERTOS", "ministry": "Ministerio de Agricultura", "service": "Servicio agricola",
  "start_year": 2015, "target_population": 2000, "beneficiaries": 500, "initial_budget": 700, "total_spending": 900,
  "coverage": [{"year": 2021, "target_population": 1000, "beneficiaries": 260}, {"year": 2022, "target_population": 2000, "beneficiaries": 500}],
  "regions": [{"region": "Región del Maule", "beneficiaries": 500}],
  "regional_spending": [{"region": "Región del Maule", "spending_kclp": 450}, {"total": 450}]}'),
-- Its regions are in millions of pesos, their total is in thousands; nobody tells its target population.
(3, '{"report_year": 2022, "program_name": "Becas", "ministry": "Ministerio de Agricultura", "service": "Servicio Agrícola",
  "target_population": null, "beneficiaries": 100, "total_spending": 300000,
  "regions": [{"region": "Maule", "beneficiaries": 100}],
  "regional_spending": [{"region": "Maule", "spending_kclp": 300}, {"total": 300000}]}'),
-- There is no report of 2023 before it.
(4, '{"report_year": 2024, "program_name": "Huertos", "ministry": "Ministerio de Agricultura y Alimentación", "service": "Servicio Agrícola",
  "start_year": 2016, "target_population": 1000, "beneficiaries": 100}'),
(5, NULL);

SELECT create_report_views('reports');

--
-- What the views hold
--
SELECT id, program_key, program_name, report_year, ministry, target_population, coverage, total_spending_kclp FROM program_summary ORDER BY id;
SELECT * FROM program_coverage ORDER BY id, year;
SELECT * FROM program_regions ORDER BY id, region COLLATE "C";
SELECT * FROM program_by_ministry ORDER BY report_year;
SELECT * FROM program_by_region ORDER BY region_code, report_year;
SELECT id, report_year, earlier_year, code, severity, subject, reported, expected FROM program_audit_between ORDER BY id, subject COLLATE "C";

-- Of two reports of a programme for one year, each counts, and each is held against the next.
INSERT INTO reports (id, report) SELECT 6, replace(report::text, '"beneficiaries": 250', '"beneficiaries": 255')::program_report FROM reports WHERE id = 1;
SELECT report_year, programs, reports, beneficiaries, coverage FROM program_by_ministry WHERE report_year = 2021;
SELECT id, report_year, earlier_year, subject, reported, expected FROM program_audit_between WHERE id = 2 ORDER BY subject, expected;
DELETE FROM reports WHERE id = 6;

-- An index on the table serves its views.
CREATE INDEX by_key ON reports (program_key(report));
SET enable_seqscan = off;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT * FROM program_costs WHERE program_key = 'servicio agricola/huertos';
RESET enable_bitmapscan;
RESET enable_seqscan;
DROP INDEX by_key;

-- Each holds what its function gives, and the same columns first.
CREATE FUNCTION pg_temp.rows(query text) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT to_jsonb(r) FROM (%s) AS r', query);
END $$;
SELECT 'program_' || f AS view, count(given) AS rows, count(*) FILTER (WHERE given IS DISTINCT FROM wanted) AS different
FROM unnest('{summary,fields,coverage,costs,population_flow,regions,components,budget_lines,indicators,
              sdgs,executors,observations,audit,facts,unmapped}'::text[]) f,
  LATERAL (SELECT 'TABLE program_' || f AS view,
    format('SELECT id, program_key(report)%s, f.* FROM reports, report_%s(report) AS f',
      CASE WHEN f <> 'summary' THEN ', program_name(report), report_year(report)' END, f) AS function) q,
  LATERAL (SELECT given, row_number() OVER (PARTITION BY given) AS n FROM pg_temp.rows(q.view) given) g
  FULL JOIN LATERAL (SELECT wanted, row_number() OVER (PARTITION BY wanted) AS n FROM pg_temp.rows(q.function) wanted) w
    ON (given, g.n) = (wanted, w.n)
GROUP BY f ORDER BY f;

--
-- What they are
--

-- The views' columns, all of which have a comment
CREATE TEMP VIEW columns AS
SELECT v, a.attname, a.attnum, col_description(v, a.attnum) AS comment
FROM report_views('reports') v JOIN pg_attribute a ON a.attrelid = v;
\pset format unaligned
SELECT v AS view, string_agg(attname, ' ' ORDER BY attnum) AS columns FROM columns GROUP BY v ORDER BY v::text COLLATE "C";
\pset format aligned
SELECT DISTINCT attname, comment FROM columns WHERE v::text IN ('program_coverage', 'program_by_ministry') ORDER BY attname;
SELECT v, attname FROM columns WHERE comment IS NULL OR comment = 'from the primary key of the table' AND attname <> 'id';
SELECT d.view_name, d.column_name FROM report_view_columns() d
WHERE NOT EXISTS (SELECT FROM columns WHERE attname = column_name AND (view_name IS NULL OR v::text = view_name));
SELECT v AS view, obj_description(v) FROM report_views('reports') v;

-- From PostgreSQL 15 on, a view shows nobody what its table does not.
SELECT DISTINCT current_setting('server_version_num')::int < 150000 OR reloptions = '{security_invoker=true}' AS invoker
FROM pg_class WHERE oid IN (SELECT report_views('reports'));

--
-- Made anew: the same views, with what was granted on them and what stands on them
--
CREATE ROLE regress_progsoc_reader;
GRANT SELECT ON program_coverage TO regress_progsoc_reader;
CREATE MATERIALIZED VIEW known AS SELECT program_key, year, coverage FROM program_coverage WHERE coverage IS NOT NULL;
CREATE TEMP TABLE before AS SELECT v, pg_get_viewdef(v) AS query FROM report_views('reports') v;
SELECT count(*) FROM create_report_views('reports');
SELECT count(*) AS views, count(*) FILTER (WHERE pg_get_viewdef(v) = query) AS same FROM before JOIN report_views('reports') v USING (v);
SELECT has_table_privilege('regress_progsoc_reader', 'program_coverage', 'SELECT') AS granted;
REFRESH MATERIALIZED VIEW known;
SELECT * FROM known ORDER BY 1, 2, 3;

-- A new name of the table changes nothing.
ALTER TABLE reports RENAME TO "Informes 2024";
SELECT count(*) FROM create_report_views('"Informes 2024"');
ALTER TABLE "Informes 2024" RENAME TO reports;

-- Another column of reports
ALTER TABLE reports ADD reviewed program_report;
UPDATE reports SET reviewed = report WHERE id = 1;
SELECT count(*) FROM create_report_views('reports', 'reviewed');
SELECT id, year FROM program_coverage ORDER BY id, year;
SELECT count(*) FROM create_report_views('reports');

-- Other columns: what stands on a view keeps it; else it is made anew.
ALTER TABLE reports DROP CONSTRAINT reports_pkey;
SELECT count(*) FROM create_report_views('reports');
\echo :SQLSTATE
DROP MATERIALIZED VIEW known;
SELECT count(*) FROM create_report_views('reports');
SELECT * FROM program_costs;
ALTER TABLE reports ADD region int GENERATED ALWAYS AS IDENTITY, ADD PRIMARY KEY (region) INCLUDE (body);
SELECT count(*) FROM create_report_views('reports');
SELECT * FROM program_costs;
SELECT drop_report_views('reports');
ALTER TABLE reports DROP COLUMN region, ADD PRIMARY KEY (id);

--
-- Dropped: all of them, and nothing else
--
CREATE VIEW program_notes AS SELECT id, f.* FROM reports, report_fields(report) f;
SELECT count(*) FROM create_report_views('reports');
COMMENT ON VIEW program_notes IS 'like program_fields (made by create_report_views), but my own';
CREATE SCHEMA analysis;
SELECT count(*) FROM create_report_views('reports', schema => 'analysis');
SELECT count(*) FROM create_report_views('reports', schema => 'pg_temp');
SELECT drop_report_views('reports', 'pg_temp');
SELECT drop_report_views('reports', 'public');
SELECT drop_report_views('reports', 'public');
SELECT count(*) AS elsewhere FROM analysis.program_summary;
SELECT count(*) AS notes FROM program_notes WHERE id = 4;
SELECT count(*) FROM create_report_views('reports');
SELECT drop_report_views('reports');
SELECT report_views('reports');
DROP VIEW program_notes;

--
-- Names that need quotes, and keys whose names the views have already
--
CREATE SCHEMA "Año ""2024"", x";
CREATE TABLE "Año ""2024"", x"."select 'a'; -- %I $q$" (
  "report_year" int, "Clave ""Ñ"" %s" text, "key_name" text, "name" text DEFAULT 'x', status int DEFAULT 1, "it's a report, $1" program_report,
  PRIMARY KEY (report_year, "Clave ""Ñ"" %s", key_name, name, status)
);
INSERT INTO "Año ""2024"", x"."select 'a'; -- %I $q$" SELECT 1, 'k', 'n', 'x', 1, report FROM reports WHERE id = 1;
SELECT create_report_views('"Año ""2024"", x"."select ''a''; -- %I $q$"', $$it's a report, $1$$);
SELECT * FROM "Año ""2024"", x".program_costs;
SELECT attname, col_description(attrelid, attnum) FROM pg_attribute
WHERE attrelid = '"Año ""2024"", x".program_costs'::regclass ORDER BY attnum;
SELECT drop_report_views('"Año ""2024"", x"."select ''a''; -- %I $q$"', 'Año "2024", x');
SELECT count(*) FROM create_report_views('reports', schema => 'Año "2024", x');
SELECT drop_report_views('reports');

--
-- Tables of all kinds
--

-- A partitioned table, whose key contains that of the partitions
CREATE TABLE yearly (id int, year int, report program_report, PRIMARY KEY (id, year)) PARTITION BY RANGE (year);
CREATE TABLE yearly_21 PARTITION OF yearly FOR VALUES FROM (2021) TO (2022);
CREATE TABLE yearly_22 PARTITION OF yearly FOR VALUES FROM (2022) TO (2023);
INSERT INTO yearly SELECT id, report_year(report), report FROM reports WHERE id < 4;
SELECT count(*) FROM create_report_views('yearly');
SELECT id, key_year, year, beneficiaries FROM program_coverage ORDER BY id, year;
SELECT report_year, reports, coverage FROM program_by_ministry ORDER BY report_year;
SELECT drop_report_views('yearly');

-- A foreign table; where there is no file_fdw, a plain one will do.
SELECT count(*) = 0 AS no_files FROM pg_available_extensions WHERE name = 'file_fdw' \gset
\if :no_files
  CREATE TABLE afar (id int, report program_report);
  INSERT INTO afar VALUES (7, '{"report_year": 2021, "program_name": "Lejos", "costs": [{"year": 2021, "reported_kclp": 3}]}');
\else
  CREATE EXTENSION file_fdw;
  CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
  CREATE FOREIGN TABLE afar (id int, report program_report) SERVER files OPTIONS (format 'text', delimiter ';',
    program $$echo '7;{"report_year": 2021, "program_name": "Lejos", "costs": [{"year": 2021, "reported_kclp": 3}]}'$$);
\endif
SELECT count(*) FROM create_report_views('afar');
SELECT * FROM program_costs;
SELECT drop_report_views('afar');
\if :no_files
  DROP TABLE afar;
\else
  DROP EXTENSION file_fdw CASCADE;
\endif

-- A view, a materialised view, a temporary table
CREATE VIEW recent AS SELECT id, report FROM reports WHERE report_year(report) > 2021;
SELECT count(*) FROM create_report_views('recent');
SELECT program_key, report_year FROM program_summary ORDER BY 1, 2;
SELECT drop_report_views('recent');
CREATE MATERIALIZED VIEW kept AS TABLE recent;
SELECT count(*) FROM create_report_views('kept');
SELECT program_key, report_year FROM program_summary ORDER BY 1, 2;
SELECT drop_report_views('kept');
CREATE TEMP TABLE mine AS SELECT report FROM reports WHERE id = 2;
SELECT count(*) FROM create_report_views('mine');
SELECT program_name, region, beneficiaries FROM program_regions;
SELECT drop_report_views('mine');
SELECT program_name FROM program_regions;
DROP MATERIALIZED VIEW kept;
DROP VIEW recent;

--
-- Who may: a role with no right but to read the table
--
CREATE ROLE regress_progsoc_owner;
CREATE ROLE regress_progsoc_other;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
CREATE TABLE shared (id int, ministry text, report program_report, PRIMARY KEY (id) INCLUDE (ministry));
INSERT INTO shared SELECT id, ministry(report), report FROM reports WHERE id < 4;
ALTER TABLE shared OWNER TO regress_progsoc_owner;
GRANT SELECT ON shared TO regress_progsoc_reader;
GRANT USAGE, CREATE ON SCHEMA analysis TO regress_progsoc_owner;
GRANT USAGE ON SCHEMA analysis TO regress_progsoc_reader, regress_progsoc_other;
CREATE SCHEMA own AUTHORIZATION regress_progsoc_reader;

SET ROLE regress_progsoc_other;
SELECT create_report_views('shared', schema => 'pg_temp');
\echo :SQLSTATE
SET ROLE regress_progsoc_owner;
SELECT create_report_views('shared');
\echo :SQLSTATE
SELECT count(*) FROM create_report_views('shared', schema => 'analysis');
SET ROLE regress_progsoc_reader;
SELECT id, spending_kclp FROM analysis.program_components ORDER BY id;
SELECT create_report_views('shared', schema => 'analysis');
\echo :SQLSTATE
SELECT drop_report_views('shared', 'analysis');
\echo :SQLSTATE
SELECT drop_report_views('shared');
SELECT count(*) FROM create_report_views('shared', schema => 'own');
SELECT count(*) FROM create_report_views('shared', schema => 'own');
SELECT id, spending_kclp FROM own.program_components ORDER BY id;
SELECT count(*) FROM create_report_views('shared', schema => 'pg_temp');
SELECT id, spending_kclp FROM program_components ORDER BY id;
SELECT drop_report_views('shared', 'pg_temp');

-- Rights on the columns that the views read are enough, and no fewer are.
RESET ROLE;
GRANT SELECT (report) ON shared TO regress_progsoc_other;
SET ROLE regress_progsoc_other;
SELECT create_report_views('shared', schema => 'pg_temp');
RESET ROLE;
GRANT SELECT (id) ON shared TO regress_progsoc_other;
SET ROLE regress_progsoc_other;
SELECT count(*) FROM create_report_views('shared', schema => 'pg_temp');
SELECT id, spending_kclp FROM program_components ORDER BY id;
SELECT drop_report_views('shared');
RESET ROLE;
REVOKE SELECT (id, report) ON shared FROM regress_progsoc_other;

-- Nobody sees through the views what the table does not let them see.
SET ROLE regress_progsoc_other;
SELECT id FROM analysis.program_components;
RESET ROLE;
CREATE FUNCTION pg_temp.ids() RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('server_version_num')::int < 150000 THEN
    RETURN 'as the views'' owner';
  END IF;
  RETURN (SELECT string_agg(id::text, ', ' ORDER BY id) FROM analysis.program_summary);
EXCEPTION WHEN insufficient_privilege THEN
  RETURN SQLERRM;
END $$;
GRANT SELECT ON ALL TABLES IN SCHEMA analysis TO regress_progsoc_other;
ALTER TABLE shared ENABLE ROW LEVEL SECURITY;
CREATE POLICY even ON shared TO regress_progsoc_reader USING (id % 2 = 0);
SET ROLE regress_progsoc_reader;
SELECT pg_temp.ids() IN ('2', 'as the views'' owner') AS as_the_policy_says;
SET ROLE regress_progsoc_other;
SELECT pg_temp.ids() IN ('permission denied for table shared', 'as the views'' owner') AS as_the_table_says;

-- A look-alike of another role is no view of ours.
SET ROLE regress_progsoc_reader;
DROP VIEW own.program_audit;
RESET ROLE;
ALTER VIEW own.program_costs OWNER TO regress_progsoc_other;
SET ROLE regress_progsoc_reader;
SELECT create_report_views('shared', schema => 'own');
\echo :SQLSTATE
RESET ROLE;
SELECT drop_report_views('shared');
DROP TABLE shared;
DROP SCHEMA own;
GRANT CREATE ON SCHEMA public TO PUBLIC;

--
-- Names of others in front of ours
--
CREATE SCHEMA evil;
CREATE FUNCTION evil.trap() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE 'trapped'; END $$;
CREATE FUNCTION evil.program_key(program_report) RETURNS text LANGUAGE sql AS 'SELECT evil.trap()::text';
CREATE FUNCTION evil.report_coverage(program_report) RETURNS TABLE (year int) LANGUAGE sql AS 'SELECT evil.trap()';
CREATE FUNCTION evil.report_views(regclass) RETURNS SETOF regclass LANGUAGE sql AS 'SELECT evil.trap()::regclass';
CREATE FUNCTION evil.report_audit_between(program_report, program_report) RETURNS TABLE (year int) LANGUAGE sql AS 'SELECT evil.trap()';
CREATE FUNCTION evil.format(text, VARIADIC text[]) RETURNS text LANGUAGE sql AS 'SELECT evil.trap()::text';
CREATE FUNCTION evil.same(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT evil.trap() > 0';
CREATE FUNCTION evil.sum(bigint, bigint) RETURNS bigint LANGUAGE sql AS 'SELECT evil.trap()';
CREATE AGGREGATE evil.sum(bigint) (SFUNC = evil.sum, STYPE = bigint);
CREATE OPERATOR evil.= (LEFTARG = text, RIGHTARG = text, FUNCTION = evil.same);
CREATE TABLE evil.pg_class (oid oid, relname name);
CREATE TABLE evil.reports (report program_report);
SET search_path = evil, pg_catalog, public;
SELECT count(*) FROM public.create_report_views('public.reports');
SELECT id, year FROM public.program_coverage ORDER BY id, year;
SELECT id, subject FROM public.program_audit_between ORDER BY id, subject;
SELECT report_year, beneficiaries FROM public.program_by_ministry ORDER BY 1;
SELECT public.drop_report_views('public.reports');
SET search_path = '';
SELECT public.create_report_views('public.reports') LIMIT 1;
SELECT id, year FROM public.program_coverage ORDER BY id, year;
RESET search_path;

DROP SCHEMA evil CASCADE;

-- The extension moved to another schema, and back
CREATE SCHEMA "else where";
ALTER EXTENSION progsoc SET SCHEMA "else where";
SELECT id, year FROM program_coverage ORDER BY id, year;
SELECT count(*) FROM "else where".create_report_views('reports');
SELECT id, year FROM program_coverage ORDER BY id, year;
ALTER EXTENSION progsoc SET SCHEMA public;
DROP SCHEMA "else where";
SELECT drop_report_views('reports');

--
-- What stands in the way, and what is no table of reports
--
CREATE TABLE program_summary (id int);
SELECT create_report_views('reports');
\echo :SQLSTATE
SELECT report_views('reports');
DROP TABLE program_summary;
CREATE VIEW program_summary AS SELECT id FROM reports;
SELECT create_report_views('reports');
\echo :SQLSTATE
DROP VIEW program_summary;
CREATE TABLE others (report program_report);
SELECT count(*) FROM create_report_views('others');
SELECT create_report_views('reports');
\echo :SQLSTATE
SELECT drop_report_views('reports');
SELECT drop_report_views('others');

SELECT create_report_views('reports', 'informe');
\echo :SQLSTATE
SELECT create_report_views('reports', 'ctid');
\echo :SQLSTATE
SELECT create_report_views('reports', 'body');
\echo :SQLSTATE
SELECT create_report_views('reports', 'REPORT');
\echo :SQLSTATE
SELECT create_report_views('reports', schema => 'nowhere');
\echo :SQLSTATE
SELECT drop_report_views('reports', 'nowhere');
\echo :SQLSTATE
SELECT create_report_views('reports_pkey');
\echo :SQLSTATE
SELECT create_report_views(0);
\echo :SQLSTATE
SELECT create_report_views('no_such_table');
\echo :SQLSTATE
SELECT create_report_views(NULL);
\echo :SQLSTATE
SELECT create_report_views('reports', NULL);
\echo :SQLSTATE
SELECT create_report_views('reports', schema => 'pg_catalog');
\echo :SQLSTATE

DROP VIEW columns;
DROP TABLE reports, others;
DROP SCHEMA analysis;
DROP SCHEMA "Año ""2024"", x" CASCADE;
DROP ROLE regress_progsoc_owner, regress_progsoc_reader, regress_progsoc_other;
