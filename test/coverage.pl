#!/usr/bin/perl
#
# coverage.pl folder lines branches count ... - sum up what gcov counted
#
# Prints a table of the files of the folder, with the lines and branches below each
# that were not reached; fails where less than so many per cent of either were.
# A line that ends with the comment "not reached" is not expected to be.  Branches
# inside the macros of other libraries are theirs.
#
# test/coverage.pl
use strict;
use warnings;

use JSON::PP;

my ($folder, $least_lines, $least_branches, @counts) = @ARGV;
my $foreign = qr/\b(?:U8_\w+|json_(?:array|object)_foreach)\(/;
my (%lines, %branches);

for my $count (@counts)
{
	open my $gcov, '-|', 'gcov', '--branch-probabilities', '--json-format', '--stdout', $count
	  or die "gcov: $!\n";
	my $report = decode_json(do { local $/; <$gcov> });
	for my $file (@{ $report->{files} })
	{
		my ($name) = $file->{file} =~ m{((?:^|(?<=/))\Q$folder\E/[^/]+\.[ch])$} or next;
		for my $line (@{ $file->{lines} })
		{
			my $number = $line->{line_number};
			my $nth    = 0;

			$lines{$name}{$number} += $line->{count};
			$branches{$name}{$number}[ $nth++ ] += $_->{count} for @{ $line->{branches} };
		}
	}
}

my %total = (lines => 0, branches => 0, missed_lines => 0, missed_branches => 0);

sub share
{
	my ($all, $missed) = @_;

	return $all == 0 ? 100 : 100 * ($all - $missed) / $all;
}

printf "%-32s %6s %7s %9s %7s\n", 'file', 'lines', '%', 'branches', '%';
for my $name (sort keys %lines)
{
	my %sum = (lines => 0, branches => 0, missed_lines => 0, missed_branches => 0);
	my @missed;

	open my $source, '<', $name or die "$name: $!\n";
	my @text = ('', <$source>);
	for my $number (sort { $a <=> $b } keys %{ $lines{$name} })
	{
		my @taken = @{ $branches{$name}{$number} // [] };

		next if $text[$number] =~ m{/\* not reached\b};
		@taken = () if $text[$number] =~ $foreign;
		my $missed = grep { $_ == 0 } @taken;
		$sum{lines}++;
		$sum{branches}        += @taken;
		$sum{missed_branches} += $missed;
		$sum{missed_lines}++ if $lines{$name}{$number} == 0;
		push @missed, sprintf "\t%5d %s%s", $number, $lines{$name}{$number} == 0 ? '#####' : "$missed/" . @taken,
		  "\t$text[$number]"
		  if $missed > 0 || $lines{$name}{$number} == 0;
	}
	printf "%-32s %6d %7.2f %9d %7.2f\n", $name, $sum{lines}, share(@sum{qw(lines missed_lines)}),
	  $sum{branches}, share(@sum{qw(branches missed_branches)});
	print @missed;
	$total{$_} += $sum{$_} for keys %total;
}
my $line_share   = share(@total{qw(lines missed_lines)});
my $branch_share = share(@total{qw(branches missed_branches)});
printf "%-32s %6d %7.2f %9d %7.2f\n", $folder, $total{lines}, $line_share, $total{branches}, $branch_share;
exit($line_share < $least_lines || $branch_share < $least_branches);
