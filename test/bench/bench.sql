-- bench.sql - what progsoc costs beside what else PostgreSQL does with the same rows
--
-- Called by bench.sh from the root of the tree, in an empty throw-away database.
-- The variables time, middle, memory and grown are what growth.c found.
--
-- A query that uses progsoc and the one that it is held against run in turns, in
-- this one backend, once to warm up and then several times.  What is given is the
-- median of the turns' ratios: other work on the machine slows both of a turn.

\set ON_ERROR_STOP on
\pset footer off

CREATE EXTENSION progsoc;

SET jit = off;
SET max_parallel_workers_per_gather = 0;
SET work_mem = '256MB';
SET client_min_messages = warning;

--
-- Measuring
--

CREATE TABLE results (
	ordinal serial,
	what text,
	against text,
	ours numeric,     -- milliseconds
	theirs numeric,
	ratio numeric,    -- of ours to theirs; where more is better, of theirs to ours
	target numeric,
	at_least boolean  -- more is better
);

-- Runs a query and gives the milliseconds that it took.
CREATE FUNCTION milliseconds(query text) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
	start timestamptz := clock_timestamp();
BEGIN
	EXECUTE query;
	RETURN 1000 * extract(epoch FROM clock_timestamp() - start);
END $$;

CREATE FUNCTION median(times numeric[]) RETURNS numeric LANGUAGE sql
RETURN (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY t) FROM unnest(times) AS t);

-- Runs two queries in turns, each after its settings, and notes the ratio.
CREATE PROCEDURE compare(what text, against text, ours text, theirs text, target numeric,
	at_least boolean DEFAULT false, our_settings text DEFAULT '', their_settings text DEFAULT '',
	runs int DEFAULT 9)
LANGUAGE plpgsql AS $$
DECLARE
	our_times numeric[];
	their_times numeric[];
	ratios numeric[];
	our_time numeric;
	their_time numeric;
BEGIN
	FOR run IN 0 .. runs LOOP
		EXECUTE our_settings;
		our_time := milliseconds(ours);
		EXECUTE their_settings;
		their_time := milliseconds(theirs);
		IF run > 0 THEN
			our_times := our_times || our_time;
			their_times := their_times || their_time;
			ratios := ratios || CASE WHEN at_least THEN their_time / our_time ELSE our_time / their_time END;
		END IF;
	END LOOP;
	INSERT INTO results (what, against, ours, theirs, ratio, target, at_least)
	VALUES (what, against, median(our_times), median(their_times), median(ratios), target, at_least);
END $$;

--
-- The rows
--

CREATE TABLE loaded (layout text, body text);
\copy loaded FROM PROGRAM 'test/bench/reports.sh' (FORMAT csv)

-- The JSON of a report, with as much of its text beside it as makes it as long.
CREATE TABLE texts AS
SELECT layout, body, format('{"report": %s, "text": %s}', json, to_json(left(words,
	greatest(octet_length(body) - octet_length(json) - 24, 0)))) AS json
FROM loaded,
	LATERAL (SELECT parse_report(body)::text AS json,
		translate(body, E'\n\t"\\áéíóúñÁÉÍÓÚÑ¿', '    aeiounAEIOUN?') AS words) AS made;

-- Stored reports are compressed and out of line, as is PostgreSQL's way.  Casts
-- of the JSON's members to numeric need both figures to be there.
CREATE TABLE reports (report program_report, doc jsonb);
INSERT INTO reports
SELECT report, report::jsonb
FROM texts, LATERAL parse_report(body) AS report, generate_series(1, 10)
WHERE beneficiaries(report) IS NOT NULL AND target_population(report) IS NOT NULL;

CREATE TABLE figures (id int, beneficiaries bigint, target bigint, spending numeric);
INSERT INTO figures
SELECT i, i % 9973, 10000 + i % 99991, 1000 * (i % 99989) + i % 7
FROM generate_series(1, 2000000) AS i;

VACUUM (FREEZE, ANALYZE) texts, reports, figures;

