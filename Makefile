# make demo      build the command and audit the built-in sample dossier
# make test      build everything and run all tests
# make check     format, rules and generated files, as CI does
# make bench     speed: the matcher alone, and the command beside `wc -w`; TEXTS=stories.jsonl for other texts
# make fuzz      two minutes of bad input for everything that reads a stranger's bytes
# make check-formats   every report format, with the validators of others (installs Graphviz, Chromium, Python packages)
# make embed     write the rules and the sample dossier into their generated Swift files
# make install   PREFIX=/usr/local: the command and its rules

PREFIX ?= /usr/local

# What Package.swift links, under the names of the package managers.
APT  = pkg-config nettle-dev zlib1g-dev libxml2-dev
BREW = pkg-config nettle zlib libxml2
PKGS = nettle zlib libxml-2.0

# Tests and checks share one set of flags, so that both are one build.
CHECKED = -Xswiftc -warnings-as-errors
RELEASE = -c release $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
SOURCES = Package.swift Sources Tests

.PHONY: demo test check check-formats lint bench fuzz embed install release deps

demo: release
	@.build/release/hearsay demo --exit-zero

test: deps
	swift test $(CHECKED)

check: deps lint
	swift build --build-tests $(CHECKED)
	.build/debug/hearsay rules lint --quiet --fail-on error
	.build/debug/hearsay rules test
	.build/debug/hearsay rules embed --check

lint: deps
	swift format lint --strict --parallel --recursive --configuration .swift-format $(SOURCES)

check-formats: deps
	swift build --product hearsay
	.ci/formats/run .build/debug/hearsay

bench: release
	swift build -c release --product HearsayBench $(filter --static%,$(RELEASE))
	.build/release/HearsayBench matcher $(TEXTS)
	@echo
	.build/release/HearsayBench archive
	@echo
	.build/release/HearsayBench pages
	@echo
	.build/release/HearsayBench command .build/release/hearsay

fuzz: deps
	swift build -c release --product HearsayFuzz
	.build/release/HearsayFuzz --seconds 120

embed: deps
	swift build --product hearsay
	.build/debug/hearsay rules embed

install: release
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/hearsay"
	install -m 755 .build/release/hearsay "$(DESTDIR)$(PREFIX)/bin/hearsay"
	rm -rf "$(DESTDIR)$(PREFIX)/share/hearsay/Rules"
	cp -R Rules "$(DESTDIR)$(PREFIX)/share/hearsay/Rules"

release: deps
	swift build $(RELEASE) --product hearsay

deps:
	@command -v swift >/dev/null 2>&1 || { \
	  echo "error: there is no Swift toolchain on the PATH" >&2; \
	  echo "  = help: install Swift 6.2 or later from https://www.swift.org/install" >&2; exit 2; }
	@if pkg-config --exists $(PKGS) 2>/dev/null; then exit 0; fi; \
	if command -v apt-get >/dev/null 2>&1; then \
	  if [ "$$(id -u)" = 0 ]; then as=; else as=sudo; fi; \
	  echo "installing $(APT)"; \
	  $$as apt-get update -qq && $$as apt-get install -y -qq $(APT) && exit 0; \
	  echo "error: apt-get could not install $(APT)" >&2; exit 2; \
	fi; \
	echo "error: missing libraries: $(PKGS)" >&2; \
	echo "  = help: brew install $(BREW), or the packages of your system with the same libraries" >&2; exit 2
