-- documents.sql - JSON of reports, and whether the type takes it, a line each
--
-- {"name": ..., "accepted": ..., "document": ...}; called by parts/55-schema.sh.

\pset format unaligned
\pset tuples_only on
CREATE EXTENSION progsoc;

-- What the type gives: the example reports, and reports with doubts and gaps of every kind
CREATE TABLE documents (name text, accepted boolean, document jsonb);
CREATE TEMP TABLE fixtures (name text, body text);
\copy fixtures FROM PROGRAM 'test/fixtures.sh' (FORMAT csv)
INSERT INTO documents SELECT name, true, parse_report(body)::jsonb FROM fixtures;

-- The same texts in pieces: tables break off, values lose their places.
INSERT INTO documents
SELECT format('%s up to character %s', name, cut), true, parse_report(left(body, cut))::jsonb
FROM fixtures, generate_series(2000, 16000, 2000) AS cut WHERE try_parse_report(left(body, cut)) IS NOT NULL;

INSERT INTO documents
SELECT name || ' on one line', true, parse_report(regexp_replace(body, '\s+', ' ', 'g'))::jsonb FROM fixtures
WHERE try_parse_report(regexp_replace(body, '\s+', ' ', 'g')) IS NOT NULL;

-- What is written by hand: the type says whether it is right, and so must the schema.
CREATE FUNCTION takes(document text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
	PERFORM document::program_report;
	RETURN true;
EXCEPTION WHEN invalid_text_representation OR numeric_value_out_of_range THEN
	RETURN false;
END
$$;

INSERT INTO documents SELECT d, takes(d), d::jsonb FROM unnest(ARRAY[
	'{}',
	'[]',
	'null',
	'"program_name"',
	'{"program_name": "Faro"}',
	'{"program_name": null}',
	'{"program_name": ""}',
	'{"program_name": 7}',
	'{"program_name": ["Faro"]}',
	'{"program": "Faro"}',
	'{"report_year": 2021}',
	'{"report_year": 1899}',
	'{"report_year": 2101}',
	'{"report_year": "2021"}',
	'{"report_year": null}',
	'{"parser_version": "1.0"}',
	'{"parser_version": "0.0"}',
	'{"parser_version": 1}',
	'{"beneficiaries": 12}',
	'{"beneficiaries": 12.5}',
	'{"beneficiaries": "12"}',
	'{"beneficiaries": true}',
	'{"beneficiaries": 1000000000000000000}',
	'{"beneficiaries": -999999999999999999}',
	'{"beneficiaries": {"status": "ambiguous", "text": "12"}}',
	'{"beneficiaries": {"status": "ambiguous"}}',
	'{"beneficiaries": {"status": "inferred", "text": "12"}}',
	'{"beneficiaries": {"status": "inferred"}}',
	'{"beneficiaries": {"status": "invalid", "text": "unos doce"}}',
	'{"beneficiaries": {"status": "absent", "text": "12"}}',
	'{"beneficiaries": {"status": "blank"}}',
	'{"beneficiaries": {"status": "not_applicable", "text": "N/A"}}',
	'{"beneficiaries": {"status": "sure", "text": "12"}}',
	'{"beneficiaries": {"text": "12", "note": "x"}}',
	'{"beneficiaries": {}}',
	'{"initial_budget": 1650000.5}',
	'{"initial_budget": "1.650.000"}',
	'{"closing_date": "2021-12-31"}',
	'{"closing_date": "31-12-2021"}',
	'{"end_year": 2027}',
	'{"end_year": "Permanente"}',
	'{"end_year": "permanente"}',
	'{"ex_ante_rating": true}',
	'{"ex_ante_rating": "Si"}',
	'{"covid_change_types": ["a", "b"]}',
	'{"covid_change_types": "a"}',
	'{"covid_change_types": []}',
	'{"coverage": []}',
	'{"coverage": {}}',
	'{"coverage": [{"year": 2021, "target_population": 10, "beneficiaries": 3, "reported_coverage": "30%"}]}',
	'{"coverage": [{"year": 2021, "row": 4}]}',
	'{"coverage": [{"year": 2021, "row": 0}]}',
	'{"coverage": [{"jahr": 2021}]}',
	'{"coverage": [2021]}',
	'{"coverage": [{}]}',
	'{"population_flow": [{"entry": "before", "exit": "during", "persons": 3}]}',
	'{"population_flow": [{"entry": "before", "persons": 3}]}',
	'{"population_flow": [{"persons": {"status": "ambiguous", "text": "3"}}]}',
	'{"population_flow": [{"entry": "later", "exit": "during", "persons": 3}]}',
	'{"population_flow": [{"entry": "before", "exit": "during"}]}',
	'{"budget_law": [{"partida": "09", "capitulo": "01", "programa": "03"}]}',
	'{"budget_law": [{"partida": 9}]}',
	'{"purpose_indicators": {"columns": [{"year": 2021, "basis": "actual"}], "rows": [{"name": "N", "values": [{"column": 1, "reported": "7%"}]}]}}',
	'{"purpose_indicators": {"columns": [{"year": 2021, "basis": "actual"}], "rows": [{"name": "N", "values": [{"column": 0, "reported": "7%"}]}]}}',
	'{"purpose_indicators": [{"name": "N"}]}',
	'{"other_fields": [{"section": "3.2", "label": "Glosa", "text": "05"}]}',
	'{"other_fields": [{"after": "purpose"}]}',
	'{"other_fields": [{"after": "nothing", "label": "Glosa"}]}',
	'{"labels": {"spending": "Total Gasto"}}',
	'{"labels": {"spendings": "Total Gasto"}}',
	'{"markup": {"purpose": 2}}',
	'{"markup": {"purpose": "2"}}',
	'{"unmapped": [{"content": "Anexo"}]}'
]) AS d;

SELECT json_build_object('name', name, 'accepted', accepted, 'document', document) FROM documents;
