"""What a council decides at its hub is in force on a laptop after its next round."""

import base64
import datetime as dt
import json
from dataclasses import dataclass

import pytest
from nacl.signing import SigningKey

from iro_desktop.form_engine.catalogue import Catalogue
from iro_desktop.hub.client import HttpHub
from iro_desktop.services import bank_holidays
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.services.syncing.reports import Note, RoundReport
from iro_desktop.services.syncing.roads import run_round
from iro_desktop.services.workspace import Workspace
from iro_desktop.vault.sealing import NaclBoxes
from iro_desktop.vault.signatures import is_signed_by
from iro_desktop.wire.council_settings import CouncilSetting
from iro_hub.council_settings.signing import signed, verify_key_of
from laptops_for_tests import Job, MadeUpLaptop, TeamHub

KEY = SigningKey(bytes(range(32)))
NEXT_KEY = SigningKey(bytes(32))


@dataclass(frozen=True)
class RoadsOfTest:
    reach = staticmethod(HttpHub)
    boxes = staticmethod(NaclBoxes)
    is_signed_by = staticmethod(is_signed_by)


@pytest.fixture(scope="module")
def forms() -> Catalogue:
    return programs_forms()


def publish(hub: TeamHub, name: str, content: object, version: int = 1, **more: object) -> None:
    """`more`: key, who signs; told, the key that the hub names as its own."""
    key, told = more.get("key", KEY), more.get("told", KEY)
    assert isinstance(key, SigningKey)
    assert isinstance(told, SigningKey)
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    text = base64.b64encode(raw).decode()
    setting = signed(CouncilSetting(name, version, "2026-11-01", text), key)
    with hub.office() as office:
        office.publish_setting(setting, verify_key_of(told))


def one_round(laptop: MadeUpLaptop, forms: Catalogue) -> RoundReport:
    workspace = Workspace(laptop.uow, laptop.clock, forms)
    return run_round(RoadsOfTest(), workspace, Job())


def holidays(laptop: MadeUpLaptop) -> list[dt.date]:
    with laptop.uow() as uow:
        return list(bank_holidays.added(uow.settings))


def test_that_a_holiday_published_at_the_hub_counts_on_a_laptop_after_a_round(
    hub: TeamHub, ann: MadeUpLaptop, forms: Catalogue
) -> None:
    publish(hub, "holidays", [{"day": "2026-12-29", "name": "Council closed"}])
    assert Note.SETTINGS in one_round(ann, forms).notes
    assert holidays(ann) == [dt.date(2026, 12, 29)]
    assert Note.SETTINGS not in one_round(ann, forms).notes


def test_that_a_setting_signed_by_someone_else_is_refused_and_said(
    hub: TeamHub, ann: MadeUpLaptop, forms: Catalogue
) -> None:
    publish(hub, "retention", {"days": 3650})
    one_round(ann, forms)
    publish(hub, "holidays", [{"day": "2026-12-29"}], key=NEXT_KEY)
    assert Note.SETTINGS_REFUSED in one_round(ann, forms).notes
    assert holidays(ann) == []


def test_that_a_key_that_was_handed_over_signs_from_then_on(
    hub: TeamHub, ann: MadeUpLaptop, forms: Catalogue
) -> None:
    publish(hub, "retention", {"days": 3650})
    one_round(ann, forms)
    publish(hub, "next_key", verify_key_of(NEXT_KEY).encode(), told=NEXT_KEY)
    publish(hub, "holidays", [{"day": "2026-12-29"}], key=NEXT_KEY, told=NEXT_KEY)
    one_round(ann, forms)
    assert holidays(ann) == [dt.date(2026, 12, 29)]


def test_that_how_long_reviews_stay_is_the_councils_to_say(
    hub: TeamHub, ann: MadeUpLaptop, forms: Catalogue
) -> None:
    publish(hub, "retention", {"days": 365})
    one_round(ann, forms)
    assert ann.setting("retention") == "365"
