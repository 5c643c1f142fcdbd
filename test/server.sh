#!/bin/sh
#
# server.sh command [argument ...] - run a command beside a throw-away server
#
# The server can load the progsoc that build.sh built with gcc.  The command finds
# it through PGHOST, PGPORT, PGUSER and PGPASSWORD, and the server goes when the
# command ends.  No other cluster is touched, and where the server can load
# extensions from a folder of ours, as Debian's can, nothing is installed either.
#
# test/server.sh
set -eu
cd "$(dirname "$0")/.."
. test/postgres.sh
. test/install.sh

# Settings of the caller's own cluster do not matter here.
for variable in $(env | sed -n 's/^\(PG[A-Z]*\)=.*/\1/p'); do
	unset "$variable"
done
unset MAKEFLAGS MAKELEVEL MFLAGS

# The server's user may not be able to read the tree, so this folder lies outside of it.
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
trap 'exit 1' HUP INT TERM
umask 022
chmod 755 "$root"

# pg_virtualenv shows the server's log when the command fails, so it must not see that.
set -- -t -v "$PG_MAJOR" -c '--locale C.UTF-8 --encoding UTF8' \
	sh -c '"$@"; echo $? >"$0"' "$root/status" "$@"

install_progsoc "$root"
if [ -n "$extension_destdir" ]; then
	set -- -o "extension_destdir=$extension_destdir" \
		-o "dynamic_library_path=$dynamic_library_path" "$@"
fi

# A port that is free when it is chosen may not be so a moment later, when several tests run.
tries=3
until pg_virtualenv "$@" || [ -f "$root/status" ] || [ "$tries" -eq 1 ]; do
	tries=$((tries - 1))
	sleep 2
done
exit "$(cat "$root/status" 2>/dev/null || echo 1)"
