"""Which sections and questions apply now, given the answers so far.

A question that does not apply counts as unanswered for the conditions after it, so that an answer
left over from an earlier turn of the talk opens nothing. Conditions look back only; one walk does.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from iro_desktop.form_engine.answers import AnswerSet, detail_of
from iro_desktop.form_engine.definition import Form, Kind, Question, Section, Stage
from iro_desktop.form_engine.rules import evaluate


@dataclass(frozen=True, slots=True)
class PathQuestion:
    """A question that applies. `item` is empty outside groups; `items` are those of a group."""

    question: Question
    item: str = ""
    items: tuple["PathItem", ...] = ()


@dataclass(frozen=True, slots=True)
class PathItem:
    """One item of a repeated group, with its questions that apply."""

    id: str
    questions: tuple[PathQuestion, ...]


@dataclass(frozen=True, slots=True)
class PathSection:
    """A section that applies, with its questions that do."""

    section: Section
    questions: tuple[PathQuestion, ...]

    def every_question(self) -> Iterator[PathQuestion]:
        """The questions in order, each group followed by those of its items."""
        for found in self.questions:
            yield found
            for item in found.items:
                yield from item.questions


def applicable(
    form: Form, answers: AnswerSet, stage: Stage | None = None
) -> tuple[PathSection, ...]:
    """The sections and questions that apply, in the form's order; of one stage, if given."""
    live = answers
    found: list[PathSection] = []
    for section in form.sections:
        if not evaluate(section.when, live):
            live = live.without(frozenset(_names(section.questions)))
            continue
        questions, live = _walk(section.questions, live)
        found.append(PathSection(section, questions))
    return tuple(part for part in found if stage in (None, part.section.stage))


def detail_applies(question: Question, answers: AnswerSet, item: str = "") -> bool:
    """Whether a yes or no asks for its detail now."""
    return bool(question.detail) and answers.get(question.id, item) is question.detail_on


def _walk(
    questions: tuple[Question, ...], live: AnswerSet, item: str = ""
) -> tuple[tuple[PathQuestion, ...], AnswerSet]:
    found: list[PathQuestion] = []
    for question in questions:
        if not evaluate(question.when, live, item):
            live = live.without(frozenset(_names((question,))), item if item else None)
            continue
        items: list[PathItem] = []
        if question.kind is Kind.GROUP:
            for name in live.items(question.id):
                inside, live = _walk(question.questions, live, name)
                items.append(PathItem(name, inside))
        found.append(PathQuestion(question, item, tuple(items)))
    return tuple(found), live


def _names(questions: tuple[Question, ...]) -> Iterator[str]:
    for question in questions:
        yield question.id
        yield detail_of(question.id)
        yield from _names(question.questions)
