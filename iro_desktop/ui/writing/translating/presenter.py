"""A copy's translation, without the screen: to a translator, and back with its checks.

`make`, `read_back` and `keep_anyway` take all they need and may run in the background. Each raises
the KnownFaults of the service it calls.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from iro_desktop.documents.exchange.package import ExchangeFormat
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.services import translating
from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import UnreadableFile
from iro_desktop.services.private_file import write_file
from iro_desktop.services.review_records import require_review
from iro_desktop.services.rights import allowed
from iro_desktop.services.translating import TakenBack
from iro_desktop.services.translations import TranslatedBy
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.writing.translating.page import Page, page_of


@dataclass(frozen=True, slots=True)
class CameBack:
    """A file that came back, for which copy and from whom, and what became of it."""

    wanted: CopyWanted
    content: bytes
    by: TranslatedBy
    taken: TakenBack
    looked_at: frozenset[str] = frozenset()


class TranslationPresenter:
    """One copy's translation."""

    def __init__(self, workspace: Workspace, tell: Callable[[Changed], None]) -> None:
        self._workspace = workspace
        self._tell = tell
        self._wanted: CopyWanted | None = None
        self._translators: dict[str, str] = {}

    @property
    def wanted(self) -> CopyWanted:
        """The copy whose translation is shown."""
        assert self._wanted is not None  # noqa: S101 - a panel opens a copy before it asks
        return self._wanted

    def open(self, wanted: CopyWanted) -> None:
        """Turn to a copy."""
        self._wanted = wanted

    def page(self) -> Page:
        """What is shown now."""
        return page_of(self._workspace, self.wanted)

    def may_take_in(self) -> bool:
        """Whether a translation is this person's to write."""
        with self._workspace.uow_factory() as uow:
            review = require_review(uow, self.wanted.review)
        workspace = self._workspace
        may = allowed(workspace.uow_factory, review.child_id, workspace.clock)
        return may.writes("translated_text")

    def translator(self, page: Page) -> str:
        """Who translates into the copy's language, as far as that was said before."""
        said = self._translators.get(page.wanted.language)
        return said or next((one.translator for one in page.by_whom), "")

    def remember_translator(self, name: str) -> None:
        """Ask no second time who translates into this language."""
        self._translators[self.wanted.language] = name

    def file_name(self, file_format: ExchangeFormat) -> str:
        """A name for the file that goes out, which says nothing about the child."""
        return translating.file_name(self.wanted.language, file_format)

    def make(self, wanted: CopyWanted, file_format: ExchangeFormat, out: Path) -> int:
        """Write the texts of a copy for a translator. Gives how many there are."""
        sent = translating.send_out(self._workspace, wanted, file_format)
        write_file(sent.content, out)
        return sent.texts

    def read_back(self, wanted: CopyWanted, file: Path, translator: str) -> CameBack:
        """Keep what came back, as far as nothing is wrong with it."""
        by = TranslatedBy(translator, self._workspace.clock.today())
        try:
            content = file.read_bytes()
        except OSError as fault:
            raise UnreadableFile(name="The translator’s file", why="it cannot be opened") from fault
        return CameBack(
            wanted, content, by, translating.take_back(self._workspace, wanted, content, by)
        )

    def keep_anyway(self, back: CameBack, name: str) -> CameBack:
        """Keep a text that someone has looked at and accepts."""
        looked_at = back.looked_at | {name}
        taken = translating.take_back(
            self._workspace, back.wanted, back.content, back.by, looked_at
        )
        return CameBack(back.wanted, back.content, back.by, taken, looked_at)

    def settle(self, back: CameBack) -> None:
        """Tell what was kept in the background."""
        if back.taken.changed:
            self._tell(back.taken.changed)
