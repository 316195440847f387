"""Words and pictures: the frames in order, and who agreed to them."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.documents import pictogram_files
from iro_desktop.domain.tools.entries import Tool
from iro_desktop.domain.tools.record import EarlierTools
from iro_desktop.domain.tools.story import StoryAgreement, StoryFrame
from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.edits import Edit
from iro_desktop.ui.review.kept_passages import Place
from iro_desktop.ui.review.long_texts import equip
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.review.tools.entry_cards import MovableCards
from iro_desktop.ui.review.tools.frame import ToolPanel
from iro_desktop.ui.review.tools.last_time import lines
from iro_desktop.ui.review.tools.story.agreement_card import AgreementCard
from iro_desktop.ui.review.tools.story.frame_card import FrameCard
from iro_desktop.ui.review.tools.story.picture_fields import picture_of
from iro_desktop.ui.review.tools.story.presenter import StoryPresenter, seen
from iro_desktop.ui.widgets.drawing_field import DrawingField
from iro_desktop.ui.widgets.words import Words

_SHOWN = 96  # pixels at 100 %: a pictogram of an earlier meeting


class StoryPanel(ToolPanel):
    """One picture and one sentence each, so that a child can follow."""

    tool: ClassVar[Tool] = Tool.WORDS_AND_PICTURES

    @override
    def fill(self) -> None:
        self.story = StoryPresenter(self.tools)
        self.frames = FrameCards(self)
        self.agreement = AgreementCard(self.story, self.tools)
        for name, row in self.agreement.rows.items():
            equip(row.field, self.presenter, Place(self.agreement.record.id, name))
        self.agreement.changed.connect(self._on_agreement)
        self.agreement.left.connect(self.left)
        self.work.addWidget(self.frames)
        self.work.addWidget(self.agreement)

    @override
    def refresh_entries(self) -> None:
        self.frames.refresh()
        for card in self._frame_cards():
            card.offer_pictures(shared=self.is_shared)
        agreement = self.story.agreement()
        if self.agreement.record != agreement:
            self.agreement.show_record(agreement)
        self.agreement.set_read_only(self.is_fixed())
        self.agreement.setVisible(bool(self.story.frames()))

    @override
    def refresh_people(self) -> None:
        self.agreement.refresh_people(self.tools.people())

    @override
    def take(self, *edits: Edit) -> None:
        super().take(*edits)
        self.agreement.setVisible(bool(self.story.frames()))

    @override
    def focus_first(self) -> bool:
        return self.frames.focus_first()

    @override
    def show_earlier(self, earlier: EarlierTools) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(10))
        ordered = sorted(earlier.tools.story_frames, key=lambda one: one.position)
        for number, frame in enumerate(ordered, start=1):
            _add_picture(column, frame, number)
            column.addWidget(Words(frame.sentence or tr("No sentence")))
        for agreement in earlier.tools.story_agreements:
            column.addWidget(lines(_said_of(agreement)))
        return box

    def _frame_cards(self) -> list[FrameCard]:
        return [card for card in self.frames.cards.values() if isinstance(card, FrameCard)]

    def _on_agreement(self, agreement: StoryAgreement) -> None:
        self.take(self.story.agree(agreement))
        for card in self._frame_cards():
            card.refresh_advice()


class FrameCards(MovableCards[StoryFrame]):
    """The frames, one after another."""

    frame: StoryPanel

    @override
    def things(self) -> Sequence[StoryFrame]:
        return self.frame.visible(self.frame.story.frames())

    @override
    def make_thing(self) -> StoryFrame:
        return self.frame.story.add()

    @override
    def make_card(self, thing: StoryFrame) -> RecordCard[StoryFrame]:
        return self.equip_to_move(FrameCard(thing, self.frame.story, self.frame.tools.people()))

    @override
    def title_of(self, thing: StoryFrame, number: int) -> str:
        return tr("Frame {number}", number=number)

    @override
    def add_words(self) -> str:
        return tr("Add a frame")

    @override
    def empty_words(self) -> str:
        return tr("The story has no frame yet. Begin with what the child knows already.")

    @override
    def undo_words(self) -> str:
        return tr("Put the frame back")


def _add_picture(column: QVBoxLayout, frame: StoryFrame, number: int) -> None:
    if frame.drawing:
        drawing = DrawingField()
        drawing.set_value(frame.drawing)
        drawing.set_read_only(True)
        drawing.set_names(frame.description or tr("Frame {number}", number=number))
        column.addWidget(drawing)
    elif frame.pictogram in pictogram_files.known():
        label = QLabel()
        label.setPixmap(picture_of(frame.pictogram, _SHOWN))
        accessibility.name(label, seen(frame.pictogram))
        column.addWidget(label)
    elif frame.description:
        column.addWidget(Words(frame.description, "muted"))


def _said_of(agreement: StoryAgreement) -> list[tuple[str, str]]:
    said = [
        (tr("Agreed by"), ", ".join(agreement.agreed_by)),
        (tr("Not agreed"), agreement.not_agreed),
        (tr("Read with the child by"), agreement.read_with),
        (tr("Read on"), screen().date(agreement.read_on) if agreement.read_on else ""),
    ]
    return [pair for pair in said if pair[1]]
