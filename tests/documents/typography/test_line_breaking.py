"""Lines end where UAX #14 lets them, and characters stay whole as UAX #29 says."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unicode_cases import divided

from iro_desktop.documents.typography.character_classes import CharacterClasses
from iro_desktop.documents.typography.graphemes import boundaries, clusters
from iro_desktop.documents.typography.line_breaking import mandatory, opportunities

LINE_BREAKS = ("auxiliary/LineBreakTest.txt", "line-breaks.txt")
GRAPHEMES = ("auxiliary/GraphemeBreakTest.txt", "grapheme-breaks.txt")

OTHERWISE = {
    "ambigu(« \u0308 »)(e\u0308)": (13,),
    "ambigu{« \u0308 »}(e\u0308)": (13,),
}
"""Where we follow LB15a and LB15b of Unicode 15.1: no line ends inside « or before »."""

SAMPLE = "aé1.,-«»“”()\u00a0\u200b\u200d\u2060 \n\r\u0301か。「漢क्षि한각👩🏽🇬🇧אب\u0600$%"
ANY = st.text(st.sampled_from(SAMPLE), max_size=30) | st.text(max_size=20)


def lines(text: str) -> list[str]:
    places = (0, *opportunities(text), len(text))
    return [text[start:end] for start, end in pairwise(places)]


def test_that_unicodes_own_cases_end_lines_where_they_say() -> None:
    wrong = {
        text: found
        for text, wanted in divided(*LINE_BREAKS)
        if (found := opportunities(text)) != wanted
    }
    assert wrong == OTHERWISE


def test_that_unicodes_own_cases_have_the_clusters_they_say() -> None:
    assert not [text for text, wanted in divided(*GRAPHEMES) if boundaries(text)[1:] != wanted]


def test_that_both_tables_name_the_version_of_unicode() -> None:
    for table in ("line-breaks.txt", "grapheme-breaks.txt"):
        assert CharacterClasses(table).unicode_version == "15.0.0"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met at 3.30pm.", ["We ", "met ", "at ", "3.30pm."]),
        ("a well-known (old) dog", ["a ", "well-", "known ", "(old) ", "dog"]),
        ("on 12/05/2026, £1,250.50", ["on ", "12/05/2026, ", "£1,250.50"]),
        ("J’ai dit « bonjour » hier", ["J’ai ", "dit ", "« bonjour » ", "hier"]),
        ("我們見面了。「好」", ["我", "們", "見", "面", "了。", "「好」"]),
        ("हम मिले। अच्छा", ["हम ", "मिले। ", "अच्छा"]),
        ("one\ntwo", ["one\n", "two"]),
        ("10\u00a0May", ["10\u00a0May"]),
        ("👩\u200d👧 and 🇬🇧🇵🇱", ["👩\u200d👧 ", "and ", "🇬🇧", "🇵🇱"]),
    ],
)
def test_that_lines_end_where_a_reader_expects(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@given(text=ANY)
def test_that_opportunities_are_ordered_and_inside_the_text(text: str) -> None:
    found = opportunities(text)
    assert [*found] == sorted(set(found))
    assert all(0 < place < len(text) for place in found)


@given(text=ANY)
def test_that_a_line_must_end_only_where_it_may(text: str) -> None:
    assert set(mandatory(text)) <= set(opportunities(text))
    assert "".join(lines(text)) == text


@given(text=ANY)
def test_that_no_line_ends_inside_a_cluster(text: str) -> None:
    whole = set(boundaries(text))
    for place in set(opportunities(text)) - whole:
        # No letter to stay with (LB10), no person of this skin (LB30b), no number after its sign.
        on_nothing = text[place - 1] in " \u200b"
        no_person = "\U0001f3fb" <= text[place] <= "\U0001f3ff"
        no_number = unicodedata.category(text[place - 1]) == "Cf"
        assert on_nothing or no_person or no_number


@given(text=ANY)
def test_that_no_line_begins_with_a_space(text: str) -> None:
    beginnings = [line[0] for line in lines(text)[1:]]
    ends = set("\n\r\v\f\x85\u2028\u2029")
    for before, beginning in zip(lines(text), beginnings, strict=False):
        assert beginning != " " or before[-1] in ends


@given(text=ANY)
def test_that_clusters_are_the_whole_text(text: str) -> None:
    assert "".join(clusters(text)) == text
    assert all(clusters(text))


@given(text=ANY)
def test_that_a_cluster_is_one_cluster_by_itself(text: str) -> None:
    assert all(clusters(cluster) == (cluster,) for cluster in clusters(text))
