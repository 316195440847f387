"""What was done to a review, step by step, so that each can be taken back and done again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace

from iro_desktop.ui.review.edits import AnswerEdit, Edit, LookBack, Removal, Thing, key_of

MOST_STEPS = 300


@dataclass(frozen=True, slots=True)
class Step:
    """An edit, the edit that takes it back, and the fields of the thing that it touched."""

    forth: Edit
    back: Edit
    part: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, str]:
        """What it is a change of."""
        return key_of(self.forth)

    @property
    def reversed(self) -> "Step":
        """The step that leads back."""
        return Step(self.back, self.forth, self.part)

    @property
    def changes_nothing(self) -> bool:
        """Whether all is as before."""
        match self.forth, self.back:
            case AnswerEdit(value=now), AnswerEdit(value=before):
                return type(now) is type(before) and now == before
            case _:
                return self.forth == self.back


Steps = tuple[Step, ...]


class UndoStack:
    """The steps of one review. Typing in one field is one step until the field is left."""

    def __init__(self) -> None:
        self._done: list[Steps] = []
        self._undone: list[Steps] = []
        self._sealed = True
        self._gathering = False

    def note(self, step: Step) -> None:
        """Take in what was just done. What had been undone cannot be done again after that."""
        if step.changes_nothing:
            return
        self._undone.clear()
        if self._gathering:
            self._done[-1] = (*self._done[-1], step)
        elif not self._sealed and _goes_on(self._done, step):
            (before,) = self._done.pop()
            whole = replace(before, forth=step.forth)
            if not whole.changes_nothing:
                self._done.append((whole,))
        else:
            self._done.append((step,))
            self._sealed = False
        del self._done[:-MOST_STEPS]

    def seal(self) -> None:
        """What comes next is a step of its own."""
        self._sealed = True

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is done within is one step."""
        if self._gathering:
            yield
            return
        self._done.append(())
        self._gathering = True
        try:
            yield
        finally:
            self._gathering, self._sealed = False, True
            if not self._done[-1]:
                self._done.pop()

    def undo(self) -> Steps:
        """The steps that lead back, in the order to take them; none where there is nothing."""
        return self._turn(self._done, self._undone)

    def redo(self) -> Steps:
        """The steps that lead forth again."""
        return self._turn(self._undone, self._done)

    def forget(self) -> None:
        """Nothing can be taken back any more."""
        self._done.clear()
        self._undone.clear()
        self._sealed = True

    def _turn(self, source: list[Steps], target: list[Steps]) -> Steps:
        self._sealed = True
        if not source:
            return ()
        turned = tuple(step.reversed for step in reversed(source.pop()))
        target.append(turned)
        return turned


def touched(before: Thing | None, after: Thing) -> frozenset[str]:
    """Which fields of a thing differ; none for a new one."""
    if before is None:
        return frozenset()
    return frozenset(
        one.name for one in fields(after) if getattr(before, one.name) != getattr(after, one.name)
    )


def _goes_on(done: list[Steps], step: Step) -> bool:
    """Whether a step carries on with the one before: more typing, or filling a new thing."""
    if not done or len(done[-1]) != 1:
        return False
    (before,) = done[-1]
    if before.key != step.key or isinstance(step.forth, Removal):
        return False
    is_new = isinstance(before.back, Removal)
    alike = isinstance(step.forth, AnswerEdit | LookBack) or before.part == step.part
    return is_new or alike
