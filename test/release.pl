#!/usr/bin/perl
#
# release.pl - what a release is made of fits together
#
# test/release.pl
use strict;
use warnings;
use File::Temp qw(tempdir);
use JSON::PP;
use Test::More;

sub slurp
{
	my ($path) = @_;
	open my $in, '<:raw', $path or die "$path: $!\n";
	local $/;
	return scalar <$in>;
}

# ---- META.json, as PGXN's specification 1.0.0 has it ----

my $meta    = JSON::PP->new->decode(slurp('META.json'));
my $term    = qr/^[^\s\/\\\p{Cc}]{2,}$/;
my $version = qr/^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-?[A-Za-z][\w-]*)?$/;

is_deeply([ grep { !exists $meta->{$_} } qw(name version abstract maintainer license provides meta-spec) ],
	[], 'META.json has all that it must');
my %known = map { $_ => 1 } qw(name version abstract maintainer license provides meta-spec
  description generated_by no_index prereqs release_status resources tags);
is_deeply([ grep { !$known{$_} && !/^x_/i } sort keys %$meta ], [], 'and nothing else');
like($meta->{name}, $term, 'its name is a term');
like($meta->{version}, $version, 'its version is a semantic one');
is($meta->{'meta-spec'}{version}, '1.0.0', 'it names the specification');
is($meta->{license}, 'postgresql', 'its licence is one that PGXN knows');
like($meta->{release_status}, qr/^(?:stable|testing|unstable)$/, 'so is its status');
is_deeply([ grep { length > 255 || m{[/\\\p{Cc}]} } @{ $meta->{tags} } ], [], 'its tags are tags');
for my $name (sort keys %{ $meta->{provides} })
{
	my $provided = $meta->{provides}{$name};
	like($name, $term, "it provides $name");
	like($provided->{version}, $version, 'of a semantic version');
	ok(-f $provided->{$_}, "whose $_ is there") for qw(file docfile);
}
for my $phase (sort keys %{ $meta->{prereqs} })
{
	for my $kind (sort keys %{ $meta->{prereqs}{$phase} })
	{
		my $wanted = $meta->{prereqs}{$phase}{$kind};
		is_deeply([ grep { $_ ne '0' && $_ !~ $version } values %$wanted ], [], "versions that it $kind at $phase");
	}
}

# ---- The version, wherever it stands ----

my ($default) = slurp('progsoc.control') =~ /^default_version = '(.*)'$/m;
is($meta->{provides}{progsoc}{version}, $meta->{version}, 'META.json has one version');
is($default, $meta->{version} =~ s/\.\d+$//r, "progsoc.control has its first two numbers");
ok(-f "sql/progsoc--$default.sql", 'for which there is a script');
my ($change) = slurp('CHANGELOG.md') =~ /^## (\S+?),? /m;
is($change, $meta->{version}, 'CHANGELOG.md begins with it');
my ($packaged) = slurp('debian/changelog') =~ /^progsoc \((.*?)\)/;
is($packaged, $meta->{version}, 'so does debian/changelog');

# ---- What git archive packs ----

SKIP:
{
	skip 'this is no git repository', 2 if system('git rev-parse HEAD >/dev/null 2>&1');
	my @packed = split /\n/, `git ls-tree -r --name-only HEAD`;
	my %packed = map { $_ => 1 } @packed;
	is_deeply([ grep { !$packed{$_} } qw(META.json Makefile progsoc.control README.md LICENSE CHANGELOG.md
		  CONTRIBUTING.md bin/progsoc-load debian/control.in doc/progsoc.md test/check.sh), "sql/progsoc--$default.sql" ],
		[], 'a distribution has what people look for');
	is_deeply([ grep { m{\.(?:o|so|bc)$|^(?:build|results)/} } @packed ], [], 'and nothing built');
}

# ---- What make installs, built apart from the sources, for the server of a pg_config ----

my $root = tempdir(CLEANUP => 1);
my $real = $ENV{PG_CONFIG} // 'pg_config';
open my $out, '>', "$root/pg_config" or die "$!";
print {$out} <<"END";
#!/bin/sh
case \$1 in
	--bindir) echo $root/bin ;;
	--pkglibdir) echo $root/lib ;;
	--sharedir) echo $root/share ;;
	*) $real "\$@" ;;
esac
END
close $out;
chmod 0755, "$root/pg_config";
my $log = `make -s -C build/clang/apart -f ../Makefile install CC=clang PG_CONFIG=$root/pg_config 2>&1`;
is($?, 0, 'what was built apart is installed where its pg_config says') or diag($log);
my @installed = map { s{^\Q$root\E/}{}r } split /\n/, `find $root/bin $root/lib $root/share -type f ! -name '*.bc' | sort`;
is_deeply(\@installed, [ 'bin/progsoc-load', 'lib/progsoc.so', "share/extension/progsoc--$default.sql",
		'share/extension/progsoc.control' ], 'all of it, and no more');
ok(-x "$root/bin/progsoc-load", 'the loader can be run');
system "make -s -C build/clang/apart -f ../Makefile uninstall PG_CONFIG=$root/pg_config";
is(`find $root/bin $root/lib $root/share -type f`, '', 'make uninstall takes it away again');

# ---- Scripts ----

SKIP:
{
	skip 'shellcheck is not installed', 1 if system('command -v shellcheck >/dev/null');
	is(`shellcheck bin/progsoc-load debian/tests/installcheck debian/tests/loader`, '', 'shellcheck has nothing to say');
}

done_testing();