CREATE FUNCTION fields_by_expressions(body text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
	RETURN ARRAY[
		substring(body FROM 'Año de inicio:\s*(\d{4})'),
		substring(body FROM 'Año de término:\s*([^\n]+)'),
		substring(body FROM 'Unidad responsable:\s*([^\n]+)'),
		substring(body FROM 'Página web:\s*([^\n]+)'),
		substring(body FROM 'Nombre del encargado:\s*([^\n]+)'),
		substring(body FROM 'Problema principal:\s*([^\n]+)'),
		substring(body FROM 'Propósito del programa:\s*([^\n]+)'),
		substring(body FROM 'Cuantificación Población potencial:\s*([\d.]+)'),
		substring(body FROM 'Cuantificación Población objetivo:\s*([\d.]+)'),
		substring(body FROM 'Cuantificación Población efectivamente beneficiada:\s*([\d.]+)'),
		substring(body FROM 'Presupuesto Inicial \(Vigente[^)]*\)[^:]*:\s*([\d.]+)'),
		substring(body FROM 'Presupuesto Final \(Vigente[^)]*\)[^:]*:\s*([\d.]+)'),
		substring(body FROM 'Total Gasto al[^:]*:\s*([\d.]+)'),
		substring(body FROM 'Recursos ejecutados[^:]*:\s*([\d.]+)'),
		substring(body FROM 'Gastos administrativos[^:]*\(d\):\s*([\d.]+)')
	];
END $$;

SELECT layout, count(DISTINCT md5(body)) AS reports, round(avg(octet_length(body))) AS bytes,
	round(avg(octet_length(json))) AS "bytes of JSON",
	round(avg(cardinality(array_remove(fields_by_expressions(body), NULL))), 1) AS "fields by expressions"
FROM texts GROUP BY layout ORDER BY layout DESC;

--
-- Parsing
--

-- Each text is fetched once and used 20 times, so that what is measured is the function.
CREATE FUNCTION count_20(expression text, layouts text[] DEFAULT '{tabs,lines}') RETURNS text
LANGUAGE sql
RETURN format($$
	WITH fetched AS MATERIALIZED (
		SELECT body || '' AS body, json || '' AS json FROM texts WHERE layout = ANY (%L))
	SELECT count(%s) FROM fetched, generate_series(1, 20)$$, layouts, expression);

CALL compare('parse_report(body), cells kept by tabs', 'md5(body)',
	count_20('parse_report(body)', '{tabs}'), count_20('md5(body)', '{tabs}'), 1.0);
CALL compare('parse_report(body), reading order', 'md5(body)',
	count_20('parse_report(body)', '{lines}'), count_20('md5(body)', '{lines}'), 1.0);
CALL compare('parse_report(body)', 'json::jsonb of a text as long',
	count_20('parse_report(body)'), count_20('json::jsonb'), 0.33);
CALL compare('parse_report(body)', 'a function with 15 regular expressions',
	count_20('parse_report(body)'), count_20('fields_by_expressions(body)'), 30,
	at_least => true, runs => 3);

--
-- Reading what is stored
--

CALL compare('coverage(report), stored', 'two sums over doc->>…, stored',
	$$SELECT coverage(report) FROM reports$$,
	$$SELECT sum((doc->>'beneficiaries')::numeric) / sum((doc->>'target_population')::numeric) FROM reports$$,
	10, at_least => true);

-- The figures that the JSON does not hold as numbers have text in their place.
CALL compare('report_summary(report), stored', 'jsonb_to_record of its fields, stored',
	$$SELECT count(*) FROM reports, report_summary(report)$$,
	$$SELECT count(*) FROM reports, jsonb_to_record(doc) AS s(
		program_name text, ministry text, service text, report_year int, closing_date text,
		start_year text, end_year text, permanent text, form_type text, comparable_years text,
		ex_ante_rating text, responsible_unit text, website text, manager_name text,
		manager_position text, monitoring_contact_name text, monitoring_contact_position text,
		strategic_objective text, parent_system text, main_problem text, purpose text,
		potential_population text, potential_population_unit text, target_population text,
		beneficiaries text, initial_budget text, final_budget text, next_initial_budget text,
		spending text, summary_extra_budget text, total_spending text, component_spending text,
		admin_spending text)$$,
	3, at_least => true);

INSERT INTO results (what, against, ours, theirs, ratio, target, at_least)
SELECT 'stored size of a report, bytes', 'the same as stored jsonb', ours, theirs, ours / theirs, 0.7, false
FROM (SELECT avg(pg_column_size(report)) AS ours, avg(pg_column_size(doc)) AS theirs FROM reports) AS sizes;

--
-- Aggregates
--

CALL compare('coverage(b, t), 2 million rows', 'sum(b)::numeric / sum(t)',
	$$SELECT coverage(beneficiaries, target) FROM figures$$,
	$$SELECT sum(beneficiaries)::numeric / sum(target) FROM figures$$, 1.0);

CALL compare('cost_per_beneficiary(s, b), 2 million rows', 'sum(s) / sum(b)',
	$$SELECT cost_per_beneficiary(spending, beneficiaries) FROM figures$$,
	$$SELECT sum(spending) / sum(beneficiaries) FROM figures$$, 1.1);

CALL compare('coverage(b, t), window of 100 rows', 'the two moving sums',
	$$SELECT count(c) FROM (SELECT coverage(beneficiaries, target) OVER w AS c FROM figures
		WHERE id <= 300000 WINDOW w AS (ROWS 99 PRECEDING)) AS moving$$,
	$$SELECT count(b + t) FROM (SELECT sum(beneficiaries) OVER w AS b, sum(target) OVER w AS t FROM figures
		WHERE id <= 300000 WINDOW w AS (ROWS 99 PRECEDING)) AS moving$$, 1.1);

--
-- Parallel workers
--

CREATE TABLE many WITH (fillfactor = 10) AS SELECT body FROM texts, generate_series(1, 20);
VACUUM (FREEZE, ANALYZE) many;

SET parallel_leader_participation = off;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;

CREATE PROCEDURE compare_workers(expression text, target numeric)
LANGUAGE plpgsql AS $$
DECLARE
	query text := format('SELECT count(%s) FROM many', expression);
	settings text := 'SET max_parallel_workers_per_gather = %1$s; ALTER TABLE many SET (parallel_workers = %1$s)';
BEGIN
	CALL compare(expression || ', two parallel workers', 'one', query, query, target,
		at_least => true, our_settings => format(settings, 2), their_settings => format(settings, 1));
END $$;

CALL compare_workers('parse_report(body)', 1.8);

-- What the machine gives to two workers at all has no target.
CALL compare_workers('md5(body)', NULL);

--
-- The table
--

INSERT INTO results (what, against, ratio, target, at_least) VALUES
	('time per byte, text 10 to 1000 times as long', 'that of the report; the worst way', :time, 1.3, false),
	('the same', 'the middle one of the ways', :middle, 1.3, false),
	('memory of a parse at its highest', 'the text; of a report', :memory, 4, false),
	('the same', 'of the worst long text', :grown, 4, false);

\echo
SELECT what, against, round(ours, 1) AS ours, round(theirs, 1) AS theirs, round(ratio, 2) AS ratio,
	CASE WHEN at_least THEN 'at least ' ELSE 'at most ' END || target AS "to reach",
	CASE WHEN ratio = target OR (ratio > target) = at_least THEN 'yes' WHEN target IS NOT NULL THEN 'no' END AS reached
FROM results ORDER BY ordinal;
