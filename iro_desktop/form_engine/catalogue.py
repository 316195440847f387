"""Which forms there are, and which version of each is asked today. Read once, at start.

A form stands in `<form id>/v<version>.yaml`. Once it is released its file never changes; a new
version is a new file, and reviews begun under the old one are still shown by it.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from iro_desktop.domain.participation import Role
from iro_desktop.form_engine.definition import Form
from iro_desktop.form_engine.form_faults import FormFault
from iro_desktop.form_engine.reader import Read, read_form_file
from iro_desktop.form_engine.shared_sections import FOLDER, SharedSections
from iro_desktop.problems import Problem
from iro_desktop.source_files.faults import Faults
from iro_desktop.source_files.tree import Spot

RELEASED = "released.json"


class NoSuchForm(LookupError):
    """No form has this id and version, or none is for this kind of review."""


@dataclass(frozen=True)
class Catalogue:
    """Every form that could be read, and the problems with those that could not."""

    forms: tuple[Form, ...]
    problems: tuple[Problem, ...] = ()

    def get(self, form_id: str, version: int) -> Form:
        """That version of that form, as a review begun under it needs.

        Raises:
            NoSuchForm: there is none.
        """
        return _first(form for form in self.forms if (form.id, form.version) == (form_id, version))

    def current(self, form_id: str) -> Form:
        """The newest version of a form.

        Raises:
            NoSuchForm: there is none.
        """
        return _newest(form for form in self.forms if form.id == form_id)

    def newest(self) -> tuple[Form, ...]:
        """The newest version of each form, in order of id."""
        return tuple(self.current(name) for name in sorted(self.ids()))

    def ids(self) -> frozenset[str]:
        """The ids of all forms."""
        return frozenset(form.id for form in self.forms)

    def consulting(self, role: Role, age: int | None) -> Form:
        """The newest form by which someone of that role is asked, of a child of that age.

        Raises:
            NoSuchForm: there is none.
        """
        return _first(
            form for form in self.newest() if form.consults and form.consults.fits(role, age)
        )

    def current_for(self, review_kind: str) -> Form:
        """The newest form for a kind of review. Where two forms are, the first id in order stands.

        Raises:
            NoSuchForm: there is none.
        """
        return _first(form for form in self.newest() if review_kind in form.review_kinds)


def read_catalogue(folder: Path) -> Catalogue:
    """Every form under a folder, in order of id and version; problems name files below it."""
    forms: list[Form] = []
    problems: list[Problem] = []
    shared = SharedSections(folder / FOLDER)
    for path in form_files(folder):
        source = path.relative_to(folder).as_posix()
        read = _in_its_place(read_form_file(path, source, shared), source)
        problems.extend(read.problems)
        if read.form is not None:
            forms.append(read.form)
    ordered = sorted(forms, key=lambda form: (form.id, form.version))
    return Catalogue(tuple(ordered), tuple(problems))


def form_files(folder: Path) -> tuple[Path, ...]:
    """The files that hold forms, in a stable order."""
    return tuple(sorted(folder.glob("*/v*.yaml")))


def fingerprint(path: Path) -> str:
    """The SHA-256 of a form's text. How a system ends its lines does not matter."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def released(folder: Path) -> Mapping[str, str]:
    """The fingerprints of released forms by file, as `released.json` promises them."""
    promised: dict[str, str] = json.loads((folder / RELEASED).read_text(encoding="utf-8"))
    return promised


def _in_its_place(read: Read, source: str) -> Read:
    form = read.form
    if form is None or source == f"{form.id}/v{form.version}.yaml":
        return read
    faults = Faults(source)
    wanted = f"{form.id}/v{form.version}.yaml"
    subject = f"version {form.version} of '{form.id}'"
    faults.add(FormFault.NOT_ITS_NAME, Spot(1, 1), subject, wanted=wanted)
    return Read(None, faults.in_order())


def _newest(forms: Iterable[Form]) -> Form:
    return _first(sorted(forms, key=lambda form: form.version, reverse=True))


def _first(forms: Iterable[Form]) -> Form:
    for form in forms:
        return form
    raise NoSuchForm
