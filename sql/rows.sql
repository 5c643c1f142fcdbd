--
-- The row functions, on reports written by hand: plain values, cells without one, and values without a place
--
\pset null '-'

CREATE TABLE reports (id text, report program_report);
INSERT INTO reports VALUES
-- Every field has a value.
('full', '{
  "report_year": 2021,
  "report_title": "Informe de Detalle de Programas Sociales",
  "closing_date": "2021-12-31", "program_name": "Casa Abierta", "ministry": "Ministerio de Salud", "service": "Servicio Norte",
  "start_year": 2015, "end_year": 2030,
  "form_type": "Programa", "comparable_years": 3, "ex_ante_rating": true, "responsible_unit": "Unidad A", "website": "www.ejemplo.cl",
  "manager_name": "Ana", "manager_position": "Jefa", "monitoring_contact_name": "Luis", "monitoring_contact_position": "Analista",
  "strategic_objective": "Objetivo", "parent_system": "Sistema", "main_problem": "Problema", "purpose": "Propósito",
  "potential_population": 5000, "potential_population_unit": "Personas",
  "target_population": 1200, "beneficiaries": 300,
  "initial_budget": 1000, "final_budget": 900.5, "next_initial_budget": 1100, "spending": 800, "summary_extra_budget": 50,
  "total_spending": 850, "component_spending": 700, "admin_spending": 100,
  "other_fields": [{"section": "3.2", "label": "Glosa presupuestaria", "text": "05"}],
  "unmapped": [{"section": "4", "content": "Página 3 de 9"}, {"content": "Anexo"}],
  "labels": {"spending": "Total Gasto al 4to trimestre 2020 ($miles)"},
  "markup": {"purpose": 2},
  "coverage": [
    {"year": 2020, "target_population": 1000, "beneficiaries": 250, "reported_coverage": "25,0%"},
    {"year": 2021, "target_population": 1200, "beneficiaries": 300, "reported_coverage": "0,25"}],
  "costs": [{"year": 2020, "reported_kclp": 2.5}, {"year": 2021, "reported_kclp": 3}],
  "population_flow": [
    {"entry": "before", "exit": "during", "persons": 1}, {"entry": "before", "exit": "after", "persons": 2},
    {"entry": "before", "exit": "other", "persons": 3}, {"entry": "before", "exit": "total", "persons": 6},
    {"entry": "during", "exit": "during", "persons": 4}, {"entry": "during", "exit": "after", "persons": 5},
    {"entry": "during", "exit": "other", "persons": 6}, {"entry": "during", "exit": "total", "persons": 15},
    {"entry": "total", "exit": "during", "persons": 5}, {"entry": "total", "exit": "after", "persons": 7},
    {"entry": "total", "exit": "other", "persons": 9}, {"entry": "total", "exit": "total", "persons": 21}],
  "regions": [{"region": "Maule", "beneficiaries": 200}, {"region": "Ñuble", "beneficiaries": 100}, {"total": 300}],
  "regional_spending": [{"region": "Nivel central", "spending_kclp": 10}, {"region": "Ñuble", "spending_kclp": 90}, {"total": 100}],
  "components": [
    {"name": "Talleres", "benefit_type": "Capacitaciones", "description": "Cursos", "production_label": "Producción 2021",
     "production": 12.5, "production_unit": "horas"},
    {"name": "Fondo de Apoyo", "benefit_type": "Bonos", "description": "Aporte", "production": 40, "production_unit": "personas"}],
  "component_spending_lines": [
    {"name": "FONDO DE  APOYO", "spending_kclp": 500, "spending_detail": "Bonos pagados"},
    {"name": "Talleres", "spending_kclp": 200, "spending_detail": "Relatores"}],
  "budget_law": [{"partida": "16", "capitulo": "10", "programa": "02"}],
  "spending_lines": [{"partida": "16", "capitulo": "10", "programa": "02", "item": "01", "asignacion": "003",
                      "subtitulo": "24 (Transferencias Corrientes)", "amount_kclp": 800}],
  "extra_lines": [{"partida": "05", "capitulo": "01", "programa": "01", "item": "7", "asignacion": "1", "subtitulo": "33", "amount_kclp": 50}],
  "admin_lines": [{"partida": "16", "capitulo": "10", "programa": "02", "item": "02", "asignacion": "004",
                   "subtitulo": "21 (Gastos en Personal)", "amount_kclp": 100}],
  "purpose_indicators": {
    "columns": [{"year": 2020, "basis": "actual"}, {"year": 2021, "basis": "expected"}],
    "rows": [{"name": "Egreso", "formula": "A/B*100", "methodology": "Registro", "values": [
                {"column": 1, "reported": "73%"}, {"column": 2, "reported": "80,5%"}]},
             {"name": "Nota", "formula": "Promedio", "methodology": "Encuesta", "values": [
                {"column": 1, "reported": "6,2"}, {"column": 2, "reported": "1.234"}]}]},
  "complementary_indicators": {
    "columns": [{"year": 2021, "basis": "actual"}],
    "rows": [{"name": "Costo", "formula": "C/D", "methodology": "Registro", "values": [{"column": 1, "reported": "12"}]}]},
  "sdgs": [{"goal": 4, "goal_name": "Educación de calidad", "target": "4.7", "target_name": "Conocimientos"}],
  "executors": [{"institution_type": "Municipios"}, {"institution_type": "Fundaciones"}],
  "observations": [
    {"section": "design", "raised": true}, {"section": "design", "topic": "Ajustes", "raised": true, "comment": "Se ajustó."},
    {"section": "population", "raised": false}]}'),
