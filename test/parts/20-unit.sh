#!/bin/sh
#
# 20-unit.sh - the core's unit tests, without a server, under sanitizers
#
# Each test/unit/test_*.c is a program that prints TAP.
#
# test/parts/20-unit.sh
. test/core.sh

folder=build/unit
compiler='clang -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all'

# shellcheck disable=SC2086
build_core "$folder" $compiler || echo "not ok - the core builds"

# A program whose tests fail ends with 1.
export ASAN_OPTIONS=exitcode=99 UBSAN_OPTIONS=exitcode=99:print_stacktrace=1

for source in test/unit/test_*.c; do
	program=$(basename "$source" .c)
	echo "# $program"
	# shellcheck disable=SC2086
	if ! build_on_core "$folder" "$program" "$source" $compiler; then
		echo "not ok - $program builds"
		continue
	fi
	"$folder/$program"
	status=$?
	if [ "$status" -gt 1 ]; then
		echo "not ok - $program ended with status $status"
	fi
done
