"""Whose laptop this is: the IRO who chairs, signs, and stands as author of every change."""

from iro_desktop.domain.review_record import Signatory
from iro_desktop.services.ports import Settings, UnitOfWorkFactory
from iro_desktop.services.setting_names import HUB_AUTHOR, IRO_NAME


def signatory(settings: Settings) -> Signatory:
    """The IRO as letters name them."""
    return Signatory(
        name=settings.get(IRO_NAME),
        telephone=settings.get("iro_telephone"),
        email=settings.get("iro_email"),
        authority=settings.get("authority_name"),
    )


def author(settings: Settings) -> str:
    """Who writes here: by the name under which the hub knows its person, once there is a hub."""
    return settings.get(HUB_AUTHOR) or settings.get(IRO_NAME)


def introduce(uow_factory: UnitOfWorkFactory, owner: Signatory) -> None:
    """Say who the IRO is."""
    with uow_factory() as uow:
        uow.settings.set(IRO_NAME, owner.name.strip())
        uow.settings.set("iro_telephone", owner.telephone.strip())
        uow.settings.set("iro_email", owner.email.strip())
        uow.settings.set("authority_name", owner.authority.strip())


def read(uow_factory: UnitOfWorkFactory) -> Signatory:
    """Who the IRO is."""
    with uow_factory() as uow:
        return signatory(uow.settings)
