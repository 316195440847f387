"""Photos and drawings of a review: taken in clean, described, shown or not as the child decides."""

import base64
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from iro_desktop.documents.pictures import PictureRefused, cleaned
from iro_desktop.domain.identifiers import EntityId, ReviewId, new_id
from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import (
    DescriptionMissing,
    FixedReview,
    NoSuchThing,
    NotAPicture,
    UnreadableFile,
)
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.review_records import require_review


def add(
    uow_factory: UnitOfWorkFactory, review_id: ReviewId, data: bytes, description: str
) -> tuple[KeptPicture, Changed]:
    """Keep a picture with a review. Nothing of the file is kept but what is seen.

    Until the child was asked, it prints nowhere.

    Raises:
        DescriptionMissing: nobody says what is seen, so some readers would not know.
        FixedReview: the review is closed or cancelled.
        NoSuchThing: there is no such review.
        NotAPicture: the file cannot be shown in a document.
    """
    words = _described(description)
    image = _clean(data)
    with uow_factory() as uow:
        review = require_review(uow, review_id)
        if review.is_fixed:
            raise FixedReview
        held = uow.kept_pictures.of_review(review_id)
        picture = KeptPicture(
            id=EntityId(new_id()),
            child_id=review.child_id,
            review_id=review_id,
            image=base64.b64encode(image).decode("ascii"),
            description=words,
            position=max((one.position + 1 for one in held), default=0),
        )
        uow.kept_pictures.put(picture)
    return picture, Changed.of(picture, Topic.DOCUMENTS)


def describe(uow_factory: UnitOfWorkFactory, name: EntityId, description: str) -> Changed:
    """Say what is seen in it. Raises DescriptionMissing, FixedReview, NoSuchThing."""
    words = _described(description)
    with uow_factory() as uow:
        picture = _require_picture(uow, name)
        _must_be_open(uow, picture)
        changed = uow.kept_pictures.put(replace(picture, description=words))
    return Changed.of(picture, Topic.DOCUMENTS) if changed else Changed()


def share(uow_factory: UnitOfWorkFactory, name: EntityId, sharing: Sharing) -> Changed:
    """Note with whom the child agrees to share it, also after the review was closed.

    Raises:
        NoSuchThing: there is no such picture.
    """
    with uow_factory() as uow:
        picture = _require_picture(uow, name)
        changed = uow.kept_pictures.put(replace(picture, sharing=sharing))
    return Changed.of(picture, Topic.DOCUMENTS) if changed else Changed()


def withdraw(uow_factory: UnitOfWorkFactory, name: EntityId) -> Changed:
    """Take it out of the record; its history stays. Raises FixedReview, NoSuchThing."""
    with uow_factory() as uow:
        picture = _require_picture(uow, name)
        _must_be_open(uow, picture)
        uow.kept_pictures.withdraw(picture)
    return Changed.of(picture, Topic.DOCUMENTS)


def put_back(uow_factory: UnitOfWorkFactory, picture: KeptPicture) -> Changed:
    """Have a picture again that was taken out. Raises FixedReview, NoSuchThing."""
    with uow_factory() as uow:
        _must_be_open(uow, picture)
        uow.kept_pictures.put(picture)
    return Changed.of(picture, Topic.DOCUMENTS)


def reorder(uow_factory: UnitOfWorkFactory, pictures: Sequence[KeptPicture]) -> Changed:
    """Give a review's pictures the places they stand in here. Raises FixedReview, NoSuchThing."""
    changed = Changed()
    with uow_factory() as uow:
        for position, picture in enumerate(pictures):
            _must_be_open(uow, picture)
            if uow.kept_pictures.put(replace(picture, position=position)):
                changed = Changed.of(picture, Topic.DOCUMENTS)
    return changed


def read_picture(file: Path) -> bytes:
    """A picture from a file, clean, before anything of it is kept.

    Raises:
        NotAPicture: the file cannot be shown in a document.
        UnreadableFile: the file cannot be read.
    """
    try:
        data = file.read_bytes()
    except OSError as fault:
        raise UnreadableFile(name=file.name, why=fault.strerror or "") from fault
    return _clean(data)


def of_review(uow_factory: UnitOfWorkFactory, review_id: ReviewId) -> tuple[KeptPicture, ...]:
    """The pictures of a review, in their order."""
    with uow_factory() as uow:
        return tuple(uow.kept_pictures.of_review(review_id))


def image_of(picture: KeptPicture) -> bytes:
    """The picture as a PNG or JPEG file."""
    return base64.b64decode(picture.image)


def _described(description: str) -> str:
    words = description.strip()
    if not words:
        raise DescriptionMissing
    return words


def _clean(data: bytes) -> bytes:
    try:
        return cleaned(data)
    except PictureRefused as refused:
        raise NotAPicture(why=refused.why.value) from refused


def _require_picture(uow: UnitOfWork, name: EntityId) -> KeptPicture:
    picture = uow.kept_pictures.find(name)
    if picture is None:
        raise NoSuchThing(kind="picture", name=name)
    return picture


def _must_be_open(uow: UnitOfWork, picture: KeptPicture) -> None:
    if require_review(uow, picture.review_id).is_fixed:
        raise FixedReview
