"""A manager's answer to a review's decisions, and its clock, without the screen."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from iro_desktop.domain.document_versions import ManagersConfirmation
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.i18n import screen, tr
from iro_desktop.services import confirming, review_records
from iro_desktop.services.changed import Changed
from iro_desktop.services.council_people import council_people
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.words.deadlines import Deadline, State, deadline
from iro_desktop.ui.writing.versions.known_people import known_managers


@dataclass(frozen=True, slots=True)
class Answers:
    """What managers said, newest first, until when they may, and whether the decisions stand.

    `due` is None once someone answered or the time to answer is over, and while nobody has been
    told what was decided.
    """

    answers: tuple[ManagersConfirmation, ...]
    managers: tuple[str, ...]
    due: Deadline | None
    state: State
    is_told: bool


class ManagersAnswer:
    """One review's decisions, as managers answer them."""

    def __init__(
        self, workspace: Workspace, review: ReviewId, tell: Callable[[Changed], None]
    ) -> None:
        self._workspace, self.review, self._tell = workspace, review, tell

    def answers(self) -> Answers:
        """What is shown now."""
        factory, today = self._workspace.uow_factory, self._workspace.clock.today()
        record = review_records.read(factory, self.review, today)
        said = confirming.confirmations(factory, self.review)[::-1]
        due = confirming.answer_by(factory, self.review)
        stands = confirming.stands(factory, self.review, today)
        return Answers(
            answers=said,
            managers=known_managers(record, council_people(factory)),
            due=deadline(due, today) if due and not said and not stands else None,
            state=_state(said, stands=stands),
            is_told=due is not None,
        )

    def confirm(self, by: str, on: dt.date, remarks: str, *, agrees: bool) -> None:
        """Note an answer."""
        _, changed = confirming.confirm(
            self._workspace.uow_factory,
            self.review,
            self._workspace.clock,
            by=by,
            agrees=agrees,
            remarks=remarks,
            on=on,
        )
        self._tell(changed)

    def take_back(self, said: ManagersConfirmation) -> None:
        """Take back an answer that was noted in error."""
        self._tell(confirming.take_back(self._workspace.uow_factory, said))


def answer_in_words(said: ManagersConfirmation) -> str:
    """Who answered what, and when."""
    day = screen().date(said.on)
    if said.agrees:
        return tr("{day}: {name} agreed", day=day, name=said.by)
    return tr("{day}: {name} did not agree", day=day, name=said.by)


def _state(said: tuple[ManagersConfirmation, ...], *, stands: bool) -> State:
    if said and not stands:
        return State(tr("Not agreed"), "danger", "circle-alert")
    if said:
        return State(tr("Agreed"), "success", "circle-check")
    if stands:
        return State(tr("They stand: the time to answer is over"), "success", "circle-check")
    return State(tr("No answer yet"), "plain", "circle")
