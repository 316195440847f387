"""Someone is called otherwise at the hub, or is someone else: their laptop hears it in a round."""

import dataclasses

from iro_desktop.services.team_hub.membership import account_of
from laptops_for_tests import MadeUpLaptop, TeamHub, a_child


def test_that_a_new_name_team_and_role_come_with_the_next_round(
    hub: TeamHub, ann: MadeUpLaptop
) -> None:
    child = a_child()
    ann.put(child)
    ann.sync()
    with hub.office() as office:
        office.add_team("South")
        office.change_person(
            hub.people["Ann Made-up"], name="Ann Married", role="manager", team="South"
        )
    ann.sync()
    with ann.uow() as uow:
        account = account_of(uow)
    assert account is not None
    assert (account.person, account.role, account.team) == ("Ann Married", "manager", "South")


def test_that_what_was_written_under_the_former_name_goes_up_under_it(
    hub: TeamHub, ann: MadeUpLaptop
) -> None:
    child = a_child()
    ann.put(child)
    ann.sync()
    ann.put(dataclasses.replace(child, known_as="Robin"))
    with hub.office() as office:
        office.change_person(hub.people["Ann Made-up"], name="Ann Married")
    ann.sync()
    ann.put(dataclasses.replace(child, known_as="Rob"))
    report = ann.sync()
    assert (report.sent, report.refused, report.quarantined, ann.waiting()) == (1, 0, 0, 0)
    authors = [each.author for each in ann.revisions(child.id)]
    assert sorted(authors) == ["Ann Made-up", "Ann Made-up", "Ann Married"]
