"""What today asks for, ranked by the days that are left, whatever kind of thing it is.

Reviews of children and of foster households, disruption meetings that are suggested, papers to
send, decisions the manager has not confirmed, actions past their day, children in care four months
without a plan for permanence or not seen in time, homes on a care order past 15 and 18 months,
concerns in the resolution process, and the clocks of other meetings.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from iro_desktop.domain.care import periods_of_care
from iro_desktop.domain.child import Child
from iro_desktop.domain.correspondence import WrittenDocument
from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.disruption import Suggestion, suggested
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.review import Review
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.domain.working_days import working_days_late
from iro_desktop.services.caseload import (
    BEGUN,
    SOON,
    ChildSummary,
    Everything,
    by_child,
    is_half_finished,
    read_everything,
    summaries_of,
)
from iro_desktop.services.child_clocks import other_clocks_of
from iro_desktop.services.disruptions import AIM
from iro_desktop.services.meetings_due import OWN_CLOCKS, meetings_due
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.rights import Rights

_SENT = "record_sent"
_PAPERS = frozenset({"decisions_written", "record_written", _SENT})
"""Of these only the soonest is asked for, and none where a paper waits in the list itself."""
_TAKEN_AS_AGREED = "manager_response"
"""A manager who says nothing in time is taken to agree."""
_VISITS = frozenset({"visit_first", "visit_later"})
_SHOWN_FAMILIES = frozenset({"secure", "private_fostering", "child_protection"})
_SHOWN_RULES = frozenset(
    {
        *_PAPERS,
        *_VISITS,
        _TAKEN_AS_AGREED,
        "adjourned_review",
        "adoption_returned_review",
        "care_leaver_review",
        "disruption_meeting",
        "permanence_plan_by_four_months",
        "placed_with_parents_15_months",
        "placed_with_parents_18_months",
        "resolution_process",
    }
)


@dataclass(frozen=True, slots=True)
class Unsent:
    """Something written that has not gone to its reader.

    `due` is None while the review has no day; `working_days_left` is counted from today, negative
    once the last day has gone.
    """

    child: Child
    document: WrittenDocument
    due: Explained | None = None
    working_days_left: int | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that matters. It has a clock (`due`), or is what was agreed for a day.

    `actions` are all of a child's that are past their day, the longest first. `summary` is there
    for a review of the case or of a household, `unsent` for something written. `booked` is the
    meeting that stands in the diary for it, `suggestion` why a disruption meeting is suggested.
    """

    child: Child
    on: dt.date
    due: Explained | None = None
    summary: ChildSummary | None = None
    unsent: Unsent | None = None
    actions: tuple[Decision, ...] = ()
    booked: Review | None = None
    suggestion: Suggestion | None = None


@dataclass(frozen=True, slots=True)
class HalfFinished:
    """A review of any kind that was begun. `due` is None where no clock runs for it."""

    child: Child
    review: Review
    due: Explained | None


@dataclass(frozen=True, slots=True)
class Today:
    """What today asks for, the fewest days left first, and the reviews that were begun.

    `children` counts those in care, `unnamed` those of them that nobody has named yet. Of children
    of whom only a part is here (`parts` counts them, `files` all) nothing is reckoned: what it
    follows from is not on this laptop.
    """

    overdue: tuple[Ask, ...]
    due_soon: tuple[Ask, ...]
    half_finished: tuple[HalfFinished, ...]
    children: int
    unnamed: int
    has_caseload: bool
    parts: int = 0
    files: int = 0


def today_asks(uow_factory: UnitOfWorkFactory, today: dt.date) -> Today:
    """What is overdue, what is due in thirty days, and what is half-finished."""
    with uow_factory() as uow:
        known = read_everything(uow)
        documents = uow.written_documents.all()
        decisions = uow.decisions.all()
        parts = Rights(uow.settings).parts
    summaries = summaries_of(known, today)
    whole = [one for one in summaries if one.child.id not in parts]
    of_child = by_child(documents)
    visits_are_told = any(child.last_social_work_visit for child in known.children) or any(
        one.happening is Happening.SOCIAL_WORKER_VISITED
        for some in known.happenings.values()
        for one in some
    )
    asks = [*_reviews(whole), *_unsent(documents, known, today)]
    asks += _actions(decisions, known, today)
    half_finished: list[HalfFinished] = []
    for one in whole:
        written = of_child.get(one.child.id, ())
        asks += _clocks(one, known, written, today, visits_are_told=visits_are_told)
        asks += _suggestions(one, known, today)
        half_finished += _begun(one, known, today)
    half_finished += _begun_in_part(summaries, parts)
    asks.sort(key=lambda ask: (ask.on, ask.child.known_as, ask.child.number))
    return Today(
        overdue=tuple(ask for ask in asks if ask.on < today),
        due_soon=tuple(ask for ask in asks if today <= ask.on <= today + SOON),
        half_finished=tuple(half_finished),
        children=sum(summary.is_looked_after for summary in whole),
        unnamed=sum(not summary.child.is_named for summary in whole if summary.period),
        has_caseload=bool(summaries),
        parts=len(summaries) - len(whole),
        files=len(summaries),
    )


