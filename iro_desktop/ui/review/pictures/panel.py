"""Photos and scanned drawings: take one in, say what is seen, share, order, take out."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.i18n import screen, tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.kept_pictures import image_of
from iro_desktop.services.wording import words_for
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.kept_passages import Place
from iro_desktop.ui.review.long_texts import equip
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.pictures.picture_card import PictureCard
from iro_desktop.ui.review.pictures.presenter import PicturesPresenter
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.file_dialogs import ask_which_file
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton, IconButton
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.tab_order import follow
from iro_desktop.ui.widgets.words import Words

KNOWN = "*.png *.jpg *.jpeg *.webp"


class PicturesPanel(Panel):
    """A card for each picture, and one for a picture that is not kept yet."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        self.pictures = PicturesPresenter(presenter)
        self.cards: dict[str, PictureCard] = {}
        self._moving: dict[str, tuple[IconButton, ...]] = {}
        self.new: PictureCard | None = None
        self.dialog: QFileDialog | None = None
        self.fault = Banner("", "danger", dismissible=True)
        self.fault.hide()
        self._empty = Words("", "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(10))
        self.add_button = ActionButton(tr("Add a photo or drawing…"), "plus")
        self.add_button.clicked.connect(self._choose)
        self.back_button = ActionButton(tr("Put the picture back"), "undo-2", "quiet")
        self.back_button.clicked.connect(self._on_put_back)
        self._title = Words(tr("Photos and drawings"), "h2")
        for part in (self._title, self.fault, self._empty):
            self.body.addWidget(part)
        self.body.addLayout(self._list)
        self.body.addWidget(FlowRow(self.add_button, self.back_button))
        self.refresh()

    @override
    def set_shared(self, *, shared: bool) -> None:
        """Pictures that the child has not agreed to share with everyone are theirs."""
        for picture in self.pictures.pictures():
            hidden = shared and picture.sharing is not Sharing.EVERYONE
            self.cards[picture.id].setHidden(hidden)

    @override
    def refresh(self) -> None:
        pictures, fixed = self.pictures.pictures(), self.is_fixed()
        for name in self.cards.keys() - {picture.id for picture in pictures}:
            self._drop(self.cards.pop(name))
            del self._moving[name]
        for number, picture in enumerate(pictures):
            self._show(picture, number, len(pictures))
        self._empty.setText(
            self.presenter.no_records()
            if fixed
            else tr("A photo or a scanned drawing can stand in the child's letter.")
        )
        self._empty.setVisible(not pictures and self.new is None)
        self.add_button.setVisible(not fixed)
        self.back_button.setVisible(self.pictures.taken_out is not None and not fixed)
        self._order()

    @override
    def settle(self) -> None:
        """Keep a picture that is described, though nobody said so yet: nothing typed is lost."""
        if self.new is not None and self.new.typed():
            self._keep_new()

    def take_in(self, file: Path) -> None:
        """Show a picture from a file, to be described before it is kept."""
        self.settle()
        try:
            data = self.pictures.read(file)
        except KnownFault as fault:
            self._refuse(fault)
            return
        self.fault.hide()
        self._forget_new()
        self.new = card = PictureCard(data, "", Sharing.NOT_ASKED)
        card.set_title(tr("A new picture"))
        card.words.set_checks(self.presenter.live_words)
        keep = ActionButton(tr("Keep this picture"), "check", "primary")
        not_now = ActionButton(tr("Not now"), "", "quiet")
        keep.clicked.connect(self._on_keep)
        not_now.clicked.connect(self._on_not_now)
        card.add_below(FlowRow(keep, not_now))
        self._list.addWidget(card)
        card.show()
        self._order()
        self._empty.hide()
        card.words_row.focus_first()

    def _choose(self) -> None:
        kinds = (tr("Pictures") + f" ({KNOWN})",)
        self.dialog = ask_which_file(self, tr("Choose a photo or drawing"), kinds, self.take_in)

    # One that is not kept yet

    def _on_keep(self) -> None:
        if self.new is not None and not self.new.typed():
            self.new.words_row.show_problem(tr("Say what is seen in it, for those who cannot."))
            self.new.words_row.focus_first()
            return
        name = self._keep_new()
        if name:
            self.cards[name].sharing_row.focus_first()
            accessibility.announce(self, tr("The picture is kept."))

    def _keep_new(self) -> str:
        """Says which picture it is now; nothing where it could not be kept."""
        if self.new is None:
            return ""
        card = self.new
        try:
            name = self.pictures.add(card.data, card.typed(), card.chosen())
        except KnownFault as fault:
            self._refuse(fault)
            return ""
        self._forget_new()
        self.refresh()
        self.changed.emit()
        return name

    def _on_not_now(self) -> None:
        self._forget_new()
        self.refresh()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_new(self) -> None:
        if self.new is not None:
            self._drop(self.new)
            self.new = None

    # Those that are kept

    def _show(self, picture: KeptPicture, number: int, total: int) -> None:
        card = self.cards.get(picture.id)
        if card is None:
            card = self._make_card(picture)
        elif card.typed().strip() and card.typed().strip() != picture.description.strip():
            card.words.set_value(picture.description)
        if self._list.indexOf(card) != number:
            self._list.removeWidget(card)
            self._list.insertWidget(number, card)
            card.show()  # at once: the focus may go there before the layout would show it
        card.set_title(tr("Picture {number}", number=number + 1))
        card.show_sharing(picture.sharing)
        fixed = self.is_fixed()
        card.words_row.set_read_only(fixed)
        up, down, out = self._moving[picture.id]
        up.setVisible(number > 0 and not fixed)
        down.setVisible(number < total - 1 and not fixed)
        out.setVisible(not fixed)
        up.set_name(tr("Earlier: {what}", what=card.title()))
        down.set_name(tr("Later: {what}", what=card.title()))
        out.set_name(tr("Take out: {what}", what=card.title()))

    def _make_card(self, picture: KeptPicture) -> PictureCard:
        card = PictureCard(image_of(picture), picture.description, picture.sharing)
        name = picture.id
        up, down = IconButton("", "arrow-up"), IconButton("", "arrow-down")
        out = IconButton("", "trash-2")
        up.clicked.connect(lambda: self._on_moved(name, -1))
        down.clicked.connect(lambda: self._on_moved(name, 1))
        out.clicked.connect(lambda: self._on_taken_out(name))
        card.add_to_head(up, down, out)
        card.described.connect(lambda: self._on_described(name))
        card.shared.connect(lambda: self._on_shared(name))
        card.left.connect(self.left)
        equip(card.words, self.presenter, Place(name, "description"))
        self.cards[name], self._moving[name] = card, (up, down, out)
        return card

    def _picture(self, name: str) -> KeptPicture:
        return next(one for one in self.pictures.pictures() if one.id == name)

    def _on_described(self, name: str) -> None:
        card = self.cards[name]
        edit = self.pictures.describe(self._picture(name), card.typed())
        card.words_row.show_problem(
            None if edit else tr("Say what is seen in it. Until then, the words before stay.")
        )
        if edit is not None:
            self.edited.emit(edit)

    def _on_shared(self, name: str) -> None:
        self.left.emit()
        try:
            self.pictures.share(self._picture(name), self.cards[name].chosen())
        except KnownFault as fault:
            self._refuse(fault)

    def _on_moved(self, name: str, step: int) -> None:
        self.left.emit()
        try:
            self.pictures.move(self._picture(name), step)
        except KnownFault as fault:
            self._refuse(fault)
            return
        self.refresh()
        buttons = self._moving[name][:2]
        here = buttons[0] if step < 0 else buttons[1]
        stays = here if here.isVisibleTo(self) else next(b for b in buttons if b is not here)
        stays.setFocus(Qt.FocusReason.OtherFocusReason)
        accessibility.announce(self, self.cards[name].title())

    def _on_taken_out(self, name: str) -> None:
        self.left.emit()
        title = self.cards[name].title()
        try:
            self.pictures.take_out(self._picture(name))
        except KnownFault as fault:
            self._refuse(fault)
            return
        self.back_button.show()
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()
        self.changed.emit()
        accessibility.announce(self, tr("{what}: taken out", what=title))

    def _on_put_back(self) -> None:
        self.left.emit()
        try:
            picture = self.pictures.put_back()
        except KnownFault as fault:
            self._refuse(fault)
            return
        self.refresh()
        self.changed.emit()
        if picture is not None:
            self.cards[picture.id].words_row.focus_first()

    def _order(self) -> None:
        """Tab goes from picture to picture as they stand, then to what adds one."""
        (hide,) = self.fault.findChildren(IconButton)  # stands before them, seen or not
        parts: list[QWidget] = []
        for picture in self.pictures.pictures():
            card = self.cards[picture.id]
            parts += [*self._moving[picture.id], card.words_row, card.sharing_row]
        if self.new is not None:
            parts.append(self.new)
        follow(hide, *parts, self.add_button, self.back_button)

    def _refuse(self, fault: KnownFault) -> None:
        self.fault.say(str(words_for(fault, screen())), "danger")

    def _drop(self, card: PictureCard) -> None:
        throw_away(self._list, card)
