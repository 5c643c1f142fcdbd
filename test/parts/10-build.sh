#!/bin/sh
#
# 10-build.sh - gcc and clang build everything without a warning
#
# test/parts/10-build.sh
warnings='-Wall -Wextra -Werror'

# What PostgreSQL's own compiler knew, clang may not: its options, and an attribute.
foreign='-Wno-unknown-warning-option -Wno-ignored-optimization-argument -Wno-ignored-attributes'

# build compiler options
build()
{
	if test/build.sh "$1" COPT="$2"; then
		echo "ok - $1 builds without a warning"
	else
		echo "not ok - $1 builds without a warning"
	fi
}

build gcc "$warnings"
build clang "$warnings $foreign"