def _reviews(summaries: Iterable[ChildSummary]) -> Iterator[Ask]:
    for summary in summaries:
        due = summary.next_due
        if due is not None and not is_half_finished(summary):
            yield Ask(summary.child, due.on, due, summary=summary, booked=summary.booked)


def _begun(summary: ChildSummary, known: Everything, today: dt.date) -> Iterator[HalfFinished]:
    """Every review of the child that is being prepared or chaired, whatever its kind."""
    reviews = known.reviews.get(summary.child.id, ())
    begun = sorted((one for one in reviews if one.status in BEGUN), key=_soonest)
    if not begun:
        return
    limits = meetings_due(summary, known, today).limits
    for review in begun:
        yield HalfFinished(summary.child, review, limits.get(review.id))


def _begun_in_part(
    summaries: Iterable[ChildSummary], parts: Collection[str]
) -> Iterator[HalfFinished]:
    """Reviews of which only a part is here: they are there to be read, and no clock is known."""
    for summary in summaries:
        if summary.child.id in parts:
            begun = [one for one in summary.in_hand if one.status in BEGUN]
            for review in sorted(begun, key=_soonest):
                yield HalfFinished(summary.child, review, None)


def _soonest(review: Review) -> tuple[dt.date, str]:
    return review.held_on or review.planned_for or dt.date.max, review.id


def _suggestions(summary: ChildSummary, known: Everything, today: dt.date) -> Iterator[Ask]:
    child = summary.child
    found = suggested(
        child,
        periods_of_care(known.episodes.get(child.id, ())),
        known.happenings.get(child.id, ()),
        known.reviews.get(child.id, ()),
        today,
    )
    if found is not None:
        aim = known.reckoner.due(AIM, found.ended)
        yield Ask(child, aim.on, aim, suggestion=found)


def _unsent(
    documents: Iterable[WrittenDocument], known: Everything, today: dt.date
) -> Iterator[Ask]:
    reviews = {review.id: review for some in known.reviews.values() for review in some}
    children = {child.id: child for child in known.children}
    for document in documents:
        child = children.get(document.child_id)
        if document.sent_on is not None or child is None:
            continue
        unsent = _waiting(child, document, reviews.get(document.review_id), known.reckoner, today)
        yield Ask(child, unsent.due.on if unsent.due else today, unsent.due, unsent=unsent)


def _waiting(
    child: Child,
    document: WrittenDocument,
    review: Review | None,
    reckoner: Reckoner,
    today: dt.date,
) -> Unsent:
    if review is None or review.held_on is None:
        return Unsent(child, document)
    due = reckoner.due(_SENT, review.held_on)
    left = working_days_late(today, due.on, reckoner.holidays)
    late = working_days_late(due.on, today, reckoner.holidays)
    return Unsent(child, document, due, left - late)


def _actions(decisions: Sequence[Decision], known: Everything, today: dt.date) -> Iterator[Ask]:
    """Actions of a child's latest closed review whose day has gone, with no word of them."""
    children = {child.id: child for child in known.children}
    for name, made in by_child(decisions).items():
        closed = [review for review in known.reviews.get(name, ()) if review.is_closed]
        latest = max(closed, key=lambda review: review.held_on or dt.date.min, default=None)
        child = children.get(name)
        if latest is None or child is None:
            continue
        past = [
            (decision.due_on, decision.position, decision)
            for decision in made
            if decision.review_id == latest.id
            and decision.kept is Kept.NOT_LOOKED_AT
            and decision.due_on is not None
            and decision.due_on < today
        ]
        if past:
            past.sort(key=lambda one: one[:2])
            yield Ask(child, past[0][0], actions=tuple(decision for *_, decision in past))


def _clocks(
    summary: ChildSummary,
    known: Everything,
    documents: Sequence[WrittenDocument],
    today: dt.date,
    *,
    visits_are_told: bool,
) -> Iterator[Ask]:
    child = summary.child
    clocks = other_clocks_of(
        child,
        known.episodes.get(child.id, ()),
        known.reviews.get(child.id, ()),
        known.happenings.get(child.id, ()),
        documents,
        known.reckoner,
        today,
    )
    if child.is_household:
        return  # its review is asked for already
    reviews = known.reviews.get(child.id, ())
    in_hand = {one.kind: one for one in reviews if not one.is_fixed}
    waits = any(document.sent_on is None for document in documents)
    papers_are_said = waits
    for due in sorted(clocks, key=lambda one: one.on):
        if due.on > today + SOON or not _is_shown(due):
            continue
        if due.rule.id in _VISITS and (due.on >= today or not visits_are_told):
            continue  # a visit is asked about once it is missed, by a store that hears of visits
        if due.rule.id == _TAKEN_AS_AGREED and due.on < today:
            continue
        if due.rule.id in _PAPERS:
            if papers_are_said:
                continue
            papers_are_said = True
        meeting = in_hand.get(OWN_CLOCKS[due.rule.id]) if due.rule.id in OWN_CLOCKS else None
        if meeting is None or meeting.status not in BEGUN:
            yield Ask(child, due.on, due, booked=meeting)


def _is_shown(due: Explained) -> bool:
    return due.rule.id in _SHOWN_RULES or due.rule.family in _SHOWN_FAMILIES
