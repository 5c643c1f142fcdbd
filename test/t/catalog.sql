-- catalog.sql - what the extension's objects are, a line each, without OIDs
--
-- Two installations whose lines are the same behave the same.

SET search_path = pg_catalog;

WITH members AS (
	SELECT classid, objid, obj.type AS kind, replace(obj.identity, n.nspname || '.', '') AS name,
		obj_description(objid, classid::regclass::name) AS comment
	FROM pg_depend d
		JOIN pg_extension e ON e.oid = d.refobjid AND e.extname = 'progsoc'
		JOIN pg_namespace n ON n.oid = e.extnamespace,
		pg_identify_object(classid, objid, 0) AS obj
	WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
), details AS (
	SELECT classid, objid, 'pg_proc'::regclass, concat_ws(' ', 'returns', pg_get_function_result(p.oid),
		'takes', pg_get_function_arguments(p.oid), 'in', lanname,
		CASE provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END,
		CASE WHEN proisstrict THEN 'strict' END, 'parallel=' || proparallel::text,
		CASE WHEN prosecdef THEN 'SECURITY DEFINER' END, 'cost=' || procost, 'rows=' || prorows,
		proconfig::text, proacl::text,
		CASE lanname WHEN 'c' THEN prosrc ELSE 'md5=' || md5(prosrc) END) AS detail
	FROM members JOIN pg_proc p ON p.oid = objid AND classid = 'pg_proc'::regclass
		JOIN pg_language l ON l.oid = prolang
	UNION ALL
	SELECT classid, objid, 'pg_aggregate'::regclass, concat_ws(' ', aggkind, aggtransfn::regproc, aggfinalfn::regproc, aggcombinefn::regproc,
		aggserialfn::regproc, aggmtransfn::regproc, aggminvtransfn::regproc, aggmfinalfn::regproc,
		aggtranstype::regtype, aggtransspace, agginitval, aggmtranstype::regtype, aggmtransspace, aggminitval,
		aggfinalmodify, aggmfinalmodify)
	FROM members JOIN pg_aggregate ON aggfnoid = objid AND classid = 'pg_proc'::regclass
	UNION ALL
	SELECT classid, objid, classid, concat_ws(' ', typlen, typbyval, typtype, typcategory, typispreferred, typalign, typstorage,
		typinput, typoutput, typreceive, typsend, typmodin, typanalyze)
	FROM members JOIN pg_type t ON t.oid = objid AND classid = 'pg_type'::regclass
	UNION ALL
	SELECT classid, objid, classid, concat_ws(' ', oprcanmerge, oprcanhash, oprcom::regoperator, oprnegate::regoperator,
		oprcode, oprrest, oprjoin)
	FROM members JOIN pg_operator o ON o.oid = objid AND classid = 'pg_operator'::regclass
	UNION ALL
	SELECT classid, objid, classid, concat_ws(' ', castcontext, castmethod, castfunc::regprocedure)
	FROM members JOIN pg_cast c ON c.oid = objid AND classid = 'pg_cast'::regclass
	UNION ALL
	SELECT classid, objid, classid, concat_ws(' ', opcintype::regtype, opcdefault, opckeytype::regtype)
	FROM members JOIN pg_opclass c ON c.oid = objid AND classid = 'pg_opclass'::regclass
	UNION ALL
	SELECT classid, objid, 'pg_amop'::regclass, concat_ws(' ', amopstrategy, amopopr::regoperator, amoppurpose)
	FROM members JOIN pg_amop ON amopfamily = objid AND classid = 'pg_opfamily'::regclass
	UNION ALL
	SELECT classid, objid, 'pg_amproc'::regclass, concat_ws(' ', amprocnum, amproc::regprocedure)
	FROM members JOIN pg_amproc ON amprocfamily = objid AND classid = 'pg_opfamily'::regclass
)
SELECT line
FROM members m
	JOIN pg_extension e ON e.extname = 'progsoc'
	JOIN pg_namespace n ON n.oid = e.extnamespace,
	LATERAL (
		SELECT concat_ws(' | ', kind, name, comment) AS line
		UNION ALL
		SELECT concat_ws(' | ', kind, name, replace(detail, n.nspname || '.', ''))
		FROM details d WHERE d.classid = m.classid AND d.objid = m.objid) AS lines
ORDER BY line COLLATE "C";
