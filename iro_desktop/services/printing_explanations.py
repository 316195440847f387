"""Explained due dates as a file to print or to keep."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.documents.explanation import build_explanation
from iro_desktop.documents.formats import Format
from iro_desktop.documents.writers import Written, write
from iro_desktop.i18n import Translator
from iro_desktop.services.explaining import Explanation


@dataclass(frozen=True, slots=True)
class ExplanationOrder:
    """Which due dates are to be written, and how.

    `language` is the one the words are in; `about` says whose dates they are, empty by default.
    """

    explanations: tuple[Explanation, ...]
    reckoned_on: dt.date
    file_format: Format
    language: str
    about: str = ""


def file_name(file_format: Format) -> str:
    """A name for the file that says nothing about the child, nor which review it is."""
    return f"due-date-explained.{file_format.value}"


def make(order: ExplanationOrder) -> Written:
    """The file's bytes, and the characters that no font here has."""
    translator = Translator(order.language)
    document = build_explanation(order.explanations, order.reckoned_on, translator, order.about)
    return write(document, order.file_format)
