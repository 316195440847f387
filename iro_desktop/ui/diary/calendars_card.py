"""Ways between the diary and a calendar program: out as a file, and in as bare busy times."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for
from iro_desktop.ui import theme
from iro_desktop.ui.diary.calendars import CalendarsPresenter
from iro_desktop.ui.jobs import Job, JobRunner
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.option_button import OptionCheck
from iro_desktop.ui.widgets.side_by_side import SideBySide
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words

T = TypeVar("T")

ENDING = "ics"


class CalendarsCard(Card):
    """Works in the background, and says how it went in the card itself."""

    def __init__(
        self, presenter: CalendarsPresenter, runner: JobRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Your calendar program"), parent)
        self._presenter, self._runner = presenter, runner
        self._job: Job | None = None
        self.dialog: QFileDialog | None = None
        self.message = Banner("", dismissible=True)
        self.message.hide()
        self.with_names = OptionCheck(tr("With children's names"))
        self.file_button = ActionButton(tr("Calendar file…"), "download")
        self.file_button.clicked.connect(lambda _checked: self.ask_where())
        self.take_in_button = ActionButton(tr("Take in my calendar…"), "upload")
        self.take_in_button.clicked.connect(self.ask_which)
        self.forget_button = ActionButton(tr("Forget it"), "trash-2", "quiet")
        self.forget_button.setToolTip(tr("Keep nothing of your calendar here any more"))
        self.forget_button.clicked.connect(self.forget)
        self._known = Words("")
        self._lay_out()
        self.show_known("")

    def show_known(self, known: str) -> None:
        """Say how much is known of the IRO's own calendar; empty for nothing."""
        had_focus = self.forget_button.hasFocus()
        self._known.setText(known or tr("Nothing is known of your own calendar."))
        self.forget_button.setVisible(bool(known))
        if had_focus and not known:
            self.take_in_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be done."""
        self.with_names.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_where(self, review: ReviewId | None = None) -> None:
        """Ask where the calendar file should go: of one meeting, or of what is shown."""
        dialog = self._dialog(tr("Where should the calendar file go?"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING)
        dialog.selectFile(self._presenter.file_name(review))
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen), review))
        dialog.open()

    def ask_which(self) -> None:
        """Ask which calendar file should be taken in."""
        dialog = self._dialog(tr("Choose a file of your own calendar"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.take_in(Path(chosen)))
        dialog.open()

    def save_to(self, out: Path, review: ReviewId | None = None) -> None:
        """Write what the diary shows now, or one meeting of it."""
        order = self._presenter.order(out, with_names=self.with_names.isChecked(), review=review)

        def done(_nothing: None) -> None:
            words = ntr(
                "{number} entry saved as {name}.",
                "{number} entries saved as {name}.",
                len(order.entries),
                name=out.name,
            )
            self.message.say(words, "success")

        self._run(lambda: self._presenter.write(order), done, tr("Writing…"))

    def take_in(self, path: Path) -> None:
        """Keep when a calendar file says that the IRO is busy."""
        self._change(
            lambda: self._presenter.take_in(path),
            tr("Your busy times are known now. Of what they are for, nothing was kept."),
        )

    def forget(self) -> None:
        """Keep nothing of any calendar any more."""
        self._change(self._presenter.forget, tr("Your calendar is forgotten."))

    def _change(self, act: Callable[[], Changed], words: str) -> None:
        def done(changed: Changed) -> None:
            self.message.say(words, "success")
            self._presenter.tell(changed)

        self._run(act, done, tr("Reading…"))

    def _run(self, act: Callable[[], T], done: Callable[[T], None], words: str) -> None:
        """One at a time: what is asked meanwhile is passed over."""
        if self._job is None or self._job.is_over():
            self.message.say(words, "info")
            self._job = self._runner.run(lambda _control: act(), done, self._on_failed)

    def _on_failed(self, fault: Exception) -> None:
        if not isinstance(fault, KnownFault):
            raise fault
        self.message.say(str(words_for(fault, screen())), "danger")

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setNameFilter(tr("Calendar (*.ics)"))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        return dialog

    def _lay_out(self) -> None:
        parts = SideBySide(shares=(1, 1), narrowest=760)
        parts.add_first(
            _part(
                Words(tr("What is shown here, for your calendar"), "h3"),
                Words(
                    tr(
                        "Without names the file holds no child's name, place or kind of review, "
                        "only a reference. With names, whoever gets the file can read them."
                    ),
                    "muted",
                ),
                self.with_names,
                FlowRow(self.file_button),
            )
        )
        parts.add_second(
            _part(
                Words(tr("When you are busy"), "h3"),
                Words(
                    tr(
                        "From a file of your own calendar only the times are kept: nothing of "
                        "what they are for, where or with whom."
                    ),
                    "muted",
                ),
                self._known,
                FlowRow(self.take_in_button, self.forget_button),
            )
        )
        self.add(self.message, parts)


def _part(*widgets: QWidget) -> QWidget:
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.space(10))
    for widget in widgets:
        layout.addWidget(widget)
    return part
