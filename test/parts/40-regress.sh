#!/bin/sh
#
# 40-regress.sh - the pg_regress scripts of sql/ in a throw-away server
#
# test/parts/40-regress.sh

# pg_regress stops at a script that has no result yet; an empty one fails and lets it go on.
for script in sql/*.sql; do
	case $script in
		sql/progsoc--*) ;;
		*) touch "build/gcc/expected/$(basename "$script" .sql).out" ;;
	esac
done

# pg_regress prints TAP from PostgreSQL 16 on, and "test name ... ok" before.
test/server.sh make -s -C build/gcc installcheck 2>&1 |
	sed -E 's/^(test|    ) +([^ ]+) +\.\.\. (ok|FAILED) *(.*)/\3 - \2, \4/; s/^FAILED - /not ok - /'

if [ -s build/gcc/regression.diffs ]; then
	sed 's/^/# /' build/gcc/regression.diffs
fi
