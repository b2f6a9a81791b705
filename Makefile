# Every target makes what it needs; see README.md. On Windows, see "Without make" there.
PYTHON ?= python3
COLAB_PYTHON ?= $(shell python3.13 -c 'import sys; print(sys.executable)' 2>/dev/null || echo $(PYTHON))
BIN := .venv/bin
ROOT := $(if $(filter 0,$(shell id -u)),--allow-root)
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: help lab grade formgrader release solutions slips bundle test test-all bench format system
help:
	@grep -E '^## ' Makefile | sed 's/^## //'

.venv/made: requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.12 ...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch .venv/made

# Google Colab's versions, for tests/test_colab.py; with Colab's Python, where this machine has it.
.venv-colab/made: tests/colab.txt
	$(COLAB_PYTHON) -m venv --clear .venv-colab
	.venv-colab/bin/python -m pip install --quiet --disable-pip-version-check -r tests/colab.txt
	touch .venv-colab/made

## make lab          JupyterLab on the student notebooks
lab: .venv/made
	$(BIN)/jupyter lab $(ROOT) --ServerApp.root_dir=notebooks/lif_part_1 $(LAB)

## make grade        grade submitted/, or a made-up class; COURSE=folder grades another course folder
grade: .venv/made
	$(BIN)/python -m grading $(COURSE)

## make formgrader   grade written answers by hand, in the browser; COURSE=folder
formgrader: .venv/made
	$(BIN)/python -m grading formgrader $(COURSE)

## make release      rebuild notebooks/ from solutions/
release: .venv/made
	$(BIN)/python -m grading.release

## make solutions    run the solutions again and store their text outputs
solutions: .venv/made
	$(BIN)/python -m grading.execute

## make slips        write docs/slips.md, the list of slips and their messages
slips: .venv/made
	$(BIN)/python -m grading.slips

## make bundle       one zip for students without Git: build/lif_part_1.zip
bundle: .venv/made
	$(BIN)/python -m grading.bundle

## make test         every test; make test-all adds the slow ones
test: .venv/made .venv-colab/made system
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pytest -q --nbval --nbval-cell-timeout=60 -p no:doctest -o addopts= -W default -n 2 --dist loadfile solutions notebooks
	$(BIN)/pytest -q -n 2 --dist loadfile -m "not slow"

test-all: test
	$(BIN)/pytest -q -n 2 --dist loadfile -m slow

## make bench        how fast it is, measured
bench: .venv/made
	$(BIN)/python -m tests.bench

## make format       format and lint the sources
format: .venv/made
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

system:
	@sh tests/system_programs
