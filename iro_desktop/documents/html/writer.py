"""The neutral document as one page of HTML without scripts, links or anything to fetch.

Kept to what Qt's rich text also draws: tables with borders, no flexible boxes, no custom
properties.
"""

from decimal import ROUND_HALF_UP
from functools import partial
from typing import assert_never

from iro_desktop.documents.anchors import place_name
from iro_desktop.documents.blocks import (
    Block,
    Choices,
    Design,
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
    TimelineStep,
    WritingSpace,
)
from iro_desktop.documents.characters import one_line
from iro_desktop.documents.html.escaping import attribute, data_address, text_in
from iro_desktop.documents.html.markup import LINE
from iro_desktop.documents.html.palette import LIGHT, Palette
from iro_desktop.documents.html.style_sheet import Sheet
from iro_desktop.documents.look import LOOKS, look_of
from iro_desktop.documents.page_words import PageWords
from iro_desktop.documents.pictogram_files import pictogram
from iro_desktop.documents.presentable import presentable
from iro_desktop.documents.stacked import stacked
from iro_desktop.documents.time_line import SIGNS, slots_of

_DEEPEST_HEADING = 6
_SCORES = range(11)
_SLOTS = 20
_PICTOGRAM_PIXELS = 96
_LINE_PIXELS = 600
# Qt reads HTML, not XML.
_text = partial(text_in, line_end="<br>")


def write_html(document: Document, palette: Palette = LIGHT, *, zoom: float = 1) -> str:
    """The page. Every character of the document's text stands in it as text.

    `zoom` makes text larger. In Qt, give the `QTextDocument` a default font of
    `body_points(document) * zoom` as well: headings take their size from it.
    """
    look = look_of(document)
    words = PageWords(document)
    page = _Page(document, words)
    blocks = [page.block(block) for block in stacked(presentable(document), look, LINE)]
    if document.made_up:
        blocks.insert(0, f'<p class="small">{_text(words.made_up)}</p>')
    body = "\n".join(blocks)
    sheet = Sheet(look, palette.over(look.ink), zoom, document.right_to_left)
    direction = "rtl" if document.right_to_left else "ltr"
    language = attribute(document.language)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head>\n'
        f'<meta charset="utf-8">\n<title>{_text(one_line(document.title))}</title>\n'
        f"<style>\n{sheet.text()}\n</style>\n</head>\n"
        f'<body dir="{direction}">\n{body}\n</body>\n</html>\n'
    )


def body_points(of: Document | Design) -> float:
    """The size of running text in a document, or in a design that nobody asked to have changed."""
    return look_of(of).body if isinstance(of, Document) else LOOKS[of].body


