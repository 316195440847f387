"""Taking back: after any run of edits the record is again what it was, and doing again as well."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from iro_desktop.domain.child import Child
from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.review import Review
from iro_desktop.domain.review_record import ReviewRecord, Signatory
from iro_desktop.form_engine.definition import Form
from iro_desktop.services.agenda import new_item
from iro_desktop.ui.review.chairing.undo_words import taken_back
from iro_desktop.ui.review.in_hand import ReviewInHand

CHILD, REVIEW = ChildId("rowan"), Review(id=ReviewId("review"), child_id=ChildId("rowan"))
FORM = Form("none", 1, "None", (), ())


def _decision(name: str, position: int, what: str = "") -> Decision:
    return Decision(
        id=EntityId(name), child_id=CHILD, review_id=REVIEW.id, what=what, position=position
    )


class _InHand(ReviewInHand):
    """A review with two decisions and an agenda of three."""

    def __init__(self) -> None:
        super().__init__()
        self._record = ReviewRecord(
            child=Child(id=CHILD, number="7", date_of_birth=dt.date(2014, 1, 1)),
            review=REVIEW,
            iro=Signatory(name="Made-up Officer"),
            decisions=(_decision("a", 0, "Swim"), _decision("b", 1, "Sleep")),
            last_decisions=(_decision("old", 0, "See Gran"),),
            agenda_items=tuple(
                replace(new_item(REVIEW, place), id=EntityId(f"item-{place}")) for place in range(3)
            ),
        )

    def state(self) -> object:
        answers = {key: value for key, value in self.answers.values.items() if value is not None}
        return replace(self.record, answers=()), answers


_WORDS = st.sampled_from(["", "Swim", "Sleep well", "See Gran"])
_NAMES = st.sampled_from(["a", "b", "c", "d"])
_EDITS = st.one_of(
    st.tuples(st.just("answer"), st.sampled_from(["q", "r"]), _WORDS),
    st.tuples(st.just("put"), _NAMES, _WORDS),
    st.tuples(st.just("owner"), _NAMES, _WORDS),
    st.tuples(st.just("remove"), _NAMES, st.just("")),
    st.tuples(st.just("look back"), st.just(""), st.sampled_from([str(one) for one in Kept])),
    st.tuples(st.just("move"), st.sampled_from(["0", "1", "2"]), st.just("")),
    st.tuples(st.just("leave"), st.just(""), st.just("")),
)


def _do(hand: _InHand, kind: str, name: str, words: str) -> None:
    match kind:
        case "answer":
            hand.answer(name, "", words)
        case "put" | "owner" | "remove":
            _decide(hand, kind, name, words)
        case "look back":
            hand.look_back(replace(hand.record.last_decisions[0], kept=Kept(words)))
        case "move":
            with hand.stack.together():
                first, other = hand.record.agenda_items[0], hand.record.agenda_items[int(name)]
                hand.change(replace(first, position=other.position))
                hand.change(replace(other, position=first.position))
        case _:
            hand.stack.seal()


def _decide(hand: _InHand, kind: str, name: str, words: str) -> None:
    position = "abcd".index(name)
    found = next((one for one in hand.record.decisions if one.id == name), None)
    decision = found or _decision(name, position)
    if kind == "remove":
        hand.remove(decision)
    elif kind == "put":
        hand.change(replace(decision, what=words))
    else:
        hand.change(replace(decision, owner=words))


def _until_nothing_is_left(step: Callable[[], object]) -> int:
    count = 0
    while step():
        count += 1
    return count


@settings(max_examples=60)
@given(st.lists(_EDITS, max_size=12))
def test_that_any_run_of_edits_is_taken_back_and_done_again(
    edits: list[tuple[str, str, str]],
) -> None:
    hand = _InHand()
    before = hand.state()
    for edit in edits:
        _do(hand, *edit)
    after = hand.state()
    taken = _until_nothing_is_left(hand.undo)
    assert hand.state() == before
    assert _until_nothing_is_left(hand.redo) == taken
    assert hand.state() == after


def test_that_typing_in_one_field_is_one_step_until_it_is_left() -> None:
    hand = _InHand()
    for words in ("S", "Sw", "Swi"):
        hand.answer("q", "", words)
    hand.stack.seal()
    hand.answer("q", "", "Swim")
    hand.undo()
    assert hand.answers.text("q") == "Swi"
    hand.undo()
    assert hand.answers.text("q") == ""
    assert hand.undo() == ()


def test_that_what_was_changed_elsewhere_since_is_not_overwritten() -> None:
    hand = _InHand()
    hand.change(_decision("a", 0, "Swim on Fridays"))
    hand._put(_decision("a", 0, "Changed by another screen"))
    assert hand.undo() == ()
    assert hand.record.decisions[0].what == "Changed by another screen"


def test_that_each_review_has_steps_of_its_own() -> None:
    hand = _InHand()
    hand.answer("q", "", "Swim")
    first = hand.review
    hand.change_review(replace(first, id=ReviewId("sister")))
    assert hand.undo() == ()
    hand.change_review(first)
    assert len(hand.undo()) == 1


def test_that_it_is_said_what_was_taken_back() -> None:
    hand = _InHand()
    hand.remove(hand.record.decisions[0])
    assert taken_back(hand.undo(), FORM) == "Taken back: a decision"
