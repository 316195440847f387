"""The caseload as it is searched, narrowed and sorted."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.i18n import ntr, tr
from iro_desktop.services import caseload, households
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.households import NewHousehold
from iro_desktop.services.rights import Rights
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.children.rows import ChildRow, Column, Filter, plain, row_of, sort_key
from iro_desktop.ui.sync.states import is_enrolled, states_of_children

TOPICS = frozenset({Topic.CASELOAD, Topic.CHILD, Topic.REVIEW})


@dataclass(frozen=True, slots=True)
class ChildrenPage:
    """The rows to show, how many each filter would let through, and what is said of it all.

    `elsewhere` counts the children whom the search would find without the filter. `only_parts`
    says that of none the whole record is here, `may_begin` whether this person may begin one.
    """

    today: dt.date
    rows: tuple[ChildRow, ...]
    counts: dict[Filter, int]
    chosen: Filter
    sorted_by: Column
    descending: bool
    said: str
    nothing: str
    elsewhere: int
    has_hub: bool = False
    may_begin: bool = True
    only_parts: bool = False


class ChildrenScreen(Protocol):
    """What the presenter needs of the screen."""

    def show_page(self, page: ChildrenPage) -> None:
        """Show these children."""
        ...


class ChildrenPresenter:
    """Holds the caseload in memory: typing a letter must not ask the store."""

    def __init__(
        self, workspace: Workspace, tell: Callable[[Changed], None] = lambda _change: None
    ) -> None:
        self._workspace = workspace
        self._tell = tell
        self._view: ChildrenScreen | None = None
        self._everyone: tuple[ChildRow, ...] = ()
        self._words: tuple[str, ...] = ()
        self._sought = ""
        self._chosen: Filter | None = None
        self._has_hub, self._may_begin = False, True
        self._column, self._descending = Column.NEXT_REVIEW, False

    def show_on(self, view: ChildrenScreen) -> None:
        """From now on, this is the screen."""
        self._view = view

    @property
    def today(self) -> dt.date:
        """The date where the laptop is."""
        return self._workspace.clock.today()

    def refresh(self) -> None:
        """Read the caseload again."""
        uow_factory = self._workspace.uow_factory
        summaries = caseload.files(uow_factory, self.today)
        synced = states_of_children(uow_factory)
        with uow_factory() as uow:
            rights = Rights(uow.settings)
        self._may_begin, parts = rights.begins_records, rights.parts
        self._has_hub = is_enrolled(uow_factory)
        groups = Counter(summary.child.sibling_group for summary in summaries)
        self._everyone = tuple(
            row_of(
                summary,
                groups[group] - 1 if (group := summary.child.sibling_group) else 0,
                synced.get(summary.child.id),
                is_part=summary.child.id in parts,
                is_anothers=not rights.has_kind(summary.child.id, "review"),
            )
            for summary in summaries
        )
        if self._chosen is None:  # of parts alone nobody is known to be in care
            only_parts = bool(self._everyone) and all(row.is_part for row in self._everyone)
            self._chosen = Filter.ALL if only_parts else Filter.IN_CARE
        self._show()

    def make_household(self, new: NewHousehold) -> ChildId:
        """Make the file of a foster household. Raises NoSpace."""
        household, changed = households.make(self._workspace.uow_factory, new)
        self._tell(changed)
        return household.id

    def search(self, text: str) -> None:
        """Keep the children in whose names or number every word stands."""
        self._sought = text.strip()
        self._words = tuple(plain(text).split())
        self._show()

    def choose(self, chosen: Filter) -> None:
        """Show another part of the caseload."""
        self._chosen = chosen
        self._show()

    def sort_by(self, column: Column, *, descending: bool) -> None:
        """Put the rows in the order of a column."""
        self._column, self._descending = column, descending
        self._show()

    def _show(self) -> None:
        if self._view is not None:
            self._view.show_page(self._page())

    def _page(self) -> ChildrenPage:
        today = self.today
        found = [row for row in self._everyone if self._is_sought(row)]
        chosen = self._chosen or Filter.IN_CARE
        rows = [row for row in found if row.passes(chosen, today)]
        return ChildrenPage(
            today=today,
            rows=self._in_order(rows),
            counts={each: sum(row.passes(each, today) for row in found) for each in Filter},
            chosen=chosen,
            sorted_by=self._column,
            descending=self._descending,
            said=self._counted(len(rows)),
            nothing="" if rows else self._nothing(chosen),
            elsewhere=len(found) if self._sought and not rows else 0,
            has_hub=self._has_hub,
            may_begin=self._may_begin,
            only_parts=bool(self._everyone) and all(row.is_part for row in self._everyone),
        )

    def _counted(self, number: int) -> str:
        if self._chosen is Filter.HOUSEHOLDS:
            return ntr("{number} household", "{number} households", number)
        return ntr("{number} child", "{number} children", number)

    def _is_sought(self, row: ChildRow) -> bool:
        return all(word in row.sought_by for word in self._words)

    def _in_order(self, rows: list[ChildRow]) -> tuple[ChildRow, ...]:
        keyed = [(sort_key(row, self._column), row) for row in rows]
        filled = [(key, row) for key, row in keyed if key is not None]
        filled.sort(key=lambda pair: pair[0], reverse=self._descending)
        empty = [row for key, row in keyed if key is None]
        return (*(row for _, row in filled), *empty)

    def _nothing(self, chosen: Filter) -> str:
        if not self._everyone and not self._may_begin:
            return tr("When you are given children at the hub, they come here with the next sync.")
        if not self._everyone and chosen is not Filter.HOUSEHOLDS:
            return tr("There are no children here yet. Import a return to begin.")
        if self._sought:
            return tr("No child here is called “{text}”.", text=self._sought)
        return {
            Filter.IN_CARE: tr("No child is in care today."),
            Filter.ALL: "",
            Filter.DUE_SOON: tr("No review is due within 30 days."),
            Filter.OVERDUE: tr("No review is overdue."),
            Filter.HALF_FINISHED: tr("No review is half-finished."),
            Filter.UNNAMED: tr("Every child has a name."),
            Filter.HOUSEHOLDS: tr("No foster household has a file here yet."),
        }[chosen]
