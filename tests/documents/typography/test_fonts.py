"""The faces are those of the manifest, free to use, and have what people write between them."""

import hashlib
import json
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop import paths
from iro_desktop.documents import fonts
from iro_desktop.documents.font_file import read_font
from iro_desktop.documents.fonts import (
    ATKINSON,
    LEXEND,
    MISSING,
    NOTO_SANS,
    leading_factor,
    script_family,
    setting,
)
from iro_desktop.i18n.languages import LANGUAGES

FONTS = paths.resources() / "fonts"
FILES = sorted(FONTS.rglob("*.ttf"))
SPOKEN = [code for code, language in LANGUAGES.items() if language.is_spoken]
HIRAGANA_NO_FACE_HAS = "\U0001b11f"


def test_that_the_manifest_lists_every_font_and_licence_as_it_is() -> None:
    listed = json.loads((FONTS / "manifest.json").read_text(encoding="utf-8"))["files"]
    hashes = {entry["file"]: entry["sha256"] for entry in listed}
    there = [file for file in FONTS.rglob("*") if file.is_file() and file.parent != FONTS]
    assert hashes == {
        file.relative_to(FONTS).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in there
    }
    assert all(entry["package"] and entry["version"] for entry in listed)


def test_that_every_family_carries_its_licence() -> None:
    for folder in {file.parent for file in FILES}:
        assert "SIL Open Font License" in (folder / "LICENSE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_that_a_font_may_be_embedded_and_is_read_as_others_read_it(file: Path) -> None:
    ours, theirs = read_font(file), TTFont(BytesIO(file.read_bytes()), lazy=True)
    assert "glyf" in theirs
    assert theirs["OS/2"].fsType == 0
    assert ours.units == theirs["head"].unitsPerEm
    assert (ours.ascent, -ours.descent) == (theirs["hhea"].ascent, theirs["hhea"].descent)
    mapped = theirs.getBestCmap()
    assert ours.characters == {chr(code) for code in mapped}
    for code in sorted(mapped)[::97]:
        glyph = ours.glyph(chr(code))
        assert glyph == theirs.getGlyphID(mapped[code])
        assert ours.advance(glyph) == theirs["hmtx"][mapped[code]][0]


def test_that_a_file_that_is_no_font_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font")
    with pytest.raises(ValueError, match="no characters"):
        read_font(broken)


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("family", [LEXEND, ATKINSON, NOTO_SANS], ids=lambda family: family.name)
def test_that_every_language_can_write_its_own_name(language: str, family: fonts.Family) -> None:
    for bold in (False, True):
        chosen = setting(family, bold=bold, language=language)
        assert not chosen.missing(LANGUAGES[language].name)
        assert not chosen.missing("0123456789 “”‘’–—…•☐☑→")


@pytest.mark.parametrize("language", SPOKEN)
def test_that_lines_stand_further_apart_where_letters_are_tall(language: str) -> None:
    factor = leading_factor(language)
    if script_family(language) is None:
        assert factor == 1
    else:
        assert 1.1 < factor < leading_factor("ur") or language == "ur"


def test_that_urdu_is_read_in_nastaliq_and_arabic_is_not() -> None:
    urdu, arabic = (setting(LEXEND, language=code).face_for("س", "Arab") for code in ("ur", "ar"))
    assert urdu is not None
    assert arabic is not None
    assert "Nastaliq" in urdu.path.stem
    assert "SansArabic" in arabic.path.stem


def test_that_digits_and_latin_letters_stay_in_the_familys_face() -> None:
    for language in SPOKEN:
        chosen = setting(LEXEND, language=language)
        for text, script in (("Sam", "Latn"), ("12", "Arab"), ("12", "Hani")):
            assert chosen.face_for(text, script) is chosen.faces[0]


def test_that_a_family_without_italics_shows_emphasis_by_weight() -> None:
    assert setting(LEXEND, italic=True).faces[0].path.stem.endswith("Bold")
    assert setting(NOTO_SANS, italic=True).faces[0].path.stem.endswith("Italic")


def test_that_what_no_face_has_is_shown_as_a_box_and_named() -> None:
    chosen = setting(LEXEND)
    text = f"a{HIRAGANA_NO_FACE_HAS}b"
    assert chosen.drawable(text) == f"a{MISSING}b"
    assert chosen.missing(text) == {HIRAGANA_NO_FACE_HAS}


def test_that_joiners_are_kept_for_the_shaper_and_soft_hyphens_are_not() -> None:
    assert setting(LEXEND).drawable("می\u200cخواهم re\u00adview") == "می\u200cخواهم review"


@given(text=st.text(max_size=30))
def test_that_nothing_is_missing_from_what_is_drawable(text: str) -> None:
    chosen = setting(LEXEND)
    drawable = chosen.drawable(text)
    assert not chosen.missing(drawable)
    assert chosen.drawable(drawable) == drawable
