"""Ruled lines to write on by hand. They say nothing, so they are an artifact.

Where the form can be filled in on a screen, a field lies over them.
"""

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from iro_desktop.documents.look import TextStyle
from iro_desktop.documents.pdf.form_fields import FieldToFill
from iro_desktop.documents.pdf.structure import Element

# Handwriting, a child's even more, wants more room than print: at least 9 mm a line.
_LEAST_STEP = 26.0
_STEP = 1.5
_RULE = 0.8
_LINES_AT_START = 3


class WritingLines(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """So many lines; they go over pages, unless they are a field to fill in on a screen.

    `form` is the element of that field.
    """

    def __init__(
        self,
        lines: int,
        style: TextStyle,
        colour: str,
        field: FieldToFill | None = None,
        form: Element | None = None,
    ) -> None:
        super().__init__()
        self._field, self._form = field, form
        self._lines = max(lines, 0)
        self._style = style
        self._colour = colour
        self._step = max(_LEAST_STEP, style.leading * _STEP)
        self.spaceAfter = style.after

    @property
    def least_start(self) -> float:
        """The height of as many lines as should stand together."""
        together = self._lines if self._field else min(self._lines, _LINES_AT_START)
        return self._step * together

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The whole width, and a step for each line."""
        self.width, self.height = available_width, self._step * self._lines
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Lines for this page and for the next."""
        fitting = int(available_height // self._step)
        if fitting >= self._lines:
            return [self]
        if not fitting or self._field is not None:
            return []
        counts = (fitting, self._lines - fitting)
        return [WritingLines(count, self._style, self._colour) for count in counts]

    def draw(self) -> None:
        """Draw the lines."""
        if not self._lines:
            return
        with self.canv.artifact():
            self.canv.saveState()
            self.canv.setStrokeColor(HexColor(self._colour))
            self.canv.setLineWidth(_RULE)
            for line in range(self._lines):
                self.canv.line(0, line * self._step, self.width, line * self._step)
            self.canv.restoreState()
        if self._field is not None and self._form is not None:
            box = self.canv.area(0, 0, self.width, self.height)
            size = self._style.size
            self.canv.text_box(self._form, self._field, box, lines=self._lines, size=size)
