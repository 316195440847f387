"""The map, worries, harm matrix and best questions without their screens."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from review_in_hand import CARER, SAFE, TODAY, begin, presenter_of
from tools_in_hand import EARLIER_DAY, tools_workspace

from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.tools.entries import EntryState, Tool
from iro_desktop.domain.tools.harm_matrix import Certainty, MatrixCell
from iro_desktop.domain.tools.record import ToolRecord
from iro_desktop.domain.tools.worries import WorryKind
from iro_desktop.domain.withholding import Reader, WithheldBecause
from iro_desktop.services import review_records
from iro_desktop.services.council_people import CouncilPerson
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.edits import Removal
from iro_desktop.ui.review.kept_passages import Choice, Place
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.tools.best_questions.presenter import QuestionsPresenter, Wanted
from iro_desktop.ui.review.tools.harm_matrix.presenter import MatrixPresenter
from iro_desktop.ui.review.tools.presenter import ToolsPresenter
from iro_desktop.ui.review.tools.safety_plan.presenter import SafetyPlanPresenter
from iro_desktop.ui.review.tools.three_columns.presenter import MapPresenter
from iro_desktop.ui.review.tools.worries.presenter import WorriesPresenter

FIRST_ACTION = ("action", "first")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """One store for all: what a test keeps there is of a tool, or a thread, of its own."""
    with tools_workspace(tmp_path_factory.mktemp("tools")) as made:
        yield made


@pytest.fixture(scope="module")
def review(workspace: Workspace) -> ReviewId:
    return begin(workspace)


@pytest.fixture
def presenter(workspace: Workspace, review: ReviewId) -> ReviewPresenter:
    return presenter_of(workspace, review)


def _kept(workspace: Workspace, presenter: ReviewPresenter) -> ToolRecord:
    return review_records.read(workspace.uow_factory, presenter.review.id, TODAY).tools


# What every tool has


def test_that_whoever_said_something_may_be_on_the_councils_list(
    presenter: ReviewPresenter,
) -> None:
    tools = ToolsPresenter(presenter)
    at_the_review = tools.people()
    presenter.council = (CouncilPerson(at_the_review[-1]), CouncilPerson("Bo Made-up"))
    assert tools.people() == (*at_the_review, "Bo Made-up")
    plan = SafetyPlanPresenter(tools)
    assert plan.who()[-1] == "Bo Made-up"


def test_that_last_time_is_brought_over_once_and_stays_of_the_same_thread(
    presenter: ReviewPresenter, workspace: Workspace
) -> None:
    tools = ToolsPresenter(presenter)
    assert tools.to_bring_over(Tool.MAP)
    assert [one.held_on for one in tools.earlier(Tool.MAP)] == [EARLIER_DAY]
    tools.bring_over(Tool.MAP)
    over = [item for item in tools.record.map_items if item.thread in {"swims", "loud"}]
    assert len(over) == 2
    assert not {item.id for item in over} & {"swims", "loud"}
    assert not tools.to_bring_over(Tool.MAP)
    assert _kept(workspace, presenter).map_items == tools.record.map_items


def test_that_a_tool_prints_in_the_minutes_unless_the_iro_says_otherwise(
    presenter: ReviewPresenter, workspace: Workspace
) -> None:
    tools = ToolsPresenter(presenter)
    assert tools.use_of(Tool.MAP).in_minutes
    assert not tools.use_of(Tool.MAP).in_letter
    presenter.save(tools.print_in(Tool.MAP, minutes=False, letter=True))
    presenter.save(tools.print_in(Tool.MAP, minutes=True, letter=True))
    (use,) = _kept(workspace, presenter).tool_uses
    assert (use.tool, use.in_minutes, use.in_letter) == (Tool.MAP, True, True)


# The map


def test_that_what_is_added_is_theirs_who_speak(presenter: ReviewPresenter) -> None:
    tools = MapPresenter(presenter)
    tools.speaker, tools.verbatim = "Cedar", True
    item = tools.add("working_well", "  i like it  ")
    assert (item.heard_from, item.is_verbatim, item.words) == ("Cedar", True, "  i like it  ")
    assert (item.author, item.written_on) == (presenter.record.iro.name, TODAY)
    assert tools.said_by(item) == "Cedar, word for word"


def test_that_items_move_within_and_between_columns_and_come_back_in_one_step(
    presenter: ReviewPresenter,
) -> None:
    tools = MapPresenter(presenter)
    one, two, three = (tools.add("next", words) for words in ("one", "two", "three"))

    def words(column: str) -> list[str]:
        return [item.words for item in tools.items(column) if item.id in {one.id, two.id, three.id}]

    presenter.stack.seal()
    assert {item.words for item in tools.step(three.id, -1)} >= {"two", "three"}
    assert words("next") == ["one", "three", "two"]
    assert tools.step(two.id, 1) == ()
    assert tools.step_aside(two.id, 1) == ()
    presenter.stack.seal()
    assert three.id in {item.id for item in tools.step_aside(three.id, -1)}
    assert (words("next"), words("worried")) == (["one", "two"], ["three"])
    assert tools.place_in_words(three.id).startswith("Worried about, ")
    presenter.undo()
    assert (words("next"), words("worried")) == (["one", "three", "two"], [])


def test_that_an_item_of_a_column_the_pack_no_longer_has_is_still_seen(
    presenter: ReviewPresenter,
) -> None:
    tools = MapPresenter(presenter)
    tools.add("complicating", "made up")
    assert [column.id for column in tools.columns()][-1] == "complicating"


def test_that_having_words_and_having_none_are_told_apart(presenter: ReviewPresenter) -> None:
    tools = MapPresenter(presenter)
    item = tools.add("worried", "the bus")
    emptied = tools.say(replace(item, words=" "))
    assert emptied.state is EntryState.UNANSWERED
    declined = tools.say(replace(emptied, state=EntryState.DECLINED))
    assert tools.said(declined) == "Would rather not say"
    assert tools.say(replace(declined, words="the bus")).state is EntryState.ANSWERED


def test_that_what_is_kept_from_someone_is_known_for_a_shared_screen(
    presenter: ReviewPresenter,
) -> None:
    tools = MapPresenter(presenter)
    hidden, seen = tools.add("worried", "the new address"), tools.add("worried", "the bus")
    for edit in (hidden, seen):
        presenter.save(edit)
    because, whom = WithheldBecause.THIRD_PARTY, (Reader.PARENT,)
    presenter.withheld.keep(Place(hidden.id, "words"), "address", Choice(because, whom))
    assert tools.is_withheld(hidden)
    assert not tools.is_withheld(seen)


# Worries


def test_that_a_danger_says_gently_what_it_lacks_and_a_worry_may_be_short(
    presenter: ReviewPresenter,
) -> None:
    tools = WorriesPresenter(presenter)
    worry = tools.say(replace(tools.add(), words="Nobody is home (made up)."))
    assert tools.still_to_say(worry) == ()
    danger = tools.say(replace(worry, kind=WorryKind.DANGER, disputed_by=(CARER,)))
    assert len(tools.still_to_say(danger)) == 3
    whole = replace(danger, goal="Someone is.", disagreement="I am in.", scale_id=SAFE.id)
    assert tools.still_to_say(tools.say(whole)) == ()


def test_that_a_new_scale_measures_the_goal_at_once(
    presenter: ReviewPresenter, workspace: Workspace
) -> None:
    tools = WorriesPresenter(presenter)
    statement = tools.add()
    name = tools.measure_anew(statement, "How safe at night?", "Not at all", "Always")
    presenter.save(tools.statement(statement.id))
    (kept,) = _kept(workspace, presenter).worries
    assert kept.scale_id == name
    scale = tools.scale_of(kept)
    assert scale is not None
    assert scale.text == "How safe at night?"
    assert tools.measure_by(kept, None).scale_id is None


# The harm matrix


def test_that_a_blank_cell_is_a_question_to_ask_and_in_no_record(
    presenter: ReviewPresenter,
) -> None:
    tools = MatrixPresenter(presenter)
    assert tools.question(FIRST_ACTION).endswith("?")
    cell = tools.to_write(FIRST_ACTION)
    assert tools.said(cell) == ""
    assert not tools.is_used(Tool.HARM_MATRIX)
    assert tools.title_of(FIRST_ACTION) == "What was done, First time"


def test_that_a_cell_is_written_and_taken_away_again_when_it_says_nothing_any_more(
    presenter: ReviewPresenter, workspace: Workspace
) -> None:
    tools = MatrixPresenter(presenter)
    draft = tools.to_write(FIRST_ACTION)
    known = replace(draft, words="Left alone", when="2024", certainty=Certainty.ALLEGED)
    written = tools.write(known)
    assert isinstance(written, MatrixCell)
    presenter.save(written)
    assert tools.known_how(written) == "2024 · Alleged"
    assert tools.to_write(FIRST_ACTION) == written
    emptied = tools.write(replace(written, words="", when="", certainty=Certainty.NOT_SAID))
    assert isinstance(emptied, Removal)
    presenter.save(emptied)
    assert _kept(workspace, presenter).matrix_cells == ()


def test_that_a_cell_nobody_would_speak_of_is_not_the_same_as_a_blank_one(
    presenter: ReviewPresenter,
) -> None:
    tools = MatrixPresenter(presenter)
    written = tools.write(replace(tools.to_write(FIRST_ACTION), state=EntryState.DECLINED))
    assert isinstance(written, MatrixCell)
    assert tools.said(written) == "Would rather not say"


# Best questions


def test_that_the_bank_is_looked_through_by_age_column_stage_and_whom(
    presenter: ReviewPresenter,
) -> None:
    tools = QuestionsPresenter(presenter)
    assert tools.wanted == Wanted(age=16)
    for_age = tools.fitting()
    assert for_age
    assert all(one.from_age <= 16 <= one.to_age for one in for_age)
    tools.wanted = replace(tools.wanted, column="worried", whom="child")
    fewer = tools.fitting()
    assert 0 < len(fewer) < len(for_age)
    assert all("worried" in one.columns for one in fewer)
    assert all(not one.of_whom or "child" in one.of_whom for one in fewer)


def test_that_a_question_is_asked_once_and_one_is_the_best_of_the_review(
    presenter: ReviewPresenter, workspace: Workspace
) -> None:
    tools = QuestionsPresenter(presenter)
    question = next(one for one in tools.fitting() if one.of_whom == ("child",))
    asked, own = tools.ask(question), tools.ask_own()
    assert asked.heard_from == presenter.record.child.known_as
    assert tools.is_asked(question)
    assert tools.fitting()[-1] == question
    for edit in (asked, own):
        presenter.save(edit)
    for best in (asked, own):
        for edit in tools.say(replace(best, is_best=True, answer="Gran")):
            presenter.save(edit)
    kept = {one.id: one for one in _kept(workspace, presenter).asked_questions}
    assert [kept[EntityId(one.id)].is_best for one in (asked, own)] == [False, True]
    assert kept[asked.id].state is EntryState.ANSWERED
