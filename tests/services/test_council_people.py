"""Whom the council lists comes along by name, and gives way to what someone wrote."""

import msgspec

from iro_desktop.domain.child import ImportantPerson
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.participation import Participant, Role
from iro_desktop.services.council_people import (
    CouncilPerson,
    council_people,
    fill_in,
    listed_as,
    name_participant,
    names,
    with_council,
)
from iro_desktop.services.syncing.council_settings import PEOPLE
from iro_desktop.store import SqlStore

SAM = CouncilPerson("Sam Made-up", "Social worker", Role.SOCIAL_WORKER, "North", "extension 12")
ADA = CouncilPerson("Ada Made-up", "Advocate", Role.ADVOCATE)
COUNCIL = (SAM, ADA)


def someone(name: str = "", **known: object) -> Participant:
    return Participant(
        id=EntityId("p"),
        child_id=ChildId("c"),
        review_id=ReviewId("r"),
        name=name,
        **{"role": Role.OTHER, **known},  # type: ignore[arg-type]  # what a participant has
    )


def of_the_page(name: str, **known: str) -> ImportantPerson:
    return ImportantPerson(id=EntityId("p"), child_id=ChildId("c"), name=name, **known)


def list_people(store: SqlStore, *listed: dict[str, str]) -> None:
    with store.unit_of_work() as uow:
        uow.settings.set(PEOPLE, msgspec.json.encode(listed).decode())


def test_that_the_councils_words_for_work_are_understood(store: SqlStore) -> None:
    list_people(
        store,
        {"name": "Zoë Made-up", "role": "team_manager", "team": "North"},
        {"name": "Bo Made-up", "role": " Social  Worker "},
        {"name": "Al Made-up", "role": "Placements", "contact": "al@made-up.example"},
        {"name": " "},
    )
    listed = council_people(store.unit_of_work)
    assert [(one.name, one.role, one.called) for one in listed] == [
        ("Al Made-up", Role.OTHER, "Placements"),
        ("Bo Made-up", Role.SOCIAL_WORKER, "Social Worker"),
        ("Zoë Made-up", Role.TEAM_MANAGER, "Team manager"),
    ]
    assert [one.contact for one in listed] == ["al@made-up.example", "", ""]
    assert [one.relationship for one in listed] == ["Placements", "", "North"]


def test_that_who_is_known_comes_first_and_nobody_twice() -> None:
    assert names(COUNCIL, Role.ADVOCATE) == (ADA.name, SAM.name)
    assert with_council(["A. Parent", SAM.name], COUNCIL) == ["A. Parent", SAM.name, ADA.name]


def test_that_a_name_that_two_bear_points_to_nobody() -> None:
    other = CouncilPerson("sam made-up", "Police", Role.POLICE)
    assert listed_as(COUNCIL, "SAM MADE-UP ") is SAM
    assert listed_as((*COUNCIL, other), SAM.name) is None


def test_that_role_and_relationship_come_with_a_name_and_go_with_it() -> None:
    named = name_participant(someone(), SAM.name, COUNCIL)
    assert (named.role, named.relationship) == (Role.SOCIAL_WORKER, "North")
    typed_on = name_participant(named, f"{SAM.name}-Fern", COUNCIL)
    assert (typed_on.role, typed_on.relationship) == (Role.OTHER, "")


def test_that_a_role_that_was_chosen_stays() -> None:
    chosen = name_participant(someone(role=Role.INTERPRETER), SAM.name, COUNCIL)
    assert chosen.role is Role.INTERPRETER


def test_that_what_was_written_of_someone_or_cleared_stands() -> None:
    filled = fill_in(of_the_page(SAM.name, relationship="Uncle"), COUNCIL, "")
    assert (filled.relationship, filled.organisation) == ("Uncle", "North")
    assert filled.notes == "extension 12"
    cleared = of_the_page(SAM.name)
    assert fill_in(cleared, COUNCIL, SAM.name) == cleared
