"""Take in whatever was dropped: returns and workbooks together, each record by itself.

Runs in the background. It is handed the screen's translator: a thread has no language of its own.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from iro_desktop.i18n import Translator
from iro_desktop.problems import Severity
from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.importing.report import Progress, Stage
from iro_desktop.services.importing.tables import import_paths
from iro_desktop.services.portable_reading import read_record
from iro_desktop.services.portable_records import import_record
from iro_desktop.services.ports import Clock, UnitOfWorkFactory
from iro_desktop.services.wording import words_for
from iro_desktop.ui.importing.outcome import FileLine, Outcome, ProblemLine, outcome_of
from iro_desktop.ui.jobs import JobCancelled, JobControl

RECORD_SUFFIX = ".json"
STEPS = 1000


def take_in(
    uow_factory: UnitOfWorkFactory,
    clock: Clock,
    paths: Sequence[Path],
    tr: Translator,
    control: JobControl,
) -> Outcome:
    """Take in files and folders, telling how far it is.

    Raises:
        KnownFault: the store or the disk says no. What was taken in before stands.
    """
    records = [path for path in paths if _is_record(path)]
    returns = [path for path in paths if not _is_record(path)]
    changed, lines, problems = _take_in_records(uow_factory, records, tr)
    report = None
    if returns:
        report = import_paths(
            uow_factory,
            returns,
            clock,
            progress=lambda at: _tell(at, tr, control),
            cancelled=lambda: _is_cancelled(control),
        )
    return outcome_of(report, lines, problems, changed, tr)


def _is_record(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() == RECORD_SUFFIX


def _take_in_records(
    uow_factory: UnitOfWorkFactory, paths: Iterable[Path], tr: Translator
) -> tuple[Changed, list[FileLine], list[ProblemLine]]:
    changed, lines, problems = Changed(), list[FileLine](), list[ProblemLine]()
    name = tr("Record of a review")
    for path in paths:
        try:
            new = import_record(uow_factory, read_record(path))
        except KnownFault as fault:
            words = str(words_for(fault, tr))
            problems.append(ProblemLine(Severity.ERROR, path.name, None, "", words))
            lines.append(FileLine(path.name, name, tr("Left out"), refused=1))
            continue
        became = tr("Taken in") if new else tr("Held already, and the same")
        lines.append(FileLine(path.name, name, became, taken=1 if new else 0))
        changed = Changed(
            changed.topics | new.topics,
            changed.children | new.children,
            changed.reviews | new.reviews,
        )
    return changed, lines, problems


def _tell(at: Progress, tr: Translator, control: JobControl) -> None:
    control.progress(round(at.fraction * STEPS), STEPS, _words(at.stage, tr))


def _words(stage: Stage, tr: Translator) -> str:
    match stage:
        case Stage.READING:
            return tr("Reading the files…")
        case Stage.PUTTING_TOGETHER:
            return tr("Putting together what belongs to each child…")
        case Stage.KEEPING:
            return tr("Keeping it in the store…")


def _is_cancelled(control: JobControl) -> bool:
    try:
        control.check()
    except JobCancelled:
        return True
    return False
