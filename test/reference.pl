#!/usr/bin/perl
#
# reference.pl reference audit - see that a reference tells of each object of the extension,
# and another document of each check of the audit
#
# An entry is a heading "### name(types) → result" or a row of a table that begins with
# `name(types) → result`, or with what else the object is: `left = right`, `type::type`,
# `class USING method`.  Arguments may have names and defaults.  A section has an example of
# each function, aggregate, type, operator and cast that it is the entry of, but for the
# support functions.  Where a function gives columns, its section has a table of these,
# with their types, or says whose columns they are.  Asks the server for the catalog.
#
# test/reference.pl
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

my $number = 0;
my $failed = 0;

sub ok
{
	my ($holds, $what, @why) = @_;
	$number++;
	$failed++ unless $holds;
	print $holds ? '' : 'not ', "ok $number - $what\n";
	print map { "# $_\n" } @why unless $holds;
}

# ---- The catalog ----

my $members = <<'SQL';
CREATE EXTENSION IF NOT EXISTS progsoc;
CREATE TEMP VIEW members AS
SELECT classid, objid FROM pg_depend
WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
	AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'progsoc');
SQL

sub rows
{
	my ($query) = @_;
	open my $psql, '-|', 'psql', '-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', '-c', "SET client_min_messages = warning; $members $query"
	  or die "psql: $!\n";
	my @rows = map { chomp; [ split /\|/, $_, -1 ] } <$psql>;
	close $psql or die "psql failed\n";
	return @rows;
}

