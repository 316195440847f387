"""The harm matrix without its screen: its lines, its cells, and what to ask where one is blank."""

from iro_desktop.domain.practice_pack import MatrixLine
from iro_desktop.domain.tools.entries import EntryState
from iro_desktop.domain.tools.harm_matrix import Certainty, MatrixCell
from iro_desktop.domain.tools.record import ToolRecord
from iro_desktop.i18n import tr
from iro_desktop.ui.review.edits import Removal
from iro_desktop.ui.review.tools.presenter import ToolsPresenter, with_words
from iro_desktop.ui.words.tools import states

Place = tuple[str, str]


class MatrixPresenter(ToolsPresenter):
    """A place is the ids of a row and a column of the pack."""

    def rows(self, record: ToolRecord | None = None) -> tuple[MatrixLine, ...]:
        """Those of the pack, and those of an earlier pack in which something stands."""
        cells = (record or self.record).matrix_cells
        return _with_strays(self.pack.matrix_rows, [cell.row for cell in cells])

    def columns(self, record: ToolRecord | None = None) -> tuple[MatrixLine, ...]:
        """As `rows`."""
        cells = (record or self.record).matrix_cells
        return _with_strays(self.pack.matrix_columns, [cell.column for cell in cells])

    def cell(self, place: Place, record: ToolRecord | None = None) -> MatrixCell | None:
        """What stands at a place; None where nobody wrote anything."""
        cells = (record or self.record).matrix_cells
        return next((cell for cell in cells if (cell.row, cell.column) == place), None)

    def to_write(self, place: Place) -> MatrixCell:
        """The cell at a place, or one to be filled, which stands in no record before `write`."""
        row, column = place
        return self.cell(place) or self.draft(MatrixCell, row=row, column=column)

    def write(self, cell: MatrixCell) -> MatrixCell | Removal:
        """Take a cell as it was written; one that says nothing at all any more is taken away."""
        cell = with_words(cell, bool(cell.words.strip()))
        stands = self.cell((cell.row, cell.column)) is not None
        if stands and _says_nothing(cell):
            return self.remove(cell)
        return self.change(cell)

    def title_of(self, place: Place) -> str:
        """Where a cell stands."""
        row, column = place
        return tr("{row}, {column}", row=_title(self.rows(), row), column=self.column_title(column))

    def column_title(self, name: str) -> str:
        """What a column is called."""
        return _title(self.columns(), name)

    def question(self, place: Place) -> str:
        """What to ask where a cell is blank."""
        row, column = place
        prompts = (_prompt(self.rows(), row), _prompt(self.columns(), column))
        asked = " ".join(prompt for prompt in prompts if prompt)
        return asked or tr("What do we know about this?")

    def said(self, cell: MatrixCell) -> str:
        """Its words; without any, why there are none; empty while it is a question to ask."""
        if cell.words.strip():
            return tr("“{words}”", words=cell.words) if cell.is_verbatim else cell.words
        return "" if cell.state is EntryState.UNANSWERED else states()[cell.state]

    def known_how(self, cell: MatrixCell) -> str:
        """When it was, how far it is known and where that is from, at a glance."""
        sure = "" if cell.certainty is Certainty.NOT_SAID else certainties()[cell.certainty]
        parts = (cell.when, sure, cell.source)
        return " · ".join(part for part in parts if part.strip())


def certainties() -> dict[Certainty, str]:
    """How far something is known."""
    return {
        Certainty.NOT_SAID: tr("Not said yet"),
        Certainty.KNOWN: tr("Known"),
        Certainty.ALLEGED: tr("Alleged"),
        Certainty.DISPUTED: tr("Disputed"),
    }


def _says_nothing(cell: MatrixCell) -> bool:
    words = (cell.words, cell.when, cell.source, cell.heard_from)
    has_no_words = not any(part.strip() for part in words)
    is_open = cell.certainty is Certainty.NOT_SAID and cell.state is EntryState.UNANSWERED
    return has_no_words and is_open


def _with_strays(known: tuple[MatrixLine, ...], used: list[str]) -> tuple[MatrixLine, ...]:
    ids = {line.id for line in known}
    strays = dict.fromkeys(name for name in used if name not in ids)
    return (*known, *(MatrixLine(name, name) for name in strays))


def _title(lines: tuple[MatrixLine, ...], name: str) -> str:
    return next((line.title for line in lines if line.id == name), name)


def _prompt(lines: tuple[MatrixLine, ...], name: str) -> str:
    return next((line.prompt for line in lines if line.id == name), "")
