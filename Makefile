# make demo   install what is needed into .venv, code the sample document, print the table, write the page
# make test   install, then ruff, mypy, import-linter and pytest: what CI runs
# make model  train the coder's models on hand-coded text (TEXTS=folder); make parser its parser;
#             make teach WEIGHTS=folder  its teacher
# With uv where it is installed, else with venv and pip. Versions and hashes are those of requirements.lock.

VENV   := .venv
BIN    := $(VENV)/bin
PYTHON ?= python3
UV     := $(shell command -v uv 2>/dev/null)
DEMO   := examples/joint-statement.json
OUT    := out

.PHONY: demo test install docs model teach parser lock clean
.DEFAULT_GOAL := test

demo: install
	@mkdir -p $(OUT)
	@$(BIN)/comity code $(DEMO) --format table
	@$(BIN)/comity code $(DEMO) --format html -o $(OUT)/demo.html
	@echo "The same as a page, with every statement at its words: $(OUT)/demo.html"

test: install
	$(BIN)/ruff check src tests benchmarks training
	$(BIN)/ruff format --check src tests benchmarks training
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

docs: install
	$(BIN)/comity codebook --format markdown > docs/codebook.md
	$(BIN)/comity catalogue export --format markdown -o docs/catalogue

TEXTS ?= ../shared

model: install
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "scikit-learn>=1.6,<2"
	$(BIN)/python training/train.py $(TEXTS) -o src/comity/code/learned/model.npz

teach: install
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "scikit-learn>=1.6,<2" "torch>=2.6" "transformers>=5,<6"
	$(BIN)/python training/teach.py $(TEXTS) $(WEIGHTS)

parser: install
	$(BIN)/python training/train_parser.py $(TEXTS)

# The lock is made with uv and read by both uv and pip.
lock:
	uv pip compile pyproject.toml --extra dev --generate-hashes --universal --python-version 3.11 \
		--no-emit-index-url --no-annotate --no-header -o requirements.lock

install: $(VENV)/.ready

$(VENV)/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Comity needs Python 3.11 or newer; name one with: make PYTHON=python3.12"; exit 1; }
ifdef UV
	uv venv --quiet --allow-existing --python $(PYTHON) $(VENV)
	uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
else
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
endif
	@touch $@

clean:
	rm -rf $(VENV) $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
