--
-- What the extension leaves in the catalogs: these queries list what is missing, so that they find nothing
--
SELECT extversion, extrelocatable FROM pg_extension WHERE extname = 'progsoc';

CREATE TEMP VIEW members AS
  SELECT classid, objid, pg_describe_object(classid, objid, 0) AS object FROM pg_depend
  WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
    AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'progsoc');

-- Objects without a comment; array types come with their types
SELECT object FROM members
WHERE coalesce(obj_description(objid, (SELECT relname FROM pg_class WHERE oid = classid)), '') = ''
  AND NOT (classid = 'pg_type'::regclass AND EXISTS (SELECT FROM pg_type WHERE typarray = objid))
ORDER BY object COLLATE "C";

-- Functions that are not immutable, strict and parallel safe, or that the planner knows nothing about; but those for views, which read catalogs
SELECT object, provolatile, proisstrict, proparallel, procost, prorows FROM members JOIN pg_proc p ON p.oid = objid
WHERE classid = 'pg_proc'::regclass AND prokind <> 'a'
  AND (provolatile <> 'i' OR NOT proisstrict OR proparallel <> 's' OR procost <= 0 OR proretset AND prorows = 1000 OR prosecdef)
  AND (proname !~ 'report_views$|^report_view_(check|queries)$' OR prosecdef)
ORDER BY object COLLATE "C";

-- Functions in a language that looks names up when it runs, by a search path that is not their own
SELECT object FROM members JOIN pg_proc p ON p.oid = objid JOIN pg_language l ON l.oid = prolang
WHERE classid = 'pg_proc'::regclass AND lanname NOT IN ('c', 'internal') AND prosqlbody IS NULL
  AND proconfig IS DISTINCT FROM '{"search_path=pg_catalog, pg_temp"}';

-- Aggregates that cannot move, combine or run in parallel, or that keep what only one server understands
SELECT object FROM members JOIN pg_aggregate a ON a.aggfnoid = objid JOIN pg_proc p ON p.oid = objid
WHERE classid = 'pg_proc'::regclass
  AND (aggcombinefn = 0 OR aggmtransfn = 0 OR aggminvtransfn = 0 OR proparallel <> 's' OR aggfinalmodify <> 'r'
       OR (SELECT typtype FROM pg_type WHERE oid = aggtranstype) = 'p');
SELECT count(*) AS aggregates FROM members JOIN pg_aggregate ON aggfnoid = objid WHERE classid = 'pg_proc'::regclass;

-- Types without text or binary form
SELECT object FROM members JOIN pg_type t ON t.oid = objid
WHERE classid = 'pg_type'::regclass AND typelem = 0 AND 0 IN (typinput, typoutput, typreceive, typsend);

-- Operators without commutator, negator or selectivity
SELECT object FROM members JOIN pg_operator o ON o.oid = objid
WHERE classid = 'pg_operator'::regclass AND 0 IN (oprcom, oprnegate, oprrest, oprjoin);

-- Operator classes
SELECT amname, opcname, opcdefault, amvalidate(c.oid) FROM members JOIN pg_opclass c ON c.oid = objid JOIN pg_am a ON a.oid = opcmethod
WHERE classid = 'pg_opclass'::regclass ORDER BY amname;

-- Each table function's columns are those that the reference promises: no type but these
SELECT DISTINCT format_type(type, NULL) AS type FROM members JOIN pg_proc p ON p.oid = objid, unnest(proallargtypes) type
WHERE classid = 'pg_proc'::regclass AND proretset ORDER BY 1;

-- The extension can be moved and made anew elsewhere, and nothing of it depends on the search path.
CREATE SCHEMA elsewhere;
ALTER EXTENSION progsoc SET SCHEMA elsewhere;
SELECT elsewhere.coverage(1, 2), elsewhere.program_name('{"program_name": "Casa"}'), elsewhere.cost_per_beneficiary('{"beneficiaries": 2, "total_spending": 3}'::elsewhere.program_report);
SELECT path, value FROM elsewhere.report_facts('{"beneficiaries": 2}');
SELECT a OPERATOR(elsewhere.=) a FROM (VALUES ('{}'::elsewhere.program_report)) v (a);
ALTER EXTENSION progsoc SET SCHEMA public;
DROP SCHEMA elsewhere;
