"""The frames of the story and what was agreed about it, without the screen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import attrgetter

from iro_desktop.documents import pictogram_files
from iro_desktop.documents.pictograms import seen_in
from iro_desktop.domain.child import age_on
from iro_desktop.domain.identifiers import EntityId, natural_id
from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.tools.story import StoryAgreement, StoryFrame
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.i18n import screen, tr
from iro_desktop.plain_words.readability import lengths, sentence_scores
from iro_desktop.plain_words.situation import limits_for
from iro_desktop.ui.review.tools.presenter import ToolsPresenter

GRADE_TO_AGE = 5
YOUNGEST, OLDEST = 3, 25


class PictureFrom(StrEnum):
    """Where the picture of a frame comes from."""

    NOWHERE = "nowhere"
    DRAWN = "drawn"
    PICTOGRAM = "pictogram"
    KEPT = "kept"


def picture_from(frame: StoryFrame) -> PictureFrom:
    """Where the picture of a frame comes from."""
    if frame.picture_id is not None:
        return PictureFrom.KEPT
    if frame.pictogram:
        return PictureFrom.PICTOGRAM
    return PictureFrom.DRAWN if frame.drawing else PictureFrom.NOWHERE


@dataclass(frozen=True, slots=True)
class Pictogram:
    """A pictogram to pick: its name in the frame, and what is seen."""

    name: str
    seen: str


class StoryPresenter:
    """An agreement that nobody has said anything of is not kept."""

    def __init__(self, tools: ToolsPresenter) -> None:
        self._tools = tools
        self._blank: StoryAgreement | None = None

    def frames(self) -> tuple[StoryFrame, ...]:
        """The frames in the order of the story."""
        return tuple(sorted(self._tools.record.story_frames, key=attrgetter("position")))

    def add(self) -> StoryFrame:
        """Room for one more."""
        return self._tools.make(StoryFrame)

    def agreement(self) -> StoryAgreement:
        """What was agreed at this review, or a blank one."""
        found = next(iter(self._tools.record.story_agreements), None)
        if found is not None:
            return found
        if self._blank is None:
            review = self._tools.review.review
            self._blank = StoryAgreement(
                id=natural_id("story agreement", review.id),
                child_id=review.child_id,
                review_id=review.id,
            )
        return self._blank

    def agree(self, agreement: StoryAgreement) -> StoryAgreement:
        """Take what was agreed as it now is."""
        return self._tools.change(agreement)

    # What a child can read

    def reading_age(self) -> int:
        """The age the story is written for: as agreed, else what suits the child."""
        agreed = self.agreement().reading_age
        if agreed is not None:
            return agreed
        review = self._tools.review
        return limits_for(age_on(review.record.child.date_of_birth, review.day)).reading_age

    def advice(self, frame: StoryFrame) -> tuple[str, ...]:
        """What would make a frame easier, gently; nothing where it is easy enough."""
        words, age = frame.sentence.strip(), self.reading_age()
        said = []
        if lengths(words, "en").sentences > 1:
            said.append(tr("One sentence for each picture reads best."))
        hardest = max((one.grade for one in sentence_scores(words)), default=0.0)
        if round(hardest + GRADE_TO_AGE) > age:
            said.append(
                tr(
                    "This may be hard for a reading age of {age}. Short words and a short "
                    "sentence help.",
                    age=age,
                )
            )
        if words and picture_from(frame) is PictureFrom.NOWHERE:
            said.append(tr("It has no picture yet."))
        return tuple(said)

    # Pictures

    def pictures(self, *, shared: bool) -> tuple[KeptPicture, ...]:
        """The pictures kept with the review; on a shared screen, those shared with everyone."""
        kept = sorted(self._tools.review.record.pictures, key=attrgetter("position"))
        return tuple(one for one in kept if not shared or one.sharing is Sharing.EVERYONE)

    def pictograms(self) -> tuple[Pictogram, ...]:
        """All there are, by what is seen in them."""
        found = [Pictogram(name, seen(name)) for name in pictogram_files.known()]
        return tuple(sorted(found, key=attrgetter("seen")))


def seen(pictogram: str) -> str:
    """What is seen in a pictogram: in the screen's language where it has words for it."""
    try:
        return seen_in(pictogram, screen())
    except KeyError:
        return pictogram_files.description(pictogram)


class PutAside:
    """What a frame showed before it was given a picture from somewhere else.

    Only one picture stands in a frame; going back brings back the one that stood there.
    """

    def __init__(self) -> None:
        self._drawing, self._pictogram = "", ""
        self._picture: EntityId | None = None

    def moved_to(self, frame: StoryFrame, wanted: PictureFrom) -> StoryFrame:
        """The frame with the picture it had from there, if it had one."""
        self._drawing = frame.drawing or self._drawing
        self._pictogram = frame.pictogram or self._pictogram
        self._picture = frame.picture_id or self._picture
        bare = replace(frame, drawing="", pictogram="", picture_id=None)
        back: dict[PictureFrom, Callable[[], StoryFrame]] = {
            PictureFrom.NOWHERE: lambda: bare,
            PictureFrom.DRAWN: lambda: replace(bare, drawing=self._drawing),
            PictureFrom.PICTOGRAM: lambda: replace(bare, pictogram=self._pictogram),
            PictureFrom.KEPT: lambda: replace(bare, picture_id=self._picture),
        }
        return back[wanted]()
