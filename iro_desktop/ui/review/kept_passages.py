"""What of a review is kept from whom, without the screen."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.withholding import (
    ConfidentialDetail,
    Reader,
    WithheldBecause,
    WithheldPassage,
)
from iro_desktop.form_engine.answers import detail_of
from iro_desktop.form_engine.definition import Form, Records
from iro_desktop.i18n import screen, tr
from iro_desktop.services import withholding
from iro_desktop.services.changed import Changed
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.words.withholding import because_in_words, passage_in_words, readers_in_words

Act = Callable[[Workspace, ReviewId], Changed]
"""Something done to a review in the store."""


class _Named(Protocol):
    """Whatever in a record has an id."""

    @property
    def id(self) -> str:
        """It."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """One text of the record: a field of a thing."""

    thing: str
    field: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What the IRO chose for a passage. `why` is for the file of the decision, and never prints."""

    because: WithheldBecause
    kept_from: tuple[Reader, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A passage as the list shows it: what, where, from whom, why, who decided and when."""

    passage: WithheldPassage
    what: str
    where: str
    kept_from: str
    because: str
    decided: str
    is_lost: bool


@dataclass(frozen=True, slots=True)
class DetailLine:
    """A confidential detail of the child as the list shows it."""

    detail: ConfidentialDetail
    what: str
    kept_from: str
    why: str
    decided: str


class WithheldPresenter:
    """`act` does something to the review in the store, and takes in how it stands then.

    `on_changed` is called after each change.
    """

    def __init__(
        self,
        record: Callable[[], ReviewRecord],
        form: Callable[[], Form],
        act: Callable[[Act], None],
    ) -> None:
        self._record, self._form, self._act = record, form, act
        self.on_changed: Callable[[], None] = _nobody_is_told

    def kept_in(self, place: Place) -> tuple[WithheldPassage, ...]:
        """What of one text is kept from anyone."""
        return tuple(
            passage
            for passage in self._record().withheld
            if (passage.thing, passage.field) == (place.thing, place.field)
        )

    def count(self) -> int:
        """How many passages and details are kept from anyone."""
        record = self._record()
        return len(record.withheld) + len(record.confidential)

    def lost(self) -> tuple[WithheldPassage, ...]:
        """Passages that stand no longer where they were marked."""
        return withholding.lost_in(self._record()) if self._record().withheld else ()

    def keep(
        self, place: Place, words: str, choice: Choice, again: WithheldPassage | None = None
    ) -> None:
        """Keep words from some readers; `again` is the mark that this one takes the place of.

        Raises:
            NotInTheText: the words do not stand there.
        """
        record = self._record()
        passage = WithheldPassage(
            id=EntityId("") if again is None else again.id,
            child_id=record.child.id,
            review_id=record.review.id,
            thing=place.thing,
            field=place.field,
            words=words,
            because=choice.because,
            kept_from=choice.kept_from,
            why=choice.why,
        )
        self._act(
            lambda workspace, review: withholding.keep_passage(
                workspace.uow_factory, review, passage, record, workspace.clock
            )
        )
        self.on_changed()

    def give_back(self, passage: WithheldPassage) -> None:
        """Keep a passage from nobody any more."""
        self._act(lambda workspace, _: withholding.give_back(workspace.uow_factory, passage))
        self.on_changed()

    def lines(self) -> tuple[KeptLine, ...]:
        """Every passage: lost ones first, then in the order of the record."""
        lost = {passage.id for passage in self.lost()}
        lines = [self._line(passage, passage.id in lost) for passage in self._record().withheld]
        return tuple(sorted(lines, key=lambda line: not line.is_lost))

    def details(self) -> tuple[DetailLine, ...]:
        """The child's confidential details, which every document keeps to."""
        return tuple(
            DetailLine(
                detail,
                passage_in_words(detail.words),
                readers_in_words(detail.kept_from),
                detail.why,
                _decided(detail.recorded_by, detail.recorded_on),
            )
            for detail in self._record().confidential
        )

    def section_of(self, passage: WithheldPassage) -> str:
        """The id of the section in which a passage stands; empty where it stands in none."""
        record, form = self._record(), self._form()
        question = self._question(passage)
        for section in form.sections:
            for one in section.questions:
                if question in {found.id for found in (one, *one.questions)}:
                    return section.id
        kinds: tuple[tuple[Records, Iterable[_Named]], ...] = (
            (Records.DECISIONS, record.decisions),
            (Records.VIEWS, (*record.views, *record.pictures)),
            (Records.SCALING, record.scale_answers),
        )
        for records, things in kinds:
            if any(thing.id == passage.thing for thing in things):
                return next((one.id for one in form.sections if records in one.records), "")
        return ""

    def _question(self, passage: WithheldPassage) -> str:
        answers = self._record().answers
        found = next((answer.question for answer in answers if answer.id == passage.thing), "")
        return found.removesuffix(detail_of(""))

    def _line(self, passage: WithheldPassage, is_lost: bool) -> KeptLine:  # noqa: FBT001 - a part of it
        return KeptLine(
            passage,
            passage_in_words(passage.words),
            self._where(passage),
            readers_in_words(passage.kept_from),
            because_in_words(passage.because),
            _decided(passage.decided_by, passage.decided_on),
            is_lost,
        )

    def _where(self, passage: WithheldPassage) -> str:
        record, form = self._record(), self._form()
        question = form.question(self._question(passage))
        if question is not None:
            found = self.section_of(passage)
            section = next(one.title for one in form.sections if one.id == found)
            return tr("{section}: {question}", section=section, question=question.text)
        kinds: tuple[tuple[str, Iterable[_Named]], ...] = (
            (tr("Decisions"), record.decisions),
            (tr("The child's own words"), record.views),
            (tr("Numbers from 0 to 10"), record.scale_answers),
            (tr("Pictures"), record.pictures),
            (tr("What was added after closing"), record.addenda),
            (tr("What is written for one document"), record.texts),
        )
        for words, things in kinds:
            if any(thing.id == passage.thing for thing in things):
                return words
        return tr("What was taken away since")


def _decided(by: str, on: dt.date | None) -> str:
    if on is None:
        return by
    day = screen().date(on)
    return tr("{name}, {day}", name=by, day=day) if by else day


def _nobody_is_told() -> None:
    """Until a screen listens."""
