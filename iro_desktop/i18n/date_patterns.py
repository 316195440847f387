"""In which order each language says a day, a month and a year.

English says a date as England does, without commas; other languages as the Unicode Common Locale
Data Repository has it. Digits are 0 to 9 in every language, Arabic, Urdu and Bengali too: readers
hold a letter beside papers, telephones and forms that have those digits alone.
"""

import datetime as dt
from enum import Enum

from babel.dates import format_date, format_skeleton


class DateForm(Enum):
    """How a day is said: what stands in it in English, and what Unicode calls the same."""

    DATE = ("d MMMM y", "yMMMMd")
    SHORT_DATE = ("d MMM y", "yMMMd")
    WEEKDAY_DATE = ("EEEE d MMMM y", "yMMMMEEEEd")
    SHORT_WEEKDAY_DATE = ("EEE d MMM y", "yMMMEd")
    MONTH = ("LLLL y", "yMMMM")
    WEEKDAY_AND_DAY = ("EEE d MMM", "MMMEd")


# The forms for which every language has a whole pattern of its own, by Babel's name for it.
_WHOLE = {DateForm.DATE: "long", DateForm.WEEKDAY_DATE: "full"}


def say_day(day: dt.date, form: DateForm, locale: str) -> str:
    """A day in this form; `locale` is as Babel writes it, such as `zh_Hant`."""
    in_english, skeleton = form.value
    if locale == "en_GB":
        return format_date(day, format=in_english, locale=locale)
    whole = _WHOLE.get(form)
    if whole is not None:
        return format_date(day, format=whole, locale=locale)
    # A day with a time, so that nothing is moved between time zones.
    moment = dt.datetime.combine(day, dt.time())
    return format_skeleton(skeleton, moment, locale=locale)
