# core.sh - build programs on the core, without a server; to be sourced
#
# test/core.sh

core_compile="-std=c11 -D_GNU_SOURCE -g -Wall -Wextra -Werror -Isrc -Isrc/core
	$(pkg-config --cflags jansson icu-uc icu-i18n)"
core_link="$(pkg-config --libs jansson icu-uc icu-i18n) -lm"

# build_core folder compiler [option ...] - makes folder/libcore.a
build_core()
{
	folder=$1
	shift
	rm -rf "$folder"
	mkdir -p "$folder"
	# shellcheck disable=SC2086
	printf '%s\n' src/core/*.c | xargs -P 2 -I '{}' sh -c '
		folder=$1
		source=$2
		shift 2
		"$@" -c "$source" -o "$folder/$(basename "$source" .c).o"' \
		sh "$folder" '{}' "$@" $core_compile &&
		ar rc "$folder/libcore.a" "$folder"/*.o
}

# build_on_core folder program "source ..." compiler [option ...] - makes folder/program
build_on_core()
{
	folder=$1
	program=$2
	sources=$3
	shift 3
	# shellcheck disable=SC2086
	"$@" $core_compile $sources -o "$folder/$program" "$folder/libcore.a" $core_link
}
