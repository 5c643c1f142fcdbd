#!/usr/bin/perl
#
# examples.pl [--accept] document ... - run the examples of a document and compare
#
# An example is a fenced block of SQL, ```sql, or of a shell's commands, ```sh,
# followed by the block of what they print, ```text; one without that only has to
# run.  All of a document run in one session of psql and a database of its own, beside a
# table reports(id, body, report) with the example reports of test/fixtures.  What is /srv/informes in
# a document is a folder of our own.  --accept writes what is printed into the document.
#
# test/examples.pl
use strict;
use warnings;
use Cwd qw(getcwd);
use File::Temp qw(tempdir);

my $accept = @ARGV && $ARGV[0] eq '--accept' && shift;
my $number = 0;
my $failed = 0;

# The server reads there too, as another user.
my $folder = tempdir(CLEANUP => 1);
chmod 0755, $folder;

my $preamble = <<'SQL';
\set QUIET on
\pset null ''
\set SHOW_CONTEXT never
SET client_min_messages = warning;
SET TimeZone = 'UTC';
CREATE EXTENSION progsoc;
CREATE TABLE reports (id bigint PRIMARY KEY, body text,
  report program_report GENERATED ALWAYS AS (parse_report(body)) STORED);
CREATE TABLE fixtures (name text, body text);
\copy fixtures FROM PROGRAM 'test/fixtures.sh' (FORMAT csv)
INSERT INTO reports SELECT row_number() OVER (ORDER BY name COLLATE "C"), body FROM fixtures;
SQL

my $example = qr/^```(?<kind>sql|sh)\n(?<code>.*?)^```\n(?<gap>\s*)(?:^```text\n(?<output>.*?)^```\n)?/ms;

sub spew
{
	my ($path, @text) = @_;
	open my $out, '>', $path or die "$path: $!\n";
	print {$out} @text;
	close $out;
}

# What psql is to do for a block.
sub commands
{
	my ($kind, $code, $script) = @_;
	$code =~ s{/srv/informes}{$folder}g;
	return $code if $kind eq 'sql';
	spew($script, $code);
	return "\\set printed `sh -e $script 2>&1 || echo ERROR: status \$?`\n\\echo :printed";
}

# What psql prints for each block.
sub run_all
{
	my @blocks = @_;
	my $script = 'build/examples.sql';
	my @commands = map { commands(@{ $blocks[$_] }, "build/example-$_.sh") } 0 .. $#blocks;
	spew($script, $preamble, "\\echo ==next==\n", map { "$_\n\\echo ==next==\n" } @commands);
	local $ENV{PGDATABASE} = 'examples';
	system('createdb', '--maintenance-db=postgres', 'examples') == 0 or die "createdb failed\n";
	my (undef, @printed) = split /^==next==\n/m, `psql -X -f $script 2>&1`;
	return map {
		s/^psql:[^:]*:\d+: //gmr =~ s/[ \t]+$//gmr =~ s/\n+\z/\n/r =~ s{\Q$folder\E}{/srv/informes}gr
	} @printed;
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

# What a document leaves behind is not there for the next one: databases, and files in the folder.
sub databases
{
	return split /\n/, `psql -X -At -c "SELECT datname FROM pg_database"`;
}

my %others = map { $_ => 1 } databases();

sub clean_up
{
	system 'dropdb', $_ for grep { !$others{$_} } databases();
	system 'find', $folder, '-mindepth', '1', '-delete';
}

# progsoc-load is found as where it is installed.
$ENV{PATH} = getcwd() . "/bin:$ENV{PATH}";

mkdir 'build';
for my $path (@ARGV)
{
	my $text = slurp($path);
	my @blocks;
	push @blocks, [ @+{qw(kind code)} ] while $text =~ /$example/g;
	my @printed = run_all(@blocks);
	clean_up();
	my $new = '';
	my $end = 0;
	while ($text =~ /$example/g)
	{
		my ($kind, $code, $gap, $expected) = @+{qw(kind code gap output)};
		my $printed = shift @printed // "psql stopped\n";
		my $line = 1 + (substr($text, 0, $-[0]) =~ tr/\n//);
		check($path, $line, $expected, $printed) unless $accept;
		$new .= substr($text, $end, $-[0] - $end) . "```$kind\n$code```\n$gap";
		$new .= "```text\n$printed```\n" if defined $expected;
		$end = $+[0];
	}
	spew($path, $new, substr $text, $end) if $accept;
}
print "1..$number\n" unless $accept;
exit($failed > 0);
