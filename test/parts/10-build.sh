#!/bin/sh
#
# 10-build.sh - gcc and clang build everything without a warning
#
# clang does so apart from the sources.
#
# test/parts/10-build.sh
warnings='-Wall -Wextra -Werror'

# What PostgreSQL's own compiler knew, clang may not: its options, and an attribute.
foreign='-Wno-unknown-warning-option -Wno-ignored-optimization-argument -Wno-ignored-attributes'

# build "arguments of build.sh" options
build()
{
	# shellcheck disable=SC2086
	if test/build.sh $1 COPT="$2"; then
		echo "ok - ${1##* } builds without a warning"
	else
		echo "not ok - ${1##* } builds without a warning"
	fi
}

build gcc "$warnings"
build '--apart clang' "$warnings $foreign"
