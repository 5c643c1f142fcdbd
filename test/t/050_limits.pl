# 050_limits.pl - input beyond reason in a server: errors with their SQLSTATE,
# statements that stop when they are told to, and memory that does not grow
#
# PROGSOC_LIMIT_MB is the size of the large texts in megabytes (16 unless given),
# PROGSOC_ERRORS the number of failing calls of each kind (5000 unless given).
#
# test/t/050_limits.pl
use strict;
use warnings;

use IPC::Run;
use PostgreSQL::Test::Utils;
use Test::More;
use Time::HiRes qw(usleep);

use ReportCluster;

my $megabytes = $ENV{PROGSOC_LIMIT_MB} // 16;
my $errors    = $ENV{PROGSOC_ERRORS} // 5000;
my $node      = start_cluster('limits');

create_reports($node);

# ---- Each bad input has its SQLSTATE ----

my %states = (
	"parse_report('')"                                            => '22P02',
	"parse_report('a')"                                           => '22P02',
	"parse_report(repeat('a', 1000000))"                          => '22P02',
	"parse_report(repeat(E'\\n', 1000000))"                       => '22P02',
	"parse_report(repeat('El programa no presenta información. ', 10000))" => '22P02',
	"''::program_report"                                          => '22P02',
	"'{'::program_report"                                         => '22P02',
	"'null'::program_report"                                      => '22P02',
	"'[]'::program_report"                                        => '22P02',
	"'{} {}'::program_report"                                     => '22P02',
	"'{\"a\": 1}'::program_report"                                => '22P02',
	"'{\"purpose\": \"a\", \"purpose\": \"b\"}'::program_report"  => '22P02',
	"'{\"purpose\": \"\\ud800\"}'::program_report"                => '22P02',
	"'{\"purpose\": \"\\u0000\"}'::program_report"                => '22P02',
	"'{\"purpose\": \"\"}'::program_report"                       => '22P02',
	"'{\"beneficiaries\": \"1\"}'::program_report"                => '22P02',
	"'{\"report_year\": 0}'::program_report"                      => '22003',
	"'{\"report_year\": 99999}'::program_report"                  => '22003',
	"'{\"start_year\": 99999}'::program_report"                   => '22003',
	"'{\"spending\": 1e400}'::program_report"                     => '22003',
	"('{\"beneficiaries\": ' || repeat('9', 1000) || '}')::program_report" => '22003',
	"('{\"spending\": 0.' || repeat('9', 1000) || '}')::program_report"    => '22003',
	"(repeat('[', 1000000))::program_report"                      => '22P02',
	"(repeat('{\"a\": ', 1000000))::program_report"               => '22P02',
	"('{\"' || repeat('a', 1000000) || '\": 1}')::program_report" => '22P02',
	"('{\"coverage\": [' || repeat('{},', 100000) || '{}]}')::program_report" => '22P02',
	"'{\"coverage\": [{\"row\": 99999999, \"year\": 2021}]}'::program_report" => '22003');

is(state_of($node, "SELECT $_"), $states{$_}, "$states{$_}: " . substr $_, 0, 60) for sort keys %states;

my $text = error_of($node, "SELECT ('{\"' || repeat('ñ', 1000000) || '\": 1}')::program_report");
cmp_ok(length $text, '<', 1500, 'an error does not repeat what it was given');

is_value($node, <<'SQL', '1|t|t', 'as many rows as a report could have');
SELECT count(DISTINCT r), bool_and(r::text::program_report = r), max((SELECT count(*) FROM report_regions(r))) = 100000
FROM (SELECT parse_report('Informe de Detalle de Programas Sociales' || E'\n3.3) Población beneficiada\n' ||
	'Complete cómo se distribuyen los beneficiarios efectivos a nivel regional al 4to trimestre del año 2021' ||
	E'\nRegión\tTotal\n' || string_agg(format(E'Región %s\t%s\n', i, i), '') || E'Total\t9\n') AS r
	FROM generate_series(1, 100000) i) AS t
