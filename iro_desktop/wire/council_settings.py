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
)


class CouncilSetting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One version of one setting. `content` is the file, base64; `from_day` when it begins, ISO.

    `signature` (Ed25519, base64) is over the JSON of all other fields in their order here. A laptop
    learns the hub's verify key when it is enrolled, and takes nothing signed by another.
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
