"""What may be wrong with a translation in a catalogue, before a document prints it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from gettext import c2py
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural

from iro_desktop.i18n.directions import is_balanced

_SCRIPTS = {
    "ar": "ARABIC",
    "ur": "ARABIC",
    "bn": "BENGALI",
    "hi": "DEVANAGARI",
    "pa": "GURMUKHI",
    "zh-Hant": "CJK",
}
_IN_ANY_SCRIPT = ("LATIN", "MODIFIER", "MASCULINE ORDINAL", "FEMININE ORDINAL")
_NUMBER = "number"
_A_SENTENCE = 4
_MANY_NUMBERS = range(200)


def faults_of_entry(
    english: Sequence[str], forms: Sequence[str], language: str, plural_expression: str
) -> tuple[str, ...]:
    """What is wrong with a translation; nothing where it may be printed.

    Args:
        english: one text, or the singular and the plural.
        forms: the translation, or a form for each of the language's plurals.
        language: its BCP 47 tag, one of LANGUAGES.
        plural_expression: which form goes with a number `n`, in C, as catalogues have it.
    """
    wanted = 1 if len(english) == 1 else get_plural(language.replace("-", "_")).num_plurals
    if len(forms) != wanted:
        return (f"{wanted} forms are needed, and {len(forms)} were given",)
    alone = _forms_of_one_number(plural_expression) if wanted > 1 else frozenset[int]()
    return tuple(
        fault
        for index, form in enumerate(forms)
        for fault in _faults_of_form(english, form, language, may_leave_number=index in alone)
    )


def faults_of_catalogue(catalogue: Catalog, language: str) -> tuple[str, ...]:
    """Every fault of the texts that are there; what is missing is another question."""
    found: list[str] = []
    for message in catalogue:
        if message.id and not message.fuzzy and any(_texts(message.string)):
            english = _texts(message.id)
            forms = _texts(message.string)
            faults = faults_of_entry(english, forms, language, catalogue.plural_expr)
            found += (f"{english[0]!r}: {fault}" for fault in faults)
    return tuple(found)


def _texts(said: str | Sequence[str] | None) -> tuple[str, ...]:
    return (said or "",) if isinstance(said, str | None) else tuple(said)


def _faults_of_form(
    english: Sequence[str], form: str, language: str, *, may_leave_number: bool
) -> list[str]:
    if not form.strip():
        return ["it is empty"]
    faults = []
    meant, said = _fields(english[-1]), _fields(form)
    if meant is None or said is None:
        return ["a brace { or } stands alone"]
    left_out = meant - said - ({_NUMBER} if may_leave_number else set())
    if left_out or said - meant:
        faults.append(
            f"the fields differ: {_listed(left_out)} left out, {_listed(said - meant)} new"
        )
    if _edges(english[-1]) != _edges(form):
        faults.append("the spaces before or after it differ")
    if not is_balanced(form):
        faults.append("a direction that it opens is not closed, or closed but never opened")
    if form in english and len(_words(form)) >= _A_SENTENCE:
        faults.append("it is still in English")
    odd = _odd_letters(form, language)
    if odd:
        faults.append(f"it holds letters of another script: {odd}")
    return faults


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names)) or "none"


def _fields(text: str) -> set[str] | None:
    """The names of the fields; None where a brace stands alone."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _words(text: str) -> list[str]:
    return re.sub(r"\{\w*\}", " ", text).split()


def _odd_letters(text: str, language: str) -> str:
    """Letters that are neither Latin, as names and codes are, nor of the language's own script."""
    own = _SCRIPTS.get(language, "LATIN")
    plain = re.sub(r"\{\w*\}", "", text)
    return "".join(
        sign
        for sign in dict.fromkeys(plain)
        if unicodedata.category(sign).startswith("L")
        and not unicodedata.name(sign, "").startswith((own, *_IN_ANY_SCRIPT))
    )


def numbers_of_forms(expression: str) -> dict[int, list[int]]:
    """Which numbers below 200 take which plural form."""
    form_of = c2py(expression)
    taken: dict[int, list[int]] = {}
    for number in _MANY_NUMBERS:
        taken.setdefault(form_of(number), []).append(number)
    return taken


def _forms_of_one_number(expression: str) -> frozenset[int]:
    """The plural forms that a single number takes, so that the form itself may say which."""
    numbers = numbers_of_forms(expression)
    return frozenset(form for form, taking in numbers.items() if len(taking) == 1)
