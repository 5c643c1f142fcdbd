#!/bin/sh
#
# 63-figures.sh - the documents give the accuracy that doc/accuracy.md does
#
# test/parts/63-figures.sh
perl test/figures.pl README*.md
