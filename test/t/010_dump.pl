# 010_dump.pl - reports go through dumps and COPY, and come back as they were
#
# test/t/010_dump.pl
use strict;
use warnings;

use PostgreSQL::Test::Utils;
use Test::More;

use ReportCluster;

my $node     = start_cluster('dump');
my $folder   = PostgreSQL::Test::Utils::tempdir;
my $port     = $node->port;
my $original;

create_reports($node);
value($node, <<'SQL');
CREATE TABLE kept AS SELECT name, report FROM reports;
ALTER TABLE kept ADD UNIQUE (name);
CREATE INDEX kept_by_ministry ON kept (ministry(report));
CREATE INDEX kept_by_key ON kept (program_key(report), report_year(report));
CREATE INDEX kept_by_hash ON kept USING hash (report);
CREATE VIEW coverage_by_year AS SELECT name, c.* FROM kept, report_coverage(report) c;
CREATE MATERIALIZED VIEW pooled AS
	SELECT ministry(report), coverage(report), cost_per_beneficiary(report) FROM kept GROUP BY 1;
SQL
$original = fingerprint($node);
is(scalar(split /\n/, $original), 7, 'there are seven reports');

# Each database is restored from a dump, and holds the same.
sub check_restored
{
	my ($database, $how) = @_;

	is(fingerprint($node, $database), $original, "$how: the generated column holds the same");
	is(fingerprint($node, $database, 'kept'), $original, "$how: so does the stored one");
	for my $view ('coverage_by_year', 'pooled')
	{
		my $rows = "SELECT array_agg(v ORDER BY v) FROM $view v";

		is(value($node, $rows, $database), value($node, $rows), "$how: $view shows the same");
	}
	is(value($node, <<'SQL', $database), 't', "$how: an index on an accessor finds a report");
SET enable_seqscan = off;
SELECT count(*) = 1 FROM kept WHERE program_key(report) = (
	SELECT program_key(report) FROM kept WHERE name = 'caleta-segura-2019');
SQL
	return;
}

$node->command_ok([ 'pg_dump', '-p', $port, '-f', "$folder/plain.sql", 'postgres' ], 'plain dump');
$node->safe_psql('postgres', 'CREATE DATABASE plain');
$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-p', $port, '-d', 'plain', '-f',
		"$folder/plain.sql" ], 'plain restore');
check_restored('plain', 'plain');

$node->command_ok([ 'pg_dump', '-p', $port, '-Fc', '-f', "$folder/custom", 'postgres' ],
	'custom dump');
$node->safe_psql('postgres', 'CREATE DATABASE custom');
$node->command_ok([ 'pg_restore', '-p', $port, '-j', 2, '-d', 'custom', "$folder/custom" ],
	'custom restore by two workers');
check_restored('custom', 'custom');

$node->safe_psql('postgres', 'CREATE DATABASE inserts');
$node->command_ok([ 'pg_dump', '-p', $port, '--inserts', '-f', "$folder/inserts.sql", 'postgres' ],
	'dump as INSERT statements');
$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-p', $port, '-d', 'inserts', '-f',
		"$folder/inserts.sql" ], 'restore of INSERT statements');
check_restored('inserts', 'inserts');

for my $format ('text', 'csv', 'binary')
{
	value($node, <<"SQL");
CREATE TABLE copied_$format (name text, report program_report);
COPY kept TO '$folder/$format' (FORMAT $format);
COPY copied_$format FROM '$folder/$format' (FORMAT $format);
SQL
	is(fingerprint($node, undef, "copied_$format"), $original, "COPY $format and back");
	is_value($node, "SELECT count(*) FROM kept JOIN copied_$format USING (name, report)", 7,
		"COPY $format: the values are equal");
}

# ---- What older versions stored ----

# All that does not depend on the format in which a report is stored.
my $said = join ', ', 'report::text', 'program_report_send(report)', 'program_report_hash(report)',
	'program_report_hash_extended(report, 5)', 'program_name(report)', 'ministry(report)', 'service(report)',
	'program_key(report)', 'report_year(report)', 'target_population(report)', 'beneficiaries(report)',
	'total_spending_kclp(report)', 'budget_execution(report)', 'parser_version(report)', 'report_summary(report)',
	'report_card(report)';

