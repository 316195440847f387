"""Text becomes the glyphs that readers of its script expect, and can be read back from them."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iro_desktop.documents.fonts import LEXEND, NOTO_SANS, setting
from iro_desktop.documents.typography.graphemes import boundaries
from iro_desktop.documents.typography.itemising import items
from iro_desktop.documents.typography.scripts import scripts
from iro_desktop.documents.typography.shaping import Shaped, measure, shape

SENTENCES = {
    "en-GB": "Dear Sam, we met on 12 May — “ok” ☺ 👩\u200d👩\u200d👧",
    "pl": "Zażółć gęślą jaźń",
    "cy": "Ŵyn ŷd tŷ",
    "tr": "Iğdır’da İzmir",
    "ar": "عزيزي سام، التقينا في ١٢ مايو",
    "ur": "پیارے سام، ہم مئی کو ملے۔",
    "hi": "प्रिय सैम, हम 12 मई को मिले। समीक्षा",
    "bn": "প্রিয় স্যাম, পর্যালোচনা ১২ মে।",
    "pa": "ਪਿਆਰੇ ਸੈਮ, ਅਸੀਂ ਮਿਲੇ।",
    "zh-Hant": "親愛的Sam，我們「見面」了。",
}
SAMPLE = "aé e\u0301fi12.,()سلام\u200cہے१क्षিপ্ৰ漢，👩\u200d👧🇬🇧☐"
ANY = st.text(st.sampled_from(SAMPLE), max_size=20) | st.text(max_size=12)


def read_back(run: Shaped) -> str:
    glyphs = reversed(run.glyphs) if run.level else run.glyphs
    return "".join(glyph.text for glyph in glyphs)


@pytest.mark.parametrize("language", SENTENCES)
def test_that_every_language_is_shaped_without_a_missing_glyph(language: str) -> None:
    text, chosen = SENTENCES[language], setting(LEXEND, language=language)
    runs = shape(text, chosen, right_to_left=language in {"ar", "ur"})
    assert all(glyph.gid for run in runs for glyph in run.glyphs)
    assert "".join(map(read_back, runs)) == text


@pytest.mark.parametrize("backwards", [False, True])
@settings(max_examples=60)
@given(text=ANY)
def test_that_shaped_text_reads_back_as_it_was_typed(text: str, *, backwards: bool) -> None:
    chosen = setting(LEXEND)
    drawable = chosen.drawable(text).replace("\n", "")
    runs = shape(drawable, chosen, right_to_left=backwards)
    assert [run.start for run in runs] == [0, *(run.end for run in runs)][: len(runs)]
    for run in runs:
        # What is heard only, and stands alone, draws nothing that could carry it.
        assert read_back(run) in {drawable[run.start : run.end], ""}


@settings(max_examples=60)
@given(text=ANY)
def test_that_no_run_divides_a_cluster(text: str) -> None:
    chosen = setting(NOTO_SANS)
    found = items(text, chosen)
    whole = {*boundaries(text), len(text)}
    assert all(item.start in whole and item.end in whole for item in found)
    assert all(first.end == second.start for first, second in pairwise(found))


@settings(max_examples=60)
@given(text=ANY)
def test_that_what_is_drawable_has_a_glyph(text: str) -> None:
    chosen = setting(LEXEND)
    drawable = chosen.drawable(text).replace("\n", "")
    assert all(glyph.gid for run in shape(drawable, chosen) for glyph in run.glyphs)


def test_that_a_letter_and_its_mark_are_drawn_as_one_where_the_face_has_that() -> None:
    (run,) = shape("e\u0301", setting(LEXEND))
    assert [glyph.text for glyph in run.glyphs] == ["e\u0301"]
    assert run.glyphs[0].gid == run.face.glyph("é")


def test_that_arabic_letters_join() -> None:
    chosen = setting(LEXEND, language="ar")
    joined = {glyph.gid for run in shape("سلس", chosen, right_to_left=True) for glyph in run.glyphs}
    alone = {glyph.gid for run in shape("س", chosen, right_to_left=True) for glyph in run.glyphs}
    assert not joined & alone


def test_that_joining_letters_of_a_word_stay_in_one_face() -> None:
    # Noto Nastaliq has no letters that only languages of Africa and Asia further off use.
    chosen = setting(LEXEND, language="ur")
    lacking = next(
        letter
        for letter in map(chr, range(0x620, 0x6D4))
        if letter.isalpha() and chosen.face_for(letter, "Arab") is not chosen.by_script["Arab"][0]
    )
    (run,) = items(f"سلا{lacking}م", chosen)
    assert "NotoSansArabic" in run.face.path.stem


def test_that_a_cluster_of_several_glyphs_carries_its_text_once() -> None:
    (run,) = shape("क्षि", setting(LEXEND, language="hi"))
    assert [glyph.text for glyph in run.glyphs if glyph.text] == ["क्षि"]
    assert len(run.glyphs) > 1


def test_that_features_change_what_is_drawn() -> None:
    chosen = setting(NOTO_SANS)
    usual, small = shape("Review", chosen), shape("Review", chosen, features=(("smcp", 1),))
    assert usual != small


def test_that_what_scripts_share_goes_with_the_letter_before() -> None:
    assert scripts("“Sam” 漢，12") == ["Latn"] * 6 + ["Hani"] * 4
    assert scripts("12", "ar") == ["Arab", "Arab"]
    assert scripts("「漢」", "en-GB") == ["Hani"] * 3


def test_that_a_line_that_runs_both_ways_is_as_wide_as_its_parts() -> None:
    chosen = setting(LEXEND, language="ar")
    parts = measure("سلام ", chosen, 12) + measure("Sam", chosen, 12)
    assert measure("سلام Sam", chosen, 12) == pytest.approx(parts)


@given(text=st.text(st.characters(max_codepoint=0x17F, exclude_categories=["C"]), max_size=20))
def test_that_width_grows_with_the_size(text: str) -> None:
    chosen = setting(LEXEND)
    assert chosen.width(text, 20) == pytest.approx(2 * chosen.width(text, 10))
