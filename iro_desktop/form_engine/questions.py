"""Questions of a form's file: each kind with the keys it has."""

from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, field
from decimal import Decimal

from iro_desktop.form_engine.conditions import Scope, condition_of
from iro_desktop.form_engine.definition import ANSWER, Kind, Option, Part, Placing, Question
from iro_desktop.form_engine.form_faults import FormFault
from iro_desktop.source_files.faults import Faults, SourceFault
from iro_desktop.source_files.keys import Keys, id_of, instead, keys_of
from iro_desktop.source_files.tree import Listing, Mapping, Node, Scalar, Spot

_EVERY_KIND = ("id", "kind", "text", "when", "help")
_ANSWERED = ("hint", "required", "minutes", "letter")
_KEYS: AbstractMapping[Kind, tuple[str, ...]] = {
    Kind.TEXT: (),
    Kind.LONG_TEXT: (),
    Kind.CHOICE: ("options",),
    Kind.CHOICES: ("options",),
    Kind.DATE: (),
    Kind.NUMBER: ("minimum", "maximum", "unit"),
    Kind.SCALE: ("minimum", "maximum", "meaning_of_0", "meaning_of_10"),
    Kind.PERSON: (),
    Kind.YES_NO: ("detail", "detail_on"),
    Kind.DRAWING: (),
    Kind.GROUP: ("questions", "item_name"),
}
_LOWEST, _HIGHEST, _HALF = Decimal(0), Decimal(10), Decimal("0.5")
_FEWEST_OPTIONS = 2


@dataclass
class Frame:
    """What the questions of one file share: names met so far, and the documents' parts."""

    scope: Scope
    minutes_parts: tuple[Part, ...] = ()
    letter_parts: tuple[Part, ...] = ()
    ids: dict[str, Spot] = field(default_factory=dict)


def question_of(node: Node, frame: Frame, faults: Faults, *, in_group: bool) -> Question | None:
    """The question, or None where it has no id or kind. From now on, conditions may ask it."""
    keys = keys_of(node, "question", faults)
    if keys is None:
        return None
    name = keys.identifier("id")
    _claim(name, keys.spot_of("id"), frame, faults)
    kind = keys.word("kind", Kind, "kind of question")
    question = None if kind is None else _question(keys, name, kind, frame, faults)
    if question is not None and in_group and kind is Kind.GROUP:
        faults.add(FormFault.GROUP_IN_GROUP, keys.spot, name)
    if name:
        frame.scope.earlier[name] = question
    return question


def _claim(name: str, spot: Spot, frame: Frame, faults: Faults) -> None:
    if name in frame.ids:
        line = str(frame.ids[name].line)
        faults.add(SourceFault.ID_TWICE, spot, name, owner="question", line=line)
    elif name:
        frame.ids[name] = spot


def _question(keys: Keys, name: str, kind: Kind, frame: Frame, faults: Faults) -> Question:
    _refuse_keys_of_other_kinds(keys, kind, faults)
    when = keys.node("when")
    condition = None if when is None else condition_of(when, frame.scope, faults)
    minimum, maximum = _limits(keys, kind, faults)
    question = Question(
        id=name,
        kind=kind,
        text=keys.text("text", required=True),
        hint=keys.text("hint"),
        help=keys.text("help"),
        required=keys.flag("required"),
        when=condition,
        options=_options(keys, kind, faults),
        minimum=minimum,
        maximum=maximum,
        unit=keys.text("unit"),
        meaning_of_0=keys.text("meaning_of_0"),
        meaning_of_10=keys.text("meaning_of_10"),
        detail=keys.text("detail"),
        detail_on=keys.flag("detail_on", default=True),
        questions=_inner_questions(keys, kind, frame, faults),
        item_name=keys.text("item_name", required=kind is Kind.GROUP),
        minutes=_placing(keys, "minutes", frame.minutes_parts, faults),
        letter=_placing(keys, "letter", frame.letter_parts, faults),
    )
    keys.done()
    return question


def _refuse_keys_of_other_kinds(keys: Keys, kind: Kind, faults: Faults) -> None:
    fitting = _EVERY_KIND if kind is Kind.NOTE else (*_EVERY_KIND, *_ANSWERED, *_KEYS[kind])
    known = {key for group in (_EVERY_KIND, _ANSWERED, *_KEYS.values()) for key in group}
    for key in sorted(known.difference(fitting)):
        if key in keys:
            faults.add(FormFault.KEY_NOT_FOR_KIND, keys.spot_of(key), key, kind=kind.value)


