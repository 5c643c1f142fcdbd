#!/bin/sh
#
# 25-fuzz.sh - what fuzzing once found, our reports, and inputs made from them pass through the fuzz targets
#
# The core is the one that 20-unit.sh has built, with its sanitizers.
#
# test/parts/25-fuzz.sh
. test/core.sh
. test/fuzz/sources.sh

core=build/unit
compiler='clang -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all'
status=0

# replay target mutations file ...
replay()
{
	target=$1
	mutations=$2
	sources="$(fuzz_sources "$target") test/fuzz/replay.c"
	shift 2
	echo "# $target"
	# shellcheck disable=SC2086
	if ! build_on_core "$core" "replay_$target" "$sources" $compiler; then
		echo "not ok - the target $target builds"
	elif ! "$core/replay_$target" --mutate "$mutations" "$@"; then
		status=1
	fi
}

# shellcheck disable=SC2086
build_on_core "$core" seeds test/fuzz/seeds.c $compiler &&
	rm -rf build/seeds && mkdir -p build/seeds/json build/seeds/packed &&
	"$core/seeds" build/seeds test/fixtures/*.txt || echo "not ok - there are seeds"

# shellcheck disable=SC2046
{
	replay parse 40 test/fixtures/*.txt $(find test/fuzz/regressions/parse -type f 2>/dev/null | sort)
	replay json 300 $(find build/seeds/json/*.txt test/fuzz/regressions/json -type f 2>/dev/null | sort)
	replay packed 100 $(find build/seeds/packed/*.txt test/fuzz/regressions/packed -type f 2>/dev/null | sort)
}
exit "$status"
