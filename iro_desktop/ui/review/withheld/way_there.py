"""From a kept passage to the text in which it was marked."""

from PySide6.QtWidgets import QWidget

from iro_desktop.domain.withholding import WithheldPassage
from iro_desktop.ui.review.withheld.field_marks import FieldMarks


def marks_in(widget: QWidget) -> list[FieldMarks]:
    """What ties each long text within a widget to what is kept of it."""
    return widget.findChildren(FieldMarks)


def marks_of(widget: QWidget, passage: WithheldPassage) -> FieldMarks | None:
    """What ties the text of a passage to what is kept of it, if that text is in the widget."""
    return next(
        (
            marks
            for marks in marks_in(widget)
            if (marks.place.thing, marks.place.field) == (passage.thing, passage.field)
        ),
        None,
    )