class _Page:
    def __init__(self, document: Document, words: PageWords) -> None:
        self._words = words
        look = look_of(document)
        self._slants = look.slants and look.family.has_italics
        self._start, self._end = ("right", "left") if document.right_to_left else ("left", "right")
        self._places: set[str] = set()

    # One line for each kind of block: as many as there are kinds.
    def block(self, block: Block) -> str:  # noqa: C901, PLR0911, PLR0912
        match block:
            case Heading():
                tag = f"h{min(block.level, _DEEPEST_HEADING)}"
                return f"<{tag}>{_text(block.text)}</{tag}>"
            case Paragraph():
                return f'<p class="{block.style}">{self._spans(block.spans)}</p>'
            case Quotation():
                return self._quotation(block)
            case ListItems():
                tag = "ol" if block.numbered else "ul"
                items = "".join(f"<li>{self._spans(item)}</li>" for item in block.items)
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
                room = "<br>" * block.lines
                return f'<p class="question">{self._spans(block.prompt)}</p><p>{room}</p>'
            case Choices():
                ticks = "".join(f"<p>☐ {self._spans(item)}</p>" for item in block.items)
                return f'<p class="question">{self._spans(block.prompt)}</p>{ticks}'
            case Notice():
                words = self._spans(block.spans)
                return f'<table class="notice" width="100%"><tr><td>{words}</td></tr></table>'
            case Signature():
                lines = "<br>".join(map(_text, block.lines))
                return f'<p class="signature">{lines}</p>'
            case PageBreak():
                return "<hr>"
            case _:
                assert_never(block)

    def _spans(self, spans: Spans) -> str:
        return "".join(map(self._span, spans))

    def _span(self, span: Span) -> str:
        text = _text(span.text)
        if span.bold or (span.italic and not self._slants):
            text = f"<b>{text}</b>"
        if span.italic and self._slants:
            text = f"<i>{text}</i>"
        if span.language:
            text = f'<span lang="{attribute(span.language)}">{text}</span>'
        return text

    def _quotation(self, quotation: Quotation) -> str:
        quoted = (Span(quotation.words, language=quotation.language),)
        words = f"<p>{self._spans(quoted)}</p>" if quotation.words else ""
        translated = f"<p>{_text(quotation.translation)}</p>" if quotation.translation else ""
        source = f'<p class="small">{_text(quotation.source)}</p>' if quotation.source else ""
        # Qt draws a rule beside a table cell, but not beside a block.
        said = f"<td>{words}{translated}{source}</td>"
        drawn = self._pictogram_cell(quotation.pictogram, quotation.description)
        cells = self._mirrored(drawn, said) if drawn else said
        return f'<table class="quote" width="100%"><tr>{cells}</tr></table>'

    def _pictured(self, block: Pictured) -> str:
        place, words = self._place(block.anchor), self._spans(block.spans)
        drawn = self._pictogram_cell(block.pictogram, block.description)
        if not drawn:
            return f'<p class="body">{place}{words}</p>'
        cells = self._mirrored(drawn, f"<td>{place}{words}</td>")
        return f'<table class="pictured" width="100%"><tr>{cells}</tr></table>'

    def _pictogram_cell(self, name: str, description: str) -> str:
        """Empty where there is no such picture."""
        image = pictogram(name)
        if image is None:
            return ""
        drawn = (
            f'<img src="{data_address(image)}" width="{_PICTOGRAM_PIXELS}"'
            f' alt="{attribute(description)}">'
        )
        return f'<td width="20%">{drawn}</td>'

    def _mirrored(self, *cells: str) -> str:
        """Cells of a row as they stand from left to right: Qt mirrors no table by itself."""
        return "".join(reversed(cells) if self._start == "right" else cells)

    def _table(self, table: Table) -> str:
        shares = [round(share * 100) for share in table.widths]
        caption = f'<p class="caption">{self._spans(table.caption)}</p>' if table.caption else ""
        head = self._mirrored(
            *(
                f'<th scope="col" width="{share}%" align="{self._start}">{_text(text)}</th>'
                for text, share in zip(table.header, shares, strict=bool(table.header))
            )
        )
        rows = "".join(self._row(row, shares) for row in table.rows)
        head = f"<thead><tr>{head}</tr></thead>" if table.header else ""
        return f'{caption}<table class="data" width="100%">{head}<tbody>{rows}</tbody></table>'

    def _facts(self, facts: Facts) -> str:
        rows = "".join(
            "<tr>"
            + self._mirrored(
                f'<td class="label" width="30%">{_text(label)}</td>',
                f'<td width="70%">{self._spans(value)}</td>',
            )
            + "</tr>"
            for label, value in facts.items
        )
        return f'<table class="facts" width="100%">{rows}</table>'

    def _picture(self, picture: Picture) -> str:
        # Qt takes widths of pictures in pixels alone.
        width = round(_LINE_PIXELS * picture.share)
        return (
            f'<p><img src="{data_address(picture.image)}" width="{width}"'
            f' alt="{attribute(picture.description)}"></p>'
            f'<p class="caption">{self._spans(picture.caption)}</p>'
        )

    def _row(self, row: Row, shares: list[int]) -> str:
        place = self._place(row.anchor)
        cells = self._mirrored(
            *(
                f'<td width="{share}%">{"" if index else place}{self._spans(spans)}</td>'
                for index, (spans, share) in enumerate(zip(row.cells, shares, strict=True))
            )
        )
        return f"<tr>{cells}</tr>"

    def _place(self, anchor: str) -> str:
        name = place_name(anchor) if anchor else ""
        if not name or name in self._places:
            return ""
        self._places.add(name)
        return f'<a id="{name}" name="{name}"></a>'

    def _timeline(self, timeline: Timeline) -> str:
        # Qt draws no shapes: a row of small cells stands for the line, and signs for the marks.
        slots = slots_of(timeline, _SLOTS)
        signs = [sign for _, sign in SIGNS]
        rows = "".join(
            f"<tr>{self._lane(step, marks)}</tr>"
            for step, marks in zip(timeline.steps, slots, strict=True)
        )
        keys = " \u00a0 ".join(map(" ".join, zip(signs, timeline.keys, strict=True)))
        return (
            f'<table class="scale" width="100%">{rows}</table>'
            f'<p class="small">{_text(keys)}</p>'
            f'<p class="small">{_text(timeline.description)}</p>'
        )

    def _lane(self, step: TimelineStep, marks: tuple[str, ...]) -> str:
        name = f'<td width="40%" align="{self._start}">{self._spans(step.what)}</td>'
        return self._mirrored(name, *(f'<td class="mark" width="3%">{mark}</td>' for mark in marks))

    def _scale(self, scale: Scale) -> str:
        people: dict[int, list[str]] = {}
        for mark in scale.marks:
            column = int(mark.value.to_integral_value(ROUND_HALF_UP))
            column = min(max(column, _SCORES[0]), _SCORES[-1])
            words = f"{mark.person} {self._words.number(mark.value)}"
            people.setdefault(column, []).append(words)
        names = {score: "<br>".join(map(_text, people.get(score, ()))) for score in _SCORES}
        marks = self._mirrored(
            *(f'<td class="name" width="9%">{names[score]}</td>' for score in _SCORES)
        )
        numbers = self._mirrored(
            *(
                f'<td class="{"marked" if score in people else "mark"}">{score}</td>'
                for score in _SCORES
            )
        )
        ends = self._mirrored(
            f'<td width="50%" align="{self._start}">{_text(scale.meaning_of_0)}</td>',
            f'<td width="50%" align="{self._end}">{_text(scale.meaning_of_10)}</td>',
        )
        return (
            f'<p class="question">{_text(scale.question)}</p>'
            f'<table class="scale" width="100%"><tr>{marks}</tr><tr>{numbers}</tr></table>'
            f'<table class="ends" width="100%"><tr>{ends}</tr></table>'
            f'<p class="small">{_text(scale.description)}</p>'
        )
