#!/bin/sh
#
# 70-life.sh - what a database does with reports, in clusters of its own
#
# make check-life does more of it.
#
# test/parts/70-life.sh
test/tap.sh 010_dump.pl 020_replication.pl 030_objects.pl 040_install.pl 050_limits.pl 070_statements.pl
