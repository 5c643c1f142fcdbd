#!/usr/bin/perl
#
# load.pl - progsoc-load on files of all kinds, PDFs of our own making among them
#
# To be run beside a server, from the root of the tree.
#
# test/load.pl
use strict;
use warnings;
use Cwd qw(abs_path);
use Digest::MD5 qw(md5_hex);
use Digest::SHA qw(sha256_hex);
use Encode qw(decode encode);
use File::Basename qw(basename);
use File::Path qw(make_path);
use File::Temp qw(tempdir);
use Test::More;

my $load     = abs_path($ENV{PROGSOC_LOAD} // 'bin/progsoc-load');
my $pdf      = abs_path('test/pdf.pl');
my @fixtures = map { abs_path($_) } sort glob 'test/fixtures/*.txt';
my $folder   = tempdir(CLEANUP => 1);

$ENV{PGDATABASE} = 'informes';
delete @ENV{qw(LANG LC_ALL LC_MESSAGES)};
chdir $folder or die "$!";
system 'createdb', 'informes';

sub slurp
{
	my ($path) = @_;
	open my $in, '<:raw', $path or die "$path: $!\n";
	local $/;
	return <$in> // '';
}

sub spew
{
	my ($path, $text) = @_;
	open my $out, '>:raw', $path or die "$path: $!\n";
	print {$out} $text;
	close $out or die "$path: $!\n";
}

sub make_pdf
{
	my ($from, $to) = @_;
	open my $printed, '-|:raw', 'perl', $pdf, $from or die "$!";
	local $/;
	spew($to, <$printed>);
}

# What it prints on standard output and standard error, and its status.
sub load
{
	my @arguments = @_;
	my $pid = fork // die "$!";
	if ($pid == 0)
	{
		open STDOUT, '>', "$folder.out" or die "$!";
		open STDERR, '>', "$folder.err" or die "$!";
		exec $load, @arguments or die "$load: $!\n";
	}
	waitpid $pid, 0;
	return slurp("$folder.out"), slurp("$folder.err"), $? >> 8;
}

END { unlink "$folder.out", "$folder.err" if defined $folder }

sub sql
{
	my ($query) = @_;
	open my $rows, '-|:raw', 'psql', '-XAtq0', '-c', $query or die "$!";
	local $/;
	return (<$rows> // '') =~ s/\0\z//r;
}

sub is_loaded
{
	my ($arguments, $out, $err, $status, $name) = @_;
	is_deeply([ load(@$arguments) ], [ $out, $err, $status ], $name);
}

# ---- Before there is anything to load ----

my ($english) = load('--help');
like($english, qr/^Usage:\n  progsoc-load /m, 'help in English');
my ($spanish) = load('--help', '--lang=es');
like($spanish, qr/^Uso:\n  progsoc-load /m, 'help in Spanish, by an option');
{
	local $ENV{LANG} = 'es_CL.UTF-8';
	is((load('-?'))[0], $spanish, 'by the locale');
	local $ENV{LC_ALL} = 'C';
	is((load('-?'))[0], $english, 'LC_ALL counts first');
}
my @options = ($english =~ /^ +((?:-.*?)) {2,}/gm);
is_deeply([ $spanish =~ /^ +((?:-.*?)) {2,}/gm ], [ map { s/NAME/NOMBRE/r =~ s/HOST/SERVIDOR/r =~ s/PORT/PUERTO/r } @options ],
	'both list the same options');
is((grep { length > 88 } map { utf8::decode(my $line = $_); $line } split /\n/, $english . $spanish), 0, 'and fit the width');

my $try = qq(Try "progsoc-load --help".\n);
is_loaded([], '', "progsoc-load: no file or folder given\n$try", 2, 'nothing to do');
is_loaded(['--tabla=x', 'a'], '', "progsoc-load: unknown option: --tabla\n$try", 2, 'an unknown option');
is_loaded(['a', '-t'], '', "progsoc-load: option -t needs a value\n$try", 2, 'an option without its value');
is_loaded(['--lang=es', '-x'], '', qq(progsoc-load: opción desconocida: -x\nPruebe "progsoc-load --help".\n), 2, 'the same in Spanish');
mkdir 'none';
is_loaded(['none'], '', "progsoc-load: no PDF or text in what was given\n", 2, 'an empty folder');
is_loaded(['a'], '', "progsoc-load: there is no table reports; option --create creates it\n", 2, 'no table');
like((load('-h', '127.0.0.1', '--port=1', 'a'))[1], qr/^psql: error: connection to server at "127.0.0.1", port 1 failed/, 'no server');

# ---- A folder of PDFs, from nothing to views ----

make_path('informes/antes de 2020');
make_pdf($_, 'informes/' . (/20(?:14|19)/ ? 'antes de 2020/' : '') . basename($_, '.txt') . '.pdf') for @fixtures;
is_loaded(['--create', '--views', 'informes'], <<'END', '', 0, 'one command makes views of a folder of PDFs');
[1/7] informes/antes de 2020/caleta-segura-2019.pdf: loaded (Caleta Segura, 2019)
[2/7] informes/antes de 2020/riego-comunitario-2014.pdf: loaded (Riego Comunitario para la Pequeña Agricultura, 2014)
[3/7] informes/biblioteca-viajera-2023.pdf: loaded (Biblioteca Viajera, 2023)
[4/7] informes/cuidado-en-red-2024.pdf: loaded (Cuidado en Red, 2024)
[5/7] informes/huertos-escolares-2021.pdf: loaded (Huertos Escolares, 2021)
[6/7] informes/huertos-escolares-2022.pdf: loaded (Programa Huertos Escolares, 2022)
[7/7] informes/oficios-vivos-2020.pdf: loaded (Oficios Vivos - Aprender con Maestras y Maestros, 2020)
loaded: 7, already loaded: 0, failed: 0
views: 18
END
for my $path (glob('informes/*.pdf'), glob('"informes/antes de 2020/*.pdf"'))
{
	is(sql("SELECT encode(sha256, 'hex'), md5(body) FROM reports WHERE file = '$path'"),
		join('|', sha256_hex(slurp($path)), md5_hex(`pdftotext -layout '$path' -`)),
		"$path: its hash and its text are kept");
}
is(sql(<<'SQL'), 'Cuidado en Red|12480|407.1', 'a view shows what a PDF says');
SELECT program_name, beneficiaries, round(cost_per_beneficiary_kclp, 1) FROM program_summary WHERE report_year = 2024
SQL

# ---- Again ----

my ($out, $err, $status) = load('informes');
is($out =~ s/^.*: already loaded\n//gmr, "loaded: 0, already loaded: 7, failed: 0\n", 'what is there is skipped');
is("$err$status", '0', 'which is no failure');
spew('informes/cuidado-en-red-2024.pdf', slurp('informes/cuidado-en-red-2024.pdf') . "%\n");
rename 'informes/huertos-escolares-2021.pdf', 'informes/otro nombre.pdf';
($out) = load('informes');
is($out =~ s/^.*: already loaded\n//gmr, <<'END', 'a changed file is not, a renamed one is');
[4/7] informes/cuidado-en-red-2024.pdf: loaded (Cuidado en Red, 2024)
loaded: 1, already loaded: 6, failed: 0
END
is_loaded([ '-qcv', 'informes' ], '', '', 0, 'quiet, and short options in one');
is(sql('SELECT count(*) FROM program_summary'), 8, 'the views go on showing the table');

# Two at once: between them each file is loaded once, and neither calls that a failure.
mkdir 'both';
spew("both/$_.txt", slurp($fixtures[0]) . "\nboth $_") for 'a' .. 'p';
my @loaders = map {
	my $number = $_;
	my $pid = fork // die "$!";
	exec "'$load' both >'$folder.$number' 2>&1" or die if $pid == 0;
	$pid;
} 1, 2;
is_deeply([ map { waitpid $_, 0; $? } @loaders ], [ 0, 0 ], 'two may run at once');
is(sql("SELECT count(*), count(DISTINCT sha256) FROM reports WHERE file LIKE 'both/%'"), '16|16', 'and load each file once');
my @loaded = map { my $out = slurp("$folder.$_"); unlink "$folder.$_"; $out =~ /^loaded: (\d+), already loaded: (\d+), failed: 0$/m } 1, 2;
is_deeply([ $loaded[0] + $loaded[2], $loaded[1] + $loaded[3] ], [ 16, 16 ], 'as they say');

# ---- Names ----

my $text = slurp($fixtures[0]);
my @names = ('two  spaces', " lead\ttab", "it's", 'so "called"', "two\nlines", "end\n", '$(touch pwned)', '`touch pwned`',
	'; touch pwned;', '*', '?[a-z]', 'back\\slash\\n', ":table :'file' :{?x}", "'; DROP TABLE reports; --", '%s%n%d', 'ñandú', '-q', '--',
	'$HOME', '\'"$IFS"\'', '{a,b}', 'a=b', '&', '<in>|out', '~', '.txt');
mkdir 'names';
spew('names/' . $names[$_] . '.txt', "$text\n$_") for 0 .. $#names;
spew("names/latin-\xE1.txt", "$text\nlatin");
($out, $err, $status) = load('names');
my $count = @names + 1;
is("$err$status", '0', 'names of all kinds are loaded');
like($out, qr/^loaded: ${\($count - 1)}, already loaded: 0, failed: 0$/m, 'all but one that is hidden');
is(join('|', sort split /\0/, sql("SELECT string_agg(file, chr(1)) FROM reports WHERE file LIKE 'names/%'") =~ s/\x01/\0/gr),
	join('|', sort map { "names/$_.txt" } 'latin-', grep { $_ ne '.txt' } @names), 'each under its name');
is_deeply([ grep { -e } 'pwned', 'names/pwned' ], [], 'no name was run');
like($out, qr{^\[\d+/\d+\] names/two\?lines\.txt: loaded \(Biblioteca Viajera, 2023\)$}m, 'a name is shown in one line');
chdir 'names' or die "$!";
($out) = load('--', '-q.txt', '--.txt', "two\nlines.txt", 'it\'s.txt');
is($out =~ tr/\n//, 5, 'such names may be given as arguments, after --');
like($out, qr/^loaded: 0, already loaded: 4, failed: 0$/m, 'and are the same files');
chdir '..';

# ---- Contents ----

my $hostile = "$text\n:'file' :table :{?x} \\q \\! touch pwned\n`touch pwned` \$(touch pwned) '; DROP TABLE reports; -- \$\$ \\\\x00 %s\n\n\n";
spew('hostile.txt', $hostile);
is_loaded(['hostile.txt'], <<'END', '', 0, 'a text is data');
[1/1] hostile.txt: loaded (Biblioteca Viajera, 2023)
loaded: 1, already loaded: 0, failed: 0
END
is(sql("SELECT md5(body || chr(10)) FROM reports WHERE file = 'hostile.txt'"), md5_hex($hostile), 'kept byte for byte');
ok(!-e 'pwned', 'nothing in it was run');

mkdir 'beside';
make_pdf($fixtures[1], 'beside/a.PDF');
spew('beside/a.txt', slurp($fixtures[2]));
spew('beside/b.TXT', "$text\nb");
spew('beside/c.doc', 'a letter');
symlink '..', 'beside/up';
symlink 'b.TXT', 'beside/link.txt';
is_loaded(['beside'], <<'END', '', 0, 'a text beside its PDF, other files and circles are left out; the same content comes once');
[1/3] beside/a.PDF: already loaded
[2/3] beside/b.TXT: loaded (Biblioteca Viajera, 2023)
[3/3] beside/link.txt: already loaded
loaded: 1, already loaded: 2, failed: 0
END
is_loaded([ '-q', 'beside/a.txt' ], '', '', 0, 'a text that is named itself is loaded');
is(sql("SELECT count(*) FROM reports WHERE file = 'beside/a.txt'"), 1, 'and there');

# ---- Failures ----

my $before = sql('SELECT count(*) FROM reports');
mkdir 'bad';
spew('bad/1-acta.txt', "Acta de la reunión del martes\n");
spew('bad/2-broken.pdf', substr slurp('informes/cuidado-en-red-2024.pdf'), 0, 3000);
spew('bad/3-letter.pdf', 'a letter');
spew('bad/4-empty.txt', '');
spew('bad/5-scan.pdf', do { spew('blank', "\n \n"); make_pdf('blank', 'blank.pdf'); slurp('blank.pdf') });
spew('bad/6-zero.txt', "$text\0");
spew('bad/7-good.txt', "$text\ngood");
symlink 'gone.pdf', 'bad/8-gone.pdf';
spew('bad/9-latin.txt', encode('cp1252', decode('UTF-8', slurp($fixtures[3]))));
($out, $err, $status) = load('bad', 'nowhere.pdf');
is($out, <<'END', 'failures do not stop the others');
[1/10] bad/1-acta.txt: failed
[2/10] bad/2-broken.pdf: failed
[3/10] bad/3-letter.pdf: failed
[4/10] bad/4-empty.txt: failed
[5/10] bad/5-scan.pdf: failed
[6/10] bad/6-zero.txt: failed
[7/10] bad/7-good.txt: loaded (Biblioteca Viajera, 2023)
[8/10] bad/8-gone.pdf: failed
[9/10] bad/9-latin.txt: failed
[10/10] nowhere.pdf: failed
loaded: 1, already loaded: 0, failed: 9
END
is($err =~ s/(pdftotext: Syntax Error).*/$1 .../gr, <<'END', 'the list at the end says why');
These files are not in the table:
  bad/1-acta.txt: text is not a report of a social programme (Neither the title "Informe de Detalle de Programas Sociales" nor 4 of the form's labels stand in it.)
  bad/2-broken.pdf: pdftotext: Syntax Error ...
  bad/3-letter.pdf: pdftotext: Syntax Error ...
  bad/4-empty.txt: there is no text in it; a scan needs OCR first
  bad/5-scan.pdf: there is no text in it; a scan needs OCR first
  bad/6-zero.txt: this is not text: it holds zero bytes
  bad/8-gone.pdf: there is no such file or folder
  bad/9-latin.txt: this is not text in the encoding UTF-8; see --encoding
  nowhere.pdf: there is no such file or folder
END
is($status, 1, 'and the status says so');
is(sql('SELECT count(*) FROM reports'), $before + 1, 'of those that failed, nothing is left');
is_loaded([ '--encoding=CP1252', '--lang', 'es', 'bad/9-latin.txt' ], <<'END', '', 0, 'a text of another encoding');
[1/1] bad/9-latin.txt: cargado (Huertos Escolares, 2021)
cargados: 1, ya estaban: 0, fallaron: 0
END
is(sql("SELECT md5(body || chr(10)) FROM reports WHERE file = 'bad/9-latin.txt'"), md5_hex(slurp($fixtures[3])), 'becomes UTF-8');
SKIP:
{
	skip 'root may read all files', 1 if $> == 0;
	chmod 0, 'bad/7-good.txt';
	like((load('bad/7-good.txt'))[1], qr/bad\/7-good.txt: the file cannot be read/, 'a file that may not be read');
	chmod 0644, 'bad/7-good.txt';
}

# ---- Tables ----

like((load('-q', '-c', '-t', 'otra."Tabla ""de"" informes"', 'bad/7-good.txt'))[1], qr/^ERROR:  schema "otra" does not exist/,
	'a schema that is not there');
sql('CREATE SCHEMA otra');
is_loaded([ '-q', '-c', '-v', '--table=otra."Tabla ""de"" informes"', 'bad/7-good.txt' ], '', '', 0, 'any table');
is(sql('SELECT count(*) FROM otra."Tabla ""de"" informes" JOIN otra.program_summary USING (id)'), 1, 'views lie beside it');
sql('CREATE TABLE plain (file text PRIMARY KEY, body text, report program_report)');
is_loaded([ '--table=plain', 'bad/7-good.txt' ], '', "progsoc-load: the table plain has no column sha256\n", 2, 'another kind of table');
like((load('--create', '--table=x; DROP TABLE reports', 'bad/7-good.txt'))[1], qr/^ERROR:  string is not a valid identifier/, 'a table that is none');
sql('ALTER TABLE plain ADD sha256 bytea, ADD CHECK (length(body) < 100)');
($out, $err) = load('--table=plain', 'hostile.txt');
like($err, qr/hostile.txt: new row for relation "plain" violates check constraint "plain_body_check" \(Failing row contains/, 'what the table says against a file');
sql('ALTER TABLE plain DROP CONSTRAINT plain_body_check');
spew('twice.txt', "$text\n1");
is_loaded([ '-q', '--table=plain', 'twice.txt' ], '', '', 0, 'a table of one\'s own');
spew('twice.txt', "$text\n2");
($out, $err) = load('--table=plain', 'twice.txt');
like($err, qr/twice.txt: duplicate key value violates unique constraint "plain_pkey" \(Key \(file\)=\(twice.txt\) already exists/,
	'a changed file is not passed over in silence where the table takes a name once');
sql('ALTER EXTENSION progsoc SET SCHEMA otra');
spew('new.txt', "$text\nnew");
is_loaded([ '-cv', 'new.txt' ], <<'END', '', 0, 'the extension may be in any schema');
[1/1] new.txt: loaded (Biblioteca Viajera, 2023)
loaded: 1, already loaded: 0, failed: 0
views: 18
END
sql('SET client_min_messages = warning; DROP EXTENSION progsoc CASCADE; CREATE TABLE later (file text, sha256 bytea, body text, report text)');
is_loaded([ '--table=later', 'new.txt' ], '', "progsoc-load: the database has no progsoc; option --create creates it\n", 2, 'no extension');

done_testing();
