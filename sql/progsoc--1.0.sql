/* progsoc 1.0: the extension's script; see doc/progsoc.md for what it makes */

-- complain if script is sourced in psql, rather than via CREATE EXTENSION
\echo Use "CREATE EXTENSION progsoc" to load this file. \quit

--
-- The type program_report
--

CREATE TYPE program_report;

CREATE FUNCTION program_report_in(cstring) RETURNS program_report
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

CREATE FUNCTION program_report_out(program_report) RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

CREATE FUNCTION program_report_recv(internal) RETURNS program_report
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;

CREATE FUNCTION program_report_send(program_report) RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;

CREATE TYPE program_report (
	INPUT = program_report_in,
	OUTPUT = program_report_out,
	RECEIVE = program_report_recv,
	SEND = program_report_send,
	INTERNALLENGTH = VARIABLE,
	STORAGE = extended
);

COMMENT ON TYPE program_report IS 'an Informe de Detalle de Programas Sociales: what its fields and tables say, and how sure that is';
COMMENT ON FUNCTION program_report_in(cstring) IS 'I/O';
COMMENT ON FUNCTION program_report_out(program_report) IS 'I/O';
COMMENT ON FUNCTION program_report_recv(internal) IS 'I/O';
COMMENT ON FUNCTION program_report_send(program_report) IS 'I/O';

--
-- Reading texts
--

CREATE FUNCTION parse_report(body text) RETURNS program_report
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000;

CREATE FUNCTION try_parse_report(body text) RETURNS program_report
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000;

CREATE FUNCTION trace_report(body text)
	RETURNS TABLE (start int, length int, kind text, field text)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000 ROWS 500;

CREATE FUNCTION report_form()
	RETURNS TABLE (section text, field text, type text, label text)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 120;

CREATE FUNCTION region_code(region text) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;

CREATE FUNCTION parser_version() RETURNS int
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION parse_report(text) IS 'reads a report from its text; an error if the text is no such report';
COMMENT ON FUNCTION try_parse_report(text) IS 'reads a report from its text; NULL if the text is no such report';
COMMENT ON FUNCTION trace_report(text) IS 'how each character of a text is read: label, heading, furniture, value, unmapped or space';
COMMENT ON FUNCTION report_form() IS 'the form as the parser knows it: sections, fields, types and labels';
COMMENT ON FUNCTION region_code(text) IS 'the ISO 3166-2 code of a region of Chile, by name or number; NULL for anything else';
COMMENT ON FUNCTION parser_version() IS 'version of this parser: 100 * major + minor';

--
-- Rows
--

CREATE FUNCTION report_summary(report program_report)
	RETURNS TABLE (
		program_name text,
		ministry text,
		service text,
		report_year int,
		closing_date date,
		start_year int,
		end_year int,
		permanent boolean,
		form_type text,
		comparable_years int,
		ex_ante_rating boolean,
		responsible_unit text,
		website text,
		manager_name text,
		manager_position text,
		monitoring_contact_name text,
		monitoring_contact_position text,
		strategic_objective text,
		parent_system text,
		main_problem text,
		purpose text,
		potential_population bigint,
		potential_population_unit text,
		target_population bigint,
		beneficiaries bigint,
		coverage numeric,
		initial_budget_kclp numeric,
		final_budget_kclp numeric,
		next_initial_budget_kclp numeric,
		spending_kclp numeric,
		extra_budget_kclp numeric,
		total_spending_kclp numeric,
		component_spending_kclp numeric,
		admin_spending_kclp numeric,
		cost_per_beneficiary_kclp numeric)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 1;

CREATE FUNCTION report_fields(report program_report)
	RETURNS TABLE (
		ordinal int,
		section text,
		field text,
		label text,
		status text,
		value text,
		number numeric)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 75;

CREATE FUNCTION report_coverage(report program_report)
	RETURNS TABLE (
		year int,
		target_population bigint,
		beneficiaries bigint,
		coverage numeric,
		reported_coverage numeric,
		status text)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 2;

CREATE FUNCTION report_costs(report program_report)
	RETURNS TABLE (year int, reported_kclp numeric, status text)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 3;

CREATE FUNCTION report_population_flow(report program_report)
	RETURNS TABLE (entry text, exit text, persons bigint, status text)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 12;

CREATE FUNCTION report_regions(report program_report)
	RETURNS TABLE (
		region text,
		region_code text,
		beneficiaries bigint,
		spending_kclp numeric,
		status text)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 16;

CREATE FUNCTION report_components(report program_report)
	RETURNS TABLE (
		ordinal int,
		name text,
		benefit_type text,
		description text,
		production numeric,
		production_unit text,
		spending_kclp numeric,
		spending_detail text,
		status text)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 3;

CREATE FUNCTION report_budget_lines(report program_report)
	RETURNS TABLE (
		kind text,
		partida text,
		capitulo text,
		programa text,
		item text,
		asignacion text,
		subtitulo text,
		amount_kclp numeric,
		status text)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 12;

CREATE FUNCTION report_indicators(report program_report)
	RETURNS TABLE (
		ordinal int,
		kind text,
		name text,
		formula text,
		methodology text,
		year int,
		basis text,
		value numeric,
		unit text,
		reported text,
		status text)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 12;

CREATE FUNCTION report_sdgs(report program_report)
	RETURNS TABLE (goal int, goal_name text, target text, target_name text)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 2;

CREATE FUNCTION report_executors(report program_report)
	RETURNS TABLE (institution_type text)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 2;

CREATE FUNCTION report_observations(report program_report)
	RETURNS TABLE (section text, topic text, raised boolean, comment text)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 20;

CREATE FUNCTION report_facts(report program_report)
	RETURNS TABLE (
		path text,
		section text,
		field text,
		status text,
		value text,
		number numeric)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 300;

CREATE FUNCTION report_unmapped(report program_report)
	RETURNS TABLE (section text, content text)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 2;

CREATE FUNCTION report_card(report program_report) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;

