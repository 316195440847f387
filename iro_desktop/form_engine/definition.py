"""What a form is, once read: frozen values with nothing left to look up."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from iro_desktop.domain.participation import Role

ANSWER = "{answer}"  # in a lead-in: where the answer goes


class Kind(StrEnum):
    """Kinds of question. A screen has one field for each."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    CHOICES = "choices"
    DATE = "date"
    NUMBER = "number"
    SCALE = "scale"
    PERSON = "person"
    YES_NO = "yes_no"
    DRAWING = "drawing"
    GROUP = "group"
    NOTE = "note"


class Stage(StrEnum):
    """When in the work a section is met."""

    PREPARE = "prepare"
    CHAIR = "chair"


class Records(StrEnum):
    """Records that have a home of their own, and stand in a section where the form says so."""

    LAST_DECISIONS = "last_decisions"
    PARTICIPANTS = "participants"
    ATTENDANCE = "attendance"
    PARTICIPATION = "participation"
    VIEWS = "views"
    SCALING = "scaling"
    DECISIONS = "decisions"
    WHOLE_CHILD = "whole_child"
    PERMANENCE = "permanence"
    ADVOCACY = "advocacy"
    ACTIVITIES = "activities"
    CONSULTATIONS = "consultations"
    AGENDA = "agenda"
    MEETING_PARTS = "meeting_parts"
    READ_BACK = "read_back"
    NEXT_MEETING = "next_meeting"
    MAP = "map"
    WORRIES = "worries"
    HARM_MATRIX = "harm_matrix"
    TRAJECTORY = "trajectory"
    HOUSES = "houses"
    SAFETY_HOUSE = "safety_house"
    WORDS_AND_PICTURES = "words_and_pictures"
    SAFETY_PLAN = "safety_plan"
    BEST_QUESTIONS = "best_questions"
    TOOLS = "tools"


class Fills(StrEnum):
    """What of the review itself an answer says, once the review is closed."""

    OUTCOME = "outcome"


class Operator(StrEnum):
    """The closed list of what a condition can ask."""

    IS = "is"
    IS_NOT = "is_not"
    INCLUDES = "includes"
    ANSWERED = "answered"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True)
class Test:
    """Ask one earlier question something. For `ANSWERED`, `value` is True or False.

    Where `is_fact`, `question` is the name of a fact about the review (`form_engine.facts`).
    """

    question: str
    operator: Operator
    value: str | float | bool
    is_fact: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """Tests put together: all of them must hold, or any one."""

    tests: tuple[Test, ...]
    any_of: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose: what is stored, and what is shown."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Placing:
    """Where an answer stands in a document: the part's id, and the words that lead in to it.

    A lead-in that holds `{answer}` is the whole sentence, and the answer is filled in there.
    """

    part: str
    lead_in: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document: its heading, in the order the form lists them."""

    id: str
    heading: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Fields that its kind does not use are empty.

    `required` means: to close. `detail` is what a yes or no asks further, when the answer is
    `detail_on`. `questions` and `item_name` belong to a repeated group. What is `private` is for
    the IRO alone: it prints nowhere, and is not shown on a screen that others see.
    """

    id: str
    kind: Kind
    text: str
    hint: str = ""
    help: str = ""
    required: bool = False
    when: Condition | None = None
    options: tuple[Option, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit: str = ""
    meaning_of_0: str = ""
    meaning_of_10: str = ""
    detail: str = ""
    detail_on: bool = True
    questions: tuple["Question", ...] = ()
    item_name: str = ""
    minutes: Placing | None = None
    letter: Placing | None = None
    private: bool = False
    fills: Fills | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Questions and records that are met together. A `private` one is for the IRO alone."""

    id: str
    title: str
    stage: Stage
    help: str = ""
    when: Condition | None = None
    records: tuple[Records, ...] = ()
    required_records: tuple[Records, ...] = ()
    questions: tuple[Question, ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True)
class Consults:
    """Whom a form is sent to before the meeting. Ages are the child's, in whole years, both in."""

    role: Role
    from_age: int | None = None
    to_age: int | None = None

    def fits(self, role: Role, age: int | None) -> bool:
        """Whether it is for someone of that role. No form is ruled out by an age unknown."""
        if role is not self.role:
            return False
        if age is None:
            return True
        return (self.from_age is None or self.from_age <= age) and (
            self.to_age is None or age <= self.to_age
        )


@dataclass(frozen=True, slots=True)
class Form:
    """A whole form, one version of it. A released version never changes.

    It is either for kinds of review, or `consults` someone before one.
    """

    id: str
    version: int
    title: str
    review_kinds: tuple[str, ...]
    sections: tuple[Section, ...]
    minutes_parts: tuple[Part, ...] = ()
    letter_parts: tuple[Part, ...] = ()
    consults: Consults | None = None

    def every_question(self) -> Iterator[Question]:
        """The questions in order, each group followed by those inside it."""
        for section in self.sections:
            for question in section.questions:
                yield question
                yield from question.questions

    def question(self, name: str) -> Question | None:
        """The question of that id, inside groups too."""
        return next((found for found in self.every_question() if found.id == name), None)

    def filling(self, what: Fills) -> Question | None:
        """The question whose answer says this of the review itself."""
        return next((found for found in self.every_question() if found.fills is what), None)
