"""Who reads and writes what: by role, by child, by review, and until which day."""

import datetime as dt

import pytest
from made_up_service import Caller, MadeUpService, bundle, code_of, new, revision

from iro_hub.database import calls

KINDS = (
    "child",
    "review",
    "participant",
    "view",
    "answer",
    "decision",
    "managers_confirmation",
    "resolution",
    "document_text",
    "sending",
    "withheld_passage",
    "confidential_detail",
    "map_item",
)
READS = {
    "own": set(KINDS),
    "cover": set(KINDS),
    "manager": set(KINDS),
    "auditor": set(KINDS),
    "business_support": {"child", "review", "participant", "document_text", "sending"},
    "social_worker": {"child", "review", "decision", "managers_confirmation", "resolution"},
    "team_manager": {"child", "review", "decision", "managers_confirmation", "resolution"},
    "administrator": set(),
}
WRITES = {
    "own": set(KINDS),
    "cover": set(KINDS),
    "manager": {"managers_confirmation", "resolution"},
    "auditor": set(),
    "business_support": {"sending"},
    "social_worker": {"decision", "resolution"},
    "team_manager": {"decision", "managers_confirmation", "resolution"},
    "administrator": set(),
}


def _placed(service: MadeUpService, standing: str, own: Caller, child: str) -> Caller:
    """Someone who stands to the child as the table says."""
    if standing == "own":
        return own
    caller = service.someone("iro" if standing == "cover" else standing)
    today = _today(service)
    match standing:
        case "cover":
            service.office.cover(child, caller.person, today)
        case "auditor":
            service.office.sample(child, caller.person, today)
        case "business_support" | "social_worker" | "team_manager":
            service.office.assign(child, caller.person)
    return caller


def _today(service: MadeUpService) -> dt.date:
    (day,) = service.owner.execute("SELECT hub.today()").fetchone() or ()
    assert isinstance(day, dt.date)
    return day


@pytest.mark.parametrize("standing", READS)
def test_that_a_role_reads_and_writes_its_kinds_and_no_others(
    service: MadeUpService, standing: str
) -> None:
    own = service.someone("iro")
    child = new()
    service.push(
        own,
        calls.BundleTexts(
            new(), child, False, [revision(own, child, kind=kind, review=new()) for kind in KINDS]
        ),
    )
    caller = _placed(service, standing, own, child)
    if READS[standing]:
        page = service.page(caller, child)
        assert {one["revision"]["kind"] for one in page["revisions"]} == READS[standing]
        assert page["last_seq"] == len(KINDS)
        held = calls.held_ids(service.pools, caller.token, child)
        assert held.count(b"],[") + 1 == len(READS[standing])
    else:
        assert code_of(lambda: service.page(caller, child)) == "not_yours"
    outcomes = service.push(caller, *(bundle(caller, child, kind=kind) for kind in KINDS))
    taken = {kind for kind, one in zip(KINDS, outcomes, strict=True) if one.outcome == "accepted"}
    assert taken == WRITES[standing]
    refused = {one.why for one in outcomes} - {""}
    assert refused <= {"kind_not_yours", "read_only", "not_yours"}


def test_that_business_support_reads_only_what_hangs_on_its_review(service: MadeUpService) -> None:
    iro, support = service.someone("iro"), service.someone("business_support")
    child, mine, other = new(), new(), new()
    service.push(
        iro,
        bundle(iro, child, kind="child"),
        bundle(iro, child, kind="sending", review=mine),
        bundle(iro, child, kind="sending", review=other),
        bundle(iro, child, kind="review", review=other),
    )
    service.office.assign(child, support.person, review=mine)
    assert service.access(support, child) == "assigned"
    assert [one["seq"] for one in service.page(support, child)["revisions"]] == [1, 2]
    outcomes = service.push(
        support,
        bundle(support, child, kind="sending", review=mine),
        bundle(support, child, kind="sending", review=other),
        bundle(support, child, kind="sending"),
    )
    assert [one.why for one in outcomes] == ["", "kind_not_yours", "kind_not_yours"]


def test_that_a_page_of_what_one_may_not_read_is_empty_and_still_goes_on(
    service: MadeUpService,
) -> None:
    iro, worker = service.someone("iro"), service.someone("social_worker")
    child = new()
    service.push(iro, bundle(iro, child, 4, kind="view"), bundle(iro, child, 1))
    service.office.assign(child, worker.person)
    page = service.page(worker, child, most=3)
    assert (page["revisions"], page["last_seq"], page["more"]) == ([], 3, True)
    rest = service.page(worker, child, 3, page["chain"])
    assert [one["seq"] for one in rest["revisions"]] == [5]


