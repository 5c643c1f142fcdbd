# ReportCluster.pm
#		Throw-away clusters with the extension and the example reports in them.
#
# test/t/ReportCluster.pm
package ReportCluster;

use strict;
use warnings;

use Exporter 'import';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

our @EXPORT = qw(start_cluster create_reports fingerprint value is_value error_of state_of stops);

my $delay = 100;    # milliseconds within which a statement must stop, if not said otherwise

# A running cluster; the arguments are those of init, and settings as "name = value".
sub start_cluster
{
	my ($name, %options) = @_;
	my $settings = delete $options{settings} // [];
	my $node = PostgreSQL::Test::Cluster->new($name);

	$node->init(%options);
	$node->append_conf('postgresql.conf', join '', map { "$_\n" } @$settings);
	$node->start;
	return $node;
}

# The table "reports": the example reports, parsed by a generated column.
sub create_reports
{
	my ($node, $database) = @_;

	$node->safe_psql($database // 'postgres', <<"SQL");
CREATE EXTENSION IF NOT EXISTS progsoc;
CREATE TABLE reports (
	name text PRIMARY KEY,
	body text NOT NULL,
	report program_report GENERATED ALWAYS AS (parse_report(body)) STORED
);
COPY reports (name, body) FROM PROGRAM '$ENV{TEST_FOLDER}/fixtures.sh' (FORMAT csv);
SQL
	return;
}

# All that the reports of a table say: two tables with the same fingerprint hold the same.
sub fingerprint
{
	my ($node, $database, $table) = @_;

	$table //= 'reports';
	return $node->safe_psql($database // 'postgres', <<"SQL");
SELECT name, md5(report::text), md5(string_agg(f::text, '|' ORDER BY f.path))
FROM $table, report_facts(report) f GROUP BY name, report::text ORDER BY name;
SQL
}

sub value
{
	my ($node, $sql, $database) = @_;

	return $node->safe_psql($database // 'postgres', $sql);
}

sub is_value
{
	my ($node, $sql, $expected, $name) = @_;

	is(value($node, $sql), $expected, $name);
	return;
}

# What psql says of statements that fail; empty: they did not.
sub error_of
{
	my ($node, $sql, @options) = @_;
	my ($status, $out, $err) = $node->psql('postgres', "\\set VERBOSITY verbose\n$sql", @options);

	return $status == 0 ? '' : $err;
}

# The SQLSTATE of statements that fail; empty: they did not.
sub state_of
{
	return error_of(@_) =~ /(?:ERROR|FATAL):\s+(\w{5}):/ ? $1 : '';
}

# The milliseconds that a statement takes, and its SQLSTATE if it fails.
sub run_for
{
	my ($node, $sql, $timeout) = @_;
	my ($status, $out, $err) = $node->psql('postgres',
		"\\set VERBOSITY verbose\nSET statement_timeout = $timeout;\n\\o /dev/null\n\\timing on\n$sql;\n");
	my ($time) = "$out\n$err" =~ /Time: ([\d.]+) ms/;
	my ($state) = $err =~ /(?:ERROR|FATAL):\s+(\w{5}):/;

	return ($time, $state // '');
}

# A statement is told to stop at several moments, and does so in time.
sub stops
{
	my ($node, $sql, $latest) = @_;
	my ($whole, $failed) = run_for($node, $sql, 0);
	my $slowest = 0;
	my $stopped = 0;

	$latest //= $delay;
	for my $share (0.02, 0.2, 0.5, 0.8)
	{
		my $timeout = int($whole * $share) || 1;
		my $late;

		# Others use the machine too, so that the best of three tries counts.
		for my $try (1 .. 3)
		{
			my ($time, $state) = run_for($node, $sql, $timeout);

			$stopped++ if $state eq '57014';
			next if defined $late && $time - $timeout >= $late;
			$late = $time - $timeout;
			last if $late <= $latest;
		}
		$slowest = $late if $late > $slowest;
	}
	ok($slowest <= $latest && $stopped > 0 && $failed eq '',
		sprintf '%s stops: at most %d ms late (the whole takes %d ms)', $sql, $slowest, $whole);
	return;
}

1;
