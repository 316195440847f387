"""Golden texts: what a document says, kept in files and rewritten on purpose."""

from collections.abc import Callable
from pathlib import Path

import pytest

from iro_desktop.form_engine.definition import Form
from iro_desktop.i18n.translator import Translator
from iro_desktop.services.programs_forms import programs_forms

_GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a golden file; `pytest tests/documents --update-golden` rewrites it."""

    def check(name: str, text: str) -> None:
        path = _GOLDEN / name
        if request.config.getoption("--update-golden", default=False):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return check


@pytest.fixture(scope="session")
def form() -> Form:
    return programs_forms().get("cla-review", 1)


@pytest.fixture(scope="session")
def english() -> Translator:
    return Translator("en-GB")
