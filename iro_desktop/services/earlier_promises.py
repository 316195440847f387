"""The decisions that a review looks back on, each as that review found it, and where it comes from.

A decision holds only what the latest review found of it; what others found before is in its
revisions. So a closed review goes on to say what was true on its day.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.promises import STILL_OPEN, LookedBack, Trail, not_looked_at
from iro_desktop.domain.review import Review
from iro_desktop.services.history_port import Revision
from iro_desktop.services.ports import UnitOfWork

_SETTLED = frozenset({Kept.KEPT, Kept.NO_LONGER_NEEDED})


@dataclass(frozen=True, slots=True)
class Earlier:
    """The decisions, those of the latest review first, and a trail for each."""

    decisions: tuple[Decision, ...] = ()
    trails: tuple[Trail, ...] = ()


def looked_back_on(uow: UnitOfWork, review: Review, before: Sequence[Review]) -> Earlier:
    """What `review` looks back on: `before` are those of the case held before it, latest first.

    All that the latest of them decided that decided anything; and of those before it what was not
    kept, or not wholly, when it was last looked at.
    """
    made = _made_at(uow, review, before)
    latest = next((other.id for other in before if made.get(other.id)), None)
    if latest is None:
        return Earlier()
    looks = _Looks(review, before)
    every = [(other, decision) for other in before for decision in made.get(other.id, ())]
    wanted = [decision.id for other, decision in every if looks.needs_history(decision)]
    revisions: dict[str, list[Revision]] = {}
    for one in uow.history.looked_at(wanted) if wanted else ():
        revisions.setdefault(one.entity, []).append(one)
    decisions, trails = [], []
    for other, decision in every:
        found = tuple(looks.before(decision, revisions.get(decision.id, ())))
        is_open = bool(found) and found[-1].decision.kept in STILL_OPEN
        # One that was closed without looking at it again goes on to say nothing of it.
        is_asked = not review.is_fixed or looks.has_own(decision, revisions.get(decision.id, ()))
        if other.id != latest and not (is_open and is_asked):
            continue
        as_found = looks.at_review(decision, revisions.get(decision.id, ()), found)
        decisions.append(as_found)
        trails.append(Trail(decision.id, other.held_on, tuple(map(_without_words, found))))
    return Earlier(tuple(decisions), tuple(trails))


def _made_at(
    uow: UnitOfWork, review: Review, before: Sequence[Review]
) -> dict[ReviewId, list[Decision]]:
    earlier = {other.id for other in before}
    made: dict[ReviewId, list[Decision]] = {}
    for decision in uow.decisions.of_child(review.child_id):
        if decision.review_id in earlier and not decision.is_blank:
            made.setdefault(decision.review_id, []).append(decision)
    for decisions in made.values():
        decisions.sort(key=lambda decision: decision.position)
    return made


def _without_words(look: LookedBack) -> LookedBack:
    """Only what was found: what was decided stands with the decision itself."""
    blank = replace(look.decision, what="", owner="", by_when="", words_for_child="")
    return replace(look, decision=blank)


class _Looks:
    """What reviews found of a decision, as far as `review` can know it."""

    def __init__(self, review: Review, before: Sequence[Review]) -> None:
        self._review = review
        self._held = {other.id: other.held_on for other in before}

    def needs_history(self, decision: Decision) -> bool:
        """Whether the decision itself does not say all: nobody looked, or it was settled before."""
        looked_in = decision.kept_looked_at_in
        return looked_in is not None and not (looked_in in self._held and decision.kept in _SETTLED)

    def before(self, decision: Decision, revisions: Sequence[Revision]) -> Iterator[LookedBack]:
        """What each review before found, oldest first."""
        found = self._each(decision, revisions)
        known = [(self._held[name], look) for name, look in found.items() if name in self._held]
        for held_on, look in sorted(known, key=lambda pair: pair[0] or dt.date.min):
            yield LookedBack(look, held_on)

    def has_own(self, decision: Decision, revisions: Sequence[Revision]) -> bool:
        """Whether the review itself looked at it."""
        return self._review.id in self._each(decision, revisions)

    def at_review(
        self,
        decision: Decision,
        revisions: Sequence[Revision],
        found: Sequence[LookedBack],
    ) -> Decision:
        """The decision as the review itself found it."""
        own = self._each(decision, revisions).get(self._review.id)
        if own is not None:
            return own
        if found and found[-1].decision.kept in _SETTLED:
            return found[-1].decision
        return decision if decision.kept_looked_at_in is None else not_looked_at(decision)

    def _each(self, decision: Decision, revisions: Sequence[Revision]) -> dict[ReviewId, Decision]:
        """The last that each review said of it."""
        found: dict[ReviewId, Decision] = {}
        for one in revisions:
            looked_in = one.fields.get("kept_looked_at_in")
            if isinstance(looked_in, str) and not one.withdrawn:
                found[ReviewId(looked_in)] = replace(
                    decision,
                    kept=Kept(str(one.fields.get("kept", Kept.NOT_LOOKED_AT))),
                    kept_note=str(one.fields.get("kept_note", "")),
                    kept_words=str(one.fields.get("kept_words", "")),
                    kept_looked_at_in=ReviewId(looked_in),
                )
        if decision.kept_looked_at_in is not None:
            found[decision.kept_looked_at_in] = decision
        return found
