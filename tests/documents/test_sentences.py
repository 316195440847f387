import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.documents.blocks import Span, authored, plain, text_of
from iro_desktop.documents.sentences import ends_as_a_sentence, lines_of, sentences_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("1. You will swim. Dana helps.", ["1. You will swim.", "Dana helps."]),
        ("Mr. Stone and J. Reed came. They sat.", ["Mr. Stone and J. Reed came.", "They sat."]),
        ("You said “Stop.” We stopped.", ["You said “Stop.”", "We stopped."]),
        ("It costs 2.50 a week", ["It costs 2.50 a week"]),
        ("A line\n\n and another", ["A line", "and another"]),
        ("我們談過。你說得好！", ["我們談過。", "你說得好！"]),
        ("हम मिले। आप आए।", ["हम मिले।", "आप आए।"]),
        ("ہم ملے۔ آپ آئے؟", ["ہم ملے۔", "آپ آئے؟"]),
        ("  ", []),
    ],
)
def test_that_a_text_is_cut_where_its_sentences_end(text: str, sentences: list[str]) -> None:
    assert [text_of(sentence) for sentence in sentences_of(plain(text))] == sentences


@given(pieces=st.lists(st.tuples(st.text(), st.booleans()), max_size=5))
def test_that_cutting_loses_nothing_but_space_and_keeps_what_each_piece_is(
    pieces: list[tuple[str, bool]],
) -> None:
    spans = tuple(Span(text, authored=by_hand) for text, by_hand in pieces)
    for cut in (lines_of, sentences_of):
        kept = [span for part in cut(spans) for span in part]
        for by_hand in (True, False):
            before = "".join(span.text for span in spans if span.authored is by_hand)
            after = "".join(span.text for span in kept if span.authored is by_hand)
            assert "".join(after.split()) == "".join(before.split())


def test_that_a_number_or_a_short_form_ends_no_sentence() -> None:
    assert ends_as_a_sentence(authored("We met. "))
    assert not ends_as_a_sentence(plain("1."))
    assert not ends_as_a_sentence(plain("Dana"))
