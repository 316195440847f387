"""Revisions of a made-up thing, written in a line each."""

import datetime as dt
from dataclasses import dataclass, field

LONG_AGO = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Made:
    """A revision."""

    id: str
    parents: tuple[str, ...] = ()
    fields: dict[str, object] = field(default_factory=dict)
    withdrawn: bool = False
    kind: str = "decision"
    author: str = "Made-up Officer"
    device: str = "laptop"
    made_at: dt.datetime = LONG_AGO
    child: str = "child-1"
    review: str | None = "review-1"
    entity: str = "thing-1"


def made(
    name: str, *parents: str, kind: str = "decision", gone: bool = False, **says: object
) -> Made:
    """A revision that came from others, and what it says."""
    return Made(name, parents, says, gone, kind)
