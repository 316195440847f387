"""The bank of questions and the scales to begin with, as they stand in a practice pack."""

from collections.abc import Collection
from enum import StrEnum
from typing import TypeVar

from iro_desktop.domain.practice_pack import BankQuestion, MapColumn, ScaleStarter, Stage
from iro_desktop.practice_files.entries import LONGEST_QUESTION, short
from iro_desktop.practice_files.faults import PracticeFault
from iro_desktop.source_files.faults import Faults, SourceFault
from iro_desktop.source_files.keys import Keys, instead, keys_of, word_of
from iro_desktop.source_files.tree import Node, Scalar, Spot

YOUNGEST, OLDEST = 0, 25
E = TypeVar("E", bound=StrEnum)
# Question marks of the scripts that a council may write in: Latin, Arabic, Chinese, Greek.
_QUESTION_MARKS = ("?", "؟", "？", ";")


class Whom(StrEnum):
    """Whom a question is for."""

    CHILD = "child"
    PARENT = "parent"
    CARER = "carer"
    WORKER = "worker"
    SCHOOL = "school"
    HEALTH = "health"
    NETWORK = "network"


def bank(
    keys: Keys, columns: Collection[MapColumn], before: tuple[BankQuestion, ...], faults: Faults
) -> tuple[BankQuestion, ...]:
    """`questions` in place of those before, or `more_questions` beside them."""
    nodes = _entries(keys, "questions", faults)
    known = {column.id for column in columns}
    seen: dict[str, Spot | None] = dict.fromkeys(
        () if "questions" in keys else (question.id for question in before)
    )
    found: list[BankQuestion] = []
    for node in nodes:
        question = _question(node, known, seen, faults)
        if question is not None:
            found.append(question)
    return tuple(found) if "questions" in keys else (*before, *found)


def scales(
    keys: Keys, before: tuple[ScaleStarter, ...], faults: Faults
) -> tuple[ScaleStarter, ...]:
    """`scales` in place of those before, or `more_scales` beside them."""
    found: list[ScaleStarter] = []
    for node in _entries(keys, "scales", faults):
        held = keys_of(node, "scale", faults)
        if held is None:
            continue
        found.append(
            ScaleStarter(
                _asked(held, faults),
                short(held, "meaning_of_0", faults, LONGEST_QUESTION, required=True),
                short(held, "meaning_of_10", faults, LONGEST_QUESTION, required=True),
            )
        )
        held.done()
    return tuple(found) if "scales" in keys else (*before, *found)


def _entries(keys: Keys, key: str, faults: Faults) -> tuple[Node, ...]:
    more = f"more_{key}"
    own, added = keys.entries(key), keys.entries(more)
    for name, nodes in ((key, own), (more, added)):
        if name in keys and not nodes:
            faults.add(PracticeFault.NOTHING_IN_LIST, keys.spot_of(name), name)
    if key in keys and more in keys:
        faults.add(PracticeFault.TWO_LISTS, keys.spot_of(more), key)
    return own or added


def _question(
    node: Node, columns: Collection[str], seen: dict[str, Spot | None], faults: Faults
) -> BankQuestion | None:
    keys = keys_of(node, "question", faults)
    if keys is None:
        return None
    name = keys.identifier("id")
    if name in seen:
        _note_twice(name, seen[name], keys.spot_of("id"), faults)
    elif name:
        seen[name] = keys.spot_of("id")
    text = _asked(keys, faults)
    youngest, oldest = _ages(keys, faults)
    named = _columns(keys, columns, faults)
    stages, whom = _words(keys, "stages", Stage, faults), _words(keys, "whom", Whom, faults)
    keys.done()
    return BankQuestion(name, text, youngest, oldest, named, stages, tuple(map(str, whom)))


def _note_twice(name: str, first: Spot | None, spot: Spot, faults: Faults) -> None:
    if first is None:
        faults.add(PracticeFault.ID_OF_THE_PROGRAM, spot, name)
    else:
        line = str(first.line)
        faults.add(SourceFault.ID_TWICE, spot, name, owner="question", line=line)


def _asked(keys: Keys, faults: Faults) -> str:
    text = short(keys, "text", faults, LONGEST_QUESTION, required=True)
    if text and not text.endswith(_QUESTION_MARKS):
        faults.add(PracticeFault.NOT_A_QUESTION, keys.spot_of("text"))
    return text


def _ages(keys: Keys, faults: Faults) -> tuple[int, int]:
    node = keys.node("ages")
    held = None if node is None else keys_of(node, "range of ages", faults)
    if held is None:
        return YOUNGEST, OLDEST
    first = _age(held, "from", YOUNGEST, faults)
    last = _age(held, "to", OLDEST, faults)
    held.done()
    if last < first:
        faults.add(PracticeFault.AGES_TURNED, held.spot)
    return first, last


def _age(keys: Keys, key: str, default: int, faults: Faults) -> int:
    node = keys.node(key)
    if node is None:
        return default
    said = node.text if isinstance(node, Scalar) else "..."
    if not said.isascii() or not said.isdecimal() or not YOUNGEST <= int(said) <= OLDEST:
        faults.add(PracticeFault.NOT_AN_AGE, node.spot, key, value=said, limit=str(OLDEST))
        return default
    return int(said)


def _columns(keys: Keys, known: Collection[str], faults: Faults) -> tuple[str, ...]:
    found: list[str] = []
    for node in keys.entries("columns"):
        name = node.text if isinstance(node, Scalar) else "..."
        if name not in known:
            hint = instead(name, sorted(known))
            faults.add(PracticeFault.NO_SUCH_COLUMN, node.spot, name, instead=hint)
        found.append(name)
    return tuple(found)


def _words(keys: Keys, key: str, kind: type[E], faults: Faults) -> tuple[E, ...]:
    owner = {"stages": "stage", "whom": "word for whom to ask"}[key]
    words = (word_of(node, kind, owner, faults) for node in keys.entries(key))
    return tuple(word for word in words if word is not None)