COMMENT ON FUNCTION report_summary(program_report) IS 'the main fields of a report, in one row; amounts in thousands of pesos';
COMMENT ON FUNCTION report_fields(program_report) IS 'each field in the order of the document, with its label, status and value; a NULL field is a label that the form does not know';
COMMENT ON FUNCTION report_coverage(program_report) IS 'the coverage table of 3.3, a row per year; coverage is a fraction';
COMMENT ON FUNCTION report_costs(program_report) IS 'the cost per beneficiary that 5.8 prints, a row per year, in thousands of pesos';
COMMENT ON FUNCTION report_population_flow(program_report) IS 'the beneficiaries of 3.3 by when they entered and left';
COMMENT ON FUNCTION report_regions(program_report) IS 'beneficiaries (3.3) and spending (5.6) by region';
COMMENT ON FUNCTION report_components(program_report) IS 'the components of 4 with the spending of 5.5, which is found by name';
COMMENT ON FUNCTION report_budget_lines(program_report) IS 'the lines of 5 (law), 5.2 (spending), 5.3 (extra) and 5.7 (admin)';
COMMENT ON FUNCTION report_indicators(program_report) IS 'the indicators of 6.1 (purpose) and 6.2 (complementary), a row per year column';
COMMENT ON FUNCTION report_sdgs(program_report) IS 'the Sustainable Development Goals and targets of 7.2';
COMMENT ON FUNCTION report_executors(program_report) IS 'the types of institution that carry the programme out, of 4.2';
COMMENT ON FUNCTION report_observations(program_report) IS 'the institution''s observations of 8; a NULL topic is a section''s own question';
COMMENT ON FUNCTION report_facts(program_report) IS 'every fact of a report, one row each, by its path';
COMMENT ON FUNCTION report_unmapped(program_report) IS 'text of the document that belongs to no field or table';
COMMENT ON FUNCTION report_card(program_report) IS 'a report on one page of a terminal: key figures, years, components and regions with bars, audit';

--
-- Audit
--

CREATE FUNCTION report_audit(report program_report)
	RETURNS TABLE (
		code text,
		severity text,
		subject text,
		reported numeric,
		expected numeric,
		message text)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000 ROWS 20;

CREATE FUNCTION report_audit_between(earlier program_report, later program_report)
	RETURNS TABLE (
		code text,
		severity text,
		subject text,
		reported numeric,
		expected numeric,
		message text)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000 ROWS 5;

CREATE FUNCTION report_checks()
	RETURNS TABLE (code text, severity text, section text, rule text, message text)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 75;

COMMENT ON FUNCTION report_audit(program_report) IS 'what the figures of a report contradict, leave open or leave unexplained; no row for a consistent report';
COMMENT ON FUNCTION report_audit_between(program_report, program_report) IS 'what a later report of one programme says otherwise than an earlier one; subjects are of the later one';
COMMENT ON FUNCTION report_checks() IS 'the checks of the audit: codes, severities, rules, and what their findings say';

--
-- Accessors
--

CREATE FUNCTION program_name(report program_report) RETURNS text
	AS 'MODULE_PATHNAME', 'program_report_program_name'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

CREATE FUNCTION ministry(report program_report) RETURNS text
	AS 'MODULE_PATHNAME', 'program_report_ministry'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

CREATE FUNCTION service(report program_report) RETURNS text
	AS 'MODULE_PATHNAME', 'program_report_service'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

CREATE FUNCTION report_year(report program_report) RETURNS int
	AS 'MODULE_PATHNAME', 'program_report_year'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

CREATE FUNCTION target_population(report program_report) RETURNS bigint
	AS 'MODULE_PATHNAME', 'program_report_target_population'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

CREATE FUNCTION beneficiaries(report program_report) RETURNS bigint
	AS 'MODULE_PATHNAME', 'program_report_beneficiaries'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

CREATE FUNCTION total_spending_kclp(report program_report) RETURNS numeric
	AS 'MODULE_PATHNAME', 'program_report_total_spending'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

CREATE FUNCTION program_key(report program_report) RETURNS text
	AS 'MODULE_PATHNAME', 'program_report_key'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

CREATE FUNCTION parser_version(report program_report) RETURNS int
	AS 'MODULE_PATHNAME', 'program_report_parser_version'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

CREATE FUNCTION budget_execution(report program_report) RETURNS numeric
	AS 'MODULE_PATHNAME', 'program_report_budget_execution'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;

CREATE FUNCTION admin_share(report program_report) RETURNS numeric
	AS 'MODULE_PATHNAME', 'program_report_admin_share'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;

CREATE FUNCTION component_share(report program_report) RETURNS numeric
	AS 'MODULE_PATHNAME', 'program_report_component_share'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;

COMMENT ON FUNCTION program_name(program_report) IS 'name of the programme';
COMMENT ON FUNCTION ministry(program_report) IS 'ministry, as printed';
COMMENT ON FUNCTION service(program_report) IS 'service of the ministry, as printed';
COMMENT ON FUNCTION report_year(program_report) IS 'year that the report is about';
COMMENT ON FUNCTION target_population(program_report) IS 'target population (3.2)';
COMMENT ON FUNCTION beneficiaries(program_report) IS 'population that benefited (3.3)';
COMMENT ON FUNCTION total_spending_kclp(program_report) IS 'total spending (5.8, a+b) in thousands of pesos';
COMMENT ON FUNCTION program_key(program_report) IS 'folded service and name, which link one programme''s reports over the years';
COMMENT ON FUNCTION parser_version(program_report) IS 'version of the parser that read the report; NULL if it was not read from a text';
COMMENT ON FUNCTION budget_execution(program_report) IS 'spending (5.2) over final budget (5), as a fraction';
COMMENT ON FUNCTION admin_share(program_report) IS 'administrative spending (5.7) over total spending (5.8), as a fraction';
COMMENT ON FUNCTION component_share(program_report) IS 'component spending (5.5) over total spending (5.8), as a fraction';

--
-- Comparison
--

CREATE FUNCTION program_report_eq(program_report, program_report) RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;

CREATE FUNCTION program_report_ne(program_report, program_report) RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;

CREATE FUNCTION program_report_lt(program_report, program_report) RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;

CREATE FUNCTION program_report_le(program_report, program_report) RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;

CREATE FUNCTION program_report_ge(program_report, program_report) RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;

CREATE FUNCTION program_report_gt(program_report, program_report) RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;

CREATE FUNCTION program_report_cmp(program_report, program_report) RETURNS int
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;

CREATE FUNCTION program_report_hash(program_report) RETURNS int
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

