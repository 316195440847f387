"""The whole child on the child's page, without the screen: read, written down, made a paper of."""

import datetime as dt
from collections.abc import Callable

from iro_desktop.domain.child import Child
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.sdq import SdqScore
from iro_desktop.domain.whole_child import WholeChild
from iro_desktop.services import happenings, sdq, whole_child
from iro_desktop.services.changed import Changed
from iro_desktop.services.printing_whole_child import WholeChildPaper
from iro_desktop.services.workspace import Workspace


class WholeChildPresenter:
    """One child at a time. `tell` takes what a change touched to the other screens."""

    def __init__(self, workspace: Workspace, tell: Callable[[Changed], None]) -> None:
        self._workspace, self._tell = workspace, tell
        self._child: Child | None = None

    @property
    def today(self) -> dt.date:
        """The date where the laptop is."""
        return self._workspace.clock.today()

    def read(self, child: Child) -> WholeChild | None:
        """The page of a child as today is; None for a household."""
        self._child = child
        return whole_child.read(self._workspace.uow_factory, child.id, self.today)

    def record(self, happening: Happening, day: dt.date, note: str) -> None:
        """Write down that something happened. Raises what the store raises."""
        factory = self._workspace.uow_factory
        self._tell(happenings.record(factory, self._shown.id, happening, day, note))

    def record_sdq(self, day: dt.date, total: int | None, reason: str) -> None:
        """Write down a total, or why there is none. Raises what the store raises."""
        self._tell(sdq.record(self._workspace.uow_factory, self._shown.id, day, total, reason))

    def withdraw_sdq(self, score: SdqScore) -> None:
        """Take back a score. Raises what the store raises."""
        self._tell(sdq.withdraw(self._workspace.uow_factory, score))

    def paper(self) -> WholeChildPaper | None:
        """The page as it is now, to print or to keep."""
        child = self._shown
        page = self.read(child)
        if page is None:
            return None
        name = f"{child.known_as.strip()} {child.family_name.strip()}".strip()
        about = " · ".join(part for part in (name, child.number) if part)
        return WholeChildPaper(page, about, self.today)

    @property
    def _shown(self) -> Child:
        assert self._child is not None  # noqa: S101 - a card shows a child before it asks
        return self._child
