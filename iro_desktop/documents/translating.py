"""A person's own texts in a finished document: found for a translator, and put in once translated.

Fixed phrases come from catalogues; what the IRO, the child and others wrote does not. A child's
words are never replaced: the translation stands below them.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

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
    ParagraphStyle,
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
    plain,
)
from iro_desktop.documents.characters import writable
from iro_desktop.domain.translations import TranslatedText
from iro_desktop.i18n.languages import ENGLISH, LANGUAGES
from iro_desktop.i18n.translator import Translator

_ID_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Segment:
    """One text to translate. `id` is the same for the same text; `place` is the heading above."""

    id: str
    text: str
    place: str = ""


def key_of(text: str) -> str:
    """A text as translations know it: without what no file can hold, and without outer spaces."""
    return writable(text).strip()


def segment_of(text: str, place: str = "") -> Segment:
    """The segment that a text makes."""
    key = key_of(text)
    digest = hashlib.sha256(key.encode("utf-8")).hexdigest()
    return Segment(digest[:_ID_LENGTH], key, place)


def segments(document: Document, into: str = "") -> tuple[Segment, ...]:
    """What a translator renders, in the document's order, each text once.

    What someone said or wrote in the language `into` already needs none.
    """
    found: dict[str, Segment] = {}
    place = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            place = key_of(block.text)
        for text, language in _texts_of(block):
            if _has_words(text) and not (into and language == into):
                segment = segment_of(text, place)
                found.setdefault(segment.id, segment)
    return tuple(found.values())


def translated(
    document: Document, texts: Mapping[str, TranslatedText], tr: Translator
) -> tuple[Document, tuple[str, ...]]:
    """The document with its authored texts in its own language, and those that have no translation.

    Such a text stays as it was written, tagged as English; the document then says that it is a
    draft, and `other_languages` finds the text, so that nobody signs it. A document in English
    passes unchanged.

    Args:
        document: with its fixed phrases in its language already.
        texts: translations into that language, by `key_of` what they translate.
        tr: the document's language.
    """
    if _is_english(document.language):
        return document, ()
    work = _Translating(document.language, texts)
    blocks = tuple(work.block(block) for block in document.blocks)
    missing = tuple(work.missing)
    blocks = (*_with_draft_notice(blocks, tr, missing), *_by_whom(work.used.values(), tr))
    return replace(document, blocks=blocks), missing


def _is_english(language: str) -> bool:
    known = LANGUAGES.get(language)
    return language == ENGLISH or known is None or not known.is_spoken


class _Translating:
    """Puts translations in, and remembers which were used and which are missing."""

    def __init__(self, language: str, texts: Mapping[str, TranslatedText]) -> None:
        self._language = language
        self._texts = texts
        self.used: dict[str, TranslatedText] = {}
        self.missing: dict[str, None] = {}

    def block(self, block: Block) -> Block:
        match block:
            case Quotation():
                return self._quotation(block)
            case Scale() if block.authored:
                return self._scale(block)
            case Picture():
                changed = with_spans(block, self._spans)
                described = {span.text for span in block.caption if span.authored}
                if isinstance(changed, Picture) and block.description in described:
                    said = self._in_language(block.description)
                    return replace(changed, description=said or block.description)
                return changed
            case _:
                return with_spans(block, self._spans)

    def _spans(self, spans: Spans) -> Spans:
        return tuple(self._span(span) for span in spans)

    def _span(self, span: Span) -> Span:
        if not span.authored or not _has_words(span.text) or span.language == self._language:
            return span
        said = self._in_language(span.text)
        if not said:
            return replace(span, language=span.language or ENGLISH)
        before = span.text[: len(span.text) - len(span.text.lstrip())]
        after = span.text[len(span.text.rstrip()) :]
        return replace(span, text=f"{before}{said}{after}", language="")

    def _quotation(self, quotation: Quotation) -> Quotation:
        if not _has_words(quotation.words) or quotation.language == self._language:
            return quotation
        said = quotation.translation or self._in_language(quotation.words)
        return replace(quotation, language=quotation.language or ENGLISH, translation=said)

    def _scale(self, scale: Scale) -> Scale:
        texts = (scale.question, scale.meaning_of_0, scale.meaning_of_10)
        if scale.language == self._language:
            return scale
        said = [self._in_language(text) if _has_words(text) else text for text in texts]
        # A line has one language: half a translation would be neither.
        if any(not new and _has_words(old) for old, new in zip(texts, said, strict=True)):
            return replace(scale, language=scale.language or ENGLISH)
        question, lowest, highest = said
        return replace(
            scale, question=question, meaning_of_0=lowest, meaning_of_10=highest, language=""
        )

    def _in_language(self, text: str) -> str:
        """The translation; empty, and noted as missing, where there is none."""
        key = key_of(text)
        found = self._texts.get(key)
        if found is None or not found.target.strip():
            self.missing[key] = None
            return ""
        self.used[key] = found
        return found.target.strip()


# One line for each kind of block: as many as there are kinds.
def with_spans(  # noqa: PLR0911
    block: Block, change: Callable[[Spans], Spans]
) -> Block:
    """The block with each of its runs of spans changed."""
    match block:
        case Paragraph() | Notice() | Pictured():
            return replace(block, spans=change(block.spans))
        case ListItems():
            return replace(block, items=tuple(map(change, block.items)))
        case Table():
            rows = tuple(_row(row, change) for row in block.rows)
            return replace(block, caption=change(block.caption), rows=rows)
        case Timeline():
            steps = tuple(_step(step, change) for step in block.steps)
            return replace(block, steps=steps)
        case Facts():
            return replace(block, items=tuple((label, change(said)) for label, said in block.items))
        case Picture():
            return replace(block, caption=change(block.caption))
        case WritingSpace():
            return replace(block, prompt=change(block.prompt))
        case Choices():
            items = tuple(map(change, block.items))
            return replace(block, prompt=change(block.prompt), items=items)
        case Heading() | Quotation() | Scale() | Signature() | PageBreak():
            return block
        case _:
            assert_never(block)


def _row(row: Row, change: Callable[[Spans], Spans]) -> Row:
    return replace(row, cells=tuple(map(change, row.cells)))


def _step(step: TimelineStep, change: Callable[[Spans], Spans]) -> TimelineStep:
    return replace(step, what=change(step.what))


def _texts_of(block: Block) -> Iterator[tuple[str, str]]:
    """Each authored text of a block, with its language where that is not the document's."""
    match block:
        case Quotation():
            yield block.words, block.language
        case Scale() if block.authored:
            for text in (block.question, block.meaning_of_0, block.meaning_of_10):
                yield text, block.language
        case _:
            yield from ((span.text, span.language) for span in _spans_of(block) if span.authored)


def _spans_of(block: Block) -> list[Span]:
    found: list[Span] = []

    def look(spans: Spans) -> Spans:
        found.extend(spans)
        return spans

    with_spans(block, look)
    return found


def _has_words(text: str) -> bool:
    return any(sign.isalpha() for sign in key_of(text))


def _with_draft_notice(
    blocks: tuple[Block, ...], tr: Translator, missing: tuple[str, ...]
) -> tuple[Block, ...]:
    """The blocks with the notice beneath the title."""
    if not missing:
        return blocks
    notice = Notice(plain(tr("This is a draft: some parts are still in English.")))
    titled = (place for place, block in enumerate(blocks, start=1) if _is_title(block))
    place = next(titled, 0)
    return (*blocks[:place], notice, *blocks[place:])


def _is_title(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _by_whom(used: Iterable[TranslatedText], tr: Translator) -> Iterator[Block]:
    """Who translated, and when; a line for each."""
    for name, day in dict.fromkeys((text.translator, text.translated_on) for text in used):
        said = tr("Translated by {name} on {day}.", name=name, day=tr.date(day))
        yield Paragraph(plain(said), ParagraphStyle.SMALL)
