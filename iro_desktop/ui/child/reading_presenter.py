"""How to write to a child and those around them, without the screen."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from iro_desktop.documents.whole_life import WholeLife
from iro_desktop.domain.child import ImportantPerson
from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.domain.reading import THE_CHILD, PreferredWord, ReaderWishes
from iro_desktop.domain.review import Origin
from iro_desktop.domain.withholding import ConfidentialDetail
from iro_desktop.i18n import Translator
from iro_desktop.services import preferred_words, reading_at_25, reading_wishes, withholding
from iro_desktop.services.changed import Changed
from iro_desktop.services.flags_for_reading import Flag, flag_in_words, flags
from iro_desktop.services.places_of_words import places_of_words
from iro_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ReadingWays:
    """All that is noted of how to write. The child's own wishes stand first, noted or not."""

    wishes: tuple[ReaderWishes, ...]
    words: tuple[PreferredWord, ...]
    details: tuple[ConfidentialDetail, ...]
    people: tuple[str, ...]
    child: str


@dataclass(frozen=True, slots=True)
class FlagLine:
    """One thing that an adult would miss. `review` is where it can be put right, None if none."""

    said: str
    day: dt.date | None
    words: str
    review: ReviewId | None


@dataclass(frozen=True, slots=True)
class AtTwentyFive:
    """What an adult would miss, and the review whose documents hold the whole record."""

    flags: tuple[FlagLine, ...]
    review: ReviewId | None


class ReadingPresenter:
    """One child at a time. `tell` takes what a change touched to the other screens."""

    def __init__(self, workspace: Workspace, tell: Callable[[Changed], None]) -> None:
        self._workspace, self._tell = workspace, tell
        self._child: ChildId | None = None

    @property
    def today(self) -> dt.date:
        """The date where the laptop is."""
        return self._workspace.clock.today()

    def read(
        self, child_id: ChildId, known_as: str, people: Iterable[ImportantPerson]
    ) -> ReadingWays:
        """Turn to a child."""
        self._child = child_id
        factory = self._workspace.uow_factory
        noted = reading_wishes.of_child(factory, child_id)
        own = [one for one in noted if one.reader == THE_CHILD]
        others = [one for one in noted if one.reader != THE_CHILD]
        with factory() as uow:
            details = withholding.details_of(uow, child_id)
        return ReadingWays(
            wishes=(*own, *others),
            words=preferred_words.of_child(factory, child_id),
            details=details,
            people=tuple(person.name for person in people if person.name.strip()),
            child=known_as.strip(),
        )

    # How each reader wants documents

    def keep_wishes(self, wishes: ReaderWishes, instead_of: ReaderWishes | None = None) -> None:
        """Note how a reader wants documents. Raises NoLanguage, NoSuchThing."""
        factory, child = self._workspace.uow_factory, self._open
        changed = reading_wishes.keep(
            factory,
            child,
            wishes.reader,
            language=wishes.language,
            style=wishes.style,
            length=wishes.length,
        )
        if instead_of and instead_of.reader.casefold() != wishes.reader.strip().casefold():
            reading_wishes.forget(factory, child, instead_of.reader)
        self._tell(changed)

    def forget_wishes(self, wishes: ReaderWishes) -> None:
        """Let a reader have the usual copies again."""
        factory = self._workspace.uow_factory
        self._tell(reading_wishes.forget(factory, self._open, wishes.reader))

    # The child's own words

    def prefer(self, instead_of: str, word: str, earlier: PreferredWord | None = None) -> None:
        """Note the word that the child wants. Raises NoSuchThing, WordsMissing."""
        factory = self._workspace.uow_factory
        noted, changed = preferred_words.prefer(factory, self._open, instead_of, word)
        if earlier is not None and earlier.id != noted.id:
            changed = preferred_words.drop(factory, earlier.id)
        self._tell(changed)

    def drop_word(self, word: PreferredWord) -> None:
        """Use the usual word again. Raises NoSuchThing."""
        self._tell(preferred_words.drop(self._workspace.uow_factory, word.id))

    # What is kept confidential

    def keep_detail(self, detail: ConfidentialDetail) -> None:
        """Keep a detail from some readers, in every document."""
        factory, clock = self._workspace.uow_factory, self._workspace.clock
        whole = replace(detail, child_id=self._open)
        self._tell(withholding.keep_detail(factory, whole, clock))

    def give_back(self, detail: ConfidentialDetail) -> None:
        """Keep a detail from nobody any more."""
        self._tell(withholding.give_back_detail(self._workspace.uow_factory, detail))

    def places_of(self, words: str) -> int:
        """How many texts of the child's record hold these words."""
        return places_of_words(self._workspace.uow_factory, self._open, words, self.today)

    # Read at 25

    def at_25(self) -> AtTwentyFive:
        """What a reader at 25 would miss, and where each is put right."""
        life = reading_at_25.read(self._workspace.uow_factory, self._open, self.today)
        where = _reviews_of_things(life)
        # What came with a return holds no more than that it was held: nothing can be put right.
        bare = {one.review.id for one in life.reviews if one.review.origin is not Origin.LAPTOP}
        lines = tuple(
            _flag_line(flag, where) for flag in flags(life) if where.get(flag.thing) not in bare
        )
        latest = life.reviews[-1].review.id if life.reviews else None
        return AtTwentyFive(lines, latest)

    @property
    def _open(self) -> ChildId:
        assert self._child is not None  # noqa: S101 - a view opens a child before it asks
        return self._child


def _flag_line(flag: Flag, where: dict[str, ReviewId]) -> FlagLine:
    said = flag_in_words(flag, Translator())
    return FlagLine(said, flag.day, flag.words, where.get(flag.thing))


def _reviews_of_things(life: WholeLife) -> dict[str, ReviewId]:
    return {
        name: record.review.id
        for record in life.reviews
        for name in (
            record.review.id,
            *(one.id for one in record.decisions),
            *(one.id for one in record.answers),
            *(one.id for one in record.addenda),
            *(one.id for one in record.texts),
        )
    }
