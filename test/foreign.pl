#!/usr/bin/perl
#
# foreign.pl file ... - see that no file names what is not the project's own business
#
# That is: folders of somebody's machine, hosts other than those we mean to name,
# and words of the real reports of ../shared/samples, where these are there: the
# examples that we carry are invented.
#
# test/foreign.pl
use strict;
use warnings;

my $folders = qr{(?<![\w.])/(?:home|root|Users|work|mnt)/\w};
my $hosts   = qr{^(?:www\.postgresql\.org|www\.debian\.org|json-schema\.org|[\w.-]+\.cl|[\w.-]*example(?:\.\w+)?)$};
my $run     = 8;    # so many words in a row are no coincidence

my $sentence = qr{<[^>]*>|[.:;?()|\t]};
my $line     = qr{$sentence|\n};

sub slurp
{
	my ($path) = @_;
	open my $in, '<:raw', $path or die "$path: $!\n";
	local $/;
	return <$in> // '';
}

# The runs of words of the parts of a text that $break separates, as one string each.
sub runs
{
	my ($text, $break) = @_;
	my @runs;
	$text =~ s/\{year\}|\b\d{4}\b/year/g;    # a label of the form is itself in any year
	for my $part (split $break, lc $text)
	{
		my @words = split /[^\w\x80-\xff]+/, $part;
		push @runs, map { join ' ', @words[ $_ .. $_ + $run - 1 ] } 0 .. @words - $run;
	}
	return @runs;
}

# The runs that one real report has alone: what several have is the form's.
sub narrative
{
	my @reports = map { slurp($_) } glob '../shared/samples/*.txt' or return {};
	my @form    = map { slurp($_) } 'src/core/form_data.h', '../shared/form.tsv';
	my %own;
	for my $report (@reports)
	{
		my %common = map { $_ => 1 } map { runs($_, $sentence) } @form, grep { $_ ne $report } @reports;
		$own{$_} = 1 for grep { !$common{$_} } runs($report, $line);
	}
	return \%own;
}

my $narrative = narrative();
my @found;
for my $path (grep { -f && -T } @ARGV)
{
	my $text = slurp($path);
	while ($text =~ /($folders)/g)
	{
		push @found, "$path: folder $1";
	}
	while ($text =~ m{https?://([\w-]+(?:\.[\w-]+)+)}g)
	{
		push @found, "$path: host $1" if $1 !~ $hosts;
	}
	my ($copied) = grep { $narrative->{$_} } runs($text, $line);
	push @found, "$path: words of a real report: $copied" if $copied;
}

print "# $_\n" for @found;
print @found ? 'not ok' : 'ok', " - nothing foreign in ", scalar @ARGV, " files\n";
print %$narrative
  ? "ok - the real reports were compared\n"
  : "ok - the real reports were compared # SKIP ../shared/samples is not here\n";
