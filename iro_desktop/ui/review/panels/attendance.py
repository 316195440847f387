"""When the meeting was, who was there and how; for the child, how their views came to it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.participation import Attendance, Participant, Role, Voice
from iro_desktop.i18n import ntr, tr
from iro_desktop.problems import Problem
from iro_desktop.ui import accessibility
from iro_desktop.ui.review.attribute import Attribute, one_of_attribute, text_attribute
from iro_desktop.ui.review.panel import CardsPanel
from iro_desktop.ui.review.panels.holding import HoldingPanel
from iro_desktop.ui.review.panels.person_card import PersonCard, title_of
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import RecordCard, is_wide_text
from iro_desktop.ui.review.siblings import SiblingsPresenter
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words import records


class AttendancePanel(CardsPanel[Participant]):
    """The day, and one line for each person."""

    gap_rows: ClassVar[Mapping[str, str]] = {"attendance_not_recorded": "attendance"}

    def __init__(self, presenter: ReviewPresenter) -> None:
        self.holding = HoldingPanel(presenter)
        self.siblings = SiblingsPresenter(presenter)
        self.siblings.read()
        self.rest_button = ActionButton(tr("Everyone else was in the room"), "check")
        self.rest_button.clicked.connect(self.mark_rest)
        self._others: dict[str, ActionButton] = {}
        super().__init__(presenter)
        self.body.insertWidget(0, self.holding)
        self.body.insertWidget(1, Words(tr("Were they there?"), "question"))
        self.holding.edited.connect(self.edited)
        self.holding.left.connect(self.left)
        self.holding.paper_wanted.connect(self.paper_wanted)
        self.holding.changed.connect(self.changed)

    @property
    def day_row(self) -> FormRow:
        """Where the day of a single meeting is given."""
        return self.holding.day_row

    @override
    def refresh(self) -> None:
        super().refresh()
        self.holding.refresh()
        self.rest_button.setVisible(not self.is_fixed() and len(self._unrecorded()) > 1)
        for button in self._others.values():
            button.setHidden(self.is_fixed())

    @override
    def row_of(self, gap: Problem) -> FormRow | None:
        return self.holding.row_of(gap) or super().row_of(gap)

    @override
    def focus_first(self) -> bool:
        if not self.holding.focus_first() and not super().focus_first():
            self.day_row.focus_first()
        return True

    @override
    def things(self) -> Sequence[Participant]:
        return self.presenter.record.participants

    @override
    def make_foot(self) -> QWidget:
        for other in self.siblings.other_children():
            button = ActionButton(tr("Same adults as {name}", name=other.name), "users")
            button.clicked.connect(partial(self.take_adults, other.review))
            self._others[other.review] = button
        return FlowRow(self.add_button, self.rest_button, *self._others.values(), self._put_back)

    @override
    def set_shared(self, *, shared: bool) -> None:
        """Who asked that someone stay away, and why, is for the IRO."""
        for card in self.cards.values():
            card.rows["asked_away"].set_veiled(veiled=shared)
        names = {one.review: one.name for one in self.siblings.other_children()}
        for review, button in self._others.items():
            words = tr("Same adults as {name}", name=names[ReviewId(review)])
            button.setText(words)

    def mark_rest(self) -> None:
        """Say of everyone of whom nothing is said yet that they were in the room, as one step."""
        self.left.emit()
        with self.presenter.stack.together():
            there = [
                self.presenter.change(replace(person, attendance=Attendance.IN_PERSON))
                for person in self._unrecorded()
            ]
        self._keep(there)

    def take_adults(self, other: ReviewId) -> None:
        """Take over which adults were there from the review of a brother or sister."""
        self.left.emit()
        self._keep(self.siblings.take_adults(other))

    def _keep(self, people: Sequence[Participant]) -> None:
        self.refresh()
        for person in people:
            self.edit(person)
        self.left.emit()
        words = ntr("{number} person changed", "{number} people changed", len(people))
        accessibility.announce(self, words)

    def _unrecorded(self) -> list[Participant]:
        return [one for one in self.things() if one.attendance is Attendance.NOT_RECORDED]

    @override
    def make_thing(self) -> Participant:
        someone = self.presenter.add_participant()
        return self.presenter.change(replace(someone, attendance=Attendance.IN_PERSON))

    @override
    def make_card(self, thing: Participant) -> RecordCard[Participant]:
        return AttendanceCard(thing, _attributes(thing), self.presenter.council)

    @override
    def title_of(self, thing: Participant, number: int) -> str:
        return title_of(thing)

    @override
    def add_words(self) -> str:
        return tr("Add someone who came")

    @override
    def empty_words(self) -> str:
        return tr("Nobody is on the list yet. Add the child first, whether they came or not.")

    @override
    def undo_words(self) -> str:
        return tr("Put back on the list")


class AttendanceCard(PersonCard):
    """Asks of the child alone how views came, and of whom was asked not to come, by whom."""

    @override
    def applies(self, name: str) -> bool:
        if name == "voice":
            return self.record.role is Role.CHILD
        if name == "asked_away":
            return self.record.attendance is Attendance.ASKED_NOT_TO_COME
        return super().applies(name)


def _attributes(person: Participant) -> tuple[Attribute[Participant], ...]:
    offered = [
        one
        for one in Attendance
        if one is not Attendance.BY_VIDEO_OR_PHONE or person.attendance is one
    ]
    return (
        one_of_attribute(
            "attendance",
            tr("Were they there?") if is_wide_text() else "",
            PickField(records.options(records.attendances(), offered)),
            Attendance,
            spoken=tr("Were they there?"),
            in_head=True,
        ),
        one_of_attribute(
            "voice",
            tr("How did the child's views come to the meeting?"),
            PickField(records.options(records.voices())),
            Voice,
        ),
        text_attribute(
            "asked_away",
            tr("Who asked that, and why?"),
            TextField(),
            hint=tr("For you alone: it prints nowhere, and a shared screen does not show it."),
        ),
    )
