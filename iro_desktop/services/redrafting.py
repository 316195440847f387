"""Whether a draft still says what the record says, or is to be drafted anew before it is signed."""

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.tree_json import to_json
from iro_desktop.domain.document_versions import DocumentVersion
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.what_changed import as_correction


def says_the_same(
    uow_factory: UnitOfWorkFactory, version: DocumentVersion, document: Document
) -> bool:
    """Whether drafting `document`, the copy as it would be today, would leave a draft as it is."""
    if version.corrects is not None:
        with uow_factory() as uow:
            document = as_correction(uow, version, document)
    return to_json(document) == version.content
