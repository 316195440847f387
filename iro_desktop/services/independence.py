"""Whether the IRO named for a child may be theirs, as far as the store knows."""

from dataclasses import replace

from iro_desktop.domain.care import periods_of_care
from iro_desktop.domain.child import Child
from iro_desktop.domain.independence import iro_conflicts
from iro_desktop.problems import Problem
from iro_desktop.services.faults import IroConflict
from iro_desktop.services.owner import signatory
from iro_desktop.services.ports import UnitOfWork


def iro_of(uow: UnitOfWork, child: Child) -> str:
    """A child's IRO: on a laptop, a child for whom nobody is named is its owner's."""
    return child.iro_name.strip() or signatory(uow.settings).name


def conflicts(uow: UnitOfWork, child: Child) -> tuple[Problem, ...]:
    """Why a child, as they are about to be kept, may not have their IRO."""
    if not _is_looked_after(uow, child):
        return ()
    kin = [
        other
        for other in uow.children.all()
        if (other.id == child.parent_id or other.parent_id == child.id)
        and not other.is_household
        and _is_looked_after(uow, other)
    ]
    named = [replace(other, iro_name=iro_of(uow, other)) for other in kin]
    return iro_conflicts(replace(child, iro_name=iro_of(uow, child)), named)


def check_iro(uow: UnitOfWork, child: Child) -> None:
    """Let a child pass, unless a change of IRO or parent makes a conflict of what was none.

    What stands already may be in conflict, from a return perhaps: other changes to it still pass.

    Raises:
        IroConflict: `data["codes"]` names why.
    """
    before = uow.children.find(child.id)
    if before and (before.iro_name, before.parent_id) == (child.iro_name, child.parent_id):
        return
    found = conflicts(uow, child)
    if found:
        raise IroConflict(codes=" ".join(sorted({problem.code for problem in found})))


def _is_looked_after(uow: UnitOfWork, child: Child) -> bool:
    """Whether no end of their care is known. A child without episodes is on the caseload too."""
    periods = periods_of_care(uow.episodes.of_child(child.id))
    return not periods or periods[-1].ended is None
