#!/bin/sh
#
# tap.sh script.pl ... - run TAP scripts with PostgreSQL's own test modules
#
# The scripts start clusters of their own, as many as they need, which can load
# the progsoc that build.sh built with gcc.  As root, they run as the user
# postgres, for a server refuses to be root's.  They find the tree's test folder,
# as it is now, in TEST_FOLDER, and the extension's scripts, if these are theirs to
# change, in EXTENSION_FOLDER.
#
# test/tap.sh
set -eu
cd "$(dirname "$0")/.."
. test/postgres.sh
. test/install.sh

pgxs=$(dirname "$("$PG_CONFIG" --pgxs)")/../..
if [ ! -f "$pgxs/src/test/perl/PostgreSQL/Test/Cluster.pm" ]; then
	echo '1..0 # SKIP this PostgreSQL comes without its test modules'
	exit
fi

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
trap 'exit 1' HUP INT TERM
umask 022
mkdir "$root/installed" "$root/run"
install_progsoc "$root/installed"
cp -R test "$root/test"

scripts=''
touch "$root/settings"
if [ -n "$extension_destdir" ]; then
	printf "extension_destdir = '%s'\ndynamic_library_path = '%s'\n" \
		"$extension_destdir" "$dynamic_library_path" >"$root/settings"
	scripts=$root/installed/usr/share/postgresql/$PG_MAJOR/extension
fi

become=''
chmod 755 "$root"
if [ "$(id -u)" -eq 0 ]; then
	become='setpriv --reuid=postgres --regid=postgres --init-groups --'
	chown -R postgres "$root/run" "$root/installed"
fi

status=0
cd "$root/run"
for script; do
	echo "# $(basename "$script")"
	# shellcheck disable=SC2086
	env -u LC_ALL LANG=C.UTF-8 HOME="$root/run" PATH="$PG_BIN:$PATH" \
		PERL5LIB="$pgxs/src/test/perl:$root/test/t" PG_REGRESS="$pgxs/src/test/regress/pg_regress" \
		TESTDIR="$root/run" TEMP_CONFIG="$root/settings" TEST_FOLDER="$root/test" \
		EXTENSION_FOLDER="$scripts" \
		$become perl "$root/test/t/$(basename "$script")" || status=1
done
exit "$status"
