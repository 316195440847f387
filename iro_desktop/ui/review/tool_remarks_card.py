"""What the practice tools still lack, said gently before a review is closed. It bars nothing."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.i18n import screen, tr
from iro_desktop.services.tool_remarks import remarks_of, sentence
from iro_desktop.ui import theme
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words


class ToolRemarksCard(Card):
    """Hidden where there is nothing to say, and once the review is closed."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(tr("Worth a look before you close"))
        self._presenter = presenter
        self._sentences: tuple[str, ...] = ()
        box = QWidget()
        self._lines = QVBoxLayout(box)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.space(8))
        self.add(Words(tr("You can close without these."), "muted"), box)
        self.hide()

    def refresh(self) -> None:
        """Say what is lacking now."""
        record = self._presenter.record
        kept_back = {passage.thing for passage in record.withheld}
        remarks = () if record.review.is_fixed else remarks_of(record.tools, self._presenter.today)
        sentences = tuple(
            sentence(one, screen()) for one in remarks if one.subject not in kept_back
        )
        if sentences != self._sentences:
            self._sentences = sentences
            while (item := self._lines.takeAt(0)) is not None:
                if (line := item.widget()) is not None:
                    line.hide()
                    line.deleteLater()
            for words in sentences:
                self._lines.addWidget(Words(words))
        self.setVisible(bool(sentences))