# Bytes become reports as they are, which only a superuser can make them.
value($node, 'CREATE CAST (bytea AS program_report) WITHOUT FUNCTION; ' .
	'CREATE CAST (program_report AS bytea) WITHOUT FUNCTION');

for my $hex (sort glob "$ENV{TEST_FOLDER}/format/version-*.hex")
{
	my ($version) = $hex =~ /version-(\d+)/;
	my $stored = pack 'H*', slurp_file($hex) =~ s/\s//gr;
	my $json = slurp_file("$ENV{TEST_FOLDER}/format/version-$version.json");

	open my $out, '>:raw', "$folder/stored" or die "$!";
	print $out "PGCOPY\n\377\r\n\0", pack('NN nN', 0, 0, 1, length $stored), $stored, pack('n', 0xFFFF);
	close $out;
	chmod 0644, "$folder/stored";
	$json =~ s/\s+\z//;
	value($node, "CREATE TABLE stored_$version (report program_report); " .
		"COPY stored_$version FROM '$folder/stored' (FORMAT binary)");
	is(value($node, "SELECT report::jsonb = \$json\$$json\$json\$::jsonb FROM stored_$version"),
		't', "what version $version stored says what it said");
	is(value($node, "SELECT report = \$json\$$json\$json\$::program_report FROM stored_$version"),
		't', "and equals the same facts given now");

	my $digits = unpack 'H*', $stored;
	value($node, "CREATE TABLE kept_$version AS SELECT bytea '\\x$digits'::program_report AS report");
	is(value($node, "SELECT get_byte(report::bytea, 0) FROM kept_$version"),
		$version, "a table keeps version $version as it is");
	is(value($node, "SELECT $said FROM kept_$version"), value($node, "SELECT $said FROM stored_$version"),
		"and says the same as what is stored now");
	is_value($node, "SELECT array_agg(f) FROM kept_$version, report_facts(report) f",
		value($node, "SELECT array_agg(f) FROM stored_$version, report_facts(report) f"),
		"fact by fact, in the same order");
	is_value($node, "SELECT program_report_cmp(a.report, b.report), program_report_cmp(b.report, a.report), " .
		"a.report = b.report FROM kept_$version a, stored_$version b", '0|0|t', 'both are equal');
	is(state_of($node, "SELECT report_facts(substr(report::bytea, 1, 4000)::program_report) FROM kept_$version"),
		'XX001', "damaged bytes of version $version are refused");
}
is_value($node, 'SELECT count(*), count(DISTINCT report) FROM (TABLE kept_1 UNION ALL TABLE kept_2) a',
	'2|1', 'equal reports are one, whatever version stored them');

# ---- Damage ----

# A binary file with one byte of a report changed is refused; the message is of the type.
value($node, <<"SQL");
COPY (SELECT report FROM kept WHERE name = 'caleta-segura-2019') TO '$folder/one' (FORMAT binary);
CREATE TABLE broken (report program_report);
SQL
my $bytes = PostgreSQL::Test::Utils::slurp_file("$folder/one");
my %change = (
	'format version' => [ 25, "\x03" ],
	'summary'        => [ 26, "\x00" ],
	'report year'    => [ 29, "\xFF\xFF\xFF\x7F" ],
	'a figure'       => [ 33, "\x01" ],
	'count of facts' => [ 77, "\xFF\xFF\xFF\xFF" ],
	'a fact'         => [ 81, "\xFF" ],
	'text'           => [ 329, "\xFF" ]);
for my $what (sort keys %change)
{
	my ($at, $with) = @{ $change{$what} };
	my $changed = $bytes;

	substr $changed, $at, length $with, $with;
	open my $out, '>:raw', "$folder/changed" or die "$!";
	print $out $changed;
	close $out;
	chmod 0644, "$folder/changed";
	is(state_of($node, "COPY broken FROM '$folder/changed' (FORMAT binary)"),
		'22P03', "binary input with another $what is refused");
}

$node->stop;
done_testing();