# name(types), result, and columns as "name type"
sub functions
{
	return map { { signature => $_->[0], result => $_->[1], columns => [ split /;/, $_->[2] ], name => $_->[0] =~ s/\(.*//r } } rows(<<'SQL');
SELECT proname || '(' || (SELECT coalesce(string_agg(format_type(t, NULL), ', ' ORDER BY n), '')
		FROM unnest(proargtypes) WITH ORDINALITY AS a (t, n)) || ')',
	CASE WHEN proretset THEN 'rows' || CASE WHEN 't' = ANY (proargmodes) THEN '' ELSE ' of ' || format_type(prorettype, NULL) END
		ELSE format_type(prorettype, NULL) END,
	(SELECT string_agg(proargnames[n] || ' ' || format_type(proallargtypes[n], NULL), ';' ORDER BY n)
		FROM generate_subscripts(proargmodes, 1) AS n WHERE proargmodes[n] = 't')
FROM members JOIN pg_proc AS p ON p.oid = objid WHERE classid = 'pg_proc'::regclass ORDER BY 1
SQL
}

# All else, as the reference names it, and what an example of it has
sub others
{
	return map { { signature => $_->[0], name => $_->[1] } } rows(<<'SQL');
SELECT format('The type %s', typname), typname FROM members JOIN pg_type ON oid = objid
WHERE classid = 'pg_type'::regclass AND typelem = 0
UNION ALL SELECT format('%s %s %s', format_type(oprleft, NULL), oprname, format_type(oprright, NULL)), oprname
FROM members JOIN pg_operator AS o ON o.oid = objid WHERE classid = 'pg_operator'::regclass
UNION ALL SELECT format('%s::%s', format_type(castsource, NULL), format_type(casttarget, NULL)), '::' || format_type(casttarget, NULL)
FROM members JOIN pg_cast AS c ON c.oid = objid WHERE classid = 'pg_cast'::regclass
UNION ALL SELECT format('%s USING %s', opcname, amname), ''
FROM members JOIN pg_opclass AS c ON c.oid = objid JOIN pg_am AS a ON a.oid = opcmethod WHERE classid = 'pg_opclass'::regclass
UNION ALL SELECT format('%s USING %s', opfname, amname), ''
FROM members JOIN pg_opfamily AS f ON f.oid = objid JOIN pg_am AS a ON a.oid = opfmethod WHERE classid = 'pg_opfamily'::regclass
SQL
}

# ---- The document ----

my %spelling = (int => 'integer', bool => 'boolean');

sub type_name
{
	my ($type) = @_;
	return $spelling{$type} // $type;
}

# Arguments without names and defaults; types as the catalog writes them
sub plain_signature
{
	my ($name, $arguments, $result) = @_;
	my @types = map { s/ DEFAULT .*//r } split /, /, $arguments;
	my $types = join ', ', map { type_name(/(\S+)$/) } @types;
	return ("$name($types)", $result =~ s/(\w+)$/type_name($1)/er);
}

# Sections: heading, level, text, the code of examples that have an output
sub sections
{
	my ($path) = @_;
	open my $in, '<', $path or die "$path: $!\n";
	my $text = do { local $/; <$in> };
	my @blocks;
	$text =~ s{^(```(\w+)\n.*?^```\n)}{push @blocks, [ $2, $1 ]; "\0$#blocks\n"}gems;
	my @sections = map { /^(#+) (.*)\n/ ? { level => length $1, heading => $2, text => $_ } : () } split /^(?=#)/m, $text;
	for my $i (0 .. $#sections)
	{
		my $own = $sections[$i];
		$own->{with_parts} = $own->{text};
		for my $part (@sections[ $i + 1 .. $#sections ])
		{
			last if $part->{level} <= $own->{level};
			$own->{with_parts} .= $part->{text};
		}
		my @shown = map { [ $blocks[$_], $blocks[ $_ + 1 ] ] } $own->{with_parts} =~ /\0(\d+)/g;
		$own->{examples} = join '', map { $_->[0][1] } grep { $_->[0][0] eq 'sql' && $_->[1] && $_->[1][0] eq 'text' } @shown;
	}
	return @sections;
}

# signature => [ [ section, result ], ... ]
sub entries
{
	my %entries;
	for my $section (@_)
	{
		my @entries = $section->{heading} =~ /^\w+\(/ ? $section->{heading} : ();
		push @entries, $section->{text} =~ /^\| `([^`]+)`(?: \||$)/mg;
		for (@entries, grep { /^The type \w+$/ } $section->{heading})
		{
			my ($signature, $result) = /^(\w+)\((.*)\) → (.+)$/ ? plain_signature($1, $2, $3) : ($_, '');
			push @{ $entries{$signature} }, [ $section, $result ];
		}
	}
	return %entries;
}

# The columns that a section lists, or that the section lists whose function it names
sub columns
{
	my ($section, %entries) = @_;
	if ($section->{text} =~ /\bcolumns of\s+`(\w+)`/)
	{
		my ($other) = grep { /^\Q$1\E\(/ } sort keys %entries;
		return columns($entries{$other}[0][0]);
	}
	my ($table) = $section->{text} =~ /^\| columns? \| type \| \|\n\|[-| ]+\|\n((?:\|.*\n)+)/m or return;
	my @columns;
	for (split /\n/, $table)
	{
		my (undef, $names, $type) = split / *\| */;
		push @columns, map { "$_ " . type_name($type) } split /, /, $names;
	}
	return @columns;
}

# ---- Both ----

sub check_example
{
	my ($object, $section) = @_;
	return if $object->{name} eq '' || $section->{heading} eq 'Support functions';
	my $name = $object->{name} =~ /^\w/ ? qr/\b\Q$object->{name}\E\b/ : qr/(?:^|[\s\w])\Q$object->{name}\E(?:[\s\w]|$)/;
	ok($section->{examples} =~ $name, "an example shows $object->{signature}", "section: $section->{heading}");
}

my @sections = sections($ARGV[0]);
my %entries  = entries(@sections);
my %known;

for my $object (functions(), others())
{
	my ($signature, $result) = @{$object}{qw(signature result)};
	my @found = @{ $entries{$signature} // [] };
	next if $known{$signature}++ && $signature =~ / USING /;
	ok(@found == 1, "$signature has an entry", scalar(@found) . ' found');
	next unless @found == 1;
	my ($section, $said) = @{ $found[0] };
	ok($said eq $result, "$signature gives $result", "the reference says: $said") if defined $result;
	check_example($object, $section);
	next unless @{ $object->{columns} // [] };
	my @columns = columns($section, %entries);
	ok("@columns" eq "@{ $object->{columns} }", "$signature has the columns that are listed",
		"listed: @columns", "there: @{ $object->{columns} }");
}

# Nothing is described that there is not.
for my $signature (sort grep { /\(| USING |::/ } keys %entries)
{
	ok($known{$signature}, "$signature is there");
}

# The views that the reference names are those that are made, with their columns' descriptions.
my ($made) = rows('CREATE TEMP TABLE reports (id int PRIMARY KEY, report program_report);'
	  . q{SELECT string_agg(view_name, ' ' ORDER BY view_name COLLATE "C") FROM report_view_queries('reports', 'report')});
my ($views) = grep { $_->{heading} =~ /^create_report_views/ } @sections;
my ($table) = $views->{text} =~ /^\| view \| holds \|\n((?:\|.*\n)+)/m;
my $named = join ' ', sort map { /^\| (`.*?) \|/ ? $1 =~ /`(\w+)`/g : () } split /\n/, $table;
ok($made->[0] eq $named, 'the views are those that are made', "listed: $named", "made: $made->[0]");

# ---- The checks of the audit ----

my $audit = do { open my $in, '<', $ARGV[1] or die "$ARGV[1]: $!\n"; local $/; <$in> };
my %described = $audit =~ /^### `(\w+)`\n\n(.*)$/mg;
for (rows(q{SELECT code, format('%s, %s. %s', severity, coalesce(section, 'any section'), rule) FROM report_checks()}))
{
	my ($code, $words) = @$_;
	my $said = delete $described{$code} // 'nothing';
	ok($said eq $words, "the check $code is described", "described: $said", "there: $words");
}
ok(!%described, 'no check is made up', sort keys %described);

print "1..$number\n";
exit($failed > 0);
