# test.mk - what newcomers and developers call, beyond building
#
# None of this needs PostgreSQL to be there: setup.sh sees to it.
#
# test/test.mk

# Whoever includes this first still makes all.
all:

DESK_GOALS = demo check check-life check-machines valgrind coverage accuracy fuzz bench format dist

demo:
	@test/setup.sh
	@test/build.sh gcc
	@test/server.sh psql -X -q -v ON_ERROR_STOP=1 -f test/demo.sql

check:
	@test/check.sh

accuracy:
	@test/setup.sh
	@test/build.sh gcc
	@test/accuracy.sh

# What takes longer than make check may.
check-life:
	@test/life.sh

# The core on other machines, the SQL tests under Valgrind, what the tests reach.
check-machines:
	@test/machines.sh

valgrind:
	@test/valgrind.sh

coverage:
	@test/coverage.sh

# Seconds for each target.
FUZZ_TIME = 60
fuzz:
	@test/setup.sh
	@test/fuzz/fuzz.sh $(FUZZ_TIME) $(FUZZ_TARGETS)

bench:
	@test/bench/bench.sh

format:
	@test/format.sh

# The version is META.json's; what is committed is packed.
dist: version = $(shell sed -n 's/^\t"version": "\(.*\)",/\1/p' META.json)
dist:
	mkdir -p build
	git archive --format=zip --prefix=progsoc-$(version)/ -o build/progsoc-$(version).zip HEAD

.PHONY: $(DESK_GOALS)
