import datetime as dt

from iro_desktop.services.clock import SystemClock


def test_that_the_time_is_aware_and_in_utc_and_never_runs_back() -> None:
    clock = SystemClock()
    first, second = clock.now(), clock.now()
    assert first.utcoffset() == dt.timedelta(0)
    assert first <= second


def test_that_today_is_the_date_where_the_laptop_is() -> None:
    clock = SystemClock()
    before = clock.now().astimezone().date()
    today = clock.today()
    after = clock.now().astimezone().date()
    assert before <= today <= after
