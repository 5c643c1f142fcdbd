#!/bin/sh
#
# 80-format.sh - the C code is laid out as .clang-format says
#
# test/parts/80-format.sh
test/format.sh --check
