"""Use-cases: plain functions that take a unit-of-work factory and return what they changed."""
