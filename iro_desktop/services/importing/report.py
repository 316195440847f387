"""What an import did: file by file, and thing by thing. docs/import-json.md describes its JSON."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from iro_desktop.i18n import Translator
from iro_desktop.problems import Problem
from iro_desktop.services.changed import Changed
from iro_desktop.services.importing.wording import sentence

JSON_VERSION = 1


class Stage(StrEnum):
    """What an import is at."""

    READING = "reading"
    PUTTING_TOGETHER = "putting_together"
    KEEPING = "keeping"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import has come. `fraction` goes from 0 to 1 over all stages and never back."""

    stage: Stage
    fraction: float


@dataclass(frozen=True, slots=True)
class FileReport:
    """One table of one file. `table` is empty where none was recognised.

    `needed` says whether anything in such a table is of use to a review; where it is not, its rows
    are counted, and neither taken nor refused. A row that was taken may have had a value refused.
    """

    name: str
    table: str
    needed: bool = True
    rows_read: int = 0
    rows_taken: int = 0
    rows_refused: int = 0


@dataclass(frozen=True, slots=True)
class Total:
    """How many things of one kind are new, other than they were, and as they were."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class ImportReport:
    """An import from first to last. A cancelled one changed nothing."""

    files: tuple[FileReport, ...] = ()
    children: Total = Total()
    episodes: Total = Total()
    reviews: Total = Total()
    problems: tuple[Problem, ...] = ()
    changed: Changed = field(default_factory=Changed)
    cancelled: bool = False

    def counts_by_code(self) -> dict[str, int]:
        """How often each thing was found, by its code."""
        found = Counter(str(problem.code) for problem in self.problems)
        return dict(sorted(found.items()))

    def as_json(self, tr: Translator | None = None) -> dict[str, object]:
        """The report as plain JSON values; sentences in English unless told otherwise."""
        words = tr or Translator()
        return {
            "version": JSON_VERSION,
            "cancelled": self.cancelled,
            "files": [
                {
                    "name": file.name,
                    "table": file.table or None,
                    "needed": file.needed,
                    "rows_read": file.rows_read,
                    "rows_taken": file.rows_taken,
                    "rows_refused": file.rows_refused,
                }
                for file in self.files
            ],
            "totals": {
                "children": _total_as_json(self.children),
                "episodes": _total_as_json(self.episodes),
                "reviews": _total_as_json(self.reviews),
            },
            "counts_by_code": self.counts_by_code(),
            "problems": [_problem_as_json(problem, words) for problem in self.problems],
        }


def _total_as_json(total: Total) -> dict[str, int]:
    return {"added": total.added, "updated": total.updated, "unchanged": total.unchanged}


def _problem_as_json(problem: Problem, tr: Translator) -> dict[str, object]:
    return {
        "code": str(problem.code),
        "severity": problem.severity.value,
        "file": problem.place.source,
        "row": problem.place.line,
        "column": problem.place.column,
        "subject": problem.subject,
        "value": problem.data.get("value"),
        "data": dict(problem.data),
        "sentence": sentence(problem, tr),
    }
