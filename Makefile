# Few verbs, called alike by people and by CI. PY is the Python to build the environment with (3.11 or newer).
PY ?= python3
# How many made-up articles `make bench` keeps: 2,000 take a minute, 100,000 an hour.
ARTICLES ?= 2000
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := run
.PHONY: run test check bench docs clean

$(VENV)/.ready: pyproject.toml
	$(PY) -c 'import sys; sys.exit("saksi needs Python 3.11 or newer: make PY=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PY) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $@

run: $(VENV)/.ready ## read the sample articles, show their record, keep it and open the reading room
	$(BIN)/saksi read samples --format table
	mkdir -p out
	$(BIN)/saksi keep samples --store out/samples.db
	$(BIN)/saksi serve --store out/samples.db

test: $(VENV)/.ready check ## style, types, tests
	$(BIN)/python -m pytest

check: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.ready ## speed, memory and scores of one run; a store of so many ARTICLES growing; the reading room under load, over STORE or a small store made for it
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.related
	$(BIN)/python -m benchmarks.scale $(ARTICLES)
	$(BIN)/python -m benchmarks.serving $(STORE)

docs: $(VENV)/.ready ## docs/commands.md from the commands themselves
	$(BIN)/python -m saksi.cli.manual docs/commands.md

clean: ## what the tools leave behind; the environment stays
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
