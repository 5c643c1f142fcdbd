#!/bin/sh
#
# build.sh [--apart] compiler [make argument ...] - build a copy of the tree in build/
#
# The copy is fresh each time, so that nothing of another compiler or of the
# working tree gets into it.  --apart builds in a folder of its own, "apart", instead
# of among the sources.
#
# test/build.sh
set -eu
cd "$(dirname "$0")/.."
. test/postgres.sh
unset MAKEFLAGS MAKELEVEL MFLAGS

folder=.
if [ "$1" = --apart ]; then
	folder=apart
	shift
fi
compiler=$1
copy=build/$compiler
shift

rm -rf "$copy"
mkdir -p "$copy/$folder"
tar -cf - --exclude='*.o' --exclude='*.so' --exclude='*.bc' --exclude=test.mk \
	Makefile progsoc.control META.json bin src sql expected test doc | tar -xf - -C "$copy"
makefile=$(cd "$copy" && pwd)/Makefile
make -s -j2 -C "$copy/$folder" -f "$makefile" CC="$compiler" "$@"
