#!/bin/sh
#
# 15-release.sh - what a release is made of fits together
#
# It installs what 10-build.sh has built.
#
# test/parts/15-release.sh
. test/postgres.sh
unset MAKEFLAGS MAKELEVEL MFLAGS
perl test/release.pl 2>&1
