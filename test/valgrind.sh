#!/bin/sh
#
# valgrind.sh - the pg_regress scripts in a server that runs under Valgrind
#
# No process of the server may use memory wrongly, or lose any.  valgrind.supp lists
# what the server itself does.  What palloc gives out is not watched piece by piece:
# that takes a server that was built for it, and the sanitizers do it for the core.
#
# test/valgrind.sh
set -eu
cd "$(dirname "$0")/.."
test/setup.sh
command -v valgrind >/dev/null || { echo '1..0 # SKIP valgrind is not installed'; exit; }
test/build.sh gcc
. test/postgres.sh
. test/install.sh

root=$(mktemp -d)
become=''
umask 022
chmod 755 "$root"
mkdir "$root/installed" "$root/run" "$root/log" "$root/regress"
install_progsoc "$root/installed"
cp test/valgrind.supp "$root"
cp -R build/gcc/sql build/gcc/expected build/gcc/test "$root/regress"
if [ "$(id -u)" -eq 0 ]; then
	become='setpriv --reuid=postgres --regid=postgres --init-groups --'
	chown -R postgres "$root"
fi

stop()
{
	[ -z "${server:-}" ] || kill -INT "$server" 2>/dev/null || true
	[ -z "${server:-}" ] || wait "$server" || true
	server=''
}
trap 'stop; rm -rf "$root"' EXIT
trap 'exit 1' HUP INT TERM

cd "$root/run"
$become env LANG=C.UTF-8 "$PG_BIN/initdb" -D "$root/data" -A trust -N -E UTF8 >"$root/log/initdb"
{
	echo "unix_socket_directories = '$root/run'"
	echo "listen_addresses = ''"
	echo "autovacuum = off"
	echo "jit = off"
	[ -z "$extension_destdir" ] ||
		printf "extension_destdir = '%s'\ndynamic_library_path = '%s'\n" \
			"$extension_destdir" "$dynamic_library_path"
} >>"$root/data/postgresql.conf"

$become valgrind --quiet --trace-children=yes --num-callers=40 --error-limit=no \
	--leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
	--suppressions="$root/valgrind.supp" --gen-suppressions=all --log-file="$root/log/%p.valgrind" \
	"$PG_BIN/postgres" -D "$root/data" >"$root/log/server" 2>&1 &
server=$!
for try in $(seq 100); do
	"$PG_BIN/pg_isready" -q -h "$root/run" && break
	sleep 1
done
[ "$try" -lt 100 ] || { cat "$root/log/server"; exit 1; }

status=0
scripts=$(find "$root/regress/sql" -name '*.sql' ! -name 'progsoc--*' -exec basename {} .sql \; | sort)
# shellcheck disable=SC2086
$become "$(dirname "$("$PG_CONFIG" --pgxs)")/../test/regress/pg_regress" --host="$root/run" \
	--bindir="$PG_BIN" --inputdir="$root/regress" --outputdir="$root/run" --user=postgres \
	--load-extension=progsoc $scripts >"$root/log/regress" 2>&1 &&
	echo 'ok - the pg_regress scripts print what they should under Valgrind' || {
	status=1
	sed 's/^/# /' "$root/log/regress"
	[ ! -f "$root/run/regression.diffs" ] || head -n 200 "$root/run/regression.diffs" | sed 's/^/# /'
	echo 'not ok - the pg_regress scripts print what they should under Valgrind'
}
stop

if cat "$root"/log/*.valgrind | grep -q '^==[0-9]*== [A-Z]'; then
	status=1
	cat "$root"/log/*.valgrind | sed 's/^/# /'
	echo 'not ok - no process of the server uses memory wrongly, or loses any'
else
	echo "ok - none of $(ls "$root"/log/*.valgrind | wc -l) processes of the server uses memory wrongly, or loses any"
fi
exit "$status"
