"""Dates, times, numbers and lists as each language of documents has them."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.i18n import Translator
from iro_desktop.i18n.languages import LANGUAGES, Language, find_language

DAY = dt.date(2026, 9, 4)
SPOKEN = sorted(code for code, language in LANGUAGES.items() if language.is_spoken)
# A date, a date with its weekday, a month, a weekday, and half past two.
SAID = {
    "en-GB": ("4 September 2026", "Friday 4 September 2026", "September 2026", "Friday", "14:30"),
    "ar": ("4 سبتمبر 2026", "الجمعة، 4 سبتمبر 2026", "سبتمبر 2026", "الجمعة", "2:30 م"),
    "bn": ("4 সেপ্টেম্বর, 2026", "শুক্রবার, 4 সেপ্টেম্বর, 2026", "সেপ্টেম্বর 2026", "শুক্রবার", "2:30 PM"),
    "zh-Hant": ("2026年9月4日", "2026年9月4日 星期五", "2026年9月", "星期五", "下午2:30"),
    "fr": ("4 septembre 2026", "vendredi 4 septembre 2026", "septembre 2026", "vendredi", "14:30"),
    "de": ("4. September 2026", "Freitag, 4. September 2026", "September 2026", "Freitag", "14:30"),
    "hi": ("4 सितंबर 2026", "शुक्रवार, 4 सितंबर 2026", "सितंबर 2026", "शुक्रवार", "2:30 pm"),
    "ms": ("4 September 2026", "Jumaat, 4 September 2026", "September 2026", "Jumaat", "2:30 PTG"),
    "pl": ("4 września 2026", "piątek, 4 września 2026", "wrzesień 2026", "piątek", "14:30"),
    "pa": ("4 ਸਤੰਬਰ 2026", "ਸ਼ੁੱਕਰਵਾਰ, 4 ਸਤੰਬਰ 2026", "ਸਤੰਬਰ 2026", "ਸ਼ੁੱਕਰਵਾਰ", "2:30 ਬਾ.ਦੁ."),
    "es": (
        "4 de septiembre de 2026",
        "viernes, 4 de septiembre de 2026",
        "septiembre de 2026",
        "viernes",
        "14:30",
    ),
    "tr": ("4 Eylül 2026", "4 Eylül 2026 Cuma", "Eylül 2026", "Cuma", "14:30"),
    "ur": ("4 ستمبر، 2026", "جمعہ، 4 ستمبر، 2026", "ستمبر 2026", "جمعہ", "2:30 PM"),
    "cy": ("4 Medi 2026", "Dydd Gwener, 4 Medi 2026", "Medi 2026", "Dydd Gwener", "14:30"),
}


@pytest.mark.parametrize("code", SPOKEN)
def test_that_each_language_says_dates_its_own_way(code: str) -> None:
    say = Translator(code)
    said = (
        say.date(DAY),
        say.weekday_date(DAY),
        say.month(DAY),
        say.weekday(DAY),
        say.time(dt.time(14, 30)).replace("\N{NO-BREAK SPACE}", " "),
    )
    assert said == SAID[code]


def test_that_no_language_borrows_the_words_of_the_one_before() -> None:
    # Babel shares what a language inherits; an order of asking must not show.
    for code in (*SPOKEN, *reversed(SPOKEN)):
        say = Translator(code)
        assert say.weekday(DAY) == SAID[code][3]
        assert say.short_weekday(DAY)[:1] == SAID[code][3][:1] or code in {"cy", "zh-Hant"}
        assert say.month(DAY) == SAID[code][2]


@given(st.sampled_from(SPOKEN), st.dates(), st.times(), st.decimals(-1000, 1000, places=1))
def test_that_digits_are_those_of_telephones_and_references_in_every_language(
    code: str, day: dt.date, moment: dt.time, value: Decimal
) -> None:
    say = Translator(code)
    said = "".join(
        (
            *(say.date(day), say.short_date(day), say.weekday_date(day), say.month(day)),
            *(say.short_weekday_date(day), say.weekday_and_day(day)),
            *(say.time(moment), say.number(value)),
        )
    )
    assert all(sign.isascii() for sign in said if sign.isdecimal())
    assert "\N{NARROW NO-BREAK SPACE}" not in said


@pytest.mark.parametrize(
    ("code", "said"), [("pl", "6,5"), ("de", "6,5"), ("ar", "6.5"), ("ur", "6.5"), ("cy", "6.5")]
)
def test_that_a_score_has_the_point_or_comma_of_its_language(code: str, said: str) -> None:
    assert Translator(code).number(Decimal("6.5")) == said


@pytest.mark.parametrize(
    ("code", "items", "said"),
    [
        ("pl", ["Ala", "Ewa", "Jan"], "Ala, Ewa i Jan"),
        ("zh-Hant", ["甲", "乙", "丙"], "甲、乙和丙"),
        ("ar", ["أ", "ب"], "أ وب"),
        ("es", ["Ana", "Inés"], "Ana e Inés"),
        ("es", ["Ana", "Hilda", "Iris"], "Ana, Hilda e Iris"),
        ("es", ["Ana", "Hierro"], "Ana y Hierro"),
        ("es", ["Ana", "Pedro"], "Ana y Pedro"),
        ("cy", [], ""),
        ("cy", ["Siân"], "Siân"),
        ("cy", ["Siân", "Elin"], "Siân ac Elin"),
        ("cy", ["Siân", "Elin", "Dafydd"], "Siân, Elin a Dafydd"),
    ],
)
def test_that_things_are_listed_as_the_language_lists_them(
    code: str, items: list[str], said: str
) -> None:
    assert Translator(code).list(items) == said


@given(st.sampled_from(SPOKEN), st.lists(st.text(min_size=1, max_size=8), max_size=4))
def test_that_nothing_is_lost_in_a_list(code: str, items: list[str]) -> None:
    said = Translator(code).list(items)
    assert all(item in said for item in items)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        *((code, code) for code in LANGUAGES),
        *(("en", "en-GB"), ("EN", "en-GB"), ("zh-hant", "zh-Hant"), ("ZH_HANT", "zh-Hant")),
        *(("CY", "cy"), (" pl ", "pl")),
    ],
)
def test_that_a_language_is_found_however_its_code_is_written(said: str, code: str) -> None:
    found = find_language(said)
    assert isinstance(found, Language)
    assert found.code == code


@pytest.mark.parametrize("said", ["", "zh", "xx", "english", "gb"])
def test_that_what_is_no_code_is_no_language(said: str) -> None:
    assert find_language(said) is None
