"""A card of a tool's entry: what matters in sight, the rest behind one button."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.services.record_homes import ToolThing
from iro_desktop.ui.review.attribute import Attribute
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.widgets.iconed import IconButton

E = TypeVar("E", bound=ToolThing)


class EntryCard(RecordCard[E]):
    """`folded` names the attributes behind the button, `unshared` those no shared screen shows.

    The attribute `state` is asked for only while `has_words` says that there is no answer.
    """

    def __init__(
        self,
        record: E,
        attributes: Sequence[Attribute[E]],
        *,
        removing: str,
        folded: Sequence[str] = (),
        unshared: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        self._folded, self._unshared = frozenset(folded), frozenset(unshared)
        self._unfolded = self._shared = False
        self.unfold_button = IconButton(tr("More about this"), "ellipsis")
        self.unfold_button.setCheckable(True)
        super().__init__(record, attributes, removing=removing, parent=parent)
        self.unfold_button.toggled.connect(self._on_unfolded)
        if folded:
            self.add_to_head(self.unfold_button)
        else:
            self.unfold_button.setParent(self)
            self.unfold_button.hide()

    def has_words(self) -> bool:
        """Whether the entry says anything, so that it needs no state."""
        return True

    def set_shared(self, *, shared: bool) -> None:
        """Whether others see the screen."""
        self._shared = shared
        self.show_rows()

    @override
    def applies(self, name: str) -> bool:
        if self._shared and name in self._unshared:
            return False
        if name == "state":
            return not self.has_words()
        return self._unfolded or name not in self._folded

    @override
    def set_title(self, title: str) -> None:
        super().set_title(title)
        self.unfold_button.set_name(tr("More about this: {what}", what=title))

    @override
    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self.unfold_button.setVisible(bool(self._folded))

    def _on_unfolded(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._unfolded = shown
        self.show_rows()
