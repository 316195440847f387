"""One frame of the story: one sentence and one picture."""

from collections.abc import Sequence
from dataclasses import replace

from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.tools.story import StoryFrame
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui.review.attribute import Attribute, text, text_attribute
from iro_desktop.ui.review.tools import attributes
from iro_desktop.ui.review.tools.entry_card import EntryCard
from iro_desktop.ui.review.tools.story.picture_fields import KeptPictureField, PictogramField
from iro_desktop.ui.review.tools.story.presenter import (
    PictureFrom,
    PutAside,
    StoryPresenter,
    picture_from,
)
from iro_desktop.ui.widgets.drawing_field import DrawingField
from iro_desktop.ui.widgets.note_label import NoteLabel
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField

_FOLDED = ("heard_from", "is_verbatim", "author")
_ASKED_OF = {
    PictureFrom.DRAWN: ("drawing", "description"),
    PictureFrom.PICTOGRAM: ("pictogram",),
    PictureFrom.KEPT: ("picture_id",),
}


class FrameCard(EntryCard[StoryFrame]):
    """Beneath stands, gently, what would make it easier for the child to read."""

    def __init__(self, frame: StoryFrame, presenter: StoryPresenter, people: Sequence[str]) -> None:
        self._presenter = presenter
        self._from = picture_from(frame)
        self._aside = PutAside()
        self.kept = KeptPictureField()
        super().__init__(
            frame,
            (
                _sentence(),
                attributes.state(),
                self._which(),
                *self._pictures(),
                attributes.heard_from(people),
                attributes.verbatim(),
                attributes.author(),
            ),
            removing=tr("Remove this frame"),
            folded=_FOLDED,
        )
        self.advice = NoteLabel("")
        self.rows["sentence"].add_below(self.advice)
        self.changed.connect(self.refresh_advice)
        self.offer_pictures(shared=False)

    @override
    def has_words(self) -> bool:
        return bool(self.record.sentence.strip())

    @override
    def applies(self, name: str) -> bool:
        of_pictures = {one for names in _ASKED_OF.values() for one in names}
        if name in of_pictures:
            return name in _ASKED_OF.get(self._from, ())
        return super().applies(name)

    @override
    def show_record(self, record: StoryFrame) -> None:
        came = picture_from(record)
        if came is not PictureFrom.NOWHERE:
            self._from = came
        super().show_record(record)

    def offer_pictures(self, *, shared: bool) -> None:
        """Offer the pictures kept with the review, and say what would be easier."""
        self.kept.set_pictures(self._presenter.pictures(shared=shared))
        self.kept.set_value(self.record.picture_id or "")
        self.refresh_advice()

    def refresh_advice(self) -> None:
        """Say what would make the frame easier, as it stands now."""
        said = self._presenter.advice(self.record)
        self.advice.show_text("\n".join(said))
        self.advice.setVisible(bool(said) and not self._read_only)

    @override
    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self.refresh_advice()

    def _which(self) -> Attribute[StoryFrame]:
        return Attribute(
            "picture_from",
            tr("Which picture?"),
            PickField(
                (
                    Option(PictureFrom.NOWHERE, tr("No picture yet")),
                    Option(PictureFrom.DRAWN, tr("Drawn here")),
                    Option(PictureFrom.PICTOGRAM, tr("From the pictures of the program")),
                    Option(PictureFrom.KEPT, tr("A picture kept with this review")),
                )
            ),
            lambda _frame: self._from,
            lambda frame, value: self._turn(frame, PictureFrom(str(value))),
        )

    def _turn(self, frame: StoryFrame, wanted: PictureFrom) -> StoryFrame:
        self._from = wanted
        turned = self._aside.moved_to(frame, wanted)
        self.rows["drawing"].field.set_value(turned.drawing or None)
        self.rows["pictogram"].field.set_value(turned.pictogram or None)
        self.rows["picture_id"].field.set_value(turned.picture_id or "")
        return turned

    def _pictures(self) -> tuple[Attribute[StoryFrame], ...]:
        return (
            Attribute(
                "drawing",
                tr("The drawing"),
                DrawingField(),
                lambda frame: frame.drawing or None,
                lambda frame, value: replace(frame, drawing=text(value)),
            ),
            text_attribute(
                "description",
                tr("What is seen in it?"),
                RemarkedTextField(fewest_lines=1, for_child=True),
                hint=tr("Read aloud to whoever cannot see it."),
            ),
            Attribute(
                "pictogram",
                tr("The picture"),
                PictogramField(self._presenter.pictograms),
                lambda frame: frame.pictogram or None,
                lambda frame, value: replace(frame, pictogram=text(value)),
            ),
            Attribute(
                "picture_id",
                tr("The kept picture"),
                self.kept,
                lambda frame: frame.picture_id or "",
                lambda frame, value: replace(frame, picture_id=_id(value)),
            ),
        )


def _sentence() -> Attribute[StoryFrame]:
    return attributes.words(
        "sentence", tr("The sentence"), RemarkedTextField(fewest_lines=1, for_child=True)
    )


def _id(value: AnswerValue) -> EntityId | None:
    return EntityId(value) if isinstance(value, str) and value else None
