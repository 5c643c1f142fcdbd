#!/usr/bin/perl
#
# examples.pl [--accept] document ... - run the examples of a document and compare
#
# An example is a fenced block of SQL, ```sql, followed by the block of what psql
# prints, ```text; a block of SQL without one only has to run.  All of a document
# run in one session, beside a table reports(id, body, report) with the example
# reports of test/fixtures.  --accept writes what psql prints into the document.
#
# test/examples.pl
use strict;
use warnings;

my $accept = @ARGV && $ARGV[0] eq '--accept' && shift;
my $number = 0;
my $failed = 0;

my $preamble = <<'SQL';
\set QUIET on
\pset null ''
SET client_min_messages = warning;
SET TimeZone = 'UTC';
CREATE EXTENSION IF NOT EXISTS progsoc;
DROP TABLE IF EXISTS reports, fixtures;
CREATE TABLE reports (id bigint PRIMARY KEY, body text,
  report program_report GENERATED ALWAYS AS (parse_report(body)) STORED);
CREATE TABLE fixtures (name text, body text);
\copy fixtures FROM PROGRAM 'test/fixtures.sh' (FORMAT csv)
INSERT INTO reports SELECT row_number() OVER (ORDER BY name COLLATE "C"), body FROM fixtures;
SQL

my $example = qr/^```sql\n(?<sql>.*?)^```\n(?<gap>\s*)(?:^```text\n(?<output>.*?)^```\n)?/ms;

# What psql prints for each block of SQL.
sub run_all
{
	my @blocks = @_;
	my $script = 'build/examples.sql';
	open my $out, '>', $script or die "$script: $!\n";
	print {$out} $preamble, "\\echo ==next==\n", map { "$_\n\\echo ==next==\n" } @blocks;
	close $out;
	my (undef, @printed) = split /^==next==\n/m, `psql -X -f $script 2>&1`;
	return map { s/^psql:[^:]*:\d+: //gmr =~ s/[ \t]+$//gmr =~ s/\n+\z/\n/r } @printed;
}

sub slurp
{
	my ($path) = @_;
	open my $in, '<', $path or die "$path: $!\n";
	local $/;
	return scalar <$in>;
}

sub report_difference
{
	my ($expected, $printed) = @_;
	print "# $_\n" for 'expected:', split(/\n/, $expected), 'printed:', split(/\n/, $printed);
}

sub check
{
	my ($path, $line, $expected, $printed) = @_;
	my $same = defined $expected ? $expected eq $printed : $printed !~ /^(?:ERROR|FATAL|PANIC)/m;
	$number++;
	$failed++ unless $same;
	print $same ? '' : 'not ', "ok $number - $path:$line\n";
	report_difference($expected // 'no error', $printed) unless $same;
}

mkdir 'build';
for my $path (@ARGV)
{
	my $text = slurp($path);
	my @blocks;
	push @blocks, $+{sql} while $text =~ /$example/g;
	my @printed = run_all(@blocks);
	my $new = '';
	my $end = 0;
	while ($text =~ /$example/g)
	{
		my ($sql, $gap, $expected) = @+{qw(sql gap output)};
		my $printed = shift @printed // "psql stopped\n";
		my $line = 1 + (substr($text, 0, $-[0]) =~ tr/\n//);
		check($path, $line, $expected, $printed) unless $accept;
		$new .= substr($text, $end, $-[0] - $end) . "```sql\n$sql```\n$gap";
		$new .= "```text\n$printed```\n" if defined $expected;
		$end = $+[0];
	}
	if ($accept)
	{
		open my $out, '>', $path or die "$path: $!\n";
		print {$out} $new, substr $text, $end;
	}
}
print "1..$number\n" unless $accept;
exit($failed > 0);
