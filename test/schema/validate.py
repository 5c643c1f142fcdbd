# validate.py schema - hold documents against a JSON Schema
#
# Reads lines {"name": ..., "accepted": ..., "document": ...}.  The schema must be
# a schema, and accept the same documents; prints TAP.
#
# test/schema/validate.py
import json
import sys

from jsonschema import Draft202012Validator

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
print("ok - the schema is one")

validator = Draft202012Validator(schema)
count = {True: 0, False: 0}
for line in sys.stdin:
    case = json.loads(line)
    errors = [error.message for error in validator.iter_errors(case["document"])]
    same = (not errors) == case["accepted"]
    count[case["accepted"]] += 1
    what = "accepts" if case["accepted"] else "refuses"
    for error in errors if not same else []:
        print("#", error[:400])
    print(f"{'ok' if same else 'not ok'} - the schema {what} {case['name'][:120]}")

enough = count[True] >= 40 and count[False] >= 20
print(f"# {count[True]} documents that the type takes, {count[False]} that it does not")
print(f"{'ok' if enough else 'not ok'} - there are documents of both kinds")
