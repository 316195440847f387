"""The facts at the head of minutes: about the child, and about the review."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import Facts, facts, plain
from iro_desktop.domain.care import Episode, PeriodOfCare, periods_of_care, was_looked_after_on
from iro_desktop.domain.child import Child, age_on
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.i18n.translator import Translator


class CodeLabels(Protocol):
    """What the SSDA903's codes mean, in words."""

    def legal_status(self, code: str) -> str:
        """A legal status, such as C2."""
        ...

    def placement(self, code: str) -> str:
        """A placement, such as U6."""
        ...


class BareCodes:
    """The codes themselves, where no one has given their meanings."""

    def legal_status(self, code: str) -> str:
        """The code."""
        return code

    def placement(self, code: str) -> str:
        """The code."""
        return code


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The days by which what follows a review is to be done; None where nobody reckoned them."""

    decisions_written: Explained | None = None
    care_plan_updated: Explained | None = None
    record_written: Explained | None = None
    record_sent: Explained | None = None


def about_the_child(record: ReviewRecord, labels: CodeLabels, tr: Translator) -> Facts:
    """Who the child is, and where and under which law they live on the day of the review."""
    child, day = record.child, _day(record)
    period = None if day is None else was_looked_after_on(periods_of_care(record.episodes), day)
    return _facts(
        (
            (tr("Name"), _name(child, tr)),
            (tr("Date of birth"), _birth(child, day, tr)),
            (tr("Council's number"), child.number),
            *_about_care(period, day, labels, tr),
            (tr("Languages"), tr.list(list(child.languages)) if child.languages else ""),
            (tr("Communication needs"), child.communication_needs),
            (tr("Social worker"), child.social_worker),
            (tr("Team"), child.team),
        )
    )


def about_the_review(record: ReviewRecord, tr: Translator) -> Facts:
    """Which review it is, when it was due and held, and who chaired it."""
    review, iro = record.review, record.iro
    before = record.previous_review_on
    chair = [iro.name, tr("independent reviewing officer"), iro.authority]
    return _facts(
        (
            (tr("Which review"), _which(record.due, tr)),
            (tr("Due by"), _due(record.due, tr)),
            (tr("Held on"), tr.weekday_date(review.held_on) if review.held_on else ""),
            (tr("Planned place"), review.planned_at),
            (tr("Review before this one"), tr.date(before) if before else ""),
            (tr("Chaired by"), ", ".join(part for part in chair if part)),
            (tr("Closed on"), tr.date(review.closed_on) if review.closed_on else ""),
        )
    )


def after_the_review(deadlines: Deadlines, tr: Translator) -> Facts:
    """What the IRO Handbook asks for after a review, and by when."""
    return _facts(
        (
            (tr("Decisions written"), _within(deadlines.decisions_written, tr)),
            (tr("Care plan updated"), _within(deadlines.care_plan_updated, tr)),
            (tr("Record written"), _within(deadlines.record_written, tr)),
            (tr("Record sent out"), _within(deadlines.record_sent, tr)),
        )
    )


def next_due(due: Explained, tr: Translator) -> Facts:
    """By when the next review is to be held, and the law that says so."""
    return facts((tr("Due by"), plain(_due(due, tr))))


def _facts(items: Iterable[tuple[str, str]]) -> Facts:
    return facts(*((label, plain(value.strip())) for label, value in items))


def _day(record: ReviewRecord) -> dt.date | None:
    return record.review.held_on or record.review.planned_for


def _name(child: Child, tr: Translator) -> str:
    name = f"{child.known_as.strip()} {child.family_name.strip()}".strip()
    return name or tr("Not recorded yet")


def _birth(child: Child, day: dt.date | None, tr: Translator) -> str:
    born = tr.date(child.date_of_birth)
    if day is None or day < child.date_of_birth:
        return born
    years = age_on(child.date_of_birth, day)
    return tr("{day} ({age} at this review)", day=born, age=years)


def _about_care(
    period: PeriodOfCare | None, day: dt.date | None, labels: CodeLabels, tr: Translator
) -> tuple[tuple[str, str], ...]:
    if period is None or day is None:
        return ()
    episode: Episode = period.episode_on(day)
    placement = labels.placement(episode.placement) if episode.placement else ""
    legal_status = labels.legal_status(episode.legal_status) if episode.legal_status else ""
    since = tr.date(period.in_this_home_since(day))
    return (
        (tr("Looked after since"), tr.date(period.started)),
        (tr("Legal status"), legal_status),
        (tr("Placement"), placement),
        (tr("In this placement since"), since),
    )


def _which(due: Explained | None, tr: Translator) -> str:
    return "" if due is None else tr(due.rule.title)


def _due(due: Explained | None, tr: Translator) -> str:
    return "" if due is None else tr("{day} ({law})", day=tr.date(due.on), law=due.rule.law)


def _within(due: Explained | None, tr: Translator) -> str:
    if due is None:
        return ""
    days = due.rule.length.number
    within = tr.count("within {number} working day", "within {number} working days", days)
    return tr("{within}, by {day}", within=within, day=tr.date(due.on))


def kind_title(record: ReviewRecord, tr: Translator) -> str:
    """What the minutes are minutes of."""
    return phrases.review_kind(record.review.kind, tr)
