"""A kind, a day, its hours, a place, and what it is held with. Nothing it says forbids to book."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import ntr, tr
from iro_desktop.services.diary import USUAL_MINUTES
from iro_desktop.services.preparing import Hours
from iro_desktop.ui import theme
from iro_desktop.ui.child.meetings.booking import Companion, Wanted, What
from iro_desktop.ui.child.meetings.presenter import MeetingsPresenter
from iro_desktop.ui.forms_with_buttons import stands_till_confirmed
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.offered_days import OfferedDays
from iro_desktop.ui.widgets.option_button import OptionCheck
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.time_field import TimeField
from iro_desktop.ui.widgets.words import Words

_SHORTEST, _LONGEST, _STEP = 15, 240, 15
_ON_ITS_OWN = ""


class BookingPanel(QWidget):
    """`confirmed` carries what is `Wanted`. Return confirms, Escape gives up."""

    confirmed = Signal(object)
    given_up = Signal()

    def __init__(self, today: Callable[[], dt.date], presenter: MeetingsPresenter) -> None:
        super().__init__()
        stands_till_confirmed(self, of_a_family=True)
        self._presenter = presenter
        self._moved: ReviewId | None = None
        self._companions: dict[str, Companion] = {}
        self._day, self._place = DateField(today), TextField()
        self._time, self._minutes = TimeField(), PickField(_lengths())
        self._kind, self._with = PickField([]), PickField([])
        self._kind.answer_changed.connect(self._on_kind_changed)
        self._with.answer_changed.connect(self._on_companion_chosen)
        self._day.answer_changed.connect(self._advise)
        self.offered = OfferedDays()
        self.offered.chosen.connect(self._on_day_chosen)
        self._advice, self._together = Words("", "muted"), Words("", "muted")
        self._kind_row = FormRow(tr("Kind of meeting"), self._kind)
        self._with_row = FormRow(
            tr("Together with…"),
            self._with,
            hint=tr("One meeting, one day for all. Each keeps a record and minutes of its own."),
        )
        self._pep = OptionCheck(tr("Review the personal education plan (PEP) there too"))
        self._book = ActionButton(tr("Book this day"), "check", "primary")
        self._book.clicked.connect(self.confirm)
        self._lay_out()

    def propose(self, what: What) -> None:
        """Begin with a kind, or with a review that is to be moved."""
        self._moved = what.review
        self._kind.set_options(self._presenter.kinds())
        self._kind_row.setVisible(what.review is None)
        if what.review is None:
            self._kind.set_value(what.key)
        self._begin_with(what)

    def focus_first(self) -> None:
        """Put the focus on the day."""
        self._day.focus_first()

    def confirm(self) -> None:
        """Book, if a day is given and the time can be read."""
        day, time = self._day.date(), self._time.time()
        if self._time.is_unread():
            self._time.judge()
            self._time.focus_first()
        elif day is not None:
            hours = Hours(time, int(self._minutes.value()) if time else 0)
            with_review = self._companions.get(self._with.value())
            wanted = Wanted(
                self._what(),
                day,
                self._place.value() or "",
                hours,
                ReviewId(with_review.option.value) if with_review else None,
                self._pep.isChecked() if not self._pep.isHidden() else None,
            )
            self.confirmed.emit(wanted)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.confirm()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _what(self) -> What:
        return What(review=self._moved) if self._moved else What.of(self._kind.value())

    def _begin_with(self, what: What) -> None:
        plan = self._presenter.plan(what)
        self._companions = {one.option.value: one for one in plan.companions}
        alone = Option(_ON_ITS_OWN, tr("Nothing else"))
        self._with.set_options([alone, *(one.option for one in plan.companions)])
        self._with.set_value(_ON_ITS_OWN)
        self._with_row.setVisible(bool(plan.companions))
        self._together.setText(plan.together)
        self._together.setVisible(bool(plan.together))
        self._pep.setVisible(plan.pep_too is not None)
        self._pep.setChecked(bool(plan.pep_too))
        self.offered.show_days(plan.offers)
        self._show_when(plan.day, plan.place, plan.hours)
        self._advise()

    def _show_when(self, day: dt.date, place: str, hours: Hours) -> None:
        self._day.set_value(day.isoformat())
        self._place.set_value(place)
        self._time.set_value(hours.starts_at.isoformat("minutes") if hours.starts_at else None)
        self._minutes.set_value(str(hours.minutes or USUAL_MINUTES))

    def _on_kind_changed(self) -> None:
        self._begin_with(self._what())

    def _on_companion_chosen(self) -> None:
        """Take over the day, hour and place of the other; they may be changed for all."""
        chosen = self._companions.get(self._with.value())
        if chosen is not None and chosen.day is not None:
            self._show_when(chosen.day, chosen.place, chosen.hours)
            self._advise()

    def _on_day_chosen(self, day: dt.date) -> None:
        self._day.set_value(day.isoformat())
        self._advise()

    def _advise(self) -> None:
        day = self._day.date()
        advice = self._presenter.advice_on(day, self._what())
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self._book.setEnabled(day is not None)
        self.offered.mark(day)

    def _lay_out(self) -> None:
        give_up = ActionButton(tr("Not now"), "", "quiet")
        give_up.clicked.connect(self.given_up)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.space(10), 0, 0)
        layout.setSpacing(theme.space(12))
        layout.addWidget(self._kind_row)
        layout.addWidget(self._together)
        layout.addWidget(self._with_row)
        layout.addWidget(self.offered)
        layout.addWidget(FormRow(tr("Day of the review"), self._day))
        layout.addWidget(self._advice)
        layout.addLayout(self._hours_row())
        layout.addWidget(
            FormRow(tr("Place"), self._place, hint=tr("Where those it is about feel at ease."))
        )
        layout.addWidget(self._pep)
        layout.addWidget(FlowRow(self._book, give_up))

    def _hours_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.space(16))
        row.addWidget(FormRow(tr("Starts at"), self._time), 1)
        row.addWidget(FormRow(tr("How long"), self._minutes), 1)
        return row


def _lengths() -> Sequence[Option]:
    """How long a meeting may last, a quarter of an hour apart."""
    return [
        Option(str(minutes), ntr("{number} minute", "{number} minutes", minutes))
        for minutes in range(_SHORTEST, _LONGEST + 1, _STEP)
    ]
