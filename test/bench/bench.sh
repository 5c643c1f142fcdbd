#!/bin/sh
#
# bench.sh - what progsoc costs, beside what else PostgreSQL does with the same rows
#
# Sets up its own throw-away server and makes its data from the example reports
# and from random ones.  Times are compared, never judged: nothing here fails
# because something is slow.
#
# test/bench/bench.sh
set -eu
cd "$(dirname "$0")/../.."

test/setup.sh
test/build.sh gcc
. test/core.sh

folder=build/bench
tools=$(find test/generate -name '*.c' ! -name generate.c ! -name property.c ! -name selftest.c)
build_core $folder gcc -O2
build_on_core $folder generate "test/generate/generate.c $tools" gcc -O2
build_on_core $folder stages 'test/bench/stages.c test/generate/buffer.c' gcc -O2
build_on_core $folder growth 'test/bench/growth.c test/generate/buffer.c' gcc -O2

if command -v valgrind >/dev/null; then
	test/bench/stages.sh
else
	echo 'Instructions are not counted: valgrind is not there (apt-get install valgrind).'
fi
echo

fixtures=test/fixtures
$folder/growth $fixtures/huertos-escolares-2021.txt $fixtures/huertos-escolares-2022.txt \
	$fixtures/biblioteca-viajera-2023.txt $fixtures/oficios-vivos-2020.txt | tee $folder/growth.out

found()
{
	sed -n "s/^$1 //p" $folder/growth.out
}
test/server.sh psql -X -q -v time="$(found time)" -v middle="$(found middle)" \
	-v memory="$(found memory)" -v grown="$(found grown)" -f test/bench/bench.sql
