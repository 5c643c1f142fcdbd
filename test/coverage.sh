#!/bin/sh
#
# coverage.sh - which lines and branches of the code the tests reach
#
# The core is measured by what tests it without a server: unit tests, the fuzz
# targets on our reports and on inputs made from them, random reports.  The shell
# is measured in servers: the SQL tests, the examples, the tests with clusters.
# What is not reached is listed in build/coverage/core.txt and shell.txt.
#
# test/coverage.sh
set -eu
cd "$(dirname "$0")/.."
. test/core.sh
. test/fuzz/sources.sh

folder=build/coverage
counted='gcc -O0 --coverage'

# of_core program sources [argument ...] - builds and runs a program on the counted core
of_core()
{
	program=$1
	sources=$2
	shift 2
	# shellcheck disable=SC2086
	build_on_core "$folder" "$program" "$sources" $counted
	"$folder/$program" "$@" >"$folder/$program.log" || {
		cat "$folder/$program.log"
		exit 1
	}
}

measure_core()
{
	# shellcheck disable=SC2086
	build_core "$folder" $counted
	for source in test/unit/test_*.c; do
		of_core "$(basename "$source" .c)" "$source"
	done
	mkdir -p "$folder/seeds/json" "$folder/seeds/packed"
	of_core make_seeds test/fuzz/seeds.c "$folder/seeds" test/fixtures/*.txt
	of_core replay_parse "$(fuzz_sources parse) test/fuzz/replay.c" --mutate 1000 \
		test/fixtures/*.txt test/fuzz/regressions/parse/*
	[ ! -d ../shared/corpus ] || "$folder/replay_parse" ../shared/corpus/*/*.txt >"$folder/replay_corpus.log"
	of_core replay_json "$(fuzz_sources json) test/fuzz/replay.c" --mutate 2000 "$folder"/seeds/json/*.txt
	of_core replay_packed "$(fuzz_sources packed) test/fuzz/replay.c" --mutate 500 "$folder"/seeds/packed/*.txt
	of_core property "$(find test/generate -name '*.c' ! -name generate.c | sort)" --count 2000 --seed 1
}

# The server's user writes the counts into a folder of its own, under names that are paths with # for /.
measure_shell()
{
	counts=$(mktemp -d)
	chmod 777 "$counts"
	test/build.sh gcc COPT="-O0 --coverage -fprofile-dir=$counts"
	{
		test/server.sh make -s -C build/gcc installcheck
		test/parts/50-facts.sh
		test/parts/60-examples.sh
		test/parts/70-life.sh
	} >"$folder/server.log" 2>&1 || true
	! grep -E '^not ok|FAILED' "$folder/server.log" >&2 || status=1
	for count in "$counts"/*.gcda; do
		cp "$count" "$(basename "$count" | tr '#' /)"
	done
	rm -rf "$counts"
}

# report name folder lines branches objects - the table of what was counted for the sources of a folder
report()
{
	counts=$(find "$2" -maxdepth 1 -name '*.c' | sed "s|.*/\(.*\)\.c|$5/\1.gcda|" | xargs ls 2>/dev/null || true)
	# shellcheck disable=SC2086
	perl test/coverage.pl "$2" "$3" "$4" $counts >"$folder/$1.txt" || status=1
	grep -v '^	' "$folder/$1.txt"
}

test/setup.sh
rm -rf "$folder"
mkdir -p "$folder"
status=0
measure_core
report core src/core 100 95 "$folder"
measure_shell
report shell src 95 0 build/gcc/src
exit "$status"
