"""Bundles are taken whole or not at all, once, in order, and only from who may."""

import hashlib
import json
import threading
from collections.abc import Callable, Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_service import Caller, MadeUpService, bundle, bundle_of, new, revision

from iro_hub.database import calls, checks


def test_that_a_bundle_is_numbered_from_one_and_read_back_as_it_was_sent(
    service: MadeUpService,
) -> None:
    iro = service.someone("iro", "Made-up Officer")
    child = new()
    sent = bundle(iro, child, 3)
    (outcome,) = service.push(iro, sent)
    assert (outcome.outcome, outcome.first_seq, outcome.last_seq) == ("accepted", 1, 3)
    assert outcome.chain_before == ""
    page = service.page(iro, child)
    assert [one["seq"] for one in page["revisions"]] == [1, 2, 3]
    assert [one["revision"] for one in page["revisions"]] == [json.loads(t) for t in sent.revisions]
    assert {(one["by"], one["by_name"], one["from_device"]) for one in page["revisions"]} == {
        (iro.person, "Made-up Officer", iro.device)
    }
    assert (page["chain"], page["last_seq"], page["more"]) == (outcome.chain, 3, False)


def test_that_the_same_bundle_twice_changes_nothing(service: MadeUpService) -> None:
    iro = service.someone("iro")
    sent = bundle(iro, new(), 2)
    first = service.push(iro, sent)
    assert service.push(iro, sent) == first
    assert service.push(iro, sent, sent) == (*first, *first)


def test_that_a_bundle_with_some_that_are_held_adds_only_the_others(service: MadeUpService) -> None:
    iro = service.someone("iro")
    child = new()
    held, more = revision(iro, child), revision(iro, child)
    service.push(iro, bundle_of(child, held))
    (outcome,) = service.push(iro, bundle_of(child, held, more))
    assert (outcome.outcome, outcome.first_seq, outcome.last_seq) == ("accepted", 0, 2)
    (again,) = service.push(iro, bundle_of(child, held, more))
    assert (again.outcome, again.last_seq, again.chain) == ("accepted", 2, outcome.chain)


def test_that_a_thing_of_another_child_is_nothing_of_this_one(service: MadeUpService) -> None:
    amina, ben = service.someone("iro"), service.someone("iro")
    thing = new()
    amina_s, ben_s = service.child_of(amina), service.child_of(ben)
    service.push(amina, bundle_of(amina_s, revision(amina, amina_s, entity=thing)))
    (outcome,) = service.push(ben, bundle_of(ben_s, revision(ben, ben_s, entity=thing)))
    assert (outcome.outcome, outcome.why) == ("refused", "malformed")
    (outcome,) = service.push(amina, bundle_of(amina_s, revision(amina, amina_s, entity=thing)))
    assert outcome.outcome == "accepted"


def test_that_different_content_under_one_id_is_refused(service: MadeUpService) -> None:
    iro = service.someone("iro")
    child, one = new(), new()
    service.push(iro, bundle_of(child, revision(iro, child, id=one)))
    other = bundle_of(child, revision(iro, child), revision(iro, child, id=one, kind="view"))
    elsewhere = new()
    outcomes = service.push(iro, other, bundle_of(elsewhere, revision(iro, elsewhere, id=one)))
    assert [(o.outcome, o.why) for o in outcomes] == [("refused", "different_content")] * 2
    assert len(service.page(iro, child)["revisions"]) == 1


def test_that_other_words_under_a_bundles_name_are_refused(service: MadeUpService) -> None:
    iro = service.someone("iro")
    sent = bundle(iro, new())
    service.push(iro, sent)
    changed = calls.BundleTexts(sent.id, sent.child, False, [revision(iro, sent.child)])
    (outcome,) = service.push(iro, changed)
    assert (outcome.outcome, outcome.why) == ("refused", "other_bundle")


def test_that_a_bundle_sent_again_as_carried_is_still_the_one_that_is_held(
    service: MadeUpService,
) -> None:
    iro = service.someone("iro")
    sent = bundle(iro, new())
    (first,) = service.push(iro, sent)
    restored = service.laptop(iro.person, iro.name)
    again = calls.BundleTexts(sent.id, sent.child, carried=True, revisions=sent.revisions)
    assert service.push(restored, again) == (first,)


