"""Sections of a form's file, with those it takes in from the files of shared ones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from iro_desktop.form_engine.conditions import condition_of
from iro_desktop.form_engine.definition import Records, Section, Stage
from iro_desktop.form_engine.form_faults import FormFault
from iro_desktop.form_engine.places import Standing
from iro_desktop.form_engine.questions import Frame, Use, ids_in, question_of
from iro_desktop.form_engine.shared_sections import SharedSections
from iro_desktop.problems import Problem
from iro_desktop.source_files.faults import Faults, SourceFault
from iro_desktop.source_files.keys import Keys, instead, keys_of, word_of
from iro_desktop.source_files.tree import Mapping, Node


@dataclass(frozen=True, slots=True)
class SectionNode:
    """One section's tree, and where its faults go. `use` says that another file holds it."""

    node: Node | None
    faults: Faults
    use: Use | None = None
    problems: tuple[Problem, ...] = ()


Standings = Sequence[SectionNode]


def taken_in(nodes: Sequence[Node], faults: Faults, shared: SharedSections) -> Standings:
    """The sections in order, each shared one in place of the line that takes it in."""
    found: list[SectionNode] = []
    for node in nodes:
        if isinstance(node, Mapping) and any(key.text == "use" for key, _ in node.pairs):
            found.extend(_used(node, faults, shared))
        else:
            found.append(SectionNode(node, faults))
    return found


def _used(node: Mapping, faults: Faults, shared: SharedSections) -> list[SectionNode]:
    keys = keys_of(node, "shared section", faults)
    if keys is None:
        return []
    name = keys.text("use", required=True)
    keys.done()
    if not name:
        return []
    value = keys.node("use")
    spot = keys.spot if value is None else value.spot
    section = shared.get(name)
    if section is None:
        hint = instead(name, shared.names())
        faults.add(FormFault.NO_SUCH_SHARED, spot, name, instead=hint)
        return []
    use = Use(name, spot, faults)
    return [SectionNode(section.tree, Faults(section.source), use, section.problems)]


def ids_of(standings: Standings) -> dict[str, Standing]:
    """Every question's id in the form, with where it stands."""
    found: dict[str, Standing] = {}
    for one in standings:
        for key, value in one.node.pairs if isinstance(one.node, Mapping) else ():
            if key.text == "questions":
                for name, spot in ids_in(value).items():
                    found.setdefault(name, Standing(one.faults.source, spot))
    return found


@dataclass
class _Met:
    """Ids and records of sections before this one."""

    ids: dict[str, Standing]
    records: dict[Records, Standing]


def sections_of(standings: Standings, frame: Frame) -> tuple[Section, ...]:
    """The sections, with the faults of each noted where it stands."""
    met = _Met({}, {})
    found: list[Section] = []
    for one in standings:
        keys = None if one.node is None else keys_of(one.node, "section", one.faults)
        if keys is None:
            continue
        name = keys.identifier("id")
        here = Standing(one.faults.source, keys.spot_of("id"))
        if name in met.ids:
            line = met.ids[name].seen_from(one.faults)
            one.faults.add(SourceFault.ID_TWICE, here.spot, name, owner="section", line=line)
        met.ids.setdefault(name, here)
        section = _section(keys, name, met, replace(frame, use=one.use), one.faults)
        if section is not None:
            found.append(section)
    return tuple(found)


def _section(keys: Keys, name: str, met: _Met, frame: Frame, faults: Faults) -> Section | None:
    title = keys.text("title", required=True)
    stage = keys.word("stage", Stage, "stage")
    help_text = keys.text("help")
    when = keys.node("when")
    condition = None if when is None else condition_of(when, frame.scope, faults)
    private = keys.flag("private")
    records, required = _all_records(keys, met, frame, faults)
    nodes = keys.entries("questions")
    inside = replace(frame, in_private=private)
    questions = [question_of(node, inside, faults, in_group=False) for node in nodes]
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
        records=records,
        required_records=required,
        questions=tuple(question for question in questions if question is not None),
        private=private,
    )


def _all_records(
    keys: Keys, met: _Met, frame: Frame, faults: Faults
) -> tuple[tuple[Records, ...], tuple[Records, ...]]:
    """The records that are shown, and those that are required."""
    shown = _records(keys, "records", faults)
    if shown and frame.consults:
        faults.add(FormFault.RECORDS_IN_CONSULTATION, shown[0][1].spot, shown[0][0].value)
    for kind, standing in shown:
        if kind in met.records:
            line = met.records[kind].seen_from(faults)
            faults.add(FormFault.RECORDS_TWICE, standing.spot, kind.value, line=line)
        met.records.setdefault(kind, standing)
    here = {kind for kind, _ in shown}
    required = _records(keys, "required_records", faults)
    for kind, standing in required:
        if kind not in here:
            faults.add(FormFault.RECORDS_NOT_SHOWN, standing.spot, kind.value)
    return tuple(kind for kind, _ in shown), tuple(kind for kind, _ in required)


def _records(keys: Keys, key: str, faults: Faults) -> list[tuple[Records, Standing]]:
    words = [
        (word_of(node, Records, "kind of record", faults), Standing(faults.source, node.spot))
        for node in keys.entries(key)
    ]
    return [(word, standing) for word, standing in words if word is not None]
