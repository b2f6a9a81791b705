# Every target makes what it needs; see README.md. On Windows, see "Without make" there.
PYTHON ?= python3
COLAB_PYTHON ?= python3.13
PORT ?= 8000
BIN := .venv/bin
RUN := PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python
ROOT := $(if $(filter 0,$(shell id -u)),--allow-root)
FOLDER := $(if $(COURSE),"$$COURSE")
export COURSE
RENEW := $(if $(filter file default,$(origin PYTHON)),,--renew)
# Tests of one file share a process and its fixtures; the long files come first.
PYTEST := -m pytest -q -n 3 --dist loadfile --no-loadscope-reorder
FAST := helpers slipcheck tests/unit/judge
NO_PYTHON := There is no $(PYTHON). On Debian or Ubuntu: sudo apt-get install python3 python3-venv

.PHONY: help environment colab hub lab grade formgrader doctor release solutions slips bundle site serve test test-all bench format quick lint nbval coverage system
help:
	@grep -E '^## ' Makefile | sed 's/^## //'

# .venv, made where it is missing, broken or of other requirements.
environment:
	@command -v "$(PYTHON)" >/dev/null || { echo "$(NO_PYTHON)"; exit 2; }
	@"$(PYTHON)" -I grading/environment.py $(RENEW)

# Google Colab's versions, for tests/class/test_colab.py; with Colab's Python, where this machine has it.
colab:
	@python=$$($(COLAB_PYTHON) -c 'import sys; print(sys.executable)' 2>/dev/null) || python="$(PYTHON)"; \
	"$$python" -I grading/environment.py --folder .venv-colab --requirements tests/support/colab.txt --bare

# JupyterHub beside the course's own packages, for tests/browser/test_jupyterhub.py.
hub:
	@"$(PYTHON)" -I grading/environment.py --folder .venv-hub --requirements tests/support/jupyterhub.txt

## make lab          JupyterLab on the student notebooks
lab: environment
	@$(RUN) -m jupyter lab $(ROOT) --ServerApp.root_dir=notebooks/lif_part_1 $(LAB)

## make grade        grade submitted/, or a made-up class; COURSE=folder grades another course folder
grade: environment
	@$(RUN) -m grading $(FOLDER) || [ $$? -eq 1 ]

## make formgrader   grade written answers by hand, in the browser; COURSE=folder
formgrader: environment
	@$(RUN) -m grading formgrader $(FOLDER)

## make doctor       what this machine lacks for grading, and how to get it
doctor:
	@if [ -f .venv/made ] && $(BIN)/python -c '' 2>/dev/null; then $(RUN) -m grading doctor; \
	else "$(PYTHON)" -m grading doctor; fi

## make release      rebuild notebooks/ from solutions/
release: environment
	@$(RUN) -m grading release

## make solutions    run the solutions again and store their text outputs
solutions: environment
	@$(RUN) -m grading execute

## make slips        write docs/slips.md, the list of slips and their messages
slips: environment
	@$(RUN) -m grading slips

## make bundle       one zip for students without Git: build/lif_part_1.zip
bundle: environment
	@$(RUN) -m grading bundle

## make site         the course as a website: build/site; PYODIDE=folder puts Python itself into it
site: environment
	@"$(PYTHON)" -I grading/environment.py --folder .venv-site --requirements grading/site/requirements.txt --bare
	@$(RUN) -m grading site $(if $(PYODIDE),--pyodide "$(PYODIDE)")

## make serve        that site, for this machine alone: http://127.0.0.1:8000; PORT=8001 takes another port
serve:
	@test -f build/site/index.html || { echo "There is no site yet: run make site first."; exit 2; }
	@echo "The site is at http://127.0.0.1:$(PORT)/ (Ctrl+C stops it)"
	@"$(PYTHON)" -m http.server --bind 127.0.0.1 --directory build/site $(PORT) 2>/dev/null

## make quick        lint, doctests and the tests of the judge; ROOM=diagnose takes those of another room
quick: environment
	@$(RUN) -m ruff check .
	@$(RUN) $(PYTEST) -m "not slow" $(if $(ROOM),tests/unit/$(ROOM),$(FAST))

## make lint         style, layers and types
lint: environment
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"
	@$(RUN) -m mypy

## make nbval        run all notebooks, and compare their outputs with the stored ones
nbval: environment
	@$(RUN) -m pytest -q --nbval --nbval-cell-timeout=60 -p no:doctest -o addopts= -W default -n 2 --dist loadfile solutions notebooks

## make coverage     what the unit tests cover
coverage: environment
	@$(RUN) $(PYTEST) -m "not slow" --cov=helpers --cov=slipcheck --cov=grading --cov-report=term:skip-covered tests/unit

## make test         every kind of test; make test-all adds the long ones
test: environment system
	@$(MAKE) --no-print-directory -j 2 lint nbval
	@$(RUN) $(PYTEST) -m "not slow"

test-all: test colab hub
	@HUB=required $(RUN) $(PYTEST) -m slow

## make bench        how fast it is, measured
bench: environment
	@$(RUN) -m tests.benchmarks

## make format       format and lint the sources
format: environment
	@$(RUN) -m ruff check --fix .
	@$(RUN) -m ruff format .

system:
	@sh tests/support/system_programs
