"""What a field holds, as people read it: a day, yes or no, the words of a code, a list."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from typing import TypeVar

from iro_desktop.documents import advocacy, permanence
from iro_desktop.domain.activities import ActivityKind, Seen
from iro_desktop.domain.advocacy import OfferState, SupportService
from iro_desktop.domain.chairing import Agrees
from iro_desktop.domain.child import Sex, Subject
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.decisions import Kept
from iro_desktop.domain.document_versions import SendingWay
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.participation import Asked, Attendance, ParticipationCode, Role, Voice
from iro_desktop.domain.permanence import DelayReason, PermanencePlan
from iro_desktop.domain.reading import Length, ReadingStyle
from iro_desktop.domain.review import Conduct, LateReason, Origin, Output, ReviewKind, ReviewStatus
from iro_desktop.domain.scaling import Medium, ScaleAnswerState
from iro_desktop.domain.tools.entries import EntryState, Tool
from iro_desktop.domain.tools.harm_matrix import Certainty
from iro_desktop.domain.tools.worries import WorryKind
from iro_desktop.domain.wishes_and_feelings import HeardHow, Sharing
from iro_desktop.domain.withholding import Reader, WithheldBecause
from iro_desktop.form_engine.definition import Kind, Question
from iro_desktop.i18n import screen, tr
from iro_desktop.ui.sync.conflicts.code_words import (
    care_in_words,
    certainty_in_words,
    origin_in_words,
    subject_in_words,
    worry_in_words,
)
from iro_desktop.ui.words import activities, happenings, reading, records, reviews, versions
from iro_desktop.ui.words.tools import states, title_of_tool
from iro_desktop.ui.words.withholding import because_in_words

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"\d{2}:\d{2}(:\d{2})?")
_CODES_OF_CARE = (
    "legal_status",
    "placement",
    "category_of_need",
    "reason_for_move",
    "reason_ended",
)
_DRAWN = frozenset({"image", "drawing"})

Say = Callable[[str], str]
E = TypeVar("E", bound=StrEnum)


def value_in_words(kind: str, field: str, value: object, question: Question | None = None) -> str:
    """A value as one reads it. `question` is what an answer answers, where the form is known."""
    if value is None or value in ("", [], ()):
        return tr("(nothing)")
    if field in _DRAWN or (question is not None and question.kind is Kind.DRAWING):
        return tr("A drawing or picture")
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if isinstance(value, int | float):
        return screen().number(value)
    if isinstance(value, list | tuple):
        return "\n".join(value_in_words(kind, field, one, question) for one in value)
    return _text_in_words(kind, field, str(value), question)


def is_nothing(value: object) -> bool:
    """Whether a field says nothing, which is not worth showing by itself."""
    return value is None or value is False or value in ("", [], ())


def _text_in_words(kind: str, field: str, text: str, question: Question | None) -> str:
    if question is not None and kind == "answer" and field == "value":
        return _answer_in_words(text, question)
    say = _coded().get((kind, field)) or _coded().get(("", field))
    if say is not None:
        return say(text)
    if _DAY.fullmatch(text):
        return _day(text)
    return screen().time(dt.time.fromisoformat(text)) if _TIME.fullmatch(text) else text


def _answer_in_words(text: str, question: Question) -> str:
    chosen = next((option.text for option in question.options if option.value == text), "")
    if chosen:
        return chosen
    return _day(text) if question.kind is Kind.DATE else text


def _day(text: str) -> str:
    try:
        return screen().date(dt.date.fromisoformat(text))
    except ValueError:
        return text


def _said(codes: type[E], say: Callable[[E], str]) -> Say:
    """Words of a code; a code of a later version is shown as it is."""

    def in_words(text: str) -> str:
        try:
            return say(codes(text))
        except (ValueError, KeyError):
            return text

    return in_words


def _coded() -> Mapping[tuple[str, str], Say]:
    return {**_of_people(), **_of_reviews(), **_of_papers(), **_of_tools(), **_of_care()}


def _of_tools() -> Mapping[tuple[str, str], Say]:
    return {
        ("", "tool"): _said(Tool, title_of_tool),
        ("", "state"): _said(EntryState, lambda state: states()[state]),
        ("worry_statement", "kind"): _said(WorryKind, worry_in_words),
        ("", "certainty"): _said(Certainty, certainty_in_words),
    }


def _of_care() -> Mapping[tuple[str, str], Say]:
    return {
        ("child", "subject"): _said(Subject, subject_in_words),
        ("review", "origin"): _said(Origin, origin_in_words),
        **{("episode", each): partial(care_in_words, each) for each in _CODES_OF_CARE},
    }


def _of_people() -> Mapping[tuple[str, str], Say]:
    return {
        ("", "role"): _said(Role, lambda role: records.roles()[role]),
        ("", "attendance"): _said(Attendance, lambda how: records.attendances()[how]),
        ("", "voice"): _said(Voice, lambda how: records.voices()[how]),
        ("", "consulted"): _said(Asked, lambda asked: records.asked()[asked]),
        ("", "how"): _said(HeardHow, lambda how: records.heard_how()[how]),
        ("", "sharing"): _said(Sharing, _sharing),
        ("", "medium"): _said(Medium, lambda medium: records.media()[medium]),
        ("", "agrees"): _said(Agrees, _agrees),
        ("", "sex"): _said(Sex, _sex),
        ("activity", "kind"): _said(ActivityKind, activities.kind_of_activity),
        ("activity", "seen"): _said(Seen, activities.seen),
        ("", "happening"): _said(Happening, happenings.happening_in_words),
    }


def _of_reviews() -> Mapping[tuple[str, str], Say]:
    return {
        ("review", "kind"): _said(ReviewKind, reviews.kind_of_review),
        ("review", "status"): _said(ReviewStatus, reviews.status_of_review),
        ("review", "conduct"): _said(Conduct, reviews.conduct_of_review),
        ("review", "late_reason"): _said(LateReason, reviews.reason_for_lateness),
        ("review", "output"): _said(Output, _output),
        ("review", "participation"): _said(ParticipationCode, records.code_words),
        ("decision", "kept"): _said(Kept, reviews.kept_in_words),
        ("scale_answer", "state"): _said(
            ScaleAnswerState, lambda state: records.scale_states()[state]
        ),
        ("support_offer", "service"): _said(
            SupportService, lambda service: advocacy.service_in_words(service, screen())
        ),
        ("support_offer", "state"): _said(
            OfferState, lambda state: advocacy.state_in_words(state, screen())
        ),
        ("permanence_finding", "plan"): _said(
            PermanencePlan, lambda plan: permanence.plan_in_words(plan, screen())
        ),
        ("permanence_finding", "delay"): _said(
            DelayReason, lambda reason: permanence.delay_in_words(reason, screen())
        ),
    }


def _of_papers() -> Mapping[tuple[str, str], Say]:
    document = _said(DocumentKind, reviews.kind_of_document)
    return {
        ("written_document", "kind"): document,
        ("document_text", "kind"): document,
        ("document_version", "kind"): document,
        ("", "reader"): _said(Reader, reading.reader_in_words),
        ("", "kept_from"): _said(Reader, reading.reader_in_words),
        ("", "style"): _said(ReadingStyle, reading.style_in_words),
        ("", "length"): _said(Length, reading.length_in_words),
        ("", "way"): _said(SendingWay, versions.way_in_words),
        ("", "because"): _said(WithheldBecause, because_in_words),
    }


def _sharing(sharing: Sharing) -> str:
    return tr("Not asked yet") if sharing is Sharing.NOT_ASKED else records.sharing()[sharing]


def _agrees(agrees: Agrees) -> str:
    return {
        Agrees.NOT_ASKED: tr("Not asked yet"),
        Agrees.AGREES: tr("Agrees"),
        Agrees.PARTLY: tr("Agrees in part"),
        Agrees.DISAGREES: tr("Does not agree"),
        Agrees.NOT_THERE: tr("Not there"),
    }[agrees]


def _output(output: Output) -> str:
    return {
        Output.LETTER: tr("A letter to the child, as the record"),
        Output.MINUTES: tr("Formal minutes"),
        Output.BOTH: tr("Both"),
    }[output]


def _sex(sex: Sex) -> str:
    return {
        Sex.MALE: tr("Male"),
        Sex.FEMALE: tr("Female"),
        Sex.UNKNOWN: tr("Not known"),
    }[sex]
