"""Words for what travels: every field has a name, values read as people read them."""

import dataclasses
import datetime as dt

import pytest

from iro_desktop.form_engine.definition import Kind, Option, Question
from iro_desktop.services.ledger_port import RecordState
from iro_desktop.services.syncing.whole_round import SyncState
from iro_desktop.store.kinds import KINDS
from iro_desktop.ui.sync.conflicts.differences import differing
from iro_desktop.ui.sync.conflicts.field_words import field_in_words
from iro_desktop.ui.sync.conflicts.kind_words import kind_in_words
from iro_desktop.ui.sync.conflicts.values import value_in_words
from iro_desktop.ui.sync.standing import Progress, Reach, Standing, short_words
from iro_desktop.ui.sync.words import moment_in_words, state_in_words, why_refused

NOW = dt.datetime(2026, 11, 22, 10, 42, tzinfo=dt.UTC)
QUIET = SyncState(
    enrolled=True,
    person="Amina Made-up",
    hub_title="Made-up Council",
    last=NOW,
    waiting=0,
    refused=0,
    conflicts=0,
    signed_out=False,
)
UNDISPUTED = {"closing_seal"}  # C: it is brought together by itself, always


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name not in UNDISPUTED])
def test_that_every_kind_and_every_field_of_it_has_a_name(kind: object) -> None:
    name = kind.name  # type: ignore[attr-defined]  # KINDS are of many kinds
    assert kind_in_words(name) != "Part of the record"
    unnamed = [
        field.name
        for field in dataclasses.fields(kind.entity)  # type: ignore[attr-defined]  # as above
        if field_in_words(name, field.name) == "Other"
    ]
    assert unnamed == []


@pytest.mark.parametrize(
    ("kind", "field", "value", "words"),
    [
        ("decision", "due_on", "2026-12-01", "1 December 2026"),
        ("review", "starts_at", "14:30:00", "14:30"),
        ("participant", "invited", True, "Yes"),
        ("participant", "role", "social_worker", "Social worker"),
        ("review", "kind", "looked_after", "Looked-after review"),
        ("important_person", "languages", ["Polish", "English"], "Polish\nEnglish"),
        ("view", "sharing", "nobody", "Nobody: printed nowhere"),
        ("decision", "by_when", "", "(nothing)"),
        ("decision", "due_on", None, "(nothing)"),
        ("sdq_score", "total", 18, "18"),
        ("participant", "role", "of a later version", "of a later version"),
        ("decision", "what", "Ring on 2026-12-01", "Ring on 2026-12-01"),
        ("kept_picture", "image", "aGk=", "A drawing or picture"),
    ],
)
def test_that_a_value_is_said_as_people_read_it(
    kind: str, field: str, value: object, words: str
) -> None:
    assert value_in_words(kind, field, value) == words


@pytest.mark.parametrize(
    ("question", "value", "words"),
    [
        (
            Question("q", Kind.CHOICE, "Where?", options=(Option("home", "At home"),)),
            "home",
            "At home",
        ),
        (Question("q", Kind.CHOICES, "W?", options=(Option("a", "One"),)), ["a", "b"], "One\nb"),
        (Question("q", Kind.DATE, "When?"), "2026-12-01", "1 December 2026"),
        (Question("q", Kind.YES_NO, "Is it?"), False, "No"),
        (Question("q", Kind.DRAWING, "Draw it"), "[[1,2]]", "A drawing or picture"),
    ],
)
def test_that_an_answer_is_said_as_its_question_offers_it(
    question: Question, value: object, words: str
) -> None:
    assert value_in_words("answer", "value", value, question) == words


def test_that_differences_are_whole_words() -> None:
    text, other = "He will not continue at school.", "He will continue as planned at school."
    assert [text[start:end].strip() for start, end in differing(text, [other])] == ["not"]
    assert [other[start:end].strip() for start, end in differing(other, [text])] == ["as planned"]


def test_that_a_date_that_moved_is_marked_and_the_rest_is_not() -> None:
    text = "See Dr Made-up on 4 May."
    assert [text[start:end] for start, end in differing(text, ["See Dr Made-up on 11 May."])] == [
        "4"
    ]


def test_that_very_long_texts_are_marked_without_making_anyone_wait() -> None:
    text = "one two three. " * 3_000
    assert differing(text, [f"{text}x"]) == ((0, len(text)),)
    assert differing(text, [text]) == ()


@pytest.mark.parametrize("state", RecordState)
def test_that_each_state_has_a_word_an_icon_and_a_sentence_of_its_own(state: RecordState) -> None:
    said = state_in_words(state)
    others = [state_in_words(other) for other in RecordState if other is not state]
    assert said.word not in {other.word for other in others}
    assert said.icon not in {other.icon for other in others}
    assert said.sentence.endswith(".")


def test_that_a_refusal_of_a_later_hub_is_said_with_what_helps() -> None:
    assert "odd" in why_refused("odd").why
    assert why_refused("odd").what_helps


def test_that_a_moment_of_another_day_is_said_with_its_day() -> None:
    before = NOW - dt.timedelta(days=3)
    assert moment_in_words(before, NOW).startswith("19 Nov 2026")
    assert "Nov" not in moment_in_words(NOW, NOW)


@pytest.mark.parametrize(
    ("state", "reach", "running", "words"),
    [
        ({}, Reach.ANSWERED, None, "All sent"),
        ({"waiting": 3}, Reach.ANSWERED, None, "3 waiting"),
        ({"waiting": 3}, Reach.AWAY, None, "Hub away: kept here"),
        ({"waiting": 3, "conflicts": 1, "refused": 1}, Reach.AWAY, None, "2 need you"),
        ({"conflicts": 2}, Reach.SIGNED_OUT, None, "Sign in again"),
        ({"signed_out": True}, Reach.UNTRIED, None, "Sign in again"),
        ({"last": None}, Reach.UNTRIED, None, "Not synced yet"),
        ({"conflicts": 2}, Reach.ANSWERED, Progress(), "Syncing…"),
    ],
)
def test_that_the_foot_of_the_rail_says_first_what_matters_most(
    state: dict[str, object], reach: Reach, running: Progress | None, words: str
) -> None:
    standing = Standing(dataclasses.replace(QUIET, **state), reach, NOW, running)  # type: ignore[arg-type]  # fields by name
    assert short_words(standing).words.startswith(words)
    assert short_words(standing).sentence
