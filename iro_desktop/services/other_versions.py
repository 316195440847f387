"""Keep of a thing what only another version of the program knows of it.

A newer program may give a kind of thing a field that this one has not heard of. It stays in the
revision that came in; what is made of that revision here, by an edit, a merge or a decision, says
it too, or the newer laptop would lose what was written there.
"""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from functools import cache
from typing import Any

import msgspec

from iro_desktop.sync.fields import same

Fields = Mapping[str, object]


def plain(thing: object) -> dict[str, object]:
    """A thing's fields as plain JSON values."""
    return msgspec.json.decode(msgspec.json.encode(thing), type=dict[str, object])


def gone_on_from(before: Fields, thing: object) -> dict[str, object]:
    """The fields of a thing that was changed here, and had been `before`.

    Fields that `thing` has not stay as they were. One that `before` had not, of an older program,
    and that still says nothing is not said either: nobody changed it.
    """
    said, unsaid = plain(thing), _unsaid(type(thing))  # type: ignore[arg-type]  # every class can be hashed
    kept = {name: value for name, value in before.items() if name not in said}
    news = {
        name: value
        for name, value in said.items()
        if name in before or name not in unsaid or not same(value, unsaid[name])
    }
    return {**news, **kept}


@cache
def _unsaid(kind: type) -> Fields:
    """What each field of a kind holds where nobody said anything."""
    usual = {each.name: _usual(each) for each in fields(kind)}
    return plain({name: value for name, value in usual.items() if value is not MISSING})


def _usual(field: Field[Any]) -> object:  # Any: of the field's own type
    return field.default if field.default_factory is MISSING else field.default_factory()
