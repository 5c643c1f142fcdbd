#!/usr/bin/perl
#
# links.pl document ... - see that the documents' links to each other lead somewhere
#
# A link names a file of the tree, and perhaps a heading in it, by the anchor that
# GitHub and its like make: lower case, without punctuation, "-" for each space.
#
# test/links.pl
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

use Encode qw(decode_utf8);
use File::Basename qw(dirname);

my $number = 0;
my $failed = 0;

sub slurp
{
	my ($path) = @_;
	open my $in, '<', $path or die "$path: $!\n";
	local $/;
	return <$in> =~ s/^```.*?^```\n//gmsr;
}

sub anchors
{
	my %anchors;
	for my $heading (slurp($_[0]) =~ /^#+ (.*)$/mg)
	{
		my $anchor = lc($heading) =~ s/[^\w\- ]//gr =~ tr/ /-/r;
		my $times = $anchors{$anchor}++;
		$anchors{"$anchor-$times"}++ if $times;
	}
	return \%anchors;
}

for my $path (map { decode_utf8($_) } @ARGV)
{
	my @broken;
	for my $link (slurp($path) =~ /\]\(([^)\s]+)\)/g)
	{
		next if $link =~ /^\w+:/;
		my ($file, $anchor) = split /#/, $link, 2;
		my $target = $file eq '' ? $path : dirname($path) eq '.' ? $file : dirname($path) . "/$file";
		$target =~ s{[^/]+/\.\./}{}g;
		push @broken, $link unless -e $target && (!defined $anchor || anchors($target)->{$anchor});
	}
	$number++;
	$failed++ if @broken;
	print @broken ? 'not ' : '', "ok $number - the links of $path\n", map { "# $_\n" } @broken;
}
print "1..$number\n";
exit($failed > 0);
