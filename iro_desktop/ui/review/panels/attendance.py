"""When the meeting was, who was there and how; for the child, how their views came to it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from typing_extensions import override

from iro_desktop.domain.participation import Attendance, Participant, Role, Voice
from iro_desktop.i18n import tr
from iro_desktop.problems import Problem
from iro_desktop.ui.review.panel import CardsPanel
from iro_desktop.ui.review.panels.person_card import PersonCard, title_of
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import Attribute, RecordCard, is_wide_text, iso
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words import records


class AttendancePanel(CardsPanel[Participant]):
    """The day, and one line for each person."""

    gap_rows: ClassVar[Mapping[str, str]] = {"attendance_not_recorded": "attendance"}

    def __init__(self, presenter: ReviewPresenter) -> None:
        self._day = DateField(lambda: presenter.today)
        self.day_row = FormRow(
            tr("On which day is the meeting held?"),
            self._day,
            hint=tr("From this day on the time to the next review is counted."),
            required=True,
        )
        super().__init__(presenter)
        self._stood = presenter.review.held_on
        card = Card()
        card.add(self.day_row)
        self.body.insertWidget(0, card)
        self.body.insertWidget(1, Words(tr("Were they there?"), "question"))
        self.day_row.answer_changed.connect(self._on_day_typed)
        self.day_row.left.connect(self._on_day_left)

    @override
    def refresh(self) -> None:
        super().refresh()
        held_on = self.presenter.review.held_on
        if not self.day_row.problem() and self._day.date() != held_on:
            self._day.set_value(iso(held_on))
        self.day_row.set_read_only(self.is_fixed())

    @override
    def row_of(self, gap: Problem) -> FormRow | None:
        return self.day_row if gap.code == "review_not_held" else super().row_of(gap)

    @override
    def focus_first(self) -> bool:
        if self._day.date() is None or not super().focus_first():
            self.day_row.focus_first()
        return True

    @override
    def things(self) -> Sequence[Participant]:
        return self.presenter.record.participants

    @override
    def make_thing(self) -> Participant:
        someone = self.presenter.add_participant()
        return self.presenter.change(replace(someone, attendance=Attendance.IN_PERSON))

    @override
    def make_card(self, thing: Participant) -> RecordCard[Participant]:
        return AttendanceCard(thing, _attributes())

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

    def _on_day_typed(self) -> None:
        """On the way to a day others are typed: one that cannot be gives way to what stood."""
        day = self._day.date()
        to_come = day is not None and day > self.presenter.today
        self.day_row.show_problem(tr("That day is still to come.") if to_come else None)
        held_on = self._stood if to_come or self._day.is_unread() else day
        if held_on != self.presenter.review.held_on:
            self.edit(self.presenter.hold_on(held_on))

    def _on_day_left(self) -> None:
        self._stood = self.presenter.review.held_on
        self.left.emit()


class AttendanceCard(PersonCard):
    """Asks of the child alone how views came to the meeting."""

    @override
    def applies(self, name: str) -> bool:
        return self.record.role is Role.CHILD if name == "voice" else super().applies(name)


def _attributes() -> tuple[Attribute[Participant], ...]:
    return (
        Attribute(
            "attendance",
            tr("Were they there?") if is_wide_text() else "",
            PickField(records.options(records.attendances())),
            lambda person: person.attendance.value,
            lambda person, value: replace(person, attendance=Attendance(str(value))),
            spoken=tr("Were they there?"),
            in_head=True,
        ),
        Attribute(
            "voice",
            tr("How did the child's views come to the meeting?"),
            PickField(records.options(records.voices())),
            lambda person: person.voice.value,
            lambda person, value: replace(person, voice=Voice(str(value))),
        ),
    )
