#!/bin/sh
#
# build.sh compiler [make argument ...] - build a copy of the tree in build/
#
# The copy is fresh each time, so that nothing of another compiler or of the
# working tree gets into it.
#
# test/build.sh
set -eu
cd "$(dirname "$0")/.."
. test/postgres.sh
unset MAKEFLAGS MAKELEVEL MFLAGS

compiler=$1
copy=build/$compiler
shift

rm -rf "$copy"
mkdir -p "$copy"
tar -cf - --exclude='*.o' --exclude='*.so' --exclude='*.bc' --exclude=test.mk \
	Makefile progsoc.control META.json bin src sql expected test doc | tar -xf - -C "$copy"
make -s -j2 -C "$copy" CC="$compiler" "$@"
