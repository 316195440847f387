"""Which document: a list at the side, or a list that opens where there is no room for one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import ntr, tr
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.section_list import SectionItem, SectionList
from iro_desktop.ui.words.reviews import kind_of_document
from iro_desktop.ui.writing.shelf import Shelved, group_in_words, state_in_words

LIST_WIDTH = 250


class KindsChooser(QWidget):
    """`chosen` carries the value of a DocumentKind.

    Those that such a review has are in front; the rest come when asked for.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf: tuple[Shelved, ...] = ()
        self._listed: list[DocumentKind] = []
        self._here = DocumentKind.LETTER
        self.list = SectionList(tr("Which document"))
        self.list.chosen.connect(self._on_listed)
        self.more = ActionButton("", "chevron-down", "slight")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._refresh)
        self._rail = QFrame()
        self._rail.setObjectName("rail")
        self._rail.setFixedWidth(theme.space(LIST_WIDTH))
        column = QVBoxLayout(self._rail)
        side = theme.space(8)
        column.setContentsMargins(side, theme.space(12), side, side)
        column.addWidget(self.list, 1)
        column.addWidget(self.more)
        self.pick = PickField([Option(DocumentKind.LETTER.value, "")])
        self.pick.answer_changed.connect(lambda: self.chosen.emit(self.pick.value()))
        self._pick_row = FormRow(tr("Which document"), self.pick)
        self._pick_row.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._rail)

    @property
    def row(self) -> FormRow:
        """What stands for the list where it is narrow, to be placed at the head of the page."""
        return self._pick_row

    def show_shelf(self, shelf: Sequence[Shelved], here: DocumentKind) -> None:
        """Show every document and how far it is, and which is in front."""
        self._shelf, self._here = tuple(shelf), here
        self._refresh()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Whether there is room only for a list that opens."""
        self.setHidden(narrow)
        self._pick_row.setVisible(narrow)

    def focus_first(self) -> None:
        """Put the focus where one chooses."""
        if self.isHidden():
            self._pick_row.focus_first()
        else:
            self.list.setFocus()

    def _refresh(self) -> None:
        in_front = [one for one in self._shelf if one.is_likely or one.kind is self._here]
        rest = [one for one in self._shelf if one not in in_front]
        items = _items(in_front)
        self._listed = [one.kind for one in in_front]
        if self.more.isChecked() and rest:
            self._listed += [one.kind for one in rest]
            heading = tr("More documents")
            items += [_item(one, heading if one is rest[0] else "") for one in rest]
        self.list.set_items(items)
        self.list.go_to(self._listed.index(self._here))
        self._name_more(len(rest))
        self.pick.set_options(
            [Option(one.kind.value, _title_and_state(one)) for one in (*in_front, *rest)]
        )
        self.pick.set_value(self._here.value)

    def _name_more(self, number: int) -> None:
        shown = self.more.isChecked()
        self.more.setVisible(bool(number))
        self.more.set_icon("chevron-up" if shown else "chevron-down")
        self.more.setText(
            tr("Fewer documents")
            if shown
            else ntr("{number} more document", "{number} more documents", number)
        )

    def _on_listed(self, place: int) -> None:
        self.chosen.emit(self._listed[place].value)


def _items(shelf: Sequence[Shelved]) -> list[SectionItem]:
    items, group = [], None
    for one in shelf:
        items.append(_item(one, group_in_words(one.group) if one.group is not group else ""))
        group = one.group
    return items


def _item(one: Shelved, heading: str) -> SectionItem:
    return SectionItem(
        kind_of_document(one.kind),
        heading=heading,
        note=state_in_words(one),
        is_done=one.is_sent,
    )


def _title_and_state(one: Shelved) -> str:
    title, state = kind_of_document(one.kind), state_in_words(one)
    return tr("{document}: {state}", document=title, state=state) if state else title
