"""Scores of the Strengths and Difficulties Questionnaire: written down, taken back, over time."""

import datetime as dt
from collections.abc import Iterable

from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.identifiers import ChildId, EntityId, first_free, natural_id
from iro_desktop.domain.sdq import OF_RETURN, SdqScore, band_of
from iro_desktop.domain.working_days import add_months
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.child_file import require_child
from iro_desktop.services.happenings import told
from iro_desktop.services.history_port import Revision
from iro_desktop.services.owner import signatory
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory

_A_YEAR = 12  # months: a return asks for the year's score


def record(
    uow_factory: UnitOfWorkFactory,
    child_id: ChildId,
    on: dt.date,
    total: int | None,
    reason: str = "",
) -> Changed:
    """Write down a total, or why there is none, under the IRO's name. Said twice, it is kept once.

    A total meets the yearly clock: it is a questionnaire completed that day as well.

    Raises:
        NoSuchThing: there is no such child.
        NotAnSdqTotal: the total is not 0 to 40.
        ValueError: there is neither a total nor a reason.
    """
    if total is not None:
        band_of(total)
    elif not reason:
        message = "neither a total nor a reason"
        raise ValueError(message)
    with uow_factory() as uow:
        require_child(uow, child_id)
        known = uow.sdq_scores.of_child(child_id)
        if any((one.on, one.total, one.reason) == (on, total, reason) for one in known):
            return Changed()
        by = signatory(uow.settings).name
        uow.sdq_scores.put(
            SdqScore(
                id=EntityId(_free_id(uow, child_id, on)),
                child_id=child_id,
                on=on,
                total=total,
                reason=reason,
                source=by,
            )
        )
        if total is not None and not _completed_on(uow, child_id, on):
            uow.happenings.put(told(uow, child_id, Happening.SDQ_COMPLETED, on))
    return Changed.of_child(child_id, Topic.CHILD, Topic.CASELOAD)


def _free_id(uow: UnitOfWork, child: ChildId, on: dt.date) -> str:
    """There is one score of a day, but for a second that somebody really wrote down beside it.

    Who had not seen the first wrote down no second: both are then asked about.
    """
    return first_free(
        lambda number: natural_id("sdq", child, on.isoformat(), str(number)),
        uow.sdq_scores.is_seen,
    )


def withdraw(uow_factory: UnitOfWorkFactory, score: SdqScore) -> Changed:
    """Take back a score, and that it was completed that day. Raises NoSuchThing."""
    with uow_factory() as uow:
        uow.sdq_scores.withdraw(score)
        for completed in _completed_on(uow, score.child_id, score.on):
            uow.happenings.withdraw(completed)
    return Changed.of_child(score.child_id, Topic.CHILD, Topic.CASELOAD)


def over_time(recorded: Iterable[SdqScore], revisions: Iterable[Revision]) -> tuple[SdqScore, ...]:
    """Every score, oldest first: those written down, and those that the council's data told.

    `revisions` are the child's. What data told is left out where someone had written down the same
    total in the year before; another total stands before those of that year, as the data does not
    say of which day it is, and they do.
    """
    written = tuple(recorded)
    told = [one for one in _told(revisions) if not _is_known(one, _year_before(one, written))]

    def placed(score: SdqScore) -> tuple[dt.date, bool, str]:
        days = [score.on]
        if score.is_of_return:
            days += [one.on for one in _year_before(score, written)]
        return min(days), not score.is_of_return, score.id

    return tuple(sorted((*written, *told), key=placed))


def _told(revisions: Iterable[Revision]) -> list[SdqScore]:
    """A score for each time that the council's data told another one than before."""
    found: list[SdqScore] = []
    before: tuple[object, object] = (None, "")
    for one in revisions:
        said = one.fields.get("sdq_score"), one.fields.get("sdq_reason") or ""
        total, reason = said
        if said != before and (total is not None or reason):
            found.append(
                SdqScore(
                    id=EntityId(one.id),
                    child_id=one.child,
                    on=one.made_at.date(),
                    total=total if isinstance(total, int) else None,
                    reason=str(reason),
                    source=OF_RETURN,
                )
            )
        before = said
    return found


def _year_before(told: SdqScore, written: Iterable[SdqScore]) -> list[SdqScore]:
    since = add_months(told.on, -_A_YEAR)
    return [one for one in written if since <= one.on <= told.on]


def _is_known(told: SdqScore, written: Iterable[SdqScore]) -> bool:
    return any((one.total, one.reason) == (told.total, told.reason) for one in written)


def _completed_on(uow: UnitOfWork, child: ChildId, on: dt.date) -> list[RecordedHappening]:
    return [
        one
        for one in uow.happenings.of_child(child)
        if one.happening is Happening.SDQ_COMPLETED and one.on == on
    ]
