"""What is shown of two versions, what may be chosen, and what a choice makes of the thing."""

import datetime as dt

import pytest

from iro_desktop.domain.conflicts import Conflict, ConflictCause, FieldInConflict, Side
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId, RevisionId
from iro_desktop.sync.rules import Rules
from iro_desktop.ui.sync.conflicts.settling import (
    Both,
    Third,
    Version,
    as_closed,
    keep_side,
    settlement_of,
)
from iro_desktop.ui.sync.conflicts.wording import ConflictWords

NOW = dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC)


def side(name: str, *, is_mine: bool = False, withdrawn: bool = False, **fields: object) -> Side:
    return Side(RevisionId(name), name, f"of {name}", name, NOW, dict(fields), withdrawn, is_mine)


def conflict(
    kind: str,
    *sides: Side,
    disputed: tuple[FieldInConflict, ...] = (),
    cause: ConflictCause = ConflictCause.BOTH_CHANGED,
    **merged: object,
) -> Conflict:
    return Conflict(
        EntityId("thing"), ChildId("ash"), ReviewId("r"), kind, cause, sides, disputed, merged
    )


def words(of: Conflict) -> ConflictWords:
    return ConflictWords(of, NOW, Rules())


DECISION = conflict(
    "decision",
    side("Amina", is_mine=True, what="See Grandad weekly.", owner="Carer", due_on="2026-12-01"),
    side("Ben", what="See Grandad each month.", owner="Carer", due_on="2026-12-01"),
    disputed=(
        FieldInConflict("what", "See Grandad.", ("See Grandad weekly.", "See Grandad each month.")),
    ),
    owner="Carer",
    due_on="2026-12-01",
    by_when="",
    position=0,
)
VIEW = conflict(
    "view",
    side("Amina", is_mine=True, words="I like it here.", sharing="everyone"),
    side("Ben", words="I like it here now.", sharing="nobody"),
    disputed=(
        FieldInConflict("words", "I like it.", ("I like it here.", "I like it here now.")),
        FieldInConflict("sharing", "not_asked", ("everyone", "nobody")),
    ),
    about="Home",
)


def test_that_prose_may_stand_one_way_the_other_both_or_in_other_words() -> None:
    (part,) = words(DECISION).parts()
    assert [offer.value for offer in part.offers] == ["side0", "side1", "both", "third"]
    assert part.offers[0].words.startswith("Keep mine")
    assert part.offers[1].words.startswith("Keep what Ben wrote")
    (field,) = part.fields
    assert field.label == "What"
    assert field.before == "See Grandad."
    assert [version.said_differences for version in field.versions] == [
        ("weekly",),
        ("each month",),
    ]


def test_that_what_nobody_disputes_is_shown_and_stands() -> None:
    assert words(DECISION).merged() == (
        ("Who does it", "Carer"),
        ("By which day", "1 December 2026"),
    )


@pytest.mark.parametrize(
    ("chosen", "what"),
    [
        (Version(0), "See Grandad weekly."),
        (Version(1), "See Grandad each month."),
        (Both(), "See Grandad weekly.\n\nSee Grandad each month."),
        (Third("See Grandad twice a month."), "See Grandad twice a month."),
    ],
)
def test_that_a_choice_makes_the_whole_thing(chosen: Version | Both | Third, what: str) -> None:
    settled = settlement_of(DECISION, {"what": chosen})
    assert settled.fields == {
        "what": what,
        "owner": "Carer",
        "due_on": "2026-12-01",
        "by_when": "",
        "position": 0,
    }
    assert not settled.withdrawn


def test_that_a_childs_words_are_quoted_and_go_with_whom_they_were_to_be_told() -> None:
    (part,) = words(VIEW).parts()
    assert part.names == ("words", "sharing")
    assert part.fields[0].versions[0].words == "“I like it here.”"
    assert [offer.value for offer in part.offers] == ["side0", "side1"]


def test_that_words_said_are_never_offered_to_be_written_anew() -> None:
    reply = conflict(
        "childs_reply",
        side("Amina", is_mine=True, words="Thank you"),
        side("Ben", words="Thanks"),
        disputed=(FieldInConflict("words", None, ("Thank you", "Thanks")),),
    )
    (part,) = words(reply).parts()
    assert [offer.value for offer in part.offers] == ["side0", "side1", "both"]
    assert part.fields[0].before == ""
    assert settlement_of(reply, {"words": Both()}).fields == {"words": "Thank you\n\nThanks"}


def test_that_of_a_day_one_or_the_other_stands() -> None:
    day = conflict(
        "happening",
        side("Amina", is_mine=True, on="2026-11-01"),
        side("Ben", on="2026-11-02"),
        disputed=(FieldInConflict("on", None, ("2026-11-01", "2026-11-02")),),
    )
    (part,) = words(day).parts()
    assert [offer.value for offer in part.offers] == ["side0", "side1"]
    assert part.fields[0].versions[1].words == "2 November 2026"


def test_that_of_a_thing_taken_away_one_whole_version_stands() -> None:
    torn = conflict(
        "decision",
        side("Amina", is_mine=True, what="See Grandad."),
        side("Ben", what="See Grandad.", withdrawn=True),
        cause=ConflictCause.TAKEN_AWAY_AND_CHANGED,
    )
    keep, take_away = words(torn).whole_offers()
    assert keep.words.startswith("Keep it as I changed it")
    assert take_away.words.startswith("Take it away, as Ben did")
    assert words(torn).merged() == ()
    assert keep_side(torn, 1).withdrawn
    assert keep_side(torn, 0).fields == {"what": "See Grandad."}


AFTER = conflict(
    "decision",
    side("Closed", what="See Grandad.", due_on=None),
    side("Ben", what="See Grandad and Gran.", due_on="2026-12-01"),
    cause=ConflictCause.AFTER_CLOSING,
)


def test_that_what_came_after_closing_may_be_an_addendum_in_words_that_are_shown() -> None:
    wording = words(AFTER)
    assert [offer.value for offer in wording.whole_offers()] == ["addendum", "leave_out"]
    assert wording.sides()[0].whose == "As it was closed"
    addendum = wording.addendum()
    assert "What: See Grandad and Gran." in addendum
    assert "By which day: 1 December 2026" in addendum


def test_that_what_only_a_newer_program_knows_goes_into_the_addendum() -> None:
    sides = (side("Closed", what="A"), side("Ben", what="A", sung="La la la.", beats=False))
    addendum = words(conflict("decision", *sides, cause=ConflictCause.AFTER_CLOSING)).addendum()
    assert "Other: La la la." in addendum
    assert addendum.count("Other") == 1


def test_that_a_closed_record_stands_as_it_was_whatever_is_decided() -> None:
    for settled in (as_closed(AFTER), as_closed(AFTER, "More")):
        assert settled.fields == {"what": "See Grandad.", "due_on": None}
    assert as_closed(AFTER, "More").addendum == "More"


def test_that_who_sent_a_version_is_said_where_another_wrote_it() -> None:
    carried = Side(RevisionId("x"), "Cem", "d", "Ben", NOW, {"what": "A"}, False, False)
    (other, _) = words(conflict("decision", carried, DECISION.sides[0])).sides()
    assert other.whose == "Cem"
    assert other.details[0] == "sent by Ben"
