"""Asks where a file or a folder should go, without holding the window up."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtWidgets import QFileDialog, QWidget

from iro_desktop.i18n import tr

OnChosen: TypeAlias = Callable[[Path], None]


def ask_for_file(parent: QWidget, name: str, on_chosen: OnChosen) -> QFileDialog:
    """Ask under which name to save. `name` is suggested, and says nothing about the child."""
    dialog = QFileDialog(parent, tr("Where should the file go?"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    return _open(dialog, on_chosen)


def ask_for_folder(parent: QWidget, on_chosen: OnChosen) -> QFileDialog:
    """Ask into which folder to write."""
    dialog = QFileDialog(parent, tr("Where should the new folder go?"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _open(dialog, on_chosen)


def ask_which_file(parent: QWidget, kinds: str, on_chosen: OnChosen) -> QFileDialog:
    """Ask which file to read. `kinds` names the kinds of file, as Qt has them."""
    dialog = QFileDialog(parent, tr("Which file came back?"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kinds)
    return _open(dialog, on_chosen)


def _open(dialog: QFileDialog, on_chosen: OnChosen) -> QFileDialog:
    dialog.fileSelected.connect(lambda chosen: on_chosen(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
