# 060_huge.pl - text by the hundred megabytes: read, traced, cancelled
#
# PROGSOC_LIMIT_MB is the size of the texts in megabytes (250 unless given).
#
# test/t/060_huge.pl
use strict;
use warnings;

use PostgreSQL::Test::Utils;
use Test::More;

use ReportCluster;

my $megabytes = $ENV{PROGSOC_LIMIT_MB} // 250;
my $node      = start_cluster('huge');

create_reports($node);
value($node, <<"SQL");
CREATE TABLE huge (name text, body text);
ALTER TABLE huge ALTER body SET STORAGE EXTERNAL;
INSERT INTO huge SELECT name, repeat(body, $megabytes * 1048576 / octet_length(body)) FROM reports
WHERE name IN ('caleta-segura-2019', 'riego-comunitario-2014');
INSERT INTO huge SELECT 'prose', repeat('Había una vez un programa. ', $megabytes * 1048576 / 28);
INSERT INTO huge SELECT 'line feeds', repeat(E'\\n', $megabytes * 1048576);
INSERT INTO huge SELECT 'markup', body || repeat('<br>', $megabytes * 1048576 / 4) FROM reports WHERE name = 'caleta-segura-2019';
INSERT INTO huge SELECT 'unknown text', body || repeat('Esto no es parte de ningún formulario, y sigue. ', $megabytes * 1048576 / 50)
FROM reports WHERE name = 'caleta-segura-2019';
SQL

for my $name ('caleta-segura-2019', 'riego-comunitario-2014', 'markup', 'unknown text')
{
	is_value($node, "SELECT report_year(parse_report(body)) FROM huge WHERE name = '$name'",
		$name =~ /2014/ ? 2014 : 2019, "$megabytes MB are read: $name");
}
for my $name ('prose', 'line feeds')
{
	is(state_of($node, "SELECT parse_report(body) FROM huge WHERE name = '$name'"), '22P02',
		"$megabytes MB are refused: $name");
}
for my $name ('caleta-segura-2019', 'prose', 'line feeds', 'markup', 'unknown text')
{
	is_value($node, "SELECT total = length(body) FROM huge, LATERAL (SELECT sum(length) AS total FROM trace_report(body)) t WHERE name = '$name'",
		't', "their trace covers them: $name");
	# memory is not given back at once, and others use the machine too
	stops($node, "SELECT try_parse_report(body) IS NULL FROM huge WHERE name = '$name'", 100 + $megabytes);
	stops($node, "SELECT count(*) FROM huge, trace_report(body) WHERE name = '$name'", 100 + $megabytes);
}

# A text of a gigabyte cannot be; what comes near it is too much for a report, or is read.
is(state_of($node, q{SELECT parse_report(body || repeat('Esto no es parte de nada. ', 24000000)) FROM reports WHERE name = 'caleta-segura-2019'}),
	'54000', 'a report of more strings than the format holds is refused');
is(state_of($node, q{SELECT ('{"purpose": "' || repeat('a', 600000000) || '"}')::program_report}),
	'54000', 'as JSON too');
is(state_of($node, 'SELECT count(*) FROM reports'), '', 'the server goes on');

$node->stop;
done_testing();
