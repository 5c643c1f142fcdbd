#!/bin/sh
#
# 56-load.sh - progsoc-load
#
# test/parts/56-load.sh
test/server.sh perl test/load.pl 2>&1
