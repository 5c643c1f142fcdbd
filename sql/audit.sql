--
-- The audit: what a report's figures say about each other
--
\pset null '(null)'

-- The catalogue: each check once, with all that a reader needs
SELECT severity, count(*) FROM report_checks() GROUP BY severity ORDER BY severity;
SELECT code, count(*) FROM report_checks() GROUP BY code HAVING count(*) > 1;
SELECT * FROM report_checks() WHERE code = 'spending_lines_sum';
SELECT code FROM report_checks()
WHERE code !~ '^[a-z]+(_[a-z]+)*$' OR severity NOT IN ('error', 'warning', 'info')
   OR section !~ '^[0-8](\.\d)?(, [0-8](\.\d)?)*$' OR rule !~ '^[A-Z"].*\.$' OR message !~ '^{place} .*\.$';

-- A report in which everything fits has no finding.
CREATE TABLE audited (name text, changed text, report program_report);
INSERT INTO audited VALUES ('clean', NULL, '{
  "report_year": 2022,
  "program_name": "Programa Faro", "ministry": "Ministerio de Salud", "service": "Servicio de Faros",
  "closing_date": "2022-12-31", "start_year": 2015, "end_year": "Permanente", "comparable_years": 3,
  "potential_population_description": "Personas de la costa", "potential_population": 20000,
  "potential_population_unit": "Personas",
  "targeting_criteria": "5.000 personas de la costa", "target_population": 5000, "beneficiaries": 1250,
  "population_flow": [
    {"entry": "before", "exit": "during", "persons": 200}, {"entry": "before", "exit": "after", "persons": 60},
    {"entry": "before", "exit": "other", "persons": null}, {"entry": "before", "exit": "total", "persons": 260},
    {"entry": "during", "exit": "during", "persons": 600}, {"entry": "during", "exit": "after", "persons": 390},
    {"entry": "during", "exit": "other", "persons": null}, {"entry": "during", "exit": "total", "persons": 990},
    {"entry": "total", "exit": "during", "persons": 800}, {"entry": "total", "exit": "after", "persons": 450},
    {"entry": "total", "exit": "other", "persons": null}, {"entry": "total", "exit": "total", "persons": 1250}],
  "regions": [
    {"region": "Valparaíso", "beneficiaries": 650}, {"region": "Metropolitana de Santiago", "beneficiaries": 600}],
  "coverage": [
    {"year": 2021, "target_population": 4900, "beneficiaries": 1200, "reported_coverage": "24,5%"},
    {"year": 2022, "target_population": 5000, "beneficiaries": 1250, "reported_coverage": "0,25"}],
  "component_count": 2,
  "components": [
    {"name": "Luz", "production": 1250, "production_unit": "Número de beneficiarios"},
    {"name": "Talleres", "production": 40, "production_unit": "Talleres"}],
  "covid_changes": false,
  "execution": "El programa es ejecutado por terceros.", "executors": [{"institution_type": "Fundación"}],
  "budget_law": [{"partida": "16", "capitulo": "10", "programa": "02"}],
  "initial_budget": 310000, "final_budget": 320000, "next_initial_budget": 330000,
  "spending_lines": [
    {"partida": "16", "capitulo": "10", "programa": "02", "subtitulo": "24 (Transferencias)", "amount_kclp": 260000},
    {"partida": "16", "capitulo": "10", "programa": "02", "subtitulo": "21 (Personal)", "amount_kclp": 60000}],
  "spending": 320000, "has_extra_budget": false,
  "component_spending_lines": [
    {"name": "Luz", "spending_kclp": 150000}, {"name": "Talleres", "spending_kclp": 120000}],
  "component_spending": 270000,
  "regional_spending": [
    {"region": "Valparaíso", "spending_kclp": 150000}, {"region": "Metropolitana de Santiago", "spending_kclp": 100000},
    {"region": "Nivel central", "spending_kclp": 20000}, {"total": 270000}],
  "admin_lines": [
    {"partida": "16", "capitulo": "10", "programa": "02", "subtitulo": "21 (Personal)", "amount_kclp": 50000}],
  "admin_lines_total": 50000, "admin_spending": 50000, "admin_detail": "Oficina",
  "summary_spending": 320000, "summary_extra_budget": null, "total_spending": 320000,
  "summary_component_spending": 270000, "summary_admin_spending": 50000, "total_spending_by_use": 320000,
  "costs": [
    {"year": 2020, "reported_kclp": 240}, {"year": 2021, "reported_kclp": 250}, {"year": 2022, "reported_kclp": 256}],
  "purpose_indicators": {
    "columns": [
      {"year": 2021, "basis": "actual"}, {"year": 2022, "basis": "expected"},
      {"year": 2022, "basis": "actual"}, {"year": 2023, "basis": "expected"}],
    "rows": [{"name": "Personas que navegan", "formula": "(a/b)*100", "values": [
      {"column": 1, "reported": "70%"}, {"column": 2, "reported": "75%"},
      {"column": 3, "reported": "74%"}, {"column": 4, "reported": "80%"}]}]},
  "has_human_rights_approach": true, "human_rights_approaches": "Género",
  "sdgs": [{"goal": 3, "target": "3.8"}], "sdg_contribution": "Salud de la costa",
  "observations": [
    {"section": "population", "raised": false}, {"section": "budget", "raised": false}]
}');
SELECT a.* FROM audited, report_audit(report) a;

