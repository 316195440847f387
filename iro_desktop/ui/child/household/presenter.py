"""What is kept of a foster household on its page: its approval, and the children who live there."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.form_engine.definition import Option
from iro_desktop.services import child_file, households
from iro_desktop.services.changed import Changed
from iro_desktop.services.child_file import ChildFile
from iro_desktop.services.households import Approval
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.words.children import name_of


class HouseholdField(StrEnum):
    """What may be written of a household, in its order on screen."""

    NAME = "known_as"
    APPROVED_ON = "approved_on"
    SUPERVISING_SOCIAL_WORKER = "social_worker"
    TEAM = "team"
    TERMS = "terms"


_OF_APPROVAL = frozenset({HouseholdField.APPROVED_ON, HouseholdField.TERMS})


@dataclass(frozen=True, slots=True)
class HouseholdPage:
    """A household's facts: each field's value as text, and whom one may name as living there."""

    household: ChildId
    values: dict[HouseholdField, str]
    approval: Approval
    children: tuple[Option, ...]


class HouseholdPresenter:
    """One household at a time. `tell` takes what a change touched to the other screens."""

    def __init__(self, workspace: Workspace, tell: Callable[[Changed], None]) -> None:
        self._workspace = workspace
        self._tell = tell
        self.page: HouseholdPage | None = None

    @property
    def today(self) -> dt.date:
        """The date where the laptop is."""
        return self._workspace.clock.today()

    def open(self, file: ChildFile) -> None:
        """Read the household whose page is open; on a child's page there is none."""
        household, uow_factory = file.child, self._workspace.uow_factory
        if not household.is_household:
            self.page = None
            return
        approval = households.approval(uow_factory, household.id)
        children = households.children_to_name(uow_factory, household.id)
        self.page = HouseholdPage(
            household=household.id,
            values={
                HouseholdField.NAME: household.known_as,
                HouseholdField.APPROVED_ON: approval.since.isoformat(),
                HouseholdField.SUPERVISING_SOCIAL_WORKER: household.social_worker,
                HouseholdField.TEAM: household.team,
                HouseholdField.TERMS: approval.terms,
            },
            approval=approval,
            children=tuple(Option(one.id, name_of(one)) for one in children),
        )

    def keep(self, household: ChildId, field: HouseholdField, text: str) -> None:
        """Keep what was written in a field. Raises NoSuchThing, NoSpace."""
        uow_factory, written = self._workspace.uow_factory, text.strip()
        if field in _OF_APPROVAL:
            approval = households.approval(uow_factory, household)
            on, terms = approval.since, approval.terms
            if field is HouseholdField.TERMS:
                terms = written
            elif written:
                on = dt.date.fromisoformat(written)
            self._tell(households.change_approval(uow_factory, household, on, terms))
            return
        kept = child_file.read(uow_factory, household, self.today).child
        changed = replace(kept, **{field.value: written})  # type: ignore[arg-type]  # a text field
        self._tell(child_file.save_child(uow_factory, changed))

    def end_approval(self, on: dt.date, because: str) -> None:
        """Say that the carers are not approved any more."""
        self._tell(households.end_approval(self._workspace.uow_factory, self._open, on, because))

    def resume_approval(self) -> None:
        """Take back that the approval ended."""
        self._tell(households.resume_approval(self._workspace.uow_factory, self._open))

    def name_child(self, child: str) -> None:
        """Name a child of the caseload as living there. Raises NoSuchThing."""
        uow_factory = self._workspace.uow_factory
        self._tell(households.name_child(uow_factory, self._open, ChildId(child)))

    @property
    def _open(self) -> ChildId:
        assert self.page is not None  # noqa: S101 - a view opens a household before it asks
        return self.page.household
