--
-- Databases in other encodings than UTF-8: the same facts, or a clear error
--
CREATE TEMP TABLE examples (name text, body text);
\copy examples FROM PROGRAM '"${PG_ABS_SRCDIR:-.}"/test/fixtures.sh' (FORMAT csv)

-- The examples that LATIN1 can hold, and what they say here; the first goes on the journey.
SELECT count(*) > 0 AS some FROM examples WHERE body !~ '[^\u0001-\u00ff]';
SELECT name, body, md5(convert_to(parse_report(body)::text, 'UTF8')) AS facts
FROM examples WHERE body !~ '[^\u0001-\u00ff]' ORDER BY name COLLATE "C" LIMIT 1 \gset

SELECT current_database() AS home \gset

--
-- LATIN1
--
CREATE DATABASE progsoc_latin1 TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C';
\c progsoc_latin1
SET client_encoding = 'UTF8';
SET client_min_messages = warning;
CREATE EXTENSION progsoc;

CREATE TABLE reports (body text, report program_report GENERATED ALWAYS AS (parse_report(body)) STORED);
INSERT INTO reports (body) VALUES (:'body');
SELECT md5(convert_to(report::text, 'UTF8')) = :'facts' AS same_facts,
       report::text::program_report = report AS same_value FROM reports;
SELECT program_name, ministry, service, report_year, beneficiaries FROM reports, report_summary(report);
-- A card's bars are drawn with what there is.
SELECT report_card(report) LIKE '%####%' AS drawn FROM reports;
SELECT region, region_code, beneficiaries FROM reports, report_regions(report);
SELECT region_code('La Araucanía'), region_code('ÑUBLE'), region_code('Aysén');

-- Spans count characters, not bytes.
SELECT sum(length) = length(min(body)) AS tiled FROM reports, trace_report(body);

-- What the encoding lacks can be held, but not be text; the value's own text form escapes it, so that a dump is whole.
CREATE TABLE held (report program_report);
INSERT INTO held VALUES ('{"program_name": "Año \u2013 Taller \ud83d\ude00", "beneficiaries": 12}');
SELECT beneficiaries(report) FROM held;
SELECT program_name(report) FROM held;
\echo :SQLSTATE
SELECT report, report::text::program_report = report AS same FROM held;

-- An error's text arrives as well.
SELECT parse_report('Señoras y señores');

--
-- SQL_ASCII: no encoding is known, so text has to be UTF-8
--
\c :home
CREATE DATABASE progsoc_ascii TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C';
\c progsoc_ascii
SET client_encoding = 'UTF8';
SET client_min_messages = warning;
CREATE EXTENSION progsoc;

CREATE TABLE reports (body text, report program_report GENERATED ALWAYS AS (parse_report(body)) STORED);
INSERT INTO reports (body) VALUES (:'body');
SELECT md5(report::text) = :'facts' AS same_facts,
       report::text::program_report = report AS same_value FROM reports;
SELECT program_name, ministry, service, report_year, beneficiaries FROM reports, report_summary(report);
SELECT report_card(report) LIKE '%██%' AS drawn FROM reports;
SELECT region_code('La Araucanía'), region_code('ÑUBLE'), region_code('Aysén');

-- LATIN1 bytes are not UTF-8.
SELECT parse_report(convert_from('\x4d696e6973746572696f206465204564756361636993fe', 'SQL_ASCII'));
\echo :SQLSTATE
SELECT try_parse_report(convert_from('\xf1f1', 'SQL_ASCII')) IS NULL AS no_report;

\c :home
DROP DATABASE progsoc_latin1;
DROP DATABASE progsoc_ascii;
