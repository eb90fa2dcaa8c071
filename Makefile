# Two commands: `make run` opens the dashboard, `make test` runs the whole suite.
# Both make `.venv` themselves and work offline once it is there.
PORT ?= 8501
HOST ?= 127.0.0.1
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.installed-run
DEV_STAMP := $(VENV)/.installed-dev
PYTEST_WORKERS ?= auto

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test lint format gallery clean
.DEFAULT_GOAL := run

$(BIN)/python:
	@python="$$(PYTHON="$(PYTHON)" ./scripts/find-python.sh)" || exit 1; \
	echo "Making $(VENV) with $$("$$python" --version)"; \
	rm -rf $(VENV) && "$$python" -m venv $(VENV)

$(RUN_STAMP): requirements.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the dashboard needs (the first time this takes some minutes)"
	@$(BIN)/python -m pip install --quiet -r requirements.txt
	@$(BIN)/python -m pip install --quiet -e .
	@touch $@

$(DEV_STAMP): $(RUN_STAMP)
	@echo "Installing what the tests need"
	@$(BIN)/python -m pip install --quiet -e '.[dev]'
	@touch $@

run: $(RUN_STAMP)
	@$(BIN)/didgah build --sample
	@echo "Didgah opens at http://$(HOST):$(PORT)"
	@$(BIN)/streamlit run app.py --server.port $(PORT) --server.address $(HOST)

test: lint
	$(BIN)/python -m pytest -n $(PYTEST_WORKERS) --dist loadgroup

lint: $(DEV_STAMP)
	$(BIN)/ruff check .
	$(BIN)/lint-imports

format: $(DEV_STAMP)
	$(BIN)/ruff check --fix-only .

gallery: $(DEV_STAMP)
	$(BIN)/python -m scripts.gallery

clean:
	rm -rf $(VENV) data/store build *.egg-info
