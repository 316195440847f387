"""Keys for what only a child's own IRO may read, and what the council decides for all."""

import base64
import datetime as dt
import json

import pytest
from made_up_service import SEALING_KEY, MadeUpService, bundle, code_of, new, revision

from iro_desktop.wire.council_settings import CouncilSetting
from iro_desktop.wire.people import Grant
from iro_hub.database import calls

ESCROW = base64.b64encode(b"e" * 32).decode()


def test_that_pages_are_sealed_for_the_childs_own_devices_and_escrow(
    own_service: MadeUpService,
) -> None:
    service = own_service
    iro, other = service.someone("iro"), service.someone("iro")
    second, lost = (service.laptop(iro.person, iro.name) for _ in range(2))
    service.office.revoke(lost.device, "lost")
    child = service.child_of(iro)
    (today,) = service.owner.execute("SELECT hub.today()").fetchone() or ()
    service.office.cover(child, other.person, today)
    for caller in (iro, other, lost):
        told = calls.sealing_keys(service.pools, caller.token, child)
        assert told.keys == {iro.device: SEALING_KEY, second.device: SEALING_KEY}
    service.office.set_escrow_key(ESCROW)
    told = calls.sealing_keys(service.pools, iro.token, child)
    assert told.keys["escrow"] == ESCROW
    unknown = calls.sealing_keys(service.pools, other.token, new())
    assert unknown.keys == {other.device: SEALING_KEY, "escrow": ESCROW}
    assert code_of(lambda: service.office.set_escrow_key("short")) == "malformed"


def test_that_a_device_grants_keys_to_another_of_the_same_iro_alone(
    service: MadeUpService,
) -> None:
    iro, other = service.someone("iro"), service.someone("iro")
    child, page = new(), new()
    service.push(iro, bundle(iro, child, id=page, sealed={"box": "x", "keys": {}}, fields={}))
    second = service.laptop(iro.person, iro.name)
    before = service.changes(second)["settings"]["sealing_keys"]
    calls.grant(service.pools, iro.token, child, [Grant(page, second.device, "key")])
    assert calls.grants(service.pools, second.token, child).keys == {page: "key"}
    assert calls.grants(service.pools, iro.token, child).keys == {}
    assert service.changes(second)["settings"]["sealing_keys"] != before
    for wrong in (
        Grant(page, other.device, "key"),
        Grant(new(), second.device, "key"),
        Grant(page, "nobody's", "key"),
    ):
        grant = lambda wrong=wrong: calls.grant(service.pools, iro.token, child, [wrong])  # noqa: E731
        assert code_of(grant) == "not_found"
    (today,) = service.owner.execute("SELECT hub.today()").fetchone() or ()
    service.office.cover(child, other.person, today)
    mine = lambda: calls.grant(service.pools, other.token, child, [Grant(page, other.device, "k")])  # noqa: E731
    assert code_of(mine) == "not_your_role"


def test_that_a_device_with_a_new_key_has_no_old_grants(service: MadeUpService) -> None:
    iro = service.someone("iro")
    child, page = new(), new()
    service.push(iro, bundle(iro, child, id=page))
    second = service.laptop(iro.person, iro.name)
    calls.grant(service.pools, iro.token, child, [Grant(page, second.device, "key")])
    service.owner.execute(
        "UPDATE hub.device SET sealing_key = %s WHERE id = %s", [ESCROW, second.device]
    )
    again = service.laptop(iro.person, iro.name, second.device)
    assert calls.grants(service.pools, again.token, child).keys == {}


def _setting(name: str, version: int, from_day: dt.date | str) -> CouncilSetting:
    return CouncilSetting(name, version, str(from_day), f"content {version}", f"signed {version}")


def test_that_settings_in_force_and_to_come_are_told_as_they_were_published(
    own_service: MadeUpService,
) -> None:
    service, iro = own_service, own_service.someone("iro")
    (today,) = service.owner.execute("SELECT hub.today()").fetchone() or ()
    day = dt.timedelta(1)
    published = [
        _setting("words", 1, today - 9 * day),
        _setting("words", 2, today),
        _setting("words", 3, today + day),
        _setting("people", 1, today + 9 * day),
        _setting("next_key", 1, today - 9 * day),
        _setting("next_key", 2, today),
    ]
    for one in published:
        service.office.publish_setting(one, "the verify key")
    told = calls.council_settings(service.pools, iro.token)
    assert told.verify_key == "the verify key"
    assert sorted(told.settings, key=published.index) == published[1:]
    digests = service.changes(iro)["settings"]
    assert {name: digests[name] for name in ("words", "people", "next_key")} == {
        "words": "3",
        "people": "1",
        "next_key": "2",
    }
    assert [(one.name, one.version) for one in service.office.settings()] == sorted(
        (one.name, one.version) for one in published
    )


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        (_setting("words", 2, "2026-01-01"), "other_version"),
        (_setting("Words!", 1, "2026-01-01"), "malformed"),
        (_setting("words", 1, "the first of May"), "malformed"),
        (CouncilSetting("words", 1, "2026-01-01", "x"), "not_signed"),
    ],
    ids=str,
)
def test_that_a_setting_that_is_out_of_order_is_not_published(
    service: MadeUpService, setting: CouncilSetting, code: str
) -> None:
    assert code_of(lambda: service.office.publish_setting(setting, "key")) == code


def test_that_sealed_pages_pass_through_as_they_are(service: MadeUpService) -> None:
    iro, manager = service.someone("iro"), service.someone("manager")
    child = new()
    box = {"box": "c2VjcmV0", "keys": {iro.device: "a2V5"}}
    text = revision(iro, child, fields={}, sealed=box)
    service.push(iro, calls.BundleTexts(new(), child, False, [text]))
    (got,) = service.page(manager, child)["revisions"]
    assert got["revision"] == json.loads(text)
