import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.sync.sentences import MOST_PAIRS, merge_texts, sentences_of, text_of

BEFORE = (
    "Zorbelina is settled at Gable House. She sees her aunt every Saturday.\n\n"
    "The placement goes on until 4 May. School reports good attendance.\n\n"
    "Next review: 12 June.\n"
)
FIRST = "Zorbelina is settled at Gable House. She sees her aunt every Saturday."
SECOND = "The placement goes on until 4 May. School reports good attendance.\n\n"
LAST = "Next review: 12 June.\n"


def with_(old: str, new: str) -> str:
    assert old in BEFORE
    return BEFORE.replace(old, new)


A_PERSON_MUST_SEE = {
    "one word, two values": (with_("her aunt", "her uncle"), with_("her aunt", "her carers")),
    "one date, two values": (with_("4 May", "11 May"), with_("4 May", "24 May")),
    "a no against a yes": (with_("goes on", "does not go on"), with_("goes on", "goes on well")),
    "taken out against changed": (with_(SECOND, ""), with_("good attend", "poor attend")),
    "moved against changed": (
        f"{LAST}\n{with_(LAST, '')}",
        with_("12 June", "19 June"),
    ),
    "written anew by both": (
        with_(FIRST, "Zorbelina says she is unhappy."),
        with_(FIRST, "Zorbelina was not seen alone."),
    ),
    "both added at the end": (f"{BEFORE}The chair was told.\n", f"{BEFORE}The manager was told.\n"),
    "two sentences that touch": (
        with_("every Saturday", "every Sunday"),
        with_("Gable House", "Elm House"),
    ),
    "moved by one, taken out by the other": (
        f"{LAST}\n{with_(LAST, '')}",
        with_(LAST, ""),
    ),
    "the same put in two places": (f"It is agreed.\n{BEFORE}", f"{BEFORE}It is agreed.\n"),
}


@pytest.mark.parametrize("case", A_PERSON_MUST_SEE)
def test_that_a_person_sees_what_two_changed_in_one_place(case: str) -> None:
    ours, theirs = A_PERSON_MUST_SEE[case]
    assert merge_texts(BEFORE, ours, theirs) is None
    assert merge_texts(BEFORE, theirs, ours) is None


BOTH_GO_IN = {
    "different paragraphs": (
        with_("12 June", "19 June"),
        with_("is settled", "is well settled"),
        with_("12 June", "19 June").replace("is settled", "is well settled"),
    ),
    "the same change": (
        with_("4 May", "11 May"),
        with_("4 May", "11 May"),
        with_("4 May", "11 May"),
    ),
    "added at the end, and changed before the last sentence": (
        f"{BEFORE}The chair was told.\n",
        with_("good attend", "poor attend"),
        f"{with_('good attend', 'poor attend')}The chair was told.\n",
    ),
    "one at the start, one at the end": (
        f"A first word. {BEFORE}",
        f"{BEFORE}A last word.\n",
        f"A first word. {BEFORE}A last word.\n",
    ),
    "only space, and words elsewhere": (
        with_("\n\nThe placement", "\nThe placement"),
        with_("12 June", "19 June"),
        with_("\n\nThe placement", "\nThe placement").replace("12 June", "19 June"),
    ),
}


@pytest.mark.parametrize("case", BOTH_GO_IN)
def test_that_changes_apart_from_each_other_both_go_in(case: str) -> None:
    ours, theirs, together = BOTH_GO_IN[case]
    assert merge_texts(BEFORE, ours, theirs) == together
    assert merge_texts(BEFORE, theirs, ours) == together


def test_that_a_text_without_a_last_stop_or_space_takes_what_was_added_behind_it() -> None:
    assert merge_texts("One. Two. Three", "Won. Two. Three", "One. Two. Three\n\nFour") == (
        "Won. Two. Three\n\nFour"
    )


def test_that_a_sentence_ends_with_its_stop_and_the_space_behind_it() -> None:
    text = 'At 4.30 pm she said "No." Then: "Why?"  Nobody knew\n\n  「はい。」次。 Ende'
    assert [one.words for one in sentences_of(text)] == [
        'At 4.30 pm she said "No."',
        'Then: "Why?"',
        "Nobody knew",
        "「はい。」",
        "次。",
        "Ende",
    ]


