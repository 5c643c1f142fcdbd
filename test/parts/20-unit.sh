#!/bin/sh
#
# 20-unit.sh - the core's unit tests, without a server, under sanitizers
#
# Each test/unit/test_*.c is a program that prints TAP.
#
# test/parts/20-unit.sh
out=build/unit
rm -rf "$out"
mkdir -p "$out"

flags="-std=c11 -D_GNU_SOURCE -g -O1 -Wall -Wextra -Werror -Isrc -Isrc/core
	-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
	$(pkg-config --cflags jansson icu-uc icu-i18n)"
libraries=$(pkg-config --libs jansson icu-uc icu-i18n)

printf '%s\n' src/core/*.c |
	xargs -P 2 -I{} sh -c 'clang $0 -c "$1" -o "$2/$(basename "$1" .c).o"' "$flags" {} "$out" ||
	echo "not ok - the core builds"

status=0
for test in test/unit/test_*.c; do
	program=$out/$(basename "$test" .c)
	echo "# $test"
	if ! clang $flags "$test" "$out"/*.o -o "$program" $libraries; then
		echo "not ok - $test builds"
	elif ! "$program"; then
		status=1
	fi
done
exit "$status"
