#!/bin/sh
#
# 80-format.sh - the C code is laid out as .clang-format says
#
# Another version of clang-format lays out some lines in another way.
#
# test/parts/80-format.sh
version=14

for formatter in clang-format-$version clang-format; do
	if "$formatter" --version 2>/dev/null | grep -q " version $version\."; then
		break
	fi
	formatter=
done
if [ -z "$formatter" ]; then
	echo "1..0 # SKIP clang-format $version is not installed"
	exit
fi

for file in $(test/sources.sh); do
	if "$formatter" "$file" | cmp -s - "$file"; then
		echo "ok - $file"
	else
		echo "not ok - $file: see make format"
	fi
done
