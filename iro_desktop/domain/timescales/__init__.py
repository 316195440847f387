"""Statutory clocks: rules are data, reckoning is arithmetic, and a due date can say why."""
