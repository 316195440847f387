"""What due dates are reckoned with, without the screen: each wish and what it does to the store."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from small_caseload import workspace_of

from fixed_clock import FixedClock
from iro_desktop.domain.timescales.explained import Holidays
from iro_desktop.services import bank_holidays, reckoning, school_terms
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.school_terms import Term, TermFault
from iro_desktop.store import SqlStore
from iro_desktop.ui.runner import InlineRunner
from iro_desktop.ui.settings.due_dates.moved_lines import MovedList
from iro_desktop.ui.settings.due_dates.presenter import DueDatesPresenter, Timescales
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.settings.sections import Section, SectionWork

FUNERAL = dt.date(2026, 11, 25)
CHRISTMAS = dt.date(2026, 12, 25)
SATURDAY = dt.date(2026, 11, 28)
AUTUMN = Term("Autumn 2026", dt.date(2026, 9, 2), dt.date(2026, 12, 18))
SPRING = Term("Spring 2027", dt.date(2027, 1, 4), dt.date(2027, 3, 25))

TIGHTER = """council: Exampleshire
rules:
  - rule: cla_first_review
    within: 15 working days
    from: 2020-01-01
    source: Exampleshire procedures 4.2
  - id: made_up_check
    title: Made-up check
    counted_from: the day the child became looked after
    within: 5 days
    from: 2020-01-01
    law: Exampleshire procedures 9
    source: Exampleshire procedures, chapter 9
"""
LOOSER = """council: Exampleshire
rules:
  - rule: cla_first_review
    within: 30 working days
    from: 2020-01-01
    source: Exampleshire procedures 4.2
  - rule: cla_second_review
    within: 3 furlongs
    from: 2020-01-01
    source: Exampleshire procedures 4.3
"""


@dataclass
class ListedPanels:
    """Keeps what it was asked to show and say."""

    done: list[tuple[Section, str]] = field(default_factory=list)
    notes: list[tuple[Section, str]] = field(default_factory=list)
    faults: list[tuple[Section, str]] = field(default_factory=list)
    holidays: list[Holidays] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    moved: list[tuple[Section, MovedList]] = field(default_factory=list)
    timescales: list[Timescales] = field(default_factory=list)
    reasons: list[tuple[Line, ...]] = field(default_factory=list)
    terms: list[tuple[Term, ...]] = field(default_factory=list)
    term_faults: list[tuple[TermFault, str]] = field(default_factory=list)
    cleared: list[str] = field(default_factory=list)

    def show_done(self, section: Section, text: str) -> None:
        self.done.append((section, text))

    def show_note(self, section: Section, text: str) -> None:
        self.notes.append((section, text))

    def show_fault(self, section: Section, text: str) -> None:
        self.faults.append((section, text))

    def show_busy(self, section: Section, busy: bool) -> None:  # noqa: FBT001
        pass

    def show_holidays(self, days: Holidays) -> None:
        self.holidays.append(days)

    def show_holiday_refused(self, text: str) -> None:
        self.refused.append(text)

    def clear_holiday(self) -> None:
        self.cleared.append("holiday")

    def show_moved(self, section: Section, moved: MovedList) -> None:
        self.moved.append((section, moved))

    def show_timescales(self, timescales: Timescales) -> None:
        self.timescales.append(timescales)

    def show_reasons(self, reasons: tuple[Line, ...]) -> None:
        self.reasons.append(reasons)

    def show_terms(self, terms: tuple[Term, ...]) -> None:
        self.terms.append(terms)

    def show_term_refused(self, fault: TermFault, text: str) -> None:
        self.term_faults.append((fault, text))

    def clear_term(self) -> None:
        self.cleared.append("term")


@pytest.fixture
def filled(store: SqlStore, clock: FixedClock) -> Iterator[SqlStore]:
    """Six made-up children; Ash's first review is due on Monday 30 November."""
    workspace_of(store, clock)
    return store


@pytest.fixture
def seen() -> ListedPanels:
    return ListedPanels()


@pytest.fixture
def told() -> list[Changed]:
    return []


@pytest.fixture
def presenter(
    filled: SqlStore, clock: FixedClock, seen: ListedPanels, told: list[Changed]
) -> DueDatesPresenter:
    work = SectionWork(InlineRunner())
    work.begin(seen)
    made = DueDatesPresenter(filled.unit_of_work, clock, work, told.append)
    made.begin(seen)
    return made