def _limits(keys: Keys, kind: Kind, faults: Faults) -> tuple[Decimal | None, Decimal | None]:
    low, high = keys.number("minimum"), keys.number("maximum")
    spot = keys.spot_of("minimum" if "minimum" in keys else "maximum")
    if kind is Kind.SCALE:
        low = _LOWEST if low is None else low
        high = _HIGHEST if high is None else high
        if not _LOWEST <= low <= _HIGHEST or not _LOWEST <= high <= _HIGHEST:
            faults.add(FormFault.BAD_LIMITS, spot, why="a scale lies between 0 and 10")
            return low, high
        if low % _HALF or high % _HALF:
            faults.add(FormFault.BAD_LIMITS, spot, why="a scale goes in halves")
    if low is not None and high is not None and low >= high:
        faults.add(FormFault.BAD_LIMITS, spot, why="the minimum is not below the maximum")
    return low, high


def _options(keys: Keys, kind: Kind, faults: Faults) -> tuple[Option, ...]:
    node = keys.node("options")
    if kind not in {Kind.CHOICE, Kind.CHOICES}:
        return ()
    if node is not None and not isinstance(node, Mapping):
        faults.add(SourceFault.NOT_A_MAPPING, node.spot, "'options'")
        return ()
    pairs = () if node is None else node.pairs
    if len(pairs) < _FEWEST_OPTIONS:
        faults.add(FormFault.NO_OPTIONS, keys.spot_of("options"), kind=kind.value)
    found: dict[str, Option] = {}
    for key, text in pairs:
        value = id_of(key, faults)
        if value in found:
            faults.add(FormFault.OPTION_TWICE, key.spot, value)
        elif not isinstance(text, Scalar) or not text.text.strip():
            faults.add(SourceFault.NOT_TEXT, text.spot, value)
        elif value:
            found[value] = Option(value, text.text.strip())
    return tuple(found.values())


def _inner_questions(keys: Keys, kind: Kind, frame: Frame, faults: Faults) -> tuple[Question, ...]:
    nodes = keys.entries("questions", required=kind is Kind.GROUP)
    if kind is not Kind.GROUP:
        return ()
    if "questions" in keys and not nodes:
        faults.add(FormFault.NOTHING_IN_IT, keys.spot_of("questions"), owner="group")
    found = [question_of(node, frame, faults, in_group=True) for node in nodes]
    inner = tuple(question for question in found if question is not None)
    for question in inner:
        # Outside the group, none of its items is the one that a condition could mean.
        frame.scope.earlier.pop(question.id, None)
        frame.scope.inside.add(question.id)
    return inner


def _placing(keys: Keys, document: str, parts: tuple[Part, ...], faults: Faults) -> Placing | None:
    node = keys.node(document)
    if node is None:
        return None
    placing = keys_of(node, "placing", faults)
    if placing is None:
        return None
    part = placing.text("part", required=True)
    lead_in = placing.text("lead_in")
    placing.done()
    if set("{}") & set(lead_in.replace(ANSWER, "")):
        spot = placing.spot_of("lead_in")
        faults.add(FormFault.BAD_LEAD_IN, spot, lead_in, wanted=f"'You said {ANSWER}'")
    known = [known.id for known in parts]
    if part and part not in known:
        spot = placing.spot_of("part")
        where = f"'{document}_parts'"
        hint = instead(part, known)
        faults.add(FormFault.NO_SUCH_PART, spot, part, document=where, instead=hint)
    return Placing(part, lead_in)


def ids_in(node: Node) -> dict[str, Spot]:
    """Every question's id in a list of questions, groups' too, with its spot. Notes no faults."""
    found: dict[str, Spot] = {}
    if not isinstance(node, Listing):
        return found
    for entry in node.entries:
        if not isinstance(entry, Mapping):
            continue
        for key, value in entry.pairs:
            if key.text == "id" and isinstance(value, Scalar):
                found.setdefault(value.text, value.spot)
            elif key.text == "questions":
                found.update(ids_in(value))
    return found
