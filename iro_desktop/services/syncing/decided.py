"""What a thing is once a person decided, also where the versions are of several programs.

A version of an older program lacks the fields that a newer one gave its kind, and says nothing of
them. To keep such a version as a whole takes nothing of those away.
"""

from collections.abc import Mapping, Sequence

from iro_desktop.domain.conflicts import Conflict, ConflictCause, Side
from iro_desktop.services.faults import UnreadableFile
from iro_desktop.sync.fields import same


def decided_fields(conflict: Conflict, fields: Mapping[str, object]) -> dict[str, object]:
    """The whole thing as decided, with what only some of its versions know.

    Raises:
        UnreadableFile: something is left open.
    """
    decided = dict(fields)
    for name in dict.fromkeys(name for side in conflict.sides for name in side.fields):
        having = [side for side in conflict.sides if name in side.fields]
        is_everywhere = len(having) == len(conflict.sides)
        if name not in decided:
            if is_everywhere or _is_open(conflict, name, having):
                raise not_such_a_thing(conflict)
            decided[name] = max(having, key=_age).fields[name]
        elif not is_everywhere and decided[name] is None and _is_said(name, having):
            # The version that was chosen has no such field; to say null would be another thing.
            del decided[name]
    return decided


def _is_said(name: str, having: Sequence[Side]) -> bool:
    return all(side.fields[name] is not None for side in having)


def not_such_a_thing(conflict: Conflict) -> UnreadableFile:
    """The fault that what was decided cannot be kept."""
    return UnreadableFile(name="What was decided", why=f"it is not whole for a {conflict.kind}")


def _is_open(conflict: Conflict, name: str, having: Sequence[Side]) -> bool:
    """Whether a person was to decide this field by itself, and did not."""
    if conflict.cause is not ConflictCause.BOTH_CHANGED:
        return False
    return not all(same(side.fields[name], having[0].fields[name]) for side in having)


def _age(side: Side) -> tuple[object, str]:
    return side.made_at, side.revision
