"""Asks for a file or a folder without holding the window up."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from PySide6.QtWidgets import QFileDialog, QWidget

from iro_desktop.i18n import tr

OnChosen: TypeAlias = Callable[[Path], None]


def ask_where_to_save(parent: QWidget, title: str, name: str, on_chosen: OnChosen) -> QFileDialog:
    """Ask under which name to save. `name` is suggested, and says nothing about the child."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    return _open(dialog, on_chosen)


def ask_for_folder(parent: QWidget, title: str, on_chosen: OnChosen) -> QFileDialog:
    """Ask into which folder to write."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _open(dialog, on_chosen)


def ask_which_file(
    parent: QWidget, title: str, kinds: Sequence[str], on_chosen: OnChosen
) -> QFileDialog:
    """Ask which file to read. `kinds` names the kinds of file, as Qt has them; none: any file."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    if kinds:
        dialog.setNameFilters(kinds)
    return _open(dialog, on_chosen)


def ask_for_council_file(
    parent: QWidget, title: str, known: str, on_chosen: OnChosen
) -> QFileDialog:
    """Ask which file a council has written; `known` says what such files hold."""
    kinds = (f"{known} (*.yaml *.yml)", tr("All files") + " (*)")
    return ask_which_file(parent, title, kinds, on_chosen)


def _open(dialog: QFileDialog, on_chosen: OnChosen) -> QFileDialog:
    dialog.fileSelected.connect(lambda chosen: on_chosen(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
