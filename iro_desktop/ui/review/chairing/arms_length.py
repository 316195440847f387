"""A larger text for the whole review, for reading at arm's length, and back."""

from PySide6.QtWidgets import QWidget

from iro_desktop.ui import theme

TIMES = 1.5


class ArmsLength:
    """The rest of the program keeps its size: what is laid out while `widget` shows is larger."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._usual: theme.Theme | None = None
        self._large: theme.Theme | None = None

    @property
    def is_on(self) -> bool:
        """Whether the text is larger."""
        return self._large is not None

    def toggle(self) -> bool:
        """Larger, or as before. Says whether anything changed: at 200 % nothing is larger."""
        if self._usual is not None:
            theme.wear(self._usual)
            theme.dress(self._widget, None)
            self._usual = self._large = None
            return True
        usual, large = theme.current(), theme.enlarged(TIMES)
        if large.text_scale <= usual.text_scale:
            return False
        self._usual, self._large = usual, large
        theme.wear(large)
        theme.dress(self._widget, large)
        return True

    def leave(self) -> None:
        """Another screen comes to the front, which is not larger."""
        if self._usual is not None:
            theme.wear(self._usual)

    def come_back(self) -> None:
        """The larger screen is in front again."""
        if self._large is not None:
            theme.wear(self._large)
