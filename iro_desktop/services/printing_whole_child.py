"""The page of the whole child as a file to print or to keep: the IRO's own sheet."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.documents.formats import Format
from iro_desktop.documents.whole_child import build_whole_child
from iro_desktop.documents.writers import Written, write
from iro_desktop.domain.whole_child import WholeChild
from iro_desktop.i18n import Translator
from iro_desktop.services.return_labels import ReturnLabels


@dataclass(frozen=True, slots=True)
class WholeChildPaper:
    """The page as it was read, and whom it is about, as the council calls them."""

    page: WholeChild
    about: str
    read_on: dt.date


def file_name(file_format: Format) -> str:
    """A name for the file that says nothing about the child."""
    return f"whole-child.{file_format.value}"


def make(paper: WholeChildPaper, file_format: Format, language: str) -> Written:
    """The file's bytes, and the characters that no font here has."""
    tr = Translator(language)
    placement = ReturnLabels(tr).placement
    document = build_whole_child(paper.page, paper.about, placement, paper.read_on, tr)
    return write(document, file_format)
