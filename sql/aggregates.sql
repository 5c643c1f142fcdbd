--
-- coverage and cost_per_beneficiary: pooled, exact, moving, parallel; and their state
--
\pset null '(null)'
-- Numbers with and without decimals, of all lengths, of both signs
CREATE TABLE figures (id int PRIMARY KEY, kind text, spending numeric, beneficiaries bigint);
INSERT INTO figures
SELECT row_number() OVER (), kind, spending, beneficiaries
FROM generate_series(1, 40) i,
     LATERAL (VALUES ('whole', (i * 7919 % 1009)::numeric, i % 7),
                     ('mixed', round((i * 7919 % 1009) / 7.0, i % 4), i % 5 + 1),
                     ('zeros', (i % 3)::numeric(12, 2), i),
                     ('small', (i % 11 - 5) * 0.00000000000000000001, i - 20),
                     ('long', (i % 13 - 6) * 12345678901234567890.123456789, i),
                     ('huge', (i % 5 - 2) * 1e40, 1 + i % 2),
                     ('rare', CASE WHEN i % 10 = 3 THEN 0.125 WHEN i % 10 = 7 THEN 1e39 ELSE i END, 2)) v (kind, spending, beneficiaries);
UPDATE figures SET spending = NULL WHERE id % 17 = 0;
UPDATE figures SET beneficiaries = NULL WHERE id % 19 = 0;

--
-- What counts, and what does not
--
SELECT coverage(b, t), cost_per_beneficiary(b::numeric, t) FROM (VALUES (1::bigint, 2::bigint)) v (b, t) WHERE false;
SELECT coverage(NULL, NULL), coverage(1, NULL), coverage(NULL, 1), cost_per_beneficiary(NULL, 1), cost_per_beneficiary(1, NULL);
SELECT coverage(0, 7), coverage(7, 0), coverage(0, 0), cost_per_beneficiary(7, 0), cost_per_beneficiary(0, 7);
SELECT coverage(b, t), cost_per_beneficiary(b::numeric, t)
FROM (VALUES (1::bigint, 4::bigint), (NULL, 100), (100, NULL), (2, 4), (NULL, NULL)) v (b, t);
-- Rows of opposite signs can leave nothing to divide by.
SELECT coverage(1, t) FROM (VALUES (4::bigint), (-4)) v (t);
SELECT count(coverage), count(cost) FROM (SELECT coverage(NULL, NULL), cost_per_beneficiary(1.5, NULL) AS cost) q;
SELECT b, coverage(b, t) FILTER (WHERE b > 1), coverage(DISTINCT b, t), count(*)
FROM (VALUES (1::bigint, 4::bigint), (2, 8), (2, 8), (3, 4)) v (b, t) GROUP BY ROLLUP (b) ORDER BY b;

--
-- Exact: as sum over sum, to the last digit
--
SELECT coverage(b, b) FROM (SELECT 9223372036854775807 AS b FROM generate_series(1, 1000)) q;
SELECT coverage(b, -1) FROM (SELECT -9223372036854775808 AS b FROM generate_series(1, 1000)) q;
SELECT coverage(b, 1) = sum(b) / count(*) AS same FROM (SELECT 9223372036854775807 - i AS b FROM generate_series(0, 9999) i) q;
SELECT kind, cost_per_beneficiary(spending, beneficiaries)::text
             IS NOT DISTINCT FROM (sum(spending) / nullif(sum(beneficiaries), 0))::text AS same
FROM figures WHERE spending + beneficiaries IS NOT NULL GROUP BY kind ORDER BY kind COLLATE "C";
SELECT kind, cost_per_beneficiary(spending, beneficiaries) FROM figures GROUP BY kind ORDER BY kind COLLATE "C";
SELECT count(*) AS values, count(*) FILTER (WHERE cost::text = (spending / 3)::text) AS same
FROM (SELECT spending, cost_per_beneficiary(spending, 3) AS cost
      FROM (SELECT (sign || digits || 'e' || exponent)::numeric AS spending
            FROM unnest('{"",-}'::text[]) sign,
                 unnest('{0,1,9,10,99,1000,9999,10000,10001,123456789,99999999,100000000,9999999999999999,10000000000000000,99999999999999999,922337203685477580,9223372036854775807,9223372036854775808,170141183460469231731687303715884105727,170141183460469231731687303715884105728,340282366920938463463374607431768211456}'::text[]) digits,
                 generate_series(-45, 45) exponent) q
      GROUP BY spending, scale(spending)) q;

