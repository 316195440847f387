"""Blocks as elements of HTML that say what they are: WHATWG HTML, written so that XML reads it too.

WCAG 2.2: one first heading, tables with captions and heads, every picture in words, each passage in
its language.
"""

from collections.abc import Callable
from typing import assert_never

from iro_desktop.documents.anchors import place_name
from iro_desktop.documents.blocks import (
    Block,
    Choices,
    Document,
    Facts,
    Heading,
    ListItems,
    Notice,
    PageBreak,
    Paragraph,
    Picture,
    Pictured,
    Quotation,
    Row,
    Scale,
    Signature,
    Span,
    Spans,
    Table,
    Timeline,
    WritingSpace,
    plain,
    text_of,
)
from iro_desktop.documents.directions import begin_at_right, followed, runs_right_to_left
from iro_desktop.documents.html.escaping import attribute, text_in
from iro_desktop.documents.html.scale_drawing import svg
from iro_desktop.documents.look import Look
from iro_desktop.documents.page_words import PageWords
from iro_desktop.documents.pictogram_files import pictogram
from iro_desktop.documents.presentable import presentable
from iro_desktop.documents.scale_line import draw_scale
from iro_desktop.documents.stacked import stacked
from iro_desktop.documents.time_line import draw_timeline

LINE = 482.0
"""The width in points that tables and scales are laid out for: a line of an A4 page."""

_DEEPEST_HEADING = 6
_MOST_LINES = 60

Source = Callable[[bytes], str]
"""Where a picture's file is to be found: takes its bytes, gives what `src` says."""


def body(document: Document, look: Look, source: Source) -> str:
    """All that a reader sees, within `main`."""
    markup = _Markup(document, look, source)
    parts = [markup.block(block) for block in _blocks(document, look)]
    if made_up := PageWords(document).made_up:
        parts.insert(0, f'<p class="made-up" role="note">{text_in(made_up)}</p>')
    return "<main>\n" + "\n".join(parts) + "\n</main>"


def places(document: Document, look: Look) -> list[tuple[str, str]]:
    """Each heading's text and the id of its element, in order."""
    headings = [block for block in _blocks(document, look) if isinstance(block, Heading)]
    return [(heading.text, _heading_id(place)) for place, heading in enumerate(headings)]


def _blocks(document: Document, look: Look) -> list[Block]:
    blocks = list(stacked(presentable(document), look, LINE))
    if any(isinstance(block, Heading) for block in blocks) or not document.title.strip():
        return blocks
    return [Heading(1, document.title), *blocks]


def _heading_id(place: int) -> str:
    # A hyphen stands in no record's place name.
    return f"heading-{place + 1}"


