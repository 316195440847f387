"""Who is there, and how; for the child, also how their views came to the meeting."""

from collections.abc import Sequence
from dataclasses import replace

from typing_extensions import override

from iro_desktop.domain.participation import Attendance, Participant, Role, Voice
from iro_desktop.i18n import tr
from iro_desktop.ui.review.panel import CardsPanel
from iro_desktop.ui.review.panels.participants import name_attribute, role_attribute
from iro_desktop.ui.review.record_card import Attribute, RecordCard
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.words import records


class AttendancePanel(CardsPanel[Participant]):
    """One line for each person asked."""

    @override
    def things(self) -> Sequence[Participant]:
        return self.presenter.record.participants

    @override
    def make_thing(self) -> Participant:
        return self.presenter.add_participant()

    @override
    def make_card(self, thing: Participant) -> RecordCard[Participant]:
        attributes: list[Attribute[Participant]] = [
            name_attribute(span=4),
            role_attribute(span=4),
            Attribute(
                "attendance",
                tr("Were they there?"),
                PickField(records.options(records.attendances())),
                lambda person: person.attendance.value,
                lambda person, value: replace(person, attendance=Attendance(str(value))),
                span=4,
            ),
            Attribute(
                "voice",
                tr("How did the child's views come to the meeting?"),
                PickField(records.options(records.voices())),
                lambda person: person.voice.value,
                lambda person, value: replace(person, voice=Voice(str(value))),
            ),
        ]
        return AttendanceCard(thing, "", attributes, remove_name=tr("Take them off the list"))

    @override
    def title_of(self, thing: Participant, number: int) -> str:
        return thing.name or records.roles()[thing.role]

    @override
    def add_words(self) -> str:
        return tr("Add someone who came")

    @override
    def empty_words(self) -> str:
        return tr("Nobody is on the list yet.")

    @override
    def undo_words(self) -> str:
        return tr("Put them back on the list")


class AttendanceCard(RecordCard[Participant]):
    """Asks how views came to the meeting of the child alone."""

    @override
    def show_state(self) -> None:
        self.rows["voice"].setVisible(self.record.role is Role.CHILD)
