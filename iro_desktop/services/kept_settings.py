"""Keep what a council laid over the program's own, in the store's settings. No case data."""

from collections.abc import Mapping

from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.ports import UnitOfWorkFactory


def keep_settings(
    uow_factory: UnitOfWorkFactory, values: Mapping[str, str], topic: Topic
) -> Changed:
    """Keep these values by their names. Says that `topic` changed, if any of them did."""
    with uow_factory() as uow:
        if all(uow.settings.get(name) == value for name, value in values.items()):
            return Changed()
        for name, value in values.items():
            uow.settings.set(name, value)
    return Changed(frozenset({topic}))
