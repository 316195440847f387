"""Someone who matters to the child: a line to read, and fields to write in."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.child import ImportantPerson
from iro_desktop.i18n import screen, tr
from iro_desktop.services.council_people import Council, fill_in, names
from iro_desktop.ui import theme
from iro_desktop.ui.child.about import in_commas
from iro_desktop.ui.forms_with_buttons import stands_till_confirmed
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton, IconButton
from iro_desktop.ui.widgets.in_focus import is_written_in
from iro_desktop.ui.widgets.option_button import OptionCheck
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.text_field import LongTextField, TextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.widgets.writing import writing


class PersonRow(QWidget):
    """`written` carries the person as now written, `removed` the one to take away."""

    written = Signal(object)
    removed = Signal(object)
    left = Signal()

    def __init__(
        self, person: ImportantPerson, council: Council = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.person, self._council = person, council
        self._line: QWidget | None = None
        self._editor: PersonEditor | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._show_line()

    def is_being_written(self) -> bool:
        """Whether the fields stand open."""
        return self._editor is not None

    def show_person(self, person: ImportantPerson, *, may_refill: bool = False) -> None:
        """Show someone as kept now; fields that are typed into are left alone.

        Others that stand open show it too where they may be filled again.
        """
        if person == self.person:
            if self._editor is not None:
                self._editor.refilled.emit()
            return
        if self._editor is None:
            self.person = person
            self._show_line()
        elif may_refill and not is_written_in(self._editor):
            self.person = person
            self._editor.show_person(person)

    def edit(self) -> None:
        """Open the fields."""
        if self._editor is None:
            self._drop(self._line)
            self._line = None
            self._editor = PersonEditor(self.person, self._council)
            self._editor.written.connect(self._on_written)
            self._editor.left.connect(self.left)
            self._editor.done.connect(self._on_done)
            self._layout.addWidget(self._editor)
            self._editor.show()  # or nothing could take the focus before the next event
        self._editor.focus_first()

    def close_editor(self) -> None:
        """Show the person as a line again."""
        self._drop(self._editor)
        self._editor = None
        self._show_line()

    def _show_line(self) -> None:
        self._drop(self._line)
        self._line = _PersonLine(self.person)
        self._line.edit_wanted.connect(self.edit)
        self._line.removal_wanted.connect(lambda: self.removed.emit(self.person))
        self._layout.addWidget(self._line)
        self._line.show()

    def _drop(self, widget: QWidget | None) -> None:
        if widget is not None:
            throw_away(self._layout, widget)

    def _on_written(self, person: ImportantPerson) -> None:
        self.person = person
        self.written.emit(person)

    def _on_done(self) -> None:
        self.left.emit()
        self.close_editor()
        if isinstance(self._line, _PersonLine):
            self._line.focus_edit()


class _PersonLine(QWidget):
    edit_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, person: ImportantPerson) -> None:
        super().__init__()
        called = person.name or tr("Someone without a name")
        words = QVBoxLayout()
        words.setSpacing(theme.space(2))
        words.addWidget(Words(called, "strong"))
        for text in (_about(person), person.notes):
            if text:
                words.addWidget(Words(text, "muted"))
        if not person.may_be_invited:
            pill = Pill(tr("Not to be invited"), "warning", "eye-off")
            words.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeading)
        self._edit = writing(IconButton(tr("Edit {name}", name=called), "pencil"))
        self._edit.clicked.connect(self.edit_wanted)
        remove = writing(IconButton(tr("Remove {name}", name=called), "trash-2"))
        remove.clicked.connect(self.removal_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(4))
        layout.addLayout(words, 1)
        for button in (self._edit, remove):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def focus_edit(self) -> None:
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)


class PersonEditor(QWidget):
    """Every field of one person. What is written is told at once.

    Those whom the council lists are offered by name, and bring what the list says of them.
    `refilled` says that they are shown as they are kept now.
    """

    written = Signal(object)
    refilled = Signal()
    left = Signal()
    done = Signal()

    def __init__(self, person: ImportantPerson, council: Council = ()) -> None:
        super().__init__()
        stands_till_confirmed(self)
        self._person, self._council = person, council
        self._name, self._organisation = PersonField(names(council)), TextField()
        self._relationship = PersonField(_relationships())
        self._languages, self._notes = TextField(), LongTextField(fewest_lines=2)
        self._invited = OptionCheck(tr("May be invited to reviews"))
        self._show(person)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.space(4), 0, theme.space(4))
        layout.setSpacing(theme.space(12))
        for text, field, hint in (
            (tr("Name"), self._name, ""),
            (tr("Relationship"), self._relationship, tr("As the child would say it.")),
            (tr("Organisation"), self._organisation, ""),
            (tr("Languages"), self._languages, tr("With commas between them.")),
            (tr("Notes"), self._notes, tr("What to know before asking this person.")),
        ):
            row = FormRow(text, field, hint=hint)
            row.answer_changed.connect(self._on_changed)
            row.left.connect(self.left)
            layout.addWidget(row)
        self._invited.toggled.connect(self._on_changed)
        layout.addWidget(self._invited)
        done = ActionButton(tr("Done"), "check", "")
        done.clicked.connect(self.done)
        layout.addWidget(FlowRow(done))

    def focus_first(self) -> None:
        """Put the focus on the name."""
        self._name.focus_first()

    def show_person(self, person: ImportantPerson) -> None:
        """Show someone as kept now."""
        self._person = person
        self._show(person)
        self.refilled.emit()

    def _show(self, person: ImportantPerson) -> None:
        self._name.set_value(person.name)
        self._relationship.set_value(person.relationship)
        self._organisation.set_value(person.organisation)
        self._languages.set_value(", ".join(person.languages))
        self._notes.set_value(person.notes)
        self._invited.setChecked(person.may_be_invited)

    def _on_changed(self) -> None:
        before = self._person.name
        person = replace(
            self._person,
            name=_text(self._name.value()),
            relationship=_text(self._relationship.value()),
            organisation=_text(self._organisation.value()),
            languages=in_commas(_text(self._languages.value())),
            may_be_invited=self._invited.isChecked(),
            notes=_text(self._notes.value()),
        )
        self._person = fill_in(person, self._council, before)
        if self._person != person:
            self._show(self._person)
        self.written.emit(self._person)


def _text(value: AnswerValue) -> str:
    return value.strip() if isinstance(value, str) else ""


def _about(person: ImportantPerson) -> str:
    speaks = tr("speaks {languages}", languages=screen().list(list(person.languages)))
    parts = (person.relationship, person.organisation, speaks if person.languages else "")
    return " · ".join(part for part in parts if part)


def _relationships() -> list[str]:
    return [
        tr("Mum"),
        tr("Dad"),
        tr("Brother"),
        tr("Sister"),
        tr("Grandparent"),
        tr("Aunt or uncle"),
        tr("Foster carer"),
        tr("Key worker"),
        tr("Friend"),
        tr("Teacher"),
        tr("Designated teacher"),
        tr("Health visitor"),
        tr("Nurse"),
        tr("Advocate"),
        tr("Independent visitor"),
        tr("Interpreter"),
    ]
