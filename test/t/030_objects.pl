# 030_objects.pl - reports in what else a database has: indexes, partitions,
# generated columns, parallel workers, prepared statements, cursors
#
# test/t/030_objects.pl
use strict;
use warnings;

use PostgreSQL::Test::Utils;
use Test::More;

use ReportCluster;

my $node = start_cluster('objects');

create_reports($node);

# ---- Indexes ----

value($node, <<'SQL');
CREATE TABLE kept AS SELECT name, report, body FROM reports;
CREATE INDEX by_ministry ON kept (ministry(report));
CREATE INDEX by_year ON kept (report_year(report), total_spending_kclp(report));
CREATE UNIQUE INDEX by_key ON kept (program_key(report), report_year(report));
CREATE INDEX by_report ON kept USING hash (report);
CREATE INDEX by_text ON kept (md5(report::text));
SQL
my $searches = <<'SQL';
SET enable_seqscan = off;
SELECT k.name, (SELECT count(*) FROM kept WHERE ministry(report) = ministry(k.report)),
	(SELECT count(*) FROM kept WHERE report_year(report) = report_year(k.report)),
	(SELECT count(*) FROM kept WHERE program_key(report) = program_key(k.report)),
	(SELECT count(*) FROM kept WHERE report = k.report),
	(SELECT count(*) FROM kept WHERE md5(report::text) = md5(k.report::text))
FROM kept k ORDER BY 1;
SQL
my $found = value($node, $searches);
like($found, qr/^caleta-segura-2019\|\d+\|\d+\|1\|1\|1$/m, 'indexes on accessors find reports');
value($node, 'REINDEX TABLE kept');
is(value($node, $searches), $found, 'they find the same after REINDEX');
value($node, 'REINDEX TABLE CONCURRENTLY kept; VACUUM FULL kept; CLUSTER kept USING by_ministry');
is(value($node, $searches), $found, 'and after REINDEX CONCURRENTLY, VACUUM FULL and CLUSTER');
is(state_of($node, 'INSERT INTO kept SELECT * FROM kept LIMIT 1'),
	'23505', 'a unique index on accessors keeps out the same report');
value($node, 'CREATE EXTENSION amcheck');
is_value($node, <<'SQL', '4', 'amcheck finds nothing in the trees');
SELECT count(bt_index_parent_check(indexrelid, true, true)::text)
FROM pg_index JOIN pg_class i ON i.oid = indexrelid JOIN pg_am a ON a.oid = i.relam
WHERE indrelid = 'kept'::regclass AND amname = 'btree';
SQL

# ---- Generated columns ----

value($node, <<'SQL');
CREATE TABLE texts (name text, body text,
	report program_report GENERATED ALWAYS AS (try_parse_report(body)) STORED,
	year int GENERATED ALWAYS AS (report_year(try_parse_report(body))) STORED);
INSERT INTO texts SELECT name, body FROM reports;
INSERT INTO texts VALUES ('none', 'no report at all'), ('null', NULL);
SQL
is_value($node, <<'SQL', 't', 'generated columns hold what is parsed, or NULL');
SELECT bool_and(t.report IS NOT DISTINCT FROM r.report AND t.year IS NOT DISTINCT FROM report_year(r.report))
	AND count(*) = 9 AND count(t.report) = 7
FROM texts t LEFT JOIN reports r USING (name);
SQL
value($node, "UPDATE texts SET body = (SELECT body FROM reports WHERE name = 'caleta-segura-2019') WHERE name = 'none'");
is_value($node, "SELECT report_year(report) || ' ' || year FROM texts WHERE name = 'none'",
	'2019 2019', 'an update parses again');

# ---- Partitions ----

