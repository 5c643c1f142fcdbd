-- compare.sql - what the row functions give against what the facts say
--
-- Run by psql from the repository's root, in a database that has the extension:
--
--     \i test/facts/compare.sql
--     SELECT * FROM differences;
--
-- Facts are JSON: "summary" is an object, "fields" an object by field, and the other
-- row functions have arrays of rows; "unknown_labels" are the fields that the form
-- does not know.  Only the columns that the facts name are compared, and only the
-- tables that they have.  Rows must be the same ones, save for ambiguous values
-- without a place, which may be added.  "accept" lists other right answers by the
-- path of their cell: "costs/2020/status": ["inferred"].
--
-- test/facts/compare.sql

CREATE TEMP TABLE cases (name text PRIMARY KEY, body text NOT NULL, facts jsonb NOT NULL);
\copy cases FROM PROGRAM 'test/facts/cases.sh' WITH (FORMAT csv)

-- What tells the rows of a table apart: these columns, and for some tables a number.
CREATE TEMP TABLE keys (table_name text PRIMARY KEY, by text[] NOT NULL, numbered boolean NOT NULL);
INSERT INTO keys VALUES
	('summary', '{}', false),
	('fields', '{field}', false),
	('unknown_labels', '{label}', false),
	('coverage', '{year}', false),
	('costs', '{year}', false),
	('population_flow', '{entry,exit}', false),
	('regions', '{region}', false),
	('components', '{ordinal}', false),
	('budget_lines', '{kind}', true),
	('indicators', '{kind,ordinal,year,basis}', false),
	('sdgs', '{}', true),
	('executors', '{}', true),
	('observations', '{section,topic}', false),
	('unmapped', '{}', true);

CREATE TEMP VIEW given AS
SELECT name, table_name, cells, row_number() OVER () AS n
FROM cases
	CROSS JOIN LATERAL (SELECT try_parse_report(body) AS report OFFSET 0) AS parsed
	CROSS JOIN LATERAL (
		SELECT 'summary' AS table_name, to_jsonb(r) AS cells FROM report_summary(report) r
		UNION ALL
		SELECT 'fields', to_jsonb(r) FROM report_fields(report) r
			WHERE field <> 'report_title'
		UNION ALL
		SELECT 'unknown_labels', to_jsonb(r) FROM report_fields(report) r WHERE field IS NULL
		UNION ALL SELECT 'coverage', to_jsonb(r) FROM report_coverage(report) r
		UNION ALL SELECT 'costs', to_jsonb(r) FROM report_costs(report) r
		UNION ALL SELECT 'population_flow', to_jsonb(r) FROM report_population_flow(report) r
		UNION ALL SELECT 'regions', to_jsonb(r) FROM report_regions(report) r
		UNION ALL SELECT 'components', to_jsonb(r) FROM report_components(report) r
		UNION ALL SELECT 'budget_lines', to_jsonb(r) FROM report_budget_lines(report) r
		UNION ALL SELECT 'indicators', to_jsonb(r) FROM report_indicators(report) r
		UNION ALL SELECT 'sdgs', to_jsonb(r) FROM report_sdgs(report) r
		UNION ALL
		SELECT 'executors', jsonb_build_object('institution_type', r)
			FROM report_executors(report) AS e(r)
		UNION ALL SELECT 'observations', to_jsonb(r) FROM report_observations(report) r
		UNION ALL SELECT 'unmapped', to_jsonb(r) FROM report_unmapped(report) r
	) AS rows;

CREATE TEMP VIEW wanted AS
SELECT name, 'summary' AS table_name, facts -> 'summary' AS cells, 1 AS n
FROM cases
UNION ALL
SELECT name, 'fields', (f.value - 'type') || jsonb_build_object('field', f.key), 1
FROM cases, jsonb_each(facts -> 'fields') AS f
UNION ALL
SELECT name, t.key, r.cells, r.n
FROM cases, jsonb_each(facts - '{summary,fields,accept,meta,audit_seeded}'::text[]) AS t,
	jsonb_array_elements(t.value) WITH ORDINALITY AS r(cells, n);

-- A row's key, as "accept" writes it.
CREATE FUNCTION pg_temp.key_of(cells jsonb, by text[], number bigint) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
	SELECT concat_ws('/', string_agg(coalesce(cells ->> c, '-'), '/' ORDER BY n), number)
	FROM unnest(by) WITH ORDINALITY AS k(c, n)
