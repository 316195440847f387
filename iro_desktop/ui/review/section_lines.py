"""The sections for the list at the left, each with how much it still needs."""

from collections.abc import Sequence
from dataclasses import dataclass

from iro_desktop.form_engine.definition import Records, Section, Stage
from iro_desktop.form_engine.path import PathSection
from iro_desktop.problems import Problem
from iro_desktop.services.rights import Allowed

_KINDS = {
    Records.LAST_DECISIONS: "decision",
    Records.DECISIONS: "decision",
    Records.PARTICIPANTS: "participant",
    Records.ATTENDANCE: "participant",
}
"""What is kept in a section, where someone who holds a part of the record reads it."""
_NEEDED_RECORDS = frozenset({Records.LAST_DECISIONS, Records.ATTENDANCE, Records.DECISIONS})


@dataclass(frozen=True, slots=True)
class SectionLine:
    """A section in the list at the left.

    `gaps` counts what is still needed to close; None where nothing in the section ever is.
    """

    id: str
    title: str
    stage: Stage
    gaps: int | None


def section_lines(
    sections: Sequence[PathSection], gaps: Sequence[Problem]
) -> tuple[SectionLine, ...]:
    """A line for each section that applies."""
    return tuple(
        SectionLine(part.section.id, part.section.title, part.section.stage, _count(gaps, part))
        for part in sections
    )


def comes_here(section: Section, allowed: Allowed) -> bool:
    """Whether anything of a section may be on this laptop; all is, but for who holds a part."""
    return not allowed.is_part or any(
        allowed.reads(_KINDS.get(each, "answer")) for each in section.records
    )


def is_for_every_eye(section: Section) -> bool:
    """Whether a section may stand on a shared screen.

    The whole child may not: health, moves and what others wrote down are not for every parent.
    """
    return not section.private and Records.WHOLE_CHILD not in section.records


def _count(gaps: Sequence[Problem], part: PathSection) -> int | None:
    count = sum(gap.data["section"] == part.section.id for gap in gaps)
    needs_something = (
        part.section.required_records
        or _NEEDED_RECORDS & set(part.section.records)
        or any(found.question.required for found in part.every_question())
    )
    return count if needs_something or count else None
