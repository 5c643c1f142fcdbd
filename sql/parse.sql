--
-- Parsing: the example reports, of several years, ministries and layouts
--
CREATE TABLE parsed (
  name text PRIMARY KEY,
  body text NOT NULL,
  report program_report GENERATED ALWAYS AS (parse_report(body)) STORED
);
\copy parsed (name, body) FROM PROGRAM '"${PG_ABS_SRCDIR:-.}"/test/fixtures.sh' (FORMAT csv)

\pset null '(null)'
CREATE VIEW examples AS SELECT name AS example, report FROM parsed ORDER BY name COLLATE "C";

-- Each example, whole
\x on
SELECT example, s.* FROM examples, report_summary(report) s;
\x off

-- The fields that report_summary leaves out, but for the long narratives
SELECT example, f.section, f.field, f.status, f.value, f.number
FROM examples, report_fields(report) f
WHERE f.field ~ '^(uses_|has_|covid_changes|component_count|execution$|summary_|total_spending_by_use|admin_lines_total)';

SELECT example, c.* FROM examples, report_coverage(report) c;
SELECT example, c.* FROM examples, report_costs(report) c;
SELECT example, f.* FROM examples, report_population_flow(report) f;
SELECT example, r.* FROM examples, report_regions(report) r;
SELECT example, c.ordinal, c.name, c.benefit_type, c.production, c.production_unit, c.spending_kclp, c.status
FROM examples, report_components(report) c;
SELECT example, b.* FROM examples, report_budget_lines(report) b;
SELECT example, i.ordinal, i.kind, i.name, i.year, i.basis, i.value, i.unit, i.reported, i.status
FROM examples, report_indicators(report) i;
SELECT example, g.goal, left(g.goal_name, 30) AS goal_name, g.target, left(g.target_name, 40) AS target_name
FROM examples, report_sdgs(report) g;
SELECT example, e.* FROM examples, report_executors(report) e;
SELECT example, o.section, o.topic, o.raised, left(o.comment, 40) AS comment
FROM examples, report_observations(report) o;
SELECT example, u.* FROM examples, report_unmapped(report) u;

-- Labels that the form does not know are fields too.
SELECT example, f.ordinal, f.section, f.label, f.status, f.value
FROM examples, report_fields(report) f WHERE f.field IS NULL;

-- A report cut off at a line's end gives no figure that the whole does not give.
SELECT p.name, f.section, f.field, f.number
FROM parsed p,
     LATERAL (SELECT left(body, length(body) * share / 40) AS part FROM generate_series(10, 39) share) c,
     LATERAL (SELECT try_parse_report(regexp_replace(part, '[^\n]*$', '')) AS cut) r,
     report_fields(r.cut) f
WHERE f.number IS NOT NULL AND f.status = 'reported'
EXCEPT
SELECT p.name, f.section, f.field, f.number FROM parsed p, report_fields(report) f;

-- Neither line ends, nor spaces that do not break, nor accents written apart change a fact.
SELECT p.name, v.variant
FROM parsed p,
     LATERAL (VALUES
       ('line ends', regexp_replace(body, '\r?\n', E'\r\n', 'g')),
       ('no-break spaces', replace(body, ' de ', U&' de\00A0')),
       ('decomposed', normalize(body, NFD)),
       ('capitals kept, final line end gone', rtrim(body, E'\n'))) v (variant, body)
WHERE parse_report(v.body) IS DISTINCT FROM p.report;

-- The generated column and the function agree, and text that is NULL gives no report.
SELECT count(*) FILTER (WHERE report = parse_report(body)) AS same, count(*) AS all FROM parsed;
SELECT parse_report(NULL) IS NULL AS parse, try_parse_report(NULL) IS NULL AS try;

DROP VIEW examples;
DROP TABLE parsed;
