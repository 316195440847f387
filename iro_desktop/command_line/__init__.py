"""The command line: for IT staff, for scripts, and for checks. Exit 0 done, 1 refused, 2 usage."""
