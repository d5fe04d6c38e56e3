# Every target that is meant for people says what it does after two number signs: see `make help`.
.DEFAULT_GOAL := help
.PHONY: help site test audit audit-search lint mutants fuzz fuzz-readers bench bench-calendars bench-imports bench-languages bench-proposals bench-peers clean libraries dist dist-check

# A release build carries Swift's runtime, so that the program also runs where Swift is not installed.
RELEASE := -c release --static-swift-stdlib --product hubwright
SOURCES := Sources Tests Plugins Package.swift

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /:/' | awk -F: '{ printf "make %-16s %s\n", $$1, $$2 }'

site: libraries ## Build the program and, with it, the hub in site-content into public
	@swift build $(RELEASE)
	@"$$(swift build $(RELEASE) --show-bin-path)/hubwright" build .
	@echo "The hub is built: open public/index.html"

test: libraries ## Run the tests
	@swift test

audit: ## Try the site in public with a browser, a web server and the readers of its formats
	@Tests/acceptance/run public

audit-search: ## Try the search of the site in public with Firefox and WebKit, too
	@Tests/acceptance/run public search-elsewhere

lint: ## Check the formatting and the style of the sources
	@swift format lint --strict -r $(SOURCES)

mutants: libraries ## Break the sources in 120 small ways, and find what no test notices; takes an hour or more
	@Tests/mutants/mutants.py

# SEED is the first seed; BUILDS or MINUTES says how many follow; KEEP keeps hubs with faults in a folder; SHRINK makes the hub of a seed small.
SEED ?= 1
MINUTES ?= 5
fuzz: libraries ## Build thousands of small hubs, broken in ways that seeds choose, and find what no build may do
	@swift build -c release --static-swift-stdlib --product fuzz-hubs
	@Tests/fuzz/fuzz.py "$$(swift build -c release --static-swift-stdlib --product fuzz-hubs --show-bin-path)/fuzz-hubs" --seed $(SEED) \
	  --minutes $(MINUTES) $(if $(BUILDS),--builds $(BUILDS)) $(if $(KEEP),--keep $(KEEP)) $(if $(SHRINK),--shrink $(SHRINK))

# Built apart, since every file is made to count what it ran, and with the sanitizer of addresses.
READERS := -c release --product fuzz-readers --scratch-path .build/readers/build --sanitize address
FUZZER = -Xswiftc -DFUZZER -Xswiftc -Xfrontend -Xswiftc -sanitize=fuzzer -Xcc -fsanitize=fuzzer-no-link -Xlinker -lstdc++ -Xlinker -lm \
  -Xlinker "$$(dirname "$$(dirname "$$(readlink -f "$$(command -v swift)")")")/lib/swift/clang/lib/linux/libclang_rt.fuzzer_no_main-$$(uname -m).a"
fuzz-readers: libraries ## Let libFuzzer try the readers of Markdown, fields, calendars and tables, for MINUTES each
	@swift build $(READERS) $(FUZZER)
	@Tests/fuzz/readers.py "$$(swift build $(READERS) --show-bin-path)/fuzz-readers" --minutes $(MINUTES)

dist: libraries ## Make the files of a release in dist: archive, Debian package, wheel, image, their sums and what is in them
	@Tools/dist/make_dist.py

dist-check: ## Try the files in dist on bare Debian 12 and 13, in chroots; needs root
	@Tests/release/check_release.py dist

bench: libraries ## Measure builds of hubs of 100, 1,000 and 10,000 pages
	@Benchmarks/bench

bench-calendars: libraries ## Measure what 5,000 meetings in 60 calendars cost
	@Benchmarks/bench-calendars

bench-imports: libraries ## Measure imports of 10,000 and 100,000 meetings
	@Benchmarks/bench-imports

bench-languages: libraries ## Measure the hub in one language and in all that it has
	@Benchmarks/bench-languages

bench-proposals: libraries ## Measure hubs of 100, 1,000 and 5,000 proposals, and their filters in Chromium
	@python=.audit/venv/bin/python; [ -x $$python ] || python=python3; $$python Benchmarks/bench-proposals

bench-peers: libraries ## Measure the same articles with other generators, in turns
	@Benchmarks/bench-peers

clean: ## Remove what was built, and the audit's tools
	@rm -rf .build .audit .mutants dist
	@find public -mindepth 1 ! -name .gitkeep -delete

libraries:
	@.ci/system-libraries
