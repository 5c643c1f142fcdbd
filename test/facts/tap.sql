-- tap.sql - one test per report whose facts are known, as TAP
--
-- test/facts/tap.sql
\set QUIET
\set ON_ERROR_STOP
\pset format unaligned
\pset tuples_only
SET client_min_messages = warning;
CREATE EXTENSION progsoc;
\ir compare.sql

CREATE TEMP TABLE found AS SELECT * FROM differences;

SELECT line
FROM (
	SELECT name, 1, '#   ' || place || ': wanted ' || coalesce(left(wanted::text, 300), 'nothing')
		|| ', given ' || coalesce(left(given::text, 300), 'nothing')
	FROM found
	UNION ALL
	SELECT name, 2, concat(CASE WHEN count(found.name) > 0 THEN 'not ' END, 'ok - ', name,
		': the row functions give its facts')
	FROM cases LEFT JOIN found USING (name)
	GROUP BY name
) AS lines(name, part, line)
ORDER BY name, part, line;
