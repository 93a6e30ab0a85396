# Make: copy this file to the repository with the insights, and add to its Makefile:
#
#     include ci/insikt.mk
#
# `make insikt-lint` checks everything; `make insikt-lint INSIKT_OPTIONS=--hints` says how it could be better, too.
INSIKT         ?= insikt
INSIKT_FOLDER  ?= .
INSIKT_OPTIONS ?=

.PHONY: insikt-lint
insikt-lint: ## kontrollera insikterna
	@$(INSIKT) lint --workspace "$(INSIKT_FOLDER)" $(INSIKT_OPTIONS)
