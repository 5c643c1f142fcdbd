#!/bin/sh
#
# 15-versions.sh - what src/compat.h has for PostgreSQL versions other than the one at hand compiles
#
# With the headers at hand, and stand-ins for what newer ones declare.
#
# test/parts/15-versions.sh
. test/postgres.sh

# compile version - all files of the shell, as for that version
compile()
{
	for source in src/*.c; do
		# shellcheck disable=SC2046
		gcc -std=gnu11 -fsyntax-only -Wall -Wextra -Werror -DPROGSOC_PG_VERSION="$1" -DPROGSOC_VERSION='"test"' \
			-Itest/compat -Isrc -isystem "$("$PG_CONFIG" --includedir-server)" \
			$(pkg-config --cflags icu-uc jansson) "$source" || return 1
	done
}

major=${PG_MAJOR:-15}
for version in 14 15 16 17 18; do
	if [ "$version" -lt "$major" ] && [ "$major" -ge 16 ] && [ "$version" -lt 16 ]; then
		echo "ok - as for PostgreSQL $version # SKIP the headers at hand declare what 16 does"
	elif compile "${version}0000"; then
		echo "ok - as for PostgreSQL $version"
	else
		echo "not ok - as for PostgreSQL $version"
	fi
done
