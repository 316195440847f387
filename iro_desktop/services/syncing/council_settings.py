"""What the council decided for all its laptops, taken from the hub: signed, numbered, dated.

Nothing is taken that the hub's own key did not sign, nor a version that is no newer than the one
held. What begins on a later day waits. What cannot be taken as the council meant it (a faulty form,
say) is told, and the version before stays in force. Each kind of setting is laid in by the same
use-case that takes a council's file by hand, with the same checks.
"""

import base64
import binascii
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.services import bank_holidays, council_forms, council_look, council_wording
from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.plain_words import drop_local_words, take_local_words
from iro_desktop.services.ports import Clock, Settings, UnitOfWorkFactory
from iro_desktop.services.practice import drop_pack, take_pack
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.services.reckoning import drop_local_rules, take_local_rules
from iro_desktop.services.syncing.purging import RETENTION
from iro_desktop.wire.council_settings import CouncilSetting, CouncilSettings, what_is_signed

VERIFY_KEY = "hub_verify_key"
PEOPLE = "hub_people"
_HELD = "hub_setting"
_NEXT_KEY = "next_key"
_SOURCE = "hub"

SignatureCheck = Callable[[str, bytes, str], bool]
"""Whether a key (base64) signed a message: key, message, signature (base64)."""


class Held(msgspec.Struct, frozen=True):
    """A version that this laptop has of a setting, and whether it was laid in."""

    setting: CouncilSetting
    in_force: bool = False


class ListedPerson(msgspec.Struct, frozen=True):
    """Someone of the service, as the council lists them. `contact`: how to reach them at work."""

    name: str
    role: str = ""
    team: str = ""
    contact: str = ""


class _Holiday(msgspec.Struct, frozen=True):
    day: dt.date
    name: str = ""


class _Wording(msgspec.Struct, frozen=True):
    kind: DocumentKind
    language: str
    text: str


class _Retention(msgspec.Struct, frozen=True):
    days: int


@dataclass(frozen=True, slots=True)
class SettingsTaken:
    """What came of it. `refused` holds the names of settings and why, never their content."""

    changed: tuple[Changed, ...] = ()
    in_force: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()


def take(
    uow_factory: UnitOfWorkFactory,
    told: CouncilSettings,
    is_signed_by: SignatureCheck,
    clock: Clock,
) -> SettingsTaken:
    """Keep what the hub tells and lay in what has begun.

    The hub's key is learnt once, when the laptop is enrolled; another key later signs nothing.
    """
    refused: list[tuple[str, str]] = []
    with uow_factory() as uow:
        key = _key_from_now_on(uow.settings, told, is_signed_by)
        for setting in sorted(told.settings, key=lambda one: (one.name, one.version)):
            if setting.name not in _LAYING:
                continue  # the key itself, or something of a newer hub
            if not is_signed_by(key, what_is_signed(setting), setting.signature):
                refused.append((setting.name, "not_signed"))
            else:
                _keep(uow.settings, setting)
    laid = lay_in(uow_factory, clock)
    return SettingsTaken(laid.changed, laid.in_force, laid.waiting, (*refused, *laid.refused))


def lay_in(uow_factory: UnitOfWorkFactory, clock: Clock) -> SettingsTaken:
    """Lay in every version whose day has come: after a sync, and on a day's first start."""
    today = clock.today()
    changed, in_force, waiting, refused = [], [], [], []
    with uow_factory() as uow:
        held = {name: _held(uow.settings, name) for name in _LAYING}
    for name, versions in held.items():
        begun = [one for one in versions if _begins(one.setting) <= today]
        if len(begun) < len(versions):
            waiting.append(name)
        if not begun or begun[-1].in_force:
            continue
        newest = begun[-1].setting
        try:
            changed.extend(_LAYING[name](uow_factory, _content(newest), clock))
        except KnownFault as fault:
            refused.append((name, fault.data.get("why", type(fault).__name__)))
        except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError):
            refused.append((name, "not_readable"))
        else:
            in_force.append(name)
            _note_in_force(uow_factory, name, newest.version)
    return SettingsTaken(tuple(changed), tuple(in_force), tuple(waiting), tuple(refused))


def digests(settings: Settings) -> Mapping[str, int]:
    """The newest version that is held of each setting."""
    return {
        name: versions[-1].setting.version
        for name in _LAYING
        if (versions := _held(settings, name))
    }


def people(settings: Settings) -> tuple[ListedPerson, ...]:
    """The people of the service as the council lists them; none where it does not."""
    text = settings.get(PEOPLE)
    return msgspec.json.decode(text, type=tuple[ListedPerson, ...]) if text else ()


def _key_from_now_on(
    settings: Settings, told: CouncilSettings, is_signed_by: SignatureCheck
) -> str:
    """The key that signs: the one learnt, or one that the learnt one handed over to."""
    key = settings.get(VERIFY_KEY) or told.verify_key
    handed_over = [one for one in told.settings if one.name == _NEXT_KEY]
    for setting in sorted(handed_over, key=lambda one: one.version):
        if is_signed_by(key, what_is_signed(setting), setting.signature):
            key = _content(setting).decode("ascii").strip()
    settings.set(VERIFY_KEY, key)
    return key