SELECT count(*) AS quotients,
       count(*) FILTER (WHERE ratio_state_final(format('(%s,%s,0)', a, b)::ratio_state)::text = (a / b)::text) AS same
FROM (SELECT sign * trunc(power / 10::numeric ^ shift) + step AS a
      FROM unnest('{1,-1}'::int[]) sign, unnest('{123456789012345678,987654321098765432,999999999999999999,100000000000000000,500050005000500050}'::numeric[]) power,
           generate_series(0, 17) shift, generate_series(-1, 1) step) x,
     (SELECT sign * trunc(power / 10::numeric ^ shift) + step AS b
      FROM unnest('{1,-1}'::int[]) sign, unnest('{300000000000000001,999999999999999999,100000000000000000,7000700070007000}'::numeric[]) power,
           generate_series(0, 17) shift, generate_series(-1, 1) step) y
WHERE b <> 0;

-- What does not fit into a sum is an error.
SELECT cost_per_beneficiary('NaN', 1);
\echo :LAST_ERROR_SQLSTATE
SELECT cost_per_beneficiary('-Infinity', 1);
\echo :LAST_ERROR_SQLSTATE
SELECT cost_per_beneficiary(9e131071, 1) FROM generate_series(1, 2);
\echo :LAST_ERROR_SQLSTATE

--
-- Reports
--
CREATE TABLE reports (id int, report program_report);
INSERT INTO reports VALUES
  (1, '{"target_population": 1000, "beneficiaries": 250, "total_spending": 500}'),
  (2, '{"target_population": 3000, "beneficiaries": 750, "total_spending": 1000.5}'),
  (3, '{"target_population": 5000, "total_spending": 7}'),
  (4, '{"beneficiaries": 100, "total_spending": {"status": "inferred", "text": "200,25"}}'),
  (5, '{"target_population": {"status": "ambiguous", "text": "9"}, "beneficiaries": 9, "total_spending": {"status": "invalid", "text": "mucho"}}'),
  (6, '{"target_population": 0, "beneficiaries": 0, "total_spending": 3}'),
  (7, NULL);
SELECT coverage(report), cost_per_beneficiary(report) FROM reports;
SELECT id, coverage(report), cost_per_beneficiary(report) FROM reports GROUP BY id ORDER BY id;
SELECT id, coverage(report) OVER w, cost_per_beneficiary(report) OVER w FROM reports
WINDOW w AS (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW);
SELECT coverage(report), cost_per_beneficiary(report) FROM reports WHERE id IN (3, 5);

--
-- Moving frames: as computed anew
--
SELECT kind, frame, count(*) AS rows, count(*) FILTER (WHERE cost::text IS NOT DISTINCT FROM anew::text) AS same,
       count(*) FILTER (WHERE cost::text IS NOT DISTINCT FROM sums::text) AS as_sums
FROM (SELECT kind, frame, cost, sums,
             (SELECT cost_per_beneficiary(g.spending, g.beneficiaries) FROM figures g
              WHERE g.kind = f.kind AND g.id BETWEEN f.id - 7 * back AND f.id + 7 * ahead) AS anew
      FROM (SELECT id, kind, '2 before, 1 after' AS frame, 2 AS back, 1 AS ahead, cost_per_beneficiary(spending, beneficiaries) OVER w AS cost,
                   sum(spending) FILTER (WHERE beneficiaries IS NOT NULL) OVER w
                     / nullif(sum(beneficiaries) FILTER (WHERE spending IS NOT NULL) OVER w, 0) AS sums
            FROM figures WINDOW w AS (PARTITION BY kind ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 FOLLOWING)
            UNION ALL
            SELECT id, kind, 'this one', 0, 0, cost_per_beneficiary(spending, beneficiaries) OVER w,
                   sum(spending) FILTER (WHERE beneficiaries IS NOT NULL) OVER w
                     / nullif(sum(beneficiaries) FILTER (WHERE spending IS NOT NULL) OVER w, 0)
            FROM figures WINDOW w AS (PARTITION BY kind ORDER BY id ROWS BETWEEN CURRENT ROW AND CURRENT ROW)
            UNION ALL
            SELECT id, kind, 'from here on', 0, 1000, cost_per_beneficiary(spending, beneficiaries) OVER w,
                   sum(spending) FILTER (WHERE beneficiaries IS NOT NULL) OVER w
                     / nullif(sum(beneficiaries) FILTER (WHERE spending IS NOT NULL) OVER w, 0)
            FROM figures WINDOW w AS (PARTITION BY kind ORDER BY id ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)) f) q