class _Markup:
    def __init__(self, document: Document, look: Look, source: Source) -> None:
        self._document = document
        self._look = look
        self._source = source
        self._words = PageWords(document)
        self._slants = look.slants and look.family.has_italics
        self._places: set[str] = set()
        self._headings = 0

    # One line for each kind of block: as many as there are kinds.
    def block(self, block: Block) -> str:  # noqa: C901, PLR0911, PLR0912
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._p(block.spans, block.style)
            case Quotation():
                return self._quotation(block)
            case ListItems():
                tag = "ol" if block.numbered else "ul"
                items = "".join(self._element("li", item) for item in block.items)
                return f"<{tag}>{items}</{tag}>"
            case Table():
                return self._table(block)
            case Facts():
                return self._facts(block)
            case Scale():
                return self._scale(block)
            case Timeline():
                return self._timeline(block)
            case Picture():
                return self._picture(block)
            case Pictured():
                return self._pictured(block)
            case WritingSpace():
                line = '<div class="line"></div>'
                lines = line * min(block.lines, _MOST_LINES)
                room = f'<div class="lines" aria-hidden="true">{lines}</div>' if lines else ""
                return self._p(block.prompt, "question") + room
            case Choices():
                return self._choices(block)
            case Notice():
                return f'<div class="notice" role="note">{self._p(block.spans)}</div>'
            case Signature():
                return f'<p class="signature">{"<br/>".join(map(text_in, block.lines))}</p>'
            case PageBreak():
                return '<div class="page-break"></div>'
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> str:
        level = min(heading.level, _DEEPEST_HEADING)
        if level == 1 and self._headings:
            level = 2
        name = _heading_id(self._headings)
        self._headings += 1
        return f'<h{level} id="{name}">{text_in(heading.text)}</h{level}>'

    def _p(self, spans: Spans, kind: str = "") -> str:
        return self._element("p", spans, kind) if text_of(spans).strip() else ""

    def _element(self, tag: str, spans: Spans, kind: str = "", more: str = "") -> str:
        """An element of text, which runs as its language does."""
        ours = self._document.right_to_left
        theirs = begin_at_right(spans, self._document.language, right_to_left=ours)
        turned = f' dir="{_direction(theirs)}"' if theirs is not ours else ""
        named = f' class="{kind}"' if kind else ""
        return f"<{tag}{named}{more}{turned}>{self._spans(spans)}</{tag}>"

    def _spans(self, spans: Spans) -> str:
        return "".join(map(self._span, spans))

    def _span(self, span: Span) -> str:
        text = text_in(span.text)
        if not text:
            return ""
        if span.bold or (span.italic and not self._slants):
            text = f"<strong>{text}</strong>"
        if span.italic and self._slants:
            text = f"<em>{text}</em>"
        if address := followed(span.link):
            text = f'<a href="{attribute(address)}">{text}</a>'
        if span.language:
            text = f"<span{self._language(span.language)}>{text}</span>"
        return text

    def _language(self, language: str) -> str:
        tag = attribute(language)
        turned = runs_right_to_left(language)
        direction = f' dir="{_direction(turned)}"' if turned != self._document.right_to_left else ""
        # EPUB reads the one, browsers the other.
        return f' lang="{tag}" xml:lang="{tag}"{direction}'

    def _quotation(self, quotation: Quotation) -> str:
        said = self._p((Span(quotation.words, language=quotation.language),))
        translated = self._p(plain(quotation.translation), "translation")
        source = quotation.source.strip()
        below = f"<figcaption>{text_in(quotation.source)}</figcaption>" if source else ""
        words = f"<blockquote>{said}{translated}</blockquote>" if said or translated else ""
        quote = f'<figure class="quote">{words}{below}</figure>'
        drawn = self._pictogram(quotation.pictogram, quotation.description)
        return f'<div class="pictured">{drawn}{quote}</div>' if drawn else quote

    def _table(self, table: Table) -> str:
        caption = self._spans(table.caption) if text_of(table.caption).strip() else ""
        head = "".join(f'<th scope="col">{text_in(text)}</th>' for text in table.header)
        rows = "".join(self._row(row) for row in table.rows)
        widths = "".join(
            f'<col style="inline-size: {100 * share:.0f}%"/>' for share in table.widths
        )
        return (
            "<table>"
            + (f"<caption>{caption}</caption>" if caption else "")
            + f"<colgroup>{widths}</colgroup>"
            + (f"<thead><tr>{head}</tr></thead>" if head else "")
            + f"<tbody>{rows}</tbody></table>"
        )

    def _row(self, row: Row) -> str:
        heads_row = len(row.cells) > 1 and text_of(row.cells[0]).strip()
        cells = [
            self._element("th", spans, more=' scope="row"')
            if heads_row and not place
            else self._element("td", spans)
            for place, spans in enumerate(row.cells)
        ]
        return f"<tr{self._place(row.anchor)}>{''.join(cells)}</tr>"

    def _place(self, anchor: str) -> str:
        name = place_name(anchor) if anchor else ""
        if not name or name in self._places:
            return ""
        self._places.add(name)
        return f' id="{name}"'

    def _facts(self, facts: Facts) -> str:
        items = "".join(
            f"<div><dt>{text_in(label)}</dt>{self._element('dd', value)}</div>"
            for label, value in facts.items
        )
        return f"<dl>{items}</dl>"

    def _scale(self, scale: Scale) -> str:
        drawn = draw_scale(
            scale,
            self._look,
            LINE,
            self._words.number,
            right_to_left=self._document.right_to_left,
        )
        question = self._p((Span(scale.question, language=scale.language),), "question")
        description = self._p(plain(scale.description), "small")
        return (
            f'<figure class="scale"><figcaption>{question}{description}</figcaption>'
            f"{svg(drawn, self._look.paper)}</figure>"
        )

    def _timeline(self, timeline: Timeline) -> str:
        mirrored = self._document.right_to_left
        drawn = draw_timeline(timeline, self._look, LINE, right_to_left=mirrored)
        description = self._p(plain(timeline.description), "small")
        return (
            f'<figure class="scale"><figcaption>{description}</figcaption>'
            f"{svg(drawn, self._look.paper)}</figure>"
        )

    def _picture(self, picture: Picture) -> str:
        caption = self._element("figcaption", picture.caption)
        share = min(max(round(100 * picture.share), 1), 100)
        return (
            f'<figure class="picture"><img src="{self._source(picture.image)}"'
            f' alt="{attribute(picture.description)}" style="inline-size: {share}%"/>'
            f"{caption if text_of(picture.caption).strip() else ''}</figure>"
        )

    def _pictured(self, block: Pictured) -> str:
        words = self._p(block.spans)
        place = self._place(block.anchor)
        drawn = self._pictogram(block.pictogram, block.description)
        beside = ' class="pictured"' if drawn else ""
        return f"<div{beside}{place}>{drawn}{words}</div>"

    def _pictogram(self, name: str, description: str) -> str:
        """Empty where there is no such picture."""
        image = pictogram(name)
        if image is None:
            return ""
        return f'<img src="{self._source(image)}" alt="{attribute(description)}"/>'

    def _choices(self, choices: Choices) -> str:
        asked = text_of(choices.prompt).strip()
        prompt = f"<legend>{self._spans(choices.prompt)}</legend>" if asked else ""
        boxes = "".join(
            f'<label><input type="checkbox"/> {self._spans(item)}</label>'
            for item in choices.items
            if text_of(item).strip()
        )
        return f"<fieldset>{prompt}{boxes}</fieldset>"


def _direction(right_to_left: bool) -> str:  # noqa: FBT001  # the one thing it is about
    return "rtl" if right_to_left else "ltr"
