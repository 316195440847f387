"""Days to propose for a child's next review, as the store knows the IRO's other meetings."""

import datetime as dt

from iro_desktop.domain.child import Child
from iro_desktop.domain.review import ReviewStatus
from iro_desktop.services import busy_calendar, owner
from iro_desktop.services.bank_holidays import observed
from iro_desktop.services.diary import iro_of
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.proposing import Limit, ProposedDay, proposed_days

_STILL_TO_BE_HELD = frozenset({ReviewStatus.PLANNED, ReviewStatus.PREPARING})


def days_for_review(
    uow_factory: UnitOfWorkFactory,
    child: Child,
    limit: Limit | None,
    today: dt.date,
    count: int = 5,
    *,
    not_before: dt.date | None = None,
) -> tuple[ProposedDay, ...]:
    """Days that suit the IRO of the child, best first, as `proposing.proposed_days`.

    None lies before `not_before`, the day itself left out.
    """
    with uow_factory() as uow:
        me = owner.signatory(uow.settings).name
        booked = _booked_for_others(uow, child)
        holidays = observed(uow.settings)
        iro = iro_of(child, me)
        busy = busy_calendar.read(uow.settings) if iro == me else ()
    family = child.sibling_group
    together = {day for other, day in booked if family and other.sibling_group == family}
    taken = {day for other, day in booked if iro_of(other, me) == iro}
    asked_on = today if not_before is None else max(today, not_before)
    return proposed_days(
        limit, asked_on, holidays, taken - together, busy, count, together=together
    )


def _booked_for_others(uow: UnitOfWork, child: Child) -> list[tuple[Child, dt.date]]:
    """The children to be reviewed besides this one, each with a day."""
    others = {other.id: other for other in uow.children.all() if other.id != child.id}
    return [
        (others[review.child_id], review.planned_for)
        for review in uow.reviews.all()
        if review.status in _STILL_TO_BE_HELD
        and review.planned_for is not None
        and review.child_id in others
    ]
