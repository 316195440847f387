"""The forms in force, one line for each kind of meeting and for each who is asked before one."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import ReviewKind
from iro_desktop.form_engine.catalogue import Catalogue
from iro_desktop.form_engine.definition import Form
from iro_desktop.i18n import screen, tr
from iro_desktop.services.council_forms import CouncilForm
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.words.records import roles
from iro_desktop.ui.words.reviews import kind_of_review


@dataclass(frozen=True, slots=True)
class OwnForm:
    """A form of the council's in words, and whether it can be retired or used again."""

    id: str
    title: str
    text: str
    is_in_force: bool


def own_forms(entries: Iterable[CouncilForm]) -> tuple[OwnForm, ...]:
    """The newest version of each form of the council's; they stand newest first."""
    newest: dict[str, CouncilForm] = {}
    for entry in entries:
        newest.setdefault(entry.id, entry)
    return tuple(_own(entry) for entry in newest.values())


def forms_in_force(own: Iterable[CouncilForm], programs: Catalogue) -> tuple[Line, ...]:
    """What each kind of meeting is asked by, then who is asked by what before one."""
    council, ours = tuple(own), programs.newest()
    return (*_of_meetings(council, ours), *_of_consultations(council, ours))


def _of_meetings(council: tuple[CouncilForm, ...], ours: tuple[Form, ...]) -> Iterator[Line]:
    for kind in ReviewKind:
        its_own = [entry for entry in council if kind.value in entry.kinds]
        for entry in its_own:
            yield _council_line(kind_of_review(kind), entry)
        if not its_own:
            for form in ours:
                if kind.value in form.review_kinds:
                    yield _line(kind_of_review(kind), form.title, form.version)


def _of_consultations(council: tuple[CouncilForm, ...], ours: tuple[Form, ...]) -> Iterator[Line]:
    for entry in council:
        if entry.role:
            yield _council_line(_asked(Role(entry.role), entry.from_age, entry.to_age), entry)
    for form in ours:
        asked = form.consults
        if asked is not None:
            heading = _asked(asked.role, asked.from_age, asked.to_age)
            yield _line(heading, form.title, form.version)


def _own(entry: CouncilForm) -> OwnForm:
    fields = {"title": entry.title, "version": entry.version}
    if entry.is_in_force:
        day = screen().date(dt.date.fromisoformat(entry.added_on))
        text = tr("{title}, version {version}, since {day}", day=day, **fields)
    else:
        day = screen().date(dt.date.fromisoformat(entry.retired_on))
        text = tr("{title}, version {version}, retired on {day}", day=day, **fields)
    return OwnForm(entry.id, entry.title, text, entry.is_in_force)


def _asked(role: Role, from_age: int | None, to_age: int | None) -> str:
    person = roles()[role]
    if from_age is not None and to_age is not None:
        ages = tr("aged {low} to {high}", low=from_age, high=to_age)
    elif from_age is not None:
        ages = tr("aged {low} or more", low=from_age)
    elif to_age is not None:
        ages = tr("aged up to {high}", high=to_age)
    else:
        return tr("Before a meeting: {person}", person=person)
    if role is Role.CHILD:
        return tr("Before a meeting: {person}, {ages}", person=person, ages=ages)
    return tr("Before a meeting: {person}, of a child {ages}", person=person, ages=ages)


def _council_line(heading: str, entry: CouncilForm) -> Line:
    whose = tr("A form of the council’s own")
    return Line(heading, (_named(entry.title, entry.version), whose), key=entry.id)


def _line(heading: str, title: str, version: int) -> Line:
    return Line(heading, (_named(title, version),))


def _named(title: str, version: int) -> str:
    return tr("{title}, version {version}", title=title, version=version)
