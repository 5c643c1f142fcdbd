#!/bin/sh
#
# stages.sh - instructions that the parser takes per byte of its input, by stage
#
# Valgrind counts them exactly, without a server; a stage is what its functions,
# and what they call, execute.  bench.sh builds build/bench/stages.
#
# test/bench/stages.sh
set -eu
cd "$(dirname "$0")/../.."

# instructions "report ..." function ... - those of some functions
instructions()
{
	reports=$1
	shift
	# shellcheck disable=SC2046,SC2086
	valgrind --tool=callgrind --callgrind-out-file=/dev/null \
		$(printf -- '--toggle-collect=%s ' "$@") build/bench/stages $reports 2>&1 |
		sed -n 's/.*Collected : //p'
}

# What stands in each stage; the account is all else of parse_report_text.
stages()
{
	reports=$1
	echo "text $(instructions "$reports" text_read)"
	echo "cleaning $(instructions "$reports" clean_text)"
	echo "outline $(instructions "$reports" outline_read)"
	echo "fields $(instructions "$reports" read_header read_scalar read_unknown)"
	# shellcheck disable=SC2046
	echo "tables $(instructions "$reports" read_observations \
		$(sed -n 's/^extern void \(read_[a-z_]*\)(Reader \*r, const Area.*/\1/p' src/core/table.h))"
	echo "parse $(instructions "$reports" parse_report_text)"
	echo "packing $(instructions "$reports" draft_pack)"
}

echo 'Instructions per byte of input'
printf '%-52s %8s' '' bytes
printf ' %8s' cleaning lines outline fields tables account packing all
echo
for layout in \
	'tab-separated:riego-comunitario-2014 huertos-escolares-2021 cuidado-en-red-2024' \
	'reading order:caleta-segura-2019 huertos-escolares-2022' \
	'columns by position:biblioteca-viajera-2023' \
	'Markdown:oficios-vivos-2020'; do
	reports=$(printf 'test/fixtures/%s.txt ' ${layout#*:})
	# shellcheck disable=SC2086
	stages "$reports" | awk -v layout="${layout%%:*}" -v bytes="$(cat $reports | wc -c)" '
		{ n[$1] = $2 / bytes }
		END {
			printf "%-52s %8d %8.1f %8.1f %8.1f %8.1f %8.1f %8.1f %8.1f %8.1f\n", layout, bytes,
				n["cleaning"], n["text"] - n["cleaning"], n["outline"], n["fields"], n["tables"],
				n["parse"] - n["text"] - n["outline"] - n["fields"] - n["tables"], n["packing"],
				n["parse"] + n["packing"]
		}'
done
