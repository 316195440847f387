"""What the program says: a banner, an empty page, a list of problems, whether all is saved."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.i18n import ntr, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.iconed import IconButton, IconLabel
from iro_desktop.ui.widgets.link_button import LinkButton
from iro_desktop.ui.widgets.words import Words

BannerTone = Literal["info", "warning", "success", "danger"]

_BANNER_ICONS: dict[str, tuple[str, str]] = {
    "info": ("info", "primary"),
    "warning": ("triangle-alert", "warning"),
    "success": ("circle-check", "success"),
    "danger": ("circle-alert", "danger"),
}


_FAILED = "triangle-alert"


class Banner(QFrame):
    """A sentence across the page, with what can be done about it. It is said as it appears."""

    dismissed = Signal()

    def __init__(
        self,
        text: str,
        tone: BannerTone = "info",
        action: QWidget | None = None,
        parent: QWidget | None = None,
        *,
        dismissible: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._icon = IconLabel(*_BANNER_ICONS[tone])
        self._words = Words(text)
        layout = QHBoxLayout(self)
        edge = theme.space(12)
        layout.setContentsMargins(edge, theme.space(10), edge, theme.space(10))
        layout.setSpacing(theme.space(10))
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        if action is not None:
            layout.addWidget(action)
        if dismissible:
            close = IconButton(tr("Hide this message"), "x")
            close.clicked.connect(self._on_dismissed)
            layout.addWidget(close)
        self.setProperty("tone", tone)
        accessibility.name(self, text)

    def text(self) -> str:
        """The sentence."""
        return self._words.text()

    def say(self, text: str, tone: BannerTone = "info") -> None:
        """Show another sentence, and have it said."""
        self._words.setText(text)
        self._icon.set_icon(*_BANNER_ICONS[tone])
        self.setProperty("tone", tone)
        theme.restyle(self)
        accessibility.name(self, text)
        self.show()
        accessibility.announce(self, text)

    def _on_dismissed(self) -> None:
        self.hide()
        self.dismissed.emit()


class EmptyState(QWidget):
    """What stands where there is nothing yet, and how to begin."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        action: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        edge = theme.space(40)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.space(10))
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(IconLabel(icon, "border", 44), 0, centre)
        heading = Words(title, "h2")
        heading.set_centred()
        layout.addWidget(heading)
        if text:
            words = Words(text, "muted")
            words.set_centred()
            layout.addWidget(words)
        if action is not None:
            layout.addSpacing(theme.space(6))
            layout.addWidget(action, 0, centre)


class ProblemSummary(QFrame):
    """All that is missing or wrong, each a link to where it is put right."""

    activated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("tone", "danger")
        self._title = Words("", "h3")
        self._links: list[LinkButton] = []
        head = QHBoxLayout()
        head.setSpacing(theme.space(10))
        head.addWidget(IconLabel("circle-alert", "danger", 22), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        body = QVBoxLayout(self)
        edge = theme.space(16)
        body.setContentsMargins(edge, edge, edge, edge)
        body.setSpacing(theme.space(6))
        body.addLayout(head)
        self._places = QVBoxLayout()
        self._places.setSpacing(0)
        inset = theme.scaled(22) + theme.space(4)
        self._places.setContentsMargins(inset, 0, 0, 0)
        body.addLayout(self._places)
        self.hide()

    def show_problems(self, problems: Sequence[str]) -> None:
        """List these sentences, say how many there are, and hide when there is none."""
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = [self._link(number, text) for number, text in enumerate(problems)]
        title = ntr("One thing to put right", "{number} things to put right", len(problems))
        self._title.setText(title)
        accessibility.name(self, title)
        self.setVisible(bool(problems))
        if problems:
            accessibility.announce(self, title)

    def focus_first(self) -> None:
        """Put the focus on the first link."""
        if self._links:
            self._links[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _link(self, number: int, text: str) -> LinkButton:
        link = LinkButton(text, "danger")
        link.clicked.connect(lambda: self.activated.emit(number))
        self._places.addWidget(link)
        return link


class StatusLine(QWidget):
    """Whether what was typed is kept, in words beside a mark. What matters is said aloud."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("circle-check", "success", 18)
        self._words = Words("", "muted", wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(6))
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        self.show_saved(aloud=False)

    def text(self) -> str:
        """What it says now."""
        return self._words.text()

    def show_saved(self, *, aloud: bool = True) -> None:
        """All is kept."""
        self._say(tr("All changes saved"), "circle-check", "success", aloud=aloud)

    def show_saving(self) -> None:
        """Something waits to be kept. Not said aloud: it would speak over typing."""
        self._say(tr("Saving…"), "save", "muted", aloud=False)

    def show_failed(self, sentence: str) -> None:
        """Something could not be kept; it still stands on the screen."""
        self._say(sentence, _FAILED, "danger", aloud=True)

    def _say(self, text: str, icon: str, token: str, *, aloud: bool) -> None:
        changed = text != self._words.text()
        self._words.setWordWrap(icon == _FAILED)  # a fault and its next step need several lines
        self._words.setText(text)
        self._icon.set_icon(icon, token)
        accessibility.name(self, text)
        if aloud and changed:
            accessibility.announce(self, text)
