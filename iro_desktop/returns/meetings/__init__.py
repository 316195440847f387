"""Meetings and foster households, in two plain tables of our own (docs/meetings-table.md)."""
