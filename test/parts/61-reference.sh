#!/bin/sh
#
# 61-reference.sh - the reference has an entry for each object of the extension, and each check of the audit is told
#
# test/parts/61-reference.sh
test/server.sh perl test/reference.pl doc/progsoc.md doc/audit.md