GROUP BY kind, frame ORDER BY kind COLLATE "C", frame COLLATE "C";
SELECT id, coverage(b, t) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)
FROM (VALUES (1, 1::bigint, 2::bigint), (2, NULL, 5), (3, 3, 4), (4, 9223372036854775807, 9223372036854775807), (5, 1, 0), (6, 1, 0), (7, 0, 1)) v (id, b, t);

--
-- The state: text and binary form
--
SELECT '(0,0,0)'::ratio_state, ' ( 1.50 , -3 , 2 ) '::ratio_state, '(-0.00,7,1)'::ratio_state, '(1e3,1e2,0)'::ratio_state;
SELECT '(170141183460469231731687303715884105727,-170141183460469231731687303715884105728,0)'::ratio_state;
SELECT '(170141183460469231731687303715884105728,170141183460469231731687303715884105727,0)'::ratio_state;
SELECT ''::ratio_state;
\echo :LAST_ERROR_SQLSTATE
SELECT '(1,2)'::ratio_state;
SELECT '(1,2,3,4)'::ratio_state;
SELECT '(1,2,0) x'::ratio_state;
SELECT '(one,2,0)'::ratio_state;
\echo :LAST_ERROR_SQLSTATE
SELECT '(1,2,1)'::ratio_state;
\echo :LAST_ERROR_SQLSTATE
SELECT '(1.5,2,0)'::ratio_state;
SELECT '(1.5,2,-1)'::ratio_state;
SELECT '(1,2.5,0)'::ratio_state;
\echo :LAST_ERROR_SQLSTATE
SELECT '(1,170141183460469231731687303715884105728,0)'::ratio_state;
\echo :LAST_ERROR_SQLSTATE
SELECT '(NaN,2,0)'::ratio_state;
\echo :LAST_ERROR_SQLSTATE
SELECT '(1,NaN,0)'::ratio_state;
\echo :LAST_ERROR_SQLSTATE
SELECT '(1.5,2,9223372036854775808)'::ratio_state;
\echo :LAST_ERROR_SQLSTATE

CREATE AGGREGATE state_of(numeric, bigint) (
  SFUNC = cost_add, STYPE = ratio_state, INITCOND = '(0,0,0)',
  MSFUNC = cost_add, MINVFUNC = cost_remove, MSTYPE = ratio_state, MINITCOND = '(0,0,0)');
CREATE TABLE states (id serial, state ratio_state);
INSERT INTO states (state) VALUES ('(0,0,0)'), ('(-1.50,-3,2)'), ('(123456789012345678901234567890123456789012.00,5,1)'),
  ('(-170141183460469231731687303715884105728,170141183460469231731687303715884105727,0)'), (NULL);
INSERT INTO states (state) SELECT state_of(spending, beneficiaries) FROM figures GROUP BY kind ORDER BY kind COLLATE "C";
SELECT * FROM states ORDER BY id;
\copy states TO 'results/states.binary' (FORMAT binary)
CREATE TABLE received (LIKE states);
\copy received FROM 'results/states.binary' (FORMAT binary)
SELECT count(*) AS states, count(*) FILTER (WHERE r.state::text IS NOT DISTINCT FROM s.state::text) AS same_text,
       count(*) FILTER (WHERE ratio_state_send(r.state) = ratio_state_send(s.state)
                          AND ratio_state_send(s.state::text::ratio_state) = ratio_state_send(s.state)) AS same_bytes
