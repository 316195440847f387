"""A small form with one of everything that the path and the validation care about."""

import pytest

from iro_desktop.form_engine.definition import Form
from iro_desktop.form_engine.fault_wording import line_of
from iro_desktop.form_engine.reader import read_form

_SMALL = """
form: small
version: 1
title: A small form
review_kinds: [looked_after]
sections:
  - id: before
    title: Before
    stage: prepare
    questions:
      - id: seen
        kind: yes_no
        text: Have you seen the child?
        required: true
        detail: Why not?
        detail_on: false
      - id: seen_on
        kind: date
        text: When?
        when: {question: seen, is: true}
        required: true
      - id: seen_again_on
        kind: date
        text: When again?
        when: {question: seen_on, answered: true}
  - id: after_seeing
    title: After seeing
    stage: chair
    when: {question: seen_again_on, answered: true}
    questions:
      - id: mood
        kind: choice
        text: How was it?
        options: {good: Good, bad: Bad}
      - id: why_bad
        kind: text
        text: Why?
        when: {question: mood, is: bad}
  - id: chairing
    title: Chairing
    stage: chair
    records: [decisions, views]
    required_records: [decisions]
    questions:
      - id: remark
        kind: note
        text: Breathe.
      - id: topics
        kind: choices
        text: What about?
        options: {home: Home, school: School}
      - id: many
        kind: number
        text: How many?
        minimum: 1
        maximum: 5
      - id: score
        kind: scale
        text: How settled?
      - id: still_bad
        kind: text
        text: Still?
        when: {question: mood, is: bad}
      - id: report
        kind: group
        text: Reports
        item_name: report
        required: true
        questions:
          - id: report_name
            kind: text
            text: Which?
            required: true
          - id: report_came
            kind: yes_no
            text: Did it come?
          - id: report_on
            kind: date
            text: When?
            when: {question: report_came, is: true}
            required: true
"""


@pytest.fixture(scope="session")
def small_form() -> Form:
    read = read_form(_SMALL, "small")
    assert read.form is not None, [line_of(problem) for problem in read.problems]
    return read.form