def _keep(settings: Settings, setting: CouncilSetting) -> None:
    """Keep a version that is newer than all held."""
    held = _held(settings, setting.name)
    if held and setting.version <= held[-1].setting.version:
        return
    # Of those before, only the one in force and those still to come are of use.
    kept = [one for one in held if one.in_force or _begins(one.setting) < _begins(setting)]
    _put(settings, setting.name, [*kept, Held(setting)])


def _held(settings: Settings, name: str) -> list[Held]:
    text = settings.get(f"{_HELD}:{name}")
    return msgspec.json.decode(text, type=list[Held]) if text else []


def _put(settings: Settings, name: str, held: Sequence[Held]) -> None:
    settings.set(f"{_HELD}:{name}", msgspec.json.encode(held).decode())


def _note_in_force(uow_factory: UnitOfWorkFactory, name: str, version: int) -> None:
    with uow_factory() as uow:
        held = [one for one in _held(uow.settings, name) if one.setting.version >= version]
        _put(
            uow.settings,
            name,
            [Held(one.setting, in_force=one.setting.version == version) for one in held],
        )


def _begins(setting: CouncilSetting) -> dt.date:
    try:
        return dt.date.fromisoformat(setting.from_day)
    except ValueError:
        return dt.date.max


def _content(setting: CouncilSetting) -> bytes:
    try:
        return base64.b64decode(setting.content, validate=True)
    except binascii.Error as fault:
        raise msgspec.DecodeError from fault


def _lay_local_rules(
    uow_factory: UnitOfWorkFactory, content: bytes, _clock: Clock
) -> list[Changed]:
    if not content:
        return [drop_local_rules(uow_factory)]
    return [take_local_rules(uow_factory, content.decode("utf-8-sig"), _SOURCE)]


def _lay_words(uow_factory: UnitOfWorkFactory, content: bytes, _clock: Clock) -> list[Changed]:
    if not content:
        return [drop_local_words(uow_factory)]
    return [take_local_words(uow_factory, content.decode("utf-8-sig"), _SOURCE)]


def _lay_practice(uow_factory: UnitOfWorkFactory, content: bytes, _clock: Clock) -> list[Changed]:
    if not content:
        return [drop_pack(uow_factory)]
    return [take_pack(uow_factory, content.decode("utf-8-sig"), _SOURCE)]


def _lay_forms(uow_factory: UnitOfWorkFactory, content: bytes, clock: Clock) -> list[Changed]:
    texts = msgspec.json.decode(content, type=list[str]) if content else []
    built_in = programs_forms()
    return [council_forms.add(uow_factory, text, _SOURCE, built_in, clock) for text in texts]


def _lay_wording(uow_factory: UnitOfWorkFactory, content: bytes, _clock: Clock) -> list[Changed]:
    wordings = msgspec.json.decode(content, type=list[_Wording]) if content else []
    return [
        council_wording.keep(uow_factory, one.kind, one.language, one.text)
        if one.text
        else council_wording.drop(uow_factory, one.kind, one.language)
        for one in wordings
    ]


def _lay_holidays(uow_factory: UnitOfWorkFactory, content: bytes, _clock: Clock) -> list[Changed]:
    wanted = {
        one.day: one.name
        for one in (msgspec.json.decode(content, type=list[_Holiday]) if content else [])
    }
    with uow_factory() as uow:
        there = bank_holidays.added(uow.settings)
    gone = [bank_holidays.remove_holiday(uow_factory, day) for day in there if day not in wanted]
    new = [bank_holidays.add_holiday(uow_factory, day, name) for day, name in wanted.items()]
    return [*gone, *new]


def _lay_stationery(uow_factory: UnitOfWorkFactory, content: bytes, _clock: Clock) -> list[Changed]:
    if not content:
        return [council_look.drop_stationery(uow_factory)]
    return [council_look.take_stationery(uow_factory, content, "stationery.docx")]


def _lay_people(uow_factory: UnitOfWorkFactory, content: bytes, _clock: Clock) -> list[Changed]:
    listed = msgspec.json.decode(content, type=list[ListedPerson]) if content else []
    with uow_factory() as uow:
        uow.settings.set(PEOPLE, msgspec.json.encode(listed).decode())
    return []


def _lay_retention(uow_factory: UnitOfWorkFactory, content: bytes, _clock: Clock) -> list[Changed]:
    days = msgspec.json.decode(content, type=_Retention).days if content else 0
    with uow_factory() as uow:
        uow.settings.set(RETENTION, str(days) if days > 0 else "")
    return []


_LAYING: Mapping[str, Callable[[UnitOfWorkFactory, bytes, Clock], list[Changed]]] = {
    "people": _lay_people,
    "local_rules": _lay_local_rules,
    "forms": _lay_forms,
    "wording": _lay_wording,
    "words": _lay_words,
    "practice": _lay_practice,
    "holidays": _lay_holidays,
    "stationery": _lay_stationery,
    "retention": _lay_retention,
}
