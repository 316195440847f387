"""A closed record: when and by whom it was closed, what came later, and room for more."""

from PySide6.QtCore import Qt, Signal

from iro_desktop.i18n import screen, tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.ui import accessibility
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.text_field import LongTextField
from iro_desktop.ui.widgets.words import Words


class AddendaCard(Card):
    """`failed` carries the KnownFault for which nothing could be added; the words stay."""

    failed = Signal(object)

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(tr("The record is closed"))
        self._presenter = presenter
        self._closed = Words("", "muted")
        self._addenda = Words("")
        self._text = LongTextField(fewest_lines=2)
        self.row = FormRow(
            tr("Add to the record"),
            self._text,
            hint=tr("It is kept with your name and today's date, and stands in the minutes."),
        )
        self.add_button = ActionButton(tr("Add this"), "plus")
        self.add_button.clicked.connect(self._on_added)
        self.add(self._closed, self._addenda, self.row, FlowRow(self.add_button))

    def refresh(self) -> None:
        """Show what was added, oldest first."""
        review, dates = self._presenter.review, screen()
        if review.closed_on:
            self._closed.setText(
                tr(
                    "Closed on {day} by {name}.",
                    day=dates.date(review.closed_on),
                    name=review.closed_by or tr("the council's return"),
                )
            )
        added = [
            f"{dates.date(addendum.added_on)}, {addendum.added_by}: {addendum.text}"
            for addendum in self._presenter.record.addenda
        ]
        self._addenda.setText("\n\n".join(added))
        self._addenda.setVisible(bool(added))
        may_add = self._presenter.allowed.writes("addendum")
        self.row.setVisible(may_add)
        self.add_button.setVisible(may_add)

    def _on_added(self) -> None:
        words = self._text.value()
        if not words:
            self.row.show_problem(tr("Write what is to be added."))
            self.row.focus_first()
            return
        self.row.show_problem(None)
        try:
            self._presenter.add_addendum(words)
        except KnownFault as fault:
            self.failed.emit(fault)
            return
        self._text.set_value(None)
        self.refresh()
        accessibility.announce(self, tr("Added to the record."))
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
