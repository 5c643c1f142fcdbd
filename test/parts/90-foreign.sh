#!/bin/sh
#
# 90-foreign.sh - no file names what is not the project's own business
#
# test/parts/90-foreign.sh
perl test/foreign.pl $(git ls-files 2>/dev/null || find . -type f ! -path './build/*' ! -path './.git/*')
