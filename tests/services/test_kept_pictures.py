"""Photos and drawings of a review: nothing of them is kept but what is seen and what was said."""

from io import BytesIO

import pytest
from made_up_meeting import CHILD, Meeting
from PIL import Image

from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.services import kept_pictures
from iro_desktop.services.faults import (
    DescriptionMissing,
    FixedReview,
    NoSuchThing,
    NotAPicture,
)

SECRET = "GPS-of-a-made-up-home"


@pytest.fixture
def photo() -> bytes:
    """A large photo with what a phone writes into it."""
    exif = Image.Exif()
    exif[0x010F] = SECRET
    exif[0x0112] = 6  # lies on its side
    file = BytesIO()
    Image.effect_noise((2400, 1200), 40).convert("RGB").save(file, "JPEG", exif=exif)
    return file.getvalue()


def test_that_only_what_is_seen_is_kept(meeting: Meeting, photo: bytes) -> None:
    factory = meeting.workspace.uow_factory
    assert SECRET.encode() in photo
    kept, changed = kept_pictures.add(factory, meeting.review.id, photo, " A kite ")
    assert changed.children == {CHILD.id}
    data = kept_pictures.image_of(kept)
    assert SECRET.encode() not in data
    with Image.open(BytesIO(data)) as image:
        assert image.size == (800, 1600)
        assert not image.getexif()
    assert (kept.description, kept.sharing) == ("A kite", Sharing.NOT_ASKED)
    assert not kept.may_be_printed
    assert meeting.record.pictures == (kept,)


def test_that_pictures_stand_in_the_order_in_which_they_came(
    meeting: Meeting, photo: bytes
) -> None:
    factory, review = meeting.workspace.uow_factory, meeting.review.id
    one, two, three = (
        kept_pictures.add(factory, review, photo, words)[0] for words in ("One", "Two", "Three")
    )
    kept_pictures.withdraw(factory, two.id)
    four, _ = kept_pictures.add(factory, review, photo, "Four")
    assert kept_pictures.of_review(factory, review) == (one, three, four)


def test_that_a_picture_can_be_described_anew(meeting: Meeting, photo: bytes) -> None:
    factory, review = meeting.workspace.uow_factory, meeting.review.id
    kept, _ = kept_pictures.add(factory, review, photo, "A kite")
    assert kept_pictures.describe(factory, kept.id, "A red kite")
    assert not kept_pictures.describe(factory, kept.id, "A red kite")
    with pytest.raises(DescriptionMissing):
        kept_pictures.describe(factory, kept.id, " ")
    assert kept_pictures.of_review(factory, review)[0].description == "A red kite"


def test_that_the_child_may_share_it_or_not_long_after_the_review(
    meeting: Meeting, photo: bytes
) -> None:
    factory, review = meeting.workspace.uow_factory, meeting.review.id
    kept, _ = kept_pictures.add(factory, review, photo, "A kite")
    meeting.fill()
    meeting.close()
    for sharing in (Sharing.EVERYONE, Sharing.NOBODY):
        assert kept_pictures.share(factory, kept.id, sharing)
        assert kept_pictures.of_review(factory, review)[0].sharing is sharing
    for refused in (
        lambda: kept_pictures.add(factory, review, photo, "Late"),
        lambda: kept_pictures.describe(factory, kept.id, "Late"),
        lambda: kept_pictures.withdraw(factory, kept.id),
    ):
        with pytest.raises(FixedReview):
            refused()


def test_that_what_is_no_picture_or_has_no_words_is_refused(meeting: Meeting, photo: bytes) -> None:
    factory, review = meeting.workspace.uow_factory, meeting.review.id
    with pytest.raises(NotAPicture) as refused:
        kept_pictures.add(factory, review, b"%PDF-1.7 not a picture", "A kite")
    assert refused.value.data == {"why": "not-a-picture"}
    with pytest.raises(DescriptionMissing):
        kept_pictures.add(factory, review, photo, "")
    with pytest.raises(NoSuchThing):
        kept_pictures.add(factory, ReviewId("nobody"), photo, "A kite")
    with pytest.raises(NoSuchThing):
        kept_pictures.share(factory, EntityId("nothing"), Sharing.NOBODY)
    assert kept_pictures.of_review(factory, review) == ()