FROM states s JOIN received r USING (id);

-- Bad binary values: nothing, a later version, a count without decimals, a numerator that is not wide
COPY received FROM PROGRAM 'printf "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0\0\002\0\0\0\004\0\0\0\001\0\0\0\0\377\377"' (FORMAT binary);
\echo :LAST_ERROR_SQLSTATE
COPY received FROM PROGRAM 'printf "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0\0\002\0\0\0\004\0\0\0\001\0\0\0\055\0\002"; printf "\0%.0s" $(seq 43); printf "\377\377"' (FORMAT binary);
\echo :LAST_ERROR_SQLSTATE
COPY received FROM PROGRAM 'printf "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0\0\002\0\0\0\004\0\0\0\001\0\0\0\055\0\001\0\0\0\0\0\0\0\0\0\001"; printf "\0%.0s" $(seq 33); printf "\377\377"' (FORMAT binary);
\echo :LAST_ERROR_SQLSTATE
COPY received FROM PROGRAM 'printf "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0\0\002\0\0\0\004\0\0\0\001\0\0\0\047\0\001"; printf "\0%.0s" $(seq 26); printf "\001\0\001\0\0\0\0\0\0\0\007\377\377"' (FORMAT binary);
\echo :LAST_ERROR_SQLSTATE
COPY received FROM PROGRAM 'printf "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0\0\002\0\0\0\004\0\0\0\001\0\0\0\045\0\001"; printf "\0%.0s" $(seq 26); printf "\001\0\0\0\0\300\0\0\0\377\377"' (FORMAT binary);
\echo :LAST_ERROR_SQLSTATE

-- The support functions, called by anyone, change nothing in place.
SELECT coverage_add('(0,0,0)', 3, 4), coverage_remove('(3,4,0)', 3, 4), cost_add('(1.5,1,1)', 2.25, 2), cost_remove('(1.50,3,2)', 1.25, 1);
SELECT id, coverage_add(state, 1, 1), cost_add(state, 0.125, 1), state FROM states WHERE id < 4 ORDER BY id;
SELECT cost_add(cost_remove(cost_add('(5,1,0)', 1e50, 2), 1e50, 2), 1e50, 0), cost_remove(cost_add('(5,1,0)', 1e50, 2), 1e50, 2);
SELECT coverage_add('(0,0,0)', report) AS added, coverage_remove('(250,1000,0)', report) AS removed, cost_add('(0,0,0)', report) AS cost FROM reports ORDER BY id;
SELECT coverage_add(NULL, 1, 1), coverage_add('(0,0,0)', NULL::program_report), ratio_state_combine(NULL, '(0,0,0)'), ratio_state_final(NULL);
-- Who takes out the last value with so many decimals cannot know how many the others show.
SELECT cost_remove('(3.75,3,1)', 1.25, 1), cost_remove('(3,3,0)', 1.25, 1), cost_remove('(3.75,3,1)', 1, 1);
SELECT ratio_state_final('(1,3,0)'), ratio_state_final('(1,0,0)'), ratio_state_final('(2.00,3,1)'), ratio_state_final('(1e40,3,0)');
SELECT ratio_state_combine('(0,170141183460469231731687303715884105727,0)', '(0,1,0)');
\echo :LAST_ERROR_SQLSTATE
SELECT coverage_remove('(0,-170141183460469231731687303715884105728,0)', 0, 1);
\echo :LAST_ERROR_SQLSTATE
SELECT cost_add('(0.5,1,9223372036854775807)', 0.5, 1);
\echo :LAST_ERROR_SQLSTATE
SELECT ratio_state_combine('(9e131071,1,0)', '(9e131071,1,0)');
\echo :LAST_ERROR_SQLSTATE
SELECT cost_add('(0,0,0)', 'Infinity', 1);
\echo :LAST_ERROR_SQLSTATE
SELECT ratio_state_combine('(170141183460469231731687303715884105727,1,0)', '(1,1,0)'),
       ratio_state_combine('(170141183460469231731687303715884105727,1,0)', '(0.0,1,1)'),
       ratio_state_combine('(170141183460469231731687303715884105728,1,0)', '(-1,1,0)');

