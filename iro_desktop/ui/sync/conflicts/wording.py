"""A conflict put into words: whose version is whose, what each field says, what may be chosen."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from iro_desktop.domain.conflicts import Conflict, ConflictCause, FieldInConflict, Side
from iro_desktop.form_engine.definition import Question
from iro_desktop.i18n import screen, tr
from iro_desktop.sync.rules import Rule, Rules
from iro_desktop.ui.sync.conflicts import page as pages
from iro_desktop.ui.sync.conflicts.differences import differing
from iro_desktop.ui.sync.conflicts.field_words import field_in_words
from iro_desktop.ui.sync.conflicts.kind_words import kind_in_words
from iro_desktop.ui.sync.conflicts.page import FieldWords, Offer, PartWords, SideWords, VersionWords
from iro_desktop.ui.sync.conflicts.values import is_nothing, value_in_words
from iro_desktop.ui.sync.words import moment_in_words

_NAMED_BY = ("what", "words", "name", "text", "title", "sentence", "question", "person", "known_as")
_PLACE = "position"
_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class ConflictWords:
    """Words one conflict. `question` is the form's, where the thing is an answer to it."""

    conflict: Conflict
    now: dt.datetime
    rules: Rules
    question: Question | None = None

    # What it is about

    def title(self) -> str:
        """What kind of thing has two versions."""
        return kind_in_words(self.conflict.kind)

    def about(self) -> str:
        """Which one: the question, or the words one knows it by."""
        if self.question is not None:
            return self.question.text
        for side in self.conflict.sides:
            for name in _NAMED_BY:
                found = side.fields.get(name)
                if isinstance(found, str) and found.strip():
                    return _short(found)
        return ""

    def why(self) -> str:
        """Why nobody but a person can decide."""
        match self.conflict.cause:
            case ConflictCause.BOTH_CHANGED:
                return tr(
                    "Both changed the same words before either had seen the other’s. "
                    "Both versions are kept whatever you decide."
                )
            case ConflictCause.TAKEN_AWAY_AND_CHANGED:
                return tr(
                    "One took this away while another wrote in it. "
                    "Both are kept in the history whatever you decide."
                )
            case ConflictCause.AFTER_CLOSING:
                return tr(
                    "This was written after the review was closed. A closed record is not "
                    "changed: what is new can stand beside it as an addendum."
                )

    # Whose

    def sides(self) -> tuple[SideWords, ...]:
        """Whose each version is."""
        return tuple(self._side(place, side) for place, side in enumerate(self.conflict.sides))

    def _side(self, place: int, side: Side) -> SideWords:
        details = [tr("took it away")] if side.withdrawn else []
        if side.by and side.by != side.author:
            details.append(tr("sent by {name}", name=side.by))
        details.append(moment_in_words(side.made_at, self.now))
        if self.conflict.cause is ConflictCause.AFTER_CLOSING and place == 0:
            return SideWords(tr("As it was closed"), tuple(details), side.is_mine, side.withdrawn)
        if side.is_mine:
            whose = tr("Yours, from this laptop")
        else:
            whose = side.author.strip() or tr("Brought together by itself")
        return SideWords(whose, tuple(details), side.is_mine, side.withdrawn)

    # What each says

    def parts(self) -> tuple[PartWords, ...]:
        """What is to be decided, or, of a thing to be decided as a whole, what differs."""
        waiting = list(self.disputed())
        parts: list[PartWords] = []
        while waiting:
            names = self._decided_with(waiting[0].name)
            parts.append(self._part([one for one in waiting if one.name in names]))
            waiting = [one for one in waiting if one.name not in names]
        return tuple(parts)

    def _decided_with(self, name: str) -> frozenset[str]:
        """Fields that mean something only together with this one, and itself."""
        names = frozenset({name})
        groups = self.rules.together(self.conflict.kind)
        while True:
            grown = names.union(*(group for group in groups if group & names))
            if grown == names:
                return names
            names = grown

    def _part(self, disputed: Sequence[FieldInConflict]) -> PartWords:
        by_field = self.conflict.cause is ConflictCause.BOTH_CHANGED
        first = disputed[0]
        rule = self._rule(first.name) if len(disputed) == 1 else Rule.WHOLE
        is_text = all(isinstance(value, str) or value is None for value in first.versions)
        shown = [one for one in disputed if field_in_words(self.conflict.kind, one.name)]
        return PartWords(
            tuple(one.name for one in disputed),
            tuple(self._field(one) for one in shown or disputed[:1]),
            self._offers(rule, is_text=is_text) if by_field else (),
            third_begins_as=str(self._mine(first.versions) or ""),
        )

    def _rule(self, name: str) -> Rule:
        versions = tuple(side.fields for side in self.conflict.sides)
        return self.rules.rule_for(self.conflict.kind, name, versions)

    def disputed(self) -> tuple[FieldInConflict, ...]:
        """What differs between the sides."""
        if self.conflict.cause is ConflictCause.BOTH_CHANGED:
            return self.conflict.disputed
        first, *rest = self.conflict.sides
        names = [
            name
            for name in first.fields
            if any(other.fields.get(name) != first.fields[name] for other in rest)
        ]
        # What a newer program alone knows of it is no less new.
        names += dict.fromkeys(
            name
            for other in rest
            for name, value in other.fields.items()
            if name not in first.fields and not is_nothing(value)
        )
        known = {one.name: one for one in self.conflict.disputed}
        return tuple(
            known.get(name)
            or FieldInConflict(
                name, None, tuple(side.fields.get(name) for side in self.conflict.sides)
            )
            for name in names
        )

    def merged(self) -> tuple[tuple[str, str], ...]:
        """What nobody disputes, each with what it is called; empty fields are left out."""
        conflict = self.conflict
        if conflict.cause is not ConflictCause.BOTH_CHANGED:
            return ()
        disputed = {one.name for one in conflict.disputed}
        return tuple(
            (label, self._value(name, value))
            for name, value in conflict.merged.items()
            if name not in disputed
            and not is_nothing(value)
            and (label := field_in_words(conflict.kind, name))
            and name != _PLACE
            and (conflict.kind, name) != ("answer", "question")
        )

    def _field(self, one: FieldInConflict) -> FieldWords:
        rule = self._rule(one.name)
        said = [self._quoted(one.name, value, rule) for value in one.versions]
        versions = tuple(
            VersionWords(text, differing(text, [*said[:place], *said[place + 1 :]]))
            for place, text in enumerate(said)
        )
        before = "" if one.before is None else self._quoted(one.name, one.before, rule)
        return FieldWords(one.name, field_in_words(self.conflict.kind, one.name), before, versions)

    def _mine(self, versions: Sequence[object]) -> object:
        pairs = zip(self.conflict.sides, versions, strict=True)
        return next((value for side, value in pairs if side.is_mine), versions[0])

    def _offers(self, rule: Rule, *, is_text: bool) -> tuple[Offer, ...]:
        offers = [
            Offer(f"{pages.SIDE}{place}", _keep(side)) for place, side in enumerate(self.sides())
        ]
        if is_text and rule is not Rule.WHOLE:
            offers.append(Offer(pages.BOTH, tr("Keep both, one after the other")))
        if is_text and rule is Rule.PROSE:
            offers.append(Offer(pages.THIRD, tr("Write other words")))
        return tuple(offers)

    def whole_offers(self) -> tuple[Offer, ...]:
        """Ways to decide the thing as a whole."""
        match self.conflict.cause:
            case ConflictCause.BOTH_CHANGED:
                return ()
            case ConflictCause.AFTER_CLOSING:
                return (
                    Offer(pages.ADDENDUM, tr("Keep it as an addendum, in these words")),
                    Offer(pages.LEAVE_OUT, tr("Leave it out of the record")),
                )
            case ConflictCause.TAKEN_AWAY_AND_CHANGED:
                return tuple(
                    Offer(
                        f"{pages.SIDE}{place}",
                        _take_away(side) if side.withdrawn else _keep_changed(side),
                    )
                    for place, side in enumerate(self.sides())
                )

    def addendum(self) -> str:
        """What came after closing, as the words of an addendum."""
        if self.conflict.cause is not ConflictCause.AFTER_CLOSING:
            return ""
        parts = []
        for place, side in enumerate(self.conflict.sides[1:], start=1):
            lines = [self.about()] if self.about() else []
            if side.withdrawn:
                lines.append(tr("Taken away after the review was closed."))
            else:
                lines.extend(self._new_lines(place))
            parts.append("\n".join(lines))
        return "\n\n".join(parts)

    def _new_lines(self, place: int) -> list[str]:
        return [
            tr("{label}: {value}", label=label, value=self._value(one.name, one.versions[place]))
            for one in self.disputed()
            if one.versions[place] != one.versions[0]
            and (label := field_in_words(self.conflict.kind, one.name))
        ]

    def _quoted(self, field: str, value: object, rule: Rule) -> str:
        text = self._value(field, value)
        if rule is Rule.VERBATIM and isinstance(value, str) and value:
            return tr("“{words}”", words=text)
        return text

    def _value(self, field: str, value: object) -> str:
        return value_in_words(self.conflict.kind, field, value, self.question)

    # In a line

    def who(self) -> str:
        """Who wrote the versions, in one line."""
        names = [one.whole for one in self.sides()]
        return screen().list(list(dict.fromkeys(names)))


def _keep(side: SideWords) -> str:
    if side.is_mine:
        return tr("Keep mine ({details})", details=side.when)
    return tr("Keep what {name} wrote ({details})", name=side.whose, details=side.when)


def _keep_changed(side: SideWords) -> str:
    if side.is_mine:
        return tr("Keep it as I changed it ({details})", details=side.when)
    return tr("Keep it as {name} changed it ({details})", name=side.whose, details=side.when)


def _take_away(side: SideWords) -> str:
    if side.is_mine:
        return tr("Take it away, as I did ({details})", details=side.when)
    return tr("Take it away, as {name} did ({details})", name=side.whose, details=side.when)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_TITLE else f"{text[: _LONGEST_TITLE - 1].rstrip()}…"
