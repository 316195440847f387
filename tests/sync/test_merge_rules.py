import pytest

from iro_desktop.store.kinds import KINDS
from iro_desktop.sync.rules import RULES, Rule, Rules


def test_that_every_field_of_every_kind_a_store_keeps_has_a_rule() -> None:
    assert {kind.name: set(kind.fields) for kind in KINDS} == {
        name: set(rules.fields) for name, rules in RULES.items()
    }


@pytest.mark.parametrize("name", RULES)
def test_that_fields_that_belong_together_are_fields_of_the_kind(name: str) -> None:
    rules = RULES[name]
    assert frozenset[str]().union(*rules.together) <= rules.fields.keys()
    assert all(len(group) > 1 for group in rules.together)
    assert not rules.quotes or rules.quotes in rules.fields


def test_that_what_no_version_of_the_program_knows_yet_is_taken_whole() -> None:
    assert Rules().rule_for("no_such_kind", "words", ()) is Rule.WHOLE
    assert Rules().rule_for("view", "no_such_field", ()) is Rule.WHOLE


def test_that_one_version_that_quotes_someone_is_enough() -> None:
    versions = ({"is_verbatim": False}, {"is_verbatim": True})
    assert Rules().rule_for("map_item", "words", versions) is Rule.VERBATIM
    assert Rules().rule_for("map_item", "words", versions[:1]) is Rule.PROSE
