"""From anywhere in a review to a passage kept from others, and back to its place."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.withholding import WithheldPassage
from iro_desktop.ui.review.foot import ReviewFoot
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.withheld.field_marks import FieldMarks
from iro_desktop.ui.review.withheld.kept_drawer import KeptDrawer
from iro_desktop.ui.review.withheld.way_there import marks_in, marks_of


class Passages(QObject):
    """`page_with` goes to a section by its id and gives its page; None where it is not shown."""

    def __init__(
        self,
        presenter: ReviewPresenter,
        foot: ReviewFoot,
        drawer: KeptDrawer,
        page_with: Callable[[str], QWidget | None],
    ) -> None:
        super().__init__(foot)
        self._withheld = presenter.withheld
        self._foot, self._drawer, self._page_with = foot, drawer, page_with
        drawer.place_wanted.connect(self.go_to)
        drawer.anew_wanted.connect(self._on_anew_wanted)

    def show_kept(self, around: QWidget) -> None:
        """Something was kept from others, or given back: show it wherever it shows."""
        self._foot.show_kept(self._withheld.count())
        self._foot.arrange()
        if not self._drawer.isHidden():
            self._drawer.refresh()
        for marks in marks_in(around):
            marks.refresh()

    def go_to(self, passage: WithheldPassage) -> None:
        """Go to the text in which a passage is marked as kept from others."""
        marks = self._marks_of(passage)
        if marks is not None:
            marks.go_to(passage)

    def _on_anew_wanted(self, passage: WithheldPassage) -> None:
        marks = self._marks_of(passage)
        if marks is not None:
            marks.mark_anew(passage)

    def _marks_of(self, passage: WithheldPassage) -> FieldMarks | None:
        page = self._page_with(self._withheld.section_of(passage))
        return None if page is None else marks_of(page, passage)
