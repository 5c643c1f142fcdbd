#!/bin/sh
#
# 30-property.sh - random reports say, when read, what they were made to say
#
# test/parts/30-property.sh
. test/core.sh

folder=build/property
sources=$(find test/generate -name '*.c' ! -name generate.c | sort)

build_core "$folder" gcc -O2 &&
	build_on_core "$folder" property "$sources" gcc -O2 &&
	"$folder/property" --count 2000 --seed 1
