"""Where the hub's database is, and how the gateway is set: out of a file, or the surroundings.

A connection string holds a password, so it is never an argument, which every user of the machine
could read in the list of processes. An environment variable goes before the file.
"""

import os
import stat
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from iro_hub.faults import HubFault

FILE = "IRO_HUB_CONFIG"
"""The environment variable that names the file."""

USUAL_PLACES = (Path("iro-hub.toml"), Path("/etc/iro-hub/iro-hub.toml"))

NAMES: Mapping[tuple[str, str], str] = {
    ("database", "owner"): "IRO_HUB_OWNER_DSN",
    ("database", "operator"): "IRO_HUB_OPERATOR_DSN",
    ("database", "gateway"): "IRO_HUB_GATEWAY_DSN",
    ("database", "sign_in"): "IRO_HUB_SIGN_IN_DSN",
    ("database", "owner_file"): "IRO_HUB_OWNER_DSN_FILE",
    ("database", "operator_file"): "IRO_HUB_OPERATOR_DSN_FILE",
    ("database", "gateway_file"): "IRO_HUB_GATEWAY_DSN_FILE",
    ("database", "sign_in_file"): "IRO_HUB_SIGN_IN_DSN_FILE",
    ("gateway", "address"): "IRO_HUB_ADDRESS",
    ("gateway", "port"): "IRO_HUB_PORT",
    ("gateway", "workers"): "IRO_HUB_WORKERS",
    ("gateway", "certificate"): "IRO_HUB_CERTIFICATE",
    ("gateway", "certificate_key"): "IRO_HUB_CERTIFICATE_KEY",
    ("gateway", "trusted_proxies"): "IRO_HUB_TRUSTED_PROXIES",
    ("gateway", "behind_tls_proxy"): "IRO_HUB_BEHIND_TLS_PROXY",
    ("sign_in", "issuer"): "IRO_HUB_ISSUER",
    ("sign_in", "client_id"): "IRO_HUB_CLIENT_ID",
    ("sign_in", "audience"): "IRO_HUB_AUDIENCE",
    ("sign_in", "group_claim"): "IRO_HUB_GROUP_CLAIM",
    ("sign_in", "scopes"): "IRO_HUB_SCOPES",
    ("sign_in", "algorithms"): "IRO_HUB_ALGORITHMS",
}
"""Every name of the file, by table, with the environment variable that says the same."""


def values_of(file: Path | None) -> Mapping[str, str]:
    """All that is set, by the names of environment variables.

    Raises:
        HubFault: the file is not there, others may read it, or it says what is not understood.
    """
    named = file or (Path(os.environ[FILE]) if os.environ.get(FILE) else None)
    chosen = named or next((place for place in USUAL_PLACES if place.is_file()), None)
    told = dict(_values_in(chosen)) if chosen is not None else {}
    from_outside = {name: os.environ[name] for name in NAMES.values() if os.environ.get(name)}
    for name in from_outside:  # NAME hides NAME_FILE of the file, and the other way about
        told.pop(name.removesuffix("_FILE") if name.endswith("_FILE") else f"{name}_FILE", None)
    return {**told, **from_outside}


def dsn_of(role: str, values: Mapping[str, str]) -> str:
    """The connection string of a role: "owner" or "operator".

    Raises:
        HubFault: none is set.
    """
    name = NAMES["database", role]
    if file := values.get(f"{name}_FILE"):
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as fault:
            sentence = f"The file named by {name}_FILE cannot be read."
            raise HubFault("malformed", sentence) from fault
    if value := values.get(name):
        return value
    raise HubFault(
        "malformed",
        f"Say how to reach the database: {role} under [database] in {USUAL_PLACES[1]}, or {name}.",
    )


def number_of(name: str, values: Mapping[str, str], otherwise: int) -> int:
    """A whole number, by the name of its environment variable."""
    value = values.get(name, str(otherwise))
    if not value.isascii() or not value.isdigit():
        raise HubFault("malformed", f"{name} is a whole number.")
    return int(value)


def _values_in(file: Path) -> Iterator[tuple[str, str]]:
    try:
        if stat.S_IMODE(file.stat().st_mode) & 0o077:
            raise HubFault("malformed", f"Others may read {file}: chmod 600 {file}")
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as fault:
        why = fault.strerror or "it is not there"
        raise HubFault("malformed", f"{file} cannot be read: {why}.") from fault
    except UnicodeDecodeError as fault:
        raise HubFault("malformed", f"{file} is not UTF-8 text.") from fault
    except tomllib.TOMLDecodeError as fault:
        # not the parser's own words: they may quote the line
        raise HubFault("malformed", f"{file} is not TOML.") from fault
    for table, content in told.items():
        if not isinstance(content, dict):
            raise HubFault("malformed", f"{file}: {table} stands in no table.")
        for key, value in content.items():
            name = NAMES.get((table, key))
            if name is None:
                raise HubFault("malformed", f"{file}: there is no {key} under [{table}].")
            yield name, _as_text(value)


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, list):
        return " ".join(str(each) for each in value)
    return str(value)
