"""Every clock of a child that runs today, the next review's first among them."""

import datetime as dt
from collections.abc import Iterable, Sequence

from iro_desktop.domain.care import Episode, periods_of_care
from iro_desktop.domain.child import Child
from iro_desktop.domain.correspondence import WrittenDocument
from iro_desktop.domain.happenings import Happening, RecordedHappening, with_answers
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.domain.life import life_of
from iro_desktop.domain.review import Review
from iro_desktop.domain.timescales import keeping
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.open_clocks import open_clocks
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.services.child_file import require_child
from iro_desktop.services.clocks import ReviewClock
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.reckoning import reckoner_of


def read(
    uow_factory: UnitOfWorkFactory, child_id: ChildId, today: dt.date
) -> tuple[Explained, ...]:
    """Every clock of one child, the soonest first. Raises NoSuchThing."""
    with uow_factory() as uow:
        child = require_child(uow, child_id)
        return _of_stored(uow, child, reckoner_of(uow.settings), today)


def kept_until(uow_factory: UnitOfWorkFactory, child_id: ChildId) -> Explained | None:
    """Until when the case record is kept; None for carers still approved. Raises NoSuchThing."""
    with uow_factory() as uow:
        child = require_child(uow, child_id)
        happened = uow.happenings.of_child(child_id)
        deaths = [one.on for one in happened if one.happening is Happening.DIED]
        ends = [one.on for one in happened if one.happening is Happening.CARER_APPROVAL_ENDED]
        reckoner = reckoner_of(uow.settings)
        if child.is_household:
            return reckoner.due("retention_foster_carer_record", max(ends)) if ends else None
        return keeping.kept_until(child.date_of_birth, min(deaths, default=None), reckoner)


def _of_stored(
    uow: UnitOfWork, child: Child, reckoner: Reckoner, today: dt.date
) -> tuple[Explained, ...]:
    return clocks_of(
        child,
        uow.episodes.of_child(child.id),
        uow.reviews.of_child(child.id),
        with_answers(
            uow.happenings.of_child(child.id), uow.managers_confirmations.of_child(child.id)
        ),
        uow.written_documents.of_child(child.id),
        reckoner,
        today,
    )


def clocks_of(
    child: Child,
    episodes: Sequence[Episode],
    reviews: Sequence[Review],
    happenings: Sequence[RecordedHappening],
    documents: Iterable[WrittenDocument],
    reckoner: Reckoner,
    today: dt.date,
) -> tuple[Explained, ...]:
    """Every clock that runs, the soonest first. A household has its own alone."""
    if child.is_household:
        others = other_clocks_of(child, episodes, reviews, happenings, documents, reckoner, today)
        return tuple(sorted(others, key=lambda due: due.on))
    review = ReviewClock.of(
        child.date_of_birth, episodes, reviews, reckoner, today, happenings
    ).next_due(today)
    others = other_clocks_of(child, episodes, reviews, happenings, documents, reckoner, today)
    every = others if review is None else (review, *others)
    return tuple(sorted(every, key=lambda due: due.on))


def other_clocks_of(
    child: Child,
    episodes: Sequence[Episode],
    reviews: Sequence[Review],
    happenings: Sequence[RecordedHappening],
    documents: Iterable[WrittenDocument],
    reckoner: Reckoner,
    today: dt.date,
) -> tuple[Explained, ...]:
    """Every clock but that of the next review of the case."""
    life = life_of(child, periods_of_care(episodes), reviews, happenings, documents)
    return tuple(open_clocks(life, reckoner, today))
