"""A consultation form on paper and on screen: each question with room for its answer.

The names of its fields are the form's own, so that what comes back can be told apart. A field of a
choice is named question/option.
"""

from collections.abc import Iterator

from iro_desktop.documents import letter_wording
from iro_desktop.documents.blocks import (
    Block,
    Choices,
    Design,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Scale,
    WritingSpace,
    plain,
)
from iro_desktop.documents.frames import greeting, say
from iro_desktop.domain.participation import Participant, Role
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.form_engine.answers import detail_of
from iro_desktop.form_engine.definition import Form, Kind, Option, Question, Section
from iro_desktop.i18n.translator import Translator

_ONE_LINE, _A_FEW_LINES, _ROOM_TO_DRAW = 1, 4, 14
_YES, _NO = "yes", "no"
NAME_AND_DAY = "name_and_day"


def reference_of(form: Form, record: ReviewRecord, person: Participant) -> str:
    """What the answers belong to. It names nobody."""
    return "/".join((form.id, str(form.version), record.review.id, person.id))


def build_form_to_fill(
    form: Form, record: ReviewRecord, person: Participant, tr: Translator
) -> Document:
    """The form for one person. It says nothing of the child's life, so that it may be posted."""
    name = "" if person.role is Role.CHILD and not record.child.is_named else person.name
    return Document(
        title=tr(form.title),
        language=tr.language.code,
        design=Design.LETTER,
        blocks=(
            Heading(1, tr(form.title)),
            Paragraph(plain(greeting(name, tr)), ParagraphStyle.LEAD),
            *_opening(record, person, tr),
            *(block for section in form.sections for block in _section(section, tr)),
            *_ending(record, person, tr),
        ),
        right_to_left=tr.language.right_to_left,
        running_title=tr("For you") if person.role is Role.CHILD else tr(form.title),
        author=record.iro.name.strip(),
        made_up=record.child.made_up,
        answers_to=reference_of(form, record, person),
    )


def field_names(form: Form) -> tuple[str, ...]:
    """The names of all fields, in the order in which they stand."""
    names = [name for question in form.every_question() for name in _names(question)]
    return (*names, NAME_AND_DAY)


def _opening(record: ReviewRecord, person: Participant, tr: Translator) -> tuple[Block, ...]:
    """Children and adults are not spoken to alike: many languages have two words for you."""
    day = record.review.planned_for
    when = (say(tr("The meeting is on {day}.", day=tr.weekday_date(day))),) if day else ()
    if person.role is Role.CHILD:
        asked = tr("I would like to know what you think before we meet.")
        free = tr("Write or tick what you like. You can leave out anything you like.")
    else:
        asked = tr("I would like to hear your view before the meeting.")
        free = tr("Please write or tick what applies. Anything may be left out.")
    return (*when, say(asked), say(free))


def _section(section: Section, tr: Translator) -> Iterator[Block]:
    yield Heading(2, tr(section.title))
    if section.help:
        yield say(tr(section.help))
    for question in section.questions:
        yield from _question(question, tr)


def _question(question: Question, tr: Translator) -> Iterator[Block]:
    asked = plain(tr(question.text))
    if question.help:
        yield Paragraph(plain(tr(question.help)), ParagraphStyle.SMALL, keep_with_next=True)
    match question.kind:
        case Kind.NOTE:
            yield Paragraph(asked)
        case Kind.CHOICE | Kind.CHOICES | Kind.YES_NO:
            options = _options(question, tr)
            texts = tuple(plain(tr(option.text)) for option in options)
            yield Choices(asked, texts, _names(question)[: len(options)])
            if question.detail:
                detail = plain(tr(question.detail))
                yield WritingSpace(detail, _A_FEW_LINES, detail_of(question.id))
        case Kind.SCALE:
            lowest, highest = tr(question.meaning_of_0), tr(question.meaning_of_10)
            empty = tr("A line from 0 to 10, with room for a mark.")
            yield Scale(tr(question.text), lowest, highest, (), empty)
            yield WritingSpace(plain(tr("Number from 0 to 10")), _ONE_LINE, question.id)
        case Kind.DRAWING:
            yield PageBreak()  # a drawing is not cut in two
            yield WritingSpace(asked, _ROOM_TO_DRAW)
        case Kind.GROUP:
            yield Paragraph(asked, keep_with_next=True)
            for inner in question.questions:
                yield from _question(inner, tr)
        case _:
            lines = _A_FEW_LINES if question.kind is Kind.LONG_TEXT else _ONE_LINE
            yield WritingSpace(asked, lines, question.id)
    if question.hint:
        yield Paragraph(plain(tr(question.hint)), ParagraphStyle.SMALL)


def _options(question: Question, tr: Translator) -> tuple[Option, ...]:
    if question.kind is Kind.YES_NO:
        return (Option(_YES, tr("Yes")), Option(_NO, tr("No")))
    return question.options


def _names(question: Question) -> tuple[str, ...]:
    if question.kind in {Kind.NOTE, Kind.DRAWING, Kind.GROUP}:
        return ()
    if question.kind is Kind.YES_NO:
        ticks = (f"{question.id}/{_YES}", f"{question.id}/{_NO}")
        return (*ticks, detail_of(question.id)) if question.detail else ticks
    if question.kind in {Kind.CHOICE, Kind.CHOICES}:
        return tuple(f"{question.id}/{option.value}" for option in question.options)
    return (question.id,)


def _ending(record: ReviewRecord, person: Participant, tr: Translator) -> tuple[Block, ...]:
    if person.role is Role.CHILD:
        return (
            Heading(2, tr("How to give it to me")),
            say(tr("Give or send it to me, or ask someone you trust to do it.")),
            say(letter_wording.reach_me(record.iro, tr)),
            WritingSpace(plain(tr("Your name, and the day")), _ONE_LINE, NAME_AND_DAY),
        )
    iro = record.iro
    reach = (iro.name, iro.authority, iro.telephone, iro.email)
    return (
        Heading(2, tr("How to return this form")),
        say(tr("Please give or send it to the independent reviewing officer:")),
        Paragraph(plain(", ".join(part.strip() for part in reach if part.strip()))),
        WritingSpace(plain(tr("Name and date")), _ONE_LINE, NAME_AND_DAY),
    )
