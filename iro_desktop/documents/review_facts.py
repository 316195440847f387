"""The facts of a review as the file has them: about the child, and about the review."""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import Facts, Spans, authored, facts, plain
from iro_desktop.documents.filled import filled, listed
from iro_desktop.domain.care import Episode, PeriodOfCare, periods_of_care, was_looked_after_on
from iro_desktop.domain.child import Child, age_on, is_carer
from iro_desktop.domain.meeting_kinds import KINDS
from iro_desktop.domain.review import OF_THE_CASE, Conduct, Review, ReviewKind
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.form_engine.definition import Fills, Form
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
    """Who the child is, and where and under which law they live on the day of the review.

    Of a foster household: its carers and their approval. No age is said of it, and no care.
    """
    child = record.child
    if child.is_household:
        return _about_the_household(record, tr)
    languages = [authored(language) for language in child.languages]
    return facts(
        (tr("Name"), plain(_name(child, tr))),
        (tr("Date of birth"), plain(_birth(child, _day(record), tr))),
        (tr("Council's number"), plain(child.number)),
        *about_care(record, labels, tr).items,
        (tr("Languages"), listed(languages, tr) if languages else ()),
        (tr("Communication needs"), authored(child.communication_needs.strip())),
        (tr("Social worker"), plain(child.social_worker)),
        (tr("Team"), plain(child.team)),
    )


def about_care(record: ReviewRecord, labels: CodeLabels, tr: Translator) -> Facts:
    """Since when, under which law and where the child is looked after on the day of the review."""
    day = _day(record)
    period = None if day is None else was_looked_after_on(periods_of_care(record.episodes), day)
    return facts() if period is None or day is None else _of_care(period, day, labels, tr)


def _about_the_household(record: ReviewRecord, tr: Translator) -> Facts:
    household = record.child
    named = (person.name for person in record.people if is_carer(person))
    return facts(
        (tr("Name"), plain(_name(household, tr))),
        (tr("Foster carers"), plain(", ".join(name for name in named if name))),
        (tr("Approved on"), plain(tr.date(household.date_of_birth))),
        (tr("Council's number"), plain(household.number)),
        (tr("Supervising social worker"), plain(household.social_worker)),
        (tr("Team"), plain(household.team)),
    )


def heading_of_subject(record: ReviewRecord, tr: Translator) -> str:
    """What stands above who it is about."""
    return tr("The household") if record.child.is_household else tr("The child")


def about_the_review(record: ReviewRecord, tr: Translator, form: Form | None = None) -> Facts:
    """Which review it is, when it was due and held and why so, who chaired it, what came of it.

    What was due is the child's review (regulation 33 of SI 2010/959): of other kinds the law, or
    the practice, is said in its place. Brothers and sisters whose reviews share the meeting are
    not named, nor is it said which reviews those were. `form` has the words of the outcome.
    """
    review, iro = record.review, record.iro
    due = record.due if review.kind in OF_THE_CASE else None
    chair = [iro.name, tr("independent reviewing officer"), iro.authority]
    return facts(
        (tr("Which review"), plain(_which(due, tr))),
        (tr("Held under"), plain(_held_under(review))),
        (tr("Due by"), plain(_due(due, tr))),
        *_how_it_was_held(review, tr),
        (tr("Held on"), plain(tr.weekday_date(review.held_on) if review.held_on else "")),
        (tr("Why that day counts"), authored(review.counted_because.strip())),
        (tr("Why it was held late"), _why_late(review, tr)),
        (tr("Planned place"), authored(review.planned_at.strip())),
        (tr("Held together with"), plain(_held_with(record, tr))),
        (tr("Outcome"), plain(_outcome(record, form, tr))),
        (tr("Review before this one"), plain(_date(record.previous_review_on, tr))),
        (tr("Chaired by"), plain(", ".join(part for part in chair if part))),
        (tr("Closed on"), plain(_date(review.closed_on, tr))),
    )


def _held_under(review: Review) -> str:
    """The law of a kind that stands beside the case; of the case the limit says it."""
    return "" if review.kind in OF_THE_CASE else KINDS[review.kind].source


