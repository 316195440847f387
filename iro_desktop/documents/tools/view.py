"""What each tool's part of a document is made from, and the words that all of them share."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from iro_desktop.documents.blocks import ListItems, Paragraph, Spans, authored, plain
from iro_desktop.documents.filled import filled
from iro_desktop.domain.practice_pack import PracticePack
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.tools.comparison import Change, Compared, compare, entries_of, last_with
from iro_desktop.domain.tools.entries import EntryState, Tool, ToolEntry
from iro_desktop.domain.tools.record import EarlierTools, ToolRecord
from iro_desktop.i18n.translator import Translator

E = TypeVar("E", bound=ToolEntry)


@dataclass(frozen=True, slots=True)
class ToolView:
    """One tool of one review in the reader's language, beside the meeting that last used it."""

    tool: Tool
    record: ReviewRecord
    pack: PracticePack
    tr: Translator

    @property
    def tools(self) -> ToolRecord:
        """Every tool of the review."""
        return self.record.tools

    @property
    def last(self) -> EarlierTools | None:
        """The latest earlier meeting that used this tool."""
        return last_with(self.record.earlier_tools, self.tool)

    @property
    def title(self) -> str:
        """What the pack calls the tool."""
        return self.tr(self.pack.titles.get(self.tool, "")) or named(self.tool)

    def compared(self, now: Sequence[E], kind: type[E]) -> tuple[Compared[E], ...]:
        """Each entry of a kind beside what it was last time; without such a meeting all are new."""
        before = entries_of(self.last.tools, self.tool) if self.last else ()
        return compare([entry for entry in before if isinstance(entry, kind)], now)


def named(name: str) -> str:
    """An id of a pack that is not in force any more, in words."""
    return name.replace("_", " ").capitalize()


def in_order(entries: Iterable[E]) -> list[E]:
    """Entries as they stand on the screen."""
    return sorted(entries, key=lambda entry: entry.position)


def no_words(state: EntryState, tr: Translator) -> str:
    """Why there are no words: four different things, none of which is "none"."""
    return {
        EntryState.UNANSWERED: tr("A question still to ask."),
        EntryState.ANSWERED: tr("A question still to ask."),
        EntryState.DECLINED: tr("Asked, and did not want to answer."),
        EntryState.NOT_APPLICABLE: tr("This does not apply."),
        EntryState.UNKNOWN: tr("Asked, and nobody knows."),
    }[state]


def said(entry: ToolEntry, words: str, tr: Translator) -> Spans:
    """The words, in quotation marks where they are exactly someone's; else why there are none."""
    text = words.strip()
    if not text:
        return plain(no_words(entry.state, tr))
    return filled(tr("“{words}”"), words=authored(text)) if entry.is_verbatim else authored(text)


def is_told(entry: ToolEntry, words: str) -> bool:
    """Whether an entry says anything at all: words, or why there are none."""
    return bool(words.strip()) or entry.state not in {EntryState.UNANSWERED, EntryState.ANSWERED}


def since_last_time(one: Compared[E], words: str, view: ToolView) -> Spans:
    """What became of a thing since the meeting before, `words` being what it said then."""
    tr, last = view.tr, view.last
    if last is None:
        return ()
    if one.change is Change.NEW:
        return plain(tr("New"))
    if not one.says_otherwise or not words.strip():
        return plain(tr("As it was"))
    return last_time(words, last.held_on, tr)


def last_time(words: str, day: dt.date, tr: Translator) -> Spans:
    """What a thing said at an earlier meeting."""
    said_then = authored(words.strip())
    return filled(tr("Last time, {day}: {words}"), day=plain(tr.short_date(day)), words=said_then)


def gone(lines: Iterable[Spans], view: ToolView) -> tuple[Paragraph | ListItems, ...]:
    """What stood there last time and does not any more; nothing where there is none."""
    items, last = tuple(lines), view.last
    if not items or last is None:
        return ()
    lead = view.tr(
        "There last time, {day}, and not any more:", day=view.tr.short_date(last.held_on)
    )
    return (Paragraph(plain(lead), keep_with_next=True), ListItems(items))