@pytest.mark.parametrize(("days", "sees"), [(-1, False), (0, True), (1, True)])
def test_that_cover_ends_at_the_end_of_its_day(
    service: MadeUpService,
    days: int,
    sees: bool,  # noqa: FBT001  # a table of examples
) -> None:
    own, other = service.someone("iro"), service.someone("iro")
    child = service.child_of(own)
    service.office.cover(child, other.person, _today(service) + dt.timedelta(days))
    assert service.access(other, child) == ("cover" if sees else "")
    (outcome,) = service.push(other, bundle(other, child))
    if sees:
        assert service.page(other, child)["last_seq"] == 2
        assert outcome.outcome == "accepted"
    else:
        assert code_of(lambda: service.page(other, child)) == "not_yours"
        assert (outcome.outcome, outcome.why) == ("quarantined", "not_yours")


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-06-30T22:59:59Z", "2026-06-30"),
        ("2026-06-30T23:00:00Z", "2026-07-01"),
        ("2026-12-31T23:59:59Z", "2026-12-31"),
        ("2027-01-01T00:00:00Z", "2027-01-01"),
    ],
)
def test_that_a_day_is_londons(service: MadeUpService, moment: str, day: str) -> None:
    query = "SELECT hub.day_of(%s::timestamptz)::text"
    assert service.owner.execute(query, [moment]).fetchone() == (day,)


def test_that_a_manager_reads_their_team_and_those_within_it(service: MadeUpService) -> None:
    north, south = service.someone("iro", team="North"), service.someone("iro", team="South")
    northern, southern = service.child_of(north), service.child_of(south)
    of_north = service.someone("manager", team="North")
    of_service = service.someone("manager", team="Service")
    of_all = service.someone("manager", team="North", whole_service=True)
    sees = {
        name: [bool(service.access(one, child)) for child in (northern, southern)]
        for name, one in {"north": of_north, "service": of_service, "all": of_all}.items()
    }
    assert sees == {"north": [True, False], "service": [True, False], "all": [True, True]}
    assert code_of(lambda: service.page(of_north, southern)) == "not_yours"
    service.office.move_child(southern, "North")
    assert service.access(of_north, southern) == "team"


def test_that_a_child_given_to_another_is_withdrawn_until_its_copy_is_wiped(
    service: MadeUpService,
) -> None:
    before, after = service.someone("iro"), service.someone("iro")
    child = service.child_of(before)
    service.office.allocate(child, after.person)
    assert service.access(after, child) == "own"
    told = service.changes(before)
    assert told["children"] == []
    assert [one["child"] for one in told["withdrawn"]] == [child]
    assert told["withdrawn"][0]["last_seq"] == 1
    calls.wiped(service.pools, before.token, child)
    assert service.changes(before)["withdrawn"] == []
    service.office.cover(child, before.person, _today(service))
    service.page(before, child)
    service.office.end_access(child, before.person)
    assert [one["child"] for one in service.changes(before)["withdrawn"]] == [child]


def test_that_a_child_that_a_device_never_held_is_in_neither_list(service: MadeUpService) -> None:
    before, after = service.someone("iro"), service.someone("iro")
    child = service.child_of(before)
    service.office.allocate(child, after.person)
    new_laptop = service.laptop(before.person, before.name)
    told = service.changes(new_laptop)
    assert (told["children"], told["withdrawn"]) == ([], [])


def test_that_an_idle_question_writes_nothing(service: MadeUpService) -> None:
    iro = service.someone("iro")
    child = service.child_of(iro)
    found = calls.changed(service.pools, iro.token)
    assert found is not None
    count = "SELECT count(*) FROM hub.audit"
    before = service.owner.execute(count).fetchone()
    assert calls.changed(service.pools, iro.token, found.etag) is None
    assert service.owner.execute(count).fetchone() == before
    service.push(iro, bundle(iro, child))
    assert calls.changed(service.pools, iro.token, found.etag) is not None


def test_that_every_reading_and_writing_is_in_the_audit(service: MadeUpService) -> None:
    iro = service.someone("iro")
    child = service.child_of(iro, 2)
    service.page(iro, child)
    calls.held_ids(service.pools, iro.token, child)
    rows = service.office.audit(child=child)
    assert [(one.did, one.person, one.device, one.many) for one in rows] == [
        ("push", iro.person, iro.device, 2),
        ("pull", iro.person, iro.device, 2),
        ("held_ids", iro.person, iro.device, 2),
    ]


def test_that_a_role_changed_leaves_nothing_of_the_one_before(service: MadeUpService) -> None:
    iro = service.someone("iro")
    child = service.child_of(iro)
    service.office.change_person(iro.person, role="auditor")
    assert service.access(iro, child) == ""
    assert code_of(lambda: service.page(iro, child)) == "not_yours"


@pytest.mark.parametrize(
    ("role", "given"),
    [("manager", "allocate"), ("auditor", "allocate"), ("iro", "sample"), ("iro", "assign")],
)
def test_that_nobody_is_given_what_is_not_for_their_role(
    service: MadeUpService, role: str, given: str
) -> None:
    child = service.child_of(service.someone("iro"))
    someone = service.someone(role)
    gifts = {
        "allocate": lambda: service.office.allocate(child, someone.person),
        "sample": lambda: service.office.sample(child, someone.person, _today(service)),
        "assign": lambda: service.office.assign(child, someone.person),
    }
    assert code_of(gifts[given]) == "other_role"
