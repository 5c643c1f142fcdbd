#!/bin/sh
#
# fuzz.sh seconds [target ...] - hand mutated inputs to the core, under sanitizers
#
# Targets: parse, json, packed; all of them one after the other if none is named.
# FUZZ_LENGTH is the longest input, in bytes: short ones are many more a second.
# What is found lies in build/fuzz/found; a finding, made small with
#
#	build/fuzz/fuzz_TARGET -minimize_crash=1 -runs=100000 FILE
#
# and fixed, goes to test/fuzz/regressions/TARGET, which make check replays.
# Corpora stay in build/fuzz/corpus, so that the next run goes on from there.
#
# test/fuzz/fuzz.sh
set -eu
cd "$(dirname "$0")/../.."
. test/core.sh
. test/fuzz/sources.sh

seconds=$1
shift
[ $# -gt 0 ] || set -- parse json packed

fuzz=build/fuzz
sanitize='clang -O1 -fno-omit-frame-pointer -fno-sanitize-recover=all'
sanitize="$sanitize -fsanitize=address,undefined"

build()
{
	# shellcheck disable=SC2086
	{
		build_core "$fuzz/core" $sanitize,fuzzer-no-link -fno-sanitize-coverage=trace-cmp
		build_on_core "$fuzz/core" seeds test/fuzz/seeds.c $sanitize
		build_on_core "$fuzz/core" dictionary test/fuzz/dictionary.c $sanitize
		for target in parse json packed; do
			build_on_core "$fuzz/core" "../fuzz_$target" "$(fuzz_sources "$target")" $sanitize,fuzzer -fno-sanitize-coverage=trace-cmp
		done
	}
}

# Our reports, whole and in pieces, and invented ones of other extractors where they are there.
make_seeds()
{
	mkdir -p "$fuzz/seeds/parse" "$fuzz/seeds/json" "$fuzz/seeds/packed" "$fuzz/found"
	cp test/fixtures/*.txt "$fuzz/seeds/parse"
	for text in test/fixtures/*.txt; do
		split -l 40 "$text" "$fuzz/seeds/parse/$(basename "$text" .txt)-"
		# for short inputs: some lines, and the title that makes a report of them
		# shellcheck disable=SC2016
		split -l 6 --filter='{ echo Informe de Detalle de Programas Sociales; cat; } >"$FILE"' \
			"$text" "$fuzz/seeds/parse/$(basename "$text" .txt)-short-"
	done
	for text in ../shared/corpus/00[1-5]/*.txt; do
		[ ! -f "$text" ] ||
			cp "$text" "$fuzz/seeds/parse/$(basename "$(dirname "$text")")-$(basename "$text")"
	done
	"$fuzz/core/seeds" "$fuzz/seeds" test/fixtures/*.txt
	"$fuzz/core/dictionary" >"$fuzz/dictionary"
}

run()
{
	target=$1
	mkdir -p "$fuzz/corpus/$target" "test/fuzz/regressions/$target"
	ASAN_OPTIONS=malloc_context_size=1:quarantine_size_mb=16 "$fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 \
		-max_len="${FUZZ_LENGTH:-40000}" -len_control=0 -dict="$fuzz/dictionary" \
		-artifact_prefix="$fuzz/found/$target-" -print_final_stats=1 -verbosity=1 \
		"$fuzz/corpus/$target" "$fuzz/seeds/$target" "test/fuzz/regressions/$target"
}

build
make_seeds
status=0
for target; do
	echo "== $target"
	run "$target" >"$fuzz/$target.log" 2>&1 || status=1
	grep -E '^(stat::|SUMMARY|#[0-9]+.*(DONE|INITED)|.*does not hold)' "$fuzz/$target.log"
done
exit "$status"
