#!/bin/sh
#
# cases.sh - the reports whose facts are known, as CSV: name, text, facts
#
# A text is <name>.txt, its facts <name>.facts.json beside it: our fixtures, and the
# real reports where these are at hand.  For psql's \copy ... FROM PROGRAM.
#
# test/facts/cases.sh
set -eu
cd "$(dirname "$0")/.."

for facts in fixtures/*.facts.json ../../shared/samples/*.facts.json; do
	text=${facts%.facts.json}.txt
	[ -f "$text" ] || continue
	printf '%s,"' "$(basename "$text" .txt)"
	sed 's/"/""/g' "$text"
	printf '","'
	sed 's/"/""/g' "$facts"
	printf '"\n'
done
