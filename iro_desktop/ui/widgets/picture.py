"""A widget that draws itself, and is a picture to whoever cannot see it."""

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget


class Picture(QLabel):
    """Painted by its subclass.

    Qt gives the role Graphic to a label that holds a picture, and none to a plain widget. The
    picture that it holds is never drawn.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPixmap(QPixmap(1, 1))
