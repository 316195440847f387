"""What is kept from whom: kept, found again, lost, given back; all without a screen."""

from dataclasses import replace

import pytest
from review_in_hand import fill, presenter_of

from iro_desktop.domain.answers import answer_id
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.withholding import ConfidentialDetail, Reader, WithheldBecause
from iro_desktop.services import withholding
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import NotInTheText
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.kept_passages import Choice, Place
from iro_desktop.ui.review.presenter import ReviewPresenter

SAID = "You live with Ada. Sam (made up) had a hard week."
THEIRS = "Sam (made up) had a hard week"
FROM_PARENTS = Choice(
    WithheldBecause.THIRD_PARTY, (Reader.PARENT, Reader.FAMILY), "Sam asked me to"
)


@pytest.fixture
def presenter(workspace: Workspace, review: ReviewId) -> ReviewPresenter:
    opened = presenter_of(workspace, review)
    answer(opened, SAID)
    return opened


def answer(presenter: ReviewPresenter, words: str) -> None:
    edit = presenter.answer("home_words", "", words)
    assert edit is not None
    presenter.save(edit)


def place(presenter: ReviewPresenter) -> Place:
    return Place(answer_id(presenter.review.id, "home_words"), "value")


def test_that_a_passage_is_kept_with_who_decided_and_when(presenter: ReviewPresenter) -> None:
    heard: list[int] = []
    presenter.withheld.on_changed = lambda: heard.append(presenter.withheld.count())
    presenter.withheld.keep(place(presenter), THEIRS, FROM_PARENTS)
    assert heard == [1]
    (line,) = presenter.withheld.lines()
    assert line.what == f"“{THEIRS}”"
    assert line.where == "Where the child lives: How would I say this to the child?"
    assert line.kept_from == "A parent and family"
    assert line.passage.why == "Sam asked me to"
    assert line.decided.endswith("22 November 2026")
    assert not line.is_lost
    assert presenter.withheld.kept_in(place(presenter)) == (line.passage,)


def test_that_a_copy_for_those_readers_leaves_it_out(presenter: ReviewPresenter) -> None:
    presenter.withheld.keep(place(presenter), THEIRS, FROM_PARENTS)
    cut = withholding.for_reader(presenter.record, Reader.PARENT, presenter.today)
    assert THEIRS not in cut.record.text("home_words")
    whole = withholding.for_reader(presenter.record, Reader.CHILD, presenter.today)
    assert THEIRS in whole.record.text("home_words")


def test_that_words_that_stand_elsewhere_are_refused(presenter: ReviewPresenter) -> None:
    with pytest.raises(NotInTheText):
        presenter.withheld.keep(place(presenter), "Never written", FROM_PARENTS)
    assert presenter.withheld.count() == 0


def test_that_lost_marks_stand_first_until_they_are_marked_anew(
    presenter: ReviewPresenter,
) -> None:
    presenter.withheld.keep(place(presenter), "Ada", FROM_PARENTS)
    presenter.withheld.keep(place(presenter), THEIRS, FROM_PARENTS)
    answer(presenter, "You live with Ada. Sam was ill.")
    lost, kept = presenter.withheld.lines()
    assert (lost.what, lost.is_lost) == (f"“{THEIRS}”", True)
    assert not kept.is_lost
    assert presenter.withheld.lost() == (lost.passage,)
    presenter.withheld.keep(place(presenter), "Sam was ill", FROM_PARENTS, lost.passage)
    assert presenter.withheld.lost() == ()
    assert [line.what for line in presenter.withheld.lines()] == ["“Ada”", "“Sam was ill”"]


def test_that_a_passage_can_be_given_back(presenter: ReviewPresenter) -> None:
    presenter.withheld.keep(place(presenter), THEIRS, FROM_PARENTS)
    (line,) = presenter.withheld.lines()
    presenter.withheld.give_back(line.passage)
    assert presenter.withheld.lines() == ()
    again = presenter_of(presenter._workspace, presenter.review.id)
    assert again.withheld.count() == 0