SQL

# ---- Statements stop ----

value($node, <<"SQL");
CREATE TABLE large (name text, body text, report program_report);
ALTER TABLE large ALTER body SET STORAGE EXTERNAL, ALTER report SET STORAGE EXTERNAL;
INSERT INTO large SELECT name, repeat(body, $megabytes * 1048576 / length(body)) FROM reports
WHERE name IN ('caleta-segura-2019', 'riego-comunitario-2014', 'biblioteca-viajera-2023');
INSERT INTO large SELECT 'json', repeat(body, $megabytes * 262144 / length(body)) FROM reports
WHERE name = 'caleta-segura-2019';
INSERT INTO large SELECT 'prose', repeat('Había una vez un programa. ', $megabytes * 1048576 / 28);
INSERT INTO large SELECT 'labels', repeat(E'Etiqueta desconocida: valor de la etiqueta\n', $megabytes * 1048576 / 44) || body
FROM reports WHERE name = 'riego-comunitario-2014';
UPDATE large SET report = try_parse_report(body);
SQL
is_value($node, 'SELECT count(*), count(report) FROM large', '6|5', "$megabytes MB of text are read");
is_value($node, 'SELECT bool_and(total = length(body)) FROM large, LATERAL (SELECT sum(length) AS total FROM trace_report(body)) t',
	't', 'the trace covers them');

for my $name ('caleta-segura-2019', 'riego-comunitario-2014', 'biblioteca-viajera-2023', 'labels', 'prose')
{
	stops($node, "SELECT try_parse_report(body) IS NULL FROM large WHERE name = '$name'");
	stops($node, "SELECT count(*) FROM large, trace_report(body) WHERE name = '$name'");
}
for my $name ('caleta-segura-2019', 'labels')
{
	stops($node, "SELECT length(report::text) FROM large WHERE name = '$name'");
	stops($node, "SELECT count(*) FROM large, report_fields(report) WHERE name = '$name'");
	stops($node, "SELECT count(*) FROM large, report_facts(report) WHERE name = '$name'");
	stops($node, "SELECT count(*) FROM large, report_audit(report) WHERE name = '$name'");
}
# Jansson gives back its tree of a text in one go, which takes 2.5 ms per megabyte.
stops($node, "SELECT report::text::program_report IS NULL FROM large WHERE name = 'json'");

# The same when another session cancels it.
my $running = IPC::Run::start(
	[ 'psql', '-X', '-d', $node->connstr('postgres'), '-c', 'SELECT count(try_parse_report(body)) FROM large, generate_series(1, 100)' ],
	'>', \my $out, '2>', \my $err);
ok($node->poll_query_until('postgres',
	"SELECT count(*) = 1 FROM pg_stat_activity WHERE query LIKE 'SELECT count(try_parse%' AND state = 'active'"),
	'a long statement runs');