def _held_with(record: ReviewRecord, tr: Translator) -> str:
    said = [phrases.review_kind(kind, tr) for kind in record.held_with]
    if record.with_family:
        said.append(tr("Reviews of brothers and sisters"))
    if record.review.pep_too:
        said.append(tr("Review of the personal education plan (PEP)"))
    return "; ".join(said)


def _outcome(record: ReviewRecord, form: Form | None, tr: Translator) -> str:
    """In the words of the form's option, which may be a bare yes; nothing while unanswered."""
    asked = form.filling(Fills.OUTCOME) if form is not None else None
    if asked is None:
        return ""
    code = record.answer(asked.id)
    said = next((tr(option.text) for option in asked.options if option.value == code), "")
    about = tr(asked.minutes.lead_in) if asked.minutes is not None and asked.minutes.lead_in else ""
    if not said or about in {"", tr("Outcome")}:
        return said
    return tr("{reason}: {note}", reason=about, note=said)


def _how_it_was_held(review: Review, tr: Translator) -> tuple[tuple[str, Spans], ...]:
    """What is not as usual: several meetings, papers only, an adjournment."""
    as_usual = review.conduct is Conduct.MEETING
    return (
        (tr("Held as"), plain("" if as_usual else phrases.conduct(review.conduct, tr))),
        (tr("Begun on"), plain(_date(review.began_on, tr))),
        (tr("Adjourned on"), plain(_date(review.adjourned_on, tr))),
        (tr("Why it was adjourned"), authored(review.adjourned_because.strip())),
        (tr("Resumed on"), plain(_date(review.resumed_on, tr))),
        (tr("Completed on"), plain(_date(review.completed_on, tr))),
    )


def _why_late(review: Review, tr: Translator) -> Spans:
    note = review.late_note.strip()
    if review.late_reason is None:
        return authored(note)
    reason = plain(phrases.late_reason(review.late_reason, tr))
    return filled(tr("{reason}: {note}"), reason=reason, note=authored(note)) if note else reason


def after_the_review(deadlines: Deadlines, tr: Translator) -> Facts:
    """What the IRO Handbook asks for after a review, and by when."""
    return facts(
        (tr("Decisions written"), plain(within(deadlines.decisions_written, tr))),
        (tr("Care plan updated"), plain(within(deadlines.care_plan_updated, tr))),
        (tr("Record written"), plain(within(deadlines.record_written, tr))),
        (tr("Record sent out"), plain(within(deadlines.record_sent, tr))),
    )


def next_due(due: Explained, tr: Translator) -> Facts:
    """By when the next review is to be held, and the law that says so."""
    return facts((tr("Due by"), plain(_due(due, tr))))


def _date(day: dt.date | None, tr: Translator) -> str:
    return tr.date(day) if day else ""


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


def _of_care(period: PeriodOfCare, day: dt.date, labels: CodeLabels, tr: Translator) -> Facts:
    episode: Episode = period.episode_on(day)
    placement = labels.placement(episode.placement) if episode.placement else ""
    legal_status = labels.legal_status(episode.legal_status) if episode.legal_status else ""
    return facts(
        (tr("Looked after since"), plain(tr.date(period.started))),
        (tr("Legal status"), plain(legal_status)),
        (tr("Placement"), plain(placement)),
        (tr("In this placement since"), plain(tr.date(period.in_this_home_since(day)))),
    )


def _which(due: Explained | None, tr: Translator) -> str:
    return "" if due is None else tr(due.rule.title)


def _due(due: Explained | None, tr: Translator) -> str:
    return "" if due is None else tr("{day} ({law})", day=tr.date(due.on), law=due.rule.law)


def within(due: Explained | None, tr: Translator) -> str:
    """Within how many working days, and by which day; empty where nobody reckoned it."""
    if due is None:
        return ""
    days = due.rule.length.number
    within = tr.count("within {number} working day", "within {number} working days", days)
    return tr("{within}, by {day}", within=within, day=tr.date(due.on))


def kind_title(record: ReviewRecord, tr: Translator, form: Form | None = None) -> str:
    """What the minutes are minutes of: a council's own meeting is called what its form is."""
    if record.review.kind is ReviewKind.COUNCIL and form is not None:
        return tr(form.title)
    return phrases.review_kind(record.review.kind, tr)
