"""A made-up caseload to look at, learn on and test with. Nobody in it exists."""

from iro_desktop.demonstration.caseload import MadeUpCaseload, make_caseload

__all__ = ["MadeUpCaseload", "make_caseload"]
