"""Read the whole child on one page: for a child as today is, and for a review as of its day.

Of a closed review the page says what was known on the day on which it was closed, as the revisions
tell: what was written down later, of days before, does not change it.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from iro_desktop.domain.activities import Activity
from iro_desktop.domain.advocacy import OfferState, SupportOffer
from iro_desktop.domain.care import periods_of_care
from iro_desktop.domain.child import Child
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.domain.life import life_of
from iro_desktop.domain.permanence import PermanenceFinding
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.domain.whole_child import (
    Dated,
    Found,
    Known,
    Source,
    SourceKind,
    WholeChild,
    whole_child,
)
from iro_desktop.services import sdq
from iro_desktop.services.child_file import require_child
from iro_desktop.services.history_port import Revision
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.reckoning import reckoner_of
from iro_desktop.services.rights import is_part

_DAYS_OF_RETURN: Mapping[str, Happening] = {
    "last_health_assessment": Happening.HEALTH_ASSESSED,
    "last_dental_check": Happening.DENTAL_CHECK,
    "last_social_work_visit": Happening.SOCIAL_WORKER_VISITED,
    "last_iro_contact": Happening.IRO_SAW_CHILD,
}
_FLAGS_OF_RETURN = (
    "health_assessment_up_to_date",
    "dental_check_up_to_date",
    "immunisations_up_to_date",
)
_Thing = SupportOffer | PermanenceFinding
_OF_RETURN = (*_DAYS_OF_RETURN, *_FLAGS_OF_RETURN, "permanence_plan")


@dataclass(frozen=True, slots=True)
class Meeting:
    """The review at which the page is looked at, and the decisions it looks back on.

    `promised_on` is the day on which the latest of them were made.
    """

    review: Review
    promises: Sequence[Decision] = ()
    promised_on: dt.date | None = None


def read(uow_factory: UnitOfWorkFactory, child_id: ChildId, today: dt.date) -> WholeChild | None:
    """The page of a child as today is; None as `gather` says. Raises NoSuchThing."""
    with uow_factory() as uow:
        return gather(uow, require_child(uow, child_id), today)


def gather(
    uow: UnitOfWork, child: Child, day: dt.date, meeting: Meeting | None = None
) -> WholeChild | None:
    """The page as of `day`; of a review, as it was before that review was held.

    None too where only a part of the record is here: "not recorded" would be said of what was not
    sent.
    """
    if child.is_household or is_part(uow, child.id):
        return None
    return whole_child(_Gathering(uow, child, day, meeting).known(), reckoner_of(uow.settings), day)


class _Gathering:
    def __init__(
        self, uow: UnitOfWork, child: Child, day: dt.date, meeting: Meeting | None
    ) -> None:
        self._uow, self._day, self._meeting = uow, day, meeting
        review = meeting.review if meeting else None
        self._review = review.id if review else None
        recorded: list[RecordedHappening] = [*uow.happenings.of_child(child.id)]
        recorded.extend(_talks(uow.activities.of_child(child.id)))
        happened = [one for one in recorded if one.on <= day]
        scores = [one for one in uow.sdq_scores.of_child(child.id) if one.on <= day]
        wanted: list[str] = [child.id, *(one.id for one in happened), *(one.id for one in scores)]
        if review is not None and review.is_fixed:
            wanted.append(review.id)
        self._revisions: dict[str, list[Revision]] = {}
        for one in uow.history.looked_at(wanted):
            self._revisions.setdefault(one.entity, []).append(one)
        self._until = self._fixed_on(review)
        self._happened = [one for one in happened if self._is_known(one.id)]
        self._scores = [one for one in scores if self._is_known(one.id)]
        every = self._revisions.get(child.id, [])
        self._childs = [one for one in every if one.made_at.date() <= self._until] or every[:1]
        self._child = _as_known(child, self._childs)

    def known(self) -> Known:
        uow, child, meeting = self._uow, self._child, self._meeting
        reviews = uow.reviews.of_child(child.id)
        before = [
            review for review in reviews if review.id != self._review and self._is_held(review)
        ]
        periods = [
            period
            for period in periods_of_care(uow.episodes.of_child(child.id))
            if period.started <= self._day
        ]
        taken_in = _taken_in(self._childs)
        # What data told only after the review was fixed says nothing of the day it was held.
        late = [name for name in _FLAGS_OF_RETURN if taken_in.get(name, dt.date.min) > self._until]
        child = _with(child, dict.fromkeys(late))
        return Known(
            child=child,
            periods=periods,
            life=life_of(_without_later(child, self._day), periods, before, self._happened),
            told=self._told(taken_in),
            sdq=[one for one in sdq.over_time(self._scores, self._childs) if one.on <= self._day],
            offers=self._found(_answered(uow.support_offers.of_child(child.id)), reviews),
            findings=self._found(_looked_into(uow.permanence_findings.of_child(child.id)), reviews),
            promises=meeting.promises if meeting else (),
            promised_on=meeting.promised_on if meeting else None,
            taken_in=taken_in,
        )

    def _fixed_on(self, review: Review | None) -> dt.date:
        """The day until which what was written down counts as known."""
        if review is not None and review.is_fixed:
            for one in self._revisions.get(review.id, ()):
                if one.fields.get("status") == review.status.value:
                    return one.made_at.date()
        return dt.date.max

    def _is_known(self, name: str) -> bool:
        revisions = self._revisions.get(name)
        return not revisions or revisions[0].made_at.date() <= self._until

    def _is_held(self, review: Review) -> bool:
        return review.held_on is not None and review.held_on <= self._day

    def _told(self, taken_in: Mapping[str, dt.date]) -> Mapping[Happening, Dated]:
        """The latest of each kind, from wherever it is known; a person's word before a return's."""
        told: dict[Happening, Dated] = {}
        for one in sorted(self._happened, key=lambda one: one.on):
            revisions = self._revisions.get(one.id)
            written = revisions[0].made_at.date() if revisions else None
            source = Source(SourceKind.RECORDED, one.recorded_by, written)
            told[one.happening] = Dated(one.on, source, one.note.strip())
        for name, happening in _DAYS_OF_RETURN.items():
            day: dt.date | None = getattr(self._child, name)
            known = told.get(happening)
            if day is not None and day <= self._day and (known is None or known.on < day):
                source = Source(SourceKind.RETURN, on=taken_in.get(name))
                told[happening] = Dated(day, source)
        return told

    def _found(self, things: Iterable[_Thing], reviews: Sequence[Review]) -> tuple[Found, ...]:
        """What reviews found, the review at hand first, then from the latest on."""
        days = {
            review.id: review.held_on
            for review in reviews
            if review.id == self._review
            or (
                self._is_held(review)
                if self._meeting
                else review.status is not ReviewStatus.CANCELLED
            )
        }
        found = [(thing, days[thing.review_id]) for thing in things if thing.review_id in days]
        found.sort(key=lambda pair: pair[1] or dt.date.max, reverse=True)
        found.sort(key=lambda pair: pair[0].review_id != self._review)
        return tuple(Found(thing=thing, held_on=held_on) for thing, held_on in found)


def _talks(activities: Iterable[Activity]) -> Iterator[RecordedHappening]:
    """What the IRO noted as activities at which the child was seen or spoken with."""
    for one in activities:
        if one.was_in_touch:
            yield RecordedHappening(
                id=one.id,
                child_id=one.child_id,
                happening=Happening.IRO_SAW_CHILD,
                on=one.on,
                recorded_by=one.recorded_by,
            )


def _answered(offers: Iterable[SupportOffer]) -> list[SupportOffer]:
    return [offer for offer in offers if offer.state is not OfferState.NOT_SAID]


def _looked_into(findings: Iterable[PermanenceFinding]) -> list[PermanenceFinding]:
    return [finding for finding in findings if finding.is_present is not None]


def _as_known(child: Child, revisions: Sequence[Revision]) -> Child:
    """The child with what the council's data told by the last of these revisions."""
    if not revisions:
        return child
    fields = revisions[-1].fields
    days = {name: _day(fields.get(name)) for name in _DAYS_OF_RETURN}
    flags = {name: fields.get(name) for name in _FLAGS_OF_RETURN}
    return _with(child, {**days, **flags, "permanence_plan": fields.get("permanence_plan") or ""})


def _without_later(child: Child, day: dt.date) -> Child:
    """The child without days that were still to come."""
    later = [name for name in _DAYS_OF_RETURN if (getattr(child, name) or dt.date.min) > day]
    return _with(child, dict.fromkeys(later))


def _with(child: Child, fields: Mapping[str, object]) -> Child:
    return replace(child, **fields)  # type: ignore[arg-type]  # values as these fields take them


def _day(value: object) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else None


def _taken_in(revisions: Sequence[Revision]) -> dict[str, dt.date]:
    """Since when each field that data tells has stood as the last of these revisions has it."""
    since: dict[str, dt.date] = {}
    for name in _OF_RETURN:
        for one in reversed(revisions):
            if one.fields.get(name) != revisions[-1].fields.get(name):
                break
            since[name] = one.made_at.date()
    return since
