# Two commands do all the set-up themselves: `make graph` builds and shows the graph of seeds/, `make test` passes the tests.
# They need Python 3.11 or newer, git and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: graph test test-all lint lock exports docs notebook train calibration figures clean

graph: $(VENV)/installed
	@$(BIN)/seriktes build --out exports
	@$(BIN)/python -c "import pathlib, sys, webbrowser; page = pathlib.Path('exports/index.html').resolve(); print('The start page:', page.as_uri()); sys.stdout.isatty() and webbrowser.open(page.as_uri())"

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest -m "not slow"

test-all: $(VENV)/installed-dev
	$(BIN)/python -m pytest

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy

# The libraries that were tested, by version and hash; needs the package index.
lock: $(VENV)/installed
	@mkdir -p build
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --dry-run --ignore-installed --report build/report.json ".[ingest,serve]"
	$(BIN)/python tools/lock.py build/report.json

# The small text results that are kept in git.
exports: $(VENV)/installed
	$(BIN)/seriktes build --out exports

# The reference of the ontology, from its files.
docs: $(VENV)/installed
	$(BIN)/python tools/document_ontology.py

# The example of docs/, run anew.
notebook: $(VENV)/installed-dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[notebook]"
	$(BIN)/python tools/make_notebook.py

train: $(VENV)/installed-dev
	$(BIN)/seriktes train --corpora ../shared/corpora --documents tests/documents --out graph/seriktes/models

# The confidence of facts, from the annotated documents; after rules changed.
calibration: $(VENV)/installed-dev
	$(BIN)/python benchmarks/calibration.py --write

figures: $(VENV)/installed-dev
	$(BIN)/python benchmarks/quality.py
	$(BIN)/python benchmarks/build.py
	$(BIN)/python benchmarks/serve.py

$(VENV)/installed: setup.cfg pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit('seriktes needs Python 3.11 or newer; this is %d.%d' % sys.version_info[:2]) if sys.version_info < (3, 11) else None"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing seriktes into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check wheel
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info graph/*.egg-info .pytest_cache .mypy_cache .ruff_cache
