# postgres.sh - which PostgreSQL to build for and to test with; to be sourced
#
# Sets PG_MAJOR, PG_BIN and PG_CONFIG: the server that PG_CONFIG belongs to where
# the caller gives one, else the newest server installed, else the distribution's
# default, which may still have to be installed.  PG_MAJOR is empty if there is
# none, or if the server given is not a packaged one, which pg_virtualenv needs.
#
# test/postgres.sh

if [ -n "${PG_CONFIG:-}" ]; then
	PG_BIN=$("$PG_CONFIG" --bindir 2>/dev/null || dirname "$PG_CONFIG")
	PG_MAJOR=$(echo "$PG_BIN" | sed -n 's|^/usr/lib/postgresql/\([0-9]*\)/bin$|\1|p')
else
	PG_MAJOR=$(find /usr/lib/postgresql/*/bin/postgres 2>/dev/null |
		sed 's|^/usr/lib/postgresql/\([0-9]*\)/.*|\1|' | sort -n | tail -n 1)
	if [ -z "$PG_MAJOR" ] && command -v apt-cache >/dev/null; then
		PG_MAJOR=$(apt-cache depends postgresql 2>/dev/null |
			sed -n 's/.*Depends: postgresql-\([0-9][0-9]*\)$/\1/p')
	fi
fi

PG_BIN=/usr/lib/postgresql/$PG_MAJOR/bin
if [ -n "$PG_MAJOR" ]; then
	export PG_CONFIG="$PG_BIN/pg_config"
fi
