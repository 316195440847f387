"""How values that SQLite has no type for lie in its columns: all as exact, readable text."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

import msgspec
from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

Word = TypeVar("Word", bound=StrEnum)


class OneOf(TypeDecorator[Word], Generic[Word]):
    """A member of an enumeration, as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[Word]) -> None:
        super().__init__()
        self.words = words

    @override
    def process_bind_param(self, value: Word | None, dialect: Dialect) -> str | None:
        return None if value is None else value.value

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> Word | None:
        return None if value is None else self.words(value)


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal number with as many places as it was given."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


JsonValue = str | float | bool | tuple[str, ...] | None


class AsJson(TypeDecorator[JsonValue]):
    """A plain value or several words, as JSON. Never NULL: None is JSON's own null."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: JsonValue, dialect: Dialect) -> str:
        return msgspec.json.encode(value).decode()

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> JsonValue:
        read: JsonValue = msgspec.json.decode(value or "null", type=JsonValue)
        return read


class NamedWords(TypeDecorator[Mapping[str, str]]):
    """Words by a name each, as a JSON object."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Mapping[str, str] | None, dialect: Dialect) -> str:
        return msgspec.json.encode(value or {}).decode()

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> Mapping[str, str]:
        return msgspec.json.decode(value or "{}", type=dict[str, str])


class Days(TypeDecorator[tuple[dt.date, ...]]):
    """Several days in their order, as a JSON list of ISO dates."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: tuple[dt.date, ...] | None, dialect: Dialect) -> str:
        return msgspec.json.encode(value or ()).decode()

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[dt.date, ...]:
        return msgspec.json.decode(value or "[]", type=tuple[dt.date, ...])


class Moment(TypeDecorator[dt.datetime]):
    """A moment in UTC, as ISO text of one length, so that text order is time order."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return value.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="microseconds")

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.datetime | None:
        return None if value is None else dt.datetime.fromisoformat(value).replace(tzinfo=dt.UTC)


class SeveralOf(TypeDecorator[tuple[Word, ...]], Generic[Word]):
    """Members of an enumeration in their order, as a JSON list of their values."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[Word]) -> None:
        super().__init__()
        self.words = words

    @override
    def process_bind_param(self, value: tuple[Word, ...] | None, dialect: Dialect) -> str:
        return msgspec.json.encode(value or ()).decode()

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Word, ...]:
        read = msgspec.json.decode(value or "[]", type=tuple[str, ...])
        return tuple(self.words(word) for word in read)
