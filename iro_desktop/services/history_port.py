"""What use-cases need of the store's memory: revisions, which are only ever added to."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from iro_desktop.domain.identifiers import ChildId, ReviewId


@dataclass(frozen=True, slots=True)
class Revision:
    """What a thing was from `made_at` on: who made it so, on which device, and what it came from.

    `fields` is the whole of it as plain JSON values. `withdrawn` says that it was taken away.
    The shape is the one that travels to the hub (docs/decisions/0004).
    """

    id: str
    child: ChildId
    review: ReviewId | None
    entity: str
    kind: str
    parents: tuple[str, ...]
    author: str
    device: str
    made_at: dt.datetime
    fields: dict[str, object]
    withdrawn: bool = False


class History(Protocol):
    """Revisions, which are only ever added to."""

    def of_entity(self, entity: str) -> Sequence[Revision]:
        """One thing's revisions, oldest first."""
        ...

    def of_review(self, review: ReviewId) -> Sequence[Revision]:
        """Those of a review and all that hangs on it, oldest first."""
        ...

    def looked_at(self, entities: Iterable[str]) -> Sequence[Revision]:
        """Those of several things, oldest first, to look at here: none counts as handed out."""
        ...

    def unsent(self) -> int:
        """How many revisions wait in the outbox."""
        ...

    def newest(self) -> int:
        """The number, in this store, of the revision that came last; 0 where there is none."""
        ...

    def take_in(self, revisions: Iterable[Revision]) -> int:
        """Add revisions that were made elsewhere, with their own ids.

        Their things then stand as the newest of them says. Those already held are passed over.
        Says how many were new.
        """
        ...

    def heads_of_review(self, review: ReviewId) -> Mapping[str, str]:
        """The revision each thing stands at that is fixed with a review, and the review itself.

        What was taken away is among them. They count as handed out: nothing is typed into them.
        """
        ...

    def forget_review(self, review: ReviewId, *, is_unsent_too: bool = False) -> None:
        """Remove a review, all that hangs on it, and their history from this laptop.

        Raises:
            NoSuchThing: there is no such review.
            StillUnsent: this laptop belongs to a hub, which does not have all of it yet, and
                nobody said that it is to go all the same.
        """
        ...
