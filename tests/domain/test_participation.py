import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care_samples import CHILD, day
from iro_desktop.domain.child import birthday
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.participation import (
    Attendance,
    Participant,
    ParticipationCode,
    Role,
    Voice,
    possible_codes,
    suggest_code,
)

BORN = day("2012-01-01")
HELD = day("2026-05-04")
OVER_FOUR = tuple(ParticipationCode)[1:]


def participant(role: Role, attendance: Attendance, voice: Voice) -> Participant:
    return Participant(
        id=EntityId(f"made-up-{role}"),
        child_id=CHILD,
        review_id=ReviewId("made-up-review"),
        name="Made Up",
        role=role,
        attendance=attendance,
        voice=voice,
    )


def code_for(attendance: Attendance, voice: Voice) -> str | None:
    found = suggest_code(BORN, HELD, [participant(Role.CHILD, attendance, voice)])
    return found.code.value if found else None


# SSDA903 rules 440 and 441, and the eve, the day and the morrow of a fourth birthday.
@pytest.mark.parametrize(
    ("born", "held", "codes"),
    [
        ("2012-01-01", "2015-12-31", (ParticipationCode.PN0,)),
        ("2012-01-01", "2016-01-01", OVER_FOUR),
        ("2012-01-01", "2016-01-02", OVER_FOUR),
        ("2020-02-29", "2024-02-28", (ParticipationCode.PN0,)),
        ("2020-02-29", "2024-02-29", OVER_FOUR),
        ("2096-02-29", "2100-02-28", (ParticipationCode.PN0,)),
        ("2096-02-29", "2100-03-01", OVER_FOUR),
    ],
)
def test_that_pn0_is_for_those_under_four_alone(
    born: str, held: str, codes: tuple[ParticipationCode, ...]
) -> None:
    assert possible_codes(day(born), day(held)) == codes


I, V, S, A, X = (  # noqa: E741  # in person, video, sent views, apologies, absent
    Attendance.IN_PERSON,
    Attendance.BY_VIDEO_OR_PHONE,
    Attendance.SENT_VIEWS,
    Attendance.APOLOGIES,
    Attendance.ABSENT,
)
LIKE = {  # by video and by phone is from afar; who was asked not to come is away
    Attendance.BY_VIDEO: V,
    Attendance.BY_PHONE: V,
    Attendance.ASKED_NOT_TO_COME: A,
}
SUGGESTED = {
    Voice.SPOKE: {I: "PN1", V: "PN6", S: "PN6", A: "PN6", X: "PN6"},
    Voice.THROUGH_ADVOCATE: {I: "PN2", V: "PN5", S: "PN5", A: "PN5", X: "PN5"},
    Voice.WITHOUT_WORDS: {I: "PN3", V: "PN6", S: "PN6", A: "PN6", X: "PN6"},
    Voice.SENT_A_MESSAGE: {I: "PN2", V: "PN6", S: "PN6", A: "PN6", X: "PN6"},
    Voice.DID_NOT_CONTRIBUTE: {I: "PN4", V: "PN7", S: "PN7", A: "PN7", X: "PN7"},
    Voice.NOT_RECORDED: {I: None, V: None, S: "PN6", A: "PN7", X: "PN7"},
}


@pytest.mark.parametrize("voice", Voice)
@pytest.mark.parametrize("attendance", Attendance)
def test_that_attendance_and_voice_point_to_a_code(attendance: Attendance, voice: Voice) -> None:
    like = LIKE.get(attendance, attendance)
    expected = None if attendance is Attendance.NOT_RECORDED else SUGGESTED[voice][like]
    assert code_for(attendance, voice) == expected


def test_that_nothing_is_suggested_while_the_child_is_not_among_those_recorded() -> None:
    mum = participant(Role.PARENT, Attendance.IN_PERSON, Voice.SPOKE)
    assert suggest_code(BORN, HELD, [mum]) is None
    assert suggest_code(BORN, HELD, []) is None


def test_that_a_baby_needs_no_record_of_coming() -> None:
    found = suggest_code(day("2025-01-01"), HELD, [])
    assert found is not None
    assert found.code is ParticipationCode.PN0


BIRTHS = st.dates(dt.date(2000, 1, 1), dt.date(2026, 1, 1))


@given(
    BIRTHS,
    st.integers(0, 17 * 365),
    st.sampled_from(Attendance),
    st.sampled_from(Voice),
)
def test_that_no_code_is_suggested_that_the_return_would_refuse(
    born: dt.date, days: int, attendance: Attendance, voice: Voice
) -> None:
    held = born + dt.timedelta(days=days)
    found = suggest_code(born, held, [participant(Role.CHILD, attendance, voice)])
    if found is not None:
        assert found.code in possible_codes(born, held)
    assert (held < birthday(born, 4)) == (possible_codes(born, held)[0] is ParticipationCode.PN0)
