#!/bin/sh
#
# fixtures.sh - the example reports as CSV, one line "name,text" each
#
# For psql's \copy ... FROM PROGRAM, which takes them into a table byte by byte.
#
# test/fixtures.sh
set -eu
cd "$(dirname "$0")/fixtures"

for file in *.txt; do
	printf '%s,"' "${file%.txt}"
	sed 's/"/""/g' "$file"
	printf '"\n'
done
