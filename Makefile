# Two commands do everything on a fresh machine: `make run` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
POSTGRES ?= postgres://postgres@127.0.0.1:5432/postgres
CHROMIUM := $(or $(FULLTERM_CHROMIUM),/usr/bin/chromium)

.PHONY: install run test test-one check prove bench docs lock clean

install: .venv/installed

.venv/installed: requirements.lock pyproject.toml
	@echo 'Installing into .venv (once; about two minutes) …'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

run: install  ## the clinic with its demonstration ward, on http://127.0.0.1:8000/ (PORT=…); EMPTY=1: without any woman
	FULLTERM_DEMO=1 FULLTERM_EMPTY=$(EMPTY) FULLTERM_DATA=var/$(if $(EMPTY),empty,demo) $(BIN)/fullterm serve --port $(PORT)

test-one: install  ## one test or folder of tests, in seconds: make test-one T=tests/logic K='name'
	$(BIN)/pytest -x $(T) $(if $(K),-k '$(K)')

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/fullterm check

%/node_modules: %/package-lock.json
	@if command -v npm >/dev/null; then npm ci --prefix $* --silent --no-audit --no-fund && touch $@; \
	else echo '$* was skipped: npm is not here; apt-get install npm brings it'; fi

test: check tests/axe/node_modules bench/hl7/node_modules  ## everything on SQLite; the clinic once more on PostgreSQL where a server answers
	@test -x '$(CHROMIUM)' || echo 'The browser tests are skipped: there is no $(CHROMIUM); apt-get install chromium brings it'
	$(BIN)/pytest -n 2
	@if $(BIN)/python -c 'import psycopg, sys; psycopg.connect(sys.argv[1], connect_timeout=3)' '$(POSTGRES)' 2>/dev/null; \
	then FULLTERM_TEST_DATABASE='$(POSTGRES)' $(BIN)/pytest -n 2 tests/clinic; \
	elif [ "$$FULLTERM_SKIP_NOTHING" = 1 ]; then echo 'PostgreSQL was skipped, and nothing may be: no server answers at $(POSTGRES)'; exit 1; \
	else echo 'PostgreSQL was skipped: no server answers; name one with make test POSTGRES=postgres://user@host:5432/postgres'; fi

prove: install  ## the law of custody over 10,000 simulated courses
	FULLTERM_EXAMPLES=40 $(BIN)/pytest -n 2 tests/property/test_custody.py

bench: install
	$(BIN)/python -m bench

docs: install  ## regenerate docs/meaning.md and docs/guidelines/
	$(BIN)/python -m docs

lock:  ## needs uv; writes names, versions and hashes, and no address
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-annotate --no-header --upgrade -o requirements.lock

clean:
	rm -rf .venv
