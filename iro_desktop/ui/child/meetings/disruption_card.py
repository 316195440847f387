"""That a disruption meeting is suggested, why, and by when; booked in one click, or put aside."""

from PySide6.QtCore import Qt, Signal

from iro_desktop.i18n import screen, tr
from iro_desktop.services.disruptions import SuggestedMeeting
from iro_desktop.ui.child.meetings.reason_form import ReasonForm
from iro_desktop.ui.widgets.explained_date import ExplainedDate
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.widgets.writing import writing
from iro_desktop.ui.words.disruption import why_meet
from iro_desktop.ui.words.due_dates import explained


class DisruptionCard(Card):
    """`booked` tells that it is wanted; `put_aside` carries why it is not held."""

    booked = Signal()
    put_aside = Signal(str)
    paper_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("A disruption meeting is suggested"), spacing=8)
        self._why, self._aim = Words(""), ExplainedDate()
        self._aim.paper_wanted.connect(self.paper_wanted)
        self._book = writing(ActionButton("", "calendar-days", "primary"))
        self._book.clicked.connect(self.booked)
        self._not_needed = writing(ActionButton(tr("Not needed…"), "", "quiet"))
        self._form = ReasonForm(tr("Why is no meeting needed?"), tr("Keep this reason"))
        self._not_needed.clicked.connect(self._form.ask)
        self._form.given.connect(self.put_aside)
        self._form.given_up.connect(
            lambda: self._not_needed.setFocus(Qt.FocusReason.OtherFocusReason)
        )
        self._form.hide()
        aim = tr(
            "It looks at what can be learned, ideally within 14 days. "
            "It plans nothing, and blames nobody."
        )
        self.add(self._why, Words(aim, "muted"), self._aim)
        self.add(FlowRow(self._book, self._not_needed), self._form)

    def show_suggestion(self, found: SuggestedMeeting | None) -> None:
        """Show it; without any, the card is not there."""
        self.setVisible(found is not None)
        if found is None:
            self._form.hide()
            return
        self._why.setText(why_meet(found.suggestion))
        due = explained(found.aim)
        self._aim.show_date(due, tr("By {day}", day=due.day))
        self._book.setText(tr("Book it for {day}", day=screen().weekday_date(found.day)))