usleep(200_000);
like($node->safe_psql('postgres', <<'SQL'), qr/^\d{1,2}(\.|$)|^100$/, 'it stops within 100 ms when it is cancelled');
CREATE TABLE waited (ms numeric);
DO $$
DECLARE
	backend int := (SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT count(try_parse%');
	start timestamptz := clock_timestamp();
BEGIN
	PERFORM pg_cancel_backend(backend);
	LOOP
		PERFORM pg_stat_clear_snapshot();
		EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE pid = backend AND state = 'active');
		PERFORM pg_sleep(0.001);
	END LOOP;
	INSERT INTO waited VALUES (extract(epoch FROM clock_timestamp() - start) * 1000);
END $$;
SELECT ms FROM waited;
SQL
$running->finish;
like($err, qr/canceling statement due to user request/, 'with the server\'s own message');

# ---- Memory ----

# The kilobytes that a session's process holds in memory, before and after it fails so many times.
sub growth
{
	my ($failing, $count) = @_;
	my $rss = 'SELECT split_part(pg_read_file(\'/proc/self/statm\'), \' \', 2)::bigint * 4';
	my $loop = sub {
		my ($times) = @_;
		return <<"SQL";
DO \$body\$
DECLARE failed int := 0;
BEGIN
	FOR i IN 1..$times LOOP
		BEGIN
			$failing;
		EXCEPTION WHEN data_exception OR program_limit_exceeded OR data_corrupted THEN
			failed := failed + 1;
		END;
	END LOOP;
	IF failed <> $times THEN
		RAISE '% of $times calls failed', failed;
	END IF;
END \$body\$;
SQL
	};
	my $settled = int($count / 10) || 1;
	my @held = split /\n/, $node->safe_psql('postgres',
		$loop->($settled) . "$rss;\n" . $loop->($count) . "$rss;\n");

	return $held[1] - $held[0];
}

my $folder = PostgreSQL::Test::Utils::tempdir;
value($node, <<"SQL");
CREATE TABLE received (report program_report);
COPY (SELECT report FROM reports WHERE name = 'caleta-segura-2019') TO '$folder/report' (FORMAT binary);
SQL
my $bytes = slurp_file("$folder/report");
substr $bytes, 25, 1, "\x07";
open my $changed, '>:raw', "$folder/changed" or die "$!";
print $changed $bytes;
close $changed;

my %failing = (
	'malformed JSON'   => q~PERFORM '{"coverage": [{"year": 2021}, {"year": 2022'::program_report~,
	'unknown keys'     => q~PERFORM '{"coverage": [{"year": 2021, "beneficiaries": 7}], "purpose": "a", "no key": 1}'::program_report~,
	'wrong types'      => q~PERFORM '{"coverage": [{"year": 2021}, {"year": "x"}]}'::program_report~,
	'years'            => q~PERFORM '{"purpose": "a", "report_year": 99999}'::program_report~,
	'prose'            => q~PERFORM parse_report('Había una vez un programa que no era uno. ' || i)~,
	'one label'        => q~PERFORM parse_report(E'1. ANTECEDENTES\nCargo: nadie\n' || i)~,
	'changed bytes'    => qq{COPY received FROM '$folder/changed' (FORMAT binary)},
	'aggregate states' => q~PERFORM '(1,2)'::ratio_state~);

SKIP:
{
	skip 'there is no /proc', scalar keys %failing unless -r '/proc/self/statm';
	for my $what (sort keys %failing)
	{
		my $grown = growth($failing{$what}, $errors);

		cmp_ok($grown, '<', 512, "$errors failing calls take no memory with them: $what");
		note "$what: grown by $grown kB";
	}
}

# A large text takes memory in proportion, and gives it back.
SKIP:
{
	skip 'there is no /proc', 2 unless -r '/proc/self/status';
	my $held = q{SELECT substring(pg_read_file('/proc/self/status') FROM '%s:\s+(\d+)')::bigint / 1024;};
	my $call = q{DO $$ BEGIN PERFORM try_parse_report(body) FROM large WHERE name = 'riego-comunitario-2014'; END $$;};
	# malloc keeps some of what is given back, but not more with each call
	my ($before, $some, $most, $after) = split /\n/, $node->safe_psql('postgres',
		"SELECT 1 FROM report_form() \\g /dev/null\n" . sprintf($held, 'VmRSS') . $call x 5 . sprintf($held, 'VmRSS') .
		sprintf($held, 'VmHWM') . $call x 10 . sprintf($held, 'VmRSS'));

	note "before $before MB, at most $most MB, after 5 calls $some MB, after 15 $after MB";
	cmp_ok($most - $before, '<', 40 + 10 * $megabytes, "$megabytes MB of text take memory in proportion");
	cmp_ok($after - $some, '<', 4 * $megabytes, 'and ten more calls leave none behind');
}

$node->stop;
done_testing();
