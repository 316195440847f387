"""A council's own wording: what it may say, what it may never lose, and what it never reads."""

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from document_text import text_of_document
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_material import a_material

from iro_desktop import paths
from iro_desktop.documents.blocks import Document, Heading, Paragraph, Pictured, Span, Table
from iro_desktop.documents.document_parts import parts_of
from iro_desktop.documents.kinds import BUILDERS
from iro_desktop.documents.part_names import never_left_out, part_names
from iro_desktop.documents.templates.fields import FIELDS, TITLE, fields_of, values_of
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.reading import Length
from iro_desktop.form_engine.catalogue import form_files
from iro_desktop.form_engine.reader import read_form_file
from iro_desktop.i18n.translator import Translator
from iro_desktop.services import council_wording

EVERY = tuple(DocumentKind)
WITH_DECISIONS = tuple(kind for kind in EVERY if "decisions" in part_names(kind))
"""Those whose made-up record has decisions that stand in a part of their own."""


def a_text(*parts: str, title: str = "# {{title}}") -> str:
    return "\n\n".join((title, *parts)) + "\n"


def least(kind: DocumentKind) -> str:
    return a_text(*(f"{{{{{name}}}}}" for name in sorted(never_left_out(kind))))


def anchors(document: Document) -> Counter[str]:
    def found() -> Iterator[str]:
        for block in document.blocks:
            if isinstance(block, Table):
                yield from (row.anchor for row in block.rows if row.anchor)
            elif isinstance(block, Pictured) and block.anchor:
                yield block.anchor

    return Counter(found())


@pytest.mark.parametrize("length", Length)
@pytest.mark.parametrize("draft", [True, False])
@pytest.mark.parametrize("kind", EVERY)
def test_that_the_starting_text_changes_nothing(
    kind: DocumentKind,
    draft: bool,  # noqa: FBT001 - a parameter of the test
    length: Length,
) -> None:
    material = replace(a_material(kind), draft=draft, length=length)
    built = BUILDERS[kind](material)
    text = council_wording.starting_text(kind)
    assert council_wording.checked(kind, text).problems == ()
    assert council_wording.left_out(kind, text) == ()
    assert council_wording.in_words_of(built, kind, material, text) == built


@pytest.mark.parametrize("kind", EVERY)
def test_that_every_part_that_a_builder_makes_is_declared(kind: DocumentKind) -> None:
    for draft in (True, False):
        built = BUILDERS[kind](replace(a_material(kind), draft=draft))
        assert set(parts_of(built)) <= set(part_names(kind))
        headings = [b for b in built.blocks if isinstance(b, Heading) and b.level == 2]
        assert all(heading.part for heading in headings)


def test_that_the_parts_of_every_form_are_declared() -> None:
    for file in form_files(paths.forms()):
        form = read_form_file(file).form
        assert form is not None
        assert {part.id for part in form.letter_parts} <= set(part_names(DocumentKind.LETTER))
        assert {part.id for part in form.minutes_parts} <= set(part_names(DocumentKind.MINUTES))


@pytest.mark.parametrize("kind", EVERY)
def test_that_no_part_is_named_as_a_field_is(kind: DocumentKind) -> None:
    assert not FIELDS & set(part_names(kind))
    assert fields_of(kind) - {TITLE} <= values_of(a_material(kind)).keys()


@pytest.mark.parametrize("kind", WITH_DECISIONS)
def test_that_no_wording_leaves_the_decisions_out(kind: DocumentKind) -> None:
    lines = [f"{{{{{name}}}}}" for name in sorted(never_left_out(kind) - {"decisions"})]
    problems = council_wording.checked(kind, a_text(*lines)).problems
    assert [problem.subject for problem in problems] == ["decisions"]


def test_that_a_letter_keeps_its_rights_and_whoever_signs_it() -> None:
    problems = council_wording.checked(DocumentKind.LETTER, a_text("{{decisions}}")).problems
    assert [problem.subject for problem in problems] == ["rights", "signature"]


def test_that_an_adults_invitation_names_no_child() -> None:
    text = a_text("{{head}}", "About {{child}}, {{age}}", "{{signature}}")
    problems = council_wording.checked(DocumentKind.INVITATION, text).problems
    assert [problem.subject for problem in problems] == ["child", "age"]
    assert council_wording.checked(DocumentKind.CHILDS_INVITATION, text).problems == ()


