"""A copy of Cedar's letter on its way, by the panel's own presenter, as far as a test needs it."""

from dataclasses import dataclass, field, replace

from made_up_laptop import OWNER
from small_caseload import CEDARS_REVIEW

from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.document_versions import DocumentVersion
from iro_desktop.domain.withholding import Reader
from iro_desktop.services import owner
from iro_desktop.services.changed import Changed
from iro_desktop.services.sending import Recipient
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.writing.versions.page import Page
from iro_desktop.ui.writing.versions.presenter import VersionsPresenter
from iro_desktop.ui.writing.versions.send_order import Order, Way

LETTER = CopyWanted(review=CEDARS_REVIEW, kind=DocumentKind.LETTER, reader=Reader.CHILD)
POLISH = replace(LETTER, language="pl")
GRANDAD = Recipient("Made-up Grandad", Reader.FAMILY)


@dataclass
class OnItsWay:
    """A presenter, with what it told."""

    workspace: Workspace
    told: list[Changed] = field(default_factory=list)

    def __post_init__(self) -> None:
        owner.introduce(self.workspace.uow_factory, OWNER)
        self.presenter = VersionsPresenter(self.workspace, self.told.append)
        self.presenter.open(LETTER)

    @property
    def page(self) -> Page:
        return self.presenter.page()

    def newest(self) -> DocumentVersion:
        newest = self.page.newest
        assert newest is not None
        return newest.version

    def drafted(self) -> DocumentVersion:
        self.presenter.draft()
        return self.newest()

    def checked(self) -> DocumentVersion:
        self.presenter.check(self.drafted().id, OWNER.name)
        return self.newest()

    def signed(self) -> DocumentVersion:
        self.presenter.sign(self.checked().id)
        return self.newest()

    def gone(self) -> DocumentVersion:
        signed = self.signed()
        self.presenter.note(Order(signed.id, GRANDAD, Way.PAPER))
        return signed
