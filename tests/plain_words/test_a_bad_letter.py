"""A made-up letter as none should be, with all that is remarked on it, kept in a file."""

from pathlib import Path

import pytest
from made_up_reader import WREN

from iro_desktop.i18n import Translator
from iro_desktop.plain_words.linter import Linter
from iro_desktop.plain_words.messages import sentence
from iro_desktop.plain_words.remarks import Rule

GOLDEN = Path(__file__).with_name("golden_bad_letter.txt")
LETTER = """\
Dear Wren,
I am writing further to the LAC review, which was held on 4 May. Wren was seen in placement by \
the IRO.
The child failed to engage with the review and she refused contact with her siblings, but the \
foster carer feels that her challenging behaviour has improved because she attends therapy.
Following the incident you were not kept safe. Robin Elsewhere was inappropriate.
Your EHCP will be updated soon. We will look into respite as soon as possible. Someone will \
ring you.
You said “I hate contact, Mum failed to come”. That was brave, Wren!
The multidisciplinary team must ascertain your psychological vulnerabilities in due course.
"""


def test_that_a_bad_letter_is_told_all_that_is_wrong_with_it(
    request: pytest.FixtureRequest,
) -> None:
    """`pytest tests/documents tests/plain_words --update-golden` accepts what is remarked now."""
    tr = Translator()
    linter = Linter(WREN)
    lines = [LETTER]
    for remark in linter.remarks(LETTER):
        lines.append(f"{remark.start}-{remark.end} {remark.rule}: {sentence(remark, tr)}")
        lines += [f"    {offer}" for offer in remark.offers]
    lines.append(f"\n{linter.readability(LETTER)}\n")
    text = "\n".join(lines)
    if request.config.getoption("--update-golden", default=False):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_that_the_bad_letter_breaks_every_rule() -> None:
    assert {remark.rule for remark in Linter(WREN).remarks(LETTER)} == set(Rule)
