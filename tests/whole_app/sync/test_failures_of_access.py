"""Who may not, or may no longer: nobody sees what is another's, and no word of theirs is lost."""

import datetime as dt
from collections.abc import Callable

import msgspec
import pytest

from iro_desktop.services.faults import AccessEnded, HubRefused, SignedOut
from iro_desktop.services.syncing import pushing
from iro_desktop.services.syncing.rounds import Round
from iro_desktop.services.syncing.whole_round import sync_state
from iro_desktop.services.team_hub import quarantine
from iro_desktop.wire.revisions import Bundle
from laptops_for_tests import Job, MadeUpLaptop, TeamHub, a_child, a_review

NewLaptop = Callable[..., MadeUpLaptop]


@pytest.fixture
def manager(new_laptop: NewLaptop, hub: TeamHub) -> MadeUpLaptop:
    """The laptop of the team's manager."""
    hub.person("May Made-up", role="manager")
    return new_laptop("may").enrol(hub, "May Made-up")


def cover(hub: TeamHub, child: str, person: str, until: str = "2999-12-31") -> None:
    with hub.office() as office:
        office.cover(child, hub.people[person], dt.date.fromisoformat(until))


def end_access(hub: TeamHub, child: str, person: str) -> None:
    with hub.office() as office:
        office.end_access(child, hub.people[person])


def test_that_a_forged_author_is_refused_and_kept(hub: TeamHub, ann: MadeUpLaptop) -> None:
    ann.put(a_child())
    reached = ann.reach()
    round_ = Round(ann.uow, reached, ann.sealer, ann.clock, Job())
    pushing.freeze(round_)
    with ann.uow() as uow:
        (frozen,) = uow.ledger.waiting(1)
    ready = pushing._ready(round_, pushing.Pushed(), frozen)
    assert ready is not None
    revision = msgspec.structs.replace(ready.bundle.revisions[0], author="May Made-up")
    forged = msgspec.structs.replace(ready.bundle, revisions=(revision,))
    (outcome,) = reached.push([forged]).bundles
    reached.close()
    assert (outcome.outcome, outcome.why) == ("refused", "forged_author")
    assert hub.held(frozen.child) == []


def test_that_another_iros_child_is_neither_read_nor_written(
    hub: TeamHub, ann: MadeUpLaptop, ben: MadeUpLaptop
) -> None:
    child = a_child()
    ann.put(child)
    ann.sync()
    assert ben.sync().received == 0
    review = a_review(child)
    ben.put(child, review)
    report = ben.sync()
    assert report.refused == 1
    assert len(hub.held(child.id)) == 1
    assert ben.find(review) == review, "it is kept for a person to look at"
    reached = ben.reach()
    for ask in (
        lambda: reached.pull(child.id, 0, ""),
        lambda: reached.held_ids(child.id),
        lambda: reached.file_state(child.id, "a" * 64),
        lambda: reached.file_piece(child.id, "a" * 64, 0),
        lambda: reached.sealing_keys(child.id),
        lambda: reached.grants(child.id),
    ):
        with pytest.raises(HubRefused):
            ask()
    reached.close()


def test_that_what_was_refused_is_sent_once_the_child_is_ones_own_to_write(
    hub: TeamHub, ann: MadeUpLaptop, ben: MadeUpLaptop
) -> None:
    child = a_child()
    ann.put(child)
    ann.sync()
    review = a_review(child)
    ben.put(child, review)
    ben.sync()
    assert sync_state(ben.uow).refused == 2
    cover(hub, child.id, "Ben Made-up")
    report = ben.sync()
    assert (report.refused, report.is_whole) == (0, True)
    ann.sync()
    assert ann.find(review) == review
    assert sync_state(ben.uow).refused == 0


def test_that_a_cover_that_ended_takes_the_copy_away_and_drops_no_word(
    hub: TeamHub, ann: MadeUpLaptop, ben: MadeUpLaptop, manager: MadeUpLaptop
) -> None:
    child, own = a_child(), a_child("M-2")
    ann.put(child)
    ann.sync()
    cover(hub, child.id, "Ben Made-up")
    ben.put(own)
    ben.sync()
    assert ben.find(child) == child
    review = a_review(child, planned_at="written too late")
    ben.put(review)
    end_access(hub, child.id, "Ben Made-up")
    report = ben.sync()
    assert report.wiped == (child.id,)
    assert report.quarantined == 1
    assert ben.find(child) is None
    assert ben.find(review) is None
    assert ben.revisions(child.id, review.id) == []
    assert ben.find(own) == own
    assert hub.ask("SELECT wiped_at FROM hub.copy WHERE wiped_at IS NOT NULL")
    _release(manager)
    ann.sync()
    assert ann.find(review) == review


def test_that_a_copy_stays_while_the_hub_does_not_answer(
    hub: TeamHub, ann: MadeUpLaptop, ben: MadeUpLaptop
) -> None:
    child = a_child()
    ann.put(child)
    ann.sync()
    cover(hub, child.id, "Ben Made-up")
    ben.sync()
    end_access(hub, child.id, "Ben Made-up")
    hub.stop()
    with pytest.raises(Exception, match="HubAway"):
        ben.sync()
    assert ben.find(child) == child
    hub.start()
    ben.sync()
    assert ben.find(child) is None


