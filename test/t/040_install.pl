# 040_install.pl - installing, moving and updating the extension, and whose names it uses
#
# test/t/040_install.pl
use strict;
use warnings;

use PostgreSQL::Test::Utils;
use Test::More;

use ReportCluster;

my $node   = start_cluster('install');
my $folder = $ENV{TEST_FOLDER} . '/t';

# ---- The catalog ----

sub catalog
{
	my ($database) = @_;
	my ($status, $out, $err) = $node->psql($database, slurp_file("$folder/catalog.sql"));

	BAIL_OUT($err) if $status != 0;
	return "$out\n";
}

# The lines that only one of two listings has.
sub difference
{
	my ($left, $right) = @_;
	my %count;

	$count{$_}++ for split /\n/, $left;
	$count{$_}-- for split /\n/, $right;
	return join '', map { ($count{$_} > 0 ? '- ' : '+ ') . "$_\n" } grep { $count{$_} } sort keys %count;
}

$node->safe_psql('postgres', 'CREATE DATABASE fresh');
$node->safe_psql('fresh', 'CREATE EXTENSION progsoc');
my $version = $node->safe_psql('fresh', "SELECT extversion FROM pg_extension WHERE extname = 'progsoc'");
my $fresh   = catalog('fresh');
my $listing = "$folder/catalog-$version.txt";

# If a difference is meant, this makes the new listing:
#	test/build.sh gcc
#	test/server.sh psql -X -q -c 'CREATE EXTENSION progsoc' -At -o test/t/catalog-1.0.txt -f test/t/catalog.sql
is(difference(-f $listing ? slurp_file($listing) : '', $fresh),
	'', "version $version makes the objects that t/catalog-$version.txt lists");
is($node->safe_psql('fresh', <<'SQL'), '', 'all objects have a comment');
SELECT pg_describe_object(classid, objid, 0) FROM pg_depend
WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
	AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'progsoc')
	AND obj_description(objid, classid::regclass::name) IS NULL
	AND NOT (classid = 'pg_type'::regclass AND objid IN (SELECT typarray FROM pg_type))
SQL

# ---- Updates ----

# Each older version that has a way to this one is updated, and then makes the same.
sub check_updates
{
	my $scripts = $ENV{EXTENSION_FOLDER} || `pg_config --sharedir` =~ s/\n/\/extension/r;
	my @paths = grep { -f "$scripts/progsoc--$_.sql" } split /\n/, $node->safe_psql('postgres', <<"SQL");
SELECT source FROM pg_extension_update_paths('progsoc') WHERE target = '$version' AND path IS NOT NULL
SQL
	for my $old (@paths)
	{
		$node->safe_psql('postgres', 'CREATE DATABASE updated');
		$node->safe_psql('updated', "CREATE EXTENSION progsoc VERSION '$old'");
		$node->safe_psql('updated', "ALTER EXTENSION progsoc UPDATE TO '$version'");
		is(difference($fresh, catalog('updated')), '', "an update from $old makes the same as an install");
		$node->safe_psql('postgres', 'DROP DATABASE updated');
	}
	return scalar @paths;
}

check_updates() or pass("no version before $version is there to be updated");

