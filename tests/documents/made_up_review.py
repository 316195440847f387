"""A review of a made-up child with something of everything, for tests of the documents."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from iro_desktop.documents.material import Material
from iro_desktop.domain.answers import Answer, AnswerValue, answer_id
from iro_desktop.domain.care import Episode
from iro_desktop.domain.child import Child
from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.identifiers import ChildId, EntityId, EpisodeId, ReviewId, derived_id
from iro_desktop.domain.participation import (
    Asked,
    Attendance,
    Participant,
    ParticipationCode,
    Role,
    Voice,
)
from iro_desktop.domain.review import Addendum, Review, ReviewStatus
from iro_desktop.domain.review_record import ReviewRecord, Signatory
from iro_desktop.domain.scaling import Medium, ScaleAnswer, ScaleAnswerState, ScalingQuestion
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.rule import Checked, Duty, InForce, Length, Rule, Unit
from iro_desktop.domain.wishes_and_feelings import HeardHow, Sharing, View
from iro_desktop.domain.withholding import Reader
from iro_desktop.form_engine.definition import Form
from iro_desktop.i18n.translator import Translator

CHILD = ChildId(derived_id("child", "made up"))
REVIEW = ReviewId(derived_id("review", "made up"))
HELD = dt.date(2026, 5, 4)
NUMBER = "MADEUP-0042"
KEPT_FROM_OTHERS = ("the pear tree", "the blue door", "the third stair")


def made_up_rule(name: str, length: Length, title: str = "A rule") -> Rule:
    """A rule as the law's files would give it, of any name and length."""
    return Rule(
        id=name,
        title=title,
        family="made_up",
        length=length,
        law="SI 2010/959 reg 33(2)",
        source="Care Planning, Placement and Case Review (England) Regulations 2010",
        duty=Duty.STATUTE,
        checked=Checked.READ,
        in_force=InForce(dt.date(2011, 4, 1)),
        counted_from="the day the last review was held",
    )


LATER_REVIEW = made_up_rule("cla_subsequent_review", Length(6, Unit.MONTHS), "Later review")


def an_id(*keys: str) -> EntityId:
    return EntityId(derived_id("made up", *keys))


def an_answer(question: str, value: AnswerValue, item: str = "") -> Answer:
    return Answer(
        id=answer_id(REVIEW, question, item),
        child_id=CHILD,
        review_id=REVIEW,
        question=question,
        item=item,
        value=value,
    )


def a_view(words: str, sharing: Sharing, position: int = 0, about: str = "") -> View:
    return View(
        id=an_id("view", words, str(position)),
        child_id=CHILD,
        review_id=REVIEW,
        words=words,
        about=about,
        heard_by="Avery Example",
        heard_on=dt.date(2026, 5, 1),
        how=HeardHow.SAID_TO_ME,
        sharing=sharing,
        position=position,
    )


def a_decision(what: str, told: str = "", position: int = 0, **changes: object) -> Decision:
    decision = Decision(
        id=an_id("decision", what, told, str(position)),
        child_id=CHILD,
        review_id=REVIEW,
        what=what,
        words_for_child=told,
        position=position,
    )
    return replace(decision, **changes)  # type: ignore[arg-type]  # a test names its own fields


def _person(position: int, name: str, role: Role, **changes: object) -> Participant:
    person = Participant(
        id=an_id("person", name),
        child_id=CHILD,
        review_id=REVIEW,
        name=name,
        role=role,
        attendance=Attendance.IN_PERSON,
        consulted=Asked.ANSWERED,
        position=position,
    )
    return replace(person, **changes)  # type: ignore[arg-type]  # as above


def _score(
    person: str, role: Role, value: str | None, day: dt.date = HELD, **more: object
) -> ScaleAnswer:
    answer = ScaleAnswer(
        id=an_id("score", person, day.isoformat()),
        child_id=CHILD,
        review_id=REVIEW,
        question_id=an_id("scaling"),
        person=person,
        role=role,
        state=ScaleAnswerState.ANSWERED,
        value=None if value is None else Decimal(value),
        answered_on=day,
    )
    return replace(answer, **more)  # type: ignore[arg-type]  # as above


