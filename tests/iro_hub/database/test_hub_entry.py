"""How a device gets its token, keeps it, and loses it."""

import datetime as dt
import threading

import pytest
from made_up_service import SEALING_KEY, Caller, MadeUpService, bundle, code_of, new

from iro_desktop.wire.people import Enrol
from iro_hub.database import calls

LATER = dt.datetime(2199, 1, 1, tzinfo=dt.UTC)
ISSUER = "https://issuer.example"


def _enrol(service: MadeUpService, code: str, source: str, device: str = "") -> object:
    return calls.enrol(service.pools, Enrol(code, device or new(), SEALING_KEY), source)


def _signed_in(service: MadeUpService, subject: str, *groups: str, device: str = "") -> Caller:
    device = device or new()
    enrolled = calls.sign_in(
        service.pools,
        issuer=ISSUER,
        subject=subject,
        name=f"Named {subject}"[:60],
        groups=groups,
        used=new(),
        used_until=LATER,
        device=device,
        sealing_key=SEALING_KEY,
    )
    return Caller(enrolled.person.id, enrolled.person.name, device, enrolled.token)


def test_that_a_code_opens_the_door_once(service: MadeUpService) -> None:
    person = service.office.add_person("Made-up Officer", "iro", "North")
    code = service.office.enrol_code(person)
    enrolled = calls.enrol(service.pools, Enrol(code, new(), SEALING_KEY), "here")
    assert (
        enrolled.person.name,
        enrolled.person.role,
        enrolled.person.team,
        enrolled.hub_name,
    ) == (
        "Made-up Officer",
        "iro",
        "North",
        "Made-up Council",
    )
    assert len(enrolled.token) == 43
    assert calls.myself(service.pools, enrolled.token).person == enrolled.person
    assert code_of(lambda: _enrol(service, code, "here")) == "unauthenticated"


def test_that_a_code_may_be_typed_as_people_type(service: MadeUpService) -> None:
    code = service.office.enrol_code(service.office.add_person("Typist", "iro", "North"))
    assert code_of(lambda: _enrol(service, f" {code.lower().replace('-', ' ')} ", "typist")) == ""


