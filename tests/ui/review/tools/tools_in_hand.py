"""Cedar's practice tools, made up: some of a meeting before, and some of the one in hand."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from review_in_hand import SAFE, workspace_with_review
from small_caseload import CEDAR, CEDARS_REVIEW

from fixed_clock import FixedClock
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.review import ReviewStatus
from iro_desktop.domain.tools.entries import EntryState, ToolEntry
from iro_desktop.domain.tools.harm_matrix import Certainty, MatrixCell
from iro_desktop.domain.tools.three_columns import MapItem
from iro_desktop.domain.tools.worries import WorryKind, WorryStatement
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import create_store
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.tools.presenter import ToolsPresenter

EARLIER, EARLIER_DAY = ReviewId("held-with-tools"), dt.date(2026, 5, 4)


@contextmanager
def tools_workspace(folder: Path) -> Iterator[Workspace]:
    """Cedar's file in a store of its own, with the tools of the meeting before."""
    clock = FixedClock(dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC))
    store = create_store(folder / "store", bytes(32), clock=clock, author="Made-up Officer")
    workspace = workspace_with_review(store, clock)
    earlier_tools(workspace)
    yield workspace
    store.close()


def earlier_tools(workspace: Workspace) -> None:
    """What a meeting of 4 May 2026 wrote in its map, its worries and its matrix."""

    def known(name: str) -> dict[str, object]:
        of = {"child_id": CEDAR, "review_id": EARLIER}
        return {"id": EntityId(name), "thread": EntityId(name), **of, "author": "Made-up Officer"}

    answered = EntryState.ANSWERED
    well = MapItem(**known("swims"), column="working_well", words="Swims", state=answered)  # type: ignore[arg-type]  # an entry's own
    child = {"heard_from": "Cedar", "is_verbatim": True, "state": answered}
    loud = MapItem(**known("loud"), column="worried", words="my room is loud", **child)  # type: ignore[arg-type]  # as above
    worry = WorryStatement(
        **known("nights"),  # type: ignore[arg-type]  # as above
        kind=WorryKind.DANGER,
        words="Cedar may be left alone at night.",
        goal="Somebody Cedar trusts is there every night.",
        scale_id=SAFE.id,
        state=answered,
    )
    cell = MatrixCell(
        **known("first"),  # type: ignore[arg-type]  # as above
        row="action",
        column="first",
        words="Left alone overnight",
        when="Summer 2024",
        certainty=Certainty.KNOWN,
        source="School",
        state=answered,
    )
    _put_into_a_closed_review(workspace, well, loud, worry, cell)


def _put_into_a_closed_review(workspace: Workspace, *entries: ToolEntry) -> None:
    homes = {MapItem: "map_items", WorryStatement: "worries", MatrixCell: "matrix_cells"}
    with workspace.uow_factory() as uow:
        other = uow.reviews.find(CEDARS_REVIEW)
        assert other is not None
        closed = replace(other, id=EARLIER, held_on=EARLIER_DAY)
        uow.reviews.put(replace(closed, status=ReviewStatus.OPEN))
        for entry in entries:
            getattr(uow, homes[type(entry)]).put(entry)
        uow.reviews.put(closed)


def some_tools(presenter: ReviewPresenter) -> None:
    """A map with an item in each column, kept."""
    tools = ToolsPresenter(presenter)
    answered = EntryState.ANSWERED
    for column, words, who, verbatim in (
        ("working_well", "Goes to swimming every Friday with Gran", "Made-up Carer", False),
        ("working_well", "i like my room now", "Cedar", True),
        ("worried", "Misses school when the taxi is late", "", False),
        ("next", "A new taxi firm before January", "Made-up Carer", False),
    ):
        said = {"words": words, "heard_from": who, "is_verbatim": verbatim, "state": answered}
        presenter.save(tools.make(MapItem, column=column, **said))