@pytest.fixture
def council_file(tmp_path: Path) -> Path:
    path = tmp_path / "exampleshire.yaml"
    path.write_text(TIGHTER, encoding="utf-8")
    return path


def first_review(store: SqlStore) -> dt.date:
    with store.unit_of_work() as uow:
        return reckoning.reckoner_of(uow.settings).due("cla_first_review", dt.date(2026, 11, 2)).on


def test_that_an_added_holiday_lists_whose_due_date_moved_and_why(
    presenter: DueDatesPresenter, seen: ListedPanels
) -> None:
    presenter.add_holiday(FUNERAL, "State funeral")
    section, moved = seen.moved[-1]
    assert section is Section.HOLIDAYS
    ash = next(line for line in moved.lines if "First review" in line.details[0])
    assert ash == Line(
        "Ash Alder",
        (
            "First review: Mon 30 Nov 2026 → Tue 1 Dec 2026",
            "Now a bank holiday: Wednesday 25 November 2026 (State funeral).",
        ),
    )
    assert seen.done[-1] == (
        Section.HOLIDAYS,
        f"Wednesday 25 November 2026 counts as a bank holiday. {moved.title}",
    )
    assert ash.spoken in moved.text
    assert moved.text.startswith(moved.title)


def test_that_a_holiday_taken_out_lists_what_moves_back(
    presenter: DueDatesPresenter, seen: ListedPanels
) -> None:
    presenter.add_holiday(FUNERAL, "State funeral")
    presenter.remove_holiday(FUNERAL)
    assert seen.holidays[-1] == {}
    ash = next(line for line in seen.moved[-1][1].lines if "First review" in line.details[0])
    assert ash.details == (
        "First review: Tue 1 Dec 2026 → Mon 30 Nov 2026",
        "No longer a bank holiday: Wednesday 25 November 2026 (State funeral).",
    )


def test_that_a_limit_in_months_says_that_only_its_last_practical_day_moved(
    presenter: DueDatesPresenter, seen: ListedPanels
) -> None:
    presenter.add_holiday(dt.date(2027, 2, 19), "State funeral")  # Fern: Saturday 20 February
    fern = next(line for line in seen.moved[-1][1].lines if line.title == "Fern")
    assert fern.details == (
        "Later review, last practical day: Fri 19 Feb 2027 → Thu 18 Feb 2027",
        "The limit itself stays: Saturday 20 February 2027.",
        "Now a bank holiday: Friday 19 February 2027 (State funeral).",
    )


def test_that_a_holiday_that_moves_nothing_says_so(
    presenter: DueDatesPresenter, seen: ListedPanels
) -> None:
    presenter.add_holiday(dt.date(2040, 2, 1))
    assert seen.moved[-1][1].lines == ()
    assert seen.done[-1][1].endswith("No due date moved.")


def test_that_added_holidays_are_listed_and_other_screens_hear(
    presenter: DueDatesPresenter, filled: SqlStore, seen: ListedPanels, told: list[Changed]
) -> None:
    presenter.add_holiday(FUNERAL, "State funeral")
    presenter.add_holiday(dt.date(2026, 11, 24))
    assert list(seen.holidays[-1].items()) == [
        (dt.date(2026, 11, 24), ""),
        (FUNERAL, "State funeral"),
    ]
    assert seen.cleared == ["holiday", "holiday"]
    with filled.unit_of_work() as uow:
        assert FUNERAL in bank_holidays.observed(uow.settings)
    assert [change.topics for change in told] == [frozenset({Topic.CASELOAD})] * 2


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (CHRISTMAS, "Friday 25 December 2026 is a bank holiday already."),
        (SATURDAY, "Saturday 28 November 2026 is at a weekend, and is not counted anyway."),
    ],
    ids=["known", "weekend"],
)
def test_that_a_day_off_anyway_is_refused_with_a_sentence(
    presenter: DueDatesPresenter,
    seen: ListedPanels,
    told: list[Changed],
    day: dt.date,
    words: str,
) -> None:
    presenter.add_holiday(day, "Made-up day")
    assert seen.refused == [words]
    assert seen.holidays[-1] == {}
    assert not (seen.cleared)
    assert not (seen.done)
    assert not (seen.moved)
    assert not told


