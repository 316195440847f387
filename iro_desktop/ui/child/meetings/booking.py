"""What booking a meeting starts from, and what comes of it: plain values."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import ReviewKind
from iro_desktop.form_engine.definition import Option
from iro_desktop.services.preparing import Hours
from iro_desktop.ui.words.offered_days import OfferedDay

THE_NEXT = ""
"""The review of the child's case, or of the household, under whichever law that is."""
_OF_COUNCIL, _REVIEW = "council:", "review:"


@dataclass(frozen=True, slots=True)
class What:
    """What is to be booked: a kind, one of the council's own forms, or a review to be moved."""

    kind: ReviewKind | None = None
    form: str = ""
    review: ReviewId | None = None

    @property
    def key(self) -> str:
        """A word that a list of choices can hold."""
        if self.review is not None:
            return f"{_REVIEW}{self.review}"
        if self.form:
            return f"{_OF_COUNCIL}{self.form}"
        return self.kind.value if self.kind else THE_NEXT

    @classmethod
    def of(cls, key: str) -> "What":
        """What a choice stands for."""
        if key.startswith(_REVIEW):
            return cls(review=ReviewId(key.removeprefix(_REVIEW)))
        if key.startswith(_OF_COUNCIL):
            return cls(ReviewKind.COUNCIL, key.removeprefix(_OF_COUNCIL))
        return cls(ReviewKind(key) if key else None)


@dataclass(frozen=True, slots=True)
class Companion:
    """A meeting that this one could be held with, on its day."""

    option: Option
    day: dt.date | None
    place: str
    hours: Hours


@dataclass(frozen=True, slots=True)
class Plan:
    """What to begin with. `pep_too` is None where no education plan could be reviewed there.

    `together` says with what it is held already: the day then changes for all of it.
    """

    day: dt.date
    place: str
    hours: Hours
    offers: tuple[OfferedDay, ...] = ()
    companions: tuple[Companion, ...] = ()
    together: str = ""
    pep_too: bool | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the IRO settled on. `with_review` is the meeting to hold it with, None on its own."""

    what: What
    day: dt.date
    place: str
    hours: Hours
    with_review: ReviewId | None = None
    pep_too: bool | None = None
