# sources.sh - what a fuzz target is built from, beside the core; to be sourced
#
# test/fuzz/sources.sh

# fuzz_sources target
fuzz_sources()
{
	echo "test/fuzz/fuzz_$1.c test/fuzz/exercise.c"
	case $1 in
		parse) echo test/fuzz/mutate_text.c ;;
		json) echo test/fuzz/mutate_json.c ;;
	esac
}
