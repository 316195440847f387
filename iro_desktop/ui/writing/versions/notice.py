"""What was done or refused, in a banner, with the way to where it is put right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.ui import theme
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner, BannerTone
from iro_desktop.ui.writing.versions.refusals import Place, Refusal, place_in_words


class Notice(QWidget):
    """`go_wanted` carries a Place."""

    go_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._place: Place | None = None
        self.banner = Banner("", dismissible=True)
        self.banner.dismissed.connect(self.hide)
        self.go_button = ActionButton("", "arrow-right", "quiet")
        self.go_button.clicked.connect(lambda: self.go_wanted.emit(self._place))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(4))
        layout.addWidget(self.banner)
        layout.addWidget(FlowRow(self.go_button))
        self.hide()

    def text(self) -> str:
        """What it says; empty where it says nothing."""
        return "" if self.isHidden() else self.banner.text()

    def say(self, text: str, tone: BannerTone = "success") -> None:
        """Say that something was done."""
        self._show(Refusal(text), tone)

    def refuse(self, refusal: Refusal) -> None:
        """Say why something was not done."""
        self._show(refusal, "danger")

    def _show(self, refusal: Refusal, tone: BannerTone) -> None:
        self._place = refusal.place
        self.go_button.setVisible(refusal.place is not None)
        if refusal.place is not None:
            self.go_button.setText(place_in_words(refusal.place))
        self.show()
        self.banner.say(refusal.sentence, tone)
