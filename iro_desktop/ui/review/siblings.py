"""Brothers and sisters whose reviews are held at one meeting, and the way between them."""

from dataclasses import dataclass

from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.participation import Participant
from iro_desktop.domain.review import Review
from iro_desktop.i18n import tr
from iro_desktop.services import meetings
from iro_desktop.services.adults_there import taken_over
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.words.children import called, name_of
from iro_desktop.ui.words.reviews import kind_of_review

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class AtTheMeeting:
    """One review of the meeting, as the row of names shows it."""

    review: ReviewId
    name: str
    is_here: bool


class SiblingsPresenter:
    """The reviews of one meeting, in an order that is the same from each of them."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        self._presenter = presenter
        self._of: ReviewId | None = None
        self._held: tuple[tuple[Review, Child], ...] = ()

    def read(self) -> None:
        """Look anew which reviews share the meeting."""
        review, child = self._presenter.review, self._presenter.record.child
        others = meetings.with_the_same_meeting(self._presenter.workspace.uow_factory, review.id)
        held = [(review, child), *((one.review, one.child) for one in others)]
        self._held = tuple(sorted(held, key=lambda one: (one[1].date_of_birth, one[0].id)))

    def names(self) -> tuple[AtTheMeeting, ...]:
        """A name for each, on a shared screen the first; none where a review is on its own."""
        if len(self._held) < _FEWEST:
            return ()
        children = [child.id for _, child in self._held]
        return tuple(
            AtTheMeeting(
                review.id,
                self._name(review, child, is_twice=children.count(child.id) > 1),
                review.id == self._presenter.review.id,
            )
            for review, child in self._held
        )

    def beside(self, by: int) -> ReviewId | None:
        """The review so many further on, round and round; None where there is no other."""
        names = [review.id for review, _ in self._held]
        if len(names) < _FEWEST:
            return None
        return names[(names.index(self._presenter.review.id) + by) % len(names)]

    def other_children(self) -> tuple[AtTheMeeting, ...]:
        """The reviews of other children, from which adults can be taken over."""
        own = self._presenter.review.child_id
        others = {review.id for review, child in self._held if child.id != own}
        return tuple(one for one in self.names() if one.review in others)

    def take_adults(self, other: ReviewId) -> tuple[Participant, ...]:
        """Take over which adults were there, as one step. Gives what is to be kept."""
        presenter = self._presenter
        with presenter.workspace.uow_factory() as uow:
            there = tuple(uow.participants.of_review(other))
        children = [
            name for _, child in self._held for name in (child.known_as, name_of(child)) if name
        ]
        found = taken_over(presenter.review, presenter.record.participants, there, children)
        with presenter.stack.together():
            return tuple(presenter.change(person) for person in found)

    def _name(self, review: Review, child: Child, *, is_twice: bool) -> str:
        name = called(child) if self._presenter.is_shared else name_of(child)
        if is_twice:
            return tr("{name} · {kind}", name=name, kind=kind_of_review(review.kind))
        return name
