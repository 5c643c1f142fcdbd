--
-- trace_report: every character of any text is read in exactly one way
--
CREATE TEMP TABLE examples (name text, body text);
\copy examples FROM PROGRAM '"${PG_ABS_SRCDIR:-.}"/test/fixtures.sh' (FORMAT csv)

CREATE TEMP TABLE inputs (name text, body text);
INSERT INTO inputs SELECT name, body FROM examples;
INSERT INTO inputs SELECT name || ' up to ' || n, left(body, n) FROM examples, generate_series(0, length(body), 197) n;
INSERT INTO inputs SELECT name || ' from ' || n, substr(body, n) FROM examples, generate_series(1, length(body), 1009) n;
INSERT INTO inputs SELECT name || ' backwards', reverse(body) FROM examples;
INSERT INTO inputs SELECT name || ' twice', body || body FROM examples;
INSERT INTO inputs SELECT name || ' with CRLF', replace(body, E'\n', E'\r\n') FROM examples;
INSERT INTO inputs SELECT name || ' with CR', replace(body, E'\n', E'\r') FROM examples;
INSERT INTO inputs SELECT name || ' in one line', replace(body, E'\n', ' ') FROM examples;
INSERT INTO inputs SELECT name || ' decomposed', normalize(body, NFD) FROM examples;
INSERT INTO inputs SELECT name || ' in capitals', upper(body) FROM examples;
INSERT INTO inputs SELECT name || ' with pages', replace(body, E'\n\n', E'\n\f\n3\n') FROM examples;
INSERT INTO inputs SELECT name || ' without spaces', replace(body, ' ', '') FROM examples;
INSERT INTO inputs SELECT name || ' sorted', string_agg(line, E'\n' ORDER BY line COLLATE "C")
  FROM examples, regexp_split_to_table(body, '\n') line GROUP BY name;
INSERT INTO inputs VALUES
  ('empty', ''),
  ('one character', 'a'),
  ('one space', ' '),
  ('line ends', repeat(E'\r\n\n\r', 100)),
  ('spaces of all kinds', U&'\0009\000B\000C\00A0\1680\2000\2003\2007\2009\200B\202F\205F\3000\FEFF'),
  ('combining marks', repeat(U&'\0301', 1000)),
  ('a long word', repeat('a', 100000)),
  ('a long line of labels', repeat('Cuantificación Población objetivo: ', 3000)),
  ('beyond the BMP', repeat(U&'\+01F600 \+020000', 1000)),
  ('controls', (SELECT string_agg(chr(c), '') FROM generate_series(1, 159) c)),
  ('soft hyphens and ligatures', U&'Cuanti\FB01caci\00F3n Pobla\00ADci\00F3n objetivo: 5.000'),
  ('pipes', repeat('| a | b |' || E'\n' || '| --- | --- |' || E'\n', 200)),
  ('tabs', repeat(E'Región\tTotal\t\t\n', 500)),
  ('markup', repeat('<p><b>Total</b>', 500)),
  ('digits', repeat('1.234,5 ', 2000)),
  ('headings', (SELECT string_agg(n || '. ', E'\n') FROM generate_series(1, 500) n));

-- No input whose spans do not tile it: contiguous, in order, none empty, to the end.
SELECT name
FROM inputs, LATERAL (
  SELECT coalesce(sum(length), 0) AS covered,
         coalesce(bool_and(start = begun AND length > 0), true) AS contiguous
  FROM (SELECT start, length,
               1 + coalesce(sum(length) OVER (ORDER BY ordinality ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)
               AS begun
        FROM trace_report(body) WITH ORDINALITY) span) spans
WHERE NOT contiguous OR covered <> length(body);

-- No span of a kind or field that does not exist, no space but spaces, and no spaces alone as a value.
SELECT kind, field, count(DISTINCT name) AS inputs, min(name) AS example
FROM inputs, trace_report(body), LATERAL (
  SELECT translate(substr(body, start, length),
                   U&' \0009\000A\000B\000C\000D\0085\00A0\00AD\1680\2000\2001\2002\2003\2004\2005\2006'
                   '\2007\2008\2009\200A\200B\200C\200D\2028\2029\202F\205F\2060\3000\FEFF', '') AS ink) span
WHERE name !~ ' (up to|from) \d+$'
  AND (kind NOT IN ('label', 'heading', 'furniture', 'value', 'unmapped', 'space')
    OR (kind = 'space' AND ink <> '')
    OR (kind = 'value' AND ink = '')
    OR (kind IN ('space', 'unmapped') AND field IS NOT NULL)
    OR field NOT IN (SELECT f.field FROM report_form() f))
GROUP BY kind, field;

-- The figures of each example stand in the text where the trace says, perhaps with the border of their cell.
SELECT e.name, f.field, f.value
FROM examples e, report_fields(parse_report(body)) f
WHERE f.number IS NOT NULL
EXCEPT
SELECT e.name, t.field, btrim(substr(body, t.start, t.length), ' |')
FROM examples e, trace_report(body) t WHERE t.kind = 'value';

-- What is not mapped is what report_unmapped gives.
SELECT e.name
FROM examples e
WHERE EXISTS (SELECT FROM trace_report(body) WHERE kind = 'unmapped')
   <> EXISTS (SELECT FROM report_unmapped(parse_report(body)));

-- How the first example is read
SELECT t.start, t.length, t.kind, t.field, left(regexp_replace(substr(body, t.start, t.length), '\s+', ' ', 'g'), 40) AS text
FROM (SELECT body FROM examples ORDER BY name COLLATE "C" LIMIT 1) e, trace_report(body) t
WHERE t.kind <> 'space' ORDER BY t.start LIMIT 60;

SELECT trace_report(NULL);
