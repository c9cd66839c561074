# 保学: make run · make test. `make help` lists the rest.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PORT ?= 8080
HOST ?= 127.0.0.1
# The path the page will stand under on its host, as / or /baoxue/.
PUBLIC_URL ?= /

.PHONY: everyone crash fuzz measure papers help run test setup setup-test setup-browsers build serve test-native test-browser test-e2e test-browsers lint bench bench-peers lighthouse size screenshots icons clean

help: ## this list
	@awk -F':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

run: setup build serve ## set up what is missing, build the release page, serve it and print the address

test: setup-test ## set up what is missing and run every test there is
	@scripts/setup.sh browsers || echo "· Firefox and WebKit cannot be had here: Chromium alone is tested"
	@scripts/test.sh native browser build e2e firefox webkit

setup: ## install what building needs (looks before installing)
	@scripts/setup.sh build

setup-test: ## install what testing needs as well
	@scripts/setup.sh test

setup-browsers: ## install Firefox and WebKitGTK with their drivers as well
	@scripts/setup.sh browsers

build: setup ## the release page, into dist/
	@scripts/build.sh $(PUBLIC_URL)

serve: ## serve dist/ as it stands
	@exec python3 scripts/serve.py --host $(HOST) --port $(PORT) --base $(PUBLIC_URL)

test-native: ## the tests that need no browser
	@scripts/test.sh native

test-browser: setup-test ## the tests inside headless Chromium
	@scripts/test.sh browser

test-e2e: setup-test build ## the journeys through the built page
	@scripts/test.sh e2e

test-browsers: setup-browsers build ## all journeys that need no debugging protocol, in Firefox and in WebKit too
	@BAOXUE_JOURNEYS=all scripts/test.sh e2e firefox webkit

everyone: setup-test build ## axe-core, zoom and names on every page and dialog
	@cargo test --locked --test e2e -- --ignored --test-threads=1 everyone

crash: setup-test build ## kill the browser 200 times in the midst of saving and compare (KILLS=n)
	@cargo test --locked --test e2e -- --ignored --test-threads=1 --nocapture crash_

fuzz: ## fuzz every importer and sealed form, guided by coverage (SECONDS_EACH=n, default 300)
	@scripts/fuzz.sh $(or $(SECONDS_EACH),300)

lint: ## formatting and lints, as .ci/run checks them
	@.ci/10-fmt.sh && .ci/20-clippy.sh

bench: setup-test build ## lists beside SheetJS and pandas; store, search and figures beside other libraries; writes BENCHMARKS.md
	@scripts/bench.sh lists peers

bench-peers: setup-test build ## of the benchmarks only store, search and figures (ARGUMENTS=--small to see that it runs)
	@scripts/bench.sh peers $(ARGUMENTS)

lighthouse: setup-test build ## Lighthouse's scores for the first screen
	@scripts/bench.sh lighthouse

measure: setup-test build ## how fast the page is with 5,000 and 20,000 pupils
	@cargo test --locked --test e2e -- --ignored --test-threads=1 --nocapture measure_

size: ## what the built page weighs, against its budget
	@node scripts/size.mjs dist

screenshots: setup-test build ## take the README's pictures from the real page, with the practice register
	@cargo test --locked --test e2e -- --ignored --test-threads=1 pictures
	@ls -l docs/screenshots

papers: setup-test build ## print every paper of the practice register into target/papers, to be looked at
	@cargo test --locked --test e2e -- --ignored --test-threads=1 papers_to_look_at
	@ls target/papers

icons: ## draw the PNG icons anew from src/pwa/icons/icon.svg
	@scripts/icons.sh

clean: ## remove everything that was built (tools stay)
	cargo clean
	rm -rf dist node_modules
