"""What an import came to, as plain lines for the screen."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from iro_desktop.i18n import Translator
from iro_desktop.problems import Problem, Severity
from iro_desktop.services.changed import Changed
from iro_desktop.services.importing.report import FileReport, ImportReport, Total
from iro_desktop.services.importing.wording import sentence


@dataclass(frozen=True, slots=True)
class FileLine:
    """A table of a file, or a record: what it was taken for, and what became of its rows."""

    name: str
    table: str
    became: str
    taken: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One thing that was found. `row` counts from 1 as in the file; None where it is not a row."""

    severity: Severity
    file: str
    row: int | None
    column: str
    sentence: str


@dataclass(frozen=True, slots=True)
class TotalLine:
    """Children, episodes or reviews: how many are new, changed, and as they were."""

    name: str
    total: Total


@dataclass(frozen=True, slots=True)
class Outcome:
    """The whole of it, in the order it is shown."""

    files: tuple[FileLine, ...] = ()
    totals: tuple[TotalLine, ...] = ()
    problems: tuple[ProblemLine, ...] = ()
    changed: Changed = field(default_factory=Changed)
    cancelled: bool = False


def problem_line(problem: Problem, tr: Translator) -> ProblemLine:
    """A problem as a line of the table."""
    place = problem.place
    column = "" if place.column is None else str(place.column)
    return ProblemLine(problem.severity, place.source, place.line, column, sentence(problem, tr))


def file_line(file: FileReport, tr: Translator) -> FileLine:
    """A table of a file as a line."""
    if not file.table:
        return FileLine(file.name, tr("Not recognised"), tr("Passed over"))
    if not file.needed:
        return FileLine(file.name, file.table, tr("Not needed for reviews"))
    figure = tr.number(file.rows_taken)
    became = tr.count("{figure} row taken", "{figure} rows taken", file.rows_taken, figure=figure)
    if file.rows_refused:
        refused = tr("{figure} left out", figure=tr.number(file.rows_refused))
        became = tr.list([became, refused])
    return FileLine(file.name, file.table, became, file.rows_taken, file.rows_refused)


def outcome_of(
    report: ImportReport | None,
    records: Iterable[FileLine],
    problems: Iterable[ProblemLine],
    changed: Changed,
    tr: Translator,
) -> Outcome:
    """The report of the returns, and what came of the records, as one."""
    if report is None:
        return Outcome(tuple(records), (), tuple(problems), changed)
    return Outcome(
        files=(*records, *(file_line(file, tr) for file in report.files)),
        totals=(
            TotalLine(tr("Children"), report.children),
            TotalLine(tr("Episodes of care"), report.episodes),
            TotalLine(tr("Reviews"), report.reviews),
        ),
        problems=(*problems, *(problem_line(problem, tr) for problem in report.problems)),
        changed=_joined(changed, report.changed),
        cancelled=report.cancelled,
    )


def _joined(one: Changed, other: Changed) -> Changed:
    return Changed(
        one.topics | other.topics,
        one.children | other.children,
        one.reviews | other.reviews,
    )