def test_that_a_code_in_two_hands_at_once_enrols_one(service: MadeUpService) -> None:
    code = service.office.enrol_code(service.office.add_person("Two", "iro", "North"))
    codes: list[str] = []
    threads = [
        threading.Thread(target=lambda: codes.append(code_of(lambda: _enrol(service, code, "two"))))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == ["", "unauthenticated"]


@pytest.mark.parametrize("spoilt", ["expired", "deactivated"])
def test_that_a_code_that_no_longer_counts_is_a_wrong_one(
    service: MadeUpService, spoilt: str
) -> None:
    person = service.office.add_person("Late", "iro", "North")
    code = service.office.enrol_code(person, minutes=1)
    if spoilt == "deactivated":
        service.office.deactivate(person)
    else:
        service.owner.execute(
            "UPDATE hub.enrol_code SET expires_at = now() WHERE person = %s", [person]
        )
    assert code_of(lambda: _enrol(service, code, spoilt)) == "unauthenticated"


def test_that_ten_wrong_codes_shut_the_door_for_that_place_alone(service: MadeUpService) -> None:
    code = service.office.enrol_code(service.office.add_person("Patient", "iro", "North"))
    tries = [code_of(lambda: _enrol(service, "WRONG", "a guesser")) for _ in range(12)]
    assert tries == ["unauthenticated"] * 10 + ["too_many_tries"] * 2
    assert code_of(lambda: _enrol(service, code, "a guesser")) == "too_many_tries"
    assert code_of(lambda: _enrol(service, code, "elsewhere")) == ""
    service.owner.execute("UPDATE hub.attempt SET at = at - interval '11 minutes'")
    assert code_of(lambda: _enrol(service, "WRONG", "a guesser")) == "unauthenticated"


def test_that_guessing_from_everywhere_shuts_the_door_to_guessers_alone(
    own_service: MadeUpService,
) -> None:
    own_service.owner.execute(
        "INSERT INTO hub.attempt (source)"
        " SELECT hub.hash_of(n::text) FROM generate_series(1, 500) AS n"
    )
    assert code_of(lambda: _enrol(own_service, "WRONG", "new place")) == "too_many_tries"
    code = own_service.office.enrol_code(own_service.office.add_person("Good", "iro", "North"))
    assert code_of(lambda: _enrol(own_service, code, "new place")) == ""


@pytest.mark.parametrize(
    ("device", "key"),
    [
        ("", SEALING_KEY),
        ("escrow", SEALING_KEY),
        ("d" * 65, SEALING_KEY),
        ("d", "short"),
        ("a b", SEALING_KEY),
        ("d'--", SEALING_KEY),
        ("d", "'" * 43),
    ],
)
def test_that_a_malformed_device_leaves_the_code_good(
    service: MadeUpService, device: str, key: str
) -> None:
    code = service.office.enrol_code(service.office.add_person("Careful", "iro", "North"))
    request = Enrol(code, device, key)
    assert code_of(lambda: calls.enrol(service.pools, request, "careful")) == "malformed"
    assert code_of(lambda: _enrol(service, code, "careful")) == ""


def test_that_a_device_cannot_become_another_persons(service: MadeUpService) -> None:
    mine = service.someone("iro")
    code = service.office.enrol_code(service.office.add_person("Thief", "iro", "North"))
    assert code_of(lambda: _enrol(service, code, "thief", mine.device)) == "anothers_laptop"
    assert calls.myself(service.pools, mine.token).person.id == mine.person


def test_that_a_new_token_ends_the_old_one_when_it_is_first_used(service: MadeUpService) -> None:
    iro = service.someone("iro")
    lost = calls.renew(service.pools, iro.token)
    new_one = calls.renew(service.pools, iro.token)
    assert calls.myself(service.pools, iro.token).device == iro.device
    assert calls.myself(service.pools, new_one.token).device == iro.device
    for ended in (iro.token, lost.token):
        assert code_of(lambda token=ended: calls.myself(service.pools, token)) == "expired"


def test_that_a_device_that_leaves_ends_every_token_it_had_and_may_say_so_twice(
    service: MadeUpService,
) -> None:
    iro = service.someone("iro")
    lost = calls.renew(service.pools, iro.token)
    for _ in range(2):
        calls.leave(service.pools, iro.token)
    for ended in (iro.token, lost.token):
        assert code_of(lambda token=ended: calls.myself(service.pools, token)) == "expired"
    (listed,) = [each for each in service.office.devices() if each.id == iro.device]
    assert listed.left_at is not None
    assert [line.did for line in service.office.audit() if line.device == iro.device].count(
        "leave"
    ) == 1
    again = service.laptop(iro.person, iro.name, iro.device)
    calls.leave(service.pools, iro.token)  # of the time before
    assert calls.myself(service.pools, again.token).device == iro.device
    (listed,) = [each for each in service.office.devices() if each.id == iro.device]
    assert listed.left_at is None


def test_that_a_token_that_was_renewed_away_lets_nobody_leave(service: MadeUpService) -> None:
    iro = service.someone("iro")
    new_one = calls.renew(service.pools, iro.token)
    assert calls.myself(service.pools, new_one.token).device == iro.device
    assert code_of(lambda: calls.leave(service.pools, iro.token)) == "expired"
    assert calls.myself(service.pools, new_one.token).device == iro.device


def test_that_an_expired_token_opens_nothing(service: MadeUpService) -> None:
    iro = service.someone("iro")
    service.owner.execute("UPDATE hub.token SET expires_at = now() WHERE device = %s", [iro.device])
    assert code_of(lambda: calls.myself(service.pools, iro.token)) == "expired"
    assert code_of(lambda: service.push(iro, bundle(iro, new()))) == "expired"
    service.office.revoke(iro.device, "lost")
    assert code_of(lambda: calls.myself(service.pools, iro.token)) == "revoked"


def _doors(service: MadeUpService, token: str, child: str) -> list[str]:
    """What a caller is told who tries each."""
    pools = service.pools
    doors = [
        lambda: calls.changed(pools, token),
        lambda: calls.pull(pools, token, child, 0, "", 10),
        lambda: calls.held_ids(pools, token, child),
        lambda: calls.myself(pools, token),
        lambda: calls.renew(pools, token),
        lambda: calls.leave(pools, token),
        lambda: calls.file_piece(pools, token, child, "0" * 64, 0),
        lambda: calls.grants(pools, token, child),
        lambda: calls.council_settings(pools, token),
        lambda: calls.quarantine(pools, token),
    ]
    return [code_of(door) for door in doors]


def test_that_who_is_revoked_or_deactivated_is_told_so_at_every_door(
    service: MadeUpService,
) -> None:
    for end, code in (
        (lambda one: service.office.revoke(one.device, "lost"), "revoked"),
        (lambda one: service.office.deactivate(one.person), "deactivated"),
    ):
        iro = service.someone("iro")
        child = service.child_of(iro)
        end(iro)
        assert set(_doors(service, iro.token, child)) == {code}


def test_that_a_revoked_device_returns_only_by_a_new_code(service: MadeUpService) -> None:
    service.office.map_group(ISSUER, "returning", "iro", "North")
    iro = _signed_in(service, "back", "returning")
    service.office.revoke(iro.device, "lost")
    assert code_of(lambda: _signed_in(service, "back", "returning", device=iro.device)) == "revoked"
    again = service.laptop(iro.person, iro.name, iro.device)
    assert calls.myself(service.pools, again.token).device == iro.device


def test_that_a_group_makes_a_person_and_another_group_makes_them_another(
    service: MadeUpService,
) -> None:
    service.office.map_group(ISSUER, "iros", "iro", "North")
    service.office.map_group(ISSUER, "heads", "manager", "Service", whole_service=True)
    first = _signed_in(service, "someone", "nothing", "iros", "heads")
    assert calls.myself(service.pools, first.token).person.role == "iro"
    second = _signed_in(service, "someone", "heads")
    told = calls.myself(service.pools, second.token).person
    assert (told.id, told.role, told.team) == (first.person, "manager", "Service")
    assert code_of(lambda: _signed_in(service, "someone", "nothing")) == "not_your_role"
    assert code_of(lambda: _signed_in(service, "stranger", "nothing")) == "not_your_role"
    service.office.deactivate(first.person)
    assert code_of(lambda: _signed_in(service, "someone", "heads")) == "deactivated"


def test_that_an_operator_may_say_who_a_subject_is(service: MadeUpService) -> None:
    person = service.office.add_person(
        "Known", "auditor", "North", issuer=ISSUER, subject="known-1"
    )
    caller = _signed_in(service, "known-1", "iros")
    assert (caller.person, caller.name) == (person, "Known")
    assert calls.myself(service.pools, caller.token).person.role == "auditor"
    assert (
        code_of(
            lambda: service.office.add_person(
                "Double", "iro", "North", issuer=ISSUER, subject="known-1"
            )
        )
        == "identity_in_use"
    )


def test_that_an_identity_opens_the_door_once(service: MadeUpService) -> None:
    service.office.map_group(ISSUER, "once", "iro", "North")

    def sign_in(used: str, until: dt.datetime = LATER) -> object:
        return calls.sign_in(
            service.pools,
            issuer=ISSUER,
            subject="once",
            name="Once",
            groups=["once"],
            used=used,
            used_until=until,
            device=new(),
            sealing_key=SEALING_KEY,
        )

    assert code_of(lambda: sign_in("first")) == ""
    assert code_of(lambda: sign_in("first")) == "unauthenticated"
    assert code_of(lambda: sign_in("second")) == ""
    # A gateway whose clock was set back believes what is over: the database does not.
    (over,) = service.owner.execute("SELECT now() - interval '3 minutes'").fetchone() or ()
    assert code_of(lambda: sign_in("third", over)) == "unauthenticated"


def test_that_no_secret_is_kept_as_it_is(service: MadeUpService) -> None:
    iro = service.someone("iro")
    code = service.office.enrol_code(iro.person)
    tables = service.owner.execute(
        "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = 'hub' AND c.relkind = 'r'"
    ).fetchall()
    for (table,) in tables:
        rows = service.owner.execute(f"SELECT t::text FROM {table} t".encode()).fetchall()  # noqa: S608  # names of the catalogue
        text = "\n".join(row for (row,) in rows)
        assert iro.token not in text
        assert code not in text
        assert code.replace("-", "") not in text
