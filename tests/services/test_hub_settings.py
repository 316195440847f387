"""What a council decides at the hub comes to its laptops: signed, in order, from its day on."""

import base64
import datetime as dt
import json

import pytest
from nacl.signing import SigningKey

from fixed_clock import FixedClock
from iro_desktop.services import bank_holidays
from iro_desktop.services.plain_words import whose_words
from iro_desktop.services.syncing import council_settings
from iro_desktop.store import SqlStore
from iro_desktop.vault.signatures import is_signed_by
from iro_desktop.wire.council_settings import CouncilSetting, CouncilSettings
from iro_hub.council_settings.signing import signed, verify_key_of

KEY = SigningKey(bytes(range(32)))
OTHER = SigningKey(bytes(32))
STRIKE_DAY = [{"day": "2026-12-29", "name": "Council closed"}]
NEW_YEAR = [{"day": "2026-12-30", "name": "Council closed"}]


def setting(
    name: str, content: object, version: int = 1, from_day: str = "2026-11-01"
) -> CouncilSetting:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    return CouncilSetting(name, version, from_day, base64.b64encode(raw).decode())


def told(*settings: CouncilSetting, key: SigningKey = KEY) -> CouncilSettings:
    return CouncilSettings(verify_key_of(key), tuple(signed(one, key) for one in settings))


def take(
    store: SqlStore, clock: FixedClock, what: CouncilSettings
) -> council_settings.SettingsTaken:
    return council_settings.take(store.unit_of_work, what, is_signed_by, clock)


def holidays(store: SqlStore) -> list[dt.date]:
    with store.unit_of_work() as uow:
        return list(bank_holidays.added(uow.settings))


def test_that_a_holiday_of_the_councils_counts_once_the_hub_told_of_it(
    store: SqlStore, clock: FixedClock
) -> None:
    taken = take(store, clock, told(setting("holidays", STRIKE_DAY)))
    assert taken.in_force == ("holidays",)
    assert holidays(store) == [dt.date(2026, 12, 29)]


def test_that_a_setting_begins_on_its_day_and_not_before(
    store: SqlStore, clock: FixedClock
) -> None:
    later = told(setting("holidays", STRIKE_DAY, from_day="2026-11-23"))
    assert take(store, clock, later).waiting == ("holidays",)
    assert holidays(store) == []
    next_day = FixedClock(clock.now() + dt.timedelta(days=1))
    assert council_settings.lay_in(store.unit_of_work, next_day).in_force == ("holidays",)
    assert holidays(store) == [dt.date(2026, 12, 29)]


def test_that_a_later_version_takes_the_place_of_the_one_before(
    store: SqlStore, clock: FixedClock
) -> None:
    take(store, clock, told(setting("holidays", STRIKE_DAY)))
    take(store, clock, told(setting("holidays", NEW_YEAR, version=2)))
    assert holidays(store) == [dt.date(2026, 12, 30)]


def test_that_an_older_version_told_again_changes_nothing(
    store: SqlStore, clock: FixedClock
) -> None:
    take(store, clock, told(setting("holidays", NEW_YEAR, version=2)))
    assert not take(store, clock, told(setting("holidays", STRIKE_DAY))).changed
    assert holidays(store) == [dt.date(2026, 12, 30)]


def test_that_the_version_in_force_stays_while_the_next_waits(
    store: SqlStore, clock: FixedClock
) -> None:
    both = told(
        setting("holidays", STRIKE_DAY),
        setting("holidays", NEW_YEAR, version=2, from_day="2027-01-01"),
    )
    taken = take(store, clock, both)
    assert (taken.in_force, taken.waiting) == (("holidays",), ("holidays",))
    assert holidays(store) == [dt.date(2026, 12, 29)]


def test_that_what_another_key_signed_is_refused(store: SqlStore, clock: FixedClock) -> None:
    take(store, clock, told())
    taken = take(store, clock, told(setting("holidays", STRIKE_DAY), key=OTHER))
    assert taken.refused == (("holidays", "not_signed"),)
    assert holidays(store) == []


@pytest.mark.parametrize("field", ["name", "version", "from_day", "content"])
def test_that_nothing_in_a_setting_can_be_changed_after_it_was_signed(
    store: SqlStore, clock: FixedClock, field: str
) -> None:
    true = signed(setting("holidays", STRIKE_DAY), KEY)
    others = {"name": "people", "version": 2, "from_day": "2026-11-02", "content": ""}
    false = CouncilSetting(
        **{
            **{name: getattr(true, name) for name in true.__struct_fields__},
            field: others[field],
        }
    )
    taken = take(store, clock, CouncilSettings(verify_key_of(KEY), (false,)))
    assert [why for _, why in taken.refused] == ["not_signed"]


def test_that_the_key_changes_only_by_the_hand_of_the_one_before(
    store: SqlStore, clock: FixedClock
) -> None:
    take(store, clock, told())
    handed_over = signed(setting("next_key", verify_key_of(OTHER).encode()), KEY)
    anew = signed(setting("holidays", STRIKE_DAY), OTHER)
    take(store, clock, CouncilSettings(verify_key_of(OTHER), (anew, handed_over)))
    assert holidays(store) == [dt.date(2026, 12, 29)]


def test_that_a_laptop_that_was_away_for_long_follows_from_key_to_key(
    store: SqlStore, clock: FixedClock
) -> None:
    third = SigningKey(b"3" * 32)
    take(store, clock, told())
    later = signed(setting("next_key", verify_key_of(third).encode(), version=2), OTHER)
    first = signed(setting("next_key", verify_key_of(OTHER).encode()), KEY)
    anew = signed(setting("holidays", STRIKE_DAY), third)
    take(store, clock, CouncilSettings(verify_key_of(third), (later, first, anew)))
    assert holidays(store) == [dt.date(2026, 12, 29)]


def test_that_a_faulty_file_is_told_and_the_one_before_stays(
    store: SqlStore, clock: FixedClock
) -> None:
    taken = take(store, clock, told(setting("words", b"nonsense: [")))
    assert [name for name, _ in taken.refused] == ["words"]
    with store.unit_of_work() as uow:
        assert whose_words(uow.settings) == ""


def test_that_nonsense_where_json_is_meant_is_told(store: SqlStore, clock: FixedClock) -> None:
    taken = take(store, clock, told(setting("holidays", b"{")))
    assert taken.refused == (("holidays", "not_readable"),)


def test_that_people_of_the_service_are_known_by_name(store: SqlStore, clock: FixedClock) -> None:
    listed = [{"name": "Made-up Manager", "role": "manager", "team": "North"}]
    take(store, clock, told(setting("people", listed)))
    with store.unit_of_work() as uow:
        (person,) = council_settings.people(uow.settings)
    assert (person.name, person.team) == ("Made-up Manager", "North")


def test_that_an_empty_setting_takes_back_what_was_laid_in(
    store: SqlStore, clock: FixedClock
) -> None:
    take(store, clock, told(setting("holidays", STRIKE_DAY)))
    take(store, clock, told(setting("holidays", b"", version=2)))
    assert holidays(store) == []


def test_that_a_setting_of_a_newer_hub_is_passed_over(store: SqlStore, clock: FixedClock) -> None:
    taken = take(store, clock, told(setting("weather", b"rain")))
    assert taken == council_settings.SettingsTaken()
