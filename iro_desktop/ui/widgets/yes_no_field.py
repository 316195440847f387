"""Yes or no, with a place for more where the answer calls for it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField
from iro_desktop.ui.widgets.seeing import set_seen
from iro_desktop.ui.widgets.tab_order import follow
from iro_desktop.ui.widgets.words import Words

_YES, _NO = "yes", "no"
_MEANS: dict[str | None, bool] = {_YES: True, _NO: False}


class YesNoField(Field):
    """True, False, or None while it is open.

    `detail_text` is what is asked further when the answer is `detail_on`; the words given there
    are kept, out of sight, when the answer turns. Their field is made when it is first needed, for
    most answers call for none.
    """

    detail_changed = Signal()

    def __init__(
        self, detail_text: str = "", parent: QWidget | None = None, *, detail_on: bool = True
    ) -> None:
        super().__init__(parent)
        self._detail_text, self._detail_on = detail_text, detail_on
        self._choice = ChoiceField((Option(_YES, tr("Yes")), Option(_NO, tr("No"))), in_a_row=True)
        self._choice.answer_changed.connect(self._on_answer_changed)
        self._choice.left.connect(self._on_part_left)
        self._ask = Words(detail_text, "strong")
        self._ask.hide()
        self._detail: RemarkedTextField | None = None
        self._equip: Callable[[RemarkedTextField], None] = lambda _detail: None
        self._read_only, self._name = False, ""
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(6))
        layout.addWidget(self._choice)
        self.setFocusProxy(self._choice)

    @override
    def value(self) -> bool | None:
        return _MEANS.get(self._choice.value())

    @override
    def set_value(self, value: AnswerValue) -> None:
        self._choice.set_value(None if not isinstance(value, bool) else _YES if value else _NO)
        self._refresh()

    def detail(self) -> str | None:
        """The further words, None when there are none."""
        return None if self._detail is None else self._detail.value()

    def set_detail(self, text: AnswerValue) -> None:
        """Show further words, without telling anyone that they changed."""
        if text or self._detail is not None:
            self._made_detail().set_value(text)

    def equip_detail(self, equip: Callable[[RemarkedTextField], None]) -> None:
        """Do this to the field of the further words, now or once it is made."""
        self._equip = equip
        if self._detail is not None:
            equip(self._detail)

    def focus_detail(self) -> None:
        """Put the focus on the further words, or on the answer while none are asked for."""
        is_asked = self._detail is not None and self._detail.isVisibleTo(self)
        (self._detail if self._detail and is_asked else self._choice).focus_first()

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        for part in self._parts():
            part.set_read_only(read_only)

    @override
    def set_names(self, name: str, description: str = "") -> None:
        self._name = name
        self._choice.set_names(name, description)
        if self._detail is not None:
            self._detail.set_names(self._detail_text or name, name)

    @override
    def first_control(self) -> QWidget:
        return self._choice.first_control()

    @override
    def set_faulty(self, faulty: bool) -> None:
        self._choice.set_faulty(faulty)

    def _on_answer_changed(self) -> None:
        self._refresh()
        self.answer_changed.emit()

    def _on_part_left(self) -> None:
        gone_to = QApplication.focusWidget()
        if gone_to is None or not self.isAncestorOf(gone_to):
            self.left.emit()

    def _refresh(self) -> None:
        asked = bool(self._detail_text) and self.value() is self._detail_on
        if asked:
            self._made_detail()
        if self._detail is not None:
            set_seen(self._ask, seen=asked)
            set_seen(self._detail, seen=asked)

    def _parts(self) -> tuple[Field, ...]:
        return (self._choice,) if self._detail is None else (self._choice, self._detail)

    def _made_detail(self) -> RemarkedTextField:
        if self._detail is None:
            self._detail = detail = RemarkedTextField(fewest_lines=2)
            detail.hide()
            detail.set_names(self._detail_text or self._name, self._name)
            detail.set_read_only(self._read_only)
            detail.answer_changed.connect(self.detail_changed)
            detail.left.connect(self._on_part_left)
            self._column.addWidget(self._ask)
            self._column.addWidget(detail)
            follow(self._choice.last_control(), detail)
            self._equip(detail)
        return self._detail
