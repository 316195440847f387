"""The child's own words for things, which go before those that services use."""

from dataclasses import replace

from iro_desktop.domain.identifiers import ChildId, EntityId, natural_id
from iro_desktop.domain.reading import PreferredWord
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.child_file import require_child
from iro_desktop.services.faults import NoSuchThing, WordsMissing
from iro_desktop.services.ports import UnitOfWorkFactory


def prefer(
    uow_factory: UnitOfWorkFactory, child_id: ChildId, instead_of: str, word: str
) -> tuple[PreferredWord, Changed]:
    """Note the word that the child wants for something; one noted before for it gives way.

    Raises:
        NoSuchThing: there is no such child.
        WordsMissing: one of the two is empty.
    """
    usual, own = instead_of.strip(), word.strip()
    if not (usual and own):
        raise WordsMissing
    with uow_factory() as uow:
        require_child(uow, child_id)
        held = next(
            (
                one
                for one in uow.preferred_words.of_child(child_id)
                if one.instead_of.casefold() == usual.casefold()
            ),
            PreferredWord(
                id=natural_id("preferred word", child_id, usual.casefold()),
                child_id=child_id,
                instead_of=usual,
                word=own,
            ),
        )
        preferred = replace(held, instead_of=usual, word=own)
        changed = uow.preferred_words.put(preferred)
    return preferred, Changed.of_child(
        child_id, Topic.CHILD, Topic.DOCUMENTS
    ) if changed else Changed()


def drop(uow_factory: UnitOfWorkFactory, name: EntityId) -> Changed:
    """Use the usual word again. Raises NoSuchThing."""
    with uow_factory() as uow:
        held = uow.preferred_words.find(name)
        if held is None:
            raise NoSuchThing(kind="preferred word", name=name)
        uow.preferred_words.withdraw(held)
    return Changed.of_child(held.child_id, Topic.CHILD, Topic.DOCUMENTS)


def of_child(uow_factory: UnitOfWorkFactory, child_id: ChildId) -> tuple[PreferredWord, ...]:
    """The child's words, in the order in which they were noted."""
    with uow_factory() as uow:
        return tuple(uow.preferred_words.of_child(child_id))
