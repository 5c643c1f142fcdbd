#!/bin/sh
#
# 62-clients.sh - ordinary client libraries get reports and rows, as text and binary
#
# Debian's Python has the libraries, whatever other Python there is.  JDBC is tried
# where Java and Debian's driver are there; setup.sh does not install these.
#
# test/parts/62-clients.sh
jdbc=/usr/share/java/postgresql.jar
java='echo "ok - JDBC # SKIP no Java, or no driver"'
if [ -f "$jdbc" ] && command -v java >/dev/null; then
	java="java -cp $jdbc test/Clients.java"
fi
test/server.sh sh -c "/usr/bin/python3 -W ignore test/clients.py && $java" ||
	echo "not ok - the clients came to their end"
