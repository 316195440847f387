"""Two test modules of one name cannot be collected together."""

from collections import Counter
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]


def test_that_no_two_modules_of_tests_have_one_name() -> None:
    names = Counter(path.name for path in TESTS.rglob("*.py") if path.name not in {"conftest.py"})
    assert [name for name, count in names.items() if count > 1] == []
