"""Read a template: CommonMark 0.31 for the prose, conditions on lines of their own between it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from iro_desktop.documents.templates.faults import TemplateFault
from iro_desktop.documents.templates.template import (
    Items,
    NewPage,
    Part,
    Piece,
    Pieces,
    Prose,
    ProseKind,
    Run,
    Runs,
    When,
)
from iro_desktop.problems import Place, Problem

_TAG = re.compile(r"^\s*\{%\s*(.*?)\s*%\}\s*$")
_IF = re.compile(r"^if\s+(not\s+)?([a-z_]+)$")
_FIELD = re.compile(r"\{\{\s*(.*?)\s*\}\}")
_ONE_FIELD = re.compile(r"^\{\{\s*([^{}]*?)\s*\}\}$")
_HEADINGS = {"h1": ProseKind.TITLE, "h2": ProseKind.HEADING, "h3": ProseKind.SUBHEADING}
_DEEPEST = 8
_LINKS = ("mailto:", "tel:", "https:")


@dataclass(frozen=True, slots=True)
class Reading:
    """A template as far as it could be read, and what was wrong with it."""

    pieces: Pieces
    problems: tuple[Problem, ...]


def read_template(text: str, fields: frozenset[str], parts: frozenset[str]) -> Reading:
    """Read a template that may name these fields, and these parts of its document.

    Lines count from 1. What cannot be read is a problem and stands in no piece; nothing is raised.
    """
    reader = _Reader(fields, parts)
    pieces = reader.read(text.splitlines())
    return Reading(pieces, tuple(reader.problems))


@dataclass
class _Open:
    """A condition that has begun: where its pieces go until it ends."""

    when: When
    pieces: list[Piece] = field(default_factory=list)
    in_else: bool = False


class _Reader:
    def __init__(self, fields: frozenset[str], parts: frozenset[str]) -> None:
        self._fields = fields
        self._parts = parts
        self._markdown = MarkdownIt("commonmark")
        self.problems: list[Problem] = []

    def read(self, lines: Sequence[str]) -> Pieces:
        outermost: list[Piece] = []
        opened: list[_Open] = []
        start = 0
        for number, line in enumerate([*lines, "{%%}"], start=1):
            tag = _TAG.match(line)
            if not tag:
                continue
            into = opened[-1].pieces if opened else outermost
            into.extend(self._prose(lines[start : number - 1], start))
            start = number
            if number <= len(lines):
                self._tag(tag[1], line.strip(), number, opened, outermost)
        for left in opened:
            self._note(TemplateFault.NEVER_ENDED, left.when.line, f"if {left.when.field}")
        return tuple(outermost)

    def _tag(
        self, words: str, line: str, number: int, opened: list[_Open], outermost: list[Piece]
    ) -> None:
        condition = _IF.match(words)
        if condition:
            name = condition[2]
            if name not in self._fields | self._parts:
                self._unknown(TemplateFault.NO_SUCH_FIELD, name, number)
            if len(opened) == _DEEPEST:
                self._note(TemplateFault.TOO_DEEP, number, line)
            opened.append(_Open(When(number, name, (), is_not=bool(condition[1]))))
        elif words not in {"else", "end"}:
            self._note(TemplateFault.NOT_A_CONDITION, number, line)
        elif not opened or (words == "else" and opened[-1].in_else):
            self._note(TemplateFault.NOTHING_BEGUN, number, line)
        elif words == "else":
            opened[-1] = self._turned(opened[-1])
        else:
            done = opened.pop()
            if len(opened) < _DEEPEST:
                (opened[-1].pieces if opened else outermost).append(_whole(done))

    def _turned(self, condition: _Open) -> _Open:
        return _Open(replace(condition.when, then=tuple(condition.pieces)), in_else=True)

    def _prose(self, lines: Sequence[str], before: int) -> Iterator[Piece]:
        """The pieces of some lines, of which `before` stand above them."""
        tokens = self._markdown.parse("\n".join(lines))
        place = 0
        while place < len(tokens):
            token = tokens[place]
            end = _end_of(tokens, place)
            yield from self._piece(tokens[place : end + 1], before + (token.map or [0])[0] + 1)
            place = end + 1

    def _piece(self, tokens: Sequence[Token], line: int) -> Iterator[Piece]:
        first = tokens[0]
        if first.type == "paragraph_open":
            yield self._paragraph(tokens[1], line)
        elif first.type == "heading_open" and first.tag in _HEADINGS:
            yield Prose(line, _HEADINGS[first.tag], self._runs(tokens[1], line))
        elif first.type in {"bullet_list_open", "ordered_list_open"}:
            items = tuple(self._runs(each, line) for each in tokens if each.type == "inline")
            yield Items(line, items, numbered=first.type == "ordered_list_open")
        elif first.type == "blockquote_open":
            for each in tokens:
                if each.type == "inline":
                    yield Prose(line, ProseKind.NOTICE, self._runs(each, line))
        elif first.type == "hr":
            yield NewPage(line)
        else:
            self._note(TemplateFault.NOT_TAKEN, line, first.markup or first.content.strip()[:30])

    def _paragraph(self, inline: Token, line: int) -> Piece:
        alone = _ONE_FIELD.match(inline.content)
        if alone and alone[1] not in self._fields:
            name = alone[1]
            if name not in self._parts:
                self._unknown(TemplateFault.NO_SUCH_PART, name, line)
            return Part(line, name)
        return Prose(line, ProseKind.PARAGRAPH, self._runs(inline, line))

    def _runs(self, inline: Token, line: int) -> Runs:
        runs: list[Run] = []
        style = Run()
        for token in inline.children or ():
            match token.type:
                case "text":
                    runs += self._fields_in(token.content, style, line)
                case "softbreak":
                    runs.append(replace(style, text=" "))
                case "hardbreak":
                    runs.append(replace(style, text="\n"))
                case "strong_open" | "strong_close":
                    style = replace(style, bold=token.type == "strong_open")
                case "em_open" | "em_close":
                    style = replace(style, italic=token.type == "em_open")
                case "link_open" | "link_close":
                    style = replace(style, link=self._link(token, line))
                case _:
                    self._note(TemplateFault.NOT_TAKEN, line, token.content or token.type)
        return tuple(runs)

    def _fields_in(self, text: str, style: Run, line: int) -> Iterator[Run]:
        for place, part in enumerate(_FIELD.split(text)):
            if not place % 2:
                if part:
                    yield replace(style, text=part)
            elif part in self._fields:
                yield replace(style, field=part)
            elif part in self._parts:
                self._note(TemplateFault.PART_INSIDE_TEXT, line, part)
            else:
                self._unknown(TemplateFault.NO_SUCH_FIELD, part, line)

    def _link(self, token: Token, line: int) -> str:
        target = str(token.attrs.get("href", ""))
        if token.type == "link_open" and not target.startswith(_LINKS):
            self._note(TemplateFault.NOT_TAKEN, line, target)
            return ""
        return target

    def _unknown(self, fault: TemplateFault, name: str, line: int) -> None:
        known = self._parts if fault is TemplateFault.NO_SUCH_PART else self._fields | self._parts
        self._note(fault, line, name, instead=f"there are: {', '.join(sorted(known))}")

    def _note(self, fault: TemplateFault, line: int, subject: str, **data: str) -> None:
        self.problems.append(Problem(fault, subject, Place(line=line), data))


def _whole(condition: _Open) -> When:
    pieces = tuple(condition.pieces)
    if condition.in_else:
        return replace(condition.when, otherwise=pieces)
    return replace(condition.when, then=pieces)


def _end_of(tokens: Sequence[Token], start: int) -> int:
    """The token that closes the block which this one opens; itself where it opens none."""
    depth = 0
    for place in range(start, len(tokens)):
        depth += tokens[place].nesting
        if depth == 0:
            return place
    return len(tokens) - 1
