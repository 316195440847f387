from decimal import Decimal

from iro_desktop.form_engine import definition
from iro_desktop.form_engine.definition import Condition, Operator, Option, Placing
from iro_desktop.form_engine.reader import read_form

_TEXT = """
form: a-form
version: 3
title: A form
review_kinds: [looked_after, short_breaks]
minutes_parts:
  - {id: home, heading: Home}
sections:
  - id: home
    title: Home
    stage: chair
    questions:
      - id: agreed
        kind: choice
        text: Is it agreed?
        options:
          yes: Yes
          no: No
          on: 12
        minutes: {part: home, lead_in: Agreed}
      - id: sure
        kind: yes_no
        text: Sure?
        when: {question: agreed, is: no}
      - id: why
        kind: long_text
        text: Why?
        when:
          any:
            - {question: agreed, is_not: yes}
            - {question: sure, is: false}
      - id: score
        kind: scale
        text: How much?
      - id: few
        kind: number
        text: How many?
        maximum: 2.5
        when: {question: score, at_least: 6.5}
"""


def read() -> definition.Form:
    form = read_form(_TEXT, "v3.yaml").form
    assert form is not None
    return form


def question(name: str) -> definition.Question:
    found = read().question(name)
    assert found is not None
    return found


def test_that_a_form_has_its_name_version_and_kinds() -> None:
    form = read()
    assert (form.id, form.version, form.title) == ("a-form", 3, "A form")
    assert form.review_kinds == ("looked_after", "short_breaks")


def test_that_an_option_called_no_stays_a_word() -> None:
    assert question("agreed").options == (
        Option("yes", "Yes"),
        Option("no", "No"),
        Option("on", "12"),
    )


def test_that_a_condition_takes_the_value_its_question_can_have() -> None:
    assert question("sure").when == Condition((definition.Test("agreed", Operator.IS, "no"),))
    assert question("few").when == Condition((definition.Test("score", Operator.AT_LEAST, 6.5),))


def test_that_several_tests_can_be_joined() -> None:
    assert question("why").when == Condition(
        (
            definition.Test("agreed", Operator.IS_NOT, "yes"),
            definition.Test("sure", Operator.IS, False),
        ),
        any_of=True,
    )


def test_that_a_scale_lies_between_0_and_10_unless_it_says_less() -> None:
    assert (question("score").minimum, question("score").maximum) == (Decimal(0), Decimal(10))


def test_that_a_number_has_no_limit_but_its_own() -> None:
    assert (question("few").minimum, question("few").maximum) == (None, Decimal("2.5"))


def test_that_a_placing_keeps_its_part_and_lead_in() -> None:
    assert question("agreed").minutes == Placing("home", "Agreed")
    assert question("agreed").letter is None
