# 020_replication.pl - reports on replicas, and after a crash
#
# test/t/020_replication.pl
use strict;
use warnings;

use IPC::Run;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Time::HiRes qw(usleep);

use ReportCluster;

my $primary = start_cluster('primary', allows_streaming => 'logical');

create_reports($primary);
value($primary, 'CREATE INDEX reports_by_ministry ON reports (ministry(report))');
my $original = fingerprint($primary);

# ---- A streaming replica ----

$primary->backup('backup');
my $standby = PostgreSQL::Test::Cluster->new('standby');
$standby->init_from_backup($primary, 'backup', has_streaming => 1);
$standby->start;
value($primary, "INSERT INTO reports SELECT name || '-again', body FROM reports");
$primary->wait_for_catchup($standby, 'replay', $primary->lsn('flush'));
is(fingerprint($standby), fingerprint($primary), 'a streaming replica shows the same');
is(value($standby, <<'SQL'), 't', 'it parses texts, and its indexes find what it was sent');
SET enable_seqscan = off;
SELECT bool_and(report = parse_report(body)) AND count(*) = 2 FROM reports
WHERE ministry(report) = (SELECT ministry(report) FROM reports WHERE name = 'caleta-segura-2019');
SQL
value($primary, "DELETE FROM reports WHERE name LIKE '%-again'");
$primary->wait_for_catchup($standby, 'replay', $primary->lsn('flush'));
$standby->promote;
value($standby, "INSERT INTO reports SELECT 'new', body FROM reports WHERE name = 'caleta-segura-2019'");
is_value($standby, "SELECT count(DISTINCT report) FROM reports WHERE name IN ('new', 'caleta-segura-2019')",
	1, 'a promoted replica takes reports');
$standby->stop;

# ---- Logical replication ----

my $subscriber = start_cluster('subscriber');

value($primary, <<'SQL');
CREATE TABLE kept (name text PRIMARY KEY, report program_report);
INSERT INTO kept SELECT name, report FROM reports WHERE name < 'h';
CREATE PUBLICATION texts FOR TABLE reports (name, body);
CREATE PUBLICATION values FOR TABLE kept;
SQL
value($subscriber, <<'SQL');
CREATE EXTENSION progsoc;
CREATE TABLE reports (name text PRIMARY KEY, body text,
	report program_report GENERATED ALWAYS AS (parse_report(body)) STORED);
CREATE TABLE kept (name text PRIMARY KEY, report program_report);
SQL
my $connection = $primary->connstr . ' dbname=postgres';
for my $binary ('true', 'false')
{
	value($subscriber, <<"SQL");
TRUNCATE kept, reports;
CREATE SUBSCRIPTION kept_$binary CONNECTION '$connection' PUBLICATION values, texts
	WITH (binary = $binary);
SQL
	$subscriber->wait_for_subscription_sync($primary, "kept_$binary");
	value($primary, <<'SQL');
INSERT INTO kept SELECT name, report FROM reports WHERE name >= 'h';
UPDATE kept SET report = (SELECT report FROM reports WHERE name = 'oficios-vivos-2020')
WHERE name = 'caleta-segura-2019';
UPDATE kept SET report = (SELECT report FROM reports WHERE name = 'caleta-segura-2019')
WHERE name = 'caleta-segura-2019';
SQL
	$primary->wait_for_catchup("kept_$binary");
	is(fingerprint($subscriber, undef, 'kept'), $original,
		"logical replication of reports, binary = $binary");
	is(fingerprint($subscriber), $original, "of texts that the subscriber parses, binary = $binary");
	value($subscriber, "DROP SUBSCRIPTION kept_$binary");
	value($primary, "DELETE FROM kept WHERE name >= 'h'");
}
$subscriber->stop;

# ---- kill -9 while loading ----

value($primary, <<'SQL');
CREATE TABLE loads (load int, name text, body text,
	report program_report GENERATED ALWAYS AS (parse_report(body)) STORED,
	PRIMARY KEY (load, name));
CREATE INDEX loads_by_key ON loads (program_key(report));
SQL

# Each load is a transaction of seven reports; the server goes in the midst of one of them.
for my $crash (1 .. 3)
{
	my $loader = IPC::Run::start(
		[ 'psql', '-X', '-q', '-d', $primary->connstr('postgres'), '-c', <<"SQL" ],
DO \$\$ BEGIN
FOR i IN 1..100000 LOOP
	INSERT INTO loads SELECT $crash * 100000 + i, name, body FROM reports;
	COMMIT;
END LOOP; END \$\$
SQL
		'>', \my $out, '2>', \my $err);
	ok($primary->poll_query_until('postgres',
			"SELECT max(load) > $crash * 100000 + 20 * $crash FROM loads"), "load $crash goes on");
	# Backends that are busy would go on without the postmaster for a while.
	my @backends = split /\n/, value($primary, 'SELECT pid FROM pg_stat_activity');
	$primary->kill9;
	kill 'KILL', @backends;
	usleep(10_000) while kill 0, @backends;
	$loader->finish;
	ok($err =~ /server closed the connection|terminat/, "load $crash is cut off");
	$primary->start;
	is_value($primary, <<'SQL', 't', "after crash $crash, each load is there as a whole or not at all");
SELECT bool_and(whole) AND count(*) > 20 FROM (
	SELECT count(*) = 7 AND bool_and(l.report = r.report AND l.report = parse_report(l.body)) AS whole
	FROM loads l JOIN reports r USING (name) GROUP BY load) AS each_load
SQL
	is_value($primary, <<'SQL', 't', "after crash $crash, the index agrees with the table");
SET enable_seqscan = off;
SELECT count(*) = (SELECT count(DISTINCT load) FROM loads) FROM loads
WHERE program_key(report) = (SELECT program_key(report) FROM reports WHERE name = 'caleta-segura-2019')
SQL
}
is(fingerprint($primary), $original, 'what was there before is as it was');

$primary->stop;
done_testing();
