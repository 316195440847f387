"""Where each record's newest words are; nothing at all where the laptop belongs to no hub."""

from collections.abc import Iterable, Mapping

from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.services.ledger_port import RecordState
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.team_hub.membership import account_of


def states_of_reviews(
    uow_factory: UnitOfWorkFactory, child: ChildId
) -> Mapping[ReviewId, RecordState]:
    """Of each review of a child with all that hangs on it."""
    with uow_factory() as uow:
        return uow.ledger.states_of_reviews(child) if account_of(uow) is not None else {}


def states_of_begun(
    uow_factory: UnitOfWorkFactory, children: Iterable[ChildId]
) -> Mapping[ReviewId, RecordState]:
    """Of each review of these children."""
    with uow_factory() as uow:
        if account_of(uow) is None:
            return {}
        found: dict[ReviewId, RecordState] = {}
        for child in dict.fromkeys(children):
            found.update(uow.ledger.states_of_reviews(child))
        return found


def states_of_children(uow_factory: UnitOfWorkFactory) -> Mapping[ChildId, RecordState]:
    """Of each child's whole file."""
    with uow_factory() as uow:
        return uow.ledger.states_of_children() if account_of(uow) is not None else {}


def is_enrolled(uow_factory: UnitOfWorkFactory) -> bool:
    """Whether this laptop belongs to a hub."""
    with uow_factory() as uow:
        return account_of(uow) is not None
