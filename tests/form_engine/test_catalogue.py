from pathlib import Path

import pytest

from iro_desktop.form_engine.catalogue import NoSuchForm, fingerprint, read_catalogue
from iro_desktop.form_engine.definition import Form


def a_form(folder: Path, name: str, version: int, kinds: str = "looked_after") -> Path:
    path = folder / name / f"v{version}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f"form: {name}\n"
        f"version: {version}\n"
        f"title: Version {version}\n"
        f"review_kinds: [{kinds}]\n"
        "sections:\n"
        "  - {id: home, title: Home, stage: chair, records: [views]}\n",
        encoding="utf-8",
    )
    return path


def test_that_the_newest_version_is_asked_today(tmp_path: Path) -> None:
    for version in (1, 10, 9):
        a_form(tmp_path, "review", version)
    assert read_catalogue(tmp_path).current("review").version == 10


def test_that_an_old_version_stays_to_show_old_reviews_by(tmp_path: Path) -> None:
    a_form(tmp_path, "review", 1)
    a_form(tmp_path, "review", 2)
    assert read_catalogue(tmp_path).get("review", 1).title == "Version 1"


def test_that_a_kind_of_review_has_the_form_that_names_it(tmp_path: Path) -> None:
    a_form(tmp_path, "review", 1, "looked_after, short_breaks")
    a_form(tmp_path, "adoption", 1, "placed_for_adoption")
    catalogue = read_catalogue(tmp_path)
    assert catalogue.current_for("placed_for_adoption").id == "adoption"
    assert catalogue.current_for("short_breaks").id == "review"


def test_that_a_kind_the_newest_version_gave_up_has_no_form(tmp_path: Path) -> None:
    a_form(tmp_path, "review", 1, "short_breaks")
    a_form(tmp_path, "review", 2, "looked_after")
    with pytest.raises(NoSuchForm):
        read_catalogue(tmp_path).current_for("short_breaks")


def test_that_a_form_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    catalogue = read_catalogue(tmp_path)
    with pytest.raises(NoSuchForm):
        catalogue.current("review")
    with pytest.raises(NoSuchForm):
        catalogue.get("review", 1)


def test_that_a_faulty_form_is_refused_and_the_others_stand(tmp_path: Path) -> None:
    a_form(tmp_path, "review", 1)
    a_form(tmp_path, "review", 2).write_text("form: review\n", encoding="utf-8")
    catalogue = read_catalogue(tmp_path)
    assert [form.version for form in catalogue.forms] == [1]
    assert {problem.place.source for problem in catalogue.problems} == {"review/v2.yaml"}


def test_that_a_systems_line_ends_do_not_change_a_fingerprint(tmp_path: Path) -> None:
    path = a_form(tmp_path, "review", 1)
    before = fingerprint(path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert fingerprint(path) == before
    path.write_bytes(path.read_bytes().replace(b"Home", b"House"))
    assert fingerprint(path) != before


def test_that_a_question_inside_a_group_is_found_by_its_name(small_form: Form) -> None:
    found = small_form.question("report_on")
    assert found is not None
    assert found.text == "When?"
    assert small_form.question("report_off") is None
