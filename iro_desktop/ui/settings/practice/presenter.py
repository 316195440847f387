"""The practice pack in force, without the screen: a council's taken in, or put away again."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from iro_desktop.domain.practice_pack import PracticePack
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services import practice
from iro_desktop.services.changed import Changed
from iro_desktop.services.council_files import read_council_file
from iro_desktop.services.faults import PracticePackRefused
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.ui.settings.council_file import CouncilFile, Outcomes, ReasonsScreen
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.settings.sections import Section, SectionWork


class PracticeScreen(ReasonsScreen, Protocol):
    """What the presenter asks of the panel."""

    def show_pack(self, title: str, is_councils: bool, lines: tuple[Line, ...]) -> None:  # noqa: FBT001
        """Show which pack is in force, and what stands in it."""
        ...


class PracticePresenter:
    """`tell` hears what changed for other screens."""

    def __init__(
        self,
        uow_factory: UnitOfWorkFactory,
        work: SectionWork,
        tell: Callable[[Changed], None],
    ) -> None:
        self._uow_factory = uow_factory
        self._file = CouncilFile(Section.PRACTICE, PracticePackRefused, work, tell)
        self._screen: PracticeScreen | None = None

    def begin(self, shown: PracticeScreen) -> None:
        """Show what is in force."""
        self._screen = shown
        self._file.begin(shown, self._show)
        self._show()

    def look_again(self) -> None:
        """Show what the council sent meanwhile."""
        self._show()

    def use_file(self, path: Path) -> None:
        """Work by the pack in a file from now on; where it is refused, list every reason."""
        translator = screen()  # the work goes on in a thread that has no screen

        def change() -> Changed:
            text = read_council_file(path, translator)
            return practice.take_pack(self._uow_factory, text, path.name)

        outcomes = Outcomes(
            taken=tr("The council's pack is in use from now on."),
            known=tr("This pack is in use already."),
            refused=tr("That pack cannot be used, and nothing has been changed. Mend it first."),
        )
        self._file.take(change, outcomes)

    def use_own(self) -> None:
        """Work by the program's own pack again."""
        words = tr("The program's own pack is in use.")
        self._file.change(lambda: practice.drop_pack(self._uow_factory), words)

    @property
    def _shown(self) -> PracticeScreen:
        assert self._screen is not None  # noqa: S101 - a panel begins before it asks
        return self._screen

    def _show(self) -> None:
        with self._uow_factory() as uow:
            pack = practice.pack_in_force(uow.settings)
            name = practice.name_of_council_pack(uow.settings)
            reasons = practice.why_passed_over(uow.settings)
        is_councils = bool(name) and reasons is None
        title = tr("{title}, version {version}", title=pack.title, version=pack.version)
        self._shown.show_pack(title, is_councils, tuple(_lines(pack)))
        if reasons is not None:
            words = tr("The council's pack can no longer be used. The program's own is in force.")
            self._file.refuse(reasons, words)


def _lines(pack: PracticePack) -> Iterator[Line]:
    titles = (title for title in pack.titles.values() if title)
    yield Line(tr("What the tools are called"), (_named(titles),))
    yield Line(tr("Columns of the map"), (_named(column.title for column in pack.map_columns),))
    rows = _named(line.title for line in pack.matrix_rows)
    columns = _named(line.title for line in pack.matrix_columns)
    yield Line(tr("Rows and columns of the harm matrix"), (rows, columns))
    for house in pack.houses:
        yield Line(house.title, (_named(room.title for room in house.rooms),))
    asked = ntr("{number} question to ask", "{number} questions to ask", len(pack.questions))
    scales = ntr("{number} scaling question", "{number} scaling questions", len(pack.scales))
    yield Line(tr("The bank of questions"), (asked, scales))


def _named(titles: Iterable[str]) -> str:
    return screen().list(list(titles))
