# clients.py - reports through ordinary client libraries: psycopg (3) and psycopg2
#
# Nothing of ours is in the clients.  Needs a server with the extension, and the
# example reports in test/fixtures; prints TAP.  A library that is not there is skipped.
#
# test/clients.py
import datetime
import decimal
import json
import pathlib

FIXTURES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(pathlib.Path("test/fixtures").glob("*.txt"))}
FACTS = {path.name.removesuffix(".facts.json"): json.loads(path.read_text(encoding="utf-8"))
         for path in pathlib.Path("test/fixtures").glob("*.facts.json")}
TABLE = """
DROP TABLE IF EXISTS reports;
CREATE TABLE reports (name text PRIMARY KEY, body text NOT NULL,
  report program_report GENERATED ALWAYS AS (parse_report(body)) STORED)
"""


def check(name, got, expected):
    same = got == expected
    print(f"{'ok' if same else 'not ok'} - {name}")
    if not same:
        print(f"# got {got!r}\n# expected {expected!r}".replace("\\n", " "))


def same_figures(rows):
    """The summaries as the facts beside the examples have them."""
    return all(row["beneficiaries"] == FACTS[row["name"]]["summary"]["beneficiaries"]
               and row["total_spending_kclp"] == FACTS[row["name"]]["summary"]["total_spending_kclp"]
               and row["service"] == FACTS[row["name"]]["summary"]["service"] for row in rows)


def with_psycopg(psycopg):
    from psycopg.rows import dict_row
    from psycopg.types import TypeInfo

    connection = psycopg.connect("", autocommit=True, row_factory=dict_row)
    connection.execute("CREATE EXTENSION IF NOT EXISTS progsoc")
    connection.execute(TABLE)
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO reports (name, body) VALUES (%s, %s)", list(FIXTURES.items()))

    for binary in (False, True):
        form = "binary" if binary else "text"
        cursor = connection.cursor(binary=binary)
        rows = cursor.execute("SELECT name, s.* FROM reports, report_summary(report) AS s").fetchall()
        check(f"psycopg: summaries, {form}", (len(rows), same_figures(rows)), (len(FIXTURES), True))
        row = next(row for row in rows if row["name"] == "caleta-segura-2019")
        check(f"psycopg: SQL types are Python's, {form}",
              [row[column] for column in ("report_year", "closing_date", "permanent", "total_spending_kclp", "extra_budget_kclp")],
              [2019, datetime.date(2019, 12, 31), False, decimal.Decimal(573180), None])
        got = cursor.execute("SELECT coverage(b, t) AS c FROM (VALUES (%s::bigint, %s::bigint)) AS v (b, t)", (1, 4)).fetchone()
        check(f"psycopg: an aggregate over parameters, {form}", got, {"c": decimal.Decimal("0.25")})

    text = connection.execute("SELECT report, report::jsonb AS json FROM reports WHERE name = 'caleta-segura-2019'").fetchone()
    check("psycopg: a report is JSON", json.loads(text["report"]), text["json"])
    binary = connection.cursor(binary=True).execute("SELECT report, program_report_send(report) AS sent FROM reports LIMIT 1").fetchone()
    check("psycopg: a report in binary is what it sends", bytes(binary["report"]), bytes(binary["sent"]))

    got = connection.execute("SELECT beneficiaries(%s::program_report) AS b", (json.dumps({"beneficiaries": 12}),)).fetchone()
    check("psycopg: a report as a parameter", got, {"b": 12})
    rows = [connection.execute("SELECT count(*) AS n FROM reports, report_facts(report) WHERE name = %s AND status = %s",
                               ("caleta-segura-2019", "inferred"), prepare=True).fetchone()["n"] for _ in range(8)]
    check("psycopg: a prepared statement, again and again", rows, [2] * 8)

    # What a driver is told of a statement before it runs
    names = {row["oid"]: row["typname"] for row in connection.execute("SELECT oid, typname FROM pg_type")}
    connection.pgconn.prepare(b"told", b"SELECT * FROM report_costs($1) WHERE year > $2")
    told = connection.pgconn.describe_prepared(b"told")
    check("libpq: parameters are described", [names[told.param_type(i)] for i in range(told.nparams)], ["program_report", "int4"])
    check("libpq: columns are described", [(told.fname(i), names[told.ftype(i)]) for i in range(told.nfields)],
          [(b"year", "int4"), (b"reported_kclp", "numeric"), (b"status", "text")])

    # A parameter in binary, its result in text, as JDBC mixes them
    oid = next(oid for oid, name in names.items() if name == "program_report")
    got = connection.pgconn.exec_params(b"SELECT beneficiaries($1)", [bytes(binary["report"])], [oid], [1], 0)
    plain = connection.execute("SELECT beneficiaries(report)::text AS b FROM reports LIMIT 1").fetchone()
    check("libpq: a binary parameter, a text result", got.get_value(0, 0).decode(), plain["b"])
    got = connection.pgconn.exec_params(b"SELECT beneficiaries($1)", [b"\x01\x00"], [oid], [1], 0)
    check("libpq: bytes that are no report are refused", got.error_field(psycopg.pq.DiagnosticField.SQLSTATE), b"22P03")

    # COPY, both ways and both forms
    connection.execute("CREATE TEMP TABLE copied (name text, report program_report)")
    for form in ("text", "csv", "binary"):
        with connection.cursor() as cursor:
            with cursor.copy(f"COPY (SELECT name, report FROM reports) TO STDOUT (FORMAT {form})") as out:
                data = b"".join(bytes(block) for block in out)
            with cursor.copy(f"COPY copied FROM STDIN (FORMAT {form})") as into:
                into.write(data)
    same = connection.execute("SELECT count(*) AS n FROM copied JOIN reports USING (name, report)").fetchone()["n"]
    check("psycopg: COPY out and in", same, 3 * len(FIXTURES))

    # A cursor in the server, over row functions
    with connection.transaction(), connection.cursor(name="facts") as cursor:
        cursor.itersize = 100
        cursor.execute("SELECT f.path FROM reports, report_facts(report) AS f")
        count = sum(1 for _ in cursor)
    total = connection.execute("SELECT sum((SELECT count(*) FROM report_facts(report))) AS n FROM reports").fetchone()["n"]
    check("psycopg: a server-side cursor over facts", count, total)

    # Errors have their parts, and a transaction goes on from its savepoint.
    with connection.transaction():
        try:
            with connection.transaction():
                connection.execute("INSERT INTO reports (name, body) VALUES ('x', 'Acta de la reunión')")
            error = None
        except psycopg.errors.InvalidTextRepresentation as raised:
            error = raised.diag
        check("psycopg: an error says what was looked for",
              (error.sqlstate, "Neither the title" in error.message_detail, "pdftotext" in error.message_hint), ("22P02", True, True))
        check("psycopg: the transaction goes on", connection.execute("SELECT count(*) AS n FROM reports").fetchone()["n"], len(FIXTURES))

    # A client that knows the type's name can make of it what it likes.
    info = TypeInfo.fetch(connection, "program_report")
    info.register(connection)

    class Loader(psycopg.adapt.Loader):
        def load(self, data):
            return json.loads(bytes(data))

    connection.adapters.register_loader("program_report", Loader)
    got = connection.execute("SELECT report, ARRAY[report] AS list FROM reports WHERE name = 'caleta-segura-2019'").fetchone()
    check("psycopg: a report as a dict, and in an array", (got["report"]["beneficiaries"], got["list"]), (1145, [got["report"]]))
    connection.close()


