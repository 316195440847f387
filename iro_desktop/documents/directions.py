"""Where lines begin: text in another language may run against the document it stands in."""

import re

from iro_desktop.documents.blocks import Spans
from iro_desktop.documents.characters import one_line
from iro_desktop.i18n.languages import LANGUAGES

# Those that somebody may be quoted in, beside the languages that documents are written in.
_OTHERS = frozenset({"fa", "ps", "he", "ku", "ckb", "sd", "yi", "ug", "dv"})
_FOLLOWED = re.compile(r"(?:https://|mailto:|tel:)[\x21-\x7e]+")


def runs_right_to_left(language: str) -> bool:
    """Whether lines in a language (BCP 47) begin at the right."""
    if known := LANGUAGES.get(language):
        return known.right_to_left
    first = language.partition("-")[0].lower()
    return first in _OTHERS or (first in LANGUAGES and LANGUAGES[first].right_to_left)


def begin_at_right(spans: Spans, language: str, *, right_to_left: bool) -> bool:
    """Whether a paragraph of these spans begins at the right, in a document of this language.

    It runs against the document where all its words are in languages that do.
    """
    said = {
        span.language or language
        for span in spans
        if any(character.isalpha() for character in span.text)
    }
    if not said or language in said:
        return right_to_left
    directions = {runs_right_to_left(each) for each in said}
    return directions.pop() if len(directions) == 1 else right_to_left


def followed(address: str) -> str:
    """An address that a reader may be led to: a secure page, e-mail or telephone; else nothing."""
    address = one_line(address)
    return address if _FOLLOWED.fullmatch(address) else ""
