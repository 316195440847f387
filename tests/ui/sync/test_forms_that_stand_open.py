"""A form that stood open while others' words came in takes the place of none of them."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from accessibility_checks import settle
from desk_of_a_laptop import CHILD, REVIEW, desk_over, place
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from typing_extensions import override

from iro_desktop.domain.answers import answer_id
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.identifiers import EntityId, child_id, natural_id
from iro_desktop.domain.review import Conduct
from iro_desktop.domain.sdq import SdqScore
from iro_desktop.domain.sittings import Sitting
from iro_desktop.domain.whole_child import Matter
from iro_desktop.domain.withholding import Reader, WithheldBecause, WithheldPassage
from iro_desktop.form_engine.definition import Records
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.services.syncing.conflicts import open_conflicts
from iro_desktop.ui.child.happening_form import HappeningForm
from iro_desktop.ui.desk import Desk
from iro_desktop.ui.jobs import JobControl
from iro_desktop.ui.review.panels.sittings import SittingsPanel
from iro_desktop.ui.review.withheld.way_there import marks_in
from iro_desktop.ui.runner import DoneJob, InlineRunner
from iro_desktop.ui.whole_child.record_form import SdqForm
from laptops_for_tests import MadeUpLaptop, a_child

T = TypeVar("T")
RETURN = Path(__file__).resolve().parents[2] / "returns" / "samples" / "small" / "header.csv"
TODAY = dt.date(2026, 11, 22)
DENTAL = RecordedHappening(
    id=natural_id("happening", CHILD.id, Happening.DENTAL_CHECK.value, TODAY.isoformat(), "1"),
    child_id=CHILD.id,
    happening=Happening.DENTAL_CHECK,
    on=TODAY,
    note="By the school nurse.",
)
SDQ = SdqScore(
    id=natural_id("sdq", CHILD.id, TODAY.isoformat(), "1"), child_id=CHILD.id, on=TODAY, total=12
)
SERIES = replace(REVIEW, conduct=Conduct.SERIES, began_on=TODAY)
MET = Sitting(
    id=natural_id("sitting", REVIEW.id, TODAY.isoformat(), "0"),
    child_id=CHILD.id,
    review_id=REVIEW.id,
    on=TODAY,
    note="Two of us.",
)
SAID = replace(
    place("Settled. Near Elm Road."),
    id=answer_id(REVIEW.id, "home_notes"),
    question="home_notes",
)
KEPT = WithheldPassage(
    id=EntityId("11111111-1111-4111-8111-111111111111"),
    child_id=CHILD.id,
    review_id=REVIEW.id,
    thing=SAID.id,
    field="value",
    words="Elm Road",
    because=WithheldBecause.CONFIDENTIAL_ADDRESS,
    kept_from=(Reader.PARENT,),
    why="As it was.",
)
Laptops = tuple[MadeUpLaptop, MadeUpLaptop]


def write(laptop: MadeUpLaptop, act: Callable[[UnitOfWork], object]) -> None:
    """What is kept on a laptop goes to the hub."""
    laptop.clock.advance(120)
    with laptop.uow() as uow:
        act(uow)
    laptop.sync()


def over(words: str) -> None:
    """Write over what stands in the field that has the focus."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit | QPlainTextEdit)
    focused.selectAll()
    QTest.keyClicks(focused, words)


def asked_about(laptop: MadeUpLaptop) -> dict[str, list[object]]:
    """By kind of thing in conflict: each version, None where it was taken away."""
    return {
        one.kind: [None if side.withdrawn else dict(side.fields) for side in one.sides]
        for one in open_conflicts(laptop.uow)
    }


def versions(laptop: MadeUpLaptop, kind: str, field: str) -> set[object]:
    """What the versions in conflict say in a field; None where one was taken away."""
    return {
        side.get(field) if isinstance(side, dict) else None for side in asked_about(laptop)[kind]
    }


