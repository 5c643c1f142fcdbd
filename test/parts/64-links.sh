#!/bin/sh
#
# 64-links.sh - the documents' links lead somewhere
#
# test/parts/64-links.sh
perl test/links.pl ./*.md doc/*.md
