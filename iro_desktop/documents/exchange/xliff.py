"""XLIFF 1.2 (OASIS Standard, 1 February 2008): the version that every translator's program reads.

Written by hand as one flat list, with spaces kept; read with a parser that follows no entity and
loads nothing. Inline elements that a program puts into a target count as the text in them.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import escape, quoteattr

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from iro_desktop.documents.characters import writable
from iro_desktop.documents.exchange.package import (
    NotFromATranslator,
    Package,
    Returned,
    ReturnedText,
)
from iro_desktop.documents.translating import Segment
from iro_desktop.i18n.languages import ENGLISH

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_IN = f"{{{_NAMESPACE}}}"


def write_xliff(package: Package) -> bytes:
    """The package as a file, in UTF-8."""
    languages = f'source-language="{ENGLISH}" target-language={quoteattr(package.language)}'
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff version="1.2" xmlns="{_NAMESPACE}">',
        f'<file original="document" datatype="plaintext" {languages}>',
        "<body>",
        *(_unit(each, package.translations.get(each.id, "")) for each in package.segments),
        "</body>",
        "</file>",
        "</xliff>",
        "",
    )
    return "\n".join(lines).encode("utf-8")


def _unit(segment: Segment, target: str) -> str:
    state = "translated" if target else "needs-translation"
    note = f"<note>{escape(segment.place)}</note>" if segment.place else ""
    return (
        f'<trans-unit id="{segment.id}" xml:space="preserve">'
        f"<source>{escape(segment.text)}</source>"
        f'<target state="{state}">{escape(writable(target))}</target>{note}</trans-unit>'
    )


def read_xliff(content: bytes) -> Returned:
    """What a translator filled in.

    Raises:
        NotFromATranslator: it is not XLIFF 1.2, or not well formed, or holds entities.
    """
    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, LookupError, ValueError) as fault:
        raise NotFromATranslator from fault
    if root.tag != f"{_IN}xliff":
        raise NotFromATranslator
    file = root.find(f"{_IN}file")
    language = "" if file is None else file.get("target-language", "")
    return Returned(language, tuple(_texts(root)))


def _texts(root: Element) -> Iterator[ReturnedText]:
    for unit in root.iter(f"{_IN}trans-unit"):
        yield ReturnedText(unit.get("id", ""), _said(unit, "source"), _said(unit, "target"))


def _said(unit: Element, name: str) -> str:
    # The unit's own child alone: programs keep suggestions of theirs beside it.
    found = unit.find(f"{_IN}{name}")
    return "" if found is None else writable("".join(found.itertext())).strip()
