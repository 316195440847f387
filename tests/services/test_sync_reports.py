"""What a round did, in words for whoever sits there."""

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.i18n import Translator
from iro_desktop.services.syncing.reports import (
    Note,
    RoundReport,
    Tally,
    in_words,
    step_in_words,
)
from iro_desktop.services.syncing.rounds import Step

TR = Translator()


def test_that_a_round_without_news_says_so() -> None:
    assert in_words(RoundReport(), TR) == ("Nothing was new on either side.",)


def test_that_one_is_one_and_two_are_two() -> None:
    said = in_words(RoundReport(sent=1, received=2), TR)
    assert said == ("1 change was sent.", "2 changes were received.")


def test_that_what_needs_someone_comes_first() -> None:
    said = in_words(RoundReport(sent=3, conflicts=("e1",), refused=1), TR)
    assert "waits for you to decide" in said[0]
    assert "kept here" in said[1]
    assert said[2] == "3 changes were sent."


def test_that_every_note_every_end_and_every_step_has_words() -> None:
    assert len(in_words(RoundReport(notes=tuple(Note)), TR)) == len(Note)
    for code in ("revoked", "deactivated", "of a newer hub"):
        assert "handed over first" in in_words(RoundReport(ended=code), TR)[0]
    assert all(step_in_words(step, TR) for step in Step)
    assert step_in_words("", TR) == ""


def test_that_no_child_is_named() -> None:
    report = RoundReport(wiped=(ChildId("c-1"),), children_received=frozenset({ChildId("c-1")}))
    assert "c-1" not in "".join(in_words(report, TR))


def test_that_what_a_turn_left_over_is_forgotten_by_the_next() -> None:
    tally = Tally(left_over=True)
    tally.note(Note.FILES_WAITING)
    tally.note(Note.SETTINGS)
    tally.begin_turn()
    assert tally.report(()).is_whole
    assert tally.report(()).notes == (Note.SETTINGS,)
