"""Every text that documents print, gathered for translators as resources/locale/documents.pot.

From the code of `iro_desktop/documents`: what is handed to a translator. From forms: what prints.
From the practice pack: what tools, columns and rooms are called. From timescales: the names of
reviews. From the return's codes: what those mean that minutes name.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog

from iro_desktop import paths
from iro_desktop.form_engine.catalogue import form_files
from iro_desktop.form_engine.definition import Form, Question
from iro_desktop.form_engine.reader import read_form_file
from iro_desktop.practice_files.reader import read_built_in_pack
from iro_desktop.returns.ssda903.codes import CodeSet, codes
from iro_desktop.timescale_files.reader import read_family_file
from workbench.programs import ROOT
from workbench.words import CannotGoOn

DOCUMENTS = ROOT / "iro_desktop" / "documents"
# For the IRO, in the language of the screens: due dates explained, and what a field stands for.
_LEFT_OUT = frozenset({"explanation.py", "templates/fields.py"})
_ONE, _ONE_OR_MANY = frozenset({"tr", "_tr", "_translate"}), "count"
_SHOWN_TO_THE_WRITER = ("WrittenPart", 2, "hint")
# The families of timescales whose meetings have minutes.
_OF_MEETINGS = frozenset(
    {
        *("adoption", "looked_after", "short_breaks", "secure", "child_protection"),
        *("private_fostering", "leaving_care", "foster_carers"),
    }
)
_OTHER_MEETINGS = frozenset({"midway_check", "disruption_meeting"})
_PRINTED_CODES = (
    *(CodeSet.LEGAL_STATUS, CodeSet.PLACEMENT, CodeSet.CATEGORY_OF_NEED),
    *(CodeSet.REASON_ENDED, CodeSet.REASON_FOR_MOVE),
)


@dataclass(frozen=True, slots=True)
class Printed:
    """One text: its English, with the plural where it has one, where it stands and what it is."""

    text: str
    place: str
    note: str = ""
    plural: str = ""


def gather() -> Catalog:
    """All texts that documents print, in the order of their places."""
    catalogue = Catalog(project="IRO Desktop", charset="utf-8", fuzzy=False)
    for printed in (
        *_of_code(),
        *_of_forms(),
        *_of_practice(),
        *_of_timescales(),
        *_of_codes(),
    ):
        if printed.text:
            catalogue.add(
                (printed.text, printed.plural) if printed.plural else printed.text,
                locations=[(printed.place, 0)],
                auto_comments=[printed.note] if printed.note else [],
            )
    return catalogue


def _of_code() -> Iterator[Printed]:
    for file in sorted(DOCUMENTS.rglob("*.py")):
        if file.relative_to(DOCUMENTS).as_posix() not in _LEFT_OUT:
            yield from texts_of_module(file.read_text("utf-8"), _place(file))


def texts_of_module(source: str, place: str) -> Iterator[Printed]:
    """The texts that a module hands to a translator, each with what its function is for.

    Raises:
        CannotGoOn: a text is put together before it is handed over, so that no catalogue has it.
    """
    yield from _texts_in(ast.parse(source), "", place)


def _texts_in(node: ast.AST, note: str, place: str) -> Iterator[Printed]:
    if isinstance(node, ast.FunctionDef):
        note = (ast.get_docstring(node) or "").partition("\n")[0] or note
    if isinstance(node, ast.Call):
        yield from _handed_over(node, note, place)
    unseen = _unseen(node)
    for child in ast.iter_child_nodes(node):
        if child is not unseen:
            yield from _texts_in(child, note, place)


def _handed_over(call: ast.Call, note: str, place: str) -> Iterator[Printed]:
    name = _name_of(call.func)
    if name in _ONE and call.args:
        first = call.args[0]
        if isinstance(first, ast.IfExp | ast.JoinedStr | ast.BinOp):
            raise CannotGoOn(f"{place}:{call.lineno}: give the translator one whole text at a time")
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield Printed(first.value, place, note)
    elif name == _ONE_OR_MANY:
        texts = [arg.value for arg in call.args[:2] if isinstance(arg, ast.Constant)]
        match texts:
            case [str() as one, str() as many]:
                yield Printed(one, place, note, many)


def _unseen(node: ast.AST) -> ast.AST | None:
    """What the writer alone sees, on screen."""
    name, position, keyword = _SHOWN_TO_THE_WRITER
    if not (isinstance(node, ast.Call) and _name_of(node.func) == name):
        return None
    if len(node.args) > position:
        return node.args[position]
    return next((word for word in node.keywords if word.arg == keyword), None)


def _name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _of_forms() -> Iterator[Printed]:
    for file in form_files(paths.forms()):
        form = read_form_file(file).form
        if form is not None:
            yield from texts_of_form(form, _place(file))


def _of_form_to_fill(form: Form, place: str) -> Iterator[Printed]:
    """All that stands on a form that someone is given before a meeting."""
    note = f"Asked of the {form.consults.role.value.replace('_', ' ')}." if form.consults else ""
    yield Printed(form.title, place, note)
    for section in form.sections:
        yield Printed(section.title, place, note)
        yield Printed(section.help, place, note)
    for question in form.every_question():
        texts = (
            *(question.text, question.help, question.hint, question.detail),
            *(question.meaning_of_0, question.meaning_of_10),
            *(option.text for option in question.options),
        )
        for text in texts:
            yield Printed(text, place, note)


def texts_of_form(form: Form, place: str) -> Iterator[Printed]:
    """What a form prints in minutes and in the letter."""
    if form.consults is not None:
        yield from _of_form_to_fill(form, place)
        return
    for part in form.minutes_parts:
        yield Printed(part.heading, place, "A heading of the minutes.")
    for part in form.letter_parts:
        yield Printed(part.heading, place, "A heading of the letter to the child.")
    for section in form.sections:
        for question in section.questions:
            # A group is a table: where nothing leads in, the question itself heads it.
            yield from _of_question(question, question.text if question.questions else "", place)
            for inner in question.questions:
                yield from _of_question(inner, inner.text, place)


def _of_question(question: Question, heading: str, place: str) -> Iterator[Printed]:
    placings = [placing for placing in (question.minutes, question.letter) if placing]
    if not placings:
        return
    for placing in placings:
        where = "the minutes" if placing is question.minutes else "the letter to the child"
        yield Printed(placing.lead_in or heading, place, f"Leads in to an answer in {where}.")
    about = f"The question is: {question.text}"
    for option in question.options:
        yield Printed(option.text, place, f"An answer. {about}")
    for text in (question.unit, question.meaning_of_0, question.meaning_of_10):
        yield Printed(text, place, about)


def _of_practice() -> Iterator[Printed]:
    """What the program's own practice pack prints; its questions are the IRO's to say."""
    file = paths.practice() / "plain.yaml"
    pack, place = read_built_in_pack(file), _place(file)
    for title in pack.titles.values():
        yield Printed(title, place, "What a practice tool is called.")
    for column in pack.map_columns:
        yield Printed(column.title, place, "A column of the map.")
        yield Printed(column.question, place, f"Asked to fill “{column.title}”.")
    for line in (*pack.matrix_rows, *pack.matrix_columns):
        yield Printed(line.title, place, "A row or a column of the table of harm.")
        yield Printed(line.prompt, place, f"Asked where a cell of “{line.title}” is blank.")
    for house in pack.houses:
        for room in house.rooms:
            yield Printed(room.title, place, f"A part of “{house.title}”, which a child fills.")


def _of_timescales() -> Iterator[Printed]:
    for file in sorted(paths.timescales().glob("*.yaml")):
        family, _ = read_family_file(file)
        for rule in family.rules if family else ():
            if file.stem in _OF_MEETINGS or rule.id in _OTHER_MEETINGS:
                yield Printed(rule.title, _place(file), "What a meeting or a limit is called.")


def _of_codes() -> Iterator[Printed]:
    place = "resources/reference/ssda903/codes.json"
    for code_set in _PRINTED_CODES:
        for code, meaning in codes(code_set).items():
            yield Printed(meaning, place, f"The {code_set.value.replace('_', ' ')} {code}.")


def _place(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()