def test_that_a_forged_author_or_device_is_refused_and_one_carried_is_marked(
    service: MadeUpService,
) -> None:
    iro = service.someone("iro")
    child = service.child_of(iro)
    forged = [
        bundle(iro, child, author="Somebody Else"),
        bundle(iro, child, device=new()),
        bundle(iro, child, author=""),
        bundle(iro, child, author="", device=""),
        bundle(iro, child, author="", device="", parents=[new()]),
    ]
    assert {o.why for o in service.push(iro, *forged)} == {"forged_author"}
    carried = bundle(iro, child, author="Somebody Else", carried=True)
    merge = bundle(iro, child, author="", device="", parents=[new(), new()])
    assert [o.outcome for o in service.push(iro, carried, merge)] == ["accepted"] * 2
    marks = [one["carried"] for one in service.page(iro, child)["revisions"]]
    assert marks == [False, True, False]


def test_that_words_written_under_a_former_name_are_no_forgery(service: MadeUpService) -> None:
    iro = service.someone("iro", "Before Marriage")
    child = service.child_of(iro)
    service.office.change_person(iro.person, name="After Marriage")
    outcomes = service.push(
        iro,
        bundle(iro, child),
        bundle(iro, child, author="After Marriage"),
    )
    assert [o.outcome for o in outcomes] == ["accepted", "accepted"]
    assert service.page(iro, child)["revisions"][-1]["by_name"] == "After Marriage"


def test_that_several_devices_may_make_one_sealed_merge(service: MadeUpService) -> None:
    iro = service.someone("iro")
    child = service.child_of(iro)
    merge = {"id": new(), "entity": "e", "parents": [new(), new()], "author": "", "device": ""}
    boxes = [
        bundle(iro, child, fields={}, sealed={"box": box, "keys": {}}, **merge) for box in "ab"
    ]
    other = bundle(iro, child, fields={"text": "open"}, **merge)
    outcomes = service.push(iro, *boxes, other)
    assert [o.why for o in outcomes] == ["", "", "different_content"]
    assert service.page(iro, child)["last_seq"] == 2


MALFORMED = {
    "not JSON": b"{",
    "not UTF-8": b'{"id": "\xff"}',
    "a list": b"[]",
    "no object": b"1",
    "a NUL": b'{"id": "a\\u0000"}',
    "a bare NUL": b'{"id": "a\x00"}',
    "half a pair": b'{"id": "\\ud800"}',
    "too deep": b"[" * 100_000,
}


@pytest.mark.parametrize("name", MALFORMED)
def test_that_what_is_no_revision_is_malformed_and_the_rest_is_still_tried(
    service: MadeUpService, name: str
) -> None:
    iro = service.someone("iro")
    child = new()
    outcomes = service.push(iro, bundle_of(child, MALFORMED[name]), bundle(iro, child))
    assert [(o.outcome, o.why) for o in outcomes] == [("refused", "malformed"), ("accepted", "")]


@pytest.mark.parametrize(
    "other",
    [
        {"id": "x"},
        {"id": None},
        {"id": "AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA"},
        {"child": "00000000-0000-4000-8000-000000000000"},
        {"review": "r"},
        {"entity": ""},
        {"entity": "e" * 201},
        {"kind": "Robert'); DROP TABLE"},
        {"kind": None},
        {"parents": "none"},
        {"parents": None},
        {"author": None},
        {"device": None},
        {"made_at": "tomorrow"},
        {"made_at": "2026-13-45T10:00:00Z"},
        {"fields": []},
        {"fields": None},
        {"withdrawn": "perhaps"},
    ],
    ids=str,
)
def test_that_a_revision_of_the_wrong_shape_is_malformed(
    service: MadeUpService, other: dict[str, object]
) -> None:
    iro = service.someone("iro")
    outcomes = service.push(iro, bundle(iro, new(), **other))
    assert [(o.outcome, o.why) for o in outcomes] == [("refused", "malformed")]


def test_that_bundles_are_bounded(service: MadeUpService) -> None:
    iro = service.someone("iro")
    child = new()
    large = [revision(iro, child, fields={"text": "x" * 1_500_000}) for _ in range(3)]
    twice = revision(iro, child)
    outcomes = service.push(
        iro,
        bundle(iro, child, 101),
        bundle_of(child, *large),
        bundle_of(child),
        bundle_of(child, twice, twice),
        calls.BundleTexts("x", child, False, [revision(iro, child)]),
        calls.BundleTexts(new(), "\x00", False, [revision(iro, child)]),
    )
    assert [o.why for o in outcomes] == ["too_many", "too_many", *["malformed"] * 4]


def test_that_another_iros_child_is_not_mine_to_write(service: MadeUpService) -> None:
    mine, theirs = service.someone("iro"), service.someone("iro")
    child = service.child_of(theirs)
    (outcome,) = service.push(mine, bundle(mine, child))
    assert (outcome.outcome, outcome.why) == ("refused", "not_yours")


