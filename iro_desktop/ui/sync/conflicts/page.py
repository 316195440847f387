"""Two versions of one thing as the screen shows them: plain values, in words."""

from dataclasses import dataclass

from iro_desktop.domain.conflicts import ConflictCause
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.ui.sync.conflicts.differences import Range

SIDE, BOTH, THIRD = "side", "both", "third"
ADDENDUM, LEAVE_OUT = "addendum", "leave_out"


@dataclass(frozen=True, slots=True)
class SideWords:
    """Whose version it is: shown above each of its texts, and in whole for a screen reader."""

    whose: str
    details: tuple[str, ...]
    is_mine: bool
    withdrawn: bool

    @property
    def whole(self) -> str:
        """All of it as one sentence."""
        return ", ".join((self.whose, *self.details))

    @property
    def when(self) -> str:
        """The last of the details."""
        return self.details[-1]


@dataclass(frozen=True, slots=True)
class VersionWords:
    """What one side says in a field, and where that differs from the others, in characters."""

    words: str
    differs: tuple[Range, ...]

    @property
    def said_differences(self) -> tuple[str, ...]:
        """The words that differ, for those who do not see the marks."""
        texts = (self.words[start:end].strip() for start, end in self.differs)
        return tuple(text for text in texts if text)


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to decide: its name for the program, and in words."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class FieldWords:
    """A field that both changed. `before` is empty where nobody knows what it was."""

    name: str
    label: str
    before: str
    versions: tuple[VersionWords, ...]


@dataclass(frozen=True, slots=True)
class PartWords:
    """What is decided at once: a field, or several that mean something only together.

    `names` are all fields it decides, also those for the program's own use, which are not shown.
    `offers` are the ways to decide; none of a thing that is decided as a whole.
    """

    names: tuple[str, ...]
    fields: tuple[FieldWords, ...]
    offers: tuple[Offer, ...]
    third_begins_as: str = ""

    @property
    def name(self) -> str:
        """The first field's, by which the part is known."""
        return self.names[0]

    @property
    def label(self) -> str:
        """What it is called."""
        return " · ".join(field.label for field in self.fields)


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """The whole screen. `offers` are ways to decide the thing as a whole; none where by field."""

    entity: EntityId
    child: ChildId
    review: ReviewId | None
    cause: ConflictCause
    title: str
    about: str
    where: str
    why: str
    sides: tuple[SideWords, ...]
    parts: tuple[PartWords, ...]
    offers: tuple[Offer, ...]
    merged: tuple[tuple[str, str], ...]
    addendum: str
    place: str


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """A conflict in a list: on Today, on a child's page, in a review, on the page of the hub."""

    entity: EntityId
    child: ChildId
    review: ReviewId | None
    name: str
    what: str
    who: str
    made_up: bool = False
