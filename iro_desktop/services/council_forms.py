"""A council's own forms: added from a file once nothing is wrong with it, listed, retired.

They are kept in the store's settings, each version as it was written. One that a meeting was begun
under is never changed and never taken away, so that its record can be read for ever; a retired
form is only no longer asked. In force, a council's form goes before the program's own.
"""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from functools import lru_cache

from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import ReviewKind
from iro_desktop.form_engine.catalogue import Catalogue
from iro_desktop.form_engine.definition import Form
from iro_desktop.form_engine.fault_wording import line_of
from iro_desktop.form_engine.form_faults import FormFault
from iro_desktop.form_engine.reader import read_form
from iro_desktop.problems import Problem
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import CouncilFormRefused, NoSuchThing
from iro_desktop.services.ports import Clock, Settings, UnitOfWork, UnitOfWorkFactory
from iro_desktop.source_files.faults import Faults
from iro_desktop.source_files.tree import Mapping, Spot
from iro_desktop.source_files.yaml_reader import tree_of

_INDEX = "council_forms"
_MOST_READ_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class CouncilForm:
    """One version of a form as the list of them knows it, without reading the form itself.

    `kinds` are those of reviews; a form that consults someone has a `role` in their place, with
    the child's ages.
    """

    id: str
    version: int
    title: str
    kinds: tuple[str, ...]
    added_on: str
    retired_on: str = ""
    role: str = ""
    from_age: int | None = None
    to_age: int | None = None

    @property
    def is_in_force(self) -> bool:
        """Whether it is asked today, or would be if it were the newest version."""
        return not self.retired_on

    def consults(self, role: Role, age: int | None) -> bool:
        """Whether it is for someone of that role, of a child of that age."""
        if role.value != self.role:
            return False
        return age is None or (
            (self.from_age is None or self.from_age <= age)
            and (self.to_age is None or age <= self.to_age)
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """A form that could be added, or None and everything that is wrong with its file."""

    form: Form | None
    problems: tuple[Problem, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The problems as `forms check` prints them, a line each."""
        return tuple(line_of(problem) for problem in self.problems)


def listed(settings: Settings) -> tuple[CouncilForm, ...]:
    """Every version of every form, retired ones too, by id and from the newest on."""
    kept: list[dict[str, object]] = json.loads(settings.get(_INDEX) or "[]")
    return tuple(_entry(one) for one in kept)


def in_force(settings: Settings) -> tuple[CouncilForm, ...]:
    """The newest version of each form that is not retired."""
    newest: dict[str, CouncilForm] = {}
    for entry in listed(settings):
        newest.setdefault(entry.id, entry)
    return tuple(entry for entry in newest.values() if entry.is_in_force)


def check(uow: UnitOfWork, text: str, source: str, built_in: Catalogue) -> Checked:
    """A form read, with all that keeps it from being added to this store. `source` names it."""
    checked = check_beside(text, source, built_in)
    form = checked.form
    if form is None:
        return checked
    faults = Faults(source)
    _refuse_version(uow, form, text, faults)
    _refuse_taken(uow.settings, form, text, faults)
    return Checked(None, faults.in_order()) if faults else checked


def check_beside(text: str, source: str, built_in: Catalogue) -> Checked:
    """The same for no store in particular: whether it can stand beside the program's own forms."""
    read = read_form(text, source)
    if read.form is None or read.form.id not in built_in.ids():
        return Checked(read.form, read.problems)
    faults = Faults(source)
    faults.add(FormFault.BUILT_IN_ID, _spot_of(text, "form"), read.form.id)
    return Checked(None, faults.in_order())


def add(
    uow_factory: UnitOfWorkFactory, text: str, source: str, built_in: Catalogue, clock: Clock
) -> Changed:
    """Ask by this form from now on. One that was retired is in force again.

    Raises:
        CouncilFormRefused: something is wrong with it; then nothing changes.
    """
    with uow_factory() as uow:
        checked = check(uow, text, source, built_in)
        form = checked.form
        if form is None:
            raise CouncilFormRefused(why="\n".join(checked.lines))
        entries = listed(uow.settings)
        others = [entry for entry in entries if (entry.id, entry.version) != _name(form)]
        added = _entry_of(form, clock.today())
        kept = _text(uow.settings, *_name(form))
        if kept == text and any(one.is_in_force for one in entries if one not in others):
            return Changed()
        uow.settings.set(_place(*_name(form)), text)
        _keep(uow.settings, [*others, added])
    return _forms_changed()


def retire(uow_factory: UnitOfWorkFactory, form_id: str, clock: Clock) -> Changed:
    """Ask by this form no more. Meetings begun under it keep it.

    Raises:
        NoSuchThing: no form of the council's has this id.
    """
    with uow_factory() as uow:
        entries = listed(uow.settings)
        if form_id not in {entry.id for entry in entries}:
            raise NoSuchThing(kind="form", name=form_id)
        today = clock.today().isoformat()
        retired = [
            replace(entry, retired_on=today) if entry.id == form_id and entry.is_in_force else entry
            for entry in entries
        ]
        if retired == list(entries):
            return Changed()
        _keep(uow.settings, retired)
    return _forms_changed()


def hold(settings: Settings, text: str, day: dt.date) -> bool:
    """Keep a form that a record from elsewhere was held under: to be read, not to be asked.

    Says whether it can be: False where it cannot be read, or stands here with other words.
    """
    form = _form(text)
    if form is None:
        return False
    held = _text(settings, *_name(form))
    if not held:
        settings.set(_place(*_name(form)), text)
        retired = replace(_entry_of(form, day), retired_on=day.isoformat())
        _keep(settings, [*listed(settings), retired])
    return held in {"", text}


def get(settings: Settings, form_id: str, version: int) -> Form | None:
    """That version of that form, retired or not; version 0 stands for the newest."""
    for entry in listed(settings):
        if entry.id == form_id and version in {0, entry.version}:
            return _form(_text(settings, entry.id, entry.version))
    return None


def for_kind(settings: Settings, kind: ReviewKind) -> tuple[Form, ...]:
    """The forms in force for a kind of review: one at most, but for meetings of its own."""
    found = (entry for entry in in_force(settings) if kind.value in entry.kinds)
    return tuple(_read(settings, found))


def consulting(settings: Settings, role: Role, age: int | None) -> Form | None:
    """The form by which someone of that role is asked before a meeting; None: the program's."""
    found = (entry for entry in in_force(settings) if entry.consults(role, age))
    return next(_read(settings, found), None)


def text_of(settings: Settings, form_id: str, version: int) -> str:
    """A form as it was written; empty where there is none."""
    return _text(settings, form_id, version)


def _refuse_version(uow: UnitOfWork, form: Form, text: str, faults: Faults) -> None:
    versions = [entry.version for entry in listed(uow.settings) if entry.id == form.id]
    newest = max(versions, default=0)
    spot, after = _spot_of(text, "version"), str(newest + 1)
    if form.version < newest:
        faults.add(FormFault.NOT_NEWER, spot, newest=str(newest), next=after)
    elif _text(uow.settings, *_name(form)) not in {"", text} and _is_begun(uow, form):
        faults.add(FormFault.VERSION_IN_USE, spot, str(form.version), next=after)


def _refuse_taken(settings: Settings, form: Form, text: str, faults: Faults) -> None:
    for other in in_force(settings):
        if other.id == form.id:
            continue
        for kind in form.review_kinds:
            # A council may have many meetings of its own, and whoever books one says which.
            if kind in other.kinds and kind != ReviewKind.COUNCIL:
                spot = _spot_of(text, "review_kinds")
                faults.add(FormFault.KIND_TAKEN, spot, kind, other=other.id)
        if _overlap(form, other):
            faults.add(FormFault.KIND_TAKEN, _spot_of(text, "consults"), other.role, other=other.id)


def _overlap(form: Form, other: CouncilForm) -> bool:
    asked = form.consults
    if asked is None or asked.role.value != other.role:
        return False
    lowest = max(asked.from_age or 0, other.from_age or 0)
    highest = [age for age in (asked.to_age, other.to_age) if age is not None]
    return not highest or lowest <= min(highest)


def _is_begun(uow: UnitOfWork, form: Form) -> bool:
    return any((one.form, one.form_version) == _name(form) for one in uow.reviews.all())


def _spot_of(text: str, key: str) -> Spot:
    tree = tree_of(text, Faults(""))
    for name, value in tree.pairs if isinstance(tree, Mapping) else ():
        if name.text == key:
            return value.spot
    return Spot(1, 1)


def _read(settings: Settings, entries: Iterator[CouncilForm]) -> Iterator[Form]:
    for entry in entries:
        form = _form(_text(settings, entry.id, entry.version))
        if form is not None:
            yield form


@lru_cache(maxsize=_MOST_READ_AT_ONCE)
def _form(text: str) -> Form | None:
    """Reading is what takes time, and a text always gives the same form."""
    return read_form(text, "").form


def _entry_of(form: Form, today: dt.date) -> CouncilForm:
    asked = form.consults
    return CouncilForm(
        id=form.id,
        version=form.version,
        title=form.title,
        kinds=form.review_kinds,
        added_on=today.isoformat(),
        role=asked.role.value if asked else "",
        from_age=asked.from_age if asked else None,
        to_age=asked.to_age if asked else None,
    )


def _entry(kept: dict[str, object]) -> CouncilForm:
    kinds = kept.pop("kinds")
    assert isinstance(kinds, list)  # noqa: S101 - `_keep` wrote it
    return CouncilForm(kinds=tuple(kinds), **kept)  # type: ignore[arg-type]  # as `_keep` wrote it


def _keep(settings: Settings, entries: list[CouncilForm]) -> None:
    ordered = sorted(entries, key=lambda entry: (entry.id, -entry.version))
    settings.set(_INDEX, json.dumps([asdict(entry) for entry in ordered], ensure_ascii=False))


def _name(form: Form) -> tuple[str, int]:
    return form.id, form.version


def _place(form_id: str, version: int) -> str:
    return f"council_form.{form_id}.v{version}"


def _text(settings: Settings, form_id: str, version: int) -> str:
    return settings.get(_place(form_id, version))


def _forms_changed() -> Changed:
    return Changed(frozenset({Topic.REVIEW, Topic.CASELOAD}))
