"""The pictures of a review, without the screen."""

from collections.abc import Callable
from pathlib import Path

from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.services import kept_pictures
from iro_desktop.services.changed import Changed
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.edits import PictureWords
from iro_desktop.ui.review.presenter import ReviewPresenter


class PicturesPresenter:
    """All but what is seen in a picture goes to the store at once, and raises what that raises.

    What was typed has to be kept before. `taken_out` is the picture last taken out, to put back.
    """

    def __init__(self, review: ReviewPresenter) -> None:
        self._review = review
        self.taken_out: KeptPicture | None = None

    def pictures(self) -> tuple[KeptPicture, ...]:
        """Those of the review, in their order."""
        return tuple(sorted(self._review.record.pictures, key=lambda one: one.position))

    def read(self, file: Path) -> bytes:
        """A picture to be described, from a file. Raises NotAPicture, UnreadableFile."""
        return kept_pictures.read_picture(file)

    def add(self, data: bytes, words: str, sharing: Sharing) -> EntityId:
        """Keep a picture with what is seen in it. Raises DescriptionMissing and others."""
        added: list[EntityId] = []

        def act(workspace: Workspace, review: str) -> Changed:
            del review
            factory = workspace.uow_factory
            picture, changed = kept_pictures.add(factory, self._review.review.id, data, words)
            added.append(picture.id)
            if sharing is not Sharing.NOT_ASKED:
                kept_pictures.share(factory, picture.id, sharing)
            return changed

        self._review.act_beside(act)
        return added[0]

    def describe(self, picture: KeptPicture, words: str) -> PictureWords | None:
        """Take what is seen in it; None where that says nothing, which keeps what was said."""
        if not words.strip():
            return None
        return self._review.describe_picture(picture, words)

    def share(self, picture: KeptPicture, sharing: Sharing) -> None:
        """Note with whom the child shares it, also after closing."""
        self._act(lambda space: kept_pictures.share(space.uow_factory, picture.id, sharing))

    def take_out(self, picture: KeptPicture) -> None:
        """Take it out of the record."""
        self._act(lambda space: kept_pictures.withdraw(space.uow_factory, picture.id))
        self.taken_out = picture

    def put_back(self) -> KeptPicture | None:
        """Have the one last taken out again."""
        picture = self.taken_out
        if picture is not None:
            self._act(lambda space: kept_pictures.put_back(space.uow_factory, picture))
            self.taken_out = None
        return picture

    def move(self, picture: KeptPicture, step: int) -> None:
        """Let it stand one place further on, or one before with a negative step."""
        order = [one for one in self.pictures() if one.id != picture.id]
        place = [one.id for one in self.pictures()].index(picture.id) + step
        order.insert(min(max(place, 0), len(order)), picture)
        self._act(lambda space: kept_pictures.reorder(space.uow_factory, order))

    def _act(self, act: Callable[[Workspace], Changed]) -> None:
        self._review.act_beside(lambda workspace, _: act(workspace))
