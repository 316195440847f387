"""The child as a review needs them, and the people who matter to them."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId, EntityId


class Sex(StrEnum):
    """As the SSDA903 header has it since 2025 (before: 1 male, 2 female)."""

    MALE = "M"
    FEMALE = "F"
    UNKNOWN = "U"


class Subject(StrEnum):
    """Whose file it is. A foster household has a file as a child has (docs/decisions/0009)."""

    CHILD = "child"
    HOUSEHOLD = "household"


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """One child. Text that nobody has given yet is empty; a date nobody has given is None.

    `number` is the council's own (CHILD in the SSDA903). `sibling_group` is any word shared by
    children who are brothers and sisters. `asylum_seeking_until` is DUC: the day a child ceased
    to be an unaccompanied asylum-seeking child, or would. `parent_id` is the child's parent, where
    the parent is looked after too. The file of a foster household says so in `subject`: `known_as`
    is then what the household is called and `date_of_birth` the day it was approved.
    """

    id: ChildId
    number: str
    date_of_birth: dt.date
    sex: Sex = Sex.UNKNOWN
    known_as: str = ""
    family_name: str = ""
    pronouns: str = ""
    ethnicity: str = ""
    languages: tuple[str, ...] = ()
    communication_needs: str = ""
    sibling_group: str = ""
    upn: str = ""
    iro_name: str = ""
    iro_allocated_on: dt.date | None = None
    social_worker: str = ""
    team: str = ""
    unaccompanied: bool = False
    asylum_seeking_until: dt.date | None = None
    permanence_plan: str = ""
    permanently_matched_on: dt.date | None = None
    sdq_score: int | None = None
    sdq_reason: str = ""
    health_assessment_up_to_date: bool | None = None
    dental_check_up_to_date: bool | None = None
    immunisations_up_to_date: bool | None = None
    last_health_assessment: dt.date | None = None
    last_dental_check: dt.date | None = None
    last_social_work_visit: dt.date | None = None
    last_iro_contact: dt.date | None = None
    made_up: bool = False
    parent_id: ChildId | None = None
    subject: Subject = Subject.CHILD

    @property
    def child_id(self) -> ChildId:
        """The child a row belongs to: here, itself."""
        return self.id

    @property
    def is_household(self) -> bool:
        """Whether this is the file of a foster household, to which no rule about children holds."""
        return self.subject is Subject.HOUSEHOLD

    @property
    def is_named(self) -> bool:
        """Whether anyone has said what the child is called."""
        return bool(self.known_as.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportantPerson:
    """Someone who matters to the child, or works with them; may be asked to a review."""

    id: EntityId
    child_id: ChildId
    name: str
    relationship: str = ""
    organisation: str = ""
    languages: tuple[str, ...] = ()
    may_be_invited: bool = True
    notes: str = ""


def is_carer(person: ImportantPerson) -> bool:
    """Whether someone on a household's page fosters there."""
    return "carer" in person.relationship.casefold()


def age_on(date_of_birth: dt.date, day: dt.date) -> int:
    """Whole years. Someone born on 29 February turns a year older on 1 March of a common year."""
    had_birthday = (day.month, day.day) >= (date_of_birth.month, date_of_birth.day)
    return day.year - date_of_birth.year - (not had_birthday)


def birthday(date_of_birth: dt.date, age: int) -> dt.date:
    """The day someone turns `age`."""
    try:
        return date_of_birth.replace(year=date_of_birth.year + age)
    except ValueError:
        return dt.date(date_of_birth.year + age, 3, 1)
