"""Carries out an order to send: asks where, works in the background, says how it went."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.widgets.file_dialogs import ask_for_folder, ask_where_to_save
from iro_desktop.ui.writing.versions.presenter import VersionsPresenter
from iro_desktop.ui.writing.versions.printing import print_pdf
from iro_desktop.ui.writing.versions.send_order import Done, Order, Way


class Dispatch(QWidget):
    """Holds the dialog that is open. It is never to be seen itself.

    `began` says that the work runs, `done` carries what was done, `failed` the exception,
    `not_printed` that the printer took nothing.
    """

    began = Signal()
    done = Signal(object)
    failed = Signal(object)
    not_printed = Signal()

    def __init__(self, presenter: VersionsPresenter, runner: JobRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter, self._runner = presenter, runner
        self.dialog: QDialog | None = None
        self.hide()

    def carry_out(self, order: Order) -> None:
        """Ask where, then write, or print; it is noted once that is done."""
        if order.way is Way.PAPER:
            self._ask_printer(order)
        elif order.way is Way.FOLDER:
            self.dialog = ask_for_folder(
                self, tr("Where should the new folder go?"), lambda into: self.write(order, into)
            )
        else:
            self.save(order)

    def save(self, order: Order) -> None:
        """Ask under which name, then write."""
        name = self._presenter.file_name(order)
        self.dialog = ask_where_to_save(
            self, tr("Where should the file go?"), name, lambda out: self.write(order, out)
        )

    def write(self, order: Order, out: Path) -> None:
        """Write to `out`, or into it, and note it."""
        self._run(lambda: self._presenter.send(order, out))

    def note(self, order: Order) -> None:
        """Only note that it has gone."""
        self._run(lambda: self._presenter.note(order))

    def print_on(self, order: Order, printer: QPrinter) -> None:
        """Print on a printer that was chosen, and note it."""
        self._run(lambda: self._printed(order, printer))

    def _printed(self, order: Order, printer: QPrinter) -> Done | None:
        data = self._presenter.pages_to_print(order)
        return self._presenter.note(order) if print_pdf(data, printer) else None

    def _ask_printer(self, order: Order) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Print it"))
        dialog.accepted.connect(lambda: self.print_on(order, printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.dialog = dialog
        dialog.show()

    def _run(self, work: Callable[[], Done | None]) -> None:
        self.began.emit()
        self._runner.run(lambda _control: work(), self._on_over, self.failed.emit)

    def _on_over(self, done: Done | None) -> None:
        if done is None:
            self.not_printed.emit()
        else:
            self.done.emit(done)
