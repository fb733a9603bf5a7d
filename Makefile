.DEFAULT_GOAL := help

IN_VENV := PATH="$(CURDIR)/.venv/bin:$$PATH"

.PHONY: help
help: ## List what you can make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "%-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: install
install: ## Install what the service needs into .venv (PYTHON=python3.12 to choose)
	@tools/install.sh

.PHONY: run
run: install ## Run the service here, filling an empty database with made-up cases
	@tools/system.sh --pdf
	@tools/run.sh

.PHONY: test
test: ## Install everything tests need, then run every test
	@tools/system.sh
	@tools/install.sh --dev
	@tools/test.sh

.PHONY: check
check: static ## Quick: format, lint, types, imports, unit and spec tests
	$(IN_VENV) python -m pytest -q -n 2 tests/unit tests/spec

.PHONY: static
static: dev ## Format, lint, types and imports, without running anything
	$(IN_VENV) ruff format --check .
	$(IN_VENV) ruff check .
	$(IN_VENV) mypy
	$(IN_VENV) PYTHONPATH=. lint-imports

.PHONY: dev
dev: ## Install what checks and tests need besides
	@tools/install.sh --dev

.PHONY: fix
fix: dev ## Tidy what can be tidied by machine
	$(IN_VENV) ruff format .
	$(IN_VENV) ruff check --fix .

.PHONY: wide
wide: dev ## Draw many more made-up situations than make test does, and others each time
	$(IN_VENV) python -m pytest -q -n 2 --hypothesis-profile=wide tests/unit

.PHONY: bench
bench: dev ## Measure the rules, finding somebody among 100,000, and the pages of the fifty points
	$(IN_VENV) python -m bench
	$(IN_VENV) python -m bench.people
	$(IN_VENV) python -m bench.talk

.PHONY: lint-rules
lint-rules: dev ## Look for gaps, overlaps and rules that can never apply
	@. tools/settings.sh && $(IN_VENV) flask --app app lint-rules

.PHONY: rule-book
rule-book: dev ## Print the rule book, the readings and the thresholds in docs/, and tables for the service
	$(IN_VENV) python -m tests.spec.rule_book
	$(IN_VENV) python -m tests.spec.rating.book

.PHONY: mutate
mutate: dev ## Make every small mistake in the rules, and print what becomes of it
	$(IN_VENV) python -m tests.mutation.report
	$(IN_VENV) python -m tests.mutation.rating

.PHONY: lock
lock: dev ## Choose and lock versions anew, after a change to requirements*.in
	$(IN_VENV) tools/lock.sh

.PHONY: assets
assets: dev ## Fetch GOV.UK Frontend and MoJ Frontend into static/ anew
	$(IN_VENV) python tools/vendor_assets.py
