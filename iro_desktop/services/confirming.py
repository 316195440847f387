"""A manager's answer to a review's decisions, and by when it is to be given.

IRO Handbook 2010, 7.10 onwards: the decisions are written within five working days of the review,
and the manager then has five to say that they are not agreed. The rule, with how far its source
was checked, stands in resources/reference/timescales/around_the_review.yaml.
"""

import datetime as dt
from collections.abc import Iterable

from iro_desktop.domain.correspondence import DocumentKind, WrittenDocument
from iro_desktop.domain.document_versions import ManagersConfirmation
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.identifiers import EntityId, ReviewId, new_id
from iro_desktop.domain.review import Review
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.rule_book import NotInForce
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import DaysOutOfOrder, NameMissing, ReasonMissing
from iro_desktop.services.happenings import told
from iro_desktop.services.ports import Clock, UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.reckoning import reckoner_of
from iro_desktop.services.review_records import require_review
from iro_desktop.services.rights import Rights

_RULE = "manager_response"
_TOPICS = (Topic.DECISIONS, Topic.DOCUMENTS, Topic.CHILD, Topic.CASELOAD)


def answer_by(uow_factory: UnitOfWorkFactory, review_id: ReviewId) -> Explained | None:
    """Until when the manager may answer; None while nobody has been told what was decided.

    Counted from the day the decisions went out, or else the record was closed. None too for a
    review of before there was a rule. Raises NoSuchThing.
    """
    with uow_factory() as uow:
        review = require_review(uow, review_id)
        told = _told_on(review, uow.written_documents.of_review(review_id))
        if told is None:
            return None
        try:
            return reckoner_of(uow.settings).due(_RULE, told)
        except NotInForce:
            return None


def stands(uow_factory: UnitOfWorkFactory, review_id: ReviewId, today: dt.date) -> bool:
    """Whether the decisions stand: agreed, or the time to answer ran out without a word.

    That silence agrees is how councils take it; no source for it was read.
    """
    answers = confirmations(uow_factory, review_id)
    if answers:
        return answers[-1].agrees
    due = answer_by(uow_factory, review_id)
    return due is not None and due.on < today


def confirmations(
    uow_factory: UnitOfWorkFactory, review_id: ReviewId
) -> tuple[ManagersConfirmation, ...]:
    """What managers said to a review's decisions, from the oldest on."""
    with uow_factory() as uow:
        return tuple(uow.managers_confirmations.of_review(review_id))


def confirm(
    uow_factory: UnitOfWorkFactory,
    review_id: ReviewId,
    clock: Clock,
    *,
    by: str,
    agrees: bool,
    remarks: str = "",
    on: dt.date | None = None,
) -> tuple[ManagersConfirmation, Changed]:
    """Note a manager's answer, which also stops its clock.

    Raises:
        DaysOutOfOrder: it is said to have come before the review was held, or after today.
        NameMissing: it is not said which manager.
        NoSuchThing: there is no such review.
        ReasonMissing: the manager does not agree, and does not say with what.
    """
    if not by.strip():
        raise NameMissing
    if not agrees and not remarks.strip():
        raise ReasonMissing
    day = on or clock.today()
    with uow_factory() as uow:
        review = require_review(uow, review_id)
        if review.held_on is None or not review.held_on <= day <= clock.today():
            raise DaysOutOfOrder
        said = ManagersConfirmation(
            id=EntityId(new_id()),
            child_id=review.child_id,
            review_id=review_id,
            on=day,
            by=by.strip(),
            agrees=agrees,
            remarks=remarks.strip(),
        )
        uow.managers_confirmations.put(said)
        _stop_the_clock(uow, said)
    return said, Changed.of(said, *_TOPICS)


def take_back(uow_factory: UnitOfWorkFactory, said: ManagersConfirmation) -> Changed:
    """Take back an answer noted in error, and let its clock run again. Raises NoSuchThing."""
    with uow_factory() as uow:
        uow.managers_confirmations.withdraw(said)
        others = uow.managers_confirmations.of_child(said.child_id)
        is_ours = Rights(uow.settings).has_kind(said.child_id, "happening")
        if is_ours and all(other.on != said.on for other in others):
            for one in uow.happenings.of_child(said.child_id):
                if one.happening is Happening.MANAGER_RESPONDED and one.on == said.on:
                    uow.happenings.withdraw(one)
    return Changed.of(said, *_TOPICS)


def _told_on(review: Review, documents: Iterable[WrittenDocument]) -> dt.date | None:
    sent = [
        one.sent_on
        for one in documents
        if one.kind is DocumentKind.DECISIONS and one.sent_on is not None
    ]
    return min(sent, default=review.closed_on)


def _stop_the_clock(uow: UnitOfWork, said: ManagersConfirmation) -> None:
    if not Rights(uow.settings).has_kind(said.child_id, "happening"):
        return  # on a manager's own laptop: clocks take it from the answer itself
    known = uow.happenings.of_child(said.child_id)
    if any(one.happening is Happening.MANAGER_RESPONDED and one.on == said.on for one in known):
        return
    uow.happenings.put(told(uow, said.child_id, Happening.MANAGER_RESPONDED, said.on))
