"""What a road through the gateway is: where it begins, what it takes, and what it answers."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import msgspec
from starlette.responses import Response

from iro_hub.database.pool import Pools
from iro_hub.faults import HubFault
from iro_hub.gateway.configuration import Configuration
from iro_hub.gateway.oidc import SignInChecker
from iro_hub.gateway.problems import SENTENCES

JSON = "application/json"
BYTES = "application/octet-stream"

UUID_PATTERN = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
SHA256_PATTERN = "^[0-9a-f]{64}$"
NAMES_IN_PATHS = {"child": UUID_PATTERN, "bundle": UUID_PATTERN, "file": SHA256_PATTERN}


@dataclass(frozen=True)
class Engine:
    """What the roads run on, one for each process."""

    configuration: Configuration
    pools: Pools
    sign_in: SignInChecker | None


@dataclass(frozen=True)
class Asked:
    """A request once its shape was checked. `source` is the caller's address.

    `etag` is the one state that the caller says it knows, empty where it says none.
    """

    token: str
    source: str
    names: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes
    etag: str = ""

    def number(self, name: str) -> int:
        """A whole number of the query."""
        return int(self.query[name])


@dataclass(frozen=True)
class Parameter:
    """A parameter of the query. `least` and `most` bound a number; else `pattern` a text.

    Without a `default` it has to be given.
    """

    name: str
    says: str
    default: str | None = None
    least: int | None = None
    most: int = 2**53 - 1
    pattern: str = ""

    def checked(self, given: list[str]) -> str:
        """The one value given, or the default.

        Raises:
            HubFault: it is missing, given twice, or out of bounds.
        """
        if not given and self.default is not None:
            return self.default
        if len(given) != 1:
            raise HubFault("malformed", SENTENCES["malformed"])
        value = given[0]
        if self.least is None:
            fits = re.fullmatch(self.pattern.strip("^$"), value, re.ASCII) is not None
        else:
            is_number = re.fullmatch(r"-?[0-9]{1,16}", value, re.ASCII) is not None
            fits = is_number and self.least <= int(value) <= self.most
        if not fits:
            raise HubFault("malformed", SENTENCES["malformed"])
        return value


@dataclass(frozen=True)
class Road:
    """One road. `takes` and `answers` are wire shapes, `bytes`, or None for nothing.

    `faults` are the codes it may answer beyond those of every road.
    """

    name: str
    method: str
    path: str
    says: str
    run: Callable[[Engine, Asked], Response]
    answers: object = None
    takes: object = None
    most_bytes: int = 0
    query: tuple[Parameter, ...] = ()
    faults: tuple[str, ...] = ()
    with_token: bool = True
    is_door: bool = False
    conditional: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names in the path, such as "child"."""
        return tuple(re.findall(r"{(\w+)}", self.path))

    @property
    def media_type(self) -> str:
        """What its body has to be sent as."""
        return BYTES if self.takes is bytes else JSON


def checked_names(road: Road, names: Mapping[str, str]) -> dict[str, str]:
    """The names of a path, each of its own form.

    Raises:
        HubFault: one isn't.
    """
    for name in road.names:
        if re.fullmatch(NAMES_IN_PATHS[name].strip("^$"), names[name], re.ASCII) is None:
            raise HubFault("malformed", SENTENCES["malformed"])
    return {name: names[name] for name in road.names}


def checked_query(road: Road, pairs: list[tuple[str, str]]) -> dict[str, str]:
    """The parameters of a query, each known and given once at most.

    Raises:
        HubFault: one isn't.
    """
    known = {parameter.name for parameter in road.query}
    if any(name not in known for name, _ in pairs):
        raise HubFault("malformed", SENTENCES["malformed"])
    return {
        parameter.name: parameter.checked([v for name, v in pairs if name == parameter.name])
        for parameter in road.query
    }


def as_json(content: object) -> Response:
    """A wire shape as the answer."""
    return Response(msgspec.json.encode(content), media_type=JSON)


def nothing() -> Response:
    """An answer that has nothing to say but that it was done."""
    return Response(status_code=204)
