#!/bin/sh
#
# format.sh [--check] - lay out the C code as .clang-format says, or see that it is
#
# Another version of clang-format lays out some lines in another way.
#
# test/format.sh
cd "$(dirname "$0")/.." || exit
version=14

for formatter in clang-format-$version clang-format ''; do
	if "$formatter" --version 2>/dev/null | grep -q " version $version\."; then
		break
	fi
done

# form_data.h, a table of one line per entry, lays itself out.
sources=$(find src test -name '*.[ch]' ! -name form_data.h | sort)

if [ "${1:-}" != --check ]; then
	if [ -z "$formatter" ]; then
		echo "progsoc: clang-format $version is not installed" >&2
		exit 1
	fi
	echo "$sources" | xargs "$formatter" -i
	exit
fi

if [ -z "$formatter" ]; then
	echo "1..0 # SKIP clang-format $version is not installed"
	exit
fi
for source in $sources; do
	if "$formatter" "$source" | cmp -s - "$source"; then
		echo "ok - $source"
	else
		echo "not ok - $source: see make format"
	fi
done
