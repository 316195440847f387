"""What someone hands over who may no longer write: kept, listed, decided, never lost."""

import datetime as dt

import pytest
from made_up_service import Caller, MadeUpService, bundle, code_of, new

from iro_desktop.wire.quarantine import QuarantineDecision
from iro_hub.database import calls, checks

RELEASE = QuarantineDecision("release", "Written before she left.")
SET_ASIDE = QuarantineDecision("set_aside", "Not about this child.")


def _end(service: MadeUpService, how: str, caller: Caller, child: str) -> None:
    match how:
        case "deactivated":
            service.office.deactivate(caller.person)
        case "revoked":
            service.office.revoke(caller.device, "lost")
        case _:
            service.office.allocate(child, service.someone("iro").person)


@pytest.mark.parametrize("how", ["deactivated", "revoked", "not_yours"])
def test_that_unsent_work_of_one_whose_access_ended_waits_for_the_manager(
    service: MadeUpService, how: str
) -> None:
    iro = service.someone("iro", "Made-up Officer")
    manager = service.someone("manager")
    child = service.child_of(iro)
    _end(service, how, iro, child)
    late = [bundle(iro, child, 2), bundle(iro, child, 1)]
    outcomes = service.push(iro, *late)
    assert [(o.outcome, o.why) for o in outcomes] == [("quarantined", how)] * 2
    assert service.push(iro, *late) == outcomes
    waiting = [
        one for one in calls.quarantine(service.pools, manager.token).bundles if one.child == child
    ]
    assert [(one.bundle, one.by_name, one.revisions, one.why) for one in waiting] == [
        (late[0].id, "Made-up Officer", 2, how),
        (late[1].id, "Made-up Officer", 1, how),
    ]
    assert service.page(manager, child)["last_seq"] == 1
    for one in waiting:
        calls.decide_quarantine(service.pools, manager.token, one.bundle, RELEASE)
    page = service.page(manager, child)
    assert [one["seq"] for one in page["revisions"]] == [1, 2, 3, 4]
    assert {one["by_name"] for one in page["revisions"]} == {"Made-up Officer"}
    assert {one["from_device"] for one in page["revisions"]} == {iro.device}
    assert [o.outcome for o in service.push(iro, *late)] == ["accepted", "accepted"]
    assert checks.verify(service.database.owner) == ()


def test_that_what_is_set_aside_stays_out_and_is_kept(service: MadeUpService) -> None:
    iro, manager = service.someone("iro"), service.someone("manager")
    child = service.child_of(iro)
    service.office.deactivate(iro.person)
    late = bundle(iro, child)
    service.push(iro, late)
    calls.decide_quarantine(service.pools, manager.token, late.id, SET_ASIDE)
    assert service.page(manager, child)["last_seq"] == 1
    assert [o.outcome for o in service.push(iro, late)] == ["quarantined"]
    again = lambda: calls.decide_quarantine(service.pools, manager.token, late.id, RELEASE)  # noqa: E731  # said twice
    assert code_of(again) == "not_found"
    kept = "SELECT decision, cardinality(bodies) FROM hub.quarantine WHERE bundle = %s"
    assert service.owner.execute(kept, [late.id]).fetchone() == ("set_aside", 1)


def test_that_a_child_that_the_hub_never_knew_begins_when_it_is_released(
    service: MadeUpService,
) -> None:
    iro, manager = service.someone("iro"), service.someone("manager")
    service.office.deactivate(iro.person)
    late = bundle(iro, new(), 2)
    assert [o.outcome for o in service.push(iro, late)] == ["quarantined"]
    calls.decide_quarantine(service.pools, manager.token, late.id, RELEASE)
    assert service.page(manager, late.child)["last_seq"] == 2


def test_that_only_a_manager_of_the_team_sees_and_decides(service: MadeUpService) -> None:
    iro = service.someone("iro", team="South")
    child = service.child_of(iro)
    service.office.deactivate(iro.person)
    late = bundle(iro, child)
    service.push(iro, late)
    northern = service.someone("manager", team="North")
    assert late.id not in {
        one.bundle for one in calls.quarantine(service.pools, northern.token).bundles
    }
    for caller, code in (
        (northern, "not_found"),
        (service.someone("iro", team="South"), "not_your_role"),
        (service.someone("administrator", team="South"), "not_your_role"),
    ):
        token = caller.token
        decide = lambda token=token: calls.decide_quarantine(  # noqa: E731  # one of three
            service.pools, token, late.id, RELEASE
        )
        assert code_of(decide) == code
    assert code_of(lambda: calls.quarantine(service.pools, iro.token)) == "deactivated"
    service.office.decide_quarantine(late.id, "release", "By telephone.")
    (row,) = [one for one in service.office.audit(child=child) if one.did == "release"]
    assert row.operator == "iro_operator"


def test_that_forged_and_malformed_work_is_refused_at_the_door_of_quarantine_too(
    service: MadeUpService,
) -> None:
    iro = service.someone("iro")
    child = service.child_of(iro)
    service.office.deactivate(iro.person)
    outcomes = service.push(
        iro, bundle(iro, child, author="Else"), bundle(iro, child, kind="No Kind")
    )
    assert [o.why for o in outcomes] == ["forged_author", "malformed"]


def test_that_one_who_never_had_the_child_hands_nothing_over(service: MadeUpService) -> None:
    child = service.child_of(service.someone("iro"))
    for end in ("deactivated", "revoked"):
        other = service.someone("iro")
        _end(service, end, other, child)
        assert [o.why for o in service.push(other, bundle(other, child))] == ["not_yours"]


def test_that_quarantine_is_bounded_for_each_device(service: MadeUpService) -> None:
    iro = service.someone("iro")
    child = service.child_of(iro)
    service.office.deactivate(iro.person)
    service.push(iro, bundle(iro, child))
    service.owner.execute(
        "UPDATE hub.quarantine SET bytes = 256 * 1024 * 1024 WHERE device = %s", [iro.device]
    )
    assert [o.why for o in service.push(iro, bundle(iro, child))] == ["too_many"]


def test_that_what_would_say_otherwise_than_the_record_is_not_released(
    service: MadeUpService,
) -> None:
    iro, manager = service.someone("iro"), service.someone("manager")
    child, one = service.child_of(iro), new()
    service.push(iro, bundle(iro, child, id=one))
    service.office.revoke(iro.device, "lost")
    late = bundle(iro, child, id=one, entity="another")
    service.push(iro, late)
    release = lambda: calls.decide_quarantine(service.pools, manager.token, late.id, RELEASE)  # noqa: E731  # one line
    assert code_of(release) == "different_content"
    nonsense = QuarantineDecision("burn", "")
    assert (
        code_of(lambda: calls.decide_quarantine(service.pools, manager.token, late.id, nonsense))
        == "malformed"
    )


def test_that_cover_that_ended_hands_over_what_was_written_under_it(
    service: MadeUpService,
) -> None:
    own, other = service.someone("iro"), service.someone("iro")
    child = service.child_of(own)
    (today,) = service.owner.execute("SELECT hub.today()").fetchone() or ()
    service.office.cover(child, other.person, today)
    service.office.cover(child, other.person, today - dt.timedelta(1))
    assert [o.why for o in service.push(other, bundle(other, child))] == ["not_yours"]
    assert service.office.quarantine()[-1].person == other.person
