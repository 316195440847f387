"""A day is London's, by the database's clock, whatever a server or a session takes time to be."""

import datetime as dt

import psycopg
import pytest
from made_up_service import MadeUpService, code_of

from iro_hub.database import calls


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Pacific/Auckland"])
@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-06-30T22:59:59.999999Z", "2026-06-30"),  # British Summer Time
        ("2026-06-30T23:00:00Z", "2026-07-01"),
        ("2026-12-31T23:59:59.999999Z", "2026-12-31"),
        ("2027-01-01T00:00:00Z", "2027-01-01"),
        ("2026-03-29T00:59:59Z", "2026-03-29"),  # the clocks go forward
        ("2026-10-24T23:30:00Z", "2026-10-25"),  # they go back the night after
        ("2026-10-25T23:30:00Z", "2026-10-25"),
    ],
)
def test_that_a_day_ends_at_midnight_in_london(
    service: MadeUpService, zone: str, moment: str, day: str
) -> None:
    service.owner.execute("SELECT set_config('TimeZone', %s, false)", [zone])
    told = service.owner.execute("SELECT hub.day_of(%s::timestamptz)", [moment]).fetchone()
    assert told == (dt.date.fromisoformat(day),)


def test_that_a_cover_reads_on_its_last_day_and_no_more(own_service: MadeUpService) -> None:
    child = own_service.child_of(own_service.someone("iro"))
    cover = own_service.someone("iro")
    own_service.office.cover(child, cover.person, dt.date(2026, 6, 30))
    for today, code in (("2026-06-30", ""), ("2026-07-01", "not_yours")):
        own_service.owner.execute(
            "CREATE OR REPLACE FUNCTION hub.today() RETURNS date LANGUAGE sql STABLE AS"
            f" $$ SELECT DATE '{today}' $$".encode()
        )
        for road in (
            lambda: own_service.page(cover, child),
            lambda: calls.held_ids(own_service.pools, cover.token, child),
        ):
            assert code_of(road) == code
        assert own_service.access(cover, child) == ("" if code else "cover")


def test_that_a_session_moves_no_day_by_its_own_zone(service: MadeUpService) -> None:
    iro, cover = service.someone("iro"), service.someone("iro")
    child = service.child_of(iro)
    (today,) = service.owner.execute("SELECT hub.today()").fetchone() or ()
    service.office.cover(child, cover.person, today - dt.timedelta(1))
    with psycopg.connect(service.database.gateway, autocommit=True) as thief:
        for zone in ("Pacific/Pago_Pago", "Pacific/Kiritimati", "+14", "-14"):
            thief.execute("SELECT set_config('TimeZone', %s, false)", [zone])
            with pytest.raises(psycopg.DatabaseError, match="not_yours"):
                thief.execute("SELECT hub.held_ids(%s, %s)", [cover.token, child])
