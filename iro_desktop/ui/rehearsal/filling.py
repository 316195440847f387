"""Fill a section by keys: for each kind of field, what one types into it."""

import datetime as dt
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from iro_desktop.ui.rehearsal.keyboard import press, tab_to, write
from iro_desktop.ui.review.section_page import SectionPage
from iro_desktop.ui.widgets.choice_field import ChoiceField, ChoicesField
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.number_field import NumberField
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField
from iro_desktop.ui.widgets.text_field import LongTextField, TextField
from iro_desktop.ui.widgets.yes_no_field import YesNoField

Words = Mapping[str, str]
NO = "no"
TO_THE_NEXT = dt.timedelta(weeks=22)
TURNS = 3  # an answer may bring questions of its own


def fill(page: SectionPage, words: Words, today: dt.date) -> None:
    """Answer what is needed to close, and whatever `words` holds by question id."""
    for _ in range(TURNS):
        for question, row in _open_rows(page):
            if row.is_required or question in words:
                answer(row.field, words.get(question, ""), today)


def _open_rows(page: SectionPage) -> list[tuple[str, FormRow]]:
    return [
        (question, row)
        for (question, item), row in page.rows.items()
        if isinstance(row, FormRow)
        and row.isVisibleTo(page)
        and not item
        and row.field.value() is None
    ]


def answer(field: Field, words: str, today: dt.date) -> None:
    """Put an answer into a field by keys."""
    tab_to(field)
    _WAYS[type(field)](words, today)


def _write(words: str, _today: dt.date) -> None:
    write(words or "As agreed at the meeting (made up).")


def _choose(_words: str, _today: dt.date) -> None:
    press(Qt.Key.Key_Space)


def _yes_or_no(words: str, _today: dt.date) -> None:
    press(Qt.Key.Key_Space)
    if words == NO:
        press(Qt.Key.Key_Right)


def _date(words: str, today: dt.date) -> None:
    write(words or f"{today + TO_THE_NEXT:%d/%m/%Y}")


_WAYS: Mapping[type[Field], Callable[[str, dt.date], None]] = {
    TextField: _write,
    LongTextField: _write,
    RemarkedTextField: _write,
    PersonField: _write,
    ChoiceField: _choose,
    ChoicesField: _choose,
    YesNoField: _yes_or_no,
    DateField: _date,
    NumberField: lambda words, _today: write(words or "1"),
}
