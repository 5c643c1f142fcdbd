# Makefile - builds, installs and tests progsoc with PGXS
#
#	make PG_CONFIG=...		build for the server of that pg_config
#	make install			install it there
#	make installcheck		run the pg_regress scripts in a running server
#	make demo, make check	see test/test.mk: these need nothing to be there
#
# Makefile

all:

# These goals are test/test.mk's, and need nothing to be there, not even PGXS.
DESK_GOALS = demo check check-life check-machines valgrind coverage accuracy fuzz bench format dist

ifneq ($(filter $(DESK_GOALS),$(MAKECMDGOALS)),)

-include test/test.mk

else

PG_CONFIG ?= pg_config
PKG_CONFIG ?= pkg-config
PGXS := $(shell $(PG_CONFIG) --pgxs)

# Where the sources are: in the folder that VPATH names, or where this file is.
SOURCE := $(or $(VPATH),$(patsubst %/,%,$(dir $(firstword $(MAKEFILE_LIST)))))

MODULE_big = progsoc
EXTENSION = progsoc
OBJS = $(patsubst $(SOURCE)/%.c,%.o,$(wildcard $(SOURCE)/src/*.c $(SOURCE)/src/core/*.c))
SCRIPTS = bin/progsoc-load
DATA = $(patsubst $(SOURCE)/%,%,$(wildcard $(SOURCE)/sql/progsoc--*.sql))
REGRESS = $(sort $(basename $(notdir \
	$(filter-out $(SOURCE)/sql/progsoc--%,$(wildcard $(SOURCE)/sql/*.sql)))))
REGRESS_OPTS = --inputdir=$(SOURCE) --load-extension=progsoc --encoding=UTF8 --no-locale

version = $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" $(SOURCE)/progsoc.control)
libraries = icu-uc jansson

# The server's headers are a system's: their warnings are not ours.
PG_CPPFLAGS = -isystem $(shell $(PG_CONFIG) --includedir-server) -I$(SOURCE)/src \
	-DPROGSOC_VERSION='"$(version)"' $(shell $(PKG_CONFIG) --cflags $(libraries))
PG_CFLAGS = -std=gnu11 -Wall -Wextra -fvisibility=hidden
SHLIB_LINK = $(shell $(PKG_CONFIG) --libs $(libraries))

# Functions for JIT to inline are not worth a second compiler.
override with_llvm = no

include $(PGXS)

# PGXS looks for a script to remove in a folder like the one that it comes from.
uninstall: uninstall-loader
uninstall-loader:
	rm -f '$(DESTDIR)$(bindir)/progsoc-load'
.PHONY: uninstall-loader

# Headers are few, so that each object depends on all of them.
$(OBJS): $(wildcard $(SOURCE)/src/*.h $(SOURCE)/src/core/*.h) | $(CURDIR)/src/core
$(CURDIR)/src/core:
	mkdir -p $@

endif
