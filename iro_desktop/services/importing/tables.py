"""Take in what councils have: read files, lay them over what is held, and keep it all at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from pathlib import Path
from typing import TypeVar

from iro_desktop.problems import Problem
from iro_desktop.returns.caseload import Caseload, put_together
from iro_desktop.returns.opening import read_bytes
from iro_desktop.returns.reading import ReadFile, ReadTable, read_file
from iro_desktop.returns.tables import Opened
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.importing.files import find_files, same_contents
from iro_desktop.services.importing.laying import Changes, Held, lay_over
from iro_desktop.services.importing.pace import Cancelled, Pace
from iro_desktop.services.importing.report import FileReport, ImportReport, Progress, Stage
from iro_desktop.services.ports import Clock, Records, UnitOfWork, UnitOfWorkFactory

T = TypeVar("T")
_AT_ONCE = 200


def import_paths(
    uow_factory: UnitOfWorkFactory,
    paths: Iterable[Path],
    clock: Clock,
    *,
    authority: str = "",
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportReport:
    """Read files, and keep what they say in one transaction: all of it, or none.

    Importing the same again changes nothing. What the IRO typed is never blanked or overwritten,
    and a review that was worked on here is left alone.

    Args:
        uow_factory: makes the transaction.
        paths: files of any kind that councils send, and folders of them.
        clock: tells which reviews have been held.
        authority: the council's code, where the laptop holds children of several.
        progress: told at least every two hundredth of the way, on the same thread.
        cancelled: asked at least as often. When it says so, nothing is changed.

    Raises:
        NoSuchThing: a path does not exist.
        UnreadableFile: a folder cannot be looked into.
    """
    pace = Pace(progress, cancelled)
    files, problems = find_files(paths)
    try:
        reading = _read_all(files, pace)
        with uow_factory() as uow:
            held = Held.in_store(uow)
            caseload = put_together(
                reading.files,
                clock.today(),
                authority=authority,
                known=held.known(authority),
                breathe=lambda done: pace.at(Stage.PUTTING_TOGETHER, done),
            )
            changes = lay_over(held, caseload)
            _keep(uow, changes, pace)
            pace.at(Stage.KEEPING, 1)
    except Cancelled:
        return ImportReport(cancelled=True)
    found = (*problems, *reading.problems, *changes.problems, *caseload.problems)
    return ImportReport(
        files=tuple(sorted(_file_reports(reading, caseload), key=lambda file: file.name)),
        children=changes.children.total,
        episodes=changes.episodes.total,
        reviews=changes.reviews.total,
        problems=found,
        changed=_changed(changes),
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """Files as they were read, those that were read already, and what is to be said of these."""

    files: tuple[ReadFile, ...]
    again: tuple[FileReport, ...]
    problems: tuple[Problem, ...]


def _read_all(paths: Sequence[Path], pace: Pace) -> _Reading:
    """Every file once, however often it is there under other names."""
    sizes = [_size(path) for path in paths]
    whole = sum(sizes)
    before = 0
    read: dict[str, ReadFile] = {}
    again: list[FileReport] = []
    problems: list[Problem] = []
    for path, size in zip(paths, sizes, strict=True):
        share = _share_of(pace, before / whole, size / whole)
        file = _read(path, share)
        before += size
        if file.digest in read:
            again.extend(FileReport(file.name, one.table, needed=False) for one in file.tables)
            problems.append(same_contents(file.name, read[file.digest].name))
        else:
            read[file.digest or str(path)] = file
    return _Reading(tuple(read.values()), tuple(again), tuple(problems))


def _size(path: Path) -> int:
    try:
        return max(path.stat().st_size, 1)
    except OSError:
        return 1


def _share_of(pace: Pace, begins: float, share: float) -> Callable[[float], None]:
    return lambda done: pace.at(Stage.READING, begins + share * done)


def _read(path: Path, breathe: Callable[[float], None]) -> ReadFile:
    breathe(0)
    data = read_bytes(path)
    if isinstance(data, Opened):
        tables = (ReadTable(path.name, "", problems=data.problems),)
        return ReadFile(path.name, "", tables)
    return read_file(path.name, data, breathe)


def _keep(uow: UnitOfWork, changes: Changes, pace: Pace) -> None:
    children, episodes, reviews = (
        changes.children.things,
        changes.episodes.things,
        changes.reviews.things,
    )
    whole = len(children) + len(episodes) + len(reviews)
    puts = chain(
        _put(uow.children, children), _put(uow.episodes, episodes), _put(uow.reviews, reviews)
    )
    for done in accumulate(puts):
        pace.at(Stage.KEEPING, done / whole)
    for episode in changes.superseded:
        uow.episodes.withdraw(episode)


def _put(records: Records[T], things: Sequence[T]) -> Iterator[int]:
    for start in range(0, len(things), _AT_ONCE):
        some = things[start : start + _AT_ONCE]
        records.put_all(some)
        yield len(some)


def _file_reports(reading: _Reading, caseload: Caseload) -> Iterator[FileReport]:
    yield from reading.again
    turned_away = dict(caseload.turned_away)
    for file in reading.files:
        for table in file.tables:
            away = turned_away.pop((table.source, table.table), 0)
            taken = len(table.rows) - away
            yield FileReport(
                name=table.source,
                table=table.table,
                needed=table.needed,
                rows_read=table.read,
                rows_taken=taken,
                rows_refused=table.read - taken if table.needed else 0,
            )


def _changed(changes: Changes) -> Changed:
    children = {child.id for child in changes.children.things}
    episodes = (*changes.episodes.things, *changes.superseded)
    reviews = changes.reviews.things
    touched = {
        *children,
        *(episode.child_id for episode in episodes),
        *(review.child_id for review in reviews),
    }
    topics = {Topic.CASELOAD, Topic.CHILD} if touched else set()
    if reviews:
        topics.add(Topic.REVIEW)
    return Changed(frozenset(topics), frozenset(touched), frozenset(one.id for one in reviews))
