#!/bin/sh
#
# accuracy.sh - how much of a report's text is read, and how much of it wrongly
#
# Random reports in five layouts, then the examples with known facts, then, where
# it exists, a corpus of texts that real extractors made, with its own scorer.
#
# test/accuracy.sh
set -eu
cd "$(dirname "$0")/.."

echo "== random reports: values printed, found, read as others"
test/parts/30-property.sh
echo
echo "== examples with known facts"
test/parts/50-facts.sh
if [ -f ../shared/score.py ] && [ -d ../shared/corpus ] && command -v python3 >/dev/null; then
	echo
	echo "== corpus: cells per extractor"
	test/server.sh sh -c 'createdb accuracy && psql -q -d accuracy -c "CREATE EXTENSION progsoc" &&
		python3 ../shared/score.py dbname=accuracy &&
		bin/progsoc-load --create --dbname=accuracy ../shared/corpus >/dev/null &&
		psql -X -d accuracy -f test/accuracy.sql'
fi