-- One change after the other, and what the audit then says
INSERT INTO audited
SELECT 'changed', path, jsonb_set(report::jsonb, path::text[], value::jsonb)::text::program_report
FROM audited, (VALUES
  ('{beneficiaries}', '1251'),
  ('{population_flow,0,persons}', '201'),
  ('{population_flow,1,persons}', 'null'),
  ('{regions,0,beneficiaries}', '649'),
  ('{regions,0,region}', '"Atlántida"'),
  ('{coverage,1,reported_coverage}', '"24%"'),
  ('{coverage,0,beneficiaries}', '0'),
  ('{target_population}', '20001'),
  ('{start_year}', '2023'),
  ('{closing_date}', '"2021-12-31"'),
  ('{component_count}', '3'),
  ('{spending_lines,0,amount_kclp}', '260001'),
  ('{spending_lines,0,amount_kclp}', '260002'),
  ('{spending_lines,0,amount_kclp}', 'null'),
  ('{spending_lines,1,programa}', '"03"'),
  ('{component_spending_lines,1,spending_kclp}', 'null'),
  ('{component_spending_lines,1,name}', '"TALLERES"'),
  ('{regional_spending}', '[{"region": "RM", "spending_kclp": 250}, {"region": "Nivel central", "spending_kclp": 20}, {"total": 270000}]'),
  ('{summary_extra_budget}', '5'),
  ('{total_spending}', '319999'),
  ('{final_budget}', '{"text": "mucho", "status": "invalid"}'),
  ('{costs,2,reported_kclp}', '270.5'),
  ('{costs,2,reported_kclp}', '256000'),
  ('{costs,1,reported_kclp}', '{"text": "250", "status": "inferred"}'),
  ('{purpose_indicators,rows,0,values,3,reported}', '"180%"'),
  ('{next_initial_budget}', 'null'),
  ('{has_human_rights_approach}', 'false'),
  ('{sdg_contribution}', 'null'),
  ('{sdgs,0,target}', '"4.1"'),
  ('{observations,1,raised}', 'true'),
  ('{ministry}', '"Ministerio de Energía"')) AS c (path, value)
WHERE name = 'clean';
SELECT changed, code, severity, subject, reported, expected
FROM audited, report_audit(report) WITH ORDINALITY a WHERE name = 'changed' ORDER BY changed COLLATE "C", report, ordinality;
SELECT code, min(message COLLATE "C") AS message
FROM audited, report_audit(report) GROUP BY code ORDER BY code COLLATE "C";

-- Codes and severities are those of the catalogue, or lower; subjects are facts, or what lacks one.
SELECT DISTINCT code, a.severity, c.severity AS of_check
FROM audited, report_audit(report) a FULL JOIN report_checks() c USING (code)
WHERE a.code IS NOT NULL AND a.severity IS DISTINCT FROM c.severity ORDER BY code;
SELECT DISTINCT a.code, a.subject FROM audited r, report_audit(r.report) a
WHERE NOT EXISTS (SELECT FROM report_facts(r.report) f WHERE f.path = a.subject) ORDER BY a.code, a.subject;

-- A report of nothing says nothing, and no report has no rows.
SELECT * FROM report_audit('{"report_year": 2022, "closing_date": "2022-12-31"}');
SELECT * FROM report_audit(NULL);
SELECT * FROM report_audit_between(NULL, '{}');

-- Two reports of one programme
INSERT INTO audited
SELECT 'next', NULL, (report::jsonb || '{
  "report_year": 2023, "closing_date": "2023-12-31", "start_year": 2014, "initial_budget": 300000,
  "budget_law": [{"partida": "16", "capitulo": "11", "programa": "02"}],
  "population_flow": [{"entry": "before", "exit": "total", "persons": 440}],
  "coverage": [{"year": 2022, "target_population": 5000, "beneficiaries": 1240}],
  "costs": [{"year": 2021, "reported_kclp": 262.5}, {"year": 2022, "reported_kclp": 256}],
  "sdgs": [{"goal": 3, "target": "3.8"}, {"goal": 4, "target": "4.1"}],
  "service": "Servicio de Puertos"}')::text::program_report
FROM audited WHERE name = 'clean';
SELECT b.* FROM audited e, audited l, report_audit_between(e.report, l.report) b
WHERE e.name = 'clean' AND l.name = 'next';
SELECT b.* FROM audited, report_audit_between(report, report) b;

-- The example reports: what the audit says of each, and that of one programme's two years
CREATE TABLE examples (
  name text PRIMARY KEY,
  body text NOT NULL,
  report program_report GENERATED ALWAYS AS (parse_report(body)) STORED
);
\copy examples (name, body) FROM PROGRAM '"${PG_ABS_SRCDIR:-.}"/test/fixtures.sh' (FORMAT csv)
SELECT name, code, severity, subject, reported, expected
FROM examples, report_audit(report) WITH ORDINALITY a ORDER BY name COLLATE "C", ordinality;
SELECT l.name, b.code, b.severity, b.subject, b.reported, b.expected, b.message
FROM examples e
JOIN examples l ON program_key(l.report) = program_key(e.report) AND report_year(l.report) = report_year(e.report) + 1,
     report_audit_between(e.report, l.report) b;

DROP TABLE audited, examples;
