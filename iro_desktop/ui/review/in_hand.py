"""A review as it stands on screen, and each change of it, which can be taken back."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar, cast

from iro_desktop.domain.answers import Answer, AnswerValue, answer_id
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.independence import PanelMember
from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.review import Review
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.sittings import Sitting, with_sittings
from iro_desktop.form_engine.answers import AnswerSet
from iro_desktop.services.agenda import MeetingClock
from iro_desktop.services.council_people import Council
from iro_desktop.services.rights import Allowed
from iro_desktop.ui.review.edits import (
    AnswerEdit,
    Edit,
    LookBack,
    PictureWords,
    Removal,
    Thing,
)
from iro_desktop.ui.review.record_changes import (
    put_in,
    things_beside,
    with_thing,
    without,
    without_thing,
)
from iro_desktop.ui.review.to_read import has_ended
from iro_desktop.ui.review.undo_stack import Step, Steps, UndoStack, touched

T = TypeVar("T", bound=Thing)


class ReviewInHand:
    """One review at a time. A change is first made here; what it gives is then to be kept.

    `is_shared` says that others see the screen, `shows_time` that the time of an item is shown,
    `clocks` what is talked about: states of the screen, of which nothing is kept. `allowed` is what
    this laptop's person may write of the child, `council` whom the council lists.
    """

    def __init__(self) -> None:
        self._record: ReviewRecord | None = None
        self._stacks: defaultdict[ReviewId, UndoStack] = defaultdict(UndoStack)
        self.answers = AnswerSet()
        self.sittings: tuple[Sitting, ...] = ()
        self.members: tuple[PanelMember, ...] = ()
        self.clocks: defaultdict[ReviewId, MeetingClock] = defaultdict(MeetingClock)
        self.is_shared, self.shows_time = False, True
        self.allowed = Allowed()
        self.council: Council = ()

    @property
    def record(self) -> ReviewRecord:
        """The review as it stands on screen, saved or about to be."""
        assert self._record is not None  # noqa: S101 - a view opens a review before it asks
        return self._record

    @property
    def review(self) -> Review:
        """The review itself."""
        return self.record.review

    @property
    def stack(self) -> UndoStack:
        """What was done to this review."""
        return self._stacks[self.review.id]

    def is_fixed(self, kind: str) -> bool:
        """Whether nothing of a kind may change: the review is over, or it is not one's to write."""
        return has_ended(self.review) or not self.allowed.writes(kind)

    def is_open(self) -> bool:
        """Whether any review was opened yet."""
        return self._record is not None

    # Changes

    def answer(self, question: str, item: str, value: AnswerValue) -> AnswerEdit | None:
        """Take an answer. None when it changes nothing."""
        before = self.answers.get(question, item)
        edit = self._answer(question, item, value)
        if edit is not None:
            self.stack.note(Step(edit, replace(edit, value=before)))
        return edit

    def change(self, thing: T) -> T:
        """Take a new or changed thing; of a sitting, what follows for the review itself."""
        before = self._standing(thing)
        back = Removal(thing) if before is None else before
        self.stack.note(Step(thing, back, touched(before, thing)))
        self._put(thing)
        return thing

    def remove(self, thing: Thing) -> Removal:
        """Take a thing away; its history stays, and `change` puts it back."""
        stood = self._standing(thing)
        if stood is not None:
            self.stack.note(Step(Removal(thing), stood))
        self._take_out(thing)
        return Removal(thing)

    def look_back(self, decision: Decision) -> LookBack:
        """Take what became of a decision of the review before."""
        looked = replace(decision, kept_looked_at_in=self.review.id)
        stood = _of_id(self.record.last_decisions, decision.id)
        if stood is not None:
            self.stack.note(Step(LookBack(looked), LookBack(stood)))
        self._look(looked)
        return LookBack(looked)

    def describe_picture(self, picture: KeptPicture, words: str) -> PictureWords:
        """Take what is seen in a picture."""
        described = replace(picture, description=words)
        pictures = tuple(described if one.id == picture.id else one for one in self.record.pictures)
        self._record = replace(self.record, pictures=pictures)
        return PictureWords(picture.id, words)

    def change_review(self, review: Review) -> Review:
        """Take a change of the review itself."""
        self._record = replace(self.record, review=review)
        return review

    # Taking back

    def undo(self) -> tuple[Edit, ...]:
        """Take back the last step. Gives what is to be kept, nothing where nothing was done."""
        return () if has_ended(self.review) else self._follow(self.stack.undo())

    def redo(self) -> tuple[Edit, ...]:
        """Do again what was taken back last."""
        return () if has_ended(self.review) else self._follow(self.stack.redo())

    def _follow(self, steps: Steps) -> tuple[Edit, ...]:
        if not all(self._stands(step.back) for step in steps):
            self.stack.forget()  # something else changed it since: there is no way back from here
            return ()
        for step in steps:
            self._take(step.forth)
        return tuple(step.forth for step in steps)

    def _take(self, edit: Edit) -> None:
        match edit:
            case AnswerEdit(_, question, item, value):
                self._answer(question, item, value)
            case LookBack(decision):
                self._look(decision)
            case Removal(thing):
                self._take_out(thing)
            case _:
                self._put(cast("Thing", edit))

    def _stands(self, edit: Edit) -> bool:
        """Whether the review is as this edit left it."""
        match edit:
            case AnswerEdit(_, question, item, value):
                return self.answers.get(question, item) == value
            case LookBack(decision):
                return _of_id(self.record.last_decisions, decision.id) == decision
            case Removal(thing):
                return self._standing(thing) is None
            case _:
                return self._standing(cast("Thing", edit)) == edit

    # How each change is made

    def _answer(self, question: str, item: str, value: AnswerValue) -> AnswerEdit | None:
        self.answers, changed = self.answers.with_answer(question, value, item)
        if not changed:
            return None
        kept = self.answers.get(question, item)
        name = answer_id(self.review.id, question, item)
        answer = Answer(
            id=name,
            child_id=self.review.child_id,
            review_id=self.review.id,
            question=question,
            item=item,
            value=kept,
        )
        others = tuple(other for other in self.record.answers if other.id != name)
        self._record = replace(self.record, answers=(*others, answer))
        return AnswerEdit(self.review, question, item, kept)

    def _put(self, thing: Thing) -> None:
        if isinstance(thing, Sitting):
            self._sit(put_in(self.sittings, thing))
        elif isinstance(thing, PanelMember):
            self.members = put_in(self.members, thing)
        else:
            self._record = with_thing(self.record, thing)

    def _take_out(self, thing: Thing) -> None:
        if isinstance(thing, Sitting):
            self._sit(without(self.sittings, thing))
        elif isinstance(thing, PanelMember):
            self.members = without(self.members, thing)
        else:
            self._record = without_thing(self.record, thing)

    def _sit(self, held: tuple[Sitting, ...]) -> None:
        self.sittings = held
        self.change_review(with_sittings(self.review, held))

    def _look(self, decision: Decision) -> None:
        looked = put_in(self.record.last_decisions, decision)
        self._record = replace(self.record, last_decisions=looked)

    def _standing(self, thing: Thing) -> Thing | None:
        """The thing of that id as it stands now."""
        if isinstance(thing, Sitting):
            return _of_id(self.sittings, thing.id)
        if isinstance(thing, PanelMember):
            return _of_id(self.members, thing.id)
        return _of_id(things_beside(self.record, thing), thing.id)


def _of_id(things: Sequence[T], name: str) -> T | None:
    return next((thing for thing in things if thing.id == name), None)
