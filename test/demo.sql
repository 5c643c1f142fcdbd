-- demo.sql - what an analyst does with progsoc, on the example reports of test/fixtures
--
-- Called by "make demo" from the root of the tree, in an empty throw-away database.

\pset footer off
\pset null '·'

CREATE EXTENSION progsoc;

-- A report is stored as text; the generated column holds what it says.
CREATE TABLE reports (
  name text PRIMARY KEY,
  body text NOT NULL,
  report program_report GENERATED ALWAYS AS (parse_report(body)) STORED
);

\copy reports (name, body) FROM PROGRAM 'test/fixtures.sh' (FORMAT csv)

-- Amounts are thousands of pesos, as the reports print them.
\echo
\echo 'The reports: persons, coverage, spending and cost per beneficiary (M$: thousands of pesos)'
\echo '-----------------------------------------------------------------------------------------'
SELECT left(s.program_name, 32) AS programme,
       s.report_year AS year,
       s.target_population AS target,
       s.beneficiaries,
       round(100 * s.coverage, 1) AS "coverage %",
       s.total_spending_kclp AS "spent M$",
       round(s.cost_per_beneficiary_kclp, 1) AS "each M$"
FROM reports, report_summary(report) s
ORDER BY s.report_year, s.program_name COLLATE "C";

\echo 'One of them on a page: * marks figures whose year follows from other figures only'
\echo '-------------------------------------------------------------------------------'
\pset format unaligned
\pset tuples_only on
SELECT report_card(report) FROM reports WHERE name = 'caleta-segura-2019';
\pset format aligned
\pset tuples_only off
\echo

\echo 'Who runs them, and how much of the budget was spent'
\echo '---------------------------------------------------'
SELECT left(s.program_name, 30) AS programme,
       left(s.ministry, 32) AS ministry,
       s.start_year AS since,
       s.final_budget_kclp AS "budget M$",
       round(100 * s.spending_kclp / nullif(s.final_budget_kclp, 0), 1) AS "spent %"
FROM reports, report_summary(report) s
ORDER BY s.ministry COLLATE "C", s.report_year, s.program_name COLLATE "C";

\echo 'Coverage by year: computed, beside what the report prints'
\echo '---------------------------------------------------------'
SELECT left(program_name(report), 32) AS programme,
       c.year, c.target_population AS target, c.beneficiaries,
       round(c.coverage, 4) AS coverage,
       c.reported_coverage AS printed, c.status
FROM reports, report_coverage(report) c
ORDER BY program_name(report) COLLATE "C", report_year(report), c.year;

\echo 'Cost per beneficiary by year, as printed (M$)'
\echo '---------------------------------------------'
SELECT left(program_name(report), 40) AS programme, c.year, c.reported_kclp AS "each M$", c.status
FROM reports, report_costs(report) c
ORDER BY program_name(report) COLLATE "C", report_year(report), c.year;

\echo 'Spending by component'
\echo '---------------------'
SELECT left(program_name(report), 24) AS programme, left(c.name, 28) AS component,
       c.spending_kclp AS "spent M$",
       c.production, left(c.production_unit, 14) AS unit
FROM reports, report_components(report) c
ORDER BY program_name(report) COLLATE "C", report_year(report), c.ordinal;

\echo 'Beneficiaries and spending by region, over all reports'
\echo '------------------------------------------------------'
SELECT r.region_code AS code, min(r.region) AS region, count(*) AS reports,
       sum(r.beneficiaries) AS beneficiaries, sum(r.spending_kclp) AS "spent M$"
FROM reports, report_regions(report) r
GROUP BY r.region_code
ORDER BY r.region_code;

\echo 'Pooled by service: total beneficiaries over total target, total spending over beneficiaries'
\echo '------------------------------------------------------------------------------------------'
SELECT left(service(report), 56) AS service, count(*) AS reports,
       round(100 * coverage(report), 1) AS "coverage %",
       round(cost_per_beneficiary(report), 1) AS "each M$"
FROM reports
GROUP BY service(report)
ORDER BY service(report) COLLATE "C";

\echo 'Indicators of purpose: expected, reached, and expected for the next year'
\echo '------------------------------------------------------------------------'
SELECT left(program_name(report), 24) AS programme, left(i.name, 27) AS indicator,
       min(report_year(report)) AS year,
       min(i.value) FILTER (WHERE i.year = report_year(report) AND i.basis = 'expected') AS expected,
       min(i.value) FILTER (WHERE i.year = report_year(report) AND i.basis = 'actual') AS reached,
       min(i.value) FILTER (WHERE i.year > report_year(report)) AS next,
       min(i.unit) AS unit
FROM reports, report_indicators(report) i
WHERE i.kind = 'purpose' AND i.status <> 'ambiguous'
GROUP BY reports.name, report, i.ordinal, i.name
ORDER BY program_name(report) COLLATE "C", report_year(report), i.ordinal;

\echo 'What could not be placed: the text had lost it, so nothing is guessed'
\echo '---------------------------------------------------------------------'
SELECT left(program_name(report), 40) AS programme, f.path, f.value
FROM reports, report_facts(report) f
WHERE f.status = 'ambiguous' AND f.value IS NOT NULL
ORDER BY program_name(report) COLLATE "C", report_year(report), f.path COLLATE "C"
LIMIT 10;

\echo 'Audit: figures that contradict each other'
\echo '-----------------------------------------'
SELECT left(program_name(report), 20) AS programme, a.severity,
       rtrim(regexp_replace(a.message, '(.{1,62})(\s+|$)', E'\\1\n', 'g'), E'\n') AS message
FROM reports, report_audit(report) a
WHERE a.severity IN ('error', 'warning')
ORDER BY a.severity, program_name(report) COLLATE "C", report_year(report), a.code COLLATE "C";
