#!/bin/sh
#
# 62-clients.sh - ordinary client libraries get reports and rows, as text and binary
#
# Debian's Python has the libraries, whatever other Python there is.
#
# test/parts/62-clients.sh
test/server.sh /usr/bin/python3 -W ignore test/clients.py || echo "not ok - the clients came to their end"
