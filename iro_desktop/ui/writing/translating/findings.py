"""What was found in a translator's file, text by text, the gravest first. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.documents.exchange.checks import Fault, Finding
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services.translating import TakenBack
from iro_desktop.services.translation_wording import words_of


class Severity(StrEnum):
    """What became of the text: not kept, waiting for someone to look, or not there at all."""

    STOPPED = "stopped"
    TO_LOOK_AT = "to_look_at"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class FoundText:
    """One text and all that was found of it, and what to do.

    `came` is what came back, where it can be kept.
    """

    name: str
    severity: Severity
    place: str
    english: str
    came: str
    said: tuple[str, ...]
    steps: tuple[str, ...]


def found_texts(taken: TakenBack) -> tuple[FoundText, ...]:
    """Every text that something was found of, the gravest first."""
    by_name: dict[str, list[Finding]] = {}
    for finding in taken.findings:
        by_name.setdefault(finding.id, []).append(finding)
    found = [_found(name, findings, taken) for name, findings in by_name.items()]
    order = list(Severity)
    return tuple(sorted(found, key=lambda text: order.index(text.severity)))


def heading_of(severity: Severity, number: int) -> str:
    """What stands over the texts of one severity."""
    match severity:
        case Severity.STOPPED:
            return ntr(
                "{number} text could not be kept", "{number} texts could not be kept", number
            )
        case Severity.TO_LOOK_AT:
            one, many = "{number} text waits for your eye", "{number} texts wait for your eye"
            return ntr(one, many, number)
        case Severity.MISSING:
            one = "{number} text came back without a translation"
            many = "{number} texts came back without a translation"
            return ntr(one, many, number)


def outcome(taken: TakenBack) -> str:
    """What became of the file, in a sentence."""
    one, many = "{number} translation is kept.", "{number} translations are kept."
    kept = ntr(one, many, taken.kept) if taken.kept else tr("Nothing new is kept.")
    if taken.untranslated:
        count = len(taken.untranslated)
        one, many = "{number} text is still missing.", "{number} texts are still missing."
        return tr("{kept} {rest}", kept=kept, rest=ntr(one, many, count))
    return tr("{kept} Nothing is missing.", kept=kept)


def _found(name: str, findings: Sequence[Finding], taken: TakenBack) -> FoundText:
    first, severity = findings[0], _severity(findings)
    words = [(words_of(one, screen()), one.stops) for one in findings]
    asks_again = severity is not Severity.TO_LOOK_AT  # then there is nothing to accept
    return FoundText(
        name=name,
        severity=severity,
        place=first.place,
        english=first.text,
        came=taken.words.get(name, ""),
        said=tuple(dict.fromkeys(one.sentence for one, _ in words)),
        steps=tuple(
            dict.fromkeys(one.next_step for one, stops in words if stops or not asks_again)
        ),
    )


def _severity(findings: Sequence[Finding]) -> Severity:
    if any(one.fault is Fault.MISSING for one in findings):
        return Severity.MISSING
    return Severity.STOPPED if any(one.stops for one in findings) else Severity.TO_LOOK_AT
