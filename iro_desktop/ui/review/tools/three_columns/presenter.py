"""The map without its screen: its columns, what stands in each, and how items come and move."""

from dataclasses import replace
from operator import attrgetter

from iro_desktop.domain.practice_pack import MapColumn
from iro_desktop.domain.tools.comparison import Change, compare
from iro_desktop.domain.tools.entries import EntryState
from iro_desktop.domain.tools.record import ToolRecord
from iro_desktop.domain.tools.three_columns import MapItem
from iro_desktop.i18n import tr
from iro_desktop.ui.review.tools.presenter import ToolsPresenter, with_words
from iro_desktop.ui.words.tools import states


class MapPresenter(ToolsPresenter):
    """`speaker` said, and `verbatim` says how, what is added next."""

    speaker = ""
    verbatim = False

    def columns(self, record: ToolRecord | None = None) -> tuple[MapColumn, ...]:
        """Those of the pack, and those of an earlier pack in which something stands."""
        known = {column.id for column in self.pack.map_columns}
        used = (item.column for item in (record or self.record).map_items)
        strays = dict.fromkeys(name for name in used if name not in known)
        return (*self.pack.map_columns, *(MapColumn(name, name) for name in strays))

    def items(self, column: str, record: ToolRecord | None = None) -> tuple[MapItem, ...]:
        """What stands in a column, in its order."""
        there = (item for item in (record or self.record).map_items if item.column == column)
        return tuple(sorted(there, key=attrgetter("position")))

    def item(self, name: str) -> MapItem:
        """The item of that id, as it stands now."""
        return next(item for item in self.record.map_items if item.id == name)

    def add(self, column: str, words: str) -> MapItem:
        """One more at the end of a column."""
        return self.make(
            MapItem,
            column=column,
            words=words,
            state=EntryState.ANSWERED,
            heard_from=self.speaker,
            is_verbatim=self.verbatim,
        )

    def add_unsaid(self, column: str, state: EntryState) -> MapItem:
        """One more of which only is said why there are no words."""
        return self.make(MapItem, column=column, state=state, heard_from=self.speaker)

    def say(self, item: MapItem) -> MapItem:
        """Take an item as it was written, in the state that its words bring about."""
        return self.change(with_words(item, bool(item.words.strip())))

    def move(self, name: str, column: str, place: int) -> tuple[MapItem, ...]:
        """Set an item at a place of a column. Gives what changed; nothing where it is there."""
        item = self.item(name)
        others = [other for other in self.items(column) if other.id != name]
        place = max(0, min(place, len(others)))
        is_there = item.column == column and self.items(column).index(item) == place
        if is_there:
            return ()
        moved = replace(item, column=column)
        with self.review.stack.together():
            changed = self.put_in_order([*others[:place], moved, *others[place:]])
            if not any(one.id == name for one in changed):
                changed = (self.change(moved), *changed)
        return changed

    def step(self, name: str, by: int) -> tuple[MapItem, ...]:
        """Move an item up (-1) or down (1) in its column."""
        item = self.item(name)
        return self.move(name, item.column, self.place(name) + by)

    def step_aside(self, name: str, by: int) -> tuple[MapItem, ...]:
        """Move an item to the next column (1) or the one before (-1), to its end."""
        names = [column.id for column in self.columns()]
        at = names.index(self.item(name).column) + by
        if not 0 <= at < len(names):
            return ()
        return self.move(name, names[at], len(self.items(names[at])))

    def place(self, name: str) -> int:
        """Which item of its column it is, from 0."""
        item = self.item(name)
        return self.items(item.column).index(item)

    def place_in_words(self, name: str) -> str:
        """Where an item stands, for those who do not see it."""
        item = self.item(name)
        title = self._title(item.column)
        number, count = self.place(name) + 1, len(self.items(item.column))
        return tr("{column}, {number} of {count}", column=title, number=number, count=count)

    def said(self, item: MapItem) -> str:
        """Its words; without any, why there are none."""
        if not item.words.strip():
            return states()[item.state]
        return tr("“{words}”", words=item.words) if item.is_verbatim else item.words

    def said_by(self, item: MapItem) -> str:
        """Who said it, and whether word for word; empty where nobody is named."""
        parts = (item.heard_from, tr("word for word") if item.is_verbatim else "")
        return ", ".join(part for part in parts if part)

    def since(self, item: MapItem) -> str:
        """Who said an item of an earlier meeting, and what became of it since."""
        (now,) = (one for one in compare((item,), self.record.map_items) if one.before is item)
        match now.change:
            case Change.GONE:
                became = tr("not on today's map")
            case Change.MOVED if now.now is not None:
                became = tr("now in: {column}", column=self._title(now.now.column))
            case _:
                became = ""
        return ", ".join(part for part in (self.said_by(item), became) if part)

    def _title(self, column: str) -> str:
        return next(one.title for one in self.columns() if one.id == column)
