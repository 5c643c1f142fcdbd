# install.sh - where a throw-away server finds the progsoc that build.sh built; to be sourced
#
# install_progsoc folder
#
# Installs below the folder, which the server's user must be able to read, where
# the server can load extensions from such a place, as Debian's can; then
# extension_destdir and dynamic_library_path are what its settings must be.  Else
# installs where PG_CONFIG says, and they are empty.
#
# test/install.sh

# make_install folder [command to become root]
make_install()
{
	destination=$1
	shift
	log=$(mktemp)
	"$@" make -s -C build/gcc install PG_CONFIG="$PG_CONFIG" DESTDIR="$destination" >"$log" ||
		{ cat "$log" >&2; rm -f "$log"; return 1; }
	rm -f "$log"
}

install_progsoc()
{
	extension_destdir=''
	dynamic_library_path=''
	if grep -q extension_destdir "/usr/share/postgresql/$PG_MAJOR/postgresql.conf.sample"; then
		extension_destdir=$1
		dynamic_library_path="$1/usr/lib/postgresql/$PG_MAJOR/lib:\$libdir"
		make_install "$1"
	elif [ "$(id -u)" -eq 0 ]; then
		make_install ''
	else
		make_install '' sudo
	fi
}
