--
-- A walk through psql: what its own commands make of reports, rows and views, and what web and BI tools ask for
--
SET client_min_messages = warning;
CREATE TABLE reports (file text PRIMARY KEY, body text NOT NULL,
  report program_report GENERATED ALWAYS AS (parse_report(body)) STORED);
\copy reports (file, body) FROM PROGRAM '"${PG_ABS_SRCDIR:-.}"/test/fixtures.sh' (FORMAT csv)
SELECT count(*) AS views FROM create_report_views('reports');

-- What is there
\df report_c*
\da cost*

-- A row too wide for the screen, field by field
\x on
SELECT * FROM program_summary WHERE program_name = 'Caleta Segura';
\x off

-- The columns' types, without running the query
SELECT * FROM program_coverage \gdesc
SELECT coverage(report), cost_per_beneficiary(report), report FROM reports GROUP BY report \gdesc

-- Years across
SELECT program_name, year, beneficiaries FROM program_coverage WHERE year BETWEEN 2019 AND 2022 ORDER BY 1
\crosstabview program_name year beneficiaries year
SELECT kind, basis || ' ' || year AS due, count(*) FROM program_indicators
WHERE program_name = 'Biblioteca Viajera' GROUP BY 1, 2 ORDER BY 1, 2
\crosstabview

-- A view by year, made by what a query gives
SELECT format('CREATE VIEW summary_%s AS SELECT program_name, beneficiaries, total_spending_kclp FROM program_summary WHERE report_year = %s', year, year)
FROM (SELECT DISTINCT report_year AS year FROM program_summary WHERE report_year > 2022) AS years ORDER BY year
\gexec
SELECT * FROM summary_2023 UNION ALL SELECT * FROM summary_2024;

-- One report's figures as variables
SELECT program_name AS programme, coverage AS share FROM program_summary WHERE report_year = 2019 \gset
\echo :programme reached :share of its target.
SELECT :'programme' = program_name(report) AS same FROM reports WHERE file = 'caleta-segura-2019';

-- For spreadsheets and browsers
\pset format csv
SELECT program_name, region_code, beneficiaries, spending_kclp FROM program_regions WHERE program_name LIKE 'Oficios%';
\pset format html
SELECT year, target_population, beneficiaries, round(coverage, 4) AS coverage FROM program_coverage WHERE program_name = 'Caleta Segura' AND year = 2019;
\pset format aligned

-- Out, and in again
\copy (SELECT file, report FROM reports) TO 'results/psql-reports.csv' (FORMAT csv)
CREATE TEMP TABLE again (file text, report program_report);
\copy again FROM 'results/psql-reports.csv' (FORMAT csv)
SELECT count(*) AS kept FROM again JOIN reports USING (file, report);

--
-- Rows as JSON, as PostgREST and the like ask for them
--
SELECT row_to_json(c) FROM reports, report_coverage(report) AS c WHERE file = 'caleta-segura-2019';
SELECT jsonb_pretty(jsonb_agg(to_jsonb(c) - 'description' - 'spending_detail'))
FROM reports, report_components(report) AS c WHERE file = 'oficios-vivos-2020';

-- A view, with columns, a filter, an order and a page
WITH source AS (
  SELECT program_costs.program_name, program_costs.year, program_costs.reported_kclp, program_costs.status
  FROM public.program_costs WHERE program_costs.year >= 2020 ORDER BY program_costs.year, program_costs.program_name COLLATE "C"
  LIMIT 4 OFFSET 1)
SELECT pg_catalog.count(page) AS page_total, coalesce(json_agg(page), '[]') AS body FROM (SELECT * FROM source) AS page;

-- A function called by its arguments' names, with the row and with a single value
SELECT json_agg(result) FROM (SELECT a.severity, a.code, a.reported FROM reports, report_audit(report => reports.report) AS a
  WHERE reports.file = 'caleta-segura-2019' AND a.severity <> 'info') AS result;
SELECT to_json(region_code(region => 'Ñuble')), to_json(parse_report(body => body)::jsonb -> 'beneficiaries')
FROM reports WHERE file = 'caleta-segura-2019';

-- A report within a report's JSON: the number's digits stay.
SELECT json_build_object('report', report::jsonb -> 'total_spending', 'cost', cost_per_beneficiary_kclp) FROM reports, report_summary(report)
WHERE file = 'caleta-segura-2019';

--
-- BI tools see views of plain types, described, with rights of their own.
--
SELECT data_type, count(*) > 0 AS some FROM information_schema.columns WHERE table_name LIKE 'program\_%' GROUP BY 1 ORDER BY 1;
SELECT count(*) AS undescribed FROM information_schema.columns WHERE table_name LIKE 'program\_%'
  AND col_description(format('%I.%I', table_schema, table_name)::regclass, ordinal_position) IS NULL;

CREATE ROLE regress_progsoc_dashboard;
GRANT SELECT ON reports TO regress_progsoc_dashboard;
SELECT count(*) AS views FROM create_report_views('reports');
SET ROLE regress_progsoc_dashboard;
SELECT m.ministry, sum(m.beneficiaries) AS beneficiaries FROM program_by_ministry AS m GROUP BY 1 ORDER BY 2 DESC LIMIT 2;
RESET ROLE;

DROP VIEW summary_2023, summary_2024;
SELECT drop_report_views('reports');
DROP TABLE reports;
DROP ROLE regress_progsoc_dashboard;