$$;

-- A value without a place has a row that says so and lacks a column of its key.
CREATE FUNCTION pg_temp.placed(cells jsonb, by text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
	SELECT cells ->> 'status' IS DISTINCT FROM 'ambiguous'
		OR NOT EXISTS (SELECT FROM unnest(by) AS c WHERE cells ->> c IS NULL)
$$;

-- Both sides, row by row.  A key that comes twice is numbered, so that both are seen.
CREATE TEMP TABLE keyed AS
SELECT side, name, table_name, cells,
	concat_ws('/', table_name,
		nullif(pg_temp.key_of(cells, by, CASE WHEN numbered OR number > 1 THEN number END), '')) AS key
FROM (
	SELECT side, name, table_name, cells, by, numbered,
		row_number() OVER (PARTITION BY side, name, table_name, pg_temp.key_of(cells, by, NULL) ORDER BY n) AS number
	FROM (
		SELECT 'given' AS side, * FROM given
		UNION ALL
		SELECT 'wanted', * FROM wanted
	) AS rows
		JOIN keys USING (table_name)
	WHERE side = 'wanted' OR pg_temp.placed(cells, by)
) AS rows;

-- White space does not count for more than a space, nor at the ends.
CREATE FUNCTION pg_temp.folded(value text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
	SELECT btrim(regexp_replace(value, '\s+', ' ', 'g'))
$$;

-- "31 - diciembre - 2021" as "2021-12-31"
CREATE FUNCTION pg_temp.iso_date(value text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
	SELECT p[3] || '-' || lpad(array_position('{enero,febrero,marzo,abril,mayo,junio,julio,agosto,'
		'septiembre,octubre,noviembre,diciembre}'::text[], p[2])::text, 2, '0') || '-' || lpad(p[1], 2, '0')
	FROM regexp_match(value, '^(\d+) - (\w+) - (\d{4})$') AS p
$$;

-- Only computed ratios are rounded differently from one place to another.
CREATE FUNCTION pg_temp.same(wanted jsonb, given jsonb, computed boolean) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE
		WHEN coalesce(wanted, 'null') = 'null' OR coalesce(given, 'null') = 'null'
			THEN coalesce(wanted, 'null') = coalesce(given, 'null')
		WHEN jsonb_typeof(wanted) = 'number' AND jsonb_typeof(given) = 'number'
			THEN abs(wanted::numeric - given::numeric)
				<= CASE WHEN computed THEN 1e-9 * abs(wanted::numeric) ELSE 0 END
		WHEN jsonb_typeof(wanted) = 'string' AND jsonb_typeof(given) = 'string'
			THEN pg_temp.folded(wanted #>> '{}') = pg_temp.folded(given #>> '{}')
				OR wanted #>> '{}' = pg_temp.iso_date(given #>> '{}') IS TRUE
		ELSE wanted = given
	END
$$;

CREATE TEMP VIEW different_cells AS
SELECT name, wanted.key || '/' || cell.key AS place, cell.value AS wanted, given.cells -> cell.key AS given
FROM keyed AS wanted
	JOIN keyed AS given USING (name, table_name, key)
	CROSS JOIN jsonb_each(wanted.cells) AS cell
WHERE wanted.side = 'wanted' AND given.side = 'given'
	AND NOT pg_temp.same(cell.value, given.cells -> cell.key,
		cell.key IN ('coverage', 'cost_per_beneficiary_kclp'));

-- Rows that one side alone has.
CREATE TEMP VIEW different_rows AS
SELECT name, key AS place, CASE side WHEN 'wanted' THEN cells END AS wanted,
	CASE side WHEN 'given' THEN cells END AS given
FROM keyed AS one
	JOIN cases USING (name)
WHERE (table_name = 'summary' OR facts ? table_name)
	AND NOT EXISTS (SELECT FROM keyed AS other
		WHERE (other.name, other.key) = (one.name, one.key) AND other.side <> one.side);

CREATE TEMP VIEW differences AS
SELECT name, place, wanted, given
FROM different_cells JOIN cases USING (name)
WHERE NOT EXISTS (SELECT FROM jsonb_array_elements(facts -> 'accept' -> place) AS other
		WHERE pg_temp.same(other, given, false))
UNION ALL
SELECT name, place, wanted, given
FROM different_rows;
