"""Parts of a meeting with different people: when each began and ended, and who was in it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.chairing import MeetingPart
from iro_desktop.domain.identifiers import EntityId, new_id
from iro_desktop.domain.participation import Role
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.attribute import Attribute, text_attribute
from iro_desktop.ui.review.panel import CardsPanel
from iro_desktop.ui.review.panels.person_card import title_of as title_of_person
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.review.record_changes import next_position
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.time_field import TimeField
from iro_desktop.ui.widgets.words import Words


class PartsPanel(CardsPanel[MeetingPart]):
    """A card for each part, and beneath them people by parts, each crossing a mark to set."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        self.alone_button = ActionButton(tr("Add a part with the child alone"), "plus")
        self.grid = PresenceGrid()
        super().__init__(presenter)
        self.body.insertWidget(0, Words(tr("Was it held in parts?"), "question"))
        self.body.insertWidget(self.body.count() - 1, self.grid)
        self.grid.marked.connect(self._on_marked)
        self.alone_button.clicked.connect(self.add_alone)

    @override
    def make_foot(self) -> QWidget:
        return FlowRow(self.add_button, self.alone_button, self._put_back)

    @override
    def things(self) -> Sequence[MeetingPart]:
        return self.presenter.record.meeting_parts

    @override
    def make_thing(self) -> MeetingPart:
        return self.presenter.change(self._new())

    @override
    def make_card(self, thing: MeetingPart) -> RecordCard[MeetingPart]:
        return RecordCard(thing, _attributes(), removing=tr("Remove this part"))

    @override
    def title_of(self, thing: MeetingPart, number: int) -> str:
        return thing.title.strip() or tr("Part {number}", number=number)

    @override
    def add_words(self) -> str:
        return tr("Add a part")

    @override
    def empty_words(self) -> str:
        return tr("Everyone was in all of it. Add parts where someone came late or left early.")

    @override
    def undo_words(self) -> str:
        return tr("Put the part back")

    @override
    def refresh(self) -> None:
        super().refresh()
        self.alone_button.setVisible(not self.is_fixed())
        people = [(one.id, title_of_person(one)) for one in self.presenter.record.participants]
        parts = [
            (part, self.title_of(part, number))
            for number, part in enumerate(self.things(), start=1)
        ]
        self.grid.show_presence(people, parts, fixed=self.is_fixed())

    @override
    def set_shared(self, *, shared: bool) -> None:
        """A note on a part is for the IRO."""
        for card in self.cards.values():
            card.rows["note"].set_veiled(veiled=shared)

    def add_alone(self) -> None:
        """Add a part in which the child and the IRO were alone."""
        self.left.emit()
        record = self.presenter.record
        child = tuple(one.id for one in record.participants if one.role is Role.CHILD)
        title = tr("With {child} alone", child=record.child.known_as.strip() or tr("the child"))
        part = self.presenter.change(replace(self._new(), title=title, people=child))
        self.refresh()
        self.edit(part)
        self.left.emit()
        self.cards[part.id].rows["began_at"].focus_first()

    def _new(self) -> MeetingPart:
        review = self.presenter.review
        return MeetingPart(
            id=EntityId(new_id()),
            child_id=review.child_id,
            review_id=review.id,
            position=next_position(self.things()),
        )

    def _on_marked(self, part: MeetingPart, person: str, there: bool) -> None:  # noqa: FBT001 - a mark
        others = [one for one in part.people if one != person]
        changed = replace(part, people=(*others, *((person,) if there else ())))
        self.left.emit()
        self.presenter.change(changed)
        self.refresh()
        self.edit(changed)
        self.left.emit()


class PresenceGrid(QFrame):
    """People down the side, parts across the top. `marked`: which part, who, and whether."""

    marked = Signal(object, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.marks: dict[tuple[str, str], QCheckBox] = {}
        self._shape: tuple[object, ...] = ()
        self._parts: dict[str, MeetingPart] = {}
        self._crossings: dict[QCheckBox, tuple[str, str]] = {}
        self._grid = QGridLayout(self)
        edge = theme.space(16)
        self._grid.setContentsMargins(edge, edge, edge, edge)
        self._grid.setHorizontalSpacing(theme.space(16))
        self._grid.setVerticalSpacing(theme.space(8))
        accessibility.name(self, tr("Who was in which part"))

    def show_presence(
        self,
        people: Sequence[tuple[str, str]],
        parts: Sequence[tuple[MeetingPart, str]],
        *,
        fixed: bool,
    ) -> None:
        """Show who was in which part as it stands."""
        self._parts = {part.id: part for part, _ in parts}
        shape = (tuple(people), tuple((part.id, title) for part, title in parts))
        if shape != self._shape:
            self._shape = shape
            self._build(people, parts)
        for (part, person), mark in self.marks.items():
            mark.setChecked(person in self._parts[part].people)
            mark.setEnabled(not fixed)
        self.setVisible(bool(people and parts))

    def _build(
        self, people: Sequence[tuple[str, str]], parts: Sequence[tuple[MeetingPart, str]]
    ) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.marks, self._crossings = {}, {}
        for column, (_, title) in enumerate(parts, start=1):
            self._grid.addWidget(Words(title, "strong"), 0, column)
        for row, (person, name) in enumerate(people, start=1):
            self._grid.addWidget(Words(name), row, 0)
            for column, (part, title) in enumerate(parts, start=1):
                mark = QCheckBox()
                mark.setMinimumSize(theme.scaled(28), theme.scaled(28))
                accessibility.name(mark, tr("{who} was in: {part}", who=name, part=title))
                mark.clicked.connect(self._on_clicked)
                self._crossings[mark] = (part.id, person)
                self.marks[part.id, person] = mark
                self._grid.addWidget(mark, row, column, Qt.AlignmentFlag.AlignLeading)
        self._grid.setColumnStretch(0, 2)
        for column in range(1, len(parts) + 1):
            self._grid.setColumnStretch(column, 1)

    def _on_clicked(self) -> None:
        mark = self.sender()
        if isinstance(mark, QCheckBox):
            part, person = self._crossings[mark]
            self.marked.emit(self._parts[part], person, mark.isChecked())


def _attributes() -> tuple[Attribute[MeetingPart], ...]:
    return (
        text_attribute("title", tr("What is this part?"), TextField(), span=6),
        Attribute(
            "began_at",
            tr("Began at"),
            TimeField(),
            lambda part: _iso(part.began_at),
            lambda part, value: replace(part, began_at=_time(value)),
            span=3,
        ),
        Attribute(
            "ended_at",
            tr("Ended at"),
            TimeField(),
            lambda part: _iso(part.ended_at),
            lambda part, value: replace(part, ended_at=_time(value)),
            span=3,
        ),
        text_attribute(
            "note",
            tr("Your own note"),
            TextField(),
            hint=tr("For you alone: it prints nowhere, and a shared screen does not show it."),
        ),
    )


def _iso(time: dt.time | None) -> str | None:
    return time.isoformat("minutes") if time else None


def _time(value: AnswerValue) -> dt.time | None:
    return dt.time.fromisoformat(value) if isinstance(value, str) else None
