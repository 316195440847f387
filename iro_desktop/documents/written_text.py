"""What the IRO wrote for a document, as blocks: marked as authored, a paragraph for each line."""

from iro_desktop.documents.blocks import Block, Paragraph, authored, plain
from iro_desktop.documents.material import Material
from iro_desktop.documents.parts import headed
from iro_desktop.documents.written_parts import written_parts
from iro_desktop.domain.correspondence import DocumentKind


def lines_of(words: str) -> tuple[Paragraph, ...]:
    """Someone's own text, a paragraph for each line of it that says something."""
    lines = (line.strip() for line in words.splitlines())
    return tuple(Paragraph(authored(line)) for line in lines if line)


class Written:
    """The written parts of one document, each by its id."""

    def __init__(self, material: Material, kind: DocumentKind) -> None:
        self._material = material
        self._parts = {part.id: part for part in written_parts(kind, material.tr)}

    def words(self, part: str) -> tuple[Block, ...]:
        """What was written for a part.

        A part without any is nothing; a required one says so in a draft.
        """
        found = lines_of(self._material.texts.get(part, ""))
        if found or not (self._material.draft and self._parts[part].is_required):
            return found
        return (Paragraph(plain(self._material.tr("Nothing written yet."))),)

    def section(self, part: str) -> tuple[Block, ...]:
        """The same under the part's own heading; nothing at all where there is nothing."""
        return headed(part, self._parts[part].heading, self.words(part))