def test_that_the_law_alone_is_in_use_at_first(
    presenter: DueDatesPresenter, seen: ListedPanels
) -> None:
    (shown,) = seen.timescales
    assert (shown.has_own, shown.council, shown.own) == (False, "", ())
    assert len(shown.every) == len(reckoning.law().book)
    first = shown.every[0]
    assert first.title == "First review"
    assert first.details == (
        "20 working days · SI 2010/959 reg 33(1)",
        "A duty in law, in force since 1 April 2011, confirmed at its source",
    )
    assert not first.caution


def test_that_rules_not_confirmed_at_their_source_own_up_to_it(
    presenter: DueDatesPresenter, seen: ListedPanels
) -> None:
    cautious = {line.key for line in seen.timescales[-1].every if line.caution}
    unread = {rule.id for rule in reckoning.law().book if rule.checked != "read"}
    assert cautious == unread != set()


def test_that_a_councils_file_is_used_and_lists_what_it_tightens_adds_and_moves(
    presenter: DueDatesPresenter,
    filled: SqlStore,
    seen: ListedPanels,
    told: list[Changed],
    council_file: Path,
) -> None:
    presenter.use_council_file(council_file)
    shown = seen.timescales[-1]
    assert (shown.has_own, shown.council) == (True, "Exampleshire")
    assert [(line.title, line.details[0]) for line in shown.own] == [
        (
            "First review",
            "Tightened: 15 working days in place of 20 working days · Exampleshire procedures 4.2",
        ),
        ("Made-up check", "Added: 5 days · Exampleshire procedures 9"),
    ]
    ash = next(line for line in seen.moved[-1][1].lines if line.title == "Ash Alder")
    assert ash.details == (
        "First review: Mon 30 Nov 2026 → Mon 23 Nov 2026",
        (
            "Now 15 working days (Exampleshire procedures 4.2), "
            "before that 20 working days (SI 2010/959 reg 33(1))."
        ),
    )
    assert first_review(filled) == dt.date(2026, 11, 23)
    assert told[-1].topics == {Topic.CASELOAD}


def test_that_the_same_file_once_more_changes_nothing(
    presenter: DueDatesPresenter, seen: ListedPanels, told: list[Changed], council_file: Path
) -> None:
    presenter.use_council_file(council_file)
    presenter.use_council_file(council_file)
    assert len(told) == 1
    assert seen.notes == [(Section.TIMESCALES, "These rules are in use already.")]


def test_that_going_back_to_the_law_moves_dates_back(
    presenter: DueDatesPresenter, filled: SqlStore, seen: ListedPanels, council_file: Path
) -> None:
    presenter.use_council_file(council_file)
    presenter.use_law_alone()
    assert not seen.timescales[-1].has_own
    assert first_review(filled) == dt.date(2026, 11, 30)
    ash = next(line for line in seen.moved[-1][1].lines if line.title == "Ash Alder")
    assert ash.details[0] == "First review: Mon 23 Nov 2026 → Mon 30 Nov 2026"


def test_that_a_looser_file_is_refused_with_every_reason_and_changes_nothing(
    presenter: DueDatesPresenter,
    filled: SqlStore,
    seen: ListedPanels,
    told: list[Changed],
    council_file: Path,
) -> None:
    presenter.use_council_file(council_file)
    council_file.write_text(LOOSER, encoding="utf-8")
    presenter.use_council_file(council_file)
    looser, no_length = seen.reasons[-1]
    assert looser.title == "exampleshire.yaml, line 4, column 5 (T007)"
    assert "looser than SI 2010/959 reg 33(1)" in looser.details[0]
    assert no_length.title.startswith("exampleshire.yaml, line 8")
    assert "3 furlongs" in no_length.details[0]
    assert seen.faults[-1][0] is Section.TIMESCALES
    assert len(told) == 1
    assert first_review(filled) == dt.date(2026, 11, 23)


def test_that_reasons_are_taken_away_once_a_file_is_used(
    presenter: DueDatesPresenter, seen: ListedPanels, council_file: Path
) -> None:
    council_file.write_text(LOOSER, encoding="utf-8")
    presenter.use_council_file(council_file)
    council_file.write_text(TIGHTER, encoding="utf-8")
    presenter.use_council_file(council_file)
    assert seen.reasons[-1] == ()


