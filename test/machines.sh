#!/bin/sh
#
# machines.sh [architecture ...] - the core's unit tests on other machines
#
# Big-endian and of 64 bits (s390x), little-endian and of 32 bits (i386), as QEMU
# shows them to a program.  The values stored by each version of the format are
# among the tests.  The libraries are Debian's for that architecture; they go to
# a folder of ours below build, so nothing of this system is changed.
#
# test/machines.sh
set -eu
cd "$(dirname "$0")/.."
. test/core.sh

[ $# -gt 0 ] || set -- s390x i386

# fetch architecture folder - downloads the libraries, and all that they need, with apt's own resolver
fetch()
{
	apt=$PWD/$2/apt
	mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$2/root"
	: >"$apt/status"
	set -- "$1" "$2" -q -o APT::Architecture="$1" -o APT::Architectures="$1" \
		-o Dir::State="$apt" -o Dir::State::lists="$apt/lists" -o Dir::State::status="$apt/status" \
		-o Dir::Cache="$apt/cache" -o APT::Install-Recommends=false -o APT::Sandbox::User=root
	folder=$2
	shift 2
	apt-get "$@" update || echo "machines.sh: apt-get update failed; going on with the packages known" >&2
	apt-get "$@" -y --download-only install libicu-dev libjansson-dev libgcc-12-dev
	for package in "$apt"/cache/archives/*.deb; do
		dpkg -x "$package" "$folder/root"
	done
}

# test_on architecture - runs each unit test there
test_on()
{
	architecture=$1
	machine=build/machines/$architecture # build_core has a folder of its own
	case $architecture in
		i386) target=i686-linux-gnu ;;
		*) target=$architecture-linux-gnu ;;
	esac
	[ -f "$machine/fetched" ] || {
		fetch "$architecture" "$machine" >"$machine.log" 2>&1 && touch "$machine/fetched"
	} || {
		cat "$machine.log" >&2
		return 1
	}
	set -- clang --target="$target" --sysroot="$PWD/$machine/root" -O1
	build_core "$machine/core" "$@"
	for source in test/unit/test_*.c; do
		program=$(basename "$source" .c)
		[ "$program" != test_memory ] || continue
		build_on_core "$machine/core" "$program" "$source" "$@"
		echo "# $architecture: $program"
		"qemu-$architecture" -L "$machine/root" "$machine/core/$program" || failed=1
	done
}

missing=''
for architecture; do
	command -v "qemu-$architecture" >/dev/null || missing="$missing qemu-user"
	[ "$architecture" = i386 ] || command -v "$architecture-linux-gnu-ld" >/dev/null ||
		missing="$missing binutils-$architecture-linux-gnu"
done
if [ -n "$missing" ]; then
	echo "progsoc: please install what these Debian packages hold:$missing" >&2
	exit 1
fi
failed=0
mkdir -p build/machines
for architecture; do
	test_on "$architecture"
done
exit "$failed"
