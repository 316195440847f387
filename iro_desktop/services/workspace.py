"""What every screen and command works with once a store is open."""

from dataclasses import dataclass

from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import Review, ReviewKind
from iro_desktop.form_engine.catalogue import Catalogue, NoSuchForm
from iro_desktop.form_engine.definition import Form
from iro_desktop.services import council_forms
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.ports import Clock, UnitOfWorkFactory


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open store, the time, and the program's own forms; the council's stand in the store."""

    uow_factory: UnitOfWorkFactory
    clock: Clock
    catalogue: Catalogue

    def form_of(self, review: Review) -> Form:
        """The form a review is held under: the version it was begun with, else today's.

        Raises:
            NoSuchThing: no form is there for this review.
        """
        if not review.form:
            return self.form_for(review.kind)
        return self.form(review.form, review.form_version)

    def form(self, form_id: str, version: int) -> Form:
        """One version of a form, the program's or the council's; 0 stands for the newest.

        Raises:
            NoSuchThing: it is not there.
        """
        try:
            if not version:
                return self.catalogue.current(form_id)
            return self.catalogue.get(form_id, version)
        except NoSuchForm as fault:
            with self.uow_factory() as uow:
                form = council_forms.get(uow.settings, form_id, version)
            if form is None:
                raise NoSuchThing(kind="form", name=form_id) from fault
            return form

    def form_for(self, kind: ReviewKind) -> Form:
        """The form in force today for a kind of review: the council's own, else the program's.

        Raises:
            NoSuchThing: there is none.
        """
        with self.uow_factory() as uow:
            for form in council_forms.for_kind(uow.settings, kind):
                return form
        try:
            return self.catalogue.current_for(kind.value)
        except NoSuchForm as fault:
            raise NoSuchThing(kind="form", name=kind.value) from fault

    def councils_meetings(self) -> tuple[Form, ...]:
        """The forms in force for meetings of the council's own, each called by its form's title.

        A review of kind `council` says in `form` which of them it is, from its booking on.
        """
        with self.uow_factory() as uow:
            return council_forms.for_kind(uow.settings, ReviewKind.COUNCIL)

    def consultation_form(self, role: Role, age: int | None) -> Form:
        """The form by which someone is asked before a meeting of a child of this age.

        Raises:
            NoSuchThing: nobody of that role is asked by any form.
        """
        with self.uow_factory() as uow:
            form = council_forms.consulting(uow.settings, role, age)
        try:
            return form or self.catalogue.consulting(role, age)
        except NoSuchForm as fault:
            raise NoSuchThing(kind="form", name=role.value) from fault