def material_of(
    record: ReviewRecord, form: Form, language: str = "en-GB", **changes: object
) -> Material:
    """What a builder gets. What is not named here stands as a copy for the file would have it."""
    material = Material(record=record, form=form, tr=Translator(language), reader=Reader.FILE)
    return replace(material, **changes)  # type: ignore[arg-type]  # a test names its own fields


def a_record() -> ReviewRecord:
    """The review of Wren Made-up, 10, held on 4 May 2026 and closed."""
    return ReviewRecord(
        child=_child(),
        review=_review(),
        iro=Signatory(
            "Avery Example", "01632 960001", "avery@council.example", "Anyshire County Council"
        ),
        episodes=(_episode(),),
        participants=_people(),
        answers=_answers(),
        views=_views(),
        decisions=_decisions(),
        last_decisions=_last_decisions(),
        scaling_questions=(
            ScalingQuestion(
                id=an_id("scaling"),
                child_id=CHILD,
                text="How much does this feel like home?",
                meaning_of_0="Like a place I am only visiting",
                meaning_of_10="Like my own home",
            ),
        ),
        scale_answers=(
            _score("Wren", Role.CHILD, "7.5", medium=Medium.POINTED, why_not_lower="My own room"),
            _score(
                "Dana Example",
                Role.CARER,
                "6",
                what_would_make_it_higher="Knowing about next year",
                position=1,
            ),
            _score(
                "Kim Example",
                Role.PARENT,
                None,
                state=ScaleAnswerState.DECLINED,
                position=2,
            ),
            _score(
                "Pat Example",
                Role.SCHOOL,
                None,
                state=ScaleAnswerState.NOT_ASKED,
                position=3,
            ),
        ),
        earlier_scale_answers=(_score("Wren", Role.CHILD, "5", dt.date(2025, 11, 10)),),
        addenda=(
            Addendum(
                id=an_id("addendum"),
                child_id=CHILD,
                review_id=REVIEW,
                text="The swimming lessons began on 20 May.",
                added_on=dt.date(2026, 5, 21),
                added_by="Avery Example",
            ),
        ),
        due=Explained(dt.date(2026, 5, 10), LATER_REVIEW, dt.date(2025, 11, 10)),
        next_due=Explained(dt.date(2026, 11, 4), LATER_REVIEW, HELD),
        previous_review_on=dt.date(2025, 11, 10),
    )


def _child() -> Child:
    return Child(
        id=CHILD,
        number=NUMBER,
        date_of_birth=dt.date(2015, 8, 30),
        known_as="Wren",
        family_name="Made-up",
        pronouns="they/them",
        languages=("English", "British Sign Language"),
        communication_needs="Short sentences, and time to answer",
        social_worker="Sam Example",
        team="Looked After Team North",
        made_up=True,
    )


def _review() -> Review:
    return Review(
        id=REVIEW,
        child_id=CHILD,
        status=ReviewStatus.CLOSED,
        planned_for=HELD,
        held_on=HELD,
        form="cla-review",
        form_version=1,
        participation=ParticipationCode.PN1,
        participation_confirmed=True,
        closed_on=dt.date(2026, 5, 6),
        closed_by="Avery Example",
    )


def _episode() -> Episode:
    return Episode(
        id=EpisodeId(an_id("episode")),
        child_id=CHILD,
        started=dt.date(2023, 9, 1),
        legal_status="C2",
        placement="U6",
    )


def _people() -> tuple[Participant, ...]:
    return (
        _person(0, "Wren", Role.CHILD, voice=Voice.SPOKE),
        _person(1, "Dana Example", Role.CARER),
        _person(2, "Avery Example", Role.IRO, consulted=Asked.NOT_YET),
        _person(
            3,
            "Sam Example",
            Role.SOCIAL_WORKER,
            consulted_how="report of 28 April",
            attendance=Attendance.BY_VIDEO_OR_PHONE,
        ),
        _person(
            4, "Kim Example", Role.PARENT, relationship="Mum", attendance=Attendance.SENT_VIEWS
        ),
        _person(5, "Pat Example", Role.SCHOOL, attendance=Attendance.APOLOGIES),
        _person(
            6,
            "Lee Example",
            Role.OTHER,
            invited=False,
            not_invited_because="the meeting was kept small",
            consulted=Asked.NOT_YET,
            attendance=Attendance.NOT_RECORDED,
        ),
    )


