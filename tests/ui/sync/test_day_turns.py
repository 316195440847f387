"""What holds by the day is other once the day has turned, on a page that was left open."""

import base64
import datetime as dt
import json
from collections.abc import Callable

from desk_of_a_laptop import CHILD, REVIEW, place
from hand_alarm import HandAlarm
from nacl.signing import SigningKey
from opened_laptop import Opened
from what_can_be_written import fields_to_write_in, said_in

from a_role_for_tests import be
from fixed_clock import FixedClock
from iro_desktop.services import bank_holidays
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.syncing import council_settings
from iro_desktop.store import SqlStore
from iro_desktop.ui.day_turns import DayTurns
from iro_desktop.ui.desk import Desk
from iro_desktop.vault.signatures import is_signed_by
from iro_desktop.wire.council_settings import CouncilSetting, CouncilSettings
from iro_hub.council_settings.signing import signed, verify_key_of

A_DAY = dt.timedelta(days=1).total_seconds()
ENDED = "Your time with this child’s record ended on 22 November 2026."


def cover_until_today(opened: Opened) -> None:
    with opened.store.unit_of_work() as uow:
        uow.children.put(CHILD)
        uow.reviews.put(REVIEW)
        uow.answers.put(place("At home."))
    be(opened.store, "cover", until=opened.clock.today())


def test_that_pages_left_open_over_the_last_day_of_cover_are_to_be_read_from_then_on(
    opened: Opened, show_desk: Callable[[Opened], Desk]
) -> None:
    cover_until_today(opened)
    desk = show_desk(opened)
    desk.show_child(CHILD.id)
    desk.days.look()
    assert fields_to_write_in(desk.screens.child)
    opened.clock.advance(A_DAY)
    desk.days.look()
    assert ENDED in said_in(desk.screens.child)
    assert fields_to_write_in(desk.screens.child) == []


def test_that_a_review_and_its_documents_left_open_say_that_cover_ended(
    opened: Opened, show_desk: Callable[[Opened], Desk]
) -> None:
    cover_until_today(opened)
    desk = show_desk(opened)
    desk.show_review(REVIEW.id)
    desk.show_documents(REVIEW.id)
    assert desk.screens.writing.page.standing.isHidden()
    opened.clock.advance(A_DAY)
    desk.days.look()
    assert ENDED in desk.screens.writing.page.standing.text()
    desk.go_back()
    assert ENDED in desk.screens.review.standing.text()


def test_that_what_the_council_decided_for_a_day_begins_with_it(
    store: SqlStore, clock: FixedClock
) -> None:
    key, told, alarm = SigningKey(bytes(range(32))), list[Changed](), HandAlarm()
    content = base64.b64encode(json.dumps([{"day": "2026-12-29"}]).encode()).decode()
    later = signed(CouncilSetting("holidays", 1, "2026-11-23", content), key)
    council_settings.take(
        store.unit_of_work, CouncilSettings(verify_key_of(key), (later,)), is_signed_by, clock
    )
    days = DayTurns(store.unit_of_work, clock, alarm)
    days.tell = told.append
    assert not days.lay_in()
    days.begin()
    alarm.ring()
    assert told == []
    for _ in range(2):
        clock.advance(A_DAY)
        alarm.ring()
    assert [Topic.SETTINGS in change.topics for change in told] == [True, False]
    with store.unit_of_work() as uow:
        assert list(bank_holidays.added(uow.settings)) == [dt.date(2026, 12, 29)]
