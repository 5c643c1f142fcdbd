#!/bin/sh
#
# setup.sh - see to it that all is there that building and testing needs
#
# On Debian and its relatives, missing packages are installed with apt-get; on
# another system they are named.  Without anything missing, nothing happens.
# PG_CONFIG chooses the PostgreSQL server; see postgres.sh.
#
# test/setup.sh
set -eu
cd "$(dirname "$0")/.."

has()
{
	command -v "$1" >/dev/null 2>&1
}

stop()
{
	printf 'progsoc: %s\n' "$@" >&2
	exit 1
}

as_root()
{
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	elif [ -t 0 ]; then
		sudo "$@"
	else
		sudo -n "$@"
	fi
}

compiles()
{
	echo '#include <stdio.h>
	int main(void) { return puts("") == EOF; }' | "$@" -x c -o /dev/null - >/dev/null 2>&1
}

# The package with the sanitizers' run-time library has had several names.
clang_runtime()
{
	version=$(apt-cache depends clang 2>/dev/null | sed -n 's/.*Depends: clang-\([0-9]*\)$/\1/p')
	for package in "libclang-rt-$version-dev" "libclang-common-$version-dev"; do
		if apt-cache show "$package" >/dev/null 2>&1; then
			echo "$package"
			return
		fi
	done
	echo libclang-rt-dev
}

# The system's own Python has the packages' modules; another one may come first in PATH.
has_python_module()
{
	/usr/bin/python3 -c "import $1" 2>/dev/null
}

# The packages, by their names in Debian, that hold what is missing.
missing()
{
	has make || echo make
	has gcc || echo gcc
	compiles cc || compiles gcc || echo libc6-dev
	has clang || echo clang
	compiles clang -fsanitize=address,undefined || clang_runtime
	has pkg-config || echo pkg-config
	pkg-config --exists jansson 2>/dev/null || echo libjansson-dev
	pkg-config --exists icu-uc icu-i18n 2>/dev/null || echo libicu-dev
	has pg_virtualenv || echo postgresql-common
	has pdftotext || echo poppler-utils
	perl -MIPC::Run -MTest::More -e 1 2>/dev/null || echo libipc-run-perl
	has_python_module jsonschema || echo python3-jsonschema
	has_python_module psycopg || echo python3-psycopg
	has_python_module psycopg2 || echo python3-psycopg2
	[ -x "$PG_BIN/postgres" ] || echo "postgresql${PG_MAJOR:+-$PG_MAJOR}"
	[ -f "/usr/include/postgresql/$PG_MAJOR/server/postgres.h" ] ||
		echo "postgresql-server-dev-${PG_MAJOR:-all}"
}

# Installing a server makes and starts a cluster, unless this file says not to.
no_cluster=/etc/postgresql-common/createcluster.d/progsoc.conf

install_packages()
{
	echo "progsoc: installing $*"
	as_root sh -c "mkdir -p ${no_cluster%/*} && echo create_main_cluster=false >$no_cluster"
	trap 'as_root rm -f $no_cluster' EXIT
	trap 'exit 1' HUP INT TERM
	as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 \
		apt-get -y -q -o DPkg::Lock::Timeout=300 install --no-install-recommends --no-upgrade "$@"
}

. test/postgres.sh
[ -n "$PG_MAJOR" ] || [ -z "${PG_CONFIG:-}" ] ||
	stop "$PG_CONFIG belongs to no server in /usr/lib/postgresql, which pg_virtualenv needs"
packages=$(missing | xargs)
[ -n "$packages" ] || exit 0

has apt-get ||
	stop "this system has no apt-get; please install what these Debian packages hold:" "$packages"
[ "$(id -u)" -eq 0 ] || has sudo ||
	stop 'there is no sudo here; as root, please run:' \
		"apt-get update && apt-get install --no-install-recommends $packages"
as_root apt-get -q update ||
	echo "progsoc: apt-get update failed; going on with the packages known" >&2
. test/postgres.sh
[ -n "$PG_MAJOR" ] || stop "found no PostgreSQL server, and no package of one"
# shellcheck disable=SC2046
install_packages $(missing)

packages=$(missing | xargs)
[ -z "$packages" ] || stop "still missing: $packages"
