#!/bin/sh
#
# 55-schema.sh - doc/json-schema.json accepts the JSON that the type gives and takes, and no other
#
# Debian's Python has the validator, whatever other Python there is.
#
# test/parts/55-schema.sh
test/server.sh psql -X -q -v ON_ERROR_STOP=1 -f test/schema/documents.sql >build/documents.jsonl 2>build/documents.log ||
	{ sed 's/^/# /' build/documents.log; echo "not ok - documents were made"; }
sed -n '/^{/p' build/documents.jsonl |
	/usr/bin/python3 test/schema/validate.py doc/json-schema.json || echo "not ok - the documents were validated"
