#!/usr/bin/perl
#
# figures.pl [--accept] document ... - see that documents give the accuracy that doc/accuracy.md does
#
# Between the lines "<!-- accuracy..." and "<!-- end -->" a document has the table of
# doc/accuracy.md in short; --accept writes it there.  A document *.es.md is Spanish.
#
# test/figures.pl
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

my $accept = @ARGV && $ARGV[0] eq '--accept' && shift;
my $number = 0;
my $failed = 0;

my %spanish = (
	'extractor'                => 'extractor',
	'cells'                    => 'celdas',
	'right %'                  => 'correctas %',
	'in doubt or missing %'    => 'en duda o faltantes %',
	'silently wrong'           => 'erróneas sin aviso',
	'tab-separated'            => 'separado por tabulaciones',
	'OCR (Tesseract)'          => 'OCR (Tesseract)',
);

sub slurp
{
	my ($path) = @_;
	open my $in, '<', $path or die "$path: $!\n";
	local $/;
	return scalar <$in>;
}

sub spew
{
	my ($path, $text) = @_;
	open my $out, '>', $path or die "$path: $!\n";
	print {$out} $text;
	close $out;
}

# The first table of doc/accuracy.md, a hash for each row
sub accuracy
{
	my ($table) = slurp('doc/accuracy.md') =~ /((?:^\|.*\n)+)/m or die "doc/accuracy.md has no table\n";
	my ($head, undef, @lines) = map { [ map { s/^\s+|\s+$//gr } (split /\|/)[ 1 .. tr/|// - 1 ] ] } split /\n/, $table;
	return map { my %row; @row{@$head} = @$_; \%row } @lines;
}

# In short: what other spellings of a text change little, and the sum of all, are left out.
sub short_table
{
	my ($language) = @_;
	my $word = sub { $language eq 'es' ? $spanish{ $_[0] } // $_[0] : $_[0] };
	my $text = join(' | ', '', map({ $word->($_) } 'extractor', 'cells', 'right %', 'in doubt or missing %', 'silently wrong'), '') =~ s/^ | $//gr;
	$text .= "\n| --- | ---: | ---: | ---: | ---: |\n";
	for my $row (accuracy())
	{
		next if $row->{extractor} =~ /^the same|^all$/;
		my $doubt = sprintf '%.2f', $row->{'missing %'} + $row->{'flagged %'};
		my @figures = map { $language eq 'es' ? tr/./,/r : $_ } $row->{cells}, $row->{'right %'}, $doubt, $row->{'silently wrong'};
		$text .= '| ' . join(' | ', $word->($row->{extractor}), @figures) . " |\n";
	}
	return $text;
}

for my $path (@ARGV)
{
	my $table = short_table($path =~ /\.es\.md$/ ? 'es' : 'en');
	my $text  = slurp($path);
	my $place = qr/(^<!-- accuracy\b[^\n]*-->\n)(.*?)(^<!-- end -->)/ms;
	my $found = $text =~ $place ? $2 : '';

	spew($path, $text =~ s/$place/$1$table$3/r) if $accept;
	next if $accept;
	$number++;
	print $found eq $table ? '' : 'not ', "ok $number - $path gives the accuracy of doc/accuracy.md\n";
	next if $found eq $table;
	print "# test/figures.pl --accept $path brings it up to date\n";
	$failed++;
}
print "1..$number\n" unless $accept;
exit($failed > 0);