-- Every kind of cell without a value.
('holes', '{
  "program_name": "Huecos", "end_year": "Permanente", "ministry": null,
  "beneficiaries": {"status": "invalid", "text": "unas 300"}, "target_population": {"status": "ambiguous", "text": "1.200"},
  "initial_budget": {"status": "blank"}, "final_budget": {"status": "not_applicable", "text": "No aplica"},
  "total_spending": {"status": "inferred", "text": "1.500,75"}, "ex_ante_rating": {"status": "invalid", "text": "En parte"},
  "closing_date": {"status": "invalid", "text": "fin de año"}, "website": {"status": "not_applicable", "text": "N/A"},
  "coverage": [
    {"year": 2019, "target_population": null, "beneficiaries": {"status": "blank"}, "reported_coverage": null},
    {"year": 2020, "target_population": 0, "beneficiaries": 5, "reported_coverage": {"status": "invalid", "text": "alta"}},
    {"year": 2021, "target_population": {"status": "ambiguous"}, "beneficiaries": 7, "reported_coverage": {"status": "blank"}},
    {"target_population": {"status": "ambiguous", "text": "1.200"}}],
  "costs": [{"year": 2019, "reported_kclp": {"status": "ambiguous"}}, {"year": 2020, "reported_kclp": {"status": "blank"}},
            {"year": 2021, "reported_kclp": {"status": "inferred", "text": "855"}},
            {"reported_kclp": {"status": "ambiguous", "text": "251"}}],
  "population_flow": [{"entry": "before", "exit": "other", "persons": null}, {"entry": "during", "exit": "after", "persons": {"status": "ambiguous"}},
                      {"persons": {"status": "ambiguous", "text": "40"}}],
  "regions": [{"region": "La Araucanía", "beneficiaries": 8}, {"region": "Isla Mayor", "beneficiaries": {"status": "blank"}},
              {"region": "Maule", "beneficiaries": 1}, {"region": "Región del Maule", "beneficiaries": 2},
              {"beneficiaries": {"status": "ambiguous", "text": "3"}}],
  "regional_spending": [{"region": "ISLA MAYOR", "spending_kclp": {"status": "invalid", "text": "mil"}}, {"region": "Maule", "spending_kclp": 4},
                        {"region": "Araucanía", "spending_kclp": {"status": "inferred", "text": "9"}},
                        {"spending_kclp": {"status": "ambiguous", "text": "5"}}],
  "components": [{"name": "Becas", "benefit_type": null, "description": {"status": "blank"}, "production": {"status": "invalid", "text": "varias"}},
                 {"name": "Becas"}, {"name": "Viajes"}, {"description": {"status": "ambiguous", "text": "Sin nombre"}}],
  "component_spending_lines": [{"name": "Becas", "spending_kclp": 10}, {"name": "Viajes", "spending_kclp": null},
                               {"name": "Bonos", "spending_kclp": 20, "spending_detail": {"status": "blank"}},
                               {"spending_kclp": {"status": "ambiguous", "text": "30"}}],
  "budget_law": [{"partida": "21", "capitulo": {"status": "invalid", "text": "uno"}, "programa": {"status": "blank"}}],
  "spending_lines": [{"partida": "21", "item": {"status": "ambiguous"}, "amount_kclp": 70},
                     {"item": {"status": "ambiguous", "text": "33"}}, {"partida": null, "amount_kclp": null}],
  "purpose_indicators": {
    "columns": [{"year": 2020, "basis": "actual"}, {"year": 2021, "basis": "expected"}, {"year": 2021, "basis": "actual"}],
    "rows": [{"name": "Uno", "values": [
                {"column": 1, "reported": {"status": "not_applicable", "text": "N/A"}}, {"column": 2, "reported": {"status": "invalid", "text": "por definir"}},
                {"column": 3, "reported": {"status": "ambiguous"}}, {"reported": {"status": "ambiguous", "text": "73%"}}]},
             {"name": "Dos"},
             {"name": {"status": "ambiguous", "text": "Tres"}, "values": [{"column": 2, "reported": {"status": "inferred", "text": "5%"}}]}]},
  "complementary_indicators": {"rows": [{"name": "Sin columnas"}, {"name": "Sin lugar", "values": [{"reported": {"status": "ambiguous", "text": "9"}}]}]},
  "sdgs": [{"goal": 8, "goal_name": null}, {"target": {"status": "ambiguous", "text": "8.3"}}],
  "executors": [{"institution_type": null}],
  "observations": [{"section": "design", "raised": null}, {"section": "budget", "raised": {"status": "invalid", "text": "Tal vez"}}]}'),
