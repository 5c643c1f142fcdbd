#!/bin/sh
#
# life.sh - make check-life: the tests that take longer than make check may
#
# Replicas and crashes, a million failing calls of each kind in one session, text
# by the hundred megabytes, and each part of each example report repeated without
# end.
#
# test/life.sh
cd "$(dirname "$0")/.." || exit
test/setup.sh || exit
. test/core.sh
mkdir -p build
counts=build/life
: >"$counts"

# part name command ... - its TAP is counted
part()
{
	name=$1
	shift
	printf '\n== %s\n' "$name"
	{
		"$@" 2>&1
		echo "# exit $?"
	} | awk -v part="$name" -v counts="$counts" -f test/tap.awk
}

limits()
{
	build_core build/limits gcc -O2 &&
		build_on_core build/limits test_limits test/unit/test_limits.c gcc -O2 &&
		PROGSOC_LIMIT_KB=4096 build/limits/test_limits
}

test/build.sh gcc || exit
part limits limits
part life test/tap.sh 010_dump.pl 020_replication.pl 030_objects.pl 040_install.pl
part errors env PROGSOC_LIMIT_MB=64 PROGSOC_ERRORS=1000000 test/tap.sh 050_limits.pl
part huge env PROGSOC_LIMIT_MB=250 test/tap.sh 060_huge.pl
awk '{ passed += $1; failed += $2 } END { print passed " passed, " failed " failed"; exit failed > 0 }' "$counts"