def test_that_what_is_written_down_on_a_childs_page_takes_no_ones_place(
    laptops: Laptops, tmp_path: Path, shown: Callable[..., Desk]
) -> None:
    here, there = laptops
    write(here, lambda uow: (uow.sdq_scores.put(SDQ), uow.happenings.put(DENTAL)))
    there.sync()
    desk = shown(desk_over(here, tmp_path, InlineRunner()), 1240, 820)
    desk.show_child(CHILD.id)
    page = desk.screens.child
    page.whole_child.toggle.click()
    tile = page.whole_child.sheet.tiles[Matter.SDQ]
    tile.ask()
    assert isinstance(tile.form, SdqForm)
    over("30")
    page.clocks.record_wanted.emit(Happening.DENTAL_CHECK)
    write(there, lambda uow: (uow.sdq_scores.withdraw(SDQ), uow.happenings.withdraw(DENTAL)))
    desk.focus_screen()
    desk.pulse.sync_now()
    tile.form.confirm()
    asked = page.findChild(HappeningForm)
    asked.note_row.field.set_value("By our own dentist.")
    asked.day_row.field.set_value(TODAY.isoformat())
    asked.day_row.focus_first()
    QTest.keyClick(asked, Qt.Key.Key_Return)
    desk.pulse.sync_now()
    assert versions(here, "sdq_score", "total") == {None, 30}
    assert versions(here, "happening", "note") == {None, "By our own dentist."}


def test_that_what_is_kept_in_a_review_takes_no_ones_place(
    laptops: Laptops, tmp_path: Path, shown: Callable[..., Desk]
) -> None:
    here, there = laptops
    write(
        here,
        lambda uow: (
            uow.reviews.put(SERIES),
            uow.sittings.put(MET),
            uow.answers.put(SAID),
            uow.withheld_passages.put(KEPT),
        ),
    )
    there.sync()
    desk = shown(desk_over(here, tmp_path, InlineRunner()), 1240, 820)
    desk.show_review(REVIEW.id)
    review = desk.screens.review
    review.go_to(review.order.index("home"))
    marks = next(one for one in marks_in(review) if one.place.thing == KEPT.thing)
    marks.mark_anew(KEPT)
    assert marks.panel is not None
    theirs = replace(KEPT, why="As they say.", kept_from=(Reader.SCHOOL,))
    met = replace(MET, note="Three of us.", with_whom="Rowan")
    write(there, lambda uow: (uow.withheld_passages.put(theirs), uow.sittings.put(met)))
    desk.focus_screen()
    desk.pulse.sync_now()
    marks.panel.why.set_value("As I say.")
    marks.panel.keep_button.click()
    settle()
    section = review._presenter.section_with(Records.ATTENDANCE)
    review.go_to(review.order.index(section))
    (card,) = review.stack.page_of(section).findChild(SittingsPanel).cards.values()
    assert card.record == met
    card.rows["with_whom"].focus_first()
    over("Rowan and I")
    assert review.leave()
    desk.pulse.sync_now()
    there.sync()
    assert versions(here, "withheld_passage", "why") == {"As they say.", "As I say."}
    assert list(asked_about(here)) == ["withheld_passage"]
    with there.uow() as uow:
        (kept,) = uow.sittings.of_review(REVIEW.id)
    assert (kept.note, kept.with_whom) == ("Three of us.", "Rowan and I")


class AfterARound(InlineRunner):
    """Others' words come in between the choice of a file and the moment it is laid in."""

    laptop: MadeUpLaptop | None = None

    @override
    def run(self, fn: Callable[[JobControl], T], *told: Any, **more: Any) -> DoneJob:
        if self.laptop is not None:
            self.laptop.sync()
        return super().run(fn, *told, **more)


def test_that_an_import_takes_the_place_of_nothing_that_came_in_while_it_was_under_way(
    laptops: Laptops, tmp_path: Path, shown: Callable[..., Desk]
) -> None:
    here, there = laptops
    child = replace(
        a_child("MADEUP1", ethnicity="AOTH"),
        id=child_id("", "MADEUP1"),
        date_of_birth=dt.date(2012, 3, 27),
    )
    write(here, lambda uow: uow.children.put(child))
    there.sync()
    runner = AfterARound()
    desk = shown(desk_over(here, tmp_path, runner), 1240, 820)
    write(there, lambda uow: uow.children.put(replace(child, ethnicity="ABAN")))
    runner.laptop = here
    desk.show_importing()
    desk.screens.importing.start_page.drop_area.chosen.emit([RETURN])
    runner.laptop = None
    desk.pulse.sync_now()
    assert here.find(child).upn == "A123456789012"
    assert versions(here, "child", "ethnicity") == {"ABAN", "WBRI"}
