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
