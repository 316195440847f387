"""How the caseload is searched, narrowed and sorted, without a screen."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_caseload import ASH, BIRCH, CEDAR, ELDER, FERN, NOBODY_NAMED, workspace_of

from fixed_clock import FixedClock
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services.caseload import ChildSummary
from iro_desktop.store import SqlStore
from iro_desktop.ui.children.presenter import ChildrenPage, ChildrenPresenter
from iro_desktop.ui.children.rows import Column, Filter, plain, row_of, sort_key, spoken_cell


class RecordingScreen:
    """Keeps what it was last told to show."""

    def __init__(self) -> None:
        self.page: ChildrenPage | None = None

    def show_page(self, page: ChildrenPage) -> None:
        self.page = page

    def children(self) -> list[str]:
        assert self.page is not None
        return [row.summary.child.id for row in self.page.rows]


@pytest.fixture
def screen_() -> RecordingScreen:
    return RecordingScreen()


@pytest.fixture
def presenter(store: SqlStore, clock: FixedClock, screen_: RecordingScreen) -> ChildrenPresenter:
    made = ChildrenPresenter(workspace_of(store, clock))
    made.show_on(screen_)
    made.refresh()
    return made


def test_that_children_in_care_come_first_to_be_seen_the_most_pressing_at_the_top(
    presenter: ChildrenPresenter, screen_: RecordingScreen
) -> None:
    assert presenter.today == dt.date(2026, 11, 22)
    assert screen_.children() == [BIRCH, ASH, NOBODY_NAMED, FERN, CEDAR]


@pytest.mark.parametrize(
    ("chosen", "children"),
    [
        (Filter.ALL, {ASH, BIRCH, CEDAR, NOBODY_NAMED, ELDER, FERN}),
        (Filter.DUE_SOON, {ASH}),
        (Filter.OVERDUE, {BIRCH}),
        (Filter.HALF_FINISHED, {NOBODY_NAMED}),
        (Filter.UNNAMED, {NOBODY_NAMED}),
    ],
)
def test_that_a_filter_shows_its_part_and_counts_it(
    presenter: ChildrenPresenter, screen_: RecordingScreen, chosen: Filter, children: set[ChildId]
) -> None:
    presenter.choose(chosen)
    assert set(screen_.children()) == children
    assert screen_.page is not None
    assert screen_.page.counts[chosen] == len(children)


@pytest.mark.parametrize("words", ["zoe", "ALDER zo", "1002", "Zoë Alder"])
def test_that_a_child_is_found_by_part_of_a_name_without_accents_or_by_number(
    presenter: ChildrenPresenter, screen_: RecordingScreen, words: str
) -> None:
    presenter.search(words)
    assert screen_.children() == [BIRCH]


def test_that_a_search_that_finds_nothing_here_says_how_many_are_elsewhere(
    presenter: ChildrenPresenter, screen_: RecordingScreen
) -> None:
    presenter.search("elder")
    assert screen_.page is not None
    assert screen_.page.nothing == "No child here is called “elder”."
    assert screen_.page.elsewhere == 1


def test_that_children_without_a_name_come_last_whichever_way_names_are_sorted(
    presenter: ChildrenPresenter, screen_: RecordingScreen
) -> None:
    presenter.sort_by(Column.NAME, descending=False)
    assert screen_.children() == [ASH, CEDAR, FERN, BIRCH, NOBODY_NAMED]
    presenter.sort_by(Column.NAME, descending=True)
    assert screen_.children() == [BIRCH, FERN, CEDAR, ASH, NOBODY_NAMED]


def test_that_sorting_by_age_puts_the_youngest_first(
    presenter: ChildrenPresenter, screen_: RecordingScreen
) -> None:
    presenter.sort_by(Column.AGE, descending=False)
    assert screen_.children()[0] == NOBODY_NAMED
    assert screen_.children()[-1] == CEDAR


def test_that_a_child_with_a_sister_here_is_marked_so(
    presenter: ChildrenPresenter, screen_: RecordingScreen
) -> None:
    assert screen_.page is not None
    siblings = {row.summary.child.id: row.siblings for row in screen_.page.rows}
    assert (siblings[ASH], siblings[CEDAR]) == (1, 0)


def test_that_a_screen_reader_hears_more_than_little_room_shows(
    presenter: ChildrenPresenter, screen_: RecordingScreen
) -> None:
    assert screen_.page is not None
    ash = next(row for row in screen_.page.rows if row.summary.child.id == ASH)
    today = presenter.today
    assert spoken_cell(ash, Column.NAME, today) == "Ash Alder, made up"
    assert spoken_cell(ash, Column.AGE, today) == "13 years old"
    assert spoken_cell(ash, Column.NEXT_REVIEW, today) == "30 Nov 2026, in 8 days"
    assert spoken_cell(ash, Column.LAST_REVIEW, today) == "Last review: nothing"


@given(st.text())
def test_that_text_made_plain_stays_as_it_is_when_made_plain_again(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text(min_size=1), st.sampled_from(Column))
def test_that_every_cell_can_be_sorted_by(name: str, column: Column) -> None:
    child = Child(id=ChildId("any"), number="1", known_as=name, date_of_birth=dt.date(2012, 1, 1))
    row = row_of(ChildSummary(child, 14, None, None, None, None, None), 0)
    key = sort_key(row, column)
    assert key is None or sorted([key, key]) == [key, key]
