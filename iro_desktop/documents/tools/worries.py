"""Harm, danger and worry statements, each with its goal and its scale on the same page."""

import datetime as dt
from collections.abc import Iterable

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import (
    Block,
    Facts,
    Paragraph,
    Span,
    Spans,
    authored,
    facts,
    plain,
)
from iro_desktop.documents.filled import filled
from iro_desktop.documents.tools.view import (
    ToolView,
    gone,
    in_order,
    is_told,
    last_time,
    said,
)
from iro_desktop.domain.participation import Role
from iro_desktop.domain.scaling import ScaleAnswer
from iro_desktop.domain.tools.comparison import Compared
from iro_desktop.domain.tools.worries import WorryKind, WorryStatement
from iro_desktop.i18n.translator import Translator


def in_minutes(view: ToolView) -> tuple[Block, ...]:
    """Each statement whole: who is worried, who sees it differently, the goal, the scale."""
    statements = [one for one in in_order(view.tools.worries) if is_told(one, one.words)]
    if not statements:
        return ()
    compared = view.compared(statements, WorryStatement)
    whole = (_statement(one.now, one, view) for one in compared if one.now)
    left = (authored(one.before.words.strip()) for one in compared if one.before and not one.now)
    return (*whole, *gone(left, view))


def in_letter(view: ToolView) -> tuple[Block, ...]:
    """Each statement in two sentences: what people worry about, and what is hoped for."""
    tr = view.tr
    found: list[Block] = []
    for one in in_order(view.tools.worries):
        if not one.words.strip():
            continue
        found.append(_labelled(tr("People worry about this:"), authored(one.words.strip())))
        if one.disagreement.strip():
            found.append(_labelled(tr("Someone sees it differently:"), _disagreement(one, tr)))
        if one.goal.strip():
            found.append(_labelled(tr("What we want:"), authored(one.goal.strip())))
        mine = [answer for answer in _scores(one, view) if answer.role is Role.CHILD]
        found.extend(
            Paragraph(plain(tr("Your number was {number}.", number=tr.number(answer.value))))
            for answer in mine
            if answer.value is not None
        )
    return tuple(found)


def _statement(one: WorryStatement, beside: Compared[WorryStatement], view: ToolView) -> Facts:
    tr, before = view.tr, beside.before

    def then(words: Spans, name: str) -> Spans:
        """The words, and below them what stood in that field last time where it was otherwise."""
        was = str(getattr(before, name)).strip() if before else ""
        if view.last is None or not was or was == str(getattr(one, name)).strip():
            return words
        return _lines([words, last_time(was, view.last.held_on, tr)] if words else [words])

    return facts(
        (_kind(one.kind, tr), then(said(one, one.words, tr), "words")),
        (tr("Who is worried"), plain(tr.list(_names(one.who_is_worried)))),
        (
            tr("What might happen"),
            then(authored(one.what_might_happen.strip()), "what_might_happen"),
        ),
        (tr("Who sees it differently"), then(_disagreement(one, tr), "disagreement")),
        (tr("Goal"), then(_goal(one, tr), "goal")),
        (tr("Scale"), _scale(one, view)),
        (tr("Who said it"), plain(one.heard_from.strip())),
        (tr("Since last time"), _since(beside, view)),
    )


def _goal(one: WorryStatement, tr: Translator) -> Spans:
    goal = one.goal.strip()
    return authored(goal) if goal else plain(tr("Not agreed yet"))


def _since(one: Compared[WorryStatement], view: ToolView) -> Spans:
    if view.last is None:
        return ()
    if one.before is None:
        return plain(view.tr("New"))
    return () if one.says_otherwise else plain(view.tr("As it was"))


def _lines(parts: Iterable[Spans]) -> Spans:
    found: list[Span] = []
    for part in parts:
        found += [Span("\n"), *part] if found else part
    return tuple(found)


def _kind(kind: WorryKind, tr: Translator) -> str:
    return {
        WorryKind.WORRY: tr("Worry"),
        WorryKind.DANGER: tr("Danger"),
        WorryKind.HARM: tr("Harm"),
    }[kind]


def _disagreement(one: WorryStatement, tr: Translator) -> Spans:
    names, words = _names(one.disputed_by), one.disagreement.strip()
    if not words:
        return plain(tr.list(names)) if names else ()
    if not names:
        return authored(words)
    return filled(tr("{name}: {words}"), name=plain(tr.list(names)), words=authored(words))


def _names(names: tuple[str, ...]) -> list[str]:
    return [name.strip() for name in names if name.strip()]


def _scale(one: WorryStatement, view: ToolView) -> Spans:
    """The question and each person's number, with the one before; nobody is averaged."""
    tr = view.tr
    asked = [each for each in view.record.scaling_questions if each.id == one.scale_id]
    if not asked:
        return plain(tr("No scaling question yet"))
    lines = [authored(asked[0].text.strip())]
    lines += [plain(line) for each in _scores(one, view) if (line := _score(each, view))]
    return _lines(lines)


def _score(answer: ScaleAnswer, view: ToolView) -> str:
    tr = view.tr
    who = answer.person.strip() or phrases.role(answer.role, tr)
    if answer.value is None:
        why = phrases.no_score(answer.state, tr)
        return tr("{person}: {score}", person=who, score=why) if why else ""
    score, before = tr.number(answer.value), _before(answer, view)
    if before is None or before.value is None or before.answered_on is None:
        return tr("{person}: {score}", person=who, score=score)
    return tr(
        "{person}: {score}, after {before} on {day}",
        person=who,
        score=score,
        before=tr.number(before.value),
        day=tr.short_date(before.answered_on),
    )


def _before(answer: ScaleAnswer, view: ToolView) -> ScaleAnswer | None:
    """What the same person said last to the same question, at an earlier review."""
    earlier = [
        other
        for other in view.record.earlier_scale_answers
        if (other.question_id, other.person, other.role)
        == (answer.question_id, answer.person, answer.role)
        and other.value is not None
    ]
    return max(earlier, key=lambda other: other.answered_on or dt.date.min, default=None)


def _scores(one: WorryStatement, view: ToolView) -> list[ScaleAnswer]:
    answers = (each for each in view.record.scale_answers if each.question_id == one.scale_id)
    return sorted(answers, key=lambda answer: answer.position)


def _labelled(label: str, words: Spans) -> Paragraph:
    return Paragraph((Span(f"{label} ", bold=True), *words))
