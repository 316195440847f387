"""Which builder makes which kind of document."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.letter_to_child import build_letter
from iro_desktop.documents.material import Material
from iro_desktop.documents.minutes import build_minutes
from iro_desktop.domain.correspondence import DocumentKind

Builder = Callable[[Material], Document]


def _letter(material: Material) -> Document:
    return build_letter(material.record, material.form, material.tr, draft=material.draft)


def _minutes(material: Material) -> Document:
    return build_minutes(
        material.record,
        material.form,
        material.tr,
        draft=material.draft,
        labels=material.labels,
        deadlines=material.deadlines,
    )


BUILDERS: Mapping[DocumentKind, Builder] = MappingProxyType(
    {DocumentKind.LETTER: _letter, DocumentKind.MINUTES: _minutes}
)
