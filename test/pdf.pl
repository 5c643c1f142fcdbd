#!/usr/bin/perl
#
# pdf.pl text - print a text as a PDF, in letters of one width
#
# The tutorial begins with PDFs, and the example reports are texts.
#
# test/pdf.pl
use strict;
use warnings;
use Encode qw(decode encode);

my ($size, $leading, $margin) = (8, 10, 40);
my $letter = 0.6 * $size;    # Courier's width

my @objects;

# Adds an object of the PDF and gives its reference.
sub object
{
	push @objects, shift;
	return @objects . ' 0 R';
}

sub page
{
	my ($parent, $font, $text) = @_;
	my @lines = split /\n/, $text;
	my ($longest) = sort { $b <=> $a } map { length } @lines, '';
	my $width   = 2 * $margin + $letter * $longest;
	my $height  = 2 * $margin + $leading * @lines;
	my $top     = $height - $margin;
	my $content = "BT /F $size Tf $leading TL $margin $top Td\n";
	$content .= '(' . encode('cp1252', $_) =~ s/([\\()])/\\$1/gr . ") Tj T*\n" for @lines;
	$content .= 'ET';
	my $stream = object('<< /Length ' . length($content) . " >>\nstream\n$content\nendstream");
	return object("<< /Type /Page /Parent $parent /MediaBox [0 0 $width $height] "
		  . "/Resources << /Font << /F $font >> >> /Contents $stream >>");
}

open my $in, '<:raw', $ARGV[0] or die "$ARGV[0]: $!\n";
my $text = do { local $/; decode('UTF-8', <$in>) };

my $pages   = object('');
my $catalog = object("<< /Type /Catalog /Pages $pages >>");
my $font    = object('<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>');
my @kids    = map { page($pages, $font, $_) } split /\f/, $text;
$objects[0] = '<< /Type /Pages /Count ' . @kids . " /Kids [@kids] >>";

my $pdf = "%PDF-1.4\n";
my @places;
for my $number (1 .. @objects)
{
	push @places, length $pdf;
	$pdf .= "$number 0 obj\n$objects[$number - 1]\nendobj\n";
}
my $table = length $pdf;
my $count = 1 + @objects;
$pdf .= "xref\n0 $count\n0000000000 65535 f \n";
$pdf .= sprintf "%010d 00000 n \n", $_ for @places;
$pdf .= "trailer\n<< /Size $count /Root $catalog >>\nstartxref\n$table\n%%EOF\n";

binmode STDOUT;
print $pdf;
