#!/bin/sh
#
# check.sh - run all tests and count them
#
# Each script in test/parts prints its tests as TAP; tap.awk counts.  A part that
# fails does not stop the next one.  The last line is the total, which build/total
# keeps.
#
# test/check.sh
cd "$(dirname "$0")/.." || exit
mkdir -p build
echo '0 passed, 1 failed' >build/total
test/setup.sh || { cat build/total; exit 1; }

counts=build/counts
: >"$counts"
for part in test/parts/*.sh; do
	name=$(basename "$part" .sh | sed 's/^[0-9]*-//')
	printf '\n== %s\n' "$name"
	{
		"$part" 2>&1
		echo "# exit $?"
	} | awk -v part="$name" -v counts="$counts" -f test/tap.awk
done

echo
awk '{
	passed += $1
	failed += $2
	skipped += $3
}
END {
	printf "%d passed, %d failed", passed, failed
	if (skipped > 0)
		printf ", %d skipped", skipped
	print ""
	exit failed > 0 || passed == 0
}' "$counts" >build/total
status=$?
cat build/total
exit "$status"