WORDS = st.sampled_from(
    ["He swims.", "She reads!", "At 4.30 pm?", "Dr. Quill came.", "No", "「はい。」"]
)
SPACE = st.sampled_from([" ", "\n", "\n\n", "  ", ""])
SENTENCES = st.lists(st.tuples(WORDS, SPACE), max_size=9).map(
    lambda pairs: "".join(words + space for words, space in pairs)
)
ANY_TEXT = st.text(st.sampled_from("aB .!?\n\r\t\"'”。।4…"), max_size=40) | st.text(max_size=30)


@given(ANY_TEXT)
def test_that_pieces_put_together_are_the_text(text: str) -> None:
    assert text_of(sentences_of(text)) == text


@given(ANY_TEXT | SENTENCES, ANY_TEXT | SENTENCES)
def test_that_the_change_of_one_side_alone_stands_to_the_letter(before: str, after: str) -> None:
    assert merge_texts(before, after, before) == after
    assert merge_texts(before, before, after) == after
    assert merge_texts(before, after, after) == after


@given(SENTENCES, SENTENCES, SENTENCES)
def test_that_it_makes_no_difference_whose_text_is_called_ours(
    before: str, ours: str, theirs: str
) -> None:
    assert merge_texts(before, ours, theirs) == merge_texts(before, theirs, ours)


NUMBERED = [f"This is sentence {number}." for number in range(12)]
EDITS = st.lists(
    st.tuples(
        st.integers(0, len(NUMBERED) - 1), st.sampled_from(["drop", "change", "before", "after"])
    ),
    max_size=4,
)


def edited(edits: list[tuple[int, str]], who: str) -> tuple[str, set[str], set[int]]:
    """The text after edits, what was added, and which sentences are gone from it."""
    lines = {number: [words] for number, words in enumerate(NUMBERED)}
    added, gone = set[str](), set[int]()
    for serial, (number, edit) in enumerate(edits):
        new = f"{who} wrote line {serial}."
        if edit in {"drop", "change"} and number in gone:
            continue
        place = lines[number]
        if edit in {"drop", "change"}:
            place.remove(NUMBERED[number])
            gone.add(number)
        if edit != "drop":
            place.insert(0 if edit == "before" else len(place), new)
            added.add(new)
    return " ".join(words for place in lines.values() for words in place), added, gone


@given(EDITS, EDITS)
def test_that_nothing_one_side_added_or_took_out_is_lost_in_a_merge(
    our_edits: list[tuple[int, str]], their_edits: list[tuple[int, str]]
) -> None:
    ours, our_words, our_gone = edited(our_edits, "Ours")
    theirs, their_words, their_gone = edited(their_edits, "Theirs")
    merged = merge_texts(" ".join(NUMBERED), ours, theirs)
    if merged is None:
        return
    stands = {one.words for one in sentences_of(merged)}
    left = {words for place, words in enumerate(NUMBERED) if place not in our_gone | their_gone}
    assert stands == our_words | their_words | left


def test_that_changes_far_apart_do_merge() -> None:
    ours, added, _ = edited([(1, "change"), (3, "after")], "Ours")
    theirs, more, _ = edited([(7, "drop"), (10, "before")], "Theirs")
    merged = merge_texts(" ".join(NUMBERED), ours, theirs)
    assert merged is not None
    assert {one.words for one in sentences_of(merged)} >= added | more


def test_that_a_text_of_one_sentence_over_and_over_is_left_to_a_person() -> None:
    again = "Yes. " * (int(MOST_PAIRS**0.5) + 2)
    before, ours = f"One. {again}{again}Two.", f"Three. {again}{again}Four."
    assert merge_texts(before, ours, f"One. {again}Between. {again}Two.") is None
    again = "Yes. " * 9
    before, ours = f"One. {again}{again}Two.", f"Three. {again}{again}Four."
    merged = merge_texts(before, ours, f"One. {again}Between. {again}Two.")
    assert merged == f"Three. {again}Between. {again}Four."


def test_that_three_hundred_changes_to_forty_kilobytes_come_together() -> None:
    lines = [
        f"Line {number} says what was done on day {number} of the plan" for number in range(780)
    ]
    ours, theirs = list(lines), list(lines)
    for number in range(0, 600, 2):
        ours[number] += ", and more"
    for number in (700, 704):
        theirs[number] += ", and less"
    before, our, their = (". ".join(each) for each in (lines, ours, theirs))
    assert len(before) > 40_000
    merged = merge_texts(before, our, their)
    assert merged is not None
    assert merged.count(", and more") == 300
    assert merged.count(", and less") == 2
