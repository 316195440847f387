"""What list 8 says of a child's care, as episodes, and how those stand beside the return's.

List 8 knows three days: when the child became looked after, since when the legal status has been as
it is, and since when the child has lived where they live. So there are up to three stretches, the
earlier ones with what is not known left empty. The return's own episodes know more, and win.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from iro_desktop.domain.care import CONTINUES, Episode
from iro_desktop.domain.identifiers import ChildId, EpisodeId, derived_id
from iro_desktop.returns.annex_a.rows import ChildInCareRow

_MOST_STRETCHES = 3
_BECAME_LOOKED_AFTER = "S"


def stretch_ids(child: ChildId) -> tuple[EpisodeId, ...]:
    """The names of what list 8 gives for a child; the return's episodes are named by their day."""
    return tuple(
        EpisodeId(derived_id("episode", child, "annex-a", str(place)))
        for place in range(_MOST_STRETCHES)
    )


def stretches(row: ChildInCareRow, child: ChildId) -> tuple[Episode, ...]:
    """The child's care as list 8 tells it, oldest first; nothing where it has no first day."""
    if row.started is None:
        return ()
    status_since = _within(row, row.legal_status_since)
    placed_since = _within(row, row.placed_since)
    starts = sorted({row.started, status_since, placed_since})
    ends: list[dt.date | None] = [*starts[1:], row.ended]
    found = []
    for name, start, end in zip(stretch_ids(child), starts, ends, strict=False):
        placed = start >= placed_since
        found.append(
            Episode(
                id=name,
                child_id=child,
                started=start,
                category_of_need=row.category_of_need,
                legal_status=row.legal_status if start >= status_since else "",
                placement=row.placement if placed else "",
                provider=row.provider if placed else "",
                placement_postcode=row.postcode if placed else "",
                urn=row.urn if placed else "",
                ended=end,
                reason_ended=CONTINUES if start != starts[-1] else row.reason_ended,
            )
        )
    return tuple(found)


def _within(row: ChildInCareRow, day: dt.date | None) -> dt.date:
    """A day inside this time in care; the first day where it is not given or lies outside."""
    first = row.started or dt.date.min
    if day is None or day < first or (row.ended is not None and day >= row.ended):
        return first
    return day


def before_the_return(told: Sequence[Episode], returned: Iterable[Episode]) -> tuple[Episode, ...]:
    """Of list 8's stretches, what came before the first episode that the return has."""
    first = min(returned, key=lambda episode: episode.started, default=None)
    if first is None:
        return tuple(told)
    if first.reason_started == _BECAME_LOOKED_AFTER:
        return tuple(one for one in told if one.ended is not None and one.ended <= first.started)
    return tuple(_ending_by(first.started, one) for one in told if one.started < first.started)


def _ending_by(day: dt.date, episode: Episode) -> Episode:
    if episode.ended is not None and episode.ended <= day:
        return episode
    return replace(episode, ended=day, reason_ended=CONTINUES)
