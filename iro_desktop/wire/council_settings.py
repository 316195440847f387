"""What a council decides for all its laptops, signed at the hub, in force from a day on."""

import msgspec

SETTING_NAMES = (
    "people",
    "local_rules",
    "forms",
    "wording",
    "words",
    "practice",
    "holidays",
    "stationery",
    "retention",
    "next_key",
)


class CouncilSetting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One version of one setting. `content` is the file, base64; `from_day` when it begins, ISO.

    `signature` (Ed25519, base64) is over `what_is_signed`. A laptop
    learns the hub's verify key when it is enrolled, and takes nothing signed by another. The
    content of "next_key" is the key that signs from then on, itself signed by the one before.
    """

    name: str
    version: int
    from_day: str
    content: str
    signature: str = ""


class CouncilSettings(msgspec.Struct, frozen=True):
    """The version in force of each setting, and those to come. `verify_key`: base64."""

    verify_key: str
    settings: tuple[CouncilSetting, ...]


def what_is_signed(setting: CouncilSetting) -> bytes:
    """The bytes that the signature of a setting is over: JSON of its fields but the last."""
    fields = [setting.name, setting.version, setting.from_day, setting.content]
    return msgspec.json.encode(fields)
