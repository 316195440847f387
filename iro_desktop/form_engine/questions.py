"""Questions of a form's file: each kind with the keys it has."""

from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from iro_desktop.form_engine.conditions import Scope, condition_of
from iro_desktop.form_engine.definition import ANSWER, Fills, Kind, Option, Part, Placing, Question
from iro_desktop.form_engine.form_faults import FormFault
from iro_desktop.form_engine.places import Standing
from iro_desktop.source_files.faults import Faults, SourceFault
from iro_desktop.source_files.keys import Keys, id_of, instead, keys_of
from iro_desktop.source_files.tree import Listing, Mapping, Node, Scalar, Spot

_EVERY_KIND = ("id", "kind", "text", "when", "help")
_ANSWERED = ("hint", "required", "minutes", "letter", "private")
_KEYS: AbstractMapping[Kind, tuple[str, ...]] = {
    Kind.TEXT: (),
    Kind.LONG_TEXT: (),
    Kind.CHOICE: ("options", "fills"),
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


@dataclass(frozen=True)
class Use:
    """Where a form takes in a shared section: faults there are the form's, not the section's."""

    name: str
    spot: Spot
    faults: Faults


@dataclass(frozen=True)
class Frame:
    """What the questions of one form share: names met so far, and the documents' parts.

    Parts are None where a shared section is read by itself, and any form may give it its parts.
    `outcomes` are the codes that may be filled in; None where any may. The last three are of the
    section that the questions stand in: whether its form `consults`, whether it is private, and
    where it is taken in.
    """

    scope: Scope
    minutes_parts: tuple[Part, ...] | None = ()
    letter_parts: tuple[Part, ...] | None = ()
    outcomes: frozenset[str] | None = None
    ids: dict[str, Standing] = field(default_factory=dict)
    filled: dict[Fills, Standing] = field(default_factory=dict)
    parts_missing: set[tuple[str, str]] = field(default_factory=set)
    consults: bool = False
    in_private: bool = False
    use: Use | None = None


def question_of(node: Node, frame: Frame, faults: Faults, *, in_group: bool) -> Question | None:
    """The question, or None where it has no id or kind. From now on, conditions may ask it."""
    keys = keys_of(node, "question", faults)
    if keys is None:
        return None
    name = keys.identifier("id")
    _claim(name, keys.spot_of("id"), frame, faults)
    kind = keys.word("kind", Kind, "kind of question")
    question = None if kind is None else _question(keys, name, kind, frame, faults)
    if question is not None and in_group:
        if kind is Kind.GROUP:
            faults.add(FormFault.GROUP_IN_GROUP, keys.spot, name)
        if question.fills is not None:
            faults.add(FormFault.FILLS_IN_GROUP, keys.spot_of("fills"), question.fills.value)
    if name:
        frame.scope.earlier[name] = question
    return question


def _claim(name: str, spot: Spot, frame: Frame, faults: Faults) -> None:
    if name in frame.ids:
        line = frame.ids[name].seen_from(faults)
        faults.add(SourceFault.ID_TWICE, spot, name, owner="question", line=line)
    elif name:
        frame.ids[name] = Standing(faults.source, spot)


def _question(keys: Keys, name: str, kind: Kind, frame: Frame, faults: Faults) -> Question:
    _refuse_keys_of_other_kinds(keys, kind, faults)
    when = keys.node("when")
    condition = None if when is None else condition_of(when, frame.scope, faults)
    minimum, maximum = _limits(keys, kind, faults)
    private = keys.flag("private")
    frame = replace(frame, in_private=frame.in_private or private)
    options = _options(keys, kind, faults)
    question = Question(
        id=name,
        kind=kind,
        text=keys.text("text", required=True),
        hint=keys.text("hint"),
        help=keys.text("help"),
        required=keys.flag("required"),
        when=condition,
        options=options,
        minimum=minimum,
        maximum=maximum,
        unit=keys.text("unit"),
        meaning_of_0=keys.text("meaning_of_0"),
        meaning_of_10=keys.text("meaning_of_10"),
        detail=keys.text("detail"),
        detail_on=keys.flag("detail_on", default=True),
        questions=_inner_questions(keys, kind, frame, faults),
        item_name=keys.text("item_name", required=kind is Kind.GROUP),
        minutes=_placing(keys, "minutes", frame.minutes_parts, frame, faults),
        letter=_placing(keys, "letter", frame.letter_parts, frame, faults),
        private=private,
        fills=_fills(keys, kind, options, frame, faults),
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


def _fills(
    keys: Keys, kind: Kind, options: tuple[Option, ...], frame: Frame, faults: Faults
) -> Fills | None:
    if "fills" not in keys or kind is not Kind.CHOICE:
        keys.node("fills")
        return None
    fills = keys.word("fills", Fills, "thing that an answer can fill in")
    if fills is None:
        return None
    here = Standing(faults.source, keys.spot_of("fills"))
    if fills in frame.filled:
        line = frame.filled[fills].seen_from(faults)
        faults.add(FormFault.FILLS_TWICE, here.spot, fills.value, line=line)
    frame.filled.setdefault(fills, here)
    if frame.outcomes is not None:
        _refuse_other_outcomes(keys, options, frame.outcomes, faults)
    return fills


def _refuse_other_outcomes(
    keys: Keys, options: tuple[Option, ...], outcomes: frozenset[str], faults: Faults
) -> None:
    chosen = {option.value for option in options}
    node = keys.node("options")
    for key, _ in node.pairs if isinstance(node, Mapping) else ():
        if key.text in chosen - outcomes:
            hint = instead(key.text, sorted(outcomes))
            faults.add(FormFault.NOT_AN_OUTCOME, key.spot, key.text, instead=hint)


def _placing(
    keys: Keys, document: str, parts: tuple[Part, ...] | None, frame: Frame, faults: Faults
) -> Placing | None:
    node = keys.node(document)
    if node is None:
        return None
    if frame.in_private:
        faults.add(FormFault.PRIVATE_IS_PLACED, keys.spot_of(document), document)
    placing = keys_of(node, "placing", faults)
    if placing is None:
        return None
    part = placing.text("part", required=True)
    lead_in = placing.text("lead_in")
    placing.done()
    if set("{}") & set(lead_in.replace(ANSWER, "")):
        spot = placing.spot_of("lead_in")
        faults.add(FormFault.BAD_LEAD_IN, spot, lead_in, wanted=f"'You said {ANSWER}'")
    if part and parts is not None and part not in [known.id for known in parts]:
        _no_such_part(placing.spot_of("part"), part, f"{document}_parts", parts, frame, faults)
    return Placing(part, lead_in)


def _no_such_part(
    spot: Spot, part: str, document: str, parts: tuple[Part, ...], frame: Frame, faults: Faults
) -> None:
    use = frame.use
    if use is None:
        hint = instead(part, [known.id for known in parts])
        faults.add(FormFault.NO_SUCH_PART, spot, part, document=f"'{document}'", instead=hint)
    elif (document, part) not in frame.parts_missing:
        frame.parts_missing.add((document, part))
        use.faults.add(
            FormFault.PART_OF_SHARED_MISSING, use.spot, part, shared=use.name, document=document
        )


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
