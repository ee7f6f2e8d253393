# make demo    install what graphkit needs and build a graph from the sample corpus into demo/
# make test    install what the tests need and run all of them
# make check   the linters alone
# make docs    write docs/cli.md from the help of each command
# make bench   measure networks, layout, page and reading at several sizes
# make soak    trials by the thousand: strange texts and files, builds that are killed
# make lock    pin the dependencies anew (UPGRADE=--upgrade for the newest versions)

VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 2
UPGRADE ?=
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input

# The pins are made for 3.11, so it comes first.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

.PHONY: demo test check docs bench soak lock chromium
.DELETE_ON_ERROR:

demo: $(VENV)/.core
	$(BIN)/graphkit demo --out demo

check: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

# The linters come first: they answer in seconds. pytest's last line counts the tests, notebooks
# among them; below it stand the tables of accuracy, where there is gold to measure it on.
test: check chromium
	$(BIN)/pytest -n $(WORKERS) --dist loadfile --nbmake tests $(wildcard notebooks/*.ipynb)
	$(BIN)/python tests/accuracy.py --check
	$(BIN)/python tests/attribution.py --check
	$(BIN)/python tests/confidence.py --check
	$(BIN)/python tests/directed.py --check

chromium:
	@command -v chromium >/dev/null \
		|| { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq \
			&& DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
				chromium fonts-dejavu-core >/dev/null; } \
		|| echo "chromium is missing and cannot be installed here: browser tests will be skipped;" \
			"as root: apt-get install chromium"

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "graphkit needs Python 3.11 or later, and none is on the PATH;" \
		"on Debian, as root: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make virtual" \
		"environments; on Debian, as root: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

# The project itself is built with the pinned hatchling of the lock file, not with one that pip
# would fetch unchecked.
$(VENV)/.core: requirements.lock pyproject.toml $(VENV)/.made
	@echo "installing the dependencies into $(VENV); this takes a minute the first time"
	$(PIP_INSTALL) --require-hashes --only-binary :all: -r requirements.lock
	$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock requirements-embeddings.lock pyproject.toml $(VENV)/.made
	@echo "installing what the tests need into $(VENV); this takes some minutes the first time"
	$(PIP_INSTALL) --require-hashes --only-binary :all: -r requirements-dev.lock
	$(PIP_INSTALL) --require-hashes --only-binary :all: --no-deps -r requirements-embeddings.lock
	$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.core

# The hashes must be those of the public registry, so pip's settings of this machine (mirrors,
# folders of wheels) are left aside, and no address gets into the files.
COMPILE = env -u PIP_FIND_LINKS -u PIP_INDEX_URL -u PIP_EXTRA_INDEX_URL -u PIP_CONSTRAINT \
	PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet \
	--generate-hashes --allow-unsafe --strip-extras --build-deps-for wheel --no-emit-options \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host $(UPGRADE)

lock: $(VENV)/.made
	$(PIP_INSTALL) pip-tools
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --extra dev --extra notebooks --constraint requirements.lock \
		--output-file requirements-dev.lock pyproject.toml

docs: $(VENV)/.dev
	$(BIN)/python -m tests.cli.reference

bench: $(VENV)/.dev chromium
	$(BIN)/python -m benchmarks.bench_page
	$(BIN)/python -m benchmarks.bench_reading

# The trials are parted among the workers, and each is named by its number where it fails.
soak: $(VENV)/.dev
	GRAPHKIT_SOAK=full nice -n 10 $(BIN)/pytest -n $(WORKERS) --dist worksteal tests/soak
