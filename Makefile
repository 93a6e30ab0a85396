# Two commands do all set-up on a machine with python3, make and git: `make map` and `make test`.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help setup map test check bench docs format messages golden clean

help: ## list the targets
	@awk -F':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) scripts/make_venv.py $(VENV)
	@$(PIP) install --constraint constraints.txt pip

$(VENV)/.user: $(BIN)/python pyproject.toml constraints.txt
	@echo "Installing insiktskarta in $(VENV) …"
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.developer: $(VENV)/.user
	@echo "Installing the tools that tests and checks use …"
	@$(PIP) install --constraint constraints.txt --editable '.[dev]'
	@touch $@

$(VENV)/.bench: $(VENV)/.developer
	@$(PIP) install --constraint constraints.txt --editable '.[dev,bench]'
	@touch $@

setup: $(VENV)/.developer ## make the virtual environment with everything in it

map: $(VENV)/.user ## draw the map of insights/ to build/insiktskarta.png
	@mkdir -p build
	@$(BIN)/insikt map --output build/insiktskarta.png

test: $(VENV)/.developer ## run the tests
	@$(BIN)/python -m pytest

check: $(VENV)/.developer ## style, types, layers, generated files, the real material, pictures
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python scripts/generate.py --check
	@$(BIN)/python scripts/gallery.py --check
	@$(BIN)/insikt lint
	@$(BIN)/insikt figure --check docs

docs: $(VENV)/.developer ## write the generated pages, schemas and the README's picture
	@$(BIN)/python scripts/generate.py
	@$(BIN)/python scripts/gallery.py

messages: $(VENV)/.developer ## collect new messages into the Swedish catalogue and compile it
	@$(BIN)/python scripts/messages.py

bench: $(VENV)/.bench ## measure beside the floors and the peers, write benchmarks/results.md
	@$(BIN)/python benchmarks/run.py

format: $(VENV)/.developer ## let ruff format and mend what it can
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format --quiet .

golden: $(VENV)/.developer ## write the expected outputs anew; read the difference before you commit it
	@$(BIN)/python -m pytest -q --update-golden

clean: ## remove what can be made again
	@rm -rf $(VENV) build .insikt .mypy_cache .ruff_cache .pytest_cache .hypothesis
