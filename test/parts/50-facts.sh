#!/bin/sh
#
# 50-facts.sh - reports whose facts are known: our fixtures, and real ones where they are
#
# test/parts/50-facts.sh
test/server.sh psql -X -f test/facts/tap.sql
if [ ! -d ../shared/samples ]; then
	echo "ok - real reports # SKIP ../shared/samples is not there"
fi