-- Nothing at all.
('empty', '{}');

\x on
SELECT id, s.* FROM reports, report_summary(report) s;
\x off

SELECT f.* FROM reports, report_fields(report) f WHERE id = 'full';
SELECT f.* FROM reports, report_fields(report) f WHERE id = 'holes';
SELECT id, c.* FROM reports, report_coverage(report) c;
SELECT id, c.* FROM reports, report_costs(report) c;
SELECT id, p.* FROM reports, report_population_flow(report) p;
SELECT id, r.* FROM reports, report_regions(report) r;
SELECT id, c.* FROM reports, report_components(report) c;
SELECT id, b.* FROM reports, report_budget_lines(report) b;
SELECT id, i.* FROM reports, report_indicators(report) i;
SELECT id, s.* FROM reports, report_sdgs(report) s;
SELECT id, e.* FROM reports, report_executors(report) e;
SELECT id, report_executors(report) FROM reports;
SELECT id, o.* FROM reports, report_observations(report) o;
SELECT id, u.* FROM reports, report_unmapped(report) u;
SELECT f.* FROM reports, report_facts(report) f WHERE id = 'full';
SELECT f.* FROM reports, report_facts(report) f WHERE id = 'holes';

-- A path is of one fact, whatever the rows repeat and however the names are spelt.
WITH repeated (report) AS (SELECT '{
  "coverage": [{"year": 2020, "beneficiaries": 1}, {"year": 2020, "beneficiaries": 2}, {"year": {"status": "invalid", "text": "20"}, "beneficiaries": 3}],
  "regions": [{"region": "Maule", "beneficiaries": 1}, {"region": "REGION DEL MAULE", "beneficiaries": 2}, {"region": "Maule#2", "beneficiaries": 3},
              {"region": "nivel CENTRAL", "beneficiaries": 4}, {"region": "a[1].b", "beneficiaries": 5}, {"total": 6}, {"total": 7}],
  "observations": [{"section": "design", "topic": "A"}, {"section": "budget", "topic": "B"}, {"section": "design", "topic": "A"}, {"section": "design"}, {"section": "design"}],
  "purpose_indicators": {"columns": [{"year": 2020, "basis": "actual"}, {"year": 2020, "basis": "actual"}, {"basis": "actual"}],
    "rows": [{"values": [{"column": 1, "reported": "1"}, {"column": 2, "reported": "2"}, {"column": 3, "reported": "3"},
                         {"reported": {"status": "ambiguous", "text": "4"}}]}]}}'::program_report)
SELECT f.path, f.value, count(*) OVER (PARTITION BY path) FROM repeated, report_facts(report) f WHERE f.value !~ 'Maule|20|CENTRAL|actual|design|budget'
ORDER BY path COLLATE "C";

-- NULL in, no row out.
SELECT (SELECT count(*) FROM report_summary(NULL)) + (SELECT count(*) FROM report_facts(NULL)) + (SELECT count(*) FROM report_executors(NULL)) AS rows;

-- The form
SELECT type, count(*), count(field) AS fields, count(label) AS labels FROM report_form() GROUP BY type ORDER BY type COLLATE "C";
SELECT * FROM report_form() WHERE section IN ('3.2', '7.3');
SELECT count(*) AS facts, count(*) FILTER (WHERE f.field IS NULL) AS not_of_the_form
FROM reports, report_facts(report) r LEFT JOIN report_form() f USING (field) WHERE r.field NOT IN ('other_fields', 'unmapped');

-- The planner's view
EXPLAIN SELECT * FROM report_indicators('{}');
EXPLAIN SELECT * FROM report_summary('{}');

DROP TABLE reports;