# The way of finding a difference is tried on an invented version that lacks a comment.
SKIP:
{
	my $scripts = $ENV{EXTENSION_FOLDER};

	skip 'extensions cannot be loaded from a folder of ours', 1 unless $scripts;
	my $script = slurp_file("$scripts/progsoc--$version.sql");
	$script =~ s/^COMMENT ON FUNCTION region_code\(text\).*\n//m;
	append_to_file("$scripts/progsoc--0.9.sql", $script);
	append_to_file("$scripts/progsoc--0.9--$version.sql", "-- nothing\n");
	$node->safe_psql('postgres', 'CREATE DATABASE other');
	$node->safe_psql('other', "CREATE EXTENSION progsoc VERSION '0.9'");
	$node->safe_psql('other', "ALTER EXTENSION progsoc UPDATE");
	like(difference($fresh, catalog('other')), qr/\A\+ function \| region_code\(.*\n- function \| region_code\(.*\n\z/,
		'an update that forgets something is noticed');
	unlink "$scripts/progsoc--0.9.sql", "$scripts/progsoc--0.9--$version.sql";
}

# ---- Without a superuser ----

$node->safe_psql('postgres', <<'SQL');
CREATE ROLE analyst LOGIN;
CREATE ROLE guest LOGIN;
CREATE DATABASE owned OWNER analyst;
SQL

sub as
{
	my ($role, $sql, $schema) = @_;
	my ($status, $out, $err) = $node->psql('owned', "\\set VERBOSITY verbose\n$sql",
		extra_params => [ '-U', $role ]);

	return $status == 0 ? $out : $err =~ /ERROR:\s+(\w{5})/ ? $1 : $err;
}

is(as('guest', 'CREATE EXTENSION progsoc'), '42501', 'who may not create objects installs nothing');
is(as('analyst', 'CREATE EXTENSION progsoc'), '', 'the owner of a database installs the extension');
is(as('analyst', <<'SQL'), "f\nreports", 'and it works for the owner');
SELECT rolsuper FROM pg_roles WHERE rolname = current_user;
CREATE TABLE reports (name text PRIMARY KEY, body text,
	report program_report GENERATED ALWAYS AS (parse_report(body)) STORED);
SELECT 'reports';
SQL
is(as('guest', "SELECT region_code('RM')"), 'CL-RM', 'others use its functions');
is(as('guest', 'DROP EXTENSION progsoc'), '42501', 'but do not drop it');
is(as('analyst', 'DROP EXTENSION progsoc'), '2BP01', 'nor does the owner while a table needs it');
is(as('analyst', 'DROP TABLE reports; DROP EXTENSION progsoc'), '', 'without such a table the owner does');
is($node->safe_psql('fresh', <<'SQL'), '', 'no function runs with the rights of its owner');
SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace
SQL
is($node->safe_psql('fresh', <<'SQL'), '', 'no function in SQL or PL/pgSQL depends on the search_path');
SELECT p.oid::regprocedure FROM pg_proc p
	JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
	JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND e.oid = d.refobjid AND e.extname = 'progsoc'
	JOIN pg_language l ON l.oid = p.prolang
WHERE l.lanname IN ('sql', 'plpgsql') AND p.prosqlbody IS NULL AND p.proconfig IS DISTINCT FROM ARRAY['search_path=pg_catalog, pg_temp']
SQL
# Of pg_available_extensions, those of a private folder are no part.
is($node->safe_psql('fresh', "SELECT extrelocatable FROM pg_extension WHERE extname = 'progsoc'"), 't',
	'the extension can be moved');

# ---- In any schema, among other people's names ----

# What an analyst does, with every name qualified.
sub work
{
	my ($schema, $path) = @_;
	my $sql = <<'SQL';
SET search_path = PATH;
SELECT pg_catalog.count(*), pg_catalog.count(r.report), pg_catalog.min(HOME.ministry(r.report)),
	HOME.coverage(r.report), HOME.cost_per_beneficiary(r.report), HOME.coverage(100, 200),
	pg_catalog.md5(pg_catalog.string_agg(r.report::pg_catalog.text, '' ORDER BY r.report USING OPERATOR(HOME.<)))
FROM data.reports r;
SELECT pg_catalog.count(*) FROM data.reports a JOIN data.reports b ON a.report OPERATOR(HOME.=) b.report
WHERE b.report OPERATOR(HOME.=) b.report::pg_catalog.text::HOME.program_report;
SELECT pg_catalog.count(*), pg_catalog.count(DISTINCT f.path) FROM data.reports r, HOME.report_facts(r.report) f;
SELECT pg_catalog.count(*), pg_catalog.min(a.code), pg_catalog.max(a.message) FROM data.reports r, HOME.report_audit(r.report) a;
SELECT s.* FROM data.reports r, HOME.report_summary(r.report) s WHERE r.name OPERATOR(pg_catalog.=) 'caleta-segura-2019';
SELECT pg_catalog.jsonb_typeof(r.report::pg_catalog.jsonb) FROM data.reports r LIMIT 1;
SELECT pg_catalog.count(*) FROM HOME.create_report_views('data.reports', 'report', 'data');
SELECT HOME.drop_report_views('data.reports');
SQL
	$sql =~ s/HOME/$schema/g;
	$sql =~ s/PATH/$path/;
	return $node->safe_psql('moved', $sql);
}

# A schema whose functions and operators have the names of ours and of the server's.
my $hostile = <<'SQL';
CREATE SCHEMA hostile;
CREATE FUNCTION hostile.stop() RETURNS int LANGUAGE plpgsql AS
	$$BEGIN RAISE 'a name was resolved in the caller''s search_path'; END$$;
DO $$
DECLARE f record;
BEGIN
	FOR f IN SELECT DISTINCT p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid) AS arguments,
			pg_catalog.format_type(p.prorettype, NULL) AS result, p.prokind
		FROM pg_catalog.pg_proc p
		WHERE p.prokind = 'f' AND NOT p.proretset AND (
			p.oid IN (SELECT objid FROM pg_catalog.pg_depend WHERE deptype = 'e'
				AND refobjid = (SELECT oid FROM pg_catalog.pg_extension WHERE extname = 'progsoc'))
			OR p.pronamespace = 'pg_catalog'::regnamespace
				AND p.proname IN ('format', 'lower', 'upper', 'coalesce', 'concat_ws', 'array_to_string',
					'cardinality', 'replace', 'has_column_privilege', 'quote_ident', 'current_setting', 'pg_has_role'))
			AND p.prorettype <> 'internal'::regtype AND NOT 'internal'::regtype = ANY (p.proargtypes)
			AND p.prorettype <> 'cstring'::regtype AND NOT 'cstring'::regtype = ANY (p.proargtypes)
	LOOP
		BEGIN
			EXECUTE format('CREATE FUNCTION hostile.%I(%s) RETURNS %s LANGUAGE plpgsql AS %L',
				f.proname, f.arguments, f.result, 'BEGIN PERFORM hostile.stop(); END');
		EXCEPTION WHEN OTHERS THEN
			RAISE NOTICE '%: %', f.proname, SQLERRM;
		END;
	END LOOP;
END$$;
CREATE FUNCTION hostile.never(text, text) RETURNS boolean LANGUAGE plpgsql AS
	'BEGIN PERFORM hostile.stop(); END';
CREATE FUNCTION hostile.never(name, name) RETURNS boolean LANGUAGE plpgsql AS
	'BEGIN PERFORM hostile.stop(); END';
CREATE FUNCTION hostile.never(oid, oid) RETURNS boolean LANGUAGE plpgsql AS
	'BEGIN PERFORM hostile.stop(); END';
CREATE FUNCTION hostile.never(home.program_report, home.program_report) RETURNS boolean LANGUAGE plpgsql AS
	'BEGIN PERFORM hostile.stop(); END';
CREATE OPERATOR hostile.= (LEFTARG = text, RIGHTARG = text, FUNCTION = hostile.never);
CREATE OPERATOR hostile.= (LEFTARG = name, RIGHTARG = name, FUNCTION = hostile.never);
CREATE OPERATOR hostile.= (LEFTARG = oid, RIGHTARG = oid, FUNCTION = hostile.never);
CREATE OPERATOR hostile.|| (LEFTARG = text, RIGHTARG = text, FUNCTION = hostile.never);
CREATE OPERATOR hostile.= (LEFTARG = home.program_report, RIGHTARG = home.program_report, FUNCTION = hostile.never);
CREATE OPERATOR hostile.< (LEFTARG = home.program_report, RIGHTARG = home.program_report, FUNCTION = hostile.never);
CREATE TABLE hostile.pg_class (oid int);
CREATE TABLE hostile.pg_extension (extname text);
SQL

$node->safe_psql('postgres', 'CREATE DATABASE moved');
$node->safe_psql('moved', <<"SQL");
CREATE SCHEMA home;
CREATE SCHEMA data;
CREATE EXTENSION progsoc SCHEMA home;
CREATE TABLE data.reports (name text PRIMARY KEY, body text,
	report home.program_report GENERATED ALWAYS AS (home.parse_report(body)) STORED);
COPY data.reports (name, body) FROM PROGRAM '$ENV{TEST_FOLDER}/fixtures.sh' (FORMAT csv);
CREATE INDEX by_key ON data.reports (home.program_key(report));
SQL
my $expected = work('home', "''");
like($expected, qr/\A7\|7\|.*^object\n(\d+)\n\1\z/ms, 'it works in a schema outside of the search_path');
$node->safe_psql('moved', $hostile);
my ($status, $out, $err) = $node->psql('moved', "SET search_path = hostile, home; SELECT region_code('RM')");
like($err, qr/a name was resolved/, 'whoever finds names in a hostile schema is told');
is(work('home', 'hostile, home, pg_catalog'), $expected, 'other people\'s names before its own change nothing');
$node->safe_psql('moved', 'ALTER EXTENSION progsoc SET SCHEMA data');
is(work('data', 'hostile, home, pg_catalog'), $expected, 'moved to another schema, it works as before');
$node->safe_psql('moved', 'CREATE SCHEMA "Odd ""name"; ALTER EXTENSION progsoc SET SCHEMA "Odd ""name"');
is(work('"Odd ""name"', 'hostile, pg_catalog'), $expected, 'even to one whose name must be quoted');
is($node->safe_psql('moved', <<'SQL'), 't', 'indexes and generated columns made before go on');
SET enable_seqscan = off;
INSERT INTO data.reports SELECT 'again', body FROM data.reports WHERE name = 'caleta-segura-2019';
SELECT count(*) = 2 FROM data.reports WHERE "Odd ""name".program_key(report) =
	(SELECT "Odd ""name".program_key(report) FROM data.reports WHERE name = 'again');
SQL

$node->stop;
done_testing();
