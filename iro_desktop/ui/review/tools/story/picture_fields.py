"""The picture of a frame: a pictogram picked from all there are, or one kept with the review."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from iro_desktop.documents import pictogram_files
from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.services.kept_pictures import image_of
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.pictures.thumbnail import Thumbnail
from iro_desktop.ui.review.tools.story.presenter import Pictogram, seen
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.words import Words

_LARGE, _SMALL, _ROOM = 120, 52, 104  # pixels at 100 %


class PictogramField(Field):
    """The name of a pictogram, or None. The pictures to pick from fold out beneath."""

    def __init__(self, offered: Callable[[], Sequence[Pictogram]]) -> None:
        super().__init__()
        self._offered = offered
        self._chosen = ""
        self._name = self._description = ""
        self._shown = QLabel()
        self._said = Words("", "muted")
        self._button = ActionButton(tr("Pick a picture"), "search")
        self._button.setCheckable(True)
        self._button.toggled.connect(self._unfold)
        self._find = QLineEdit()
        self._find.setPlaceholderText(tr("Look for a picture: dog, happy …"))
        self._find.textEdited.connect(self._fill)
        self.list = QListWidget()
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setWordWrap(True)
        self.list.setUniformItemSizes(True)
        self.list.setFixedHeight(theme.scaled(260))
        self.list.itemActivated.connect(self._on_picked)
        self.list.itemClicked.connect(self._on_picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(6))
        for part in (self._shown, self._said, FlowRow(self._button), self._find, self.list):
            column.addWidget(part)
        self._find.hide()
        self.list.hide()
        self._hold(self._button, self._find, self.list)
        self._refresh()

    @override
    def value(self) -> str | None:
        return self._chosen or None

    @override
    def set_value(self, value: AnswerValue) -> None:
        self._chosen = value if isinstance(value, str) else ""
        self._refresh()

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._button.setVisible(not read_only)
        if read_only:
            self._button.setChecked(False)

    @override
    def set_names(self, name: str, description: str = "") -> None:
        self._name, self._description = name, description
        accessibility.name(self._find, tr("Look for a picture"), name)
        accessibility.name(self.list, tr("The pictures"), name)
        self._refresh()

    @override
    def set_faulty(self, faulty: bool) -> None:
        """There is no wrong picture."""

    def pick(self, name: str) -> None:
        """Take a pictogram, as the user."""
        self._chosen = name
        self._refresh()
        self._button.setChecked(False)
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answer_changed.emit()
        self.left.emit()

    def _unfold(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._find.setVisible(shown)
        self.list.setVisible(shown)
        if shown:
            self._fill()
            self._find.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        wanted = self._find.text().strip().casefold()
        self.list.clear()
        self.list.setIconSize(QSize(theme.scaled(_SMALL), theme.scaled(_SMALL)))
        room = QSize(theme.scaled(_ROOM), theme.scaled(_SMALL) + 3 * self.fontMetrics().height())
        self.list.setGridSize(room)
        for one in self._offered():
            if wanted in one.seen.casefold() or wanted in one.name:
                item = QListWidgetItem(QIcon(picture_of(one.name, _SMALL)), one.seen)
                item.setData(Qt.ItemDataRole.UserRole, one.name)
                item.setSizeHint(room)
                self.list.addItem(item)
                if one.name == self._chosen:
                    self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _on_picked(self, item: QListWidgetItem) -> None:
        self.pick(str(item.data(Qt.ItemDataRole.UserRole)))

    def _refresh(self) -> None:
        known = self._chosen in pictogram_files.known()
        said = seen(self._chosen) if known else self._chosen or tr("No picture picked yet")
        self._shown.setVisible(known)
        if known:
            self._shown.setPixmap(picture_of(self._chosen, _LARGE))
            accessibility.name(self._shown, said)
        self._said.setText(said)
        accessibility.name(
            self._button,
            tr("{action}: {what}", action=tr("Pick a picture"), what=self._name),
            accessibility.sentence(said, self._description),
        )


class KeptPictureField(PickField):
    """The id of a picture of the review; empty text for none. It is shown beneath."""

    def __init__(self) -> None:
        self._pictures: dict[str, KeptPicture] = {}
        self._thumbnail: QWidget | None = None
        super().__init__(_options(()))
        self.answer_changed.connect(self._show)

    def set_pictures(self, pictures: Sequence[KeptPicture]) -> None:
        """Offer these."""
        offered: dict[str, KeptPicture] = {one.id: one for one in pictures}
        if offered != self._pictures:
            self._pictures = offered
            self.set_options(_options(pictures))
            self._show()

    @override
    def set_value(self, value: AnswerValue) -> None:
        super().set_value(value or "")
        self._show()

    def _show(self) -> None:
        if self._thumbnail is not None:
            throw_away(self._column, self._thumbnail)
            self._thumbnail = None
        picture = self._pictures.get(self.value())
        if picture is not None:
            self._thumbnail = Thumbnail(image_of(picture), picture.description)
            self._column.addWidget(self._thumbnail)


def _options(pictures: Sequence[KeptPicture]) -> list[Option]:
    return [Option("", tr("None")), *(Option(one.id, one.description) for one in pictures)]


def picture_of(name: str, side: int) -> QPixmap:
    """A pictogram on white paper, on which its colours are made to be seen."""
    pixels = theme.scaled(side)
    paper = QPixmap(pixels, pixels)
    paper.fill(Qt.GlobalColor.transparent)
    painter = QPainter(paper)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawRoundedRect(paper.rect(), 8, 8)
    picture = QPixmap()
    picture.loadFromData(pictogram_files.pictogram(name) or b"")
    inner = round(pixels * 0.06)
    painter.drawPixmap(paper.rect().adjusted(inner, inner, -inner, -inner), picture)
    painter.end()
    return paper
