"""The pictures of easy read are those of the manifest, and every document can take them."""

import hashlib
import json
from io import BytesIO

import pytest
from PIL import Image

from iro_desktop import paths
from iro_desktop.documents import pictogram_files, pictograms

FOLDER = paths.resources() / "pictograms"
MANIFEST = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
LISTED = {entry["name"]: entry for entry in MANIFEST["pictograms"]}


def test_that_the_manifest_lists_every_picture_as_it_is() -> None:
    hashes = {
        entry[kind]: entry[hashed]
        for entry in LISTED.values()
        for kind, hashed in (("file", "sha256"), ("drawing", "drawing_sha256"))
    }
    there = {file.name for file in FOLDER.iterdir()} - {"manifest.json", "LICENSE.txt"}
    assert hashes == {
        name: hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() for name in there
    }


def test_that_author_and_licence_are_named() -> None:
    assert MANIFEST["licence"] == "CC BY-SA 4.0"
    assert MANIFEST["package"]
    assert MANIFEST["version"]
    assert all(entry["author"] and entry["hexcode"] for entry in LISTED.values())
    assert "ShareAlike 4.0" in (FOLDER / "LICENSE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["home", "people-meeting", "school", "dog", "worried", "scale"])
def test_that_a_picture_is_found_by_what_it_means(name: str) -> None:
    assert name in pictogram_files.known()
    assert pictogram_files.description(name)
    assert pictogram_files.pictogram(name) == pictogram_files.file(name).read_bytes()


def test_that_every_picture_is_large_enough_for_print_and_nothing_but_a_picture() -> None:
    for name in pictogram_files.known():
        with Image.open(BytesIO(pictogram_files.file(name).read_bytes())) as image:
            assert min(image.size) >= 400
            assert not image.getexif()


def test_that_an_unknown_picture_is_none() -> None:
    assert pictogram_files.pictogram("unicorn-on-the-moon") is None
    with pytest.raises(KeyError):
        pictogram_files.file("unicorn-on-the-moon")


def test_that_easy_read_asks_for_no_picture_that_is_missing() -> None:
    names = {name for name, _words in (*pictograms._KEYWORDS, *pictograms._FACES)}
    names |= {*pictograms._OF_HEADINGS.values(), pictograms.USUAL}
    assert names <= set(pictogram_files.known())
