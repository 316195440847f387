"""An offer goes where its words stand, and nowhere else."""

from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.plain_words.remarks import Reason, Remark, Rule
from iro_desktop.plain_words.taking_offers import Replacement, taking


def remark_on(text: str, words: str, rule: Rule = Rule.JARGON) -> Remark:
    start = text.index(words)
    return Remark(start, start + len(words), rule, Reason.SERVICES_WORD, words)


def taken(text: str, words: str, offer: str, rule: Rule = Rule.JARGON) -> str:
    change = taking(text, remark_on(text, words, rule), offer)
    assert change is not None
    return text[: change.start] + change.words + text[change.end :]


def test_that_an_offer_takes_the_place_of_the_words() -> None:
    text = "You like contact with Mum."
    assert taken(text, "contact", "seeing her") == "You like seeing her with Mum."


def test_that_a_sentence_still_begins_with_a_capital() -> None:
    text = "Yes. “Placement” is a word."
    assert taken(text, "Placement", "home") == "Yes. “Home” is a word."


def test_that_a_name_within_a_sentence_gives_its_capital_to_nobody() -> None:
    assert taken("I think Wren swims.", "Wren", "you") == "I think you swims."


def test_that_small_letters_stay_small_where_a_sentence_begins_so() -> None:
    assert taken("placement is home.", "placement", "home") == "home is home."


def test_that_an_explanation_follows_the_sentence_of_the_hard_word() -> None:
    text = "There is an assessment soon. Sam will come.\nBye."
    said = taken(text, "assessment", "That means finding out.", Rule.HARD_WORD)
    assert said == "There is an assessment soon. That means finding out. Sam will come.\nBye."


def test_that_nothing_is_taken_where_the_text_says_something_else_by_now() -> None:
    remark = remark_on("You like contact.", "contact")
    assert taking("You love contact.", remark, "seeing Mum") == Replacement(9, 16, "seeing Mum")
    assert taking("I like contact.", remark, "seeing Mum") is None


@given(st.text(), st.text(min_size=1), st.text(), st.text(min_size=1))
def test_that_nothing_around_the_words_changes(
    before: str, words: str, after: str, offer: str
) -> None:
    text = before + words + after
    remark = Remark(len(before), len(before) + len(words), Rule.BLAME, Reason.BLAMES, words)
    change = taking(text, remark, offer)
    assert change is not None
    assert (change.start, change.end) == (remark.start, remark.end)
    assert change.words.casefold() == offer.casefold()