CREATE FUNCTION program_report_hash_extended(program_report, bigint) RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION program_report_eq(program_report, program_report) IS 'implementation of = operator';
COMMENT ON FUNCTION program_report_ne(program_report, program_report) IS 'implementation of <> operator';
COMMENT ON FUNCTION program_report_lt(program_report, program_report) IS 'implementation of < operator';
COMMENT ON FUNCTION program_report_le(program_report, program_report) IS 'implementation of <= operator';
COMMENT ON FUNCTION program_report_ge(program_report, program_report) IS 'implementation of >= operator';
COMMENT ON FUNCTION program_report_gt(program_report, program_report) IS 'implementation of > operator';
COMMENT ON FUNCTION program_report_cmp(program_report, program_report) IS 'less-equal-greater';
COMMENT ON FUNCTION program_report_hash(program_report) IS 'hash';
COMMENT ON FUNCTION program_report_hash_extended(program_report, bigint) IS 'hash with a seed';

--
-- The state of the aggregates
--

CREATE TYPE ratio_state;

CREATE FUNCTION ratio_state_in(cstring) RETURNS ratio_state
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION ratio_state_out(ratio_state) RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION ratio_state_recv(internal) RETURNS ratio_state
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION ratio_state_send(ratio_state) RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE ratio_state (
	INPUT = ratio_state_in,
	OUTPUT = ratio_state_out,
	RECEIVE = ratio_state_recv,
	SEND = ratio_state_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE FUNCTION coverage_add(ratio_state, program_report) RETURNS ratio_state
	AS 'MODULE_PATHNAME', 'coverage_add_report'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

CREATE FUNCTION coverage_remove(ratio_state, program_report) RETURNS ratio_state
	AS 'MODULE_PATHNAME', 'coverage_remove_report'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

CREATE FUNCTION coverage_add(ratio_state, beneficiaries bigint, target bigint) RETURNS ratio_state
	AS 'MODULE_PATHNAME', 'coverage_add_figures'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION coverage_remove(ratio_state, beneficiaries bigint, target bigint) RETURNS ratio_state
	AS 'MODULE_PATHNAME', 'coverage_remove_figures'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION cost_add(ratio_state, program_report) RETURNS ratio_state
	AS 'MODULE_PATHNAME', 'cost_add_report'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

CREATE FUNCTION cost_remove(ratio_state, program_report) RETURNS ratio_state
	AS 'MODULE_PATHNAME', 'cost_remove_report'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

CREATE FUNCTION cost_add(ratio_state, spending numeric, beneficiaries bigint) RETURNS ratio_state
	AS 'MODULE_PATHNAME', 'cost_add_figures'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION cost_remove(ratio_state, spending numeric, beneficiaries bigint) RETURNS ratio_state
	AS 'MODULE_PATHNAME', 'cost_remove_figures'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION ratio_state_combine(ratio_state, ratio_state) RETURNS ratio_state
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION ratio_state_final(ratio_state) RETURNS numeric
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON TYPE ratio_state IS 'state of the aggregates coverage and cost_per_beneficiary: (numerator,denominator,count)';
COMMENT ON FUNCTION ratio_state_in(cstring) IS 'I/O';
COMMENT ON FUNCTION ratio_state_out(ratio_state) IS 'I/O';
COMMENT ON FUNCTION ratio_state_recv(internal) IS 'I/O';
COMMENT ON FUNCTION ratio_state_send(ratio_state) IS 'I/O';
COMMENT ON FUNCTION coverage_add(ratio_state, program_report) IS 'aggregate transition function';
COMMENT ON FUNCTION coverage_remove(ratio_state, program_report) IS 'aggregate transition function';
COMMENT ON FUNCTION coverage_add(ratio_state, bigint, bigint) IS 'aggregate transition function';
COMMENT ON FUNCTION coverage_remove(ratio_state, bigint, bigint) IS 'aggregate transition function';
COMMENT ON FUNCTION cost_add(ratio_state, program_report) IS 'aggregate transition function';
COMMENT ON FUNCTION cost_remove(ratio_state, program_report) IS 'aggregate transition function';
COMMENT ON FUNCTION cost_add(ratio_state, numeric, bigint) IS 'aggregate transition function';
COMMENT ON FUNCTION cost_remove(ratio_state, numeric, bigint) IS 'aggregate transition function';
COMMENT ON FUNCTION ratio_state_combine(ratio_state, ratio_state) IS 'aggregate combine function';
COMMENT ON FUNCTION ratio_state_final(ratio_state) IS 'aggregate final function';

--
-- Aggregates
--

CREATE AGGREGATE coverage(program_report) (
	SFUNC = coverage_add,
	STYPE = ratio_state,
	SSPACE = 64,
	FINALFUNC = ratio_state_final,
	COMBINEFUNC = ratio_state_combine,
	INITCOND = '(0,0,0)',
	MSFUNC = coverage_add,
	MINVFUNC = coverage_remove,
	MSTYPE = ratio_state,
	MSSPACE = 64,
	MFINALFUNC = ratio_state_final,
	MINITCOND = '(0,0,0)',
	PARALLEL = SAFE
);

CREATE AGGREGATE coverage(beneficiaries bigint, target bigint) (
	SFUNC = coverage_add,
	STYPE = ratio_state,
	SSPACE = 64,
	FINALFUNC = ratio_state_final,
	COMBINEFUNC = ratio_state_combine,
	INITCOND = '(0,0,0)',
	MSFUNC = coverage_add,
	MINVFUNC = coverage_remove,
	MSTYPE = ratio_state,
	MSSPACE = 64,
	MFINALFUNC = ratio_state_final,
	MINITCOND = '(0,0,0)',
	PARALLEL = SAFE
);

CREATE AGGREGATE cost_per_beneficiary(program_report) (
	SFUNC = cost_add,
	STYPE = ratio_state,
	SSPACE = 64,
	FINALFUNC = ratio_state_final,
	COMBINEFUNC = ratio_state_combine,
	INITCOND = '(0,0,0)',
	MSFUNC = cost_add,
	MINVFUNC = cost_remove,
	MSTYPE = ratio_state,
	MSSPACE = 64,
	MFINALFUNC = ratio_state_final,
	MINITCOND = '(0,0,0)',
	PARALLEL = SAFE
);

CREATE AGGREGATE cost_per_beneficiary(spending numeric, beneficiaries bigint) (
	SFUNC = cost_add,
	STYPE = ratio_state,
	SSPACE = 64,
	FINALFUNC = ratio_state_final,
	COMBINEFUNC = ratio_state_combine,
	INITCOND = '(0,0,0)',
	MSFUNC = cost_add,
	MINVFUNC = cost_remove,
	MSTYPE = ratio_state,
	MSSPACE = 64,
	MFINALFUNC = ratio_state_final,
	MINITCOND = '(0,0,0)',
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE coverage(program_report) IS 'beneficiaries over target population, pooled over the reports that tell both';
COMMENT ON AGGREGATE coverage(bigint, bigint) IS 'beneficiaries over target population, pooled over the rows that have both';
COMMENT ON AGGREGATE cost_per_beneficiary(program_report) IS 'total spending in thousands of pesos over beneficiaries, pooled over the reports that tell both';
COMMENT ON AGGREGATE cost_per_beneficiary(numeric, bigint) IS 'spending over beneficiaries, pooled over the rows that have both';

--
-- Casts
--

CREATE FUNCTION program_report_to_jsonb(program_report) RETURNS jsonb
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000;

CREATE CAST (program_report AS jsonb)
	WITH FUNCTION program_report_to_jsonb(program_report) AS ASSIGNMENT;

COMMENT ON FUNCTION program_report_to_jsonb(program_report) IS 'implementation of the cast to jsonb';
COMMENT ON CAST (program_report AS jsonb) IS 'the report''s JSON, which is also its text form';

--
-- Operators
--

CREATE OPERATOR = (
	LEFTARG = program_report, RIGHTARG = program_report, FUNCTION = program_report_eq,
	COMMUTATOR = =, NEGATOR = <>, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);

CREATE OPERATOR <> (
	LEFTARG = program_report, RIGHTARG = program_report, FUNCTION = program_report_ne,
	COMMUTATOR = <>, NEGATOR = =, RESTRICT = neqsel, JOIN = neqjoinsel
);

CREATE OPERATOR < (
	LEFTARG = program_report, RIGHTARG = program_report, FUNCTION = program_report_lt,
	COMMUTATOR = >, NEGATOR = >=, RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);

CREATE OPERATOR <= (
	LEFTARG = program_report, RIGHTARG = program_report, FUNCTION = program_report_le,
	COMMUTATOR = >=, NEGATOR = >, RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);

CREATE OPERATOR >= (
	LEFTARG = program_report, RIGHTARG = program_report, FUNCTION = program_report_ge,
	COMMUTATOR = <=, NEGATOR = <, RESTRICT = scalargesel, JOIN = scalargejoinsel
);

CREATE OPERATOR > (
	LEFTARG = program_report, RIGHTARG = program_report, FUNCTION = program_report_gt,
	COMMUTATOR = <, NEGATOR = <=, RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);

COMMENT ON OPERATOR = (program_report, program_report) IS 'equal: the same facts';
COMMENT ON OPERATOR <> (program_report, program_report) IS 'not equal';
COMMENT ON OPERATOR < (program_report, program_report) IS 'less than: by ministry, service, programme and year, then by the facts';
COMMENT ON OPERATOR <= (program_report, program_report) IS 'less than or equal';
COMMENT ON OPERATOR >= (program_report, program_report) IS 'greater than or equal';
COMMENT ON OPERATOR > (program_report, program_report) IS 'greater than';

--
-- Operator classes
--

CREATE OPERATOR CLASS program_report_ops
	DEFAULT FOR TYPE program_report USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 program_report_cmp(program_report, program_report);

CREATE OPERATOR CLASS program_report_ops
	DEFAULT FOR TYPE program_report USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 program_report_hash(program_report),
	FUNCTION 2 program_report_hash_extended(program_report, bigint);

COMMENT ON OPERATOR FAMILY program_report_ops USING btree IS 'the order of program_report';
COMMENT ON OPERATOR FAMILY program_report_ops USING hash IS 'the hash of program_report';
COMMENT ON OPERATOR CLASS program_report_ops USING btree IS 'for ORDER BY, DISTINCT and UNIQUE; whole reports are too long for an index, so index an accessor or md5(report::text)';
COMMENT ON OPERATOR CLASS program_report_ops USING hash IS 'for hashed DISTINCT, GROUP BY and joins, and for hash indexes';

--
-- Views
--

-- What the views' columns hold; where no view is named, it holds in all.
CREATE FUNCTION report_view_columns()
	RETURNS TABLE (view_name text, column_name text, description text)
	LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 140
	SET search_path = pg_catalog, pg_temp
AS $$
VALUES
	(NULL, 'program_key', 'folded service and name, which link one programme''s reports over the years'),
	(NULL, 'program_name', 'name of the programme'),
	(NULL, 'report_year', 'year that the report is about'),
	(NULL, 'status', 'how sure the row is: reported, inferred, ambiguous, invalid, absent, blank, not_applicable'),

	('program_summary', 'ministry', 'ministry, as printed'),
	('program_summary', 'service', 'service of the ministry, as printed'),
	('program_summary', 'closing_date', 'day that the report''s figures are of'),
	('program_summary', 'start_year', 'first year of the programme'),
	('program_summary', 'end_year', 'last year of the programme; NULL if it is permanent'),
	('program_summary', 'permanent', 'whether the programme has no end; NULL where the report does not say'),
	('program_summary', 'form_type', 'type of the form (1)'),
	('program_summary', 'comparable_years', 'years whose figures can be compared (1)'),
	('program_summary', 'ex_ante_rating', 'whether the programme was rated ex ante (1); NULL: no answer'),
	('program_summary', 'responsible_unit', 'unit that is responsible (1)'),
	('program_summary', 'website', 'web page (1)'),
	('program_summary', 'manager_name', 'name of who is in charge (1)'),
	('program_summary', 'manager_position', 'position of who is in charge (1)'),
	('program_summary', 'monitoring_contact_name', 'name of the contact for monitoring (1)'),
	('program_summary', 'monitoring_contact_position', 'position of the contact for monitoring (1)'),
	('program_summary', 'strategic_objective', 'objective of the institution that the programme serves (1)'),
	('program_summary', 'parent_system', 'system that the programme is part of (1)'),
	('program_summary', 'main_problem', 'problem that the programme addresses (2)'),
	('program_summary', 'purpose', 'purpose of the programme (2)'),
	('program_summary', 'potential_population', 'potential population (3.1)'),
	('program_summary', 'potential_population_unit', 'unit in which the potential population is counted (3.1)'),
	('program_summary', 'target_population', 'target population (3.2)'),
	('program_summary', 'beneficiaries', 'population that benefited (3.3)'),
	('program_summary', 'coverage', 'beneficiaries over target population, a fraction'),
	('program_summary', 'initial_budget_kclp', 'initial budget of the year (5), thousands of pesos'),
	('program_summary', 'final_budget_kclp', 'final budget of the year (5), thousands of pesos'),
	('program_summary', 'next_initial_budget_kclp', 'initial budget of the next year (5), thousands of pesos'),
	('program_summary', 'spending_kclp', 'spending of the budget (5.2), thousands of pesos'),
	('program_summary', 'extra_budget_kclp', 'spending outside of the budget (5.8, b), thousands of pesos'),
	('program_summary', 'total_spending_kclp', 'total spending (5.8, a+b), thousands of pesos'),
	('program_summary', 'component_spending_kclp', 'spending on components (5.5), thousands of pesos'),
	('program_summary', 'admin_spending_kclp', 'administrative spending (5.7), thousands of pesos'),
	('program_summary', 'cost_per_beneficiary_kclp', 'total spending over beneficiaries, thousands of pesos'),

	('program_fields', 'ordinal', 'place of the field in the document'),
	('program_fields', 'section', 'section of the form'),
	('program_fields', 'field', 'key of the field; NULL: a label that the form does not know'),
	('program_fields', 'label', 'label, as printed'),
	('program_fields', 'value', 'value, as printed; NULL where absent, blank or not applicable'),
	('program_fields', 'number', 'value of a number or year'),

	('program_coverage', 'year', 'year of the figures; the report prints more than its own'),
	('program_coverage', 'target_population', 'target population of the year'),
	('program_coverage', 'beneficiaries', 'population that benefited in the year'),
	('program_coverage', 'coverage', 'beneficiaries over target population, a fraction'),
	('program_coverage', 'reported_coverage', 'coverage as printed; with a % sign, the fraction that it stands for'),

	('program_costs', 'year', 'year of the cost'),
	('program_costs', 'reported_kclp', 'cost per beneficiary as printed, thousands of pesos of a later year'),

	('program_population_flow', 'entry', 'when the persons entered: before or during the year; total: both'),
	('program_population_flow', 'exit', 'when they left: during the year, after it, for other reasons; total: all'),
	('program_population_flow', 'persons', 'number of persons'),

	('program_regions', 'region', 'region, as printed; also "Nivel central"'),
	('program_regions', 'region_code', 'ISO 3166-2 code; NULL for what is no region'),
	('program_regions', 'beneficiaries', 'beneficiaries of the region (3.3)'),
	('program_regions', 'spending_kclp', 'spending of the components in the region (5.6), thousands of pesos'),

	('program_components', 'ordinal', 'place of the component in the report'),
	('program_components', 'name', 'name of the component'),
	('program_components', 'benefit_type', 'type of benefit'),
	('program_components', 'description', 'description of the component'),
	('program_components', 'production', 'number of units produced'),
	('program_components', 'production_unit', 'unit of production'),
	('program_components', 'spending_kclp', 'spending on the component (5.5), thousands of pesos'),
	('program_components', 'spending_detail', 'what the spending consists of'),

	('program_budget_lines', 'kind', 'table of the line: law (5), spending (5.2), extra (5.3), admin (5.7)'),
	('program_budget_lines', 'partida', 'budget code of the ministry, as printed'),
	('program_budget_lines', 'capitulo', 'budget code of the service, as printed'),
	('program_budget_lines', 'programa', 'budget code of the budget''s programme, as printed'),
	('program_budget_lines', 'item', 'budget code of the item, as printed'),
	('program_budget_lines', 'asignacion', 'budget code of the allocation, as printed'),
	('program_budget_lines', 'subtitulo', 'budget heading, as printed'),
	('program_budget_lines', 'amount_kclp', 'amount, thousands of pesos; NULL for law'),

	('program_indicators', 'ordinal', 'place of the indicator in its table'),
	('program_indicators', 'kind', 'table of the indicator: purpose (6.1), complementary (6.2)'),
	('program_indicators', 'name', 'name of the indicator'),
	('program_indicators', 'formula', 'how it is computed'),
	('program_indicators', 'methodology', 'how it is measured'),
	('program_indicators', 'year', 'year of the value'),
	('program_indicators', 'basis', 'actual or expected'),
	('program_indicators', 'value', 'value; 73 % is 73'),
	('program_indicators', 'unit', '% or NULL'),
	('program_indicators', 'reported', 'value, as printed'),

	('program_sdgs', 'goal', 'number of the Sustainable Development Goal'),
	('program_sdgs', 'goal_name', 'the goal''s text'),
	('program_sdgs', 'target', 'number of the goal''s target, as 8.3'),
	('program_sdgs', 'target_name', 'the target''s text'),

	('program_executors', 'institution_type', 'type of institution that carries the programme out'),

	('program_observations', 'section', 'what it is about: design, population, strategy, indicators, budget, general'),
	('program_observations', 'topic', 'topic; NULL: the section''s own question'),
	('program_observations', 'raised', 'whether the institution has something to say; NULL: no answer'),
	('program_observations', 'comment', 'what it says'),

	('program_audit', 'code', 'the check, as in report_checks()'),
	('program_audit', 'severity', 'error, warning or info'),
	('program_audit', 'subject', 'the figure that it is about: a path of program_facts'),
	('program_audit', 'reported', 'the figure found'),
	('program_audit', 'expected', 'the figure that it is held against'),
	('program_audit', 'message', 'the finding in one sentence'),

	('program_facts', 'path', 'name of the fact'),
	('program_facts', 'section', 'section of the form'),
	('program_facts', 'field', 'key of the field or table'),
	('program_facts', 'value', 'value, as printed; NULL where absent, blank or not applicable'),
	('program_facts', 'number', 'value of a number or year'),

	('program_unmapped', 'section', 'section in which the text stands'),
	('program_unmapped', 'content', 'text that belongs to no field or table'),

	('program_audit_between', 'earlier_year', 'year of the programme''s report before, which this one is held against'),
	('program_audit_between', 'code', 'the check, as in report_checks()'),
	('program_audit_between', 'severity', 'error, warning or info'),
	('program_audit_between', 'subject', 'the figure that it is about: a path of program_facts'),
	('program_audit_between', 'reported', 'this report''s figure'),
	('program_audit_between', 'expected', 'the earlier report''s figure'),
	('program_audit_between', 'message', 'the finding in one sentence'),

	('program_by_ministry', 'ministry', 'ministry, as printed'),
	('program_by_ministry', 'programs', 'number of programmes'),
	('program_by_ministry', 'reports', 'number of reports'),
	('program_by_ministry', 'target_population', 'target population (3.2), of all reports'),
	('program_by_ministry', 'beneficiaries', 'population that benefited (3.3), of all reports'),
	('program_by_ministry', 'coverage', 'pooled coverage: beneficiaries over target population of the reports that tell both'),
	('program_by_ministry', 'coverage_reports', 'number of reports that tell both'),
	('program_by_ministry', 'total_spending_kclp', 'total spending (5.8, a+b) of all reports, thousands of pesos'),
	('program_by_ministry', 'cost_per_beneficiary_kclp', 'pooled cost: total spending over beneficiaries of the reports that tell both, thousands of pesos'),
	('program_by_ministry', 'cost_reports', 'number of reports that tell both'),

	('program_by_region', 'region_code', 'ISO 3166-2 code; NULL for what is no region'),
	('program_by_region', 'region', 'region, as most programmes print it; also "Nivel central"'),
	('program_by_region', 'programs', 'number of programmes with figures for the region'),
	('program_by_region', 'reports', 'number of reports with figures for the region'),
	('program_by_region', 'beneficiaries', 'beneficiaries of the region (3.3)'),
	('program_by_region', 'national_coverage', 'pooled coverage of these programmes in the whole country: reports give no target population by region'),
	('program_by_region', 'spending_kclp', 'spending of the components in the region (5.6), thousands of pesos; without reports that print it in another unit'),
	('program_by_region', 'spending_reports', 'number of reports whose spending this is'),
	('program_by_region', 'cost_per_beneficiary_kclp', 'pooled cost: this spending over beneficiaries, of the reports that tell both, thousands of pesos'),
	('program_by_region', 'cost_reports', 'number of reports that tell both')
$$;

-- The row functions make a view each; three more look at all reports.
CREATE FUNCTION report_view_queries(reports regclass, report_column name)
	RETURNS TABLE (view_name text, query text, description text)
	LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
	SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	home text := (SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'progsoc');
	keys text;
	key_names text;
	identity text := format('%1$s.program_key(t.%2$I) AS program_key, %1$s.program_name(t.%2$I) AS program_name, '
		'%1$s.report_year(t.%2$I) AS report_year', home, report_column);
BEGIN
	-- A key column that is called like a view's other columns gets another name in all views.
	EXECUTE format($q$
		WITH key AS (
			SELECT k.n, a.attname::text AS name
			FROM pg_index AS i
				CROSS JOIN unnest(i.indkey[0:i.indnkeyatts - 1]) WITH ORDINALITY AS k (attnum, n)
				JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
			WHERE i.indrelid = $1 AND i.indisprimary
		), taken AS (
			SELECT name, n FROM key UNION ALL SELECT column_name, 0 FROM %s.report_view_columns()
		)
		SELECT coalesce(string_agg(format('t.%%I AS %%I, ', name, free_name), '' ORDER BY n), ''),
			coalesce(string_agg(format('p.%%I, ', free_name), '' ORDER BY n), '')
		FROM key CROSS JOIN LATERAL (
			SELECT repeat('key_', times) || key.name FROM generate_series(0, 64) AS times
			WHERE NOT EXISTS (SELECT FROM taken
				WHERE taken.name = repeat('key_', times) || key.name AND taken.n <> key.n)
			ORDER BY times LIMIT 1) AS f (free_name)
		$q$, home) INTO keys, key_names USING reports;

	RETURN QUERY
	SELECT 'program_' || substr(p.proname, 8),
		format('SELECT %s%s%s FROM %s AS t CROSS JOIN LATERAL %s.%I(t.%I) AS f',
			keys, identity, c.list, reports, home, p.proname, report_column),
		obj_description(p.oid, 'pg_proc')
	FROM pg_proc AS p
		JOIN pg_depend AS d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
		JOIN pg_extension AS e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
		JOIN pg_type AS t ON t.typname = 'program_report' AND t.typnamespace = e.extnamespace
		CROSS JOIN LATERAL (
			SELECT coalesce(string_agg(format(', f.%I', a.name), '' ORDER BY a.n), '')
			FROM unnest(p.proargnames, p.proargmodes) WITH ORDINALITY AS a (name, mode, n)
			WHERE a.mode = 't' AND a.name NOT IN ('program_name', 'report_year')) AS c (list)
	WHERE e.extname = 'progsoc' AND p.proretset AND p.proname ^@ 'report_'
		AND p.pronargs = 1 AND p.proargtypes[0] = t.oid
	ORDER BY p.proname;

	-- A report is held against each of its programme's last year before.
	RETURN QUERY SELECT 'program_audit_between', format($q$
		SELECT %1$sp.program_key, p.program_name, p.report_year, p.earlier_year, f.*
		FROM (SELECT k.*, max(k.report_year) OVER before AS earlier_year, array_agg(k.report) OVER before AS earlier
				FROM (SELECT %2$s%3$s, t.%5$I AS report FROM %6$s AS t) AS k
				WHERE num_nulls(k.program_key, k.report_year) = 0
				WINDOW before AS (PARTITION BY k.program_key ORDER BY k.report_year
					GROUPS BETWEEN 1 PRECEDING AND 1 PRECEDING)) AS p
			CROSS JOIN LATERAL unnest(p.earlier) AS e (report)
			CROSS JOIN LATERAL %4$s.report_audit_between(e.report, p.report) AS f
		$q$, key_names, keys, identity, home, report_column, reports),
		'what each report says otherwise than its programme''s report before';

	-- Programmes first, then their totals: servers that share a table can each do the most of it.
	RETURN QUERY SELECT 'program_by_ministry', format($q$
		SELECT p.ministry, p.report_year, count(p.program_key) AS programs, sum(p.reports)::bigint AS reports,
			sum(p.target) AS target_population, sum(p.persons) AS beneficiaries,
			%1$s.coverage(p.coverage_persons, p.coverage_target) AS coverage,
			sum(p.coverage_reports)::bigint AS coverage_reports,
			sum(p.kclp) AS total_spending_kclp,
			%1$s.cost_per_beneficiary(p.cost_kclp, p.cost_persons) AS cost_per_beneficiary_kclp,
			sum(p.cost_reports)::bigint AS cost_reports
		FROM (SELECT s.ministry, s.report_year, s.program_key, count(*) AS reports,
				sum(s.target) AS target, sum(s.persons) AS persons, sum(s.kclp) AS kclp,
				sum(s.persons) FILTER (WHERE s.target IS NOT NULL)::bigint AS coverage_persons,
				sum(s.target) FILTER (WHERE s.persons IS NOT NULL)::bigint AS coverage_target,
				count(s.persons) FILTER (WHERE s.target IS NOT NULL) AS coverage_reports,
				sum(s.kclp) FILTER (WHERE s.persons IS NOT NULL) AS cost_kclp,
				sum(s.persons) FILTER (WHERE s.kclp IS NOT NULL)::bigint AS cost_persons,
				count(s.kclp) FILTER (WHERE s.persons IS NOT NULL) AS cost_reports
			FROM %3$s AS t
				CROSS JOIN LATERAL (SELECT %1$s.ministry(t.%2$I) AS ministry,
					%1$s.report_year(t.%2$I) AS report_year, %1$s.program_key(t.%2$I) AS program_key,
					%1$s.target_population(t.%2$I) AS target, %1$s.beneficiaries(t.%2$I) AS persons,
					%1$s.total_spending_kclp(t.%2$I) AS kclp) AS s
			WHERE t.%2$I IS NOT NULL
			GROUP BY s.ministry, s.report_year, s.program_key) AS p
		GROUP BY p.ministry, p.report_year
		$q$, home, report_column, reports),
		'totals and pooled ratios of the reports of each ministry and year';

	-- Spending that a report prints in another unit than its total cannot be added up.
	RETURN QUERY SELECT 'program_by_region', format($q$
		SELECT p.region_code, mode() WITHIN GROUP (ORDER BY p.region) AS region, p.report_year,
			count(DISTINCT p.program_key) AS programs, sum(p.reports)::bigint AS reports,
			sum(p.persons) AS beneficiaries,
			%1$s.coverage(p.coverage_persons, p.coverage_target) AS national_coverage,
			sum(p.kclp) AS spending_kclp, sum(p.spending_reports)::bigint AS spending_reports,
			%1$s.cost_per_beneficiary(p.cost_kclp, p.cost_persons) AS cost_per_beneficiary_kclp,
			sum(p.cost_reports)::bigint AS cost_reports
		FROM (SELECT f.region_code, f.region, s.report_year, s.program_key, count(*) AS reports,
				sum(f.beneficiaries) AS persons,
				sum(s.persons) FILTER (WHERE s.target IS NOT NULL)::bigint AS coverage_persons,
				sum(s.target) FILTER (WHERE s.persons IS NOT NULL)::bigint AS coverage_target,
				sum(u.kclp) AS kclp, count(u.kclp) AS spending_reports,
				sum(u.kclp) FILTER (WHERE f.beneficiaries IS NOT NULL) AS cost_kclp,
				sum(f.beneficiaries) FILTER (WHERE u.kclp IS NOT NULL)::bigint AS cost_persons,
				count(u.kclp) FILTER (WHERE f.beneficiaries IS NOT NULL) AS cost_reports
			FROM %3$s AS t
				CROSS JOIN LATERAL (SELECT count(*) > 0 AS unit_slip FROM %1$s.report_audit(t.%2$I) AS a
					WHERE a.code = 'unit_slip' AND a.subject ^@ 'regional_spending') AS b
				CROSS JOIN LATERAL %1$s.report_regions(t.%2$I) AS f
				CROSS JOIN LATERAL (SELECT CASE WHEN NOT b.unit_slip THEN f.spending_kclp END AS kclp) AS u
				CROSS JOIN LATERAL (SELECT %1$s.report_year(t.%2$I) AS report_year,
					%1$s.program_key(t.%2$I) AS program_key, %1$s.target_population(t.%2$I) AS target,
					%1$s.beneficiaries(t.%2$I) AS persons) AS s
			WHERE f.region IS NOT NULL
			GROUP BY f.region_code, f.region, s.report_year, s.program_key) AS p
		GROUP BY p.region_code, CASE WHEN p.region_code IS NULL THEN p.region END, p.report_year
		$q$, home, report_column, reports),
		'totals and pooled ratios of the reports of each region and year';
END
$$;

-- A view of ours says so in its comment, and its query reads the table.
CREATE FUNCTION report_views(reports regclass) RETURNS SETOF regclass
	LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 20
	SET search_path = pg_catalog, pg_temp
AS $$
SELECT c.oid::regclass
FROM pg_class AS c
WHERE c.relkind = 'v'
	AND NOT pg_is_other_temp_schema(c.relnamespace)
	AND obj_description(c.oid, 'pg_class') LIKE '% (made by create\_report\_views)'
	AND EXISTS (SELECT FROM pg_rewrite AS r
			JOIN pg_depend AS d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
		WHERE r.ev_class = c.oid AND d.refclassid = 'pg_class'::regclass AND d.refobjid = reports)
ORDER BY c.relnamespace::regnamespace::text, c.relname
$$;

CREATE FUNCTION report_view_check(reports regclass, report_column name) RETURNS void
	LANGUAGE plpgsql STABLE
	SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	home text := (SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'progsoc');
	source pg_class;
	report pg_attribute;
BEGIN
	IF reports IS NULL OR report_column IS NULL THEN
		RAISE null_value_not_allowed USING MESSAGE = 'table and report column must not be null';
	END IF;

	SELECT * INTO source FROM pg_class WHERE oid = reports;
	IF NOT FOUND THEN
		RAISE undefined_table USING MESSAGE = format('relation with OID %s does not exist', reports::oid);
	ELSIF source.relkind NOT IN ('r', 'p', 'f', 'v', 'm') THEN
		RAISE wrong_object_type USING MESSAGE = format('"%s" is not a table or view', source.relname);
	END IF;

	SELECT * INTO report FROM pg_attribute
	WHERE attrelid = reports AND attname = report_column AND attnum > 0 AND NOT attisdropped;
	IF NOT FOUND THEN
		RAISE undefined_column USING
			MESSAGE = format('column "%s" of relation "%s" does not exist', report_column, source.relname),
			HINT = 'Name the column that holds the reports as the second argument.';
	ELSIF report.atttypid <> (home || '.program_report')::regtype THEN
		RAISE datatype_mismatch USING
			MESSAGE = format('column "%s" of relation "%s" is of type %s, not program_report',
				report_column, source.relname, format_type(report.atttypid, report.atttypmod)),
			HINT = 'parse_report(text) gives a report, as in a generated column.';
	END IF;

	IF NOT has_column_privilege(reports, report.attnum, 'SELECT')
		OR EXISTS (SELECT FROM pg_index AS i, unnest(i.indkey[0:i.indnkeyatts - 1]) AS k
			WHERE i.indrelid = reports AND i.indisprimary AND NOT has_column_privilege(reports, k, 'SELECT'))
	THEN
		RAISE insufficient_privilege USING MESSAGE = format('permission denied for table %s', source.relname);
	END IF;
END
$$;

CREATE FUNCTION create_report_views(
		reports regclass, report_column name DEFAULT 'report', schema name DEFAULT NULL)
	RETURNS SETOF regclass
	LANGUAGE plpgsql VOLATILE ROWS 20
	SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	home text := (SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'progsoc');
	options text := CASE WHEN current_setting('server_version_num')::int >= 150000
		THEN 'WITH (security_invoker = true)' END;
	source pg_class;
	own oid[];
	readers text;
	view record;
	target text;
	existing pg_class;
	statement text;
BEGIN
	EXECUTE format('SELECT %s.report_view_check($1, $2)', home) USING reports, report_column;
	SELECT * INTO source FROM pg_class WHERE oid = reports;
	schema := coalesce(schema, (SELECT nspname FROM pg_namespace WHERE oid = source.relnamespace));
	EXECUTE format('SELECT ARRAY(SELECT v::oid FROM %s.report_views($1) AS v)', home) INTO own USING reports;

	-- Who may read the table may read the views.
	SELECT string_agg(DISTINCT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END, ', ')
	INTO readers
	FROM aclexplode(coalesce(source.relacl, acldefault('r', source.relowner)))
	WHERE privilege_type = 'SELECT';

	FOR view IN EXECUTE format('SELECT * FROM %s.report_view_queries($1, $2)', home)
		USING reports, report_column
	LOOP
		target := format('%I.%I', schema, view.view_name);
		SELECT c.* INTO existing FROM pg_class AS c
		WHERE c.relname = view.view_name AND c.relnamespace = CASE schema
			WHEN 'pg_temp' THEN pg_my_temp_schema()
			ELSE (SELECT oid FROM pg_namespace WHERE nspname = schema) END;
		IF FOUND AND NOT (existing.oid = ANY (own) AND pg_get_userbyid(existing.relowner) = current_user) THEN
			RAISE duplicate_table USING
				MESSAGE = format('relation %s already exists', target),
				DETAIL = format('It is not a view that create_report_views made of %s for this role.', reports),
				HINT = 'Name another schema as the third argument.';
		END IF;

		-- A view with other columns cannot be replaced.
		statement := concat_ws(' ', 'CREATE OR REPLACE VIEW', target, options, 'AS', view.query);
		BEGIN
			EXECUTE statement;
		EXCEPTION WHEN invalid_table_definition THEN
			IF existing.oid IS NULL THEN
				RAISE;
			END IF;
			EXECUTE 'DROP VIEW ' || target;
			EXECUTE statement;
		END;

		EXECUTE format('COMMENT ON VIEW %s IS %L', target, view.description || ' (made by create_report_views)');
		EXECUTE format($q$
			SELECT string_agg(format('COMMENT ON COLUMN %%s.%%I IS %%L', $1, a.attname,
				coalesce(d.description, 'from the primary key of the table')), '; ')
			FROM pg_attribute AS a
				LEFT JOIN %s.report_view_columns() AS d
					ON d.column_name = a.attname AND coalesce(d.view_name, $2) = $2
			WHERE a.attrelid = $1::regclass
			$q$, home) INTO statement USING target, view.view_name;
		EXECUTE statement;
		IF readers IS NOT NULL THEN
			EXECUTE format('GRANT SELECT ON %s TO %s', target, readers);
		END IF;
		RETURN NEXT target::regclass;
	END LOOP;
END
$$;

CREATE FUNCTION drop_report_views(reports regclass, schema name DEFAULT NULL) RETURNS int
	LANGUAGE plpgsql VOLATILE
	SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	home text := (SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'progsoc');
	views text[];
BEGIN
	EXECUTE format($q$
		SELECT array_agg(v::text)
		FROM %s.report_views($1) AS v JOIN pg_class AS c ON c.oid = v
		WHERE CASE WHEN $2 IS NULL THEN pg_has_role(c.relowner, 'USAGE')
			ELSE c.relnamespace = CASE $2 WHEN 'pg_temp' THEN pg_my_temp_schema()
				ELSE quote_ident($2)::regnamespace END END
		$q$, home) INTO views USING reports, schema;
	IF views IS NOT NULL THEN
		EXECUTE 'DROP VIEW ' || array_to_string(views, ', ');
	END IF;
	RETURN coalesce(cardinality(views), 0);
END
$$;

COMMENT ON FUNCTION create_report_views(regclass, name, name) IS 'makes views of a table''s reports, one per row function and some over all reports; gives the views';
COMMENT ON FUNCTION drop_report_views(regclass, name) IS 'drops the views that create_report_views made of a table, in one schema or in all; gives their number';
COMMENT ON FUNCTION report_view_check(regclass, name) IS 'an error unless this is a column of reports that the role may make views of';
COMMENT ON FUNCTION report_views(regclass) IS 'the views that create_report_views made of a table';
COMMENT ON FUNCTION report_view_queries(regclass, name) IS 'the views that create_report_views makes of a table: names, queries, and what they are';
COMMENT ON FUNCTION report_view_columns() IS 'what the columns of create_report_views'' views hold; a NULL view: in all of them';