def with_psycopg2(psycopg2):
    import io
    import psycopg2.extensions
    import psycopg2.extras

    connection = psycopg2.connect("")
    cursor = connection.cursor(cursor_factory=psycopg2.extras.RealDictCursor)
    cursor.execute(TABLE)
    psycopg2.extras.execute_values(cursor, "INSERT INTO reports (name, body) VALUES %s", list(FIXTURES.items()))
    cursor.execute("SELECT name, s.* FROM reports, report_summary(report) AS s")
    rows = cursor.fetchall()
    check("psycopg2: summaries", (len(rows), same_figures(rows)), (len(FIXTURES), True))
    cursor.execute("SELECT json_agg(c) AS rows FROM reports, report_coverage(report) AS c WHERE name = %s", ("biblioteca-viajera-2023",))
    check("psycopg2: rows as JSON", [(row["year"], row["beneficiaries"]) for row in cursor.fetchone()["rows"]],
          [(2021, 41870), (2022, 76012), (2023, 88240)])

    cursor.execute("SELECT NULL::program_report AS none")
    oid = cursor.description[0].type_code
    psycopg2.extensions.register_type(psycopg2.extensions.new_type((oid,), "REPORT", lambda text, _: text and json.loads(text)))
    cursor.execute("SELECT report, NULL::program_report AS none FROM reports WHERE name = 'caleta-segura-2019'")
    row = cursor.fetchone()
    check("psycopg2: a report as a dict", (row["report"]["report_year"], row["none"]), (2019, None))

    out = io.StringIO()
    cursor.copy_expert("COPY (SELECT report FROM reports) TO STDOUT (FORMAT csv)", out)
    cursor.execute("CREATE TEMP TABLE copied (report program_report)")
    cursor.copy_expert("COPY copied FROM STDIN (FORMAT csv)", io.StringIO(out.getvalue()))
    cursor.execute("SELECT count(*) AS n FROM copied JOIN reports USING (report)")
    check("psycopg2: COPY out and in", cursor.fetchone()["n"], len(FIXTURES))

    named = connection.cursor(name="regions")
    named.itersize = 10
    named.execute("SELECT region_code FROM reports, report_regions(report) WHERE region_code IS NOT NULL")
    check("psycopg2: a named cursor", {code[:3] for code, in named}, {"CL-"})
    connection.rollback()
    connection.close()


for name, use in (("psycopg", with_psycopg), ("psycopg2", with_psycopg2)):
    try:
        library = __import__(name)
    except ImportError:
        print(f"ok - {name} # SKIP it is not installed")
        continue
    use(library)
