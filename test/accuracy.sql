/*
 * accuracy.sql - how much of what is read of each extractor's texts is in doubt
 *
 * Of a table "reports" as progsoc-load makes it, whose files have their
 * extractors' names.
 *
 * test/accuracy.sql
 */
\pset footer off
\echo
\echo '== corpus: facts per extractor, and how many of them are in doubt'
SELECT coalesce(extractor, 'all') AS extractor,
	count(*) AS facts,
	round(100.0 * count(*) FILTER (WHERE status = 'inferred') / count(*), 2) AS "inferred %",
	round(100.0 * count(*) FILTER (WHERE status = 'ambiguous') / count(*), 2) AS "ambiguous %"
FROM (
	SELECT regexp_replace(file, '^.*/|[.]txt$', '', 'g') AS extractor, status
	FROM reports, report_facts(report)) facts
GROUP BY ROLLUP (extractor)
ORDER BY GROUPING(extractor), 1;
