"""Look a text up in one language's catalogue, then fill it in.

Fields are filled after the look-up, so that a translator sees the whole sentence. Nothing is
formatted by `strftime`: days, dates and numbers come from Babel, with the digits 0 to 9.
"""

import datetime as dt
from contextvars import ContextVar
from decimal import Decimal

from babel.dates import format_date, format_time
from babel.numbers import format_decimal

from iro_desktop.i18n.catalogues import texts_in
from iro_desktop.i18n.date_patterns import DateForm, say_day
from iro_desktop.i18n.directions import apart
from iro_desktop.i18n.joining import join
from iro_desktop.i18n.languages import ENGLISH, LANGUAGES, MIRRORED, STRETCHED, Language

# Unicode has a narrow space before "PM" that few fonts hold.
_NARROW_SPACE, _NO_BREAK_SPACE = "\u202f", "\u00a0"
_ACCENTED = str.maketrans("aceginorstuyACEINOSUZ", "áçéğîñöŕšťüýÁÇÉÎÑÖŠÜŽ")


class Translator:
    """Texts of one language. A text that no catalogue holds comes back as it stands in the code."""

    def __init__(self, code: str = ENGLISH) -> None:
        self.language: Language = LANGUAGES[code]
        self._catalogue = texts_in(code)
        self._locale = "en_GB" if code in {STRETCHED, MIRRORED} else code.replace("-", "_")

    def __call__(self, text: str, /, **fields: object) -> str:
        """The text in this language with its `{fields}` filled."""
        return self._fill(self._catalogue.gettext(text) if text else "", fields)

    def count(self, one: str, many: str, number: int, /, **fields: object) -> str:
        """The form of the text that goes with `number`, which is also the field `{number}`."""
        text = self._catalogue.ngettext(one, many, number)
        return self._fill(text, {"number": number, **fields})

    def _fill(self, text: str, fields: dict[str, object]) -> str:
        code = self.language.code
        if code == STRETCHED and text:
            text = _stretched(text)
        if self.language.right_to_left and self.language.is_spoken:
            fields = {
                name: apart(value) if isinstance(value, str) else value
                for name, value in fields.items()
            }
        return text.format(**fields) if fields else text

    def date(self, day: dt.date) -> str:
        """A date in words, such as 4 May 2026."""
        return say_day(day, DateForm.DATE, self._locale)

    def short_date(self, day: dt.date) -> str:
        """A date in little room, such as 4 May 2026 with the month cut short."""
        return say_day(day, DateForm.SHORT_DATE, self._locale)

    def weekday_date(self, day: dt.date) -> str:
        """A date with its weekday, such as Monday 4 May 2026."""
        return say_day(day, DateForm.WEEKDAY_DATE, self._locale)

    def short_weekday_date(self, day: dt.date) -> str:
        """A date with its weekday in little room, such as Mon 4 May 2026."""
        return say_day(day, DateForm.SHORT_WEEKDAY_DATE, self._locale)

    def month(self, day: dt.date) -> str:
        """The month a day lies in, such as May 2026."""
        return say_day(day, DateForm.MONTH, self._locale)

    def weekday(self, day: dt.date) -> str:
        """What day of the week it is, such as Monday."""
        # Not Unicode's form for a day alone ("cccc"): Babel keeps what one language borrowed of it
        # for the next that asks, and Polish is then told in Urdu. The two differ in none of ours.
        return format_date(day, format="EEEE", locale=self._locale)

    def short_weekday(self, day: dt.date) -> str:
        """What day of the week it is in little room, such as Mon."""
        return format_date(day, format="EEE", locale=self._locale)

    def weekday_and_day(self, day: dt.date) -> str:
        """A date without its year in little room, such as Mon 4 May."""
        return say_day(day, DateForm.WEEKDAY_AND_DAY, self._locale)

    def time(self, moment: dt.time) -> str:
        """A time of day, such as 14:30."""
        said = format_time(moment, format="short", locale=self._locale)
        return said.replace(_NARROW_SPACE, _NO_BREAK_SPACE)

    def number(self, value: int | float | Decimal) -> str:
        """A number as people write it: 7, 6.5."""
        said = format_decimal(value, locale=self._locale)
        return said.replace(_NARROW_SPACE, _NO_BREAK_SPACE)

    def list(self, items: list[str]) -> str:
        """Several things as a list in a sentence: a, b and c."""
        return join(items, self._locale)


def _stretched(text: str) -> str:
    """English made longer and accented, with its fields left alone."""
    parts = text.replace("{", "\0{").replace("}", "}\0").split("\0")
    accented = "".join(
        part if part.startswith("{") else part.translate(_ACCENTED) for part in parts
    )
    return f"[{accented}{'·' * (len(text) // 3)}]"


_screen: ContextVar[Translator] = ContextVar("screen_language")


def screen() -> Translator:
    """The screen's translator, for its dates, numbers and lists."""
    found = _screen.get(None)
    if found is None:
        found = Translator()
        _screen.set(found)
    return found


def speak(code: str) -> Translator:
    """Make a language the screen's own, and give its translator."""
    translator = Translator(code)
    _screen.set(translator)
    return translator


def tr(text: str, /, **fields: object) -> str:
    """A text of the screen, in the screen's language."""
    return screen()(text, **fields)


def ntr(one: str, many: str, number: int, /, **fields: object) -> str:
    """A text of the screen that goes with a number."""
    return screen().count(one, many, number, **fields)
