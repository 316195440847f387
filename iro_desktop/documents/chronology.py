"""A child's time in care in order: coming into it, moves, changes of law, reviews and the rest."""

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import Block, Row, Spans, Table, authored, plain, text_of
from iro_desktop.documents.filled import filled
from iro_desktop.documents.happening_words import happening_in_words
from iro_desktop.documents.review_facts import CodeLabels
from iro_desktop.documents.whole_life import LifeLabels
from iro_desktop.domain.care import Episode, PeriodOfCare, periods_of_care
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.review import Review
from iro_desktop.i18n.translator import Translator

_WIDTHS = (0.2, 0.34, 0.46)


@dataclass(frozen=True, slots=True)
class Event:
    """One line: the day, what happened, and why or what else is known; that may be nothing."""

    day: dt.date
    what: str
    more: Spans = ()


@dataclass(frozen=True, slots=True)
class Labels:
    """The words for all the codes that a chronology holds."""

    of_care: CodeLabels
    of_reasons: LifeLabels


def chronology(
    episodes: Sequence[Episode],
    reviews: Iterable[Review],
    happenings: Iterable[RecordedHappening],
    labels: Labels,
    tr: Translator,
) -> tuple[Event, ...]:
    """Every event, oldest first; on one day in the order care, reviews, what was written down.

    That a home came to an end stands before the move it led to.
    """
    happened = tuple(happenings)
    ended = [one for one in happened if one.happening is Happening.PLACEMENT_DISRUPTED]
    others = [one for one in happened if one.happening is not Happening.PLACEMENT_DISRUPTED]
    events = [
        *_of_happenings(ended, tr),
        *(event for period in periods_of_care(episodes) for event in _of_care(period, labels, tr)),
        *_of_reviews(reviews, tr),
        *_of_happenings(others, tr),
    ]
    return tuple(sorted(events, key=lambda event: event.day))


def chronology_table(events: Sequence[Event], tr: Translator) -> tuple[Block, ...]:
    """The events as a table; nothing where there are none."""
    rows = tuple(
        Row((plain(tr.date(event.day)), plain(event.what), event.more)) for event in events
    )
    header = (tr("Day"), tr("What happened"), tr("What the record says about it"))
    return (Table(plain(tr("The days that are on record")), header, rows, _WIDTHS),) if rows else ()


def _of_care(period: PeriodOfCare, labels: Labels, tr: Translator) -> Iterable[Event]:
    first = period.episodes[0]
    yield Event(period.started, tr("Came into care"), _coming_into_care(first, labels, tr))
    moves = set(period.homes_began()[1:])
    for before, after in itertools.pairwise(period.episodes):
        if after.started in moves:
            yield Event(
                after.started, tr("Moved to another home"), _move(before, after, labels, tr)
            )
        if after.legal_status != before.legal_status and after.legal_status:
            law = labels.of_care.legal_status(after.legal_status)
            yield Event(after.started, tr("What the law says changed"), plain(law))
    if period.ended is not None:
        reason = period.episodes[-1].reason_ended
        why = labels.of_reasons.reason_ended(reason) if reason else ""
        yield Event(period.ended, tr("Left care"), plain(why) if why else ())


def _coming_into_care(first: Episode, labels: Labels, tr: Translator) -> Spans:
    law = labels.of_care.legal_status(first.legal_status) if first.legal_status else ""
    need = first.category_of_need
    home = labels.of_care.placement(first.placement) if first.placement else ""
    return _sentences(
        (tr("By law: {said}."), law),
        (tr("Why: {said}."), labels.of_reasons.category_of_need(need) if need else ""),
        (tr("Home: {said}."), home),
    )


def _move(before: Episode, after: Episode, labels: Labels, tr: Translator) -> Spans:
    home = labels.of_care.placement(after.placement) if after.placement else ""
    reason = before.reason_for_move
    return _sentences(
        (tr("Home: {said}."), home),
        (tr("Why: {said}."), labels.of_reasons.reason_for_move(reason) if reason else ""),
    )


def _sentences(*templates: tuple[str, str]) -> Spans:
    """Those sentences that have something to say."""
    said = (filled(template, said=plain(value)) for template, value in templates if value)
    text = " ".join(text_of(one) for one in said)
    return plain(text) if text else ()


def _of_reviews(reviews: Iterable[Review], tr: Translator) -> Iterable[Event]:
    for review in reviews:
        if review.held_on is not None:
            yield Event(review.held_on, phrases.review_kind(review.kind, tr))
        elif review.cancelled_because.strip() and review.planned_for is not None:
            why = authored(review.cancelled_because.strip())
            yield Event(review.planned_for, tr("A review was cancelled"), why)


def _of_happenings(happenings: Iterable[RecordedHappening], tr: Translator) -> Iterable[Event]:
    for one in happenings:
        words = happening_in_words(one.happening, tr)
        if words:
            note = one.note.strip()
            yield Event(one.on, words, authored(note) if note else ())
