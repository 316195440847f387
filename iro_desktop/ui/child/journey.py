"""A child's episodes and reviews as the journey that the picture draws and the text tells."""

import datetime as dt
from collections.abc import Callable

from iro_desktop.domain.care import Episode, PeriodOfCare, same_home
from iro_desktop.i18n import screen, tr
from iro_desktop.services.child_file import ChildFile, DatedReview
from iro_desktop.ui.widgets.journey import Bar, Journey, ReviewMark
from iro_desktop.ui.words.children import home_of, legal_status_of
from iro_desktop.ui.words.reviews import kind_of_review


def journey_of(file: ChildFile, period: PeriodOfCare, today: dt.date) -> Journey:
    """One period of care; reviews that were held outside it are not part of it."""
    held = [dated for dated in reversed(file.reviews) if _is_part(dated, period)]
    lasts = file.summary.period == period
    return Journey(
        became_looked_after=period.started,
        today=today,
        placements=_bars(period, home_of, same_home),
        legal_statuses=_bars(period, legal_status_of, _same_status),
        reviews=tuple(_mark(dated) for dated in held),
        next_due=file.summary.next_due.on if lasts and file.summary.next_due else None,
        ended=period.ended,
    )


def earlier_care(file: ChildFile) -> str:
    """The periods of care before the last, in a sentence; empty where there was none."""
    spans = [
        tr("{start} to {end}", start=screen().date(period.started), end=screen().date(period.ended))
        for period in file.periods[:-1]
        if period.ended
    ]
    return tr("Looked after before: {spans}.", spans=screen().list(spans)) if spans else ""


def _bars(
    period: PeriodOfCare,
    name: Callable[[Episode], str],
    same: Callable[[Episode, Episode], bool],
) -> tuple[Bar, ...]:
    """What lasted over one or several episodes, each once."""
    bars: list[Bar] = []
    before: Episode | None = None
    for episode in period.episodes:
        if before is not None and same(before, episode):
            bars[-1] = Bar(bars[-1].text, bars[-1].started, episode.ended)
        else:
            bars.append(Bar(name(episode) or tr("not known"), episode.started, episode.ended))
        before = episode
    return tuple(bars)


def _same_status(one: Episode, other: Episode) -> bool:
    return one.legal_status == other.legal_status


def _is_part(dated: DatedReview, period: PeriodOfCare) -> bool:
    return dated.review.held_on is not None and period.holds(dated.review.held_on)


def _mark(dated: DatedReview) -> ReviewMark:
    held = dated.review.held_on
    assert held is not None  # noqa: S101 - only those that were held are marked
    in_time = None if dated.due is None else not dated.was_late
    return ReviewMark(kind_of_review(dated.review.kind), held, in_time)