def test_that_two_writers_at_once_leave_no_gap_and_a_sound_chain(service: MadeUpService) -> None:
    iro = service.someone("iro", "Made-up Officer")
    other = service.laptop(iro.person, iro.name)
    child = service.child_of(iro)
    firsts: list[int] = []

    def write(caller: Caller) -> None:
        for _ in range(8):
            (outcome,) = service.push(caller, bundle(caller, child, 3))
            firsts.append(outcome.first_seq)

    _at_once([lambda: write(iro), lambda: write(other)])
    assert sorted(firsts) == list(range(2, 50, 3))
    seqs = [one["seq"] for one in service.page(iro, child)["revisions"]]
    assert seqs == list(range(1, 50))
    assert checks.verify(service.database.owner) == ()


def test_that_pushes_of_several_children_in_opposite_orders_never_wait_in_a_ring(
    service: MadeUpService,
) -> None:
    iro = service.someone("iro", "Made-up Officer")
    other = service.laptop(iro.person, iro.name)
    children = [service.child_of(iro) for _ in range(4)]
    outcomes: list[str] = []

    def write(caller: Caller, order: Sequence[str]) -> None:
        for _ in range(6):
            told = service.push(caller, *(bundle(caller, child) for child in order))
            outcomes.extend(o.outcome for o in told)

    _at_once([lambda: write(iro, children), lambda: write(other, children[::-1])])
    assert outcomes == ["accepted"] * 48
    assert [service.page(iro, child)["last_seq"] for child in children] == [13] * 4


def test_that_one_child_told_of_by_two_at_once_belongs_to_one_of_them(
    service: MadeUpService,
) -> None:
    callers = [service.someone("iro") for _ in range(2)]
    child = new()
    whys: list[str] = []
    _at_once(
        [
            lambda one=one: whys.append(service.push(one, bundle(one, child))[0].why)
            for one in callers
        ]
    )
    assert sorted(whys) == ["", "not_yours"]


HOSTILE = ["'; DROP TABLE hub.revision; --", '" OR 1=1', "$$", "\\'; --", "%s", "{}", "’"]


@pytest.mark.parametrize("text", HOSTILE)
def test_that_hostile_text_is_just_text(service: MadeUpService, text: str) -> None:
    iro = service.someone("iro", f"Officer {text}".replace("\x00", ""))
    child = service.child_of(iro)
    visible = text.replace("\x00", "")
    (outcome,) = service.push(
        iro, bundle(iro, child, fields={"text": visible}, entity=f"e{visible}")
    )
    assert outcome.outcome == "accepted"
    assert service.page(iro, child)["revisions"][-1]["revision"]["fields"]["text"] == visible
    assert service.page(iro, child)["revisions"][-1]["by_name"] == iro.name
    assert service.access(iro, child) == "own"


@settings(max_examples=12)
@given(
    sizes=st.lists(st.integers(1, 6), min_size=1, max_size=6),
    most=st.integers(1, 7),
    again=st.lists(st.integers(0, 5), max_size=3),
)
def test_that_pages_of_any_size_give_each_revision_once_and_the_same_chain(
    service: MadeUpService, sizes: list[int], most: int, again: list[int]
) -> None:
    iro = service.someone("iro")
    child = new()
    bundles = [bundle(iro, child, size) for size in sizes]
    service.push(iro, *bundles, *(bundles[place % len(bundles)] for place in again))
    sent = [text for one in bundles for text in one.revisions]
    after, chain, got = 0, "", []
    while True:
        page = service.page(iro, child, after, chain, most)
        got += [one["revision"]["id"] for one in page["revisions"]]
        after, chain = page["last_seq"], page["chain"]
        if not page["more"]:
            break
    assert got == [json.loads(text)["id"] for text in sent]
    held = json.loads(calls.held_ids(service.pools, iro.token, child))
    assert held == {
        "child": child,
        "ids": [[place, one] for place, one in enumerate(got, 1)],
        "chain": chain,
    }


def test_that_the_chain_is_what_the_rule_says(service: MadeUpService) -> None:
    iro = service.someone("iro")
    child = new()
    sent = bundle(iro, child, 2)
    (outcome,) = service.push(iro, sent)
    query = "SELECT hub.bundle_line(b) FROM hub.bundle b WHERE id = %s"
    (line,) = service.owner.execute(query, [sent.id]).fetchone() or ()
    chain = hashlib.sha256(line).digest()
    for text in sent.revisions:
        chain = hashlib.sha256(chain + hashlib.sha256(text).digest()).digest()
    assert outcome.chain == chain.hex()


def _at_once(jobs: Iterable[Callable[[], object]]) -> None:
    threads = [threading.Thread(target=job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
