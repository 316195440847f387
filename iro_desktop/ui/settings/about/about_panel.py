"""Which version this is, and whose work it brings along, under which licence."""

from collections.abc import Iterable
from pathlib import Path

from iro_desktop import __version__
from iro_desktop.i18n import tr
from iro_desktop.services import attributions
from iro_desktop.services.attributions import Attribution
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.settings.lines_list import LinesList
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.text_field import LongTextField
from iro_desktop.ui.widgets.words import Words


class AboutPanel(Panel):
    """A list a kind of work. A licence is shown in full once it is asked for."""

    def __init__(self) -> None:
        super().__init__(
            tr("About IRO Desktop"),
            tr("Version {version}. It works without a network.", version=__version__),
            tr("The work of others comes along with it, with thanks:"),
        )
        self.lists: list[LinesList] = []
        self._files: dict[str, Path] = {}
        self.licence = LongTextField(fewest_lines=8)
        self._licence_row = FormRow(tr("The licence in full"), self.licence)
        self._licence_row.set_read_only(True)
        self.licence_button = ActionButton(tr("Read the licence in full"), "file-text")
        self.licence_button.clicked.connect(self._show_licence)

    def begin(self) -> None:
        """Fill the lists. Reading whose work comes along takes a while."""
        for title, works in (
            (tr("Pictures and icons"), attributions.pictures()),
            (tr("Typefaces"), attributions.fonts()),
            (tr("Spelling and text"), attributions.words()),
        ):
            self._add_list(title, self._lines_of(works))
        self.finish(self.licence_button)
        self.add(self._licence_row)
        self._licence_row.hide()
        ideas = [Line(idea.idea, (idea.who,)) for idea in attributions.ideas()]
        self._add_list(tr("Who knew first which words trouble children"), ideas)
        self._add_list(tr("Software"), self._lines_of(attributions.software()))
        self._on_shown(None)

    def _add_list(self, title: str, lines: list[Line]) -> None:
        if not lines:
            return
        listed = LinesList(title, tr("Ctrl+C copies an entry."))
        listed.show_lines(lines)
        listed.shown.connect(self._on_shown)
        listed.opened.connect(self._show_licence)
        self.lists.append(listed)
        self.add(Words(title, "h3"), listed)

    def _lines_of(self, works: Iterable[Attribution]) -> list[Line]:
        lines = []
        for work in works:
            if work.licence_file is not None:
                self._files[work.name] = work.licence_file
            lines.append(_line(work))
        return lines

    def _on_shown(self, line: Line | None) -> None:
        self._chosen = self._files.get(line.key) if line else None
        self.licence_button.setVisible(self._chosen is not None)

    def _show_licence(self) -> None:
        if self._chosen is not None:
            self.licence.set_value(self._chosen.read_text(encoding="utf-8", errors="replace"))
            self._licence_row.show()
            self._licence_row.focus_first()


def _line(work: Attribution) -> Line:
    title = tr("{name} {version}", name=work.name, version=work.version).strip()
    licence = work.licence or tr("its licence comes with the package")
    changes = tr("Changed here: {changes}", changes=work.changes) if work.changes else ""
    by = tr("By {names}", names=work.by) if work.by else ""
    details = tuple(part for part in (licence, by, changes) if part)
    return Line(title, details, key=work.name)
