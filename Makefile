.DEFAULT_GOAL := help
.PHONY: help run test check bench environment coverage-of-duties locks
PYTHON ?= python3
PYTHON_FOUND := $(shell command -v $(PYTHON))
ifeq ($(PYTHON_FOUND),)
$(error Alongside needs Python 3.11 to 3.14, and there is no $(PYTHON) here (on Debian or Ubuntu: apt install python3 python3-venv))
endif

help:                ## this list
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 22
run:                 ## start Alongside on http://127.0.0.1:8000 with a made-up council
	@$(PYTHON) bootstrap.py && exec .venv/bin/alongside run
test: environment    ## every check and test
	@.venv/bin/python -m tests.everything
check: environment   ## the quick checks only: style, types, tiers, known faults
	@.venv/bin/python -m tests.everything --checks
bench: environment   ## measure pages and import against the floor
	@.venv/bin/python -m tests.bench
coverage-of-duties: environment ## which duties of law and guidance are proved by a test
	@.venv/bin/python -m tests.duties
environment:         ## .venv with all that tests need, from the hashed locks
	@$(PYTHON) bootstrap.py --test
locks: environment   ## pin requirements*.in again, with hashes
	@for name in requirements requirements-test; do .venv/bin/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make locks" $$name.in -o $$name.lock; done
