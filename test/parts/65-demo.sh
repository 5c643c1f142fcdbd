#!/bin/sh
#
# 65-demo.sh - what make demo shows has no error and fits into 100 columns
#
# test/parts/65-demo.sh
test/server.sh psql -X -q -v ON_ERROR_STOP=1 -f test/demo.sql >build/demo.out 2>&1 &&
	echo "ok - the demo runs" || { sed 's/^/# /' build/demo.out; echo "not ok - the demo runs"; }

wide=$(LC_ALL=C.UTF-8 grep -E '.{101}' build/demo.out)
if [ -z "$wide" ]; then
	echo "ok - it fits"
else
	echo "$wide" | sed 's/^/# /'
	echo "not ok - it fits"
fi