def _views() -> tuple[View, ...]:
    iro_only, nobody, not_asked = KEPT_FROM_OTHERS
    return (
        a_view("I wanna stay here til Im 18.\nAnd Biscuit too!!", Sharing.EVERYONE, 0, "home"),
        a_view(f"About {iro_only}", Sharing.IRO_ONLY, 1),
        a_view(f"About {nobody}", Sharing.NOBODY, 2, nobody),
        a_view(f"About {not_asked}", Sharing.NOT_ASKED, 3, not_asked),
    )


def _decisions() -> tuple[Decision, ...]:
    return (
        a_decision(
            "Book a course of swimming lessons.",
            "You will have swimming lessons.",
            0,
            owner="Dana Example",
            due_on=dt.date(2026, 5, 31),
        ),
        a_decision(
            "Agree a plan for seeing the younger brother each month.",
            "We will make a plan so that you see your brother every month.",
            1,
            owner="Sam Example",
            by_when="before the summer holidays",
        ),
        a_decision("Update the care plan.", "", 2),
        a_decision("  ", "", 3),
    )


def _last_decisions() -> tuple[Decision, ...]:
    return (
        a_decision(
            "Provide a bicycle.",
            "You will get a bike.",
            0,
            owner="Sam Example",
            kept=Kept.KEPT,
            kept_note="It is red.",
        ),
        a_decision(
            "Arrange a visit to the old school.",
            "You will visit your old school.",
            1,
            owner="Sam Example",
            kept=Kept.NOT_KEPT,
            kept_note="Nobody rang the school. I am sorry.",
        ),
    )


def _answers() -> tuple[Answer, ...]:
    return (
        an_answer("how_held", "one_meeting"),
        an_answer("met_at", "your school"),
        an_answer("spoke_in_private", True),
        an_answer("private_on", "2026-05-01"),
        an_answer("spoke_in_private__detail", "left over and not to be printed"),
        an_answer("advocate_offered", True),
        an_answer("advocate_answer", "declined"),
        an_answer("report", ("r1", "r2")),
        an_answer("report_name", "Social work report", "r1"),
        an_answer("report_from", "Sam Example", "r1"),
        an_answer("report_received", "2026-04-28", "r1"),
        an_answer("report_shared", True, "r1"),
        an_answer("report_name", "School report", "r2"),
        an_answer("home_notes", "Dana says that Wren sleeps well.\n\nBiscuit the dog helps."),
        an_answer("home_right", True),
        an_answer("home_words", "You have a home with Dana and Biscuit. It is going to last."),
        an_answer("school_attendance", 96.5),
        an_answer("school_words", "You like science and your teacher likes your questions."),
        an_answer("went_missing", False),
        an_answer("return_talk__detail", "left over and not to be printed"),
        an_answer("legal_change", False),
        an_answer("permanence_present", "in_place"),
        an_answer("permanence_type", "foster_to_18"),
        an_answer("permanence_ratified", False),
        an_answer("permanence_delay", "The panel has not met yet."),
        an_answer("plan_still_right", "as_it_is"),
        an_answer("plan_change", "left over and not to be printed"),
        an_answer("ask", ("a1",)),
        an_answer("ask_what", "To have a telephone of your own.", "a1"),
        an_answer("ask_why", "Dana wants you to be eleven first.", "a1"),
        an_answer("ask_next", "Ask again at the next meeting. I will help you.", "a1"),
        an_answer("iro_view_text", "The plan is right. The delay is not."),
        an_answer("settled", 7.5),
        an_answer("iro_view_words", "I think that you are in the right home."),
        an_answer("rights_told", ("advocate", "reach_iro")),
        an_answer("next_on", "2026-10-26"),
        an_answer("keep_in_touch", "I will ring you in July."),
        an_answer("letter_opening", "I liked the comic you drew about Biscuit on the moon."),
        an_answer("letter_going_well", "You are brave in the water now."),
        an_answer("letter_worries", "Sam worries that you miss your brother."),
        an_answer("letter_closing", "Give Biscuit a pat from me."),
        an_answer("letter_when_older", "The panel met late because two members were away."),
        an_answer("unwanted_people", "left over and not to be printed"),
        an_answer("child_agenda", "left over and not to be printed"),
    )
