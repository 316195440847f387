"""From the tree of a form's file to the form, with every fault on the way noted."""

from dataclasses import dataclass

from iro_desktop.domain.meeting_kinds import KINDS
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import ReviewKind
from iro_desktop.form_engine.conditions import Scope
from iro_desktop.form_engine.definition import Consults, Form, Part
from iro_desktop.form_engine.form_faults import FormFault
from iro_desktop.form_engine.questions import Frame
from iro_desktop.form_engine.sections import Standings, ids_of, sections_of, taken_in
from iro_desktop.form_engine.shared_sections import SharedSections
from iro_desktop.problems import Problem
from iro_desktop.source_files.faults import Faults, SourceFault
from iro_desktop.source_files.keys import Keys, keys_of, word_of
from iro_desktop.source_files.tree import Listing, Node


@dataclass(frozen=True, slots=True)
class Built:
    """A form, or None and the problems: those of its own file, then those of shared sections."""

    form: Form | None
    problems: tuple[Problem, ...] = ()


def built(node: Node, faults: Faults, shared: SharedSections) -> Built:
    """The form; None where it has faults, all of which are then told."""
    keys = keys_of(node, "form", faults)
    if keys is None:
        return Built(None, faults.in_order())
    name = keys.identifier("form", dashes=True)
    version = keys.version("version")
    title = keys.text("title", required=True)
    consults = _consults(keys, faults)
    kinds = _kinds(keys, faults)
    minutes_parts = _parts(keys, "minutes_parts", faults)
    letter_parts = _parts(keys, "letter_parts", faults)
    sections = keys.node("sections", required=True)
    standings = taken_in(keys.entries("sections"), faults, shared)
    frame = Frame(
        Scope(ids_of(standings)),
        minutes_parts,
        letter_parts,
        outcomes=_outcomes(kinds),
        consults=consults is not None,
    )
    found = sections_of(standings, frame)
    if isinstance(sections, Listing) and not sections.entries:
        faults.add(FormFault.NOTHING_IN_IT, keys.spot_of("sections"), owner="form")
    keys.done()
    problems = (*faults.in_order(), *_of_shared(standings, faults))
    if problems:
        return Built(None, problems)
    words = tuple(kind.value for kind in kinds)
    return Built(Form(name, version, title, words, found, minutes_parts, letter_parts, consults))


def _of_shared(standings: Standings, faults: Faults) -> tuple[Problem, ...]:
    others = {id(one.faults): one for one in standings if one.faults is not faults}
    return tuple(
        problem for one in others.values() for problem in (*one.problems, *one.faults.in_order())
    )


def _kinds(keys: Keys, faults: Faults) -> tuple[ReviewKind, ...]:
    if "consults" in keys:
        if "review_kinds" in keys:
            faults.add(FormFault.TWO_PURPOSES, keys.spot_of("review_kinds"))
            keys.node("review_kinds")
        return ()
    nodes = keys.entries("review_kinds", required=True)
    if "review_kinds" in keys and not nodes and isinstance(keys.node("review_kinds"), Listing):
        faults.add(FormFault.NO_KIND, keys.spot_of("review_kinds"))
    words = (word_of(node, ReviewKind, "kind of review", faults) for node in nodes)
    return tuple(word for word in words if word is not None)


def _outcomes(kinds: tuple[ReviewKind, ...]) -> frozenset[str] | None:
    """The codes that may be filled in; None where a council chooses its own."""
    if ReviewKind.COUNCIL in kinds:
        return None
    return frozenset(code for kind in kinds for code in KINDS[kind].outcomes)


def _consults(keys: Keys, faults: Faults) -> Consults | None:
    node = keys.node("consults")
    if node is None:
        return None
    asked = keys_of(node, "consultation", faults)
    if asked is None:
        return None
    role = asked.word("role", Role, "role")
    from_age, to_age = _age(asked, "from_age", faults), _age(asked, "to_age", faults)
    if from_age is not None and to_age is not None and from_age > to_age:
        why = "'from_age' is above 'to_age'"
        faults.add(FormFault.BAD_LIMITS, asked.spot_of("from_age"), why=why)
    asked.done()
    # A role that is none was noted; what the form asks is still to be checked as a consultation.
    return Consults(role or Role.OTHER, from_age, to_age)


def _age(keys: Keys, key: str, faults: Faults) -> int | None:
    number = keys.number(key)
    if number is None:
        return None
    if number < 0 or number != number.to_integral_value():
        faults.add(FormFault.BAD_LIMITS, keys.spot_of(key), why="an age is a whole number from 0")
        return None
    return int(number)


def _parts(keys: Keys, key: str, faults: Faults) -> tuple[Part, ...]:
    found: dict[str, Part] = {}
    lines: dict[str, int] = {}
    for node in keys.entries(key):
        part = keys_of(node, "part", faults)
        if part is None:
            continue
        name = part.identifier("id")
        heading = part.text("heading", required=True)
        part.done()
        if name in found:
            line = str(lines[name])
            faults.add(SourceFault.ID_TWICE, part.spot_of("id"), name, owner="part", line=line)
        elif name:
            found[name] = Part(name, heading)
            lines[name] = part.spot_of("id").line
    return tuple(found.values())
