"""Elements of WordprocessingML from their text. Only our own words go in here, never a person's."""

import re
from collections.abc import Iterable

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

_FIRST_TAG = re.compile(r"^<([\w:]+)")


def element(text: str) -> BaseOxmlElement:
    """The element that this text writes, with its namespaces declared."""
    declared = _FIRST_TAG.sub(lambda tag: f"{tag[0]} {nsdecls('w', 'r')}", text)
    return parse_xml(declared)


def refill(parent: BaseOxmlElement, parts: Iterable[BaseOxmlElement]) -> None:
    """Replace everything in an element."""
    for child in list(parent):
        parent.remove(child)
    for part in parts:
        parent.append(part)
