#!/bin/sh
#
# 60-examples.sh - the examples of the documents print what they say
#
# test/parts/60-examples.sh
test/server.sh perl test/examples.pl README.md README.es.md doc/progsoc.md doc/audit.md doc/tutorial.md doc/tutorial.es.md doc/loading.md doc/scaling.md doc/clients.md
