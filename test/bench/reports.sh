#!/bin/sh
#
# reports.sh - the reports that bench.sql measures with, as CSV: layout,"text"
#
# The two layouts in which reports mostly come: example reports, and random ones
# of about 17 KB, which generate prints.
#
# test/bench/reports.sh
set -eu
cd "$(dirname "$0")/../.."

SEEDS=240 # of which about one in four gives a report of that size
SMALLEST=15500
LARGEST=18500

# put layout < text
put()
{
	printf '%s,"' "$1"
	sed 's/"/""/g'
	printf '"\n'
}

for name in riego-comunitario-2014 huertos-escolares-2021 cuidado-en-red-2024; do
	put tabs <"test/fixtures/$name.txt"
done
for name in caleta-segura-2019 huertos-escolares-2022; do
	put lines <"test/fixtures/$name.txt"
done

text=build/bench/report.txt
for layout in tabs:tsv lines:raw; do
	seed=0
	while [ $seed -lt $SEEDS ]; do
		seed=$((seed + 1))
		build/bench/generate --layout "${layout#*:}" --seed $seed >$text
		size=$(wc -c <$text)
		if [ "$size" -ge $SMALLEST ] && [ "$size" -le $LARGEST ]; then
			put "${layout%:*}" <$text
		fi
	done
done
