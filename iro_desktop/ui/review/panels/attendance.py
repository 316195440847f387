"""When the meeting was, who was there and how; for the child, how their views came to it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from typing_extensions import override

from iro_desktop.domain.participation import Attendance, Participant, Role, Voice
from iro_desktop.i18n import tr
from iro_desktop.problems import Problem
from iro_desktop.ui.review.panel import CardsPanel
from iro_desktop.ui.review.panels.holding import HoldingPanel
from iro_desktop.ui.review.panels.person_card import PersonCard, title_of
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import Attribute, RecordCard, is_wide_text
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words import records


class AttendancePanel(CardsPanel[Participant]):
    """The day, and one line for each person."""

    gap_rows: ClassVar[Mapping[str, str]] = {"attendance_not_recorded": "attendance"}

    def __init__(self, presenter: ReviewPresenter) -> None:
        self.holding = HoldingPanel(presenter)
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
