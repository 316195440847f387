"""Two versions of one thing: puts them into words, and brings a person's decision to the store."""

from collections.abc import Callable, Mapping, Sequence

from iro_desktop.domain.child import Child
from iro_desktop.domain.conflicts import Conflict, ConflictCause, Settlement
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.form_engine.definition import Question
from iro_desktop.i18n import screen, tr
from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.services.syncing import conflicts
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.sync.conflicts import page as pages
from iro_desktop.ui.sync.conflicts.page import ConflictLine, ConflictPage
from iro_desktop.ui.sync.conflicts.settling import (
    Both,
    Chosen,
    Third,
    Version,
    as_closed,
    keep_side,
    settlement_of,
)
from iro_desktop.ui.sync.conflicts.wording import ConflictWords
from iro_desktop.ui.words.children import name_of
from iro_desktop.ui.words.reviews import kind_of_review


class ConflictPresenter:
    """One conflict at a time, in the order in which Today lists them.

    `tell` takes what a decision touched to the other screens.
    """

    def __init__(self, workspace: Workspace, tell: Callable[[Changed], None]) -> None:
        self._workspace, self._tell = workspace, tell
        self._conflict: Conflict | None = None
        self._place = 0

    @property
    def entity(self) -> EntityId | None:
        """The thing on screen; None before the first."""
        return self._conflict.entity if self._conflict else None

    def open(self, entity: EntityId) -> ConflictPage | None:
        """A conflict as it stands now; None where it was settled meanwhile."""
        every = conflicts.open_conflicts(self._workspace.uow_factory)
        found = [place for place, one in enumerate(every) if one.entity == entity]
        if not found:
            self._conflict = None
            return None
        self._conflict, self._place = every[found[0]], found[0]
        return self._page(self._conflict, found[0] + 1, len(every))

    def next_one(self) -> EntityId | None:
        """The conflict after this one in the order of Today, or the first; None without another."""
        names = [one.entity for one in conflicts.open_conflicts(self._workspace.uow_factory)]
        here = names.index(self.entity) if self.entity in names else self._place - 1
        others = [*names[here + 1 :], *names[: max(here, 0)]]
        return next((name for name in others if name != self.entity), None)

    # Decisions. Each raises what the store raises, and NoSuchThing where another settled it.

    def settle_by_part(self, chosen: Mapping[str, str], thirds: Mapping[str, str]) -> None:
        """Settle by what was chosen for each part, with the words of those written anew."""
        conflict = self._open_conflict
        decided: dict[str, Chosen] = {}
        for part in self._words(conflict).parts():
            choice = _chosen(chosen[part.name], thirds.get(part.name, ""))
            decided.update(dict.fromkeys(part.names, choice))
        self._settle(conflict, settlement_of(conflict, decided))

    def settle_as_a_whole(self, chosen: str, addendum: str = "") -> None:
        """Settle by one choice for the whole thing."""
        conflict = self._open_conflict
        match chosen:
            case pages.ADDENDUM:
                settlement = as_closed(conflict, addendum)
            case pages.LEAVE_OUT:
                settlement = as_closed(conflict)
            case _:
                settlement = keep_side(conflict, int(chosen.removeprefix(pages.SIDE)))
        self._settle(conflict, settlement)

    def _settle(self, conflict: Conflict, settlement: Settlement) -> None:
        factory, clock = self._workspace.uow_factory, self._workspace.clock
        changed = conflicts.settle(factory, conflict, settlement, clock)
        self._tell(changed)

    @property
    def _open_conflict(self) -> Conflict:
        assert self._conflict is not None  # noqa: S101 - a view opens a conflict before it settles
        return self._conflict

    # In words

    def _page(self, conflict: Conflict, place: int, total: int) -> ConflictPage:
        words = self._words(conflict)
        of = tr("{place} of {total}", place=place, total=total) if total > 1 else ""
        return ConflictPage(
            entity=conflict.entity,
            child=conflict.child,
            review=conflict.review,
            cause=conflict.cause,
            title=words.title(),
            about=words.about(),
            where=self._where(conflict),
            why=words.why(),
            sides=words.sides(),
            parts=words.parts(),
            offers=words.whole_offers(),
            merged=words.merged(),
            addendum=words.addendum(),
            place=of,
        )

    def _where(self, conflict: Conflict) -> str:
        with self._workspace.uow_factory() as uow:
            child = uow.children.find(conflict.child)
            review = uow.reviews.find(conflict.review) if conflict.review else None
        name = name_of(child) if child else tr("A child not known here")
        if review is None:
            return name
        day = review.held_on or review.planned_for
        kind = kind_of_review(review.kind)
        if day is None:
            return tr("{name} · {kind}", name=name, kind=kind)
        return tr("{name} · {kind}, {day}", name=name, kind=kind, day=screen().date(day))

    def _words(self, conflict: Conflict) -> ConflictWords:
        return words_of(self._workspace, conflict)


def words_of(workspace: Workspace, conflict: Conflict) -> ConflictWords:
    """A conflict in words, with the question it answers where it is an answer."""
    return ConflictWords(
        conflict,
        workspace.clock.now(),
        conflicts.rules_of(workspace.uow_factory, conflict),
        question_of(workspace, conflict),
    )


def question_of(workspace: Workspace, conflict: Conflict) -> Question | None:
    """The form's question that an answer answers; None of anything else, or without the form."""
    asked = conflict.merged.get("question") or conflict.sides[0].fields.get("question")
    if conflict.kind != "answer" or conflict.review is None or not isinstance(asked, str):
        return None
    with workspace.uow_factory() as uow:
        review = uow.reviews.find(conflict.review)
    if review is None:
        return None
    try:
        return workspace.form_of(review).question(asked)
    except NoSuchThing:
        return None


def lines_of(
    workspace: Workspace,
    *,
    child: ChildId | None = None,
    review: ReviewId | None = None,
) -> tuple[ConflictLine, ...]:
    """What waits for a decision: everywhere, of one child, or of one review."""
    factory = workspace.uow_factory
    with factory() as uow:
        if not uow.ledger.conflicts():  # nothing more is read where there is nothing to decide
            return ()
    found = (
        conflicts.open_conflicts(factory)
        if child is None
        else conflicts.conflicts_of(factory, child)
    )
    of_review = [one for one in found if review is None or one.review == review]
    with factory() as uow:
        children = _children(uow, of_review)
    return tuple(_line(workspace, one, children.get(one.child)) for one in of_review)


def _children(uow: UnitOfWork, found: Sequence[Conflict]) -> Mapping[ChildId, Child]:
    named = {name: uow.children.find(name) for name in {one.child for one in found}}
    return {name: child for name, child in named.items() if child is not None}


def _line(workspace: Workspace, conflict: Conflict, child: Child | None) -> ConflictLine:
    words = words_of(workspace, conflict)
    about, title = words.about(), words.title()
    return ConflictLine(
        entity=conflict.entity,
        child=conflict.child,
        review=conflict.review,
        name=name_of(child) if child else tr("A child not known here"),
        what=tr("{kind}: {about}", kind=title, about=about) if about else title,
        who=words.who() if conflict.cause is ConflictCause.BOTH_CHANGED else words.why(),
        made_up=child.made_up if child else False,
    )


def _chosen(value: str, words: str) -> Chosen:
    match value:
        case pages.BOTH:
            return Both()
        case pages.THIRD:
            return Third(words)
        case _:
            return Version(int(value.removeprefix(pages.SIDE)))
