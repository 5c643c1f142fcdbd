# 070_statements.pl - what pg_stat_statements and auto_explain make of queries over reports
#
# test/t/070_statements.pl
use strict;
use warnings;

use PostgreSQL::Test::Utils;
use Test::More;

use ReportCluster;

my $node = start_cluster('statements',
	settings => [
		"shared_preload_libraries = 'pg_stat_statements, auto_explain'",
		"auto_explain.log_min_duration = 0",
		"auto_explain.log_nested_statements = on",
		"compute_query_id = on"
	]);

create_reports($node);
value($node, 'CREATE EXTENSION pg_stat_statements; SELECT count(*) FROM create_report_views(\'reports\')');

# Calls and rows of the statements that look alike
sub statements
{
	my ($like) = @_;
	return value($node, "SELECT query, calls, rows FROM pg_stat_statements WHERE query LIKE '$like' AND query NOT LIKE '%pg_stat%' ORDER BY 1");
}

# Constants do not count, a report's among them: two reports are one statement.
value($node, 'SELECT pg_stat_statements_reset()');
value($node, "SELECT beneficiaries('{\"beneficiaries\": $_}'::program_report)") for 1 .. 3;
is(statements('SELECT beneficiaries%'), 'SELECT beneficiaries($1::program_report)|3|3', 'a report is a constant like others');

value($node, "SELECT c.year FROM reports, report_coverage(report) c WHERE name = '$_'") for 'caleta-segura-2019', 'biblioteca-viajera-2023';
is( statements('SELECT c.year%'),
	'SELECT c.year FROM reports, report_coverage(report) c WHERE name = $1|2|5',
	'a row function counts its rows');

value($node, "SELECT coverage(beneficiaries, $_) FROM program_summary") for 10, 20;
is(statements('SELECT coverage%'), 'SELECT coverage(beneficiaries, $1) FROM program_summary|2|2', 'so does an aggregate over a view');

value($node, q{PREPARE by_year (int) AS SELECT count(*) FROM reports WHERE report_year(report) = $1; EXECUTE by_year(2019); EXECUTE by_year(2021)});
like(statements('%report_year(report) = $1%'), qr/\|2\|2$/m, 'a prepared statement is counted by its runs');

# Functions in C have no statements of their own; the views' functions have, and track = all shows them.
value($node, q{SET pg_stat_statements.track = 'all'; SELECT count(*) FROM create_report_views('reports')});
like(statements('CREATE OR REPLACE VIEW public.program_costs %'), qr/^CREATE OR REPLACE VIEW public\.program_costs /, 'nested statements are seen');

# auto_explain prints plans with these functions.
my $log = slurp_file($node->logfile);
like($log, qr/Function Scan on report_coverage c/, 'auto_explain names the row function');

done_testing();