-- Any split of the rows gives the same state, and so does a frame that has moved over them.
SELECT kind, count(*) AS splits, count(*) FILTER (WHERE combined = whole) AS same
FROM (SELECT f.kind, (SELECT state_of(spending, beneficiaries)::text FROM figures WHERE kind = f.kind) AS whole,
             ratio_state_combine((SELECT state_of(spending, beneficiaries) FROM figures WHERE kind = f.kind AND id <= f.id),
                                 (SELECT state_of(spending, beneficiaries) FROM figures WHERE kind = f.kind AND id > f.id))::text AS combined
      FROM figures f) q GROUP BY kind ORDER BY kind COLLATE "C";
SELECT kind, count(*) AS frames, count(*) FILTER (WHERE moved::text = anew::text) AS same
FROM (SELECT id, kind, state_of(spending, beneficiaries) OVER (PARTITION BY kind ORDER BY id ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS moved,
             (SELECT state_of(spending, beneficiaries) FROM figures g WHERE g.kind = f.kind AND g.id BETWEEN f.id - 21 AND f.id) AS anew
      FROM figures f) q GROUP BY kind ORDER BY kind COLLATE "C";

-- Stored bytes are never trusted: too few, of a later version, with a count that the decimals forbid, with half a numeric.
CREATE CAST (path AS ratio_state) WITHOUT FUNCTION;
CREATE CAST (polygon AS ratio_state) WITHOUT FUNCTION;
SELECT path '[(1,2)]'::ratio_state;
\echo :LAST_ERROR_SQLSTATE
SELECT coverage_add(path '[(1,2),(3,4)]'::ratio_state, 1, 1);
\echo :LAST_ERROR_SQLSTATE
SELECT ratio_state_combine('(0,0,0)', path '((1,2))'::ratio_state);
\echo :LAST_ERROR_SQLSTATE
SELECT ratio_state_final(polygon '((0,0))'::ratio_state);
\echo :LAST_ERROR_SQLSTATE
DROP CAST (path AS ratio_state);
DROP CAST (polygon AS ratio_state);

--
-- In parallel
--
CREATE TABLE many (spending numeric, beneficiaries bigint, target bigint, report program_report);
INSERT INTO many SELECT i % 1009 + (i % 4) * 0.25, nullif(i % 10, 9), i % 100, ('{"target_population": 20, "beneficiaries": ' || i % 10 || ', "total_spending": 2.5}')::program_report
FROM generate_series(1, 5000) i;
ANALYZE many;
SELECT coverage(beneficiaries, target) AS c1, cost_per_beneficiary(spending, beneficiaries) AS c2,
       coverage(report) AS c3, cost_per_beneficiary(report) AS c4 FROM many \gset serial_
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF)
SELECT coverage(beneficiaries, target), cost_per_beneficiary(spending, beneficiaries), coverage(report), cost_per_beneficiary(report) FROM many;
SELECT coverage(beneficiaries, target)::text = :'serial_c1', cost_per_beneficiary(spending, beneficiaries)::text = :'serial_c2',
       coverage(report)::text = :'serial_c3', cost_per_beneficiary(report)::text = :'serial_c4' FROM many;
SET parallel_leader_participation = off;
SELECT coverage(beneficiaries, target)::text = :'serial_c1', cost_per_beneficiary(spending, beneficiaries)::text = :'serial_c2',
       coverage(report)::text = :'serial_c3', cost_per_beneficiary(report)::text = :'serial_c4' FROM many;
-- Workers that find nothing, and values that are wide
SELECT coverage(beneficiaries, target), cost_per_beneficiary(spending, beneficiaries) FROM many WHERE target < 0;
SELECT cost_per_beneficiary(spending * 1e40, beneficiaries) = 1e40 * :serial_c2 AS same FROM many;
SELECT :'serial_c1', :'serial_c2', :'serial_c3', :'serial_c4';

DROP AGGREGATE state_of(numeric, bigint);
DROP TABLE figures, reports, states, received, many;
