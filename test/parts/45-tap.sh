#!/bin/sh
#
# 45-tap.sh - the Perl scripts of test/t, which start clusters of their own
#
# test/parts/45-tap.sh
test/tap.sh test/t/*.pl
