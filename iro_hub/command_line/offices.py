"""The database's office, opened for one command, and people found in it by name."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from iro_hub.command_line.configuration_file import dsn_of, values_of
from iro_hub.database.office import Office
from iro_hub.faults import HubFault


@contextmanager
def opened(said: argparse.Namespace) -> Iterator[Office]:
    """The office, as the operator's role."""
    with Office(dsn_of("operator", values_of(said.config))) as office:
        yield office


def person_of(office: Office, words: str) -> str:
    """The id of a person who is given by id or by their whole name.

    Raises:
        HubFault: there is nobody of that name, or several.
    """
    people = office.people()
    if any(str(person.id) == words for person in people):
        return words
    found = [person for person in people if person.name.casefold() == words.casefold()]
    if len(found) == 1:
        return str(found[0].id)
    if not found:
        raise HubFault("not_found", f"There is nobody called {words} here: see person list.")
    ids = ", ".join(str(person.id) for person in found)
    raise HubFault("not_found", f"Several people are called {words}. Give an id: {ids}")