def test_that_a_closed_record_can_be_marked_and_stays_as_it_is(
    presenter: ReviewPresenter,
) -> None:
    fill(presenter)
    presenter.close()
    before = presenter.record.answers
    presenter.withheld.keep(place(presenter), THEIRS, FROM_PARENTS)
    assert presenter.withheld.count() == 1
    assert presenter.record.answers == before


def test_that_details_of_the_child_stand_in_the_list(presenter: ReviewPresenter) -> None:
    detail = ConfidentialDetail(
        id=EntityId(""),
        child_id=presenter.record.child.id,
        words="9 Hollow Beech Way",
        kept_from=(Reader.PARENT,),
        why="Court order (made up)",
    )

    def keep(workspace: Workspace, _review: ReviewId) -> Changed:
        return withholding.keep_detail(workspace.uow_factory, detail, workspace.clock)

    presenter.act_beside(keep)
    (line,) = presenter.withheld.details()
    assert (line.what, line.kept_from) == ("“9 Hollow Beech Way”", "A parent")
    assert line.why == "Court order (made up)"


def test_that_the_way_leads_to_the_section_of_each_thing(presenter: ReviewPresenter) -> None:
    presenter.save(presenter.change(replace(presenter.add_view(), words="Sam shouts")))
    presenter.save(presenter.change(replace(presenter.add_decision(), what="Ask Sam")))
    for thing, field, words in (
        (presenter.record.views[-1].id, "words", "Sam shouts"),
        (presenter.record.decisions[-1].id, "what", "Ask Sam"),
        (place(presenter).thing, "value", "Ada"),
    ):
        presenter.withheld.keep(Place(thing, field), words, FROM_PARENTS)
    found = {one.words: presenter.withheld.section_of(one) for one in presenter.record.withheld}
    assert found == {"Sam shouts": "views", "Ask Sam": "decisions", "Ada": "home"}


def test_that_what_is_typed_stays_on_screen_while_something_is_kept(
    presenter: ReviewPresenter,
) -> None:
    presenter.answer("home_notes", "", "Not saved yet")
    presenter.withheld.keep(place(presenter), THEIRS, FROM_PARENTS)
    assert presenter.record.text("home_notes") == "Not saved yet"


def test_that_others_hear_that_documents_change(workspace: Workspace, review: ReviewId) -> None:
    told: list[Changed] = []
    presenter = presenter_of(workspace, review, told)
    answer(presenter, SAID)
    presenter.withheld.keep(place(presenter), THEIRS, FROM_PARENTS)
    assert Topic.DOCUMENTS in told[-1].topics


@pytest.mark.parametrize("because", list(WithheldBecause))
def test_that_the_file_always_holds_everything(because: WithheldBecause) -> None:
    readers = withholding.usually_kept_from(because)
    assert readers
    assert Reader.FILE not in readers
    assert (Reader.CHILD in readers) is (
        because in {WithheldBecause.THIRD_PARTY, WithheldBecause.SERIOUS_HARM}
    )


def test_that_a_passage_is_found_as_a_copy_would_cut_it() -> None:
    text = "At 9 Hollow  Beech way, and at 9 Hollow Beech Way."
    assert withholding.places_in(text, "9 Hollow Beech Way") == ((31, 49),)
    assert withholding.places_in("9 HOLLOW beech-way!", "9 Hollow Beech Way") == ((0, 18),)
    assert withholding.places_in("All of it", "") == ((0, 9),)
    assert withholding.places_in("", "") == ()


def test_that_remarks_follow_the_people_of_the_record(presenter: ReviewPresenter) -> None:
    text = "Zebedina will ring you."
    assert presenter.live_words.misspelt(text)
    presenter.add_participant("Zebedina")
    assert not presenter.live_words.misspelt(text)
    rules = {one.rule.value for one in presenter.live_words.remarks("The placement is nice.")}
    assert "jargon" in rules


def test_that_nothing_of_a_record_is_remembered_once_it_is_left(
    presenter: ReviewPresenter,
) -> None:
    presenter.live_words.remarks("The placement is nice.")
    presenter.live_words.misspelt("Cedar")
    assert presenter.live_words._linter is not None
    presenter.open(presenter.review.id)
    assert presenter.live_words._linter is None
    assert presenter.live_words._spelling is None