def test_that_someone_deactivated_with_unsent_work_hands_it_over(
    hub: TeamHub, ann: MadeUpLaptop, manager: MadeUpLaptop, new_laptop: NewLaptop
) -> None:
    child = a_child()
    ann.put(child)
    ann.sync()
    review, fresh = a_review(child), a_child("M-3")
    ann.put(review, fresh)
    with hub.office() as office:
        office.deactivate(hub.people["Ann Made-up"])
    report = ann.sync()
    assert (report.ended, report.quarantined) == ("deactivated", 2)
    assert set(report.wiped) == {child.id, fresh.id}
    with ann.uow() as uow:
        assert uow.children.all() == []
    assert sync_state(ann.uow).signed_out
    assert len(hub.held(child.id)) == 1
    _release(manager)
    manager.sync()
    assert manager.find(review) == review


def test_that_a_revoked_laptop_hands_over_and_wipes_itself(
    hub: TeamHub, ann: MadeUpLaptop, anns_other: MadeUpLaptop
) -> None:
    child = a_child()
    ann.put(child)
    ann.sync()
    anns_other.sync()
    ann.put(a_review(child))
    with hub.office() as office:
        office.revoke(ann.setting("device"))
    report = ann.sync()
    assert (report.ended, report.quarantined, report.wiped) == ("revoked", 1, (child.id,))
    ann.start_again()
    with ann.uow() as uow:
        assert uow.children.all() == []
    assert anns_other.sync().is_whole
    assert anns_other.find(child) == child
    with pytest.raises(SignedOut):
        ann.sync()


def test_that_what_the_hub_can_not_keep_aside_is_not_wiped(hub: TeamHub, ann: MadeUpLaptop) -> None:
    child = a_child()
    ann.put(child)
    ann.sync()
    review = a_review(child)
    ann.put(review)
    with hub.database.connect() as connection:
        connection.execute(
            "CREATE OR REPLACE FUNCTION hub.bytes_aside(p_device text) RETURNS bigint"
            " LANGUAGE sql STABLE AS 'SELECT 256 * 1024 * 1024::bigint'"
        )
    with hub.office() as office:
        office.revoke(ann.setting("device"))
    report = ann.sync()
    assert (report.refused, report.wiped) == (1, ())
    assert ann.find(review) == review


def test_that_a_token_of_nobody_wipes_nothing(hub: TeamHub, ann: MadeUpLaptop) -> None:
    child = a_child()
    ann.put(child)
    ann.sync()
    with ann.uow() as uow:
        uow.settings.set("hub_token", "of-nobody")
    with pytest.raises(SignedOut):
        ann.sync()
    assert ann.find(child) == child
    assert sync_state(ann.uow).signed_out


def test_that_only_the_manager_decides_about_the_quarantine(
    hub: TeamHub, ann: MadeUpLaptop, ben: MadeUpLaptop, manager: MadeUpLaptop
) -> None:
    child = a_child()
    ann.put(child)
    ann.sync()
    cover(hub, child.id, "Ben Made-up")
    ben.sync()
    ben.put(a_review(child))
    end_access(hub, child.id, "Ben Made-up")
    ben.sync()
    reached = ann.reach()
    with pytest.raises((HubRefused, AccessEnded)):
        quarantine.release(reached, _waiting(manager), "Because I say so.")
    reached.close()
    reached = manager.reach()
    quarantine.set_aside(reached, _waiting(manager), "Written about another child.")
    assert quarantine.waiting_for_decision(reached) == ()
    reached.close()
    assert len(hub.held(child.id)) == 1


def _waiting(manager: MadeUpLaptop) -> str:
    reached = manager.reach()
    bundle = quarantine.waiting_for_decision(reached)[0].bundle
    reached.close()
    return bundle


def _release(manager: MadeUpLaptop) -> None:
    reached = manager.reach()
    waiting = quarantine.waiting_for_decision(reached)
    assert waiting
    for each in waiting:
        quarantine.release(reached, each.bundle, "It belongs to the record.")
    reached.close()


def test_that_a_bundle_can_not_be_sent_under_a_name_that_was_used(
    hub: TeamHub, ann: MadeUpLaptop
) -> None:
    child = a_child()
    ann.put(child)
    ann.sync()
    (name,) = (str(each) for each in hub.ask("SELECT id FROM hub.bundle"))
    reached = ann.reach()
    page = reached.pull(child.id, 0, "")
    changed = msgspec.structs.replace(
        page.revisions[0].revision, fields={**page.revisions[0].revision.fields, "known_as": "X"}
    )
    same_name = reached.push([Bundle(name, child.id, (changed,))]).bundles[0]
    other_name = reached.push([Bundle(child.id, child.id, (changed,))]).bundles[0]
    reached.close()
    assert (same_name.outcome, same_name.why) == ("refused", "other_bundle")
    assert (other_name.outcome, other_name.why) == ("refused", "different_content")
