"""What the IRO wrote for a document, as blocks: marked as authored, a paragraph for each line."""

from iro_desktop.documents.blocks import Block, Paragraph, authored, plain
from iro_desktop.documents.material import Material
from iro_desktop.documents.parts import headed
from iro_desktop.documents.placed_answers import IN_MINUTES, placed_answers
from iro_desktop.documents.written_parts import written_parts
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.form_engine.review_facts import answers_of


def lines_of(words: str) -> tuple[Paragraph, ...]:
    """Someone's own text, a paragraph for each line of it that says something."""
    lines = (line.strip() for line in words.splitlines())
    return tuple(Paragraph(authored(line)) for line in lines if line)


class Written:
    """The written parts of one document, each by its id.

    `takes_answers` puts what the form's answers say in a part before what was written for the
    document alone, so that nobody writes a thing twice.
    """

    def __init__(
        self, material: Material, kind: DocumentKind, *, takes_answers: bool = False
    ) -> None:
        self._material = material
        self._parts = {part.id: part for part in written_parts(kind, material.tr)}
        self._placed: dict[str, tuple[Block, ...]] = {}
        if takes_answers:
            answers = answers_of(material.record)
            self._placed = placed_answers(material.form, answers, IN_MINUTES, material.tr)

    def words(self, part: str) -> tuple[Block, ...]:
        """What was written for a part.

        A part without any is nothing; a required one says so in a draft.
        """
        found = (*self.answers(part), *lines_of(self._material.texts.get(part, "")))
        if found or not (self._material.draft and self._parts[part].is_required):
            return found
        return (Paragraph(plain(self._material.tr("Nothing written yet."))),)

    def answers(self, part: str) -> tuple[Block, ...]:
        """What the form's answers say in a part; nothing for a document that takes none."""
        return self._placed.get(part, ())

    def answered_section(self, part: str) -> tuple[Block, ...]:
        """A part that only the form has, under the form's heading."""
        for one in self._material.form.minutes_parts:
            if one.id == part:
                return headed(part, self._material.tr(one.heading), self.answers(part))
        return ()

    def section(self, part: str) -> tuple[Block, ...]:
        """The same under the part's own heading; nothing at all where there is nothing."""
        return headed(part, self._parts[part].heading, self.words(part))
