"""From the tree of a form's file to the form, with every fault on the way noted."""

from iro_desktop.form_engine.conditions import Scope, condition_of
from iro_desktop.form_engine.definition import Form, Part, Records, Section, Stage
from iro_desktop.form_engine.form_faults import FormFault
from iro_desktop.form_engine.questions import Frame, ids_in, question_of
from iro_desktop.source_files.faults import Faults, SourceFault
from iro_desktop.source_files.keys import Keys, id_of, keys_of, word_of
from iro_desktop.source_files.tree import Listing, Mapping, Node, Spot


def form_of(node: Node, faults: Faults) -> Form | None:
    """The form; None where it has faults, all of which are then noted."""
    keys = keys_of(node, "form", faults)
    if keys is None:
        return None
    name = keys.identifier("form", dashes=True)
    version = keys.version("version")
    title = keys.text("title", required=True)
    kinds = tuple(id_of(kind, faults) for kind in keys.entries("review_kinds", required=True))
    minutes_parts = _parts(keys, "minutes_parts", faults)
    letter_parts = _parts(keys, "letter_parts", faults)
    sections = keys.node("sections", required=True)
    frame = Frame(Scope(_every_id(sections)), minutes_parts, letter_parts)
    nodes = keys.entries("sections")
    built = _sections(nodes, frame, faults)
    if isinstance(sections, Listing) and not nodes:
        faults.add(FormFault.NOTHING_IN_IT, keys.spot_of("sections"), owner="form")
    keys.done()
    if faults:
        return None
    return Form(name, version, title, kinds, built, minutes_parts, letter_parts)


def _every_id(sections: Node | None) -> dict[str, Spot]:
    found: dict[str, Spot] = {}
    for section in sections.entries if isinstance(sections, Listing) else ():
        for key, value in section.pairs if isinstance(section, Mapping) else ():
            if key.text == "questions":
                found.update(ids_in(value))
    return found


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


def _sections(nodes: tuple[Node, ...], frame: Frame, faults: Faults) -> tuple[Section, ...]:
    ids: dict[str, Spot] = {}
    records: dict[Records, Spot] = {}
    found: list[Section] = []
    for node in nodes:
        keys = keys_of(node, "section", faults)
        if keys is None:
            continue
        name = keys.identifier("id")
        if name in ids:
            line = str(ids[name].line)
            faults.add(SourceFault.ID_TWICE, keys.spot_of("id"), name, owner="section", line=line)
        ids.setdefault(name, keys.spot_of("id"))
        section = _section(keys, name, records, frame, faults)
        if section is not None:
            found.append(section)
    return tuple(found)


def _section(
    keys: Keys, name: str, shown: dict[Records, Spot], frame: Frame, faults: Faults
) -> Section | None:
    title = keys.text("title", required=True)
    stage = keys.word("stage", Stage, "stage")
    help_text = keys.text("help")
    when = keys.node("when")
    condition = None if when is None else condition_of(when, frame.scope, faults)
    records = _records(keys, "records", faults)
    for kind, spot in records:
        if kind in shown:
            line = str(shown[kind].line)
            faults.add(FormFault.RECORDS_TWICE, spot, kind.value, line=line)
        shown.setdefault(kind, spot)
    here = {kind for kind, _ in records}
    required = _records(keys, "required_records", faults)
    for kind, spot in required:
        if kind not in here:
            faults.add(FormFault.RECORDS_NOT_SHOWN, spot, kind.value)
    nodes = keys.entries("questions")
    questions = [question_of(node, frame, faults, in_group=False) for node in nodes]
    if not nodes and not records and "questions" not in keys:
        faults.add(FormFault.NOTHING_IN_IT, keys.spot, owner="section")
    keys.done()
    if stage is None:
        return None
    return Section(
        id=name,
        title=title,
        stage=stage,
        help=help_text,
        when=condition,
        records=tuple(kind for kind, _ in records),
        required_records=tuple(kind for kind, _ in required),
        questions=tuple(question for question in questions if question is not None),
    )


def _records(keys: Keys, key: str, faults: Faults) -> list[tuple[Records, Spot]]:
    words = [
        (word_of(node, Records, "kind of record", faults), node.spot) for node in keys.entries(key)
    ]
    return [(word, spot) for word, spot in words if word is not None]
