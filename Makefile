# Patron's two commands: `make demo` and `make test`. Both install what a fresh Debian or Ubuntu machine lacks.

SHELL := /bin/bash
PROGRAM := .build/release/patron
SOURCES := Package.swift $(shell find Sources -type f -not -name '*.md')

.PHONY: demo test build lint install-libraries clean

# Builds for release, makes the store of the made-up shop once, opens the screens.
demo: $(PROGRAM)
	@PATRON_SAMPLE_DATA="$(CURDIR)/SampleData" $(PROGRAM) demo

# Everything that CI runs. Whole modules without debugging information are built in two thirds of the time on a fresh
# machine; a folder of their own leaves what `swift build` has built as it is.
CHECKS := --scratch-path .build/checks
test: install-libraries lint
	swift build $(CHECKS) --build-tests --explicit-target-dependency-import-check error \
		-debug-info-format none -Xswiftc -whole-module-optimization -Xswiftc -num-threads -Xswiftc 2
	swift test $(CHECKS) --skip-build

build: $(PROGRAM)

# Built anew only where a source is newer, so that a second start need not ask the package manager.
$(PROGRAM): $(SOURCES)
	@.ci/install-libraries
	swift build --configuration release --static-swift-stdlib --product patron
	@touch $(PROGRAM)

lint:
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

# The C libraries, as Debian's packages; says what it installs, and says so plainly where it cannot.
install-libraries:
	@.ci/install-libraries

clean:
	swift package clean
