"""What each access to a child lets a laptop write, as the hub's own table has it.

The hub decides (iro_hub/database: hub.role_kind). A laptop knows the same so that it can say no
before someone typed, and makes nothing by itself that the hub would refuse.
"""

from collections.abc import Mapping

ALL = "*"
"""Every kind of thing."""

_RESOLVING = frozenset({"resolution", "resolution_step"})

WRITES: Mapping[str, frozenset[str]] = {
    "own": frozenset({ALL}),
    "cover": frozenset({ALL}),
    "team": _RESOLVING | {"managers_confirmation"},
    "assigned": frozenset({"written_document", "sending"}),
    "part": _RESOLVING | {"decision"},
    "sample": frozenset(),
}
"""Kinds by access."""

WRITES_BESIDES: Mapping[str, frozenset[str]] = {
    "team_manager": frozenset({"managers_confirmation"})
}
"""Kinds by role, beside those of the access."""

READS: Mapping[str, frozenset[str]] = {
    "assigned": frozenset(
        {
            "child",
            "reader_wishes",
            "review",
            "participant",
            "written_document",
            "document_text",
            "document_version",
            "sending",
        }
    ),
    "part": _RESOLVING | {"child", "review", "decision", "managers_confirmation"},
}
"""Kinds by the accesses by which only some of a record comes to the laptop."""