def test_that_what_a_wording_leaves_out_is_told() -> None:
    kind = DocumentKind.GOODBYE
    assert council_wording.left_out(kind, least(kind)) == (
        *("head", "why", "enjoyed", "next_iro", "what_stays"),
    )


# What is true of any wording that is accepted

_CONDITIONS = st.sampled_from(["child", "iro", "reader", "decisions", "views", "signature"])
_LINES = st.sampled_from(
    [
        *("{{decisions}}", "{{signature}}", "{{rights}}", "{{views}}", "{{head}}"),
        *("## Plain words", "### Smaller", "Dear **{{child}}**,", "- {{iro}}\n- you", "> Keep"),
        *("---", "[ring](tel:0123)", "{{reader}}", "{{social_worker}}{{reader}}"),
    ]
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Titles, prose, parts and conditions in any order, whole or not."""
    pieces = draw(
        st.lists(
            st.one_of(
                _LINES,
                _CONDITIONS.map("{{% if {} %}}".format),
                _CONDITIONS.map("{{% if not {} %}}".format),
                st.sampled_from(["{% else %}", "{% end %}", "{% end %}"]),
            ),
            max_size=14,
        )
    )
    return (
        a_text("{{decisions}}", "{{signature}}", "{{rights}}", *pieces)
        if draw(st.booleans())
        else a_text(*pieces)
    )


@settings(max_examples=150)
@given(text=texts(), silent=st.sets(st.sampled_from(["child", "iro", "decisions", "views"])))
def test_that_in_any_accepted_wording_every_decision_stands_once(
    text: str, silent: set[str]
) -> None:
    kind = DocumentKind.LETTER
    if council_wording.checked(kind, text).problems:
        return
    material = a_material(kind)
    record = material.record
    if "child" in silent:
        record = replace(record, child=replace(record.child, known_as=""))
    if "iro" in silent:
        record = replace(record, iro=replace(record.iro, name=""))
    if "decisions" in silent:
        record = replace(record, decisions=())
    if "views" in silent:
        record = replace(record, views=())
    material = replace(material, record=record)
    built = BUILDERS[kind](material)
    worded = council_wording.in_words_of(built, kind, material, text)
    decisions = {f"decision-{one.id}": 1 for one in record.decisions if not one.is_blank}
    assert anchors(worded) == decisions
    assert parts_of(worded)["signature"]
    _is_well_formed(worded)


def _is_well_formed(document: Document) -> None:
    levels = [block.level for block in document.blocks if isinstance(block, Heading)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all(block.text.strip() for block in document.blocks if isinstance(block, Heading))
    assert document.title.strip()


@settings(max_examples=60)
@given(name=st.text(min_size=1).filter(lambda name: bool(name.strip())))
def test_that_what_a_child_is_called_stays_as_it_is(name: str) -> None:
    kind = DocumentKind.LETTER
    material = a_material(kind)
    child = replace(material.record.child, known_as=name)
    material = replace(material, record=replace(material.record, child=child))
    text = a_text("{{child}}", *(f"{{{{{name}}}}}" for name in sorted(never_left_out(kind))))
    document = council_wording.in_words_of(BUILDERS[kind](material), kind, material, text)
    assert Paragraph((Span(name.strip()),)) in document.blocks


def test_that_a_childs_words_with_braces_and_marks_stay_as_they_are() -> None:
    kind, said = DocumentKind.LETTER, "**I** want {{iro}} {% if x %} # [out](https:x)"
    material = a_material(kind)
    views = tuple(replace(view, words=said) for view in material.record.views)
    material = replace(material, record=replace(material.record, views=views))
    text = a_text("{{views}}", *(f"{{{{{name}}}}}" for name in sorted(never_left_out(kind))))
    document = council_wording.in_words_of(BUILDERS[kind](material), kind, material, text)
    assert said in text_of_document(document)


@pytest.mark.parametrize(
    ("text", "code"),
    [("x" * 50_001, "W011"), ("# T\n" + "{% if child %}\n" * 3_000, "W012")],
)
def test_that_no_wording_is_too_long_or_too_deep(text: str, code: str) -> None:
    problems = council_wording.checked(DocumentKind.LETTER, text).problems
    assert code in [problem.code for problem in problems]


def test_that_a_starting_text_reads_the_same_in_every_language() -> None:
    kind = DocumentKind.MINUTES
    material = replace(a_material(kind), tr=Translator("cy"))
    built = BUILDERS[kind](material)
    text = council_wording.starting_text(kind)
    assert council_wording.in_words_of(built, kind, material, text) == built
