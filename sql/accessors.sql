--
-- Single values of a report, in WHERE, GROUP BY, expression indexes and generated columns; regions
--
\pset null '(null)'

CREATE TABLE reports (id int, report program_report);
INSERT INTO reports VALUES
  (1, '{"parser_version": "1.0", "report_year": 2021, "program_name": "Programa de Huertos", "ministry": "Ministerio de Agricultura",
        "service": "Servicio Agrícola", "target_population": 1000, "beneficiaries": 250, "final_budget": 400, "spending": 300,
        "total_spending": 320.50, "admin_spending": 64.1, "component_spending": 256.4}'),
  (2, '{"report_year": 2022, "program_name": "HUERTOS", "ministry": "Ministerio de Agricultura y Alimentación",
        "service": "Servicio  agricola", "target_population": 1100, "beneficiaries": 275, "final_budget": 0, "spending": 300,
        "total_spending": 0, "admin_spending": 1}'),
  (3, '{"program_name": {"status": "ambiguous", "text": "Becas"}, "ministry": "Ministerio de Educación", "service": {"status": "inferred", "text": "JUNAEB"},
        "target_population": {"status": "invalid", "text": "muchos"}, "beneficiaries": null, "total_spending": {"status": "inferred", "text": "12,5"}}'),
  (4, '{"program_name": "Becas", "service": null, "total_spending": {"status": "ambiguous", "text": "12"}, "spending": null, "final_budget": 10}'),
  (5, '{}'),
  (6, NULL);

SELECT id, program_name(report), ministry(report), service(report), report_year(report) FROM reports ORDER BY id;
SELECT id, target_population(report), beneficiaries(report), total_spending_kclp(report), budget_execution(report), admin_share(report), component_share(report)
FROM reports ORDER BY id;
SELECT id, program_key(report), parser_version(report) FROM reports ORDER BY id;
SELECT parser_version();

-- They say what report_summary says.
SELECT count(*) AS reports, count(*) FILTER (WHERE (program_name(report), ministry(report), service(report), report_year(report), target_population(report),
           beneficiaries(report), total_spending_kclp(report))
         IS NOT DISTINCT FROM (s.program_name, s.ministry, s.service, s.report_year, s.target_population, s.beneficiaries, s.total_spending_kclp)) AS same
FROM reports, report_summary(report) s;

-- One programme's years
SELECT program_key(report), array_agg(report_year(report) ORDER BY id), coverage(report)
FROM reports WHERE program_key(report) IS NOT NULL GROUP BY 1 ORDER BY min(id);

CREATE INDEX ON reports (ministry(report), report_year(report));
SET enable_seqscan = off;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM reports WHERE ministry(report) = 'Ministerio de Agricultura' AND report_year(report) > 2000;
SELECT id FROM reports WHERE ministry(report) = 'Ministerio de Agricultura' AND report_year(report) > 2000;
RESET enable_bitmapscan;
RESET enable_seqscan;

CREATE TABLE figures (report program_report,
  people bigint GENERATED ALWAYS AS (beneficiaries(report)) STORED,
  execution numeric GENERATED ALWAYS AS (budget_execution(report)) STORED);
INSERT INTO figures SELECT report FROM reports;
SELECT people, execution FROM figures;

--
-- Regions
--
SELECT code, count(*) AS names FROM (VALUES
  ('Arica y Parinacota'), ('REGIÓN DE ARICA Y PARINACOTA'), ('Tarapacá'), ('tarapaca'), ('Antofagasta'), ('Atacama'), ('Coquimbo'), ('Valparaíso'),
  ('Metropolitana de Santiago'), ('Región Metropolitana'), ('RM'), ('Libertador General Bernardo OHiggins'), ('Libertador General Bernardo O''Higgins'),
  ('O’Higgins'), ('Maule'), ('Región del Maule'), ('Ñuble'), ('NUBLE'), (U&'N\0303uble'), ('Biobío'), ('Bío-Bío'), ('La Araucanía'), ('Araucanía'),
  ('Los Ríos'), ('Los Lagos'), ('Aysén del General Carlos Ibáñez del Campo'), ('Aysén'), ('Aisén'), ('Magallanes y de la Antártica Chilena'), ('Magallanes')) v (name),
  region_code(name) code GROUP BY code ORDER BY code;
SELECT region_code('Nivel central'), region_code('Total'), region_code('Chile'), region_code(''), region_code('Santiago del Estero'), region_code(NULL);

DROP TABLE reports, figures;
