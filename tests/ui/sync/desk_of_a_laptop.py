"""The program's screens over the store of a laptop that really syncs, and what two of them hold."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from made_up_desk import surroundings
from made_up_laptop import laptop_in, make_closed_store

from iro_desktop.domain.answers import Answer, answer_id
from iro_desktop.domain.identifiers import ReviewId, new_id
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.hub.client import HttpDoor, HttpHub
from iro_desktop.services.team_hub.port import Hub
from iro_desktop.ui.desk import Desk
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.screens import build_desk
from iro_desktop.ui.sync.roads import HubRoads
from iro_desktop.vault.sealing import NaclBoxes
from iro_desktop.vault.signatures import is_signed_by
from laptops_for_tests import MadeUpLaptop, a_child

AMINA = "Amina Made-up"
CHILD = a_child("M-7", known_as="Rowan", made_up=True)
REVIEW = Review(
    id=ReviewId(new_id()),
    child_id=CHILD.id,
    status=ReviewStatus.PREPARING,
    form="cla-review",
    form_version=1,
)


def place(words: str) -> Answer:
    """Where the meeting was, as the answer of the review."""
    return Answer(
        id=answer_id(REVIEW.id, "met_at"),
        child_id=CHILD.id,
        review_id=REVIEW.id,
        question="met_at",
        value=words,
    )


def desk_over(
    laptop: MadeUpLaptop,
    tmp_path: Path,
    runner: JobRunner,
    reach: Callable[[str, str], Hub] = HttpHub,
) -> Desk:
    """The screens over a laptop's store, with the ways to its hub."""
    roads = HubRoads(reach, HttpDoor, NaclBoxes, _no_pages, is_signed_by)
    vault = laptop_in(tmp_path / "vault", laptop.clock)
    make_closed_store(vault)  # the settings say how the store is kept; this one is a test's own
    around = surroundings(vault, laptop.clock)
    return build_desk(replace(around, hub=roads), runner, laptop.store, lambda _look: None)


def _no_pages() -> None:
    raise NotImplementedError
