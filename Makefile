# Every task lives in tasks.py, which also runs where there is no make: python tasks.py help

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
  $$p -c '' 2>/dev/null && echo $$p && break; done)

TASKS := help demo hub-demo test check quick bench texts golden documents run bundle lock
.PHONY: $(TASKS)
.DEFAULT_GOAL := help

$(TASKS):
	@test -n "$(PYTHON)" || { echo "No Python was found. Debian and Ubuntu: apt install python3.11"; exit 1; }
	@$(PYTHON) tasks.py $@
