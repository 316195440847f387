"""Which builder makes which kind of document."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.letter_to_child import build_letter
from iro_desktop.documents.material import Material
from iro_desktop.documents.minutes import build_minutes
from iro_desktop.domain.correspondence import DocumentKind

Builder = Callable[[Material], Document]


BUILDERS: Mapping[DocumentKind, Builder] = MappingProxyType(
    {DocumentKind.LETTER: build_letter, DocumentKind.MINUTES: build_minutes}
)
