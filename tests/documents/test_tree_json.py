"""What is signed is a text, and a text must bring back the very tree that it was made from."""

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import get_args

import pytest
from document_samples import ONE_OF_EACH, a_document, any_document, everything
from hypothesis import example, given, settings
from hypothesis import strategies as st

from iro_desktop.documents.blocks import Block, Design, Document, Heading
from iro_desktop.documents.tree_json import NotADocument, from_json, to_json
from iro_desktop.domain.reading import ReadingStyle

DESCRIPTION = Path(__file__).parents[2] / "docs" / "document-tree-json.md"
WHOLE = st.text(st.characters(codec="utf-8"), max_size=40)


@settings(max_examples=150, deadline=None)
@given(document=any_document(WHOLE), draft=st.booleans())
@example(document=everything(Design.LETTER), draft=True)
def test_that_a_tree_comes_back_as_it_was(*, document: Document, draft: bool) -> None:
    document = replace(document, draft=draft)
    text = to_json(document)
    again = from_json(text)
    assert again == document
    assert to_json(again) == text


def test_that_every_kind_of_block_has_a_name_and_comes_back() -> None:
    assert set(ONE_OF_EACH) == set(get_args(Block))
    for block in ONE_OF_EACH.values():
        assert from_json(to_json(a_document(block))).blocks == (block,)


@pytest.mark.parametrize("language", ["ar", "zh-Hant", "ur"])
def test_that_writing_of_any_kind_stands_in_it_as_it_is(language: str) -> None:
    document = replace(a_document(title="مرحبا 漢字 é"), language=language)
    assert "مرحبا 漢字 é" in to_json(document)


def test_that_the_text_is_canonical() -> None:
    text = to_json(everything(Design.MINUTES))
    raw = json.loads(text)
    again = json.dumps(raw, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert (again, "\n" in text) == (text, False)


def test_that_what_a_later_day_added_to_the_tree_has_its_default() -> None:
    document = a_document(ONE_OF_EACH[Heading])
    raw = json.loads(to_json(document))
    del raw["document"]["draft"], raw["document"]["style"]
    del raw["blocks"][0]["part"]
    found = from_json(json.dumps(raw))
    assert (found.draft, found.style) == (False, ReadingStyle.STANDARD)
    assert found == document


def test_that_half_a_character_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        to_json(a_document(title="\ud83d"))


_RIGHT = to_json(everything(Design.LETTER))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        "[" * 100_000,
        _RIGHT.replace('"version":1', '"version":2'),
        _RIGHT.replace('"block":"heading"', '"block":"drawing"'),
        _RIGHT.replace('"level":1', '"level":"one"'),
        _RIGHT.replace('"made_up":false', '"made_down":false'),
        _RIGHT.replace('"design":"letter"', '"design":"poster"'),
        _RIGHT[:-1],
    ],
    ids=range(11),
)
def test_that_another_text_is_no_document(text: str) -> None:
    with pytest.raises(NotADocument):
        from_json(text)


@given(st.text() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps))
def test_that_no_text_whatever_brings_it_down(text: str) -> None:
    with pytest.raises(NotADocument):
        from_json(text)


def test_that_two_documents_that_differ_have_two_texts() -> None:
    one = a_document(*ONE_OF_EACH.values())
    for change in ({"draft": True}, {"title": "Else"}, {"style": ReadingStyle.EASY_READ}):
        assert to_json(replace(one, **change)) != to_json(one)  # type: ignore[arg-type]  # any field


def test_that_every_field_is_described() -> None:
    described = {
        row.split("`")[1]: row
        for row in DESCRIPTION.read_text(encoding="utf-8").splitlines()
        if row.startswith("| `")
    }
    for block, sample in ONE_OF_EACH.items():
        name = json.loads(to_json(a_document(sample)))["blocks"][0]["block"]
        missing = [
            field.name for field in fields(block) if f"`{field.name}`" not in described[name]
        ]
        assert missing == [], name
