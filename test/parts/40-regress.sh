#!/bin/sh
#
# 40-regress.sh - the pg_regress scripts of sql/ in a throw-away server
#
# test/parts/40-regress.sh

# pg_regress prints TAP from PostgreSQL 16 on, and "test name ... ok" before.
test/server.sh make -s -C build/gcc installcheck 2>&1 |
	sed -E 's/^(test|    ) +([^ ]+) +\.\.\. (ok|FAILED) .*/\3 - \2/; s/^FAILED - /not ok - /'

if [ -s build/gcc/regression.diffs ]; then
	sed 's/^/# /' build/gcc/regression.diffs
fi
