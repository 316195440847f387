"""The head of the page: what the child is called, how old, and what to know at a glance."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.domain.child import Child, age_on, birthday
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services.caseload import ChildSummary, is_half_finished
from iro_desktop.services.child_file import ChildFile
from iro_desktop.services.rights import Allowed
from iro_desktop.ui.words.children import age_in_words, home_of, legal_status_of, name_of
from iro_desktop.ui.words.tones import Tone

_BIRTHDAY_IS_NEAR = 30


@dataclass(frozen=True, slots=True)
class Mark:
    """A word or two in a pill."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Sibling:
    """A brother or sister in the same caseload."""

    child: ChildId
    name: str
    age: str


@dataclass(frozen=True, slots=True)
class Identity:
    """The head of the page. `action` is empty for a child who is not in care.

    A meeting can be booked for every child: a conference or a leaving care review asks for no care.
    """

    name: str
    is_named: bool
    number: str
    about: str
    marks: tuple[Mark, ...]
    action: str
    siblings: tuple[Sibling, ...]
    may_ask_what_if: bool = False
    may_book: bool = True


def identity_of(file: ChildFile, today: dt.date, allowed: Allowed | None = None) -> Identity:
    """Who the page is about, and what `allowed` lets its reader do."""
    summary, child, allowed = file.summary, file.child, allowed or Allowed()
    may_write = allowed.writes("review")
    if child.is_household:
        return _of_household(summary, may_write=may_write)
    return Identity(
        name=name_of(child),
        is_named=child.is_named,
        number=child.number,
        about=_about(child, today),
        marks=tuple(_marks(summary, allowed)),
        action=_action(summary) if may_write else "",
        may_ask_what_if=summary.is_looked_after and not is_half_finished(summary),
        may_book=may_write,
        siblings=tuple(
            Sibling(other.id, name_of(other), age_in_words(age_on(other.date_of_birth, today)))
            for other in file.siblings
        ),
    )


def _of_household(summary: ChildSummary, *, may_write: bool) -> Identity:
    household = summary.child
    since = tr("Approved on {day}", day=screen().date(household.date_of_birth))
    marks = [Mark(tr("Foster household"), "info")]
    if household.made_up:
        marks.append(Mark(tr("Made up"), "warning"))
    return Identity(
        name=name_of(household),
        is_named=True,
        number=household.number,
        about=since,
        marks=tuple(marks),
        action=_carry_on_or_prepare(summary) if may_write else "",
        siblings=(),
        may_book=may_write,
    )


def _about(child: Child, today: dt.date) -> str:
    parts = [
        age_in_words(age_on(child.date_of_birth, today)),
        tr("born {day}", day=screen().date(child.date_of_birth)),
        _birthday_soon(child, today),
        child.pronouns.strip(),
    ]
    return " · ".join(part for part in parts if part)


def _birthday_soon(child: Child, today: dt.date) -> str:
    age = age_on(child.date_of_birth, today)
    if age > 0 and birthday(child.date_of_birth, age) == today:
        return tr("birthday today")
    days = (birthday(child.date_of_birth, age + 1) - today).days
    if days > _BIRTHDAY_IS_NEAR:
        return ""
    return ntr("turns {age} tomorrow", "turns {age} in {number} days", days, age=age + 1)


def _marks(summary: ChildSummary, allowed: Allowed) -> list[Mark]:
    child, episode = summary.child, summary.episode
    marks = [Mark(text) for text in (legal_status_of(episode), home_of(episode)) if text]
    if not summary.is_looked_after and allowed.reads("episode"):
        marks.append(Mark(tr("Not in care now")))
    if child.permanently_matched_on:
        marks.append(Mark(tr("Permanently matched"), "success"))
    if child.unaccompanied:
        marks.append(Mark(tr("Unaccompanied, seeking asylum"), "info"))
    if child.made_up:
        marks.append(Mark(tr("Made up"), "warning"))
    return marks


def _action(summary: ChildSummary) -> str:
    if not summary.is_looked_after and not is_half_finished(summary):
        return ""
    return _carry_on_or_prepare(summary)


def _carry_on_or_prepare(summary: ChildSummary) -> str:
    is_begun = is_half_finished(summary)
    return tr("Carry on with the review") if is_begun else tr("Prepare the next review")