@pytest.mark.parametrize(
    "content",
    [None, b"\xff\xfe\x00", b"#" * 1_000_001],
    ids=["not there", "no text", "far too large"],
)
def test_that_what_is_no_file_of_rules_is_said(
    presenter: DueDatesPresenter, seen: ListedPanels, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "made-up.yaml"
    if content is not None:
        path.write_bytes(content)
    presenter.use_council_file(path)
    section, words = seen.faults[-1]
    assert section is Section.TIMESCALES
    assert "made-up.yaml" in words
    assert str(tmp_path) not in words


def test_that_rules_of_old_that_are_refused_by_now_can_be_left(
    filled: SqlStore, clock: FixedClock, seen: ListedPanels
) -> None:
    with filled.unit_of_work() as uow:
        uow.settings.set("local_timescales", LOOSER)
    work = SectionWork(InlineRunner())
    work.begin(seen)
    presenter = DueDatesPresenter(filled.unit_of_work, clock, work, lambda _change: None)
    presenter.begin(seen)
    assert seen.timescales[-1].has_own
    assert seen.reasons[-1]
    assert seen.faults[-1][0] is Section.TIMESCALES
    presenter.use_law_alone()
    assert not seen.timescales[-1].has_own
    assert seen.reasons[-1] == ()


def test_that_a_rule_is_explained_whole(presenter: DueDatesPresenter) -> None:
    lines = presenter.explain_rule("cla_first_review").splitlines()
    assert lines[0] == "20 working days after the day the child became looked after."
    assert "Confirmed at its source." in lines
    assert "A new period of care starts the clock again." in lines
    assert lines[-1].startswith("Before that: 4 weeks (SI 1991/895 reg 3)")


def test_that_a_tightened_rule_says_what_the_law_itself_allows(
    presenter: DueDatesPresenter, council_file: Path
) -> None:
    presenter.use_council_file(council_file)
    lines = presenter.explain_rule("cla_first_review").splitlines()
    assert lines[0].startswith("15 working days after")
    assert "The law itself: 20 working days (SI 2010/959 reg 33(1))." in lines
    assert "Confirmed at its source." not in lines


def test_that_every_rule_can_be_explained(presenter: DueDatesPresenter, seen: ListedPanels) -> None:
    for line in seen.timescales[-1].every:
        words = presenter.explain_rule(line.key)
        assert words
        assert "{" not in words


def test_that_terms_are_kept_listed_and_taken_out(
    presenter: DueDatesPresenter, filled: SqlStore, seen: ListedPanels, told: list[Changed]
) -> None:
    presenter.keep_term(SPRING, None)
    presenter.keep_term(AUTUMN, None)
    assert seen.terms[-1] == (AUTUMN, SPRING)
    presenter.remove_term(SPRING)
    assert seen.terms[-1] == (AUTUMN,)
    assert seen.cleared == ["term", "term"]
    assert seen.done[-1] == (Section.TERMS, "Spring 2027 is taken out.")
    assert len(told) == 3
    with filled.unit_of_work() as uow:
        assert school_terms.read(uow.settings) == (AUTUMN,)


def test_that_a_term_changed_does_not_overlap_itself(
    presenter: DueDatesPresenter, seen: ListedPanels
) -> None:
    presenter.keep_term(AUTUMN, None)
    longer = Term("Autumn", AUTUMN.first, dt.date(2026, 12, 21))
    presenter.keep_term(longer, AUTUMN)
    assert seen.terms[-1] == (longer,)
    assert not seen.term_faults


@pytest.mark.parametrize(
    ("term", "fault", "words"),
    [
        (
            Term("Late", dt.date(2026, 12, 1), dt.date(2027, 1, 2)),
            TermFault.OVERLAPS,
            (
                "It overlaps Autumn 2026, 2 September 2026 to 18 December 2026. "
                "A day is in one term only."
            ),
        ),
        (
            Term("Backwards", SPRING.last, SPRING.first),
            TermFault.ENDS_BEFORE_IT_BEGINS,
            "This is before the first day. Write a later one.",
        ),
        (
            Term(" ", SPRING.first, SPRING.last),
            TermFault.NAMELESS,
            "Name the term first, for example Autumn 2026.",
        ),
    ],
    ids=["overlapping", "backwards", "nameless"],
)
def test_that_what_is_no_term_is_refused_with_a_sentence(
    presenter: DueDatesPresenter, seen: ListedPanels, term: Term, fault: TermFault, words: str
) -> None:
    presenter.keep_term(AUTUMN, None)
    presenter.keep_term(term, None)
    assert seen.term_faults == [(fault, words)]
    assert seen.terms[-1] == (AUTUMN,)
    assert seen.cleared == ["term"]
