"""Text of the document as paragraphs in one look, tagged, each run in the faces of its language."""

from iro_desktop.documents.blocks import Span, Spans, plain
from iro_desktop.documents.fonts import leading_factor, setting
from iro_desktop.documents.look import Look, Role, TextStyle
from iro_desktop.documents.pdf.paragraph import Align, Inline, Manner, ShapedParagraph
from iro_desktop.documents.pdf.set_text import Run, SetText, drawable
from iro_desktop.documents.pdf.structure import Element, Tag
from iro_desktop.documents.typography.scripts import script_of
from iro_desktop.i18n.languages import LANGUAGES


class Typesetter:
    """Makes paragraphs, and remembers which characters no font could draw."""

    def __init__(self, look: Look, language: str, *, right_to_left: bool) -> None:
        self.look = look
        self.language = language
        self.right_to_left = right_to_left
        self.missing: set[str] = set()

    @property
    def start(self) -> Align:
        """Where a picture stands on its line."""
        return self._align(Role.BODY, backwards=self.right_to_left)

    def paragraph(
        self,
        spans: Spans,
        role: Role,
        parent: Element,
        *,
        tag: str = Tag.PARAGRAPH,
        before: float | None = None,
        language: str = "",
        clings: bool = False,
    ) -> ShapedParagraph:
        """A paragraph in the style of its role, the last so far of its parent element.

        `language` is a BCP 47 tag where all of it is not in the document's. `clings` asks that
        it stand on the page on which what is before it ends.
        """
        spoken = language or self.language
        style = self.look.styles[role]
        backwards = self._runs_right_to_left(language)
        runs = [self._run(span, style, spoken) for span in spans]
        text = SetText(runs, right_to_left=backwards)
        element = Element(tag, parent, language="" if spoken == self.language else spoken)
        manner = Manner(
            style.leading * self._spread(text),
            self._middle(style, spoken),
            self._align(role, backwards=backwards),
            self.look.underlines,
        )
        return ShapedParagraph(
            text,
            manner,
            Inline(element, text, spoken),
            before=style.before if before is None else before,
            after=style.after,
            clings=clings,
        )

    def line(
        self, text: str, role: Role, parent: Element, *, tag: str = Tag.PARAGRAPH
    ) -> ShapedParagraph:
        """A paragraph of plain text."""
        return self.paragraph(plain(text), role, parent, tag=tag)

    def set_text(self, text: str, role: Role, *, bold: bool = False) -> SetText:
        """One line of text for the page's head and foot."""
        style = self.look.styles[role]
        run = self._run(Span(text, bold=bold), style, self.language)
        return SetText([run], right_to_left=self.right_to_left)

    def width(self, text: str, role: Role) -> float:
        """How wide a line of text is in the style of its role, in points."""
        style = self.look.styles[role]
        chosen = setting(self.look.family, bold=style.bold, language=self.language)
        return chosen.width(text, style.size)

    def _run(self, span: Span, style: TextStyle, language: str) -> Run:
        spoken = span.language or language
        bold = span.bold or style.bold
        chosen = setting(
            self.look.family,
            bold=bold or (span.italic and not self.look.slants),
            italic=span.italic and self.look.slants,
            language=spoken,
        )
        text, missing = drawable(span.text, chosen)
        self.missing |= missing
        return Run(
            text,
            chosen,
            style.size,
            style.colour,
            spoken,
            span.link,
            stands_apart=bool(span.link) or spoken != language,
        )

    def _middle(self, style: TextStyle, language: str) -> float:
        """How far above the baseline the middle of a language's letters is, in points.

        The same for all texts in the language: what stands side by side stands on one line.
        """
        chosen = setting(self.look.family, bold=style.bold, language=language)
        face, *_others = chosen.by_script.get(script_of(language), chosen.faces)
        return style.size * (face.ascent - face.descent) / 2 / face.units

    def _spread(self, text: SetText) -> float:
        """How much further apart lines stand than for the document's own language."""
        return max(text.spread / leading_factor(self.language), 1)

    def _runs_right_to_left(self, language: str) -> bool:
        if language in LANGUAGES:
            return LANGUAGES[language].right_to_left
        return self.right_to_left

    def _align(self, role: Role, *, backwards: bool) -> Align:
        if self.look.centres(role):
            return Align.CENTRE
        return Align.RIGHT if backwards else Align.LEFT
