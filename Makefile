# 栏目 Lanmu: what there is to do in this checkout. `make` alone explains it.
# Nothing here needs more than make, Python 3.11 and what requirements.txt lists; the tests also use
# a browser, Java and Node, and say which command installs what is missing.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
SHELL := /bin/sh

# The interpreter that makes .venv; `make site PYTHON=python3.12` takes another one.
ifeq ($(origin PYTHON),undefined)
PYTHON := $(shell for name in python3 python3.13 python3.12 python3.11; do \
	"$$name" -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo "$$name" && exit; done; echo python3)
endif
# Further words for lanmu, as in `make site ARGS="--jobs 1"`; for pytest in `make test`: TESTS="-k feeds".
ARGS ?=
TESTS ?=
# One process a core, for the tests.
CORES ?= 2

venv := .venv
bin := $(venv)/bin
# A stamp bears the interpreter's name: another one makes the environment anew.
ready := $(venv)/ready-for-site-$(notdir $(PYTHON))
ready_for_tests := $(venv)/ready-for-tests-$(notdir $(PYTHON))
judges := node_modules/.package-lock.json
# Errors are said, and nothing else.
install := $(bin)/python -m pip --disable-pip-version-check -qq install --no-build-isolation --use-pep517
compile := $(bin)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

# The tests start many processes: without byte code on disk each compiles every module anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help env site preview publish check report focus stats test lint bench lock clean

help: ## 说明有哪些命令 · what there is to do
	@printf '栏目 Lanmu\n\n'
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile
	@printf '\n  PYTHON=python3.12  换一个解释器 · another interpreter\n'
	@printf '  ARGS="--jobs 1"    交给 lanmu 的其他选项 · further options for lanmu\n'

# Exit code 1 says that the site was built without the files that have errors: it is there to be
# looked at, and make still fails.
site: $(ready) ## 建站到 output/ · build the site into output/
	@$(bin)/lanmu build $(ARGS); code=$$?; \
	if [ $$code -le 1 ]; then \
		echo '网站在 output/，make preview 后打开 http://127.0.0.1:8000/ 查看。 · The site is in output/; see it with make preview.'; \
	fi; exit $$code

preview: $(ready) ## 连草稿一起预览，随改随看，在 http://127.0.0.1:8000/ · serve with drafts, live
	@$(bin)/lanmu preview $(ARGS)

publish: $(ready) ## 按正式网址建站，记下新网址 · build with the site's own address
	@$(bin)/lanmu publish $(ARGS)

env: $(ready) ## 只准备环境 .venv · the environment alone

check: $(ready) ## 检查全部稿件，不建站 · check every article, build nothing
	@$(bin)/lanmu check $(ARGS)

report: $(ready) ## 栏目一览：频率、最近一篇、过期几天 · how each column stands
	@$(bin)/lanmu report $(ARGS)

focus: $(ready) ## 图片怎样裁切，排成一页 · how pictures are cut, on one page
	@$(bin)/lanmu focus $(ARGS)

stats: $(ready) ## 供稿统计 · how many articles units sent in
	@$(bin)/lanmu stats $(ARGS)

# What judges quickly comes first, and what fails stops the rest.
test: lint $(judges) ## 全部检查与测试 · every check and test
	@$(bin)/python tools/corpora.py || [ "$$CI" != true ]
	@$(bin)/python tools/feed_validator.py 2>/dev/null || \
		echo '取不到 W3C 的订阅源检查器，略过 · no W3C feed validator to be had: it judges nothing here'
	$(bin)/python -m pytest -n $(CORES) -m fast $(TESTS)
	$(bin)/python -m pytest -n $(CORES) --dist loadgroup --no-loadscope-reorder -m 'not fast' $(TESTS)

lint: $(ready_for_tests) ## 只查代码：风格、类型、各室之间的规则 · style, types and the rules between rooms
	$(bin)/ruff check
	$(bin)/ruff format --check
	$(bin)/mypy
	$(bin)/lint-imports --no-logo

# `make bench N=1000` for a short one, which is not written down.
N ?= 10000
bench: $(ready_for_tests) ## 与 Hugo 并排量速度 · time it beside Hugo
	$(bin)/python -m bench --articles $(N) $(if $(filter 10000,$(N)),--write docs/benchmarks.md) $(ARGS)

lock: $(ready_for_tests) ## 重写依赖锁 · write the lock files anew
	$(compile) $(ARGS) requirements-build.in -o requirements-build.txt
	$(compile) $(ARGS) pyproject.toml -o requirements.txt
	$(compile) $(ARGS) -c requirements.txt pyproject.toml requirements-dev.in -o requirements-dev.txt
	npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved

clean: ## 删去建出的网站与缓存，不动 content/ · remove the built site and caches, never content/
	rm -rf output .output.* .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find plugins theme tests tools bench -type d -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# ------------------------------------------------------------------------------- environments

# Made whole each time its list changes, so that nothing stays in it that the list does not name.
$(ready): requirements-build.txt requirements.txt
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo '需要 Python 3.11 或更新的版本，请执行 · Python 3.11 or newer is needed; run:'; \
		echo '    $(call package,python3.11-venv,python@3.13)'; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo '缺少 venv 模块，请执行 · the venv module is missing; run:'; \
		echo '    $(call package,python3-venv,python@3.13)'; exit 1; }
	@echo '准备环境 .venv …… · preparing .venv ...'
	@"$(PYTHON)" -m venv --clear $(venv)
	@$(install) --require-hashes -r requirements-build.txt
	@$(install) --require-hashes -r requirements.txt
	@$(install) --no-deps --editable .
	@touch $@

$(ready_for_tests): requirements-dev.txt $(ready)
	@echo '准备测试工具 …… · preparing what the tests need ...'
	@$(install) --require-hashes -r requirements-dev.txt
	@touch $@

# Without npm the judges that need it are skipped, by name; in CI that is a failure.
$(judges): package.json package-lock.json
	@if command -v npm >/dev/null; then npm ci --ignore-scripts --no-audit --no-fund --loglevel=error; \
	elif [ "$$CI" = true ]; then echo 'npm: sudo apt-get install npm'; exit 1; \
	else echo '没有 npm，略过要它的裁判 · no npm: its judges are skipped; sudo apt-get install npm'; fi

# The one command that installs a missing system package: apt's name, then Homebrew's.
package = $(if $(filter Darwin,$(shell uname -s)),brew install $(2),sudo apt-get install $(1))
