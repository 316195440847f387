import pytest

from care_samples import RECKONER, day
from iro_desktop.domain.timescales.keeping import kept_until


@pytest.mark.parametrize(
    ("born", "died", "until"),
    [
        ("2010-12-18", "", "2085-12-18"),
        ("2010-12-18", "2028-06-01", "2043-06-01"),  # aged 17
        ("2010-12-18", "2028-12-18", "2085-12-18"),  # on the eighteenth birthday
        ("2012-02-29", "", "2087-03-01"),  # the longer of the two
    ],
)
def test_that_a_record_is_kept_to_the_75th_birthday_or_15_years_from_a_death_before_18(
    born: str, died: str, until: str
) -> None:
    found = kept_until(day(born), day(died) if died else None, RECKONER)
    assert found.on == day(until)