value($node, <<'SQL');
CREATE TABLE parted (name text, report program_report) PARTITION BY RANGE (report_year(report));
CREATE TABLE parted_old PARTITION OF parted FOR VALUES FROM (2012) TO (2021);
CREATE TABLE parted_new PARTITION OF parted FOR VALUES FROM (2021) TO (2030);
INSERT INTO parted SELECT name, report FROM reports;
CREATE TABLE spread (name text, report program_report) PARTITION BY HASH (report);
CREATE TABLE spread_0 PARTITION OF spread FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE spread_1 PARTITION OF spread FOR VALUES WITH (MODULUS 3, REMAINDER 1);
CREATE TABLE spread_2 PARTITION OF spread FOR VALUES WITH (MODULUS 3, REMAINDER 2);
INSERT INTO spread SELECT name, report FROM reports;
ANALYZE;
SQL
is_value($node, 'SELECT count(*) FROM parted_old', 3, 'partitions by year take their reports');
is(fingerprint($node, undef, 'parted'), fingerprint($node), 'and hold them all');
is_value($node, <<'SQL', 't', 'a partition pruned by year');
CREATE FUNCTION plan_of(query text) RETURNS SETOF text LANGUAGE plpgsql AS
$$BEGIN RETURN QUERY EXECUTE 'EXPLAIN (COSTS OFF) ' || query; END$$;
SELECT bool_and(p NOT LIKE '%parted_old%')
FROM plan_of('SELECT name FROM parted WHERE report_year(report) = 2023') p;
SQL
is(fingerprint($node, undef, 'spread'), fingerprint($node), 'partitions by the hash of reports');
is_value($node, <<'SQL', 't', 'a partition-wise join of reports');
SET enable_partitionwise_join = on;
SELECT count(*) = 7 FROM spread a JOIN spread b USING (report) WHERE a.name = b.name;
SQL

# ---- Parallel workers ----

my $parallel = <<'SQL';
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
SQL
my $serial = 'SET max_parallel_workers_per_gather = 0;';
value($node, <<'SQL');
CREATE TABLE many AS SELECT i, name, report, body FROM reports, generate_series(1, 100) i;
ALTER TABLE many SET (parallel_workers = 2);
ANALYZE many;
SQL
my $grouped = <<'SQL';
SELECT ministry(report), count(*), coverage(report), cost_per_beneficiary(report),
	coverage(beneficiaries(report), target_population(report)), max(report::text), count(DISTINCT report),
	sum((SELECT count(*) FROM report_audit(report))), min(md5(parse_report(body)::text))
FROM many GROUP BY 1 ORDER BY 1;
SQL
my ($plain_query) = $grouped =~ /(.*), count\(DISTINCT report\)/s;
$plain_query .= ' FROM many GROUP BY 1 ORDER BY 1';
like(value($node, "$parallel EXPLAIN (COSTS OFF) $plain_query"),
	qr/Finalize.*Gather.*Partial/s, 'aggregates of reports are computed in parallel');
is(value($node, "$parallel $plain_query"), value($node, "$serial $plain_query"),
	'with the same result');
is(value($node, "$parallel $grouped"), value($node, "$serial $grouped"),
	'parsing and auditing in a parallel query too');
is_value($node, <<"SQL", '700', 'a parallel worker parses');
$parallel
SELECT count(*) FROM many WHERE parse_report(body) = report;
SQL

# ---- Partitions and parallel workers ----

