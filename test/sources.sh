#!/bin/sh
#
# sources.sh - names the C files that clang-format lays out
#
# form_data.h, a table of one line per entry, lays itself out.
#
# test/sources.sh
find src test -name '*.[ch]' ! -name form_data.h | sort
