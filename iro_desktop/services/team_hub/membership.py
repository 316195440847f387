"""Whether this laptop belongs to a team's hub, as whom, and until when.

The token and the device's secret key lie in the encrypted store, and nowhere else.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass

from iro_desktop.services.ports import Clock, Settings, UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.setting_names import (
    DEVICE,
    HUB_ACCESS,
    HUB_AUTHOR,
    HUB_DEVICE,
    HUB_ETAG,
    HUB_ID,
    HUB_PERSON,
    HUB_ROLE,
)
from iro_desktop.services.team_hub.port import Hub
from iro_desktop.wire.people import Enrolled, Person

_ADDRESS, _TITLE, _TEAM = "hub_address", "hub_title", "hub_team"
_TOKEN, _SINCE, _UNTIL = "hub_token", "hub_token_since", "hub_token_until"
_SECRET, _SECRETS_BEFORE = "sealing_secret", "sealing_secrets_before"

_WHO = (_TITLE, HUB_PERSON, HUB_AUTHOR, HUB_ROLE, _TEAM)
_TOKENS = (_TOKEN, _SINCE, _UNTIL)


@dataclass(frozen=True, slots=True)
class HubAccount:
    """Who this laptop's owner is to the hub. `is_signed_out`: no token, or one of another copy.

    `is_copy` says why: this store came out of a backup, and is a device that the hub does not know.
    """

    address: str
    hub_title: str
    person: str
    role: str
    team: str
    until: dt.datetime | None
    is_signed_out: bool = False
    is_copy: bool = False


def account_of(uow: UnitOfWork) -> HubAccount | None:
    """The account, or None where this store was never enrolled or has left."""
    settings = uow.settings
    if not settings.get(HUB_PERSON):
        return None
    is_copy = settings.get(DEVICE) != settings.get(HUB_DEVICE)
    return HubAccount(
        address=settings.get(_ADDRESS),
        hub_title=settings.get(_TITLE),
        person=settings.get(HUB_AUTHOR),
        role=settings.get(HUB_ROLE),
        team=settings.get(_TEAM),
        until=_moment(settings.get(_UNTIL)),
        is_signed_out=is_copy or not settings.get(_TOKEN),
        is_copy=is_copy,
    )


def last_address(uow: UnitOfWork) -> str:
    """The address of the hub that this store belongs to, or belonged to last."""
    return uow.settings.get(_ADDRESS)


def device_of(settings: Settings) -> str:
    """The name of this copy of the store."""
    return settings.get(DEVICE)


def token_of(uow: UnitOfWork) -> str:
    """The token to call the hub with; empty where one must sign in first."""
    account = account_of(uow)
    return "" if account is None or account.is_signed_out else uow.settings.get(_TOKEN)


def keep_account(
    settings: Settings, address: str, enrolled: Enrolled, secret: str, now: dt.datetime
) -> None:
    """Belong to a hub from now on, or again.

    Which hub the records were last compared with (`hub_id`) is left as it stands: where this is
    another hub, the next round sees it, and sends it everything.
    """
    _keep_secret(settings, secret)
    values = {
        _ADDRESS: address,
        _TITLE: enrolled.hub_name,
        HUB_PERSON: enrolled.person.id,
        HUB_AUTHOR: enrolled.person.name,
        HUB_ROLE: enrolled.person.role,
        _TEAM: enrolled.person.team,
        HUB_DEVICE: device_of(settings),
        HUB_ETAG: "",
        HUB_ACCESS: "",
        HUB_ID: settings.get(HUB_ID) or enrolled.hub,
    }
    for name, value in values.items():
        settings.set(name, value)
    _keep_token(settings, enrolled, now)


def note_signed_out(uow: UnitOfWork) -> None:
    """The hub no longer takes the token: forget it. Who one is, and everything else, stays."""
    _clear(uow.settings, *_TOKENS)


def leave(uow_factory: UnitOfWorkFactory) -> None:
    """Belong to no hub. Nothing is wiped, and what was not sent goes on waiting."""
    with uow_factory() as uow:
        _clear(uow.settings, *_TOKENS, *_WHO, HUB_ETAG)  # the device's key still opens pages


def renew_if_due(uow_factory: UnitOfWorkFactory, hub: Hub, clock: Clock) -> str:
    """Have the token renewed once half of its time is over.

    Returns:
        The new token, to call with from now on; empty where none was due.
    """
    now = clock.now()
    with uow_factory() as uow:
        if not token_of(uow) or not _is_due(uow.settings, now):
            return ""
    enrolled = hub.renew()
    with uow_factory() as uow:
        _keep_token(uow.settings, enrolled, now)
        uow.settings.set(_TITLE, enrolled.hub_name)
        _keep_who(uow.settings, enrolled.person)
    return enrolled.token


def ask_who(uow_factory: UnitOfWorkFactory, hub: Hub) -> None:
    """Hear who the hub takes one for now: a name, a role and a team change while a token lasts."""
    person = hub.myself().person
    with uow_factory() as uow:
        if person.id == uow.settings.get(HUB_PERSON):
            _keep_who(uow.settings, person)


def sealing_secrets(settings: Settings) -> Mapping[str, str]:
    """The secret keys with which sealed pages open here, by device: this one's comes first."""
    own, secret = settings.get(HUB_DEVICE) or device_of(settings), settings.get(_SECRET)
    return {**({own: secret} if secret else {}), **_secrets_before(settings)}


def secret_of_this_device(settings: Settings) -> str:
    """This very device's secret key; empty where it has none, as in a store out of a backup."""
    is_ours = settings.get(HUB_DEVICE) in {"", device_of(settings)}
    return settings.get(_SECRET) if is_ours else ""


def _keep_secret(settings: Settings, secret: str) -> None:
    """A copy out of a backup gets a key of its own, and goes on opening what the first one did."""
    before, held = settings.get(HUB_DEVICE), settings.get(_SECRET)
    if before and held and before != device_of(settings):
        kept = {before: held, **_secrets_before(settings)}
        settings.set(_SECRETS_BEFORE, json.dumps(kept))
    settings.set(_SECRET, secret)


def _secrets_before(settings: Settings) -> dict[str, str]:
    kept: dict[str, str] = json.loads(settings.get(_SECRETS_BEFORE) or "{}")
    return kept


def _keep_who(settings: Settings, person: Person) -> None:
    for name, value in ((HUB_ROLE, person.role), (_TEAM, person.team), (HUB_AUTHOR, person.name)):
        if settings.get(name) != value:
            settings.set(name, value)


def _keep_token(settings: Settings, enrolled: Enrolled, now: dt.datetime) -> None:
    settings.set(_TOKEN, enrolled.token)
    settings.set(_SINCE, now.isoformat())
    settings.set(_UNTIL, enrolled.expires_at)


def _is_due(settings: Settings, now: dt.datetime) -> bool:
    since, until = _moment(settings.get(_SINCE)), _moment(settings.get(_UNTIL))
    if since is None or until is None:
        return True
    return now - since > (until - since) / 2


def _moment(text: str) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _clear(settings: Settings, *names: str) -> None:
    for name in names:
        settings.set(name, "")
