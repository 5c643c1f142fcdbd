#!/bin/sh
#
# 60-examples.sh - the examples of the documents print what they say
#
# test/parts/60-examples.sh
test/server.sh perl test/examples.pl README.md doc/progsoc.md doc/audit.md doc/tutorial.md doc/loading.md