value($node, <<'SQL');
CREATE SCHEMA yearly;
CREATE TABLE yearly.reports (id bigint, report program_report) PARTITION BY LIST (report_year(report));
SELECT format('CREATE TABLE yearly.reports_%1$s PARTITION OF yearly.reports FOR VALUES IN (%1$s);
	ALTER TABLE yearly.reports_%1$s SET (parallel_workers = 2)', report_year(report))
FROM reports \gexec
INSERT INTO yearly.reports SELECT row_number() OVER (), report FROM many;
ANALYZE yearly.reports;
SELECT create_report_views('yearly.reports');
SQL
my $by_year = <<'SQL';
SELECT report_year(report), count(*), coverage(report), cost_per_beneficiary(report),
	cost_per_beneficiary(total_spending_kclp(report), beneficiaries(report))
FROM yearly.reports GROUP BY 1 ORDER BY 1;
SQL
my $over_all = 'SELECT coverage(report), cost_per_beneficiary(report) FROM yearly.reports';
my $partitionwise = 'SET enable_partitionwise_aggregate = on;';
for my $query ($by_year, $over_all)
{
	like(value($node, "$parallel EXPLAIN (COSTS OFF) $query"),
		qr/Finalize.*Gather.*Partial.*Parallel Append.*Parallel Seq Scan on reports_20\d\d/s,
		'workers append partitions and aggregate them');
	is(value($node, "$parallel $query"), value($node, "$serial $query"), 'with the same result');
}
like(value($node, "$parallel $partitionwise EXPLAIN (COSTS OFF) $by_year"),
	qr/Append\n.*HashAggregate\n.*Seq Scan on reports_20\d\d/s, 'partitions are aggregated one by one');
like(value($node, "$parallel $partitionwise EXPLAIN (COSTS OFF) $over_all"),
	qr/Append\n\s+->  Partial Aggregate\n\s+->  Parallel Seq Scan on reports_20\d\d/s,
	'or in part, where no partition has a whole group');
is(value($node, "$parallel $partitionwise $_"), value($node, "$serial $_"), 'with the same result')
	for $by_year, $over_all;
unlike(value($node, 'EXPLAIN (COSTS OFF) SELECT * FROM yearly.program_regions WHERE report_year = 2023'),
	qr/reports_20(?!23)/, 'a view of a year reads its partition only');
is_value($node, <<'SQL', '700', 'a view of partitions shows all reports');
SELECT count(*) FROM yearly.program_summary
SQL

# ---- Prepared statements and cursors ----

is_value($node, <<'SQL', "f\n7\n7\n7\n7\n7\n7\n1\nt\n1", 'prepared statements: custom and generic plans');
PREPARE by_text(text) AS SELECT count(*) FROM reports WHERE report = $1::program_report;
PREPARE by_year(int) AS SELECT count(*) = 1 FROM reports WHERE report_year(report) = $1;
PREPARE every(text) AS SELECT count(*) FROM reports, report_summary(report) WHERE program_name <> $1;
SELECT report::text FROM reports WHERE name = 'caleta-segura-2019' \gset
EXECUTE by_year(1999);
EXECUTE every('a'); EXECUTE every('b'); EXECUTE every('c');
EXECUTE every('d'); EXECUTE every('e'); EXECUTE every('f');
EXECUTE by_text(:'report');
SET plan_cache_mode = force_generic_plan;
EXECUTE by_year(2019);
EXECUTE by_text(:'report');
SQL
is_value($node, <<'SQL', "1\n2\n3\n2\n1\n3", 'a scrollable cursor over a row function goes both ways');
BEGIN;
DECLARE facts SCROLL CURSOR FOR SELECT ordinality FROM reports,
	report_facts(report) WITH ORDINALITY WHERE name = 'caleta-segura-2019';
FETCH facts; FETCH facts; FETCH facts; FETCH PRIOR FROM facts; FETCH PRIOR FROM facts;
FETCH ABSOLUTE 3 FROM facts;
MOVE LAST FROM facts;
FETCH facts;
COMMIT;
SQL
is_value($node, <<'SQL', "t\nf", 'a cursor WITH HOLD outlives its transaction, and the table');
CREATE TEMP TABLE fleeting AS SELECT name, report FROM reports;
BEGIN;
DECLARE held CURSOR WITH HOLD FOR SELECT report = (SELECT report FROM fleeting WHERE name = 'caleta-segura-2019')
	FROM fleeting ORDER BY name DESC;
COMMIT;
DROP TABLE fleeting;
MOVE 5 FROM held;
FETCH held;
FETCH held;
SQL
is(value($node, <<'SQL'), "7\n7", 'LIMIT stops a row function early, OFFSET skips');
SELECT count(*) FROM reports, LATERAL (SELECT * FROM report_facts(report) LIMIT 1) f;
SELECT count(*) FROM reports, LATERAL (SELECT * FROM report_facts(report) OFFSET 10 LIMIT 1) f;
SQL

# ---- Updates, TOAST and arrays ----

value($node, <<'SQL');
CREATE TABLE storage_plain (report program_report);
ALTER TABLE storage_plain ALTER report SET STORAGE EXTERNAL;
INSERT INTO storage_plain SELECT report FROM reports;
CREATE TABLE lists AS SELECT array_agg(report ORDER BY name) AS list FROM reports;
CREATE TYPE pair AS (name text, report program_report);
CREATE DOMAIN recent AS program_report CHECK (report_year(VALUE) > 2018);
SQL
is_value($node, 'SELECT count(*) FROM storage_plain JOIN reports USING (report)', 7,
	'uncompressed values equal compressed ones');
is_value($node, 'SELECT count(*) FROM lists, unnest(list) l JOIN reports ON report = l', 7,
	'arrays of reports');
is_value($node, 'SELECT (row(name, report)::pair::text::pair).report = report FROM reports LIMIT 1', 't',
	'composite values as text');
is(state_of($node, "SELECT report::recent FROM reports WHERE name = 'riego-comunitario-2014'"),
	'23514', 'a domain with a check on an accessor');
value($node, "UPDATE kept SET body = body || ' '; UPDATE kept SET report = parse_report(body)");
is(value($node, $searches), $found, 'updates keep the indexes right');

$node->stop;
done_testing();
