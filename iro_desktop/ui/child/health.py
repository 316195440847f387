"""What the return says of a child's health: each fact with its day where that is known."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.domain.child import Child
from iro_desktop.i18n import screen, tr
from iro_desktop.returns.ssda903.codes import sdq_reason_label

# Bands of the SDQ's total, as the DfE's guide to the SSDA903 has them: under 14, 14 to 16, 17 on.
_BORDERLINE, _CONCERN = 14, 17


@dataclass(frozen=True, slots=True)
class Fact:
    """A thing known of the child, in words."""

    name: str
    value: str


def health_of(child: Child) -> tuple[Fact, ...]:
    """The facts that are known, and no empty ones."""
    facts = (
        Fact(
            tr("Health assessment"),
            _up_to_date(child.health_assessment_up_to_date, child.last_health_assessment),
        ),
        Fact(
            tr("Dental check"),
            _up_to_date(child.dental_check_up_to_date, child.last_dental_check),
        ),
        Fact(tr("Immunisations"), _up_to_date(child.immunisations_up_to_date, None)),
        Fact(tr("Strengths and difficulties (SDQ)"), _sdq(child)),
        Fact(tr("Last visit by the social worker"), _day(child.last_social_work_visit)),
        Fact(tr("Last contact with the IRO"), _day(child.last_iro_contact)),
    )
    return tuple(fact for fact in facts if fact.value)


def _up_to_date(state: bool | None, last: dt.date | None) -> str:  # noqa: FBT001 - three states
    said = {True: tr("Up to date"), False: tr("Not up to date"), None: ""}[state]
    if last is None:
        return said
    when = tr("last on {day}", day=screen().date(last))
    return f"{said} · {when}" if said else when


def _sdq(child: Child) -> str:
    if child.sdq_score is None:
        return sdq_reason_label(child.sdq_reason) if child.sdq_reason else ""
    return tr("{score} of 40: {band}", score=child.sdq_score, band=_band(child.sdq_score))


def _band(score: int) -> str:
    if score >= _CONCERN:
        return tr("a cause for concern")
    return tr("borderline") if score >= _BORDERLINE else tr("within the usual range")


def _day(day: dt.date | None) -> str:
    return screen().date(day) if day else ""
