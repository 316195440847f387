from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.documents.blocks import Span, authored, plain, text_of
from iro_desktop.documents.filled import filled, joined, listed
from iro_desktop.i18n.translator import Translator


def test_that_what_fills_a_sentence_keeps_what_it_is() -> None:
    spans = filled("Not there: {who} ({why}).", who=plain("Kim"), why=authored("ill"))
    assert spans == (Span("Not there: Kim ("), Span("ill", authored=True), Span(")."))


@given(words=st.text())
def test_that_what_fills_a_sentence_is_never_read_as_a_template(words: str) -> None:
    assert text_of(filled("{one}, {other}", one=authored(words), other=plain("x"))) == f"{words}, x"


@given(words=st.lists(st.text(min_size=1), min_size=1, max_size=5))
def test_that_a_list_of_texts_reads_as_any_list_and_keeps_each_text_whole(words: list[str]) -> None:
    for code in ("en-GB", "zh-Hant", "ar"):
        tr = Translator(code)
        spans = listed([authored(word) for word in words], tr)
        assert [span.text for span in spans if span.authored] == words
    assert text_of(listed([plain("a"), plain("b"), plain("c")], Translator())) == "a, b and c"


def test_that_two_texts_of_people_are_never_made_one() -> None:
    spans = joined((*plain("a"), *plain("b"), *authored("c"), *authored("d"), *plain("")))
    assert spans == (Span("ab"), Span("c", authored=True), Span("d", authored=True))
