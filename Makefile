# Two commands do everything on a fresh machine: `make run` and `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: install run test check bench docs lock clean

install: .venv/installed

.venv/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

run: install  ## decide Ms. Wang, as she first told her story
	$(BIN)/fullterm assess examples/ms-wang-1-first-visit.yaml

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/fullterm check

test: check
	$(BIN)/pytest -n 2

bench: install
	$(BIN)/python -m bench

docs: install  ## regenerate docs/meaning.md and docs/guidelines/
	$(BIN)/python -m docs

lock:  ## needs uv; writes names, versions and hashes, and no address
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-annotate --no-header --upgrade -o requirements.lock

clean:
	rm -rf .venv
